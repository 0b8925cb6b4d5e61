//! Contacts: who met, called or wrote to whom.

use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_model::{Contact, ContactKind, PartyRole, Status};
use rawi_text::CharIndex;
use rawi_time::{Dated, Day};

use crate::date::{Found, FoundDate};
use crate::reader::{Keys, Scene};
use crate::statement;

/// A contact as it is found, before keys and spans are given.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: ContactKind,
    pub(crate) parties: Vec<(MemberId, PartyRole)>,
    pub(crate) status: Status,
    pub(crate) date: Option<Dated>,
    /// The tokens that tell of it.
    pub(crate) evidence: Range<usize>,
    pub(crate) via: Vec<MemberId>,
    pub(crate) basis: &'static str,
    pub(crate) confidence: f32,
}

/// Finds the contacts of a document.
pub(crate) fn find(_scene: &Scene<'_>, _cast: &mut Cast<'_>, _dates: &[FoundDate], _statements: &[statement::Draft]) -> Vec<Draft> {
    Vec::new()
}

/// Gives contacts their days.
pub(crate) fn date(_contacts: &mut [Draft], _dates: &[FoundDate], _published: &Option<Day>) {}

/// The contacts as readings show them.
pub(crate) fn finish(_contacts: Vec<Draft>, _keys: &Keys, _index: &CharIndex<'_>, _found: &Found) -> Vec<Contact> {
    Vec::new()
}
