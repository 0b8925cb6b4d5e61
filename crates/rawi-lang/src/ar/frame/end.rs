//! Where a complement ends within its sentence: before the next verb that reports, «قال إن الجسر جاهز، وأضاف أن …» (he said that the bridge was
//! ready, and added that …).

use std::ops::Range;

use super::act::is_phrase;
use super::{clause_start, takes_complement};
use crate::frame;
use crate::{Class, CueClass, CueHit, Part, Passage, Place, Subject, ar};

/// Where a complement that begins at a token ends: before the next verb or participle that reports in the same
/// sentence, else with the sentence.
pub(super) fn complement_end(p: &Passage<'_>, start: usize, place: &Place) -> usize {
    let cue = before_cue(p, start, place);
    // «…، ودعا الله أن …»: a prayer that closes what was said.
    let prayer = |k: usize| p.is(k, Class::NotCue) && p.accusative(k) && p.quote_around(k).is_none() && p.is_mark(k - 1);
    // «…، وذلك في كلمة ألقاها أمس»: the reporter tells in what it was said.
    let occasion = |k: usize| p.is(k, Class::Preposition) && (ar::is_told(p, k + 1) || p.is_finite(k + 2) && p.owner(k + 2).is_some());
    let told = |k: usize| p.is(k, Class::Demonstrative) && p.skip(k) > 0 && p.quote_around(k).is_none() && occasion(k + 1);
    // «…، في إشارة إلى السفن»: what was meant.
    let hints = |k: usize| {
        let hint = p.is(k, Class::Site) && p.grammar.hints.iter().any(|w| w == p.tokens.word(k + 1));
        // «…، في إشارة إلى السفن، وأن …»: he goes on.
        let joined = || (k..cue).any(|j| p.is(j, Class::Clause) && p.skip(j) > 0);
        hint && p.quote_around(k).is_none() && p.is_mark(k - 1) && !joined()
    };
    let own = (start + 1..cue).find(|&k| prayer(k) || told(k) || hints(k));
    own.map_or(cue, |k| p.trim(start..k).end.max(start))
}

/// The words of a quotation that is all that is said, where no other clause goes on with it: not «أن "…"، وأن …».
pub(super) fn quoted(p: &Passage<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let inside = frame::quoted(p, start, end)?;
    let next = inside.end + 1;
    let next = next + usize::from(p.is_comma(next));
    let joined = next < end && p.is(next, Class::Clause) && p.skip(next) > 0;
    (!joined).then_some(inside)
}

/// Where a complement ends before the next cue, else with its sentence.
fn before_cue(p: &Passage<'_>, start: usize, place: &Place) -> usize {
    for next in p.cues_in(start + 1..place.sentence.end) {
        if p.quote_around(next.at).is_some() && p.quote_around(start).is_none() {
            continue;
        }
        // «…، في حين قال …»
        let head = lead(p, start, next.at);
        // «… بينما تحدثت صحيفة المرفأ عن …», «… كل يوم فيما قال المدير إن …»
        let other_side = p.is(head, Class::Conjunction) && head < next.at && p.is_actor(next.end) && next.part == Part::Past;
        let leads = || head < next.at && p.grammar.meanwhile.iter().any(|w| w == p.tokens.word(head));
        let meanwhile = || next.cue.class == CueClass::Say && leads();
        let turned = ar::carried::is_turn(p, next);
        let then = next.part == Part::Past && p.grammar.then.iter().any(|w| w == p.tokens.word(next.at - 1));
        let set_off = next.skip > 0 || p.is_comma(head - 1) || other_side || meanwhile() || turned || then;
        let set_off = set_off && !is_apposed(p, start, next) && !is_of_clause(p, start, next);
        let opens = takes_complement(p, next, next.end, place).is_some()
            // «لكنه رفض التعليق»: what follows is its object.
            || (turned || ar::carried::is_coordinated(p, next, place)) && next.cue.takes_object && is_phrase(p, next.end);
        let strong = match next.part {
            Part::Participle => opens && (p.is_mark(next.at - 1) || p.accusative(next.at)) || is_followed(p, next),
            // «أكد الناطق باسم الوزارة، سالم النخلي، رفض …»: a noun.
            Part::Past if next.skip == 0 && p.is_noun_like(next) && p.is_comma(next.at - 1) => false,
            Part::Past if is_of_main_clause(p, next, place) => false,
            Part::Past if set_off && (next.skip > 0 || leads()) && acts_anew(p, next, place) => true,
            Part::Past => set_off && (opens || next.skip > 0 && ar::is_plural(p, next) && next.cue.takes_object && is_phrase(p, next.end)),
            Part::Present => set_off && (next.skip > 0 || turned || p.is_comma(head - 1) && p.is_actor(next.end) && leads()) && opens,
            Part::Noun | Part::Passive | Part::Perfect => false,
        };
        // «أكدت الوزارة وصول السفينة، والميناء يؤكد …»: another who speaks, before his verb.
        let takes = opens || next.cue.takes_object && is_phrase(p, next.end);
        let from = clause_start(p, next, place);
        let joined = || p.grammar.conjunctions.iter().any(|c| rawi_text::begins(p.tokens.word(from), c));
        let apart = from > start + 1 && from < next.at && p.is_comma(from - 1) && joined();
        let other = if next.skip == 0 && next.part.is_active() && takes && apart {
            match ar::subject_before(p, next, from) {
                Subject::Phrase { tokens, .. } if tokens.start == from && (p.is_actor(from) || ar::is_seat(p, from)) => Some(from),
                _ => None,
            }
        } else {
            None
        };
        if strong || other.is_some() {
            return without_lead(p, start, other.unwrap_or(next.at));
        }
    }
    place.sentence.end
}

/// Whether somebody else who can speak stands behind a verb, and behind him what the verb acts on: «…، فيما أكدت مصادر محلية نجاح
/// الموسم», «…، وطالب رئيس الغرفة وزارة النقل بفتح الجسر».
fn acts_anew(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    let Subject::Phrase { tokens, beside, .. } = ar::subject_after(p, cue, place.sentence.end) else { return false };
    let end = beside.last().map_or(tokens.end, |b| b.end);
    let someone = p.is_actor(tokens.start) || p.person_at(tokens.start).is_some_and(|e| e > tokens.start + 1);
    let object = |k: usize| {
        is_phrase(p, k)
            && (p.is_verbal_noun(k) || p.is_owned_noun(k) || cue.cue.class == CueClass::Act && (p.is_actor(k) || p.is_definite(k)))
    };
    tokens.start >= cue.end && someone && cue.cue.takes_object && (object(end) || p.is_comma(end) && object(end + 1))
}

/// Whether a verb stands behind its own subject, whose name two commas set off: «أن وزير النقل، سالم الحارثي، رفض …».
fn is_apposed(p: &Passage<'_>, start: usize, cue: &CueHit<'_>) -> bool {
    /// The longest such name, in tokens.
    const NAME: usize = 6;
    if cue.skip > 0 || !p.is_comma(cue.at - 1) {
        return false;
    }
    let name = cue.at - 1;
    let comma = (start.max(name.saturating_sub(NAME))..name).rev().find(|&k| p.is_comma(k));
    comma.is_some_and(|k| p.person_at(k + 1) == Some(name))
}

/// Whether a verb behind a comma is that of the clause before it, which has none yet: «أنه في صحار، أعلن النادي …», «إن صحار هذه المرة، أعلنت …».
fn is_of_clause(p: &Passage<'_>, start: usize, cue: &CueHit<'_>) -> bool {
    /// The longest of such words, in tokens.
    const WORDS: usize = 9;
    let Some(comma) = cue.at.checked_sub(1).filter(|&k| cue.skip == 0 && cue.part.is_active() && p.is_comma(k)) else { return false };
    let from = start.saturating_sub(1).max(comma.saturating_sub(WORDS));
    let Some(clause) = (from..comma).rev().find(|&k| p.is(k, Class::Clause)) else { return false };
    let plain = |k: usize| p.tokens.is_word(k) && !p.is_finite(k) && !p.is(k, Class::Object) && p.cues_in(k..k + 1).is_empty();
    let head = clause + 1;
    // «أن الطريق مفتوح، أكد …»: a noun and what tells of it is a clause.
    let end = phrase_of(p, head, comma);
    let bare = end == comma || comma == end + 2 && (p.is(end, Class::Demonstrative) || p.is_time(end));
    cue.part != Part::Participle && head < comma && (p.is(head, Class::Preposition) || bare) && (head..comma).all(plain)
}

/// Whether a past verb that nothing joins stands right behind a comma in a sentence that began with its own verb: it is that of the clause
/// before it, «قالت الوزارة إن صحار، الواقعة على البحر، رفضت …», not «وفيما أكد النادي أنه جاهز، أعلن …» or «…، ومع ذلك، أكد …».
fn is_of_main_clause(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    let head = p.trim(place.sentence.clone()).start;
    let main = p.cues_in(head..cue.at).first().is_some_and(|c| c.at == head && c.part == Part::Past);
    let comma = (head + 1..cue.at.max(head + 2) - 1).rev().find(|&k| p.is_comma(k));
    let leads = |k: usize| p.is(k, Class::Adverb) || p.is(k, Class::Preposition) && p.skip(k) > 0;
    main && cue.skip == 0 && p.is_comma(cue.at - 1) && !p.is(cue.end, Class::Back) && !comma.is_some_and(|k| leads(k + 1))
}

/// Where the phrase of a known name ends, of one word at least.
fn phrase_of(p: &Passage<'_>, start: usize, end: usize) -> usize {
    p.name_at(start).or_else(|| p.person_at(start)).unwrap_or(start + 1).min(end)
}

/// Whether a participle in the accusative goes on with what the reporter tells: «…، واصفا الحادث بأنه …», «…، ومطالبا رجال الأعمال بـ…»,
/// «…، مؤكدة "الاستمرار …"»; one of two words needs no comma, «… سائلا الله التوفيق».
fn is_followed(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    let set_off = p.is_comma(cue.at - 1) || cue.end > cue.at + 1;
    let followed = p.tokens.is_word(cue.end) || p.quote_at(cue.end).is_some();
    let several = p.grammar.oblique_plurals.iter().any(|e| p.tokens.word(cue.end - 1).ends_with(e.as_str()));
    let bare = p.is_comma(cue.at - 1) && (several || p.quote_at(cue.end).is_some());
    let circumstance = p.accusative(cue.at) || p.tanwin(cue.at) || bare;
    set_off && circumstance && (followed && p.is_comma(cue.at - 1) || cue.cue.takes_object && is_phrase(p, cue.end))
}

/// The longest phrase that leads over to another verb, in tokens.
const LEAD: usize = 3;

/// Where what leads over to a token begins, a word or phrase; the token itself where nothing does.
fn lead(p: &Passage<'_>, start: usize, to: usize) -> usize {
    let leads = |k: &usize| [Class::Adverb, Class::Conjunction].iter().any(|&c| p.is(*k, c) && p.end_of(*k, c) == to);
    (start + 1..to).rev().take(LEAD).filter(leads).last().unwrap_or(to)
}

/// Where a complement ends before what leads over to the next cue: «… بدقة|، كما أشار إلى …».
fn without_lead(p: &Passage<'_>, start: usize, before: usize) -> usize {
    let mut end = before;
    loop {
        let mut head = end;
        while lead(p, start, head) < head {
            head = lead(p, start, head);
        }
        let leads = |all: &[String]| all.iter().any(|w| w == p.tokens.word(head));
        let turns = || leads(&p.grammar.turns) || p.is(head + 1, Class::Clause) && p.is(head, Class::Adverb);
        let joins = || p.is(head, Class::Conjunction) || leads(&p.grammar.meanwhile) || turns();
        let head = if head == end || p.is_comma(head - 1) || joins() { head } else { end };
        let comma = (start..head).rev().take_while(|&k| p.is_comma(k)).last().unwrap_or(head);
        if comma == end {
            return end;
        }
        end = comma;
    }
}
