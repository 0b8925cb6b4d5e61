//! The cues of a text, and the subjects that stand alone before them.

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_text::{Hit, TokenKind, begins};

use super::{COMPLEMENT, CueHit, DOUBLED, HAMZA, IMPERSONAL, Passage, SITES, THIRD_PERSON};
use crate::opening::Opening;
use crate::{According, Class, Cue, CueForm, Part};

/// The longest adverbial phrase before a verb that looks like another word, in tokens.
const LED: usize = 4;

/// How far before a verb the words may begin that are none of speech with it, in tokens.
const NOT_CUE: usize = 2;

impl Passage<'_> {
    /// The longest phrase that is looked for as a whole subject, in tokens.
    pub(super) const HEAD: usize = 9;

    pub(super) fn whole_subjects(&self) -> BTreeSet<String> {
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
        let words = |c: &CueHit<'_>| self.office_before(c).map(|office| office.map(|k| self.tokens.word(k)).collect());
        let offices = self.cues.iter().filter(|_| self.grammar.article.is_empty()).filter_map(words);
        self.cues.iter().filter(|c| self.tokens.is_mark(c.end, ':')).filter_map(whole).chain(offices).collect()
    }

    /// The Persian office that heads the sentence of a cue, up to what can't go on with it, where no object stands between: «رئیس اتحادیه طلا
    /// و جواهر | با بیان این که …، گفت».
    fn office_before(&self, c: &CueHit<'_>) -> Option<Range<usize>> {
        /// How far from its cue the head of the sentence may stand, in tokens.
        const FAR: usize = 60;
        const ENDS: u64 = Class::Preposition.bit() | Class::Adverb.bit();
        let stops = |k: usize| matches!(self.tokens.kind(k), TokenKind::Break | TokenKind::Mark('.' | ':' | '!'));
        let start = (c.at.saturating_sub(FAR)..c.at).rev().take_while(|&k| !stops(k)).last()?;
        let that = self.find(start..c.at, |k| self.is(k, Class::Clause)).unwrap_or(c.at);
        let object = self.find(start..that, |k| self.is(k, Class::Object)).is_some();
        let heads = self.is(start, Class::Role) && (start == 0 || stops(start - 1)) && !object;
        let end = self.find(start + 2..c.at, |k| self.is_mark(k) || self.any(k, ENDS | Class::Clause.bit()) && !self.is(k, Class::Role))?;
        (heads && end - start < Self::HEAD && self.any(end, ENDS)).then_some(start..end)
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

    /// Whether a cue tells of what somebody only will say: «اعلام خواهد کرد» (will announce).
    pub fn is_to_come(&self, cue: &CueHit<'_>) -> bool {
        (cue.at..cue.end).any(|k| self.grammar.future.iter().any(|w| w == self.tokens.word(k)))
    }

    /// Whether a word is known for a last name: it speaks alone, or a full name in the text ends with it and none begins here.
    pub(crate) fn is_surname(&self, i: usize) -> bool {
        let last = || self.lasts.contains(self.tokens.word(i)) && self.person_at(i).is_none_or(|end| end == i + 1);
        self.speaks_alone(i) || self.tokens.is_word(i) && last()
    }

    pub(super) fn find_cue(&mut self, i: usize, glued: usize) {
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
            // «مالیات بر ارزش افزوده»: the words may begin before the verb.
            let no_cue = |k: usize, end: usize| self.is(k, Class::NotCue) && self.end_of(k, Class::NotCue) >= end;
            if no_cue(i, hit.end) || (i.saturating_sub(NOT_CUE)..i).any(|k| no_cue(k, i + 1)) {
                return;
            }
            // «آل طالب»: a name.
            if skip == 0 && i > 0 && !self.grammar.article.is_empty() && self.is(i - 1, Class::NameLink) {
                return;
            }
            // A preposition with the form of a verb is one only before a clause: «بين أن».
            let verb = || {
                let cue = &cues.list[hit.values[0].cue];
                let opens = cue.takes.iter().any(|t| t == self.tokens.word(hit.end)) || self.is_clause_word(hit.end);
                let doubled = self.tokens.span(i..hit.end).of(self.raw).contains(DOUBLED);
                // «قائلا «…»»
                let quotes = hit.values[0].part == Part::Participle && self.quote_at(hit.end).is_some();
                // «اتصالا عبر فيه عن …»: no preposition stands before another one with a pronoun.
                let back = self.classes_of(hit.end).is_some_and(|h| h.values.contains(&Class::Back));
                // «بدوره، بين المدير أن»
                let adverb = |k: usize| self.is(k, Class::Adverb) && !self.grammar.article.is_empty();
                let led = skip > 0
                    || i > 0 && self.tokens.is_word(i - 1)
                    || i > 1 && self.is_comma(i - 1) && (i.saturating_sub(LED)..i - 1).any(adverb);
                doubled || back || quotes || opens || led && self.heads_clause(i, cue) || self.expresses(i, skip, cue)
            };
            if self.is(i, Class::Preposition) && hit.end == i + 1 && !verb() {
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
            // «با بیان این که نرخ باید کم شود | گفت: …»: the verb before it is the one that must.
            let verb = |k: usize| self.is_finite(k) || self.tokens.word(k).ends_with(THIRD_PERSON) && !self.is_classed(k);
            let behind = |k: usize| verb(k) && !self.any(k, Class::Auxiliary.bit() | Class::Impersonal.bit());
            let told =
                |i: usize| (i.saturating_sub(COMPLEMENT)..i).rev().take_while(|&k| !self.is_mark(k)).any(|k| self.is(k, Class::Clause));
            let next = next || persian && self.tokens.is_mark(hit.end, ':') && i > 0 && behind(i - 1) && told(i);
            // «می‌توان به دریا، کوه و … اشاره کرد»
            let can = |k: &usize| self.is(*k, Class::Auxiliary) && self.is(*k, Class::Impersonal);
            let listed = || (i.saturating_sub(near)..i).rev().take_while(|&k| !stops(k) || self.is_comma(k)).find(can).is_some();
            let lists = far && listed();
            if hit.values[0].part == Part::Past && !next && (lists || clause.into_iter().any(|k| self.is(k, Class::Impersonal))) {
                return;
            }
            // Of several cues with this form the one that takes a clause tells most.
            // A nominal part is the one whose verb follows: «خواستار … شد», «خواستار … است».
            let verb = |f: &&CueForm| if f.part == Part::Passive { Some(hit.end) } else { self.verb_after(hit.end, f.cue) };
            let nominal = hit.values.iter().filter(|f| matches!(f.part, Part::Passive | Part::Noun));
            let form = nominal.filter_map(|f| Some((verb(&f)?, f))).min_by_key(|(at, _)| *at).map_or(hit.values[0], |(_, f)| *f);
            if form.part == Part::Noun && cues.list[form.cue].held && self.verb_after(hit.end, form.cue).is_none() {
                return;
            }
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
            // «تُعتبر»
            if form.part == Part::Present && self.is_passive_present(i, hit.end, skip, &cues.list[form.cue].lemma) {
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
            // «مجددا التأكيد أن …»
            let anew = |k: usize| self.tokens.word(k).strip_prefix(self.grammar.article.as_str()).is_some_and(|w| self.is_verbal_form(w));
            if form.part == Part::Participle
                && self.is(i, Class::Adverb)
                && !self.is(i, Class::Saying)
                && !self.is_verbal_noun(hit.end)
                && !(anew(hit.end) && self.is_clause_word(hit.end + 1))
            {
                return;
            }
            // «رؤى» is a name, and no «روى».
            if shown.contains('\u{624}') && !cues.list[form.cue].lemma.contains(HAMZA) && !self.grammar.article.is_empty() {
                return;
            }
            if cues.list[form.cue].hamza && !self.tokens.span(i..hit.end).of(self.raw).contains(HAMZA) {
                return;
            }
            // «إبان الحرب» (during the war) is no «أبان»: a hamza below is of another word.
            let finite = matches!(form.part, Part::Past | Part::Present);
            if finite && cues.list[form.cue].lemma.starts_with('\u{623}') && shown.contains('\u{625}') {
                return;
            }
            // «وصفة لارتفاع التكاليف» (a recipe for rising costs) is no «وصفه»: no verb ends so.
            if finite && self.tokens.span(i..hit.end).of(self.raw).ends_with('\u{629}') {
                return;
            }
            // «جاء في البيان أن …», «جاء فيه أن …», and not «جاء القرار لأن …»
            let next = self.tokens.word(hit.end);
            let takes_up = self.grammar.classes.get(next).contains(&Class::Back);
            if cues.list[form.cue].needs.as_ref().is_some_and(|word| word != next) && !takes_up {
                return;
            }
            // «وأمر الوزير بـ…», and not «وهو أمر مقلق»
            if cues.list[form.cue].sure && !self.classes_head(hit.end) && self.name_at(hit.end).is_none() {
                return;
            }
            self.cued[i] = true;
            self.cues.push(CueHit {
                at: i,
                end: hit.end,
                skip,
                cue: &cues.list[form.cue],
                index: form.cue,
                part: form.part,
                plural: form.plural || self.is_of_several(hit.end - 1, form.part, &cues.list[form.cue].lemma),
            });
        }
    }

    /// Whether an Arabic verb or participle is said of one who is feminine, as far as its letters tell: «أوضحت», «تؤكد», «مشيرة».
    pub fn is_feminine(&self, cue: &CueHit<'_>) -> Option<bool> {
        let word = self.tokens.word(cue.at).get(cue.skip..).filter(|_| !self.grammar.article.is_empty() && !cue.plural)?;
        let shown = || self.tokens.span(cue.at..cue.at + 1).of(self.raw).trim_end_matches(|c| ('\u{64B}'..='\u{652}').contains(&c));
        match cue.part {
            Part::Past if word == rawi_text::key(&cue.cue.lemma) => Some(false),
            Part::Past => word.ends_with('\u{62A}').then_some(true),
            Part::Present if word.starts_with('\u{62A}') => Some(true),
            Part::Present => word.starts_with('\u{64A}').then_some(false),
            Part::Participle if shown().ends_with('\u{629}') => Some(true),
            Part::Participle => shown().ends_with('\u{627}').then_some(false),
            _ => None,
        }
    }

    /// Whether an Arabic verb or participle has the form for several: «أوضحوا», «مؤكدين».
    fn is_of_several(&self, i: usize, part: Part, lemma: &str) -> bool {
        let word = self.tokens.word(i);
        let ends = |endings: &[String]| endings.iter().any(|e| word.ends_with(e.as_str()));
        match part {
            Part::Participle => ends(&self.grammar.oblique_plurals),
            // «شددا»: two of them.
            Part::Past if self.accusative(i) && self.owner(i).is_none() && !word.ends_with(&rawi_text::key(lemma)) => true,
            Part::Past | Part::Present => ends(&self.grammar.plural_endings),
            _ => false,
        }
    }

    /// Whether a verb that begins with an aleph has a short u on one of its first letters: «اتُّهمت» (was accused).
    pub(super) fn is_passive(&self, i: usize, end: usize, skip: usize) -> bool {
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

    /// Whether a present verb has a short u on its first letter, which in the verbs that begin with an aleph or a prefixed t in the past
    /// tells the passive: «تُعتبر» (is considered), «يُتوقع» (is expected), and not «تُعلن» (announces).
    fn is_passive_present(&self, i: usize, end: usize, skip: usize, lemma: &str) -> bool {
        /// The fewest letters of such a verb in the past, by its first letter.
        const LETTERS: [(char, usize); 2] = [('\u{627}', 5), ('\u{62A}', 4)];
        let mut letters = lemma.chars();
        let (first, second) = (letters.next(), letters.next());
        let long = |&(letter, least): &(char, usize)| first == Some(letter) && lemma.chars().count() >= least;
        let glued = self.tokens.word(i)[..skip].chars().count();
        let marked = self.tokens.span(i..end).of(self.raw).chars().nth(glued + 1) == Some('\u{64F}');
        // «تابع», «يُتابع»
        marked && !self.grammar.article.is_empty() && second != Some('\u{627}') && LETTERS.iter().any(long)
    }

    /// The longest word or phrase of a closed class at a token, told by the lexicon alone.
    fn classes_of(&self, k: usize) -> Option<Hit<'static, Class>> {
        if self.may_open(k, Opening::CLASS) { self.grammar.classes.longest(self.tokens, k, 0) } else { None }
    }

    /// Whether a word that opens a clause stands at a token, told by the lexicon alone.
    pub(super) fn is_clause_word(&self, k: usize) -> bool {
        self.classes_of(k).is_some_and(|h| h.values.contains(&Class::Clause))
    }

    /// Whether the word that marks an object stands at a token, told by the lexicon alone.
    fn is_object_marker(&self, k: usize) -> bool {
        self.classes_of(k).is_some_and(|h| h.values.contains(&Class::Object))
    }

    /// Whether he on whom an Arabic verb acts is glued to it: «طالبهم بـ…» (demanded of them), «وصفته الصحيفة بأنه …» (the newspaper called it).
    pub fn holds_object(&self, cue: &CueHit<'_>) -> bool {
        let verb = matches!(cue.part, Part::Past | Part::Present);
        verb && self.owner(cue.end - 1).is_some_and(|e| !rawi_text::key(&cue.cue.lemma).ends_with(e))
    }

    /// Whether a cue stands in the form that is its verbal noun too: «رفض».
    pub fn is_noun_like(&self, cue: &CueHit<'_>) -> bool {
        cue.cue.noun_like && cue.part == Part::Past && self.tokens.word(cue.at)[cue.skip..] == rawi_text::key(&cue.cue.lemma)
    }

    /// Whether a token at the head of its sentence has a clause behind it that one phrase alone parts from it: «وبين الوزير أن».
    pub(super) fn heads_clause(&self, i: usize, cue: &Cue) -> bool {
        /// The longest phrase between, in tokens.
        const PHRASE: usize = 28;
        /// The longest quoted name of a medium, in tokens.
        const QUOTED: usize = 4;
        /// The longest phrase amid a sentence, in tokens.
        const SHORT: usize = 8;
        // «بدوره، بين المدير أن»
        let comma = i > 0 && !self.grammar.article.is_empty() && self.is_comma(i - 1);
        let leads = |&k: &usize| self.is(k, Class::Adverb) && self.end_of(k, Class::Adverb) == i - usize::from(comma);
        let head = (i.saturating_sub(LED)..i).find(leads).unwrap_or(i);
        let head = head == 0 || self.ends_sentence(head - 1);
        // «وبين المدير، بأن …»
        let clause = |k: usize| self.tokens.is_word(k) && self.is_clause_word(k);
        // «وعبر الوزير عن أمله»: what it takes, with no other verb before it.
        let taken = |k: usize| !cue.only && self.tokens.word(k).chars().count() > 1 && cue.takes.iter().any(|t| t == self.tokens.word(k));
        let verb = |k: usize| self.grammar.cues.forms.longest(self.tokens, k, 0).is_some();
        let someone = self.classes_head(i + 1);
        // «وبين مصدر لـ«المرفأ»، أن …»
        let quoted = |k: usize| self.quote_around(k).is_some_and(|q| q.closed && q.inside().len() <= QUOTED);
        let open = |k: usize| !self.is_mark(k) || quoted(k) || self.is_comma(k) && clause(k + 1);
        let near = (i + 1..self.tokens.len().min(i + PHRASE)).take_while(|&k| open(k));
        // «وعبر النخلي عن رضاه»: a definite word and what the verb takes right behind it.
        let named = !self.grammar.article.is_empty() && self.tokens.word(i + 1).starts_with(self.grammar.article.as_str());
        if head && named && taken(i + 2) && self.tokens.is_word(i + 2) {
            return true;
        }
        // «إن الميناء مفتوح، وبين المدير أن …», and not «، وبين الوزراء اتفاق»
        let joined = comma && self.grammar.conjunctions.iter().any(|c| rawi_text::begins(self.tokens.word(i), c));
        let plain = |k: &usize| self.tokens.is_word(*k) && !clause(*k) && !verb(*k) && !self.is(*k, Class::Preposition);
        let behind = || (i + 1..self.tokens.len().min(i + SHORT)).take_while(plain).last().is_some_and(|k| clause(k + 1));
        if joined && (someone || named) && behind() {
            return true;
        }
        let mut free = someone;
        head && near.skip(1).any(|k| {
            free &= !verb(k);
            clause(k) || free && taken(k)
        })
    }

    /// Whether a preposition with the form of a verb is one at the head of its clause, where what the verb takes follows far behind and no
    /// other verb or clause before: «وقد عبر سالم النخلي، مدير الميناء، عن شكره» (and Salem al-Nakhli, the director of the port, expressed his
    /// thanks), and not «عبر قناته في جدة» (through his channel in Jeddah).
    pub(super) fn expresses(&self, i: usize, skip: usize, cue: &Cue) -> bool {
        /// The longest phrase between, in tokens.
        const PHRASE: usize = 28;
        /// What may stand before a verb.
        const BEFORE: [Class; 3] = [Class::Adverb, Class::Conjunction, Class::Auxiliary];
        // «عبر قناة الساحل»: through what somebody speaks.
        let channel = self.classes_of(i + 1).is_some_and(|h| h.values.contains(&Class::Outlet));
        if cue.only || self.grammar.article.is_empty() || !cue.intransitive || channel {
            return false;
        }
        let leads = |k: usize| BEFORE.iter().any(|&class| self.is(k, class) && self.end_of(k, class) == i);
        let head = skip > 0 || i == 0 || self.ends_sentence(i - 1) || (i.saturating_sub(LED)..i).any(leads);
        let taken = |k: usize| self.tokens.word(k).chars().count() > 1 && cue.takes.iter().any(|t| t == self.tokens.word(k));
        let other = |k: usize| self.is_clause_word(k) || self.grammar.cues.forms.longest(self.tokens, k, 0).is_some();
        let near = (i + 1..self.tokens.len().min(i + PHRASE)).take_while(|&k| !self.ends_sentence(k) && !other(k));
        head && near.into_iter().find(|&k| taken(k)).is_some_and(|k| k > i + 1 && self.end_of(k, Class::Preposition) == k + 1)
    }

    /// Whether a word heads the phrase of somebody: a title, an office, a body.
    pub(super) fn classes_head(&self, k: usize) -> bool {
        let heads =
            |c: &Class| matches!(c, Class::Title | Class::Role | Class::Body | Class::Anaphor | Class::AnaphorPlural | Class::Unnamed);
        self.classes_of(k).is_some_and(|h| h.values.iter().any(heads))
    }

    /// Whether a word's third letter is doubled: «وعدّ» is «و» and a verb, and no verb of three letters.
    pub(super) fn doubles(&self, i: usize) -> bool {
        let shown = self.raw.get(self.tokens.span(i..i + 1).start as usize..).unwrap_or_default();
        let mut letters = shown.chars().filter(|c| !('\u{64B}'..='\u{650}').contains(c));
        letters.nth(2).is_some() && letters.next() == Some('\u{651}')
    }

    /// The verb that completes the nominal part of a cue, in the sentence behind it.
    pub fn verb_after(&self, from: usize, cue: usize) -> Option<usize> {
        let wanted = self.grammar.cues.verb_of.get(cue).copied().flatten()?;
        let completes = |k: usize| self.grammar.cues.verbs.longest(self.tokens, k, 0).is_some_and(|h| h.values.contains(&wanted));
        let sentence = (from..self.tokens.len().min(from + COMPLEMENT)).take_while(|&k| !self.ends_sentence(k));
        if self.grammar.cues.list[cue].held {
            // «دستور بازگشایی پل را | داد»: the verb of its own clause, right behind its object.
            let goes_on = |&k: &usize| !self.is_comma(k) && (k == from || !self.is_finite(k));
            let marker = sentence.take_while(goes_on).find(|&k| self.is_object_marker(k))?;
            return (marker > from && completes(marker + 1)).then_some(marker + 1);
        }
        sentence.skip(1).find(|&k| self.quote_around(k).is_none() && completes(k))
    }

    /// Whether one of these may begin at a token, as far as its first word tells.
    pub(crate) fn may_open(&self, i: usize, what: u8) -> bool {
        self.openings.get(i).is_some_and(|opening| opening.is(what))
    }

    /// Whether a date may begin with the word at a token; where none does, this is nearly always told.
    pub fn may_open_date(&self, i: usize) -> bool {
        self.may_open(i, Opening::DATE)
    }

    /// The longest phrase that names a source, «به گفته», «بحسب», at a token with nothing glued before it, whatever stands around it.
    pub fn cited_at(&self, i: usize) -> Option<Hit<'static, According>> {
        if self.may_open(i, Opening::ACCORDING) { self.grammar.according.longest(self.tokens, i, 0) } else { None }
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
    pub(super) fn tells_itself(&self, i: usize, end: usize) -> bool {
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
        let noun = self.grammar.like_present.iter().any(|w| w == word);
        let present = |word: &str, (before, behind): &(String, String)| {
            !noun && !before.is_empty() && word.len() > before.len() + behind.len() && word.starts_with(before) && word.ends_with(behind)
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

    /// Whether a Persian clause ends at a token: with a verb, or a mark that is not of a list of quoted names and says not "and so on".
    pub(super) fn ends_clause(&self, i: usize) -> bool {
        let stop = |k: usize| self.tokens.is_mark(k, '.');
        let so_on = self.tokens.is_mark(i, '…') || stop(i) && (stop(i + 1) || i > 0 && stop(i - 1));
        let quote = |k: usize| matches!(self.tokens.kind(k), TokenKind::Mark('"' | '«' | '»' | '“' | '”'));
        let listed = || quote(i) || self.is_comma(i) && i > 0 && quote(i - 1);
        self.is_finite(i) || self.is_mark(i) && !so_on && !listed()
    }

    pub(super) fn ends_sentence(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Break | TokenKind::Mark('.' | '!' | '?' | '\u{61F}'))
    }
}
