//! # What it reads
//! Two who do something at a contact of theirs, at which nobody else is named: «اتفق X وY خلال اتصال هاتفي …», «X وY بحثا في لقاء …».
//!
//! Example: «اتفق وزير النقل العماني ونظيره القطري خلال اتصال هاتفي على فتح الميناء.» (Oman's minister of transport and his
//! Qatari counterpart agreed in a call to open the port)
//!
//! # What it leaves
//! Contacts with somebody behind their preposition (`ar/contact/noun-with`).

use crate::contact::{self, Around, ContactGrammar, ContactHit, ContactPart, ContactRule, Encounter, Side};
use crate::{Class, Passage, Place};

/// «X وY … خلال لقاء»
pub(super) const EACH_OTHER: ContactRule = ContactRule { id: "ar/contact/each-other", read };

/// How many words may stand between the two and the opener of the noun.
const NEAR: usize = 12;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    let kinds = [rawi_model::ContactKind::Meeting, rawi_model::ContactKind::Call];
    if hit.part != ContactPart::Noun || !kinds.contains(&hit.word.kind) || super::is_definite(p, hit) || super::is_known(p, hit) {
        return None;
    }
    let open = g.before(p, hit.at, Around::Opener)?;
    let named = |k: usize| g.takes(p, hit, k).is_some() || super::glued_actor(p, g, hit, k).is_some();
    if contact::is_actor(p, g, hit.end) || (hit.end..place.sentence.end.min(hit.end + 3)).any(named) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let start = (start..open).rev().find(|&k| p.is(k, Class::Clause)).map_or(start, |k| k + 1);
    let (first, second) = behind(p, g, hit, start, open).or_else(|| super::two_before(p, g, start, open.checked_sub(1)?))?;
    let sure = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if contact::is_actor(p, g, tokens.start));
    sure(&first).then(|| super::encounter(EACH_OTHER.id, hit, first, second, hit.at..hit.end))
}

/// Two who stand behind the verb with which a clause begins: «اتفق X وY».
fn behind(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, start: usize, open: usize) -> Option<(Side, Side)> {
    let verb = start + usize::from(super::begins_auxiliary(p, g, start));
    if p.is_classed(verb) || p.is_of_person(verb) || p.name_at(verb).is_some() || p.tokens.word(verb).starts_with(&p.grammar.article) {
        return None;
    }
    let as_verb = ContactHit { at: verb, end: verb + 1, word: hit.word, part: ContactPart::Past, mine: false };
    let (first, end) = super::subject_after(p, g, &as_verb, verb + 1, open)?;
    let (second, close) = super::joined(p, g, end, open)?;
    let likeness = matches!(&second, Side::Phrase { tokens, .. } if p.is(tokens.start, Class::Relation));
    (close + usize::from(p.is_comma(close)) == open || likeness && open - close <= NEAR).then_some((first, second))
}
