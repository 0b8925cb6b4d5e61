//! The bundled articles against their annotations, and where they are at hand further annotated documents: no figure may
//! fall under its floor in `gold/floor.toml`.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use rawi_suite::{Figures, annotations, read, root, score, shared};

fn check(set: &str, figures: Figures) {
    let text = std::fs::read_to_string(root().join("gold/floor.toml")).expect("gold/floor.toml");
    let floors: BTreeMap<String, toml::Value> = toml::from_str(&text).expect("gold/floor.toml");
    let floor: Figures = floors[set].clone().try_into().expect(set);
    println!("{set}: {figures:?}");
    let pairs = [
        ("genre", figures.genre, floor.genre),
        ("attributed", figures.attributed, floor.attributed),
        ("chain", figures.chain, floor.chain),
        ("form", figures.form, floor.form),
        ("contacts", figures.contacts, floor.contacts),
        ("dates", figures.dates, floor.dates),
    ];
    for (name, value, least) in pairs {
        assert!(value >= least, "{set}: {name} is {value:.4}, its floor {least}");
    }
}

#[test]
fn bundled_articles_are_read_right() {
    let gold = root().join("gold");
    let notes = annotations(&gold, &gold.join("texts.jsonl"), |_| true).expect("annotations");
    // Pages are annotated by their article's text.
    let readings = read(&[root().join("examples"), gold.join("texts.jsonl")]);
    check("own", score(&notes, &readings));
}

#[test]
fn further_documents_are_read_right() {
    let (Some(gold), Some(texts)) = (shared("gold"), shared("data/seeds")) else { return };
    let seeds = annotations(&gold, &PathBuf::new(), |name| name.starts_with("seed")).expect("annotations");
    check("seeds", score(&seeds, &read(&[texts])));
    let records = gold.join("real/records.jsonl");
    let real = annotations(&gold.join("real"), &records, |_| true).expect("annotations");
    check("real", score(&real, &read(&[records])));
}
