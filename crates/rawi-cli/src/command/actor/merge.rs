//! `rawi actor merge`: two are one.

use clap::Args;
use rawi_record::correct::Correction;

use super::Two;
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
    #[command(flatten)]
    two: Two,
}

impl Merge {
    pub(super) fn run(self) -> Done {
        self.two.correct(|subject, object| Correction::Merge { subject, object })
    }
}
