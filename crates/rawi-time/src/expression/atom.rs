//! The smallest shapes: a weekday, a relative word, a day of a month, a month, a year, a stretch pointed at.

use rawi_text::TokenKind;

use super::number::fits;
use super::{Finder, Parts};
use crate::CalendarName;
use crate::words::{Sign, Unit, Word};

/// A shape found, and where it ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Atom {
    pub(super) parts: Parts,
    pub(super) end: usize,
    /// Whether it may mean nowadays.
    pub(super) loose: bool,
}

impl Atom {
    fn new(parts: Parts, end: usize) -> Self {
        Self { parts, end, loose: false }
    }
}

impl Finder<'_> {
    pub(super) fn is(&self, at: usize, skip: usize, class: Word) -> Option<usize> {
        self.class(at, skip, |w| (w == class).then_some(())).map(|x| x.1)
    }

    /// The shape at a token. `start` is where the whole expression begins.
    pub(super) fn atom(&self, start: usize, at: usize, skip: usize) -> Option<Atom> {
        let bare = (start == at).then_some(start);
        if self.tokens.kind(at) == TokenKind::Number {
            if let Some((parts, end)) = self.numeric(at) {
                return Some(Atom::new(parts, end));
            }
            return self.day_of_month(at, skip).or_else(|| self.marked_year(at)).or_else(|| self.ago(at, skip));
        }
        self.weekday(bare, at, skip)
            .or_else(|| self.relative(at, skip))
            .or_else(|| self.day_of_month(at, skip))
            .or_else(|| self.named(at, skip))
            .or_else(|| self.month(at, skip))
            .or_else(|| self.year(at, skip))
            .or_else(|| self.unit(at, skip))
            .or_else(|| self.ago(at, skip))
            .or_else(|| self.season(at, skip))
    }

    fn weekday(&self, bare: Option<usize>, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::Weekday(d) = w { Some(d) } else { None };
        let (day, mut end) = self.guarded(bare, at, skip, of)?;
        if at > 0 && self.words.class_before(self.tokens, at, |w| w == Word::Every) {
            return None;
        }
        // A city: «دوشنبه» (Dushanbe).
        if bare.is_some() && at > 0 && self.tokens.is_mark(at - 1, '«') && self.tokens.is_mark(end, '»') {
            return None;
        }
        let mut parts = Parts { weekday: Some(day), ..Parts::default() };
        let after = self.is(end, 0, Word::Of).unwrap_or(end);
        if let Some(((Unit::Week, shift), e, _)) = self.pointed(after, 0) {
            (parts.week_shift, end) = (Some(shift), e);
        } else if let Some((shift, e)) = self.shift(end) {
            (parts.shift, end) = (Some(shift), e);
        }
        Some(Atom::new(parts, end))
    }

    fn relative(&self, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::Day { shift, loose } = w { Some((shift, loose)) } else { None };
        let ((shift, loose), end) = self.guarded(None, at, skip, of)?;
        // «سه روز گذشته» is a stretch, «ساعت ۱۳ دیروز» is a day.
        if self.is(at, skip, Word::DayWord).is_some() || self.is(at, skip, Word::Part { trailing: true }).is_some() {
            let counted = self.words.class_before(self.tokens, at, |w| matches!(w, Word::Number { .. } | Word::Some));
            if counted || (at > 0 && self.tokens.kind(at - 1) == TokenKind::Number) {
                return None;
            }
        }
        Some(Atom { parts: Parts { day_shift: Some(i32::from(shift)), ..Parts::default() }, end, loose })
    }

    /// «گذشته», «الماضي», «المقبل» after a word.
    pub(super) fn shift(&self, at: usize) -> Option<(i8, usize)> {
        let of = |w| if let Word::Shift(s) = w { Some(s) } else { None };
        self.guarded(None, at, 0, of)
    }

    /// A stretch pointed at: «هفته گذشته», «هذا الأسبوع»; the last says whether it is a date only as part of one.
    pub(super) fn pointed(&self, at: usize, skip: usize) -> Option<((Unit, i8), usize, bool)> {
        let whole = |w| if let Word::UnitShift { unit, shift, bound } = w { Some((unit, shift, bound)) } else { None };
        if let Some(((unit, shift, bound), end)) = self.guarded(None, at, skip, whole) {
            return Some(((unit, shift), end, bound));
        }
        let of = |w| if let Word::Unit { unit, pointed: true, .. } = w { Some(unit) } else { None };
        let (unit, end) = self.guarded(Some(at), at, skip, of)?;
        let (shift, end) = self.shift(end)?;
        Some(((unit, shift), end, false))
    }

    fn month_word(&self, at: usize, skip: usize) -> Option<(CalendarName, u8, Sign, bool, usize)> {
        let of = |w| if let Word::Month { calendar, number, sign, marked } = w { Some((calendar, number, sign, marked)) } else { None };
        let ((calendar, number, sign, marked), end) = self.guarded(Some(at), at, skip, of)?;
        Some((calendar, number, sign, marked, self.doubled(calendar, number, end)))
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

    fn day_of_month(&self, at: usize, skip: usize) -> Option<Atom> {
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
        let Some((calendar, month, sign, marked, e)) = self.month_word(marked_before.unwrap_or(p), 0) else {
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
        if (sign == Sign::Weak || (slashed && sign == Sign::Common)) && !marked && parts.year.is_none() {
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

    /// Adds the year after a month, when there is one, and gives the end.
    fn year_part(&self, parts: &mut Parts, calendar: CalendarName, end: usize) -> usize {
        if let Some((year, e)) = self.year_after(end, calendar, parts.day.is_some()) {
            (parts.year, parts.year_shift) = (year.number, year.shift);
            if let Some(c) = year.calendar {
                parts.calendar = Some(c);
            }
            return e;
        }
        if let Some((shift, e)) = self.shift(end) {
            parts.shift = Some(shift);
            return e;
        }
        parts.elsewhere = self.is(end, 0, Word::SameYear).is_some();
        end
    }

    fn named(&self, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::Named { calendar, month, day } = w { Some((calendar, month, day)) } else { None };
        let ((calendar, month, day), end) = self.guarded(Some(at), at, skip, of)?;
        let mut parts = Parts { calendar: Some(calendar), month: Some(month), day: Some(day), ..Parts::default() };
        let e = self.year_part(&mut parts, calendar, end);
        // Without a year or a word that points, it names every year's day.
        let one = (parts.year.is_some() || parts.shift.is_some()) && parts.year_shift.is_none();
        one.then_some(Atom::new(parts, e))
    }

    fn month(&self, at: usize, skip: usize) -> Option<Atom> {
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
        let end = self.year_part(&mut parts, calendar, e);
        let dated = parts.year.is_some();
        // «در ماه رمضان» is every year's.
        if calendar == CalendarName::Islamic && end == e {
            return None;
        }
        let after = self.words.class_before(self.tokens, at, |w| w == Word::Preposition) && skip == 0;
        let ok = match sign {
            Sign::Firm => dated || marked || after || end > e,
            Sign::Common => dated || marked || (after && end > e),
            Sign::Weak => marked || (dated && after),
        };
        ok.then_some(Atom::new(parts, end))
    }

    fn year(&self, at: usize, skip: usize) -> Option<Atom> {
        let e = self.guarded(Some(at), at, skip, |w| (w == Word::Year).then_some(()))?.1;
        let counted = at > 0 && self.tokens.kind(at - 1) == TokenKind::Number;
        let (year, end) = self.year_digits(e, None, !counted)?;
        let mut parts = Parts { calendar: year.calendar, year: year.number, ..Parts::default() };
        let calendar = year.calendar?;
        let mut list = false;
        let then = match self.tokens.kind(end) {
            TokenKind::Mark('-' | '–' | '/') => Some(end + 1),
            _ => self.is(end, 0, Word::To).or_else(|| {
                list = true;
                self.is(end, 0, Word::And)
            }),
        };
        if let Some((last, e)) = then.and_then(|p| self.year_digits(p, Some(calendar), year.short))
            && last.number > parts.year
            && last.calendar == Some(calendar)
            // «أعوام 1995 و1998» are two years; «بين عامي 2004 و2012» is a stretch.
            && (!list || last.number == parts.year.map(|y| y + 1) || self.words.class_before(self.tokens, at, |w| w == Word::Between))
        {
            parts.last_year = last.number;
            return Some(Atom::new(parts, e));
        }
        Some(Atom::new(parts, end))
    }

    /// A year in digits alone, by its era mark or by the preposition before it: «2015م», «في 2015».
    fn marked_year(&self, at: usize) -> Option<Atom> {
        let (n, 4) = self.digits(at)? else { return None };
        let (year, end) = self.year_digits(at, None, false)?;
        let calendar = year.calendar?;
        if !fits(calendar, n as i32) {
            return None;
        }
        let marked = end > at + 1 && (calendar != CalendarName::Gregorian || (1800..2100).contains(&n));
        let after = self.words.class_before(self.tokens, at, |w| w == Word::Preposition)
            && (1900..2100).contains(&n)
            && !matches!(self.tokens.kind(end), TokenKind::Word | TokenKind::Number | TokenKind::Mark('-' | '/' | ':'));
        let parts = Parts { calendar: Some(calendar), year: year.number, ..Parts::default() };
        (marked || after).then_some(Atom::new(parts, end))
    }

    fn unit(&self, at: usize, skip: usize) -> Option<Atom> {
        let ((unit, shift), end, bound) = self.pointed(at, skip)?;
        let counted = self.words.class_before(self.tokens, at, |w| matches!(w, Word::Number { .. } | Word::Some | Word::Every))
            || (at > 0 && self.tokens.kind(at - 1) == TokenKind::Number);
        if bound || counted {
            return None;
        }
        let mut parts = Parts::default();
        match unit {
            Unit::Day => return None,
            Unit::Week => parts.week_shift = Some(shift),
            Unit::Month => parts.month_shift = Some(shift),
            Unit::Year => {
                parts.year_shift = Some(shift);
                // «العام الماضي 2014م», «العام الماضي (2014)»
                let open = usize::from(self.tokens.is_mark(end, '('));
                if let Some((year, e)) = self.year_digits(end + open, None, false)
                    && (open == 0 || self.tokens.is_mark(e, ')'))
                {
                    let parts = Parts { calendar: year.calendar, year: year.number, ..Parts::default() };
                    return Some(Atom::new(parts, e + open));
                }
            }
        }
        Some(Atom::new(parts, end))
    }

    /// «سه روز پیش», «قبل ثلاثة أيام», «قبل يومين».
    fn ago(&self, at: usize, skip: usize) -> Option<Atom> {
        let unit = |at| {
            let of = |w| if let Word::Unit { unit, count, .. } = w { Some((unit, count)) } else { None };
            self.class(at, 0, of)
        };
        let atom = |n, unit, end| Some(Atom::new(Parts { ago: Some((n, unit)), ..Parts::default() }, end));
        if let Some((n, mut e)) = self.count(at, skip) {
            let mut most = None;
            if let Some((m, after)) = self.is(e, 0, Word::Or).and_then(|p| self.count(p, 0)) {
                (most, e) = (Some(m), after);
            }
            let ((of, _), e) = unit(e)?;
            let after = |w| (w == Word::AgoAfter).then_some(());
            let ((), end) = self.guarded(None, e, 0, after)?;
            return Some(Atom::new(Parts { ago: Some((n, of)), ago_most: most, ..Parts::default() }, end));
        }
        let p = self.is(at, skip, Word::AgoBefore)?;
        let ((n, of), end) = if let Some((n, e)) = self.count(p, 0) {
            let ((of, count), e) = unit(e)?;
            if count.is_some_and(|c| c > 1) {
                return None;
            }
            ((n, of), e)
        } else {
            let ((of, count), e) = unit(p)?;
            ((u16::from(count?), of), e)
        };
        let goes_on = self.is(end, 0, Word::Of).is_some() || self.tokens.kind(end) == TokenKind::Number || self.shift(end).is_some();
        let goes_on = goes_on || self.month_word(end, 0).is_some() || self.is(end + 1, 0, Word::Of).is_some();
        if goes_on { None } else { atom(n, of, end) }
    }

    fn season(&self, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::Season(n) = w { Some(n) } else { None };
        let (season, end) = self.guarded(Some(at), at, skip, of)?;
        let mut parts = Parts { season: Some(season), ..Parts::default() };
        let p = self.is(end, 0, Word::Of).unwrap_or(end);
        if let Some(((Unit::Year, shift), e, _)) = self.pointed(p, 0) {
            parts.year_shift = Some(shift);
            return Some(Atom::new(parts, e));
        }
        let p = self.is(p, 0, Word::Year).unwrap_or(p);
        if let Some((year, e)) = self.year_digits(p, None, p > end) {
            (parts.year, parts.calendar) = (year.number, year.calendar);
            return Some(Atom::new(parts, e));
        }
        let (shift, e) = self.shift(end)?;
        parts.shift = Some(shift);
        Some(Atom::new(parts, e))
    }
}
