//! The day on which a document was published: from its own words, its metadata, its address.

use rawi_text::{Tokens, fold};

use crate::settle::{Context, full_day};
use crate::{Basis, Calendar, CalendarName, DateWords, Dated, Day, Expression, Lunar, Settled, Value, find, settle};

/// The most trusted of the three: the document's own words, then its metadata, then its address.
pub fn published(own: Option<Dated>, metadata: Option<Dated>, url: Option<Dated>) -> Option<Dated> {
    own.or(metadata).or(url)
}

/// From the document's own date line: a labelled date («تاریخ انتشار: …»), or a full date that ends one of the first
/// lines or makes up one of them.
pub fn published_from_text(expressions: &[Expression], settled: &[Settled], context: &Context) -> Option<Dated> {
    let full = |e: &Expression| full_day(e, context).is_some();
    let pick = |by: &dyn Fn(&Expression) -> bool| {
        let i = expressions.iter().position(|e| full(e) && by(e))?;
        // Of two calendars the one that leaves nothing open.
        let pair = i + 1 < expressions.len() && expressions[i + 1].beside && full(&expressions[i + 1]);
        let j = if pair && expressions[i].calendar() == CalendarName::Islamic { i + 1 } else { i };
        settled.get(j)
    };
    let found = pick(&|e| e.labelled).or_else(|| pick(&|e| e.dateline && e.line < 2))?;
    found.dated.value?;
    Some(Dated { basis: vec![Basis::Dateline], ..found.dated.clone() })
}

/// From the metadata of a source, in whatever form it is: ISO 8601, «پنجشنبه ۳۰ مرداد ۱۴۰۴ - ۱۵:۰۱»,
/// «۱۴۰۴/۰۶/۱۴ - ۱۳:۳۰:۲۴», «15:25 · 31 Mordad 1405».
pub fn published_from_metadata(text: &str, words: &DateWords, lunar: Lunar) -> Option<Dated> {
    let text = fold(text);
    let text = text.trim();
    if let Some(day) = iso(text).or_else(|| solar(text)) {
        return Some(Dated::day(day, Basis::Metadata));
    }
    let tokens = Tokens::new(text);
    let found = find(&tokens, words);
    let context = Context { lunar, ..Context::persian(None) };
    let settled = settle(&found, &context);
    let full = found.iter().zip(&settled).filter(|(e, _)| full_day(e, &context).is_some());
    let (_, best) = full.min_by_key(|(e, _)| e.calendar() == CalendarName::Islamic)?;
    best.dated.value?;
    Some(Dated { basis: vec![Basis::Metadata], ..best.dated.clone() })
}

/// The day at the head of a stamp with a Solar Hijri year of our time, in any language: `1404/06/14 - 13:30`.
fn solar(text: &str) -> Option<Day> {
    let mut numbers = text.splitn(4, |c: char| !c.is_ascii_digit());
    let mut next = || numbers.next()?.parse::<i32>().ok();
    let (year, month, date) = (next()?, next()?, next()?);
    if SOLAR.contains(&year) { day(year, month, date) } else { None }
}

/// The day at the head of an ISO 8601 stamp: `2015-07-21T10:00:00+03:00`, `2015-07-21`, `20150721`.
fn iso(text: &str) -> Option<Day> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 || digits == 14 {
        let part = |range: std::ops::Range<usize>| text.get(range)?.parse().ok();
        return day(part(0..4)?, part(4..6)?, part(6..8)?);
    }
    let head = text.get(..10).unwrap_or(text);
    let rest = text.get(head.len()..).unwrap_or("");
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let day: Day = head.parse().ok()?;
    (1800..2200).contains(&day.to_gregorian().0).then_some(day)
}

/// From the address of a page: `/2015/07/23/`, `/2015-07-23-…`, `/20150723…`, and Solar Hijri `/13990725000123`,
/// `/1399/07/25/`; a month where there is no day.
///
/// ```
/// use rawi_time::published_from_url;
/// let day = |url| published_from_url(url).unwrap().value.unwrap().to_string();
/// assert_eq!(day("https://example.ir/news/13990725000123/title"), "2020-10-16");
/// assert_eq!(day("https://example.com/2015/07/23/title"), "2015-07-23");
/// ```
pub fn published_from_url(url: &str) -> Option<Dated> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or("");
    // Runs of digits that begin a segment or a part of one.
    let mut runs: Vec<(&str, char)> = Vec::new();
    let mut before = ' ';
    let mut rest = path;
    while let Some(c) = rest.chars().next() {
        let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if len > 0 {
            runs.push((&rest[..len], before));
            before = '0';
            rest = &rest[len..];
        } else {
            before = c;
            rest = &rest[c.len_utf8()..];
            if !matches!(c, '/' | '-' | '_' | '.') {
                runs.push(("", c));
            }
        }
    }
    let number = |s: &str| s.parse::<i32>().ok();
    for (i, &(run, before)) in runs.iter().enumerate() {
        if !matches!(before, '/' | '-' | '_' | '=') {
            continue;
        }
        if run.len() >= 8 {
            let (y, m, d) = (number(run.get(..4)?)?, number(run.get(4..6)?)?, number(run.get(6..8)?)?);
            if let Some(day) = day(y, m, d) {
                return Some(Dated::day(day, Basis::Url));
            }
        } else if run.len() == 4 {
            let next = |k: usize| runs.get(i + k).filter(|r| matches!(r.0.len(), 1 | 2) && r.1 != ' ').and_then(|r| number(r.0));
            let Some((y, m)) = number(run).zip(next(1)) else { continue };
            if let Some(day) = next(2).and_then(|d| day(y, m, d)) {
                return Some(Dated::day(day, Basis::Url));
            }
            if before == '/'
                && runs.get(i + 1).is_some_and(|r| r.1 == '/' && r.0.len() == 2)
                && let Some((calendar, m)) = calendar(y).zip(u8::try_from(m).ok().filter(|m| (1..=12).contains(m)))
            {
                let (first, last) = calendar.month(y, m)?;
                let value = (calendar == Calendar::Gregorian).then_some(Value::Month(y, m));
                return Some(Dated { value, earliest: Some(first), latest: Some(last), basis: vec![Basis::Url] });
            }
        }
    }
    None
}

/// The Solar Hijri years from 1991 to 2041; the lunar years of the same numbers lie before 1999.
const SOLAR: std::ops::RangeInclusive<i32> = 1370..=1419;

fn calendar(year: i32) -> Option<Calendar> {
    match year {
        y if SOLAR.contains(&y) => Some(Calendar::Persian),
        1990..=2099 => Some(Calendar::Gregorian),
        _ => None,
    }
}

fn day(year: i32, month: i32, day: i32) -> Option<Day> {
    calendar(year)?.day(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (url, day) in [
            ("https://www.farsnews.ir/news/13990725000123/x", Some("2020-10-16")),
            ("http://a.com/2015/07/23/1.html", Some("2015-07-23")),
            ("http://a.com/ar/2015-7-23-title", Some("2015-07-23")),
            ("http://a.com/20150723/title", Some("2015-07-23")),
            ("http://a.com/1399/07/25/title", Some("2020-10-16")),
            ("http://a.com/2015/07/title", Some("2015-07")),
            ("http://a.com/news/12345678", None),
            ("http://a.com/article/987654", None),
            ("https://t.me/farsna/434950", None),
            ("http://a.com/2015/13/40/x", None),
            ("", None),
            ("://", None),
        ] {
            let value = published_from_url(url).and_then(|d| d.value).map(|v| v.to_string());
            assert_eq!(value.as_deref(), day, "{url}");
        }
    }

    #[test]
    fn stamps() {
        assert_eq!(iso("2015-07-21t22:10:00+03:00").unwrap().to_string(), "2015-07-21");
        assert_eq!(iso("2015-07-21").unwrap().to_string(), "2015-07-21");
        assert_eq!(iso("1404-06-14"), None);
        assert_eq!(iso("20150721").unwrap().to_string(), "2015-07-21");
        assert_eq!(iso("20150721103000").unwrap().to_string(), "2015-07-21");
        assert_eq!(iso("2015-07-211"), None);
    }

    #[test]
    fn own_words() {
        use crate::expression::tests::words;
        for (arabic, text, day) in [
            (false, "دیدار هیأت - 31 / خرداد / 1402\nوی عصر امروز آمد.", Some("2023-06-21")),
            (false, "گزارش\nوی امروز آمد و دیروز رفت و هفته گذشته نبود.\nتاریخ انتشار: ۲ خرداد ۱۳۹۸", Some("2019-05-23")),
            (false, "نامه\nمتن\nپایان\n۱۵ فروردین ۱۳۹۷", None),
            (false, "وی در ۱۵ فروردین ۱۳۹۷ در شهر خود به دنیا آمد و رفت.", None),
            (true, "الرياض 05 شوال 1436 هـ الموافق 21 يوليو 2015 م واس\nاستقبل الأمير أمس وفدا.", Some("2015-07-21")),
            (true, "نشر يوم 18/9/1436هـ (5/7/2015م) استطلاعا عن مشروع الدرب الذي يمتد من المسجد إلى المسجد", None),
        ] {
            let found = find(&Tokens::new(text), &words(arabic));
            let context = if arabic { Context::arabic(None) } else { Context::persian(None) };
            let own = published_from_text(&found, &settle(&found, &context), &context);
            assert_eq!(own.and_then(|d| d.as_day()).map(|d| d.to_string()).as_deref(), day, "{text}");
        }
    }

    #[test]
    fn metadata_in_many_forms() {
        use crate::expression::tests::words;
        for (text, day) in [
            ("2015-07-21T22:10:00Z", Some("2015-07-21")),
            ("۱۴۰۲/۰۳/۳۱ - ۱۳:۳۰:۲۴", Some("2023-06-21")),
            ("شنبه ۳۱ خرداد ۱۴۰۴ - ۱۵:۰۱", Some("2025-06-21")),
            ("1404-06-14", Some("2025-09-05")),
            ("", None),
            ("خرداد", None),
        ] {
            for arabic in [false, true] {
                let read = published_from_metadata(text, &words(arabic), Lunar::UmmAlQura);
                assert_eq!(read.and_then(|d| d.as_day()).map(|d| d.to_string()).as_deref(), day, "{text}");
            }
        }
    }
}
