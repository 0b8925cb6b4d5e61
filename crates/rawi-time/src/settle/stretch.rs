//! Months, years, seasons, and parts of them.

use super::one::{self, Reference, slack};
use super::{Context, span};
use crate::expression::Parts;
use crate::{Basis, Calendar, CalendarName, Dated, Day, Value};

/// A month.
pub(super) fn month(parts: &Parts, reference: Reference, context: &Context) -> Option<Dated> {
    let (calendar, month) = (parts.calendar?, parts.month?);
    let counted = context.calendar(calendar)?;
    let dated = |year: i32, basis| {
        let (first, last) = counted.month(year, month)?;
        let s = slack(calendar);
        let value = (calendar == CalendarName::Gregorian).then_some(Value::Month(year, month));
        Some(span(first.plus(-s), last.plus(s), value, vec![basis]))
    };
    if let Some((basis, from, to)) = one::other_year(parts, reference, context) {
        // «رمضان 2019»: the month that begins in the year.
        let begins = |&y: &i32| counted.day(y, month, 1).is_some_and(|d| (from..=to).contains(&d));
        let mut years = (counted.date(from).0..=counted.date(to).0).filter(begins);
        return years.next().filter(|_| years.next().is_none()).and_then(|y| dated(y, basis));
    }
    if let Some(year) = parts.year {
        return dated(year, Basis::Written);
    }
    let (today, basis) = reference.filter(|_| !parts.elsewhere)?;
    let (year, now, _) = counted.date(today);
    let year = match (parts.year_shift, parts.shift) {
        (Some(shift), _) => year + i32::from(shift),
        (None, Some(1..)) => year + i32::from(month <= now),
        // «يوليو الماضي» is before this month; «الجاري» this year's.
        (None, Some(0)) => year,
        (None, Some(shift)) => year - i32::from(month >= now) + i32::from(shift) + 1,
        (None, None) if parts.future => year + i32::from(month < now),
        // Of a month that comes soon, either may be meant.
        (None, None) if (1..=5).contains(&(i32::from(month) - i32::from(now)).rem_euclid(12)) => {
            let (past, coming) = if month > now { (year - 1, year) } else { (year, year + 1) };
            let (first, last) = (counted.month(past, month)?.0, counted.month(coming, month)?.1);
            return Some(span(first, last, None, vec![basis]));
        }
        (None, None) => year - i32::from(month > now),
    };
    dated(year, basis)
}

/// A year or a stretch of years.
pub(super) fn years(parts: &Parts, year: i32, context: &Context) -> Option<Dated> {
    let calendar = parts.calendar?;
    let counted = context.calendar(calendar)?;
    let (first, last) = (counted.year(year)?.0, counted.year(parts.last_year.unwrap_or(year))?.1);
    let value = (calendar == CalendarName::Gregorian && parts.last_year.is_none()).then_some(Value::Year(year));
    let s = slack(calendar);
    Some(span(first.plus(-s), last.plus(s), value, vec![Basis::Written]))
}

/// A season.
pub(super) fn season(parts: &Parts, reference: Reference, context: &Context) -> Option<Dated> {
    let season = parts.season?;
    let calendar = parts.calendar.filter(|&c| c != CalendarName::Islamic).unwrap_or(context.civil);
    let bounds = |year: i32| -> Option<(Day, Day)> {
        if calendar == CalendarName::Persian {
            let from = Calendar::Persian.day(year, season * 3 + 1, 1)?;
            return Some((from, Calendar::Persian.month(year, season * 3 + 3)?.1));
        }
        // From the month in which it is said to begin to the day on which the next begins.
        let day = |y, m, d| Day::from_gregorian(y, m, d);
        match season {
            0 => Some((day(year, 3, 1)?, day(year, 6, 21)?)),
            1 => Some((day(year, 6, 1)?, day(year, 9, 23)?)),
            2 => Some((day(year, 9, 1)?, day(year, 12, 22)?)),
            _ => Some((day(year, 1, 1)?, day(year + 1, 3, 21)?)),
        }
    };
    if let Some(year) = parts.year {
        let (first, last) = bounds(year)?;
        return Some(span(first, last, None, vec![Basis::Written]));
    }
    let (today, basis) = reference?;
    let year = context.calendar(calendar)?.date(today).0;
    let found = match (parts.year_shift, parts.shift) {
        (Some(shift), _) => bounds(year + i32::from(shift))?,
        (None, Some(1..)) => [0, 1].into_iter().filter_map(|s| bounds(year + s)).find(|b| b.0 > today)?,
        (None, Some(0)) => bounds(year)?,
        (None, None) => return None,
        (None, Some(_)) => [0, -1].into_iter().filter_map(|s| bounds(year + s)).find(|b| b.1 < today)?,
    };
    Some(span(found.0, found.1, None, vec![basis]))
}

/// Some months of a year: «چهار ماه نخست امسال».
pub(super) fn months((first, last): (u8, u8), parts: &Parts, reference: Reference, context: &Context) -> Option<Dated> {
    let calendar = parts.calendar.unwrap_or(context.civil);
    let counted = context.calendar(calendar)?;
    let (year, basis) = match parts.year {
        Some(year) => (year, Basis::Written),
        None => reference.map(|(today, basis)| (counted.date(today).0 + i32::from(parts.year_shift.unwrap_or(0)), basis))?,
    };
    let s = slack(calendar);
    Some(span(counted.month(year, first)?.0.plus(-s), counted.month(year, last)?.1.plus(s), None, vec![basis]))
}

/// Narrows a month or year to a part of it: halves and thirds of a month, its weeks, halves and quarters of a year. A year's beginning, middle and end have no bounds.
pub(super) fn portion(parts: &Parts, dated: Dated, context: &Context) -> Dated {
    let (Some(portion), Some(first), Some(last)) = (parts.portion, dated.earliest, dated.latest) else { return dated };
    let ends = portion.at + 1 >= portion.of.min(4);
    let monthly = parts.month.is_some() || parts.month_shift.is_some();
    let bounds = if monthly && last.0 - first.0 < 40 {
        let days = match portion.of {
            2 => 15,
            3 => 10,
            _ => 7,
        };
        let from = first.plus(days * i32::from(portion.at));
        Some((from, if ends { last } else { from.plus(days - 1 + 2 * slack(parts.calendar.unwrap_or(context.civil))) }))
    } else if !monthly && parts.season.is_none() && portion.of != 3 {
        let counted = context.calendar(parts.calendar.unwrap_or(context.civil));
        let months = 12 / portion.of;
        counted.and_then(|c| {
            let year = c.date(first.plus(7)).0;
            Some((c.month(year, portion.at * months + 1)?.0, c.month(year, (portion.at + 1) * months)?.1))
        })
    } else {
        None
    };
    let (earliest, latest) = bounds.unwrap_or((first, last));
    let value = dated.value.filter(|_| portion.of == 3);
    Dated { value, earliest: Some(earliest), latest: Some(latest), ..dated }
}
