//! # What it reads
//! An envoy who is called in: «سفیر Y به وزارت امور خارجه احضار شد», «احضار سفیر Y به وزارت امور خارجه».
//!
//! Example: «سفیر تونس ظهر امروز به وزارت امور خارجه احضار شد.» (the ambassador of Tunisia was summoned to the foreign
//! ministry at noon)
//!
//! # What it leaves
//! Whoever is called in and is no envoy; «سفیر را احضار کرد» (`fa/contact/object`).

use crate::contact::{self, ContactHit, ContactPart, ContactRule, Encounter, Side};
use crate::{Class, Passage, Place};

/// «Y به وزارت امور خارجه احضار شد»
pub(super) const SUMMONS: ContactRule = ContactRule { id: "fa/contact/summons", read };

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || !hit.word.envoy {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let limit = super::limit(p, hit, place.sentence.end);
    let done = |guest: Side, host: Side, evidence| Some(super::encounter(SUMMONS.id, hit, host, guest, evidence));
    if p.is(hit.end, Class::Envoy) {
        let (guest, end) = super::party(p, g, hit.end, limit)?;
        let after = (end..limit.min(end + super::BARE)).find_map(|k| g.takes(p, hit, k))?;
        let (host, end) = super::party(p, g, after, limit)?;
        return done(guest, host, hit.at..end);
    }
    let envoy = (start..hit.at).find(|&k| p.is(k, Class::Envoy))?;
    let (guest, end) = super::party(p, g, envoy, hit.at)?;
    let after = (end..hit.at).find_map(|k| g.takes(p, hit, k))?;
    let (host, _) = super::party(p, g, after, hit.at)?;
    done(guest, host, envoy..hit.end)
}
