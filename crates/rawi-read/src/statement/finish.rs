//! Statements as readings show them.

use rawi_lang::Passage;
use rawi_model::{Contact, Cue, Statement, Status};
use rawi_text::{ByteSpan, CharIndex, CharSpan};

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
            let before = d.content.first().map(|content| index.chars(paragraph_before(p, content.start))).unwrap_or_default();
            let contact = contact_of(contacts, speaker.as_deref(), before);
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

/// What stands in the paragraph of a token before it.
fn paragraph_before(p: &Passage<'_>, token: usize) -> ByteSpan {
    let end = p.tokens.span(token..token + 1).start;
    let start = p.raw.get(..end as usize).and_then(|before| before.rfind('\n'));
    ByteSpan { start: start.map_or(0, |at| at as u32 + 1), end }
}

/// The contact at which a party spoke: the only one that it had, else the last one that the paragraph tells before it speaks.
fn contact_of<'c>(contacts: &'c [Contact], speaker: Option<&str>, before: CharSpan) -> Option<&'c Contact> {
    let speaker = speaker?;
    let mut had = contacts.iter().filter(|c| c.status == Status::Held && c.parties.iter().any(|p| p.actor == speaker));
    let first = had.next()?;
    let mut several = had.peekable();
    if several.peek().is_none() {
        return Some(first);
    }
    let told = |c: &&Contact| c.evidence.first().is_some_and(|e| (before.start..before.end).contains(&e.start));
    std::iter::once(first).chain(several).filter(told).max_by_key(|c| c.evidence.first().map(|e| e.start))
}

#[cfg(test)]
mod tests {
    use rawi_model::Document;

    use crate::Reader;

    /// The kinds of the contacts at which the statements of a text are made, in order.
    fn contacts(text: &str) -> Vec<Option<String>> {
        let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
        let kind = |id: &String| reading.contacts.iter().find(|c| c.id == *id).map(|c| c.kind.name().to_owned());
        reading.statements.iter().map(|s| s.contact.as_ref().and_then(kind)).collect()
    }

    #[test]
    fn what_is_said_where_several_contacts_are_told_is_of_the_one_before_it() {
        // The minister of energy met his Omani counterpart and said …; he then spoke with the governor by telephone and said …. He added …
        let text = "بهرام رودی وزیر نیرو با سالم الوادی وزیر آب عمان دیدار کرد و گفت: آب\u{200C}شیرین\u{200C}کن تازه ساخته می\u{200C}شود.\n\nبهرام رودی سپس \
                    با ناصر دریانی استاندار هرمزگان تلفنی گفت\u{200C}وگو کرد و افزود: لوله\u{200C}ها نو می\u{200C}شوند.\n\nبهرام رودی تأکید کرد: نرخ آب ثابت است.";
        assert_eq!(contacts(text), [Some("meeting".to_owned()), Some("call".to_owned()), None]);
    }

    #[test]
    fn nothing_is_said_at_a_contact_still_to_come() {
        // The minister said: the dam is ready. He will meet his counterpart tomorrow.
        let text = "قال وزير المياه سالم الوادي إن السد جاهز. وسيلتقي الوادي غداً وزير الزراعة ناصر الصافي في مسقط.";
        assert_eq!(contacts(text), [None]);
    }
}
