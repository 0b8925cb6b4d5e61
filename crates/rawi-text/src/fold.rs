//! One normal form for the letters of both keyboards, the digits of three scripts and the marks between them, with a
//! way back to the text as it stands.
//!
//! Folding drops what does not change a word (short vowels, the elongation stroke, joiners and non-joiners, direction
//! marks), and gives every letter that is typed in several ways one shape. Both languages fold alike, so that a word is
//! found whichever keyboard wrote it and whether or not its non-joiners have survived.

use unicode_normalization::UnicodeNormalization;

use crate::ByteSpan;

/// What becomes of one character: itself or another, or nothing (`None`).
///
/// Presentation forms are not handled here, since one of them may stand for several letters: see [`fold`].
#[expect(clippy::match_same_arms, reason = "one arm for each reason to drop a character")]
pub fn fold_char(c: char) -> Option<char> {
    Some(match c {
        '\u{64A}' | '\u{649}' | '\u{626}' | '\u{6CD}' | '\u{6D0}' | '\u{6D2}' | '\u{6CE}' => '\u{6CC}', // the forms of yeh
        '\u{643}' | '\u{6AA}' => '\u{6A9}',                                                             // kaf
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => '\u{627}',                                     // alef with a mark
        '\u{629}' | '\u{6C0}' | '\u{6C1}' | '\u{6C2}' | '\u{6C3}' | '\u{6D5}' | '\u{6BE}' => '\u{647}', // teh marbuta, heh
        '\u{624}' => '\u{648}',                                                                         // waw with hamza
        '\u{660}'..='\u{669}' => digit(c, 0x660),
        '\u{6F0}'..='\u{6F9}' => digit(c, 0x6F0),
        'A'..='Z' => c.to_ascii_lowercase(),
        '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\r' => ' ',
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' => '\n',
        '\u{640}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => return None,
        // Short vowels and other marks.
        '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{FE00}'..='\u{FE0F}' => return None,
        _ => c,
    })
}

fn digit(c: char, zero: u32) -> char {
    char::from_u32(u32::from('0') + u32::from(c) - zero).unwrap_or(c)
}

/// Folds a text, without the map back.
///
/// ```
/// // "Khamenei": Arabic letters, a non-joiner, Persian letters
/// assert_eq!(rawi_text::fold("خامنه\u{200C}اي"), rawi_text::fold("خامنهای"));
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let table = table();
    for c in text.chars() {
        each(table, c, |f| out.push(f));
    }
    out
}

/// The key of a word or phrase for look-up: folded, and without spaces, so that «گفت وگو», «گفت‌وگو» and «گفتوگو»
/// (talk) are one.
pub fn key(phrase: &str) -> String {
    let mut key = String::with_capacity(phrase.len());
    letters(phrase, |c| key.push(c));
    key
}

/// Gives the letters of the [`key`] of a word or phrase.
pub(crate) fn letters(phrase: &str, mut out: impl FnMut(char)) {
    let table = table();
    for c in phrase.chars() {
        each(table, c, |f| {
            if !f.is_whitespace() {
                out(f);
            }
        });
    }
}

/// A text whose Latin letters have lost what is written above, below or through them: names are typed without.
///
/// ```
/// assert_eq!(rawi_text::bare("Erdoğan, Łukasz, Sørensen"), "Erdogan, Lukasz, Sorensen");
/// assert_eq!(rawi_text::bare("آیدین"), "آیدین"); // "Aydin"
/// ```
pub fn bare(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{300}'..='\u{36F}' => {}
            'ı' => out.push('i'),
            'Ø' => out.push('O'),
            'ø' => out.push('o'),
            'Ł' => out.push('L'),
            'ł' => out.push('l'),
            'Đ' | 'Ð' => out.push('D'),
            'đ' | 'ð' => out.push('d'),
            'Æ' => out.push_str("AE"),
            'æ' => out.push_str("ae"),
            'Œ' => out.push_str("OE"),
            'œ' => out.push_str("oe"),
            'Þ' => out.push_str("Th"),
            'þ' => out.push_str("th"),
            'ß' => out.push_str("ss"),
            '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
                out.extend(std::iter::once(c).nfd().filter(|d| !matches!(d, '\u{300}'..='\u{36F}')));
            }
            _ => out.push(c),
        }
    }
    out
}

/// One past the Arabic block, before which nearly all characters stand.
const END: usize = 0x700;

/// What becomes of each character before that: each becomes one or none.
type Table = [Option<char>; END];

fn table() -> &'static Table {
    static TABLE: std::sync::OnceLock<Table> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| std::array::from_fn(|c| char::from_u32(c as u32).and_then(fold_char)))
}

#[inline]
fn each(table: &Table, c: char, mut out: impl FnMut(char)) {
    if let Some(&folded) = table.get(c as usize) {
        if let Some(f) = folded {
            out(f);
        }
    } else if matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}') {
        for part in std::iter::once(c).nfkc().filter_map(fold_char) {
            out(part);
        }
    } else if let Some(f) = fold_char(c) {
        out(f);
    }
}

/// A folded text with the way back to the raw text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normal {
    /// The folded text.
    pub text: String,
    /// Its pieces in order.
    pieces: Vec<Piece>,
    /// The raw length.
    len: u32,
}

/// Letters that stand side by side in the raw text too, each as long as there; or by itself what one raw character of another length
/// has become.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the folded text.
    start: u32,
    /// The raw text it came from.
    raw: ByteSpan,
    even: bool,
}

impl Piece {
    /// Where the character at a place of the folded text begins in the raw text.
    fn start_of(&self, at: u32) -> u32 {
        if self.even { self.raw.start + (at - self.start) } else { self.raw.start }
    }

    /// Where the character before a place of the folded text ends in the raw text.
    fn end_of(&self, at: u32) -> u32 {
        if self.even { self.raw.start + (at - self.start) } else { self.raw.end }
    }
}

impl Normal {
    /// Folds a text and keeps the way back.
    pub fn new(raw: &str) -> Self {
        let mut text = String::with_capacity(raw.len());
        let mut pieces: Vec<Piece> = Vec::new();
        let table = table();
        for (at, c) in raw.char_indices() {
            let start = text.len();
            let mut letters = 0;
            each(table, c, |f| {
                text.push(f);
                letters += 1;
            });
            let even = letters == 1 && text.len() - start == c.len_utf8();
            let end = (at + c.len_utf8()) as u32;
            match pieces.last_mut() {
                Some(last) if even && last.even && last.raw.end == at as u32 => last.raw.end = end,
                _ if letters > 0 => pieces.push(Piece { start: start as u32, raw: ByteSpan { start: at as u32, end }, even }),
                _ => {}
            }
        }
        Self { text, pieces, len: raw.len() as u32 }
    }

    /// The raw words of a span of the folded text, from the first letter's first byte to the last letter's last.
    pub fn raw(&self, span: ByteSpan) -> ByteSpan {
        let mut piece = self.pieces.partition_point(|p| p.start <= span.start).saturating_sub(1);
        self.raw_behind(span, &mut piece)
    }

    /// The same of one span behind another, from whose last piece on it is looked for.
    pub(crate) fn raw_behind(&self, span: ByteSpan, piece: &mut usize) -> ByteSpan {
        let mut piece_at = |at: u32| {
            while self.pieces.get(*piece + 1).is_some_and(|next| next.start <= at) {
                *piece += 1;
            }
            &self.pieces[*piece]
        };
        if span.start as usize >= self.text.len() {
            return ByteSpan { start: self.len, end: self.len };
        }
        let start = piece_at(span.start).start_of(span.start);
        let end = if span.is_empty() { start } else { piece_at(span.end - 1).end_of(span.end) };
        ByteSpan { start, end }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for (a, b) in [
            ("علي", "علی"),
            ("كتاب", "کتاب"),
            ("مُحَمَّد", "محمد"),
            ("محـــمد", "محمد"),
            ("خانۀ", "خانه"),
            ("١٤٠٢", "1402"),
            ("۱۴۰۲", "1402"),
            ("ﻣﺤﻤﺪ", "محمد"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(key("گفت و گو"), key("گفت\u{200C}وگو"));
    }

    proptest! {
        #[test]
        fn every_piece_leads_back(raw in "(?s).{0,120}") {
            let normal = Normal::new(&raw);
            prop_assert_eq!(&normal.text, &fold(&raw));
            let mut at = 0;
            for (i, c) in normal.text.char_indices() {
                let back = normal.raw(ByteSpan::new(i..i + c.len_utf8()));
                prop_assert!(raw.is_char_boundary(back.start as usize) && raw.is_char_boundary(back.end as usize));
                prop_assert!(back.start >= at && !back.is_empty());
                prop_assert!(fold(back.of(&raw)).contains(c));
                at = back.start;
            }
        }
    }
}
