//! How an actor of a document looks after the corrections.

use rawi_model::{Actor, ActorKind, Names};
use rusqlite::{Connection, OptionalExtension};

use crate::column::{from_json, named};
use crate::error::Result;

/// What corrections make of an actor of a document.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// The id under which it is seen.
    pub(crate) identity: String,
    /// Its kind, where a user gave it one.
    pub(crate) kind: Option<ActorKind>,
    /// Its id in the registry.
    pub(crate) registry: Option<String>,
    /// Its name, where it isn't that of the document.
    pub(crate) name: Option<String>,
    wikidata: Option<String>,
    /// The address whose names it has.
    leader: Option<String>,
    /// The names that a user gave it.
    given: Names,
}

impl Shown {
    /// The actor at this place of a document's actors; none where no correction speaks of it.
    pub(crate) fn of(db: &Connection, document: i64, ordinal: u32) -> Result<Option<Self>> {
        if !db.prepare_cached("SELECT EXISTS (SELECT 1 FROM alias)")?.query_row([], |row| row.get(0))? {
            return Ok(None);
        }
        let mut select = db.prepare_cached(
            "SELECT identity, kind, registry, name, wikidata, leader, names FROM shown WHERE document = ?1 AND ordinal = ?2",
        )?;
        let mut rows = select.query((document, ordinal))?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some(Self {
            identity: row.get(0)?,
            kind: row.get::<_, Option<String>>(1)?.map(|k| named(&k)).transpose()?,
            registry: row.get(2)?,
            name: row.get(3)?,
            wikidata: row.get(4)?,
            leader: row.get(5)?,
            given: from_json(&row.get::<_, String>(6)?)?,
        }))
    }

    /// An actor as it was read, corrected.
    pub(crate) fn actor(self, db: &Connection, read: Actor) -> Result<Actor> {
        let same = self.registry == read.registry;
        let (mut names, mut wikidata) = if same { (read.names, read.wikidata) } else { (Names::new(), None) };
        let sql = "SELECT names, wikidata FROM actor WHERE address = ?1 ORDER BY id LIMIT 1";
        let known = |address: &Option<String>| {
            db.prepare_cached(sql)?.query_row([address], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?))).optional()
        };
        for (led, id) in [known(&self.leader)?, known(&self.registry)?].into_iter().flatten() {
            for (language, name) in from_json::<Names>(&led)? {
                names.entry(language).or_insert(name);
            }
            wikidata = wikidata.or(id);
        }
        for (language, name) in self.given {
            names.entry(language).or_insert(name);
        }
        Ok(Actor {
            kind: self.kind.unwrap_or(read.kind),
            name: self.name.unwrap_or(read.name),
            names,
            registry: self.registry,
            wikidata: self.wikidata.or(wikidata),
            ..read
        })
    }
}
