//! `rawi network`: who had contact with whom.

use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use rawi_model::{ContactKind, Status};
use rawi_record::Record;
use rawi_record::query::{EventFilter, Page};

use super::span::Span;
use crate::failure::{Done, Outcome, complain};
use crate::graph;
use crate::output::Out;

const EXAMPLES: &str = "\
Examples:
  rawi network --since 2024-05 --until 2024-06
  rawi network --with 'سالم الوادي' --kind call
  rawi network --format gexf > network.gexf
  rawi network --least 3 --format svg > network.svg";

/// Show who had contact with whom, and how often
///
/// Each event counts once, however many report it, where a report says that it was held. Those whom the reports do not
/// name are left out. GEXF has the days of each
/// tie, GraphML and JSON its counts by kind and month.
// Help is no Markdown.
#[allow(clippy::doc_markdown)]
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Network {
    /// A party; given twice, both must have taken part
    #[arg(long, value_name = "NAME")]
    with: Vec<String>,
    /// Of this kind
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(ContactKind::ALL.map(ContactKind::name)))]
    kind: Option<String>,
    /// Only ties of so many events or more
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    least: u32,
    #[command(flatten)]
    span: Span,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// How it is printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// How a network is printed.
#[allow(clippy::doc_markdown)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the ties, the most contacts first
    #[default]
    Text,
    /// One JSON object
    Json,
    /// GraphML
    Graphml,
    /// GEXF 1.3, with days
    Gexf,
    /// A drawing
    Svg,
}

impl Network {
    pub(crate) fn run(self) -> Done {
        let span = self.span.checked()?;
        let record = Record::open(&self.record)?;
        let filter = EventFilter {
            with: self.with,
            kind: self.kind.and_then(|kind| ContactKind::ALL.into_iter().find(|k| k.name() == kind)),
            since: span.since,
            until: span.until,
            status: Some(Status::Held),
            page: Page::default(),
            ..EventFilter::default()
        };
        let mut network = record.network(&filter)?;
        network.ties.retain(|tie| tie.weight >= self.least);
        if let Some(limit) = span.limit {
            network.ties.truncate(limit as usize);
        }
        if network.ties.is_empty() {
            complain("nothing in the record fits");
        }
        let mut out = Out::new();
        match self.format {
            Format::Text => out.write_all(graph::text(&network).as_bytes())?,
            Format::Json => out.json(&network)?,
            Format::Graphml => out.write_all(graph::graphml(&network).as_bytes())?,
            Format::Gexf => out.write_all(graph::gexf(&network).as_bytes())?,
            Format::Svg => out.write_all(graph::svg(&network).as_bytes())?,
        }
        out.finish()?;
        Ok(Outcome::Whole)
    }
}
