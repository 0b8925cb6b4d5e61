//! # What it reads
//! A message of a network set in between the lines of a report: a quotation, behind it whose words it holds, and tags or an address.
//!
//! Example: ««نعمل على فتح المعبر اليوم» مدير الميناء سالم النخلي #مسقط» ("we are working to open the crossing today", the director of
//! the port Salim al-Nakhli #Muscat)
//!
//! # What it leaves
//! Quotations behind which a verb tells who speaks (`ar/quote-verb`).

use std::ops::Range;

use rawi_model::Form;
use rawi_text::TokenKind;

use crate::{Attribution, Class, Passage, Reach, Subject};

/// The fewest tokens of a quotation that is speech.
const FEWEST: usize = 6;

/// How far behind the quotation the name may stand, in tokens.
const FAR: usize = 16;

/// «…» فلان #…
pub(super) fn read(p: &Passage<'_>, paragraph: &Range<usize>) -> Option<Attribution> {
    let head = paragraph.clone().find(|&k| p.tokens.is_word(k) || p.quote_at(k).is_some())?;
    let quote = p.quote_at(head).filter(|q| q.closed && q.inside().len() >= FEWEST)?;
    let start = (quote.close + 1..paragraph.end).find(|&k| p.tokens.is_word(k))?;
    let latin = |k: usize| p.tokens.is_word(k) && p.tokens.word(k).is_ascii();
    let limit = (start..paragraph.end).find(|&k| latin(k)).unwrap_or(paragraph.end);
    let near = start..limit.min(start + FAR);
    let tagged = (start..paragraph.end.min(start + FAR * 2)).any(|k| p.tokens.is_mark(k, '#') || latin(k));
    let speaks = p.any(start, Class::Title.bit() | Class::Role.bit()) || p.person_at(start).is_some();
    // «… ضخم".. النخلي يتفوق على …»: a title goes on.
    let goes_on = |k: usize| p.is_comma(k) || p.tokens.is_mark(k, ':') || p.tokens.is_mark(k, '.') && p.tokens.is_mark(k + 1, '.');
    if !tagged || !speaks || (quote.close + 1..start).any(goes_on) {
        return None;
    }
    let end = (p.grammar.phrase_end)(p, start, near.end);
    let name = near.clone().find_map(|k| p.person_at(k).filter(|&e| e > k + 1 && p.glued_at(k) == 0).map(|e| k..e));
    // «عضو حركة #النخيل فلان بن فلان لـ #المرفأ»: behind a tag his name goes on that nobody knows.
    let goes_on = |k: usize| {
        let behind = tag_end(p, k);
        p.tokens.is_mark(k, '#') && p.tokens.kind(behind) == TokenKind::Word && !latin(behind)
    };
    if name.is_none() && near.clone().any(goes_on) {
        return None;
    }
    let verb = |k: usize| p.cues_in(k..k + 1).iter().any(|c| c.part.is_active());
    let told = name.as_ref().map_or(end, |n| n.start);
    if end <= start || (start..told).any(verb) {
        return None;
    }
    Some(Attribution {
        basis: "ar/quote-name",
        cue: Some((start..end, 0)),
        lemma: String::new(),
        index: None,
        subject: Subject::Phrase { tokens: start..end, skip: 0, beside: name.filter(|n| n.start >= end).into_iter().collect() },
        relayed_by: None,
        audience: None,
        content: quote.inside(),
        form: Form::Direct,
        reach: Reach::Closed,
    })
}

/// One past a tag: «#حركة_النخيل».
fn tag_end(p: &Passage<'_>, k: usize) -> usize {
    let mut end = k + 2;
    while p.tokens.is_mark(end, '_') && p.tokens.is_word(end + 1) {
        end += 2;
    }
    end
}
