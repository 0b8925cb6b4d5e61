//! `rawi event split`: a report is of another event.

use clap::Args;
use rawi_record::event::EventCorrection;

use crate::command::correction::Target;
use crate::failure::Done;

const EXAMPLES: &str = "\
Examples:
  rawi event split 2024-05-03-1f0c77a2 haber.txt
  rawi event split 1f0c77a2 'c1@news/archive.jsonl#17'";

/// A report is of another event
///
/// The report is named by its document, or by its contact, `@` and the source of its document. Copies of its text go with it.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Split {
    /// The event
    #[arg(value_name = "EVENT")]
    event: String,
    /// The report that goes
    #[arg(value_name = "REPORT")]
    report: String,
    #[command(flatten)]
    target: Target,
}

impl Split {
    pub(super) fn run(self) -> Done {
        let mut record = self.target.open()?;
        let event = record.event_named(&self.event)?;
        let (subject, object) = record.parted(&event, &self.report)?;
        self.target.correct(&mut record, &EventCorrection::Split { subject, object })
    }
}
