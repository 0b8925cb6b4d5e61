//! Actors: the registry of states, offices, bodies, media and persons, and who is who in one document.
//!
//! Here belong the look-up of known names in a text and the joining of mentions to actors. What an actor says belongs
//! to the reader.

mod asked;
mod cast;
mod entry;
mod held;
mod holder;
mod mention;
pub mod name;
mod named;
mod namesake;
mod pair;
mod phrase;
mod post;
mod registry;
mod settle;
mod short;
mod shown;

pub use asked::Asked;
pub use cast::{Cast, Member, MemberId};
pub use entry::{Entry, EntryKind, Term};
pub use holder::holder_behind;
pub use phrase::Phrase;
pub use registry::{Error, Known, NameKind, Registry};
pub use settle::Setting;
