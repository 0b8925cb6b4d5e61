//! Events: contacts that several documents report, and what their reports say side by side.
//!
//! Plain data in, plain data out. [`clues`] takes from a reading what tells its contacts apart; [`events`] says which of
//! many contacts are one event, whatever their order; [`align`] lays what is said in the reports of one event side by
//! side. Keeping events belongs to the record.

mod align;
mod clue;
mod day;
mod feature;
mod group;
mod item;
mod name;
mod party;

pub use align::{Aligned, Telling, align};
pub use clue::{Clue, clues};
pub use day::When;
pub use feature::{Features, features};
pub use group::{Block, EventOf, Said, blocks, events, reach};
pub use item::{copies, sketch};
pub use name::skeleton;
pub use party::{Known, PartyClue, Sides, may_be_one, same_party};
