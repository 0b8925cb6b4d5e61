//! Known names marked, and names of persons found.

use rawi_actor::Registry;
use rawi_actor::name::{by_rule, people};
use rawi_lang::detect::detect;
use rawi_lang::{Passage, grammar};
use rawi_text::Tokens;

use crate::measure;

/// Measures each step by itself, the tokens and the passage being given as the reader has them.
pub(crate) fn run(texts: &[String]) {
    let registry = Registry::shared();
    let tokens: Vec<Tokens> = texts.iter().map(|t| Tokens::new(t)).collect();
    let mut passages: Vec<Passage<'_>> =
        texts.iter().zip(&tokens).filter_map(|(text, tokens)| Some(Passage::new(text, tokens, grammar(detect(text))?))).collect();
    if passages.is_empty() {
        return;
    }
    let n = passages.len();
    let mut at = 0;
    measure("registry", texts, |_| {
        let p = &mut passages[at % n];
        at += 1;
        registry.mark(p);
        p.names.iter().flatten().count()
    });
    let mut at = 0;
    measure("persons", texts, |_| {
        at += 1;
        people(&passages[(at - 1) % n], registry).len()
    });
    let mut at = 0;
    measure("persons by rule", texts, |_| {
        at += 1;
        by_rule(&passages[(at - 1) % n], registry).len()
    });
    let mut at = 0;
    measure("registry and persons", texts, |_| {
        let p = &mut passages[at % n];
        at += 1;
        registry.mark(p);
        people(p, registry).len()
    });
}
