//! # What it reads
//! A verb whose object is the one who is received.
//!
//! Example: «پادشاه بحرین وزیر نیروی عراق را به حضور پذیرفت.» (the king of Bahrain received Iraq's minister of energy)
//!
//! # What it leaves
//! Objects without را.

use crate::contact::{self, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «Y را به حضور پذیرفت»
pub(super) const OBJECT: ContactRule = ContactRule { id: "fa/contact/object", read };

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.mine || hit.word.shape != Shape::Object || hit.part == ContactPart::Noun {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let marker = (start.max(hit.at.saturating_sub(super::FAR))..hit.at).rev().find(|&k| p.is(k, Class::Object))?;
    let begins = |k: usize| {
        (k > start + 1 || k > start && p.name_at(start) == Some(k))
            && p.any(k, Class::Role.bit() | Class::Title.bit() | Class::Relation.bit())
            && !p.any(k - 1, Class::Role.bit() | Class::Title.bit() | Class::Preposition.bit() | Class::Conjunction.bit())
    };
    let object = (start..marker).find(|&k| begins(k));
    let Some(object) = object else {
        let (other, end) = super::party(p, g, start, marker)?;
        return (end == marker).then(|| super::encounter(OBJECT.id, hit, Side::Carried, other, start..hit.end));
    };
    let (other, end) = super::party(p, g, object, marker)?;
    // «سفیر خود را از مسقط فراخواند»: one's own envoy is called back.
    if hit.word.envoy && (object..end).any(|k| p.is(k, Class::Reflexive)) {
        return None;
    }
    // «عمان و قطر سفیر تونس را احضار کردند»
    let several = g.is_plural(p, hit).then(|| super::travellers(p, g, start..object)).flatten();
    let (first, with) = several.map_or_else(|| (super::subject(p, g, start..object), None), |(a, b)| (a, Some(b)));
    let mut told = super::encounter(OBJECT.id, hit, first, other, object..hit.end);
    told.sides.extend(with.map(|side| (side, hit.word.roles[0])));
    Some(told)
}
