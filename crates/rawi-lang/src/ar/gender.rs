//! Whether an Arabic verb and the noun behind it are of one gender: where they are not, the noun is whom the verb acts on.

use super::phrase::{definite, phrase_end};
use crate::{Class, CueClass, CueHit, Part, Passage};

/// Whether a definite noun right behind a verb cannot be its subject: «وطالب الحكومة بـ…», «وتدعو الاتحاد إلى …».
pub(super) fn disagrees(p: &Passage<'_>, cue: &CueHit<'_>, noun: usize) -> bool {
    let this = p.is(noun, Class::Demonstrative);
    if cue.cue.class == CueClass::Say || noun != cue.end || cue.end != cue.at + 1 || !definite(p, noun) && !this {
        return false;
    }
    match is_feminine(p, cue) {
        // «ودعت السفير سالم النخلي إلى …»
        Some(true) => is_masculine_noun(p, noun) || cue.cue.takes_object && p.is(noun, Class::Title) && !is_feminine_noun(p, noun),
        // «وصف هذه التصريحات بـ…»
        Some(false) if this => p.tokens.list[noun].raw.of(p.raw).ends_with('\u{647}'),
        Some(false) => is_feminine_noun(p, noun) && p.any(noun, Class::Body.bit() | Class::Outlet.bit() | Class::Generic.bit()),
        None => false,
    }
}

/// Whether a verb has the form for one who is feminine, as far as its letters tell.
pub(super) fn is_feminine(p: &Passage<'_>, cue: &CueHit<'_>) -> Option<bool> {
    p.is_feminine(cue).filter(|_| cue.part != Part::Participle)
}

/// Whether what looks like a past verb of the masculine stands right behind a feminine noun: another verb in the present, «المقاومة
/// توقع قوتين في كمين».
pub(crate) fn is_other_present(p: &Passage<'_>, cue: &CueHit<'_>, from: usize) -> bool {
    let word = p.tokens.word(cue.at);
    let present = |shape: &(String, String)| shape.1.is_empty() && word.starts_with(shape.0.as_str());
    let head = p.trim(from..cue.at).start;
    let noun = head < cue.at && definite(p, head) && is_feminine_noun(p, head) && phrase_end(p, head, cue.at) == cue.at;
    noun && cue.part == Part::Past && word == rawi_text::key(&cue.cue.lemma) && p.grammar.present_shapes.iter().any(present)
}

/// Whether a noun has the ending of the feminine.
pub(super) fn is_feminine_noun(p: &Passage<'_>, i: usize) -> bool {
    p.tokens.list[i].raw.of(p.raw).ends_with('\u{629}')
}

/// Whether a word has the ending of feminine adjectives of relation: «الإيرانية» (Iranian).
pub(super) fn is_feminine_relation(p: &Passage<'_>, i: usize) -> bool {
    p.tokens.list[i].raw.of(p.raw).ends_with("\u{64A}\u{629}")
}

/// Whether a noun is masculine and names one, by the lexicon or by the adjective behind it: «الاتحاد الأوروبي».
fn is_masculine_noun(p: &Passage<'_>, i: usize) -> bool {
    let known = p.grammar.masculine.iter().any(|m| m == p.tokens.word(i));
    let adjective = definite(p, i + 1)
        && p.tokens.list[i + 1].raw.of(p.raw).ends_with('\u{64A}')
        && p.tokens.word(i + 1).chars().count() > 5
        && p.any(i, Class::Body.bit() | Class::Generic.bit());
    (known || i + 1 < p.tokens.len() && adjective) && p.person_at(i).is_none()
}
