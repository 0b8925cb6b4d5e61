//! Arabic: its noun phrases and its shapes of attribution.

mod contact;
mod frame;
mod phrase;

pub use contact::CONTACTS;
pub use frame::{ACCORDING, FRAMES, NAME_COLON};
pub(crate) use phrase::{
    asked, audience, besides, is_plural, is_seat, phrase_end, set_off_words, speaker_head, speech_end, subject_after, subject_before,
};
