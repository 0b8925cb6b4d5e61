//! Events by party, kind and day, each with its reports.

use rawi_event::{Clue, Known, may_be_one};
use rawi_model::{ContactKind, Status};
use rawi_time::{Dated, Day};
use rusqlite::OptionalExtension;
use serde::Serialize;

use super::filter::{Condition, Page, asked};
use super::row::{self, ContactRow, PartyRef};
use crate::column::{from_json, named};
use crate::error::{RecordError, Result};
use crate::record::Record;

/// Which events are wanted.
#[derive(Clone, Debug, Default)]
pub struct EventFilter {
    /// Names or roles, each of a party in one of the reports.
    pub with: Vec<String>,
    /// Of this kind.
    pub kind: Option<ContactKind>,
    /// With this status.
    pub status: Option<Status>,
    /// Not before this day.
    pub since: Option<Day>,
    /// Not after this day.
    pub until: Option<Day>,
    /// Reported by so many documents or more.
    pub documents: u32,
    /// Which part of the list.
    pub page: Page,
}

/// One contact, as several documents report it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventRow {
    /// Its name: its day, and a number.
    pub id: String,
    /// What kind it is.
    pub kind: ContactKind,
    /// Whether it took place.
    pub status: Status,
    /// Its sides, as the report that knows most of them names them.
    pub parties: Vec<PartyRef>,
    /// Its first day.
    pub day_from: Option<String>,
    /// Its last day; another one than the first where the reports do not settle it.
    pub day_to: Option<String>,
    /// How many texts tell of it, copies taken together.
    pub items: u32,
    /// Its reports, copies of one text beside one another.
    pub reports: Vec<ReportRef>,
}

/// One report of an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportRef {
    /// Where its document came from.
    pub source: String,
    /// The id of its contact there.
    pub contact: String,
    /// The outlet of its document.
    pub outlet: Option<String>,
    /// The language of its document.
    pub language: rawi_model::Language,
    /// When the document was published.
    pub published: Option<String>,
    /// When it says that the contact was.
    pub date: Option<Dated>,
    /// Whether the contact took place, as it says.
    pub status: Status,
    /// The number of its text: those with one number are copies.
    pub item: u32,
}

/// Why a report belongs to its event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tie {
    /// The report.
    #[serde(flatten)]
    pub report: ReportRef,
    /// The words that tell of the contact.
    pub words: String,
    /// Its sides, and by what each is known to be a side of the event.
    pub parties: Vec<TiedParty>,
    /// What its day rests on: `on` a day that it names, `within` days that it names, `published`, or `open`.
    pub day: &'static str,
    /// Whether it is a copy of the report before it with the same number.
    pub copy: bool,
}

/// A side of a report, and by what it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TiedParty {
    /// What the document calls it.
    pub name: String,
    /// Who it is, where that is known.
    pub id: Option<String>,
    /// By what.
    pub known: Known,
    /// Whether the report after which the event is called has it too.
    pub shared: bool,
}

impl EventFilter {
    fn condition(&self) -> Condition {
        let mut condition = Condition::default();
        for name in self.with.iter().filter_map(|n| asked(Some(n))) {
            let part = condition.named("c.document", "x.actor", name);
            condition.add(format!(
                "EXISTS (SELECT 1 FROM event_report r JOIN contact c ON c.id = r.contact JOIN party x ON x.contact = c.id \
                 WHERE r.event = e.key AND {part})"
            ));
        }
        condition.equal("e.kind", self.kind.map(|k| k.name().to_owned()));
        condition.equal("e.status", self.status.map(|s| s.name().to_owned()));
        condition.days("e", self.since, self.until);
        if self.documents > 1 {
            let mark = condition.value(i64::from(self.documents));
            condition.add(format!("e.documents >= {mark}"));
        }
        condition
    }
}

impl Record {
    /// Gives each event that is wanted in the order of its day, those without a day first, until `take` says no.
    pub fn each_event<E: From<RecordError>>(
        &self,
        filter: &EventFilter,
        mut take: impl FnMut(EventRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let condition = filter.condition();
        let sql = format!("SELECT e.key FROM event e{} ORDER BY e.day_from, e.key{}", condition.clause(), filter.page.clause());
        for key in self.keys(&sql, &condition)? {
            take(self.event(&key)?)?;
        }
        Ok(())
    }

    /// The events that are wanted.
    pub fn events(&self, filter: &EventFilter) -> Result<Vec<EventRow>> {
        let mut rows = Vec::new();
        self.each_event(filter, |row| {
            rows.push(row);
            Ok::<_, RecordError>(())
        })?;
        Ok(rows)
    }

    /// How many events are wanted, on all pages.
    pub fn count_events(&self, filter: &EventFilter) -> Result<u32> {
        let condition = filter.condition();
        self.count(&format!("SELECT count(*) FROM event e{}", condition.clause()), &condition)
    }

    fn keys(&self, sql: &str, condition: &Condition) -> Result<Vec<String>> {
        let mut select = self.connection.prepare(sql)?;
        let keys = select.query_map(rusqlite::params_from_iter(&condition.values), |row| row.get(0))?;
        Ok(keys.collect::<rusqlite::Result<Vec<String>>>()?)
    }

    /// The name of the event with this name, end or beginning of one, or with this report (`c0@` and its source).
    ///
    /// # Errors
    /// Where none or several fit.
    pub fn event_named(&self, name: &str) -> Result<String> {
        let of_report = "SELECT r.event FROM clue c JOIN event_report r ON r.contact = c.contact WHERE c.report = ?1";
        if let Some(key) = self.connection.query_row(of_report, [name], |row| row.get(0)).optional()? {
            return Ok(key);
        }
        let sql = "SELECT key FROM event WHERE key = ?1 OR ?1 <> '' AND (substr(key, -length(?1)) = ?1 OR substr(key, 1, length(?1)) = ?1) \
                   ORDER BY key <> ?1, key LIMIT 6";
        let mut select = self.connection.prepare(sql)?;
        let mut fits = select.query_map([name], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        match fits.as_slice() {
            [] => Err(RecordError::NoEvent(name.to_owned())),
            [first, ..] if fits.len() == 1 || first == name => Ok(fits.swap_remove(0)),
            _ => Err(RecordError::SeveralEvents { name: name.to_owned(), fits }),
        }
    }

    /// The report after which an event is called: the contact's id, `@`, and the source of its document.
    pub fn leader(&self, key: &str) -> Result<String> {
        Ok(self.connection.query_row("SELECT leader FROM event WHERE key = ?1", [key], |row| row.get(0))?)
    }

    /// A report of an event, named by its address or its document, and a report of the same event that is no copy of it.
    ///
    /// # Errors
    /// Where the event has no such report, or no other one.
    pub fn parted(&self, key: &str, report: &str) -> Result<(String, String)> {
        let mut select = self.connection.prepare(
            "SELECT c.report, r.item FROM event_report r JOIN clue c ON c.contact = r.contact WHERE r.event = ?1 ORDER BY r.ordinal",
        )?;
        let all = select.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<Vec<(String, u32)>>>()?;
        let one = all.iter().find(|r| r.0 == report).or_else(|| all.iter().find(|r| r.0.ends_with(report)));
        let (one, item) = one.ok_or_else(|| RecordError::Correction(format!("event {key} has no report `{report}`")))?;
        let other = all.iter().find(|r| r.1 != *item).or_else(|| all.iter().find(|r| r.0 != *one));
        let other = other.ok_or_else(|| RecordError::Correction(format!("event {key} has no other report")))?;
        Ok((one.clone(), other.0.clone()))
    }

    /// The event with this whole name.
    pub fn event(&self, key: &str) -> Result<EventRow> {
        let sql = "SELECT kind, status, day_from, day_to, items FROM event WHERE key = ?1";
        let read =
            |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
        let found = self.connection.prepare_cached(sql)?.query_row([key], read).optional()?;
        let (kind, status, day_from, day_to, items) = found.ok_or_else(|| RecordError::NoEvent(key.to_owned()))?;
        let contacts = self.contacts_of_event(key)?;
        let most = contacts.iter().map(|(c, _)| c).max_by_key(|c| {
            let known = c.parties.iter().filter(|p| p.actor.registry.as_deref().is_some_and(|a| !a.starts_with("office/"))).count();
            let named = c.parties.iter().filter(|p| p.actor.kind == Some(rawi_model::ActorKind::Person)).count();
            // The first of the best.
            (c.parties.len().min(8), known, named, std::cmp::Reverse((c.document.source.clone(), c.id.clone())))
        });
        Ok(EventRow {
            id: key.to_owned(),
            kind: named(&kind)?,
            status: named(&status)?,
            parties: most.map(|c| self.known_parties(c)).transpose()?.unwrap_or_default(),
            day_from,
            day_to,
            items,
            reports: contacts.iter().map(|(c, item)| report(c, *item)).collect(),
        })
    }

    /// The sides of a contact, with the registry's ids of those who are known by name or office alone.
    fn known_parties(&self, contact: &ContactRow) -> Result<Vec<PartyRef>> {
        let report = format!("{}@{}", contact.id, contact.document.source);
        let sql = "SELECT clue FROM clue WHERE report = ?1";
        let clue: Option<String> = self.connection.prepare_cached(sql)?.query_row([report], |row| row.get(0)).optional()?;
        let clue: Option<Clue> = clue.map(|c| from_json(&c)).transpose()?;
        let mut parties = contact.parties.clone();
        for party in parties.iter_mut().filter(|p| p.actor.registry.is_none() && p.actor.identity.is_none()) {
            let side = clue.iter().flat_map(|c| &c.parties).find(|p| p.actor == party.actor.key);
            party.actor.registry = side.filter(|p| matches!(p.known, Known::Name | Known::Holder)).and_then(|p| p.id.clone());
        }
        Ok(parties)
    }

    /// The contacts of an event, each with the number of its text.
    pub fn contacts_of_event(&self, key: &str) -> Result<Vec<(ContactRow, u32)>> {
        let mut select = self.connection.prepare_cached("SELECT contact, item FROM event_report WHERE event = ?1 ORDER BY ordinal")?;
        let rows = select.query_map([key], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, u32>(1)?)))?;
        let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        rows.into_iter().map(|(id, item)| Ok((row::contact(&self.connection, id)?, item))).collect()
    }

    /// What ties each report to its event.
    pub fn ties(&self, key: &str) -> Result<Vec<Tie>> {
        let mut select = self.connection.prepare_cached(
            "SELECT r.contact, r.item, c.clue FROM event_report r JOIN clue c ON c.contact = r.contact WHERE r.event = ?1 ORDER BY r.ordinal",
        )?;
        let rows = select.query_map([key], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, u32>(1)?, row.get::<_, String>(2)?)))?;
        let mut ties: Vec<Tie> = Vec::new();
        let mut leader: Option<Clue> = None;
        for found in rows.collect::<rusqlite::Result<Vec<_>>>()? {
            let (contact, item, clue) = found;
            let clue = crate::event::seen(&self.connection, from_json(&clue)?)?;
            let first = leader.get_or_insert_with(|| clue.clone());
            let contact = row::contact(&self.connection, contact)?;
            let parties = clue
                .parties
                .iter()
                .map(|p| TiedParty {
                    name: p.name.clone(),
                    id: p.id.clone(),
                    known: p.known,
                    shared: first.parties.iter().any(|other| may_be_one(p, other)),
                })
                .collect();
            let copy = ties.last().is_some_and(|t| t.report.item == item);
            ties.push(Tie { report: report(&contact, item), words: contact.words.clone(), parties, day: clue.when.name(), copy });
        }
        Ok(ties)
    }
}

fn report(contact: &ContactRow, item: u32) -> ReportRef {
    let d = &contact.document;
    ReportRef {
        source: d.source.clone(),
        contact: contact.id.clone(),
        outlet: d.outlet.clone(),
        language: d.language,
        published: d.published.as_ref().and_then(|p| p.value).map(|v| v.to_string()),
        date: contact.date.clone(),
        status: contact.status,
        item,
    }
}
