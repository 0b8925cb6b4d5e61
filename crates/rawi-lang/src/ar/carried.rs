//! Who goes on in an Arabic sentence, or spoke before it: the subject that a verb has from elsewhere.

use std::ops::Range;

use super::aside::{besides, far_name};
use super::phrase::{is_told, phrase_end};
use crate::{Class, CueHit, Part, Passage, Place, Subject};

/// Whether a word right before a verb turns back to him of whom was told: «لكنه رفض», «إلا أنه رفض».
pub(super) fn is_turn(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    let at = cue.at;
    let word = |k: usize| p.grammar.turns.iter().any(|t| t == p.tokens.word(k));
    // «سبق أن» turns to nobody.
    let bare = |k: usize| p.tokens.word(k).get(p.skip(k)..).is_some_and(|w| p.grammar.bare_clauses.iter().any(|c| c == w));
    let owned = |k: usize| p.is(k, Class::Clause) && !bare(k);
    let phrase = || at >= 2 && p.is(at - 2, Class::Adverb) && p.end_of(at - 2, Class::Adverb) == at && owned(at - 1);
    cue.skip == 0 && cue.part.is_active() && at > 0 && (word(at - 1) || phrase())
}

/// Whether a verb in the present goes on with the subject of one before it in its sentence: «تؤكد الوزارة دعمها وتعتبر الحادث مؤسفا».
pub(super) fn is_coordinated(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    /// How far behind it a clause says that its own subject stands between, in tokens.
    const CLAUSE: usize = 8;
    let letter = |c: &CueHit<'_>| p.tokens.word(c.at).get(c.skip..).and_then(|w| w.chars().next());
    let alike = |c: &CueHit<'_>| c.part == Part::Present && letter(c) == letter(cue) && p.quote_around(c.at).is_none();
    let opens = |k: usize| p.is(k, Class::Clause) || p.tokens.is_mark(k, ':');
    let before = p.cues_in(place.sentence.start..cue.at);
    cue.part == Part::Present
        && cue.skip > 0
        && (before.iter().rfind(|c| c.part == Part::Present).is_some_and(alike) || heads_present(p, cue, place).is_some())
        && !(cue.end + 1..place.sentence.end.min(cue.end + CLAUSE)).any(opens)
}

/// The known subject that heads a sentence in the present, with which a verb goes on: «بغداد تفتح المعبر وترحب بالزوار».
pub(super) fn heads_present(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Range<usize>> {
    /// How far behind the head the first verb may stand, in tokens.
    const NEAR: usize = 12;
    /// Behind what a verb belongs to another clause.
    const OTHER: u64 = Class::Object.bit() | Class::Clause.bit();
    if cue.part != Part::Present || cue.skip == 0 || !p.cues_in(place.sentence.start..cue.at).is_empty() {
        return None;
    }
    let letter = |k: usize, skip: usize| p.tokens.word(k).get(skip..).and_then(|w| w.chars().next());
    let head = p.trim(place.sentence.clone()).start;
    let verb = |&k: &usize| p.is_finite(k) && letter(k, 0) == letter(cue.at, cue.skip) && p.name_at(k).is_none() && !p.is_classed(k);
    let known = p.is_actor(head) || p.person_at(head).is_some() || super::is_seat(p, head);
    let first = (head + 1..cue.at.min(head + NEAR)).find(verb);
    let plain = |k: usize| (head..k).all(|j| p.tokens.is_word(j)) && (k..cue.at).all(|j| !p.any(j, OTHER));
    first.filter(|&k| known && plain(k)).map(|k| head..k)
}

/// Who spoke earlier, between «سبق لـ» and the verb: «وسبق لصحيفة المرفأ أن ذكرت».
pub(super) fn preceded(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Subject> {
    /// The longest name of such a one, in tokens.
    const NAME: usize = 12;
    let that = cue.at.checked_sub(1).filter(|&k| cue.part == Part::Past && cue.skip == 0 && p.is(k, Class::Clause))?;
    let earlier = |k: usize| is_among(p, k, &p.grammar.earlier);
    let start = 1 + (place.sentence.start.max(that.saturating_sub(NAME))..that).rev().find(|&k| earlier(k))?;
    let letter = p.grammar.dative.iter().find(|d| p.tokens.word(start).starts_with(d.as_str()))?;
    // «سبق له أن …»
    if p.is(start, Class::Back) {
        return None;
    }
    let skip = letter.len();
    let end = p.quote_at(start + 1).filter(|q| q.close + 1 == that).map_or_else(|| phrase_end(p, start, that), |q| q.close + 1);
    let named = besides(p, &(start..end), that);
    (end == that || named.last().is_some_and(|name| name.end == that)).then_some(Subject::Phrase {
        tokens: start..end,
        skip,
        beside: named,
    })
}

/// Whether a word is one of a list, a conjunction before it or not: «وسبق».
fn is_among(p: &Passage<'_>, k: usize, list: &[String]) -> bool {
    let word = p.tokens.word(k);
    let bare = p.grammar.conjunctions.iter().find_map(|c| word.strip_prefix(c.as_str())).unwrap_or(word);
    list.iter().any(|w| w == word || w == bare)
}

/// He who issued the paper or held the speech with which a verb goes on: «أصدر | المركز | بيانا دعا فيه …».
pub(super) fn issuer(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Subject> {
    /// How far before the verb the paper may stand, in tokens.
    const PAPER: usize = 8;
    /// How far before the paper its verb may stand, in tokens.
    const FARTHEST: usize = 30;
    if !cue.part.is_active() || cue.skip > 0 || !p.is(cue.end, Class::Back) {
        return None;
    }
    let article = p.grammar.article.as_str();
    let bare = |k: usize| !p.any(k, Class::Adverb.bit() | Class::Preposition.bit()) && p.glued_at(k) == 0 && p.owner(k).is_none();
    let paper = |k: &usize| is_told(p, *k) && !p.tokens.word(*k).starts_with(article) && bare(*k);
    let paper = (place.sentence.start.max(cue.at.saturating_sub(PAPER))..cue.at).rev().find(paper)?;
    let issues = |&k: &usize| is_among(p, k, &p.grammar.issues);
    let verb = (place.sentence.start.max(paper.saturating_sub(FARTHEST))..paper).rev().find(issues)?;
    let mut start = verb + 1;
    while p.is(start, Class::Adverb) && start < paper {
        start = p.end_of(start, Class::Adverb);
    }
    let end = phrase_end(p, start, paper);
    let someone = p.is_actor(start) || p.person_at(start).is_some() || p.tokens.word(start).starts_with(article);
    let owned = !p.tanwin(start) && p.tokens.is_word(start + 1) && end > start + 1;
    if end <= start || !(someone || owned) || is_told(p, start) || p.is(start, Class::Preposition) || p.glued_at(start) > 0 {
        return None;
    }
    // «الملحق الثقافي في السفارة الدكتور سالم النخلي»
    let titled = |&k: &usize| p.is(end, Class::Site) && p.is(k, Class::Title) && p.person_at(p.end_of(k, Class::Title)).is_some();
    if let Some(name) = (end..paper).find(titled) {
        return Some(Subject::Phrase { tokens: name..phrase_end(p, name, paper), skip: 0, beside: Vec::new() });
    }
    let beside = far_name(p, start, end, paper).into_iter().chain(besides(p, &(start..end), paper)).collect();
    Some(Subject::Phrase { tokens: start..end, skip: 0, beside })
}

/// Whether a verb goes on with a paper or an occasion right before it: «أصدر المركز بيانا قال فيه …».
pub(super) fn takes_up(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    /// How far before the verb the paper may stand, in tokens.
    const PLACE: usize = 5;
    let told = Class::Paper.bit() | Class::Occasion.bit() | Class::ToldIn.bit();
    // «بدأ اللقاء بكلمة أكد فيها …»
    let glued = |word: &str| {
        let classes = p.grammar.prepositions.iter().filter_map(|g| word.strip_prefix(g.as_str())).map(|rest| p.grammar.classes.get(rest));
        classes.flatten().any(|c| told & c.bit() != 0)
    };
    let back = cue.part.is_active() && cue.at > 0 && p.is(cue.end, Class::Back);
    // «ألقى المدير كلمة في حفل الافتتاح أكد فيها …»: where and when stands between.
    let plain = |&k: &usize| p.tokens.is_word(k) && p.cues_in(k..k + 1).is_empty();
    let far = || {
        let at = (cue.at.saturating_sub(PLACE)..cue.at).rev().take_while(plain).find(|&k| p.any(k, told));
        at.is_some_and(|k| p.is(k + 1, Class::Site) && !p.is(k - 1, Class::Preposition))
    };
    back && (p.any(cue.at - 1, told) || glued(p.tokens.word(cue.at - 1)) || far())
}

/// He from whom a letter or call came, which a verb takes up right behind his name.
pub(super) fn sender(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Subject> {
    /// How far before the verb he may be named, in tokens.
    const FARTHEST: usize = 24;
    /// How much of where he holds his office may stand between, in tokens.
    const OFFICE: usize = 6;
    if cue.part != Part::Past || cue.skip > 0 || !p.is(cue.end, Class::Back) || takes_up(p, cue) {
        return None;
    }
    let from = place.sentence.start.max(cue.at.saturating_sub(FARTHEST));
    let named = |k: usize| p.any(k, Class::Title.bit() | Class::Role.bit()) || p.person_at(k).is_some_and(|e| e > k + 1);
    let start =
        (from + 1..cue.at).rev().find(|&k| p.is(k - 1, Class::Site) && !p.is(k - 1, Class::Inner) && named(k) && p.glued_at(k) == 0)?;
    let end = (p.grammar.phrase_end)(p, start, cue.at);
    let plain = (end..cue.at).all(|k| p.tokens.is_word(k) && p.cues_in(k..k + 1).is_empty());
    let told = (place.sentence.start..start).any(|k| is_told(p, k));
    (end > start && cue.at - end <= OFFICE && plain && told).then_some(Subject::Phrase { tokens: start..end, skip: 0, beside: Vec::new() })
}
