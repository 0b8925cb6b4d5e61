//! The bundled articles against their annotations, and where they are at hand further annotated documents: no figure may
//! fall under its floor in `gold/floor.toml`.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rawi_score::{Case, Figures, LEAST, Options, Scores, below, cases, table};
use rawi_suite::{root, shared};
use serde::Deserialize;
use serde_json::Value;

/// The least that a set must reach, of what is annotated in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Floor {
    genre: f64,
    attributed: Option<f64>,
    chain: Option<f64>,
    form: Option<f64>,
    contacts: f64,
    dates: f64,
}

/// A row of the table of confidence.
#[derive(Deserialize)]
struct Row {
    id: String,
    right: usize,
    read: usize,
}

fn score(gold: &[PathBuf]) -> Scores {
    score_with(gold, &Options::default())
}

fn score_with(gold: &[PathBuf], options: &Options) -> Scores {
    let mut scores = Scores::default();
    for case in cases(gold, options) {
        let Case { gold, reading } = case.expect("every annotation has its document");
        scores.add(&gold, &reading);
    }
    scores
}

fn check(set: &str, scores: &Scores) {
    let text = fs::read_to_string(root().join("gold/floor.toml")).expect("gold/floor.toml");
    let floors: BTreeMap<String, toml::Value> = toml::from_str(&text).expect("gold/floor.toml");
    let floor: Floor = floors[set].clone().try_into().expect(set);
    let figures: Figures = scores.all();
    println!("{set}: {figures:?}");
    let pairs = [
        ("genre", figures.genre, Some(floor.genre)),
        ("attributed", Some(figures.statements_attributed.f1), floor.attributed),
        ("chain", figures.chain, floor.chain),
        ("form", figures.form, floor.form),
        ("contacts", Some(figures.contacts_found.f1), Some(floor.contacts)),
        ("dates", Some(figures.dates_valued.f1), Some(floor.dates)),
    ];
    for (name, value, least) in pairs.into_iter().filter_map(|(name, value, least)| Some((name, value, least?))) {
        assert!(value.is_some_and(|value| value >= least), "{set}: {name} is {value:?}, its floor {least}");
    }
}

/// The annotation files of a folder, without those of folders in it.
fn annotations(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("annotations").flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    files
}

#[test]
fn bundled_articles_are_read_right() {
    check("own", &score(&[root().join("gold")]));
}

#[test]
fn further_documents_are_read_right() {
    let Some(gold) = shared("gold") else { return };
    check("seeds", &score(&annotations(&gold)));
    check("real", &score(&[gold.join("real")]));
}

/// Documents of public sets, whose texts are beside the repository: what each file holds is told in `gold/README.md`.
#[test]
fn documents_of_public_sets_are_read_right() {
    let Some(data) = shared("data") else { return };
    let options = Options { texts: Some(data), ..Options::default() };
    for (set, file) in [("sets", "real"), ("once", "once"), ("contact", "contact"), ("unseen", "unseen")] {
        check(set, &score_with(&[root().join(format!("tests/cases/gold/{file}.jsonl"))], &options));
    }
}

/// The table is made anew from the same documents; where those beside the repository are not at hand, every rule that reads
/// anything in the others must have its row, with no smaller counts.
#[test]
fn the_table_of_confidence_is_fresh() {
    let text = fs::read_to_string(root().join("crates/rawi-read/data/confidence.toml")).expect("confidence.toml");
    let maker = text.lines().next().and_then(|line| line.split('`').nth(1)).expect("the command in the first line");
    let own = root().join("gold");
    let further = shared("gold");
    let scores = score(&std::iter::once(own).chain(further.clone()).collect::<Vec<_>>());
    for (rule, share) in below(&scores) {
        println!("below {LEAST}, must not ship: {rule} {share:.2}");
    }
    if further.is_some() {
        assert!(text == table(&scores, maker), "not fresh: run `{maker} > crates/rawi-read/data/confidence.toml`");
        return;
    }
    let rows: BTreeMap<String, Vec<Row>> = toml::from_str(&text).expect("confidence.toml");
    for (id, rule) in scores.by_rule() {
        let row = rows["rule"].iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no row for {id}"));
        assert!(row.right >= rule.right && row.read >= rule.read, "not fresh: {id}");
    }
}

/// The figures are those of the scorer beside the repository, to the last digit.
#[test]
fn figures_are_those_of_the_other_scorer() {
    let (Some(gold), Some(tools)) = (shared("gold"), shared("tools/score.py")) else { return };
    let python = |args: &[&Path]| -> Option<String> {
        let output = Command::new("python3").args(args).output().ok()?;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Some(String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let folder = tempfile::tempdir().expect("a folder");
    let records = gold.join("real/records.jsonl");
    let sets = [(annotations(&gold), None), (annotations(&gold.join("real")), Some(&records))];
    for (files, texts) in sets {
        let (resolved, readings) = (folder.path().join("gold.jsonl"), folder.path().join("read.jsonl"));
        let resolver = tools.with_file_name("gold.py");
        let texts = texts.into_iter().flat_map(|file| [Path::new("--texts"), file]);
        let args: Vec<&Path> = std::iter::once(resolver.as_path()).chain(texts).chain(files.iter().map(PathBuf::as_path)).collect();
        let Some(lines) = python(&args) else {
            println!("skipped: no python3");
            return;
        };
        fs::write(&resolved, &lines).expect("written");
        let (mut scores, mut lines) = (Scores::default(), String::new());
        for case in cases(&files, &Options::default()).map(|case| case.expect("a case")) {
            let mut reading = serde_json::to_value(&case.reading).expect("JSON");
            // There documents are paired by the last part of their names.
            reading["document"]["source"] = Value::from(case.gold.doc.as_str());
            lines += &(reading.to_string() + "\n");
            scores.add(&case.gold, &case.reading);
        }
        fs::write(&readings, lines).expect("written");
        let other = python(&[&tools, &resolved, &readings, Path::new("--json")]).expect("python3");
        let other: BTreeMap<String, Value> = serde_json::from_str(&other).expect("JSON");
        let own = serde_json::to_value(scores.all()).expect("JSON");
        assert!(other.len() > 10);
        for (name, value) in other.iter().filter(|f| f.0 != "documents_read") {
            assert_eq!(&own[name], value, "{name}");
        }
    }
}
