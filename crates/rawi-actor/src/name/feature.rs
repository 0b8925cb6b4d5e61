//! What the recogniser sees of a word: the word and its neighbours, how it begins and ends, whether it is known from names,
//! and what its neighbours do.

use std::ops::Range;

use rawi_lang::{Class, Part, Passage};
use rawi_text::TokenKind;

use super::word::{self, NameWords};
use crate::entry::EntryKind;
use crate::registry::{NameKind, Registry};

/// What is seen of one token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    word: u32,
    /// The last 8 bytes, of letters mostly four.
    tail: u64,
    /// The first 6 bytes, of letters mostly three.
    head: u64,
    /// What it does in the sentence.
    kind: u8,
    /// What is known of it as a part of names.
    pub(super) known: u16,
    /// The same, coarser.
    coarse: u8,
    /// Bytes of particles glued before it.
    pub(crate) glued: u8,
}

/// How many features a token has.
pub const FEATURES: usize = 37;

/// The hash of a feature.
pub type Feature = u64;

/// What tokens do, as far as names are concerned. The values are part of the trained weights.
mod kind {
    pub(super) const PLAIN: u8 = 1;
    pub(super) const NUMBER: u8 = 2;
    pub(super) const LATIN: u8 = 3;
    pub(super) const LETTER: u8 = 4;
    pub(super) const PERSON: u8 = 5;
    pub(super) const PERSON_INSIDE: u8 = 6;
    pub(super) const LAST: u8 = 7;
    pub(super) const STATE: u8 = 8;
    pub(super) const BODY_KNOWN: u8 = 9;
    pub(super) const CUE: u8 = 10;
    pub(super) const CUE_OTHER: u8 = 11;
    pub(super) const COMMA: u8 = 12;
    pub(super) const STOP: u8 = 13;
    pub(super) const COLON: u8 = 14;
    pub(super) const OPEN: u8 = 15;
    pub(super) const CLOSE: u8 = 16;
    pub(super) const BRACKET: u8 = 17;
    pub(super) const BRACKET_CLOSE: u8 = 18;
    pub(super) const DASH: u8 = 19;
    pub(super) const QUOTE: u8 = 20;
    pub(super) const MARK: u8 = 21;
    pub(super) const TITLE_WORD: u8 = 22;
    pub(super) const ARTICLE: u8 = 23;
    pub(super) const PLACE: u8 = 24;
    pub(super) const CLASS: u8 = 32;
}

/// The classes that tell something of a name beside them, the first that fits first.
const CLASSES: [Class; 17] = [
    Class::Title,
    Class::NameLink,
    Class::Role,
    Class::Body,
    Class::Outlet,
    Class::Relation,
    Class::Anaphor,
    Class::Clause,
    Class::Object,
    Class::Preposition,
    Class::Conjunction,
    Class::Demonstrative,
    Class::Adverb,
    Class::PluralHead,
    Class::Negation,
    Class::Paper,
    Class::Quantity,
];

/// What is seen of the tokens of a line.
pub(super) fn see(p: &Passage<'_>, registry: &Registry, words: &NameWords, line: Range<usize>, out: &mut Vec<Seen>) {
    out.clear();
    out.extend(line.clone().map(|i| seen(p, words, i)));
    let spread = |out: &mut Vec<Seen>, from: usize, end: usize, first: u8, then: u8| {
        for (n, i) in (from..end.min(line.end)).enumerate() {
            out[i - line.start].kind = if n == 0 { first } else { then };
        }
    };
    for cue in p.cues_in(line.clone()) {
        let code = if matches!(cue.part, Part::Past | Part::Present) { kind::CUE } else { kind::CUE_OTHER };
        spread(out, cue.at, cue.end, code, code);
    }
    for i in line.clone() {
        if p.is_classed(i) {
            for (n, class) in CLASSES.into_iter().enumerate().filter(|(_, c)| p.is(i, *c)).take(1) {
                let code = kind::CLASS + n as u8;
                spread(out, i, p.end_of(i, class), code, code);
            }
        }
    }
    for i in line.clone() {
        if let Some(end) = p.name_at(i)
            && let Some((_, known)) = registry.at(p, i, usize::from(p.glued_at(i)))
        {
            match (registry.entries[known.entry].kind, known.kind) {
                (EntryKind::Person, NameKind::Full) => spread(out, i, end, kind::PERSON, kind::PERSON_INSIDE),
                (EntryKind::Person, _) => spread(out, i, end, kind::LAST, kind::LAST),
                (EntryKind::State, _) => spread(out, i, end, kind::STATE, kind::STATE),
                _ => spread(out, i, end, kind::BODY_KNOWN, kind::BODY_KNOWN),
            }
            out[i - line.start].glued = p.glued_at(i);
        }
    }
}

fn seen(p: &Passage<'_>, words: &NameWords, i: usize) -> Seen {
    let text = p.tokens.word(i).as_bytes();
    let mut seen = Seen { word: word::hash(text), ..Seen::default() };
    let mut bytes = [0; 8];
    let tail = &text[text.len().saturating_sub(8)..];
    bytes[8 - tail.len()..].copy_from_slice(tail);
    seen.tail = u64::from_be_bytes(bytes);
    let mut bytes = [0; 8];
    let head = &text[..text.len().min(6)];
    bytes[..head.len()].copy_from_slice(head);
    seen.head = u64::from_le_bytes(bytes);
    seen.kind = match p.tokens.kind(i) {
        TokenKind::Word if text[0].is_ascii() => kind::LATIN,
        TokenKind::Word if text.len() <= 2 => kind::LETTER,
        TokenKind::Word => kind::PLAIN,
        TokenKind::Number => kind::NUMBER,
        TokenKind::Mark('\u{60C}' | ',' | '\u{61B}' | ';') => kind::COMMA,
        TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '…') | TokenKind::Break => kind::STOP,
        TokenKind::Mark(':') => kind::COLON,
        TokenKind::Mark('«' | '“') => kind::OPEN,
        TokenKind::Mark('»' | '”') => kind::CLOSE,
        TokenKind::Mark('(' | '[') => kind::BRACKET,
        TokenKind::Mark(')' | ']') => kind::BRACKET_CLOSE,
        TokenKind::Mark('-' | '–' | '—' | 'ـ' | '/') => kind::DASH,
        TokenKind::Mark('"' | '\'') => kind::QUOTE,
        TokenKind::Mark(_) => kind::MARK,
    };
    if seen.kind != kind::PLAIN {
        return seen;
    }
    seen.known = words.known(seen.word);
    // «على» is another word than «علي», where they are told apart.
    let maksura = !p.grammar.article.is_empty() && text.len() <= 8 && p.tokens.list[i].raw.of(p.raw).ends_with('\u{649}');
    let article = p.grammar.article.as_bytes();
    if !article.is_empty() {
        if text.starts_with(article) {
            seen.kind = kind::ARTICLE;
        } else if seen.known & word::SURE == 0 && text.len() >= 8 {
            // «ومحمد», «لمحمد»: a particle before a name.
            let glued = p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).find(|g| text.starts_with(g.as_bytes()));
            if let Some(glued) = glued {
                let rest = word::hash(&text[glued.len()..]);
                let known = words.known(rest);
                if known & word::SURE != 0 {
                    seen.word = rest;
                    seen.known = known;
                    seen.glued = glued.len() as u8;
                }
            }
        }
    }
    if seen.known & word::PLACE != 0 {
        seen.kind = kind::PLACE;
    } else if seen.known & word::TITLE != 0 {
        seen.kind = kind::TITLE_WORD;
    }
    seen.coarse = coarse(seen.known) | if seen.glued > 0 { 16 } else { 0 } | if maksura { 32 } else { 0 };
    seen
}

impl Seen {
    /// Whether it can be no part of a name: a number, a mark but for a dash or a full stop, a word that joins others.
    pub fn never(self) -> bool {
        const BETWEEN: u8 = kind::CLASS + 6;
        const LAST: u8 = kind::CLASS + CLASSES.len() as u8;
        match self.kind {
            kind::NUMBER | kind::COMMA | kind::COLON | kind::OPEN..=kind::BRACKET_CLOSE | kind::QUOTE | kind::MARK => true,
            BETWEEN..=LAST => self.known & word::SURE == 0,
            _ => false,
        }
    }

    /// The same place with another word in it, as known or, where `unknown`, as one never seen: for training.
    #[must_use]
    pub fn with_word(self, other: Self, unknown: bool) -> Self {
        let glued = if self.glued > 0 { 16 } else { 0 };
        let (known, coarse) = if unknown { (0, glued) } else { (other.known, other.coarse & 15 | glued) };
        Self { kind: other.kind, known, coarse, glued: self.glued, ..other }
    }
}

fn coarse(known: u16) -> u8 {
    match known {
        0 => 0,
        k if k & word::LINK != 0 => 1,
        k if k & (word::GIVEN | word::FAMILY) == word::GIVEN | word::FAMILY => 2,
        k if k & word::GIVEN != 0 => 3,
        k if k & word::FAMILY != 0 => 4,
        k if k & word::FOREIGN != 0 => 5,
        k if k & word::REGISTRY != 0 => 6,
        k if k & word::OFTEN != 0 => 7,
        k if k & word::TITLE != 0 => 8,
        _ => 9,
    }
}

const EDGE: Seen = Seen { word: 1, tail: 0, head: 0, kind: 0, known: 0, coarse: 0, glued: 0 };

/// How many features of a token are its own; they come first.
pub(super) const OWN: usize = 8;

/// The features of one token of a line.
pub fn features(line: &[Seen], i: usize) -> [Feature; FEATURES] {
    let mut out = [0; FEATURES];
    out[..OWN].copy_from_slice(&own(&line[i]));
    out[OWN..].copy_from_slice(&around(line, i));
    out
}

/// One feature of a kind.
fn feature(kind: usize, value: u64) -> Feature {
    (value ^ (kind as u64 + 1).wrapping_mul(0xD6E8_FEB8_6659_FD93)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn pair(a: u32, b: u32) -> u64 {
    u64::from(a) << 32 | u64::from(b)
}

fn codes(codes: [u8; 4]) -> u64 {
    u64::from(u32::from_le_bytes(codes))
}

/// The features of the word by itself.
pub(super) fn own(w: &Seen) -> [Feature; OWN] {
    let values = [
        u64::from(w.word),
        w.tail & 0xFFFF_FFFF,
        w.tail & 0xFFFF_FFFF_FFFF,
        w.tail,
        w.head & 0xFFFF_FFFF,
        w.head,
        codes([w.kind, 0, 0, 0]),
        pair(u32::from(w.known), u32::from(w.glued)),
    ];
    std::array::from_fn(|n| feature(n, values[n]))
}

/// The features of what is around a word.
pub(super) fn around(line: &[Seen], i: usize) -> [Feature; FEATURES - OWN] {
    let at = |k: usize| k.checked_sub(2).and_then(|k| line.get(k)).unwrap_or(&EDGE);
    let (b2, b1, w, a1, a2) = (at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4));
    let values = [
        u64::from(b1.word),
        u64::from(a1.word),
        u64::from(b2.word),
        u64::from(a2.word),
        pair(b1.word, w.word),
        pair(w.word, a1.word),
        b1.tail & 0xFFFF_FFFF_FFFF,
        a1.tail & 0xFFFF_FFFF_FFFF,
        codes([b1.kind, w.kind, 0, 0]),
        codes([w.kind, a1.kind, 0, 0]),
        codes([b1.kind, w.kind, a1.kind, 0]),
        codes([b2.kind, b1.kind, w.kind, 0]),
        codes([w.kind, a1.kind, a2.kind, 0]),
        pair(u32::from(b1.known), u32::from(w.coarse)),
        pair(u32::from(w.coarse), u32::from(a1.known)),
        codes([b1.coarse, w.coarse, a1.coarse, 0]),
        codes([b2.coarse, b1.coarse, w.coarse, 0]),
        codes([w.coarse, a1.coarse, a2.coarse, 0]),
        codes([b1.kind, w.coarse, a1.kind, 0]),
        codes([b1.kind, b1.coarse, w.coarse, w.kind]),
        codes([a1.kind, a1.coarse, w.coarse, w.kind]),
        pair(b1.word, u32::from(w.coarse)),
        pair(a1.word, u32::from(w.coarse)),
        pair(b2.word, u32::from(w.coarse)) ^ u64::from(b1.coarse) << 8,
        w.tail & 0xFFFF_FFFF ^ u64::from(b1.coarse) << 40,
        w.tail & 0xFFFF_FFFF ^ u64::from(b1.kind) << 40,
        w.tail & 0xFFFF_FFFF_FFFF ^ u64::from(a1.kind) << 52,
        pair(b2.word, b1.word),
        pair(a1.word, a2.word),
    ];
    std::array::from_fn(|n| feature(OWN + n, values[n]))
}
