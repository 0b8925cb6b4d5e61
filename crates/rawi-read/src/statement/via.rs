//! Through whom words reached the document: agencies, newspapers, spokesmen; and what a source itself says.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId};
use rawi_lang::{AccordingRole, Class};
use rawi_model::{ActorKind, Form};
use rawi_text::begins;

use super::Draft;
use super::run::dateline;
use super::speaker::Speakers;
use crate::reader::Scene;

/// How many parts at the head of a document may name its outlet.
const HEAD: usize = 3;
/// How many tokens behind a source's name the comma may stand that closes it.
const NEAR: usize = 7;

/// How far behind it the comma may stand where a clause on him follows.
const RELATIVE: usize = 24;

/// The fewest words that a source can be said to say.
const FEWEST: usize = 2;

/// How far behind the head of a report the medium may be named from which it comes, in tokens.
const OPENING: usize = 16;

/// What may stand behind a source's name at the end of a sentence, in tokens.
const TAIL: usize = 2;

/// The nominal attributions of the sentence at hand.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    sentence: Range<usize>,
    found: Vec<Source>,
    /// Who passed words on for the last speaker, for as long as he goes on.
    run: Option<(MemberId, Vec<MemberId>)>,
    /// The medium from which the whole report comes: «به گزارش … به نقل از …» at its head, an agency in its date line.
    whole: Option<MemberId>,
    /// The document's own outlet.
    own: Option<MemberId>,
}

/// Who is no medium.
const SOMEBODY: u64 = Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit() | Class::PluralHead.bit() | Class::Indefinite.bit();

#[derive(Clone, Debug)]
struct Source {
    /// From the attributing words to the end of the name.
    tokens: Range<usize>,
    form: String,
    member: MemberId,
    passes_on: bool,
    is_media: bool,
    /// Whether words were told to it, and are nobody's but their speaker's.
    told: bool,
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
            let skips = std::iter::once(0).chain(p.grammar.conjunctions.iter().filter(|c| begins(p.tokens.word(i), c)).map(String::len));
            let hit = skips.into_iter().find_map(|skip| p.grammar.according.longest(p.tokens, i, skip));
            let Some(hit) = hit.filter(|_| p.quote_around(i).is_none() && !p.is(i, Class::NotCue)) else {
                i += 1;
                continue;
            };
            let value = &hit.values[0];
            let Some(name) = p.grammar.source.source(p, hit.end, sentence.end) else {
                i = hit.end;
                continue;
            };
            let named = p.is_actor(name.start) || p.is(name.start, Class::Demonstrative) && p.is_actor(name.start + 1);
            // «به گفته دو نفر، …»: who is not known is set off by a comma or told of in a clause.
            let set_off = p.is_comma(name.end) || p.is(name.end, Class::Clause);
            let named = named || value.anyone && (set_off || p.person_at(name.start).is_some()) && !p.is(name.start, Class::Reflexive);
            if value.role == AccordingRole::Either && !named || p.is(name.start, Class::Conversant) {
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
                _ => member(scene, cast, name.clone()),
            };
            // «به نقل از مارکا»: whom the head of a report names in plain words is a medium.
            let unknown = || !p.any(name.start, SOMEBODY) && p.person_at(name.start).is_none() && p.name_at(name.start).is_none();
            if value.role == AccordingRole::Via
                && p.grammar.article.is_empty()
                && p.is(p.trim(sentence.clone()).start, Class::Resume)
                && cast.members[member].kind == ActorKind::Person
                && unknown()
            {
                cast.members[member].kind = ActorKind::Media;
            }
            let passes_on = match value.role {
                AccordingRole::Via => true,
                AccordingRole::Speaker => false,
                AccordingRole::Either | AccordingRole::Told => is_media,
            };
            if value.role == AccordingRole::Told && !is_media {
                i = name.end;
                continue;
            }
            self.found.push(Source {
                tokens: i..name.end,
                form: value.form.clone(),
                member,
                passes_on,
                is_media,
                told: value.role == AccordingRole::Told,
                basis: p.grammar.source.id,
            });
            i = name.end;
        }
        self.note_whole(scene, sentence);
    }

    /// Those who passed on what a speaker says at a token.
    pub(crate) fn via(&mut self, speaker: MemberId, relayed: impl IntoIterator<Item = MemberId>) -> Vec<MemberId> {
        let named = self.found.iter().filter(|s| s.passes_on && s.member != speaker).map(|s| s.member);
        let mut via: Vec<MemberId> = Vec::new();
        for member in named.chain(relayed) {
            if !via.contains(&member) {
                via.push(member);
            }
        }
        if via.is_empty()
            && let Some((of, run)) = &self.run
            && *of == speaker
        {
            return run.clone();
        }
        via.extend(self.whole.filter(|&w| via.is_empty() && w != speaker));
        self.run = Some((speaker, via.clone()));
        via
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
        let last = self.found.iter().rfind(|s| s.passes_on && s.is_media && s.tokens.start < start + OPENING);
        self.whole = last.filter(|s| head && s.tokens.start > start).map(|s| s.member);
    }

    /// An agency that speaks «quoting X» passes on what X says: the speaker, and who passes his words on.
    pub(crate) fn swap(&self, cast: &Cast<'_>, speaker: MemberId) -> (MemberId, Option<MemberId>) {
        let is_media = cast.members[speaker].kind == ActorKind::Media;
        // «به نقل از X خبر داد», «از قول X نوشت»
        match self.found.iter().find(|s| !s.is_media && s.member != speaker) {
            Some(source) if is_media => (source.member, Some(speaker)),
            _ => (speaker, None),
        }
    }

    /// What a source says in a stretch of a sentence that no other cue holds: «به گفته رئیس بندر، …».
    pub(crate) fn statement(&mut self, scene: &Scene<'_>, sentence: &Range<usize>, taken: &[Range<usize>]) -> Option<Draft> {
        let p = scene.passage;
        // A medium speaks where nobody else does: «…، بحسب صحيفة المرفأ.»; the head of a report tells only where it is from.
        let medium = |s: &&Source| s.is_media && s.passes_on && !s.told && !self.is_head(scene, s) && Some(s.member) != self.own;
        let said = self.found.iter().find(|s| !s.passes_on).or_else(|| self.found.iter().find(medium))?;
        let source = said.clone();
        // The name may go on to a comma: «به گفته یک منبع آگاه در گمرک، …».
        // So may a clause on him: «به گفته مدیر بندر که …، …».
        let near = if p.is(source.tokens.end, Class::Clause) { RELATIVE } else { NEAR };
        let closes = |k: usize| p.is_comma(k) || p.tokens.is_mark(k, ':');
        let comma = p.find(source.tokens.end..sentence.end.min(source.tokens.end + near), closes);
        let after = p.trim(comma.map_or(source.tokens.end, |k| k + 1)..sentence.end);
        let mut before = p.trim(sentence.start..source.tokens.start);
        // «…، وذلك بحسب …»
        while before.len() > 1 && p.is(before.end - 1, Class::Demonstrative) {
            before = p.trim(before.start..before.end - 1);
        }
        // «…، بحسب مسؤول في الوزارة.»: behind a comma and without one after it, it closes what was said.
        let set_off = p.is_comma(source.tokens.start.saturating_sub(1)) && comma.is_none() && !p.grammar.article.is_empty();
        let last = set_off || p.trim(source.tokens.end..sentence.end).len() <= TAIL;
        let content = if last { before } else { after };
        if taken.iter().any(|t| t.start < content.end && content.start < t.end) {
            return None;
        }
        if content.clone().filter(|&k| p.tokens.is_word(k)).count() < FEWEST {
            return None;
        }
        let via = self.via(source.member, None);
        Some(Draft {
            basis: source.basis,
            cue: Some((source.tokens.clone(), 0)),
            lemma: source.form,
            speaker: Some(source.member),
            audience: Vec::new(),
            via,
            content: vec![content],
            form: Form::Indirect,
            event: None,
            within: None,
            also: Vec::new(),
            headline: false,
        })
    }
}

/// The member that a source's name means, and whether it is a medium.
fn member(scene: &Scene<'_>, cast: &mut Cast<'_>, name: Range<usize>) -> (MemberId, bool) {
    let p = scene.passage;
    let registry = cast.registry();
    // After a citing word an everyday word may be an outlet's name: «به گزارش مهر».
    for at in name.clone() {
        if let Some((end, known)) = registry.at(p, at, usize::from(p.glued_at(at)))
            && registry.entries[known.entry].kind == EntryKind::Media
        {
            // «به نوشته الساحل دفتر وزیر …»: who follows the medium is another.
            let end = if p.grammar.article.is_empty() { end.min(name.end) } else { name.end };
            let phrase = cast.phrase(p, name.start..end, 0);
            let member = cast.of_entry(known.entry);
            cast.enrich(member, &phrase);
            return (member, true);
        }
    }
    let phrase = cast.phrase(p, name.clone(), 0);
    let member = cast.join(&phrase);
    (member, p.is(name.start, Class::Outlet))
}

/// The outlet that a text without metadata names as its own: the agency by which its first lines report.
pub(crate) fn own_outlet(scene: &Scene<'_>, cast: &mut Cast<'_>) -> Option<MemberId> {
    let p = scene.passage;
    let head = scene.blocks.iter().filter(|part| part.is_told()).take(HEAD);
    for part in head {
        if let Some((outlet, _)) = dateline(scene, cast, part) {
            return Some(outlet);
        }
        for at in part.tokens.clone() {
            let Some(hit) = p.grammar.according.longest(p.tokens, at, 0) else { continue };
            // «به گزارش …» opens the report; «در گفت‌وگو با …» tells to whom it was said.
            let opens = at == part.tokens.start;
            if hit.values[0].role == AccordingRole::Speaker || !opens && !(at..hit.end).any(|k| p.is(k, Class::Occasion)) {
                continue;
            }
            let Some(name) = p.grammar.source.source(p, hit.end, part.tokens.end) else { continue };
            let (member, is_media) = member(scene, cast, name);
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
