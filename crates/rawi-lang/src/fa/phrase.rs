//! Where a Persian noun phrase ends.

use rawi_text::TokenKind;

use crate::{Class, Passage};

/// The longest noun phrase that is taken for a subject, in tokens.
pub(super) const LONGEST: usize = 18;

/// What ends a noun phrase.
pub(super) const ENDS: u64 = Class::Addressing.bit()
    | Class::Preposition.bit()
    | Class::Object.bit()
    | Class::Clause.bit()
    | Class::Adverb.bit()
    | Class::Resume.bit();

/// What heads a phrase that can only be a subject.
pub(super) const STARTS: u64 =
    Class::Anaphor.bit() | Class::AnaphorPlural.bit() | Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit();

/// The longest name of a letter, in letters: «سی», «ان».
const LETTER: usize = 3;

/// The letter in which adjectives of relation and indefinite nouns end, folded.
pub(crate) const YEH: char = '\u{6CC}';

/// One past the last token of the noun phrase that begins at a token.
pub(crate) fn phrase_end(p: &Passage<'_>, start: usize, end: usize) -> usize {
    if let Some(class) = [Class::Anaphor, Class::AnaphorPlural].into_iter().find(|&c| p.is(start, c)) {
        return p.end_of(start, class).min(end);
    }
    if p.is(start, Class::Unnamed) {
        return described(p, p.end_of(start, Class::Unnamed).min(end), end);
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
        // «شرکت آب | اطلاعیه‌ای صادر کرد»
        if i > start && p.is_new_paper(i) {
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
            match listed(p, start, i, end).or_else(|| states(p, start, i, end)).filter(|_| i > start) {
                Some(close) => i = close,
                None => return i,
            }
            continue;
        }
        i = if p.is(i, Class::Role) { p.end_of(i, Class::Role).max(i + 1).min(end) } else { i + 1 };
    }
    end
}

/// One past the list of states that a comma goes on behind several who hold an office: «وزیران خارجه عمان، عراق و کویت».
fn states(p: &Passage<'_>, start: usize, comma: usize, end: usize) -> Option<usize> {
    if !p.is(start, Class::PluralHead) {
        return None;
    }
    let plain = |k: usize| p.tokens.is_word(k) && !p.is_classed(k) && p.cues_in(k..k + 1).is_empty();
    let member = |k: usize| p.name_at(k).or_else(|| plain(k).then_some(k + 1)).filter(|&close| close <= end);
    let mut at = comma;
    while p.is_comma(at) {
        at = member(at + 1)?;
    }
    let close = if at > comma && p.is(at, Class::Conjunction) { member(at + 1)? } else { return None };
    // A state may have a name that means something else too, as «قطر» (diameter): of all of them one is surely meant.
    (comma - 1..close).any(|k| p.name_at(k).is_some()).then_some(close)
}

/// One past the adjectives behind a source that is not named: «یک منبع | دیپلماتیک گزارش داد», «یک منبع | امنیتی:».
fn described(p: &Passage<'_>, source: usize, end: usize) -> usize {
    /// How many such words there are at most.
    const MOST: usize = 2;
    let word = |k: &usize| {
        let free = p.tokens.is_word(*k) && !p.is_classed(*k) && p.name_at(*k).is_none() && p.person_at(*k).is_none();
        *k < end && free && !p.is_finite(*k) && p.cues_in(*k..*k + 1).is_empty()
    };
    let close = source + (source..source + MOST).take_while(word).count();
    let ends = close >= end || !p.tokens.is_word(close) || !p.cues_in(close..close + 1).is_empty() || p.is(close, Class::Clause);
    if ends { close } else { source }
}

/// One past the list that a comma goes on within the name of an office or body: «وزارت صنعت، معدن و تجارت», «کمیسیون
/// بهداشت، درمان و آموزش پزشکی».
fn listed(p: &Passage<'_>, start: usize, comma: usize, end: usize) -> Option<usize> {
    /// The longest member of such a list, in tokens.
    const MEMBER: usize = 2;
    /// The longest one that ends it, with the place: «تجارت خراسان رضوی».
    const LAST: usize = 4;
    const HEAD: u64 = Class::Body.bit() | Class::Role.bit();
    const OTHER: u64 =
        ENDS | STARTS | HEAD | Class::Outlet.bit() | Class::Conjunction.bit() | Class::Demonstrative.bit() | Class::Site.bit();
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
    let close = at + 1 + (at + 1..at + 1 + LAST).take_while(plain).count();
    // «به گزارش وزارت نیرو، آب و برق در …»: what is set off behind a source is another clause.
    let opens = start == 0 || !p.tokens.is_word(start - 1);
    let whole = close >= end || !p.tokens.is_word(close) || p.any(close, HEAD | Class::Site.bit()) || spoken(close) || named(close);
    let ends = whole || opens && p.is(close, Class::Preposition);
    let member = close > at + 1 || p.is(close, Class::Body);
    (at > comma && p.is(at, Class::Conjunction) && member && ends).then_some(close.min(end))
}
