//! Numbers in dates: digits, number words, whole numeric dates.

use rawi_text::TokenKind;

use super::atom::Atom;
use super::year::fits;
use super::{Finder, Parts};
use crate::CalendarName;
use crate::words::Word;

impl Finder<'_> {
    /// The digits at a token: their value and how many there are.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        if self.tokens.kind(at) != TokenKind::Number {
            return None;
        }
        let word = self.tokens.word(at);
        if word.len() > 6 {
            return None;
        }
        Some((word.parse().ok()?, word.len()))
    }

    /// Whether two neighbouring tokens touch in the raw text.
    pub(super) fn glued(&self, at: usize) -> bool {
        match (self.tokens.list.get(at), self.tokens.list.get(at + 1)) {
            (Some(a), Some(b)) => a.raw.end == b.raw.start,
            _ => false,
        }
    }

    /// Whether the token is the middle or end of a longer figure: «1.5», «12:30», «5٪».
    pub(super) fn in_figure(&self, at: usize, end: usize) -> bool {
        let sign = |i: usize| matches!(self.tokens.kind(i), TokenKind::Mark('/' | '-' | '.' | ':' | ',' | '٫' | '٬' | '+' | '\\' | '،'));
        let before = at >= 2 && sign(at - 1) && self.glued(at - 2) && self.glued(at - 1) && self.tokens.kind(at - 2) == TokenKind::Number;
        let after = sign(end) && self.glued(end - 1) && self.glued(end) && self.tokens.kind(end + 1) == TokenKind::Number;
        before || after || matches!(self.tokens.kind(end), TokenKind::Mark('%' | '٪' | '$' | '°'))
    }

    /// A day of the month: digits or a number word, and whether it is a bare cardinal word.
    pub(super) fn day_number(&self, at: usize, skip: usize) -> Option<(u8, usize, bool)> {
        if let Some((n, len)) = self.digits(at) {
            if len > 2 || !(1..=31).contains(&n) {
                return None;
            }
            let mut end = at + 1;
            if (self.glued(at) || self.tokens.kind(end) == TokenKind::Word)
                && let Some(((), e)) = self.class(end, 0, |w| (w == Word::Suffix).then_some(()))
            {
                end = e;
            }
            return Some((n as u8, end, false));
        }
        let number = |w| match w {
            Word::Number { value, ordinal } if (1..=31).contains(&value) => Some((value as u8, ordinal)),
            _ => None,
        };
        let ((value, ordinal), mut end) = self.class(at, skip, number)?;
        let mut ordinal = ordinal;
        if let Some(((), e)) = self.class(end, 0, |w| (w == Word::Suffix).then_some(())) {
            (end, ordinal) = (e, true);
        }
        Some((value, end, !ordinal))
    }

    /// How many: digits or a cardinal.
    pub(super) fn count(&self, at: usize, skip: usize) -> Option<(u16, usize)> {
        if let Some((n, _)) = self.digits(at) {
            return (n <= 999).then_some((n as u16, at + 1));
        }
        self.class(at, skip, |w| match w {
            Word::Number { value, ordinal: false } => Some(value),
            _ => None,
        })
    }

    /// A year in words: «هزار و سیصد و شصت و چهار», «ألفين وخمسة عشر», «نود و دو».
    pub(super) fn year_words(&self, at: usize) -> Option<(i32, usize)> {
        let cardinal =
            |at, skip| self.class(at, skip, |w| if let Word::Number { value, ordinal: false } = w { Some(i32::from(value)) } else { None });
        let (mut whole, mut part, mut end) = (0, 0, at);
        let mut next = cardinal(at, 0);
        for _ in 0..6 {
            let Some((value, e)) = next else { break };
            match value {
                1000 => (whole, part) = ((whole + part).max(1) * 1000, 0),
                2000.. => whole += value,
                _ => part += value,
            }
            end = e;
            next = match self.is(e, 0, Word::And) {
                Some(e) => cardinal(e, 0),
                None => {
                    cardinal(e, 0).filter(|n| n.0 == 1000).or_else(|| self.words.proclitic(self.tokens, e).find_map(|s| cardinal(e, s)))
                }
            };
        }
        (end > at).then_some((whole + part, end))
    }

    /// The era marks at a token, with full stops between them: «ه.ش», «هـ», «م».
    pub(super) fn era(&self, at: usize) -> Option<(CalendarName, usize)> {
        let mark = |at| self.class(at, 0, |w| if let Word::Era(c) = w { Some(c) } else { None });
        let bracket = self.tokens.is_mark(at, '(');
        let (mut calendar, mut end) = mark(at + usize::from(bracket))?;
        loop {
            let next = end + usize::from(self.tokens.is_mark(end, '.'));
            // Of two marks the later is the sharper: «هجری شمسی».
            match mark(next) {
                Some((c, e)) => (calendar, end) = (c, e),
                None => break,
            }
        }
        if bracket {
            return self.tokens.is_mark(end, ')').then_some((calendar, end + 1));
        }
        Some((calendar, end))
    }

    /// A day and month in figures, as they stand after a weekday: «السبت 21/09».
    pub(super) fn day_and_month(&self, at: usize) -> Option<Atom> {
        let ((day @ 1..=31, 1 | 2), (month @ 1..=12, 1 | 2)) = (self.digits(at)?, self.digits(at + 2)?) else { return None };
        let slash = self.tokens.is_mark(at + 1, '/');
        let ends = !matches!(self.tokens.kind(at + 3), TokenKind::Mark('/' | '-' | '.' | '%' | '٪') | TokenKind::Number);
        let calendar = Some(self.words.customs.civil);
        let parts = Parts { calendar, day: Some(day as u8), month: Some(month as u8), ..Parts::default() };
        (slash && ends).then(|| Atom::new(parts, at + 3))
    }

    /// A whole numeric date: «۱۳۹۹/۱۱/۰۷», «17-01-1437 هـ», «۵-۹-۹۷».
    pub(super) fn numeric(&self, at: usize) -> Option<(Parts, usize)> {
        let sep = |i| match self.tokens.kind(i) {
            TokenKind::Mark(c @ ('/' | '-' | '.' | '–' | '\\')) => Some(c),
            _ => None,
        };
        let first = sep(at + 1)?;
        if sep(at + 3)? != first || self.in_figure(at, at + 5) {
            return None;
        }
        let tight = (at..at + 4).all(|i| self.glued(i));
        let glued_before = at > 0 && self.glued(at - 1) && self.tokens.list[at - 1].kind == TokenKind::Mark(first);
        if glued_before || (first == '.' && !tight && (at..at + 4).any(|i| self.glued(i))) {
            return None;
        }
        let ((a, la), (b, lb), (c, lc)) = (self.digits(at)?, self.digits(at + 2)?, self.digits(at + 4)?);
        if lb > 2 {
            return None;
        }
        let (year, month, day) = match (la, lc) {
            (4, 1 | 2) => (a, b, c),
            (1 | 2, 4) if b > 12 && a <= 12 => (c, a, b),
            (1 | 2, 4) => (c, b, a),
            (2, 1 | 2) if self.words.customs.short_years && (tight || first == '.') && a > 31 => (1300 + a, b, c),
            (1 | 2, 2) if self.words.customs.short_years && tight && c > 31 => (1300 + c, b, a),
            _ => return None,
        };
        let era = self.era(at + 5);
        let year = year as i32;
        let calendar = era.map(|e| e.0).or_else(|| self.calendar_of(year))?;
        if !fits(calendar, year) || !(1..=12).contains(&month) || !(1..=longest(calendar)).contains(&day) {
            return None;
        }
        let parts =
            Parts { calendar: Some(calendar), day: Some(day as u8), month: Some(month as u8), year: Some(year), ..Parts::default() };
        Some((parts, era.map_or(at + 5, |e| e.1)))
    }
}

fn longest(calendar: CalendarName) -> u32 {
    if calendar == CalendarName::Islamic { 30 } else { 31 }
}
