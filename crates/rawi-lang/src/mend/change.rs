//! What a step changes, and the way from a mended line back to the line as it stood.

use rawi_text::ByteSpan;

use super::Reason;

/// One change of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its place in the line as it stands: the words that are touched.
    pub span: ByteSpan,
    /// What they become.
    pub new: String,
    /// Why, without repetition.
    pub reasons: Vec<Reason>,
}

#[derive(Clone, Copy, Debug)]
struct Patch {
    start: usize,
    end: usize,
    /// The length of what stands there now.
    new: usize,
    reason: Reason,
}

/// One step: its patches in the order of their places, and the line after it where there are any.
#[derive(Debug, Default)]
pub(super) struct Step {
    patches: Vec<Patch>,
    out: String,
    /// How much of the line before stands in `out`.
    done: usize,
}

impl Step {
    /// Begins with a new line.
    pub(super) fn begin(&mut self) {
        self.patches.clear();
        self.out.clear();
        self.done = 0;
    }

    /// Notes a change alone.
    pub(super) fn patch(&mut self, start: usize, end: usize, new: usize, reason: Reason) {
        self.patches.push(Patch { start, end, new, reason });
    }

    /// Makes a change, and notes it.
    pub(super) fn put(&mut self, line: &str, start: usize, end: usize, new: impl IntoIterator<Item = char>, reason: Reason) {
        self.out.push_str(&line[self.done..start]);
        let from = self.out.len();
        self.out.extend(new);
        self.patch(start, end, self.out.len() - from, reason);
        self.done = end;
    }

    /// What was written last, or stands before a place of the line where nothing has been.
    pub(super) fn before(&self, line: &str, at: usize) -> Option<char> {
        if at > self.done { line[self.done..at].chars().next_back() } else { self.out.chars().next_back() }
    }

    /// Ends the line.
    pub(super) fn end(&mut self, line: &str) {
        if !self.patches.is_empty() {
            self.out.push_str(&line[self.done..]);
        }
    }

    /// The line after the step.
    pub(super) fn result<'a>(&'a self, line: &'a str) -> &'a str {
        if self.patches.is_empty() { line } else { &self.out }
    }

    /// The place before the step of a place after it: the start or the end of what has been changed there.
    fn back(&self, at: usize, end: bool) -> usize {
        let (mut raw, mut now) = (0, 0);
        for patch in &self.patches {
            let start = now + (patch.start - raw);
            let stop = start + patch.new;
            if at < start || at == start && !end && patch.new > 0 {
                break;
            }
            if at < stop || at == start {
                return if end { patch.end } else { patch.start };
            }
            (raw, now) = (patch.end, stop);
        }
        raw + (at - now)
    }

    /// The place after the step of a place before it that the step has not touched.
    fn forth(&self, at: usize) -> usize {
        let (mut raw, mut now) = (0, 0);
        for patch in self.patches.iter().take_while(|p| p.end <= at) {
            now += patch.start - raw + patch.new;
            raw = patch.end;
        }
        now + (at - raw)
    }
}

/// All that several steps have changed, as changes of whole words.
pub(super) fn changes(line: &str, mended: &str, steps: &[&Step]) -> Vec<Change> {
    let mut touched: Vec<(usize, usize, Reason)> = Vec::new();
    for (n, step) in steps.iter().enumerate() {
        for patch in &step.patches {
            let (mut start, mut end) = (patch.start, patch.end);
            for before in steps[..n].iter().rev() {
                (start, end) = (before.back(start, false), before.back(end, true));
            }
            touched.push((start.min(end), end.max(start), patch.reason));
        }
    }
    touched.sort_unstable();
    let mut changes: Vec<Change> = Vec::new();
    for (start, end, reason) in touched {
        let from = line[..start].char_indices().rev().take_while(|&(_, c)| is_word(c)).last().map_or(start, |(at, _)| at);
        let to = end + line[end..].chars().take_while(|&c| is_word(c)).map(char::len_utf8).sum::<usize>();
        match changes.last_mut() {
            Some(last) if last.span.end as usize >= from && (last.span.end as usize > from || from < start) => {
                last.span.end = last.span.end.max(to as u32);
                if !last.reasons.contains(&reason) {
                    last.reasons.push(reason);
                }
            }
            _ => changes.push(Change { span: ByteSpan { start: from as u32, end: to as u32 }, new: String::new(), reasons: vec![reason] }),
        }
    }
    for change in &mut changes {
        let place = |at: u32| steps.iter().fold(at as usize, |at, step| step.forth(at));
        mended.get(place(change.span.start)..place(change.span.end)).unwrap_or_default().clone_into(&mut change.new);
    }
    changes
}

/// What belongs to a word for a reader, joiners and marks too.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{200C}' | '\u{200D}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}
