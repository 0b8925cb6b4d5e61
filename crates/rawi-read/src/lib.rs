//! The reader: from a document to its reading.
//!
//! Plain data in, plain data out: no files, clock, environment or chance below this line, so that the same bytes give
//! the same reading. The stages run in the order of [`Reader::read`], and none edits what an earlier one found.

mod block;
mod confidence;
mod contact;
mod date;
mod dialogue;
mod genre;
mod reader;
mod statement;
mod watch;

pub use reader::Reader;
pub use watch::Watch;
