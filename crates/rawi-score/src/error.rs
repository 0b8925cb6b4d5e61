//! What can be wrong with gold and its documents.

use std::io;
use std::path::PathBuf;

/// Why a set of annotations or one of its documents can't be scored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScoreError {
    /// A file that can't be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file or line that is no annotation.
    #[error("{place}: no annotation: {source}")]
    NotGold {
        /// The file, with the line where it has many.
        place: String,
        /// Why.
        source: serde_json::Error,
    },
    /// Words of an annotation that its document has not.
    #[error("{place}: not in the document: {words}")]
    NoWords {
        /// The annotation.
        place: String,
        /// The words.
        words: String,
    },
    /// A key that is none of the annotation's actors.
    #[error("{place}: unknown actor `{key}`")]
    NoActor {
        /// The annotation.
        place: String,
        /// The key.
        key: String,
    },
    /// A document that isn't there.
    #[error("{place}: no document `{document}`; name its texts with --texts")]
    NoDocument {
        /// The annotation.
        place: String,
        /// The document.
        document: String,
    },
    /// A document that isn't the one that was annotated.
    #[error("{place}: `{document}` has changed since it was annotated, or is read otherwise")]
    Changed {
        /// The annotation.
        place: String,
        /// The document.
        document: String,
    },
}
