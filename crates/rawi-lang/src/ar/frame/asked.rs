//! Whom an Arabic act of speech asks, and for what: «طالب … وزارة النقل بفتح الميناء» (demanded of the ministry of transport that the port be
//! opened).

use super::act;
use crate::ar;
use crate::{Class, CueClass, CueHit, Part, Passage};

/// Those who are asked, and behind them what they are asked for, in a word with its preposition: «طالب … وزارة النقل | بفتح الميناء».
pub(super) fn asked(p: &Passage<'_>, cue: &CueHit<'_>, from: usize) -> Option<(usize, usize)> {
    /// The most words of those who are asked.
    const ASKED: usize = 8;
    /// The longest of the short verbal nouns, which have many shapes, in letters.
    const SHORT: usize = 4;
    // «والمذكرة طالبت البعثة بإجراء …»: whom a verb asks whose subject stands before it.
    // «عمان تطالب أصحاب السفن بتحديد …»
    let before = cue.cue.requests() && cue.part == Part::Present && cue.skip == 0 && cue.at > 0 && p.tokens.is_word(cue.at - 1);
    let someone = p.any(from, Class::Body.bit() | Class::Public.bit()) || ar::asked(p, cue, from);
    if cue.cue.class != CueClass::Act || from == cue.end && !before && !someone {
        return None;
    }
    // Behind who the one who asks is: «، منسق الإغاثة، …».
    // «طالب المركز في غزة، اليوم، الدول …»
    let place = if p.is(from, Class::Site) { p.name_at(from + 1).unwrap_or(from) } else { from };
    let from = super::behind_adverbs(p, cue, place);
    let close = p.is_comma(from).then(|| ar::set_off_words(p, from, p.tokens.len()).unwrap_or(from));
    let head = close.map_or(from, |comma| comma + 1);
    let article = p.grammar.article.as_str();
    let noun = |&k: &usize| {
        let word = p.tokens.word(k);
        let letter = cue.cue.takes.iter().find(|t| t.chars().count() == 1 && word.starts_with(t.as_str()));
        letter.map(|letter| &word[letter.len()..]).is_some_and(|rest| {
            let skip = word.len() - rest.len();
            let plural = p.grammar.plural_nouns.iter().any(|e| rest.ends_with(e.as_str()));
            let short = (2..=SHORT).contains(&rest.chars().count());
            let shaped = rest.starts_with(article) || short || plural || p.is_verbal_noun_behind(k, skip);
            shaped && p.name_at(k).is_none() && !p.is_classed(k)
        })
    };
    let owner = || before && p.tokens.word(head + 1).starts_with(article);
    let known =
        p.is_actor(head) || p.any(head, Class::Public.bit() | Class::Quantity.bit()) || p.tokens.word(head).starts_with(article) || owner();
    let mut near = (head + 1..p.tokens.len().min(head + ASKED)).take_while(|&k| !p.is_mark(k) && !p.is(k, Class::Clause));
    near.find(noun).filter(|_| known && act::is_phrase(p, head)).map(|open| (head, open))
}

/// Whether one who is asked stands right behind a verb that takes an object: «مطالبين الحكومة», «مطالبين "النادي"».
pub(super) fn heads_asked(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    let known = p.tokens.word(cue.end).starts_with(p.grammar.article.as_str()) || p.is_actor(cue.end) || p.is(cue.end, Class::Public);
    let phrase = act::is_phrase(p, cue.end) || super::short_quote(p, cue.end).is_some();
    (cue.cue.takes_object || cue.cue.requests()) && cue.cue.class == CueClass::Act && (known || p.is_mark(cue.end)) && phrase
}
