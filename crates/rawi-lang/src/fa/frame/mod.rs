//! The shapes in which Persian attributes words, one file each, in the order in which they are tried.

mod according;
mod act;
mod deem;
mod name_colon;
mod quote_verb;
mod verb_bare;
mod verb_colon;
mod verb_ke;

use std::ops::Range;

use crate::{CueHit, Frame, Passage, Place, Subject};

pub use according::ACCORDING;
pub use name_colon::NAME_COLON;

/// All frames that start from a verb.
pub const FRAMES: &[Frame] =
    &[verb_colon::VERB_COLON, verb_ke::VERB_KE, quote_verb::QUOTE_VERB, verb_bare::VERB_BARE, deem::DEEM, act::ACT];

/// The clause before a cue: from the head of its sentence, where Persian has its subject.
fn clause(cue: &CueHit<'_>, place: &Place) -> Range<usize> {
    place.sentence.start..cue.at
}

/// Who speaks before a cue.
fn speaker(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Subject {
    super::subject(p, clause(cue, place))
}
