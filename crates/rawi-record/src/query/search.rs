//! Words in documents, the best first.

use serde::Serialize;

use super::filter::Page;
use super::row::{DOCUMENT_COLUMNS, DOCUMENT_WIDTH, DocumentRef, document_ref};
use super::snippet::Snippet;
use crate::error::Result;
use crate::record::Record;
use crate::words::Terms;

/// A document in which the words were found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// The document.
    pub document: DocumentRef,
    /// The place in its text that shows most of them.
    pub snippet: Snippet,
    /// How well it fits: higher is better, among those that hold the words as typed and among the others.
    pub score: f64,
}

impl Record {
    /// The documents that hold all the words: first those that hold them as they were typed, then those that hold other
    /// forms of them, the best first in both. A word may be typed with either keyboard's letters, with or without
    /// non-joiners, vowel marks, article and plural ending; `"…"` or «…» keeps words together as they are, and `*` lets a
    /// word go on.
    pub fn search(&self, words: &str, page: Page) -> Result<Vec<Found>> {
        let terms = Terms::new(words);
        let (Some(query), Some(exact)) = (terms.query(), terms.exact()) else { return Ok(Vec::new()) };
        // A word of the title weighs as much as four of the text.
        let sql = format!(
            "SELECT {DOCUMENT_COLUMNS}, d.text, f.score FROM \
             (SELECT rowid AS id, -bm25(document_search, 4.0, 1.0) AS score FROM document_search WHERE document_search MATCH ?1) f \
             JOIN document d ON d.id = f.id \
             ORDER BY f.id IN (SELECT rowid FROM document_search WHERE document_search MATCH ?2) DESC, round(f.score, 9) DESC, d.id{}",
            page.clause()
        );
        let mut select = self.connection.prepare(&sql)?;
        let mut rows = select.query([query, exact])?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            let text: String = row.get(DOCUMENT_WIDTH)?;
            let score: f64 = row.get(DOCUMENT_WIDTH + 1)?;
            let score = (score * 1e6).round() / 1e6;
            list.push(Found { document: document_ref(row)?, snippet: Snippet::new(&text, &terms), score });
        }
        Ok(list)
    }

    /// How many documents hold all the words.
    pub fn count_found(&self, words: &str) -> Result<u32> {
        let Some(query) = Terms::new(words).query() else { return Ok(0) };
        let sql = "SELECT count(*) FROM document_search WHERE document_search MATCH ?1";
        Ok(self.connection.query_row(sql, [query], |row| row.get(0))?)
    }
}
