//! Trains the recogniser of persons' names: `rawi-name train fa ../shared/data`.
//!
//! It learns from sets with marked names and, in a second step, from raw news that the first step has marked.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::cast_precision_loss, reason = "a tool tells what it does")]

mod data;
mod letters;
mod train;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use data::{Result, Text};
use rawi_actor::Registry;
use rawi_actor::name::{IN, OUT, PersonName, Weights, by_rule, by_words, people_by, seen_lines};
use rawi_lang::{Passage, grammar};
use rawi_model::Language;
use rawi_text::{Tokens, fold};
use train::{Learner, Line, labels};

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [command, code, data, rest @ ..] = &args[..] else {
        return Err("usage: rawi-name train|list|dev fa|ar DATA".into());
    };
    let language = if code == "ar" { Language::Ar } else { Language::Fa };
    let data = Path::new(data);
    match command.as_str() {
        "train" => train(language, data),
        "list" => list(language, data),
        "dev" => dev(language, data, rest),
        "letters" => letters::learn(language, data),
        _ => Err("no such command".into()),
    }
}

fn weights_path(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/rawi-lang/data").join(language.code()).join("name.weights")
}

/// The sets with marked names.
fn gold(language: Language, data: &Path) -> Result<Vec<Text>> {
    let files: &[&str] = if language == Language::Ar {
        &["ner_ar_wojood_sample/train.txt", "ner_ar_wojood_sample/val.txt", "ner_ar_wojood_sample/test.txt"]
    } else {
        &["ud_fa_perdt/dev_with_NER_tag.txt", "ud_fa_perdt/test_with_NER_tag.txt"]
    };
    let mut texts = Vec::new();
    for file in files {
        texts.extend(data::tagged(&data.join("annotated").join(file))?);
    }
    Ok(texts)
}

/// Names of persons: labels of Wikidata (CC0 1.0), in Arabic also those of `ArWikiCats` (MIT), and our own lists.
fn full_names(language: Language, data: &Path) -> Result<Vec<String>> {
    let names = data.join("names");
    let column = |file: &str, column: &str| -> Result<Vec<String>> {
        let text = std::fs::read_to_string(names.join(file))?;
        let mut lines = text.lines().map(|l| l.split('\t'));
        let at = lines.next().and_then(|mut head| head.position(|c| c == column)).ok_or("no such column")?;
        Ok(lines.filter_map(|mut l| l.nth(at)).map(|n| n.split('(').next().unwrap_or(n).trim().to_owned()).collect())
    };
    let mut all = column("persons_wikidata.tsv", language.code())?;
    if language == Language::Ar {
        all.extend(column("people_en_ar.tsv", "ar")?);
    } else {
        all.extend(column("iran_majlis11_fa_en.tsv", "fa")?);
    }
    for entry in Registry::shared().entries.iter().filter(|e| e.kind == rawi_actor::EntryKind::Person) {
        all.extend(entry.names.get(language.code()).cloned());
    }
    all.retain(|name| name.contains(' '));
    all.sort();
    all.dedup();
    Ok(all)
}

/// The words of each name, as they are seen in a text.
fn pool(language: Language, names: &[String]) -> Result<Vec<Vec<rawi_actor::name::Seen>>> {
    with(&names.join("\n"), language, |p| seen_lines(p, Registry::shared()).into_iter().map(|(_, seen)| seen).collect())
}

/// Raw news; of large sets one text in so many.
fn raw(language: Language, data: &Path) -> Result<Vec<String>> {
    let (files, large): (&[&str], &[(&str, usize)]) = if language == Language::Ar {
        (
            &[
                "ar/almayadeen/almayadeen.jsonl.zst",
                "telegram/naya_foriraq.jsonl.zst",
                "ar/aljazeera_headlines/aljazeera_headlines.jsonl.zst",
            ],
            &[("ar/saudinewsnet/saudinewsnet-2015-07-21_24.jsonl.zst", 8), ("ar/saudinewsnet/saudinewsnet-2015-08-01_06.jsonl.zst", 8)],
        )
    } else {
        let files = &[
            "fa/isna2019/politics.jsonl.zst",
            "fa/isna2019/economics.jsonl.zst",
            "fa/isna2019/cinema.jsonl.zst",
            "fa/isna2019/sport.jsonl.zst",
            "fa/isna2019/tech.jsonl.zst",
            "fa/farsnews/farsnews.jsonl.zst",
            "telegram/iranintl.jsonl.zst",
        ];
        (files, &[])
    };
    let mut texts = Vec::new();
    for file in files {
        texts.extend(data::raw(&data.join(file))?);
    }
    for (file, step) in large {
        texts.extend(data::raw(&data.join(file))?.into_iter().step_by(*step));
    }
    Ok(texts)
}

/// Works on a text as the reader has it.
fn with<T>(text: &str, language: Language, work: impl FnOnce(&Passage<'_>) -> T) -> Result<T> {
    let tokens = Tokens::new(text);
    let mut passage = Passage::new(text, &tokens, grammar(language).ok_or("no grammar")?);
    Registry::shared().mark(&mut passage);
    Ok(work(&passage))
}

/// What has been judged by hand of words that the first step took for names, or left out: `xtask/name/judged/fa.txt`.
struct Judged {
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
}

impl Judged {
    fn of(language: Language) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("judged").join(format!("{}.txt", language.code()));
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let set = |mark: char| text.lines().filter_map(|l| l.strip_prefix(mark)).map(|l| fold(l.trim())).collect();
        Self { yes: set('+'), no: set('-') }
    }

    /// The names that a text has after what was judged.
    fn apply(&self, p: &Passage<'_>, found: Vec<PersonName>) -> Vec<Range<usize>> {
        let mut names: Vec<Range<usize>> = found.into_iter().map(|f| f.tokens).filter(|t| !self.no.contains(&said(p, t.clone()))).collect();
        let mut i = 0;
        while i < p.tokens.len() {
            let end = (i + 1..=(i + 5).min(p.tokens.len())).rev().find(|&e| self.yes.contains(&said(p, i..e)));
            if let Some(end) = end {
                if !names.iter().any(|n| n.start < end && i < n.end) {
                    names.push(i..end);
                }
                i = end;
            } else {
                i += 1;
            }
        }
        names.sort_by_key(|n| n.start);
        names
    }
}

/// With this much added, about as many words that are none are taken for names as are.
const NEARLY: i32 = 120;

fn said(p: &Passage<'_>, tokens: Range<usize>) -> String {
    tokens.map(|i| p.tokens.word(i)).collect::<Vec<_>>().join(" ")
}

/// How a language is learnt.
struct Way {
    /// How often a line with marked names is shown in one round, where one of raw news is shown once.
    gold_times: usize,
    /// What is added to the worth of a token in a name when raw news are marked.
    lenience: i32,
    /// Whether raw news are also marked by rules.
    rules: bool,
    /// Whether raw news are also marked by words that tell a name with little doubt.
    words: bool,
    /// By how much what is right must be better than what is not, while it learns.
    margin: i32,
    /// What is added for good.
    bias: i32,
    /// What a word must be worth by itself, and with what its neighbours add, to be looked at in full.
    gates: [i16; 2],
}

const FA: Way = Way { gold_times: 10, lenience: 140, rules: false, words: true, margin: 30, bias: 40, gates: [-420, -240] };
const AR: Way = Way { gold_times: 10, lenience: 20, rules: true, words: false, margin: 20, bias: 100, gates: [-180, -150] };

fn train(language: Language, data: &Path) -> Result<()> {
    let way = if language == Language::Ar { AR } else { FA };
    let texts = gold(language, data)?;
    let mut lines = Vec::new();
    for text in &texts {
        with(&text.text, language, |p| {
            let names: Vec<Range<usize>> =
                text.names.iter().map(|n| p.tokens.within(rawi_text::ByteSpan::new(n.clone()))).filter(|n| !n.is_empty()).collect();
            add(p, &names, 1, &mut lines);
        })?;
    }
    println!("{} texts, {} lines", texts.len(), lines.len());
    let names = full_names(language, data)?;
    let pool = pool(language, &names)?;
    let mut learner = Learner::new(way.margin);
    learner.learn(&lines, &pool, 8);
    let mut file = learner.file(0, way.gates);
    let mut judged = Judged::of(language);
    judged.yes.extend(names.iter().map(|n| fold(n)));
    let raw = raw(language, data)?;
    for line in &mut lines {
        line.times = way.gold_times;
    }
    let of_gold = lines.len();
    for step in 0..2 {
        lines.truncate(of_gold);
        let weights = Weights::new(&file).ok_or("weights of another length")?.ungated();
        for text in &raw {
            with(text, language, |p| {
                let mut found = people_by(p, Registry::shared(), &weights, way.lenience);
                if way.rules {
                    let apart = |r: &PersonName| !found.iter().any(|f| f.tokens.start < r.tokens.end && r.tokens.start < f.tokens.end);
                    let more: Vec<PersonName> = by_rule(p, Registry::shared()).into_iter().filter(apart).collect();
                    found.extend(more);
                }
                if way.words {
                    let apart = |r: &PersonName| !found.iter().any(|f| f.tokens.start < r.tokens.end && r.tokens.start < f.tokens.end);
                    let more: Vec<PersonName> = by_words(p, Registry::shared()).into_iter().filter(apart).collect();
                    found.extend(more);
                }
                let names = judged.apply(p, found);
                add(p, &names, 1, &mut lines);
            })?;
        }
        println!("step {step}: {} lines", lines.len());
        let mut learner = Learner::new(way.margin);
        learner.learn(&lines, &pool, 4);
        file = learner.file(if step == 1 { way.bias } else { 0 }, way.gates);
    }
    std::fs::write(weights_path(language), file)?;
    Ok(())
}

fn add(p: &Passage<'_>, names: &[Range<usize>], times: usize, lines: &mut Vec<Line>) {
    for (tokens, seen) in seen_lines(p, Registry::shared()) {
        let mut labels = labels(tokens, names);
        // «امام خمینی (ره)»: a name ends where a mark stands.
        let mut cut = false;
        for (seen, label) in seen.iter().zip(&mut labels) {
            cut = seen.never() || cut && *label == IN;
            if cut {
                *label = OUT;
            }
        }
        lines.push(Line { seen, labels, times });
    }
}

/// Lists what is nearly taken for a name in raw news, with a count and a place, to be judged by hand.
fn list(language: Language, data: &Path) -> Result<()> {
    let file = std::fs::read(weights_path(language))?;
    let weights = Weights::new(&file).ok_or("weights of another length")?;
    let judged = Judged::of(language);
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for text in raw(language, data)? {
        with(&text, language, |p| {
            let sure = people_by(p, Registry::shared(), &weights, -40);
            for name in people_by(p, Registry::shared(), &weights, NEARLY) {
                let (start, end) = (name.tokens.start, name.tokens.end);
                let word = said(p, start..end);
                if sure.iter().any(|s| s.tokens == name.tokens) || judged.no.contains(&word) || judged.yes.contains(&word) {
                    continue;
                }
                let around = said(p, start.saturating_sub(3)..start) + " [" + &word + "] " + &said(p, end..(end + 3).min(p.tokens.len()));
                found.entry(word).or_insert((0, around)).0 += 1;
            }
        })?;
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(name, (n, _))| (std::cmp::Reverse(*n), name.clone()));
    for (name, (n, around)) in found {
        println!("{n}\t{name}\t{}", around.replace('\n', "/"));
    }
    Ok(())
}

/// Measures on the first part of a set that is looked at while the recogniser is made.
fn dev(language: Language, data: &Path, args: &[String]) -> Result<()> {
    let annotated = data.join("annotated");
    let texts = if language == Language::Ar {
        let all = data::tagged(&annotated.join("ner_ar_anercorp/ANERCorp_CamelLab_train.txt"))?;
        let third = all.len() / 3;
        all.into_iter().take(third).collect::<Vec<_>>()
    } else {
        data::documents(&annotated.join("ner_fa_peyma/peyma_nsurl2019.jsonl.zst"))?.into_iter().take(150).collect()
    };
    let file = std::fs::read(weights_path(language))?;
    let weights = Weights::new(&file).ok_or("weights of another length")?;
    let show = args.iter().any(|a| a == "show");
    for (name, bias) in [("rules", None), ("-40", Some(-40)), ("-20", Some(-20)), ("0", Some(0)), ("20", Some(20)), ("40", Some(40))] {
        let (mut gold, mut right, mut found, mut met, mut exact) = (0, 0, 0, 0, 0);
        for text in &texts {
            with(&text.text, language, |p| {
                let names = match bias {
                    Some(bias) => people_by(p, Registry::shared(), &weights, bias),
                    None => by_rule(p, Registry::shared()),
                };
                let spans: Vec<Range<usize>> = names
                    .iter()
                    .map(|n| p.tokens.raw_from(n.tokens.start, n.skip) as usize..p.tokens.span(n.tokens.clone()).end as usize)
                    .collect();
                let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
                let clip = |at: usize| text.text.char_indices().map(|(i, _)| i).take_while(|&i| i <= at).last().unwrap_or(0);
                for span in &spans {
                    if !text.names.iter().any(|n| meet(n, span)) && show && bias == Some(0) {
                        println!(
                            "+ {} [{}] {}",
                            &text.text[clip(span.start.saturating_sub(50))..span.start],
                            &text.text[span.clone()],
                            text.text[span.end..].split_whitespace().take(4).collect::<Vec<_>>().join(" ")
                        );
                    }
                }
                for span in &text.names {
                    if !spans.iter().any(|n| meet(n, span)) && show && bias == Some(0) {
                        println!(
                            "- {} [{}] {}",
                            &text.text[clip(span.start.saturating_sub(50))..span.start],
                            &text.text[span.clone()],
                            text.text[span.end..].split_whitespace().take(4).collect::<Vec<_>>().join(" ")
                        );
                    }
                }
                gold += text.names.len();
                found += spans.len();
                right += spans.iter().filter(|s| text.names.iter().any(|n| meet(n, s))).count();
                met += text.names.iter().filter(|s| spans.iter().any(|n| meet(n, s))).count();
                exact += spans.iter().filter(|s| text.names.contains(s)).count();
            })?;
        }
        let f1 = |p: f64, r: f64| 2.0 * p * r / (p + r).max(1e-9);
        let (p, r) = (right as f64 / found.max(1) as f64, met as f64 / gold as f64);
        let (ep, er) = (exact as f64 / found.max(1) as f64, exact as f64 / gold as f64);
        println!("{name}: overlap {p:.3} {r:.3} {:.3}; exact {ep:.3} {er:.3} {:.3}; {gold} names", f1(p, r), f1(ep, er));
    }
    Ok(())
}
