//! Text files.

use rawi_text::{decode, is_garbled, mojibake};

use crate::document::RawDocument;
use crate::error::{Place, SourceError};

/// Reads a text file; the text is kept as it is, with its line ends and blanks.
pub(crate) fn read(place: &Place, bytes: &[u8]) -> Result<RawDocument, SourceError> {
    let mut raw = RawDocument::of(place, None, bytes, "text/plain");
    raw.document.text = text_of(&mut raw, place, bytes, None)?;
    Ok(raw)
}

/// Decodes the bytes of a whole file and notes what a reader should know about it.
pub(crate) fn text_of(raw: &mut RawDocument, place: &Place, bytes: &[u8], declared: Option<&str>) -> Result<String, SourceError> {
    let decoded = match utf16_without_mark(bytes) {
        Some(mark) => decode(&[&mark[..], bytes].concat(), None),
        None => decode(bytes, declared),
    };
    if decoded.text.trim().is_empty() {
        return Err(SourceError::Empty { place: place.clone() });
    }
    let text = respelled(raw, decoded.text);
    if is_binary(&text) {
        return Err(SourceError::NotText { place: place.clone() });
    }
    if decoded.lossy {
        raw.note("decode/lossy", format!("Some bytes have no meaning in {} and are shown as U+FFFD.", decoded.encoding));
    } else if decoded.encoding != "UTF-8" {
        raw.note("decode/legacy", format!("The bytes were read as {}.", decoded.encoding));
    }
    Ok(text)
}

/// The text with the lines put right that were decoded wrongly once, and notes of them and of those that can't be.
pub(crate) fn respelled(raw: &mut RawDocument, text: String) -> String {
    let (mut mended, mut garbled) = (0_usize, 0_usize);
    let mut out = String::new();
    // How much of the text stands in `out`.
    let mut done = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let found = mojibake(line);
        let end = at + line.len();
        if found.is_empty() {
            garbled += usize::from(is_garbled(line));
        } else {
            out.push_str(&text[done..at]);
            let from = out.len();
            done = at;
            for piece in &found {
                out.push_str(&text[done..at + piece.range.start]);
                out.push_str(&piece.text);
                done = at + piece.range.end;
            }
            out.push_str(&text[done..end]);
            done = end;
            mended += 1;
            garbled += usize::from(is_garbled(&out[from..]));
        }
        at = end;
    }
    let text = if mended == 0 { text } else { out + &text[done..] };
    if mended > 0 {
        raw.note("decode/mojibake", format!("Lines that had been decoded wrongly once and were put right: {mended}."));
    }
    if garbled > 0 {
        raw.note("decode/garbled", format!("Lines that look as if they had been decoded wrongly and can't be put right: {garbled}."));
    }
    text
}

/// The byte order mark that a text in UTF-16 lacks, when its bytes look like that: every second one is that of a block
/// of letters (Latin, Arabic, general punctuation).
fn utf16_without_mark(bytes: &[u8]) -> Option<[u8; 2]> {
    let head = &bytes[..bytes.len().min(4096)];
    if head.len() < 8 || head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        return None;
    }
    let pairs = head.len() / 2;
    let high = |offset: usize| head.chunks_exact(2).filter(|pair| matches!(pair[offset], 0x00 | 0x06 | 0x20)).count();
    let zero = |offset: usize| head.chunks_exact(2).any(|pair| pair[offset] == 0);
    match (high(0) * 10 >= pairs * 9, high(1) * 10 >= pairs * 9) {
        (true, false) if zero(0) => Some([0xFE, 0xFF]),
        (false, true) if zero(1) => Some([0xFF, 0xFE]),
        _ => None,
    }
}

/// Whether a text is none: more than one character in fifty is a control character, or most could not be decoded.
fn is_binary(text: &str) -> bool {
    let (mut total, mut control, mut lost) = (0_usize, 0_usize, 0_usize);
    for c in text.chars().take(1 << 16) {
        total += 1;
        control += usize::from(c.is_control() && !c.is_whitespace());
        lost += usize::from(c == '\u{FFFD}');
    }
    control * 50 > total || lost * 3 > total
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<RawDocument, SourceError> {
        read(&Place::named("a.txt"), bytes)
    }

    #[test]
    fn kept_as_it_is() {
        // "The ambassador arrived."
        let raw = text("  سفیر وارد شد.\r\n\r\n".as_bytes()).unwrap();
        assert_eq!(raw.document.text, "  سفیر وارد شد.\r\n\r\n");
        assert_eq!((raw.document.source.as_str(), raw.document.media_type.as_str()), ("a.txt", "text/plain"));
        assert!(raw.notes.is_empty() && raw.document.title.is_none() && raw.document.blocks.is_empty());
    }

    #[test]
    fn utf16_with_and_without_mark() {
        let line = "دیدار سفیر با وزیر در تهران برگزار شد.\n"; // "the ambassador's meeting with the minister was held in Tehran"
        let bytes: Vec<u8> = line.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&bytes).unwrap().document.text, line);
        let bytes: Vec<u8> = line.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&bytes).unwrap().document.text, line);
    }

    #[test]
    fn empty_and_binary_files_are_errors() {
        assert!(matches!(text(b""), Err(SourceError::Empty { .. })));
        assert!(matches!(text(b" \r\n\xEF\xBB\xBF"), Err(SourceError::Empty { .. }) | Ok(_)));
        let noise: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(matches!(text(&noise), Err(SourceError::NotText { .. })));
    }
}
