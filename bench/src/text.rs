//! The normal form, tokens and sentences.

use rawi_text::{Normal, Tokens, fold_char, paragraphs, sentences};

use crate::measure;

/// Measures each step by itself.
pub(crate) fn run(texts: &[String]) {
    let mut out = String::new();
    measure("plain pass", texts, |text| {
        out.clear();
        out.extend(text.chars().filter_map(fold_char));
        out.len()
    });
    measure("normal form with map", texts, |text| Normal::new(text).text.len());
    measure("tokens", texts, |text| Tokens::new(text).len());
    measure("sentences", texts, |text| {
        let tokens = Tokens::new(text);
        paragraphs(&tokens).into_iter().map(|p| sentences(&tokens, p).len()).sum()
    });
}
