//! The plain types of a reading: what one document says, who says it, to whom, when, and through whom.
//!
//! Here belong the types and how they are written as JSON; nothing here reads, resolves or stores. The field names
//! are those of the JSON that `rawi read --format jsonl` prints, so that JSON, the record and every export are one
//! definition. Spans count Unicode code points of [`Document::text`], end exclusive.

mod actor;
mod contact;
mod document;
mod event;
mod reading;
mod statement;

pub use actor::{Actor, ActorKind, Mention, MentionKind, Names};
pub use contact::{Contact, ContactKind, Party, PartyRole, Status};
pub use document::{Block, BlockRole, Document, Genre, Language};
pub use event::{Event, Plover};
pub use reading::{DateMention, Note, Reading};
pub use statement::{Cue, Form, Statement};
