//! Places in a text, in bytes inside and in code points at the edge.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A range of UTF-8 bytes, end exclusive: the spans that the program works with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ByteSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl ByteSpan {
    /// The span of a range.
    pub fn new(range: Range<usize>) -> Self {
        Self { start: range.start as u32, end: range.end as u32 }
    }

    /// The range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many bytes it holds.
    pub fn len(self) -> usize {
        (self.end.saturating_sub(self.start)) as usize
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether both share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the other lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words there; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }
}

/// A range of Unicode code points, end exclusive: the spans that readings show (W3C Web Annotation text positions).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CharSpan {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

impl CharSpan {
    /// The words there; empty where the span does not fit the text.
    ///
    /// ```
    /// use rawi_text::CharSpan;
    /// // "the minister said"
    /// assert_eq!(CharSpan { start: 5, end: 8 }.of("وزیر گفت"), "گفت");
    /// ```
    pub fn of(self, text: &str) -> &str {
        let mut at = text.char_indices().map(|(i, _)| i).chain(std::iter::once(text.len()));
        let Some(start) = at.nth(self.start as usize) else { return "" };
        if self.end <= self.start {
            return "";
        }
        at.nth((self.end - self.start - 1) as usize).and_then(|end| text.get(start..end)).unwrap_or("")
    }
}

/// Turns places in bytes into places in code points, quickly, for one text.
#[derive(Clone, Debug)]
pub struct CharIndex<'t> {
    text: &'t str,
    /// The number of code points before every 64th byte.
    marks: Vec<u32>,
}

impl<'t> CharIndex<'t> {
    const STEP: usize = 64;

    /// Indexes a text.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut count = 0;
        marks.push(count);
        for step in text.as_bytes().chunks_exact(Self::STEP) {
            count += code_points(step);
            marks.push(count);
        }
        Self { text, marks }
    }

    /// How many code points start before a byte.
    pub fn chars_before(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let mark = byte / Self::STEP;
        let from = mark * Self::STEP;
        self.marks[mark] + code_points(&self.text.as_bytes()[from..byte])
    }

    /// The same place in code points.
    pub fn chars(&self, span: ByteSpan) -> CharSpan {
        CharSpan { start: self.chars_before(span.start), end: self.chars_before(span.end) }
    }
}

/// How many code points start in some bytes.
fn code_points(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from(b & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn both_spans_slice_to_the_same_words(text in "[ا-ی«» \u{200C}a-z😀]{0,200}", a in 0usize..200, b in 0usize..200) {
            let at: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let (a, b) = (a.min(at.len() - 1), b.min(at.len() - 1));
            let span = ByteSpan::new(at[a.min(b)]..at[a.max(b)]);
            let chars = CharIndex::new(&text).chars(span);
            prop_assert_eq!(span.of(&text), chars.of(&text));
            prop_assert_eq!((chars.end - chars.start) as usize, span.of(&text).chars().count());
        }
    }
}
