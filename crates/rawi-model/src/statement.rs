//! Statements: one stretch of content that one cue gives to one speaker.

use rawi_text::CharSpan;
use rawi_time::Dated;
use serde::{Deserialize, Serialize};

use crate::Event;

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Between quotation marks, or after a cue and colon.
    Direct,
    /// After که / إنّ / أنّ, or as a verbal noun.
    Indirect,
    /// An act of speech told in a phrase: «خواستار … شد» (called for …).
    Paraphrase,
    /// A letter, speech or answer given whole.
    Document,
}

impl Form {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Paraphrase => "paraphrase",
            Self::Document => "document",
        }
    }
}

/// The words that give the content to the speaker: «تأکید کردند» (stressed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// Where they stand.
    #[serde(flatten)]
    pub span: CharSpan,
    /// Their dictionary form: «تأکید کردن».
    pub lemma: String,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// `s0`, `s1`, … in the order of the text.
    pub id: String,
    /// The key of the actor who said it; none when the text does not tell.
    pub speaker: Option<String>,
    /// The keys of those to whom it was said, where the text says so.
    pub audience: Vec<String>,
    /// The words that attribute it; none for an answer or a document given whole.
    pub cue: Option<Cue>,
    /// Where its content stands; several spans when something stands between.
    pub content: Vec<CharSpan>,
    /// How the words are given.
    pub form: Form,
    /// The keys of those through whom it reached this document, from the speaker's side outward.
    pub via: Vec<String>,
    /// The day on which it was said, where that is known.
    pub date: Option<Dated>,
    /// What the words do; none for a plain assertion.
    pub event: Option<Event>,
    /// The id of the contact at which it was said.
    pub contact: Option<String>,
    /// The id of the statement inside which it is told.
    pub within: Option<String>,
    /// Other places where the same words stand: headline, pull quote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<CharSpan>,
    /// The rule that found it: `fa/verb-colon`.
    pub basis: String,
    /// How sure the rule is, 0 to 1.
    pub confidence: f32,
}
