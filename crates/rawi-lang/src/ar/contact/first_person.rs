//! # What it reads
//! A verb in the first person, with the other party as its object or behind its preposition: whose words they are acts.
//!
//! Example: «السفير: التقيت بوزير النقل في مسقط.» (the ambassador: I met the minister of transport in Muscat)
//!
//! # What it leaves
//! Words whose speaker is not told; nouns with a pronoun (`ar/contact/noun-with`).

use crate::contact::{self, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Passage, Place};

/// «التقيت Y»
pub(super) const FIRST_PERSON: ContactRule = ContactRule { id: "ar/contact/first-person", read };

/// How far behind the verb the preposition of the other party may stand, in tokens.
const NEAR: usize = 6;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if !hit.mine || hit.part != ContactPart::Past {
        return None;
    }
    let limit = super::limit(p, hit, place.sentence.end);
    let (second, end) = match super::glued_definite(p, hit, hit.end) {
        Some(skip) => super::party(p, g, hit.end, skip, limit)?,
        None if hit.word.shape == Shape::Object && contact::is_actor(p, g, hit.end) => super::party(p, g, hit.end, 0, limit)?,
        None => super::other_near(p, g, hit, hit.end, hit.end + NEAR, limit)?,
    };
    let (more, end) = super::all_joined(p, g, &second, end, limit);
    Some(super::encounter_of(p, g, FIRST_PERSON.id, hit, Side::Speaker, second, more, hit.at..end))
}
