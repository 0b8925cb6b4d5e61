//! What is counted from the day of publication.

use super::one::Reference;
use super::{Context, span};
use crate::expression::Parts;
use crate::{Basis, Calendar, CalendarName, Dated, Day, Unit, Value};

/// Days, weeks, months and years counted from the day of publication.
pub(super) fn relative(parts: &Parts, reference: Reference, context: &Context) -> Option<Dated> {
    let (today, basis) = reference?;
    let week = |shift: i8| {
        let into = (i32::from(today.weekday()) - i32::from(context.week_start)).rem_euclid(7);
        today.plus(i32::from(shift) * 7 - into)
    };
    if let Some(weekday) = parts.weekday {
        let back = (i32::from(today.weekday()) - i32::from(weekday)).rem_euclid(7);
        let last = today.plus(-back);
        if let Some(shift) = parts.week_shift {
            let first = week(shift);
            let on = (i32::from(weekday) - i32::from(context.week_start)).rem_euclid(7);
            return Some(Dated::day(first.plus(on), basis));
        }
        if let Some(shift) = parts.day_shift {
            let said = today.plus(shift);
            // Printed a day early, or some days late: the weekday is right.
            let fit = [0, -1, 1, -2, -3, -4, -5].map(|s| said.plus(s)).into_iter().find(|d| d.weekday() == weekday)?;
            let bases = if fit == said { vec![basis] } else { vec![basis, Basis::Weekday] };
            return Some(span(fit, fit, Some(Value::Day(fit)), bases));
        }
        let day = match parts.shift {
            Some(shift @ 1..) => last.plus(7 * i32::from(shift)),
            Some(0) => week(0).plus((i32::from(weekday) - i32::from(context.week_start)).rem_euclid(7)),
            Some(shift) => last.plus(if back == 0 { -7 } else { 0 } + 7 * (i32::from(shift) + 1)),
            None if parts.future && back > 0 => last.plus(7),
            None => last,
        };
        return Some(Dated::day(day, basis));
    }
    if let Some(shift) = parts.day_shift {
        return Some(Dated::day(today.plus(shift), basis));
    }
    if let Some(shift) = parts.week_shift {
        let first = week(shift);
        return Some(span(first, first.plus(6), None, vec![basis]));
    }
    let name = parts.calendar.unwrap_or(context.civil);
    let civil = context.calendar(name)?;
    let (year, month, _) = civil.date(today);
    let gregorian = name == CalendarName::Gregorian;
    let month_at = |by: i32| {
        let (y, m) = Calendar::shift_month(year, month, by);
        civil.month(y, m).map(|b| (b, Value::Month(y, m)))
    };
    let year_at = |by: i32| civil.year(year.saturating_add(by)).map(|b| (b, Value::Year(year.saturating_add(by))));
    let valued = |((first, last), value): ((Day, Day), Value)| span(first, last, gregorian.then_some(value), vec![basis]);
    if let Some(shift) = parts.month_shift {
        return month_at(i32::from(shift)).map(valued);
    }
    if let Some(shift) = parts.year_shift {
        return year_at(i32::from(shift)).map(valued);
    }
    let (n, unit) = parts.ago?;
    let n = i32::from(n);
    let most = parts.ago_most.map_or(n, i32::from).max(n);
    match unit {
        Unit::Day if most > n => Some(span(today.plus(-most), today.plus(-n), None, vec![basis])),
        Unit::Day => Some(Dated::day(today.plus(-n), basis)),
        // Counted in weeks, months or years, a day is only near.
        Unit::Week => Some(span(today.plus(-7 * most - 3), today.plus(-7 * n + 3), None, vec![basis])),
        Unit::Month => Some(span(month_at(-most)?.0.0, month_at(-n)?.0.1, None, vec![basis])),
        Unit::Year => Some(span(year_at(-most)?.0.0, year_at(-n)?.0.1, None, vec![basis])),
    }
}
