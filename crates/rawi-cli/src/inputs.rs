//! The arguments by which inputs are named, the same for every command that reads.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;
use rawi_source::{FIELDS, SourceOptions};

use crate::failure::{Done, Failure, Outcome};

/// What to read.
#[derive(Args, Clone, Debug)]
pub(crate) struct Inputs {
    /// Files and folders: .txt, .html, .jsonl and .json, each also .gz or .zst; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Take a field of JSON records from another column; fields are id, title, text, published, url, outlet, lang
    #[arg(long = "field", value_name = "FIELD=COLUMN", value_parser = field)]
    fields: Vec<(String, String)>,
    /// How many threads read [default: one for each processor]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl Inputs {
    /// How the sources are read.
    pub(crate) fn options(&self) -> SourceOptions {
        let mut options = SourceOptions::default();
        options.fields.extend(self.fields.iter().cloned());
        options
    }

    /// How many threads read.
    pub(crate) fn threads(&self) -> usize {
        self.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, |n| n.get().min(256))
    }

    /// How a command ends that read so many documents and could not read so many inputs.
    pub(crate) fn outcome(&self, read: u64, failed: u64) -> Done {
        match (read, failed) {
            (0, 0) => {
                let shown: Vec<String> = self.paths.iter().take(3).map(|p| p.display().to_string()).collect();
                let more = if self.paths.len() > 3 { ", …" } else { "" };
                Err(Failure::Nothing(format!("{}{more}: no document found", shown.join(", "))))
            }
            // Each fault has been told already.
            (0, _) => Err(Failure::Nothing(String::new())),
            (_, 0) => Ok(Outcome::Whole),
            _ => Ok(Outcome::Partly),
        }
    }
}

/// A field of a record and the column it is taken from, as `FIELD=COLUMN`.
pub(crate) fn field(typed: &str) -> Result<(String, String), String> {
    let (field, column) = typed.split_once('=').ok_or("must be FIELD=COLUMN, such as text=body")?;
    if FIELDS.contains(&field) {
        Ok((field.to_owned(), column.to_owned()))
    } else {
        Err(format!("there is no field `{field}`; fields are {}", FIELDS.join(", ")))
    }
}
