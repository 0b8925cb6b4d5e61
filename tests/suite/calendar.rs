//! The calendars day by day against tables that were made otherwise: by the equinox, by the publisher, by those who saw the moon.

use std::path::Path;

use rawi_suite::{root, shared};
use rawi_time::{Calendar, Day, Lunar};

fn lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a table");
    text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned).collect()
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// Walks through a month day by day.
fn check(calendar: Calendar, year: i32, month: u8, first: Day, length: u8) {
    assert_eq!(calendar.month_length(year, month), length, "{calendar:?} {year}/{month}");
    for d in 1..=length {
        let on = first.plus(i32::from(d) - 1);
        assert_eq!(calendar.day(year, month, d), Some(on), "{calendar:?} {year}/{month}/{d}");
        assert_eq!(calendar.date(on), (year, month, d), "{on}");
    }
}

#[test]
fn solar_years_begin_with_the_equinox() {
    let table = lines(&root().join("tests/cases/date/calendars.txt"));
    let years: Vec<(i32, Day)> = table
        .iter()
        .filter_map(|l| l.strip_prefix("persian "))
        .map(|l| l.split_once(' ').expect("year and day"))
        .map(|(year, first)| (year.parse().expect("a year"), day(first)))
        .collect();
    assert!(years.len() > 250);
    for pair in years.windows(2) {
        let ((year, first), (_, next)) = (pair[0], pair[1]);
        let mut at = first;
        for month in 1..=12 {
            let length = match month {
                1..=6 => 31,
                12 => u8::try_from(next.0 - at.0).expect("a length"),
                _ => 30,
            };
            check(Calendar::Persian, year, month, at, length);
            at = at.plus(i32::from(length));
        }
        assert_eq!(at, next);
    }
}

#[test]
fn lunar_months_of_the_peninsula() {
    let table = lines(&root().join("tests/cases/date/calendars.txt"));
    let mut days = 0;
    for line in table.iter().filter_map(|l| l.strip_prefix("ummalqura ")) {
        let mut words = line.split(' ');
        let year: i32 = words.next().expect("a year").parse().expect("a year");
        if !Lunar::UmmAlQura.knows(year) {
            continue;
        }
        let mut at = day(words.next().expect("a day"));
        for (month, length) in (1..).zip(words) {
            let length = length.parse().expect("a length");
            check(Calendar::Islamic(Lunar::UmmAlQura), year, month, at, length);
            at = at.plus(i32::from(length));
            days += 1;
        }
    }
    assert_eq!(days, 136 * 12);
}

#[test]
fn lunar_months_of_iran() {
    let Some(path) = shared("data/dates/qamari_months.txt") else { return };
    let months: Vec<(i32, u8, Day)> = lines(&path)
        .iter()
        .map(|line| {
            let mut words = line.trim_start_matches('*').split_whitespace();
            let (year, month) = words.next().and_then(|w| w.split_once('/')).expect("year/month");
            (year.parse().expect("a year"), month.parse().expect("a month"), day(words.next().expect("a day")))
        })
        .collect();
    assert!(months.len() > 2000);
    for pair in months.windows(2) {
        let ((year, month, first), (.., next)) = (pair[0], pair[1]);
        check(Calendar::Islamic(Lunar::Iran), year, month, first, u8::try_from(next.0 - first.0).expect("a length"));
    }
}
