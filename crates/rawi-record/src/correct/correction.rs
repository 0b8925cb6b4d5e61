//! One correction: what a user said about actors.

use rawi_model::{ActorKind, Names};
use serde::{Deserialize, Serialize};

use super::address;
use crate::column::{from_json, json};
use crate::error::{RecordError, Result};
use crate::words::search_form;

/// An actor that a user brings in.
///
/// ```
/// use rawi_record::correct::Added;
/// let names = [("fa", "نگار دریانی"), ("en", "Negar Daryani")].map(|(l, n)| (l.to_owned(), n.to_owned()));
/// let added = Added { names: names.into(), ..Added::default() };
/// assert_eq!(added.address().as_deref(), Some("person:نگار دریانی")); // by its Persian name
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// What it is.
    pub kind: ActorKind,
    /// Its names by language code.
    pub names: Names,
    /// Its Wikidata id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
}

impl Added {
    /// Its address: the Wikidata id, else kind and name, the Persian name before the Arabic and English ones. None where
    /// it has neither.
    pub fn address(&self) -> Option<String> {
        if let Some(id) = &self.wikidata {
            return Some(id.clone());
        }
        let first = ["fa", "ar", "en"].iter().filter_map(|l| self.names.get(*l));
        let mut names = first.chain(self.names.values()).map(|n| search_form(n)).filter(|n| !n.is_empty());
        names.next().map(|name| address::of(self.kind, None, &name))
    }
}

/// What a user says about actors. Actors are called by their addresses: ids as `rawi actor list` prints them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "correction", rename_all = "kebab-case")]
pub enum Correction {
    /// Both are one, shown as the first.
    Merge {
        /// The one that stays.
        subject: String,
        /// The one that goes into it.
        object: String,
    },
    /// One stands alone from here on: what it was merged with before is taken back.
    Split {
        /// The one, or the actor of one document.
        subject: String,
        /// What its document calls it.
        object: Option<String>,
    },
    /// One is shown under another name.
    Rename {
        /// The one.
        subject: String,
        /// The name.
        object: String,
    },
    /// Two are never one.
    NotSame {
        /// The one.
        subject: String,
        /// The other.
        object: String,
    },
    /// A new actor.
    Add {
        /// Its address.
        subject: String,
        /// The actor.
        #[serde(flatten)]
        object: Added,
    },
}

impl Correction {
    /// A correction from its columns, its addresses made regular.
    ///
    /// # Errors
    /// Where there is no such correction.
    ///
    /// ```
    /// use rawi_record::correct::Correction;
    /// let one = Correction::new("rename", "person/bahram-rudi", Some("بهرام رودی")).unwrap(); // an invented name
    /// assert_eq!((one.kind(), one.subject()), ("rename", "person/bahram-rudi"));
    /// assert!(Correction::new("rename", "person/bahram-rudi", None).is_err());
    /// ```
    pub fn new(kind: &str, subject: &str, object: Option<&str>) -> Result<Self> {
        let actor = |typed: &str| address::read(typed).ok_or_else(|| RecordError::Correction(format!("`{typed}` is no id of an actor")));
        let object = object.map(str::trim).filter(|o| !o.is_empty());
        let needed = || object.ok_or_else(|| RecordError::Correction(format!("`{kind}` of `{subject}` lacks its second part")));
        Ok(match kind {
            "merge" => Self::Merge { subject: actor(subject)?, object: actor(needed()?)? },
            "split" => Self::Split { subject: actor(subject)?, object: object.map(ToOwned::to_owned) },
            "rename" => Self::Rename { subject: actor(subject)?, object: needed()?.to_owned() },
            "not-same" => Self::NotSame { subject: actor(subject)?, object: actor(needed()?)? },
            "add" => Self::Add { subject: actor(subject)?, object: from_json(needed()?)? },
            _ => return Err(RecordError::Correction(format!("`{kind}` is no kind of correction"))),
        })
    }

    /// Its kind, as it stands in the record.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Merge { .. } => "merge",
            Self::Split { .. } => "split",
            Self::Rename { .. } => "rename",
            Self::NotSame { .. } => "not-same",
            Self::Add { .. } => "add",
        }
    }

    /// The address of the first actor.
    pub fn subject(&self) -> &str {
        match self {
            Self::Merge { subject, .. }
            | Self::Split { subject, .. }
            | Self::Rename { subject, .. }
            | Self::NotSame { subject, .. }
            | Self::Add { subject, .. } => subject,
        }
    }

    /// The second column: an address, a name, or the JSON of an added actor.
    pub fn object(&self) -> Option<String> {
        match self {
            Self::Merge { object, .. } | Self::NotSame { object, .. } | Self::Rename { object, .. } => Some(object.clone()),
            Self::Split { object, .. } => object.clone(),
            Self::Add { object, .. } => Some(json(object)),
        }
    }
}

/// A correction as the record keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its number.
    pub id: i64,
    /// When it was made, ISO 8601.
    pub at: String,
    /// What it says.
    #[serde(flatten)]
    pub correction: Correction,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was undone, ISO 8601; null while it holds.
    pub undone: Option<String>,
}
