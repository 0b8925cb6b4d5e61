//! Days with a name.

use super::atom::Atom;
use super::{Finder, Parts};
use crate::CalendarName;
use crate::words::{MonthDay, Word};

impl Finder<'_> {
    /// «عید فطر ۱۴۰۱», «عيد الأضحى الماضي», «روز قدس سال گذشته». Without a year or a word
    /// that points, a name is every year's, and a date in a sentence about the future alone.
    pub(super) fn named(&self, at: usize, skip: usize) -> Option<Atom> {
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
