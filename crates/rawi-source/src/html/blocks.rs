//! The article into blocks.

use rawi_model::BlockRole;

use super::article::Article;
use super::class::Use;
use super::tree::{Tree, collapse};

/// A block before its place is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) role: BlockRole,
    pub(crate) text: String,
    /// Whether it stands in a `<blockquote>`.
    quoted: bool,
}

impl Piece {
    /// A block of some role.
    pub(crate) fn new(role: BlockRole, text: String) -> Self {
        Self { role, text, quoted: false }
    }

    /// Whether it gives the date.
    pub(crate) fn is_dateline(&self) -> bool {
        self.role == BlockRole::Dateline
    }
}

/// The blocks of an article in the order of the page.
pub(crate) fn collect(tree: &Tree, article: &Article) -> Vec<Piece> {
    let mut pieces = Collector::new(tree, article).run();
    let headline = pieces.iter().find(|piece| piece.role == BlockRole::Headline).map(|piece| piece.text.clone());
    if let Some(headline) = headline {
        pieces.retain(|piece| piece.role == BlockRole::Headline || piece.text != headline);
    }
    settle_head(&mut pieces);
    settle_quotes(&mut pieces);
    if let Some(tags) = tags(tree, article) {
        pieces.push(Piece::new(BlockRole::Tags, tags));
    }
    pieces
}

/// Short lines of the body over the headline are its kicker and what leads to it; a short line under it with a day's
/// figures is the date line.
fn settle_head(pieces: &mut Vec<Piece>) {
    let Some(headline) = pieces.iter().position(|piece| piece.role == BlockRole::Headline) else { return };
    let body = |piece: &Piece| piece.role == BlockRole::Body;
    let before: usize = pieces[..headline].iter().filter(|piece| body(piece)).map(|piece| piece.text.len()).sum();
    let whole: usize = pieces.iter().map(|piece| piece.text.len()).sum();
    let dated = pieces.iter().any(Piece::is_dateline);
    let short = |piece: &Piece| !body(piece) || piece.text.chars().count() < 80;
    let under = headline + 1..pieces.iter().skip(headline + 1).position(|piece| !short(piece)).map_or(0, |n| n + headline + 1);
    if let Some(line) = under.filter(|_| !dated).find(|&at| body(&pieces[at]) && looks_like_date(&pieces[at].text)) {
        pieces[line].role = BlockRole::Dateline;
    }
    if before * 5 < whole {
        if headline > 0 && body(&pieces[headline - 1]) && pieces[headline - 1].text.chars().count() <= 120 {
            let role = if looks_like_date(&pieces[headline - 1].text) { BlockRole::Dateline } else { BlockRole::Kicker };
            pieces[headline - 1].role = role;
        }
        let mut at = 0;
        pieces.retain(|piece| {
            at += 1;
            at > headline || !body(piece)
        });
    }
}

/// Whether a line is short and has a year of four digits and a day's figures beside it.
fn looks_like_date(line: &str) -> bool {
    let runs: Vec<usize> = line.split(|c: char| !c.is_numeric()).map(|run| run.chars().count()).filter(|length| *length > 0).collect();
    let digits: usize = runs.iter().sum();
    runs.contains(&4) && runs.iter().any(|run| *run < 3) && digits <= 16 && line.chars().count() <= 60
}

/// A quotation whose words stand elsewhere in the body is a pull quote; any other is part of the text. More than a few
/// dozen quotations are no pull quotes.
fn settle_quotes(pieces: &mut [Piece]) {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let quoted: Vec<usize> = (0..pieces.len()).filter(|&at| pieces[at].quoted && pieces[at].role == BlockRole::Body).take(65).collect();
    if quoted.is_empty() || quoted.len() > 64 {
        return;
    }
    let unquoted = pieces.iter().filter(|piece| piece.role == BlockRole::Body && !piece.quoted);
    let body: Vec<String> = unquoted.map(|piece| bare(&piece.text)).collect();
    for at in quoted {
        let words = bare(&pieces[at].text);
        if body.iter().any(|text| text.contains(&words)) {
            pieces[at].role = BlockRole::PullQuote;
        }
    }
}

/// The tags of the article on one line.
fn tags(tree: &Tree, article: &Article) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    let outer = tree.around(article.region).next().unwrap_or(0);
    for at in tree.inside(outer) {
        let node = &tree.nodes[at];
        let marked = node.attribute("rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|r| r == "tag"));
        let within = || tree.around(at).take_while(|&up| up != outer).any(|up| article.uses[up] == Some(Use::Tags));
        if node.name == "a" && !node.hidden && node.chars > 1 && node.chars < 60 && (marked || within()) {
            let tag = tree.line(at);
            if !found.contains(&tag) {
                found.push(tag);
            }
        }
    }
    found.truncate(40);
    let separator = if found.iter().any(|tag| tag.contains('\u{60C}')) { " | " } else { "\u{60C} " };
    (!found.is_empty()).then(|| found.join(separator))
}

/// Where a stretch of the page ends, and what its blocks are.
struct Frame {
    end: usize,
    role: Option<BlockRole>,
    block: bool,
    quoted: bool,
}

struct Collector<'t> {
    tree: &'t Tree,
    article: &'t Article,
    pieces: Vec<Piece>,
    frames: Vec<Frame>,
    line: String,
    /// Whether all of the line so far is bold.
    bold: bool,
    /// Line breaks that came one after the other.
    breaks: u8,
    /// The element that the lead stands in.
    lead: Option<usize>,
}

impl<'t> Collector<'t> {
    fn new(tree: &'t Tree, article: &'t Article) -> Self {
        Self { tree, article, pieces: Vec::new(), frames: Vec::new(), line: String::new(), bold: true, breaks: 0, lead: None }
    }

    fn run(mut self) -> Vec<Piece> {
        let region = self.article.region;
        let mut at = region;
        while at < self.tree.nodes[region].end {
            self.leave(at);
            at = self.step(at);
        }
        self.leave(usize::MAX);
        self.flush();
        self.pieces
    }

    /// Ends what ends before this node.
    fn leave(&mut self, at: usize) {
        while self.frames.last().is_some_and(|frame| frame.end <= at) {
            if self.frames.last().is_some_and(|frame| frame.block) {
                self.flush();
            }
            self.frames.pop();
        }
    }

    /// Takes one node and tells the next to take.
    fn step(&mut self, at: usize) -> usize {
        let node = &self.tree.nodes[at];
        if node.is_text() {
            if !node.text.trim().is_empty() {
                self.breaks = 0;
                let bold = self.tree.around(at).take(4).any(|up| matches!(self.tree.nodes[up].name.as_str(), "b" | "strong"));
                self.bold &= bold;
            }
            self.line.push_str(&node.text);
            return at + 1;
        }
        if node.name == "br" {
            self.line_break();
            return at + 1;
        }
        let headline = self.article.headline == Some(at);
        let found = self.article.uses[at];
        if node.hidden || (!headline && self.skips(at, found)) {
            if node.is_block() {
                self.flush();
            }
            return node.end.max(at + 1);
        }
        let role = if headline { Some(BlockRole::Headline) } else { self.role(at, found) };
        let block = node.is_block() || role.is_some();
        if block {
            self.flush();
        }
        let role = role.or_else(|| self.frames.last().and_then(|frame| frame.role));
        if role == Some(BlockRole::Lead) && self.lead.is_none() {
            self.lead = Some(at);
        }
        let quoted = node.name == "blockquote" || self.frames.last().is_some_and(|frame| frame.quoted);
        self.frames.push(Frame { end: node.end, role, block, quoted });
        at + 1
    }

    /// Whether an element is none of the article's.
    fn skips(&self, at: usize, found: Option<Use>) -> bool {
        let node = &self.tree.nodes[at];
        let article = self.article;
        if matches!(found, Some(Use::Skip | Use::Tags)) {
            return !article.headline.is_some_and(|headline| self.tree.holds(at, headline)) && !self.tree.holds(at, article.body);
        }
        // Lists of links, and lines that are one link: read also, more on this.
        let listed = node.links > 1 && node.link_share() > 0.6;
        let linked = matches!(node.name.as_str(), "p" | "li" | "h2" | "h3" | "h4" | "h5" | "div" | "ul")
            && node.links > 0
            && node.link_share() > 0.85;
        let inside = at != article.body && self.tree.holds(article.body, at);
        let linked =
            linked || self.tree.around(at).take_while(|&up| up != article.body && up != 0).any(|up| self.tree.nodes[up].name == "a");
        inside && node.is_block() && (listed || linked) && !article.headline.is_some_and(|headline| self.tree.holds(at, headline))
    }

    /// The role that an element gives to its blocks.
    fn role(&self, at: usize, found: Option<Use>) -> Option<BlockRole> {
        let node = &self.tree.nodes[at];
        let article = self.article;
        let inside = self.tree.holds(article.body, at);
        if at == article.body {
            return Some(BlockRole::Body);
        }
        let in_line = !node.is_block() && self.tree.around(at).take(3).any(|up| self.tree.nodes[up].name == "p");
        let before_text = !self.pieces.iter().any(|piece| piece.role == BlockRole::Body);
        match found {
            Some(Use::Kicker) if !in_line && before_text => Some(BlockRole::Kicker),
            Some(Use::Time) if !in_line && before_text && self.has_digit(at) && !self.has(BlockRole::Dateline) => Some(BlockRole::Dateline),
            Some(Use::Lead) if !in_line && before_text && self.may_lead(at) => Some(BlockRole::Lead),
            Some(Use::Caption) if !in_line && (inside || self.near_headline(at)) => Some(BlockRole::Caption),
            Some(Use::PullQuote) if inside => Some(BlockRole::PullQuote),
            _ if !inside && matches!(node.name.as_str(), "h2" | "h3") && before_text && self.beside_headline(at) => Some(BlockRole::Lead),
            _ => None,
        }
    }

    fn has(&self, role: BlockRole) -> bool {
        self.pieces.iter().any(|piece| piece.role == role)
    }

    fn has_digit(&self, at: usize) -> bool {
        self.tree.line(at).chars().any(char::is_numeric)
    }

    /// Whether an element can be the lead: the first one so named, or one beside it.
    fn may_lead(&self, at: usize) -> bool {
        let parent = |at: usize| self.tree.nodes[at].parent;
        self.lead.is_none_or(|lead| parent(lead) == parent(at)) && !self.tree.holds(at, self.article.body)
    }

    /// Whether an element stands between the headline and the body.
    fn near_headline(&self, at: usize) -> bool {
        self.article.headline.is_some_and(|headline| headline < at && at < self.article.body)
    }

    /// Whether a heading has the same parent as the headline, comes after it and is long enough for a sentence.
    fn beside_headline(&self, at: usize) -> bool {
        let parent = self.tree.nodes[at].parent;
        self.article.headline.is_some_and(|headline| headline < at && self.tree.nodes[headline].parent == parent)
            && self.tree.nodes[at].chars > 30
    }

    /// A line break ends a block after the end of a sentence, after a line all in bold, and when there are two.
    fn line_break(&mut self) {
        self.breaks = self.breaks.saturating_add(1);
        let heading = self.frames.last().is_some_and(|frame| frame.role == Some(BlockRole::Headline));
        let ended = self.line.trim_end().ends_with(['.', '!', '?', '؟', ':', '»', '”', '"', '…', '۔']);
        if !heading && (self.breaks > 1 || ended || (self.bold && !self.line.trim().is_empty())) {
            self.flush();
        } else {
            self.line.push(' ');
        }
    }

    /// Ends the block.
    fn flush(&mut self) {
        let text = collapse(&std::mem::take(&mut self.line));
        self.bold = true;
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let quoted = self.frames.last().is_some_and(|frame| frame.quoted);
        let role = match self.frames.last().and_then(|frame| frame.role) {
            Some(BlockRole::Dateline) if text.chars().filter(|c| c.is_numeric()).count() < 3 => return,
            Some(BlockRole::Body) if text.starts_with('©') && text.chars().count() < 120 => BlockRole::Caption,
            Some(role) => role,
            // Text outside the body counts only where a name says what it is, or where it dates the headline over it.
            None if looks_like_date(&text)
                && self.has(BlockRole::Headline)
                && !self.has(BlockRole::Dateline)
                && !self.has(BlockRole::Body) =>
            {
                BlockRole::Dateline
            }
            None => return,
        };
        self.pieces.push(Piece { role, text, quoted });
    }
}
