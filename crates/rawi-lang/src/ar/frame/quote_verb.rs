//! # What it reads
//! A quotation, then the verb and its subject.
//!
//! Example: ««الماء لا يعرف حدودا»، قال الوزير.» ("water knows no border", the minister said)
//!
//! # What it leaves
//! Verbs with a complement of their own behind them.

use rawi_model::Form;

use crate::frame::Frame;
use crate::{Attribution, CueClass, CueHit, Part, Passage, Place, Reach, Subject, ar};

/// «…»، قال فلان
pub(super) const QUOTE_VERB: Frame = Frame { id: "ar/quote-verb", read };

/// The fewest words of a quotation that is speech.
const FEWEST: usize = 5;

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    if !matches!(cue.part, Part::Past | Part::Present) || cue.cue.class != CueClass::Say || cue.skip > 0 {
        return None;
    }
    let mut before = cue.at;
    while before > 0 && p.is_comma(before - 1) {
        before -= 1;
    }
    let quote = p.quotes.iter().rfind(|q| q.depth == 0 && q.closed && q.close + 1 == before)?;
    let subject = ar::subject_after(p, cue, place.sentence.end);
    let Subject::Phrase { tokens, .. } = &subject else { return None };
    // «وعلى سؤال «هل يفتح الجسر؟»، أجاب النخلي: …»: what he was asked.
    if cue.cue.answers && p.tokens.is_mark(tokens.end, ':') {
        return None;
    }
    let alone = tokens.end >= place.sentence.end || p.is_mark(tokens.end);
    (alone && quote.inside().len() >= FEWEST).then(|| Attribution {
        basis: QUOTE_VERB.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject: subject.clone(),
        relayed_by: None,
        audience: ar::audience(p, cue.end, place.sentence.end),
        content: quote.inside(),
        rest: None,
        form: Form::Direct,
        reach: Reach::Closed,
    })
}
