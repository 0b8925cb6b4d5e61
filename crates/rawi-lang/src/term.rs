//! What diplomacy speaks of, by terms that both languages share: `data/shared/term.toml`.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use rawi_text::{Lexicon, Tokens};
use serde::Deserialize;

use crate::Error;

/// A concept with its words in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// Its English name.
    pub name_en: String,
    /// Persian forms.
    fa: Vec<String>,
    /// Arabic forms.
    ar: Vec<String>,
}

/// All terms, found in a text of either language.
///
/// ```
/// use rawi_text::Tokens;
/// let terms = rawi_lang::Terms::shared();
/// let (fa, ar) = (Tokens::new("گسترش همکاری در حمل‌ونقل"), Tokens::new("توسيع التعاون في النقل")); // cooperation in transport
/// assert_eq!(terms.within(&fa, 0..fa.len()), terms.within(&ar, 0..ar.len()));
/// ```
#[derive(Debug)]
pub struct Terms {
    /// The terms in the order of the file.
    pub list: Vec<Term>,
    forms: Lexicon<usize>,
}

impl Terms {
    /// The terms that are part of the program.
    pub fn shared() -> &'static Self {
        static TERMS: OnceLock<Terms> = OnceLock::new();
        TERMS.get_or_init(|| match Self::parse(include_str!("../data/shared/term.toml")) {
            Ok(terms) => terms,
            Err(error) => unreachable!("{error}"),
        })
    }

    fn parse(text: &str) -> Result<Self, Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            term: Vec<Term>,
        }
        let list = toml::from_str::<File>(text).map_err(|source| Error::Toml { file: "term.toml", source })?.term;
        let forms = list.iter().enumerate().flat_map(|(at, t)| t.fa.iter().chain(&t.ar).map(move |form| (form.clone(), at)));
        Ok(Self { forms: Lexicon::new(forms.collect::<Vec<_>>()), list })
    }

    /// The places in the list of the terms that stand in some tokens, as whole words or with letters joined before them.
    pub fn within(&self, tokens: &Tokens, range: Range<usize>) -> BTreeSet<usize> {
        /// «و», «ب», «ل», «ف», «ك» may be joined before an Arabic word.
        const JOINED: usize = 1;
        let mut found = BTreeSet::new();
        let mut at = range.start;
        while at < range.end.min(tokens.len()) {
            let mut next = at + 1;
            if tokens.is_word(at) {
                let letter = tokens.word(at).chars().next().map_or(0, char::len_utf8);
                let skips = [0, letter * JOINED];
                let hit = skips.into_iter().find_map(|skip| self.forms.longest(tokens, at, skip));
                if let Some(hit) = hit {
                    found.extend(hit.values.iter().copied());
                    next = hit.end.max(next);
                }
            }
            at = next;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_in_order_and_have_both_languages() {
        let terms = Terms::shared();
        assert!(terms.list.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert!(terms.list.iter().all(|t| !t.fa.is_empty() && !t.ar.is_empty()));
    }
}
