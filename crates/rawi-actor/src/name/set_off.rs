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

/// The name between the comma at a token and the next one, or the clause of speech; `is_named` tells the tokens of names that are
/// known already.
pub(super) fn set_off(p: &Passage<'_>, words: &NameWords, comma: usize, is_named: impl Fn(usize) -> bool) -> Option<PersonName> {
    let limit = p.tokens.len().min(comma + 2 + WORDS.end());
    let opens = |k: usize| !p.grammar.article.is_empty() && (p.is(k, Class::Clause) || p.tokens.is_mark(k, ':'));
    let end = (comma + 1..limit).find(|&k| p.tokens.kind(k) != TokenKind::Word || opens(k)).filter(|&k| p.is_comma(k) || opens(k))?;
    let name = comma + 1..end;
    // «…، سيرج فالون، إن …»: between an office and the clause of speech nothing else stands.
    let said = opens(end) || opens(end + 1);
    // «…، عبد الله | فالون، يوم الخميس، أن …»: what is known is but its head.
    let headed = is_named(name.start) && !p.grammar.article.is_empty();
    // «أشرف القدرة»: behind a given name any word can be the family's.
    let given = words.known_word(p.tokens.word(name.start)) & GIVEN != 0;
    let looks = |k: usize| match k {
        _ if given && k > name.start => 0,
        _ if (said || headed) && !p.is_definite(k) => 0,
        _ => LOOKS,
    };
    let free = |k: usize| can_be_name(p, words, k, looks(k)) && (said || headed || !is_named(k));
    if !WORDS.contains(&name.len()) || !name.clone().all(free) || name.clone().all(&is_named) || p.is_definite(name.start) {
        return None;
    }
    let inner = |k: usize| matches!(p.tokens.kind(k), TokenKind::Mark('(' | ')' | '"' | '«' | '»'));
    let free = |k: &usize| {
        let mark = p.is_mark(*k) && !inner(*k) && p.quote_around(*k).is_none();
        !mark && !is_named(*k) && p.cues_in(*k..*k + 1).is_empty()
    };
    let phrase = (comma.saturating_sub(FAR)..comma).rev().take_while(free);
    // «رئيس الوزراء السابق، …», «عضو مجلس النواب، …»: a word of the office itself.
    let within = |k: usize| p.is(k, Class::Role) && p.end_of(k, Class::Role) > k + 1 || p.is(k, Class::Body) && p.is_definite(k + 1);
    let own = |k: usize| p.is(k, Class::Role) || k > 0 && !p.grammar.article.is_empty() && within(k - 1);
    let office = phrase.take_while(|&k| !p.any(k, OVER) || own(k)).filter(|&k| p.is(k, Class::Role)).last()?;
    // «رئيس البلدية في بيان»: what he speaks in is none of his office.
    (office + 1 < comma).then_some(PersonName { tokens: name, skip: 0 })
}

/// The name that ends before the comma at a token, with an office behind it in Persian: «به گزارش رود، سالم نوری|، سخنگوی وزارت …».
pub(super) fn before_office(p: &Passage<'_>, words: &NameWords, comma: usize, is_named: impl Fn(usize) -> bool) -> Option<PersonName> {
    if !p.grammar.article.is_empty() || !p.is(comma + 1, Class::Role) {
        return None;
    }
    let start = (0..comma).rev().find(|&k| p.is_mark(k)).map_or(0, |mark| mark + 1);
    let free = |k: usize| can_be_name(p, words, k, LOOKS) && !is_named(k);
    (WORDS.contains(&(comma - start)) && (start..comma).all(free)).then_some(PersonName { tokens: start..comma, skip: 0 })
}

/// Whether a word does nothing else that is known, and looks so much like one of names.
fn can_be_name(p: &Passage<'_>, words: &NameWords, k: usize, least: u8) -> bool {
    let word = p.tokens.word(k);
    let known = words.known_word(word);
    let link = p.is(k, Class::NameLink);
    let plain = (!p.is_classed(k) || link) && !p.is_time(k) && p.name_at(k).is_none() && p.cues_in(k..k + 1).is_empty();
    plain && known & NO_PERSON == 0 && (link || known & SURE != 0 || words.looks(word) >= least)
}
