//! The words that tell of a contact, and the shapes in which a sentence gives its parties.

mod around;
mod encounter;
mod file;
mod glued;
mod grammar;
mod party;
mod status;
mod word;

pub use around::Around;
pub use encounter::{ContactRule, Encounter, Side};
pub(crate) use glued::{glued, glued_in};
pub use grammar::{ContactExample, ContactGrammar, contact_grammar};
pub(crate) use party::{clause_start, head_of, is_actor, split_name, without_companions};
pub(crate) use word::ContactForm;
pub use word::{ContactHit, ContactPart, ContactWord, Shape};
