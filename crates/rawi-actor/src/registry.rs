//! The registry: its files, and the look-up of its names in a text.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rawi_lang::{Class, Grammar, Passage};
use rawi_model::{Language, Names};
use rawi_text::{Lexicon, Memo, bare, begins, fold};
use serde::Deserialize;

use crate::entry::{Entry, EntryKind, Term};
use crate::settle::Seat;

/// How a form names its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// By a name that means nothing else.
    Full,
    /// By a last name.
    Last,
    /// By a form that is also an everyday word, and counts after a citing word only.
    Bare,
}

/// A form of the registry found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The index of the entry.
    pub entry: usize,
    /// How the form names it.
    pub kind: NameKind,
}

/// An office as a pattern over states and bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its id.
    pub id: String,
    /// Its English name.
    pub name: String,
    /// The one state or body that it belongs to.
    pub of: Option<String>,
    /// Its sector.
    pub code: Option<String>,
    /// Whether several hold it at once, so that it tells of nobody by itself: ambassadors, deputies.
    pub(crate) many: bool,
    /// Its first form by language code, «وزير الخارجية» (foreign minister).
    pub(crate) forms: BTreeMap<&'static str, String>,
}

/// A form by which a text gives an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OfficeForm {
    /// The index of the office.
    pub(crate) office: usize,
    /// Whether it names the office only with a state or a name beside it.
    pub(crate) bare: bool,
}

/// The time for which a person held an office.
#[derive(Clone, Debug)]
struct Held {
    start: String,
    /// The last day for which the source can speak.
    until: String,
    entry: usize,
}

/// When the list of office-holders was taken from Wikidata; it says nothing of later days.
const LISTED: &str = "2023-01";

/// A registry file that does not hold what it should.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {source}")]
pub struct Error {
    file: &'static str,
    source: toml::de::Error,
}

/// The registry of actors.
#[derive(Debug)]
pub struct Registry {
    /// The entries, states first, each kind in the order of its file.
    pub entries: Vec<Entry>,
    /// The offices.
    pub offices: Vec<Office>,
    names: Lexicon<Known>,
    office_forms: Lexicon<OfficeForm>,
    /// Who held an office, by the ids of office and state or body.
    holders: BTreeMap<(String, String), Vec<Held>>,
    /// The entries by id, kind by kind.
    ids: BTreeMap<String, usize>,
    adjectives: Lexicon<usize>,
    /// The first words of the persons' names, folded.
    first_names: BTreeSet<String>,
    sources: BTreeMap<String, usize>,
}

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../rawi-lang/data/shared/registry/", $name)))
    };
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct File {
    state: Vec<Row>,
    organization: Vec<Row>,
    media: Vec<Row>,
    person: Vec<Row>,
    office: Vec<OfficeRow>,
}

/// One block of any of the files of actors; which keys stand in it depends on the file.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Row {
    id: String,
    kind: Option<String>,
    kind_of: Option<String>,
    code: Option<String>,
    wikidata: Option<String>,
    state: Option<String>,
    name_en: Option<String>,
    name_fa: Option<String>,
    name_ar: Option<String>,
    also_fa: Vec<String>,
    also_ar: Vec<String>,
    also_en: Vec<String>,
    bare_fa: Vec<String>,
    bare_ar: Vec<String>,
    ambiguous_fa: Vec<String>,
    ambiguous_ar: Vec<String>,
    last_fa: Vec<String>,
    last_ar: Vec<String>,
    adjective_fa: Vec<String>,
    adjective_ar: Vec<String>,
    adjective_en: Vec<String>,
    source: Vec<String>,
    host: Vec<String>,
    term: Vec<TermRow>,
}

#[derive(Debug, Deserialize)]
struct TermRow {
    office: String,
    state: Option<String>,
    organization: Option<String>,
    start: Option<String>,
    end: Option<String>,
    source: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct OfficeRow {
    id: String,
    code: Option<String>,
    many: bool,
    name_en: String,
    state: Option<String>,
    organization: Option<String>,
    fa: Vec<String>,
    ar: Vec<String>,
    bare_fa: Vec<String>,
    bare_ar: Vec<String>,
}

/// Where in a word a name may begin, in bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Starts {
    skips: [u8; 4],
    count: u8,
}

impl Starts {
    fn list(self) -> impl Iterator<Item = usize> {
        self.skips.into_iter().take(usize::from(self.count)).map(usize::from)
    }
}

/// How many words are kept from text to text, as a power of two.
const MEMO_BITS: u32 = 13;

/// The longest form of a verb, in tokens.
const LONGEST_CUE: usize = 8;

/// A last name of so many letters or fewer is too often another word to stand alone.
const SHORT: usize = 3;

impl Registry {
    /// The registry that is part of the program.
    ///
    /// # Panics
    /// Never: the files are part of the program, and a test loads them.
    pub fn shared() -> &'static Self {
        static REGISTRY: OnceLock<Registry> = OnceLock::new();
        REGISTRY.get_or_init(|| match Self::load() {
            Ok(registry) => registry,
            Err(error) => unreachable!("{error}"),
        })
    }

    fn load() -> Result<Self, Error> {
        let files = [file!("state.toml"), file!("organization.toml"), file!("media.toml"), file!("person.toml"), file!("office.toml")];
        let mut rows: Vec<(EntryKind, Row)> = Vec::new();
        let mut office_rows = Vec::new();
        for (file, text) in files {
            let parsed: File = toml::from_str(text).map_err(|source| Error { file, source })?;
            rows.extend(parsed.state.into_iter().map(|r| (EntryKind::State, r)));
            rows.extend(parsed.organization.into_iter().map(|r| {
                let kind = if r.kind.as_deref() == Some("group") { EntryKind::Group } else { EntryKind::Organization };
                (kind, r)
            }));
            rows.extend(parsed.media.into_iter().map(|r| (EntryKind::Media, r)));
            rows.extend(parsed.person.into_iter().map(|r| (EntryKind::Person, r)));
            office_rows.extend(parsed.office);
        }
        let article = rawi_lang::grammar(Language::Ar).map_or("", |g| g.article.as_str());
        let owned: &[String] = rawi_lang::grammar(Language::Fa).map_or(&[], |g| &g.possessives);
        let mut entries = Vec::new();
        let mut names = Vec::new();
        let mut adjectives = Vec::new();
        let mut sources = BTreeMap::new();
        let mut holders: BTreeMap<(String, String), Vec<Held>> = BTreeMap::new();
        let mut ids = BTreeMap::new();
        for (entry, (kind, row)) in rows.into_iter().enumerate() {
            let unsure: Vec<String> = row.ambiguous_fa.iter().chain(&row.ambiguous_ar).cloned().collect();
            let mut add = |forms: &[String], kind| {
                names.extend(
                    forms.iter().map(|f| (f.clone(), Known { entry, kind: if unsure.contains(f) { NameKind::Bare } else { kind } })),
                );
            };
            for name in [&row.name_fa, &row.name_ar, &row.name_en].into_iter().flatten() {
                add(std::slice::from_ref(name), NameKind::Full);
            }
            // «Erdoğan» is «Erdogan» too.
            let typed = row.name_en.iter().chain(&row.also_en).filter(|n| !n.is_ascii()).map(|n| bare(n)).collect::<Vec<_>>();
            add(&typed, NameKind::Full);
            for forms in [&row.also_fa, &row.also_ar, &row.also_en] {
                add(forms, NameKind::Full);
            }
            let long = |names: &[String]| names.iter().filter(|n| rawi_text::key(n).chars().count() > SHORT).cloned().collect::<Vec<_>>();
            add(&long(&row.last_fa), NameKind::Last);
            add(&long(&row.last_ar), NameKind::Last);
            add(&row.bare_fa, NameKind::Bare);
            add(&row.bare_ar, NameKind::Bare);
            adjectives.extend(row.adjective_fa.iter().chain(&row.adjective_en).map(|a| (a.clone(), entry)));
            // «همتای ایرانی‌اش» (his Iranian counterpart): looked up without its joiner.
            adjectives.extend(row.adjective_fa.iter().flat_map(|a| owned.iter().map(move |o| (format!("{a}{o}"), entry))));
            adjectives.extend(row.adjective_ar.iter().flat_map(|a| [a.clone(), format!("{article}{a}")]).map(|a| (a, entry)));
            for source in row.source.iter().chain(&row.host) {
                sources.insert(fold(source.trim_start_matches("www.")), entry);
            }
            for term in &row.term {
                let (Some(of), Some(start)) = (term.state.as_ref().or(term.organization.as_ref()), &term.start) else { continue };
                let until = term.end.clone().unwrap_or_else(|| if term.source.is_some() { "9999" } else { LISTED }.to_owned());
                holders.entry((term.office.clone(), of.clone())).or_default().push(Held { start: start.clone(), until, entry });
            }
            ids.entry(row.id.clone()).or_insert(entry);
            entries.push(Entry {
                kind,
                adjectives: [("fa", row.adjective_fa.first()), ("ar", row.adjective_ar.first())]
                    .into_iter()
                    .filter_map(|(code, adjective)| Some((code, adjective?.clone())))
                    .collect(),
                id: row.id,
                names: [("en", row.name_en), ("fa", row.name_fa), ("ar", row.name_ar)]
                    .into_iter()
                    .filter_map(|(code, name)| Some((code.to_owned(), name?)))
                    .collect(),
                also: [row.also_fa, row.also_ar, row.also_en].into_iter().flatten().filter(|name| !unsure.contains(name)).collect(),
                wikidata: row.wikidata,
                code: row.code,
                state: row.state,
                terms: row
                    .term
                    .into_iter()
                    .map(|t| Term { office: t.office, of: t.state.or(t.organization), start: t.start, end: t.end })
                    .collect(),
                sources: row.source,
                is_channel: row.kind_of.as_deref() == Some("channel"),
                is_agency: row.kind_of.as_deref() == Some("agency"),
            });
        }
        let first_names = entries
            .iter()
            .filter(|e: &&Entry| e.kind == EntryKind::Person)
            .flat_map(|e| e.names.values())
            .filter_map(|name| fold(name).split_once(' ').map(|(first, _)| first.to_owned()))
            .collect();
        let joined = |form: &String| rawi_lang::grammar(Language::Fa).and_then(|g| g.with_ezafe(form));
        let office_forms = office_rows
            .iter()
            .enumerate()
            .flat_map(|(office, o)| {
                let forms = [(&o.fa, false), (&o.ar, false), (&o.bare_fa, true), (&o.bare_ar, true)];
                forms.into_iter().flat_map(move |(list, bare)| list.iter().map(move |f| (f, OfficeForm { office, bare })))
            })
            .flat_map(|(form, value)| std::iter::once(form.clone()).chain(joined(form)).map(move |f| (f, value)))
            .collect::<Vec<_>>();
        let offices = office_rows
            .into_iter()
            .map(|o| Office {
                forms: [("en", Some(&o.name_en)), ("fa", o.fa.first().or(o.bare_fa.first())), ("ar", o.ar.first().or(o.bare_ar.first()))]
                    .into_iter()
                    .filter_map(|(code, form)| Some((code, form?.clone())))
                    .collect(),
                id: o.id,
                name: o.name_en,
                of: o.state.or(o.organization),
                code: o.code,
                many: o.many,
            })
            .collect();
        Ok(Self {
            entries,
            offices,
            names: Lexicon::new(names),
            office_forms: Lexicon::new(office_forms),
            holders,
            ids,
            adjectives: Lexicon::new(adjectives),
            first_names,
            sources,
        })
    }

    /// Marks where known names begin in a passage, and where they end.
    pub fn mark(&self, passage: &mut Passage<'_>) {
        thread_local! {
            static MEMOS: [RefCell<Memo<Starts>>; 2] = const { [const { RefCell::new(Memo::EMPTY) }; 2] };
        }
        MEMOS.with(|memos| {
            let mut memo = memos[usize::from(passage.grammar.language == Language::Ar)].borrow_mut();
            memo.grow(MEMO_BITS);
            self.mark_by(passage, &mut memo);
        });
    }

    fn mark_by(&self, passage: &mut Passage<'_>, memo: &mut Memo<Starts>) {
        let mut last_names = Vec::new();
        for i in 0..passage.tokens.len() {
            let Some((skip, end, known)) = self.name(passage, i, memo) else { continue };
            if known.kind == NameKind::Last && skip == 0 {
                last_names.push((i, known.entry));
            }
            // A single everyday word is no name without more around it.
            if known.kind == NameKind::Last && !stands_alone(passage, i, end) {
                continue;
            }
            if known.kind == NameKind::Bare || end == i + 1 && passage.any(i, Class::Role.bit() | Class::Preposition.bit()) {
                continue;
            }
            passage.names[i] = Some(end);
            passage.glued[i] = skip as u8;
        }
        self.free_namesakes(passage, &last_names);
    }

    /// The known name at a token, with the bytes of glued particles before it; one past its last token.
    fn name(&self, passage: &Passage<'_>, i: usize, memo: &mut Memo<Starts>) -> Option<(usize, usize, Known)> {
        if !passage.tokens.is_word(i) {
            return None;
        }
        let starts = memo.get(passage.tokens, i, |word| self.starts(word, passage.grammar));
        starts.list().find_map(|skip| self.at(passage, i, skip).map(|(end, known)| (skip, end, known)))
    }

    /// Where in a word a name may begin: at its first letter or behind glued particles.
    fn starts(&self, word: &str, grammar: &Grammar) -> Starts {
        let glued = |list: &[String], from: usize| {
            list.iter().filter(|g| word.get(from..).is_some_and(|w| begins(w, g))).map(|g| from + g.len()).next()
        };
        let after_and = glued(&grammar.conjunctions, 0).unwrap_or(0);
        let behind = [after_and, glued(&grammar.prepositions, 0).unwrap_or(0), glued(&grammar.prepositions, after_and).unwrap_or(0)];
        let mut starts = Starts::default();
        for skip in std::iter::once(0).chain(behind.into_iter().filter(|&s| s > 0 && word.len() > s + 4)) {
            if self.names.may_begin(&word[skip..]) {
                starts.skips[usize::from(starts.count)] = skip as u8;
                starts.count += 1;
            }
        }
        starts
    }

    /// The longest known name that begins at a token, with the best of its meanings; one past its last token.
    pub fn at(&self, passage: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, Known)> {
        let hit = self.names.longest(passage.tokens, i, skip)?;
        // Persons before bodies, full names before parts of names.
        let best = hit.values.iter().copied().min_by_key(|k| (k.kind, self.entries[k.entry].kind != EntryKind::Person, k.entry))?;
        Some((hit.end, best))
    }

    /// Whether a folded word is the first name of a known person.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }

    /// The entry that a whole phrase names, for a given kind of entry where one is asked for.
    pub fn find(&self, phrase: &str, kind: Option<EntryKind>) -> Option<usize> {
        self.names
            .get(phrase)
            .iter()
            .filter(|k| kind.is_none_or(|wanted| self.entries[k.entry].kind == wanted))
            .min_by_key(|k| k.kind)
            .map(|k| k.entry)
    }

    /// The one entry that a whole phrase names by a name that means nothing else, its Latin letters with or without their marks.
    pub fn named(&self, phrase: &str) -> Option<&Entry> {
        self.called(&bare(phrase)).map(|entry| &self.entries[entry])
    }

    /// The one person whose name a whole phrase is, though it may be another's too.
    pub(crate) fn namesake(&self, phrase: &str) -> Option<usize> {
        let person = |k: &&Known| self.entries[k.entry].kind == EntryKind::Person && k.kind == NameKind::Bare;
        let mut found = self.names.get(phrase).iter().filter(person).map(|k| k.entry);
        let first = found.next()?;
        found.all(|entry| entry == first).then_some(first)
    }

    /// The one entry of which a whole phrase is a full name.
    pub(crate) fn called(&self, phrase: &str) -> Option<usize> {
        let mut full = self.names.get(phrase).iter().filter(|k| k.kind == NameKind::Full).map(|k| k.entry);
        let first = full.next()?;
        full.all(|entry| entry == first).then_some(first)
    }

    /// The outlet of a machine name or host, or of its name: `almadina`, `al-madina.com`, «ایسنا».
    pub fn outlet(&self, name: &str) -> Option<usize> {
        let folded = fold(name.trim().trim_start_matches('@'));
        self.sources.get(folded.trim_start_matches("www.")).copied().or_else(|| self.find(name, Some(EntryKind::Media)))
    }

    /// The outlet of the host of an address.
    pub fn outlet_of_url(&self, url: &str) -> Option<usize> {
        let host = url.split_once("://").map_or(url, |(_, rest)| rest).split('/').next()?;
        let path = url.split_once("t.me/").and_then(|(_, rest)| rest.split('/').find(|p| *p != "s"));
        path.and_then(|channel| self.outlet(channel)).or_else(|| self.sources.get(host.trim_start_matches("www.")).copied())
    }

    /// The office that begins at a token; one past its last token.
    pub fn office_at(&self, passage: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, usize)> {
        self.office_form_at(passage, i, skip).map(|(end, form)| (end, form.office))
    }

    /// The same, with what the form itself tells.
    pub(crate) fn office_form_at(&self, passage: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, OfficeForm)> {
        self.office_forms.longest(passage.tokens, i, skip).map(|h| (h.end, h.values[0]))
    }

    /// The index of the entry with an id.
    pub(crate) fn index_of(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The state to which an entry belongs, an outlet or a body.
    pub fn home_of(&self, entry: usize) -> Option<usize> {
        self.index_of(self.entries[entry].state.as_deref()?)
    }

    /// Who held an office of a state or body on a day (ISO 8601), where just one person is known to have.
    pub(crate) fn holder(&self, office: usize, of: usize, day: &str) -> Option<usize> {
        let mut fit = if self.offices[office].many { Vec::new() } else { self.held_on(office, of, day) };
        fit.sort_by(|a, b| b.start.cmp(&a.start));
        match fit[..] {
            [one] => Some(one.entry),
            [one, next, ..] => (one.start > next.start).then_some(one.entry),
            [] => None,
        }
    }

    /// Whether a person held an office of a state or body on a day, as far as is known.
    pub(crate) fn holds(&self, entry: usize, (office, of): Seat, day: &str) -> bool {
        if self.offices[office].many {
            return self.held_on(office, of, day).iter().any(|h| h.entry == entry);
        }
        self.holder(office, of, day) == Some(entry)
    }

    fn held_on(&self, office: usize, of: usize, day: &str) -> Vec<&Held> {
        // A term may be known by its month or year alone.
        let upto = |bound: &str| &day[..bound.len().min(day.len())];
        let fits = |h: &&Held| upto(&h.start) >= h.start.as_str() && upto(&h.until) <= h.until.as_str();
        self.holders.get(&(self.offices[office].id.clone(), self.entries[of].id.clone())).into_iter().flatten().filter(fits).collect()
    }

    /// An office's words with the state to which it belongs, in one language; `adjective` as the text has it.
    pub(crate) fn with_state(&self, office: &str, state: usize, code: &str, adjective: &str) -> String {
        let grammar = Language::from_code(code).and_then(rawi_lang::grammar);
        match (grammar, self.entries[state].names.get(code)) {
            (Some(grammar), Some(name)) if grammar.article.is_empty() => {
                format!("{} {name}", grammar.with_ezafe(office).as_deref().unwrap_or(office))
            }
            _ => format!("{office} {adjective}"),
        }
    }

    /// The address of an office of a state or body: `office/foreign_minister/OM`.
    pub(crate) fn seat_address(&self, (office, of): Seat) -> String {
        format!("office/{}/{}", self.offices[office].id, self.entries[of].id)
    }

    /// The CAMEO code of whoever holds an office: that of the state, then that of the sector.
    pub(crate) fn seat_code(&self, (office, of): Seat) -> Option<String> {
        Some(format!("{}{}", self.entries[of].code.as_deref()?, self.offices[office].code.as_deref().unwrap_or("")))
    }

    /// What an office of a state or body is called in each language: «وزير الخارجية العماني», "foreign minister of Oman".
    pub(crate) fn office_names(&self, (office, of): Seat) -> Names {
        let own = self.offices[office].of.is_some();
        let (forms, entry) = (&self.offices[office].forms, &self.entries[of]);
        let named = |(&code, form): (&&'static str, &String)| {
            let state = entry.names.get(code)?;
            let name = match code {
                _ if own => form.clone(),
                "en" => format!("{form} of {state}"),
                _ => {
                    let grammar = Language::from_code(code).and_then(rawi_lang::grammar)?;
                    let definite = !grammar.article.is_empty() && form.split(' ').any(|w| w.starts_with(&grammar.article));
                    match entry.adjectives.get(code).filter(|_| definite) {
                        Some(adjective) => format!("{form} {}{adjective}", grammar.article),
                        None => format!("{} {state}", grammar.with_ezafe(form).as_deref().unwrap_or(form)),
                    }
                }
            };
            Some((code.to_owned(), name))
        };
        forms.iter().filter_map(named).collect()
    }

    /// The state of which a whole phrase is the name or adjective.
    pub(crate) fn state_called(&self, phrase: &str) -> Option<usize> {
        self.adjectives.get(phrase).first().copied().or_else(|| self.find(phrase, Some(EntryKind::State)))
    }

    /// The state whose adjective or name stands at a token; one past its last token.
    pub fn state_at(&self, passage: &Passage<'_>, i: usize) -> Option<(usize, usize)> {
        if let Some(hit) = self.adjectives.longest(passage.tokens, i, 0) {
            return Some((hit.end, hit.values[0]));
        }
        let (end, known) = self.at(passage, i, 0)?;
        (self.entries[known.entry].kind == EntryKind::State).then_some((end, known.entry))
    }
}

/// Whether a last name stands where nothing around it can be more of a name: «علی روحانی», «مبارك بن عيسى».
fn stands_alone(p: &Passage<'_>, start: usize, end: usize) -> bool {
    let closed = |k: usize| !p.tokens.is_word(k) || p.is_classed(k) || !p.cues_in(k..k + 1).is_empty();
    let before = start == 0
        || closed(start - 1)
        || p.cues_in(start.saturating_sub(LONGEST_CUE)..start).iter().any(|c| c.end == start)
        || p.tokens.word(start - 1).starts_with(p.grammar.article.as_str()) && !p.grammar.article.is_empty();
    before && (closed(end) || p.grammar.article.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_load_and_names_are_found() {
        let registry = Registry::shared();
        assert!(registry.entries.len() > 500);
        let iran = registry.find("ایران", None).unwrap();
        assert_eq!(registry.find("إيران", Some(EntryKind::State)), Some(iran));
        assert_eq!(registry.entries[iran].code.as_deref(), Some("IRN"));
        assert!(registry.outlet("almadina").is_some());
    }
}
