//! The words that tell of a contact, their forms, and where they stand in a text.

use std::collections::BTreeSet;

use rawi_model::{ContactKind, PartyRole};
use rawi_text::Lexicon;
use serde::Deserialize;

use super::Around;

/// Where the other party stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// After "with": «با Y دیدار کرد», «اجتمع مع Y».
    With,
    /// After "to": «به Y سفر کرد», «بعث إلى Y».
    To,
    /// After "from": «تلقى … من Y».
    From,
    /// As the object: «Y را به حضور پذیرفت», «استقبل Y».
    Object,
    /// As the one whose it is: «پاسخ به نامه Y».
    Of,
}

/// Which form of a contact word stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactPart {
    /// A finite verb of the past.
    Past,
    /// A finite verb of the present.
    Present,
    /// A finite verb of the future.
    Future,
    /// A verb that says what is to be or ought to be: «دیدار کند».
    Wish,
    /// A finite verb that is denied: «دیدار نکرد».
    Denied,
    /// The noun alone: «دیدار», «لقاء».
    Noun,
    /// The noun with a pronoun for the one who acts: «لقائه».
    Suffixed,
}

/// A word that tells of a contact.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that the word says or doesn't")]
pub struct ContactWord {
    /// The dictionary form.
    pub lemma: String,
    /// The kind of contact.
    pub kind: ContactKind,
    /// The kind that its noun tells without a verb.
    pub noun_kind: ContactKind,
    /// Where the other party stands.
    pub shape: Shape,
    /// The words before the other party, folded; one letter is glued to it.
    pub takes: Vec<String>,
    /// The same for its noun.
    pub noun_takes: Vec<String>,
    /// The part of the one who acts, and of the other.
    pub roles: [PartyRole; 2],
    /// The verbs of the first person that hold its noun, folded: «أجريت».
    pub mine_verbs: Vec<String>,
    /// Whether a plainer word for a contact of the same parties tells its kind better.
    pub loose: bool,
    /// Whether its noun with two states tells of a match: «دیدار ایران و عمان».
    pub teams: bool,
    /// Whether the other one is an envoy: who is summoned.
    pub envoy: bool,
    /// Whether the noun tells of a contact only where the other one stands behind its preposition: «جلسه سالم با ناصر».
    pub across: bool,
    /// Whether places and bodies are visited too, and not states alone: «زار المتحف».
    pub sites: bool,
    /// The verbs that go with its noun, folded (Arabic).
    pub verbs: Vec<String>,
}

/// One form of one contact word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContactForm {
    /// The index of the word in [`Contacts::list`].
    pub word: usize,
    /// Which form it is.
    pub part: ContactPart,
    /// Whether it is a form of the first person: «التقيت», «دیدار کردم».
    pub mine: bool,
}

/// The contact words of one language.
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    /// The words, in the order of their file.
    pub list: Vec<ContactWord>,
    /// Their forms.
    pub forms: Lexicon<ContactForm>,
    /// The words around them.
    pub around: Lexicon<Around>,
    /// First persons of light verbs, which may stand apart from their noun, folded: «داشتیم» (Persian).
    pub mine: BTreeSet<String>,
    /// Endings of a verb with several subjects, folded.
    pub plural: Vec<String>,
    /// The letter of the future before a present, folded.
    pub future: String,
    /// The letters with which a present of the third person begins, folded: his, then hers (Arabic).
    pub present: [String; 2],
}

/// A contact word in the text.
#[derive(Clone, Copy, Debug)]
pub struct ContactHit<'g> {
    /// Its first token.
    pub at: usize,
    /// One past its last token.
    pub end: usize,
    /// The word.
    pub word: &'g ContactWord,
    /// Which form of it.
    pub part: ContactPart,
    /// Whether the one who acts is the one who speaks.
    pub mine: bool,
}

impl ContactHit<'_> {
    /// The words before the other party, for the form that stands in the text.
    pub fn takes(&self) -> &[String] {
        if matches!(self.part, ContactPart::Noun | ContactPart::Suffixed) { &self.word.noun_takes } else { &self.word.takes }
    }
}
