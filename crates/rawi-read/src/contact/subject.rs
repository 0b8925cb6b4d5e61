//! The one who acts in the main clause of an Arabic sentence, where no verb of speech tells him.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId};
use rawi_lang::{Around, Class, ContactHit, ContactPart};
use rawi_model::ActorKind;

use super::find::Run;

/// How far before the noun of a fronted contact its sentence begins, in tokens.
const FRONTED: usize = 3;

/// How many short words may stand before the verb that opens a sentence: «كما كان».
const BEFORE: usize = 2;

/// The one who stands behind the verb with which a sentence opens, or behind the verb of its main clause where the contact is told
/// first: «وظهر النخلي في اجتماعات مع …» (Nakhli appeared at meetings with …), «وبعد زيارة إلى تونس، وافق النخلي …».
pub(super) fn of_main_clause(
    run: &Run<'_, '_>,
    cast: &mut Cast<'_>,
    hit: &ContactHit<'static>,
    sentence: &Range<usize>,
) -> Option<MemberId> {
    let p = run.scene.passage;
    if p.grammar.article.is_empty() || !matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed) {
        return None;
    }
    if !is_fronted(hit, sentence) {
        let verb =
            (sentence.start..hit.at).take(BEFORE + 1).find(|&k| is_verb(run, k) && !run.grammar.any(p, k..k + 1, Around::Auxiliary))?;
        let closed = (verb + 1..hit.at).any(|k| p.is(k, Class::Clause) && !p.is(k, Class::Object));
        return (!closed).then(|| somebody(run, cast, verb + 1, hit.at))?;
    }
    let commas = (hit.end..sentence.end).filter(|&k| p.is_comma(k) && is_verb(run, k + 1));
    commas.into_iter().find_map(|k| somebody(run, cast, k + 2, sentence.end))
}

/// Whether a contact is told before the main clause of its sentence.
pub(super) fn is_fronted(hit: &ContactHit<'static>, sentence: &Range<usize>) -> bool {
    hit.at <= sentence.start + FRONTED
}

/// Whether a word can be a verb: no class and no shape tells it to be anything else.
fn is_verb(run: &Run<'_, '_>, k: usize) -> bool {
    let p = run.scene.passage;
    let word = p.tokens.word(k);
    let glued = |g: &String| word.strip_prefix(g.as_str()).is_some_and(|rest| rest.starts_with(p.grammar.article.as_str()));
    p.tokens.is_word(k)
        && !p.is_classed(k)
        && !p.is_of_person(k)
        && p.name_at(k).is_none()
        && !p.is_verbal_noun(k)
        && (!run.grammar.is_noun(p, k) || run.grammar.is_verb(p, k))
        && !word.starts_with(p.grammar.article.as_str())
        && !p.grammar.prepositions.iter().chain(&p.grammar.conjunctions).any(glued)
}

/// The person or office that begins at a token.
fn somebody(run: &Run<'_, '_>, cast: &mut Cast<'_>, k: usize, limit: usize) -> Option<MemberId> {
    let p = run.scene.passage;
    if k >= limit || p.glued_at(k) > 0 || p.skip(k) > 0 {
        return None;
    }
    let registry = cast.registry();
    let known = p.name_at(k).and_then(|_| registry.at(p, k, 0)).map(|(_, known)| known.entry);
    if let Some(entry) = known.filter(|&e| !matches!(registry.entries[e].kind, EntryKind::Media)) {
        return Some(cast.of_entry(entry));
    }
    let end = match p.person_at(k).filter(|&end| end > k + 1 && end <= limit) {
        Some(end) => end,
        None if p.any(k, Class::Role.bit() | Class::Title.bit()) => {
            let end = (p.grammar.phrase_end)(p, k, limit);
            (k + 1..end).find(|&n| run.grammar.is_verb(p, n)).unwrap_or(end)
        }
        // The last name of one who is named elsewhere.
        None if p.tokens.is_word(k) && !p.is_classed(k) => {
            let named = cast.find(&cast.phrase(p, k..k + 1, 0));
            return named.filter(|&m| cast.members[m].kind == ActorKind::Person && cast.members[m].named);
        }
        None => return None,
    };
    let phrase = cast.phrase(p, k..end, 0);
    let office = phrase.kind() == ActorKind::Office && end > k + 1;
    (phrase.has_name() && phrase.kind() == ActorKind::Person || office).then(|| cast.join(&phrase))
}
