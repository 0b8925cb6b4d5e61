//! # What it reads
//! A message given in a letter: the one who writes stands before the verb of speech, the one who is told behind it.
//!
//! Example: «وزير النقل أبلغ نظيره الأردني، في رسالة، أن المواقع جاهزة.» (the minister of transport informed his Jordanian
//! counterpart in a letter that the sites are ready)
//!
//! # What it leaves
//! Letters that name their reader behind a preposition (`ar/contact/light-noun`).

use crate::contact::{self, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «أبلغ Y، في رسالة، …»
pub(super) const IN_LETTER: ContactRule = ContactRule { id: "ar/contact/in-letter", read };

/// How far the verb of speech may stand before the noun, in tokens.
const BACK: usize = 14;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun
        || hit.word.kind != rawi_model::ContactKind::Letter
        || hit.word.shape != Shape::To
        || hit.at == 0
        || !p.is(hit.at - 1, Class::Preposition)
    {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let cue = p.cues_in(start.max(hit.at.saturating_sub(BACK))..hit.at).iter().rev().find(|c| contact::is_actor(p, g, c.end))?;
    let (second, end) = super::party(p, g, cue.end, 0, hit.at - 1)?;
    let as_verb = ContactHit { at: cue.at, end: cue.end, word: hit.word, part: ContactPart::Past, mine: false };
    let clause = (start..cue.at).rev().find(|&k| p.is(k, Class::Clause)).map_or(start, |k| k + 1);
    let first = super::subject_before(p, g, &as_verb, clause)?;
    (!matches!(&second, Side::Phrase { tokens, .. } if p.is(tokens.start, Class::Anaphor)))
        .then(|| super::encounter(IN_LETTER.id, hit, first, second, cue.at..end.max(hit.end)))
}
