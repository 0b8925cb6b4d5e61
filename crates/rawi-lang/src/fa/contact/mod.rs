//! The shapes in which Persian tells of a contact, one file each, in the order in which they are tried.

mod assembled;
mod each_other;
mod enter;
mod noun_of;
mod noun_with;
mod object;
mod presence;
mod reply;
mod summons;
mod verb_with;

use std::ops::Range;

use crate::contact::{self, Around, ContactGrammar, ContactHit, ContactRule, Encounter, Shape, Side, contact_grammar};
use crate::{Class, Part, Passage, Subject, fa};

/// All rules that start from a contact word.
pub const CONTACTS: &[ContactRule] = &[
    summons::SUMMONS,
    verb_with::VERB_WITH,
    object::OBJECT,
    reply::REPLY,
    enter::ENTER,
    noun_with::NOUN_WITH,
    assembled::ASSEMBLED,
    noun_of::NOUN_OF,
    presence::PRESENCE,
    each_other::EACH_OTHER,
];

/// The longest noun phrase of a party, in tokens.
const LONGEST: usize = 18;
/// The most who are named one after another behind a plural party.
const MOST: usize = 6;
/// From how many on a list of offices is one of several people, and not of one man's offices.
const THREE: usize = 3;
/// The most words of a party that no word class tells: a bare name.
const BARE: usize = 4;
/// How far before a verb the other party may stand, in tokens.
const FAR: usize = 60;

fn grammar() -> Option<&'static ContactGrammar> {
    contact_grammar(rawi_model::Language::Fa)
}

/// A phrase that is the other party, and one past its last token with what stands beside it.
fn party(p: &Passage<'_>, g: &ContactGrammar, start: usize, limit: usize) -> Option<(Side, usize)> {
    // «پیامی به مناسبت …»
    if start >= limit
        || g.around(p, start, Around::Occasion).is_some()
        || g.around(p, start, Around::Each).is_some_and(|end| end >= limit || p.any(end, Class::Adverb.bit() | Class::Preposition.bit()))
    {
        return None;
    }
    // «گروهی از کارشناسان»: whom a word for people counts belongs to it.
    let counted = g.around(p, start, Around::People).filter(|&from| from > start + 1 && from < limit && p.tokens.is_word(from));
    let mut end = phrase_end(p, counted.unwrap_or(start), limit);
    // A verb, another contact noun or what is talked about ends the phrase.
    end = (start + 1..end)
        .find(|&k| {
            is_verb(p, g, k)
                || is_said(p, g, k)
                || g.words.forms.longest(p.tokens, k, 0).is_some()
                || k > start + 1 && g.around(p, k, Around::Topic).is_some()
        })
        .unwrap_or(end);
    // «در دیدار با وزیر نیرو توضیح داد»: the noun of a light verb is no part of the party.
    let mut ran = 0;
    if end < limit && end > start + 1 && g.around(p, end, Around::Light).is_some() && !(start..end).any(|k| p.name_at(k) == Some(end)) {
        ran = end;
        end -= 1;
    }
    // «در دیدار وزیر کشور رفتارهای آنان را …»: the object runs on behind the party.
    if end < limit && p.is(end, Class::Object) {
        end = fa::subject_end(p, start, end)?;
    }
    while end > start && p.is(end - 1, Class::Conjunction) {
        end -= 1;
    }
    let tokens = contact::without_companions(p, g, start..end);
    // «با «هر کسی که لازم باشد»»
    let clause = p.quote_at(start).is_some_and(|q| (q.open..q.close).any(|k| p.is(k, Class::Clause)));
    if tokens.is_empty() || tokens.len() > LONGEST || clause || !can_be(p, g, &tokens) {
        return None;
    }
    if let Some(found) = contact::head_of(p, g, &tokens, limit).and_then(|head| party(p, g, head, limit)) {
        return Some(found);
    }
    if let (name, Some(office)) = contact::split_name(p, tokens.clone()) {
        return Some((Side::Phrase { tokens: name, skip: 0, beside: vec![office] }, end.max(ran)));
    }
    let (beside, close) = match name_of_likeness(p, g, &tokens, end, limit) {
        Some(name) => (vec![name.clone()], if p.is_comma(name.end) && name.end < limit { name.end + 1 } else { name.end }),
        None => beside(p, g, end, limit),
    };
    Some((Side::Phrase { tokens, skip: 0, beside }, close.max(ran)))
}

/// What is looked at on a visit, and one past it: «از بخش‌های گوناگون بندر انزلی بازدید کرد».
fn site(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, start: usize, limit: usize) -> Option<(Side, usize)> {
    let looks = hit.word.kind == rawi_model::ContactKind::Visit && hit.word.shape == Shape::From;
    let closed = Class::Preposition.bit() | Class::Object.bit() | Class::Clause.bit() | Class::Demonstrative.bit() | Class::Quantity.bit();
    if !looks || start >= limit || !p.tokens.is_word(start) || p.any(start, closed) || p.is_verbal_noun(start) {
        return None;
    }
    let end = phrase_end(p, start, limit);
    let end = (start + 1..end).find(|&k| is_verb(p, g, k) || p.any(k, Class::Conjunction.bit()) || p.is_mark(k)).unwrap_or(end);
    // «از تشکیلات این سازمان دریافت کرد»: the noun of a light verb is no part of it.
    let end = if end > start + 1 && end < limit && g.around(p, end, Around::Light).is_some() { end - 1 } else { end };
    (end > start && end - start <= LONGEST).then(|| (Side::plain(start..end), end))
}

/// Whether a verb stands at a token: of the list, or of a finite form and part of no name.
fn is_verb(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    g.around(p, k, Around::Verb).is_some() || p.is_finite(k) && !p.is_of_person(k) && p.name_at(k).is_none() && !p.is_classed(k)
}

/// Whether "and" stands at a token before what is said: «با سفیر عراق | و تأکید بر …».
fn is_said(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    let noun = || p.cues_in(k + 1..k + 2).iter().any(|c| c.part == Part::Noun);
    p.is(k, Class::Conjunction) && noun() && !contact::is_actor(p, g, k + 1)
}

/// Where a noun phrase ends, a sum of states at its end being whole: «گروه ۱+۵».
fn phrase_end(p: &Passage<'_>, start: usize, limit: usize) -> usize {
    let end = fa::phrase_end(p, start, limit);
    let number = |k: usize| p.tokens.kind(k) == rawi_text::TokenKind::Number;
    let sum = end > start && end + 1 < limit && p.tokens.is_mark(end, '+') && number(end - 1) && number(end + 1);
    if sum { end + 2 } else { end }
}

/// Whether a phrase can be a party: somebody begins in its first words, or it is as short as a bare name.
fn can_be(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>) -> bool {
    let closed = Class::Preposition.bit() | Class::Object.bit() | Class::Clause.bit() | Class::Conjunction.bit() | Class::Quantity.bit();
    if p.any(tokens.start, closed) && !p.is(tokens.start, Class::Role) {
        return false;
    }
    let head = if p.any(tokens.start, Class::Demonstrative.bit() | Class::Indefinite.bit()) { tokens.start + 1 } else { tokens.start };
    // «این وزیر», «این شبکه»
    if p.is(tokens.start, Class::Demonstrative) && !p.any(head, Class::Role.bit() | Class::Title.bit() | Class::Outlet.bit()) {
        return false;
    }
    // «با سفر به …»: a contact is nobody.
    if g.is_plain_noun(p, tokens.start) && p.person_at(tokens.start).is_none() {
        return false;
    }
    let words = tokens.clone().filter(|&k| p.tokens.is_word(k)).count();
    // «با برخی از مقامات»: an indefinite word alone is nobody.
    if tokens.len() == 1 && p.any(tokens.start, Class::Indefinite.bit() | Class::Quantity.bit()) {
        return false;
    }
    let first = tokens.start + usize::from(p.quote_at(tokens.start).is_some());
    let number = first < tokens.end && p.tokens.kind(first) == rawi_text::TokenKind::Number;
    // One word before an office is a topic more often than a name: «ادعای وزیر».
    match (head..tokens.end.min(head + 3)).find(|&k| contact::is_actor(p, g, k)) {
        Some(k) => {
            // «پیمان جبلی»: of some names but the last word is known for one.
            let last = k + 1 == tokens.end && words == 2 && p.person_at(k) == Some(tokens.end);
            k != head + 1 || p.any(head, Class::Role.bit() | Class::Indefinite.bit()) || p.quote_at(head).is_some() || last
        }
        // «یک پرونده را …»: one of many is somebody only where a word says so.
        None => head == tokens.start && words <= BARE && !number && words > 0,
    }
}

/// The name between commas behind a likeness: «همتای عمانی خود، سعید البوسعیدی، دیدار کرد».
fn name_of_likeness(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>, comma: usize, limit: usize) -> Option<Range<usize>> {
    if !p.is(tokens.start, Class::Relation) || !p.is_comma(comma) || comma + 1 >= limit {
        return None;
    }
    let start = comma + 1;
    let end = fa::phrase_end(p, start, limit.min(start + BARE + 1));
    let plain = (start..end).all(|k| p.tokens.is_word(k) && g.around(p, k, Around::Verb).is_none() && !p.is(k, Class::Conjunction));
    let closed = end == limit || p.is_comma(end) || p.any(end, Class::Preposition.bit());
    (end > start && end - start <= BARE && plain && closed && !p.any(start, Class::Preposition.bit() | Class::Role.bit()))
        .then_some(start..end)
}

/// Phrases set off by commas behind a phrase: «X، وزیر …،».
fn beside(p: &Passage<'_>, g: &ContactGrammar, stop: usize, limit: usize) -> (Vec<Range<usize>>, usize) {
    let mut out = Vec::new();
    let mut at = stop;
    while at + 1 < limit && p.is_comma(at) && p.any(at + 1, Class::Role.bit() | Class::Title.bit()) {
        let end = fa::phrase_end(p, at + 1, limit);
        // «X، وزیر نیرو و سالم الکعبی، …»: behind "and" a person with a name is another one.
        let other = |k: usize| p.is(k, Class::Conjunction) && p.person_at(k + 1).is_some_and(|close| close > k + 2);
        let end = (at + 2..end).find(|&k| g.around(p, k, Around::Verb).is_some() || other(k)).unwrap_or(end);
        if end <= at + 1 || end - at > LONGEST {
            break;
        }
        out.push(at + 1..end);
        at = end;
    }
    if p.is_comma(at) && at + 1 < limit && !out.is_empty() {
        at += 1;
    }
    (out, at.max(stop))
}

/// The one who acts: the subject of the clause that ends before a token.
fn subject(p: &Passage<'_>, g: &ContactGrammar, mut clause: Range<usize>) -> Side {
    // The number of an item: «3️⃣ سالم و ناصر دیدار کردند».
    while clause.start < clause.end && !has_letters(p, clause.start) && p.quote_at(clause.start).is_none() {
        clause.start += 1;
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
    // «سفر برای مذاکره نیست بلکه او با سفیر … گفت‌وگو خواهد کرد»: a pronoun behind a conjunction acts.
    let pronoun = |k: &usize| p.is(*k, Class::Anaphor) && p.any(k - 1, Class::Conjunction.bit()) && !p.is(*k, Class::Role);
    clause.start = (clause.start + 1..clause.end).rev().find(pronoun).unwrap_or(clause.start);
    let (from, limit) = (clause.start, clause.end);
    match fa::subject(p, clause) {
        Subject::Phrase { tokens, skip, beside } => {
            if p.is(tokens.start, Class::AnaphorPlural) {
                return Side::Both;
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
            let cut = (tokens.start + 1..tokens.end)
                .find(|&k| g.around(p, k, Around::Planned).is_some() || g.around(p, k, Around::Verb).is_some() || timed(k));
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
                let opens = |k: usize| p.is(k, Class::Preposition) && (k + 1..k + 3).any(|n| g.is_plain_noun(p, n));
                let beside = beside.into_iter().map(|b| b.start..(b.start + 1..b.end).find(|&k| timed(k) || opens(k)).unwrap_or(b.end));
                Side::Phrase { tokens, skip, beside: office.into_iter().chain(beside).collect() }
            }
        }
        _ => Side::Carried,
    }
}

/// Whether a token has letters; the number of an item has none.
fn has_letters(p: &Passage<'_>, k: usize) -> bool {
    p.tokens.list[k].raw.of(p.raw).chars().any(char::is_alphabetic)
}

/// The phrase that names both who met each other: «X و Y».
fn both(p: &Passage<'_>, g: &ContactGrammar, mut clause: Range<usize>) -> Side {
    while clause.start < clause.end && !has_letters(p, clause.start) && p.quote_at(clause.start).is_none() {
        clause.start += 1;
    }
    clause.start = g.around(p, clause.start, Around::Planned).filter(|&after| after < clause.end).unwrap_or(clause.start);
    match fa::subject(p, clause) {
        Subject::Phrase { tokens, skip, beside } => Side::Phrase { tokens, skip, beside },
        _ => Side::Carried,
    }
}

/// The one who acts before a contact noun: the office or title that ends right before its opener («به سخنان وزیر در
/// دیدار با …»), else the subject of the clause.
fn acting(p: &Passage<'_>, g: &ContactGrammar, start: usize, opener: usize) -> Side {
    let sure = |k: usize| p.any(k, Class::Role.bit() | Class::Title.bit());
    let floor = start.max(opener.saturating_sub(LONGEST));
    let near =
        (floor..opener).rev().find(|&k| p.is_mark(k) || p.is(k, Class::Preposition) && !p.is(k, Class::Role)).map_or(floor, |k| k + 1);
    // «ادعای مقام عمانی در گفت‌وگو با …»: what is said stands before the one who says it.
    let said = near < opener
        && (p.is_verbal_noun(near) || p.is(near, Class::Speech) || p.cues_in(near..near + 1).iter().any(|c| c.part == Part::Noun));
    let inside = near > start && p.is(near - 1, Class::Preposition) && near < opener;
    if (inside || said)
        && !sure(near)
        && let Some(k) = (near + 1..opener).find(|&k| sure(k) && !p.any(k - 1, Class::Role.bit() | Class::Title.bit()))
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
    subject(p, g, start..opener)
}

/// The two states by which people in the plural are told: «وزیران خارجه دو کشور ایران و ترکیه».
fn states(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>) -> Option<(Side, Side)> {
    if g.around(p, tokens.start, Around::People).is_none() && !p.is(tokens.start, Class::PluralHead) {
        return None;
    }
    // An everyday word that is a state's name too is one beside a state: «قطر و فرانسه».
    let and = (tokens.start + 2..tokens.end.checked_sub(1)?).rev().find(|&k| p.is(k, Class::Conjunction))?;
    let first = (tokens.start + 1..and).find(|&k| p.name_at(k) == Some(and));
    let last = p.name_at(and + 1) == Some(tokens.end);
    let named = match first {
        Some(k) if last || and + 2 == tokens.end => k,
        None if last && !is_adjective(p, and - 1) => and - 1,
        _ => return None,
    };
    Some((Side::plain(named..and), Side::plain(and + 1..tokens.end)))
}

/// Whether a word has the ending of most adjectives: «اسلامی».
fn is_adjective(p: &Passage<'_>, k: usize) -> bool {
    p.grammar.ezafe.iter().any(|e| e.chars().next_back().is_some_and(|c| p.tokens.word(k).ends_with(c)))
}

/// The parties that one phrase names after a preposition: «با وزیر آب عمان و سفیر تونس». An office goes on behind "and"
/// unless the one before it is whole.
fn apart(p: &Passage<'_>, side: Side) -> (Side, Option<Side>) {
    let Side::Phrase { tokens, skip, beside } = side else { return (side, None) };
    let sure = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();
    let whole = |k: usize| p.behind_person(k) || (tokens.start..k).any(|n| p.name_at(n) == Some(k));
    let somebody = |k: usize| p.any(k, sure) || p.person_at(k).is_some();
    let single = !p.is(tokens.start, Class::PluralHead) && somebody(tokens.start);
    let and =
        (tokens.start + 1..tokens.end.saturating_sub(1)).find(|&k| single && p.is(k, Class::Conjunction) && whole(k) && somebody(k + 1));
    if let Some(k) = and {
        return (Side::plain(tokens.start..k), Some(Side::Phrase { tokens: k + 1..tokens.end, skip: 0, beside }));
    }
    // «با ترامپ و ونس»: two who are known by their names.
    if let Some(k) = p.name_at(tokens.start).filter(|&k| p.is(k, Class::Conjunction) && p.name_at(k + 1) == Some(tokens.end)) {
        return (Side::plain(tokens.start..k), Some(Side::Phrase { tokens: k + 1..tokens.end, skip: 0, beside }));
    }
    // «با رئیس اتحادیه و نمایندگان کارگران»: several behind one with an office.
    let people = |k: usize| p.is(k, Class::Conjunction) && p.is(k + 1, Class::PluralHead) && !p.is(k + 1, Class::Role);
    let office = p.is(tokens.start, Class::Role) && beside.is_empty();
    if let Some(k) = (tokens.start + 2..tokens.end.saturating_sub(2)).find(|&k| office && people(k)) {
        return (Side::plain(tokens.start..k), Some(Side::plain(k + 1..tokens.end)));
    }
    let mut beside = beside;
    let next = beside.last_mut().and_then(|office| behind_office(p, office));
    (Side::Phrase { tokens, skip, beside }, next)
}

/// The one who is named with his own office behind another's, which ends before him: «سالم الکعبی رئیس بنادر | و ناصر الخوری رئیس گمرک».
fn behind_office(p: &Passage<'_>, office: &mut Range<usize>) -> Option<Side> {
    let name = |k: usize| p.person_at(k + 1).filter(|&e| e > k + 2 && e < office.end && p.is(e, Class::Role));
    let (and, close) = (office.start + 1..office.end).filter(|&k| p.is(k, Class::Conjunction)).find_map(|k| Some((k, name(k)?)))?;
    let own = close..office.end;
    office.end = and;
    Some(Side::Phrase { tokens: and + 1..close, skip: 0, beside: vec![own] })
}

/// Two who travel: «وزیر نیرو و سفیر عراق به تونس سفر کردند».
fn travellers(p: &Passage<'_>, g: &ContactGrammar, clause: Range<usize>) -> Option<(Side, Side)> {
    let Side::Phrase { tokens, .. } = both(p, g, clause) else { return None };
    pair(p, g, tokens, 2)
}

/// Those of a plural party who are named behind it: «با مقام‌ها از جمله سالم الکعبی و ناصر الخوری».
fn including(p: &Passage<'_>, g: &ContactGrammar, at: usize, limit: usize) -> Vec<Side> {
    let mut sides = Vec::new();
    let mut next = g.around(p, at, Around::Including).filter(|&k| k < limit);
    while let Some(from) = next.filter(|_| sides.len() < MOST) {
        let from = if p.is(from, Class::Adverb) { p.end_of(from, Class::Adverb) } else { from };
        let Some((side, end)) = party(p, g, from, limit).filter(|_| p.person_at(from).is_some() || contact::is_actor(p, g, from)) else {
            break;
        };
        // «از جمله نخست‌وزیر و فرمانده ارتش این کشور»: an office alone is told by what stands behind the next one.
        let office = matches!(&side, Side::Phrase { tokens, .. } if tokens.len() == 1 && p.is(from, Class::Role));
        sides.extend((!office).then_some(side));
        next = (end + 1 < limit && (p.is(end, Class::Conjunction) || p.is_comma(end))).then_some(end + 1);
    }
    sides
}

/// Those who are named behind one whose office stands between commas, up to the verb: «با سالم الکعبی، وزیر نیرو، و ناصر الخوری دیدار …».
fn listed(p: &Passage<'_>, g: &ContactGrammar, first: &Side, from: usize, limit: usize) -> Vec<Side> {
    let mut sides = Vec::new();
    let mut k = from;
    let mut set_off = matches!(first, Side::Phrase { beside, .. } if !beside.is_empty());
    while set_off && sides.len() < MOST {
        let and = p.is_comma(k) || p.is(k, Class::Conjunction);
        let at = k + usize::from(and);
        let Some((side, end)) = party(p, g, at, limit).filter(|_| p.person_at(at).is_some()) else { break };
        set_off = end < limit;
        sides.push(side);
        k = end;
    }
    sides
}

/// Three or more who are named one after another: «ایران، روسیه و چین»; one past the last.
fn several(p: &Passage<'_>, from: usize, limit: usize) -> Option<(Vec<Side>, usize)> {
    let mut sides = Vec::new();
    let mut k = from;
    // An everyday word that is a state's name too is one among states: «ایران، آمریکا، قطر و پاکستان».
    let among = |k: usize| k > from && p.tokens.is_word(k) && !p.is_classed(k) && (p.is_comma(k + 1) || p.is(k + 1, Class::Conjunction));
    while let Some(end) = p.name_at(k).or_else(|| among(k).then_some(k + 1)).filter(|&end| end < limit) {
        sides.push(Side::plain(k..end));
        if p.is_comma(end) {
            k = end + 1;
        } else if p.is(end, Class::Conjunction) && sides.len() >= 2 {
            let last = p.name_at(end + 1).filter(|&close| close <= limit)?;
            sides.push(Side::plain(end + 1..last));
            return Some((sides, last));
        } else {
            return None;
        }
    }
    None
}

/// Those who are told one after another by their offices, or by their names: «سفیر تونس، سفیر عراق و سفیر عمان»; one past the last.
fn enumerated(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize, least: usize) -> Option<(Vec<Side>, usize)> {
    let office = |k: usize| p.any(k, Class::Role.bit() | Class::Relation.bit()) && p.skip(k) == 0;
    let begins =
        |k: usize| k < limit && (if office(from) { office(k) } else { p.person_at(k).is_some_and(|end| end > k + 1) && !office(k) });
    if !begins(from) {
        return None;
    }
    let (mut sides, mut k) = (Vec::new(), from);
    while sides.len() <= MOST {
        let end = fa::phrase_end(p, k, limit);
        let ends = |n: usize| p.is_comma(n) || p.is(n, Class::Conjunction) && begins(n + 1) || is_verb(p, g, n);
        let end = (k + 1..end).find(|&n| ends(n)).unwrap_or(end);
        sides.push(Side::plain(k..end));
        let and = end + usize::from(p.is_comma(end) && p.is(end + 1, Class::Conjunction));
        if p.is(and, Class::Conjunction) && begins(and + 1) {
            let stop = fa::phrase_end(p, and + 1, limit);
            let stop = (and + 2..stop).find(|&n| p.is_comma(n) || is_verb(p, g, n)).unwrap_or(stop);
            sides.push(Side::plain(and + 1..stop));
            return (sides.len() >= least).then_some((sides, stop));
        }
        if !p.is_comma(end) || !begins(end + 1) {
            return None;
        }
        k = end + 1;
    }
    None
}

/// Two who are named one after another, the first with an office between commas: «سالم الکعبی، وزیر نیرو و ناصر الخوری، …».
fn apposed(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize) -> Option<(Side, Side, usize)> {
    let (first, end) = party(p, g, from, limit)?;
    // A comma may close the office: «…، وزیر نیرو، و …».
    let and = if p.is_comma(end) { end + 1 } else { end };
    let set_off = matches!(&first, Side::Phrase { beside, .. } if !beside.is_empty());
    if !set_off || and + 1 >= limit || !p.is(and, Class::Conjunction) || !contact::is_actor(p, g, and + 1) {
        return None;
    }
    let (second, end) = party(p, g, and + 1, limit)?;
    Some((first, second, end))
}

/// The two parties that one phrase names: «X و Y»; names that nothing tells are of at most `bare` words.
fn pair(p: &Passage<'_>, g: &ContactGrammar, tokens: Range<usize>, bare: usize) -> Option<(Side, Side)> {
    if let Some(found) = states(p, g, &tokens) {
        return Some(found);
    }
    let sure = |k: usize| contact::is_actor(p, g, k);
    let bare = |r: Range<usize>| r.len() <= bare && !r.is_empty() && !p.any(r.start, Class::Preposition.bit());
    let cut = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|&k| {
        p.is(k, Class::Conjunction)
            && g.around(p, k + 1, Around::Companion).is_none()
            && (sure(tokens.start) && sure(k + 1) && !p.is(k + 1, Class::PluralHead)
                || bare(tokens.start..k) && bare(k + 1..tokens.end)
                || bare(tokens.start..k) && sure(k + 1)
                || sure(tokens.start) && bare(k + 1..tokens.end) && k - tokens.start <= 4)
    })?;
    let right = contact::without_companions(p, g, cut + 1..tokens.end);
    if !can_be(p, g, &right) {
        return None;
    }
    // «کمیسیون مشترک ایران و ترکیه»: two states to which one committee belongs.
    let state = g.around(p, tokens.start, Around::Joint).is_some() && p.name_at(right.start) == Some(right.end);
    let left = (tokens.start + 1..cut).find(|&k| state && p.name_at(k) == Some(cut)).unwrap_or(tokens.start);
    Some((Side::plain(left..cut), Side::plain(right)))
}

/// The same with more than two, who take part alike.
fn encounter_of(basis: &'static str, hit: &ContactHit<'_>, sides: Vec<Side>, evidence: Range<usize>) -> Encounter {
    Encounter { basis, sides: sides.into_iter().map(|side| (side, hit.word.roles[1])).collect(), evidence, part: None }
}

fn encounter(basis: &'static str, hit: &ContactHit<'_>, first: Side, second: Side, evidence: Range<usize>) -> Encounter {
    Encounter { basis, sides: vec![(first, hit.word.roles[0]), (second, hit.word.roles[1])], evidence, part: None }
}

/// Where the sentence's speech or next clause begins after a contact noun: no party stands beyond.
fn limit(p: &Passage<'_>, hit: &ContactHit<'_>, end: usize) -> usize {
    let cue = p.cues_in(hit.end..end).first().map_or(end, |c| c.at);
    let mark = p.find(hit.end..end, |k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause)).unwrap_or(end);
    cue.min(mark)
}

/// Where the word stands that lets the noun take an outer subject: «در» in «در دیدار».
fn opener(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>) -> Option<usize> {
    g.before(p, hit.at, Around::Opener)
}

/// Whether a noun takes up a contact that was told before: «این دیدار».
fn is_known(p: &Passage<'_>, hit: &ContactHit<'_>) -> bool {
    hit.at > 0 && p.is(hit.at - 1, Class::Demonstrative)
}
