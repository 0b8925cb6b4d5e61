//! # What it reads
//! A contact noun that is the object of a verb which does no more than hold it: «أجرى … اتصالا», «تلقى … رسالة», and the
//! same in a relative clause: «الاتصال الذي أجراه …».
//!
//! Example: «أجرى وزير النقل أمس اتصالا هاتفيا بنظيره القطري.» (the minister of transport had a call with his Qatari
//! counterpart yesterday)
//!
//! # What it leaves
//! Nouns without such a verb (`ar/contact/noun-with`, `ar/contact/noun-of`).

use crate::contact::{self, ContactHit, ContactPart, ContactRule, Encounter, Side};
use crate::{Class, Passage, Place};

/// «أجرى X اتصالا بـ Y»
pub(super) const LIGHT_NOUN: ContactRule = ContactRule { id: "ar/contact/light-noun", read };

/// How far the verb may stand before its noun, in tokens.
const BACK: usize = 30;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || hit.word.verbs.is_empty() || super::is_known(p, hit) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let limit = super::limit(p, hit, place.sentence.end);
    let is_verb = |k: usize| {
        let word = p.tokens.word(k);
        let bare = |w: &str| hit.word.verbs.iter().any(|v| v == w);
        bare(word)
            || p.grammar.conjunctions.iter().any(|c| word.strip_prefix(c.as_str()).is_some_and(bare))
            || word.strip_prefix(g.words.future.as_str()).is_some_and(bare)
    };
    // «الاتصال الذي أجراه X بـ Y»
    if let Some(verb) = (hit.end..limit.min(hit.end + 3)).find(|&k| is_verb(k)) {
        // «الرسالة التي بعث بها X إلى Y»
        let from = if super::is_resumed(p, verb + 1) { verb + 2 } else { verb + 1 };
        // «المباحثات التي أجراها مع Y»
        let (first, end) = match super::subject_after(p, g, hit, from, limit) {
            Some(found) => found,
            None => (Side::Carried, from),
        };
        let (second, close) = super::joined(p, g, end, limit).or_else(|| super::other(p, g, hit, end, limit))?;
        return Some(super::encounter(LIGHT_NOUN.id, hit, first, second, hit.at..close));
    }
    let verb = (start.max(hit.at.saturating_sub(BACK))..hit.at).rev().find(|&k| is_verb(k))?;
    let (second, close) = super::other(p, g, hit, hit.end, limit)?;
    let as_verb = ContactHit { at: verb, end: verb + 1, word: hit.word, part: ContactPart::Past };
    let first = super::subject_before(p, g, &as_verb, start)
        .or_else(|| super::subject_after(p, g, &as_verb, verb + 1, hit.at).map(|f| f.0))
        .unwrap_or(Side::Carried);
    if matches!(&first, Side::Phrase { tokens, .. } if p.is(tokens.start, Class::AnaphorPlural)) {
        return None;
    }
    let word = p.tokens.word(verb);
    let future = !hit.word.verbs.iter().any(|v| v == word) && word.starts_with(g.words.future.as_str());
    let part = if future { ContactPart::Future } else { ContactPart::Present };
    Some(Encounter { part: Some(part), ..super::encounter(LIGHT_NOUN.id, hit, first, second, verb..close) })
}
