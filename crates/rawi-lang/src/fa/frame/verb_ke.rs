//! # What it reads
//! A reporting verb followed by که; the clause runs to the end of its sentence, or before the verb that ends the frame.
//!
//! Example: «سخنگوی وزارت راه گفت که قطار از فردا حرکت می‌کند.» (… said that the train runs from tomorrow)
//!
//! # What it leaves
//! که that opens a relative clause on a noun.

use std::ops::Range;

use rawi_model::Form;

use crate::frame::{self, Frame};
use crate::{Attribution, Class, CueClass, CueHit, Passage, Place, Reach, fa};

/// «… گفت که …»
pub(super) const VERB_KE: Frame = Frame { id: "fa/verb-ke", read };

/// How far before «را» the word stands that points to what follows, in tokens.
const POINTS: usize = 3;

/// How long a phrase tells more of what is reported than the clause behind it, in tokens.
const TOLD: usize = 4;

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    // «هشدار داده است، که …»
    let that = if p.is_comma(cue.end) && cue.cue.class == CueClass::Say { cue.end + 1 } else { cue.end };
    if !cue.part.is_active() || cue.cue.class == CueClass::Deem || !p.is(that, Class::Clause) {
        return None;
    }
    // «در پاسخ به این که رسانه‌ها گفته‌اند که آب کم است، گفت: …»
    if super::in_another(p, cue, place) && p.quote_around(cue.at).is_none() && super::opener(p, cue, place).is_none() {
        return None;
    }
    // «فیلمنامه‌هایی را می‌پذیرند که …» tells of the object.
    let object = cue.at > place.sentence.start + 1 && p.is(cue.at - 1, Class::Object);
    let asks = cue.cue.event.as_ref().is_some_and(|e| e.plover == rawi_model::Plover::Request);
    if object && cue.cue.class == CueClass::Act && (asks || p.tokens.word(cue.at - 2).ends_with('\u{6CC}')) {
        return None;
    }
    // «طرح خود را مطرح کرد که اجرا نشد»: behind its object only «این پرسش را مطرح کرد که» tells what was said.
    let points = || (place.sentence.start..cue.at - 1).rev().take(POINTS).any(|k| p.is(k, Class::Demonstrative));
    if object && cue.cue.class == CueClass::Say && !points() {
        return None;
    }
    // «داوران را هشت نفر اعلام کرد که …» tells of them.
    let marker = || (place.sentence.start..cue.at).rev().find(|&k| p.is(k, Class::Object));
    if cue.cue.names && marker().is_some_and(|marker| super::deem::holds(p, cue, marker)) {
        return None;
    }
    // «با ایجاد کمیته‌ای موافقت کردند که بر کار نظارت می‌کند» tells of what they agree to, «با این موافقت کردند که …» does not; so
    // does «از ساخت سدی خبر داد که …».
    let agrees = cue.cue.event.as_ref().is_some_and(|e| e.plover == rawi_model::Plover::Agree);
    let to = |k: usize| p.grammar.dative.iter().any(|d| d == p.tokens.word(k));
    let least = if agrees { 0 } else { TOLD };
    let told = |told: &Range<usize>| told.len() >= least && !to(told.start) && !told.clone().any(|k| p.is(k, Class::Demonstrative));
    if (agrees || cue.cue.informs) && super::act::before(p, cue, place).is_some_and(|phrase| told(&phrase)) {
        return None;
    }
    let start = p.end_of(that, Class::Clause);
    let mut whole = p.trim(start..super::told_end(p, cue, start, place));
    if super::in_circumstance(p, cue, place) {
        if super::clause(p, cue, place).any(|k| p.is(k, Class::Object)) {
            return None;
        }
        // «در حالی مدعی شد که آب کافی است | که …»
        let told = |k: usize| p.cues_in(start..k).iter().any(|c| c.end == k);
        let taken_up = |&k: &usize| p.is(k, Class::Clause) && p.is_finite(k - 1) && p.quote_around(k).is_none() && !told(k);
        whole = p.trim(start..(start + 2..whole.end).find(taken_up)?);
    }
    if whole.len() < 2 {
        return None;
    }
    let (content, form) = match frame::quoted(p, start, place.sentence.end).or_else(|| frame::quoted(p, start, whole.end)) {
        Some(inside) => (inside, Form::Direct),
        None => (whole, Form::Indirect),
    };
    Some(Attribution {
        basis: VERB_KE.id,
        cue: Some((cue.at..start, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject: super::speaker(p, cue, place),
        relayed_by: None,
        audience: fa::audience(p, cue, super::clause(p, cue, place)),
        content,
        rest: None,
        form,
        reach: Reach::Closed,
    })
}
