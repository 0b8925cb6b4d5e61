//! Mending JSON that strict parsers refuse and crawlers write: halves of surrogate pairs, bare control characters in
//! strings, `NaN` for a missing value.

/// The record with its faults mended, and whether letters were lost by it; none when there is nothing to mend.
pub(crate) fn mend(json: &str) -> Option<(String, bool)> {
    let bytes = json.as_bytes();
    let mut out = String::with_capacity(json.len() + 16);
    let (mut copied, mut at, mut in_string, mut lost) = (0, 0, false, false);
    while at < bytes.len() {
        let (length, replacement) = match (in_string, bytes[at]) {
            (true, b'\\') => match surrogate(&bytes[at..]) {
                Escape::Half => (6, Some("\\uFFFD".to_owned())),
                Escape::Pair => (12, None),
                Escape::Other => (2, None),
            },
            (true, byte) if byte < 0x20 => (1, Some(format!("\\u{byte:04x}"))),
            (false, b'N') if json[at..].starts_with("NaN") => (3, Some("null".to_owned())),
            (false, b'I') if json[at..].starts_with("Infinity") => {
                let negative = copied < at && bytes[at - 1] == b'-';
                if negative {
                    out.push_str(&json[copied..at - 1]);
                    copied = at;
                }
                (8, Some("null".to_owned()))
            }
            (_, b'"') => {
                in_string = !in_string;
                (1, None)
            }
            _ => (1, None),
        };
        if let Some(replacement) = replacement {
            lost |= length == 6;
            out.push_str(&json[copied..at]);
            out.push_str(&replacement);
            copied = at + length;
        }
        at += length;
    }
    if copied == 0 {
        return None;
    }
    out.push_str(json.get(copied..).unwrap_or(""));
    Some((out, lost))
}

enum Escape {
    Half,
    Pair,
    Other,
}

/// What an escape at the head is: half of a surrogate pair, a whole pair, or something else.
fn surrogate(bytes: &[u8]) -> Escape {
    match unit(bytes) {
        Some(0xD800..=0xDBFF) => match bytes.get(6..).and_then(unit) {
            Some(0xDC00..=0xDFFF) => Escape::Pair,
            _ => Escape::Half,
        },
        Some(0xDC00..=0xDFFF) => Escape::Half,
        _ => Escape::Other,
    }
}

/// The code unit of a `\uXXXX` at the head.
fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    let digits = std::str::from_utf8(digits).ok().filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn halves_of_pairs() {
        let (mended, lost) = mend(r#"{"a": "گل\ud83c و \udf39\ud83c\udf39 \\ud83c"}"#).unwrap();
        assert_eq!(mended, r#"{"a": "گل\uFFFD و \uFFFD\ud83c\udf39 \\ud83c"}"#);
        assert!(lost);
        assert_eq!(mend(r#"{"a": "\ud83c"#).unwrap().0, r#"{"a": "\uFFFD"#);
    }

    #[test]
    fn control_characters_and_missing_numbers() {
        let (mended, lost) = mend("{\"NaN\": \"a\tb\nNaN\", \"n\": NaN,\n\"m\": [-Infinity, Infinity]}").unwrap();
        assert_eq!(mended, "{\"NaN\": \"a\\u0009b\\u000aNaN\", \"n\": null,\n\"m\": [null, null]}");
        assert!(!lost);
        assert!(mend(r#"{"a": 1}"#).is_none());
    }

    proptest! {
        #[test]
        fn never_panics_and_mends_once(json in r#"[{}\[\]"\\uUdD8cCNaIinfty\-:,گ\n 0-9]{0,60}"#) {
            if let Some((mended, _)) = mend(&json) {
                prop_assert!(mend(&mended).is_none());
            }
        }
    }
}
