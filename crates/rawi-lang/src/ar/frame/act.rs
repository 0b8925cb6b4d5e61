//! # What it reads
//! An act of speech whose complement is a phrase: after a preposition that the verb takes, or a bare object.
//!
//! Example: «دعا الاتحاد إلى تمديد الموسم.» (the federation called for the season to be extended)
//!
//! # What it leaves
//! Verbs with a clause after them (`ar/verb-clause`).

use rawi_model::Form;

use crate::frame::{self, Frame};
use crate::{Attribution, CueClass, CueHit, Passage, Place, Reach, Subject};

/// «دعا … إلى …»
pub const ACT: Frame = Frame { id: "ar/act", read };

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    let (mut subject, from) = super::speaker(p, cue, place);
    if subject == Subject::None {
        return None;
    }
    let limit = super::complement_end(p, cue.end, place);
    let opened = super::takes_complement(p, cue, from, place).filter(|&(_, open, _)| open < limit).map(|(_, _, start)| start);
    let start = match opened {
        Some(start) => start,
        None if cue.cue.takes("object") => match &subject {
            // With a carried speaker the phrase after the verb is the object.
            Subject::Phrase { tokens, .. } if from == tokens.end || from > tokens.end => {
                let rest = p.trim(from..limit);
                if rest.len() < 2 || p.is_comma(from) { return object_only(p, cue, place, tokens.start, limit) }
                rest.start
            }
            Subject::Phrase { .. } => from,
            _ => cue.end,
        },
        None => return None,
    };
    if start == cue.end && matches!(&subject, Subject::Phrase { tokens, .. } if tokens.start >= cue.end) {
        subject = Subject::Carried;
    }
    attribution(p, cue, subject, p.trim(start..limit))
}

/// A verb that is followed by its object alone: the speaker is carried.
fn object_only(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place, start: usize, limit: usize) -> Option<Attribution> {
    let _ = place;
    attribution(p, cue, Subject::Carried, p.trim(start..limit))
}

fn attribution(p: &Passage<'_>, cue: &CueHit<'_>, subject: Subject, whole: std::ops::Range<usize>) -> Option<Attribution> {
    let (content, form) = match frame::quoted(p, whole.start, whole.end) {
        Some(inside) => (super::without_opener(p, inside), Form::Direct),
        None => (whole, if cue.cue.class == CueClass::Say { Form::Indirect } else { Form::Paraphrase }),
    };
    (content.len() >= 2).then(|| Attribution {
        basis: ACT.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        audience: None,
        content,
        form,
        reach: Reach::Closed,
    })
}
