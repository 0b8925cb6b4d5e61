//! Where the words of a party begin and end.

use std::ops::Range;

use super::{BARE, LONGEST};
use crate::contact::{self, Around, ContactGrammar, ContactHit, Shape, Side};
use crate::{Class, Part, Passage, fa};

/// A phrase that is the other party, and one past its last token with what stands beside it.
pub(super) fn party(p: &Passage<'_>, g: &ContactGrammar, start: usize, limit: usize) -> Option<(Side, usize)> {
    // «پیامی به مناسبت …»
    if start >= limit
        || g.around(p, start, Around::Occasion).is_some()
        || g.around(p, start, Around::Each).is_some_and(|end| end >= limit || p.any(end, Class::Adverb.bit() | Class::Preposition.bit()))
    {
        return None;
    }
    // «در دیدار «سالم الکعبی» وزیر نیرو»
    if let Some(Side::Phrase { tokens, skip, beside }) = super::quoted_first(p, start..limit) {
        let end = beside.last().map_or(tokens.end, |office| office.end);
        return Some((Side::Phrase { tokens, skip, beside }, end));
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
    // «وزیر نیرو و هیئت همراه | با …»
    let and = tokens.end + usize::from(p.is(tokens.end, Class::Conjunction));
    ran = g.around(p, and, Around::Companion).filter(|&close| close < limit).unwrap_or(ran).max(ran);
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

/// The one through whom a message goes, where its words end a range: «از طریق عمان | پیامی به …», «از طریق عمان | به تهران پیام داد».
pub(super) fn mediator(
    p: &Passage<'_>,
    g: &ContactGrammar,
    hit: &ContactHit<'_>,
    before: Range<usize>,
) -> Option<(Side, rawi_model::PartyRole)> {
    let from = before.clone().rev().find_map(|k| g.around(p, k, Around::Through)).filter(|_| hit.word.shape == Shape::To)?;
    party(p, g, from, before.end).filter(|f| f.1 == before.end).map(|f| (f.0, rawi_model::PartyRole::Mediator))
}

/// What is looked at on a visit, and one past it: «از بخش‌های گوناگون بندر انزلی بازدید کرد».
pub(super) fn site(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, start: usize, limit: usize) -> Option<(Side, usize)> {
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
pub(super) fn is_verb(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    g.around(p, k, Around::Verb).is_some()
        || g.words.mine.contains(p.tokens.word(k))
        || p.is_finite(k) && !p.is_of_person(k) && p.name_at(k).is_none() && !p.is_classed(k)
}

/// Whether "and" stands at a token before what is said or done: «با سفیر عراق | و تأکید بر …», «به سران کشورها | و انتشار بیانیه».
pub(super) fn is_said(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    let noun = || p.cues_in(k + 1..k + 2).iter().any(|c| c.part == Part::Noun) || g.around(p, k + 1, Around::Occasion).is_some();
    p.is(k, Class::Conjunction) && noun() && !contact::is_actor(p, g, k + 1)
}

/// Where a noun phrase ends, a sum of states at its end being whole: «گروه ۱+۵».
pub(super) fn phrase_end(p: &Passage<'_>, start: usize, limit: usize) -> usize {
    let end = fa::phrase_end(p, start, limit);
    let number = |k: usize| p.tokens.kind(k) == rawi_text::TokenKind::Number;
    let sum = end > start && end + 1 < limit && p.tokens.is_mark(end, '+') && number(end - 1) && number(end + 1);
    if sum { end + 2 } else { end }
}

/// Whether a phrase can be a party: somebody begins in its first words, or it is as short as a bare name.
pub(super) fn can_be(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>) -> bool {
    let closed = Class::Preposition.bit() | Class::Object.bit() | Class::Clause.bit() | Class::Conjunction.bit() | Class::Quantity.bit();
    // «جمعی از قایقرانان»: the word counts people.
    if g.around(p, tokens.start, Around::People).is_some_and(|end| end > tokens.start + 1 && end < tokens.end) {
        return true;
    }
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
    match (head..tokens.end.min(head + BARE)).find(|&k| contact::is_actor(p, g, k)) {
        Some(k) => {
            // «پیمان جبلی»: of some names but the last word is known for one.
            let last = k + 1 == tokens.end && words == 2 && p.person_at(k) == Some(tokens.end);
            k != head + 1 || p.any(head, Class::Role.bit() | Class::Indefinite.bit()) || p.quote_at(head).is_some() || last
        }
        // «یک پرونده را …»: one of many is somebody only where a word says so.
        None => head == tokens.start && words <= BARE && !number && words > 0,
    }
}

/// The name between commas behind a likeness, «همتای عمانی خود، سعید البوسعیدی، دیدار کرد», or, where it is known for one, behind an
/// office: «نخست‌وزیر این کشور، سعید البوسعیدی، دیدار کرد».
pub(super) fn name_of_likeness(
    p: &Passage<'_>,
    g: &ContactGrammar,
    tokens: &Range<usize>,
    comma: usize,
    limit: usize,
) -> Option<Range<usize>> {
    let start = comma + 1;
    let office = || p.is(tokens.start, Class::Role) && !tokens.clone().any(|k| p.is_of_person(k)) && p.person_at(start).is_some();
    if !p.is_comma(comma) || start >= limit || !p.is(tokens.start, Class::Relation) && !office() {
        return None;
    }
    let end = fa::phrase_end(p, start, limit.min(start + BARE + 1));
    let plain = (start..end).all(|k| p.tokens.is_word(k) && g.around(p, k, Around::Verb).is_none() && !p.is(k, Class::Conjunction));
    let closed = end == limit || p.is_comma(end) || p.any(end, Class::Preposition.bit());
    (end > start && end - start <= BARE && plain && closed && !p.any(start, Class::Preposition.bit() | Class::Role.bit()))
        .then_some(start..end)
}

/// Phrases set off by commas behind a phrase: «X، وزیر …،».
pub(super) fn beside(p: &Passage<'_>, g: &ContactGrammar, stop: usize, limit: usize) -> (Vec<Range<usize>>, usize) {
    let mut out = Vec::new();
    let mut at = stop;
    while at + 1 < limit && p.is_comma(at) && p.any(at + 1, Class::Role.bit() | Class::Title.bit()) {
        let end = fa::phrase_end(p, at + 1, limit);
        // «X، وزیر نیرو و سالم الکعبی، …»: behind "and" a person with a name is another one.
        let named = |k: usize| p.person_at(k).is_some_and(|close| close > k + 1);
        let other =
            |k: usize| p.is(k, Class::Conjunction) && (named(k + 1) || p.is(k + 1, Class::Title) && named(p.end_of(k + 1, Class::Title)));
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
