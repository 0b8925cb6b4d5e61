//! What somebody told a medium is an interview: «قال … لـ«المرفأ» إن …».

use rawi_actor::{Cast, MemberId};
use rawi_model::{ActorKind, ContactKind, PartyRole, Status};
use rawi_text::ByteSpan;

use super::draft::{Draft, Telling};
use crate::reader::Scene;
use crate::statement;

/// The interviews of which statements tell by naming the medium to which they were made.
pub(super) fn told(scene: &Scene<'_>, cast: &Cast<'_>, statements: &[statement::Draft]) -> Vec<Draft> {
    let p = scene.passage;
    let mut out: Vec<Draft> = Vec::new();
    for said in statements {
        let (Some(speaker), Some((cue, _))) = (said.speaker, &said.cue) else { continue };
        let able = matches!(cast.members[speaker].kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
        if !able || cue.end >= said.start() {
            continue;
        }
        let words = p.tokens.span(cue.end..said.start());
        let Some(medium) = said.via.iter().copied().find(|&m| is_told(scene, cast, m, words)) else { continue };
        let parties = vec![(speaker, PartyRole::Participant), (medium, PartyRole::Participant)];
        if out.iter().any(|d| d.parties == parties) {
            continue;
        }
        let evidence = cue.start..said.start();
        let span = p.tokens.span(evidence.clone());
        out.push(Draft {
            kind: ContactKind::Interview,
            parties,
            status: Status::Held,
            date: None,
            tellings: vec![Telling::new(span, span)],
            evidence,
            place: None,
            via: Vec::new(),
            basis: if p.grammar.article.is_empty() { "fa/contact/told" } else { "ar/contact/told" },
            loose: true,
            summons: false,
            over: false,
            headline: false,
            lead: false,
            vague: Vec::new(),
        });
    }
    out
}

/// Whether a medium is named within words behind the letter that means "to".
fn is_told(scene: &Scene<'_>, cast: &Cast<'_>, medium: MemberId, words: ByteSpan) -> bool {
    let p = scene.passage;
    let member = &cast.members[medium];
    member.kind == ActorKind::Media
        && member.mentions.iter().filter(|(s, _)| words.start <= s.start && s.end <= words.end).any(|(span, _)| {
            let first = p.tokens.within(*span).start;
            let to = |k: usize| p.grammar.dative.iter().any(|d| p.tokens.word(k).starts_with(d.as_str()) && p.tokens.is_word(k));
            let alone = |k: usize| p.grammar.dative.iter().any(|d| p.tokens.word(k) == d.as_str());
            to(first) || (first.saturating_sub(2)..first).any(alone)
        })
}
