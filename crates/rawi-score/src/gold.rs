//! What careful readers found in a document, by its places in code points.

use std::collections::BTreeMap;

use rawi_text::CharSpan;
use serde::{Deserialize, Deserializer, Serialize};

/// An annotated document, resolved: every item leads to its place in the text. It needs no text of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Gold {
    /// The document as its annotator calls it.
    pub doc: String,
    /// Where it is found: the path of a file below the texts, for a record with `#` and its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// SHA-256 of the text as read, in UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// The code of its language.
    #[serde(default)]
    pub lang: Option<String>,
    /// Its genre.
    #[serde(default)]
    pub genre: Option<String>,
    /// By key, who takes part.
    #[serde(default)]
    pub actors: BTreeMap<String, GoldActor>,
    /// Its dates.
    #[serde(default)]
    pub dates: Vec<GoldDate>,
    /// Its statements.
    #[serde(default)]
    pub statements: Vec<GoldStatement>,
    /// Its contacts.
    #[serde(default)]
    pub contacts: Vec<GoldContact>,
}

/// One who takes part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GoldActor {
    /// Every spelling of the name that a reading may come up with, and the roles in the text.
    pub names: Vec<String>,
}

/// A date of an annotation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GoldDate {
    /// Its place.
    #[serde(flatten)]
    pub span: CharSpan,
    /// The day, month or year, where one is settled.
    #[serde(default)]
    pub value: Option<String>,
    /// Whether it is right to find and no fault to leave out.
    #[serde(default)]
    pub optional: bool,
}

/// A statement of an annotation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GoldStatement {
    /// The key of the speaker.
    pub speaker: String,
    /// The places of the content.
    #[serde(deserialize_with = "spans")]
    pub content: Vec<CharSpan>,
    /// Direct, indirect, paraphrase or document.
    pub form: String,
    /// The keys of the reporters.
    #[serde(default, deserialize_with = "keys")]
    pub via: Vec<String>,
    /// Whether it is right to find and no fault to leave out.
    #[serde(default)]
    pub optional: bool,
}

/// A contact of an annotation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GoldContact {
    /// Meeting, call, letter …
    pub kind: String,
    /// The keys of its parties.
    pub parties: Vec<String>,
    /// Its day.
    #[serde(default)]
    pub date: Option<String>,
    /// The places of the words that tell of it.
    #[serde(default, deserialize_with = "spans")]
    pub evidence: Vec<CharSpan>,
    /// Whether it is right to find and no fault to leave out.
    #[serde(default)]
    pub optional: bool,
}

/// One place, several or none.
fn spans<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<CharSpan>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Spans {
        One(CharSpan),
        Several(Vec<CharSpan>),
        None(()),
    }
    Ok(match Spans::deserialize(deserializer)? {
        Spans::One(span) => vec![span],
        Spans::Several(spans) => spans,
        Spans::None(()) => Vec::new(),
    })
}

fn keys<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

impl Gold {
    /// The names of an actor.
    pub(crate) fn names(&self, key: &str) -> &[String] {
        self.actors.get(key).map_or(&[], |actor| &actor.names)
    }

    /// A key of a statement or contact that is no actor.
    pub(crate) fn unknown(&self) -> Option<&str> {
        let said = self.statements.iter().flat_map(|s| std::iter::once(&s.speaker).chain(&s.via));
        let met = self.contacts.iter().flat_map(|c| &c.parties);
        said.chain(met).find(|key| !self.actors.contains_key(*key)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_in_every_way_they_are_written() {
        let line = r#"{"doc": "d", "source": "a.jsonl#1", "actors": {"n": {"kind": "person", "names": ["نوری"]}}, "outlet": null,
            "statements": [{"speaker": "n", "cue": {"start": 0, "end": 3}, "content": {"start": 4, "end": 9}, "form": "direct", "via": null},
                {"speaker": "n", "content": [{"start": 1, "end": 2}, {"start": 4, "end": 5}], "form": "indirect"}],
            "contacts": [{"kind": "call", "parties": ["n"], "evidence": null}], "dates": [{"start": 2, "end": 4, "value": null}]}"#;
        let gold: Gold = serde_json::from_str(line).unwrap();
        assert_eq!(gold.statements[0].content, [CharSpan { start: 4, end: 9 }]);
        assert_eq!(gold.statements[1].content.len(), 2);
        assert_eq!((gold.dates[0].span.end, gold.contacts[0].evidence.len(), gold.unknown()), (4, 0, None));
    }
}
