//! # What it reads
//! A line that names its speaker before a colon, as headlines and channels write.
//!
//! Example: «مدرب الفريق: جئنا لنفوز» (the coach: we have come to win)
//!
//! # What it leaves
//! Labels («المصدر:») and lines whose words before the colon hold a verb.

use std::ops::Range;

use rawi_text::TokenKind;

use crate::ar;
use crate::frame::LineFrame;
use crate::{Class, Passage, Subject};

/// «X: …»
pub const NAME_COLON: LineFrame =
    LineFrame { id: "ar/name-colon", subject, speech_end: ar::speech_end, set_in: Some(super::quote_name::read) };

/// What opens a report of a place and nobody's words: an event, or one of its own people who acts.
const TOLD: u64 = Class::Incident.bit() | Class::Role.bit() | Class::Title.bit() | Class::PluralHead.bit();

/// The longest headline that is looked at, in tokens.
const HEADLINE: usize = 30;

/// How near to its colon another state is named of which one speaks, in tokens.
const NEAR: usize = 3;

fn subject(p: &Passage<'_>, clause: Range<usize>) -> Subject {
    // «خالد علي – المرفأ – مسقط: …»: who wrote it and where; and who asks is nobody: «س: …».
    if clause.clone().any(|k| p.is_dash(k)) || p.is(clause.start, Class::Question) && clause.len() == 1 {
        return Subject::None;
    }
    // «حزب الله: مشاهد من عملية …», «ليبيا: مقتل …»: what is shown or told of, and nobody's words.
    let place = clause.len() == 1
        && p.name_at(clause.start) == Some(clause.end)
        && !p.any(clause.start, Class::Body.bit())
        && p.person_at(clause.start).is_none();
    let told = p.find(clause.end + 1..clause.end + 4, |k| p.tokens.is_word(k));
    if told.is_some_and(|k| p.is(k, Class::Label) || place && (p.any(k, TOLD) || p.person_at(k).is_some())) {
        return Subject::None;
    }
    // «النمسا: حظر لوحات …»: where it is, but for what a state says of itself or of another.
    let line = clause.end + 1..(clause.end + HEADLINE).min(p.tokens.len());
    let line = line.start..line.clone().find(|&k| p.tokens.kind(k) == TokenKind::Break).unwrap_or(line.end);
    let other = |k: usize| p.name_at(k).is_some() && !p.is_classed(k) && p.person_at(k).is_none();
    let place = crate::seat::country_at(p, clause.start) == Some(clause.end);
    if place && !p.first_person(line.clone()) && !line.clone().take(NEAR).any(other) && p.quote_at(line.start).is_none() {
        return Subject::None;
    }
    // «العريف: أحمد الربعي», «(القاهرة: مكتبة النهر، 1979)»: a list of names, and a note.
    let listed = clause.len() == 1 && p.any(clause.start, Class::Role.bit() | Class::Title.bit());
    let noted = p.find(clause.clone(), |k| p.tokens.is_mark(k, '(')).is_some_and(|k| !(k..clause.end).any(|c| p.tokens.is_mark(c, ')')));
    if noted || listed && told.is_some_and(|k| p.person_at(k).is_some()) || p.is_verbal_noun(clause.start) && !p.is_actor(clause.start) {
        return Subject::None;
    }
    // «القناة 12 الرياضية: …»
    let numbered = p.is(clause.start, Class::Outlet) && p.tokens.kind(clause.start + 1) == TokenKind::Number;
    let stop = if numbered { clause.end } else { ar::phrase_end(p, clause.start, clause.end) };
    if stop > clause.start {
        Subject::Phrase { tokens: clause.start..stop, skip: p.skip(clause.start), beside: Vec::new() }
    } else {
        Subject::None
    }
}
