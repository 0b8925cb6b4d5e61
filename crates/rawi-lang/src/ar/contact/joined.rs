//! Those who are joined to a party by "and".

use std::ops::Range;

use super::party::party;
use super::{MOST, is_resumed};
use crate::contact::{self, Around, ContactGrammar, Side};
use crate::{Class, Passage};

/// The party joined to another by a glued "and", right behind it.
pub(super) fn joined(p: &Passage<'_>, g: &ContactGrammar, k: usize, limit: usize) -> Option<(Side, usize)> {
    // «اجتماع الوزراء و نظيرهم العماني»: the letter may stand apart.
    let apart = k + 1 < limit && p.grammar.conjunctions.iter().any(|c| c == p.tokens.word(k));
    if apart && contact::is_actor(p, g, k + 1) && p.skip(k + 1) == 0 {
        return party(p, g, k + 1, 0, limit);
    }
    if !is_joined(p, g, k) || g.around(p, k, Around::Companion).is_some() {
        return None;
    }
    let and = p.grammar.conjunctions.iter().find(|c| p.tokens.word(k).starts_with(c.as_str())).map_or(0, String::len);
    // «بين النخلي والخوري تمحور حول …»: a last name goes on with no word that is of no name.
    let alone = is_last_name(p, k, and) && k + 1 < limit && !p.is_classed(k + 1) && !p.is_of_person(k + 1) && p.name_at(k + 1).is_none();
    party(p, g, k, and, if alone { k + 1 } else { limit })
}

/// The one whom a dash joins to a name: «مباحثات النخلي – الخوري».
pub(super) fn dashed(p: &Passage<'_>, g: &ContactGrammar, first: &Side, k: usize, limit: usize) -> Option<(Side, usize)> {
    let named = |k: usize| p.glued_at(k) == 0 && (p.name_at(k) == Some(k + 1) || super::ends_a_name(p, k, p.tokens.word(k)));
    let one = matches!(first, Side::Phrase { tokens, .. } if tokens.len() == 1 && named(tokens.start));
    let joined = one && k + 1 < limit && (p.tokens.is_mark(k, '-') || p.tokens.is_mark(k, '\u{2013}')) && named(k + 1);
    joined.then(|| party(p, g, k + 1, 0, (k + 2).min(limit)))?
}

/// Whether a word with a glued "and" begins another actor: «ونظيره», «ووزير».
pub(super) fn is_joined(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    let word = p.tokens.word(k);
    let Some(and) = p.grammar.conjunctions.iter().find(|c| word.len() > c.len() + 3 && word.starts_with(c.as_str())) else { return false };
    let classes = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();
    // «إيران وعمان»: a city of a government whose name is another's too.
    // «الكويت وقطر»: so is an everyday word behind a state.
    let state = || {
        crate::seat::country_behind(p, k, and.len()).is_some()
            && k > 0
            && crate::seat::country_behind(p, k - 1, usize::from(p.glued_at(k - 1))) == Some(k)
    };
    if crate::seat_at(p, k, and.len()).is_some() && !p.is_classed(k) || is_last_name(p, k, and.len()) || state() {
        return true;
    }
    let named = p.name_at(k).is_some() || p.person_at(k).is_some_and(|end| end > k + 1);
    if named && usize::from(p.glued_at(k)) == and.len() || p.skip(k) == and.len() && p.any(k, classes) {
        return true;
    }
    g.words.around.longest(p.tokens, k, and.len()).is_some_and(|h| h.values.contains(&Around::People))
        || g.around(p, k, Around::Companion).is_some()
}

/// Whether a word behind so many bytes of glued "and" ends a name of several words elsewhere in the text: «بين لافروف وكيري».
fn is_last_name(p: &Passage<'_>, k: usize, and: usize) -> bool {
    let Some(rest) = p.tokens.word(k).get(and..).filter(|rest| !p.is_classed(k) && p.says(rest)) else { return false };
    super::acting::ends_a_name(p, k, rest)
}

/// Those who are joined to the last party, one after another: «… ومصر والسودان». Several who are not named only come along.
pub(super) fn all_joined(p: &Passage<'_>, g: &ContactGrammar, last: &Side, mut end: usize, limit: usize) -> (Vec<Side>, usize) {
    let mut more = Vec::new();
    let states = state_of(p, g, last).is_some() && joined(p, g, end, limit).is_some_and(|(side, _)| is_state(p, &side));
    // «سفير عمان لدى إيطاليا ومالطا»: a bare name goes on with the one before it.
    let bare = matches!(last, Side::Phrase { tokens, .. } if p.name_at(tokens.start) == Some(tokens.end) || crate::seat_at(p, tokens.start, 0).is_some() || tokens.len() == 1);
    let bare = bare || states;
    let somebody = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();
    let people = |k: usize| {
        let behind = |c: &String| g.words.around.longest(p.tokens, k, c.len()).is_some_and(|h| h.values.contains(&Around::People));
        p.grammar.conjunctions.iter().any(behind)
    };
    let mut next = end;
    while more.len() < MOST
        && let at = next + usize::from(next + 1 < limit && p.is_comma(next))
        && at < limit
        && (bare && next == end && !people(at)
            || people(at)
            || p.any(at, somebody)
            || p.person_at(at).is_some()
            || g.around(p, at, Around::Also).is_some())
        && let Some((side, close)) = joined(p, g, at, limit).or_else(|| also(p, g, at, limit))
    {
        next = close;
        // «الأمراء والعلماء ورئيس الغرفة»: who is one of several stands behind them.
        if !people(at) {
            more.push(side);
            end = close;
        }
    }
    (more, end)
}

/// One more behind words that add him: «إلى جانب وزير المياه».
fn also(p: &Passage<'_>, g: &ContactGrammar, at: usize, limit: usize) -> Option<(Side, usize)> {
    let from = g.around(p, at, Around::Also).filter(|&from| from < limit && contact::is_actor(p, g, from))?;
    party(p, g, from, 0, limit)
}

/// One more who takes part, told in a relative clause: «… الذي سيشارك فيه أيضا الوزير».
pub(super) fn joins_in(p: &Passage<'_>, g: &ContactGrammar, at: usize, limit: usize) -> Option<Side> {
    let verb = at + 1;
    if verb >= limit || !p.is(at, Class::Object) {
        return None;
    }
    let mut k = g.around(p, verb, Around::Joins)?;
    while k < limit && (p.any(k, Class::Adverb.bit() | Class::Back.bit() | Class::Too.bit()) || is_resumed(p, k)) {
        k = p.end_of(k, Class::Adverb).max(k + 1);
    }
    contact::is_actor(p, g, k).then(|| party(p, g, k, 0, limit))?.map(|found| found.0)
}

/// Whether a side takes up both sides of the contact told before: «الجانبان», «الوزيران».
pub(super) fn is_pair(p: &Passage<'_>, g: &ContactGrammar, side: &Side) -> bool {
    let pair = |k: usize| p.is(k, Class::AnaphorPlural) || g.around(p, k, Around::Pair).is_some();
    matches!(side, Side::Phrase { tokens, .. } if pair(tokens.start))
}

/// Whether a pair is told apart by its states: «الرئيسان الروسي والأميركي»: they are whoever holds these offices.
pub(super) fn is_of_states(p: &Passage<'_>, g: &ContactGrammar, side: &Side) -> bool {
    let told = |k: usize| g.around(p, k, Around::Pair).is_some() && p.tokens.word(k + 1).starts_with(p.grammar.article.as_str());
    matches!(side, Side::Phrase { tokens, .. } if told(tokens.start))
}

/// Of several who are named by their states, the first state: «وزيري خارجية قطر | وتونس».
pub(super) fn first_state(p: &Passage<'_>, g: &ContactGrammar, first: Side, second: &Side) -> Side {
    match state_of(p, g, &first) {
        Some(state) if is_state(p, second) => Side::plain(state),
        _ => first,
    }
}

/// The state by which several are named: «وزيري خارجية | قطر».
fn state_of(p: &Passage<'_>, g: &ContactGrammar, several: &Side) -> Option<Range<usize>> {
    let Side::Phrase { tokens, skip, .. } = several else { return None };
    let heads = g.words.around.longest(p.tokens, tokens.start, *skip).is_some_and(|h| h.values.contains(&Around::People));
    let people = heads || p.is(tokens.start, Class::PluralHead);
    // «وزراء خارجية المملكة وتونس»: the outlet's own state.
    let own = |k: usize| k + 1 == tokens.end && g.around(p, k, Around::StateHead).is_some();
    let named = |k: usize| {
        p.name_at(k) == Some(tokens.end) || crate::seat::country_at(p, k) == Some(tokens.end) && crate::seat_at(p, k, 0).is_none()
    };
    let state = (tokens.start + 1..tokens.end).find(|&k| named(k) || own(k));
    state.filter(|_| people).map(|k| k..tokens.end)
}

/// Whether a side is a state or its seat of government.
pub(super) fn is_state(p: &Passage<'_>, side: &Side) -> bool {
    matches!(side, Side::Phrase { tokens, skip, .. } if crate::seat::country_behind(p, tokens.start, *skip) == Some(tokens.end))
}
