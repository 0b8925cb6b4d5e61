//! A contact that the text takes up before it has told it: «هذا الاتصال» after «أبلغ سالم … قادة …».

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId};
use rawi_lang::{Class, ContactHit, ContactPart};
use rawi_model::{ContactKind, Form, PartyRole, Status};

use super::draft::{Draft, Telling};
use super::find::Run;
use super::outlet;
use crate::statement;

/// The contact at which the last words with an addressee were said, where a contact noun takes it up and none of its kind
/// was told before.
pub(super) fn taken_up(run: &Run<'_, '_>, cast: &mut Cast<'_>, hit: &ContactHit<'static>, sentence: &Range<usize>) -> Option<Draft> {
    let p = run.scene.passage;
    let kinds = [ContactKind::Call, ContactKind::Meeting];
    if hit.part != ContactPart::Noun
        || hit.word.across
        || hit.at == 0
        || !p.is(hit.at - 1, Class::Demonstrative)
        || !kinds.contains(&hit.word.kind)
        || run.drafts.iter().any(|d| d.kind == hit.word.kind)
    {
        return None;
    }
    let said =
        run.statements.iter().rev().filter(|s| {
            s.start() < sentence.start && s.cue.as_ref().is_some_and(|c| c.0.start < sentence.start) && s.form != Form::Document
        });
    let (speaker, addressed, tokens) = said
        .filter_map(|s| Some((s.speaker?, addressed(run, cast, s), s.cue.as_ref()?.0.start..s.start())))
        .find(|(speaker, to, _)| !to.is_empty() && !to.contains(speaker))?;
    // What an outlet is told is no call or meeting.
    if addressed.iter().any(|&m| outlet::is_one(run.scene, cast, m)) {
        return None;
    }
    let span = p.tokens.span(hit.at - 1..hit.end);
    let [acting, other] = match hit.word.kind {
        ContactKind::Call => [PartyRole::Initiator, PartyRole::Recipient],
        _ => [PartyRole::Participant; 2],
    };
    let mut parties = vec![(speaker, acting)];
    parties.extend(addressed.into_iter().map(|m| (m, other)));
    Some(Draft {
        kind: hit.word.kind,
        parties,
        status: Status::Held,
        date: None,
        evidence: tokens.clone(),
        tellings: vec![Telling::new(p.tokens.span(tokens.clone()), p.tokens.span(tokens)), Telling::new(span, span)],
        place: None,
        via: Vec::new(),
        basis: if p.grammar.article.is_empty() { "fa/contact/taken-up" } else { "ar/contact/taken-up" },
        loose: false,
        summons: false,
        over: false,
        headline: false,
        lead: false,
        vague: Vec::new(),
    })
}

/// Those to whom a statement was said: its audience, else the bodies and groups named between its cue and its content
/// that are no part of another's office or name.
fn addressed(run: &Run<'_, '_>, cast: &mut Cast<'_>, said: &statement::Draft) -> Vec<MemberId> {
    if !said.audience.is_empty() {
        return said.audience.clone();
    }
    let p = run.scene.passage;
    let Some((cue, _)) = &said.cue else { return Vec::new() };
    let registry = cast.registry();
    let before = |k: usize| if k > 0 && p.is_mark(k - 1) && !p.is_comma(k - 1) { k.checked_sub(2) } else { k.checked_sub(1) };
    let of_other = |k: usize| {
        let Some(prev) = before(k) else { return false };
        p.any(prev, Class::Preposition.bit() | Class::Role.bit() | Class::Body.bit())
            || p.tokens.word(prev).chars().count() == 1 && !p.grammar.conjunctions.iter().any(|c| c == p.tokens.word(prev))
    };
    let mut out = Vec::new();
    let mut k = cue.end;
    while k < said.start() {
        let Some(end) = p.name_at(k) else {
            k += 1;
            continue;
        };
        let entry = registry.at(p, k, usize::from(p.glued_at(k))).map(|(_, known)| known.entry);
        let body = entry.filter(|&e| matches!(registry.entries[e].kind, EntryKind::Group | EntryKind::Organization));
        if let Some(entry) = body.filter(|_| !of_other(k)) {
            let phrase = cast.phrase(p, k..end, usize::from(p.glued_at(k)));
            let member = cast.of_entry(entry);
            cast.enrich(member, &phrase);
            if !out.contains(&member) {
                out.push(member);
            }
        }
        k = end.max(k + 1);
    }
    out
}
