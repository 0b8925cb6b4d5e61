//! Which kind of file it is: by name, and where there is no name by look.

use std::ffi::OsStr;
use std::path::Path;

/// The kinds of content that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One document, text alone.
    Plain,
    /// One page.
    Html,
    /// One record a line.
    Lines,
    /// One array of records, or one record.
    Json,
    /// Whatever it looks like: standard input, and files without a telling name.
    Look,
}

/// How it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    /// Not at all.
    None,
    /// Gzip.
    Gzip,
    /// Zstandard.
    Zstd,
    /// To be told by the first bytes.
    Look,
}

/// Kind and packing of a file by its name; no kind when the name tells none of those that can be read.
pub(crate) fn by_name(path: &Path) -> (Option<Kind>, Packing) {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or("").to_ascii_lowercase();
    let (name, packing) = if let Some(inner) = name.strip_suffix(".gz") {
        (inner, Packing::Gzip)
    } else if let Some(inner) = name.strip_suffix(".zst") {
        (inner, Packing::Zstd)
    } else {
        (name.as_str(), Packing::None)
    };
    let kind = match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("txt") => Some(Kind::Plain),
        Some("html" | "htm") => Some(Kind::Html),
        Some("jsonl" | "ndjson") => Some(Kind::Lines),
        Some("json") => Some(Kind::Json),
        _ => None,
    };
    (kind, packing)
}

/// Whether a file named by hand may be read by its look: it has no extension, or that of some plain text.
pub(crate) fn may_look(path: &Path) -> bool {
    let (_, packing) = by_name(path);
    let inner = if packing == Packing::None { path.to_owned() } else { path.with_extension("") };
    inner.extension().is_none_or(|e| e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("text"))
}

/// The packing that the first bytes show.
pub(crate) fn packing_of(head: &[u8]) -> Packing {
    match head {
        [0x1F, 0x8B, ..] => Packing::Gzip,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Packing::Zstd,
        _ => Packing::None,
    }
}

/// The kind that the first bytes show.
pub(crate) fn kind_of(head: &[u8]) -> Kind {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    match head {
        [b'{', ..] => lines_or_json(head),
        [b'[', rest @ ..] if matches!(rest.trim_ascii_start(), [b'{', ..]) => Kind::Json,
        [b'<', ..] if looks_like_html(head) => Kind::Html,
        _ => Kind::Plain,
    }
}

/// Lines when the first line holds a whole object, as far as it can be seen; else one object over several lines.
pub(crate) fn lines_or_json(head: &[u8]) -> Kind {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    match head.iter().position(|&b| b == b'\n') {
        Some(end) if head.starts_with(b"{") && !head[..end].trim_ascii_end().ends_with(b"}") => Kind::Json,
        _ if head.starts_with(b"{") => Kind::Lines,
        _ => Kind::Json,
    }
}

/// Whether one of the first tags is one that only pages have.
fn looks_like_html(head: &[u8]) -> bool {
    let head = head[..head.len().min(4096)].to_ascii_lowercase();
    let has = |tag: &[u8]| head.windows(tag.len()).any(|w| w == tag);
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<div", b"<article", b"<p>", b"<meta", b"<h1"].into_iter().any(has)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_names() {
        assert_eq!(by_name(Path::new("a/b.TXT")), (Some(Kind::Plain), Packing::None));
        assert_eq!(by_name(Path::new("b.htm.gz")), (Some(Kind::Html), Packing::Gzip));
        assert_eq!(by_name(Path::new("b.ndjson.zst")), (Some(Kind::Lines), Packing::Zstd));
        assert_eq!(by_name(Path::new("b.pdf")).0, None);
        assert_eq!(by_name(Path::new("txt")).0, None);
        assert!(may_look(Path::new("notes")) && may_look(Path::new("a.md.zst")) && !may_look(Path::new("a.csv")));
    }

    #[test]
    fn by_looks() {
        assert_eq!(kind_of(b"\xEF\xBB\xBF {\"text\": \"a\"}\n"), Kind::Lines);
        assert_eq!(kind_of(b"{\"text\": \"a long record without an end yet"), Kind::Lines);
        assert_eq!(kind_of(b"{\n \"text\": 1\n}"), Kind::Json);
        assert_eq!(kind_of(b"[\n {}]"), Kind::Json);
        assert_eq!(kind_of(b"[1] a footnote"), Kind::Plain);
        assert_eq!(kind_of(b"<!DOCTYPE html><html>"), Kind::Html);
        assert_eq!(kind_of("<<وزیر>> گفت".as_bytes()), Kind::Plain);
        assert_eq!(kind_of(b""), Kind::Plain);
    }
}
