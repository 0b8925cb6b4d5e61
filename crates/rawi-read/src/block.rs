//! The parts of a document and what each does there.

use std::collections::BTreeMap;
use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_model::{Block, BlockRole, Document};
use rawi_text::{ByteSpan, CharIndex, TokenKind, paragraphs};

/// One part, as tokens.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) tokens: Range<usize>,
    pub(crate) span: ByteSpan,
    pub(crate) role: BlockRole,
}

impl Part {
    /// Whether the reporter or a speaker speaks here.
    pub(crate) fn is_told(&self) -> bool {
        matches!(self.role, BlockRole::Headline | BlockRole::Kicker | BlockRole::Lead | BlockRole::Body | BlockRole::Answer)
    }
}

/// The most words of a headline.
const HEADLINE: usize = 30;
/// The fewest words of a line that is told to stand twice.
const REPEATED: usize = 6;
/// The most words of a question that no sign marks.
const PLAIN_QUESTION: usize = 35;
/// How many lines with the same first words are compared.
const FEW: usize = 8;
/// The most words of a question.
const QUESTION: usize = 80;

/// Cuts a document into its parts, each with its role: as the source told them, else by their looks.
pub(crate) fn parts(document: &Document, index: &CharIndex<'_>, p: &Passage<'_>, is_post: bool) -> Vec<Part> {
    let mut told = Told { blocks: &document.blocks, at: 0 };
    let mut parts: Vec<Part> = paragraphs(p.tokens)
        .into_iter()
        .map(|tokens| {
            let span = p.tokens.span(tokens.clone());
            Part { span, role: told.role(|| index.chars_before(span.start)), tokens }
        })
        .collect();
    let words: Vec<usize> = parts.iter().map(|part| part.tokens.clone().filter(|&k| p.tokens.is_word(k)).count()).collect();
    let given = !document.blocks.is_empty();
    if !given {
        headline(document, p, &mut parts, &words, is_post);
        for (i, part) in parts.iter_mut().enumerate() {
            if let Some(role) = by_words(p, part, words[i]) {
                part.role = role;
            }
        }
        repeated(p, &mut parts, &words);
    }
    questions(p, &mut parts, &words);
    parts
}

/// The title: the words of the headline.
pub(crate) fn title(parts: &[Part], text: &str) -> Option<String> {
    parts.iter().find(|part| part.role == BlockRole::Headline).map(|part| part.span.of(text).trim().to_owned())
}

/// The roles that the source gave, asked for in the order of the text.
struct Told<'d> {
    blocks: &'d [Block],
    at: usize,
}

impl Told<'_> {
    fn role(&mut self, at: impl FnOnce() -> u32) -> BlockRole {
        if self.blocks.is_empty() {
            return BlockRole::Body;
        }
        let at = at();
        while self.blocks.get(self.at).is_some_and(|b| b.span.end <= at) {
            self.at += 1;
        }
        self.blocks.get(self.at).filter(|b| b.span.start <= at).map_or(BlockRole::Body, |b| b.role)
    }
}

/// The first line is the headline where the title says so, or where it is short, ends without a full stop and more
/// follows.
fn headline(document: &Document, p: &Passage<'_>, parts: &mut [Part], words: &[usize], is_post: bool) {
    if is_post || parts.is_empty() {
        return;
    }
    let is_title = document.title.as_deref().is_some_and(|t| rawi_text::key(t) == key(p, &parts[0]));
    let stop = parts[0].tokens.end - 1;
    let open = !matches!(p.tokens.kind(stop), TokenKind::Mark('.' | ':' | '،' | '؛'));
    let short = words[0] <= HEADLINE && words.iter().skip(1).any(|&w| w > words[0]);
    if is_title || parts.len() > 1 && open && short && words[0] >= 2 {
        parts[0].role = BlockRole::Headline;
    }
}

fn key(p: &Passage<'_>, part: &Part) -> String {
    part.tokens.clone().map(|k| p.tokens.word(k)).collect()
}

/// Roles that the words of a part tell.
fn by_words(p: &Passage<'_>, part: &Part, words: usize) -> Option<BlockRole> {
    let head = part.tokens.clone().find(|&k| p.tokens.is_word(k));
    let Some(head) = head else { return Some(BlockRole::Boilerplate) };
    if p.is(head, Class::Tags) && words <= 60 {
        return Some(BlockRole::Tags);
    }
    let all = |class: Class| part.tokens.clone().any(|k| p.is(k, class));
    if (p.is(head, Class::Boilerplate) || all(Class::Boilerplate) && words <= 14) && words <= 40 {
        return Some(BlockRole::Boilerplate);
    }
    let latin = part.tokens.clone().filter(|&k| p.tokens.word(k).is_ascii() && p.tokens.kind(k) == TokenKind::Word).count();
    if latin * 2 > words {
        return Some(BlockRole::Boilerplate);
    }
    let links = part.tokens.clone().filter(|&k| p.tokens.is_mark(k, '#') || p.tokens.is_mark(k, ']')).count();
    (links > 0 && links * 4 >= words).then_some(BlockRole::Tags)
}

/// Lines that stand once more inside another part: pull quotes; a headline that is printed again is boilerplate.
fn repeated(p: &Passage<'_>, parts: &mut [Part], words: &[usize]) {
    let list: Vec<Vec<&str>> =
        parts.iter().map(|part| part.tokens.clone().filter(|&k| p.tokens.is_word(k)).map(|k| p.tokens.word(k)).collect()).collect();
    // Where the first words of a line stand in any line.
    let mut heads: BTreeMap<&[&str], Vec<usize>> = BTreeMap::new();
    for (i, line) in list.iter().enumerate().filter(|(i, line)| line.len() >= REPEATED && parts[*i].role == BlockRole::Body) {
        heads.entry(&line[..REPEATED]).or_default().push(i);
    }
    // Most words begin no such line: a mask of their shapes spares the look-up.
    let shape = |word: &str| 1u64 << ((word.len() * 7 + usize::from(word.as_bytes().last().copied().unwrap_or(0))) % 64);
    let begins = heads.keys().fold(0, |mask, head| mask | shape(head[0]));
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (j, line) in list.iter().enumerate() {
        for (at, window) in line.windows(REPEATED).enumerate() {
            if begins & shape(window[0]) == 0 {
                continue;
            }
            for &i in heads.get(window).into_iter().flatten().take(FEW) {
                if i != j && line[at..].starts_with(&list[i]) {
                    found.push((i, j));
                }
            }
        }
    }
    for (i, j) in found {
        if words[j] > words[i] && parts[j].role == BlockRole::Body && parts[i].role == BlockRole::Body {
            parts[i].role = BlockRole::PullQuote;
        } else if j < i && words[j] == words[i] && parts[i].role == BlockRole::Body {
            parts[i].role = BlockRole::Boilerplate;
        }
    }
}

/// The turns of an interview: lines that open with a question's mark, or that ask where at least two do.
fn questions(p: &Passage<'_>, parts: &mut [Part], words: &[usize]) {
    let marked = |part: &Part| {
        let sign = matches!(
            p.tokens.kind(part.tokens.start),
            TokenKind::Mark('\u{25C0}' | '\u{25C4}' | '\u{2753}' | '\u{25AA}' | '\u{25CF}' | '*' | '\u{2022}' | '-' | '\u{2013}')
        );
        let word = part.tokens.clone().find(|&k| p.tokens.is_word(k)).is_some_and(|k| p.is(k, Class::Question));
        let asks = part.tokens.clone().rev().take(3).any(|k| p.tokens.is_mark(k, '؟') || p.tokens.is_mark(k, '?'));
        (sign || word, asks)
    };
    let asks: Vec<(bool, bool)> = parts.iter().map(marked).collect();
    let body = |part: &Part| matches!(part.role, BlockRole::Body | BlockRole::Question | BlockRole::Answer);
    let signed = (0..parts.len()).filter(|&i| asks[i] == (true, true) && words[i] <= QUESTION && body(&parts[i])).count();
    let asking = (0..parts.len()).filter(|&i| asks[i].1 && words[i] <= PLAIN_QUESTION && body(&parts[i])).count();
    // Questions outside a dialogue stand in columns; in an interview they make up much of the parts.
    let is_interview = signed > 0 || asking >= 3 && asking * 3 >= parts.iter().filter(|part| body(part)).count();
    if !is_interview && !parts.iter().any(|part| part.role == BlockRole::Question) {
        return;
    }
    let mut seen = parts.iter().any(|part| part.role == BlockRole::Question);
    for i in 0..parts.len() {
        if !body(&parts[i]) {
            continue;
        }
        if parts[i].role == BlockRole::Question
            || asks[i].1 && (asks[i].0 && words[i] <= QUESTION || signed == 0 && words[i] <= PLAIN_QUESTION)
        {
            parts[i].role = BlockRole::Question;
            seen = true;
        } else if seen && words[i] > 0 {
            parts[i].role = BlockRole::Answer;
        }
    }
    // What stands before the first question is an answer too when nobody reports there.
    let first = parts.iter().position(|part| part.role == BlockRole::Question).unwrap_or(0);
    for (i, part) in parts.iter_mut().enumerate().take(first) {
        let tells = part.tokens.clone().any(|k| p.is(k, Class::Interview));
        if part.role == BlockRole::Body
            && words[i] > 40
            && !tells
            && !p.cues_in(part.tokens.clone()).iter().any(|c| p.tokens.is_mark(c.end, ':'))
        {
            part.role = BlockRole::Answer;
        }
    }
}
