//! Words to search for: folded as the index is, and made into the index's own query.

use rawi_text::fold;

/// One word or phrase to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Its words, folded.
    pub(crate) words: Vec<String>,
    /// Whether the last word may go on.
    pub(crate) open: bool,
}

/// The words to search for: each must occur; words between quotation marks must stand together, and a word that ends
/// in `*` may go on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Terms(pub(crate) Vec<Term>);

impl Terms {
    /// Reads what a user typed.
    pub(crate) fn new(typed: &str) -> Self {
        let mut terms = Vec::new();
        let mut rest = typed;
        while let Some(at) = rest.find(|c| closing(c).is_some()) {
            terms.extend(rest[..at].split_whitespace().filter_map(single));
            let mark = rest[at..].chars().next().unwrap_or('"');
            let inner = &rest[at + mark.len_utf8()..];
            let close = closing(mark).unwrap_or('"');
            let end = inner.find(close).unwrap_or(inner.len());
            let words = split(&inner[..end]);
            if !words.is_empty() {
                terms.push(Term { words, open: false });
            }
            rest = inner[end..].strip_prefix(close).unwrap_or("");
        }
        terms.extend(rest.split_whitespace().filter_map(single));
        Self(terms)
    }

    /// The query for the index; none when there is no word.
    pub(crate) fn query(&self) -> Option<String> {
        let terms: Vec<String> =
            self.0.iter().map(|term| format!("\"{}\"{}", term.words.join(" "), if term.open { " *" } else { "" })).collect();
        (!terms.is_empty()).then(|| terms.join(" AND "))
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

fn single(chunk: &str) -> Option<Term> {
    let words = split(chunk);
    (!words.is_empty()).then(|| Term { words, open: chunk.ends_with('*') })
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

/// The query by which every word of a name must be a word of one name in the record; none when there is no word.
pub(crate) fn name_query(name: &str) -> Option<String> {
    let words: Vec<String> = split(name).into_iter().map(|w| format!("\"{w}\"")).collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(typed: &str) -> String {
        Terms::new(typed).query().unwrap_or_default()
    }

    #[test]
    fn words_phrases_and_open_words() {
        assert_eq!(query("آب رودخانه"), "\"اب\" AND \"رودخانه\"");
        assert_eq!(query("«آب رودخانه» سد*"), "\"اب رودخانه\" AND \"سد\" *");
        assert_eq!(query("AFP-1"), "\"afp 1\"");
        assert_eq!(query("\"آب"), "\"اب\"");
        assert_eq!(query(" !!! * \"\" ) OR ("), "\"or\"");
        assert_eq!(Terms::new("؟!").query(), None);
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
        assert_eq!(name_query("Sālim AL-Harbi").as_deref(), Some("\"sālim\" AND \"al\" AND \"harbi\""));
        assert_eq!(name_query("كريمي\u{200C}ها"), name_query("کریمیها"));
        assert_eq!(name_query("«»"), None);
    }
}
