//! How a command ends: exit codes, and the one line that says why.

use std::io::{self, Write};
use std::process::ExitCode;

use rawi_record::RecordError;
use rawi_web::ServerError;

/// The exit codes, as help and manual page show them.
pub(crate) const CODES: &str = "\
Exit codes:
  0  all went well
  1  some inputs could not be read; everything else was
  2  wrong usage, or a name that fits several documents or actors
  3  the record, the output or the port cannot be used
  4  nothing could be read, or there is no such document or actor";

/// How a command ended that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All went well.
    Whole,
    /// Some inputs could not be read.
    Partly,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Wrong usage.
    Usage(String),
    /// The record.
    Record(RecordError),
    /// The output.
    Output(io::Error),
    /// The page or its port.
    Page(ServerError),
    /// Nothing could be read.
    Nothing(String),
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Self {
        Self::Record(error)
    }
}

impl From<ServerError> for Failure {
    fn from(error: ServerError) -> Self {
        match error {
            ServerError::Record(error) => Self::Record(error),
            other => Self::Page(other),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        Self::Output(match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

/// How a command ends.
pub(crate) type Done = Result<Outcome, Failure>;

/// Says what is wrong, and gives the exit code. A closed output ends quietly.
pub(crate) fn exit(result: Done) -> ExitCode {
    let (code, message) = match result {
        Ok(Outcome::Whole) => (0, String::new()),
        Ok(Outcome::Partly) => (1, String::new()),
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => (0, String::new()),
        Err(Failure::Usage(message)) => (2, message),
        Err(Failure::Record(
            error @ (RecordError::Ambiguous { .. }
            | RecordError::SeveralActors { .. }
            | RecordError::SeveralEvents { .. }
            | RecordError::Correction(_)),
        )) => (2, error.to_string()),
        Err(Failure::Record(
            error @ (RecordError::NoDocument(_) | RecordError::NoActor(_) | RecordError::NoEvent(_) | RecordError::NoCorrection(_)),
        )) => (4, error.to_string()),
        Err(Failure::Record(error)) => (3, error.to_string()),
        Err(Failure::Output(error)) => (3, format!("cannot write: {error}")),
        Err(Failure::Page(error)) => (3, error.to_string()),
        Err(Failure::Nothing(message)) => (4, message),
    };
    if !message.is_empty() {
        complain(&message);
    }
    ExitCode::from(code)
}

/// One clear line to standard error.
pub(crate) fn complain(message: &str) {
    // Where even standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr().lock(), "rawi: {}", message.replace(['\n', '\r'], " "));
}
