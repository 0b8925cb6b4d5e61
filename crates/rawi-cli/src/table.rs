//! Rows as comma-separated values (RFC 4180): a header, then one row a line.

use std::io::Write;

use csv::{Terminator, Writer, WriterBuilder};
use rawi_record::query::{ActorRef, ContactRow, DocumentRef, EventRow, Found, Listed, StatementRow, TimelineRow};
use rawi_text::CharSpan;

use crate::failure::Failure;
use crate::text::date;

/// A row that knows its header.
pub(crate) trait Row {
    /// The names of its cells.
    const HEADER: &'static [&'static str];

    /// Its cells.
    fn cells(&self) -> Vec<String>;
}

/// A table under way.
pub(crate) struct Table<W: Write> {
    writer: Writer<W>,
}

impl<W: Write> Table<W> {
    /// Starts a table with the header of its rows.
    pub(crate) fn new<R: Row>(out: W) -> Result<Self, Failure> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        writer.write_record(R::HEADER)?;
        Ok(Self { writer })
    }

    /// Writes one row.
    pub(crate) fn row<R: Row>(&mut self, row: &R) -> Result<(), Failure> {
        Ok(self.writer.write_record(row.cells())?)
    }

    /// Writes out what is still held.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        Ok(self.writer.flush()?)
    }
}

/// Names in order, as `a; b`.
fn names(actors: &[ActorRef]) -> String {
    actors.iter().map(|a| a.name.as_str()).collect::<Vec<_>>().join("; ")
}

/// Spans in order, as `5-9; 12-20`.
fn spans(spans: &[CharSpan]) -> String {
    spans.iter().map(|s| format!("{}-{}", s.start, s.end)).collect::<Vec<_>>().join("; ")
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |v| v.to_string())
}

fn document(d: &DocumentRef) -> [String; 4] {
    [d.source.clone(), text(d.title.as_ref()), text(d.outlet.as_ref()), text(d.published.as_ref().map(date))]
}

fn day(day: &Listed) -> [String; 3] {
    [text(day.from.as_ref()), text(day.to.as_ref()), text(day.basis.as_ref())]
}

impl Row for StatementRow {
    const HEADER: &'static [&'static str] = &[
        "source",
        "title",
        "outlet",
        "published",
        "statement",
        "day_from",
        "day_to",
        "day_basis",
        "speaker",
        "audience",
        "via",
        "form",
        "words",
        "spans",
        "cue",
        "plover",
        "mode",
        "cameo",
        "contact",
        "within",
        "basis",
        "confidence",
    ];

    fn cells(&self) -> Vec<String> {
        let event = self.event.as_ref();
        let mut cells = Vec::with_capacity(Self::HEADER.len());
        cells.extend(document(&self.document));
        cells.push(self.id.clone());
        cells.extend(day(&self.day));
        cells.push(text(self.speaker.as_ref().map(|a| &a.name)));
        cells.extend([names(&self.audience), names(&self.via), self.form.name().to_owned(), self.words.clone(), spans(&self.content)]);
        cells.push(text(self.cue.as_ref().map(|c| &c.lemma)));
        cells.push(text(event.map(|e| e.plover.name())));
        cells.push(text(event.and_then(|e| e.mode.as_ref())));
        cells.push(text(event.and_then(|e| e.cameo.as_ref())));
        cells.extend([text(self.contact.as_ref()), text(self.within.as_ref()), self.basis.clone(), self.confidence.to_string()]);
        cells
    }
}

impl Row for ContactRow {
    const HEADER: &'static [&'static str] = &[
        "source",
        "title",
        "outlet",
        "published",
        "contact",
        "day_from",
        "day_to",
        "day_basis",
        "kind",
        "status",
        "parties",
        "place",
        "via",
        "words",
        "spans",
        "plover",
        "mode",
        "cameo",
        "basis",
        "confidence",
    ];

    fn cells(&self) -> Vec<String> {
        let event = self.event.as_ref();
        let parties: Vec<String> = self.parties.iter().map(|p| format!("{} ({})", p.actor.name, p.role.name())).collect();
        let mut cells = Vec::with_capacity(Self::HEADER.len());
        cells.extend(document(&self.document));
        cells.push(self.id.clone());
        cells.extend(day(&self.day));
        cells.extend([self.kind.name().to_owned(), self.status.name().to_owned(), parties.join("; "), text(self.place.as_ref())]);
        cells.extend([names(&self.via), self.words.clone(), spans(&self.evidence)]);
        cells.push(text(event.map(|e| e.plover.name())));
        cells.push(text(event.and_then(|e| e.mode.as_ref())));
        cells.push(text(event.and_then(|e| e.cameo.as_ref())));
        cells.extend([self.basis.clone(), self.confidence.to_string()]);
        cells
    }
}

impl Row for EventRow {
    const HEADER: &'static [&'static str] = &["event", "kind", "status", "day_from", "day_to", "parties", "items", "documents", "reports"];

    fn cells(&self) -> Vec<String> {
        let parties: Vec<String> = self.parties.iter().map(|p| format!("{} ({})", p.actor.name, p.role.name())).collect();
        let reports: Vec<String> = self.reports.iter().map(|r| format!("{}@{}", r.contact, r.source)).collect();
        let mut cells = vec![self.id.clone(), self.kind.name().to_owned(), self.status.name().to_owned()];
        cells.extend([text(self.day_from.as_ref()), text(self.day_to.as_ref()), parties.join("; "), self.items.to_string()]);
        cells.extend([self.reports.len().to_string(), reports.join("; ")]);
        cells
    }
}

impl Row for TimelineRow {
    const HEADER: &'static [&'static str] =
        &["day_from", "day_to", "day_basis", "type", "source", "id", "kind", "who", "whom", "via", "words", "spans", "basis", "confidence"];

    fn cells(&self) -> Vec<String> {
        let mut cells = Vec::with_capacity(Self::HEADER.len());
        match self {
            Self::Statement(s) => {
                cells.extend(day(&s.day));
                cells.extend(["statement".to_owned(), s.document.source.clone(), s.id.clone(), s.form.name().to_owned()]);
                cells.extend([text(s.speaker.as_ref().map(|a| &a.name)), names(&s.audience), names(&s.via), s.words.clone()]);
                cells.extend([spans(&s.content), s.basis.clone(), s.confidence.to_string()]);
            }
            Self::Contact(c) => {
                cells.extend(day(&c.day));
                cells.extend(["contact".to_owned(), c.document.source.clone(), c.id.clone(), c.kind.name().to_owned()]);
                let rest: Vec<ActorRef> = c.parties.iter().skip(1).map(|p| p.actor.clone()).collect();
                cells.extend([text(c.parties.first().map(|p| &p.actor.name)), names(&rest), names(&c.via), c.words.clone()]);
                cells.extend([spans(&c.evidence), c.basis.clone(), c.confidence.to_string()]);
            }
        }
        cells
    }
}

impl Row for Found {
    const HEADER: &'static [&'static str] =
        &["source", "title", "outlet", "published", "language", "genre", "score", "start", "end", "snippet", "hits"];

    fn cells(&self) -> Vec<String> {
        let (d, s) = (&self.document, &self.snippet);
        let mut cells = Vec::with_capacity(Self::HEADER.len());
        cells.extend(document(d));
        cells.extend([d.language.code().to_owned(), d.genre.name().to_owned(), self.score.to_string()]);
        cells.extend([s.span.start.to_string(), s.span.end.to_string(), s.text.clone(), spans(&s.hits)]);
        cells
    }
}
