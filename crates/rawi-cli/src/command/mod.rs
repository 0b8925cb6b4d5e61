//! The subcommands: one file each, and this table of them.

mod actor;
mod add;
mod clean;
mod compare;
mod completions;
mod contacts;
mod correction;
mod date;
mod events;
mod man;
mod network;
mod open;
mod read;
mod score;
mod search;
mod serve;
mod show;
mod span;
mod statements;
mod timeline;

use clap::{Parser, Subcommand};

use crate::failure::{CODES, Done};

/// Reads Persian and Arabic news and records who said what, to whom, when, according to whom
#[derive(Parser, Debug)]
#[command(name = "rawi", version, after_help = CODES, max_term_width = 100)]
pub(crate) struct Rawi {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Read documents and print what they say
    Read(read::Read),
    /// Read documents into a record
    Add(add::Add),
    /// Find documents by their words
    Search(search::Search),
    /// List statements: who said what, to whom, through whom
    Statements(statements::Statements),
    /// List contacts: who met, called, wrote to whom
    Contacts(contacts::Contacts),
    /// List events: contacts with all the documents that report them
    #[command(visible_alias = "event")]
    Events(events::Events),
    /// Lay the reports of one event side by side
    Compare(compare::Compare),
    /// List dated statements and contacts in order of day
    Timeline(timeline::Timeline),
    /// Show who had contact with whom, and how often
    Network(network::Network),
    /// See who is who in a record, and correct it
    Actor(actor::Actor),
    /// Print one document's reading from the record
    Show(show::Show),
    /// Read documents into a record beside them, and show it in the browser
    Open(open::Open),
    /// Show a record in the browser
    Serve(serve::Serve),
    /// Mend text: lost non-joiners, letters of the other keyboard, odd spaces and invisible characters
    Clean(clean::Clean),
    /// Read dates in words, or show a day in all three calendars
    Date(date::Date),
    /// Read annotated documents and say how much of them is read right
    Score(score::Score),
    /// Print completions for a shell
    Completions(completions::Completions),
    /// Print the manual page
    Man(man::Man),
}

impl Command {
    /// Does it.
    pub(crate) fn run(self) -> Done {
        match self {
            Self::Read(command) => command.run(),
            Self::Add(command) => command.run(),
            Self::Search(command) => command.run(),
            Self::Statements(command) => command.run(),
            Self::Contacts(command) => command.run(),
            Self::Events(command) => command.run(),
            Self::Compare(command) => command.run(),
            Self::Timeline(command) => command.run(),
            Self::Network(command) => command.run(),
            Self::Actor(command) => command.run(),
            Self::Show(command) => command.run(),
            Self::Open(command) => command.run(),
            Self::Serve(command) => command.run(),
            Self::Clean(command) => command.run(),
            Self::Date(command) => command.run(),
            Self::Score(command) => command.run(),
            Self::Completions(command) => command.run(),
            Self::Man(command) => command.run(),
        }
    }
}
