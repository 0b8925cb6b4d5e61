//! Several who are named one after another.

use std::ops::Range;

use super::MOST;
use super::acting::both;
use super::assembled::assembled;
use super::party::{can_be, is_verb, party};
use crate::contact::{self, Around, ContactGrammar, Side};
use crate::{Class, Passage, fa};

/// The two states by which people in the plural are told: «وزیران خارجه دو کشور ایران و ترکیه».
pub(super) fn states(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>) -> Option<(Side, Side)> {
    if g.around(p, tokens.start, Around::People).is_none() && !p.is(tokens.start, Class::PluralHead) {
        return None;
    }
    // An everyday word that is a state's name too is one beside a state: «قطر و فرانسه».
    let and = (tokens.start + 2..tokens.end.checked_sub(1)?).rev().find(|&k| p.is(k, Class::Conjunction))?;
    let first = (tokens.start + 1..and).find(|&k| p.name_at(k) == Some(and));
    let last = p.name_at(and + 1) == Some(tokens.end);
    let named = match first {
        Some(k) if last || and + 2 == tokens.end => k,
        None if last && !is_adjective(p, and - 1) => and - 1,
        _ => return None,
    };
    Some((Side::plain(named..and), Side::plain(and + 1..tokens.end)))
}

/// Whether a word has the ending of most adjectives: «اسلامی».
pub(super) fn is_adjective(p: &Passage<'_>, k: usize) -> bool {
    p.grammar.ezafe.iter().any(|e| e.chars().next_back().is_some_and(|c| p.tokens.word(k).ends_with(c)))
}

/// The parties that one phrase names after a preposition: «با وزیر آب عمان و سفیر تونس». An office goes on behind "and"
/// unless the one before it is whole.
pub(super) fn apart(p: &Passage<'_>, g: &ContactGrammar, side: Side) -> (Side, Vec<Side>) {
    let Side::Phrase { tokens, skip, beside } = side else { return (side, Vec::new()) };
    // «با وزرای نیروی عراق و تونس»
    let state = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if crate::seat::country_at(p, tokens.start) == Some(tokens.end));
    let all = assembled(p, g, tokens.start, tokens.end).filter(|f| f.1 == tokens.end && beside.is_empty() && f.0.iter().all(state));
    if let Some((mut sides, _)) = all {
        return (sides.remove(0), sides);
    }
    let sure = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();
    let whole = |k: usize| p.behind_person(k) || (tokens.start..k).any(|n| p.name_at(n) == Some(k));
    let somebody = |k: usize| p.any(k, sure) || p.person_at(k).is_some();
    let single = !p.is(tokens.start, Class::PluralHead) && somebody(tokens.start);
    let and =
        (tokens.start + 1..tokens.end.saturating_sub(1)).find(|&k| single && p.is(k, Class::Conjunction) && whole(k) && somebody(k + 1));
    if let Some(k) = and {
        return (Side::plain(tokens.start..k), vec![Side::Phrase { tokens: k + 1..tokens.end, skip: 0, beside }]);
    }
    // «با ترامپ و ونس»: two who are known by their names.
    if let Some(k) = p.name_at(tokens.start).filter(|&k| p.is(k, Class::Conjunction) && p.name_at(k + 1) == Some(tokens.end)) {
        return (Side::plain(tokens.start..k), vec![Side::Phrase { tokens: k + 1..tokens.end, skip: 0, beside }]);
    }
    // «با رئیس اتحادیه و نمایندگان کارگران»: several behind one with an office.
    let people = |k: usize| p.is(k, Class::Conjunction) && p.is(k + 1, Class::PluralHead) && !p.is(k + 1, Class::Role);
    let office = p.is(tokens.start, Class::Role) && beside.is_empty();
    if let Some(k) = (tokens.start + 2..tokens.end.saturating_sub(2)).find(|&k| office && people(k)) {
        return (Side::plain(tokens.start..k), vec![Side::plain(k + 1..tokens.end)]);
    }
    let mut beside = beside;
    let next = beside.last_mut().and_then(|office| behind_office(p, office));
    (Side::Phrase { tokens, skip, beside }, next.into_iter().collect())
}

/// The one who is named with his own office behind another's, which ends before him: «سالم الکعبی رئیس بنادر | و ناصر الخوری رئیس گمرک».
pub(super) fn behind_office(p: &Passage<'_>, office: &mut Range<usize>) -> Option<Side> {
    let name = |k: usize| p.person_at(k + 1).filter(|&e| e > k + 2 && e < office.end && p.is(e, Class::Role));
    let (and, close) = (office.start + 1..office.end).filter(|&k| p.is(k, Class::Conjunction)).find_map(|k| Some((k, name(k)?)))?;
    let own = close..office.end;
    office.end = and;
    Some(Side::Phrase { tokens: and + 1..close, skip: 0, beside: vec![own] })
}

/// Two who travel: «وزیر نیرو و سفیر عراق به تونس سفر کردند».
pub(super) fn travellers(p: &Passage<'_>, g: &ContactGrammar, clause: Range<usize>) -> Option<(Side, Side)> {
    let Side::Phrase { tokens, .. } = both(p, g, clause) else { return None };
    pair(p, g, tokens, 2)
}

/// Those of a plural party who are named behind it: «با مقام‌ها از جمله سالم الکعبی و ناصر الخوری».
pub(super) fn including(p: &Passage<'_>, g: &ContactGrammar, at: usize, limit: usize) -> Vec<Side> {
    let mut sides = Vec::new();
    let mut next = g.around(p, at, Around::Including).filter(|&k| k < limit);
    while let Some(from) = next.filter(|_| sides.len() < MOST) {
        let from = if p.is(from, Class::Adverb) { p.end_of(from, Class::Adverb) } else { from };
        let Some((side, end)) = party(p, g, from, limit).filter(|_| p.person_at(from).is_some() || contact::is_actor(p, g, from)) else {
            break;
        };
        // «از جمله نخست‌وزیر و فرمانده ارتش این کشور»: an office alone is told by what stands behind the next one.
        let office = matches!(&side, Side::Phrase { tokens, .. } if tokens.len() == 1 && p.is(from, Class::Role));
        sides.extend((!office).then_some(side));
        next = (end + 1 < limit && (p.is(end, Class::Conjunction) || p.is_comma(end))).then_some(end + 1);
    }
    sides
}

/// Those who are named behind one whose office stands between commas, up to the verb: «با سالم الکعبی، وزیر نیرو، و ناصر الخوری دیدار …».
pub(super) fn listed(p: &Passage<'_>, g: &ContactGrammar, first: &Side, from: usize, limit: usize) -> Vec<Side> {
    let mut sides = Vec::new();
    let mut k = from;
    let mut set_off = matches!(first, Side::Phrase { beside, .. } if !beside.is_empty());
    while set_off && sides.len() < MOST {
        let and = p.is_comma(k) || p.is(k, Class::Conjunction);
        let at = k + usize::from(and);
        let Some((side, end)) = party(p, g, at, limit).filter(|_| p.person_at(at).is_some() || p.is(at, Class::Title)) else { break };
        set_off = end < limit;
        sides.push(side);
        k = end;
    }
    sides
}

/// Three or more who are named one after another: «ایران، روسیه و چین»; one past the last.
pub(super) fn several(p: &Passage<'_>, from: usize, limit: usize) -> Option<(Vec<Side>, usize)> {
    let mut sides = Vec::new();
    let mut k = from;
    // An everyday word that is a state's name too is one among states: «ایران، آمریکا، قطر و پاکستان».
    let among = |k: usize| k > from && p.tokens.is_word(k) && !p.is_classed(k) && (p.is_comma(k + 1) || p.is(k + 1, Class::Conjunction));
    let dash = |k: usize| ['-', '\u{2013}'].iter().any(|&mark| p.tokens.is_mark(k, mark));
    while let Some(end) = p.name_at(k).or_else(|| among(k).then_some(k + 1)).filter(|&end| end < limit) {
        sides.push(Side::plain(k..end));
        if p.is_comma(end) || dash(end) {
            k = end + 1;
        } else if sides.len() > 1 && dash(k - 1) {
            return Some((sides, end));
        } else if p.is(end, Class::Conjunction) && sides.len() >= 2 {
            let last = p.name_at(end + 1).or_else(|| crate::seat::country_at(p, end + 1)).filter(|&close| close <= limit)?;
            sides.push(Side::plain(end + 1..last));
            return Some((sides, last));
        } else {
            return None;
        }
    }
    None
}

/// Those who are told one after another by their offices, or by their names: «سفیر تونس، سفیر عراق و سفیر عمان»; one past the last.
pub(super) fn enumerated(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize, least: usize) -> Option<(Vec<Side>, usize)> {
    let office = |k: usize| p.any(k, Class::Role.bit() | Class::Relation.bit()) && p.skip(k) == 0;
    let begins =
        |k: usize| k < limit && (if office(from) { office(k) } else { p.person_at(k).is_some_and(|end| end > k + 1) && !office(k) });
    if !begins(from) {
        return None;
    }
    let (mut sides, mut k) = (Vec::new(), from);
    while sides.len() <= MOST {
        let end = fa::phrase_end(p, k, limit);
        let ends = |n: usize| p.is_comma(n) || p.is(n, Class::Conjunction) && begins(n + 1) || is_verb(p, g, n);
        let end = (k + 1..end).find(|&n| ends(n)).unwrap_or(end);
        sides.push(Side::plain(k..end));
        let and = end + usize::from(p.is_comma(end) && p.is(end + 1, Class::Conjunction));
        if p.is(and, Class::Conjunction) && begins(and + 1) {
            let stop = fa::phrase_end(p, and + 1, limit);
            let stop = (and + 2..stop).find(|&n| p.is_comma(n) || is_verb(p, g, n)).unwrap_or(stop);
            sides.push(Side::plain(and + 1..stop));
            return (sides.len() >= least).then_some((sides, stop));
        }
        if !p.is_comma(end) || !begins(end + 1) {
            return None;
        }
        k = end + 1;
    }
    None
}

/// Two who are named one after another, the first with an office between commas: «سالم الکعبی، وزیر نیرو و ناصر الخوری، …».
pub(super) fn apposed(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize) -> Option<(Side, Side, usize)> {
    let (first, end) = party(p, g, from, limit)?;
    // A comma may close the office: «…، وزیر نیرو، و …».
    let and = if p.is_comma(end) { end + 1 } else { end };
    let set_off = matches!(&first, Side::Phrase { beside, .. } if !beside.is_empty());
    if !set_off || and + 1 >= limit || !p.is(and, Class::Conjunction) || !contact::is_actor(p, g, and + 1) {
        return None;
    }
    let (second, end) = party(p, g, and + 1, limit)?;
    Some((first, second, end))
}

/// The two parties that one phrase names: «X و Y»; names that nothing tells are of at most `bare` words.
pub(super) fn pair(p: &Passage<'_>, g: &ContactGrammar, tokens: Range<usize>, bare: usize) -> Option<(Side, Side)> {
    if let Some(found) = states(p, g, &tokens) {
        return Some(found);
    }
    let sure = |k: usize| contact::is_actor(p, g, k);
    let bare = |r: Range<usize>| r.len() <= bare && !r.is_empty() && !p.any(r.start, Class::Preposition.bit());
    let cut = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|&k| {
        p.is(k, Class::Conjunction)
            && g.around(p, k + 1, Around::Companion).is_none()
            && (sure(tokens.start) && sure(k + 1) && !p.is(k + 1, Class::PluralHead)
                || bare(tokens.start..k) && bare(k + 1..tokens.end)
                || bare(tokens.start..k) && sure(k + 1)
                || sure(tokens.start) && bare(k + 1..tokens.end) && k - tokens.start <= 4)
    })?;
    let right = contact::without_companions(p, g, cut + 1..tokens.end);
    if !can_be(p, g, &right) {
        return None;
    }
    // «کمیسیون مشترک ایران و ترکیه»: two states to which one committee belongs.
    let state = g.around(p, tokens.start, Around::Joint).is_some() && p.name_at(right.start) == Some(right.end);
    let left = (tokens.start + 1..cut).find(|&k| state && p.name_at(k) == Some(cut)).unwrap_or(tokens.start);
    Some((Side::plain(left..cut), Side::plain(right)))
}
