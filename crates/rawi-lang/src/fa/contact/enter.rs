//! # What it reads
//! Somebody who arrives in a state or one of its cities: «وارد Y شد», «راهی Y شد»; or leaves for it: «تهران را به مقصد Y ترک کرد».
//!
//! Example: «وزیر نیروی عراق صبح امروز وارد تهران شد.» (Iraq's minister of energy arrived in Tehran this morning)
//!
//! # What it leaves
//! Towns of which no table tells, and what is no person.

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «وارد Y شد»
pub(super) const ENTER: ContactRule = ContactRule { id: "fa/contact/enter", read };

/// The longest name of a state, in tokens.
const STATE: usize = 5;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    let visit = hit.word.kind == rawi_model::ContactKind::Visit;
    if hit.part != ContactPart::Noun || hit.word.shape != Shape::Object || !visit {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let verb = (hit.end + 1..place.sentence.end.min(hit.end + STATE + 1)).find(|&k| g.around(p, k, Around::Verb).is_some());
    // «وزیر نیرو عازم مسکو»: a headline may have no verb.
    let end = place.sentence.end;
    let headline = || (place.sentence.start == place.paragraph.start && seat_ends(p, hit.end) == Some(end)).then_some(end);
    // «تهران را به مقصد Y | ترک کرد»
    let left = verb.filter(|&verb| g.takes(p, hit, verb - 1) == Some(verb));
    if left.is_none() && !hit.word.takes.is_empty() {
        return None;
    }
    let stop = left.map(|verb| verb - 1).or(verb).or_else(headline)?;
    if (hit.end..stop).any(|k| p.is_mark(k) || p.is(k, Class::Preposition)) {
        return None;
    }
    let close = verb.map_or(stop, |verb| verb + 1);
    // «سالم و ناصر عازم Y شدند»
    let several = verb.is_some_and(|verb| g.words.plural.iter().any(|e| p.tokens.word(verb).ends_with(e.as_str())));
    // «عازم Y می‌شود»: who enters now is still to come.
    let coming = verb.is_none_or(|verb| g.around(p, verb, Around::Coming).is_some());
    let part = coming.then_some(ContactPart::Future);
    if let Some((first, with)) = several.then(|| super::travellers(p, g, start..hit.at)).flatten() {
        let mut told = super::encounter(ENTER.id, hit, first, Side::plain(hit.end..stop), hit.at..close);
        told.sides.push((with, hit.word.roles[0]));
        return Some(Encounter { part, ..told });
    }
    // «سالم الکعبی که دیروز وارد تهران شد»
    let adverbial = |k: usize| p.is(k, Class::Adverb) || p.is_time(k);
    let clause = (start..hit.at).rev().find(|&k| !adverbial(k)).filter(|&k| p.is(k, Class::Clause));
    let subject = clause.map_or_else(|| super::subject(p, g, start..hit.at), |k| super::acting(p, g, start, k + 1));
    let Side::Phrase { tokens, skip, beside } = subject else { return None };
    let known = super::is_person(p, tokens.start) || p.name_at(tokens.start).is_some();
    if !known && !beside.iter().any(|office| super::is_person(p, office.start)) {
        return None;
    }
    let told = super::encounter(ENTER.id, hit, Side::Phrase { tokens, skip, beside }, Side::plain(hit.end..stop), hit.at..close);
    Some(Encounter { part, ..told })
}

/// Whether somebody enters a place at a token: «وارد مسقط شد».
pub(super) fn enters(p: &Passage<'_>, g: &contact::ContactGrammar, k: usize) -> bool {
    let enters = |f: &contact::ContactForm| {
        let word = &g.words.list[f.word];
        f.part == ContactPart::Noun && word.shape == Shape::Object && word.kind == rawi_model::ContactKind::Visit
    };
    let at = g.words.forms.longest(p.tokens, k, 0).filter(|h| h.values.iter().any(enters));
    at.and_then(|h| seat_ends(p, h.end)).is_some_and(|end| g.around(p, end, Around::Verb).is_some())
}

/// One past the state or seat of government that begins at a token.
fn seat_ends(p: &Passage<'_>, k: usize) -> Option<usize> {
    crate::seat::country_at(p, k).or_else(|| crate::city_at(p, k, 0).map(|city| city.0))
}
