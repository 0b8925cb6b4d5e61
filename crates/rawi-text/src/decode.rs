//! From bytes to text: the mark at the head, the declared charset, then what the bytes look like.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

/// A text and how it was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding's name: `UTF-8`, `windows-1256`, …
    pub encoding: &'static str,
    /// Whether some bytes had no meaning in it and became U+FFFD.
    pub lossy: bool,
}

/// Decodes bytes: by their byte order mark, else as UTF-8 where they are that, else by the declared charset, else by
/// what they look like.
///
/// ```
/// let decoded = rawi_text::decode(&[0xE6, 0xD2, 0xED, 0xD1], Some("windows-1256"));
/// assert_eq!(decoded.text, "وزير"); // "minister"
/// ```
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..]);
    }
    if let Some(text) = utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding: UTF_8.name(), lossy: false };
    }
    if let Some(encoding) = declared.and_then(|label| Encoding::for_label(label.as_bytes())) {
        let decoded = with(encoding, bytes);
        if !decoded.lossy {
            return decoded;
        }
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(1 << 16)], true);
    with(detector.guess(None, chardetng::Utf8Detection::Allow), bytes)
}

/// The text of bytes that are UTF-8; none where they are not.
///
/// ```
/// assert_eq!(rawi_text::utf8("وزير".as_bytes()), Some("وزير")); // "minister"
/// assert_eq!(rawi_text::utf8(&[0xE6, 0xD2]), None);
/// ```
pub fn utf8(bytes: &[u8]) -> Option<&str> {
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(Cow::Borrowed(text)) => Some(text),
        _ => None,
    }
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), lossy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_mark_by_declaration_and_by_look() {
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("سلام".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&utf16, None).text, "سلام");
        let line = "استقبل الوزير في مكتبه أمس وفدا من تجار المدينة وبحث معهم شؤون السوق";
        let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(line);
        assert_eq!(decode(&bytes, None).text, line);
        assert_eq!(decode("وزیر".as_bytes(), Some("windows-1256")).text, "وزیر");
        assert!(decode(&[0xD9, 0xFF, 0x00], Some("utf-8")).text.len() < 12);
    }
}
