//! What can be wrong with a data file.

/// A data file that does not hold what it should.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Not the TOML that is expected.
    #[error("{file}: {source}")]
    Toml {
        /// The file within the data folder.
        file: &'static str,
        /// What the parser says.
        source: toml::de::Error,
    },
    /// An entry that names something unknown.
    #[error("{file}: {entry}: {what}")]
    Entry {
        /// The file within the data folder.
        file: &'static str,
        /// The entry's lemma or form.
        entry: String,
        /// What is wrong with it.
        what: String,
    },
}
