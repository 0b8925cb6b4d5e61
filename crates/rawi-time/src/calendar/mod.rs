//! The three calendars: from year, month and day to a [`Day`] and back.
//!
//! Here belongs arithmetic only; which calendar a text means is settled elsewhere.

pub mod gregorian;
pub mod islamic;
pub mod persian;

use crate::{CalendarName, Day};

pub use islamic::Lunar;

/// A calendar that days can be counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Gregorian.
    Gregorian,
    /// Solar Hijri.
    Persian,
    /// Lunar Hijri, in one of its variants.
    Islamic(Lunar),
}

impl Calendar {
    /// The calendar of a name; none for relative expressions.
    pub fn named(name: CalendarName, lunar: Lunar) -> Option<Self> {
        match name {
            CalendarName::Gregorian => Some(Self::Gregorian),
            CalendarName::Persian => Some(Self::Persian),
            CalendarName::Islamic => Some(Self::Islamic(lunar)),
            CalendarName::Relative => None,
        }
    }

    /// The day of a year, month (1 to 12) and day; none when there is no such day.
    ///
    /// ```
    /// use rawi_time::{Calendar, Lunar};
    /// // «۱۵ فروردین ۱۳۹۷» (15 Farvardin 1397) and «۱۷ رجب ۱۴۳۹» (17 Rajab 1439) are one day in Iran
    /// let day = Calendar::Persian.day(1397, 1, 15);
    /// assert_eq!(day.unwrap().to_string(), "2018-04-04");
    /// assert_eq!(Calendar::Islamic(Lunar::Iran).day(1439, 7, 17), day);
    /// ```
    pub fn day(self, year: i32, month: u8, day: u8) -> Option<Day> {
        match self {
            Self::Gregorian => Day::from_gregorian(year, month, day).filter(|_| (1..=12).contains(&month)),
            Self::Persian => persian::day(year, month, day),
            Self::Islamic(lunar) => islamic::day(lunar, year, month, day),
        }
    }

    /// Year, month (1 to 12) and day of a day.
    pub fn date(self, day: Day) -> (i32, u8, u8) {
        match self {
            Self::Gregorian => day.to_gregorian(),
            Self::Persian => persian::date(day),
            Self::Islamic(lunar) => islamic::date(lunar, day),
        }
    }

    /// The number of days of a month.
    pub fn month_length(self, year: i32, month: u8) -> u8 {
        match self {
            Self::Gregorian => gregorian::month_length(year, month),
            Self::Persian => persian::month_length(year, month),
            Self::Islamic(lunar) => islamic::month_length(lunar, year, month),
        }
    }

    /// The first and the last day of a month.
    pub fn month(self, year: i32, month: u8) -> Option<(Day, Day)> {
        let first = self.day(year, month, 1)?;
        Some((first, first.plus(i32::from(self.month_length(year, month)) - 1)))
    }

    /// The first and the last day of a year.
    pub fn year(self, year: i32) -> Option<(Day, Day)> {
        Some((self.day(year, 1, 1)?, self.month(year, 12)?.1))
    }

    /// The month so many months later.
    pub fn shift_month(year: i32, month: u8, by: i32) -> (i32, u8) {
        let months = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(by);
        (months.div_euclid(12) as i32, months.rem_euclid(12) as u8 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_leads_back_in_every_calendar() {
        let (first, last) = (Day::from_gregorian(1850, 1, 1).unwrap(), Day::from_gregorian(2100, 12, 31).unwrap());
        let lunar = [Lunar::Iran, Lunar::UmmAlQura, Lunar::Tabular].map(Calendar::Islamic);
        for calendar in [Calendar::Gregorian, Calendar::Persian].into_iter().chain(lunar) {
            let mut before: Option<(i32, u8, u8)> = None;
            for n in first.0..=last.0 {
                let day = Day(n);
                let (y, m, d) = calendar.date(day);
                assert_eq!(calendar.day(y, m, d), Some(day), "{calendar:?} {y} {m} {d}");
                if let Some((py, pm, pd)) = before {
                    let next = if pd < calendar.month_length(py, pm) {
                        (py, pm, pd + 1)
                    } else if pm < 12 {
                        (py, pm + 1, 1)
                    } else {
                        (py + 1, 1, 1)
                    };
                    assert_eq!((y, m, d), next, "{calendar:?} {day}");
                }
                before = Some((y, m, d));
            }
        }
    }

    #[test]
    fn no_such_day() {
        assert_eq!(Calendar::Persian.day(1402, 12, 30), None);
        assert_eq!(Calendar::Persian.day(1403, 12, 30).unwrap().to_string(), "2025-03-20");
        assert_eq!(Calendar::Gregorian.day(2015, 13, 1), None);
        assert_eq!(Calendar::Islamic(Lunar::UmmAlQura).day(1436, 0, 1), None);
        assert_eq!(Calendar::Persian.day(i32::MAX, 1, 1), None);
    }
}
