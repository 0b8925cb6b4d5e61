//! Statements and contacts in order of day.

use maud::{Markup, html};
use rawi_model::ContactKind;
use rawi_record::query::{Listed, TimelineRow};

use super::contacts::contact;
use super::part::{choice, data, field, paging, stretch};
use super::statements::statement;
use super::{Frame, frame};
use crate::asked::Asked;

/// The timeline.
pub(crate) fn timeline(asked: &Asked, total: u32, rows: &[TimelineRow]) -> Markup {
    let body = html! {
        h1 { "Timeline" }
        form.filter {
            (field("who", "Who", asked.who.as_deref(), "name or role"))
            (field("with", "With", asked.with.as_deref(), "name or role"))
            (choice("kind", "Kind", asked.kind.as_deref(), &ContactKind::ALL.map(|k| (k.name(), k.name()))))
            (stretch(asked))
            button { "Show" }
        }
        (paging("/timeline", asked, total, rows.len(), "statements and contacts"))
        @for day in days(rows) {
            section.of-day {
                h2 { time datetime=(day.0) { (day.0) } }
                ul.list {
                    @for row in day.1 {
                        @match row {
                            TimelineRow::Statement(s) => li { (statement(s)) },
                            TimelineRow::Contact(c) => li.contact { (contact(c)) },
                        }
                    }
                }
            }
        }
        @if total as usize > rows.len() { (paging("/timeline", asked, total, rows.len(), "statements and contacts")) }
    };
    let data = data("/timeline", asked);
    frame(&Frame { title: "Timeline", path: "/timeline", data: Some(&data), style: None, words: "" }, &body)
}

fn listed(row: &TimelineRow) -> &Listed {
    match row {
        TimelineRow::Statement(s) => &s.day,
        TimelineRow::Contact(c) => &c.day,
    }
}

/// The rows by their first day.
fn days(rows: &[TimelineRow]) -> Vec<(&str, &[TimelineRow])> {
    rows.chunk_by(|a, b| listed(a).from == listed(b).from)
        .map(|chunk| (chunk.first().and_then(|row| listed(row).from.as_deref()).unwrap_or(""), chunk))
        .collect()
}
