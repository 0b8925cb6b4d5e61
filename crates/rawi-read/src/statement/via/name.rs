//! Whom the words behind a nominal attribution name.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId, Registry};
use rawi_lang::{Class, Passage};

use crate::reader::Scene;

/// How far behind a medium's name he may be named whose words it passes on, in tokens.
const QUOTED: usize = 6;

/// Whose words a medium passes on that is named before: «بحسب ما نقلت الصحيفة | عن مسؤول حكومي».
pub(super) fn quoted_by(p: &Passage<'_>, from: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let at =
        (start..end.min(start + QUOTED)).take_while(|&k| !p.is_mark(k) || p.quote_at(k).is_some()).find(|&k| p.tokens.word(k) == from)?;
    let sure = p.is_actor(at + 1) || p.person_at(at + 1).is_some() || p.is(at + 1, Class::Indefinite);
    p.grammar.source.source(p, at + 1, end).filter(|_| sure)
}

/// Whether a word is no longer than the name of a letter: «سی», «ان».
pub(super) fn is_letters(p: &Passage<'_>, k: usize) -> bool {
    p.tokens.is_word(k) && p.tokens.word(k).chars().count() <= 3
}

/// Where a Persian source's name ends before him who speaks through it, where nothing sets him off: «به نقل از روابط عمومی
/// بندر | سالم نوری در …», «تلویزیون عمان | محاصره بندر …».
pub(super) fn follower(p: &Passage<'_>, registry: &Registry, name: &Range<usize>) -> Option<usize> {
    /// What a name may belong to: «دفتر آقای نوری».
    const OWNED: u64 = Class::Title.bit() | Class::Body.bit() | Class::Role.bit() | Class::Outlet.bit() | Class::Conjunction.bit();
    let head = name.start;
    if !p.grammar.article.is_empty() || !p.any(head, Class::Body.bit() | Class::Outlet.bit()) {
        return None;
    }
    let state = |k: usize| registry.state_at(p, k).map(|s| s.0);
    let told = p.is(name.end, Class::Preposition) || p.is(name.end, Class::Adverb);
    let person = |&k: &usize| told && k > head + 1 && !p.any(k - 1, OWNED) && p.person_at(k) == Some(name.end) && name.end > k + 1;
    let behind = |k: usize| p.is(head, Class::Outlet) && k > head && !p.is(k - 1, Class::Outlet) && p.name_at(k) == Some(k + 1);
    let stated = || (head + 1..name.end).find(|&k| behind(k) && state(k).is_some()).map(|k| k + 1).filter(|&e| e < name.end);
    name.clone().find(person).or_else(stated)
}

/// Whether the words behind a Persian «به نظر», «به قول» can name somebody: not «به قول خودش», «بر اساس آمار موجود».
pub(super) fn is_somebody(p: &Passage<'_>, name: &Range<usize>) -> bool {
    !p.any(name.start, Class::VerbalNoun.bit() | Class::Reflexive.bit() | Class::Preposition.bit()) && !name.clone().any(|k| p.is_finite(k))
}

/// Whether a name is one or two words that tell of nobody: no office, no body, no person's name that is known.
pub(super) fn is_bare(p: &Passage<'_>, name: &Range<usize>) -> bool {
    const TOLD: u64 = Class::Title.bit() | Class::Role.bit() | Class::Body.bit() | Class::Unnamed.bit() | Class::PluralHead.bit();
    let dotted = (name.start + 1..name.end).any(|k| p.tokens.is_mark(k, '.'));
    dotted
        || name.len() <= 2
            && name.clone().all(|k| p.tokens.is_word(k) && !p.is_classed(k) && p.name_at(k).is_none() && p.person_at(k).is_none())
            && !p.any(name.start, TOLD)
}

/// The member that a source's name means, and whether it is a medium; `reports` says that words like «به گزارش» stand before it,
/// with which «خبرنگار فارس» is the agency's and no office in Fars.
pub(super) fn member(scene: &Scene<'_>, cast: &mut Cast<'_>, name: Range<usize>, glued: usize, reports: bool) -> (MemberId, bool) {
    let p = scene.passage;
    let registry = cast.registry();
    // After a citing word an everyday word may be an outlet's name: «به گزارش مهر».
    // «گروه سیاسی خبرگزاری تسنیم», «خبرنگار مهر», «خبرنگار ایسنا منطقه قم»; not «روابط عمومی اوقاف خراسان رضوی».
    let office = |at: usize, end: usize| {
        let near = end == name.end || at == name.start + 1;
        p.is(name.start, Class::Role) && near && reports && !cast.phrase(p, name.clone(), glued).is_known_office()
    };
    let heads = |at: usize, end: usize| {
        at == name.start
            || p.any(at, Class::Outlet.bit())
            || p.is(name.start, Class::Outlet)
            || !p.grammar.article.is_empty()
            || office(at, end)
    };
    for at in name.clone() {
        // «وفق البيان»: a document, and not the paper of that name.
        if p.is(at, Class::Paper) {
            continue;
        }
        if let Some((end, known)) = registry.at(p, at, usize::from(p.glued_at(at)))
            && heads(at, end)
            && registry.entries[known.entry].kind == EntryKind::Media
        {
            // «به نوشته الساحل دفتر وزیر …»: who follows the medium is another.
            let end = if p.grammar.article.is_empty() { end.min(name.end) } else { name.end };
            let phrase = cast.phrase(p, name.start..end, glued);
            let member = cast.of_entry(known.entry);
            cast.enrich(member, &phrase);
            return (member, true);
        }
    }
    let phrase = cast.phrase(p, name.clone(), glued);
    let member = cast.join(&phrase);
    (member, p.is(name.start, Class::Outlet))
}
