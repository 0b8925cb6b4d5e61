//! What the recogniser sees of a word: the word and its neighbours, how it begins and ends, whether it is known from names,
//! and what its neighbours do.

use std::ops::Range;

use rawi_lang::{Class, Grammar, Part, Passage};
use rawi_text::{TokenKind, begins};

use super::NISBA;
use super::word::{self, NameWords};
use crate::entry::EntryKind;
use crate::registry::{NameKind, Registry};

/// What is seen of one token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    pub(super) word: u32,
    /// The last 8 bytes, of letters mostly four.
    tail: u64,
    /// The first 6 bytes, of letters mostly three.
    head: u64,
    /// What it does in the sentence.
    pub(super) kind: u8,
    /// What is known of it as a part of names.
    pub(super) known: u16,
    /// The same, coarser.
    coarse: u8,
    /// Bytes of particles glued before it.
    pub(crate) glued: u8,
    /// How much it looks like a word of names.
    pub(super) looks: u8,
    /// What is known of the rest, if the letters it begins with are a particle.
    rest: u16,
    /// How much the rest looks like a word of names.
    rest_looks: u8,
}

/// How many features a token has.
pub const FEATURES: usize = 39;

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
    pub(super) const ARTICLE_NISBA: u8 = 25;
    pub(super) const NO_NAME: u8 = 26;
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

const ANY_CLASS: u64 = {
    let (mut all, mut n) = (0, 0);
    while n < CLASSES.len() {
        all |= CLASSES[n].bit();
        n += 1;
    }
    all
};

/// What is seen of the tokens of a text.
pub(super) fn see(p: &Passage<'_>, registry: &Registry, words: &NameWords, out: &mut Vec<Seen>) {
    out.clear();
    out.extend((0..p.tokens.len()).map(|i| in_place(p, i, alone(p.tokens.word(i), p.tokens.kind(i), p.grammar, words))));
    among(p, registry, out);
}

/// Adds to what is seen of tokens by themselves what they do where they stand.
pub(super) fn among(p: &Passage<'_>, registry: &Registry, out: &mut [Seen]) {
    let spread = |out: &mut [Seen], range: Range<usize>, first: u8, then: u8| {
        for (n, seen) in out[range].iter_mut().enumerate() {
            seen.kind = if n == 0 { first } else { then };
        }
    };
    for cue in &p.cues {
        let code = if matches!(cue.part, Part::Past | Part::Present) { kind::CUE } else { kind::CUE_OTHER };
        spread(out, cue.at..cue.end, code, code);
    }
    let phrases = p.phrases();
    let mut next = 0;
    for i in 0..out.len() {
        let classes = p.classes_at(i);
        if classes & ANY_CLASS == 0 {
            continue;
        }
        let n = CLASSES.iter().position(|c| classes & c.bit() != 0).unwrap_or(0);
        while phrases.get(next).is_some_and(|phrase| phrase.0 < i) {
            next += 1;
        }
        let longer = phrases[next..].iter().take_while(|phrase| phrase.0 == i).filter(|phrase| phrase.1 == CLASSES[n]);
        let end = longer.map(|phrase| phrase.2).max().unwrap_or(i + 1);
        let code = kind::CLASS + n as u8;
        spread(out, i..end.min(p.tokens.len()), code, code);
    }
    for i in 0..out.len() {
        if let Some(end) = p.name_at(i)
            && let Some((_, known)) = registry.at(p, i, usize::from(p.glued_at(i)))
        {
            let (first, then) = match (registry.entries[known.entry].kind, known.kind) {
                (EntryKind::Person, NameKind::Full) => (kind::PERSON, kind::PERSON_INSIDE),
                (EntryKind::Person, _) => (kind::LAST, kind::LAST),
                (EntryKind::State, _) => (kind::STATE, kind::STATE),
                _ => (kind::BODY_KNOWN, kind::BODY_KNOWN),
            };
            spread(out, i..end, first, then);
            out[i].glued = p.glued_at(i);
        }
    }
}

/// What is seen of a word wherever it stands.
pub(super) fn alone(word: &str, token: TokenKind, grammar: &Grammar, words: &NameWords) -> Seen {
    let text = word.as_bytes();
    let mut seen = Seen { word: word::hash(text), ..Seen::default() };
    let mut bytes = [0; 8];
    let tail = &text[text.len().saturating_sub(8)..];
    bytes[8 - tail.len()..].copy_from_slice(tail);
    seen.tail = u64::from_be_bytes(bytes);
    let mut bytes = [0; 8];
    let head = &text[..text.len().min(6)];
    bytes[..head.len()].copy_from_slice(head);
    seen.head = u64::from_le_bytes(bytes);
    seen.kind = match token {
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
    if words.is_no_name(seen.word) {
        seen.kind = kind::NO_NAME;
        return seen;
    }
    seen.known = words.known(seen.word);
    let mut stem = word;
    if !grammar.article.is_empty() {
        let article = grammar.article.as_str();
        let glued = grammar.conjunctions.iter().chain(&grammar.prepositions).find(|g| begins(word, g)).map(|g| &word[g.len()..]);
        if let Some(bare) = begins(word, article).then(|| &word[article.len()..]) {
            seen.kind = kind::ARTICLE;
            stem = bare;
        } else if let Some(rest) = glued.filter(|rest| rest.len() > 4) {
            // «ومحمد», «لمحمد»: a particle before a name.
            let hash = word::hash(rest.as_bytes());
            let known = words.known(hash);
            let bare = rest.strip_prefix(article);
            if seen.known & word::SURE == 0 && text.len() >= 8 && known & word::SURE != 0 {
                seen.word = hash;
                seen.known = known;
                seen.glued = (text.len() - rest.len()) as u8;
                stem = rest;
            }
            if let Some(bare) = bare {
                seen.kind = kind::ARTICLE;
                stem = bare;
            }
            seen.rest = known | 1 << 15;
            seen.rest_looks = words.looks(bare.unwrap_or(rest));
        }
    }
    if seen.kind == kind::ARTICLE && word.ends_with(NISBA) {
        seen.kind = kind::ARTICLE_NISBA;
    }
    seen.looks = words.looks(stem);
    if seen.known & word::PLACE != 0 {
        seen.kind = kind::PLACE;
    } else if seen.known & word::TITLE != 0 {
        seen.kind = kind::TITLE_WORD;
    }
    seen.coarse = coarse(seen.known, seen.looks) | if seen.glued > 0 { 16 } else { 0 };
    seen
}

/// Adds what only the text as it was typed tells: «على» is another word than «علي», where they are told apart.
#[inline]
pub(super) fn in_place(p: &Passage<'_>, i: usize, mut seen: Seen) -> Seen {
    const YEH: u64 = 0xDB8C;
    let plain = matches!(seen.kind, kind::PLAIN | kind::ARTICLE | kind::ARTICLE_NISBA | kind::PLACE | kind::TITLE_WORD);
    if seen.tail & 0xFFFF == YEH && plain && !p.grammar.article.is_empty() {
        let token = &p.tokens.list[i];
        if token.normal.len() <= 8 && token.raw.of(p.raw).ends_with('\u{649}') {
            seen.coarse |= 32;
        }
    }
    seen
}

impl Seen {
    /// Whether it can be no part of a name: a number, a mark but for a dash or a full stop, a word that joins others.
    pub fn never(self) -> bool {
        const BETWEEN: u8 = kind::CLASS + 6;
        const LAST: u8 = kind::CLASS + CLASSES.len() as u8;
        match self.kind {
            kind::NUMBER | kind::COMMA | kind::COLON | kind::OPEN..=kind::BRACKET_CLOSE | kind::QUOTE | kind::MARK | kind::NO_NAME => true,
            BETWEEN..=LAST => self.known & word::SURE == 0,
            _ => false,
        }
    }

    /// The same place with another word in it, as known or, where `unknown`, as one never seen: for training.
    #[must_use]
    pub fn with_word(self, other: Self, unknown: bool) -> Self {
        let glued = if self.glued > 0 { 16 } else { 0 };
        let (known, coarse) = if unknown { (0, coarse(0, other.looks) | glued) } else { (other.known, other.coarse & 15 | glued) };
        Self { kind: other.kind, known, coarse, glued: self.glued, ..other }
    }
}

fn coarse(known: u16, looks: u8) -> u8 {
    match known {
        0 => 10 + looks,
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

pub(super) const EDGE: Seen = Seen { word: 1, tail: 0, head: 0, kind: 0, known: 0, coarse: 0, glued: 0, looks: 0, rest: 0, rest_looks: 0 };

/// How many features of a token are its own; they come first.
const OWN: usize = 10;
/// The own feature that tells what the token does.
const KIND: usize = 6;
/// How many features around a token tell of one of its neighbours alone; they come next.
const LONELY: usize = 6;
/// How many then tell what a token and one beside it do.
const BESIDE: usize = 2;
/// Of the kinds of tokens there are fewer.
pub(super) const KINDS: usize = 64;

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
fn own(w: &Seen) -> [Feature; OWN] {
    let values = [
        u64::from(w.word),
        w.tail & 0xFFFF_FFFF,
        w.tail & 0xFFFF_FFFF_FFFF,
        w.tail,
        w.head & 0xFFFF_FFFF,
        w.head,
        codes([w.kind, 0, 0, 0]),
        pair(u32::from(w.known), u32::from(w.glued) << 8 | u32::from(w.looks)),
        pair(u32::from(w.rest), u32::from(w.rest_looks) << 8 | u32::from(w.looks)),
        codes([w.coarse, w.kind, w.looks, 1]),
    ];
    std::array::from_fn(|n| feature(n, values[n]))
}

/// The features of what is around a word.
fn around(line: &[Seen], i: usize) -> [Feature; FEATURES - OWN] {
    let at = |k: usize| k.checked_sub(2).and_then(|k| line.get(k)).unwrap_or(&EDGE);
    let values = values_around([at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4)]);
    std::array::from_fn(|n| feature(OWN + n, values[n]))
}

#[inline]
fn values_around([b2, b1, w, a1, a2]: [&Seen; 5]) -> [u64; FEATURES - OWN] {
    [
        u64::from(b1.word),
        u64::from(a1.word),
        u64::from(b2.word),
        u64::from(a2.word),
        b1.tail & 0xFFFF_FFFF_FFFF,
        a1.tail & 0xFFFF_FFFF_FFFF,
        codes([b1.kind, w.kind, 0, 0]),
        codes([w.kind, a1.kind, 0, 0]),
        pair(b1.word, w.word),
        pair(w.word, a1.word),
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
    ]
}

/// The features of a word by itself, but for what it does.
pub(super) fn of_word(w: &Seen) -> impl Iterator<Item = Feature> {
    own(w).into_iter().enumerate().filter(|(n, _)| *n != KIND).map(|(_, f)| f)
}

/// The feature of what a token does.
pub(super) fn of_kind(kind: u8) -> Feature {
    own(&Seen { kind, ..Seen::default() })[KIND]
}

/// The features that a word gives to those around it: to the one behind it, the one before it, the one two behind, the one
/// two before.
pub(super) fn of_neighbour(w: &Seen) -> [[Option<Feature>; 2]; 4] {
    let none = &EDGE;
    let of = |around: [&Seen; 5], n: usize| feature(OWN + n, values_around(around)[n]);
    let before = [none, w, none, none, none];
    let behind = [none, none, none, w, none];
    [
        [Some(of(before, 0)), Some(of(before, 4))],
        [Some(of(behind, 1)), Some(of(behind, 5))],
        [Some(of([w, none, none, none, none], 2)), None],
        [Some(of([none, none, none, none, w], 3)), None],
    ]
}

/// The features of what a token and the one before it do, and of what it and the one behind it do.
pub(super) fn of_kinds(before: u8, kind: u8, behind: u8) -> [Feature; BESIDE] {
    let [b, w, a] = [before, kind, behind].map(|kind| Seen { kind, ..EDGE });
    let values = values_around([&EDGE, &b, &w, &a, &EDGE]);
    std::array::from_fn(|n| feature(OWN + LONELY + n, values[LONELY + n]))
}

/// All other features of a token.
#[inline]
pub(super) fn together(seen: [&Seen; 5]) -> [Feature; FEATURES - OWN - LONELY - BESIDE] {
    const FIRST: usize = LONELY + BESIDE;
    let values = values_around(seen);
    std::array::from_fn(|n| feature(OWN + FIRST + n, values[FIRST + n]))
}
