//! What a document tells several times is one contact.

use rawi_actor::{Cast, MemberId};
use rawi_model::{ActorKind, ContactKind, PartyRole, Status};

use super::Draft;

/// Joins what tells of the same contact: the same kind and the same parties, one of whom may be known by an office or
/// relation alone in one of the places.
pub(super) fn once(drafts: &mut Vec<Draft>, cast: &Cast<'_>) {
    let mut out: Vec<Draft> = Vec::new();
    for draft in drafts.drain(..) {
        match out.iter().position(|held| same(held, &draft, cast)) {
            Some(at) => join(&mut out[at], draft, cast),
            None => out.push(draft),
        }
    }
    // A loose word next to a plain one, whatever their order.
    let mut i = 0;
    while i < out.len() {
        let twin = (0..out.len()).find(|&j| j != i && same(&out[j], &out[i], cast) && (out[i].loose || !out[j].loose && j < i));
        if let Some(j) = twin {
            let gone = out.remove(i);
            let j = if j > i { j - 1 } else { j };
            join(&mut out[j], gone, cast);
        } else {
            i += 1;
        }
    }
    *drafts = out;
}

fn family(kind: ContactKind) -> ContactKind {
    if kind == ContactKind::Talks { ContactKind::Meeting } else { kind }
}

fn same(a: &Draft, b: &Draft, cast: &Cast<'_>) -> bool {
    let kinds = family(a.kind) == family(b.kind);
    let encounter = |d: &Draft| matches!(d.kind, ContactKind::Meeting | ContactKind::Call | ContactKind::Talks);
    let loose = (a.loose || b.loose) && encounter(a) && encounter(b);
    let status = a.status == b.status || a.headline != b.headline;
    if !kinds && !loose || !status || a.parties.len() != b.parties.len() {
        return false;
    }
    if a.is_directed() && a.parties.len() == 2 {
        let from = |d: &Draft| d.parties.iter().find(|p| matches!(p.1, PartyRole::Initiator | PartyRole::Guest)).map(|p| p.0);
        if let (Some(x), Some(y)) = (from(a), from(b))
            && a.has(y)
            && b.has(x)
            && x != y
        {
            return false;
        }
    }
    let unmatched: Vec<MemberId> = a.members().filter(|m| !b.has(*m)).collect();
    let left: Vec<MemberId> = b.members().filter(|m| !a.has(*m)).collect();
    match (&unmatched[..], &left[..]) {
        ([], []) => true,
        ([x], [y]) if a.parties.len() == 2 => {
            let vague = |d: &Draft, m: MemberId| d.vague.contains(&m) || !cast.members[m].named;
            let headline = a.headline != b.headline;
            (vague(a, *x) != vague(b, *y) || (headline || a.loose || b.loose) && vague(a, *x))
                && (headline
                    || a.loose
                    || b.loose
                    || a.tellings[0].clause == b.tellings[0].clause
                    || is_relation(a, *x)
                    || is_relation(b, *y))
        }
        // A headline may name both by their offices, states or people: «وزيرا الرياضة …».
        ([_, _], [_, _]) if a.headline != b.headline && a.parties.len() == 2 => {
            let head = if a.headline { a } else { b };
            let general = |m: MemberId| {
                head.vague.contains(&m) || !cast.members[m].named || matches!(cast.members[m].kind, ActorKind::State | ActorKind::Group)
            };
            head.members().all(general)
        }
        _ => false,
    }
}

fn is_relation(d: &Draft, m: MemberId) -> bool {
    d.vague.contains(&m)
}

fn join(into: &mut Draft, from: Draft, cast: &Cast<'_>) {
    // Who is named takes the place of who is known by an office alone.
    for (member, role) in &mut into.parties {
        let other =
            from.parties.iter().find(|p| p.0 == *member).or_else(|| {
                from.parties.iter().find(|p| !into.vague.contains(&p.0) && into.vague.contains(member) && cast.members[p.0].named)
            });
        if let Some(other) = other
            && *role == PartyRole::Participant
            && other.0 == *member
        {
            *role = other.1;
        }
    }
    if into.headline && !from.headline && into.members().all(|m| !from.has(m)) {
        into.parties.clone_from(&from.parties);
        into.basis = from.basis;
    }
    let missing: Vec<(MemberId, PartyRole)> = from.parties.iter().filter(|p| !into.has(p.0)).copied().collect();
    let extra: Vec<MemberId> = into.members().filter(|m| !from.has(*m)).collect();
    if let ([(named, _)], [held]) = (&missing[..], &extra[..])
        && cast.members[*named].named
        && !from.vague.contains(named)
        && (into.vague.contains(held) || !cast.members[*held].named)
    {
        for party in &mut into.parties {
            if party.0 == *held {
                party.0 = *named;
            }
        }
    }
    if into.loose && !from.loose {
        into.kind = from.kind;
        into.loose = false;
        into.basis = from.basis;
        if from.parties.iter().all(|p| into.has(p.0)) {
            into.parties = from.parties;
        }
    }
    if into.status != from.status {
        into.status = if into.headline { from.status } else { into.status };
        if [into.status, from.status].contains(&Status::Held) && into.headline {
            into.status = Status::Held;
        }
    }
    into.headline &= from.headline;
    into.place = into.place.or(from.place);
    into.confidence = into.confidence.max(from.confidence);
    into.vague.extend(from.vague);
    into.tellings.extend(from.tellings);
}
