//! `rawi event undo`: a correction of events taken back.

use std::io::Write;

use clap::Args;

use super::{Target, line};
use crate::failure::{Done, Outcome};
use crate::output::Out;

const EXAMPLES: &str = "\
Examples:
  rawi event log
  rawi event undo 3";

/// Undo a correction of events
///
/// It stays in the log, marked as undone. The record answers as if it had never been made; to make it again, say it again.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Undo {
    /// Its number in the log
    #[arg(value_name = "ID")]
    id: i64,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: std::path::PathBuf,
}

impl Undo {
    pub(super) fn run(self) -> Done {
        let target = Target { note: None, record: self.record };
        let undone = target.open()?.undo_event_correction(self.id)?;
        let mut out = Out::new();
        writeln!(out, "{}  undone  {}", undone.id, line(&undone.correction))?;
        out.finish()?;
        Ok(Outcome::Whole)
    }
}
