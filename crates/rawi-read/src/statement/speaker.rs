//! Who speaks: the phrase in the sentence, or the one who spoke before.

use std::ops::Range;

use rawi_actor::{Cast, MemberId, Phrase};
use rawi_lang::{Attribution, Class, Part, Subject};
use rawi_model::{ActorKind, BlockRole};

use crate::reader::Scene;

/// How many parts further on a verb without a subject may still mean the last speaker.
const FRESH: usize = 2;

/// Who has spoken so far.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// The last speaker.
    last: Option<MemberId>,
    /// Speakers known by an office or description alone, in the order of speaking.
    unnamed: Vec<MemberId>,
    /// All speakers so far.
    all: Vec<MemberId>,
    /// To whom the last statement was said.
    told: Option<MemberId>,
    part: usize,
    /// The part in which somebody spoke last.
    spoke_in: usize,
    /// The first token of the sentence of the last statement.
    sentence: usize,
    role: BlockRole,
}

impl Speakers {
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

    /// The member of the cast who speaks in an attribution.
    pub(crate) fn of(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, found: &Attribution, sentence: &Range<usize>) -> Option<MemberId> {
        let speaker = self.find(scene, cast, found, sentence);
        if speaker.is_some() {
            self.sentence = sentence.start;
        }
        speaker
    }

    fn find(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, found: &Attribution, sentence: &Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        // «وی پاسخ داد»: he to whom the last words were said.
        let answers = found.index.is_some_and(|i| p.grammar.cues.list[i].answers);
        match &found.subject {
            Subject::None => None,
            Subject::Carried => {
                if let Some(told) = self.told.filter(|_| answers) {
                    return Some(told);
                }
                let before = found.cue.as_ref().map_or(found.content.start, |c| c.0.start);
                if self.sentence != sentence.start
                    && let Some(subject) = Self::in_sentence(scene, cast, sentence.start..before)
                {
                    return Some(subject);
                }
                // A participle goes on with its own sentence; a verb with one who has spoken just before.
                let participle = p.cues_in(before..before + 1).iter().any(|c| c.part == Part::Participle);
                let fresh = self.sentence == sentence.start || !participle && self.part - self.spoke_in <= FRESH;
                self.last.filter(|_| fresh)
            }
            Subject::Phrase { tokens, skip, beside } => {
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
                if phrase.is_pronoun() {
                    let member = self.antecedent(cast).or_else(|| Self::before(scene, cast, sentence.start))?;
                    cast.enrich(member, &phrase);
                    return Some(member);
                }
                // «در این بیانیه آمده است»: the body that issued it before speaks.
                if p.is(tokens.start, Class::Demonstrative) && phrase.kind() == ActorKind::Document {
                    let issuer = self.last.filter(|_| self.part - self.spoke_in <= FRESH);
                    if let Some(issuer) = issuer {
                        return Some(issuer);
                    }
                }
                let besides: Vec<Phrase> = beside.iter().map(|b| cast.phrase(p, b.clone(), 0)).collect();
                let member = self.join(cast, &phrase, &besides, p.grammar.article.is_empty());
                for beside in &besides {
                    cast.enrich(member, beside);
                }
                if phrase.is_role() && besides.iter().all(Phrase::is_role) && !self.unnamed.contains(&member) {
                    self.unnamed.push(member);
                }
                Some(member)
            }
        }
    }

    /// The one whom a pronoun means: the last speaker, else the person mentioned last.
    pub(crate) fn antecedent(&self, cast: &Cast<'_>) -> Option<MemberId> {
        let is_person = |&m: &MemberId| matches!(cast.members[m].kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
        self.last.filter(|m| is_person(m)).or_else(|| cast.last_person())
    }

    fn join(&mut self, cast: &mut Cast<'_>, phrase: &Phrase, besides: &[Phrase], heads_first: bool) -> MemberId {
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
        if phrase.kind() == ActorKind::Person {
            // A lead says «یک عضو شورا گفت»; the body then gives the name. One description alone so far is the one meant.
            if phrase.has_name()
                && besides.iter().all(|b| !b.is_role() || cast.find(b).is_none())
                && let [only] = self.unnamed[..]
                && self.all == [only]
                && self.part > self.spoke_in
                && !cast.members[only].named
                && !cast.is_apart(only, phrase)
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
            let free = |k: usize| p.glued_at(k) == 0 && (k == 0 || !p.is(k - 1, Class::Preposition));
            let Some(head) = p.find(sentence.clone(), |k| free(k) && (p.any(k, person) || p.name_at(k).is_some())) else { continue };
            let phrase = cast.phrase(p, head..(p.grammar.phrase_end)(p, head, sentence.end), p.skip(head));
            if matches!(phrase.kind(), ActorKind::Person | ActorKind::Office) && (phrase.has_name() || phrase.is_role()) {
                return Some(cast.join(&phrase));
            }
        }
        None
    }

    /// The subject of a sentence whose main verb does not report: its first phrase that can only be an actor.
    fn in_sentence(scene: &Scene<'_>, cast: &mut Cast<'_>, before: Range<usize>) -> Option<MemberId> {
        let p = scene.passage;
        if p.grammar.article.is_empty() {
            return None;
        }
        let sure = Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit();
        let known = |k: usize| p.names.get(k).is_some_and(Option::is_some);
        let start = p.find(before.start..before.end.min(before.start + 6), |k| {
            known(k) || p.any(k, sure) || p.quote_at(k).is_some() && known(k + 1)
        })?;
        let end = (p.grammar.phrase_end)(p, start, before.end);
        let phrase = cast.phrase(p, start..end, p.skip(start));
        (phrase.has_name() || phrase.is_role() || phrase.is_unnamed()).then(|| cast.join(&phrase)).or_else(|| cast.find(&phrase))
    }
}
