//! What stands around a contact word: its clause, its place, and where its day may stand.

use std::ops::Range;

use rawi_lang::{Around, Class, ContactGrammar, ContactHit, ContactPart, Encounter, Part, Passage, Side, city_at, seat_at};
use rawi_model::PartyRole;
use rawi_text::ByteSpan;

use crate::reader::Scene;

/// How far from talks that a noun tells their day may stand, in tokens.
const NEAR: usize = 6;

/// How far behind the words that tell of a contact its day may stand, in tokens.
const FAR: usize = 20;

/// The words in which the day of a contact may stand: its sentence from the clause word or verb of speech before it on, up to where
/// speech begins behind it.
pub(super) fn dated(
    scene: &Scene<'_>,
    g: &ContactGrammar,
    told: &Encounter,
    evidence: &Range<usize>,
    hit: &ContactHit<'_>,
    sentence: &Range<usize>,
) -> Range<usize> {
    let p = scene.passage;
    let start = (sentence.start..evidence.start.min(hit.at))
        .rev()
        .find(|&k| p.is(k, Class::Clause) || p.tokens.is_mark(k, ':'))
        .map_or(sentence.start, |k| k + 1);
    // «روز جمعه گزارش داد سالم … سفر می‌کند»: what is told without a clause word has no day of the telling.
    let said = p.cues_in(start..evidence.start.min(hit.at)).iter();
    let said = said.filter(|c| p.grammar.article.is_empty() && matches!(c.part, Part::Past | Part::Present)).map(|c| c.end).max();
    let start = start.max(said.unwrap_or(start));
    let noun = matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed);
    // «… دیدار با سفیر عراق درباره نشست روز جمعه گفت»: what was talked about has a day of its own.
    let topic = |k: usize| noun && g.around(p, k, Around::Concerning).is_some();
    let end = (evidence.end..sentence.end.min(evidence.end + FAR))
        // «أول زيارة … منذ عام 2016»: a day of another one.
        .find(|&k| p.is(k, Class::Clause) || p.tokens.is_mark(k, ':') || topic(k) || g.around(p, k, Around::Since).is_some())
        .unwrap_or(sentence.end.min(evidence.end + FAR));
    // «الصحف الصادرة اليوم»: the day of a paper, or of what is told about talks.
    let before = start..evidence.start.min(hit.at);
    let issued = before.clone().rev().find(|&k| g.around(p, k, Around::Issued).is_some());
    let start = issued.map_or(start, |k| (k + 1..before.end).find(|&n| !p.is_time(n) && !p.is(n, Class::Adverb)).unwrap_or(before.end));
    // «قیمت نفت روز جمعه … مذاکرات ایران و عمان»: talks have the day that stands beside them.
    let held = told.by_light_verb() || hit.part == ContactPart::Suffixed;
    let talks = noun && !held && !hit.word.loose && hit.word.kind == rawi_model::ContactKind::Talks;
    if talks { start.max(evidence.start.saturating_sub(NEAR))..end.min(evidence.end + NEAR) } else { start..end }
}

/// The clause whose words tell whether a contact took place: not beyond a conjunction of clauses or the sentence.
pub(super) fn clause(scene: &Scene<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, sentence: &Range<usize>) -> Range<usize> {
    let p = scene.passage;
    let start = (sentence.start..hit.at)
        .rev()
        .find(|&k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause) && p.cues_in(sentence.start..k).iter().any(|c| c.end == k))
        .map_or(sentence.start, |k| k + 1);
    let end = (hit.end..sentence.end)
        .find(|&k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause) || p.quote_at(k).is_some())
        .unwrap_or(sentence.end);
    // «خبر پیام سالم به ناصر را تکذیب کرد»: what denies it belongs to it.
    let said = p.cues_in(hit.end..sentence.end).iter().find(|c| g.around(p, c.at, Around::Denied).is_none());
    start..end.min(said.map_or(end, |c| c.at.max(hit.end)))
}

/// The words behind «در» or «في» in the sentence where they name a seat of government, another city or a palace.
pub(super) fn place(
    scene: &Scene<'_>,
    g: &ContactGrammar,
    encounter: &Encounter,
    hit: &ContactHit<'_>,
    sentence: &Range<usize>,
) -> Option<ByteSpan> {
    let before = sentence.start.max(hit.at.saturating_sub(30))..hit.end;
    let far = sentence.end.min(hit.end + 40);
    let near = clause(scene, g, hit, sentence).end.min(far);
    // The words of a party's office hold no place of the contact, «سفیر در مسقط», but before its time: «استقبل الوزير في جدة أمس …».
    let p = scene.passage;
    let timed = |k: usize| g.around(p, k, Around::In).and_then(|at| city(p, at, 0)).is_some_and(|(end, _)| p.is_time(end));
    let names = |k: usize| {
        !timed(k)
            && encounter.sides.iter().any(
            |(side, _)| matches!(side, Side::Phrase { tokens, beside, .. } if tokens.contains(&k) || beside.iter().any(|b| b.contains(&k))),
        )
    };
    // «قال في مسقط إنه سيلتقي … في تونس»: what stands behind is nearer.
    let found = |range: Range<usize>| find_place(scene, g, range.filter(|&k| !names(k)), sentence.end);
    found(hit.end..near).or_else(|| found(before)).or_else(|| found(near..far))
}

/// The city to which somebody travels, where it is one of the state that he visits: «إلى العاصمة العراقية | بغداد».
pub(super) fn visited(scene: &Scene<'_>, encounter: &Encounter, state: &str) -> Option<ByteSpan> {
    let p = scene.passage;
    encounter.sides.iter().filter(|(_, role)| *role == PartyRole::Host).find_map(|(side, _)| {
        let Side::Phrase { tokens, skip, .. } = side else { return None };
        tokens.clone().find_map(|k| {
            let skip = if k == tokens.start { *skip } else { 0 };
            let (end, _) = city(p, k, skip).filter(|city| city.1 == state)?;
            Some(ByteSpan { start: p.tokens.raw_from(k, skip), end: p.tokens.span(k..end).end })
        })
    })
}

/// The same in a range of which nothing names a party.
pub(super) fn around(scene: &Scene<'_>, g: &ContactGrammar, range: Range<usize>) -> Option<ByteSpan> {
    let end = range.end;
    find_place(scene, g, range, end)
}

/// The city that begins at a token behind so many bytes, a government's or another: one past its last token, and the id of its state.
fn city(p: &Passage<'_>, at: usize, skip: usize) -> Option<(usize, &'static str)> {
    seat_at(p, at, skip).or_else(|| city_at(p, at, skip))
}

fn find_place(scene: &Scene<'_>, g: &ContactGrammar, mut range: impl Iterator<Item = usize>, end: usize) -> Option<ByteSpan> {
    let p = scene.passage;
    range.find_map(|k| {
        // «بالرياض»
        let inside =
            p.grammar.prepositions.first().filter(|g| p.tokens.word(k).starts_with(g.as_str()) && !p.is_classed(k)).map_or(0, String::len);
        if inside > 0
            && let Some((end, _)) = city(p, k, inside)
        {
            return Some(ByteSpan { start: p.tokens.raw_from(k, inside), end: p.tokens.span(k..end).end });
        }
        let at = g.around(p, k, Around::In)?;
        // «في العاصمة الإيطالية روما»
        let head = g.around(p, at, Around::StateHead).filter(|_| !p.grammar.article.is_empty());
        let seat = [Some(at), head, head.map(|k| k + 1)].into_iter().flatten().find_map(|k| Some((k, seat_at(p, k, 0)?.0)));
        if let Some((at, end)) = seat.or_else(|| Some((at, city(p, at, 0)?.0))) {
            return Some(p.tokens.span(at..end));
        }
        g.around(p, at, Around::Seat)?;
        let most = if p.grammar.article.is_empty() { at + 2 } else { at + 4 };
        let end = (p.grammar.phrase_end)(p, at, end.min(most));
        // «في قصر الشاطئ | معالي الوزير»
        let end = (at + 1..end).find(|&k| p.any(k, Class::Title.bit() | Class::Role.bit()) && p.skip(k) == 0).unwrap_or(end);
        (end > at + 1).then(|| p.tokens.span(at..end))
    })
}
