//! Pages that would take the parser too long or too much memory, told before it starts.

/// A page with more tags is refused; large real pages have some ten thousand.
const MAX_TAGS: usize = 250_000;

/// A page nested deeper is refused: the parser's time grows with the square of the depth.
const MAX_DEPTH: usize = 2_000;

/// Elements that end by themselves when the next one begins, or that hold nothing.
const NO_DEPTH: [&[u8]; 28] = [
    b"area",
    b"base",
    b"body",
    b"br",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"head",
    b"hr",
    b"html",
    b"img",
    b"input",
    b"li",
    b"link",
    b"meta",
    b"option",
    b"p",
    b"param",
    b"source",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"wbr",
];

/// Whether a page can be parsed in reasonable time and memory.
pub(crate) fn is_reasonable(source: &str) -> bool {
    let bytes = source.as_bytes();
    let (mut at, mut tags, mut depth) = (0, 0_usize, 0_usize);
    while let Some(open) = bytes[at..].iter().position(|&b| b == b'<') {
        at += open + 1;
        tags += 1;
        let closing = bytes.get(at) == Some(&b'/');
        let from = at + usize::from(closing);
        let length = bytes[from..].iter().take(12).take_while(|b| b.is_ascii_alphanumeric()).count();
        let name = bytes[from..from + length].to_ascii_lowercase();
        at = from + length;
        if length == 0 || NO_DEPTH.contains(&name.as_slice()) {
            // Counted as a tag only.
        } else if closing {
            depth = depth.saturating_sub(1);
        } else {
            depth += 1;
        }
        if tags > MAX_TAGS || depth > MAX_DEPTH {
            return false;
        }
        if !closing && matches!(name.as_slice(), b"script" | b"style") {
            at += end_of_raw(&bytes[at..], &name);
        }
    }
    true
}

/// Where the raw text of a script or style ends.
fn end_of_raw(bytes: &[u8], name: &[u8]) -> usize {
    let mut at = 0;
    while let Some(open) = bytes[at..].windows(2).position(|pair| pair == b"</") {
        at += open;
        if bytes[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_depth_and_number() {
        assert!(is_reasonable(&"<div><p>x</div>".repeat(10_000)));
        assert!(is_reasonable(&"<p>x<br><li>".repeat(10_000)));
        assert!(is_reasonable(&format!("<script>{}</script><p>x", "'<div>'".repeat(10_000))));
        assert!(!is_reasonable(&"<div>".repeat(2_001)));
        assert!(!is_reasonable(&"<p>".repeat(250_001)));
        assert!(is_reasonable("<script>") && is_reasonable("<") && is_reasonable("</"));
    }
}
