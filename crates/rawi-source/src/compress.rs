//! Opening and unpacking.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::kind::{Packing, packing_of};

/// A reader of bytes, unpacked.
pub(crate) type Bytes = BufReader<Box<dyn Read + Send>>;

const BUFFER: usize = 1 << 18;

/// Counts the bytes that pass, packed as they are.
struct Counting<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Opens a file and unpacks it. Also tells whether it is packed.
pub(crate) fn open(path: &Path, packing: Packing, count: &Arc<AtomicU64>) -> io::Result<(Bytes, bool)> {
    unpack(File::open(path)?, packing, count)
}

/// Unpacks what a reader gives. Also tells whether it is packed.
pub(crate) fn unpack<R: Read + Send + 'static>(reader: R, packing: Packing, count: &Arc<AtomicU64>) -> io::Result<(Bytes, bool)> {
    let mut reader = Counting { inner: reader, count: Arc::clone(count) };
    if packing == Packing::Look {
        let head = peek(&mut reader, 4)?;
        let packing = packing_of(&head);
        return unpacked(Cursor::new(head).chain(reader), packing);
    }
    unpacked(reader, packing)
}

fn unpacked<R: Read + Send + 'static>(reader: R, packing: Packing) -> io::Result<(Bytes, bool)> {
    let boxed: Box<dyn Read + Send> = match packing {
        Packing::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(BufReader::with_capacity(BUFFER, reader))),
        Packing::Zstd => Box::new(zstd::stream::read::Decoder::new(reader)?),
        Packing::None | Packing::Look => Box::new(reader),
    };
    Ok((BufReader::with_capacity(BUFFER, boxed), matches!(packing, Packing::Gzip | Packing::Zstd)))
}

/// Reads up to so many bytes from the head, however small the pieces are in which they come.
pub(crate) fn peek(reader: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    reader.take(length).read_to_end(&mut head)?;
    Ok(head)
}

/// Puts bytes that were peeked at back before the rest.
pub(crate) fn unpeek(head: Vec<u8>, rest: Bytes) -> Bytes {
    BufReader::with_capacity(BUFFER, Box::new(Cursor::new(head).chain(rest)))
}
