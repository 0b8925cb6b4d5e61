//! # What it reads
//! A contact noun whose parties stand behind a word that opens both.
//!
//! Example: «محادثات في مسقط بين قطر وتونس» (talks in Muscat between Qatar and Tunisia); «اتصال بين الوزير ونظيره» (a call
//! between the minister and his counterpart)
//!
//! # What it leaves
//! Nouns with one party behind a preposition (`ar/contact/noun-with`).

use crate::contact::{Around, ContactHit, ContactPart, ContactRule, Encounter, Side};
use crate::{Class, Passage, Place};

/// «محادثات بين X وY»
pub(super) const BETWEEN: ContactRule = ContactRule { id: "ar/contact/between", read };

/// How many words may stand between the noun and the word that opens both parties.
const NEAR: usize = 6;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || super::is_known(p, hit) || hit.word.kind == rawi_model::ContactKind::Visit {
        return None;
    }
    let limit = super::limit(p, hit, place.sentence.end);
    // «الاجتماع، الذي جمع بين …»
    let begin = hit.end + usize::from(p.is_comma(hit.end) && p.is(hit.end + 1, Class::Object));
    // «محادثات في مسقط أمس، بين …»
    let comma = |k: usize| p.is_comma(k) && g.around(p, k + 1, Around::Between).is_some();
    // «المباحثات أثبتت أهمية التعاون بين …»: what is talked about is between them.
    let topic = |k: usize| k > begin && g.around(p, k, Around::Topic).is_some();
    // «قمة «النخيل» بين …»: its name in quotation marks.
    let name = |k: usize| p.quote_at(hit.end).is_some_and(|q| q.closed && (q.open..=q.close).contains(&k));
    let open = |&k: &usize| (!p.is_mark(k) || comma(k) || name(k)) && !g.is_noun(p, k) && !topic(k);
    // «لقاء في الثالث من آب المقبل بين …»: when it was does not count.
    let near = || {
        (begin..limit).take_while(open).scan(0, |words, k| {
            *words += usize::from(!p.is_time(k));
            (*words <= NEAR).then_some(k)
        })
    };
    if let Some(told) = shared(p, g, hit, limit) {
        return Some(told);
    }
    // «لقاء بينه ونظيره العماني»
    if let Some(k) = near().find(|&k| is_between_him(p, g, k) && super::is_joined(p, g, k + 1)) {
        let (second, close) = super::joined(p, g, k + 1, limit)?;
        let (more, close) = super::all_joined(p, g, &second, close, limit);
        return Some(super::encounter_of(p, g, BETWEEN.id, hit, Side::Carried, second, more, hit.at..close));
    }
    let from = near().find_map(|k| g.around(p, k, Around::Between))?;
    // «الاتصال المجتمعي بين القرى»: an adjective that tells of no call.
    let article = p.grammar.article.as_str();
    let told = |k: usize| g.around(p, k, Around::Past).is_some() || g.around(p, k, Around::Phone).is_some();
    let adjective = |k: usize| p.tokens.word(k).starts_with(article) && !told(k);
    if hit.word.kind == rawi_model::ContactKind::Call && p.tokens.word(hit.at).contains(article) && adjective(hit.end) {
        return None;
    }
    // «اجتماع جمع بين …»
    let from = g.around(p, from, Around::Between).unwrap_or(from);
    // «اجتماع جرى في القاهرة بين …»: a place is no party.
    // «قمة كامب ديفيد التي جمعت …»
    let city = |k: usize| (k - 1..=k).any(|k| crate::city_at(p, k, 0).is_some()) || crate::seat_at(p, k, 0).is_some();
    let party = |k: usize| crate::contact::is_actor(p, g, k) && !p.is(k - 1, Class::Preposition) && !city(k);
    // «لقاء مع مجموعة تضم …»
    if (hit.end..from - 1).any(|k| party(k) && !name(k) || g.takes(p, hit, k).is_some()) {
        return None;
    }
    // A state before a glued "and" is whole: «بين إيران وعُمان».
    let and = |k: usize| p.grammar.conjunctions.first().is_some_and(|c| p.tokens.word(k).starts_with(c.as_str()));
    let stop = p.name_at(from).filter(|&end| end < limit && and(end)).unwrap_or(limit);
    // «بين لافروف وكيري»: last names of whom the text tells elsewhere.
    let said = |k: usize| {
        p.grammar
            .conjunctions
            .first()
            .is_some_and(|c| p.tokens.word(k).strip_prefix(c.as_str()).is_some_and(|w| w.chars().count() > 2 && p.says(w)))
    };
    let stop = if stop == limit && !p.is_classed(from) && said(from + 1) { from + 1 } else { stop };
    // «لقاء يجمع في مسقط، غدا، وزراء …»: where it is stands before those who meet.
    let (first, end) = match super::party(p, g, from, 0, stop) {
        None if p.is(from, Class::Preposition) && g.takes(p, hit, from).is_none() => super::next_actor(p, g, from, limit)?,
        found => found?,
    };
    if matches!(&first, Side::Phrase { tokens, .. } if p.is(tokens.start, Class::AnaphorPlural)) {
        return None;
    }
    // «بين الرئيس، وولي العهد»
    let end = end + usize::from(p.is_comma(end) && super::is_joined(p, g, end + 1));
    let second = super::joined(p, g, end, limit).or_else(|| super::other_near(p, g, hit, end, end + 3, limit));
    let second =
        second.or_else(|| body(p, g, end, limit)).or_else(|| brought_together(p, g, end, limit)).or_else(|| bare(p, g, end, limit));
    let (first, (second, close)) = match second {
        Some(found) => (first, found),
        None => parted(p, g, first, limit)?,
    };
    let first = super::first_state(p, g, first, &second);
    let (more, close) = super::all_joined(p, g, &second, close, limit);
    Some(super::encounter_of(p, g, BETWEEN.id, hit, first, second, more, hit.at..close))
}

/// A meeting that several have together: «الاجتماع المشترك لوزراء المياه ووزير النقل العماني».
fn shared(p: &Passage<'_>, g: &crate::contact::ContactGrammar, hit: &ContactHit<'_>, limit: usize) -> Option<Encounter> {
    let at = g.around(p, hit.end, Around::Joint)?;
    let skip = p.grammar.dative.iter().find(|d| p.tokens.word(at).starts_with(d.as_str())).map(String::len)?;
    // «اجتماع رباعي لكل من قطر وتونس»
    let each = super::to_each(p, g, at);
    let (first, end) = super::party(p, g, each.unwrap_or(at), if each.is_some() { 0 } else { skip }, limit)?;
    let (second, close) = super::joined(p, g, end, limit)?;
    let (more, close) = super::all_joined(p, g, &second, close, limit);
    Some(super::encounter_of(p, g, BETWEEN.id, hit, first, second, more, hit.at..close))
}

/// Whether the word that opens both stands at a token with a pronoun for the one who acts: «بينه».
fn is_between_him(p: &Passage<'_>, g: &crate::contact::ContactGrammar, k: usize) -> bool {
    let opens = |stem: &str| g.words.around.get(stem).contains(&Around::Between);
    p.grammar.possessives.iter().any(|e| p.tokens.word(k).strip_suffix(e.as_str()).is_some_and(opens))
}

/// Those who were brought together, where the phrase of the first holds both: «الرئيس | بقادة الدول».
fn parted(p: &Passage<'_>, g: &crate::contact::ContactGrammar, first: Side, limit: usize) -> Option<(Side, (Side, usize))> {
    let Side::Phrase { tokens, skip, .. } = first else { return None };
    let inside = |k: usize| Some((k, brought_together(p, g, k, limit)?));
    let (cut, found) = (tokens.start + 1..tokens.end).find_map(inside)?;
    Some((Side::Phrase { tokens: tokens.start..cut, skip, beside: Vec::new() }, found))
}

/// Whoever stands behind the letter that means "with" after those who were brought together: «قمة جمعت الرئيس بقادة الدول».
fn brought_together(p: &Passage<'_>, g: &crate::contact::ContactGrammar, k: usize, limit: usize) -> Option<(Side, usize)> {
    let skip = p.grammar.prepositions.first().filter(|b| p.tokens.word(k).starts_with(b.as_str()))?.len();
    let around = g.words.around.longest(p.tokens, k, skip);
    if let Some(each) = around.as_ref().filter(|h| h.values.contains(&Around::EachOf)) {
        return super::party(p, g, each.end, 0, limit);
    }
    let classes = [Class::Role, Class::Title, Class::Relation, Class::PluralHead];
    let somebody = p.grammar.classes.any(p.tokens, k, skip, |h| h.values.iter().any(|c| classes.contains(c)))
        || around.is_some_and(|h| h.values.contains(&Around::People))
        || p.name_at(k).is_some() && usize::from(p.glued_at(k)) == skip;
    somebody.then(|| super::party(p, g, k, skip, limit))?
}

/// A body with "and" glued to it: «بين هيئة المياه | ومركز الموانئ».
fn body(p: &Passage<'_>, g: &crate::contact::ContactGrammar, k: usize, limit: usize) -> Option<(Side, usize)> {
    let and = p.grammar.conjunctions.first().filter(|c| p.tokens.word(k).starts_with(c.as_str()))?.len();
    let body = p.grammar.classes.any(p.tokens, k, and, |h| h.values.contains(&Class::Body));
    body.then(|| super::party(p, g, k, and, limit))?
}

/// A name that no class tells, with "and" glued to it or before it.
fn bare(p: &Passage<'_>, g: &crate::contact::ContactGrammar, k: usize, limit: usize) -> Option<(Side, usize)> {
    let word = p.tokens.word(k);
    // «و«آسيان»»
    if p.grammar.conjunctions.iter().any(|c| c == word) && p.quote_at(k + 1).is_some_and(|q| q.closed) {
        return super::party(p, g, k + 1, 0, limit);
    }
    let and = p.grammar.conjunctions.first().filter(|c| word.starts_with(c.as_str())).map_or(0, String::len);
    (and > 0 && word.len() > and + 4).then(|| super::party(p, g, k, and, limit))?
}
