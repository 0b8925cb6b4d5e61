//! A piece of the raw text around the words that were found.

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
        // Which word each hit is: a word that is there twice counts once.
        let words: Vec<(&str, bool)> =
            terms.0.iter().flat_map(|t| t.words.iter().enumerate().map(|(i, w)| (w.as_str(), t.open && i + 1 == t.words.len()))).collect();
        let which = |at: usize| {
            let token = tokens.word(at);
            tokens.is_word(at).then(|| words.iter().position(|&(w, open)| token == w || (open && token.starts_with(w)))).flatten()
        };
        let hits: Vec<(usize, usize)> = (0..tokens.len()).filter_map(|at| Some((at, which(at)?))).collect();
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
    fn says_the_beginning_when_nothing_fits() {
        assert_eq!(Snippet::new("یک دو سه", &Terms::new("چهار")).text, "یک دو سه");
        assert_eq!(Snippet::new("", &Terms::new("چهار")), Snippet::default());
    }
}
