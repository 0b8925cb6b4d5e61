//! Who answers in an interview: the one whom its headline or introduction names.

use std::ops::Range;

use rawi_actor::{Cast, MemberId, Phrase};
use rawi_lang::{Class, Place, Subject};
use rawi_model::{ActorKind, BlockRole};

use crate::block::Part;
use crate::reader::Scene;

const SURE: u64 = Class::Title.bit() | Class::Role.bit();
/// The most tokens of a name at the head of a headline or an introduction.
const NAME: usize = 4;

/// Who answers. The words before his turns lead to the full name in the lines before the first question; without them those
/// lines alone tell, and where they name nobody he is an interviewee without a name.
pub(crate) fn interviewee(scene: &Scene<'_>, cast: &mut Cast<'_>, label: Option<Range<usize>>) -> MemberId {
    let p = scene.passage;
    let before = scene.blocks.iter().take_while(|part| part.role != BlockRole::Question);
    let intro: Vec<&Part> = before.filter(|part| part.is_told() && part.role != BlockRole::Answer).collect();
    if let Some(label) = label {
        let full = intro.iter().find_map(|part| full_name(scene, &part.tokens, &label));
        if let Some(full) = full {
            let phrase = cast.phrase(p, full, 0);
            cast.join(&phrase);
        }
        let phrase = cast.phrase(p, label, 0);
        return cast.join(&phrase);
    }
    let mut phrases = Vec::new();
    phrases.extend(intro.iter().filter_map(|part| met(scene, cast, part)));
    phrases.extend(intro.iter().filter(|part| part.role == BlockRole::Headline).filter_map(|part| headed(scene, cast, part)));
    phrases.extend(intro.iter().filter_map(|part| titled(scene, cast, part)));
    let quoted: Vec<Phrase> = intro.iter().flat_map(|part| quoted(scene, cast, part)).collect();
    phrases.extend(quoted.iter().filter(|phrase| phrase.has_name()).cloned());
    phrases.extend(intro.iter().filter(|part| part.role != BlockRole::Headline).filter_map(|part| opening(scene, cast, part)));
    let person = |phrase: &&Phrase| phrase.has_name() && matches!(phrase.kind(), ActorKind::Person | ActorKind::Office);
    match phrases.iter().find(person).or_else(|| quoted.first()) {
        Some(phrase) => cast.join(phrase),
        None => cast.nameless(&p.grammar.interviewee, ActorKind::Unnamed),
    }
}

/// The last name of a label with the word before it: «آرپینه | ملکمیان».
fn full_name(scene: &Scene<'_>, part: &Range<usize>, label: &Range<usize>) -> Option<Range<usize>> {
    let p = scene.passage;
    let last = label.clone().rev().find(|&k| p.tokens.is_word(k))?;
    let at = p.find(part.clone(), |k| p.tokens.word(k) == p.tokens.word(last))?;
    let first = at.checked_sub(1).filter(|&k| k >= part.start && p.tokens.is_word(k) && !p.is_classed(k));
    (label.len() == 1).then_some(first?..at + 1)
}

/// «گفت‌وگو با …», «حوار مع …»: who follows the word for an interview.
fn met(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Option<Phrase> {
    let p = scene.passage;
    let at = p.find(part.tokens.clone(), |k| p.is(k, Class::Interview))?;
    let after = p.end_of(at, Class::Interview);
    // «التقيناه في مقهى …»: nobody is named behind a pronoun.
    if !p.is(after - 1, Class::Preposition) || p.is(after, Class::Preposition) {
        return None;
    }
    let start = p.find(after..part.tokens.end.min(after + 6), |k| p.name_at(k).is_some() || p.any(k, SURE)).unwrap_or(after);
    let end = (p.grammar.phrase_end)(p, start, part.tokens.end);
    (end > start).then(|| cast.phrase(p, start..end, p.skip(start)))
}

/// «الدكتورة نجاة بلقاسم: …»: who stands before the colon of the headline.
fn headed(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Option<Phrase> {
    let p = scene.passage;
    let start = part.tokens.start;
    let colon = p.find(start..part.tokens.end.min(start + 3 * NAME), |k| p.tokens.is_mark(k, ':'))?;
    let end = (p.grammar.phrase_end)(p, start, colon);
    (end == colon && end > start && (end - start <= NAME || p.any(start, SURE))).then(|| cast.phrase(p, start..end, 0))
}

/// The first title.
fn titled(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Option<Phrase> {
    let p = scene.passage;
    let start = p.find(part.tokens.clone(), |k| p.is(k, Class::Title) && !p.is(k, Class::Role))?;
    let end = (p.grammar.phrase_end)(p, start, part.tokens.end);
    let phrase = cast.phrase(p, start..end, p.skip(start));
    (phrase.kind() == ActorKind::Person).then_some(phrase)
}

/// Whom the introduction quotes.
fn quoted(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Vec<Phrase> {
    let p = scene.passage;
    let place = Place { paragraph: part.tokens.clone(), sentence: part.tokens.clone() };
    let subjects = p.cues_in(part.tokens.clone()).iter().filter_map(|cue| {
        let found = p.grammar.frames.iter().find_map(|f| (f.read)(p, cue, &place))?;
        match found.subject {
            // «گروه فرهنگ: …»: the desk that signs is nobody's name.
            Subject::Phrase { tokens, skip, .. } if !p.tokens.is_mark(tokens.end, ':') => Some(cast.phrase(p, tokens, skip)),
            _ => None,
        }
    });
    subjects.filter(|phrase| !phrase.is_pronoun()).collect()
}

/// Who stands at the head of the introduction, behind the desk that signs it: «گروه فرهنگ: نسرین بهرامی‌کیا هفت سال است …».
fn opening(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Option<Phrase> {
    let p = scene.passage;
    let head = part.tokens.start;
    let colon = (head..part.tokens.end.min(head + 2 * NAME)).find(|&k| p.tokens.is_mark(k, ':'));
    let start = p.trim(colon.map_or(head, |k| k + 1)..part.tokens.end).start;
    let mut end = (p.grammar.phrase_end)(p, start, part.tokens.end);
    // Behind the first and last name the sentence goes on: «… هفت سال است که».
    if end > start + 2 && p.name_at(start).is_none() {
        end = start + 2;
    }
    (p.name_at(start).is_some() || colon.is_some() && end == start + 2 && !p.is_classed(start) && !p.is_classed(start + 1))
        .then(|| cast.phrase(p, start..end, p.skip(start)))
}
