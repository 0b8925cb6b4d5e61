//! Where else the actors of a document are mentioned: full names, last names, names with a title, in sentences that no rule
//! of attribution has read.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_model::{ActorKind, MentionKind};
use rawi_text::ByteSpan;

use crate::cast::{Cast, MemberId};
use crate::entry::EntryKind;
use crate::phrase::{tidy, word_of};
use crate::registry::{NameKind, Registry};

/// How many words a full name has at most that is told by a mention.
const LONGEST: usize = 6;

/// A mention that was found: whose, and where.
struct Found {
    of: Whose,
    span: ByteSpan,
    /// The name alone, without titles.
    name: ByteSpan,
}

enum Whose {
    Member(MemberId),
    /// A person of the registry who does nothing in the document but be named.
    Entry(usize),
}

impl Cast<'_> {
    /// Adds to the members in use the mentions that nobody has noted yet, and to those in use the persons of the registry who
    /// are named. Who neither is in use nor stands in the registry is left out.
    pub fn mention(&mut self, p: &Passage<'_>, used: &mut BTreeSet<MemberId>) {
        let mut taken = vec![false; p.tokens.len()];
        for (span, _) in used.iter().flat_map(|&id| &self.members[id].mentions) {
            taken[p.tokens.within(*span)].fill(true);
        }
        let mut found = self.registered(p, used, &mut taken);
        found.extend(self.unregistered(p, used, &mut taken));
        let mut added: BTreeMap<usize, MemberId> = BTreeMap::new();
        for Found { of, span, name } in found {
            let id = match of {
                Whose::Member(id) => id,
                Whose::Entry(entry) => *added.entry(entry).or_insert_with(|| self.of_entry(entry)),
            };
            used.insert(id);
            let member = &mut self.members[id];
            member.mentions.push((span, MentionKind::Name));
            // «نشست خبری بهرام نیک‌راد برگزار شد … نیک‌راد گفت»: his full name is told where he does not speak.
            let name = tidy(name.of(p.raw));
            let fuller = |c: &String| name.len() > c.len() && name.ends_with(c.as_str()) && name.split(' ').count() <= LONGEST;
            if member.entry.is_none() && member.called.as_ref().is_some_and(fuller) {
                member.called = Some(name);
            }
        }
    }

    /// Names of the registry.
    fn registered(&self, p: &Passage<'_>, used: &BTreeSet<MemberId>, taken: &mut [bool]) -> Vec<Found> {
        let registry: &Registry = self.registry();
        let members: BTreeMap<usize, MemberId> = used.iter().filter_map(|&id| Some((self.members[id].entry?, id))).collect();
        let mut found = Vec::new();
        for i in 0..p.tokens.len() {
            let Some(end) = p.name_at(i).filter(|&end| free(taken, i..end)) else { continue };
            let skip = usize::from(p.glued_at(i));
            let Some((_, known)) = registry.at(p, i, skip) else { continue };
            let named = registry.entries[known.entry].kind == EntryKind::Person && known.kind == NameKind::Full;
            let of = match members.get(&known.entry) {
                Some(&id) => Whose::Member(id),
                None if named => Whose::Entry(known.entry),
                None => continue,
            };
            taken[i..end].fill(true);
            let span = span(p, i..end, skip);
            found.push(Found { of, span, name: span });
        }
        found
    }

    /// Names of persons in use whom the registry may not know.
    fn unregistered(&self, p: &Passage<'_>, used: &BTreeSet<MemberId>, taken: &mut [bool]) -> Vec<Found> {
        let person = |id: &MemberId| {
            let member = &self.members[*id];
            member.named && member.entry.is_none() && matches!(member.kind, ActorKind::Person | ActorKind::Office)
        };
        let mut by_word: BTreeMap<&str, Vec<MemberId>> = BTreeMap::new();
        for &id in used.iter().filter(|id| person(id)) {
            for word in &self.members[id].name_words {
                by_word.entry(word).or_default().push(id);
            }
        }
        if by_word.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for first in 0..p.tokens.len() {
            let Some(end) = p.person_at(first).filter(|&end| free(taken, first..end)) else { continue };
            let skip = usize::from(p.glued_at(first));
            let words: Vec<String> = (first..end).map(|i| word_of(p, i, if i == first { skip } else { 0 })).collect();
            let fits = |id: &&MemberId| {
                let own = &self.members[**id].name_words;
                words.iter().all(|w| own.contains(w)) || own.iter().all(|w| words.contains(w))
            };
            let mut whose = words.last().and_then(|w| by_word.get(w.as_str())).into_iter().flatten().filter(fits);
            // A last name that two of them have is neither's.
            if let (Some(&id), None) = (whose.next(), whose.next()) {
                let start = with_titles(p, first, taken);
                taken[start..end].fill(true);
                let whole = span(p, start..end, if start == first { skip } else { p.skip(start) });
                found.push(Found { of: Whose::Member(id), span: whole, name: span(p, first..end, skip) });
            }
        }
        found
    }
}

fn free(taken: &[bool], tokens: Range<usize>) -> bool {
    taken.get(tokens).is_some_and(|range| range.iter().all(|t| !t))
}

/// The first token of the titles before a name.
fn with_titles(p: &Passage<'_>, name: usize, taken: &[bool]) -> usize {
    let mut start = name;
    while let Some(title) = (start.saturating_sub(3)..start).find(|&k| p.is(k, Class::Title) && p.end_of(k, Class::Title) == start) {
        if !free(taken, title..start) {
            break;
        }
        start = title;
    }
    start
}

fn span(p: &Passage<'_>, tokens: Range<usize>, skip: usize) -> ByteSpan {
    ByteSpan { start: p.tokens.raw_from(tokens.start, skip), end: p.tokens.span(tokens).end }
}
