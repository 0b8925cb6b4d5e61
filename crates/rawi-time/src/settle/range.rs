//! Ranges whose ends are written apart: «۲۸ خرداد تا ۵ تیر ۱۳۹۸», «من يناير إلى مارس», «شنبه تا چهارشنبه».

use super::one::{self, Reference};
use super::{Context, span};
use crate::Dated;
use crate::expression::Parts;

/// The range from one end to the other. Where one end has no year, it is the other's.
pub(super) fn settle(first: &Parts, last: &Parts, reference: Reference, context: &Context) -> Option<Dated> {
    let first = Parts { until: None, ..first.clone() };
    let last = Parts { future: first.future, ..last.clone() };
    let one = |parts: &Parts| {
        let (dated, _) = one::settle(parts, reference, context);
        // A day or month of which several are possible bounds nothing.
        let sure = dated.value.is_some() || dated.earliest?.0 + 32 > dated.latest?.0;
        sure.then_some(dated)
    };
    let dateless = |p: &Parts| p.year.is_none() && p.year_shift.is_none() && p.shift.is_none() && p.week_shift.is_none();
    let calendar = first.calendar.or(last.calendar).and_then(|c| context.calendar(c));
    let in_year = |parts: &Parts, year| one(&Parts { year: Some(year), ..parts.clone() });
    let Some(end) = one(&last) else {
        // Only the beginning is sure: the end is the first after it.
        let (begin, calendar) = (one(&first)?, calendar?);
        let from = begin.earliest?;
        let year = calendar.date(begin.latest?).0;
        let day = [year, year + 1].into_iter().filter_map(|y| in_year(&last, y)?.latest).find(|d| *d >= from)?;
        return Some(span(from, day, None, begin.basis));
    };
    let day = end.latest?;
    let begin = if !dateless(&first) {
        one(&first)?.earliest?
    } else if let Some(weekday) = first.weekday.filter(|_| first.month.is_none()) {
        day.plus(-(i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7))
    } else {
        let year = calendar?.date(end.earliest?).0;
        [year, year - 1].into_iter().filter_map(|y| in_year(&first, y)?.earliest).find(|d| *d <= day)?
    };
    (begin <= day).then(|| span(begin, day, None, end.basis))
}
