//! Statements as readings show them.

use rawi_lang::Passage;
use rawi_model::{Contact, Cue, Statement};
use rawi_text::{ByteSpan, CharIndex};

use super::Draft;
use crate::confidence::confidence;
use crate::reader::Keys;

/// Gives statements their ids, keys and spans.
pub(crate) fn finish(drafts: Vec<Draft>, keys: &Keys, index: &CharIndex<'_>, p: &Passage<'_>, contacts: &[Contact]) -> Vec<Statement> {
    let chars = |range: std::ops::Range<usize>| index.chars(whole(p, p.tokens.span(range)));
    drafts
        .into_iter()
        .enumerate()
        .map(|(n, d)| {
            let key = |m: &usize| keys.get(m).cloned();
            let audience: Vec<String> = d.audience.iter().filter_map(key).collect();
            let speaker = d.speaker.as_ref().and_then(key);
            let contact = contact_of(contacts, speaker.as_deref());
            Statement {
                id: format!("s{n}"),
                audience,
                cue: d.cue.map(|(tokens, skip)| {
                    let mut span = p.tokens.span(tokens.clone());
                    if skip > 0 {
                        span = ByteSpan { start: p.tokens.raw_from(tokens.start, skip), end: span.end };
                    }
                    Cue { span: index.chars(whole(p, span)), lemma: d.lemma.clone() }
                }),
                content: d.content.into_iter().map(chars).collect(),
                form: d.form,
                via: d.via.iter().filter_map(key).collect(),
                date: contact.and_then(|c| c.date.clone()),
                event: d.event,
                contact: contact.map(|c| c.id.clone()),
                within: d.within.map(|w| format!("s{w}")),
                also: d.also.into_iter().map(chars).collect(),
                basis: d.basis.to_owned(),
                confidence: confidence(d.basis).unwrap_or(0.5),
                speaker,
            }
        })
        .collect()
}

/// A span with the vowel marks of its last letter, which the folded words leave out: «مستقبلاً».
fn whole(p: &Passage<'_>, span: ByteSpan) -> ByteSpan {
    let rest = p.raw.get(span.end as usize..).unwrap_or_default();
    let marks: usize = rest.chars().take_while(|c| ('\u{64B}'..='\u{652}').contains(c)).map(char::len_utf8).sum();
    ByteSpan { start: span.start, end: span.end + if span.end > span.start { marks as u32 } else { 0 } }
}

/// The contact at which a party spoke: the document's one meeting or call.
fn contact_of<'c>(contacts: &'c [Contact], speaker: Option<&str>) -> Option<&'c Contact> {
    let speaker = speaker?;
    let mut fits = contacts.iter().filter(|c| c.parties.iter().any(|p| p.actor == speaker));
    let first = fits.next()?;
    fits.next().is_none().then_some(first)
}
