//! Days of a month: by the year, by the weekday, by the day of publication.

use super::one::{self, Reference, day_in, open, slack};
use super::{Context, span};
use crate::expression::Parts;
use crate::{Basis, Calendar, CalendarName, Dated, Day, Value};

/// A day of a month.
pub(super) fn day_of_month(parts: &Parts, calendar: CalendarName, reference: Reference, context: &Context) -> (Dated, Vec<Day>) {
    let none = (Dated::default(), Vec::new());
    let Some(counted) = context.calendar(calendar) else { return none };
    let ranged = |from: Day, basis: Vec<Basis>| match (parts.last_day, parts.day) {
        (Some(last), Some(day)) => {
            let s = slack(calendar);
            span(from.plus(-s), from.plus(i32::from(last) - i32::from(day) + s), None, basis)
        }
        (None, Some(_)) => open(from, calendar, basis),
        _ => span(from, from, Some(Value::Day(from)), basis),
    };
    let nth = |y, m| nth_day(counted, y, m, parts.weekday, parts.nth?);
    let on = |y, m| match parts.day {
        Some(day) => day_in(calendar, y, m, day, context),
        None => nth(y, m),
    };
    let weekday = parts.weekday.filter(|_| parts.day.is_some() && parts.last_day.is_none());
    // The month is pointed at: «۱۵ ماه جاری».
    if let Some(shift) = parts.month_shift {
        let Some((today, basis)) = reference else { return none };
        let (y, m, _) = counted.date(today);
        let (y, m) = Calendar::shift_month(y, m, i32::from(shift));
        let day = on(y, m).map(|d| clash(weekday, d).and_then(|_| nth(y, m)).unwrap_or(d));
        return (day.map(|d| ranged(d, vec![basis])).unwrap_or_default(), Vec::new());
    }
    let Some(month) = parts.month else { return none };
    let in_year = |y: i32| on(y, month);
    if let Some((basis, from, to)) = one::other_year(parts, reference, context) {
        let days = (counted.date(from).0..=counted.date(to).0).filter_map(in_year).filter(|d| (from..=to).contains(d));
        let mut days: Vec<Day> = days.filter(|d| slack(calendar) > 0 || clash(weekday, *d).is_none()).collect();
        if let [day] = days[..] {
            return (ranged(day, vec![basis]), Vec::new());
        }
        days.sort_unstable();
        return (Dated { value: None, earliest: days.first().copied(), latest: days.last().copied(), basis: vec![basis] }, days);
    }
    if let Some(year) = parts.year {
        let Some(d) = in_year(year) else { return none };
        // «۱۶ رمضان ۱۴۰۲», read in 2023: the year may be either of two.
        let now = reference.map(|r| Calendar::Persian.date(r.0).0);
        if calendar == CalendarName::Islamic
            && context.civil == CalendarName::Persian
            && weekday.is_none()
            && now.is_some_and(|now| (now - year).abs() <= 4)
        {
            return none;
        }
        // A weekday chooses among the days that a lunar date leaves open.
        if let (Some(weekday), true) = (weekday, slack(calendar) > 0)
            && let Some(fit) = [0, 1, -1].map(|s| d.plus(s)).into_iter().find(|d| d.weekday() == weekday)
        {
            return (span(fit, fit, Some(Value::Day(fit)), vec![Basis::Written, Basis::Weekday]), Vec::new());
        }
        // «الثلاثاء الثالث من أيلول 2014» is no third of the month, but its third Tuesday.
        if let Some(third) = clash(weekday, d).and_then(|_| nth(year, month)) {
            return (span(third, third, Some(Value::Day(third)), vec![Basis::Written]), Vec::new());
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
        if let Some(weekday) = weekday {
            let fitting: Vec<Day> = days.iter().flat_map(|d| (-s..=s).map(|x| d.plus(x))).filter(|d| d.weekday() == weekday).collect();
            if let Some(fit) = choose(&fitting, today, parts) {
                return (span(fit, fit, Some(Value::Day(fit)), vec![basis, Basis::Weekday]), Vec::new());
            }
            let counted: Vec<Day> = [-1, 0, 1].into_iter().filter_map(|s| nth(year + s, month)).collect();
            if let Some(fit) = choose(&counted, today, parts) {
                return (span(fit, fit, Some(Value::Day(fit)), vec![basis]), Vec::new());
            }
            return weekday_years(calendar, parts.day.unwrap_or(1), month, weekday, context);
        }
        days.sort_unstable();
        return match choose(&days, today, parts) {
            Some(d) => (ranged(d, vec![basis]), Vec::new()),
            None if parts.shift.is_none() && !days.is_empty() => open_between(&days, today, basis),
            None => none,
        };
    }
    match (weekday, parts.day) {
        (Some(weekday), Some(day)) if !parts.elsewhere => weekday_years(calendar, day, month, weekday, context),
        _ => none,
    }
}

/// The day, where the weekday beside it is another.
fn clash(weekday: Option<u8>, day: Day) -> Option<Day> {
    weekday.filter(|&w| w != day.weekday()).map(|_| day)
}

/// The first, second, … day of a name in a month; before zero, counted from its end. Without a name, the month's last day.
fn nth_day(calendar: Calendar, year: i32, month: u8, weekday: Option<u8>, nth: i8) -> Option<Day> {
    let (first, mut last) = calendar.month(year, month)?;
    let Some(weekday) = weekday else { return (nth < 0).then_some(last) };
    if matches!(calendar, Calendar::Islamic(_)) {
        // Whether there will be a thirtieth day is not known beforehand.
        last = first.plus(28);
    }
    let day = if nth > 0 {
        first.plus((i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7) + 7 * (i32::from(nth) - 1))
    } else {
        last.plus(-(i32::from(last.weekday()) - i32::from(weekday)).rem_euclid(7) + 7 * (i32::from(nth) + 1))
    };
    (first..=last).contains(&day).then_some(day)
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
    const FAR: i32 = 300;
    let past = || days.iter().copied().filter(|d| *d <= today).max();
    let coming = || days.iter().copied().filter(|d| *d >= today).min();
    match parts.shift {
        Some(1..) => days.iter().copied().filter(|d| *d > today).min(),
        Some(0) => days.iter().copied().min_by_key(|d| (d.0 - today.0).abs()),
        Some(shift) => {
            let mut past: Vec<Day> = days.iter().copied().filter(|d| *d < today).collect();
            past.sort_unstable();
            past.iter().rev().nth(usize::from((-1 - shift).unsigned_abs())).copied()
        }
        None if parts.future => coming().filter(|c| c.0 - today.0 <= FAR).or_else(|| past().filter(|p| today.0 - p.0 <= NEAR)),
        // A day of the coming weeks is meant, not one of last year; between, nothing is sure.
        None => match (past(), coming()) {
            (Some(p), Some(c)) if p != c && c.0 - today.0 <= NEAR => (today.0 - p.0 > NEAR).then_some(c).or(Some(p)),
            (Some(p), Some(c)) if c.0 - today.0 <= 5 * NEAR && today.0 - p.0 > 6 * NEAR => None,
            (p, c) => p.or(c),
        },
    }
}

/// The years of the window in which a day falls on its weekday; settled when it is one.
fn weekday_years(calendar: CalendarName, day: u8, month: u8, weekday: u8, context: &Context) -> (Dated, Vec<Day>) {
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
