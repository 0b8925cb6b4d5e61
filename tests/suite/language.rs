//! The language of sentences whose language is known: all of the Persian and Arabic treebanks that may stand beside the
//! repository, as they are, cut to six words, and Persian as an Arabic keyboard without joiners writes it.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::BTreeMap;
use std::path::Path;

use rawi_lang::detect::detect;
use rawi_model::Language;
use rawi_suite::{root, shared};

/// The sentences of a treebank in CoNLL-U, from their `# text` lines.
fn texts(file: &Path) -> Vec<String> {
    let file = std::fs::read_to_string(file).expect("treebank");
    file.lines().filter_map(|l| l.strip_prefix("# text = ")).map(str::to_owned).collect()
}

fn six(text: &str) -> String {
    text.split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}

/// Persian as it is typed on an Arabic keyboard and with its joiners lost.
fn arabic_keys(text: &str) -> String {
    text.chars()
        .filter(|&c| c != '\u{200C}')
        .map(|c| match c {
            '\u{6CC}' => '\u{64A}',
            '\u{6A9}' => '\u{643}',
            c => c,
        })
        .collect()
}

fn share(name: &str, texts: impl Iterator<Item = String>, language: Language) -> f64 {
    let (mut all, mut right) = (0, 0);
    for text in texts {
        all += 1;
        let told = detect(&text);
        if told == language {
            right += 1;
        } else if std::env::var_os("RAWI_SHOW").is_some() {
            println!("{name}: {} {text}", told.code());
        }
    }
    let share = f64::from(right) / f64::from(all.max(1));
    println!("{name}: {right} of {all}, {share:.4}");
    share
}

#[test]
fn sentences_of_treebanks() {
    let text = std::fs::read_to_string(root().join("gold/floor.toml")).expect("gold/floor.toml");
    let floors: BTreeMap<String, BTreeMap<String, f64>> = toml::from_str(&text).expect("gold/floor.toml");
    let floor = &floors["language"];
    let check = |name: &str, value: f64| assert!(value >= floor[name], "{name} is {value:.4}, its floor {}", floor[name]);
    for (folder, language) in [("ud_fa_seraji", Language::Fa), ("ud_fa_perdt", Language::Fa), ("ud_ar_pud", Language::Ar)] {
        let Some(folder) = shared(&format!("data/annotated/{folder}")) else { continue };
        let mut files: Vec<_> = std::fs::read_dir(&folder).expect("folder").map(|f| f.expect("file").path()).collect();
        files.retain(|f| f.extension().is_some_and(|e| e == "conllu"));
        files.sort();
        let all: Vec<String> = files.iter().flat_map(|f| texts(f)).collect();
        let name = folder.file_name().and_then(|n| n.to_str()).unwrap_or_default().trim_start_matches("ud_");
        check(&format!("{name}_full"), share(&format!("{name}, full"), all.iter().cloned(), language));
        check(&format!("{name}_six"), share(&format!("{name}, six words"), all.iter().map(|t| six(t)), language));
        if language == Language::Fa {
            check(
                &format!("{name}_keys"),
                share(&format!("{name}, Arabic letters, no joiner"), all.iter().map(|t| arabic_keys(t)), language),
            );
            let both = all.iter().map(|t| six(&arabic_keys(t)));
            check(&format!("{name}_six_keys"), share(&format!("{name}, six words, Arabic letters, no joiner"), both, language));
        }
    }
}
