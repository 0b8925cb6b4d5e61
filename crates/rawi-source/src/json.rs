//! JSON files: an array of records, or records one behind the other, cut into elements without holding the whole.

use std::io::{self, BufRead};

use crate::compress::Bytes;
use crate::error::{Place, SourceError};
use crate::piece::Content;
use crate::sources::fault;

/// The elements of a file, none longer than the limit in memory.
pub(crate) struct Elements {
    name: String,
    reader: Bytes,
    packed: bool,
    limit: u64,
    number: u64,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing read yet.
    Start,
    /// Inside an array.
    Array,
    /// Among values that stand one behind the other.
    Row,
    /// At the end, or where nothing more can be told.
    Ended,
}

/// How an element ended.
enum End {
    Whole,
    TooLarge,
    Cut,
}

impl Elements {
    pub(crate) fn new(name: &str, reader: Bytes, packed: bool, limit: u64) -> Self {
        Self { name: name.to_owned(), reader, packed, limit, number: 0, state: State::Start }
    }

    /// The next byte that is no blank, comma or byte order mark.
    fn next_byte(&mut self) -> io::Result<Option<u8>> {
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                return Ok(None);
            }
            let blank = |b: u8| b.is_ascii_whitespace() || matches!(b, b',' | 0xEF | 0xBB | 0xBF);
            if let Some(at) = buffer.iter().position(|&b| !blank(b)) {
                let byte = buffer[at];
                self.reader.consume(at);
                return Ok(Some(byte));
            }
            let length = buffer.len();
            self.reader.consume(length);
        }
    }

    /// Reads one value up to its end.
    fn value(&mut self) -> io::Result<(Vec<u8>, End)> {
        let mut scan = Scan::default();
        let mut value = Vec::new();
        let mut too_large = false;
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                let end = if too_large { End::TooLarge } else { End::Cut };
                return Ok((value, end));
            }
            let (used, done) = scan.advance(buffer);
            if !too_large {
                value.extend_from_slice(&buffer[..used]);
                if value.len() as u64 > self.limit {
                    too_large = true;
                    value = Vec::new();
                }
            }
            self.reader.consume(used);
            if done {
                return Ok((value, if too_large { End::TooLarge } else { End::Whole }));
            }
        }
    }

    fn step(&mut self) -> io::Result<Option<Result<(Place, Content), SourceError>>> {
        loop {
            let Some(byte) = self.next_byte()? else {
                let cut = self.state == State::Array;
                self.state = State::Ended;
                let place = Place::record(&self.name, self.number + 1);
                return Ok(cut.then_some(Err(SourceError::CutRecord { place })));
            };
            match (self.state, byte) {
                (State::Start, b'[') => {
                    self.reader.consume(1);
                    self.state = State::Array;
                }
                (State::Array, b']') => {
                    self.state = State::Ended;
                    return Ok(None);
                }
                (state, _) => {
                    if state == State::Start {
                        self.state = State::Row;
                    }
                    self.number += 1;
                    let place = Place::record(&self.name, self.number);
                    let (value, end) = self.value()?;
                    return Ok(Some(match end {
                        End::Whole => Ok((place, Content::Element(value))),
                        End::TooLarge => Err(SourceError::TooLarge { place, limit: self.limit }),
                        End::Cut => {
                            self.state = State::Ended;
                            // Outside an array a bare value may end with the file; the parser knows.
                            if state == State::Array { Err(SourceError::CutRecord { place }) } else { Ok((place, Content::Element(value))) }
                        }
                    }));
                }
            }
        }
    }
}

impl Iterator for Elements {
    type Item = Result<(Place, Content), SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.state == State::Ended {
            return None;
        }
        match self.step() {
            Ok(element) => element,
            Err(error) => {
                self.state = State::Ended;
                Some(Err(fault(&self.name, self.packed, error)))
            }
        }
    }
}

/// Follows one value through strings and brackets.
#[derive(Default)]
struct Scan {
    depth: u32,
    in_string: bool,
    escaped: bool,
    begun: bool,
}

impl Scan {
    /// Goes on with some bytes: how many belong to the value, and whether it ends there.
    fn advance(&mut self, bytes: &[u8]) -> (usize, bool) {
        for (i, &byte) in bytes.iter().enumerate() {
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => {
                        self.in_string = false;
                        if self.depth == 0 {
                            return (i + 1, true);
                        }
                    }
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' if self.depth == 0 && self.begun => return (i, true),
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth <= 1 => {
                    // A closing bracket that nothing opened ends a bare value, and must be used up when it stands alone.
                    let closes = self.depth == 1 || !self.begun;
                    return (i + usize::from(closes), true);
                }
                b'}' | b']' => self.depth -= 1,
                b',' if self.depth == 0 => return (i, true),
                _ if self.depth == 0 && byte.is_ascii_whitespace() => return (i, true),
                _ => {}
            }
            self.begun = true;
        }
        (bytes.len(), false)
    }
}
