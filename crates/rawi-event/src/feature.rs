//! What some words are about, in a form that both languages share.

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_actor::{EntryKind, NameKind, Registry};
use rawi_lang::{Passage, Terms, search};
use rawi_model::Language;
use rawi_text::Tokens;

/// What two must share, to be one across languages: two terms and a state, or a number and anything.
const ENOUGH: u32 = 5;

/// The least number that says something.
const TWO_DIGITS: i32 = 10;

/// Numbers whose words alone mean something else too, or are round: «ده» (ten, a village), «سی», «صد», «هزار».
const AMBIGUOUS: [i32; 4] = [10, 30, 100, 1000];

/// What some words are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Terms of diplomacy, by id.
    pub terms: BTreeSet<&'static str>,
    /// Who is named, by the registry's ids.
    pub actors: BTreeSet<&'static str>,
    /// Numbers of two digits or more, in Latin digits, written in digits or words.
    pub numbers: BTreeSet<String>,
    /// Words that are in no closed class, without article and plural: for texts of one language.
    pub words: BTreeSet<String>,
}

impl Features {
    /// How much they share with others, and whether that is enough to take both for one: within one language their words
    /// decide, and facts with some of the words; across languages terms, names and numbers alone.
    pub fn likeness(&self, other: &Self, one_language: bool) -> (u32, bool) {
        let (facts, least) = (self.shared(other), self.weight().min(other.weight()));
        let by_facts = if facts >= ENOUGH { 1000 * facts / least.max(1) } else { 0 };
        if !one_language {
            return (by_facts + facts, by_facts >= 600);
        }
        let words = self.words.intersection(&other.words).count() as u32;
        let least = self.words.len().min(other.words.len()).max(1) as u32;
        let by_words = if words >= 3 { 1000 * words / least } else { 0 };
        let alike = words >= 2 && self.words == other.words;
        (2 * by_words + by_facts, alike || by_words >= 450 && words >= 4 || by_facts >= 600 && by_words >= 300)
    }

    /// Whether most of its words stand in a text of its language.
    pub fn stands_in(&self, text: &Self) -> bool {
        self.words.len() >= 4 && 10 * self.words_in(text) >= 8 * self.words.len()
    }

    /// Whether nothing shows that it lacks in a text: a good part of its words stand there; of another language, it names too
    /// little that both can name, or most of that stands in the text.
    pub fn may_stand_in(&self, text: &Self, one_language: bool) -> bool {
        if one_language {
            return 10 * self.words_in(text) >= 4 * self.words.len();
        }
        self.weight() < ENOUGH || 10 * self.shared(text) >= 6 * self.weight()
    }

    fn words_in(&self, text: &Self) -> usize {
        self.words.intersection(&text.words).count()
    }

    fn weight(&self) -> u32 {
        self.shared(self)
    }

    /// How much both name: a number says most, a state or a term that is in all mouths least.
    fn shared(&self, other: &Self) -> u32 {
        let terms: u32 = self.terms.intersection(&other.terms).map(|id| if Terms::shared().is_broad(id) { 1 } else { 2 }).sum();
        let (states, others): (Vec<&&str>, Vec<&&str>) =
            self.actors.intersection(&other.actors).partition(|id| id.len() == 2 && id.bytes().all(|b| b.is_ascii_uppercase()));
        terms + states.len().min(2) as u32 + 2 * others.len() as u32 + 4 * self.numbers.intersection(&other.numbers).count() as u32
    }

    /// Whether there is enough to lay it beside words that are not its own.
    pub fn is_telling(&self) -> bool {
        self.weight() >= ENOUGH || self.words.len() >= 5
    }
}

/// What some words are about.
///
/// ```
/// use rawi_event::features;
/// use rawi_model::Language;
/// let fa = features("ایران و عراق ۱۲ تفاهم‌نامه درباره آب و حمل‌ونقل امضا کردند", Language::Fa); // Iran and Iraq signed 12 memoranda on water and transport
/// let ar = features("وقّع العراق وإيران 12 مذكرة تفاهم حول المياه والنقل", Language::Ar);
/// assert!(fa.likeness(&ar, false).1);
/// let lorries = features("هشتاد کامیون از مرز گذشت", Language::Fa); // eighty lorries crossed the border
/// assert!(lorries.numbers.contains("80"));
/// ```
pub fn features(words: &str, language: Language) -> Features {
    let Some(grammar) = rawi_lang::grammar(language) else { return Features::default() };
    let (terms, registry) = (Terms::shared(), Registry::shared());
    let tokens = Tokens::new(words);
    let mut passage = Passage::new(words, &tokens, grammar);
    registry.mark(&mut passage);
    let told = between_names(&passage).into_iter().flat_map(|run| terms.within(&tokens, run, language));
    let mut features = Features { terms: told.map(|at| terms.list[at].id.as_str()).collect(), ..Features::default() };
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
        // «F-35», «اف-۳۵»: a model's name counts nothing.
        let model = at > 1 && passage.is_dash(at - 1) && tokens.is_word(at - 2);
        if digits.len() > 1 && digits.len() == word.chars().count() {
            if model {
                continue;
            }
            features.numbers.insert(digits);
        } else if tokens.is_word(at) && !passage.is_classed(at) && word.chars().count() > 2 {
            features.words.insert(search::base(word, language));
        }
    }
    if let Some(words) = rawi_lang::date::words(language.code()) {
        let sure = |at: &Range<usize>, number: i32| at.len() > 1 || !AMBIGUOUS.contains(&number);
        let told = rawi_time::number_words(&tokens, words).into_iter().filter(|(at, number)| *number >= TWO_DIGITS && sure(at, *number));
        features.numbers.extend(told.map(|(_, number)| number.to_string()));
    }
    features
}

/// The runs of tokens between known names: «مجلس التعاون» (the Cooperation Council) speaks of no cooperation.
fn between_names(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let count = passage.tokens.len();
    let mut runs = Vec::new();
    let mut from = 0;
    for at in 0..count {
        if let Some(end) = passage.names[at].filter(|_| at >= from) {
            runs.push(from..at);
            from = end;
        }
    }
    runs.push(from..count.max(from));
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_topics() {
        // The Cooperation Council discussed water; it stressed the importance of cooperation.
        assert_eq!(features("بحث مجلس التعاون ملف المياه", Language::Ar).terms.into_iter().collect::<Vec<_>>(), ["water"]);
        assert!(features("أكد مجلس التعاون أهمية التعاون", Language::Ar).terms.contains("cooperation"));
        assert!(!features("أكدت دول الخليج أهمية المياه", Language::Ar).terms.contains("sea"));
    }
}
