//! `rawi serve`: a record in the browser.

use std::num::NonZeroU16;
use std::path::PathBuf;

use clap::Args;
use rawi_web::{Port, Server};

use super::open::announce;
use crate::failure::{Done, Outcome};
use crate::output::Out;

const EXAMPLES: &str = "\
Examples:
  rawi serve --record archive.db
  rawi serve --record archive.db --port 8080";

/// Show a record in the browser
///
/// The page is served on this machine alone, and only reads the record.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Serve {
    /// The record
    #[arg(long, value_name = "FILE", default_value = "rawi.db")]
    record: PathBuf,
    /// The port [default: the first free one from 7284 up]
    #[arg(long, value_name = "N")]
    port: Option<NonZeroU16>,
}

impl Serve {
    pub(crate) fn run(self) -> Done {
        let server = Server::bind(&self.record, self.port.map_or(Port::Free, |p| Port::This(p.get())))?;
        announce(Out::new(), &server)?;
        server.run()?;
        Ok(Outcome::Whole)
    }
}
