//! Words searched for in a record, however they are spelled there: the twenty variants of `data/variant.toml`, both ways.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::BTreeSet;

use rawi_model::Document;
use rawi_read::Reader;
use rawi_record::Record;
use rawi_record::query::Page;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    variant: Vec<Pair>,
    apart: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    what: Option<String>,
    text: String,
    one: String,
    other: String,
}

impl Pair {
    fn spelled(&self, n: usize) -> &str {
        if n == 0 { &self.one } else { &self.other }
    }
}

/// A record of the sentences, each with either spelling; its folder lives as long as it.
fn record(pairs: &[Pair], name: &str) -> (std::path::PathBuf, Record) {
    let folder = std::env::temp_dir().join(format!("rawi-suite-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("folder");
    let file = folder.join("search.db");
    let _ = std::fs::remove_file(&file);
    let mut record = Record::create_or_open(&file).expect("record");
    let reader = Reader::new();
    for (at, pair) in pairs.iter().enumerate() {
        for n in 0..2 {
            let source = format!("{at}/{n}");
            let text = pair.text.replace("{}", pair.spelled(n));
            record.put(&reader.read(Document { source, text, ..Document::default() }, None)).expect("put");
        }
    }
    (folder, record)
}

fn found(record: &Record, words: &str) -> Vec<String> {
    record.search(words, Page::default()).expect("search").into_iter().map(|f| f.document.source).collect()
}

fn table() -> Table {
    toml::from_str(include_str!("data/variant.toml")).expect("variant.toml")
}

#[test]
fn twenty_spellings_find_one_another() {
    let pairs = table().variant;
    let (folder, record) = record(&pairs, "variant");
    let mut both = 0;
    for (at, pair) in pairs.iter().enumerate() {
        let all = BTreeSet::from([format!("{at}/0"), format!("{at}/1")]);
        let ways: Vec<bool> = (0..2).map(|n| found(&record, pair.spelled(n)).into_iter().collect::<BTreeSet<_>>() == all).collect();
        let what = pair.what.as_deref().unwrap_or_default();
        if ways == [true, true] {
            both += 1;
        } else {
            println!("not: {what}: {ways:?}");
        }
        // Where folding does not make them one, the word as typed comes first.
        for n in 0..2 {
            let folded = rawi_text::key(pair.spelled(n)) != rawi_text::key(pair.spelled(1 - n));
            assert!(!folded || found(&record, pair.spelled(n)).first() == Some(&format!("{at}/{n}")), "{what}");
        }
    }
    println!("variants: {both} of {} both ways", pairs.len());
    assert!(pairs.len() == 20 && both == 20);
    drop(record);
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn words_that_look_alike_do_not() {
    let pairs = table().apart;
    let (folder, record) = record(&pairs, "apart");
    for (at, pair) in pairs.iter().enumerate() {
        for n in 0..2 {
            assert_eq!(found(&record, pair.spelled(n)), [format!("{at}/{n}")], "{}", pair.spelled(n));
        }
    }
    drop(record);
    let _ = std::fs::remove_dir_all(folder);
}
