//! `rawi show`: one document's reading from the record.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::Record;
use rawi_record::query::StatementRow;

use crate::failure::{Done, Outcome};
use crate::output::{Format, Out};
use crate::table::Table;
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi show news/2024/article.txt
  rawi show article.txt                the end of the source is enough
  rawi show 'archive.jsonl#17' --format jsonl
  rawi show article.txt --format csv   its statements as a table";

/// Print one document's reading from the record
///
/// The document is named by its source, by the end of its source, or by its id.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Show {
    /// The document
    #[arg(value_name = "DOCUMENT")]
    document: String,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How it is printed; csv prints its statements
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Show {
    pub(crate) fn run(self) -> Done {
        let record = Record::open(&self.record)?;
        let row = record.document_row(&self.document)?;
        let mut out = Out::new();
        match self.format {
            Format::Text => {
                let style = out.style;
                out.write_all(text::reading(&record.reading(row)?, style).as_bytes())?;
            }
            Format::Jsonl => out.json(&record.reading(row)?)?,
            Format::Csv => {
                let mut table = Table::new::<StatementRow>(&mut out)?;
                record.statements_of(row)?.iter().try_for_each(|s| table.row(s))?;
                table.finish()?;
            }
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}
