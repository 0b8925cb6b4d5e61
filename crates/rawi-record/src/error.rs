//! What can go wrong with a record.

use std::path::PathBuf;

/// Why a record cannot be opened, written or asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// There is no such file.
    #[error("{}: no such record", .0.display())]
    Missing(PathBuf),
    /// The file is something else.
    #[error("{}: not a record of rawi", .0.display())]
    NotARecord(PathBuf),
    /// A newer version of the program wrote the file.
    #[error("{}: written by a newer version (its layout is {found}, this program knows up to {known})", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The file's layout.
        found: i64,
        /// The newest layout that this program knows.
        known: i64,
    },
    /// The file has an older layout and is opened for reading alone.
    #[error("{}: has an older layout; run `rawi add` on it once to bring it up to date", .0.display())]
    Older(PathBuf),
    /// The file cannot be opened.
    #[error("{}: cannot be opened: {reason}", .path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// The reason given by the system or by `SQLite`.
        reason: String,
    },
    /// Another program is writing.
    #[error("the record is being written by another program")]
    Busy,
    /// A row does not hold what its column promises.
    #[error("the record is damaged: {0}")]
    Damaged(String),
    /// No document has this name.
    #[error("no document `{0}` in the record")]
    NoDocument(String),
    /// Several documents have this name.
    #[error("`{name}` fits several documents: {}", .sources.join(", "))]
    Ambiguous {
        /// What was asked for.
        name: String,
        /// Some of the documents that fit.
        sources: Vec<String>,
    },
    /// No actor has this name or id.
    #[error("no actor `{0}` in the record")]
    NoActor(String),
    /// Several actors have this name.
    #[error("`{name}` fits several actors: {}; name one by its id", .fits.join(", "))]
    SeveralActors {
        /// What was asked for.
        name: String,
        /// The ids of some of the actors that fit.
        fits: Vec<String>,
    },
    /// No event has this name.
    #[error("no event `{0}` in the record")]
    NoEvent(String),
    /// Several events have this name.
    #[error("`{name}` fits several events: {}", .fits.join(", "))]
    SeveralEvents {
        /// What was asked for.
        name: String,
        /// Some of the events that fit.
        fits: Vec<String>,
    },
    /// No correction has this number.
    #[error("no correction {0} in the record")]
    NoCorrection(i64),
    /// A correction that cannot be: it goes against another one, or changes nothing.
    #[error("{0}")]
    Correction(String),
    /// Anything else that `SQLite` reports.
    #[error("the record cannot be used: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for RecordError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Sqlite(error),
        }
    }
}

/// A result of this crate.
pub type Result<T> = std::result::Result<T, RecordError>;
