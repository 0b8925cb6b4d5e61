//! # What it reads
//! A contact noun followed by the preposition and the other party; the one who acts is the subject of the clause.
//!
//! Example: «سفیر عمان در دیدار با وزیر نیرو گفت: …» (the ambassador of Oman said in a meeting with the minister of
//! energy: …)
//!
//! # What it leaves
//! Nouns whose both parties follow (`fa/contact/noun-of`), and those that take up a contact told before («این دیدار»).

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, CueForm, Part, Passage, Place};

/// «در دیدار با Y»
pub(super) const NOUN_WITH: ContactRule = ContactRule { id: "fa/contact/noun-with", read };

/// How many words of time and manner may stand between noun and preposition.
const BETWEEN: usize = 4;

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    let suffixed = hit.mine && hit.part == ContactPart::Suffixed;
    let noun = hit.part == ContactPart::Noun || suffixed;
    // «با استقبال از تصمیم وزیر»
    if super::receives(hit) || !noun || matches!(hit.word.shape, Shape::Of | Shape::Object) || super::is_known(p, hit) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let mut limit = super::limit(p, hit, place.sentence.end);
    let mut k = hit.end;
    let mut clause = None;
    let mut mediator = None;
    let mut agent = None;
    let after = loop {
        if let Some(after) = g.takes(p, hit, k).filter(|_| k < limit) {
            // «نامه منتسب به …»
            if hit.word.shape == Shape::To && g.before(p, k, Around::Governs).is_some() {
                return None;
            }
            break after;
        }
        // «در تماس تلفنی دوشنبه شب از نخست‌وزیر خواست که …»
        if let Some((after, verb)) = spoken_to(p, g, hit, k, limit) {
            limit = verb;
            break after;
        }
        // «نامه‌ای از سوی سازمان شیلات به استاندار»
        if p.is(k, Class::Agent) && agent.is_none() {
            let (side, end) = super::party(p, g, p.end_of(k, Class::Agent), limit)?;
            agent = Some(side);
            k = end;
            continue;
        }
        // «پیامی از طریق عمان به تهران»
        if let Some(from) = g.around(p, k, Around::Through).filter(|_| mediator.is_none() && hit.word.shape == Shape::To) {
            let (side, end) = super::party(p, g, from, limit)?;
            mediator = Some((side, rawi_model::PartyRole::Mediator));
            k = end;
            continue;
        }
        // «مصاحبه‌ای که از طریق رایانامه با Y انجام داد»
        if p.is(k, Class::Clause) && k < place.sentence.end {
            clause = Some(k);
            break relative(p, g, hit, k, place.sentence.end)?;
        }
        // «جلسه‌ای صریح و دوستانه با Y»
        let and = p.is(k, Class::Conjunction) && k > hit.end && !p.is_classed(k - 1) && !p.is_classed(k + 1);
        let plain = p.tokens.is_word(k) && !p.any(k, Class::Preposition.bit() | Class::Conjunction.bit()) || p.is(k, Class::Adverb) || and;
        // «دیدار روز سه‌شنبه ششم مرداد خود با Y»: when it was does not count.
        let between = (hit.end..k).filter(|&k| !p.is_time(k)).count();
        if k >= limit || between >= BETWEEN && mediator.is_none() && agent.is_none() || !plain || contact::is_actor(p, g, k) {
            return None;
        }
        k += 1;
    };
    // «نشستی با حضور سفیر عراق و سفیر تونس» (`fa/contact/presence`)
    if g.around(p, after, Around::Presence).is_some() && hit.word.kind != rawi_model::ContactKind::Visit {
        return None;
    }
    // Talks that are spoken about are not told.
    if hit.word.kind == rawi_model::ContactKind::Talks && !hit.word.loose && g.before(p, hit.at, Around::About).is_some() {
        return None;
    }
    let limit = if after > limit { place.sentence.end } else { limit };
    let (other, end) = super::party(p, g, after, limit).or_else(|| super::site(p, g, hit, after, limit))?;
    let evidence = hit.at..end;
    if hit.word.across && p.is_verbal_noun(after) {
        return None;
    }
    if g.around(p, after, Around::Between).is_some() {
        return None;
    }
    // «دیداری که سفیر عمان با وزیر داشت»
    let inner = clause.filter(|&c| contact::is_actor(p, g, c + 1)).and_then(|c| super::party(p, g, c + 1, after - 1));
    // «گفت‌وگوهایی که با سفیر داشتم», «نامه‌ای برای سفیر ارسال کردیم», «مذاکرات ما با سفیر»
    let verb = super::is_mine(p, g, end, place.sentence.end);
    let speaker =
        suffixed || !hit.word.loose && (hit.end..after).any(|k| g.around(p, k, Around::Mine).is_some()) || verb && clause.is_some();
    let first = match super::opener(p, g, hit) {
        _ if agent.is_some() => agent?,
        _ if inner.is_some() => inner?.0,
        _ if speaker => Side::Speaker,
        None if verb && contact::is_actor(p, g, after) => Side::Speaker,
        Some(before) => super::acting(p, g, start, before),
        None if hit.at == start && start == place.paragraph.start => Side::Carried,
        None if hit.word.kind == rawi_model::ContactKind::Talks || !closes(p, g, end) => return None,
        None => match super::subject(p, g, start..hit.at) {
            Side::Phrase { tokens, skip, beside } if contact::is_actor(p, g, tokens.start) => Side::Phrase { tokens, skip, beside },
            _ => return None,
        },
    };
    // «از وزیر برای سفر به تونس دعوت کرد»: who is invited is to visit.
    let invites = hit.word.kind == rawi_model::ContactKind::Visit
        && (end..place.sentence.end.min(end + BETWEEN)).any(|k| g.around(p, k, Around::Invites).is_some());
    let first = match super::opener(p, g, hit).filter(|_| invites).and_then(|open| invited(p, g, start, open)) {
        Some(side) => side,
        None if invites => return None,
        None => first,
    };
    // «در دیدار با سفیر تونس، سفیر عراق و سفیر عمان»
    let visit = hit.word.kind == rawi_model::ContactKind::Visit;
    if let Some((mut sides, close)) = super::enumerated(p, g, after, limit, super::THREE).filter(|_| !visit) {
        let mut told = super::encounter(NOUN_WITH.id, hit, first, sides.remove(0), hit.at..close);
        told.sides.extend(sides.into_iter().map(|side| (side, hit.word.roles[1])));
        return Some(told);
    }
    let (other, more) = super::apart(p, g, other);
    let mut told = super::encounter(NOUN_WITH.id, hit, first, other, evidence);
    told.sides.extend(more.into_iter().map(|side| (side, hit.word.roles[1])));
    told.sides.extend(mediator.or_else(|| super::mediator(p, g, hit, start..hit.at)));
    told.sides.extend(super::including(p, g, end, limit).into_iter().map(|side| (side, hit.word.roles[1])));
    Some(told)
}

/// Whether a token begins what stands behind a party: a verb, a preposition, or what is done or talked about there.
fn closes(p: &Passage<'_>, g: &contact::ContactGrammar, end: usize) -> bool {
    let around = |class| g.around(p, end, class).is_some();
    around(Around::Verb) || around(Around::Topic) || p.is(end, Class::Preposition) || super::is_said(p, g, end)
}

/// Where the one begins to whom somebody speaks in a call that names no other party, and the verb of speech right behind him:
/// «از | نخست‌وزیر | خواست».
fn spoken_to(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, k: usize, limit: usize) -> Option<(usize, usize)> {
    if hit.word.kind != rawi_model::ContactKind::Call || super::opener(p, g, hit).is_none() {
        return None;
    }
    let after = k + 1 + usize::from(p.is_comma(k));
    let word = p.tokens.word(after - 1);
    let cues = &p.grammar.cues;
    let to = |f: &CueForm| match &cues.list[f.cue].whom {
        Some(whom) => whom == word,
        None => p.grammar.dative.iter().any(|d| d == word),
    };
    let says = |f: &CueForm| matches!(f.part, Part::Past | Part::Perfect) && to(f);
    let verb = |k: &usize| cues.forms.longest(p.tokens, *k, 0).is_some_and(|h| h.values.iter().any(says));
    let verb = (after + 1..p.tokens.len().min(after + super::LONGEST).min(limit + 1)).find(verb)?;
    let whom = || super::party(p, g, after, verb).is_some_and(|(_, end)| end == verb);
    (contact::is_actor(p, g, after) && whom()).then_some((after, verb))
}

/// Behind a relative pronoun, where the other party begins: right before the verb that goes with the noun.
fn relative(p: &Passage<'_>, g: &contact::ContactGrammar, hit: &ContactHit<'_>, clause: usize, limit: usize) -> Option<usize> {
    let near = limit.min(clause + super::LONGEST);
    let after = (clause + 1..near).take_while(|&k| g.around(p, k, Around::Verb).is_none()).find_map(|k| g.takes(p, hit, k))?;
    let (_, end) = super::party(p, g, after, near)?;
    let verb = |k: usize| g.around(p, k, Around::Verb).is_some() || g.words.mine.contains(p.tokens.word(k));
    (end..near.min(end + 3)).any(verb).then_some(after)
}

/// The one who is invited: behind the preposition before the word that says what to.
fn invited(p: &Passage<'_>, g: &contact::ContactGrammar, start: usize, open: usize) -> Option<contact::Side> {
    let from = (start..open).rev().find(|&k| p.is(k, Class::Preposition))?;
    super::party(p, g, from + 1, open).filter(|(_, end)| *end == open).map(|found| found.0)
}
