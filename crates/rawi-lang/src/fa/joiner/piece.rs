//! A line cut into pieces: runs of letters, and what stands between them.

use super::letter::{self, Hash, Signs};

/// What stands between a piece and the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gap {
    /// A mark, a digit, several spaces: nothing is joined over it.
    #[default]
    Break,
    /// One space.
    Space,
    /// The non-joiner.
    Joiner,
}

/// A run of letters.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) hash: Hash,
    pub(super) letters: u32,
    /// The code of the last letter.
    pub(super) last: u8,
    /// What follows.
    pub(super) gap: Gap,
    /// Where it is cut: bit n, after n letters.
    pub(super) cuts: u32,
    /// What is known of it.
    pub(super) flags: u32,
}

/// The pieces of a line.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) signs: Signs,
    /// Whether a non-joiner stands between two letters.
    pub(super) kept: bool,
}

impl Line {
    /// Cuts a line.
    pub(super) fn read(&mut self, line: &str) {
        self.pieces.clear();
        self.signs = Signs::default();
        self.kept = false;
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if !(letter::is_lead(bytes[at]) && at + 1 < bytes.len() && letter::code(bytes[at], bytes[at + 1]) > letter::MARK) {
                at += 1;
                continue;
            }
            let start = at;
            let (mut hash, mut letters, mut last, mut signs) = (Hash::default(), 0, 0, 0);
            while at + 1 < bytes.len() && letter::is_lead(bytes[at]) {
                match letter::code(bytes[at], bytes[at + 1]) {
                    letter::OTHER => break,
                    letter::MARK => {}
                    code => {
                        hash = hash.with(code);
                        letters += 1;
                        last = code;
                        signs |= Signs::of(bytes[at], bytes[at + 1]);
                    }
                }
                at += 2;
            }
            self.signs.0 |= signs;
            if let Some(before) = self.pieces.last_mut() {
                before.gap = gap(&bytes[before.end as usize..start]);
                self.kept |= before.gap == Gap::Joiner;
            }
            self.pieces.push(Piece { start: start as u32, end: at as u32, hash, letters, last, ..Piece::default() });
        }
    }
}

fn gap(between: &[u8]) -> Gap {
    match between {
        b" " | [0xC2, 0xA0] => Gap::Space,
        [0xE2, 0x80, 0x8C, rest @ ..] if rest.is_empty() || gap(rest) == Gap::Joiner => Gap::Joiner,
        _ => Gap::Break,
    }
}

/// The letters of one piece, with the hash of each of its parts at hand.
#[derive(Debug)]
pub(super) struct Letters {
    codes: [u8; Self::MOST],
    heads: [Hash; Self::MOST + 1],
    len: usize,
}

impl Letters {
    /// Longer pieces are no words.
    pub(super) const MOST: usize = 31;

    /// The letters of a piece's bytes; none if they are too many.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let mut letters = Self { codes: [0; Self::MOST], heads: [Hash::default(); Self::MOST + 1], len: 0 };
        for pair in bytes.chunks_exact(2) {
            let code = letter::code(pair[0], pair[1]);
            if code == letter::MARK {
                continue;
            }
            *letters.codes.get_mut(letters.len)? = code;
            letters.heads[letters.len + 1] = letters.heads[letters.len].with(code);
            letters.len += 1;
        }
        Some(letters)
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The letter before a place.
    pub(super) fn before(&self, at: usize) -> u8 {
        self.codes[at - 1]
    }

    /// The hash of a part.
    pub(super) fn part(&self, from: usize, to: usize) -> Hash {
        self.heads[to].without(self.heads[from], letter::power(to - from))
    }
}
