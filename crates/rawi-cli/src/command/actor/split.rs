//! `rawi actor split`: one out of several.

use clap::Args;
use rawi_record::correct::Correction;

use crate::command::correction::Target;
use crate::failure::Done;

const EXAMPLES: &str = "\
Examples:
  rawi actor split 'سالم وادی'                             takes back what it was merged with
  rawi actor split 'سالم الوادي' --document miyah.jsonl#17  in that document it is somebody else";

/// Take one out of what it was merged with, or part the actor of one document
///
/// Without --document, merges made before no longer hold for this actor. With it, the document's actor is one of its own,
/// found by what the document calls it, and the others stay as they are.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Split {
    /// The one
    #[arg(value_name = "ACTOR")]
    actor: String,
    /// The document whose actor is meant
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    #[command(flatten)]
    target: Target,
}

impl Split {
    pub(super) fn run(self) -> Done {
        let mut record = self.target.open()?;
        let subject = record.actor_address(&self.actor, self.document.as_deref())?;
        let object = record.name_in(&subject)?;
        self.target.correct(&mut record, &Correction::Split { subject, object })
    }
}
