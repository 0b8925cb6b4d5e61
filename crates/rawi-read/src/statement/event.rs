//! What the words of a statement do: from its cue, and where that only says, from the predicate of its first sentence.

use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_lang::{Class, CueClass, EventWord, Passage, Topic, Whose, narrow, offered};
use rawi_model::{ActorKind, Event, Plover};
use rawi_text::{ByteSpan, Tokens};

use super::Draft;
use crate::reader::Scene;

/// The frame of clauses, in which a quoted phrase may stand too: «شدد على "رفض الأعمال …"».
const PHRASE: &str = "ar/verb-clause";

/// Whether a content may open with what its cue voices.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voices {
    /// It is a clause.
    Nothing,
    /// It may be a phrase.
    Phrase,
    /// It is one: «أبدى استعداده» (voiced his readiness).
    Act,
    /// It is an object and what it is held to be: «این حمله را جنایت خواند» (called the attack a crime).
    Judgement,
}

/// How far into a content the words stand that tell what an act is about, in tokens.
const ABOUT: usize = 14;

/// How far into a content its predicate may stand, in tokens.
const LONGEST: usize = 60;

/// The longest phrase of one of whom something is asked, in tokens.
const NEAR: usize = 12;

/// The longest object that stands for a sentence's subject, in tokens.
const OBJECT: usize = 20;

/// The longest quotation, in tokens with its marks, that is taken for a name or a word of another's: «صحيفة "سنعود"».
const QUOTED: usize = 8;

/// The longest subject before a quotation of the predicate, in tokens.
const SUBJECT: usize = 3;

/// The longest name in which a word may stand, in tokens.
const NAME: usize = 4;

/// How many mentions of a speaker, from either end, tell whose side he is on.
const MENTIONS: usize = 4;

/// Tells for each statement what its words do; a plain assertion does nothing.
pub(crate) fn tell_events(scene: &Scene<'_>, cast: &Cast<'_>, drafts: &mut [Draft]) {
    let p = scene.passage;
    for draft in drafts {
        let Some(content) = draft.content.first().cloned() else { continue };
        let cue = draft.cue.as_ref().and_then(|(tokens, _)| p.cues_in(tokens.clone()).iter().find(|c| c.cue.lemma == draft.lemma));
        let first = rawi_text::first_sentence(p.tokens, content.clone()).unwrap_or(content);
        let first = first.start..first.end.min(first.start + LONGEST);
        let side = Side { p, cast, speaker: draft.speaker, words: std::cell::OnceCell::new() };
        let clause = |k: usize| p.is(k, Class::Clause);
        let told = clause(first.start) || first.start > 0 && (clause(first.start - 1) || p.tokens.is_mark(first.start - 1, ':'));
        let voices = if cue.is_some_and(|c| c.cue.class == CueClass::Deem) {
            Voices::Judgement
        } else if draft.basis.ends_with("/act") {
            Voices::Act
        } else if told || draft.basis != PHRASE {
            Voices::Nothing
        } else {
            Voices::Phrase
        };
        // «وجه بفتح المعبر», and not «وجه إسحق بريك انتقادات»
        let glued = |letters: &str| {
            p.tokens.word(first.start).starts_with(letters) && !p.is_of_person(first.start) && p.name_at(first.start).is_none()
        };
        let with = cue.and_then(|c| c.cue.does_with.as_deref()).is_none_or(glued);
        let acts = cue.and_then(|c| c.cue.event.as_ref()).filter(|event| with && does(p, event.plover, &first));
        let event = acts.or_else(|| predicate(&side, &first, voices).filter(|_| !asks_back(p, &first)));
        draft.event = match event {
            Some(event) => about(p, &first, |topic| narrow(event.plover, topic)).or_else(|| Some(event.clone())),
            // «پیشنهاد کرده است دو کشتی را … به عمان تحویل دهد»
            None if cue.is_some_and(|c| c.cue.offer) && p.grammar.article.is_empty() => about_in(p, first, offered),
            None if cue.is_some_and(|c| c.cue.offer) => about(p, &first, offered),
            None => None,
        };
    }
}

/// Whether a cue does what its entry says before this content: «نوه إلى أن …» (pointed out that) praises nobody, «دعا الله أن …» (prayed)
/// asks for nothing.
fn does(p: &Passage<'_>, plover: Plover, content: &Range<usize>) -> bool {
    let clause = |k: usize| p.is(k, Class::Clause);
    match plover {
        Plover::Support => !(clause(content.start) || content.start > 0 && clause(content.start - 1)),
        Plover::Request => {
            let head = content.start..content.end.min(content.start + 2);
            !head.into_iter().any(|k| p.grammar.events.topics.longest(p.tokens, k, 0).is_some_and(|h| h.values.contains(&Topic::Prayer)))
        }
        _ => true,
    }
}

/// Whether a sentence is a question, which does nothing.
fn asks_back(p: &Passage<'_>, sentence: &Range<usize>) -> bool {
    [sentence.end.saturating_sub(1), sentence.end].iter().any(|&k| p.tokens.is_mark(k, '\u{61F}') || p.tokens.is_mark(k, '?'))
}

/// The event that the first words make of it which tell what it is about.
fn about(p: &Passage<'_>, content: &Range<usize>, narrowed: impl Fn(Topic) -> Option<Event>) -> Option<Event> {
    about_in(p, content.start..content.end.min(content.start + ABOUT), narrowed)
}

/// The same over all of some words: a Persian offer tells at its end what is offered.
fn about_in(p: &Passage<'_>, mut near: Range<usize>, narrowed: impl Fn(Topic) -> Option<Event>) -> Option<Event> {
    near.find_map(|k| {
        let hit = glued(p, k).find_map(|skip| p.grammar.events.topics.longest(p.tokens, k, skip))?;
        hit.values.iter().find_map(|&topic| narrowed(topic))
    })
}

/// The bytes of the letters glued before a word that mean a preposition or the article.
fn glued(p: &Passage<'_>, k: usize) -> impl Iterator<Item = usize> {
    let word = p.tokens.word(k);
    let grammar = p.grammar;
    let before = grammar.prepositions.iter().chain(&grammar.conjunctions).filter(|c| word.starts_with(c.as_str())).map(String::len);
    std::iter::once(0).chain(before).flat_map(move |skip| {
        let article = grammar.article.as_str();
        let rest = &word[skip..];
        // «للـ»: the article loses its first letter behind this preposition.
        let short = article.chars().next().map_or(0, char::len_utf8);
        let more = [0, article.len(), article.len() - short];
        more.into_iter().filter(move |&m| m == 0 || rest.starts_with(&article[article.len() - m..])).map(move |m| skip + m)
    })
}

/// What the first predicate of a sentence does that tells the deed of whom it must be.
fn predicate<'g>(side: &Side<'_, '_>, sentence: &Range<usize>, voices: Voices) -> Option<&'g Event> {
    let p = side.p;
    let quoted = p.quote_around(sentence.start).map(|q| q.open);
    let mut k = sentence.start;
    while k < sentence.end {
        // «إن البلدية "ترحب بكل جهد …"»: of another quotation only a long one right behind the subject is the speaker's own words.
        let hidden = match p.quote_around(k) {
            None => quoted.is_some(),
            Some(q) => Some(q.open) != quoted && (q.open > sentence.start + SUBJECT || q.close - q.open < QUOTED),
        };
        if hidden {
            k += 1;
            continue;
        }
        // «فراموش نخواهیم کرد»: what looks like a predicate and does nothing.
        if let Some(idle) = p.grammar.events.idle.longest(p.tokens, k, 0) {
            k = idle.end.max(k + 1);
            continue;
        }
        // «فتحت»: its first letter is none that is glued before it.
        let longest = |skip: usize| p.grammar.events.words.longest(p.tokens, k, skip);
        let hit = longest(0).or_else(|| longest(p.skip(k))).filter(|hit| hit.end <= sentence.end);
        let phrase = matches!(voices, Voices::Act | Voices::Judgement);
        let does = |word: &&EventWord, end: usize| match word.whose {
            Whose::Voiced => !matches!(voices, Voices::Nothing | Voices::Judgement) && k <= sentence.start + 1 && !side.is_medium(),
            // «نقض قانون را جنایت خواند»: what it is held to be stands behind the object.
            Whose::Deemed => voices == Voices::Judgement && !(k + 1..sentence.end).any(|j| p.is(j, Class::Object)),
            Whose::Thing => !side.denied(sentence.start, k),
            Whose::Own | Whose::Other if phrase => false,
            Whose::Own if word.first => p.grammar.article.is_empty() || !side.below(sentence.start, k),
            // «از این‌ها صد پرسش آماده طرح است»: what closes far behind needs a subject that is sure.
            Whose::Own if !word.closes.is_empty() => side.surely(sentence.start, k, end),
            Whose::Own => side.own(sentence.start, k, end),
            Whose::Other => side.other(sentence.start, k, end),
        };
        let does = |word: &&EventWord, end: usize| {
            let asked = word.whom.as_ref().is_none_or(|whom| asks(p, whom, sentence.start, k));
            asked && concerns(p, word, k, sentence) && closed(p, word, end, sentence.end).is_some_and(|end| does(word, end))
        };
        if let Some(word) = hit.and_then(|h| h.values.iter().find(|word| does(word, h.end))) {
            return Some(&word.event);
        }
        k += 1;
    }
    None
}

/// How far behind a predicate the word may stand that closes it, in tokens.
const CLOSES: usize = 16;

/// Where a predicate ends: «آماده گفت‌وگو با همسایگان | است» behind the word that closes it, before another verb.
fn closed(p: &Passage<'_>, word: &EventWord, end: usize, limit: usize) -> Option<usize> {
    if word.closes.is_empty() {
        return Some(end);
    }
    let closes = |k: usize| word.closes.iter().any(|w| w == p.tokens.word(k));
    // «نقض قرارداد نیست، بلکه …»: what is denied is not closed.
    let idle = |k: usize| p.grammar.events.idle.longest(p.tokens, k, 0).is_some();
    let near = (end..limit.min(end + CLOSES)).take_while(|&k| !p.is_mark(k) && !idle(k));
    near.into_iter().find(|&k| closes(k) || p.is_finite(k)).filter(|&k| closes(k)).map(|k| k + 1)
}

/// Whether the word before those who are asked stands in the clause of a predicate, and it is not God: «از همه | می‌خواهیم».
fn asks(p: &Passage<'_>, whom: &str, head: usize, at: usize) -> bool {
    let near = (head..at).rev().take_while(|&k| !p.is_comma(k) && !p.is(k, Class::Clause) && !p.is_finite(k));
    let god = |k: usize| p.grammar.events.topics.longest(p.tokens, k, 0).is_some_and(|hit| hit.values.contains(&Topic::Prayer));
    near.into_iter().find(|&k| p.tokens.word(k) == whom).is_some_and(|k| !god(k + 1))
}

/// Whether a sentence is about what a predicate needs, near it.
fn concerns(p: &Passage<'_>, word: &EventWord, at: usize, sentence: &Range<usize>) -> bool {
    let near = || at.saturating_sub(ABOUT).max(sentence.start)..sentence.end.min(at + ABOUT);
    let told = |k: usize| glued(p, k).find_map(|skip| p.grammar.events.topics.longest(p.tokens, k, skip));
    word.needs.is_empty() || near().filter_map(told).any(|hit| hit.values.iter().any(|topic| word.needs.contains(topic)))
}

/// The side of a statement's speaker.
struct Side<'a, 't> {
    p: &'a Passage<'t>,
    cast: &'a Cast<'a>,
    speaker: Option<MemberId>,
    words: std::cell::OnceCell<Vec<String>>,
}

impl Side<'_, '_> {
    /// What cannot open the phrase of a subject.
    const NO_SUBJECT: u64 = Class::Preposition.bit() | Class::Adverb.bit() | Class::Object.bit();
    /// By what a speaker means himself or his side.
    const SELF: u64 = Class::Anaphor.bit() | Class::StateSelf.bit() | Class::Conversant.bit() | Class::Clause.bit();
    /// What ends the phrase of an object that opens a sentence.
    const NO_OBJECT: u64 = Class::Adverb.bit() | Class::Clause.bit();
    /// Words of offices and bodies, which name no side.
    const GENERAL: u64 = Class::Role.bit() | Class::Body.bit() | Class::Title.bit() | Class::Demonstrative.bit();

    /// Whether the speaker is a medium, which voices nothing of its own.
    fn is_medium(&self) -> bool {
        self.speaker.is_some_and(|s| self.cast.members[s].kind == ActorKind::Media)
    }

    /// Whether a predicate tells what the speaker's own side does.
    fn own(&self, head: usize, at: usize, end: usize) -> bool {
        let p = self.p;
        if self.is_medium() {
            return false;
        }
        if p.first_person(at..end) {
            return true;
        }
        if self.below(head, at) || at > head && p.is(at - 1, Class::Negation) {
            return false;
        }
        let head = self.subject(head, at);
        if head >= at {
            // «اتفق الخبراء على أن …»: the subject stands behind its verb.
            let article = p.grammar.article.as_str();
            let told = p.is_actor(end) || !article.is_empty() && p.tokens.word(end).starts_with(article);
            return p.grammar.article.is_empty() || !told || self.named(end, (p.grammar.phrase_end)(p, end, end + NEAR).max(end + 1));
        }
        if p.any(head, Self::SELF | Self::NO_SUBJECT) || self.points(head) || self.home(head) {
            return true;
        }
        // «نیروی خود را بیرون خواهد کشید»: the object heads a clause whose subject is its speaker.
        let object = p.is((p.grammar.phrase_end)(p, head, at), Class::Object);
        if !object && (self.named(head, at) || self.known(head, at)) {
            return self.named(head, at) || self.compatriot(head);
        }
        // «سلاح‌های خود را تحویل خواهد داد»: an object alone, whose subject is left out.
        let near = head + 1..at.min(head + OBJECT);
        near.into_iter().take_while(|&k| !p.any(k, Self::NO_OBJECT)).any(|k| p.is(k, Class::Object))
    }

    /// Whether a predicate tells what the speaker's own side does, and its subject is named or left out at the head of what is said.
    fn surely(&self, head: usize, at: usize, end: usize) -> bool {
        let p = self.p;
        let left_out = at <= head + 1;
        let subject = || self.named(head, at) || p.any(head, Self::SELF) || self.points(head) || self.home(head);
        self.own(head, at, end) && (left_out || p.first_person(at..end) || subject())
    }

    /// Whether a word stands before a predicate that makes it one of a clause below: «… که …», «… التي ستقدم».
    fn below(&self, head: usize, at: usize) -> bool {
        let p = self.p;
        let clause = (head..at).rev().take_while(|&k| !p.is_mark(k));
        // «سلاح‌ها را که گرفته بود باز خواهد گرداند»: behind its object a clause ends before the predicate.
        clause.into_iter().any(|k| {
            let glued = p.skip(k);
            let hit = [0, glued].into_iter().any(|skip| p.grammar.events.below.longest(p.tokens, k, skip).is_some());
            hit && k > head && !p.any(k - 1, Class::Object.bit() | Class::Preposition.bit()) && !self.closes(k, at)
        })
    }

    /// Whether the clause behind a Persian «که» ends before a predicate: «از طرحی که هدف آن صلح است | حمایت خواهد کرد».
    fn closes(&self, that: usize, at: usize) -> bool {
        let p = self.p;
        let ends = |k: usize| p.is_finite(k) && !p.is_finite(k + 1) && !p.is(k + 1, Class::Conjunction);
        p.grammar.article.is_empty() && p.is(that, Class::Clause) && (that + 1..at).any(ends)
    }

    /// Whether what judges a thing at a token is of a clause below, or denied.
    fn denied(&self, head: usize, at: usize) -> bool {
        self.below(head, at) || self.in_name(at) || at > head && self.p.is(at - 1, Class::Negation)
    }

    /// Whether a token belongs to a name: «السيد علي فالح» asks nothing of anybody.
    fn in_name(&self, at: usize) -> bool {
        let p = self.p;
        (at.saturating_sub(NAME)..=at).any(|k| p.name_at(k).or_else(|| p.person_at(k)).is_some_and(|end| end > at))
    }

    /// Whether a predicate tells what another, who is named beside it, does.
    fn other(&self, head: usize, at: usize, end: usize) -> bool {
        let p = self.p;
        if self.denied(head, at) || self.owes(end) {
            return false;
        }
        // «على إيران أن …» asks of somebody only at the head of what is said.
        if at > head && p.is(at, Class::Preposition) && !p.is(at, Class::Impersonal) {
            return false;
        }
        let before = Some(self.subject(head, at)).filter(|&k| k < at);
        before.into_iter().chain([end]).any(|k| {
            let near = (p.grammar.phrase_end)(p, k, k + NEAR).max(k + 1);
            (p.is_actor(k) || p.is_actor(k + 1) && k > at) && !self.named(k, near)
        })
    }

    /// Whether the verb behind a word of duty is of the first person: «باید تلاش کنیم» (we must try).
    fn owes(&self, from: usize) -> bool {
        let p = self.p;
        let endings = &p.grammar.first_person_endings;
        (from..from + NEAR).take_while(|&k| k < p.tokens.len() && !p.is_mark(k) && !p.is(k, Class::Clause)).any(|k| {
            let word = p.tokens.word(k);
            word.chars().count() >= 4 && endings.iter().any(|e| word.ends_with(e.as_str()))
        })
    }

    /// Where the subject of a sentence stands: behind what a comma closes after a preposition.
    fn subject(&self, head: usize, at: usize) -> usize {
        let p = self.p;
        if !p.any(head, Self::NO_SUBJECT) {
            return head;
        }
        (head..at).find(|&k| p.is_comma(k)).map_or(head, |k| k + 1)
    }

    /// Whether an actor is known to stand in the subject's phrase.
    fn known(&self, head: usize, at: usize) -> bool {
        let p = self.p;
        let end = (p.grammar.phrase_end)(p, head, at).max(head + 1);
        (head..end.min(at)).any(|k| p.is_actor(k))
    }

    /// Whether the subject's phrase has a word by which the speaker's side is called.
    fn named(&self, head: usize, at: usize) -> bool {
        let p = self.p;
        let end = (p.grammar.phrase_end)(p, head, at).max(head + 1).min(at.max(head + 1));
        let words = self.words.get_or_init(|| self.called());
        let called = |k: usize| !p.any(k, Self::GENERAL) && words.iter().any(|w| kin(p, w, p.tokens.word(k)));
        (head..end).any(|k| p.tokens.is_word(k) && (called(k) || self.is_state(k)))
    }

    /// Whether a phrase points back to the body for which the speaker speaks: «سخنگوی سازمان آب گفت این سازمان …», «قال الناطق باسم
    /// وزارة المياه إن الوزارة …».
    fn points(&self, head: usize) -> bool {
        let p = self.p;
        let mentions = || self.speaker.into_iter().flat_map(|s| &self.cast.members[s].mentions).take(MENTIONS);
        let article = p.grammar.article.as_str();
        let bare = |word: &'_ str| word.strip_prefix(article).unwrap_or(word).to_owned();
        let definite = !article.is_empty() && p.tokens.word(head).starts_with(article);
        let body = head + usize::from(p.is(head, Class::Demonstrative));
        let same = |span: &ByteSpan| {
            let tokens = Tokens::new(span.of(p.raw));
            (0..tokens.len()).any(|i| bare(tokens.word(i)) == bare(p.tokens.word(body)))
        };
        (body > head || definite) && p.any(body, Class::Body.bit() | Class::Generic.bit()) && mentions().any(|m| same(&m.0))
    }

    /// Whether a phrase means the state for which the speaker speaks: «وزارت خارجه عمان گفت این کشور …».
    fn home(&self, head: usize) -> bool {
        let p = self.p;
        let state = || self.speaker.and_then(|s| self.cast.state_of(s)).is_some();
        // «وزارت خارجه گرجستان»
        let of_state = |span: &ByteSpan| {
            let at = |byte: u32| p.tokens.list.partition_point(|t| t.raw.end <= byte);
            (at(span.start)..=at(span.end.saturating_sub(1))).any(|k| self.cast.registry().state_at(p, k).is_some())
        };
        let mentions = || self.speaker.into_iter().flat_map(|s| &self.cast.members[s].mentions).take(MENTIONS);
        p.grammar.events.home.longest(p.tokens, head, 0).is_some() && (state() || mentions().any(|m| of_state(&m.0)))
    }

    /// Whether the state whose name or adjective stands at a token is the speaker's: «سخنگوی وزارت خارجه گفت: ایران …».
    fn is_state(&self, at: usize) -> bool {
        let speaks = |s: &MemberId| self.cast.members[*s].kind != ActorKind::Media;
        let state = self.speaker.filter(speaks).and_then(|s| self.cast.state_of(s));
        state.is_some() && self.cast.registry().state_at(self.p, at).map(|(_, found)| found) == state
    }

    /// Whether somebody of the registry who belongs to the speaker's state heads a phrase: «قال البيت الأبيض إن وزير الخارجية فلانا سيزور …».
    fn compatriot(&self, head: usize) -> bool {
        let p = self.p;
        let person = |k: usize| p.name_at(k).and_then(|_| self.cast.registry().at(p, k, p.skip(k)));
        let known = (head..head + NAME).take_while(|&k| k < p.tokens.len() && p.tokens.is_word(k)).find_map(person);
        let state = self.speaker.and_then(|s| self.cast.state_of(s));
        state.is_some() && known.and_then(|(_, known)| self.cast.citizen(known.entry)) == state
    }

    /// The words of what commas set off behind a mention: «صالح نوری، | نماینده ارشد صیادان |، گفت».
    fn set_off(&self, mention: ByteSpan) -> impl Iterator<Item = String> {
        /// The longest of it, in tokens.
        const LONGEST: usize = 8;
        let p = self.p;
        let end = p.tokens.list.partition_point(|t| t.raw.end <= mention.end);
        let from = end + 1;
        let person = self.speaker.is_some_and(|s| self.cast.members[s].kind == ActorKind::Person);
        let close = (from..p.tokens.len().min(from + LONGEST)).find(|&k| p.is_mark(k));
        let close = close.filter(|&k| person && p.is_comma(end) && p.is_comma(k));
        (from..close.unwrap_or(from)).filter(|&k| p.tokens.is_word(k) && !p.any(k, Self::GENERAL)).map(|k| p.tokens.word(k).to_owned())
    }

    /// The words by which the speaker is called in the document.
    fn called(&self) -> Vec<String> {
        let Some(member) = self.speaker.and_then(|s| self.cast.members.get(s)) else { return Vec::new() };
        let mentions = &member.mentions;
        let near = mentions.iter().take(MENTIONS).chain(mentions.iter().skip(MENTIONS).rev().take(MENTIONS));
        near.flat_map(|m| {
            let tokens = Tokens::new(m.0.of(self.p.raw));
            let classes = |i: usize| self.p.grammar.classes.longest(&tokens, i, 0);
            let names = |i: usize| !classes(i).is_some_and(|h| h.values.iter().any(|c| Self::GENERAL & c.bit() != 0));
            let own = (0..tokens.len()).filter(|&i| tokens.is_word(i) && names(i)).map(|i| tokens.word(i).to_owned());
            own.chain(self.set_off(m.0)).collect::<Vec<_>>()
        })
        .collect()
    }
}

/// The fewest letters that make two words kin.
const KIN: usize = 3;

/// Whether one word is a state or group and the other the adjective of it, or both are the same.
fn kin(p: &Passage<'_>, a: &str, b: &str) -> bool {
    let bare = |w: &'_ str| w.strip_prefix(p.grammar.article.as_str()).unwrap_or(w).chars().collect::<Vec<_>>();
    let (a, b) = (bare(a), bare(b));
    let shared = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = a.len().max(b.len()) - shared;
    shared >= KIN && rest <= 2 && (shared > KIN || shared == a.len().min(b.len()))
}
