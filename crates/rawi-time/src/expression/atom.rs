//! The smallest shapes, in the order in which they are tried.

use rawi_text::TokenKind;

use super::{Finder, Parts};
use crate::words::Word;

/// A shape found, and where it ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Atom {
    pub(super) parts: Parts,
    pub(super) end: usize,
    /// Whether it may mean nowadays.
    pub(super) loose: bool,
}

impl Atom {
    pub(super) fn new(parts: Parts, end: usize) -> Self {
        Self { parts, end, loose: false }
    }
}

impl Finder<'_> {
    pub(super) fn is(&self, at: usize, skip: usize, class: Word) -> Option<usize> {
        self.class(at, skip, |w| (w == class).then_some(())).map(|x| x.1)
    }

    /// The shape at a token. `start` is where the whole expression begins.
    pub(super) fn atom(&self, start: usize, at: usize, skip: usize) -> Option<Atom> {
        let bare = (start == at).then_some(start);
        if self.tokens.kind(at) == TokenKind::Number {
            if let Some((parts, end)) = self.numeric(at) {
                return Some(Atom::new(parts, end));
            }
            return self
                .day_of_month(at, skip)
                .or_else(|| self.marked_year(at))
                .or_else(|| self.year_of_event(at))
                .or_else(|| self.first_months(at, skip))
                .or_else(|| self.ago(at, skip));
        }
        self.day_of_feast(at, skip)
            .or_else(|| self.nth_weekday(at, skip))
            .or_else(|| self.weekday(bare, at, skip))
            .or_else(|| self.relative(at, skip))
            .or_else(|| self.day_of_month(at, skip))
            .or_else(|| self.named(at, skip))
            .or_else(|| self.portion(at, skip))
            .or_else(|| self.month(at, skip))
            .or_else(|| self.year(at, skip))
            .or_else(|| self.decade(at, skip))
            .or_else(|| self.first_months(at, skip))
            .or_else(|| self.unit(at, skip))
            .or_else(|| self.ago(at, skip))
            .or_else(|| self.season(at, skip))
    }
}
