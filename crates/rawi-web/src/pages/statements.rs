//! The list of statements.

use maud::{Markup, html};
use rawi_record::query::StatementRow;

use super::part::{code, data, day, direction, facts, field, origin, paging, place, stretch, who};
use super::{Frame, frame};
use crate::asked::Asked;

/// The list of statements.
pub(crate) fn statements(asked: &Asked, total: u32, rows: &[StatementRow]) -> Markup {
    let body = html! {
        h1 { "Statements" }
        form.filter {
            (field("speaker", "Speaker", asked.speaker.as_deref(), "name or role"))
            (field("audience", "To", asked.audience.as_deref(), "name or role"))
            (field("via", "Via", asked.via.as_deref(), "name or role"))
            (field("words", "Words", asked.words.as_deref(), "in the statement"))
            (stretch(asked))
            button { "Show" }
        }
        (paging("/statements", asked, total, rows.len(), "statements"))
        ul.list { @for row in rows { li { (statement(row)) } } }
        @if total as usize > rows.len() { (paging("/statements", asked, total, rows.len(), "statements")) }
    };
    let data = data("/statements", asked);
    frame(&Frame { title: "Statements", path: "/statements", data: Some(&data), style: None, words: "" }, &body)
}

/// One statement of a list.
pub(crate) fn statement(row: &StatementRow) -> Markup {
    let language = row.document.language;
    html! {
        p.who { (who(row)) (day(&row.day)) }
        blockquote dir=(direction(language)) lang=[code(language)] { (row.words) }
        p.facts { (facts(row, &format!("/document/{}", row.document.row))) }
        p.from { (origin(&row.document, &anchor(&row.id, 's'))) }
    }
}

/// The place in its document where a row is marked; ids that are not `s0`, `c0`, … lead to the document alone.
pub(crate) fn anchor(id: &str, kind: char) -> String {
    place(kind, id).map_or_else(String::new, |number| format!("#at-{kind}{number}"))
}
