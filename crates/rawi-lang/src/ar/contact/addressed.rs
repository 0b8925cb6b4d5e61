//! # What it reads
//! What one tells another at a contact: «X لـY في اتصال هاتفي: …», as headlines and channels have it.
//!
//! Example: «وزير الري لنظيره العراقي في اتصال هاتفي: المياه ستزداد» (the minister of irrigation to his Iraqi counterpart in
//! a call: the water will increase)
//!
//! # What it leaves
//! Those who are told something without a contact.

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Side};
use crate::{Class, Passage, Place};

/// «X لـY في اتصال»
pub(super) const ADDRESSED: ContactRule = ContactRule { id: "ar/contact/addressed", read };

/// How far before the noun the other one may be named, in tokens.
const BACK: usize = 14;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || super::is_known(p, hit) {
        return None;
    }
    let open = g.before(p, hit.at, Around::Opener)?;
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let start = (start..open).find(|&k| p.tokens.is_word(k))?;
    let somebody = [Class::Role, Class::Title, Class::Relation];
    let dative = |k: usize| {
        let word = p.tokens.word(k);
        p.grammar.dative.iter().map(String::len).find(|&skip| {
            word.len() > skip
                && p.grammar.dative.iter().any(|d| word.starts_with(d.as_str()))
                && p.grammar.classes.any(p.tokens, k, skip, |h| h.values.iter().any(|c| somebody.contains(c)))
        })
    };
    let (at, skip) = (start.max(open.saturating_sub(BACK)) + 1..open).find_map(|k| Some((k, dative(k)?)))?;
    // The office that completes another one is not addressed: «المستشار لرئيس الوزراء».
    if p.any(at - 1, Class::Role.bit() | Class::Inner.bit()) {
        return None;
    }
    let (second, end) = super::party(p, g, at, skip, open)?;
    let (first, close) = super::party(p, g, start, 0, at)?;
    let sure = matches!(&first, Side::Phrase { tokens, .. } if contact::is_actor(p, g, tokens.start));
    (end == open && close == at && sure).then(|| super::encounter(ADDRESSED.id, hit, first, second, start..hit.end))
}
