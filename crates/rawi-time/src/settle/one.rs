//! One expression by itself: its written parts, its weekday, and the day that it counts from.

use super::{Context, day, range, relative, span, stretch};
use crate::expression::Parts;
use crate::{Basis, CalendarName, Dated, Day, Value};

pub(super) type Reference = Option<(Day, Basis)>;

/// A day of a calendar; the thirtieth of a lunar month of 29 days is the day after it, since months are seen early or late.
pub(super) fn day_in(calendar: CalendarName, year: i32, month: u8, day: u8, context: &Context) -> Option<Day> {
    let calendar_of = context.calendar(calendar)?;
    calendar_of
        .day(year, month, day)
        .or_else(|| (calendar == CalendarName::Islamic && day == 30).then(|| calendar_of.day(year, month, 29).map(|d| d.plus(1))).flatten())
}

/// How many days to each side a date of a calendar leaves open.
pub(super) fn slack(calendar: CalendarName) -> i32 {
    i32::from(calendar == CalendarName::Islamic)
}

/// A settled day with what its calendar leaves open.
pub(super) fn open(day: Day, calendar: CalendarName, basis: Vec<Basis>) -> Dated {
    let s = slack(calendar);
    span(day.plus(-s), day.plus(s), Some(Value::Day(day)), basis)
}

/// The first and the last day of a year that another calendar counts than day and month: «عید فطر ۱۴۰۱».
pub(super) fn other_year(parts: &Parts, reference: Reference, context: &Context) -> Option<(Basis, Day, Day)> {
    let calendar = context.calendar(parts.year_calendar?)?;
    let (year, basis) = match parts.year {
        Some(year) => (year, Basis::Written),
        None => reference.map(|(today, basis)| (calendar.date(today).0 + i32::from(parts.year_shift.unwrap_or(0)), basis))?,
    };
    let (from, to) = calendar.year(year)?;
    Some((basis, from, to))
}

/// What an expression means, and the days that fit when none of them could be chosen.
pub(super) fn settle(parts: &Parts, reference: Reference, context: &Context) -> (Dated, Vec<Day>) {
    let (dated, candidates) = day_or_stretch(parts, reference, context);
    if parts.eve && dated.as_day().is_some() {
        // A night is the day on which it began: this one, or the one before.
        let earliest = dated.earliest.map(|d| d.plus(-1));
        return (Dated { value: None, earliest, ..dated }, Vec::new());
    }
    (dated, candidates)
}

fn day_or_stretch(parts: &Parts, reference: Reference, context: &Context) -> (Dated, Vec<Day>) {
    if let Some(until) = &parts.until {
        return (range::settle(parts, until, reference, context).unwrap_or_default(), Vec::new());
    }
    if let (Some(calendar), true) = (parts.calendar, parts.day.is_some() || parts.nth.is_some()) {
        return day::day_of_month(parts, calendar, reference, context);
    }
    let dated = if let Some(months) = parts.months {
        stretch::months(months, parts, reference, context)
    } else if parts.month.is_some() {
        stretch::month(parts, reference, context)
    } else if parts.season.is_some() {
        stretch::season(parts, reference, context)
    } else if let Some(year) = parts.year {
        stretch::years(parts, year, context)
    } else {
        relative::relative(parts, reference, context)
    };
    (stretch::portion(parts, dated.unwrap_or_default(), context), Vec::new())
}
