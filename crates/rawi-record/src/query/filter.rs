//! Conditions: built up piece by piece, each with its own values.

use rawi_actor::{Asked, Registry};
use rawi_time::{Day, Value};
use rusqlite::types::Value as Sql;

use crate::column::reach;
use crate::correct::address;
use crate::words::{Terms, name_query, role_query, search_form};

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// At most so many rows; all when none.
    pub limit: Option<u32>,
    /// So many rows are left out first.
    pub offset: u32,
}

impl Page {
    /// The first so many rows.
    pub fn first(limit: u32) -> Self {
        Self { limit: Some(limit), offset: 0 }
    }

    pub(crate) fn clause(self) -> String {
        format!(" LIMIT {} OFFSET {}", self.limit.map_or(-1, i64::from), self.offset)
    }
}

/// The first day of a day, month or year as a user writes it: `2023-06-21`, `2023-06`, `2023`.
pub fn parse_since(typed: &str) -> Option<Day> {
    parse(typed).map(|days| days.0)
}

/// The last day of a day, month or year as a user writes it.
pub fn parse_until(typed: &str) -> Option<Day> {
    parse(typed).map(|days| days.1)
}

fn parse(typed: &str) -> Option<(Day, Day)> {
    let folded = rawi_text::fold(typed.trim());
    let parts = folded.split('-').map(|p| p.parse::<u32>().ok()).collect::<Option<Vec<u32>>>()?;
    let year = i32::try_from(*parts.first()?).ok().filter(|y| (1..=9999).contains(y))?;
    let small = |n: u32| u8::try_from(n).ok();
    reach(match parts.as_slice() {
        [_] => Value::Year(year),
        [_, month] => Value::Month(year, small(*month).filter(|m| (1..=12).contains(m))?),
        [_, month, day] => Value::Day(Day::from_gregorian(year, small(*month)?, small(*day)?)?),
        _ => return None,
    })
}

/// A condition in the making.
#[derive(Debug, Default)]
pub(crate) struct Condition {
    parts: Vec<String>,
    pub(crate) values: Vec<Sql>,
    /// How many values stand before its own.
    before: usize,
}

impl Condition {
    /// A condition whose values are numbered after so many others.
    pub(crate) fn after(values: usize) -> Self {
        Self { before: values, ..Self::default() }
    }

    pub(crate) fn add(&mut self, part: impl Into<String>) {
        self.parts.push(part.into());
    }

    /// Keeps a value; gives the mark by which it is named.
    pub(crate) fn value(&mut self, value: impl Into<Sql>) -> String {
        self.values.push(value.into());
        format!("?{}", self.before + self.values.len())
    }

    /// The whole condition with its keyword; empty when it asks nothing.
    pub(crate) fn clause(&self) -> String {
        if self.parts.is_empty() { String::new() } else { format!(" WHERE {}", self.parts.join(" AND ")) }
    }

    pub(crate) fn equal(&mut self, column: &str, value: Option<impl Into<Sql>>) {
        if let Some(value) = value {
            let mark = self.value(value);
            self.add(format!("{column} = {mark}"));
        }
    }

    /// Days that lie, or may lie, in a stretch of time.
    pub(crate) fn days(&mut self, table: &str, since: Option<Day>, until: Option<Day>) {
        if let Some(day) = since {
            let mark = self.value(day.to_string());
            self.add(format!("{table}.day_to >= {mark}"));
        }
        if let Some(day) = until {
            let mark = self.value(day.to_string());
            self.add(format!("{table}.day_from <= {mark}"));
        }
    }

    /// Rows whose words hold what a user typed.
    pub(crate) fn words(&mut self, index: &str, row: &str, typed: Option<&str>) {
        let Some(typed) = asked(typed) else { return };
        match Terms::new(typed).query() {
            None => self.add("FALSE"),
            Some(query) => {
                let mark = self.value(query);
                self.add(format!("{row} IN (SELECT rowid FROM {index} WHERE {index} MATCH {mark})"));
            }
        }
    }

    /// An actor column that bears a name or is the actor with an id: the registry's names and those of users' corrections
    /// hold in any document, others in the document that calls it so.
    pub(crate) fn named(&mut self, document: &str, actor: &str, name: &str) -> String {
        if let Some(id) = address::read(name) {
            let (base, mark) = (self.value(address::parts(&id).0.to_owned()), self.value(id));
            let seen = identified(document, actor, &format!("SELECT identity FROM alias WHERE address = {mark}"));
            return format!(
                "({seen} OR ({actor} IN (SELECT id FROM actor WHERE address = {base}) AND {base} = {mark} \
                 AND {actor} NOT IN (SELECT actor FROM everywhere) AND ({document}, {actor}) NOT IN (SELECT document, actor FROM apart)))"
            );
        }
        let asked = Registry::shared().asked(name);
        let names = match &asked {
            // «وزير الخارجية الإيراني السابق» is another one; who held the office is told by `holds`.
            Asked::Office { of: Some(_), .. } => {
                let mark = self.value(search_form(name));
                format!("(SELECT id FROM name WHERE folded = {mark})")
            }
            asked => {
                let query = match asked {
                    Asked::Name | Asked::Entry(_) => name_query(name),
                    Asked::Role => role_query(name, false),
                    Asked::Office { .. } => role_query(name, true),
                };
                let Some(query) = query else { return "FALSE".to_owned() };
                let mark = self.value(query);
                format!("(SELECT rowid FROM name_search WHERE name_search MATCH {mark})")
            }
        };
        let held = match &asked {
            Asked::Office { office, of } => format!("{} OR ", self.holds(document, actor, office, of.as_deref())),
            Asked::Entry(address) => {
                let mark = self.value(address.clone());
                format!(
                    "({actor} IN (SELECT id FROM actor WHERE registry = {mark}) \
                     AND ({document}, {actor}) NOT IN (SELECT document, actor FROM apart)) OR "
                )
            }
            _ => String::new(),
        };
        let seen = identified(
            document,
            actor,
            &format!(
                "SELECT identity FROM identity_name WHERE name IN {names} \
                 UNION SELECT e.identity FROM everywhere e JOIN actor_name n ON n.actor = e.actor WHERE n.name IN {names}"
            ),
        );
        format!(
            "({held}({actor} IN (SELECT actor FROM actor_name WHERE name IN {names}) \
             AND ({document}, {actor}) NOT IN (SELECT document, actor FROM apart)) \
             OR ({document}, {actor}) IN (SELECT document, actor FROM doc_name WHERE name IN {names}) OR {seen})"
        )
    }

    /// An actor column that is an office of the registry, or held it where its document speaks of it.
    fn holds(&mut self, document: &str, actor: &str, office: &str, of: Option<&str>) -> String {
        let first = self.value(format!("office/{office}/{}", of.unwrap_or_default()));
        // Of whichever state: all addresses that go on from here.
        let last = self.value(format!("office/{office}/{}", of.unwrap_or("~")));
        format!(
            "({document}, {actor}) IN (SELECT d.document, d.actor FROM actor o JOIN doc_actor h ON h.actor = o.id \
             JOIN doc_actor d ON d.document = h.document AND (d.office = h.key OR d.key = h.key) \
             WHERE o.registry BETWEEN {first} AND {last})"
        )
    }
}

/// An actor column that is seen as one of some identities.
fn identified(document: &str, actor: &str, identities: &str) -> String {
    format!(
        "({actor} IN (SELECT actor FROM everywhere WHERE identity IN ({identities})) \
         AND ({document}, {actor}) NOT IN (SELECT document, actor FROM apart)) \
         OR ({document}, {actor}) IN (SELECT document, actor FROM apart WHERE identity IN ({identities}))"
    )
}

/// What a user typed, when it is anything.
pub(crate) fn asked(typed: Option<&str>) -> Option<&str> {
    typed.map(str::trim).filter(|t| !t.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years() {
        let shown = |d: Option<Day>| d.map(|d| d.to_string());
        assert_eq!(shown(parse_since("2023")).as_deref(), Some("2023-01-01"));
        assert_eq!(shown(parse_until("2023")).as_deref(), Some("2023-12-31"));
        assert_eq!(shown(parse_until("2024-02")).as_deref(), Some("2024-02-29"));
        assert_eq!(shown(parse_since("۲۰۲۴-۰۲-۰۳")).as_deref(), Some("2024-02-03"));
        for wrong in ["", "x", "2023-13", "2023-02-30", "2023-1-1-1", "-5", "99999"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
