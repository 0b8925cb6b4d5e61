//! What the reader is given.

use std::fmt::Write;

use rawi_model::{Document, Note};
use sha2::{Digest, Sha256};

use crate::error::Place;

/// A document as its source gives it, before it is read.
///
/// In `document` the outlet is the name that the source gives, the language is the one that the source declares (else
/// `Language::Other`), the genre is the default, and `published` is empty.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RawDocument {
    /// The document; `blocks` hold what the markup of a page tells and are empty for other sources.
    pub document: Document,
    /// The time of publication in the words of the source's metadata: `2024-09-01T00:04:00+03:00`,
    /// `15:25 · 31 Mordad 1405`.
    pub published: Option<String>,
    /// Soft faults found on the way.
    pub notes: Vec<Note>,
}

impl RawDocument {
    /// An empty document of these bytes. `record` is the record's own id; without one the place's number stands for it.
    pub(crate) fn of(place: &Place, record: Option<&str>, bytes: &[u8], media_type: &str) -> Self {
        let source = match (record, place.number()) {
            (Some(id), _) => format!("{}#{id}", place.path),
            (None, Some(number)) => format!("{}#{number}", place.path),
            (None, None) => place.path.clone(),
        };
        let sha256 = hex(&Sha256::digest(bytes));
        let mut id = hex(&Sha256::new().chain_update(&source).chain_update([0]).chain_update(&sha256).finalize());
        id.truncate(16);
        let document = Document { id, source, sha256, media_type: media_type.to_owned(), ..Document::default() };
        Self { document, published: None, notes: Vec::new() }
    }

    /// Adds a note.
    pub(crate) fn note(&mut self, code: &str, text: impl Into<String>) {
        self.notes.push(Note { code: code.to_owned(), text: text.into() });
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_of_source_and_content() {
        let place = Place::line("a.jsonl", 3);
        let one = RawDocument::of(&place, None, b"abc", "application/jsonl").document;
        assert_eq!(one.source, "a.jsonl#3");
        assert_eq!(one.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        // printf 'a.jsonl#3\0ba78…' | sha256sum
        assert_eq!(one.id.len(), 16);
        let named = RawDocument::of(&place, Some("n7"), b"abc", "application/jsonl").document;
        assert_eq!(named.source, "a.jsonl#n7");
        assert_ne!(named.id, one.id);
    }
}
