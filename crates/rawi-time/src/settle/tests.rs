use rawi_text::Tokens;

use super::*;
use crate::expression::tests::words;
use crate::find;

fn read(arabic: bool, text: &str, on: Option<&str>) -> Vec<(String, Dated)> {
    let tokens = Tokens::new(text);
    let on = on.map(|d| d.parse().unwrap());
    let context = if arabic { Context::arabic(on) } else { Context::persian(on) };
    let settled = settle(&find(&tokens, &words(arabic)), &context);
    settled.into_iter().map(|s| (s.dated.value.map_or("open".to_owned(), |v| v.to_string()), s.dated)).collect()
}

fn values(arabic: bool, text: &str, on: Option<&str>) -> Vec<String> {
    read(arabic, text, on).into_iter().map(|r| r.0).collect()
}

#[test]
fn two_calendars_settle_each_other() {
    let read = read(false, "والسلام\n\n۱۵ فروردین ۱۳۹۷\n\n۱۷ رجب\u{200C}المرجب ۱۴۳۹\n", None);
    assert_eq!((read[0].0.as_str(), read[1].0.as_str()), ("2018-04-04", "2018-04-04"));
    assert_eq!(read[0].1.basis, [Basis::Written]);
    assert_eq!(read[1].1.basis, [Basis::Written, Basis::Paired]);
    assert_eq!(read[1].1.earliest, read[1].1.latest);
    // Without its year, the second is settled by the first.
    assert_eq!(values(false, "۱۵ فروردین ۱۳۹۷ (۱۷ رجب)", None), ["2018-04-04", "2018-04-04"]);
    assert_eq!(values(true, "17-01-1437 هـ الموافق 30 أكتوبر", None), ["2015-10-30", "2015-10-30"]);
}

#[test]
fn a_clash_leaves_both_as_written() {
    let read = read(true, "17-01-1437 هـ الموافق 12 أكتوبر 2015م", None);
    assert_eq!((read[0].0.as_str(), read[1].0.as_str()), ("2015-10-30", "2015-10-12"));
    assert_eq!(read[0].1.basis, [Basis::Written]);
    assert!(read[0].1.earliest < read[0].1.latest);
}

#[test]
fn a_clash_is_marked() {
    let marks = |text: &str| {
        let found = find(&Tokens::new(text), &words(true));
        settle(&found, &Context::arabic(None)).iter().map(|s| s.clash).collect::<Vec<_>>()
    };
    assert_eq!(marks("17-01-1437 هـ الموافق 12 أكتوبر 2015م"), [true, true]);
    assert_eq!(marks("17-01-1437 هـ الموافق 30 أكتوبر 2015م"), [false, false]);
}

#[test]
fn the_date_line_is_the_day_of_today() {
    let text = "دیدار هیأت - 31 / خرداد / 1402\n\nوی عصر امروز آمد.";
    let read = read(false, text, None);
    assert_eq!(read[1].0, "2023-06-21");
    assert_eq!(read[1].1.basis, [Basis::Context]);
    // A date at the foot of a letter is none.
    assert_eq!(values(false, "یک\nدو\nسه\nوی امروز آمد.\n۱۵ فروردین ۱۳۹۷", None)[0], "open");
}

#[test]
fn a_weekday_that_is_dated_elsewhere_is_that_day() {
    // "The harbour is closed until Friday. … until the noon of Friday, 17 July."
    let text = "بندر تا جمعه بسته است.\nاداره بندر کار را تا ظهر جمعه ۲۶ تیر ممنوع کرد.";
    assert_eq!(values(false, text, Some("2026-07-15")), ["2026-07-17", "2026-07-17"]);
    // "Opening on Saturday. … on Saturday, 25 July."
    let text = "افتتاح الميناء السبت\nيفتح الميناء السبت 25 يوليو.";
    assert_eq!(values(true, text, Some("2026-07-22")), ["2026-07-25", "2026-07-25"]);
    // One that is a week off is another, and so is one of two.
    assert_eq!(values(true, "قال الوزير السبت إن السوق تفتح السبت 25 يوليو.", Some("2026-07-18")), ["2026-07-18", "2026-07-25"]);
}

#[test]
fn without_a_year() {
    for (arabic, text, on, value) in [
        (false, "یکشنبه ۲۶ اردیبهشت", Some("2021-05-20"), "2021-05-16"),
        (false, "یکشنبه ۲۶ اردیبهشت", None, "open"),
        (false, "۲۶ اردیبهشت", None, "open"),
        (false, "۲۶ اردیبهشت", Some("2021-05-20"), "2021-05-16"),
        (false, "۲۶ اردیبهشت", Some("2021-04-20"), "2021-05-16"),
        (false, "۲۶ اردیبهشت", Some("2021-02-20"), "open"),
        (true, "27 يوليو المقبل", Some("2015-07-31"), "2016-07-27"),
        (true, "27 يوليو الماضي", Some("2015-07-31"), "2015-07-27"),
        (true, "يوليو الماضي", Some("2015-07-31"), "2014-07"),
    ] {
        assert_eq!(values(arabic, text, on), [value], "{text} {on:?}");
    }
    let (_, dated) = &read(false, "یکشنبه ۲۶ اردیبهشت", None)[0];
    assert_eq!(dated.basis, [Basis::Weekday]);
    assert!(dated.earliest.is_some() && dated.latest.is_some());
}

#[test]
fn a_narrow_window_settles_a_weekday() {
    let tokens = Tokens::new("روز یکشنبه ۲۶ اردیبهشت ماه");
    let found = find(&tokens, &words(false));
    let candidates = settle(&found, &Context::persian(None))[0].candidates.clone();
    assert!(candidates.contains(&"2021-05-16".parse().unwrap()) && candidates.contains(&"2010-05-16".parse().unwrap()));
    let held = ("2017-05-06".parse().unwrap(), "2024-07-31".parse().unwrap());
    let settled = settle(&found, &Context { window: held, ..Context::persian(None) });
    assert_eq!(settled[0].dated, Dated::day("2021-05-16".parse().unwrap(), Basis::Weekday));
}

#[test]
fn weeks_months_and_years() {
    let range = |arabic, text, on| {
        let (value, dated) = read(arabic, text, Some(on)).remove(0);
        format!("{value} {}..{}", dated.earliest.unwrap(), dated.latest.unwrap())
    };
    // 2019-07-10 is a Wednesday, 19 Tir 1398.
    assert_eq!(range(false, "هفته گذشته", "2019-07-10"), "open 2019-06-29..2019-07-05");
    assert_eq!(range(true, "الأسبوع الماضي", "2019-07-10"), "open 2019-06-30..2019-07-06");
    assert_eq!(range(false, "ماه گذشته", "2019-07-10"), "open 2019-05-22..2019-06-21");
    assert_eq!(range(true, "الشهر الماضي", "2019-07-10"), "2019-06 2019-06-01..2019-06-30");
    assert_eq!(range(false, "سال گذشته", "2019-07-10"), "open 2018-03-21..2019-03-20");
    assert_eq!(range(false, "خرداد ۱۳۹۷", "2019-07-10"), "open 2018-05-22..2018-06-21");
    assert_eq!(range(false, "سال ۲۰۱۸", "2019-07-10"), "2018 2018-01-01..2018-12-31");
    assert_eq!(range(true, "27 شوال 1436", "2019-07-10"), "2015-08-12 2015-08-11..2015-08-13");
}

#[test]
fn a_weekday_is_the_last_one() {
    for (arabic, text, value) in [
        (false, "روز جمعه", "2019-07-05"),
        (false, "یکشنبه", "2019-07-07"),
        (false, "یکشنبه هفته گذشته", "2019-06-30"),
        (true, "السبت المقبل", "2019-07-13"),
        (true, "الجمعة الماضي", "2019-07-05"),
        (false, "دیروز", "2019-07-09"),
        (true, "قبل يومين", "2019-07-08"),
    ] {
        assert_eq!(values(arabic, text, Some("2019-07-10")), [value], "{text}");
    }
}
