//! `rawi open`: documents into a record beside them, and the record into the browser.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use rawi_web::{Port, Server};

use super::add;
use crate::browser;
use crate::failure::{Done, Failure};
use crate::inputs::Inputs;
use crate::output::Out;

const EXAMPLES: &str = "\
Examples:
  rawi open examples
  rawi open news/ --no-browser";

/// Read documents into a record beside them, and show it in the browser
///
/// The record of `news` is `news.rawi.db` beside it, or in the system's folder for temporary files where it cannot be
/// written there. The page is served on this machine alone, until the command is interrupted.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Open {
    #[command(flatten)]
    inputs: Inputs,
    /// Do not open a browser
    #[arg(long)]
    no_browser: bool,
}

impl Open {
    pub(crate) fn run(self) -> Done {
        let path = record_beside(self.inputs.paths.first().map_or(Path::new("-"), PathBuf::as_path));
        let summary = add::add(&self.inputs, &path, false)?;
        let mut out = Out::new();
        summary.print(&path, &mut out)?;
        let outcome = summary.outcome(&self.inputs);
        if outcome.is_err() {
            out.finish()?;
            return outcome;
        }
        let server = Server::bind(&path, Port::Free)?;
        announce(out, &server)?;
        if !self.no_browser {
            browser::show(&server.address());
        }
        server.run()?;
        outcome
    }
}

/// Says where the page is. Whoever waits for the line gets it at once.
pub(crate) fn announce(mut out: Out, server: &Server) -> Result<(), Failure> {
    writeln!(out, "page        {}", server.address())?;
    writeln!(out, "            press Ctrl-C to end")?;
    out.finish()
}

/// The record of a folder or file.
fn record_beside(first: &Path) -> PathBuf {
    let whole = first.canonicalize().unwrap_or_else(|_| first.to_owned());
    let mut name = match whole.file_name() {
        Some(name) if first.as_os_str() != "-" => name.to_owned(),
        _ => OsString::from("rawi"),
    };
    name.push(".rawi.db");
    // As given where that is possible: `examples` gives `examples.rawi.db`, not the whole path.
    let beside = match (first.file_name(), whole.parent()) {
        _ if first.as_os_str() == "-" => None,
        (Some(_), _) => Some(first.with_file_name(&name)),
        (None, Some(parent)) => Some(parent.join(&name)),
        (None, None) => None,
    };
    beside.filter(|path| can_be_written(path)).unwrap_or_else(|| std::env::temp_dir().join(&name))
}

/// Whether a file can be written, made where it is missing.
fn can_be_written(path: &Path) -> bool {
    let there = path.exists();
    let opened = OpenOptions::new().append(true).create(true).open(path).is_ok();
    if opened && !there {
        // Only tried: the record makes its file itself.
        let _ = std::fs::remove_file(path);
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_stands_beside_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let news = folder.path().join("news");
        std::fs::create_dir(&news).unwrap();
        assert_eq!(record_beside(&news), folder.path().join("news.rawi.db"));
        assert_eq!(record_beside(&news.join(".")), folder.path().join("news.rawi.db"));
        assert!(!folder.path().join("news.rawi.db").exists());
        assert_eq!(record_beside(Path::new("-")), std::env::temp_dir().join("rawi.rawi.db"));
    }
}
