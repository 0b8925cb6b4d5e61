//! The next actor behind adverbials.

use super::party::{office_party, party};
use super::{BARE, FAR};
use crate::contact::{self, Around, ContactGrammar, Side};
use crate::{Class, Passage, ar};

/// The next actor behind adverbials: «… في قصر السلام بجدة مساء اليوم، رئيس …».
pub(super) fn next_actor(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize) -> Option<(Side, usize)> {
    let article = p.grammar.article.as_str();
    let mut inside = false;
    let mut k = from;
    while k < limit.min(from + FAR) {
        if g.is_verb(p, k) {
            return None;
        }
        if g.around(p, k, Around::EachOf).is_some() {
            return party(p, g, k, 0, limit);
        }
        if p.is(k, Class::Clause)
            || p.is(k, Class::Object)
            || p.any(k, Class::Resume.bit())
            || p.cues_in(k..k + 1).iter().any(|c| c.skip > 0)
        {
            return None;
        }
        // «استقبل السفير، وتلقى رسالة من الوزير»: behind a comma and "and" another clause begins.
        let and = |k: usize| p.grammar.conjunctions.first().is_some_and(|c| p.tokens.word(k).starts_with(c.as_str()));
        let plain =
            |k: usize| !p.is_classed(k) && p.glued_at(k) == 0 && !contact::is_actor(p, g, k) && p.tokens.word(k).chars().count() > 3;
        if p.is_comma(k) && k > from && k + 1 < limit && and(k + 1) && plain(k + 1) && !super::is_joined(p, g, k + 1) {
            return None;
        }
        if p.is_mark(k) || p.is(k, Class::Adverb) && !p.is(k, Class::Role) {
            inside = false;
            k = if p.is_mark(k) { p.quote_at(k).map_or(k + 1, |q| q.close + 1) } else { p.end_of(k, Class::Adverb).max(k + 1) };
            continue;
        }
        if p.is(k, Class::Preposition) && !p.is(k, Class::Role) {
            inside = true;
            // The noun behind the preposition belongs to it.
            k += 2;
            continue;
        }
        if !inside && (k == from || p.is_mark(k - 1) || p.is(k - 1, Class::Adverb)) && is_bare_name(p, g, k, limit) {
            return office_party(p, g, k, limit);
        }
        let person = (p.name_at(k).is_some() || k > from && p.person_at(k).is_some_and(|end| end > k + 1)) && p.glued_at(k) == 0;
        // «مجلس الوزراء»: people with the article behind a word without it complete that word.
        let completes = p.tokens.word(k).starts_with(article) && k > from && p.tokens.is_word(k - 1) && {
            let before = p.tokens.word(k - 1);
            !p.is(k - 1, Class::Adverb)
                && !before.starts_with(article)
                && !p.grammar.prepositions.iter().any(|g| before.starts_with(g.as_str()))
        };
        let people = g.around(p, k, Around::People).is_some() && !completes;
        // «بمقر سفارة خادم الحرمين»: so does an office behind a plain one.
        let owned = k > from && p.tokens.is_word(k - 1) && !p.is_classed(k - 1) && !completes_nothing(p, k - 1) && p.is(k, Class::Role);
        let actor =
            !owned && p.any(k, Class::Title.bit() | Class::Role.bit() | Class::Relation.bit()) && p.skip(k) == 0 || person || people;
        let closed = !inside
            || p.tokens.word(k - 1).starts_with(article)
            || p.name_at(k - 1).is_some()
            || p.grammar.prepositions.iter().any(|g| p.tokens.word(k - 1).starts_with(g.as_str()))
            || p.any(k, Class::Title.bit());
        // «بمقر سفارة خادم الحرمين الشريفين في مسقط، السفير …»: whose embassy it is comes no further.
        if actor
            && closed
            && let Some(found) = office_party(p, g, k, limit)
        {
            return Some(found);
        }
        k += 1;
    }
    None
}

/// Whether a word is definite or a name, or has a preposition glued to it, so that no noun behind it completes it.
pub(super) fn completes_nothing(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    word.starts_with(p.grammar.article.as_str())
        || p.behind_person(k + 1)
        || p.name_at(k).is_some()
        || p.grammar.prepositions.iter().any(|g| word.starts_with(g.as_str()))
}

/// Whether words that no class tells are a name: a few before an office set off by a comma, or alone up to the next mark.
pub(super) fn is_bare_name(p: &Passage<'_>, g: &ContactGrammar, k: usize, limit: usize) -> bool {
    if p.tokens.kind(k) != rawi_text::TokenKind::Word || p.is_verbal_noun(k) || contact::is_actor(p, g, k) {
        return false;
    }
    let stop = ar::phrase_end(p, k, limit);
    let office = p.is_comma(stop) && p.any(stop + 1, Class::Role.bit() | Class::Title.bit());
    (2..=BARE).contains(&(stop - k)) && office
}
