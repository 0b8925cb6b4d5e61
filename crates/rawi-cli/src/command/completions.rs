//! `rawi completions`: words that a shell can complete.

use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Rawi;
use crate::failure::{Done, Outcome};
use crate::output::Out;

const EXAMPLES: &str = "\
Examples:
  rawi completions bash > ~/.local/share/bash-completion/completions/rawi
  rawi completions fish > ~/.config/fish/completions/rawi.fish";

/// Print completions for a shell
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self) -> Done {
        // Made in memory first: the maker itself does not expect an output that closes.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Rawi::command(), "rawi", &mut script);
        let mut out = Out::new();
        out.write_all(&script)?;
        out.finish()?;
        Ok(Outcome::Whole)
    }
}
