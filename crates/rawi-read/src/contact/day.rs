//! The day of a contact: from the dates of the sentence that tells of it, apart from the day of publication.

use rawi_text::ByteSpan;

use super::Draft;
use crate::date::FoundDate;

/// Gives contacts their days: for each the nearest date in the sentence of the first telling that has one.
pub(crate) fn date(contacts: &mut [Draft], dates: &[FoundDate]) {
    for contact in contacts {
        let found = contact.tellings.iter().find_map(|t| nearest(dates, t.clause, t.span));
        contact.date = found.map(|d| d.dated.clone());
    }
}

/// The date inside a stretch that stands nearest to the words; what is told inside them counts as nearest.
fn nearest(dates: &[FoundDate], within: ByteSpan, words: ByteSpan) -> Option<&FoundDate> {
    let inside = |d: &&FoundDate| d.span.start >= within.start && d.span.end <= within.end && d.dated.value.is_some();
    let far = |d: &FoundDate| {
        if d.span.end <= words.start { words.start - d.span.end } else { d.span.start.saturating_sub(words.end) }
    };
    dates.iter().filter(inside).min_by_key(|d| (far(d), d.span.start))
}
