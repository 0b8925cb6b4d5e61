//! Who speaks in a Persian sentence: the noun phrase at its head.

use std::ops::Range;

use rawi_text::TokenKind;

use super::phrase::{ENDS, LONGEST, STARTS, YEH, phrase_end};
use crate::{Class, Passage, Subject};

/// The longest name in quotation marks, in tokens.
const NAME: usize = 4;

/// How far behind words with which the reporter speaks again the comma may stand that closes them.
const NEAR: usize = 8;

/// The subject of a clause: its first noun phrase after adverbials, or [`Subject::Carried`] where the clause has none.
pub(crate) fn subject(p: &Passage<'_>, clause: Range<usize>) -> Subject {
    let mut fronted = None;
    match headed(p, clause, &mut fronted) {
        // «در ادامه نشست سالم نوری، با اشاره به آب، گفت»: the phrase before the comma holds him.
        Subject::Carried if let Some(before) = fronted => {
            let known = |at: usize| p.is_actor(at) || p.person_at(at).is_some();
            let found = after_preposition(p, before.start, before.end);
            if matches!(&found, Subject::Phrase { tokens, .. } if known(tokens.start)) { found } else { Subject::Carried }
        }
        found => found,
    }
}

/// The subject of a clause behind what fronts it, and the phrase with a preposition that does so first.
fn headed(p: &Passage<'_>, clause: Range<usize>, fronted: &mut Option<Range<usize>>) -> Subject {
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
            let cited = p.find(after..end.min(after + NEAR), |k| p.cited_at(k).is_some());
            if let Some(own) = cited.and_then(|k| within_source(p, k, end)) {
                return own;
            }
            let named = cited.and_then(|k| source_end(p, k, end)).filter(|&k| p.is_comma(k));
            i = match behind_outlet(p, after, end) {
                Some(person) => person,
                None => match named
                    .or_else(|| p.find(after..end.min(cited.unwrap_or(after) + NEAR), |k| p.is_comma(k)))
                    .or_else(|| far_comma(p, after, end))
                {
                    Some(comma) => comma + 1,
                    // «در این مراسم که دیروز برگزار شد | نوری گفت»
                    None if p.is(after, Class::Clause) => (after..end).find(|&k| p.is_finite(k)).map_or(end, |verb| verb + 1),
                    None => after,
                },
            };
        // «در این رابطه | سالم نوری - رئیس اتحادیه آسانسور، پل و تونل - گفت»
        } else if let Some(behind) = led(p, i, end) {
            i = behind;
        } else if p.is(i, Class::Preposition) && !p.is(i, Class::Addressing) {
            match p.find(i..end, |k| p.is_comma(k)) {
                // «پس از این جلسه نیز قاضی صلواتی، گفت»: the comma only sets off the verb.
                Some(comma) if comma + 1 == end => return after_preposition(p, i, comma),
                Some(comma) => {
                    fronted.get_or_insert(i..comma);
                    i = comma + 1;
                }
                // «در این بیانیه آمده است»: the paper speaks.
                None if paper_at(p, i + 1) == Some(end) => return phrase(i + 1..end),
                None => return after_preposition(p, i, end),
            }
        // «دو روز گذشته ملک سالم، …»
        } else if p.is_time(i) && !p.is(i, Class::Role) && p.name_at(i).is_none() {
            i += 1;
        // «پیش از این | وی مدعی شد»
        } else if p.is(i, Class::Demonstrative) && p.is(i + 1, Class::Anaphor) && i + 1 < end {
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

/// Who stands right behind the name of an outlet, with or without the place from which it reports: «به گزارش ایسنا | سالم نوری گفت»,
/// «به گزارش خبرگزاری رود از بندر | سالم نوری گفت».
fn behind_outlet(p: &Passage<'_>, outlet: usize, end: usize) -> Option<usize> {
    let behind = p.name_at(outlet).filter(|&k| k < end)?;
    let place = p.is(behind, Class::Preposition).then(|| p.name_at(behind + 1)).flatten();
    let someone = |&k: &usize| k < end && (p.person_at(k).is_some_and(|e| e > k + 1) || p.is(k, Class::Title));
    [Some(behind), place].into_iter().flatten().find(someone)
}

/// The comma behind a source of many words, before someone: «به گزارش خبرنگار بهداشت و درمان خبرگزاری رود از شهر ساحل، | سالم نوری گفت».
fn far_comma(p: &Passage<'_>, source: usize, end: usize) -> Option<usize> {
    /// The longest such source, in tokens.
    const FAR: usize = 16;
    const SOMEONE: u64 = Class::Role.bit() | Class::Title.bit();
    // «در ادامه این نشست، قاضی نوری …»: who stands before the comma is another.
    let over = |k: usize| p.any(k, Class::Clause.bit() | SOMEONE) || p.person_at(k).is_some() || p.is_finite(k);
    let comma = p.find(source + 1..end.min(source + FAR), |k| p.is_comma(k) || over(k)).filter(|&k| p.is_comma(k))?;
    (p.any(comma + 1, SOMEONE) || p.person_at(comma + 1).is_some_and(|close| close > comma + 2)).then_some(comma)
}

/// One past an adverb of several words behind which a name or body stands: «در ادامه | شرکت نفت گفت».
fn led(p: &Passage<'_>, i: usize, end: usize) -> Option<usize> {
    let behind = p.end_of(i, Class::Adverb);
    // «در ابتدای مجمع، نوری گفت»
    let body = || p.is(behind, Class::Body) && !p.is_comma(phrase_end(p, behind, end));
    let someone = behind < end && (p.person_at(behind).is_some() || p.any(behind, Class::Role.bit() | Class::Title.bit()) || body());
    (p.is(i, Class::Adverb) && behind > i + 1 && someone).then_some(behind)
}

/// One past the name of the source that a nominal attribution gives.
fn source_end(p: &Passage<'_>, cited: usize, end: usize) -> Option<usize> {
    let hit = p.cited_at(cited)?;
    Some(phrase_end(p, hit.end, end))
}

/// The office or person that stands right behind a source's name, where nothing but what is said of him follows:
/// «به نقل از پایگاه اطلاع‌رسانی بندر | معاون بندر، ضمن … گفت», «به نقل از روابط عمومی بندر | سالم نوری گفت».
fn within_source(p: &Passage<'_>, cited: usize, end: usize) -> Option<Subject> {
    let head = p.cited_at(cited)?.end;
    let stop = source_end(p, cited, end)?;
    let goes_on = p.is_comma(stop) && p.any(stop + 1, Class::Preposition.bit()) || p.is(stop, Class::Preposition);
    let body = p.any(head, Class::Outlet.bit() | Class::Body.bit());
    let named = |k: usize| p.person_at(k) == Some(stop) && stop > k + 1 && !p.is(k - 1, Class::Title);
    let person = (head + 2..stop).find(|&k| named(k)).filter(|_| stop == end || goes_on && !p.is_comma(stop));
    let office = || (head + 2..stop).find(|&k| p.is(k, Class::Role)).filter(|_| goes_on);
    person.or_else(office).filter(|_| body).map(|at| phrase(at..stop))
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
    // «در یادداشت توئیتری | سالم نوری»
    let owner = |behind: usize| (behind..clause.end.min(behind + 2)).find(|&k| p.is_actor(k) || p.person_at(k).is_some());
    let speech = |k: usize| p.is(k, Class::Speech) && owner(p.end_of(k, Class::Speech)).is_some();
    let at = clause.clone().rev().find(|&k| (p.is(k, Class::Paper) || speech(k)) && !cited(k) && p.quote_around(k).is_none())?;
    let behind = p.end_of(at, if p.is(at, Class::Paper) { Class::Paper } else { Class::Speech });
    if at > clause.start && p.is(at - 1, Class::Demonstrative) || p.is(at, Class::Demonstrative) {
        let head = if p.is(at, Class::Demonstrative) { at } else { at - 1 };
        return Some(phrase(head..behind));
    }
    let head = owner(behind).unwrap_or(at);
    Some(phrase(head..phrase_end(p, head, clause.end)))
}

/// One past the noun phrase of a document that speaks, where one begins at a token.
fn paper_at(p: &Passage<'_>, i: usize) -> Option<usize> {
    let head = if p.is(i, Class::Demonstrative) && !p.is(i, Class::Paper) { i + 1 } else { i };
    p.is(head, Class::Paper).then(|| phrase_end(p, i, p.tokens.len()))
}

/// The phrase that begins at a token, if it can be a subject.
fn at(p: &Passage<'_>, i: usize, end: usize) -> Subject {
    // «خطاب به مردم گفت», «… را از وظایف شورا برشمرد و گفت»
    if p.any(i, Class::Clause.bit() | Class::Addressing.bit() | Class::Object.bit()) {
        return Subject::Carried;
    }
    let mut stop = phrase_end(p, i, end);
    if p.is(i, Class::Unnamed) {
        // «یک منبع نظامی یمنی»: what describes the source goes with it.
        let most = end.min(stop + 3);
        let close = (stop..=most).find(|&k| p.is_mark(k) || p.any(k, ENDS | Class::Conjunction.bit()) || !p.cues_in(k..k + 1).is_empty());
        // «کارشناسان ارزش این زمین را»: what it is done to is no part of them.
        let object = |k: usize| k < end && p.any(k, Class::Object.bit() | Class::Demonstrative.bit());
        stop = close.map_or(if most == end { end } else { stop }, |k| if object(k) { stop } else { k });
        // «یک منبع آگاه در وزارت نیرو»: where he is goes with him.
        if p.is(stop, Class::Inner) && (p.is(stop + 1, Class::Body) || p.name_at(stop + 1).is_some_and(|e| e < end)) && stop < end {
            stop = phrase_end(p, stop + 1, end);
        }
    }
    // «نوری ساخت اسکله را …»: a last name that speaks alone elsewhere is the whole subject.
    if p.is_surname(i) && p.name_at(i).is_none() && !p.is(i + 1, Class::Role) {
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
    // «ما با این کار …», «۱۰ …»
    let alone = p.any(i, Class::Conversant.bit() | Class::Demonstrative.bit()) || p.tokens.kind(i) == TokenKind::Number;
    if alone && stop == i + 1 {
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
    // «سالم نوری» مدیر بندر | این کار را
    if let Some(quote) = p.quote_at(start).filter(|q| q.closed && p.is(q.close + 1, Class::Role) && q.inside().len() <= NAME) {
        return subject_end(p, quote.close + 1, limit);
    }
    if p.is_surname(start) && p.name_at(start).is_none() {
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
            // «رئیس | شورای امنیت ملی روسیه», «سرمربی تیم | ملی فوتبال عمان»
            let body = class == Class::Role && (end > head + 1 || p.is(end, Class::Body));
            let other = class == Class::Role && head == start && end < limit && p.any(end, Class::Role.bit() | Class::Body.bit());
            // «رئیس انجمن | اعتراض خود»: what is one's own is what it is done to.
            let of_own = |&k: &usize| {
                let near = if p.tokens.word(k - 1).ends_with(YEH) { k..k + 1 } else { k..k + 2 };
                !near.into_iter().any(|k| p.is(k, Class::Reflexive))
            };
            if let Some(whole) = body.then(|| seated(p, end, limit)).flatten() {
                whole
            // «دستیار | رئیس مجلس», «مدیرعامل | سازمان آب»: it goes on with the one that completes it.
            } else if let Some(whole) = other.then(|| subject_end(p, end, limit)).flatten().filter(of_own) {
                whole
            // «سخنگوی | فدراسیون», «وزیر نیرو»: one word completes an office that is one word.
            } else if end == head + 1
                && head == start
                && p.name_at(end).is_none()
                && !p.any(end, ENDS | Class::Role.bit() | Class::Demonstrative.bit())
                // «به گفته دبیر فدراسیون | قرار است …»
                && (!p.is_finite(end + 1) || !p.cues_in(end + 1..end + 2).is_empty())
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
        // «ماهیگیران | عمان را»
        (None, None) => return Some(start + 1).filter(|&e| super::frame::several(p, start) && p.name_at(e) == Some(limit)),
    };
    // «روابط عمومی | ارتش»
    if class == Some(Class::Body) && end < limit && p.is(end, Class::Body) {
        end = p.name_at(end).unwrap_or_else(|| p.end_of(end, Class::Body));
    }
    // «و» joins the parts of an office or body: «وزیر راه و شهرسازی», «سازمان حج و زیارت».
    if p.is(end, Class::Conjunction) && matches!(class, Some(Class::Role | Class::Body)) && !p.is_actor(end + 1) {
        end += 2;
    }
    // «رئیس هیئت | ایرانی», «وزیر امور خارجه | جمهوری اسلامی», «مدیرکل راه | استان اصفهان»
    while end < limit {
        end = match p.name_at(end) {
            // «ایران | آمریکا را»: behind a bare name the last one is the object.
            Some(next) if next < limit || next == limit && class.is_some() => next,
            _ if p.is(end, Class::StateSelf) => p.end_of(end, Class::StateSelf),
            _ if p.is(end, Class::Site) && end + 2 < limit => end + 2,
            // «نماینده بندر | در مجلس شورای اسلامی»
            _ if class == Some(Class::Role) && end > head + 1 && p.is(end, Class::Inner) && p.is(end + 1, Class::Body) => {
                p.name_at(end + 1).filter(|&next| next < limit)?
            }
            _ => break,
        };
    }
    (end < limit).then_some(end)
}

/// Where the name of a body ends that its place closes, with another phrase behind it: «شورای امنیت ملی روسیه | توقف حملات را».
fn seated(p: &Passage<'_>, body: usize, limit: usize) -> Option<usize> {
    /// The longest such name before its place, in tokens.
    const LONGEST: usize = 6;
    const NOT: u64 = ENDS | Class::Demonstrative.bit() | Class::Conjunction.bit() | Class::Role.bit();
    let plain = |&k: &usize| p.tokens.is_word(k) && !p.any(k, NOT) && !p.is_finite(k);
    let place = (body..limit).take(LONGEST).take_while(plain).find_map(|k| p.name_at(k))?;
    (place < limit && plain(&place) && p.name_at(place).is_none()).then_some(place)
}

/// In a clause that opens with a preposition and has no comma the subject is the first phrase that can only be one.
fn after_preposition(p: &Passage<'_>, i: usize, end: usize) -> Subject {
    let free = |k: usize| p.any(k, STARTS) || p.name_at(k).is_some();
    match (i + 2..end).find(|&k| free(k) && !p.any(k - 1, Class::Preposition.bit() | Class::Conjunction.bit() | Class::Addressing.bit())) {
        // The head of the preposition's own object is no subject: «در دیدار وزیر …».
        Some(k) if k > i + 2 || p.is(i + 1, Class::Demonstrative) => {
            // «که در آن | رهبر گروه …», «علاوه بر این | وی …»
            let this = k > i + 2 && p.is(k - 1, Class::Demonstrative) && !p.is(k, Class::Anaphor);
            let k = if this { k - 1 } else { k };
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
        // «X، وزیر نیرو | در دیدار با Y، سفیر عراق گفت»: what follows is of the one whom he met.
        let met = (at + 2..close).find(|&k| p.is(k, Class::Preposition) && p.is(p.end_of(k, Class::Preposition), Class::Occasion));
        out.push(at + 1..met.unwrap_or(close).min(at + 1 + LONGEST));
        if met.is_some() {
            break;
        }
        at = close;
    }
    out
}
