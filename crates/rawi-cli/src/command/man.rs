//! `rawi man`: the manual page.

use std::io::Write;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man as Page;

use super::Rawi;
use crate::failure::{CODES, Done, Failure, Outcome};
use crate::output::Out;

const EXAMPLES: &str = "\
Examples:
  rawi man > rawi.1
  rawi man statements | man -l -";

/// Print the manual page
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Man {
    /// The page of one command; without it, that of rawi
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl Man {
    pub(crate) fn run(self) -> Done {
        let mut whole = Rawi::command();
        whole.build();
        let page = match &self.command {
            None => whole,
            Some(name) => {
                let found = whole.find_subcommand(name).cloned();
                found.ok_or_else(|| Failure::Usage(format!("there is no command `{name}`")))?
            }
        };
        let mut out = Out::new();
        out.write_all(&render(page)?)?;
        out.finish()?;
        Ok(Outcome::Whole)
    }
}

/// The sections of a page, examples and exit codes under their own headings.
fn render(command: Command) -> Result<Vec<u8>, Failure> {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let (has_commands, has_version) = (command.has_subcommands(), command.get_version().is_some());
    let page = Page::new(command);
    let mut roff = Vec::new();
    page.render_title(&mut roff)?;
    page.render_name_section(&mut roff)?;
    page.render_synopsis_section(&mut roff)?;
    page.render_description_section(&mut roff)?;
    page.render_options_section(&mut roff)?;
    if has_commands {
        page.render_subcommands_section(&mut roff)?;
    }
    for (heading, text) in [("EXAMPLES", after.strip_prefix("Examples:\n")), ("EXIT STATUS", CODES.strip_prefix("Exit codes:\n"))] {
        if let Some(text) = text {
            writeln!(roff, ".SH {heading}\n.nf")?;
            for line in text.lines() {
                let line = line.replace('\\', "\\e").replace('-', "\\-");
                // A line that began with a dot or quote would be an order.
                writeln!(roff, "\\&{line}")?;
            }
            writeln!(roff, ".fi")?;
        }
    }
    if has_version {
        page.render_version_section(&mut roff)?;
    }
    Ok(roff)
}
