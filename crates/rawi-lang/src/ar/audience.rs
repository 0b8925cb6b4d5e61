//! To whom an Arabic sentence says that it was said, and where what was said ends.

use std::ops::Range;

use super::phrase::{LONGEST, phrase_end};
use crate::{Class, CueHit, Passage};

/// Those to whom it was said, between a cue and what is said: «قال لـ«المرفأ» المدير», «قال المدير لوكالة المرفأ إن».
pub(crate) fn audience(p: &Passage<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let at = p.find(from..end, |k| p.is(k, Class::Clause) || is_addressee(p, k) || quoted_addressee(p, k).is_some())?;
    if p.is(at, Class::Clause) {
        return None;
    }
    let close = quoted_addressee(p, at).unwrap_or_else(|| match p.name_at(at) {
        Some(close) if p.glued_at(at) > 0 => close,
        None if p.person_at(at).is_some() => p.person_at(at).unwrap_or(at + 1),
        _ => quoted_name(p, at, phrase_end(p, at, end).min(at + LONGEST)),
    });
    // Of «لـ«…»» the letter is left out, of «لـ(…)» the brackets too.
    let start = if p.quote_at(at + 1).is_some() { at + 1 } else { at };
    let bracketed = p.tokens.is_mark(at + 1, '(') && p.tokens.is_mark(close - 1, ')');
    Some(if bracketed { at + 2..close - 1 } else { start..close })
}

/// Where a phrase ends with the quoted name that follows its noun: «لمجلة «المرفأ»».
fn quoted_name(p: &Passage<'_>, at: usize, end: usize) -> usize {
    let quote = p.quote_at(at + 1).filter(|q| q.closed && q.inside().len() <= 4);
    quote.filter(|_| end <= at + 1).map_or(end, |q| q.close + 1)
}

/// One past those to whom it was said, where they stand before the subject: «قال لـ«المرفأ» المدير».
pub(crate) fn addressee(p: &Passage<'_>, i: usize) -> Option<usize> {
    let medium = || Some(told_to(p, i, p.tokens.len())).filter(|&close| close > i);
    quoted_addressee(p, i).or_else(|| p.name_at(i).filter(|_| is_addressee(p, i))).or_else(medium)
}

/// One past the medium to which it was said and what tells more of it, by a name that is known or in quotation marks: «لوكالة «المرفأ»
/// العمانية».
pub(crate) fn told_to(p: &Passage<'_>, i: usize, end: usize) -> usize {
    let outlet = |d: &String| p.tokens.word(i).strip_prefix(d.as_str()).is_some_and(|w| p.grammar.classes.get(w).contains(&Class::Outlet));
    if !p.grammar.dative.iter().any(outlet) {
        return i;
    }
    let quote = p.quote_at(i + 1).filter(|q| q.closed && q.inside().len() <= 4);
    let Some(close) = quote.map(|q| q.close + 1).or_else(|| p.name_at(i + 1)) else { return i };
    (close..end).find(|&k| !p.tokens.word(k).starts_with(p.grammar.article.as_str())).unwrap_or(close)
}

/// One past a name in quotation marks or brackets behind the letter that means "to": «لـ«المرفأ»», «لـ(المرفأ)».
fn quoted_addressee(p: &Passage<'_>, i: usize) -> Option<usize> {
    /// The most tokens in them.
    const NAME: usize = 4;
    if !p.tokens.is_word(i) || !p.grammar.prepositions.iter().any(|g| g == p.tokens.word(i)) {
        return None;
    }
    let quoted = || p.quote_at(i + 1).filter(|q| q.closed && q.inside().len() <= NAME).map(|q| q.close + 1);
    let mut inside = i + 2..p.tokens.len().min(i + NAME + 3);
    let bracketed = || p.tokens.is_mark(i + 1, '(').then(|| inside.find(|&k| p.tokens.is_mark(k, ')')))?.map(|k| k + 1);
    quoted().or_else(bracketed)
}

/// Whether all of some are told of whom nobody is named: «لجميع القوى», «لكل الأطراف».
pub(super) fn is_to_all(p: &Passage<'_>, i: usize) -> bool {
    let rest = p.grammar.dative.iter().find_map(|d| p.tokens.word(i).strip_prefix(d.as_str()));
    rest.is_some_and(|rest| p.grammar.classes.get(rest).contains(&Class::Quantity)) && !p.is_classed(i)
}

/// Whether a word is one to whom it is said, with a glued «ل»: «لهنية», «لوكالة».
pub(super) fn is_addressee(p: &Passage<'_>, i: usize) -> bool {
    let to = p.grammar.dative.iter().any(|d| rawi_text::begins(p.tokens.word(i), d));
    to && (p.name_at(i).is_some() || p.person_at(i).is_some()) && p.skip(i) == 0 && p.glued_at(i) > 0
        || !p.is_classed(i) && p.name_at(i).is_none() && p.tokens.is_word(i) && p.grammar.dative_in(p.tokens.word(i)) > 0
}

/// Where speech without quotation marks ends within its paragraph: before the sentence in which the reporter speaks
/// again.
pub(crate) fn speech_end(p: &Passage<'_>, sentences: &[Range<usize>], from: usize, end: usize) -> usize {
    for sentence in sentences.iter().filter(|s| s.start > from && s.start < end) {
        if p.is(sentence.start, Class::Resume) {
            return sentence.start;
        }
        let opens = |c: &CueHit<'_>| {
            p.quote_around(c.at).is_none()
                && c.at <= sentence.start + 4
                && p.find(c.end..sentence.end.min(c.end + 14), |k| {
                    p.is(k, Class::Clause) || p.tokens.is_mark(k, ':') || p.quote_at(k).is_some()
                })
                .is_some()
        };
        if p.cues_in(sentence.clone()).iter().any(opens) {
            return sentence.start;
        }
    }
    end
}
