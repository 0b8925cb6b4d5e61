//! Dates found and settled.

use rawi_lang::date::{context, words};
use rawi_lang::detect::detect;
use rawi_text::Tokens;
use rawi_time::{find, settle};

use crate::measure;

/// Measures each step by itself; the last is all that it takes from text to days.
pub(crate) fn run(texts: &[String]) {
    measure("tokens", texts, |text| Tokens::new(text).len());
    let tokens: Vec<(Tokens, &str)> = texts.iter().map(|t| (Tokens::new(t), detect(t).code())).collect();
    let mut at = 0;
    measure("dates", texts, |_| {
        let (tokens, lang) = &tokens[at % tokens.len()];
        at += 1;
        words(lang).map_or(0, |words| settle(&find(tokens, words), &context(lang, None)).len())
    });
    let mut at = 0;
    measure("text to dates", texts, |text| {
        let lang = tokens[at % tokens.len()].1;
        at += 1;
        words(lang).map_or(0, |words| settle(&find(&Tokens::new(text), words), &context(lang, None)).len())
    });
}
