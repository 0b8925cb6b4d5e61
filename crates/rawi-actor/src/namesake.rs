//! Namesakes: last names of the registry that the text gives to somebody else.

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_model::Language;
use rawi_text::fold;

use crate::entry::EntryKind;
use crate::name::{FAMILY, GIVEN, NameWords};
use crate::registry::{NameKind, Registry};

impl Registry {
    /// Takes last names of the registry back that stand in the name of another person, as names in running text tell: «هوشنگ
    /// نصیرزاده» (Hushang Nasirzadeh); in the whole text, where the person of the registry is not named in full.
    pub fn part_namesakes(&self, passage: &mut Passage<'_>) {
        let mut apart: Vec<usize> = Vec::new();
        let mut others: BTreeSet<usize> = BTreeSet::new();
        let mut full: BTreeSet<usize> = BTreeSet::new();
        let mut last: Vec<(usize, usize)> = Vec::new();
        let mut person = 0..0;
        for i in 0..passage.tokens.len() {
            if let Some(end) = passage.person_at(i) {
                person = i..end;
            }
            let Some(end) = passage.name_at(i) else {
                // A last name behind another's first name is not marked; it tells of a namesake nonetheless.
                if person.start < i
                    && i < person.end
                    && let Some((_, known)) = self.at(passage, i, 0).filter(|(_, k)| k.kind == NameKind::Last)
                    && self.is_anothers(passage, &person, i, known.entry)
                {
                    others.insert(known.entry);
                }
                continue;
            };
            let Some((_, known)) = self.at(passage, i, usize::from(passage.glued_at(i))) else { continue };
            if self.entries[known.entry].kind != EntryKind::Person {
                continue;
            }
            if known.kind == NameKind::Full {
                full.insert(known.entry);
                continue;
            }
            last.push((i, known.entry));
            // «نصرالله کوهستانی»: his first name, which is another's last.
            if end == i + 1 && passage.grammar.article.is_empty() && is_first(self, passage, i) {
                apart.push(i);
                continue;
            }
            if person.start <= i && end <= person.end && self.is_anothers(passage, &person, i, known.entry) {
                apart.push(i);
                others.insert(known.entry);
            }
        }
        apart.extend(last.iter().filter(|(_, entry)| others.contains(entry) && !full.contains(entry)).map(|l| l.0));
        for i in apart {
            passage.names[i] = None;
            passage.glued[i] = 0;
        }
    }

    /// Whether a name in running text that holds a last name of the registry has another first name than its person.
    fn is_anothers(&self, passage: &Passage<'_>, name: &Range<usize>, last: usize, entry: usize) -> bool {
        let glued = usize::from(passage.glued_at(name.start));
        let beside = (name.start..last).filter(|&k| passage.tokens.is_word(k) && !passage.is(k, Class::Title));
        let words = beside.map(|k| {
            let word = passage.tokens.word(k);
            word.get(if k == name.start { glued } else { 0 }..).unwrap_or(word)
        });
        self.is_other(entry, words)
    }

    /// Whether none of the words that stand beside a last name is a first name of its person; «جو» and «جوزيف», «بنجامين» and
    /// «بنيامين» are one.
    fn is_other<'w>(&self, entry: usize, words: impl Iterator<Item = &'w str>) -> bool {
        let entry = &self.entries[entry];
        let mut own: Vec<String> =
            entry.names.values().chain(&entry.also).filter_map(|n| Some(fold(n).rsplit_once(' ')?.0.to_owned())).collect();
        // «سیدحسین» is not «سید محسن».
        let title = |word: &str| {
            [Language::Fa, Language::Ar].into_iter().filter_map(rawi_lang::grammar).any(|g| g.classes.get(word).contains(&Class::Title))
        };
        for name in &mut own {
            *name = name.split(' ').filter(|w| !title(w)).collect::<Vec<_>>().join(" ");
        }
        own.retain(|name| !name.is_empty());
        let is_own =
            |word: &str| own.iter().flat_map(|n| n.split(' ')).any(|o| o.contains(word) || word.contains(o) || is_spelt_like(o, word));
        let mut words = words.filter(|w| w.chars().count() > 2).peekable();
        words.peek().is_some() && !own.is_empty() && !words.any(is_own)
    }

    /// Whether the words of a full name are another person's than an entry's who has the same last name.
    pub(crate) fn is_namesake(&self, entry: usize, words: &BTreeSet<String>) -> bool {
        if words.len() < 2 || self.entries[entry].kind != EntryKind::Person {
            return false;
        }
        let last: Vec<String> = self.entries[entry].names.values().filter_map(|n| Some(fold(n).rsplit_once(' ')?.1.to_owned())).collect();
        let is_last = |w: &str| last.iter().any(|l| l.contains(w) || w.contains(l.as_str()));
        words.iter().any(|w| is_last(w)) && self.is_other(entry, words.iter().map(String::as_str).filter(|w| !is_last(w)))
    }
}

/// Whether a given name stands before what looks like a family name.
fn is_first(registry: &Registry, p: &Passage<'_>, i: usize) -> bool {
    let words = NameWords::of(p.grammar.language, registry);
    let known = |k: usize| words.known_word(p.tokens.word(k));
    let k = i + 1;
    let plain = || p.tokens.is_word(k) && !p.is_classed(k) && p.name_at(k).is_none() && p.cues_in(k..k + 1).is_empty();
    let closed = || k + 1 >= p.tokens.len() || p.is_mark(k + 1) || p.is_classed(k + 1) || !p.cues_in(k + 1..k + 2).is_empty();
    known(i) & GIVEN != 0 && k < p.tokens.len() && plain() && closed() && (known(k) & FAMILY != 0 || words.looks(p.tokens.word(k)) >= 1)
}

/// Whether two words are spelt so much alike that they may be one name: half of the longer one's letters or fewer differ.
fn is_spelt_like(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let cost = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], cost);
        }
    }
    row[b.len()] * 2 <= a.len().max(b.len())
}
