//! Date expressions in running text: where they stand and what they say, before a day is settled.

mod atom;
mod chain;
mod month;
mod named;
mod number;
mod place;
mod portion;
mod relative;
mod weekday;
mod year;

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;

use rawi_text::{Hit, TokenKind, Tokens};

use crate::CalendarName;
use crate::words::{DateWords, Entry, Portion, Unit, Word};

/// What an expression says. Every part that is given narrows the day.
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about the day")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The calendar of day, month and year.
    pub calendar: Option<CalendarName>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The last day, when it is a range or list within a month.
    pub last_day: Option<u8>,
    /// The month.
    pub month: Option<u8>,
    /// The month counted from this one: «ماه گذشته» −1.
    pub month_shift: Option<i8>,
    /// The year, in full.
    pub year: Option<i32>,
    /// The calendar of the year, where it is not that of day and month: «عید فطر ۱۴۰۱».
    pub year_calendar: Option<CalendarName>,
    /// The year counted from this one: «سال گذشته» −1.
    pub year_shift: Option<i8>,
    /// The last year of a range of years.
    pub last_year: Option<i32>,
    /// The day of the week, Saturday 0.
    pub weekday: Option<u8>,
    /// Which of the month's days of that name: the first 1, the last −1.
    pub nth: Option<i8>,
    /// The week counted from this one.
    pub week_shift: Option<i8>,
    /// The day counted from today.
    pub day_shift: Option<i32>,
    /// After a weekday, month or season: «گذشته» −1, «جاری» 0, «آینده» +1.
    pub shift: Option<i8>,
    /// So many units ago, or before zero, from now.
    pub ago: Option<(i16, Unit)>,
    /// The higher number of two: «۲ یا ۳ سال قبل».
    pub ago_most: Option<i16>,
    /// A season, spring 0.
    pub season: Option<u8>,
    /// A part of the month or year.
    pub portion: Option<Portion>,
    /// The first and the last month of a part of a year: «چهار ماه نخست امسال» 1 and 4.
    pub months: Option<(u8, u8)>,
    /// The other end, when it is a range whose ends are written apart.
    pub until: Option<Box<Parts>>,
    /// Whether its year stands elsewhere in the text: «من العام نفسه».
    pub elsewhere: bool,
    /// Whether it is the night of a weekday or lunar day, or the one before it: «شب جمعه» (the night of Friday).
    pub eve: bool,
    /// Whether nothing says of which year it is, as of a day with a name. It is a date where the sentence speaks of the future.
    pub every: bool,
    /// Whether the sentence speaks of the future.
    pub future: bool,
}

impl Parts {
    /// Whether it is a lunar month of no particular year: «ماه رمضان» (the month of Ramadan).
    fn recurs(&self) -> bool {
        let pointed = self.year.is_some() || self.year_shift.is_some() || self.shift.is_some();
        self.calendar == Some(CalendarName::Islamic) && self.month.is_some() && !pointed
    }
}

/// A date expression in a text.
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about its place")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Bytes of a proclitic in its first token that do not belong to it: «والاثنين» (and Monday).
    pub skip: usize,
    /// What it says.
    pub parts: Parts,
    /// Whether nothing but marks, one line's end or a word of equality stands between it and the expression before it.
    pub beside: bool,
    /// Whether only «و» or a comma stands between it and the expression before it.
    pub listed: bool,
    /// The number of its line, lines without words not counted.
    pub line: usize,
    /// Whether it stands at its line's end, alone or after a mark, as a date line does.
    pub dateline: bool,
    /// Whether it follows a label such as «تاریخ انتشار».
    pub labelled: bool,
}

impl Expression {
    /// The calendar in which it is written.
    pub fn calendar(&self) -> CalendarName {
        let parts = &self.parts;
        let written = parts.day.is_some() || parts.month.is_some() || parts.year.is_some();
        if written { parts.calendar.unwrap_or(CalendarName::Relative) } else { CalendarName::Relative }
    }
}

/// The date expressions of a text, in order and apart.
///
/// ```
/// use rawi_text::Tokens;
/// use rawi_time::{CalendarName, Customs, DateWords, Proclitics, Row, Sign, Word, find};
/// let month = Word::Month { calendar: CalendarName::Persian, number: 3, sign: Sign::Firm, marked: false };
/// let row = Row { forms: vec!["خرداد".into()], word: month, not_after: vec![], not_before: vec![] };
/// let customs = Customs { hijri: CalendarName::Persian, civil: CalendarName::Persian, short_years: true };
/// let words = DateWords::new(&[row], &Proclitics::default(), customs);
/// let tokens = Tokens::new("دیدار هیأت - 31 / خرداد / 1402"); // meeting of the delegation, 31 Khordad 1402
/// let found = find(&tokens, &words);
/// assert_eq!(found[0].tokens, 3..8);
/// assert_eq!((found[0].parts.day, found[0].parts.year), (Some(31), Some(1402)));
/// ```
pub fn find(tokens: &Tokens, words: &DateWords) -> Vec<Expression> {
    find_where(tokens, words, |_| true)
}

/// The same where it is known already at which words of the text none begins, by [`DateWords::may_open`].
pub fn find_where(tokens: &Tokens, words: &DateWords, may_open: impl Fn(usize) -> bool) -> Vec<Expression> {
    let finder = Finder::new(tokens, words);
    let mut out: Vec<Expression> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let found = match tokens.kind(at) {
            TokenKind::Number => finder.chain(at, 0),
            TokenKind::Word if may_open(at) => finder.at_word(at),
            _ => None,
        };
        match found {
            Some(expression) => {
                at = expression.tokens.end.max(at + 1);
                out.push(expression);
            }
            None => at = (at + 1).max(finder.past.get()),
        }
    }
    finder.place(&mut out);
    out.retain(|e| !e.parts.every || e.parts.future);
    out
}

struct Finder<'a> {
    tokens: &'a Tokens,
    words: &'a DateWords,
    /// The first token after a line that ends with a colon: from there on a letter or speech is given.
    given: OnceCell<usize>,
    /// Where the name of an event ends, whose day is none: «قیام ۱۵ خرداد».
    past: Cell<usize>,
    /// The latest look-ups, since one place is asked for many classes.
    seen: RefCell<[Seen<'a>; 8]>,
}

/// The phrases found at a token after so many bytes.
#[derive(Debug, Default)]
struct Seen<'a> {
    place: Option<(usize, usize)>,
    hits: Vec<Hit<'a, Entry>>,
}

/// The numbers that words tell, with their tokens, in order: «هشتاد و پنج» 85 (eighty-five), «ثمانين» 80. Ordinals are none.
pub fn number_words(tokens: &Tokens, words: &DateWords) -> Vec<(Range<usize>, i32)> {
    let finder = Finder::new(tokens, words);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let told = if tokens.kind(at) == TokenKind::Word { finder.year_words(at) } else { None };
        found.extend(told.map(|(number, end)| (at..end, number)));
        at = told.map_or(at + 1, |(_, end)| end);
    }
    found
}

impl<'a> Finder<'a> {
    fn new(tokens: &'a Tokens, words: &'a DateWords) -> Self {
        Self { tokens, words, given: OnceCell::new(), seen: RefCell::default(), past: Cell::new(0) }
    }
}

impl Finder<'_> {
    /// The first value of the longest phrase there that is of a class, and where the phrase ends.
    fn class<T>(&self, at: usize, skip: usize, of: impl Fn(Word) -> Option<T>) -> Option<(T, usize)> {
        self.entry(at, skip, |e, _| of(e.word))
    }

    /// Like [`Self::class`], leaving out what its guards forbid. The phrase counts as beginning at token `start`, since
    /// words of the same date may stand before it; without a start only what follows is looked at.
    fn guarded<T>(&self, start: Option<usize>, at: usize, skip: usize, of: impl Fn(Word) -> Option<T>) -> Option<(T, usize)> {
        self.entry(at, skip, |e, end| of(e.word).filter(|_| self.words.allowed(self.tokens, e, start, skip, end)))
    }

    fn entry<T>(&self, at: usize, skip: usize, of: impl Fn(&Entry, usize) -> Option<T>) -> Option<(T, usize)> {
        let mut seen = self.seen.borrow_mut();
        let slot = &mut seen[(at + skip) & 7];
        if slot.place != Some((at, skip)) {
            slot.place = Some((at, skip));
            slot.hits.clear();
            self.words.each(self.tokens, at, skip, |hit| slot.hits.push(hit));
        }
        let pick = |hit: &Hit<'_, Entry>| {
            let mut entries = hit.values.iter().filter(|e| (skip > 0 || !e.merged) && DateWords::whole(e, hit.end - at, skip));
            entries.find_map(|e| of(e, hit.end)).map(|t| (t, hit.end))
        };
        slot.hits.iter().rev().find_map(pick)
    }

    fn at_word(&self, at: usize) -> Option<Expression> {
        if self.words.opens(self.tokens, at, 0)
            && let Some(found) = self.chain(at, 0)
        {
            return Some(found);
        }
        self.words.proclitic(self.tokens, at).find_map(
            |skip| {
                if self.words.opens(self.tokens, at, skip) { self.chain(at, skip) } else { None }
            },
        )
    }
}

#[cfg(test)]
pub(crate) mod tests;
