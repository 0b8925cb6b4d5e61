//! The letters glued before a word: «و», «ب», «ل» and the article.

use rawi_text::begins;

use crate::{Grammar, Passage};

/// The bytes of particles that can be glued before the word at a token: «و», «ف», «ب», «ل», «س», and the article behind
/// them, longest first.
pub(crate) fn glued(p: &Passage<'_>, i: usize) -> impl Iterator<Item = usize> + use<> {
    glued_in(p.grammar, p.tokens.word(i))
}

/// The same of a word by itself.
pub(crate) fn glued_in(grammar: &Grammar, word: &str) -> impl Iterator<Item = usize> + use<> {
    let mut skips = [0; 8];
    let mut n = 0;
    if !grammar.article.is_empty() && word.len() >= 6 {
        let mut add = |skip: usize| {
            if skip > 0 && word.len() >= skip + 4 {
                skips[n] = skip;
                n += 1;
            }
        };
        let and = grammar.conjunctions.iter().find(|c| begins(word, c)).map_or(0, String::len);
        for from in [0, and] {
            let Some(rest) = word.get(from..) else { continue };
            add(from);
            if let Some(g) = grammar.prepositions.iter().find(|g| begins(rest, g)) {
                add(from + g.len());
                if begins(&rest[g.len()..], &grammar.article) {
                    add(from + g.len() + grammar.article.len());
                } else if rest[g.len()..].starts_with(&grammar.article[grammar.article.len() / 2..]) {
                    // «لل» stands for ل and the article.
                    add(from + g.len() + grammar.article.len() / 2);
                }
            }
            if begins(rest, &grammar.article) {
                add(from + grammar.article.len());
            }
            if and == 0 {
                break;
            }
        }
    }
    skips.into_iter().take(n)
}
