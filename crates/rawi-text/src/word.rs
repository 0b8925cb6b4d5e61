//! Words as a reader counts them: what is written without a space, less the marks around it.
//!
//! [`Tokens`] cut finer, since rules look at single marks. Here a number with its separators, an abbreviation with its
//! stop, an address and a run of stops are one word each, and the marks on its last letter belong to it.

use std::ops::Range;

use crate::{ByteSpan, TokenKind, Tokens, fold_char};

/// One word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place in the raw text, with the vowel marks at its end.
    pub raw: ByteSpan,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// The words of a text in order; ends of lines are not among them.
///
/// ```
/// use rawi_text::{words, Tokens};
/// let raw = "د. سالم می\u{200C}آید: ۳٫۵ متر..."; // "Dr Salem comes: 3.5 metres..."
/// let shown: Vec<&str> = words(&Tokens::new(raw), raw).iter().map(|w| w.raw.of(raw)).collect();
/// assert_eq!(shown, ["د.", "سالم", "می\u{200C}آید", ":", "۳٫۵", "متر", "..."]);
/// ```
pub fn words(tokens: &Tokens, raw: &str) -> Vec<Word> {
    let cut = Cut { tokens, raw };
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at + 1;
        while let Some(next) = cut.joined(at, end) {
            end = next;
        }
        if tokens.kind(at) != TokenKind::Break {
            let raw = ByteSpan { start: tokens.list[at].raw.start, end: cut.end(end - 1) };
            out.push(Word { raw, tokens: at..end });
        }
        at = end;
    }
    out
}

struct Cut<'t> {
    tokens: &'t Tokens,
    raw: &'t str,
}

impl Cut<'_> {
    /// One past the last byte of a token, with the marks that folding drops: vowels, the elongation stroke.
    fn end(&self, at: usize) -> u32 {
        let end = self.tokens.list[at].raw.end;
        let rest = self.raw.get(end as usize..).unwrap_or("");
        let marks = rest.chars().take_while(|&c| matches!(c, '\u{600}'..='\u{6FF}' | '\u{FE00}'..='\u{FE0F}') && fold_char(c).is_none());
        end + marks.map(|c| c.len_utf8() as u32).sum::<u32>()
    }

    fn glued(&self, at: usize) -> bool {
        at + 1 < self.tokens.len() && self.end(at) == self.tokens.list[at + 1].raw.start
    }

    fn number(&self, at: usize) -> bool {
        self.tokens.kind(at) == TokenKind::Number
    }

    /// A number or a word in Latin letters: what addresses and codes are made of.
    fn plain(&self, at: usize) -> bool {
        self.number(at) || (self.tokens.kind(at) == TokenKind::Word && self.tokens.word(at).is_ascii())
    }

    /// A single letter, as in abbreviations.
    fn letter(&self, at: usize) -> bool {
        self.tokens.kind(at) == TokenKind::Word && self.tokens.word(at).chars().nth(1).is_none()
    }

    /// Where the word that began at `start` and holds all before `at` goes on: one past what it takes in.
    fn joined(&self, start: usize, at: usize) -> Option<usize> {
        let last = at - 1;
        if at >= self.tokens.len() || !self.glued(last) {
            return None;
        }
        let TokenKind::Mark(mark) = self.tokens.kind(at) else {
            // Letters and digits of a code: «7b».
            return (self.plain(last) && self.plain(at)).then_some(at + 1);
        };
        if mark == '.' && self.tokens.is_mark(last, '.') {
            return Some(at + 1);
        }
        let next = at + 1;
        if self.glued(at) {
            let short = |i: usize| self.tokens.word(i).len() < 3;
            let separates = match mark {
                '.' | ',' | '\u{66B}' | '\u{66C}' | ':' | '/' | '+' => true,
                '-' => at == start + 1 && short(last) && short(next),
                _ => false,
            };
            let address = matches!(mark, '.' | '/' | ':' | '@' | '_' | '-') && !(self.number(last) && self.number(next));
            if (self.number(last) && self.number(next) && separates) || (self.plain(last) && self.plain(next) && address) {
                return Some(next + 1);
            }
            if mark == '.' && self.letter(last) && self.letter(next) {
                return Some(next + 1);
            }
        }
        // The stop of an abbreviation, where the sentence goes on.
        let goes_on = matches!(self.tokens.kind(next), TokenKind::Word | TokenKind::Number);
        (mark == '.' && self.letter(last) && goes_on).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(raw: &str) -> Vec<&str> {
        words(&Tokens::new(raw), raw).iter().map(|w| w.raw.of(raw)).collect()
    }

    #[test]
    fn numbers_codes_and_addresses() {
        assert_eq!(
            shown("ساعت 8:30 در 31/10/1917 (11.6، 1+5 و 3-2)"),
            ["ساعت", "8:30", "در", "31/10/1917", "(", "11.6", "،", "1+5", "و", "3-2", ")"]
        );
        assert_eq!(shown("عام 2013-2014، 1,335 متراً"), ["عام", "2013", "-", "2014", "،", "1,335", "متراً"]);
        assert_eq!(shown("CoRoT-7b t.me/abc a@b.org ۹۰٪."), ["CoRoT-7b", "t.me/abc", "a@b.org", "۹۰", "٪", "."]);
    }

    #[test]
    fn abbreviations_and_honours() {
        assert_eq!(shown("سال ۶۱ هـ. در شهر (ع) بود م."), ["سال", "۶۱", "هـ.", "در", "شهر", "(", "ع", ")", "بود", "م", "."]);
        assert_eq!(shown("عام 49 ق.م, قرأ"), ["عام", "49", "ق.م", ",", "قرأ"]);
    }

    proptest! {
        #[test]
        fn words_hold_every_token_once(raw in "[ا-دی\u{200C}۰-۹ً«»،.:/@a-c \n\u{FE8F}ـ-]{0,80}") {
            let tokens = Tokens::new(&raw);
            let words = words(&tokens, &raw);
            let mut at = 0;
            for word in &words {
                prop_assert!(word.raw.start >= at && raw.get(word.raw.range()).is_some_and(|w| !w.is_empty()));
                at = word.raw.end;
            }
            let held: usize = words.iter().map(|w| w.tokens.len()).sum();
            let breaks = tokens.list.iter().filter(|t| t.kind == TokenKind::Break).count();
            prop_assert_eq!(held + breaks, tokens.len());
        }
    }
}
