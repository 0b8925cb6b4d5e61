//! A day, a value, and what remains open.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01 = 0.
///
/// ```
/// use rawi_time::Day;
/// let day: Day = "2023-06-21".parse().unwrap();
/// assert_eq!(day.to_string(), "2023-06-21");
/// assert_eq!(day.weekday(), 4); // Wednesday, counted from Saturday = 0
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// The day of a Gregorian year, month (1 to 12) and day (1 to 31); none when there is no such day.
    pub fn from_gregorian(year: i32, month: u8, day: u8) -> Option<Self> {
        let days = days_from_civil(year, month, day);
        (Self(days).to_gregorian() == (year, month, day)).then_some(Self(days))
    }

    /// Gregorian year, month (1 to 12) and day (1 to 31).
    pub fn to_gregorian(self) -> (i32, u8, u8) {
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
        let month = if mp < 10 { mp + 3 } else { mp - 9 } as u8;
        ((yoe + era * 400) as i32 + i32::from(month <= 2), month, day)
    }

    /// The day of the week: Saturday 0, Sunday 1, … Friday 6.
    pub fn weekday(self) -> u8 {
        (self.0 + 5).rem_euclid(7) as u8
    }

    /// The day so many days later.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

fn days_from_civil(year: i32, month: u8, day: u8) -> i32 {
    let y = i64::from(year) - i64::from(month <= 2);
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let mp = i64::from(if month > 2 { month - 3 } else { month + 9 });
    let doy = (153 * mp + 2) / 5 + i64::from(day) - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    (era * 146_097 + doe - 719_468) as i32
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.to_gregorian();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

/// The words are no day of the form `2023-06-21`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoDay(String);

impl fmt::Display for NoDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no day of the form 2023-06-21", self.0)
    }
}

impl std::error::Error for NoDay {}

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(s: &str) -> Result<Self, NoDay> {
        let no = || NoDay(s.to_owned());
        let mut parts = s.splitn(3, '-');
        let mut next = || parts.next().ok_or_else(no);
        let (y, m, d) = (next()?, next()?, next()?);
        let (y, m, d) = (y.parse().map_err(|_| no())?, m.parse().map_err(|_| no())?, d.parse().map_err(|_| no())?);
        if !(1..=12).contains(&m) || !(-9999..=9999).contains(&y) {
            return Err(no());
        }
        Self::from_gregorian(y, m, d).ok_or_else(no)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// What an expression settles to: a day, or a month or year of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// `2018-04-04`
    Day(Day),
    /// `2018-04`
    Month(i32, u8),
    /// `2018`
    Year(i32),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(d) => d.fmt(f),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Year(y) => write!(f, "{y:04}"),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let s = String::deserialize(d)?;
        let bad = || serde::de::Error::custom(format!("`{s}` is no day, month or year"));
        match s.split('-').count() {
            1 => Ok(Self::Year(s.parse().map_err(|_| bad())?)),
            2 => {
                let (y, m) = s.split_once('-').ok_or_else(bad)?;
                Ok(Self::Month(y.parse().map_err(|_| bad())?, m.parse().map_err(|_| bad())?))
            }
            _ => Ok(Self::Day(s.parse().map_err(|_| bad())?)),
        }
    }
}

/// The calendar in which an expression is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CalendarName {
    /// Gregorian.
    Gregorian,
    /// Solar Hijri, as in Iran.
    Persian,
    /// Lunar Hijri.
    Islamic,
    /// None: «امروز» (today), «أمس» (yesterday).
    Relative,
}

impl CalendarName {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::Persian => "persian",
            Self::Islamic => "islamic",
            Self::Relative => "relative",
        }
    }
}

/// What settled a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// It is written in full.
    Written,
    /// Its weekday fits one year only.
    Weekday,
    /// A second calendar stands beside it.
    Paired,
    /// The office that somebody held.
    Office,
    /// It is counted from the day of publication.
    Published,
    /// The other dates of the document.
    Context,
    /// The document's own date line.
    Dateline,
    /// The source's metadata.
    Metadata,
    /// The address of the page.
    Url,
}

impl Basis {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Weekday => "weekday",
            Self::Paired => "paired",
            Self::Office => "office",
            Self::Published => "published",
            Self::Context => "context",
            Self::Dateline => "dateline",
            Self::Metadata => "metadata",
            Self::Url => "url",
        }
    }
}

/// A point in time as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The day (or Gregorian month or year) when one is settled.
    pub value: Option<Value>,
    /// No day before this one is possible.
    #[serde(default)]
    pub earliest: Option<Day>,
    /// No day after this one is possible.
    #[serde(default)]
    pub latest: Option<Day>,
    /// What settled it, in order.
    #[serde(default)]
    pub basis: Vec<Basis>,
}

impl Dated {
    /// A settled day.
    pub fn day(day: Day, basis: Basis) -> Self {
        Self { value: Some(Value::Day(day)), earliest: Some(day), latest: Some(day), basis: vec![basis] }
    }

    /// The settled day, when it is one.
    pub fn as_day(&self) -> Option<Day> {
        match self.value {
            Some(Value::Day(d)) => Some(d),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gregorian_round_trip() {
        for n in (-800_000..800_000).step_by(37) {
            let day = Day(n);
            let (y, m, d) = day.to_gregorian();
            assert_eq!(Day::from_gregorian(y, m, d), Some(day));
        }
        assert_eq!(Day::from_gregorian(2023, 2, 29), None);
    }
}
