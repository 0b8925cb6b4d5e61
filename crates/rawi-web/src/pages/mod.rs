//! Pages: plain functions from rows to markup.
//!
//! One file a page, and `part` for what they share. Everything that comes from the news is escaped by the templates and
//! set apart by `bdi`, so that its direction does not disturb what stands around it.

mod contacts;
mod document;
mod documents;
mod event;
mod part;
mod search;
mod statements;
mod timeline;

use maud::{DOCTYPE, Markup, html};

pub(crate) use contacts::contacts;
pub(crate) use document::{document, ties};
pub(crate) use documents::documents;
pub(crate) use event::{event, events};
pub(crate) use search::search;
pub(crate) use statements::statements;
pub(crate) use timeline::timeline;

/// The pages that the head of every page leads to.
const PLACES: [(&str, &str); 5] = [
    ("/documents", "Documents"),
    ("/statements", "Statements"),
    ("/contacts", "Contacts"),
    ("/events", "Events"),
    ("/timeline", "Timeline"),
];

/// What a page is.
struct Frame<'a> {
    /// Its title.
    title: &'a str,
    /// Its path, one of [`PLACES`] or another.
    path: &'a str,
    /// Its data twin.
    data: Option<&'a str>,
    /// A style of its own.
    style: Option<&'a str>,
    /// The words in the search field.
    words: &'a str,
}

/// A page with head and foot.
fn frame(frame: &Frame<'_>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { bdi { (frame.title) } " – rawi" }
                link rel="stylesheet" href="/style.css";
                @if let Some(style) = frame.style { link rel="stylesheet" href=(style); }
                @if let Some(data) = frame.data { link rel="alternate" type="application/json" href=(data); }
            }
            body {
                header.top {
                    a.brand href="/" { "rawi" }
                    nav {
                        @for (path, name) in PLACES {
                            @if path == frame.path { a href=(path) aria-current="page" { (name) } } @else { a href=(path) { (name) } }
                        }
                    }
                    form.find action="/search" role="search" {
                        input type="search" name="q" value=(frame.words) dir="auto" placeholder="Search the texts" aria-label="Search the texts";
                        button { "Search" }
                    }
                }
                main { (body) }
                footer {
                    @if let Some(data) = frame.data { a href=(data) { "This page as JSON" } }
                    span { "Served from this machine, to this machine." }
                }
            }
        }
    }
}

/// A page that says what is wrong.
pub(crate) fn fault(words: &str) -> Markup {
    let body = html! { p.empty { bdi { (words) } } p { a href="/" { "All documents" } } };
    frame(&Frame { title: "Not here", path: "", data: None, style: None, words: "" }, &body)
}
