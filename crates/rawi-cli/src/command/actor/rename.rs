//! `rawi actor rename`: another name.

use clap::Args;
use rawi_record::correct::Correction;

use crate::command::correction::Target;
use crate::failure::{Done, Failure};

const EXAMPLES: &str = "\
Examples:
  rawi actor rename 'ن. دریانی' 'نگار دریانی'
  rawi actor rename 'رئيسة الغرفة' 'ليلى المرجاني' --document risala.txt";

/// Show one under another name
///
/// It is found by that name and still by all others. With --document the name holds in that document alone, whose actor
/// is then one of its own.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Rename {
    /// The one
    #[arg(value_name = "ACTOR")]
    actor: String,
    /// The name
    #[arg(value_name = "NAME")]
    name: String,
    /// The document whose actor is meant
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    #[command(flatten)]
    target: Target,
}

impl Rename {
    pub(super) fn run(self) -> Done {
        if self.name.trim().is_empty() {
            return Err(Failure::Usage("the new name is empty".to_owned()));
        }
        let mut record = self.target.open()?;
        let subject = record.actor_address(&self.actor, self.document.as_deref())?;
        self.target.correct(&mut record, &Correction::Rename { subject, object: self.name.trim().to_owned() })
    }
}
