//! `rawi add`: readings into a record.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use rawi_record::{Entry, Put, Record};

use crate::failure::{Done, Failure, complain};
use crate::inputs::Inputs;
use crate::output::{Out, isolate};
use crate::pipeline::{self, Item, Reader};

const EXAMPLES: &str = "\
Examples:
  rawi add news/
  rawi add archive.jsonl.zst --record archive.db
  rawi add news/ --again        after a new version of rawi: read everything anew";

/// Read documents into a record
///
/// A document is known by its source, the path as given with `#ID` for a record in a file. What is in the record
/// already with the same bytes is left as it is, what has changed is replaced wholly, and what is no longer among the
/// inputs stays. The record is one SQLite file, whole after any interruption: run the command again to go on.
// Help is no Markdown.
#[allow(clippy::doc_markdown)]
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Add {
    #[command(flatten)]
    inputs: Inputs,
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// Read again what has not changed
    #[arg(long)]
    again: bool,
}

impl Add {
    pub(crate) fn run(self) -> Done {
        let summary = add(&self.inputs, &self.record, self.again)?;
        let mut out = Out::new();
        summary.print(&self.record, &mut out)?;
        out.finish()?;
        summary.outcome(&self.inputs)
    }
}

/// What became of the inputs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Summary {
    new: u64,
    changed: u64,
    unchanged: u64,
    failed: u64,
    statements: u64,
    contacts: u64,
    /// Bytes of text that were decoded.
    bytes: u64,
    took: Duration,
}

impl Summary {
    /// Prints it.
    pub(crate) fn print(&self, record: &Path, out: &mut impl Write) -> Result<(), Failure> {
        let seconds = self.took.as_secs_f64().max(0.001);
        #[allow(clippy::cast_precision_loss)]
        let megabytes = self.bytes as f64 / 1e6;
        writeln!(out, "record      {}", isolate(&record.display().to_string()))?;
        writeln!(out, "documents   {} new, {} changed, {} unchanged, {} failed", self.new, self.changed, self.unchanged, self.failed)?;
        writeln!(out, "found       {} statements, {} contacts", self.statements, self.contacts)?;
        writeln!(out, "read        {megabytes:.1} MB of text in {seconds:.1} s, {:.1} MB/s", megabytes / seconds)?;
        Ok(())
    }

    /// How the command ends after it.
    pub(crate) fn outcome(&self, inputs: &Inputs) -> Done {
        inputs.outcome(self.new + self.changed + self.unchanged, self.failed)
    }
}

/// One document on its way.
enum Step {
    /// It is in the record already.
    Known { source: String, bytes: u64 },
    /// It has been read.
    Read { entry: Box<Entry>, bytes: u64 },
}

/// Reads the inputs into a record.
pub(crate) fn add(inputs: &Inputs, path: &Path, again: bool) -> Result<Summary, Failure> {
    let start = Instant::now();
    let mut record = Record::create_or_open(path)?;
    // The writer has the record to itself; those who read look into it through a window of their own.
    let window = Mutex::new(Record::open(path)?);
    let mut import = record.import()?.again(again);
    let reader = Reader::new();
    let bar = bar(inputs);
    let bytes = AtomicU64::new(0);
    let mut summary = Summary::default();
    let mut seen = HashSet::new();
    let work = |raw: rawi_source::RawDocument| {
        let (source, size) = (&raw.document.source, raw.document.text.len() as u64);
        let known = !again
            && window
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .known(source)
                .ok()
                .flatten()
                .is_some_and(|sha| sha == raw.document.sha256);
        if known {
            return Step::Known { source: source.clone(), bytes: size };
        }
        Step::Read { entry: Box::new(Entry::new(reader.read(raw))), bytes: size }
    };
    let ended = pipeline::run(inputs, &bytes, work, |item| {
        bar.set_position(bytes.load(Ordering::Relaxed));
        let (source, size) = match &item {
            Item::Failed(what) => {
                summary.failed += 1;
                bar.suspend(|| complain(what));
                return Ok(());
            }
            Item::Done(Step::Known { source, bytes }) => (source, *bytes),
            Item::Done(Step::Read { entry, bytes }) => (&entry.reading().document.source, *bytes),
        };
        summary.bytes += size;
        if !seen.insert(short(source)) {
            summary.failed += 1;
            bar.suspend(|| complain(&format!("{source}: a second document of this name; the first one is kept")));
            return Ok(());
        }
        let put = match &item {
            Item::Done(Step::Read { entry, .. }) => {
                summary.statements += entry.reading().statements.len() as u64;
                summary.contacts += entry.reading().contacts.len() as u64;
                import.put(entry)?
            }
            _ => Put::Unchanged,
        };
        match put {
            Put::New => summary.new += 1,
            Put::Changed => summary.changed += 1,
            Put::Unchanged => summary.unchanged += 1,
        }
        Ok::<_, Failure>(())
    });
    bar.finish_and_clear();
    ended?;
    import.finish()?;
    summary.took = start.elapsed();
    Ok(summary)
}

/// A name as a number, so that millions of them can be kept.
fn short(source: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    source.hash(&mut hasher);
    hasher.finish()
}

/// A bar on standard error; nothing where that is no terminal.
fn bar(inputs: &Inputs) -> ProgressBar {
    let bar = ProgressBar::no_length();
    if bar.is_hidden() {
        return bar;
    }
    bar.set_length(rawi_source::measure(&inputs.paths).bytes);
    let shape = "{bar:32} {bytes} of {total_bytes}  {bytes_per_sec}  {eta} left";
    if let Ok(style) = ProgressStyle::with_template(shape) {
        bar.set_style(style);
    }
    bar
}
