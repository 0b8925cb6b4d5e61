//! The whole way from files to JSON, as `rawi read --format jsonl` goes it, with the share of each stage.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rawi_actor::Registry;
use rawi_lang::{Passage, Place, grammar};
use rawi_model::Language;
use rawi_read::{Reader, Watch};
use rawi_source::{Piece, SourceOptions};
use rawi_text::{Tokens, paragraphs, sentences};

/// How often the whole is read; the fastest run is told.
const TIMES: usize = 3;

/// Time by stage, in the order in which stages were first done.
struct Clock {
    last: Instant,
    spent: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn new() -> Self {
        Self { last: Instant::now(), spent: Vec::new() }
    }

    fn total(&self) -> Duration {
        self.spent.iter().map(|s| s.1).sum()
    }
}

impl Watch for Clock {
    fn done(&mut self, stage: &'static str) {
        let now = Instant::now();
        let time = now - std::mem::replace(&mut self.last, now);
        match self.spent.iter_mut().find(|s| s.0 == stage) {
            Some(spent) => spent.1 += time,
            None => self.spent.push((stage, time)),
        }
    }
}

/// Reads the files and tells each stage's share; then what the frames of statements take of theirs, called alone.
pub(crate) fn run(paths: &[PathBuf]) {
    // The word lists are loaded once and not counted.
    let reader = Reader::new();
    let (mut best, mut bytes, mut texts) = (None::<Clock>, 0, 0);
    for _ in 0..TIMES {
        (bytes, texts) = (0, 0);
        let (mut clock, mut line) = (Clock::new(), Vec::new());
        let mut pieces = rawi_source::pieces(paths, SourceOptions::default());
        loop {
            let piece = pieces.next();
            clock.done("unpack and cut");
            let Some(piece) = piece else { break };
            let documents = piece.and_then(Piece::read).unwrap_or_default();
            clock.done("decode and parse");
            for raw in documents {
                bytes += raw.document.text.len();
                texts += 1;
                let reading = reader.read_watched(raw.document, raw.published.as_deref(), &mut clock);
                line.clear();
                let written = serde_json::to_writer(&mut line, &reading);
                std::hint::black_box((&line, written.is_ok()));
                clock.done("JSON");
                drop(reading);
                clock.done("free memory");
            }
        }
        if best.as_ref().is_none_or(|best| clock.total() < best.total()) {
            best = Some(clock);
        }
    }
    let Some(clock) = best else { return };
    let megabytes = bytes as f64 / 1e6;
    println!("{texts} texts, {megabytes:.1} MB");
    let row = |name: &str, time: Duration| {
        let seconds = time.as_secs_f64();
        println!("{name:24} {:8.1} MB/s {:6.1} %", megabytes / seconds, 100.0 * seconds / clock.total().as_secs_f64());
    };
    for &(stage, time) in &clock.spent {
        row(stage, time);
    }
    row("all, on one core", clock.total());
    row("  of statements, frames", frames(paths));
}

/// How long the frames of the languages take, tried cue by cue as the reader does.
fn frames(paths: &[PathBuf]) -> Duration {
    let mut spent = Duration::ZERO;
    for raw in rawi_source::open(paths, SourceOptions::default()).flatten() {
        let text = raw.document.text;
        let language = rawi_lang::detect::detect(&text);
        let Some(grammar) = grammar(language).filter(|_| language != Language::Other) else { continue };
        let tokens = Tokens::new(&text);
        let mut passage = Passage::new(&text, &tokens, grammar);
        Registry::shared().mark(&mut passage);
        let start = Instant::now();
        for paragraph in paragraphs(&tokens) {
            for sentence in sentences(&tokens, paragraph.clone()) {
                let place = Place { paragraph: paragraph.clone(), sentence: sentence.clone() };
                let mut upto = 0;
                for cue in passage.cues_in(sentence) {
                    if cue.at >= upto
                        && let Some(found) = grammar.frames.iter().find_map(|frame| (frame.read)(&passage, cue, &place))
                    {
                        upto = found.content.end;
                    }
                }
            }
        }
        spent += start.elapsed();
    }
    spent
}
