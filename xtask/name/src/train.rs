//! The averaged perceptron over whole lines, and its weights as a file.

use rawi_actor::name::{BEGIN, HEAD, IN, LABELS, NEVER, OUT, SLOTS, Scores, Seen, best, features, place};

/// A line to learn from.
pub(crate) struct Line {
    pub(crate) seen: Vec<Seen>,
    pub(crate) labels: Vec<u8>,
    /// How often it is shown in one round.
    pub(crate) times: usize,
}

const BITS: u32 = 22;

/// Numbers that look like chance and are always the same.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// Puts other names into a line.
fn rename(line: &mut Line, pool: &[Vec<Seen>], dice: &mut Dice) {
    let mut i = 0;
    while i < line.seen.len() {
        if line.labels[i] != BEGIN {
            i += 1;
            continue;
        }
        let end = (i + 1..line.seen.len()).find(|&k| line.labels[k] != IN).unwrap_or(line.seen.len());
        let name = &pool[dice.below(pool.len())];
        let unknown = dice.below(100) < 33;
        for (n, k) in (i..end).enumerate() {
            // The first words from the head of the other name, the last from its end.
            let word = if end - i == 1 || k + 1 == end { name.len() - 1 } else { n.min(name.len() - 1) };
            line.seen[k] = line.seen[k].with_word(name[word], unknown);
        }
        i = end;
    }
}

/// Weights while they are learnt: of each feature what beginning and going on with a name are worth.
pub(crate) struct Learner {
    weights: Vec<[f32; 2]>,
    sums: Vec<[f32; 2]>,
    features: Vec<u64>,
    transitions: [[f32; LABELS]; LABELS],
    transition_sums: [[f32; LABELS]; LABELS],
    step: f32,
    /// By how much what is right must be better than what is not.
    margin: i32,
}

impl Learner {
    pub(crate) fn new(margin: i32) -> Self {
        let n = 1 << BITS;
        Self {
            weights: vec![[0.0; 2]; n],
            sums: vec![[0.0; 2]; n],
            features: vec![0; n],
            transitions: [[0.0; LABELS]; LABELS],
            transition_sums: [[0.0; LABELS]; LABELS],
            step: 1.0,
            margin,
        }
    }

    /// Learns from the lines, in a shuffled order that is always the same.
    ///
    /// Every other time the names in a line are replaced by others of the pool, so that what stands around them is learnt and not
    /// the names alone; one in three of these are shown as words of which nothing is known.
    pub(crate) fn learn(&mut self, lines: &[Line], pool: &[Vec<Seen>], rounds: usize) {
        let mut order: Vec<usize> = lines.iter().enumerate().flat_map(|(i, l)| std::iter::repeat_n(i, l.times)).collect();
        let mut dice = Dice(7);
        let mut other = Line { seen: Vec::new(), labels: Vec::new(), times: 1 };
        let (mut labels, mut back) = (Vec::new(), Vec::new());
        for round in 0..rounds {
            for i in (1..order.len()).rev() {
                order.swap(i, dice.below(i + 1));
            }
            let mut wrong = 0;
            for &n in &order {
                let mut line = &lines[n];
                if !pool.is_empty() && line.labels.contains(&BEGIN) && dice.below(100) < 50 {
                    other.seen.clone_from(&line.seen);
                    other.labels.clone_from(&line.labels);
                    rename(&mut other, pool, &mut dice);
                    line = &other;
                }
                wrong += usize::from(self.show(line, &mut labels, &mut back));
            }
            println!("round {round}: {wrong} of {} lines wrong", order.len());
        }
    }

    fn show(&mut self, line: &Line, labels: &mut Vec<u8>, back: &mut Vec<[u8; LABELS]>) -> bool {
        let all: Vec<_> = (0..line.seen.len()).map(|i| features(&line.seen, i)).collect();
        let scores: Vec<Scores> = all
            .iter()
            .zip(&line.seen)
            .zip(&line.labels)
            .map(|((own, seen), &right)| {
                if seen.never() {
                    return [0, NEVER, NEVER];
                }
                let mut sum = [0.0; 2];
                for &f in own {
                    let w = self.weights[(f >> (64 - BITS)) as usize];
                    sum[0] += w[0];
                    sum[1] += w[1];
                }
                let mut scores = [0, sum[0] as i32, sum[1] as i32];
                scores[usize::from(right)] -= self.margin;
                scores
            })
            .collect();
        let transitions: [Scores; LABELS] = self.transitions.map(|row| row.map(|t| t as i32));
        labels.resize(scores.len(), OUT);
        best(&scores, &transitions, false, labels, back);
        self.step += 1.0;
        if *labels == line.labels {
            return false;
        }
        let (mut said_before, mut true_before) = (OUT, OUT);
        for (i, own) in all.iter().enumerate() {
            let (said, right) = (labels[i], line.labels[i]);
            if said != right {
                for &f in own {
                    let slot = (f >> (64 - BITS)) as usize;
                    self.features[slot] = f;
                    for (label, sign) in [(right, 1.0), (said, -1.0)] {
                        if label != OUT {
                            self.weights[slot][usize::from(label) - 1] += sign;
                            self.sums[slot][usize::from(label) - 1] += sign * self.step;
                        }
                    }
                }
            }
            if (said_before, said) != (true_before, right) {
                for (from, to, sign) in [(true_before, right, 1.0), (said_before, said, -1.0)] {
                    self.transitions[usize::from(from)][usize::from(to)] += sign;
                    self.transition_sums[usize::from(from)][usize::from(to)] += sign * self.step;
                }
            }
            (said_before, true_before) = (said, right);
        }
        true
    }

    /// The weights as a file: averaged, rounded, the greatest first where two want one place. `bias` is added to the worth of each
    /// token of a name.
    pub(crate) fn file(&self, bias: i32, gates: [i16; 2]) -> Vec<u8> {
        let mean = |w: f32, sum: f32| w - sum / self.step;
        let mut kept: Vec<(f32, u64, [f32; 2])> = (0..self.weights.len())
            .map(|slot| {
                let pair = [0, 1].map(|l| mean(self.weights[slot][l], self.sums[slot][l]));
                (pair[0].abs().max(pair[1].abs()), self.features[slot], pair)
            })
            .filter(|k| k.0 > 0.0)
            .collect();
        kept.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        // All but the very greatest weights fit the scale; those are cut.
        let scale = 127.0 / kept.get(kept.len() / 3000).map_or(1.0, |k| k.0);
        let mut bytes = vec![0; HEAD + 4 * SLOTS];
        for from in 0..LABELS {
            for to in 0..LABELS {
                let mean = mean(self.transitions[from][to], self.transition_sums[from][to]);
                let at = 2 * (from * LABELS + to);
                let bias = if to == usize::from(OUT) { 0 } else { bias as i16 };
                bytes[at..at + 2].copy_from_slice(&((mean * scale).round() as i16 + bias).to_le_bytes());
            }
        }
        for (n, gate) in gates.into_iter().enumerate() {
            let at = HEAD - 4 + 2 * n;
            bytes[at..at + 2].copy_from_slice(&gate.to_le_bytes());
        }
        let (mut placed, mut lost) = (0, 0);
        for (_, feature, pair) in &kept {
            let [begin, inside] = pair.map(|w| (w * scale).round().clamp(-127.0, 127.0) as i8);
            if begin == 0 && inside == 0 {
                continue;
            }
            let (slot, tag) = place(*feature);
            let free = [slot, slot ^ 1].into_iter().map(|s| HEAD + 4 * s).find(|&at| bytes[at..at + 2] == [0, 0]);
            match free {
                Some(at) => {
                    bytes[at..at + 2].copy_from_slice(&tag.to_le_bytes());
                    bytes[at + 2] = begin.cast_unsigned();
                    bytes[at + 3] = inside.cast_unsigned();
                    placed += 1;
                }
                None => lost += 1,
            }
        }
        println!("{} features, {placed} kept, {lost} without a place, scale {scale:.2}", kept.len());
        bytes
    }
}

/// The labels of a line of tokens by the names in it.
pub(crate) fn labels(tokens: std::ops::Range<usize>, names: &[std::ops::Range<usize>]) -> Vec<u8> {
    let mut labels = vec![OUT; tokens.len()];
    for name in names {
        for i in name.clone().filter(|i| tokens.contains(i)) {
            labels[i - tokens.start] = if i == name.start || i == tokens.start { BEGIN } else { IN };
        }
    }
    labels
}
