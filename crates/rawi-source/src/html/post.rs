//! Mirrored channel pages: a list of posts, each a document of its own.

use super::tree::{Tree, collapse};
use crate::document::RawDocument;
use crate::error::Place;

/// Whether a page or fragment is such a mirror.
pub(crate) fn looks_like_posts(source: &str) -> bool {
    ["class=\"tg-post\"", "class=\"tg-message\"", "class=\"tgme_widget_message "].iter().any(|mark| source.contains(mark))
}

/// The posts of a page; their text keeps its lines.
pub(crate) fn read_posts(place: &Place, source: &str) -> Vec<RawDocument> {
    let tree = Tree::parse(source);
    let outlet = tree.first("h1").map(|at| name(&tree.line(at))).filter(|name| !name.is_empty());
    let mut documents = Vec::new();
    let mut at = 0;
    while at < tree.nodes.len() {
        if has_class(&tree, at, &["tg-post", "tg-message", "tgme_widget_message"]) {
            documents.extend(post(place, &tree, at, outlet.as_deref()));
            at = tree.nodes[at].end.max(at + 1);
        } else {
            at += 1;
        }
    }
    documents
}

fn post(place: &Place, tree: &Tree, at: usize, outlet: Option<&str>) -> Option<RawDocument> {
    let inner = |classes: &[&str]| tree.inside(at).find(|&i| has_class(tree, i, classes));
    let footer = inner(&["tg-footer", "tgme_widget_message_footer"]);
    let text = match inner(&["tg-text", "tgme_widget_message_text"]) {
        Some(text) => lines(tree, text, usize::MAX),
        None => lines(tree, at, footer.unwrap_or(usize::MAX)),
    };
    if text.is_empty() {
        return None;
    }
    let link =
        footer.and_then(|footer| tree.inside(footer).find(|&i| tree.nodes[i].attribute("href").is_some_and(|h| h.contains("t.me/"))));
    let url = link.and_then(|link| tree.nodes[link].attribute("href")).map(str::to_owned);
    let id = url.as_deref().and_then(|url| url.trim_end_matches('/').rsplit('/').next()).map(str::to_owned);
    let id = id.or_else(|| tree.nodes[at].attribute("id").map(|id| id.trim_start_matches("msg-").to_owned()));
    let number = || format!("{}", at + 1);
    let time = footer.and_then(|footer| tree.inside(footer).find_map(|i| tree.nodes[i].attribute("datetime")));
    let shown = link.map(|link| name(&tree.line(link))).filter(|line| line.chars().any(char::is_numeric));
    let mut raw = RawDocument::of(place, Some(&id.unwrap_or_else(number)), text.as_bytes(), "text/html");
    raw.document.text = text;
    raw.document.url = url;
    raw.document.outlet = outlet.map(str::to_owned);
    raw.published = time.map(str::to_owned).or(shown);
    Some(raw)
}

/// The text of a node up to another, its lines kept.
fn lines(tree: &Tree, at: usize, until: usize) -> String {
    let mut out = String::new();
    let mut i = at + 1;
    while i < tree.nodes[at].end.min(until) {
        let node = &tree.nodes[i];
        let media = || tree.inside(i).any(|inner| tree.nodes[inner].attribute("href").is_some_and(|href| href.contains("telesco.pe/")));
        if node.hidden
            || (node.name == "p" && media())
            || has_class(tree, i, &["tg-post-header", "tg-footer", "tg-dl-btn", "tg-video", "tg-doc"])
        {
            i = node.end.max(i + 1);
            continue;
        }
        if node.is_block() || node.name == "br" {
            out.push('\n');
        }
        out.push_str(&node.text);
        i += 1;
    }
    let lines: Vec<String> = out.lines().map(collapse).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Words without the signs before them.
fn name(line: &str) -> String {
    line.trim_start_matches(|c: char| !c.is_alphanumeric()).trim().to_owned()
}

fn has_class(tree: &Tree, at: usize, classes: &[&str]) -> bool {
    tree.nodes[at].attribute("class").is_some_and(|value| value.split_ascii_whitespace().any(|class| classes.contains(&class)))
}
