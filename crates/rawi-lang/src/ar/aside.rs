//! What tells more of the one whom an Arabic phrase names: the name of an office's holder, and what commas set off.

use std::ops::Range;

use super::phrase::{ENDS, LONGEST, definite, is_body, phrase_end};
use crate::{Class, Passage};

/// How far behind an office the name of its holder may stand, in tokens.
const FAR: usize = 14;

/// The name of the one who holds the office that a phrase names, behind where he holds it: «مدير الميناء في صحار المهندس سالم».
pub(super) fn far_name(p: &Passage<'_>, start: usize, stop: usize, end: usize) -> Option<Range<usize>> {
    /// What heads the phrase of another.
    const OTHER: u64 = Class::Role.bit() | Class::Relation.bit() | Class::Occasion.bit() | Class::Paper.bit();
    /// Behind what the phrase of an office does not go on.
    const OVER: u64 = Class::Clause.bit() | Class::Object.bit() | Class::Conjunction.bit() | Class::Saying.bit() | Class::Negation.bit();
    // «العقيد في الاحتياط، سالم النخلي، …»
    let title = p.is(start, Class::Title) && !p.is(start, Class::Role);
    let office = title || (start..stop).any(|k| p.is(k, Class::Role));
    if !office || (start..stop).any(|k| p.person_at(k).is_some() || p.behind_person(k)) || p.behind_person(stop) {
        return None;
    }
    if let Some(named) = behind_body(p, stop, end) {
        return Some(named);
    }
    let mut k = stop;
    let mut far = end.min(stop + FAR);
    while k < far {
        let person = p.person_at(k).filter(|&e| e >= k + 2);
        let titled = p.is(k, Class::Title) && p.person_at(p.end_of(k, Class::Title)).is_some();
        // «جامعة الملك عبدالعزيز»: the name of a body holds one too.
        let own = !p.any(k - 1, Class::Preposition.bit() | Class::Title.bit() | Class::NameLink.bit());
        if k > stop && p.glued_at(k) == 0 && p.skip(k) == 0 && own && (titled || person.is_some()) {
            let close = phrase_end(p, k, end);
            return (close > k).then_some(k..close);
        }
        // Right behind the office the object may stand so too: «أعلن رئيس النادي، تعاقد النادي، مع …».
        let opens = |close: usize| {
            p.tokens.is_mark(close, ':') || p.is(close + 1, Class::Clause) || p.quote_at(close + 1).is_some_and(|q| q.inside().len() > 4)
        };
        if let Some(name) = set_off_name(p, k, end).filter(|name| k > stop || opens(name.end) || p.person_at(k + 1).is_some()) {
            return Some(name);
        }
        // «نائب القائد، الذي أشرف على العملية، سالم النخلي، …»: a relative clause goes before it.
        if p.is(k, Class::Object) && k > stop {
            k = (k + 1..end.min(k + FAR)).find(|&j| p.is_comma(j))?;
            set_off_name(p, k, end)?;
            far = k + 1;
            continue;
        }
        // «القيادي في حركة «النخيل» …»
        if let Some(quote) = p.quote_at(k).filter(|q| q.closed && q.inside().len() <= 4 && k > stop) {
            k = quote.close + 1;
            continue;
        }
        let comma = p.is_comma(k) && (p.person_at(k + 1).is_some() || p.any(k + 1, Class::Title.bit() | Class::Site.bit()));
        // «المشرف العام | على الإدارة، …»: what the office is over.
        let over = k == stop && stop <= start + 2 && definite(p, k + 1);
        let site = !p.is(k, Class::Preposition) || p.is(k, Class::Site) || over;
        // «اللواء في الاحتياط ورئيس الميناء سابقا، سالم النخلي، …»: another office of the same one.
        let joined = title && p.is(k, Class::Role) && p.skip(k) > 0;
        if p.any(k, OVER | OTHER) && !joined || !site || p.is_mark(k) && !comma && !p.tokens.is_mark(k, ')') && !p.tokens.is_mark(k, '(') {
            return None;
        }
        if !p.cues_in(k..k + 1).is_empty() || p.is_time(k) || p.quote_at(k).is_some_and(|q| q.inside().len() > 4) {
            return None;
        }
        k += 1;
    }
    None
}

/// The name that two commas set off behind an office, known as one or not: «مراسل الشؤون المحلية في القناة، سالم النخلي، …».
fn set_off_name(p: &Passage<'_>, comma: usize, end: usize) -> Option<Range<usize>> {
    /// The most words of such a name, with its titles.
    const WORDS: usize = 6;
    let at = comma + 1;
    if !p.is_comma(comma) || at >= end {
        return None;
    }
    // «العقيد في الاحتياط، سالم النخلي إن …»
    let clause = |k: usize| p.is(k, Class::Clause) && p.skip(k) == 0;
    let closes = |&k: &usize| p.is_comma(k) || p.tokens.is_mark(k, ':') || clause(k);
    let close = (at..end.min(at + WORDS + 1)).find(|&k| p.is_mark(k) || clause(k)).filter(closes)?;
    let titled = p.is(at, Class::Title);
    let plain = |k: usize| {
        p.tokens.is_word(k)
            && !p.any(k, ENDS)
            && (!p.is_classed(k) || p.any(k, Class::Title.bit() | Class::NameLink.bit()))
            && p.cues_in(k..k + 1).is_empty()
            && !p.is_time(k)
    };
    // «أوهاد», with its hamza above, is no verbal noun of the shape that has it below.
    let noun = p.is_verbal_noun(at) && !p.tokens.list[at].raw.of(p.raw).starts_with('\u{623}');
    let name = titled || (2..=4).contains(&(close - at)) && !definite(p, at) && p.skip(at) == 0 && !noun && !p.tanwin(at);
    (name && close >= at + 2 && (at..close).all(plain)).then_some(at..close)
}

/// Whether a word is an office or a body with a possessive, who speaks: «زعيمهم».
pub(super) fn is_kin(p: &Passage<'_>, i: usize) -> bool {
    const HEADS: [Class; 4] = [Class::Role, Class::Body, Class::Title, Class::PluralHead];
    let stem = p.owner(i).and_then(|e| p.tokens.word(i).strip_suffix(e)).unwrap_or_default();
    let heads = |word: &str| p.grammar.classes.get(word).iter().any(|c| HEADS.contains(c));
    // «حكومته», of «حكومة».
    let feminine = |word: &str| p.grammar.classes.get(&rawi_text::fold(word)).iter().any(|c| HEADS.contains(c));
    heads(stem) || stem.strip_suffix('\u{62A}').is_some_and(|s| feminine(&format!("{s}\u{629}")))
}

/// The name behind a body that is named after somebody: «المتحدث الرسمي | لمركز الملك سالم للإغاثة | رائد النخلي».
fn behind_body(p: &Passage<'_>, stop: usize, end: usize) -> Option<Range<usize>> {
    let to = |d: &String| p.tokens.word(stop).strip_prefix(d.as_str()).is_some_and(|w| is_body(p.grammar.classes.get(w)));
    if !p.grammar.dative.iter().any(to) {
        return None;
    }
    let free = |k: &usize| !p.is_mark(*k) && !p.any(*k, Class::Clause.bit() | Class::Adverb.bit()) && p.cues_in(*k..*k + 1).is_empty();
    let named = |k: usize| {
        let name = p.person_at(k).is_some_and(|e| e >= k + 2);
        name && p.glued_at(k) == 0
            && p.skip(k) == 0
            && !p.any(k - 1, Class::Preposition.bit() | Class::NameLink.bit())
            && !titled_body(p, k)
    };
    let at = (stop + 2..end.min(stop + FAR)).take_while(free).find(|&k| named(k))?;
    let close = phrase_end(p, at, end);
    (close > at).then_some(at..close)
}

/// Whether a name stands behind a title behind a body, whose name it is part of: «مركز الملك | سالم».
fn titled_body(p: &Passage<'_>, k: usize) -> bool {
    let body = |j: usize| {
        p.is(j, Class::Body)
            || p.grammar.dative.iter().any(|d| p.tokens.word(j).strip_prefix(d.as_str()).is_some_and(|w| is_body(p.grammar.classes.get(w))))
    };
    p.any(k - 1, Class::Title.bit() | Class::Role.bit()) && k >= 2 && body(k - 2)
}

/// What tells more of the one whom a phrase names: the name of an office's holder, and what commas set off.
pub(crate) fn besides(p: &Passage<'_>, phrase: &Range<usize>, end: usize) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = far_name(p, phrase.start, phrase.end, end).into_iter().collect();
    let close = out.last().map_or(phrase.end, |name| name.end);
    out.extend(beside(p, close, end));
    out
}

/// Phrases set off by commas behind a phrase: «X، المتحدث باسم …،».
pub(super) fn beside(p: &Passage<'_>, stop: usize, end: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = stop;
    while at + 1 < end && p.is_comma(at) {
        let close = phrase_end(p, at + 1, end).max(at + 2);
        // «رئيس الوزراء، بنيامين نتنياهو، …»: a name between commas.
        // «سالم النخلي، لوكالة المرفأ، …»: to whom it was said.
        let name = (p.name_at(at + 1).is_some() || p.person_at(at + 1).is_some()) && p.is_comma(close) && p.glued_at(at + 1) == 0;
        if !name && !p.any(at + 1, Class::Role.bit() | Class::Title.bit()) {
            break;
        }
        out.push(at + 1..close.min(at + 1 + LONGEST));
        at = close;
    }
    out
}

/// The comma that closes a few plain words behind the comma at a token: «سالم النخلي، منسق الإغاثة، …».
pub(crate) fn set_off_words(p: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    const OPENS: u64 = Class::Clause.bit() | Class::Object.bit() | Class::Conjunction.bit() | Class::Adverb.bit() | Class::Negation.bit();
    let comma = (at + 2..end.min(at + LONGEST)).find(|&k| p.is_mark(k)).filter(|&k| p.is_comma(k) && k > at + 2)?;
    let plain = |k: usize| !p.any(k, OPENS) && !p.is_time(k) && p.cues_in(k..k + 1).is_empty();
    let noun = !p.is(at + 1, Class::Preposition) && p.skip(at + 1) == 0 && !p.is_verbal_noun(at + 1);
    (noun && (at + 1..comma).all(plain)).then_some(comma)
}
