//! Where the words of a party begin and end.

use std::ops::Range;

use super::{Around, ContactGrammar};
use crate::{Class, Passage};

/// How far behind a delegation its head may be named, in tokens.
const HEAD: usize = 8;

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
    p.names.get(i).copied().flatten().is_some()
        || p.any(i, STARTS)
        || g.around(p, i, Around::People).is_some()
        || g.around(p, i, Around::Press).is_some()
}

/// Where the head of a delegation is named: «هیأت عمانی به ریاست …», «وفدا عمانيا برئاسة …».
pub(crate) fn head_of(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>, limit: usize) -> Option<usize> {
    if g.around(p, tokens.start, Around::People).is_none() && !p.is(tokens.start, Class::PluralHead) {
        return None;
    }
    let near = tokens.start + 1..limit.min(tokens.end + HEAD);
    near.take_while(|&k| !p.is_mark(k)).find_map(|k| g.around(p, k, Around::Head)).filter(|&k| k < limit)
}

/// The name at the head of a phrase and what tells of its bearer behind it: «سالم الکعبی | مدیرکل بنادر عمان».
///
/// Where the name of somebody unknown ends is told by the office behind it alone; whoever knows names better may end it
/// here.
pub(crate) fn split_name(p: &Passage<'_>, tokens: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
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
