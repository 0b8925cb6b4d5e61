//! Where the article stands: its headline, the element that holds its body, and what lies around both.

use super::class::{Use, body_weight, use_of};
use super::meta::Meta;
use super::tree::{Node, Tree, real};

/// The article in a tree.
#[derive(Debug)]
pub(crate) struct Article {
    /// The element of the headline.
    pub(crate) headline: Option<usize>,
    /// The element that holds the body.
    pub(crate) body: usize,
    /// The innermost element that holds both.
    pub(crate) region: usize,
    /// The time that a `<time>` in the region gives.
    pub(crate) time: Option<String>,
    /// What each node is for.
    pub(crate) uses: Vec<Option<Use>>,
}

impl Article {
    /// Finds it.
    pub(crate) fn find(tree: &Tree, meta: &Meta) -> Self {
        let page = tree.first("body").unwrap_or(0);
        let uses = uses(tree, page);
        let mut shown = vec![true; tree.nodes.len()];
        for at in 0..tree.nodes.len() {
            let parent = tree.nodes[at].parent;
            shown[at] = (at == 0 || shown[parent]) && !tree.nodes[at].hidden && uses[at] != Some(Use::Skip);
        }
        let body = body(tree, page, &shown);
        let headline = headline(tree, meta, body, &shown);
        let region = match headline {
            Some(headline) if tree.holds(body, headline) => body,
            Some(headline) => tree.around(headline).find(|&at| tree.holds(at, body)).unwrap_or(page),
            None => body,
        };
        let time = tree.inside(region).filter(|&at| shown[at]).find_map(|at| {
            let node = &tree.nodes[at];
            node.attribute("datetime").filter(|t| node.name == "time" && !t.trim().is_empty()).map(|t| t.trim().to_owned())
        });
        Self { headline, body, region, time, uses }
    }
}

/// What each element is for. What holds much of the page's text is never skipped, whatever its names.
fn uses(tree: &Tree, page: usize) -> Vec<Option<Use>> {
    let plain = |node: &Node| node.chars - node.linked;
    let whole = plain(&tree.nodes[page]);
    tree.nodes
        .iter()
        .enumerate()
        .map(|(at, node)| {
            if node.is_text() || node.hidden || matches!(node.name.as_str(), "root" | "html" | "body") {
                return None;
            }
            let found = use_of(node)?;
            let large = plain(node) * 5 > whole * 2;
            let fits = match found {
                Use::Skip | Use::PullQuote => !(large && at != page),
                Use::Kicker => node.chars <= 160,
                Use::Time => node.chars <= 90 && node.chars > 0,
                Use::Lead => node.chars <= 1500 && !large,
                Use::Caption => node.chars <= 500 && !large,
                Use::Tags => node.chars <= 600 && !large,
            };
            fits.then_some(found)
        })
        .collect()
}

/// The element that holds the body: the one whose own paragraphs have most text outside links. A paragraph counts whole for
/// the element around it, less for those further out.
fn body(tree: &Tree, page: usize, shown: &[bool]) -> usize {
    let mut own = vec![0_usize; tree.nodes.len()];
    for (at, node) in tree.nodes.iter().enumerate().filter(|(at, node)| node.is_text() && shown[*at]) {
        let mut linked = false;
        for around in tree.around(at) {
            let outer = &tree.nodes[around];
            linked |= outer.name == "a";
            if outer.is_block() {
                if !linked {
                    own[around] += node.chars;
                }
                break;
            }
        }
    }
    let mut score = vec![0.0_f64; tree.nodes.len()];
    for (at, &chars) in own.iter().enumerate().filter(|(_, chars)| **chars >= 20) {
        let mut share = real(chars);
        if !matches!(tree.nodes[at].name.as_str(), "p" | "li" | "h2" | "h3" | "h4" | "blockquote" | "td") {
            score[at] += share;
        }
        for around in tree.around(at).take(3) {
            score[around] += share;
            share *= 0.5;
        }
    }
    let best = (0..tree.nodes.len())
        .filter(|&at| shown[at] && tree.holds(page, at))
        .map(|at| (at, score[at] * (1.0 - tree.nodes[at].link_share()) * body_weight(&tree.nodes[at])))
        .fold((page, 0.0), |best, this| if this.1 > best.1 { this } else { best });
    best.0
}

/// The element of the headline: the heading that says what the page gives as its title; without such a title, the first
/// first-order heading before the end of the body.
fn headline(tree: &Tree, meta: &Meta, body: usize, shown: &[bool]) -> Option<usize> {
    let title = meta.title.as_deref().map(words_of);
    let mut best: Option<(usize, f64)> = None;
    for (at, node) in tree.nodes.iter().enumerate().take(tree.nodes[body].end) {
        let order = match node.name.as_str() {
            "h1" => 1.0,
            "h2" => 0.9,
            "h3" => 0.8,
            "h4" | "h5" | "strong" | "b" | "font" | "a" | "p" | "div" | "span" | "td" => 0.6,
            _ => continue,
        };
        if node.hidden || node.chars < 6 || node.chars > 300 || (!shown[at] && order < 1.0) {
            continue;
        }
        let alike = match &title {
            Some(title) => alike(&words_of(&tree.line(at)), title),
            None if order >= 1.0 => 1.0,
            None => continue,
        };
        let score = alike * order;
        if (alike >= 0.7 || (order >= 1.0 && alike >= 0.4)) && best.is_none_or(|(_, held)| score > held) {
            best = Some((at, score));
        }
    }
    let only = || {
        let mut firsts = (0..tree.nodes[body].end).filter(|&at| shown[at] && tree.nodes[at].name == "h1" && tree.nodes[at].chars >= 12);
        firsts.next().filter(|_| firsts.next().is_none())
    };
    best.map(|(at, _)| at).or_else(only)
}

fn words_of(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\u{200C}').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// How alike two lines are: shared words over the words of the longer.
fn alike(one: &[String], other: &[String]) -> f64 {
    let shared = one.iter().filter(|word| other.contains(word)).count();
    real(shared) / real(one.len().max(other.len()).max(1))
}
