//! The trained weights, and the best labels of a line by them.

use rawi_model::Language;

use super::feature::{Feature, Seen, around, own};

/// No part of a name, the first token of one, a further token.
pub const LABELS: usize = 3;
/// The label of a token outside names.
pub const OUT: u8 = 0;
/// The label of the first token of a name.
pub const BEGIN: u8 = 1;
/// The label of a further token of a name.
pub const IN: u8 = 2;

/// How much each label is worth, the label of tokens outside names being worth nothing.
pub type Scores = [i32; LABELS];

/// What can't be is worth so much.
pub const NEVER: i32 = -100_000;

/// A word worth less than this by itself is in no name.
const AGAINST: i32 = -180;

/// The slots of the table, as a power of two.
pub const SLOT_BITS: u32 = 17;
/// The bytes before the table: what it is worth that a label follows a label.
pub const HEAD: usize = LABELS * LABELS * 2;

/// The weights of one language: a head with the transitions, and slots of four bytes, a tag of the feature's hash and the
/// worth of beginning and of going on with a name. They are written by `xtask/name`.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'w> {
    bytes: &'w [u8],
}

impl<'w> Weights<'w> {
    /// The weights of the program.
    pub fn of(language: Language) -> Weights<'static> {
        Weights {
            bytes: if language == Language::Ar {
                include_bytes!("../../../rawi-lang/data/ar/name.weights")
            } else {
                include_bytes!("../../../rawi-lang/data/fa/name.weights")
            },
        }
    }

    /// Weights of one's own, as they stand in a file; none where the length is another.
    pub fn new(bytes: &'w [u8]) -> Option<Self> {
        (bytes.len() == HEAD + (4 << SLOT_BITS)).then_some(Self { bytes })
    }

    /// What it is worth that a label follows a label.
    pub fn transitions(&self) -> [Scores; LABELS] {
        let at = |n: usize| i32::from(i16::from_le_bytes([self.bytes[2 * n], self.bytes[2 * n + 1]]));
        std::array::from_fn(|from| std::array::from_fn(|to| at(from * LABELS + to)))
    }

    /// What the labels of a token are worth. Where the word by itself speaks clearly against a name, what is around it is not
    /// looked at.
    pub fn scores(&self, line: &[Seen], i: usize) -> Scores {
        if line[i].never() {
            return [0, NEVER, NEVER];
        }
        let mut scores = [0; LABELS];
        for feature in own(&line[i]) {
            self.add(feature, &mut scores);
        }
        if scores[1].max(scores[2]) < AGAINST {
            return scores;
        }
        for feature in around(line, i) {
            self.add(feature, &mut scores);
        }
        scores
    }

    fn add(&self, feature: Feature, scores: &mut Scores) {
        let (slot, tag) = place(feature);
        // Two neighbouring slots stand for each hash.
        for slot in [slot, slot ^ 1] {
            let at = HEAD + 4 * slot;
            if let [low, high, begin, inside] = self.bytes[at..at + 4]
                && u16::from_le_bytes([low, high]) == tag
            {
                scores[1] += i32::from(begin.cast_signed());
                scores[2] += i32::from(inside.cast_signed());
                break;
            }
        }
    }
}

/// The slot and the tag of a feature.
pub fn place(feature: Feature) -> (usize, u16) {
    ((feature >> (64 - SLOT_BITS)) as usize, (feature >> 16) as u16 | 1)
}

/// The labels of a line that are worth most together.
pub fn best(scores: &[Scores], transitions: &[Scores; LABELS], labels: &mut Vec<u8>, back: &mut Vec<[u8; LABELS]>) {
    const IMPOSSIBLE: i32 = i32::MIN / 2;
    labels.clear();
    back.clear();
    let mut worth = [0, IMPOSSIBLE, IMPOSSIBLE];
    for own in scores {
        let mut next = [IMPOSSIBLE; LABELS];
        let mut from = [0; LABELS];
        for to in 0..LABELS {
            for before in 0..LABELS {
                if to == usize::from(IN) && before == usize::from(OUT) {
                    continue;
                }
                let total = worth[before].saturating_add(transitions[before][to]);
                if total > next[to] {
                    next[to] = total;
                    from[to] = before as u8;
                }
            }
            next[to] = next[to].saturating_add(own[to]);
        }
        worth = next;
        back.push(from);
    }
    let mut label = (0..LABELS).max_by_key(|&l| (worth[l], LABELS - l)).unwrap_or(0) as u8;
    for from in back.iter().rev() {
        labels.push(label);
        label = from[usize::from(label)];
    }
    labels.reverse();
}
