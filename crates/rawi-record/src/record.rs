//! A record: opened, asked what it knows, written to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rawi_model::Reading;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;

use crate::entry::Entry;
use crate::error::{RecordError, Result};
use crate::{event, get, migrate, put};

/// A record of readings in one `SQLite` file.
#[derive(Debug)]
pub struct Record {
    pub(crate) connection: Connection,
    path: PathBuf,
    writes: bool,
}

/// What became of a document that was put into a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It was not there before.
    New,
    /// It was there with other bytes, and has been replaced.
    Changed,
    /// It was there already.
    Unchanged,
}

/// How much a record holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Documents.
    pub documents: u32,
    /// Statements.
    pub statements: u32,
    /// Contacts.
    pub contacts: u32,
}

impl Record {
    /// Opens a record for writing; a missing or empty file becomes a record.
    ///
    /// # Errors
    /// Where the file cannot be opened or written, is something else, or was written by a newer version.
    pub fn create_or_open(path: &Path) -> Result<Self> {
        Ok(Self { connection: migrate::open_for_writing(path)?, path: path.to_owned(), writes: true })
    }

    /// Opens a record for reading alone.
    ///
    /// # Errors
    /// Where the file is missing, is no record, or has another layout.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self { connection: migrate::open_for_reading(path)?, path: path.to_owned(), writes: false })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The SHA-256 under which the record holds a document; none when it does not hold it.
    pub fn known(&self, source: &str) -> Result<Option<String>> {
        let mut select = self.connection.prepare_cached("SELECT sha256 FROM document WHERE source = ?1")?;
        Ok(select.query_row([source], |row| row.get(0)).optional()?)
    }

    /// Puts one reading in, in a transaction of its own. A document that is there with other bytes is replaced wholly.
    pub fn put(&mut self, reading: &Reading) -> Result<Put> {
        let mut import = self.import()?;
        let put = import.put(&Entry::new(reading.clone()))?;
        import.finish()?;
        Ok(put)
    }

    /// Starts to put many readings in.
    pub fn import(&mut self) -> Result<Import<'_>> {
        Ok(Import { connection: &self.connection, open: 0, since: Instant::now(), again: false, touched: BTreeSet::new() })
    }

    /// The reading of a document, named by its source, the end of its source, or its id.
    ///
    /// # Errors
    /// Where no document or more than one has this name.
    pub fn document(&self, name: &str) -> Result<Reading> {
        get::reading(&self.connection, get::find(&self.connection, name)?)
    }

    /// The reading of the document in this row.
    pub fn reading(&self, row: i64) -> Result<Reading> {
        get::reading(&self.connection, row)
    }

    /// How much the record holds.
    pub fn counts(&self) -> Result<Counts> {
        let sql = "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM statement), (SELECT count(*) FROM contact)";
        let read = |row: &rusqlite::Row<'_>| Ok(Counts { documents: row.get(0)?, statements: row.get(1)?, contacts: row.get(2)? });
        Ok(self.connection.query_row(sql, [], read)?)
    }

    /// Looks whether the file is whole: its pages, its references, its search tables.
    ///
    /// # Errors
    /// [`RecordError::Damaged`] with the first fault found.
    pub fn check(&self) -> Result<()> {
        let verdict: String = self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(RecordError::Damaged(verdict));
        }
        let dangling =
            self.connection.query_row("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", [], |row| row.get::<_, String>(0));
        match dangling.optional()? {
            Some(table) => Err(RecordError::Damaged(format!("a row of `{table}` leads nowhere"))),
            None => Ok(()),
        }
    }
}

impl Drop for Record {
    /// Leaves one plain file behind, which can be read where nothing can be written. While somebody reads it, the
    /// write-ahead log stays beside it; that does no harm.
    fn drop(&mut self) {
        if self.writes {
            let _ = self.connection.busy_timeout(Duration::ZERO);
            let _ = self.connection.pragma_update(None, "journal_mode", "delete");
        }
    }
}

/// Many readings on their way into a record, those of a second in a transaction. What has not been [finished](Self::finish)
/// when it is dropped is taken back to the end of the last whole batch.
#[derive(Debug)]
pub struct Import<'r> {
    connection: &'r Connection,
    /// Documents in the open transaction.
    open: u32,
    since: Instant,
    again: bool,
    /// Contacts of the open transaction whose events are still to be made.
    touched: BTreeSet<i64>,
}

impl Import<'_> {
    /// Documents in one transaction.
    const BATCH: u32 = 4000;
    /// How long one transaction stays open.
    const SPAN: Duration = Duration::from_secs(1);

    /// Takes in again what has not changed, as after a new version of the reader.
    #[must_use]
    pub fn again(mut self, again: bool) -> Self {
        self.again = again;
        self
    }

    /// Puts one reading in.
    pub fn put(&mut self, entry: &Entry) -> Result<Put> {
        if self.open == 0 {
            self.connection.execute_batch("BEGIN IMMEDIATE")?;
            self.since = Instant::now();
        }
        self.open += 1;
        let put = put::write(self.connection, entry, self.again, &mut self.touched)?;
        if self.open >= Self::BATCH || self.since.elapsed() >= Self::SPAN {
            self.close()?;
        }
        Ok(put)
    }

    /// Closes the last batch.
    pub fn finish(mut self) -> Result<()> {
        self.close()
    }

    fn close(&mut self) -> Result<()> {
        if self.open > 0 {
            event::settle(self.connection, &mut self.touched)?;
            self.connection.execute_batch("COMMIT")?;
            self.open = 0;
        }
        Ok(())
    }
}

impl Drop for Import<'_> {
    fn drop(&mut self) {
        if self.open > 0 {
            // Where this fails, SQLite itself takes the transaction back when the file is next opened.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }
}
