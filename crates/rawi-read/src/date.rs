//! The dates of a document, and its day of publication.

use rawi_model::{DateMention, Document, Language};
use rawi_text::{ByteSpan, CharIndex, Tokens};
use rawi_time::{CalendarName, Dated};

use crate::block::Part;

/// One date of the text.
#[derive(Clone, Debug)]
pub(crate) struct FoundDate {
    pub(crate) span: ByteSpan,
    pub(crate) calendar: CalendarName,
    pub(crate) dated: Dated,
}

/// All that is known of days in a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) dates: Vec<FoundDate>,
    pub(crate) published: Option<Dated>,
}

/// Finds and settles the dates.
pub(crate) fn find(_document: &Document, _text: &str, _tokens: &Tokens, _published: Option<&str>, _parts: &[Part], _language: Language) -> Found {
    Found::default()
}

/// The dates as readings show them.
pub(crate) fn finish(found: &Found, index: &CharIndex<'_>, text: &str) -> Vec<DateMention> {
    found
        .dates
        .iter()
        .map(|d| DateMention { span: index.chars(d.span), text: d.span.of(text).to_owned(), dated: d.dated.clone(), calendar: d.calendar })
        .collect()
}
