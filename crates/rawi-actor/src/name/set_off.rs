//! Names that only their place tells: between commas behind an office, «المتحدث باسم الوزارة في صحار، أشرف القدرة، بأن …».

use rawi_lang::{Class, Passage};
use rawi_text::TokenKind;

use super::PersonName;
use super::word::{GIVEN, NO_PERSON, NameWords, SURE};

/// How many words such a name has.
const WORDS: std::ops::RangeInclusive<usize> = 2..=4;

/// How many tokens before the comma the office may begin.
const FAR: usize = 14;

/// How much each word must look like one of names where it is known of none.
const LOOKS: u8 = 2;

/// What ends the phrase of an office, or heads another's.
const OVER: u64 = Class::Clause.bit()
    | Class::Object.bit()
    | Class::Conjunction.bit()
    | Class::Saying.bit()
    | Class::Relation.bit()
    | Class::Occasion.bit()
    | Class::Paper.bit()
    | Class::PluralHead.bit()
    | Class::Unnamed.bit();

/// The name between the comma at a token and the next one; `is_named` tells the tokens of names that are known already.
pub(super) fn set_off(p: &Passage<'_>, words: &NameWords, comma: usize, is_named: impl Fn(usize) -> bool) -> Option<PersonName> {
    let limit = p.tokens.len().min(comma + 2 + WORDS.end());
    let end = (comma + 1..limit).find(|&k| p.tokens.kind(k) != TokenKind::Word).filter(|&k| p.is_comma(k))?;
    let name = comma + 1..end;
    // «أشرف القدرة»: behind a given name any word can be the family's.
    let given = words.known_word(p.tokens.word(name.start)) & GIVEN != 0;
    let looks = |k: usize| if given && k > name.start { 0 } else { LOOKS };
    if !WORDS.contains(&name.len()) || !name.clone().all(|k| can_be_name(p, words, k, looks(k)) && !is_named(k)) {
        return None;
    }
    let article = p.grammar.article.as_str();
    if !article.is_empty() && p.tokens.word(name.start).starts_with(article) {
        return None;
    }
    let free = |k: &usize| {
        let mark = p.is_mark(*k) && !p.tokens.is_mark(*k, '(') && !p.tokens.is_mark(*k, ')') && p.quote_around(*k).is_none();
        !mark && !is_named(*k) && p.cues_in(*k..*k + 1).is_empty()
    };
    let phrase = (comma.saturating_sub(FAR)..comma).rev().take_while(free);
    let office = phrase.take_while(|&k| !p.any(k, OVER) || p.is(k, Class::Role)).filter(|&k| p.is(k, Class::Role)).last()?;
    // «رئيس البلدية في بيان»: what he speaks in is none of his office.
    (office + 1 < comma).then_some(PersonName { tokens: name, skip: 0 })
}

/// Whether a word does nothing else that is known, and looks so much like one of names.
fn can_be_name(p: &Passage<'_>, words: &NameWords, k: usize, least: u8) -> bool {
    let word = p.tokens.word(k);
    let known = words.known_word(word);
    let link = p.is(k, Class::NameLink);
    let plain = (!p.is_classed(k) || link) && !p.is_time(k) && p.name_at(k).is_none() && p.cues_in(k..k + 1).is_empty();
    plain && known & NO_PERSON == 0 && (link || known & SURE != 0 || words.looks(word) >= least)
}
