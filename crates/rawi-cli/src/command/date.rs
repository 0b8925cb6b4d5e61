//! `rawi date`: dates in words, and a day in all three calendars.

use std::io::Write;

use clap::{Args, ValueEnum};
use rawi_lang::date::{context, words};
use rawi_text::{CharIndex, Tokens};
use rawi_time::{Calendar, CalendarName, Context, Dated, Day, Lunar, find, settle};
use serde::Serialize;

use crate::failure::{Done, Failure, Outcome};
use crate::output::{Out, isolate};
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi date '۱۷ رجب ۱۴۳۹' --country IR
  rawi date 'مساء أمس الاثنين' --on 2015-07-21
  rawi date 'از ۲۸ خرداد تا ۵ تیر' --on 2019-07-10 --format json
  rawi date 1399-11-07 --from persian       that day in all three calendars
  rawi date 1437/1/17 --from hijri --country SA

Without --on, words that count from today and days without a year stay open. The exit code is 4 where there is no date.";

/// Read dates in words, or show a day in all three calendars
///
/// Prints each date found in Persian or Arabic words, with its day or stretch and what settled it. With --from the
/// words are days in numbers, year first, of one calendar.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Date {
    /// The words, joined by spaces
    #[arg(required = true, value_name = "EXPRESSION")]
    expression: Vec<String>,
    /// The day of publication, from which «امروز» and «أمس» count
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<Day>,
    /// The language; else the one in which more is read
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang: Option<Lang>,
    /// The country by whose lunar calendar the text goes: IR for Iran's observed one, SA for Umm al-Qura
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Take the words for days of a calendar
    #[arg(long, value_enum, value_name = "CALENDAR", conflicts_with_all = ["on", "lang"])]
    from: Option<From>,
    /// How dates are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Lang {
    /// Persian
    Fa,
    /// Arabic
    Ar,
}

impl Lang {
    fn code(self) -> &'static str {
        match self {
            Self::Fa => "fa",
            Self::Ar => "ar",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum From {
    /// Solar Hijri
    Persian,
    /// Lunar Hijri
    Hijri,
    /// Gregorian
    Gregorian,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON object a date
    Json,
}

/// A date as it is printed: the fields of a reading's dates, and where it is a day, that day in all three calendars.
#[derive(Serialize)]
struct Printed {
    start: u32,
    end: u32,
    text: String,
    #[serde(flatten)]
    dated: Dated,
    calendar: CalendarName,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    clash: bool,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    day: Option<InAll>,
}

/// A day in all three calendars.
#[derive(Serialize)]
struct InAll {
    gregorian: String,
    persian: String,
    islamic: String,
}

impl InAll {
    fn new(day: Day, lunar: Lunar) -> Self {
        let show = |calendar: Calendar| {
            let (y, m, d) = calendar.date(day);
            format!("{y:04}-{m:02}-{d:02}")
        };
        Self { gregorian: day.to_string(), persian: show(Calendar::Persian), islamic: show(Calendar::Islamic(lunar)) }
    }
}

impl Date {
    pub(crate) fn run(self) -> Done {
        let lunar = match self.country.as_deref() {
            Some(code) => Some(Lunar::of_country(code).ok_or_else(|| Failure::Usage(format!("no lunar calendar is known for `{code}`")))?),
            None => None,
        };
        let dates = match self.from {
            Some(from) => self.expression.iter().map(|e| convert(e, from, lunar)).collect::<Result<Vec<_>, _>>()?,
            None => self.read(lunar),
        };
        if dates.is_empty() {
            return Err(Failure::Nothing("there is no date in these words".to_owned()));
        }
        let mut out = Out::new();
        for date in &dates {
            match self.format {
                Format::Json => out.json(date)?,
                Format::Text => {
                    let line = line(date);
                    out.write_all(line.as_bytes())?;
                }
            }
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }

    /// The dates in the words, in the language in which more of them are read.
    fn read(&self, lunar: Option<Lunar>) -> Vec<Printed> {
        let text = self.expression.join(" ");
        let languages = self.lang.map_or(vec![Lang::Fa, Lang::Ar], |l| vec![l]);
        let read = |lang: Lang| {
            let mut context = context(lang.code(), self.on);
            context.lunar = lunar.unwrap_or(context.lunar);
            dates(&text, lang.code(), &context)
        };
        let width = |dates: &Vec<Printed>| dates.iter().map(|d| d.end - d.start).sum::<u32>();
        // Of two that read as much, Persian unless the letters are Arabic's.
        let arabic = rawi_lang::detect::detect(&text) == rawi_model::Language::Ar;
        languages
            .into_iter()
            .map(|l| (l, read(l)))
            .max_by_key(|(l, dates)| (width(dates), (*l == Lang::Ar) == arabic))
            .map_or(Vec::new(), |r| r.1)
    }
}

fn dates(text: &str, lang: &str, context: &Context) -> Vec<Printed> {
    let Some(words) = words(lang) else { return Vec::new() };
    let tokens = Tokens::new(text);
    let index = CharIndex::new(text);
    settle(&find(&tokens, words), context)
        .into_iter()
        .map(|s| {
            let bytes = s.span(&tokens, text);
            let span = index.chars(bytes);
            let day = s.dated.as_day().map(|d| InAll::new(d, context.lunar));
            Printed {
                start: span.start,
                end: span.end,
                text: bytes.of(text).to_owned(),
                dated: s.dated,
                calendar: s.calendar,
                clash: s.clash,
                day,
            }
        })
        .collect()
}

/// A day in numbers, year first.
fn convert(text: &str, from: From, lunar: Option<Lunar>) -> Result<Printed, Failure> {
    let no = || Failure::Usage(format!("`{text}` is no day of the form 1399-11-07"));
    let folded = rawi_text::fold(text);
    let mut numbers = folded.trim().split(['-', '/', '.']);
    let (Some(year), Some(month), Some(date), None) = (numbers.next(), numbers.next(), numbers.next(), numbers.next()) else {
        return Err(no());
    };
    let (Ok(year), Ok(month), Ok(date)) = (year.parse(), month.parse(), date.parse()) else { return Err(no()) };
    let lunar = lunar.unwrap_or(if from == From::Persian { Lunar::Iran } else { Lunar::UmmAlQura });
    let (calendar, name) = match from {
        From::Persian => (Calendar::Persian, CalendarName::Persian),
        From::Hijri => (Calendar::Islamic(lunar), CalendarName::Islamic),
        From::Gregorian => (Calendar::Gregorian, CalendarName::Gregorian),
    };
    let day = calendar.day(year, month, date).ok_or_else(|| Failure::Usage(format!("there is no day {text} in this calendar")))?;
    let dated = Dated::day(day, rawi_time::Basis::Written);
    let end = text.chars().count() as u32;
    Ok(Printed { start: 0, end, text: text.to_owned(), dated, calendar: name, clash: false, day: Some(InAll::new(day, lunar)) })
}

/// One date for people.
fn line(date: &Printed) -> String {
    const WEEK: [&str; 7] = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let mut facts = vec![text::date(&date.dated)];
    if let (Some(day), Some(all)) = (date.dated.as_day(), &date.day) {
        facts[0] = format!("{} {}", WEEK[usize::from(day.weekday())], all.gregorian);
        facts.push(format!("persian {}", all.persian));
        facts.push(format!("islamic {}", all.islamic));
        if let (Some(a), Some(b)) = (date.dated.earliest, date.dated.latest)
            && a != b
        {
            facts.push(format!("open from {a} to {b}"));
        }
    }
    if date.clash {
        facts.push("the other calendar has another day".to_owned());
    }
    let basis: Vec<&str> = date.dated.basis.iter().map(|b| b.name()).collect();
    let basis = if basis.is_empty() { String::new() } else { format!(" ({})", basis.join(", ")) };
    format!("{}  {}{basis}\n", isolate(&date.text), facts.join(" · "))
}
