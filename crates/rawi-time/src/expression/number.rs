//! Numbers in dates: digits, number words, whole numeric dates and years.

use rawi_text::TokenKind;

use super::{Finder, Parts};
use crate::CalendarName;
use crate::words::Word;

/// A year as written after a month or by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Year {
    pub(super) number: Option<i32>,
    pub(super) shift: Option<i8>,
    pub(super) calendar: Option<CalendarName>,
    /// Whether it is written with two digits.
    pub(super) short: bool,
}

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

    /// The calendar that a year without a mark belongs to.
    pub(super) fn calendar_of(&self, year: i32) -> Option<CalendarName> {
        match year {
            1200..=1420 => Some(self.words.customs.hijri),
            1421..=1500 => Some(CalendarName::Islamic),
            1700..=2200 => Some(CalendarName::Gregorian),
            _ => None,
        }
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
        if glued_before || (first == '.' && !tight) {
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
            (2, 1 | 2) if self.words.customs.short_years && tight && a > 31 => (1300 + a, b, c),
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

    /// A year in digits with its era mark; `calendar` is that of the month before it.
    pub(super) fn year_digits(&self, at: usize, calendar: Option<CalendarName>, short: bool) -> Option<(Year, usize)> {
        let (n, len) = self.digits(at)?;
        let era = self.era(at + 1);
        let end = era.map_or(at + 1, |e| e.1);
        if self.in_figure(at, at + 1) {
            return None;
        }
        let year = n as i32;
        // «29 مايو 1453», «21 يوليو 921م»: long past, but plainly a year.
        let past = |c| {
            c == CalendarName::Gregorian && ((calendar == Some(c) && len == 4) || era.is_some_and(|e| e.0 == c && len > 2)) && year < 2200
        };
        if len == 4 || (era.is_some() && len > 1) {
            let named = match (era, calendar) {
                (Some((e, _)), Some(c)) if e != c && fits(c, year) => c,
                (Some((e, _)), _) => e,
                (None, Some(c)) => c,
                (None, None) => self.calendar_of(year)?,
            };
            return (fits(named, year)
                || past(named)
                || era.is_some_and(|e| e.0 == named && named == CalendarName::Islamic && year < 1500))
            .then_some((Year { number: Some(year), shift: None, calendar: Some(named), short: false }, end));
        }
        let persian = calendar.is_none_or(|c| c == CalendarName::Persian);
        if !(short && len == 2 && persian && self.words.customs.short_years) {
            return None;
        }
        // «۹۷» is 1397, «۰۲» is 1402; what lies between is no sure year.
        let year = match year {
            20..=99 => 1300 + year,
            0..=9 => 1400 + year,
            _ => return None,
        };
        Some((Year { number: Some(year), shift: None, calendar: Some(CalendarName::Persian), short: true }, end))
    }

    /// The year after a month: «، 2015», «سال ۱۳۹۸», «من العام الماضي», «امسال».
    pub(super) fn year_after(&self, at: usize, calendar: CalendarName, has_day: bool) -> Option<(Year, usize)> {
        let mut p = at;
        if let TokenKind::Mark('/' | '-' | ',' | '،' | '\\') = self.tokens.kind(p) {
            let (n, len) = self.digits(p + 1)?;
            return (len == 4 && fits(calendar, n as i32)).then(|| self.year_digits(p + 1, Some(calendar), false)).flatten();
        }
        let word = |p, skip, class: Word| self.class(p, skip, |w| (w == class).then_some(())).map(|x| x.1);
        let short = self.year_may_end(p) && (has_day || self.digits(p).is_some_and(|(n, _)| n >= 60));
        if let Some(found) = self.year_digits(p, Some(calendar), short) {
            return Some(found);
        }
        if let Some(e) = word(p, 0, Word::Of).or_else(|| word(p, 0, Word::Preposition)) {
            p = e;
        }
        if let Some(found) = self.pointed_year(p) {
            return Some(found);
        }
        let skip = self.words.proclitic(self.tokens, p).find(|&s| word(p, s, Word::Year).is_some()).unwrap_or(0);
        let e = word(p, skip, Word::Year)?;
        self.year_digits(e, Some(calendar), true)
    }

    /// Whether a two-digit year may stand there: what follows does not count something.
    fn year_may_end(&self, at: usize) -> bool {
        self.tokens.kind(at + 1) != TokenKind::Word
            || self.class(at + 1, 0, |w| matches!(w, Word::Clock | Word::Preposition | Word::Clause).then_some(())).is_some()
    }

    /// «سال گذشته», «العام الماضي», «امسال».
    fn pointed_year(&self, at: usize) -> Option<(Year, usize)> {
        use crate::words::Unit;
        let (unit, e, _) = self.pointed(at, 0)?;
        let (Unit::Year, shift) = unit else { return None };
        Some((Year { shift: Some(shift), ..Year::default() }, e))
    }
}

/// Whether a year is one that news writes of in a calendar.
pub(super) fn fits(calendar: CalendarName, year: i32) -> bool {
    match calendar {
        CalendarName::Gregorian => (1500..=2200).contains(&year),
        CalendarName::Persian => (1200..=1500).contains(&year),
        CalendarName::Islamic => (1100..=1500).contains(&year),
        CalendarName::Relative => false,
    }
}

fn longest(calendar: CalendarName) -> u32 {
    if calendar == CalendarName::Islamic { 30 } else { 31 }
}
