//! Rows as they are shown: with the names of their actors and the source of their document.

use rawi_model::{ActorKind, ContactKind, Event, Form, Genre, Language, PartyRole, Status};
use rawi_text::CharSpan;
use rawi_time::Dated;
use rusqlite::{Connection, Row};
use serde::Serialize;

use crate::column::{event, from_json, named, span};
use crate::correct::Shown;
use crate::error::{RecordError, Result};
use crate::get::date_columns;

/// The document that a row comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DocumentRef {
    /// Its row in the record.
    #[serde(skip)]
    pub row: i64,
    /// Its id.
    pub id: String,
    /// Where it came from.
    pub source: String,
    /// Its title.
    pub title: Option<String>,
    /// Its outlet, by name.
    pub outlet: Option<String>,
    /// Its language.
    pub language: Language,
    /// Its genre.
    pub genre: Genre,
    /// When it was published.
    pub published: Option<Dated>,
}

/// An actor of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorRef {
    /// Its key in the reading.
    pub key: String,
    /// Its name in the document, or that which corrections give it; its key where the reading names no such actor.
    pub name: String,
    /// What kind of actor it is.
    pub kind: Option<ActorKind>,
    /// Its id in the registry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// The office that it held, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// The id under which corrections show it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
}

/// The days by which a row is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// The first day on which it can lie.
    pub from: Option<String>,
    /// The last one.
    pub to: Option<String>,
    /// `text` when the row has a date of its own, `contact` when it is that of its contact, `published` when it is only
    /// the day of publication.
    pub basis: Option<String>,
}

/// The words that give a statement to its speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CueRef {
    /// Where they stand.
    #[serde(flatten)]
    pub span: CharSpan,
    /// Their dictionary form.
    pub lemma: String,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementRow {
    /// Its document.
    pub document: DocumentRef,
    /// Its id in the reading.
    pub id: String,
    /// Who said it.
    pub speaker: Option<ActorRef>,
    /// To whom.
    pub audience: Vec<ActorRef>,
    /// Through whom it reached the document, from the speaker's side outward.
    pub via: Vec<ActorRef>,
    /// Its words.
    pub words: String,
    /// Where they stand.
    pub content: Vec<CharSpan>,
    /// Other places where the same words stand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<CharSpan>,
    /// The words that attribute it.
    pub cue: Option<CueRef>,
    /// How the words are given.
    pub form: Form,
    /// When it was said.
    pub date: Option<Dated>,
    /// The days by which it is listed.
    pub day: Listed,
    /// What the words do.
    pub event: Option<Event>,
    /// The contact at which it was said.
    pub contact: Option<String>,
    /// The statement inside which it is told.
    pub within: Option<String>,
    /// The rule that found it.
    pub basis: String,
    /// How sure the rule is.
    pub confidence: f32,
}

/// One side of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartyRef {
    /// Who.
    pub actor: ActorRef,
    /// Its part.
    pub role: PartyRole,
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContactRow {
    /// The document that reports it.
    pub document: DocumentRef,
    /// Its id in the reading.
    pub id: String,
    /// What kind it is.
    pub kind: ContactKind,
    /// Whether it took place.
    pub status: Status,
    /// The sides.
    pub parties: Vec<PartyRef>,
    /// When it took place.
    pub date: Option<Dated>,
    /// The days by which it is listed.
    pub day: Listed,
    /// Where.
    pub place: Option<String>,
    /// The words that tell of it.
    pub words: String,
    /// Where they stand.
    pub evidence: Vec<CharSpan>,
    /// Through whom the report reached the document.
    pub via: Vec<ActorRef>,
    /// What it is as an event.
    pub event: Option<Event>,
    /// The rule that found it.
    pub basis: String,
    /// How sure the rule is.
    pub confidence: f32,
}

/// The columns that [`document_ref`] reads.
pub(crate) const DOCUMENT_COLUMNS: &str = "d.id, d.key, d.source, d.title, \
    coalesce(iif(EXISTS (SELECT 1 FROM alias), (SELECT w.name FROM shown w WHERE w.document = d.id AND w.key = d.outlet \
    ORDER BY w.ordinal LIMIT 1), NULL), d.outlet_name), \
    d.language, d.genre, d.published, d.published_earliest, d.published_latest, d.published_basis";

/// How many columns those are.
pub(crate) const DOCUMENT_WIDTH: usize = 11;

pub(crate) fn document_ref(row: &Row<'_>) -> Result<DocumentRef> {
    Ok(DocumentRef {
        row: row.get(0)?,
        id: row.get(1)?,
        source: row.get(2)?,
        title: row.get(3)?,
        outlet: row.get(4)?,
        language: named(&row.get::<_, String>(5)?)?,
        genre: named(&row.get::<_, String>(6)?)?,
        published: date_columns(row, 7)?.dated()?,
    })
}

/// The actor with this key in a document.
fn actor(db: &Connection, document: i64, key: &str) -> Result<ActorRef> {
    let mut select = db.prepare_cached(
        "SELECT d.name, d.kind, a.registry, \
         (SELECT o.name FROM doc_actor o WHERE o.document = d.document AND o.key = d.office ORDER BY o.ordinal LIMIT 1), d.ordinal \
         FROM doc_actor d JOIN actor a ON a.id = d.actor WHERE d.document = ?1 AND d.key = ?2 ORDER BY d.ordinal LIMIT 1",
    )?;
    let mut rows = select.query((document, key))?;
    let Some(row) = rows.next()? else {
        return Ok(ActorRef { key: key.to_owned(), name: key.to_owned(), kind: None, registry: None, office: None, identity: None });
    };
    let kind = Some(named(&row.get::<_, String>(1)?)?);
    let read = ActorRef { key: key.to_owned(), name: row.get(0)?, kind, registry: row.get(2)?, office: row.get(3)?, identity: None };
    Ok(match Shown::of(db, document, row.get(4)?)? {
        None => read,
        Some(shown) => ActorRef {
            name: shown.name.unwrap_or(read.name),
            kind: shown.kind.or(read.kind),
            registry: shown.registry,
            identity: Some(shown.identity),
            ..read
        },
    })
}

/// The actors of a list, in order.
fn actors(db: &Connection, sql: &str, owner: i64, document: i64) -> Result<Vec<ActorRef>> {
    let keys = db.prepare_cached(sql)?.query_map([owner], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    keys.iter().map(|key| actor(db, document, key)).collect()
}

/// The statement in this row.
pub(crate) fn statement(db: &Connection, id: i64) -> Result<StatementRow> {
    let mut select = db.prepare_cached(&format!(
        "SELECT {DOCUMENT_COLUMNS}, s.key, s.speaker_key, s.words, s.content, s.also, s.cue_start, s.cue_end, s.cue_lemma, s.form, \
         s.date, s.date_earliest, s.date_latest, s.date_basis, s.day_from, s.day_to, s.day_basis, s.plover, s.mode, s.cameo, \
         s.contact, s.\"within\", s.basis, s.confidence FROM statement s JOIN document d ON d.id = s.document WHERE s.id = ?1"
    ))?;
    let mut rows = select.query([id])?;
    let row = rows.next()?.ok_or_else(|| RecordError::Damaged(format!("statement {id} is not there")))?;
    let document = document_ref(row)?;
    let at = DOCUMENT_WIDTH;
    let speaker: Option<String> = row.get(at + 1)?;
    let lemma: Option<String> = row.get(at + 7)?;
    Ok(StatementRow {
        id: row.get(at)?,
        speaker: speaker.map(|key| actor(db, document.row, &key)).transpose()?,
        audience: actors(db, "SELECT key FROM audience WHERE statement = ?1 ORDER BY ordinal", id, document.row)?,
        via: actors(db, "SELECT key FROM via WHERE statement = ?1 ORDER BY ordinal", id, document.row)?,
        words: row.get(at + 2)?,
        content: from_json(&row.get::<_, String>(at + 3)?)?,
        also: from_json(&row.get::<_, String>(at + 4)?)?,
        cue: span(row.get(at + 5)?, row.get(at + 6)?).zip(lemma).map(|(span, lemma)| CueRef { span, lemma }),
        form: named(&row.get::<_, String>(at + 8)?)?,
        date: date_columns(row, at + 9)?.dated()?,
        day: Listed { from: row.get(at + 13)?, to: row.get(at + 14)?, basis: row.get(at + 15)? },
        event: event(row.get(at + 16)?, row.get(at + 17)?, row.get(at + 18)?)?,
        contact: row.get(at + 19)?,
        within: row.get(at + 20)?,
        basis: row.get(at + 21)?,
        confidence: row.get(at + 22)?,
        document,
    })
}

/// The contact in this row.
pub(crate) fn contact(db: &Connection, id: i64) -> Result<ContactRow> {
    let mut select = db.prepare_cached(&format!(
        "SELECT {DOCUMENT_COLUMNS}, c.key, c.kind, c.status, c.date, c.date_earliest, c.date_latest, c.date_basis, c.day_from, c.day_to, \
         c.day_basis, c.place, c.words, c.evidence, c.plover, c.mode, c.cameo, c.basis, c.confidence \
         FROM contact c JOIN document d ON d.id = c.document WHERE c.id = ?1"
    ))?;
    let mut rows = select.query([id])?;
    let row = rows.next()?.ok_or_else(|| RecordError::Damaged(format!("contact {id} is not there")))?;
    let document = document_ref(row)?;
    let at = DOCUMENT_WIDTH;
    let sides = db
        .prepare_cached("SELECT key, role FROM party WHERE contact = ?1 ORDER BY ordinal")?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    let parties = sides
        .iter()
        .map(|(key, role)| Ok(PartyRef { actor: actor(db, document.row, key)?, role: named(role)? }))
        .collect::<Result<Vec<_>>>()?;
    Ok(ContactRow {
        id: row.get(at)?,
        kind: named(&row.get::<_, String>(at + 1)?)?,
        status: named(&row.get::<_, String>(at + 2)?)?,
        parties,
        date: date_columns(row, at + 3)?.dated()?,
        day: Listed { from: row.get(at + 7)?, to: row.get(at + 8)?, basis: row.get(at + 9)? },
        place: row.get(at + 10)?,
        words: row.get(at + 11)?,
        evidence: from_json(&row.get::<_, String>(at + 12)?)?,
        via: actors(db, "SELECT key FROM contact_via WHERE contact = ?1 ORDER BY ordinal", id, document.row)?,
        event: event(row.get(at + 13)?, row.get(at + 14)?, row.get(at + 15)?)?,
        basis: row.get(at + 16)?,
        confidence: row.get(at + 17)?,
        document,
    })
}
