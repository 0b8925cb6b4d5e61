//! # What it reads
//! An outlet that passes on what another said.
//!
//! Example: «ونقلت الوكالة عن الوزير قوله إن المعبر مفتوح.» (the agency quoted the minister as saying that the crossing is
//! open)
//!
//! # What it leaves
//! The same verbs without عن and a name (`ar/verb-clause`).

use rawi_model::Form;

use crate::frame::Frame;
use crate::{Attribution, Class, CueHit, Part, Passage, Place, Reach, Subject, ar};

/// «نقلت … عن … قوله …»
pub(super) const RELAY: Frame = Frame { id: "ar/relay", read };

/// How far after the speaker's name the content may begin, in tokens.
const NEAR: usize = 14;

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    let word = cue.cue.relays.as_ref().filter(|_| cue.part != Part::Participle)?;
    // «كانت قناة المرفأ قد نقلت عن …»: with a verb that helps the outlet stands before.
    let before = ar::subject_before(p, cue, place.sentence.start);
    let helped = p.is(place.sentence.start, Class::Auxiliary) && matches!(before, Subject::Phrase { .. });
    let after = if helped { before.clone() } else { ar::subject_after(p, cue, place.sentence.end) };
    // «قناة المرفأ تنقل عن …»
    let headed = matches!(before, Subject::Phrase { .. }) && !matches!(after, Subject::Phrase { .. }) && cue.part == Part::Present;
    let outlet = if headed { before } else { after };
    let from = match &outlet {
        Subject::Phrase { tokens, .. } if tokens.start >= cue.end => tokens.end,
        _ => cue.end,
    };
    // «نقلت الصحيفة قول المدير: «…»»
    let owned = |k: usize| p.is(k, Class::Saying) && p.owner(k).is_none() && (p.is_actor(k + 1) || p.person_at(k + 1).is_some());
    let speaks = |k: usize| p.tokens.word(k) == word || owned(k) || p.is(k, Class::Back) && p.tokens.word(k).starts_with(word.as_str());
    let about = p.find(from..place.sentence.end.min(from + NEAR), speaks)?;
    // «ونقلت القناة عنه قوله …»: he of whom was told before.
    let back = p.tokens.word(about) != word && !owned(about);
    // «جاء في البيان»: a document that says it, and nobody before; «نُقل عن الوزير»: without an outlet a sure speaker.
    let relays = if cue.cue.takes.contains(word) || cue.cue.takes.is_empty() {
        matches!(outlet, Subject::Phrase { .. }) || p.is_actor(about + 1)
    } else {
        !matches!(outlet, Subject::Phrase { .. }) && p.is(about + 1, Class::Paper)
    };
    if !relays {
        return None;
    }
    // «في بيان الوزارة»: whose document it is speaks.
    let issuer = about + 2 + usize::from(p.is(about + 2, Class::Demonstrative));
    let known = p.is_actor(issuer) || p.person_at(issuer).is_some();
    let name = if p.is(about + 1, Class::Paper) && known { issuer } else { about + 1 };
    let end = if back { name } else { ar::phrase_end(p, name, place.sentence.end) };
    // «عن المدير | تأكيده أن …»
    let told = |k: &usize| p.is_owned_noun(*k) && p.is(*k + 1, Class::Clause);
    let end = (name + 1..end).find(told).unwrap_or(end);
    let besides = if back || end <= name { Vec::new() } else { ar::besides(p, &(name..end), place.sentence.end) };
    let behind = besides.last().map_or(end, |beside| beside.end);
    let limit = place.sentence.end.min(behind + NEAR);
    let long = |k: usize| p.quote_at(k).is_some_and(|q| q.inside().len() >= 4);
    let opens = |k: usize| p.any(k, Class::Saying.bit() | Class::Clause.bit()) || p.tokens.is_mark(k, ':');
    // «عن القيادة في "المرفأ" العماني، قولها إنه …»: the marks set off a name.
    let open = p.find(behind..limit, |k| opens(k) || long(k)).or_else(|| p.find(behind..limit, |k| p.quote_at(k).is_some()))?;
    let mut start = open;
    while start < place.sentence.end
        && p.quote_at(start).is_none()
        && (p.any(start, Class::Saying.bit() | Class::Adverb.bit()) || p.is_mark(start) || p.is(start, Class::Clause))
    {
        // A pronoun on the clause word stays with the content: «إنه».
        if p.is(start, Class::Clause) && !super::is_bare(p, cue, start) {
            break;
        }
        let bare = p.is(start, Class::Clause);
        start = if p.is(start, Class::Adverb) { p.end_of(start, Class::Adverb) } else { start + 1 };
        if bare {
            break;
        }
    }
    // «قوله، في إيجاز صحفي أمس، إن …»: when and where stands before the clause.
    let opened = p.is(start, Class::Clause) || start > open && p.is(start - 1, Class::Clause);
    if !opened && p.quote_at(start).is_none() {
        let clause = p.find(start..place.sentence.end.min(start + NEAR), |k| p.is(k, Class::Clause) || long(k));
        start = clause.map_or(start, |k| if p.is(k, Class::Clause) && super::is_bare(p, cue, k) { k + 1 } else { k });
    }
    // «قوله للصحفيين «…»»: to whom it was said stands before the quotation.
    if !opened {
        start = p.find(start..place.sentence.end.min(start + 5), long).unwrap_or(start);
    }
    let limit = super::complement_end(p, start, place);
    let (content, form) = match super::end::quoted(p, start, limit) {
        Some(inside) => (super::without_opener(p, inside), Form::Direct),
        None => (p.trim(start..limit), Form::Indirect),
    };
    let relayed_by = match outlet {
        Subject::Phrase { tokens, .. } => Some(tokens),
        _ => None,
    };
    ((end > name || back) && content.len() >= 2).then(|| Attribution {
        basis: RELAY.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject: if back { Subject::Carried } else { Subject::Phrase { tokens: name..end, skip: 0, beside: besides } },
        relayed_by,
        audience: None,
        content,
        rest: None,
        form,
        reach: Reach::Closed,
    })
}
