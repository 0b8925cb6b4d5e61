//! Both languages together: the same data files and, where the languages allow, the same shapes.

use std::collections::BTreeSet;
use std::path::Path;

use rawi_lang::{LANGUAGES, grammar};
use rawi_suite::root;

/// Files that one language alone has, with the reason.
const ALONE: &[(&str, &str)] = &[
    ("joiner.toml", "Arabic writes no non-joiner"),
    ("joiner.txt", "Arabic writes no non-joiner"),
    ("verb.toml", "Persian makes its cues of light verbs; Arabic cues have stems of their own"),
];

fn names(folder: &Path) -> BTreeSet<String> {
    std::fs::read_dir(folder).expect("data folder").flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn the_languages_have_the_same_files() {
    let data = root().join("crates/rawi-lang/data");
    let (fa, ar) = (names(&data.join("fa")), names(&data.join("ar")));
    let odd: Vec<&String> = fa.symmetric_difference(&ar).filter(|n| !ALONE.iter().any(|(name, _)| name == n)).collect();
    assert!(odd.is_empty(), "in one language alone: {odd:?}");
}

#[test]
fn a_rule_is_a_file() {
    for row in &LANGUAGES {
        let grammar = grammar(row.language).expect("a grammar");
        let ids = grammar.frames.iter().map(|f| f.id).chain([grammar.line.id, grammar.source.id]);
        for id in ids {
            let (language, rule) = id.split_once('/').expect("language/rule");
            let file = root().join(format!("crates/rawi-lang/src/{language}/frame/{}.rs", rule.replace('-', "_")));
            assert!(file.exists(), "{id} has no {}", file.display());
        }
    }
}

#[test]
fn code_holds_no_invisible_character() {
    let mut folders = vec![root().join("crates")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).expect("folder").flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).expect("source");
                let code = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
                let hidden = [
                    '\u{200B}', '\u{200C}', '\u{200D}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}',
                    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{FEFF}',
                ];
                assert!(!code.contains(hidden), "{}: write invisible characters as escapes", path.display());
            }
        }
    }
}
