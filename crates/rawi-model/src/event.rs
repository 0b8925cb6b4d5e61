//! What words or contacts do, in PLOVER and CAMEO.

use serde::{Deserialize, Serialize};

/// The PLOVER event types that words and contacts can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Plover {
    /// To agree, to announce or to invite.
    Agree,
    /// To meet, call, visit.
    Consult,
    /// To support, praise, thank, sign.
    Support,
    /// To regret, yield, pardon.
    Concede,
    /// To ask or call for.
    Request,
    /// To blame or condemn.
    Accuse,
    /// To refuse, deny or cancel.
    Reject,
    /// To threaten or warn.
    Threaten,
}

impl Plover {
    /// The name as it stands in PLOVER: `CONSULT`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Concede => "CONCEDE",
            Self::Request => "REQUEST",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
        }
    }
}

/// What a statement's words, or a contact, do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The PLOVER type.
    pub plover: Plover,
    /// The PLOVER mode, where the type has one: `visit`, `phone`, `meet`, …
    pub mode: Option<String>,
    /// The CAMEO code, where one is settled.
    pub cameo: Option<String>,
}
