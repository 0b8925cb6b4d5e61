//! The registry of actors: what is known of states, bodies, media, persons and offices, by any of their names.

mod file;
mod load;
mod mark;
mod office;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rawi_lang::{Class, Passage};
use rawi_model::Language;
use rawi_text::{Lexicon, bare, fold};

pub use file::Error;
use office::{Held, Office, OfficeForm};

use crate::entry::{Entry, EntryKind};
use crate::name::{GIVEN, NameWords};

/// How a form names its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// By a name that means nothing else.
    Full,
    /// By a last name.
    Last,
    /// By a form that is also an everyday word, and counts after a citing word only.
    Bare,
    /// Not at all: the form begins with its name and is another's, «آذربایجان شرقی», a province of Iran.
    Apart,
}

/// A form of the registry found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The index of the entry.
    pub entry: usize,
    /// How the form names it.
    pub kind: NameKind,
    /// The one language in whose texts it does, if it does not in both.
    pub language: Option<Language>,
}

/// The registry of actors.
#[derive(Debug)]
pub struct Registry {
    /// The entries, states first, each kind in the order of its file.
    pub entries: Vec<Entry>,
    /// The offices.
    pub offices: Vec<Office>,
    names: Lexicon<Known>,
    office_forms: Lexicon<OfficeForm>,
    /// The offices by the words for several who hold them, each for a state: «وزرای خارجه» (foreign ministers).
    plurals: Lexicon<usize>,
    /// Who held an office, by the ids of office and state or body.
    holders: BTreeMap<(String, String), Vec<Held>>,
    /// The entries by id, kind by kind.
    ids: BTreeMap<String, usize>,
    adjectives: Lexicon<usize>,
    /// The first words of the persons' names, folded.
    first_names: BTreeSet<String>,
    sources: BTreeMap<String, usize>,
}

impl Registry {
    /// The registry that is part of the program.
    ///
    /// # Panics
    /// Never: the files are part of the program, and a test loads them.
    pub fn shared() -> &'static Self {
        static REGISTRY: OnceLock<Registry> = OnceLock::new();
        REGISTRY.get_or_init(|| match Self::load() {
            Ok(registry) => registry,
            Err(error) => unreachable!("{error}"),
        })
    }

    /// The longest known name that begins at a token, with the best of its meanings; one past its last token.
    pub fn at(&self, passage: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, Known)> {
        let hit = self.names.longest(passage.tokens, i, skip)?;
        // Persons before bodies, full names before parts of names.
        let here = |k: &Known| k.language.is_none_or(|language| language == passage.grammar.language);
        let best =
            hit.values.iter().copied().filter(here).min_by_key(|k| (k.kind, self.entries[k.entry].kind != EntryKind::Person, k.entry))?;
        let person = self.entries[best.entry].kind == EntryKind::Person;
        let named = best.kind != NameKind::Apart && (!person || skip > 0 || !is_fathers(passage, i));
        named.then_some((hit.end, best))
    }

    /// Whether a folded word is the first name of a known person.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }

    /// Whether a word is a given name in a language: «عبدالرحمن» (Abd al-Rahman), and not «رحيمي» (Rahimi).
    ///
    /// ```
    /// use rawi_actor::Registry;
    /// use rawi_model::Language;
    /// assert!(Registry::shared().is_given_name("عبدالرحمن", Language::Ar));
    /// assert!(!Registry::shared().is_given_name("رحيمي", Language::Ar));
    /// ```
    pub fn is_given_name(&self, word: &str, language: Language) -> bool {
        NameWords::of(language, self).known_word(&rawi_text::key(word)) & GIVEN != 0
    }

    /// The entry that a whole phrase names, for a given kind of entry where one is asked for.
    pub fn find(&self, phrase: &str, kind: Option<EntryKind>) -> Option<usize> {
        self.names
            .get(phrase)
            .iter()
            .filter(|k| k.kind != NameKind::Apart && kind.is_none_or(|wanted| self.entries[k.entry].kind == wanted))
            .min_by_key(|k| k.kind)
            .map(|k| k.entry)
    }

    /// The one entry that a whole phrase names by a name that means nothing else, its Latin letters with or without their marks.
    pub fn named(&self, phrase: &str) -> Option<&Entry> {
        self.called(&bare(phrase)).map(|entry| &self.entries[entry])
    }

    /// The one person whose name a whole phrase is, though it may be another's too.
    pub(crate) fn namesake(&self, phrase: &str) -> Option<usize> {
        let person = |k: &&Known| self.entries[k.entry].kind == EntryKind::Person && k.kind == NameKind::Bare;
        let mut found = self.names.get(phrase).iter().filter(person).map(|k| k.entry);
        let first = found.next()?;
        found.all(|entry| entry == first).then_some(first)
    }

    /// Whether an entry's name in some language ends with a word, which others may be called too: «كارتر» of «آشتون كارتر».
    pub(crate) fn is_last_name(&self, entry: usize, word: &str) -> bool {
        let entry = &self.entries[entry];
        let word = rawi_text::fold(word);
        let ends = |name: &String| rawi_text::fold(name).split_whitespace().next_back() == Some(word.as_str());
        !word.contains(char::is_whitespace) && (entry.names.values().any(ends) || entry.also.iter().any(ends))
    }

    /// The one agency or state whose name a whole phrase is, though it may be another word too; none that is also a person's name.
    pub(crate) fn agency_or_state(&self, phrase: &str) -> Option<usize> {
        let speaks = |entry: &usize| self.entries[*entry].is_agency || self.entries[*entry].kind == EntryKind::State;
        let mut all = self.names.get(phrase).iter().map(|k| k.entry);
        let first = all.next().filter(speaks)?;
        all.all(|entry| entry == first).then_some(first)
    }

    /// The one entry of which a whole phrase is a full name.
    pub(crate) fn called(&self, phrase: &str) -> Option<usize> {
        let mut full = self.names.get(phrase).iter().filter(|k| k.kind == NameKind::Full && k.language.is_none()).map(|k| k.entry);
        let first = full.next()?;
        full.all(|entry| entry == first).then_some(first)
    }

    /// Whether a whole phrase is a name of an entry, though it may mean something else too.
    pub(crate) fn is_called(&self, entry: usize, phrase: &str) -> bool {
        self.names.get(phrase).iter().any(|k| k.entry == entry)
    }

    /// The outlet of a machine name or host, or of its name: `almadina`, `al-madina.com`, «ایسنا».
    pub fn outlet(&self, name: &str) -> Option<usize> {
        let folded = fold(name.trim().trim_start_matches('@'));
        self.sources.get(folded.trim_start_matches("www.")).copied().or_else(|| self.find(name, Some(EntryKind::Media)))
    }

    /// The outlet of the host of an address.
    pub fn outlet_of_url(&self, url: &str) -> Option<usize> {
        let host = url.split_once("://").map_or(url, |(_, rest)| rest).split('/').next()?;
        let path = url.split_once("t.me/").and_then(|(_, rest)| rest.split('/').find(|p| *p != "s"));
        path.and_then(|channel| self.outlet(channel)).or_else(|| self.sources.get(host.trim_start_matches("www.")).copied())
    }

    /// The index of the entry with an id.
    pub(crate) fn index_of(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The state to which an entry belongs, an outlet or a body.
    pub fn home_of(&self, entry: usize) -> Option<usize> {
        self.index_of(self.entries[entry].state.as_deref()?)
    }

    /// The state of which a whole phrase is the name or adjective.
    pub(crate) fn state_called(&self, phrase: &str) -> Option<usize> {
        self.adjectives.get(phrase).first().copied().or_else(|| self.find(phrase, Some(EntryKind::State)))
    }

    /// The state whose adjective stands at a token; one past its last token.
    pub fn adjective_at(&self, passage: &Passage<'_>, i: usize) -> Option<(usize, usize)> {
        self.adjective_behind(passage, i, 0)
    }

    /// The same behind so many bytes of what is glued to it: «والروسي» (and the Russian).
    pub fn adjective_behind(&self, passage: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, usize)> {
        self.adjectives.longest(passage.tokens, i, skip).map(|hit| (hit.end, hit.values[0]))
    }

    /// The state whose adjective or name stands at a token; one past its last token.
    pub fn state_at(&self, passage: &Passage<'_>, i: usize) -> Option<(usize, usize)> {
        if let Some(found) = self.adjective_at(passage, i) {
            return Some(found);
        }
        let (end, known) = self.at(passage, i, 0)?;
        (self.entries[known.entry].kind == EntryKind::State).then_some((end, known.entry))
    }
}

/// Whether a name that begins at a token of an Arabic text is that of somebody's father: «سالم بن | فهد النخلي».
fn is_fathers(p: &Passage<'_>, i: usize) -> bool {
    let article = p.grammar.article.as_str();
    let namely =
        |k: usize| p.tokens.is_word(k) && !p.is_classed(k) && !p.tokens.word(k).starts_with(article) && p.cues_in(k..k + 1).is_empty();
    // «سالم | بن فهد»
    let short = |k: usize| p.is(k, Class::NameLink) && p.tokens.word(k).chars().nth(2).is_none();
    !article.is_empty() && (i >= 2 && short(i - 1) && namely(i - 2) || i >= 1 && short(i) && namely(i - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_load_and_names_are_found() {
        let registry = Registry::shared();
        assert!(registry.entries.len() > 500);
        let iran = registry.find("ایران", None).unwrap();
        assert_eq!(registry.find("إيران", Some(EntryKind::State)), Some(iran));
        assert_eq!(registry.entries[iran].code.as_deref(), Some("IRN"));
        assert!(registry.outlet("almadina").is_some());
    }
}
