//! How far to trust a rule: the table that the reader shows its confidence from.

use std::fmt::Write;

use crate::figures::{RuleFigures, Scores, number};

/// The least confidence of a rule that may ship.
pub const LEAST: f64 = 0.6;

/// The table of rules, as it stands in `rawi-read`. `maker` is the command that makes it.
pub fn table(scores: &Scores, maker: &str) -> String {
    let mut out = format!(
        "# Made by `{maker}`, and not by hand.\n\
         #\n\
         # How often each rule is right: of so many statements or contacts that it read in annotated documents, so many have\n\
         # the annotators' content and speaker, or kind and parties; what annotators call optional is counted too. Rules are\n\
         # of one language each. A reading shows (right + 1) / (read + 2), Laplace's rule of succession, so that few cases\n\
         # claim little. A rule without a row shows one half, a contact of such a rule what the rule itself says.\n"
    );
    for (id, rule) in scores.by_rule() {
        let _ = write!(out, "\n[[rule]]\nid = \"{id}\"\nright = {}\nread = {}\n", rule.right, rule.read);
    }
    out
}

/// The rules whose confidence is too low to ship, with what it is.
pub fn below(scores: &Scores) -> Vec<(String, f64)> {
    let rules = scores.by_rule().into_iter();
    rules.map(|(id, rule)| (id.to_owned(), shown(&rule))).filter(|rule| rule.1 < LEAST).collect()
}

fn shown(rule: &RuleFigures) -> f64 {
    (number(rule.right) + 1.0) / (number(rule.read) + 2.0)
}
