//! A text with what its words are: the view that frames read.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use rawi_text::{Hit, Quote, TokenKind, Tokens, begins, quotes};
use rustc_hash::FxHashSet;

use crate::opening::{Opening, openings};
use crate::{According, Class, Cue, CueForm, Grammar, Part};

/// A cue in the text.
#[derive(Clone, Copy, Debug)]
pub struct CueHit<'g> {
    /// Its first token.
    pub at: usize,
    /// One past its last token.
    pub end: usize,
    /// Bytes of a glued conjunction before it, in the folded form of its first token.
    pub skip: usize,
    /// The verb.
    pub cue: &'g Cue,
    /// Its index in the grammar's list.
    pub index: usize,
    /// Which form of it.
    pub part: Part,
    /// Whether it is a Persian plural, whose subject are several or one who is honoured.
    pub plural: bool,
}

/// How far before a verb the word may stand that makes it impersonal, in tokens.
const IMPERSONAL: usize = 8;

/// The longest complement between the parts of a cue, in tokens.
const COMPLEMENT: usize = 60;

/// A text with what its words are.
#[derive(Debug)]
pub struct Passage<'t> {
    /// The raw text.
    pub raw: &'t str,
    /// Its tokens.
    pub tokens: &'t Tokens,
    /// The grammar of its language.
    pub grammar: &'static Grammar,
    /// Its quotations, by their opening.
    pub quotes: Vec<Quote>,
    /// Its cues, by place; those inside quotations too.
    pub cues: Vec<CueHit<'static>>,
    /// Whether actors are known to begin at a token, and where they end; filled by the reader.
    pub names: Vec<Option<usize>>,
    /// Bytes of glued prepositions before a known name, in the folded form; filled by the reader.
    pub glued: Vec<u8>,
    /// For each token at which the name of a person begins, known or not, one past its last token.
    pub people: Vec<Option<u32>>,
    /// For each token right behind the name of a person, whether it is.
    behind: Vec<bool>,
    /// Whether a token belongs to the name of a person.
    named: Vec<bool>,
    openings: Vec<Opening>,
    bits: Vec<u64>,
    ends: Vec<(usize, Class, usize)>,
    skips: Vec<u8>,
    times: Vec<Range<usize>>,
    /// For each token the number, counted from 1, of the outermost quotation that holds it; 0 for none.
    quoted: Vec<u32>,
    /// The folded words that stand alone between the head of a sentence and a verb of speech somewhere in the text.
    subjects: BTreeSet<&'t str>,
    /// The folded words, joined, of phrases that are all that stands before a verb of speech: «مدیر حوزه بندر افزود: …».
    heads: BTreeSet<String>,
    /// The folded words of the text, made when first asked for.
    vocabulary: OnceCell<FxHashSet<&'t str>>,
}

/// The mark of a doubled letter: «بيّن» is a verb, «بين» may be the preposition.
const DOUBLED: char = '\u{651}';
/// What may have the shape of a verbal noun and speaks: «تقرير».
const SPEAKERS: u64 = Class::Paper.bit() | Class::Body.bit() | Class::Role.bit() | Class::Outlet.bit();

/// The letters with a hamza, and the hamza alone.
const HAMZA: [char; 6] = ['\u{621}', '\u{622}', '\u{623}', '\u{624}', '\u{625}', '\u{626}'];

impl<'t> Passage<'t> {
    /// Annotates a text.
    pub fn new(raw: &'t str, tokens: &'t Tokens, grammar: &'static Grammar) -> Self {
        let n = tokens.len();
        let mut passage = Self {
            raw,
            tokens,
            grammar,
            quotes: quotes(tokens),
            cues: Vec::new(),
            names: vec![None; n],
            glued: vec![0; n],
            people: vec![None; n],
            behind: vec![false; n + 1],
            named: vec![false; n],
            openings: openings(tokens, grammar),
            bits: vec![0; n],
            ends: Vec::new(),
            skips: vec![0; n],
            times: Vec::new(),
            quoted: vec![0; n],
            subjects: BTreeSet::new(),
            heads: BTreeSet::new(),
            vocabulary: OnceCell::new(),
        };
        for (number, quote) in passage.quotes.iter().enumerate().filter(|(_, q)| q.depth == 0) {
            for slot in &mut passage.quoted[quote.open + 1..quote.close.min(n)] {
                *slot = number as u32 + 1;
            }
        }
        let mut named_source = 0;
        for i in 0..n {
            if tokens.list[i].kind != TokenKind::Word {
                continue;
            }
            let word = tokens.word(i);
            let glued = grammar.conjunctions.iter().find(|c| word.len() > c.len() + 2 && begins(word, c)).map_or(0, String::len);
            let opening = passage.openings[i];
            if opening.is(Opening::CLASS) {
                passage.classify(i, 0);
                if glued > 0 && passage.bits[i] == 0 {
                    passage.classify(i, glued);
                }
            }
            // «به گفته», «نقلا عن» hold forms of verbs and are none.
            if opening.is(Opening::ACCORDING)
                && let Some(hit) = [0, glued].into_iter().find_map(|skip| grammar.according.longest(tokens, i, skip))
                && !passage.tells_itself(i, hit.end)
                && let Some(letters) = hit.values.iter().find_map(|a| a.glued_before(tokens.word(hit.end)))
            {
                named_source = named_source.max(hit.end);
                // «وفقا لوزارة المياه»
                if letters > 0 {
                    passage.classify(hit.end, letters);
                }
            }
            if i >= named_source && opening.is(Opening::CUE) {
                passage.find_cue(i, glued);
            }
        }
        passage.free_names();
        let lone = |c: &CueHit<'_>| c.at > 0 && passage.bits[c.at - 1] == 0 && (c.at == 1 || passage.is_mark(c.at - 2));
        passage.subjects = passage.cues.iter().filter(|c| lone(c) && tokens.is_word(c.at - 1)).map(|c| tokens.word(c.at - 1)).collect();
        passage.heads = passage.whole_subjects();
        passage
    }

    /// The longest phrase that is looked for as a whole subject, in tokens.
    const HEAD: usize = 9;

    fn whole_subjects(&self) -> BTreeSet<String> {
        const CLOSED: u64 = Class::Preposition.bit()
            | Class::Object.bit()
            | Class::Clause.bit()
            | Class::Adverb.bit()
            | Class::Conjunction.bit()
            | Class::Resume.bit()
            | Class::Anaphor.bit();
        let whole = |c: &CueHit<'_>| {
            let start = (c.at.saturating_sub(Self::HEAD)..c.at).rev().take_while(|&k| self.tokens.is_word(k)).last()?;
            let opens = start == 0 || self.is_mark(start - 1);
            // «مدیرعامل سازمان ملی زمین و مسکن»: an office may hold «و».
            let joins = if self.grammar.article.is_empty() && self.is(start, Class::Role) { Class::Conjunction.bit() } else { 0 };
            let plain = opens && c.at >= start + 2 && !(start..c.at).any(|k| self.any(k, CLOSED & !joins));
            plain.then(|| (start..c.at).map(|k| self.tokens.word(k)).collect())
        };
        self.cues.iter().filter(|c| self.tokens.is_mark(c.end, ':')).filter_map(whole).collect()
    }

    /// One past the phrase that begins at a token and is elsewhere in the text all that stands before a verb of speech.
    pub fn whole_subject(&self, i: usize, limit: usize) -> Option<usize> {
        if self.heads.is_empty() {
            return None;
        }
        let mut words = self.tokens.word(i).to_owned();
        let mut found = None;
        for k in i + 1..limit.min(i + Self::HEAD) {
            if !self.tokens.is_word(k) {
                break;
            }
            words.push_str(self.tokens.word(k));
            found = self.heads.contains(&words).then_some(k + 1).or(found);
        }
        found
    }

    /// Whether a word is by itself the subject of a verb of speech somewhere in the text: a last name, «نوری افزود».
    pub fn speaks_alone(&self, i: usize) -> bool {
        self.tokens.is_word(i) && self.subjects.contains(self.tokens.word(i))
    }

    /// A name may look like a preposition («علي», «على»): behind a title and before «بن» it is a name.
    fn free_names(&mut self) {
        const CLOSED: u64 = Class::Preposition.bit() | Class::Adverb.bit();
        // Who writes the preposition as «على» means a man by «علي».
        let told = |i: usize, ending: char| self.is(i, Class::Lookalike) && self.tokens.list[i].raw.of(self.raw).ends_with(ending);
        if (0..self.tokens.len()).any(|i| told(i, '\u{649}')) {
            // «أكد علي ضرورة»: behind a verb that takes the preposition it is one, however it is typed.
            let verb = |i: usize| self.cues[..self.cues.partition_point(|c| c.at < i)].last().filter(|c| c.end == i);
            let taken = |i: usize| verb(i).is_some_and(|c| c.cue.takes.iter().any(|t| t == self.tokens.word(i)));
            let free = |i: &usize| told(*i, '\u{64A}') && !taken(*i) && self.tokens.is_word(i + 1) && self.bits[i + 1] == 0;
            for i in (0..self.tokens.len().saturating_sub(1)).filter(free).collect::<Vec<_>>() {
                self.bits[i] &= !CLOSED;
            }
        }
        for i in 0..self.tokens.len() {
            let titled =
                i > 0 && self.is(i - 1, Class::Title) && self.end_of(i - 1, Class::Title) == i && !self.is(i - 1, Class::Preposition);
            if self.any(i, CLOSED)
                && (titled && self.is(i, Class::Lookalike) && self.tokens.list[i].raw.of(self.raw).ends_with(['\u{64A}', '\u{6CC}'])
                    || self.is(i + 1, Class::NameLink)
                    || i > 0 && self.is(i - 1, Class::NameLink))
            {
                self.bits[i] &= !CLOSED;
            }
        }
        for bits in &mut self.bits {
            *bits &= !Class::Lookalike.bit();
        }
    }

    fn classify(&mut self, i: usize, skip: usize) {
        let (tokens, classes) = (self.tokens, &self.grammar.classes);
        classes.each(tokens, i, skip, |hit| {
            // «الوزير إن» is no «الوزيران»: the last word is one that opens a clause.
            let clause =
                hit.end > i + 1 && classes.longest(tokens, hit.end - 1, 0).is_some_and(|last| last.values.contains(&Class::Clause));
            for &class in hit.values.iter().filter(|c| !(clause && matches!(c, Class::AnaphorPlural | Class::PluralHead))) {
                self.bits[i] |= class.bit();
                self.skips[i] = skip as u8;
                if hit.end > i + 1 {
                    self.ends.push((i, class, hit.end));
                }
            }
        });
    }

    fn find_cue(&mut self, i: usize, glued: usize) {
        if self.cues.last().is_some_and(|last| last.end > i) {
            return;
        }
        let cues = &self.grammar.cues;
        let longest = |skip| {
            let mut longest = None;
            // «يقول إن» is no «يقولان»: the last word is one that opens a clause.
            let clause = |end: usize| end > i + 1 && !self.grammar.article.is_empty() && self.is_clause_word(end - 1);
            cues.forms.each(self.tokens, i, skip, |hit| {
                if !clause(hit.end) {
                    longest = Some((hit, skip));
                }
            });
            longest
        };
        let found = longest(0).filter(|_| glued == 0 || !self.doubles(i)).or_else(|| (glued > 0).then(|| longest(glued)).flatten());
        if let Some((hit, skip)) = found {
            if self.is(i, Class::NotCue) && self.end_of(i, Class::NotCue) >= hit.end {
                return;
            }
            // «آل طالب»: a name.
            if skip == 0 && i > 0 && !self.grammar.article.is_empty() && self.is(i - 1, Class::NameLink) {
                return;
            }
            // A preposition with the form of a verb is one only before a clause: «بين أن».
            let opens = |form: &CueForm| cues.list[form.cue].takes.iter().any(|t| t == self.tokens.word(hit.end));
            let doubled = self.tokens.span(i..hit.end).of(self.raw).contains(DOUBLED);
            // «قائلا «…»»
            let quotes = hit.values[0].part == Part::Participle && self.quote_at(hit.end).is_some();
            let led = skip > 0 || i > 0 && self.tokens.is_word(i - 1);
            let verb = doubled
                || quotes
                || opens(&hit.values[0])
                || self.is_clause_word(hit.end)
                || led && self.heads_clause(i, &cues.list[hit.values[0].cue]);
            if self.is(i, Class::Preposition) && hit.end == i + 1 && !verb {
                return;
            }
            // «گفته» is a verb before a clause alone.
            // «اعلام کرده نورها …»: of a verb with a noun a clause without که may follow too.
            let bare = |form: &CueForm| cues.list[form.cue].bare && hit.end > i + 1 && self.tokens.kind(hit.end) == TokenKind::Word;
            let alone = hit.values[0].part == Part::Perfect && !self.is_clause_word(hit.end) && !self.tokens.is_mark(hit.end, ':');
            if alone && !(self.grammar.article.is_empty() && bare(&hit.values[0])) {
                return;
            }
            // «می‌توان به «نوری»، «دریا» و «آسمان» اشاره کرد»: in Persian any number of words may stand between.
            let persian = self.grammar.article.is_empty();
            let far = persian && !self.tokens.is_mark(hit.end, ':');
            let near = if far { COMPLEMENT } else { IMPERSONAL };
            let stops = |k: usize| if far { self.ends_clause(k) } else { self.is_mark(k) };
            let clause = (i.saturating_sub(near)..i).rev().take_while(|&k| !stops(k) && !self.is(k, Class::Clause));
            // «نباید به آن دست یابد و گفت: …»: behind «و» what is said next has a verb of its own.
            let next = i > 0 && self.is(i - 1, Class::Conjunction) && (self.tokens.is_mark(hit.end, ':') || self.is_clause_word(hit.end));
            // «می‌توان به دریا، کوه و … اشاره کرد»
            let can = |k: &usize| self.is(*k, Class::Auxiliary) && self.is(*k, Class::Impersonal);
            let listed = || (i.saturating_sub(near)..i).rev().take_while(|&k| !stops(k) || self.is_comma(k)).find(can).is_some();
            let lists = far && listed();
            if hit.values[0].part == Part::Past && !next && (lists || clause.into_iter().any(|k| self.is(k, Class::Impersonal))) {
                return;
            }
            // Of several cues with this form the one that takes a clause tells most.
            // A nominal part is the one whose verb follows: «خواستار … شد», «خواستار … است».
            let fits = |f: &&CueForm| f.part == Part::Passive || f.part == Part::Noun && self.verb_after(hit.end, f.cue).is_some();
            let form = hit.values.iter().find(fits).copied().unwrap_or(hit.values[0]);
            // «وُصفت»: with a short u behind its first letter a past verb is passive.
            let shown = self.tokens.span(i..hit.end).of(self.raw);
            if form.part == Part::Past
                && !self.grammar.article.is_empty()
                && shown.chars().nth(self.tokens.word(i)[..skip].chars().count() + 1) == Some('\u{64F}')
            {
                return;
            }
            // «اتُّهمت», «استُشهد»: so it is where one of the next letters of a longer verb has it.
            if form.part == Part::Past && !self.grammar.article.is_empty() && self.is_passive(i, hit.end, skip) {
                return;
            }
            // «رأي» is a noun where the text writes «رأى» for the verb.
            if form.part == Part::Past
                && cues.list[form.cue].lemma.ends_with('\u{649}')
                && shown.ends_with('\u{64A}')
                && self.raw.contains('\u{649}')
            {
                return;
            }
            // «عملية طعنٍ»: no past verb ends in the marks of an indefinite noun.
            if form.part == Part::Past && (shown.ends_with(['\u{64B}', '\u{64C}', '\u{64D}']) || self.tanwin(hit.end - 1)) {
                return;
            }
            // «مجددا» is an adverb, but before what is told anew: «مجددا رفضه».
            if form.part == Part::Participle && self.is(i, Class::Adverb) && !self.is(i, Class::Saying) && !self.is_verbal_noun(hit.end) {
                return;
            }
            if cues.list[form.cue].hamza && !self.tokens.span(i..hit.end).of(self.raw).contains(HAMZA) {
                return;
            }
            self.cues.push(CueHit {
                at: i,
                end: hit.end,
                skip,
                cue: &cues.list[form.cue],
                index: form.cue,
                part: form.part,
                plural: form.plural,
            });
        }
    }

    /// Whether a verb that begins with an aleph has a short u on one of its first letters: «اتُّهمت» (was accused).
    fn is_passive(&self, i: usize, end: usize, skip: usize) -> bool {
        /// How many letters of the verb are looked at.
        const FIRST: usize = 3;
        let mark = |c: char| ('\u{64B}'..='\u{652}').contains(&c);
        let glued = self.tokens.word(i)[..skip].chars().count();
        let (mut letters, mut aleph) = (0, false);
        for c in self.tokens.span(i..end).of(self.raw).chars() {
            letters += usize::from(!mark(c));
            aleph |= letters == glued + 1 && c == '\u{627}';
            if letters > glued + FIRST || letters > glued && !aleph {
                return false;
            }
            if letters > glued && c == '\u{64F}' {
                return true;
            }
        }
        false
    }

    /// Whether a word that opens a clause stands at a token, told by the lexicon alone.
    fn is_clause_word(&self, k: usize) -> bool {
        self.grammar.classes.longest(self.tokens, k, 0).is_some_and(|h| h.values.contains(&Class::Clause))
    }

    /// Whether a cue stands in the form that is its verbal noun too: «رفض».
    pub fn is_noun_like(&self, cue: &CueHit<'_>) -> bool {
        cue.cue.noun_like && cue.part == Part::Past && self.tokens.word(cue.at)[cue.skip..] == rawi_text::key(&cue.cue.lemma)
    }

    /// Whether a token at the head of its sentence has a clause behind it that one phrase alone parts from it: «وبين الوزير أن».
    fn heads_clause(&self, i: usize, cue: &Cue) -> bool {
        /// The longest phrase between, in tokens.
        const PHRASE: usize = 28;
        /// The longest adverbial phrase before it, in tokens.
        const LED: usize = 4;
        let leads = |&k: &usize| self.is(k, Class::Adverb) && self.end_of(k, Class::Adverb) == i;
        let head = (i.saturating_sub(LED)..i).find(leads).unwrap_or(i);
        let head = head == 0 || self.ends_sentence(head - 1);
        // «وبين المدير، بأن …»
        let clause = |k: usize| self.tokens.is_word(k) && self.is_clause_word(k);
        // «وعبر الوزير عن أمله»: what it takes, with no other verb before it.
        let taken = |k: usize| !cue.only && self.tokens.word(k).chars().count() > 1 && cue.takes.iter().any(|t| t == self.tokens.word(k));
        let verb = |k: usize| self.grammar.cues.forms.longest(self.tokens, k, 0).is_some();
        let someone = self.classes_head(i + 1);
        let near = (i + 1..self.tokens.len().min(i + PHRASE)).take_while(|&k| !self.is_mark(k) || self.is_comma(k) && clause(k + 1));
        let mut free = someone;
        head && near.skip(1).any(|k| {
            free &= !verb(k);
            clause(k) || free && taken(k)
        })
    }

    /// Whether a word heads the phrase of somebody: a title, an office, a body.
    fn classes_head(&self, k: usize) -> bool {
        let heads = |c: &Class| matches!(c, Class::Title | Class::Role | Class::Body);
        self.grammar.classes.longest(self.tokens, k, 0).is_some_and(|h| h.values.iter().any(heads))
    }

    /// Whether a word's third letter is doubled: «وعدّ» is «و» and a verb, and no verb of three letters.
    fn doubles(&self, i: usize) -> bool {
        let shown = self.raw.get(self.tokens.span(i..i + 1).start as usize..).unwrap_or_default();
        let mut letters = shown.chars().filter(|c| !('\u{64B}'..='\u{650}').contains(c));
        letters.nth(2).is_some() && letters.next() == Some('\u{651}')
    }

    /// The verb that completes the nominal part of a cue, in the sentence behind it.
    pub fn verb_after(&self, from: usize, cue: usize) -> Option<usize> {
        let wanted = self.grammar.cues.verb_of.get(cue).copied().flatten()?;
        let completes = |k: usize| self.grammar.cues.verbs.longest(self.tokens, k, 0).is_some_and(|h| h.values.contains(&wanted));
        let sentence = (from..self.tokens.len().min(from + COMPLEMENT)).take_while(|&k| !self.ends_sentence(k));
        sentence.skip(1).find(|&k| self.quote_around(k).is_none() && completes(k))
    }

    /// Whether one of these may begin at a token, as far as its first word tells.
    pub(crate) fn may_open(&self, i: usize, what: u8) -> bool {
        self.openings.get(i).is_some_and(|opening| opening.is(what))
    }

    /// The phrase that names a source, «به گفته», «بحسب», at a token, a conjunction glued before it or not; one past its last token.
    pub fn according_at(&self, i: usize) -> Option<Hit<'static, According>> {
        if !self.may_open(i, Opening::ACCORDING) {
            return None;
        }
        let word = self.tokens.word(i);
        let and = self.grammar.conjunctions.iter().filter(|c| begins(word, c)).map(String::len);
        let hit = std::iter::once(0).chain(and).find_map(|skip| self.grammar.according.longest(self.tokens, i, skip))?;
        (!self.tells_itself(i, hit.end)).then_some(hit)
    }

    /// Whether «كما قال» is a verb with something of its own behind it, «كما قال الوزير إن …», and does not close what was said before
    /// a comma: «…، كما قال الوزير.»
    fn tells_itself(&self, i: usize, end: usize) -> bool {
        /// The longest name of the one who says it, in tokens.
        const NAME: usize = 10;
        let closes = || {
            let near = (end..self.tokens.len().min(end + NAME)).find(|&k| self.is_mark(k) || self.is_clause_word(k) || self.any(k, SITES));
            near.map_or(end + NAME > self.tokens.len(), |k| self.ends_sentence(k) || self.is_comma(k))
        };
        !self.grammar.article.is_empty() && self.is(i, Class::Adverb) && !(i > 0 && self.is_comma(i - 1) && closes())
    }

    /// Whether a finite verb begins at a token, as far as its light verb or its form of the present tells.
    pub fn is_finite(&self, i: usize) -> bool {
        let word = self.tokens.word(i);
        let present = |word: &str, (before, behind): &(String, String)| {
            !before.is_empty() && word.len() > before.len() + behind.len() && word.starts_with(before) && word.ends_with(behind)
        };
        let negative = || {
            let rest = word.strip_prefix(self.grammar.negative.as_str()).filter(|_| !self.grammar.negative.is_empty());
            let shapes = |rest: &str| self.grammar.present_shapes.iter().any(|shape| present(rest, shape));
            rest.is_some_and(|rest| !self.grammar.cues.verbs.get(rest).is_empty() || shapes(rest))
        };
        self.tokens.kind(i) == TokenKind::Word
            && (self.grammar.cues.verbs.longest(self.tokens, i, 0).is_some()
                || self.grammar.present_shapes.iter().any(|shape| present(word, shape))
                || negative())
    }

    /// Whether a Persian clause ends at a token: with a verb, or a mark that is not of a list of quoted names.
    fn ends_clause(&self, i: usize) -> bool {
        let quote = |k: usize| matches!(self.tokens.kind(k), TokenKind::Mark('"' | '«' | '»' | '“' | '”'));
        let listed = || quote(i) || self.is_comma(i) && i > 0 && quote(i - 1);
        self.is_finite(i) || self.is_mark(i) && !listed()
    }

    fn ends_sentence(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Break | TokenKind::Mark('.' | '!' | '?' | '\u{61F}'))
    }

    /// One past the last token of the known name that begins at a token.
    pub fn name_at(&self, i: usize) -> Option<usize> {
        self.names.get(i).copied().flatten()
    }

    /// One past the last token of the person's name that begins at a token, known or not.
    pub fn person_at(&self, i: usize) -> Option<usize> {
        self.people.get(i).copied().flatten().map(|end| end as usize)
    }

    /// Whether the name of a person ends right before a token.
    pub fn behind_person(&self, i: usize) -> bool {
        self.behind.get(i).copied().unwrap_or(false)
    }

    /// Whether a token belongs to the name of a person.
    pub fn is_of_person(&self, i: usize) -> bool {
        self.named.get(i).copied().unwrap_or(false)
    }

    /// Notes that the name of a person stands in a range, behind so many bytes of glued particles.
    pub fn mark_person(&mut self, mut range: Range<usize>, glued: usize) {
        // «سالم النخلي بأن …»: with a preposition glued to it the word opens a clause and ends no name.
        let clause = |k: usize| {
            let word = self.tokens.word(k);
            self.is(k, Class::Clause) && self.grammar.prepositions.iter().any(|g| word.starts_with(g.as_str()))
        };
        while range.len() > 1 && !self.grammar.article.is_empty() && clause(range.end - 1) {
            range.end -= 1;
        }
        if let (Some(slot), Some(behind)) = (self.people.get_mut(range.start), self.behind.get_mut(range.end)) {
            // «لويس فان جال», «حسين علي أميري»: parts of a name, and no words that open or end a phrase.
            if !self.grammar.article.is_empty() && range.len() > 1 {
                for k in range.start + 1..range.end {
                    let yeh = self.tokens.list[k].raw.of(self.raw).ends_with(['\u{64A}', '\u{6CC}']);
                    self.bits[k] &= !(Class::Clause.bit() | if yeh { Class::Preposition.bit() } else { 0 });
                }
            }
            self.named[range.clone()].fill(true);
            *slot = Some(range.end as u32);
            // A single word may be but the first of a name.
            *behind = range.len() > 1;
            self.glued[range.start] = self.glued[range.start].max(glued as u8);
        }
    }

    /// The bytes of glued prepositions before the known name that begins at a token.
    pub fn glued_at(&self, i: usize) -> u8 {
        self.glued.get(i).copied().unwrap_or(0)
    }

    /// Whether a word or phrase of the class begins at a token.
    pub fn is(&self, i: usize, class: Class) -> bool {
        self.any(i, class.bit())
    }

    /// Whether a word or phrase of one of the classes (a sum of [`Class::bit`]s) begins at a token.
    pub fn any(&self, i: usize, classes: u64) -> bool {
        self.bits.get(i).is_some_and(|b| b & classes != 0)
    }

    /// Whether a word of any closed class begins at a token.
    pub fn is_classed(&self, i: usize) -> bool {
        self.bits.get(i).is_some_and(|b| *b != 0)
    }

    /// The classes (a sum of [`Class::bit`]s) of which a word or phrase begins at a token.
    pub fn classes_at(&self, i: usize) -> u64 {
        self.bits.get(i).copied().unwrap_or(0)
    }

    /// The phrases of several words that have a class, by place: the first token, the class, one past the last token.
    pub fn phrases(&self) -> &[(usize, Class, usize)] {
        &self.ends
    }

    /// One past the last token of the longest phrase of the class that begins at a token.
    pub fn end_of(&self, i: usize, class: Class) -> usize {
        let from = self.ends.partition_point(|e| e.0 < i);
        self.ends[from..].iter().take_while(|e| e.0 == i).filter(|e| e.1 == class).map(|e| e.2).max().unwrap_or(i + 1)
    }

    /// The bytes of a glued conjunction that were taken off for the classes of a token.
    pub fn skip(&self, i: usize) -> usize {
        self.skips.get(i).map_or(0, |&s| usize::from(s))
    }

    /// The outermost quotation that holds a token.
    pub fn quote_around(&self, i: usize) -> Option<&Quote> {
        match self.quoted.get(i) {
            Some(&n) if n > 0 => self.quotes.get(n as usize - 1),
            _ => None,
        }
    }

    /// The quotation that opens at a token.
    pub fn quote_at(&self, i: usize) -> Option<&Quote> {
        self.quotes.binary_search_by_key(&i, |q| q.open).ok().map(|at| &self.quotes[at])
    }

    /// The cues whose first token lies in a range.
    pub fn cues_in(&self, range: Range<usize>) -> &[CueHit<'static>] {
        let start = self.cues.partition_point(|c| c.at < range.start);
        let end = self.cues.partition_point(|c| c.at < range.end);
        &self.cues[start..end.max(start)]
    }

    /// Whether a folded word stands in the text more than once.
    pub fn repeats(&self, word: &str) -> bool {
        (0..self.tokens.len()).filter(|&i| self.tokens.word(i) == word).nth(1).is_some()
    }

    /// Whether an actor surely begins at a token: a known name, a title, an office, a body, a pronoun, a source without
    /// a name.
    pub fn is_actor(&self, i: usize) -> bool {
        const SURE: u64 = Class::Title.bit()
            | Class::Role.bit()
            | Class::Body.bit()
            | Class::Outlet.bit()
            | Class::Unnamed.bit()
            | Class::PluralHead.bit()
            | Class::Anaphor.bit()
            | Class::AnaphorPlural.bit()
            | Class::Paper.bit()
            | Class::Generic.bit()
            | Class::Indefinite.bit();
        self.any(i, SURE)
            || self.names.get(i).is_some_and(Option::is_some)
            || self.quote_at(i).is_some_and(|q| self.names.get(q.open + 1).is_some_and(Option::is_some))
    }

    /// One past the place behind a preposition at which the envoy who heads a phrase is posted: «سفیر ایران | در مسقط».
    pub fn posted(&self, head: usize, at: usize, end: usize) -> Option<usize> {
        let place = at + 1;
        if at <= head || place >= end || !self.is(head, Class::Envoy) || !self.is(at, Class::Preposition) {
            return None;
        }
        let city = crate::seat::seat_at(self, place, 0).map(|(close, _)| close);
        city.or_else(|| self.name_at(place)).filter(|&close| close <= end)
    }

    /// Whether a verbal noun begins at a token, by the lexicon or by its shape.
    pub fn is_verbal_noun(&self, i: usize) -> bool {
        let word = self.tokens.word(i);
        self.is(i, Class::VerbalNoun)
            || self.name_at(i).is_none()
                && self.person_at(i).is_none()
                && !self.any(i, SPEAKERS)
                && !word.starts_with(self.grammar.article.as_str())
                && self.grammar.verbal_noun_shapes.iter().any(|s| fits(s, word))
    }

    /// Whether a verbal noun of the lexicon stands at a token with a possessive: «إطلاقها».
    pub fn is_owned_noun(&self, i: usize) -> bool {
        let bare = self.owner(i).and_then(|e| self.tokens.word(i).strip_suffix(e)).filter(|w| w.chars().count() >= 4);
        bare.is_some_and(|w| {
            self.grammar.verbal_noun_shapes.iter().chain(&self.grammar.owned_noun_shapes).any(|s| fits(s, w))
                || self.grammar.classes.get(w).contains(&Class::VerbalNoun)
        })
    }

    /// The ending of a word that says to whom a thing belongs: «تعاقدها».
    pub fn owner(&self, i: usize) -> Option<&'static str> {
        let word = self.tokens.list.get(i)?.raw.of(self.raw);
        let name = self.grammar.not_possessives.iter().any(|e| word.ends_with(e.as_str()));
        self.grammar.possessives.iter().map(String::as_str).rfind(|e| !name && word.ends_with(e))
    }

    /// Whether a verbal noun stands behind so many bytes of glued letters: «لمناقشة» (to discuss).
    pub fn is_verbal_noun_behind(&self, i: usize, skip: usize) -> bool {
        let classed = self.grammar.classes.all(self.tokens, i, skip).iter().any(|h| h.values.contains(&Class::VerbalNoun));
        let shaped = |word: &str| self.grammar.verbal_noun_shapes.iter().chain(&self.grammar.glued_noun_shapes).any(|s| fits(s, word));
        self.name_at(i).is_none() && (classed || self.tokens.word(i).get(skip..).is_some_and(shaped))
    }

    /// Whether a folded word stands in the text by itself.
    pub fn says(&self, word: &str) -> bool {
        self.vocabulary.get_or_init(|| (0..self.tokens.len()).map(|i| self.tokens.word(i)).collect()).contains(word)
    }

    /// Whether a word is written with the mark of an indefinite accusative: no subject of a verb has it.
    pub fn tanwin(&self, i: usize) -> bool {
        self.grammar
            .accusatives
            .iter()
            .filter(|a| a.chars().count() > 1)
            .any(|a| self.tokens.list.get(i).is_some_and(|t| self.ends_with(t, a)))
    }

    /// Whether a word is written with the short vowel of the accusative: «الشبابَ» (the youth, whom somebody calls on).
    pub fn fatha(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| self.ends_with(t, "\u{64E}"))
    }

    fn ends_with(&self, token: &rawi_text::Token, ending: &str) -> bool {
        // The mark may stand behind the last letter, outside the token's letters.
        let end = (token.raw.end as usize + ending.len()).min(self.raw.len());
        let word = self.raw.get(token.raw.start as usize..end).unwrap_or_else(|| token.raw.of(self.raw));
        token.raw.of(self.raw).ends_with(ending) || word.find(ending).is_some_and(|at| at + ending.len() >= token.raw.len())
    }

    /// Whether a word is written with the ending of an indefinite accusative, by the language's letters for it.
    pub fn accusative(&self, i: usize) -> bool {
        self.grammar.accusatives.iter().any(|a| self.tokens.list.get(i).is_some_and(|t| t.raw.of(self.raw).ends_with(a.as_str())))
    }

    /// Whether a token belongs to a date.
    pub fn is_time(&self, i: usize) -> bool {
        self.times.iter().any(|t| t.contains(&i))
    }

    /// Notes that a range names a time: it is skipped like an adverb and is nobody's name.
    pub fn mark_time(&mut self, range: Range<usize>) {
        self.times.push(range.clone());
        let Some(first) = self.bits.get_mut(range.start) else { return };
        *first |= Class::Adverb.bit();
        let at = self.ends.partition_point(|e| e.0 < range.start);
        self.ends.insert(at, (range.start, Class::Adverb, range.end));
        for slot in &mut self.names[range.start..range.end.min(self.bits.len())] {
            *slot = None;
        }
    }

    /// Whether a token is a comma of either script.
    pub fn is_comma(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Mark('\u{60C}' | ',' | '\u{61B}' | ';'))
    }

    /// Whether a token is a mark of any kind or the end of a line.
    pub fn is_mark(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Mark(_) | TokenKind::Break)
    }

    /// The first token in a range, outside quotations, for which something holds.
    pub fn find(&self, range: Range<usize>, holds: impl Fn(usize) -> bool) -> Option<usize> {
        let around = self.quoted.get(range.start).copied().unwrap_or(0);
        range.into_iter().find(|&i| self.quoted.get(i).copied().unwrap_or(0) == around && holds(i))
    }

    /// A range without the marks at its ends.
    pub fn trim(&self, mut range: Range<usize>) -> Range<usize> {
        while range.start < range.end && self.is_mark(range.start) && self.quote_at(range.start).is_none_or(|q| q.close >= range.end) {
            range.start += 1;
        }
        while range.start < range.end && self.is_mark(range.end - 1) && !self.ends_speech(range.end - 1) {
            range.end -= 1;
        }
        range
    }

    /// Whether a mark may stand as the last of a content: a full stop, a question mark, a mark that closes.
    fn ends_speech(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '»' | '”' | ')' | ']' | '}' | '…' | '%' | '\u{66A}'))
    }

    /// Whether somebody speaks of himself in a range: verbs or pronouns of the first person.
    pub fn first_person(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|i| {
            let word = self.tokens.word(i);
            self.tokens.kind(i) == TokenKind::Word
                && (self.grammar.first_person.iter().any(|w| w == word)
                    || word.chars().count() >= 4
                        && self.grammar.first_person_endings.iter().any(|e| word.ends_with(e.as_str()))
                        && !self.grammar.like_first_person.contains(word))
        })
    }
}

/// What opens the complement of a verb and is in no name.
const SITES: u64 = Class::Site.bit();

/// Whether a word has a shape: letter by letter, a full stop for any.
fn fits(shape: &str, word: &str) -> bool {
    let (mut a, mut b) = (shape.chars(), word.chars());
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(x), Some(y)) if x == '.' || x == y => {}
            _ => return false,
        }
    }
}
