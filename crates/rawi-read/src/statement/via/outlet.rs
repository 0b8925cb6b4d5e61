//! The document's own outlet, which is in no chain.

use rawi_actor::{Cast, MemberId};
use rawi_lang::{AccordingRole, Class};

use super::name::member;
use crate::block::Part;
use crate::reader::Scene;
use crate::statement::{Draft, dateline};

/// How many may name its outlet: headline, day, lead, and the one behind it.
const OWN: usize = 4;

/// The outlet that a text without metadata names as its own: the agency by which its first lines report.
pub(crate) fn own_outlet(scene: &Scene<'_>, cast: &mut Cast<'_>) -> Option<MemberId> {
    let p = scene.passage;
    let head = || scene.blocks.iter().filter(|part| part.is_told()).take(OWN);
    let line = head().find_map(|part| dateline::read(scene, cast, part));
    if let Some(line) = line {
        return line.media.first().copied();
    }
    // «به گزارش …» opens the report; «در گفت‌وگو با …» tells to whom it was said.
    let opening = head().find_map(|part| named(scene, cast, part.tokens.start, part.tokens.end, true));
    let told = |at: usize| p.cited_at(at).is_some_and(|hit| (at..hit.end).any(|k| p.is(k, Class::Occasion)));
    opening.or_else(|| {
        let inside = |part: &Part| part.tokens.clone().map(|at| (at, part.tokens.end)).collect::<Vec<_>>();
        head().flat_map(inside).filter(|(at, _)| told(*at)).find_map(|(at, end)| named(scene, cast, at, end, false))
    })
}

/// The outlet that the words for a source at a token name, which open a report or tell to whom something was said.
fn named(scene: &Scene<'_>, cast: &mut Cast<'_>, at: usize, end: usize, opens: bool) -> Option<MemberId> {
    let p = scene.passage;
    let hit = p.cited_at(at)?;
    let role = hit.values[0].role;
    if matches!(role, AccordingRole::Speaker | AccordingRole::Quoted | AccordingRole::Before) {
        return None;
    }
    let name = p.grammar.source.source(p, hit.end, end)?;
    let (member, is_media) = member(scene, cast, name, 0, true);
    (is_media || opens && matches!(role, AccordingRole::Via | AccordingRole::Told)).then_some(member)
}

/// Takes the document's own outlet out of every chain.
pub(crate) fn leave_out_outlet(drafts: &mut [Draft], outlet: Option<MemberId>) {
    for draft in drafts {
        draft.via.retain(|m| Some(*m) != outlet);
    }
}
