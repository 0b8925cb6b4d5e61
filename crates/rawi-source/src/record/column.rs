//! Which columns of a record are read, and in which order of preference.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};

use super::value::Value;

/// What a column is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Id,
    Title,
    Text,
    /// An abstract: stands for the text, before the paragraphs, where there is no text column.
    Lead,
    /// A list of paragraphs, likewise.
    Paragraphs,
    Published,
    /// The time of collection: the last resort for the time of publication.
    Crawled,
    Url,
    Outlet,
    Lang,
}

const SLOTS: usize = Slot::Lang as usize + 1;

/// The usual names of columns, the better before the worse.
const NAMES: [(Slot, &[&str]); SLOTS] = [
    (Slot::Id, &["id"]),
    (Slot::Title, &["title", "headline"]),
    (Slot::Text, &["text", "content", "body", "full_text", "article_body", "articleBody"]),
    (Slot::Lead, &["abstract", "excerpt", "summary", "lead", "introtext", "subtitle"]),
    (Slot::Paragraphs, &["paragraphs"]),
    (
        Slot::Published,
        &[
            "published",
            "date",
            "published_time",
            "published_at",
            "publish_date",
            "publication_date",
            "date_published",
            "datePublished",
            "pub_date",
            "pubdate",
            "date_shown",
            "timestamp",
        ],
    ),
    (Slot::Crawled, &["date_extracted"]),
    (Slot::Url, &["url", "link"]),
    (Slot::Outlet, &["outlet", "source", "channel", "publisher"]),
    (Slot::Lang, &["lang", "language"]),
];

/// Every column that is read: for what, and how far down the list of preference.
#[derive(Clone, Debug)]
pub(crate) struct Columns(BTreeMap<String, Vec<(Slot, u8)>>);

impl Columns {
    /// The usual names, with the mapped ones before them. An empty name switches its field off.
    pub(crate) fn new(fields: &BTreeMap<String, String>) -> Self {
        let mut columns: BTreeMap<String, Vec<(Slot, u8)>> = BTreeMap::new();
        let mut add = |name: &str, slot, rank| columns.entry(name.to_owned()).or_default().push((slot, rank));
        for (slot, names) in NAMES {
            let mapped = field(slot).and_then(|name| fields.get(name));
            if mapped.is_some_and(String::is_empty) {
                continue;
            }
            let all = mapped.map(String::as_str).into_iter().chain(names.iter().copied());
            for (rank, name) in (0_u8..).zip(all) {
                add(name, slot, rank);
            }
        }
        Self(columns)
    }

    /// Picks the columns of a record.
    pub(crate) fn pick(&self, json: &str) -> Result<Picked, serde_json::Error> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let picked = deserializer.deserialize_map(RecordVisitor(self))?;
        deserializer.end()?;
        Ok(picked)
    }
}

/// The field of [`FIELDS`](crate::FIELDS) that maps a slot.
fn field(slot: Slot) -> Option<&'static str> {
    Some(match slot {
        Slot::Id => "id",
        Slot::Title => "title",
        Slot::Text => "text",
        Slot::Published => "published",
        Slot::Url => "url",
        Slot::Outlet => "outlet",
        Slot::Lang => "lang",
        Slot::Lead | Slot::Paragraphs | Slot::Crawled => return None,
    })
}

/// The best value of each slot.
#[derive(Debug, Default)]
pub(crate) struct Picked([Option<(u8, Value)>; SLOTS]);

impl Picked {
    /// Takes the value of a slot out.
    pub(crate) fn take(&mut self, slot: Slot) -> Option<Value> {
        self.0[slot as usize].take().map(|(_, value)| value)
    }

    fn offer(&mut self, slot: Slot, rank: u8, value: Value) {
        let held = &mut self.0[slot as usize];
        if !value.is_blank() && held.as_ref().is_none_or(|(best, _)| rank <= *best) {
            *held = Some((rank, value));
        }
    }
}

struct RecordVisitor<'c>(&'c Columns);

impl<'de> Visitor<'de> for RecordVisitor<'_> {
    type Value = Picked;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Picked, A::Error> {
        let mut picked = Picked::default();
        while let Some(slots) = map.next_key_seed(KeySeed(self.0))? {
            let Some((&(last, last_rank), others)) = slots.split_last() else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let value: Value = map.next_value()?;
            for &(slot, rank) in others {
                picked.offer(slot, rank, value.clone());
            }
            picked.offer(last, last_rank, value);
        }
        Ok(picked)
    }
}

/// Looks a key up without keeping it.
struct KeySeed<'c>(&'c Columns);

impl<'de, 'c> DeserializeSeed<'de> for KeySeed<'c> {
    type Value = &'c [(Slot, u8)];

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'c> Visitor<'_> for KeySeed<'c> {
    type Value = &'c [(Slot, u8)];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.0.get(key).map_or(&[], Vec::as_slice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_stand_in_their_order_and_names_are_of_one_slot() {
        let mut seen = BTreeMap::new();
        for (i, (slot, names)) in NAMES.into_iter().enumerate() {
            assert_eq!(slot as usize, i);
            for name in names {
                assert!(seen.insert(*name, i).is_none(), "{name} stands twice");
            }
        }
        for name in crate::FIELDS {
            assert!(NAMES.iter().any(|(slot, _)| field(*slot) == Some(name)));
        }
    }
}
