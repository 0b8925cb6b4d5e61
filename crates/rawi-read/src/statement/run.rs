//! The run through a document, part by part and cue by cue.

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_actor::{Cast, MemberId};
use rawi_lang::{Attribution, Class, CueHit, Place, Reach, Subject};
use rawi_model::{ActorKind, BlockRole, Form};
use rawi_text::{TokenKind, sentences};

use super::carry::Whole;
use super::speaker::Speakers;
use super::via::Sources;
use super::{Draft, dateline, whole};
use crate::block::Part;
use crate::reader::Scene;

/// Finds the statements of a document, and the media from which all of it comes.
pub(crate) fn find(scene: &Scene<'_>, cast: &mut Cast<'_>) -> (Vec<Draft>, Whole) {
    let mut run = Run {
        scene,
        speakers: Speakers::new(is_list(scene)),
        sources: Sources::default(),
        drafts: Vec::new(),
        open: None,
        column: is_column(scene),
        table: is_table(scene),
        told: 0,
    };
    let mut letter = whole::letter(scene, cast);
    // Who answers is known before the introduction speaks of him.
    let answers = whole::answers(scene, cast);
    for part in scene.blocks {
        if letter.as_ref().is_some_and(|l| l.covers(part)) {
            continue;
        }
        if part.role == BlockRole::Answer {
            continue;
        }
        if part.is_told() {
            run.part(cast, part);
        // In a post a line may say again what its headline says.
        } else if !(scene.is_post && part.role == BlockRole::PullQuote) && part.tokens.clone().any(|k| scene.passage.tokens.is_word(k)) {
            run.open = None;
        }
    }
    if scene.is_post && run.is_list() {
        run.sources.whole = Whole::default();
    }
    run.sources.close(scene, cast, letter.as_mut().map(|l| &mut l.draft));
    let Run { mut drafts, sources, .. } = run;
    let whole = drafts.len();
    drafts.extend(letter.map(|l| l.draft));
    drafts.extend(answers);
    // A long text without a writer's name is rather a translated article, and others' words in it are not told by him.
    let told = |d: &Draft| d.basis.ends_with("/answer") || d.end() - d.start() < LETTER && d.speaker.is_some_and(|s| cast.members[s].named);
    let outer: Vec<usize> = (whole..drafts.len()).filter(|&i| told(&drafts[i])).collect();
    for outer in outer {
        super::within::tell(scene, cast, &mut drafts, outer);
    }
    (in_order(drafts), sources.whole)
}

/// Those who take the word without a name.
const TAKES: u64 =
    Class::Anaphor.bit() | Class::AnaphorPlural.bit() | Class::PluralHead.bit() | Class::Unnamed.bit() | Class::Indefinite.bit();

struct Run<'s, 't> {
    scene: &'s Scene<'t>,
    speakers: Speakers,
    sources: Sources,
    drafts: Vec<Draft>,
    /// The statement whose speech may go on in the next part.
    open: Option<usize>,
    /// Whether a writer speaks of himself: then only sure speakers are others.
    column: bool,
    /// Whether the document is a table, whose lines name no speakers.
    table: bool,
    /// How many parts the reporter has told.
    told: usize,
}

impl Run<'_, '_> {
    /// Whether a post lists what several say, a line each: none of them speaks for the others.
    fn is_list(&self) -> bool {
        /// How many make a list.
        const SEVERAL: usize = 3;
        let line = self.scene.passage.grammar.line.id;
        self.drafts.iter().filter(|d| d.basis == line).map(|d| d.speaker).collect::<BTreeSet<_>>().len() >= SEVERAL
    }

    fn part(&mut self, cast: &mut Cast<'_>, part: &Part) {
        let p = self.scene.passage;
        let mut paragraph = part.tokens.clone();
        if let Some(line) = dateline::read(self.scene, cast, part) {
            paragraph.start = line.text;
            self.sources.open(self.scene, cast, &line);
        }
        let short = self.scene.is_post || part.role == BlockRole::Headline;
        let item = numbered(p, &paragraph);
        if self.scene.is_post && item > paragraph.start {
            self.sources.whole.note(paragraph.start, None);
        }
        paragraph.start = item;
        self.speakers.enter(self.told, part.role);
        self.told += usize::from(!is_set_in(p, &part.tokens));
        let mut consumed = self.drafts.last().map_or(0, Draft::end);
        if consumed >= paragraph.end {
            // A quotation that began before covers the whole part.
            self.runs_on();
            return;
        }
        let mut first = None;
        if let Some(found) = p.grammar.line.set_in(p, &paragraph).filter(|_| consumed <= paragraph.start) {
            first = Some(found.content.start);
            consumed = self.set_in(cast, found, part).unwrap_or(consumed);
        } else if consumed <= paragraph.start
            && !self.table
            && let Some(found) = p.grammar.line.read(p, &paragraph, short)
        {
            let head = found.cue.as_ref().map_or(paragraph.start, |c| c.0.start);
            first = Some(head);
            self.sources.enter(self.scene, cast, &self.speakers, &(head..found.content.start.min(paragraph.end)));
            let mut found = found;
            if let Subject::Phrase { tokens, .. } = &mut found.subject {
                self.sources.line(self.scene, cast, tokens, found.content.start.min(paragraph.end));
            }
            if let Some(end) = self.take(cast, found, &paragraph, part) {
                consumed = end;
            }
        }
        for sentence in sentences(p.tokens, paragraph.clone()) {
            if sentence.end <= consumed {
                continue;
            }
            let place = Place { paragraph: paragraph.clone(), sentence: sentence.clone() };
            self.sources.enter(self.scene, cast, &self.speakers, &sentence);
            self.speakers.source = self.sources.leads(self.scene);
            // «قال: «… . …»، مؤكدا أن …»: he goes on in the sentence in which his words end.
            if consumed > sentence.start && self.drafts.last().is_some_and(|d| d.form == Form::Direct && d.end() > sentence.start) {
                self.speakers.goes_on_in(&sentence);
            }
            let before = self.drafts.len();
            for cue in p.cues_in(sentence.clone()) {
                if cue.at < consumed || p.quote_around(cue.at).is_some_and(|q| q.inside().len() > 3) {
                    continue;
                }
                if cue.at > 0 && p.is(cue.at - 1, Class::Negation) || p.is_to_come(cue) {
                    continue;
                }
                let Some(found) = p.grammar.frames.iter().find_map(|frame| (frame.read)(p, cue, &place)) else {
                    self.speakers.heard(self.scene, cast, cue, &sentence);
                    continue;
                };
                if self.is_within(part, &found.subject) {
                    continue;
                }
                let at = found.cue.as_ref().map_or(found.content.start, |c| c.0.start).min(found.content.start);
                let cue_end = found.cue.as_ref().map_or(found.content.end, |c| c.0.end);
                if let Some(end) = self.take(cast, found, &sentence, part) {
                    first.get_or_insert(if at < sentence.start { at } else { sentence.start });
                    consumed = consumed.max(end.max(cue_end));
                }
            }
            // «به گفته نوری، وزیر از سفر خبر داد»: what others say in it is told by him.
            let other = |d: &Draft, m: MemberId| d.form != Form::Direct && d.speaker.is_some_and(|s| s != m);
            let tells = self.sources.opener().filter(|&m| self.drafts[before..].iter().all(|d| other(d, m)));
            if tells.is_some() {
                self.drafts.truncate(before);
                self.open = self.open.filter(|&open| open < before);
            }
            let taken: Vec<Range<usize>> =
                self.drafts[before..].iter().map(|d| d.start().min(d.cue.as_ref().map_or(usize::MAX, |c| c.0.start))..d.end()).collect();
            if let Some(draft) = self.sources.statement(self.scene, &sentence, &taken) {
                first.get_or_insert(sentence.start);
                consumed = consumed.max(draft.end());
                // «قالت الإذاعة …، بحسب التقديرات. وأشارت إلى …»: a paper does not take the word from her.
                let paper = draft.speaker.is_some_and(|m| cast.members[m].kind == ActorKind::Document);
                if !paper || !self.speakers.is_speaking() {
                    self.speakers.spoke(draft.speaker);
                }
                self.drafts.push(draft);
                if tells.is_some() {
                    let outer = self.drafts.len() - 1;
                    super::within::tell(self.scene, cast, &mut self.drafts, outer);
                }
            }
        }
        self.speakers.reported(self.scene, cast, part);
        self.go_on(part, first);
    }

    /// Takes the words of a message that was set in: the report goes on with him who spoke before.
    fn set_in(&mut self, cast: &mut Cast<'_>, found: Attribution, part: &Part) -> Option<usize> {
        let speakers = self.speakers.clone();
        let head = found.cue.as_ref().map_or(found.content.start, |c| c.0.start);
        self.sources.enter(self.scene, cast, &speakers, &(head..head));
        let end = self.take(cast, found, &part.tokens.clone(), part);
        self.speakers = speakers;
        end
    }

    /// Makes a statement of an attribution; one past its last token, or none where nobody can be its speaker.
    fn take(&mut self, cast: &mut Cast<'_>, found: Attribution, sentence: &Range<usize>, part: &Part) -> Option<usize> {
        let p = self.scene.passage;
        let headline = part.role == BlockRole::Headline;
        if self.column && !matches!(&found.subject, Subject::Phrase { tokens, .. } if p.is_actor(tokens.start)) {
            return None;
        }
        let speaker = self.speakers.of(self.scene, cast, &found, sentence)?;
        let subject = if let Subject::Phrase { tokens, .. } = &found.subject { tokens.clone() } else { 0..0 };
        let (speaker, mut relayed) = self.sources.swap(cast, speaker, &subject);
        if let Some(outlet) = found.relayed_by.clone() {
            let phrase = cast.phrase(p, outlet, 0);
            relayed = Some(cast.join(&phrase));
        }
        let audience = found.audience.clone().map(|tokens| {
            let skip = usize::from(p.glued_at(tokens.start)).max(p.grammar.dative_in(p.tokens.word(tokens.start)));
            let phrase = cast.phrase(p, tokens, skip);
            cast.join(&phrase)
        });
        // What is told to a medium came through it.
        let told = audience.filter(|&a| cast.members[a].kind == ActorKind::Media && a != speaker);
        let audience = audience.filter(|_| told.is_none());
        // «خبرگزاری مهر: …»: a post that opens with a medium's name is that medium's report.
        if self.scene.is_post && found.cue.is_some() && found.basis == p.grammar.line.id && cast.members[speaker].kind == ActorKind::Media {
            self.sources.whole.note(found.content.start, Some(speaker));
        }
        let via = self.sources.via(speaker, told.into_iter().chain(relayed), Some(&found.content).filter(|_| p.grammar.article.is_empty()));
        let content = if self.scene.is_post { unsigned(p, found.content.clone()) } else { found.content.clone() };
        let content = behind_name(p, content, &subject);
        let content: Vec<Range<usize>> = [self.sources.uncited(p, content)].into_iter().chain(found.rest.clone()).collect();
        let end = content.last().map_or(found.content.end, |last| last.end.max(found.content.end));
        let in_passing = self.is_in_passing(&found);
        self.drafts.push(Draft {
            basis: found.basis,
            cue: found.cue,
            lemma: found.lemma,
            speaker: Some(speaker),
            audience: audience.into_iter().collect(),
            via,
            content,
            form: found.form,
            event: None,
            within: None,
            also: Vec::new(),
            headline,
        });
        if !in_passing {
            self.speakers.spoke(Some(speaker));
            self.speakers.told(audience);
        }
        let outer = self.drafts.len() - 1;
        self.open = (found.reach == Reach::Open).then_some(outer);
        super::within::tell(self.scene, cast, &mut self.drafts, outer);
        Some(end)
    }

    /// Whether a relative clause tells what its own subject calls something, with whom the report doesn't go on: «المشروع الذي وصفه الوزير
    /// بأنه …» (the project that the minister called …).
    fn is_in_passing(&self, found: &Attribution) -> bool {
        let p = self.scene.passage;
        let Some(cue) = found.cue.as_ref().and_then(|(at, _)| p.cues_in(at.clone()).first()) else { return false };
        let what = |k: usize| {
            cue.part == rawi_lang::Part::Present || p.is(k, Class::Object) || p.grammar.what.iter().any(|w| w == p.tokens.word(k))
        };
        let behind = matches!(&found.subject, Subject::Phrase { tokens, .. } if tokens.start >= cue.end);
        behind && !p.grammar.article.is_empty() && cue.skip == 0 && cue.at > 0 && p.holds_object(cue) && what(cue.at - 1)
    }

    /// Joins the head of a part to speech that is open, and decides what stays open after it.
    fn go_on(&mut self, part: &Part, first: Option<usize>) {
        let p = self.scene.passage;
        let Some(open) = self.open else { return };
        let draft = &self.drafts[open];
        // An item with a number of its own goes on with none before it.
        let begun_in = self.scene.blocks.iter().rfind(|b| b.tokens.start <= draft.start());
        if self.scene.is_post
            && part.tokens.start > draft.start()
            && numbered(p, &part.tokens) > part.tokens.start
            && begun_in.is_some_and(|b| numbered(p, &b.tokens) > b.tokens.start)
        {
            self.open = None;
            return;
        }
        if draft.start() >= part.tokens.start {
            // It began in this part.
            return;
        }
        // In a list of what many said each has a line.
        if self.speakers.listed {
            self.open = None;
            return;
        }
        let end = first.unwrap_or(part.tokens.end);
        let tokens = p.trim(part.tokens.start..end);
        let begun = self.drafts.iter().skip(open + 1).any(|d| d.start() >= part.tokens.start);
        if tokens.is_empty() || !self.goes_on(draft, &tokens) {
            if !tokens.is_empty() || begun {
                self.open = self.open.filter(|_| !begun && tokens.is_empty());
            }
            return;
        }
        let last = self.drafts[open].content.last_mut();
        if let Some(last) = last {
            last.end = tokens.end;
        }
        if begun {
            self.open = None;
        } else {
            self.runs_on();
        }
    }

    /// Notes that Arabic speech has run on through a part: «وأضاف» still means him who speaks.
    fn runs_on(&mut self) {
        if !self.scene.is_post && !self.scene.passage.grammar.article.is_empty() {
            self.speakers.speaks_on();
        }
    }

    /// Whether one of the next parts is speech still, with no verb of speech before it.
    fn speaks_on(&self, from: usize, own: impl Fn(usize) -> bool) -> bool {
        /// How many parts are looked at.
        const NEXT: usize = 2;
        let p = self.scene.passage;
        let reported = |part: &&Part| p.cues_in(part.tokens.clone()).iter().any(|c| p.tokens.is_mark(c.end, ':'));
        let stops =
            |part: &&Part| reported(part) || !part.is_told() || p.any(part.tokens.start, Class::Resume.bit() | Class::Anaphor.bit());
        let next = self.scene.blocks.iter().filter(|part| part.tokens.start >= from && !part.tokens.is_empty());
        next.take(NEXT).take_while(|part| !stops(part)).any(|part| part.tokens.clone().any(&own))
    }

    /// Whether what is told in a later line of a post is told by him whose words the post gives: «نوری: … 🔹 دشمن می‌گوید …».
    /// Only who is known for a person, a body or several takes the word from him.
    fn is_within(&self, part: &Part, subject: &Subject) -> bool {
        let p = self.scene.passage;
        let Some(draft) = self.open.map(|open| &self.drafts[open]).filter(|_| self.scene.is_post) else { return false };
        let Subject::Phrase { tokens, beside, .. } = subject else { return false };
        let person = tokens.clone().any(|k| p.any(k, Class::Role.bit() | Class::Title.bit()));
        let several = p.grammar.plural_nouns.iter().any(|end| p.tokens.word(tokens.start).ends_with(end.as_str()));
        // «سالم نوری | در مصاحبه با شبکه ساحل تأیید کرد که …»
        let told_in = [tokens.end, tokens.end + 1].into_iter().any(|k| p.any(k, Class::Interview.bit() | Class::ToldIn.bit()));
        let other = p.is_actor(tokens.start) || p.person_at(tokens.start).is_some() || p.any(tokens.start, TAKES);
        let other = other || person || several || told_in || p.name_at(tokens.start).is_some() || !beside.is_empty();
        let words = p.trim(part.tokens.clone());
        let later = draft.basis == p.grammar.line.id && draft.start() < words.start;
        later && !other && !words.is_empty() && self.goes_on(draft, &words)
    }

    /// Whether a part that names no speaker goes on with the speech before it.
    fn goes_on(&self, draft: &Draft, tokens: &Range<usize>) -> bool {
        let p = self.scene.passage;
        // «منبع: …», and not «واقعیت این است که …»
        let label = |k: usize| p.is(k, Class::Label) && (p.end_of(k, Class::Label) >= tokens.end || p.is_mark(p.end_of(k, Class::Label)));
        if p.any(tokens.start, Class::Resume.bit() | Class::Tags.bit()) || label(tokens.start) {
            return false;
        }
        if self.scene.is_post {
            return true;
        }
        if draft.headline {
            return false;
        }
        let broken = !matches!(p.tokens.kind(draft.end().saturating_sub(1)), TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '»' | '”'));
        let persian = p.grammar.article.is_empty();
        let links = p.any(tokens.start, Class::Conjunction.bit() | Class::Demonstrative.bit()) || p.is(tokens.start, Class::Adverb);
        // «باید» is said of all.
        let own = |k: usize| p.first_person(k..k + 1) && !(persian && p.is(k, Class::Impersonal));
        let speaks = tokens.clone().any(own) || persian && self.speaks_on(tokens.end, own);
        let names_other = p.any(tokens.start, Class::Title.bit()) || p.name_at(tokens.start).is_some() && !speaks;
        let ends = matches!(p.tokens.kind(tokens.end - 1), TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '»'));
        // «سپس …», «این نمایش …»: a Persian reporter speaks again, unless a paper does or a line was torn.
        let paper = || p.grammar.cues.list.iter().any(|c| c.paper && c.lemma == draft.lemma);
        let torn = broken && draft.basis != p.grammar.line.id;
        if persian && (p.is(tokens.start, Class::Anaphor) || !speaks && !torn && !paper()) {
            return false;
        }
        (broken || ends) && !names_other && (broken || links || speaks)
    }
}

/// The statements in the order of the text, with `within` following them.
fn in_order(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&i| (drafts[i].start(), drafts[i].cue.as_ref().map_or(0, |c| c.0.start), i));
    let mut place = vec![0; drafts.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let mut sorted: Vec<(usize, Draft)> = drafts.into_iter().enumerate().map(|(old, d)| (place[old], d)).collect();
    sorted.sort_by_key(|(new, _)| *new);
    sorted.into_iter().map(|(_, d)| Draft { within: d.within.map(|w| place[w]), ..d }).collect()
}

/// Whether a part is another text that was set in, as its address at the end tells: «شاهدوا الجسر pic.example.com/a1b2».
fn is_set_in(p: &rawi_lang::Passage<'_>, part: &Range<usize>) -> bool {
    let last = part.clone().rev().find(|&k| p.tokens.is_word(k));
    last.is_some_and(|k| k > part.start && p.tokens.word(k).is_ascii() && p.tokens.is_mark(k - 1, '/'))
}

/// Where the words of an item begin, behind its number: «۱- …», «2. …», «3️⃣ …».
fn numbered(p: &rawi_lang::Passage<'_>, paragraph: &Range<usize>) -> usize {
    /// What stands behind the number of an item.
    const BEHIND: [char; 7] = ['.', '-', '\u{2013}', ')', '\u{640}', '\u{FE0F}', '\u{20E3}'];
    let is_word = |k: usize| p.tokens.is_word(k);
    let Some(number) = paragraph.clone().find(|&k| is_word(k)).filter(|&k| p.tokens.kind(k) == TokenKind::Number) else {
        return paragraph.start;
    };
    let behind = (number + 1..paragraph.end).take_while(|&k| BEHIND.iter().any(|&mark| p.tokens.is_mark(k, mark))).count();
    let text = number + 1 + behind;
    let counts = p.tokens.word(number).chars().count() <= 2;
    if counts && behind > 0 && text < paragraph.end && p.tokens.kind(text) == TokenKind::Word { text } else { paragraph.start }
}

/// The words of a post without the channel's handle at their end: «… @kanal».
fn unsigned(p: &rawi_lang::Passage<'_>, content: Range<usize>) -> Range<usize> {
    /// The longest signature, in tokens.
    const LONGEST: usize = 6;
    let latin = |k: usize| p.is_mark(k) || p.tokens.word(k).is_ascii();
    let at = (content.start + 1..content.end).rev().take(LONGEST).take_while(|&k| latin(k)).filter(|&k| p.tokens.is_mark(k, '@')).last();
    at.map_or(content.clone(), |k| p.trim(content.start..k))
}

/// The words of a statement without the last name of its speaker, whose letter looks like a preposition: «وجه المدير سالم بلعيد | بفتح …».
fn behind_name(p: &rawi_lang::Passage<'_>, content: Range<usize>, subject: &Range<usize>) -> Range<usize> {
    let word = p.tokens.word(content.start);
    let letter = |g: &String| word.strip_prefix(g.as_str()).is_some_and(|rest| !rest.starts_with(p.grammar.article.as_str()));
    let named = |k: usize| p.person_at(k).is_some_and(|e| e == content.start + 1 && e + 1 < content.end);
    let last = p.grammar.prepositions.iter().any(letter) && p.owner(content.start).is_none() && subject.clone().any(named);
    if last { p.trim(content.start + 1..content.end) } else { content }
}

/// The most tokens of a letter in which others' words are looked for.
const LETTER: usize = 900;

/// How many lines with a number behind a colon make a table.
const TABLE: usize = 4;

/// Whether a document is a table: many of its lines give a number behind a colon, «الصافي: 2.800».
fn is_table(scene: &Scene<'_>) -> bool {
    let p = scene.passage;
    let row = |part: &&Part| {
        let colon = part.tokens.clone().find(|&k| p.tokens.is_mark(k, ':'));
        colon.is_some_and(|k| {
            k > part.tokens.start && p.tokens.kind(k - 1) != TokenKind::Number && p.tokens.kind(k + 1) == TokenKind::Number
        })
    };
    let rows = scene.blocks.iter().filter(row).count();
    rows >= TABLE && rows * 3 >= scene.blocks.len() || is_sheet(scene)
}

/// How many lines that say what a thing is like make a sheet of them.
const SHEET: usize = 3;

/// Whether a document is a sheet of what a thing is like: «جنس: پلی‌استر», «سایز: L و XL».
fn is_sheet(scene: &Scene<'_>) -> bool {
    /// The most words before the colon, and behind it.
    const WORDS: (usize, usize) = (3, 7);
    let p = scene.passage;
    let words = |range: Range<usize>| range.filter(|&k| p.tokens.is_word(k)).count();
    let lines = scene.blocks.iter().filter_map(|part| {
        let head = part.tokens.clone().find(|&k| p.tokens.is_word(k))?;
        let colon = (head..part.tokens.end).find(|&k| p.tokens.is_mark(k, ':'))?;
        let value = colon + 1..part.tokens.end;
        let nobody = !p.is_actor(head) && p.person_at(head).is_none();
        let short = words(head..colon) <= WORDS.0 && (1..=WORDS.1).contains(&words(value.clone()));
        Some(nobody && short && !value.clone().any(|k| p.is_finite(k)))
    });
    let lines: Vec<bool> = lines.collect();
    let rows = lines.iter().filter(|&&row| row).count();
    rows >= SHEET && rows * 2 >= lines.len() && p.grammar.article.is_empty()
}

/// How many lines that name different speakers make a post a list.
const LIST: usize = 3;

/// Whether a post is a list of what many said: several of its lines name each its speaker before a colon.
fn is_list(scene: &Scene<'_>) -> bool {
    let p = scene.passage;
    let told = scene.blocks.iter().filter(|part| scene.is_post && part.is_told());
    let heads = told.filter_map(|part| p.grammar.line.read(p, &part.tokens, true)?.cue);
    let names: BTreeSet<String> = heads.map(|(head, _)| head.map(|k| p.tokens.word(k)).collect()).collect();
    names.len() >= LIST
}

/// How many words of his own voice make a writer's column.
const COLUMN: usize = 2;

/// Whether a document is a column: outside quotations its writer speaks of himself.
fn is_column(scene: &Scene<'_>) -> bool {
    /// The longest name between a verb and its colon, in tokens.
    const SPEAKER: usize = 8;
    let p = scene.passage;
    // «واعترف المتهم» is no «وأعترف».
    let other = |k: usize| {
        let hamza = p.tokens.list[k].raw.of(p.raw).contains('\u{623}');
        !hamza && !p.grammar.article.is_empty() && p.cues_in(k..k + 1).iter().any(|c| c.part == rawi_lang::Part::Past)
    };
    let own =
        |k: &usize| p.is(*k, Class::OwnVoice) && p.quote_around(*k).is_none() && (*k == 0 || !p.tokens.is_mark(*k - 1, ':')) && !other(*k);
    let told = scene.blocks.iter().filter(|part| matches!(part.role, BlockRole::Body | BlockRole::Lead) && !scene.is_post);
    // «وأضاف: …», «وقال المدير: …»: what others say.
    let colon = |at: usize| (at..at + SPEAKER).take_while(|&k| !p.is_comma(k)).any(|k| p.tokens.is_mark(k, ':'));
    // «وأضاف أن …»: so is what a verb of speech at the head of a part tells.
    let clause = |at: usize| (at..at + SPEAKER).take_while(|&k| !p.is_comma(k)).any(|k| p.is(k, Class::Clause));
    let heads = |c: &CueHit<'_>, part: &Part| c.part == rawi_lang::Part::Past && p.trim(part.tokens.clone()).start == c.at;
    let reports = |c: &CueHit<'_>, part: &Part| c.skip > 0 && heads(c, part) && clause(c.end);
    let spoken = |part: &&Part| p.cues_in(part.tokens.clone()).iter().any(|c| colon(c.end) || reports(c, part));
    told.filter(|part| !spoken(part)).flat_map(|part| part.tokens.clone()).filter(own).nth(COLUMN - 1).is_some()
}
