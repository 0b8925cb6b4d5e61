//! A statement as it is found, before keys and spans are given.

use std::ops::Range;

use rawi_actor::MemberId;
use rawi_model::{Event, Form};

/// A statement as it is found.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) basis: &'static str,
    /// The tokens of the cue, and bytes of a glued conjunction before it.
    pub(crate) cue: Option<(Range<usize>, usize)>,
    pub(crate) lemma: String,
    pub(crate) speaker: Option<MemberId>,
    pub(crate) audience: Vec<MemberId>,
    pub(crate) via: Vec<MemberId>,
    /// The tokens of the content, in order.
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) form: Form,
    pub(crate) event: Option<Event>,
    /// The index of the statement inside which it is told.
    pub(crate) within: Option<usize>,
    /// Other places of the same words.
    pub(crate) also: Vec<Range<usize>>,
    /// Whether it stands in a headline.
    pub(crate) headline: bool,
}

impl Draft {
    /// The first token of the content.
    pub(crate) fn start(&self) -> usize {
        self.content.first().map_or(0, |c| c.start)
    }

    /// One past the last token of the content.
    pub(crate) fn end(&self) -> usize {
        self.content.last().map_or(0, |c| c.end)
    }

    /// Puts in place of each member the one that it turned out to be.
    pub(crate) fn follow(&mut self, into: &[MemberId]) {
        let all = self.speaker.iter_mut().chain(&mut self.audience).chain(&mut self.via);
        all.for_each(|m| *m = into[*m]);
    }
}
