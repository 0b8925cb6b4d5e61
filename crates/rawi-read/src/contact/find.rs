//! The run through a document, contact word by contact word.

use std::cell::OnceCell;
use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_lang::{Around, Class, ContactGrammar, ContactHit, ContactPart, Encounter, Passage, Place, contact_grammar};
use rawi_model::{BlockRole, ContactKind, Form, PartyRole, Status};
use rawi_text::{ByteSpan, TokenKind, first_sentence, sentences};

use super::beside::{around, clause, dated, place, visited};
use super::draft::{Draft, Telling};
use super::sides::Sides;
use super::{adjectives, known, once, pair, somebody, told, whole};
use crate::block::Part;
use crate::reader::Scene;
use crate::statement;

/// How far behind a noun that takes up a contact its day and place may stand, in tokens.
const BEHIND: usize = 14;

/// How far before it that contact is told, in tokens.
const TOLD: usize = 90;

/// Finds the contacts of a document.
pub(crate) fn find(scene: &Scene<'_>, cast: &mut Cast<'_>, statements: &[statement::Draft]) -> Vec<Draft> {
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
    drafts.retain_mut(|d| somebody::are_two(cast, d) && somebody::are_somebody(scene, cast, d));
    let told = told::told(scene, cast, statements, &drafts);
    drafts.extend(told);
    drafts.retain_mut(|d| somebody::are_two(cast, d));
    once::once(scene, &mut drafts, cast);
    for draft in &mut drafts {
        of_lead(scene, draft);
    }
    drafts.sort_by_key(|d| d.evidence.start);
    drafts
}

pub(super) struct Run<'s, 't> {
    pub(super) scene: &'s Scene<'t>,
    pub(super) grammar: &'static ContactGrammar,
    pub(super) statements: &'s [statement::Draft],
    pub(super) drafts: Vec<Draft>,
    /// Whether the text tells of sports, found when first asked for.
    pub(super) sports: OnceCell<bool>,
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
            if hits.is_empty() {
                continue;
            }
            // «دیدار تیم‌های ساحل و بندر» is a match; its coach may be interviewed.
            let other = self.grammar.any(p, sentence.clone(), Around::Other);
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
                        let asked = draft.kind == ContactKind::Interview && draft.basis.ends_with("/noun-with");
                        (!other || asked).then_some(draft)
                    })
                });
                if other && found.is_none() {
                    continue;
                }
                let found = found.or_else(|| group.iter().find_map(|hit| known::taken_up(self, cast, hit, &sentence)));
                let found = found.or_else(|| adjectives::of_adjectives(self, cast, &group[0], &sentence, part));
                let found = found.or_else(|| pair::of_pair(self, cast, &group[0], &sentence, part));
                if found.is_none() {
                    group.iter().any(|hit| self.tells_more(hit, &sentence));
                }
                if let Some(draft) = found {
                    told = group[0].end;
                    let each = self.grammar.any(p, group[0].at..group[0].end + 1, Around::Separate) || are_offices(p, &draft, &group[0]);
                    let travels = draft.kind == ContactKind::Visit && draft.parties.len() > 2;
                    self.drafts.extend(match draft {
                        draft if travels => visits(&draft),
                        draft if each => apart(draft),
                        draft => vec![draft],
                    });
                }
            }
        }
    }

    /// Lets a definite noun that takes up the contact told before give its day and place: «وعقد اللقاء أمس في مسقط», «این دیدار عصر دیروز
    /// در مسقط برگزار شد».
    fn tells_more(&mut self, hit: &ContactHit<'_>, sentence: &Range<usize>) -> bool {
        let p = self.scene.passage;
        let taken = if p.grammar.article.is_empty() {
            hit.at > 0 && p.is(hit.at - 1, Class::Demonstrative)
        } else {
            p.tokens.word(hit.at).starts_with(p.grammar.article.as_str())
        };
        let near = hit.at.saturating_sub(3).max(sentence.start)..sentence.end.min(hit.end + BEHIND);
        let end = (hit.end..near.end).find(|&k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause)).unwrap_or(near.end);
        let near = near.start..end;
        let holds = |k: usize| {
            let word = p.tokens.word(k);
            let verb = |w: &str| hit.word.verbs.iter().any(|v| v == w);
            let and = p.grammar.conjunctions.iter().filter_map(|c| word.strip_prefix(c.as_str()));
            self.grammar.around(p, k, Around::Held).is_some() || std::iter::once(word).chain(and).any(verb)
        };
        if hit.part != ContactPart::Noun || !taken || !near.clone().any(holds) {
            return false;
        }
        let told = |d: &Draft| {
            let one = matches!(d.kind, ContactKind::Meeting | ContactKind::Call) && d.status == Status::Held;
            one && d.kind == hit.word.kind && d.evidence.end <= hit.at && hit.at - d.evidence.end < TOLD
        };
        let place = around(self.scene, self.grammar, near.clone());
        let Some(draft) = self.drafts.iter_mut().rev().find(|d| told(d)) else { return false };
        draft.place = draft.place.or(place);
        let span = p.tokens.span(near);
        if let Some(telling) = draft.tellings.first_mut() {
            telling.wide = telling.wide.or(Some(span));
        }
        true
    }

    /// Whether an Arabic present tells what somebody does on a journey that is still to come: «سيزور سالم مسقط، ويلتقي خلال الزيارة …».
    fn goes_on_planned(&self, hit: &ContactHit<'_>, told: &Encounter, parties: &[(MemberId, PartyRole)], part: &Part) -> bool {
        let present = told.part.unwrap_or(hit.part) == ContactPart::Present && !self.scene.passage.grammar.article.is_empty();
        let visit = || self.drafts.iter().rev().find(|d| d.kind == ContactKind::Visit && part.tokens.contains(&d.evidence.start));
        present && visit().is_some_and(|d| d.status == Status::Planned && parties.iter().any(|p| d.has(p.0)))
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
        let sides = self.sides(cast, hit, encounter, sentence)?;
        Some(self.told_of(cast, hit, encounter, sides, sentence, part))
    }

    /// The contact of which an encounter tells, once its sides are known.
    pub(super) fn told_of(
        &self,
        cast: &Cast<'_>,
        hit: &ContactHit<'static>,
        encounter: &Encounter,
        sides: Sides,
        sentence: &Range<usize>,
        part: &Part,
    ) -> Draft {
        let p = self.scene.passage;
        let told = self.grammar.status(p, hit, encounter, clause(self.scene, self.grammar, hit, sentence));
        let noun = matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed);
        let status = match told {
            // What somebody says in an interview or writes may be of the future, the interview or letter is not.
            Status::Planned if noun && matches!(sides.kind, ContactKind::Interview | ContactKind::Letter | ContactKind::Message) => {
                Status::Held
            }
            // «وطالب سالم في مقابلة مع …»
            Status::Proposed if noun && sides.kind == ContactKind::Interview => Status::Held,
            Status::Held if self.goes_on_planned(hit, encounter, &sides.parties, part) => Status::Planned,
            told => told,
        };
        let evidence = encounter.evidence.start.min(hit.at)..encounter.evidence.end.max(hit.end);
        let clause = p.tokens.span(dated(self.scene, self.grammar, encounter, &evidence, hit, sentence));
        let mut telling = Telling::new(p.tokens.span(evidence.clone()), clause);
        // «أعلن أمس أن …، خلال لقاء مع …»: what is said at a contact is said on its day.
        let during = noun && self.grammar.before(p, hit.at, Around::During).is_some();
        telling.wide = during.then(|| p.tokens.span(sentence.clone()));
        // «في قمة مصغرة بين …، سعى الوزير صباح أمس إلى …», and a sentence behind another one that has the day.
        if noun && (during || self.grammar.before(p, hit.at, Around::In).is_some()) {
            let topic = |k: usize| self.grammar.around(p, k, Around::Concerning).is_some();
            let closes = |k: usize| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause) || p.quote_at(k).is_some() || topic(k);
            let end = (evidence.end..sentence.end).find(|&k| closes(k)).unwrap_or(sentence.end);
            let wide = || (sides.kind != ContactKind::Interview).then(|| p.tokens.span(sentence.start..end));
            telling.wide = telling.wide.or_else(wide);
            let lead = self.told(part) <= 1 && sentence.start > part.tokens.start;
            let before = lead.then(|| sentences(p.tokens, part.tokens.start..sentence.start).pop()).flatten();
            telling.before = before.map(|s| p.tokens.span(s));
        }
        telling.wide = telling.wide.or_else(|| heading(p, part));
        let state = || {
            let host = sides.parties.iter().find(|party| party.1 == PartyRole::Host)?.0;
            cast.members[host].entry.map(|entry| cast.registry().entries[entry].id.as_str())
        };
        let spot = match sides.kind {
            ContactKind::Interview | ContactKind::Call => None,
            ContactKind::Visit => state().and_then(|state| visited(self.scene, encounter, state)),
            _ => place(self.scene, self.grammar, encounter, hit, sentence),
        };
        Draft {
            kind: sides.kind,
            parties: sides.parties,
            status,
            date: None,
            evidence,
            tellings: vec![telling],
            place: spot,
            via: Vec::new(),
            basis: encounter.basis,
            loose: hit.word.loose,
            summons: hit.word.envoy,
            over: self.grammar.any(p, hit.end..(hit.end + 2).min(sentence.end), Around::Past)
                || self.grammar.before(p, hit.at, Around::After).is_some(),
            headline: matches!(part.role, BlockRole::Headline | BlockRole::Kicker) || self.scene.is_post && self.told(part) == 0,
            lead: self.told(part) <= 1,
            vague: sides.vague,
        }
    }
}

/// The day that heads a line of a chronicle: «- 28 مارس: أول زيارة …» (28 March: first visit …), «۱۲ تیر: …».
fn heading(p: &Passage<'_>, part: &Part) -> Option<ByteSpan> {
    /// How many tokens it has at most.
    const LONGEST: usize = 10;
    let mark = |k: &usize| !p.tokens.is_word(*k) && !p.tokens.is_mark(*k, ':') && p.tokens.kind(*k) != TokenKind::Break;
    let start = part.tokens.clone().find(|k| p.is_time(*k) || !mark(k))?;
    let end = (start..part.tokens.end.min(start + LONGEST)).find(|k| !p.is_time(*k) && !mark(k))?;
    (end > start && p.is_time(start) && p.tokens.is_mark(end, ':')).then(|| p.tokens.span(start..end))
}

/// Lets what the headline alone tells have the one day of the first sentence of the text.
fn of_lead(scene: &Scene<'_>, draft: &mut Draft) {
    let head = |part: &&Part| matches!(part.role, BlockRole::Headline | BlockRole::Kicker);
    let [telling] = &mut draft.tellings[..] else { return };
    if !draft.headline || draft.kind == ContactKind::Interview {
        return;
    }
    let mut parts = scene.blocks.iter().filter(|b| b.is_told()).skip_while(|b| b.tokens.start <= draft.evidence.start);
    let Some(lead) = parts.find(|part| !head(part)) else { return };
    let first = first_sentence(scene.passage.tokens, lead.tokens.clone());
    telling.wide = first.map(|s| scene.passage.tokens.span(s));
}

/// Whether one met several who are known by their offices alone, all of the state where he is: «التقيت بالرئيس ورئيس الوزراء».
fn are_offices(p: &Passage<'_>, draft: &Draft, hit: &ContactHit<'_>) -> bool {
    let names = draft.evidence.clone().any(|k| p.name_at(k).is_some());
    let finite = !matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed);
    finite
        && !names
        && draft.kind == ContactKind::Meeting
        && draft.parties.len() > 2
        && draft.parties[1..].iter().all(|p| draft.vague.contains(&p.0))
}

/// The visits of each of those who travel to each of the states where they go.
fn visits(draft: &Draft) -> Vec<Draft> {
    let of = |role: PartyRole| draft.parties.iter().filter(move |p| p.1 == role);
    let pairs = of(PartyRole::Guest).flat_map(|guest| of(PartyRole::Host).map(move |host| vec![*guest, *host]));
    // The place that is told beside several is that of one of them.
    let place = draft.place.filter(|_| of(PartyRole::Host).nth(1).is_none());
    pairs.map(|parties| Draft { parties, place, ..draft.clone() }).collect()
}

/// A contact of one with each of several: «دیدارهای جداگانه با …».
fn apart(draft: Draft) -> Vec<Draft> {
    let Some((first, others)) = draft.parties.split_first().filter(|(_, others)| others.len() > 1) else { return vec![draft] };
    others.iter().map(|other| Draft { parties: vec![*first, *other], ..draft.clone() }).collect()
}
