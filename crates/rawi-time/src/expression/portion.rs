//! Parts of months and years: «اوایل خرداد», «النصف الأول من العام الحالي», «چهار ماه نخست امسال».

use super::atom::Atom;
use super::{Finder, Parts};
use crate::words::{Unit, Word};

impl Finder<'_> {
    /// «اوایل خرداد», «أواخر الشهر الجاري», «نیمه نخست ۱۳۹۷», «پایان سال».
    pub(super) fn portion(&self, at: usize, skip: usize) -> Option<Atom> {
        let (portion, e) = self.guarded(Some(at), at, skip, |w| if let Word::Portion(p) = w { Some(p) } else { None })?;
        let p = self.is(e, 0, Word::Of).unwrap_or(e);
        let whole = self
            .month(p, 0)
            .or_else(|| self.in_month(p).filter(|m| m.0.month.is_some() && !m.0.recurs()).map(|(parts, end)| Atom::new(parts, end)))
            .or_else(|| self.whole_year(p))
            .or_else(|| self.season(p, 0))
            .or_else(|| self.bare_season(p))?;
        let one = whole.parts.day.is_none() && whole.parts.last_year.is_none();
        let fits = match portion.of {
            4 => whole.parts.month.is_none() && whole.parts.month_shift.is_none(),
            5 => whole.parts.month.is_some() || whole.parts.month_shift.is_some(),
            _ => true,
        };
        (one && fits).then(|| Atom::new(Parts { portion: Some(portion), ..whole.parts }, whole.end))
    }

    /// What a part may be of: «سال گذشته», «العام 2014», «۱۳۹۷», «امسال», «الشهر».
    fn whole_year(&self, at: usize) -> Option<Atom> {
        let digits = || {
            let (year, end) = self.year_digits(at, None, false)?;
            Some(Atom::new(Parts { calendar: year.calendar, year: year.number, ..Parts::default() }, end))
        };
        self.stretch(at, 0).or_else(|| self.year(at, 0)).or_else(digits).or_else(|| self.this(at))
    }

    /// «سال» in «پایان سال», «امسال», «الشهر» in «نهاية الشهر»: the present one.
    fn this(&self, at: usize) -> Option<Atom> {
        let of = |w| match w {
            Word::Unit { unit, pointed: true, .. } => Some((unit, 0)),
            Word::UnitShift { unit, shift, .. } => Some((unit, shift)),
            _ => None,
        };
        if let Some(end) = self.is(at, 0, Word::SameYear) {
            return Some(Atom::new(Parts { elsewhere: true, ..Parts::default() }, end));
        }
        let ((unit, shift), end) = self.guarded(Some(at), at, 0, of)?;
        let mut parts = Parts::default();
        match unit {
            Unit::Day => return None,
            Unit::Week => parts.week_shift = Some(shift),
            Unit::Month => parts.month_shift = Some(shift),
            Unit::Year => parts.year_shift = Some(shift),
        }
        // «آخر ماه رمضان» is every year's.
        if unit == Unit::Month && self.month_word(end, 0).is_some() {
            return None;
        }
        // «پایان سال پنجم» is no calendar's.
        let counted = self.class(end, 0, |w| matches!(w, Word::Number { ordinal: true, .. }).then_some(()));
        counted.is_none().then(|| Atom::new(parts, end))
    }

    fn bare_season(&self, at: usize) -> Option<Atom> {
        let (season, end) = self.guarded(Some(at), at, 0, |w| if let Word::Season(n) = w { Some(n) } else { None })?;
        Some(Atom::new(Parts { season: Some(season), ..Parts::default() }, end))
    }

    /// «چهار ماه نخست امسال», «۶ ماهه اول سال ۱۳۹۷», «شش‌ماهه دوم سال گذشته».
    pub(super) fn first_months(&self, at: usize, skip: usize) -> Option<Atom> {
        let word = self.class(at, skip, |w| if let Word::Months(n) = w { Some(u16::from(n)) } else { None });
        let counted = || {
            let (n @ 1..=11, e) = self.count(at, skip)? else { return None };
            let unit = |w| matches!(w, Word::Unit { unit: Unit::Month, .. } | Word::MonthWord).then_some(n);
            self.class(e, 0, unit)
        };
        let (months, e) = word.or_else(counted)?;
        let (nth, e) = self.class(e, 0, |w| if let Word::Number { value, ordinal: true } = w { Some(value) } else { None })?;
        let p = self.is(e, 0, Word::Of).unwrap_or(e);
        let year =
            self.whole_year(p).filter(|y| y.parts.last_year.is_none() && (y.parts.year.is_some() || y.parts.year_shift.is_some()))?;
        let first = months * nth.checked_sub(1)?;
        (first + months <= 12).then(|| Atom::new(Parts { months: Some((first as u8 + 1, (first + months) as u8)), ..year.parts }, year.end))
    }
}
