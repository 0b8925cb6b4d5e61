//! How words begin that are looked up, since most words of a text begin otherwise.

/// How a set of phrases begins.
///
/// It holds hashes of each phrase's [`key`](crate::key), one for the letters up to each of the first six, and one for the
/// whole where it is shorter.
///
/// ```
/// let heads = rawi_text::Heads::new([rawi_text::key("گفت و گو")]); // talk
/// assert!(heads.may_begin("گفت".as_bytes()) && heads.may_begin("گفتوگو".as_bytes()));
/// assert!(!heads.may_begin("دیدار".as_bytes())); // meeting
/// ```
#[derive(Clone, Debug)]
pub struct Heads {
    bits: Box<[u64]>,
}

impl Heads {
    /// How many bytes are told apart: six letters.
    pub(crate) const LONG: usize = 12;

    /// The beginnings of some keys.
    pub fn new<S: AsRef<str>>(keys: impl IntoIterator<Item = S>) -> Self {
        let mut hashes: Vec<u32> = Vec::new();
        for key in keys {
            let key = key.as_ref();
            let ends = key.char_indices().map(|(at, c)| at + c.len_utf8());
            hashes.extend(ends.take_while(|&end| end < Self::LONG).chain([key.len()]).map(|end| Self::hash(&key.as_bytes()[..end])));
            if key.len() < Self::LONG {
                hashes.push(Self::whole(Self::hash(key.as_bytes())));
            }
        }
        hashes.sort_unstable();
        hashes.dedup();
        // One bit in sixteen or fewer is set, so that few words are looked up in vain.
        let mut bits = vec![0; (hashes.len() / 4).next_power_of_two()].into_boxed_slice();
        let mask = bits.len() - 1;
        for hash in hashes {
            bits[(hash >> 6) as usize & mask] |= 1 << (hash & 63);
        }
        Self { bits }
    }

    /// Whether a phrase may begin with the folded letters of a token; where none does, this is nearly always told.
    #[inline]
    pub fn may_begin(&self, letters: &[u8]) -> bool {
        letters.is_empty() || self.holds(Self::hash(letters))
    }

    /// Whether a phrase may be no more than these letters, or one that is too long to tell.
    #[inline]
    pub(crate) fn may_be(&self, letters: &[u8]) -> bool {
        letters.is_empty() || letters.len() >= Self::LONG || self.holds(Self::whole(Self::hash(letters)))
    }

    #[inline]
    fn holds(&self, hash: u32) -> bool {
        self.bits[(hash >> 6) as usize & (self.bits.len() - 1)] & 1 << (hash & 63) != 0
    }

    /// Another hash, for a whole phrase.
    #[inline]
    fn whole(hash: u32) -> u32 {
        hash.rotate_left(13) ^ 0x5BD1_E995
    }

    #[inline]
    fn hash(letters: &[u8]) -> u32 {
        let head = &letters[..letters.len().min(Self::LONG)];
        let (first, last) = if let (Some(first), Some(last)) = (head.first_chunk::<8>(), head.last_chunk::<8>()) {
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
        } else if let (Some(first), Some(last)) = (head.first_chunk::<4>(), head.last_chunk::<4>()) {
            (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last)))
        } else {
            (head.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)), 0)
        };
        let mixed =
            (first ^ (head.len() as u64)).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ last.wrapping_mul(0xC2B2_AE3D_27D4_EB4F).rotate_left(29);
        (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
    }
}

impl Default for Heads {
    fn default() -> Self {
        Self::new([""; 0])
    }
}
