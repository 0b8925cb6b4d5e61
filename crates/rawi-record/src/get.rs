//! Reading one document back: the same reading that was put in, its actors as corrections show them.

use rawi_model::{Actor, Block, Contact, Cue, DateMention, Document, Mention, Note, Party, Reading, Statement};
use rawi_text::CharSpan;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::column::{DateColumns, event, from_json, named, span};
use crate::correct::Shown;
use crate::error::{RecordError, Result};

/// The row of the document with this source, end of source, or id.
pub(crate) fn find(db: &Connection, name: &str) -> Result<i64> {
    let exact = "SELECT id FROM document WHERE source = ?1 UNION ALL SELECT id FROM document WHERE key = ?1 LIMIT 1";
    if let Some(id) = db.prepare_cached(exact)?.query_row([name], |row| row.get(0)).optional()? {
        return Ok(id);
    }
    let mut select =
        db.prepare_cached("SELECT id, source FROM document WHERE ?1 <> '' AND substr(source, -length(?1)) = ?1 ORDER BY id LIMIT 200")?;
    let mut fits = select.query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<Vec<(i64, String)>>>()?;
    // A whole last part of a path, or a whole id after `#`, goes before the mere end of one.
    let whole = |source: &str| source.strip_suffix(name).is_some_and(|head| head.ends_with(['/', '\\', '#']));
    if fits.iter().any(|(_, source)| whole(source)) {
        fits.retain(|(_, source)| whole(source));
    }
    match fits.as_slice() {
        [] => Err(RecordError::NoDocument(name.to_owned())),
        [(id, _)] => Ok(*id),
        several => {
            let sources = several.iter().take(5).map(|(_, source)| source.clone()).collect();
            Err(RecordError::Ambiguous { name: name.to_owned(), sources })
        }
    }
}

/// The reading of the document in this row.
pub(crate) fn reading(db: &Connection, id: i64) -> Result<Reading> {
    Ok(Reading {
        document: document(db, id)?,
        actors: actors(db, id)?,
        dates: dates(db, id)?,
        statements: statements(db, id)?,
        contacts: contacts(db, id)?,
        notes: all(db, "SELECT code, text FROM note WHERE document = ?1 ORDER BY ordinal", id, |row| {
            Ok(Note { code: row.get(0)?, text: row.get(1)? })
        })?,
    })
}

/// All rows that belong to `id`, each made into a value.
fn all<T>(db: &Connection, sql: &str, id: i64, mut make: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
    let mut select = db.prepare_cached(sql)?;
    let mut rows = select.query([id])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(make(row)?);
    }
    Ok(list)
}

/// The four columns of a date, from this place on.
pub(crate) fn date_columns(row: &Row<'_>, at: usize) -> rusqlite::Result<DateColumns> {
    Ok(DateColumns { value: row.get(at)?, earliest: row.get(at + 1)?, latest: row.get(at + 2)?, basis: row.get(at + 3)? })
}

fn document(db: &Connection, id: i64) -> Result<Document> {
    let blocks = all(db, "SELECT start, end, role FROM block WHERE document = ?1 ORDER BY ordinal", id, |row| {
        Ok(Block { span: CharSpan { start: row.get(0)?, end: row.get(1)? }, role: named(&row.get::<_, String>(2)?)? })
    })?;
    let sql = "SELECT key, source, sha256, media_type, language, genre, title, outlet, url, \
               published, published_earliest, published_latest, published_basis, text FROM document WHERE id = ?1";
    let mut found = all(db, sql, id, |row| {
        Ok(Document {
            id: row.get(0)?,
            source: row.get(1)?,
            sha256: row.get(2)?,
            media_type: row.get(3)?,
            language: named(&row.get::<_, String>(4)?)?,
            genre: named(&row.get::<_, String>(5)?)?,
            title: row.get(6)?,
            outlet: row.get(7)?,
            url: row.get(8)?,
            published: date_columns(row, 9)?.dated()?,
            text: row.get(13)?,
            blocks: Vec::new(),
        })
    })?;
    let mut document = found.pop().ok_or_else(|| RecordError::NoDocument(id.to_string()))?;
    document.blocks = blocks;
    Ok(document)
}

fn actors(db: &Connection, id: i64) -> Result<Vec<Actor>> {
    let sql = "SELECT d.key, d.kind, d.name, a.names, a.registry, a.wikidata, d.code, d.office, d.\"of\", d.ordinal \
               FROM doc_actor d JOIN actor a ON a.id = d.actor WHERE d.document = ?1 ORDER BY d.ordinal";
    let mut actors = all(db, sql, id, |row| {
        let read = Actor {
            key: row.get(0)?,
            kind: named(&row.get::<_, String>(1)?)?,
            name: row.get(2)?,
            names: from_json(&row.get::<_, String>(3)?)?,
            registry: row.get(4)?,
            wikidata: row.get(5)?,
            code: row.get(6)?,
            office: row.get(7)?,
            of: row.get(8)?,
            mentions: Vec::new(),
        };
        match Shown::of(db, id, row.get(9)?)? {
            None => Ok(read),
            Some(shown) => shown.actor(db, read),
        }
    })?;
    let sql = "SELECT actor_ordinal, start, end, text, kind FROM mention WHERE document = ?1 ORDER BY actor_ordinal, ordinal";
    let mentions = all(db, sql, id, |row| {
        let span = CharSpan { start: row.get(1)?, end: row.get(2)? };
        Ok((row.get::<_, u32>(0)?, Mention { span, text: row.get(3)?, kind: named(&row.get::<_, String>(4)?)? }))
    })?;
    for (actor, mention) in mentions {
        if let Some(actor) = actors.get_mut(actor as usize) {
            actor.mentions.push(mention);
        }
    }
    Ok(actors)
}

fn dates(db: &Connection, id: i64) -> Result<Vec<DateMention>> {
    let sql = "SELECT start, end, text, value, earliest, latest, basis, calendar FROM date WHERE document = ?1 ORDER BY ordinal";
    all(db, sql, id, |row| {
        Ok(DateMention {
            span: CharSpan { start: row.get(0)?, end: row.get(1)? },
            text: row.get(2)?,
            dated: date_columns(row, 3)?.dated()?.unwrap_or_default(),
            calendar: named(&row.get::<_, String>(7)?)?,
        })
    })
}

fn keys(db: &Connection, sql: &str, id: i64) -> Result<Vec<String>> {
    all(db, sql, id, |row| Ok(row.get(0)?))
}

fn statements(db: &Connection, id: i64) -> Result<Vec<Statement>> {
    let sql = "SELECT id, key, speaker_key, cue_start, cue_end, cue_lemma, content, also, form, date, date_earliest, date_latest, date_basis, \
               plover, mode, cameo, contact, \"within\", basis, confidence FROM statement WHERE document = ?1 ORDER BY ordinal";
    all(db, sql, id, |row| {
        let row_id: i64 = row.get(0)?;
        let lemma: Option<String> = row.get(5)?;
        Ok(Statement {
            id: row.get(1)?,
            speaker: row.get(2)?,
            audience: keys(db, "SELECT key FROM audience WHERE statement = ?1 ORDER BY ordinal", row_id)?,
            cue: span(row.get(3)?, row.get(4)?).zip(lemma).map(|(span, lemma)| Cue { span, lemma }),
            content: from_json(&row.get::<_, String>(6)?)?,
            also: from_json(&row.get::<_, String>(7)?)?,
            form: named(&row.get::<_, String>(8)?)?,
            via: keys(db, "SELECT key FROM via WHERE statement = ?1 ORDER BY ordinal", row_id)?,
            date: date_columns(row, 9)?.dated()?,
            event: event(row.get(13)?, row.get(14)?, row.get(15)?)?,
            contact: row.get(16)?,
            within: row.get(17)?,
            basis: row.get(18)?,
            confidence: row.get(19)?,
        })
    })
}

fn contacts(db: &Connection, id: i64) -> Result<Vec<Contact>> {
    let sql = "SELECT id, key, kind, status, date, date_earliest, date_latest, date_basis, place, evidence, plover, mode, cameo, basis, \
               confidence FROM contact WHERE document = ?1 ORDER BY ordinal";
    all(db, sql, id, |row| {
        let row_id: i64 = row.get(0)?;
        let parties = all(db, "SELECT key, role FROM party WHERE contact = ?1 ORDER BY ordinal", row_id, |row| {
            Ok(Party { actor: row.get(0)?, role: named(&row.get::<_, String>(1)?)? })
        })?;
        Ok(Contact {
            id: row.get(1)?,
            kind: named(&row.get::<_, String>(2)?)?,
            parties,
            status: named(&row.get::<_, String>(3)?)?,
            date: date_columns(row, 4)?.dated()?,
            place: row.get(8)?,
            evidence: from_json(&row.get::<_, String>(9)?)?,
            via: keys(db, "SELECT key FROM contact_via WHERE contact = ?1 ORDER BY ordinal", row_id)?,
            event: event(row.get(10)?, row.get(11)?, row.get(12)?)?,
            basis: row.get(13)?,
            confidence: row.get(14)?,
        })
    })
}
