//! A piece of the raw text around the words that were found.

use std::collections::BTreeMap;

use rawi_text::{ByteSpan, CharIndex, CharSpan, Tokens};
use serde::Serialize;

use crate::words::Terms;

/// A piece of a document's text, as it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// Where it stands.
    #[serde(flatten)]
    pub span: CharSpan,
    /// The words there.
    pub text: String,
    /// Where, in the document's text, the words stand that were searched for.
    pub hits: Vec<CharSpan>,
}

/// Tokens before the first hit and in the whole piece.
const BEFORE: usize = 8;
const WHOLE: usize = 40;

impl Snippet {
    /// The piece that shows the most of the words, the first of several; the text's beginning when it shows none.
    pub(crate) fn new(text: &str, terms: &Terms) -> Self {
        let tokens = Tokens::new(text);
        // Which term each hit is of: a word that is there twice counts once.
        let mut hits: Vec<(usize, usize)> = Vec::new();
        let forms = Forms::new(terms);
        for at in (0..tokens.len()).filter(|&at| tokens.is_word(at)) {
            for (term, places) in forms.at(&tokens, at) {
                hits.extend(places.into_iter().map(|place| (place, term)));
            }
        }
        hits.sort_unstable();
        hits.dedup_by_key(|h| h.0);
        let shown = |first: usize| {
            let end = hits[first].0 + WHOLE - BEFORE;
            let mut seen: Vec<usize> = hits[first..].iter().take_while(|h| h.0 < end).map(|h| h.1).collect();
            seen.sort_unstable();
            seen.dedup();
            seen.len()
        };
        let best = (0..hits.len()).max_by_key(|&i| (shown(i), std::cmp::Reverse(i)));
        let from = best.map_or(0, |i| hits[i].0.saturating_sub(BEFORE));
        let to = (from + WHOLE).min(tokens.len());
        let index = CharIndex::new(text);
        let piece = tokens.span(from..to);
        let hits = hits.iter().filter(|h| (from..to).contains(&h.0)).map(|h| index.chars(tokens.list[h.0].raw)).collect();
        let text = piece.of(text).to_owned();
        let span = if text.is_empty() { CharSpan::default() } else { index.chars(ByteSpan { start: piece.start, end: piece.end }) };
        Self { span, text, hits }
    }

    /// The piece cut at its hits: each part's words, and whether they were searched for.
    pub fn parts(&self) -> Vec<(String, bool)> {
        let chars: Vec<char> = self.text.chars().collect();
        let mut parts = Vec::new();
        let mut at = 0;
        let mut push = |from: usize, to: usize, hit: bool| {
            if let Some(piece) = chars.get(from..to).filter(|p| !p.is_empty()) {
                parts.push((piece.iter().collect(), hit));
            }
        };
        for hit in &self.hits {
            let start = hit.start.saturating_sub(self.span.start) as usize;
            let end = hit.end.saturating_sub(self.span.start) as usize;
            if start < at {
                continue;
            }
            push(at, start, false);
            push(start, end, true);
            at = end;
        }
        push(at, chars.len(), false);
        parts
    }
}

/// The forms of all terms, by their first word.
struct Forms<'t> {
    by_word: BTreeMap<&'t str, Vec<(usize, &'t [String])>>,
    /// Words that may go on, with their terms.
    open: Vec<(usize, &'t [String])>,
}

impl<'t> Forms<'t> {
    fn new(terms: &'t Terms) -> Self {
        let mut forms = Self { by_word: BTreeMap::new(), open: Vec::new() };
        for (number, term) in terms.0.iter().enumerate() {
            if term.open {
                forms.open.push((number, &term.words));
                continue;
            }
            for words in std::iter::once(&term.words).chain(&term.forms) {
                if let Some(first) = words.first() {
                    forms.by_word.entry(first).or_default().push((number, words));
                }
            }
        }
        forms
    }

    /// The terms that stand at a token, each with its tokens.
    fn at(&self, tokens: &Tokens, at: usize) -> Vec<(usize, Vec<usize>)> {
        let closed =
            self.by_word.get(tokens.word(at)).into_iter().flatten().filter_map(|&(n, words)| Some((n, stands(tokens, at, words, false)?)));
        let open = self.open.iter().filter_map(|&(n, words)| Some((n, stands(tokens, at, words, true)?)));
        closed.chain(open).collect()
    }
}

/// The tokens of words that follow one another from a token on, whatever marks are between them.
fn stands(tokens: &Tokens, at: usize, words: &[String], open: bool) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(words.len());
    let mut next = at;
    for (i, word) in words.iter().enumerate() {
        while next < tokens.len() && !tokens.is_word(next) {
            next += 1;
        }
        let token = tokens.word(next);
        if !(token == word || (open && i + 1 == words.len() && token.starts_with(word.as_str()))) {
            return None;
        }
        places.push(next);
        next += 1;
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_place_with_most_words() {
        // "water … the river's water is little, says the minister"
        let text = format!("آب {}آبِ رودخانه كم است، می\u{200C}گوید وزیر.", "و باز هم ".repeat(30));
        let snippet = Snippet::new(&text, &Terms::new("رودخانه آب"));
        assert_eq!(snippet.span.of(&text), snippet.text);
        let hits: Vec<&str> = snippet.hits.iter().map(|h| h.of(&text)).collect();
        assert_eq!(hits, ["آب", "رودخانه"]);
        let joined: String = snippet.parts().iter().map(|p| p.0.as_str()).collect();
        assert_eq!(joined, snippet.text);
    }

    #[test]
    fn shows_other_forms_too() {
        let text = "زار الوزير مدرسة للبنات.\u{200F} كتاب\u{200C}های تازه"; // "the minister visited a girls' school. new books"
        let snippet = Snippet::new(text, &Terms::new("وزير کتاب"));
        let hits: Vec<&str> = snippet.hits.iter().map(|h| h.of(text)).collect();
        assert_eq!(hits, ["الوزير", "كتاب\u{200C}های"]);
    }

    #[test]
    fn says_the_beginning_when_nothing_fits() {
        assert_eq!(Snippet::new("یک دو سه", &Terms::new("چهار")).text, "یک دو سه");
        assert_eq!(Snippet::new("", &Terms::new("چهار")), Snippet::default());
    }
}
