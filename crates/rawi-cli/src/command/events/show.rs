//! `rawi events show`: one event, and what ties each report to it.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::Record;
use rawi_record::query::{EventRow, Tie};
use serde::Serialize;

use crate::failure::{Done, Outcome};
use crate::output::{Out, ReadingFormat};
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi events show 2024-05-03-1f0c77a2
  rawi events show 1f0c77a2 --format jsonl";

/// Print one event, and what ties each report to it
///
/// For each report: its sides and by what each is known, what its day rests on, and whether it is a copy of another.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Show {
    /// The event
    #[arg(value_name = "EVENT")]
    event: String,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How it is printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: ReadingFormat,
}

/// An event with its ties, as data.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    event: EventRow,
    ties: Vec<Tie>,
}

impl Show {
    pub(super) fn run(self) -> Done {
        let record = Record::open(&self.record)?;
        let key = record.event_named(&self.event)?;
        let (event, ties) = (record.event(&key)?, record.ties(&key)?);
        let mut out = Out::new();
        match self.format {
            ReadingFormat::Text => {
                let style = out.style;
                out.write_all(text::ties(&event, &ties, style).as_bytes())?;
            }
            ReadingFormat::Jsonl => out.json(&Shown { event, ties })?,
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}
