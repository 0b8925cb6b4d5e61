//! The outlet with which somebody speaks: the second party of an interview, unless the document is its own.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId, NameKind};
use rawi_lang::{Class, Passage, Side};
use rawi_model::{ActorKind, ContactKind, MentionKind};
use rawi_text::ByteSpan;

use super::Draft;
use super::state::with_article;
use crate::reader::Scene;

/// How far into a phrase the outlet's name may begin: «خبرنگار بخش خبری شبکه ساحل».
const NEAR: usize = 4;

/// The longest name in quotation marks, in tokens: «شبكة "إم إس إن بي سي"».
const QUOTED: usize = 6;

/// The outlet that a side of an encounter names; none where it is only described («یک شبکه عربی»).
pub(super) fn of_side(scene: &Scene<'_>, cast: &mut Cast<'_>, side: &Side) -> Option<MemberId> {
    let Side::Phrase { tokens, skip, beside } = side else { return None };
    let p = scene.passage;
    let registry = cast.registry();
    let near = |words: &Range<usize>| words.start..words.end.min(words.start + NEAR);
    for k in near(tokens).chain(beside.iter().flat_map(near)) {
        let glued = if k == tokens.start { *skip } else { usize::from(p.glued_at(k)) };
        let Some((end, known)) = registry.at(p, k, glued) else { continue };
        if registry.entries[known.entry].kind == EntryKind::Media {
            let member = cast.of_entry(known.entry);
            let span = ByteSpan { start: p.tokens.raw_from(k, glued), end: p.tokens.span(k..end).end };
            mention(cast, member, span);
            return Some(member);
        }
    }
    // «در گفت‌وگو با این شبکه»: the outlet that was named last.
    if p.is(tokens.start, Class::Demonstrative) && tokens.clone().nth(1).is_some_and(|k| p.is(k, Class::Outlet)) {
        let before = p.tokens.span(tokens.clone()).start;
        let last = |m: MemberId| cast.members[m].mentions.iter().map(|(span, _)| span.end).filter(|&end| end <= before).max();
        let media = (0..cast.members.len()).filter(|&m| cast.members[m].kind == ActorKind::Media);
        return media.filter_map(|m| Some((last(m)?, m))).max().map(|found| found.1);
    }
    // A name in quotation marks, or behind the word for an outlet: «شبکه ساحل».
    let quote = (tokens.start..tokens.end.min(tokens.start + NEAR)).find_map(|k| p.quote_at(k).filter(|q| q.closed));
    let named = match quote {
        Some(quote) if !quote.inside().is_empty() => quote.inside(),
        _ if heads(p, tokens.start, *skip) && tokens.len() > 1 => tokens.clone(),
        _ => return None,
    };
    let skip = if named.start == tokens.start { *skip } else { 0 };
    let phrase = cast.phrase(p, named, skip);
    if !phrase.has_name() || phrase.is_indefinite() {
        return None;
    }
    let member = cast.join(&phrase);
    if cast.members[member].entry.is_none() {
        cast.members[member].kind = ActorKind::Media;
    }
    Some(member)
}

/// The outlet whose name or description begins at a token behind its glued preposition; one past it, and none where it is only
/// described: «لصحيفة محلية».
pub(super) fn named(scene: &Scene<'_>, cast: &mut Cast<'_>, at: usize, skip: usize, limit: usize) -> Option<(usize, Option<MemberId>)> {
    let p = scene.passage;
    if let Some(word) = contracted(p, at) {
        let registry = cast.registry();
        let phrase =
            |end: usize| std::iter::once(word.as_str()).chain((at + 1..end).map(|k| p.tokens.word(k))).collect::<Vec<_>>().join(" ");
        let known = |end: usize| {
            let name = phrase(end);
            let sure = registry.named(&name).is_some_and(|e| e.kind == EntryKind::Media);
            Some((end, registry.find(&name, Some(EntryKind::Media)).filter(|_| sure)?))
        };
        let found = (at + 1..limit.min(at + NEAR)).rev().find_map(known);
        if let Some((end, entry)) = found {
            return Some((end, Some(cast.of_entry(entry))));
        }
        return p.grammar.classes.get(&word).contains(&Class::Outlet).then_some((at + 1, None));
    }
    // In quotation marks everyday words are names too: «لـ«الوطن»».
    let short = |k: usize| p.quote_at(k).filter(|q| q.closed && q.inside().len() <= QUOTED && q.close < limit);
    let quote = short(at).or_else(|| short(at.checked_sub(1)?));
    let whole = quote.map(|q| q.inside().map(|k| p.tokens.word(k)).collect::<Vec<_>>().join(" "));
    let quoted = whole.and_then(|name| cast.registry().find(&name, Some(EntryKind::Media)));
    let known = || {
        let (end, known) = cast.registry().at(p, at, skip)?;
        let media = cast.registry().entries[known.entry].kind == EntryKind::Media && known.kind != NameKind::Bare;
        media.then_some((p.tokens.raw_from(at, skip), end, known.entry))
    };
    let found = match (quote, quoted) {
        (Some(q), Some(entry)) => Some((p.tokens.span(at..at + 1).start, q.close + 1, entry)),
        (Some(_), None) => return None,
        _ => known(),
    };
    if let Some((start, end, entry)) = found {
        let member = cast.of_entry(entry);
        mention(cast, member, ByteSpan { start, end: p.tokens.span(at..end).end });
        return Some((end, Some(member)));
    }
    if !heads(p, at, skip) {
        return None;
    }
    let end = (p.grammar.phrase_end)(p, at, limit).max(at + 1);
    let end = (at + 1..end.max(at + NEAR)).find_map(short).map_or(end, |q| q.close + 1);
    Some((end, of_side(scene, cast, &Side::Phrase { tokens: at..end, skip, beside: Vec::new() })))
}

/// A word behind the letter that means "to" with which its article is written as one: «للميادين» as «الميادين».
pub(super) fn contracted(p: &Passage<'_>, at: usize) -> Option<String> {
    let rest = p.grammar.dative.iter().find_map(|d| p.tokens.word(at).strip_prefix(d.as_str()))?;
    Some(with_article(p, rest)).filter(|whole| p.tokens.is_word(at) && whole != rest)
}

/// Whether a word for an outlet stands at a token behind its glued preposition: «لوكالة».
fn heads(p: &Passage<'_>, at: usize, skip: usize) -> bool {
    if skip == 0 {
        return p.is(at, Class::Outlet);
    }
    p.tokens.word(at).get(skip..).is_some_and(|word| p.grammar.classes.get(word).contains(&Class::Outlet))
}

/// Whether a member is an outlet, as the cast or the words say that name it.
pub(super) fn is_one(scene: &Scene<'_>, cast: &Cast<'_>, member: MemberId) -> bool {
    let p = scene.passage;
    let registry = cast.registry();
    let names_one = |span: ByteSpan| {
        let tokens = p.tokens.within(span);
        let quoted = tokens.start.checked_sub(1).is_some_and(|q| p.quote_at(q).is_some());
        let first = if p.is_mark(tokens.start) { tokens.start + 1 } else { tokens.start };
        (quoted || first > tokens.start)
            && registry
                .at(p, first, 0)
                .is_some_and(|(end, known)| end + 1 >= tokens.end && registry.entries[known.entry].kind == EntryKind::Media)
    };
    let of = &cast.members[member];
    of.kind == ActorKind::Media || of.entry.is_none() && of.mentions.iter().any(|(span, _)| names_one(*span))
}

fn mention(cast: &mut Cast<'_>, member: MemberId, span: ByteSpan) {
    let mentions = &mut cast.members[member].mentions;
    if !mentions.iter().any(|(s, _)| s.start < span.end && span.start < s.end) {
        mentions.push((span, MentionKind::Name));
    }
}

/// Takes the document's own outlet out of the interviews that it gives.
pub(crate) fn leave_out_outlet(drafts: &mut Vec<Draft>, cast: &Cast<'_>, outlet: Option<MemberId>) {
    // What a source without a name told the outlet itself is no interview.
    let nameless = |d: &Draft| d.members().any(|m| cast.members[m].kind == ActorKind::Unnamed);
    drafts.retain(|d| !(d.basis.ends_with("/told") && nameless(d) && d.members().any(|m| Some(m) == outlet)));
    for draft in drafts.iter_mut().filter(|d| d.kind == ContactKind::Interview && d.parties.len() > 1) {
        draft.parties.retain(|p| Some(p.0) != outlet);
    }
    // The interview that the document is, told by its headline too.
    if drafts.iter().any(|d| d.basis.ends_with("/answers")) {
        drafts.retain(|d| d.kind != ContactKind::Interview || !d.headline);
    }
    // The same interview, told with its outlet and without.
    let interviews: Vec<Option<Vec<MemberId>>> =
        drafts.iter().map(|d| (d.kind == ContactKind::Interview).then(|| d.members().collect())).collect();
    let told = |at: usize| {
        let Some(members) = &interviews[at] else { return false };
        interviews
            .iter()
            .enumerate()
            .filter_map(|(n, i)| Some((n, i.as_ref()?)))
            .any(|(n, other)| n != at && members.iter().all(|m| other.contains(m)) && (other.len() > members.len() || n < at))
    };
    let mut at = 0;
    drafts.retain(|_| {
        at += 1;
        !told(at - 1)
    });
}
