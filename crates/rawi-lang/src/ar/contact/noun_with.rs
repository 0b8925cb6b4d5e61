//! # What it reads
//! A contact noun with one party behind it, the one who acts being named by a pronoun on it or by the sentence.
//!
//! Example: «قال السفير خلال لقائه وزير النقل إن الميناء جاهز.» (the ambassador said while meeting the minister of transport
//! that the port is ready); «… في اتصال هاتفي مع نظيره العماني» (… in a call with his Omani counterpart)
//!
//! # What it leaves
//! Nouns followed by both parties (`ar/contact/noun-of`).

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «لقائه Y», «في لقاء مع Y»
pub(super) const NOUN_WITH: ContactRule = ContactRule { id: "ar/contact/noun-with", read };

/// How many adverbs and adjectives may stand between noun and preposition.
const NEAR: usize = 4;
/// The same for a noun that is opened by a word of time: «بعد اجتماع للمرة الثانية في أيام مع …».
const FAR: usize = 6;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    let limit = super::limit(p, hit, place.sentence.end);
    let suffixed = hit.part == ContactPart::Suffixed;
    if !suffixed && hit.part != ContactPart::Noun || super::is_known(p, hit) || hit.word.shape == Shape::From {
        return None;
    }
    if suffixed && hit.word.shape == Shape::Object && hit.word.kind != rawi_model::ContactKind::Visit {
        let mut i = hit.end;
        // «خلال استقباله، اليوم، السفير», «خلال لقائه بالرياض السفير»
        let inside = |k: usize| {
            let letter = p.grammar.prepositions.first().filter(|b| p.tokens.word(k).starts_with(b.as_str()));
            letter.is_some_and(|b| crate::seat_at(p, k, b.len()).is_some() || crate::city_at(p, k, b.len()).is_some())
        };
        while i < limit && (p.is(i, Class::Adverb) || p.is_comma(i) && i < hit.end + NEAR || inside(i)) {
            i = p.end_of(i, Class::Adverb).max(i + 1);
        }
        if g.takes(p, hit, i).is_none() && !p.is(i, Class::Preposition) && contact::is_actor(p, g, i) {
            let (second, end) = super::party(p, g, i, 0, limit)?;
            return Some(super::encounter(NOUN_WITH.id, hit, caption(p, g, hit, place), second, hit.at..end));
        }
        // «عقب استقباله في مكتبه السفير المصري»
        if g.takes(p, hit, i).is_none()
            && p.is(i, Class::Preposition)
            && (hit.word.roles[0] == rawi_model::PartyRole::Host || in_seat(p, g, i))
            && super::other_near(p, g, hit, i, i + super::LONGEST, limit).is_none()
            && let Some((second, end)) = super::next_actor(p, g, i, limit)
        {
            return Some(super::encounter(NOUN_WITH.id, hit, caption(p, g, hit, place), second, hit.at..end));
        }
    }
    // «خلال زيارته متحف الساحل», «لدى وصوله القاهرة»
    // «لدى زيارته العاصمة العمانية»
    let heads = || g.around(p, hit.end, Around::StateHead).is_some();
    let seat = || p.glued_at(hit.end) == 0 && (crate::seat_at(p, hit.end, 0).is_some() || heads());
    let site = suffixed && hit.word.kind == rawi_model::ContactKind::Visit && (g.around(p, hit.end, Around::Site).is_some() || seat());
    if let Some((place_seen, end)) = site.then(|| super::party(p, g, hit.end, 0, limit)).flatten() {
        return Some(super::encounter(NOUN_WITH.id, hit, caption(p, g, hit, place), place_seen, hit.at..end));
    }
    if let Some((visitor, place, end)) = visitor(p, g, hit, limit) {
        let (more, end) = super::all_joined(p, g, &place, end, limit);
        return Some(super::encounter_of(p, g, NOUN_WITH.id, hit, visitor, place, more, hit.at..end));
    }
    let before = g.before(p, hit.at, Around::Opener).is_some();
    // «تتمثل الرسالة في …»: a letter with the article goes to somebody where it is told what was done in it.
    if hit.word.kind == rawi_model::ContactKind::Letter && !before && super::is_definite(p, hit) {
        return None;
    }
    // «توجه سالم إلى مسقط لإجراء محادثات مع …»
    let opened = before || glued(p, hit) || g.before(p, hit.at, Around::Purpose).is_some();
    let mut near = if opened { FAR } else { NEAR };
    // «زيارة الممثلين إلى تونس»: the definite word behind a visit tells whose it is.
    let whose = hit.word.kind == rawi_model::ContactKind::Visit && !suffixed && !super::is_definite(p, hit);
    let definite = p.tokens.word(hit.end).starts_with(p.grammar.article.as_str()) && g.takes(p, hit, hit.end).is_none();
    if whose && definite && !p.is_time(hit.end) {
        return None;
    }
    let mut k = hit.end;
    while k < limit && k - hit.end <= near {
        if g.takes(p, hit, k).is_some() || super::glued_actor(p, g, hit, k).is_some() {
            break;
        }
        // «بعد اجتماع في أيام، مع نظيره»
        if opened && p.is_comma(k) && g.takes(p, hit, k + 1).is_some_and(|after| contact::is_actor(p, g, after)) {
            k += 1;
            break;
        }
        if g.around(p, k, Around::Verb).is_some() || g.words.forms.longest(p.tokens, k, 0).is_some() || !p.cues_in(k..k + 1).is_empty() {
            return None;
        }
        // «حوار «صريح» مع نظيره»
        if let Some(quote) = p.quote_at(k).filter(|q| q.closed && q.close - k <= 2) {
            k = quote.close + 1;
            continue;
        }
        // «اجتماعه المقرر في الثالث من أغسطس بنظيره»: when it is does not count.
        if p.is_time(k) {
            near += 1;
        }
        let plain = p.is(k, Class::Adverb) || p.tokens.is_word(k) && !p.any(k, Class::Preposition.bit() | Class::Object.bit());
        // «بعد اجتماع للمرة الثانية في أيام مع نظيره»
        let time = (suffixed || opened) && p.is(k, Class::Preposition) && !contact::is_actor(p, g, k + 1);
        // «خلال زيارته الأخيرة إلى …»: behind a noun with a pronoun the word is no "latter".
        let last = suffixed && g.around(p, k, Around::Past).is_some();
        if contact::is_actor(p, g, k) && !last && !p.is(k, Class::Adverb) || !plain && !time {
            return None;
        }
        k += 1;
    }
    if k >= limit || k - hit.end > near {
        return None;
    }
    let (second, end) = super::other_near(p, g, hit, k, k + 1, limit)?;
    if !suffixed && !opened && hit.at != place.sentence.start {
        return None;
    }
    let host = held_by(p, g, hit, end, limit);
    // «تكملة لقمة مع …»: it took place.
    let part = host.is_some().then_some(ContactPart::Past);
    let first = host.unwrap_or_else(|| caption(p, g, hit, place));
    // «طاولة المفاوضات مع إيران»: talks that everybody knows are a topic.
    // «قال خلال المحادثات مع نظيره»: those at which something was said are told.
    let while_held = g.before(p, hit.at, Around::During).or_else(|| g.before(p, hit.at, Around::After)).is_some();
    let topic = hit.word.kind == rawi_model::ContactKind::Talks
        && !suffixed
        && !while_held
        && p.tokens.word(hit.at).contains(p.grammar.article.as_str());
    let (more, end) = super::all_joined(p, g, &second, end, limit);
    (!topic || first != Side::Carried)
        .then(|| Encounter { part, ..super::encounter_of(p, g, NOUN_WITH.id, hit, first, second, more, hit.at..end) })
}

/// Who held it, behind the other one: «قمة مع قادة الدول استضافها الرئيس».
fn held_by(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, end: usize, limit: usize) -> Option<Side> {
    let held = end < limit
        && hit.word.verbs.iter().any(|v| v == p.tokens.word(end) && p.grammar.possessives.iter().any(|e| v.ends_with(e.as_str())));
    let as_verb = ContactHit { at: end, end: end + 1, word: hit.word, part: ContactPart::Past, mine: false };
    let (side, _) = held.then(|| super::subject_after(p, g, &as_verb, end + 1, limit))??;
    matches!(&side, Side::Phrase { tokens, .. } if contact::is_actor(p, g, tokens.start)).then_some(side)
}

/// Whether the words at a token say in which seat of government it was: «في باريس».
fn in_seat(p: &Passage<'_>, g: &contact::ContactGrammar, k: usize) -> bool {
    g.around(p, k, Around::In).is_some_and(|seat| crate::seat_at(p, seat, 0).is_some())
}

/// How far behind a visit the letter may stand that says whose it is, in tokens.
const WHOSE: usize = 6;

/// Who visits, behind the letter that means "to", the place behind its own preposition and one past it: «زيارة غير معلنة لوزير النقل
/// إلى مسقط».
fn visitor(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, limit: usize) -> Option<(Side, Side, usize)> {
    if hit.word.kind != rawi_model::ContactKind::Visit || hit.part != ContactPart::Noun {
        return None;
    }
    // «الزيارة الأخيرة للوزير إلى …»: the word is no "latter".
    let nobody = |k: usize| p.glued_at(k) > 0 || !contact::is_actor(p, g, k) || g.around(p, k, Around::Past).is_some();
    let open = |&k: &usize| !p.is_mark(k) && g.takes(p, hit, k).is_none() && nobody(k);
    let near = (hit.end..limit.min(hit.end + WHOSE)).take_while(open);
    let (at, skip) = near.into_iter().find_map(|k| Some((k, super::glued_actor(p, g, hit, k)?)))?;
    let each = (at + 1..limit.min(at + super::LONGEST)).find(|&k| to_each(p, g, k).is_some());
    let (first, end) = super::party(p, g, at, skip, each.unwrap_or(limit))?;
    let after = g.takes(p, hit, end).or(each.filter(|&k| k == end))?;
    // «أول زيارة لوزير خارجية عماني»: who is told without the article is nobody.
    let article = p.grammar.article.as_str();
    let definite = |k: usize| {
        p.is_of_person(k) || p.name_at(k).is_some() || p.tokens.word(k).contains(article) || p.skip(k) == 0 && p.is(k, Class::Title)
    };
    if !(at..end).any(definite) {
        return None;
    }
    let (place, close) = super::party(p, g, to_each(p, g, after).unwrap_or(after), 0, limit)?;
    Some((first, place, close))
}

/// One past the words that count several places behind the letter that means "to": «لكل من».
pub(super) fn to_each(p: &Passage<'_>, g: &contact::ContactGrammar, k: usize) -> Option<usize> {
    let to = p.grammar.dative.iter().find(|d| p.tokens.word(k).starts_with(d.as_str()))?;
    g.around_behind(p, k, to.len(), Around::EachOf)
}

/// The one who acts, and the verb, where the noun is the object of a verb behind which he stands: «ألغى الوزير زيارته».
fn governed(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, place: &Place) -> Option<(Side, usize)> {
    if hit.part != ContactPart::Suffixed || hit.word.kind != rawi_model::ContactKind::Visit {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let goes = |k: usize| {
        let word = p.tokens.word(k);
        let bare = |w: &str| hit.word.verbs.iter().any(|v| v == w);
        let and = || p.grammar.conjunctions.iter().find_map(|c| word.strip_prefix(c.as_str()));
        bare(word)
            || and().is_some_and(bare)
            || word.strip_prefix(g.words.future.as_str()).is_some_and(bare)
            || g.around(p, k, Around::Cancelled).is_some()
    };
    let verb = (start.max(hit.at.saturating_sub(super::LONGEST / 2))..hit.at).rev().find(|&k| goes(k))?;
    let as_verb = ContactHit { at: verb, end: verb + 1, word: hit.word, part: ContactPart::Past, mine: false };
    if let Some(side) = super::subject_before(p, g, &as_verb, start).filter(|_| verb + 1 == hit.at) {
        return Some((side, verb));
    }
    let (side, end) = super::subject_after(p, g, &as_verb, verb + 1, hit.at)?;
    let adverbial = |k: usize| p.is_mark(k) || p.any(k, Class::Adverb.bit()) || p.is_time(k);
    (end..hit.at).all(adverbial).then_some((side, verb))
}

/// The one who acts where he stands right before the noun's opener: «الوزير خلال استقباله السفير»; else the clause tells.
fn caption(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, place: &Place) -> Side {
    if hit.mine {
        return Side::Speaker;
    }
    if let Some((side, _)) = governed(p, g, hit, place) {
        return side;
    }
    let Some(open) = g.before(p, hit.at, Around::Opener) else { return Side::Carried };
    let as_verb = ContactHit { at: open, end: hit.at, word: hit.word, part: ContactPart::Past, mine: false };
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let first = super::subject_before(p, g, &as_verb, start);
    let first = first.filter(|side| matches!(side, Side::Phrase { tokens, .. } if contact::is_actor(p, g, tokens.start)));
    // «وجاء حديث الشيخ سالم النخلي خلال استقباله …»: a title and name right before.
    let name =
        || (start + 1..open).find(|&k| p.person_at(k) == Some(open) && (k - 1..=k).any(|t| p.is(t, Class::Title)) && p.glued_at(k) == 0);
    let named = || name().map(|k| Side::plain(k..open));
    first.or_else(named).or_else(|| talking(p, g, hit, start..open)).unwrap_or(Side::Carried)
}

/// The one who acts behind a verb of talking, with whom the opener of the noun goes on: «بحث الوزير، في اتصال مع …».
fn talking(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, before: std::ops::Range<usize>) -> Option<Side> {
    // «وشارك الوزير في اجتماع مع …»
    let verb = |k: usize| g.is_verb(p, k) || g.any(p, k..k + 1, Around::Joins);
    let verb = (before.start..before.end.min(before.start + 2)).find(|&k| verb(k))?;
    let as_verb = ContactHit { at: verb, end: verb + 1, word: hit.word, part: ContactPart::Past, mine: false };
    let (side, end) = super::subject_after(p, g, &as_verb, verb + 1, before.end)?;
    let sure = matches!(&side, Side::Phrase { tokens, .. } if contact::is_actor(p, g, tokens.start));
    (sure && end + usize::from(p.is_comma(end)) == before.end).then_some(side)
}

/// Whether a preposition is glued to a contact noun: «بلقاء».
fn glued(p: &Passage<'_>, hit: &ContactHit<'_>) -> bool {
    contact::glued(p, hit.at).next().is_some()
}
