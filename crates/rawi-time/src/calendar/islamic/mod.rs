//! The lunar Hijri calendar in its variants.

mod iran_data;
mod ummalqura_data;

use crate::Day;

/// Which lunar calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lunar {
    /// As observed and announced in Iran (table for 1265 to Ramadan 1447; after it, Umm al-Qura and a day).
    Iran,
    /// Umm al-Qura, the civil calendar of Saudi Arabia (table for 1365 to 1500).
    #[default]
    UmmAlQura,
    /// By arithmetic: the civil tabular calendar.
    Tabular,
}

impl Lunar {
    /// The calendar that a country's texts go by, by its ISO 3166 code; none where that is not known.
    ///
    /// ```
    /// assert_eq!(rawi_time::Lunar::of_country("IR"), Some(rawi_time::Lunar::Iran));
    /// ```
    pub fn of_country(code: &str) -> Option<Self> {
        match code.to_ascii_uppercase().as_str() {
            "IR" => Some(Self::Iran),
            "SA" | "AE" | "BH" | "KW" | "QA" | "YE" => Some(Self::UmmAlQura),
            _ => None,
        }
    }

    /// Whether a year's months come from a table and not from an estimate.
    pub fn knows(self, year: i32) -> bool {
        match self {
            Self::Iran => IRAN.mask(year).is_some() || year == IRAN_LAST,
            Self::UmmAlQura => UMM_AL_QURA.mask(year).is_some(),
            Self::Tabular => true,
        }
    }
}

const IRAN: Table = Table { first: iran_data::FIRST, years: &iran_data::YEARS };
const IRAN_LAST: i32 = iran_data::FIRST + iran_data::YEARS.len() as i32;
const UMM_AL_QURA: Table = Table { first: ummalqura_data::FIRST, years: &ummalqura_data::YEARS };

struct Table {
    first: i32,
    years: &'static [(i32, u16)],
}

impl Table {
    fn mask(&self, year: i32) -> Option<(i32, u16)> {
        self.years.get(usize::try_from(year.checked_sub(self.first)?).ok()?).copied()
    }
}

/// The first day of a month of the civil tabular calendar.
fn tabular(year: i32, month: u8) -> i64 {
    let (y, m) = (i64::from(year), i64::from(month));
    1_948_440 - 2_440_588 + (y - 1) * 354 + (3 + 11 * y).div_euclid(30) + 29 * (m - 1) + m / 2
}

fn from_mask((start, mask): (i32, u16), month: u8) -> i64 {
    let long = (mask & ((1 << (month - 1)) - 1)).count_ones();
    i64::from(start) + 29 * i64::from(month - 1) + i64::from(long)
}

/// The first day of a month (1 to 12).
fn start(lunar: Lunar, year: i32, month: u8) -> i64 {
    match lunar {
        Lunar::Tabular => tabular(year, month),
        Lunar::UmmAlQura => match UMM_AL_QURA.mask(year) {
            Some(row) => from_mask(row, month),
            // The first day after the table is the table's own end.
            None if year == UMM_AL_QURA.first + UMM_AL_QURA.years.len() as i32 && month == 1 => {
                UMM_AL_QURA.years.last().map_or(0, |&row| from_mask(row, 12) + 29 + i64::from(row.1 >> 11))
            }
            None => tabular(year, month),
        },
        Lunar::Iran => match IRAN.mask(year) {
            Some(row) => from_mask(row, month),
            None if year == IRAN_LAST && month <= iran_data::LAST.2 + 1 => from_mask((iran_data::LAST.0, iran_data::LAST.1), month),
            None if year >= IRAN_LAST => start(Lunar::UmmAlQura, year, month) + i64::from(year <= 1500),
            None => tabular(year, month),
        },
    }
}

fn next_start(lunar: Lunar, year: i32, month: u8) -> i64 {
    if month == 12 { start(lunar, year + 1, 1) } else { start(lunar, year, month + 1) }
}

/// The number of days of a month; 0 when there is no such month.
pub fn month_length(lunar: Lunar, year: i32, month: u8) -> u8 {
    if !(1..=12).contains(&month) || !(-9999..=9999).contains(&year) {
        return 0;
    }
    (next_start(lunar, year, month) - start(lunar, year, month)).clamp(0, 31) as u8
}

/// The day of a year, month and day; none when there is no such day.
///
/// ```
/// use rawi_time::{Lunar, calendar::islamic};
/// // 17 Rajab 1439: a day apart in Iran and in Saudi Arabia
/// assert_eq!(islamic::day(Lunar::Iran, 1439, 7, 17).unwrap().to_string(), "2018-04-04");
/// assert_eq!(islamic::day(Lunar::UmmAlQura, 1439, 7, 17).unwrap().to_string(), "2018-04-03");
/// ```
pub fn day(lunar: Lunar, year: i32, month: u8, day: u8) -> Option<Day> {
    if day == 0 || day > month_length(lunar, year, month) {
        return None;
    }
    i32::try_from(start(lunar, year, month) + i64::from(day) - 1).ok().map(Day)
}

/// Year, month and day of a day.
pub fn date(lunar: Lunar, day: Day) -> (i32, u8, u8) {
    let n = i64::from(day.0);
    let mut year = (((n + 2_440_588 - 1_948_440) * 30).div_euclid(10_631) + 1) as i32;
    while start(lunar, year, 1) > n {
        year -= 1;
    }
    while start(lunar, year + 1, 1) <= n {
        year += 1;
    }
    let mut month = 12;
    while month > 1 && start(lunar, year, month) > n {
        month -= 1;
    }
    (year, month, (n - start(lunar, year, month) + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_join_without_a_gap() {
        for table in [IRAN, UMM_AL_QURA] {
            for (i, pair) in table.years.windows(2).enumerate() {
                let days = i64::from(pair[0].1.count_ones()) + 12 * 29;
                assert_eq!(i64::from(pair[1].0) - i64::from(pair[0].0), days, "year {}", table.first + i as i32);
            }
        }
        assert_eq!(IRAN_LAST, 1447);
    }

    #[test]
    fn months_as_observed_and_as_computed() {
        for (lunar, (y, m), first) in [
            (Lunar::Iran, (1265, 1), "1848-11-28"),
            (Lunar::Iran, (1440, 9), "2019-05-07"),
            (Lunar::Iran, (1443, 10), "2022-05-03"),
            (Lunar::Iran, (1447, 10), "2026-03-21"),
            (Lunar::UmmAlQura, (1365, 1), "1945-12-05"),
            (Lunar::UmmAlQura, (1436, 10), "2015-07-17"),
            (Lunar::UmmAlQura, (1437, 1), "2015-10-14"),
            (Lunar::Tabular, (1, 1), "0622-07-19"),
        ] {
            assert_eq!(day(lunar, y, m, 1).unwrap().to_string(), first);
        }
        assert_eq!(day(Lunar::UmmAlQura, 1500, 12, 30).unwrap().to_string(), "2077-11-16");
    }
}
