//! Arabic: its noun phrases and its shapes of attribution.

mod aside;
mod audience;
mod carried;
mod contact;
mod frame;
mod gender;
mod governed;
mod object;
mod phrase;
mod subject;

pub(crate) use aside::{besides, set_off_words};
pub(crate) use audience::{addressee, audience, speech_end, told_to};
pub use contact::CONTACTS;
pub use frame::{ACCORDING, FRAMES, NAME_COLON};
pub(crate) use gender::is_other_present;
pub(crate) use governed::{governed, heads_line, heads_sentence};
pub(crate) use phrase::{has_glued_article, is_seat, is_told, phrase_end, speaker_head};
pub(crate) use subject::{asked, counted, is_plural, is_taken_noun, subject_after, subject_before};
