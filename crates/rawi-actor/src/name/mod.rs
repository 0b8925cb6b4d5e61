//! Names of persons in running text, known and unknown.
//!
//! `word` is what is known of words as parts of names, `feature` what is seen of a token, `model` the trained weights and the
//! best labels by them, `rule` what can be told without weights. Who a person is does not belong here.

mod feature;
mod model;
mod rule;
mod word;

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_text::TokenKind;

pub use feature::{FEATURES, Feature, Seen, features};
pub use model::{BEGIN, HEAD, IN, LABELS, NEVER, OUT, SLOT_BITS, Scores, Weights, best, place};
pub use rule::by_rule;
pub(crate) use word::{FAMILY, FOREIGN, GIVEN, NameWords, PLACE, SURE};

use crate::registry::Registry;

/// A name of a person in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Its tokens, without titles.
    pub tokens: Range<usize>,
    /// Bytes of particles glued before it, in the folded form of its first token.
    pub skip: usize,
}

/// The longest stretch that is labelled at once, in tokens.
const LONGEST: usize = 400;

/// What it is worth that a word stands in a name elsewhere in the same text.
const AGAIN: i32 = 220;

/// Names of persons in a text, in their order.
///
/// ```
/// use rawi_actor::{Registry, name::people};
/// use rawi_lang::{Passage, grammar};
/// use rawi_model::Language;
/// use rawi_text::Tokens;
/// // "Mr Bahram Nikrad, the mayor, said: the bridge is open."
/// let text = "آقای بهرام نیک‌راد شهردار گفت: پل باز است.";
/// let tokens = Tokens::new(text);
/// let mut passage = Passage::new(text, &tokens, grammar(Language::Fa).unwrap());
/// Registry::shared().mark(&mut passage);
/// let found = people(&passage, Registry::shared());
/// assert_eq!(found.len(), 1);
/// assert_eq!(tokens.span(found[0].tokens.clone()).of(text), "بهرام نیک‌راد");
/// ```
pub fn people(p: &Passage<'_>, registry: &Registry) -> Vec<PersonName> {
    people_by(p, registry, &Weights::of(p.grammar.language), 0)
}

/// The names in a text by given weights. `bias` is added to what a token is worth in a name: above 0 more is found, below 0 less.
pub fn people_by(p: &Passage<'_>, registry: &Registry, weights: &Weights<'_>, bias: i32) -> Vec<PersonName> {
    found(p, registry, weights, bias, lines_of(p))
}

fn found(p: &Passage<'_>, registry: &Registry, weights: &Weights<'_>, bias: i32, stretches: Vec<Range<usize>>) -> Vec<PersonName> {
    let words = NameWords::of(p.grammar.language, registry);
    let transitions = weights.transitions();
    let (mut seen, mut back) = (Vec::new(), Vec::new());
    let mut lines = Vec::new();
    for tokens in stretches {
        feature::see(p, registry, words, tokens.clone(), &mut seen);
        let scores: Vec<Scores> = (0..seen.len())
            .map(|i| {
                let [out, begin, inside] = weights.scores(&seen, i);
                [out, begin + bias, inside + bias]
            })
            .collect();
        let mut labels = Vec::new();
        best(&scores, &transitions, &mut labels, &mut back);
        let glued: Vec<u8> = seen.iter().map(|s| s.glued).collect();
        lines.push(Line { tokens, scores, glued, labels });
    }
    again(p, &mut lines, &transitions);
    lines.iter().flat_map(spans).filter(|name| !is_namesake(p, words, name.tokens.start)).collect()
}

/// Labels the lines again in which a word stands that is part of a longer name elsewhere: last names alone.
fn again(p: &Passage<'_>, lines: &mut [Line], transitions: &[Scores; LABELS]) {
    let known = repeated(p, lines);
    let mut back = Vec::new();
    for line in lines {
        let mut changed = false;
        for (n, i) in line.tokens.clone().enumerate() {
            if word_at(p, i, line.glued[n]).is_some_and(|w| known.contains(w)) {
                line.scores[n][1] += AGAIN;
                line.scores[n][2] += AGAIN;
                changed |= line.labels[n] == OUT;
            }
        }
        if changed {
            best(&line.scores, transitions, &mut line.labels, &mut back);
        }
    }
}

/// Whether what stands before a name is called after it: «خیابان شهید چمران» (Martyr Chamran Street).
fn is_namesake(p: &Passage<'_>, words: &NameWords, start: usize) -> bool {
    let title = |k: usize| p.is(k, Class::Title) || words.known(word::hash(p.tokens.word(k).as_bytes())) & word::TITLE != 0;
    let Some(head) = (0..start).rev().take(3).find(|&k| !title(k)) else { return false };
    let text = p.tokens.word(head);
    let known = |text: &str| words.known(word::hash(text.as_bytes())) & word::NAMESAKE != 0;
    p.tokens.kind(head) == TokenKind::Word && known(text)
}

/// A labelled stretch.
struct Line {
    tokens: Range<usize>,
    scores: Vec<Scores>,
    glued: Vec<u8>,
    labels: Vec<u8>,
}

fn word_at<'t>(p: &Passage<'t>, i: usize, glued: u8) -> Option<&'t str> {
    (p.tokens.kind(i) == TokenKind::Word).then(|| p.tokens.word(i).get(usize::from(glued)..)).flatten()
}

/// The words of names of several words.
fn repeated<'t>(p: &Passage<'t>, lines: &[Line]) -> BTreeSet<&'t str> {
    let names = lines.iter().flat_map(|line| spans(line).map(move |name| (line, name)));
    names
        .filter(|(_, name)| name.tokens.len() > 1)
        .flat_map(|(line, name)| name.tokens.map(move |i| (i, line.glued[i - line.tokens.start])))
        .filter(|&(i, _)| !p.is_classed(i))
        .filter_map(|(i, glued)| word_at(p, i, glued))
        .filter(|word| word.len() > 4)
        .collect()
}

fn spans(line: &Line) -> impl Iterator<Item = PersonName> {
    let labels = &line.labels;
    (0..labels.len()).filter(|&n| labels[n] == BEGIN).map(|n| {
        let end = (n + 1..labels.len()).find(|&k| labels[k] != IN).unwrap_or(labels.len());
        PersonName { tokens: line.tokens.start + n..line.tokens.start + end, skip: usize::from(line.glued[n]) }
    })
}

/// The stretches of a text that are labelled by themselves: lines, long ones in parts.
fn lines_of(p: &Passage<'_>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for i in 0..=p.tokens.len() {
        let breaks = i == p.tokens.len() || p.tokens.kind(i) == TokenKind::Break;
        let cut = i - start >= LONGEST && p.is_mark(i) || i - start >= 2 * LONGEST;
        if breaks || cut {
            if i > start {
                lines.push(start..i);
            }
            start = if breaks { i + 1 } else { i };
        }
    }
    lines
}

/// What is seen of the tokens of each line of a text: for training.
pub fn seen_lines(p: &Passage<'_>, registry: &Registry) -> Vec<(Range<usize>, Vec<Seen>)> {
    let words = NameWords::of(p.grammar.language, registry);
    lines_of(p)
        .into_iter()
        .map(|line| {
            let mut seen = Vec::new();
            feature::see(p, registry, words, line.clone(), &mut seen);
            (line, seen)
        })
        .collect()
}
