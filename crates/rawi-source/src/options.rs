//! How sources are read.

use std::collections::BTreeMap;

/// The fields of a record that [`SourceOptions::fields`] can map, by their names.
pub const FIELDS: [&str; 7] = ["id", "title", "text", "published", "url", "outlet", "lang"];

/// How sources are read.
///
/// ```
/// let mut options = rawi_source::SourceOptions::default();
/// options.fields.insert("text".into(), "matn".into()); // the column that holds the text
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceOptions {
    /// Which column of a JSON record holds a field of [`FIELDS`]; it goes before the usual names. An empty column name
    /// switches the field off.
    pub fields: BTreeMap<String, String>,
    /// The outlet of documents that name none themselves.
    pub outlet: Option<String>,
    /// A larger file or record is an error and is not read.
    pub max_bytes: u64,
    /// A larger HTML page is an error and is not read: a page's tree is many times the size of its bytes.
    pub max_html_bytes: u64,
}

impl Default for SourceOptions {
    fn default() -> Self {
        Self { fields: BTreeMap::new(), outlet: None, max_bytes: 64 << 20, max_html_bytes: 8 << 20 }
    }
}
