//! What is wrong in any language: controls of direction, byte order marks, odd spaces and joiners, elongation, letters
//! coded by their shape.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::change::Step;
use super::{Joiners, Reason};

const JOINER: char = '\u{200C}';
const TATWEEL: char = '\u{640}';

/// Mends the signs of a line.
pub(super) fn mend(line: &str, joiners: Joiners, step: &mut Step) {
    step.begin();
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|&b| ODD[usize::from(b)]) {
        at += found;
        // Letters and single spaces are by far the commonest.
        let next = bytes.get(at + 1).copied().unwrap_or_default();
        match bytes[at] {
            b' ' if next != b' ' && (!ODD[usize::from(next)] || next == 0xD9 || next == 0xD8 && bytes.get(at + 2) != Some(&0x9C)) => {
                at += 1;
                continue;
            }
            0xD8 if next != 0x9C => {
                at += 2;
                continue;
            }
            0xD9 if next != 0x80 => {
                at += 2;
                continue;
            }
            _ => {}
        }
        let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) else {
            at += 1;
            continue;
        };
        at = match c {
            TATWEEL => tatweel(line, at, joiners, step),
            _ if is_blank(c, joiners) => blanks(line, at, joiners, step),
            '\u{FB50}'..='\u{FBB1}'
            | '\u{FBD3}'..='\u{FC5D}'
            | '\u{FC64}'..='\u{FCF1}'
            | '\u{FCF5}'..='\u{FD3D}'
            | '\u{FD50}'..='\u{FDC7}'
            | '\u{FE80}'..='\u{FEFC}' => {
                step.put(line, at, at + c.len_utf8(), std::iter::once(c).nfkc(), Reason::Shape);
                at + c.len_utf8()
            }
            _ => at + c.len_utf8(),
        };
    }
    step.end(line);
}

/// The bytes that begin what this step looks at.
static ODD: [bool; 256] = {
    let mut odd = [false; 256];
    odd[0xC2] = true; // no-break space, soft hyphen
    odd[0xD8] = true; // Arabic letter mark
    odd[0xD9] = true; // tatweel
    odd[0xE2] = true; // general punctuation
    odd[0xE3] = true; // ideographic space
    odd[0xEF] = true; // presentation forms, byte order mark
    odd[b' ' as usize] = true;
    odd
};

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The non-joiner, and the space of no width that is typed for it.
fn is_joiner(c: char) -> bool {
    matches!(c, JOINER | '\u{200B}')
}

/// What is seen as a space or not at all; joiners only where they may be touched.
fn is_blank(c: char, joiners: Joiners) -> bool {
    is_space(c) || is_control(c) || is_joiner(c) && joiners != Joiners::Keep
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// A run of blanks: one space between words, one joiner between letters, else nothing.
fn blanks(line: &str, at: usize, joiners: Joiners, step: &mut Step) -> usize {
    let run: &str = &line[at..at + length(&line[at..], |c| is_blank(c, joiners))];
    let end = at + run.len();
    if run == " " {
        return end;
    }
    let (before, after) = (step.before(line, at), line[end..].chars().next());
    if run.contains(is_space) {
        let edge = before.is_none_or(char::is_whitespace) || after.is_none_or(char::is_whitespace);
        // At an edge blanks are a margin; their number stays.
        let spaces = if edge { run.chars().filter(|&c| is_space(c)).count() } else { 1 };
        if run.len() != spaces || run.contains(|c| c != ' ') {
            let reason = if run.contains(|c| is_space(c) && c != ' ') {
                Reason::OddSpace
            } else {
                run.chars().find(|&c| !is_space(c)).map_or(Reason::OddSpace, why)
            };
            step.put(line, at, end, std::iter::repeat_n(' ', spaces), reason);
        }
        return end;
    }
    let between = before.is_some_and(is_letter) && after.is_some_and(is_letter);
    if between && joiners == Joiners::Restore && run.contains(is_joiner) {
        if run != "\u{200C}" {
            step.put(line, at, end, Some(JOINER), Reason::OddJoiner);
        }
    } else {
        let stripped = joiners == Joiners::Strip && run.contains(is_joiner);
        step.put(line, at, end, None, if stripped { Reason::Stripped } else { run.chars().next().map_or(Reason::Control, why) });
    }
    end
}

/// Why a blank that is no space goes.
fn why(c: char) -> Reason {
    match c {
        '\u{FEFF}' => Reason::ByteOrderMark,
        _ if is_joiner(c) => Reason::OddJoiner,
        _ => Reason::Control,
    }
}

/// A stroke inside a word goes; one that ends it («هـ», year of the Hijra) or stands alone is meant.
fn tatweel(line: &str, at: usize, joiners: Joiners, step: &mut Step) -> usize {
    let through = |c| c == TATWEEL || is_control(c) || is_joiner(c) && joiners == Joiners::Strip;
    let end = at + length(&line[at..], through);
    let solid = |c: char| is_letter(c) && c != TATWEEL;
    if step.before(line, at).is_some_and(solid) && line[end..].chars().next().is_some_and(solid) {
        step.put(line, at, end, None, Reason::Tatweel);
        return end;
    }
    at + length(&line[at..], |c| c == TATWEEL)
}

/// How many bytes at the head are such characters.
fn length(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}
