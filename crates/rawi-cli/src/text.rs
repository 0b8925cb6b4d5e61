//! Readings and rows for people: names and quoted words each on a line of their own, so that a terminal orders them
//! rightly.

use std::fmt::Write;

use rawi_event::Known;
use rawi_model::{Event, Reading};
use rawi_record::query::{ActorRef, ContactRow, EventRow, Found, Listed, ReportRef, StatementRow, Tie};
use rawi_text::CharSpan;
use rawi_time::Dated;

use crate::output::{Style, isolate};

/// A statement with its names.
struct Said<'a> {
    head: String,
    speaker: Option<&'a str>,
    audience: Vec<&'a str>,
    via: Vec<&'a str>,
    words: String,
}

/// A contact with its names.
struct Met<'a> {
    head: String,
    parties: Vec<(&'static str, &'a str)>,
    place: Option<&'a str>,
    via: Vec<&'a str>,
}

/// A whole reading.
pub(crate) fn reading(reading: &Reading, style: Style) -> String {
    let mut out = String::new();
    let d = &reading.document;
    let name = |key: &str| reading.actor(key).map_or_else(|| key.to_owned(), |a| a.name.clone());
    line(&mut out, 0, &style.strong(&isolate(&d.source)));
    let facts = [Some(d.genre.name().to_owned()), Some(d.language.code().to_owned()), d.published.as_ref().map(date)];
    line(&mut out, 1, &facts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    if let Some(title) = &d.title {
        line(&mut out, 1, &isolate(title));
    }
    if let Some(outlet) = &d.outlet {
        line(&mut out, 1, &format!("outlet {}", isolate(&name(outlet))));
    }
    let names: Vec<(&str, String)> = reading.actors.iter().map(|a| (a.key.as_str(), a.name.clone())).collect();
    let named = |key: &'_ str| -> String { names.iter().find(|n| n.0 == key).map_or_else(|| key.to_owned(), |n| n.1.clone()) };
    for c in &reading.contacts {
        let parties: Vec<(&'static str, String)> = c.parties.iter().map(|p| (p.role.name(), named(&p.actor))).collect();
        let via: Vec<String> = c.via.iter().map(|k| named(k)).collect();
        let facts = [
            Some(format!("{} {}", c.id, c.kind.name())),
            Some(c.status.name().to_owned()),
            c.date.as_ref().map(date),
            c.event.as_ref().map(event),
        ];
        let met = Met {
            head: head(facts, &c.basis, c.confidence, style),
            parties: parties.iter().map(|p| (p.0, p.1.as_str())).collect(),
            place: c.place.as_deref(),
            via: via.iter().map(String::as_str).collect(),
        };
        out.push('\n');
        put_contact(&mut out, &met);
    }
    for s in &reading.statements {
        let speaker = s.speaker.as_deref().map(named);
        let audience: Vec<String> = s.audience.iter().map(|k| named(k)).collect();
        let via: Vec<String> = s.via.iter().map(|k| named(k)).collect();
        let facts = [
            Some(format!("{} {}", s.id, s.form.name())),
            s.date.as_ref().map(date),
            s.event.as_ref().map(event),
            s.contact.as_ref().map(|c| format!("at {c}")),
            s.within.as_ref().map(|w| format!("within {w}")),
        ];
        let said = Said {
            head: head(facts, &s.basis, s.confidence, style),
            speaker: speaker.as_deref(),
            audience: audience.iter().map(String::as_str).collect(),
            via: via.iter().map(String::as_str).collect(),
            words: words(&d.text, &s.content),
        };
        out.push('\n');
        put_statement(&mut out, &said, style);
    }
    for note in &reading.notes {
        out.push('\n');
        line(&mut out, 1, &style.faint(&format!("note {}: {}", note.code, isolate(&note.text))));
    }
    out.push('\n');
    out
}

/// One statement of a list.
pub(crate) fn statement(row: &StatementRow, style: Style) -> String {
    let mut out = String::new();
    line(&mut out, 0, &style.strong(&isolate(&row.document.source)));
    let facts = [
        Some(format!("{} {}", row.id, row.form.name())),
        day(&row.day),
        row.event.as_ref().map(event),
        row.contact.as_ref().map(|c| format!("at {c}")),
        row.within.as_ref().map(|w| format!("within {w}")),
    ];
    let said = Said {
        head: head(facts, &row.basis, row.confidence, style),
        speaker: row.speaker.as_ref().map(|a| a.name.as_str()),
        audience: list(&row.audience),
        via: list(&row.via),
        words: row.words.clone(),
    };
    put_statement(&mut out, &said, style);
    out.push('\n');
    out
}

/// One contact of a list.
pub(crate) fn contact(row: &ContactRow, style: Style) -> String {
    let mut out = String::new();
    line(&mut out, 0, &style.strong(&isolate(&row.document.source)));
    let facts =
        [Some(format!("{} {}", row.id, row.kind.name())), Some(row.status.name().to_owned()), day(&row.day), row.event.as_ref().map(event)];
    let met = Met {
        head: head(facts, &row.basis, row.confidence, style),
        parties: row.parties.iter().map(|p| (p.role.name(), p.actor.name.as_str())).collect(),
        place: row.place.as_deref(),
        via: list(&row.via),
    };
    put_contact(&mut out, &met);
    line(&mut out, 2, &style.faint(&isolate(&row.words)));
    out.push('\n');
    out
}

/// One event of a list.
pub(crate) fn event_row(row: &EventRow, style: Style) -> String {
    let mut out = String::new();
    put_event(&mut out, row, style);
    for report in &row.reports {
        line(&mut out, 2, &report_line(report, style));
    }
    out.push('\n');
    out
}

/// One event, and what ties its reports to it.
pub(crate) fn ties(row: &EventRow, ties: &[Tie], style: Style) -> String {
    let mut out = String::new();
    put_event(&mut out, row, style);
    for tie in ties {
        out.push('\n');
        line(&mut out, 1, &report_line(&tie.report, style));
        line(&mut out, 2, &style.faint(&isolate(&tie.words)));
        for party in &tie.parties {
            let known = match party.known {
                Known::Registry => "known",
                Known::Name => "by name",
                Known::Holder => "held the office then",
                Known::Office => "by office",
                Known::Words => "by its words",
            };
            let id = party.id.as_ref().map_or_else(String::new, |id| format!(" {}", isolate(id)));
            let shared = if party.shared { "" } else { ", not in the first report" };
            line(&mut out, 2, &format!("{}{id} ({known}{shared})", isolate(&party.name)));
        }
        let rests = match tie.day {
            "on" => "names the day",
            "within" => "names days among which it lies",
            "published" => "names no day: that of publication, or the one before it",
            _ => "names an earlier time, or none",
        };
        line(&mut out, 2, rests);
        if tie.copy {
            line(&mut out, 2, "a copy of the one before it");
        }
    }
    out.push('\n');
    out
}

/// The head of an event: its name, what it is, its sides.
pub(crate) fn put_event(out: &mut String, row: &EventRow, style: Style) {
    line(out, 0, &style.strong(&row.id));
    let days = match (&row.day_from, &row.day_to) {
        (Some(from), Some(to)) if from != to => Some(format!("{from}/{to}")),
        (from, _) => from.clone(),
    };
    let texts = row.items as usize;
    let documents: std::collections::BTreeSet<&str> = row.reports.iter().map(|r| r.source.as_str()).collect();
    let told = match (documents.len(), texts) {
        (1, _) => "1 report".to_owned(),
        (all, 1) => format!("{all} copies of 1 report"),
        (all, texts) if all == texts => format!("{all} reports"),
        (all, texts) => format!("{texts} reports, carried {all} times"),
    };
    let facts = [Some(row.kind.name().to_owned()), Some(row.status.name().to_owned()), days, Some(told)];
    line(out, 1, &facts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    for party in &row.parties {
        line(out, 2, &format!("{} {}", party.role.name(), isolate(&party.actor.name)));
    }
}

fn report_line(report: &ReportRef, style: Style) -> String {
    let outlet = report.outlet.as_ref().map_or_else(String::new, |o| format!("{} ", isolate(o)));
    let facts = [
        Some(report.language.code().to_owned()),
        report.published.as_ref().map(|p| format!("published {p}")),
        report.date.as_ref().map(|d| format!("says {}", date(d))),
        (report.status.name() != "held").then(|| report.status.name().to_owned()),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let from = style.faint(&format!("{} {}", isolate(&report.source), report.contact));
    format!("[{}] {outlet}{facts}  {from}", report.item + 1)
}

/// One document that was found.
pub(crate) fn found(found: &Found, style: Style) -> String {
    let mut out = String::new();
    let d = &found.document;
    line(&mut out, 0, &style.strong(&isolate(&d.source)));
    let facts = [Some(d.genre.name().to_owned()), Some(d.language.code().to_owned()), d.published.as_ref().map(date)];
    line(&mut out, 1, &facts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    if let Some(title) = &d.title {
        line(&mut out, 1, &isolate(title));
    }
    line(&mut out, 2, &isolate(&found.snippet.text));
    out.push('\n');
    out
}

fn put_statement(out: &mut String, said: &Said<'_>, style: Style) {
    line(out, 1, &said.head);
    line(out, 2, &said.speaker.map_or_else(|| style.faint("nobody named"), isolate));
    for name in &said.audience {
        line(out, 2, &format!("to {}", isolate(name)));
    }
    for name in &said.via {
        line(out, 2, &format!("via {}", isolate(name)));
    }
    line(out, 3, &isolate(&said.words));
}

fn put_contact(out: &mut String, met: &Met<'_>) {
    line(out, 1, &met.head);
    for (role, name) in &met.parties {
        line(out, 2, &format!("{role} {}", isolate(name)));
    }
    if let Some(place) = met.place {
        line(out, 2, &format!("in {}", isolate(place)));
    }
    for name in &met.via {
        line(out, 2, &format!("via {}", isolate(name)));
    }
}

fn head<const N: usize>(facts: [Option<String>; N], basis: &str, confidence: f32, style: Style) -> String {
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    format!("{} {}", facts.join(" · "), style.faint(&format!("({basis}, {confidence:.2})")))
}

fn line(out: &mut String, depth: usize, words: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "{:1$}{words}", "", 2 * depth);
}

fn list(actors: &[ActorRef]) -> Vec<&str> {
    actors.iter().map(|a| a.name.as_str()).collect()
}

/// What an event is, in PLOVER's words.
fn event(event: &Event) -> String {
    match &event.mode {
        Some(mode) => format!("{} {mode}", event.plover.name()),
        None => event.plover.name().to_owned(),
    }
}

/// A date as it is known.
pub(crate) fn date(dated: &Dated) -> String {
    match (dated.value, dated.earliest, dated.latest) {
        (Some(value), ..) => value.to_string(),
        (None, Some(a), Some(b)) => format!("{a}/{b}"),
        (None, Some(a), None) => format!("{a}/.."),
        (None, None, Some(b)) => format!("../{b}"),
        (None, None, None) => "undated".to_owned(),
    }
}

fn day(day: &Listed) -> Option<String> {
    let (from, to) = (day.from.as_deref()?, day.to.as_deref()?);
    let days = if from == to { from.to_owned() } else { format!("{from}/{to}") };
    Some(if day.basis.as_deref() == Some("published") { format!("published {days}") } else { days })
}

/// The words of some spans, an ellipsis between them.
fn words(text: &str, spans: &[CharSpan]) -> String {
    spans.iter().map(|s| s.of(text)).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" … ")
}
