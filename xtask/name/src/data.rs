//! The texts: sets with marked names, and raw news.

use std::error::Error;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// A text, with the places of the names that are marked in it.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) names: Vec<Range<usize>>,
}

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How many sentences of a set without documents make one text.
const TOGETHER: usize = 25;

/// A set with a token and its tag on each line, and empty lines between sentences.
pub(crate) fn tagged(path: &Path) -> Result<Vec<Text>> {
    let file = fs::read_to_string(path)?;
    let mut sentences = vec![Vec::new()];
    for line in file.lines() {
        let mut parts = line.split_whitespace();
        match (parts.next(), parts.next()) {
            (Some(token), Some(tag)) => sentences.last_mut().ok_or("no sentence")?.push((token.to_owned(), tag.to_owned())),
            _ if sentences.last().is_some_and(|s| !s.is_empty()) => sentences.push(Vec::new()),
            _ => {}
        }
    }
    Ok(sentences.chunks(TOGETHER).map(text_of).collect())
}

/// The documents of PEYMA.
pub(crate) fn documents(path: &Path) -> Result<Vec<Text>> {
    let lines = zstd::decode_all(fs::File::open(path)?)?;
    let mut texts = Vec::new();
    for line in String::from_utf8(lines)?.lines() {
        let value: serde_json::Value = serde_json::from_str(line)?;
        let sentences: Vec<Vec<(String, String)>> = serde_json::from_value(value["sentences"].clone())?;
        texts.push(text_of(&sentences));
    }
    Ok(texts)
}

fn text_of(sentences: &[Vec<(String, String)>]) -> Text {
    let mut text = String::new();
    let mut names: Vec<Range<usize>> = Vec::new();
    for sentence in sentences {
        let mut inside = false;
        for (token, tag) in sentence {
            let start = text.len();
            text.push_str(token);
            let person = tag.to_lowercase().contains("per");
            if person && tag.starts_with(['I', 'i']) && inside {
                if let Some(last) = names.last_mut() {
                    last.end = text.len();
                }
            } else if person {
                names.push(start..text.len());
            }
            inside = person;
            text.push(' ');
        }
        text.push('\n');
    }
    Text { text, names }
}

/// Raw news: the texts of the records of a file.
pub(crate) fn raw(path: &Path) -> Result<Vec<String>> {
    let lines = String::from_utf8(zstd::decode_all(fs::File::open(path)?)?)?;
    let mut texts = Vec::new();
    for line in lines.lines() {
        let value: serde_json::Value = serde_json::from_str(line)?;
        let mut text = String::new();
        for field in ["title", "abstract", "paragraphs", "text", "full_text", "excerpt", "content"] {
            match &value[field] {
                serde_json::Value::String(s) => text.push_str(s),
                serde_json::Value::Array(list) => {
                    for part in list.iter().filter_map(serde_json::Value::as_str) {
                        text.push_str(part);
                        text.push('\n');
                    }
                }
                _ => continue,
            }
            text.push('\n');
        }
        texts.push(text);
    }
    Ok(texts)
}
