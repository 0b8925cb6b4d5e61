//! Events in the record: which contacts are one, kept up to date with every document.
//!
//! What tells contacts apart is kept beside them (`clue`), so that a document that comes, changes or is corrected makes only
//! its own neighbourhood be looked at again; `rawi-event` says what is one. `settle` does that, `correction` keeps what users
//! say about events. The rows of events follow from the others: put in whatever order, the same documents have the same events.

mod correction;
mod settle;

pub use correction::{EventCorrection, EventEntry};
pub(crate) use settle::{Touched, addressed, arrive, fill, leave, rebuild, seen, settle};
