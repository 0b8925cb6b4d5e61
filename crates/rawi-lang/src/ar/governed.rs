//! The subject of a verb in a clause that «أن» or «لكن» opens, before its verb: «يذكر أن | قياديا في الغرفة | أكد أن …» (it is recalled that
//! a leader in the chamber stressed that …), «لكن | جماعات حقوق الإنسان | تقول إن …».

use super::phrase::{definite, is_seat, phrase_end};
use super::subject::is_plural;
use crate::{Class, CueClass, CueHit, Part, Passage, Place, Subject};

/// Who heads such a phrase.
const SPEAKS: u64 = Class::Role.bit()
    | Class::Title.bit()
    | Class::Body.bit()
    | Class::Outlet.bit()
    | Class::Unnamed.bit()
    | Class::Indefinite.bit()
    | Class::PluralHead.bit();

/// What opens a clause within the clause, or ends it.
const OTHER: u64 = Class::Object.bit() | Class::Clause.bit() | Class::Negation.bit() | Class::Back.bit() | Class::Auxiliary.bit();

/// The subject between the word that governs it and a verb that tells a clause.
pub(crate) fn governed(p: &Passage<'_>, cue: &CueHit<'_>) -> Option<Subject> {
    /// How far before the verb the word stands that governs its subject, in tokens.
    const FAR: usize = 14;
    let finite = matches!(cue.part, Part::Past | Part::Present);
    if !finite || cue.skip > 0 {
        return None;
    }
    let before = cue.at.saturating_sub(FAR)..cue.at;
    let head = before.clone().rev().find(|&k| governs(p, k))?;
    let clause = cue.cue.class == CueClass::Say && tells(p, cue);
    if !clause && !is_resumed(p, head) {
        return None;
    }
    let start = [Class::Clause, Class::NotClause, Class::Conjunction].map(|c| p.end_of(head, c)).into_iter().max()?.max(head + 1);
    // «لكن منتقدين يقولون إن …»
    let oblique = p.grammar.oblique_plurals.iter().any(|e| p.tokens.word(start).ends_with(e.as_str()));
    let several = oblique && is_plural(p, cue) && p.glued_at(start) == 0 && !p.is_classed(start) && !p.is_finite(start);
    if start >= cue.at || !is_plain(p, start..cue.at) || !(speaks(p, start) || several) {
        return None;
    }
    let stop = governed_end(p, start, cue.at);
    let sited = stop == cue.at || p.any(stop, Class::Preposition.bit() | Class::Adverb.bit());
    (stop > start && sited).then_some(Subject::Phrase { tokens: start..stop, skip: 0, beside: Vec::new() })
}

/// Where the phrase ends that such a word governs, with its adjectives in the accusative: «مصدرًا قضائيًا عمانيًا».
pub(super) fn governed_end(p: &Passage<'_>, start: usize, end: usize) -> usize {
    let stop = phrase_end(p, start, end);
    let adjective = |&k: &usize| p.accusative(k) && !p.is_classed(k) && p.cues_in(k..k + 1).is_empty();
    if p.accusative(start) { stop + (stop..end).take_while(adjective).count() } else { stop }
}

/// The subject that heads the headline or summary of a report before its verb in the present: «منظمات الإغاثة | تحذر من …».
pub(crate) fn heads_line(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Subject> {
    /// How far from the head the verb may stand, in tokens.
    const FAR: usize = 12;
    /// How far from the head of the text such a line begins, in tokens.
    const SUMMARY: usize = 60;
    /// What heads no such phrase.
    const NOBODY: u64 = OTHER
        | Class::Preposition.bit()
        | Class::Adverb.bit()
        | Class::Conjunction.bit()
        | Class::NotClause.bit()
        | Class::Demonstrative.bit()
        | Class::Quantity.bit()
        | Class::VerbalNoun.bit();
    let start = place.paragraph.start;
    if cue.part != Part::Present || cue.skip > 0 || start > SUMMARY || !(start + 1..=start + FAR).contains(&cue.at) {
        return None;
    }
    let noun = !p.any(start, NOBODY)
        && (!p.is_verbal_noun(start) || p.is_broken_plural(start) && is_plural(p, cue))
        && !p.is_finite(start)
        && p.glued_at(start) == 0;
    // «ظهرت دراسة تنصح بـ…», «دوي الصفارات والعدو يزعم أنه …»: another clause before it.
    let leads = |k: usize| is_feminine_past(p, k) || p.tanwin(k) || p.any(k, Class::Conjunction.bit() | Class::NotClause.bit());
    let other = (start..cue.at).any(leads) || joins_definite(p, cue.at - 1);
    // «صور جديدة تؤكد وقوع أضرار»: a thing.
    let acts = cue.cue.class == CueClass::Act || !cue.cue.takes_object && !cue.cue.reveals || is_plural(p, cue);
    let someone = speaks(p, start) || acts || tells(p, cue) || p.owner(cue.end).is_some();
    let stop = phrase_end(p, start, cue.at);
    let sited = stop == cue.at || p.any(stop, Class::Preposition.bit() | Class::Adverb.bit());
    (noun && someone && !other && is_plain(p, start..cue.at) && stop > start && sited).then_some(Subject::Phrase {
        tokens: start..stop,
        skip: 0,
        beside: Vec::new(),
    })
}

/// He who heads a sentence before a verb in the past and its clause, and what tells more of him: «سالم النخلي | أحد سكان الحي | أكد أن …».
pub(crate) fn heads_sentence(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Subject> {
    /// How far from the head the verb may stand, in tokens.
    const FAR: usize = 16;
    /// What tells more of somebody.
    const MORE: u64 = Class::Role.bit() | Class::Indefinite.bit() | Class::PluralHead.bit() | Class::Site.bit();
    let start = p.trim(place.sentence.clone()).start;
    // «النخلي قال إن …»: a last name alone.
    let last = p.is_last_name(start) && p.tokens.is_word(start) && cue.at == start + 1;
    let full = p.person_at(start).filter(|&e| e > start + 1 && p.glued_at(start) == 0 && p.skip(start) == 0);
    let named = if last { cue.at } else { full? };
    let told = cue.part == Part::Past && cue.skip == 0 && cue.cue.class == CueClass::Say && tells(p, cue);
    let word = |k: usize| p.tokens.is_word(k) || p.tokens.is_mark(k, '"') || p.quote_at(k).is_some();
    let plain = |k: usize| word(k) && !p.any(k, OTHER) && !p.is_finite(k) && p.cues_in(k..k + 1).iter().all(|c| c.part == Part::Noun);
    let more = p.any(named, MORE) || p.is_definite(named);
    let whole = cue.at <= start + FAR && named < cue.at && more && (named..cue.at).all(plain);
    (told && (last || whole)).then_some(Subject::Phrase { tokens: start..named, skip: 0, beside: Vec::new() })
}

/// Whether a word ends as a verb in the past does that is said of a feminine: «ظهرت».
fn is_feminine_past(p: &Passage<'_>, k: usize) -> bool {
    let stem = p.tokens.word(k).strip_suffix('\u{62A}');
    stem.is_some_and(|stem| !stem.ends_with('\u{627}')) && !definite(p, k) && !p.is_classed(k) && p.name_at(k).is_none()
}

/// Whether a noun with the article stands at a token behind a conjunction: «والعدو».
pub(super) fn joins_definite(p: &Passage<'_>, k: usize) -> bool {
    let rest = |c: &String| p.tokens.word(k).strip_prefix(c.as_str());
    p.grammar.conjunctions.iter().filter_map(rest).any(|rest| rest.starts_with(p.grammar.article.as_str()))
}

/// Whether nothing but words stands in a range, none of which opens another clause.
fn is_plain(p: &Passage<'_>, mut range: std::ops::Range<usize>) -> bool {
    let noun = |k: usize| p.cues_in(k..k + 1).iter().all(|c| c.part == Part::Noun);
    range.all(|k| p.tokens.is_word(k) && !p.any(k, OTHER) && noun(k))
}

/// Whether a word opens a clause whose subject stands before its verb: «أن», «لكن», «غير أن».
fn governs(p: &Passage<'_>, k: usize) -> bool {
    let bare = |word: &str| p.grammar.bare_clauses.iter().any(|c| c == word);
    bare(p.tokens.word(k).get(p.skip(k)..).unwrap_or_default()) || p.any(k, Class::NotClause.bit() | Class::Conjunction.bit())
}

/// Whether one who can speak heads a phrase, in the accusative too: «قياديا», «عددا من الخبراء».
fn speaks(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    let stem = || word.strip_suffix('\u{627}').filter(|_| p.accusative(k)).map(|stem| p.grammar.classes.get(stem));
    p.any(k, SPEAKS) || p.person_at(k).is_some() || is_seat(p, k) || stem().is_some_and(|all| all.iter().any(|c| SPEAKS & c.bit() != 0))
}

/// Whether a word opens the clause of a report that is taken up again: «يذكر أن», «الجدير بالذكر أن».
pub(super) fn is_resumed(p: &Passage<'_>, k: usize) -> bool {
    /// The longest phrase that takes it up, in tokens.
    const PHRASE: usize = 3;
    p.is(k, Class::Clause) && (k.saturating_sub(PHRASE)..k).any(|r| p.is(r, Class::Resume) && p.end_of(r, Class::Resume) >= k)
}

/// Whether a clause follows a verb, behind what it takes and to whom it is said.
fn tells(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    /// How far behind the verb it may open, in tokens.
    const NEAR: usize = 10;
    let verb = |k: usize| p.cues_in(k..k + 1).iter().any(|c| c.part != Part::Noun);
    let mut next = (cue.end..p.tokens.len().min(cue.end + NEAR)).take_while(|&k| !p.tokens.is_mark(k, '.') && !verb(k));
    next.any(|k| p.is(k, Class::Clause) && p.skip(k) == 0)
}
