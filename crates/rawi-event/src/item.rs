//! Copies: the words of one agency item, printed by many.

use std::collections::BTreeSet;

use rawi_text::{CharSpan, Tokens};

/// Words of a run whose sameness counts.
const RUN: usize = 4;
/// Words around each place that tells of a contact.
const BEFORE: usize = 12;
const AFTER: usize = 48;
/// Places that are looked at.
const PLACES: usize = 3;
/// Of two texts, how much of the smaller one must stand in the other.
const SHARE: (usize, usize) = (1, 2);
/// Runs that a text must have to be compared at all.
const LEAST: usize = 8;

/// The runs of words around some places of a text, as numbers in order.
///
/// Runs are of folded words, so that a copy with other letters or marks is the same.
///
/// ```
/// use rawi_event::{copies, sketch};
/// use rawi_text::CharSpan;
/// let one = "استقبل وزير المياه سالم الوادي اليوم نظيره الوزير ناصر الصافي في مكتبه بالعاصمة وبحثا مياه النهر المشترك";
/// let two = format!("خاص. {one}.");
/// let at = [CharSpan { start: 0, end: 6 }];
/// assert!(copies(&sketch(one, &at), &sketch(&two, &at)));
/// ```
pub fn sketch(text: &str, places: &[CharSpan]) -> Vec<u32> {
    let mut runs = BTreeSet::new();
    for place in places.iter().take(PLACES) {
        let piece = around(text, *place);
        let tokens = Tokens::new(piece);
        let words: Vec<&str> = (0..tokens.len()).filter(|&i| tokens.is_word(i)).map(|i| tokens.word(i)).collect();
        runs.extend(words.windows(RUN).map(number));
    }
    runs.into_iter().collect()
}

/// Whether two texts are copies of one, by their sketches.
pub fn copies(one: &[u32], other: &[u32]) -> bool {
    let least = one.len().min(other.len());
    // A caption says too little to be compared, unless it is the same.
    if least < LEAST {
        return least > 0 && one == other;
    }
    let (mut shared, mut i, mut j) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        shared += usize::from(a == b);
        (i, j) = (i + usize::from(a <= b), j + usize::from(b <= a));
    }
    shared * SHARE.1 >= least * SHARE.0
}

/// The text around a place: so many words before its start and after it.
fn around(text: &str, place: CharSpan) -> &str {
    let start = text.char_indices().nth(place.start as usize).map_or(text.len(), |(at, _)| at);
    let (head, tail) = text.split_at(start);
    let from = head.rmatch_indices(char::is_whitespace).nth(BEFORE).map_or(0, |(at, _)| at);
    let to = tail.match_indices(char::is_whitespace).nth(AFTER).map_or(text.len(), |(at, _)| start + at);
    text.get(from..to).unwrap_or("")
}

/// A number for a run of words: FNV-1a, the same on every machine.
fn number(words: &[&str]) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    for byte in words.iter().flat_map(|w| w.bytes().chain([b' '])) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}
