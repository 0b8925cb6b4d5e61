//! A text with what its words are: the view that frames read.

mod cue;
mod word;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use rawi_text::{Quote, TokenKind, Tokens, begins, quotes};
use rustc_hash::FxHashSet;

use crate::opening::{Opening, openings};
use crate::{Class, Cue, CueClass, Grammar, Part};

/// A cue in the text.
#[derive(Clone, Copy, Debug)]
pub struct CueHit<'g> {
    /// Its first token.
    pub at: usize,
    /// One past its last token.
    pub end: usize,
    /// Bytes of a glued conjunction before it, in the folded form of its first token.
    pub skip: usize,
    /// The verb.
    pub cue: &'g Cue,
    /// Its index in the grammar's list.
    pub index: usize,
    /// Which form of it.
    pub part: Part,
    /// Whether it is a Persian plural, whose subject are several or one who is honoured.
    pub plural: bool,
}

/// With what a Persian verb of the third person ends.
const THIRD_PERSON: char = '\u{62F}';

/// How far before a verb the word may stand that makes it impersonal, in tokens.
const IMPERSONAL: usize = 8;

/// The longest complement between the parts of a cue, in tokens.
const COMPLEMENT: usize = 60;

/// What opens the complement of a verb and is in no name.
const SITES: u64 = Class::Site.bit();

/// A text with what its words are.
#[derive(Debug)]
pub struct Passage<'t> {
    /// The raw text.
    pub raw: &'t str,
    /// Its tokens.
    pub tokens: &'t Tokens,
    /// The grammar of its language.
    pub grammar: &'static Grammar,
    /// Its quotations, by their opening.
    pub quotes: Vec<Quote>,
    /// Its cues, by place; those inside quotations too.
    pub cues: Vec<CueHit<'static>>,
    /// Whether actors are known to begin at a token, and where they end; filled by the reader.
    pub names: Vec<Option<usize>>,
    /// Bytes of glued prepositions before a known name, in the folded form; filled by the reader.
    pub glued: Vec<u8>,
    /// For each token at which the name of a person begins, known or not, one past its last token.
    pub people: Vec<Option<u32>>,
    /// For each token right behind the name of a person, whether it is.
    behind: Vec<bool>,
    /// Whether a token belongs to the name of a person.
    named: Vec<bool>,
    /// Whether a cue begins at a token.
    cued: Vec<bool>,
    openings: Vec<Opening>,
    bits: Vec<u64>,
    ends: Vec<(usize, Class, usize)>,
    skips: Vec<u8>,
    /// Whether a token belongs to a date.
    timed: Vec<bool>,
    /// For each token the number, counted from 1, of the outermost quotation that holds it; 0 for none.
    quoted: Vec<u32>,
    /// The folded words that stand alone between the head of a sentence and a verb of speech somewhere in the text.
    subjects: BTreeSet<&'t str>,
    /// The folded words with which full names of persons end in a Persian text.
    lasts: BTreeSet<&'t str>,
    /// The folded words, joined, of phrases that are all that stands before a verb of speech: «مدیر حوزه بندر افزود: …».
    heads: BTreeSet<String>,
    /// Whether the text spells a name and the other word of its letters apart, found when first asked for: «علي», «على».
    apart: OnceCell<bool>,
    /// The folded words of the text, made when first asked for.
    vocabulary: OnceCell<FxHashSet<&'t str>>,
}

/// The mark of a doubled letter: «بيّن» is a verb, «بين» may be the preposition.
const DOUBLED: char = '\u{651}';
/// What may have the shape of a verbal noun and speaks: «تقرير».
const SPEAKERS: u64 = Class::Paper.bit() | Class::Body.bit() | Class::Role.bit() | Class::Outlet.bit();

/// The letters with a hamza, and the hamza alone.
const HAMZA: [char; 6] = ['\u{621}', '\u{622}', '\u{623}', '\u{624}', '\u{625}', '\u{626}'];

impl<'t> Passage<'t> {
    /// Annotates a text.
    pub fn new(raw: &'t str, tokens: &'t Tokens, grammar: &'static Grammar) -> Self {
        let n = tokens.len();
        let mut passage = Self {
            raw,
            tokens,
            grammar,
            quotes: quotes(tokens),
            cues: Vec::new(),
            names: vec![None; n],
            glued: vec![0; n],
            people: vec![None; n],
            behind: vec![false; n + 1],
            named: vec![false; n],
            cued: vec![false; n],
            openings: openings(tokens, grammar),
            bits: vec![0; n],
            ends: Vec::new(),
            skips: vec![0; n],
            timed: vec![false; n],
            quoted: vec![0; n],
            subjects: BTreeSet::new(),
            lasts: BTreeSet::new(),
            heads: BTreeSet::new(),
            apart: OnceCell::new(),
            vocabulary: OnceCell::new(),
        };
        passage.note_quotes();
        let mut named_source = 0;
        for i in 0..n {
            if tokens.list[i].kind != TokenKind::Word {
                continue;
            }
            let word = tokens.word(i);
            let glued = grammar.conjunctions.iter().find(|c| word.len() > c.len() + 2 && begins(word, c)).map_or(0, String::len);
            let opening = passage.openings[i];
            if opening.is(Opening::CLASS) {
                passage.classify(i, 0);
                if glued > 0 && passage.bits[i] == 0 {
                    passage.classify(i, glued);
                }
            }
            // «به گفته», «نقلا عن» hold forms of verbs and are none.
            if opening.is(Opening::ACCORDING)
                && let Some(hit) = [0, glued].into_iter().find_map(|skip| grammar.according.longest(tokens, i, skip))
                && !passage.tells_itself(i, hit.end)
                && let Some(letters) = hit.values.iter().find_map(|a| a.glued_before(tokens.word(hit.end)))
            {
                named_source = named_source.max(hit.end);
                // «وفقا لوزارة المياه»
                if letters > 0 {
                    passage.classify(hit.end, letters);
                }
            }
            if i >= named_source && opening.is(Opening::CUE) {
                passage.find_cue(i, glued);
            }
        }
        passage.end_open_quotes();
        passage.free_names();
        let lone = |c: &CueHit<'_>| c.at > 0 && passage.bits[c.at - 1] == 0 && (c.at == 1 || passage.is_mark(c.at - 2));
        passage.subjects = passage.cues.iter().filter(|c| lone(c) && tokens.is_word(c.at - 1)).map(|c| tokens.word(c.at - 1)).collect();
        // «قال النخلي إن …»: behind the verb in Arabic.
        let ends = |k: usize| !tokens.is_word(k) || passage.any(k, Class::Clause.bit() | Class::Preposition.bit() | Class::Adverb.bit());
        let behind = |c: &&CueHit<'_>| {
            !grammar.article.is_empty() && c.part == Part::Past && c.cue.class == CueClass::Say && tokens.is_word(c.end) && ends(c.end + 1)
        };
        let plain = |k: usize| passage.bits[k] == 0 && passage.owner(k).is_none();
        let named: Vec<&str> = passage.cues.iter().filter(behind).filter(|c| plain(c.end)).map(|c| tokens.word(c.end)).collect();
        passage.subjects.extend(named);
        passage.heads = passage.whole_subjects();
        passage
    }

    /// Notes around each token the outermost quotation.
    fn note_quotes(&mut self) {
        self.quoted.fill(0);
        for (number, quote) in self.quotes.iter().enumerate().filter(|(_, q)| q.depth == 0) {
            for slot in &mut self.quoted[quote.open + 1..quote.close.min(self.tokens.len())] {
                *slot = number as u32 + 1;
            }
        }
    }

    /// Ends an Arabic quotation whose closing mark is missing before the reporter speaks again: «بتهمة "الانتماء إلى النادي. وأكد الوزير
    /// أن …», «وقال: "نعمل غدا، مشيرا إلى أن …» (closed behind it or not). What seems to close it may be the mark of another one, paragraphs
    /// later.
    fn end_open_quotes(&mut self) {
        /// How far behind the verb its clause or colon may stand, in tokens.
        const NEAR: usize = 16;
        /// The same behind a participle.
        const NEXT: usize = 4;
        let open = |q: &Quote| !q.closed && q.depth == 0;
        if self.grammar.article.is_empty() || self.quotes.is_empty() {
            return;
        }
        let opens = |k: usize| self.is_clause_word(k) || self.tokens.is_mark(k, ':');
        let resumes = |c: &CueHit<'_>| {
            c.part == Part::Past
                && c.skip > 0
                && c.cue.class == CueClass::Say
                && (self.ends_sentence(c.at - 1) || c.at > 1 && self.ends_sentence(c.at - 2) && self.tokens.is_mark(c.at - 1, '"'))
                && (c.end..self.tokens.len().min(c.end + NEAR)).take_while(|&k| !self.ends_sentence(k)).any(opens)
        };
        let goes_on = |c: &CueHit<'_>| {
            c.part == Part::Participle
                && c.cue.class == CueClass::Say
                && self.accusative(c.at)
                && self.is_mark(c.at - 1)
                && (c.end..self.tokens.len().min(c.end + NEXT)).any(|k| self.is_clause_word(k))
        };
        // Of another one who speaks in it a closed quotation tells all the same.
        let says = |c: &CueHit<'_>| c.cue.class == CueClass::Say && matches!(c.part, Part::Past | Part::Present);
        let spoken = |q: &Quote| q.closed && q.depth == 0 && q.open > 0 && self.tokens.is_mark(q.open - 1, ':');
        let heads = |c: &CueHit<'_>| self.tokens.kind(c.at - 1) == TokenKind::Break && resumes(c);
        let end = |q: &Quote| {
            let mut inside = self.cues_in(q.open + 2..q.close).iter();
            if open(q) {
                return inside.find(|c| resumes(c) || goes_on(c));
            }
            let first = inside.clone().find(|c| heads(c)).filter(|_| q.depth == 0);
            // Whoever speaks at length may himself tell what somebody said.
            let lost = first.filter(|first| !spoken(q) || inside.clone().any(|c| c.at > first.at && heads(c)));
            lost.or_else(|| inside.take_while(|c| !says(c)).find(|c| goes_on(c)).filter(|_| spoken(q)))
        };
        let ends: Vec<Option<usize>> = self.quotes.iter().map(|q| end(q).map(|c| c.at)).collect();
        let shorter = ends.iter().any(Option::is_some);
        for (quote, end) in self.quotes.iter_mut().zip(ends) {
            if let Some(end) = end {
                (quote.close, quote.closed) = (end, false);
            }
        }
        if shorter {
            rawi_text::nest(&mut self.quotes);
            self.note_quotes();
        }
    }

    /// A name may look like a preposition («علي», «على»): behind a title and before «بن» it is a name.
    fn free_names(&mut self) {
        const CLOSED: u64 = Class::Preposition.bit() | Class::Adverb.bit();
        // Who writes the preposition as «على» means a man by «علي».
        let told = |i: usize, ending: char| self.is(i, Class::Lookalike) && self.tokens.list[i].raw.of(self.raw).ends_with(ending);
        if (0..self.tokens.len()).any(|i| told(i, '\u{649}')) {
            // «أكد علي ضرورة»: behind a verb that takes the preposition it is one, however it is typed.
            let verb = |i: usize| self.cues[..self.cues.partition_point(|c| c.at < i)].last().filter(|c| c.end == i);
            let taken = |i: usize| verb(i).is_some_and(|c| c.cue.takes.iter().any(|t| t == self.tokens.word(i)));
            let free = |i: &usize| told(*i, '\u{64A}') && !taken(*i) && self.tokens.is_word(i + 1) && self.bits[i + 1] == 0;
            for i in (0..self.tokens.len().saturating_sub(1)).filter(free).collect::<Vec<_>>() {
                self.bits[i] &= !CLOSED;
            }
        }
        // «قال فان جال»: behind a verb of speech «فإن» opens nothing.
        let glued = |i: usize| self.is(i, Class::Clause) && self.skips[i] > 0 && !self.tokens.list[i].raw.of(self.raw).contains(HAMZA);
        let plain = |i: usize| self.tokens.is_word(i) && self.bits[i] == 0 && self.tokens.word(i).chars().count() > 2;
        let names: Vec<usize> = self.cues.iter().map(|c| c.end).filter(|&i| glued(i) && plain(i + 1)).collect();
        for i in names {
            self.bits[i] &= !Class::Clause.bit();
            self.skips[i] = 0;
        }
        for i in 0..self.tokens.len() {
            let titled =
                i > 0 && self.is(i - 1, Class::Title) && self.end_of(i - 1, Class::Title) == i && !self.is(i - 1, Class::Preposition);
            if self.any(i, CLOSED)
                && (titled && self.is(i, Class::Lookalike) && self.tokens.list[i].raw.of(self.raw).ends_with(['\u{64A}', '\u{6CC}'])
                    || self.is(i + 1, Class::NameLink)
                    || i > 0 && self.is(i - 1, Class::NameLink))
            {
                self.bits[i] &= !CLOSED;
            }
        }
        for bits in &mut self.bits {
            *bits &= !Class::Lookalike.bit();
        }
    }

    fn classify(&mut self, i: usize, skip: usize) {
        let (tokens, classes) = (self.tokens, &self.grammar.classes);
        classes.each(tokens, i, skip, |hit| {
            // «الوزير إن» is no «الوزيران»: the last word is one that opens a clause.
            let clause =
                hit.end > i + 1 && classes.longest(tokens, hit.end - 1, 0).is_some_and(|last| last.values.contains(&Class::Clause));
            // «آن دنكان» is no «أن».
            let name = hit.end == i + 1 && tokens.list[i].raw.of(self.raw).starts_with('\u{622}');
            // «قال علي سالم» (Ali Salim said) is no «على» (on).
            let spelt = hit.end == i + 1 && self.is_spelt_as_name(i);
            let other = |c: &Class| spelt || clause && matches!(c, Class::AnaphorPlural | Class::PluralHead) || name && *c == Class::Clause;
            for &class in hit.values.iter().filter(|c| !other(c)) {
                self.bits[i] |= class.bit();
                self.skips[i] = skip as u8;
                if hit.end > i + 1 {
                    self.ends.push((i, class, hit.end));
                }
            }
        });
        // «نخست وزیر» (prime minister) is no «نخست» (first).
        let ends = |class: Class| self.ends.iter().rev().take_while(|e| e.0 == i).any(|e| e.1 == class);
        if ends(Class::Role) && !ends(Class::Adverb) {
            self.bits[i] &= !Class::Adverb.bit();
        }
    }
}
