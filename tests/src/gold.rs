//! Annotations: written with the text's own words, resolved to places in code points.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct File {
    doc: String,
    genre: String,
    actors: BTreeMap<String, ActorRow>,
    #[serde(default)]
    dates: Vec<DateRow>,
    #[serde(default)]
    statements: Vec<StatementRow>,
    #[serde(default)]
    contacts: Vec<ContactRow>,
}

#[derive(Debug, Deserialize)]
struct ActorRow {
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct DateRow {
    text: Words,
    value: Option<String>,
    #[serde(default)]
    optional: bool,
}

#[derive(Debug, Deserialize)]
struct StatementRow {
    speaker: String,
    cue: Option<Words>,
    content: Words,
    form: String,
    #[serde(default)]
    before: bool,
    #[serde(default)]
    via: Vec<String>,
    #[serde(default)]
    optional: bool,
}

#[derive(Debug, Deserialize)]
struct ContactRow {
    kind: String,
    parties: Vec<String>,
    #[serde(default)]
    optional: bool,
}

/// How an annotation names a place: its words, its first and last words, or the n-th occurrence.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Words {
    Text(String),
    Ends([String; 2]),
    Nth { text: String, nth: usize },
}

/// A statement of an annotation.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) speaker: Vec<String>,
    pub(crate) content: Range<usize>,
    pub(crate) form: String,
    pub(crate) via: Vec<Vec<String>>,
    pub(crate) optional: bool,
}

/// A contact of an annotation.
#[derive(Debug)]
pub(crate) struct Met {
    pub(crate) kind: String,
    pub(crate) parties: Vec<Vec<String>>,
    pub(crate) optional: bool,
}

/// A date of an annotation.
#[derive(Debug)]
pub(crate) struct Day {
    pub(crate) place: Range<usize>,
    pub(crate) value: Option<String>,
    pub(crate) optional: bool,
}

/// An annotated document.
#[derive(Debug)]
pub struct Annotation {
    /// The last part of the document's path, or its id.
    pub document: String,
    pub(crate) genre: String,
    pub(crate) statements: Vec<Said>,
    pub(crate) contacts: Vec<Met>,
    pub(crate) dates: Vec<Day>,
}

/// The annotations of a folder, with the texts of a JSON Lines file for those that name an id.
///
/// # Errors
/// A sentence that names the file and what is wrong with it.
pub fn annotations(folder: &Path, texts: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<Annotation>, String> {
    let records: BTreeMap<String, String> = std::fs::read_to_string(texts)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|r| Some((r["id"].as_str()?.to_owned(), r["text"].as_str()?.to_owned())))
        .collect();
    let mut files: Vec<_> =
        std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?.flatten().map(|e| e.path()).collect();
    files.sort();
    let mut out = Vec::new();
    for path in
        files.iter().filter(|p| p.extension().is_some_and(|e| e == "json") && p.file_name().and_then(|n| n.to_str()).is_some_and(&wanted))
    {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let file: File = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        let document = match records.get(&file.doc) {
            Some(text) => text.clone(),
            None => std::fs::read_to_string(folder.join(&file.doc)).map_err(|e| format!("{}: {e}", file.doc))?,
        };
        out.push(resolve(&file, &document).ok_or_else(|| format!("{}: words that are not in the document", path.display()))?);
    }
    Ok(out)
}

fn resolve(file: &File, text: &str) -> Option<Annotation> {
    let names = |key: &String| file.actors.get(key).map(|a| a.names.clone());
    let chars = |bytes: Range<usize>| text[..bytes.start].chars().count()..text[..bytes.end].chars().count();
    let mut at = 0;
    let mut dates = Vec::new();
    for row in &file.dates {
        let place = find(text, &row.text, at)?;
        if !matches!(row.text, Words::Nth { .. }) {
            at = place.end;
        }
        dates.push(Day { place: chars(place), value: row.value.clone(), optional: row.optional });
    }
    let mut at = 0;
    let mut statements = Vec::new();
    for row in &file.statements {
        let cue = match &row.cue {
            Some(cue) => Some(find(text, cue, at)?),
            None => None,
        };
        let from = if row.before { at } else { cue.map_or(at, |c| c.end) };
        let content = find(text, &row.content, from)?;
        at = at.max(content.start);
        statements.push(Said {
            speaker: names(&row.speaker)?,
            content: chars(content),
            form: row.form.clone(),
            via: row.via.iter().map(names).collect::<Option<_>>()?,
            optional: row.optional,
        });
    }
    let contacts = file.contacts.iter().map(|row| {
        let parties = row.parties.iter().map(names).collect::<Option<_>>()?;
        Some(Met { kind: row.kind.clone(), parties, optional: row.optional })
    });
    Some(Annotation {
        document: file.doc.rsplit('/').next().unwrap_or(&file.doc).to_owned(),
        genre: file.genre.clone(),
        statements,
        contacts: contacts.collect::<Option<_>>()?,
        dates,
    })
}

/// The bytes of the words, as whole words where they stand so, first after a place and then anywhere.
fn find(text: &str, words: &Words, after: usize) -> Option<Range<usize>> {
    match words {
        Words::Nth { text: what, nth } => text.match_indices(what.as_str()).nth(nth - 1).map(|(at, w)| at..at + w.len()),
        Words::Ends([first, last]) => {
            let start = one(text, first, after)?.start;
            let end = start + text[start..].find(last.as_str())? + last.len();
            Some(start..end)
        }
        Words::Text(what) => one(text, what, after),
    }
}

fn one(text: &str, what: &str, after: usize) -> Option<Range<usize>> {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let whole = |&(at, w): &(usize, &str)| !word(text[..at].chars().next_back()) && !word(text[at + w.len()..].chars().next());
    let range = |(at, w): (usize, &str)| at..at + w.len();
    let mut all = text.match_indices(what);
    all.clone().filter(|m| m.0 >= after).find(whole).or_else(|| all.clone().find(whole)).or_else(|| all.find(|m| m.0 >= after)).map(range)
}
