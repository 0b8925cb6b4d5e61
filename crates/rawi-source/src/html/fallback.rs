//! Pages on which our own pass finds no body: another extractor, then everything that is shown.

use dom_smoothie::{Config, Readability, TextMode};
use rawi_model::BlockRole;

use super::blocks::Piece;
use super::tree::{Tree, collapse};

/// Deeper or larger pages are not given to the other extractor, which is recursive.
const MAX_DEPTH: usize = 256;
const MAX_NODES: usize = 100_000;

/// The body of the page, as far as any can be found.
pub(crate) fn read(tree: &Tree, source: &str) -> Option<Vec<Piece>> {
    let depth = || (0..tree.nodes.len()).step_by(7).map(|at| tree.around(at).take(MAX_DEPTH + 1).count()).max().unwrap_or(0);
    let extracted = if tree.nodes.len() < MAX_NODES && depth() < MAX_DEPTH { extract(source) } else { None };
    extracted.or_else(|| everything(tree))
}

fn extract(source: &str) -> Option<Vec<Piece>> {
    let config = Config { text_mode: TextMode::Formatted, char_threshold: 80, ..Config::default() };
    let article = Readability::new(source, None, Some(config)).ok()?.parse().ok()?;
    pieces(article.text_content.split('\n'))
}

/// All shown text, a block a line.
fn everything(tree: &Tree) -> Option<Vec<Piece>> {
    let mut lines = vec![String::new()];
    let mut at = 0;
    while at < tree.nodes.len() {
        let node = &tree.nodes[at];
        if node.hidden || matches!(node.name.as_str(), "nav" | "footer") {
            at = node.end.max(at + 1);
            continue;
        }
        if node.is_block() || node.name == "br" {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&node.text);
        }
        at += 1;
    }
    pieces(lines.iter().map(String::as_str))
}

fn pieces<'l>(lines: impl Iterator<Item = &'l str>) -> Option<Vec<Piece>> {
    let pieces: Vec<Piece> =
        lines.map(collapse).filter(|line| line.chars().any(char::is_alphanumeric)).map(|text| Piece::new(BlockRole::Body, text)).collect();
    (!pieces.is_empty()).then_some(pieces)
}
