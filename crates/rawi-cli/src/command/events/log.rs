//! `rawi event log`: all corrections of events.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::Record;
use rawi_record::event::EventEntry;

use super::line;
use crate::failure::{Done, Outcome};
use crate::output::{Format, Out, isolate};
use crate::table::{Row, Table};

const EXAMPLES: &str = "\
Examples:
  rawi event log
  rawi event log --format csv --record archive.db";

/// List all corrections of events
///
/// In the order in which they were made, those that were undone among them.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Log {
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How corrections are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Log {
    pub(super) fn run(self) -> Done {
        let entries = Record::open(&self.record)?.event_corrections()?;
        let mut out = Out::new();
        match self.format {
            Format::Text => {
                for entry in &entries {
                    let undone = entry.undone.as_ref().map_or_else(String::new, |at| format!("  (undone {at})"));
                    let note = entry.note.as_ref().map_or_else(String::new, |note| format!("  {}", isolate(note)));
                    writeln!(out, "{}  {}  {}{note}{undone}", entry.id, entry.at, line(&entry.correction))?;
                }
            }
            Format::Jsonl => entries.iter().try_for_each(|e| out.json(e))?,
            Format::Csv => {
                let mut table = Table::new::<EventEntry>(&mut out)?;
                entries.iter().try_for_each(|e| table.row(e))?;
                table.finish()?;
            }
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

impl Row for EventEntry {
    const HEADER: &'static [&'static str] = &["id", "at", "correction", "subject", "object", "note", "undone"];

    fn cells(&self) -> Vec<String> {
        let (subject, object) = self.correction.reports();
        vec![
            self.id.to_string(),
            self.at.clone(),
            self.correction.kind().to_owned(),
            subject.to_owned(),
            object.to_owned(),
            self.note.clone().unwrap_or_default(),
            self.undone.clone().unwrap_or_default(),
        ]
    }
}
