//! The Solar Hijri calendar of Iran.
//!
//! The year begins with the day of the spring equinox (at noon by Tehran's meridian). From 1178 to 1501 the 33-year
//! cycle gives exactly those years; beyond that the few years in which it is late are listed.

use crate::Day;

/// Days from 1970-01-01 to the day before 1 Farvardin 1.
const EPOCH: i64 = -492_268 - 1;

/// Years that are common although the 33-year cycle makes them leap; the leap day falls to the year after each.
const LATE: [i32; 7] = [1502, 1601, 1634, 1667, 1700, 1733, 1766];

fn cycle_leap(year: i32) -> bool {
    (25 * i64::from(year) + 11).rem_euclid(33) < 8
}

/// Whether a year has 366 days.
///
/// ```
/// assert!(rawi_time::calendar::persian::is_leap(1403));
/// assert!(!rawi_time::calendar::persian::is_leap(1404));
/// ```
pub fn is_leap(year: i32) -> bool {
    if LATE.contains(&year) {
        return false;
    }
    cycle_leap(year) || LATE.contains(&year.saturating_sub(1))
}

/// The number of days of a month; 0 when there is no such month.
pub fn month_length(year: i32, month: u8) -> u8 {
    match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + u8::from(is_leap(year)),
        _ => 0,
    }
}

fn new_year(year: i32) -> i64 {
    let y = i64::from(year);
    let first = EPOCH + 1 + 365 * (y - 1) + (8 * y + 21).div_euclid(33);
    if LATE.contains(&year.saturating_sub(1)) { first - 1 } else { first }
}

/// The day of a year, month and day; none when there is no such day.
pub fn day(year: i32, month: u8, day: u8) -> Option<Day> {
    if !(-9999..=9999).contains(&year) || day == 0 || day > month_length(year, month) {
        return None;
    }
    let months = i64::from(month) - 1;
    let before = if months <= 6 { months * 31 } else { 186 + (months - 6) * 30 };
    i32::try_from(new_year(year) + before + i64::from(day) - 1).ok().map(Day)
}

/// Year, month and day of a day.
pub fn date(day: Day) -> (i32, u8, u8) {
    let n = i64::from(day.0);
    let mut year = 1 + ((n - EPOCH) * 33).div_euclid(12_053) as i32;
    while new_year(year) > n {
        year -= 1;
    }
    while new_year(year + 1) <= n {
        year += 1;
    }
    let rest = n - new_year(year);
    let (month, d) = if rest < 186 { (rest / 31, rest % 31) } else { (6 + (rest - 186) / 30, (rest - 186) % 30) };
    (year, month as u8 + 1, d as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The years of 366 days from 1206 to 1498, as Iran's official calendar and the equinox give them.
    const LEAP: [i32; 71] = [
        1210, 1214, 1218, 1222, 1226, 1230, 1234, 1238, 1243, 1247, 1251, 1255, 1259, 1263, 1267, 1271, 1276, 1280, 1284, 1288, 1292, 1296,
        1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387,
        1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453, 1457, 1461, 1465, 1469, 1474, 1478,
        1482, 1486, 1490, 1494, 1498,
    ];

    #[test]
    fn official_leap_years() {
        let ours: Vec<i32> = (1207..1501).filter(|&y| is_leap(y)).collect();
        assert_eq!(ours, LEAP);
    }

    #[test]
    fn new_years_by_the_equinox() {
        for (year, first) in [
            (1200, "1821-03-21"),
            (1229, "1850-03-21"),
            (1300, "1921-03-21"),
            (1304, "1925-03-21"),
            (1305, "1926-03-22"),
            (1358, "1979-03-21"),
            (1376, "1997-03-21"),
            (1400, "2021-03-21"),
            (1404, "2025-03-21"),
            (1405, "2026-03-21"),
            (1479, "2100-03-21"),
        ] {
            assert_eq!(day(year, 1, 1).unwrap().to_string(), first, "{year}");
        }
    }
}
