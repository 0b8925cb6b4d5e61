//! # What it reads
//! An evaluation: an object with را, what it is called, and a verb of holding.
//!
//! Example: «رئیس فدراسیون این مسابقه را گامی مهم خواند.» (the head of the federation called the match an important step)
//!
//! # What it leaves
//! The same verbs without را before them.

use std::ops::Range;

use rawi_model::Form;
use rawi_text::TokenKind;

use crate::frame::Frame;
use crate::{Attribution, Class, CueClass, CueHit, Passage, Place, Reach, Subject, fa};

/// «… را … خواند»
pub(super) const DEEM: Frame = Frame { id: "fa/deem", read };

/// The longest object with a clause in it, in tokens.
const LONGEST: usize = 12;

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    if cue.cue.class != CueClass::Deem && !cue.cue.names || !cue.part.is_active() {
        return None;
    }
    let clause = super::clause(p, cue, place);
    let marker = clause.clone().rev().find(|&k| p.is(k, Class::Object) && p.quote_around(k).is_none())?;
    if cue.cue.names && !holds(p, cue, marker) {
        return None;
    }
    let marker = first_of_list(p, &clause, marker);
    // «را خواند» alone is reading; so is «را برای … خواند».
    let simple = !cue.cue.lemma.contains(' ');
    if cue.at <= marker + 1 && simple || p.is(marker + 1, Class::Preposition) && cue.cue.reads {
        return None;
    }
    // «از تصمیم او انتقاد کرد و آن را اشتباه خواند»: behind another verb the object begins with «و».
    let other = super::act::verb_before(p, clause.start, marker);
    let opener = super::opener(p, cue, place).filter(|&k| k < marker && other.is_none());
    let from = other.map(|verb| verb + 2).or(opener.map(|k| k + 1)).unwrap_or(clause.start);
    // Behind a plain «و» the same one goes on: «محکوم کرد و آن را … خواند».
    let same = other.is_some_and(|verb| p.tokens.word(verb + 1).chars().nth(1).is_none());
    let object = if same { Some((Subject::Carried, from)) } else { fa::object(p, from, marker) };
    let (subject, start) = match object? {
        (Subject::Carried, start) if opener.is_some() => (super::before_opener(p, place, from - 1)?, start),
        (Subject::Carried, start) if from > clause.start => (super::speaker_before(p, cue, place, from - 1), start),
        own => own,
    };
    if !super::can_act(p, cue, &subject) {
        return None;
    }
    // «با اشاره به … را»: what begins with a preposition may hold any number of phrases.
    if p.is(start, Class::Preposition) && marker - start > LONGEST {
        return None;
    }
    // An object that holds a clause is told apart from its subject by nothing.
    if p.find(start..marker, |k| p.is(k, Class::Clause)).is_some() && marker - start > LONGEST {
        return None;
    }
    let content = p.trim(start..cue.at);
    (content.len() >= 3 && content.start < marker).then(|| Attribution {
        basis: DEEM.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        relayed_by: None,
        audience: None,
        content,
        rest: rest(p, cue, place),
        form: Form::Paraphrase,
        reach: Reach::Closed,
    })
}

/// The clause behind the verb that tells more of what the object is held to be: «بندر را شهری خواند که | هرگز نمی‌خوابد».
fn rest(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Range<usize>> {
    if cue.end >= place.sentence.end || !p.is(cue.end, Class::Clause) || super::in_circumstance(p, cue, place) {
        return None;
    }
    let start = p.end_of(cue.end, Class::Clause);
    let end = super::told_end(p, cue, start, place);
    // «… که راه را می‌بندد، | تصریح کرد: …»
    let says = |c: &&CueHit<'_>| p.tokens.is_mark(c.end, ':') && p.quote_around(c.at).is_none();
    let end = match p.cues_in(start..end).iter().find(says) {
        Some(next) => (start..next.at).rev().find(|&k| p.is_comma(k))?,
        None => end,
    };
    Some(p.trim(start.min(end)..end)).filter(|rest| rest.len() > 1)
}

/// Whether what stands between an object and a verb of telling says what the object is held to be: «این را تصادفی اعلام کرد»,
/// «هزینه را بیش از ده میلیارد ریال اعلام کرد», «این را از دلایل تأخیر عنوان کرد», and not «نتیجه را دیروز اعلام کرد», «نتیجه را در
/// نشستی اعلام کرد», «را رد و اعلام کرد», «حمایت خود را از طرح اعلام کرد».
pub(super) fn holds(p: &Passage<'_>, cue: &CueHit<'_>, marker: usize) -> bool {
    /// How far from the object a number stands, in tokens.
    const NEAR: usize = 4;
    const NOT: u64 = Class::Preposition.bit() | Class::Adverb.bit() | Class::Conjunction.bit() | Class::Reflexive.bit();
    let between = marker + 1..cue.at;
    let aside = |k: usize| p.is_comma(k) && p.any(k + 1, NOT);
    let other = p.is(cue.at - 1, Class::Conjunction) || between.clone().any(|k| super::is_verb(p, k) || aside(k));
    let one_of =
        || p.grammar.partitive.iter().any(|w| w == p.tokens.word(between.start)) && !(marker > 0 && p.is(marker - 1, Class::Reflexive));
    let number = || between.clone().take(NEAR).any(|k| p.tokens.kind(k) == TokenKind::Number);
    !between.is_empty() && !other && (!p.any(between.start, NOT) || one_of() || number())
}

/// The first «را» of several that one verb closes: «هزینه سد را ده میلیارد، | پل را پنج و جاده را دو میلیارد ریال اعلام کرد».
fn first_of_list(p: &Passage<'_>, clause: &Range<usize>, marker: usize) -> usize {
    let joins = |k: usize| p.is_comma(k) || p.is(k, Class::Conjunction) && p.tokens.word(k).chars().nth(1).is_none();
    let stops = |k: usize| p.is_finite(k) || p.is(k, Class::Clause);
    let mut first = marker;
    while let Some(before) = (clause.start..first).rev().take_while(|&k| !stops(k)).find(|&k| p.is(k, Class::Object))
        && p.quote_around(before).is_none()
        && (before + 2..first).any(joins)
    {
        first = before;
    }
    first
}
