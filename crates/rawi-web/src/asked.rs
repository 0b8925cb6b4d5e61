//! What a form asks: everything is optional, and nothing a user types is an error.

use rawi_model::{ContactKind, Genre, Language, Status};
use rawi_record::query::{ContactFilter, DocumentFilter, EventFilter, Page, StatementFilter, TimelineFilter, parse_since, parse_until};
use serde::Deserialize;

/// Rows on one page.
pub(crate) const ROWS: u32 = 50;

/// The fields of all forms.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) q: Option<String>,
    pub(crate) speaker: Option<String>,
    pub(crate) audience: Option<String>,
    pub(crate) via: Option<String>,
    pub(crate) words: Option<String>,
    pub(crate) with: Option<String>,
    pub(crate) and: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) status: Option<String>,
    pub(crate) who: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) genre: Option<String>,
    pub(crate) since: Option<String>,
    pub(crate) until: Option<String>,
    pub(crate) least: Option<String>,
    pub(crate) page: Option<String>,
}

impl Asked {
    /// The number of the page, from 1.
    pub(crate) fn number(&self) -> u32 {
        self.page.as_deref().and_then(|p| p.parse().ok()).unwrap_or(1).clamp(1, u32::MAX / ROWS)
    }

    pub(crate) fn rows(&self) -> Page {
        Page { limit: Some(ROWS), offset: (self.number() - 1) * ROWS }
    }

    pub(crate) fn documents(&self) -> DocumentFilter {
        DocumentFilter {
            words: None,
            language: self.language.as_deref().and_then(Language::from_code),
            genre: Self::one_of(self.genre.as_deref(), &GENRES, Genre::name),
            since: self.since.as_deref().and_then(parse_since),
            until: self.until.as_deref().and_then(parse_until),
            page: self.rows(),
        }
    }

    pub(crate) fn statements(&self) -> StatementFilter {
        StatementFilter {
            speaker: self.speaker.clone(),
            audience: self.audience.clone(),
            via: self.via.clone(),
            words: self.words.clone(),
            since: self.since.as_deref().and_then(parse_since),
            until: self.until.as_deref().and_then(parse_until),
            page: self.rows(),
        }
    }

    pub(crate) fn contacts(&self) -> ContactFilter {
        ContactFilter {
            with: self.with.iter().chain(&self.and).cloned().collect(),
            kind: Self::one_of(self.kind.as_deref(), &ContactKind::ALL, ContactKind::name),
            status: Self::one_of(self.status.as_deref(), &STATUSES, Status::name),
            since: self.since.as_deref().and_then(parse_since),
            until: self.until.as_deref().and_then(parse_until),
            page: self.rows(),
        }
    }

    pub(crate) fn events(&self) -> EventFilter {
        EventFilter {
            with: self.with.iter().chain(&self.and).cloned().collect(),
            kind: Self::one_of(self.kind.as_deref(), &ContactKind::ALL, ContactKind::name),
            status: Self::one_of(self.status.as_deref(), &STATUSES, Status::name),
            since: self.since.as_deref().and_then(parse_since),
            until: self.until.as_deref().and_then(parse_until),
            documents: self.least.as_deref().and_then(|l| l.parse().ok()).unwrap_or(1),
            page: self.rows(),
        }
    }

    pub(crate) fn timeline(&self) -> TimelineFilter {
        TimelineFilter {
            who: self.who.clone(),
            with: self.with.clone(),
            kind: Self::one_of(self.kind.as_deref(), &ContactKind::ALL, ContactKind::name),
            since: self.since.as_deref().and_then(parse_since),
            until: self.until.as_deref().and_then(parse_until),
            page: self.rows(),
        }
    }

    fn one_of<T: Copy>(typed: Option<&str>, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
        all.iter().copied().find(|&one| Some(name(one)) == typed)
    }

    /// The same question for another page, as the part of an address behind `?`.
    pub(crate) fn query(&self, page: u32) -> String {
        let fields = [
            ("q", &self.q),
            ("speaker", &self.speaker),
            ("audience", &self.audience),
            ("via", &self.via),
            ("words", &self.words),
            ("with", &self.with),
            ("and", &self.and),
            ("kind", &self.kind),
            ("status", &self.status),
            ("who", &self.who),
            ("language", &self.language),
            ("genre", &self.genre),
            ("since", &self.since),
            ("until", &self.until),
            ("least", &self.least),
        ];
        let mut parts: Vec<String> = fields
            .iter()
            .filter_map(|(name, value)| Some((name, value.as_deref().filter(|v| !v.is_empty())?)))
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        if page > 1 {
            parts.push(format!("page={page}"));
        }
        parts.join("&")
    }
}

/// All genres, in the order in which they are offered.
pub(crate) const GENRES: [Genre; 6] = [Genre::Readout, Genre::Report, Genre::Letter, Genre::Interview, Genre::Post, Genre::Other];

/// All states of a contact, in the order in which they are offered.
pub(crate) const STATUSES: [Status; 5] = [Status::Held, Status::Planned, Status::Proposed, Status::Denied, Status::Cancelled];

/// Words as they stand in an address.
pub(crate) fn encode(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 3);
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte >> 4)]));
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_go_on_to_other_pages() {
        let asked = Asked { speaker: Some("وزیر & co".into()), since: Some(String::new()), page: Some("x".into()), ..Asked::default() };
        assert_eq!(asked.query(3), "speaker=%D9%88%D8%B2%DB%8C%D8%B1%20%26%20co&page=3");
        assert_eq!(asked.number(), 1);
        let far = Asked { page: Some("4294967295".into()), ..Asked::default() };
        assert_eq!(far.rows().offset, (u32::MAX / ROWS - 1) * ROWS);
    }
}
