//! The record: one `SQLite` file of readings.
//!
//! Here belong the layout of the file, putting readings in, giving them back as they were, and asking the whole: by
//! words, by speaker, audience and chain, by party, by day. So do the corrections that users make about actors, through
//! which readings are seen; see [`correct`]. Reading itself belongs elsewhere; nothing here looks at a
//! language.
//!
//! A document is known by its source. One whose bytes have changed is replaced with all its rows; one that is no longer
//! among the inputs stays. A file is whole after any kill: readings are put in by transactions, and what a transaction
//! did not finish is not there.

mod column;
pub mod correct;
mod entry;
mod error;
pub mod event;
mod get;
mod migrate;
mod put;
pub mod query;
mod record;
mod schema;
mod words;

pub use entry::Entry;
pub use error::{RecordError, Result};
pub use record::{Counts, Import, Put, Record};
