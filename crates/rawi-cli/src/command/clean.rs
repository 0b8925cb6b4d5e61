//! `rawi clean`: texts mended line by line, as many lines out as in.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rawi_lang::mend::{Change, Digits, Joiners, Letters, Mender, Options};
use rawi_model::Language;

use crate::failure::{Done, Failure, Outcome, complain};
use crate::output::{Out, isolate};

const EXAMPLES: &str = "\
Examples:
  rawi clean < corpus.txt > clean.txt
  rawi clean old/*.txt --digits persian
  rawi clean --check article.txt       what would change, and why
  zcat crawl.gz | rawi clean --joiner keep --letters persian | gzip > clean.gz

With --check the exit code is 1 where anything would change.";

/// A line is read in parts of about so many bytes where it is longer.
const PART: usize = 4 << 20;

/// Mend text: lost non-joiners, letters of the other keyboard, odd spaces and invisible characters
///
/// Reads standard input or files and writes standard output, exactly as many lines as it reads. In Persian lines the
/// zero-width non-joiner is put back where it was deleted or became a space, and yeh and kaf of the Arabic keyboard
/// become Persian; Arabic lines keep their letters. Everywhere byte order marks, direction marks, odd spaces and
/// joiners, tatweel inside words and presentation forms are put right. What is right stays as it is: cleaning twice is
/// cleaning once.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Clean {
    /// Text files in UTF-8; none or `-` is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What becomes of non-joiners
    #[arg(long, value_enum, default_value_t, value_name = "HOW")]
    joiner: Joiner,
    /// Which letters for yeh and kaf
    #[arg(long, value_enum, default_value_t, value_name = "KIND")]
    letters: Letter,
    /// Which digits
    #[arg(long, value_enum, default_value_t, value_name = "KIND")]
    digits: Digit,
    /// The language of all lines
    #[arg(long, value_enum, default_value_t, value_name = "LANGUAGE")]
    lang: Lang,
    /// Print what would change, one change a line: place (file, line, column), the words, what they become, and why
    #[arg(long)]
    check: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Joiner {
    /// Put back what was lost, drop what is odd
    #[default]
    Restore,
    /// Leave them as they stand
    Keep,
    /// Take them out
    Strip,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Letter {
    /// Persian ones in Persian lines
    #[default]
    Auto,
    /// Leave them as they stand
    Keep,
    /// Persian ones everywhere
    Persian,
    /// Arabic ones everywhere
    Arabic,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Digit {
    /// Leave them as they stand
    #[default]
    Keep,
    /// ۰۱۲۳۴۵۶۷۸۹
    Persian,
    /// ٠١٢٣٤٥٦٧٨٩
    Arabic,
    /// 0123456789
    Latin,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Lang {
    /// Tell it line by line
    #[default]
    Auto,
    /// Persian
    Fa,
    /// Arabic
    Ar,
}

impl Clean {
    pub(crate) fn run(self) -> Done {
        let mut work = Work { mender: Mender::new(self.options()), out: Out::new(), check: self.check, changed: false, open_line: false };
        let (mut read, mut failed) = (0, 0);
        let standard = [PathBuf::from("-")];
        for path in if self.files.is_empty() { &standard } else { self.files.as_slice() } {
            let name = path.display().to_string();
            let done = match open(path) {
                Ok(input) => work.file(&name, input)?,
                Err(error) => Err(error.to_string()),
            };
            read += 1;
            if let Err(what) = done {
                failed += 1;
                // What was mended before is printed before.
                work.out.flush()?;
                complain(&format!("{name}{}{what}", if what.starts_with(':') { "" } else { ": " }));
            }
        }
        work.out.finish()?;
        match (failed, work.changed && work.check) {
            (0, false) => Ok(Outcome::Whole),
            (n, _) if n == read && !work.check && !work.changed => Err(Failure::Nothing(String::new())),
            _ => Ok(Outcome::Partly),
        }
    }

    fn options(&self) -> Options {
        Options {
            joiners: match self.joiner {
                Joiner::Restore => Joiners::Restore,
                Joiner::Keep => Joiners::Keep,
                Joiner::Strip => Joiners::Strip,
            },
            letters: match self.letters {
                Letter::Auto => Letters::Auto,
                Letter::Keep => Letters::Keep,
                Letter::Persian => Letters::Persian,
                Letter::Arabic => Letters::Arabic,
            },
            digits: match self.digits {
                Digit::Keep => Digits::Keep,
                Digit::Persian => Digits::Persian,
                Digit::Arabic => Digits::Arabic,
                Digit::Latin => Digits::Latin,
            },
            language: match self.lang {
                Lang::Auto => None,
                Lang::Fa => Some(Language::Fa),
                Lang::Ar => Some(Language::Ar),
            },
        }
    }
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    if path.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "is a folder"));
    }
    Ok(Box::new(BufReader::with_capacity(1 << 18, File::open(path)?)))
}

/// The work, from one file to the next.
struct Work {
    mender: Mender,
    out: Out,
    check: bool,
    /// Whether anything was written, or with `check` would change.
    changed: bool,
    /// Whether what was written last lacks its line's end.
    open_line: bool,
}

impl Work {
    /// Mends one file. What is wrong with it is given back as words that go after its name; with the output, as a failure.
    fn file(&mut self, name: &str, mut input: Box<dyn BufRead>) -> Result<Result<(), String>, Failure> {
        let mut part = Vec::new();
        let (mut line, mut column) = (1u64, 1usize);
        let mut fault = None;
        loop {
            let (end, more) = match read_part(&mut input, &mut part) {
                Ok((0, _)) => break,
                Ok(read) => read,
                Err(error) => {
                    fault.get_or_insert(format!(": {error}"));
                    break;
                }
            };
            if std::mem::take(&mut self.open_line) && !self.check {
                self.out.write_all(b"\n")?;
            }
            let ends = part[..end].ends_with(b"\n");
            if let Ok(text) = std::str::from_utf8(&part[..end]) {
                if self.check {
                    for change in self.mender.changes(text) {
                        self.changed = true;
                        tell(&mut self.out, name, line, column, text, &change)?;
                    }
                } else {
                    self.changed = true;
                    self.out.write_all(self.mender.mend(text).as_bytes())?;
                }
                column += if more { text.chars().count() } else { 0 };
            } else {
                fault.get_or_insert(format!(":{line}: not in UTF-8; such lines are left as they are"));
                if !self.check {
                    self.out.write_all(&part[..end])?;
                }
            }
            part.drain(..end);
            if ends {
                line += 1;
                column = 1;
            }
            if !more && !ends {
                self.open_line = true;
            }
        }
        Ok(fault.map_or(Ok(()), Err))
    }
}

/// Reads on until a line's end, or until a long line has a place to be cut: how many bytes to take, and whether their line
/// goes on. What is left of the part before comes first.
fn read_part(input: &mut dyn BufRead, part: &mut Vec<u8>) -> io::Result<(usize, bool)> {
    loop {
        if part.len() >= PART {
            // At the last space, else between two characters.
            let cut = part.iter().rposition(|&b| b == b' ').filter(|&at| at > 0);
            let cut = cut.or_else(|| part.iter().rposition(|&b| b & 0xC0 != 0x80)).filter(|&at| at > 0);
            return Ok((cut.unwrap_or(part.len()), true));
        }
        let bytes = input.fill_buf()?;
        if bytes.is_empty() {
            return Ok((part.len(), false));
        }
        let room = bytes.len().min(PART - part.len());
        let (taken, done) = bytes[..room].iter().position(|&b| b == b'\n').map_or((room, false), |at| (at + 1, true));
        part.extend_from_slice(&bytes[..taken]);
        input.consume(taken);
        if done {
            return Ok((part.len(), false));
        }
    }
}

/// One change as a line.
fn tell(out: &mut Out, name: &str, line: u64, column: usize, text: &str, change: &Change) -> Result<(), Failure> {
    let column = column + text[..change.span.start as usize].chars().count();
    let reasons: Vec<String> = change.reasons.iter().map(ToString::to_string).collect();
    let (old, new) = (shown(change.span.of(text)), shown(&change.new));
    Ok(writeln!(out, "{name}:{line}:{column}: {old} -> {new} ({})", reasons.join("; "))?)
}

/// Words for a line of their own; what is not seen at all as its code.
fn shown(words: &str) -> String {
    let hidden = |c: char| !c.is_alphanumeric() && c != '\u{640}';
    if words.chars().all(hidden) {
        let codes: Vec<String> = words.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
        return if codes.is_empty() { "nothing".to_owned() } else { codes.join(" ") };
    }
    isolate(words)
}
