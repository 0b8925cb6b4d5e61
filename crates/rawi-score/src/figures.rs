//! The figures of sets of documents.

use std::collections::BTreeMap;

use rawi_model::Reading;
use serde::Serialize;

use crate::gold::Gold;
use crate::judge::{Miss, judge};
use crate::tally::{Items, RuleTally, Tally};

/// Precision, recall and their harmonic mean, each from 0 to 1 with four decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Ratios {
    /// Of what was read, the share that is there.
    pub precision: f64,
    /// Of what is there, the share that was read.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// How many there are.
    pub gold: usize,
    /// How many were read.
    pub read: usize,
}

impl Ratios {
    fn new(hit: usize, of: Items) -> Self {
        let share = |of: usize| if of == 0 { 0.0 } else { number(hit) / number(of) };
        let (p, q) = (share(of.read), share(of.gold));
        let f1 = if p + q > 0.0 { 2.0 * p * q / (p + q) } else { 0.0 };
        Self { precision: round(p), recall: round(q), f1: round(f1), gold: of.gold, read: of.read }
    }
}

/// The figures of a set of documents; none where there is nothing of the kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    /// How many documents.
    pub documents: usize,
    /// The share with the right genre.
    pub genre: Option<f64>,
    /// Statements whose content was found.
    pub statements_found: Ratios,
    /// Statements found with the right speaker.
    pub statements_attributed: Ratios,
    /// Of the statements found, the share with the right speaker.
    pub speaker: Option<f64>,
    /// Of the statements attributed, the share with the right reporters.
    pub chain: Option<f64>,
    /// Of the statements found, the share with the right form.
    pub form: Option<f64>,
    /// Contacts of the right kind and parties.
    pub contacts_found: Ratios,
    /// Of the contacts found that have a day, the share with the right one.
    pub contacts_dated: Option<f64>,
    /// Dates found.
    pub dates_found: Ratios,
    /// Dates found with the right value.
    pub dates_valued: Ratios,
}

impl Figures {
    fn new(tally: &Tally) -> Self {
        let Tally { documents, genre, statements, chain, form, contacts, days, dates } = *tally;
        Self {
            documents,
            genre: ratio(genre, documents),
            statements_found: Ratios::new(statements.found, statements),
            statements_attributed: Ratios::new(statements.right, statements),
            speaker: ratio(statements.right, statements.found),
            chain: ratio(chain, statements.right),
            form: ratio(form, statements.found),
            contacts_found: Ratios::new(contacts.found, contacts),
            contacts_dated: ratio(contacts.right, days),
            dates_found: Ratios::new(dates.found, dates),
            dates_valued: Ratios::new(dates.right, dates),
        }
    }
}

/// What became of what one rule read, optional items among it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct RuleFigures {
    /// How many it read.
    pub read: usize,
    /// How many of these are there.
    pub found: usize,
    /// How many of these have the right speaker; of contacts, all that are found.
    pub right: usize,
    /// The share that is right.
    pub share: Option<f64>,
    /// Of the right, the share with the right reporters; none for contacts.
    pub chain: Option<f64>,
    /// Of the found, the share with the right form; none for contacts.
    pub form: Option<f64>,
}

impl RuleFigures {
    fn new(id: &str, tally: &RuleTally) -> Self {
        let RuleTally { read, found, right, chain, form } = *tally;
        let of = |hit, of| if id.contains("/contact/") { None } else { ratio(hit, of) };
        Self { read, found, right, share: ratio(right, read), chain: of(chain, right), form: of(form, found) }
    }
}

/// Readings as they are scored, one document after the other.
///
/// ```
/// use rawi_model::{Document, Reading};
/// use rawi_score::{Note, Scores};
/// // "The head of the chamber of commerce said: exports have grown this year."
/// let text = "رئیس اتاق بازرگانی گفت: صادرات امسال بیشتر شده است.";
/// let note = r#"{"doc": "a", "lang": "fa", "genre": "report", "actors": {"head": {"names": ["رئیس اتاق بازرگانی"]}},
///     "statements": [{"speaker": "head", "cue": "گفت", "content": "صادرات امسال بیشتر شده است.", "form": "direct"}]}"#;
/// let note: Note = serde_json::from_str(note)?;
/// let reading = rawi_read::Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
/// let mut scores = Scores::default();
/// scores.add(&note.resolve(text, "a")?, &reading);
/// assert_eq!(scores.all().statements_attributed.f1, 1.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Scores {
    all: Tally,
    languages: BTreeMap<String, Tally>,
    genres: BTreeMap<String, Tally>,
    rules: BTreeMap<String, RuleTally>,
    misses: Vec<Miss>,
}

impl Scores {
    /// Scores one reading against the annotation of its document.
    pub fn add(&mut self, gold: &Gold, reading: &Reading) {
        let judged = judge(gold, reading);
        self.all += judged.tally;
        let named = |name: &Option<String>| name.clone().unwrap_or_else(|| "other".to_owned());
        *self.languages.entry(named(&gold.lang)).or_default() += judged.tally;
        *self.genres.entry(named(&gold.genre)).or_default() += judged.tally;
        for (rule, tally) in judged.rules {
            *self.rules.entry(rule).or_default() += tally;
        }
        self.misses.extend(judged.misses);
    }

    /// The figures of all documents.
    pub fn all(&self) -> Figures {
        Figures::new(&self.all)
    }

    /// The figures by language.
    pub fn by_language(&self) -> BTreeMap<&str, Figures> {
        self.languages.iter().map(|(name, tally)| (name.as_str(), Figures::new(tally))).collect()
    }

    /// The figures by annotated genre.
    pub fn by_genre(&self) -> BTreeMap<&str, Figures> {
        self.genres.iter().map(|(name, tally)| (name.as_str(), Figures::new(tally))).collect()
    }

    /// The figures by rule, as readings show it in `basis`.
    pub fn by_rule(&self) -> BTreeMap<&str, RuleFigures> {
        self.rules.iter().map(|(id, tally)| (id.as_str(), RuleFigures::new(id, tally))).collect()
    }

    /// Everything that is wrong, in the order of the documents.
    pub fn misses(&self) -> &[Miss] {
        &self.misses
    }
}

/// A count as a number to divide by.
pub(crate) fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn ratio(hit: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| round(number(hit) / number(of)))
}

/// Four decimals, halves to the even digit as they are printed.
fn round(value: f64) -> f64 {
    format!("{value:.4}").parse().unwrap_or(value)
}
