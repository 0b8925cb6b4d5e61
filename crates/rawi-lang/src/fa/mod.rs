//! Persian: its noun phrases and its shapes of attribution.

mod contact;
mod frame;
pub mod joiner;
mod phrase;

pub use contact::CONTACTS;
pub use frame::{ACCORDING, FRAMES, NAME_COLON};
pub(crate) use phrase::{audience, nearest, object, paper, phrase, phrase_end, speech_end, subject, subject_end};
