//! Where a glued word is cut that no text has shown: by its prefix, its endings and the words that are left.

use super::letter::Hash;
use super::piece::Letters;
use super::table::{AFTER_HE, DEGREE, ENDING, HABIT, OPENING, PLURAL, SEEN, STEM, Table, VERB, VERBAL, Word, ending_key};

/// A first or last piece joins an unseen word where at least this share of the words it was seen with are joined.
const READY: f32 = 0.85;
/// How many pieces are cut off one after another.
const DEPTH: u32 = 3;

impl Table {
    /// What is known of a piece, and where it is cut until none of its parts would be cut again.
    pub(super) fn look(&self, hash: Hash, length: u32, bytes: &[u8]) -> Word {
        let found = self.words.get(hash);
        if let Some(word) = found
            && word.cuts == 0
            && settles(word, length as usize)
        {
            return word;
        }
        if length < 4 || length as usize > Letters::MOST {
            return Word { cuts: 0, ..found.unwrap_or_default() };
        }
        let Some(letters) = Letters::of(bytes) else { return Word::default() };
        let mut word = self.look_part(&letters, 0, letters.len());
        let mut open = word.cuts;
        while open != 0 {
            let before = word.cuts;
            let mut from = 0;
            for to in (1..=letters.len()).filter(|&to| to == letters.len() || before >> to & 1 == 1) {
                word.cuts |= self.look_part(&letters, from, to).cuts;
                from = to;
            }
            open = word.cuts & !before;
        }
        word
    }

    /// What is known of a part by itself.
    fn look_part(&self, letters: &Letters, from: usize, to: usize) -> Word {
        let found = self.words.get(letters.part(from, to));
        if let Some(word) = found
            && settles(word, to - from)
        {
            return Word { cuts: word.cuts << from, ..word };
        }
        let cut = if self.is_verb(letters, from, to) { None } else { self.cut(letters, from, to, 0) };
        let cut = cut.unwrap_or_default();
        Word { cuts: cut.cuts, flags: cut.flags | found.map_or(0, |w| w.flags) }
    }

    /// What is known of a part, else where it would be cut.
    fn part(&self, letters: &Letters, from: usize, to: usize, depth: u32) -> Option<Word> {
        match self.words.get(letters.part(from, to)) {
            Some(word) if word.flags & (STEM | SEEN) != 0 => Some(Word { cuts: word.cuts.checked_shl(from as u32).unwrap_or(0), ..word }),
            _ => self.cut(letters, from, to, depth + 1),
        }
    }

    fn cut(&self, letters: &Letters, from: usize, to: usize, depth: u32) -> Option<Word> {
        if to - from < 4 || depth > DEPTH {
            return None;
        }
        if let Some(word) = self.cut_verb(letters, from, to) {
            return Some(word);
        }
        let mut best = (0.0, None);
        for at in from + 1..to {
            let after_he = letters.before(at) == self.he;
            let (first, last) = (letters.part(from, at), letters.part(at, to));
            let last_flags = self.words.get(last).map_or(0, |w| w.flags);
            let ready = if last_flags & ENDING == 0 || to - at == 1 {
                0.0
            } else {
                self.endings.get(ending_key(last, after_he)).map_or(0.0, |r| r.glued)
            };
            if ready > best.0
                && ready >= READY
                && let Some(stem) = self.part(letters, from, at, depth).filter(|w| w.cuts != 0 || w.flags & STEM != 0)
            {
                let plain = !after_he && last_flags & (PLURAL | DEGREE | AFTER_HE) != 0 && stem.cuts == 0;
                best = (ready, Some(Word { cuts: stem.cuts | 1 << at, flags: if plain { HABIT } else { 0 } }));
                continue;
            }
            // The ending of a plural is sure after another he.
            if last_flags & PLURAL != 0 && best.1.is_none() && after_he && at - from > 1 {
                best = (READY - 0.1, Some(Word { cuts: 1 << at, flags: 0 }));
            }
            if to - at > 1 {
                let ready = self.words.get(first).filter(|w| w.flags & OPENING != 0);
                let ready = ready.and_then(|_| self.openings.get(first)).map_or(0.0, |r| r.glued);
                if ready > best.0 && ready >= READY && self.words.get(last).is_some_and(|w| w.flags & STEM != 0 && w.cuts == 0) {
                    best = (ready, Some(Word { cuts: 1 << at, flags: 0 }));
                }
            }
        }
        best.1
    }

    /// «می‌گزینیم» (we choose): the prefix of the present before a form of a known verb.
    fn cut_verb(&self, letters: &Letters, from: usize, to: usize) -> Option<Word> {
        self.verbal.iter().find_map(|&(length, prefix)| {
            let at = from + length;
            let fits = at < to && letters.part(from, at) == prefix && self.is_verb(letters, at, to);
            fits.then_some(Word { cuts: 1 << at, flags: 0 })
        })
    }

    /// Whether the letters are a form that may follow the prefix of the present.
    pub(super) fn is_verb(&self, letters: &Letters, from: usize, to: usize) -> bool {
        let seen = |hash: Hash| self.words.get(hash).is_some_and(|w| w.flags & VERB != 0);
        seen(letters.part(from, to))
            || self.verb_endings.iter().any(|&(length, ending)| {
                to - from >= length + 2
                    && letters.part(to - length, to) == ending
                    && self.stems.get(letters.part(from, to - length)).is_some()
            })
    }
}

/// Whether the table's word for a piece of so many letters is all there is to say.
fn settles(word: Word, length: usize) -> bool {
    length < 4 || word.flags & (SEEN | STEM | VERB | VERBAL | PLURAL | DEGREE | AFTER_HE) != 0
}
