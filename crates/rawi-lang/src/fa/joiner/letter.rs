//! Letters as numbers: what a word is known by, whichever keyboard typed it and whatever marks it has.

/// What stands between words.
pub(super) const OTHER: u8 = 0;
/// A vowel mark or the elongation stroke: it belongs to its word and changes nothing.
pub(super) const MARK: u8 = 1;

/// Where the Arabic block begins.
const BLOCK: u32 = 0x600;

static CODES: [u8; 256] = codes();

const fn codes() -> [u8; 256] {
    let mut codes = [OTHER; 256];
    let mut at = 0;
    while at < 256 {
        codes[at] = code_of(BLOCK + at as u32);
        at += 1;
    }
    codes
}

const fn code_of(c: u32) -> u8 {
    match c {
        0x640 | 0x64B..=0x65F | 0x670 => MARK,
        0x64A | 0x649 => 0xCC, // yeh
        0x643 => 0xA9,         // kaf
        0x623 | 0x671 => 0x27, // alef
        0x6C0 => 0x47,         // heh
        0x624 => 0x48,         // waw
        0x621..=0x63F | 0x641..=0x648 | 0x671..=0x6D3 | 0x6D5 | 0x6EE | 0x6EF | 0x6FA..=0x6FC | 0x6FF => (c - BLOCK) as u8,
        _ => OTHER,
    }
}

/// The code of a letter of the Arabic block by its two bytes.
pub(super) fn code(first: u8, second: u8) -> u8 {
    CODES[usize::from(first.wrapping_sub(0xD8) & 3) << 6 | usize::from(second & 0x3F)]
}

/// Whether a byte begins a letter of the Arabic block.
pub(super) fn is_lead(byte: u8) -> bool {
    (0xD8..=0xDB).contains(&byte)
}

/// What letters tell of the language of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(pub(super) u8);

impl Signs {
    /// A letter that Arabic has not.
    pub(super) const PERSIAN: u8 = 1;
    /// A letter that Persian has not, or that an Arabic keyboard wrote.
    pub(super) const FOREIGN: u8 = 2;

    /// What one letter tells.
    pub(super) fn of(first: u8, second: u8) -> u8 {
        SIGNS[usize::from(first.wrapping_sub(0xD8) & 3) << 6 | usize::from(second & 0x3F)]
    }

    pub(super) fn surely_persian(self) -> bool {
        self.0 == Self::PERSIAN
    }
}

static SIGNS: [u8; 256] = signs();

const fn signs() -> [u8; 256] {
    let mut signs = [0; 256];
    let mut at = 0;
    while at < 256 {
        signs[at] = match BLOCK + at as u32 {
            0x67E | 0x686 | 0x698 | 0x6A9 | 0x6AF | 0x6CC => Signs::PERSIAN,
            0x625 | 0x629 | 0x643 | 0x649 | 0x64A => Signs::FOREIGN,
            0x671..=0x6D3 | 0x6D5 | 0x6EE..=0x6EF | 0x6FA..=0x6FF if BLOCK + at as u32 != 0x6C0 => Signs::FOREIGN,
            _ => 0,
        };
        at += 1;
    }
    signs
}

/// A number for a run of letters, made letter by letter, so that the number of a part follows from two others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hash(pub(super) u64);

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hash {
    /// With one letter more.
    pub(super) fn with(self, code: u8) -> Self {
        Self(self.0.wrapping_mul(STEP).wrapping_add(u64::from(code)))
    }

    /// What is left when the run `head` is taken from the front, and `power` is [`power`] of the letters left.
    pub(super) fn without(self, head: Self, power: u64) -> Self {
        Self(self.0.wrapping_sub(head.0.wrapping_mul(power)))
    }

    /// Two runs side by side.
    pub(super) fn beside(self, next: Self) -> Self {
        Self((self.0 ^ 0x5851_F42D_4C95_7F2D).wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(31) ^ next.0)
    }

    /// Of a word of the data.
    pub(super) fn of(word: &str) -> Self {
        word.as_bytes().chunks_exact(2).fold(Self::default(), |hash, pair| hash.with(code(pair[0], pair[1])))
    }
}

/// The step of so many letters.
pub(super) fn power(letters: usize) -> u64 {
    (0..letters).fold(1, |power: u64, _| power.wrapping_mul(STEP))
}
