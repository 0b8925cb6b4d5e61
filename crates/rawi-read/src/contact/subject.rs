//! The one who acts in the main clause of an Arabic sentence, where no verb of speech tells him.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId};
use rawi_lang::{Around, Class, ContactHit, ContactPart};
use rawi_model::{ActorKind, BlockRole, PartyRole};
use rawi_text::sentences;

use super::find::Run;

/// How far before the noun of a fronted contact its sentence begins, in tokens.
const FRONTED: usize = 3;

/// How far behind the beginning of a sentence the comma may stand that sets off words of time and place, in tokens.
const OPENING: usize = 10;

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
        let plain = |&k: &usize| is_verb(run, k) && !run.grammar.any(p, k..k + 1, Around::Auxiliary);
        // «وفي بداية الجلسة، أطلع …»: behind words of time and place the main clause begins.
        let comma = || (sentence.start..hit.at).take(OPENING).find(|&k| p.is_comma(k)).filter(|_| opens_aside(p, sentence.start));
        let verb = (sentence.start..hit.at).take(BEFORE + 1).find(plain).or_else(|| comma().map(|k| k + 1).filter(plain))?;
        let closed = (verb + 1..hit.at).any(|k| p.is(k, Class::Clause) && !p.is(k, Class::Object));
        return (!closed).then(|| somebody(run, cast, verb + 1, hit.at))?;
    }
    let commas = (hit.end..sentence.end).filter(|&k| p.is_comma(k) && is_verb(run, k + 1));
    commas.into_iter().find_map(|k| somebody(run, cast, k + 2, sentence.end))
}

/// The one who acts in the clause in which a finite verb goes on: «سينتقل النخلي إلى تونس حيث سيلتقي …» (Nakhli will go on to Tunis,
/// where he will meet …), «غادر النخلي تونس بعد زيارة التقى خلالها …».
pub(super) fn of_clause(run: &Run<'_, '_>, cast: &mut Cast<'_>, hit: &ContactHit<'static>, sentence: &Range<usize>) -> Option<MemberId> {
    let p = run.scene.passage;
    let finite = !matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed);
    // «وقد استقبل النخلي التهاني»: who receives is told behind the verb.
    let receives = hit.word.roles[0] == PartyRole::Host;
    if p.grammar.article.is_empty() || !finite || receives || hit.at == sentence.start {
        return None;
    }
    // «استقبل الوزير وفدا يزور تونس»: what stands right behind a noun tells of it.
    let before = hit.at - 1;
    let and = p.grammar.conjunctions.iter().any(|c| p.tokens.word(hit.at).starts_with(c.as_str()));
    let goes_on = and || p.is_mark(before) || p.any(before, Class::Conjunction.bit() | Class::Adverb.bit());
    if !goes_on && run.grammar.around(p, hit.end, Around::Meanwhile).is_none() {
        return None;
    }
    let opens = |k: usize| p.is(k, Class::Clause) || p.tokens.is_mark(k, ':');
    let start = (sentence.start..hit.at).rev().find(|&k| opens(k)).map_or(sentence.start, |k| k + 1);
    first_verb(run, cast, hit, start..hit.at)
}

/// The one who acts behind the verb with which words begin, where the contact can be his.
fn first_verb(run: &Run<'_, '_>, cast: &mut Cast<'_>, hit: &ContactHit<'static>, words: Range<usize>) -> Option<MemberId> {
    let p = run.scene.passage;
    let is = |k: usize| run.grammar.any(p, k..k + 1, Around::Auxiliary) || is_verb(run, k);
    let verb = words.clone().take(BEFORE + 1).find(|&k| is(k)).filter(|&k| agree(run, k, hit))?;
    let mut at = verb + 1;
    while at < words.end && (p.is_comma(at) || p.is(at, Class::Adverb) && !p.is(at, Class::Role)) {
        at = p.end_of(at, Class::Adverb).max(at + 1);
    }
    somebody(run, cast, at, words.end).filter(|&m| cast.members[m].kind != ActorKind::State)
}

/// The one of whom the sentence before tells, which may be the last of the paragraph before, where a contact goes on with him: «وكان في
/// استقباله …» (and he was received by …), «كما سيعقد اجتماعا مع …», «وسيلتقي نظيره …».
pub(super) fn of_sentence_before(
    run: &Run<'_, '_>,
    cast: &mut Cast<'_>,
    hit: &ContactHit<'static>,
    sentence: &Range<usize>,
) -> Option<MemberId> {
    let p = run.scene.passage;
    if p.grammar.article.is_empty() || !is_fronted(hit, sentence) || !goes_on(run, hit, sentence) {
        return None;
    }
    let parts: Vec<_> = run.scene.blocks.iter().filter(|b| b.is_told()).collect();
    let here = parts.iter().position(|b| b.tokens.contains(&hit.at))?;
    let last = |range: Range<usize>| sentences(p.tokens, range).pop();
    let head = |role: BlockRole| matches!(role, BlockRole::Headline | BlockRole::Kicker);
    let above = || parts.get(here.checked_sub(1)?).filter(|b| !head(b.role)).and_then(|b| last(b.tokens.clone()));
    let before = last(parts[here].tokens.start..sentence.start).or_else(above)?;
    let told = run.drafts.iter().rev().find(|d| before.contains(&d.evidence.start)).map(|d| d.parties[0].0);
    let person = |m: &MemberId| matches!(cast.members[*m].kind, ActorKind::Person | ActorKind::Office);
    told.filter(person).or_else(|| first_verb(run, cast, hit, before))
}

/// Whether a contact word with which a sentence begins leaves the one who acts to the sentence before.
fn goes_on(run: &Run<'_, '_>, hit: &ContactHit<'static>, sentence: &Range<usize>) -> bool {
    let p = run.scene.passage;
    let and = |k: usize| p.grammar.conjunctions.iter().any(|c| p.tokens.word(k).starts_with(c.as_str()));
    let opens = and(sentence.start) || p.is(sentence.start, Class::Adverb);
    let held = |k: usize| hit.word.verbs.iter().any(|v| p.tokens.word(k).ends_with(v.as_str()));
    match hit.part {
        // «كما كان في استقباله …»: one reception goes on.
        ContactPart::Suffixed => and(sentence.start),
        ContactPart::Noun => opens && (sentence.start..hit.at).any(held),
        _ => {
            let object = (hit.end..sentence.end).find(|&k| !p.is_comma(k) && !p.is(k, Class::Adverb));
            let other = |k: usize| p.is(k, Class::Relation) || hit.takes().iter().any(|t| p.tokens.word(k).starts_with(t.as_str()));
            // «كما استقبل …», «واستقبل أيضا …»
            let more = p.is(sentence.start, Class::Adverb) || p.is(hit.end, Class::Too);
            opens && (more || object.is_some_and(other))
        }
    }
}

/// Whether two verbs can have one subject, as far as their letters tell his gender.
fn agree(run: &Run<'_, '_>, verb: usize, hit: &ContactHit<'static>) -> bool {
    let p = run.scene.passage;
    let [he, she] = run.grammar.words.present.each_ref().map(String::as_str);
    let future = run.grammar.words.future.as_str();
    let bare = |k: usize| {
        let word = p.tokens.word(k);
        let word = p.grammar.conjunctions.iter().find_map(|c| word.strip_prefix(c.as_str())).unwrap_or(word);
        word.strip_prefix(future).filter(|rest| rest.starts_with(he) || rest.starts_with(she)).unwrap_or(word)
    };
    let hers = if hit.part == ContactPart::Past { bare(hit.at).ends_with(she) } else { bare(hit.at).starts_with(she) };
    let word = bare(verb);
    // «توجه» begins as a feminine present does.
    let either = word.starts_with(she) && !word.ends_with(she);
    either || word.ends_with(she) == hers
}

/// Whether a sentence begins with words that are set off by a comma: «وفي بداية الجلسة، …».
fn opens_aside(p: &rawi_lang::Passage<'_>, start: usize) -> bool {
    let word = p.tokens.word(start);
    let preposition = |skip: usize| p.grammar.classes.any(p.tokens, start, skip, |h| h.values.contains(&Class::Preposition));
    preposition(0) || p.grammar.conjunctions.iter().any(|c| word.starts_with(c.as_str()) && preposition(c.len()))
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
            // «غادر الوزير | مطار الساحل»; «رئيس جامعة الساحل» is one.
            let whole = |n: usize| p.tokens.word(n - 1).starts_with(p.grammar.article.as_str()) || p.behind_person(n);
            let closes = |n: usize| run.grammar.is_verb(p, n) || run.grammar.around(p, n, Around::Site).is_some() && whole(n);
            (k + 1..end).find(|&n| closes(n)).unwrap_or(end)
        }
        // The last name of one who is named elsewhere.
        None if p.tokens.is_word(k) && !p.is_classed(k) => {
            let named = cast.find(&cast.phrase(p, k..k + 1, 0));
            return named.filter(|&m| cast.members[m].kind == ActorKind::Person && cast.members[m].named);
        }
        None => return None,
    };
    let phrase = cast.phrase(p, k..end, 0);
    let office = phrase.is_role() && end > k + 1;
    let known = phrase.entry().is_some_and(|e| registry.entries[e].kind == EntryKind::Person);
    (phrase.has_name() && phrase.kind() == ActorKind::Person || office || known).then(|| cast.join(&phrase))
}
