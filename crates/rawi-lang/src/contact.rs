//! The words that tell of a contact, and the shapes in which a sentence gives its parties.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use rawi_model::{ContactKind, Language, PartyRole, Status};
use rawi_text::{Lexicon, TokenKind, begins};
use serde::Deserialize;

use crate::cue::{Morphology, VerbEntry, VerbFile};
use crate::{Class, Error, Passage, Place, ar, fa};

/// Where the other party stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// After "with": «با Y دیدار کرد», «اجتمع مع Y».
    With,
    /// After "to": «به Y سفر کرد», «بعث إلى Y».
    To,
    /// After "from": «تلقى … من Y».
    From,
    /// As the object: «Y را به حضور پذیرفت», «استقبل Y».
    Object,
    /// As the one whose it is: «پاسخ به نامه Y».
    Of,
}

/// Which form of a contact word stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactPart {
    /// A finite verb of the past.
    Past,
    /// A finite verb of the present.
    Present,
    /// A finite verb of the future.
    Future,
    /// A verb that says what is to be or ought to be: «دیدار کند».
    Wish,
    /// A finite verb that is denied: «دیدار نکرد».
    Denied,
    /// The noun alone: «دیدار», «لقاء».
    Noun,
    /// The noun with a pronoun for the one who acts: «لقائه».
    Suffixed,
}

/// A word that tells of a contact.
#[derive(Clone, Debug)]
pub struct ContactWord {
    /// The dictionary form.
    pub lemma: String,
    /// The kind of contact.
    pub kind: ContactKind,
    /// The kind that its noun tells without a verb.
    pub noun_kind: ContactKind,
    /// Where the other party stands.
    pub shape: Shape,
    /// The words before the other party, folded; one letter is glued to it.
    pub takes: Vec<String>,
    /// The same for its noun.
    pub noun_takes: Vec<String>,
    /// The part of the one who acts, and of the other.
    pub roles: [PartyRole; 2],
    /// Whether a plainer word for a contact of the same parties tells its kind better.
    pub loose: bool,
    /// The verbs that go with its noun, folded (Arabic).
    pub verbs: Vec<String>,
}

/// One form of one contact word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContactForm {
    /// The index of the word in [`Contacts::list`].
    pub word: usize,
    /// Which form it is.
    pub part: ContactPart,
}

/// A closed class of words around contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Around {
    /// Those who come along: «هیأت همراه».
    Companion,
    /// Each other.
    Each,
    /// Opens both parties: «میان», «بين».
    Between,
    /// Heads a plural that takes part as one side: «وفد», «جمعی از».
    People,
    /// An outlet or its people: the contact is an interview.
    Press,
    /// Journalists in the plural: what is said to them is no contact.
    Journalists,
    /// Stands before talks that are a topic and not told: «درباره مذاکرات با …».
    About,
    /// The contact is still to come.
    Planned,
    /// The contact is wished or called for.
    Proposed,
    /// The contact is denied.
    Denied,
    /// The contact is called off.
    Cancelled,
    /// The sentence tells of something else: sports, a wedding.
    Other,
    /// Stands before the noun when the one who acts stands outside: «در دیدار با …».
    Opener,
    /// A verb that ends a noun phrase.
    Verb,
    /// A light verb, whose noun stands before it: «ارائه داد».
    Light,
    /// Completes a preposition to a set phrase that names no party: «به مناسبت».
    Occasion,
    /// Gives the head of a delegation: «به ریاست», «برئاسة».
    Head,
    /// Says that it was by telephone: «تلفنی», «هاتفيا».
    Phone,
    /// Says that those who are named with it were only present: «حضر الاستقبال …».
    Attend,
    /// Stands between a verb and its object and tells when: «خلالها».
    Meanwhile,
    /// Opens a place.
    In,
    /// Heads a place without a name in the tables: «قصر».
    Seat,
    /// Heads the name of a state: «جمهوری».
    StateHead,
    /// In a letter, the letter that it answers: «رسالتكم».
    YourLetter,
}

/// The contact words of one language.
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    /// The words, in the order of their file.
    pub list: Vec<ContactWord>,
    /// Their forms.
    pub forms: Lexicon<ContactForm>,
    /// The words around them.
    pub around: Lexicon<Around>,
    /// Endings of a verb with several subjects, folded.
    pub plural: Vec<String>,
    /// The letter of the future before a present, folded.
    pub future: String,
}

/// A contact word in the text.
#[derive(Clone, Copy, Debug)]
pub struct ContactHit<'g> {
    /// Its first token.
    pub at: usize,
    /// One past its last token.
    pub end: usize,
    /// The word.
    pub word: &'g ContactWord,
    /// Which form of it.
    pub part: ContactPart,
}

impl ContactHit<'_> {
    /// The words before the other party, for the form that stands in the text.
    pub fn takes(&self) -> &[String] {
        if matches!(self.part, ContactPart::Noun | ContactPart::Suffixed) { &self.word.noun_takes } else { &self.word.takes }
    }
}

/// One side of an encounter, as the sentence gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// A noun phrase.
    Phrase {
        /// Its tokens.
        tokens: Range<usize>,
        /// Bytes of glued particles before its first word, in the folded form.
        skip: usize,
        /// Noun phrases beside it that name the same.
        beside: Vec<Range<usize>>,
    },
    /// The one who acts in the sentence, or who spoke last.
    Carried,
    /// Both sides of the contact told before: «دو وزیر … دیدار کردند».
    Both,
}

impl Side {
    pub(crate) fn plain(tokens: Range<usize>) -> Self {
        Self::Phrase { tokens, skip: 0, beside: Vec::new() }
    }
}

/// One contact that a rule found in a sentence.
#[derive(Clone, Debug)]
pub struct Encounter {
    /// The rule's id.
    pub basis: &'static str,
    /// The sides with their parts, the one who acts first.
    pub sides: Vec<(Side, PartyRole)>,
    /// The tokens that tell of it.
    pub evidence: Range<usize>,
    /// The form of the verb that tells of it, where it is not the contact word's own.
    pub part: Option<ContactPart>,
}

/// One shape of telling a contact. Its id is the path of its file: `fa/contact/verb-with` is `src/fa/contact/verb_with.rs`.
#[derive(Clone, Copy, Debug)]
pub struct ContactRule {
    /// The id that readings show as `basis`.
    pub id: &'static str,
    /// Tries the shape on a contact word within its sentence and paragraph.
    pub read: fn(&Passage<'_>, &ContactHit<'_>, &Place) -> Option<Encounter>,
}

/// All that a language knows of contacts.
#[derive(Debug)]
pub struct ContactGrammar {
    /// Its words.
    pub words: Contacts,
    /// Its rules, in the order in which they are tried.
    pub rules: &'static [ContactRule],
    examples: Vec<ContactExample>,
}

/// An example of `contact.toml`: a sentence, and the words of it that name the parties.
#[derive(Clone, Debug)]
pub struct ContactExample {
    /// The entry it stands in.
    pub entry: String,
    /// The sentence.
    pub text: String,
    /// The words that name the parties, the one who acts first.
    pub parties: Vec<String>,
    /// The kind of contact.
    pub kind: ContactKind,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactFile {
    verb: Templates,
    contact: Vec<ContactEntry>,
    word: Vec<AroundEntry>,
}

/// How verbs say that a contact is to come, ought to be, or was not: `{past}` and `{present}` stand for the stems.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Templates {
    #[serde(default)]
    planned: Vec<String>,
    #[serde(default)]
    wish: Vec<String>,
    #[serde(default)]
    denied: Vec<String>,
    #[serde(default)]
    future: String,
    plural: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactEntry {
    lemma: String,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    suffixed: Vec<String>,
    #[serde(default)]
    past_forms: Vec<String>,
    #[serde(default)]
    present_forms: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    verb_only: bool,
    kind: ContactKind,
    noun_kind: Option<ContactKind>,
    shape: Shape,
    #[serde(default)]
    takes: Vec<String>,
    noun_takes: Option<Vec<String>>,
    roles: [PartyRole; 2],
    #[serde(default)]
    loose: bool,
    example: String,
    parties: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AroundEntry {
    name: Around,
    forms: Vec<String>,
    example: String,
    word: String,
}

struct Row {
    language: Language,
    file: &'static str,
    verbs: &'static str,
    morphology: &'static str,
    rules: &'static [ContactRule],
    grammar: OnceLock<ContactGrammar>,
}

static ROWS: [Row; 2] = [
    Row {
        language: Language::Fa,
        file: include_str!("../data/fa/contact.toml"),
        verbs: include_str!("../data/fa/verb.toml"),
        morphology: include_str!("../data/fa/morphology.toml"),
        rules: fa::CONTACTS,
        grammar: OnceLock::new(),
    },
    Row {
        language: Language::Ar,
        file: include_str!("../data/ar/contact.toml"),
        verbs: "verb = []",
        morphology: include_str!("../data/ar/morphology.toml"),
        rules: ar::CONTACTS,
        grammar: OnceLock::new(),
    },
];

/// What a language knows of contacts; none for one that is not read.
///
/// # Panics
/// Never: the data files are part of the program, and a test loads them.
pub fn contact_grammar(language: Language) -> Option<&'static ContactGrammar> {
    let row = ROWS.iter().find(|row| row.language == language)?;
    Some(row.grammar.get_or_init(|| match row.load() {
        Ok(grammar) => grammar,
        Err(error) => unreachable!("{error}"),
    }))
}

impl ContactGrammar {
    /// The examples of the words, for a test of the reader.
    pub fn examples(&self) -> &[ContactExample] {
        &self.examples
    }

    /// The contact words of a passage whose first token lies in a range, by place.
    pub fn hits<'g>(&'g self, p: &Passage<'_>, range: Range<usize>) -> Vec<ContactHit<'g>> {
        let mut hits: Vec<ContactHit<'g>> = Vec::new();
        let mut free = range.start;
        for i in range {
            if i < free || p.tokens.kind(i) != TokenKind::Word {
                continue;
            }
            let Some((end, forms)) = self.at(p, i) else { continue };
            // A form of several words: each word's rules are tried.
            for form in forms {
                hits.push(ContactHit { at: i, end, word: &self.words.list[form.word], part: form.part });
            }
            free = end;
        }
        hits
    }

    fn at(&self, p: &Passage<'_>, i: usize) -> Option<(usize, Vec<ContactForm>)> {
        let look = |skip: usize| self.words.forms.longest(p.tokens, i, skip).map(|h| (h.end, h.values.to_vec()));
        let is_noun = |form: &ContactForm| matches!(form.part, ContactPart::Noun | ContactPart::Suffixed);
        look(0).or_else(|| {
            glued(p, i).find_map(|skip| {
                // Behind an article or preposition only a noun stands.
                let and = p.grammar.conjunctions.first().is_some_and(|c| c.len() == skip && p.tokens.word(i).starts_with(c.as_str()));
                let (end, mut forms) = look(skip)?;
                forms.retain(|f| and || is_noun(f));
                (!forms.is_empty()).then_some((end, forms))
            })
        })
    }

    /// Whether a finite contact verb begins at a token, with or without a glued conjunction.
    pub(crate) fn is_verb(&self, p: &Passage<'_>, i: usize) -> bool {
        let verb = |skip: usize| {
            self.words
                .forms
                .longest(p.tokens, i, skip)
                .is_some_and(|h| h.end == i + 1 && h.values.iter().all(|f| !matches!(f.part, ContactPart::Noun | ContactPart::Suffixed)))
        };
        let word = p.tokens.word(i);
        verb(0) || p.grammar.conjunctions.first().is_some_and(|c| word.starts_with(c.as_str()) && verb(c.len()))
    }

    /// Whether a word or phrase of a class begins at a token; one past its last token.
    pub fn around(&self, p: &Passage<'_>, i: usize, class: Around) -> Option<usize> {
        self.words.around.all(p.tokens, i, 0).iter().rev().find(|h| h.values.contains(&class)).map(|h| h.end)
    }

    /// Whether a word or phrase of a class begins in a range.
    pub fn any(&self, p: &Passage<'_>, mut range: Range<usize>, class: Around) -> bool {
        range.any(|i| self.around(p, i, class).is_some())
    }

    /// Whether a word ends before `end` that is of a class: «لغو» in «لغو دیدار».
    pub fn before(&self, p: &Passage<'_>, end: usize, class: Around) -> Option<usize> {
        (end.saturating_sub(3)..end)
            .find(|&k| self.words.around.all(p.tokens, k, 0).iter().any(|h| h.end == end && h.values.contains(&class)))
    }

    /// Whether the verb of a hit has several subjects.
    pub(crate) fn is_plural(&self, p: &Passage<'_>, hit: &ContactHit<'_>) -> bool {
        let word = p.tokens.word(hit.end - 1);
        self.words.plural.iter().any(|e| word.ends_with(e.as_str()))
    }

    /// Whether a word stands at a token after which the other party is named; one past its last token.
    #[expect(clippy::unused_self, reason = "a question to the grammar, as the others are")]
    pub(crate) fn takes(&self, p: &Passage<'_>, hit: &ContactHit<'_>, k: usize) -> Option<usize> {
        hit.takes().iter().filter(|t| t.chars().count() > 1).find_map(|t| {
            let words = t.split(' ').count();
            t.split(' ').enumerate().all(|(n, w)| p.tokens.word(k + n) == w).then_some(k + words)
        })
    }

    /// Whether the contact took place, as the sentence tells it.
    pub fn status(&self, p: &Passage<'_>, hit: &ContactHit<'_>, told: &Encounter, clause: Range<usize>) -> Status {
        let part = told.part.unwrap_or(hit.part);
        let has = |class: Around| self.any(p, clause.clone(), class);
        // A present behind a clause word says what is to be: «أن يلتقي».
        let first = told.part.map_or(hit.at, |_| told.evidence.start);
        let wished =
            part == ContactPart::Present && first > 0 && p.is(first - 1, Class::Clause) && p.tokens.word(first - 1).chars().count() <= 2;
        match if wished { ContactPart::Wish } else { part } {
            ContactPart::Denied => Status::Denied,
            ContactPart::Wish if has(Around::Proposed) && !has(Around::Planned) => Status::Proposed,
            ContactPart::Future | ContactPart::Wish => Status::Planned,
            _ => {
                let near = clause.start.max(first.saturating_sub(6))..first;
                let close = |class: Around| self.any(p, near.clone(), class);
                // A noun is to come where that is said beside it, a verb where its clause says so.
                let beside = clause.start.max(first.saturating_sub(BESIDE))..clause.end.min(told.evidence.end + BESIDE);
                let soon = if part == ContactPart::Noun { self.any(p, beside, Around::Planned) } else { has(Around::Planned) };
                // What is called off or denied is said behind the noun too: «مذاکرات ایران و عمان لغو شد».
                let end = told.evidence.end.max(hit.end);
                let behind = |class: Around| {
                    part == ContactPart::Noun && p.grammar.article.is_empty() && self.any(p, end.saturating_sub(1)..end + 3, class)
                };
                if close(Around::Cancelled) || behind(Around::Cancelled) {
                    Status::Cancelled
                } else if close(Around::Denied) || behind(Around::Denied) {
                    Status::Denied
                } else if close(Around::Proposed) && part != ContactPart::Past {
                    Status::Proposed
                } else if part != ContactPart::Past && soon {
                    Status::Planned
                } else {
                    Status::Held
                }
            }
        }
    }
}

/// How far from a contact noun words tell that it is still to come, in tokens.
const BESIDE: usize = 8;

/// The bytes of particles that can be glued before the word at a token: «و», «ف», «ب», «ل», «س», and the article behind
/// them, longest first.
pub(crate) fn glued(p: &Passage<'_>, i: usize) -> impl Iterator<Item = usize> + use<> {
    let grammar = p.grammar;
    let word = p.tokens.word(i);
    let mut skips = [0; 8];
    let mut n = 0;
    if !grammar.article.is_empty() && word.len() >= 6 {
        let mut add = |skip: usize| {
            if skip > 0 && word.len() >= skip + 4 {
                skips[n] = skip;
                n += 1;
            }
        };
        let and = grammar.conjunctions.iter().find(|c| begins(word, c)).map_or(0, String::len);
        for from in [0, and] {
            let Some(rest) = word.get(from..) else { continue };
            add(from);
            if let Some(g) = grammar.prepositions.iter().find(|g| begins(rest, g)) {
                add(from + g.len());
                if begins(&rest[g.len()..], &grammar.article) {
                    add(from + g.len() + grammar.article.len());
                } else if rest[g.len()..].starts_with(&grammar.article[grammar.article.len() / 2..]) {
                    // «لل» stands for ل and the article.
                    add(from + g.len() + grammar.article.len() / 2);
                }
            }
            if begins(rest, &grammar.article) {
                add(from + grammar.article.len());
            }
            if and == 0 {
                break;
            }
        }
    }
    skips.into_iter().take(n)
}

impl Row {
    fn load(&self) -> Result<ContactGrammar, Error> {
        let wrap = |source| Error::Toml { file: "contact.toml", source };
        let file: ContactFile = toml::from_str(self.file).map_err(wrap)?;
        let verbs: VerbFile = toml::from_str(self.verbs).map_err(|source| Error::Toml { file: "verb.toml", source })?;
        let morphology: Morphology = toml::from_str(self.morphology).map_err(|source| Error::Toml { file: "morphology.toml", source })?;
        let inflected: BTreeMap<&str, Vec<(String, ContactPart)>> =
            verbs.verb.iter().map(|v| (v.infinitive.as_str(), inflect(v, &file.verb, &morphology))).collect();
        let mut forms: Vec<(String, ContactForm)> = Vec::new();
        for (word, entry) in file.contact.iter().enumerate() {
            let mut add = |form: String, part| forms.push((form, ContactForm { word, part }));
            entry.past_forms.iter().for_each(|f| add(f.clone(), ContactPart::Past));
            for form in &entry.present_forms {
                add(form.clone(), ContactPart::Present);
                if !file.verb.future.is_empty() {
                    add(format!("{}{form}", file.verb.future), ContactPart::Future);
                }
            }
            entry.suffixed.iter().for_each(|f| add(f.clone(), ContactPart::Suffixed));
            for noun in &entry.nouns {
                if !entry.verb_only {
                    add(noun.clone(), ContactPart::Noun);
                    if !morphology.article.is_empty() {
                        add(with_articles(noun, &morphology.article), ContactPart::Noun);
                    }
                }
                for infinitive in &entry.verbs {
                    if morphology.article.is_empty() {
                        let all = inflected.get(infinitive.as_str()).ok_or_else(|| Error::Entry {
                            file: "contact.toml",
                            entry: entry.lemma.clone(),
                            what: format!("`{infinitive}` is no verb of verb.toml"),
                        })?;
                        for (form, part) in all {
                            add(format!("{noun} {form}"), *part);
                        }
                    }
                }
            }
        }
        let fold = |list: &[String]| -> Vec<String> { list.iter().map(|f| rawi_text::fold(f)).collect() };
        let list = file
            .contact
            .iter()
            .map(|e| ContactWord {
                lemma: e.lemma.clone(),
                kind: e.kind,
                noun_kind: e.noun_kind.unwrap_or(e.kind),
                shape: e.shape,
                takes: fold(&e.takes),
                noun_takes: fold(e.noun_takes.as_ref().unwrap_or(&e.takes)),
                roles: e.roles,
                loose: e.loose,
                verbs: if morphology.article.is_empty() { Vec::new() } else { fold(&e.verbs) },
            })
            .collect();
        for word in &file.word {
            if !word.forms.contains(&word.word) || !word.example.contains(&word.word) {
                return Err(Error::Entry {
                    file: "contact.toml",
                    entry: format!("{:?}", word.name),
                    what: format!("the example does not hold `{}`", word.word),
                });
            }
        }
        let examples = file
            .contact
            .into_iter()
            .map(|e| ContactExample {
                entry: format!("{}/contact.toml: {}", self.language.code(), e.lemma),
                text: e.example,
                parties: e.parties,
                kind: e.kind,
            })
            .collect();
        let around = Lexicon::new(file.word.iter().flat_map(|w| w.forms.iter().map(|f| (f.as_str(), w.name))));
        Ok(ContactGrammar {
            words: Contacts {
                list,
                forms: Lexicon::new(forms),
                around,
                plural: fold(&file.verb.plural),
                future: rawi_text::fold(&file.verb.future),
            },
            rules: self.rules,
            examples,
        })
    }
}

/// A noun and its adjectives, each with the article.
fn with_articles(noun: &str, article: &str) -> String {
    noun.split(' ').map(|w| format!("{article}{w}")).collect::<Vec<_>>().join(" ")
}

fn inflect(verb: &VerbEntry, templates: &Templates, morphology: &Morphology) -> Vec<(String, ContactPart)> {
    let fill = |list: &[String], part: ContactPart| -> Vec<(String, ContactPart)> {
        list.iter().map(|t| (t.replace("{past}", &verb.past).replace("{present}", &verb.present), part)).collect()
    };
    let mut all = fill(&templates.denied, ContactPart::Denied);
    all.extend(fill(&templates.planned, ContactPart::Future));
    all.extend(fill(&templates.wish, ContactPart::Wish));
    let known: Vec<String> = all.iter().map(|(f, _)| f.clone()).collect();
    let simple = morphology.past.iter().map(|t| (t.replace("{}", &verb.past), ContactPart::Past));
    let present: Vec<String> = if verb.present_forms.is_empty() {
        morphology.present.iter().map(|t| t.replace("{}", &verb.present)).collect()
    } else {
        verb.present_forms.clone()
    };
    all.extend(simple.chain(present.into_iter().map(|f| (f, ContactPart::Present))).filter(|(f, _)| !known.contains(f)));
    all
}

/// Whether somebody who can take part begins at a token.
pub(crate) fn is_actor(p: &Passage<'_>, g: &ContactGrammar, i: usize) -> bool {
    const STARTS: u64 = Class::Title.bit()
        | Class::Role.bit()
        | Class::Relation.bit()
        | Class::Unnamed.bit()
        | Class::PluralHead.bit()
        | Class::Anaphor.bit()
        | Class::AnaphorPlural.bit()
        | Class::Body.bit();
    p.names.get(i).copied().flatten().is_some()
        || p.any(i, STARTS)
        || g.around(p, i, Around::People).is_some()
        || g.around(p, i, Around::Press).is_some()
}

/// Where the head of a delegation is named: «هیأت عمانی به ریاست …», «وفدا عمانيا برئاسة …».
pub(crate) fn head_of(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>, limit: usize) -> Option<usize> {
    if g.around(p, tokens.start, Around::People).is_none() && !p.is(tokens.start, Class::PluralHead) {
        return None;
    }
    let near = tokens.start + 1..limit.min(tokens.end + BESIDE);
    near.take_while(|&k| !p.is_mark(k)).find_map(|k| g.around(p, k, Around::Head)).filter(|&k| k < limit)
}

/// The name at the head of a phrase and what tells of its bearer behind it: «سالم الکعبی | مدیرکل بنادر عمان».
///
/// Where the name of somebody unknown ends is told by the office behind it alone; whoever knows names better may end it
/// here.
pub(crate) fn split_name(p: &Passage<'_>, tokens: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let classed = Class::Title.bit() | Class::Role.bit() | Class::Relation.bit() | Class::Body.bit() | Class::PluralHead.bit();
    let office = (tokens.start + 2..tokens.end.saturating_sub(1))
        .find(|&k| p.is(k, Class::Role) && !p.any(k - 1, classed | Class::Conjunction.bit()) && p.skip(k) == 0);
    match office.filter(|_| !p.any(tokens.start, classed) && p.tokens.is_word(tokens.start)) {
        Some(k) => (tokens.start..k, Some(k..tokens.end)),
        None => (tokens, None),
    }
}

/// A phrase without those who only come along.
pub(crate) fn without_companions(p: &Passage<'_>, g: &ContactGrammar, tokens: Range<usize>) -> Range<usize> {
    let cut = (tokens.start + 1..tokens.end).find(|&k| {
        g.around(p, k, Around::Companion).is_some() || p.is(k, Class::Conjunction) && g.around(p, k + 1, Around::Companion).is_some()
    });
    tokens.start..cut.unwrap_or(tokens.end)
}

/// Where the clause of a contact word begins: after speech is opened before it, else with its sentence.
pub(crate) fn clause_start(p: &Passage<'_>, at: usize, sentence: &Range<usize>) -> usize {
    let mut start = sentence.start;
    if let Some(quote) = p.quote_around(at) {
        start = start.max(quote.open + 1);
    }
    for k in (start..at).rev() {
        if p.tokens.is_mark(k, ':') || p.tokens.is_mark(k, '\u{61B}') || p.tokens.is_mark(k, '/') && p.grammar.article.is_empty() {
            return k + 1;
        }
        if p.is(k, Class::Clause) && p.cues_in(start..k).iter().any(|c| c.end == k) {
            return p.end_of(k, Class::Clause).min(at);
        }
    }
    start
}
