//! Contacts: who met, called or wrote to whom.

use rawi_text::CharSpan;
use rawi_time::Dated;
use serde::{Deserialize, Serialize};

use crate::Event;

/// What kind of contact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactKind {
    /// Face to face.
    Meeting,
    /// By telephone or another remote medium.
    Call,
    /// A letter.
    Letter,
    /// A message, oral or carried.
    Message,
    /// A visit to a place, state or body.
    Visit,
    /// Rounds, conferences, summits of several parties.
    Talks,
    /// An interview.
    Interview,
    /// A ceremony.
    Ceremony,
}

impl ContactKind {
    /// All kinds, in the order of the definition.
    pub const ALL: [Self; 8] =
        [Self::Meeting, Self::Call, Self::Letter, Self::Message, Self::Visit, Self::Talks, Self::Interview, Self::Ceremony];

    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Call => "call",
            Self::Letter => "letter",
            Self::Message => "message",
            Self::Visit => "visit",
            Self::Talks => "talks",
            Self::Interview => "interview",
            Self::Ceremony => "ceremony",
        }
    }
}

/// The part that a party had in a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartyRole {
    /// Received the other.
    Host,
    /// Was received.
    Guest,
    /// Called or wrote.
    Initiator,
    /// Was called or written to.
    Recipient,
    /// Stood between.
    Mediator,
    /// Took part.
    Participant,
}

impl PartyRole {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Guest => "guest",
            Self::Initiator => "initiator",
            Self::Recipient => "recipient",
            Self::Mediator => "mediator",
            Self::Participant => "participant",
        }
    }
}

/// Whether a contact took place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It took place.
    #[default]
    Held,
    /// It is announced.
    Planned,
    /// It is denied.
    Denied,
    /// It is wished for or called for.
    Proposed,
    /// It was called off.
    Cancelled,
}

impl Status {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Planned => "planned",
            Self::Denied => "denied",
            Self::Proposed => "proposed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// One side of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The key of the actor.
    pub actor: String,
    /// Its part.
    pub role: PartyRole,
}

/// One contact that a document tells of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// `c0`, `c1`, … in the order of the text.
    pub id: String,
    /// What kind it is.
    pub kind: ContactKind,
    /// The sides that took part.
    pub parties: Vec<Party>,
    /// Whether it took place.
    #[serde(default)]
    pub status: Status,
    /// The day on which it took place or is to take place, kept apart from the day of publication.
    pub date: Option<Dated>,
    /// Where, in the words of the text.
    pub place: Option<String>,
    /// The words that tell of it.
    pub evidence: Vec<CharSpan>,
    /// The keys of those through whom the report reached this document.
    pub via: Vec<String>,
    /// Its PLOVER type and mode.
    pub event: Option<Event>,
    /// The rule that found it: `fa/meeting-with`.
    pub basis: String,
    /// How sure the rule is, 0 to 1.
    pub confidence: f32,
}
