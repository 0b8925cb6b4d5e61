//! A document: its text as decoded, where it came from, and its blocks.

use rawi_text::CharSpan;
use rawi_time::Dated;
use serde::{Deserialize, Serialize};

/// A language of a document or of one of its paragraphs, by its ISO 639 code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Persian.
    Fa,
    /// Arabic.
    Ar,
    /// English.
    En,
    /// Urdu.
    Ur,
    /// Sorani Kurdish.
    Ckb,
    /// Pashto.
    Ps,
    /// Any other language, or none that can be told.
    #[default]
    Other,
}

impl Language {
    /// The code as it stands in JSON and in the record: `fa`, `ar`, …
    pub fn code(self) -> &'static str {
        match self {
            Self::Fa => "fa",
            Self::Ar => "ar",
            Self::En => "en",
            Self::Ur => "ur",
            Self::Ckb => "ckb",
            Self::Ps => "ps",
            Self::Other => "other",
        }
    }

    /// The language of a code such as `fa`, `fa-IR` or `ar_SA`; none when the code is not one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        let head = code.split(['-', '_']).next().unwrap_or(code);
        [Self::Fa, Self::Ar, Self::En, Self::Ur, Self::Ckb, Self::Ps].into_iter().find(|l| l.code().eq_ignore_ascii_case(head))
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        !matches!(self, Self::En | Self::Other)
    }
}

/// What kind of text a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Genre {
    /// An office's or agency's report of one meeting or call.
    Readout,
    /// News in general.
    Report,
    /// A letter, message, statement or speech given in full.
    Letter,
    /// Questions and answers.
    Interview,
    /// A channel's short item.
    Post,
    /// Anything else: columns, lists, pages of a site.
    #[default]
    Other,
}

impl Genre {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Readout => "readout",
            Self::Report => "report",
            Self::Letter => "letter",
            Self::Interview => "interview",
            Self::Post => "post",
            Self::Other => "other",
        }
    }
}

/// What a block of a document does there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockRole {
    /// The title over the text.
    Headline,
    /// The line over the title.
    Kicker,
    /// Place, day or agency line.
    Dateline,
    /// The paragraph that sums the news up.
    Lead,
    /// Running text.
    #[default]
    Body,
    /// An interviewer's turn.
    Question,
    /// An interviewee's turn.
    Answer,
    /// Words of the body lifted out of it.
    PullQuote,
    /// The address at the head of a letter.
    Salutation,
    /// Name, place and day at the foot of a letter.
    Signature,
    /// Words under a picture.
    Caption,
    /// Tags and keywords.
    Tags,
    /// Subscribe, share, related, end marks.
    Boilerplate,
}

impl BlockRole {
    /// The name as it stands in JSON and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Kicker => "kicker",
            Self::Dateline => "dateline",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::PullQuote => "pull_quote",
            Self::Salutation => "salutation",
            Self::Signature => "signature",
            Self::Caption => "caption",
            Self::Tags => "tags",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// One paragraph-like part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands.
    #[serde(flatten)]
    pub span: CharSpan,
    /// What it does.
    pub role: BlockRole,
}

/// A document: its text as decoded, never re-spelled, and what is known of its origin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The first sixteen hexadecimal digits of a hash of `source` and `sha256`: stable for one version of one document.
    pub id: String,
    /// Path or address; of a record in a file `PATH#ID`.
    pub source: String,
    /// SHA-256 of the source bytes, in hexadecimal.
    pub sha256: String,
    /// Such as `text/plain`, `text/html`, `application/jsonl`.
    pub media_type: String,
    /// The language of most of the text.
    pub language: Language,
    /// What kind of text it is.
    pub genre: Genre,
    /// The title, where one is given or can be told.
    pub title: Option<String>,
    /// The key of the outlet's actor once read; before that the outlet's name as the source gives it.
    pub outlet: Option<String>,
    /// The address it was published at.
    pub url: Option<String>,
    /// The day of publication, as far as it is known.
    pub published: Option<Dated>,
    /// The decoded text; for HTML the article alone. Letters are those of the source.
    pub text: String,
    /// The parts of the text, in order, without overlap.
    pub blocks: Vec<Block>,
}
