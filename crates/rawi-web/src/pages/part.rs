//! Parts that several pages share.

use maud::{Markup, html};
use rawi_model::{Event, Language};
use rawi_record::query::{ActorRef, ContactRow, DocumentRef, Listed, StatementRow};
use rawi_time::Dated;

use crate::asked::{Asked, ROWS, encode};

/// The direction of a language.
pub(crate) fn direction(language: Language) -> &'static str {
    match language {
        Language::Other => "auto",
        l if l.is_right_to_left() => "rtl",
        _ => "ltr",
    }
}

/// The code of a language, where it is one.
pub(crate) fn code(language: Language) -> Option<&'static str> {
    (language != Language::Other).then(|| language.code())
}

/// An actor, leading to what it said.
pub(crate) fn actor(actor: &ActorRef) -> Markup {
    html! {
        a.actor href={ "/statements?speaker=" (encode(&actor.name)) } title=[actor.office.as_deref()] { bdi { (actor.name) } }
    }
}

/// Actors in order.
pub(crate) fn actors(list: &[ActorRef]) -> Markup {
    html! { @for (i, one) in list.iter().enumerate() { @if i > 0 { ", " } (actor(one)) } }
}

/// Who said it, to whom, through whom.
pub(crate) fn who(row: &StatementRow) -> Markup {
    html! {
        span.speaker { @match &row.speaker { Some(speaker) => (actor(speaker)), None => span.unknown { "nobody named" } } }
        @if !row.audience.is_empty() { " " span.to { "to" } " " (actors(&row.audience)) }
        @for one in &row.via { " " span.via { "via" } " " (actor(one)) }
    }
}

/// What kind of statement it is, what it does, which rule found it and how sure that is. `page` is the page on which
/// the rows of its contact and outer statement stand; empty on that page itself.
pub(crate) fn facts(row: &StatementRow, page: &str) -> Markup {
    let link = |kind: char, id: &str| place(kind, id).map(|number| format!("{page}#row-{kind}{number}"));
    html! {
        span.tag { (row.form.name()) }
        @if let Some(e) = &row.event { " " (event(e)) }
        @if let Some(contact) = &row.contact { " " a.tag href=[link('c', contact)] { "at " (contact) } }
        @if let Some(outer) = &row.within { " " a.tag href=[link('s', outer)] { "within " (outer) } }
        " " (rule(&row.basis, row.confidence))
    }
}

/// The number of a row by its id: 3 for `s3`.
pub(crate) fn place(kind: char, id: &str) -> Option<u32> {
    id.strip_prefix(kind)?.parse().ok()
}

/// The parties of a contact with their parts.
pub(crate) fn parties(row: &ContactRow) -> Markup {
    html! {
        @for (i, party) in row.parties.iter().enumerate() {
            @if i > 0 { span.with { " – " } }
            (actor(&party.actor)) " " small.role { (party.role.name()) }
        }
    }
}

/// What kind of contact it is.
pub(crate) fn contact_facts(row: &ContactRow) -> Markup {
    html! {
        span.tag.kind { (row.kind.name()) }
        @if row.status.name() != "held" { " " span.tag.open { (row.status.name()) } }
        @if let Some(e) = &row.event { " " (event(e)) }
        @if let Some(place) = &row.place { " " span.tag { "in " bdi { (place) } } }
        @for one in &row.via { " " span.via { "via" } " " (actor(one)) }
        " " (rule(&row.basis, row.confidence))
    }
}

fn event(event: &Event) -> Markup {
    html! {
        span.tag.event title=[event.cameo.as_ref().map(|c| format!("CAMEO {c}"))] {
            (event.plover.name()) @if let Some(mode) = &event.mode { " " (mode) }
        }
    }
}

/// The rule that found something, and how sure it is.
pub(crate) fn rule(basis: &str, confidence: f32) -> Markup {
    html! { span.rule title="the rule that found it, and how sure it is" { (basis) " · " (format!("{confidence:.2}")) } }
}

/// The day by which a row is listed.
pub(crate) fn day(day: &Listed) -> Markup {
    html! {
        @if let (Some(from), Some(to)) = (&day.from, &day.to) {
            span.day {
                time datetime=(from) { (from) }
                @if from != to { " – " time datetime=(to) { (to) } }
                @if day.basis.as_deref() == Some("published") { " " small { "published" } }
            }
        }
    }
}

/// A date as it is known.
pub(crate) fn date(dated: &Dated) -> String {
    match (dated.value, dated.earliest, dated.latest) {
        (Some(value), ..) => value.to_string(),
        (None, Some(a), Some(b)) => format!("{a} – {b}"),
        (None, Some(a), None) => format!("from {a}"),
        (None, None, Some(b)) => format!("until {b}"),
        (None, None, None) => String::new(),
    }
}

/// The document that a row comes from; `anchor` is the place in it.
pub(crate) fn origin(document: &DocumentRef, anchor: &str) -> Markup {
    html! {
        a.origin href={ "/document/" (document.row) (anchor) } title=(document.source) {
            bdi { (document.title.as_deref().unwrap_or(&document.source)) }
        }
        @if let Some(outlet) = &document.outlet { " · " bdi { (outlet) } }
    }
}

/// A field of a form.
pub(crate) fn field(name: &str, label: &str, value: Option<&str>, hint: &str) -> Markup {
    html! {
        label { span { (label) } input name=(name) value=[value] placeholder=(hint) dir="auto"; }
    }
}

/// A choice in a form.
pub(crate) fn choice(name: &str, label: &str, value: Option<&str>, options: &[(&str, &str)]) -> Markup {
    html! {
        label {
            span { (label) }
            select name=(name) {
                option value="" { "any" }
                @for (code, shown) in options { option value=(code) selected[value == Some(*code)] { (shown) } }
            }
        }
    }
}

/// The fields of a stretch of time.
pub(crate) fn stretch(asked: &Asked) -> Markup {
    html! {
        (field("since", "Since", asked.since.as_deref(), "2024-05"))
        (field("until", "Until", asked.until.as_deref(), "2024-06-30"))
    }
}

/// How many rows there are, and the way to the other pages.
pub(crate) fn paging(path: &str, asked: &Asked, total: u32, shown: usize, what: &str) -> Markup {
    let number = asked.number();
    let last = total.div_ceil(ROWS).max(1);
    let link = |page: u32| {
        let query = asked.query(page);
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    };
    html! {
        p.paging {
            @if shown == 0 { "0 of " (total) " " (what) }
            @else { (ROWS * (number - 1) + 1) "–" (ROWS * (number - 1) + shown as u32) " of " (total) " " (what) }
            @if number > 1 { " " a rel="prev" href=(link((number - 1).min(last))) { "← earlier" } }
            @if number < last { " " a rel="next" href=(link(number + 1)) { "more →" } }
        }
    }
}

/// The address of a list's data.
pub(crate) fn data(path: &str, asked: &Asked) -> String {
    let query = asked.query(asked.number());
    if query.is_empty() { format!("{path}.json") } else { format!("{path}.json?{query}") }
}

/// A number of things.
pub(crate) fn count(number: u32, thing: &str) -> Markup {
    html! { span.count { b { (number) } " " (thing) @if number != 1 { "s" } } }
}
