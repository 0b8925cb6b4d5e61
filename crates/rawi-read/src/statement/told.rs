//! The medium to which something was told: «في حديث إذاعي إلى …», «در گفت‌وگوی ویژه خبری شبکه …».

use std::ops::Range;

use rawi_actor::EntryKind;
use rawi_actor::Registry;
use rawi_lang::{Class, Passage};

/// How many words may stand between the interview and the medium, in tokens.
const BETWEEN: usize = 5;

/// The occasion that begins at a token, up to the medium it was told to, and the medium's name.
pub(super) fn told(p: &Passage<'_>, registry: &Registry, i: usize, limit: usize) -> Option<(Range<usize>, Range<usize>)> {
    if !p.is(i, Class::ToldIn) || i == 0 || !p.is(i - 1, Class::Preposition) {
        return None;
    }
    let medium = |k: usize, skip: usize| {
        let known = registry.at(p, k, skip).is_some_and(|(_, known)| registry.entries[known.entry].kind == EntryKind::Media);
        known || skip == 0 && p.is(k, Class::Outlet) || skip > 0 && p.grammar.dative_in(p.tokens.word(k)) == skip && heads_outlet(p, k, skip)
    };
    let end = p.end_of(i, Class::ToldIn);
    let mut k = end;
    while k < limit.min(end + BETWEEN) && !p.is_comma(k) && p.cues_in(k..k + 1).is_empty() && !p.any(k, Class::Clause.bit() | Class::Object.bit()) {
        let glued = usize::from(p.glued_at(k)).max(p.grammar.dative_in(p.tokens.word(k)));
        let start = if p.is(k, Class::ToldTo) { quoted(p, k + 1) } else { k };
        let heads = start > k && medium(start, 0) || glued > 0 && medium(k, glued) || start == k && p.is(k, Class::Outlet);
        if heads {
            let name = start..(p.grammar.phrase_end)(p, start, limit);
            return (!name.is_empty()).then_some((i..start, name));
        }
        if start > k {
            return None;
        }
        k += 1;
    }
    None
}

/// A token behind the mark that opens a name.
fn quoted(p: &Passage<'_>, k: usize) -> usize {
    if p.quote_at(k).is_some() { k + 1 } else { k }
}

/// Whether a word behind its glued preposition heads an outlet's name.
fn heads_outlet(p: &Passage<'_>, k: usize, skip: usize) -> bool {
    p.tokens.word(k).get(skip..).is_some_and(|word| p.grammar.classes.get(word).contains(&Class::Outlet))
}
