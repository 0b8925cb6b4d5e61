//! Where expressions stand: in which line, beside one another, in a date line, in a sentence about the future.

use rawi_text::TokenKind;

use super::{Expression, Finder, Parts};
use crate::words::Word;

/// How many words from a date a word about the future may stand.
const REACH: usize = 9;

/// Whether a sentence about the future would change what an expression means.
fn undecided(parts: &Parts) -> bool {
    let named = parts.weekday.is_some() || parts.month.is_some();
    named && parts.year.is_none() && parts.shift.is_none() && parts.week_shift.is_none() && parts.day_shift.is_none()
}

impl Finder<'_> {
    pub(super) fn place(&self, found: &mut [Expression]) {
        let mut line = 0;
        let mut words = false;
        let mut at = 0;
        let mut line_start = 0;
        let mut starts = Vec::with_capacity(found.len());
        for i in 0..found.len() {
            let range = found[i].tokens.clone();
            while at < range.start {
                match self.tokens.kind(at) {
                    TokenKind::Break => {
                        line += usize::from(words);
                        words = false;
                        line_start = at + 1;
                    }
                    TokenKind::Word | TokenKind::Number => words = true,
                    TokenKind::Mark(_) => {}
                }
                at += 1;
            }
            words = true;
            at = range.end;
            found[i].line = line;
            found[i].beside = i > 0 && self.beside(found[i - 1].tokens.end, range.start);
            found[i].listed = i > 0 && self.listing(found[i - 1].tokens.end, &found[i]);
            found[i].labelled = self.labelled(line_start, range.start);
            starts.push(line_start);
            let plain = !found[i].parts.every;
            found[i].parts.future = undecided(&found[i].parts) && self.future(range.start, if plain { range.end } else { usize::MAX });
        }
        let mut from = 0;
        while from < found.len() {
            let to = (from..found.len()).find(|&i| found[i].line != found[from].line).unwrap_or(found.len());
            // Only the head of a document has a date line.
            if found[from].line < 4 || to == found.len() {
                self.datelines(starts[from], &mut found[from..to]);
            }
            from = to;
        }
    }

    /// Whether two dates stand beside each other: marks, one line's end, a word of equality or a clock between them.
    fn beside(&self, from: usize, to: usize) -> bool {
        let mut p = from;
        let mut breaks = 0;
        while p < to {
            match self.tokens.kind(p) {
                TokenKind::Mark('.' | '؟' | '?' | '!' | '؛') | TokenKind::Number => return false,
                TokenKind::Mark(_) => {}
                TokenKind::Break => {
                    breaks += 1;
                    if breaks > 1 && (from..p).any(|i| self.tokens.is_word(i)) {
                        return false;
                    }
                }
                TokenKind::Word => {
                    let Some(e) = self.is(p, 0, Word::Equals) else { return false };
                    p = e;
                    continue;
                }
            }
            p += 1;
        }
        breaks <= 2
    }

    /// Whether only «و» or a comma stands between two dates.
    fn listing(&self, from: usize, next: &Expression) -> bool {
        let to = next.tokens.start;
        match to - from {
            0 => next.skip > 0,
            1 => self.is(from, 0, Word::And).is_some() || matches!(self.tokens.kind(from), TokenKind::Mark('،' | ',')),
            _ => false,
        }
    }

    /// Whether a label opens the line and the date follows it.
    fn labelled(&self, line_start: usize, at: usize) -> bool {
        (line_start..(line_start + 3).min(at)).any(|i| {
            let Some(mut p) = self.is(i, 0, Word::Published) else { return false };
            while p < at && matches!(self.tokens.kind(p), TokenKind::Mark(_) | TokenKind::Number) {
                p += 1;
            }
            p == at
        })
    }

    /// Marks the dates of one line that make it a date line: it holds little else («الرياض 05 شوال 1436 هـ الموافق 21 يوليو
    /// 2015 م واس»), or they stand at its end after a mark.
    fn datelines(&self, line_start: usize, dates: &mut [Expression]) {
        let mut others = 0;
        let mut after = 0;
        let mut next = 0;
        let limit = line_start + 120;
        let mut i = line_start;
        while i < limit && self.tokens.kind(i) != TokenKind::Break {
            while next < dates.len() && dates[next].tokens.end <= i {
                (next, after) = (next + 1, 0);
            }
            let inside = next < dates.len() && dates[next].tokens.start <= i;
            let plain = |w| matches!(w, Word::Clock | Word::Equals | Word::Published).then_some(());
            if !inside && self.tokens.kind(i) == TokenKind::Word && self.class(i, 0, plain).is_none() {
                (others, after) = (others + 1, after + 1);
            }
            i += 1;
        }
        let ends = i < limit && dates.last().is_some_and(|d| d.tokens.end == i || after == 0 && next == dates.len());
        let mut marked = false;
        for date in dates.iter_mut() {
            let start = date.tokens.start;
            let mark = start > line_start
                && matches!(self.tokens.kind(start - 1), TokenKind::Mark(c) if !matches!(c, '«' | '»' | '"' | '.' | '،' | ','));
            marked = mark || (marked && date.beside);
            date.dateline = others <= 4 || (ends && marked);
        }
    }

    /// Whether the sentence speaks of what is to come, by words before `start` or from `end` on.
    fn future(&self, start: usize, end: usize) -> bool {
        let stop = |i: usize| match self.tokens.kind(i) {
            TokenKind::Mark(':') => i == 0 || self.tokens.kind(i - 1) != TokenKind::Number,
            kind => matches!(kind, TokenKind::Break | TokenKind::Mark('.' | '؛' | '؟' | '!' | '«' | '»')),
        };
        let clause = |i: usize| self.is(i, 0, Word::Clause).is_some();
        let cue = |i: usize| {
            let is = |skip| self.is(i, skip, Word::FutureBefore).is_some();
            is(0) || self.words.proclitic(self.tokens, i).any(is)
        };
        for i in (start.saturating_sub(REACH)..start).rev() {
            if cue(i) {
                return true;
            }
            if stop(i) || clause(i) {
                // «من المقرر أن …»
                if !stop(i) && i > 0 && cue(i - 1) {
                    return true;
                }
                break;
            }
        }
        (end..end.saturating_add(2 * REACH).min(self.tokens.len()))
            .take_while(|&i| !stop(i) && !clause(i))
            .any(|i| self.is(i, 0, Word::FutureAfter).is_some())
    }
}
