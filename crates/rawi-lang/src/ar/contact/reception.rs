//! # What it reads
//! Somebody who is met or seen off where he arrives or leaves: he stands behind the noun, those who wait for him behind the words of
//! place and time.
//!
//! Example: «وكان في استقبال وزير النقل لدى وصوله المطار سفير عمان.» (the ambassador of Oman was there to receive the minister of
//! transport when he arrived at the airport)
//!
//! # What it leaves
//! Those who were present when somebody else received him: «حضر الاستقبال …».

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Side};
use crate::{Passage, Place};

/// «كان في استقبال X … Y»
pub(super) const RECEPTION: ContactRule = ContactRule { id: "ar/contact/reception", read };

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    let [host, guest] = hit.word.roles;
    let verb = hit.at.checked_sub(2).filter(|&k| k >= contact::clause_start(p, hit.at, &place.sentence))?;
    let waits = g.around(p, hit.at - 1, Around::In) == Some(hit.at) && super::begins_auxiliary(p, g, verb);
    if host != rawi_model::PartyRole::Host || super::is_definite(p, hit) || !waits {
        return None;
    }
    let limit = super::limit(p, hit, place.sentence.end);
    let (met, from) = match hit.part {
        ContactPart::Noun => super::party(p, g, hit.end, 0, limit)?,
        ContactPart::Suffixed => (Side::Carried, hit.end),
        _ => return None,
    };
    let (first, end) = super::next_actor(p, g, from, limit)?;
    let (more, end) = super::all_joined(p, g, &first, end, limit);
    let mut sides = vec![(met, guest), (first, host)];
    sides.extend(more.into_iter().map(|side| (side, host)));
    Some(Encounter { basis: RECEPTION.id, sides, evidence: verb..end, part: Some(ContactPart::Past) })
}
