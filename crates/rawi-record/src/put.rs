//! Writing one reading: all its rows, in place of those that its document had before.

use std::collections::BTreeMap;

use rawi_model::{Actor, Contact, Reading, Statement};
use rawi_time::{Dated, Day};
use rusqlite::{Connection, OptionalExtension, params};

use crate::column::{DateColumns, days, json, spans};
use crate::correct;
use crate::entry::Entry;
use crate::error::Result;
use crate::event;
use crate::record::Put;
use crate::words::name_words;

/// The version of the program that read a document.
const READER: &str = env!("CARGO_PKG_VERSION");

/// Writes an entry inside the open transaction.
pub(crate) fn write(db: &Connection, entry: &Entry, again: bool, touched: &mut event::Touched) -> Result<Put> {
    let reading = &entry.reading;
    let held = db
        .prepare_cached("SELECT id, sha256 FROM document WHERE source = ?1")?
        .query_row([&reading.document.source], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let (document, put, left) = match held {
        Some((_, sha256)) if sha256 == reading.document.sha256 && !again => return Ok(Put::Unchanged),
        Some((id, _)) => {
            event::leave(db, id, touched)?;
            (id, Put::Changed, clear(db, id)?)
        }
        None => (insert_blank(db, &reading.document.source)?, Put::New, Vec::new()),
    };
    let actors = actors(db, entry, document)?;
    fill_document(db, entry, document)?;
    parts(db, reading, document)?;
    let mut contact_days = BTreeMap::new();
    let mut contacts = Vec::with_capacity(reading.contacts.len());
    for (ordinal, contact) in reading.contacts.iter().enumerate() {
        let words = entry.contacts.get(ordinal).map_or("", String::as_str);
        let (row, days) = put_contact(db, reading, document, ordinal, contact, words, &actors)?;
        contacts.push(row);
        contact_days.insert(contact.id.as_str(), days);
    }
    event::arrive(db, &contacts, &entry.clues, touched)?;
    for (ordinal, statement) in reading.statements.iter().enumerate() {
        let met = statement.contact.as_deref().and_then(|c| contact_days.get(c).copied().flatten());
        let words = entry.statements.get(ordinal);
        put_statement(db, reading, document, ordinal, statement, (words, met), &actors)?;
    }
    for actor in left {
        let unused = "DELETE FROM actor WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM doc_actor WHERE actor = ?1)";
        db.prepare_cached(unused)?.execute([actor])?;
    }
    Ok(put)
}

/// Takes away everything that belongs to a document but its own row; gives the registry's actors that it had.
fn clear(db: &Connection, document: i64) -> Result<Vec<i64>> {
    let mut select = db.prepare_cached(
        "SELECT DISTINCT a.id FROM doc_actor d JOIN actor a ON a.id = d.actor WHERE d.document = ?1 AND a.registry IS NOT NULL ORDER BY 1",
    )?;
    let left = select.query_map([document], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    db.prepare_cached("DELETE FROM statement_search WHERE rowid IN (SELECT id FROM statement WHERE document = ?1)")?.execute([document])?;
    db.prepare_cached("DELETE FROM document_search WHERE rowid = ?1")?.execute([document])?;
    for table in ["statement", "contact", "doc_name", "doc_actor", "actor", "mention", "date", "block", "note"] {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE document = ?1"))?.execute([document])?;
    }
    Ok(left)
}

fn insert_blank(db: &Connection, source: &str) -> Result<i64> {
    db.prepare_cached(
        "INSERT INTO document (key, source, sha256, media_type, language, genre, reader, text) VALUES ('', ?1, '', '', '', '', '', '')",
    )?
    .execute([source])?;
    Ok(db.last_insert_rowid())
}

fn fill_document(db: &Connection, entry: &Entry, id: i64) -> Result<()> {
    let reading = &entry.reading;
    let d = &reading.document;
    let outlet_name = d.outlet.as_deref().map(|key| reading.actor(key).map_or(key, |a| a.name.as_str()));
    let published = DateColumns::new(d.published.as_ref());
    let (from, to) = shown(d.published.as_ref().and_then(days));
    db.prepare_cached(
        "UPDATE document SET key = ?2, sha256 = ?3, media_type = ?4, language = ?5, genre = ?6, title = ?7, outlet = ?8, outlet_name = ?9, \
         url = ?10, published = ?11, published_earliest = ?12, published_latest = ?13, published_basis = ?14, day_from = ?15, day_to = ?16, \
         reader = ?17, text = ?18 WHERE id = ?1",
    )?
    .execute(params![
        id,
        d.id,
        d.sha256,
        d.media_type,
        d.language.code(),
        d.genre.name(),
        d.title,
        d.outlet,
        outlet_name,
        d.url,
        published.value,
        published.earliest,
        published.latest,
        published.basis,
        from,
        to,
        READER,
        d.text
    ])?;
    db.prepare_cached("INSERT INTO document_search (rowid, title, body) VALUES (?1, ?2, ?3)")?.execute(params![
        id,
        entry.title,
        entry.body
    ])?;
    Ok(())
}

fn parts(db: &Connection, reading: &Reading, document: i64) -> Result<()> {
    let mut insert = db.prepare_cached("INSERT INTO block VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (ordinal, b) in reading.document.blocks.iter().enumerate() {
        insert.execute(params![document, ordinal as u32, b.span.start, b.span.end, b.role.name()])?;
    }
    let mut insert = db.prepare_cached("INSERT INTO date VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?;
    for (ordinal, d) in reading.dates.iter().enumerate() {
        let c = DateColumns::new(Some(&d.dated));
        let (start, end) = (d.span.start, d.span.end);
        let calendar = d.calendar.name();
        insert.execute(params![document, ordinal as u32, start, end, d.text, c.value, c.earliest, c.latest, c.basis, calendar])?;
    }
    let mut insert = db.prepare_cached("INSERT INTO note VALUES (?1, ?2, ?3, ?4)")?;
    for (ordinal, n) in reading.notes.iter().enumerate() {
        insert.execute(params![document, ordinal as u32, n.code, n.text])?;
    }
    Ok(())
}

/// Writes a document's actors; gives the row of each by its key.
fn actors<'r>(db: &Connection, entry: &'r Entry, document: i64) -> Result<BTreeMap<&'r str, i64>> {
    let mut rows = BTreeMap::new();
    for (ordinal, a) in entry.reading.actors.iter().enumerate() {
        let id = if let Some(registry) = &a.registry {
            registered(db, a, registry, entry.known.get(ordinal).map_or(&[], Vec::as_slice))?
        } else {
            db.prepare_cached("INSERT INTO actor (document, kind, name, names, wikidata, address) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                .execute(params![
                    document,
                    a.kind.name(),
                    a.name,
                    json(&a.names),
                    a.wikidata,
                    entry.addresses.get(ordinal).map_or("", String::as_str)
                ])?;
            db.last_insert_rowid()
        };
        rows.entry(a.key.as_str()).or_insert(id);
        db.prepare_cached("INSERT INTO doc_actor VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?.execute(params![
            document,
            ordinal as u32,
            a.key,
            id,
            a.kind.name(),
            a.name,
            a.code,
            a.office,
            a.of
        ])?;
        let mut insert = db.prepare_cached("INSERT INTO mention VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for (number, m) in a.mentions.iter().enumerate() {
            insert.execute(params![document, ordinal as u32, number as u32, m.span.start, m.span.end, m.text, m.kind.name()])?;
        }
        for folded in entry.names.get(ordinal).into_iter().flatten() {
            db.prepare_cached("INSERT OR IGNORE INTO doc_name (name, document, actor) VALUES (?1, ?2, ?3)")?.execute(params![
                name(db, folded)?,
                document,
                id
            ])?;
        }
    }
    Ok(rows)
}

/// The row of an actor of the registry, brought up to what the registry now says.
fn registered(db: &Connection, actor: &Actor, registry: &str, known: &[String]) -> Result<i64> {
    let names = json(&actor.names);
    let name = ["fa", "ar", "en"].iter().find_map(|l| actor.names.get(*l)).or_else(|| actor.names.values().next()).unwrap_or(&actor.name);
    let held = db
        .prepare_cached("SELECT id, kind = ?2 AND names = ?3 AND wikidata IS ?4 FROM actor WHERE registry = ?1")?
        .query_row(params![registry, actor.kind.name(), names, actor.wikidata], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let id = match held {
        Some((id, true)) => return Ok(id),
        Some((id, false)) => {
            db.prepare_cached("UPDATE actor SET kind = ?2, name = ?3, names = ?4, wikidata = ?5 WHERE id = ?1")?.execute(params![
                id,
                actor.kind.name(),
                name,
                names,
                actor.wikidata
            ])?;
            db.prepare_cached("DELETE FROM actor_name WHERE actor = ?1")?.execute([id])?;
            id
        }
        None => {
            db.prepare_cached("INSERT INTO actor (registry, kind, name, names, wikidata, address) VALUES (?1, ?2, ?3, ?4, ?5, ?1)")?
                .execute(params![registry, actor.kind.name(), name, names, actor.wikidata])?;
            let id = db.last_insert_rowid();
            correct::arrived(db, actor.wikidata.as_deref())?;
            id
        }
    };
    for folded in known {
        db.prepare_cached("INSERT OR IGNORE INTO actor_name (name, actor) VALUES (?1, ?2)")?
            .execute(params![self::name(db, folded)?, id])?;
    }
    Ok(id)
}

/// The row of a folded name.
pub(crate) fn name(db: &Connection, folded: &str) -> Result<i64> {
    let held = db.prepare_cached("SELECT id FROM name WHERE folded = ?1")?.query_row([folded], |row| row.get(0)).optional()?;
    if let Some(id) = held {
        return Ok(id);
    }
    db.prepare_cached("INSERT INTO name (folded) VALUES (?1)")?.execute([folded])?;
    let id = db.last_insert_rowid();
    db.prepare_cached("INSERT INTO name_search (rowid, folded) VALUES (?1, ?2)")?.execute(params![id, name_words(folded)])?;
    Ok(id)
}

type Days = Option<(Day, Day)>;

fn shown(days: Days) -> (Option<String>, Option<String>) {
    (days.map(|d| d.0.to_string()), days.map(|d| d.1.to_string()))
}

/// The days by which a row is listed, and where they come from.
fn listed(own: Option<&Dated>, met: Days, reading: &Reading) -> (Days, Option<&'static str>) {
    let choices = [(own.and_then(days), "text"), (met, "contact"), (reading.document.published.as_ref().and_then(days), "published")];
    choices.into_iter().find(|(days, _)| days.is_some()).map_or((None, None), |(days, basis)| (days, Some(basis)))
}

/// Confidence as a column: never anything but a number, and 0.97 where it is 0.97.
fn sure(confidence: f32) -> f64 {
    confidence.to_string().parse().ok().filter(|c: &f64| c.is_finite()).unwrap_or(0.0)
}

fn put_contact(
    db: &Connection,
    reading: &Reading,
    document: i64,
    ordinal: usize,
    c: &Contact,
    words: &str,
    actors: &BTreeMap<&str, i64>,
) -> Result<(i64, Days)> {
    let date = DateColumns::new(c.date.as_ref());
    let (days, basis) = listed(c.date.as_ref(), None, reading);
    let (from, to) = shown(days);
    let event = c.event.as_ref();
    db.prepare_cached(
        "INSERT INTO contact (document, ordinal, key, kind, status, date, date_earliest, date_latest, date_basis, day_from, day_to, \
         day_basis, place, words, evidence, plover, mode, cameo, basis, confidence) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
    )?
    .execute(params![
        document,
        ordinal as u32,
        c.id,
        c.kind.name(),
        c.status.name(),
        date.value,
        date.earliest,
        date.latest,
        date.basis,
        from,
        to,
        basis,
        c.place,
        words,
        spans(&c.evidence),
        event.map(|e| e.plover.name()),
        event.and_then(|e| e.mode.as_deref()),
        event.and_then(|e| e.cameo.as_deref()),
        c.basis,
        sure(c.confidence)
    ])?;
    let contact = db.last_insert_rowid();
    db.prepare_cached("INSERT INTO report (contact, document) VALUES (?1, ?2)")?.execute([contact, document])?;
    let mut insert = db.prepare_cached("INSERT INTO party (contact, ordinal, key, actor, role) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (number, p) in c.parties.iter().enumerate() {
        insert.execute(params![contact, number as u32, p.actor, actors.get(p.actor.as_str()), p.role.name()])?;
    }
    put_keys(db, "contact_via", "contact", contact, &c.via, actors)?;
    // Only a contact's own day says when the words at it were spoken.
    Ok((contact, days.filter(|_| basis == Some("text"))))
}

fn put_statement(
    db: &Connection,
    reading: &Reading,
    document: i64,
    ordinal: usize,
    s: &Statement,
    (words, met): (Option<&(String, String)>, Days),
    actors: &BTreeMap<&str, i64>,
) -> Result<()> {
    let date = DateColumns::new(s.date.as_ref());
    let (days, basis) = listed(s.date.as_ref(), met, reading);
    let (from, to) = shown(days);
    let event = s.event.as_ref();
    let (raw, folded) = words.map_or(("", ""), |(raw, folded)| (raw.as_str(), folded.as_str()));
    db.prepare_cached(
        "INSERT INTO statement (document, ordinal, key, speaker, speaker_key, cue_start, cue_end, cue_lemma, words, content, also, form, \
         date, date_earliest, date_latest, date_basis, day_from, day_to, day_basis, plover, mode, cameo, contact, \"within\", basis, confidence) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)",
    )?
    .execute(params![
        document,
        ordinal as u32,
        s.id,
        s.speaker.as_deref().and_then(|key| actors.get(key)),
        s.speaker,
        s.cue.as_ref().map(|c| c.span.start),
        s.cue.as_ref().map(|c| c.span.end),
        s.cue.as_ref().map(|c| c.lemma.as_str()),
        raw,
        spans(&s.content),
        spans(&s.also),
        s.form.name(),
        date.value,
        date.earliest,
        date.latest,
        date.basis,
        from,
        to,
        basis,
        event.map(|e| e.plover.name()),
        event.and_then(|e| e.mode.as_deref()),
        event.and_then(|e| e.cameo.as_deref()),
        s.contact,
        s.within,
        s.basis,
        sure(s.confidence)
    ])?;
    let statement = db.last_insert_rowid();
    db.prepare_cached("INSERT INTO statement_search (rowid, words) VALUES (?1, ?2)")?.execute(params![statement, folded])?;
    put_keys(db, "audience", "statement", statement, &s.audience, actors)?;
    put_keys(db, "via", "statement", statement, &s.via, actors)
}

/// Writes a list of actors in order.
fn put_keys(db: &Connection, table: &str, owner: &str, row: i64, keys: &[String], actors: &BTreeMap<&str, i64>) -> Result<()> {
    if keys.is_empty() {
        return Ok(());
    }
    let mut insert = db.prepare_cached(&format!("INSERT INTO {table} ({owner}, ordinal, key, actor) VALUES (?1, ?2, ?3, ?4)"))?;
    for (number, key) in keys.iter().enumerate() {
        insert.execute(params![row, number as u32, key, actors.get(key.as_str())])?;
    }
    Ok(())
}
