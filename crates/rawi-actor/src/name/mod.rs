//! Names of persons in running text, known and unknown.
//!
//! `word` is what is known of words as parts of names, `feature` what is seen of a token, `model` the trained weights and the
//! best labels by them, `rule` what can be told without weights, `set_off` and `said` what its place tells.
//! Who a person is does not belong here.

mod feature;
mod model;
mod rule;
mod said;
mod set_off;
mod word;

use std::cell::RefCell;
use std::ops::Range;

use rawi_lang::{Class, Part, Passage, contact_grammar, seat_at};
use rawi_model::Language;
use rawi_text::{Memo, TokenKind};
use rustc_hash::FxHashSet;

pub use feature::{FEATURES, Feature, Seen, features};
use model::Share;
pub use model::{BEGIN, HEAD, IN, LABELS, NEVER, OUT, SLOTS, Scores, Weights, best, place};
pub use rule::{by_rule, by_words};
pub use word::letters;
pub(crate) use word::{FAMILY, FOREIGN, GIVEN, LINK, NO_PERSON, NameWords, OFTEN, PLACE, SURE};

use crate::entry::EntryKind;
use crate::registry::Registry;

/// A name of a person in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Its tokens, without titles.
    pub tokens: Range<usize>,
    /// Bytes of particles glued before it, in the folded form of its first token.
    pub skip: usize,
}

/// The longest stretch that is labelled at once, in tokens.
const LONGEST: usize = 400;

/// What ends names that are made of a place or tribe, folded: «الشهراني».
pub(crate) const NISBA: char = '\u{6CC}';

/// What it is worth that a word stands in a name elsewhere in the same text.
const AGAIN: i32 = 220;

/// What a given name before a name is worth at least as its first word.
const NEARLY: i32 = -60;

/// A link of more letters is the second half of a word: «روح الله».
const HALF: usize = 3;

/// How many letters each of two given names has at least that are joined.
const JOINED: usize = 3;

/// By how much a word behind a particle is worse as a further word of a name.
const GLUED: i32 = 200;

/// How many words are kept from text to text, as a power of two.
const MEMO_BITS: u32 = 15;

/// Names of persons in a text, in their order.
///
/// ```
/// use rawi_actor::{Registry, name::people};
/// use rawi_lang::{Passage, grammar};
/// use rawi_model::Language;
/// use rawi_text::Tokens;
/// // "Mr Bahram Nikrad, the mayor, said: the bridge is open."
/// let text = "آقای بهرام نیک‌راد شهردار گفت: پل باز است.";
/// let tokens = Tokens::new(text);
/// let mut passage = Passage::new(text, &tokens, grammar(Language::Fa).unwrap());
/// Registry::shared().mark(&mut passage);
/// let found = people(&passage, Registry::shared());
/// assert_eq!(found.len(), 1);
/// assert_eq!(tokens.span(found[0].tokens.clone()).of(text), "بهرام نیک‌راد");
/// ```
pub fn people(p: &Passage<'_>, registry: &Registry) -> Vec<PersonName> {
    thread_local! {
        static MEMOS: [RefCell<Memo<Word>>; 2] = const { [const { RefCell::new(Memo::EMPTY) }; 2] };
    }
    let language = p.grammar.language;
    MEMOS.with(|memos| {
        let mut memo = memos[usize::from(language == Language::Ar)].borrow_mut();
        memo.grow(MEMO_BITS);
        let search = Search { p, registry, words: NameWords::of(language, registry), weights: Weights::of(language), bias: 0 };
        let mut found: Vec<PersonName> = search.run(&mut memo).into_iter().filter_map(|name| without_contact(p, registry, name)).collect();
        for name in &mut found {
            // «العماني | سالم النخلي»: what tells from where he is.
            let whence = name.tokens.len() > 1 && name.skip == 0 && p.is_definite(name.tokens.start);
            let national = whence && registry.state_at(p, name.tokens.start).is_some_and(|(end, _)| end == name.tokens.start + 1);
            name.tokens.start += usize::from(national);
            // «سالم الحربي | فإن …», and not «لويس فان دورن»
            name.tokens.end -= usize::from(name.tokens.len() > 1 && p.is(name.tokens.end - 1, Class::Clause));
            name.tokens.end = before_office(p, name);
            name.tokens.end = behind_half(p, search.words, name.tokens.end);
        }
        let mut end = 0;
        found.retain(|name| {
            let apart = name.tokens.start >= end;
            end = end.max(name.tokens.end);
            apart
        });
        found.retain(|name| !is_inside_office(p, name.tokens.start) && !is_whose(p, name) && !search.is_of_place(name));
        search.add_set_off(&mut found);
        said::complete(p, search.words, &mut found);
        found
    })
}

/// A name without a word of contact at its edge: «سفر | پزشکیان» (the journey of Pezeshkian), «سالم النخلي | سيعقد» (will hold); none where
/// nothing is left.
fn without_contact(p: &Passage<'_>, registry: &Registry, mut name: PersonName) -> Option<PersonName> {
    let Some(contact) = contact_grammar(p.grammar.language) else { return Some(name) };
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    // «كلام السيسي», «سخنان ظریف»: so are words of speech.
    let said = || p.cues_in(first..last).iter().any(|c| c.at == first && c.end == first + 1 && c.part == Part::Noun);
    if first < last && p.name_at(first + 1).is_some() && (contact.is_plain_noun(p, first) || said()) {
        name = PersonName { tokens: first + 1..last + 1, skip: 0 };
    }
    // «هنأ النويصر | الجميع»
    let acts = || first > 0 && p.cues_in(first - 1..first).iter().any(|c| c.end == first && c.cue.takes_object);
    if contact.is_future(p.tokens.word(last)) || first < last && p.is(last, Class::Conversant) && acts() {
        name.tokens.end = last;
    }
    // «النخلي | يستقبل الحارثي»: a present of contact is no part of a name.
    if let Some(verb) = name.tokens.clone().find(|&k| contact.is_present(p, k)) {
        name.tokens = if verb == name.tokens.start { verb + 1..name.tokens.end } else { name.tokens.start..verb };
        name.skip = 0;
        // «يزور تونس»
        let state = |k: usize| registry.at(p, k, 0).is_some_and(|(_, known)| registry.entries[known.entry].kind == EntryKind::State);
        if verb < name.tokens.start && (state(verb + 1) || seat_at(p, verb + 1, 0).is_some()) {
            return None;
        }
    }
    (!name.tokens.is_empty()).then_some(name)
}

/// Where a name of several words ends whose last one begins an office: «فيصل بن سالم الكندي | أمير منطقة صحار» (the governor of the
/// Suhar region).
fn before_office(p: &Passage<'_>, name: &PersonName) -> usize {
    /// How far behind its head the phrase of the office must go on, in tokens.
    const NEAR: usize = 4;
    let Range { start, end } = name.tokens;
    let last = end - 1;
    // «بندر بن | سلطان»: what a link joins is of the name.
    let office = end > start + 2 && p.is(last, Class::Role) && p.skip(last) == 0 && !p.is(last - 1, Class::NameLink);
    if office && (p.grammar.phrase_end)(p, last, p.tokens.len().min(end + NEAR)) > end { last } else { end }
}

/// Where a name ends whose last word is but the half of one: «الملا عبد المنان | إن» (Mullah Abd al-Mannan).
fn behind_half(p: &Passage<'_>, words: &NameWords, end: usize) -> usize {
    let article = p.grammar.article.as_str();
    let half = !article.is_empty() && words.known_word(p.tokens.word(end - 1)) & LINK != 0 && !p.is(end - 1, Class::NameLink);
    let plain = |k: usize| p.tokens.is_word(k) && !p.is_classed(k) && p.name_at(k).is_none() && p.cues_in(k..k + 1).is_empty();
    end + usize::from(half && plain(end) && p.tokens.word(end).starts_with(article))
}

/// Whether a word belongs to an office that begins before it: «امام | جمعه رودبار» (the Friday prayer leader of Rudbar).
fn is_inside_office(p: &Passage<'_>, i: usize) -> bool {
    i > 0 && p.is(i - 1, Class::Role) && p.end_of(i - 1, Class::Role) > i
}

/// Whether a single word is an office, of what follows it: «أمين | المنطقة» (the mayor of the region).
fn is_whose(p: &Passage<'_>, name: &PersonName) -> bool {
    let Range { start, end } = name.tokens;
    !p.grammar.article.is_empty() && end == start + 1 && p.is(start, Class::Role) && p.tokens.is_word(end) && !p.is(end, Class::Clause)
}

/// The names in a text by given weights. `bias` is added to what a token is worth in a name: above 0 more is found, below 0 less.
pub fn people_by(p: &Passage<'_>, registry: &Registry, weights: &Weights, bias: i32) -> Vec<PersonName> {
    let mut memo = Memo::EMPTY;
    memo.grow(1);
    Search { p, registry, words: NameWords::of(p.grammar.language, registry), weights, bias }.run(&mut memo)
}

/// What is known of a word wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    seen: Seen,
    share: Share,
}

/// A search for the names of one text.
struct Search<'s, 't> {
    p: &'s Passage<'t>,
    registry: &'s Registry,
    words: &'static NameWords,
    weights: &'s Weights,
    bias: i32,
}

impl Search<'_, '_> {
    fn run(&self, memo: &mut Memo<Word>) -> Vec<PersonName> {
        let (p, tokens) = (self.p, self.p.tokens);
        let mut seen = Vec::with_capacity(tokens.len());
        let mut shares = Vec::with_capacity(tokens.len());
        for i in 0..tokens.len() {
            let word = memo.get(tokens, i, |text| {
                let seen = feature::alone(text, tokens.kind(i), p.grammar, self.words);
                Word { seen, share: self.weights.share(&seen) }
            });
            seen.push(feature::in_place(p, i, word.seen));
            shares.push(word.share);
        }
        feature::among(p, self.registry, &mut seen);
        let lines = lines_of(p);
        let mut text = Labelled { scores: Vec::with_capacity(tokens.len()), labels: vec![OUT; tokens.len()], back: Vec::new(), seen };
        for line in &lines {
            text.scores.resize(line.start, Scores::default());
            let (seen, shares) = (&text.seen[line.clone()], &shares[line.clone()]);
            text.scores.extend((0..line.len()).map(|i| self.scores(seen, shares, i, true)));
            text.label(line.clone(), self.weights.transitions());
        }
        self.again(&mut text, &shares, &lines);
        let heads = self.heads(&lines);
        let mut found: Vec<PersonName> = Vec::new();
        let is_name = |name: &PersonName| {
            !self.is_namesake(name.tokens.start) && !self.is_particle(name) && !self.is_office(name) && !self.is_state(name)
        };
        for mut name in text.names(tokens.len()).filter(is_name) {
            name.tokens.end = self.linked(name.tokens.clone());
            self.headed(&mut name, &text.scores);
            self.tailed(&mut name, &text.seen, &heads);
            match found.last_mut() {
                Some(last) if name.tokens.start < last.tokens.end => last.tokens.end = last.tokens.end.max(name.tokens.end),
                _ => found.push(name),
            }
        }
        found
    }

    /// Adds the names that commas set off.
    fn add_set_off(&self, found: &mut Vec<PersonName>) {
        let p = self.p;
        let mut named = vec![false; p.tokens.len()];
        for name in found.iter() {
            named[name.tokens.clone()].fill(true);
        }
        let commas = (1..p.tokens.len()).filter(|&k| p.is_comma(k));
        let named = |k: usize| named[k];
        let set_off = |k: usize| set_off::set_off(p, self.words, k, named).or_else(|| set_off::before_office(p, self.words, k, named));
        let more: Vec<PersonName> = commas.filter_map(set_off).collect();
        if !more.is_empty() {
            found.retain(|name| !more.iter().any(|other| other.tokens.start <= name.tokens.start && name.tokens.end <= other.tokens.end));
            found.extend(more);
            found.sort_by_key(|name| name.tokens.start);
        }
    }

    /// Where a name ends that a link would end: what the link joins belongs to it, known or not, «فارس بن مياح الشفق».
    fn linked(&self, name: Range<usize>) -> usize {
        let p = self.p;
        let link = |k: usize| p.is(k, Class::NameLink);
        let plain = |k: usize| p.tokens.kind(k) == TokenKind::Word && !p.is_time(k) && !p.is(k, Class::Clause);
        let mut end = name.end;
        if p.grammar.article.is_empty() || name.len() < 2 {
            return end;
        }
        // «عبداللطيف بن عبدالملك | آل الشيخ»
        while link(end - 1) && plain(end) || link(end) && plain(end + 1) {
            end += 1;
        }
        // The family name stands behind it, where nothing but the end of the phrase follows.
        let word = p.tokens.word(end);
        let family = plain(end)
            && word.starts_with(p.grammar.article.as_str())
            && (word.ends_with(NISBA) || name.clone().any(link))
            && !p.is_classed(end)
            && p.name_at(end).is_none();
        // «محمد بن ناشر | كزمان أن …»
        let plain_family = plain(end)
            && name.clone().any(link)
            && self.is_free(end)
            && !p.tanwin(end)
            && !p.is_verbal_noun(end)
            && p.is(end + 1, Class::Clause);
        let family = family || plain_family;
        // «رأى صالح الحمدان | السكران أن …»: the verb takes nothing but its clause.
        let said = name.start > 0 && p.cues_in(name.start - 1..name.start).iter().any(|c| c.end == name.start && !c.cue.takes_object);
        let bare = said && self.is_free(end) && word.starts_with(p.grammar.article.as_str()) && p.is(end + 1, Class::Clause);
        let family = family || bare;
        let single = !p.tokens.word(end - 1).starts_with(p.grammar.article.as_str());
        let ends = p.is_mark(end + 1)
            || p.is(end + 1, Class::Clause)
            || p.is(end + 1, Class::Adverb)
            || single && p.is(end + 1, Class::Role)
            || single && p.is(end + 1, Class::Preposition);
        if family && ends { end + 1 } else { end }
    }

    /// Begins a name a word earlier where that is a given name: «المتحدث باسم المركز رأفت | الصباغ»; a Persian name that begins with
    /// the second half of a word, «روح | الله بابایی», or follows two given names joined, «محمدنعیم | امینی».
    fn headed(&self, name: &mut PersonName, scores: &[Scores]) {
        let p = self.p;
        let Some(k) = name.tokens.start.checked_sub(1).filter(|_| name.skip == 0) else { return };
        let first = p.tokens.word(name.tokens.start);
        let half = self.words.known_word(first) & word::LINK != 0 && first.chars().count() > HALF;
        if p.grammar.article.is_empty() && (half || self.is_joined_name(k)) && self.is_free(k) {
            name.tokens.start = k;
            return;
        }
        if name.tokens.len() >= 3 {
            return;
        }
        let known = self.words.known(word::hash(p.tokens.word(k).as_bytes()));
        let given = known & word::GIVEN != 0 && known & (word::PLACE | word::TITLE | word::NAMESAKE) == 0;
        let typed = p.grammar.article.is_empty() || !p.tokens.list[k].raw.of(p.raw).ends_with('\u{649}');
        if given && typed && scores[k][1] > NEARLY && self.is_free(k) {
            name.tokens.start = k;
        }
    }

    /// Whether a Persian word at the head of its phrase is two given names joined: «محمدنعیم | امینی».
    fn is_joined_name(&self, k: usize) -> bool {
        let p = self.p;
        let word = p.tokens.word(k);
        let opens = k == 0 || p.is_mark(k - 1) || p.is(k - 1, Class::Title) || !p.tokens.is_word(k - 1);
        let given = |part: &str| self.words.known(word::hash(part.as_bytes())) & word::GIVEN != 0;
        opens
            && word
                .char_indices()
                .skip(JOINED)
                .any(|(at, _)| given(&word[..at]) && word[at..].chars().count() >= JOINED && self.words.looks(&word[at..]) > 0)
    }

    /// Ends a name of a given name alone behind the word that follows, where it looks like a family name and nothing follows it in
    /// the phrase: «أحمد | بامعوضة»; a Persian name where an office or a verb of speech follows, «سالم کندی | مطلق
    /// گفت».
    fn tailed(&self, name: &mut PersonName, seen: &[Seen], heads: &FxHashSet<&str>) {
        let (p, k) = (self.p, name.tokens.end);
        let closed = |k: usize| k >= p.tokens.len() || p.is_mark(k) || p.is_classed(k);
        let office = |k: usize| p.is(k, Class::Role) || p.is_comma(k) && p.is(k + 1, Class::Role);
        // «سالم کندی | آرای در گفت‌وگو با …»
        let occasion = |k: usize| p.is(k, Class::Preposition) && p.any(k + 1, Class::Occasion.bit() | Class::ToldIn.bit());
        let whole = name.tokens.len() > 1;
        let told = |k: usize| office(k) || p.cues_in(k..k + 1).iter().any(|c| c.at == k) || whole && occasion(k);
        // «حسین | مدرس خیابانی گفت»: a family name may be called after what an ancestor did.
        let after_role = name.tokens.len() == 1 && p.is(k, Class::Role) && p.end_of(k, Class::Role) == k + 1 && self.is_listed(k - 1);
        if p.grammar.article.is_empty()
            && after_role
            && k + 1 < p.tokens.len()
            && self.is_free(k + 1)
            && p.tokens.word(k + 1).ends_with(NISBA)
            && told(k + 2)
        {
            name.tokens.end = k + 2;
            return;
        }
        if p.grammar.article.is_empty() && name.tokens.len() < 4 && k < p.tokens.len() && self.is_free(k) && !p.is_time(k) && told(k + 1) {
            name.tokens.end = k + 1;
            return;
        }
        if p.grammar.article.is_empty() && name.tokens.len() == 1 && k < p.tokens.len() && self.is_free(k) && self.is_last_name(k, heads) {
            name.tokens.end = k + 1;
            return;
        }
        if name.tokens.len() == 1
            && k < p.tokens.len()
            && self.words.known(word::hash(self.word_at(k - 1, name.skip as u8).unwrap_or_default().as_bytes())) & word::GIVEN != 0
            && self.is_free(k)
            && seen[k].looks >= 4
            && closed(k + 1)
        {
            name.tokens.end = k + 1;
        }
    }

    /// The words that open lines of a Persian text by themselves, as a last name does: «زنگانه با اشاره به … افزود: …».
    fn heads(&self, lines: &[Range<usize>]) -> FxHashSet<&str> {
        let (p, tokens) = (self.p, self.p.tokens);
        let alone = |i: usize| p.any(i, Class::Preposition.bit() | Class::Adverb.bit()) || !p.cues_in(i..i + 1).is_empty();
        let starts = lines.iter().map(|line| line.start).filter(|_| p.grammar.article.is_empty());
        starts.filter(|&i| i > 0 && i + 1 < tokens.len() && alone(i + 1)).map(|i| tokens.word(i)).collect()
    }

    /// Whether the word behind a Persian given name opens other lines by itself: «محمدجواد | زنگانه در جلسه گفت: …».
    fn is_last_name(&self, k: usize, heads: &FxHashSet<&str>) -> bool {
        let tokens = self.p.tokens;
        let given = self.words.known(word::hash(tokens.word(k - 1).as_bytes())) & word::GIVEN != 0;
        given && heads.contains(tokens.word(k))
    }

    /// Whether a word does nothing by itself that is known.
    fn is_free(&self, k: usize) -> bool {
        let p = self.p;
        p.tokens.kind(k) == TokenKind::Word && !p.is_classed(k) && p.name_at(k).is_none() && p.cues_in(k..k + 1).is_empty()
    }

    fn scores(&self, line: &[Seen], shares: &[Share], i: usize, quick: bool) -> Scores {
        match self.weights.scores(line, shares, i, quick) {
            Some([begin, inside]) => {
                // «محمد | وصالح»: behind a particle another name begins.
                let inside = i32::from(inside) - if line[i].glued > 0 { GLUED } else { 0 };
                [0, i32::from(begin) + self.bias, inside + self.bias]
            }
            None => [0, NEVER, NEVER],
        }
    }

    /// Labels the lines again in which a word stands that is part of a longer name elsewhere: last names alone.
    fn again(&self, text: &mut Labelled, shares: &[Share], lines: &[Range<usize>]) {
        let known = self.repeated(text);
        if known.is_empty() {
            return;
        }
        for line in lines {
            let mut changed = false;
            for i in line.clone() {
                // «قال علي سالم … وعلق سليمان على …»: a preposition stays one.
                if self.p.is(i, Class::Preposition) || !self.word_at(i, text.seen[i].glued).is_some_and(|w| known.contains(w)) {
                    continue;
                }
                if text.scores[i][1] == NEVER {
                    text.scores[i] = self.scores(&text.seen[line.clone()], &shares[line.clone()], i - line.start, false);
                }
                if text.scores[i][1] != NEVER {
                    text.scores[i][1] += AGAIN;
                    text.scores[i][2] += AGAIN;
                    changed |= text.labels[i] == OUT;
                }
            }
            if changed {
                text.label(line.clone(), self.weights.transitions());
            }
        }
    }

    fn word_at(&self, i: usize, glued: u8) -> Option<&str> {
        let tokens = self.p.tokens;
        (tokens.kind(i) == TokenKind::Word).then(|| tokens.word(i).get(usize::from(glued)..)).flatten()
    }

    /// The words of names of several words.
    fn repeated(&self, text: &Labelled) -> FxHashSet<&str> {
        text.names(text.labels.len())
            .filter(|name| name.tokens.len() > 1)
            .flat_map(|name| name.tokens)
            .filter(|&i| !self.p.is_classed(i))
            .filter_map(|i| self.word_at(i, text.seen[i].glued))
            .filter(|word| word.len() > 4)
            .collect()
    }

    /// Whether what was taken for a name begins with a word such as «في» (in), which is none of a name: «نجل الشهيد | في حديث».
    fn is_particle(&self, name: &PersonName) -> bool {
        self.p.is(name.tokens.start, Class::Preposition) && !self.is_listed(name.tokens.start)
    }

    /// Whether one Persian word behind an office is more of it: «وزیر | نیرو» (the minister of energy).
    fn is_office(&self, name: &PersonName) -> bool {
        let start = name.tokens.start;
        // «خطیب جمعه | ساحل»
        let whole = |k: usize| self.p.is(k, Class::Role) && self.p.end_of(k, Class::Role) == start && !self.p.is(start - 1, Class::Title);
        let behind = (start.saturating_sub(HALF)..start).any(whole);
        self.p.grammar.article.is_empty() && name.tokens.len() == 1 && behind && !self.is_listed(start)
    }

    /// Whether a single word is the second of a place: «چهارمحال و | بختیاری».
    fn is_of_place(&self, name: &PersonName) -> bool {
        let (p, i) = (self.p, name.tokens.start);
        let place = |k: usize| self.words.known(word::hash(p.tokens.word(k).as_bytes())) & word::PLACE != 0;
        name.tokens.len() == 1 && i > 1 && p.is(i - 1, Class::Conjunction) && p.tokens.is_word(i - 2) && place(i - 2)
    }

    /// Whether what was taken for a name is a state: «وزیر خارجه | آلمان» (the foreign minister of Germany).
    fn is_state(&self, name: &PersonName) -> bool {
        let Range { start, end } = name.tokens;
        self.p.name_at(start) == Some(end)
            && self
                .registry
                .at(self.p, start, usize::from(self.p.glued_at(start)))
                .is_some_and(|(_, known)| self.registry.entries[known.entry].kind == EntryKind::State)
    }

    /// Whether lists have a word as a given or family name.
    fn is_listed(&self, k: usize) -> bool {
        self.words.known(word::hash(self.p.tokens.word(k).as_bytes())) & (word::GIVEN | word::FAMILY) != 0
    }

    /// Whether what stands before a name is called after it: «خیابان شهید چمران» (Martyr Chamran Street).
    fn is_namesake(&self, start: usize) -> bool {
        let (p, words) = (self.p, self.words);
        let known = |k: usize| words.known(word::hash(p.tokens.word(k).as_bytes()));
        let title = |k: usize| p.is(k, Class::Title) || known(k) & word::TITLE != 0;
        let Some(head) = (0..start).rev().take(3).find(|&k| !title(k)) else { return false };
        p.tokens.kind(head) == TokenKind::Word && words.is_namesake(p.tokens.word(head), p.grammar)
    }
}

/// A text with what its tokens are worth in names, and its labels.
struct Labelled {
    seen: Vec<Seen>,
    scores: Vec<Scores>,
    labels: Vec<u8>,
    back: Vec<[u8; LABELS]>,
}

impl Labelled {
    /// Labels a line: one stretch after another between the tokens that can be in no name.
    fn label(&mut self, line: Range<usize>, transitions: &[Scores; LABELS]) {
        let mut start = line.start;
        for i in line.start..=line.end {
            let closed = i < line.end;
            if closed && self.scores[i][1] != NEVER {
                continue;
            }
            if i > start {
                best(&self.scores[start..i], transitions, closed, &mut self.labels[start..i], &mut self.back);
            }
            start = i + 1;
        }
    }

    /// The names by the labels.
    fn names(&self, len: usize) -> impl Iterator<Item = PersonName> {
        let labels = &self.labels;
        (0..len).filter(|&n| labels[n] == BEGIN).map(move |n| {
            let end = (n + 1..len).find(|&k| labels[k] != IN).unwrap_or(len);
            PersonName { tokens: n..end, skip: usize::from(self.seen[n].glued) }
        })
    }
}

/// The stretches of a text that are labelled by themselves: lines, long ones in parts.
fn lines_of(p: &Passage<'_>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for i in 0..=p.tokens.len() {
        let breaks = i == p.tokens.len() || p.tokens.kind(i) == TokenKind::Break;
        let cut = i - start >= LONGEST && p.is_mark(i) || i - start >= 2 * LONGEST;
        if breaks || cut {
            if i > start {
                lines.push(start..i);
            }
            start = if breaks { i + 1 } else { i };
        }
    }
    lines
}

/// What is seen of the tokens of each line of a text: for training.
pub fn seen_lines(p: &Passage<'_>, registry: &Registry) -> Vec<(Range<usize>, Vec<Seen>)> {
    let mut seen = Vec::new();
    feature::see(p, registry, NameWords::of(p.grammar.language, registry), &mut seen);
    lines_of(p).into_iter().map(|line| (line.clone(), seen[line].to_vec())).collect()
}

/// The words of names that are known from lists, folded: for training.
pub fn listed() -> impl Iterator<Item = &'static str> {
    NameWords::listed()
}

/// What is known of a folded word as a part of names: for training.
pub fn known(language: Language, word: &str) -> u16 {
    NameWords::of(language, Registry::shared()).known(word::hash(word.as_bytes()))
}
