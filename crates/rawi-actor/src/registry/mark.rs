//! Where known names stand in a passage.

use std::cell::RefCell;

use rawi_lang::{Class, ContactGrammar, Grammar, Passage, contact_grammar, seat_at};
use rawi_model::Language;
use rawi_text::{Memo, begins};

use super::{Known, NameKind, Registry};

/// Where in a word a name may begin, in bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Starts {
    skips: [u8; 4],
    count: u8,
}

impl Starts {
    fn list(self) -> impl Iterator<Item = usize> {
        self.skips.into_iter().take(usize::from(self.count)).map(usize::from)
    }
}

/// How many words are kept from text to text, as a power of two.
const MEMO_BITS: u32 = 13;

/// The longest noun of contact, in tokens.
const LONGEST_NOUN: usize = 4;

/// The longest form of a verb, in tokens.
const LONGEST_CUE: usize = 8;

impl Registry {
    /// Marks where known names begin in a passage, and where they end.
    pub fn mark(&self, passage: &mut Passage<'_>) {
        thread_local! {
            static MEMOS: [RefCell<Memo<Starts>>; 2] = const { [const { RefCell::new(Memo::EMPTY) }; 2] };
        }
        MEMOS.with(|memos| {
            let mut memo = memos[usize::from(passage.grammar.language == Language::Ar)].borrow_mut();
            memo.grow(MEMO_BITS);
            self.mark_by(passage, &mut memo);
        });
    }

    fn mark_by(&self, passage: &mut Passage<'_>, memo: &mut Memo<Starts>) {
        let mut last = None;
        for i in 0..passage.tokens.len() {
            let Some((skip, end, known)) = self.name(passage, i, memo) else { continue };
            // A single everyday word is no name without more around it.
            // «بوتين | وترامب»
            let joined = skip > 0 && last == Some(i);
            if known.kind == NameKind::Last && !stands_alone(passage, i, end) && !self.is_bounded(passage, i, end, joined) {
                continue;
            }
            if known.kind == NameKind::Bare || end == i + 1 && passage.any(i, Class::Role.bit() | Class::Preposition.bit()) {
                continue;
            }
            passage.names[i] = Some(end);
            passage.glued[i] = skip as u8;
            last = Some(end);
        }
    }

    /// Whether an Arabic last name that is no given name stands between a word of contact, or what is closed, and a word that can be
    /// no more of a name: «زار بوتين | تركيا», «عقد بوتين | اجتماعا», «بين بوتين | ونظيره».
    fn is_bounded(&self, p: &Passage<'_>, start: usize, end: usize, joined: bool) -> bool {
        let article = p.grammar.article.as_str();
        if article.is_empty() || !joined && !opens(p, start) {
            return false;
        }
        if end >= p.tokens.len() || is_closed(p, end) {
            return true;
        }
        let word = p.tokens.word(end);
        let glued = || {
            let skips = p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).filter(|g| begins(word, g)).map(String::len);
            let classes = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit() | Class::Body.bit();
            skips.into_iter().any(|skip| self.at(p, end, skip).is_some() || p.skip(end) == skip && p.any(end, classes))
        };
        // «بين نتنياهو وترامب | بانتظار التفاصيل»
        let awaits = || p.grammar.prepositions.iter().any(|g| begins(word, g) && p.is_verbal_noun_behind(end, g.len()));
        // «النائب مقداد الخفاجي»: behind a title it may be a given name.
        let titled = start > 0 && p.any(start - 1, Class::Title.bit() | Class::Role.bit());
        let place = || self.at(p, end, 0).is_some() || seat_at(p, end, 0).is_some();
        let noun = || contact_grammar(p.grammar.language).is_some_and(|g| g.is_noun(p, end));
        (begins(word, article) && !titled || noun() || place() || glued() || awaits())
            && !self.is_given_name(p.tokens.word(start), p.grammar.language)
    }

    /// The known name at a token, with the bytes of glued particles before it; one past its last token.
    fn name(&self, passage: &Passage<'_>, i: usize, memo: &mut Memo<Starts>) -> Option<(usize, usize, Known)> {
        if !passage.tokens.is_word(i) {
            return None;
        }
        let starts = memo.get(passage.tokens, i, |word| self.starts(word, passage.grammar));
        starts.list().find_map(|skip| self.at(passage, i, skip).map(|(end, known)| (skip, end, known)))
    }

    /// Where in a word a name may begin: at its first letter or behind glued particles.
    fn starts(&self, word: &str, grammar: &Grammar) -> Starts {
        let glued = |list: &[String], from: usize| {
            list.iter().filter(|g| word.get(from..).is_some_and(|w| begins(w, g))).map(|g| from + g.len()).next()
        };
        let after_and = glued(&grammar.conjunctions, 0).unwrap_or(0);
        let behind = [after_and, glued(&grammar.prepositions, 0).unwrap_or(0), glued(&grammar.prepositions, after_and).unwrap_or(0)];
        let mut starts = Starts::default();
        for skip in std::iter::once(0).chain(behind.into_iter().filter(|&s| s > 0 && word.len() > s + 4)) {
            if self.names.may_begin(&word[skip..]) {
                starts.skips[usize::from(starts.count)] = skip as u8;
                starts.count += 1;
            }
        }
        starts
    }
}

/// Whether a last name may begin at a token, as what stands before it tells.
fn opens(p: &Passage<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return true };
    let holds = || {
        let word = p.tokens.word(before);
        let bare = p.grammar.conjunctions.iter().find_map(|c| word.strip_prefix(c.as_str()));
        let grammar = contact_grammar(p.grammar.language);
        let verb = |g: &ContactGrammar, word: &str| g.is_future(word) || g.words.list.iter().any(|w| w.verbs.iter().any(|v| v == word));
        grammar.is_some_and(|g| verb(g, word) || bare.is_some_and(|b| verb(g, b)))
    };
    !p.tokens.is_word(before) || p.is_classed(before) || !p.cues_in(before..start).is_empty() || tells_of_contact(p, start) || holds()
}

/// Whether no name goes on at a token.
fn is_closed(p: &Passage<'_>, k: usize) -> bool {
    !p.tokens.is_word(k) || p.is_classed(k) || !p.cues_in(k..k + 1).is_empty()
}

/// Whether a last name stands where nothing around it can be more of a name: «علی روحانی», «مبارك بن عيسى».
fn stands_alone(p: &Passage<'_>, start: usize, end: usize) -> bool {
    let before = start == 0
        || is_closed(p, start - 1)
        || p.cues_in(start.saturating_sub(LONGEST_CUE)..start).iter().any(|c| c.end == start)
        || p.tokens.word(start - 1).starts_with(p.grammar.article.as_str()) && !p.grammar.article.is_empty()
        || tells_of_contact(p, start);
    before && (is_closed(p, end) || p.grammar.article.is_empty() || meets(p, end))
}

/// Whether a word of contact ends right before a token: «دیدار دوجانبه | پزشکیان», «وزار | بوتين تركيا».
fn tells_of_contact(p: &Passage<'_>, end: usize) -> bool {
    let Some(g) = contact_grammar(p.grammar.language) else { return false };
    let ends = |k: usize| g.words.forms.longest(p.tokens, k, 0).is_some_and(|h| h.end == end);
    (end.saturating_sub(LONGEST_NOUN)..end).any(ends) || !p.grammar.article.is_empty() && (g.is_noun(p, end - 1) || g.is_verb(p, end - 1))
}

/// Whether a verb of contact stands at a token: «بوتين | يلتقي».
fn meets(p: &Passage<'_>, k: usize) -> bool {
    contact_grammar(p.grammar.language).is_some_and(|g| g.is_verb(p, k) || g.is_future(p.tokens.word(k)))
}
