//! What stands before an Arabic verb in its sentence: when, where and of what it tells, «وفي ختام حديثه أكد أن …» (and at the end of his talk he
//! stressed that …).

use super::{clause_start, takes_complement};
use crate::{Class, CueClass, CueHit, Part, Passage, Place};

/// Whether a verb stands amid its sentence with nothing that sets it off.
pub(super) fn is_amid(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    cue.at > place.sentence.start
        && cue.skip == 0
        && !p.is_mark(cue.at - 1)
        && !p.any(cue.at - 1, Class::Adverb.bit() | Class::Conjunction.bit() | Class::Resume.bit())
        && !(place.sentence.start.max(cue.at.saturating_sub(LONGEST))..cue.at)
            .any(|k| p.is(k, Class::Adverb) && p.end_of(k, Class::Adverb) == cue.at)
}

/// The longest adverbial phrase, in tokens.
const LONGEST: usize = 5;

/// Whether nothing but where and when stands before a verb in its clause: «وفي ختام حديثه أكد أن …».
pub(super) fn is_fronted(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    /// Who else could be meant.
    const OTHER: u64 = Class::Role.bit()
        | Class::Title.bit()
        | Class::Body.bit()
        | Class::Unnamed.bit()
        | Class::Object.bit()
        | Class::Clause.bit()
        | Class::Relation.bit();
    let from = clause_start(p, cue, place);
    let head = (from..cue.at).find(|&k| p.tokens.is_word(k));
    let plain = |k: usize| !p.any(k, OTHER) && p.person_at(k).is_none() && p.quote_at(k).is_none();
    let ends =
        p.any(cue.at - 1, Class::Preposition.bit() | Class::Negation.bit() | Class::Auxiliary.bit()) && !p.is(cue.at - 1, Class::Back);
    head.is_some_and(|h| p.any(h, Class::Preposition.bit() | Class::Adverb.bit()) && !p.is(h, Class::NotClause) && cue.at - h <= FRONTED)
        && !ends
        && (from..cue.at).all(plain)
}

/// Whether what a verb tells of stands before it, and what is told right behind it: «وحول المعارض التي تقيمها الغرفة أشار إلى أن …».
pub(super) fn is_topical(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    /// The longest such phrase, in tokens.
    const TOPIC: usize = 24;
    /// Behind what a verb belongs to another clause.
    const OTHER: u64 =
        Class::Preposition.bit() | Class::Negation.bit() | Class::Auxiliary.bit() | Class::Object.bit() | Class::Clause.bit();
    let says = cue.part == Part::Past && cue.cue.class == CueClass::Say && !p.is_noun_like(cue);
    let head = p.trim(place.sentence.clone()).start;
    says && p.is(head, Class::Preposition)
        && !p.any(head, Class::NotClause.bit() | Class::Conjunction.bit())
        && (1..=TOPIC).contains(&(cue.at - head))
        && !p.any(cue.at - 1, OTHER)
        && p.cues_in(head..cue.at).iter().all(|c| c.part == Part::Noun)
        && takes_complement(p, cue, cue.end, place).is_some_and(|(_, open, _)| open == cue.end)
}

/// The longest circumstance before a verb, in tokens.
const FRONTED: usize = 8;
