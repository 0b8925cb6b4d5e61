//! From annotations to their documents: both found, read, and brought together.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use rawi_model::Reading;
use rawi_read::Reader;
use rawi_source::{RawDocument, SourceOptions};
use sha2::{Digest, Sha256};

use crate::error::ScoreError;
use crate::gold::Gold;
use crate::note::Note;

/// The names under which texts lie beside the annotations that name their ids.
const BESIDE: [&str; 2] = ["texts.jsonl", "records.jsonl"];

/// Where the documents of annotations are.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A file of records, or the folder below which files are; else what lies beside the annotations.
    pub texts: Option<PathBuf>,
    /// How the documents are read.
    pub source: SourceOptions,
}

/// An annotated document and its reading.
#[derive(Clone, Debug)]
pub struct Case {
    /// The annotation.
    pub gold: Gold,
    /// The reading.
    pub reading: Reading,
}

/// Reads the documents of annotations: files and folders of them, written (`.json`) or resolved (`.jsonl`).
///
/// They are given in order; a fault ends nothing but its own document. Each file of texts is gone through once.
pub fn cases(gold: &[PathBuf], options: &Options) -> impl Iterator<Item = Result<Case, ScoreError>> {
    let mut open: Vec<Result<Open, ScoreError>> = Vec::new();
    for path in gold {
        match files(path) {
            Ok(files) => files.iter().for_each(|file| annotations(file, options, &mut open)),
            Err(source) => open.push(Err(ScoreError::Unreadable { path: path.clone(), source })),
        }
    }
    let mut shelves: BTreeMap<PathBuf, Shelf> = BTreeMap::new();
    for wanted in open.iter().flatten().flat_map(|open| &open.wanted) {
        shelves.entry(wanted.file.clone()).or_default().documents.insert(wanted.record.clone(), None);
    }
    for (file, shelf) in &mut shelves {
        shelf.fill(file, options);
    }
    let reader = Reader::new();
    open.into_iter().map(move |open| open?.close(&shelves, reader))
}

/// An annotation whose document is still to be found.
struct Open {
    place: String,
    annotation: Annotation,
    /// Where its document may be, the likeliest first.
    wanted: Vec<Wanted>,
}

enum Annotation {
    Written(Box<Note>),
    Resolved(Box<Gold>),
}

/// A document by its file, and its id there where the file has many.
#[derive(Clone, Debug)]
struct Wanted {
    file: PathBuf,
    record: Option<String>,
}

/// The documents of one file that are wanted.
#[derive(Default)]
struct Shelf {
    documents: BTreeMap<Option<String>, Option<RawDocument>>,
}

impl Shelf {
    fn fill(&mut self, file: &Path, options: &Options) {
        let name = file.to_string_lossy();
        // What can't be read is told as missing by whoever wants it.
        for raw in rawi_source::open(&[file.to_path_buf()], options.source.clone()).flatten() {
            let record = raw.document.source.strip_prefix(&*name).and_then(|rest| rest.strip_prefix('#')).map(str::to_owned);
            if let Some(place) = self.documents.get_mut(&record) {
                *place = Some(raw);
            }
        }
    }
}

impl Open {
    fn close(self, shelves: &BTreeMap<PathBuf, Shelf>, reader: Reader) -> Result<Case, ScoreError> {
        let document = match &self.annotation {
            Annotation::Written(note) => note.doc.clone(),
            Annotation::Resolved(gold) => gold.doc.clone(),
        };
        let at = |wanted: &Wanted| shelves.get(&wanted.file)?.documents.get(&wanted.record)?.as_ref();
        let Some(raw) = self.wanted.iter().find_map(at) else {
            return Err(ScoreError::NoDocument { place: self.place, document });
        };
        let gold = match self.annotation {
            Annotation::Written(note) => note.resolve(&raw.document.text, &self.place)?,
            Annotation::Resolved(gold) => *gold,
        };
        if gold.sha256.as_deref().is_some_and(|hash| !hash.eq_ignore_ascii_case(&hex(&raw.document.text))) {
            return Err(ScoreError::Changed { place: self.place, document });
        }
        Ok(Case { reading: reader.read(raw.document.clone(), raw.published.as_deref()), gold })
    }
}

fn hex(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The annotations of one file.
fn annotations(file: &Path, options: &Options, out: &mut Vec<Result<Open, ScoreError>>) {
    let place = file.display().to_string();
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(source) => return out.push(Err(ScoreError::Unreadable { path: file.to_path_buf(), source })),
    };
    if !is_lines(file) {
        out.push(match serde_json::from_str::<Note>(&text) {
            Ok(note) => Ok(Open { wanted: wanted(&note.doc, file, options), annotation: Annotation::Written(Box::new(note)), place }),
            Err(source) => Err(ScoreError::NotGold { place, source }),
        });
        return;
    }
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = format!("{place}:{}", number + 1);
        out.push(resolved(line, file, options, place));
    }
}

/// The annotation of one line.
fn resolved(line: &str, file: &Path, options: &Options, place: String) -> Result<Open, ScoreError> {
    let gold: Gold = match serde_json::from_str(line) {
        Ok(gold) => gold,
        Err(source) => return Err(ScoreError::NotGold { place, source }),
    };
    if let Some(key) = gold.unknown() {
        return Err(ScoreError::NoActor { place, key: key.to_owned() });
    }
    let wanted = gold.source.as_deref().map_or_else(|| wanted(&gold.doc, file, options), |source| sourced(source, file, options));
    Ok(Open { place, annotation: Annotation::Resolved(Box::new(gold)), wanted })
}

/// Where a document may be that an annotation calls by an id or by its path.
fn wanted(document: &str, annotation: &Path, options: &Options) -> Vec<Wanted> {
    let folder = annotation.parent().unwrap_or(Path::new(""));
    let texts = match &options.texts {
        Some(file) if file.is_file() => vec![file.clone()],
        _ => BESIDE.iter().map(|name| folder.join(name)).filter(|file| file.is_file()).collect(),
    };
    let record = |file| Wanted { file, record: Some(document.to_owned()) };
    let path = folder.join(document);
    let file = path.is_file().then_some(Wanted { file: path, record: None });
    texts.into_iter().map(record).chain(file).collect()
}

/// Where a document is that an annotation calls by its source.
fn sourced(source: &str, annotation: &Path, options: &Options) -> Vec<Wanted> {
    let folder = || annotation.parent().unwrap_or(Path::new("")).to_path_buf();
    let root = options.texts.clone().filter(|texts| texts.is_dir()).unwrap_or_else(folder);
    let (file, record) = match source.split_once('#') {
        Some((file, record)) => (file, Some(record.to_owned())),
        None => (source, None),
    };
    vec![Wanted { file: root.join(file), record }]
}

fn is_lines(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "jsonl")
}

/// The annotation files under a path, in order: the file itself, or of a folder all `.json` and those `.jsonl` that hold
/// annotations and no texts.
fn files(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    entries.sort();
    let mut out = Vec::new();
    for entry in entries {
        if entry.is_dir() {
            out.extend(files(&entry)?);
        } else if entry.extension().is_some_and(|extension| extension == "json") || is_lines(&entry) && holds_gold(&entry) {
            out.push(entry);
        }
    }
    Ok(out)
}

/// Whether the first line of a file is an annotation.
fn holds_gold(file: &Path) -> bool {
    use std::io::{BufRead, BufReader, Read};
    /// The longest line that is looked at, in bytes.
    const LONGEST: u64 = 1 << 24;
    let mut line = String::new();
    let read = fs::File::open(file).and_then(|file| BufReader::new(file.take(LONGEST)).read_line(&mut line));
    let is_gold = |row: &serde_json::Value| row["statements"].is_array() && row["actors"].is_object();
    read.is_ok() && serde_json::from_str(&line).is_ok_and(|row| is_gold(&row))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "رئیس اتاق بازرگانی گفت: صادرات امسال بیشتر شده است."; // "… said: exports have grown this year."

    fn gold(source: &str, sha256: &str) -> String {
        let at = TEXT.chars().count() - "صادرات امسال بیشتر شده است.".chars().count();
        serde_json::json!({"doc": "d", "source": source, "sha256": sha256, "lang": "fa", "genre": "report",
            "actors": {"head": {"names": ["رئیس اتاق بازرگانی"]}},
            "statements": [{"speaker": "head", "content": {"start": at, "end": TEXT.chars().count()}, "form": "direct"}]})
        .to_string()
    }

    #[test]
    fn documents_are_found_and_those_that_changed_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let texts = folder.path().join("texts/set");
        fs::create_dir_all(&texts).unwrap();
        fs::write(texts.join("a.jsonl"), serde_json::json!({"id": "n#7", "text": TEXT}).to_string()).unwrap();
        fs::write(texts.join("b.txt"), TEXT).unwrap();
        let hash = hex(TEXT);
        let lines = [gold("set/a.jsonl#n#7", &hash), gold("set/b.txt", &hash), gold("set/b.txt", "00"), gold("set/a.jsonl#8", &hash)];
        let file = folder.path().join("gold.jsonl");
        fs::write(&file, lines.join("\n")).unwrap();
        let options = Options { texts: Some(folder.path().join("texts")), source: SourceOptions::default() };
        let read: Vec<_> = cases(&[folder.path().to_path_buf()], &options).collect();
        let mut scores = crate::Scores::default();
        for case in read[..2].iter().flatten() {
            scores.add(&case.gold, &case.reading);
        }
        assert_eq!(scores.all().statements_attributed.f1.to_string(), "1");
        assert_eq!(scores.all().documents, 2);
        assert!(matches!(read[2], Err(ScoreError::Changed { .. })) && matches!(read[3], Err(ScoreError::NoDocument { .. })));
    }

    #[test]
    fn written_annotations_name_paths_and_ids() {
        let folder = tempfile::tempdir().unwrap();
        let note = |doc: &str| {
            serde_json::json!({"doc": doc, "actors": {"head": {"names": ["رئیس اتاق بازرگانی"]}},
                "statements": [{"speaker": "head", "cue": "گفت", "content": ["صادرات", "است."], "form": "direct"}]})
            .to_string()
        };
        fs::write(folder.path().join("a.txt"), TEXT).unwrap();
        fs::write(folder.path().join("texts.jsonl"), serde_json::json!({"id": "n7", "text": TEXT}).to_string()).unwrap();
        for (name, doc) in [("1.json", "a.txt"), ("2.json", "n7"), ("3.json", "n8")] {
            fs::write(folder.path().join(name), note(doc)).unwrap();
        }
        let read: Vec<_> = cases(&[folder.path().to_path_buf()], &Options::default()).collect();
        assert!(read.len() == 3 && read[..2].iter().all(Result::is_ok) && read[2].is_err(), "{read:?}");
    }
}
