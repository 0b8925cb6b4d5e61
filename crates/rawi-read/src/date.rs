//! The dates of a document, and its day of publication.

use rawi_actor::{EntryKind, Registry};
use rawi_lang::Passage;
use rawi_model::{BlockRole, DateMention, Document, Note};
use rawi_text::{ByteSpan, CharIndex};
use rawi_time::{Basis, CalendarName, Dated, Day, Lunar, Settled};

use crate::block::Part;

/// One date of the text.
#[derive(Clone, Debug)]
pub(crate) struct FoundDate {
    pub(crate) span: ByteSpan,
    pub(crate) calendar: CalendarName,
    pub(crate) dated: Dated,
    /// Whether the date beside it in a second calendar is another day.
    pub(crate) clash: bool,
}

/// All that is known of days in a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) dates: Vec<FoundDate>,
    pub(crate) published: Option<Dated>,
}

/// Finds and settles the dates. The passage learns where they stand, so that no day is taken for a speaker.
pub(crate) fn find(document: &Document, p: &mut Passage<'_>, published: Option<&str>, parts: &[Part], registry: &Registry) -> Found {
    let language = p.grammar.language.code();
    let Some(words) = rawi_lang::date::words(language) else { return Found::default() };
    let expressions = rawi_time::find_where(p.tokens, words, |at| p.may_open_date(at));
    let told = |at: usize| {
        parts
            .iter()
            .find(|part| part.tokens.contains(&at))
            .is_none_or(|part| !matches!(part.role, BlockRole::Boilerplate | BlockRole::Tags))
    };
    let mut open = rawi_lang::date::context(language, None);
    if let Some(lunar) = lunar_of(document, registry) {
        open.lunar = lunar;
    }
    let own = rawi_time::published_from_text(&expressions, &rawi_time::settle(&expressions, &open), &open);
    // Stamps of Iranian pages are Persian whatever the text is in: «12:42 · 23 Tir 1405».
    let stamp = |text| {
        [Some(words), rawi_lang::date::words("fa")]
            .into_iter()
            .flatten()
            .find_map(|w| rawi_time::published_from_metadata(text, w, open.lunar))
    };
    let metadata = published.and_then(stamp);
    let url = document.url.as_deref().and_then(rawi_time::published_from_url);
    let published = rawi_time::published(own, metadata, url);
    let mut context = open;
    context.published = published.as_ref().and_then(Dated::as_day);
    let mut settled = rawi_time::settle(&expressions, &context);
    if published.is_none() {
        by_office(p, registry, &mut settled);
    }
    settled.retain(|s| told(s.tokens.start));
    for date in &settled {
        p.mark_time(date.tokens.clone());
    }
    let date = |s: &Settled| FoundDate { span: s.span(p.tokens, p.raw), calendar: s.calendar, dated: s.dated.clone(), clash: s.clash };
    let dates = settled.iter().map(date).collect();
    Found { dates, published }
}

/// What a reader should know of the dates: those of two calendars beside each other that are not one day.
pub(crate) fn notes(found: &Found, text: &str) -> Vec<Note> {
    let clashes = found.dates.iter().filter(|d| d.clash).map(|d| d.span.of(text));
    clashes
        .map(|words| Note {
            code: "date/clash".to_owned(),
            text: format!("The date in a second calendar beside it is another day: {words}"),
        })
        .collect()
}

/// The lunar calendar of an outlet at home in Iran, whatever it writes in; others go by their language.
fn lunar_of(document: &Document, registry: &Registry) -> Option<Lunar> {
    let by_name = document.outlet.as_deref().and_then(|o| registry.outlet(o));
    let outlet = by_name.or_else(|| document.url.as_deref().and_then(|u| registry.outlet_of_url(u)))?;
    let state = registry.entries[outlet].state.as_deref()?;
    Lunar::of_country(state).filter(|&lunar| lunar == Lunar::Iran)
}

/// Of several days that fit, the one on which those named by their office held it.
fn by_office(p: &Passage<'_>, registry: &Registry, settled: &mut [Settled]) {
    if settled.iter().all(|s| s.candidates.len() < 2) {
        return;
    }
    let terms = terms(p, registry);
    for date in settled.iter_mut().filter(|s| s.candidates.len() >= 2 && s.dated.value.is_none()) {
        let fits = |day: &&Day| terms.iter().all(|(start, end)| start.is_none_or(|s| s <= **day) && end.is_none_or(|e| **day <= e));
        let left: Vec<Day> = date.candidates.iter().filter(fits).copied().collect();
        if let [day] = left[..] {
            let mut basis = date.dated.basis.clone();
            basis.push(Basis::Office);
            date.dated = Dated { basis, ..Dated::day(day, Basis::Office) };
        }
    }
}

/// The terms of known persons whose office stands beside their name.
fn terms(p: &Passage<'_>, registry: &Registry) -> Vec<(Option<Day>, Option<Day>)> {
    /// How many tokens behind a name its office may begin.
    const NEAR: usize = 3;
    let mut out = Vec::new();
    for (at, end) in p.names.iter().enumerate().filter_map(|(at, end)| Some((at, (*end)?))) {
        let Some((_, known)) = registry.at(p, at, usize::from(p.glued_at(at))) else { continue };
        let entry = &registry.entries[known.entry];
        if entry.kind != EntryKind::Person || entry.terms.is_empty() {
            continue;
        }
        let beside = (end..(end + NEAR).min(p.tokens.len())).find_map(|k| registry.office_at(p, k, p.skip(k)));
        let Some((_, office)) = beside else { continue };
        let mut held = entry.terms.iter().filter(|t| t.office == registry.offices[office].id);
        if let (Some(term), None) = (held.next(), held.next()) {
            let day = |s: &Option<String>| s.as_deref().and_then(|s| s.parse().ok());
            out.push((day(&term.start), day(&term.end)));
        }
    }
    out
}

/// The dates as readings show them.
pub(crate) fn finish(found: &Found, index: &CharIndex<'_>, text: &str) -> Vec<DateMention> {
    found
        .dates
        .iter()
        .map(|d| DateMention { span: index.chars(d.span), text: d.span.of(text).to_owned(), dated: d.dated.clone(), calendar: d.calendar })
        .collect()
}
