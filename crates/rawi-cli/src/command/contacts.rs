//! `rawi contacts`: who met, called, wrote to whom.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;
use rawi_model::ContactKind;
use rawi_record::Record;
use rawi_record::query::{ContactFilter, ContactRow, Page};

use super::span::Span;
use crate::failure::{Done, Failure, Outcome};
use crate::output::{Format, Out};
use crate::table::Table;
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi contacts --with 'سالم الوادي' --kind meeting
  rawi contacts --with Zarif --with Kerry --since 2015-07
  rawi contacts --kind letter --format csv";

/// List contacts: who met, called, wrote to whom
///
/// Names are compared as for `rawi statements`. A contact without a day of its own is listed by the day of
/// publication.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Contacts {
    /// A party; given twice, both must have taken part
    #[arg(long, value_name = "NAME")]
    with: Vec<String>,
    /// Of this kind
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(ContactKind::ALL.map(ContactKind::name)))]
    kind: Option<String>,
    #[command(flatten)]
    span: Span,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How contacts are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Contacts {
    pub(crate) fn run(self) -> Done {
        let span = self.span.checked()?;
        let record = Record::open(&self.record)?;
        let filter = ContactFilter {
            with: self.with,
            kind: self.kind.and_then(|kind| ContactKind::ALL.into_iter().find(|k| k.name() == kind)),
            since: span.since,
            until: span.until,
            page: Page { limit: span.limit, offset: 0 },
            ..ContactFilter::default()
        };
        let mut out = Out::new();
        let style = out.style;
        match self.format {
            Format::Text => record.each_contact(&filter, |row| Ok::<_, Failure>(out.write_all(text::contact(&row, style).as_bytes())?))?,
            Format::Jsonl => record.each_contact(&filter, |row| out.json(&row))?,
            Format::Csv => {
                let mut table = Table::new::<ContactRow>(&mut out)?;
                record.each_contact(&filter, |row| table.row(&row))?;
                table.finish()?;
            }
        }
        out.finish_list()?;
        Ok(Outcome::Whole)
    }
}
