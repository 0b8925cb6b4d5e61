//! Statements by speaker, audience, chain, words and day.

use rawi_time::Day;

use super::filter::{Condition, Page, asked};
use super::row::{self, StatementRow};
use crate::error::Result;
use crate::record::Record;

/// Which statements are wanted.
#[derive(Clone, Debug, Default)]
pub struct StatementFilter {
    /// Who said it: a name or role.
    pub speaker: Option<String>,
    /// To whom.
    pub audience: Option<String>,
    /// Through whom.
    pub via: Option<String>,
    /// Words of the statement itself.
    pub words: Option<String>,
    /// Not before this day.
    pub since: Option<Day>,
    /// Not after this day.
    pub until: Option<Day>,
    /// Which part of the list.
    pub page: Page,
}

impl StatementFilter {
    pub(crate) fn condition(&self) -> Condition {
        let mut condition = Condition::default();
        if let Some(name) = asked(self.speaker.as_deref()) {
            let part = condition.named("s.document", "s.speaker", name);
            condition.add(part);
        }
        for (name, table) in [(&self.audience, "audience"), (&self.via, "via")] {
            if let Some(name) = asked(name.as_deref()) {
                let part = condition.named("s.document", "x.actor", name);
                condition.add(format!("EXISTS (SELECT 1 FROM {table} x WHERE x.statement = s.id AND {part})"));
            }
        }
        condition.words("statement_search", "s.id", self.words.as_deref());
        condition.days("s", self.since, self.until);
        condition
    }
}

impl Record {
    /// Gives each statement that is wanted, in the order of documents and of their text, until `take` says no.
    pub fn each_statement<E: From<crate::RecordError>>(
        &self,
        filter: &StatementFilter,
        mut take: impl FnMut(StatementRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let condition = filter.condition();
        let sql = format!("SELECT s.id FROM statement s{} ORDER BY s.document, s.ordinal{}", condition.clause(), filter.page.clause());
        for id in self.ids(&sql, &condition)? {
            take(row::statement(&self.connection, id)?)?;
        }
        Ok(())
    }

    /// The statements that are wanted, in the order of documents and of their text.
    pub fn statements(&self, filter: &StatementFilter) -> Result<Vec<StatementRow>> {
        let mut rows = Vec::new();
        self.each_statement(filter, |row| {
            rows.push(row);
            Ok::<_, crate::RecordError>(())
        })?;
        Ok(rows)
    }

    /// The statements of one document, in the order of its text.
    pub fn statements_of(&self, document: i64) -> Result<Vec<StatementRow>> {
        let mut condition = Condition::default();
        condition.equal("s.document", Some(document));
        let sql = format!("SELECT s.id FROM statement s{} ORDER BY s.ordinal", condition.clause());
        self.ids(&sql, &condition)?.into_iter().map(|id| row::statement(&self.connection, id)).collect()
    }

    /// How many statements are wanted, on all pages.
    pub fn count_statements(&self, filter: &StatementFilter) -> Result<u32> {
        let condition = filter.condition();
        self.count(&format!("SELECT count(*) FROM statement s{}", condition.clause()), &condition)
    }

    /// Row numbers: small enough to be held, so that rows themselves can be given one by one.
    pub(crate) fn ids(&self, sql: &str, condition: &Condition) -> Result<Vec<i64>> {
        let mut select = self.connection.prepare(sql)?;
        let ids = select.query_map(rusqlite::params_from_iter(&condition.values), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<Vec<i64>>>()?)
    }

    pub(crate) fn count(&self, sql: &str, condition: &Condition) -> Result<u32> {
        Ok(self.connection.query_row(sql, rusqlite::params_from_iter(&condition.values), |row| row.get(0))?)
    }
}
