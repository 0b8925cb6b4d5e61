//! # What it reads
//! A letter that is answered: its writer stands behind the noun, the one who answers is the subject.
//!
//! Example: «وزیر راه در پاسخ به نامه رئیس راه‌آهن تاجیکستان گفت: …» (the minister of roads said in answer to the letter
//! of the head of Tajikistan's railway: …)
//!
//! # What it leaves
//! The answer itself, which is a letter only where the text says so.

use crate::contact::{self, ContactHit, ContactRule, Encounter, Shape};
use crate::{Class, Passage, Place};

/// «در پاسخ به نامه Y»
pub(super) const REPLY: ContactRule = ContactRule { id: "fa/contact/reply", read };

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
    Some(super::encounter(REPLY.id, hit, super::subject(p, g, start..before), other, hit.at..end))
}
