//! # What it reads
//! A verb whose object is the other party: verb, subject, adverbials, object; or subject, verb, object in headlines.
//!
//! Example: «استقبل أمير المنطقة في مكتبه أمس مدير الجامعة.» (the governor received the university's director in his
//! office yesterday); «الوزير يلتقي نظيره العماني» (the minister meets his Omani counterpart)
//!
//! # What it leaves
//! Verbs that take a preposition alone (`ar/contact/verb-with`).

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «استقبل X Y»
pub(super) const VERB_OBJECT: ContactRule = ContactRule { id: "ar/contact/verb-object", read };

/// How far behind a verb the preposition before its other party may stand, in tokens.
const WITH: usize = 12;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.mine || hit.word.shape != Shape::Object || matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed) {
        return None;
    }
    // «قابل للتجديد» is no verb.
    if p.grammar.dative.iter().any(|d| p.tokens.word(hit.end).strip_prefix(d.as_str()).is_some_and(|w| w.starts_with(d.as_str()))) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let limit = super::limit(p, hit, place.sentence.end);
    if super::acts_itself(p, g, hit.at, start) {
        return None;
    }
    let done = |first: Side, second: Side, end: usize| {
        let (more, end) = super::all_joined(p, g, &second, end, limit);
        Some(super::encounter_of(p, g, VERB_OBJECT.id, hit, first, second, more, hit.at..end))
    };
    // «سالم النخلي وناصر الخوري يلتقيان»: both stand before the verb, and nobody behind it.
    if g.is_plural(p, hit)
        && hit.word.kind == rawi_model::ContactKind::Meeting
        && let Some((first, second)) = super::two_before(p, g, start, hit.at)
        && super::other_near(p, g, hit, hit.end, hit.end + WITH, limit).is_none()
        && super::next_actor(p, g, hit.end, hit.end + 1).is_none()
    {
        return done(first, second, hit.end);
    }
    // «وزير المياه سالم النخلي ووزير النقل ناصر الخوري سيزوران تونس», «… يلتقيان نظيرهما العماني»
    let visit = hit.word.kind == rawi_model::ContactKind::Visit;
    if g.is_plural(p, hit)
        && (if visit { super::is_place(p, g, hit.end).is_some() } else { contact::is_actor(p, g, hit.end) })
        && let Some((first, ally)) = super::two_before(p, g, start, hit.at)
        && let Some((other, end)) = super::party(p, g, hit.end, 0, limit)
    {
        let mut told = super::encounter(VERB_OBJECT.id, hit, first, other, hit.at..end);
        told.sides.push((ally, hit.word.roles[0]));
        return Some(told);
    }
    if let Some(first) = super::subject_before(p, g, hit, start) {
        // «وكان الوزيران التقيا في مسقط خلال …»
        if super::is_pair(p, g, &first) && super::next_actor(p, g, hit.end, hit.end + 1).is_none() {
            return done(Side::Both, Side::Both, hit.end);
        }
        // «المالكي التقى بالمدعية العامة»
        if let Some(skip) = super::glued_definite(p, hit, hit.end)
            && let Some((second, end)) = super::party(p, g, hit.end, skip, limit)
        {
            return done(first, second, end);
        }
        let with = super::other_near(p, g, hit, hit.end, hit.end + WITH, limit);
        let (second, end) = super::subject_after(p, g, hit, hit.end, limit).or(with).or_else(|| super::next_actor(p, g, hit.end, limit))?;
        return done(first, second, end);
    }
    // «التقى خلالها الرئيس»: what follows is the object.
    if let Some(from) = g.around(p, hit.end, Around::Meanwhile) {
        // «التقى خلالها بالرئيس»
        let skip = || super::glued_actor(p, g, hit, from).or_else(|| super::glued_definite(p, hit, from));
        let glued = || skip().and_then(|skip| super::party(p, g, from, skip, limit));
        let (second, end) = glued().or_else(|| super::next_actor(p, g, from, limit))?;
        return done(Side::Carried, second, end);
    }
    let Some((first, end)) = super::subject_after(p, g, hit, hit.end, limit) else {
        if g.is_plural(p, hit) {
            return done(Side::Both, Side::Both, hit.end);
        }
        let (second, end) = super::other(p, g, hit, hit.end, limit).or_else(|| super::next_actor(p, g, hit.end, limit))?;
        return done(Side::Carried, second, end);
    };
    // «استضافت محادثات شاركت فيها الهيئة»: a contact is nobody.
    // «استضاف الفندق قمة بين …»
    let contact = matches!(&first, Side::Phrase { tokens, .. } if tokens.clone().any(|k| g.is_plain_noun(p, k) && !p.is_of_person(k)));
    if contact || super::is_of_states(p, g, &first) {
        return None;
    }
    if super::is_pair(p, g, &first) {
        return done(Side::Both, Side::Both, end);
    }
    // «استقبلت تونس | وزير النقل»: a state receives him.
    if hit.word.roles[0] == rawi_model::PartyRole::Host
        && let Some((host, guest, end)) = state_and_guest(p, g, &first, limit)
    {
        return done(host, guest, end);
    }
    // «وقد التقى نظيره القطري، ثم …»: whose counterpart he is, acts.
    let likeness = |k: usize| p.is(k, Class::Relation) || g.around(p, k, Around::Counterparts).is_some();
    if !visit && matches!(&first, Side::Phrase { tokens, .. } if likeness(tokens.start)) && hit.at > start {
        return done(Side::Carried, first, end);
    }
    // «استقبل X، وY، أمس، Z»: both receive the one behind them.
    if hit.word.roles[0] == rawi_model::PartyRole::Host
        && hit.at <= start + 1
        && let Some((_, close)) = super::joined(p, g, if p.is_comma(end) { end + 1 } else { end }, limit)
    {
        let (second, close) = super::next_actor(p, g, close, limit)?;
        return done(first, second, close);
    }
    // «التقى X وY»: two who met each other; in the middle of a sentence they were met by its subject.
    if let Some((second, close)) = super::joined(p, g, end, limit)
        && super::next_actor(p, g, close, limit).is_none()
    {
        return if hit.at <= start + 1 { done(first, second, close) } else { done(Side::Carried, first, end) };
    }
    // «وزار، أيضا، الكويت والعراق»: a place does not travel.
    if hit.word.kind == rawi_model::ContactKind::Visit
        && matches!(&first, Side::Phrase { tokens, .. } if crate::seat::country_at(p, tokens.start) == Some(tokens.end))
    {
        return done(Side::Carried, first, end);
    }
    if hit.word.kind == rawi_model::ContactKind::Visit
        && let Some((first, second, close)) = visited(p, g, &first, end, limit)
    {
        return done(first, second, close);
    }
    let second = super::other_near(p, g, hit, end, end + 12, limit).or_else(|| super::next_actor(p, g, end, limit));
    if let Some((second, close)) = second {
        // «التقى رئيس الهيئة، سالم النخلي، وزير المياه»: the name between is that of the one who acts.
        if let Some(name) = is_his_name(p, &first, &second) {
            let office = if let Side::Phrase { tokens, skip: 0, .. } = &first { vec![tokens.clone()] } else { Vec::new() };
            let named = Side::Phrase { tokens: name, skip: 0, beside: office };
            if let Some((other, end)) = super::next_actor(p, g, close, limit) {
                return done(named, other, end);
            }
        }
        // «والتقى الرئيس التونسي وكبار مساعديه، وبينهم سالم النخلي»: he is one of those who were met.
        let includes = |&k: &usize| g.any(p, k..k + 1, Around::Including);
        let among = |to: usize| {
            let at = (end..to).find(includes);
            at.is_some_and(|at| (end..at).all(|k| !p.tokens.word(k).starts_with(p.grammar.article.as_str())))
        };
        if matches!(&second, Side::Phrase { tokens, .. } if among(tokens.start)) {
            return done(Side::Carried, first, end);
        }
        // «يلتقي الوزير العماني أمير دولة قطر | الشيخ سالم»: the name belongs to the second office.
        if let (Side::Phrase { tokens, skip, .. }, Side::Phrase { tokens: name, .. }) = (&first, &second)
            && name.start == tokens.end
            && p.is(name.start, Class::Title)
            && let Some(cut) = super::second_office(p, tokens)
        {
            let first = Side::Phrase { tokens: tokens.start..cut, skip: *skip, beside: Vec::new() };
            return done(first, Side::plain(cut..name.end), close);
        }
        // «استقبل أمير دولة قطر | الشيخ سالم، أمس، وزير المياه»: where one more is named behind them the title and name are the host's.
        if let (Side::Phrase { tokens, skip, .. }, Side::Phrase { tokens: name, .. }) = (&first, &second)
            && hit.word.roles[0] == rawi_model::PartyRole::Host
            && name.start == tokens.end
            && p.is(name.start, Class::Title)
            && !tokens.clone().any(|k| p.is_of_person(k))
            && let Some((guest, end)) = super::next_actor(p, g, close, limit)
        {
            let host = Side::Phrase { tokens: name.clone(), skip: 0, beside: std::iter::once(tokens.start..tokens.end).collect() };
            return done(if *skip > 0 { first.clone() } else { host }, guest, end);
        }
        if let Some(other) = holder(p, g, &first, &second, close, limit) {
            return done(Side::Carried, other, close);
        }
        return done(first, second, close);
    }
    // Subject and object stand side by side, or the subject was named before.
    if let Side::Phrase { tokens, skip, .. } = &first
        && let Some(cut) = super::second_office(p, tokens)
    {
        let (second, _) = super::party(p, g, cut, 0, tokens.end)?;
        return done(Side::Phrase { tokens: tokens.start..cut, skip: *skip, beside: Vec::new() }, second, end);
    }
    if g.is_plural(p, hit) {
        return None;
    }
    // «التقى سالم النخلي | رئيس هيئة المياه»: where nobody else is told, the office behind a name is another's.
    if hit.at == start
        && let Side::Phrase { tokens, skip: 0, beside } = &first
        && let [office] = &beside[..]
        && office.start == tokens.end
        && p.person_at(tokens.start) == Some(tokens.end)
    {
        return done(Side::plain(tokens.clone()), Side::plain(office.clone()), end);
    }
    done(Side::Carried, first, end)
}

/// A state that receives, and its guest, where both stand in one phrase: «تونس | وزير النقل العماني».
fn state_and_guest(p: &Passage<'_>, g: &contact::ContactGrammar, first: &Side, limit: usize) -> Option<(Side, Side, usize)> {
    let Side::Phrase { tokens, skip: 0, .. } = first else { return None };
    let cut = crate::seat::country_at(p, tokens.start).filter(|&cut| cut < tokens.end && p.skip(cut) == 0)?;
    let guest = p.any(cut, Class::Role.bit() | Class::Title.bit()).then(|| super::party(p, g, cut, 0, limit))??;
    Some((Side::plain(tokens.start..cut), guest.0, guest.1))
}

/// The name behind an office that has none, set off by commas or behind a title: «رئيس الهيئة، سالم النخلي،», «أمين الرابطة … الشيخ سالم
/// النخلي».
fn is_his_name(p: &Passage<'_>, office: &Side, named: &Side) -> Option<std::ops::Range<usize>> {
    /// How far behind an office a titled name is its holder's, in tokens.
    const NEAR: usize = 5;
    let (Side::Phrase { tokens, .. }, Side::Phrase { tokens: name, skip: 0, .. }) = (office, named) else { return None };
    let nameless = p.any(tokens.start, Class::Role.bit() | Class::Title.bit()) && !tokens.clone().any(|k| p.is_of_person(k));
    let bare = p.person_at(name.start) == Some(name.end) && name.len() > 1;
    let apart = || name.start > 0 && p.is_comma(name.start - 1) && p.is_comma(name.end);
    let gap = tokens.end..name.start;
    let closed = |k: usize| p.is_mark(k) || p.any(k, Class::Preposition.bit() | Class::Adverb.bit());
    let titled = p.is(name.start, Class::Title)
        && !p.is(name.start, Class::Role)
        && (1..=NEAR).contains(&gap.len())
        && !gap.into_iter().any(closed)
        && closed(name.end);
    (nameless && (bare && apart() || titled)).then(|| name.clone())
}

/// An office with its state and the name of who holds it, where nobody else is named: «حيث التقى أمير دولة قطر | الشيخ سالم النخلي».
fn holder(p: &Passage<'_>, g: &contact::ContactGrammar, office: &Side, named: &Side, end: usize, limit: usize) -> Option<Side> {
    let (Side::Phrase { tokens, .. }, Side::Phrase { tokens: name, .. }) = (office, named) else { return None };
    let of_state = tokens.clone().any(|k| p.name_at(k) == Some(tokens.end)) && !tokens.clone().any(|k| p.is_of_person(k));
    let titled = name.start == tokens.end && p.is(name.start, Class::Title);
    (of_state && titled && p.is(tokens.start, Class::Role) && super::next_actor(p, g, end, limit).is_none()).then(|| Side::Phrase {
        tokens: name.clone(),
        skip: 0,
        beside: std::iter::once(tokens.clone()).collect(),
    })
}

/// Who visits, and the state or seat of government that is visited: behind adverbials, else the last word of the phrase.
pub(super) fn visited(p: &Passage<'_>, g: &contact::ContactGrammar, first: &Side, end: usize, limit: usize) -> Option<(Side, Side, usize)> {
    // «يزور سالم قطر»: an everyday word that is a state's name too.
    let named = |k: usize| p.name_at(k).or(crate::seat_at(p, k, 0).map(|s| s.0)).or_else(|| crate::seat::country_at(p, k));
    let quoted = |k: usize| p.quote_at(k).and_then(|_| super::is_place(p, g, k));
    let is_place = |k: usize| named(k).is_some() || g.around(p, k, Around::StateHead).is_some() || quoted(k).is_some();
    let mut k = end;
    // «يزور سالم النخلي، اليوم الاثنين، تونس»
    // «سيزور سالم النخلي من 6 إلى 8 آذار تونس»
    let time = |k: usize| p.is(k, Class::Adverb) || p.is_time(k) || p.is(k, Class::Preposition) && p.is_time(k + 1);
    while k < limit && (p.is_comma(k) || time(k)) {
        k = p.end_of(k, Class::Adverb).max(k + 1);
    }
    // «العاصمة العراقية بغداد»
    let capital =
        g.around(p, k, Around::StateHead).and_then(|_| (k + 1..limit.min(k + 4)).find_map(|n| Some((n, crate::seat_at(p, n, 0)?.0))));
    if let Some((_, close)) = capital.filter(|_| k < limit) {
        return Some((first.clone(), Side::plain(k..close), close));
    }
    if k < limit && is_place(k) && (k == end || p.glued_at(k) == 0) {
        let (second, close) = super::party(p, g, k, 0, limit)?;
        return Some((first.clone(), second, close));
    }
    let site = |k: usize| p.skip(k) == 0 && g.around(p, k, Around::Site).is_some();
    if site(k)
        && let Some((second, close)) = super::party(p, g, k, 0, limit)
    {
        return Some((first.clone(), second, close));
    }
    let Side::Phrase { tokens, skip, beside } = first else { return None };
    // «يزور سالم النخلي وزير النقل العماني | تونس»: the place stands behind the office of him who is named.
    if let Some(office) = beside.last().filter(|b| b.start == tokens.end && b.end == end)
        && let Some(place) = (office.start + 2..end).find(|&k| named(k) == Some(end) && p.glued_at(k) == 0)
    {
        let first = Side::Phrase { tokens: tokens.clone(), skip: *skip, beside: std::iter::once(office.start..place).collect() };
        return Some((first, Side::plain(place..end), end));
    }
    // «زار الأمير سالم النخلي | متحف الساحل»: behind what no noun completes.
    let whole = |k: usize| p.behind_person(k) || p.tokens.word(k - 1).starts_with(p.grammar.article.as_str());
    if let Some(cut) = (tokens.start + 1..tokens.end).find(|&k| site(k) && whole(k))
        && let Some((second, close)) = super::party(p, g, cut, 0, limit)
    {
        return Some((Side::Phrase { tokens: tokens.start..cut, skip: *skip, beside: Vec::new() }, second, close));
    }
    let place = (tokens.start + if p.name_at(tokens.start) == Some(tokens.start + 1) { 1 } else { 2 }..tokens.end)
        .find(|&k| named(k) == Some(tokens.end))?;
    let first = Side::Phrase { tokens: tokens.start..place, skip: *skip, beside: Vec::new() };
    Some((first, Side::plain(place..tokens.end), end))
}
