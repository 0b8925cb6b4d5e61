//! The list of documents.

use maud::{Markup, html};
use rawi_record::Counts;
use rawi_record::query::DocumentRow;

use super::part::{choice, code, count, data, date, direction, paging, stretch};
use super::{Frame, frame};
use crate::asked::{Asked, GENRES};

/// The list of documents.
pub(crate) fn documents(asked: &Asked, counts: Counts, total: u32, rows: &[DocumentRow]) -> Markup {
    let genres = GENRES.map(|g| (g.name(), g.name()));
    let body = html! {
        h1 { "Documents" }
        p.counts {
            (count(counts.documents, "document")) ", " (count(counts.statements, "statement")) ", " (count(counts.contacts, "contact"))
        }
        form.filter {
            (choice("language", "Language", asked.language.as_deref(), &[("fa", "Persian"), ("ar", "Arabic"), ("en", "English")]))
            (choice("genre", "Genre", asked.genre.as_deref(), &genres))
            (stretch(asked))
            button { "Show" }
        }
        (paging("/documents", asked, total, rows.len(), "documents"))
        ul.list.documents {
            @for row in rows {
                @let d = &row.document;
                li {
                    a.title href={ "/document/" (d.row) } dir=(direction(d.language)) lang=[code(d.language)] {
                        (d.title.as_deref().unwrap_or(&d.source))
                    }
                    p.facts {
                        span.tag { (d.genre.name()) } " "
                        @if let Some(published) = d.published.as_ref().map(date).filter(|p| !p.is_empty()) { span.day { (published) } " " }
                        @if let Some(outlet) = &d.outlet { bdi { (outlet) } " " }
                        (count(row.statements, "statement")) " " (count(row.contacts, "contact")) " "
                        bdi.source { (d.source) }
                    }
                }
            }
        }
        @if total as usize > rows.len() { (paging("/documents", asked, total, rows.len(), "documents")) }
    };
    let data = data("/documents", asked);
    frame(&Frame { title: "Documents", path: "/documents", data: Some(&data), style: None, words: "" }, &body)
}
