//! Readings scored against documents that careful readers have annotated.
//!
//! Here belong the annotations as they are written and as they are resolved, finding their documents, pairing what was
//! read with what is there, and the figures. What a document says is read by `rawi-read` as everywhere.
//!
//! - A statement is **found** when its content overlaps an annotated one by at least half (intersection over union), and
//!   **attributed** when its speaker is the annotated one too. Of the attributed, **chain** is the share with the same
//!   reporters; of the found, **form** is the share with the same form and **speaker** that with the right speaker.
//! - A contact is found when kind (talks and meetings are one) and parties are the same, **dated** when its day is too.
//! - A date is found when the spans overlap by at least half, **valued** when the value is the same too.
//!
//! What is marked optional is neither missed nor false.

mod case;
mod confidence;
mod error;
mod figures;
mod gold;
mod judge;
mod name;
mod note;
mod pair;
mod tally;

pub use case::{Case, Options, cases};
pub use confidence::{LEAST, below, table};
pub use error::ScoreError;
pub use figures::{Figures, Ratios, RuleFigures, Scores};
pub use gold::{Gold, GoldContact, GoldDate, GoldStatement};
pub use judge::{Fault, Miss};
pub use note::Note;
