//! Words given whole: letters, speeches and statements in full, and the answers of an interview.

use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_lang::{Class, Subject};
use rawi_model::{ActorKind, BlockRole, Form};
use rawi_text::TokenKind;

use super::Draft;
use crate::block::Part;
use crate::reader::Scene;

/// A letter or speech given in full.
pub(crate) struct Letter {
    pub(crate) draft: Draft,
    tokens: Range<usize>,
}

impl Letter {
    /// Whether a part belongs to it.
    pub(crate) fn covers(&self, part: &Part) -> bool {
        self.tokens.start <= part.tokens.start && part.tokens.end <= self.tokens.end
    }
}

/// The letter or speech that a document gives in full: after words that announce it, or from salutation to close.
pub(crate) fn letter(scene: &Scene<'_>, cast: &mut Cast<'_>) -> Option<Letter> {
    let p = scene.passage;
    let parts = scene.blocks;
    let has = |part: &Part, class: Class| p.find(part.tokens.clone(), |k| p.is(k, class));
    let announced = parts.iter().position(|part| {
        has(part, Class::FullText).is_some() && matches!(p.tokens.kind(part.tokens.end - 1), TokenKind::Mark(':')) && part.is_told()
    });
    let opens = |part: &Part| p.is(part.tokens.start, Class::Salutation) && part.tokens.len() <= 30;
    let saluted = parts.iter().position(opens);
    let first = match (announced, saluted) {
        (Some(i), _) => i + 1,
        (None, Some(i)) => i,
        (None, None) => return None,
    };
    let closed = (first..parts.len()).find(|&i| p.is(parts[i].tokens.start, Class::Closing) && parts[i].tokens.len() <= 25);
    if announced.is_none() && (closed.is_none() || parts.len() < 3) {
        return None;
    }
    let mut last = closed.unwrap_or(parts.len());
    // Without a close the letter ends before a line that is nobody's speech.
    if closed.is_none() {
        let words = |i: usize| parts[i].tokens.clone().filter(|&k| p.tokens.is_word(k)).count();
        let stops =
            |i: usize| matches!(p.tokens.kind(parts[i].tokens.end - 1), TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '»' | ':' | '،'));
        let signs = |i: usize| i > first + 1 && words(i) <= 6 && !stops(i) && words(i - 1) >= 8 && stops(i - 1);
        last = (first..last).find(|&i| !parts[i].is_told() || p.is(parts[i].tokens.start, Class::Resume) || signs(i)).unwrap_or(last);
    }
    if first >= last {
        return None;
    }
    // The formulas at the head are the letter's but not its words.
    let mut body = first;
    while body + 1 < last
        && p.is(parts[body].tokens.start, Class::Salutation)
        && !p.any(parts[body].tokens.start, Class::Title.bit())
        && p.is(parts[body].tokens.start, Class::Formula)
    {
        body += 1;
    }
    let content = parts[body].tokens.start..parts[last - 1].tokens.end;
    let end_of_letter = (last..parts.len())
        .take_while(|&i| parts[i].tokens.len() <= 14 || p.is(parts[i].tokens.start, Class::Closing))
        .last()
        .map_or(last - 1, |i| i);
    let speaker = announced
        .and_then(|i| announcer(scene, cast, &parts[i]))
        .or_else(|| signature(scene, cast, &parts[last..=end_of_letter.max(last - 1).min(parts.len() - 1)]))
        .or_else(|| issuer(scene, cast, &parts[..first]));
    let audience = parts[first..last]
        .iter()
        .find(|part| p.is(part.tokens.start, Class::Salutation) && !p.is(part.tokens.start, Class::Formula))
        .and_then(|part| addressee(scene, cast, part));
    let cue = announced.map(|i| (parts[i].tokens.start..parts[i].tokens.end - 1, 0));
    Some(Letter {
        tokens: parts[first].tokens.start..parts[end_of_letter.max(last - 1)].tokens.end,
        draft: Draft {
            basis: match p.grammar.language {
                rawi_model::Language::Ar => "ar/full-text",
                _ => "fa/full-text",
            },
            cue,
            lemma: String::new(),
            speaker,
            audience: audience.into_iter().collect(),
            via: Vec::new(),
            content: vec![p.trim(content)],
            form: Form::Document,
            event: None,
            within: None,
            also: Vec::new(),
            headline: false,
        },
    })
}

/// Whose letter the announcing line says it is: «متن کامل نامه رهبر انقلاب اسلامی …».
fn announcer(scene: &Scene<'_>, cast: &mut Cast<'_>, part: &Part) -> Option<MemberId> {
    /// What begins no name.
    const NOBODY: u64 = Class::Preposition.bit()
        | Class::Adverb.bit()
        | Class::Object.bit()
        | Class::Clause.bit()
        | Class::Resume.bit()
        | Class::Anaphor.bit()
        | Class::Demonstrative.bit();
    let p = scene.passage;
    let at = p.find(part.tokens.clone(), |k| p.is(k, Class::FullText))?;
    let mut start = p.end_of(at, Class::FullText);
    while start < part.tokens.end && p.any(start, Class::Paper.bit() | Class::Conjunction.bit() | Class::Demonstrative.bit()) {
        start = p.end_of(start, Class::Paper);
    }
    let article = p.grammar.article.as_str();
    let adjective = !article.is_empty() && p.tokens.word(start).starts_with(article) && !p.is_actor(start);
    if p.any(start, NOBODY) || !p.cues_in(start..start + 1).is_empty() || adjective {
        return None;
    }
    let end = (p.grammar.phrase_end)(p, start, part.tokens.end - 1);
    let phrase = cast.phrase(p, start..end, 0);
    (end > start && phrase.kind() != ActorKind::Document).then(|| cast.join(&phrase))
}

/// Who signs below the close: the first line that is no date.
fn signature(scene: &Scene<'_>, cast: &mut Cast<'_>, parts: &[Part]) -> Option<MemberId> {
    let p = scene.passage;
    // «و من الله التوفیق احمد نوری»: the name may stand in the line of the close.
    let name = |part: &Part| {
        let close = p.is(part.tokens.start, Class::Closing);
        let start = if close { p.end_of(part.tokens.start, Class::Closing) } else { part.tokens.start };
        let start = (start..part.tokens.end).find(|&k| p.tokens.is_word(k))?;
        let unknown = p.grammar.article.is_empty() && part.tokens.end - start <= 3;
        (!close || p.is_actor(start) || unknown).then_some(start..part.tokens.end)
    };
    let tokens = parts.iter().find_map(|part| {
        let short = part.is_told() && part.tokens.len() <= 14 && !p.is(part.tokens.start, Class::Resume);
        let dated = part.tokens.clone().any(|k| p.tokens.kind(k) == TokenKind::Number);
        name(part).filter(|_| short && !dated)
    })?;
    let end = (p.grammar.phrase_end)(p, tokens.start, tokens.end);
    let phrase = cast.phrase(p, tokens.start..end, 0);
    (end > tokens.start).then(|| cast.join(&phrase))
}

/// Who issued it as the report tells at the head of a paragraph before it: «وزارت راه در بیانیه‌ای …».
fn issuer(scene: &Scene<'_>, cast: &mut Cast<'_>, before: &[Part]) -> Option<MemberId> {
    const SURE: u64 = Class::Title.bit() | Class::Role.bit() | Class::Body.bit();
    /// How far from the head of its paragraph its name may begin, in tokens: «أصدرت وزارة الداخلية …».
    const NEAR: usize = 10;
    let p = scene.passage;
    let sure = |k: usize| p.any(k, SURE) || p.name_at(k).is_some();
    let told = before.iter().rev().filter(|part| part.is_told());
    let heads = told.flat_map(|part| (part.tokens.start..part.tokens.end.min(part.tokens.start + NEAR)).filter(|&k| sure(k)));
    // «به گزارش ایسنا»: the outlet is nobody's issuer.
    let mut phrases = heads.map(|k| cast.phrase(p, k..(p.grammar.phrase_end)(p, k, p.tokens.len()), p.skip(k)));
    let phrase = phrases.find(|phrase| !matches!(phrase.kind(), ActorKind::Media | ActorKind::Document))?;
    Some(cast.join(&phrase))
}

/// Whom the salutation addresses: from the first title, office or known name on.
fn addressee(scene: &Scene<'_>, cast: &mut Cast<'_>, part: &Part) -> Option<MemberId> {
    let p = scene.passage;
    let sure = Class::Title.bit() | Class::Role.bit();
    let start = p.find(part.tokens.clone(), |k| p.name_at(k).is_some() || p.any(k, sure))?;
    let end = (p.grammar.phrase_end)(p, start, part.tokens.end);
    let phrase = cast.phrase(p, start..end, 0);
    (end > start).then(|| cast.join(&phrase))
}

/// The answers of an interview, each whole; one that a column has broken is one with two places.
pub(crate) fn answers(scene: &Scene<'_>, cast: &mut Cast<'_>) -> Vec<Draft> {
    let p = scene.passage;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut turn: Vec<&Part> = Vec::new();
    let mut turns: Vec<Vec<&Part>> = Vec::new();
    for part in scene.blocks {
        match part.role {
            BlockRole::Answer => turn.push(part),
            BlockRole::Question => turns.push(std::mem::take(&mut turn)),
            _ => {}
        }
    }
    turns.push(turn);
    turns.retain(|t| !t.is_empty());
    if turns.is_empty() {
        return drafts;
    }
    let speaker = interviewee(scene, cast);
    for turn in turns {
        let mut content: Vec<Range<usize>> = Vec::new();
        for part in turn {
            let mut tokens = p.trim(part.tokens.clone());
            // «نام: …» before the answer names who answers.
            if let Some(colon) = p.find(tokens.start..tokens.end.min(tokens.start + 6), |k| p.tokens.is_mark(k, ':'))
                && (p.is(tokens.start, Class::Answer) || p.name_at(tokens.start).is_some() || p.any(tokens.start, Class::Title.bit()))
            {
                tokens.start = colon + 1;
            }
            if tokens.is_empty() {
                continue;
            }
            match content.last_mut() {
                // Parts that follow each other with nothing between are one stretch.
                Some(last) if (last.end..tokens.start).all(|k| p.is_mark(k)) => last.end = tokens.end,
                _ => content.push(tokens),
            }
        }
        if content.is_empty() {
            continue;
        }
        drafts.push(Draft {
            basis: match p.grammar.language {
                rawi_model::Language::Ar => "ar/answer",
                _ => "fa/answer",
            },
            cue: None,
            lemma: String::new(),
            speaker: Some(speaker),
            audience: Vec::new(),
            via: Vec::new(),
            content,
            form: Form::Document,
            event: None,
            within: None,
            also: Vec::new(),
            headline: false,
        });
    }
    drafts
}

/// Who answers: the one whom the lines before the first question name, else an interviewee without a name.
pub(crate) fn interviewee(scene: &Scene<'_>, cast: &mut Cast<'_>) -> MemberId {
    let p = scene.passage;
    let intro = scene
        .blocks
        .iter()
        .take_while(|part| part.role != BlockRole::Question)
        .filter(|part| part.is_told() && part.role != BlockRole::Answer);
    for part in intro {
        let sure = Class::Title.bit() | Class::Role.bit();
        // «گفت‌وگو با …», «حوار مع …»: who follows the word for an interview.
        if let Some(at) = p.find(part.tokens.clone(), |k| p.is(k, Class::Interview)) {
            let after = p.end_of(at, Class::Interview);
            let start = p.find(after..part.tokens.end.min(after + 6), |k| p.name_at(k).is_some() || p.any(k, sure)).unwrap_or(after);
            let end = (p.grammar.phrase_end)(p, start, part.tokens.end);
            let phrase = cast.phrase(p, start..end, p.skip(start));
            if phrase.has_name() {
                return cast.join(&phrase);
            }
        }
    }
    // The first title or known person that the lines before the first question name.
    let intro = scene
        .blocks
        .iter()
        .take_while(|part| part.role != BlockRole::Question)
        .filter(|part| part.is_told() && part.role != BlockRole::Answer);
    for part in intro {
        if let Some(start) = p.find(part.tokens.clone(), |k| p.is(k, Class::Title) && !p.is(k, Class::Role)) {
            let end = (p.grammar.phrase_end)(p, start, part.tokens.end);
            let phrase = cast.phrase(p, start..end, p.skip(start));
            if phrase.has_name() && phrase.kind() == ActorKind::Person {
                return cast.join(&phrase);
            }
        }
    }
    let named = scene
        .blocks
        .iter()
        .take_while(|part| part.role != BlockRole::Question)
        .filter(|part| part.is_told() && part.role != BlockRole::Answer)
        .find_map(|part| {
            let place = rawi_lang::Place { paragraph: part.tokens.clone(), sentence: part.tokens.clone() };
            p.cues_in(part.tokens.clone()).iter().find_map(|cue| {
                let found = p.grammar.frames.iter().find_map(|f| (f.read)(p, cue, &place))?;
                match found.subject {
                    Subject::Phrase { tokens, skip, .. } => Some((tokens, skip)),
                    _ => None,
                }
            })
        });
    if let Some((tokens, skip)) = named {
        let phrase = cast.phrase(p, tokens, skip);
        if !phrase.is_pronoun() {
            return cast.join(&phrase);
        }
    }
    cast.nameless(&p.grammar.interviewee, ActorKind::Unnamed)
}
