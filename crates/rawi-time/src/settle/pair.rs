//! The same day in two calendars beside each other: each settles what the other leaves open.

use super::day::days_in_window;
use super::one::{self, Reference, day_in, slack};
use super::{Context, Settled, full_day, span};
use crate::{Basis, CalendarName, Day, Expression, Value};

/// Settles neighbours in two calendars by each other. Where both are written in full and do not agree, both stay as
/// written and are marked.
pub(super) fn pair(expressions: &[Expression], settled: &mut [Settled], reference: Reference, context: &Context) {
    for i in 1..expressions.len().min(settled.len()) {
        if !expressions[i].beside {
            continue;
        }
        let (before, after) = (&expressions[i - 1], &expressions[i]);
        let (Some(first), Some(second)) = (calendar(before), calendar(after)) else { continue };
        if first == second {
            continue;
        }
        let (da, db) = (days(before, after, reference, context), days(after, before, reference, context));
        if da.is_empty() || db.is_empty() || (before.parts.year.is_none() && after.parts.year.is_none() && reference.is_none()) {
            continue;
        }
        let reach = slack(first) + slack(second);
        let sure = before.parts.year.is_some() && after.parts.year.is_some();
        let agree = |reach: i32| da.iter().any(|p| db.iter().any(|q| (p.0 - q.0).abs() <= reach));
        if sure && !agree(slack(first) + slack(second)) {
            (settled[i - 1].clash, settled[i].clash) = (true, true);
        }
        let mut fits = da.iter().flat_map(|&p| db.iter().map(move |&q| (p, q))).filter(|(p, q)| (p.0 - q.0).abs() <= reach);
        let (Some((p, q)), None) = (fits.next(), fits.next()) else { continue };
        // The day of the calendar that leaves nothing open.
        let day = if slack(first) <= slack(second) { p } else { q };
        for (e, out) in [(before, i - 1), (after, i)] {
            let sure = e.parts.year.is_some() && slack(e.calendar()) == 0;
            if sure {
                continue;
            }
            let basis = if e.parts.year.is_some() { vec![Basis::Written, Basis::Paired] } else { vec![Basis::Paired] };
            settled[out].dated = span(day, day, Some(Value::Day(day)), basis);
            settled[out].candidates.clear();
        }
    }
}

fn calendar(e: &Expression) -> Option<CalendarName> {
    (e.parts.day.is_some() && e.parts.month.is_some() && e.parts.last_day.is_none()).then(|| e.calendar())
}

/// The days that an expression may mean by its own words. Without a year, it has that of the full date beside it.
fn days(e: &Expression, beside: &Expression, reference: Reference, context: &Context) -> Vec<Day> {
    let parts = &e.parts;
    let (Some(calendar), Some(month), Some(day)) = (parts.calendar, parts.month, parts.day) else { return Vec::new() };
    if let Some(year) = parts.year {
        return day_in(calendar, year, month, day, context).into_iter().collect();
    }
    if let (Some(near), Some(counted)) = (full_day(beside, context), context.calendar(calendar)) {
        let year = counted.date(near).0;
        return (year - 1..=year + 1).filter_map(|y| day_in(calendar, y, month, day, context)).collect();
    }
    if reference.is_some()
        && let Some(day) = one::settle(parts, reference, context).0.as_day()
    {
        return vec![day];
    }
    days_in_window(calendar, month, day, context)
}
