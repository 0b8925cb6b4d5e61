//! Corrections in the record: said, undone, listed. Each change is one transaction.

use std::collections::BTreeMap;

use rawi_model::ActorKind;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::address;
use super::correction::{Correction, Entry};
use super::resolve::{Identity, resolve};
use crate::column::json;
use crate::error::{RecordError, Result};
use crate::event;
use crate::put;
use crate::record::Record;

impl Record {
    /// Keeps a correction; gives its number.
    ///
    /// # Errors
    /// Where it changes nothing, or goes against another one.
    ///
    /// ```
    /// use rawi_record::{Record, correct::Correction};
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("rawi.db");
    /// let mut record = Record::create_or_open(&path).unwrap();
    /// let merge = Correction::new("merge", "person/salim-alwadi", Some("person:سالم وادی")).unwrap(); // an invented name
    /// let id = record.correct(&merge, Some("one man")).unwrap();
    /// record.undo_correction(id).unwrap();
    /// assert!(record.corrections().unwrap()[0].undone.is_some());
    /// ```
    pub fn correct(&mut self, correction: &Correction, note: Option<&str>) -> Result<i64> {
        let change = begin(&self.connection)?;
        let mut said = holding(&change)?;
        let known = known(&change)?;
        let before = resolve(&said, &known);
        let again = said.contains(correction);
        said.push(correction.clone());
        let after = resolve(&said, &known);
        fits(correction, &before, &after)?;
        // The same once more can mean something: a merge after it was split.
        if again && before == after {
            return Err(RecordError::Correction("the record says so already".to_owned()));
        }
        let id = insert(&change, correction, note)?;
        write(&change, &after)?;
        event::rebuild(&change)?;
        change.commit()?;
        Ok(id)
    }

    /// Keeps many corrections, all or none; what the record says already, as often as it is given, is left out. Gives how
    /// many were new.
    pub fn take_corrections(&mut self, corrections: &[(Correction, Option<String>)]) -> Result<u32> {
        let change = begin(&self.connection)?;
        let form = |c: &Correction| (c.kind(), c.subject().to_owned(), c.object());
        let mut held: BTreeMap<_, u32> = BTreeMap::new();
        for correction in holding(&change)? {
            *held.entry(form(&correction)).or_default() += 1;
        }
        let mut new = 0;
        for (correction, note) in corrections {
            let left = held.entry(form(correction)).or_default();
            if *left > 0 {
                // Of merges and splits the order counts, so that the same can stand there again; these are said for good.
                *left -= u32::from(!matches!(correction, Correction::Add { .. } | Correction::NotSame { .. }));
                continue;
            }
            *left = u32::from(matches!(correction, Correction::Add { .. } | Correction::NotSame { .. }));
            insert(&change, correction, note.as_deref())?;
            new += 1;
        }
        apply(&change)?;
        event::rebuild(&change)?;
        change.commit()?;
        Ok(new)
    }

    /// Marks a correction as undone; gives what it said.
    ///
    /// # Errors
    /// Where there is none with this number, or it is undone already.
    pub fn undo_correction(&mut self, id: i64) -> Result<Entry> {
        let change = begin(&self.connection)?;
        let marked = change
            .execute("UPDATE correction SET undone = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?1 AND undone IS NULL", [id])?;
        let entry = entries(&change, "WHERE id = ?1", [id])?.pop().ok_or(RecordError::NoCorrection(id))?;
        if marked == 0 {
            return Err(RecordError::Correction(format!("correction {id} is undone already")));
        }
        apply(&change)?;
        event::rebuild(&change)?;
        change.commit()?;
        Ok(entry)
    }

    /// All corrections in their order, those that were undone among them.
    pub fn corrections(&self) -> Result<Vec<Entry>> {
        entries(&self.connection, "", [])
    }
}

fn begin(db: &Connection) -> Result<Transaction<'_>> {
    Ok(Transaction::new_unchecked(db, TransactionBehavior::Immediate)?)
}

fn insert(db: &Connection, correction: &Correction, note: Option<&str>) -> Result<i64> {
    db.prepare_cached(
        "INSERT INTO correction (at, kind, subject, object, note) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?1, ?2, ?3, ?4)",
    )?
    .execute(params![correction.kind(), correction.subject(), correction.object(), note])?;
    Ok(db.last_insert_rowid())
}

fn entries(db: &Connection, which: &str, values: impl rusqlite::Params) -> Result<Vec<Entry>> {
    let mut select = db.prepare(&format!("SELECT id, at, kind, subject, object, note, undone FROM correction {which} ORDER BY id"))?;
    let mut rows = select.query(values)?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, subject, object): (String, String, Option<String>) = (row.get(2)?, row.get(3)?, row.get(4)?);
        let correction = Correction::new(&kind, &subject, object.as_deref()).map_err(|e| RecordError::Damaged(e.to_string()))?;
        list.push(Entry { id: row.get(0)?, at: row.get(1)?, correction, note: row.get(5)?, undone: row.get(6)? });
    }
    Ok(list)
}

/// The corrections that hold.
fn holding(db: &Connection) -> Result<Vec<Correction>> {
    Ok(entries(db, "WHERE undone IS NULL", [])?.into_iter().map(|e| e.correction).collect())
}

/// The actors of the registry with their Wikidata ids.
fn known(db: &Connection) -> Result<Vec<(String, String)>> {
    let mut select =
        db.prepare("SELECT registry, wikidata FROM actor WHERE registry IS NOT NULL AND wikidata IS NOT NULL ORDER BY registry")?;
    let pairs = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    Ok(pairs)
}

/// Makes the tables that follow from the corrections.
fn apply(db: &Connection) -> Result<()> {
    write(db, &resolve(&holding(db)?, &known(db)?))
}

/// Joins an actor of the registry that is new in the record to the one whom a user added with its Wikidata id.
pub(crate) fn arrived(db: &Connection, wikidata: Option<&str>) -> Result<()> {
    match wikidata {
        Some(id) if identity(db, id)?.is_some() => {
            apply(db)?;
            event::rebuild(db)
        }
        _ => Ok(()),
    }
}

fn write(db: &Connection, identities: &[Identity]) -> Result<()> {
    db.execute_batch("DELETE FROM alias; DELETE FROM identity; DELETE FROM identity_name;")?;
    for one in identities {
        let everywhere = || one.members.iter().filter(|m| address::parts(m).1.is_none());
        // One that stands alone is shown as its documents call it, unless a user gave it names.
        let leader = everywhere().next().filter(|_| one.members.len() > 1 || one.kind.is_some());
        let registry = everywhere().find_map(|m| address::registry(m));
        db.prepare_cached("INSERT INTO identity (id, leader, kind, name, names, registry, wikidata) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![one.id, leader, one.kind.map(ActorKind::name), one.name, json(&one.names), registry, one.wikidata])?;
        for member in &one.members {
            let (base, source) = address::parts(member);
            db.prepare_cached("INSERT INTO alias (address, base, source, identity) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![member, base, source, one.id])?;
        }
        for folded in &one.folded {
            let name = put::name(db, folded)?;
            db.prepare_cached("INSERT OR IGNORE INTO identity_name (name, identity) VALUES (?1, ?2)")?.execute(params![name, one.id])?;
        }
    }
    Ok(())
}

/// Looks whether a correction does what it says.
fn fits(correction: &Correction, before: &[Identity], after: &[Identity]) -> Result<()> {
    let of = |list: &[Identity], one: &str| {
        list.iter().find(|i| i.members.iter().any(|m| m == one)).map_or_else(|| one.to_owned(), |i| i.id.clone())
    };
    let same = |list: &[Identity], a: &str, b: &str| of(list, a) == of(list, b);
    // One that no correction speaks of stands alone, but for the actor of one document: that goes with the others.
    let alone = |one: &str| {
        let group = before.iter().find(|i| i.members.iter().any(|m| m == one));
        group.map_or(address::parts(one).1.is_none(), |i| i.members.len() == 1)
    };
    let no = |why: String| Err(RecordError::Correction(why));
    match correction {
        Correction::Merge { subject, object } if same(before, subject, object) => no(format!("`{subject}` and `{object}` are one already")),
        Correction::Merge { subject, object } if !same(after, subject, object) => {
            no(format!("a correction says that `{subject}` and `{object}` are not the same; undo it first"))
        }
        Correction::NotSame { subject, object } if subject == object => {
            no(format!("`{subject}` is one; to part a document's actor, use split"))
        }
        Correction::Split { subject, .. } if alone(subject) => {
            no(format!("`{subject}` stands alone already; name a document to part its actor"))
        }
        Correction::Add { subject, .. } if before.iter().any(|i| i.kind.is_some() && i.members.contains(subject)) => {
            no(format!("`{subject}` has been added already"))
        }
        _ => Ok(()),
    }
}

/// The identity of an address, where corrections give it one.
pub(crate) fn identity(db: &Connection, address: &str) -> Result<Option<String>> {
    let mut select = db.prepare_cached("SELECT identity FROM alias WHERE address = ?1")?;
    Ok(select.query_row([address], |row| row.get(0)).optional()?)
}
