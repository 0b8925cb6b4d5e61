//! Letters of the other keyboard, and digits.

use rawi_model::Language;

use super::change::Step;
use super::{Digits, Letters, Reason};

/// Mends the letters and digits of a line. The language is asked for only where it matters.
pub(super) fn mend(line: &str, letters: Letters, digits: Digits, language: impl FnOnce() -> Language, step: &mut Step) {
    step.begin();
    let wanted = match letters {
        Letters::Keep => None,
        Letters::Persian => Some(Letters::Persian),
        Letters::Arabic => Some(Letters::Arabic),
        Letters::Auto => {
            let foreign = line.as_bytes().windows(2).any(|w| matches!(w, [0xD9, 0x83 | 0x89 | 0x8A] | [0xDA, 0xAA]));
            (foreign && language() == Language::Fa).then_some(Letters::Persian)
        }
    };
    if wanted.is_none() && digits == Digits::Keep {
        return;
    }
    for (at, c) in line.char_indices() {
        let new = match wanted {
            Some(Letters::Persian) => persian(c),
            Some(Letters::Arabic) => arabic(c),
            _ => None,
        };
        if let Some(new) = new {
            step.put(line, at, at + c.len_utf8(), Some(new), Reason::Keyboard);
        } else if let Some(new) = digit(c, digits).filter(|&new| new != c) {
            step.put(line, at, at + c.len_utf8(), Some(new), Reason::Digit);
        }
    }
    step.end(line);
}

/// Yeh and kaf as Persian writes them.
fn persian(c: char) -> Option<char> {
    match c {
        '\u{64A}' | '\u{649}' => Some('\u{6CC}'),
        '\u{643}' | '\u{6AA}' => Some('\u{6A9}'),
        _ => None,
    }
}

/// Yeh and kaf as Arabic writes them.
fn arabic(c: char) -> Option<char> {
    match c {
        '\u{6CC}' => Some('\u{64A}'),
        '\u{6A9}' | '\u{6AA}' => Some('\u{643}'),
        _ => None,
    }
}

fn digit(c: char, digits: Digits) -> Option<char> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6F0}'..='\u{6F9}' => u32::from(c) - 0x6F0,
        _ => return None,
    };
    let zero = match digits {
        Digits::Keep => return None,
        Digits::Persian => 0x6F0,
        Digits::Arabic => 0x660,
        Digits::Latin => u32::from('0'),
    };
    char::from_u32(zero + value)
}
