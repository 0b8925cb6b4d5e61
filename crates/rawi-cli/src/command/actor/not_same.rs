//! `rawi actor not-same`: two are never one.

use clap::Args;
use rawi_record::correct::Correction;

use super::Target;
use crate::failure::Done;

const EXAMPLES: &str = "\
Examples:
  rawi actor not-same 'ناصر الصافي' 'ناصر صافی'
  rawi actor not-same person/salim-alwadi 'سالم وادی' --note 'شاعری همنام است'";

/// Two are never one
///
/// Holds against every merge, earlier or later, until it is undone. With --document the second is the actor of that
/// document alone.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct NotSame {
    /// The one
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

impl NotSame {
    pub(super) fn run(self) -> Done {
        let mut record = self.target.open()?;
        let subject = record.actor_address(&self.actor, None)?;
        let object = record.actor_address(&self.other, self.document.as_deref())?;
        self.target.correct(&mut record, &Correction::NotSame { subject, object })
    }
}
