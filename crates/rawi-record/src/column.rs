//! Between the types of a reading and the columns of a row.

use rawi_model::{Event, Plover};
use rawi_text::CharSpan;
use rawi_time::{Basis, Dated, Day, Value};
use serde::de::value::{Error as Plain, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

use crate::error::{RecordError, Result};

/// A date as four columns; all null where no date is given.
#[derive(Clone, Debug, Default)]
pub(crate) struct DateColumns {
    pub(crate) value: Option<String>,
    pub(crate) earliest: Option<String>,
    pub(crate) latest: Option<String>,
    pub(crate) basis: Option<String>,
}

impl DateColumns {
    pub(crate) fn new(dated: Option<&Dated>) -> Self {
        let Some(dated) = dated else { return Self::default() };
        Self {
            value: dated.value.map(|v| v.to_string()),
            earliest: dated.earliest.map(|d| d.to_string()),
            latest: dated.latest.map(|d| d.to_string()),
            basis: Some(json(&dated.basis)),
        }
    }

    pub(crate) fn dated(self) -> Result<Option<Dated>> {
        let Some(basis) = self.basis else { return Ok(None) };
        Ok(Some(Dated {
            value: self.value.as_deref().map(value).transpose()?,
            earliest: self.earliest.as_deref().map(day).transpose()?,
            latest: self.latest.as_deref().map(day).transpose()?,
            basis: from_json::<Vec<Basis>>(&basis)?,
        }))
    }
}

/// The first and last day on which a date can lie; none when it is quite open.
pub(crate) fn days(dated: &Dated) -> Option<(Day, Day)> {
    let (first, last) = match dated.value {
        Some(v) => reach(v)?,
        None => match (dated.earliest, dated.latest) {
            (Some(a), Some(b)) => (a, b),
            (Some(a), None) => (a, a),
            (None, Some(b)) => (b, b),
            (None, None) => return None,
        },
    };
    Some((dated.earliest.unwrap_or(first).min(first), dated.latest.unwrap_or(last).max(last)))
}

/// The first and last day of a day, month or year.
pub(crate) fn reach(value: Value) -> Option<(Day, Day)> {
    match value {
        Value::Day(d) => Some((d, d)),
        Value::Month(y, m) => {
            let next = if m >= 12 { (y.checked_add(1)?, 1) } else { (y, m + 1) };
            Some((Day::from_gregorian(y, m, 1)?, Day::from_gregorian(next.0, next.1, 1)?.plus(-1)))
        }
        Value::Year(y) => Some((Day::from_gregorian(y, 1, 1)?, Day::from_gregorian(y, 12, 31)?)),
    }
}

fn day(column: &str) -> Result<Day> {
    match value(column)? {
        Value::Day(d) => Ok(d),
        _ => Err(damaged("day", column)),
    }
}

/// Reads a value back, years before the first among them.
fn value(column: &str) -> Result<Value> {
    let no = || damaged("date", column);
    let (sign, rest) = column.strip_prefix('-').map_or((1, column), |rest| (-1, rest));
    let mut parts = rest.splitn(3, '-');
    let year = sign * parts.next().and_then(|p| p.parse::<i32>().ok()).ok_or_else(no)?;
    let Some(month) = parts.next() else { return Ok(Value::Year(year)) };
    let month = month.parse().map_err(|_| no())?;
    let Some(day) = parts.next() else { return Ok(Value::Month(year, month)) };
    Day::from_gregorian(year, month, day.parse().map_err(|_| no())?).map(Value::Day).ok_or_else(no)
}

/// The three columns of an event.
pub(crate) fn event(plover: Option<String>, mode: Option<String>, cameo: Option<String>) -> Result<Option<Event>> {
    plover.map(|p| Ok(Event { plover: named::<Plover>(&p)?, mode, cameo })).transpose()
}

/// A list of spans as a column.
pub(crate) fn spans(spans: &[CharSpan]) -> String {
    json(spans)
}

/// A span from two columns that are both null or both not.
pub(crate) fn span(start: Option<u32>, end: Option<u32>) -> Option<CharSpan> {
    Some(CharSpan { start: start?, end: end? })
}

/// The value of an enumeration by its name in JSON.
pub(crate) fn named<'a, T: Deserialize<'a>>(name: &'a str) -> Result<T> {
    let names: StrDeserializer<'a, Plain> = name.into_deserializer();
    T::deserialize(names).map_err(|e| RecordError::Damaged(e.to_string()))
}

/// A value as JSON; values of ours always are.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A value from a JSON column.
pub(crate) fn from_json<T: DeserializeOwned>(column: &str) -> Result<T> {
    serde_json::from_str(column).map_err(|_| damaged("list", column))
}

fn damaged(what: &str, column: &str) -> RecordError {
    let shown: String = column.chars().take(40).collect();
    RecordError::Damaged(format!("`{shown}` is no {what}"))
}
