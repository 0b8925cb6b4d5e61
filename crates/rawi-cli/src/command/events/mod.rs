//! `rawi events`: contacts that several documents report, listed and corrected.

mod merge;
mod show;
mod split;

use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use rawi_model::ContactKind;
use rawi_record::Record;
use rawi_record::event::EventEntry;
use rawi_record::query::{EventFilter, EventRow, Page};

use super::correction::{Log, Undo};
use super::span::Span;
use crate::failure::{Done, Failure, Outcome};
use crate::output::{Format, Out};
use crate::table::Table;
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi events --with 'سالم الوادي' --kind meeting
  rawi events --least 3 --since 2015-07 --format csv
  rawi events show 2024-05-03-1f0c77a2
  rawi event merge 2024-05-03-1f0c77a2 2024-05-04-90be12d4
  rawi event split 2024-05-03-1f0c77a2 haber.txt";

/// List events: contacts with all the documents that report them
///
/// Contacts of one kind, with the same sides, on days that fit are one event, in whatever language they are told. Copies of
/// one text are one report, carried by many. Names are compared as for `rawi statements`. An event is called by its name, or
/// by as much of its beginning or end as fits no other.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub(crate) struct Events {
    #[command(subcommand)]
    command: Option<Command>,
    /// A party in one of the reports; given twice, both must have taken part
    #[arg(long, value_name = "NAME")]
    with: Vec<String>,
    /// Of this kind
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(ContactKind::ALL.map(ContactKind::name)))]
    kind: Option<String>,
    /// Reported by so many documents or more
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    least: u32,
    #[command(flatten)]
    span: Span,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How events are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Print one event, and what ties each report to it
    Show(show::Show),
    /// Two events are one
    Merge(merge::Merge),
    /// A report is of another event
    Split(split::Split),
    /// List all corrections of events
    ///
    /// In the order in which they were made, those that were undone among them.
    #[command(after_help = "Examples:
  rawi event log
  rawi event log --format csv --record archive.db")]
    Log(Log),
    /// Undo a correction of events
    ///
    /// It stays in the log, marked as undone. The record answers as if it had never been made; to make it again, say it again.
    #[command(after_help = "Examples:
  rawi event log
  rawi event undo 3")]
    Undo(Undo),
}

impl Events {
    pub(crate) fn run(self) -> Done {
        match self.command {
            None => self.list(),
            Some(Command::Show(command)) => command.run(),
            Some(Command::Merge(command)) => command.run(),
            Some(Command::Split(command)) => command.run(),
            Some(Command::Log(command)) => command.run::<EventEntry>(),
            Some(Command::Undo(command)) => command.run::<EventEntry>(),
        }
    }

    fn list(self) -> Done {
        let span = self.span.checked()?;
        let record = Record::open(&self.record)?;
        let filter = EventFilter {
            with: self.with,
            kind: self.kind.and_then(|kind| ContactKind::ALL.into_iter().find(|k| k.name() == kind)),
            since: span.since,
            until: span.until,
            documents: self.least,
            page: Page { limit: span.limit, offset: 0 },
            ..EventFilter::default()
        };
        let mut out = Out::new();
        let style = out.style;
        match self.format {
            Format::Text => record.each_event(&filter, |row| Ok::<_, Failure>(out.write_all(text::event_row(&row, style).as_bytes())?))?,
            Format::Jsonl => record.each_event(&filter, |row| out.json(&row))?,
            Format::Csv => {
                let mut table = Table::new::<EventRow>(&mut out)?;
                record.each_event(&filter, |row| table.row(&row))?;
                table.finish()?;
            }
        }
        out.finish_list()?;
        Ok(Outcome::Whole)
    }
}
