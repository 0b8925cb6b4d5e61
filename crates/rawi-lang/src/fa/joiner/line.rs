//! One line after another: what is known of each piece, what the line tells of its damage, and what is joined.

use rawi_model::Language;
use rawi_text::ByteSpan;

use super::letter::{self, Hash};
use super::piece::{Gap, Letters, Line, Piece};
use super::table::{
    AFTER_HE, DEGREE, ENDING, HABIT, LEFT, OFTEN, OPENING, PLURAL, Pair, RIGHT, STEM, Table, VERB, VERBAL, ending_key, table,
};
use super::{Edit, Kind, Loss};
use crate::detect;

/// A first or last piece joins a word it was not seen with where at least this share of the others are joined.
const READY: f32 = 0.85;

/// Finds lost joiners in one text after another, with the same memory.
#[derive(Debug)]
pub struct Restorer {
    table: &'static Table,
    line: Line,
    any_language: bool,
}

impl Default for Restorer {
    fn default() -> Self {
        Self::new()
    }
}

/// One side of a gap.
#[derive(Clone, Copy)]
struct Side {
    hash: Hash,
    flags: u32,
    last: u8,
    letters: u32,
}

impl Restorer {
    /// For texts whose language is told line by line.
    pub fn new() -> Self {
        Self { table: table(), line: Line::default(), any_language: false }
    }

    /// For texts that are Persian throughout.
    pub fn persian() -> Self {
        Self { any_language: true, ..Self::new() }
    }

    /// Adds the joiners that a text has lost, in the order of their places.
    pub fn edits(&mut self, text: &str, edits: &mut Vec<Edit>) {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            self.line_edits(line, start as u32, edits);
            start += line.len();
        }
    }

    fn line_edits(&mut self, text: &str, start: u32, edits: &mut Vec<Edit>) {
        self.line.read(text);
        if self.line.pieces.is_empty() {
            return;
        }
        if !self.any_language && !self.line.signs.surely_persian() && !matches!(detect::detect(text), Language::Fa | Language::Other) {
            return;
        }
        let (mut lost, mut habit) = (false, false);
        for piece in &mut self.line.pieces {
            let bytes = &text.as_bytes()[piece.start as usize..piece.end as usize];
            let word = self.table.look(piece.hash, piece.letters, bytes);
            piece.flags = word.flags;
            piece.cuts = word.cuts;
            if word.cuts != 0 {
                habit |= word.flags & HABIT != 0;
                lost |= word.flags & HABIT == 0;
            }
        }
        // Common habits are cut only where the line has surely lost joiners, others also where it has none at all.
        let cut_habits = habit && (lost || !(self.line.kept || self.spaces_for_joiners()));
        let left_alone = match (lost, cut_habits) {
            (true, _) => 0,
            (false, true) => OFTEN,
            (false, false) => HABIT,
        };
        let mut before: Option<(Side, Gap, u32)> = None;
        for piece in &self.line.pieces {
            let cuts = if piece.flags & left_alone != 0 { 0 } else { piece.cuts };
            if cuts == 0 {
                let side = Side { hash: piece.hash, flags: piece.flags, last: piece.last, letters: piece.letters };
                self.join(text, before, piece.start, side, start, edits);
                before = Some((side, piece.gap, piece.end));
            } else {
                before = Some(self.cut(text, piece, cuts, before, start, edits));
            }
        }
    }

    /// Whether the line shows spaces where joiners were.
    fn spaces_for_joiners(&self) -> bool {
        self.line.pieces.windows(2).any(|two| {
            let [a, b] = [two[0], two[1]];
            a.gap == Gap::Space
                && a.flags & LEFT != 0
                && b.flags & RIGHT != 0
                && self.table.pairs.get(a.hash.beside(b.hash)) == Some(Pair::Surely)
        })
    }

    /// Cuts a glued word; gives its last part.
    fn cut(
        &self,
        text: &str,
        piece: &Piece,
        cuts: u32,
        mut before: Option<(Side, Gap, u32)>,
        start: u32,
        edits: &mut Vec<Edit>,
    ) -> (Side, Gap, u32) {
        let bytes = &text.as_bytes()[piece.start as usize..piece.end as usize];
        let mut side = Side { hash: Hash::default(), flags: 0, last: 0, letters: 0 };
        let (mut letters, mut from) = (0u32, piece.start);
        for (n, pair) in bytes.chunks_exact(2).enumerate() {
            let code = letter::code(pair[0], pair[1]);
            if code == letter::MARK {
                continue;
            }
            let at = piece.start + 2 * n as u32;
            if letters > 0 && cuts >> letters & 1 == 1 {
                side.flags = self.flags(side.hash);
                self.part(text, before, from, side, start, edits);
                before = Some((side, Gap::Joiner, at));
                side = Side { hash: Hash::default(), flags: 0, last: 0, letters: 0 };
                from = at;
            }
            side.hash = side.hash.with(code);
            side.last = code;
            side.letters += 1;
            letters += 1;
        }
        side.flags = self.flags(side.hash);
        self.part(text, before, from, side, start, edits);
        (side, piece.gap, piece.end)
    }

    /// One part of a word that was cut: the first may be joined to the word before, the others are set off.
    fn part(&self, text: &str, before: Option<(Side, Gap, u32)>, at: u32, side: Side, start: u32, edits: &mut Vec<Edit>) {
        match before {
            Some((left, Gap::Joiner, end)) if end == at => {
                let place = start + at;
                edits.push(Edit { span: ByteSpan { start: place, end: place }, loss: Loss::Deleted, kind: kind(left, side, self.table) });
            }
            _ => self.join(text, before, at, side, start, edits),
        }
    }

    fn flags(&self, hash: Hash) -> u32 {
        self.table.words.get(hash).map_or(0, |w| w.flags)
    }

    /// Joins a piece to the one before over a space, where that is right.
    fn join(&self, text: &str, before: Option<(Side, Gap, u32)>, at: u32, right: Side, start: u32, edits: &mut Vec<Edit>) {
        let Some((left, Gap::Space, end)) = before else { return };
        if right.flags & RIGHT == 0 && left.flags & OPENING == 0 && left.flags & VERBAL == 0 {
            return;
        }
        if self.joins(text, left, right, at) {
            let span = ByteSpan { start: start + end, end: start + at };
            edits.push(Edit { span, loss: Loss::Space, kind: kind(left, right, self.table) });
        }
    }

    fn joins(&self, text: &str, left: Side, right: Side, at: u32) -> bool {
        if left.flags & LEFT != 0
            && right.flags & RIGHT != 0
            && let Some(pair) = self.table.pairs.get(left.hash.beside(right.hash))
        {
            return pair != Pair::Apart;
        }
        if left.flags & VERBAL != 0 {
            return right.flags & VERB != 0 || self.is_verb(text, at, right);
        }
        if right.flags & ENDING != 0 && (left.flags & (STEM | RIGHT) != 0 || right.flags & PLURAL != 0 && left.letters > 2) {
            let ready = self.table.endings.get(ending_key(right.hash, left.last == self.table.he));
            if ready.is_some_and(|r| r.apart >= READY) {
                return true;
            }
        }
        left.flags & OPENING != 0 && right.letters > 1 && self.table.openings.get(left.hash).is_some_and(|r| r.apart >= READY)
    }

    /// Whether the letters at a place are a form of a known verb.
    fn is_verb(&self, text: &str, at: u32, side: Side) -> bool {
        // The side ends where its letters do, so that only as many are looked at.
        let bytes = &text.as_bytes()[at as usize..];
        let mut end = 0;
        let mut left = side.letters;
        while left > 0 && end + 1 < bytes.len() {
            left -= u32::from(letter::code(bytes[end], bytes[end + 1]) != letter::MARK);
            end += 2;
        }
        Letters::of(&bytes[..end]).is_some_and(|letters| self.table.is_verb(&letters, 0, letters.len()))
    }
}

/// What a joiner between two pieces joins.
fn kind(left: Side, right: Side, table: &Table) -> Kind {
    if left.flags & VERBAL != 0 {
        Kind::Verb
    } else if right.flags & PLURAL != 0 {
        Kind::Plural
    } else if right.flags & DEGREE != 0 {
        Kind::Degree
    } else if right.flags & AFTER_HE != 0 && left.last == table.he {
        Kind::AfterHe
    } else {
        Kind::Compound
    }
}
