//! One document's bytes, and the way from them to the document.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::document::RawDocument;
use crate::error::{Place, SourceError};
use crate::options::SourceOptions;
use crate::record::Columns;
use crate::sources::Counts;
use crate::{html, plain, record};

/// What all pieces of one reading share.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) options: SourceOptions,
    pub(crate) columns: Columns,
    pub(crate) counts: Arc<Counts>,
}

impl Settings {
    pub(crate) fn new(options: SourceOptions) -> Self {
        Self { columns: Columns::new(&options.fields), options, counts: Arc::default() }
    }
}

/// Bytes by what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// A text file.
    Plain(Vec<u8>),
    /// A text that was named by hand or came by standard input; it may hold fragments of pages.
    Unnamed(Vec<u8>),
    /// A page.
    Html(Vec<u8>),
    /// A line of JSON Lines.
    Line(Vec<u8>),
    /// An element of a JSON array.
    Element(Vec<u8>),
}

/// The bytes of one file or record, not yet decoded: cheap to hand to another thread.
#[derive(Clone, Debug)]
pub struct Piece {
    pub(crate) place: Place,
    pub(crate) content: Content,
    pub(crate) settings: Arc<Settings>,
}

impl Piece {
    /// Where it stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        match &self.content {
            Content::Plain(b) | Content::Unnamed(b) | Content::Html(b) | Content::Line(b) | Content::Element(b) => b.len(),
        }
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Decodes and parses it: one document, none for a record without text, several for a page of posts.
    ///
    /// # Errors
    /// When it holds no text, or is no record.
    pub fn read(self) -> Result<Vec<RawDocument>, SourceError> {
        let Self { place, content, settings } = self;
        let mut documents = match content {
            Content::Plain(bytes) => vec![plain::read(&place, &bytes)?],
            Content::Unnamed(bytes) => html::read_fragments(&place, &bytes).map_or_else(|| Ok(vec![plain::read(&place, &bytes)?]), Ok)?,
            Content::Html(bytes) => html::read(&place, &bytes)?,
            Content::Line(bytes) => record::read(&place, &bytes, &settings.columns, "application/jsonl")?.into_iter().collect(),
            Content::Element(bytes) => record::read(&place, &bytes, &settings.columns, "application/json")?.into_iter().collect(),
        };
        if documents.is_empty() {
            settings.counts.empty.fetch_add(1, Ordering::Relaxed);
        }
        for raw in &mut documents {
            if raw.document.outlet.is_none() {
                raw.document.outlet.clone_from(&settings.options.outlet);
            }
        }
        Ok(documents)
    }
}
