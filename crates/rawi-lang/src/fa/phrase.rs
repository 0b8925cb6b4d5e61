//! Who speaks in a Persian sentence: the noun phrase at its head, and where it ends.

use std::ops::Range;

use rawi_text::TokenKind;

use crate::{Class, CueHit, Passage, Subject};

/// The longest noun phrase that is taken for a subject, in tokens.
const LONGEST: usize = 18;

/// How far behind words with which the reporter speaks again the comma may stand that closes them.
const NEAR: usize = 8;

const ENDS: u64 = Class::Addressing.bit()
    | Class::Preposition.bit()
    | Class::Object.bit()
    | Class::Clause.bit()
    | Class::Adverb.bit()
    | Class::Resume.bit();
/// The longest name of a letter, in letters: «سی», «ان».
const LETTER: usize = 3;

/// The letter in which adjectives of relation and indefinite nouns end, folded.
const YEH: char = '\u{6CC}';

const STARTS: u64 = Class::Anaphor.bit() | Class::AnaphorPlural.bit() | Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit();

/// The subject of a clause: its first noun phrase after adverbials, or [`Subject::Carried`] where the clause has none.
pub(crate) fn subject(p: &Passage<'_>, clause: Range<usize>) -> Subject {
    let Range { start: mut i, end } = clause;
    for _ in 0..8 {
        while i < end && (p.is_mark(i) && p.quote_at(i).is_none() || p.is(i, Class::Conjunction) && !p.is(i, Class::Resume)) {
            i += 1;
        }
        if i >= end {
            return Subject::Carried;
        }
        if p.is(i, Class::Unnamed) {
            break;
        }
        if p.is(i, Class::Resume) {
            let after = p.end_of(i, Class::Resume);
            // «به گزارش خبرگزاری رود به نقل از روابط عمومی، …»: the comma is near, else it is another one's.
            let cited = p.find(after..end.min(after + NEAR), |k| p.grammar.according.longest(p.tokens, k, 0).is_some());
            if let Some(own) = cited.and_then(|k| within_source(p, k, end)) {
                return own;
            }
            let named = cited.and_then(|k| source_end(p, k, end)).filter(|&k| p.is_comma(k));
            i = match named.or_else(|| p.find(after..end.min(cited.unwrap_or(after) + NEAR), |k| p.is_comma(k))) {
                Some(comma) => comma + 1,
                // «در این مراسم که دیروز برگزار شد | نوری گفت»
                None if p.is(after, Class::Clause) => (after..end).find(|&k| p.is_finite(k)).map_or(end, |verb| verb + 1),
                None => after,
            };
        } else if p.is(i, Class::Preposition) && !p.is(i, Class::Addressing) {
            match p.find(i..end, |k| p.is_comma(k)) {
                // «پس از این جلسه نیز قاضی صلواتی، گفت»: the comma only sets off the verb.
                Some(comma) if comma + 1 == end => return after_preposition(p, i, comma),
                Some(comma) => i = comma + 1,
                // «در این بیانیه آمده است»: the paper speaks.
                None if paper_at(p, i + 1) == Some(end) => return phrase(i + 1..end),
                None => return after_preposition(p, i, end),
            }
        // «دو روز گذشته ملک سالم، …»
        } else if p.is_time(i) && !p.is(i, Class::Role) && p.name_at(i).is_none() && (i + 1 < end) {
            i += 1;
        // «نخست وزیر» is an office and no adverb.
        } else if p.is(i, Class::Adverb) && !p.is(i, Class::Role) {
            i = p.end_of(i, Class::Adverb);
        } else {
            break;
        }
    }
    at(p, i, end)
}

/// One past the name of the source that a nominal attribution gives.
fn source_end(p: &Passage<'_>, cited: usize, end: usize) -> Option<usize> {
    let hit = p.grammar.according.longest(p.tokens, cited, 0)?;
    Some(phrase_end(p, hit.end, end))
}

/// The office that stands right behind a source's name, where nothing but what is said of him follows:
/// «به نقل از پایگاه اطلاع‌رسانی بندر | معاون بندر، ضمن … گفت».
fn within_source(p: &Passage<'_>, cited: usize, end: usize) -> Option<Subject> {
    let head = p.grammar.according.longest(p.tokens, cited, 0)?.end;
    let stop = source_end(p, cited, end)?;
    let goes_on = p.is_comma(stop) && p.any(stop + 1, Class::Preposition.bit()) || p.is(stop, Class::Preposition);
    let body = p.any(head, Class::Outlet.bit() | Class::Body.bit());
    let office = (head + 2..stop).find(|&k| p.is(k, Class::Role))?;
    (body && goes_on).then(|| phrase(office..stop))
}

/// A plain phrase that speaks.
pub(crate) fn phrase(tokens: Range<usize>) -> Subject {
    Subject::Phrase { tokens, skip: 0, beside: Vec::new() }
}

/// The paper of which a clause tells that it says something, or whose paper it is: «در بخشی از این بیانیه درباره مرز»,
/// «در بیانیه وزارت نیرو».
pub(crate) fn paper(p: &Passage<'_>, clause: Range<usize>) -> Option<Subject> {
    // «به گزارش خبرگزاری رود» tells where the news is from.
    let cited = |k: usize| k > clause.start && p.is(k - 1, Class::Resume);
    let at = clause.clone().rev().find(|&k| p.is(k, Class::Paper) && !cited(k) && p.quote_around(k).is_none())?;
    let behind = p.end_of(at, Class::Paper);
    if at > clause.start && p.is(at - 1, Class::Demonstrative) || p.is(at, Class::Demonstrative) {
        let head = if p.is(at, Class::Demonstrative) { at } else { at - 1 };
        return Some(phrase(head..behind));
    }
    let owner = p.is_actor(behind) || p.person_at(behind).is_some();
    let head = if owner && behind < clause.end { behind } else { at };
    Some(phrase(head..phrase_end(p, head, clause.end)))
}

/// One past the noun phrase of a document that speaks, where one begins at a token.
fn paper_at(p: &Passage<'_>, i: usize) -> Option<usize> {
    let head = if p.is(i, Class::Demonstrative) && !p.is(i, Class::Paper) { i + 1 } else { i };
    p.is(head, Class::Paper).then(|| phrase_end(p, i, p.tokens.len()))
}

/// The phrase that begins at a token, if it can be a subject.
fn at(p: &Passage<'_>, i: usize, end: usize) -> Subject {
    if p.is(i, Class::Clause) {
        return Subject::Carried;
    }
    let mut stop = phrase_end(p, i, end);
    if p.is(i, Class::Unnamed) {
        // «یک منبع نظامی یمنی»: what describes the source goes with it.
        let most = end.min(stop + 3);
        let close = (stop..most).find(|&k| p.is_mark(k) || p.any(k, ENDS | Class::Conjunction.bit()) || !p.cues_in(k..k + 1).is_empty());
        stop = close.unwrap_or(if most == end { end } else { stop });
        // «یک منبع آگاه در وزارت نیرو»: where he is goes with him.
        if p.is(stop, Class::Inner) && p.is(stop + 1, Class::Body) && stop < end {
            stop = phrase_end(p, stop + 1, end);
        }
    }
    // «نوری ساخت اسکله را …»: a last name that speaks alone elsewhere is the whole subject.
    if p.speaks_alone(i) && p.name_at(i).is_none() && !p.is(i + 1, Class::Role) {
        stop = stop.min(i + 1);
    }
    // «وزیر این طرح را … خواند و گفت»: the object stands right behind the subject; «وزیر شرایط امروز را …».
    let timed = p.is(stop, Class::Adverb) && p.is(p.end_of(stop, Class::Adverb), Class::Object);
    if (p.is(stop, Class::Object) || timed) && stop < end {
        stop = subject_end(p, i, stop).unwrap_or(i);
    }
    // «اخباری منتشر شد که …»: what holds a verb is a clause.
    if stop > i + 1 && stop < end && p.is(stop, Class::Clause) && p.is_finite(stop - 1) {
        return Subject::None;
    }
    if stop <= i {
        return Subject::Carried;
    }
    // «خبرگزاری رود، وزیر راه گفت»: an outlet before him who speaks.
    let other = Class::Role.bit() | Class::Title.bit() | Class::Body.bit();
    if p.is(i, Class::Outlet) && p.is_comma(stop) && p.any(stop + 1, other) && stop + 1 < end {
        return at(p, stop + 1, end);
    }
    if stop - i > LONGEST {
        return (i + 1..stop)
            .find(|&k| p.any(k, STARTS))
            .map_or(Subject::None, |k| if stop - k <= LONGEST { plain(p, k, stop, end) } else { Subject::None });
    }
    plain(p, i, stop, end)
}

fn plain(p: &Passage<'_>, i: usize, mut stop: usize, end: usize) -> Subject {
    while stop > i && p.is(stop - 1, Class::Conjunction) {
        stop -= 1;
    }
    if stop <= i {
        return Subject::Carried;
    }
    // «ما با این کار …»
    if p.any(i, Class::Conversant.bit() | Class::Demonstrative.bit()) && stop == i + 1 {
        return Subject::None;
    }
    Subject::Phrase { tokens: i..stop, skip: 0, beside: beside(p, stop, end) }
}

/// Where in a clause without a comma the subject ends and the object begins that stands before `limit`: behind a known
/// name or pronoun, or behind an office or body and the word that completes it.
pub(crate) fn subject_end(p: &Passage<'_>, start: usize, limit: usize) -> Option<usize> {
    if p.any(start, Class::Anaphor.bit() | Class::AnaphorPlural.bit()) {
        let class = if p.is(start, Class::Anaphor) { Class::Anaphor } else { Class::AnaphorPlural };
        return Some(p.end_of(start, class)).filter(|&e| e < limit);
    }
    if p.speaks_alone(start) && p.name_at(start).is_none() {
        return Some(start + 1).filter(|&e| e < limit);
    }
    if let Some(person) = p.person_at(start).filter(|_| p.name_at(start).is_none()) {
        return Some(person).filter(|&e| e < limit);
    }
    if let Some(whole) = p.whole_subject(start, limit) {
        return Some(whole).filter(|&e| e < limit);
    }
    // «یک کارشناس اقتصادی | تفاوت این دو را»
    if p.is(start, Class::Indefinite) && !p.is(p.end_of(start, Class::Indefinite), Class::Role) {
        let noun = p.end_of(start, Class::Indefinite) + 1;
        let adjective = |&k: &usize| p.tokens.word(k).ends_with(YEH) && !p.is_classed(k);
        return Some((noun..limit).take_while(adjective).last().map_or(noun, |k| k + 1)).filter(|&e| e < limit);
    }
    let start = if p.is(start, Class::Indefinite) { p.end_of(start, Class::Indefinite) } else { start };
    if p.is(start, Class::Unnamed) {
        return Some(p.end_of(start, Class::Unnamed)).filter(|&e| e < limit);
    }
    let head = if p.is(start, Class::Demonstrative) { start + 1 } else { start };
    let class = [Class::Role, Class::Title, Class::Body].into_iter().find(|&c| p.is(head, c));
    let mut end = match (p.name_at(head), class) {
        (Some(end), _) => end,
        (None, Some(class)) => {
            let end = p.end_of(head, class);
            // «سخنگوی | فدراسیون», «وزیر نیرو»: one word completes an office that is one word.
            if end == head + 1
                && head == start
                && p.name_at(end).is_none()
                && !p.any(end, ENDS | Class::Role.bit() | Class::Demonstrative.bit())
            {
                // «وزیر امور | خارجه»
                let more = p.is(end, Class::Inner) || p.is(end, Class::Site) && class == Class::Role;
                let end = if more { end + 2 } else { end + 1 };
                // «سخنگوی وزارت امور | خارجه»
                if more && end < limit && p.is(end - 1, Class::Inner) { end + 1 } else { end }
            } else {
                end
            }
        }
        (None, None) => return None,
    };
    // «روابط عمومی | ارتش»
    if class == Some(Class::Body) && end < limit && p.is(end, Class::Body) {
        end = p.name_at(end).unwrap_or_else(|| p.end_of(end, Class::Body));
    }
    // «و» joins the parts of an office: «وزیر راه و شهرسازی».
    if p.is(end, Class::Conjunction) && class == Some(Class::Role) && !p.is_actor(end + 1) {
        end += 2;
    }
    // «رئیس هیئت | ایرانی», «وزیر امور خارجه | جمهوری اسلامی», «مدیرکل راه | استان اصفهان»
    while end < limit {
        end = match p.name_at(end) {
            Some(next) if next <= limit => next,
            _ if p.is(end, Class::StateSelf) => p.end_of(end, Class::StateSelf),
            _ if p.is(end, Class::Site) && end + 2 < limit => end + 2,
            _ => break,
        };
    }
    (end < limit).then_some(end)
}

/// Who does what is done to the object before «را», and where that object begins: behind a comma, behind the subject, or
/// where a word for "also" or "this" stands between them; nothing where the clause may begin with either.
pub(crate) fn object(p: &Passage<'_>, from: usize, marker: usize) -> Option<(Subject, usize)> {
    /// The longest subject that is no known name, in tokens.
    const SHORT: usize = 8;
    const ACTOR: u64 = Class::PluralHead.bit() | Class::Body.bit() | Class::Role.bit() | Class::Title.bit() | Class::Unnamed.bit();
    // «شرایطی که کلانتر منطقه | آن را … خواند»: before a pronoun all is the subject.
    if marker > from + 1
        && p.is(marker - 1, Class::Demonstrative)
        && !p.any(marker - 2, Class::Preposition.bit() | Class::Conjunction.bit())
    {
        return Some((subject(p, from..marker - 1), marker - 1));
    }
    let comma = (from..marker).rev().find(|&k| p.is_comma(k) && p.quote_around(k).is_none());
    // «با توجه به سخنان وزیر، یک کارشناس تفاوت این دو را»: behind what is set off a subject of its own.
    let own = |comma: usize| {
        let sure = p.is_actor(comma + 1) || p.person_at(comma + 1).is_some();
        p.is(from, Class::Preposition) && sure && subject_end(p, comma + 1, marker).is_some()
    };
    let cited = p.is(from, Class::Resume) || comma.is_some_and(own);
    let before = |comma: usize| if cited { Subject::Carried } else { subject(p, from..comma) };
    // «وی افزایش انگیزه، ابتکار و … را»: a list of objects begins right behind who is surely whole.
    if let Some(first) = (from..marker).find(|&k| p.is_comma(k) && p.quote_around(k).is_none())
        && let Some(end) = subject_end(p, from, first).filter(|&e| e < first && (p.is(from, Class::Anaphor) || p.speaks_alone(from)))
        && !p.any(end, ENDS | Class::Role.bit() | Class::Title.bit() | Class::Conjunction.bit() | Class::Resume.bit())
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
    let end = set_off(p, start, marker)
        .or_else(long)
        .or_else(|| subject_end(p, start, marker))
        // «نوری این سفر را», and not «کارشناسان علت این سفر را»
        .or_else(|| {
            p.find(start + 1..marker.min(start + SHORT), |k| {
                adverb(k) || this(k) && (k == start + 1 && comma.is_none() || p.behind_person(k))
            })
        })
        .or_else(|| p.is(start, Class::Preposition).then_some(start));
    let Some(end) = end else {
        return (!p.any(start, ACTOR | Class::Indefinite.bit())).then_some((Subject::Carried, start));
    };
    // «سخنان خود» in «در پایان سخنان خود …» goes with the adverb.
    let own = |k: usize| (k..marker.min(k + 3)).find(|&r| p.is(r, Class::Reflexive)).map_or(k, |r| r + 1);
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

/// Where a subject ends that words part from its object which can belong to neither: «وزیر خارجه جمهوری اسلامی | همچنین سفر به
/// عمان را», «وزارت خارجه | در بیانیه‌ای حمله را».
fn set_off(p: &Passage<'_>, start: usize, marker: usize) -> Option<usize> {
    const STOPS: u64 = Class::Preposition.bit() | Class::Clause.bit() | Class::Object.bit();
    let told = Class::Occasion.bit() | Class::Paper.bit() | Class::Speech.bit();
    if !p.is_actor(start) && p.person_at(start).is_none() && !super::frame::several(p, start) {
        return None;
    }
    let also = |k: usize| p.is(k, Class::Adverb) && !p.is_time(k) && !p.is(k, Class::Role);
    let occasion = |k: usize| p.is(k, Class::Preposition) && p.any(k + 1, told) && p.tokens.word(k + 1).ends_with(YEH);
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

/// In a clause that opens with a preposition and has no comma the subject is the first phrase that can only be one.
fn after_preposition(p: &Passage<'_>, i: usize, end: usize) -> Subject {
    let free = |k: usize| p.any(k, STARTS) || p.name_at(k).is_some();
    // «در ادامه | شرکت نفت گفت»
    let behind = p.end_of(i, Class::Adverb);
    if p.is(i, Class::Adverb) && behind > i + 1 && behind < end && p.is(behind, Class::Body) {
        return at(p, behind, end);
    }
    match (i + 2..end).find(|&k| free(k) && !p.any(k - 1, Class::Preposition.bit() | Class::Conjunction.bit() | Class::Addressing.bit())) {
        // The head of the preposition's own object is no subject: «در دیدار وزیر …».
        Some(k) if k > i + 2 || p.is(i + 1, Class::Demonstrative) => {
            // «که در آن | رهبر گروه …»
            let k = if k > i + 2 && p.is(k - 1, Class::Demonstrative) { k - 1 } else { k };
            at(p, k, end)
        }
        _ => Subject::Carried,
    }
}

/// Phrases set off by commas behind a phrase: «X، نماینده روسیه …،».
fn beside(p: &Passage<'_>, stop: usize, end: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = stop;
    let opens = |at: usize| p.is_comma(at) || p.is_dash(at);
    let namely = |at: usize| p.any(at, Class::Role.bit() | Class::Title.bit()) || p.person_at(at).is_some_and(|e| e >= end || opens(e));
    while at + 1 < end && opens(at) && namely(at + 1) {
        let close = p.find(at + 1..end, opens).unwrap_or(end);
        out.push(at + 1..close.min(at + 1 + LONGEST));
        at = close;
    }
    out
}

/// One past the last token of the noun phrase that begins at a token.
pub(crate) fn phrase_end(p: &Passage<'_>, start: usize, end: usize) -> usize {
    if let Some(class) = [Class::Unnamed, Class::Anaphor, Class::AnaphorPlural].into_iter().find(|&c| p.is(start, c)) {
        return p.end_of(start, class).min(end);
    }
    // «یکی از اعضای شورا»
    let mut i = if p.is(start, Class::Indefinite) { p.end_of(start, Class::Indefinite).min(end) } else { start };
    while i < end {
        // «بین الملل», and not «در امور»
        let plain = || p.grammar.classes.get(p.tokens.word(i)).contains(&Class::Inner);
        if p.is(i, Class::Inner) && p.end_of(i, Class::Inner) > i + 1 && !plain() {
            i = p.end_of(i, Class::Inner).min(end);
            continue;
        }
        if let Some(close) = p.posted(start, i, end) {
            i = close;
            continue;
        }
        let ends = p.any(i, ENDS) && (!p.is(i, Class::Role) || p.is(i, Class::Object)) || !p.cues_in(i..i + 1).is_empty();
        if i > start && ends {
            return i;
        }
        // «به گفته سالم نوری ۱۶ نفر …»
        if i > start && p.tokens.kind(i) == TokenKind::Number && p.person_at(start) == Some(i) {
            return i;
        }
        if let Some(quote) = p.quote_at(i) {
            // A short quotation is a name: «آقای «اسماعیل هنیه»»; what stands before را is none.
            if quote.closed && quote.close < end && quote.close - i <= 6 && !p.is(quote.close + 1, Class::Object) {
                i = quote.close + 1;
                continue;
            }
            return i;
        }
        // «بی.بی.سی»
        let letters = |k: usize| p.tokens.is_word(k) && p.tokens.word(k).chars().count() <= LETTER;
        if i > start && p.tokens.is_mark(i, '.') && i + 1 < end && letters(i - 1) && letters(i + 1) {
            i += 1;
            continue;
        }
        if p.is_mark(i) {
            // Brackets hold a by-name: «(حماس)».
            if p.tokens.is_mark(i, '(')
                && i > start
                && let Some(close) = (i + 1..end.min(i + 6)).find(|&k| p.tokens.is_mark(k, ')'))
            {
                i = close + 1;
                continue;
            }
            match listed(p, start, i, end).filter(|_| i > start) {
                Some(close) => i = close,
                None => return i,
            }
            continue;
        }
        i = if p.is(i, Class::Role) { p.end_of(i, Class::Role).max(i + 1).min(end) } else { i + 1 };
    }
    end
}

/// One past the list that a comma goes on within the name of an office or body: «وزارت صنعت، معدن و تجارت», «کمیسیون
/// بهداشت، درمان و آموزش پزشکی».
fn listed(p: &Passage<'_>, start: usize, comma: usize, end: usize) -> Option<usize> {
    /// The longest member of such a list, in tokens.
    const MEMBER: usize = 2;
    const HEAD: u64 = Class::Body.bit() | Class::Role.bit();
    const OTHER: u64 = ENDS | STARTS | HEAD | Class::Outlet.bit() | Class::Conjunction.bit() | Class::Demonstrative.bit();
    let spoken = |k: usize| p.is_finite(k) || !p.cues_in(k..k + 1).is_empty();
    let named = |k: usize| p.name_at(k).is_some() || p.person_at(k).is_some();
    let plain = |k: &usize| *k < end && p.tokens.is_word(*k) && !p.any(*k, OTHER) && !spoken(*k) && !named(*k);
    let member = |k: usize| (k..k + MEMBER).take_while(plain).count();
    let headed = p.is_comma(comma) && (start..comma).rev().take(1 + MEMBER).any(|k| p.any(k, HEAD));
    let mut at = comma;
    while headed && p.is_comma(at) && at < end {
        let words = member(at + 1);
        at += 1 + words;
        if words == 0 || at >= end {
            return None;
        }
    }
    let close = at + 1 + member(at + 1);
    // «به گزارش وزارت نیرو، آب و برق در …»: what is set off behind a source is another clause.
    let opens = start == 0 || !p.tokens.is_word(start - 1);
    let whole = close >= end || !p.tokens.is_word(close) || p.any(close, HEAD) || spoken(close) || named(close);
    let ends = whole || opens && p.is(close, Class::Preposition);
    let member = close > at + 1 || p.is(close, Class::Body);
    (at > comma && p.is(at, Class::Conjunction) && member && ends).then_some(close.min(end))
}

/// The one to whom it is said before a cue: «خطاب به …», «به سعید البوسعیدی گفت».
pub(crate) fn audience(p: &Passage<'_>, cue: &CueHit<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    if let Some(at) = p.find(clause.clone(), |k| p.is(k, Class::Addressing)) {
        let start = p.end_of(at, Class::Addressing);
        let stop = phrase_end(p, start, clause.end);
        return (stop > start).then_some(start..stop);
    }
    // Right before the cue, since what is said «به …» elsewhere is said of something.
    let person = Class::Title.bit() | Class::Role.bit() | Class::Outlet.bit() | Class::PluralHead.bit();
    let someone = |k: usize| p.any(k, person) || p.name_at(k).is_some() || p.person_at(k).is_some();
    let dative = |k: usize| p.grammar.dative.iter().any(|d| d == p.tokens.word(k)) && someone(k + 1);
    // «از وزیر پرسید»
    let asked = |k: usize| cue.cue.whom.as_deref() == Some(p.tokens.word(k)) && someone(k + 1);
    let at = (clause.start..cue.at).rev().take(LONGEST).take_while(|&k| !p.is_comma(k)).find(|&k| dative(k) || asked(k))?;
    (phrase_end(p, at + 1, cue.at) == cue.at).then_some(at + 1..cue.at)
}

/// Where speech without quotation marks ends within its paragraph: before the sentence in which the reporter speaks
/// again.
pub(crate) fn speech_end(p: &Passage<'_>, sentences: &[Range<usize>], from: usize, end: usize) -> usize {
    for sentence in sentences.iter().filter(|s| s.start > from && s.start < end) {
        if p.is(sentence.start, Class::Resume) {
            return sentence.start;
        }
        for cue in p.cues_in(sentence.clone()) {
            if p.quote_around(cue.at).is_some() {
                continue;
            }
            let named = p.any(sentence.start, Class::Anaphor.bit() | Class::Title.bit()) || p.name_at(sentence.start).is_some();
            // «او ادامه داد آب کافی است.»
            let goes_on = cue.cue.goes_on && p.is(sentence.start, Class::Anaphor) && cue.at <= sentence.start + 2;
            if goes_on && p.tokens.is_word(cue.end) {
                return sentence.start;
            }
            // «آقای نوری نامه‌هایی را می‌پذیرد که …» is no speaking.
            let close = cue.at - sentence.start < 8 && !(cue.at > sentence.start && p.is(cue.at - 1, Class::Object));
            if p.tokens.is_mark(cue.end, ':') || named && close && (p.is(cue.end, Class::Clause) || p.quote_at(cue.end).is_some()) {
                return sentence.start;
            }
        }
    }
    end
}
