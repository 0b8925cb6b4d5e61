//! Two who hold one office for two states, told by the adjectives of these: «الرئيسين الروسي والصيني» (the Russian and the Chinese
//! president), «وزيري الخارجية الأردني سالم الخوري والعماني ناصر الحارثي».

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId, Registry};
use rawi_lang::{Around, Class, ContactHit, ContactPart, Encounter, Side};
use rawi_model::{ContactKind, MentionKind};

use super::draft::Draft;
use super::find::Run;
use super::party;
use super::sides::Sides;
use crate::block::Part;

/// How far behind an Arabic contact noun the word for the two may stand, in tokens.
const NEAR: usize = 6;

/// How far before it, behind the verb that holds it.
const BACK: usize = 8;

/// How many definite words of their office may stand before the adjectives.
const OFFICE: usize = 2;

/// One of them: his adjective with its state, and his name where it stands behind.
pub(super) struct One {
    pub(super) adjective: usize,
    state: usize,
    pub(super) name: Option<Range<usize>>,
}

/// The contact of those whom an Arabic word for two or more people names together beside a contact word.
pub(super) fn of_pair(
    run: &Run<'_, '_>,
    cast: &mut Cast<'_>,
    hit: &ContactHit<'static>,
    sentence: &Range<usize>,
    part: &Part,
) -> Option<Draft> {
    let p = run.scene.passage;
    let kinds = [ContactKind::Meeting, ContactKind::Talks, ContactKind::Call];
    let noun = hit.part == ContactPart::Noun;
    let kind = if noun { hit.word.noun_kind } else { hit.word.kind };
    if p.grammar.article.is_empty()
        || hit.part == ContactPart::Suffixed
        || !kinds.contains(&kind)
        || hit.word.loose && !noun
        || run.tells_of_sports()
    {
        return None;
    }
    let open = |k: &usize| p.tokens.is_word(*k) && !p.is(*k, Class::Clause);
    let behind =
        (hit.end..sentence.end.min(hit.end + if noun { NEAR } else { 1 })).take_while(open).find_map(|k| several(run, k, sentence));
    let (all, end) = behind.or_else(|| {
        let back = (sentence.start.max(hit.at.saturating_sub(BACK))..hit.at).rev().take_while(open);
        let verb = back.into_iter().find(|&k| noun && hit.word.verbs.iter().any(|v| p.tokens.word(k).ends_with(v.as_str())))?;
        several(run, verb + 1, sentence).filter(|found| found.1 <= hit.at)
    })?;
    let office = (all[0].adjective.saturating_sub(OFFICE)..all[0].adjective).find_map(|k| {
        let told = [0, p.skip(k)].into_iter().find_map(|skip| cast.registry().offices_at(p, k, skip))?;
        (told.0 == all[0].adjective).then_some(told.1)
    });
    let role = hit.word.roles[1];
    let named = all.iter().all(|one| one.name.is_some());
    let words = |one: &One| one.name.clone().filter(|_| named).unwrap_or(one.adjective..one.adjective + 1);
    let told = Encounter {
        basis: "ar/contact/pair",
        sides: all.iter().map(|one| (Side::Phrase { tokens: words(one), skip: 0, beside: Vec::new() }, role)).collect(),
        evidence: hit.at.min(all[0].adjective)..end.max(hit.end),
        part: None,
    };
    let mut sides = Sides { parties: Vec::new(), kind, vague: Vec::new() };
    for one in &all {
        let member = member(run, cast, one, named, office);
        if !sides.parties.iter().any(|p| p.0 == member) {
            sides.parties.push((member, role));
        }
    }
    // «لقاء عقده مع نظيريه الروسي سالم والأردني ناصر»: whose counterparts they are met them.
    let likes = |k: usize| run.grammar.around(p, k, Around::Counterparts).is_some();
    if (hit.end..all[0].adjective).any(likes) {
        let acting = party::carried(run, cast, hit, sentence, None)?;
        sides.parties.insert(0, (acting, hit.word.roles[0]));
    }
    (sides.parties.len() > 1).then(|| run.told_of(cast, hit, &told, sides, sentence, part))
}

/// The one who is named or holds the office for his state, or the state for which he acts.
fn member(run: &Run<'_, '_>, cast: &mut Cast<'_>, one: &One, named: bool, office: Option<usize>) -> MemberId {
    let p = run.scene.passage;
    if let Some(name) = one.name.clone().filter(|_| named) {
        let phrase = cast.phrase(p, name, 0);
        return cast.join(&phrase);
    }
    let span = p.tokens.span(one.adjective..one.adjective + 1);
    if let Some(member) = office.and_then(|office| cast.seated((office, one.state), span, p.grammar.language)) {
        return member;
    }
    let member = cast.of_entry(one.state);
    cast.members[member].mentions.push((span, MentionKind::Name));
    member
}

/// Those whom a word for two or more people at a token names by the adjectives of their states; one past the last.
pub(super) fn several(run: &Run<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<(Vec<One>, usize)> {
    let p = run.scene.passage;
    let registry = Registry::shared();
    let head = run.grammar.around(p, at, Around::Pair).or_else(|| run.grammar.around(p, at, Around::People))?;
    let article = |k: usize| p.tokens.word(k).starts_with(p.grammar.article.as_str());
    let first = (head..sentence.end.min(head + OFFICE + 1)).take_while(|&k| article(k)).find(|&k| registry.adjective_at(p, k).is_some())?;
    let (mut all, mut k, mut skip) = (Vec::new(), first, 0);
    while k < sentence.end
        && let Some((end, state)) = registry.adjective_behind(p, k, skip).filter(|found| found.0 == k + 1)
    {
        // «نظيريه الروسي لافروف والسعودي الجبير»: last names that may be another's.
        let known = || registry.at(p, end, 0).filter(|(_, known)| registry.entries[known.entry].kind == EntryKind::Person).map(|k| k.0);
        let close =
            p.person_at(end).or_else(|| p.name_at(end)).or_else(known).filter(|&close| p.glued_at(end) == 0 && close <= sentence.end);
        all.push(One { adjective: k, state, name: close.map(|close| end..close) });
        k = close.unwrap_or(end);
        let and = p.grammar.conjunctions.iter().find(|c| p.tokens.word(k).starts_with(c.as_str())).map(String::len);
        // «الرئيسين الأردني سالم الخوري | ونظيره العماني ناصر الحارثي»
        let likeness = p.is(k, Class::Relation);
        let Some(and) = and else { break };
        skip = if likeness { 0 } else { and };
        k += usize::from(likeness);
    }
    (all.len() > 1).then_some((all, k))
}
