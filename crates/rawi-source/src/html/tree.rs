//! The page as a flat tree: nodes in the order of the text, each knowing where its inside ends.

use dom_query::{Document, NodeRef};

/// The attributes that are looked at; the others are dropped.
const ATTRIBUTES: [&str; 18] = [
    "class",
    "id",
    "itemprop",
    "datetime",
    "href",
    "rel",
    "lang",
    "hidden",
    "style",
    "aria-hidden",
    "role",
    "property",
    "name",
    "content",
    "http-equiv",
    "type",
    "title",
    "dir",
];

/// A node.
#[derive(Debug, Default)]
pub(crate) struct Node {
    /// The element's name in lower case; empty for a text.
    pub(crate) name: String,
    attributes: Vec<(&'static str, String)>,
    /// The letters of a text.
    pub(crate) text: String,
    /// The node around it; its own number at the root.
    pub(crate) parent: usize,
    /// One past its last inner node.
    pub(crate) end: usize,
    /// Code points of visible text inside, blanks aside.
    pub(crate) chars: usize,
    /// Those of them that stand in links.
    pub(crate) linked: usize,
    /// Links inside.
    pub(crate) links: usize,
    /// Whether nothing in it is shown: scripts, forms, hidden elements.
    pub(crate) hidden: bool,
}

impl Node {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is a text.
    pub(crate) fn is_text(&self) -> bool {
        self.name.is_empty()
    }

    /// Whether it begins and ends lines.
    pub(crate) fn is_block(&self) -> bool {
        const INLINE: [&str; 38] = [
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
            "kbd", "label", "mark", "o:p", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
            "var", "wbr", "nobr",
        ];
        !self.is_text() && !INLINE.contains(&self.name.as_str())
    }

    /// The share of its text that stands in links.
    pub(crate) fn link_share(&self) -> f64 {
        if self.chars == 0 { 0.0 } else { real(self.linked) / real(self.chars) }
    }
}

/// The nodes of a page, each before its inner ones.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

/// Elements that show no text of the page.
const UNSEEN: [&str; 25] = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "button", "select", "option",
    "textarea", "input", "video", "audio", "dialog", "head", "title", "meta", "link", "frameset", "progress", "map",
];

/// What is still to be done on the way through the page: a node to enter, with the one around it, or one to close.
enum Step<'d> {
    Enter(NodeRef<'d>, usize),
    Close(usize),
}

impl Tree {
    /// Parses a page or a part of one.
    pub(crate) fn parse(source: &str) -> Self {
        let document = Document::from(source);
        let mut tree = Self::default();
        tree.nodes.push(Node { name: "root".to_owned(), ..Node::default() });
        let root = document.root();
        let mut steps: Vec<Step<'_>> = root.children_it(true).map(|node| Step::Enter(node, 0)).collect();
        while let Some(step) = steps.pop() {
            match step {
                Step::Close(at) => tree.close(at),
                Step::Enter(node, parent) => {
                    let at = tree.nodes.len();
                    if node.is_element() {
                        tree.nodes.push(element(&node, parent));
                        steps.push(Step::Close(at));
                        steps.extend(node.children_it(true).map(|child| Step::Enter(child, at)));
                    } else if node.is_text() {
                        let text = node.text();
                        if !text.is_empty() {
                            let hidden = tree.nodes[parent].hidden;
                            let chars = if hidden { 0 } else { text.chars().filter(|c| !c.is_whitespace()).count() };
                            tree.nodes.push(Node { text: text.to_string(), parent, end: at + 1, chars, hidden, ..Node::default() });
                            let around = &mut tree.nodes[parent];
                            around.chars += chars;
                        }
                    }
                }
            }
        }
        tree.nodes[0].end = tree.nodes.len();
        tree
    }

    /// Sums an element up into the one around it.
    fn close(&mut self, at: usize) {
        let end = self.nodes.len();
        let node = &mut self.nodes[at];
        node.end = end;
        if node.name == "a" {
            node.linked = node.chars;
            node.links = 1;
        }
        let (parent, chars, linked, links) = (node.parent, node.chars, node.linked, node.links);
        let around = &mut self.nodes[parent];
        around.chars += chars;
        around.linked += linked;
        around.links += links;
    }

    /// The numbers of the nodes inside one, itself aside.
    pub(crate) fn inside(&self, at: usize) -> std::ops::Range<usize> {
        at + 1..self.nodes[at].end
    }

    /// Whether one node is another or stands inside it.
    pub(crate) fn holds(&self, outer: usize, inner: usize) -> bool {
        outer <= inner && inner < self.nodes[outer].end
    }

    /// The nodes around one, innermost first, itself aside.
    pub(crate) fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(at), |&at| (at != 0).then(|| self.nodes[at].parent)).skip(1)
    }

    /// The shown text inside a node on one line.
    pub(crate) fn line(&self, at: usize) -> String {
        let (mut out, mut ends, mut i) = (String::new(), Vec::new(), at);
        while i < self.nodes[at].end.max(at + 1) {
            while ends.pop_if(|end| *end <= i).is_some() {
                out.push(' ');
            }
            let node = &self.nodes[i];
            if node.hidden && i != at {
                i = node.end.max(i + 1);
                continue;
            }
            if node.is_block() || node.name == "br" {
                out.push(' ');
                ends.push(node.end);
            }
            out.push_str(&node.text);
            i += 1;
        }
        collapse(&out)
    }

    /// The first element with this name.
    pub(crate) fn first(&self, name: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.name == name)
    }
}

fn element(node: &NodeRef<'_>, parent: usize) -> Node {
    let name = node.node_name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
    let attributes: Vec<(&'static str, String)> = node
        .attrs()
        .into_iter()
        .filter_map(|attribute| {
            let name = ATTRIBUTES.into_iter().find(|name| (*attribute.name.local).eq_ignore_ascii_case(name))?;
            Some((name, attribute.value.to_string()))
        })
        .collect();
    let value = |name: &str| attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str());
    let hidden = UNSEEN.contains(&name.as_str())
        || value("hidden").is_some()
        || value("aria-hidden") == Some("true")
        || value("style").is_some_and(|style| style.to_ascii_lowercase().replace(' ', "").contains("display:none"));
    // An element without a name would pass for a text.
    let name = if name.is_empty() { "unknown".to_owned() } else { name };
    Node { name, attributes, parent, hidden, ..Node::default() }
}

/// A count as a number to weigh.
pub(crate) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A text with every stretch of blanks as one space and none at its ends; joiners and all letters are kept.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_places() {
        let tree = Tree::parse("<body><div id=a>ab <a href=x>cd</a><script>no</script></div><p hidden>x</p>e</body>");
        let body = tree.first("body").unwrap();
        let div = tree.first("div").unwrap();
        assert_eq!((tree.nodes[div].chars, tree.nodes[div].linked, tree.nodes[div].links), (4, 2, 1));
        assert_eq!(tree.nodes[body].chars, 5);
        assert!(tree.holds(body, div) && !tree.holds(div, body));
        assert_eq!(tree.line(body), "ab cd e");
        assert_eq!(tree.around(div).next(), Some(body));
    }

    #[test]
    fn collapsing_keeps_joiners() {
        assert_eq!(collapse(" می\u{200C}رود\n\t و\u{A0}بازمی\u{200C}گردد "), "می\u{200C}رود و بازمی\u{200C}گردد"); // "goes and comes back"
    }

    #[test]
    fn depth_is_no_danger() {
        let deep = "<div>".repeat(2_000) + "x";
        assert_eq!(Tree::parse(&deep).nodes[0].chars, 1);
    }
}
