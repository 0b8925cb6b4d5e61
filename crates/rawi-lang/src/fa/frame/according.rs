//! # What it reads
//! A nominal attribution before or within a sentence.
//!
//! Example: «به گفته رئیس بندر، کشتی‌ها فردا می‌رسند.» (according to the head of the port, the ships arrive tomorrow)
//!
//! # What it leaves
//! Who passes the words on and who says them is told by the entry's role and by who follows.

use rawi_text::TokenKind;

use crate::frame::AccordingFrame;
use crate::{Class, Passage, fa};

/// «به گفته X، …»
pub const ACCORDING: AccordingFrame = AccordingFrame { id: "fa/according", phrase_end: name_end };

/// Where the one who is named ends: with his phrase, or where no comma closes it with the name or office that begins it:
/// «به گفته نوری | میانگین مصرف …», «به گفته استاندار گلستان | همین باور …».
fn name_end(p: &Passage<'_>, start: usize, limit: usize) -> usize {
    const DESCRIBES: u64 = Class::Role.bit() | Class::Title.bit();
    let mut end = fa::phrase_end(p, start, limit);
    while end > start + 1 && p.is(end - 1, Class::Conjunction) {
        end -= 1;
    }
    // «به نقل از روابط عمومی بندر | سالم نوری گفت», and not «به نقل از روابط عمومی بنیاد شهید نوری»
    let body = p.any(start, Class::Body.bit() | Class::Outlet.bit()) && end < limit && !p.is_mark(end);
    let person = |k: usize| p.person_at(k) == Some(end) && end > k + 1 && !p.is(k - 1, Class::Title);
    if let Some(person) = (start + 1..end).find(|&k| body && person(k)) {
        return person;
    }
    if end >= limit || p.is_mark(end) || p.is(end, Class::Clause) {
        return end;
    }
    // «به گفته این مؤسسه | ذخایر …»
    if p.is(start, Class::Demonstrative) && p.any(start + 1, Class::Body.bit() | Class::Generic.bit()) {
        let adjective = |k: &usize| p.tokens.word(*k).ends_with(fa::YEH) && !p.is_classed(*k);
        let body = p.end_of(start + 1, Class::Body).max(start + 2);
        return body + (body..end).take_while(adjective).count().min(end.saturating_sub(body));
    }
    // «به نوشته السنابل | این طرح …»
    let this = (start + 1..end).find(|&k| p.is(k, Class::Demonstrative));
    if let Some(this) = this.filter(|&k| p.name_at(start) == Some(k) || k == start + 1 && !p.is_classed(start)) {
        return this;
    }
    // «طبق آمار بانک مرکزی | بانک‌ها …»
    let next = |e: usize| super::several(p, e) || p.tokens.kind(e) == TokenKind::Number;
    if let Some(name) = p.name_at(start).filter(|&e| e < end && next(e)) {
        return name;
    }
    let whole = |e: usize| e > start + 1 || p.is_surname(start) || p.name_at(start) == Some(e);
    if let Some(name) = p.person_at(start).filter(|&e| e < end && whole(e) && !p.any(e, DESCRIBES | Class::Conjunction.bit())) {
        return name;
    }
    let office = fa::subject_end(p, start, end).filter(|_| p.is(start, Class::Role));
    office.filter(|&e| !p.any(e, Class::Title.bit() | Class::Conjunction.bit()) && p.person_at(e).is_none()).unwrap_or(end)
}
