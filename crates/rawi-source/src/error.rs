//! What can go wrong with one file or one record, and where.

use std::fmt;
use std::io;
use std::path::Path;

use thiserror::Error;

/// Where in the input something stands: a file, and in it a line or a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The path as given, joined with the way below it; `-` for standard input.
    pub path: String,
    /// The line of a JSON Lines file, counted from 1.
    pub line: Option<u64>,
    /// The element of a JSON array, counted from 1.
    pub record: Option<u64>,
}

impl Place {
    /// A whole file.
    pub(crate) fn file(path: &Path) -> Self {
        Self::named(&path.to_string_lossy())
    }

    /// A whole input by its name.
    pub(crate) fn named(path: &str) -> Self {
        Self { path: path.to_owned(), line: None, record: None }
    }

    /// A line of a file.
    pub(crate) fn line(path: &str, line: u64) -> Self {
        Self { path: path.to_owned(), line: Some(line), record: None }
    }

    /// An element of a file.
    pub(crate) fn record(path: &str, record: u64) -> Self {
        Self { path: path.to_owned(), line: None, record: Some(record) }
    }

    /// The number of the line or record.
    pub(crate) fn number(&self) -> Option<u64> {
        self.line.or(self.record)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(record) = self.record {
            write!(f, " record {record}")?;
        }
        Ok(())
    }
}

/// The four kinds of fault, for exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no such file or folder.
    NotFound,
    /// The file is there and cannot be read: rights, a broken archive, a kind that is not known.
    Unreadable,
    /// One document or record is cut, malformed or empty.
    BadRecord,
    /// One document or record is larger than the limits.
    TooLarge,
}

/// A file or record that gives no document.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SourceError {
    /// The path leads nowhere.
    #[error("{place}: no such file or folder")]
    NotFound {
        /// Where.
        place: Place,
    },
    /// The system refuses to read it.
    #[error("{place}: cannot be read: {source}")]
    Unreadable {
        /// Where.
        place: Place,
        /// What the system says.
        source: io::Error,
    },
    /// A `.gz` or `.zst` file is cut or broken; everything before the fault has been read.
    #[error("{place}: the archive is cut or broken: {source}")]
    BadArchive {
        /// Where.
        place: Place,
        /// What the decompressor says.
        source: io::Error,
    },
    /// A file named by hand is none of the kinds that can be read.
    #[error("{place}: not a kind of file that can be read (.txt, .html, .jsonl, .json, each also .gz or .zst)")]
    UnknownKind {
        /// Where.
        place: Place,
    },
    /// The bytes are no text in any encoding.
    #[error("{place}: not text in any known encoding")]
    NotText {
        /// Where.
        place: Place,
    },
    /// The record is no JSON object.
    #[error("{place}: not a JSON record: {reason}")]
    BadRecord {
        /// Where.
        place: Place,
        /// What is wrong, with the column.
        reason: String,
    },
    /// The record ends in its middle.
    #[error("{place}: the JSON record is cut short")]
    CutRecord {
        /// Where.
        place: Place,
    },
    /// A file holds no text.
    #[error("{place}: holds no text")]
    Empty {
        /// Where.
        place: Place,
    },
    /// A file or record is larger than the limit.
    #[error("{place}: larger than the limit of {limit} bytes")]
    TooLarge {
        /// Where.
        place: Place,
        /// The limit in bytes.
        limit: u64,
    },
    /// A page is nested deeper, or has more elements, than can be parsed in reasonable time.
    #[error("{place}: the page is nested too deeply or has too many elements")]
    TooComplex {
        /// Where.
        place: Place,
    },
}

impl SourceError {
    /// Which of the four kinds it is.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::NotFound { .. } => ErrorKind::NotFound,
            Self::Unreadable { .. } | Self::BadArchive { .. } | Self::UnknownKind { .. } => ErrorKind::Unreadable,
            Self::NotText { .. } | Self::BadRecord { .. } | Self::CutRecord { .. } | Self::Empty { .. } => ErrorKind::BadRecord,
            Self::TooLarge { .. } | Self::TooComplex { .. } => ErrorKind::TooLarge,
        }
    }

    /// The file, and the line or record in it.
    pub fn place(&self) -> &Place {
        match self {
            Self::NotFound { place }
            | Self::Unreadable { place, .. }
            | Self::BadArchive { place, .. }
            | Self::UnknownKind { place }
            | Self::NotText { place }
            | Self::BadRecord { place, .. }
            | Self::CutRecord { place }
            | Self::Empty { place }
            | Self::TooComplex { place }
            | Self::TooLarge { place, .. } => place,
        }
    }

    /// The error of a file that could not be opened or listed.
    pub(crate) fn from_io(place: Place, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { place },
            _ => Self::Unreadable { place, source },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_and_what() {
        let cut = SourceError::CutRecord { place: Place::line("news/a.jsonl", 12) };
        assert_eq!(cut.to_string(), "news/a.jsonl:12: the JSON record is cut short");
        assert_eq!(cut.kind(), ErrorKind::BadRecord);
        let large = SourceError::TooLarge { place: Place::record("a.json", 3), limit: 64 };
        assert_eq!(large.to_string(), "a.json record 3: larger than the limit of 64 bytes");
        assert_eq!(large.place().record, Some(3));
        let none = SourceError::from_io(Place::file(Path::new("x.txt")), io::Error::from(io::ErrorKind::NotFound));
        assert_eq!(none.kind(), ErrorKind::NotFound);
    }
}
