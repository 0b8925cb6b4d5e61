//! Words and sentences against Universal Dependencies treebanks, where these stand beside the repository.
//!
//! **Tokens**: the surface tokens of each sentence's `# text`, as spans of characters: the range of a multiword token
//! counts as one token, and its syntactic words do not. The Arabic treebank cuts clitics off without such ranges; there
//! neighbouring tokens of letters that nothing keeps apart are taken together first. A token is right when both its ends are.
//!
//! **Sentences**: ten `# text` lines after one another, joined by a space. `ends` compares the places where sentences end,
//! the last of the ten left out, since it is given; `spans` asks for both ends of each sentence, as published figures do.

#![allow(clippy::print_stdout, clippy::cast_precision_loss, reason = "a test tells its figures; counts are small")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rawi_suite::{root, shared};
use rawi_text::{Tokens, paragraphs, sentences, words};

/// A sentence: its text, and the byte spans of its tokens.
struct Sentence {
    text: String,
    tokens: Vec<(usize, usize)>,
}

fn treebank(file: &Path) -> Vec<Sentence> {
    let file = std::fs::read_to_string(file).expect("treebank");
    let mut out = Vec::new();
    for block in file.split("\n\n").filter(|b| !b.trim().is_empty()) {
        let text = block.lines().find_map(|l| l.strip_prefix("# text = ")).expect("text").to_owned();
        let (mut tokens, mut at, mut inside) = (Vec::new(), 0, 0);
        for row in block.lines().filter(|l| !l.starts_with('#')) {
            let fields: Vec<&str> = row.split('\t').collect();
            let (id, form) = (fields[0], fields[1]);
            match id.split_once('-') {
                Some((_, last)) => inside = last.parse().expect("range"),
                None if id.contains('.') || id.parse::<usize>().expect("id") <= inside => continue,
                None => {}
            }
            let start = at + text[at..].find(form).expect("form");
            at = start + form.len();
            tokens.push((start, at));
        }
        out.push(Sentence { text, tokens });
    }
    out
}

/// Tokens of letters that nothing keeps apart, taken together.
fn taken_together(sentence: &Sentence) -> Vec<(usize, usize)> {
    let letters = |(a, b): (usize, usize)| sentence.text[a..b].chars().any(char::is_alphabetic);
    let mut out: Vec<(usize, usize)> = Vec::new();
    for &span in &sentence.tokens {
        match out.last_mut() {
            Some(last) if last.1 == span.0 && letters(*last) && letters(span) => last.1 = span.1,
            _ => out.push(span),
        }
    }
    out
}

#[derive(Default)]
struct Count {
    gold: usize,
    made: usize,
    right: usize,
}

impl Count {
    fn add<T: Ord>(&mut self, gold: &BTreeSet<T>, made: &BTreeSet<T>) {
        self.gold += gold.len();
        self.made += made.len();
        self.right += gold.intersection(made).count();
    }

    fn f1(&self, name: &str) -> f64 {
        let share = |of: usize| self.right as f64 / of.max(1) as f64;
        let f1 = 2.0 * self.right as f64 / (self.gold + self.made).max(1) as f64;
        println!("{name}: P {:.4} R {:.4} F1 {f1:.4} of {}", share(self.made), share(self.gold), self.gold);
        f1
    }
}

fn show(name: &str, text: &str, gold: &BTreeSet<(usize, usize)>, made: &BTreeSet<(usize, usize)>) {
    if gold != made && std::env::var_os("RAWI_SHOW").is_some() {
        let words = |a: &BTreeSet<(usize, usize)>, b: &BTreeSet<(usize, usize)>| -> Vec<String> {
            a.difference(b).map(|&(from, to)| text[from..to].to_owned()).collect()
        };
        println!("{name} missed {:?} made {:?}", words(gold, made), words(made, gold));
    }
}

#[test]
fn treebanks() {
    let text = std::fs::read_to_string(root().join("gold/floor.toml")).expect("gold/floor.toml");
    let floors: BTreeMap<String, BTreeMap<String, f64>> = toml::from_str(&text).expect("gold/floor.toml");
    let floor = &floors["token"];
    let check = |name: &str, value: f64| assert!(value >= floor[name], "{name} is {value:.4}, its floor {}", floor[name]);
    for (name, file) in [
        ("fa_perdt", "ud_fa_perdt/fa_perdt-ud-test.conllu"),
        ("fa_seraji", "ud_fa_seraji/fa_seraji-ud-test.conllu"),
        ("ar_pud", "ud_ar_pud/ar_pud-ud-test.conllu"),
    ] {
        let Some(file) = shared(&format!("data/annotated/{file}")) else { continue };
        let bank = treebank(&file);
        let (mut token, mut ends, mut spans) = (Count::default(), Count::default(), Count::default());
        for sentence in &bank {
            let gold = if name == "ar_pud" { taken_together(sentence) } else { sentence.tokens.clone() };
            let made = words(&Tokens::new(&sentence.text), &sentence.text);
            let (gold, made) = (gold.into_iter().collect(), made.iter().map(|w| (w.raw.start as usize, w.raw.end as usize)).collect());
            token.add(&gold, &made);
            show(name, &sentence.text, &gold, &made);
        }
        for ten in bank.chunks(10) {
            let (mut text, mut gold) = (String::new(), BTreeSet::new());
            for sentence in ten {
                let start = if text.is_empty() { 0 } else { text.len() + 1 };
                text.push_str(if text.is_empty() { "" } else { " " });
                text.push_str(sentence.text.trim_end());
                gold.insert((start, text.len()));
            }
            let tokens = Tokens::new(&text);
            let made: BTreeSet<(usize, usize)> = paragraphs(&tokens)
                .into_iter()
                .flat_map(|p| sentences(&tokens, p))
                .map(|s| (tokens.span(s.clone()).start as usize, tokens.span(s).end as usize))
                .collect();
            spans.add(&gold, &made);
            show(name, &text, &gold, &made);
            let inner = |all: &BTreeSet<(usize, usize)>| all.iter().map(|s| s.1).filter(|&e| e < text.len()).collect::<BTreeSet<usize>>();
            ends.add(&inner(&gold), &inner(&made));
        }
        check(&format!("{name}_token"), token.f1(&format!("{name}, tokens")));
        check(&format!("{name}_sentence"), ends.f1(&format!("{name}, sentence ends")));
        check(&format!("{name}_span"), spans.f1(&format!("{name}, sentence spans")));
    }
}
