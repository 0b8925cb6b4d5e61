//! `rawi actor`: who is who, as users correct it. One file each, and this table of them.

mod add;
mod alike;
mod export;
mod import;
mod list;
mod log;
mod merge;
mod not_same;
mod rename;
mod split;
mod undo;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use rawi_record::Record;
use rawi_record::correct::Correction;

use crate::failure::{Done, Outcome};
use crate::output::{Out, isolate};

const EXAMPLES: &str = "\
Examples:
  rawi actor list دریانی
  rawi actor merge 'نگار دریانی' 'نگار درياني'
  rawi actor not-same 'ناصر الصافي' 'ناصر صافی'
  rawi actor undo 3";

/// See who is who in a record, and correct it
///
/// Corrections are kept as rows of the record and hold for what is added to it later as well; readings themselves are not
/// changed. `statements`, `contacts`, `timeline`, `show` and the page see actors as corrected. An actor is called by a
/// name that fits no other, or by its id as `rawi actor list` prints it.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Actor {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Find actors by their names
    List(list::List),
    /// List persons of Persian and of Arabic documents who may be one
    Alike(alike::List),
    /// Two are one, shown as the first
    Merge(merge::Merge),
    /// Take one out of what it was merged with, or part the actor of one document
    Split(split::Split),
    /// Show one under another name
    Rename(rename::Rename),
    /// Two are never one
    NotSame(not_same::NotSame),
    /// Add an actor with its names
    Add(add::Add),
    /// Take in corrections and actors from CSV, or actors from the JSON of a Wikidata query
    Import(import::Import),
    /// Print the corrections that hold as CSV
    Export(export::Export),
    /// List all corrections
    Log(log::Log),
    /// Undo a correction
    Undo(undo::Undo),
}

impl Actor {
    pub(crate) fn run(self) -> Done {
        match self.command {
            Command::List(command) => command.run(),
            Command::Alike(command) => command.run(),
            Command::Merge(command) => command.run(),
            Command::Split(command) => command.run(),
            Command::Rename(command) => command.run(),
            Command::NotSame(command) => command.run(),
            Command::Add(command) => command.run(),
            Command::Import(command) => command.run(),
            Command::Export(command) => command.run(),
            Command::Log(command) => command.run(),
            Command::Undo(command) => command.run(),
        }
    }
}

/// The record that is corrected, and why.
#[derive(Args, Debug)]
struct Target {
    /// Why, for the log
    #[arg(long, value_name = "WORDS")]
    note: Option<String>,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
}

impl Target {
    /// The record, which must be there: a correction makes none.
    fn open(&self) -> Result<Record, crate::failure::Failure> {
        if self.record.exists() {
            return Ok(Record::create_or_open(&self.record)?);
        }
        Ok(Record::open(&self.record)?)
    }

    /// Keeps a correction and prints its number.
    fn correct(&self, record: &mut Record, correction: &Correction) -> Done {
        let id = record.correct(correction, self.note.as_deref())?;
        let mut out = Out::new();
        writeln!(out, "{id}  {}", line(correction))?;
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

/// Two actors, of whom a correction says something.
#[derive(Args, Debug)]
struct Two {
    /// The one
    #[arg(value_name = "ACTOR")]
    actor: String,
    /// The other one
    #[arg(value_name = "OTHER")]
    other: String,
    /// The document whose OTHER is meant
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    #[command(flatten)]
    target: Target,
}

impl Two {
    /// Keeps what is said of both, by their addresses.
    fn correct(&self, say: impl FnOnce(String, String) -> Correction) -> Done {
        let mut record = self.target.open()?;
        let one = record.actor_address(&self.actor, None)?;
        let other = record.actor_address(&self.other, self.document.as_deref())?;
        self.target.correct(&mut record, &say(one, other))
    }
}

/// A correction in one line.
fn line(correction: &Correction) -> String {
    let first = isolate(correction.subject());
    let rest = match correction {
        Correction::Add { object, .. } => {
            object.names.iter().map(|(language, name)| format!("{language} {}", isolate(name))).collect::<Vec<_>>().join("  ")
        }
        other => other.object().map_or_else(String::new, |o| isolate(&o)),
    };
    format!("{}  {first}  {rest}", correction.kind()).trim_end().to_owned()
}
