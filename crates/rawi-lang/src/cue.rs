//! The words that attribute: reporting verbs with all their forms, and nominal attributions.

use std::collections::BTreeMap;

use rawi_model::{Event, Plover};
use rawi_text::Lexicon;
use serde::Deserialize;

use crate::Error;
use crate::class::{Class, Classes};

/// What a cue does with the words it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CueClass {
    /// Takes a clause: «گفت» (said).
    Say,
    /// An act of speech told in a phrase: «قدردانی کرد» (thanked).
    Act,
    /// An evaluation: «… را … خواند» (called … a …).
    Deem,
}

/// One reporting verb.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that the entry says or doesn't")]
pub struct Cue {
    /// The dictionary form.
    pub lemma: String,
    /// What it does.
    pub class: CueClass,
    /// The folded keys of the words that open its complement.
    pub takes: Vec<String>,
    /// Whether it takes an object without a preposition: «را», a bare noun phrase.
    pub takes_object: bool,
    /// Whether its noun may head the object of its verb: «دستور بازگشایی پل را داد» (gave the order to reopen the bridge).
    pub held: bool,
    /// Whether it is followed by what was said without a word between: «گفت …».
    pub bare: bool,
    /// Whether it is a cue only where its hamza is written, since another word folds to the same: «هنأ», «هنا».
    pub hamza: bool,
    /// Whether with it somebody answers the one who spoke before: «پاسخ داد».
    pub answers: bool,
    /// Whether with it the one who spoke before goes on: «أضاف», «افزود».
    pub goes_on: bool,
    /// Whether it tells a fact as a clause does, where a phrase is its complement: «از … خبر داد».
    pub informs: bool,
    /// The folded word before the one whose words its subject passes on: «نقلت الوكالة عن الوزير قوله …».
    pub relays: Option<String>,
    /// The folded word without which behind it it is no cue: «جاء في البيان أن …» (it came in the statement that …).
    pub needs: Option<String>,
    /// Whether nothing but the words it takes opens its complement: «وجه الشكر …».
    pub only: bool,
    /// Whether it needs an object: the one phrase behind it is acted on and does not act, «شكر المحافظ على دعمه».
    pub transitive: bool,
    /// Whether nobody is acted on with it: the phrase before what it takes is the one who speaks, «أشاد الحضور بالعرض».
    pub intransitive: bool,
    /// Whether one who can surely speak tells an object with it, and a thing only shows it: «كشفت مصادر مطلعة تفاصيل اللقاء».
    pub reveals: bool,
    /// Whether it is a cue only where one who can surely speak stands right behind it: «أمر الوزير بـ…» (the minister ordered).
    pub sure: bool,
    /// The folded word before the one of whom it asks, without which it only wishes: «از شهرداری خواست» (asked the municipality).
    pub whom: Option<String>,
    /// Whether it offers: it agrees where it is about a meeting, help or peace, and else only proposes.
    pub offer: bool,
    /// Whether its past is spelt as its verbal noun: «رفض».
    pub noun_like: bool,
    /// Whether it may also hold an object to be something: «این را تصادفی اعلام کرد» (declared it accidental).
    pub names: bool,
    /// Whether the verb alone means another act, to read aloud: «نامه را برای حاضران خواند».
    pub reads: bool,
    /// Whether nobody but a paper speaks with it: «در این نامه آمده است» (in this letter it says).
    pub paper: bool,
    /// What the bare act does in PLOVER.
    pub event: Option<Event>,
    /// The folded letters with which its content must begin for it to do that: «وجه بفتح المعبر» (directed that the crossing be opened).
    pub does_with: Option<String>,
}

/// Which form of a cue stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A finite verb of the past or perfect.
    Past,
    /// A finite verb of the present.
    Present,
    /// A participle that goes on with a speaker: «مؤكدا».
    Participle,
    /// The nominal part alone, whose verb stands later in the sentence: «خواستار».
    Noun,
    /// A passive, whose agent speaks: «از سوی وزیر گفته شد» (was said by the minister).
    Passive,
    /// A perfect without its auxiliary, before a clause alone: «وزیر گفته که …» (the minister has said that …).
    Perfect,
}

impl Cue {
    /// Whether somebody is asked for something with the verb: «طالب».
    pub fn requests(&self) -> bool {
        self.event.as_ref().is_some_and(|e| e.plover == Plover::Request)
    }
}

impl Part {
    /// Whether its subject speaks and its complement follows or precedes it whole.
    pub fn is_active(self) -> bool {
        !matches!(self, Self::Noun | Self::Passive)
    }
}

/// One form of one cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueForm {
    /// The index of the cue in [`Cues::list`].
    pub cue: usize,
    /// Which form it is.
    pub part: Part,
    /// Whether it is a Persian plural, whose subject are several or one who is honoured.
    pub plural: bool,
}

/// All cues of one language.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    /// The cues, in the order of their file.
    pub list: Vec<Cue>,
    /// Their forms.
    pub forms: Lexicon<CueForm>,
    /// The forms of the verbs that complete a nominal part, with the verb's infinitive.
    pub verbs: Lexicon<usize>,
    /// For each cue the verb (as in [`Cues::verbs`]) that completes it.
    pub verb_of: Vec<Option<usize>>,
}

/// What follows a nominal attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AccordingRole {
    /// The one who says it: «به گفته» (in the words of).
    Speaker,
    /// The one whose words the subject of the sentence passes on: «از قول» (from the mouth of).
    Quoted,
    /// The one who passes it on: «به نقل از» (quoting).
    Via,
    /// The one to whom it was told, who passes it on where it is a medium: «در گفت‌وگو با» (in an interview with).
    Told,
    /// Decided by what follows.
    Either,
    /// Nobody follows: the words themselves point to the one who said it, «بحسبه» (according to him).
    Before,
}

/// One nominal attribution.
#[derive(Clone, Debug)]
pub struct According {
    /// The dictionary form.
    pub form: String,
    /// What follows it.
    pub role: AccordingRole,
    /// Its last letter, where it is glued to the one who is named: «وفقا لوزارة المياه» (according to the ministry of water).
    pub glued: Option<String>,
    /// Whether whoever follows it says it, be he known or not: «به گفته دو نفر، …».
    pub anyone: bool,
    /// Whether a medium that follows it has written what no other cue of its sentence holds: «به نوشته رود، …».
    pub writes: bool,
    /// The word behind the one who is named before him whose words he passes on: «بحسب ما نقلت الصحيفة | عن مسؤول».
    pub from: Option<String>,
}

impl According {
    /// The form without the letter that is glued to the next word, and that letter.
    pub(crate) fn split(form: &str) -> Option<(&str, String)> {
        let (words, last) = form.rsplit_once(' ').filter(|(_, last)| last.chars().count() == 1)?;
        Some((words, rawi_text::key(last)))
    }

    /// The bytes glued before the name that a folded word begins; none where the attribution has no such name behind it.
    pub fn glued_before(&self, word: &str) -> Option<usize> {
        let Some(letter) = self.glued.as_deref() else { return Some(0) };
        let rest = word.strip_prefix(letter).filter(|rest| rest.chars().count() > 2)?;
        // «للوزارة»: the article is but its second letter.
        Some(if rest.starts_with(letter) { 2 * letter.len() } else { letter.len() })
    }
}

/// How the verbs of a language are inflected: the templates of `morphology.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Morphology {
    pub(crate) past: Vec<String>,
    pub(crate) present: Vec<String>,
    #[serde(default)]
    pub(crate) participle: Vec<String>,
    #[serde(default)]
    pub(crate) perfect: Vec<String>,
    #[serde(default)]
    pub(crate) plurals: Vec<String>,
    #[serde(default)]
    pub(crate) passive: Vec<String>,
    #[serde(default)]
    pub(crate) negative: String,
    pub(crate) conjunctions: Vec<String>,
    pub(crate) prepositions: Vec<String>,
    pub(crate) article: String,
    #[serde(default)]
    pub(crate) ezafe: Vec<String>,
    #[serde(default)]
    pub(crate) bare_clauses: Vec<String>,
    #[serde(default)]
    pub(crate) dative: Vec<String>,
    #[serde(default)]
    pub(crate) partitive: Vec<String>,
    #[serde(default)]
    pub(crate) future: Vec<String>,
    #[serde(default)]
    pub(crate) like_present: Vec<String>,
    #[serde(default)]
    pub(crate) name_endings: Vec<String>,
    #[serde(default)]
    pub(crate) plural_endings: Vec<String>,
    #[serde(default)]
    pub(crate) not_plurals: Vec<String>,
    #[serde(default)]
    pub(crate) masculine: Vec<String>,
    #[serde(default)]
    pub(crate) masculine_states: Vec<String>,
    #[serde(default)]
    pub(crate) oblique_plurals: Vec<String>,
    #[serde(default)]
    pub(crate) plural_nouns: Vec<String>,
    #[serde(default)]
    pub(crate) accusatives: Vec<String>,
    #[serde(default)]
    pub(crate) possessives: Vec<String>,
    #[serde(default)]
    pub(crate) not_possessives: Vec<String>,
    #[serde(default)]
    pub(crate) spelt_names: Vec<String>,
    #[serde(default)]
    pub(crate) verbal_noun_shapes: Vec<String>,
    #[serde(default)]
    pub(crate) glued_noun_shapes: Vec<String>,
    #[serde(default)]
    pub(crate) owned_noun_shapes: Vec<String>,
    #[serde(default)]
    pub(crate) meanwhile: Vec<String>,
    #[serde(default)]
    pub(crate) counted: Vec<String>,
    #[serde(default)]
    pub(crate) about: Vec<String>,
    #[serde(default)]
    pub(crate) adjective_endings: Vec<String>,
    #[serde(default)]
    pub(crate) turns: Vec<String>,
    #[serde(default)]
    pub(crate) within: Vec<String>,
    #[serde(default)]
    pub(crate) then: Vec<String>,
    #[serde(default)]
    pub(crate) what: Vec<String>,
    #[serde(default)]
    pub(crate) listing: Vec<String>,
    /// Nouns with which the reporter tells what was meant: «في إشارة».
    #[serde(default)]
    pub(crate) hints: Vec<String>,
    #[serde(default)]
    pub(crate) earlier: Vec<String>,
    #[serde(default)]
    pub(crate) issues: Vec<String>,
    #[serde(default)]
    pub(crate) issued: Vec<String>,
    pub(crate) first_person: Vec<String>,
    pub(crate) first_person_endings: Vec<String>,
    #[serde(default)]
    pub(crate) like_first_person: Vec<String>,
    pub(crate) interviewee: BTreeMap<String, String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    pub(crate) example: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    pub(crate) word: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct VerbFile {
    pub(crate) verb: Vec<VerbEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerbEntry {
    pub(crate) infinitive: String,
    pub(crate) past: String,
    pub(crate) present: String,
    #[serde(default)]
    pub(crate) present_forms: Vec<String>,
    #[serde(default)]
    pub(crate) passive_forms: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct CueFile {
    pub(crate) cue: Vec<CueEntry>,
}

/// One entry of `cue.toml`; which keys a language uses depends on how it builds its verbs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that the entry says or doesn't")]
pub(crate) struct CueEntry {
    pub(crate) lemma: String,
    pub(crate) noun: Option<String>,
    #[serde(default)]
    pub(crate) also: Vec<String>,
    pub(crate) verb: Option<String>,
    pub(crate) past: Option<String>,
    #[serde(default)]
    pub(crate) past_forms: Vec<String>,
    pub(crate) present: Option<String>,
    #[serde(default)]
    pub(crate) present_forms: Vec<String>,
    pub(crate) participle: Option<String>,
    #[serde(default)]
    pub(crate) participle_forms: Vec<String>,
    pub(crate) masdar: Option<String>,
    pub(crate) class: CueClass,
    #[serde(default)]
    pub(crate) takes: Vec<String>,
    #[serde(default)]
    pub(crate) split: bool,
    #[serde(default)]
    pub(crate) held: bool,
    #[serde(default)]
    pub(crate) bare: bool,
    #[serde(default)]
    pub(crate) hamza: bool,
    #[serde(default)]
    pub(crate) answers: bool,
    #[serde(default)]
    pub(crate) goes_on: bool,
    #[serde(default)]
    pub(crate) informs: bool,
    pub(crate) relays: Option<String>,
    pub(crate) needs: Option<String>,
    #[serde(default)]
    pub(crate) only: bool,
    #[serde(default)]
    pub(crate) transitive: bool,
    #[serde(default)]
    pub(crate) intransitive: bool,
    #[serde(default)]
    pub(crate) reveals: bool,
    #[serde(default)]
    pub(crate) sure: bool,
    pub(crate) whom: Option<String>,
    #[serde(default)]
    pub(crate) offer: bool,
    #[serde(default)]
    pub(crate) paper: bool,
    #[serde(default)]
    pub(crate) reads: bool,
    #[serde(default)]
    pub(crate) names: bool,
    pub(crate) event: Option<Plover>,
    pub(crate) does_with: Option<String>,
    pub(crate) mode: Option<String>,
    pub(crate) cameo: Option<String>,
    pub(crate) example: String,
    pub(crate) speaker: String,
    pub(crate) content: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct AccordingFile {
    pub(crate) according: Vec<AccordingEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccordingEntry {
    pub(crate) form: String,
    #[serde(default)]
    pub(crate) also: Vec<String>,
    pub(crate) role: AccordingRole,
    #[serde(default)]
    pub(crate) anyone: bool,
    #[serde(default)]
    pub(crate) writes: bool,
    pub(crate) from: Option<String>,
    pub(crate) example: String,
    pub(crate) speaker: Option<String>,
    pub(crate) via: Option<String>,
    pub(crate) content: String,
}

impl CueEntry {
    fn cue(&self, classes: &Classes) -> Cue {
        // «را» and the word for a bare object are no openers.
        let marks_object = |word: &str| word == "object" || classes.get(word).contains(&Class::Object);
        let (object, takes): (Vec<&String>, Vec<&String>) = self.takes.iter().partition(|t| marks_object(t));
        let event = self.event.map(|plover| Event { plover, mode: self.mode.clone(), cameo: self.cameo.clone() });
        Cue {
            lemma: self.lemma.clone(),
            class: self.class,
            takes: takes.into_iter().map(|t| rawi_text::key(t)).collect(),
            takes_object: !object.is_empty(),
            held: self.held,
            bare: self.bare,
            hamza: self.hamza,
            answers: self.answers,
            goes_on: self.goes_on,
            informs: self.informs,
            relays: self.relays.as_deref().map(rawi_text::key),
            needs: self.needs.as_deref().map(rawi_text::key),
            only: self.only,
            transitive: self.transitive,
            intransitive: self.intransitive,
            reveals: self.reveals,
            sure: self.sure,
            whom: self.whom.as_deref().map(rawi_text::key),
            offer: self.offer,
            noun_like: self.past.is_some() && self.past.as_deref().map(rawi_text::key) == self.masdar.as_deref().map(rawi_text::key),
            paper: self.paper,
            reads: self.reads,
            names: self.names,
            does_with: self.does_with.as_deref().map(rawi_text::key),
            event,
        }
    }
}

fn fill<'a>(templates: &'a [String], stem: &'a str) -> impl Iterator<Item = String> + 'a {
    templates.iter().map(move |t| t.replace("{}", stem))
}

/// A verb by its place in its file, with its forms.
type Inflected = (usize, Vec<(String, Part, bool)>);

/// The cues of a language: forms of simple verbs and of compounds with a light verb (`verbs`), or of verbs given by
/// their own stems.
pub(crate) fn cues(
    file: &'static str,
    entries: &[CueEntry],
    verbs: &[VerbEntry],
    morphology: &Morphology,
    classes: &Classes,
) -> Result<Cues, Error> {
    let inflected: BTreeMap<&str, Inflected> = verbs
        .iter()
        .enumerate()
        .map(|(index, v)| {
            let plural = |template: &String| morphology.plurals.contains(template);
            let inflect = |templates: &[String], stem: &str, part| -> Vec<(String, Part, bool)> {
                templates.iter().map(|t| (t.replace("{}", stem), part, plural(t))).collect()
            };
            let mut all = inflect(&morphology.past, &v.past, Part::Past);
            if v.present_forms.is_empty() {
                all.extend(inflect(&morphology.present, &v.present, Part::Present));
            } else {
                // Singular and plural by turns.
                all.extend(v.present_forms.iter().enumerate().map(|(i, f)| (f.clone(), Part::Present, i % 2 == 1)));
            }
            all.extend(inflect(&morphology.perfect, &v.past, Part::Perfect));
            if v.passive_forms.is_empty() {
                all.extend(inflect(&morphology.passive, &v.past, Part::Passive));
            } else {
                all.extend(v.passive_forms.iter().map(|f| (f.clone(), Part::Passive, false)));
            }
            (v.infinitive.as_str(), (index, all))
        })
        .collect();
    let mut forms: Vec<(String, CueForm)> = Vec::new();
    let mut verb_of = Vec::new();
    for (cue, entry) in entries.iter().enumerate() {
        let mut add = |form: String, part, plural| forms.push((form, CueForm { cue, part, plural }));
        let mut completed_by = None;
        if let Some(infinitive) = &entry.verb {
            let (verb, all) = inflected.get(infinitive.as_str()).ok_or_else(|| Error::Entry {
                file,
                entry: entry.lemma.clone(),
                what: format!("`{infinitive}` is no verb of verb.toml"),
            })?;
            completed_by = Some(*verb);
            let nouns: Vec<&str> = entry.noun.iter().chain(&entry.also).map(String::as_str).collect();
            if nouns.is_empty() {
                for (form, part, plural) in all {
                    add(form.clone(), *part, *plural);
                }
            }
            for noun in nouns {
                for (form, part, plural) in all {
                    add(format!("{noun} {form}"), *part, *plural);
                }
                if entry.split || entry.held {
                    add(noun.to_owned(), Part::Noun, false);
                }
            }
        } else {
            for past in entry.past.iter().chain(&entry.also) {
                fill(&morphology.past, past).for_each(|f| add(f, Part::Past, false));
            }
            entry.past_forms.iter().for_each(|f| add(f.clone(), Part::Past, false));
            if let Some(present) = &entry.present {
                let stem: String = present.chars().skip(1).collect();
                fill(&morphology.present, &stem).for_each(|f| add(f, Part::Present, false));
            }
            entry.present_forms.iter().for_each(|f| add(f.clone(), Part::Present, false));
            if let Some(participle) = &entry.participle {
                fill(&morphology.participle, participle).for_each(|f| add(f, Part::Participle, false));
            }
            entry.participle_forms.iter().for_each(|f| add(f.clone(), Part::Participle, false));
        }
        verb_of.push(completed_by);
    }
    Ok(Cues {
        list: entries.iter().map(|e| e.cue(classes)).collect(),
        forms: Lexicon::new(forms),
        verbs: Lexicon::new(
            inflected.values().flat_map(|(index, all)| all.iter().filter(|f| f.1.is_active()).map(|(f, ..)| (f.clone(), *index))),
        ),
        verb_of,
    })
}
