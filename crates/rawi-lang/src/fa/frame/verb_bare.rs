//! # What it reads
//! A reporting verb followed at once by what was said, without که or colon, as broadcasters write, or by a quotation.
//!
//! Example: «نماینده عمان گفت بازار مرزی فردا باز می‌شود.» (Oman's representative said the border market opens tomorrow)
//!
//! # What it leaves
//! Verbs that end their clause.

use rawi_model::Form;

use crate::frame::{self, Frame};
use crate::{Attribution, Class, CueClass, CueHit, Passage, Place, Reach, Subject, fa};

/// «… گفت …»
pub(super) const VERB_BARE: Frame = Frame { id: "fa/verb-bare", read };

/// What can't open a clause of speech.
const NOT_SPEECH: u64 = Class::Conjunction.bit() | Class::Object.bit();

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    if !cue.part.is_active()
        || !cue.cue.bare && (cue.cue.class != CueClass::Say || p.quote_at(cue.end).is_none())
        || cue.end >= place.sentence.end
        || p.is(cue.end - 1, Class::Conjunction)
    {
        return None;
    }
    // «دلم می‌خواست …»: who asks of nobody wishes.
    if let Some(whom) = &cue.cue.whom
        && !super::clause(p, cue, place).any(|k| p.tokens.word(k) == whom && k + 1 < cue.at)
    {
        return None;
    }
    let subject = super::speaker(p, cue, place);
    let (content, form) = if let Some(inside) = frame::quoted(p, cue.end, place.sentence.end) {
        (inside, Form::Direct)
    } else {
        let whole = p.trim(cue.end..super::clause_end(p, cue.end, place));
        let opens = !p.is_mark(cue.end) || p.quote_at(cue.end).is_some();
        if !opens || p.any(cue.end, NOT_SPEECH) || whole.len() < 5 || subject == Subject::Carried {
            return None;
        }
        (whole, Form::Indirect)
    };
    Some(Attribution {
        basis: VERB_BARE.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        relayed_by: None,
        audience: fa::audience(p, cue, super::clause(p, cue, place)),
        content,
        form,
        reach: Reach::Closed,
    })
}
