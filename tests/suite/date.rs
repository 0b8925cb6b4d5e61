//! Dates: our own sentences, whose days were computed otherwise, and where they are at hand the public sets. No figure may
//! fall under its floor in `gold/floor.toml`.

#![allow(clippy::print_stdout, clippy::cast_precision_loss, reason = "a test tells its figures")]

use std::collections::{BTreeMap, BTreeSet};

use rawi_lang::date::{context, words};
use rawi_suite::{root, shared};
use rawi_text::Tokens;
use rawi_time::{CalendarName, Day, Settled, Value, find, settle};
use serde::Deserialize;

/// A date found: its words, their place in bytes, and what is known of it.
#[derive(Debug)]
struct Found {
    words: String,
    start: usize,
    end: usize,
    settled: Settled,
}

impl Found {
    fn touches(&self, (start, end): (usize, usize)) -> bool {
        self.start < end && start < self.end
    }

    fn value(&self) -> Option<String> {
        self.settled.dated.value.map(|v| v.to_string())
    }

    fn bounds(&self) -> Option<(Day, Day)> {
        Some((self.settled.dated.earliest?, self.settled.dated.latest?))
    }
}

fn read(lang: &str, text: &str, on: Option<&str>) -> Vec<Found> {
    let tokens = Tokens::new(text);
    let expressions = find(&tokens, words(lang).expect("words"));
    settle(&expressions, &context(lang, on.map(|d| d.parse().expect("a day"))))
        .into_iter()
        .map(|settled| {
            let span = settled.span(&tokens, text);
            Found { words: span.of(text).to_owned(), start: span.start as usize, end: span.end as usize, settled }
        })
        .collect()
}

fn toml<T: for<'de> Deserialize<'de>>(path: &str) -> T {
    toml::from_str(&std::fs::read_to_string(root().join(path)).expect(path)).expect(path)
}

fn rows(path: &std::path::Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).expect("a table");
    text.lines().skip(1).map(|l| l.split('\t').map(str::to_owned).collect()).collect()
}

fn records(path: &std::path::Path) -> Vec<serde_json::Value> {
    let bytes = zstd::decode_all(std::fs::File::open(path).expect("a file")).expect("zstd");
    String::from_utf8(bytes).expect("UTF-8").lines().map(|l| serde_json::from_str(l).expect("json")).collect()
}

/// Tells a share, which may not fall under its floor.
fn share(name: &str, right: usize, of: usize) {
    let floors: BTreeMap<String, toml::Value> = toml("gold/floor.toml");
    let value = right as f64 / of.max(1) as f64;
    println!("{name}: {right} of {of}, {value:.4}");
    let least = floors["date"][name].as_float().expect("a number");
    assert!(value >= least, "{name} is {value:.4}, its floor {least}");
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    on: Option<String>,
    text: String,
    dates: Vec<String>,
}

/// What a date of the table says: a value, or else the first and last day.
fn said(found: &Found) -> String {
    let lunar = found.settled.calendar == CalendarName::Islamic;
    let open = |a: Day, b: Day| if lunar && a != b { "?" } else { "" };
    match (found.settled.dated.value, found.bounds()) {
        (Some(value @ Value::Day(_)), Some((a, b))) => format!("{value}{}", open(a, b)),
        (Some(value), _) => value.to_string(),
        (None, Some((a, b))) if lunar => format!("{}..{}?", a.plus(1), b.plus(-1)),
        (None, Some((a, b))) => format!("{a}..{b}"),
        _ => "open".to_owned(),
    }
}

#[test]
fn sentences_of_our_own() {
    for lang in ["fa", "ar"] {
        let cases: Cases = toml(&format!("tests/cases/date/{lang}.toml"));
        assert!(cases.case.len() >= 100);
        let (mut right, mut wrong, mut all) = (0, Vec::new(), 0);
        for case in &cases.case {
            let found = read(lang, &case.text, case.on.as_deref());
            let mut known = BTreeSet::new();
            for date in &case.dates {
                let (words, value) = date.split_once(" = ").expect("words = value");
                all += 1;
                let Some(at) = found.iter().position(|f| f.words == words) else { continue };
                known.insert(at);
                let open = value == "open" && found[at].value().is_none();
                if open || said(&found[at]) == value {
                    right += 1;
                } else if found[at].value().is_some() {
                    wrong.push(format!("{}: {} is no {}", case.text, said(&found[at]), date));
                }
            }
            // A day where there is none is as wrong as another day.
            let odd = found.iter().enumerate().filter(|(i, _)| !known.contains(i));
            wrong.extend(odd.map(|(_, f)| format!("{}: no {} = {}", case.text, f.words, said(f))));
        }
        assert!(wrong.is_empty(), "{lang}: {}", wrong.join("\n"));
        share(&format!("{lang}_right"), right, all);
    }
}

#[test]
fn rows_of_dateparser() {
    let Some(path) = shared("data/dates/dateparser_cases.tsv") else { return };
    let on = "2015-07-23";
    let (mut right, mut all, mut left) = (0, 0, BTreeMap::<String, usize>::new());
    for row in rows(&path) {
        let (kind, lang, text) = (row[0].as_str(), row[1].as_str(), row[2].as_str());
        let expected: serde_json::Value = serde_json::from_str(&row[3]).unwrap_or_default();
        let found = read(lang, text, Some(on));
        let day = |found: &Found| found.settled.dated.as_day();
        let good = match kind {
            "hijri-date" | "jalali-date" => {
                let day = expected.as_str().and_then(|d| d.get(..10)).map(str::to_owned);
                found.len() == 1 && found[0].value() == day
            }
            // The month needs a day beside it, since «مهر» and «دی» are words too.
            "jalali-month-name" => {
                const MONTHS: [&str; 12] = [
                    "Farvardin",
                    "Ordibehesht",
                    "Khordad",
                    "Tir",
                    "Mordad",
                    "Shahrivar",
                    "Mehr",
                    "Aban",
                    "Azar",
                    "Dey",
                    "Bahman",
                    "Esfand",
                ];
                let dated = read(lang, &format!("۱ {text} ۱۳۹۷"), None);
                let named = MONTHS.iter().position(|m| expected == *m);
                let told = dated.first().and_then(day).map(|d| rawi_time::calendar::persian::date(d).1 as usize - 1);
                dated.len() == 1 && named.is_some() && told == named
            }
            "weekday-name" => {
                const DAYS: [&str; 7] = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
                found.len() == 1 && day(&found[0]).is_some_and(|d| expected == DAYS[d.weekday() as usize])
            }
            "relative" if !text.contains(',') => {
                let back = expected["days"].as_i64().expect("days");
                let today: Day = on.parse().expect("a day");
                found.len() == 1 && day(&found[0]) == Some(today.plus(-(back as i32)))
            }
            "translate-to-english-tokens" if expected.as_str().is_some_and(|e| e.contains("january") || e.ends_with("day ago")) => {
                let said = expected.as_str().unwrap_or_default();
                let number = said.split(' ').next().and_then(|n| n.parse::<i32>().ok()).expect("a number");
                let today: Day = on.parse().expect("a day");
                let meant = if said.contains("january") {
                    u8::try_from(number).ok().and_then(|n| Day::from_gregorian(2015, 1, n))
                } else {
                    Some(today.plus(-number))
                };
                // «اليوم السابق» (the day before) counts from another day of the text.
                text.contains("السابق") || (found.len() == 1 && day(&found[0]) == meant)
            }
            "search-in-text" if expected.is_array() => {
                let days =
                    expected.as_array().expect("a list").iter().map(|e| e[1].as_str().unwrap_or_default().get(..10).map(str::to_owned));
                // A month is a month, and not its first day.
                found.len() == expected.as_array().map_or(0, Vec::len)
                    && found.iter().zip(days).all(|(f, d)| d.is_some_and(|d| f.value().is_some_and(|v| d.starts_with(&v))))
            }
            _ => {
                *left.entry(kind.to_owned()).or_default() += 1;
                continue;
            }
        };
        all += 1;
        right += usize::from(good);
        if !good {
            println!("not: {kind} {text} {expected} {:?}", found.iter().map(said).collect::<Vec<_>>());
        }
    }
    println!("dateparser rows that name no day, month or weekday by themselves: {left:?}");
    share("dateparser", right, all);
}

#[test]
fn days_of_publication() {
    let fa = words("fa").expect("words");
    for (stamp, day) in [("12:42 · 23 Tir 1405", "2026-07-14"), ("31 Mordad 1405", "2026-08-22"), ("۱۴ شهریور ۱۴۰۴ - ۱۲:۵۶", "2025-09-05")]
    {
        let read = rawi_time::published_from_metadata(stamp, fa, rawi_time::Lunar::Iran);
        assert_eq!(read.and_then(|d| d.as_day()).map(|d| d.to_string()).as_deref(), Some(day), "{stamp}");
    }
    let url = rawi_time::published_from_url("https://example.ir/news/13990725000123");
    assert_eq!(url.and_then(|d| d.value).map(|v| v.to_string()).as_deref(), Some("2020-10-16"));
}

#[test]
fn dates_of_the_seeds() {
    use rawi_time::Basis::{Office, Paired, Published, Weekday, Written};
    let Some(path) = shared("data/seeds") else { return };
    let readings = rawi_suite::read(&[path]);
    let valued = readings.iter().flat_map(|r| &r.dates).filter(|d| d.dated.value.is_some());
    let valued: Vec<_> = valued.map(|d| (d.dated.value.map(|v| v.to_string()).unwrap_or_default(), d.dated.basis.clone())).collect();
    let expected = [
        ("2023-06-21", vec![Written]),
        ("2023-06-21", vec![Published]),
        ("2021-05-16", vec![Weekday, Office]),
        ("2018-04-04", vec![Written]),
        ("2018-04-04", vec![Written, Paired]),
    ];
    assert_eq!(valued, expected.map(|(value, basis)| (value.to_owned(), basis)));
    // The sixth is relative to a day that its text does not give.
    let open = readings.iter().flat_map(|r| &r.dates).filter(|d| d.dated.value.is_none() && d.dated.earliest.is_none());
    assert_eq!(open.count(), 1);
}

#[derive(Deserialize)]
struct Public {
    parstdex: BTreeMap<String, Vec<usize>>,
    duckling: Duckling,
}

#[derive(Deserialize)]
struct Duckling {
    anaphoric: Vec<String>,
    otherwise: BTreeMap<String, String>,
}

/// The days of «datetime (2013, 2, 18, 0, 0, 0) Day», of intervals two.
fn days(notation: &str) -> Vec<Day> {
    let mut out = Vec::new();
    for part in notation.split('(').skip(1) {
        let numbers: Vec<&str> = part.split([',', ')']).map(str::trim).collect();
        if let [y, m, d, ..] = numbers[..]
            && let (Ok(y), Ok(m), Ok(d)) = (y.parse(), m.parse(), d.parse())
        {
            out.extend(Day::from_gregorian(y, m, d));
        }
    }
    out
}

#[test]
fn rows_of_duckling() {
    let Some(path) = shared("data/dates/duckling_cases.tsv") else { return };
    let Public { duckling, .. } = toml("tests/cases/date/public.toml");
    let (mut right, mut all) = (0, 0);
    for row in rows(&path) {
        let (text, expected) = (row[2].as_str(), row[3].as_str());
        let finer = ["NONE", "Hour", "Minute", "Second", "Week"];
        if row[0] != "time" || row[1] != "ar" || finer.iter().any(|f| expected.contains(f)) || duckling.anaphoric.iter().any(|a| a == text)
        {
            continue;
        }
        all += 1;
        // Its rows are read as what is to come: so is a sentence about the future.
        let found = read("ar", &format!("سيعقد اللقاء {text}"), Some("2013-02-12"));
        let near = |a: Day, b: Day| (a.0 - b.0).abs() <= 1;
        let good = match (&found[..], &days(expected)[..]) {
            ([one], [first, end]) => one.bounds().is_some_and(|(a, b)| near(a, *first) && near(b, end.plus(-1))),
            ([one], [day]) => {
                let day = duckling.otherwise.get(text).map_or(*day, |d| d.parse().expect("a day"));
                let whole = if expected.ends_with("Month") { 7 } else { 4 };
                let value = one.value().unwrap_or_default();
                match expected.rsplit(' ').next() {
                    Some("Month" | "Year") => value == day.to_string()[..whole],
                    // «منتصف مارس» is a stretch here, and there its middle day.
                    _ => {
                        value == day.to_string()
                            || one.bounds().is_some_and(|(a, b)| value.len() < 10 && a <= day && day <= b && b.0 - a.0 < 10)
                    }
                }
            }
            _ => false,
        };
        right += usize::from(good);
        if !good {
            println!("not: {text} {expected} {:?}", found.iter().map(|f| format!("{} = {}", f.words, said(f))).collect::<Vec<_>>());
        }
    }
    share("duckling", right, all);
}

#[test]
fn sentences_of_parstdex() {
    let Some(path) = shared("data/annotated/timex_fa_parstdex/data.json") else { return };
    let Public { parstdex, .. } = toml("tests/cases/date/public.toml");
    let left: BTreeSet<usize> = parstdex.into_values().flatten().collect();
    let data: Vec<serde_json::Value> = serde_json::from_str(&std::fs::read_to_string(path).expect("data.json")).expect("json");
    let (mut right, mut all) = (0, 0);
    for (row, entry) in data.iter().enumerate() {
        let text = entry["test_input"].as_str().expect("a sentence");
        let spans: Vec<(usize, usize)> = serde_json::from_str(entry["expected"].as_str().expect("spans")).expect("spans");
        let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |c| c.0);
        let found = read("fa", text, Some("2023-06-21"));
        if spans.is_empty() {
            assert!(found.is_empty(), "{text}: {found:?}");
        } else if !left.contains(&row) {
            all += 1;
            right += usize::from(spans.iter().any(|&(a, b)| found.iter().any(|f| f.touches((byte(a), byte(b))))));
        }
    }
    share("parstdex", right, all);
}

/// Whether an entity is a duration or a name of every year's days, which are no dates here.
fn no_date(entity: &str) -> bool {
    const UNITS: [&str; 9] = ["سال", "ماه", "ماهه", "روز", "هفته", "دهه", "قرن", "ساعت", "شب"];
    const COUNTS: [&str; 20] = [
        "یک",
        "دو",
        "سه",
        "چهار",
        "پنج",
        "شش",
        "هفت",
        "هشت",
        "نه",
        "ده",
        "دوازده",
        "پانزده",
        "بیست",
        "سی",
        "چهل",
        "پنجاه",
        "صد",
        "چند",
        "نیم",
        "هزار",
    ];
    const NAMES: [&str; 8] = ["اربعین", "عاشورا", "رمضان", "محرم", "صفر", "یلدا", "قدس", "قرن"];
    let folded = rawi_text::fold(entity);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let count = |w: &str| w.chars().all(|c| c.is_ascii_digit() || c == '.') || COUNTS.iter().any(|c| rawi_text::fold(c) == w);
    let unit = |w: &&str| UNITS.iter().any(|u| rawi_text::fold(u) == *w);
    let part = words.iter().any(|w| ["نخست", "اول", "دوم", "ابتدای"].iter().any(|p| rawi_text::fold(p) == *w));
    let year = folded.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let duration = words.windows(2).any(|w| count(w[0]) && unit(&w[1])) && !part;
    duration || (!year && words.iter().any(|w| NAMES.iter().any(|n| rawi_text::fold(n) == *w)))
}

#[test]
fn entities_of_peyma() {
    let Some(path) = shared("data/annotated/ner_fa_peyma/peyma_nsurl2019.jsonl.zst") else { return };
    let (mut all, mut right, mut dates, mut found_dates) = (0, 0, 0, 0);
    for document in records(&path) {
        for sentence in document["sentences"].as_array().expect("sentences") {
            let mut text = String::new();
            let mut entities: Vec<(usize, usize)> = Vec::new();
            let mut inside = false;
            for token in sentence.as_array().expect("tokens") {
                let (word, tag) = (token[0].as_str().expect("a word"), token[1].as_str().expect("a tag"));
                let start = text.len();
                text.push_str(word);
                match (tag, entities.last_mut()) {
                    ("I-DAT" | "I_DAT", Some(last)) if inside => last.1 = text.len(),
                    ("B-DAT" | "B_DAT" | "I-DAT" | "I_DAT", _) => entities.push((start, text.len())),
                    _ => {}
                }
                inside = tag.ends_with("DAT");
                text.push(' ');
            }
            let found = read("fa", &text, Some("2016-06-21"));
            for &entity in &entities {
                let hit = usize::from(found.iter().any(|f| f.touches(entity)));
                all += 1;
                right += hit;
                if !no_date(&text[entity.0..entity.1]) {
                    dates += 1;
                    found_dates += hit;
                }
            }
        }
    }
    share("peyma", right, all);
    share("peyma_dates", found_dates, dates);
}

#[test]
fn two_calendars_side_by_side() {
    let Some(folder) = shared("data/ar/saudinewsnet") else { return };
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("folder").flatten().map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "zst"));
    paths.sort();
    let (mut pairs, mut agree, mut clashes) = (0, 0, Vec::new());
    for record in paths.iter().flat_map(|p| records(p)) {
        let text = record["content"].as_str().unwrap_or_default();
        if !text.contains("هـ") {
            continue;
        }
        let tokens = Tokens::new(text);
        let expressions = find(&tokens, words("ar").expect("words"));
        let alone = context("ar", None);
        for pair in expressions.windows(2) {
            let written = |e: &rawi_time::Expression| e.parts.year.is_some() && e.parts.day.is_some() && e.parts.last_day.is_none();
            let both = [CalendarName::Islamic, CalendarName::Gregorian];
            let calendars = [pair[0].calendar(), pair[1].calendar()];
            if !(written(&pair[0]) && written(&pair[1]) && pair[1].beside && both.iter().all(|c| calendars.contains(c))) {
                continue;
            }
            // Each by itself: one settled by the other would agree by itself.
            let day = |e: &rawi_time::Expression| settle(std::slice::from_ref(e), &alone)[0].dated.as_day();
            let (Some(a), Some(b)) = (day(&pair[0]), day(&pair[1])) else { continue };
            pairs += 1;
            if (a.0 - b.0).abs() <= 1 {
                agree += 1;
            } else {
                clashes.push(a.0 - b.0);
            }
        }
    }
    clashes.sort_unstable();
    println!("clashes by days: {clashes:?}");
    share("side_by_side", agree, pairs);
}
