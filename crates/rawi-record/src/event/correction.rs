//! What users say about events: kept as rows, applied to all that is read before and after, undone at will.
//!
//! Events are called by a report of theirs, `c0@` and the source of its document, so that a correction holds however the
//! event grows.

use rawi_event::Said;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use serde::Serialize;

use super::settle::{Touched, settle};
use crate::error::{RecordError, Result};
use crate::record::Record;

/// What a user says of two reports, by their addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "correction", rename_all = "kebab-case")]
pub enum EventCorrection {
    /// Both are of one event.
    Merge {
        /// A report of the one.
        subject: String,
        /// A report of the other.
        object: String,
    },
    /// The first is of another event than the second; copies of it go with it.
    Split {
        /// The report that goes.
        subject: String,
        /// A report that stays.
        object: String,
    },
}

impl EventCorrection {
    /// Its kind, as it stands in the record.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Merge { .. } => "merge",
            Self::Split { .. } => "split",
        }
    }

    /// Both reports.
    pub fn reports(&self) -> (&str, &str) {
        let (Self::Merge { subject, object } | Self::Split { subject, object }) = self;
        (subject, object)
    }

    fn new(kind: &str, subject: String, object: String) -> Result<Self> {
        match kind {
            "merge" => Ok(Self::Merge { subject, object }),
            "split" => Ok(Self::Split { subject, object }),
            _ => Err(RecordError::Damaged(format!("`{kind}` is no correction of events"))),
        }
    }
}

/// A correction as the record keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventEntry {
    /// Its number.
    pub id: i64,
    /// When it was made, ISO 8601.
    pub at: String,
    /// What it says.
    #[serde(flatten)]
    pub correction: EventCorrection,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was undone, ISO 8601; null while it holds.
    pub undone: Option<String>,
}

impl Record {
    /// Keeps a correction about events; gives its number.
    ///
    /// # Errors
    /// Where a report is not there, or the correction changes nothing.
    pub fn correct_event(&mut self, correction: &EventCorrection, note: Option<&str>) -> Result<i64> {
        let change = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        let (subject, object) = correction.reports();
        let (one, other) = (event_of(&change, subject)?, event_of(&change, object)?);
        let wrong = match correction {
            EventCorrection::Merge { .. } if one == other => Some("are of one event already"),
            EventCorrection::Split { .. } if one != other => Some("are of two events already"),
            _ => None,
        };
        if let Some(wrong) = wrong {
            return Err(RecordError::Correction(format!("`{subject}` and `{object}` {wrong}")));
        }
        change
            .prepare_cached(
                "INSERT INTO event_correction (at, kind, subject, object, note) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?1, ?2, ?3, ?4)",
            )?
            .execute(params![correction.kind(), subject, object, note])?;
        let id = change.last_insert_rowid();
        again(&change, correction)?;
        change.commit()?;
        Ok(id)
    }

    /// Marks a correction about events as undone; gives what it said.
    ///
    /// # Errors
    /// Where there is none with this number, or it is undone already.
    pub fn undo_event_correction(&mut self, id: i64) -> Result<EventEntry> {
        let change = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        let sql = "UPDATE event_correction SET undone = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?1 AND undone IS NULL";
        let marked = change.execute(sql, [id])?;
        let entry = entries(&change, "WHERE id = ?1", [id])?.pop().ok_or(RecordError::NoCorrection(id))?;
        if marked == 0 {
            return Err(RecordError::Correction(format!("correction {id} is undone already")));
        }
        again(&change, &entry.correction)?;
        change.commit()?;
        Ok(entry)
    }

    /// All corrections about events in their order, those that were undone among them.
    pub fn event_corrections(&self) -> Result<Vec<EventEntry>> {
        entries(&self.connection, "", [])
    }
}

/// Makes the events of both reports anew.
fn again(db: &Connection, correction: &EventCorrection) -> Result<()> {
    let mut touched = Touched::new();
    let (subject, object) = correction.reports();
    for report in [subject, object] {
        let found = db.prepare_cached("SELECT contact FROM clue WHERE report = ?1")?.query_row([report], |row| row.get(0));
        touched.extend(found.optional()?.into_iter().collect::<Vec<i64>>());
    }
    settle(db, &mut touched)
}

fn event_of(db: &Connection, report: &str) -> Result<String> {
    let sql = "SELECT r.event FROM clue c JOIN event_report r ON r.contact = c.contact WHERE c.report = ?1";
    let event = db.prepare_cached(sql)?.query_row([report], |row| row.get(0)).optional()?;
    event.ok_or_else(|| RecordError::NoEvent(report.to_owned()))
}

fn entries(db: &Connection, which: &str, values: impl rusqlite::Params) -> Result<Vec<EventEntry>> {
    let mut select =
        db.prepare(&format!("SELECT id, at, kind, subject, object, note, undone FROM event_correction {which} ORDER BY id"))?;
    let mut rows = select.query(values)?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        let correction = EventCorrection::new(&row.get::<_, String>(2)?, row.get(3)?, row.get(4)?)?;
        list.push(EventEntry { id: row.get(0)?, at: row.get(1)?, correction, note: row.get(5)?, undone: row.get(6)? });
    }
    Ok(list)
}

/// What holds, in its order.
pub(crate) fn said(db: &Connection) -> Result<Vec<Said>> {
    let entries = entries(db, "WHERE undone IS NULL", [])?;
    Ok(entries
        .into_iter()
        .map(|e| match e.correction {
            EventCorrection::Merge { subject, object } => Said::One(subject, object),
            EventCorrection::Split { subject, object } => Said::Two(subject, object),
        })
        .collect())
}
