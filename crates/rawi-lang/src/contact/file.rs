//! `contact.toml` as it is written, and the grammar that is made of it.

use std::collections::{BTreeMap, BTreeSet};

use rawi_model::{ContactKind, Language, PartyRole};
use rawi_text::Lexicon;
use serde::Deserialize;

use super::word::{ContactForm, Contacts};
use super::{Around, ContactExample, ContactGrammar, ContactPart, ContactRule, ContactWord, Shape};
use crate::Error;
use crate::cue::{Morphology, VerbEntry, VerbFile};

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
    mine: Vec<String>,
    /// The verbs whose first person, apart from its noun, says that the one who speaks acts.
    #[serde(default)]
    mine_of: Vec<String>,
    #[serde(default)]
    mine_future: Vec<String>,
    #[serde(default)]
    mine_present: Vec<String>,
    #[serde(default)]
    future: String,
    #[serde(default)]
    present: [String; 2],
    plural: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that the entry says or doesn't")]
struct ContactEntry {
    lemma: String,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    suffixed: Vec<String>,
    #[serde(default)]
    mine_nouns: Vec<String>,
    #[serde(default)]
    mine_forms: Vec<String>,
    #[serde(default)]
    mine_verbs: Vec<String>,
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
    #[serde(default)]
    teams: bool,
    #[serde(default)]
    envoy: bool,
    #[serde(default)]
    across: bool,
    #[serde(default)]
    sites: bool,
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

/// The files and rules of which the grammar of a language is made.
pub(super) struct Source {
    pub(super) language: Language,
    pub(super) file: &'static str,
    pub(super) verbs: &'static str,
    pub(super) morphology: &'static str,
    pub(super) rules: &'static [ContactRule],
}

impl Source {
    pub(super) fn load(&self) -> Result<ContactGrammar, Error> {
        let wrap = |source| Error::Toml { file: "contact.toml", source };
        let file: ContactFile = toml::from_str(self.file).map_err(wrap)?;
        let verbs: VerbFile = toml::from_str(self.verbs).map_err(|source| Error::Toml { file: "verb.toml", source })?;
        let morphology: Morphology = toml::from_str(self.morphology).map_err(|source| Error::Toml { file: "morphology.toml", source })?;
        let inflected: BTreeMap<&str, Vec<(String, ContactPart)>> =
            verbs.verb.iter().map(|v| (v.infinitive.as_str(), inflect(v, &file.verb, &morphology))).collect();
        let first: BTreeMap<&str, Vec<(String, ContactPart)>> =
            verbs.verb.iter().map(|v| (v.infinitive.as_str(), first_person(v, &file.verb, &morphology))).collect();
        let mut forms: Vec<(String, ContactForm)> = Vec::new();
        for (word, entry) in file.contact.iter().enumerate() {
            let mut add_of = |form: String, part, mine| forms.push((form, ContactForm { word, part, mine }));
            entry.mine_forms.iter().for_each(|f| add_of(f.clone(), ContactPart::Past, true));
            entry.mine_nouns.iter().for_each(|f| add_of(f.clone(), ContactPart::Suffixed, true));
            let mine = || entry.verbs.iter().filter_map(|v| first.get(v.as_str())).flatten();
            for (noun, (form, part)) in entry.nouns.iter().flat_map(|n| mine().map(move |form| (n, form))) {
                add_of(format!("{noun} {form}"), *part, true);
            }
            let mut add = |form: String, part| add_of(form, part, false);
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
                mine_verbs: fold(&e.mine_verbs),
                loose: e.loose,
                teams: e.teams,
                envoy: e.envoy,
                across: e.across,
                sites: e.sites,
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
        let light: BTreeSet<&str> = file.verb.mine_of.iter().map(String::as_str).collect();
        let mine = first.iter().filter(|(verb, _)| light.contains(*verb)).flat_map(|(_, forms)| forms);
        let mine = mine.filter_map(|(form, _)| Some(rawi_text::fold(form.split(' ').next()?)));
        let around = Lexicon::new(file.word.iter().flat_map(|w| w.forms.iter().map(|f| (f.as_str(), w.name))));
        Ok(ContactGrammar {
            words: Contacts {
                list,
                forms: Lexicon::new(forms),
                around,
                mine: mine.collect(),
                plural: fold(&file.verb.plural),
                future: rawi_text::fold(&file.verb.future),
                present: file.verb.present.each_ref().map(|letter| rawi_text::fold(letter)),
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

/// The third persons of a verb's present.
fn presents(verb: &VerbEntry, morphology: &Morphology) -> Vec<String> {
    if verb.present_forms.is_empty() {
        return morphology.present.iter().map(|t| t.replace("{}", &verb.present)).collect();
    }
    verb.present_forms.clone()
}

/// The first persons of a verb; in the present they take other endings than the third person, «می‌کن|د», «می‌کن|م».
fn first_person(verb: &VerbEntry, templates: &Templates, morphology: &Morphology) -> Vec<(String, ContactPart)> {
    let of =
        |list: &[String], part| -> Vec<(String, ContactPart)> { list.iter().map(|t| (t.replace("{past}", &verb.past), part)).collect() };
    let mut all = of(&templates.mine, ContactPart::Past);
    all.extend(of(&templates.mine_future, ContactPart::Future));
    if let Some(third) = presents(verb, morphology).first() {
        let stem: String = third.chars().take(third.chars().count().saturating_sub(1)).collect();
        all.extend(templates.mine_present.iter().map(|ending| (format!("{stem}{ending}"), ContactPart::Present)));
    }
    all
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
    let present = presents(verb, morphology);
    all.extend(simple.chain(present.into_iter().map(|f| (f, ContactPart::Present))).filter(|(f, _)| !known.contains(f)));
    all
}
