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
/// with it, after a dateline («بندر انزلی - خبرنگار ما:», "Anzali - our reporter:"), before the bullet of an item, and behind an address or
/// the day of another text that a wide space parts from what comes next («pic.example.com/a1    وقال», «اليوم 12:05   وقال»).
/// A full stop between digits or letters without a space («3.5», «t.me») or after a single letter ends none, nor do stops
/// after "and" («سیب و...», "apples and ...").
pub fn sentences(tokens: &Tokens, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = paragraph.start;
    while start < paragraph.end {
        let end = sentence_end(tokens, start, &paragraph);
        out.push(start..end);
        start = end;
    }
    out
}

/// The first of the [`sentences`] of a paragraph, in tokens.
///
/// ```
/// let tokens = rawi_text::Tokens::new("باران آمد. رود بالا آمد."); // "It rained. The river rose."
/// assert_eq!(rawi_text::first_sentence(&tokens, 0..tokens.len()), Some(0..3));
/// ```
pub fn first_sentence(tokens: &Tokens, paragraph: Range<usize>) -> Option<Range<usize>> {
    (!paragraph.is_empty()).then(|| paragraph.start..sentence_end(tokens, paragraph.start, &paragraph))
}

/// One past the sentence of a paragraph that begins at a token.
fn sentence_end(tokens: &Tokens, start: usize, paragraph: &Range<usize>) -> usize {
    let mut i = start;
    while i < paragraph.end {
        let ends = match tokens.kind(i) {
            TokenKind::Mark('.') => is_stop(tokens, i, paragraph) && !goes_on(tokens, i, paragraph),
            TokenKind::Mark('!' | '?' | '\u{61F}' | '\u{6D4}') => true,
            TokenKind::Mark('…') => !goes_on(tokens, i, paragraph),
            TokenKind::Mark(':') => is_dateline(tokens, start..i),
            _ => false,
        };
        i += 1;
        if ends {
            while i < paragraph.end && closes_with(tokens, i, paragraph) {
                i += 1;
            }
        }
        let item = i < paragraph.end && is_bullet(tokens, i) && holds_words(tokens, start..i) && holds_words(tokens, i..paragraph.end);
        let apart = i < paragraph.end && gap(tokens, i) >= WIDE && (is_set_in(tokens, i) || is_card(tokens, start..i));
        if ends || item || apart {
            return i;
        }
    }
    paragraph.end
}

fn holds_words(tokens: &Tokens, mut range: Range<usize>) -> bool {
    range.any(|i| tokens.is_word(i))
}

fn glued(tokens: &Tokens, at: usize) -> bool {
    tokens.list.get(at + 1).is_some_and(|next| tokens.list[at].raw.end == next.raw.start)
}

/// Whether a mark after the end of a sentence still belongs to it. A straight quotation mark that stands apart from what is
/// before it and touches what comes after opens the next one.
fn closes_with(tokens: &Tokens, at: usize, paragraph: &Range<usize>) -> bool {
    match tokens.kind(at) {
        TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '»' | '”' | '›' | '❞' | ')' | ']' | '}' | '…') => true,
        TokenKind::Mark('"' | '\'' | '’') => glued(tokens, at - 1) || at + 1 >= paragraph.end || !glued(tokens, at),
        _ => false,
    }
}

/// Words with a dash between spaces, at the head of a sentence and before a colon: a place and an agency.
fn is_dateline(tokens: &Tokens, head: Range<usize>) -> bool {
    const LONGEST: usize = 9;
    let dash = |i: usize| {
        i > head.start
            && i + 1 < head.end
            && matches!(tokens.kind(i), TokenKind::Mark('-' | '–' | '—'))
            && !glued(tokens, i - 1)
            && !glued(tokens, i)
    };
    head.len() <= LONGEST
        && head.clone().all(|i| dash(i) || tokens.kind(i) == TokenKind::Word)
        && head.clone().filter(|&i| dash(i)).count() == 1
}

/// Whether stops or an ellipsis say "and so on" in the midst of a sentence: they follow "and".
fn goes_on(tokens: &Tokens, at: usize, paragraph: &Range<usize>) -> bool {
    const AND: &str = "\u{648}";
    let mut first = at;
    while first > paragraph.start && tokens.is_mark(first - 1, '.') && glued(tokens, first - 1) {
        first -= 1;
    }
    let mut after = at + 1;
    while tokens.is_mark(after, '.') || tokens.is_mark(after, '…') {
        after += 1;
    }
    first > paragraph.start && tokens.word(first - 1) == AND && after < paragraph.end
}

/// The bytes of a space that may part texts.
const WIDE: u32 = 2;

/// How many bytes part a token from the one before it.
fn gap(tokens: &Tokens, at: usize) -> u32 {
    tokens.list[at].raw.start.saturating_sub(tokens.list[at - 1].raw.end)
}

/// Whether a wide space parts a token from the Latin word before it.
fn is_set_in(tokens: &Tokens, at: usize) -> bool {
    let latin = tokens.kind(at - 1) == TokenKind::Word && tokens.word(at - 1).is_ascii();
    latin && gap(tokens, at) > WIDE && !tokens.word(at).is_ascii()
}

/// Whether wide spaces part a few words with a number from what is around them: when another text came out, to which a page led in the midst of
/// this one, «اليوم 12:05», «9 أيلول» (today 12:05, 9 September).
fn is_card(tokens: &Tokens, words: Range<usize>) -> bool {
    /// The most tokens of them.
    const LONGEST: usize = 5;
    let wide = |at: usize| at > 0 && gap(tokens, at) >= WIDE;
    let plain = |k: usize| tokens.is_word(k) || tokens.kind(k) == TokenKind::Number || tokens.is_mark(k, ':');
    (2..=LONGEST).contains(&words.len())
        && wide(words.start)
        && wide(words.end)
        && words.clone().all(plain)
        && words.clone().any(|k| tokens.kind(k) == TokenKind::Number)
        && words.clone().filter(|&k| tokens.kind(k) == TokenKind::Word).count() == 1
}

/// Whether a token is a sign that channels set before an item: «🔹», «♦️».
pub fn is_bullet(tokens: &Tokens, at: usize) -> bool {
    matches!(
        tokens.kind(at),
        TokenKind::Mark(
            '\u{2022}'
            | '\u{2043}'
            | '\u{25A0}'..='\u{25FF}'
            | '\u{2666}'
            | '\u{2756}'
            | '\u{2B1B}'
            | '\u{2B1C}'
            | '\u{2B25}'
            | '\u{2B26}'
            | '\u{1F534}'..='\u{1F53D}'
            | '\u{1F7E0}'..='\u{1F7EB}',
        )
    )
}

/// The longest name of a letter, in letters: «سی», «ان».
const LETTER: usize = 3;

fn is_stop(tokens: &Tokens, i: usize, paragraph: &Range<usize>) -> bool {
    if i + 1 >= paragraph.end || i == paragraph.start {
        return true;
    }
    let (last, next) = (tokens.list[i - 1], tokens.list[i + 1]);
    let both = |kind| last.kind == kind && next.kind == kind;
    let joined = glued(tokens, i - 1);
    if joined && glued(tokens, i) && (both(TokenKind::Number) || (both(TokenKind::Word) && tokens.word(i - 1).is_ascii())) {
        return false;
    }
    // «دی.ان.ای»: names of letters, with another stop before or behind.
    let letters = |k: usize| tokens.kind(k) == TokenKind::Word && tokens.word(k).chars().count() <= LETTER;
    let before = i >= paragraph.start + 3 && tokens.is_mark(i - 2, '.') && glued(tokens, i - 3) && glued(tokens, i - 2) && letters(i - 3);
    let behind = i + 3 < paragraph.end && tokens.is_mark(i + 2, '.') && glued(tokens, i + 1) && glued(tokens, i + 2) && letters(i + 3);
    if joined && glued(tokens, i) && letters(i - 1) && letters(i + 1) && (before || behind) {
        return false;
    }
    // A single letter before it is an abbreviation: «د.» (Dr).
    !(last.kind == TokenKind::Word && tokens.word(i - 1).chars().nth(1).is_none() && joined && next.kind == TokenKind::Word)
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

    fn shown(raw: &str) -> Vec<&str> {
        let tokens = Tokens::new(raw);
        paragraphs(&tokens).into_iter().flat_map(|p| sentences(&tokens, p)).map(|s| tokens.span(s).of(raw)).collect()
    }

    #[test]
    fn datelines_items_and_lists_that_go_on() {
        assert_eq!(shown("بندر انزلی - خبرنگار ما: کشتی رسید."), ["بندر انزلی - خبرنگار ما:", "کشتی رسید."]);
        assert_eq!(shown("ناخدا گفت: کشتی رسید."), ["ناخدا گفت: کشتی رسید."]);
        assert_eq!(shown("ساختار دی.ان.ای رود. تمام"), ["ساختار دی.ان.ای رود.", "تمام"]);
        assert_eq!(shown("باران شد.وی آمد."), ["باران شد.", "وی آمد."]);
        assert_eq!(shown("🔹باران آمد 🔹سیل نیامد ♦️تمام"), ["🔹باران آمد", "🔹سیل نیامد", "♦️تمام"]);
        assert_eq!(shown("سیب و... خرید. نان و… هم"), ["سیب و... خرید.", "نان و… هم"]);
        assert_eq!(shown("سیب، نان و ... خرید. باران آمد ... و رفت."), ["سیب، نان و ... خرید.", "باران آمد ...", "و رفت."]);
    }

    #[test]
    fn days_of_other_texts() {
        let text = "وقال المدير.  اليوم 12:05   9 أيلول  وأضاف أن الميناء مفتوح.";
        assert_eq!(shown(text), ["وقال المدير.", "اليوم 12:05", "9 أيلول", "وأضاف أن الميناء مفتوح."]);
    }

    #[test]
    fn straight_marks_open_and_close() {
        assert_eq!(shown("\"سنعود.\" قال. \"متى؟\""), ["\"سنعود.\"", "قال.", "\"متى؟\""]);
    }
}
