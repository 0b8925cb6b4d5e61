//! One entry of the registry.

use std::collections::BTreeMap;

use rawi_model::ActorKind;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryKind {
    /// A state.
    State,
    /// A body.
    Organization,
    /// An armed or political group.
    Group,
    /// A newspaper, agency, channel.
    Media,
    /// A person.
    Person,
}

impl EntryKind {
    /// The kind that an actor made from it has.
    pub fn actor(self) -> ActorKind {
        match self {
            Self::State => ActorKind::State,
            Self::Organization => ActorKind::Organization,
            Self::Group => ActorKind::Group,
            Self::Media => ActorKind::Media,
            Self::Person => ActorKind::Person,
        }
    }
}

/// One term of office of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The id of the office.
    pub office: String,
    /// The id of the state or body.
    pub of: Option<String>,
    /// First day, ISO 8601.
    pub start: Option<String>,
    /// Last day, ISO 8601.
    pub end: Option<String>,
}

/// One entry of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its id within its kind.
    pub id: String,
    /// Its names by language code.
    pub names: BTreeMap<String, String>,
    /// Its other names that mean nothing else, in any language.
    pub also: Vec<String>,
    /// Of a state, its adjective by language code, indefinite.
    pub(crate) adjectives: BTreeMap<&'static str, String>,
    /// Its Wikidata id.
    pub wikidata: Option<String>,
    /// Its CAMEO code.
    pub code: Option<String>,
    /// The id of the state it belongs to.
    pub state: Option<String>,
    /// Of a person, the terms of office.
    pub terms: Vec<Term>,
    /// Of an outlet, the names by which corpora and hosts call it.
    pub sources: Vec<String>,
    /// Whether it is a channel of a messenger.
    pub is_channel: bool,
    /// Whether it is a news agency.
    pub is_agency: bool,
}

impl Entry {
    /// Its address: its kind and its id, `person/abbas-araghchi`.
    pub fn address(&self) -> String {
        format!("{}/{}", self.kind.actor().name(), self.id)
    }
}
