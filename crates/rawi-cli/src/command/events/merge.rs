//! `rawi event merge`: two events are one.

use clap::Args;
use rawi_record::event::EventCorrection;

use crate::command::correction::Target;
use crate::failure::Done;

const EXAMPLES: &str = "\
Examples:
  rawi event merge 2024-05-03-1f0c77a2 2024-05-04-90be12d4
  rawi event merge 1f0c77a2 90be12d4 --note 'اليوم نفسه'";

/// Two events are one
///
/// It holds for reports that are read later too. The correction names a report of each, so that it outlives their names.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Merge {
    /// The one
    #[arg(value_name = "EVENT")]
    event: String,
    /// The other one
    #[arg(value_name = "OTHER")]
    other: String,
    #[command(flatten)]
    target: Target,
}

impl Merge {
    pub(super) fn run(self) -> Done {
        let mut record = self.target.open()?;
        let subject = record.leader(&record.event_named(&self.event)?)?;
        let object = record.leader(&record.event_named(&self.other)?)?;
        self.target.correct(&mut record, &EventCorrection::Merge { subject, object })
    }
}
