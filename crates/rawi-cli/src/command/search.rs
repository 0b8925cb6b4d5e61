//! `rawi search`: documents by their words.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::Record;
use rawi_record::query::Page;

use crate::failure::{Done, Outcome};
use crate::output::{Format, Out};
use crate::table::Table;
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi search رودخانه مرزی
  rawi search '«آب رودخانه»'           words that stand together
  rawi search 'دیپلمات*' --limit 50    words that begin so
  rawi search المياه --format csv --record archive.db";

/// Find documents by their words
///
/// Every word must occur. Letters of both keyboards, non-joiners and vowel marks make no difference. Documents that hold
/// the words as typed come first, the best of them at the head; then those with other forms of them: with or without
/// article or plural, joined or apart. Words between quotation marks must stand together as they are; a word that ends in
/// `*` may go on.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Search {
    /// The words
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// At most so many documents
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: u32,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How documents are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Search {
    pub(crate) fn run(self) -> Done {
        let record = Record::open(&self.record)?;
        let found = record.search(&self.words.join(" "), Page::first(self.limit))?;
        let mut out = Out::new();
        let style = out.style;
        match self.format {
            Format::Text => found.iter().try_for_each(|f| out.write_all(text::found(f, style).as_bytes()))?,
            Format::Jsonl => found.iter().try_for_each(|f| out.json(f))?,
            Format::Csv => {
                let mut table = Table::new::<rawi_record::query::Found>(&mut out)?;
                found.iter().try_for_each(|f| table.row(f))?;
                table.finish()?;
            }
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}
