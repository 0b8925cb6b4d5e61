//! # What it reads
//! A verb whose other party stands behind a preposition.
//!
//! Example: «واتصل وزير النقل بالسفير العماني.» (the minister of transport called the ambassador of Oman)
//!
//! # What it leaves
//! Verbs with an object (`ar/contact/verb-object`).

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «اجتمع X مع Y»
pub(super) const VERB_WITH: ContactRule = ContactRule { id: "ar/contact/verb-with", read };

/// How far behind those who are joined the other party may stand, in tokens.
const NEAR: usize = 12;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.mine || hit.word.shape == Shape::Object || matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let limit = super::limit(p, hit, place.sentence.end);
    // «سالم النخلي وناصر الخوري يجتمعان»: both stand before the verb.
    if g.is_plural(p, hit)
        && let Some((first, second)) = super::two_before(p, g, start, hit.at)
        // «قطر وتونس تبحثان التعاون»: what two states talk about all the time is not told.
        && !(hit.word.loose && super::is_state(p, &first))
    {
        let third = super::other_near(p, g, hit, hit.end, hit.end + NEAR, limit);
        // «سالم النخلي وناصر الخوري يصلان إلى مسقط»
        if hit.word.kind == rawi_model::ContactKind::Visit {
            let (place, end) = third?;
            let mut told = super::encounter(VERB_WITH.id, hit, first, place, hit.at..end);
            told.sides.push((second, hit.word.roles[0]));
            return Some(told);
        }
        let (more, end) = third.map_or((None, hit.end), |(side, end)| (Some(side), end));
        return Some(super::encounter_of(p, g, VERB_WITH.id, hit, first, second, more.into_iter().collect(), hit.at..end));
    }
    // «إن الوزيرين سيناقشان …»: two who were named go on talking.
    if hit.word.loose && g.is_plural(p, hit) {
        return None;
    }
    if super::acts_itself(p, g, hit.at, start) {
        return None;
    }
    if let Some((guest, host, end)) = arrives(p, g, hit, limit) {
        let (more, end) = super::all_joined(p, g, &guest, end, limit);
        let mut told = super::encounter(VERB_WITH.id, hit, guest, host, hit.at..end);
        told.sides.extend(more.into_iter().map(|side| (side, hit.word.roles[0])));
        return Some(told);
    }
    let mut ally = None;
    let before = super::subject_before(p, g, hit, start);
    let (first, from) = match before {
        Some(side) => (Some(side), hit.end),
        None => match super::subject_after(p, g, hit, hit.end, limit) {
            Some((side, end)) => (Some(side), end),
            None => (None, hit.end),
        },
    };
    if let Some(side) = &first {
        if super::is_of_states(p, g, side) {
            return None;
        }
        if super::is_pair(p, g, side) {
            return Some(super::encounter(VERB_WITH.id, hit, Side::Both, Side::Both, hit.at..from));
        }
        if let Some((second, end)) = super::joined(p, g, from, limit) {
            // «اجتمع الوزراء والأمين العام مع …»: those who are joined are on one side where another is named.
            let beyond = super::other_near(p, g, hit, end, end + NEAR, limit).is_some();
            // «بحث الوزير ونظيره العماني سبل التعاون»: whose counterpart he is talks with him; «… خلال اتصال هاتفي» tells how.
            let behind = end + usize::from(p.is_comma(end));
            let told = g.around(p, behind, Around::Opener).is_some_and(|noun| g.is_plain_noun(p, noun));
            let likeness = !told && matches!(&second, Side::Phrase { tokens, .. } if p.is(tokens.start, Class::Relation));
            if !beyond && (!hit.word.loose || likeness) {
                let first = super::first_state(p, g, first?, &second);
                let (more, end) = super::all_joined(p, g, &second, end, limit);
                return Some(super::encounter_of(p, g, VERB_WITH.id, hit, first, second, more, hit.at..end));
            }
            ally = beyond.then_some(second);
        }
    }
    // «سيصل الخرطوم»: who arrives, and where.
    if hit.word.kind == rawi_model::ContactKind::Visit
        && first.is_some()
        && let Some(end) = p.name_at(from).or(crate::seat::city_end(p, from, 0)).filter(|&end| end <= limit)
    {
        return Some(super::encounter(VERB_WITH.id, hit, first?, crate::contact::Side::plain(from..end), hit.at..end));
    }
    // A definite noun with the preposition glued to it is the other party, whoever it takes up: «بالفصيلين».
    let (second, end) = match super::glued_definite(p, hit, from) {
        Some(skip) => super::party(p, g, from, skip, limit)?,
        None => super::other(p, g, hit, from, limit)?,
    };
    // «سيبحث الوضع مع نظيره», not «وبحث المستجدات … والاتفاق مع القوى الكبرى»
    let topic = first.is_none() && g.around(p, hit.end, Around::Topic).is_some();
    if topic && end > hit.end + NEAR {
        return None;
    }
    // Who arrives is named with the verb, or by a pronoun before it: «أعلن أنه سيتوجه إلى …».
    let pronoun = hit.at > start && p.is(hit.at - 1, Class::Clause) && {
        let word = p.tokens.word(hit.at - 1);
        word.chars().count() <= 4 && p.grammar.possessives.iter().any(|e| word.ends_with(e.as_str()))
    };
    // «وسيتوجه بعد ذلك إلى …»: he goes on.
    let and = hit.part == ContactPart::Future && p.grammar.conjunctions.iter().any(|c| p.tokens.word(hit.at).starts_with(c.as_str()));
    if first.is_none() && hit.word.shape == Shape::To && !pronoun && !and {
        return None;
    }
    // «ما يتصل بإدارة المعلومات»: what relates to a body calls nobody.
    let body = |side: &Side| matches!(side, Side::Phrase { tokens, skip, .. } if *skip > 0 && p.grammar.classes.any(p.tokens, tokens.start, *skip, |h| h.values.contains(&Class::Body)));
    if hit.word.kind == rawi_model::ContactKind::Call && first.is_none() && body(&second) {
        return None;
    }
    let (more, end) = super::all_joined(p, g, &second, end, limit);
    let mut told = super::encounter_of(p, g, VERB_WITH.id, hit, first.unwrap_or(Side::Carried), second, more, hit.at..end);
    told.sides.extend(ally.map(|side| (side, hit.word.roles[0])));
    Some(told)
}

/// Who arrives, the place before him, and one past him: «وصل إلى مسقط أمس وزير النقل التونسي».
fn arrives(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, limit: usize) -> Option<(Side, Side, usize)> {
    if hit.word.kind != rawi_model::ContactKind::Visit || hit.word.shape != Shape::To {
        return None;
    }
    let adverbs = |mut k: usize| {
        while k < limit && (p.is_comma(k) || p.is_time(k) || p.is(k, Class::Adverb) && !p.is(k, Class::Role)) {
            k = p.end_of(k, Class::Adverb).max(k + 1);
        }
        k
    };
    let place = g.takes(p, hit, adverbs(hit.end))?;
    // «إلى العاصمة العمانية مسقط»
    let capital = || {
        let head = g.around(p, place, Around::StateHead)?;
        (head..limit.min(head + 2)).find_map(|k| Some(crate::seat_at(p, k, 0)?.0))
    };
    let close = super::is_place(p, g, place).or_else(capital)?;
    let at = adverbs(close);
    let somebody = p.any(at, Class::Role.bit() | Class::Title.bit()) && p.skip(at) == 0
        || p.person_at(at).is_some_and(|end| end > at + 1) && p.glued_at(at) == 0
        || g.around(p, at, Around::People).is_some();
    if at >= limit || !somebody {
        return None;
    }
    let (guest, end) = super::party(p, g, at, 0, limit)?;
    Some((guest, Side::plain(place..close), end))
}
