//! Whom a text names in full, with the office before the name or beside it.

use std::ops::Range;

use rawi_lang::{Class, Passage, contact_grammar};
use rawi_model::ActorKind;
use rawi_text::TokenKind;

use crate::cast::{Cast, MemberId, is_respelt};
use crate::pair::Alone;
use crate::phrase::{Phrase, given_name, last_words, word_of};
use crate::post::Of;
use crate::short::Shorts;

/// How many tokens before a name its office may begin.
const OFFICE: usize = 8;

/// What heads a phrase that ends with a name.
const HEADS: u64 = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();

/// How far from a name its office may stand, in tokens.
const NEAR: usize = 4;

/// How far from the head of a sentence the one stands of whom it tells, in tokens.
const LEAD: usize = 2;

/// How many tokens before a comma the office may begin that it sets off.
const FAR: usize = 16;

impl Cast<'_> {
    /// Reads the bodies that a text names in full, and the persons who are, with the office before the name and beside it.
    pub fn survey(&mut self, p: &Passage<'_>) {
        self.shorts = Shorts::of(self.registry, p);
        let alone = Alone::of(self.registry, p);
        for at in 0..p.tokens.len() {
            let full = p.person_at(at).filter(|&end| end > at + 1);
            let given = || given_name(self.registry, p, at, p.tokens.len(), false).map(|(end, skip)| (end, Some(skip)));
            // «وزير الإسكان ماجد الحقيل», «النائب العام للدولة شاي نيتسان»: what the whole phrase of an office tells to be a name.
            let office = || self.office_of_somebody(p, at).map(|end| (end, None));
            let pair = || alone.full_name(p, at).map(|end| (end, None));
            let Some((end, glued)) = full.map(|end| (end, None)).or_else(given).or_else(pair).or_else(office) else { continue };
            let start = self.head(p, at, end).unwrap_or(at);
            let skip = glued.filter(|_| start == at).unwrap_or(p.skip(start).max(usize::from(p.glued_at(start))));
            let mut phrase = self.phrase(p, start..end, skip);
            if full.is_none() && alone.full_name(p, at) == Some(end) {
                phrase.is_called(p, at..end);
            }
            if phrase.post.is_none()
                && let Some(office) = office_behind(p, start..end)
            {
                phrase.holds(self.phrase(p, office, 0));
            } else if (phrase.heads.is_empty() || p.is(start, Class::Title))
                && let Some(office) = office_before(p, start).filter(|_| !p.grammar.article.is_empty() || p.is_comma(end))
                && let office = self.phrase(p, office, 0)
                && !office.has_name()
            {
                phrase.holds(office);
            }
            if phrase.has_name() && !phrase.name_words.is_empty() {
                phrase.leads = (start.saturating_sub(LEAD)..=start)
                    .any(|k| k == 0 || matches!(p.tokens.kind(k - 1), TokenKind::Break | TokenKind::Mark('.')));
                self.named.push(phrase);
            }
        }
    }

    /// One past the phrase of an Arabic office that begins at a token and ends with a name of several words that is known as one by
    /// its place alone.
    fn office_of_somebody(&self, p: &Passage<'_>, at: usize) -> Option<usize> {
        if p.grammar.article.is_empty() || !p.is(at, Class::Role) {
            return None;
        }
        let end = (p.grammar.phrase_end)(p, at, p.tokens.len().min(at + FAR));
        // «رئيس الوزراء العراقي | يزور طهران»
        let meets = |k: usize| contact_grammar(p.grammar.language).is_some_and(|g| g.is_verb(p, k));
        if (at..end).any(|k| p.person_at(k).is_some() || meets(k)) || !p.cues_in(at..end).is_empty() {
            return None;
        }
        let given = |k: usize| given_name(self.registry, p, k, end, true).is_some_and(|(close, skip)| close == end && skip == 0);
        (last_words(self.registry, p, at, end).is_some() || (at + 1..end).any(given)).then_some(end)
    }

    /// The first token of the phrase that ends with a name and holds no other: «وزير النقل العراقي | عماد الزبيدي».
    fn head(&self, p: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
        // «رئیس سازمان بنادر و | سالم کندی»: another than who holds that office.
        let title = || (at.saturating_sub(NEAR)..at).find(|&k| p.is(k, Class::Title) && p.end_of(k, Class::Title) >= at);
        if p.skip(at) > 0 || at > 0 && p.is(at - 1, Class::Conjunction) && title().is_none() {
            return None;
        }
        let heads = |&k: &usize| p.any(k, HEADS) && (p.grammar.phrase_end)(p, k, end) == end;
        // «شهردار ساحل حفظ میراث | سالم کندی را وظیفه خواند»: whom the object tells of holds no office of the subject.
        let behind =
            if p.tokens.is_mark(end, '(') { p.find(end..end + NEAR, |k| p.tokens.is_mark(k, ')')).map_or(end, |k| k + 1) } else { end };
        if p.is(behind, Class::Object) {
            return title();
        }
        let free = (at.saturating_sub(OFFICE)..at).rev().take_while(|&k| p.person_at(k).is_none_or(|e| e > at)).last().unwrap_or(at);
        let first = (free..at).find(heads)?;
        // «يلتقي الوزير العراقي | وزير النقل التونسي سالم النخلي»: nobody holds the offices of two states.
        let state = |words: Range<usize>| words.into_iter().find_map(|k| self.registry.state_at(p, k)).map(|found| found.1);
        let apart = |&k: &usize| heads(&k) && state(first..k).zip(state(k..at)).is_some_and(|(one, other)| one != other);
        Some((first + 1..at).rev().find(apart).unwrap_or(first))
    }

    /// The person named last in full before a phrase, if it is not one of those given.
    pub fn named_before(&mut self, phrase: &Phrase, but: Option<MemberId>) -> Option<MemberId> {
        let last = self.named.iter().rfind(|n| n.span.start < phrase.span.start)?.clone();
        let member = self.find(&last);
        if member.is_some() && member == but { None } else { Some(self.join(&last)) }
    }

    /// The one full name in the text that holds all words of a shorter one.
    fn full_name(&self, phrase: &Phrase) -> Option<usize> {
        let respelt = |n: &Phrase| n.name.as_ref().zip(phrase.name.as_ref()).is_some_and(|(full, name)| is_respelt(full, name));
        let longer =
            |n: &Phrase| n.name_words.len() > phrase.name_words.len() && (phrase.name_words.is_subset(&n.name_words) || respelt(n));
        let first = self.named.iter().position(longer)?;
        let same =
            |n: &Phrase| n.name_words.is_subset(&self.named[first].name_words) || self.named[first].name_words.is_subset(&n.name_words);
        self.named.iter().filter(|n| longer(n)).all(same).then_some(first)
    }

    /// Whether a phrase is a part of somebody's full name that the text has elsewhere: «ترامپ» where «دونالد ترامپ» stands too.
    pub fn knows(&self, phrase: &Phrase) -> bool {
        !phrase.name_words.is_empty() && self.full_name(phrase).is_some()
    }

    /// Gives a member the full name that the text has for it.
    pub fn complete(&mut self, id: MemberId, phrase: &Phrase) {
        if phrase.entry.is_some() || phrase.kind != ActorKind::Person {
            return;
        }
        // «سخنگوی این وزارتخانه»: one who is named with such an office; or the same office in the same words.
        let holds = |n: &Phrase| n.heads.iter().any(|h| phrase.heads.contains(h));
        let only = phrase.generic && phrase.heads.len() == phrase.words.len();
        let fits = |n: &Phrase| holds(n) && (only || phrase.words.len() > 1 && phrase.words.is_subset(&n.words));
        let described = || {
            let first = self.named.iter().position(fits)?;
            let names = &self.named[first].name_words;
            let one = |n: &Phrase| n.name_words.is_subset(names) || names.is_subset(&n.name_words);
            let role = phrase.is_role() && !phrase.demonstrative;
            (role && self.named.iter().filter(|n| fits(n)).all(one)).then_some(first)
        };
        if let Some(full) = if phrase.name_words.is_empty() { described() } else { self.full_name(phrase) } {
            let full = self.named[full].clone();
            self.enrich(id, &full);
        }
    }

    /// The one person named in the text whom a definite Arabic office means that stands alone, «الوزير المصري», or is told in more
    /// words, «نائب الأمين العام للاتحاد»: those named before it are asked first.
    pub fn holder_told(&self, phrase: &Phrase) -> Option<Phrase> {
        if !phrase.is_role() || !phrase.told || phrase.demonstrative || phrase.former || phrase.counterpart.is_some() {
            return None;
        }
        // An office of a state that the registry knows has had several holders.
        // «الوزير المصري»: any minister of his.
        let one_man = |seat: &(usize, Of)| seat.1 != Of::Unsaid && !self.registry.offices[seat.0].many;
        let seat = phrase.post.as_ref().and_then(|post| Some((post.office?, post.of))).filter(one_man);
        let sits = |n: &Phrase| seat.is_none() || n.post.as_ref().is_some_and(|post| post.office.map(|o| (o, post.of)) == seat);
        let rest = || phrase.words.iter().filter(|w| !phrase.heads.contains(*w) && !phrase.state_words.contains(*w));
        // «المسؤول العماني»: he of that state, whatever his office.
        let official = phrase.any_official && phrase.state.is_some();
        let fits = |n: &Phrase| {
            let office = |w: &&String| !n.name_words.contains(*w) && !n.state_words.contains(*w);
            let more = || n.words.iter().filter(office).filter(|w| !n.heads.contains(*w));
            let shorter = rest().all(|w| n.words.contains(w) && !n.name_words.contains(w));
            let longer = || more().next().is_some() && more().all(|w| phrase.words.contains(w));
            let heads = n.heads.iter().any(|h| phrase.heads.contains(h)) || official && !n.heads.is_empty();
            heads && (shorter || longer()) && sits(n) && !n.former
        };
        let one = |found: Vec<&Phrase>| {
            let first = *found.first()?;
            let same = |n: &&Phrase| n.name_words.is_subset(&first.name_words) || first.name_words.is_subset(&n.name_words);
            found.iter().all(same).then(|| found.iter().max_by_key(|n| n.name_words.len()).map(|n| (*n).clone())).flatten()
        };
        let fit: Vec<&Phrase> = self.named.iter().filter(|n| fits(n)).collect();
        // «الوزير العماني»: one of that state, else one of whom nobody says of which he is.
        let own: Vec<&Phrase> = fit.iter().filter(|n| phrase.state.is_none() || self.state_told(n) == phrase.state).copied().collect();
        let fit = if own.is_empty() && !official { fit.into_iter().filter(|n| self.state_told(n).is_none()).collect() } else { own };
        let (before, behind): (Vec<&Phrase>, Vec<&Phrase>) = fit.into_iter().partition(|n| n.span.start < phrase.span.start);
        if before.is_empty() && !official { one(behind) } else { one(before) }
    }

    /// The state of one who is named, by the words or the registry.
    fn state_told(&self, named: &Phrase) -> Option<usize> {
        named.state.or_else(|| self.registry.index_of(self.registry.entries[named.entry?].state.as_deref()?))
    }
}

/// The office that a comma sets off before a name: «رئيس اتحاد الموانئ في صحار، | الدكتور سالم الكندي».
fn office_before(p: &Passage<'_>, name: usize) -> Option<Range<usize>> {
    /// What heads the phrase of another, or a clause.
    const OTHER: u64 = Class::Role.bit()
        | Class::Title.bit()
        | Class::Relation.bit()
        | Class::Occasion.bit()
        | Class::Clause.bit()
        | Class::Conjunction.bit()
        | Class::Object.bit();
    // «وملك البحرين، | والأمير سالم»: another one.
    let comma = name.checked_sub(1).filter(|&k| p.is_comma(k) && p.skip(name) == 0)?;
    let far = comma.saturating_sub(FAR);
    // «المتحدث باسم وكالة الموانئ (الأنواء)، …»
    let inner = |k: usize| matches!(p.tokens.kind(k), TokenKind::Mark('(' | ')' | '"' | '«' | '»'));
    let free = |k: usize| (!p.is_mark(k) || inner(k)) && p.cues_in(k..k + 1).is_empty() && p.person_at(k).is_none();
    let from = (far..comma).rev().take_while(|&k| free(k)).last()?;
    (from..comma).filter(|&k| p.is(k, Class::Role)).find_map(|k| {
        let close = (p.grammar.phrase_end)(p, k, comma);
        (close..comma).all(|k| !p.any(k, OTHER)).then_some(k..close)
    })
}

/// The office behind a name: «سالم الكندي، رئيس الاتحاد», «أحمد النخلي رئيس البرلمان», «"سالم کندی" معاون رئیس‌جمهور».
fn office_behind(p: &Passage<'_>, name: Range<usize>) -> Option<Range<usize>> {
    let mut start = name.end;
    if matches!(p.tokens.kind(start), TokenKind::Mark('»' | '"' | '”')) {
        start += 1;
    }
    // «"سالم کندی"(Salem Kandi)»
    if p.tokens.is_mark(start, '(')
        && let Some(close) = (start + 1..p.tokens.len().min(start + NEAR + 2)).find(|&k| p.tokens.is_mark(k, ')'))
    {
        start = close + 1;
    }
    let comma = p.is_comma(start);
    let start = if comma { start + 1 } else { start };
    // «استقبل سالم النخلي | رئيس البلدية»: whom an Arabic verb acts on stands behind who acts.
    let acts = || {
        let before = name.start.checked_sub(1).filter(|&k| p.tokens.is_word(k));
        let says = |k: usize| p.cues_in(k..k + 1).iter().any(|c| !c.cue.takes_object);
        // «استقبل الأمير فيصل بن سالم | أمير منطقة صحار»: his title is his office.
        let own = (name.start.saturating_sub(1)..name.end)
            .any(|k| p.any(k, Class::Title.bit() | Class::Role.bit()) && word_of(p, k, p.skip(k)) == word_of(p, start, 0));
        let other = Class::Preposition.bit() | Class::Title.bit() | Class::Adverb.bit();
        before.is_some_and(|k| !own && !says(k) && !p.any(k, other))
    };
    // «سالم النخلي، | وملك البحرين»: another one.
    if !p.is(start, Class::Role) || p.skip(start) > 0 || !comma && !p.grammar.article.is_empty() && acts() {
        return None;
    }
    let close = (p.grammar.phrase_end)(p, start, p.tokens.len().min(start + OFFICE));
    // «نوری وزیر نیرو را …»
    (comma || !p.is(close, Class::Object)).then_some(start..close)
}
