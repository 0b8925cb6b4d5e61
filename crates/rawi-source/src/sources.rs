//! Paths into pieces, pieces into documents.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::compress::{self, Bytes};
use crate::document::RawDocument;
use crate::error::{Place, SourceError};
use crate::json::Elements;
use crate::jsonl::Lines;
use crate::kind::{self, Kind};
use crate::options::SourceOptions;
use crate::piece::{Content, Piece, Settings};
use crate::walk::{Found, Walk};

/// What is counted along the way; shared with the pieces.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) bytes: Arc<AtomicU64>,
    pub(crate) files: AtomicU64,
    pub(crate) empty: AtomicU64,
}

/// What was passed over in silence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Skipped {
    /// Records without text.
    pub empty_records: u64,
    /// Files of other kinds met in folders.
    pub other_files: u64,
}

/// Reads files and folders into documents, one after the other. `-` is standard input.
///
/// A fault ends neither the iteration nor, where the file goes on behind it, the file. Folders are gone through in the
/// order of their names, so that the same files give the same documents in the same order.
pub fn open(paths: &[PathBuf], options: SourceOptions) -> Sources {
    Sources { pieces: pieces(paths, options), ready: Vec::new().into_iter() }
}

/// Reads one input by its look into documents: JSON Lines, JSON, HTML or plain text, packed or not.
pub fn open_reader(name: &str, reader: impl Read + Send + 'static, options: SourceOptions) -> Sources {
    let mut pieces = pieces(&[], options);
    let count = Arc::clone(&pieces.settings.counts.bytes);
    let first = match compress::unpack(reader, kind::Packing::Look, &count) {
        Ok((bytes, packed)) => pieces.start(name, Kind::Look, bytes, packed),
        Err(source) => Some(Err(SourceError::Unreadable { place: Place::named(name), source })),
    };
    pieces.first = first;
    Sources { pieces, ready: Vec::new().into_iter() }
}

/// Cuts files and folders into pieces that other threads can turn into documents: the reading is done here, decoding
/// and parsing by [`Piece::read`].
pub fn pieces(paths: &[PathBuf], options: SourceOptions) -> Pieces {
    let settings = Arc::new(Settings::new(options));
    Pieces { walk: Walk::new(paths.to_vec(), Arc::clone(&settings.counts)), settings, first: None, file: None }
}

/// The documents of some paths; made by [`open`].
pub struct Sources {
    pieces: Pieces,
    ready: std::vec::IntoIter<RawDocument>,
}

impl Sources {
    /// What was passed over so far.
    pub fn skipped(&self) -> Skipped {
        self.pieces.skipped()
    }

    /// How many bytes of the files were read so far, packed as they are; compare with [`measure`](crate::measure).
    pub fn bytes_read(&self) -> u64 {
        self.pieces.bytes_read()
    }
}

impl Iterator for Sources {
    type Item = Result<RawDocument, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(document) = self.ready.next() {
                return Some(Ok(document));
            }
            match self.pieces.next()?.and_then(Piece::read) {
                Ok(documents) => self.ready = documents.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// The pieces of some paths, undecoded; made by [`pieces`].
pub struct Pieces {
    walk: Walk,
    settings: Arc<Settings>,
    first: Option<Result<Piece, SourceError>>,
    file: Option<Records>,
}

/// The records of an open file.
enum Records {
    Lines(Lines),
    Elements(Elements),
}

impl Pieces {
    /// What was passed over so far; the records among it as far as their pieces have been read.
    pub fn skipped(&self) -> Skipped {
        let counts = &self.settings.counts;
        Skipped { empty_records: counts.empty.load(Ordering::Relaxed), other_files: counts.files.load(Ordering::Relaxed) }
    }

    /// How many bytes of the files were read so far, packed as they are.
    pub fn bytes_read(&self) -> u64 {
        self.settings.counts.bytes.load(Ordering::Relaxed)
    }

    fn enter(&mut self, found: &Found) -> Option<Result<Piece, SourceError>> {
        let count = Arc::clone(&self.settings.counts.bytes);
        let opened = if found.path.as_os_str() == "-" {
            compress::unpack(io::stdin(), found.packing, &count)
        } else {
            compress::open(&found.path, found.packing, &count)
        };
        match opened {
            Ok((bytes, packed)) => self.start(&name(&found.path), found.kind, bytes, packed),
            Err(error) => Some(Err(SourceError::from_io(Place::file(&found.path), error))),
        }
    }

    /// Starts on an input: gives its piece when it is one document, else keeps it open.
    fn start(&mut self, name: &str, kind: Kind, mut bytes: Bytes, packed: bool) -> Option<Result<Piece, SourceError>> {
        let (mut kind, mut text) = (kind, false);
        if matches!(kind, Kind::Look | Kind::Json) {
            let head = match compress::peek(&mut bytes, 1 << 16) {
                Ok(head) => head,
                Err(error) => return Some(Err(fault(name, packed, error))),
            };
            text = kind == Kind::Look;
            kind = if text { kind::kind_of(&head) } else { kind::lines_or_json(&head) };
            bytes = compress::unpeek(head, bytes);
        }
        let limit = self.settings.options.max_bytes;
        let records = match kind {
            Kind::Lines => Records::Lines(Lines::new(name, bytes, packed, limit)),
            Kind::Json => Records::Elements(Elements::new(name, bytes, packed, limit)),
            Kind::Html => return Some(self.whole(name, bytes, packed, limit.min(self.settings.options.max_html_bytes), Content::Html)),
            Kind::Plain | Kind::Look => {
                let make = if text { Content::Unnamed } else { Content::Plain };
                return Some(self.whole(name, bytes, packed, limit, make));
            }
        };
        self.file = Some(records);
        None
    }

    /// Reads an input that is one document.
    fn whole(&self, name: &str, bytes: Bytes, packed: bool, limit: u64, make: fn(Vec<u8>) -> Content) -> Result<Piece, SourceError> {
        let mut content = Vec::new();
        bytes.take(limit.saturating_add(1)).read_to_end(&mut content).map_err(|error| fault(name, packed, error))?;
        let place = Place::named(name);
        if content.len() as u64 > limit {
            return Err(SourceError::TooLarge { place, limit });
        }
        Ok(Piece { place, content: make(content), settings: Arc::clone(&self.settings) })
    }
}

/// The fault of a file that breaks off while it is read.
pub(crate) fn fault(name: &str, packed: bool, source: io::Error) -> SourceError {
    let place = Place::named(name);
    if packed { SourceError::BadArchive { place, source } } else { SourceError::Unreadable { place, source } }
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

impl Iterator for Pieces {
    type Item = Result<Piece, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        loop {
            let record = match &mut self.file {
                Some(Records::Lines(lines)) => lines.next(),
                Some(Records::Elements(elements)) => elements.next(),
                None => None,
            };
            if let Some(record) = record {
                let settings = &self.settings;
                return Some(record.map(|(place, content)| Piece { place, content, settings: Arc::clone(settings) }));
            }
            self.file = None;
            let piece = match self.walk.next()? {
                Ok(found) => self.enter(&found),
                Err(error) => Some(Err(error)),
            };
            if piece.is_some() {
                return piece;
            }
        }
    }
}
