//! Three calendars, and days with what remains open about them.
//!
//! Here belong the arithmetic of calendars, the shapes of date expressions and the settling of a day from its parts; no
//! word of any language stands here.

#![allow(clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "calendars count in signed numbers; what they are cut to is small")]

pub mod calendar;
mod date;
mod expression;
mod published;
mod settle;
mod words;

pub use calendar::{Calendar, Lunar};
pub use date::{Basis, CalendarName, Dated, Day, Value};
pub use expression::{Expression, Parts, find, find_where, number_words};
pub use published::{published, published_from_metadata, published_from_text, published_from_url};
pub use settle::{Context, Settled, settle};
pub use words::{Customs, DateWords, MonthDay, Portion, Proclitics, Row, Sign, Unit, Word};
