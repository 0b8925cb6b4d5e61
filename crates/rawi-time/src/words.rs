//! The words that dates are made of, by class: what a language brings along.

use rawi_text::{Heads, Hit, Lexicon, Tokens, begins};

use crate::CalendarName;

/// A stretch of time that is counted or pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// How sure a month's name is a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Nothing else: «خرداد», «أغسطس».
    Firm,
    /// An ordinary word or a name too: «مهر», «رمضان». It needs a day, a year or the word for "month".
    Common,
    /// Mostly something else: «می». It needs a year or the word for "month" even after a day.
    Weak,
}

/// A part of a month or year: one of so many equal ones, counted from 0. «اوایل» is the first of three, «نیمه دوم» the
/// second of two. Four are the quarters of a year, five the weeks of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Portion {
    /// Which one.
    pub at: u8,
    /// Of how many.
    pub of: u8,
}

/// Which day of a month bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MonthDay {
    /// The day of this number.
    Number(u8),
    /// The last day of this name: Saturday 0 to Friday 6.
    Last(u8),
}

/// What a word does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// A month.
    Month {
        /// Its calendar.
        calendar: CalendarName,
        /// Its number, from 1.
        number: u8,
        /// How sure a sign it is of itself.
        sign: Sign,
        /// Whether the word for "month" is part of it.
        marked: bool,
    },
    /// A day of the week: Saturday 0 to Friday 6.
    Weekday(u8),
    /// A weekday's name that is one only after a number or before a week: «جمعة» in «آخر جمعة من رمضان».
    BareWeekday(u8),
    /// A day counted from today: «دیروز» (yesterday) −1. A `loose` one may mean nowadays.
    Day {
        /// How many days after today.
        shift: i8,
        /// Whether it may mean nowadays.
        loose: bool,
    },
    /// A part of the day: «عصر», «مساء».
    Part {
        /// Whether it may also stand after the day: «امروز صبح».
        trailing: bool,
    },
    /// «شب», «ليلة» before a day: its own night, or the one before it.
    Eve,
    /// A unit of time; `count` where the word itself counts: «يومين» (two days).
    Unit {
        /// Which unit.
        unit: Unit,
        /// How many the word itself says.
        count: Option<u8>,
        /// Whether it can be pointed at: «الأسبوع» (the week) in «الأسبوع الماضي».
        pointed: bool,
    },
    /// After a unit, month or weekday: «گذشته», «الماضي» −1, «جاری» 0, «المقبل» +1.
    Shift(i8),
    /// A unit and where it lies from now, in one: «این هفته» (this week) 0, «پارسال» (last year) −1.
    UnitShift {
        /// Which unit.
        unit: Unit,
        /// How many of it after the present one.
        shift: i8,
        /// Whether it is a date only as part of one: «امسال».
        bound: bool,
    },
    /// Before a count: «قبل», «منذ».
    AgoBefore,
    /// After a count: «پیش» −1, «دیگر» +1.
    AgoAfter(i8),
    /// A number in words, and whether it is an ordinal.
    Number {
        /// The number.
        value: u16,
        /// Whether it is an ordinal.
        ordinal: bool,
    },
    /// After digits, making an ordinal: «ام».
    Suffix,
    /// The mark of an era: «هـ», «میلادی».
    Era(CalendarName),
    /// «سال», «عام».
    Year,
    /// Before the year of an event: «انتخابات ۱۳۹۶», «مونديال 2018».
    Occasion,
    /// «دهه» before a year's number, or the number itself: «الثمانينيات» 80.
    Decade(Option<u8>),
    /// Before a month or year, a part of it: «اوایل», «أواخر».
    Portion(Portion),
    /// So many months in one word: «شش‌ماهه» in «شش‌ماهه نخست امسال».
    Months(u8),
    /// Which of a month's days of one name: «آخرین», «آخر» −1, «الثانية» 2. Other ordinals are numbers.
    Nth(i8),
    /// «ماه», «شهر» before a month's name.
    MonthWord,
    /// «ماه» after a month's name.
    MonthSuffix,
    /// «روز», «يوم».
    DayWord,
    /// «ایام», «أيام»: the days of a feast, of which an ordinal picks one.
    Days,
    /// Between the parts of a date: «من».
    Of,
    /// Between two days of a list: «و».
    And,
    /// Between the ends of a range: «تا», «إلى».
    To,
    /// Between two calendars: «الموافق», «برابر با».
    Equals,
    /// A word that a month or year may follow: «در», «في».
    Preposition,
    /// A day with a name, in its calendar.
    Named {
        /// The calendar.
        calendar: CalendarName,
        /// The month.
        month: u8,
        /// The day, or the weekday whose last one in the month it is: «روز قدس».
        day: MonthDay,
    },
    /// A season, spring 0 to winter 3.
    Season(u8),
    /// «هر», «كل»: what follows is no single day.
    Every,
    /// What is counted, «نفر» or «درصد», so that a number of two digits before it is no year.
    Counted,
    /// «چند»: an unknown count.
    Some,
    /// After a two-digit year: «ساعت».
    Clock,
    /// Stands before the day of publication: «تاریخ انتشار».
    Published,
    /// Makes a sentence one about the future, for a day that follows it.
    FutureBefore,
    /// Makes a sentence one about the future, for a day that stands before it.
    FutureAfter,
    /// «یا», «أو»: «۲ یا ۳ سال قبل».
    Or,
    /// Before an ordinal and a month, a section of the month and no day: «دهه سوم تیر», «الأسبوع الأول من مايو».
    Section,
    /// Before two years that bound a stretch: «بين عامي 2004 و2012».
    Between,
    /// After a day or month, says that its year stands elsewhere in the text: «همان سال», «من العام نفسه».
    SameYear,
    /// Opens a clause: «که», «أن».
    Clause,
    /// Before a day and month without a year it makes the name of an event or place: «قیام ۱۵ خرداد», «ثورة 25 يناير».
    Event,
}

/// One row of a language's date words.
#[derive(Clone, Debug)]
pub struct Row {
    /// The forms, as written.
    pub forms: Vec<String>,
    /// What they are.
    pub word: Word,
    /// Phrases that, standing right before it, make it no date.
    pub not_after: Vec<String>,
    /// Phrases that, standing right after it, make it no date.
    pub not_before: Vec<String>,
}

/// What a language takes for granted about dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customs {
    /// The calendar of a year between 1200 and 1420 without a mark, and of a month pointed at.
    pub hijri: CalendarName,
    /// The calendar of «ماه گذشته» / «الشهر الماضي».
    pub civil: CalendarName,
    /// Whether years of two digits are written.
    pub short_years: bool,
}

#[derive(Clone, Debug)]
struct Guard {
    not_after: Lexicon<()>,
    not_before: Lexicon<()>,
}

/// An entry of the lexicon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) word: Word,
    guard: Option<u16>,
    /// Whether it is found only after a proclitic that its beginning has merged with.
    pub(crate) merged: bool,
    /// Of how many pieces it is written.
    pieces: u8,
}

/// The pieces of a form.
fn pieces(form: &str) -> u8 {
    form.split([' ', '\u{200C}']).filter(|p| !p.is_empty()).count() as u8
}

/// What is written together with the word after it.
#[derive(Clone, Debug, Default)]
pub struct Proclitics {
    /// The proclitics: «و», «بـ».
    pub forms: Vec<String>,
    /// A beginning that merges with a proclitic, and what is left of it: «ال» after «لـ» leaves «ل» («للسبت»).
    pub merging: Option<(String, String)>,
}

/// The date words of a language.
#[derive(Clone, Debug)]
pub struct DateWords {
    lexicon: Lexicon<Entry>,
    guards: Vec<Guard>,
    /// Folded proclitics, longest first.
    proclitics: Vec<String>,
    /// Whether a proclitic begins with a letter, by the sum of the letter's first two bytes.
    leads: [bool; 256],
    /// How opening phrases begin.
    heads: Heads,
    pub(crate) customs: Customs,
}

impl DateWords {
    /// Builds the words of a language from its rows. Months are also kept with the word for "month" after them, so that
    /// «تیرماه» is read like «تیر ماه».
    pub fn new(rows: &[Row], proclitics: &Proclitics, customs: Customs) -> Self {
        let mut guards = Vec::new();
        let mut entries: Vec<(String, Entry)> = Vec::new();
        let month_words: Vec<&String> = rows.iter().filter(|r| r.word == Word::MonthSuffix).flat_map(|r| &r.forms).collect();
        for row in rows {
            let guard = (!row.not_after.is_empty() || !row.not_before.is_empty()).then(|| {
                let lexicon = |phrases: &[String]| Lexicon::new(phrases.iter().map(|p| (p, ())));
                guards.push(Guard { not_after: lexicon(&row.not_after), not_before: lexicon(&row.not_before) });
                (guards.len() - 1) as u16
            });
            for form in &row.forms {
                let pieces = pieces(form);
                entries.push((form.clone(), Entry { word: row.word, guard, merged: false, pieces }));
                if let Some(rest) = proclitics.merging.as_ref().and_then(|(head, left)| Some((form.strip_prefix(head.as_str())?, left))) {
                    entries.push((format!("{}{}", rest.1, rest.0), Entry { word: row.word, guard, merged: true, pieces }));
                }
                if let Word::Month { calendar, number, sign, .. } = row.word {
                    for month_word in &month_words {
                        let word = Word::Month { calendar, number, sign, marked: true };
                        entries.push((format!("{form} {month_word}"), Entry { word, guard, merged: false, pieces: pieces + 1 }));
                    }
                }
            }
        }
        let mut proclitics: Vec<String> = proclitics.forms.iter().map(|p| rawi_text::key(p)).filter(|p| !p.is_empty()).collect();
        proclitics.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        let mut leads = [false; 256];
        for proclitic in &proclitics {
            leads[lead(proclitic)] = true;
        }
        let heads = Heads::new(entries.iter().filter(|(_, e)| opening(e.word)).map(|(form, _)| rawi_text::key(form)));
        Self { lexicon: Lexicon::new(entries), guards, proclitics, leads, heads, customs }
    }

    /// The language's customs.
    pub fn customs(&self) -> Customs {
        self.customs
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.lexicon.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lexicon.is_empty()
    }

    /// Gives each phrase that begins at a token, shortest first.
    pub(crate) fn each<'w>(&'w self, tokens: &Tokens, at: usize, skip: usize, found: impl FnMut(Hit<'w, Entry>)) {
        self.lexicon.each(tokens, at, skip, found);
    }

    /// Whether a phrase may have so many tokens. A month in one piece is one word, «به من» (to me) is not «بهمن»; after a
    /// proclitic so is a weekday, «بال أحد» (anybody's mind) is not «بالأحد».
    pub(crate) fn whole(entry: &Entry, tokens: usize, skip: usize) -> bool {
        let one = matches!(entry.word, Word::Month { .. }) || skip > 0 && matches!(entry.word, Word::Weekday(_));
        !one || tokens <= usize::from(entry.pieces)
    }

    /// Whether the guards of an entry let it stand. Its phrase ends at `end`; what stands before is looked at only where
    /// the whole expression begins at `start`, without a proclitic.
    pub(crate) fn allowed(&self, tokens: &Tokens, entry: &Entry, start: Option<usize>, skip: usize, end: usize) -> bool {
        let Some(guard) = entry.guard.map(|g| &self.guards[usize::from(g)]) else { return true };
        if guard.not_before.longest(tokens, end, 0).is_some() {
            return false;
        }
        skip > 0 || !start.is_some_and(|start| self.behind(&guard.not_after, tokens, start))
    }

    /// Whether a phrase of the lexicon ends right before a token, with or without a proclitic.
    fn behind(&self, lexicon: &Lexicon<()>, tokens: &Tokens, at: usize) -> bool {
        (at.saturating_sub(3)..at).any(|from| {
            let ends = |skip| lexicon.any(tokens, from, skip, |h| h.end == at);
            ends(0) || self.proclitic(tokens, from).any(ends)
        })
    }

    /// Whether a phrase of a class ends right before a token.
    pub(crate) fn class_before(&self, tokens: &Tokens, at: usize, of: impl Fn(Word) -> bool) -> bool {
        (at.saturating_sub(3)..at).any(|from| {
            let ends = |skip| self.lexicon.any(tokens, from, skip, |h| h.end == at && h.values.iter().any(|e| of(e.word)));
            ends(0) || self.proclitic(tokens, from).any(ends)
        })
    }

    /// The lengths in bytes of the proclitics that a token may begin with.
    pub(crate) fn proclitic<'a>(&'a self, tokens: &'a Tokens, at: usize) -> impl Iterator<Item = usize> + 'a {
        self.proclitic_of(tokens.word(at))
    }

    fn proclitic_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let known = if self.leads[lead(word)] { self.proclitics.as_slice() } else { &[] };
        known.iter().filter(move |p| word.len() > p.len() + 2 && begins(word, p)).map(String::len)
    }

    /// Whether a date may begin with a folded word, behind a proclitic or not; where none does, this is nearly always told.
    pub fn may_open(&self, word: &str) -> bool {
        std::iter::once(0).chain(self.proclitic_of(word)).any(|skip| self.heads.may_begin(&word.as_bytes()[skip..]))
    }

    /// Whether any phrase that can open a date begins there.
    pub(crate) fn opens(&self, tokens: &Tokens, at: usize, skip: usize) -> bool {
        let Some(letters) = tokens.word(at).as_bytes().get(skip..) else { return false };
        let mut opens = false;
        if self.heads.may_begin(letters) {
            let is = |e: &Entry| opening(e.word) && (skip > 0 || !e.merged);
            self.lexicon.each(tokens, at, skip, |hit| opens |= hit.values.iter().any(is));
        }
        opens
    }
}

fn lead(word: &str) -> usize {
    match word.as_bytes() {
        [first, second, ..] => usize::from(first.wrapping_add(*second)),
        _ => 0,
    }
}

fn opening(word: Word) -> bool {
    matches!(
        word,
        Word::Month { .. }
            | Word::Weekday(_)
            | Word::BareWeekday(_)
            | Word::Day { .. }
            | Word::Part { .. }
            | Word::Eve
            | Word::Unit { .. }
            | Word::UnitShift { .. }
            | Word::AgoBefore
            | Word::Number { .. }
            | Word::Year
            | Word::Decade(_)
            | Word::Portion(_)
            | Word::Nth(_)
            | Word::Months(_)
            | Word::MonthWord
            | Word::DayWord
            | Word::Days
            | Word::Named { .. }
            | Word::Season(_)
    )
}
