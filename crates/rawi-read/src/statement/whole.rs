//! Words given whole: letters, speeches and statements in full, and the answers of an interview.

use std::collections::BTreeMap;
use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_lang::{Class, Passage};
use rawi_model::{ActorKind, BlockRole, Form};
use rawi_text::TokenKind;

use super::{Draft, interviewee};
use crate::block::Part;
use crate::dialogue;
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
    let opens = |part: &Part| p.is(part.tokens.start, Class::Salutation) && part.tokens.len() <= 30;
    let saluted = parts.iter().position(opens);
    let announced = parts.iter().position(|part| {
        let text = has(part, Class::FullText).is_some() || is_communique(scene, part);
        text && matches!(p.tokens.kind(part.tokens.end - 1), TokenKind::Mark(':')) && part.is_told()
    });
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
        .or_else(|| joint(scene, cast, &parts[..first]))
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

/// Whether a line of an Arabic post announces a paper that follows: «بيان صادر عن وزارة المياه:».
fn is_communique(scene: &Scene<'_>, part: &Part) -> bool {
    /// Who issues a paper, or the word for it: «صادر عن».
    const ISSUER: u64 = Class::Body.bit() | Class::Title.bit() | Class::Role.bit() | Class::Adverb.bit();
    let p = scene.passage;
    let Some(head) = part.tokens.clone().find(|&k| p.tokens.is_word(k)) else { return false };
    let paper = p.is(head, Class::Paper) && p.is(head, Class::Occasion) && !p.is(head, Class::JointPaper);
    let issued = p.any(head + 1, ISSUER) || p.name_at(head + 1).is_some();
    scene.is_post && !p.grammar.article.is_empty() && paper && issued && p.cues_in(part.tokens.clone()).is_empty()
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
    let text = p.find(part.tokens.clone(), |k| p.is(k, Class::FullText)).map(|at| p.end_of(at, Class::FullText));
    // «بيان | صادر عن | وزارة المياه:»
    let issued = || {
        let paper = p.find(part.tokens.clone(), |k| p.is(k, Class::Paper))?;
        p.find(paper..part.tokens.end, |k| !p.any(k, Class::Paper.bit() | Class::Adverb.bit() | Class::Preposition.bit()))
    };
    let mut start = text.or_else(issued)?;
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
        // «/مرسى/ ن س»: the agency's own mark.
        let dated = p.tokens.is_mark(part.tokens.start, '/') || part.tokens.clone().any(|k| p.tokens.kind(k) == TokenKind::Number);
        name(part).filter(|_| short && !dated)
    })?;
    let end = (p.grammar.phrase_end)(p, tokens.start, tokens.end);
    let phrase = cast.phrase(p, tokens.start..end, 0);
    (end > tokens.start).then(|| cast.join(&phrase))
}

/// The joint statement that nobody signs: it speaks for those who agreed on it.
fn joint(scene: &Scene<'_>, cast: &mut Cast<'_>, before: &[Part]) -> Option<MemberId> {
    let p = scene.passage;
    let at = before.iter().find_map(|part| p.find(part.tokens.clone(), |k| p.is(k, Class::JointPaper)))?;
    let phrase = cast.phrase(p, at..p.end_of(at, Class::JointPaper), p.skip(at));
    Some(cast.join(&phrase))
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
    let courtesy = |k: usize| p.is(k, Class::Courtesy);
    let mut start = p.find(part.tokens.clone(), |k| p.name_at(k).is_some() || p.any(k, sure))?;
    let mut end = (p.grammar.phrase_end)(p, start, part.tokens.end);
    // «الأخ العزيز خالد … المحترم»: what honours him is none of his name.
    while start < end && (courtesy(start) || p.is(start, Class::Title) && start + 1 < end && courtesy(start + 1)) {
        start += 1;
    }
    while end > start && courtesy(end - 1) {
        end -= 1;
    }
    let phrase = cast.phrase(p, start..end, 0);
    (end > start).then(|| cast.join(&phrase))
}

/// The answers of an interview, each whole; one that a column has broken is one with two places.
pub(crate) fn answers(scene: &Scene<'_>, cast: &mut Cast<'_>) -> Vec<Draft> {
    let p = scene.passage;
    let mut turns: Vec<Turn> = Vec::new();
    // How many answers open with the same words and a colon.
    let mut opened: BTreeMap<String, usize> = BTreeMap::new();
    for part in scene.blocks.iter().filter(|part| part.role == BlockRole::Answer) {
        if let Some(label) = dialogue::label(p, &part.tokens) {
            *opened.entry(words_of(p, label)).or_default() += 1;
        }
    }
    let mut open = false;
    for part in scene.blocks {
        match part.role {
            BlockRole::Answer => {
                let label = dialogue::label(p, &part.tokens).filter(|label| is_turn(p, label, &opened));
                // A name opens a turn of its own where several answer.
                if !open || label.is_some() {
                    turns.push(Turn { label: label.clone(), parts: Vec::new() });
                }
                open = true;
                let start = label.map_or(part.tokens.start, |label| label.end + 1);
                if let Some(turn) = turns.last_mut() {
                    turn.parts.push(start..part.tokens.end);
                }
            }
            BlockRole::Question => open = false,
            _ => {}
        }
    }
    if turns.is_empty() {
        return Vec::new();
    }
    let mut known: BTreeMap<String, MemberId> = BTreeMap::new();
    let mut drafts: Vec<Draft> = Vec::new();
    for turn in turns {
        let mut content: Vec<Range<usize>> = Vec::new();
        for tokens in turn.parts {
            let tokens = p.trim(spoken(p, tokens));
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
        let label = turn.label.filter(|label| !p.is(label.start, Class::Answer));
        let key = label.clone().map(|label| words_of(p, label)).unwrap_or_default();
        let speaker = *known.entry(key).or_insert_with(|| interviewee::interviewee(scene, cast, label));
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

/// One answer: the name before it, and its parts.
struct Turn {
    label: Option<Range<usize>>,
    parts: Vec<Range<usize>>,
}

/// Whether the words before a colon name who answers: «پاسخ», a title, a known name, or words that open other turns too.
fn is_turn(p: &Passage<'_>, label: &Range<usize>, opened: &BTreeMap<String, usize>) -> bool {
    let sure = Class::Answer.bit() | Class::Title.bit() | Class::Role.bit();
    let often = opened.get(&words_of(p, label.clone())).is_some_and(|&turns| turns >= 2);
    p.any(label.start, sure) || p.name_at(label.start).is_some() || often
}

fn words_of(p: &Passage<'_>, tokens: Range<usize>) -> String {
    tokens.map(|k| p.tokens.word(k)).collect()
}

/// An answer without a stage direction at its head: «(می‌خندد) …».
fn spoken(p: &Passage<'_>, tokens: Range<usize>) -> Range<usize> {
    /// The most tokens of a stage direction.
    const ASIDE: usize = 6;
    let Some(open) = tokens.clone().find(|&k| p.tokens.is_word(k) || p.tokens.is_mark(k, '(')) else { return tokens };
    let close = (open..tokens.end.min(open + ASIDE)).find(|&k| p.tokens.is_mark(k, ')'));
    match close.filter(|_| p.tokens.is_mark(open, '(')) {
        Some(close) => close + 1..tokens.end,
        None => tokens,
    }
}
