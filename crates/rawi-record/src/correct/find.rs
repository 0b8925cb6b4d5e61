//! Actors found by their names, for those who correct them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rawi_model::{ActorKind, Names};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;

use super::{address, store};
use crate::column::{from_json, named};
use crate::error::{RecordError, Result};
use crate::get;
use crate::query::{ContactFilter, StatementFilter};
use crate::record::Record;
use crate::words::{name_query, search_form};

/// An actor as the record knows it, all corrections applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Known {
    /// By what corrections call it.
    pub id: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its name.
    pub name: String,
    /// Its names by language, where they are known.
    #[serde(skip_serializing_if = "Names::is_empty")]
    pub names: Names,
    /// The ids of all actors that are this one, where they are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// How many statements it made.
    pub statements: u32,
    /// In how many contacts it took part.
    pub contacts: u32,
}

/// Rows of actors with the words by which they were found.
const FOUND: &str =
    "SELECT a.address, a.kind, (SELECT source FROM document WHERE id = a.document), a.name, a.names FROM actor a WHERE a.id IN";

impl Record {
    /// The actors that bear a name, in the order of their ids.
    pub fn actors_called(&self, name: &str) -> Result<Vec<Known>> {
        let mut found = BTreeMap::new();
        for address in self.addresses(name)? {
            let id = store::identity(&self.connection, &address)?.unwrap_or(address);
            if let Entry::Vacant(place) = found.entry(id) {
                let known = self.known_actor(place.key())?;
                place.insert(known);
            }
        }
        Ok(found.into_values().collect())
    }

    /// The address of the one actor that is called so, or has this id; with a document, of the actor of that document alone.
    ///
    /// # Errors
    /// Where no actor or several fit.
    ///
    /// ```
    /// use rawi_record::{Record, correct::Correction};
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("rawi.db");
    /// let mut record = Record::create_or_open(&path).unwrap();
    /// let add = r#"{"kind": "person", "names": {"fa": "سالم وادی", "en": "Salem Vadi"}}"#; // an invented name
    /// record.correct(&Correction::new("add", "person:سالم وادی", Some(add)).unwrap(), None).unwrap();
    /// assert_eq!(record.actor_address("vadi", None).unwrap(), "person:سالم وادی");
    /// ```
    pub fn actor_address(&self, name: &str, document: Option<&str>) -> Result<String> {
        let mut fits = match document {
            None => self.addresses(name)?,
            Some(document) => {
                let row = get::find(&self.connection, document)?;
                self.addresses_in(name, row)?
            }
        };
        match (fits.len(), fits.pop()) {
            (1, Some(one)) => Ok(one),
            (0, _) | (_, None) => Err(RecordError::NoActor(name.to_owned())),
            (_, Some(last)) => {
                fits.push(last);
                fits.truncate(6);
                Err(RecordError::SeveralActors { name: name.to_owned(), fits })
            }
        }
    }

    /// What a document calls its actor of this address.
    pub fn name_in(&self, address: &str) -> Result<Option<String>> {
        let (base, Some(source)) = address::parts(address) else { return Ok(None) };
        let sql = "SELECT d.name FROM doc_actor d JOIN document o ON o.id = d.document JOIN actor a ON a.id = d.actor \
                   WHERE o.source = ?1 AND a.address = ?2 ORDER BY d.ordinal LIMIT 1";
        Ok(self.connection.prepare_cached(sql)?.query_row([source, base], |row| row.get(0)).optional()?)
    }

    /// The addresses of all that fit a name; of those that bear it wholly, where there are any.
    fn addresses(&self, name: &str) -> Result<Vec<String>> {
        if let Some(typed) = address::read(name) {
            let there = "SELECT EXISTS (SELECT 1 FROM alias WHERE address = ?1) \
                         OR EXISTS (SELECT 1 FROM actor a WHERE a.address = ?2 AND (?3 IS NULL OR EXISTS \
                         (SELECT 1 FROM doc_actor d JOIN document o ON o.id = d.document WHERE d.actor = a.id AND o.source = ?3)))";
            let (base, source) = address::parts(&typed);
            let there: bool = self.connection.query_row(there, params![typed, base, source], |row| row.get(0))?;
            return Ok(if there { vec![typed] } else { Vec::new() });
        }
        let whole = self.fitting("SELECT id FROM name WHERE folded = ?1", &search_form(name))?;
        match name_query(name) {
            Some(query) if whole.is_empty() => self.fitting("SELECT rowid FROM name_search WHERE name_search MATCH ?1", &query),
            _ => Ok(whole),
        }
    }

    fn fitting(&self, names: &str, value: &str) -> Result<Vec<String>> {
        let sql = format!(
            "{FOUND} (SELECT actor FROM actor_name WHERE name IN ({names}) UNION SELECT actor FROM doc_name WHERE name IN ({names})) ORDER BY 1, 3"
        );
        let mut select = self.connection.prepare(&sql)?;
        let mut rows = select.query([value])?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            let (base, kind, source): (String, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            // A source without a name, or a communiqué, is another one in each document.
            let own = matches!(named(&kind)?, ActorKind::Unnamed | ActorKind::Document);
            list.push(source.filter(|_| own).map_or_else(|| base.clone(), |source| format!("{base}@{source}")));
        }
        drop(rows);
        let given = format!("SELECT identity FROM identity_name WHERE name IN ({names})");
        let mut select = self.connection.prepare(&given)?;
        let identities = select.query_map([value], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        for id in identities {
            // Unless one of its members bears the name itself.
            let borne = list.iter().try_fold(false, |borne, one| {
                Ok::<_, RecordError>(borne || store::identity(&self.connection, one)?.as_ref() == Some(&id))
            })?;
            if !borne {
                list.push(id);
            }
        }
        list.sort();
        list.dedup();
        Ok(list)
    }

    /// The addresses of a document's actors that fit a name or id.
    fn addresses_in(&self, name: &str, document: i64) -> Result<Vec<String>> {
        let source: String = self.connection.query_row("SELECT source FROM document WHERE id = ?1", [document], |row| row.get(0))?;
        let typed = address::read(name);
        let (wanted, query) = (search_form(name), name_query(name));
        let collect = |sql: &str, value: &str| -> Result<Vec<String>> {
            let mut select = self.connection.prepare(sql)?;
            let mut list = select.query_map(params![document, value], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
            list.dedup();
            Ok(list)
        };
        let within = |names: &str| {
            format!(
                "SELECT a.address FROM doc_actor d JOIN actor a ON a.id = d.actor WHERE d.document = ?1 AND (a.id IN \
                 (SELECT actor FROM actor_name WHERE name IN ({names})) OR a.id IN \
                 (SELECT actor FROM doc_name WHERE document = ?1 AND name IN ({names}))) ORDER BY 1"
            )
        };
        let mut bases = match &typed {
            Some(typed) => collect(
                "SELECT a.address FROM doc_actor d JOIN actor a ON a.id = d.actor WHERE d.document = ?1 AND a.address = ?2 ORDER BY 1",
                address::parts(typed).0,
            )?,
            None => collect(&within("SELECT id FROM name WHERE folded = ?2"), &wanted)?,
        };
        if let (true, None, Some(query)) = (bases.is_empty(), &typed, &query) {
            bases = collect(&within("SELECT rowid FROM name_search WHERE name_search MATCH ?2"), query)?;
        }
        Ok(bases.into_iter().map(|base| format!("{base}@{source}")).collect())
    }

    fn known_actor(&self, id: &str) -> Result<Known> {
        let db = &self.connection;
        let (base, _) = address::parts(id);
        let row = db
            .prepare_cached("SELECT kind, name, names FROM actor WHERE address = ?1 ORDER BY id LIMIT 1")?
            .query_row([base], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))
            .optional()?;
        let given = db
            .prepare_cached("SELECT kind, name, names FROM identity WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get::<_, Option<String>>(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, String>(2)?)))
            .optional()?;
        let (mut kind, mut name, mut names) = (address::named_by(id).map(|n| n.0), None, Names::new());
        if let Some((its_kind, its_name, its_names)) = row {
            (kind, name, names) = (Some(named(&its_kind)?), Some(its_name), from_json(&its_names)?);
        }
        if let Some(own) = self.name_in(id)? {
            (name, names) = (Some(own), Names::new());
        }
        if let Some((its_kind, its_name, its_names)) = given {
            kind = its_kind.map(|k| named(&k)).transpose()?.or(kind);
            for (language, given) in from_json::<Names>(&its_names)? {
                names.entry(language).or_insert(given);
            }
            let first = || ["fa", "ar", "en"].iter().find_map(|l| names.get(*l)).or_else(|| names.values().next()).cloned();
            name = its_name.or(name).or_else(first);
        }
        let mut select = db.prepare_cached("SELECT address FROM alias WHERE identity = ?1 ORDER BY address")?;
        let mut members = select.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        if members.len() < 2 {
            members.clear();
        }
        let statements = self.count_statements(&StatementFilter { speaker: Some(id.to_owned()), ..StatementFilter::default() })?;
        let contacts = self.count_contacts(&ContactFilter { with: vec![id.to_owned()], ..ContactFilter::default() })?;
        let name = name.or_else(|| address::named_by(id).map(|n| n.1.to_owned())).unwrap_or_else(|| id.to_owned());
        Ok(Known { id: id.to_owned(), kind: kind.unwrap_or_default(), name, names, members, statements, contacts })
    }
}
