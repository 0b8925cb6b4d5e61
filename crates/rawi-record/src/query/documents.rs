//! Documents as a list.

use rawi_model::{Genre, Language};
use rawi_time::Day;
use serde::Serialize;

use super::filter::{Condition, Page};
use super::row::{DOCUMENT_COLUMNS, DOCUMENT_WIDTH, DocumentRef, document_ref};
use crate::error::Result;
use crate::record::Record;

/// Which documents are wanted.
#[derive(Clone, Debug, Default)]
pub struct DocumentFilter {
    /// Words of title or text.
    pub words: Option<String>,
    /// In this language.
    pub language: Option<Language>,
    /// Of this genre.
    pub genre: Option<Genre>,
    /// Not published before this day.
    pub since: Option<Day>,
    /// Not published after this day.
    pub until: Option<Day>,
    /// Which part of the list.
    pub page: Page,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DocumentRow {
    /// The document.
    #[serde(flatten)]
    pub document: DocumentRef,
    /// How many statements it holds.
    pub statements: u32,
    /// How many contacts it tells of.
    pub contacts: u32,
}

impl DocumentFilter {
    fn condition(&self) -> Condition {
        let mut condition = Condition::default();
        condition.words("document_search", "d.id", self.words.as_deref());
        condition.equal("d.language", self.language.map(|l| l.code().to_owned()));
        condition.equal("d.genre", self.genre.map(|g| g.name().to_owned()));
        condition.days("d", self.since, self.until);
        condition
    }
}

impl Record {
    /// The documents that are wanted, in the order in which they were put in.
    pub fn documents(&self, filter: &DocumentFilter) -> Result<Vec<DocumentRow>> {
        let condition = filter.condition();
        let sql = format!(
            "SELECT {DOCUMENT_COLUMNS}, (SELECT count(*) FROM statement s WHERE s.document = d.id), \
             (SELECT count(*) FROM contact c WHERE c.document = d.id) FROM document d{} ORDER BY d.id{}",
            condition.clause(),
            filter.page.clause()
        );
        let mut select = self.connection.prepare(&sql)?;
        let mut rows = select.query(rusqlite::params_from_iter(&condition.values))?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            let (statements, contacts) = (row.get(DOCUMENT_WIDTH)?, row.get(DOCUMENT_WIDTH + 1)?);
            list.push(DocumentRow { document: document_ref(row)?, statements, contacts });
        }
        Ok(list)
    }

    /// How many documents are wanted, on all pages.
    pub fn count_documents(&self, filter: &DocumentFilter) -> Result<u32> {
        let condition = filter.condition();
        self.count(&format!("SELECT count(*) FROM document d{}", condition.clause()), &condition)
    }

    /// The row of a document, named as for [`Record::document`].
    pub fn document_row(&self, name: &str) -> Result<i64> {
        crate::get::find(&self.connection, name)
    }
}
