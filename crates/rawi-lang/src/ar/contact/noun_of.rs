//! # What it reads
//! A contact noun followed by the one who acts, then the other: «زيارة X إلى Y», «لقاء X بـ Y», «مباحثات X وY».
//!
//! Example: «زيارة وزير النقل العماني إلى تونس» (the visit of Oman's minister of transport to Tunisia)
//!
//! # What it leaves
//! Nouns with one party (`ar/contact/noun-with`).

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «لقاء X مع Y»
pub(super) const NOUN_OF: ContactRule = ContactRule { id: "ar/contact/noun-of", read };

/// How far behind the first party the other may stand, in tokens.
const NEAR: usize = 8;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    // «مجلة الرسالة الأستاذ سالم»: nobody completes a noun with the article.
    if hit.part != ContactPart::Noun || super::is_known(p, hit) || super::is_definite(p, hit) {
        return None;
    }
    let limit = super::limit(p, hit, place.sentence.end);
    // Another contact noun opens another contact.
    let limit = (hit.end..limit).find(|&k| g.is_noun(p, k)).unwrap_or(limit);
    let sure = contact::is_actor(p, g, hit.end);
    if g.around(p, hit.end, Around::Press).is_some() || p.is(hit.end, Class::Anaphor) && hit.word.loose {
        return None;
    }
    // A bare name counts where a known one is joined to it, or where the text names its bearer: «لقاء النخلي والوزير».
    let last = || !p.is_classed(hit.end) && super::ends_a_name(p, hit.end, p.tokens.word(hit.end));
    let hosts = || hit.word.roles[0] == rawi_model::PartyRole::Host && crate::seat_at(p, hit.end, 0).is_some();
    if !(sure || last() || hosts() || travels(p, g, hit, limit) || hit.end + 1 < limit && super::is_joined(p, g, hit.end + 1)) {
        return None;
    }
    let (first, end) = super::party(p, g, hit.end, 0, limit)?;
    // «استقبال السيسي عبد الله الثاني»: two known names side by side.
    let host = hit.word.roles[0] == rawi_model::PartyRole::Host;
    let (first, end) = match p.name_at(hit.end).filter(|&e| host && e < end && p.name_at(e).is_some_and(|close| close > e + 1)) {
        Some(cut) => (Side::plain(hit.end..cut), cut),
        None => (first, end),
    };
    if matches!(&first, Side::Phrase { tokens, .. } if tokens.clone().any(|k| super::points(p, hit, k))) {
        return None;
    }
    // «اجتماع مجلس الهيئة برئاسة الوزير»: a body that sits under its head meets nobody.
    if p.is(hit.end, Class::Body) && (end..limit.min(end + 2)).any(|k| g.around(p, k, Around::Head).is_some()) {
        return None;
    }
    // «زيارة سالم النخلي | تونس»: behind a name stands the place.
    if hit.word.kind == rawi_model::ContactKind::Visit
        && let Side::Phrase { tokens, skip: 0, .. } = &first
        && let Some(place) = (tokens.start + 1..tokens.end).find(|&k| p.behind_person(k) && super::is_place(p, g, k) == Some(tokens.end))
    {
        return Some(super::encounter(NOUN_OF.id, hit, Side::plain(tokens.start..place), Side::plain(place..end), hit.at..end));
    }
    let (first, end) = super::before_glued(p, g, hit, first, end);
    let first = if matches!(&first, Side::Phrase { tokens, .. } if p.is(tokens.start, Class::Anaphor)) { Side::Carried } else { first };
    if let Some((second, close)) = super::joined::dashed(p, g, &first, end, limit) {
        let third = super::joined::dashed(p, g, &second, close, limit);
        let (more, close) = third.map_or((Vec::new(), close), |(side, end)| (vec![side], end));
        return Some(super::encounter_of(p, g, NOUN_OF.id, hit, first, second, more, hit.at..close));
    }
    // «اجتماع وزير المياه سالم النخلي، ووزير النقل، بالسفير»
    let set_off = p.is_comma(end) && p.any(end + 1, Class::Role.bit() | Class::Title.bit()) && super::is_joined(p, g, end + 1);
    let joined = super::joined(p, g, end + usize::from(set_off), limit);
    // Those who are joined to the first are on his side where another is named: «اجتماع الوزراء والأمين العام مع …».
    let (allies, from) = joined.as_ref().map_or((Vec::new(), end), |j| super::all_joined(p, g, &j.0, j.1, limit));
    // «بدأ نهاره بلقاء الوزير والأمير»: behind a noun with a preposition glued to it stand those who were met.
    let letters = || hit.takes().iter().chain(&p.grammar.dative);
    let glued = g.words.forms.longest(p.tokens, hit.at, 0).is_none()
        && contact::glued(p, hit.at).any(|skip| skip > 0 && letters().any(|t| p.tokens.word(hit.at).starts_with(t.as_str())));
    let meets = glued && hit.word.shape == Shape::Object && hit.word.kind == rawi_model::ContactKind::Meeting && first != Side::Carried;
    // «استقبال الملك في قصره أمس وزير النقل، الذي نقل له …»: the guest is the next one.
    let near = if hit.word.shape == Shape::Object {
        (from..limit).find(|&k| p.is_comma(k) || p.is(k, Class::Object)).unwrap_or(limit)
    } else {
        limit
    };
    if near < limit
        && hit.word.kind == rawi_model::ContactKind::Meeting
        && first != Side::Carried
        && super::other(p, g, hit, from, near).is_none()
        && let Some((second, close)) = super::next_actor(p, g, from, near)
    {
        return Some(super::encounter(NOUN_OF.id, hit, first, second, hit.at..close));
    }
    // A letter glued to the other party says little far behind: «لدى استقبال الوزير، أمس، عن ارتياحه … للجيش».
    // «على هامش اجتماعات الجمعية العامة … المصالحة مع خصومه»: so does one far behind the session of a body.
    let session = p.is(hit.end, Class::Body) && !p.is(hit.end, Class::Role);
    let far = if session || hit.takes().iter().all(|t| t.chars().count() == 1) { NEAR } else { NEAR + super::LONGEST };
    // «استقبال X Y»: a guest whose name stands right behind the host.
    let host = host && joined.is_none() && first != Side::Carried;
    let titled = |k: usize| p.skip(k) == 0 && p.any(k, Class::Title.bit() | Class::Role.bit() | Class::Relation.bit());
    let guest = |k: usize| p.glued_at(k) == 0 && (p.name_at(k).is_some() || p.person_at(k).is_some() || titled(k));
    if host
        && guest(from)
        && let Some((second, close)) = super::party(p, g, from, 0, limit)
    {
        return Some(super::encounter(NOUN_OF.id, hit, first, second, hit.at..close));
    }
    let beyond = super::other_near(p, g, hit, from, from + NEAR, limit);
    // «اجتماع الوزراء والأمين العام مع السفير»
    let ally = beyond.as_ref().and(joined.as_ref()).map(|j| j.0.clone()).filter(|_| first != Side::Carried);
    let second = beyond.or(joined.filter(|_| !meets)).or_else(|| super::other_near(p, g, hit, end, end + far, limit));
    if let Some((second, close)) = second {
        let first = super::first_state(p, g, first, &second);
        let (mut more, close) = super::all_joined(p, g, &second, close, limit);
        more.extend(super::joins_in(p, g, close, limit));
        let mut told = super::encounter_of(p, g, NOUN_OF.id, hit, first, second, more, hit.at..close);
        let allies = if ally.is_some() { allies } else { Vec::new() };
        told.sides.extend(ally.into_iter().chain(allies).map(|side| (side, hit.word.roles[0])));
        return Some(told);
    }
    meets.then(|| super::encounter(NOUN_OF.id, hit, traveller(p, g, hit, place), first, hit.at..end))
}

/// Whether up to two plain words stand between a visit and its place, as a name does: «زيارة النخلي لقطر».
fn travels(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, limit: usize) -> bool {
    let article = p.grammar.article.as_str();
    let plain = |k: usize| {
        let word = p.tokens.word(k);
        p.tokens.is_word(k) && !p.is_classed(k) && p.glued_at(k) == 0 && word.chars().count() > 2 && g.words.around.get(word).is_empty()
    };
    let place = |k: usize| {
        let to = super::glued_actor(p, g, hit, k)
            .is_some_and(|skip| p.name_at(k).is_some() || crate::seat::country_behind(p, k, skip).is_some());
        to || g.takes(p, hit, k).is_some_and(|at| crate::seat::country_at(p, at).is_some())
    };
    let place = (hit.end + 1..limit.min(hit.end + 3)).find(|&k| place(k));
    let named = hit.word.kind == rawi_model::ContactKind::Visit && !p.tokens.word(hit.end).starts_with(article);
    named && place.is_some_and(|at| (hit.end..at).all(plain))
}

/// Who travels to meet somebody: «سيتوجه الوزير إلى مقر الوزارة للقاء السفير».
fn traveller(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, place: &Place) -> Side {
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let to = p.grammar.dative.iter().any(|d| p.tokens.word(hit.at).starts_with(d.as_str()));
    let goes = |k: usize| {
        let visits = |skip: usize| {
            let found = g.words.forms.longest(p.tokens, k, skip);
            found.is_some_and(|h| h.values.iter().any(|f| g.words.list[f.word].kind == rawi_model::ContactKind::Visit))
        };
        g.is_verb(p, k) && (visits(0) || p.grammar.conjunctions.iter().any(|c| visits(c.len())))
    };
    let Some(verb) = (start..hit.at).rev().find(|&k| to && goes(k)) else { return Side::Carried };
    let as_verb = ContactHit { at: verb, end: verb + 1, word: hit.word, part: ContactPart::Past, mine: false };
    super::subject_after(p, g, &as_verb, verb + 1, hit.at).map_or(Side::Carried, |found| found.0)
}
