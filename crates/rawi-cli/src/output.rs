//! Standard output: formats, and right-to-left words among left-to-right ones.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use clap::ValueEnum;
use serde::Serialize;

use crate::failure::{Failure, complain};

/// How rows are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values with a header
    Csv,
}

/// How readings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReadingFormat {
    /// For people
    #[default]
    Text,
    /// One JSON object a document
    Jsonl,
}

/// Standard output, buffered; styled on a terminal alone.
pub(crate) struct Out {
    inner: BufWriter<StdoutLock<'static>>,
    /// Whether anything was written.
    any: bool,
    /// How words are set off.
    pub(crate) style: Style,
}

impl Out {
    /// Standard output.
    pub(crate) fn new() -> Self {
        let stdout = io::stdout().lock();
        let style = Style { on: stdout.is_terminal() };
        Self { inner: BufWriter::with_capacity(1 << 16, stdout), any: false, style }
    }

    /// One value as a line of JSON.
    pub(crate) fn json<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        self.any = true;
        serde_json::to_writer(&mut self.inner, value)?;
        self.inner.write_all(b"\n")?;
        Ok(())
    }

    /// Writes out what is still held of a list; where nothing was, says so beside it.
    pub(crate) fn finish_list(self) -> Result<(), Failure> {
        if !self.any {
            complain("nothing in the record fits");
        }
        self.finish()
    }

    /// Writes out what is still held.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        Ok(self.inner.flush()?)
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.any |= !bytes.is_empty();
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// How words are set off on a terminal.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    /// Whether the output is a terminal.
    pub(crate) on: bool,
}

impl Style {
    /// What leads a paragraph.
    pub(crate) fn strong(self, words: &str) -> String {
        self.wrap("1", words)
    }

    /// What stands aside.
    pub(crate) fn faint(self, words: &str) -> String {
        self.wrap("2", words)
    }

    fn wrap(self, code: &str, words: &str) -> String {
        if self.on { format!("\u{1B}[{code}m{words}\u{1B}[0m") } else { words.to_owned() }
    }
}

/// Words of the news set apart from what stands around them, whatever their direction, on one line. Control characters
/// are left out: they are not the news, and a terminal would obey them.
pub(crate) fn isolate(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 6);
    out.push('\u{2068}');
    let mut space = false;
    for c in words.trim().chars() {
        if c.is_whitespace() {
            space = true;
        } else if !c.is_control() && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') {
            if std::mem::take(&mut space) {
                out.push(' ');
            }
            out.push(c);
        }
    }
    out.push('\u{2069}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_isolated_on_one_line() {
        assert_eq!(isolate(" آب\n\n رود\u{1B}[31m\u{202E} "), "\u{2068}آب رود[31m\u{2069}");
        assert_eq!(Style::default().strong("x"), "x");
    }
}
