//! The one table of languages, and what each brings.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rawi_model::{Event, Language};
use rawi_text::Lexicon;
use rustc_hash::FxHashSet;

use crate::class::{self, Class, ClassFile, Classes};
use crate::cue::{self, According, AccordingEntry, AccordingFile, CueEntry, CueFile, Cues, Morphology, VerbFile};
use crate::event::{self, EventFile, Events, WordEntry};
use crate::passage::Passage;
use crate::{AccordingFrame, Error, Frame, LineFrame, ar, fa};

/// Everything that the reader needs to know of one language.
#[derive(Debug)]
pub struct Grammar {
    /// Which language it is.
    pub language: Language,
    /// Its closed classes of words.
    pub classes: Classes,
    /// Its reporting verbs.
    pub cues: Cues,
    /// What its words do.
    pub events: Events,
    /// Its nominal attributions.
    pub according: Lexicon<According>,
    /// What stands before and behind the stem of a verb of the present, folded: «می‌…د».
    pub present_shapes: Vec<(String, String)>,
    /// Letters that are glued before a word and mean "and".
    pub conjunctions: Vec<String>,
    /// Letters that are glued before a word as prepositions.
    pub prepositions: Vec<String>,
    /// The letter that makes a verb negative, folded; empty where it is a word.
    pub negative: String,
    /// The article, where it is glued to its word.
    pub article: String,
    /// Endings that a word takes before its complement, folded, with the letter before: «نیروی».
    pub ezafe: Vec<String>,
    /// Words that open a clause and hold no pronoun, folded: «أن».
    pub bare_clauses: Vec<String>,
    /// Prepositions before the one to whom it is said, folded: «به».
    pub dative: Vec<String>,
    /// Nouns in the form of a verb in the present, folded: «میلیارد» (a billion).
    pub like_present: Vec<String>,
    /// Prepositions behind which the whole stands of which something is a part, folded: «از» in «از دلایل …» (among the reasons).
    pub partitive: Vec<String>,
    /// Words with which a verb tells of what is to come, folded: «خواهد».
    pub future: Vec<String>,
    /// Endings of last names, folded.
    pub name_endings: Vec<String>,
    /// Endings of verbs for several, folded.
    pub plural_endings: Vec<String>,
    /// Endings of an indefinite accusative, as written.
    pub accusatives: Vec<String>,
    /// Those of them that are written with a mark: «اً».
    pub marked_accusatives: Vec<String>,
    /// Nouns that end as plurals do and name one thing, folded: «القانون».
    pub not_plurals: Vec<String>,
    /// Nouns for one body or person that no feminine verb has for its subject, folded: «الاتحاد».
    pub masculine: Vec<String>,
    /// States of which the verbs of the masculine are said too, folded: «العراق».
    pub masculine_states: Vec<String>,
    /// Endings of nouns for several that are acted on, folded: «المرشحين».
    pub oblique_plurals: Vec<String>,
    /// Endings of nouns in the plural, folded: «تحيات».
    pub plural_nouns: Vec<String>,
    /// The endings that say to whom a thing belongs, as written: «تعاقدها».
    pub possessives: Vec<String>,
    /// Endings that look like them and end names, as written: «عبدالله».
    pub not_possessives: Vec<String>,
    /// Names, as written, that fold to a word of another spelling: «علي» (Ali), «على» (on).
    pub spelt_names: Vec<String>,
    /// Shapes of verbal nouns, folded; a full stop stands for any letter.
    pub verbal_noun_shapes: Vec<String>,
    /// The same for words behind a glued preposition alone.
    pub glued_noun_shapes: Vec<String>,
    /// The same for words with a possessive alone.
    pub owned_noun_shapes: Vec<String>,
    /// Words that lead over to what another says, folded: «فيما».
    pub meanwhile: Vec<String>,
    /// People and bodies that act where a number counts them, folded: «طالبت 3 منظمات بـ…».
    pub counted: Vec<String>,
    /// What stands before such a number, folded: «نحو» (about).
    pub about: Vec<String>,
    /// What an adjective without an article ends with, folded: «دولية».
    pub adjective_endings: Vec<String>,
    /// Words that turn back to the one of whom was told, before his next verb, folded: «لكنه».
    pub turns: Vec<String>,
    /// Words that open a list behind a colon, folded: «بعنوان: …» (under the title).
    pub listing: Vec<String>,
    /// Nouns with which the reporter tells what was meant: «في إشارة» (a reference to).
    pub hints: Vec<String>,
    /// Verbs that say of one that he has done a thing before, folded: «سبق» in «سبق للوزير أن قال».
    pub earlier: Vec<String>,
    /// Verbs with which somebody issues a paper or holds a speech, folded: «أصدر بيانا قال فيه …».
    pub issues: Vec<String>,
    /// Words behind a paper before who issued it, folded: «صادر» in «بيان صادر عن الوزارة».
    pub issued: Vec<String>,
    /// Words before the next act of the same one or another, folded: «ثم».
    pub then: Vec<String>,
    /// The words that head an object which is told in a clause: «ما نشرته الصحيفة» (what the paper published).
    pub what: Vec<String>,
    /// Prepositions behind which a source without a name stands, folded: «في».
    pub within: Vec<String>,
    /// Words by which somebody speaks of himself, folded.
    pub first_person: Vec<String>,
    /// Endings of such words, folded.
    pub first_person_endings: Vec<String>,
    /// Words that end so and are none, folded: «تصمیم».
    pub like_first_person: FxHashSet<String>,
    /// What an interviewee without a name is called, by language.
    pub interviewee: BTreeMap<String, String>,
    /// Its shapes of attribution, in the order in which they are tried on a cue.
    pub frames: &'static [Frame],
    /// Its headlines and posts that name their speaker before a colon.
    pub line: LineFrame,
    /// Its nominal attributions.
    pub source: AccordingFrame,
    /// The noun phrase that begins at a token: one past its last token, at most the second number.
    pub phrase_end: fn(&Passage<'_>, usize, usize) -> usize,
}

/// The data files of a language, as text.
struct Files {
    words: &'static str,
    morphology: &'static str,
    verbs: &'static str,
    cues: &'static str,
    according: &'static str,
    events: &'static str,
}

/// The rules of a language.
struct Rules {
    frames: &'static [Frame],
    line: LineFrame,
    source: AccordingFrame,
    phrase_end: fn(&Passage<'_>, usize, usize) -> usize,
}

/// One row for each language: its data and its rules.
pub struct Row {
    /// Which language it is.
    pub language: Language,
    files: Files,
    rules: Rules,
    grammar: OnceLock<Grammar>,
}

macro_rules! files {
    ($folder:literal, $verbs:expr) => {
        Files {
            words: include_str!(concat!("../data/", $folder, "/word.toml")),
            morphology: include_str!(concat!("../data/", $folder, "/morphology.toml")),
            verbs: $verbs,
            cues: include_str!(concat!("../data/", $folder, "/cue.toml")),
            according: include_str!(concat!("../data/", $folder, "/according.toml")),
            events: include_str!(concat!("../data/", $folder, "/event.toml")),
        }
    };
}

/// The languages that are read. A new one is one row here.
pub static LANGUAGES: [Row; 2] = [
    Row {
        language: Language::Fa,
        files: files!("fa", include_str!("../data/fa/verb.toml")),
        rules: Rules { frames: fa::FRAMES, line: fa::NAME_COLON, source: fa::ACCORDING, phrase_end: fa::phrase_end },
        grammar: OnceLock::new(),
    },
    Row {
        language: Language::Ar,
        files: files!("ar", "verb = []"),
        rules: Rules { frames: ar::FRAMES, line: ar::NAME_COLON, source: ar::ACCORDING, phrase_end: ar::phrase_end },
        grammar: OnceLock::new(),
    },
];

/// The grammar of a language; none for one that is not read.
///
/// # Panics
/// Never: the data files are part of the program, and a test loads them.
pub fn grammar(language: Language) -> Option<&'static Grammar> {
    let row = LANGUAGES.iter().find(|row| row.language == language)?;
    Some(row.grammar.get_or_init(|| match row.load() {
        Ok((grammar, _)) => grammar,
        Err(error) => unreachable!("{error}"),
    }))
}

/// Classes of words that head a phrase for one who can be spoken to.
const ADDRESSED: [Class; 5] = [Class::Outlet, Class::Role, Class::Title, Class::PluralHead, Class::Relation];

impl Grammar {
    /// A word or phrase as it stands before its complement, where that is written: «نیرو» as «نیروی».
    pub fn with_ezafe(&self, form: &str) -> Option<String> {
        let ending = self.ezafe.iter().find(|e| e.chars().next().is_some_and(|c| form.ends_with(c)))?;
        Some(format!("{form}{}", ending.chars().skip(1).collect::<String>()))
    }

    /// How many bytes of a folded word are a glued preposition before the one to whom it is said: «لوكالة» (to the agency).
    pub fn dative_in(&self, word: &str) -> usize {
        if self.article.is_empty() {
            return 0;
        }
        self.dative
            .iter()
            .find(|d| word.strip_prefix(d.as_str()).is_some_and(|w| self.classes.get(w).iter().any(|c| ADDRESSED.contains(c))))
            .map_or(0, String::len)
    }

    /// A folded word without the ending before a complement: «نیروی» as «نیرو».
    pub fn without_ezafe<'w>(&self, word: &'w str) -> &'w str {
        let ending = self.ezafe.iter().find(|e| word.ends_with(e.as_str()) && word.len() > e.len() + 2);
        ending.and_then(|e| e.char_indices().nth(1).map(|(at, _)| &word[..word.len() - (e.len() - at)])).unwrap_or(word)
    }
}

/// The entries whose examples the tests run.
#[derive(Debug)]
pub(crate) struct Examples {
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    classes: ClassFile,
    cues: Vec<CueEntry>,
    according: Vec<AccordingEntry>,
    events: Vec<WordEntry>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    morphology: Morphology,
}

/// One example of a data file: words, and what must be found in them.
#[derive(Clone, Debug)]
pub struct Example {
    /// The file and entry it stands in.
    pub entry: String,
    /// The sentence.
    pub text: String,
    /// The words that name the speaker.
    pub speaker: Option<String>,
    /// The words that name who passes it on.
    pub via: Option<String>,
    /// The words that are the content.
    pub content: String,
}

impl Row {
    fn load(&self) -> Result<(Grammar, Examples), Error> {
        fn toml<T: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<T, Error> {
            ::toml::from_str(text).map_err(|source| Error::Toml { file, source })
        }
        let classes = class::parse("word.toml", self.files.words)?;
        let morphology: Morphology = toml("morphology.toml", self.files.morphology)?;
        let verbs: VerbFile = toml("verb.toml", self.files.verbs)?;
        let cue_file: CueFile = toml("cue.toml", self.files.cues)?;
        let according: AccordingFile = toml("according.toml", self.files.according)?;
        let events: EventFile = toml("event.toml", self.files.events)?;
        let lexicon = class::lexicon(&classes);
        let grammar = Grammar {
            language: self.language,
            events: event::events("event.toml", &events)?,
            cues: cue::cues("cue.toml", &cue_file.cue, &verbs.verb, &morphology, &lexicon)?,
            classes: lexicon,
            according: Lexicon::new(according.according.iter().flat_map(|a| {
                std::iter::once(&a.form).chain(&a.also).flat_map(move |form| {
                    let from = a.from.as_deref().map(rawi_text::key);
                    let whole = According { form: a.form.clone(), role: a.role, anyone: a.anyone, writes: a.writes, glued: None, from };
                    let glued = According::split(form)
                        .map(|(words, letter)| (words.to_owned(), According { glued: Some(letter), ..whole.clone() }));
                    std::iter::once((form.clone(), whole)).chain(glued)
                })
            })),
            present_shapes: morphology
                .present
                .iter()
                .filter_map(|t| t.split_once("{}"))
                .map(|(a, b)| (rawi_text::key(a), rawi_text::key(b)))
                .collect(),
            conjunctions: morphology.conjunctions.iter().map(|c| rawi_text::fold(c)).collect(),
            prepositions: morphology.prepositions.iter().map(|c| rawi_text::fold(c)).collect(),
            article: rawi_text::fold(&morphology.article),
            negative: rawi_text::fold(&morphology.negative),
            ezafe: morphology.ezafe.iter().map(|c| rawi_text::fold(c)).collect(),
            bare_clauses: morphology.bare_clauses.iter().map(|c| rawi_text::fold(c)).collect(),
            dative: morphology.dative.iter().map(|c| rawi_text::fold(c)).collect(),
            like_present: morphology.like_present.iter().map(|c| rawi_text::fold(c)).collect(),
            partitive: morphology.partitive.iter().map(|c| rawi_text::fold(c)).collect(),
            future: morphology.future.iter().map(|c| rawi_text::fold(c)).collect(),
            name_endings: morphology.name_endings.iter().map(|c| rawi_text::fold(c)).collect(),
            plural_endings: morphology.plural_endings.iter().map(|c| rawi_text::fold(c)).collect(),
            accusatives: morphology.accusatives.clone(),
            marked_accusatives: morphology.accusatives.iter().filter(|a| a.chars().count() > 1).cloned().collect(),
            not_plurals: morphology.not_plurals.iter().map(|c| rawi_text::fold(c)).collect(),
            masculine: morphology.masculine.iter().map(|c| rawi_text::fold(c)).collect(),
            masculine_states: morphology.masculine_states.iter().map(|c| rawi_text::fold(c)).collect(),
            oblique_plurals: morphology.oblique_plurals.iter().map(|c| rawi_text::fold(c)).collect(),
            plural_nouns: morphology.plural_nouns.iter().map(|c| rawi_text::fold(c)).collect(),
            possessives: morphology.possessives.clone(),
            not_possessives: morphology.not_possessives.clone(),
            spelt_names: morphology.spelt_names.clone(),
            verbal_noun_shapes: morphology.verbal_noun_shapes.iter().map(|c| rawi_text::fold(c)).collect(),
            glued_noun_shapes: morphology.glued_noun_shapes.iter().map(|c| rawi_text::fold(c)).collect(),
            meanwhile: morphology.meanwhile.iter().map(|c| rawi_text::fold(c)).collect(),
            counted: morphology.counted.iter().map(|c| rawi_text::fold(c)).collect(),
            about: morphology.about.iter().map(|c| rawi_text::fold(c)).collect(),
            adjective_endings: morphology.adjective_endings.iter().map(|c| rawi_text::fold(c)).collect(),
            what: morphology.what.iter().map(|c| rawi_text::fold(c)).collect(),
            listing: morphology.listing.iter().map(|c| rawi_text::fold(c)).collect(),
            hints: morphology.hints.iter().map(|c| rawi_text::fold(c)).collect(),
            earlier: morphology.earlier.iter().map(|c| rawi_text::fold(c)).collect(),
            issues: morphology.issues.iter().map(|c| rawi_text::fold(c)).collect(),
            issued: morphology.issued.iter().map(|c| rawi_text::fold(c)).collect(),
            then: morphology.then.iter().map(|c| rawi_text::fold(c)).collect(),
            within: morphology.within.iter().map(|c| rawi_text::fold(c)).collect(),
            turns: morphology.turns.iter().map(|c| rawi_text::fold(c)).collect(),
            owned_noun_shapes: morphology.owned_noun_shapes.iter().map(|c| rawi_text::fold(c)).collect(),
            first_person: morphology.first_person.iter().map(|c| rawi_text::fold(c)).collect(),
            first_person_endings: morphology.first_person_endings.iter().map(|c| rawi_text::fold(c)).collect(),
            like_first_person: morphology.like_first_person.iter().map(|c| rawi_text::fold(c)).collect(),
            interviewee: morphology.interviewee.clone(),
            frames: self.rules.frames,
            line: self.rules.line,
            source: self.rules.source,
            phrase_end: self.rules.phrase_end,
        };
        Ok((grammar, Examples { classes, cues: cue_file.cue, according: according.according, events: events.word, morphology }))
    }

    /// The examples of the reporting verbs and nominal attributions, for a test of the reader.
    ///
    /// # Errors
    /// Where a data file does not hold what it should.
    pub fn examples(&self) -> Result<Vec<Example>, Error> {
        let (_, examples) = self.load()?;
        let code = self.language.code();
        let cues = examples.cues.into_iter().map(|c| Example {
            entry: format!("{code}/cue.toml: {}", c.lemma),
            text: c.example,
            speaker: Some(c.speaker),
            via: None,
            content: c.content,
        });
        let according = examples.according.into_iter().map(|a| Example {
            entry: format!("{code}/according.toml: {}", a.form),
            text: a.example,
            speaker: a.speaker,
            via: a.via,
            content: a.content,
        });
        Ok(cues.chain(according).collect())
    }

    /// Sentences whose words do something, each with what they do: of `event.toml`, for a test of the reader.
    ///
    /// # Errors
    /// Where a data file does not hold what it should.
    pub fn event_examples(&self) -> Result<Vec<(String, Event)>, Error> {
        let (_, examples) = self.load()?;
        Ok(examples.events.into_iter().map(|e| (e.example.clone(), e.event())).collect())
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("language", &self.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use rawi_text::Tokens;

    use super::*;

    #[test]
    fn every_word_example_holds_its_word() {
        for row in &LANGUAGES {
            let (grammar, examples) = row.load().unwrap();
            for class in &examples.classes.class {
                let tokens = Tokens::new(&class.example);
                assert!(class.forms.contains(&class.word), "{:?}: {} is no form", class.name, class.word);
                let found = (0..tokens.len()).any(|i| {
                    let skips =
                        std::iter::once(0).chain(grammar.conjunctions.iter().filter(|c| tokens.word(i).starts_with(*c)).map(String::len));
                    skips.into_iter().any(|skip| grammar.classes.all(&tokens, i, skip).iter().any(|h| h.values.contains(&class.name)))
                });
                assert!(found, "{:?} of {:?} is not found in: {}", class.name, row.language, class.example);
            }
            let tokens = Tokens::new(&examples.morphology.example);
            let word = rawi_text::key(&examples.morphology.word);
            assert!(!grammar.cues.forms.get(&word).is_empty() && !tokens.is_empty());
        }
    }

    #[test]
    fn every_cue_is_written_in_the_letters_of_its_language() {
        for row in &LANGUAGES {
            let (_, examples) = row.load().unwrap();
            for cue in &examples.cues {
                assert!(cue.example.contains(&cue.speaker) && cue.example.contains(&cue.content), "{}", cue.lemma);
                let foreign: &[char] = if row.language == Language::Fa { &['ي', 'ك', 'ة'] } else { &['ی', 'ک', 'گ', 'چ', 'پ'] };
                assert!(!cue.lemma.contains(foreign), "{}", cue.lemma);
            }
        }
    }
}
