//! `rawi actor not-same`: two are never one.

use clap::Args;
use rawi_record::correct::Correction;

use super::Two;
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
    #[command(flatten)]
    two: Two,
}

impl NotSame {
    pub(super) fn run(self) -> Done {
        self.two.correct(|subject, object| Correction::NotSame { subject, object })
    }
}
