//! What has the letters of an Arabic verb and tells nobody's words: «يدفع ثمن التأخير» (he pays the price of the delay).

use crate::{Class, CueHit, Part, Passage, Place};

/// The letter of a masculine verb in the present.
const YEH: char = '\u{6CC}';

/// Whether what looks like a verb in the past is a word of another kind: «وهنا أقترح أن …», said by the writer, «يدفع ثمن التأخير», behind
/// a verb, «هاني طالب النخلي», within a name.
pub(super) fn is_of_another(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    if cue.part != Part::Past || cue.skip > 0 {
        return false;
    }
    let raw = p.tokens.list[cue.at].raw.of(p.raw);
    let own = raw.starts_with('\u{623}') && cue.cue.lemma.starts_with('\u{627}');
    let amid = cue.at > place.sentence.start;
    // The letters of a noun, behind a verb in the present.
    let noun = p.tokens.word(cue.at) == rawi_text::key(&cue.cue.lemma) && p.tokens.word(cue.at).chars().count() == 3;
    let verb = |k: usize| {
        p.is_finite(k)
            && p.tokens.word(k).starts_with(YEH)
            && !p.is_classed(k)
            && !p.is_time(k)
            && !p.is_of_person(k)
            && p.name_at(k).is_none()
    };
    let named = |k: usize| p.is_of_person(k) && p.is_of_person(k + 1) && !p.is(k + 2, Class::Clause);
    own || amid && (noun && verb(cue.at - 1) || p.is_of_person(cue.at - 1) && named(cue.at))
}

/// Whether a word that opens a clause stands right before a verb in the present, which then tells of what is wished or may be: «أن يقول».
pub(super) fn is_subjunctive(p: &Passage<'_>, verb: usize) -> bool {
    let word = p.tokens.word(verb - 1);
    p.is(verb - 1, Class::Clause) && p.grammar.bare_clauses.iter().any(|c| word.ends_with(c.as_str()))
}
