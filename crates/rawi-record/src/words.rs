//! Words to search for: folded as the index is, and made into the index's own query.

use std::collections::BTreeSet;

use rawi_actor::Registry;
use rawi_text::fold;
use rusqlite::{Connection, params};

use crate::error::Result;

/// Stands between the parts of a word: «می‌رود».
const NON_JOINER: char = '\u{200C}';

/// One word or phrase to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Its words, folded.
    pub(crate) words: Vec<String>,
    /// Whether the last word may go on.
    pub(crate) open: bool,
    /// The other forms in which it may stand, each as its words.
    pub(crate) forms: BTreeSet<Vec<String>>,
}

/// The words to search for: each must occur, in one of its forms; words between quotation marks must stand together, and
/// a word that ends in `*` may go on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Terms(pub(crate) Vec<Term>);

/// How many neighbouring words may be one that was typed apart: «گفت و گو».
const JOINED: usize = 3;

impl Terms {
    /// Reads what a user typed.
    pub(crate) fn new(typed: &str) -> Self {
        let mut terms = Self::default();
        let mut rest = typed;
        while let Some(at) = rest.find(|c| closing(c).is_some()) {
            terms.loose(&rest[..at]);
            let mark = rest[at..].chars().next().unwrap_or('"');
            let inner = &rest[at + mark.len_utf8()..];
            let close = closing(mark).unwrap_or('"');
            let end = inner.find(close).unwrap_or(inner.len());
            terms.0.extend(phrase(&inner[..end]));
            rest = inner[end..].strip_prefix(close).unwrap_or("");
        }
        terms.loose(rest);
        terms
    }

    /// Words outside quotation marks. Two or three that follow one another may be one word in the text.
    fn loose(&mut self, typed: &str) {
        let first = self.0.len();
        self.0.extend(typed.split_whitespace().filter_map(single));
        let terms = &mut self.0[first..];
        for count in 2..=JOINED {
            for from in 0..(terms.len() + 1).saturating_sub(count) {
                let run = &mut terms[from..from + count];
                if run.iter().all(|t| t.words.len() == 1 && !t.open) {
                    let joined: String = run.iter().map(|t| t.words[0].as_str()).collect();
                    for term in run {
                        term.forms.insert(vec![joined.clone()]);
                    }
                }
            }
        }
    }

    /// The query for the index; none when there is no word.
    pub(crate) fn query(&self) -> Option<String> {
        let terms: Vec<String> = self
            .0
            .iter()
            .map(|term| {
                let exact = term.exact();
                if term.forms.is_empty() {
                    return exact;
                }
                let forms: Vec<String> = term.forms.iter().map(|f| format!("\"{}\"", f.join(" "))).collect();
                format!("({exact} OR {})", forms.join(" OR "))
            })
            .collect();
        (!terms.is_empty()).then(|| terms.join(" AND "))
    }

    /// The query for the words as they were typed, but for their folding.
    pub(crate) fn exact(&self) -> Option<String> {
        let terms: Vec<String> = self.0.iter().map(Term::exact).collect();
        (!terms.is_empty()).then(|| terms.join(" AND "))
    }
}

impl Term {
    fn exact(&self) -> String {
        format!("\"{}\"{}", self.words.join(" "), if self.open { " *" } else { "" })
    }
}

fn closing(mark: char) -> Option<char> {
    Some(match mark {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => return None,
    })
}

/// A word outside quotation marks, with the forms that its language gives it.
fn single(chunk: &str) -> Option<Term> {
    let mut term = phrase(chunk)?;
    term.open = chunk.ends_with('*');
    if term.open {
        term.forms.clear();
    } else if let [word] = term.words.as_slice() {
        term.forms.extend(rawi_lang::search::forms(word));
    }
    Some(term)
}

/// Words that stand together: with their joiners, with spaces in place of these, or one pair of them joined.
fn phrase(typed: &str) -> Option<Term> {
    let words = split(typed);
    if words.is_empty() {
        return None;
    }
    let mut forms = BTreeSet::new();
    if typed.contains(NON_JOINER) {
        forms.insert(split(&typed.replace(NON_JOINER, " ")));
    }
    for at in 1..words.len() {
        forms.insert([&words[..at - 1], &[words[at - 1..=at].concat()], &words[at + 1..]].concat());
    }
    forms.remove(&words);
    Some(Term { words, open: false, forms })
}

/// The folded words of a piece of text, without the marks between them.
pub(crate) fn split(text: &str) -> Vec<String> {
    search_form(text).split(' ').filter(|w| !w.is_empty()).map(ToOwned::to_owned).collect()
}

/// The form in which words are kept for search: folded, in small letters, one space between them.
pub(crate) fn search_form(text: &str) -> String {
    let folded = fold(text);
    let mut form = String::with_capacity(folded.len());
    let mut between = false;
    for c in folded.chars() {
        if !is_word(c) {
            between = true;
            continue;
        }
        if std::mem::take(&mut between) && !form.is_empty() {
            form.push(' ');
        }
        match c {
            // Folded ASCII is small, and Arabic letters have one size.
            '\0'..='\u{7F}' | '\u{600}'..='\u{6FF}' => form.push(c),
            _ => form.extend(c.to_lowercase()),
        }
    }
    form
}

/// Whether a folded character belongs to a word. Nearly all are told without a look into the tables of Unicode.
fn is_word(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}' | '\u{671}'..='\u{6D3}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// The query by which every word of a name must be a word of one name in the record; none when there is no word. Where the
/// name is one of the registry's, whatever it calls the same actor is asked for too, so that each of its names finds the same.
pub(crate) fn name_query(name: &str) -> Option<String> {
    let entry = Registry::shared().named(name);
    let others = entry.into_iter().flat_map(|e| e.names.values().chain(&e.also));
    let queries: BTreeSet<String> = others.map(String::as_str).chain([name]).filter_map(one_name_query).collect();
    let queries: Vec<String> = queries.into_iter().collect();
    match &queries[..] {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(format!("({})", several.join(") OR ("))),
    }
}

/// The same for one way to write it. Two words that follow one another may be one in the record.
fn one_name_query(name: &str) -> Option<String> {
    let words = bare_words(name);
    let of_word = |(at, word): (usize, &String)| {
        let before = at.checked_sub(1).map(|before| format!("{}{word}", words[before]));
        let behind = words.get(at + 1).map(|behind| format!("{word}{behind}"));
        let ways: Vec<String> = [Some(word.clone()), before, behind].into_iter().flatten().map(|w| format!("\"{w}\"")).collect();
        if ways.len() == 1 { ways.concat() } else { format!("({})", ways.join(" OR ")) }
    };
    let words: Vec<String> = words.iter().enumerate().map(of_word).collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// The query by which a name in the record must begin with an office: with its first word, or with all of it. So
/// «وزير الخارجية» (the foreign minister) is not his deputy, «نائب وزير الخارجية».
pub(crate) fn role_query(name: &str, whole: bool) -> Option<String> {
    let words = bare_words(name);
    words.first()?;
    Some(if whole { format!("^\"{}\"", words.join(" ")) } else { format!("^\"{}\"", words.join("\" AND \"")) })
}

/// What the index of names holds of a folded name: its words, and each with the next as one word, since «کی مون» is typed
/// «کی‌مون» too.
pub(crate) fn name_words(folded: &str) -> String {
    let words = bare_words(folded);
    let pairs = words.windows(2).map(<[String]>::concat);
    words.iter().cloned().chain(pairs).collect::<Vec<_>>().join(" ")
}

fn bare_words(name: &str) -> Vec<String> {
    split(&rawi_text::bare(name))
}

/// Fills the index of names anew, for a record of an older layout.
pub(crate) fn fill_names(db: &Connection) -> Result<()> {
    let mut names = db.prepare("SELECT id, folded FROM name ORDER BY id")?;
    let mut insert = db.prepare("INSERT INTO name_search (rowid, folded) VALUES (?1, ?2)")?;
    let mut rows = names.query([])?;
    while let Some(row) = rows.next()? {
        let (id, folded): (i64, String) = (row.get(0)?, row.get(1)?);
        insert.execute(params![id, name_words(&folded)])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(typed: &str) -> String {
        Terms::new(typed).exact().unwrap_or_default()
    }

    #[test]
    fn words_phrases_and_open_words() {
        assert_eq!(exact("آب رودخانه"), "\"اب\" AND \"رودخانه\"");
        assert_eq!(exact("«آب رودخانه» سد*"), "\"اب رودخانه\" AND \"سد\" *");
        assert_eq!(exact("AFP-1"), "\"afp 1\"");
        assert_eq!(exact("\"آب"), "\"اب\"");
        assert_eq!(exact(" !!! * \"\" ) OR ("), "\"or\"");
        assert_eq!(Terms::new("؟!").query(), None);
    }

    #[test]
    fn forms_stand_beside_the_word_that_was_typed() {
        let query = |typed: &str| Terms::new(typed).query().unwrap_or_default();
        assert_eq!(query("به*"), "\"به\" *");
        assert_eq!(query("این"), "\"این\"");
        assert!(query("کتاب").contains("\"کتاب\" OR ") && query("کتاب").contains("\"کتاب ها\""));
        // "conversation", in three pieces; "international", in two
        assert!(query("گفت و گو").contains("\"گفتوگو\""));
        assert!(query("بین\u{200C}المللی").contains("\"بین المللی\""));
        assert_eq!(query("«آب رودخانه»"), "(\"اب رودخانه\" OR \"ابرودخانه\")");
    }

    #[test]
    fn the_short_way_tells_words_as_unicode_does() {
        for c in '\0'..='\u{FFFF}' {
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn names_are_folded() {
        assert_eq!(search_form(" «ÉCOLE» – مُحمد\u{200C}ي 12٪\n"), "école محمدی 12");
        let harbi = "(\"salim\" OR \"salimal\") AND (\"al\" OR \"salimal\" OR \"alharbi\") AND (\"harbi\" OR \"alharbi\")";
        assert_eq!(name_query("Sālim AL-Harbi").as_deref(), Some(harbi));
        assert_eq!(name_words("سالم بن علی"), "سالم بن علی سالمبن بنعلی");
        assert_eq!(name_query("كريمي\u{200C}ها"), name_query("کریمیها"));
        assert_eq!(name_query("«»"), None);
    }
}
