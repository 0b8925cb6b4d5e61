//! # What it reads
//! A meeting whose parties are told as those who were present, behind the noun or before it.
//!
//! Example: «نشست کمیسیون آب با حضور وزیر نیروی عراق و سفیر تونس برگزار شد.» (the meeting of the water commission was held with Iraq's
//! minister of energy and the ambassador of Tunisia present)
//!
//! # What it leaves
//! Meetings at which one alone was present.

use crate::contact::{self, Around, ContactGrammar, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «نشست … با حضور X و Y برگزار شد»
pub(super) const PRESENCE: ContactRule = ContactRule { id: "fa/contact/presence", read };

/// How far from the noun the words may stand, in tokens.
const FAR: usize = 25;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    let meets = matches!(hit.word.kind, rawi_model::ContactKind::Meeting | rawi_model::ContactKind::Talks);
    if hit.part != ContactPart::Noun || hit.word.shape != Shape::With || !meets || super::is_known(p, hit) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let stop = p.find(hit.end..place.sentence.end, |k| p.tokens.is_mark(k, ':')).unwrap_or(place.sentence.end);
    let opens = |&k: &usize| g.takes(p, hit, k).is_some_and(|after| g.around(p, after, Around::Presence).is_some());
    let behind = (hit.end..stop.min(hit.end + FAR)).find(opens);
    let at = behind.or_else(|| (start.max(hit.at.saturating_sub(FAR))..hit.at).rev().find(opens))?;
    let from = g.takes(p, hit, at).and_then(|after| g.around(p, after, Around::Presence))?;
    let limit = if behind.is_some() { stop } else { hit.at };
    // «جلسه‌ای با حضور وزیران … داشتیم»: he who tells of it was there.
    let mine = behind.and_then(|_| super::party(p, g, from, limit)).filter(|found| super::is_mine(p, g, found.1, stop));
    if let Some((side, end)) = mine {
        return Some(super::encounter(PRESENCE.id, hit, Side::Speaker, side, hit.at..end));
    }
    let (sides, end) = present(p, g, from, limit)?;
    let held = (end.max(hit.end)..stop.min(end.max(hit.end) + FAR)).any(|k| g.around(p, k, Around::Held).is_some() || is_held(p, g, k));
    held.then(|| super::encounter_of(PRESENCE.id, hit, sides, hit.at.min(at)..end.max(hit.end)))
}

/// Whether a verb of holding a meeting begins at a token: «برگزار می‌شود».
fn is_held(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    g.around(p, k, Around::Verb) == Some(k + 1) && g.around(p, k + 1, Around::Verb).is_some()
}

/// Those who are told one after another; one past the last.
fn present(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize) -> Option<(Vec<Side>, usize)> {
    if let Some(found) = super::assembled::assembled(p, g, from, limit).or_else(|| super::several(p, from, limit)) {
        return Some(found);
    }
    if let Some(found) = super::enumerated(p, g, from, limit, 2) {
        return Some(found);
    }
    let end = super::phrase_end(p, from, limit);
    let end = (from + 1..end).find(|&k| super::is_verb(p, g, k)).unwrap_or(end);
    let (first, second) = super::pair(p, g, from..end, 0)?;
    let sure = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if contact::is_actor(p, g, tokens.start) && !p.is(tokens.start, Class::Indefinite));
    (sure(&first) && sure(&second)).then(|| (vec![first, second], end))
}
