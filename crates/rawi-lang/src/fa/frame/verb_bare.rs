//! # What it reads
//! A reporting verb followed at once, or behind a comma, by what was said, without که or colon, as broadcasters write, or by
//! a quotation.
//!
//! Example: «نماینده عمان گفت بازار مرزی فردا باز می‌شود.» (Oman's representative said the border market opens tomorrow)
//!
//! # What it leaves
//! Verbs that end their clause.

use rawi_model::Form;

use crate::frame::{self, Frame};
use crate::{Attribution, Class, CueClass, CueHit, Part, Passage, Place, Reach, Subject, fa};

/// «… گفت …»
pub(super) const VERB_BARE: Frame = Frame { id: "fa/verb-bare", read };

/// What can't open a clause of speech.
const NOT_SPEECH: u64 = Class::Conjunction.bit() | Class::Object.bit() | Class::Clause.bit();

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    if !cue.part.is_active()
        || !cue.cue.bare && (cue.cue.class != CueClass::Say || p.quote_at(cue.end).is_none())
        || cue.end >= place.sentence.end
        || p.is(cue.end - 1, Class::Conjunction)
        // «سفر خود را ادامه داد تا …»
        || cue.at > place.sentence.start && p.is(cue.at - 1, Class::Object)
    {
        return None;
    }
    // «قیمتی که بانک اعلام کرده این هفته …» tells of the noun.
    if cue.part == Part::Perfect && (super::opener(p, cue, place).is_some() || p.first_person(cue.end..cue.end + 1)) {
        return None;
    }
    // «به کار خود ادامه دادند تا …»
    let to = |k: usize| p.grammar.dative.iter().any(|d| d == p.tokens.word(k)) && p.quote_around(k).is_none();
    // «از ساخت سد خبر داد، هرچند …»
    let of = |k: usize| cue.cue.takes.iter().any(|t| t == p.tokens.word(k)) && p.quote_around(k).is_none() && !super::cites(p, k);
    // «بر کار بیشتر تأکید کرد؛ …», «بر این تأکید دارند، هرچند …»
    let closes = cue.cue.informs || p.is_comma(cue.end);
    let other = p.cues_in(place.sentence.start..cue.at).last().map_or(0, |c| c.end);
    if cue.cue.goes_on && super::clause(p, cue, place).any(|k| k >= other && to(k)) || closes && super::clause(p, cue, place).any(of) {
        return None;
    }
    let comma = p.is_comma(cue.end);
    if comma && !takes_comma(p, cue, place) {
        return None;
    }
    let start = cue.end + usize::from(comma);
    // «دلم می‌خواست …»: who asks of nobody wishes.
    if let Some(whom) = &cue.cue.whom
        && !super::clause(p, cue, place)
            .rev()
            .take_while(|&k| !p.is_finite(k) && !p.is(k, Class::Clause))
            .any(|k| p.tokens.word(k) == whom && k + 1 < cue.at)
    {
        return None;
    }
    // «با بیان این که رسانه‌ها گفتند آب کم است، افزود: …»
    if super::in_another(p, cue, place) && p.quote_around(cue.at).is_none() && super::opener(p, cue, place).is_none() {
        return None;
    }
    // «با بیان روایتی که می‌گوید «…» | گفت: …»: the clause tells of what he means, and he goes on behind it.
    let told = cue.at > place.sentence.start && p.is(cue.at - 1, Class::Clause) && p.quote_around(cue.at).is_none();
    if told && p.cues_in(cue.end..place.sentence.end).iter().any(|c| gives_the_word(p, c)) {
        return None;
    }
    let subject = super::speaker(p, cue, place);
    let (content, form) = if let Some(inside) = frame::quoted(p, start, place.sentence.end) {
        (inside, Form::Direct)
    } else {
        let whole = p.trim(start..super::told_end(p, cue, start, place));
        // «آنچه وزیر فرمود هست، …»
        let over = p.is_finite(start) && p.is_comma(start + 1);
        let opens = !over && (!p.is_mark(start) || p.quote_at(start).is_some());
        // «با بیان این‌که باران پیش‌بینی شده است | گفت: …»: another verb of speech closes the clause.
        let closes = p.cues_in(start..start + 1).iter().any(|c| p.tokens.is_mark(c.end, ':'));
        // «وزیر گفت این کار دشوار است و تأکید کرد پل فردا باز می‌شود»: behind «و» the one before goes on.
        let said = |c: &CueHit<'_>| c.cue.class == CueClass::Say && c.part == cue.part && c.end < cue.at && p.quote_around(c.at).is_none();
        let goes_on = || {
            let and = cue.at > place.sentence.start + 1 && p.is(cue.at - 1, Class::Conjunction) && p.is_finite(cue.at - 2);
            // «هشدار داده و | افزوده است …»: the «و» is of the verb before.
            let joined = |c: &CueHit<'_>| c.end == cue.at && p.is(cue.at - 1, Class::Conjunction);
            let before = p.cues_in(place.sentence.start..cue.at);
            and && before.iter().any(said) || before.iter().any(joined)
        };
        // «از همه خواست خویشتن‌داری کنند»
        let fewest = if cue.cue.whom.is_some() { 2 } else { 5 };
        if !opens || closes || p.any(start, NOT_SPEECH) || whole.len() < fewest || subject == Subject::Carried && !goes_on() {
            return None;
        }
        let form = if comma && p.first_person(whole.clone()) { Form::Direct } else { Form::Indirect };
        (whole, form)
    };
    Some(Attribution {
        basis: VERB_BARE.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        relayed_by: None,
        audience: fa::audience(p, cue, super::clause(p, cue, place)),
        content,
        rest: None,
        form,
        reach: Reach::Closed,
    })
}

/// Whether a cue outside of quotation marks gives somebody the word by a colon.
fn gives_the_word(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    p.quote_around(cue.at).is_none() && p.tokens.is_mark(cue.end, ':')
}

/// Whether the comma behind a verb stands for a colon: «وزیر گفت، آب کافی است», and not «این را گفت، …», «چنان‌که وزیر گفت، …»
/// or «وزیر گفت، و افزود: …».
fn takes_comma(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    let clause = super::clause(p, cue, place);
    let object = clause.clone().rev().take_while(|&k| !p.is_finite(k)).any(|k| p.is(k, Class::Object) && p.quote_around(k).is_none());
    let later = p.cues_in(cue.end..place.sentence.end).iter().any(|c| gives_the_word(p, c) || c.at == cue.end + 1);
    // «؛ ادعایی که …» takes up what was said before.
    let taken_up = p.tokens.is_mark(cue.end, '\u{61B}') && p.is(cue.end + 2, Class::Clause);
    // «پس از این که وزیر تأکید کرد، …»
    let beside = clause.clone().rev().take_while(|&k| !p.is_comma(k) && !p.is_finite(k)).any(|k| p.is(k, Class::Clause));
    cue.cue.class == CueClass::Say && !object && !later && !taken_up && !beside
}
