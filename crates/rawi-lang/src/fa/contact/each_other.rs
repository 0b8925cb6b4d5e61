//! # What it reads
//! Two who do something at a meeting of theirs, at which nobody else is named: «X و Y در دیداری … تأکید کردند».
//!
//! Example: «وزیر نیروی عراق و سفیر تونس در نشستی دوستانه، برنامه‌ها را بررسی کردند.» (Iraq's minister of energy and the ambassador of
//! Tunisia went over the plans at a friendly meeting)
//!
//! # What it leaves
//! Meetings with somebody behind the preposition (`fa/contact/noun-with`).

use crate::contact::{self, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «X و Y در دیداری …»
pub(super) const EACH_OTHER: ContactRule = ContactRule { id: "fa/contact/each-other", read };

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || hit.word.shape != Shape::With || contact::is_actor(p, g, hit.end) {
        return None;
    }
    let before = super::opener(p, g, hit)?;
    // «در یک گفت‌وگو», «در دیداری», «در دیدارشان»
    let one = before + 2 == hit.at && p.any(hit.at - 1, Class::Quantity.bit() | Class::Indefinite.bit());
    let word = p.tokens.word(hit.end - 1);
    let theirs = p.grammar.possessives.iter().any(|e| word.ends_with(e.as_str()));
    if !one && !theirs && !super::is_adjective(p, hit.end - 1) {
        return None;
    }
    // «در تماسی تلفنی … گفت‌وگو کردند»: the verb tells of it.
    let told = |k: usize| g.words.forms.longest(p.tokens, k, 0).is_some_and(|h| h.values.iter().any(|f| f.part == ContactPart::Past));
    if (hit.end..place.sentence.end).any(told) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let Side::Phrase { tokens, .. } = super::both(p, g, start..before) else { return None };
    if let Some((sides, _)) = super::assembled::assembled(p, g, tokens.start, tokens.end) {
        return Some(super::encounter_of(EACH_OTHER.id, hit, sides, tokens.start..hit.end));
    }
    let (first, second) = super::pair(p, g, tokens.clone(), 0)?;
    let sure = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if contact::is_actor(p, g, tokens.start));
    (sure(&first) && sure(&second)).then(|| super::encounter(EACH_OTHER.id, hit, first, second, tokens.start..hit.end))
}
