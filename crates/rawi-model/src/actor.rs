//! Actors: whoever speaks, is spoken to, or passes words on.

use std::collections::BTreeMap;

use rawi_text::CharSpan;
use serde::{Deserialize, Serialize};

/// What kind of actor it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// A human being.
    #[default]
    Person,
    /// An office whose holder the text does not name.
    Office,
    /// A body: ministry, company, league.
    Organization,
    /// A state.
    State,
    /// An armed or political group, or several people taken together.
    Group,
    /// A newspaper, agency, channel.
    Media,
    /// A place.
    Place,
    /// A document that speaks: «البيان» (the communiqué).
    Document,
    /// A source that the text does not name: «منبع مطلع» (an informed source).
    Unnamed,
}

impl ActorKind {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Office => "office",
            Self::Organization => "organization",
            Self::State => "state",
            Self::Group => "group",
            Self::Media => "media",
            Self::Place => "place",
            Self::Document => "document",
            Self::Unnamed => "unnamed",
        }
    }
}

/// How a mention points to its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// By name: «اسماعیل هنیه».
    Name,
    /// By office or description: «رئیس دفتر سیاسی حماس».
    Role,
    /// By pronoun: «وی» (he, she).
    Pronoun,
}

impl MentionKind {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::Pronoun => "pronoun",
        }
    }
}

/// One place where the text mentions an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands.
    #[serde(flatten)]
    pub span: CharSpan,
    /// The words there.
    pub text: String,
    /// By name, role or pronoun.
    pub kind: MentionKind,
}

/// Names of one actor by language code.
pub type Names = BTreeMap<String, String>;

/// An actor of one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// The key by which statements and contacts of the same reading name it: `a0`, `a1`, …
    pub key: String,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// The best name: the registry's in the document's language, else the fullest in the text.
    pub name: String,
    /// The registry's names by language.
    #[serde(default, skip_serializing_if = "Names::is_empty")]
    pub names: Names,
    /// Its address in the registry, where it is known there: `person/abbas-araghchi`, `office/foreign_minister/OM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// Wikidata id, from the registry alone.
    #[serde(default)]
    pub wikidata: Option<String>,
    /// CAMEO actor code, as far as it is known.
    #[serde(default)]
    pub code: Option<String>,
    /// The key of the office that it held at the time.
    #[serde(default)]
    pub office: Option<String>,
    /// The key of the state or body that it belongs to.
    #[serde(default)]
    pub of: Option<String>,
    /// Where the text mentions it, in order.
    pub mentions: Vec<Mention>,
}
