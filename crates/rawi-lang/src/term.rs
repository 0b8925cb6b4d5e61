//! What diplomacy speaks of, by terms that both languages share: `data/shared/term.toml`.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use rawi_model::Language;
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
    /// Whether it is in all mouths, so that two who speak of it need not say the same.
    #[serde(default)]
    pub broad: bool,
    /// Persian forms.
    fa: Vec<String>,
    /// Arabic forms.
    ar: Vec<String>,
}

/// All terms, found in a text of either language.
///
/// ```
/// use rawi_model::Language;
/// use rawi_text::Tokens;
/// let terms = rawi_lang::Terms::shared();
/// let (fa, ar) = (Tokens::new("گسترش همکاری در حمل\u{200C}ونقل"), Tokens::new("توسيع التعاون في النقل")); // cooperation in transport
/// assert_eq!(terms.within(&fa, 0..fa.len(), Language::Fa), terms.within(&ar, 0..ar.len(), Language::Ar));
/// ```
#[derive(Debug)]
pub struct Terms {
    /// The terms in the order of the file.
    pub list: Vec<Term>,
    fa: Lexicon<usize>,
    ar: Lexicon<usize>,
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
        let all = |forms: fn(&Term) -> Vec<String>| {
            Lexicon::new(list.iter().enumerate().flat_map(|(at, t)| forms(t).into_iter().map(move |form| (form, at))).collect::<Vec<_>>())
        };
        let fa = all(|t| t.fa.iter().flat_map(|form| persian(form)).collect());
        let ar = all(|t| t.ar.iter().flat_map(|form| arabic(form)).collect());
        Ok(Self { list, fa, ar })
    }

    /// Whether the term with this id is in all mouths.
    pub fn is_broad(&self, id: &str) -> bool {
        self.list.binary_search_by(|t| t.id.as_str().cmp(id)).is_ok_and(|at| self.list[at].broad)
    }

    /// The places in the list of the terms that stand in some tokens of a language, in Arabic also with a letter joined before them.
    pub fn within(&self, tokens: &Tokens, range: Range<usize>, language: Language) -> BTreeSet<usize> {
        let forms = if language == Language::Fa { &self.fa } else { &self.ar };
        let mut found = BTreeSet::new();
        let mut at = range.start;
        while at < range.end.min(tokens.len()) {
            let mut next = at + 1;
            if tokens.is_word(at) {
                let joined = tokens.word(at).chars().next().filter(|c| language == Language::Ar && JOINED.contains(c));
                let skips = std::iter::once(0).chain(joined.map(char::len_utf8));
                let hit = skips.into_iter().find_map(|skip| forms.longest(tokens, at, skip));
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

/// «و», «ف», «ب», «ك», «ل» may be joined before an Arabic word.
const JOINED: [char; 5] = ['\u{648}', '\u{641}', '\u{628}', '\u{643}', '\u{644}'];

/// A Persian form, of one word also in its plural.
fn persian(form: &str) -> Vec<String> {
    let endings: &[&str] = if form.contains(' ') { &[""] } else { &["", "\u{200C}\u{647}\u{627}", "\u{200C}\u{647}\u{627}\u{6CC}"] };
    endings.iter().map(|ending| format!("{form}{ending}")).collect()
}

/// An Arabic form, of one word also with the article, and with it after «ل».
fn arabic(form: &str) -> Vec<String> {
    let before: &[&str] = if form.contains(' ') { &[""] } else { &["", "\u{627}\u{644}", "\u{644}\u{644}"] };
    before.iter().map(|article| format!("{article}{form}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_one_language_is_no_term_of_the_other() {
        let terms = Terms::shared();
        let told = |words: &str, language| {
            let tokens = Tokens::new(words);
            terms.within(&tokens, 0..tokens.len(), language).into_iter().map(|at| terms.list[at].id.as_str()).collect::<Vec<_>>()
        };
        // «آغاز» is no "gas", and «به نقل از» no "transport".
        assert_eq!(told("آغاز گفت\u{200C}وگوها به نقل از رسانه\u{200C}ها", Language::Fa), ["dialogue"]);
        assert_eq!(told("رفع العقوبات وبالمفاوضات", Language::Ar), ["sanctions"]);
        assert_eq!(told("الموانئ وللمياه والتعاون", Language::Ar), ["cooperation", "port", "water"]);
    }

    #[test]
    fn terms_are_in_order_and_have_both_languages() {
        let terms = Terms::shared();
        assert!(terms.list.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert!(terms.list.iter().all(|t| !t.fa.is_empty() && !t.ar.is_empty()));
    }
}
