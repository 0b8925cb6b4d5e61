//! Weekdays: of a week, by themselves, and counted within a month.

use super::atom::Atom;
use super::{Finder, Parts};
use crate::words::{Unit, Word};

impl Finder<'_> {
    /// «شنبه», «الأحد المقبل», «جمعه هفته گذشته», «ثلاثاء الأسبوع الماضي».
    pub(super) fn weekday(&self, bare: Option<usize>, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::Weekday(d) = w { Some(d) } else { None };
        let Some((day, mut end)) = self.guarded(bare, at, skip, of) else { return self.bare_weekday(at, skip) };
        if at > 0 && self.words.class_before(self.tokens, at, |w| matches!(w, Word::Every | Word::Nth(-1))) {
            return None;
        }
        // A city: «دوشنبه» (Dushanbe).
        if bare.is_some() && at > 0 && self.tokens.is_mark(at - 1, '«') && self.tokens.is_mark(end, '»') {
            return None;
        }
        let mut parts = Parts { weekday: Some(day), ..Parts::default() };
        let after = self.is(end, 0, Word::Of).unwrap_or(end);
        if let Some((shift, e)) = self.week(after) {
            (parts.week_shift, end) = (Some(shift), e);
        } else if let Some((shift, e)) = self.shift(end) {
            (parts.shift, end) = (Some(shift), e);
        }
        Some(Atom::new(parts, end))
    }

    /// «ثلاثاء الأسبوع الماضي».
    fn bare_weekday(&self, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::BareWeekday(d) = w { Some(d) } else { None };
        let (day, end) = self.class(at, skip, of)?;
        let (shift, end) = self.week(end)?;
        Some(Atom::new(Parts { weekday: Some(day), week_shift: Some(shift), ..Parts::default() }, end))
    }

    /// A week pointed at: «هفته گذشته», «دو هفته پیش».
    fn week(&self, at: usize) -> Option<(i8, usize)> {
        if let Some(((unit, shift), end, _)) = self.pointed(at, 0) {
            return (unit == Unit::Week).then_some((shift, end));
        }
        let (n @ 1..=9, e) = self.count(at, 0)? else { return None };
        let ((), e) = self.class(e, 0, |w| matches!(w, Word::Unit { unit: Unit::Week, count: None, .. }).then_some(()))?;
        let sign = |w| if let Word::AgoAfter(s) | Word::Shift(s) = w { Some(s) } else { None };
        let (sign, end) = self.guarded(None, e, 0, sign)?;
        Some((sign * n as i8, end))
    }

    /// A day of a month by its number among its like: «آخرین جمعه ماه رمضان ۱۴۴۰», «ثالث ثلاثاء من أيلول», «الثلاثاء الأخير من
    /// مارس», «آخر يوم من مارس».
    pub(super) fn nth_weekday(&self, at: usize, skip: usize) -> Option<Atom> {
        let named = |at, skip| self.class(at, skip, |w| if let Word::Weekday(d) | Word::BareWeekday(d) = w { Some(d) } else { None });
        let nth = |w| if let Word::Nth(n) = w { Some(n) } else { None };
        let which = |w| match w {
            Word::Number { value, ordinal: true } if value <= 5 => Some(value as i8),
            w => nth(w),
        };
        let today = Word::Day { shift: 0, loose: true };
        let (weekday, nth, end) = if let Some((weekday, e)) = named(at, skip) {
            let (n, e) = self.class(e, 0, nth)?;
            (Some(weekday), n, e)
        } else if let Some((n, e)) = self.class(at, skip, which) {
            let day = self.is(e, 0, Word::DayWord);
            match named(day.unwrap_or(e), 0) {
                Some((weekday, e)) => (Some(weekday), n, e),
                None => (None, n, day.filter(|_| n < 0)?),
            }
        } else {
            // «اليوم الأخير من مارس»
            let (n @ ..0, e) = self.class(self.is(at, skip, today)?, 0, nth)? else { return None };
            (None, n, e)
        };
        let (parts, end) = self.in_month(end)?;
        (!parts.recurs()).then(|| Atom::new(Parts { weekday, nth: Some(nth), ..parts }, end))
    }
}
