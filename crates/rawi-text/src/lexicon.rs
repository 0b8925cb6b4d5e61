//! Words and phrases looked up in a text, however their parts are joined.
//!
//! A phrase is kept as its [`key`](crate::key): folded and without spaces. A look-up walks the letters of the tokens from
//! one token on and across the next, and counts only where a phrase ends with a token. So «گفت و گو», «گفت‌وگو» and
//! «گفتوگو» are one entry, and a text whose non-joiners are lost reads like one that has kept them.

use crate::fold::letters;
use crate::{Heads, TokenKind, Tokens, key};

/// A place of the table in which nothing stands.
const NONE: u32 = u32::MAX;

/// A set of phrases, each with its values.
///
/// The table leads from the hash of a whole phrase to it; a mask of the hashes of all that phrases begin with tells where no
/// longer phrase can follow.
#[derive(Clone, Debug)]
pub struct Lexicon<V> {
    /// How the phrases begin, since most look-ups find nothing.
    heads: Heads,
    /// One bit for each beginning of a phrase that is not the whole.
    beginnings: Box<[u64]>,
    /// The hash of a phrase and its number, each at the first free place from that of its hash on.
    table: Box<[(u32, u32)]>,
    /// The keys of the phrases, one behind the other, and where each ends.
    keys: String,
    ends: Vec<u32>,
    values: Vec<Vec<V>>,
}

/// A phrase found in a text.
#[derive(Debug)]
pub struct Hit<'l, V> {
    /// One past its last token.
    pub end: usize,
    /// What the lexicon says of it: one value for each entry with this form, in the order of the entries.
    pub values: &'l [V],
}

impl<V> Clone for Hit<'_, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Hit<'_, V> {}

impl<V> Default for Lexicon<V> {
    fn default() -> Self {
        Self::new(Vec::<(String, V)>::new())
    }
}

impl<V> Lexicon<V> {
    /// Builds a lexicon of phrases with their values. Phrases without letters are left out.
    pub fn new<S: AsRef<str>>(entries: impl IntoIterator<Item = (S, V)>) -> Self {
        let entries: Vec<(String, V)> = entries.into_iter().map(|(s, v)| (key(s.as_ref()), v)).filter(|(k, _)| !k.is_empty()).collect();
        let letters: usize = entries.iter().map(|(key, _)| key.chars().count()).sum();
        let mut lexicon = Self {
            heads: Heads::new(entries.iter().map(|(key, _)| key)),
            beginnings: vec![0; (letters / 16).next_power_of_two()].into_boxed_slice(),
            table: vec![(0, NONE); (entries.len() * 2 + 1).next_power_of_two()].into_boxed_slice(),
            keys: String::new(),
            ends: Vec::new(),
            values: Vec::new(),
        };
        for (key, value) in entries {
            lexicon.add(&key, value);
        }
        lexicon
    }

    fn add(&mut self, key: &str, value: V) {
        let mut hash = SEED;
        for (n, letter) in key.chars().enumerate() {
            if n > 0 {
                let (word, bit) = self.beginning(hash);
                self.beginnings[word] |= bit;
            }
            hash = with(hash, letter);
        }
        let at = self.place(hash, |known| known == key);
        if self.table[at].1 == NONE {
            self.table[at] = (tag(hash), self.values.len() as u32);
            self.keys.push_str(key);
            self.ends.push(self.keys.len() as u32);
            self.values.push(Vec::with_capacity(1));
        }
        self.values[self.table[at].1 as usize].push(value);
    }

    /// The bit of what letters with this hash begin.
    #[inline]
    fn beginning(&self, hash: u64) -> (usize, u64) {
        ((hash >> 6) as usize & (self.beginnings.len() - 1), 1 << (hash >> 58))
    }

    /// The place of the table where a phrase with this hash stands, or would.
    #[inline]
    fn place(&self, hash: u64, is: impl Fn(&str) -> bool) -> usize {
        let mask = self.table.len() - 1;
        let mut at = (hash >> 6) as usize & mask;
        loop {
            let (found, number) = self.table[at];
            if number == NONE || found == tag(hash) && is(self.key(number)) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn key(&self, number: u32) -> &str {
        let end = |n: usize| self.ends[n] as usize;
        let number = number as usize;
        &self.keys[number.checked_sub(1).map_or(0, end)..end(number)]
    }

    #[inline]
    fn walk(&self, tokens: &Tokens, at: usize, skip: usize, found: impl FnMut(usize, u32)) {
        let Some(letters) = tokens.word(at).as_bytes().get(skip..) else { return };
        if self.heads.may_begin(letters) && (self.heads.may_be(letters) || self.may_go_on(tokens, at, letters)) {
            self.go(tokens, at, skip, found);
        }
    }

    /// Whether a phrase may begin with the folded letters of a token; where none does, this is nearly always told.
    pub fn may_begin(&self, letters: &str) -> bool {
        self.heads.may_begin(letters.as_bytes())
    }

    /// Whether a phrase may begin with these letters and go on with those of the next token.
    fn may_go_on(&self, tokens: &Tokens, at: usize, letters: &[u8]) -> bool {
        if !tokens.is_word(at + 1) {
            return false;
        }
        let mut both = [0; Heads::LONG];
        let mut n = 0;
        for (slot, &byte) in both.iter_mut().zip(letters.iter().chain(tokens.word(at + 1).as_bytes())) {
            *slot = byte;
            n += 1;
        }
        self.heads.may_begin(&both[..n])
    }

    fn go(&self, tokens: &Tokens, at: usize, skip: usize, mut found: impl FnMut(usize, u32)) {
        let letters = |i: usize| {
            let word = tokens.list.get(i).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))?;
            tokens.normal.text[word.normal.range()].get(if i == at { skip } else { 0 }..)
        };
        let mut hash = SEED;
        for i in at.. {
            let Some(word) = letters(i) else { return };
            hash = word.chars().fold(hash, with);
            let is = |mut key: &str| {
                (at..=i).all(|k| letters(k).and_then(|word| key.strip_prefix(word)).map(|rest| key = rest).is_some()) && key.is_empty()
            };
            let (_, number) = self.table[self.place(hash, is)];
            if number != NONE {
                found(i + 1, number);
            }
            let (word, bit) = self.beginning(hash);
            if self.beginnings[word] & bit == 0 {
                return;
            }
        }
    }

    /// The longest phrase that begins at a token, after `skip` bytes of its folded form.
    ///
    /// ```
    /// use rawi_text::{Lexicon, Tokens};
    /// let lexicon = Lexicon::new([("گفت", 1), ("گفت و گو", 2)]); // said, talk
    /// let tokens = Tokens::new("در گفتوگو گفت");
    /// assert_eq!(lexicon.longest(&tokens, 1, 0).unwrap().values, [2]);
    /// assert_eq!(lexicon.longest(&tokens, 2, 0).unwrap().values, [1]);
    /// ```
    pub fn longest(&self, tokens: &Tokens, at: usize, skip: usize) -> Option<Hit<'_, V>> {
        let mut best = None;
        self.walk(tokens, at, skip, |end, value| best = Some((end, value)));
        best.map(|(end, value)| Hit { end, values: &self.values[value as usize] })
    }

    /// All phrases that begin at a token, shortest first.
    pub fn all(&self, tokens: &Tokens, at: usize, skip: usize) -> Vec<Hit<'_, V>> {
        let mut hits = Vec::new();
        self.each(tokens, at, skip, |hit| hits.push(hit));
        hits
    }

    /// Gives each phrase that begins at a token, shortest first.
    pub fn each<'l>(&'l self, tokens: &Tokens, at: usize, skip: usize, mut found: impl FnMut(Hit<'l, V>)) {
        self.walk(tokens, at, skip, |end, value| found(Hit { end, values: &self.values[value as usize] }));
    }

    /// Whether a phrase begins at a token, `skip` bytes into it, for which something holds.
    pub fn any(&self, tokens: &Tokens, at: usize, skip: usize, mut holds: impl FnMut(Hit<'_, V>) -> bool) -> bool {
        let mut any = false;
        self.each(tokens, at, skip, |hit| any = any || holds(hit));
        any
    }

    /// The values of one phrase as a whole.
    pub fn get(&self, phrase: &str) -> &[V] {
        let mut hash = SEED;
        letters(phrase, |letter| hash = with(hash, letter));
        let is = |known: &str| {
            let (mut known, mut same) = (known.chars(), true);
            letters(phrase, |letter| same &= known.next() == Some(letter));
            same && known.next().is_none()
        };
        match self.table[self.place(hash, is)].1 {
            NONE => &[],
            number => &self.values[number as usize],
        }
    }

    /// How many different phrases there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// The hash of no letters.
const SEED: u64 = 0x51_7C_C1_B7_27_22_0A_95;

/// The hash of letters with one more behind them.
#[inline]
fn with(hash: u64, letter: char) -> u64 {
    (hash.rotate_left(23) ^ u64::from(letter)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// What is kept of a hash.
#[inline]
fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_end_with_a_token() {
        let lexicon = Lexicon::new([("وزیر", 1), ("وزیر خارجه", 2), ("وزیر خارجه کشورمان", 3)]);
        let tokens = Tokens::new("وزیر خارجهٔ کشور وزیران");
        let hits: Vec<usize> = lexicon.all(&tokens, 0, 0).iter().map(|h| h.end).collect();
        assert_eq!(hits, [1, 2]);
        assert!(lexicon.longest(&tokens, 3, 0).is_none());
        assert_eq!(lexicon.get("وزير"), [1]);
    }

    #[test]
    fn a_proclitic_is_skipped() {
        let lexicon = Lexicon::new([("قال", ())]);
        let tokens = Tokens::new("وقال");
        assert!(lexicon.longest(&tokens, 0, 0).is_none());
        assert_eq!(lexicon.longest(&tokens, 0, "و".len()).unwrap().end, 1);
    }

    #[test]
    fn every_way_to_cut_a_phrase_is_found() {
        // "the minister of foreign affairs of the Islamic Republic"
        let phrase = "وزير الخارجية في الجمهورية الإسلامية 12";
        let lexicon = Lexicon::new([(phrase, ())]);
        let key: Vec<char> = key(phrase).chars().collect();
        for cut in 1..key.len() {
            let text: String = key[..cut].iter().chain(&[' ']).chain(&key[cut..]).collect();
            assert!(lexicon.longest(&Tokens::new(&text), 0, 0).is_some(), "{text}");
            let glued = format!("و{text}");
            assert!(lexicon.longest(&Tokens::new(&glued), 0, "و".len()).is_some(), "{glued}");
        }
    }
}
