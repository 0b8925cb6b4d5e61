//! Paragraphs and sentences, as ranges of tokens.

use std::ops::Range;

use crate::{TokenKind, Tokens};

/// The lines of a text that hold anything, as ranges of tokens without their line ends.
pub fn paragraphs(tokens: &Tokens) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for i in 0..=tokens.len() {
        if tokens.kind(i) == TokenKind::Break {
            if i > start {
                out.push(start..i);
            }
            start = i + 1;
        }
    }
    out
}

/// The sentences of one paragraph: they end after a full stop, question or exclamation mark and the marks that close
/// with it. A full stop between digits or letters without a space («3.5», «t.me») or after a single letter ends none.
pub fn sentences(tokens: &Tokens, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = paragraph.start;
    let mut i = paragraph.start;
    while i < paragraph.end {
        let ends = match tokens.kind(i) {
            TokenKind::Mark('.') => is_stop(tokens, i, &paragraph),
            TokenKind::Mark('!' | '?' | '\u{61F}' | '\u{6D4}' | '…') => true,
            _ => false,
        };
        i += 1;
        if ends {
            while i < paragraph.end
                && matches!(tokens.kind(i), TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '»' | '”' | '"' | ')' | ']' | '}' | '…'))
            {
                i += 1;
            }
            out.push(start..i);
            start = i;
        }
    }
    if start < paragraph.end {
        out.push(start..paragraph.end);
    }
    out
}

fn is_stop(tokens: &Tokens, i: usize, paragraph: &Range<usize>) -> bool {
    if i + 1 >= paragraph.end || i == paragraph.start {
        return true;
    }
    let (before, stop, after) = (tokens.list[i - 1], tokens.list[i], tokens.list[i + 1]);
    let glued = before.raw.end == stop.raw.start && stop.raw.end == after.raw.start;
    let both = |kind| before.kind == kind && after.kind == kind;
    if glued && (both(TokenKind::Number) || (both(TokenKind::Word) && tokens.word(i - 1).is_ascii())) {
        return false;
    }
    // A single letter before it is an abbreviation: «د.» (Dr).
    !(before.kind == TokenKind::Word
        && tokens.word(i - 1).chars().count() == 1
        && before.raw.end == stop.raw.start
        && after.kind == TokenKind::Word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_that_end_no_sentence() {
        let tokens = Tokens::new("قال د. خالد إن النسبة 3.5 في المئة. وأضاف: نعم!\nt.me/x");
        let lines = paragraphs(&tokens);
        assert_eq!(lines.len(), 2);
        assert_eq!(sentences(&tokens, lines[0].clone()).len(), 2);
        assert_eq!(sentences(&tokens, lines[1].clone()).len(), 1);
    }
}
