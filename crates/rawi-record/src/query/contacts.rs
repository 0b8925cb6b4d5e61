//! Contacts by party, kind and day.

use rawi_model::{ContactKind, Status};
use rawi_time::Day;

use super::filter::{Condition, Page, asked};
use super::row::{self, ContactRow};
use crate::error::Result;
use crate::record::Record;

/// Which contacts are wanted.
#[derive(Clone, Debug, Default)]
pub struct ContactFilter {
    /// Names or roles, each of a party.
    pub with: Vec<String>,
    /// Of this kind.
    pub kind: Option<ContactKind>,
    /// With this status.
    pub status: Option<Status>,
    /// Not before this day.
    pub since: Option<Day>,
    /// Not after this day.
    pub until: Option<Day>,
    /// Which part of the list.
    pub page: Page,
}

impl ContactFilter {
    pub(crate) fn condition(&self) -> Condition {
        self.condition_after(0)
    }

    /// The condition as a second one in a query whose first has so many values.
    pub(crate) fn condition_after(&self, values: usize) -> Condition {
        let mut condition = Condition::after(values);
        for name in self.with.iter().filter_map(|n| asked(Some(n))) {
            let part = condition.named("c.document", "x.actor", name);
            condition.add(format!("EXISTS (SELECT 1 FROM party x WHERE x.contact = c.id AND {part})"));
        }
        condition.equal("c.kind", self.kind.map(|k| k.name().to_owned()));
        condition.equal("c.status", self.status.map(|s| s.name().to_owned()));
        condition.days("c", self.since, self.until);
        condition
    }
}

impl Record {
    /// Gives each contact that is wanted, in the order of documents and of their text, until `take` says no.
    pub fn each_contact<E: From<crate::RecordError>>(
        &self,
        filter: &ContactFilter,
        mut take: impl FnMut(ContactRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let condition = filter.condition();
        let sql = format!("SELECT c.id FROM contact c{} ORDER BY c.document, c.ordinal{}", condition.clause(), filter.page.clause());
        for id in self.ids(&sql, &condition)? {
            take(row::contact(&self.connection, id)?)?;
        }
        Ok(())
    }

    /// The contacts that are wanted, in the order of documents and of their text.
    pub fn contacts(&self, filter: &ContactFilter) -> Result<Vec<ContactRow>> {
        let mut rows = Vec::new();
        self.each_contact(filter, |row| {
            rows.push(row);
            Ok::<_, crate::RecordError>(())
        })?;
        Ok(rows)
    }

    /// The contacts of one document, in the order of its text.
    pub fn contacts_of(&self, document: i64) -> Result<Vec<ContactRow>> {
        let mut condition = Condition::default();
        condition.equal("c.document", Some(document));
        let sql = format!("SELECT c.id FROM contact c{} ORDER BY c.ordinal", condition.clause());
        self.ids(&sql, &condition)?.into_iter().map(|id| row::contact(&self.connection, id)).collect()
    }

    /// How many contacts are wanted, on all pages.
    pub fn count_contacts(&self, filter: &ContactFilter) -> Result<u32> {
        let condition = filter.condition();
        self.count(&format!("SELECT count(*) FROM contact c{}", condition.clause()), &condition)
    }
}
