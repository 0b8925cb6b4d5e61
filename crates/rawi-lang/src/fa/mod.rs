//! Persian: its noun phrases and its shapes of attribution.

mod audience;
mod contact;
mod frame;
pub mod joiner;
mod object;
mod phrase;
mod subject;

pub(crate) use audience::{audience, speech_end};
pub use contact::CONTACTS;
pub use frame::{ACCORDING, FRAMES, NAME_COLON};
pub(crate) use object::{nearest, object};
pub(crate) use phrase::{YEH, phrase_end};
pub(crate) use subject::{paper, phrase, subject, subject_end};
