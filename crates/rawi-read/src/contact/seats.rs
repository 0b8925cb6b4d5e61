//! Several who hold one office, each for a state: «وزرای خارجه ایران و عمان» (the foreign ministers of Iran and Oman), «وزيري خارجية
//! قطر وتونس».

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId, Registry};
use rawi_lang::{Around, Class, Encounter, Passage, Side};
use rawi_text::ByteSpan;

use super::find::Run;
use super::pair;

/// How far before a state the words of the office may end, in tokens.
const FAR: usize = 16;

/// How many words of an office there are at most.
const WORDS: usize = 3;

/// The one who holds the office for a state that is told among others.
pub(super) fn seated(run: &Run<'_, '_>, cast: &mut Cast<'_>, side: &Side, sentence: &Range<usize>) -> Option<MemberId> {
    let p = run.scene.passage;
    let Side::Phrase { tokens, skip, .. } = side else { return None };
    // «مع نظيريه السعودي والقطري»
    if let Some((end, state, skip)) = adjective(p, tokens.start).filter(|a| a.0 == tokens.end && is_likened(run, tokens.start)) {
        let span = ByteSpan { start: p.tokens.raw_from(tokens.start, skip), end: p.tokens.span(tokens.start..end).end };
        return Some(cast.likened_to(state, span));
    }
    let office = before(run, tokens, sentence)?;
    let member = run.state(cast, side)?;
    let state = cast.members[member].entry.filter(|&entry| is_state(cast.registry(), entry))?;
    let span = ByteSpan { start: p.tokens.raw_from(tokens.start, *skip), end: p.tokens.span(tokens.clone()).end };
    cast.seated((office, state), span, p.grammar.language)
}

/// The sides of an encounter, each of several who hold one office for their states by itself.
pub(super) fn each(run: &Run<'_, '_>, encounter: &Encounter, sentence: &Range<usize>) -> Encounter {
    let mut told = encounter.clone();
    for at in 0..encounter.sides.len() {
        let (Side::Phrase { tokens, skip, .. }, role) = &encounter.sides[at] else { continue };
        let named = || counterparts(run, tokens, sentence);
        let several = states(run, tokens, *skip).or_else(named).unwrap_or_default();
        let mut sides = several.into_iter().map(|state| (Side::Phrase { tokens: state, skip: 0, beside: Vec::new() }, *role));
        if let Some(first) = sides.next() {
            told.sides[at] = first;
            told.sides.extend(sides);
        }
    }
    told
}

/// The states that fill a phrase behind the words of an office of several; none where there are fewer than two.
fn states(run: &Run<'_, '_>, tokens: &Range<usize>, skip: usize) -> Option<Vec<Range<usize>>> {
    let p = run.scene.passage;
    let (mut k, _) = Registry::shared().offices_at(p, tokens.start, skip).filter(|_| !is_of_others(run, tokens.start))?;
    let mut states = Vec::new();
    while k < tokens.end {
        match country(p, k).filter(|&end| end <= tokens.end) {
            Some(end) => {
                states.push(k..end);
                k = end;
            }
            None if p.is_comma(k)
                || p.is(k, Class::Conjunction)
                || p.is(k, Class::Quantity)
                || run.grammar.around(p, k, Around::StateHead).is_some() =>
            {
                k += 1;
            }
            None => return None,
        }
    }
    (states.len() > 1).then_some(states)
}

/// Those who are named one by one behind a word for counterparts: «نظيريه الروسي سيرغي لافروف والسعودي عادل الجبير».
fn counterparts(run: &Run<'_, '_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<Vec<Range<usize>>> {
    run.grammar.around(run.scene.passage, tokens.start, Around::Counterparts)?;
    let (all, _) = pair::several(run, tokens.start, sentence)?;
    let adjective = |k: usize| k..k + 1;
    let unnamed = all.iter().all(|one| one.name.is_none());
    all.into_iter().map(|one| if unnamed { Some(adjective(one.adjective)) } else { one.name }).collect()
}

/// Whether an adjective stands behind a word for counterparts, with no more than other adjectives between.
fn is_likened(run: &Run<'_, '_>, at: usize) -> bool {
    let p = run.scene.passage;
    let head = (0..at).rev().find(|&k| adjective(p, k).is_none());
    head.is_some_and(|k| run.grammar.around(p, k, Around::Counterparts).is_some())
}

/// The state whose adjective stands at a token, "and" glued to it or not: one past its last token, the state, the bytes of "and".
fn adjective(p: &Passage<'_>, k: usize) -> Option<(usize, usize, usize)> {
    let registry = Registry::shared();
    let and = p.grammar.conjunctions.iter().find(|c| p.tokens.word(k).starts_with(c.as_str())).map(String::len);
    [Some(0), and].into_iter().flatten().find_map(|skip| registry.adjective_behind(p, k, skip).map(|(end, state)| (end, state, skip)))
}

/// The office of several whose words stand before a state, with nothing but other states between.
fn before(run: &Run<'_, '_>, state: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
    let p = run.scene.passage;
    let registry = Registry::shared();
    let from = sentence.start.max(state.start.saturating_sub(FAR));
    let mut end = state.start;
    let mut states = 0;
    while end > from {
        let words = (from.max(end.saturating_sub(WORDS))..end).rev();
        let office = words
            .into_iter()
            .find_map(|k| Some((k, [0, p.skip(k)].into_iter().find_map(|skip| registry.offices_at(p, k, skip)).filter(|o| o.0 == end)?)));
        if let Some((k, (_, office))) = office {
            return (!is_of_others(run, k) && (states > 0 || goes_on(run, state.end))).then_some(office);
        }
        let heads = run.grammar.around(p, end - 1, Around::StateHead).is_some() || p.is(end - 1, Class::Quantity);
        let name = (from.max(end.saturating_sub(WORDS))..end).find(|&k| country(p, k) == Some(end));
        (end, states) = match name {
            Some(start) => (start, states + 1),
            None if p.is_comma(end - 1) || p.is(end - 1, Class::Conjunction) || heads => (end - 1, states),
            None => return None,
        };
    }
    None
}

/// Whether the words of an office stand behind those who serve its holders, or behind names: «معاونان | وزرای خارجه عراق و تونس»
/// (the deputies of the foreign ministers), «سالم و ناصر | وزرای خارجه …».
fn is_of_others(run: &Run<'_, '_>, office: usize) -> bool {
    let p = run.scene.passage;
    let Some(before) = office.checked_sub(1).filter(|&k| p.tokens.is_word(k)) else { return false };
    let people = run.grammar.around(p, before, Around::People).is_some() || p.any(before, Class::Role.bit() | Class::PluralHead.bit());
    let several = |end: &String| p.grammar.article.is_empty() && p.tokens.word(before).ends_with(end.as_str());
    people
        || p.behind_person(office)
        || (before.saturating_sub(WORDS)..office).any(|k| p.name_at(k) == Some(office))
        || p.grammar.plural_nouns.iter().any(several)
}

/// Whether another state stands behind a state: «قطر | وتونس».
fn goes_on(run: &Run<'_, '_>, end: usize) -> bool {
    let p = run.scene.passage;
    let next = end + usize::from(p.is_comma(end) || p.is(end, Class::Conjunction));
    next < p.tokens.len() && (country(p, next).is_some() || run.grammar.around(p, next, Around::StateHead).is_some())
}

/// One past the name of a state at a token, whatever is glued to it.
fn country(p: &Passage<'_>, k: usize) -> Option<usize> {
    let registry = Registry::shared();
    let and = p.grammar.conjunctions.iter().find(|c| p.tokens.word(k).starts_with(c.as_str())).map_or(0, String::len);
    [p.skip(k), usize::from(p.glued_at(k)), and, 0]
        .into_iter()
        .find_map(|skip| registry.at(p, k, skip).filter(|(_, known)| is_state(registry, known.entry)).map(|(end, _)| end))
}

fn is_state(registry: &Registry, entry: usize) -> bool {
    registry.entries[entry].kind == EntryKind::State
}
