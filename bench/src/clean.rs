//! Lost joiners restored, and lines mended.

use rawi_lang::joiner::Restorer;
use rawi_lang::mend::{Mender, Options};
use rawi_text::fold_char;

use crate::measure;

/// Measures each step by itself.
pub(crate) fn run(texts: &[String]) {
    let mut out = String::new();
    measure("plain pass", texts, |text| {
        out.clear();
        out.extend(text.chars().filter_map(fold_char));
        out.len()
    });
    let mut restorer = Restorer::new();
    let mut edits = Vec::new();
    let mut joiners = |text: &str| {
        edits.clear();
        restorer.edits(text, &mut edits);
        edits.len()
    };
    measure("joiners", texts, &mut joiners);
    let deleted: Vec<String> = texts.iter().map(|t| t.replace('\u{200C}', "")).collect();
    measure("joiners, all deleted", &deleted, &mut joiners);
    let mut mender = Mender::new(Options::default());
    let mut clean = |text: &str| text.split_inclusive('\n').map(|line| mender.mend(line).len()).sum();
    measure("clean", texts, &mut clean);
    measure("clean, all deleted", &deleted, &mut clean);
}
