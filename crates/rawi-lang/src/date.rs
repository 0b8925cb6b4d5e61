//! The date words of each language, from `data/<lang>/date.toml`.

use rawi_time::{CalendarName, Context, Customs, DateWords, Day, MonthDay, Portion, Proclitics, Row, Sign, Unit, Word};
use serde::Deserialize;
use std::sync::LazyLock;

static PERSIAN: LazyLock<Option<DateWords>> = LazyLock::new(|| load(include_str!("../data/fa/date.toml")).ok());
static ARABIC: LazyLock<Option<DateWords>> = LazyLock::new(|| load(include_str!("../data/ar/date.toml")).ok());

/// The date words of a language by its code; none for a language without them.
pub fn words(lang: &str) -> Option<&'static DateWords> {
    match lang {
        "fa" => PERSIAN.as_ref(),
        "ar" => ARABIC.as_ref(),
        _ => None,
    }
}

/// What a language's texts take for granted when their dates are settled: the first day of the week, the lunar calendar.
pub fn context(lang: &str, published: Option<Day>) -> Context {
    if lang == "ar" { Context::arabic(published) } else { Context::persian(published) }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    on: String,
    proclitics: Vec<String>,
    merging: Option<(String, String)>,
    hijri: CalendarName,
    civil: CalendarName,
    short_years: bool,
    word: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "the keys of a data row")]
struct Entry {
    class: String,
    forms: Vec<String>,
    calendar: Option<CalendarName>,
    number: Option<u16>,
    day: Option<u8>,
    /// Of a day with a name, the weekday whose last one in the month it is.
    last: Option<u8>,
    /// Of a part, how many of it there are.
    of: Option<u8>,
    sign: Option<String>,
    unit: Option<String>,
    shift: Option<i8>,
    count: Option<u8>,
    #[serde(default)]
    ordinal: bool,
    #[serde(default)]
    loose: bool,
    #[serde(default)]
    bound: bool,
    #[serde(default)]
    pointed: bool,
    #[serde(default)]
    trailing: bool,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    example: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    on: Option<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    reads: Vec<String>,
}

impl Entry {
    fn month_day(&self) -> Option<MonthDay> {
        self.day.map(MonthDay::Number).or(self.last.map(MonthDay::Last))
    }

    fn word(&self) -> Result<Word, String> {
        let lacks = |what: &str| format!("`{}` of class `{}` lacks `{what}`", self.forms.join(", "), self.class);
        let calendar = || self.calendar.ok_or_else(|| lacks("calendar"));
        let number = || self.number.ok_or_else(|| lacks("number"));
        let small = |from: u8, to: u8| {
            number().and_then(|n| u8::try_from(n).ok().filter(|n| (from..=to).contains(n)).ok_or_else(|| lacks("number")))
        };
        let shift = || self.shift.ok_or_else(|| lacks("shift"));
        let unit = || match self.unit.as_deref() {
            Some("day") => Ok(Unit::Day),
            Some("week") => Ok(Unit::Week),
            Some("month") => Ok(Unit::Month),
            Some("year") => Ok(Unit::Year),
            _ => Err(lacks("unit")),
        };
        let sign = || match self.sign.as_deref() {
            Some("firm") => Ok(Sign::Firm),
            Some("common") => Ok(Sign::Common),
            Some("weak") => Ok(Sign::Weak),
            _ => Err(lacks("sign")),
        };
        Ok(match self.class.as_str() {
            "month" => Word::Month { calendar: calendar()?, number: small(1, 12)?, sign: sign()?, marked: false },
            "month_word" => Word::MonthWord,
            "month_suffix" => Word::MonthSuffix,
            "weekday" => Word::Weekday(small(0, 6)?),
            "bare_weekday" => Word::BareWeekday(small(0, 6)?),
            "day" => Word::Day { shift: shift()?, loose: self.loose },
            "part" => Word::Part { trailing: self.trailing },
            "eve" => Word::Eve,
            "day_word" => Word::DayWord,
            "days" => Word::Days,
            "unit" => Word::Unit { unit: unit()?, count: self.count, pointed: self.pointed },
            "shift" => Word::Shift(shift()?),
            "unit_shift" => Word::UnitShift { unit: unit()?, shift: shift()?, bound: self.bound },
            "ago_before" => Word::AgoBefore,
            "ago" => Word::AgoAfter(self.shift.unwrap_or(-1)),
            "some" => Word::Some,
            "every" => Word::Every,
            "number" => Word::Number { value: number()?, ordinal: self.ordinal },
            "suffix" => Word::Suffix,
            "year" => Word::Year,
            "occasion" => Word::Occasion,
            "decade" => Word::Decade(self.number.map(|_| small(20, 90)).transpose()?),
            "portion" => Word::Portion(Portion { at: small(0, 3)?, of: self.of.ok_or_else(|| lacks("of"))? }),
            "months" => Word::Months(small(2, 11)?),
            "nth" => Word::Nth(shift()?),
            "counted" => Word::Counted,
            "era" => Word::Era(calendar()?),
            "of" => Word::Of,
            "and" => Word::And,
            "to" => Word::To,
            "equals" => Word::Equals,
            "preposition" => Word::Preposition,
            "clock" => Word::Clock,
            "published" => Word::Published,
            "future_before" => Word::FutureBefore,
            "future_after" => Word::FutureAfter,
            "clause" => Word::Clause,
            "event" => Word::Event,
            "or" => Word::Or,
            "between" => Word::Between,
            "same_year" => Word::SameYear,
            "section" => Word::Section,
            "named" => Word::Named { calendar: calendar()?, month: small(1, 12)?, day: self.month_day().ok_or_else(|| lacks("day"))? },
            "season" => Word::Season(small(0, 3)?),
            other => return Err(format!("no class `{other}`")),
        })
    }
}

/// Reads the date words of a language.
///
/// # Errors
/// What is wrong with the file: no TOML, an unknown class, a row without its value, its forms or its example.
pub fn load(toml: &str) -> Result<DateWords, String> {
    let file: File = toml::from_str(toml).map_err(|e| e.to_string())?;
    let mut rows = Vec::with_capacity(file.word.len());
    for entry in &file.word {
        if entry.forms.is_empty() || entry.example.is_empty() {
            return Err(format!("a row of class `{}` lacks its forms or its example", entry.class));
        }
        rows.push(Row {
            forms: entry.forms.clone(),
            word: entry.word()?,
            not_after: entry.not_after.clone(),
            not_before: entry.not_before.clone(),
        });
    }
    let customs = Customs { hijri: file.hijri, civil: file.civil, short_years: file.short_years };
    Ok(DateWords::new(&rows, &Proclitics { forms: file.proclitics, merging: file.merging }, customs))
}

#[cfg(test)]
mod tests {
    use rawi_text::Tokens;
    use rawi_time::{Settled, find, settle};

    use super::*;

    fn read(lang: &str, text: &str, on: Option<Day>) -> Vec<String> {
        let tokens = Tokens::new(text);
        let found = find(&tokens, words(lang).unwrap());
        settle(&found, &context(lang, on)).iter().map(|s| show(text, &tokens, s)).collect()
    }

    /// "words = value", as the rows of the data say it.
    fn show(text: &str, tokens: &Tokens, s: &Settled) -> String {
        let words = s.span(tokens, text).of(text);
        let dated = &s.dated;
        let value = match (dated.value, dated.earliest, dated.latest) {
            (Some(v), Some(a), Some(b)) => {
                let open = s.calendar == CalendarName::Islamic && a != b;
                format!("{v}{}", if open { "?" } else { "" })
            }
            (None, Some(a), Some(b)) if s.calendar == CalendarName::Islamic => format!("{}..{}?", a.plus(1), b.plus(-1)),
            (None, Some(a), Some(b)) => format!("{a}..{b}"),
            _ => "open".to_owned(),
        };
        format!("{words} = {value}")
    }

    #[test]
    fn every_row_reads_its_example() {
        let mut wrong = Vec::new();
        for (lang, toml) in [("fa", include_str!("../data/fa/date.toml")), ("ar", include_str!("../data/ar/date.toml"))] {
            load(toml).unwrap();
            let file: File = toml::from_str(toml).unwrap();
            for entry in &file.word {
                let on: Day = entry.on.as_ref().unwrap_or(&file.on).parse().unwrap();
                let read = read(lang, &entry.example, Some(on));
                if read != entry.reads {
                    wrong.push(format!("{lang}: {}\n   reads {read:?}\n  should {:?}", entry.example, entry.reads));
                }
            }
        }
        assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
    }
}
