//! Through whom words reached the document: agencies, newspapers, spokesmen; and what a source itself says.

mod name;
mod outlet;
mod said;

use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_lang::{AccordingRole, Class, Passage};
use rawi_model::ActorKind;

use self::name::{follower, is_bare, is_letters, is_somebody, member, quoted_by};
pub(crate) use self::outlet::{leave_out_outlet, own_outlet};
use super::Draft;
use super::carry::Whole;
use super::dateline::{self, Dateline};
use super::speaker::{Speakers, issuer};
use super::told;
use crate::reader::Scene;

/// How many parts at the head of a document may name the medium from which all of it comes.
const HEAD: usize = 3;
/// How many tokens behind a source's name the comma may stand that closes it.
const NEAR: usize = 7;

/// How far behind the head of a report the medium may be named from which it comes, in tokens.
const OPENING: usize = 16;

/// The fewest tokens of an attribution that ends with a verb: «بحسب ما أكد».
const VERB: usize = 3;

/// The longest name behind a glued preposition, in tokens.
const GLUED: usize = 8;

/// The nominal attributions of the sentence at hand.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    sentence: Range<usize>,
    found: Vec<Source>,
    /// The medium from which the whole report comes: «به گزارش … به نقل از …» at its head, an agency in its date line.
    pub(super) whole: Whole,
    /// The document's own outlet.
    own: Option<MemberId>,
    /// The medium that the head of the report names first: «به گزارش رود به نقل از …».
    reports: Option<MemberId>,
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that the words say or don't")]
struct Source {
    /// From the attributing words to the end of the name.
    tokens: Range<usize>,
    form: String,
    member: MemberId,
    passes_on: bool,
    is_media: bool,
    /// Whether it tells what no other cue of its sentence holds.
    tells: bool,
    /// Whether the subject before it passes on what its one says.
    relays: bool,
    /// Whether it is a body, whose press office it may be: «به نقل از روابط عمومی وزارت راه».
    is_body: bool,
    /// Whether it is a medium that has written what no other cue holds, where a report does not begin with it.
    writes: bool,
    /// Whether it says all that stands in a sentence which it opens.
    says_all: bool,
    basis: &'static str,
}

impl Source {
    /// A source of which nothing more is known.
    fn of(tokens: Range<usize>, form: String, member: MemberId, basis: &'static str) -> Self {
        Self {
            tokens,
            form,
            member,
            basis,
            passes_on: false,
            is_media: false,
            tells: false,
            relays: false,
            is_body: false,
            writes: false,
            says_all: false,
        }
    }
}

impl Sources {
    /// Reads the nominal attributions of a sentence.
    pub(crate) fn enter(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, speakers: &Speakers, sentence: &Range<usize>) {
        self.sentence = sentence.clone();
        self.own = scene.outlet.and_then(|o| cast.members.iter().position(|m| m.entry == Some(o)));
        self.found.clear();
        let p = scene.passage;
        let mut i = sentence.start;
        while i < sentence.end {
            let hit = p.according_at(i);
            let told = told::told(p, cast.registry(), i, sentence.end).filter(|_| p.quote_around(i).is_none());
            if let Some((words, name, glued)) = told {
                let phrase = cast.phrase(p, name.clone(), glued);
                let headed = phrase.kind() == ActorKind::Media;
                let (member, is_media) = if headed { (cast.join(&phrase), true) } else { member(scene, cast, name.clone(), glued, true) };
                if is_media || self.is_self(scene, cast, member, name.start) {
                    let form = words.map(|k| p.tokens.word(k)).collect::<Vec<_>>().join(" ");
                    let basis = p.grammar.source.id;
                    self.found.push(Source { passes_on: true, is_media: true, ..Source::of(i..name.end, form, member, basis) });
                }
                i = name.end;
                continue;
            }
            // «با توجه به تأکید وزیر»
            let inner = |j: usize| p.is(j, Class::Preposition) && p.end_of(j, Class::Preposition) > i && p.grammar.article.is_empty();
            let inner = (i.saturating_sub(2)..i).any(inner);
            let Some(hit) = hit.filter(|_| p.quote_around(i).is_none() && !p.is(i, Class::NotCue) && !inner) else {
                i += 1;
                continue;
            };
            let behind = p.tokens.word(hit.end);
            let Some((value, glued)) = hit.values.iter().find_map(|a| a.glued_before(behind).map(|glued| (a, glued))) else {
                i = hit.end;
                continue;
            };
            if value.role == AccordingRole::Before {
                let form = value.form.clone();
                self.found.extend(
                    speakers
                        .antecedent(cast)
                        .map(|member| Source { tells: true, ..Source::of(i..hit.end, form, member, p.grammar.source.id) }),
                );
                i = hit.end;
                continue;
            }
            // «بحسب ما أعلن الأربعاء مساعد المتحدث»: when he said it.
            let day = value.from.is_some() || value.role == AccordingRole::Either && hit.end > i + 1;
            let behind = if day && p.is_time(hit.end) && !p.grammar.article.is_empty() { hit.end + 1 } else { hit.end };
            let Some(mut name) = p.grammar.source.source(p, behind, sentence.end) else {
                // «وبحسب ما أكد، …»: he who spoke before.
                let verb = hit.end >= i + VERB && !p.grammar.article.is_empty();
                let again = verb && p.is_comma(hit.end) && value.role == AccordingRole::Either;
                let form = value.form.clone();
                let before = speakers.antecedent(cast).filter(|_| again);
                self.found.extend(before.map(|member| Source { tells: true, ..Source::of(i..hit.end, form, member, p.grammar.source.id) }));
                i = hit.end;
                continue;
            };
            if let Some(cut) = follower(p, cast.registry(), &name) {
                name.end = cut;
            }
            // «سی.ان.بی.سی»
            while p.tokens.is_mark(name.end, '.') && is_letters(p, name.end - 1) && is_letters(p, name.end + 1) {
                name.end += 2;
            }
            let mut glued = glued;
            if let Some(body) = issuer(p, &name) {
                (name, glued) = (body, 0);
            }
            // «وبحسب سالم النخلي، فإن …»
            let person = !p.grammar.article.is_empty() && p.person_at(name.start).is_some();
            let named = person || p.is_actor(name.start) || p.is(name.start, Class::Demonstrative) && p.is_actor(name.start + 1);
            // «وفقا للنخلي، …»: a last name of one whom the text has named.
            let told = || {
                let phrase = cast.phrase(p, name.clone(), glued);
                !phrase.is_pronoun() && cast.find(&phrase).is_some_and(|m| cast.members[m].named)
            };
            let named = named || !p.grammar.article.is_empty() && told();
            // «بحسب ما أعلن الإسعاف»: behind a verb of speech stands none but one who speaks.
            let what = |k: usize| p.grammar.what.iter().any(|w| p.tokens.word(k).ends_with(w.as_str()));
            let verb = || (i..hit.end - 1).any(what) && !p.is(hit.end - 1, Class::Preposition);
            let noun = !p.any(name.start, Class::Back.bit() | Class::Object.bit() | Class::Preposition.bit())
                && !p.is_time(name.start)
                && p.glued_at(name.start) == 0;
            let named = named || !p.grammar.article.is_empty() && noun && p.owner(name.start).is_none() && verb();
            let named = if glued > 0 { name.len() <= GLUED && (named || p.name_at(name.start).is_some()) } else { named };
            // «به گفته دو نفر، …»: who is not known is set off by a comma or told of in a clause.
            // «به گفته جان گری از شرکت رود، …»
            let from =
                || p.is(name.end, Class::Preposition) && p.find(name.end..sentence.end.min(name.end + NEAR), |k| p.is_comma(k)).is_some();
            let set_off = p.is_comma(name.end) || p.is(name.end, Class::Clause) || p.tokens.is_word(name.end) && from();
            // «بر اساس گزارش اویل پرایس، …»: a paper that nobody knows.
            let paper = p.grammar.article.is_empty() && value.writes && p.is_comma(name.end) && is_bare(p, &name) && is_somebody(p, &name);
            let named = named || paper || value.anyone && (set_off || p.person_at(name.start).is_some());
            // «بر اساس آمار موجود», «به تشخیص ماشین», «به قول خودش» name nobody.
            let own = p.is(name.start, Class::Reflexive);
            let nobody = p.grammar.article.is_empty() && (own || value.role == AccordingRole::Speaker && !is_somebody(p, &name));
            if value.role == AccordingRole::Either && !named || p.is(name.start, Class::Conversant) || nobody {
                i = name.end;
                continue;
            }
            // «به گفته وی» means the one who spoke before.
            let pronoun = cast.phrase(p, name.clone(), 0).is_pronoun();
            let (member, is_media) = match speakers.antecedent(cast) {
                Some(antecedent) if pronoun => (antecedent, false),
                _ if pronoun => {
                    i = name.end;
                    continue;
                }
                _ => member(scene, cast, name.clone(), glued, value.role != AccordingRole::Either),
            };
            // «به گزارش ایسنا و به نقل از …»: at the head of a report a bare name is a medium's.
            let is_media = is_media || paper || value.role == AccordingRole::Via && self.opens_report(p, i) && is_bare(p, &name);
            if is_media && cast.members[member].kind == ActorKind::Person {
                cast.members[member].kind = ActorKind::Media;
            }
            let passes_on = match value.role {
                AccordingRole::Via => true,
                AccordingRole::Speaker | AccordingRole::Quoted | AccordingRole::Before => false,
                AccordingRole::Either | AccordingRole::Told => is_media,
            };
            let mut passes_on = passes_on;
            if value.role == AccordingRole::Told && !is_media {
                if !self.is_self(scene, cast, member, name.start) {
                    i = name.end;
                    continue;
                }
                passes_on = true;
            }
            self.found.push(Source {
                passes_on,
                is_media,
                tells: value.role != AccordingRole::Told,
                is_body: cast.members[member].kind == ActorKind::Organization,
                writes: is_media && value.writes && (paper || value.role == AccordingRole::Via) && !opens(scene, sentence),
                says_all: value.anyone && !passes_on && p.is_comma(name.end) && p.trim(sentence.clone()).start == i,
                relays: matches!(value.role, AccordingRole::Via | AccordingRole::Quoted),
                ..Source::of(i..name.end, value.form.clone(), member, p.grammar.source.id)
            });
            // «بحسب ما نقلت الصحيفة عن مسؤول»: he says it.
            let quoted = value.from.as_deref().filter(|_| passes_on).and_then(|from| quoted_by(p, from, name.end, sentence.end));
            if let Some(quoted) = quoted {
                let phrase = cast.phrase(p, quoted.clone(), 0);
                let member = cast.join(&phrase);
                let is_body = cast.members[member].kind == ActorKind::Organization;
                let (tokens, basis) = (i..quoted.end, p.grammar.source.id);
                name.end = quoted.end;
                self.found.push(Source { tells: true, is_body, ..Source::of(tokens, value.form.clone(), member, basis) });
            }
            i = name.end;
        }
        self.note_whole(scene, sentence);
    }

    /// Whether something was told to a name in quotation marks that nobody knows: most often the paper's own, «في اتصال مع
    /// «السنابل»». It is left out of every chain.
    fn is_self(&mut self, scene: &Scene<'_>, cast: &Cast<'_>, member: MemberId, at: usize) -> bool {
        let p = scene.passage;
        let quoted = !p.grammar.article.is_empty() && (p.quote_at(at).is_some() || at > 0 && p.quote_at(at - 1).is_some());
        let unknown = quoted && cast.members[member].entry.is_none() && cast.members[member].kind == ActorKind::Person;
        if unknown {
            self.whole.leave_out(member);
        }
        unknown
    }

    /// Notes the agency of a date line, the outlet's own aside.
    pub(super) fn open(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, line: &Dateline) {
        let own = scene.outlet.map(|entry| cast.of_entry(entry)).or(line.media.first().copied());
        self.whole.note(line.text, line.media.iter().rfind(|&&m| Some(m) != own).copied());
    }

    /// Notes the medium that the document names as its source at its end, where none is named at its head.
    /// A letter given in full is what came from there.
    pub(super) fn close(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, letter: Option<&mut Draft>) {
        let own = scene.outlet.map(|entry| cast.of_entry(entry));
        if !self.whole.is_but(own) {
            return;
        }
        let signed = dateline::signature(scene, cast).filter(|&m| Some(m) != own);
        match letter {
            Some(letter) => letter.via.extend(signed),
            None => self.whole.note(0, signed),
        }
    }

    /// Reads before the colon of a line to which medium its subject told it, or whose words a medium passes on there:
    /// «عراقچی به الجزیره: …», «رويترز عن مسؤول تركي: …». What follows the subject's own name is taken off it.
    pub(super) fn line(&mut self, scene: &Scene<'_>, cast: &mut Cast<'_>, subject: &mut Range<usize>, limit: usize) {
        let p = scene.passage;
        let basis = p.grammar.source.id;
        if let Some(name) = told::addressed(p, cast.registry(), subject.start..limit) {
            let (member, is_media) = member(scene, cast, name.clone(), 0, true);
            if is_media {
                subject.end = subject.end.min(name.start);
                self.found.push(Source { passes_on: true, is_media, ..Source::of(name, String::new(), member, basis) });
            }
        } else if let Some((medium, name)) = told::quoted(p, cast.registry(), subject.start..limit) {
            let member = cast.join(&cast.phrase(p, name.clone(), 0));
            subject.end = medium;
            self.found.push(Source { tells: true, relays: true, ..Source::of(name, String::new(), member, basis) });
        }
    }

    /// Those who are named as passing on what a speaker says in this sentence.
    /// A Persian source inside what is said passes nothing on: «سخنان به نقل از وزیر درست نیست».
    pub(crate) fn via(&self, speaker: MemberId, relayed: impl IntoIterator<Item = MemberId>, said: Option<&Range<usize>>) -> Vec<MemberId> {
        // To whom it was told first stands nearest to him; what is named before another source came through that one.
        let told = self.found.iter().filter(|s| !s.tells);
        let within = |s: &Source| said.is_some_and(|said| said.start <= s.tokens.start && s.tokens.end < said.end);
        let named = told.chain(self.found.iter().rev().filter(|s| s.tells)).filter(|s| s.passes_on && s.member != speaker && !within(s));
        let mut via: Vec<MemberId> = Vec::new();
        for member in relayed.into_iter().chain(named.map(|s| s.member)) {
            if !via.contains(&member) {
                via.push(member);
            }
        }
        via
    }

    /// Whether a token stands in the words with which the reporter says from whom the report is.
    fn opens_report(&self, p: &Passage<'_>, i: usize) -> bool {
        let start = p.trim(self.sentence.clone()).start;
        p.is(start, Class::Resume) && start < i && i < start + OPENING
    }

    /// Whether a source stands in the words with which a report opens: «به گزارش … به نقل از …».
    fn is_head(&self, scene: &Scene<'_>, source: &Source) -> bool {
        let p = scene.passage;
        let start = p.trim(self.sentence.clone()).start;
        p.is(start, Class::Resume) && source.tokens.start < start + OPENING || p.is(source.tokens.start, Class::Resume)
    }

    /// Notes from whom the whole report comes, where a sentence with which the reporter speaks tells.
    fn note_whole(&mut self, scene: &Scene<'_>, sentence: &Range<usize>) {
        let p = scene.passage;
        let start = p.trim(sentence.clone()).start;
        if !p.is(start, Class::Resume) {
            return;
        }
        let head = scene.blocks.iter().filter(|part| part.is_told()).take(HEAD).any(|part| part.tokens.contains(&start));
        let near = |s: &&Source| s.passes_on && (s.is_media || s.is_body && s.relays) && s.tokens.start < start + OPENING;
        let last = self.found.iter().rfind(near);
        // With its own name the outlet takes the word again.
        let opens = self.found.iter().find(|s| s.tokens.start == start && s.is_media).map(|s| s.member);
        let own = opens.is_some() && (opens == self.own || opens == self.reports);
        if head {
            self.reports = self.reports.or(opens);
        }
        if head || own {
            self.whole.note(start, last.filter(|s| s.tokens.start > start).map(|s| s.member));
        }
    }

    /// Who speaks «quoting X» passes on what X says: the speaker, and who passes his words on.
    pub(crate) fn swap(&self, cast: &Cast<'_>, speaker: MemberId, subject: &Range<usize>) -> (MemberId, Option<MemberId>) {
        let is_media = cast.members[speaker].kind == ActorKind::Media;
        // «رویترز به نقل از X خبر داد»; «سخنگو به نقل از وزیر گفت», where nothing stands between.
        let behind = |s: &&Source| s.relays && !subject.is_empty() && s.tokens.start == subject.end;
        let mut others = self.found.iter().filter(|s| !s.is_media && s.member != speaker);
        match others.find(|s| is_media || behind(s)) {
            Some(source) => (source.member, Some(speaker)),
            _ => (speaker, None),
        }
    }

    /// The source that the head of a sentence names, who goes on with what it says: «وفقا للصحيفة، …، مشيرة إلى …».
    pub(crate) fn leads(&self, scene: &Scene<'_>) -> Option<MemberId> {
        let p = scene.passage;
        let start = p.trim(self.sentence.clone()).start;
        let leads = |s: &&Source| s.tells && s.tokens.start == start && Some(s.member) != self.own && !self.is_head(scene, s);
        self.found.iter().find(leads).map(|s| s.member)
    }

    /// Who says the whole of a sentence that opens with him: «به گفته نوری، وزیر از سفر خبر داد».
    pub(crate) fn opener(&self) -> Option<MemberId> {
        self.found.iter().find(|s| s.says_all).map(|s| s.member)
    }
}

/// Whether a report begins with a sentence: that is a part of its own among the first.
fn opens(scene: &Scene<'_>, sentence: &Range<usize>) -> bool {
    scene.blocks.iter().filter(|part| part.is_told()).take(HEAD).any(|part| part.tokens.start == sentence.start)
}
