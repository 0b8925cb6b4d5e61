//! Whom a sentence, or the one before it, tells of: who speaks where the verb names nobody.

use std::ops::Range;

use rawi_actor::{Cast, MemberId, Phrase};
use rawi_lang::{Attribution, Class, CueHit, Part, Passage};
use rawi_model::ActorKind;

use super::{FRESH, Speakers};
use crate::block;
use crate::reader::Scene;

/// The longest words by which a report cites, in tokens.
const CITED: usize = 4;

/// The longest circumstance before a verb, in tokens.
const FRONTED: usize = 8;

/// How far from the head of a report the comma may stand behind its source, in tokens.
const SOURCE: usize = 12;

/// The longest name of a body that heads a sentence, in tokens.
const BODY: usize = 5;

impl Speakers {
    /// The person with an office and a name at the head of the sentence just before in the paragraph, in which nobody speaks.
    pub(super) fn told_of(&self, scene: &Scene<'_>, cast: &mut Cast<'_>, sentence: &Range<usize>) -> Option<MemberId> {
        /// How far from its head he may stand, in tokens: behind an adverb and the verb.
        const HEAD: usize = 6;
        let p = scene.passage;
        let part = scene.blocks.iter().find(|b| b.tokens.contains(&sentence.start)).filter(|_| !p.grammar.article.is_empty())?;
        let before = rawi_text::sentences(p.tokens, part.tokens.start..sentence.start).pop()?;
        if self.sentence.is_some_and(|spoken| before.start <= spoken) || p.is(before.start, Class::Resume) {
            return None;
        }
        let titled = Class::Title.bit() | Class::Role.bit();
        let free =
            |k: usize| p.glued_at(k) == 0 && p.skip(k) == 0 && (k == before.start || !p.any(k - 1, titled | Class::Preposition.bit()));
        let start = p.find(before.start..before.end.min(before.start + HEAD), |k| free(k) && p.any(k, titled))?;
        let first = p.find(before.start..start, |k| p.is(k, Class::Preposition) && !p.is(k, Class::Adverb));
        if first.is_some() {
            return None;
        }
        let phrase = cast.phrase(p, start..(p.grammar.phrase_end)(p, start, before.end), 0);
        (phrase.has_name() && phrase.kind() == ActorKind::Person).then(|| cast.join(&phrase))
    }

    /// He of whom the sentence just before tells, where nobody has spoken of late: «نشرت كتائب النخيل الصور.», and in the next
    /// paragraph «وأكدت أنها …».
    pub(super) fn told_before(scene: &Scene<'_>, cast: &mut Cast<'_>, cue: &CueHit<'_>, sentence: &Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        let heads = p.trim(sentence.clone()).start == cue.at;
        if p.grammar.article.is_empty() || scene.is_post || cue.part != Part::Past || cue.skip == 0 || cue.plural || !heads {
            return None;
        }
        let part = scene.blocks.iter().rfind(|b| b.is_told() && p.trim(b.tokens.clone()).start < cue.at)?;
        let before = rawi_text::sentences(p.tokens, part.tokens.start..part.tokens.end.min(sentence.start)).pop()?;
        let mut head = before.start;
        while head < before.end && (p.is_mark(head) && p.quote_at(head).is_none() || p.is(head, Class::Adverb)) {
            head = p.end_of(head, Class::Adverb).max(head + 1);
        }
        // Its subject stands at its head or right behind its verb, and the clause right behind the verb that goes on.
        let someone = Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit() | Class::Body.bit();
        let known = |k: &usize| p.glued_at(*k) == 0 && (p.any(*k, someone) || p.name_at(*k).is_some() || p.person_at(*k).is_some());
        let start =
            (head..before.end.min(head + 2)).find(known).filter(|_| !p.any(head, Class::Resume.bit() | Class::Preposition.bit()))?;
        let opens = p.any(cue.end, Class::Clause.bit() | Class::Preposition.bit() | Class::Adverb.bit())
            || p.tokens.is_mark(cue.end, ':')
            || p.quote_at(cue.end).is_some();
        if !opens {
            return None;
        }
        let phrase = cast.phrase(p, start..(p.grammar.phrase_end)(p, start, before.end), p.skip(start));
        if phrase.is_plural() || !(phrase.has_name() || phrase.is_role() || phrase.is_unnamed()) {
            return None;
        }
        let found = cast.join(&phrase);
        // «وقالت» is said of no man, and «وقال» of a body whose noun is no feminine: «أحصى نادي السيارات …».
        let feminine = p.tokens.word(cue.end - 1).ends_with('\u{62A}');
        let kind = cast.members[found].kind;
        let person = matches!(kind, ActorKind::Person | ActorKind::Office);
        let word = p.tokens.word(start);
        let several = p.grammar.plural_nouns.iter().any(|e| word.ends_with(e.as_str()));
        let masculine = p.is(start, Class::Body) && cue.cue.relays.is_none() && !word.ends_with('\u{647}') && !several;
        ((feminine != person || !feminine && masculine) && kind != ActorKind::State).then_some(found)
    }

    /// The person at the head of the sentence before a token, where nobody has spoken yet: «وزیر با … دیدار کرد. وی گفت».
    pub(super) fn before(scene: &Scene<'_>, cast: &mut Cast<'_>, at: usize) -> Option<MemberId> {
        let p = scene.passage;
        let told = scene.blocks.iter().rev().filter(|part| part.is_told() && part.tokens.start < at);
        let sentences = told.take(FRESH).flat_map(|part| {
            let mut all = rawi_text::sentences(p.tokens, part.tokens.start..part.tokens.end.min(at));
            all.reverse();
            all
        });
        let person = Class::Title.bit() | Class::Role.bit();
        for sentence in sentences {
            // «به گزارش خبرنگار رود»: he reports and is not told of.
            let cited = |k: usize| (k.saturating_sub(CITED)..k).any(|j| p.is(j, Class::Resume) && p.end_of(j, Class::Resume) == k);
            let free = |k: usize| p.glued_at(k) == 0 && (k == 0 || !p.is(k - 1, Class::Preposition)) && !cited(k);
            let named = |k: usize| p.name_at(k).is_some() || p.grammar.article.is_empty() && p.person_at(k).is_some();
            let Some(head) = p.find(sentence.clone(), |k| free(k) && (p.any(k, person) || named(k))) else { continue };
            let phrase = cast.phrase(p, head..(p.grammar.phrase_end)(p, head, sentence.end), p.skip(head));
            if matches!(phrase.kind(), ActorKind::Person | ActorKind::Office) && (phrase.has_name() || phrase.is_role()) {
                return Some(cast.join(&phrase));
            }
        }
        None
    }

    /// Notes whom a report names in a part in which he says nothing, where the one before told of him by his office alone:
    /// «نماینده ساحل گفت: … . به گزارش رود، سالم نوری از بندر دیدن کرد.»
    pub(crate) fn reported(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, part: &block::Part) {
        let p = scene.passage;
        let head = p.trim(part.tokens.clone()).start;
        if !p.grammar.article.is_empty() || !p.is(head, Class::Resume) || self.spoke_in == self.part && self.last.is_some() {
            return;
        }
        let comma = p.find(head..part.tokens.end.min(head + SOURCE), |k| p.is_comma(k));
        let free = |end: usize| !p.is(end, Class::Role) && !p.is_comma(end);
        let Some(name) = comma.and_then(|k| Some(k + 1..p.person_at(k + 1).filter(|&end| end > k + 2 && free(end))?)) else { return };
        let phrase = cast.phrase(p, name, 0);
        if !phrase.is_surely_named() || cast.find(&phrase).is_some() {
            return;
        }
        if let Some(only) = self.described_alone(cast, true).filter(|_| self.part == self.spoke_in + 1)
            && !cast.is_foreign(only, &phrase)
            && !cast.is_other_office(only, &phrase)
        {
            self.is_named(cast, only);
            cast.complete(only, &phrase);
            cast.enrich(only, &phrase);
        } else if self.all.is_empty()
            && let Some(office) = office_at_head(scene, cast, head)
        {
            let member = cast.join(&phrase);
            cast.enrich(member, &office);
            self.all.push(member);
        }
    }

    /// The person with a title at the head of a sentence.
    pub(super) fn titled(scene: &Scene<'_>, cast: &mut Cast<'_>, before: Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        let near = before.start..before.end.min(before.start + 3);
        let start = p.find(near, |k| p.is(k, Class::Title) && p.glued_at(k) == 0)?;
        let phrase = cast.phrase(p, start..(p.grammar.phrase_end)(p, start, before.end), p.skip(start));
        phrase.has_name().then(|| cast.join(&phrase))
    }

    /// The subject of a sentence whose main verb does not report: its first phrase that can only be an actor.
    pub(super) fn in_sentence(scene: &Scene<'_>, cast: &mut Cast<'_>, before: Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        if p.grammar.article.is_empty() {
            return None;
        }
        let sure = Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit();
        let known = |k: usize| p.names.get(k).is_some_and(Option::is_some);
        // A body heads a sentence that a participle or «فيه» goes on with; else a verb's object may look like it.
        let participle = p.cues_in(before.end..before.end + 1).iter().any(|c| c.part == Part::Participle);
        let ends = |k: usize| p.grammar.oblique_plurals.iter().any(|e| p.tokens.word(k).ends_with(e.as_str()));
        let plural = participle && ends(before.end);
        let ends_plural = |k: usize| {
            let word = p.tokens.word(k);
            word.chars().count() > 5
                && p.grammar.plural_endings.iter().any(|e| word.ends_with(e.as_str()))
                && p.cues_in(k..k + 1).is_empty()
        };
        // «أصدرت الوزارة بيانا قالت فيه …»
        let told = Class::Paper.bit() | Class::Occasion.bit() | Class::ToldIn.bit();
        let issued = p.is(before.end + 1, Class::Back) && before.end > before.start && p.any(before.end - 1, told);
        let goes_on = participle || p.is(before.end + 1, Class::Back);
        // «وفي وقت سابق، تبنت الجبهة … مؤكدة أن …»: when and where heads the sentence.
        let head = p.trim(before.clone()).start;
        let fronted = participle && head < before.end && p.any(head, Class::Preposition.bit() | Class::Adverb.bit());
        let comma = p.find(head..before.end.min(head + FRONTED), |k| p.is_comma(k)).filter(|&k| fronted && !p.is(k + 1, Class::Clause));
        let before = comma.map_or(before.start, |k| k + 1)..before.end;
        // «دانت الفصائل العدوان على القرية، مؤكدة …»: what stands behind a preposition does not act.
        let behind = |k: usize| participle && k > before.start + 1 && p.is(k - 1, Class::Preposition) && p.is(k - 1, Class::Site);
        let free = |k: usize| !p.is(k, Class::Preposition) && !behind(k);
        // «أثار المطرب الكويتي سالم النخلي الجدل عندما قال …»
        let named = |k: usize| p.person_at(k).is_some_and(|e| e > k + 1) && p.glued_at(k) == 0 && !p.is(k - 1, Class::Preposition);
        let article = |k: usize| p.tokens.word(k).starts_with(p.grammar.article.as_str());
        let named = |k: usize| k > before.start && named(k) && ((before.start + 1..k).all(article) || !p.cues_in(k - 1..k).is_empty());
        let start = p.find(before.start..before.end.min(before.start + 6), |k| {
            free(k)
                && (known(k)
                    || named(k)
                    || p.any(k, sure)
                    || (k == before.start + 1 && goes_on || k <= before.start + 2 && issued) && p.is(k, Class::Body)
                    // «تناولت صحيفة «المرفأ» الأسعار، مؤكدة أن …»
                    || k == before.start + 1 && participle && p.is(k, Class::Outlet)
                    // «قام متطوعون بتنظيف الشاطئ، مطالبين …»
                    || k == before.start + 1 && plural && ends_plural(k)
                    || p.quote_at(k).is_some_and(|q| known(k + 1) || named_by_mark(p, k, q))
                    // «ورفع المحتجون الأعلام، مطالبين بـ…», «تظاهر آلاف السكان …، مطالبين بـ…»
                    || participle && p.is_sound_plural(k)
                    || plural && (p.is(k, Class::PluralHead) || p.is(k, Class::Public) && article(k)))
        });
        let Some(start) = start else {
            // «واختتم النخلي الكلمة معلنا أن …»: one whom the text has named stands behind the verb.
            let mut head = before.start;
            while p.is(head, Class::Adverb) || p.is_mark(head) && head < before.end {
                head = p.end_of(head, Class::Adverb).max(head + 1);
            }
            let verb = p.find(head..before.end, |k| p.tokens.is_word(k))?;
            let name = verb + 1..(p.grammar.phrase_end)(p, verb + 1, before.end).min(verb + 4);
            let speaks = !p.cues_in(verb..verb + 1).is_empty();
            if name.is_empty() || name.end > before.end || p.is_classed(verb) && !speaks {
                return None;
            }
            // «استعرضت الصحيفة الأسواق، مشيرة إلى أن …»
            if participle
                && p.is_mark(before.end - 1)
                && let Some(body) = Self::taken_up(scene, cast, &(name.start..name.start + 1))
            {
                return Some(body);
            }
            if let Some(end) = p.person_at(name.start).filter(|&e| e <= before.end && p.glued_at(name.start) == 0) {
                let phrase = cast.phrase(p, name.start..end, 0);
                return phrase.has_name().then(|| cast.join(&phrase));
            }
            return (name.start + 1..=name.end).rev().find_map(|end| {
                let phrase = cast.phrase(p, name.start..end, 0);
                cast.find(&phrase).filter(|&m| cast.members[m].named).or_else(|| cast.knows(&phrase).then(|| cast.join(&phrase)))
            });
        };
        let end = (p.grammar.phrase_end)(p, start, before.end);
        // «وطالبت "المرفأ" الهيئة العامة …»: behind the marks an adjective alone goes on.
        let marked = p.quote_at(start).filter(|q| named_by_mark(p, start, q) && end > q.close + 2).map(|q| q.close + 1);
        let several = participle && p.is_sound_plural(start);
        // «متطوعون عمانيون»
        let named = p.names.get(start).is_some_and(Option::is_some);
        let bare = plural && !named && !several && ends_plural(start);
        let group = several || bare || plural && p.any(start, Class::PluralHead.bit() | Class::Public.bit());
        let end = if bare { start + 1 + usize::from(ends_plural(start + 1)) } else { end };
        let end = if several { start + 1 } else { marked.unwrap_or(end) };
        let end = if issued && end == before.end && end > start + 1 { end - 1 } else { end };
        let phrase = cast.phrase(p, start..end, p.skip(start));
        // «وكان القيادي في حركة النخيل سالم الكندي قد شدد …»
        if phrase.is_role()
            && (p.is_comma(end) || p.is(end, Class::Site))
            && let Some(name) = rawi_actor::holder_behind(cast.registry(), p, start..end, before.end)
            && let named = cast.phrase(p, name, 0)
            && named.has_name()
        {
            let member = cast.join(&named);
            cast.enrich(member, &phrase);
            return Some(member);
        }
        let set_off = participle && (p.is_mark(before.end - 1) || p.is(before.end + 1, Class::Clause));
        if (issued || set_off) && p.any(start, Class::Body.bit() | Class::Outlet.bit()) && end - start <= BODY {
            return Some(cast.join(&phrase));
        }
        if p.is(start, Class::Body) && !known(start) && end - start > BODY {
            return None;
        }
        // «وردا على سؤال «المرفأ»، أجاب …»: the medium asks.
        if phrase.kind() == ActorKind::Media && start > before.start + 1 {
            return None;
        }
        let known = phrase.has_name() || phrase.is_role() || phrase.is_unnamed() || group && plural;
        known.then(|| cast.join(&phrase)).or_else(|| cast.find(&phrase))
    }
}

/// The office without a name at the head of the part before a token: «وزیر نیرو از بندر دیدن کرد.».
fn office_at_head(scene: &Scene<'_>, cast: &Cast<'_>, at: usize) -> Option<Phrase> {
    let p = scene.passage;
    let lead = scene.blocks.iter().rfind(|part| part.is_told() && part.tokens.end <= at)?;
    let head = p.trim(lead.tokens.clone()).start;
    let phrase = cast.phrase(p, head..(p.grammar.phrase_end)(p, head, lead.tokens.end), 0);
    (p.is(head, Class::Role) && phrase.is_role() && !phrase.is_indefinite() && !phrase.is_demonstrative()).then_some(phrase)
}

/// Whether a few words in quotation marks right behind a verb of speech are a name: «وتابعت "المرفأ" مشيرة إلى أن …».
fn named_by_mark(p: &Passage<'_>, at: usize, quote: &rawi_text::Quote) -> bool {
    /// The longest of them, in tokens.
    const NAME: usize = 3;
    let heads = |k: usize| k == 0 || p.is_comma(k - 1) || p.is(k - 1, Class::Adverb) || p.tokens.is_mark(k - 1, '.');
    let verb = |c: &CueHit<'_>| c.part == Part::Past && (c.skip > 0 || heads(c.at));
    quote.closed && quote.inside().len() <= NAME && at > 0 && p.cues_in(at - 1..at).iter().any(verb)
}

/// Who holds the Arabic office that a phrase tells, where his name stands far behind it.
pub(super) fn holder(
    scene: &Scene<'_>,
    cast: &Cast<'_>,
    found: &Attribution,
    office: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Phrase> {
    let p = scene.passage;
    let limit = if found.content.start >= office.end { found.content.start } else { sentence.end };
    let name = rawi_actor::holder_behind(cast.registry(), p, office.clone(), limit)?;
    let skip = p.skip(name.start);
    Some(cast.phrase(p, name, skip)).filter(Phrase::has_name)
}

/// Whether the words that named a body or state last are feminine: «الهيئة», «تركيا».
pub(super) fn is_feminine_body(p: &Passage<'_>, cast: &Cast<'_>, member: MemberId) -> bool {
    let Some((span, _)) = cast.members[member].mentions.last() else { return false };
    let noun = span.of(p.raw).split_whitespace().next().unwrap_or_default();
    match cast.members[member].kind {
        ActorKind::State => !p.grammar.masculine_states.contains(&rawi_text::fold(noun)),
        ActorKind::Organization | ActorKind::Media | ActorKind::Group => noun.ends_with('\u{629}'),
        _ => false,
    }
}

/// The name before the dash behind which an office begins.
pub(super) fn before_dash(p: &Passage<'_>, office: usize) -> Option<Range<usize>> {
    /// The longest name, in tokens.
    const NAME: usize = 6;
    let dash = office.checked_sub(1).filter(|&k| p.is_dash(k))?;
    let start = (dash.saturating_sub(NAME)..dash).find(|&k| p.person_at(k) == Some(dash))?;
    p.grammar.article.is_empty().then_some(start..dash)
}

/// Whether a sentence opens with what is told of, or when and where, before a verb that nothing joins to it.
pub(super) fn is_told_of(p: &Passage<'_>, start: usize, verb: usize) -> bool {
    const ON: u64 = Class::Occasion.bit() | Class::Paper.bit() | Class::ToldIn.bit();
    /// «غير أن مصدرا … قال», «بعد أن وصل الوزير قال»: a clause with a subject of its own.
    const OTHER: u64 = Class::Adverb.bit() | Class::NotClause.bit() | Class::Conjunction.bit();
    let Some(head) = (start..verb).find(|&k| p.tokens.is_word(k)) else { return false };
    let past = p.cues_in(verb..verb + 1).iter().any(|c| c.part == Part::Past && c.skip == 0 && !p.is(c.end, Class::Back));
    past && !p.grammar.article.is_empty() && p.is(head, Class::Preposition) && !p.any(head, OTHER) && !p.any(head + 1, ON)
}
