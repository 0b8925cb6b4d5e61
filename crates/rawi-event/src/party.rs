//! Who a side is, beyond its own document: the registry's id, the holder of an office on that day, or its name in a form
//! that both scripts share.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rawi_actor::{Entry, EntryKind, NameKind, Registry};
use rawi_lang::{Class, Grammar, Passage};
use rawi_model::{ActorKind, Language, MentionKind, PartyRole, Reading};
use rawi_text::{Tokens, fold};
use rawi_time::Day;
use serde::{Deserialize, Serialize};

use crate::name::skeleton;

/// By what a side is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Known {
    /// The registry holds it, or a user said who it is.
    Registry,
    /// Its name alone is one person's in the registry.
    Name,
    /// It is the holder of an office on that day.
    Holder,
    /// It is an office of a state or body whose holder is not known.
    Office,
    /// By the words of its name alone.
    Words,
}

/// One side of a contact, to compare it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyClue {
    /// Its key in the reading.
    pub actor: String,
    /// What its document calls it.
    pub name: String,
    /// Its part.
    pub role: PartyRole,
    /// How corrections call it, without its document.
    pub address: String,
    /// Who it is, where that is known: an id of the registry, or `office@state`.
    pub id: Option<String>,
    /// By what.
    pub known: Known,
    /// The words of its name, in the form that both scripts share; none for one that the registry holds.
    pub words: BTreeSet<String>,
    /// Whether it is a state.
    pub state: bool,
    /// Whom the registry knows that it may be: those of its last name, or those who may hold its office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub perhaps: Vec<String>,
}

impl PartyClue {
    /// By what contacts of this side are found: its id, each word of its name, and whom it may be.
    pub(crate) fn tokens(&self) -> Vec<&str> {
        let words = self.words.iter().take(MOST).chain(&self.perhaps);
        self.id.iter().chain(words).map(String::as_str).collect()
    }

    /// Whether it may be another side, who is known better.
    pub fn may_be(&self, other: &Self) -> bool {
        other.id.as_ref().is_some_and(|id| self.perhaps.contains(id))
    }
}

/// Words of a name that count.
const MOST: usize = 4;

/// Whether two sides are one.
///
/// Two ids say it; names only where one holds all words of the other, or most words are shared.
pub fn same_party(one: &PartyClue, other: &PartyClue) -> bool {
    match (&one.id, &other.id) {
        (Some(a), Some(b)) => a == b,
        _ => same_words(&one.words, &other.words) || same_name(one, other),
    }
}

/// Whether two sides are one as far as can be told: the same, or one known less well who may be the other.
pub fn may_be_one(one: &PartyClue, other: &PartyClue) -> bool {
    same_party(one, other) || one.may_be(other) || other.may_be(one)
}

/// Whether both are called by the same words, none of them left out by the form that both scripts share.
fn same_name(one: &PartyClue, other: &PartyClue) -> bool {
    !one.words.is_empty() && one.words == other.words && one.name.contains(' ') && fold(&one.name) == fold(&other.name)
}

fn same_words(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let (small, large) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let shared = small.intersection(large).count();
    // A single word must be long enough to be a name.
    let telling = shared > 1 || small.iter().all(|w| w.chars().count() > 2);
    shared > 0 && telling && (shared == small.len() || 3 * shared >= 2 * large.len())
}

/// Reads who the actors of one document are, beyond it.
#[derive(Debug)]
pub struct Sides<'r> {
    reading: &'r Reading,
    registry: &'static Registry,
    grammar: Option<&'static Grammar>,
    /// The state of the outlet.
    home: Option<String>,
}

/// The kind and the id of an address in the registry: `person/abbas-araghchi`.
fn entry_id(address: &str) -> (&str, &str) {
    address.split_once('/').unwrap_or(("", address))
}

impl<'r> Sides<'r> {
    /// For the actors of a reading.
    pub fn new(reading: &'r Reading) -> Self {
        let registry = Registry::shared();
        let d = &reading.document;
        let outlet = d.outlet.as_deref().and_then(|key| reading.actor(key)).and_then(|a| a.registry.as_deref()).map(|a| entry_id(a).1);
        let home = outlet.and_then(|id| registry.entries.iter().find(|e| e.kind == EntryKind::Media && e.id == id));
        Self { reading, registry, grammar: rawi_lang::grammar(d.language), home: home.and_then(|e| e.state.clone()) }
    }

    /// The side with this key; none where it is nobody in particular.
    pub fn party(&self, key: &str, role: PartyRole, day: Option<Day>) -> Option<PartyClue> {
        let actor = self.reading.actor(key)?;
        let base = |id: Option<String>, known, words| PartyClue {
            actor: actor.key.clone(),
            name: actor.name.clone(),
            role,
            address: String::new(),
            id,
            known,
            words,
            state: actor.kind == ActorKind::State,
            perhaps: Vec::new(),
        };
        // Of those who may be meant; of too many none.
        let perhaps = |party: PartyClue, mut ids: Vec<String>| {
            ids.sort();
            ids.dedup();
            PartyClue { perhaps: if ids.len() > MOST { Vec::new() } else { ids }, ..party }
        };
        match actor.registry.as_deref().map(entry_id) {
            // An office whose holder is not known: `office/foreign_minister/OM`.
            Some(("office", seat)) => {
                let holders = seat.split_once('/').map_or_else(Vec::new, |(office, of)| self.holders(office, of, day));
                return Some(perhaps(base(Some(seat.replace('/', "@")), Known::Office, BTreeSet::new()), holders));
            }
            Some((_, id)) => return Some(base(Some(id.to_owned()), Known::Registry, BTreeSet::new())),
            None => {}
        }
        if matches!(actor.kind, ActorKind::Unnamed | ActorKind::Document | ActorKind::Place) {
            return None;
        }
        let mentions = actor.mentions.iter().filter(|m| m.kind != MentionKind::Pronoun).map(|m| m.text.as_str());
        let mut names: Vec<&str> = std::iter::once(actor.name.as_str()).chain(mentions).collect();
        names.sort_unstable_by_key(|n| *n != actor.name);
        names.dedup();
        names.truncate(8);
        let phrases: Vec<Phrase> = names.iter().filter_map(|n| self.phrase(n)).collect();
        if matches!(actor.kind, ActorKind::Person | ActorKind::Office) {
            let person = |p: &Phrase| p.person.clone().or_else(|| p.bare.as_deref().and_then(|bare| self.person(bare)));
            if let Some(id) = phrases.iter().find_map(person) {
                return Some(base(Some(id), Known::Name, BTreeSet::new()));
            }
        }
        let words = phrases.first().map(|p| p.words.clone()).unwrap_or_default();
        let office = phrases.iter().find_map(|p| p.office.clone().filter(|o| o.1.is_some()));
        // An office of nobody in particular, with nothing else said, is that of the outlet's own state.
        let own = || Some((phrases.iter().find(|p| p.words.is_empty() && !p.pointed)?.office.clone()?.0, self.home.clone()));
        let office = office.or_else(own);
        if let Some((office, Some(of))) = office {
            // Beside another name it is another's office: an earlier holder, or one whom the registry does not know.
            let mut holders = self.holders(&office, &of, day);
            holders.retain(|id| !phrases.iter().any(|p| p.given) || self.bears(id, &words));
            return Some(match holders.as_slice() {
                [id] => base(Some(id.clone()), Known::Holder, BTreeSet::new()),
                _ => perhaps(base(Some(format!("{office}@{of}")), Known::Office, words), holders),
            });
        }
        let named = if actor.kind == ActorKind::Person { namesakes(&words) } else { Vec::new() };
        Some(perhaps(base(None, Known::Words, words), named)).filter(|p| !p.words.is_empty())
    }

    /// The one person whose name these words are.
    fn person(&self, words: &str) -> Option<String> {
        let find = |words: &str| self.registry.find(words, Some(EntryKind::Person));
        // Persian leaves out the article of an Arabic name.
        let article = || rawi_lang::grammar(Language::Ar).and_then(|g| find(&format!("{}{words}", g.article)));
        let at = find(words).or_else(article)?;
        Some(self.registry.entries[at].id.clone())
    }

    /// The person whose name begins at a token, one past its last token.
    fn named(&self, passage: &Passage<'_>, at: usize) -> Option<(usize, String)> {
        let (end, known) = self.registry.at(passage, at, 0)?;
        let entry = &self.registry.entries[known.entry];
        (entry.kind == EntryKind::Person && known.kind != NameKind::Bare).then(|| (end, entry.id.clone()))
    }

    /// Whether any of some words is of a person's name.
    fn bears(&self, id: &str, words: &BTreeSet<String>) -> bool {
        let entry = self.registry.entries.iter().find(|e| e.kind == EntryKind::Person && e.id == id);
        entry.is_some_and(|e| named_words(e).iter().any(|of| !of.is_disjoint(words)))
    }

    /// Who held an office on a day, as far as the registry knows.
    fn holders(&self, office: &str, of: &str, day: Option<Day>) -> Vec<String> {
        let Some(day) = day.map(|d| d.to_string()) else { return Vec::new() };
        // A term may be dated by month or year: of its end then the whole of it counts.
        let within = |start: &Option<String>, end: &Option<String>| {
            start.as_ref().is_none_or(|s| s.as_str() <= day.as_str())
                && end.as_ref().is_none_or(|e| day.as_str() <= e.as_str() || day.starts_with(e.as_str()))
        };
        let holds = |t: &rawi_actor::Term| t.office == office && t.of.as_deref() == Some(of) && within(&t.start, &t.end);
        let persons = self.registry.entries.iter().filter(|e| e.kind == EntryKind::Person);
        persons.filter(|e| e.terms.iter().any(holds)).map(|e| e.id.clone()).collect()
    }

    /// What a phrase says of its bearer.
    fn phrase(&self, text: &str) -> Option<Phrase> {
        let grammar = self.grammar?;
        let tokens = Tokens::new(text);
        let passage = Passage::new(text, &tokens, grammar);
        let mut phrase = Phrase::default();
        let mut at = 0;
        let mut bare: Option<(usize, usize)> = None;
        let mut words = Vec::new();
        let mut under = false;
        while at < tokens.len() {
            if !tokens.is_word(at) {
                at += 1;
                continue;
            }
            if let Some((end, office)) = self.registry.office_at(&passage, at, 0) {
                if phrase.office.as_ref().is_none_or(|o| o.1.is_none()) && !under {
                    let state = (end..(end + 2).min(tokens.len())).find_map(|k| self.registry.state_at(&passage, k));
                    let office = &self.registry.offices[office];
                    let of = office.of.clone().or_else(|| state.map(|(_, entry)| self.registry.entries[entry].id.clone()));
                    phrase.office = Some((office.id.clone(), of));
                }
                at = end;
                continue;
            }
            // A known name where the phrase begins; further on it may be somebody else's.
            if let (true, false, Some((end, id))) = (words.is_empty(), under, self.named(&passage, at)) {
                phrase.person = phrase.person.or(Some(id));
                at = end;
                continue;
            }
            if let Some((end, _)) = self.registry.state_at(&passage, at) {
                at = end;
                continue;
            }
            phrase.pointed |= passage.is(at, Class::Demonstrative);
            // «نائب الوزير», «سخنگوی وزیر» are not the minister.
            under |= phrase.office.is_none() && passage.is(at, Class::Role) && !passage.is(at, Class::Title);
            if passage.is(at, Class::Title) {
                at = passage.end_of(at, Class::Title).max(at + 1);
                continue;
            }
            if !passage.is_classed(at) {
                words.push(tokens.word(at));
                phrase.given |= self.registry.is_first_name(tokens.word(at));
                bare = Some(bare.map_or((at, at + 1), |(from, _)| (from, at + 1)));
            }
            at += 1;
        }
        phrase.words = skeletons(&words, grammar.language);
        phrase.bare = bare.map(|(from, to)| tokens.span(from..to).of(text).to_owned());
        Some(phrase)
    }
}

/// The languages whose names have a form that both scripts share.
const WRITTEN: [Language; 2] = [Language::Fa, Language::Ar];

/// The words of an entry's name in each of the languages, in the form that both scripts share.
fn named_words(entry: &Entry) -> Vec<BTreeSet<String>> {
    let names = WRITTEN.iter().filter_map(|language| Some((entry.names.get(language.code())?, *language)));
    names.map(|(name, language)| skeletons(&name.split_whitespace().collect::<Vec<_>>(), language)).collect()
}

/// The words of a name in the form that both scripts share; two that are one given name are one: «رامي | عبد الرحمن» (Rami Abd al-Rahman) has
/// no two words of «عبد الرحمن | رحيمي» (Abd al-Rahman Rahimi).
fn skeletons(words: &[&str], language: Language) -> BTreeSet<String> {
    let given = |word: &str| Registry::shared().is_given_name(word, language);
    let mut out = BTreeSet::new();
    let mut at = 0;
    while at < words.len() {
        let joined = words.get(at + 1).filter(|next| !given(next)).map(|next| format!("{}{next}", words[at])).filter(|both| given(both));
        at += 1 + usize::from(joined.is_some());
        out.insert(skeleton(joined.as_deref().unwrap_or(words[at - 1])));
    }
    out
}

/// The persons of the registry whose last name stands among some words, all of which are of their names.
fn namesakes(words: &BTreeSet<String>) -> Vec<String> {
    /// By the form of a last name that both scripts share: each bearer, and the forms of all words of its names.
    type Bearers = BTreeMap<String, Vec<(&'static str, BTreeSet<String>)>>;
    static BEARERS: LazyLock<Bearers> = LazyLock::new(|| {
        let mut bearers = Bearers::new();
        for entry in Registry::shared().entries.iter().filter(|e| e.kind == EntryKind::Person) {
            let all: BTreeSet<String> = named_words(entry).into_iter().flatten().collect();
            let names = WRITTEN.iter().filter_map(|language| entry.names.get(language.code()));
            for last in names.filter_map(|n| n.split_whitespace().last()).map(skeleton).collect::<BTreeSet<_>>() {
                if last.chars().count() > 2 {
                    bearers.entry(last).or_default().push((&entry.id, all.clone()));
                }
            }
        }
        bearers
    });
    let bearers = words.iter().filter_map(|w| BEARERS.get(w)).flatten();
    bearers.filter(|(_, all)| words.is_subset(all)).map(|(id, _)| (*id).to_owned()).collect()
}

/// What a phrase says of its bearer.
#[derive(Debug, Default)]
struct Phrase {
    /// An office, and the state or body where that is said.
    office: Option<(String, Option<String>)>,
    /// The words of the name, in the form that both scripts share.
    words: BTreeSet<String>,
    /// The name without titles and office.
    bare: Option<String>,
    /// The person whose known name stands at its head.
    person: Option<String>,
    /// Whether somebody's first name stands in it.
    given: bool,
    /// Whether it points to what was named before: «این کشور».
    pointed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_of_one_given_name_are_one() {
        let of = |name: &str, language| skeletons(&name.split(' ').collect::<Vec<_>>(), language);
        // Rami Abd al-Rahman, and Abd al-Rahman Rahimi.
        let (one, other) = (of("رامي عبد الرحمن", Language::Ar), of("عبد الرحمن رحيمي", Language::Ar));
        assert!(!same_words(&one, &other));
        assert!(same_words(&one, &of("رامی عبدالرحمن", Language::Fa)));
        assert_eq!(of("خالد علي", Language::Ar).len(), 2);
    }
}
