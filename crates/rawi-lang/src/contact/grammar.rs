//! All that a language knows of contacts, and how its words are found in a passage.

use std::ops::Range;
use std::sync::OnceLock;

use rawi_model::{ContactKind, Language};

use super::file::Source;
use super::word::{ContactForm, Contacts};
use super::{Around, ContactHit, ContactPart, ContactRule, glued, is_actor};
use crate::opening::Opening;
use crate::{Class, Passage, ar, fa};

/// All that a language knows of contacts.
#[derive(Debug)]
pub struct ContactGrammar {
    /// Its words.
    pub words: Contacts,
    /// Its rules, in the order in which they are tried.
    pub rules: &'static [ContactRule],
    pub(super) examples: Vec<ContactExample>,
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

struct Row {
    source: Source,
    grammar: OnceLock<ContactGrammar>,
}

static ROWS: [Row; 2] = [
    Row {
        source: Source {
            language: Language::Fa,
            file: include_str!("../../data/fa/contact.toml"),
            verbs: include_str!("../../data/fa/verb.toml"),
            morphology: include_str!("../../data/fa/morphology.toml"),
            rules: fa::CONTACTS,
        },
        grammar: OnceLock::new(),
    },
    Row {
        source: Source {
            language: Language::Ar,
            file: include_str!("../../data/ar/contact.toml"),
            verbs: "verb = []",
            morphology: include_str!("../../data/ar/morphology.toml"),
            rules: ar::CONTACTS,
        },
        grammar: OnceLock::new(),
    },
];

/// What a language knows of contacts; none for one that is not read.
///
/// # Panics
/// Never: the data files are part of the program, and a test loads them.
pub fn contact_grammar(language: Language) -> Option<&'static ContactGrammar> {
    let row = ROWS.iter().find(|row| row.source.language == language)?;
    Some(row.grammar.get_or_init(|| match row.source.load() {
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
            if i < free || !p.may_open(i, Opening::CONTACT) {
                continue;
            }
            let Some((end, forms)) = self.at(p, i) else { continue };
            // «سعود بن قابل بن بريك»: a name of somebody's father.
            let fathers = i > 0 && p.is(i - 1, Class::NameLink) && !p.grammar.article.is_empty();
            // «تفاهم | نامه», and «پایان‌نامه» in two words but no word of «پایان سفر»
            let within = |k: usize| self.before(p, i, Around::Opener).is_some_and(|open| open < k);
            let part = i > 0 && self.around(p, i - 1, Around::Compound).is_some_and(|close| close > i);
            if fathers || part || self.before(p, i, Around::Compound).is_some_and(|k| k + 1 == i && !within(k)) {
                continue;
            }
            // A form of several words: each word's rules are tried.
            for form in forms {
                hits.push(ContactHit { at: i, end, word: &self.words.list[form.word], part: form.part, mine: form.mine });
            }
            free = end;
        }
        hits
    }

    /// Whether a form of a contact word may begin with the folded letters of a word; where none does, this is nearly always told.
    pub(crate) fn may_begin(&self, letters: &str) -> bool {
        self.words.forms.may_begin(letters)
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
    pub fn is_verb(&self, p: &Passage<'_>, i: usize) -> bool {
        let verb = |skip: usize| {
            self.words
                .forms
                .longest(p.tokens, i, skip)
                .is_some_and(|h| h.end == i + 1 && h.values.iter().all(|f| !matches!(f.part, ContactPart::Noun | ContactPart::Suffixed)))
        };
        let word = p.tokens.word(i);
        verb(0) || p.grammar.conjunctions.first().is_some_and(|c| word.starts_with(c.as_str()) && verb(c.len()))
    }

    /// Whether a contact noun of one word stands at a token, with nothing glued to it.
    pub fn is_plain_noun(&self, p: &Passage<'_>, i: usize) -> bool {
        let noun = |f: &ContactForm| f.part == ContactPart::Noun;
        self.words.forms.any(p.tokens, i, 0, |h| h.end == i + 1 && h.values.iter().any(noun))
    }

    /// Whether a present of contact stands at a token, one word with nothing glued to it but the letter of the future: «يستقبل».
    pub fn is_present(&self, p: &Passage<'_>, i: usize) -> bool {
        let present = |f: &ContactForm| matches!(f.part, ContactPart::Present | ContactPart::Future);
        self.words.forms.longest(p.tokens, i, 0).is_some_and(|h| h.end == i + 1 && h.values.iter().all(present))
    }

    /// Whether a word is a verb that goes with a contact noun or tells of it, in the future: «سيعقد», «ستبدأ».
    pub fn is_future(&self, word: &str) -> bool {
        let future = self.words.future.as_str();
        let Some(verb) = word.strip_prefix(future).filter(|_| !future.is_empty()) else { return false };
        self.words.around.get(verb).contains(&Around::Verb) || self.words.list.iter().any(|w| w.verbs.iter().any(|v| v == verb))
    }

    /// Whether a contact noun begins at a token, with or without particles glued to it.
    pub fn is_noun(&self, p: &Passage<'_>, i: usize) -> bool {
        self.words.forms.longest(p.tokens, i, 0).is_some() || glued(p, i).any(|skip| self.words.forms.longest(p.tokens, i, skip).is_some())
    }

    /// Whether a word or phrase of a class begins at a token; one past its last token.
    pub fn around(&self, p: &Passage<'_>, i: usize, class: Around) -> Option<usize> {
        if p.may_open(i, Opening::AROUND) { self.around_behind(p, i, 0, class) } else { None }
    }

    /// The same behind so many bytes of what is glued to the word: «بجدة» (in Jeddah).
    pub fn around_behind(&self, p: &Passage<'_>, i: usize, skip: usize, class: Around) -> Option<usize> {
        let mut end = None;
        self.words.around.each(p.tokens, i, skip, |h| end = if h.values.contains(&class) { Some(h.end) } else { end });
        end
    }

    /// Whether a word or phrase of a class begins in a range, in Arabic with or without a glued "and".
    pub fn any(&self, p: &Passage<'_>, mut range: Range<usize>, class: Around) -> bool {
        range.any(|i| p.may_open(i, Opening::AROUND) && (self.around(p, i, class).is_some() || self.around_and(p, i, class)))
    }

    /// Whether a word or phrase of a class stands behind an Arabic "and" that is glued to it: «وسوف».
    fn around_and(&self, p: &Passage<'_>, i: usize, class: Around) -> bool {
        let and = p.grammar.conjunctions.first().filter(|c| !p.grammar.article.is_empty() && p.tokens.word(i).starts_with(c.as_str()));
        and.is_some_and(|c| self.words.around.any(p.tokens, i, c.len(), |h| h.values.contains(&class)))
    }

    /// Whether a word ends before `end` that is of a class: «لغو» in «لغو دیدار».
    pub fn before(&self, p: &Passage<'_>, end: usize, class: Around) -> Option<usize> {
        let ends = |k: usize, skip: usize| self.words.around.any(p.tokens, k, skip, |h| h.end == end && h.values.contains(&class));
        let and = |k: usize| {
            p.grammar
                .conjunctions
                .iter()
                .any(|c| !p.grammar.article.is_empty() && p.tokens.word(k).starts_with(c.as_str()) && ends(k, c.len()))
        };
        (end.saturating_sub(3)..end).find(|&k| p.may_open(k, Opening::AROUND) && (ends(k, 0) || and(k)))
    }

    /// Where the words stand that tell a noun of contact to be what somebody is to do: «برای دیدار», «برای شرکت در نشست و | دیدار».
    pub fn aim_before(&self, p: &Passage<'_>, hit: &ContactHit<'_>) -> Option<usize> {
        /// How far before the noun the first thing may be told that is to be done, in tokens.
        const FAR: usize = 14;
        let joined = || {
            let meets = hit.word.kind != ContactKind::Visit && p.grammar.article.is_empty();
            let and = hit.at.checked_sub(1).filter(|&k| meets && p.is(k, Class::Conjunction))?;
            let near = (and.saturating_sub(FAR)..and).rev().take_while(|&k| !p.is_finite(k) && (!p.is_mark(k) || p.is_comma(k)));
            // «برای شرکت در نشست» (to take part in the session): no firm, «شرکت آب».
            let does = |end: usize| end < and && (!is_actor(p, self, end) || p.is(end + 1, Class::Preposition));
            near.into_iter().find(|&k| self.around(p, k, Around::Purpose).is_some_and(does))
        };
        self.before(p, hit.at, Around::Purpose).or_else(joined)
    }

    /// Whether the verb of a hit has several subjects.
    pub(crate) fn is_plural(&self, p: &Passage<'_>, hit: &ContactHit<'_>) -> bool {
        // «دیدار خواهند کرد»: in Persian the auxiliary of the future tells it.
        let verb = if p.grammar.article.is_empty() { hit.at..hit.end } else { hit.end - 1..hit.end };
        verb.into_iter().any(|k| self.words.plural.iter().any(|e| p.tokens.word(k).ends_with(e.as_str())))
    }

    /// Whether a word stands at a token after which the other party is named; one past its last token.
    #[expect(clippy::unused_self, reason = "a question to the grammar, as the others are")]
    pub(crate) fn takes(&self, p: &Passage<'_>, hit: &ContactHit<'_>, k: usize) -> Option<usize> {
        hit.takes().iter().filter(|t| t.chars().count() > 1).find_map(|t| {
            let words = t.split(' ').count();
            t.split(' ').enumerate().all(|(n, w)| p.tokens.word(k + n) == w).then_some(k + words)
        })
    }
}
