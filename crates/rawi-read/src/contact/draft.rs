//! A contact as it is found, before keys and spans are given.

use std::ops::Range;

use rawi_actor::MemberId;
use rawi_model::{ContactKind, PartyRole, Status};
use rawi_text::ByteSpan;
use rawi_time::Dated;

/// A contact as it is found.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that is told of it or isn't")]
pub(crate) struct Draft {
    pub(crate) kind: ContactKind,
    pub(crate) parties: Vec<(MemberId, PartyRole)>,
    pub(crate) status: Status,
    pub(crate) date: Option<Dated>,
    /// The tokens that tell of it first.
    pub(crate) evidence: Range<usize>,
    pub(crate) tellings: Vec<Telling>,
    pub(crate) place: Option<ByteSpan>,
    pub(crate) via: Vec<MemberId>,
    pub(crate) basis: &'static str,
    /// Whether a plainer word tells its kind better.
    pub(crate) loose: bool,
    /// Whether an envoy was called in: that is a protest and no consultation.
    pub(crate) summons: bool,
    /// Whether a word beside it says that it is over: «زيارته الماضية».
    pub(crate) over: bool,
    /// Whether it is told in the headline or above it.
    pub(crate) headline: bool,
    /// Whether it is told in the first lines of the text.
    pub(crate) lead: bool,
    /// Parties known by an office or relation alone.
    pub(crate) vague: Vec<MemberId>,
}

/// One place where a contact is told.
#[derive(Clone, Debug)]
pub(crate) struct Telling {
    /// The bytes of the words that tell of it.
    pub(crate) span: ByteSpan,
    /// The bytes in which its day may stand.
    pub(crate) clause: ByteSpan,
    /// Where the clause has no day: the bytes whose one date may be its day.
    pub(crate) wide: Option<ByteSpan>,
    /// Where neither has one: the bytes of the sentence before.
    pub(crate) before: Option<ByteSpan>,
}

impl Telling {
    /// A telling whose day stands in a clause or nowhere.
    pub(crate) fn new(span: ByteSpan, clause: ByteSpan) -> Self {
        Self { span, clause, wide: None, before: None }
    }
}

impl Draft {
    /// Puts in place of each member the one that it turned out to be.
    pub(crate) fn follow(&mut self, into: &[MemberId]) {
        let parties = self.parties.iter_mut().map(|p| &mut p.0);
        parties.chain(&mut self.via).chain(&mut self.vague).for_each(|m| *m = into[*m]);
        // Of several, those of whom the text turned out to tell as one are one party.
        for at in (1..self.parties.len()).rev() {
            if self.parties.len() > 2 && self.parties[..at].iter().any(|p| p.0 == self.parties[at].0) {
                self.parties.remove(at);
            }
        }
    }

    /// Its parties without their parts.
    pub(crate) fn members(&self) -> impl Iterator<Item = MemberId> + '_ {
        self.parties.iter().map(|p| p.0)
    }

    /// Whether somebody is one of its parties.
    pub(crate) fn has(&self, member: MemberId) -> bool {
        self.members().any(|m| m == member)
    }

    /// Whether it goes from one to another, so that the other way round it is another contact.
    pub(crate) fn is_directed(&self) -> bool {
        matches!(self.kind, ContactKind::Letter | ContactKind::Message | ContactKind::Visit)
    }
}
