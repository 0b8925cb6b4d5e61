//! The one who acts, before or after a verb.

use super::other::glued_actor;
use super::party::party;
use super::{BARE, LONGEST};
use crate::contact::{Around, ContactGrammar, ContactHit, Shape, Side};
use crate::{Class, Passage};

/// The one who acts, after a verb; one past him.
pub(super) fn subject_after(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, from: usize, limit: usize) -> Option<(Side, usize)> {
    // «في وقت يزور فيه الوزير تونس»
    let resumed = |k: usize| {
        let rest = p.grammar.possessives.iter().filter_map(|e| p.tokens.word(k).strip_suffix(e.as_str()));
        rest.into_iter().any(|stem| g.words.around.get(stem).contains(&Around::In))
    };
    let mut i = from + usize::from(hit.word.kind == rawi_model::ContactKind::Visit && resumed(from));
    while i < limit && (p.is_comma(i) || p.is(i, Class::Adverb) && !p.is(i, Class::Role)) {
        i = if p.is_comma(i) { i + 1 } else { p.end_of(i, Class::Adverb) };
    }
    // «يجري خلالها مباحثات»
    let aside = g.around(p, i, Around::In).is_some() || g.around(p, i, Around::Meanwhile).is_some();
    if g.takes(p, hit, i).is_some() || aside || glued_actor(p, g, hit, i).is_some() && p.name_at(i).is_none_or(|_| p.glued_at(i) > 0) {
        return None;
    }
    // «سيبحث الوضع مع نظيره»: what is talked about acts not.
    if g.around(p, i, Around::Topic).is_some() && i < limit && !crate::contact::is_actor(p, g, i) {
        return None;
    }
    // «التقت، أمس الاثنين بفاس، عمدة المدينة»: behind words of time one word with a preposition glued to it is a place.
    let place = i > from
        && i + 1 < limit
        && p.is_comma(i + 1)
        && !p.is_classed(i)
        && p.grammar.prepositions.iter().any(|g| p.tokens.word(i).strip_prefix(g.as_str()).is_some_and(|rest| rest.chars().count() >= 3));
    let (side, end) = party(p, g, if place { i + 2 } else { i }, 0, limit)?;
    // The other party with a glued preposition ends him: «اتصل سالم بالوزير».
    let Side::Phrase { tokens, skip, beside } = side else { return None };
    let letter = |k: usize| {
        hit.word
            .takes
            .iter()
            .filter(|t| t.chars().count() == 1)
            .any(|t| p.tokens.word(k).strip_prefix(t.as_str()).is_some_and(|r| r.starts_with(&p.grammar.article)))
    };
    // «التقى النخلي | رئيس الهيئة»: one word that is of a person's name elsewhere, and an office or another one behind it.
    let second = tokens.start + 1;
    let somebody = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();
    if hit.word.shape == Shape::Object
        && second < tokens.end
        && p.tokens.is_word(tokens.start)
        && !p.is_classed(tokens.start)
        && (is_in_a_name(p, tokens.start) && p.any(second, somebody) && p.skip(second) == 0 || are_two(p, tokens.start))
    {
        return Some((Side::plain(tokens.start..second), second));
    }
    // «المشرف العام على المركز الدكتور سالم النخلي»: the name stands behind what the office is over.
    if let Some((name, end)) = named_over(p, g, &tokens, end, limit) {
        return Some((Side::Phrase { tokens: name, skip: 0, beside: std::iter::once(tokens).chain(beside).collect() }, end));
    }
    // «المستشار في الديوان الملكي المشرف العام على المركز الدكتور سالم النخلي»: he holds two offices.
    let free =
        |k: &usize| !p.is_mark(*k) && !p.any(*k, Class::Adverb.bit() | Class::Clause.bit() | Class::Title.bit()) && !g.is_verb(p, *k);
    let office = |&k: &usize| p.is(k, Class::Role) && p.skip(k) == 0 && p.tokens.word(k).starts_with(p.grammar.article.as_str());
    if p.is(tokens.start, Class::Role)
        && !tokens.clone().any(|k| p.is_of_person(k))
        && let Some(k) = (end..limit.min(end + SECOND)).take_while(free).find(office)
        && let Some((Side::Phrase { tokens: second, .. }, stop)) = party(p, g, k, 0, limit)
        && let Some((name, end)) = named_over(p, g, &second, stop, limit)
    {
        return Some((Side::Phrase { tokens: name, skip: 0, beside: vec![tokens, second] }, end));
    }
    let opens = |k: &usize| !p.is(*k, Class::Inner) && (letter(*k) || glued_actor(p, g, hit, *k).is_some());
    if let Some(k) = (tokens.start + 1..tokens.end).find(opens) {
        return Some((Side::Phrase { tokens: tokens.start..k, skip, beside: Vec::new() }, k));
    }
    // «اجتمع سالم النخلي وزير المياه | بوزير النقل»: likewise behind his office.
    let office =
        beside.first().filter(|office| office.start == tokens.end).and_then(|o| Some((o.start, (o.start + 1..o.end).find(opens)?)));
    match office {
        Some((start, k)) => Some((Side::Phrase { tokens, skip, beside: std::iter::once(start..k).collect() }, k)),
        None => Some((Side::Phrase { tokens, skip, beside }, end)),
    }
}

/// Whether a word is a last name, and the one behind it a known one or a state: «زار لافروف | تونس».
fn are_two(p: &Passage<'_>, first: usize) -> bool {
    let known = |k: usize| p.name_at(k) == Some(k + 1) && p.glued_at(k) == 0;
    let last = known(first) || p.tokens.is_word(first) && p.glued_at(first) == 0 && ends_a_name(p, first, p.tokens.word(first));
    last && (known(first + 1) || crate::seat::country_at(p, first + 1).is_some())
}

/// Whether the word at a token, without what is glued before it, ends a name of several words elsewhere in the text.
pub(super) fn ends_a_name(p: &Passage<'_>, k: usize, word: &str) -> bool {
    let ends = |n: usize| p.behind_person(n + 1) && p.is_of_person(n - 1) && p.tokens.word(n) == word;
    (1..p.tokens.len()).any(|n| n != k && ends(n))
}

/// Whether a word is of a person's name anywhere in the text.
fn is_in_a_name(p: &Passage<'_>, k: usize) -> bool {
    (0..p.tokens.len()).any(|n| p.is_of_person(n) && p.tokens.word(n) == p.tokens.word(k))
}

/// The one whom a relative pronoun before a verb takes up: «الوزير سالم النخلي، الذي يزور …».
pub(super) fn taken_up(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, start: usize) -> Option<Side> {
    if hit.at <= start + 1 || !p.is(hit.at - 1, Class::Object) {
        return None;
    }
    let mut stop = hit.at - 1;
    while stop > start && p.is_comma(stop - 1) {
        stop -= 1;
    }
    let named = Class::Role.bit() | Class::Title.bit();
    (start.max(stop.saturating_sub(LONGEST))..stop).find_map(|k| {
        let people = g.around(p, k, Around::People).is_some() && g.is_plural(p, hit);
        let heads = p.any(k, named) || p.person_at(k).is_some() || p.name_at(k).is_some() || people;
        if !heads || k > start && p.any(k - 1, named) {
            return None;
        }
        let (side, end) = party(p, g, k, p.skip(k), stop)?;
        (end == stop).then(|| last_of_two(p, g, side, stop))
    })
}

/// The second of two whom one phrase names side by side: «استقبل الوزير سالم النخلي | وزير النقل ناصر الخوري الذي …».
fn last_of_two(p: &Passage<'_>, g: &ContactGrammar, side: Side, stop: usize) -> Side {
    let Side::Phrase { tokens, beside, .. } = &side else { return side };
    let behind = beside.first().filter(|b| b.start == tokens.end && b.end == stop).map(|b| b.start);
    let cut = behind.or_else(|| super::second_office(p, tokens)).filter(|&cut| (cut..stop).any(|k| p.is_of_person(k)));
    let second = cut.and_then(|cut| party(p, g, cut, 0, stop)).filter(|found| found.1 == stop);
    second.map_or(side, |found| found.0)
}

/// The one who acts, before a verb: he whom a relative pronoun takes up, or he between whom and the verb nothing stands, in
/// headlines and nominal sentences.
pub(super) fn subject_before(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, start: usize) -> Option<Side> {
    let word = p.tokens.word(hit.at);
    // «الوزير وجه رسالة»: a verb that goes with the noun may begin with the letter of "and".
    let whole = || g.words.forms.longest(p.tokens, hit.at, 0).is_some() || hit.word.verbs.iter().any(|v| v == word);
    if start >= hit.at || p.grammar.conjunctions.iter().any(|c| word.starts_with(c.as_str())) && !whole() {
        return None;
    }
    if let Some(side) = taken_up(p, g, hit, start) {
        return Some(side);
    }
    let start = (start..hit.at).rev().find(|&k| p.is(k, Class::Clause)).map_or(start, |k| k + 1);
    let comma = (start..hit.at).rev().find(|&k| p.is_comma(k) || p.tokens.is_mark(k, '-'));
    for from in comma.map(|c| c + 1).into_iter().chain([start]) {
        let mut i = from;
        while i < hit.at
            && (p.is_mark(i) && p.quote_at(i).is_none() || p.any(i, Class::Adverb.bit() | Class::Resume.bit()) && !p.is(i, Class::Role))
        {
            i = if p.is_mark(i) { i + 1 } else { p.end_of(i, Class::Adverb).max(p.end_of(i, Class::Resume)).min(hit.at) };
        }
        // A short word between («قد») or one of the future («سوف») is no part of the name.
        let short = |k: usize| g.around(p, k, Around::Planned) == Some(hit.at) || p.tokens.word(k).chars().count() <= 2;
        let end = if hit.at > i + 1 && !p.is_mark(hit.at - 1) && short(hit.at - 1) { hit.at - 1 } else { hit.at };
        // «الوزير كان قد التقى», «وكان الوزير قد التقى»
        let end = if end > i + 1 && g.around(p, end - 1, Around::Auxiliary).is_some() { end - 1 } else { end };
        if i + 1 < end && begins_auxiliary(p, g, i) {
            i += 1;
        }
        // «وكان سالم النخلي، وزير النقل العماني، التقى …»: his office may stand between commas.
        if i < end
            && let Some((side, stop)) = party(p, g, i, 0, end)
            && (stop == end || stop + 1 == end && p.is_comma(stop) || held_in(p, g, &side, stop) == Some(end))
        {
            return Some(side);
        }
        // «المبعوث الروسي إلى أفريقيا، وصل …»: where his office is held may stand behind him.
        let plain =
            |k: usize| p.tokens.is_word(k) && !p.is(k, Class::Clause) && !g.is_verb(p, k) && !g.is_noun(p, k) && p.person_at(k).is_none();
        if end > i + 2
            && p.is_comma(end - 1)
            && p.is(i, Class::Role)
            && let Some((side, stop)) = party(p, g, i, 0, end)
            && stop + 1 < end
            && p.is(stop, Class::Preposition)
            && (stop..end - 1).all(plain)
        {
            return Some(side);
        }
        // «رئيس المجلس في مالي سالم النخلي يلتقي …»: a name right before the verb, behind an office and where it is held.
        let name = (i + 1..end).find(|&k| p.person_at(k) == Some(end) && p.glued_at(k) == 0);
        let place = |k: usize| p.is(k, Class::Preposition) && p.end_of(k, Class::Preposition) == k + 1;
        if let Some(k) = name.filter(|&k| end > k + 1 && p.is(i, Class::Role) && p.skip(i) == 0 && !place(k - 1))
            && (i..k).any(place)
            && !(i..k).any(|k| p.is_mark(k) || p.is(k, Class::Clause) || g.is_verb(p, k) || g.is_noun(p, k))
            && let Some((Side::Phrase { tokens, .. }, _)) = party(p, g, i, 0, k)
        {
            return Some(Side::Phrase { tokens: k..end, skip: 0, beside: std::iter::once(tokens).collect() });
        }
    }
    None
}

/// One past the state in which an office or body is, behind it: «وزارة المياه | في تونس».
fn held_in(p: &Passage<'_>, g: &ContactGrammar, side: &Side, k: usize) -> Option<usize> {
    let Side::Phrase { tokens, .. } = side else { return None };
    let of = p.any(tokens.start, Class::Role.bit() | Class::Body.bit());
    g.around(p, k, Around::In).filter(|_| of).and_then(|at| crate::seat::country_at(p, at))
}

/// Two who stand before a verb in the dual: «وكان سالم النخلي وناصر الخوري قد عقدا اجتماعا».
pub(super) fn two_before(p: &Passage<'_>, g: &ContactGrammar, start: usize, verb: usize) -> Option<(Side, Side)> {
    let word = p.tokens.word(verb);
    if !g.words.plural.iter().any(|e| word.ends_with(e.as_str())) {
        return None;
    }
    // «قال المتحدث إن | سالم النخلي وناصر الخوري أجريا …»
    let start = (start..verb).rev().find(|&k| p.is(k, Class::Clause)).map_or(start, |k| k + 1);
    let from = start + usize::from(begins_auxiliary(p, g, start));
    let (first, end) = party(p, g, from, 0, verb)?;
    let (second, close) = super::joined(p, g, end, verb)?;
    (close == verb || close + 1 == verb && p.tokens.word(close).chars().count() <= 2).then_some((first, second))
}

/// Whether what is nobody stands as the subject right before a verb, behind a clause word or a mark: «إن القرار يبعث رسالة»; or an outlet
/// in quotation marks that tells of itself: «المرفأ» التقت».
pub(super) fn acts_itself(p: &Passage<'_>, g: &ContactGrammar, verb: usize, start: usize) -> bool {
    let opens = |k: usize| k == start || k > start && p.any(k - 1, Class::Clause.bit());
    // Behind a glued "and" another clause begins.
    let and = p.grammar.conjunctions.iter().any(|c| p.tokens.word(verb).starts_with(c.as_str()))
        && g.words.forms.longest(p.tokens, verb, 0).is_none();
    let Some(k) = verb.checked_sub(1).filter(|&k| k >= start && !and) else { return false };
    let thing = p.tokens.is_word(k)
        && p.tokens.word(k).starts_with(p.grammar.article.as_str())
        && opens(k)
        && !p.is_classed(k)
        && !p.is_of_person(k)
        && !crate::contact::is_actor(p, g, k)
        && !is_in_a_name(p, k);
    let outlet = || {
        (start..verb.saturating_sub(1)).rev().take(BARE).any(|open| {
            p.quote_at(open).is_some_and(|q| {
                q.closed
                    && q.close + 1 == verb
                    && (open..q.close).all(|k| !crate::contact::is_actor(p, g, k) && !p.any(k, Class::Generic.bit()))
            })
        })
    };
    thing || outlet()
}

/// Whether a verb stands at a token that only says when another one is, with or without a glued "and": «وكان».
pub(super) fn begins_auxiliary(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    let and = |c: &String| {
        p.tokens.word(k).starts_with(c.as_str()) && {
            g.words.around.longest(p.tokens, k, c.len()).is_some_and(|h| h.values.contains(&Around::Auxiliary))
        }
    };
    g.around(p, k, Around::Auxiliary).is_some() || p.grammar.conjunctions.iter().any(and)
}

/// How far behind an office another one of the same man may begin, in tokens.
const SECOND: usize = 5;

/// How far behind an office's preposition the name of its holder may begin, in tokens.
const OVER: usize = 14;

/// The titled name behind an office and what it is over, and one past it.
fn named_over(
    p: &Passage<'_>,
    g: &ContactGrammar,
    office: &std::ops::Range<usize>,
    end: usize,
    limit: usize,
) -> Option<(std::ops::Range<usize>, usize)> {
    if end >= limit || g.around(p, end, Around::Over).is_none() || office.clone().any(|k| p.person_at(k).is_some()) {
        return None;
    }
    let closed = |k: usize| p.is_mark(k) || p.any(k, Class::Clause.bit() | Class::Object.bit() | Class::Adverb.bit()) || g.is_verb(p, k);
    for k in end + 1..limit.min(end + OVER) {
        if closed(k) || p.is(k, Class::Role) && p.skip(k) == 0 && !p.is(k, Class::Title) {
            return None;
        }
        let name = p.end_of(k, Class::Title);
        if p.is(k, Class::Title)
            && p.skip(k) == 0
            && name < limit
            && let Some(close) = p.person_at(name)
        {
            return Some((name..close.min(limit), close.min(limit)));
        }
    }
    None
}
