//! Events as a list, and the reports of one event side by side.

use maud::{Markup, html};
use rawi_model::ContactKind;
use rawi_record::query::{Comparison, ContactRow, Credit, EventRow, Said, SaidRow, Text};

use super::part::{actor, choice, code, data, date, direction, field, origin, paging, stretch};
use super::statements::anchor;
use super::{Frame, frame};
use crate::asked::{Asked, STATUSES};

/// The list of events.
pub(crate) fn events(asked: &Asked, total: u32, rows: &[EventRow]) -> Markup {
    let kinds = ContactKind::ALL.map(|k| (k.name(), k.name()));
    let statuses = STATUSES.map(|s| (s.name(), s.name()));
    let body = html! {
        h1 { "Events" }
        form.filter {
            (field("with", "With", asked.with.as_deref(), "name or role"))
            (field("and", "And", asked.and.as_deref(), "name or role"))
            (choice("kind", "Kind", asked.kind.as_deref(), &kinds))
            (choice("status", "Status", asked.status.as_deref(), &statuses))
            (field("least", "Documents", asked.least.as_deref(), "at least"))
            (stretch(asked))
            button { "Show" }
        }
        (paging("/events", asked, total, rows.len(), "events"))
        ul.list { @for row in rows { li.contact { (head(row)) p.from { (outlets(row)) } } } }
        @if total as usize > rows.len() { (paging("/events", asked, total, rows.len(), "events")) }
    };
    let data = data("/events", asked);
    frame(&Frame { title: "Events", path: "/events", data: Some(&data), style: None, words: "" }, &body)
}

/// What an event is, leading to its page.
fn head(row: &EventRow) -> Markup {
    html! {
        p.who {
            @for (i, party) in row.parties.iter().enumerate() {
                @if i > 0 { span.with { " – " } }
                (actor(&party.actor)) " " small.role { (party.role.name()) }
            }
            @if let (Some(from), Some(to)) = (&row.day_from, &row.day_to) {
                span.day { time datetime=(from) { (from) } @if from != to { " – " time datetime=(to) { (to) } } }
            }
        }
        p.facts {
            span.tag.kind { (row.kind.name()) }
            @if row.status.name() != "held" { " " span.tag.open { (row.status.name()) } }
            " " a href={ "/event/" (row.id) } { (row.items) @if row.items == 1 { " report" } @else { " reports" } }
        }
    }
}

fn outlets(row: &EventRow) -> Markup {
    let mut names: Vec<&str> = row.reports.iter().filter_map(|r| r.outlet.as_deref()).collect();
    names.dedup();
    html! { @for (i, name) in names.iter().enumerate() { @if i > 0 { " · " } bdi { (name) } } }
}

/// One event, its reports side by side.
pub(crate) fn event(c: &Comparison, contacts: &[(ContactRow, u32)]) -> Markup {
    let body = html! {
        h1 { "Event" }
        (head(&c.event))
        table.reports {
            thead { tr { th { "Report" } th { "Side" } th { "Day" } th { "Named first" } th { "Place" } th { "Source" } th { "Topics" } } }
            tbody { @for text in &c.texts { (report(text, contacts)) } }
        }
        @let (together, alone): (Vec<&SaidRow>, Vec<&SaidRow>) = c.said.iter().partition(|row| row.tellings.len() > 1);
        (rows("Said, as read in several reports", &together, c))
        (rows("Said, as read in one report alone", &alone, c))
        @if !c.not_aligned.is_empty() {
            h2 { "Not aligned" }
            p { "Too little is said to lay these words beside others." }
            ul.list { @for said in &c.not_aligned { li { (telling(said)) } } }
        }
        @if !c.numbers.is_empty() {
            h2 { "Numbers that not all reports have" }
            ul { @for (number, having) in &c.numbers { li { b { (number) } " " (items(having)) } } }
        }
    };
    let data = format!("/event/{}.json", c.event.id);
    frame(&Frame { title: "Event", path: "/events", data: Some(&data), style: None, words: "" }, &body)
}

fn report(text: &Text, contacts: &[(ContactRow, u32)]) -> Markup {
    let not_read = || html! { small { "not read" } };
    html! {
        tr {
            td {
                b { "[" (text.item + 1) "]" }
                @for (contact, _) in contacts.iter().filter(|c| c.1 == text.item) { " " (origin(&contact.document, &anchor(&contact.id, 'c'))) br; }
            }
            td { @for side in &text.sides { (side) " " } }
            td {
                @match text.carried.iter().find_map(|r| r.date.as_ref()) { Some(day) => (date(day)), None => (not_read()) }
                @if let Some(status) = text.status { " " span.tag { (status.name()) } }
            }
            td { @match &text.first { Some(name) => bdi { (name) }, None => (not_read()) } }
            td { @match &text.place { Some(place) => bdi { (place) }, None => (not_read()) } }
            td {
                @match &text.credit {
                    Credit::Carried(name) => { "an item of " bdi { (name) } },
                    Credit::Named(name) => { "names " bdi { (name) } },
                    Credit::Shared => "several outlets print the same; no agency is named",
                    Credit::Unknown => "",
                }
            }
            td {
                @for (speaker, topics) in text.topics.iter().filter(|t| !t.1.is_empty()) {
                    p { bdi { (speaker) } ": " @for (i, topic) in topics.iter().enumerate() { @if i > 0 { ", " } (topic) } }
                }
            }
        }
    }
}

fn rows(title: &str, rows: &[&SaidRow], c: &Comparison) -> Markup {
    html! {
        @if !rows.is_empty() {
            h2 { (title) }
            ul.list {
                @for row in rows {
                    li {
                        p.who { bdi { (row.speaker) } @for topic in &row.topics { " " span.tag { (topic) } } }
                        @for said in &row.tellings { (telling(said)) }
                        @if !row.lacking.is_empty() && c.texts.len() > 1 { p.facts { "not in " (items(&row.lacking)) } }
                        @if !row.unread.is_empty() { p.facts { "words also stand in " (items(&row.unread)) } }
                        @if !row.unclear.is_empty() { p.facts { "cannot tell of " (items(&row.unclear)) } }
                    }
                }
            }
        }
    }
}

fn telling(said: &Said) -> Markup {
    html! {
        blockquote dir=(direction(said.language)) lang=[code(said.language)] {
            @if let Some(cue) = &said.cue { bdi.cue { (cue) } ": " }
            (said.words)
        }
        p.facts { "[" (said.item + 1) "] " bdi { (said.source) } " " (said.statement) }
    }
}

fn items(numbers: &[u32]) -> String {
    numbers.iter().map(|n| format!("[{}]", n + 1)).collect::<Vec<_>>().join(" ")
}
