//! Neighbouring shapes that name one day are one expression: «امروز (دوشنبه)», «مساء اليوم الجمعة», «شب گذشته ۱۳ تیرماه».

use rawi_text::TokenKind;

use super::atom::Atom;
use super::{Expression, Finder, Parts};
use crate::CalendarName;
use crate::words::Word;

/// Which of the ways of naming a day a shape uses.
fn ways(parts: &Parts) -> [bool; 3] {
    if parts.every {
        return [false; 3];
    }
    [
        parts.weekday.is_some(),
        parts.day_shift.is_some() || parts.ago.is_some(),
        parts.day.is_some() && (parts.month.is_some() || parts.month_shift.is_some()),
    ]
}

/// Puts two shapes of one day together.
fn joined(a: &Parts, b: &Parts) -> Option<Parts> {
    let (wa, wb) = (ways(a), ways(b));
    let day = |w: [bool; 3]| w.iter().any(|&x| x);
    let ranged = a.last_day.is_some() || b.last_day.is_some();
    if !day(wa) || !day(wb) || ranged || (0..3).any(|i| wa[i] && wb[i]) {
        return None;
    }
    Some(Parts {
        calendar: a.calendar.or(b.calendar),
        day: a.day.or(b.day),
        month: a.month.or(b.month),
        month_shift: a.month_shift.or(b.month_shift),
        year: a.year.or(b.year),
        year_calendar: a.year_calendar.or(b.year_calendar),
        year_shift: a.year_shift.or(b.year_shift),
        weekday: a.weekday.or(b.weekday),
        nth: a.nth.or(b.nth),
        week_shift: a.week_shift.or(b.week_shift),
        day_shift: a.day_shift.or(b.day_shift),
        shift: a.shift.or(b.shift),
        ago: a.ago.or(b.ago),
        ago_most: a.ago_most.or(b.ago_most),
        elsewhere: (a.elsewhere || b.elsewhere) && a.day_shift.or(b.day_shift).is_none(),
        eve: a.eve || b.eve,
        every: a.every && b.every,
        ..Parts::default()
    })
}

/// How far back the opening of a speech is looked for.
const LINE: usize = 400;

/// What stands between two shapes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Comma,
    Dash,
    Word,
}

impl Finder<'_> {
    /// The expression that begins at a token after `skip` bytes.
    pub(super) fn chain(&self, at: usize, skip: usize) -> Option<Expression> {
        let (first, dressed) = self.dressed(at, at, skip)?;
        // «ثالث أيام عيد الفطر»
        if first.parts.every && dressed {
            return None;
        }
        let mut parts = first.parts;
        let mut end = first.end;
        let mut bare = first.loose && !dressed;
        while let Some((next, e)) = self.next(at, &parts, end) {
            (parts, end, bare) = (next, e, false);
        }
        // «امروز صبح», «شنبه شب»
        let day = ways(&parts);
        if day[0] || day[1] {
            let part = |w| matches!(w, Word::Part { trailing: true }).then_some(());
            if let Some(((), e)) = self.guarded(None, end, 0, part) {
                let whole = (e..e + 2).all(|i| self.atom(at, i, 0).is_none() || i > e);
                if whole {
                    (end, bare) = (e, false);
                }
            }
        }
        parts.eve &= ways(&parts) == [true, false, false] || parts.calendar == Some(CalendarName::Islamic);
        if bare && self.nowadays(at, skip, end, parts.day_shift == Some(0)) {
            return None;
        }
        if let Some((days, e)) = self.weekdays(&parts, end) {
            (parts, end) = (days, e);
        } else if let Some(e) = self.night(&parts, end).filter(|_| dressed) {
            (end, parts.eve) = (e, false);
        } else if let Some((until, e)) = self.until(at, &parts, end) {
            (parts.until, end) = (Some(Box::new(until)), e);
        }
        Some(Expression { tokens: at..end, skip, parts, beside: false, listed: false, line: 0, dateline: false, labelled: false })
    }

    /// Several days by their names and then by their numbers: «سه‌شنبه و چهارشنبه ۱۸ و ۱۹ شهریور».
    fn weekdays(&self, parts: &Parts, end: usize) -> Option<(Parts, usize)> {
        if ways(parts) != [true, false, false] || parts.nth.is_some() {
            return None;
        }
        let weekday = |at, skip| self.class(at, skip, |w| matches!(w, Word::Weekday(_)).then_some(())).map(|w| w.1);
        let mut end = end;
        for _ in 0..6 {
            let link = self.is(end, 0, Word::And).or_else(|| self.is(end, 0, Word::To));
            let link = link.or_else(|| matches!(self.tokens.kind(end), TokenKind::Mark('،' | ',')).then_some(end + 1));
            let next = match link {
                Some(e) => weekday(e, 0),
                None => self.words.proclitic(self.tokens, end).find_map(|skip| weekday(end, skip)),
            };
            let Some(e) = next else { break };
            end = e;
        }
        let days = self.day_of_month(end, 0)?;
        days.parts.last_day.is_some().then_some((days.parts, days.end))
    }

    /// The end of a night between two days, «ليل الجمعة - السبت», which is the day on which it begins.
    fn night(&self, parts: &Parts, end: usize) -> Option<usize> {
        let day = parts.weekday.filter(|_| ways(parts) == [true, false, false])?;
        let next = match self.tokens.kind(end) {
            TokenKind::Mark('-' | '–' | '/') => end + 1,
            _ => self.is(end, 0, Word::To)?,
        };
        let of = |w| if let Word::Weekday(d) = w { Some(d) } else { None };
        self.class(next, 0, of).filter(|n| n.0 == (day + 1) % 7).map(|n| n.1)
    }

    /// The other end of a range: «۲۸ خرداد تا ۵ تیر», «من يناير إلى مارس 2015», «شنبه تا چهارشنبه».
    fn until(&self, start: usize, parts: &Parts, end: usize) -> Option<(Parts, usize)> {
        let kind = |p: &Parts| match ways(p) {
            [false, false, true] if p.last_day.is_none() && p.month.is_some() => Some(0),
            [true, false, false] if p.nth.is_none() => Some(1),
            [false, false, false] if p.month.is_some() && p.nth.is_none() => Some(2),
            _ => None,
        };
        let first = kind(parts)?;
        let between = || self.words.class_before(self.tokens, start, |w| w == Word::Between);
        let (e, skip) = match self.tokens.kind(end) {
            TokenKind::Mark('-' | '–' | '—') if first == 0 => (end + 1, 0),
            _ => match self.is(end, 0, Word::To).or_else(|| self.is(end, 0, Word::And).filter(|_| between())) {
                Some(e) => (e, 0),
                None if between() => (end, self.words.proclitic(self.tokens, end).next()?),
                None => return None,
            },
        };
        let (atom, _) = self.dressed(start, e, skip)?;
        let same = kind(&atom.parts) == Some(first) && (first == 1 || parts.calendar == atom.parts.calendar);
        same.then_some((atom.parts, atom.end))
    }

    /// A shape with the part of the day and the word for "day" before it, and whether either is there.
    fn dressed(&self, start: usize, at: usize, skip: usize) -> Option<(Atom, bool)> {
        let (mut p, mut s) = (at, skip);
        let mut eve = false;
        for _ in 0..4 {
            if let Some(mut atom) = self.atom(start, p, s) {
                atom.parts.eve = eve;
                // «سومین روز این هفته»: a week has no morning.
                let day = p == at || ways(&atom.parts).iter().any(|&w| w);
                return day.then_some((atom, p > at));
            }
            let of = |w| matches!(w, Word::Part { .. } | Word::DayWord | Word::Eve).then_some(());
            eve = self.is(p, s, Word::Eve).is_some();
            (p, s) = (self.guarded(None, p, s, of)?.1, 0);
        }
        None
    }

    /// The next shape of the same day and where it ends.
    fn next(&self, start: usize, parts: &Parts, end: usize) -> Option<(Parts, usize)> {
        if !ways(parts).iter().any(|&w| w) {
            return None;
        }
        let close = match self.tokens.kind(end) {
            TokenKind::Mark('(') => Some(')'),
            TokenKind::Mark('[') => Some(']'),
            TokenKind::Mark('«') => Some('»'),
            TokenKind::Mark('{') => Some('}'),
            TokenKind::Mark('"') => Some('"'),
            _ => None,
        };
        if let Some(close) = close {
            return self.bracketed(start, parts, end, close);
        }
        let (from, gap) = match self.tokens.kind(end) {
            TokenKind::Mark('،' | ',') => (end + 1, Gap::Comma),
            TokenKind::Mark('-' | '–') => (end + 1, Gap::Dash),
            TokenKind::Word => {
                let link = self.is(end, 0, Word::Equals).or_else(|| self.is(end, 0, Word::Preposition));
                link.map_or((end, Gap::None), |e| (e, Gap::Word))
            }
            TokenKind::Number => (end, Gap::None),
            _ => return None,
        };
        let short = || self.day_and_month(from).filter(|_| ways(parts) == [true, false, false]).map(|atom| (atom, false));
        let (mut atom, mut from) = (self.dressed(start, from, 0).or_else(short), from);
        if atom.is_none() && gap == Gap::Word {
            // «الموافق ليوم …», or the word is not a link here.
            atom = self.words.proclitic(self.tokens, from).find_map(|s| self.dressed(start, from, s));
            if atom.is_none() {
                (atom, from) = (self.dressed(start, end, 0), end);
            }
        }
        let (atom, _) = atom?;
        let gap = if from == end { Gap::None } else { gap };
        let (a, b) = (ways(parts), ways(&atom.parts));
        let allowed = match gap {
            Gap::None => true,
            Gap::Comma if parts.ago.or(atom.parts.ago).is_some() || parts.week_shift.is_some() => false,
            Gap::Comma => (a[1] && b[0]) || (a[0] && b[2]) || (a[1] && b[2]) || (a[0] && b[1] && !a[2] && !atom.loose),
            // Of a weekday and a date.
            Gap::Dash | Gap::Word => a[0] && !a[2] && b[2],
        };
        if !allowed {
            return None;
        }
        Some((joined(parts, &atom.parts)?, atom.end))
    }

    fn bracketed(&self, start: usize, parts: &Parts, open: usize, close: char) -> Option<(Parts, usize)> {
        let (atom, _) = self.dressed(start, open + 1, 0)?;
        let mut inner = atom.parts;
        let mut end = atom.end;
        if let TokenKind::Word | TokenKind::Number | TokenKind::Mark('،' | ',' | '-' | '–') = self.tokens.kind(end)
            && let Some((both, e)) = self.next(start, &inner, end)
        {
            (inner, end) = (both, e);
        }
        if !self.tokens.is_mark(end, close) {
            return None;
        }
        Some((joined(parts, &inner)?, end + 1))
    }

    /// Whether a bare «امروز» or «اليوم» means nowadays: `today` stands in somebody's speech, or its neighbours say so.
    fn nowadays(&self, at: usize, skip: usize, end: usize, today: bool) -> bool {
        let of = |w| matches!(w, Word::Day { .. }).then_some(());
        // «واليوم …» opens a sentence about nowadays.
        if skip > 0 && self.is(at, skip, Word::Day { shift: 0, loose: true }).is_some() {
            return true;
        }
        if self.guarded(Some(at), at, skip, of).is_none() {
            return true;
        }
        let dash = |i: usize| matches!(self.tokens.kind(i), TokenKind::Mark('-' | '–' | '—' | '"' | '«' | '»' | '“' | '”' | ':' | '|'));
        if at > 0 && dash(at - 1) && dash(end) {
            // A newspaper's name.
            return true;
        }
        today && self.in_speech(at)
    }

    /// Whether a colon ends a date line, which tells who reports from where: «سبق - الرياض: هطلت اليوم أمطار» (Sabq, Riyadh: rain fell today).
    fn heads_report(&self, colon: usize) -> bool {
        /// How many tokens a date line has at most, and how far into a text it stands.
        const LONGEST: usize = 9;
        const HEAD: usize = 60;
        let from = colon.saturating_sub(LONGEST);
        let start = (from..colon).rev().find(|&i| self.tokens.kind(i) == TokenKind::Break).map_or(from, |i| i + 1);
        let dash = |i: usize| matches!(self.tokens.kind(i), TokenKind::Mark('-' | '–' | '—'));
        let whole = start == 0 || start > from;
        colon < HEAD && whole && (start + 1..colon).any(dash) && !dash(colon - 1)
    }

    /// Whether a token stands after a colon of its line, in quotation marks, or after a line that ends with a colon.
    fn in_speech(&self, at: usize) -> bool {
        let mut open = 0i32;
        for i in (at.saturating_sub(LINE)..at).rev() {
            match self.tokens.kind(i) {
                TokenKind::Mark(':') => {
                    let clock = i > 0 && self.tokens.kind(i - 1) == TokenKind::Number && self.tokens.kind(i + 1) == TokenKind::Number;
                    if !clock && !self.heads_report(i) {
                        return true;
                    }
                }
                TokenKind::Mark('»' | '”') => open -= 1,
                TokenKind::Mark('«' | '“') => {
                    open += 1;
                    if open > 0 {
                        return true;
                    }
                }
                TokenKind::Break => break,
                _ => {}
            }
        }
        // A letter or speech given after «به این شرح است:».
        let given = self.given.get_or_init(|| {
            let ends = |j: &usize| self.tokens.kind(*j) == TokenKind::Break && self.tokens.is_mark(j - 1, ':');
            (1..self.tokens.len()).find(ends).unwrap_or(usize::MAX)
        });
        at > *given
    }
}
