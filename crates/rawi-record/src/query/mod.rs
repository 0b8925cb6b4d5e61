//! Asking a record: words, statements, contacts, and all of them in order of day.
//!
//! Each question is a plain struct with public fields; what is left at its default asks nothing. Names are compared
//! folded and word by word, so that either keyboard's letters find the same people.

mod compare;
mod contacts;
mod documents;
mod events;
mod filter;
mod network;
mod row;
mod search;
mod snippet;
mod statements;
mod timeline;

pub use compare::{Comparison, Credit, Said, SaidRow, Text};
pub use contacts::ContactFilter;
pub use documents::{DocumentFilter, DocumentRow};
pub use events::{EventFilter, EventRow, ReportRef, Tie, TiedParty};
pub use filter::{Page, parse_since, parse_until};
pub use network::{Edge, Network, Node};
pub use row::{ActorRef, ContactRow, CueRef, DocumentRef, Listed, PartyRef, StatementRow};
pub use search::Found;
pub use snippet::Snippet;
pub use statements::StatementFilter;
pub use timeline::{TimelineFilter, TimelineRow};
