//! # What it reads
//! A letter that is answered: its writer stands behind the noun, the one who answers is the subject; and likewise one
//! who is welcomed.
//!
//! Example: «وزیر راه در پاسخ به نامه رئیس راه‌آهن تاجیکستان گفت: …» (the minister of roads said in answer to the letter
//! of the head of Tajikistan's railway: …)
//!
//! # What it leaves
//! The answer itself, which is a letter only where the text says so.

use crate::contact::{self, Around, ContactHit, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «در پاسخ به نامه Y»
pub(super) const REPLY: ContactRule = ContactRule { id: "fa/contact/reply", read };

/// Whether a side is as short as a bare name: «یحیی ملک‌آرا … میزبان وزیر عمان بود».
fn is_short(side: &Side) -> bool {
    matches!(side, Side::Phrase { tokens, .. } if (2..=3).contains(&tokens.len()))
}

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.word.shape != Shape::Of {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let limit = super::limit(p, hit, place.sentence.end);
    let mut i = hit.end;
    while i < limit && p.is(i, Class::Adverb) {
        i = p.end_of(i, Class::Adverb);
    }
    let (other, end) = super::party(p, g, i, limit)?;
    let before = super::opener(p, g, hit).unwrap_or(hit.at);
    let subject = super::subject(p, g, start..before);
    // What people welcome is a plan as often as a guest.
    let person = |side: &Side| matches!(side, Side::Phrase { tokens, beside, .. } if super::is_people(p, g, tokens.start) || p.name_at(tokens.start).is_some() || !beside.is_empty());
    let verb = g.around(p, end, Around::Verb).is_some();
    if hit.word.kind == rawi_model::ContactKind::Meeting && !(verb && (person(&subject) || is_short(&subject)) && person(&other)) {
        return None;
    }
    Some(super::encounter(REPLY.id, hit, subject, other, hit.at..end))
}
