//! Where the words of a party begin and end.

use std::ops::Range;

use rawi_model::PartyRole;

use super::{Around, ContactGrammar, Encounter, Side};
use crate::{Class, Passage};

/// How far behind a delegation its head may be named, in tokens.
const HEAD: usize = 8;

/// How far behind the word for counterparts they are named, in tokens.
const COUNTERPARTS: usize = 20;

/// Whether somebody who can take part begins at a token.
pub(crate) fn is_actor(p: &Passage<'_>, g: &ContactGrammar, i: usize) -> bool {
    const STARTS: u64 = Class::Title.bit()
        | Class::Role.bit()
        | Class::Relation.bit()
        | Class::Unnamed.bit()
        | Class::PluralHead.bit()
        | Class::Anaphor.bit()
        | Class::AnaphorPlural.bit()
        | Class::Body.bit();
    p.name_at(i).is_some()
        || p.person_at(i).is_some()
        || p.any(i, STARTS)
        || g.around(p, i, Around::People).is_some()
        || g.around(p, i, Around::Press).is_some()
}

impl ContactGrammar {
    /// Puts in place of counterparts in the plural those who are named behind the word: «نظيريه الأردني سالم الخوري والعماني
    /// ناصر الحارثي».
    pub fn name_counterparts(&self, p: &Passage<'_>, told: &mut Encounter, end: usize) {
        let Some((Side::Phrase { tokens, skip, beside }, role)) = told.sides.last() else { return };
        // «بينه | ونظيريه»
        let several =
            |skip: usize| self.words.around.longest(p.tokens, tokens.start, skip).is_some_and(|h| h.values.contains(&Around::Counterparts));
        if !several(0) && !several(*skip) {
            // The phrase of an office may hold all of them.
            let name = tokens.clone().find_map(|k| p.person_at(k).filter(|&close| p.glued_at(k) == 0 && close < tokens.end));
            let (from, role, last) = (name.unwrap_or(tokens.end), *role, told.sides.len() - 1);
            let others = |h: rawi_text::Hit<'_, Class>| h.values.iter().any(|c| matches!(c, Class::Relation | Class::Role));
            let office = beside.iter().any(|office| office.end == tokens.start && p.is(office.start, Class::Role));
            if (office || p.grammar.classes.any(p.tokens, tokens.start, *skip, others))
                && !p.grammar.article.is_empty()
                && tokens.clone().any(|k| p.is_of_person(k))
            {
                name_likes(p, told, from..end, role);
            }
            if told.sides.len() > last + 1
                && let Some((Side::Phrase { tokens, .. }, _)) = told.sides.get_mut(last)
            {
                tokens.end = from;
            }
            return;
        }
        let (mut k, role) = (tokens.start + 1, *role);
        let mut named = Vec::new();
        while k < end.min(tokens.start + COUNTERPARTS) && !p.is_mark(k) && !p.any(k, Class::Preposition.bit() | Class::Clause.bit()) {
            // «نظيريه الأميركي كيري والسعودي الجبير»: behind an adjective a last name is enough.
            let last = |&close: &usize| close > k + 1 || p.tokens.word(k - 1).contains(&p.grammar.article) && p.glued_at(k) == 0;
            match p.person_at(k).or_else(|| p.name_at(k).filter(last)) {
                Some(close) => {
                    named.push((Side::plain(k..close), role));
                    k = close;
                }
                None => k += 1,
            }
        }
        if named.len() > 1 {
            told.evidence.end = told.evidence.end.max(k);
            told.sides.pop();
            told.sides.extend(named);
        }
    }
}

/// Adds those who are likened with the one before, or hold his office in another state: «بنظيره الأردني سالم الخوري | والعماني ناصر
/// الحارثي».
fn name_likes(p: &Passage<'_>, told: &mut Encounter, within: Range<usize>, role: PartyRole) {
    let and = |k: usize| {
        p.grammar.conjunctions.iter().any(|c| p.tokens.word(k).strip_prefix(c.as_str()).is_some_and(|w| w.starts_with(&p.grammar.article)))
    };
    let mut k = within.start;
    loop {
        let at = k + usize::from(p.is_comma(k));
        let Some(close) = p.person_at(at + 1).filter(|&close| and(at) && close <= within.end && p.glued_at(at + 1) == 0) else {
            return;
        };
        told.sides.push((Side::plain(at + 1..close), role));
        told.evidence.end = told.evidence.end.max(close);
        k = close;
    }
}

/// Where the head of a delegation is named: «هیأت عمانی به ریاست …», «وفدا عمانيا برئاسة …».
pub(crate) fn head_of(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>, limit: usize) -> Option<usize> {
    if g.around(p, tokens.start, Around::People).is_none() && !p.is(tokens.start, Class::PluralHead) {
        return None;
    }
    let near = tokens.start + 1..limit.min(tokens.end + HEAD);
    // «وفد من الهيئة، على رأسه سالم النخلي»
    let open = |&k: &usize| !p.is_mark(k) || p.is_comma(k) && g.around(p, k + 1, Around::Head).is_some();
    near.take_while(open).find_map(|k| g.around(p, k, Around::Head)).filter(|&k| k < limit)
}

/// The name at the head of a phrase and what tells of its bearer behind it: «سالم الکعبی | مدیرکل بنادر عمان».
///
/// A name ends where the names of persons say so, else before an office behind it.
pub(crate) fn split_name(p: &Passage<'_>, tokens: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let name = p.person_at(tokens.start).filter(|&end| (tokens.start + 2..tokens.end).contains(&end) && p.name_at(tokens.start).is_none());
    if let Some(end) = name {
        return (tokens.start..end, p.is(end, Class::Role).then_some(end..tokens.end));
    }
    let classed = Class::Title.bit() | Class::Role.bit() | Class::Relation.bit() | Class::Body.bit() | Class::PluralHead.bit();
    let office = (tokens.start + 2..tokens.end.saturating_sub(1))
        .find(|&k| p.is(k, Class::Role) && !p.any(k - 1, classed | Class::Conjunction.bit()) && p.skip(k) == 0);
    match office.filter(|_| !p.any(tokens.start, classed) && p.tokens.is_word(tokens.start)) {
        Some(k) => (tokens.start..k, Some(k..tokens.end)),
        None => (tokens, None),
    }
}

/// A phrase without those who only come along.
pub(crate) fn without_companions(p: &Passage<'_>, g: &ContactGrammar, tokens: Range<usize>) -> Range<usize> {
    let cut = (tokens.start + 1..tokens.end).find(|&k| {
        g.around(p, k, Around::Companion).is_some() || p.is(k, Class::Conjunction) && g.around(p, k + 1, Around::Companion).is_some()
    });
    tokens.start..cut.unwrap_or(tokens.end)
}

/// Where the clause of a contact word begins: after speech is opened before it, else with its sentence.
pub(crate) fn clause_start(p: &Passage<'_>, at: usize, sentence: &Range<usize>) -> usize {
    let mut start = sentence.start;
    if let Some(quote) = p.quote_around(at) {
        start = start.max(quote.open + 1);
    }
    for k in (start..at).rev() {
        if p.tokens.is_mark(k, ':') || p.tokens.is_mark(k, '\u{61B}') || p.tokens.is_mark(k, '/') && p.grammar.article.is_empty() {
            return k + 1;
        }
        if p.is(k, Class::Clause) && p.cues_in(start..k).iter().any(|c| c.end == k) {
            return p.end_of(k, Class::Clause).min(at);
        }
    }
    start
}
