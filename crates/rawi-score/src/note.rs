//! Annotations as they are written, with the text's own words, resolved to places in code points.

use std::collections::BTreeMap;
use std::ops::Range;

use rawi_text::{ByteSpan, CharIndex, CharSpan};
use serde::Deserialize;

use crate::error::ScoreError;
use crate::gold::{Gold, GoldActor, GoldContact, GoldDate, GoldStatement};
use crate::name::is_word;

/// An annotation in the format of `gold/README.md`.
#[derive(Clone, Debug, Deserialize)]
pub struct Note {
    /// A path relative to the annotation, or the id of a record.
    pub doc: String,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    genre: Option<String>,
    actors: BTreeMap<String, GoldActor>,
    #[serde(default)]
    dates: Vec<DateRow>,
    #[serde(default)]
    statements: Vec<StatementRow>,
    #[serde(default)]
    contacts: Vec<ContactRow>,
}

#[derive(Clone, Debug, Deserialize)]
struct DateRow {
    text: Words,
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    optional: bool,
}

#[derive(Clone, Debug, Deserialize)]
struct StatementRow {
    speaker: String,
    #[serde(default)]
    cue: Option<Words>,
    content: Words,
    form: String,
    #[serde(default)]
    before: bool,
    #[serde(default)]
    via: Vec<String>,
    #[serde(default)]
    audience: Vec<String>,
    #[serde(default)]
    optional: bool,
}

#[derive(Clone, Debug, Deserialize)]
struct ContactRow {
    kind: String,
    parties: Vec<String>,
    #[serde(default)]
    date: Option<String>,
    evidence: Words,
    #[serde(default)]
    optional: bool,
}

/// How an annotation names a place: its words, its first and last words, or the n-th occurrence.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Words {
    Text(String),
    Ends([String; 2]),
    Nth { text: String, nth: usize },
}

impl Note {
    /// Finds every place in the document's text. `place` names the annotation in faults.
    ///
    /// # Errors
    /// When words do not stand in the text, or a key is no actor.
    pub fn resolve(&self, text: &str, place: &str) -> Result<Gold, ScoreError> {
        let index = CharIndex::new(text);
        let find = |words: &Words, after: usize| {
            words.find(text, after).ok_or_else(|| ScoreError::NoWords { place: place.to_owned(), words: words.shown() })
        };
        let span = |bytes: Range<usize>| -> CharSpan { index.chars(ByteSpan::new(bytes)) };
        let (mut at, mut dates) = (0, Vec::new());
        for row in &self.dates {
            let bytes = find(&row.text, at)?;
            if !matches!(row.text, Words::Nth { .. }) {
                at = bytes.end;
            }
            dates.push(GoldDate { span: span(bytes), value: row.value.clone(), optional: row.optional });
        }
        let (mut at, mut statements) = (0, Vec::new());
        for row in &self.statements {
            let cue = row.cue.as_ref().map(|cue| find(cue, at)).transpose()?;
            let content = find(&row.content, if row.before { at } else { cue.map_or(at, |c| c.end) })?;
            at = at.max(content.start);
            statements.push(GoldStatement {
                speaker: row.speaker.clone(),
                content: vec![span(content)],
                form: row.form.clone(),
                via: row.via.clone(),
                optional: row.optional,
            });
        }
        let contact = |row: &ContactRow| {
            Ok(GoldContact {
                kind: row.kind.clone(),
                parties: row.parties.clone(),
                date: row.date.clone(),
                evidence: vec![span(find(&row.evidence, 0)?)],
                optional: row.optional,
            })
        };
        let gold = Gold {
            doc: self.doc.clone(),
            lang: self.lang.clone(),
            genre: self.genre.clone(),
            actors: self.actors.clone(),
            contacts: self.contacts.iter().map(contact).collect::<Result<_, ScoreError>>()?,
            dates,
            statements,
            ..Gold::default()
        };
        let audience = self.statements.iter().flat_map(|s| &s.audience).find(|key| !self.actors.contains_key(*key));
        match gold.unknown().or(audience.map(String::as_str)) {
            Some(key) => Err(ScoreError::NoActor { place: place.to_owned(), key: key.to_owned() }),
            None => Ok(gold),
        }
    }
}

impl Words {
    /// As a fault shows it.
    fn shown(&self) -> String {
        match self {
            Self::Text(words) => words.clone(),
            Self::Ends([first, last]) => format!("{first} … {last}"),
            Self::Nth { text, nth } => format!("{text} ({nth})"),
        }
    }

    fn find(&self, text: &str, after: usize) -> Option<Range<usize>> {
        match self {
            Self::Nth { text: what, nth } => {
                let at = occurrences(text, what, 0).nth(nth.checked_sub(1)?)?;
                Some(at..at + what.len())
            }
            Self::Ends([first, last]) => {
                let start = one(text, first, after)?.start;
                Some(start..start + text[start..].find(last.as_str())? + last.len())
            }
            Self::Text(what) => one(text, what, after),
        }
    }
}

/// Where words stand from a place on, overlapping ones too.
fn occurrences<'t>(text: &'t str, what: &'t str, from: usize) -> impl Iterator<Item = usize> + 't {
    let mut from = Some(from);
    std::iter::from_fn(move || {
        let at = from?;
        let found = at + text.get(at..)?.find(what)?;
        from = text[found..].chars().next().map(|c| found + c.len_utf8());
        Some(found)
    })
}

/// The words as whole words first after a place and then anywhere, else as part of words after it.
fn one(text: &str, what: &str, after: usize) -> Option<Range<usize>> {
    let whole =
        |at: &usize| !text[..*at].chars().next_back().is_some_and(is_word) && !text[*at + what.len()..].chars().next().is_some_and(is_word);
    let at = occurrences(text, what, after)
        .find(whole)
        .or_else(|| occurrences(text, what, 0).find(whole))
        .or_else(|| occurrences(text, what, after).next())?;
    Some(at..at + what.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, words: &Words, after: usize) -> Option<(usize, usize)> {
        words.find(text, after).map(|r| (r.start, r.end))
    }

    #[test]
    fn whole_words_come_first() {
        // "his letter and the letter", the second with a vowel mark
        let text = "نامهاش و نامهٔ نامه";
        assert_eq!(span(text, &Words::Text("نامه".to_owned()), 0), Some((16, 24)));
        let last = text.rfind("نامه").unwrap();
        assert_eq!(span(text, &Words::Text("نامه".to_owned()), 18), Some((last, text.len())));
        assert_eq!(span(text, &Words::Nth { text: "نامه".to_owned(), nth: 3 }, 0), Some((last, text.len())));
        assert_eq!(span(text, &Words::Ends(["نامهاش".to_owned(), "نامه".to_owned()]), 0), Some((0, 8)));
        assert_eq!(span(text, &Words::Text("سفر".to_owned()), 0), None);
        assert_eq!(span(text, &Words::Nth { text: "نامه".to_owned(), nth: 0 }, 0), None);
    }

    #[test]
    fn occurrences_overlap() {
        assert_eq!(occurrences("آآآ", "آآ", 0).collect::<Vec<_>>(), [0, 2]);
    }
}
