//! Where the reporter goes on behind what was said: «دعا الوزير إلى التعاون، فيما تعمل الفرق …» (the minister called for cooperation, while the
//! crews are at work …).

use crate::{Class, CueClass, CueHit, Part, Passage, Place};

/// The comma behind which the reporter goes on behind a phrase that was said.
pub(super) fn own_clause(p: &Passage<'_>, from: usize, limit: usize) -> Option<usize> {
    p.find(from..limit, |k| p.is_comma(k) && k + 3 < limit && leads_over(p, k + 1))
}

/// Whether a word leads over to a verb of the reporter's own: «فيما تعمل الفرق …». «حيث» tells why, and may still be what was said.
pub(super) fn leads_over(p: &Passage<'_>, k: usize) -> bool {
    let over = p.is(k, Class::Adverb) && p.grammar.meanwhile.iter().any(|w| w == p.tokens.word(k)) && p.skip(k) == 0;
    // «…، فيما نقلت الصحيفة …»
    let reports = p.cues_in(k + 1..k + 2).iter().any(|c| c.part == Part::Past);
    over && (reports || p.is_finite(k + 1)) && p.name_at(k + 1).is_none() && !p.is_classed(k + 1) && !p.is_verbal_noun(k + 1)
}

/// The comma behind which a phrase goes on with what another does who is named in it, or with the occasion: «تعهد الاتحاد بالتعاون مع
/// النادي، الذي طالب بـ…», «دعا الوزير إلى التعاون، في لقائه مع …».
pub(super) fn told_apart(p: &Passage<'_>, from: usize, limit: usize, opened: bool, place: &Place) -> Option<usize> {
    let taken = |c: &CueHit<'_>| super::takes_complement(p, c, super::behind_adverbs(p, c, c.end), place).is_some();
    let past = |c: &&CueHit<'_>| c.part == Part::Past && c.skip == 0 && c.cue.class == CueClass::Act && !p.is_noun_like(c);
    let acts = |k: usize| p.is(k, Class::Object) && p.cues_in(k + 1..k + 2).iter().find(past).is_some_and(taken);
    let occasion = |k: usize| opened && p.is(k, Class::Site) && p.is(k + 1, Class::Occasion);
    p.find(from..limit, |k| p.is_comma(k) && p.quote_around(k).is_none() && (acts(k + 1) || occasion(k + 1)))
}

/// Whether a verb has told what it takes before a participle that opens speech, up to a token: «اتهم الوزير الغرفة بالتقصير، | قائلا: …».
pub(super) fn told_before_saying(p: &Passage<'_>, cue: &CueHit<'_>, open: usize, place: &Place) -> bool {
    let saying = p.find(cue.end..open, |k| p.is(k, Class::Saying) && p.is_comma(k - 1));
    let own = |end: usize| {
        let told = (super::act::ACT.read)(p, cue, place).map(|a| a.content);
        told.is_some_and(|told| told.start >= cue.end && told.end <= end && !p.is(told.start, Class::Object))
    };
    saying.is_some_and(own)
}
