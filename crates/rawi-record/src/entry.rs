//! A reading made ready for the record: what is folded for search is folded here, away from the one writer.

use std::collections::BTreeSet;

use rawi_model::{Actor, MentionKind, Reading};
use rawi_text::CharSpan;

use crate::correct::address;
use crate::words::search_form;

/// A reading with its folded forms.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub(crate) reading: Reading,
    /// The words of the title, folded.
    pub(crate) title: String,
    /// The words of the text, folded.
    pub(crate) body: String,
    /// For each statement, its words as they stand and folded.
    pub(crate) statements: Vec<(String, String)>,
    /// For each contact, the words that tell of it.
    pub(crate) contacts: Vec<String>,
    /// For each actor, what the document calls it by name or role, folded.
    pub(crate) names: Vec<Vec<String>>,
    /// For each actor, the registry's names, folded.
    pub(crate) known: Vec<Vec<String>>,
    /// For each actor, its address: what corrections call it.
    pub(crate) addresses: Vec<String>,
    /// For each contact, what tells it from others.
    pub(crate) clues: Vec<rawi_event::Clue>,
}

impl Entry {
    /// Makes a reading ready. Nothing but the reading is looked at, so that many threads can do it at once.
    pub fn new(reading: Reading) -> Self {
        let text = Cut::new(&reading.document.text);
        let statements = reading
            .statements
            .iter()
            .map(|s| text.words(&s.content))
            .map(|w| (search_form(&w), w))
            .map(|(folded, w)| (w, folded))
            .collect();
        let contacts = reading.contacts.iter().map(|c| text.words(&c.evidence)).collect();
        let known = reading
            .actors
            .iter()
            .map(|a| {
                if a.registry.is_none() {
                    return Vec::new();
                }
                a.names.values().map(|n| search_form(n)).filter(|n| !n.is_empty()).collect::<BTreeSet<_>>().into_iter().collect()
            })
            .collect::<Vec<Vec<String>>>();
        let addresses: Vec<String> = reading.actors.iter().map(|a| address::of(a.kind, a.registry.as_deref(), &a.name)).collect();
        let names = reading.actors.iter().zip(&known).map(|(actor, known)| called(&reading, actor, known)).collect();
        Self {
            title: search_form(reading.document.title.as_deref().unwrap_or("")),
            body: search_form(&reading.document.text),
            statements,
            contacts,
            names,
            known,
            clues: crate::event::addressed(&reading, &addresses),
            addresses,
            reading,
        }
    }

    /// The reading itself.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }
}

/// What a document calls an actor, apart from what the registry calls it everywhere: by name, by role, and by the office
/// that it held, in each language, so that «وزير الخارجية العماني» (Oman's foreign minister) finds whoever held it.
fn called(reading: &Reading, actor: &Actor, known: &[String]) -> Vec<String> {
    let given = if actor.registry.is_none() { actor.names.values().collect() } else { Vec::new() };
    let mentions = actor.mentions.iter().filter(|m| m.kind != MentionKind::Pronoun).map(|m| &m.text);
    let office = actor.office.as_deref().and_then(|key| reading.actor(key));
    let offices = office.into_iter().flat_map(|o| o.names.values().chain([&o.name]));
    let mut names: BTreeSet<String> =
        given.into_iter().chain([&actor.name]).chain(mentions).chain(offices).map(|n| search_form(n)).collect();
    if let Some(words) = actor.office.as_deref().filter(|_| office.is_none()) {
        // A reading may give the office in words; they and those of its state or body are found together.
        names.insert(search_form(&format!("{words} {}", actor.of.as_deref().unwrap_or(""))));
    }
    names.into_iter().filter(|name| !name.is_empty() && !known.contains(name)).collect()
}

/// A text whose code points are counted once, so that many spans can be cut from it.
pub(crate) struct Cut<'t> {
    text: &'t str,
    /// The byte at which every 32nd code point starts.
    marks: Vec<u32>,
}

impl<'t> Cut<'t> {
    const STEP: usize = 32;

    pub(crate) fn new(text: &'t str) -> Self {
        let marks = text.char_indices().step_by(Self::STEP).map(|(at, _)| at as u32).collect();
        Self { text, marks }
    }

    /// The byte at which a code point starts; the text's length past its end.
    fn byte(&self, char: u32) -> usize {
        let char = char as usize;
        let Some(&mark) = self.marks.get(char / Self::STEP) else { return self.text.len() };
        let rest = &self.text[mark as usize..];
        rest.char_indices().nth(char % Self::STEP).map_or(self.text.len(), |(at, _)| mark as usize + at)
    }

    /// The words of a span; what lies past the text's end is left out.
    pub(crate) fn of(&self, span: CharSpan) -> &'t str {
        self.text.get(self.byte(span.start)..self.byte(span.end)).unwrap_or("")
    }

    /// The words of several spans, an ellipsis between them.
    pub(crate) fn words(&self, spans: &[CharSpan]) -> String {
        let mut words = String::new();
        for piece in spans.iter().map(|&s| self.of(s)).filter(|p| !p.is_empty()) {
            if !words.is_empty() {
                words.push_str(" … ");
            }
            words.push_str(piece);
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn cuts_as_spans_do(text in "[ا-ی \u{200C}a😀]{0,150}", a in 0u32..160, b in 0u32..160) {
            let length = text.chars().count() as u32;
            let span = CharSpan { start: a.min(length), end: b.min(length) };
            prop_assert_eq!(Cut::new(&text).of(span), span.of(&text));
        }
    }
}
