//! What a Persian verb is done to: the object before «را», and where the subject before it ends.

use super::phrase::{ENDS, LONGEST, YEH, phrase_end};
use super::subject::{phrase, subject, subject_end};
use crate::{Class, Passage, Subject};

/// Who does what is done to the object before «را», and where that object begins: behind a comma, behind the subject, or
/// where a word for "also" or "this" stands between them; nothing where the clause may begin with either.
pub(crate) fn object(p: &Passage<'_>, from: usize, marker: usize) -> Option<(Subject, usize)> {
    /// The longest subject that is no known name, in tokens.
    const SHORT: usize = 8;
    const NOT: u64 = ENDS | Class::Role.bit() | Class::Title.bit() | Class::Conjunction.bit() | Class::Resume.bit();
    /// What tells more of somebody: «نوری | یکی از مهمانان».
    const MORE: u64 = Class::Indefinite.bit() | Class::StateSelf.bit();
    const ACTOR: u64 = Class::PluralHead.bit() | Class::Body.bit() | Class::Role.bit() | Class::Title.bit() | Class::Unnamed.bit();
    // «شرایطی که کلانتر منطقه | آن را … خواند»: before a pronoun all is the subject.
    if marker > from + 1
        && p.is(marker - 1, Class::Demonstrative)
        && !p.any(marker - 2, Class::Preposition.bit() | Class::Conjunction.bit())
    {
        return Some((subject(p, from..marker - 1), marker - 1));
    }
    // «وزیران عمان، قطر و کویت | …»
    let listed = p.is(from, Class::PluralHead).then(|| phrase_end(p, from, marker));
    let listed = listed.filter(|&end| end < marker && (from..end).any(|k| p.is_comma(k)));
    let comma = (from..marker).rev().find(|&k| listed.is_none() && p.is_comma(k) && p.quote_around(k).is_none());
    let comma = comma.map(|comma| list_start(p, from, comma, marker));
    // «با توجه به سخنان وزیر، یک کارشناس تفاوت این دو را»: behind what is set off a subject of its own.
    let own = |comma: usize| {
        let sure = p.is_actor(comma + 1) || p.person_at(comma + 1).is_some();
        p.is(from, Class::Preposition) && sure && subject_end(p, comma + 1, marker).is_some()
    };
    let cited = p.is(from, Class::Resume) || comma.is_some_and(own);
    // «به گزارش رود، نوری در جلسه هیئت دولت، توقف کار را»: behind the comma of the source stands who speaks.
    let source = |comma: usize| p.find(from..comma, |k| p.is_comma(k)).filter(|_| p.is(from, Class::Resume));
    // «به گزارش رود، به نقل از روابط عمومی بندر، | نوری …»
    let cites = |first: usize| p.cited_at(first + 1).is_some();
    let before = |comma: usize| match source(comma) {
        Some(first) if cites(first) => {
            (first + 1..comma).find(|&k| p.is_comma(k)).map_or(Subject::Carried, |second| subject(p, second + 1..comma))
        }
        Some(first) => subject(p, first + 1..comma),
        None if cited => Subject::Carried,
        None => subject(p, from..comma),
    };
    // «وی افزایش انگیزه، ابتکار و … را»: a list of objects begins right behind who is surely whole.
    let sure = |limit: usize| {
        let named = p.is_surname(from) || p.person_at(from).is_some_and(|e| e > from + 1);
        named || p.is(from, Class::Anaphor) || p.whole_subject(from, limit).is_some()
    };
    if let Some(first) = (from..marker).find(|&k| p.is_comma(k) && p.quote_around(k).is_none())
        && let Some(end) = subject_end(p, from, first).filter(|&e| e < first && sure(first))
        && !p.any(end, NOT)
        && (p.is(from, Class::Anaphor) || !p.any(end, MORE) && p.name_at(end).is_none())
        && !p.is_finite(first - 1)
    {
        return Some((phrase(from..end), end));
    }
    let from = match comma.map(|comma| (before(comma), comma + 1)) {
        // «به گزارش رود از بندر، نوری امروز این کار را»: what is set off names nobody.
        Some((Subject::Carried, behind)) => behind,
        Some(found) => return (found.1 < marker).then_some(found),
        None => from,
    };
    let adverb = |k: usize| p.is(k, Class::Adverb) && !p.is(k, Class::Role);
    let this = |k: usize| p.is(k, Class::Demonstrative) && !p.any(k - 1, Class::Preposition.bit() | Class::Conjunction.bit());
    let skip = |mut k: usize| {
        while k < marker && (adverb(k) || p.is(k, Class::Conjunction)) {
            k = p.end_of(k, Class::Adverb);
        }
        k
    };
    let start = skip(from);
    // «دولت آمریکا را مسئول دانست»: one name is all there is.
    if p.is(start, Class::Body) && p.name_at(start + 1) == Some(marker) || p.name_at(start) == Some(marker) {
        return Some((Subject::Carried, start));
    }
    // «در این هنگام قاضی نوری | ختم جلسه را اعلام کرد»
    if p.is(start, Class::Preposition)
        && let Subject::Phrase { tokens, .. } = subject(p, start..marker)
        && tokens.start > start
        && let Some(end) = subject_end(p, tokens.start, marker)
    {
        return Some((phrase(tokens.start..end), skip(end)));
    }
    // «مدیرعامل سازمان ملی زمین | این طرح را»: where the name of a body may be of any length.
    let long = || {
        let body = p.is(start, Class::Role) && p.is(start + 1, Class::Body);
        (start + 2..marker).find(|&k| body && this(k)).filter(|&k| !(start..k).any(|k| p.is(k, Class::Preposition)))
    };
    // «مقام‌های عمان این سفر را»
    let people = |k: usize| (p.is(start, Class::PluralHead) || super::frame::several(p, start)) && p.name_at(start + 1) == Some(k);
    // «رئیس دادگستری کل استان مرکزی | یکی از هدف‌ها را»
    let one_of = || {
        let opens = |k: usize| p.is(k, Class::Indefinite) && p.end_of(k, Class::Indefinite) > k + 1;
        let near = (start + 1..marker.min(start + LONGEST)).find(|&k| opens(k) || p.any(k, ENDS))?;
        (p.any(start, ACTOR) && opens(near) && !p.is(near - 1, Class::Conjunction)).then_some(near)
    };
    // «وی وضع سینمای امروز ایران را»: a pronoun is whole.
    let whole = || subject_end(p, start, marker).filter(|_| p.is(start, Class::Anaphor));
    let end = listed
        .or_else(whole)
        .or_else(|| set_off(p, start, marker))
        .or_else(long)
        .or_else(one_of)
        .or_else(|| subject_end(p, start, marker))
        // «نوری این سفر را», and not «کارشناسان علت این سفر را»
        .or_else(|| {
            p.find(start + 1..marker.min(start + SHORT), |k| {
                adverb(k) || this(k) && (k == start + 1 && comma.is_none() || p.behind_person(k) || people(k))
            })
        })
        .or_else(|| p.is(start, Class::Preposition).then_some(start));
    let Some(end) = end else {
        return (!p.any(start, ACTOR | Class::Indefinite.bit())).then_some((Subject::Carried, start));
    };
    // «سخنان خود» in «در پایان سخنان خود …» goes with the adverb.
    let at_end = p.end_of(end, Class::Adverb) > end + 1;
    let own = |k: usize| (k..marker.min(k + 3)).find(|&r| at_end && p.is(r, Class::Reflexive)).map_or(k, |r| r + 1);
    let behind = skip(end);
    let mut object = if behind > end { skip(own(behind)) } else { behind };
    // «در سخنانی», «با انتشار بیانیه‌ای»
    let told = |k: usize| p.any(k, Class::Occasion.bit() | Class::Paper.bit() | Class::Speech.bit()) && p.tokens.word(k).ends_with(YEH);
    let said = [object + 1, object + 2].into_iter().find(|&k| told(k) && k + 1 < marker && !p.any(k + 1, ENDS));
    if p.is(object, Class::Preposition)
        && let Some(last) = said
    {
        object = last + 1;
    } else if p.is(object, Class::Preposition) {
        // «وی در سخنانی این کار را»: behind a phrase with a preposition only what can't go on with it is told apart.
        object = p.find(object + 1..marker, this).unwrap_or(object);
    }
    Some((if end > start { phrase(start..end) } else { Subject::Carried }, object))
}

/// The comma before a list of objects, of which the last commas part the members: «این مسئول، | همایش مدیران، مسابقه دانش‌آموزان و
/// جشنواره مربیان را».
fn list_start(p: &Passage<'_>, from: usize, comma: usize, marker: usize) -> usize {
    const NOT: u64 = ENDS | Class::Role.bit() | Class::Title.bit() | Class::Body.bit() | Class::Conjunction.bit();
    let plain = |k: usize| p.is(k, Class::Conjunction) && p.tokens.word(k).chars().nth(1).is_none();
    let member = |k: usize, end: usize| {
        let head = !p.any(k, NOT) && p.person_at(k).is_none() && p.name_at(k).is_none();
        head && !(k..end).any(|k| p.is_finite(k) || p.is(k, Class::Clause) || p.is(k, Class::Object))
    };
    let mut comma = comma;
    if !member(comma + 1, marker) || !(comma + 2..marker).any(plain) {
        return comma;
    }
    while let Some(before) = (from..comma).rev().find(|&k| p.is_comma(k) && p.quote_around(k).is_none()) {
        if !member(before + 1, comma) {
            break;
        }
        comma = before;
    }
    comma
}

/// Where a subject ends that words part from its object which can belong to neither: «وزیر خارجه جمهوری اسلامی | همچنین سفر به
/// عمان را», «وزارت خارجه | در بیانیه‌ای حمله را».
fn set_off(p: &Passage<'_>, start: usize, marker: usize) -> Option<usize> {
    const STOPS: u64 = Class::Preposition.bit() | Class::Clause.bit() | Class::Object.bit();
    let told = Class::Occasion.bit() | Class::Paper.bit() | Class::Speech.bit();
    if !p.is_actor(start) && p.person_at(start).is_none() && !super::frame::several(p, start) {
        return None;
    }
    let also = |k: usize| p.is(k, Class::Adverb) && !p.is_time(k) && !p.is(k, Class::Role);
    // «در بیانیه‌ای», «با انتشار بیانیه‌ای»
    let paper = |k: usize| p.any(k, told) && p.tokens.word(k).ends_with(YEH);
    let occasion = |k: usize| p.is(k, Class::Preposition) && (paper(k + 1) || !p.is_classed(k + 1) && paper(k + 2));
    let near = (start + 1..marker.min(start + LONGEST)).find(|&k| p.any(k, STOPS) || p.is_mark(k) || also(k))?;
    (also(near) || occasion(near)).then_some(near)
}

/// Where the name or pronoun begins that stands right before «را».
pub(crate) fn nearest(p: &Passage<'_>, from: usize, marker: usize) -> Option<usize> {
    /// The longest name, in tokens.
    const LONGEST: usize = 5;
    let anaphor = |k: usize| p.is(k, Class::Anaphor) && p.end_of(k, Class::Anaphor) == marker;
    let name = |k: usize| p.name_at(k) == Some(marker) || p.person_at(k) == Some(marker);
    let start = (from.max(marker.saturating_sub(LONGEST))..marker).find(|&k| anaphor(k) || name(k))?;
    (start == from || !p.any(start - 1, Class::Preposition.bit() | Class::Conjunction.bit())).then_some(start)
}
