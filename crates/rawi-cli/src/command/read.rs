//! `rawi read`: readings to standard output.

use std::io::Write;
use std::sync::atomic::AtomicU64;

use clap::Args;

use crate::failure::{Done, Failure, complain};
use crate::inputs::Inputs;
use crate::output::{Out, ReadingFormat, Style};
use crate::pipeline::{self, Item, Reader};
use crate::text;

const EXAMPLES: &str = "\
Examples:
  rawi read news/
  rawi read article.html --format jsonl
  rawi read archive.jsonl.zst --field text=matn --field published=tarikh
  curl -s https://example.org/article | rawi read -";

/// Read documents and print what they say
///
/// Prints one reading a document, in the order of the inputs, whatever the number of threads: its kind, day and
/// contacts, then who said what to whom through whom. Spans in JSON count code points of the document's text.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Read {
    #[command(flatten)]
    inputs: Inputs,
    /// How readings are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: ReadingFormat,
}

impl Read {
    pub(crate) fn run(self) -> Done {
        let mut out = Out::new();
        let (format, style) = (self.format, out.style);
        let reader = Reader::new();
        let (mut read, mut failed) = (0u64, 0u64);
        let work = |raw| print(&reader.read(raw), format, style);
        pipeline::run(&self.inputs, &AtomicU64::new(0), work, |item| {
            match item {
                Item::Done(printed) => {
                    read += 1;
                    out.write_all(&printed?)?;
                }
                Item::Failed(what) => {
                    failed += 1;
                    // What was read before is printed before.
                    out.flush()?;
                    complain(&what);
                }
            }
            Ok::<_, Failure>(())
        })?;
        out.finish()?;
        self.inputs.outcome(read, failed)
    }
}

fn print(reading: &rawi_model::Reading, format: ReadingFormat, style: Style) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        ReadingFormat::Text => text::reading(reading, style).into_bytes(),
        ReadingFormat::Jsonl => {
            // Most readings take twice the space of their text.
            let mut line = Vec::with_capacity(2 * reading.document.text.len());
            serde_json::to_writer(&mut line, reading)?;
            line.push(b'\n');
            line
        }
    })
}
