//! Statements: who said what, through whom.
//!
//! The frames of the language find attributions cue by cue; here they become statements: the speaker is looked up in the
//! cast, speech that goes on is joined to its beginning, whole letters and answers are taken as they stand, and words
//! that stand twice count once.

mod carry;
mod dateline;
mod draft;
mod event;
mod finish;
mod interviewee;
mod once;
mod run;
mod several;
mod speaker;
mod told;
mod via;
mod whole;
mod within;

pub(crate) use carry::carry;
pub(crate) use draft::Draft;
pub(crate) use event::tell_events;
pub(crate) use finish::finish;
pub(crate) use once::{once, said_again};
pub(crate) use run::find;
pub(crate) use told::told as told_in;
pub(crate) use via::{leave_out_outlet, own_outlet};
