//! Events made anew where something changed.

use std::collections::{BTreeMap, BTreeSet};

use rawi_event::{Clue, Said, blocks, clues, events, reach};
use rusqlite::{Connection, OptionalExtension, params};

use super::correction::said;
use crate::column::{from_json, json};
use crate::error::Result;
use crate::get;

/// The contacts whose events may have changed in the open transaction.
pub(crate) type Touched = BTreeSet<i64>;

/// The days by which a contact is found in its blocks; those without a day stand before all others.
fn days(clue: &Clue) -> (i32, i32) {
    let from = clue.first().map_or(i32::MIN / 2, |d| d.0);
    (from, clue.last().map_or(from, |d| d.0))
}

/// Keeps the clues of a document that was put in.
pub(crate) fn arrive(db: &Connection, contacts: &[i64], clues: &[Clue], touched: &mut Touched) -> Result<()> {
    for (&contact, clue) in contacts.iter().zip(clues) {
        db.prepare_cached("INSERT INTO clue (contact, report, clue) VALUES (?1, ?2, ?3)")?.execute(params![
            contact,
            clue.report,
            json(clue)
        ])?;
        put_blocks(db, contact, clue)?;
        touched.insert(contact);
    }
    Ok(())
}

fn put_blocks(db: &Connection, contact: i64, clue: &Clue) -> Result<()> {
    let (from, to) = days(clue);
    let mut insert = db.prepare_cached("INSERT INTO clue_block (block, day_from, day_to, contact) VALUES (?1, ?2, ?3, ?4)")?;
    for block in blocks(&seen(db, clue.clone())?) {
        insert.execute(params![block, from, to, contact])?;
    }
    Ok(())
}

/// Remembers who has to do with the contacts of a document that is about to go.
pub(crate) fn leave(db: &Connection, document: i64, touched: &mut Touched) -> Result<()> {
    let own: Vec<i64> = list(db, "SELECT id FROM contact WHERE document = ?1", [document])?;
    let mut looked = Looked::default();
    for &contact in &own {
        touched.extend(neighbours(db, contact, &mut looked)?);
    }
    for contact in own {
        touched.remove(&contact);
        // Its event is made anew for those that are left.
        db.prepare_cached("DELETE FROM event WHERE key = (SELECT event FROM event_report WHERE contact = ?1)")?.execute([contact])?;
    }
    Ok(())
}

fn list<T: rusqlite::types::FromSql>(db: &Connection, sql: &str, values: impl rusqlite::Params) -> Result<Vec<T>> {
    Ok(db.prepare_cached(sql)?.query_map(values, |row| row.get(0))?.collect::<rusqlite::Result<Vec<T>>>()?)
}

/// What was looked at already.
#[derive(Default)]
struct Looked {
    blocks: BTreeSet<(String, i32, i32)>,
    events: BTreeSet<String>,
}

/// The contacts that may be one with this one, and those that are now; what was looked at is not looked at again.
fn neighbours(db: &Connection, contact: i64, looked: &mut Looked) -> Result<Vec<i64>> {
    /// Nothing reaches over more days, so that the index need not be read from its beginning.
    const LONGEST: i32 = 40;
    let mut found = Vec::new();
    let event = "SELECT event FROM event_report WHERE contact = ?1";
    if let Some(event) = db.prepare_cached(event)?.query_row([contact], |row| row.get::<_, String>(0)).optional()?
        && looked.events.insert(event.clone())
    {
        found.extend(list::<i64>(db, "SELECT contact FROM event_report WHERE event = ?1", [event])?);
    }
    let mut select = db.prepare_cached("SELECT block, day_from, day_to FROM clue_block WHERE contact = ?1")?;
    let own = select.query_map([contact], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for stretch in own.collect::<rusqlite::Result<Vec<(String, i32, i32)>>>()? {
        if looked.blocks.contains(&stretch) {
            continue;
        }
        let (block, from, to) = &stretch;
        let sql = "SELECT contact FROM clue_block WHERE block = ?1 AND day_from BETWEEN ?2 AND ?3 AND day_to >= ?4";
        found.extend(list::<i64>(db, sql, params![block, from - LONGEST, to + reach(), from - reach()])?);
        looked.blocks.insert(stretch);
    }
    Ok(found)
}

/// Makes the events of all that was touched, and of whatever leads to it.
pub(crate) fn settle(db: &Connection, touched: &mut Touched) -> Result<()> {
    if touched.is_empty() {
        return Ok(());
    }
    let said = said(db)?;
    let mut partners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in &said {
        let (Said::One(a, b) | Said::Two(a, b)) = one;
        partners.entry(a).or_default().insert(b);
        partners.entry(b).or_default().insert(a);
    }
    let mut looked = Looked::default();
    let mut all: BTreeMap<i64, Clue> = BTreeMap::new();
    let mut next: Vec<i64> = std::mem::take(touched).into_iter().collect();
    while let Some(contact) = next.pop() {
        if all.contains_key(&contact) {
            continue;
        }
        let clue = db.prepare_cached("SELECT clue FROM clue WHERE contact = ?1")?.query_row([contact], |row| row.get::<_, String>(0));
        let Some(clue) = clue.optional()? else { continue };
        let clue = seen(db, from_json(&clue)?)?;
        for partner in partners.get(clue.report.as_str()).into_iter().flatten() {
            next.extend(list::<i64>(db, "SELECT contact FROM clue WHERE report = ?1", [partner])?);
        }
        all.insert(contact, clue);
        next.extend(neighbours(db, contact, &mut looked)?.into_iter().filter(|c| !all.contains_key(c)));
    }
    let contacts: Vec<i64> = all.keys().copied().collect();
    let clues: Vec<Clue> = all.into_values().collect();
    write(db, &contacts, &clues, &looked.events, &said)
}

fn write(db: &Connection, contacts: &[i64], clues: &[Clue], before: &BTreeSet<String>, said: &[Said]) -> Result<()> {
    let mut kept = BTreeSet::new();
    for event in events(clues, said) {
        let Some(leader) = event.members.first().map(|m| &clues[m.0]) else { continue };
        let (from, to) = event.days.map_or((None, None), |(a, b)| (Some(a.to_string()), Some(b.to_string())));
        let key = key(from.as_deref(), &leader.report);
        let documents: BTreeSet<&str> = event.members.iter().map(|m| clues[m.0].source()).collect();
        let items = event.members.last().map_or(0, |m| m.1 + 1);
        db.prepare_cached(
            "INSERT OR REPLACE INTO event (key, kind, status, day_from, day_to, leader, documents, items) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![key, event.kind.name(), event.status.name(), from, to, leader.report, documents.len() as u32, items])?;
        for (ordinal, &(at, item)) in event.members.iter().enumerate() {
            db.prepare_cached(
                "INSERT INTO event_report (contact, event, ordinal, item) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (contact) DO UPDATE                  SET event = excluded.event, ordinal = excluded.ordinal, item = excluded.item                  WHERE event <> excluded.event OR ordinal <> excluded.ordinal OR item <> excluded.item",
            )?
            .execute(params![contacts[at], key, ordinal as u32, item])?;
        }
        kept.insert(key);
    }
    for gone in before.difference(&kept) {
        db.prepare_cached("DELETE FROM event WHERE key = ?1")?.execute([gone])?;
    }
    Ok(())
}

/// The name of an event: its day, and a number for the report after which it is called (FNV-1a, the same everywhere).
fn key(day: Option<&str>, leader: &str) -> String {
    let hash = leader.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{}-{hash:08x}", day.unwrap_or("undated"))
}

/// A clue as corrections about actors show its sides.
pub(crate) fn seen(db: &Connection, mut clue: Clue) -> Result<Clue> {
    if !db.prepare_cached("SELECT EXISTS (SELECT 1 FROM alias)")?.query_row([], |row| row.get(0))? {
        return Ok(clue);
    }
    let source = clue.source().to_owned();
    for party in &mut clue.parties {
        let addresses = [Some(format!("{}@{source}", party.address)), Some(party.address.clone()), party.id.clone()];
        for address in addresses.into_iter().flatten() {
            if let Some(identity) = crate::correct::identity(db, &address)? {
                party.id = Some(identity);
                party.words.clear();
                party.perhaps.clear();
                party.known = rawi_event::Known::Registry;
                break;
            }
        }
    }
    Ok(clue)
}

/// Makes all events anew, as after a correction about actors.
pub(crate) fn rebuild(db: &Connection) -> Result<()> {
    db.execute_batch("DELETE FROM clue_block; DELETE FROM event_report; DELETE FROM event;")?;
    let mut touched = Touched::new();
    let mut select = db.prepare("SELECT contact, clue FROM clue ORDER BY contact")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let contact: i64 = row.get(0)?;
        put_blocks(db, contact, &from_json(&row.get::<_, String>(1)?)?)?;
        touched.insert(contact);
    }
    drop(rows);
    // One neighbourhood after the other, so that memory holds one.
    while let Some(first) = touched.pop_first() {
        let has = "SELECT EXISTS (SELECT 1 FROM event_report WHERE contact = ?1)";
        if !db.prepare_cached(has)?.query_row([first], |row| row.get::<_, bool>(0))? {
            settle(db, &mut Touched::from([first]))?;
        }
    }
    Ok(())
}

/// Gives the documents of an older layout their clues and events.
pub(crate) fn fill(db: &Connection) -> Result<()> {
    let documents = list::<i64>(db, "SELECT DISTINCT document FROM contact ORDER BY document", [])?;
    for document in documents {
        let reading = get::reading(db, document)?;
        let addresses = list::<String>(
            db,
            "SELECT a.address FROM doc_actor d JOIN actor a ON a.id = d.actor WHERE d.document = ?1 ORDER BY d.ordinal",
            [document],
        )?;
        let contacts = list::<i64>(db, "SELECT id FROM contact WHERE document = ?1 ORDER BY ordinal", [document])?;
        for (contact, clue) in contacts.into_iter().zip(addressed(&reading, &addresses)) {
            db.prepare_cached("INSERT INTO clue (contact, report, clue) VALUES (?1, ?2, ?3)")?.execute(params![
                contact,
                clue.report,
                json(&clue)
            ])?;
        }
    }
    rebuild(db)
}

/// The clues of a reading, with the addresses of its actors.
pub(crate) fn addressed(reading: &rawi_model::Reading, addresses: &[String]) -> Vec<Clue> {
    let mut clues = clues(reading);
    for party in clues.iter_mut().flat_map(|c| &mut c.parties) {
        let at = reading.actors.iter().position(|a| a.key == party.actor);
        party.address = at.and_then(|at| addresses.get(at)).cloned().unwrap_or_default();
    }
    clues
}
