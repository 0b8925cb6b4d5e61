//! Files into documents: plain text, HTML pages, JSON Lines and JSON arrays, plain or compressed, from files, folders
//! and standard input.
//!
//! Here belong finding files, unpacking and decoding them, cutting them into records, and reducing a page to its
//! article with the block roles that its markup tells. What a text says, its language, its genre and its dates are left
//! to the reader. Whatever the corpus, one document is in memory at a time, and a fault in one never ends the others.
//!
//! ```
//! # let folder = tempfile::tempdir().unwrap();
//! # let file = folder.path().join("news.jsonl");
//! # std::fs::write(&file, r#"{"id": 7, "text": "وزیر گفت که سفر انجام می‌شود."}"#).unwrap();
//! // One record: "the minister said that the visit will take place".
//! for document in rawi_source::open(&[file], rawi_source::SourceOptions::default()) {
//!     let document = document.unwrap().document;
//!     assert!(document.source.ends_with("news.jsonl#7"));
//! }
//! ```

mod compress;
mod document;
mod error;
mod html;
mod json;
mod jsonl;
mod kind;
mod mend;
mod options;
mod piece;
mod plain;
mod record;
mod sources;
mod walk;

pub use document::RawDocument;
pub use error::{ErrorKind, Place, SourceError};
pub use options::{FIELDS, SourceOptions};
pub use piece::Piece;
pub use sources::{Pieces, Skipped, Sources, open, open_reader, pieces};
pub use walk::{Extent, measure};
