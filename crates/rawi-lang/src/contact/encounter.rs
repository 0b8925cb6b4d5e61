//! What a rule makes of a sentence: the sides of an encounter and the words that tell of it.

use std::ops::Range;

use rawi_model::PartyRole;

use super::{ContactHit, ContactPart};
use crate::{Passage, Place};

/// One side of an encounter, as the sentence gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// A noun phrase.
    Phrase {
        /// Its tokens.
        tokens: Range<usize>,
        /// Bytes of glued particles before its first word, in the folded form.
        skip: usize,
        /// Noun phrases beside it that name the same.
        beside: Vec<Range<usize>>,
    },
    /// The one who acts in the sentence, or who spoke last.
    Carried,
    /// The one whose words tell of it in the first person.
    Speaker,
    /// Both sides of the contact told before: «دو وزیر … دیدار کردند».
    Both,
}

impl Side {
    pub(crate) fn plain(tokens: Range<usize>) -> Self {
        Self::Phrase { tokens, skip: 0, beside: Vec::new() }
    }
}

/// One contact that a rule found in a sentence.
#[derive(Clone, Debug)]
pub struct Encounter {
    /// The rule's id.
    pub basis: &'static str,
    /// The sides with their parts, the one who acts first.
    pub sides: Vec<(Side, PartyRole)>,
    /// The tokens that tell of it.
    pub evidence: Range<usize>,
    /// The form of the verb that tells of it, where it is not the contact word's own.
    pub part: Option<ContactPart>,
}

impl Encounter {
    /// Whether a verb that does no more than hold the noun tells of it: «أجرى الوزير محادثات» (the minister held talks).
    pub fn by_light_verb(&self) -> bool {
        self.basis.contains("/light-")
    }
}

/// One shape of telling a contact. Its id is the path of its file: `fa/contact/verb-with` is `src/fa/contact/verb_with.rs`.
#[derive(Clone, Copy, Debug)]
pub struct ContactRule {
    /// The id that readings show as `basis`.
    pub id: &'static str,
    /// Tries the shape on a contact word within its sentence and paragraph.
    pub read: fn(&Passage<'_>, &ContactHit<'_>, &Place) -> Option<Encounter>,
}
