//! Days of a month, and months.

use rawi_text::TokenKind;

use super::atom::Atom;
use super::{Finder, Parts};
use crate::CalendarName;
use crate::words::{Sign, Unit, Word};

impl Finder<'_> {
    /// «۵ خرداد», «الخامس من مايو 2015», «۱۲ تا ۱۵ تیر», «بیست‌ویکمین روز فروردین», «۱۵ ماه جاری».
    pub(super) fn day_of_month(&self, at: usize, skip: usize) -> Option<Atom> {
        let (day, mut end, cardinal) = self.day_number(at, skip)?;
        if self.tokens.kind(at) == TokenKind::Number
            && at >= 2
            && self.in_figure(at, at + 1)
            && self.tokens.kind(at + 1) != TokenKind::Mark('/')
        {
            // The end of a range, «12-15 تیر», is read from its first number; anything else is a figure.
            if !matches!(self.tokens.kind(at + 1), TokenKind::Mark('-' | '–' | '،' | ',')) {
                return None;
            }
        }
        let mut last = None;
        for _ in 0..6 {
            let Some((next, e)) = self.listed(end) else { break };
            if next <= last.unwrap_or(day) {
                return None;
            }
            (last, end) = (Some(next), e);
        }
        let mut parts = Parts { day: Some(day), last_day: last, ..Parts::default() };
        let digits = self.tokens.kind(at) == TokenKind::Number;
        if !digits && self.words.class_before(self.tokens, at, |w| w == Word::Section) {
            return None;
        }
        if !digits && !cardinal && day <= 5 && last.is_none() {
            parts.nth = Some(day as i8);
        }
        if !digits
            && !cardinal
            && let Some(e) = self.is(end, 0, Word::DayWord)
        {
            end = e;
        }
        let end_of_number = end;
        let mut p = end;
        let mut slashed = false;
        if matches!(self.tokens.kind(p), TokenKind::Mark('/' | '-' | '\\')) && last.is_none() {
            p += 1;
            slashed = true;
        } else if let Some(e) = self.is(p, 0, Word::Of) {
            p = e;
        }
        if let Some(((Unit::Month, shift), e, _)) = self.pointed(p, 0) {
            parts.month_shift = Some(shift);
            parts.calendar = Some(self.words.customs.civil);
            // «۶ ماه آینده» is a stretch; «۶ ماه جاری» and «ششم ماه آینده» are days.
            let day = shift == 0 || p > end || (!digits && !cardinal) || (digits && end > at + 1);
            return (day && (digits || !cardinal)).then_some(Atom::new(parts, e));
        }
        let marked_before = self.is(p, 0, Word::MonthWord);
        let named = self.month_word(marked_before.unwrap_or(p), 0);
        let Some((calendar, month, sign, marked, e)) = named.or_else(|| self.numbered_month(p, 0)) else {
            // «23 الجاري»: of this month.
            let (shift, e) = self.shift(end)?;
            if !digits || shift != 0 || last.is_some() || self.glued(at) {
                return None;
            }
            (parts.month_shift, parts.calendar) = (Some(shift), Some(self.words.customs.civil));
            return Some(Atom::new(parts, e));
        };
        let marked = marked || marked_before.is_some();
        if day > 30 && calendar == CalendarName::Islamic {
            return None;
        }
        (parts.month, parts.calendar) = (Some(month), Some(calendar));
        let end = self.year_part(&mut parts, calendar, e);
        let of = p > end_of_number && !slashed && marked_before.is_none();
        if cardinal && !digits && (day < 4 || sign != Sign::Firm || of) && (!marked || of) && parts.year.is_none() {
            return None;
        }
        if (sign == Sign::Weak || (slashed && sign == Sign::Common)) && !marked && parts.year.is_none() && parts.shift.is_none() {
            return None;
        }
        let pointed = parts.year.is_some() || parts.year_shift.is_some() || parts.shift.is_some();
        if !pointed && skip == 0 && self.words.class_before(self.tokens, at, |w| w == Word::Event) {
            self.past.set(end);
            return None;
        }
        Some(Atom::new(parts, end))
    }

    /// A further day of a list or range: «و ۶», «تا ۱۵», «-15», «والرابع».
    fn listed(&self, at: usize) -> Option<(u8, usize)> {
        if let TokenKind::Mark('-' | '–' | '—' | '،' | ',') = self.tokens.kind(at) {
            return self.day_number(at + 1, 0).map(|d| (d.0, d.1));
        }
        if let Some(e) = self.is(at, 0, Word::And).or_else(|| self.is(at, 0, Word::To)) {
            return self.day_number(e, 0).map(|d| (d.0, d.1));
        }
        let joined = self.words.proclitic(self.tokens, at).find_map(|skip| self.day_number(at, skip));
        joined.map(|d| (d.0, d.1))
    }

    /// «خرداد ۱۳۹۸», «شهر مايو الماضي», «July 23, 2015», «يوليو 13-15».
    pub(super) fn month(&self, at: usize, skip: usize) -> Option<Atom> {
        let before = self.is(at, skip, Word::MonthWord);
        let (p, s) = before.map_or((at, skip), |e| (e, 0));
        let (calendar, month, sign, marked, e) = self.month_word(p, s)?;
        let marked = marked || before.is_some();
        let mut parts = Parts { calendar: Some(calendar), month: Some(month), ..Parts::default() };
        // «July 23, 2015»
        if let Some((day @ 1..=31, 1 | 2)) = self.digits(e)
            && let Some((year, end)) = self.year_after(e + 1, calendar, true).filter(|y| y.0.number.is_some_and(|y| y > 1999))
        {
            (parts.day, parts.year) = (Some(day as u8), year.number);
            return Some(Atom::new(parts, end));
        }
        // «يوليو 13-15»
        if sign == Sign::Firm
            && let Some((day @ 1..=31, 1 | 2)) = self.digits(e)
            && let Some((last, end)) = self.listed(e + 1).filter(|l| u32::from(l.0) > day && self.tokens.kind(l.1) != TokenKind::Word)
        {
            (parts.day, parts.last_day) = (Some(day as u8), Some(last));
            return Some(Atom::new(parts, end));
        }
        let end = self.year_part(&mut parts, calendar, e);
        let dated = parts.year.is_some();
        // «رمضان ۱۳۹۸» has the year that its readers count; «در ماه رمضان» is every year's.
        let hijri = self.words.customs.hijri;
        if calendar == CalendarName::Islamic && hijri != calendar && parts.year.is_some_and(|y| (1300..=1420).contains(&y)) {
            parts.year_calendar = Some(hijri);
        }
        if calendar == CalendarName::Islamic && end == e {
            return None;
        }
        let after = self.words.class_before(self.tokens, at, |w| matches!(w, Word::Preposition | Word::Between)) && skip == 0;
        let ranged = self.is(end, 0, Word::To).is_some_and(|e| self.month_word(e, 0).is_some_and(|m| m.0 == calendar));
        let ok = match sign {
            Sign::Firm => dated || marked || after || ranged || end > e,
            Sign::Common => dated || marked || parts.elsewhere || (after && (ranged || end > e)),
            Sign::Weak => marked || (dated && after),
        };
        ok.then_some(Atom::new(parts, end))
    }

    pub(super) fn month_word(&self, at: usize, skip: usize) -> Option<(CalendarName, u8, Sign, bool, usize)> {
        let of = |w| if let Word::Month { calendar, number, sign, marked } = w { Some((calendar, number, sign, marked)) } else { None };
        let ((calendar, number, sign, marked), end) = self.guarded(Some(at), at, skip, of)?;
        Some((calendar, number, sign, marked, self.doubled(calendar, number, end)))
    }

    /// A month by its number: «شهر عشرة», «من شهر 3», «الشهر التاسع سنة 2014».
    fn numbered_month(&self, at: usize, skip: usize) -> Option<(CalendarName, u8, Sign, bool, usize)> {
        let civil = self.words.customs.civil;
        let twelve = |n: u16| u8::try_from(n).ok().filter(|n| civil == CalendarName::Gregorian && (1..=12).contains(n));
        if let Some(e) = self.is(at, skip, Word::MonthWord) {
            let (n, end) = self.count(e, 0)?;
            let ends = self.tokens.kind(e) == TokenKind::Word || self.tokens.kind(end) != TokenKind::Word;
            return twelve(n).filter(|_| ends && !self.in_figure(e, end)).map(|n| (civil, n, Sign::Firm, true, end));
        }
        let ((), e) = self.class(at, skip, |w| matches!(w, Word::Unit { unit: Unit::Month, pointed: true, .. }).then_some(()))?;
        let (n, end) = self.class(e, 0, |w| if let Word::Number { value, ordinal: true } = w { twelve(value) } else { None })?;
        Some((civil, n, Sign::Firm, true, end))
    }

    /// The month after «من», «ماه»: named, with its year, or pointed at.
    pub(super) fn in_month(&self, at: usize) -> Option<(Parts, usize)> {
        let link = self.is(at, 0, Word::Of).or_else(|| self.is(at, 0, Word::Preposition));
        let p = link.unwrap_or(at);
        if let Some(((Unit::Month, shift), e, _)) = self.pointed(p, 0) {
            return Some((Parts { month_shift: Some(shift), calendar: Some(self.words.customs.civil), ..Parts::default() }, e));
        }
        let month = |skip| {
            let marked = self.is(p, skip, Word::MonthWord);
            let named = marked.map_or_else(|| self.month_word(p, skip), |e| self.month_word(e, 0));
            named.or_else(|| self.numbered_month(p, skip))
        };
        let skips = self.words.proclitic(self.tokens, p);
        let (calendar, month, _, _, e) = month(0).or_else(|| skips.filter(|_| link.is_none()).find_map(month))?;
        let mut parts = Parts { calendar: Some(calendar), month: Some(month), ..Parts::default() };
        let end = self.year_part(&mut parts, calendar, e);
        Some((parts, end))
    }

    /// Past the same month's other name: «يوليو (تموز)», «نيسان/أبريل».
    fn doubled(&self, calendar: CalendarName, number: u8, end: usize) -> usize {
        let same = |at| {
            let of = |w| matches!(w, Word::Month { calendar: c, number: n, .. } if c == calendar && n == number).then_some(());
            self.class(at, 0, of).map(|x| x.1)
        };
        match self.tokens.kind(end) {
            TokenKind::Mark('/' | '-' | '–' | '\\') => same(end + 1).unwrap_or(end),
            TokenKind::Mark('(' | '[') => match same(end + 1) {
                Some(e) if matches!(self.tokens.kind(e), TokenKind::Mark(')' | ']')) => e + 1,
                _ => end,
            },
            TokenKind::Word => same(end).unwrap_or(end),
            _ => end,
        }
    }

    /// Adds the year after a month, when there is one, and gives the end.
    pub(super) fn year_part(&self, parts: &mut Parts, calendar: CalendarName, end: usize) -> usize {
        // «مردادماه ۹۵»
        let marked =
            end > 0 && self.words.class_before(self.tokens, end, |w| matches!(w, Word::MonthSuffix | Word::Month { marked: true, .. }));
        if let Some((year, e)) = self.year_after(end, calendar, parts.day.is_some() && parts.last_day.is_none() && !marked) {
            (parts.year, parts.year_shift) = (year.number, year.shift);
            parts.year_calendar = year.calendar.filter(|&c| c != calendar);
            if calendar == CalendarName::Islamic && year.shift.is_some() {
                // «رمضان امسال»: a year of the civil calendar.
                parts.year_calendar = Some(self.words.customs.civil);
            }
            return e;
        }
        if let Some((shift, e)) = self.shift(end) {
            parts.shift = Some(shift);
            return e;
        }
        // «۲۵ خرداد ۸۸ مردم»: a year or a count.
        let doubtful =
            self.words.customs.short_years && parts.day.is_some() && matches!(self.digits(end), Some((60..=99, 2))) && !self.counts(end);
        parts.elsewhere = doubtful || self.is(end, 0, Word::SameYear).is_some();
        end
    }
}
