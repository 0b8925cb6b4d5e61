//! Offices: their words, whose they are, and who held them when.

use std::collections::BTreeMap;

use rawi_lang::Passage;
use rawi_model::{Language, Names};

use super::Registry;
use crate::entry::Term;
use crate::settle::Seat;

/// An office as a pattern over states and bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its id.
    pub id: String,
    /// Its English name.
    pub name: String,
    /// The one state or body that it belongs to.
    pub of: Option<String>,
    /// Its sector.
    pub code: Option<String>,
    /// Whether several hold it at once, so that it tells of nobody by itself: ambassadors, deputies.
    pub(crate) many: bool,
    /// Whether it is of a place in the state: governors, mayors.
    pub(crate) local: bool,
    /// Its first form by language code, «وزير الخارجية» (foreign minister).
    pub(crate) forms: BTreeMap<&'static str, String>,
}

/// A form by which a text gives an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OfficeForm {
    /// The index of the office.
    pub(crate) office: usize,
    /// Whether it names the office only with a state or a name beside it.
    pub(crate) bare: bool,
    /// Of which language it is: «رئیس مجلس» is the speaker in Persian; in Arabic «رئيس مجلس الإدارة» heads a board.
    pub(super) language: Language,
}

/// The time for which a person held an office.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) start: String,
    /// The last day for which the source can speak.
    pub(super) until: String,
    pub(super) entry: usize,
}

impl Registry {
    /// The office that begins at a token; one past its last token.
    pub fn office_at(&self, passage: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, usize)> {
        self.office_form_at(passage, i, skip).map(|(end, form)| (end, form.office))
    }

    /// The same, with what the form itself tells.
    pub(crate) fn office_form_at(&self, passage: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, OfficeForm)> {
        // Persian has taken over the Arabic words, and not the other way round.
        let arabic = passage.grammar.language == Language::Ar;
        let mut found = None;
        self.office_forms.each(passage.tokens, i, skip, |hit| {
            let here = hit.values.iter().find(|form| !arabic || form.language == Language::Ar);
            found = here.map(|form| (hit.end, *form)).or(found);
        });
        found
    }

    /// The office that several hold, each for the state of his, whose words begin at a token: «وزرای خارجه» (the foreign ministers of); one
    /// past its last token.
    pub fn offices_at(&self, passage: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, usize)> {
        self.plurals.longest(passage.tokens, i, skip).map(|h| (h.end, h.values[0]))
    }

    /// Who held an office of a state or body on a day (ISO 8601), where just one person is known to have.
    pub(crate) fn holder(&self, office: usize, of: usize, day: &str) -> Option<usize> {
        let mut fit = if self.offices[office].many { Vec::new() } else { self.held_on(office, of, day) };
        fit.sort_by(|a, b| b.start.cmp(&a.start));
        match fit[..] {
            [one] => Some(one.entry),
            [one, next, ..] => (one.start > next.start).then_some(one.entry),
            [] => None,
        }
    }

    /// Whether a person held an office of a state or body on a day, as far as is known.
    pub(crate) fn holds(&self, entry: usize, (office, of): Seat, day: &str) -> bool {
        if self.offices[office].many {
            return self.held_on(office, of, day).iter().any(|h| h.entry == entry);
        }
        self.holder(office, of, day) == Some(entry)
    }

    /// The offices that one held on a day, each with its state or body, in the order of the registry.
    pub(crate) fn seats<'a>(&'a self, entry: usize, day: &'a str) -> impl Iterator<Item = Seat> + 'a {
        self.entries[entry].terms.iter().filter_map(move |term| {
            let office = self.offices.iter().position(|o| o.id == term.office)?;
            let of = self.index_of(term.of.as_deref()?)?;
            self.holds(entry, (office, of), day).then_some((office, of))
        })
    }

    /// Whether a person is known to have held an office of a state or body, on a day for which no holder is told: on any where
    /// the day is not known, else with a term whose end is not.
    pub(crate) fn may_hold(&self, entry: usize, (office, of): Seat, day: Option<&str>) -> bool {
        let (office, of) = (&self.offices[office], &self.entries[of].id);
        let open = |term: &Term| match (day, &term.start) {
            (Some(day), Some(start)) => term.end.is_none() && start.as_str() <= day,
            (day, _) => day.is_none(),
        };
        !office.many && self.entries[entry].terms.iter().any(|t| t.office == office.id && t.of.as_ref() == Some(of) && open(t))
    }

    /// Whether somebody is known to have held an office of a state or body on any day.
    pub(crate) fn is_held(&self, office: usize, of: usize) -> bool {
        self.holders.contains_key(&(self.offices[office].id.clone(), self.entries[of].id.clone()))
    }

    fn held_on(&self, office: usize, of: usize, day: &str) -> Vec<&Held> {
        // A term may be known by its month or year alone.
        let upto = |bound: &str| &day[..bound.len().min(day.len())];
        let fits = |h: &&Held| upto(&h.start) >= h.start.as_str() && upto(&h.until) <= h.until.as_str();
        self.holders.get(&(self.offices[office].id.clone(), self.entries[of].id.clone())).into_iter().flatten().filter(fits).collect()
    }

    /// An office's words with the state to which it belongs, in one language; `adjective` as the text has it.
    pub(crate) fn with_state(&self, office: &str, state: usize, code: &str, adjective: &str) -> String {
        let grammar = Language::from_code(code).and_then(rawi_lang::grammar);
        match (grammar, self.entries[state].names.get(code)) {
            (Some(grammar), Some(name)) if grammar.article.is_empty() => {
                format!("{} {name}", grammar.with_ezafe(office).as_deref().unwrap_or(office))
            }
            _ => format!("{office} {adjective}"),
        }
    }

    /// The address of an office of a state or body: `office/foreign_minister/OM`.
    pub(crate) fn seat_address(&self, (office, of): Seat) -> String {
        format!("office/{}/{}", self.offices[office].id, self.entries[of].id)
    }

    /// The CAMEO code of whoever holds an office: that of the state, then that of the sector.
    pub(crate) fn seat_code(&self, (office, of): Seat) -> Option<String> {
        Some(format!("{}{}", self.entries[of].code.as_deref()?, self.offices[office].code.as_deref().unwrap_or("")))
    }

    /// What an office of a state or body is called in each language: «وزير الخارجية العماني», "foreign minister of Oman".
    pub(crate) fn office_names(&self, (office, of): Seat) -> Names {
        let own = self.offices[office].of.is_some();
        let (forms, entry) = (&self.offices[office].forms, &self.entries[of]);
        let named = |(&code, form): (&&'static str, &String)| {
            let state = entry.names.get(code)?;
            let name = match code {
                _ if own => form.clone(),
                "en" => format!("{form} of {state}"),
                _ => {
                    let grammar = Language::from_code(code).and_then(rawi_lang::grammar)?;
                    let definite = !grammar.article.is_empty() && form.split(' ').any(|w| w.starts_with(&grammar.article));
                    match entry.adjectives.get(code).filter(|_| definite) {
                        Some(adjective) => format!("{form} {}{adjective}", grammar.article),
                        None => format!("{} {state}", grammar.with_ezafe(form).as_deref().unwrap_or(form)),
                    }
                }
            };
            Some((code.to_owned(), name))
        };
        forms.iter().filter_map(named).collect()
    }
}
