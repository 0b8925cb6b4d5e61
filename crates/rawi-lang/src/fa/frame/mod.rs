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

/// The clause before a cue: from the head of its sentence, where Persian has its subject.
fn clause(cue: &CueHit<'_>, place: &Place) -> Range<usize> {
    place.sentence.start..cue.at
}

/// Who speaks before a cue.
fn speaker(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Subject {
    super::subject(p, clause(cue, place))
}

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
    p.cues_in(start..place.sentence.end).iter().find_map(goes_on).unwrap_or(place.sentence.end)
}
