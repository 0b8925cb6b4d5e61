//! `rawi actor import`: corrections and actors from files.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;
use csv::StringRecord;
use rawi_model::{ActorKind, Names};
use rawi_record::correct::{Correction, wikidata};

use super::add::{KINDS, addition};
use crate::command::correction::Target;
use crate::failure::{Done, Failure, Outcome};
use crate::output::Out;

const EXAMPLES: &str = "\
Examples:
  rawi actor import corrections.csv        as rawi actor export prints it
  rawi actor import names.csv              a table such as
      fa,ar,en,kind
      نگار دریانی,نكار درياني,Negar Daryani,person
  rawi actor import query.json             SELECT ?item ?itemLabel ?label_fa ?label_ar ?label_en";

/// Take in corrections and actors from CSV, or actors from the JSON of a Wikidata query
///
/// All or nothing is taken in, and what the record says already is left out. A CSV file has a header; rows whose
/// `correction` is empty or missing add actors. Of a Wikidata query the columns `item`, `itemLabel`, `label_fa`,
/// `label_ar` and `label_en` are read.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Import {
    /// The file: its name ends in .csv or .json
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What actors are where the file does not say it
    #[arg(long, value_name = "KIND", default_value = "person", value_parser = PossibleValuesParser::new(KINDS.map(ActorKind::name)))]
    kind: String,
    #[command(flatten)]
    target: Target,
}

impl Import {
    pub(super) fn run(self) -> Done {
        let shown = self.file.display();
        let text = fs::read_to_string(&self.file).map_err(|e| Failure::Nothing(format!("{shown}: {e}")))?;
        let is = |ending: &str| self.file.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending));
        let mut corrections = if is("csv") {
            table(&self.file, &text, &self.kind)?
        } else if is("json") {
            let kind = KINDS.into_iter().find(|k| k.name() == self.kind).unwrap_or_default();
            let found = wikidata(&text, kind).map_err(|e| Failure::Usage(format!("{shown}: {e}")))?;
            found.into_iter().map(|c| (c, None)).collect()
        } else {
            return Err(Failure::Usage(format!("{shown}: neither .csv nor .json")));
        };
        for (_, note) in &mut corrections {
            *note = note.take().or_else(|| self.target.note.clone());
        }
        let mut record = self.target.open()?;
        let new = record.take_corrections(&corrections)?;
        let mut out = Out::new();
        writeln!(out, "{new} new, {} known", corrections.len() as u64 - u64::from(new))?;
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

type Noted = (Correction, Option<String>);

/// The corrections of a table.
fn table(file: &Path, text: &str, kind: &str) -> Result<Vec<Noted>, Failure> {
    let wrong = |line: u64, why: String| Failure::Usage(format!("{}:{line}: {why}", file.display()));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let header = reader.headers().map_err(|e| wrong(1, e.to_string()))?.clone();
    if !header.iter().any(|h| ["correction", "fa", "ar", "en"].contains(&h.trim())) {
        return Err(wrong(1, "the header has none of `correction`, `fa`, `ar`, `en`".to_owned()));
    }
    let mut list = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|e| wrong(e.position().map_or(0, csv::Position::line), e.to_string()))?;
        let line = row.position().map_or(0, csv::Position::line);
        list.push(correction(&header, &row, kind).map_err(|why| wrong(line, why))?);
    }
    Ok(list)
}

/// The correction of a row.
fn correction(header: &StringRecord, row: &StringRecord, kind: &str) -> Result<Noted, String> {
    let cell = |name: &str| {
        let at = header.iter().position(|h| h.trim() == name)?;
        row.get(at).map(str::trim).filter(|c| !c.is_empty()).map(ToOwned::to_owned)
    };
    let made = match cell("correction").as_deref() {
        None | Some("add") => {
            let kind = cell("kind").unwrap_or_else(|| kind.to_owned());
            let others = cell("names").map(|json| serde_json::from_str::<Names>(&json).map_err(|e| format!("`names`: {e}")));
            let mut names = others.transpose()?.unwrap_or_default();
            names.extend(["fa", "ar", "en"].into_iter().filter_map(|l| Some((l.to_owned(), cell(l)?))));
            addition(&kind, names, cell("wikidata"))?
        }
        Some(other) => {
            let subject = cell("subject").ok_or("no `subject`")?;
            Correction::new(other, &subject, cell("object").as_deref()).map_err(|e| e.to_string())?
        }
    };
    Ok((made, cell("note")))
}
