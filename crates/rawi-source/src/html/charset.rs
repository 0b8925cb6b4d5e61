//! The charset that a page declares in its head.

/// How many bytes are looked at.
const HEAD: usize = 4096;

/// The label in `<meta charset>`, `<meta http-equiv … content="…; charset=…">` or an XML declaration.
pub(crate) fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let mut rest = &head[..];
    while let Some(open) = rest.iter().position(|&b| b == b'<') {
        rest = &rest[open + 1..];
        let tag = &rest[..rest.iter().position(|&b| b == b'>').unwrap_or(rest.len())];
        let label = match tag {
            [b'm', b'e', b't', b'a', ..] => label_after(tag, b"charset"),
            [b'?', b'x', b'm', b'l', ..] => label_after(tag, b"encoding"),
            _ => None,
        };
        if label.is_some() {
            return label;
        }
    }
    None
}

fn label_after(tag: &[u8], name: &[u8]) -> Option<String> {
    let at = tag.windows(name.len()).position(|window| window == name)?;
    let value = tag[at + name.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let label: String = value.iter().map(|&b| char::from(b)).take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_all_three_ways() {
        assert_eq!(declared(b"<html><META CharSet='Windows-1256'>").as_deref(), Some("windows-1256"));
        let equiv = b"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\" />";
        assert_eq!(declared(equiv).as_deref(), Some("windows-1256"));
        assert_eq!(declared(b"<?xml version=\"1.0\" encoding=\"iso-8859-6\"?>").as_deref(), Some("iso-8859-6"));
        assert_eq!(declared(b"<meta name=\"charset\"><p charset=x>"), None);
    }
}
