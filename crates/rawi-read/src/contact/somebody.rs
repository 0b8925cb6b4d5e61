//! Whether the parties of a contact can be what they are taken for.

use rawi_actor::{Cast, MemberId};
use rawi_model::ContactKind;
use rawi_text::ByteSpan;

use super::Draft;
use super::outlet;
use crate::reader::Scene;

/// Whether the parties are two: words that name both are one party's, and of an interview the one who speaks stays.
pub(super) fn are_two(cast: &Cast<'_>, draft: &mut Draft) -> bool {
    let [(first, _), (second, _), ..] = draft.parties[..] else { return true };
    let spans = |m: MemberId| cast.members[m].mentions.iter().map(|(span, _)| *span);
    let same = first == second || spans(first).any(|a| spans(second).any(|b| a == b));
    if same && draft.kind == ContactKind::Interview {
        draft.parties.truncate(1);
        return true;
    }
    !same
}

/// Whether each party can be somebody: an outlet takes part in interviews alone, and no name begins with a preposition.
pub(super) fn are_somebody(scene: &Scene<'_>, cast: &Cast<'_>, draft: &mut Draft) -> bool {
    let p = scene.passage;
    // «لتحقيق أهداف», «بضرورة العمل»
    let spoken = draft.kind == ContactKind::Interview;
    let purpose = |span: ByteSpan| {
        let words = p.tokens.within(span);
        let k = words.start;
        let glued = p.grammar.prepositions.iter().find(|g| p.tokens.word(k).starts_with(g.as_str()));
        !spoken && words.len() > 1 && glued.is_some_and(|g| p.is_verbal_noun_behind(k, g.len()))
    };
    let fragment = |m: MemberId| {
        let member = &cast.members[m];
        member.entry.is_none()
            && member.mentions.first().is_some_and(|(span, _)| {
                let k = p.tokens.within(*span).start;
                let word = p.tokens.word(k);
                let behind = |c: &String| word.strip_prefix(c.as_str()).is_some_and(|rest| rest.starts_with(p.grammar.article.as_str()));
                p.tokens.span(k..k + 1).start == span.start
                    && !p.grammar.article.is_empty()
                    && p.tokens.is_word(k)
                    && !p.is_of_person(k)
                    && (p.grammar.prepositions.iter().any(behind) || p.glued_at(k) > 0 && p.skip(k) == 0 || purpose(*span))
            })
    };
    if draft.members().any(fragment) {
        return false;
    }
    let outlet = |m: MemberId| outlet::is_one(scene, cast, m);
    if draft.kind != ContactKind::Interview {
        return !draft.members().any(outlet);
    }
    // «نقلت صحيفة «المرفأ» في مقابلة»: the outlet itself does not answer.
    !draft.members().all(outlet)
}
