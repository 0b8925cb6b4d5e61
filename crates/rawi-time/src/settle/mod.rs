//! From what an expression says to the day it means, as far as that is known.

mod day;
mod one;
mod pair;
mod range;
mod relative;
mod stretch;

use std::ops::Range;

use rawi_text::{ByteSpan, Tokens, fold_char};

use crate::expression::Parts;
use crate::{Basis, Calendar, CalendarName, Dated, Day, Expression, Lunar, Value};

/// What is known of a document when its dates are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Context {
    /// The day of publication, from which relative words count.
    pub published: Option<Day>,
    /// The first day of the week: Saturday 0, Sunday 1.
    pub week_start: u8,
    /// The lunar calendar that the text's country goes by.
    pub lunar: Lunar,
    /// The calendar whose months and years are pointed at («ماه گذشته», «الشهر الماضي»).
    pub civil: CalendarName,
    /// The days that are possible for a date without a year and without a day of publication. The reader narrows it by
    /// what it knows: who held an office, what the text speaks of.
    pub window: (Day, Day),
}

impl Context {
    /// As for a Persian text: weeks from Saturday, Solar Hijri months, Iran's lunar calendar.
    pub fn persian(published: Option<Day>) -> Self {
        Self { published, week_start: 0, lunar: Lunar::Iran, civil: CalendarName::Persian, window: WINDOW }
    }

    /// As for an Arabic text: weeks from Sunday, Gregorian months, Umm al-Qura.
    pub fn arabic(published: Option<Day>) -> Self {
        Self { published, week_start: 1, lunar: Lunar::UmmAlQura, civil: CalendarName::Gregorian, window: WINDOW }
    }

    pub(crate) fn calendar(&self, name: CalendarName) -> Option<Calendar> {
        Calendar::named(name, self.lunar)
    }
}

/// 1999-03-21 to 2031-03-20: the years that the news on the web is about.
const WINDOW: (Day, Day) = (Day(10_671), Day(22_358));

/// A date with what is known of its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Bytes of a proclitic in its first token that do not belong to it.
    pub skip: usize,
    /// The calendar in which it is written.
    pub calendar: CalendarName,
    /// The day, and what remains open.
    pub dated: Dated,
    /// The days that fit, when there are several and none could be chosen: for the reader, who may know more.
    pub candidates: Vec<Day>,
    /// Whether a full date in a second calendar beside it is another day.
    pub clash: bool,
}

impl Settled {
    /// Its place in the raw text, without the proclitic and with the marks that folding drops from its last letter
    /// («هـ», «مساءً»).
    pub fn span(&self, tokens: &Tokens, raw: &str) -> ByteSpan {
        if self.tokens.is_empty() || self.tokens.end > tokens.len() {
            return ByteSpan::default();
        }
        let start = tokens.raw_from(self.tokens.start, self.skip);
        let mut end = tokens.list[self.tokens.end - 1].raw.end as usize;
        for c in raw.get(end..).unwrap_or("").chars() {
            if fold_char(c).is_some() {
                break;
            }
            end += c.len_utf8();
        }
        ByteSpan { start, end: end as u32 }
    }
}

/// Settles the dates of a document, in the order of the expressions.
///
/// A written year comes first; then a second calendar beside it, a weekday that fits one year only, and the day of
/// publication, or where that is not known the document's own date line. What stays open stays null.
pub fn settle(expressions: &[Expression], context: &Context) -> Vec<Settled> {
    let reference =
        context.published.map(|day| (day, Basis::Published)).or_else(|| dateline(expressions, context).map(|day| (day, Basis::Context)));
    let mut out: Vec<Settled> = expressions
        .iter()
        .map(|e| {
            let (dated, candidates) = one::settle(&e.parts, reference, context);
            Settled { tokens: e.tokens.clone(), skip: e.skip, calendar: e.calendar(), dated, candidates, clash: false }
        })
        .collect();
    pair::pair(expressions, &mut out, reference, context);
    listed(expressions, &mut out);
    if let Some((today, basis)) = reference {
        repeated(expressions, &mut out, today, basis);
    }
    out
}

/// Nearer to the day of publication a weekday lies that the text gives with its date elsewhere, in days.
const WEEK: u32 = 7;

/// «تا جمعه … ظهر جمعه ۲۶ تیر» (until Friday … at noon on Friday, 17 July): a weekday by itself is the day of its name that the text gives in
/// full, where that is near and no other one is.
fn repeated(expressions: &[Expression], settled: &mut [Settled], today: Day, counted: Basis) {
    let near = |day: &Day| day.0.abs_diff(today.0) < WEEK;
    let dated = |(e, s): (&Expression, &Settled)| {
        let full = e.parts.weekday.is_some() && e.parts.day.is_some() && e.parts.month.is_some();
        let (first, last) = s.dated.earliest.zip(s.dated.latest).filter(|(first, last)| full && last.0.abs_diff(first.0) < WEEK)?;
        Some([first, last].into_iter().filter(near).map(|day| (day, s.dated.basis.clone())).collect::<Vec<_>>())
    };
    let days: Vec<(Day, Vec<Basis>)> = expressions.iter().zip(&*settled).filter_map(dated).flatten().collect();
    for (e, s) in expressions.iter().zip(settled.iter_mut()) {
        let bare = s.dated.basis == [counted] && e.parts == Parts { weekday: e.parts.weekday, future: e.parts.future, ..Parts::default() };
        let fits = |day: Day| Some(day.weekday()) == e.parts.weekday && (!e.parts.future || day >= today);
        let mut named = days.iter().filter(|(day, _)| bare && fits(*day));
        if let Some((day, basis)) = named.next().filter(|(day, _)| named.all(|(other, _)| other == day)) {
            s.dated = Dated { basis: basis.clone(), ..span(*day, *day, Some(Value::Day(*day)), Vec::new()) };
        }
    }
}

/// «پنجشنبه و جمعه ۷ خرداد», «پنجشنبه و جمعه هفته آینده»: a weekday listed before a dated one is the last before it.
fn listed(expressions: &[Expression], settled: &mut [Settled]) {
    for i in (1..expressions.len()).rev() {
        let (a, b) = (&expressions[i - 1].parts, &expressions[i].parts);
        let bare = a.day.is_none() && a.shift.is_none() && a.week_shift.is_none() && a.day_shift.is_none();
        let (Some(weekday), true, true) = (
            a.weekday,
            bare && expressions[i].listed,
            b.weekday.is_some() && (b.day.is_some() || b.shift.is_some() || b.week_shift.is_some()),
        ) else {
            continue;
        };
        let Some(day) = settled[i].dated.as_day() else { continue };
        let back = (i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7);
        if back > 0 {
            let basis = settled[i].dated.basis.clone();
            let day = day.plus(-back);
            settled[i - 1].dated = span(day, day, Some(Value::Day(day)), basis);
        }
    }
}

/// The full date of the document's own date line, by which its «امروز» goes.
fn dateline(expressions: &[Expression], context: &Context) -> Option<Day> {
    expressions
        .iter()
        .filter(|e| (e.dateline && e.line < 3) || e.labelled)
        .find_map(|e| full_day(e, context).filter(|_| e.calendar() != CalendarName::Islamic))
}

/// The day of an expression with day, month and year.
pub(crate) fn full_day(e: &Expression, context: &Context) -> Option<Day> {
    let parts = &e.parts;
    if parts.last_day.is_some() {
        return None;
    }
    one::day_in(parts.calendar?, parts.year?, parts.month?, parts.day?, context)
}

fn span(first: Day, last: Day, value: Option<Value>, basis: Vec<Basis>) -> Dated {
    Dated { value, earliest: Some(first), latest: Some(last), basis }
}

#[cfg(test)]
mod tests;
