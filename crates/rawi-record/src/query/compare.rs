//! The reports of one event, side by side.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rawi_actor::{EntryKind, Registry};
use rawi_event::{Clue, Features, Sides, Telling, align, features, may_be_one};
use rawi_lang::Terms;
use rawi_model::{Language, PartyRole, Reading, Status};
use serde::Serialize;

use super::events::{EventRow, ReportRef};
use super::row::{self, ContactRow};
use crate::column::from_json;
use crate::error::Result;
use crate::record::Record;

/// The reports of one event, side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The event.
    pub event: EventRow,
    /// Its texts, copies taken together.
    pub texts: Vec<Text>,
    /// What is said, in the order of how many texts have it.
    pub said: Vec<SaidRow>,
    /// What says too little to be laid beside anything else.
    pub not_aligned: Vec<Said>,
    /// Numbers that some texts have and others lack, with the texts that have them.
    pub numbers: BTreeMap<String, Vec<u32>>,
}

/// One text that tells of the event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Text {
    /// Its number.
    pub item: u32,
    /// The documents that carry it.
    pub carried: Vec<ReportRef>,
    /// The states of the outlets that carry it, by their English names.
    pub sides: BTreeSet<String>,
    /// What it says of the contact, where that is not what most say: that it was planned, denied or called off.
    pub status: Option<Status>,
    /// The side that it names first.
    pub first: Option<String>,
    /// Where the contact was, as it says.
    pub place: Option<String>,
    /// Whose words it prints, where that can be told.
    pub credit: Credit,
    /// Of what it speaks, by the name of each speaker; terms by their English names.
    pub topics: BTreeMap<String, BTreeSet<String>>,
}

/// Whose words a text is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "credit", content = "name", rename_all = "kebab-case")]
pub enum Credit {
    /// An agency carries it itself.
    Carried(String),
    /// It names this agency as its source.
    Named(String),
    /// Several outlets print the same, and no agency is named.
    Shared,
    /// Nothing tells.
    Unknown,
}

/// One thing said, with the texts that have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SaidRow {
    /// By whom.
    pub speaker: String,
    /// What it is about, by the English names of terms that all have.
    pub topics: BTreeSet<String>,
    /// As each text gives it.
    pub tellings: Vec<Said>,
    /// The texts that lack it.
    pub lacking: Vec<u32>,
    /// The texts in which most of its words stand, without having been read as said by this speaker.
    pub unread: Vec<u32>,
    /// The texts of which it cannot be told: some of its words stand there; of another language, too little in it is known in both, or
    /// most of that stands there.
    pub unclear: Vec<u32>,
}

/// One thing said, as one text gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said {
    /// The number of the text.
    pub item: u32,
    /// The document from which it is quoted.
    pub source: String,
    /// The statement there.
    pub statement: String,
    /// Who said it, as the text names him.
    pub speaker: Option<String>,
    /// The words that tell it to be said; they may deny it: «نفى».
    pub cue: Option<String>,
    /// The language of its words.
    pub language: Language,
    /// Its words.
    pub words: String,
}

/// What one text gives to the sides, to show and to compare.
type Told = Vec<(Said, Telling)>;

/// The whole of a copy of a text, to look for what it was not read to say.
struct Body {
    item: u32,
    language: Language,
    features: Features,
}

/// Copies of one text that are looked at.
const COPIES: usize = 12;

impl Record {
    /// The reports of an event, side by side; the event is named by its whole name.
    pub fn compare(&self, key: &str) -> Result<Comparison> {
        let event = self.event(key)?;
        let contacts = self.contacts_of_event(key)?;
        let clues = self.clues_of(key)?;
        let mut texts = Vec::new();
        let mut said: Vec<Said> = Vec::new();
        let mut tellings: Vec<Telling> = Vec::new();
        let mut counted: BTreeSet<String> = BTreeSet::new();
        let mut bodies: Vec<Body> = Vec::new();
        for chunk in contacts.chunk_by(|a, b| a.1 == b.1) {
            let Some(item) = chunk.first().map(|c| c.1) else { continue };
            // Of the copies, the one from which most was read stands for all; what a text lacks is in none of them.
            let mut best: Option<(&ContactRow, Told)> = None;
            let mut firsts: BTreeMap<String, usize> = BTreeMap::new();
            let mut agency: Option<Agency> = None;
            let mut seen: BTreeSet<i64> = BTreeSet::new();
            for (contact, _) in chunk.iter().filter(|(c, _)| seen.insert(c.document.row)).take(COPIES) {
                let reading = self.reading(contact.document.row)?;
                let of_event = chunk.iter().filter(|(c, _)| c.document.row == contact.document.row).map(|(c, _)| c.id.as_str());
                let told = self.told(contact, &of_event.collect(), item, &reading, &clues)?;
                let language = contact.document.language;
                bodies.push(Body { item, language, features: features(&reading.document.text, language) });
                if let Some(first) = named_first(contact, &reading) {
                    *firsts.entry(first).or_default() += 1;
                }
                agency = agency.max(named_agency(&reading));
                if best.as_ref().is_none_or(|b| b.1.len() < told.len()) {
                    best = Some((contact, told));
                }
            }
            let Some((first, told)) = best else { continue };
            let mut topics: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            counted.extend(features(&first.words, first.document.language).numbers);
            for (one, telling) in told {
                let speaker = one.speaker.clone().unwrap_or_default();
                topics.entry(speaker).or_default().extend(names(&telling.features));
                counted.extend(telling.features.numbers.iter().cloned());
                said.push(one);
                tellings.push(telling);
            }
            let mut carried: Vec<ReportRef> = event.reports.iter().filter(|r| r.item == item).cloned().collect();
            let mut sources: BTreeSet<String> = BTreeSet::new();
            carried.retain(|r| sources.insert(r.source.clone()));
            texts.push(Text {
                item,
                sides: chunk.iter().filter_map(|(c, _)| side(c.document.outlet.as_deref())).collect(),
                status: carried.first().map(|r| r.status).filter(|&status| status != event.status),
                first: firsts.into_iter().min_by_key(|(_, copies)| Reverse(*copies)).map(|(name, _)| name),
                place: chunk.iter().find_map(|(c, _)| c.place.clone()),
                credit: credit(&chunk.iter().map(|(c, _)| c).collect::<Vec<_>>(), agency),
                topics,
                carried,
            });
        }
        // A text has a number wherever it stands in one of its copies.
        let having = |number: &String| {
            let mut items: Vec<u32> = bodies.iter().filter(|b| b.features.numbers.contains(number)).map(|b| b.item).collect();
            items.dedup();
            items
        };
        let numbers = counted.into_iter().map(|n| (having(&n), n)).filter(|(items, _)| items.len() < texts.len());
        let numbers: BTreeMap<String, Vec<u32>> = numbers.map(|(items, number)| (number, items)).collect();
        let aligned = align(&tellings);
        let rows = aligned.rows.iter().map(|row| {
            let shared = row.iter().map(|&at| names(&tellings[at].features)).reduce(|a, b| a.intersection(&b).cloned().collect());
            let having: BTreeSet<u32> = row.iter().map(|&at| said[at].item).collect();
            // What stands beside its own language says most: others are asked where there is none.
            let unclear = |body: &Body| {
                let (own, other): (Vec<usize>, Vec<usize>) = row.iter().partition(|&&at| tellings[at].language == body.language);
                let asked = if own.is_empty() { &other } else { &own };
                asked.iter().all(|&at| tellings[at].features.may_stand_in(&body.features, !own.is_empty()))
            };
            let stands = |body: &Body| {
                row.iter().any(|&at| tellings[at].language == body.language && tellings[at].features.stands_in(&body.features))
            };
            let (mut lacking, mut unread, mut open) = (Vec::new(), Vec::new(), Vec::new());
            for item in texts.iter().map(|t| t.item).filter(|i| !having.contains(i)) {
                let copies = || bodies.iter().filter(|b| b.item == item);
                let found = if copies().any(stands) {
                    &mut unread
                } else if copies().any(unclear) {
                    &mut open
                } else {
                    &mut lacking
                };
                found.push(item);
            }
            SaidRow {
                speaker: row.iter().find_map(|&at| said[at].speaker.clone()).unwrap_or_default(),
                topics: shared.unwrap_or_default(),
                tellings: row.iter().map(|&at| said[at].clone()).collect(),
                lacking,
                unread,
                unclear: open,
            }
        });
        let said_rows = rows.collect();
        let not_aligned = aligned.open.iter().map(|&at| said[at].clone()).collect();
        Ok(Comparison { event, texts, said: said_rows, not_aligned, numbers })
    }

    fn clues_of(&self, key: &str) -> Result<Vec<Clue>> {
        let mut select = self.connection.prepare_cached(
            "SELECT c.clue FROM event_report r JOIN clue c ON c.contact = r.contact WHERE r.event = ?1 ORDER BY r.ordinal",
        )?;
        let rows = select.query_map([key], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        rows.iter().map(|clue| crate::event::seen(&self.connection, from_json(clue)?)).collect()
    }

    /// What a text gives to the sides of the event: what is said at its contacts with them, else what they say in the document at no other.
    fn told(&self, contact: &ContactRow, of_event: &BTreeSet<&str>, item: u32, reading: &Reading, clues: &[Clue]) -> Result<Told> {
        let sides = Sides::new(reading);
        let day = clues.iter().find_map(Clue::first);
        let party = |key: &str| sides.party(key, PartyRole::Participant, day);
        let ids = self.statement_rows(contact.document.row)?;
        let mut at_contact = Vec::new();
        let mut of_sides = Vec::new();
        for id in ids {
            let s = row::statement(&self.connection, id)?;
            let speaker = s.speaker.as_ref().and_then(|a| party(&a.key));
            let of_side = speaker.as_ref().is_some_and(|p| clues.iter().flat_map(|c| &c.parties).any(|q| may_be_one(p, q)));
            let at = s.contact.as_deref().is_some_and(|c| of_event.contains(c));
            if !at && (!of_side || s.contact.is_some()) {
                continue;
            }
            let telling = Telling {
                report: item,
                language: contact.document.language,
                features: features(&s.words, contact.document.language),
                speaker,
            };
            let said = Said {
                item,
                source: s.document.source.clone(),
                statement: s.id.clone(),
                speaker: s.speaker.map(|a| a.name),
                cue: s.cue.map(|cue| cue.span.of(&reading.document.text).to_owned()),
                language: contact.document.language,
                words: s.words,
            };
            if at { at_contact.push((said, telling)) } else { of_sides.push((said, telling)) }
        }
        Ok(if at_contact.is_empty() { of_sides } else { at_contact })
    }

    fn statement_rows(&self, document: i64) -> Result<Vec<i64>> {
        let mut select = self.connection.prepare_cached("SELECT id FROM statement WHERE document = ?1 ORDER BY ordinal LIMIT 200")?;
        Ok(select.query_map([document], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?)
    }
}

/// The English names of terms.
fn names(features: &Features) -> BTreeSet<String> {
    let list = &Terms::shared().list;
    list.iter().filter(|t| features.terms.contains(t.id.as_str())).map(|t| t.name_en.clone()).collect()
}

/// The state of an outlet, by its English name.
fn side(outlet: Option<&str>) -> Option<String> {
    let registry = Registry::shared();
    let state = registry.entries.get(registry.outlet(outlet?)?)?.state.as_deref()?;
    let entry = registry.entries.iter().find(|e| e.kind == EntryKind::State && e.id == state)?;
    entry.names.get("en").cloned()
}

/// The side that a document names first.
fn named_first(contact: &ContactRow, reading: &Reading) -> Option<String> {
    let place = |key: &str| reading.actor(key).and_then(|a| a.mentions.iter().map(|m| m.span.start).min());
    let first = contact.parties.iter().filter_map(|p| Some((place(&p.actor.key)?, &p.actor.name))).min()?;
    Some(first.1.clone())
}

/// The agency that a copy names, and how plainly as the source of the whole.
type Agency = (bool, Reverse<u32>, String);

/// Whether an entry of the registry is a news agency.
fn is_agency(address: &str) -> bool {
    Registry::shared().entries.iter().any(|e| e.kind == EntryKind::Media && e.is_agency && e.address() == address)
}

/// The agency that a document names beside its outlet: at its head or end sooner than in its midst, the first one sooner than others.
fn named_agency(reading: &Reading) -> Option<Agency> {
    /// How far from the beginning a text names its agency, and how far from its end.
    const HEAD: u32 = 400;
    const TAIL: u32 = 120;
    let outlet = reading.document.outlet.as_deref();
    let end = (reading.document.text.chars().count() as u32).saturating_sub(TAIL);
    let others = reading.actors.iter().filter(|a| outlet != Some(a.key.as_str()) && a.registry.as_deref().is_some_and(is_agency));
    let places = others.flat_map(|a| a.mentions.iter().map(move |m| (m.span.start, &a.name)));
    places.map(|(at, name)| (at < HEAD || at >= end, Reverse(at), name.clone())).max()
}

/// Whose words a text is, as far as its documents tell.
fn credit(contacts: &[&ContactRow], agency: Option<Agency>) -> Credit {
    let registry = Registry::shared();
    let own = |c: &ContactRow| {
        let at = registry.outlet(c.document.outlet.as_deref()?)?;
        registry.entries.get(at).filter(|e| e.is_agency).and(c.document.outlet.clone())
    };
    if let Some(name) = contacts.iter().find_map(|c| own(c)).filter(|_| contacts.len() > 1) {
        return Credit::Carried(name);
    }
    let via = contacts.iter().flat_map(|c| &c.via).find(|a| a.registry.as_deref().is_some_and(is_agency)).map(|a| a.name.clone());
    match via.or(agency.map(|(_, _, name)| name)) {
        Some(name) => Credit::Named(name),
        None if contacts.iter().any(|c| c.document.outlet != contacts[0].document.outlet) => Credit::Shared,
        None => Credit::Unknown,
    }
}
