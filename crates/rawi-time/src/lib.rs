//! Three calendars, and days with what remains open about them.
//!
//! Here belong the arithmetic of calendars and the settling of a day from its parts; no word of any language stands
//! here.

mod date;

pub use date::{Basis, CalendarName, Dated, Day, Value};
