//! `rawi actor merge`: two are one.

use clap::Args;
use rawi_record::correct::Correction;

use super::Target;
use crate::failure::Done;

const EXAMPLES: &str = "\
Examples:
  rawi actor merge 'سالم الوادي' 'سالم وادی'
  rawi actor merge person/salim-alwadi 'person:ابو سالم' --note 'يُكنى بها'
  rawi actor merge 'ليلى المرجاني' 'رئيسة الغرفة' --document risala.txt";

/// Two are one, shown as the first
///
/// All names of both find both. With --document the second is the actor of that document alone.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Merge {
    /// The one as which both are shown
    #[arg(value_name = "ACTOR")]
    actor: String,
    /// The other one
    #[arg(value_name = "OTHER")]
    other: String,
    /// The document whose OTHER is meant
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    #[command(flatten)]
    target: Target,
}

impl Merge {
    pub(super) fn run(self) -> Done {
        let mut record = self.target.open()?;
        let subject = record.actor_address(&self.actor, None)?;
        let object = record.actor_address(&self.other, self.document.as_deref())?;
        self.target.correct(&mut record, &Correction::Merge { subject, object })
    }
}
