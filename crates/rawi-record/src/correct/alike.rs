//! Persons whom the registry does not know and whose names are one name in the other script.
//!
//! «سالم الكندي» in an Arabic document and «سالم کندی» in a Persian one may be one man or two: they are shown as likely
//! one only where the same office or state stands beside both, and where nobody else in the record fits either.

use std::collections::{BTreeMap, BTreeSet};

use rawi_event::skeleton;
use rawi_model::Language;
use serde::Serialize;

use crate::error::Result;
use crate::record::Record;
use crate::words::split;

/// Two actors who may be one, each known in one script alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alike {
    /// By what corrections call the one in Persian documents.
    pub fa: String,
    /// By what they call the one in Arabic documents.
    pub ar: String,
    /// The office, state or body of the registry that both have.
    pub by: String,
}

/// Persons without an entry in the registry, with their office, its state, and the language of the document.
const UNKNOWN: &str = "SELECT DISTINCT doc.language, a.address, d.name, oa.registry, sa.registry FROM doc_actor d \
    JOIN actor a ON a.id = d.actor JOIN document doc ON doc.id = d.document \
    LEFT JOIN doc_actor o ON o.document = d.document AND o.key = d.office LEFT JOIN actor oa ON oa.id = o.actor \
    LEFT JOIN doc_actor s ON s.document = d.document AND s.key = d.\"of\" LEFT JOIN actor sa ON sa.id = s.actor \
    WHERE a.kind = 'person' AND a.registry IS NULL AND (oa.registry IS NOT NULL OR sa.registry IS NOT NULL)";

impl Record {
    /// Persons in Persian and Arabic documents whose names have the same consonants and who hold the same office or belong to
    /// the same state, where just one fits on each side; in the order of their addresses.
    pub fn actors_alike(&self) -> Result<Vec<Alike>> {
        let mut sides: BTreeMap<(Vec<String>, String), [BTreeSet<String>; 2]> = BTreeMap::new();
        let mut select = self.connection.prepare(UNKNOWN)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let language: String = row.get(0)?;
            let side = match Language::from_code(&language) {
                Some(Language::Fa) => 0,
                Some(Language::Ar) => 1,
                _ => continue,
            };
            let (address, name): (String, String) = (row.get(1)?, row.get(2)?);
            let words: Vec<String> = split(&name).iter().map(|word| skeleton(word)).collect();
            // A last name alone is shared by too many.
            if words.len() < 2 {
                continue;
            }
            let ties: [Option<String>; 2] = [row.get(3)?, row.get(4)?];
            for tie in ties.into_iter().flatten() {
                sides.entry((words.clone(), tie)).or_default()[side].insert(address.clone());
            }
        }
        let mut found: BTreeMap<(String, String), String> = BTreeMap::new();
        for ((_, tie), [fa, ar]) in sides {
            if let (Some(fa_one), Some(ar_one), 1, 1) = (fa.first(), ar.first(), fa.len(), ar.len())
                && fa_one != ar_one
            {
                // «office/…» stands before «state/…» and tells more.
                found.entry((fa_one.clone(), ar_one.clone())).or_insert(tie);
            }
        }
        Ok(found.into_iter().map(|((fa, ar), by)| Alike { fa, ar, by }).collect())
    }
}
