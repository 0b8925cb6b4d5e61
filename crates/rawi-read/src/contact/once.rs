//! What a document tells several times is one contact.

use std::collections::BTreeSet;

use rawi_actor::{Cast, MemberId};
use rawi_lang::Class;
use rawi_model::{ActorKind, ContactKind, PartyRole, Status};

use super::Draft;
use crate::reader::Scene;

/// Joins what tells of the same contact: the same kind and the same parties, one of whom may be known by an office or
/// relation alone in one of the places; a headline may name both so.
pub(super) fn once(scene: &Scene<'_>, drafts: &mut Vec<Draft>, cast: &Cast<'_>) {
    let same = Same { scene, cast };
    let mut out: Vec<Draft> = Vec::new();
    for draft in drafts.drain(..) {
        match same.best(&out, &draft, None) {
            Some(at) => join(&mut out[at], draft, cast),
            None => out.push(draft),
        }
    }
    // What was told with a loose word before the plain one came.
    let mut i = 0;
    while i < out.len() {
        let twin = same.best(&out, &out[i], Some(i)).filter(|&j| out[i].loose || !out[j].loose && j < i);
        if let Some(j) = twin {
            let gone = out.remove(i);
            let j = if j > i { j - 1 } else { j };
            join(&mut out[j], gone, cast);
        } else {
            i += 1;
        }
    }
    out = without_sums(out);
    *drafts = out;
}

/// Contacts without headlines that sum up several which the text tells apart: «يلتقي سالم ناصرا وهلالا».
fn without_sums(drafts: Vec<Draft>) -> Vec<Draft> {
    let is_sum = |d: &Draft| {
        let Some(((first, _), others)) = d.parties.split_first().filter(|(_, others)| d.headline && others.len() > 1) else { return false };
        let apart =
            |m: MemberId| drafts.iter().any(|x| family(x.kind) == family(d.kind) && x.parties.len() == 2 && x.has(*first) && x.has(m));
        others.iter().all(|(m, _)| apart(*m))
    };
    let sums: Vec<bool> = drafts.iter().map(is_sum).collect();
    drafts.into_iter().zip(sums).filter(|(_, sum)| !sum).map(|(draft, _)| draft).collect()
}

struct Same<'s, 't, 'c, 'r> {
    scene: &'s Scene<'t>,
    cast: &'c Cast<'r>,
}

/// How near a loose word stands to the contact that it goes on telling of, in tokens.
const NEAR: usize = 60;

/// How surely two drafts are one contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    /// Nothing speaks against it.
    Fits,
    /// An office or description is shared.
    Described,
    /// The parties are the same.
    Exact,
}

/// Meetings and talks are one kind here.
pub(super) fn family(kind: ContactKind) -> ContactKind {
    if kind == ContactKind::Talks { ContactKind::Meeting } else { kind }
}

impl Same<'_, '_, '_, '_> {
    /// The draft of which another is one more telling.
    fn best(&self, held: &[Draft], draft: &Draft, but: Option<usize>) -> Option<usize> {
        let found = (0..held.len()).filter(|&j| Some(j) != but).filter_map(|j| Some((self.of(&held[j], draft)?, j)));
        let found: Vec<(Sure, usize)> = found.collect();
        let best = found.iter().map(|f| f.0).max()?;
        let mut at = found.iter().filter(|f| f.0 == best).map(|f| f.1);
        let first = at.next()?;
        // A mere fit must be the only one.
        (best > Sure::Fits || at.next().is_none()).then_some(first)
    }

    fn of(&self, a: &Draft, b: &Draft) -> Option<Sure> {
        let kinds = family(a.kind) == family(b.kind);
        let encounter = |d: &Draft| matches!(d.kind, ContactKind::Meeting | ContactKind::Call | ContactKind::Talks);
        let loose = (a.loose || b.loose) && encounter(a) && encounter(b);
        let status = a.status == b.status || a.headline != b.headline || is_journey_to_come(a, b);
        if kinds && (self.are_their_states(a, b) || self.are_their_states(b, a)) {
            return Some(Sure::Described);
        }
        if !kinds && !loose || !status {
            return None;
        }
        if a.parties.len() != b.parties.len() {
            // A headline names the first two alone.
            let (few, many) = if a.parties.len() < b.parties.len() { (a, b) } else { (b, a) };
            let heads = few.headline && few.parties.len() == 2 && !many.headline && few.members().all(|m| many.has(m));
            return heads.then_some(Sure::Described);
        }
        // From one to another is not from the other to the one.
        let part = |d: &Draft, m: MemberId| d.parties.iter().find(|p| p.0 == m).map(|p| p.1);
        if a.is_directed() && a.members().any(|m| part(b, m).is_some_and(|role| Some(role) != part(a, m))) {
            return None;
        }
        let left: Vec<MemberId> = a.members().filter(|m| !b.has(*m)).collect();
        let right: Vec<MemberId> = b.members().filter(|m| !a.has(*m)).collect();
        match (&left[..], &right[..]) {
            ([], []) => Some(Sure::Exact),
            ([x], [y]) if a.parties.len() <= 2 => self.one(a, *x, b, *y),
            ([_, _], [_, _]) if a.parties.len() == 2 => self.both(a, b),
            _ => None,
        }
    }

    /// Whether the states are told of those whom another place names: «لقاء روسي - أميركي», «دیدار وزرای خارجه ایران و عمان».
    fn are_their_states(&self, states: &Draft, persons: &Draft) -> bool {
        let entry = |m: MemberId| self.cast.members[m].entry;
        let person = |m: MemberId| self.cast.members[m].kind == ActorKind::Person;
        let speaks = |m: MemberId, state: MemberId| self.cast.state_of(m).is_some_and(|of| Some(of) == entry(state));
        // Talks of two states are no meeting of two of their people; three states seldom meet twice.
        let many = states.parties.len() > 2;
        let kinds = states.kind == persons.kind || many && family(states.kind) == family(persons.kind);
        // «لقاء سعودي أمريكي روسي» alone does not say whether it is still to come.
        let status = states.status == persons.status || many && states.status == Status::Held && persons.status == Status::Planned;
        kinds
            && status
            && states.parties.len() == persons.parties.len()
            && persons.members().all(person)
            && states.members().all(|s| persons.members().any(|m| speaks(m, s)))
    }

    fn vague(&self, d: &Draft, m: MemberId) -> bool {
        d.vague.contains(&m) || !self.cast.members[m].named
    }

    /// One party is shared; the other is known by an office or relation in one of the places.
    fn one(&self, a: &Draft, x: MemberId, b: &Draft, y: MemberId) -> Option<Sure> {
        let (left, right) = (self.vague(a, x), self.vague(b, y));
        // «سفیر به وزارت خارجه احضار شد … مدیرکل در ملاقات با سفیر …»: the ministry's man is who received him.
        let body = |d: &Draft, m: MemberId| d.basis.ends_with("/summons") && self.cast.members[m].kind == ActorKind::Organization;
        if body(a, x) || body(b, y) {
            return Some(Sure::Fits);
        }
        let head = a.headline != b.headline;
        // «عدد من المسؤولين»: several people whom nobody names are not one person.
        let several = |d: &Draft, m: MemberId| d.vague.contains(&m) && self.cast.members[m].kind == ActorKind::Group;
        let person = |m: MemberId| self.cast.members[m].kind == ActorKind::Person && (self.cast.members[m].named || self.is_relation(m));
        if !head && (several(a, x) && person(y) || several(b, y) && person(x)) {
            return None;
        }
        // «سيجري سالم محادثات مع تونس … ويلتقي نظيره التونسي ورئيس المجلس»: talks with a state are no meeting with each of its people.
        let state = |m: MemberId| self.cast.members[m].kind == ActorKind::State;
        if !head && a.kind != b.kind && state(x) != state(y) {
            return None;
        }
        let (words, others) = (self.words(x), self.words(y));
        if (left || right) && shared(&words, &others) {
            return Some(Sure::Described);
        }
        if !left && !right || left && right && !(head || a.loose || b.loose) {
            return None;
        }
        // Who is given another office is another one; a relation fits whoever is named.
        let relation = a.vague.contains(&x) && self.is_relation(x) || b.vague.contains(&y) && self.is_relation(y);
        let offices = !words.is_empty() && !others.is_empty() && self.has_office(x) && self.has_office(y);
        let near = (a.loose && left || b.loose && right) && a.evidence.start.abs_diff(b.evidence.start) < NEAR;
        (relation || !offices || near).then_some(Sure::Fits)
    }

    /// A headline or lead may name both by their offices, states or people: «وزيرا الرياضة …».
    fn both(&self, a: &Draft, b: &Draft) -> Option<Sure> {
        let general = |d: &Draft| {
            d.members().all(|m| {
                d.vague.contains(&m)
                    || !self.cast.members[m].named
                    || matches!(self.cast.members[m].kind, ActorKind::State | ActorKind::Group | ActorKind::Organization)
            })
        };
        let (early, first) = if a.evidence.start <= b.evidence.start { (a, a.headline || a.lead) } else { (b, b.headline || b.lead) };
        let heads = first && (general(early) || early.headline && (general(a) || general(b)));
        if !heads || general(a) == general(b) {
            return None;
        }
        // Each must be described alike.
        let of = |d: &Draft| d.members().map(|m| self.words(m)).collect::<Vec<_>>();
        let (left, right) = (of(a), of(b));
        let (m, n): (Vec<MemberId>, Vec<MemberId>) = (a.members().collect(), b.members().collect());
        let alike = |i: usize, j: usize| shared(&left[i], &right[j]) || self.is_relation(m[i]) || self.is_relation(n[j]);
        if alike(0, 0) && alike(1, 1) || alike(0, 1) && alike(1, 0) {
            return Some(Sure::Described);
        }
        // Names alone say nothing against it where the one stands right before the other.
        let near = a.evidence.start.abs_diff(b.evidence.start) < NEAR;
        let silent = |i: usize, j: usize| alike(i, j) || !self.has_office(if general(a) { n[j] } else { m[i] });
        let fits = silent(0, 0) && silent(1, 1) || silent(0, 1) && silent(1, 0);
        (near && fits && !self.are_items(a, b)).then_some(Sure::Fits)
    }

    /// Whether two stand in two items of a list, each behind the same sign: «🔹 …», «🔹 …».
    fn are_items(&self, a: &Draft, b: &Draft) -> bool {
        let tokens = self.scene.passage.tokens;
        let sign = |d: &Draft| (0..d.evidence.start).rev().find(|&k| rawi_text::is_bullet(tokens, k));
        sign(a).zip(sign(b)).is_some_and(|(one, other)| one != other && tokens.kind(one) == tokens.kind(other))
    }

    /// The words by which somebody is described, without what heads an office.
    fn words(&self, m: MemberId) -> BTreeSet<String> {
        let p = self.scene.passage;
        let mut words = BTreeSet::new();
        for (span, _) in &self.cast.members[m].mentions {
            for k in p.tokens.within(*span) {
                let word = p.tokens.word(k);
                let plain = p.tokens.is_word(k)
                    && !p.any(
                        k,
                        Class::Role.bit()
                            | Class::Title.bit()
                            | Class::Preposition.bit()
                            | Class::Conjunction.bit()
                            | Class::Relation.bit(),
                    );
                let bare = word.strip_prefix(p.grammar.article.as_str()).filter(|w| w.chars().count() >= 3).unwrap_or(word);
                if plain && bare.chars().count() >= 3 {
                    words.insert(bare.to_owned());
                }
            }
        }
        words
    }

    fn has_office(&self, m: MemberId) -> bool {
        let p = self.scene.passage;
        self.cast.members[m].mentions.iter().any(|(span, _)| p.tokens.within(*span).any(|k| p.is(k, Class::Role)))
    }

    fn is_relation(&self, m: MemberId) -> bool {
        let p = self.scene.passage;
        self.cast.members[m].mentions.iter().any(|(span, _)| p.is(p.tokens.within(*span).start, Class::Relation))
    }
}

/// Whether a noun tells of a journey that another place says is still to come: «سيزور سالم تونس … خلال زيارته».
pub(super) fn is_journey_to_come(a: &Draft, b: &Draft) -> bool {
    let planned = |d: &Draft| d.status == Status::Planned;
    let noun = |d: &Draft| d.status == Status::Held && d.basis.contains("/noun-") && !d.over;
    a.kind == ContactKind::Visit && a.kind == b.kind && (planned(a) && noun(b) || planned(b) && noun(a))
}

/// Whether a word stands in both, with or without an ending: «تونس», «تونسي».
fn shared(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let alike = |x: &str, y: &str| x == y || x.starts_with(y) && x.chars().count() - y.chars().count() <= 2 && y.chars().count() >= 3;
    a.iter().any(|x| b.iter().any(|y| alike(x, y) || alike(y, x)))
}

/// Takes one draft as a further telling of another.
pub(super) fn join(into: &mut Draft, from: Draft, cast: &Cast<'_>) {
    // Who is named says more than his state.
    let states = |d: &Draft| d.members().all(|m| cast.members[m].kind == ActorKind::State);
    if states(into) && from.members().all(|m| cast.members[m].kind == ActorKind::Person) {
        into.parties.clone_from(&from.parties);
        into.basis = from.basis;
        into.status = from.status;
    }
    for (member, role) in &mut into.parties {
        let other = from.parties.iter().find(|p| p.0 == *member);
        if let Some(other) = other.filter(|_| *role == PartyRole::Participant) {
            *role = other.1;
        }
    }
    if from.parties.len() > into.parties.len() && into.members().all(|m| from.has(m)) {
        into.parties.clone_from(&from.parties);
    }
    let named = |d: &Draft| d.members().filter(|m| cast.members[*m].named && !d.vague.contains(m)).count();
    if into.parties.len() == 2 && into.members().all(|m| !from.has(m)) {
        // Persons by their names say more than their states.
        let person = |d: &Draft| d.members().any(|m| cast.members[m].kind == ActorKind::Person && !d.vague.contains(&m));
        let states = from.members().all(|m| matches!(cast.members[m].kind, ActorKind::State | ActorKind::Group | ActorKind::Organization));
        if states && person(into) {
            // The words in the text tell less than the headline.
        } else if named(&from) > named(into) || into.headline && !from.headline && named(&from) == named(into) {
            into.parties.clone_from(&from.parties);
            into.basis = from.basis;
        }
    } else {
        // Who is named takes the place of who is known by an office or relation alone.
        let missing: Vec<MemberId> = from.members().filter(|m| !into.has(*m)).collect();
        let extra: Vec<MemberId> = into.members().filter(|m| !from.has(*m)).collect();
        if let ([new], [held]) = (&missing[..], &extra[..]) {
            let summons = into.basis.ends_with("/summons") && cast.members[*new].kind == ActorKind::Person;
            let vague = into.vague.contains(held) || !cast.members[*held].named || summons;
            if vague && cast.members[*new].named && !from.vague.contains(new) {
                for party in into.parties.iter_mut().filter(|p| p.0 == *held) {
                    party.0 = *new;
                }
            }
        }
    }
    if into.loose && !from.loose {
        into.kind = from.kind;
        into.loose = false;
        into.basis = from.basis;
        if from.parties.iter().all(|p| into.has(p.0)) {
            into.parties.clone_from(&from.parties);
        }
    }
    // The text knows better than its headline whether a contact took place.
    // «عمان خبر انتقال پیام … را تکذیب کرد»: a noun does not say that what the headline denies took place.
    let over = matches!(into.status, Status::Denied | Status::Cancelled) && (from.status != Status::Held || from.basis.contains("/noun-"));
    if is_journey_to_come(into, &from) {
        into.status = Status::Planned;
    } else if into.status != from.status && into.headline && !over {
        into.status = from.status;
    }
    into.headline &= from.headline;
    into.lead &= from.lead;
    into.place = into.place.or(from.place);
    into.vague.extend(from.vague);
    into.tellings.extend(from.tellings);
}
