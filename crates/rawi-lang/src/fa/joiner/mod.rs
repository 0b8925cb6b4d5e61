//! The zero-width non-joiner put back where it was lost: deleted («میکرد») or turned into a space («می کرد», he did),
//! also both in one text.
//!
//! Words that are written in one way alone are decided by themselves: the counted forms of `data/fa/joiner.txt`, and for
//! words that no text has shown the endings of `data/fa/joiner.toml`. Where the glued spelling is a habit of writing as
//! well («کتابها» for «کتاب‌ها», books), the rest of the line decides: it is cut if the line has lost joiners elsewhere
//! or, if the habit is rare, has none at all, and left alone where the line has kept its joiners. A joiner is never taken away, and nothing is
//! joined over a mark, a digit or a line's end.

mod cut;
mod hashed;
mod letter;
mod line;
mod piece;
mod table;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use rawi_text::ByteSpan;

pub use line::Restorer;

/// The zero-width non-joiner.
pub const JOINER: &str = "\u{200C}";

/// What a joiner joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// A verb to the prefix of the present: «می‌کرد» (he was doing).
    Verb,
    /// An ending of the plural: «گروه‌های» (groups of).
    Plural,
    /// An ending after a silent he: «شده‌اند» (they have become).
    AfterHe,
    /// An ending of degree: «بزرگ‌تر» (larger).
    Degree,
    /// Two words: «بین‌المللی» (international).
    Compound,
}

impl Kind {
    /// Its name, as reasons tell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Verb => "verb prefix",
            Self::Plural => "plural",
            Self::AfterHe => "ending after he",
            Self::Degree => "degree",
            Self::Compound => "compound",
        }
    }
}

/// How a joiner was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// It was deleted.
    Deleted,
    /// It became a space.
    Space,
}

/// One joiner to be put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The place: empty where the joiner was deleted, else the space.
    pub span: ByteSpan,
    /// How it was lost.
    pub loss: Loss,
    /// What it joins.
    pub kind: Kind,
}

impl Edit {
    /// What the span becomes.
    pub fn replacement(&self) -> &'static str {
        JOINER
    }
}

/// The joiners that a text has lost, in the order of their places.
///
/// Lines in another language than Persian are left alone.
///
/// ```
/// use rawi_lang::joiner::{Kind, Loss, restore};
/// let edits = restore("او میکرد و گروه های دیگر"); // "he was doing, and other groups"
/// assert_eq!((edits[0].loss, edits[0].kind), (Loss::Deleted, Kind::Verb));
/// assert_eq!((edits[1].loss, edits[1].kind), (Loss::Space, Kind::Plural));
/// assert!(restore("وقال الوزير إن المياه كافية").is_empty()); // Arabic: "the minister said that there is enough water"
/// ```
pub fn restore(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    Restorer::new().edits(text, &mut edits);
    edits
}

/// A text with its joiners back.
///
/// ```
/// // "they have become international"
/// assert_eq!(rawi_lang::joiner::restored("بینالمللی شده اند"), "بین\u{200C}المللی شده\u{200C}اند");
/// ```
pub fn restored(text: &str) -> Cow<'_, str> {
    let edits = restore(text);
    if edits.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + edits.len() * JOINER.len());
    apply(text, &edits, &mut out);
    Cow::Owned(out)
}

/// Writes a text with its edits made.
pub fn apply(text: &str, edits: &[Edit], out: &mut String) {
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start as usize]);
        out.push_str(edit.replacement());
        at = edit.span.end as usize;
    }
    out.push_str(&text[at..]);
}
