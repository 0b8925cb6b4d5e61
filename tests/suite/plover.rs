//! What words do: examples of the data files, the table of CAMEO, and a hundred records of PLOVER's gold standard.
//!
//! A record is right where a statement of its sentence, or for CONSULT a contact, has the record's type. Records with an odd number in the
//! file (counted from 0 the even ones) were used to find what is missing; the others were only counted.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::BTreeMap;

use rawi_lang::LANGUAGES;
use rawi_model::{Document, Event, Language, Reading};
use rawi_read::Reader;
use rawi_suite::root;
use serde::Deserialize;

#[derive(Deserialize)]
struct Record {
    id: String,
    event: String,
    spoken: bool,
    fa: String,
    ar: String,
}

impl Record {
    /// The type in PLOVER of today.
    fn plover(&self) -> &str {
        match self.event.as_str() {
            "DEMAND" => "REQUEST",
            "DISAPPROVE" | "INVESTIGATE" => "ACCUSE",
            name => name,
        }
    }
}

fn floors() -> BTreeMap<String, toml::Value> {
    toml::from_str(&std::fs::read_to_string(root().join("gold/floor.toml")).expect("floor")).expect("floor")
}

fn read(text: &str, language: Language) -> Reading {
    Reader::new().read(Document { text: text.to_owned(), language, ..Document::default() }, None)
}

fn types(reading: &Reading) -> Vec<&'static str> {
    let said = reading.statements.iter().filter_map(|s| s.event.as_ref());
    said.chain(reading.contacts.iter().filter_map(|c| c.event.as_ref())).map(|e| e.plover.name()).collect()
}

/// The share of a count.
fn share(right: usize, all: usize) -> f64 {
    f64::from(u32::try_from(right).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all.max(1)).unwrap_or(u32::MAX))
}

#[test]
fn records_have_their_type() {
    let text = std::fs::read_to_string(root().join("tests/cases/plover/records.jsonl")).expect("records");
    let records: Vec<Record> = text.lines().map(|line| serde_json::from_str(line).expect("record")).collect();
    assert_eq!(records.len(), 100);
    let floors = floors();
    for (code, language) in [("fa", Language::Fa), ("ar", Language::Ar)] {
        let read: Vec<Vec<&str>> = records.iter().map(|r| types(&read(if code == "fa" { &r.fa } else { &r.ar }, language))).collect();
        let right = |(r, found): &(&Record, &Vec<&str>)| found.contains(&r.plover());
        let count = |keep: &dyn Fn(usize, &Record) -> bool| {
            let kept: Vec<_> = records.iter().zip(&read).enumerate().filter(|(i, (r, _))| keep(*i, r)).map(|(_, pair)| pair).collect();
            (kept.iter().filter(|pair| right(pair)).count(), kept.len())
        };
        let (all, tuned, held, spoken) = (count(&|_, _| true), count(&|i, _| i % 2 == 0), count(&|i, _| i % 2 == 1), count(&|_, r| r.spoken));
        let given: usize = read.iter().map(Vec::len).sum();
        let fits: usize = records.iter().zip(&read).map(|(r, found)| found.iter().filter(|f| **f == r.plover()).count()).sum();
        println!("{code}: right {all:?}, tuned {tuned:?}, held {held:?}, spoken {spoken:?}; of {given} types given {fits} are the record's");
        let wrong = records.iter().zip(&read).enumerate().filter(|(i, pair)| i % 2 == 0 && !right(pair));
        for (_, (r, found)) in wrong {
            println!("  not: {} {found:?}", r.id);
        }
        let least = floors["plover"][code].as_float().expect("floor");
        assert!(share(all.0, all.1) >= least, "{code}: {all:?}, the floor is {least}");
    }
}

#[test]
fn examples_do_what_they_say() {
    for row in &LANGUAGES {
        let examples = row.event_examples().expect("the data files load");
        let does = |text: &str, event: &Event| {
            read(text, row.language).statements.iter().any(|s| s.event.as_ref().is_some_and(|e| e.plover == event.plover))
        };
        let wrong: Vec<&str> = examples.iter().filter(|(text, event)| !does(text, event)).map(|(text, _)| text.as_str()).collect();
        assert!(wrong.is_empty(), "{}: not read as they should: {wrong:#?}", row.language.code());
    }
}
