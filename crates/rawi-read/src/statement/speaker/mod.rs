//! Who speaks: the phrase in the sentence, or the one who spoke before.

mod body;
mod sentence;

use std::collections::BTreeMap;
use std::ops::Range;

use rawi_actor::{Cast, MemberId, Phrase};
use rawi_lang::{Attribution, Class, CueClass, CueHit, Part, Passage, Subject};
use rawi_model::{ActorKind, BlockRole};

pub(super) use self::body::issuer;
use self::body::{is_body, issued_by, named_before, own_paper, points_back, seated, shortened};
use self::sentence::{before_dash, holder, is_feminine_body, is_told_of};
use super::several;
use crate::reader::Scene;

/// How many parts further on a verb without a subject may still mean the last speaker.
const FRESH: usize = 2;

/// The most words that point to him who spoke last: «این ورزشکار جوان».
const DEICTIC: usize = 3;

/// Who has spoken so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speakers {
    /// The last speaker.
    last: Option<MemberId>,
    /// Speakers known by an office or description alone, in the order of speaking.
    unnamed: Vec<MemberId>,
    /// Who was introduced without a name: «یک عضو شورا».
    introduced: Option<MemberId>,
    /// All speakers so far.
    all: Vec<MemberId>,
    /// Persons of whom a Persian verb has been in the plural, for honour.
    honoured: Vec<MemberId>,
    /// Who spoke in which part.
    spoken: Vec<(usize, MemberId)>,
    /// Whether the verbs with which a text names one are said of a feminine, where they agree.
    feminine: BTreeMap<MemberId, Option<bool>>,
    /// To whom the last statement was said.
    told: Option<MemberId>,
    part: usize,
    /// The part in which somebody spoke last.
    spoke_in: usize,
    /// The first token of the sentence of the last statement.
    sentence: Option<usize>,
    /// The first token of the words that named the last speaker, and who he is.
    from: Option<(usize, MemberId)>,
    role: BlockRole,
    /// The source that the sentence at hand names at its head.
    pub(crate) source: Option<MemberId>,
    /// Whether the document is a list of what many said, each in a line of his own.
    pub(crate) listed: bool,
}

/// Whether an attribution begins with a verb of speech in the form for several: «مؤكدين», «وقالوا».
fn says(p: &Passage<'_>, at: usize, found: &Attribution) -> bool {
    let ends = |all: &[String], k: usize| all.iter().any(|e| p.tokens.word(k).ends_with(e.as_str()));
    let several = |k: usize| ends(&p.grammar.oblique_plurals, k) || ends(&p.grammar.plural_endings, k);
    let said = |c: &CueHit<'_>| c.cue.class == CueClass::Say && several(c.end - 1);
    !found.basis.ends_with("/act") && p.cues_in(at..at + 1).iter().any(said)
}

impl Speakers {
    /// Nobody yet, in a document that is a list or not.
    pub(crate) fn new(listed: bool) -> Self {
        Self { listed, ..Self::default() }
    }

    /// Enters a part of the document.
    pub(crate) fn enter(&mut self, number: usize, role: BlockRole) {
        self.part = number;
        self.role = role;
    }

    /// Notes that the last speaker goes on in the part at hand.
    pub(crate) fn speaks_on(&mut self) {
        self.spoke_in = self.part;
    }

    /// Whether somebody has spoken in the part at hand or right before it.
    pub(crate) fn is_speaking(&self) -> bool {
        self.last.is_some() && self.part - self.spoke_in <= 1
    }

    /// Notes to whom it was said.
    pub(crate) fn told(&mut self, audience: Option<MemberId>) {
        self.told = audience;
    }

    /// Notes who has spoken.
    pub(crate) fn spoke(&mut self, speaker: Option<MemberId>) {
        if let Some(speaker) = speaker {
            self.last = Some(speaker);
            self.spoke_in = self.part;
            self.spoken.push((self.part, speaker));
            if !self.all.contains(&speaker) {
                self.all.push(speaker);
            }
        }
    }

    /// Notes that the words of the last speaker reach into a sentence.
    pub(crate) fn goes_on_in(&mut self, sentence: &Range<usize>) {
        self.sentence = Some(sentence.start);
    }

    /// Notes who speaks at the head of a sentence whose words no frame could tell apart: «وقال مدير الميناء السفن …».
    pub(crate) fn heard(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, cue: &CueHit<'_>, sentence: &Range<usize>) {
        /// How far from its head the verb may stand, in tokens.
        const HEAD: usize = 4;
        let p = scene.passage;
        let says = cue.part == Part::Past && cue.cue.class == CueClass::Say && !p.is_noun_like(cue) && !p.grammar.article.is_empty();
        let sure = Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit();
        let someone = p.any(cue.end, sure) || p.person_at(cue.end).is_some_and(|e| e > cue.end + 1);
        if !says || !someone || cue.at > sentence.start + HEAD || p.glued_at(cue.end) > 0 {
            return;
        }
        let phrase = cast.phrase(p, cue.end..(p.grammar.phrase_end)(p, cue.end, sentence.end), p.skip(cue.end));
        if phrase.has_name() || phrase.is_role() || phrase.is_unnamed() {
            let member = cast.find(&phrase).unwrap_or_else(|| cast.join(&phrase));
            self.spoke(Some(member));
            self.sentence = Some(sentence.start);
        }
    }

    /// The member of the cast who speaks in an attribution.
    pub(crate) fn of(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, found: &Attribution, sentence: &Range<usize>) -> Option<MemberId> {
        // «رئیس‌جمهور خدمت به بیمار را وظیفه دانست و گفت»: both verbs have one subject, wherever each sees it end; a mark ends it
        // surely.
        let subject = if let Subject::Phrase { tokens, .. } = &found.subject { Some(tokens) } else { None };
        let from = subject.map(|tokens| tokens.start);
        let open = subject.is_some_and(|tokens| !scene.passage.is_mark(tokens.end));
        let p = scene.passage;
        let at = found.cue.as_ref().map_or(found.content.start, |c| c.0.start);
        let plural = p.cues_in(at..at + 1).iter().any(|c| c.plural && Some(c.index) == found.index);
        // «قسم الباحثون المتطوعين … . وأوضحوا أن …»
        let arabic = !p.grammar.article.is_empty();
        let carried = found.subject == Subject::Carried;
        let speaker = match self.from.filter(|&(start, _)| open && from == Some(start)) {
            Some((_, same)) => same,
            None if let Some(state) = seated(scene, cast, &found.subject) => state,
            None => match self.find(scene, cast, found, sentence) {
                Some(speaker) => speaker,
                // «وجد الباحثون أن الماء كثير، مؤكدين أن …»
                None if arabic && plural && carried && says(p, at, found) => several::before(scene, cast, at)?,
                None => return None,
            },
        };
        let speaker = if arabic { self.of_gender(scene, cast, found, speaker, sentence)? } else { speaker };
        let several = arabic && plural && carried && !several::suits(cast, speaker);
        let speaker = match several.then(|| several::before(scene, cast, at)) {
            // «قال كيري … . كما طالبوا بـ…»: they are not he.
            Some(None) if several::is_one(cast, speaker) && !several::are_two(p, at) => return None,
            Some(found) => found.unwrap_or(speaker),
            None => speaker,
        };
        if !arabic && plural && cast.members[speaker].kind == ActorKind::Person && !self.honoured.contains(&speaker) {
            // «وزیر گفت: … . درباره آب نیز هشدار دادند»: not he.
            if found.subject == Subject::Carried {
                return None;
            }
            self.honoured.push(speaker);
        }
        // «نقلت الوزارة في بيان عن الوزير …»: it is not his.
        let passed_on = found.index.is_some_and(|i| p.grammar.cues.list[i].relays.is_some());
        if let Some(paper) = own_paper(p, sentence.start..found.content.start.min(sentence.end)).filter(|_| !passed_on) {
            cast.issued(speaker, p, paper);
        }
        self.sentence = Some(sentence.start);
        self.from = from.map(|start| (start, speaker));
        Some(speaker)
    }

    /// The speaker whom the form of an Arabic verb fits: where it names nobody and he was said to speak in the other gender, the last one
    /// whom it fits, «قالت الوزيرة … . وأكد أن …».
    fn of_gender(
        &mut self,
        scene: &Scene<'_>,
        cast: &Cast<'_>,
        found: &Attribution,
        speaker: MemberId,
        sentence: &Range<usize>,
    ) -> Option<MemberId> {
        /// How many statements back he may have spoken.
        const NEAR: usize = 20;
        let p = scene.passage;
        let at = found.cue.as_ref().map_or(found.content.start, |c| c.0.start);
        let cue = p.cues_in(at..at + 1).iter().find(|c| Some(c.index) == found.index);
        let Some(feminine) = cue.and_then(|c| p.is_feminine(c)) else { return Some(speaker) };
        // «نقلت الوكالة عن الوزير …»: the verb is another's.
        let passes_on = found.index.is_some_and(|i| p.grammar.cues.list[i].relays.is_some());
        if let Subject::Phrase { tokens, .. } = &found.subject
            && !passes_on
        {
            // «طالب أنقرة باحترام الهدنة», «أعلن باريس سان جرمان …»: not Turkey, and not France.
            let paper = p.any(tokens.start, Class::Paper.bit() | Class::Role.bit() | Class::Title.bit());
            let state = cast.members[speaker].kind == ActorKind::State && !paper;
            if !feminine && state && is_feminine_body(p, cast, speaker) {
                return None;
            }
            let known = self.feminine.entry(speaker).or_insert(Some(feminine));
            *known = known.filter(|&known| known == feminine);
        }
        // «أعلنت الوزارة …، مضيفا أن …»: in its sentence a participle goes on all the same.
        let participle = cue.is_some_and(|c| c.part == Part::Participle);
        let same = participle && self.sentence == Some(sentence.start);
        let told = |who: MemberId| self.feminine.get(&who).copied().flatten();
        let known = |who: MemberId| told(who).or_else(|| is_feminine_body(p, cast, who).then_some(true));
        if found.subject != Subject::Carried || same || known(speaker) != Some(!feminine) {
            return Some(speaker);
        }
        let person = |who: MemberId| cast.members[who].kind == ActorKind::Person;
        let fits = |who: MemberId| known(who).map_or(!person(who), |known| known == feminine);
        let near = self.spoken.iter().rev().take(NEAR).take_while(|(part, _)| self.part - part <= FRESH);
        let other = near.map(|&(_, who)| who).find(|&who| who != speaker && fits(who));
        // «قال مسؤول … . وقالت إن …»: nor is she one whom nobody names.
        let one = |who: MemberId| person(who) || cast.members[who].kind == ActorKind::Unnamed;
        let state = cast.members[speaker].kind == ActorKind::State;
        other.or_else(|| Some(speaker).filter(|&who| !state && (participle || !one(who))))
    }

    fn find(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, found: &Attribution, sentence: &Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        // «وی پاسخ داد»: he to whom the last words were said.
        let answers = found.index.is_some_and(|i| p.grammar.cues.list[i].answers);
        // «پس متوجه می‌شویم که …»: nobody's name.
        let nobody = |tokens: &Range<usize>, skip: usize| cast.phrase(p, tokens.clone(), skip).is_nobody();
        if let Subject::Phrase { tokens, skip, .. } = &found.subject
            && nobody(tokens, *skip)
        {
            return None;
        }
        match &found.subject {
            Subject::None => None,
            Subject::Carried => {
                if let Some(told) = self.told.filter(|_| answers) {
                    return Some(told);
                }
                let before = found.cue.as_ref().map_or(found.content.start, |c| c.0.start);
                // «وأضاف متسائلا: …»: one with the verb before it.
                let leads = |c: &CueHit<'_>| c.skip > 0 || p.grammar.turns.iter().any(|w| c.at > 0 && w == p.tokens.word(c.at - 1));
                let verb = |c: &CueHit<'_>| c.part == Part::Past && c.end == before && leads(c);
                let joined = before > 0 && p.cues_in(before - 1..before).iter().any(verb);
                let participle = !joined && p.cues_in(before..before + 1).iter().any(|c| c.part == Part::Participle);
                if let Some(source) =
                    self.source.filter(|_| participle && !p.grammar.article.is_empty() && self.sentence != Some(sentence.start))
                {
                    return Some(source);
                }
                // «تؤكد الوزارة دعمها وترحب بالوفد»: in the present an act goes on with one who has spoken in its sentence.
                let present = |cues: &[CueHit<'_>]| cues.last().is_some_and(|c| c.part == Part::Present);
                let coordinated = || present(p.cues_in(before..before + 1)) && present(p.cues_in(sentence.start..before));
                if found.basis.ends_with("/act") && !p.grammar.article.is_empty() && coordinated() {
                    return self.last.filter(|_| self.sentence == Some(sentence.start));
                }
                // «وبشأن زيارة سالم النخلي أكد أن …»: of whom it is told, and not who tells it.
                let told_of = self.sentence != Some(sentence.start) && is_told_of(p, sentence.start, before);
                if self.sentence != Some(sentence.start)
                    && !told_of
                    && let Some(subject) = Self::in_sentence(scene, cast, sentence.start..before)
                {
                    let masculine = |c: &CueHit<'_>| c.part == Part::Participle && p.is_feminine(c) == Some(false);
                    // «وتشارك الهيئة في المعارض، مبينا أن …»: he who spoke before.
                    if p.cues_in(before..before + 1).iter().any(masculine) && is_feminine_body(p, cast, subject) {
                        let near = self.part - self.spoke_in <= FRESH;
                        return self.last.filter(|&who| near && self.can_be_man(cast, who));
                    }
                    return Some(subject);
                }
                // «واستهل سموه الكلمة بالقول: …»: he who spoke before.
                let resumed = p.find(sentence.start..before, |k| p.is(k, Class::Anaphor)).filter(|&k| k <= sentence.start + 2);
                if self.sentence != Some(sentence.start)
                    && !p.grammar.article.is_empty()
                    && resumed.is_some()
                    && let Some(member) = self.antecedent(cast)
                {
                    return Some(member);
                }
                // «بدوره، يسعى الوزير سالم النخلي إلى … . وقال»: he of whom the sentence before tells.
                let goes_on = found.index.is_some_and(|i| p.grammar.cues.list[i].goes_on);
                if !participle
                    && !goes_on
                    && self.sentence != Some(sentence.start)
                    && let Some(told) = self.told_of(scene, cast, sentence)
                {
                    return Some(told);
                }
                if participle && let Some(last) = self.last.filter(|&m| self.goes_on_behind(scene, cast, m, before, sentence)) {
                    return Some(last);
                }
                // A participle goes on with its own sentence; a verb with one who has spoken just before.
                // «… في الميناء. مشيرا إلى أن …»: alone at the head of its sentence it goes on with the one before.
                let heads = participle && !p.grammar.article.is_empty() && p.trim(sentence.clone()).start == before;
                let near = if heads { 1 } else { FRESH };
                let fresh = self.sentence == Some(sentence.start) || (!participle || heads) && self.part - self.spoke_in <= near;
                // «يذكر أن اللجنة … واتفقت على …»: the reporter has taken the word again.
                let retold =
                    p.is(sentence.start, Class::Resume) && !p.is(sentence.start, Class::Auxiliary) && self.sentence != Some(sentence.start);
                let last = self.last.filter(|_| fresh && (p.grammar.article.is_empty() || !retold));
                let cue = p.cues_in(before..before + 1).iter().find(|c| Some(c.index) == found.index);
                last.or_else(|| Self::told_before(scene, cast, cue?, sentence))
            }
            Subject::Phrase { tokens, skip, beside } => {
                let issuer = issued_by(scene, cast, tokens);
                let paper = issuer.is_some().then_some(tokens.start);
                let (tokens, skip) = issuer.as_ref().map_or((tokens, skip), |(issuer, skip)| (issuer, skip));
                let phrase = cast.phrase(p, tokens.clone(), *skip);
                let answering = self.told.filter(|_| answers && phrase.is_pronoun());
                let joint = self.last.filter(|&m| phrase.is_plural() && cast.members[m].kind == ActorKind::Group);
                if let Some(member) = answering.or(joint) {
                    cast.enrich(member, &phrase);
                    return Some(member);
                }
                if phrase.is_latter()
                    && let Some(member) = self.told.or_else(|| cast.named_before(&phrase, self.last))
                {
                    cast.enrich(member, &phrase);
                    return Some(member);
                }
                // «وكان الأمير فيصل وقف على الموقع، وأكد سموه أن …»: he whom the sentence itself names.
                if phrase.is_pronoun()
                    && p.is(tokens.start, Class::Anaphor)
                    && self.sentence != Some(sentence.start)
                    && tokens.start > sentence.start + 2
                    && !p.grammar.article.is_empty()
                    && let Some(member) = Self::titled(scene, cast, sentence.start..tokens.start)
                {
                    return Some(member);
                }
                if phrase.is_pronoun() {
                    let member = self.antecedent(cast).or_else(|| Self::before(scene, cast, sentence.start))?;
                    cast.enrich(member, &phrase);
                    return Some(member);
                }
                // «محمد علمداری - مدیر بانک - آخرین آمار را اعلام کرد»
                if let Some(name) = before_dash(p, tokens.start).filter(|_| phrase.is_role()) {
                    let name = cast.phrase(p, name, 0);
                    let member = cast.join(&name);
                    cast.enrich(member, &phrase);
                    return Some(member);
                }
                // «قال المتحدث باسم الهيئة … . وأضاف سالم النخلي …»: he goes on whom his office told.
                let says_on = found.index.is_some_and(|i| p.grammar.cues.list[i].goes_on);
                let goes_on = says_on && !p.grammar.article.is_empty();
                if let Some(last) = self.last.filter(|m| goes_on && phrase.is_bare() && self.unnamed.last() == Some(m))
                    && self.part - self.spoke_in <= 1
                    && !cast.members[last].named
                    && cast.members[last].kind == ActorKind::Person
                    && cast.find(&phrase).is_none()
                {
                    self.unnamed.pop();
                    cast.enrich(last, &phrase);
                    return Some(last);
                }
                // «در این بیانیه آمده است», «وأضاف البيان»: the body that issued it before speaks.
                if phrase.kind() == ActorKind::Document && points_back(p, tokens) {
                    let last = self.last.filter(|_| self.part - self.spoke_in <= FRESH);
                    if let Some(issuer) = cast
                        .find(&phrase)
                        .filter(|&m| cast.members[m].kind != ActorKind::Document)
                        .or(last)
                        .or_else(|| Self::issuer(scene, cast, sentence.start))
                    {
                        return Some(issuer);
                    }
                }
                // «سالم نوری گفت: … . این هنرمند افزود: …»: he who spoke last, whatever he is called.
                let says = found.basis.ends_with("/verb-colon") && tokens.len() <= DEICTIC;
                if says
                    && phrase.is_demonstrative()
                    && !phrase.is_role()
                    && phrase.kind() == ActorKind::Person
                    && p.grammar.article.is_empty()
                    && let Some(last) = self.last.filter(|&m| self.part - self.spoke_in <= FRESH && cast.is_told(m))
                {
                    cast.enrich(last, &phrase);
                    return Some(last);
                }
                // «این نهاد»: the body that spoke last; «این روزنامه»: else the last medium that is named with this word.
                if p.grammar.article.is_empty()
                    && phrase.is_demonstrative()
                    && tokens.len() <= DEICTIC
                    && p.any(tokens.start + 1, Class::Generic.bit() | Class::Body.bit() | Class::Outlet.bit())
                    && let Some(last) = self
                        .last
                        .filter(|&m| self.part - self.spoke_in <= FRESH && is_body(cast.members[m].kind))
                        .or_else(|| named_before(scene, cast, tokens.start + 1))
                {
                    cast.enrich(last, &phrase);
                    return Some(last);
                }
                if cast.find(&phrase).is_none()
                    && let Some(body) = Self::taken_up(scene, cast, tokens).or_else(|| shortened(scene, cast, &phrase, tokens))
                {
                    cast.enrich(body, &phrase);
                    Self::issued(cast, p, body, paper);
                    return Some(body);
                }
                // «سالم نوری، مسئول دفتر راشد کندی، گفت»: another's name in his office is none of his.
                let own = |b: &&Range<usize>| !phrase.has_name() || !p.is(b.start, Class::Role);
                let besides = beside.iter().map(|b| (b, cast.phrase(p, b.clone(), 0)));
                let mut besides: Vec<Phrase> = besides.filter(|(b, read)| own(b) || !read.has_name()).map(|(_, read)| read).collect();
                if phrase.is_role() && !p.grammar.article.is_empty() && besides.iter().all(Phrase::is_role) {
                    besides.extend(holder(scene, cast, found, tokens, sentence));
                }
                // A line of a list that names its speaker, «معاون بندر نیز», «معاون بندر در مسقط نیز» and «در ادامه | معاون بندر» tell
                // nothing of the one before.
                let head = p.trim(sentence.clone()).start;
                let led = tokens.start > head + 1 && p.end_of(head, Class::Adverb) == tokens.start;
                let placed = p.is(tokens.end, Class::Preposition) && p.is(tokens.end + 2, Class::Too);
                let too = placed || led || p.is(tokens.end, Class::Too);
                // «نماینده ساحل گفت: … . عضو کمیسیون آب افزود: …»: he goes on, told by another of his offices.
                if p.grammar.article.is_empty()
                    && says_on
                    && !too
                    && phrase.is_role()
                    && beside.is_empty()
                    && cast.find(&phrase).is_none()
                    && let Some(last) = self.last.filter(|&m| self.part - self.spoke_in <= 1 && cast.is_told(m))
                    && !cast.cannot_hold(last, &phrase)
                {
                    cast.enrich(last, &phrase);
                    return Some(last);
                }
                let apart = self.listed && found.index.is_none() || p.grammar.article.is_empty() && too;
                let person = tokens.clone().any(|k| p.person_at(k) == Some(tokens.end));
                let succeeds = p.grammar.article.is_empty() && !apart && beside.is_empty() && person && phrase.is_bare();
                let member = match self.described().filter(|&m| succeeds && cast.members[m].kind == ActorKind::Person) {
                    // «فرماندار ساحل گفت: …», and in the next paragraph «سالم نوری افزود: …».
                    Some(last) if !cast.members[last].named && cast.find(&phrase).is_none() => {
                        self.is_named(cast, last);
                        cast.complete(last, &phrase);
                        cast.enrich(last, &phrase);
                        last
                    }
                    _ => {
                        // «به گزارش رود، سالم نوری عضو شورا …»: whom the lead has told by another of his offices.
                        let reported = p.grammar.article.is_empty() && p.is(sentence.start, Class::Resume);
                        self.join(cast, &phrase, &besides, (p.grammar.article.is_empty() && !apart, reported))
                    }
                };
                for beside in &besides {
                    cast.enrich(member, beside);
                }
                Self::issued(cast, p, member, paper);
                if phrase.is_role() && besides.iter().all(Phrase::is_role) && !self.unnamed.contains(&member) {
                    self.unnamed.push(member);
                    self.introduced = Some(member)
                        .filter(|_| phrase.is_indefinite() && p.grammar.article.is_empty() && !p.is(tokens.start, Class::Unnamed));
                }
                Some(member)
            }
        }
    }

    /// Whether an Arabic participle behind a sentence of which nobody is the subject goes on with the last speaker: «… في الميناء. كما وصلت
    /// سفينتان، مشيرا إلى أن …», «وتوجه إلى الحضور بالقول: …».
    fn goes_on_behind(&self, scene: &Scene<'_>, cast: &Cast<'_>, last: MemberId, at: usize, sentence: &Range<usize>) -> bool {
        let p = scene.passage;
        let one = matches!(cast.members[last].kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
        let head = p.trim(sentence.clone()).start;
        if p.grammar.article.is_empty() || self.sentence == Some(sentence.start) || head >= at {
            return false;
        }
        // Of whom the sentence tells by its verb alone.
        let bare = !p.is_classed(head) && p.any(head + 1, Class::Preposition.bit() | Class::Saying.bit() | Class::Back.bit());
        if p.is(at, Class::Saying) && !p.accusative(at) {
            return bare && self.part - self.spoke_in <= FRESH;
        }
        // «لكن النخلي رفض، واصفا …», «ألغى السفير سالم زيارته، معلنا …»: another one.
        let other = |k: usize| p.any(k, Class::Title.bit() | Class::Role.bit()) || p.person_at(k).is_some() || p.name_at(k).is_some();
        let open = |k: &usize| p.quote_around(*k).is_none();
        self.part == self.spoke_in
            && (p.is_comma(at - 1) || bare)
            && p.accusative(at)
            && one
            && !p.any(head, Class::Conjunction.bit() | Class::NotClause.bit())
            && !(head..at).filter(open).any(other)
    }

    /// Whether a member is a person with no sign of being a woman.
    fn can_be_man(&self, cast: &Cast<'_>, who: MemberId) -> bool {
        let person = matches!(cast.members[who].kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
        person && self.feminine.get(&who).copied().flatten() != Some(true)
    }

    /// The one whom a pronoun means: the last speaker, else the person mentioned last.
    pub(crate) fn antecedent(&self, cast: &Cast<'_>) -> Option<MemberId> {
        let is_person = |&m: &MemberId| matches!(cast.members[m].kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
        self.last.filter(|m| is_person(m)).or_else(|| cast.last_person())
    }

    /// Who has spoken last, in the paragraph before, by an office alone.
    fn described(&self) -> Option<MemberId> {
        self.last.filter(|m| self.part == self.spoke_in + 1 && self.unnamed.last() == Some(m))
    }

    /// Who alone of all persons has spoken, by his office: in Persian, where bodies may have spoken besides, by several that have
    /// a head in common, «معاون وزیر راه گفت: … . معاون وزیر افزود: …».
    fn described_alone(&self, cast: &Cast<'_>, bodies: bool) -> Option<MemberId> {
        let is_person = |m: &&MemberId| !bodies || !is_body(cast.members[**m].kind);
        let first = *self.unnamed.first()?;
        let like = |m: MemberId| m == first || bodies && cast.is_like_office(first, m);
        let known = |m: &MemberId| self.unnamed.contains(m) && !cast.members[*m].named && like(*m);
        self.all.iter().filter(is_person).all(known).then_some(first)
    }

    /// Notes that one described by his offices is named now: he held all that have a head in common.
    fn is_named(&mut self, cast: &mut Cast<'_>, member: MemberId) {
        let like = |m: &MemberId| !cast.members[*m].named && cast.is_like_office(member, *m);
        let (held, others): (Vec<_>, Vec<_>) = self.unnamed.iter().filter(|&&m| m != member).partition(|m| like(m));
        for other in held {
            cast.take_for_one(member, other);
            self.all.retain(|&m| m != other);
        }
        self.unnamed = others;
    }

    fn join(&mut self, cast: &mut Cast<'_>, phrase: &Phrase, besides: &[Phrase], (heads_first, reported): (bool, bool)) -> MemberId {
        // A name beside an office tells more than the office: «رئيس الحركة، سالم الكندي، …».
        if phrase.is_role()
            && let Some(name) = besides.iter().find(|b| b.has_name())
        {
            let office = |cast: &Cast<'_>| cast.find(phrase).filter(|&m| !cast.members[m].named);
            let member = cast.find(name).or_else(|| office(cast)).unwrap_or_else(|| cast.join(name));
            cast.enrich(member, phrase);
            return member;
        }
        if let Some(found) = cast.find(phrase).or_else(|| besides.iter().find_map(|b| cast.find(b))) {
            cast.enrich(found, phrase);
            return found;
        }
        if !heads_first && phrase.is_role() {
            let official = |cast: &Cast<'_>, m: &MemberId| self.part - self.spoke_in <= FRESH && cast.is_official(*m, phrase);
            if let Some(member) = self.holder_told(cast, phrase).or_else(|| self.last.filter(|m| official(cast, m))) {
                cast.enrich(member, phrase);
                return member;
            }
        }
        if phrase.kind() == ActorKind::Person {
            // A lead says «یک عضو شورا گفت»; the body then gives the name. One description alone so far is the one meant.
            if phrase.is_surely_named()
                && besides.iter().all(|b| !b.is_role() || cast.find(b).is_none())
                && let Some(only) = self.described_alone(cast, heads_first)
                && self.part > self.spoke_in
                && !cast.is_foreign(only, phrase)
                && (heads_first || cast.members[only].kind != ActorKind::Unnamed)
                && (!cast.is_apart(only, phrase) || reported && !cast.is_other_office(only, phrase) || self.introduced == Some(only))
            {
                self.is_named(cast, only);
                cast.complete(only, phrase);
                cast.enrich(only, phrase);
                return only;
            }
            // «این دیپلمات ایرانی»: the one who has spoken, where nobody else has.
            if phrase.is_role()
                && phrase.is_demonstrative()
                && let [only] = self.all[..]
            {
                cast.enrich(only, phrase);
                return only;
            }
            // «این اقتصاددان»: else he who has spoken just before.
            if phrase.is_role()
                && phrase.is_demonstrative()
                && let Some(last) = self.last.filter(|&m| cast.is_told(m) && self.part - self.spoke_in <= FRESH)
            {
                cast.enrich(last, phrase);
                return last;
            }
            // In a text with one speaker a new description is one more of his: «نماینده مردم دماوند … تصریح کرد».
            let mut persons = self.all.iter().filter(|&&m| !is_body(cast.members[m].kind));
            if phrase.is_role()
                && !phrase.is_indefinite()
                && heads_first
                && let (Some(&only), None) = (persons.next(), persons.next())
            {
                let described = cast.members[only].named && cast.members[only].kind == ActorKind::Person;
                // Where bodies have spoken besides he may hold it, and who is pointed at has spoken just before.
                let fits = self.all.len() == 1 || cast.may_hold(only, phrase) && !phrase.is_demonstrative();
                if described && fits && !cast.is_other_office(only, phrase) {
                    cast.enrich(only, phrase);
                    return only;
                }
            }
            if phrase.is_role() && heads_first && self.role != BlockRole::Headline {
                // After a headline with a last name alone the lead gives the office.
                if let [only] = self.all[..]
                    && cast.members[only].named
                    && cast.members[only].kind == ActorKind::Person
                    && self.part <= 2
                    && !cast.is_other_office(only, phrase)
                {
                    cast.enrich(only, phrase);
                    return only;
                }
            }
        }
        cast.join(phrase)
    }

    /// The person whom an Arabic office means that stands alone; of one word, «الوزير», he who has spoken or of whom a sentence tells.
    fn holder_told(&self, cast: &mut Cast<'_>, phrase: &Phrase) -> Option<MemberId> {
        let named = cast.holder_told(phrase)?;
        let spoke = cast.find(&named).is_some_and(|m| self.all.contains(&m));
        (!phrase.is_one_word() || named.leads() || spoke).then(|| cast.join(&named))
    }
}
