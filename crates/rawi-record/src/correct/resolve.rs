//! Who is who after all corrections: plain data in, plain data out.

use std::collections::{BTreeMap, BTreeSet};

use rawi_model::{ActorKind, Names};

use super::address;
use super::correction::Correction;
use crate::words::search_form;

/// One actor as it is seen after the corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    /// The address of the first of its members.
    pub(crate) id: String,
    /// The addresses that are this actor.
    pub(crate) members: Vec<String>,
    /// The kind with which it was added.
    pub(crate) kind: Option<ActorKind>,
    /// The name that a user gave it.
    pub(crate) name: Option<String>,
    /// The names with which it was added.
    pub(crate) names: Names,
    /// Its Wikidata id, where it was added with one.
    pub(crate) wikidata: Option<String>,
    /// All names that it bears in every document, folded.
    pub(crate) folded: BTreeSet<String>,
}

/// The groups in the making. Every address that a correction names is in one; a group that went into another is empty.
#[derive(Debug, Default)]
struct Groups {
    list: Vec<Vec<String>>,
    of: BTreeMap<String, usize>,
    /// Pairs that are never one.
    apart: Vec<(String, String)>,
}

impl Groups {
    /// The group of an address; a new one where it has none.
    fn at(&mut self, one: &str) -> usize {
        if let Some(&at) = self.of.get(one) {
            return at;
        }
        self.of.insert(one.to_owned(), self.list.len());
        self.list.push(vec![one.to_owned()]);
        self.list.len() - 1
    }

    /// Makes two groups one, unless a pair of them is never one.
    fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.at(a), self.at(b));
        if a == b || self.against(a, b) {
            return;
        }
        for moved in std::mem::take(&mut self.list[b]) {
            self.of.insert(moved.clone(), a);
            self.list[a].push(moved);
        }
    }

    fn against(&self, a: usize, b: usize) -> bool {
        let of = |one: &String| self.of.get(one).copied();
        self.apart.iter().map(|(x, y)| (of(x), of(y))).any(|pair| pair == (Some(a), Some(b)) || pair == (Some(b), Some(a)))
    }

    fn alone(&mut self, one: &str) {
        let at = self.at(one);
        if self.list[at].len() > 1 {
            self.list[at].retain(|m| m != one);
            self.of.remove(one);
            self.at(one);
        }
    }
}

/// Applies corrections in their order. `known` are actors of the registry with their Wikidata ids.
///
/// Pairs that are not the same hold whenever they were said. A name with which one actor alone was added leads to it; one
/// that two were added with leads to neither.
pub(crate) fn resolve(corrections: &[Correction], known: &[(String, String)]) -> Vec<Identity> {
    let mut groups = Groups::default();
    for c in corrections {
        if let Correction::NotSame { subject, object } = c {
            groups.apart.push((subject.clone(), object.clone()));
        }
    }
    for c in corrections {
        match c {
            Correction::Merge { subject, object } => groups.join(subject, object),
            Correction::Split { subject, .. } => groups.alone(subject),
            Correction::Rename { subject, .. } => drop(groups.at(subject)),
            Correction::NotSame { subject, object } => {
                groups.at(subject);
                groups.at(object);
            }
            Correction::Add { subject, .. } => {
                groups.at(subject);
                for (registry, _) in known.iter().filter(|k| k.1 == *subject) {
                    groups.join(registry, subject);
                }
            }
        }
    }
    claim(&mut groups, corrections);
    let mut by_subject: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, c) in corrections.iter().enumerate() {
        by_subject.entry(c.subject()).or_default().push(at);
    }
    let said = |members: &[String]| {
        let mut places: Vec<usize> = members.iter().filter_map(|m| by_subject.get(m.as_str())).flatten().copied().collect();
        places.sort_unstable();
        places.into_iter().filter_map(|at| corrections.get(at)).collect::<Vec<_>>()
    };
    groups.list.into_iter().filter_map(|members| identity(&said(&members), members)).collect()
}

/// Gives added actors what is called by their names and of their kind in the documents.
fn claim(groups: &mut Groups, corrections: &[Correction]) {
    let mut claims: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for c in corrections {
        if let Correction::Add { subject, object } = c {
            for name in object.names.values() {
                claims.entry(address::of(object.kind, None, name)).or_default().insert(subject);
            }
        }
    }
    for (called, by) in claims {
        if by.len() == 1 && address::named_by(&called).is_some() && !groups.of.contains_key(&called) {
            for one in by {
                groups.join(one, &called);
            }
        }
    }
}

/// A group with what was said of its members.
fn identity(said: &[&Correction], members: Vec<String>) -> Option<Identity> {
    let mut one = Identity { id: members.first()?.clone(), ..Identity::default() };
    for c in said {
        match c {
            Correction::Rename { object, .. } => {
                one.folded.insert(search_form(object));
                one.name = Some(object.clone());
            }
            Correction::Add { object, .. } => {
                one.kind = one.kind.or(Some(object.kind));
                one.wikidata = one.wikidata.or_else(|| object.wikidata.clone());
                for (language, name) in &object.names {
                    one.folded.insert(search_form(name));
                    one.names.entry(language.clone()).or_insert_with(|| name.clone());
                }
            }
            Correction::Split { object: Some(name), .. } => drop(one.folded.insert(search_form(name))),
            _ => {}
        }
    }
    one.folded.extend(members.iter().filter_map(|m| Some(address::named_by(m)?.1.to_owned())));
    one.folded.remove("");
    one.members = members;
    Some(one)
}
