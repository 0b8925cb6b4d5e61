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
    let name = name.or_else(|| unknown(p, end..near.end));
    let verb = |k: usize| p.cues_in(k..k + 1).iter().any(|c| c.part.is_active());
    let told = name.as_ref().map_or(end, |n| n.start);
    // «مراسل»: an office alone is nobody.
    let nobody = name.is_none() && end <= start + 1 && p.person_at(start).is_none();
    if end <= start || nobody || (start..told).any(verb) {
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
        rest: None,
        form: Form::Direct,
        reach: Reach::Closed,
    })
}

/// A name of two words that no list knows, behind where an office is held: «مراسل المرفأ في صحار فلان الفلاني #…».
fn unknown(p: &Passage<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let plain =
        |k: usize| p.tokens.kind(k) == TokenKind::Word && !p.is_classed(k) && p.name_at(k).is_none() && !p.tokens.word(k).is_ascii();
    let article = |k: usize| p.tokens.word(k).starts_with(p.grammar.article.as_str());
    let words = words.start..words.clone().find(|&k| p.tokens.is_mark(k, '#')).unwrap_or(words.end);
    let start = (words.start..words.end.saturating_sub(1)).rev().find(|&k| plain(k) && plain(k + 1) && !article(k))?;
    Some(start..start + 2)
}
