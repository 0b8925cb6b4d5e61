//! Contacts as readings show them.

use rawi_model::{Contact, ContactKind, Event, Party, PartyRole, Plover, Status};
use rawi_text::CharIndex;

use super::Draft;
use crate::confidence::confidence;
use crate::reader::Keys;

/// The contacts as readings show them: with ids, keys, evidence and event.
pub(crate) fn finish(contacts: Vec<Draft>, keys: &Keys, index: &CharIndex<'_>, raw: &str) -> Vec<Contact> {
    contacts
        .into_iter()
        .enumerate()
        .map(|(n, d)| {
            let mut evidence: Vec<_> = d.tellings.iter().map(|t| index.chars(t.span)).collect();
            evidence.sort_by_key(|s| (s.start, s.end));
            evidence.dedup();
            Contact {
                id: format!("c{n}"),
                kind: d.kind,
                event: event(&d),
                parties: d.parties.iter().filter_map(|(m, role)| Some(Party { actor: keys.get(m)?.clone(), role: *role })).collect(),
                status: d.status,
                date: d.date,
                place: d.place.map(|p| p.of(raw).to_owned()),
                evidence,
                via: d.via.iter().filter_map(|m| keys.get(m).cloned()).collect(),
                basis: d.basis.to_owned(),
                confidence: confidence(d.basis).unwrap_or(0.5),
            }
        })
        .collect()
}

/// What a contact does, in PLOVER: a consultation with its mode; one that is announced is agreed, one called for
/// requested, one called off rejected. To call an envoy in is to protest.
fn event(d: &Draft) -> Option<Event> {
    let make =
        |plover, mode: Option<&str>, cameo: &str| Some(Event { plover, mode: mode.map(str::to_owned), cameo: Some(cameo.to_owned()) });
    if matches!(d.kind, ContactKind::Interview | ContactKind::Ceremony) {
        return None;
    }
    match d.status {
        Status::Planned => return make(Plover::Agree, None, "036"),
        Status::Proposed => return make(Plover::Request, Some("meet"), "026"),
        Status::Cancelled => return make(Plover::Reject, Some("meet"), "125"),
        Status::Denied => return None,
        Status::Held if d.summons => return make(Plover::Accuse, Some("disapprove"), "111"),
        Status::Held => {}
    }
    let hosted = d.parties.iter().any(|p| p.1 == PartyRole::Host);
    let first_hosts = d.parties.first().is_some_and(|p| p.1 == PartyRole::Host);
    match d.kind {
        ContactKind::Talks if d.parties.iter().any(|p| p.1 == PartyRole::Mediator) => make(Plover::Consult, Some("third-party"), "044"),
        ContactKind::Call => make(Plover::Consult, Some("phone"), "041"),
        ContactKind::Visit => make(Plover::Consult, Some("visit"), "042"),
        ContactKind::Meeting | ContactKind::Talks if d.parties.len() > 2 => make(Plover::Consult, Some("multilateral"), "040"),
        ContactKind::Meeting if hosted => make(Plover::Consult, Some("visit"), if first_hosts { "043" } else { "042" }),
        ContactKind::Talks => make(Plover::Consult, None, "046"),
        _ => make(Plover::Consult, None, "040"),
    }
}
