//! # What it reads
//! A meeting of people in the plural who are told by their states: «نشست وزرای خارجه ایران، روسیه و چین».
//!
//! Example: «دیدار وزرای نیروی عراق و تونس در بصره» (meeting of the ministers of energy of Iraq and Tunisia in Basra)
//!
//! # What it leaves
//! Meetings at which others are named behind the preposition (`fa/contact/noun-of`).

use crate::contact::{Around, ContactGrammar, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «نشست وزرای X و Y»
pub(super) const ASSEMBLED: ContactRule = ContactRule { id: "fa/contact/assembled", read };

/// How far behind the noun those who meet may be told, in tokens.
const NEAR: usize = 9;

/// The most words of the office that all of them hold.
const OFFICE: usize = 9;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || hit.word.shape != Shape::With || super::is_known(p, hit) {
        return None;
    }
    let limit = super::limit(p, hit, place.sentence.end);
    let open = |&k: &usize| !p.is_mark(k) && g.takes(p, hit, k).is_none() && g.around(p, k, Around::Verb).is_none();
    let mut near = (hit.end..limit.min(hit.end + NEAR)).take_while(open);
    let (sides, end) = near.find_map(|k| assembled(p, g, k, limit))?;
    g.takes(p, hit, end).is_none().then(|| super::encounter_of(ASSEMBLED.id, hit, sides, hit.at..end))
}

/// The states whose people in the plural begin at a token: «وزرای خارجه ایران، روسیه و چین»; one past the last.
pub(super) fn assembled(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize) -> Option<(Vec<Side>, usize)> {
    if g.around(p, from, Around::People).is_none() && !p.is(from, Class::PluralHead) {
        return None;
    }
    let closed = Class::Preposition.bit() | Class::Clause.bit() | Class::Object.bit();
    let mut words = (from + 1..limit.min(from + OFFICE)).take_while(|&k| !p.is_mark(k) && !p.any(k, closed));
    let first = words.find(|&k| p.name_at(k).is_some())?;
    if let Some(found) = super::several(p, first, limit) {
        return Some(found);
    }
    let and = p.name_at(first).filter(|&end| p.is(end, Class::Conjunction))?;
    // An everyday word that is a state's name too is one behind a state: «عراق و عمان».
    let end = p.name_at(and + 1).or_else(|| crate::seat::country_at(p, and + 1)).filter(|&end| end <= limit)?;
    Some((vec![Side::plain(first..and), Side::plain(and + 1..end)], end))
}
