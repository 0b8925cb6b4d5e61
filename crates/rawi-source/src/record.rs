//! A JSON record into a document: which column holds what, and how a text is put together.

mod column;
mod value;

use rawi_model::Language;
use rawi_time::Day;

pub(crate) use column::Columns;

use self::column::{Picked, Slot};
use self::value::Value;
use crate::document::RawDocument;
use crate::error::{Place, SourceError};
use crate::mend::mend;
use crate::plain::respelled;

/// Reads one record; none when it has no text.
pub(crate) fn read(place: &Place, bytes: &[u8], columns: &Columns, media_type: &str) -> Result<Option<RawDocument>, SourceError> {
    let mut notes = Vec::new();
    let decoded;
    let json = if let Some(json) = rawi_text::utf8(bytes) {
        json
    } else {
        decoded = rawi_text::decode(bytes, None);
        notes.push(if decoded.lossy {
            ("decode/lossy", format!("Some bytes have no meaning in {} and are shown as U+FFFD.", decoded.encoding))
        } else {
            ("decode/legacy", format!("The bytes were read as {}.", decoded.encoding))
        });
        decoded.text.as_str()
    };
    if !json.trim_start().starts_with('{') {
        return Err(SourceError::BadRecord { place: place.clone(), reason: "not an object".to_owned() });
    }
    let mut picked = match columns.pick(json) {
        Ok(picked) => picked,
        Err(error) => {
            let mended = mend(json).and_then(|(mended, lost)| Some((columns.pick(&mended).ok()?, lost)));
            let Some((picked, lost)) = mended else { return Err(refusal(place, &error)) };
            if lost {
                notes.push(("record/mended", "Half a surrogate pair stands in the record and is shown as U+FFFD.".to_owned()));
            }
            picked
        }
    };
    let Some(text) = text_of(&mut picked) else { return Ok(None) };
    let id = picked.take(Slot::Id).and_then(Value::into_line);
    let mut raw = RawDocument::of(place, id.as_deref(), bytes, media_type);
    for (code, text) in notes {
        raw.note(code, text);
    }
    let title = picked.take(Slot::Title).and_then(Value::into_line);
    raw.document.text = respelled(&mut raw, with_title(title.as_deref(), text));
    raw.document.title = title;
    raw.document.url = picked.take(Slot::Url).and_then(Value::into_line);
    raw.document.outlet = picked.take(Slot::Outlet).and_then(Value::into_line);
    raw.document.language = picked.take(Slot::Lang).and_then(Value::into_line).and_then(|code| language(&code)).unwrap_or_default();
    raw.published = match picked.take(Slot::Published) {
        Some(Value::Number(number)) => Some(time_of(&number).unwrap_or(number)),
        Some(value) => value.into_line(),
        None => None,
    };
    if raw.published.is_none() {
        raw.published = picked.take(Slot::Crawled).and_then(Value::into_line);
        if raw.published.is_some() {
            raw.note("published/crawled", "The only date in the record is that of its collection.");
        }
    }
    Ok(Some(raw))
}

/// The text column, or what stands for it: the abstract and the list of paragraphs.
fn text_of(picked: &mut Picked) -> Option<String> {
    if let Some(text) = picked.take(Slot::Text).and_then(Value::into_text) {
        return Some(text);
    }
    let lead = picked.take(Slot::Lead).and_then(Value::into_text);
    let paragraphs = picked.take(Slot::Paragraphs).and_then(Value::into_text);
    match (lead, paragraphs) {
        (Some(lead), Some(rest)) if !rest.trim_start().starts_with(lead.trim()) => Some(format!("{}\n\n{rest}", lead.trim_end())),
        (lead, paragraphs) => paragraphs.or(lead),
    }
}

/// Puts a separate title before a text that does not begin with it.
fn with_title(title: Option<&str>, text: String) -> String {
    match title {
        Some(title) if !text.trim_start().starts_with(title) => format!("{title}\n\n{text}"),
        _ => text,
    }
}

/// A language by its code or its English name.
fn language(code: &str) -> Option<Language> {
    let names = [("persian", Language::Fa), ("farsi", Language::Fa), ("arabic", Language::Ar), ("english", Language::En)];
    let by_name = || names.into_iter().find(|(name, _)| code.eq_ignore_ascii_case(name)).map(|(_, language)| language);
    Language::from_code(code).or_else(by_name)
}

/// Seconds (or milliseconds) since 1970 as a time in ISO 8601, for years from 1990 to 2100.
fn time_of(number: &str) -> Option<String> {
    let number: f64 = number.parse().ok()?;
    let seconds = [number, number / 1000.0].into_iter().find(|s| (631_152_000.0..4_102_444_800.0).contains(s))? as i64;
    let (day, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    Some(format!("{}T{:02}:{:02}:{:02}Z", Day(i32::try_from(day).ok()?), rest / 3600, rest / 60 % 60, rest % 60))
}

/// Why a record was refused.
fn refusal(place: &Place, error: &serde_json::Error) -> SourceError {
    let place = place.clone();
    if error.is_eof() {
        return SourceError::CutRecord { place };
    }
    let message = error.to_string();
    let reason = match message.split_once(" at line 1 column ") {
        Some((what, column)) => format!("{what} at column {column}"),
        None => message,
    };
    SourceError::BadRecord { place, reason: reason.chars().take(160).collect() }
}

#[cfg(test)]
mod tests;
