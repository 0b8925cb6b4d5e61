//! What stands between an Arabic subject and what his verb takes: when, where and in what he spoke, «أشاد الوزير، اليوم السبت، بمواقف …»
//! (the minister praised, today, Saturday, the stands …).

use crate::{Class, CueClass, CueHit, Passage, ar};

/// Where a complement may begin behind when and on what it was said, between commas too: «أشاد الوزير، اليوم السبت، بمواقف …».
pub(super) fn behind_adverbs(p: &Passage<'_>, cue: &CueHit<'_>, from: usize) -> usize {
    // «أعلنت قطر -الأربعاء- البدء في …»
    let dash = |k: usize| p.is_dash(k) && p.is(k + 1, Class::Adverb) && p.is_dash(p.end_of(k + 1, Class::Adverb));
    let from = if dash(from) { p.end_of(from + 1, Class::Adverb) + 1 } else { from };
    let mut at = behind_told(p, cue, from);
    // «أكدت الوزارة، في بيان، في وقت سابق من اليوم، وصول …»: one behind the other.
    while let Some(next) = aside(p, cue, if at > from && p.is_comma(at - 1) { at - 1 } else { at }).filter(|&next| next > at) {
        at = next;
    }
    let from = at;
    loop {
        let comma = usize::from(p.is_comma(at));
        let opens = Class::Saying.bit() | Class::Clause.bit() | Class::Opening.bit();
        if p.is(at + comma, Class::Adverb) && !p.any(at + comma, opens) && !ar::is_taken_noun(p, cue, at + comma) {
            at = p.end_of(at + comma, Class::Adverb);
        } else {
            return if at > from { at + comma } else { from };
        }
    }
}

/// Behind the paper or occasion in which somebody acts, which a comma or a definite word ends: «ودعت الغرفة في بيان، التجار إلى …»,
/// «وطالبت الغرفة في بيان الوزارة بفتح المعبر».
fn behind_told(p: &Passage<'_>, cue: &CueHit<'_>, at: usize) -> usize {
    /// The longest of them, in tokens.
    const SHORT: usize = 6;
    let site = p.is(at, Class::Site) && ar::is_told(p, at + 1) && !cue.cue.takes.iter().any(|t| t == p.tokens.word(at));
    if !site || cue.cue.class != CueClass::Act {
        return at;
    }
    let plain =
        |k: &usize| p.tokens.is_word(*k) && !p.any(*k, Class::Preposition.bit() | Class::Clause.bit()) && p.cues_in(*k..*k + 1).is_empty();
    let close = (at + 2..p.tokens.len().min(at + SHORT)).find(|k| !plain(k)).filter(|&k| p.is_comma(k));
    let definite =
        p.tokens.word(at + 2).starts_with(p.grammar.article.as_str()) && !p.tokens.word(at + 1).starts_with(p.grammar.article.as_str());
    close.map_or(if definite && p.is(at + 2, Class::Body) { at + 2 } else { at }, |k| k + 1)
}

/// One past what two dashes or commas set off right behind a subject: «ورفع العمري - في ختام تصريحه - …», «أشار، في مقابلة، إلى …».
fn aside(p: &Passage<'_>, cue: &CueHit<'_>, at: usize) -> Option<usize> {
    /// The longest of them, in tokens.
    const SHORT: usize = 9;
    let dash = |k: usize| p.is_dash(k);
    let opens = dash(at) || p.is_comma(at) && p.is(at + 1, Class::Preposition) && !p.is(at + 1, Class::NotClause);
    let taken = |k: usize| cue.cue.takes.iter().any(|t| t == p.tokens.word(k));
    let plain =
        |k: &usize| !p.is(*k, Class::Clause) && (dash(at) || !taken(*k)) && p.cues_in(*k..*k + 1).is_empty() && p.quote_at(*k).is_none();
    let mut inside = (at + 1..p.tokens.len().min(at + SHORT)).take_while(plain);
    inside
        .find(|&k| if dash(at) { dash(k) } else { p.is_mark(k) })
        .filter(|&k| opens && k > at + 2 && (dash(k) || p.is_comma(k)))
        .map(|k| k + 1)
}
