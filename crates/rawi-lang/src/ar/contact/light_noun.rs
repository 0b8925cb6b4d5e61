//! # What it reads
//! A contact noun that is the object of a verb which does no more than hold it: «أجرى … اتصالا», «تلقى … رسالة», and the
//! same in a relative clause: «الاتصال الذي أجراه …».
//!
//! Example: «أجرى وزير النقل أمس اتصالا هاتفيا بنظيره القطري.» (the minister of transport had a call with his Qatari
//! counterpart yesterday)
//!
//! # What it leaves
//! Nouns without such a verb (`ar/contact/noun-with`, `ar/contact/noun-of`).

use rawi_text::behind;

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// «أجرى X اتصالا بـ Y»
pub(super) const LIGHT_NOUN: ContactRule = ContactRule { id: "ar/contact/light-noun", read };

/// How far the verb may stand before its noun, in tokens.
const BACK: usize = 30;

/// How far behind those who are joined the other party may stand, in tokens.
const NEAR: usize = 4;

/// How many tokens may stand between who visits and his visit.
const ADVERBIAL: usize = 8;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || hit.word.verbs.is_empty() || super::is_known(p, hit) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let limit = super::limit(p, hit, place.sentence.end);
    let is_verb = |k: usize| {
        let word = p.tokens.word(k);
        let bare = |w: &str| {
            let future = behind(w, &g.words.future);
            hit.word.verbs.iter().any(|v| v == w || future == Some(v))
        };
        bare(word) || p.grammar.conjunctions.iter().any(|c| behind(word, c).is_some_and(bare))
    };
    // «الاتصال الذي أجراه X بـ Y»
    if let Some(verb) = (hit.end..limit.min(hit.end + 3)).find(|&k| is_verb(k)) {
        // «الرسالة التي بعث بها X إلى Y»
        let from = if super::is_resumed(p, verb + 1) { verb + 2 } else { verb + 1 };
        // «مقابلة أجرتها معه Y»: the one of whom the pronoun tells.
        if is_with_him(p, hit, from) {
            let (second, close) = super::party(p, g, from + 1, 0, limit)?;
            return Some(super::encounter(LIGHT_NOUN.id, hit, Side::Carried, second, hit.at..close));
        }
        // «المباحثات التي أجراها مع Y»
        let (first, end) = match super::subject_after(p, g, hit, from, limit) {
            Some(found) => found,
            None => (Side::Carried, from),
        };
        // «المباحثات التي أجراها كل من X وY، مع Z»: those who are joined are on one side where another is named.
        // «محادثات أجراها سالم النخلي، وزير المياه، والرئيس …»: a comma closes his office.
        let joined = super::joined(p, g, end + usize::from(p.is_comma(end)), limit);
        let beyond = joined.as_ref().and_then(|j| super::other_near(p, g, hit, j.1, j.1 + NEAR, limit));
        let ally = beyond.as_ref().and(joined.as_ref()).map(|j| j.0.clone());
        let (second, close) = beyond.or(joined).or_else(|| super::other(p, g, hit, end, limit))?;
        let (mut more, close) = super::all_joined(p, g, &second, close, limit);
        more.extend(ally);
        // «لمقابلة أجراها …»: it took place.
        let part = is_past(g, hit, p.tokens.word(verb)).then_some(ContactPart::Past);
        return Some(Encounter { part, ..super::encounter_of(p, g, LIGHT_NOUN.id, hit, first, second, more, hit.at..close) });
    }
    // «بدأت تونس، التي لم تشارك في المحادثات، …»: what another did in it.
    if hit.at > start && g.around(p, hit.at - 1, Around::In) == Some(hit.at) {
        return None;
    }
    // «أجريت محادثات مع الوزير»: he whose words they are.
    let mine = |k: usize| hit.word.mine_verbs.iter().any(|v| v == p.tokens.word(k));
    if let Some(verb) = hit.at.checked_sub(1).filter(|&k| k >= start && mine(k)) {
        let (second, close) = super::other_near(p, g, hit, hit.end, hit.end + BACK, limit)?;
        let (more, close) = super::all_joined(p, g, &second, close, limit);
        return Some(super::encounter_of(p, g, LIGHT_NOUN.id, hit, Side::Speaker, second, more, verb..close));
    }
    let verb = (start.max(hit.at.saturating_sub(BACK))..hit.at).rev().find(|&k| is_verb(k))?;
    // «وعقد سالم اجتماعا مع الوزير بعد أن شارك في محادثات …»
    if (verb + 1..hit.at).any(|k| p.is(k, Class::Clause)) {
        return None;
    }
    // «عقد حوارا مع الوزير … في اللقاء»: the verb holds the noun that stands nearest, unless that is inside a phrase of time.
    let and = p.grammar.conjunctions.iter().any(|c| p.tokens.word(hit.at).starts_with(c.as_str()));
    let held = |k: usize| g.is_noun(p, k) && g.before(p, k, Around::Opener).is_none();
    if !and && (verb + 1..hit.at).any(held) {
        return None;
    }
    // «تعتزم الحكومة اتخاذها، بما في ذلك إلغاء زيارة …»: who visits stands between them, and adverbials alone beside him.
    if hit.word.kind == rawi_model::ContactKind::Visit {
        let as_verb = ContactHit { at: verb, end: verb + 1, word: hit.word, part: ContactPart::Past, mine: false };
        let acting = super::subject_after(p, g, &as_verb, verb + 1, hit.at);
        let gone = left(p, g, hit, acting.as_ref(), verb).is_some();
        let close = acting.map_or(verb + 1, |f| f.1);
        // «بدأ سالم، رئيس البرلمان، زيارة …»: a comma closes his office.
        let close = close + usize::from(p.is_comma(close) && close + 1 == hit.at);
        // «قام سالم، أمس، بزيارة …»
        let adverbial = |k: usize| p.is_comma(k) || p.is_time(k) || p.is(k, Class::Adverb);
        let set_off = (close..hit.at).any(|k| p.is_comma(k)) && !(close..hit.at).all(adverbial);
        if !gone && (set_off || hit.at - close > ADVERBIAL) {
            return None;
        }
    }
    if super::acts_itself(p, g, verb, start) {
        return None;
    }
    if let Some((first, second)) = super::two_before(p, g, start, verb) {
        let part = if is_past(g, hit, p.tokens.word(verb)) { ContactPart::Past } else { ContactPart::Present };
        let part = if g.is_future(p.tokens.word(verb)) { ContactPart::Future } else { part };
        // «وكان سالم وناصر قد أجريا اتصالا مع الوزير»
        let third = super::other(p, g, hit, hit.end, limit);
        let (more, close) = third.map_or((Vec::new(), hit.end), |(side, end)| {
            let (mut rest, end) = super::all_joined(p, g, &side, end, limit);
            let side = match rest.first() {
                Some(next) => super::first_state(p, g, side, next),
                None => side,
            };
            rest.insert(0, side);
            (rest, end)
        });
        let told = super::encounter_of(p, g, LIGHT_NOUN.id, hit, first, second, more, verb..close);
        return Some(Encounter { part: Some(part), ..told });
    }
    let as_verb = ContactHit { at: verb, end: verb + 1, word: hit.word, part: ContactPart::Past, mine: false };
    let acting = super::subject_before(p, g, &as_verb, start).map(|side| (side, verb + 1));
    let acting = acting.or_else(|| super::subject_after(p, g, &as_verb, verb + 1, hit.at));
    // «أجرى X، وY، محادثات»: both stand before the noun.
    let both = |end: usize| {
        let (side, close) = super::joined(p, g, if p.is_comma(end) { end + 1 } else { end }, hit.at)?;
        matches!(&side, Side::Phrase { tokens, .. } if !g.is_noun(p, tokens.start)).then_some((side, close))
    };
    // «قام سالم بزيارة تونس للمشاركة في …»: the place right behind a visit comes first.
    let place = || super::is_place(p, g, hit.end).and_then(|_| visited(p, g, hit, limit));
    let (acting, left) = match left(p, g, hit, acting.as_ref(), verb) {
        Some((first, place, close)) => (Some((first, close)), Some((place, close))),
        None => (acting, None),
    };
    let second = left
        .or_else(place)
        .or_else(|| super::other(p, g, hit, hit.end, limit))
        .or_else(|| visited(p, g, hit, limit))
        // «أجرى الوزير مع السفير محادثات»: the other one may stand before the noun.
        .or_else(|| with_before(p, g, hit, acting.as_ref().map_or(verb + 1, |f| f.1)))
        .or_else(|| acting.as_ref().and_then(|(_, end)| both(*end)));
    let first = acting.map_or(Side::Carried, |f| f.0);
    if super::is_of_states(p, g, &first) {
        return None;
    }
    if super::is_pair(p, g, &first) {
        // «وعقد الوزيران جلسة مباحثات»
        return second.is_none().then(|| super::encounter(LIGHT_NOUN.id, hit, Side::Both, Side::Both, verb..hit.end));
    }
    let (second, close) = second?;
    // «تسلم الوزير رسالة من الرئيس | إلى الأمير»: who carries it is not the one to whom it goes.
    let addressee = if hit.word.shape == Shape::From { addressee(p, g, close, limit) } else { None };
    let (first, close) = addressee.unwrap_or((first, close));
    let word = p.tokens.word(verb);
    // «وسيجري»
    let bare = p.grammar.conjunctions.iter().find_map(|c| word.strip_prefix(c.as_str())).filter(|w| g.is_future(w)).unwrap_or(word);
    let future = !hit.word.verbs.iter().any(|v| v == word) && bare.starts_with(g.words.future.as_str());
    let part = if future {
        ContactPart::Future
    } else if verb > start && g.before(p, verb, Around::After).is_some() {
        // «عقب عقد لقاء»
        ContactPart::Past
    } else if verb > start && p.is(verb - 1, Class::Preposition) && verb + 1 == hit.at {
        // «موافقته على عقد لقاء»: what a verbal noun tells is to be.
        ContactPart::Wish
    } else if is_past(g, hit, word) && !aims(p, g, start, verb) {
        ContactPart::Past
    } else {
        ContactPart::Present
    };
    let first = super::first_state(p, g, first, &second);
    let limit = if close < hit.at { hit.at } else { limit };
    let (more, close) = super::all_joined(p, g, &second, close, limit);
    let close = close.max(hit.end);
    Some(Encounter { part: Some(part), ..super::encounter_of(p, g, LIGHT_NOUN.id, hit, first, second, more, verb..close) })
}

/// Who visited, and the place that he left when the visit was over: «غادر سالم أمس | تونس | بعد زيارة رسمية لها».
fn left(
    p: &Passage<'_>,
    g: &contact::ContactGrammar,
    hit: &ContactHit<'_>,
    acting: Option<&(Side, usize)>,
    verb: usize,
) -> Option<(Side, Side, usize)> {
    let after = g.before(p, hit.at, Around::After).filter(|_| hit.word.kind == rawi_model::ContactKind::Visit)?;
    match acting {
        Some((side, end)) => super::visited(p, g, side, *end, after),
        None => super::visited(p, g, &Side::Carried, verb + 1, after),
    }
}

/// The one to whom a letter goes, where he is told behind the one who wrote it: «من الرئيس | إلى الأمير».
fn addressee(p: &Passage<'_>, g: &contact::ContactGrammar, k: usize, limit: usize) -> Option<(Side, usize)> {
    let goes = |word: &&contact::ContactWord| word.shape == Shape::To;
    let to = g.words.list.iter().filter(goes).flat_map(|w| &w.takes).any(|t| t == p.tokens.word(k)) && k + 1 < limit;
    (to && contact::is_actor(p, g, k + 1)).then(|| super::party(p, g, k + 1, 0, limit))?
}

/// The one behind the preposition who stands right before the noun: «أجرى الوزير | مع السفير | محادثات».
fn with_before(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, from: usize) -> Option<(Side, usize)> {
    let after = (from..hit.at).find_map(|k| g.takes(p, hit, k))?;
    super::party(p, g, after, 0, hit.at).filter(|found| found.1 == hit.at)
}

/// Whether a preposition that the noun takes stands at a token with a pronoun: «معه».
fn is_with_him(p: &Passage<'_>, hit: &ContactHit<'_>, k: usize) -> bool {
    let pronoun = |rest: &str| p.grammar.possessives.iter().any(|e| e == rest);
    hit.takes().iter().any(|t| p.tokens.word(k).strip_prefix(t.as_str()).is_some_and(pronoun))
}

/// Whether a verb that goes with a noun is of the past: none of the two letters of the present stands before a stem that has both.
fn is_past(g: &contact::ContactGrammar, hit: &ContactHit<'_>, word: &str) -> bool {
    let [he, she] = &g.words.present;
    let bare = |w: &str| hit.word.verbs.iter().any(|v| v == w);
    let word = if bare(word) { word } else { word.get(word.char_indices().nth(1).map_or(0, |c| c.0)..).unwrap_or(word) };
    let present = word.starts_with(he.as_str()) || word.strip_prefix(she.as_str()).is_some_and(|stem| bare(&format!("{he}{stem}")));
    bare(word) && !present
}

/// Whether a verbal noun stands for the verb that something is meant to be done: «تعتزم الغرفة عقد لقاء», «عزمه زيارة تونس».
fn aims(p: &Passage<'_>, g: &contact::ContactGrammar, start: usize, verb: usize) -> bool {
    p.grammar.possessives.iter().any(|e| p.tokens.word(verb).ends_with(e.as_str())) || g.any(p, start..verb, Around::Planned)
}

/// The state or seat of government right behind a visit: «يعتزم زيارة تونس».
fn visited(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, limit: usize) -> Option<(Side, usize)> {
    let k = hit.end;
    let heads = |class| g.around(p, k, class).is_some();
    let place = p.name_at(k).is_some() || crate::seat_at(p, k, 0).is_some() || heads(Around::StateHead) || heads(Around::Site);
    (hit.word.kind == rawi_model::ContactKind::Visit && place).then(|| super::party(p, g, k, 0, limit))?
}
