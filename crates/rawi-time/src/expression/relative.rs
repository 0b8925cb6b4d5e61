//! Days and stretches counted from today.

use rawi_text::TokenKind;

use super::atom::Atom;
use super::{Finder, Parts};
use crate::words::{Unit, Word};

impl Finder<'_> {
    /// «امروز», «أمس», «شب گذشته».
    pub(super) fn relative(&self, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::Day { shift, loose } = w { Some((shift, loose)) } else { None };
        let ((shift, loose), end) = self.guarded(None, at, skip, of)?;
        // «اليوم الذي بعد الغد»
        if self.is(at, skip, Word::DayWord).is_some_and(|e| e > end) {
            return None;
        }
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
        if let Some(((unit, shift, bound), end)) = self.guarded(Some(at), at, skip, whole) {
            return Some(((unit, shift), end, bound));
        }
        let of = |w| if let Word::Unit { unit, pointed: true, .. } = w { Some(unit) } else { None };
        let (unit, end) = self.guarded(Some(at), at, skip, of)?;
        let (shift, end) = self.shift(end)?;
        Some(((unit, shift), end, false))
    }

    /// «هفته گذشته», «العام الماضي 2014م»; no «سه هفته گذشته».
    pub(super) fn unit(&self, at: usize, skip: usize) -> Option<Atom> {
        let counted = self.words.class_before(self.tokens, at, |w| matches!(w, Word::Number { .. } | Word::Some | Word::Every))
            || (at > 0
                && self.tokens.kind(at - 1) == TokenKind::Number
                && !self.words.class_before(self.tokens, at - 1, |w| w == Word::Clock));
        if counted { None } else { self.stretch(at, skip) }
    }

    /// A stretch pointed at, with the mark of its calendar: «سال جاری میلادی», «سال میلادی گذشته».
    pub(super) fn stretch(&self, at: usize, skip: usize) -> Option<Atom> {
        let ((unit, shift), end, calendar) = if let Some((pointed, end, bound)) = self.pointed(at, skip) {
            if bound {
                return None;
            }
            let era = self.era(end).filter(|_| pointed.0 != Unit::Week);
            (pointed, era.map_or(end, |e| e.1), era.map(|e| e.0))
        } else {
            let of = |w| if let Word::Unit { unit, pointed: true, .. } = w { Some(unit) } else { None };
            let (unit, e) = self.guarded(Some(at), at, skip, of)?;
            let (calendar, e) = self.era(e)?;
            let (shift, e) = self.shift(e)?;
            ((unit, shift), e, Some(calendar))
        };
        let mut parts = Parts { calendar, ..Parts::default() };
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
    pub(super) fn ago(&self, at: usize, skip: usize) -> Option<Atom> {
        let unit = |at| {
            let of = |w| if let Word::Unit { unit, count, .. } = w { Some((unit, count)) } else { None };
            self.class(at, 0, of)
        };
        let atom = |n: u16, unit, end| Some(Atom::new(Parts { ago: Some((n as i16, unit)), ..Parts::default() }, end));
        if let Some((n, mut e)) = self.count(at, skip) {
            // «ساعت ۸ هفته پیش»
            if self.words.class_before(self.tokens, at, |w| matches!(w, Word::Clock | Word::Some)) {
                return None;
            }
            let mut most = None;
            if let Some((m, after)) = self.is(e, 0, Word::Or).and_then(|p| self.count(p, 0)) {
                (most, e) = (Some(m), after);
            }
            let ((of, _), e) = unit(e)?;
            // «۲ هزار سال پیش»
            if n > 99 && of == Unit::Year || at > 0 && self.tokens.kind(at - 1) == TokenKind::Number {
                return None;
            }
            let after = |w| if let Word::AgoAfter(sign) = w { Some(-i16::from(sign)) } else { None };
            let (sign, end) = self.guarded(None, e, 0, after)?;
            let ago_most = most.map(|m| sign * m as i16);
            return Some(Atom::new(Parts { ago: Some((sign * n as i16, of)), ago_most, ..Parts::default() }, end));
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
        if n > 99 && of == Unit::Year {
            return None;
        }
        let goes_on = self.is(end, 0, Word::Of).is_some() || self.tokens.kind(end) == TokenKind::Number || self.shift(end).is_some();
        let goes_on = goes_on || self.month_word(end, 0).is_some() || self.is(end + 1, 0, Word::Of).is_some();
        if goes_on { None } else { atom(n, of, end) }
    }

    pub(super) fn season(&self, at: usize, skip: usize) -> Option<Atom> {
        let of = |w| if let Word::Season(n) = w { Some(n) } else { None };
        let (season, end) = self.guarded(Some(at), at, skip, of)?;
        let mut parts = Parts { season: Some(season), ..Parts::default() };
        let p = self.is(end, 0, Word::Of).unwrap_or(end);
        if let Some(((Unit::Year, shift), e, _)) = self.pointed(p, 0) {
            parts.year_shift = Some(shift);
            return Some(Atom::new(parts, e));
        }
        let p = self.is(p, 0, Word::Year).unwrap_or(p);
        let short = p > end || matches!(self.digits(p), Some((60..=99, 2))) && !self.counts(p);
        if let Some((year, e)) = self.year_digits(p, None, short) {
            (parts.year, parts.calendar) = (year.number, year.calendar);
            return Some(Atom::new(parts, e));
        }
        let (shift, e) = self.shift(end)?;
        parts.shift = Some(shift);
        Some(Atom::new(parts, e))
    }
}
