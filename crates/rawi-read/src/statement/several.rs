//! Who are meant by an Arabic verb in the plural that names nobody: no single person.

use rawi_actor::{Cast, MemberId};
use rawi_lang::{Class, Passage};
use rawi_model::ActorKind;

use crate::reader::Scene;

/// Whether a speaker may be several.
pub(super) fn suits(cast: &Cast<'_>, member: MemberId) -> bool {
    let one = matches!(cast.members[member].kind, ActorKind::Person | ActorKind::Office) && cast.members[member].named;
    !one && !matches!(cast.members[member].kind, ActorKind::Document | ActorKind::Media | ActorKind::State)
}

/// Whether a speaker is surely one: a state, or a person of the registry.
pub(super) fn is_one(cast: &Cast<'_>, member: MemberId) -> bool {
    let member = &cast.members[member];
    member.kind == ActorKind::State || member.kind == ActorKind::Person && member.entry.is_some()
}

/// Whether a verb has the form for two, «أكدا», of whom the text may have named but one.
pub(super) fn are_two(p: &Passage<'_>, verb: usize) -> bool {
    p.accusative(verb) && !p.grammar.plural_endings.iter().any(|e| p.tokens.word(verb).ends_with(e.as_str()))
}

/// Those of whom the text tells right before a token, in its sentence or in one of the last before it.
pub(super) fn before(scene: &Scene<'_>, cast: &mut Cast<'_>, at: usize) -> Option<MemberId> {
    /// How far before the verb they may stand, in tokens.
    const FARTHEST: usize = 60;
    let p = scene.passage;
    let part = scene.blocks.iter().find(|b| b.tokens.contains(&at))?;
    let from = part.tokens.start.max(at.saturating_sub(FARTHEST));
    let mut start = (from..at).rev().find(|&k| is_several(p, k) && p.quote_around(k).is_none())?;
    // «الموظفون المسرحون»
    while start > from && is_several(p, start - 1) {
        start -= 1;
    }
    let end = (p.grammar.phrase_end)(p, start, at);
    // «مسؤولين في الميناء | انتقدوا القرار»
    let end = p.cues_in(start + 1..end).first().map_or(end, |verb| verb.at);
    if end <= start {
        return None;
    }
    let phrase = cast.phrase(p, start..end, p.skip(start));
    Some(cast.join(&phrase))
}

/// Whether the phrase of several begins at a token, one that acts: «الباحثون», «الطرفان», «شهود».
fn is_several(p: &Passage<'_>, k: usize) -> bool {
    let free = k == 0 || !p.is(k - 1, Class::Preposition);
    let word = p.tokens.word(k);
    // «قال إن المزارعين رفضوا الموعد، مؤكدين أن …»
    let oblique = k > 0
        && p.is(k - 1, Class::Clause)
        && word.starts_with(p.grammar.article.as_str())
        && word.chars().count() > 6
        && p.person_at(k).is_none()
        && p.name_at(k).is_none()
        && p.grammar.oblique_plurals.iter().any(|e| word.ends_with(e.as_str()));
    free && p.glued_at(k) == 0 && (p.is_sound_plural(k) || oblique || p.any(k, Class::AnaphorPlural.bit() | Class::PluralHead.bit()))
}
