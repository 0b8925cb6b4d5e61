//! A table by hash: no look-up allocates, and nearly every one touches one place.

use super::letter::Hash;

/// Values by the hash of a word.
#[derive(Debug)]
pub(super) struct Hashed<V> {
    slots: Vec<(u64, V)>,
    used: usize,
}

/// The key of an empty slot; the hash of no letters.
const EMPTY: u64 = 0;

impl<V: Copy + Default> Hashed<V> {
    /// A table for about so many.
    pub(super) fn new(count: usize) -> Self {
        Self { slots: vec![(EMPTY, V::default()); (count * 2).next_power_of_two().max(16)], used: 0 }
    }

    fn place(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key ^ (key >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) as usize >> 20 & mask;
        while self.slots[at].0 != key && self.slots[at].0 != EMPTY {
            at = (at + 1) & mask;
        }
        at
    }

    /// What is known of a word.
    pub(super) fn get(&self, key: Hash) -> Option<V> {
        let (found, value) = self.slots[self.place(key.0)];
        (found != EMPTY).then_some(value)
    }

    /// The value of a word, made if there was none.
    pub(super) fn entry(&mut self, key: Hash) -> &mut V {
        if self.used * 4 >= self.slots.len() * 3 {
            let double = vec![(EMPTY, V::default()); self.slots.len() * 2];
            let old = std::mem::replace(&mut self.slots, double);
            for (key, value) in old.into_iter().filter(|slot| slot.0 != EMPTY) {
                let at = self.place(key);
                self.slots[at] = (key, value);
            }
        }
        let at = self.place(key.0);
        if self.slots[at].0 == EMPTY {
            self.used += 1;
            self.slots[at].0 = key.0;
        }
        &mut self.slots[at].1
    }
}
