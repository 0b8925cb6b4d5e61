//! Bodies that speak: those that a short form, a paper or a seat of government means.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId, Phrase};
use rawi_lang::{Class, Passage, Subject, seat_at};
use rawi_model::{ActorKind, MentionKind};
use rawi_text::ByteSpan;

use super::{FRESH, Speakers};
use crate::reader::Scene;

impl Speakers {
    /// The body with a name that a noun with the article takes up: «أطلقت شركة المرفأ … . وقالت الشركة».
    pub(super) fn taken_up(scene: &Scene<'_>, cast: &mut Cast<'_>, tokens: &Range<usize>) -> Option<MemberId> {
        /// A conjunction or preposition glued before a noun, in bytes.
        const LETTER: usize = 2;
        /// The longest name of a body, in tokens.
        const NAME: usize = 8;
        let p = scene.passage;
        let article = p.grammar.article.as_str();
        let word = p.tokens.word(tokens.start);
        // «للوزارة»
        let to = p.grammar.dative.iter().find_map(|d| word.strip_prefix(d.as_str())?.strip_prefix(d.as_str()));
        let bare = word.strip_prefix(article).or(to).filter(|_| !article.is_empty() && tokens.len() == 1)?;
        let taken = [Class::Body, Class::Outlet, Class::Generic];
        let takes = p.any(tokens.start, taken.iter().map(|c| c.bit()).sum());
        if !(takes || to.is_some() && p.grammar.classes.get(bare).iter().any(|c| taken.contains(c))) {
            return None;
        }
        let heads = |k: usize| {
            let word = p.tokens.word(k);
            word.ends_with(bare) && word.len() - bare.len() <= LETTER && !word.starts_with(article)
        };
        // «(شركة مساهمة)» names none.
        let names = |k: usize| p.tokens.word(k).starts_with(article) || p.name_at(k).is_some() || p.quote_at(k).is_some();
        // «أطلقت شركة المرفأ للنقل | رحلات …»: behind what is definite only what is joined to it belongs to it.
        let joined = |k: usize| {
            let word = p.tokens.word(k);
            let glued = p.grammar.dative.iter().chain(&p.grammar.conjunctions).any(|g| word.starts_with(g.as_str()));
            glued || word.starts_with(article) || p.is_mark(k) || p.name_at(k).is_some() || p.is_of_person(k) || p.is(k, Class::Preposition)
        };
        let end = |head: usize| {
            let end = (p.grammar.phrase_end)(p, head, p.tokens.len().min(head + NAME));
            let open = |k: &usize| p.quote_around(*k).is_none() && !p.is(*k - 1, Class::Title) && !p.is(*k - 1, Class::Preposition);
            let first = (head + 1..end).find(|k| p.tokens.word(*k).starts_with(article) && open(k));
            let close = first.and_then(|first| (first + 1..end).find(|k| !joined(*k) && open(k))).unwrap_or(end);
            // «رئيس مجلس النادي | سالم الكندي»: who heads the body is none of its name.
            let person = (head + 1..close).find(|&k| p.is(head.saturating_sub(1), Class::Role) && p.person_at(k).is_some() && open(&k));
            p.name_at(head).unwrap_or(close).max(person.unwrap_or(close))
        };
        let head = (0..tokens.start).rev().filter(|&k| heads(k)).find(|&k| (k + 1..end(k)).any(names))?;
        let skip = p.tokens.word(head).len() - bare.len();
        let phrase = cast.phrase(p, head..end(head), skip);
        Some(cast.join(&phrase))
    }

    /// Notes whose paper spoke, where one did.
    pub(super) fn issued(cast: &mut Cast<'_>, p: &Passage<'_>, member: MemberId, paper: Option<usize>) {
        if let Some(paper) = paper.filter(|&k| p.is(k, Class::Paper)) {
            cast.issued(member, p, paper);
        }
    }

    /// The body or known actor at the head of a sentence just before, whose paper a Persian text takes up: «وزارت راه با انتشار
    /// بیانیه‌ای … . در این بیانیه آمده است».
    pub(super) fn issuer(scene: &Scene<'_>, cast: &mut Cast<'_>, at: usize) -> Option<MemberId> {
        let p = scene.passage;
        let told = scene.blocks.iter().rev().filter(|part| part.is_told() && part.tokens.start < at && p.grammar.article.is_empty());
        for part in told.take(FRESH) {
            for sentence in rawi_text::sentences(p.tokens, part.tokens.start..part.tokens.end.min(at)).into_iter().rev() {
                let Some(head) = sentence.clone().find(|&k| p.tokens.is_word(k)) else { continue };
                // «به دنبال کم‌آبی، شرکت آب | اطلاعیه‌ای صادر کرد», «سالم نوری، رئیس گروه، | پیامی صادر کرد»
                let paper = p.find(sentence.clone(), |k| p.is_new_paper(k));
                let body = |&k: &usize| p.is(k, Class::Body) && paper == Some((p.grammar.phrase_end)(p, k, sentence.end));
                let head = sentence.clone().find(body).unwrap_or(head);
                let person = paper.is_some() && (p.person_at(head).is_some() || p.any(head, Class::Role.bit() | Class::Title.bit()));
                if !p.is(head, Class::Body) && p.name_at(head).is_none() && !person {
                    continue;
                }
                let phrase = cast.phrase(p, head..(p.grammar.phrase_end)(p, head, sentence.end), p.skip(head));
                let issues = matches!(phrase.kind(), ActorKind::Organization | ActorKind::Group | ActorKind::State);
                if issues || person && (phrase.has_name() || phrase.is_role()) {
                    return Some(cast.join(&phrase));
                }
            }
        }
        None
    }
}

/// The body that issued the Arabic paper which a phrase names, and the bytes of a preposition before it: «بيان | المقاومة», «بيان
/// لـ | لوزارة», «نشرته | شركة المرفأ».
pub(super) fn issued_by(scene: &Scene<'_>, cast: &mut Cast<'_>, tokens: &Range<usize>) -> Option<(Range<usize>, usize)> {
    let p = scene.passage;
    let article = p.grammar.article.as_str();
    let next = tokens.start + 1;
    if let Some(body) = released(p, tokens.start) {
        return Some((body, 0));
    }
    if article.is_empty() || next >= tokens.end {
        return None;
    }
    let body = Class::Body.bit() | Class::Outlet.bit() | Class::Generic.bit();
    let paper =
        p.is(tokens.start, Class::Paper) && p.is(tokens.start, Class::Occasion) && !p.tokens.word(tokens.start).starts_with(article);
    let known = p.name_at(next).is_some() && p.person_at(next).is_none();
    if paper && (p.any(next, body) || known) {
        return Some((next..tokens.end, 0));
    }
    let word = p.tokens.word(next);
    let to = p.grammar.dative.iter().find(|d| word.starts_with(d.as_str())).filter(|_| paper);
    if let Some(to) = to {
        let rest = &word[to.len()..];
        let issuer = next..tokens.end;
        // «للوزارة»: the one named before.
        let before = rest.starts_with(to.as_str()) && Speakers::taken_up(scene, cast, &issuer).is_some();
        return (before || p.grammar.classes.get(rest).contains(&Class::Body)).then_some((issuer, to.len()));
    }
    // «وبحسب بيان نشرته | شركة المرفأ»: right behind the verb.
    issuer(p, tokens).filter(|body| body.start == next).map(|body| (body, 0))
}

/// The body that is told to have issued a paper behind it: «بيان صادر عن | وزارة المياه».
fn released(p: &Passage<'_>, paper: usize) -> Option<Range<usize>> {
    /// How far behind the paper that is said, in tokens.
    const NEAR: usize = 3;
    /// The longest name of a body, in tokens.
    const NAME: usize = 12;
    const BODY: u64 = Class::Body.bit() | Class::Outlet.bit() | Class::Generic.bit();
    let bare = p.tokens.word(paper).strip_prefix(p.grammar.article.as_str()).unwrap_or_default();
    let told = p.is(paper, Class::Occasion) || p.grammar.classes.get(bare).contains(&Class::Occasion);
    let said = |k: usize| p.grammar.issued.iter().any(|w| w == p.tokens.word(k));
    let near = (paper + 1..=paper + NEAR).take_while(|&k| p.tokens.is_word(k));
    let body = near.filter(|&k| said(k)).find(|&k| p.is(k + 1, Class::Site))? + 2;
    let known = p.any(body, BODY) || p.name_at(body).is_some() && p.person_at(body).is_none();
    if !(p.is(paper, Class::Paper) && told && known) {
        return None;
    }
    let end = (p.grammar.phrase_end)(p, body, p.tokens.len().min(body + NAME));
    // «بيان صادر عن الوزارة | ونشر على موقعها»
    let article = p.grammar.article.as_str();
    let another = |k: usize, c: &String| p.tokens.word(k).strip_prefix(c.as_str()).is_some_and(|rest| !rest.starts_with(article));
    let joined = |k: &usize| p.is_definite(*k - 1) && p.grammar.conjunctions.iter().any(|c| another(*k, c));
    Some(body..(body + 1..end).find(joined).unwrap_or(end))
}

/// The Arabic paper in which somebody speaks in a range, and which is his: «أوضحت الوزارة، في | بيان، أن …».
pub(super) fn own_paper(p: &Passage<'_>, range: Range<usize>) -> Option<usize> {
    /// Whose else it could be.
    const OTHER: u64 = Class::Body.bit() | Class::Outlet.bit() | Class::Generic.bit() | Class::Role.bit() | Class::Title.bit();
    let other = |k: usize| p.any(k, OTHER) || p.is_definite(k) || p.name_at(k).is_some() || p.person_at(k).is_some();
    let paper = |k: usize| p.is(k, Class::Paper) && p.is(k, Class::Occasion) && !p.is_definite(k) && !other(k + 1);
    p.find(range.start.max(1)..range.end, |k| p.is(k - 1, Class::Site) && paper(k)).filter(|_| !p.grammar.article.is_empty())
}

/// The body that an Arabic phrase tells to have issued a paper: «دراسة نشرتها | مجلة الميناء».
pub(in crate::statement) fn issuer(p: &Passage<'_>, name: &Range<usize>) -> Option<Range<usize>> {
    const BODY: u64 = Class::Body.bit() | Class::Outlet.bit() | Class::Generic.bit();
    let article = p.grammar.article.as_str();
    let other = p.any(name.start, BODY | Class::Role.bit() | Class::Title.bit()) || p.person_at(name.start).is_some();
    if article.is_empty() || name.is_empty() || other {
        return None;
    }
    let verb = |k: usize| p.owner(k).is_some() && !p.is_classed(k) && !p.tokens.word(k).starts_with(article);
    let body = |k: usize| p.any(k, BODY) || p.name_at(k).is_some() && p.person_at(k).is_none();
    (name.start..name.end - 1).find(|&k| verb(k) && body(k + 1)).map(|k| k + 1..name.end)
}

/// The known body whose name in the text begins with the words of an Arabic phrase, the last before it: «المقاومة» where «المقاومة
/// الإسلامية في …» stands.
pub(super) fn shortened(scene: &Scene<'_>, cast: &mut Cast<'_>, phrase: &Phrase, tokens: &Range<usize>) -> Option<MemberId> {
    /// The longest short form, in tokens.
    const SHORT: usize = 2;
    /// How far the whole name may stand, in tokens.
    const FAR: usize = 6000;
    let p = scene.passage;
    let registry = cast.registry();
    let article = p.grammar.article.as_str();
    let definite = !article.is_empty() && p.tokens.word(tokens.start).starts_with(article);
    if !definite || tokens.len() > SHORT || phrase.is_role() || phrase.entry().is_some() || p.person_at(tokens.start).is_some() {
        return None;
    }
    let alike = |k: usize| {
        let whole = p.name_at(k).is_some_and(|end| end > k + tokens.len());
        whole && (0..tokens.len()).all(|n| p.tokens.word(k + n) == p.tokens.word(tokens.start + n))
    };
    let entry = |k: usize| registry.at(p, k, 0).map(|(_, known)| known.entry);
    let body = |&e: &usize| matches!(registry.entries[e].kind, EntryKind::Organization | EntryKind::Group);
    let before = (0..tokens.start).rev().take(FAR).filter(|&k| alike(k)).find_map(entry);
    let entry = before.or_else(|| (tokens.end..p.tokens.len()).take(FAR).filter(|&k| alike(k)).find_map(entry)).filter(body)?;
    Some(cast.of_entry(entry))
}

/// The medium that a Persian text named last with a word: «روزنامه «رود» … . این | روزنامه نوشت».
pub(super) fn named_before(scene: &Scene<'_>, cast: &mut Cast<'_>, noun: usize) -> Option<MemberId> {
    /// How far back it may stand, in tokens.
    const FAR: usize = 400;
    /// The longest name of a medium, in tokens.
    const NAME: usize = 8;
    let p = scene.passage;
    let named = |&k: &usize| p.tokens.word(k) == p.tokens.word(noun) && (p.name_at(k).is_some() || p.quote_at(k + 1).is_some());
    let head = (0..noun).rev().take(FAR).filter(|_| p.is(noun, Class::Outlet)).find(named)?;
    let phrase = cast.phrase(p, head..(p.grammar.phrase_end)(p, head, p.tokens.len().min(head + NAME)), 0);
    (phrase.kind() == ActorKind::Media && (phrase.entry().is_some() || phrase.has_name())).then(|| cast.join(&phrase))
}

/// Whether an actor is one that words such as «این نهاد» (this institution) mean.
pub(super) fn is_body(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::Organization | ActorKind::Group | ActorKind::Media)
}

/// Whether the words for a paper point to one that was named before: «این بیانیه», «البيان»; a report («التقرير») stands for
/// itself.
pub(super) fn points_back(p: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let article = p.grammar.article.as_str();
    let said = |word: &str| p.grammar.classes.get(word).contains(&Class::Occasion);
    let definite = !article.is_empty() && tokens.len() == 1 && p.tokens.word(tokens.start).strip_prefix(article).is_some_and(said);
    // «این گزارش» stands for itself.
    let report = p.grammar.article.is_empty() && p.is(tokens.start + 1, Class::Label);
    p.is(tokens.start, Class::Demonstrative) && !report || definite
}

/// The state that speaks by the name of its seat of government: «وأكدت واشنطن أن …» (Washington stressed that …).
pub(super) fn seated(scene: &Scene<'_>, cast: &mut Cast<'_>, subject: &Subject) -> Option<MemberId> {
    let p = scene.passage;
    let Subject::Phrase { tokens, skip, beside } = subject else { return None };
    let registry = cast.registry();
    // «عمان» is a state, «الجزيره» a channel.
    let state = || registry.find(p.tokens.word(tokens.start).get(*skip..)?, Some(EntryKind::State));
    let alone = beside.is_empty() && p.name_at(tokens.start).is_none() && state().is_none();
    let (_, id) = seat_at(p, tokens.start, *skip).filter(|(end, _)| *end == tokens.end && alone)?;
    let entry = registry.entries.iter().position(|e| e.kind == EntryKind::State && e.id == id)?;
    let member = cast.of_entry(entry);
    let span = ByteSpan { start: p.tokens.raw_from(tokens.start, *skip), end: p.tokens.span(tokens.clone()).end };
    let mentions = &mut cast.members[member].mentions;
    if mentions.iter().all(|(known, _)| !known.overlaps(span)) {
        mentions.push((span, MentionKind::Name));
    }
    Some(member)
}
