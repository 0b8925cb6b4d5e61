//! Tokens: the words, numbers and marks of a text, each with its folded form and its place.

use std::ops::Range;

use crate::{ByteSpan, Normal};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// One mark of punctuation or one symbol; in the folded text it stands for itself.
    Mark(char),
    /// The end of a line.
    Break,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place in the raw text.
    pub raw: ByteSpan,
    /// Its place in the folded text.
    pub normal: ByteSpan,
    /// What it is.
    pub kind: TokenKind,
}

/// Whether a folded word begins with a particle: `starts_with` for a letter or two, without a call.
#[inline]
pub fn begins(word: &str, particle: &str) -> bool {
    word.len() >= particle.len() && word.bytes().zip(particle.bytes()).all(|(a, b)| a == b)
}

/// What stands behind a particle with which a folded word begins: `strip_prefix` without a call.
///
/// ```
/// assert_eq!(rawi_text::behind("وقال", "و"), Some("قال")); // "and he said"
/// ```
#[inline]
pub fn behind<'w>(word: &'w str, particle: &str) -> Option<&'w str> {
    if begins(word, particle) { word.get(particle.len()..) } else { None }
}

/// Whether a word ends with an ending of a few letters: `ends_with` without a call.
///
/// ```
/// assert!(rawi_text::ends("وزیران", "ان")); // "ministers"
/// ```
#[inline]
pub fn ends(word: &str, ending: &str) -> bool {
    word.len() >= ending.len() && word.bytes().rev().zip(ending.bytes().rev()).all(|(a, b)| a == b)
}

/// A text cut into tokens.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// The folded text.
    pub normal: Normal,
    /// The tokens in order; spaces are between them.
    pub list: Vec<Token>,
}

impl Tokens {
    /// Cuts a text.
    ///
    /// ```
    /// use rawi_text::Tokens;
    /// let tokens = Tokens::new("وی گفت: «می\u{200C}آییم»"); // he said: "we come"
    /// assert_eq!(tokens.len(), 6);
    /// assert_eq!(tokens.word(4), "میاییم");
    /// ```
    pub fn new(raw: &str) -> Self {
        let normal = Normal::new(raw);
        let kinds = kinds();
        let kind_of = |c: char| kinds.get(c as usize).copied().unwrap_or_else(|| kind_of(c));
        let mut list = Vec::with_capacity(raw.len() / 8);
        let mut piece = 0;
        let mut chars = normal.text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let Some(kind) = kind_of(c) else { continue };
            let mut end = start + c.len_utf8();
            if matches!(kind, TokenKind::Word | TokenKind::Number) {
                while let Some(&(at, next)) = chars.peek() {
                    if kind_of(next) != Some(kind) {
                        break;
                    }
                    end = at + next.len_utf8();
                    chars.next();
                }
            }
            let span = ByteSpan::new(start..end);
            list.push(Token { raw: normal.raw_behind(span, &mut piece), normal: span, kind });
        }
        if normal.text.contains(LINE_END) {
            list = with_line_ends(&normal, &list);
        }
        if normal.text.contains('#') {
            list = without_inline_tags(&list);
        }
        mend_lines(&normal, &mut list);
        Self { normal, list }
    }

    /// How many tokens there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The folded form of a token; empty past the end.
    #[inline]
    pub fn word(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |t| &self.normal.text[t.normal.range()])
    }

    /// The kind of a token; a line's end past the end.
    #[inline]
    pub fn kind(&self, at: usize) -> TokenKind {
        self.list.get(at).map_or(TokenKind::Break, |t| t.kind)
    }

    /// Whether a token is a word or a number.
    #[inline]
    pub fn is_word(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Word | TokenKind::Number)
    }

    /// Whether a token is this mark.
    #[inline]
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.kind(at) == TokenKind::Mark(mark)
    }

    /// The raw span from the first to the last token of a range; empty at the range's start when it holds none.
    pub fn span(&self, range: Range<usize>) -> ByteSpan {
        let end = range.end.min(self.len());
        if range.start >= end {
            let at = self.list.get(range.start).map_or_else(|| self.list.last().map_or(0, |t| t.raw.end), |t| t.raw.start);
            return ByteSpan { start: at, end: at };
        }
        ByteSpan { start: self.list[range.start].raw.start, end: self.list[end - 1].raw.end }
    }

    /// The tokens whose places lie in a raw span.
    pub fn within(&self, raw: ByteSpan) -> Range<usize> {
        let start = self.list.partition_point(|t| t.raw.start < raw.start);
        let end = self.list.partition_point(|t| t.raw.end <= raw.end);
        start..end.max(start)
    }

    /// The raw place of a token without its first bytes of folded text, as when a proclitic is taken off.
    pub fn raw_from(&self, at: usize, skip: usize) -> u32 {
        let Some(token) = self.list.get(at) else { return self.span(at..at).start };
        self.normal.raw(ByteSpan { start: token.normal.start + skip as u32, end: token.normal.end }).start
    }
}

/// The end of a line as exports of some archives write it out.
const LINE_END: &str = "[n]";

/// The tokens with one in place of each end of a line that is written out: «باران آمد. [n] رود بالا آمد.» (It rained. The river rose.)
fn with_line_ends(normal: &Normal, list: &[Token]) -> Vec<Token> {
    let mut kept = Vec::with_capacity(list.len());
    let mut at = 0;
    while let Some(&token) = list.get(at) {
        let written = normal.text.get(token.normal.start as usize..).is_some_and(|text| text.starts_with(LINE_END));
        match list.get(at + 2) {
            Some(close) if written => {
                let raw = ByteSpan { start: token.raw.start, end: close.raw.end };
                let normal = ByteSpan { start: token.normal.start, end: close.normal.end };
                kept.push(Token { raw, normal, kind: TokenKind::Break });
                at += 3;
            }
            _ => {
                kept.push(token);
                at += 1;
            }
        }
    }
    kept
}

/// Takes out the ends of lines around a word too short to be a line, which a page set apart between longer ones: «نائب سابق | في |
/// البرلمان العماني» (a former member of the Omani parliament).
fn mend_lines(normal: &Normal, list: &mut Vec<Token>) {
    /// The most letters of such a word.
    const SHORT: usize = 2;
    let torn = |window: &[Token]| {
        let [more, before, first, word, second, behind, goes_on] = window else { return false };
        let is_break = |token: &Token| token.kind == TokenKind::Break;
        if !is_break(first) || !is_break(second) {
            return false;
        }
        let text = &normal.text[word.normal.range()];
        let around = matches!(before.kind, TokenKind::Word | TokenKind::Mark(':')) && behind.kind == TokenKind::Word;
        let longer = !is_break(more) && !is_break(goes_on);
        let short = word.kind == TokenKind::Word && text.chars().count() <= SHORT && !text.is_ascii();
        around && longer && short
    };
    let ends: Vec<usize> = list.windows(7).enumerate().filter(|(_, w)| torn(w)).flat_map(|(at, _)| [at + 2, at + 4]).collect();
    if !ends.is_empty() {
        let mut at = 0;
        list.retain(|_| {
            at += 1;
            ends.binary_search(&(at - 1)).is_err()
        });
    }
}

/// The tokens without the marks of tags that stand for words of their sentence, and without the ends of lines which a page puts
/// around them: «در | #گفتگو | با خبرفوری» (in #conversation with Khabar Fori). A tag of several words in a line of its own is a label.
fn without_inline_tags(list: &[Token]) -> Vec<Token> {
    let kind = |at: usize| list.get(at).map(|t: &Token| t.kind);
    let is_break = |at: usize| kind(at) == Some(TokenKind::Break);
    let mut kept: Vec<Token> = Vec::with_capacity(list.len());
    let mut labelled = false;
    let mut at = 0;
    while at < list.len() {
        let hash = at + usize::from(is_break(at));
        let goes_on = !labelled && kept.last().is_some_and(|t| t.kind == TokenKind::Word);
        if goes_on && kind(hash) == Some(TokenKind::Mark('#')) && kind(hash + 1) == Some(TokenKind::Word) {
            let mut end = hash + 2;
            while kind(end) == Some(TokenKind::Mark('_')) && matches!(kind(end + 1), Some(TokenKind::Word | TokenKind::Number)) {
                end += 2;
            }
            let next = end + usize::from(is_break(end));
            let label = hash > at && next > end && end > hash + 2;
            if !label && matches!(kind(next), Some(TokenKind::Word | TokenKind::Mark(':' | '\u{60C}'))) {
                kept.extend(list[hash + 1..end].iter().filter(|t| t.kind != TokenKind::Mark('_')));
                at = next;
                continue;
            }
        }
        labelled = match list[at].kind {
            TokenKind::Mark('#') => true,
            TokenKind::Break => false,
            _ => labelled,
        };
        kept.push(list[at]);
        at += 1;
    }
    kept
}

/// The kinds of the characters up to the Arabic block's end.
fn kinds() -> &'static [Option<TokenKind>; 0x700] {
    static KINDS: std::sync::OnceLock<[Option<TokenKind>; 0x700]> = std::sync::OnceLock::new();
    KINDS.get_or_init(|| std::array::from_fn(|c| char::from_u32(c as u32).and_then(kind_of)))
}

fn kind_of(c: char) -> Option<TokenKind> {
    Some(match c {
        '\n' => TokenKind::Break,
        ' ' => return None,
        '0'..='9' => TokenKind::Number,
        'a'..='z' | '\u{621}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}' | '\u{6FA}'..='\u{6FF}' => TokenKind::Word,
        c if c.is_ascii() => {
            if c.is_ascii_control() {
                return None;
            }
            TokenKind::Mark(c)
        }
        c if c.is_whitespace() || c.is_control() => return None,
        c if c.is_alphanumeric() => TokenKind::Word,
        c => TokenKind::Mark(c),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_of_a_megabyte_leads_back() {
        let piece = "گفت\u{200C}وگو ﻣﺤﻤﺪﷺ😀\u{FFFD}\u{202B}مـــحمد ۱٢3٫٤ «\u{64E}\u{301}\u{FEFF}a"; // talk, Muhammad, an emoji, half a surrogate pair
        let raw = piece.repeat((1 << 20) / piece.len() + 1);
        let tokens = Tokens::new(&raw);
        let mut at = 0;
        for (i, token) in tokens.list.iter().enumerate() {
            assert!(token.raw.start >= at, "{i}");
            at = token.raw.start;
            assert!(crate::fold(token.raw.of(&raw)).contains(tokens.word(i)), "{i}");
        }
        assert_eq!(sentences_of(&tokens), tokens.len());
    }

    #[test]
    fn tags_in_a_sentence_are_words_of_it() {
        // "Nouri, the mayor, in #conversation with Rud: …", each in lines of its own.
        let said = Tokens::new("نوری، شهردار، در\n#گفتگو\nبا رود:\nپل باز است.\n#پل\n#خبر_شهر\nدر شهر");
        let kinds = |kind: TokenKind| said.list.iter().filter(|t| t.kind == kind).count();
        assert_eq!((kinds(TokenKind::Break), kinds(TokenKind::Mark('#'))), (4, 2));
        assert_eq!(said.word(6), "با");
        assert_eq!(Tokens::new("نائب سابق\nفي\nالبرلمان العماني").len(), 5);
        assert_eq!(Tokens::new("یک\nدو\nسه").len(), 5); // one, two, three
    }

    #[test]
    fn ends_of_lines_that_are_written_out_are_ends_of_lines() {
        let text = "باران آمد. [n] رود [n][n] [ن]"; // It rained. The river.
        let tokens = Tokens::new(text);
        assert_eq!(tokens.list.iter().filter(|t| t.kind == TokenKind::Break).count(), 3);
        assert_eq!(tokens.list[3].raw.of(text), "[n]");
        assert_eq!(crate::paragraphs(&tokens).len(), 3);
    }

    /// How many tokens the sentences hold.
    fn sentences_of(tokens: &Tokens) -> usize {
        let sentences = crate::paragraphs(tokens).into_iter().flat_map(|p| crate::sentences(tokens, p));
        sentences.map(|s| s.len()).sum()
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_hold_every_letter(raw in "[ا-ی\u{200C}۰-۹«»،. \n\u{FE8F}a😀]{0,120}") {
            let tokens = Tokens::new(&raw);
            let mut at = 0;
            for token in &tokens.list {
                prop_assert!(token.raw.start >= at && !token.raw.is_empty());
                prop_assert!(raw.get(token.raw.range()).is_some());
                at = token.raw.start;
            }
            let letters = |s: &str| crate::fold(s).chars().filter(|c| !c.is_whitespace()).count();
            let held: usize = (0..tokens.len()).map(|i| tokens.word(i).chars().filter(|c| !c.is_whitespace()).count()).sum();
            prop_assert_eq!(held, letters(&raw));
        }
    }
}
