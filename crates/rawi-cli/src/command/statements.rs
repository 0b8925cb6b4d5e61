//! `rawi statements`: who said what, to whom, through whom.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use rawi_record::Record;
use rawi_record::query::{Page, StatementFilter, StatementRow};

use super::span::Span;
use crate::failure::{Done, Failure, Outcome};
use crate::output::{Format, Out};
use crate::table::Table;
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi statements --speaker 'وزير الخارجية' --since 2024-05 --until 2024-06
  rawi statements --speaker ظریف --audience 'Catherine Ashton'
  rawi statements --via تسنیم --words مذاکره --format jsonl";

/// List statements: who said what, to whom, through whom
///
/// Names are compared word by word with all names that the record knows an actor by, in any language and either
/// keyboard's letters; a role such as «وزیر نیرو» finds its holder in the documents that call him so. A statement
/// without a day of its own is listed by its contact's, else by the day of publication.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Statements {
    /// Who said it
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// To whom
    #[arg(long, value_name = "NAME")]
    audience: Option<String>,
    /// Through whom
    #[arg(long, value_name = "NAME")]
    via: Option<String>,
    /// Words of the statement, as for `rawi search`
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    #[command(flatten)]
    span: Span,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How statements are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Statements {
    pub(crate) fn run(self) -> Done {
        let span = self.span.checked()?;
        let record = Record::open(&self.record)?;
        let filter = StatementFilter {
            speaker: self.speaker,
            audience: self.audience,
            via: self.via,
            words: self.words,
            since: span.since,
            until: span.until,
            page: Page { limit: span.limit, offset: 0 },
        };
        let mut out = Out::new();
        let style = out.style;
        match self.format {
            Format::Text => {
                record.each_statement(&filter, |row| Ok::<_, Failure>(out.write_all(text::statement(&row, style).as_bytes())?))?;
            }
            Format::Jsonl => record.each_statement(&filter, |row| out.json(&row))?,
            Format::Csv => {
                let mut table = Table::new::<StatementRow>(&mut out)?;
                record.each_statement(&filter, |row| table.row(&row))?;
                table.finish()?;
            }
        }
        out.finish_list()?;
        Ok(Outcome::Whole)
    }
}
