//! Full names told by their last word, which stands for somebody elsewhere in the text: «عدنان مندورة … وأضاف مندورة» (Adnan
//! Mandoura … and Mandoura added).

use rawi_lang::{Class, Part, Passage};
use rawi_text::TokenKind;
use rustc_hash::FxHashSet;

use crate::name::{FOREIGN, GIVEN, LINK, NO_PERSON, NameWords, OFTEN};
use crate::registry::Registry;

/// The last names that stand alone in a text.
pub(crate) struct Alone<'t> {
    names: FxHashSet<&'t str>,
    words: &'static NameWords,
}

impl<'t> Alone<'t> {
    /// Finds them: words behind a title or a verb of speech, or before it, that do nothing else that is known.
    pub(crate) fn of(registry: &Registry, p: &Passage<'t>) -> Self {
        let words = NameWords::of(p.grammar.language, registry);
        let is_alone = |&k: &usize| {
            let single = || p.person_at(k) == Some(k + 1) && !p.behind_person(k);
            let said = || {
                let before = k.checked_sub(1).is_some_and(|b| p.cues_in(b..k).iter().any(|c| c.end == k && c.part != Part::Noun));
                before && !p.grammar.article.is_empty() && ends(p, k + 1)
            };
            let titled = || k > 0 && p.is(k - 1, Class::Title) && p.end_of(k - 1, Class::Title) == k;
            is_plain(p, k) && (single() || titled() || said() || p.grammar.article.is_empty() && p.speaks_alone(k))
        };
        Self { names: (0..p.tokens.len()).filter(is_alone).map(|k| p.tokens.word(k)).collect(), words }
    }

    /// One past the full name that begins at a token with a given name and ends with one of them.
    pub(crate) fn full_name(&self, p: &Passage<'t>, at: usize) -> Option<usize> {
        /// The most words before the last name.
        const GIVEN_NAMES: usize = 3;
        let article = p.grammar.article.as_str();
        // «ألون» has no article.
        let definite = || !article.is_empty() && p.tokens.list[at].raw.of(p.raw).starts_with(article);
        if self.names.is_empty() || !self.is_given(p, at) || p.behind_person(at) || definite() {
            return None;
        }
        let last = (at + 1..p.tokens.len().min(at + 1 + GIVEN_NAMES)).find(|&k| self.is_last(p, k) || !self.is_given(p, k))?;
        let own = p.person_at(at).is_none_or(|end| end <= last);
        (self.is_last(p, last) && own).then_some(last + 1)
    }

    /// Whether a last name that stands alone elsewhere begins at a token.
    fn is_last(&self, p: &Passage<'t>, k: usize) -> bool {
        let word = p.tokens.word(k);
        is_plain(p, k) && p.glued_at(k) == 0 && self.names.contains(word) && self.words.known_word(word) & NO_PERSON == 0
    }

    /// Whether a word is known as a given name.
    fn is_given(&self, p: &Passage<'t>, k: usize) -> bool {
        /// How much a word that is often in names must look like one of them.
        const LOOKS: u8 = 3;
        if !is_plain(p, k) || p.glued_at(k) > 0 || p.skip(k) > 0 {
            return false;
        }
        let word = p.tokens.word(k);
        let known = self.words.known_word(word);
        // «حجت‌الاسلام قهرمان نوری»: behind a title any word can be one.
        let titled = || k > 0 && p.is(k - 1, Class::Title) && p.end_of(k - 1, Class::Title) == k && p.grammar.article.is_empty();
        let given = known & (GIVEN | FOREIGN | LINK) != 0 || known & OFTEN != 0 && self.words.looks(word) >= LOOKS || titled();
        given && known & NO_PERSON == 0 && !p.tanwin(k)
    }
}

/// Whether a word does nothing that is known.
fn is_plain(p: &Passage<'_>, k: usize) -> bool {
    p.tokens.kind(k) == TokenKind::Word && !p.is_classed(k) && !p.is_time(k) && p.name_at(k).is_none() && p.cues_in(k..k + 1).is_empty()
}

/// Whether the phrase of an actor is over at a token.
fn ends(p: &Passage<'_>, k: usize) -> bool {
    k >= p.tokens.len() || p.is_mark(k) || p.any(k, Class::Preposition.bit() | Class::Clause.bit() | Class::Adverb.bit())
}
