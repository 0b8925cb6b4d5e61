//! Every example of the lexicons is read: of each language at least the share of `gold/floor.toml`.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::{BTreeMap, BTreeSet};

use rawi_lang::{Example, LANGUAGES};
use rawi_model::{Document, Reading};
use rawi_read::Reader;
use rawi_suite::root;
use rawi_text::{CharSpan, Tokens};

fn words(text: &str) -> BTreeSet<String> {
    let tokens = Tokens::new(text);
    (0..tokens.len()).filter(|&i| tokens.is_word(i)).map(|i| tokens.word(i).to_owned()).collect()
}

/// Whether a statement has the example's words, from its speaker and through those who pass them on. A pronoun is nobody's name.
fn is_read(example: &Example, reading: &Reading) -> bool {
    let wanted = words(&example.content);
    let named = |key: &str, said: &str| {
        let said = words(said);
        reading.actor(key).is_some_and(|a| a.mentions.iter().any(|m| said.iter().all(|w| words(&m.text).contains(w))))
    };
    reading.statements.iter().any(|s| {
        let content: BTreeSet<String> = s.content.iter().flat_map(|c: &CharSpan| words(c.of(&reading.document.text))).collect();
        let shared = content.intersection(&wanted).count() * 10;
        let content_fits = shared >= wanted.len() * 6 && shared >= content.len() * 6;
        let speaker = example
            .speaker
            .as_deref()
            .is_none_or(|said| said.split_whitespace().count() < 2 || s.speaker.as_deref().is_some_and(|k| named(k, said)));
        let via = example.via.as_deref().is_none_or(|said| s.via.iter().chain(&reading.document.outlet).any(|k| named(k, said)));
        content_fits && speaker && via
    })
}

#[test]
fn lexicon_examples_are_read() {
    let floors: BTreeMap<String, toml::Value> =
        toml::from_str(&std::fs::read_to_string(root().join("gold/floor.toml")).expect("floor")).expect("floor");
    let reader = Reader::new();
    for row in &LANGUAGES {
        let code = row.language.code();
        let examples = row.examples().expect("the data files load");
        let (mut right, mut failing) = (0u32, Vec::new());
        for example in &examples {
            let document = Document { text: example.text.clone(), language: row.language, ..Document::default() };
            if is_read(example, &reader.read(document, None)) {
                right += 1;
            } else {
                failing.push(example.entry.clone());
            }
        }
        let share = f64::from(right) / f64::from(u32::try_from(examples.len()).unwrap_or(u32::MAX));
        println!("{code}: {right} of {} examples read; not: {}", examples.len(), failing.join("; "));
        let least = floors["examples"][code].as_float().unwrap_or(1.0);
        assert!(share >= least, "{code}: {share:.3} of the examples are read, the floor is {least}");
    }
}
