//! A meeting that names its sides by the adjectives of their states alone: «قمة مصرية - أردنية» (an Egyptian-Jordanian summit).

use std::ops::Range;

use rawi_actor::Cast;
use rawi_lang::{Class, ContactHit, ContactPart, Encounter, Side};
use rawi_model::{ContactKind, MentionKind, PartyRole};

use super::draft::Draft;
use super::find::Run;
use super::sides::Sides;
use crate::block::Part;

/// How many other adjectives may stand before those of the states: «اجتماع وزاري سعودي - أميركي».
const OTHERS: usize = 2;

/// The contact of the states whose adjectives stand behind an Arabic noun of meeting.
pub(super) fn of_adjectives(
    run: &Run<'_, '_>,
    cast: &mut Cast<'_>,
    hit: &ContactHit<'static>,
    sentence: &Range<usize>,
    part: &Part,
) -> Option<Draft> {
    let p = run.scene.passage;
    let meets = matches!(hit.word.noun_kind, ContactKind::Meeting | ContactKind::Talks);
    if p.grammar.article.is_empty() || hit.part != ContactPart::Noun || !meets || run.tells_of_sports() {
        return None;
    }
    // «سعيا إلى استئناف المفاوضات المصرية الأردنية»: what is still done for talks is no contact.
    let before = hit.at.checked_sub(1).filter(|&k| k >= sentence.start);
    if before.is_some_and(|k| p.is_verbal_noun(k) || p.grammar.dative.iter().any(|d| p.is_verbal_noun_behind(k, d.len()))) {
        return None;
    }
    let registry = cast.registry();
    let adjective = |k: usize| {
        let (end, entry) = registry.adjective_at(p, k).filter(|_| k < sentence.end)?;
        (end == k + 1).then_some(entry)
    };
    let closed = Class::Preposition.bit() | Class::Clause.bit() | Class::Role.bit() | Class::Body.bit();
    // «الحوار الاستراتيجي» المصري الأردني»: the noun may be quoted.
    let from = hit.end + usize::from(p.is_mark(hit.end) && hit.at > 0 && p.quote_at(hit.at - 1).is_some_and(|q| q.close == hit.end));
    let near = (from..sentence.end.min(from + OTHERS + 1)).take_while(|&k| p.tokens.is_word(k) && !p.any(k, closed));
    let first = near.into_iter().find(|&k| adjective(k).is_some())?;
    let mut states = Vec::new();
    let mut k = first;
    while let Some(entry) = adjective(k) {
        if !states.iter().any(|s: &(usize, usize)| s.1 == entry) {
            states.push((k, entry));
        }
        let dash = ['-', '\u{2013}', '\u{2014}'].iter().any(|&mark| p.tokens.is_mark(k + 1, mark));
        k += 1 + usize::from(dash);
    }
    let (last, _) = *states.last().filter(|_| states.len() > 1)?;
    let role = PartyRole::Participant;
    let told = Encounter {
        basis: "ar/contact/adjectives",
        sides: states.iter().map(|(k, _)| (Side::Phrase { tokens: *k..k + 1, skip: 0, beside: Vec::new() }, role)).collect(),
        evidence: hit.at..last + 1,
        part: None,
    };
    let mut sides = Sides { parties: Vec::new(), kind: hit.word.noun_kind, vague: Vec::new() };
    for (k, entry) in states {
        let member = cast.of_entry(entry);
        cast.members[member].mentions.push((p.tokens.span(k..k + 1), MentionKind::Name));
        sides.parties.push((member, role));
    }
    Some(run.told_of(cast, hit, &told, sides, sentence, part))
}
