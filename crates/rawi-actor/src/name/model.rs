//! The trained weights, and the best labels of a line by them.

use std::sync::OnceLock;

use rawi_model::Language;

use super::feature::{EDGE, Feature, KINDS, Seen, of_kind, of_kinds, of_neighbour, of_word, together};

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

/// The slots of the table: an even number.
pub const SLOTS: usize = 3 << 16;
/// The bytes before the table: what it is worth that a label follows a label, and the two gates.
pub const HEAD: usize = (LABELS * LABELS + 2) * 2;

/// What beginning and going on with a name are worth.
type Worth = [i16; 2];

/// What a word is worth wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Share {
    /// For itself, but for what it does.
    own: Worth,
    /// For the word behind it, the word before it, the one two behind, the one two before.
    neighbour: [Worth; 4],
}

/// The weights of one language. Their file has a head with the transitions and gates, and slots of four bytes, a tag of the feature's hash
/// and the worth of beginning and of going on with a name; it is written by `xtask/name`.
#[derive(Debug)]
pub struct Weights {
    transitions: [Scores; LABELS],
    /// Two neighbouring slots each, in which a feature may stand.
    slots: Vec<u64>,
    /// By what a token does.
    kinds: [Worth; KINDS],
    /// By what a token and the one before it do, and by what it and the one behind it do.
    beside: Vec<[Worth; 2]>,
    edge: Share,
    /// What a word must be worth by itself, and with what its neighbours add, each by itself, to be looked at in full.
    gates: [i16; 2],
}

impl Weights {
    /// The weights of the program.
    ///
    /// # Panics
    /// Never: the files are part of the program, and a test loads them.
    pub fn of(language: Language) -> &'static Self {
        static WEIGHTS: [OnceLock<Weights>; 2] = [OnceLock::new(), OnceLock::new()];
        let (weights, file): (_, &[u8]) = if language == Language::Ar {
            (&WEIGHTS[1], include_bytes!("../../../rawi-lang/data/ar/name.weights"))
        } else {
            (&WEIGHTS[0], include_bytes!("../../../rawi-lang/data/fa/name.weights"))
        };
        weights.get_or_init(|| Self::new(file).unwrap_or_else(|| unreachable!("name.weights: another length")))
    }

    /// Weights as they stand in a file; none where the length is another.
    pub fn new(file: &[u8]) -> Option<Self> {
        let (head, table) = file.split_at_checked(HEAD).filter(|(_, table)| table.len() == 4 * SLOTS)?;
        let number = |n: usize| i16::from_le_bytes([head[2 * n], head[2 * n + 1]]);
        let at = |n: usize| i32::from(number(n));
        let mut weights = Self {
            transitions: std::array::from_fn(|from| std::array::from_fn(|to| at(from * LABELS + to))),
            slots: table.as_chunks::<8>().0.iter().map(|pair| u64::from_le_bytes(*pair)).collect(),
            kinds: [[0; 2]; KINDS],
            beside: Vec::new(),
            edge: Share::default(),
            gates: [number(LABELS * LABELS), number(LABELS * LABELS + 1)],
        };
        let kind = |n: usize| n as u8;
        weights.kinds = std::array::from_fn(|n| weights.sum([of_kind(kind(n))]));
        weights.beside = (0..KINDS * KINDS)
            .map(|n| {
                let (one, other) = (kind(n / KINDS), kind(n % KINDS));
                [weights.sum([of_kinds(one, other, 0)[0]]), weights.sum([of_kinds(0, one, other)[1]])]
            })
            .collect();
        weights.edge = weights.share(&EDGE);
        Some(weights)
    }

    /// The same weights, by which every word is looked at in full: for training.
    #[must_use]
    pub fn ungated(mut self) -> Self {
        self.gates = [i16::MIN; 2];
        self
    }

    /// What it is worth that a label follows a label.
    pub fn transitions(&self) -> &[Scores; LABELS] {
        &self.transitions
    }

    /// What a word is worth wherever it stands.
    pub(super) fn share(&self, seen: &Seen) -> Share {
        Share { own: self.sum(of_word(seen)), neighbour: of_neighbour(seen).map(|role| self.sum(role.into_iter().flatten())) }
    }

    /// What the labels of a token of a line are worth.
    ///
    /// Where the word by itself, or it and each of its neighbours, speak clearly against a name, `quick` looks at nothing else and tells none.
    pub(super) fn scores(&self, line: &[Seen], shares: &[Share], i: usize, quick: bool) -> Option<Worth> {
        let w = &line[i];
        if w.never() {
            return None;
        }
        let mut worth = self.kinds[usize::from(w.kind)];
        add(&mut worth, shares[i].own);
        if quick && worth[0].max(worth[1]) < self.gates[0] {
            return None;
        }
        let at = |k: usize| k.checked_sub(2).and_then(|k| Some((line.get(k)?, shares.get(k)?))).unwrap_or((&EDGE, &self.edge));
        let [b2, b1, a1, a2] = [at(i), at(i + 1), at(i + 3), at(i + 4)];
        add(&mut worth, b1.1.neighbour[0]);
        add(&mut worth, a1.1.neighbour[1]);
        add(&mut worth, b2.1.neighbour[2]);
        add(&mut worth, a2.1.neighbour[3]);
        add(&mut worth, self.beside[usize::from(b1.0.kind) * KINDS + usize::from(w.kind)][0]);
        add(&mut worth, self.beside[usize::from(w.kind) * KINDS + usize::from(a1.0.kind)][1]);
        if quick && worth[0].max(worth[1]) < self.gates[1] {
            return None;
        }
        add(&mut worth, self.sum(together([b2.0, b1.0, w, a1.0, a2.0])));
        Some(worth)
    }

    #[inline]
    fn sum(&self, features: impl IntoIterator<Item = Feature>) -> Worth {
        let mut worth = [0; 2];
        for feature in features {
            let (slot, tag) = place(feature);
            // Two neighbouring slots stand for each hash.
            let pair = self.slots[slot / 2].rotate_right(32 * (slot as u32 & 1));
            let found = if pair as u16 == tag {
                pair as u32
            } else if (pair >> 32) as u16 == tag {
                (pair >> 32) as u32
            } else {
                0
            };
            worth[0] += i16::from((found >> 16) as i8);
            worth[1] += i16::from((found >> 24) as i8);
        }
        worth
    }
}

#[inline]
fn add(sum: &mut Worth, more: Worth) {
    sum[0] += more[0];
    sum[1] += more[1];
}

/// The slot and the tag of a feature.
#[inline]
pub fn place(feature: Feature) -> (usize, u16) {
    ((((feature >> 32) * SLOTS as u64) >> 32) as usize, (feature >> 8) as u16 | 1)
}

/// The labels of a stretch that are worth most together; `closed` where a token outside names follows.
pub fn best(scores: &[Scores], transitions: &[Scores; LABELS], closed: bool, labels: &mut [u8], back: &mut Vec<[u8; LABELS]>) {
    const IMPOSSIBLE: i32 = i32::MIN / 2;
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
    if closed {
        worth = std::array::from_fn(|label| worth[label].saturating_add(transitions[label][usize::from(OUT)]));
    }
    let mut label = (0..LABELS).max_by_key(|&l| (worth[l], LABELS - l)).unwrap_or(0) as u8;
    for (slot, from) in labels.iter_mut().zip(&*back).rev() {
        *slot = label;
        label = from[usize::from(label)];
    }
}
