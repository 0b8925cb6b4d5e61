//! # What it reads
//! A passive with its agent or the paper in which it stands, and the clause that was said.
//!
//! Example: «از سوی وزارت نیرو اعلام شد که آب کافی است.» (it was announced by the ministry of energy that there is enough water)
//!
//! # What it leaves
//! Passives without an agent, and what an agent did other than speak.

use rawi_model::Form;

use crate::frame::{self, Frame};
use crate::{Attribution, Class, CueClass, CueHit, Part, Passage, Place, Reach, Subject, fa};

/// «از سوی … اعلام شد که …»
pub(super) const PASSIVE: Frame = Frame { id: "fa/passive", read };

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    if cue.part != Part::Passive || cue.cue.class == CueClass::Deem {
        return None;
    }
    // «از سوی دیگر» opens a sentence and names nobody.
    let agent = p.find(place.sentence.start..cue.at, |k| p.is(k, Class::Agent) && !p.is(k, Class::Adverb));
    // «در بیانیه شورا تأکید شد که …»: before a clause a paper speaks for those whose it is.
    let told = p.is(cue.end, Class::Clause) || p.tokens.is_mark(cue.end, ':');
    let speaks = |k: usize| told && p.is(k, Class::Paper) && p.is(k - 1, Class::Preposition) && fa::phrase_end(p, k, cue.at) == cue.at;
    // «به گزارش …» passes on and says nothing itself.
    let cites = |k: usize| p.cited_at(k - 1).is_some();
    let paper = || p.find(place.sentence.start + 1..cue.at, |k| speaks(k) && !cites(k));
    let (agent, head) = match agent {
        Some(agent) => (agent, p.end_of(agent, Class::Agent)),
        None => paper().map(|at| (at, at))?,
    };
    let end = fa::phrase_end(p, head, cue.at);
    let speaker = p.trim(head..end);
    if speaker.is_empty() {
        return None;
    }
    // «این سخنان در حالی از سوی شورا مطرح می‌شود که …» tells of what stands before.
    let told = (place.sentence.start..agent).any(|k| p.is(k, Class::Demonstrative));
    let colon = p.tokens.is_mark(cue.end, ':');
    let (content, form, reach) = if colon {
        let (content, reach) = frame::direct(p, cue.end + 1, place, fa::speech_end)?;
        (content, Form::Direct, reach)
    } else if p.is(cue.end, Class::Clause) && !told {
        let start = p.end_of(cue.end, Class::Clause);
        (p.trim(start..place.sentence.end), Form::Indirect, Reach::Closed)
    } else if rejects(cue) {
        // «این خبر از سوی وزارت تکذیب شد»: what was acted upon stands before the agent; a court that sentences says nothing.
        (p.trim(place.sentence.start..agent), Form::Paraphrase, Reach::Closed)
    } else {
        return None;
    };
    (content.len() >= 2).then(|| Attribution {
        basis: PASSIVE.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject: Subject::Phrase { tokens: speaker, skip: 0, beside: Vec::new() },
        relayed_by: None,
        audience: None,
        content,
        rest: None,
        form,
        reach,
    })
}

/// Whether a cue denies or rejects.
fn rejects(cue: &CueHit<'_>) -> bool {
    cue.cue.class == CueClass::Act && cue.cue.event.as_ref().is_some_and(|e| e.plover == rawi_model::Plover::Reject)
}
