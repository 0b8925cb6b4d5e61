//! What was found out about a word, kept from text to text: most words of a text have stood in one before.

use crate::Tokens;

/// The longest word that is kept, in bytes.
const LONGEST: usize = 24;

/// A table of a fixed size, from words to what was found out about them. A word may put another out of its place; since it is
/// found out anew then, what the table tells depends on nothing but the word.
#[derive(Debug)]
pub struct Memo<V> {
    slots: Vec<Slot<V>>,
}

/// A word's bytes in three numbers.
type Key = (u64, u64, u64);

#[derive(Clone, Debug)]
struct Slot<V> {
    key: Key,
    /// How many bytes the word has; 0 for an empty slot.
    len: u8,
    value: V,
}

impl<V: Copy + Default> Memo<V> {
    /// A table without places: [`Self::grow`] comes first.
    pub const EMPTY: Self = Self { slots: Vec::new() };

    /// Gives the table two to the power of `bits` places, where it has none.
    pub fn grow(&mut self, bits: u32) {
        if self.slots.is_empty() {
            self.slots = vec![Slot { key: (0, 0, 0), len: 0, value: V::default() }; 1 << bits];
        }
    }

    /// What is known of a token's folded form; where nothing is, it is found out.
    #[inline]
    pub fn get(&mut self, tokens: &Tokens, i: usize, find: impl FnOnce(&str) -> V) -> V {
        let word = tokens.word(i);
        let bytes = word.as_bytes();
        if bytes.is_empty() || bytes.len() > LONGEST {
            return find(word);
        }
        let (key, len) = (key(bytes), bytes.len() as u8);
        let mixed = (key.0 ^ key.1.rotate_left(23) ^ key.2.rotate_left(47)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let at = (mixed ^ mixed >> 29) as usize >> 8 & (self.slots.len() - 1);
        let slot = &mut self.slots[at];
        if slot.len != len || slot.key != key {
            *slot = Slot { key, len, value: find(word) };
        }
        slot.value
    }
}

/// All bytes of a word, in numbers that no other word of its length gives.
#[inline]
fn key(bytes: &[u8]) -> Key {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        let middle = bytes.get(8..16).and_then(<[u8]>::first_chunk::<8>).map_or(0, |middle| u64::from_le_bytes(*middle));
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last), middle)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last)), 0)
    } else {
        (bytes.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)), 0, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_table_tells_what_a_large_one_tells() {
        let text =
            "دیدار رئیس جمهوری با وزیر خارجه و دیدار وزیر خارجه با رئیس جمهوری پیش\u{200C}ازاین\u{200C}هانمی\u{200C}شناختندشان".repeat(3);
        let tokens = Tokens::new(&text);
        let (mut small, mut large) = (Memo::EMPTY, Memo::EMPTY);
        small.grow(1);
        large.grow(8);
        for i in 0..tokens.len() {
            let wanted = tokens.word(i).chars().count();
            assert_eq!(small.get(&tokens, i, |w| w.chars().count()), wanted);
            assert_eq!(large.get(&tokens, i, |w| w.chars().count()), wanted);
        }
    }
}
