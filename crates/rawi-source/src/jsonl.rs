//! JSON Lines: a file into its lines.

use std::io::{self, BufRead, Read};

use crate::compress::Bytes;
use crate::error::{Place, SourceError};
use crate::piece::Content;
use crate::sources::fault;

/// The lines of a file, none longer than the limit in memory.
pub(crate) struct Lines {
    name: String,
    reader: Bytes,
    packed: bool,
    limit: u64,
    line: u64,
    ended: bool,
}

impl Lines {
    pub(crate) fn new(name: &str, reader: Bytes, packed: bool, limit: u64) -> Self {
        Self { name: name.to_owned(), reader, packed, limit, line: 0, ended: false }
    }

    /// The next line without its end, whether it was too long, or none.
    fn read_line(&mut self) -> io::Result<Option<(Vec<u8>, bool)>> {
        let mut line = Vec::new();
        if self.reader.by_ref().take(self.limit.saturating_add(1)).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if line.len() as u64 > self.limit {
            line.clear();
            self.skip_line()?;
            return Ok(Some((line, true)));
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Ok(Some((line, false)))
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            let (used, done) = match buffer.iter().position(|&b| b == b'\n') {
                Some(end) => (end + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.reader.consume(used);
            if done {
                return Ok(());
            }
        }
    }
}

impl Iterator for Lines {
    type Item = Result<(Place, Content), SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.read_line() {
                Ok(Some((_, true))) => {
                    self.line += 1;
                    return Some(Err(SourceError::TooLarge { place: Place::line(&self.name, self.line), limit: self.limit }));
                }
                Ok(Some((mut line, false))) => {
                    self.line += 1;
                    if self.line == 1 && line.starts_with(b"\xEF\xBB\xBF") {
                        line.drain(..3);
                    }
                    if !line.trim_ascii().is_empty() {
                        return Some(Ok((Place::line(&self.name, self.line), Content::Line(line))));
                    }
                }
                Ok(None) => self.ended = true,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(fault(&self.name, self.packed, error)));
                }
            }
        }
        None
    }
}
