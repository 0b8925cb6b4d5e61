//! The shapes in which Persian attributes words, one file each, in the order in which they are tried.

mod according;
mod act;
mod deem;
mod name_colon;
mod passive;
mod quote_verb;
mod verb_bare;
mod verb_colon;
mod verb_ke;

use std::ops::Range;

use crate::{Class, CueHit, Frame, Passage, Place, Subject};

pub use according::ACCORDING;
pub use name_colon::NAME_COLON;

/// All frames that start from a verb.
pub const FRAMES: &[Frame] =
    &[verb_colon::VERB_COLON, verb_ke::VERB_KE, quote_verb::QUOTE_VERB, verb_bare::VERB_BARE, deem::DEEM, act::ACT, passive::PASSIVE];

/// What can be the head of a subject that stands behind «و».
const HEADS: u64 = Class::Role.bit() | Class::Title.bit() | Class::Unnamed.bit() | Class::Anaphor.bit();

/// The clause before a cue: from the head of its sentence, where Persian has its subject, or from behind another verb of
/// speech where «و» and a subject of its own follow: «شایسته‌فر … را دعوت کرد و وزیر راه عمان گفت».
fn clause(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Range<usize> {
    let own = |k: usize| {
        let head = p.any(k, HEADS) || p.name_at(k).is_some();
        head && !p.is(super::phrase_end(p, k, cue.at), Class::Object)
    };
    let verbs = p.cues_in(place.sentence.start..cue.at).iter().rev().filter(|c| p.quote_around(c.at).is_none());
    let behind = verbs.filter(|c| c.end < cue.at && p.is(c.end, Class::Conjunction)).map(|c| c.end + 1).find(|&k| own(k));
    behind.unwrap_or(place.sentence.start)..cue.at
}

/// Behind which «که» of its sentence a cue stands with no verb, comma or bracket between: «جایی که | مقام‌ها اعلام کردند».
fn opener(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<usize> {
    /// The letters of «که», by which it is told from «اینکه».
    const LETTERS: usize = 2;
    let plain = |k: usize| p.tokens.word(k).chars().count() == LETTERS && !(k > 0 && p.is(k - 1, Class::Demonstrative));
    let inside = p.quote_around(cue.at).map(|q| q.open);
    let near = (place.sentence.start..cue.at).rev().filter(|&k| p.quote_around(k).map(|q| q.open) == inside);
    let stops = |k: usize| p.is_mark(k) && p.quote_at(k).is_none() && !p.quotes.iter().any(|q| q.close == k) || p.is_finite(k);
    near.take_while(|&k| !stops(k)).find(|&k| p.is(k, Class::Clause)).filter(|&k| k > place.sentence.start && plain(k))
}

/// Who speaks before a cue.
fn speaker(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Subject {
    if cue.cue.paper
        && let Some(paper) = super::paper(p, clause(p, cue, place))
    {
        return paper;
    }
    speaker_before(p, cue, place, cue.at)
}

/// Who speaks, before the words that stand between him and his cue.
fn speaker_before(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place, end: usize) -> Subject {
    let whole = || super::subject(p, clause(p, cue, place).start.min(end)..end);
    let Some(opener) = opener(p, cue, place).filter(|&k| k + 1 < end) else { return whole() };
    match super::subject(p, opener + 1..end) {
        // «رسولی که از شورا خواسته بود»: the name before «که» speaks.
        Subject::Carried => {
            let ends_there = |&k: &usize| p.name_at(k).or_else(|| p.person_at(k)) == Some(opener);
            let named = (place.sentence.start..opener).rev().take(NAMED).find(ends_there);
            named.map_or_else(whole, |start| super::phrase(start..opener))
        }
        own => own,
    }
}

/// The longest name before «که», in tokens.
const NAMED: usize = 5;

/// Where the clause of an indirect statement that begins at a token ends: before «و افزود که» and «و با اشاره به … گفت:»,
/// by which the same speaker goes on, else with the sentence.
fn clause_end(p: &Passage<'_>, start: usize, place: &Place) -> usize {
    let goes_on = |c: &CueHit<'_>| {
        let colon = p.tokens.is_mark(c.end, ':');
        if c.at <= start + 2 || p.quote_around(c.at).is_some() || !colon && !p.is(c.end, Class::Clause) {
            return None;
        }
        let with = |&k: &usize| p.is(k, Class::Conjunction) && p.is(k + 1, Class::Preposition);
        let and = Some(c.at - 1).filter(|&k| p.is(k, Class::Conjunction));
        and.or_else(|| (start + 2..c.at).rev().take_while(|&k| colon && !p.is_mark(k)).find(with))
    };
    let end = p.cues_in(start..place.sentence.end).iter().find_map(goes_on).unwrap_or(place.sentence.end);
    // A quotation of several sentences is told to its end: «گزارش داد که وزیر گفته است: «…. …»».
    let open = p.quote_around(end.saturating_sub(1)).filter(|q| q.closed && q.open > start && q.close < place.paragraph.end);
    open.map_or(end, |q| q.close + 1)
}
