//! # What it reads
//! A contact verb whose other party stands before it after the preposition that it takes; also the noun of two joined
//! verbs that share one light verb.
//!
//! Example: «وزیر نیرو در بغداد با همتای عراقی خود دیدار کرد.» (the minister of energy met his Iraqi counterpart in
//! Baghdad); «دو رئیس سازمان با یکدیگر دیدار کردند» (the two met each other)
//!
//! # What it leaves
//! Nouns without a verb (`fa/contact/noun-with`, `fa/contact/noun-of`).

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «با Y دیدار کرد»
pub(super) const VERB_WITH: ContactRule = ContactRule { id: "fa/contact/verb-with", read };

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.word.shape == Shape::Object || hit.word.shape == Shape::Of {
        return None;
    }
    let joined = hit.part == ContactPart::Noun && p.is(hit.end, Class::Conjunction);
    if hit.part == ContactPart::Noun && !joined || hit.part == ContactPart::Suffixed {
        return None;
    }
    // «با استاندار مشورت می‌کنیم»: what one is used to do.
    if hit.mine && hit.part == ContactPart::Present && hit.word.kind != rawi_model::ContactKind::Meeting {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let floor = start.max(hit.at.saturating_sub(super::FAR));
    let found = (floor..hit.at).rev().find_map(|k| {
        // «با گروهی از تاجران دیدار کرد»: the preposition of a word that counts people is its own.
        // «در رأس هیئتی از بندر بازدید کرد»: but not that behind a delegation.
        let alone = |k: usize| g.words.around.get(p.tokens.word(k)).contains(&Around::People);
        let counts = |after: usize| g.before(p, after, Around::People).is_some_and(|from| from < k && !alone(from));
        let after = g.takes(p, hit, k).filter(|&after| g.before(p, k, Around::Governs).is_none() && !counts(after))?;
        // «پس از»
        if hit.word.shape == Shape::From && g.before(p, after, Around::After).is_some() {
            return None;
        }
        // «با اشاره به …» and other set phrases hold no party.
        let (side, end) = super::party(p, g, after, hit.at).or_else(|| super::site(p, g, hit, after, hit.at))?;
        (!joined || end + 1 >= hit.at).then_some((k, side, end))
    });
    let each = (floor..hit.at).any(|k| g.takes(p, hit, k).is_some_and(|after| g.around(p, after, Around::Each).is_some()));
    match found {
        Some((k, other, end)) if !each => {
            // «با وزیر نشستی برگزار شد که … دیدار کردیم»: another clause stands between.
            let clause = |k: usize| p.is(k, Class::Clause) || g.around(p, k, Around::Verb).is_some();
            if hit.mine && (end..hit.at).any(clause) {
                return None;
            }
            if goes_on(p, g, end, hit.at) {
                return None;
            }
            let visit = hit.word.kind == rawi_model::ContactKind::Visit;
            let several = visit && !hit.mine && g.is_plural(p, hit);
            let travellers = several.then(|| super::travellers(p, g, start..k)).flatten();
            let (first, with) = match relative(p, g, start, k).filter(|_| visit) {
                _ if hit.mine => (Side::Speaker, None),
                Some(side) => (side, None),
                None => travellers.map_or_else(|| (super::subject(p, g, start..k), None), |(a, b)| (a, Some(b))),
            };
            // «نمایندگان آنها به قطر سفر می‌کنند»: several are not the one who spoke.
            if first == Side::Carried && g.is_plural(p, hit) {
                return None;
            }
            // Who is welcomed is a person: «از طرح استقبال کرد» is no contact.
            let office = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if p.any(tokens.start, Class::Role.bit() | Class::Title.bit() | Class::Relation.bit()));
            let person = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if super::is_people(p, g, tokens.start));
            // «مردم از پوتین استقبال کردند»: with a name the host is a person too.
            let person = |side: &Side| office(side) || person(side) && person(&first);
            if hit.word.shape == Shape::From && !visit && !person(&other)
                || hit.word.kind == rawi_model::ContactKind::Talks && first == Side::Carried
            {
                return None;
            }
            if joined && first == Side::Carried {
                return None;
            }
            // «امروز با Y دیدار و گفت‌وگو کرد»: before the preposition nothing but adverbials.
            let list = g.takes(p, hit, k).filter(|_| !visit).and_then(|after| super::enumerated(p, g, after, hit.at, super::THREE));
            if let Some((mut sides, _)) = list {
                let mut told = super::encounter(VERB_WITH.id, hit, first, sides.remove(0), k..hit.end);
                told.sides.extend(sides.into_iter().map(|side| (side, hit.word.roles[1])));
                return Some(told);
            }
            let (other, more) = super::apart(p, g, other);
            let mut told = super::encounter(VERB_WITH.id, hit, first, other, k..hit.end);
            told.sides.extend(more.into_iter().map(|side| (side, hit.word.roles[1])));
            told.sides.extend(super::listed(p, g, &told.sides[1].0, end, hit.at).into_iter().map(|side| (side, hit.word.roles[1])));
            told.sides.extend(with.map(|side| (side, hit.word.roles[0])));
            // «از طریق عمان به تهران پیام داد»
            told.sides.extend(super::mediator(p, g, hit, start..k));
            if visit && let Side::Phrase { tokens, .. } = &told.sides[1].0 {
                let next = second_place(p, tokens.start, hit.at);
                told.sides.extend(next.map(|side| (side, hit.word.roles[1])));
            }
            told.sides.extend(super::including(p, g, end, hit.at).into_iter().map(|side| (side, hit.word.roles[1])));
            Some(told)
        }
        _ if each || !joined && g.is_plural(p, hit) => {
            // «به گزارش ایسنا، سالم الکعبی و …»: the source is none of them.
            let both = super::both(p, g, start..hit.at);
            let from = match &both {
                Side::Phrase { tokens, .. } if p.is(start, Class::Resume) => tokens.start,
                _ => start,
            };
            let named = (from..hit.at).find(|&k| p.name_at(k).is_some());
            if let Some((sides, end)) = named.and_then(|k| super::several(p, k, hit.at)) {
                return Some(super::encounter_of(VERB_WITH.id, hit, sides, end.min(hit.at)..hit.end));
            }
            let begin = (start..hit.at).find(|&k| contact::is_actor(p, g, k));
            if let Some((first, second, _)) = begin.filter(|k| k - start <= 3).and_then(|k| super::apposed(p, g, k, hit.at)) {
                return Some(super::encounter(VERB_WITH.id, hit, first, second, hit.at..hit.end));
            }
            let Side::Phrase { tokens, beside, .. } = both else { return None };
            if p.is(tokens.start, Class::AnaphorPlural) {
                return Some(super::encounter(VERB_WITH.id, hit, Side::Both, Side::Both, hit.at..hit.end));
            }
            // «سالم الکعبی وزیر نیرو و ناصر الخوری معاون وزیر راه»
            let whole = || tokens.start..beside.last().map_or(tokens.end, |office| office.end);
            let (first, second) = super::pair(p, g, tokens.clone(), 3).or_else(|| super::pair(p, g, whole(), 3))?;
            let named = |side: Side| match side {
                Side::Phrase { tokens, skip, .. } => {
                    let (tokens, office) = contact::split_name(p, tokens);
                    Side::Phrase { tokens, skip, beside: office.into_iter().collect() }
                }
                side => side,
            };
            Some(super::encounter(VERB_WITH.id, hit, named(first), named(second), hit.at..hit.end))
        }
        _ => None,
    }
}

/// Whether another clause stands between a party and the verb: «با همکاران در تماس است و گفت که … گفت‌وگو می‌کند». A relative
/// clause right behind the party has one verb of its own.
fn goes_on(p: &Passage<'_>, g: &contact::ContactGrammar, end: usize, verb: usize) -> bool {
    let from = end + usize::from(p.is_comma(end));
    // «با سالم درباره آبی که در مرز است گفت‌وگو کرد»: so has one behind what is talked about.
    let clauses = (from..verb).filter(|&k| p.is(k, Class::Clause)).count();
    let begins = |k: &usize| super::is_verb(p, g, *k) && (*k == from || !super::is_verb(p, g, k - 1));
    (from..verb).filter(begins).nth(clauses).is_some()
}

/// The one behind a preposition whom a relative clause tells of: «با سفیر عراق که به مسقط سفر کرده است …».
fn relative(p: &Passage<'_>, g: &contact::ContactGrammar, start: usize, opens: usize) -> Option<Side> {
    let clause = (start..opens).rev().take_while(|&k| k + 1 == opens || p.is(k, Class::Adverb) || p.is_time(k) || p.is(k, Class::Clause));
    let clause = clause.into_iter().find(|&k| p.is(k, Class::Clause))?;
    let named =
        (start.max(clause.saturating_sub(super::LONGEST))..clause).rev().find(|&k| p.is(k, Class::Preposition) && !p.is(k, Class::Role))?;
    let (side, end) = super::party(p, g, named + 1, clause)?;
    (end == clause && contact::is_actor(p, g, named + 1)).then_some(side)
}

/// The second of two states or seats of government: «به دوحه و تهران سفر می‌کند».
fn second_place(p: &Passage<'_>, first: usize, limit: usize) -> Option<Side> {
    let close = |k: usize| p.name_at(k).or_else(|| crate::seat_at(p, k, 0).map(|seat| seat.0)).filter(|&end| end <= limit);
    let and = close(first).filter(|&k| p.is(k, Class::Conjunction))?;
    close(and + 1).map(|end| Side::plain(and + 1..end))
}
