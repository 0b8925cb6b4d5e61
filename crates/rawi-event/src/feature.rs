//! What some words are about, in a form that both languages share.

use std::collections::BTreeSet;

use rawi_actor::{EntryKind, NameKind, Registry};
use rawi_lang::{Passage, Terms};
use rawi_model::Language;
use rawi_text::Tokens;

/// What some words are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Terms of diplomacy, by id.
    pub terms: BTreeSet<&'static str>,
    /// Who is named, by the registry's ids.
    pub actors: BTreeSet<&'static str>,
    /// Numbers of two digits or more, in Latin digits.
    pub numbers: BTreeSet<String>,
    /// Words that are in no closed class, folded: for texts of one language.
    pub words: BTreeSet<String>,
}

impl Features {
    /// How much they share with others, and whether that is enough to take both for one: within one language their words
    /// decide, and facts with some of the words; across languages terms, names and numbers alone.
    pub fn likeness(&self, other: &Self, one_language: bool) -> (u32, bool) {
        let facts = shared(&self.terms, &other.terms) + shared(&self.actors, &other.actors) + 2 * shared(&self.numbers, &other.numbers);
        let weight = |f: &Self| f.terms.len() + f.actors.len() + 2 * f.numbers.len();
        let least = weight(self).min(weight(other));
        let by_facts = if facts >= 3 { 1000 * facts / least.max(1) } else { 0 };
        if !one_language {
            return (by_facts as u32, by_facts >= 600);
        }
        let words = shared(&self.words, &other.words);
        let by_words = if words >= 3 { 1000 * words / self.words.len().min(other.words.len()).max(1) } else { 0 };
        ((2 * by_words + by_facts) as u32, by_words >= 450 && words >= 4 || by_facts >= 600 && by_words >= 300)
    }

    /// Whether nothing shows that it lacks in a text of another language: it names too little that both can name, or most of
    /// that stands in the text.
    pub fn may_stand_in(&self, text: &Self) -> bool {
        let facts = shared(&self.terms, &text.terms) + shared(&self.actors, &text.actors) + 2 * shared(&self.numbers, &text.numbers);
        let weight = self.terms.len() + self.actors.len() + 2 * self.numbers.len();
        weight < 3 || 10 * facts >= 6 * weight
    }

    /// Whether there is enough to lay it beside other words.
    pub fn is_telling(&self) -> bool {
        self.terms.len() + self.actors.len() + 2 * self.numbers.len() >= 3 || self.words.len() >= 5
    }
}

fn shared<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> usize {
    one.intersection(other).count()
}

/// What some words are about.
///
/// ```
/// use rawi_event::features;
/// use rawi_model::Language;
/// let fa = features("ایران و عراق ۱۲ تفاهم‌نامه درباره آب و حمل‌ونقل امضا کردند", Language::Fa); // Iran and Iraq signed 12 memoranda on water and transport
/// let ar = features("وقّع العراق وإيران 12 مذكرة تفاهم حول المياه والنقل", Language::Ar);
/// assert!(fa.likeness(&ar, false).1);
/// ```
pub fn features(words: &str, language: Language) -> Features {
    let Some(grammar) = rawi_lang::grammar(language) else { return Features::default() };
    let (terms, registry) = (Terms::shared(), Registry::shared());
    let tokens = Tokens::new(words);
    let mut passage = Passage::new(words, &tokens, grammar);
    registry.mark(&mut passage);
    let named = terms.within(&tokens, 0..tokens.len(), language).into_iter().map(|at| terms.list[at].id.as_str());
    let mut features = Features { terms: named.collect(), ..Features::default() };
    for at in 0..tokens.len() {
        let named = passage.names[at].and_then(|_| registry.at(&passage, at, usize::from(passage.glued[at])));
        if let Some((_, known)) = named.filter(|(_, k)| k.kind != NameKind::Bare) {
            let entry = &registry.entries[known.entry];
            if entry.kind != EntryKind::Media {
                features.actors.insert(entry.id.as_str());
            }
        }
        let word = tokens.word(at);
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        if digits.len() > 1 && digits.len() == word.chars().count() {
            features.numbers.insert(digits);
        } else if tokens.is_word(at) && !passage.is_classed(at) && word.chars().count() > 2 {
            features.words.insert(word.to_owned());
        }
    }
    features
}
