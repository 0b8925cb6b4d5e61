//! Days with a name.

use super::atom::Atom;
use super::{Finder, Parts};
use crate::CalendarName;
use crate::words::{MonthDay, Word};

impl Finder<'_> {
    /// «عید فطر ۱۴۰۱», «عيد الأضحى الماضي», «روز قدس سال گذشته». Without a year or a word
    /// that points, a name is every year's, and a date in a sentence about the future alone.
    pub(super) fn named(&self, at: usize, skip: usize) -> Option<Atom> {
        // «خلال أيام عيد الفطر»: all its days.
        if at > 0 && self.is(at - 1, 0, Word::Days).is_some() {
            return None;
        }
        self.feast(at, skip)
    }

    /// One of a feast's days, which is no other year's: «ثالث أيام عيد الفطر», «روز دوم عید فطر».
    pub(super) fn day_of_feast(&self, at: usize, skip: usize) -> Option<Atom> {
        let ordinal = |w| if let Word::Number { value: n @ 1..=10, ordinal: true } = w { u8::try_from(n).ok() } else { None };
        let days = |at, skip| self.is(at, skip, Word::Days).or_else(|| self.is(at, skip, Word::DayWord));
        let (n, end) = match self.class(at, skip, ordinal) {
            Some((n, end)) => (n, days(end, 0)?),
            None => self.class(days(at, skip)?, 0, ordinal)?,
        };
        let mut atom = self.feast(end, 0)?;
        atom.parts.day = Some(atom.parts.day? + n - 1);
        atom.parts.every = false;
        Some(atom)
    }

    fn feast(&self, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::Named { calendar, month, day } = w { Some((calendar, month, day)) } else { None };
        let ((calendar, month, day), end) = self.guarded(Some(at), at, skip, of)?;
        let mut parts = Parts { calendar: Some(calendar), month: Some(month), ..Parts::default() };
        match day {
            MonthDay::Number(day) => parts.day = Some(day),
            MonthDay::Last(weekday) => (parts.weekday, parts.nth) = (Some(weekday), Some(-1)),
        }
        let short = matches!(self.digits(end), Some((60..=99, 2))) && !self.counts(end) && !self.in_figure(end, end + 1);
        let end = if short && self.words.customs.short_years {
            parts.year = self.digits(end).map(|(n, _)| 1300 + n as i32);
            parts.year_calendar = Some(self.words.customs.hijri).filter(|&c| c != calendar);
            end + 1
        } else {
            self.year_part(&mut parts, calendar, end)
        };
        // «عاشورای ۱۳۹۸» has the year that its readers count.
        let hijri = self.words.customs.hijri;
        if calendar == CalendarName::Islamic && hijri != calendar && parts.year.is_some_and(|y| (1300..=1420).contains(&y)) {
            parts.year_calendar = Some(hijri);
        }
        parts.every = parts.year.is_none() && parts.shift.is_none() && parts.year_shift.is_none();
        Some(Atom::new(parts, end))
    }
}
