//! Who speaks: the phrase in the sentence, or the one who spoke before.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId, Phrase};
use rawi_lang::{Attribution, Class, CueClass, CueHit, Part, Passage, Subject};
use rawi_model::{ActorKind, BlockRole};

use super::several;
use crate::reader::Scene;

/// How many parts further on a verb without a subject may still mean the last speaker.
const FRESH: usize = 2;

/// The longest words by which a report cites, in tokens.
const CITED: usize = 4;

/// The longest name of a body that heads a sentence, in tokens.
const BODY: usize = 5;

/// Who has spoken so far.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// The last speaker.
    last: Option<MemberId>,
    /// Speakers known by an office or description alone, in the order of speaking.
    unnamed: Vec<MemberId>,
    /// All speakers so far.
    all: Vec<MemberId>,
    /// Persons of whom a Persian verb has been in the plural, for honour.
    honoured: Vec<MemberId>,
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

    /// Notes to whom it was said.
    pub(crate) fn told(&mut self, audience: Option<MemberId>) {
        self.told = audience;
    }

    /// Notes who has spoken.
    pub(crate) fn spoke(&mut self, speaker: Option<MemberId>) {
        if let Some(speaker) = speaker {
            self.last = Some(speaker);
            self.spoke_in = self.part;
            if !self.all.contains(&speaker) {
                self.all.push(speaker);
            }
        }
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
        let speaker = match self.from.filter(|&(start, _)| open && from == Some(start)) {
            Some((_, same)) => same,
            None => self.find(scene, cast, found, sentence)?,
        };
        let p = scene.passage;
        let at = found.cue.as_ref().map_or(found.content.start, |c| c.0.start);
        let plural = p.cues_in(at..at + 1).iter().any(|c| c.plural && Some(c.index) == found.index);
        // «قسم الباحثون المتطوعين … . وأوضحوا أن …»
        let arabic = !p.grammar.article.is_empty();
        let carried = found.subject == Subject::Carried;
        let several = arabic && plural && carried && !several::suits(cast, speaker);
        let speaker = if several { several::before(scene, cast, at).unwrap_or(speaker) } else { speaker };
        if !arabic && plural && cast.members[speaker].kind == ActorKind::Person && !self.honoured.contains(&speaker) {
            // «وزیر گفت: … . درباره آب نیز هشدار دادند»: not he.
            if found.subject == Subject::Carried {
                return None;
            }
            self.honoured.push(speaker);
        }
        self.sentence = Some(sentence.start);
        self.from = from.map(|start| (start, speaker));
        Some(speaker)
    }

    fn find(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, found: &Attribution, sentence: &Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        // «وی پاسخ داد»: he to whom the last words were said.
        let answers = found.index.is_some_and(|i| p.grammar.cues.list[i].answers);
        // «پس متوجه می‌شویم که …»: nobody's name.
        let nobody = |tokens: &Range<usize>, skip: usize| tokens.len() == 1 && cast.phrase(p, tokens.clone(), skip).is_nobody();
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
                let participle = p.cues_in(before..before + 1).iter().any(|c| c.part == Part::Participle);
                if let Some(source) =
                    self.source.filter(|_| participle && !p.grammar.article.is_empty() && self.sentence != Some(sentence.start))
                {
                    return Some(source);
                }
                // «وبشأن زيارة سالم النخلي أكد أن …»: of whom it is told, and not who tells it.
                let told_of = self.sentence != Some(sentence.start) && is_told_of(p, sentence.start, before);
                if self.sentence != Some(sentence.start)
                    && !told_of
                    && let Some(subject) = Self::in_sentence(scene, cast, sentence.start..before)
                {
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
                // A participle goes on with its own sentence; a verb with one who has spoken just before.
                // «… في الميناء. مشيرا إلى أن …»: alone at the head of its sentence it goes on with the one before.
                let heads = participle && !p.grammar.article.is_empty() && p.trim(sentence.clone()).start == before;
                let near = if heads { 1 } else { FRESH };
                let fresh = self.sentence == Some(sentence.start) || (!participle || heads) && self.part - self.spoke_in <= near;
                // «يذكر أن اللجنة … واتفقت على …»: the reporter has taken the word again.
                let retold =
                    p.is(sentence.start, Class::Resume) && !p.is(sentence.start, Class::Auxiliary) && self.sentence != Some(sentence.start);
                self.last.filter(|_| fresh && (p.grammar.article.is_empty() || !retold))
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
                let goes_on = found.index.is_some_and(|i| p.grammar.cues.list[i].goes_on) && !p.grammar.article.is_empty();
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
                // A line of a list that names its speaker, and «معاون بندر نیز», tell nothing of the one before.
                let apart = self.listed && found.index.is_none() || p.grammar.article.is_empty() && p.is(tokens.end, Class::Too);
                let person = tokens.clone().any(|k| p.person_at(k) == Some(tokens.end));
                let succeeds = p.grammar.article.is_empty() && !apart && beside.is_empty() && person && phrase.is_bare();
                let member = match self.described().filter(|&m| succeeds && cast.members[m].kind == ActorKind::Person) {
                    // «فرماندار ساحل گفت: …», and in the next paragraph «سالم نوری افزود: …».
                    Some(last) if !cast.members[last].named && cast.find(&phrase).is_none() => {
                        self.unnamed.pop();
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
                }
                Some(member)
            }
        }
    }

    /// The person with an office and a name at the head of the sentence just before in the paragraph, in which nobody speaks.
    fn told_of(&self, scene: &Scene<'_>, cast: &mut Cast<'_>, sentence: &Range<usize>) -> Option<MemberId> {
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

    /// The body with a name that a noun with the article takes up: «أطلقت شركة المرفأ … . وقالت الشركة».
    fn taken_up(scene: &Scene<'_>, cast: &mut Cast<'_>, tokens: &Range<usize>) -> Option<MemberId> {
        /// A conjunction or preposition glued before a noun, in bytes.
        const LETTER: usize = 2;
        /// The longest name of a body, in tokens.
        const NAME: usize = 8;
        let p = scene.passage;
        let article = p.grammar.article.as_str();
        let word = p.tokens.word(tokens.start);
        // «للوزارة»
        let to = p.grammar.dative.iter().find_map(|d| word.strip_prefix(d.as_str())?.strip_prefix(d.as_str()));
        let bare = word.strip_prefix(article).or(to).filter(|_| !article.is_empty() && tokens.len() == 1)?;
        let taken = [Class::Body, Class::Outlet, Class::Generic];
        let takes = p.any(tokens.start, taken.iter().map(|c| c.bit()).sum());
        if !(takes || to.is_some() && p.grammar.classes.get(bare).iter().any(|c| taken.contains(c))) {
            return None;
        }
        let heads = |k: usize| {
            let word = p.tokens.word(k);
            word.ends_with(bare) && word.len() - bare.len() <= LETTER && !word.starts_with(article)
        };
        // «(شركة مساهمة)» names none.
        let names = |k: usize| p.tokens.word(k).starts_with(article) || p.name_at(k).is_some() || p.quote_at(k).is_some();
        // «أطلقت شركة المرفأ للنقل | رحلات …»: behind what is definite only what is joined to it belongs to it.
        let joined = |k: usize| {
            let word = p.tokens.word(k);
            let glued = p.grammar.dative.iter().chain(&p.grammar.conjunctions).any(|g| word.starts_with(g.as_str()));
            glued || word.starts_with(article) || p.is_mark(k) || p.name_at(k).is_some() || p.is_of_person(k) || p.is(k, Class::Preposition)
        };
        let end = |head: usize| {
            let end = (p.grammar.phrase_end)(p, head, p.tokens.len().min(head + NAME));
            let open = |k: &usize| p.quote_around(*k).is_none() && !p.is(*k - 1, Class::Title) && !p.is(*k - 1, Class::Preposition);
            let first = (head + 1..end).find(|k| p.tokens.word(*k).starts_with(article) && open(k));
            let close = first.and_then(|first| (first + 1..end).find(|k| !joined(*k) && open(k))).unwrap_or(end);
            // «رئيس مجلس النادي | سالم الكندي»: who heads the body is none of its name.
            let person = (head + 1..close).find(|&k| p.is(head.saturating_sub(1), Class::Role) && p.person_at(k).is_some() && open(&k));
            p.name_at(head).unwrap_or(close).max(person.unwrap_or(close))
        };
        let head = (0..tokens.start).rev().filter(|&k| heads(k)).find(|&k| (k + 1..end(k)).any(names))?;
        let skip = p.tokens.word(head).len() - bare.len();
        let phrase = cast.phrase(p, head..end(head), skip);
        Some(cast.join(&phrase))
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
            let official = self.last.filter(|&m| self.part - self.spoke_in <= FRESH && cast.is_official(m, phrase));
            if let Some(member) = official.or_else(|| self.holder_told(cast, phrase)) {
                cast.enrich(member, phrase);
                return member;
            }
        }
        if phrase.kind() == ActorKind::Person {
            // A lead says «یک عضو شورا گفت»; the body then gives the name. One description alone so far is the one meant.
            if phrase.has_name()
                && besides.iter().all(|b| !b.is_role() || cast.find(b).is_none())
                && let [only] = self.unnamed[..]
                && self.all == [only]
                && self.part > self.spoke_in
                && !cast.members[only].named
                && (heads_first || cast.members[only].kind != ActorKind::Unnamed)
                && (!cast.is_apart(only, phrase) || reported && !cast.is_other_office(only, phrase))
            {
                self.unnamed.clear();
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
            if phrase.is_role()
                && !phrase.is_indefinite()
                && heads_first
                && let [only] = self.all[..]
            {
                let described = cast.members[only].named && cast.members[only].kind == ActorKind::Person;
                if described && !cast.is_other_office(only, phrase) {
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

    /// Notes whose paper spoke, where one did.
    fn issued(cast: &mut Cast<'_>, p: &Passage<'_>, member: MemberId, paper: Option<usize>) {
        if let Some(paper) = paper.filter(|&k| p.is(k, Class::Paper)) {
            cast.issued(member, p, paper);
        }
    }

    /// The person whom an Arabic office means that stands alone; of one word, «الوزير», he who has spoken or of whom a sentence tells.
    fn holder_told(&self, cast: &mut Cast<'_>, phrase: &Phrase) -> Option<MemberId> {
        let named = cast.holder_told(phrase)?;
        let spoke = cast.find(&named).is_some_and(|m| self.all.contains(&m));
        (!phrase.is_one_word() || named.leads() || spoke).then(|| cast.join(&named))
    }

    /// The person at the head of the sentence before a token, where nobody has spoken yet: «وزیر با … دیدار کرد. وی گفت».
    fn before(scene: &Scene<'_>, cast: &mut Cast<'_>, at: usize) -> Option<MemberId> {
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

    /// The body or known actor at the head of a sentence just before, whose paper a Persian text takes up: «وزارت راه با انتشار
    /// بیانیه‌ای … . در این بیانیه آمده است».
    fn issuer(scene: &Scene<'_>, cast: &mut Cast<'_>, at: usize) -> Option<MemberId> {
        let p = scene.passage;
        let told = scene.blocks.iter().rev().filter(|part| part.is_told() && part.tokens.start < at && p.grammar.article.is_empty());
        for part in told.take(FRESH) {
            for sentence in rawi_text::sentences(p.tokens, part.tokens.start..part.tokens.end.min(at)).into_iter().rev() {
                let Some(head) = sentence.clone().find(|&k| p.tokens.is_word(k)) else { continue };
                if !p.is(head, Class::Body) && p.name_at(head).is_none() {
                    continue;
                }
                let phrase = cast.phrase(p, head..(p.grammar.phrase_end)(p, head, sentence.end), p.skip(head));
                if matches!(phrase.kind(), ActorKind::Organization | ActorKind::Group | ActorKind::State) {
                    return Some(cast.join(&phrase));
                }
            }
        }
        None
    }

    /// The person with a title at the head of a sentence.
    fn titled(scene: &Scene<'_>, cast: &mut Cast<'_>, before: Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        let near = before.start..before.end.min(before.start + 3);
        let start = p.find(near, |k| p.is(k, Class::Title) && p.glued_at(k) == 0)?;
        let phrase = cast.phrase(p, start..(p.grammar.phrase_end)(p, start, before.end), p.skip(start));
        phrase.has_name().then(|| cast.join(&phrase))
    }

    /// The subject of a sentence whose main verb does not report: its first phrase that can only be an actor.
    fn in_sentence(scene: &Scene<'_>, cast: &mut Cast<'_>, before: Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        if p.grammar.article.is_empty() {
            return None;
        }
        let sure = Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit();
        let known = |k: usize| p.names.get(k).is_some_and(Option::is_some);
        // A body heads a sentence that a participle or «فيه» goes on with; else a verb's object may look like it.
        let participle = p.cues_in(before.end..before.end + 1).iter().any(|c| c.part == Part::Participle);
        // «أصدرت الوزارة بيانا قالت فيه …»
        let told = Class::Paper.bit() | Class::Occasion.bit() | Class::ToldIn.bit();
        let issued = p.is(before.end + 1, Class::Back) && before.end > before.start && p.any(before.end - 1, told);
        let goes_on = participle || p.is(before.end + 1, Class::Back);
        // «دانت الفصائل العدوان على القرية، مؤكدة …»: what stands behind a preposition does not act.
        let behind = |k: usize| participle && k > before.start + 1 && p.is(k - 1, Class::Preposition) && p.is(k - 1, Class::Site);
        let free = |k: usize| !p.is(k, Class::Preposition) && !behind(k);
        let start = p.find(before.start..before.end.min(before.start + 6), |k| {
            free(k)
                && (known(k)
                    || p.any(k, sure)
                    || (k == before.start + 1 && goes_on || k <= before.start + 2 && issued) && p.is(k, Class::Body)
                    || p.quote_at(k).is_some() && known(k + 1))
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
        if issued && p.is(start, Class::Body) && end - start <= BODY {
            return Some(cast.join(&phrase));
        }
        if p.is(start, Class::Body) && !known(start) && end - start > BODY {
            return None;
        }
        // «وردا على سؤال «المرفأ»، أجاب …»: the medium asks.
        if phrase.kind() == ActorKind::Media && start > before.start + 1 {
            return None;
        }
        (phrase.has_name() || phrase.is_role() || phrase.is_unnamed()).then(|| cast.join(&phrase)).or_else(|| cast.find(&phrase))
    }
}

/// The body that issued the Arabic paper which a phrase names, and the bytes of a preposition before it: «بيان | المقاومة», «بيان
/// لـ | لوزارة», «نشرته | شركة المرفأ».
fn issued_by(scene: &Scene<'_>, cast: &mut Cast<'_>, tokens: &Range<usize>) -> Option<(Range<usize>, usize)> {
    let p = scene.passage;
    let article = p.grammar.article.as_str();
    let next = tokens.start + 1;
    if article.is_empty() || next >= tokens.end {
        return None;
    }
    let body = Class::Body.bit() | Class::Outlet.bit() | Class::Generic.bit();
    let paper =
        p.is(tokens.start, Class::Paper) && p.is(tokens.start, Class::Occasion) && !p.tokens.word(tokens.start).starts_with(article);
    let known = p.name_at(next).is_some() && p.person_at(next).is_none();
    if paper && (p.any(next, body) || known) {
        return Some((next..tokens.end, 0));
    }
    let word = p.tokens.word(next);
    let to = p.grammar.dative.iter().find(|d| word.starts_with(d.as_str())).filter(|_| paper);
    if let Some(to) = to {
        let rest = &word[to.len()..];
        let issuer = next..tokens.end;
        // «للوزارة»: the one named before.
        let before = rest.starts_with(to.as_str()) && Speakers::taken_up(scene, cast, &issuer).is_some();
        return (before || p.grammar.classes.get(rest).contains(&Class::Body)).then_some((issuer, to.len()));
    }
    // «وبحسب بيان نشرته | شركة المرفأ»
    let verb = p.owner(tokens.start).is_some() && !p.is_classed(tokens.start) && p.person_at(tokens.start).is_none();
    (verb && p.any(next, body) && !p.tokens.word(tokens.start).starts_with(article)).then_some((next..tokens.end, 0))
}

/// The known body whose name in the text begins with the words of an Arabic phrase, the last before it: «المقاومة» where «المقاومة
/// الإسلامية في …» stands.
fn shortened(scene: &Scene<'_>, cast: &mut Cast<'_>, phrase: &Phrase, tokens: &Range<usize>) -> Option<MemberId> {
    /// The longest short form, in tokens.
    const SHORT: usize = 2;
    /// How far the whole name may stand, in tokens.
    const FAR: usize = 6000;
    let p = scene.passage;
    let registry = cast.registry();
    let article = p.grammar.article.as_str();
    let definite = !article.is_empty() && p.tokens.word(tokens.start).starts_with(article);
    if !definite || tokens.len() > SHORT || phrase.is_role() || phrase.entry().is_some() || p.person_at(tokens.start).is_some() {
        return None;
    }
    let alike = |k: usize| {
        let whole = p.name_at(k).is_some_and(|end| end > k + tokens.len());
        whole && (0..tokens.len()).all(|n| p.tokens.word(k + n) == p.tokens.word(tokens.start + n))
    };
    let entry = |k: usize| registry.at(p, k, 0).map(|(_, known)| known.entry);
    let body = |&e: &usize| matches!(registry.entries[e].kind, EntryKind::Organization | EntryKind::Group);
    let before = (0..tokens.start).rev().take(FAR).filter(|&k| alike(k)).find_map(entry);
    let entry = before.or_else(|| (tokens.end..p.tokens.len()).take(FAR).filter(|&k| alike(k)).find_map(entry)).filter(body)?;
    Some(cast.of_entry(entry))
}

/// Who holds the Arabic office that a phrase tells, where his name stands far behind it.
fn holder(scene: &Scene<'_>, cast: &Cast<'_>, found: &Attribution, office: &Range<usize>, sentence: &Range<usize>) -> Option<Phrase> {
    let p = scene.passage;
    let limit = if found.content.start >= office.end { found.content.start } else { sentence.end };
    let name = rawi_actor::holder_behind(cast.registry(), p, office.clone(), limit)?;
    let skip = p.skip(name.start);
    Some(cast.phrase(p, name, skip)).filter(Phrase::has_name)
}

/// The name before the dash behind which an office begins.
fn before_dash(p: &Passage<'_>, office: usize) -> Option<Range<usize>> {
    /// The longest name, in tokens.
    const NAME: usize = 6;
    let dash = office.checked_sub(1).filter(|&k| p.is_dash(k))?;
    let start = (dash.saturating_sub(NAME)..dash).find(|&k| p.person_at(k) == Some(dash))?;
    p.grammar.article.is_empty().then_some(start..dash)
}

/// Whether a sentence opens with what is told of, or when and where, before a verb that nothing joins to it.
fn is_told_of(p: &Passage<'_>, start: usize, verb: usize) -> bool {
    const ON: u64 = Class::Occasion.bit() | Class::Paper.bit() | Class::ToldIn.bit();
    /// «غير أن مصدرا … قال», «بعد أن وصل الوزير قال»: a clause with a subject of its own.
    const OTHER: u64 = Class::Adverb.bit() | Class::NotClause.bit() | Class::Conjunction.bit();
    let Some(head) = (start..verb).find(|&k| p.tokens.is_word(k)) else { return false };
    let past = p.cues_in(verb..verb + 1).iter().any(|c| c.part == Part::Past && c.skip == 0 && !p.is(c.end, Class::Back));
    past && !p.grammar.article.is_empty() && p.is(head, Class::Preposition) && !p.any(head, OTHER) && !p.any(head + 1, ON)
}

/// Whether the words for a paper point to one that was named before: «این بیانیه», «البيان»; a report («التقرير») stands for
/// itself.
fn points_back(p: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let article = p.grammar.article.as_str();
    let said = |word: &str| p.grammar.classes.get(word).contains(&Class::Occasion);
    let definite = !article.is_empty() && tokens.len() == 1 && p.tokens.word(tokens.start).strip_prefix(article).is_some_and(said);
    // «این گزارش» stands for itself.
    let report = p.grammar.article.is_empty() && p.is(tokens.start + 1, Class::Label);
    p.is(tokens.start, Class::Demonstrative) && !report || definite
}
