//! One expression by itself: its written parts, its weekday, and the day that it counts from.

use super::{Context, span};
use crate::expression::Parts;
use crate::{Basis, Calendar, CalendarName, Dated, Day, Unit, Value};

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

pub(super) fn settle(parts: &Parts, reference: Reference, context: &Context) -> (Dated, Vec<Day>) {
    if let (Some(day), Some(calendar)) = (parts.day, parts.calendar) {
        return day_of_month(parts, day, calendar, reference, context);
    }
    let dated = if parts.month.is_some() {
        month(parts, reference, context)
    } else if parts.season.is_some() {
        season(parts, reference, context)
    } else if let Some(year) = parts.year {
        years(parts, year, context)
    } else {
        relative(parts, reference, context)
    };
    (dated.unwrap_or_default(), Vec::new())
}

fn day_of_month(parts: &Parts, day: u8, calendar: CalendarName, reference: Reference, context: &Context) -> (Dated, Vec<Day>) {
    let none = (Dated::default(), Vec::new());
    let Some(counted) = context.calendar(calendar) else { return none };
    let ranged = |from: Day, basis: Vec<Basis>| match parts.last_day {
        Some(last) => span(from, from.plus(i32::from(last) - i32::from(day)), None, basis),
        None => open(from, calendar, basis),
    };
    // The month is pointed at: «۱۵ ماه جاری».
    if let Some(shift) = parts.month_shift {
        let Some((today, basis)) = reference else { return none };
        let (y, m, _) = counted.date(today);
        let (y, m) = Calendar::shift_month(y, m, i32::from(shift));
        return (day_in(calendar, y, m, day, context).map(|d| ranged(d, vec![basis])).unwrap_or_default(), Vec::new());
    }
    let Some(month) = parts.month else { return none };
    let in_year = |y: i32| day_in(calendar, y, month, day, context);
    if let Some(year) = parts.year {
        let Some(d) = in_year(year) else { return none };
        // A weekday chooses among the days that a lunar date leaves open.
        if let (Some(weekday), None, true) = (parts.weekday, parts.last_day, slack(calendar) > 0)
            && let Some(fit) = [0, 1, -1].map(|s| d.plus(s)).into_iter().find(|d| d.weekday() == weekday)
        {
            return (span(fit, fit, Some(Value::Day(fit)), vec![Basis::Written, Basis::Weekday]), Vec::new());
        }
        return (ranged(d, vec![Basis::Written]), Vec::new());
    }
    if let Some((today, basis)) = reference.filter(|_| !parts.elsewhere) {
        let year = counted.date(today).0;
        let from = |shift: i8| in_year(year + i32::from(shift));
        if let Some(shift) = parts.year_shift {
            return (from(shift).map(|d| ranged(d, vec![basis])).unwrap_or_default(), Vec::new());
        }
        let mut days: Vec<Day> = [-1, 0, 1].into_iter().filter_map(from).collect();
        let s = slack(calendar);
        if let (Some(shift), None) = (parts.day_shift, parts.last_day) {
            let said = today.plus(shift);
            if days.iter().any(|d| (d.0 - said.0).abs() <= s) {
                return (span(said, said, Some(Value::Day(said)), vec![basis]), Vec::new());
            }
        }
        if let Some(weekday) = parts.weekday {
            let fitting: Vec<Day> = days.iter().flat_map(|d| (-s..=s).map(|x| d.plus(x))).filter(|d| d.weekday() == weekday).collect();
            if let Some(fit) = choose(&fitting, today, parts) {
                return (span(fit, fit, Some(Value::Day(fit)), vec![basis, Basis::Weekday]), Vec::new());
            }
            return weekday_years(parts, calendar, day, month, weekday, context);
        }
        days.sort_unstable();
        return match choose(&days, today, parts) {
            Some(d) => (ranged(d, vec![basis]), Vec::new()),
            None if parts.shift.is_none() && !days.is_empty() => open_between(&days, today, basis),
            None => none,
        };
    }
    match parts.weekday {
        Some(weekday) if parts.last_day.is_none() => weekday_years(parts, calendar, day, month, weekday, context),
        _ => none,
    }
}

/// The last day before today and the first after it, of which either may be meant.
fn open_between(days: &[Day], today: Day, basis: Basis) -> (Dated, Vec<Day>) {
    let past = days.iter().copied().filter(|d| *d <= today).max();
    let coming = days.iter().copied().filter(|d| *d > today).min();
    let near: Vec<Day> = past.into_iter().chain(coming).collect();
    let dated = Dated { value: None, earliest: near.first().copied(), latest: near.last().copied(), basis: vec![basis] };
    (dated, near)
}

/// The nearest of some days by the words around: not after today, unless they point forward.
fn choose(days: &[Day], today: Day, parts: &Parts) -> Option<Day> {
    const NEAR: i32 = 31;
    const HALF: i32 = 200;
    let past = || days.iter().copied().filter(|d| *d <= today).max();
    let coming = || days.iter().copied().filter(|d| *d >= today).min();
    match parts.shift {
        Some(1..) => days.iter().copied().filter(|d| *d > today).min(),
        Some(0) => days.iter().copied().min_by_key(|d| (d.0 - today.0).abs()),
        Some(_) => days.iter().copied().filter(|d| *d < today).max(),
        None if parts.future => coming().filter(|c| c.0 - today.0 <= HALF).or_else(past).or_else(coming),
        // A day of the coming weeks is meant, not one of last year; between, nothing is sure.
        None => match (past(), coming()) {
            (Some(p), Some(c)) if p != c && c.0 - today.0 <= NEAR => (today.0 - p.0 > NEAR).then_some(c).or(Some(p)),
            (Some(p), Some(c)) if c.0 - today.0 <= 5 * NEAR && today.0 - p.0 > 6 * NEAR => None,
            (p, c) => p.or(c),
        },
    }
}

/// The years of the window in which a day falls on its weekday; settled when it is one.
fn weekday_years(_: &Parts, calendar: CalendarName, day: u8, month: u8, weekday: u8, context: &Context) -> (Dated, Vec<Day>) {
    let s = slack(calendar);
    let fitting: Vec<Day> = days_in_window(calendar, month, day, context)
        .into_iter()
        .flat_map(|d| (-s..=s).map(move |x| d.plus(x)))
        .filter(|d| d.weekday() == weekday)
        .collect();
    match (fitting.first(), fitting.last()) {
        (Some(&first), Some(&last)) => {
            let value = (fitting.len() == 1).then_some(Value::Day(first));
            let candidates = if fitting.len() > 1 { fitting } else { Vec::new() };
            (span(first, last, value, vec![Basis::Weekday]), candidates)
        }
        _ => (Dated::default(), Vec::new()),
    }
}

/// The days of a month and day in every year of the window.
pub(super) fn days_in_window(calendar: CalendarName, month: u8, day: u8, context: &Context) -> Vec<Day> {
    let Some(counted) = context.calendar(calendar) else { return Vec::new() };
    let (from, to) = context.window;
    let (first, last) = (counted.date(from).0, counted.date(to).0);
    (first..=last.min(first.saturating_add(400)))
        .filter_map(|y| day_in(calendar, y, month, day, context))
        .filter(|d| (from..=to).contains(d))
        .collect()
}

fn month(parts: &Parts, reference: Reference, context: &Context) -> Option<Dated> {
    let (calendar, month) = (parts.calendar?, parts.month?);
    let counted = context.calendar(calendar)?;
    let dated = |year: i32, basis| {
        let (first, last) = counted.month(year, month)?;
        let s = slack(calendar);
        let value = (calendar == CalendarName::Gregorian).then_some(Value::Month(year, month));
        Some(span(first.plus(-s), last.plus(s), value, vec![basis]))
    };
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
        (None, Some(_)) => year - i32::from(month >= now),
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

fn years(parts: &Parts, year: i32, context: &Context) -> Option<Dated> {
    let calendar = parts.calendar?;
    let counted = context.calendar(calendar)?;
    let (first, last) = (counted.year(year)?.0, counted.year(parts.last_year.unwrap_or(year))?.1);
    let value = (calendar == CalendarName::Gregorian && parts.last_year.is_none()).then_some(Value::Year(year));
    let s = slack(calendar);
    Some(span(first.plus(-s), last.plus(s), value, vec![Basis::Written]))
}

fn season(parts: &Parts, reference: Reference, context: &Context) -> Option<Dated> {
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
        (None, _) => [0, -1].into_iter().filter_map(|s| bounds(year + s)).find(|b| b.1 < today)?,
    };
    Some(span(found.0, found.1, None, vec![basis]))
}

fn relative(parts: &Parts, reference: Reference, context: &Context) -> Option<Dated> {
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
            // Printed a day late or early: the weekday is right.
            let fit = [0, -1, 1, -2, 2, -3, 3].map(|s| said.plus(s)).into_iter().find(|d| d.weekday() == weekday)?;
            let bases = if fit == said { vec![basis] } else { vec![basis, Basis::Weekday] };
            return Some(span(fit, fit, Some(Value::Day(fit)), bases));
        }
        let day = match parts.shift {
            Some(1..) => last.plus(7),
            Some(0) => week(0).plus((i32::from(weekday) - i32::from(context.week_start)).rem_euclid(7)),
            Some(_) if back == 0 => last.plus(-7),
            None if parts.future && back > 0 => last.plus(7),
            Some(_) | None => last,
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
    let civil = context.calendar(context.civil)?;
    let (year, month, _) = civil.date(today);
    let gregorian = context.civil == CalendarName::Gregorian;
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
