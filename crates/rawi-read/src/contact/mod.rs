//! Contacts: who met, called or wrote to whom.
//!
//! The rules of the language find encounters sentence by sentence; here they become contacts: parties are looked up in
//! the cast, whole interviews and letters are contacts too, and what a document tells several times is one contact.

mod adjectives;
mod again;
mod beside;
mod day;
mod draft;
mod find;
mod finish;
mod known;
mod once;
mod outlet;
mod pair;
mod party;
mod press;
mod seats;
mod sides;
mod somebody;
mod state;
mod subject;
#[cfg(test)]
mod tests;
mod told;
mod whole;

pub(crate) use again::again;
pub(crate) use day::date;
pub(crate) use draft::Draft;
pub(crate) use find::find;
pub(crate) use finish::finish;
pub(crate) use outlet::leave_out_outlet;
