//! The shapes in which Arabic tells of a contact, one file each, in the order in which they are tried.

mod acting;
mod addressed;
mod between;
mod each_other;
mod first_person;
mod in_letter;
mod joined;
mod light_noun;
mod next;
mod noun_of;
mod noun_with;
mod other;
mod party;
mod reception;
mod verb_object;
mod verb_with;

use std::ops::Range;

use crate::contact::{ContactGrammar, ContactHit, ContactRule, Encounter, Side, contact_grammar};
use crate::{Class, Passage};
use acting::{acts_itself, begins_auxiliary, ends_a_name, subject_after, subject_before, two_before};
use joined::{all_joined, first_state, is_joined, is_of_states, is_pair, is_state, joined, joins_in};
use next::next_actor;
use noun_with::to_each;
use other::{before_glued, glued_actor, glued_definite, is_place, other, other_near, points};
use party::{party, second_office};
use verb_object::visited;

/// All rules that start from a contact word.
pub const CONTACTS: &[ContactRule] = &[
    first_person::FIRST_PERSON,
    verb_object::VERB_OBJECT,
    verb_with::VERB_WITH,
    between::BETWEEN,
    light_noun::LIGHT_NOUN,
    in_letter::IN_LETTER,
    addressed::ADDRESSED,
    reception::RECEPTION,
    noun_with::NOUN_WITH,
    noun_of::NOUN_OF,
    each_other::EACH_OTHER,
];

/// The longest noun phrase of a party, in tokens.
const LONGEST: usize = 30;
/// The most words of a party that no word class tells: a bare name.
const BARE: usize = 4;
/// How far behind the first party the other may stand, in tokens.
const FAR: usize = 40;
/// The most parties beyond the first two.
const MOST: usize = 6;

fn grammar() -> Option<&'static ContactGrammar> {
    contact_grammar(rawi_model::Language::Ar)
}

/// Where a contact's clause ends: before the next verb of speech that a glued "and" or a comma sets off.
fn limit(p: &Passage<'_>, hit: &ContactHit<'_>, end: usize) -> usize {
    let cue = p.cues_in(hit.end..end).iter().find(|c| c.skip > 0 || c.at > 0 && p.is_mark(c.at - 1)).map_or(end, |c| c.at);
    // «قناة "سي ان ان"»: a name in quotation marks holds no clause.
    let quoted = |k: usize| p.quote_around(k).is_some_and(|q| q.open > hit.at && q.close - q.open <= BARE + 1);
    let mark = (hit.end..end).find(|&k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause) && !quoted(k)).unwrap_or(end);
    let quote = p.quote_around(hit.at).map_or(end, |q| q.close);
    // «…، وسيشارك …»: another verb of the future begins another clause.
    let and = p.grammar.conjunctions.first().map_or("", String::as_str);
    let future = grammar().map_or("", |g| g.words.future.as_str());
    let begins = |k: usize| {
        p.is_comma(k - 1) && p.tokens.word(k).strip_prefix(and).and_then(|w| w.strip_prefix(future)).is_some_and(|w| w.chars().count() >= 4)
    };
    let next = (hit.end + 1..end).find(|&k| begins(k)).unwrap_or(end);
    cue.min(mark).min(quote).min(next)
}

/// Whether a preposition with a pronoun stands at a token: «بها».
fn is_resumed(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    p.tokens.is_word(k)
        && p.grammar.prepositions.iter().any(|g| word.strip_prefix(g.as_str()).is_some_and(|rest| (1..=2).contains(&rest.chars().count())))
        && p.grammar.possessives.iter().any(|e| word.ends_with(e.as_str()))
}

/// Whether a noun takes up a contact that was told before: «هذا اللقاء».
fn is_known(p: &Passage<'_>, hit: &ContactHit<'_>) -> bool {
    hit.at > 0 && p.is(hit.at - 1, Class::Demonstrative)
}

/// Whether a contact noun has the article, with or without what is glued before it: «الرسالة», «بالرسالة».
fn is_definite(p: &Passage<'_>, hit: &ContactHit<'_>) -> bool {
    let word = p.tokens.word(hit.at);
    let glued = p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).filter_map(|g| word.strip_prefix(g.as_str()));
    std::iter::once(word).chain(glued).any(|w| w.starts_with(p.grammar.article.as_str()))
}

#[expect(clippy::too_many_arguments, reason = "what one sentence tells of a contact")]
fn encounter_of(
    p: &Passage<'_>,
    g: &ContactGrammar,
    basis: &'static str,
    hit: &ContactHit<'_>,
    first: Side,
    second: Side,
    more: Vec<Side>,
    evidence: Range<usize>,
) -> Encounter {
    // «التقى وزراء خارجية قطر وتونس»: each of them is whoever holds the office of his state.
    let second = match more.first() {
        Some(next) => first_state(p, g, second, next),
        None => second,
    };
    let mut told = encounter(basis, hit, first, second, evidence);
    told.sides.extend(more.into_iter().map(|side| (side, hit.word.roles[1])));
    told
}

fn encounter(basis: &'static str, hit: &ContactHit<'_>, first: Side, second: Side, evidence: Range<usize>) -> Encounter {
    Encounter { basis, sides: vec![(first, hit.word.roles[0]), (second, hit.word.roles[1])], evidence, part: None }
}
