//! Corrections, of actors and of events: what their commands share.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::correct::{Correction, Entry};
use rawi_record::event::{EventCorrection, EventEntry};
use rawi_record::{Record, Result};
use serde::Serialize;

use crate::failure::{Done, Failure, Outcome};
use crate::output::{Format, Out, isolate};
use crate::table::{Row, Table};

/// What a correction says.
pub(super) trait Correct {
    /// Keeps it in a record; gives its number.
    fn keep(&self, record: &mut Record, note: Option<&str>) -> Result<i64>;

    /// In one line.
    fn line(&self) -> String;
}

impl Correct for Correction {
    fn keep(&self, record: &mut Record, note: Option<&str>) -> Result<i64> {
        record.correct(self, note)
    }

    fn line(&self) -> String {
        let rest = match self {
            Self::Add { object, .. } => {
                object.names.iter().map(|(language, name)| format!("{language} {}", isolate(name))).collect::<Vec<_>>().join("  ")
            }
            other => other.object().map_or_else(String::new, |o| isolate(&o)),
        };
        format!("{}  {}  {rest}", self.kind(), isolate(self.subject())).trim_end().to_owned()
    }
}

impl Correct for EventCorrection {
    fn keep(&self, record: &mut Record, note: Option<&str>) -> Result<i64> {
        record.correct_event(self, note)
    }

    fn line(&self) -> String {
        let (subject, object) = self.reports();
        format!("{}  {}  {}", self.kind(), isolate(subject), isolate(object))
    }
}

/// A correction as a record keeps it.
pub(super) trait Kept: Row + Serialize + Sized {
    /// All of them in their order.
    fn all(record: &Record) -> Result<Vec<Self>>;

    /// Takes one back; gives what it was.
    fn undo(record: &mut Record, id: i64) -> Result<Self>;

    /// Its number, and what it says in one line.
    fn said(&self) -> (i64, String);

    /// When it was made, why, and when it was undone.
    fn history(&self) -> (&str, Option<&str>, Option<&str>);
}

impl Kept for Entry {
    fn all(record: &Record) -> Result<Vec<Self>> {
        record.corrections()
    }

    fn undo(record: &mut Record, id: i64) -> Result<Self> {
        record.undo_correction(id)
    }

    fn said(&self) -> (i64, String) {
        (self.id, self.correction.line())
    }

    fn history(&self) -> (&str, Option<&str>, Option<&str>) {
        (&self.at, self.note.as_deref(), self.undone.as_deref())
    }
}

impl Kept for EventEntry {
    fn all(record: &Record) -> Result<Vec<Self>> {
        record.event_corrections()
    }

    fn undo(record: &mut Record, id: i64) -> Result<Self> {
        record.undo_event_correction(id)
    }

    fn said(&self) -> (i64, String) {
        (self.id, self.correction.line())
    }

    fn history(&self) -> (&str, Option<&str>, Option<&str>) {
        (&self.at, self.note.as_deref(), self.undone.as_deref())
    }
}

const HEADER: &[&str] = &["id", "at", "correction", "subject", "object", "note", "undone"];

fn cells(kept: &impl Kept, kind: &str, subject: &str, object: String) -> Vec<String> {
    let (at, note, undone) = kept.history();
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    vec![kept.said().0.to_string(), at.to_owned(), kind.to_owned(), subject.to_owned(), object, text(note), text(undone)]
}

impl Row for Entry {
    const HEADER: &'static [&'static str] = HEADER;

    fn cells(&self) -> Vec<String> {
        let c = &self.correction;
        cells(self, c.kind(), c.subject(), c.object().unwrap_or_default())
    }
}

impl Row for EventEntry {
    const HEADER: &'static [&'static str] = HEADER;

    fn cells(&self) -> Vec<String> {
        let (subject, object) = self.correction.reports();
        cells(self, self.correction.kind(), subject, object.to_owned())
    }
}

/// The record that is corrected, and why.
#[derive(Args, Debug)]
pub(super) struct Target {
    /// Why, for the log
    #[arg(long, value_name = "WORDS")]
    pub(super) note: Option<String>,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    pub(super) record: PathBuf,
}

impl Target {
    /// The record, which must be there: a correction makes none.
    pub(super) fn open(&self) -> std::result::Result<Record, Failure> {
        open(&self.record)
    }

    /// Keeps a correction and prints its number.
    pub(super) fn correct(&self, record: &mut Record, correction: &impl Correct) -> Done {
        let id = correction.keep(record, self.note.as_deref())?;
        let mut out = Out::new();
        writeln!(out, "{id}  {}", correction.line())?;
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

fn open(path: &std::path::Path) -> std::result::Result<Record, Failure> {
    if path.exists() {
        return Ok(Record::create_or_open(path)?);
    }
    Ok(Record::open(path)?)
}

/// `log`: all corrections.
#[derive(Args, Debug)]
pub(super) struct Log {
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How corrections are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Log {
    pub(super) fn run<K: Kept>(self) -> Done {
        let entries = K::all(&Record::open(&self.record)?)?;
        let mut out = Out::new();
        match self.format {
            Format::Text => {
                for entry in &entries {
                    let ((id, line), (at, note, undone)) = (entry.said(), entry.history());
                    let undone = undone.map_or_else(String::new, |at| format!("  (undone {at})"));
                    let note = note.map_or_else(String::new, |note| format!("  {}", isolate(note)));
                    writeln!(out, "{id}  {at}  {line}{note}{undone}")?;
                }
            }
            Format::Jsonl => entries.iter().try_for_each(|e| out.json(e))?,
            Format::Csv => {
                let mut table = Table::new::<K>(&mut out)?;
                entries.iter().try_for_each(|e| table.row(e))?;
                table.finish()?;
            }
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

/// `undo`: a correction taken back.
#[derive(Args, Debug)]
pub(super) struct Undo {
    /// Its number in the log
    #[arg(value_name = "ID")]
    id: i64,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
}

impl Undo {
    pub(super) fn run<K: Kept>(self) -> Done {
        let (id, line) = K::undo(&mut open(&self.record)?, self.id)?.said();
        let mut out = Out::new();
        writeln!(out, "{id}  undone  {line}")?;
        out.finish()?;
        Ok(Outcome::Whole)
    }
}
