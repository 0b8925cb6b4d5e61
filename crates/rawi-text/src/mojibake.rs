//! Text that was once decoded as what it is not: «Ø³Ù„Ø§Ù…», «ط³ظ„ط§ظ…», «`ÓáÇã`» for «سلام» (peace).
//!
//! A line is put right only where its letters, taken back to bytes, can be nothing else: valid UTF-8 of Arabic letters, or
//! words all of accented Latin letters that in windows-1256 have the letters that both languages use most.

use std::ops::Range;

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1256};

/// How many characters beyond ASCII a stretch must have for its letters to be counted.
const ENOUGH: usize = 6;

/// A stretch of a line that was decoded wrongly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it should be.
    pub text: String,
}

/// The stretches of a line that were decoded wrongly, in order; none where that is not certain.
///
/// ```
/// let found = rawi_text::mojibake("BBC: ÙˆØ²ÛŒØ± Ø¢Ù…Ø¯"); // "the minister came", UTF-8 taken for windows-1252
/// assert_eq!(found[0].text, "BBC: وزیر آمد");
/// assert!(rawi_text::mojibake("Müller à la carte").is_empty());
/// ```
pub fn mojibake(line: &str) -> Vec<Mojibake> {
    let count = Count::of(line);
    if count.beyond < ENOUGH {
        return Vec::new();
    }
    let found = if count.latin_leads * 3 >= count.beyond {
        stretches(line, WINDOWS_1252, utf8)
    } else if count.arabic_leads * 3 >= count.beyond {
        stretches(line, WINDOWS_1256, utf8)
    } else {
        Vec::new()
    };
    if found.is_empty() && count.latin * 10 >= count.beyond * 7 { stretches(line, WINDOWS_1252, windows_1256) } else { found }
}

/// Whether a line looks as if it had been decoded wrongly, though it can't be put right.
pub fn is_garbled(line: &str) -> bool {
    let count = Count::of(line);
    count.beyond >= 4 * ENOUGH && count.latin_leads.max(count.arabic_leads) * 5 >= count.beyond * 2
}

/// What the characters beyond ASCII are.
#[derive(Default)]
struct Count {
    beyond: usize,
    /// Those that the first byte of an Arabic letter in UTF-8 becomes in windows-1252 and in windows-1256.
    latin_leads: usize,
    arabic_leads: usize,
    /// Accented Latin letters.
    latin: usize,
}

impl Count {
    fn of(line: &str) -> Self {
        let bytes = line.as_bytes();
        // Counted by the bytes of UTF-8, in parts that are counted at once; accented Latin letters, which begin with C3 to
        // C6, are rare.
        let (mut beyond, mut arabic_leads, mut latin) = (0, 0, 0);
        for part in bytes.chunks(usize::from(u8::MAX)) {
            beyond += usize::from(part.iter().map(|&b| u8::from(b >= 0xC0)).sum::<u8>());
            latin += usize::from(part.iter().map(|&b| u8::from((0xC3..=0xC6).contains(&b))).sum::<u8>());
        }
        let second = bytes.get(1..).unwrap_or_default();
        for (first, second) in bytes.chunks(usize::from(u8::MAX)).zip(second.chunks(usize::from(u8::MAX))) {
            let leads = first.iter().zip(second).map(|(&a, &b)| u8::from((a == 0xD8) & (0xB7..=0xBA).contains(&b)));
            arabic_leads += usize::from(leads.sum::<u8>());
        }
        let mut count = Self { beyond, latin_leads: 0, arabic_leads, latin: 0 };
        if latin > 0 {
            for c in line.chars() {
                count.latin_leads += usize::from(matches!(c, '\u{D8}'..='\u{DB}'));
                count.latin += usize::from(is_latin(c));
            }
        }
        count
    }
}

fn is_latin(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{FF}' | '\u{152}'..='\u{153}' | '\u{160}'..='\u{161}' | '\u{178}' | '\u{17D}'..='\u{17E}' | '\u{192}')
}

/// Takes each longest stretch that an encoding can write back to its bytes, and those to what they should have been.
fn stretches(line: &str, taken_for: &'static Encoding, decode: fn(&[u8]) -> Option<String>) -> Vec<Mojibake> {
    let mut found = Vec::new();
    let (mut start, mut bytes) = (0, Vec::new());
    let mut close = |start: usize, end: usize, bytes: &mut Vec<u8>| {
        if let Some(text) = decode(bytes).filter(|_| bytes.iter().filter(|b| !b.is_ascii()).count() >= ENOUGH) {
            found.push(Mojibake { range: start..end, text });
        }
        bytes.clear();
    };
    let mut letter = [0; 4];
    for (at, c) in line.char_indices() {
        let (written, _, unmappable) = taken_for.encode(c.encode_utf8(&mut letter));
        // Some readers keep the bytes that windows-1252 gives other characters as controls.
        if let '\u{80}'..='\u{9F}' = c {
            bytes.push(c as u8);
        } else if unmappable {
            close(start, at, &mut bytes);
            start = at + c.len_utf8();
        } else {
            bytes.extend_from_slice(&written);
        }
    }
    close(start, line.len(), &mut bytes);
    found
}

/// UTF-8 whose characters beyond ASCII are mostly Arabic letters.
fn utf8(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let beyond = text.chars().filter(|c| !c.is_ascii()).count();
    let arabic = text.chars().filter(|c| matches!(c, '\u{600}'..='\u{6FF}' | '\u{200C}')).count();
    (arabic * 10 >= beyond * 7).then(|| text.to_owned())
}

/// Words all of letters beyond ASCII, which in windows-1256 are Arabic or Persian.
fn windows_1256(bytes: &[u8]) -> Option<String> {
    /// alef, lam, yeh, waw, noon, meem, reh, teh: three letters in five of either language, one in five of a word in
    /// Greek or Cyrillic letters that had the same fate.
    const COMMON: [char; 8] = ['\u{627}', '\u{644}', '\u{64A}', '\u{648}', '\u{646}', '\u{645}', '\u{631}', '\u{62A}'];
    let (text, _, lossy) = WINDOWS_1256.decode(bytes);
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().nth(1).is_some());
    let whole = words().filter(|w| w.chars().all(|c| !c.is_ascii())).count();
    let letters = text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count();
    let common = text.chars().filter(|c| COMMON.contains(c)).count();
    (!lossy && whole >= 2 && whole * 10 >= words().count() * 7 && common * 5 >= letters * 2).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [&str; 3] = [
        "وزیر نیرو گفت که آب سد کافی است و می\u{200C}ماند.", // the minister of energy said the water of the dam is enough and stays
        "قال الوزير إن المياه كافية في السد، وأكد أن العمل مستمر.",
        "BBC فارسی: بازار مرزی ۱۲ خرداد باز شد", // the border market opened on 2 June
    ];

    fn spoil(bytes: &[u8], taken_for: &'static Encoding) -> String {
        taken_for.decode_without_bom_handling(bytes).0.into_owned()
    }

    fn mended(line: &str) -> String {
        let mut out = line.to_owned();
        for found in mojibake(line).into_iter().rev() {
            out.replace_range(found.range, &found.text);
        }
        out
    }

    #[test]
    fn what_was_decoded_wrongly_once_is_put_right() {
        for line in LINES {
            for taken_for in [WINDOWS_1252, WINDOWS_1256] {
                assert_eq!(mended(&spoil(line.as_bytes(), taken_for)), line);
            }
        }
        let (bytes, _, _) = WINDOWS_1256.encode(LINES[1]);
        assert_eq!(mended(&spoil(&bytes, WINDOWS_1252)), LINES[1]);
    }

    #[test]
    fn what_is_right_or_not_certain_stays() {
        for line in LINES {
            assert!(mojibake(line).is_empty() && !is_garbled(line), "{line}");
        }
        for line in ["Le ministre a été reçu à l\u{2019}Élysée", "Þórður sagði að áin væri köld", "Gözde'nin çiçeği", "طعم عطر غلیظ"]
        {
            assert!(mojibake(line).is_empty(), "{line}");
        }
        // "good morning, my brothers" in Russian, windows-1251 taken for windows-1252
        assert!(mojibake("Äîáðîå óòðî, ìîè áðàòüÿ").is_empty());
        let controls: String = LINES[0].bytes().map(char::from).collect();
        assert_eq!(mended(&controls), LINES[0]);
        // A byte was lost on the way.
        let spoiled = spoil(LINES[0].as_bytes(), WINDOWS_1252).replacen('\u{B2}', "", 1);
        assert!(mojibake(&spoiled).is_empty() && is_garbled(&spoiled));
    }

    proptest::proptest! {
        #[test]
        fn stretches_are_in_order(line in "[\\PCØÙÛطظ ÇáíÓ]{0,60}") {
            let mut at = 0;
            for found in mojibake(&line) {
                proptest::prop_assert!(found.range.start >= at && line.get(found.range.clone()).is_some());
                at = found.range.end;
            }
        }
    }
}
