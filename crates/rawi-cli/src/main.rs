//! The command `rawi`: Persian and Arabic news in, who said what to whom out.
//!
//! Here belong the command line, its formats, and the one place where documents are read by many threads. What a
//! subcommand does stands in its own file under `command/`.

mod browser;
mod command;
mod comparison;
mod failure;
mod graph;
mod inputs;
mod output;
mod pipeline;
mod table;
mod text;

use std::process::ExitCode;

use clap::Parser;

/// Reading makes and drops many small things; this allocator spares a tenth of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let result = command::Rawi::parse().command.run();
    failure::exit(result)
}
