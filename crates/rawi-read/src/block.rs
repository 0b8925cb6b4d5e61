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
/// The most words of a name that stands alone in its line before a colon.
const TORN: usize = 10;
/// How many lines with the same first words are compared.
const FEW: usize = 8;

/// Cuts a document into its parts, each with its role: as the source told them, else by their looks.
pub(crate) fn parts(document: &Document, index: &CharIndex<'_>, p: &Passage<'_>, is_post: bool) -> Vec<Part> {
    let mut told = Told { blocks: &document.blocks, at: 0 };
    let mut parts: Vec<Part> = (if is_post { mended(p) } else { paragraphs(p.tokens) })
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
    crate::dialogue::turns(p, &mut parts, &words);
    parts
}

/// The paragraphs of a post, with a name that its bold face tore from its colon put back: «NAME», «:», «…».
fn mended(p: &Passage<'_>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for next in paragraphs(p.tokens).into_iter().flat_map(|line| joined(p, line)) {
        let torn = out.last().is_some_and(|last| {
            let words = last.clone().filter(|&k| p.tokens.is_word(k)).count();
            let is_break = |k: usize| p.tokens.kind(k) == TokenKind::Break;
            // «NAME», «:», «-», «…»
            let said = last.clone().rev().find(|&k| !is_break(k) && !p.is_dash(k));
            let alone = said.is_some_and(|k| p.tokens.is_mark(k, ':')) && last.clone().any(is_break);
            alone || p.tokens.is_mark(next.start, ':') && (1..=TORN).contains(&words)
        });
        match out.last_mut() {
            Some(last) if torn => last.end = next.end,
            _ => out.push(next),
        }
    }
    out
}

/// The two lines that a line of a post joins by several spaces where the second names a speaker: «بندر فردا باز می‌شود  سخنگوی بندر: | …».
fn joined(p: &Passage<'_>, line: Range<usize>) -> Vec<Range<usize>> {
    /// The fewest words of the first.
    const FIRST: usize = 4;
    /// The longest name across the spaces, in tokens.
    const NAME: usize = 4;
    let someone = |k: usize| p.is_actor(k) || p.person_at(k).is_some() || p.name_at(k).is_some();
    let across =
        |k: usize| (line.start.max(k.saturating_sub(NAME))..k).any(|j| p.name_at(j).max(p.person_at(j)).is_some_and(|end| end > k));
    let space = |c: char| matches!(c, ' ' | '\u{A0}' | '\u{200C}');
    let apart = |k: &usize| {
        let gap = ByteSpan { start: p.tokens.list[*k - 1].raw.end, end: p.tokens.list[*k].raw.start }.of(p.raw);
        gap.chars().all(space) && gap.chars().nth(1).is_some()
    };
    let named = |k: &usize| {
        let words = (*k..line.end).filter(|&k| p.tokens.is_word(k)).count();
        let colons = (*k..line.end).filter(|&k| p.tokens.is_mark(k, ':')).count();
        colons == 1 && (1..=TORN).contains(&words)
    };
    let ends = line.end > line.start && p.tokens.is_mark(line.end - 1, ':');
    let headed = |&k: &usize| someone(k) && !across(k) && (line.start..k).filter(|&k| p.tokens.is_word(k)).count() >= FIRST;
    let second = (line.start + 1..line.end).rev().filter(|_| ends).find(apart).filter(named).filter(headed);
    second.map_or_else(|| vec![line.clone()], |k| vec![line.start..k, k..line.end])
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
    let latin = part.tokens.clone().filter(|&k| p.tokens.kind(k) == TokenKind::Word && p.tokens.word(k).is_ascii()).count();
    if latin * 2 > words {
        return Some(BlockRole::Boilerplate);
    }
    let links = part.tokens.clone().filter(|&k| p.tokens.is_mark(k, '#') || p.tokens.is_mark(k, ']')).count();
    (links > 0 && links * 4 >= words).then_some(BlockRole::Tags)
}

/// Lines that stand once more inside another part: pull quotes; a headline that is printed again is boilerplate.
fn repeated(p: &Passage<'_>, parts: &mut [Part], words: &[usize]) {
    let line = |(part, &count): (&Part, &usize)| {
        let mut line = Vec::with_capacity(count);
        line.extend(part.tokens.clone().filter(|&k| p.tokens.is_word(k)).map(|k| p.tokens.word(k)));
        line
    };
    let list: Vec<Vec<&str>> = parts.iter().zip(words).map(line).collect();
    // Where the first words of a line stand in any line.
    let mut heads: BTreeMap<&[&str], Vec<usize>> = BTreeMap::new();
    for (i, line) in list.iter().enumerate().filter(|(i, line)| line.len() >= REPEATED && parts[*i].role == BlockRole::Body) {
        heads.entry(&line[..REPEATED]).or_default().push(i);
    }
    // Most words begin no such line: masks of their shapes spare the look-up.
    let shape = |word: &str| 1u64 << ((word.len() * 7 + usize::from(word.as_bytes().last().copied().unwrap_or(0))) % 64);
    let mut shapes = [0; REPEATED];
    for head in heads.keys() {
        shapes.iter_mut().zip(*head).for_each(|(mask, word)| *mask |= shape(word));
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (j, line) in list.iter().enumerate() {
        for (at, window) in line.windows(REPEATED).enumerate() {
            if !shapes.iter().zip(window).all(|(mask, word)| mask & shape(word) != 0) {
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
