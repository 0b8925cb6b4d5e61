//! `rawi timeline`: statements and contacts in order of day.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;
use rawi_model::ContactKind;
use rawi_record::Record;
use rawi_record::query::{Page, TimelineFilter, TimelineRow};

use super::span::Span;
use crate::failure::{Done, Failure, Outcome};
use crate::output::{Format, Out};
use crate::table::Table;
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi timeline --since 2024-09 --until 2024-10
  rawi timeline --who 'بهرام رودی' --format csv
  rawi timeline --who 'بهرام رودی' --with 'سالم الوادي' --kind meeting";

/// List dated statements and contacts in order of day
///
/// A statement without a day of its own stands at its contact's, else at the day of publication; what has none of
/// them is left out.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Timeline {
    /// Somebody who spoke, was spoken to, or took part
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
    /// Somebody else: only what is between both
    #[arg(long, value_name = "NAME")]
    with: Option<String>,
    /// Contacts of this kind, and what was said at them
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(ContactKind::ALL.map(ContactKind::name)))]
    kind: Option<String>,
    #[command(flatten)]
    span: Span,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How rows are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Timeline {
    pub(crate) fn run(self) -> Done {
        let span = self.span.checked()?;
        let record = Record::open(&self.record)?;
        let filter = TimelineFilter {
            who: self.who,
            with: self.with,
            kind: self.kind.and_then(|kind| ContactKind::ALL.into_iter().find(|k| k.name() == kind)),
            since: span.since,
            until: span.until,
            page: Page { limit: span.limit, offset: 0 },
        };
        let mut out = Out::new();
        let style = out.style;
        match self.format {
            Format::Text => record.each_of_timeline(&filter, |row| {
                let printed = match &row {
                    TimelineRow::Statement(s) => text::statement(s, style),
                    TimelineRow::Contact(c) => text::contact(c, style),
                };
                Ok::<_, Failure>(out.write_all(printed.as_bytes())?)
            })?,
            Format::Jsonl => record.each_of_timeline(&filter, |row| out.json(&row))?,
            Format::Csv => {
                let mut table = Table::new::<TimelineRow>(&mut out)?;
                record.each_of_timeline(&filter, |row| table.row(&row))?;
                table.finish()?;
            }
        }
        out.finish_list()?;
        Ok(Outcome::Whole)
    }
}
