//! `rawi actor export`: corrections as CSV.

use std::path::PathBuf;

use clap::Args;
use rawi_record::Record;
use rawi_record::correct::{Correction, Entry};

use crate::failure::{Done, Outcome};
use crate::output::Out;
use crate::table::{Row, Table};

const EXAMPLES: &str = "\
Examples:
  rawi actor export > corrections.csv
  rawi actor import corrections.csv --record other.db";

/// Print the corrections that hold as CSV
///
/// `rawi actor import` reads it into the same or another record.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Export {
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
}

impl Export {
    pub(super) fn run(self) -> Done {
        let entries = Record::open(&self.record)?.corrections()?;
        let mut out = Out::new();
        let mut table = Table::new::<Holding<'_>>(&mut out)?;
        entries.iter().filter(|e| e.undone.is_none()).try_for_each(|e| table.row(&Holding(e)))?;
        table.finish()?;
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

/// A correction that holds, as import reads it.
struct Holding<'e>(&'e Entry);

impl Row for Holding<'_> {
    const HEADER: &'static [&'static str] = &["correction", "subject", "object", "kind", "fa", "ar", "en", "names", "wikidata", "note"];

    fn cells(&self) -> Vec<String> {
        let note = self.0.note.clone().unwrap_or_default();
        let correction = &self.0.correction;
        let mut cells = vec![correction.kind().to_owned(), correction.subject().to_owned()];
        if let Correction::Add { object, .. } = correction {
            let name = |language: &str| object.names.get(language).cloned().unwrap_or_default();
            let mut others = object.names.clone();
            others.retain(|language, _| !["fa", "ar", "en"].contains(&language.as_str()));
            let others = if others.is_empty() { String::new() } else { serde_json::to_string(&others).unwrap_or_default() };
            cells.extend([String::new(), object.kind.name().to_owned(), name("fa"), name("ar"), name("en"), others]);
            cells.push(object.wikidata.clone().unwrap_or_default());
        } else {
            cells.push(correction.object().unwrap_or_default());
            cells.extend(std::iter::repeat_n(String::new(), 6));
        }
        cells.push(note);
        cells
    }
}
