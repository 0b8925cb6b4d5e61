//! Whether two lists of names mean the same actor.

use std::collections::BTreeSet;

use rawi_model::{Actor, MentionKind, Reading};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Words of address and rank, folded: they tell nobody from another.
const TITLES: &str = include_str!("../data/title.txt");

/// Whether a character is one of a word.
pub(crate) fn is_word(c: char) -> bool {
    c == '_' || matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

/// The words of a name, less titles, articles and what keyboards differ in.
fn words(name: &str) -> BTreeSet<String> {
    let letters = name.nfkc().map(common);
    let dropped = |c: char| c == '\u{640}' || matches!(c.general_category(), GeneralCategory::NonspacingMark | GeneralCategory::Format);
    let plain: String = letters.filter(|c| !dropped(*c)).collect();
    let article = ['\u{627}', '\u{644}'];
    let all: BTreeSet<String> = plain
        .to_lowercase()
        .split(|c: char| !is_word(c))
        .filter(|w| !w.is_empty())
        .map(|w| if w.chars().take(2).eq(article) && w.chars().count() > 4 { w.chars().skip(2).collect() } else { w.to_owned() })
        .collect();
    let own: BTreeSet<String> = all.iter().filter(|w| !is_title(w)).cloned().collect();
    if own.is_empty() { all } else { own }
}

fn is_title(word: &str) -> bool {
    TITLES.lines().filter(|line| !line.starts_with('#')).any(|title| title.chars().map(common).eq(word.chars()))
}

/// One letter for those that are typed in several ways.
fn common(c: char) -> char {
    match c {
        '\u{64A}' | '\u{649}' | '\u{626}' => '\u{6CC}',             // yeh
        '\u{643}' => '\u{6A9}',                                     // kaf
        '\u{623}' | '\u{625}' | '\u{622}' | '\u{671}' => '\u{627}', // alef
        '\u{629}' | '\u{6C0}' => '\u{647}',                         // heh
        '\u{624}' => '\u{648}',                                     // waw
        c => c,
    }
}

/// Whether two lists of names have a pair of which one's words are all in the other's, or that differ in their spaces.
pub(crate) fn same(a: &[String], b: &[String]) -> bool {
    let b: Vec<_> = b.iter().map(|name| words(name)).collect();
    let joined = |words: &BTreeSet<String>| words.iter().map(String::as_str).collect::<String>();
    let fits = |x: &BTreeSet<String>, y: &BTreeSet<String>| {
        !x.is_empty() && !y.is_empty() && (x.is_subset(y) || y.is_subset(x) || joined(x) == joined(y))
    };
    a.iter().map(|name| words(name)).any(|x| b.iter().any(|y| fits(&x, y)))
}

/// All by which a reading calls an actor; its key where it is none of the actors.
pub(crate) fn names(reading: &Reading, key: &str) -> Vec<String> {
    reading.actor(key).map_or_else(|| vec![key.to_owned()], called)
}

fn called(actor: &Actor) -> Vec<String> {
    let mentions = actor.mentions.iter().filter(|m| m.kind != MentionKind::Pronoun).map(|m| &m.text);
    std::iter::once(&actor.name).chain(actor.names.values()).chain(mentions).filter(|name| !name.is_empty()).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> bool {
        same(&[a.to_owned()], &[b.to_owned()])
    }

    #[test]
    fn names_are_compared_by_their_words() {
        assert!(alike("آقای كاوه بهنیا", "بهنيا"));
        assert!(alike("الهَنداوي", "هنداوی"));
        assert!(alike("کاوه\u{200C}بهنیا", "کاوهبهنیا"));
        assert!(!alike("کاوه بهنیا", "کاوه روشن"));
        // Joined in their order they may be the same.
        assert!(alike("بهنیا کاوه", "بهنیاکاوه") && !alike("عبد اللطيف", "عبداللطيف"));
        // A title alone is a name.
        assert!(alike("الشهيد", "شهید") && !alike("شهید", "سردار"));
        assert!(alike("Mr. Kaveh Behnia", "behnia") && !alike("!", "?") && !alike("", "x"));
    }
}
