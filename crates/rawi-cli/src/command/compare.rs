//! `rawi compare`: the reports of one event, side by side.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::Record;

use crate::comparison;
use crate::failure::{Done, Outcome};
use crate::output::{Format, Out};
use crate::table::Table;

const EXAMPLES: &str = "\
Examples:
  rawi compare 2024-05-03-1f0c77a2
  rawi compare 1f0c77a2 --format csv";

/// Lay the reports of one event side by side
///
/// For each text: who carries it and of which side, whom it names first, day, place, and whose words it prints. Then what is
/// said, each thing once with the texts that have it and those that lack it, across languages too; numbers that not all have;
/// and what could not be laid beside anything, as "not aligned".
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Compare {
    /// The event, as `rawi events` prints its name
    #[arg(value_name = "EVENT")]
    event: String,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How they are printed; csv prints what is said, one row for each text that has it
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Compare {
    pub(crate) fn run(self) -> Done {
        let record = Record::open(&self.record)?;
        let comparison = record.compare(&record.event_named(&self.event)?)?;
        let mut out = Out::new();
        let style = out.style;
        match self.format {
            Format::Text => out.write_all(comparison::text(&comparison, style).as_bytes())?,
            Format::Jsonl => out.json(&comparison)?,
            Format::Csv => {
                let mut table = Table::new::<comparison::Line>(&mut out)?;
                comparison::lines(&comparison).iter().try_for_each(|line| table.row(line))?;
                table.finish()?;
            }
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}
