//! # What it reads
//! A reporting verb followed by a colon; the speech runs to the end of the paragraph, or of the quotation.
//!
//! Example: «رئیس اتاق بازرگانی افزود: صادرات بیشتر شد.» (the head of the chamber added: exports have grown)
//!
//! # What it leaves
//! Verbs before a comma or که; a colon after a noun (`fa/name-colon`).

use rawi_model::Form;

use crate::frame::{self, Frame};
use crate::{Attribution, CueHit, Passage, Place, fa};

/// «… گفت: …»
pub(super) const VERB_COLON: Frame = Frame { id: "fa/verb-colon", read };

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    let colon = cue.end;
    if !cue.part.is_active() || !p.tokens.is_mark(colon, ':') {
        return None;
    }
    let (content, reach) = frame::direct(p, colon + 1, place, fa::speech_end)?;
    Some(Attribution {
        basis: VERB_COLON.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject: super::speaker(p, cue, place),
        relayed_by: None,
        audience: fa::audience(p, cue, super::clause(p, cue, place)),
        content,
        rest: None,
        form: Form::Direct,
        reach,
    })
}
