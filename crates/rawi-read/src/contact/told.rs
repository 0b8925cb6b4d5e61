//! What somebody told a medium is an interview: «قال … لـ«المرفأ» إن …», «… به خبرگزاری ساحل گفت: …».

use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_lang::{AccordingRole, Class};
use rawi_model::{ActorKind, ContactKind, Form, PartyRole, Status};
use rawi_text::{ByteSpan, sentences};

use super::draft::{Draft, Telling};
use super::outlet;
use crate::reader::Scene;
use crate::statement;

/// How many words may stand between an addressee and a Persian verb: «به ساحل هم گفت».
const NEAR: usize = 2;

/// How far from the verb the medium may be named, in tokens.
const FAR: usize = 60;

/// How many statements before one may end in its sentence.
const BEFORE: usize = 8;

/// The interviews of which statements tell by naming the medium to which they were made.
/// What the drafts tell already is left out.
pub(super) fn told(scene: &Scene<'_>, cast: &mut Cast<'_>, statements: &[statement::Draft], drafts: &[Draft]) -> Vec<Draft> {
    let p = scene.passage;
    let mut out: Vec<Draft> = Vec::new();
    let mut sentence = 0..0;
    for (n, said) in statements.iter().enumerate() {
        let (Some(speaker), Some((cue, _))) = (said.speaker, &said.cue) else { continue };
        let kind = cast.members[speaker].kind;
        if !matches!(kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed) {
            continue;
        }
        if !sentence.contains(&cue.start) {
            let Some(part) = scene.blocks.iter().find(|b| b.tokens.contains(&cue.start)) else { continue };
            sentence = sentences(p.tokens, part.tokens.clone()).into_iter().find(|s| s.contains(&cue.start)).unwrap_or(0..0);
        }
        let words = telling_words(&statements[..n], said, cue, &sentence);
        let found = words.clone().rev().find_map(|k| addressed(scene, cast, said, cue, k, &words));
        let Some((evidence, medium)) = found.filter(|(_, m)| m.is_some() || kind != ActorKind::Unnamed) else { continue };
        let parties: Vec<_> = std::iter::once(speaker).chain(medium).map(|m| (m, PartyRole::Participant)).collect();
        let here = |d: &&Draft| d.evidence.start < evidence.end && evidence.start < d.evidence.end && d.has(speaker);
        let known = drafts.iter().filter(here).any(|d| d.kind == ContactKind::Interview && d.parties.len() >= parties.len());
        if known || out.iter().any(|d| d.parties == parties) {
            continue;
        }
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

/// The words of a sentence with which a statement is told: those between what was said before and what is said, or those
/// behind the verb of what stands before it.
fn telling_words(before: &[statement::Draft], said: &statement::Draft, cue: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    if cue.start >= said.start() {
        return cue.start..sentence.end.min(cue.end + FAR);
    }
    let ends = before.iter().rev().take(BEFORE).flat_map(|s| &s.content).map(|c| c.end).filter(|&end| end <= cue.start);
    ends.max().unwrap_or(0).max(sentence.start).max(cue.start.saturating_sub(FAR))..said.start()
}

/// The medium to which a word says that a statement was made, none where it is only described, and the words that tell so.
fn addressed(
    scene: &Scene<'_>,
    cast: &mut Cast<'_>,
    said: &statement::Draft,
    cue: &Range<usize>,
    k: usize,
    words: &Range<usize>,
) -> Option<(Range<usize>, Option<MemberId>)> {
    let p = scene.passage;
    if p.quote_around(k).is_some() {
        return None;
    }
    // «في تصريحات نقلتها صحيفة …»: what a medium passes on was not said to it.
    let to = |name: &Range<usize>, skip| skip > 0 || (name.start.saturating_sub(2)..name.start).any(|k| p.is(k, Class::ToldTo));
    let told_in = statement::told_in(p, cast.registry(), k, words.end).filter(|(_, name, skip)| to(name, *skip));
    let (at, skip) = match &told_in {
        Some((_, name, skip)) => (name.start, *skip),
        None => dative(scene, cast, said, cue, k, words)?,
    };
    let (end, medium) = outlet::named(scene, cast, at, skip, words.end)?;
    // «به ساحل هم گفت»
    let far = |end: usize| end > cue.start || (end..cue.start).filter(|&j| p.tokens.is_word(j)).count() > NEAR;
    // «سخنان وزیر که در گفت‌وگو با … گفته بود»: another's interview.
    let closes = |j: usize| p.is(j, Class::Clause) || p.tokens.is_mark(j, ':');
    let other = || (k.saturating_sub(2)..k).any(closes) || p.find(end..cue.start, closes).is_some();
    let far = p.grammar.article.is_empty() && if told_in.is_none() { far(end) } else { other() };
    (!far).then(|| (cue.start.min(k)..end.max(cue.end), medium))
}

/// Where the name of the one to whom something is said begins behind the word or letter that means "to", and the bytes of that letter.
fn dative(
    scene: &Scene<'_>,
    cast: &Cast<'_>,
    said: &statement::Draft,
    cue: &Range<usize>,
    k: usize,
    words: &Range<usize>,
) -> Option<(usize, usize)> {
    let p = scene.passage;
    let arabic = !p.grammar.article.is_empty();
    let word = p.tokens.word(k);
    let to = p.grammar.dative.iter().find(|d| word.starts_with(d.as_str()))?.len();
    // «أعرب عن شكره لوكالة …»
    let told_in = |k: usize| p.find(k.saturating_sub(3)..k, |j| p.is(j, Class::ToldIn)).is_some();
    if said.form == Form::Paraphrase && !told_in(k) || arabic && p.cues_in(words.start..k).is_empty() || !arabic && k > cue.start {
        return None;
    }
    // «قال سالم النخلي المدير العام لصحيفة المرفأ»: it is his own.
    let (from, at) = (p.tokens.span(words.start..k).start, p.tokens.span(k..k + 1).start);
    let named = cast.members[said.speaker?].mentions.iter().map(|m| m.0);
    let definite = |j: usize| p.tokens.word(j).starts_with(p.grammar.article.as_str());
    let office = |j: usize| j > words.start && p.is(j, Class::Role) && (j..k).all(definite);
    let his_own =
        |span: ByteSpan| span.start < at && at < span.end || span.start >= from && span.end < at && (k.saturating_sub(2)..k).any(office);
    // «وفقا لوكالة …»
    let according = (k.saturating_sub(3)..k)
        .any(|j| p.according_at(j).is_some_and(|hit| hit.end >= k && hit.values.iter().all(|v| v.role != AccordingRole::Told)));
    if according || named.into_iter().any(his_own) {
        return None;
    }
    if word.len() == to {
        return Some((k + 1, 0));
    }
    let glued = usize::from(p.glued_at(k)).max(p.grammar.dative_in(word));
    let glued = if glued == 0 && outlet::contracted(p, k).is_some() { to } else { glued };
    (arabic && glued > 0).then_some((k, glued))
}
