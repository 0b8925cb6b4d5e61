//! Contacts that a whole document is: an interview, a letter.

use std::ops::Range;

use rawi_actor::Cast;
use rawi_lang::{Around, Class, ContactGrammar};
use rawi_model::{ActorKind, BlockRole, ContactKind, Form, PartyRole, Status};
use rawi_text::ByteSpan;

use super::draft::{Draft, Telling};
use crate::reader::Scene;
use crate::statement;
/// The fewest words of a letter's head in which it can name the letter that it answers.
const HEAD: usize = 120;

fn draft(
    scene: &Scene<'_>,
    kind: ContactKind,
    parties: Vec<(usize, PartyRole)>,
    evidence: Range<usize>,
    clause: ByteSpan,
    basis: &'static str,
) -> Draft {
    let span = scene.passage.tokens.span(evidence.clone());
    Draft {
        kind,
        parties,
        status: Status::Held,
        date: None,
        tellings: vec![Telling::new(span, clause)],
        evidence,
        place: None,
        via: Vec::new(),
        basis,
        loose: false,
        summons: false,
        over: false,
        headline: false,
        lead: false,
        vague: Vec::new(),
    }
}

/// The interview that a document of questions and answers is; its party is the one who answers.
pub(super) fn interview(scene: &Scene<'_>, cast: &Cast<'_>, statements: &[statement::Draft]) -> Option<Draft> {
    let basis = if scene.passage.grammar.article.is_empty() { "fa/contact/answers" } else { "ar/contact/answers" };
    let speaker = statements.iter().find(|s| s.basis.ends_with("/answer"))?.speaker?;
    let able = matches!(cast.members[speaker].kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
    if !able {
        return None;
    }
    let p = scene.passage;
    let first = scene.blocks.iter().position(|part| part.role == BlockRole::Question)?;
    // The words of the introduction that tell of it, else the first question.
    let mut intro = scene.blocks[..first].iter().filter(|part| part.is_told());
    let told = intro.find_map(|part| p.find(part.tokens.clone(), |k| p.is(k, Class::Interview)));
    let evidence = told.map_or_else(|| scene.blocks[first].tokens.clone(), |k| k..p.end_of(k, Class::Interview));
    let clause = told.and_then(|k| rawi_text::sentences(p.tokens, paragraph(scene, k)).into_iter().find(|s| s.contains(&k)));
    let clause = p.tokens.span(clause.unwrap_or_else(|| evidence.clone()));
    Some(draft(scene, ContactKind::Interview, vec![(speaker, PartyRole::Participant)], evidence, clause, basis))
}

/// The letter that a document gives whole, and the one that it says it answers. Its day stands below the signature.
pub(super) fn letters(scene: &Scene<'_>, g: &ContactGrammar, told: &[Draft], statements: &[statement::Draft]) -> Vec<Draft> {
    let p = scene.passage;
    let [whole, answer] = if p.grammar.article.is_empty() {
        ["fa/contact/letter", "fa/contact/your-letter"]
    } else {
        ["ar/contact/letter", "ar/contact/your-letter"]
    };
    let mut out = Vec::new();
    for letter in statements.iter().filter(|s| s.form == Form::Document && s.basis.ends_with("/full-text")) {
        let (Some(writer), Some(&reader)) = (letter.speaker, letter.audience.first()) else { continue };
        // Where the words before the letter tell who wrote to whom, they know both better than its salutation.
        let told_so = told.iter().find(|d| {
            d.kind == ContactKind::Letter
                && d.evidence.end <= letter.start()
                && d.parties.len() == 2
                && d.vague.is_empty()
                && !d.basis.ends_with("/reply")
        });
        let role = |d: &Draft, role| d.parties.iter().find(|p| p.1 == role).map(|p| p.0);
        let named = told_so.and_then(|d| Some((role(d, PartyRole::Initiator)?, role(d, PartyRole::Recipient)?)));
        let (writer, reader) = named.unwrap_or((writer, reader));
        if writer == reader {
            continue;
        }
        let head = letter.cue.as_ref().map_or(letter.start()..letter.start() + 1, |c| c.0.clone());
        let end = p.tokens.span(letter.end().saturating_sub(1)..letter.end());
        let below = scene.blocks.iter().filter(|b| b.tokens.start >= letter.end()).take(4).last().map_or(end.end, |b| b.span.end);
        let parties = vec![(writer, PartyRole::Initiator), (reader, PartyRole::Recipient)];
        let mut given = draft(scene, ContactKind::Letter, parties, head, ByteSpan { start: end.end, end: below.max(end.end) }, whole);
        // «X در پاسخ به نامه Y»: the answer is this letter.
        let replies = || told.iter().filter(|d| d.basis.ends_with("/reply"));
        if let Some(reply) = replies().next().filter(|_| replies().any(|d| d.has(reader))) {
            given.evidence = reply.evidence.clone();
        }
        out.push(given);
        let names = (letter.start()..letter.end().min(letter.start() + HEAD)).find(|&k| g.around(p, k, Around::YourLetter).is_some());
        if let Some(k) = names {
            let sentence = rawi_text::sentences(p.tokens, paragraph(scene, k)).into_iter().find(|s| s.contains(&k)).unwrap_or(k..k + 1);
            let clause = p.tokens.span(sentence);
            out.push(draft(
                scene,
                ContactKind::Letter,
                vec![(reader, PartyRole::Initiator), (writer, PartyRole::Recipient)],
                k..k + 1,
                clause,
                answer,
            ));
        }
    }
    out
}

fn paragraph(scene: &Scene<'_>, at: usize) -> Range<usize> {
    scene.blocks.iter().find(|b| b.tokens.contains(&at)).map_or(at..at + 1, |b| b.tokens.clone())
}
