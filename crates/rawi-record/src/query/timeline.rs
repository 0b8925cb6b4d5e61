//! Statements and contacts in order of day.

use rawi_model::ContactKind;
use rawi_time::Day;
use serde::Serialize;

use super::contacts::ContactFilter;
use super::filter::{Condition, Page, asked};
use super::row::{self, ContactRow, StatementRow};
use super::statements::StatementFilter;
use crate::error::Result;
use crate::record::Record;

/// Which part of the timeline is wanted.
#[derive(Clone, Debug, Default)]
pub struct TimelineFilter {
    /// Somebody who spoke, was spoken to, or was a party.
    pub who: Option<String>,
    /// Somebody else, with whom the first had to do: only what is between both.
    pub with: Option<String>,
    /// Contacts of this kind alone, and what was said at them.
    pub kind: Option<ContactKind>,
    /// Not before this day.
    pub since: Option<Day>,
    /// Not after this day.
    pub until: Option<Day>,
    /// Which part of the list.
    pub page: Page,
}

/// One row of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum TimelineRow {
    /// Something said.
    Statement(Box<StatementRow>),
    /// A contact.
    Contact(Box<ContactRow>),
}

impl TimelineFilter {
    /// The rows of both tables, as one table `t`, and its condition.
    fn rows(&self) -> (String, Condition) {
        let mut said = StatementFilter { since: self.since, until: self.until, ..StatementFilter::default() }.condition();
        said.add("s.day_from IS NOT NULL");
        if let Some(name) = asked(self.who.as_deref()) {
            let speaker = said.named("s.document", "s.speaker", name);
            let heard = said.named("s.document", "x.actor", name);
            said.add(format!("({speaker} OR EXISTS (SELECT 1 FROM audience x WHERE x.statement = s.id AND {heard}))"));
        }
        if let Some(name) = asked(self.with.as_deref()) {
            let speaker = said.named("s.document", "s.speaker", name);
            let heard = said.named("s.document", "x.actor", name);
            let met = said.named("s.document", "x.actor", name);
            said.add(format!(
                "({speaker} OR EXISTS (SELECT 1 FROM audience x WHERE x.statement = s.id AND {heard}) OR EXISTS (SELECT 1 FROM contact c \
                 JOIN party x ON x.contact = c.id WHERE c.document = s.document AND c.key = s.contact AND {met}))"
            ));
        }
        if let Some(kind) = self.kind {
            let mark = said.value(kind.name().to_owned());
            said.add(format!("EXISTS (SELECT 1 FROM contact c WHERE c.document = s.document AND c.key = s.contact AND c.kind = {mark})"));
        }
        let with = self.who.iter().chain(&self.with).cloned().collect();
        let mut met = ContactFilter { with, kind: self.kind, since: self.since, until: self.until, ..ContactFilter::default() }
            .condition_after(said.values.len());
        met.add("c.day_from IS NOT NULL");
        let rows = format!(
            "(SELECT 0 AS kind, c.id AS id, c.day_from AS day, c.day_to AS last, c.document AS document, c.ordinal AS ordinal FROM contact c{} \
             UNION ALL SELECT 1, s.id, s.day_from, s.day_to, s.document, s.ordinal FROM statement s{})",
            met.clause(),
            said.clause()
        );
        let mut both = said;
        both.values.extend(met.values);
        (rows, both)
    }
}

impl Record {
    /// Gives each dated statement and contact in order of day, contacts before what was said there.
    pub fn each_of_timeline<E: From<crate::RecordError>>(
        &self,
        filter: &TimelineFilter,
        mut take: impl FnMut(TimelineRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let (rows, condition) = filter.rows();
        let sql = format!("SELECT kind, id FROM {rows} ORDER BY day, last, document, kind, ordinal{}", filter.page.clause());
        for (kind, id) in self.kinds(&sql, &condition)? {
            take(if kind == 0 {
                TimelineRow::Contact(Box::new(row::contact(&self.connection, id)?))
            } else {
                TimelineRow::Statement(Box::new(row::statement(&self.connection, id)?))
            })?;
        }
        Ok(())
    }

    /// The dated statements and contacts in order of day.
    pub fn timeline(&self, filter: &TimelineFilter) -> Result<Vec<TimelineRow>> {
        let mut list = Vec::new();
        self.each_of_timeline(filter, |row| {
            list.push(row);
            Ok::<_, crate::RecordError>(())
        })?;
        Ok(list)
    }

    /// How many rows the timeline has, on all pages.
    pub fn count_timeline(&self, filter: &TimelineFilter) -> Result<u32> {
        let (rows, condition) = filter.rows();
        self.count(&format!("SELECT count(*) FROM {rows}"), &condition)
    }

    fn kinds(&self, sql: &str, condition: &Condition) -> Result<Vec<(i64, i64)>> {
        let mut select = self.connection.prepare(sql)?;
        let ids = select.query_map(rusqlite::params_from_iter(&condition.values), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
