//! Quotation marks that belong together.

use std::ops::Range;

use crate::{TokenKind, Tokens};

/// A pair of quotation marks, by token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The opening mark.
    pub open: usize,
    /// The closing mark; where none is written, one past the last token that the quotation can reach.
    pub close: usize,
    /// Whether the closing mark is written.
    pub closed: bool,
    /// How many pairs are around it.
    pub depth: u8,
}

impl Quote {
    /// The tokens between the marks.
    pub fn inside(&self) -> Range<usize> {
        self.open + 1..self.close
    }

    /// Whether a token lies between the marks.
    pub fn holds(&self, at: usize) -> bool {
        self.open < at && at < self.close
    }
}

/// Pairs the quotation marks of a text, nested ones too, in order of their opening. A quotation may run over line ends
/// while its closing mark is found; one that is never closed ends with its line. Marks among words in Latin letters, as in a post
/// that a page embeds, have their pairs among these.
///
/// ```
/// use rawi_text::{quotes, Tokens};
/// let tokens = Tokens::new("گفت: «قانون «آب» خوب است»."); // said: "the law of 'water' is good".
/// let pairs = quotes(&tokens);
/// assert_eq!(pairs.len(), 2);
/// assert_eq!((pairs[0].depth, pairs[1].depth), (0, 1));
/// ```
pub fn quotes(tokens: &Tokens) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    let mut stack: Vec<(usize, char)> = Vec::new();
    let mut stretches = latin_stretches(tokens).into_iter().peekable();
    // What was opened before the stretch in which the token stands.
    let mut outside = 0;
    for (i, token) in tokens.list.iter().enumerate() {
        if stretches.next_if(|stretch| stretch.end == i).is_some() {
            out.extend(stack.drain(outside..).map(|(open, _)| Quote { open, close: i, closed: false, depth: 0 }));
            outside = 0;
        }
        if stretches.peek().is_some_and(|stretch| stretch.start == i) {
            outside = stack.len();
        }
        // A straight mark left open where the next one opens again was never closed.
        if token.kind == TokenKind::Break
            && stack.last().is_some_and(|&(at, open)| open == '"' && opens_by_place(tokens, at))
            && !closes_later(tokens, i)
        {
            let kept = stack.iter().rposition(|&(_, open)| open != '"').map_or(0, |at| at + 1);
            out.extend(stack.drain(kept..).map(|(open, _)| Quote { open, close: open_end(tokens, open), closed: false, depth: 0 }));
        }
        let TokenKind::Mark(c) = token.kind else { continue };
        let mut opener = stack[outside..].iter().rposition(|&(_, open)| closes(open, c)).map(|level| outside + level);
        // A straight mark that touches only the word after it closes nothing; one that touches only the word before it
        // opens nothing.
        // So does one behind a colon, however it is spaced: «قال : " …».
        if c == '"' && (opens_by_place(tokens, i) || i > 0 && tokens.is_mark(i - 1, ':')) {
            opener = None;
        } else if c == '"' && opener.is_none() && closes_by_place(tokens, i) {
            continue;
        }
        // «لـ"السير معا. وقال إن "الطريق" طويل وإن "الماء" كثير، و"الجسر" …»: the first one was never closed.
        if let Some(level) = opener.filter(|&level| c == '"' && !closes_by_place(tokens, i) && is_lost(tokens, &out, stack[level].0, i)) {
            out.extend(stack.drain(level..).map(|(open, _)| Quote { open, close: open_end(tokens, open), closed: false, depth: 0 }));
            opener = None;
        }
        if let Some(level) = opener {
            // Marks opened inside and never closed end with this pair.
            for (open, _) in stack.drain(level + 1..) {
                out.push(Quote { open, close: line_end(tokens, open).min(i), closed: false, depth: 0 });
            }
            let (open, _) = stack.pop().unwrap_or((i, c));
            out.push(Quote { open, close: i, closed: true, depth: 0 });
        } else if opens(c) || matches!(c, '”' | '»') && is_turned(tokens, i) {
            stack.push((i, c));
        }
    }
    for (open, _) in stack {
        out.push(Quote { open, close: open_end(tokens, open), closed: false, depth: 0 });
    }
    out.sort_by_key(|q| q.open);
    nest(&mut out);
    out
}

/// Stretches of several words in Latin letters on one line, from the first of them to the last.
fn latin_stretches(tokens: &Tokens) -> Vec<Range<usize>> {
    /// The fewest of them.
    const SEVERAL: usize = 5;
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let (mut stretch, mut words) = (0..0, 0);
    for (i, token) in tokens.list.iter().enumerate() {
        let latin = tokens.word(i).starts_with(|c: char| c.is_ascii_alphabetic());
        if latin && token.kind == TokenKind::Word {
            stretch = if words == 0 { i..i + 1 } else { stretch.start..i + 1 };
            words += 1;
        } else if matches!(token.kind, TokenKind::Word | TokenKind::Break) {
            stretches.extend((words >= SEVERAL).then(|| stretch.clone()));
            words = 0;
        }
    }
    stretches.extend((words >= SEVERAL).then_some(stretch));
    stretches
}

/// Counts around each of some pairs, in order of their opening, the others.
pub fn nest(quotes: &mut [Quote]) {
    let mut around: Vec<usize> = Vec::new();
    for quote in quotes {
        around.retain(|&close| close > quote.open);
        quote.depth = u8::try_from(around.len()).unwrap_or(u8::MAX);
        around.push(quote.close);
    }
}

/// Whether other marks have opened and closed since one that is open, and its sentence has ended.
fn is_lost(tokens: &Tokens, closed: &[Quote], open: usize, at: usize) -> bool {
    /// The fewest of them.
    const SEVERAL: usize = 2;
    let within = closed.iter().rev().take_while(|q| q.close > open).filter(|q| q.open > open && q.closed).count();
    within >= SEVERAL && (open..at).any(|k| tokens.is_mark(k, '.') && !touches(tokens, k, k + 1))
}

/// Whether the next straight mark behind a line's end closes by its place.
fn closes_later(tokens: &Tokens, at: usize) -> bool {
    /// How far it is looked for, in tokens.
    const FAR: usize = 400;
    let next = (at..tokens.len().min(at + FAR)).find(|&k| tokens.is_mark(k, '"'));
    next.is_some_and(|k| closes_by_place(tokens, k))
}

fn opens(c: char) -> bool {
    matches!(c, '«' | '“' | '„' | '"' | '‹' | '{' | '❝' | '‟')
}

/// Whether a closing mark opens what another one closes on its line, as where the marks were typed for the other direction: «قال ”…“»,
/// «وأضاف :»…»».
fn is_turned(tokens: &Tokens, at: usize) -> bool {
    /// How far the other mark is looked for, in tokens.
    const FAR: usize = 400;
    let angled = tokens.is_mark(at, '»');
    let before = at == 0 || tokens.kind(at - 1) == TokenKind::Break || !touches(tokens, at - 1, at) || tokens.is_mark(at - 1, ':');
    let mut line = (at + 1..tokens.len().min(at + FAR)).take_while(|&k| tokens.kind(k) != TokenKind::Break);
    let marks = |k: usize| {
        if angled { tokens.is_mark(k, '»') || tokens.is_mark(k, '«') } else { matches!(tokens.kind(k), TokenKind::Mark('”' | '“')) }
    };
    let next = line.find(|&k| marks(k));
    before
        && (!angled || touches(tokens, at, at + 1))
        && next.is_some_and(|k| touches(tokens, k - 1, k) || !touches(tokens, k, k + 1) || !tokens.is_word(k + 1))
}

fn touches(tokens: &Tokens, a: usize, b: usize) -> bool {
    matches!((tokens.list.get(a), tokens.list.get(b)), (Some(a), Some(b)) if a.raw.end == b.raw.start)
}

fn opens_by_place(tokens: &Tokens, at: usize) -> bool {
    let head = at == 0 || tokens.kind(at - 1) == TokenKind::Break;
    let opens = |k: usize| tokens.is_word(k) || tokens.is_mark(k, '#');
    (head || !touches(tokens, at - 1, at)) && touches(tokens, at, at + 1) && opens(at + 1)
}

fn closes_by_place(tokens: &Tokens, at: usize) -> bool {
    at > 0 && touches(tokens, at - 1, at) && !(touches(tokens, at, at + 1) && tokens.is_word(at + 1))
}

fn closes(open: char, c: char) -> bool {
    match open {
        '«' => c == '»',
        // «“الميناء″»: a prime stands for the closing mark.
        '“' | '„' | '‟' => matches!(c, '”' | '“' | '"' | '\u{2033}'),
        '”' => matches!(c, '”' | '“'),
        '»' => matches!(c, '»' | '«'),
        '"' => matches!(c, '"' | '”'),
        '‹' => c == '›',
        '{' => c == '}',
        '❝' => c == '❞',
        _ => false,
    }
}

/// Where a quotation that is never closed ends: with its line, or with its sentence where others open behind that.
fn open_end(tokens: &Tokens, at: usize) -> usize {
    let end = line_end(tokens, at);
    let stop = (at + 1..end).find(|&k| tokens.is_mark(k, '.') && k + 1 < end && !touches(tokens, k, k + 1));
    stop.filter(|&stop| (stop + 1..end).any(|k| matches!(tokens.kind(k), TokenKind::Mark(c) if opens(c)))).map_or(end, |stop| stop + 1)
}

fn line_end(tokens: &Tokens, at: usize) -> usize {
    (at..tokens.len()).find(|&i| tokens.list[i].kind == TokenKind::Break).unwrap_or(tokens.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unclosed_marks_end_with_their_line() {
        let tokens = Tokens::new("قال: «نريد الماء\nوأضاف: \"سنبقى\"");
        let pairs = quotes(&tokens);
        assert_eq!((pairs[0].closed, pairs[0].close), (false, 5));
        assert!(pairs[1].closed);
    }

    #[test]
    fn a_quotation_runs_over_line_ends() {
        let tokens = Tokens::new("گفت: «یک.\nدو.»\nپایان");
        let pairs = quotes(&tokens);
        assert_eq!(pairs.len(), 1);
        assert!(pairs[0].closed);
    }

    #[test]
    fn kinds_of_marks_nest() {
        // "he said: 'the song { the rain } of spring ❝and ❞ the \"sea\"' and left"
        let tokens = Tokens::new("گفت: “ترانهٔ {باران} بهار ❝و❞ \"دریا\"” و رفت");
        let pairs = quotes(&tokens);
        assert_eq!(pairs.iter().map(|p| p.depth).collect::<Vec<_>>(), [0, 1, 1, 1]);
        assert!(pairs.iter().all(|p| p.closed));
    }

    #[test]
    fn a_mark_without_its_pair_turns_nothing_round() {
        // "it binds them". And "Salem" said so.
        let tokens = Tokens::new("تلزمهم وتمنعهم\". وقال \"سالم\" ذلك.");
        let pairs = quotes(&tokens);
        assert_eq!(pairs.len(), 1);
        assert_eq!(tokens.word(pairs[0].inside().start), "سالم");
    }

    #[test]
    fn a_straight_mark_left_open_ends_with_its_line() {
        let tokens = Tokens::new("قال \"الماء كثير.\nوأكد أن \"الطريق مفتوح\".");
        let pairs = quotes(&tokens);
        assert_eq!(pairs.iter().map(|p| p.closed).collect::<Vec<_>>(), [false, true]);
        let tokens = Tokens::new("قال \"الماء كثير.\nوالطريق مفتوح\".");
        assert!(quotes(&tokens)[0].closed);
    }

    #[test]
    fn what_is_never_closed_ends_where_others_open() {
        // "Britain 'stops 30 permits' for 'the south'. The minister said that 'the road is open'."
        let tokens = Tokens::new("تعلق \"ثلاثين رخصة لـ \"الجنوب\" اليوم. وقال إن \"الطريق مفتوح\".");
        let pairs = quotes(&tokens);
        let stop = (0..tokens.len()).find(|&k| tokens.is_mark(k, '.')).unwrap_or_default();
        assert!(!pairs[0].closed && pairs[0].close == stop + 1);
        assert_eq!(pairs.last().map(|q| (q.closed, q.depth)), Some((true, 0)));
    }

    #[test]
    fn a_straight_mark_opens_at_the_head_of_a_line() {
        // A line that opens and never closes, holding a name in marks that touches the next word.
        let tokens = Tokens::new("\"عبر \"النهر\"الناشط.\nقالت القناة إن \"الطريق مفتوح\".");
        let pairs = quotes(&tokens);
        assert_eq!(pairs.iter().map(|p| p.closed).collect::<Vec<_>>(), [false, true, true]);
        assert_eq!(pairs[2].depth, 0);
    }

    #[test]
    fn a_mark_that_others_follow_was_never_closed() {
        // "to 'walk together. He said that 'the road' is long and 'the water' plenty, and 'the bridge' closed."
        let tokens = Tokens::new("إلى \"السير معا. وقال إن \"الطريق\" طويل وإن \"الماء\" كثير، و\"الجسر\" مغلق.");
        let pairs = quotes(&tokens);
        assert_eq!(pairs.iter().map(|p| (p.closed, p.depth)).collect::<Vec<_>>(), [(false, 0), (true, 0), (true, 0), (true, 0)]);
    }

    #[test]
    fn marks_among_latin_words_pair_there() {
        // The minister said that "the dam is full". [a post in English that opens a quotation] He added: "the river is high".
        let text = "قال إن \"السد ممتلئ\". Salem: the dam is full \u{201C}We had all of it in May pic.example/x  وأضاف: \u{201C}النهر عال\u{201D}.";
        let tokens = Tokens::new(text);
        let pairs = quotes(&tokens);
        assert_eq!(pairs.iter().map(|p| (p.closed, p.depth)).collect::<Vec<_>>(), [(true, 0), (false, 0), (true, 0)]);
        assert_eq!(tokens.word(pairs[2].inside().start), "النهر");
        // He said: "we call it the river of the five large towns".
        let tokens = Tokens::new("قال: \"نسميه the river of the five towns\".");
        assert!(quotes(&tokens)[0].closed);
    }

    #[test]
    fn each_paragraph_may_open_anew() {
        let tokens = Tokens::new("«یک\n«دو\n«سه»\nچهار");
        let pairs = quotes(&tokens);
        assert_eq!(pairs.iter().map(|p| p.closed).collect::<Vec<_>>(), [false, false, true]);
        assert_eq!((pairs[0].close, pairs[1].close), (2, 5));
    }
}
