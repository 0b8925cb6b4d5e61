//! The stretch of time and the number of rows, the same for every list.

use clap::Args;
use rawi_record::query::{parse_since, parse_until};
use rawi_time::Day;

use crate::failure::Failure;

/// Which part of a list.
#[derive(Args, Clone, Debug)]
pub(crate) struct Span {
    /// Not before this day, month or year: 2024-05-02, 2024-05, 2024
    #[arg(long, value_name = "DAY", value_parser = since)]
    pub(crate) since: Option<Day>,
    /// Not after this day, month or year
    #[arg(long, value_name = "DAY", value_parser = until)]
    pub(crate) until: Option<Day>,
    /// At most so many rows [default: all]
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

impl Span {
    /// The same, unless it ends before it begins.
    pub(crate) fn checked(self) -> Result<Self, Failure> {
        match (self.since, self.until) {
            (Some(since), Some(until)) if since > until => Err(Failure::Usage(format!("--since ({since}) is after --until ({until})"))),
            _ => Ok(self),
        }
    }
}

const FORM: &str = "must be a day, month or year such as 2024-05-02, 2024-05 or 2024";

fn since(typed: &str) -> Result<Day, &'static str> {
    parse_since(typed).ok_or(FORM)
}

fn until(typed: &str) -> Result<Day, &'static str> {
    parse_until(typed).ok_or(FORM)
}
