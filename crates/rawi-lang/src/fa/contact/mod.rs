//! The shapes in which Persian tells of a contact, one file each, in the order in which they are tried.

mod acting;
mod assembled;
mod each_other;
mod enter;
mod noun_of;
mod noun_with;
mod object;
mod party;
mod presence;
mod reply;
mod several;
mod summons;
mod verb_with;

use std::ops::Range;

use crate::contact::{Around, ContactGrammar, ContactHit, ContactRule, Encounter, Side, contact_grammar};
use crate::{Class, Passage};
use acting::{acting, both, is_mine, quoted_first, subject};
use party::{is_said, is_verb, mediator, party, phrase_end, site};
use several::{apart, apposed, enumerated, including, is_adjective, listed, pair, several, travellers};

/// All rules that start from a contact word.
pub const CONTACTS: &[ContactRule] = &[
    summons::SUMMONS,
    verb_with::VERB_WITH,
    object::OBJECT,
    reply::REPLY,
    enter::ENTER,
    noun_with::NOUN_WITH,
    assembled::ASSEMBLED,
    noun_of::NOUN_OF,
    presence::PRESENCE,
    each_other::EACH_OTHER,
];

/// The longest noun phrase of a party, in tokens.
const LONGEST: usize = 18;
/// The most who are named one after another behind a plural party.
const MOST: usize = 6;
/// From how many on a list of offices is one of several people, and not of one man's offices.
const THREE: usize = 3;
/// The most words of a party that no word class tells: a bare name.
const BARE: usize = 4;
/// How far before a verb the other party may stand, in tokens.
const FAR: usize = 60;

fn grammar() -> Option<&'static ContactGrammar> {
    contact_grammar(rawi_model::Language::Fa)
}

/// The same with more than two, who take part alike.
fn encounter_of(basis: &'static str, hit: &ContactHit<'_>, sides: Vec<Side>, evidence: Range<usize>) -> Encounter {
    Encounter { basis, sides: sides.into_iter().map(|side| (side, hit.word.roles[1])).collect(), evidence, part: None }
}

fn encounter(basis: &'static str, hit: &ContactHit<'_>, first: Side, second: Side, evidence: Range<usize>) -> Encounter {
    Encounter { basis, sides: vec![(first, hit.word.roles[0]), (second, hit.word.roles[1])], evidence, part: None }
}

/// Where the sentence's speech or next clause begins after a contact noun: no party stands beyond.
fn limit(p: &Passage<'_>, hit: &ContactHit<'_>, end: usize) -> usize {
    let cue = p.cues_in(hit.end..end).first().map_or(end, |c| c.at);
    let mark = p.find(hit.end..end, |k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause)).unwrap_or(end);
    // «دیدار وزیر نیرو با سفیر عراق | عکس: …»
    let label = mark > hit.end + 2 && p.tokens.is_mark(mark, ':') && p.is(mark - 1, Class::Label) && !p.is(mark - 2, Class::Preposition);
    cue.min(mark - usize::from(label))
}

/// Whether a token begins the name, the title or the office of a person.
fn is_person(p: &Passage<'_>, k: usize) -> bool {
    p.is_of_person(k) || p.any(k, Class::Role.bit() | Class::Title.bit() | Class::Relation.bit())
}

/// The same, or several people counted by a word of their own: «گروهی از تاجران».
fn is_people(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    is_person(p, k) || g.around(p, k, Around::People).is_some_and(|of| of > k + 1)
}

/// Where the word stands that lets the noun take an outer subject: «در» in «در دیدار», «برای» in «برای دیدار».
fn opener(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>) -> Option<usize> {
    g.before(p, hit.at, Around::Opener).or_else(|| g.aim_before(p, hit))
}

/// Whether a noun tells of a reception only where host and guest stand behind it: «استقبال سالم از ناصر».
fn receives(hit: &ContactHit<'_>) -> bool {
    hit.word.across && hit.word.roles[0] == rawi_model::PartyRole::Host
}

/// Whether a noun takes up a contact that was told before: «این دیدار».
fn is_known(p: &Passage<'_>, hit: &ContactHit<'_>) -> bool {
    hit.at > 0 && p.is(hit.at - 1, Class::Demonstrative)
}
