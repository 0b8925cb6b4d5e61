//! The one place where many threads work: documents in, results out in the same order, with bounded memory.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

use rawi_model::Reading;
use rawi_source::{Piece, Pieces, RawDocument, SourceError};

use crate::inputs::Inputs;

/// What became of one input.
pub(crate) enum Item<T> {
    /// The result of one document.
    Done(T),
    /// An input that is no document.
    Failed(String),
}

/// Bytes after which a batch of inputs is handed on, and how many inputs it holds at most.
const BATCH_BYTES: usize = 256 << 10;
const BATCH_INPUTS: usize = 64;

/// Inputs that one thread works on, and where their results go.
struct Batch<T> {
    inputs: Vec<Result<Piece, SourceError>>,
    results: SyncSender<Vec<Item<T>>>,
}

/// Reads all inputs: `work` runs in many threads, `take` in this one and in the order of the inputs. `bytes` tells how
/// much of the files has been read. When `take` fails, nothing more is read.
pub(crate) fn run<T: Send, E>(
    inputs: &Inputs,
    bytes: &AtomicU64,
    work: impl Fn(RawDocument) -> T + Sync,
    mut take: impl FnMut(Item<T>) -> Result<(), E>,
) -> Result<(), E> {
    let threads = inputs.threads();
    std::thread::scope(|scope| {
        let (batches, queue) = sync_channel::<Batch<T>>(threads);
        // The results of each batch, in order: so many batches at most are under way.
        let (order, ordered) = sync_channel::<Receiver<Vec<Item<T>>>>(2 * threads);
        let queue = Mutex::new(queue);
        scope.spawn(move || cut(rawi_source::pieces(&inputs.paths, inputs.options()), bytes, &batches, &order));
        let queue = std::sync::Arc::new(queue);
        for _ in 0..threads {
            let (queue, work) = (std::sync::Arc::clone(&queue), &work);
            scope.spawn(move || {
                loop {
                    let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok(batch) = next else { return };
                    let results = batch.inputs.into_iter().flat_map(|input| one(input, work)).collect();
                    // Nobody waits for it any more when `take` has failed.
                    let _ = batch.results.send(results);
                }
            });
        }
        drop(queue);
        for results in ordered {
            for item in results.recv().unwrap_or_default() {
                take(item)?;
            }
        }
        Ok(())
    })
}

/// Cuts the inputs into batches until they end or nobody wants more.
fn cut<T>(mut pieces: Pieces, bytes: &AtomicU64, batches: &SyncSender<Batch<T>>, order: &SyncSender<Receiver<Vec<Item<T>>>>) {
    loop {
        let (mut inputs, mut size) = (Vec::new(), 0);
        while size < BATCH_BYTES && inputs.len() < BATCH_INPUTS {
            let Some(piece) = pieces.next() else { break };
            size += piece.as_ref().map_or(0, Piece::len);
            inputs.push(piece);
        }
        bytes.store(pieces.bytes_read(), Ordering::Relaxed);
        if inputs.is_empty() {
            return;
        }
        let (results, waiting) = sync_channel(1);
        if order.send(waiting).is_err() || batches.send(Batch { inputs, results }).is_err() {
            return;
        }
    }
}

/// Works on one input. A fault of the program itself is told like one of the input, so that everything else is read.
fn one<T>(input: Result<Piece, SourceError>, work: &impl Fn(RawDocument) -> T) -> Vec<Item<T>> {
    let piece = match input {
        Ok(piece) => piece,
        Err(error) => return vec![Item::Failed(error.to_string())],
    };
    let place = piece.place().to_string();
    let fault = |what: &str| Item::Failed(format!("{what}: an inner fault of rawi; please report it with this document"));
    match catch_unwind(AssertUnwindSafe(|| piece.read())) {
        Err(_) => vec![fault(&place)],
        Ok(Err(error)) => vec![Item::Failed(error.to_string())],
        Ok(Ok(documents)) => documents
            .into_iter()
            .map(|raw| {
                let source = raw.document.source.clone();
                catch_unwind(AssertUnwindSafe(|| work(raw))).map_or_else(|_| fault(&source), Item::Done)
            })
            .collect(),
    }
}

/// Reads documents.
#[derive(Debug, Default)]
pub(crate) struct Reader(rawi_read::Reader);

impl Reader {
    /// A reader with all its languages.
    pub(crate) fn new() -> Self {
        Self(rawi_read::Reader::new())
    }

    /// Reads one document.
    pub(crate) fn read(&self, raw: RawDocument) -> Reading {
        let mut reading = self.0.read(raw.document, raw.published.as_deref());
        reading.notes.splice(0..0, raw.notes);
        reading
    }
}
