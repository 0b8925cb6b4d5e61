//! The languages: their words as data, their shapes as rules.
//!
//! Here belong the lexicons (`data/<language>/*.toml`), the annotation of a text with what its words are, and one file
//! for each shape in which a language attributes words to a speaker. Who that speaker is belongs to the reader.

mod class;
mod contact;
mod cue;
pub mod date;
pub mod detect;
mod error;
mod event;
mod frame;
mod language;
pub mod mend;
mod opening;
mod passage;
pub mod search;
mod seat;
mod term;

pub mod ar;
pub mod fa;

pub use class::{Class, Classes};
pub use contact::{
    Around, ContactExample, ContactGrammar, ContactHit, ContactPart, ContactRule, ContactWord, Encounter, Shape, Side, contact_grammar,
};
pub use cue::{According, AccordingRole, Cue, CueClass, CueForm, Cues, Part};
pub use error::Error;
pub use event::{EventWord, Events, Topic, Whose, narrow, narrowed, offered};
pub use fa::joiner;
pub use frame::{AccordingFrame, Attribution, Frame, LineFrame, Place, Reach, Subject};
pub use language::{Example, Grammar, LANGUAGES, Row, grammar};
pub use passage::{CueHit, Passage};
pub use seat::{city_at, seat_at, seat_of};
pub use term::{Term, Terms};
