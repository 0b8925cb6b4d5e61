//! What a source itself says: the words of its sentence that no other cue holds.

use std::ops::Range;

use rawi_lang::{AccordingRole, Class, Passage};
use rawi_model::Form;

use super::{HEAD, NEAR, Source, Sources};
use crate::reader::Scene;
use crate::statement::Draft;

/// How far behind it the comma may stand where a clause on him follows.
const RELATIVE: usize = 24;

/// The fewest words that a source can be said to say.
const FEWEST: usize = 2;

/// The fewest words before a source that commas set off for them to be what it says.
const BEFORE: usize = 6;

/// What may stand behind a source's name at the end of a sentence, in words.
const TAIL: usize = 2;

impl Sources {
    /// What a source says in a stretch of a sentence that no other cue holds: «به گفته رئیس بندر، …».
    pub(crate) fn statement(&mut self, scene: &Scene<'_>, sentence: &Range<usize>, taken: &[Range<usize>]) -> Option<Draft> {
        let p = scene.passage;
        // A medium speaks where nobody else does: «…، بحسب صحيفة المرفأ.»; the head of a report tells only where it is from.
        let medium =
            |s: &&Source| s.is_media && s.passes_on && s.tells && (s.writes || !self.is_head(scene, s)) && Some(s.member) != self.own;
        let said = self.found.iter().find(|s| !s.passes_on).or_else(|| self.found.iter().find(medium))?;
        let source = said.clone();
        // The name may go on to a comma: «به گفته یک منبع آگاه در گمرک، …».
        // So may a clause on him: «به گفته مدیر بندر که …، …».
        // «وقدر المؤشر، وفقا لمركز …، قيمة الصفقات …»: few words before are but the head of what is said.
        let mut before = p.trim(sentence.start..source.tokens.start);
        let words = before.clone().filter(|&k| p.tokens.is_word(k)).count();
        let amid = p.is_comma(source.tokens.start.saturating_sub(1)) && words < BEFORE && !p.grammar.article.is_empty();
        let near = if p.is(source.tokens.end, Class::Clause) || amid { RELATIVE } else { NEAR };
        let closes = |k: usize| p.is_comma(k) || p.tokens.is_mark(k, ':');
        let comma = p.find(source.tokens.end..sentence.end.min(source.tokens.end + near), closes);
        let comma = if p.grammar.article.is_empty() { beside(p, &source.tokens, comma, sentence.end) } else { comma };
        // «وبحسب المرصد، وهو هيئة إقليمية، فإن المساحة …»: the clause begins where it is taken up.
        // «يدرك الطرفان أن …، وفق الصحيفة، خاصة وأن …»: what stands before it is said already.
        let said_before = p.is_comma(source.tokens.start.saturating_sub(1)) && words >= BEFORE && comma.is_some();
        // «ووفقا للتقرير الذي أعدته الهيئة فقد توزعت …»
        let already = |word: &str| p.grammar.classes.get(word).contains(&Class::Adverb);
        let so = |k: usize| p.is(k, Class::Clause) && p.skip(k) > 0 || p.tokens.word(k).strip_prefix('\u{641}').is_some_and(already);
        let taken_up = p.find(source.tokens.end..sentence.end.min(source.tokens.end + RELATIVE), |k| {
            so(k) && !p.grammar.article.is_empty() && (!said_before || comma.is_some_and(|c| c + 1 == k))
        });
        // «… بحسب الصحيفة، التي ختمت تقريرها بالقول …»
        let relative = words >= BEFORE && comma.is_some_and(|k| p.is(k + 1, Class::Object)) && !p.grammar.article.is_empty();
        let after = match taken_up {
            Some(k) => p.trim(k + usize::from(p.tokens.word(k).chars().count() <= 3)..sentence.end),
            None => p.trim(comma.map_or(source.tokens.end, |k| k + 1)..sentence.end),
        };
        // «…، وذلك بحسب …»
        while before.len() > 1 && p.is(before.end - 1, Class::Demonstrative) {
            before = p.trim(before.start..before.end - 1);
        }
        // «…، بحسب مسؤول في الوزارة.»: behind a comma and without one after it, it closes what was said.
        let set_off = p.is_comma(source.tokens.start.saturating_sub(1)) && comma.is_none() && !p.grammar.article.is_empty();
        let closes =
            p.is_comma(source.tokens.start.saturating_sub(1)) && words >= BEFORE && taken_up.is_none() && !p.grammar.article.is_empty();
        // «…، على حد قول مدير لـ«المرفأ».»
        let tail = (source.tokens.end..sentence.end).filter(|&k| p.tokens.is_word(k)).count();
        let last = set_off || closes || relative || tail <= TAIL;
        // Amid its sentence, with nothing that sets it off, nobody can tell where it ends: «… في الشارع وفي نظر الحكومة …».
        let start = p.trim(sentence.clone()).start;
        let leads = source.tokens.start <= start + HEAD || p.is_mark(source.tokens.start - 1) || comma.is_some() || taken_up.is_some();
        if !p.grammar.article.is_empty() && !last && !leads {
            return None;
        }
        let after = behind_occasion(p, after);
        let whole = amid && !last && comma.is_some() && words > 0;
        let head = whole.then(|| before.clone());
        let mut content = if last { before } else { after };
        // «وفقا للصحيفة، …، مشيرة إلى أن …»: what has a cue of its own is told apart.
        let next = taken.iter().map(|t| t.start).filter(|&at| at > content.start).min();
        // «وفقا للصحيفة فإن الوزير اتهم …»: what stands before the verb is but its subject.
        let apart = |at: usize| p.is_comma(at - 1) || p.is_dash(at - 1) || at >= content.start + BEFORE;
        if let Some(next) = next.filter(|&at| apart(at) && self.leads(scene) == Some(source.member) && !p.grammar.article.is_empty()) {
            content = p.trim(content.start..content.end.min(next));
        }
        if taken.iter().any(|t| t.start < content.end && content.start < t.end) {
            return None;
        }
        if content.clone().filter(|&k| p.tokens.is_word(k)).count() < FEWEST {
            return None;
        }
        let via = self.via(source.member, None, None);
        let head = head.filter(|head| !taken.iter().any(|t| t.start < head.end && head.start < t.end));
        Some(Draft {
            basis: source.basis,
            cue: Some((source.tokens.clone(), 0)),
            lemma: source.form,
            speaker: Some(source.member),
            audience: Vec::new(),
            via,
            content: head.into_iter().chain([content]).collect(),
            form: Form::Indirect,
            event: None,
            within: None,
            also: Vec::new(),
            headline: false,
        })
    }

    /// What is said without the source that an Arabic sentence names at its end: «… أن السد جاهز، بحسب صحيفة المرفأ.»
    pub(in crate::statement) fn uncited(&self, p: &Passage<'_>, said: Range<usize>) -> Range<usize> {
        let words = |range: Range<usize>| range.filter(|&k| p.tokens.is_word(k)).count();
        let last = |s: &&Source| {
            s.tells
                && s.tokens.start > said.start + 1
                && p.is_comma(s.tokens.start - 1)
                && words(s.tokens.end..said.end.max(s.tokens.end)) <= TAIL
        };
        let cited = self.found.iter().filter(|_| !p.grammar.article.is_empty()).find(last).filter(|s| s.tokens.start < said.end);
        let said = cited.map_or(said.clone(), |s| p.trim(said.start..s.tokens.start - 1));
        p.trim(said.start..tail(p, &said).unwrap_or(said.end))
    }
}

/// The mark that closes a Persian source's name: none where it is whole without one («به گفته وی | ساخت اسکله، آبراه و …»), and the
/// second of those that set off what is said of him («به گفته نوری، | مدیر بندر، …», «به گفته نوری - | مدیر بندر - …»).
fn beside(p: &Passage<'_>, source: &Range<usize>, comma: Option<usize>, limit: usize) -> Option<usize> {
    /// The longest description, in tokens.
    const LONGEST: usize = 14;
    let end = source.end;
    let dash = |k: usize| p.is_dash(k) || p.tokens.is_mark(k, '_');
    let comma = if dash(end) { Some(end) } else { comma };
    let whole = |k: usize| p.is(k, Class::Anaphor) && p.end_of(k, Class::Anaphor) == end || p.person_at(k) == Some(end);
    let goes_on =
        p.tokens.is_word(end) && !p.any(end, Class::Role.bit() | Class::Title.bit() | Class::Clause.bit() | Class::Preposition.bit());
    if goes_on && (source.start..end).any(whole) {
        return None;
    }
    let opens = comma?;
    let described = p.any(opens + 1, Class::Role.bit() | Class::Title.bit()) || dash(opens);
    let closes = |&k: &usize| if dash(opens) { dash(k) } else { p.is_comma(k) };
    let mut close = (opens + 2..limit.min(opens + LONGEST)).take_while(|&k| !p.is_finite(k));
    close.find(closes).filter(|_| described).or(comma)
}

/// What a source says behind the occasion on which it said it: «وبحسب النادي، | في بيان، | انتقل اللاعب …».
fn behind_occasion(p: &Passage<'_>, content: Range<usize>) -> Range<usize> {
    /// The longest occasion, in tokens.
    const LONGEST: usize = 5;
    const ON: u64 = Class::Occasion.bit() | Class::Paper.bit() | Class::ToldIn.bit();
    if p.grammar.article.is_empty() || !p.is(content.start, Class::Preposition) || !p.any(content.start + 1, ON) {
        return content;
    }
    let comma = p.find(content.start..content.end.min(content.start + LONGEST), |k| p.is_comma(k));
    comma.map_or(content.clone(), |k| p.trim(k + 1..content.end))
}

/// Where what an Arabic sentence says ends before the words that tell whose it is: «… أنه «…»، وفقا لتقارير الهيئة», «… بحسب تعبيره».
fn tail(p: &Passage<'_>, said: &Range<usize>) -> Option<usize> {
    /// The longest of such words, in tokens.
    const LONGEST: usize = 14;
    /// The fewest tokens of a quotation that they follow.
    const QUOTED: usize = 4;
    if p.grammar.article.is_empty() || said.len() <= FEWEST {
        return None;
    }
    let quoted = |k: usize| p.quotes.iter().any(|q| q.closed && q.close == k && q.open >= said.start && q.inside().len() >= QUOTED);
    let from = said.end.saturating_sub(LONGEST).max(said.start + FEWEST);
    (from..said.end).find_map(|k| {
        let hit = p.according_at(k).filter(|hit| hit.end <= said.end && p.quote_around(k).is_none())?;
        let alone = hit.values[0].role == AccordingRole::Before && (hit.end..said.end).all(|j| p.is_mark(j));
        let behind = p.is_comma(k - 1) && quoted(k - 2) && p.cues_in(hit.end..said.end).is_empty();
        (alone || behind).then_some(if p.is_comma(k - 1) { k - 1 } else { k })
    })
}
