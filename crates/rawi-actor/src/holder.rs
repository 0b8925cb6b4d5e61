//! The name of an office's holder, far behind the words of the office: «المختص في مجال الري سالم النخلي، أن …» (the
//! specialist in the field of irrigation Salim al-Nakhli).

use std::ops::Range;

use rawi_lang::{Class, CueHit, Part, Passage};
use rawi_text::TokenKind;

use crate::entry::EntryKind;
use crate::name::{GIVEN, NO_PERSON, NameWords, SURE};
use crate::registry::Registry;

/// How many tokens behind the office his name may begin.
const FAR: usize = 28;

/// The most words of a name that only its place tells.
const WORDS: usize = 4;

/// How much each word of it must look like one of names where it is known of none.
const LOOKS: u8 = 2;

/// The longest name of a body in quotation marks, in tokens.
const QUOTED: usize = 8;

/// What belongs to the office no more.
const OVER: u64 = Class::Clause.bit()
    | Class::Object.bit()
    | Class::Saying.bit()
    | Class::Relation.bit()
    | Class::Occasion.bit()
    | Class::ToldIn.bit()
    | Class::Paper.bit()
    | Class::Negation.bit()
    | Class::Anaphor.bit()
    | Class::Back.bit()
    | Class::PluralHead.bit()
    | Class::Unnamed.bit();

/// The name, with its titles, of the one who holds an Arabic office, before a limit. Nothing but the words of the office may stand
/// between.
pub fn holder_behind(registry: &Registry, p: &Passage<'_>, office: Range<usize>, limit: usize) -> Option<Range<usize>> {
    let words = NameWords::of(p.grammar.language, registry);
    let stop = office.end;
    let limit = limit.min(p.tokens.len());
    if stop >= limit || !goes_on(p, &office) {
        return None;
    }
    let mut k = stop;
    while k < limit.min(stop + FAR) {
        if k > stop
            && free_before(p, k)
            && let Some(end) = named(registry, p, words, k, limit)
        {
            return Some(k..end);
        }
        // «مدير فرع الهيئة في منطقة صحار "المهندس سالم النخلي"؛ …»
        if let Some(quote) = p.quote_at(k).filter(|q| q.closed && k > stop)
            && p.is(k + 1, Class::Title)
            && named(registry, p, words, k + 1, quote.close) == Some(quote.close)
        {
            return Some(k + 1..quote.close);
        }
        // «القيادي في حركة «النخيل» …»
        if let Some(quote) = p.quote_at(k).filter(|q| q.closed && q.inside().len() <= QUOTED) {
            k = quote.close + 1;
            continue;
        }
        let inner = matches!(p.tokens.kind(k), TokenKind::Mark('(' | ')' | '/' | '-' | '”' | '“' | '"'));
        let mark = p.is_mark(k) && !p.is_comma(k) && !inner;
        let says = |c: &CueHit<'_>| c.part != Part::Noun && !p.is(k, Class::Role);
        let word = p.tokens.word(k).get(p.skip(k)..).unwrap_or_default();
        let cue = p.cues_in(k..k + 1).iter().any(says) && !word.starts_with(p.grammar.article.as_str());
        let leads = p.is(k, Class::Preposition) && !p.is(k, Class::Site) && !is_letter(p, k) && k > stop + 1;
        // «الطبيبة الخاصة | لوزيرة المياه سالمة», «شكره | لجلالة الملك سالم»: hers is the name.
        let titled = |w: &str| p.grammar.classes.get(w).iter().any(|c| matches!(c, Class::Role | Class::Title));
        let other = p.grammar.dative.iter().any(|d| word.strip_prefix(d.as_str()).is_some_and(titled));
        if mark || cue || leads || other || p.any(k, OVER) || p.is_time(k) || p.tokens.kind(k) == TokenKind::Break {
            return None;
        }
        k += 1;
    }
    None
}

/// Whether the words of an office go on behind it: where it is held, «في», what it is of, «لـ», or an aside.
fn goes_on(p: &Passage<'_>, office: &Range<usize>) -> bool {
    /// How many words are few.
    const FEW: usize = 2;
    let k = office.end;
    let definite = |k: usize| p.is_definite(k);
    if p.is(k, Class::Preposition) && !is_letter(p, k) {
        // «المشرف العام | على الإدارة», «المبعوث الخاص | إلى أفريقيا»
        let over = office.len() <= FEW && definite(k + 1);
        return p.is(k, Class::Site) || p.any(office.start, Class::Envoy.bit()) || over;
    }
    let to = p.grammar.dative.iter().chain(&p.grammar.prepositions).any(|d| p.tokens.word(k).starts_with(d.as_str()));
    p.is_mark(k) || p.quote_at(k).is_some() || to || p.skip(k) > 0 || p.any(k, Class::Role.bit() | Class::Title.bit()) || definite(k)
}

/// Whether a preposition of one letter stands apart from its quotation: «لـ"شركة المرفأ"».
fn is_letter(p: &Passage<'_>, k: usize) -> bool {
    p.tokens.word(k).chars().count() == 1 && p.is_mark(k + 1)
}

/// Whether a name may begin at a token: nothing before it takes it for its own.
fn free_before(p: &Passage<'_>, k: usize) -> bool {
    const TAKES: u64 = Class::Preposition.bit() | Class::NameLink.bit() | Class::Title.bit() | Class::Conjunction.bit();
    let role = p.is(k - 1, Class::Role) && !p.is_definite(k - 1);
    p.tokens.is_word(k) && p.glued_at(k) == 0 && p.skip(k) == 0 && !p.any(k - 1, TAKES) && !role
}

/// One past the name that begins at a token with its titles, where the phrase ends behind it.
fn named(registry: &Registry, p: &Passage<'_>, words: &NameWords, k: usize, limit: usize) -> Option<usize> {
    let mut first = k;
    while p.is(first, Class::Title) {
        first = p.end_of(first, Class::Title).max(first + 1);
        // «أ.د. يوسف»
        first += usize::from(p.tokens.is_mark(first, '.') || p.tokens.is_mark(first, '/'));
    }
    let titled = first > k;
    // «جامعة الملك عبدالعزيز»: the name of a body holds one too.
    let site = |k: usize| p.is(k, Class::Body) || words.is_namesake(p.tokens.word(k), p.grammar);
    let body = titled && p.tokens.is_word(k - 1) && !p.is_definite(k - 1) && p.is_definite(k) && site(k - 1);
    if first >= limit || body {
        return None;
    }
    let person = |entry: usize| registry.entries[entry].kind == EntryKind::Person;
    let known = || registry.at(p, first, 0).filter(|(end, known)| *end > first + 1 && person(known.entry)).map(|k| k.0);
    if let Some(mut end) = p.person_at(first).or_else(known).filter(|&end| end <= limit) {
        while end < limit && end < first + 5 && can_be_name(p, words, end, 0) {
            end += 1;
        }
        return (closes(p, end, limit) && (titled || end > first + 1)).then_some(end);
    }
    // «…، هو تسونغ، أن»: a name that looks like a pronoun.
    if comma_clause(p, first, limit) == Some(first + 2)
        && p.is_comma(k - 1)
        && p.is(first, Class::Anaphor)
        && can_be_name(p, words, first + 1, 0)
    {
        return Some(first + 2);
    }
    // Behind a definite word nothing but a name goes on without the article.
    let apart = p.is_definite(k - 1) || p.is_mark(k - 1) || p.tokens.kind(k - 1) == TokenKind::Number || titled || is_behind_name(p, k);
    let given = words.known_word(p.tokens.word(first)) & GIVEN != 0;
    // «…، أليئور ليفي، أن»: between commas before the clause nothing else stands.
    let comma = p.is_comma(k - 1);
    let clause = comma_clause(p, first, limit).is_some();
    let least = if comma && clause { 0 } else { LOOKS - u8::from(comma) };
    let looks = |j: usize| if given && j > first { 0 } else { least };
    let count = (first..limit.min(first + WORDS)).take_while(|&j| can_be_name(p, words, j, looks(j))).count();
    let definite = p.is_definite(first);
    (apart && !definite && count >= 2 && closes(p, first + count, limit)).then_some(first + count)
}

/// The comma behind a few words, before the clause of speech or the limit.
fn comma_clause(p: &Passage<'_>, first: usize, limit: usize) -> Option<usize> {
    let comma = (first + 2..limit.min(first + WORDS + 1)).find(|&j| p.is_comma(j))?;
    (comma + 1 >= limit || p.is(comma + 1, Class::Clause)).then_some(comma)
}

/// Whether a known name ends before a token.
fn is_behind_name(p: &Passage<'_>, k: usize) -> bool {
    (k.saturating_sub(WORDS)..k).any(|j| p.name_at(j) == Some(k))
}

/// Whether a word does nothing else that is known, and looks so much like one of names.
fn can_be_name(p: &Passage<'_>, words: &NameWords, k: usize, least: u8) -> bool {
    let word = p.tokens.word(k);
    let known = words.known_word(word);
    let link = p.is(k, Class::NameLink);
    let plain = (!p.is_classed(k) || link) && !p.is_time(k) && p.name_at(k).is_none() && p.cues_in(k..k + 1).is_empty();
    let free = p.tokens.kind(k) == TokenKind::Word && p.glued_at(k) == 0 && !p.is_verbal_noun(k) && !p.tanwin(k);
    plain && free && known & NO_PERSON == 0 && (link || known & SURE != 0 || words.looks(word) >= least)
}

/// Whether the phrase of who speaks is over at a token.
fn closes(p: &Passage<'_>, k: usize, limit: usize) -> bool {
    const ENDS: u64 = Class::Preposition.bit() | Class::Clause.bit() | Class::Adverb.bit() | Class::Object.bit() | Class::Occasion.bit();
    let to = |d: &String| p.tokens.word(k).starts_with(d.as_str());
    k >= limit || p.is_mark(k) || p.any(k, ENDS) || p.is_time(k) || !p.cues_in(k..k + 1).is_empty() || p.grammar.dative.iter().any(to)
}
