//! Pages into articles: what the page says of itself, where the article stands in it, and its blocks with the roles that
//! the markup tells.
//!
//! Here belongs the markup. What the words of a block say, such as a date line that no class marks, is for the reader.

mod article;
mod blocks;
mod charset;
mod class;
mod fallback;
mod guard;
mod meta;
mod post;
mod tree;

use rawi_model::{Block, BlockRole, Language};
use rawi_text::CharSpan;

use self::article::Article;
use self::blocks::Piece;
use self::meta::Meta;
use self::tree::Tree;
use crate::document::RawDocument;
use crate::error::{Place, SourceError};
use crate::plain::text_of;

use self::post::{looks_like_posts, read_posts};

/// Reads a page: one article, or the posts of a mirrored channel.
pub(crate) fn read(place: &Place, bytes: &[u8]) -> Result<Vec<RawDocument>, SourceError> {
    let mut raw = RawDocument::of(place, None, bytes, "text/html");
    let source = text_of(&mut raw, place, bytes, charset::declared(bytes).as_deref())?;
    if !guard::is_reasonable(&source) {
        return Err(SourceError::TooComplex { place: place.clone() });
    }
    if looks_like_posts(&source) {
        let posts = read_posts(place, &source);
        if !posts.is_empty() {
            return Ok(posts);
        }
    }
    let tree = Tree::parse(&source);
    let meta = Meta::of(&tree);
    let article = Article::find(&tree, &meta);
    let mut pieces = blocks::collect(&tree, &article);
    if !has_body(&pieces)
        && let Some(found) = fallback::read(&tree, &source)
    {
        pieces.retain(|piece| piece.role != BlockRole::Body);
        pieces.extend(found);
    }
    if !pieces.iter().any(|piece| piece.role == BlockRole::Headline)
        && let Some(title) = &meta.title
    {
        match pieces.first_mut() {
            Some(first) if first.text == *title => first.role = BlockRole::Headline,
            _ => pieces.insert(0, Piece::new(BlockRole::Headline, title.clone())),
        }
    }
    if !has_body(&pieces) && pieces.iter().all(|piece| piece.role != BlockRole::Lead) {
        return Err(SourceError::Empty { place: place.clone() });
    }
    fill(&mut raw, &pieces);
    raw.document.title = pieces.iter().find(|piece| piece.role == BlockRole::Headline).map(|piece| piece.text.clone());
    raw.document.outlet = meta.outlet;
    raw.document.url = meta.url;
    raw.document.language = declared_language(meta.language.as_deref(), &raw.document.text);
    raw.published = meta.published.or(article.time).or_else(|| dateline(&pieces));
    Ok(vec![raw])
}

/// Reads a text that is no page but may hold the posts of a mirrored channel as fragments of one.
pub(crate) fn read_fragments(place: &Place, bytes: &[u8]) -> Option<Vec<RawDocument>> {
    let source = std::str::from_utf8(bytes).ok().filter(|source| looks_like_posts(source) && guard::is_reasonable(source))?;
    Some(read_posts(place, source)).filter(|posts| !posts.is_empty())
}

/// The date line, in one or several pieces.
fn dateline(pieces: &[Piece]) -> Option<String> {
    let lines: Vec<&str> = pieces.iter().filter(|piece| piece.is_dateline()).map(|piece| piece.text.as_str()).take(3).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

fn has_body(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.role == BlockRole::Body)
}

/// Writes the pieces as the document's text and blocks, a blank line between them.
fn fill(raw: &mut RawDocument, pieces: &[Piece]) {
    let mut at = 0_u32;
    for piece in pieces {
        if !raw.document.text.is_empty() {
            raw.document.text.push_str("\n\n");
            at += 2;
        }
        let end = at + piece.text.chars().count() as u32;
        raw.document.text.push_str(&piece.text);
        raw.document.blocks.push(Block { span: CharSpan { start: at, end }, role: piece.role });
        at = end;
    }
}

/// The language that the page declares, unless the letters speak against it: templates in English often keep `lang="en"`.
fn declared_language(code: Option<&str>, text: &str) -> Language {
    let Some(language) = code.and_then(Language::from_code) else { return Language::Other };
    let (mut arabic, mut latin) = (0_usize, 0_usize);
    for c in text.chars() {
        arabic += usize::from(matches!(c, '\u{600}'..='\u{6FF}'));
        latin += usize::from(c.is_ascii_alphabetic());
    }
    if language.is_right_to_left() == (arabic > latin) { language } else { Language::Other }
}

#[cfg(test)]
mod tests;
