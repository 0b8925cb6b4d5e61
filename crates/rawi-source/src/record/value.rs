//! The values that a column can have.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The value of a column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// A string.
    Text(String),
    /// A number as written.
    Number(String),
    /// A list of strings and of objects with a text.
    Parts(Vec<Part>),
    /// Null, a truth value, or an object without a text.
    None,
}

/// One element of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    text: String,
    /// The `type` of an object.
    kind: Option<String>,
}

impl Part {
    /// Whether it is a stretch inside a line: an object whose type is none of a paragraph (Telegram's `bold`, `link`).
    fn is_inline(&self) -> bool {
        const BLOCKS: [&str; 12] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "blockquote", "paragraph", "text"];
        self.kind.as_ref().is_some_and(|kind| !BLOCKS.iter().any(|block| kind.eq_ignore_ascii_case(block)))
    }
}

impl Value {
    /// Whether there is nothing in it.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) => false,
            Self::Parts(parts) => parts.iter().all(|part| part.text.trim().is_empty()),
            Self::None => true,
        }
    }

    /// The value as a text, letters and blanks as they are: stretches of one line joined as they stand, paragraphs by a
    /// blank line.
    pub(crate) fn into_text(self) -> Option<String> {
        if self.is_blank() {
            return None;
        }
        match self {
            Self::Text(text) => Some(text),
            Self::Number(number) => Some(number),
            Self::Parts(parts) => {
                let joint = if parts.iter().any(Part::is_inline) { "" } else { "\n\n" };
                let texts: Vec<&str> =
                    parts.iter().map(|part| part.text.as_str()).filter(|text| joint.is_empty() || !text.trim().is_empty()).collect();
                Some(texts.join(joint))
            }
            Self::None => None,
        }
    }

    /// The value as a short text without blanks around it.
    pub(crate) fn into_line(self) -> Option<String> {
        self.into_text().map(|text| text.trim().to_owned())
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Value, E> {
        Ok(Value::None)
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut parts = Vec::new();
        while let Some(Element(part)) = list.next_element()? {
            parts.extend(part);
        }
        Ok(Value::Parts(parts))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
        Ok(ElementVisitor.visit_map(map)?.0.map_or(Value::None, |part| Value::Text(part.text)))
    }
}

/// An element of a list, when it has a text.
struct Element(Option<Part>);

impl<'de> Deserialize<'de> for Element {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ElementVisitor)
    }
}

struct ElementVisitor;

impl<'de> Visitor<'de> for ElementVisitor {
    type Value = Element;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Element, E> {
        Ok(Element(Some(Part { text: text.to_owned(), kind: None })))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_unit<E: Error>(self) -> Result<Element, E> {
        Ok(Element(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Element, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Element(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Element, A::Error> {
        let (mut part, mut found) = (Part::default(), false);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "text" | "name" => {
                    if let Leaf(Some(text)) = map.next_value()? {
                        (part.text, found) = (text, true);
                    }
                }
                "type" => part.kind = map.next_value::<Leaf>()?.0,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Element(found.then_some(part)))
    }
}

/// A string, or something that is none.
struct Leaf(Option<String>);

impl<'de> Deserialize<'de> for Leaf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LeafVisitor)
    }
}

struct LeafVisitor;

impl<'de> Visitor<'de> for LeafVisitor {
    type Value = Leaf;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Leaf, E> {
        Ok(Leaf(Some(text.to_owned())))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Leaf, E> {
        Ok(Leaf(None))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Leaf, E> {
        Ok(Leaf(None))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Leaf, E> {
        Ok(Leaf(None))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Leaf, E> {
        Ok(Leaf(None))
    }

    fn visit_unit<E: Error>(self) -> Result<Leaf, E> {
        Ok(Leaf(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Leaf, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Leaf(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Leaf, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Leaf(None))
    }
}
