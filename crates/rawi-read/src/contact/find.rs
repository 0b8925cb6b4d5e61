//! The run through a document, contact word by contact word.

use std::cell::OnceCell;
use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_lang::{Around, Class, ContactGrammar, ContactHit, ContactPart, Encounter, Place, Side, contact_grammar, seat_at};
use rawi_model::{ActorKind, BlockRole, ContactKind, Form};
use rawi_text::{ByteSpan, sentences};

use super::draft::{Draft, Telling};
use super::party::{self, Named};
use super::{known, once, outlet, told, whole};
use crate::block::Part;
use crate::date::FoundDate;
use crate::reader::Scene;
use crate::statement;

/// Finds the contacts of a document.
pub(crate) fn find(scene: &Scene<'_>, cast: &mut Cast<'_>, _dates: &[FoundDate], statements: &[statement::Draft]) -> Vec<Draft> {
    let Some(grammar) = contact_grammar(scene.passage.grammar.language) else { return Vec::new() };
    let mut run = Run { scene, grammar, statements, drafts: Vec::new(), sports: OnceCell::new() };
    let documents: Vec<_> = statements.iter().filter(|s| s.form == Form::Document).flat_map(|s| &s.content).collect();
    let given_whole = |part: &Part| documents.iter().any(|c| c.start < part.tokens.end && part.tokens.start < c.end);
    for part in scene.blocks.iter().filter(|part| part.is_told() && part.role != BlockRole::Answer) {
        if !given_whole(part) {
            run.part(cast, part);
        }
    }
    // What the document itself is stands first.
    let mut drafts = whole::letters(scene, grammar, &run.drafts, statements);
    drafts.extend(whole::interview(scene, cast, statements));
    drafts.append(&mut run.drafts);
    drafts.extend(told::told(scene, cast, statements));
    once::once(scene, &mut drafts, cast);
    drafts.retain_mut(|d| are_two(cast, d) && are_somebody(scene, cast, d));
    drafts.sort_by_key(|d| d.evidence.start);
    drafts
}

/// Whether the parties are two: words that name both are one party's, and of an interview the one who speaks stays.
fn are_two(cast: &Cast<'_>, draft: &mut Draft) -> bool {
    let [(first, _), (second, _), ..] = draft.parties[..] else { return true };
    let spans = |m: MemberId| cast.members[m].mentions.iter().map(|(span, _)| *span);
    let same = first == second || spans(first).any(|a| spans(second).any(|b| a == b));
    if same && draft.kind == ContactKind::Interview {
        draft.parties.truncate(1);
        return true;
    }
    !same
}

/// Whether each party can be somebody: an outlet takes part in interviews alone, and no name begins with a preposition.
fn are_somebody(scene: &Scene<'_>, cast: &Cast<'_>, draft: &mut Draft) -> bool {
    let p = scene.passage;
    let fragment = |m: MemberId| {
        let member = &cast.members[m];
        member.entry.is_none()
            && member.mentions.first().is_some_and(|(span, _)| {
                let k = p.tokens.within(*span).start;
                let word = p.tokens.word(k);
                let behind = |c: &String| word.strip_prefix(c.as_str()).is_some_and(|rest| rest.starts_with(p.grammar.article.as_str()));
                p.tokens.span(k..k + 1).start == span.start
                    && !p.grammar.article.is_empty()
                    && p.tokens.is_word(k)
                    && !p.is_of_person(k)
                    && (p.grammar.prepositions.iter().any(behind) || p.glued_at(k) > 0 && p.skip(k) == 0)
            })
    };
    if draft.members().any(fragment) {
        return false;
    }
    let outlet = |m: MemberId| outlet::is_one(scene, cast, m);
    if draft.kind != ContactKind::Interview {
        return !draft.members().any(outlet);
    }
    // «نقلت صحيفة «المرفأ» في مقابلة»: the outlet itself does not answer.
    !draft.members().all(outlet)
}

/// How far behind the words that tell of a contact its day may stand, in tokens.
const FAR: usize = 20;

pub(super) struct Run<'s, 't> {
    pub(super) scene: &'s Scene<'t>,
    pub(super) grammar: &'static ContactGrammar,
    pub(super) statements: &'s [statement::Draft],
    pub(super) drafts: Vec<Draft>,
    /// Whether the text tells of sports, found when first asked for.
    sports: OnceCell<bool>,
}

/// The sides of an encounter as members of the cast.
struct Sides {
    parties: Vec<(MemberId, rawi_model::PartyRole)>,
    kind: ContactKind,
    vague: Vec<MemberId>,
}

impl Run<'_, '_> {
    fn part(&mut self, cast: &mut Cast<'_>, part: &Part) {
        let p = self.scene.passage;
        let hits = self.grammar.hits(p, part.tokens.clone());
        if hits.is_empty() {
            return;
        }
        for sentence in sentences(p.tokens, part.tokens.clone()) {
            let from = hits.partition_point(|h| h.at < sentence.start);
            let hits = &hits[from..hits.partition_point(|h| h.at < sentence.end).max(from)];
            let asks = p.tokens.is_mark(sentence.end - 1, '\u{61F}');
            if hits.is_empty() || self.grammar.any(p, sentence.clone(), Around::Other) {
                continue;
            }
            let place = Place { paragraph: part.tokens.clone(), sentence: sentence.clone() };
            let mut told = 0;
            for group in hits.chunk_by(|a, b| a.at == b.at) {
                // What is asked is not told, unless it stands before the words that ask: «سفیر در گفت‌وگو با … گفت: چرا …؟».
                let asked = asks && p.find(group[0].end..sentence.end, |k| p.tokens.is_mark(k, ':')).is_none();
                if group[0].at < told || asked || self.attends(group[0].at) {
                    continue;
                }
                let found = self.grammar.rules.iter().find_map(|rule| {
                    group.iter().find_map(|hit| {
                        let mut encounter = (rule.read)(p, hit, &place)?;
                        self.grammar.name_counterparts(p, &mut encounter, sentence.end);
                        let draft = self.draft(cast, hit, &encounter, &sentence, part)?;
                        Some(draft)
                    })
                });
                let found = found.or_else(|| group.iter().find_map(|hit| known::taken_up(self, cast, hit, &sentence)));
                if let Some(draft) = found {
                    told = group[0].end;
                    let each = self.grammar.any(p, group[0].at..group[0].end + 1, Around::Separate);
                    self.drafts.extend(if each { apart(draft) } else { vec![draft] });
                }
            }
        }
    }

    /// How many parts that tell stand before a part.
    fn told(&self, part: &Part) -> usize {
        self.scene.blocks.iter().filter(|b| b.is_told()).take_while(|b| b.tokens.start < part.tokens.start).count()
    }

    /// Whether those who were present are listed: «حضر الاستقبال …».
    fn attends(&self, at: usize) -> bool {
        at > 0 && self.grammar.before(self.scene.passage, at, Around::Attend).is_some()
    }

    fn draft(
        &self,
        cast: &mut Cast<'_>,
        hit: &ContactHit<'static>,
        encounter: &Encounter,
        sentence: &Range<usize>,
        part: &Part,
    ) -> Option<Draft> {
        let p = self.scene.passage;
        let sides = self.sides(cast, hit, encounter, sentence)?;
        let status = self.grammar.status(p, hit, encounter, clause(self.scene, hit, sentence));
        let evidence = encounter.evidence.start.min(hit.at)..encounter.evidence.end.max(hit.end);
        let telling = Telling { span: p.tokens.span(evidence.clone()), clause: p.tokens.span(dated(self.scene, &evidence, hit, sentence)) };
        Some(Draft {
            kind: sides.kind,
            parties: sides.parties,
            status,
            date: None,
            evidence,
            tellings: vec![telling],
            place: (sides.kind != ContactKind::Interview).then(|| place(self.scene, self.grammar, encounter, hit, sentence)).flatten(),
            via: Vec::new(),
            basis: encounter.basis,
            loose: hit.word.loose,
            headline: matches!(part.role, BlockRole::Headline | BlockRole::Kicker) || self.scene.is_post && self.told(part) == 0,
            lead: self.told(part) <= 1,
            vague: sides.vague,
        })
    }

    fn sides(&self, cast: &mut Cast<'_>, hit: &ContactHit<'static>, encounter: &Encounter, sentence: &Range<usize>) -> Option<Sides> {
        let kind = if encounter.basis.contains("/noun-") { hit.word.noun_kind } else { hit.word.kind };
        let spoken = matches!(kind, ContactKind::Meeting | ContactKind::Talks);
        let around = encounter.evidence.start.min(hit.at)..encounter.evidence.end.max(hit.end);
        let kind = if spoken && self.by_phone(around, sentence) { ContactKind::Call } else { kind };
        let mut sides = Sides { parties: Vec::new(), kind, vague: Vec::new() };
        if encounter.sides.iter().any(|s| s.0 == Side::Both) {
            let encounters = [ContactKind::Meeting, ContactKind::Call, ContactKind::Talks];
            let last = self.drafts.iter().rev().find(|d| d.parties.len() >= 2 && encounters.contains(&d.kind))?;
            sides.parties = last.parties.iter().map(|p| (p.0, hit.word.roles[0])).collect();
            return Some(sides);
        }
        // «در گفت‌وگو با «خبر بندر»»: who is named in quotation marks after a word for talk is an outlet.
        let quoted = |side: &Side| {
            let p = self.scene.passage;
            let whole = |t: &Range<usize>| p.quote_at(t.start).is_some_and(|q| q.close + 1 == t.end);
            hit.word.loose && hit.part == ContactPart::Noun && matches!(side, Side::Phrase { tokens, .. } if whole(tokens))
        };
        let press: Vec<bool> = encounter.sides.iter().map(|(side, _)| quoted(side) || self.is_press(cast, side)).collect();
        if self.has_journalists(encounter) {
            return None;
        }
        if press.contains(&true) {
            // Whoever speaks with an outlet is interviewed; the document's own outlet is taken out later.
            let asks =
                matches!(kind, ContactKind::Talks | ContactKind::Interview) || kind == ContactKind::Call && hit.part == ContactPart::Noun;
            let (other, _) = encounter.sides.iter().zip(&press).find(|(_, p)| !**p).map(|(s, _)| s)?;
            if !asks {
                return None;
            }
            sides.kind = ContactKind::Interview;
            let named = self.side(cast, other, hit, sentence, None)?;
            if named.doubtful {
                return None;
            }
            sides.parties.push((named.join(cast).0, rawi_model::PartyRole::Participant));
            let mut outlets = encounter.sides.iter().zip(&press).filter(|(_, p)| **p);
            let outlet = outlets.find_map(|((side, _), _)| outlet::of_side(self.scene, cast, side));
            sides.parties.extend(outlet.map(|m| (m, rawi_model::PartyRole::Participant)));
            return Some(sides);
        }
        if kind == ContactKind::Interview || self.passes_name(cast, hit, encounter) {
            return None;
        }
        // The other party is named in the sentence and is looked up first, so that the one who acts is not taken for it.
        let [(acting, acting_role), (other, other_role), more @ ..] = &encounter.sides[..] else { return None };
        if hit.word.envoy && !self.is_envoy(other) {
            return None;
        }
        let second =
            if kind == ContactKind::Visit { Named::known(self.state(cast, other)?) } else { self.side(cast, other, hit, sentence, None)? };
        let carried = matches!(acting, Side::Carried);
        // «گفت‌وگو با سالم الکعبی، کارشناس بنادر»: a heading that names but the other one is an interview's.
        let heads = carried && hit.word.loose && kind == ContactKind::Call && hit.part == ContactPart::Noun && hit.at == sentence.start;
        if heads {
            let (member, _) = second.join(cast);
            sides.kind = ContactKind::Interview;
            sides.parties.push((member, rawi_model::PartyRole::Participant));
            return (cast.members[member].kind == ActorKind::Person).then_some(sides);
        }
        let first = self.side(cast, acting, hit, sentence, second.found)?;
        // «X و Y دیدار کردند»: two of whom nothing else is known met where a plural verb says so.
        let each_other = hit.part != ContactPart::Noun && are_names(self.scene.passage, acting, other);
        if second.doubtful && (first.doubtful && !each_other || carried) || first.found.is_some() && first.found == second.found {
            return None;
        }
        let first_doubtful = first.doubtful;
        let ((second, second_vague), (first, first_vague)) = (second.join(cast), first.join(cast));
        let entry = |m: MemberId| cast.members[m].entry;
        let twins = entry(first).is_some() && entry(first) == entry(second);
        let state = |m: MemberId| cast.members[m].kind == ActorKind::State;
        let teams = hit.word.teams && hit.part == ContactPart::Noun || self.tells_of_sports();
        let match_of_teams = kind == ContactKind::Meeting && state(first) && state(second) && teams;
        // «رایزنی‌های ایران و عراق»: what two states do all the time is not told.
        // Who travels is known for somebody: «نفت به چین می‌رود» is no visit.
        let unknown = first_doubtful && (!self.scene.is_post || encounter.basis.ends_with("/noun-with"));
        // «وزارت خارجه سفر به … را منع کرد»: a ministry does not travel.
        let nobody = kind == ContactKind::Visit && (unknown || cast.members[first].kind == ActorKind::Organization && !first_vague);
        let topic = hit.word.loose && hit.part == ContactPart::Noun && state(first) && state(second);
        // «تهران میزبان وزیر است»: a state receives nobody at a meeting, and is nobody's guest.
        let receives = [*acting_role, *other_role].contains(&rawi_model::PartyRole::Host);
        let hosting = kind == ContactKind::Meeting && receives && (state(first) || state(second));
        // «گفت‌وگو با ایران»: with a state one who only spoke last holds no talks.
        let alone = matches!(kind, ContactKind::Talks | ContactKind::Call) && hit.part == ContactPart::Noun && carried && state(second);
        // Nobody is a guest at home.
        let entries = &cast.registry().entries;
        let home = kind == ContactKind::Visit
            && entry(first).zip(entry(second)).is_some_and(|(guest, host)| entries[guest].state.as_ref() == Some(&entries[host].id));
        if first == second
            || twins
            || nobody
            || topic
            || hosting
            || alone
            || home
            || match_of_teams
            || kind == ContactKind::Visit && state(first)
        {
            return None;
        }
        // Several people or states do not speak by telephone unless that is said.
        let several = |m: MemberId| matches!(cast.members[m].kind, ActorKind::State | ActorKind::Group | ActorKind::Organization);
        let crowd = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if self.grammar.around(self.scene.passage, tokens.start, Around::People).is_some());
        let many = several(first) || several(second) || crowd(acting) || crowd(other);
        if hit.word.loose && kind == ContactKind::Call && kind != hit.word.kind && many {
            sides.kind = hit.word.kind;
        }
        sides.parties = vec![(first, *acting_role), (second, *other_role)];
        sides.vague = [(first, first_vague), (second, second_vague)].into_iter().filter(|v| v.1).map(|v| v.0).collect();
        for (side, role) in more {
            let named = match kind {
                ContactKind::Visit => self.state(cast, side).map(Named::known),
                _ => self.side(cast, side, hit, sentence, None).filter(|n| !n.doubtful),
            };
            let Some(named) = named else { continue };
            let (member, vague) = named.join(cast);
            if !sides.parties.iter().any(|p| p.0 == member) {
                sides.parties.push((member, *role));
                sides.vague.extend(vague.then_some(member));
            }
        }
        Some(sides)
    }

    /// Whether an envoy stands at the head of a side: «السفير العماني».
    fn is_envoy(&self, side: &Side) -> bool {
        let p = self.scene.passage;
        matches!(side, Side::Phrase { tokens, .. } if (tokens.start..tokens.end.min(tokens.start + 2)).any(|k| p.is(k, Class::Envoy)))
    }

    /// Whether the words between a Persian noun and its preposition name somebody: «سفر هوسپیان به تهران».
    fn passes_name(&self, cast: &Cast<'_>, hit: &ContactHit<'static>, encounter: &Encounter) -> bool {
        let p = self.scene.passage;
        let Some((Side::Phrase { tokens, .. }, _)) = encounter.sides.last() else { return false };
        // «سفر ونس به سوئیس»: one word that is no adjective.
        let one = hit.word.kind == ContactKind::Visit && tokens.start == hit.end + 2 && {
            let word = p.tokens.word(hit.end);
            let ending = p.grammar.ezafe.iter().any(|e| e.chars().next_back().is_some_and(|c| word.ends_with(c)));
            p.tokens.is_word(hit.end) && !p.is_classed(hit.end) && !ending && self.grammar.around(p, hit.end, Around::Manner).is_none()
        };
        let closed = Class::Preposition.bit() | Class::Agent.bit();
        let named = (hit.end..tokens.start).take_while(|&k| !p.any(k, closed)).any(|k| p.is_of_person(k));
        p.grammar.article.is_empty()
            && encounter.basis.ends_with("/noun-with")
            && (one
                || named
                || (hit.end..tokens.start).any(|k| !p.is_classed(k) && p.tokens.is_word(k) && cast.knows(&cast.phrase(p, k..k + 1, 0))))
    }

    /// Whether the words that tell of a contact say that it was by telephone: «تلفنی درباره آب گفت‌وگو کردند».
    fn by_phone(&self, words: Range<usize>, sentence: &Range<usize>) -> bool {
        let p = self.scene.passage;
        // In Persian such words stand before the verb, among what it is about.
        let from = if p.grammar.article.is_empty() { sentence.start.max(words.start.saturating_sub(8)) } else { words.start };
        from < words.end && self.grammar.any(p, from..words.end, Around::Phone)
    }

    /// Whether the text has several words of what is no contact: a meeting of two countries is a match then.
    fn tells_of_sports(&self) -> bool {
        *self.sports.get_or_init(|| {
            let p = self.scene.passage;
            (0..p.tokens.len()).filter(|&k| self.grammar.around(p, k, Around::Other).is_some()).nth(1).is_some()
        })
    }

    fn is_press(&self, cast: &Cast<'_>, side: &Side) -> bool {
        let p = self.scene.passage;
        let Side::Phrase { tokens, skip, beside } = side else { return false };
        // «سالم الکعبی، خبرنگار ساحل»
        if beside.iter().any(|b| self.grammar.around(p, b.start, Around::Press).is_some()) {
            return true;
        }
        let phrase = cast.phrase(p, tokens.clone(), *skip);
        // «در گفت‌وگو با فارس»: an everyday word that is an outlet's name too.
        // «مع «الشرق»»
        let (at, skip) = if p.quote_at(tokens.start).is_some() { (tokens.start + 1, &0) } else { (tokens.start, skip) };
        let outlet = cast
            .registry()
            .at(p, at, *skip)
            .is_some_and(|(_, known)| cast.registry().entries[known.entry].kind == rawi_actor::EntryKind::Media);
        if outlet && tokens.len() <= 3 {
            return true;
        }
        phrase.kind() == rawi_model::ActorKind::Media && !p.is(tokens.start, Class::Role)
            || p.is(tokens.start, Class::Outlet)
            || (tokens.start..tokens.end.min(tokens.start + 2)).any(|k| self.grammar.around(p, k, Around::Press).is_some())
            || self.glued_press(tokens.start, *skip)
    }

    fn glued_press(&self, at: usize, skip: usize) -> bool {
        skip > 0
            && self.grammar.words.around.longest(self.scene.passage.tokens, at, skip).is_some_and(|h| h.values.contains(&Around::Press))
    }

    /// Whether a press conference is told: journalists in the plural.
    fn has_journalists(&self, encounter: &Encounter) -> bool {
        let p = self.scene.passage;
        let names = |k: usize| self.grammar.around(p, k, Around::Journalists).is_some();
        encounter
            .sides
            .iter()
            .any(|(side, _)| matches!(side, Side::Phrase { tokens, .. } if (tokens.start..tokens.end.min(tokens.start + 3)).any(names)))
    }

    /// Whom a side means.
    fn side(
        &self,
        cast: &mut Cast<'_>,
        side: &Side,
        hit: &ContactHit<'static>,
        sentence: &Range<usize>,
        other: Option<MemberId>,
    ) -> Option<Named> {
        match side {
            Side::Phrase { tokens, skip, beside } => party::named(self, cast, tokens, *skip, beside, hit),
            Side::Carried => party::carried(self, cast, hit, sentence, other).map(Named::known),
            Side::Both => None,
        }
    }

    /// The state behind a glued preposition that has swallowed a letter of the article: «للأردن».
    fn behind_double(&self, at: usize, skip: usize) -> Option<usize> {
        let p = self.scene.passage;
        let article = p.grammar.article.as_str();
        let rest = p.tokens.word(at).get(skip..)?;
        let half = article.get(article.len() / 2..).filter(|h| !h.is_empty())?;
        let name = format!("{article}{}", rest.strip_prefix(half)?);
        let registry = rawi_actor::Registry::shared();
        let seat = || {
            let id = rawi_lang::seat_of(&name)?;
            registry.entries.iter().position(|e| e.kind == rawi_actor::EntryKind::State && e.id == id)
        };
        registry.find(&name, Some(rawi_actor::EntryKind::State)).or_else(seat)
    }

    /// The state that a phrase or its seat of government names.
    fn state(&self, cast: &mut Cast<'_>, side: &Side) -> Option<MemberId> {
        let p = self.scene.passage;
        let Side::Phrase { tokens, skip, .. } = side else { return None };
        let mut i = tokens.start;
        let mut skip = *skip;
        if self.grammar.words.around.longest(p.tokens, i, skip).is_some_and(|h| h.values.contains(&Around::StateHead)) && i + 1 < tokens.end
        {
            i += 1;
            skip = 0;
        }
        let registry = cast.registry();
        let entry = if let Some((_, known)) =
            registry.at(p, i, skip).filter(|(_, known)| registry.entries[known.entry].kind == rawi_actor::EntryKind::State)
        {
            known.entry
        } else if let Some((_, entry)) = registry.state_at(p, i).filter(|_| i > tokens.start) {
            // «العاصمة العراقية بغداد»
            entry
        } else if let Some(entry) = self.behind_double(i, skip) {
            entry
        } else {
            let (_, id) = seat_at(p, i, skip)?;
            registry.entries.iter().position(|e| e.kind == rawi_actor::EntryKind::State && e.id == id)?
        };
        let member = cast.of_entry(entry);
        let span = ByteSpan {
            start: p.tokens.raw_from(tokens.start, if i == tokens.start { skip } else { 0 }),
            end: p.tokens.span(tokens.start..i + 1).end,
        };
        let mentions = &mut cast.members[member].mentions;
        if !mentions.iter().any(|(s, _)| s.start < span.end && span.start < s.end) {
            mentions.push((span, rawi_model::MentionKind::Name));
        }
        Some(member)
    }
}

/// A contact of one with each of several: «دیدارهای جداگانه با …».
fn apart(draft: Draft) -> Vec<Draft> {
    let Some((first, others)) = draft.parties.split_first().filter(|(_, others)| others.len() > 1) else { return vec![draft] };
    others.iter().map(|other| Draft { parties: vec![*first, *other], ..draft.clone() }).collect()
}

/// Whether two sides stand beside each other as names do: «سالم الکعبی و ناصر الخوری».
fn are_names(p: &rawi_lang::Passage<'_>, first: &Side, second: &Side) -> bool {
    let (Side::Phrase { tokens: a, .. }, Side::Phrase { tokens: b, .. }) = (first, second) else { return false };
    let name = |r: &Range<usize>| {
        (2..=3).contains(&r.len())
            && r.clone().all(|k| p.tokens.is_word(k) && !p.any(k, Class::Preposition.bit() | Class::Adverb.bit() | Class::Quantity.bit()))
    };
    a.end + 1 == b.start && p.is(a.end, Class::Conjunction) && name(a) && name(b)
}

/// The words in which the day of a contact may stand: its sentence from the clause word before it on, up to where speech
/// begins behind it.
fn dated(scene: &Scene<'_>, evidence: &Range<usize>, hit: &ContactHit<'_>, sentence: &Range<usize>) -> Range<usize> {
    let p = scene.passage;
    let start = (sentence.start..evidence.start.min(hit.at))
        .rev()
        .find(|&k| p.is(k, Class::Clause) || p.tokens.is_mark(k, ':'))
        .map_or(sentence.start, |k| k + 1);
    let end = (evidence.end..sentence.end.min(evidence.end + FAR))
        .find(|&k| p.is(k, Class::Clause) || p.tokens.is_mark(k, ':'))
        .unwrap_or(sentence.end.min(evidence.end + FAR));
    start..end
}

/// The clause whose words tell whether a contact took place: not beyond a conjunction of clauses or the sentence.
fn clause(scene: &Scene<'_>, hit: &ContactHit<'_>, sentence: &Range<usize>) -> Range<usize> {
    let p = scene.passage;
    let start = (sentence.start..hit.at)
        .rev()
        .find(|&k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause) && p.cues_in(sentence.start..k).iter().any(|c| c.end == k))
        .map_or(sentence.start, |k| k + 1);
    let end = (hit.end..sentence.end)
        .find(|&k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause) || p.quote_at(k).is_some())
        .unwrap_or(sentence.end);
    start..end.min(p.cues_in(hit.end..sentence.end).first().map_or(end, |c| c.at.max(hit.end)))
}

/// The words behind «در» or «في» in the sentence where they name a seat of government or a palace.
fn place(scene: &Scene<'_>, g: &ContactGrammar, encounter: &Encounter, hit: &ContactHit<'_>, sentence: &Range<usize>) -> Option<ByteSpan> {
    let p = scene.passage;
    let range = sentence.start.max(hit.at.saturating_sub(30))..sentence.end.min(hit.end + 40);
    // The words of a party's office hold no place of the contact: «سفیر در مسقط».
    let names = |k: usize| {
        encounter.sides.iter().any(
            |(side, _)| matches!(side, Side::Phrase { tokens, beside, .. } if tokens.contains(&k) || beside.iter().any(|b| b.contains(&k))),
        )
    };
    range.into_iter().filter(|&k| !names(k)).find_map(|k| {
        let at = g.around(p, k, Around::In)?;
        // «في العاصمة الإيطالية روما»
        let head = g.around(p, at, Around::StateHead).filter(|_| !p.grammar.article.is_empty());
        let seat = [Some(at), head, head.map(|k| k + 1)].into_iter().flatten().find_map(|k| Some((k, seat_at(p, k, 0)?.0)));
        if let Some((at, end)) = seat {
            return Some(p.tokens.span(at..end));
        }
        g.around(p, at, Around::Seat)?;
        let end = (p.grammar.phrase_end)(p, at, sentence.end.min(at + 4));
        (end > at + 1).then(|| p.tokens.span(at..end))
    })
}
