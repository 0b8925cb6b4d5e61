//! To whom a Persian sentence says that it was said, and where what was said ends.

use std::ops::Range;

use super::phrase::{LONGEST, phrase_end};
use crate::{Class, CueHit, Part, Passage};

/// The one to whom it is said before a cue: «خطاب به …», «به سعید البوسعیدی گفت».
pub(crate) fn audience(p: &Passage<'_>, cue: &CueHit<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    if let Some(at) = p.find(clause.clone(), |k| p.is(k, Class::Addressing)) {
        let start = p.end_of(at, Class::Addressing);
        let stop = phrase_end(p, start, clause.end);
        return (stop > start).then_some(start..stop);
    }
    // Right before the cue, since what is said «به …» elsewhere is said of something.
    let person = Class::Title.bit() | Class::Role.bit() | Class::Outlet.bit() | Class::PluralHead.bit();
    let someone = |k: usize| p.any(k, person) || p.name_at(k).is_some() || p.person_at(k).is_some();
    let dative = |k: usize| p.grammar.dative.iter().any(|d| d == p.tokens.word(k)) && someone(k + 1);
    // «از وزیر پرسید»
    let asked = |k: usize| cue.cue.whom.as_deref() == Some(p.tokens.word(k)) && someone(k + 1);
    let at = (clause.start..cue.at).rev().take(LONGEST).take_while(|&k| !p.is_comma(k)).find(|&k| dative(k) || asked(k))?;
    (phrase_end(p, at + 1, cue.at) == cue.at).then_some(at + 1..cue.at)
}

/// Where speech without quotation marks ends within its paragraph: before the sentence in which the reporter speaks
/// again.
pub(crate) fn speech_end(p: &Passage<'_>, sentences: &[Range<usize>], from: usize, end: usize) -> usize {
    // «نوری گفت: … . رئیس‌جمهور هم می‌گوید که …»: what he tells in the present is in his speech.
    /// How far before speech its verb stands, in tokens: before a colon and a mark.
    const OPENED: usize = 4;
    let part = |c: &CueHit<'_>| c.part == Part::Present;
    let past = p.cues_in(from.saturating_sub(OPENED)..from).last().is_some_and(|c| !part(c));
    for sentence in sentences.iter().filter(|s| s.start > from && s.start < end) {
        if p.is(sentence.start, Class::Resume) {
            return sentence.start;
        }
        for cue in p.cues_in(sentence.clone()) {
            if p.quote_around(cue.at).is_some() {
                continue;
            }
            let named = p.any(sentence.start, Class::Anaphor.bit() | Class::Title.bit()) || p.name_at(sentence.start).is_some();
            // «او ادامه داد آب کافی است.»
            let goes_on = cue.cue.goes_on && p.is(sentence.start, Class::Anaphor) && cue.at <= sentence.start + 2;
            if goes_on && p.tokens.is_word(cue.end) {
                return sentence.start;
            }
            // «آقای نوری نامه‌هایی را می‌پذیرد که …» is no speaking.
            let close = cue.at - sentence.start < 8 && !(cue.at > sentence.start && p.is(cue.at - 1, Class::Object));
            if p.tokens.is_mark(cue.end, ':')
                || named && close && !(past && part(cue)) && (p.is(cue.end, Class::Clause) || p.quote_at(cue.end).is_some())
            {
                return sentence.start;
            }
        }
    }
    end
}
