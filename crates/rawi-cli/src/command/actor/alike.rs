//! `rawi actor alike`: persons who may be one across scripts.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::Record;
use rawi_record::correct::Alike;

use crate::failure::{Done, Outcome};
use crate::output::{Format, Out, isolate};
use crate::table::{Row, Table};

const EXAMPLES: &str = "\
Examples:
  rawi actor alike
  rawi actor alike --format csv
  rawi actor merge 'person:سالم کندی' 'person:سالم الکندی'";

/// List persons of Persian and of Arabic documents who may be one
///
/// Of persons whom the registry does not know: those whose names have the same consonants in both scripts and who hold the
/// same office or belong to the same state, where nobody else in the record fits. Nothing is merged; `rawi actor merge` takes
/// the ids that are printed.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct List {
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How they are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl List {
    pub(super) fn run(self) -> Done {
        let found = Record::open(&self.record)?.actors_alike()?;
        let mut out = Out::new();
        match self.format {
            Format::Text => {
                for one in &found {
                    writeln!(out, "{}  {}  ({})", isolate(&one.fa), isolate(&one.ar), one.by)?;
                }
            }
            Format::Jsonl => found.iter().try_for_each(|f| out.json(f))?,
            Format::Csv => {
                let mut table = Table::new::<Alike>(&mut out)?;
                found.iter().try_for_each(|f| table.row(f))?;
                table.finish()?;
            }
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

impl Row for Alike {
    const HEADER: &'static [&'static str] = &["fa", "ar", "by"];

    fn cells(&self) -> Vec<String> {
        vec![self.fa.clone(), self.ar.clone(), self.by.clone()]
    }
}
