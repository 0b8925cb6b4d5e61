//! # What it reads
//! A contact noun followed by the preposition and the other party; the one who acts is the subject of the clause.
//!
//! Example: «سفیر عمان در دیدار با وزیر نیرو گفت: …» (the ambassador of Oman said in a meeting with the minister of
//! energy: …)
//!
//! # What it leaves
//! Nouns whose both parties follow (`fa/contact/noun-of`), and those that take up a contact told before («این دیدار»).

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «در دیدار با Y»
pub(super) const NOUN_WITH: ContactRule = ContactRule { id: "fa/contact/noun-with", read };

/// How many words of time and manner may stand between noun and preposition.
const BETWEEN: usize = 4;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || matches!(hit.word.shape, Shape::Of | Shape::Object) || super::is_known(p, hit) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let limit = super::limit(p, hit, place.sentence.end);
    let mut k = hit.end;
    let after = loop {
        if let Some(after) = g.takes(p, hit, k) {
            break after;
        }
        let plain = p.tokens.is_word(k) && !p.any(k, Class::Preposition.bit() | Class::Conjunction.bit()) || p.is(k, Class::Adverb);
        if k >= limit || k - hit.end >= BETWEEN || !plain || contact::is_actor(p, g, k) {
            return None;
        }
        k += 1;
    };
    // Talks that are spoken about are not told.
    if hit.word.kind == rawi_model::ContactKind::Talks && !hit.word.loose && g.before(p, hit.at, Around::About).is_some() {
        return None;
    }
    let (other, end) = super::party(p, g, after, limit)?;
    let evidence = hit.at..end;
    if g.around(p, after, Around::Between).is_some() {
        return None;
    }
    let first = match super::opener(p, g, hit) {
        Some(before) => super::acting(p, g, start, before),
        None if hit.at == start && start == place.paragraph.start => Side::Carried,
        None if hit.word.kind == rawi_model::ContactKind::Talks
            || g.around(p, end, Around::Verb).is_none() && !p.any(end, Class::Preposition.bit()) =>
        {
            return None;
        }
        None => match super::subject(p, g, start..hit.at) {
            Side::Phrase { tokens, skip, beside } if contact::is_actor(p, g, tokens.start) => Side::Phrase { tokens, skip, beside },
            _ => return None,
        },
    };
    Some(super::encounter(NOUN_WITH.id, hit, first, other, evidence))
}
