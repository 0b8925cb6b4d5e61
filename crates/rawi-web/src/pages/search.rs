//! Documents by their words.

use maud::{Markup, html};
use rawi_record::query::Found;

use super::part::{code, data, date, direction, paging};
use super::{Frame, frame};
use crate::asked::Asked;

/// The documents in which the words were found, the best first.
pub(crate) fn search(asked: &Asked, total: u32, rows: &[Found]) -> Markup {
    let words = asked.q.as_deref().unwrap_or("");
    let body = html! {
        h1 { "Search" }
        @if rows.is_empty() {
            p.empty {
                @if words.is_empty() { "Type words into the field above." } @else { "No document holds all of these words." }
                " Either keyboard's letters will do; «…» keeps words together, and * lets a word go on."
            }
        } @else {
            (paging("/search", asked, total, rows.len(), "documents"))
        }
        ul.list.documents {
            @for row in rows {
                @let d = &row.document;
                li {
                    a.title href={ "/document/" (d.row) } dir=(direction(d.language)) lang=[code(d.language)] {
                        (d.title.as_deref().unwrap_or(&d.source))
                    }
                    p.snippet dir=(direction(d.language)) lang=[code(d.language)] {
                        @for (part, hit) in row.snippet.parts() { @if hit { mark { (part) } } @else { (part) } }
                    }
                    p.facts {
                        span.tag { (d.genre.name()) } " "
                        @if let Some(published) = &d.published { span.day { (date(published)) } " " }
                        @if let Some(outlet) = &d.outlet { bdi { (outlet) } " " }
                        bdi.source { (d.source) }
                    }
                }
            }
        }
    };
    let data = data("/search", asked);
    frame(&Frame { title: "Search", path: "/search", data: Some(&data), style: None, words }, &body)
}
