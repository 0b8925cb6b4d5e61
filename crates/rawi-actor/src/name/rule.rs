//! Names that can be told without weights: those of the registry, those behind a title, and a given name with the words of
//! names that follow it.

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_text::TokenKind;

use super::PersonName;
use super::feature::see;
use super::word::{FAMILY, FOREIGN, GIVEN, LINK, NameWords, PLACE, SURE};
use crate::entry::EntryKind;
use crate::registry::Registry;

/// How many words a name behind a title has at most.
const LONGEST: usize = 5;

/// Names of persons by rules alone.
pub fn by_rule(p: &Passage<'_>, registry: &Registry) -> Vec<PersonName> {
    let words = NameWords::of(p.grammar.language, registry);
    let mut seen = Vec::new();
    see(p, registry, words, &mut seen);
    let known = |i: usize| seen.get(i).map_or(0, |s| s.known);
    let free = |i: usize| p.tokens.kind(i) == TokenKind::Word && p.name_at(i).is_none() && p.cues_in(i..i + 1).is_empty();
    let ending = |i: usize| words.endings.iter().any(|e| p.tokens.word(i).ends_with(e.as_str()) && p.tokens.word(i).len() > e.len() + 2);
    let namely = |i: usize| free(i) && (known(i) & (SURE | LINK) != 0 && !p.is_classed(i) || p.is(i, Class::NameLink) || ending(i));
    let extend = |from: usize| (from..p.tokens.len().min(from + LONGEST)).take_while(|&k| namely(k)).count() + from;
    let mut found: Vec<PersonName> = Vec::new();
    let mut last_words: BTreeSet<&str> = BTreeSet::new();
    let mut i = 0;
    while i < p.tokens.len() {
        let skip = usize::from(seen[i].glued);
        let registered = p.name_at(i).filter(|_| {
            registry.at(p, i, usize::from(p.glued_at(i))).is_some_and(|(_, k)| registry.entries[k.entry].kind == EntryKind::Person)
        });
        let titled = i > 0 && behind_title(p, i);
        let end = if let Some(end) = registered {
            end
        } else if titled && known(i) & !PLACE != 0 && free(i) && !p.any(i, !Class::NameLink.bit()) {
            extend(i + 1)
        } else if known(i) & (GIVEN | FOREIGN) != 0 && known(i) & PLACE == 0 && free(i) && !p.is_classed(i) {
            let end = extend(i + 1);
            let family = (i + 1..end).any(|k| known(k) & (FAMILY | FOREIGN | SURE) != 0 || ending(k));
            if family { end } else { i }
        } else {
            i
        };
        if end > i {
            last_words.insert(p.tokens.word(end - 1));
            found.push(PersonName { tokens: i..end, skip });
            i = end;
        } else {
            i += 1;
        }
    }
    again(p, &mut found, &last_words);
    found
}

/// Names that can be told by their words with little doubt: a given name, and a family name or what looks like one.
pub fn by_words(p: &Passage<'_>, registry: &Registry) -> Vec<PersonName> {
    let words = NameWords::of(p.grammar.language, registry);
    let mut seen = Vec::new();
    see(p, registry, words, &mut seen);
    let known = |i: usize| seen.get(i).map_or(0, |s| s.known);
    let free =
        |i: usize| p.tokens.kind(i) == TokenKind::Word && p.name_at(i).is_none() && p.cues_in(i..i + 1).is_empty() && !p.is_classed(i);
    let ending = |i: usize| words.endings.iter().any(|e| p.tokens.word(i).ends_with(e.as_str()) && p.tokens.word(i).len() > e.len() + 2);
    let family = |i: usize| {
        free(i)
            && known(i) & PLACE == 0
            && (known(i) & (FAMILY | FOREIGN) != 0
                || known(i) & SURE != 0 && seen[i].looks >= 3
                || known(i) == 0 && (seen[i].looks >= 4 || ending(i)))
    };
    let given = |i: usize| {
        free(i) && known(i) & (GIVEN | FOREIGN) != 0 && known(i) & (PLACE | super::word::TITLE) == 0 && p.tokens.word(i).len() > 4
    };
    let mut found = Vec::new();
    let mut i = 0;
    while i < p.tokens.len() {
        let mut end = i + 1;
        if given(i) {
            while end < i + 3 && given(end) {
                end += 1;
            }
            while end < i + 4 && family(end) {
                end += 1;
            }
        }
        if end > i + 1 && end < p.tokens.len() && (p.is_mark(end) || p.is_classed(end) || !p.cues_in(end..end + 1).is_empty()) {
            found.push(PersonName { tokens: i..end, skip: usize::from(seen[i].glued) });
            i = end;
        } else {
            i += 1;
        }
    }
    found
}

/// Whether a title ends before a token.
fn behind_title(p: &Passage<'_>, i: usize) -> bool {
    (i.saturating_sub(4)..i).any(|k| p.is(k, Class::Title) && !p.is(k, Class::Role) && p.end_of(k, Class::Title) == i)
}

/// Adds last names that stand alone after the full name was given.
fn again(p: &Passage<'_>, found: &mut Vec<PersonName>, last_words: &BTreeSet<&str>) {
    let inside = |tokens: &Range<usize>, i: usize| tokens.contains(&i);
    let mut next = 0;
    let mut alone = Vec::new();
    for i in 0..p.tokens.len() {
        while next < found.len() && found[next].tokens.end <= i {
            next += 1;
        }
        let taken = found.get(next).is_some_and(|f| inside(&f.tokens, i));
        if !taken && p.tokens.kind(i) == TokenKind::Word && !p.is_classed(i) && last_words.contains(p.tokens.word(i)) {
            alone.push(PersonName { tokens: i..i + 1, skip: 0 });
        }
    }
    found.extend(alone);
    found.sort_by_key(|f| f.tokens.start);
}
