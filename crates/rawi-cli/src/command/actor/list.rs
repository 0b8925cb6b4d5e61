//! `rawi actor list`: actors by their names.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::correct::Known;
use rawi_record::{Record, RecordError};

use crate::failure::{Done, Outcome};
use crate::output::{Format, Out, isolate};
use crate::table::{Row, Table};

const EXAMPLES: &str = "\
Examples:
  rawi actor list دریانی
  rawi actor list ليلى المرجاني --format jsonl
  rawi actor list person/salim-alwadi";

/// Find actors by their names
///
/// Prints of each the id, by which all other commands know it, what it is, its name, and how many statements it made and
/// contacts it took part in. Those who bear the name as typed go before those in whose names its words occur. An id:
/// that of the registry (person/salim-alwadi), kind and name («person:نگار دریانی», whoever is called so), or a Wikidata
/// id; with @SOURCE behind it, the actor of that document alone.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct List {
    /// The words of a name, or an id
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How actors are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl List {
    pub(super) fn run(self) -> Done {
        let words = self.words.join(" ");
        let found = Record::open(&self.record)?.actors_called(&words)?;
        if found.is_empty() {
            return Err(RecordError::NoActor(words).into());
        }
        let mut out = Out::new();
        match self.format {
            Format::Text => {
                for one in &found {
                    writeln!(out, "{}", out.style.strong(&isolate(&one.id)))?;
                    writeln!(out, "  {}  {}", one.kind.name(), isolate(&one.name))?;
                    for (language, name) in one.names.iter().filter(|(_, name)| **name != one.name) {
                        writeln!(out, "  {language}  {}", isolate(name))?;
                    }
                    for member in one.members.iter().filter(|m| **m != one.id) {
                        writeln!(out, "  with  {}", isolate(member))?;
                    }
                    writeln!(out, "  {} statements, {} contacts", one.statements, one.contacts)?;
                }
            }
            Format::Jsonl => found.iter().try_for_each(|f| out.json(f))?,
            Format::Csv => {
                let mut table = Table::new::<Known>(&mut out)?;
                found.iter().try_for_each(|f| table.row(f))?;
                table.finish()?;
            }
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

impl Row for Known {
    const HEADER: &'static [&'static str] = &["id", "kind", "name", "fa", "ar", "en", "members", "statements", "contacts"];

    fn cells(&self) -> Vec<String> {
        let name = |language: &str| self.names.get(language).cloned().unwrap_or_default();
        vec![
            self.id.clone(),
            self.kind.name().to_owned(),
            self.name.clone(),
            name("fa"),
            name("ar"),
            name("en"),
            self.members.join("; "),
            self.statements.to_string(),
            self.contacts.to_string(),
        ]
    }
}
