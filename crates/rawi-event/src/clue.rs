//! What tells one contact from another: its sides, its kind, its day, the words around it.

use rawi_lang::{Around, Passage, contact_grammar, grammar};
use rawi_model::{Contact, ContactKind, Genre, Language, PartyRole, Reading, Status};
use rawi_text::Tokens;
use rawi_time::{Dated, Day};
use serde::{Deserialize, Serialize};

use crate::day::When;
use crate::item::sketch;
use crate::party::{PartyClue, Sides};

/// What one document gives of one contact to compare it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clue {
    /// The contact's id in its reading, `@`, and the source of its document: the address by which corrections call it.
    pub report: String,
    /// What kind of contact it is.
    pub kind: ContactKind,
    /// Whether it took place.
    pub status: Status,
    /// When it was, as far as the document says.
    pub when: When,
    /// The day on which the document was published.
    pub published: Option<Day>,
    /// Whether the document is a channel's post, which comes at once.
    pub post: bool,
    /// Whether the document tells of it as of one more: «تماس تلفنی جدید».
    #[serde(default)]
    pub anew: bool,
    /// Its sides, in the order of the reading.
    pub parties: Vec<PartyClue>,
    /// The words around it.
    pub sketch: Vec<u32>,
}

impl Clue {
    /// The source of its document.
    pub fn source(&self) -> &str {
        self.report.split_once('@').map_or("", |(_, source)| source)
    }

    /// The first day on which it can have been, else that of publication.
    pub fn first(&self) -> Option<Day> {
        self.when.first().or(self.published)
    }

    /// The last day on which it can have been, else that of publication.
    pub fn last(&self) -> Option<Day> {
        self.when.last().or(self.published)
    }

    /// Kinds that reports of one event take for one another.
    pub(crate) fn family(&self) -> char {
        match self.kind {
            ContactKind::Meeting | ContactKind::Talks => 'm',
            ContactKind::Call => 'c',
            ContactKind::Letter | ContactKind::Message => 'l',
            ContactKind::Visit => 'v',
            ContactKind::Interview => 'i',
            ContactKind::Ceremony => 'e',
        }
    }

    /// What was held and what was announced are one; what did not take place is another thing.
    pub(crate) fn course(&self) -> char {
        match self.status {
            Status::Held | Status::Planned => 'h',
            Status::Denied => 'd',
            Status::Proposed => 'p',
            Status::Cancelled => 'c',
        }
    }

    /// The side that wrote, where one did.
    pub(crate) fn writer(&self) -> Option<&PartyClue> {
        let writes = self.family() == 'l';
        self.parties.iter().find(|p| writes && p.role == PartyRole::Initiator)
    }
}

/// The clues of a reading's contacts, in their order.
pub fn clues(reading: &Reading) -> Vec<Clue> {
    if reading.contacts.is_empty() {
        return Vec::new();
    }
    let d = &reading.document;
    let published = d.published.as_ref().and_then(Dated::as_day);
    let sides = Sides::new(reading);
    let clue = |c: &Contact| {
        let when = When::new(c.date.as_ref(), d.published.as_ref());
        let day = when.first().or(published);
        let mut parties: Vec<PartyClue> = Vec::with_capacity(c.parties.len());
        for party in c.parties.iter().filter_map(|p| sides.party(&p.actor, p.role, day)) {
            // Nobody meets himself: one side called by two names.
            if party.id.is_none() || parties.iter().all(|p| p.id != party.id) {
                parties.push(party);
            }
        }
        Clue {
            report: format!("{}@{}", c.id, d.source),
            kind: c.kind,
            status: c.status,
            when,
            published,
            post: d.genre == Genre::Post,
            anew: c.evidence.iter().any(|s| is_one_more(s.of(&d.text), d.language)),
            parties,
            sketch: sketch(&d.text, &c.evidence),
        }
    };
    reading.contacts.iter().map(clue).collect()
}

/// Whether the first words that tell of a contact say that it is one more: «تماس تلفنی جدید بین …», «اتصال ثان بين …».
fn is_one_more(words: &str, language: Language) -> bool {
    /// How many words of the noun may stand before.
    const NOUN: usize = 3;
    let (Some(grammar), Some(contacts)) = (grammar(language), contact_grammar(language)) else { return false };
    let first: String = words.split_whitespace().take(NOUN + 1).collect::<Vec<_>>().join(" ");
    let tokens = Tokens::new(&first);
    let passage = Passage::new(&first, &tokens, grammar);
    (1..tokens.len()).any(|k| contacts.around(&passage, k, Around::Anew).is_some())
}
