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
    let end = one(&last)?;
    let day = end.latest?;
    let begin = if !dateless(&first) {
        one(&first)?.earliest?
    } else if let Some(weekday) = first.weekday.filter(|_| first.month.is_none()) {
        day.plus(-(i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7))
    } else {
        let calendar = context.calendar(first.calendar?)?;
        let year = calendar.date(end.earliest?).0;
        let in_year = |year| one(&Parts { year: Some(year), ..first.clone() })?.earliest.filter(|d| *d <= day);
        in_year(year).or_else(|| in_year(year - 1))?
    };
    (begin <= day).then(|| span(begin, day, None, end.basis))
}
