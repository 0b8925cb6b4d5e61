//! The one who acts: the subject of a clause.

use std::ops::Range;

use super::LONGEST;
use super::enter::enters;
use super::party::{can_be, is_verb, party};
use crate::contact::{self, Around, ContactGrammar, Side};
use crate::{Class, Part, Passage, Subject, fa};

/// The one who acts: the subject of the clause that ends before a token.
pub(super) fn subject(p: &Passage<'_>, g: &ContactGrammar, mut clause: Range<usize>) -> Side {
    // The number of an item: «3️⃣ سالم و ناصر دیدار کردند».
    while clause.start < clause.end && !has_letters(p, clause.start) && p.quote_at(clause.start).is_none() {
        clause.start += 1;
    }
    let first = quoted_first(p, clause.clone()).or_else(|| quoted_alone(p, &clause)).or_else(|| counted_first(p, g, clause.clone()));
    if let Some(side) = first {
        return side;
    }
    // «ترامپ اعلام کرد سالم … سفر نخواهد کرد»: behind a verb of speech another clause begins.
    let said = p
        .cues_in(clause.clone())
        .iter()
        .filter(|c| matches!(c.part, Part::Past | Part::Present) && c.end < clause.end)
        .map(|c| c.end)
        .max();
    if let Some(after) = said.filter(|&k| !p.is(k, Class::Conjunction) && !p.is_mark(k) && p.tokens.is_word(k)) {
        clause.start = clause.start.max(after);
    }
    // «قرار است سالم … دیدار کند»
    if let Some(after) = g.around(p, clause.start, Around::Planned).filter(|&after| after < clause.end) {
        clause.start = after;
    }
    // «عمان این کار را نادرست خواند و وزارت خارجه این کشور سفیر تونس را احضار کرد»: behind a verb and "and" another one acts.
    let acts = |k: &usize| p.is_finite(k - 1) && p.is(*k, Class::Conjunction) && p.any(k + 1, Class::Role.bit() | Class::Body.bit());
    clause.start = (clause.start + 2..clause.end).rev().find(acts).map_or(clause.start, |k| k + 1);
    // «عمان در حال کار است، اما سالم الکعبی در تماس با …»: so does a person behind a verb, a comma and a conjunction.
    let but = |k: &usize| p.is_comma(k - 1) && p.is_finite(k - 2) && p.is(*k, Class::Conjunction) && super::is_person(p, k + 1);
    clause.start = (clause.start + 2..clause.end.saturating_sub(1)).rev().find(but).map_or(clause.start, |k| k + 1);
    // «سفر برای مذاکره نیست بلکه او با سفیر … گفت‌وگو خواهد کرد»: a pronoun behind a conjunction acts.
    let pronoun = |k: &usize| p.is(*k, Class::Anaphor) && p.any(k - 1, Class::Conjunction.bit()) && !p.is(*k, Class::Role);
    clause.start = (clause.start + 1..clause.end).rev().find(pronoun).unwrap_or(clause.start);
    let (from, limit) = (clause.start, clause.end);
    match fa::subject(p, clause) {
        Subject::Phrase { tokens, skip, beside } => {
            if p.is(tokens.start, Class::AnaphorPlural) {
                return Side::Both;
            }
            // «افزود: ما در سفر به عراق …»
            if g.around(p, tokens.start, Around::Mine).is_some() {
                return Side::Speaker;
            }
            // «خصوصاً اینکه وزیر نیرو در دیدار با …»: what no actor opens before a clause word acts not.
            let next = p.end_of(tokens.end, Class::Clause);
            if tokens.len() == 1
                && p.is(tokens.end, Class::Clause)
                && next > tokens.end
                && next < limit
                && !contact::is_actor(p, g, tokens.start)
            {
                return subject(p, g, next..limit);
            }
            // «معاون وزیر در امور خاورمیانه روز گذشته …»: neither a name nor an office goes beyond a time.
            let timed = |k: usize| (p.is(k, Class::Adverb) || p.is_time(k)) && !p.is(k, Class::Role);
            if !contact::is_actor(p, g, tokens.start) && (tokens.start + 1..tokens.end).any(timed) {
                return Side::Carried;
            }
            let cut = (tokens.start + 1..tokens.end).find(|&k| {
                g.around(p, k, Around::Planned).is_some() || g.around(p, k, Around::Verb).is_some() || timed(k) || enters(p, g, k)
            });
            let tokens = contact::without_companions(p, g, tokens.start..cut.unwrap_or(tokens.end));
            if let Some(head) = contact::head_of(p, g, &tokens, limit)
                && let Some((side, _)) = party(p, g, head, limit)
            {
                return side;
            }
            // «معاون وزیر در امور خاورمیانه با …»: what a preposition opens does not act.
            let opened = (from.max(tokens.start.saturating_sub(2))..tokens.start)
                .any(|k| p.is(k, Class::Preposition) && p.end_of(k, Class::Preposition) == tokens.start);
            if tokens.len() > LONGEST || opened || !can_be(p, g, &tokens) || p.any(tokens.start, Class::Resume.bit() | Class::Adverb.bit())
            {
                Side::Carried
            } else {
                let (tokens, office) = contact::split_name(p, tokens);
                // «سالم الکعبی، وزیر نیروی عمان در جریان سفر …»: at what contact he did it belongs to no office.
                let opens = |k: usize| {
                    let noun = || (k + 1..k + 3).any(|n| g.is_plain_noun(p, n));
                    g.around(p, k, Around::During).is_some() || p.is(k, Class::Preposition) && noun()
                };
                let beside = beside.into_iter().map(|b| b.start..(b.start + 1..b.end).find(|&k| timed(k) || opens(k)).unwrap_or(b.end));
                Side::Phrase { tokens, skip, beside: office.into_iter().chain(beside).collect() }
            }
        }
        _ => named_first(p, from, limit).unwrap_or(Side::Carried),
    }
}

/// Several people with whom a clause begins, counted by a word of their own: «گروهی از تاجران مسقط | با وزیر نیرو …».
fn counted_first(p: &Passage<'_>, g: &ContactGrammar, clause: Range<usize>) -> Option<Side> {
    let mut from = clause.start;
    while from < clause.end && (p.is_comma(from) || p.is_time(from) || p.is(from, Class::Adverb)) {
        from = p.end_of(from, Class::Adverb).max(from + 1);
    }
    g.around(p, from, Around::People).filter(|&end| end > from + 1 && end < clause.end)?;
    party(p, g, from, clause.end).map(|found| found.0)
}

/// The person with whom a clause begins, of whom the reader of subjects makes nothing: «سالم الکعبی رئیس اتحادیه بین المجالس با …».
fn named_first(p: &Passage<'_>, from: usize, limit: usize) -> Option<Side> {
    let end = p.person_at(from).filter(|&end| end > from + 1 && end < limit)?;
    Some(Side::plain(from..end))
}

/// The person with whose name in quotation marks a clause begins, his office behind it: ««سالم الکعبی» معاون وزیر نیروی عراق».
pub(super) fn quoted_first(p: &Passage<'_>, clause: Range<usize>) -> Option<Side> {
    /// The longest name in quotation marks, in tokens.
    const NAME: usize = 4;
    let name = p.quote_at(clause.start).filter(|q| q.closed && (2..=NAME).contains(&q.inside().len()))?;
    let office = name.close + 1 + usize::from(p.is_comma(name.close + 1));
    let heads = office < clause.end && p.is(office, Class::Role) && name.inside().all(|k| p.tokens.is_word(k));
    let close = fa::phrase_end(p, office, clause.end);
    heads.then(|| Side::Phrase { tokens: name.inside(), skip: 0, beside: std::iter::once(office..close).collect() })
}

/// The person whose name in quotation marks is all that stands before a contact, with no more than a time behind it: ««سالم الکعبی» | در
/// گفت‌وگو با …».
fn quoted_alone(p: &Passage<'_>, clause: &Range<usize>) -> Option<Side> {
    let name = p.quote_at(clause.start).filter(|q| q.closed && q.close < clause.end)?;
    let timed = |k: usize| p.is_time(k) || p.is(k, Class::Adverb);
    let whole = p.person_at(name.open + 1) == Some(name.close) && name.inside().len() > 1;
    (whole && (name.close + 1..clause.end).all(timed)).then(|| Side::plain(name.inside()))
}

/// How far behind the other party the verb of the first person stands, in tokens.
const VERB: usize = 6;

/// Whether the next verb is of the first person: «نامه‌ای را برای سفیر تونس ارسال کردیم».
pub(super) fn is_mine(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize) -> bool {
    let mine = |k: usize| g.words.mine.contains(p.tokens.word(k));
    let near = (from..limit.min(from + VERB)).take_while(|&k| !p.is_mark(k) && !p.is(k, Class::Clause));
    near.into_iter().find(|&k| mine(k) || is_verb(p, g, k) && !mine(k + 1)).is_some_and(mine)
}

/// Whether a token has letters; the number of an item has none.
pub(super) fn has_letters(p: &Passage<'_>, k: usize) -> bool {
    p.tokens.list[k].raw.of(p.raw).chars().any(char::is_alphabetic)
}

/// The phrase that names both who met each other: «X و Y».
pub(super) fn both(p: &Passage<'_>, g: &ContactGrammar, mut clause: Range<usize>) -> Side {
    while clause.start < clause.end && !has_letters(p, clause.start) && p.quote_at(clause.start).is_none() {
        clause.start += 1;
    }
    clause.start = g.around(p, clause.start, Around::Planned).filter(|&after| after < clause.end).unwrap_or(clause.start);
    match fa::subject(p, clause) {
        Subject::Phrase { tokens, skip, beside } => {
            // «وزرای نیروی عراق و تونس | دیدار و درباره آب گفت‌وگو کردند»
            let end = (tokens.start + 1..tokens.end).find(|&k| g.is_plain_noun(p, k)).unwrap_or(tokens.end);
            Side::Phrase { tokens: tokens.start..end, skip, beside }
        }
        _ => Side::Carried,
    }
}

/// The one who acts before a contact noun: the office or title that ends right before its opener («به سخنان وزیر در
/// دیدار با …»), else the subject of the clause.
pub(super) fn acting(p: &Passage<'_>, g: &ContactGrammar, start: usize, opener: usize) -> Side {
    let sure = |k: usize| p.any(k, Class::Role.bit() | Class::Title.bit());
    let floor = start.max(opener.saturating_sub(LONGEST));
    let near =
        (floor..opener).rev().find(|&k| p.is_mark(k) || p.is(k, Class::Preposition) && !p.is(k, Class::Role)).map_or(floor, |k| k + 1);
    let near = near + usize::from(p.is(near, Class::Conjunction));
    // «ادعای مقام عمانی در گفت‌وگو با …»: what is said stands before the one who says it.
    let said = near < opener
        && (p.is_verbal_noun(near) || p.is(near, Class::Speech) || p.cues_in(near..near + 1).iter().any(|c| c.part == Part::Noun));
    let inside = near > start && p.is(near - 1, Class::Preposition) && near < opener;
    // «موضع وزیر خارجه عمان در دیدار …»: so does any other thing of his, where it is no body and nobody who serves him.
    let thing = near < opener
        && !contact::is_actor(p, g, near)
        && !p.is_of_person(near)
        && !p.is(near, Class::Adverb)
        && g.around(p, near, Around::Serves).is_none();
    if (inside || said || thing)
        && !sure(near)
        && let Some(k) = (near + 1..opener).find(|&k| sure(k) && !p.any(k - 1, Class::Role.bit() | Class::Title.bit()))
        && (inside || said || k == near + 1 && p.is(k, Class::Role))
        && fa::phrase_end(p, k, opener) == opener
    {
        return Side::plain(k..opener);
    }
    // «این موضوع را هایکو ماس، وزیر خارجه آلمان در سفر …»: a name and an office between commas, right before.
    if near > start
        && p.is_comma(near - 1)
        && p.behind_person(near - 1)
        && sure(near)
        && fa::phrase_end(p, near, opener) == opener
        && let Some(name) = (start..near - 1).rev().find(|&k| p.person_at(k) == Some(near - 1))
    {
        let beside = std::iter::once(near..opener).collect();
        return Side::Phrase { tokens: name..near - 1, skip: 0, beside };
    }
    // «اظهارات سالم الکعبی که در گفت‌وگو با …»: he of whom a relative clause tells.
    if opener > start + 1 && p.is(opener - 1, Class::Clause) {
        let end = opener - 1;
        let heads = |k: usize| {
            sure(k) && !p.any(k - usize::from(k > start), Class::Role.bit() | Class::Title.bit()) && fa::phrase_end(p, k, end) == end
        };
        let named = (start.max(end.saturating_sub(LONGEST))..end).find(|&k| p.person_at(k) == Some(end) || heads(k));
        return named.map_or(Side::Carried, |k| Side::plain(k..end));
    }
    match subject(p, g, start..opener) {
        Side::Carried => behind_clause(p, g, start, opener).unwrap_or(Side::Carried),
        found => found,
    }
}

/// The one who stands between a clause word and the opener: «این‌که | وزیر نیرو در دیدار با …».
fn behind_clause(p: &Passage<'_>, g: &ContactGrammar, start: usize, opener: usize) -> Option<Side> {
    let from = p.end_of((start..opener).rev().find(|&k| p.is(k, Class::Clause))?, Class::Clause);
    let (side, end) = (from < opener && contact::is_actor(p, g, from)).then(|| party(p, g, from, opener))??;
    (end == opener).then_some(side)
}
