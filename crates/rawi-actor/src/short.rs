//! Bodies that a text names in full, and elsewhere by one word of the name: «وزارة الصحة» (the ministry of health), «الصحة تعلن …».

use std::collections::BTreeMap;

use rawi_lang::{Class, Passage};

use crate::name::{NameWords, SURE};
use crate::phrase::{Phrase, word_of};
use crate::registry::Registry;

/// How much a word may look like one of names.
const LOOKS: u8 = 2;

/// The short names of bodies, each with the word that heads the full one.
#[derive(Debug, Default)]
pub(crate) struct Shorts(BTreeMap<String, String>);

impl Shorts {
    /// Those of an Arabic text. A word of persons' names, or one for a state's people, is none.
    pub(crate) fn of(registry: &Registry, p: &Passage<'_>) -> Self {
        let article = p.grammar.article.as_str();
        if article.is_empty() {
            return Self::default();
        }
        let words = NameWords::of(p.grammar.language, registry);
        let short = |k: usize| {
            let word = p.tokens.word(k);
            let free = word.starts_with(article) && !p.is_classed(k) && !p.is_of_person(k) && registry.state_at(p, k).is_none();
            free && words.known_word(word) & SURE == 0 && words.looks(word) <= LOOKS
        };
        let head = |k: usize| p.is(k, Class::Body) && p.end_of(k, Class::Body) == k + 1 && !words.is_government(p.tokens.word(k));
        let found = (0..p.tokens.len().saturating_sub(1)).filter(|&k| head(k) && short(k + 1));
        Self(found.map(|k| (word_of(p, k + 1, 0), word_of(p, k, p.skip(k)))).collect())
    }

    /// The word that heads the full name of the body that a phrase names by one word, with its state or without: «الدفاع اليمنية».
    pub(crate) fn head(&self, phrase: &Phrase) -> Option<&str> {
        let mut own = phrase.words.iter().filter(|word| !phrase.state_words.contains(*word));
        match (own.next(), own.next()) {
            (Some(word), None) if phrase.is_plain() => self.0.get(word).map(String::as_str),
            _ => None,
        }
    }
}
