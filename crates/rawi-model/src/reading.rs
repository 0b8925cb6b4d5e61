//! A reading: everything that was found in one document.

use rawi_text::CharSpan;
use rawi_time::{CalendarName, Dated};
use serde::{Deserialize, Serialize};

use crate::{Actor, Contact, Document, Statement};

/// One date expression of the text and what it settles to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateMention {
    /// Where it stands.
    #[serde(flatten)]
    pub span: CharSpan,
    /// The words there.
    pub text: String,
    /// The day, month or year, what remains open, and what settled it.
    #[serde(flatten)]
    pub dated: Dated,
    /// The calendar in which it is written.
    pub calendar: CalendarName,
}

/// A soft fault of a document or something that a reader should know: never an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// A stable code, such as `decode/lossy`.
    pub code: String,
    /// One sentence in English.
    pub text: String,
}

/// Everything that was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The document itself.
    pub document: Document,
    /// Its actors, by first mention.
    pub actors: Vec<Actor>,
    /// Its dates, in order.
    pub dates: Vec<DateMention>,
    /// Its statements, in order.
    pub statements: Vec<Statement>,
    /// Its contacts, in order.
    pub contacts: Vec<Contact>,
    /// Soft faults.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

impl Reading {
    /// The actor with this key.
    pub fn actor(&self, key: &str) -> Option<&Actor> {
        self.actors.iter().find(|a| a.key == key)
    }
}
