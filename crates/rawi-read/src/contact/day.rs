//! The day of a contact: from the dates of the sentence that tells of it, apart from the day of publication.

use rawi_model::Status;
use rawi_text::ByteSpan;
use rawi_time::{Calendar, CalendarName, Dated, Day, Value};

use super::Draft;
use super::draft::Telling;
use crate::date::FoundDate;

/// Gives contacts their days: for each the nearest date in the sentence of the first telling that has one. What is planned is not
/// dated before the day of publication, nor what was held behind it.
pub(crate) fn date(contacts: &mut [Draft], dates: &[FoundDate], published: Option<Day>) {
    for contact in contacts {
        // «سفر هفته آینده‌اش به چین»: a day to come within the words that tell of it.
        let coming = |d: &FoundDate| published.zip(d.dated.earliest).is_some_and(|(today, first)| first > today);
        let tells = |t: &Telling| dates.iter().any(|d| d.span.start >= t.span.start && d.span.end <= t.span.end && coming(d));
        if contact.status == Status::Held && !contact.basis.contains("/verb-") && contact.tellings.iter().any(tells) {
            contact.status = Status::Planned;
        }
        let fits = |date: &&FoundDate| match (contact.status, published) {
            (Status::Planned, Some(day)) => date.dated.latest.is_none_or(|latest| latest >= day),
            (Status::Held, Some(day)) => date.dated.earliest.is_none_or(|earliest| earliest <= day),
            _ => true,
        };
        let mut found: Vec<&FoundDate> = contact.tellings.iter().filter_map(|t| nearest(dates, t.clause, t.span)).filter(fits).collect();
        if found.is_empty() && contact.status == Status::Held {
            found.extend(contact.tellings.iter().filter_map(|t| only(dates, t.wide?)).find(|d| fits(d) && d.dated.as_day().is_some()));
        }
        if found.is_empty() && contact.status == Status::Held {
            found.extend(contact.tellings.iter().filter_map(|t| only(dates, t.before?)).find(|d| fits(d) && d.dated.as_day().is_some()));
        }
        let settled = found.iter().map(|d| settled(d, contact.status)).find(|d| d.value.is_some());
        contact.date = settled.or_else(|| found.first().map(|d| d.dated.clone()));
    }
}

/// The one date of a stretch.
fn only(dates: &[FoundDate], within: ByteSpan) -> Option<&FoundDate> {
    let mut inside = dates.iter().filter(|d| d.span.start >= within.start && d.span.end <= within.end);
    inside.next().filter(|_| inside.next().is_none())
}

/// A date as a contact settles it: a month without a year, of which the last and the next one are open, is the next one for what is to
/// come and the last one for what took place.
fn settled(date: &FoundDate, status: Status) -> Dated {
    let mut dated = date.dated.clone();
    let (Some(first), Some(last), None) = (dated.earliest, dated.latest, dated.value) else { return dated };
    if date.calendar == CalendarName::Gregorian && YEAR.contains(&(last.0 - first.0)) {
        let (year, month, _) = if status == Status::Held { first } else { last }.to_gregorian();
        dated.value = Some(Value::Month(year, month));
        let bounds = Calendar::Gregorian.month(year, month);
        dated.earliest = bounds.map(|b| b.0);
        dated.latest = bounds.map(|b| b.1);
    }
    dated
}

/// How long a month of one year and the same month of the next are together, in days.
const YEAR: std::ops::RangeInclusive<i32> = 390..=400;

/// The date inside a stretch that stands nearest to the words; what is told inside them counts as nearest.
fn nearest(dates: &[FoundDate], within: ByteSpan, words: ByteSpan) -> Option<&FoundDate> {
    let inside = |d: &&FoundDate| d.span.start >= within.start && d.span.end <= within.end;
    let far = |d: &FoundDate| {
        if d.span.end <= words.start { words.start - d.span.end } else { d.span.start.saturating_sub(words.end) }
    };
    dates.iter().filter(inside).min_by_key(|d| (far(d), d.span.start))
}

#[cfg(test)]
mod tests {
    use rawi_time::{Basis, Dated};

    use super::*;

    fn found(start: u32, day: &str) -> FoundDate {
        let dated = Dated::day(day.parse::<Day>().unwrap(), Basis::Written);
        FoundDate { span: ByteSpan { start, end: start + 8 }, calendar: CalendarName::Gregorian, dated, clash: false }
    }

    #[test]
    fn the_nearest_day_of_the_clause_is_taken() {
        let span = |start, end| ByteSpan { start, end };
        let dates = [found(0, "2024-05-01"), found(40, "2024-05-02"), found(90, "2024-05-03"), found(200, "2024-05-04")];
        let day = |within, words| nearest(&dates, within, words).map(|d| d.dated.as_day().unwrap().to_string());
        assert_eq!(day(span(0, 100), span(50, 70)).as_deref(), Some("2024-05-02"));
        // a date inside the words that tell of the contact
        assert_eq!(day(span(0, 100), span(80, 100)).as_deref(), Some("2024-05-03"));
        // none beyond the clause
        assert_eq!(day(span(110, 190), span(120, 150)), None);
    }
}
