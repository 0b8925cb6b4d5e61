//! The list of contacts.

use maud::{Markup, html};
use rawi_model::ContactKind;
use rawi_record::query::ContactRow;

use super::part::{choice, code, contact_facts, data, day, direction, field, origin, paging, parties, stretch};
use super::statements::anchor;
use super::{Frame, frame};
use crate::asked::{Asked, STATUSES};

/// The list of contacts.
pub(crate) fn contacts(asked: &Asked, total: u32, rows: &[ContactRow]) -> Markup {
    let kinds = ContactKind::ALL.map(|k| (k.name(), k.name()));
    let statuses = STATUSES.map(|s| (s.name(), s.name()));
    let body = html! {
        h1 { "Contacts" }
        form.filter {
            (field("with", "With", asked.with.as_deref(), "name or role"))
            (field("and", "And", asked.and.as_deref(), "name or role"))
            (choice("kind", "Kind", asked.kind.as_deref(), &kinds))
            (choice("status", "Status", asked.status.as_deref(), &statuses))
            (stretch(asked))
            button { "Show" }
        }
        (paging("/contacts", asked, total, rows.len(), "contacts"))
        ul.list { @for row in rows { li.contact { (contact(row)) } } }
        @if total as usize > rows.len() { (paging("/contacts", asked, total, rows.len(), "contacts")) }
    };
    let data = data("/contacts", asked);
    frame(&Frame { title: "Contacts", path: "/contacts", data: Some(&data), style: None, words: "" }, &body)
}

/// One contact of a list.
pub(crate) fn contact(row: &ContactRow) -> Markup {
    let language = row.document.language;
    html! {
        p.who { (parties(row)) (day(&row.day)) }
        blockquote.evidence dir=(direction(language)) lang=[code(language)] { (row.words) }
        p.facts { (contact_facts(row)) }
        p.from { (origin(&row.document, &anchor(&row.id, 'c'))) }
    }
}
