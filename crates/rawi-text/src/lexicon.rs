//! Words and phrases looked up in a text, however their parts are joined.
//!
//! A phrase is kept as its [`key`](crate::key): folded and without spaces. A look-up walks the letters of the tokens from
//! one token on and across the next, and counts only where a phrase ends with a token. So «گفت و گو», «گفت‌وگو» and
//! «گفتوگو» are one entry, and a text whose non-joiners are lost reads like one that has kept them.

use crate::{Heads, TokenKind, Tokens, key};

const NONE: u32 = u32::MAX;

#[derive(Clone, Debug)]
struct Node {
    first: u32,
    count: u32,
    value: u32,
}

/// A set of phrases, each with its values.
#[derive(Clone, Debug)]
pub struct Lexicon<V> {
    /// How the phrases begin, since most look-ups find nothing.
    heads: Heads,
    nodes: Vec<Node>,
    edges: Vec<(char, u32)>,
    /// The children of the root by the last byte of an Arabic letter, since every look-up begins there.
    root: Box<[u32; 256]>,
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
        let mut keyed: Vec<(Vec<char>, V)> = entries
            .into_iter()
            .map(|(s, v)| (key(s.as_ref()).chars().collect(), v))
            .filter(|(k, _): &(Vec<char>, V)| !k.is_empty())
            .collect();
        keyed.sort_by(|a, b| a.0.cmp(&b.0));
        let mut keys: Vec<Vec<char>> = Vec::new();
        let mut values: Vec<Vec<V>> = Vec::new();
        for (k, v) in keyed {
            if keys.last() == Some(&k) {
                if let Some(last) = values.last_mut() {
                    last.push(v);
                }
            } else {
                keys.push(k);
                values.push(vec![v]);
            }
        }
        let mut lexicon = Self {
            heads: Heads::new(keys.iter().map(|key| key.iter().collect::<String>())),
            nodes: vec![Node { first: 0, count: 0, value: NONE }],
            edges: Vec::new(),
            root: Box::new([NONE; 256]),
            values,
        };
        // Breadth first: each job is a node and the range of sorted keys that share its prefix.
        let mut jobs = std::collections::VecDeque::from([(0usize, 0..keys.len(), 0usize)]);
        while let Some((node, range, depth)) = jobs.pop_front() {
            let mut at = range.start;
            if at < range.end && keys[at].len() == depth {
                lexicon.nodes[node].value = at as u32;
                at += 1;
            }
            let first = lexicon.edges.len();
            while at < range.end {
                let c = keys[at][depth];
                let upto = at + keys[at..range.end].partition_point(|k| k[depth] <= c);
                let child = lexicon.nodes.len();
                lexicon.nodes.push(Node { first: 0, count: 0, value: NONE });
                lexicon.edges.push((c, child as u32));
                jobs.push_back((child, at..upto, depth + 1));
                at = upto;
            }
            lexicon.nodes[node].first = first as u32;
            lexicon.nodes[node].count = (lexicon.edges.len() - first) as u32;
        }
        for &(c, child) in &lexicon.edges[..lexicon.nodes[0].count as usize] {
            if let Some(at) = root_place(c) {
                lexicon.root[at] = child;
            }
        }
        lexicon
    }

    #[inline]
    fn step(&self, node: u32, c: char) -> Option<u32> {
        if node == 0
            && let Some(at) = root_place(c)
        {
            return Some(self.root[at]).filter(|&child| child != NONE);
        }
        let Node { first, count, .. } = self.nodes[node as usize];
        let edges = &self.edges[first as usize..(first + count) as usize];
        if count <= 8 {
            return edges.iter().find(|e| e.0 == c).map(|e| e.1);
        }
        edges.binary_search_by_key(&c, |e| e.0).ok().map(|i| edges[i].1)
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
        let mut node = 0;
        let mut skip = skip;
        for (i, token) in tokens.list.iter().enumerate().skip(at) {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                return;
            }
            let Some(letters) = tokens.normal.text[token.normal.range()].get(skip..) else { return };
            skip = 0;
            for c in letters.chars() {
                match self.step(node, c) {
                    Some(next) => node = next,
                    None => return,
                }
            }
            let value = self.nodes[node as usize].value;
            if value != NONE {
                found(i + 1, value);
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

    /// The values of one phrase as a whole.
    pub fn get(&self, phrase: &str) -> &[V] {
        let mut node = 0;
        for c in key(phrase).chars() {
            match self.step(node, c) {
                Some(next) => node = next,
                None => return &[],
            }
        }
        match self.nodes[node as usize].value {
            NONE => &[],
            value => &self.values[value as usize],
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

/// The place of a letter of the Arabic block in the table of the root.
fn root_place(c: char) -> Option<usize> {
    let at = u32::from(c).wrapping_sub(0x600);
    (at < 256).then_some(at as usize)
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
