//! The shapes in which Arabic attributes words, one file each, in the order in which they are tried.

mod according;
mod act;
mod name_colon;
mod quote_verb;
mod relay;
mod verb_clause;
mod verb_colon;

use std::ops::Range;

use rawi_model::Form;
use rawi_text::Quote;

use crate::{Class, CueHit, Frame, Part, Passage, Place, Subject, ar};

pub use according::ACCORDING;
pub use name_colon::NAME_COLON;

/// All frames that start from a verb.
pub const FRAMES: &[Frame] = &[quote_verb::QUOTE_VERB, relay::RELAY, verb_colon::VERB_COLON, verb_clause::VERB_CLAUSE, act::ACT];

/// Who speaks with a cue, and where the complement may begin.
fn speaker(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> (Subject, usize) {
    if cue.part == Part::Participle {
        // A participle goes on with a speaker after a comma or a quotation; else it is an adjective or a noun.
        let set_off = cue.at > 0 && (p.is_mark(cue.at - 1) || p.is(cue.at - 1, Class::Adverb)) || p.accusative(cue.at);
        return (if set_off { Subject::Carried } else { Subject::None }, cue.end);
    }
    // «بعد رفض السلطات»: behind a preposition the same letters are a noun.
    if cue.skip == 0 && cue.at > place.sentence.start && p.is(cue.at - 1, Class::Preposition) && !p.is(cue.at - 1, Class::Adverb) {
        return (Subject::None, cue.end);
    }
    let before = ar::subject_before(p, cue, clause_start(p, cue, place));
    if let Subject::Phrase { .. } = before {
        return (before, cue.end);
    }
    // A verb amid its sentence that nothing sets off belongs to a clause of its own.
    let amid = cue.at > place.sentence.start
        && cue.skip == 0
        && !p.is_mark(cue.at - 1)
        && !p.any(cue.at - 1, Class::Adverb.bit() | Class::Conjunction.bit() | Class::Resume.bit());
    let after = ar::subject_after(p, cue, place.sentence.end);
    let from = match &after {
        Subject::Phrase { tokens, beside, .. } => beside.last().map_or(tokens.end, |b| b.end),
        _ => cue.end,
    };
    let after = if amid && after == Subject::Carried { Subject::None } else { after };
    (after, from)
}

/// Where the clause of a cue begins: at the last comma before it, or the head of its sentence.
fn clause_start(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> usize {
    if cue.at > place.sentence.start && p.is(cue.at - 1, Class::Object) {
        return place.sentence.start;
    }
    let comma = (place.sentence.start..cue.at).rev().find(|&k| p.is_comma(k) || p.tokens.is_mark(k, ':'));
    comma.map_or(place.sentence.start, |k| k + 1)
}

/// Where a complement that begins at a token ends: before the next verb or participle that reports in the same
/// sentence, else with the sentence.
fn complement_end(p: &Passage<'_>, start: usize, place: &Place) -> usize {
    for next in p.cues_in(start + 1..place.sentence.end) {
        if p.quote_around(next.at).is_some() && p.quote_around(start).is_none() {
            continue;
        }
        let leads = p.any(next.at - 1, Class::Adverb.bit() | Class::Conjunction.bit());
        let set_off = p.is_comma(next.at - 1) || next.skip > 0 || leads && next.at >= 2 && p.is_comma(next.at - 2);
        let opens = takes_complement(p, next, next.end, place).is_some();
        let strong = match next.part {
            Part::Participle => opens && (p.is_mark(next.at - 1) || p.accusative(next.at)),
            Part::Past => set_off && opens,
            Part::Present => set_off && next.skip > 0 && opens,
            Part::Noun | Part::Passive | Part::Perfect => false,
        };
        if strong {
            let mut end = next.at;
            while end > start
                && (p.any(end - 1, Class::Adverb.bit() | Class::Conjunction.bit()) || p.is_mark(end - 1) && p.is_comma(end - 1))
            {
                end -= 1;
            }
            return end;
        }
    }
    place.sentence.end
}

/// How far behind its subject the word stands that alone opens a cue's complement, in tokens.
const NEAR: usize = 6;

/// How a complement is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    /// By a clause word; the content begins after it.
    Clause,
    /// By a preposition, the quotation itself, or nothing.
    Phrase,
}

/// The complement of a cue after a token: how it is opened, the first token of what opens it, and of the content.
fn takes_complement(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, place: &Place) -> Option<(Opener, usize, usize)> {
    if cue.cue.only {
        // «وجه الوزير الشكر إلى …»: before anything else that could be reported.
        let near = place.sentence.end.min(from + NEAR);
        let stops = |k: &usize| p.is(*k, Class::Clause) || p.is_mark(*k) || p.cues_in(*k..*k + 1).iter().any(|c| c.at > cue.at);
        let open = (from..near).take_while(|k| !stops(k)).find(|&k| cue.cue.takes.iter().any(|t| t == p.tokens.word(k)))?;
        return Some((Opener::Phrase, open, open));
    }
    clause_after(p, cue, from, place).or_else(|| complement(p, cue, from, place, false)).or_else(|| complement(p, cue, from, place, true))
}

/// Whether a word that opens a clause belongs to the cue, «أن», «بأن»: one with a pronoun stays with the content, «أنه».
fn is_bare(p: &Passage<'_>, cue: &CueHit<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    p.grammar.bare_clauses.iter().any(|c| c == word) || cue.cue.takes.iter().any(|t| t == word)
}

/// A clause after what is only circumstance: «قال … في حديث لـ«المرفأ» إن …».
fn clause_after(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, place: &Place) -> Option<(Opener, usize, usize)> {
    let limit = place.sentence.end.min(from + 40);
    let mut k = from;
    while k < limit {
        let taken = cue.cue.takes.iter().any(|t| t == p.tokens.word(k));
        let occasion = p.is(k, Class::Preposition) && p.is(k + 1, Class::Occasion);
        if p.is(k, Class::Clause) && p.quote_around(k).is_none() {
            let bare = is_bare(p, cue, k);
            return Some((Opener::Clause, k, if bare { k + 1 } else { k }));
        }
        let long = p.quote_at(k).is_some_and(|q| q.inside().len() >= 6);
        if long
            || p.tokens.is_mark(k, ':')
            || taken && !occasion
            || p.is(k, Class::NotClause)
            || p.cues_in(k..k + 1).iter().any(|c| c.at >= cue.end)
        {
            return None;
        }
        k = p.quote_at(k).map_or(k + 1, |q| q.close + 1);
    }
    None
}

fn complement(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, place: &Place, with_glued: bool) -> Option<(Opener, usize, usize)> {
    let limit = place.sentence.end.min(from + 40);
    let mut k = from;
    while k < limit {
        if p.is(k, Class::NotClause) && k > from && !cue.cue.takes.iter().any(|t| t == p.tokens.word(k)) {
            k = p.end_of(k, Class::NotClause);
            continue;
        }
        if p.is(k, Class::Clause) && p.quote_around(k).is_none() {
            // A pronoun on the clause word stays with the content: «أنه».
            let bare = is_bare(p, cue, k);
            return Some((Opener::Clause, k, if bare { k + 1 } else { k }));
        }
        if k == from && cue.cue.takes_object && p.is_verbal_noun(k) {
            return Some((Opener::Phrase, k, k));
        }
        if let Some(quote) = p.quote_at(k) {
            if quote.inside().len() >= 6 {
                return Some((Opener::Phrase, k, k));
            }
            k = quote.close + 1;
            continue;
        }
        let glued = |t: &str| {
            if !with_glued {
                return false;
            }
            t.chars().count() == 1 && p.name_at(k).is_none() && p.tokens.word(k).len() > t.len() + 3 && p.tokens.word(k).starts_with(t)
        };
        let plain = |t: &str| p.tokens.word(k) == t;
        if cue.cue.takes.iter().any(|t| plain(t) || k <= from + 1 && glued(t)) {
            // «على أن», «على «أن …»»: the clause within is the content.
            let next = k + 1;
            if p.is(next, Class::Clause) {
                return Some((Opener::Clause, k, if is_bare(p, cue, next) { next + 1 } else { next }));
            }
            if p.quote_at(next).is_some_and(|q| q.inside().len() >= 4) {
                return Some((Opener::Phrase, next, next));
            }
            return Some((Opener::Phrase, k, k));
        }
        if p.cues_in(k..k + 1).iter().any(|c| c.part != Part::Present || c.skip > 0) {
            return None;
        }
        k += 1;
    }
    None
}

/// How a clause is given: word for word where, behind its «إنّه», all of it stands in quotation marks.
fn clause_form(p: &Passage<'_>, content: &Range<usize>) -> Form {
    let start = if p.is(content.start, Class::Clause) { content.start + 1 } else { content.start };
    let whole = |q: &Quote| q.closed && q.inside().len() > 3 && (q.close + 1..content.end).all(|k| p.is_mark(k));
    if start > content.start && p.quote_at(start).is_some_and(whole) { Form::Direct } else { Form::Indirect }
}

/// A content without the clause word that opens the quotation it begins with: ««أن الدول …»».
fn without_opener(p: &Passage<'_>, content: Range<usize>) -> Range<usize> {
    let bare = p.is(content.start, Class::Clause) && p.tokens.word(content.start).chars().count() <= 3;
    if bare && content.len() > 2 { content.start + 1..content.end } else { content }
}
