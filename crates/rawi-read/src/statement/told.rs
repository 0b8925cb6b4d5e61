//! The medium to which something was told: «في حديث إذاعي إلى …», «در گفت‌وگوی ویژه خبری شبکه …».

use std::ops::Range;

use rawi_actor::{EntryKind, Registry};
use rawi_lang::{Class, Passage};

/// How many words may stand between the interview and the medium, in tokens.
const BETWEEN: usize = 5;

/// The occasion that begins at a token, up to the medium it was told to, the medium's name, and the bytes
/// of a preposition glued before it.
pub(crate) fn told(p: &Passage<'_>, registry: &Registry, i: usize, limit: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
    if !p.is(i, Class::ToldIn) || i == 0 || !p.is(i - 1, Class::Preposition) {
        return None;
    }
    let end = p.end_of(i, Class::ToldIn);
    let mut k = end;
    while k < limit.min(end + BETWEEN)
        && !p.is_comma(k)
        && p.cues_in(k..k + 1).is_empty()
        && !p.any(k, Class::Clause.bit() | Class::Object.bit())
    {
        let glued = glued(p, k);
        let start = if p.is(k, Class::ToldTo) { opened(p, k + 1) } else { k };
        let heads = start > k && is_medium(p, registry, start, 0)
            || glued > 0 && is_medium(p, registry, k, glued)
            || start == k && p.is(k, Class::Outlet);
        // A name in quotation marks that nobody knows is most often the paper's own: «في اتصال مع «السنابل»».
        let unknown = p.is(k, Class::ToldTo) && start > k + 1 && p.quote_at(k + 1).is_some_and(|q| q.closed && q.inside().len() <= BETWEEN);
        if heads || unknown {
            let end = (p.grammar.phrase_end)(p, start, limit);
            // «لقناة «روسيا 24»»
            let name = start
                ..p.quote_at(start + 1)
                    .filter(|q| end <= start + 1 && q.closed && q.inside().len() <= BETWEEN)
                    .map_or(end, |q| q.close + 1);
            return (!name.is_empty()).then_some((i..start, name, if start == k { glued } else { 0 }));
        }
        if start > k {
            return None;
        }
        k += 1;
    }
    None
}

/// The medium to which the words before a colon say that something was told: «عراقچی به الجزیره:», «الوزير لـ«المرفأ»:».
pub(super) fn addressed(p: &Passage<'_>, registry: &Registry, words: Range<usize>) -> Option<Range<usize>> {
    let colon = p.find(words.clone(), |k| p.tokens.is_mark(k, ':')).unwrap_or(words.end);
    (words.start + 1..colon).find_map(|k| {
        let glued = glued(p, k);
        let start = if p.is(k, Class::ToldTo) { opened(p, k + 1) } else { k };
        let heads = start > k && is_medium(p, registry, start, 0) || glued > 0 && is_medium(p, registry, k, glued);
        let end = (p.grammar.phrase_end)(p, start, colon);
        (heads && (end..colon).all(|k| !p.tokens.is_word(k))).then_some(start..end)
    })
}

/// Whose words a medium passes on at the head of a line: one past the medium, and the name. «رويترز عن مسؤول تركي:».
pub(super) fn quoted(p: &Passage<'_>, registry: &Registry, words: Range<usize>) -> Option<(usize, Range<usize>)> {
    let colon = p.find(words.clone(), |k| p.tokens.is_mark(k, ':'))?;
    let head = is_medium(p, registry, words.start, 0).then_some(words.start)?;
    let from = p.find(head + 1..colon, |k| p.grammar.cues.list.iter().any(|c| c.relays.as_deref() == Some(p.tokens.word(k))))?;
    let medium = registry.at(p, head, 0).map_or(from, |(end, _)| end);
    let apart = (medium..from).all(|k| p.is_mark(k)) || p.is(head, Class::Outlet);
    let name = p.trim(from + 1..colon);
    (apart && !name.is_empty() && p.cues_in(name.clone()).is_empty()).then_some((from, name))
}

/// Whether a medium's name begins at a token behind its glued preposition.
fn is_medium(p: &Passage<'_>, registry: &Registry, k: usize, skip: usize) -> bool {
    let known = registry.at(p, k, skip).is_some_and(|(_, known)| registry.entries[known.entry].kind == EntryKind::Media);
    known || if skip == 0 { p.is(k, Class::Outlet) } else { heads_outlet(p, k, skip) }
}

/// The bytes of a preposition glued before a medium's name.
fn glued(p: &Passage<'_>, k: usize) -> usize {
    usize::from(p.glued_at(k)).max(p.grammar.dative_in(p.tokens.word(k)))
}

/// A token behind the mark that opens a name.
fn opened(p: &Passage<'_>, k: usize) -> usize {
    if p.quote_at(k).is_some() { k + 1 } else { k }
}

/// Whether a word behind its glued preposition heads an outlet's name: «لوكالة».
fn heads_outlet(p: &Passage<'_>, k: usize, skip: usize) -> bool {
    p.tokens.word(k).get(skip..).is_some_and(|word| p.grammar.classes.get(word).contains(&Class::Outlet))
}
