//! The document's own outlet, which is in no chain.

use rawi_actor::{Cast, MemberId};
use rawi_lang::{AccordingRole, Class};

use super::name::member;
use crate::reader::Scene;
use crate::statement::{Draft, dateline};

/// How many may name its outlet: headline, day, lead, and the one behind it.
const OWN: usize = 4;

/// The outlet that a text without metadata names as its own: the agency by which its first lines report.
pub(crate) fn own_outlet(scene: &Scene<'_>, cast: &mut Cast<'_>) -> Option<MemberId> {
    let p = scene.passage;
    let head = scene.blocks.iter().filter(|part| part.is_told()).take(OWN);
    for part in head {
        if let Some(line) = dateline::read(scene, cast, part) {
            return line.media.first().copied();
        }
        for at in part.tokens.clone() {
            let Some(hit) = p.cited_at(at) else { continue };
            // «به گزارش …» opens the report; «در گفت‌وگو با …» tells to whom it was said.
            let opens = at == part.tokens.start;
            let says = matches!(hit.values[0].role, AccordingRole::Speaker | AccordingRole::Quoted | AccordingRole::Before);
            if says || !opens && !(at..hit.end).any(|k| p.is(k, Class::Occasion)) {
                continue;
            }
            let Some(name) = p.grammar.source.source(p, hit.end, part.tokens.end) else { continue };
            let (member, is_media) = member(scene, cast, name, 0, true);
            if is_media || opens && matches!(hit.values[0].role, AccordingRole::Via | AccordingRole::Told) {
                return Some(member);
            }
        }
    }
    None
}

/// Takes the document's own outlet out of every chain.
pub(crate) fn leave_out_outlet(drafts: &mut [Draft], outlet: Option<MemberId>) {
    for draft in drafts {
        draft.via.retain(|m| Some(*m) != outlet);
    }
}
