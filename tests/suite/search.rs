//! Words searched for in a record, however they are spelled there: the twenty variants of `data/variant.toml`, both ways.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::BTreeSet;

use rawi_model::Document;
use rawi_read::Reader;
use rawi_record::Record;
use rawi_record::query::{Page, StatementFilter};
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

/// Names of one actor each, in all their spellings: the registry's in three languages, and one that it does not have.
const CALLED: [&[&str]; 4] = [
    &["Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "رجب طيب أردوغان", "رجب طیب اردوغان", "طيب أردوغان"],
    &["Ban Ki-moon", "ban ki moon", "بان کی مون", "بان کی\u{200C}مون", "بان کیمون", "بان كي مون", "بان كي-مون"],
    &["Angela Merkel", "آنگلا مرکل", "أنغيلا ميركل", "أنجيلا ميركل", "انجيلا ميركل"],
    &["بهرام نیک\u{200C}راد", "بهرام نیک راد", "بهرام نيك راد", "بهرام نیکراد"],
];

#[test]
fn each_of_an_actors_names_finds_the_same() {
    // "Erdoğan said that the river is full." in both languages; likewise Ban Ki-moon, Merkel, and the engineer Bahram Nikrad.
    let texts = [
        "رجب طیب اردوغان گفت: «رودخانه پر آب است».",
        "قال رجب طيب أردوغان إن النهر ممتلئ.",
        "بان کی\u{200C}مون گفت: «رودخانه پر آب است».",
        "بان کی مون گفت: «سد آماده است».",
        "آنگلا مرکل گفت: «رودخانه پر آب است».",
        "قالت أنجيلا ميركل إن النهر ممتلئ.",
        "وقالت أنغيلا ميركل إن السد جاهز.",
        "بهرام نیک\u{200C}راد گفت: «رودخانه پر آب است».",
        "بهرام نیک راد گفت: «سد آماده است».",
    ];
    let (folder, mut record) = record(&[], "called");
    let reader = Reader::new();
    for (at, text) in texts.into_iter().enumerate() {
        record.put(&reader.read(Document { source: at.to_string(), text: text.to_owned(), ..Document::default() }, None)).expect("put");
    }
    let rows = |name: &str| {
        let filter = StatementFilter { speaker: Some(name.to_owned()), ..StatementFilter::default() };
        record.statements(&filter).expect("statements").into_iter().map(|s| s.document.source).collect::<Vec<_>>()
    };
    for (names, wanted) in CALLED.into_iter().zip([2, 2, 3, 2]) {
        let first = rows(names[0]);
        assert_eq!(first.len(), wanted, "{}: {first:?}", names[0]);
        for name in names {
            assert_eq!(rows(name), first, "{name}");
        }
    }
    let _ = std::fs::remove_dir_all(folder);
}
