//! # What it reads
//! A quotation, then the verb: the words come first.
//!
//! Example: ««آب مرز نمی‌شناسد»؛ وزیر نیرو گفت.» ("water knows no border", the energy minister said)
//!
//! # What it leaves
//! Short quotations that are names or single words.

use rawi_model::Form;

use crate::frame::Frame;
use crate::{Attribution, Class, CueClass, CueHit, Passage, Place, Reach, Subject, fa};

/// «…» گفت
pub(super) const QUOTE_VERB: Frame = Frame { id: "fa/quote-verb", read };

/// The fewest words of a quotation that is speech.
const FEWEST: usize = 5;

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    // «خبر داد», «اشاره کرد» take no words of others.
    if !cue.part.is_active() || cue.cue.class != CueClass::Say || !cue.cue.bare {
        return None;
    }
    let ends = cue.end >= place.sentence.end || matches!(p.tokens.kind(cue.end), rawi_text::TokenKind::Mark('.' | '!'));
    let quote = p.quotes.iter().rfind(|q| q.depth == 0 && q.closed && q.close < cue.at && q.open >= place.sentence.start)?;
    // «درباره «…» سخن گفته بود»: what he spoke of is not what he said.
    let of = quote.open > 0 && p.any(quote.open - 1, Class::Preposition.bit() | Class::Conjunction.bit() | Class::Object.bit());
    if !ends || of || quote.inside().len() < FEWEST {
        return None;
    }
    // The subject stands between the quotation and the verb, or before the quotation.
    let mut from = quote.close + 1;
    while from < cue.at && (p.is_mark(from) || p.any(from, Class::Object.bit() | Class::Clause.bit())) {
        from += 1;
    }
    // «تئاتر «…» را که فردا باز می‌شود، اعلام کرد»: nothing but who speaks, and to whom, stands between.
    let told = |end: usize| end >= cue.at || p.is(end, Class::Adverb) || p.grammar.dative.iter().any(|d| d == p.tokens.word(end));
    let subject = match fa::subject(p, from..cue.at) {
        Subject::Carried if from + 1 >= cue.at => fa::subject(p, place.sentence.start..quote.open),
        Subject::Phrase { tokens, skip, beside } if tokens.start == from && (told(tokens.end) || !beside.is_empty()) => {
            Subject::Phrase { tokens, skip, beside }
        }
        _ => return None,
    };
    Some(Attribution {
        basis: QUOTE_VERB.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        relayed_by: None,
        audience: None,
        content: quote.inside(),
        rest: None,
        form: Form::Direct,
        reach: Reach::Closed,
    })
}
