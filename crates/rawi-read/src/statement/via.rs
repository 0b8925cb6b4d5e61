//! Through whom words reached the document: agencies, newspapers, spokesmen; and what a source itself says.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId, Registry};
use rawi_lang::{AccordingRole, Class, Passage};
use rawi_model::{ActorKind, Form};

use super::Draft;
use super::carry::Whole;
use super::dateline::{self, Dateline};
use super::speaker::Speakers;
use super::told;
use crate::reader::Scene;

/// How many parts at the head of a document may name the medium from which all of it comes.
const HEAD: usize = 3;
/// How many may name its outlet: headline, day, lead, and the one behind it.
const OWN: usize = 4;
/// The longest name behind a glued preposition, in tokens.
const GLUED: usize = 8;
/// How many tokens behind a source's name the comma may stand that closes it.
const NEAR: usize = 7;

/// How far behind it the comma may stand where a clause on him follows.
const RELATIVE: usize = 24;

/// The fewest words that a source can be said to say.
const FEWEST: usize = 2;

/// How far behind the head of a report the medium may be named from which it comes, in tokens.
const OPENING: usize = 16;

/// The fewest words before a source that commas set off for them to be what it says.
const BEFORE: usize = 6;

/// What may stand behind a source's name at the end of a sentence, in tokens.
const TAIL: usize = 2;

/// How far behind a medium's name he may be named whose words it passes on, in tokens.
const QUOTED: usize = 6;

/// Whose words a medium passes on that is named before: «بحسب ما نقلت الصحيفة | عن مسؤول حكومي».
fn quoted_by(p: &Passage<'_>, from: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let at =
        (start..end.min(start + QUOTED)).take_while(|&k| !p.is_mark(k) || p.quote_at(k).is_some()).find(|&k| p.tokens.word(k) == from)?;
    let sure = p.is_actor(at + 1) || p.person_at(at + 1).is_some() || p.is(at + 1, Class::Indefinite);
    p.grammar.source.source(p, at + 1, end).filter(|_| sure)
}

/// The nominal attributions of the sentence at hand.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    sentence: Range<usize>,
    found: Vec<Source>,
    /// The medium from which the whole report comes: «به گزارش … به نقل از …» at its head, an agency in its date line.
    pub(super) whole: Whole,
    /// The document's own outlet.
    own: Option<MemberId>,
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
                    self.found.push(Source {
                        tokens: i..name.end,
                        form,
                        member,
                        passes_on: true,
                        is_media: true,
                        tells: false,
                        relays: false,
                        is_body: false,
                        writes: false,
                        says_all: false,
                        basis,
                    });
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
                self.found.extend(speakers.antecedent(cast).map(|member| Source {
                    tokens: i..hit.end,
                    form,
                    member,
                    passes_on: false,
                    is_media: false,
                    tells: true,
                    relays: false,
                    is_body: false,
                    writes: false,
                    says_all: false,
                    basis: p.grammar.source.id,
                }));
                i = hit.end;
                continue;
            }
            // «بحسب ما أعلن الأربعاء مساعد المتحدث»: when he said it.
            let day = value.from.is_some() || value.role == AccordingRole::Either && hit.end > i + 1;
            let behind = if day && p.is_time(hit.end) && !p.grammar.article.is_empty() { hit.end + 1 } else { hit.end };
            let Some(mut name) = p.grammar.source.source(p, behind, sentence.end) else {
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
            let named = p.is_actor(name.start) || p.is(name.start, Class::Demonstrative) && p.is_actor(name.start + 1);
            let named = if glued > 0 { name.len() <= GLUED && (named || p.name_at(name.start).is_some()) } else { named };
            // «به گفته دو نفر، …»: who is not known is set off by a comma or told of in a clause.
            // «به گفته جان گری از شرکت رود، …»
            let from =
                || p.is(name.end, Class::Preposition) && p.find(name.end..sentence.end.min(name.end + NEAR), |k| p.is_comma(k)).is_some();
            let set_off = p.is_comma(name.end) || p.is(name.end, Class::Clause) || p.tokens.is_word(name.end) && from();
            let named = named || value.anyone && (set_off || p.person_at(name.start).is_some()) && !p.is(name.start, Class::Reflexive);
            // «بر اساس آمار موجود», «به تشخیص ماشین», «به قول خودش» name nobody.
            let nobody = value.role == AccordingRole::Speaker && p.grammar.article.is_empty() && !is_somebody(p, &name);
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
            let is_media = is_media || value.role == AccordingRole::Via && self.opens_report(p, i) && is_bare(p, &name);
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
                tokens: i..name.end,
                form: value.form.clone(),
                member,
                passes_on,
                is_media,
                tells: value.role != AccordingRole::Told,
                is_body: cast.members[member].kind == ActorKind::Organization,
                writes: is_media && value.writes && !opens(scene, sentence),
                says_all: value.anyone && !passes_on && p.is_comma(name.end) && p.trim(sentence.clone()).start == i,
                relays: matches!(value.role, AccordingRole::Via | AccordingRole::Quoted),
                basis: p.grammar.source.id,
            });
            // «بحسب ما نقلت الصحيفة عن مسؤول»: he says it.
            let quoted = value.from.as_deref().filter(|_| passes_on).and_then(|from| quoted_by(p, from, name.end, sentence.end));
            if let Some(quoted) = quoted {
                let phrase = cast.phrase(p, quoted.clone(), 0);
                let member = cast.join(&phrase);
                let is_body = cast.members[member].kind == ActorKind::Organization;
                let (tokens, basis) = (i..quoted.end, p.grammar.source.id);
                name.end = quoted.end;
                self.found.push(Source {
                    tokens,
                    form: value.form.clone(),
                    member,
                    passes_on: false,
                    is_media: false,
                    tells: true,
                    relays: false,
                    is_body,
                    writes: false,
                    says_all: false,
                    basis,
                });
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
                self.found.push(Source {
                    tokens: name,
                    form: String::new(),
                    member,
                    passes_on: true,
                    is_media,
                    tells: false,
                    relays: false,
                    is_body: false,
                    writes: false,
                    says_all: false,
                    basis,
                });
            }
        } else if let Some((medium, name)) = told::quoted(p, cast.registry(), subject.start..limit) {
            let member = cast.join(&cast.phrase(p, name.clone(), 0));
            subject.end = medium;
            self.found.push(Source {
                tokens: name,
                form: String::new(),
                member,
                passes_on: false,
                is_media: false,
                tells: true,
                relays: true,
                is_body: false,
                writes: false,
                says_all: false,
                basis,
            });
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

    /// What is said without the source that an Arabic sentence names at its end: «… أن السد جاهز، بحسب صحيفة المرفأ.»
    pub(super) fn uncited(&self, p: &Passage<'_>, said: Range<usize>) -> Range<usize> {
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
        let own = self.found.iter().any(|s| Some(s.member) == self.own && s.tokens.start == start);
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
        let taken_up = p.find(source.tokens.end..sentence.end.min(source.tokens.end + RELATIVE), |k| {
            p.is(k, Class::Clause) && p.skip(k) > 0 && !p.grammar.article.is_empty() && (!said_before || comma.is_some_and(|c| c + 1 == k))
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
        let last = set_off || closes || relative || p.trim(source.tokens.end..sentence.end).len() <= TAIL;
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
        if let Some(next) = next.filter(|_| self.leads(scene) == Some(source.member) && !p.grammar.article.is_empty()) {
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

/// Whether a report begins with a sentence: that is a part of its own among the first.
fn opens(scene: &Scene<'_>, sentence: &Range<usize>) -> bool {
    scene.blocks.iter().filter(|part| part.is_told()).take(HEAD).any(|part| part.tokens.start == sentence.start)
}

/// Whether a word is no longer than the name of a letter: «سی», «ان».
fn is_letters(p: &Passage<'_>, k: usize) -> bool {
    p.tokens.is_word(k) && p.tokens.word(k).chars().count() <= 3
}

/// Where a Persian source's name ends before him who speaks through it, where nothing sets him off: «به نقل از روابط عمومی
/// بندر | سالم نوری در …», «تلویزیون عمان | محاصره بندر …».
fn follower(p: &Passage<'_>, registry: &Registry, name: &Range<usize>) -> Option<usize> {
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
fn is_somebody(p: &Passage<'_>, name: &Range<usize>) -> bool {
    !p.any(name.start, Class::VerbalNoun.bit() | Class::Reflexive.bit()) && !name.clone().any(|k| p.is_finite(k))
}

/// Whether a name is one or two words that tell of nobody: no office, no body, no person's name that is known.
fn is_bare(p: &Passage<'_>, name: &Range<usize>) -> bool {
    const TOLD: u64 = Class::Title.bit() | Class::Role.bit() | Class::Body.bit() | Class::Unnamed.bit() | Class::PluralHead.bit();
    let dotted = (name.start + 1..name.end).any(|k| p.tokens.is_mark(k, '.'));
    dotted
        || name.len() <= 2
            && name.clone().all(|k| p.tokens.is_word(k) && !p.is_classed(k) && p.name_at(k).is_none() && p.person_at(k).is_none())
            && !p.any(name.start, TOLD)
}

/// The member that a source's name means, and whether it is a medium; `reports` says that words like «به گزارش» stand before it,
/// with which «خبرنگار فارس» is the agency's and no office in Fars.
fn member(scene: &Scene<'_>, cast: &mut Cast<'_>, name: Range<usize>, glued: usize, reports: bool) -> (MemberId, bool) {
    let p = scene.passage;
    let registry = cast.registry();
    // After a citing word an everyday word may be an outlet's name: «به گزارش مهر».
    // «گروه سیاسی خبرگزاری تسنیم», «خبرنگار مهر»; not «روابط عمومی اوقاف خراسان رضوی».
    let heads = |at: usize, end: usize| {
        at == name.start
            || p.any(at, Class::Outlet.bit())
            || p.is(name.start, Class::Outlet)
            || !p.grammar.article.is_empty()
            || p.is(name.start, Class::Role) && end == name.end && reports
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

/// The outlet that a text without metadata names as its own: the agency by which its first lines report.
pub(crate) fn own_outlet(scene: &Scene<'_>, cast: &mut Cast<'_>) -> Option<MemberId> {
    let p = scene.passage;
    let head = scene.blocks.iter().filter(|part| part.is_told()).take(OWN);
    for part in head {
        if let Some(line) = dateline::read(scene, cast, part) {
            return line.media.first().copied();
        }
        for at in part.tokens.clone() {
            let Some(hit) = p.grammar.according.longest(p.tokens, at, 0) else { continue };
            // «به گزارش …» opens the report; «در گفت‌وگو با …» tells to whom it was said.
            let opens = at == part.tokens.start;
            let says = matches!(hit.values[0].role, AccordingRole::Speaker | AccordingRole::Quoted | AccordingRole::Before);
            if says || !opens && !(at..hit.end).any(|k| p.is(k, Class::Occasion)) {
                continue;
            }
            let Some(name) = p.grammar.source.source(p, hit.end, part.tokens.end) else { continue };
            let (member, is_media) = member(scene, cast, name, 0, true);
            if is_media || opens && matches!(hit.values[0].role, AccordingRole::Via | AccordingRole::Told) {
                return Some(member);
            }
        }
    }
    None
}

/// Takes the document's own outlet out of every chain.
pub(crate) fn leave_out_outlet(drafts: &mut [Draft], outlet: Option<MemberId>) {
    for draft in drafts {
        draft.via.retain(|m| Some(*m) != outlet);
    }
}
