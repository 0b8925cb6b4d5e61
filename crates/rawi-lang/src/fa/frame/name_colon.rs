//! # What it reads
//! A line that names its speaker before a colon, as headlines and channels write.
//!
//! Example: «سرمربی تیم: برای برد آمده‌ایم» (the coach: we have come to win)
//!
//! # What it leaves
//! Labels («منبع:», «تاریخ:») and lines whose words before the colon hold a verb.

use std::ops::Range;

use crate::frame::LineFrame;
use crate::{Class, Passage, Subject, fa};

/// «X: …»
pub const NAME_COLON: LineFrame = LineFrame { id: "fa/name-colon", subject, speech_end: fa::speech_end, set_in: None };

/// How far behind a word for what was said its speaker may stand, in tokens: «اعتراف تازه | وزیر».
const NEAR: usize = 3;

/// Who speaks: behind a word for what was said, the one whose words they are.
fn subject(p: &Passage<'_>, line: Range<usize>) -> Subject {
    const SPEECH: u64 = Class::Speech.bit() | Class::Paper.bit();
    const SURE: u64 = Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit();
    let next = line.start + 1;
    // «ادعای | کانال سیزده»: the word for it is joined to him.
    if p.is(line.start, Class::Speech) && p.tokens.word(line.start).ends_with(fa::YEH) && next < line.end && !p.is(next, Class::Adverb) {
        // «ادعای دقایقی پیش | خبرگزاری رود»
        let near = (next..line.end).take_while(|&k| !p.is(k, Class::Preposition));
        let owner = near.into_iter().find(|&k| p.any(k, SURE | Class::Body.bit() | Class::Outlet.bit()) || p.name_at(k) == Some(line.end));
        return fa::subject(p, owner.unwrap_or(next)..line.end);
    }
    // «هشدار تازه | مدیر بندر», «انتقاد | شهروندان …»
    let near = |k: usize| p.is_actor(k) || p.person_at(k).is_some() || p.any(k, Class::PluralHead.bit()) || super::several(p, k);
    let known = |&k: &usize| p.any(k, SURE) || k == next && near(k);
    match (next..line.end.min(next + NEAR)).find(known).filter(|_| p.any(line.start, SPEECH)) {
        Some(owner) => fa::subject(p, owner..line.end),
        None => fa::subject(p, line),
    }
}
