//! # What it reads
//! A reporting verb, its subject, and a colon; the speech runs to the end of the paragraph, or of the quotation.
//!
//! Example: «وقال رئيس الغرفة: زادت الصادرات.» (the head of the chamber said: exports have grown)
//!
//! # What it leaves
//! A colon with a clause word before it (`ar/verb-clause`).

use rawi_model::Form;
use rawi_text::TokenKind;

use crate::frame::{self, Frame};
use crate::{Attribution, Class, CueClass, CueHit, Part, Passage, Place, Reach, Subject, ar};

/// «قال …: …»
pub(super) const VERB_COLON: Frame = Frame { id: "ar/verb-colon", read };

/// How far behind its verb the colon may stand, in tokens.
const FAR: usize = 40;

/// How far behind a subject that is no sure actor the colon may stand, in tokens.
const FREE: usize = 6;

/// The fewest tokens of a quotation that is all that is said.
const FEWEST: usize = 6;

/// The same for a verb that says something before a colon alone.
const NEAR: usize = 12;

/// Speech without quotation marks up to where, within a sentence, the reporter tells it: «وقال: بدأ العمل، مشيرا إلى أن …».
fn told_again(p: &Passage<'_>, content: &std::ops::Range<usize>, place: &Place) -> Option<std::ops::Range<usize>> {
    if content.start == 0 || p.quote_at(content.start - 1).is_some_and(|q| q.closed) {
        return None;
    }
    let cut = rawi_text::sentences(p.tokens, content.clone()).into_iter().find_map(|sentence| {
        let end = super::complement_end(p, sentence.start, &Place { paragraph: place.paragraph.clone(), sentence: sentence.clone() });
        (end < sentence.end).then_some(end)
    })?;
    let cut = p.trim(content.start..cut);
    (cut.len() > 2).then_some(cut)
}

/// The words between the brackets that stand for quotation marks: «قال: (…)».
fn bracketed(p: &Passage<'_>, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
    if !p.tokens.is_mark(start, '(') {
        return None;
    }
    let mut depth = 0;
    let close = (start..end).find(|&k| {
        depth += i32::from(p.tokens.is_mark(k, '(')) - i32::from(p.tokens.is_mark(k, ')'));
        depth == 0
    })?;
    let inside = p.trim(start + 1..close);
    (inside.len() >= FEWEST).then_some(inside)
}

/// Whether a colon stands within a time, «10:30», an address, «https://…», or before one, «البريد: …@…».
fn is_within_figures(p: &Passage<'_>, colon: usize) -> bool {
    /// How far behind it the mark of an address may stand, in tokens.
    const ADDRESS: usize = 6;
    let number = |k: usize| p.tokens.kind(k) == TokenKind::Number;
    let latin = |k: usize| p.tokens.is_word(k) && p.tokens.word(k).is_ascii();
    let mut address = (colon + 1..p.tokens.len().min(colon + ADDRESS))
        .take_while(|&k| latin(k) || matches!(p.tokens.kind(k), TokenKind::Mark('.' | '@' | '_' | '-')));
    number(colon - 1) && number(colon + 1) || p.tokens.is_mark(colon + 1, '/') || address.any(|k| p.tokens.is_mark(k, '@'))
}

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    // «وزاد الوزير: …»: an everyday verb has its colon near, an act of speech («وجه الشكر إلى …») none.
    let far = if cue.cue.only { NEAR } else { FAR };
    if cue.cue.only && cue.cue.class == CueClass::Act {
        return None;
    }
    let colon = p.find(cue.end..place.sentence.end.min(cue.end + far), |k| p.tokens.is_mark(k, ':') && !is_within_figures(p, k))?;
    if p.grammar.listing.iter().any(|word| word == p.tokens.word(colon - 1)) {
        return None;
    }
    // «أشار إلى أن …، قائلا: …»: what the verb takes before «أن» opens its clause.
    let taken = |k: usize| k > cue.end && cue.cue.takes.iter().any(|t| t == p.tokens.word(k - 1));
    let clause = |k: usize| p.is(k, Class::Clause) && (taken(k) || !p.is(k.saturating_sub(1), Class::NotClause));
    if p.find(cue.end..colon, clause).is_some() || p.cues_in(cue.end..colon).iter().any(|c| c.skip > 0) {
        return None;
    }
    let (subject, from) = super::speaker(p, cue, place);
    if subject == Subject::None {
        return None;
    }
    // «تختتم المسرحية …، وهي من تمثيل: …»: what is no sure actor has its colon near.
    if let Subject::Phrase { tokens, beside, .. } = &subject
        && tokens.start >= cue.end
        && beside.is_empty()
        && !p.is_actor(tokens.start)
        && p.person_at(tokens.start).is_none()
        && colon > tokens.end + if p.is(tokens.start, Class::Role) { FREE * 3 } else { FREE }
    {
        return None;
    }
    // «أعربت عن قلقها، قائلة: …»: what the verb takes stands before another that has the colon.
    if let Some(next) = p.cues_in(cue.end..colon).iter().find(|c| c.part == Part::Participle && c.end == colon)
        && cue.cue.class == CueClass::Act
        && super::takes_complement(p, cue, from, place).is_some_and(|(_, open, _)| open + 1 < next.at)
    {
        return None;
    }
    if super::apart::told_before_saying(p, cue, colon, place) {
        return None;
    }
    let mut start = colon + 1;
    // «قال الوزير: إن …»
    let indirect = p.is(start, Class::Clause) && p.tokens.word(start).chars().count() <= 3;
    // «قال الوزير: إنه …»: with a pronoun the word belongs to what is said.
    if indirect && super::is_bare(p, cue, start) {
        start += 1;
    }
    // «قال: «نعمل غدا» واتهم …»
    let more = |q: &rawi_text::Quote| p.cues_in(q.close + 1..q.close + 2).iter().any(|c| c.skip > 0);
    let told = |q: &&rawi_text::Quote| q.closed && (q.inside().len() >= FEWEST || q.inside().len() > 2 && more(q));
    let (content, reach) = match p.quote_at(start).filter(told) {
        // «قال: «…» وحثهم على …»: the reporter goes on behind what is quoted.
        Some(quote) if !indirect => (quote.inside(), Reach::Closed),
        _ if let Some(inside) = bracketed(p, start, place.paragraph.end).filter(|_| !indirect) => (inside, Reach::Closed),
        _ => {
            let (content, reach) = frame::direct(p, start, place, ar::speech_end)?;
            told_again(p, &content, place).map_or((content, reach), |cut| (cut, Reach::Closed))
        }
    };
    let (content, reach) = if indirect {
        let end = super::complement_end(p, start, place);
        // «قال: إنه «…»، في إشارة إلى …»
        let whole = p.quote_at(start + 1).filter(|q| q.closed && q.inside().len() >= FEWEST && p.is(start, Class::Clause));
        let end = whole.map_or(end, |q| end.min(q.close + 1));
        (p.trim(start..end.min(content.end.max(start + 1))), Reach::Closed)
    } else {
        (content, reach)
    };
    Some(Attribution {
        basis: VERB_COLON.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        relayed_by: None,
        audience: ar::audience(p, cue.end, content.start),
        content,
        rest: None,
        form: if indirect { Form::Indirect } else { Form::Direct },
        reach,
    })
}
