//! The forms in which a word may stand where it is searched for: with and without its article, its plural, what is glued
//! or stands apart before and after it.
//!
//! Letters, digits and marks are a matter of folding (see [`rawi_text::fold`]); here is what folding cannot know.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rawi_model::Language;
use serde::Deserialize;

use crate::Error;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Variation {
    apart_before: Vec<String>,
    apart_after: Vec<String>,
    plural: Vec<String>,
    joined_plural: Vec<String>,
    article: Vec<String>,
    proclitic: Vec<String>,
    ending: Vec<(String, String)>,
    owner: Vec<String>,
    never: Vec<String>,
    least: Least,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Least {
    plural: usize,
    joined_plural: usize,
    article: usize,
    proclitic: usize,
    owner: usize,
}

impl Variation {
    fn parse(text: &str) -> Result<Self, Error> {
        let mut read: Self = toml::from_str(text).map_err(|source| Error::Toml { file: "search.toml", source })?;
        let lists = [
            &mut read.apart_before,
            &mut read.apart_after,
            &mut read.plural,
            &mut read.joined_plural,
            &mut read.article,
            &mut read.proclitic,
            &mut read.owner,
            &mut read.never,
        ];
        for list in lists {
            for word in list {
                *word = rawi_text::fold(word);
            }
        }
        for (one, other) in &mut read.ending {
            *one = rawi_text::fold(one);
            *other = rawi_text::fold(other);
        }
        Ok(read)
    }

    /// The word without its article or proclitic.
    fn bare<'w>(&self, word: &'w str) -> &'w str {
        longest(&self.article, |a| word.strip_prefix(a), self.least.article)
            .or_else(|| longest(&self.proclitic, |p| word.strip_prefix(p), self.least.proclitic))
            .unwrap_or(word)
    }

    /// A word without the ending of its plural, where it has one.
    fn one<'w>(&self, bare: &'w str) -> Option<&'w str> {
        longest(&self.plural, |e| bare.strip_suffix(e), self.least.plural)
            .or_else(|| longest(&self.joined_plural, |e| bare.strip_suffix(e), self.least.joined_plural))
    }

    /// The word without its article, proclitic or plural, as far as these can be told from its own letters.
    fn bases(&self, word: &str) -> Vec<String> {
        let mut bases = vec![word.to_owned()];
        let bare = self.bare(word);
        bases.extend([Some(bare), self.one(bare)].into_iter().flatten().map(str::to_owned));
        for (a, b) in &self.ending {
            for (from, to) in [(a, b), (b, a)] {
                bases.extend(bare.strip_suffix(from.as_str()).filter(|s| letters(s) >= self.least.plural).map(|s| format!("{s}{to}")));
            }
        }
        bases.dedup();
        bases
    }

    fn forms(&self, word: &str, out: &mut BTreeSet<Vec<String>>) {
        let mut put = |words: &[&str]| out.insert(words.iter().map(|&w| w.to_owned()).collect());
        for base in &self.bases(word) {
            let mut stems = vec![base.clone()];
            if letters(base) >= self.least.joined_plural {
                stems.extend(self.joined_plural.iter().map(|e| format!("{base}{e}")));
            }
            for stem in &stems {
                put(&[stem]);
                if letters(stem) >= self.least.article {
                    self.article.iter().for_each(|a| _ = put(&[&format!("{a}{stem}")]));
                }
                if letters(stem) >= self.least.proclitic {
                    self.proclitic.iter().for_each(|p| _ = put(&[&format!("{p}{stem}")]));
                }
            }
            for end in &self.plural {
                put(&[&format!("{base}{end}")]);
                put(&[base, end]);
            }
        }
        for end in self.apart_after.iter().chain(&self.plural) {
            if let Some(stem) = word.strip_suffix(end.as_str()).filter(|s| letters(s) > 1) {
                put(&[stem, end]);
            }
        }
        for begin in &self.apart_before {
            if let Some(stem) = word.strip_prefix(begin.as_str()).filter(|s| letters(s) > 1) {
                put(&[begin, stem]);
            }
        }
    }
}

/// What is left of a word by the longest of some letters, when so many letters are left at least.
fn longest<'w>(list: &[String], strip: impl Fn(&str) -> Option<&'w str>, least: usize) -> Option<&'w str> {
    list.iter().filter_map(|piece| strip(piece)).filter(|left| letters(left) >= least).min_by_key(|left| left.len())
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

fn variations() -> &'static [Variation; 2] {
    static ALL: OnceLock<[Variation; 2]> = OnceLock::new();
    ALL.get_or_init(|| {
        [include_str!("../data/fa/search.toml"), include_str!("../data/ar/search.toml")]
            .map(|text| Variation::parse(text).unwrap_or_else(|error| unreachable!("{error}")))
    })
}

/// What a folded word of a language shares with its other forms, to hold texts against each other: the word without article,
/// proclitic, plural and the pronoun of whose it is.
///
/// ```
/// use rawi_model::Language;
/// let base = |word| rawi_lang::search::base(&rawi_text::fold(word), Language::Ar);
/// assert_eq!(base("والشركات"), base("شركة")); // "and the companies", "a company"
/// assert_eq!(base("مشاعرهما"), base("مشاعره")); // "the feelings of both", "his feelings"
/// ```
pub fn base(word: &str, language: Language) -> String {
    let [fa, ar] = variations();
    let variation = match language {
        Language::Fa => fa,
        Language::Ar => ar,
        _ => return word.to_owned(),
    };
    let bare = variation.bare(word);
    let bare = longest(&variation.owner, |e| bare.strip_suffix(e), variation.least.owner).unwrap_or(bare);
    let one = variation.one(bare).unwrap_or(bare);
    let ending = variation.ending.iter().flat_map(|(a, b)| [a, b]).find_map(|e| one.strip_suffix(e.as_str()));
    ending.filter(|stem| letters(stem) >= variation.least.plural).unwrap_or(one).to_owned()
}

/// The other forms in which a folded word may stand, each as the words that follow one another in it; the word itself is
/// not among them. Words of few letters and words that are everywhere have none.
///
/// ```
/// let word = rawi_text::fold("كتاب"); // "book"
/// let forms = rawi_lang::search::forms(&word);
/// assert!(forms.contains(&vec![rawi_text::fold("والكتاب")])); // "and the book"
/// assert!(forms.contains(&vec![rawi_text::fold("کتاب"), rawi_text::fold("ها")])); // "books", its ending apart
/// assert!(rawi_lang::search::forms("این").is_empty()); // "this"
/// ```
pub fn forms(word: &str) -> Vec<Vec<String>> {
    let plain = |c: char| matches!(c, '\u{621}'..='\u{6D3}');
    if letters(word) < 2 || !word.chars().all(plain) || variations().iter().any(|v| v.never.iter().any(|n| n == word)) {
        return Vec::new();
    }
    let mut out = BTreeSet::new();
    for variation in variations() {
        variation.forms(word, &mut out);
    }
    out.into_iter()
        .filter(|form| *form != [word])
        .filter(|form| !variations().iter().any(|v| v.never.iter().any(|n| *form == [n.as_str()])))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(word: &str, form: &str) -> bool {
        forms(&rawi_text::fold(word)).contains(&rawi_text::fold(form).split(' ').map(str::to_owned).collect())
    }

    #[test]
    fn a_form_leads_to_its_word_and_back() {
        for (one, other) in [
            ("کتاب", "کتابها"),
            ("رئيس", "الرئيس"),
            ("الرئيس", "والرئيس"),
            ("شركة", "الشركات"),
            ("مهندس", "للمهندسين"),
            ("نگهبان", "نگهبانان"),
        ] {
            assert!(has(one, other) && has(other, one), "{one} {other}");
        }
        for (word, apart) in [("کتابها", "کتاب ها"), ("میرود", "می رود"), ("خانهای", "خانه ای"), ("بزرگترین", "بزرگ ترین")]
        {
            assert!(has(word, apart), "{word}");
        }
    }

    #[test]
    fn words_that_only_look_alike_are_kept_apart() {
        // minister, under; ministry, she visited; Iran; only, body; Lebanon
        for (one, other) in
            [("وزیر", "زیر"), ("زیر", "وزیر"), ("وزارت", "زارت"), ("زارت", "وزارت"), ("تنها", "تن"), ("لبنان", "لبن"), ("اینها", "این")]
        {
            assert!(!has(one, other), "{one} {other}");
        }
    }
}
