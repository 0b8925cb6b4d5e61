//! `rawi actor`: who is who, as users correct it. One file each, and this table of them.

mod add;
mod alike;
mod export;
mod import;
mod list;
mod merge;
mod not_same;
mod rename;
mod split;

use clap::{Args, Subcommand};
use rawi_record::correct::{Correction, Entry};

use super::correction::{Log, Target, Undo};
use crate::failure::Done;

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
    ///
    /// In the order in which they were made, those that were undone among them.
    #[command(after_help = "Examples:
  rawi actor log
  rawi actor log --format csv --record archive.db")]
    Log(Log),
    /// Undo a correction
    ///
    /// It stays in the log, marked as undone. The record answers as if it had never been made; to make it again, say it again.
    #[command(after_help = "Examples:
  rawi actor log
  rawi actor undo 3")]
    Undo(Undo),
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
            Command::Log(command) => command.run::<Entry>(),
            Command::Undo(command) => command.run::<Entry>(),
        }
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
