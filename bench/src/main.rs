//! How fast each stage is: `cargo run --release -p rawi-bench -- STAGE PATH…`, on one core, over the texts under the paths.
//!
//! `read` is the whole way from files to JSON, with the share of each of its stages. Every other stage is run several times over the whole, and its fastest time told in megabytes (10⁶ bytes) a second, beside a
//! plain pass over the same text in the same run.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::cast_precision_loss, reason = "a bench tells its figures")]

mod clean;
mod mention;
mod read;
mod text;
mod time;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// One stage of the work.
struct Stage {
    name: &'static str,
    about: &'static str,
    run: Run,
}

/// What a stage works on.
enum Run {
    Texts(fn(&[String])),
    Files(fn(&[PathBuf])),
}

const STAGES: &[Stage] = &[
    Stage { name: "clean", about: "lost joiners restored, and lines mended as `rawi clean` does", run: Run::Texts(clean::run) },
    Stage { name: "mention", about: "known names marked, and names of persons found", run: Run::Texts(mention::run) },
    Stage { name: "read", about: "from files to JSON, stage by stage", run: Run::Files(read::run) },
    Stage { name: "text", about: "the normal form, tokens and sentences", run: Run::Texts(text::run) },
    Stage { name: "time", about: "dates found and settled", run: Run::Texts(time::run) },
];

/// How often each piece of work is repeated.
const TIMES: usize = 5;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let stage = args.next().unwrap_or_default();
    let Some(stage) = STAGES.iter().find(|s| s.name == stage) else {
        eprintln!("usage: rawi-bench STAGE PATH…\nstages:");
        for Stage { name, about, .. } in STAGES {
            eprintln!("  {name:8} {about}");
        }
        return ExitCode::from(2);
    };
    let paths: Vec<PathBuf> = args.map(PathBuf::from).collect();
    match stage.run {
        Run::Files(run) => run(&paths),
        Run::Texts(run) => {
            let documents = rawi_source::open(&paths, rawi_source::SourceOptions::default()).filter_map(Result::ok);
            let texts: Vec<String> = documents.map(|raw| raw.document.text).collect();
            println!("{} texts, {:.1} MB", texts.len(), megabytes(&texts));
            run(&texts);
        }
    }
    ExitCode::SUCCESS
}

fn megabytes(texts: &[String]) -> f64 {
    texts.iter().map(String::len).sum::<usize>() as f64 / 1e6
}

/// Measures a piece of work over all texts. What it returns is summed and told, so that nothing is left out as unused.
pub(crate) fn measure(name: &str, texts: &[String], mut work: impl FnMut(&str) -> usize) {
    let mut best = f64::MAX;
    let mut sum = 0;
    for _ in 0..TIMES {
        let start = Instant::now();
        sum = texts.iter().map(|t| work(t)).sum();
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{name:24} {:8.1} MB/s   ({sum})", megabytes(texts) / best);
}
