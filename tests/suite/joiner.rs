//! The lost non-joiner restored, on sentences whose joiners are known: deleted, turned into a space, or now one, now the
//! other. Where the sentences are at hand, no figure may fall under its floor in `gold/floor.toml`.
//!
//! A place is told by the letters before it, counted without joiners and spaces; a place is right where both the restored
//! sentence and the original have a joiner.

#![allow(clippy::print_stdout, clippy::cast_precision_loss, reason = "a test tells its figures")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rawi_lang::joiner::{JOINER, restored};
use rawi_suite::{root, shared};

const DAMAGES: [&str; 4] = ["deleted", "space", "mixed", "none"];

/// A text with its joiners lost.
fn damage(text: &str, how: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (n, part) in text.split(JOINER).enumerate() {
        if n > 0 {
            match how {
                "deleted" => {}
                "space" => out.push(' '),
                "mixed" => out.push_str(["", " "][(n + text.len()) % 2]),
                _ => out.push_str(JOINER),
            }
        }
        out.push_str(part);
    }
    out
}

/// The places of joiners, each with the pieces on both of its sides.
fn places(text: &str) -> BTreeMap<usize, (String, String)> {
    let mut places = BTreeMap::new();
    let mut letters = 0;
    for (at, c) in text.char_indices() {
        if JOINER.contains(c) {
            let edge = |c: char| !c.is_alphabetic();
            let before = text[..at].rsplit(edge).next().unwrap_or_default();
            let after = text[at + c.len_utf8()..].split(edge).next().unwrap_or_default();
            places.insert(letters, (before.to_owned(), after.to_owned()));
        } else if !c.is_whitespace() {
            letters += 1;
        }
    }
    places
}

/// What a joiner joins.
fn class(before: &str, after: &str) -> &'static str {
    const PLURAL: [&str; 10] = ["ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هاست"];
    const AFTER_HE: [&str; 11] = ["ای", "اند", "ام", "اش", "ات", "ایم", "اید", "شان", "مان", "تان", "ایی"];
    if matches!(before, "می" | "نمی") {
        "verb"
    } else if PLURAL.contains(&after) {
        "plural"
    } else if before.ends_with('ه') && AFTER_HE.contains(&after) {
        "after_he"
    } else if matches!(after, "تر" | "ترین" | "تری") {
        "degree"
    } else {
        "compound"
    }
}

/// Right, wrong and missed joiners.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

/// Restores sentences, and tells the figures whole and by class. `list`: shows what was missed and what was wrong.
fn measure(name: &str, sentences: &[String], how: &str, list: bool) -> Tally {
    let mut whole = Tally::default();
    let mut classes: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut odd: BTreeMap<String, usize> = BTreeMap::new();
    for sentence in sentences {
        let mended = restored(&damage(sentence, how)).into_owned();
        assert_eq!(restored(&mended), mended.as_str(), "mended text is mended");
        let (gold, found) = (places(sentence), places(&mended));
        let all: BTreeSet<usize> = gold.keys().chain(found.keys()).copied().collect();
        for place in all {
            let (before, after) = gold.get(&place).or(found.get(&place)).expect("a place");
            let of_class = classes.entry(class(before, after)).or_default();
            for tally in [&mut whole, of_class] {
                match (gold.contains_key(&place), found.contains_key(&place)) {
                    (true, true) => tally.right += 1,
                    (true, false) => tally.missed += 1,
                    _ => tally.wrong += 1,
                }
            }
            if list && !(gold.contains_key(&place) && found.contains_key(&place)) {
                let sign = if gold.contains_key(&place) { '-' } else { '!' };
                *odd.entry(format!("{sign}{before}+{after}")).or_default() += 1;
            }
        }
    }
    println!(
        "{name} {how:8} P {:.4} R {:.4} F1 {:.4}  ({} right, {} wrong, {} missed)",
        whole.precision(),
        whole.recall(),
        whole.f1(),
        whole.right,
        whole.wrong,
        whole.missed
    );
    for (class, tally) in classes {
        println!("    {class:9} n {:4}  P {:.3} R {:.3}", tally.right + tally.missed, tally.precision(), tally.recall());
    }
    if list {
        let odd: Vec<String> = odd.into_iter().map(|(what, n)| format!("{what} {n}")).collect();
        println!("    {}", odd.join("  "));
    }
    whole
}

/// The sentences of a treebank as they were written.
fn sentences(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a treebank");
    text.lines().filter_map(|line| line.strip_prefix("# text = ")).map(|s| s.trim().to_owned()).collect()
}

#[test]
fn lost_joiners_come_back() {
    let text = std::fs::read_to_string(root().join("gold/floor.toml")).expect("gold/floor.toml");
    let floors: BTreeMap<String, toml::Value> = toml::from_str(&text).expect("gold/floor.toml");
    for set in ["perdt", "seraji"] {
        let Some(path) = shared(&format!("data/annotated/ud_fa_{set}/fa_{set}-ud-test.conllu")) else { continue };
        let sentences = sentences(&path);
        for how in DAMAGES {
            let tally = measure(set, &sentences, how, false);
            let floor = |figure: &str| floors["joiner"][&format!("{set}_{how}_{figure}")].as_float().expect("a number");
            for (name, value) in [("precision", tally.precision()), ("f1", tally.f1())] {
                let least = floor(name);
                assert!(value >= least, "{set}, {how}: {name} is {value:.4}, its floor {least}");
            }
        }
    }
}

/// For those who work on the rules: the sentences that these may be fitted to, with all that is missed and wrong.
#[test]
#[ignore = "figures to work by"]
fn figures_on_other_sentences() {
    for set in ["perdt", "seraji"] {
        let Some(path) = shared(&format!("data/annotated/ud_fa_{set}/fa_{set}-ud-dev.conllu")) else { continue };
        let sentences = sentences(&path);
        for how in DAMAGES {
            measure(set, &sentences, how, true);
        }
    }
    let Some(folder) = shared("data/fa") else { return };
    for file in ["isna2019/politics.jsonl.zst", "isna2019/cinema.jsonl.zst", "farsnews/farsnews.jsonl.zst"] {
        let texts = rawi_source::open(&[folder.join(file)], rawi_source::SourceOptions::default()).filter_map(Result::ok);
        let lines: Vec<String> = texts
            .enumerate()
            .filter(|(n, _)| n % 10 == 7)
            .flat_map(|(_, raw)| raw.document.text.lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        for how in DAMAGES {
            measure(file, &lines, how, how == "none");
        }
    }
}
