//! Years: after a month, by themselves, in ranges, and decades.

use rawi_text::TokenKind;

use super::atom::Atom;
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
    /// «سال ۱۳۹۶», «عام 2014م», «سال‌های ۱۳۹۰ تا ۱۳۹۲», «سال هزار و سیصد و نود», «المونديال 2018».
    pub(super) fn year(&self, at: usize, skip: usize) -> Option<Atom> {
        let start = self.guarded(Some(at), at, skip, |w| (w == Word::Year).then_some(()))?.1;
        if let Some(pair) = self.year_pair(start) {
            return Some(pair);
        }
        let counted = at > 0 && self.tokens.kind(at - 1) == TokenKind::Number;
        let (year, end) =
            self.year_digits(start, None, !counted && !self.counts(start)).or_else(|| self.year_in_words(start, None, !counted))?;
        Some(self.years(at, year, end))
    }

    /// A year that an event is named by: «انتخابات ۹۶», «مونديال 2018».
    pub(super) fn year_of_event(&self, at: usize) -> Option<Atom> {
        let (year, end) = self.year_digits(at, None, !self.counts(at)).filter(|y| y.0.number.is_some_and(|y| y > 1300))?;
        if !self.words.class_before(self.tokens, at, |w| w == Word::Occasion) {
            return None;
        }
        Some(self.years(at, year, end))
    }

    /// Whether a number counts what follows it: «سال ۳۵ میلیون تومان».
    pub(super) fn counts(&self, at: usize) -> bool {
        self.class(at + 1, 0, |w| matches!(w, Word::Counted | Word::Number { .. }).then_some(())).is_some()
    }

    /// Two years in one figure, in either order: «1347-1340 ش».
    fn year_pair(&self, at: usize) -> Option<Atom> {
        let ((a, 4), (b, 4)) = (self.digits(at)?, self.digits(at + 2)?) else { return None };
        let dash = matches!(self.tokens.kind(at + 1), TokenKind::Mark('-' | '–' | '/'));
        if !dash || a == b || self.in_figure(at + 2, at + 3) && !self.glued(at + 1) {
            return None;
        }
        let (first, last) = (a.min(b) as i32, a.max(b) as i32);
        let era = self.era(at + 3);
        let calendar = era.map(|e| e.0).or_else(|| self.calendar_of(first))?;
        let parts = Parts { calendar: Some(calendar), year: Some(first), last_year: Some(last), ..Parts::default() };
        (fits(calendar, first) && fits(calendar, last)).then(|| Atom::new(parts, era.map_or(at + 3, |e| e.1)))
    }

    /// A year, or with a second one after it a stretch of years.
    fn years(&self, at: usize, year: Year, end: usize) -> Atom {
        let mut parts = Parts { calendar: year.calendar, year: year.number, ..Parts::default() };
        let (mut list, mut dash) = (false, false);
        let then = match self.tokens.kind(end) {
            TokenKind::Mark('-' | '–' | '/') => {
                dash = true;
                Some(end + 1)
            }
            _ => self.is(end, 0, Word::To).or_else(|| {
                list = true;
                self.is(end, 0, Word::And)
            }),
        };
        if let Some((last, e)) = then.and_then(|p| self.year_digits(p, year.calendar, year.short))
            && last.calendar == year.calendar
            // Typed from right to left: «سال‌های 1347-1340».
            && (last.number > year.number || (dash && last.number < year.number))
            // «أعوام 1995 و1998» are two years; «بين عامي 2004 و2012» is a stretch.
            && (!list || last.number == year.number.map(|y| y + 1) || self.words.class_before(self.tokens, at, |w| w == Word::Between))
        {
            (parts.year, parts.last_year) = (year.number.min(last.number), year.number.max(last.number));
            return Atom::new(parts, e);
        }
        Atom::new(parts, end)
    }

    /// «دهه ۶۰», «دهه ۱۹۷۰ میلادی», «دهه شصت», «الثمانينيات».
    pub(super) fn decade(&self, at: usize, skip: usize) -> Option<Atom> {
        let (number, mut end) = self.guarded(Some(at), at, skip, |w| if let Word::Decade(n) = w { Some(n) } else { None })?;
        let number = if let Some(n) = number {
            i32::from(n)
        } else {
            let (n, e) = match self.digits(end) {
                Some((n, 2 | 4)) if !self.in_figure(end, end + 1) => (n as i32, end + 1),
                Some(_) => return None,
                None => self.year_words(end)?,
            };
            end = e;
            n
        };
        if number % 10 != 0 || number < 20 {
            return None;
        }
        let mut calendar = if number < 100 { Some(self.words.customs.civil) } else { self.calendar_of(number) };
        if let Some((c, e)) = self.era(end) {
            (calendar, end) = (Some(c), e);
        }
        let calendar = calendar?;
        let century = match calendar {
            _ if number >= 100 => 0,
            CalendarName::Gregorian => 1900,
            _ => 1300,
        };
        let first = century + number;
        let parts = Parts { calendar: Some(calendar), year: Some(first), last_year: Some(first + 9), ..Parts::default() };
        fits(calendar, first).then(|| Atom::new(parts, end))
    }

    /// A year in digits alone, by its era mark or by the preposition before it: «2015م», «في 2015».
    pub(super) fn marked_year(&self, at: usize) -> Option<Atom> {
        let (n, 4) = self.digits(at)? else { return None };
        let (year, end) = self.year_digits(at, None, false)?;
        let calendar = year.calendar?;
        if !fits(calendar, n as i32) && end == at + 1 {
            return None;
        }
        // «1500 م» are metres.
        let letter = self.tokens.word(end - 1).chars().count() == 1;
        let marked = end > at + 1 && (calendar != CalendarName::Gregorian || (1800..2100).contains(&n) || !letter);
        let after = self.words.class_before(self.tokens, at, |w| w == Word::Preposition)
            && ((1900..2100).contains(&n) || calendar == CalendarName::Persian && (1250..1420).contains(&n))
            && !matches!(self.tokens.kind(end), TokenKind::Word | TokenKind::Number | TokenKind::Mark('-' | '/' | ':'));
        let parts = Parts { calendar: Some(calendar), year: year.number, ..Parts::default() };
        (marked || after).then_some(Atom::new(parts, end))
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

    /// A year in digits with its era mark; `calendar` is that of the month before it.
    pub(super) fn year_digits(&self, at: usize, calendar: Option<CalendarName>, short: bool) -> Option<(Year, usize)> {
        let (n, len) = self.digits(at)?;
        if self.in_figure(at, at + 1) {
            return None;
        }
        let year = n as i32;
        // «سال ۲۰۰۱ (قمری)»: no year of that era.
        let era = self.era(at + 1).filter(|e| len < 4 || e.0 != CalendarName::Islamic || year <= 1500);
        let end = era.map_or(at + 1, |e| e.1);
        // «29 مايو 1453», «21 يوليو 921م»: long past, but plainly a year.
        let past = |c| {
            c == CalendarName::Gregorian && ((calendar == Some(c) && len == 4) || era.is_some_and(|e| e.0 == c && len > 2)) && year < 2200
        };
        if len == 4 || (era.is_some() && len > 1) {
            let named = match (era, calendar) {
                (Some((e, _)), Some(c)) if e != c && fits(c, year) => c,
                (Some((e, _)), _) => e,
                (None, Some(c)) => self.other_calendar(c, year).unwrap_or(c),
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

    /// A year in words with its era mark.
    fn year_in_words(&self, at: usize, calendar: Option<CalendarName>, short: bool) -> Option<(Year, usize)> {
        let (n, end) = self.year_words(at)?;
        let era = self.era(end);
        let end = era.map_or(end, |e| e.1);
        if n < 100 {
            let short = short && n >= 20 && self.words.customs.short_years && calendar.is_none();
            return short.then(|| (Year { number: Some(1300 + n), calendar: Some(CalendarName::Persian), ..Year::default() }, end));
        }
        let calendar = era.map(|e| e.0).or_else(|| calendar.filter(|&c| fits(c, n))).or_else(|| self.calendar_of(n))?;
        fits(calendar, n).then(|| (Year { number: Some(n), calendar: Some(calendar), ..Year::default() }, end))
    }

    /// The calendar of a year that is not that of the month before it: «۴ ژانویه ۱۳۷۶», «رمضان 2019», «مهر ۲۰۱۵».
    fn other_calendar(&self, calendar: CalendarName, year: i32) -> Option<CalendarName> {
        let hijri = self.words.customs.hijri;
        match calendar {
            CalendarName::Gregorian if hijri == CalendarName::Persian && (1300..=1420).contains(&year) => Some(hijri),
            CalendarName::Islamic | CalendarName::Persian if (1900..=2100).contains(&year) => Some(CalendarName::Gregorian),
            _ => None,
        }
    }

    /// The year after a month: «، 2015», «سال ۱۳۹۸», «من العام الماضي», «امسال». Where `strict`, a two-digit number before a word
    /// is no year.
    pub(super) fn year_after(&self, at: usize, calendar: CalendarName, strict: bool) -> Option<(Year, usize)> {
        let mut p = at;
        if let TokenKind::Mark('/' | '-' | ',' | '،' | '\\') = self.tokens.kind(p) {
            let (n, len) = self.digits(p + 1)?;
            let year = n as i32;
            return (len == 4 && (fits(calendar, year) || self.other_calendar(calendar, year).is_some()))
                .then(|| self.year_digits(p + 1, Some(calendar), false))
                .flatten();
        }
        let word = |p, skip, class: Word| self.class(p, skip, |w| (w == class).then_some(())).map(|x| x.1);
        let sixty = self.digits(p).is_some_and(|(n, _)| n >= 60);
        let short = if strict { self.year_may_end(p) } else { sixty && !self.counts(p) };
        let in_words = || self.year_in_words(p, Some(calendar), false).filter(|y| y.0.number > Some(1000));
        if let Some(found) = self.year_digits(p, Some(calendar), short).or_else(in_words) {
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
        self.year_digits(e, Some(calendar), true).or_else(|| self.year_in_words(e, Some(calendar), true))
    }

    /// Whether a two-digit year may stand there: what follows does not count something.
    fn year_may_end(&self, at: usize) -> bool {
        self.tokens.kind(at + 1) != TokenKind::Word
            || (at > 0 && self.glued(at - 1))
            || self.class(at + 1, 0, |w| matches!(w, Word::Clock | Word::Preposition | Word::Clause).then_some(())).is_some()
    }

    /// «سال گذشته», «العام الماضي», «امسال», «سال جاری میلادی».
    fn pointed_year(&self, at: usize) -> Option<(Year, usize)> {
        let Atom { parts, end, .. } = self.stretch(at, 0)?;
        (parts.year_shift.is_some() || parts.year.is_some())
            .then_some((Year { number: parts.year, shift: parts.year_shift, calendar: parts.calendar, short: false }, end))
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
