//! The registry made of its files.

use std::collections::BTreeMap;

use rawi_model::Language;
use rawi_text::{Lexicon, bare, fold};

use super::file::{self, Error, OfficeRow, Row};
use super::office::{Held, Office, OfficeForm};
use super::{Known, NameKind, Registry};
use crate::entry::{Entry, EntryKind, Term};

/// When the list of office-holders was taken from Wikidata; it says nothing of later days.
const LISTED: &str = "2023-01";

/// A last name of so many letters or fewer is too often another word to stand alone.
const SHORT: usize = 3;

impl Registry {
    pub(super) fn load() -> Result<Self, Error> {
        let (rows, office_rows) = file::rows()?;
        let mut entries = Vec::new();
        let mut names = Vec::new();
        let mut adjectives = Vec::new();
        let mut sources = BTreeMap::new();
        let mut holders: BTreeMap<(String, String), Vec<Held>> = BTreeMap::new();
        let mut ids = BTreeMap::new();
        for (entry, (kind, row)) in rows.into_iter().enumerate() {
            names.extend(row.forms().map(|(form, kind, language)| (form, Known { entry, kind, language })));
            adjectives.extend(row.adjectives().into_iter().map(|a| (a, entry)));
            for source in row.source.iter().chain(&row.host) {
                sources.insert(fold(source.trim_start_matches("www.")), entry);
            }
            for term in &row.term {
                let (Some(of), Some(start)) = (term.state.as_ref().or(term.organization.as_ref()), &term.start) else { continue };
                let until = term.end.clone().unwrap_or_else(|| if term.source.is_some() { "9999" } else { LISTED }.to_owned());
                holders.entry((term.office.clone(), of.clone())).or_default().push(Held { start: start.clone(), until, entry });
            }
            ids.entry(row.id.clone()).or_insert(entry);
            entries.push(row.entry(kind));
        }
        let first_names = entries
            .iter()
            .filter(|e: &&Entry| e.kind == EntryKind::Person)
            .flat_map(|e| e.names.values())
            .filter_map(|name| fold(name).split_once(' ').map(|(first, _)| first.to_owned()))
            .collect();
        let plurals = office_rows.iter().enumerate().flat_map(|(office, row)| row.plurals(office)).collect::<Vec<_>>();
        let office_forms = office_rows.iter().enumerate().flat_map(|(office, row)| row.forms(office)).collect::<Vec<_>>();
        Ok(Self {
            entries,
            offices: office_rows.into_iter().map(OfficeRow::office).collect(),
            names: Lexicon::new(names),
            office_forms: Lexicon::new(office_forms),
            plurals: Lexicon::new(plurals),
            holders,
            ids,
            adjectives: Lexicon::new(adjectives),
            first_names,
            sources,
        })
    }
}

impl Row {
    /// Whether a form may also be another's.
    fn is_unsure(&self, form: &String) -> bool {
        self.ambiguous_fa.contains(form) || self.ambiguous_ar.contains(form)
    }

    /// How a form names it in which texts: «عمان» is Oman in Persian; in Arabic it may be Amman.
    fn by_language(&self, form: &String, kind: NameKind) -> impl Iterator<Item = (NameKind, Option<Language>)> + use<> {
        let in_persian = self.name_fa.iter().chain(&self.also_fa).any(|known| known == form);
        let in_arabic = self.name_ar.iter().chain(&self.also_ar).any(|known| known == form);
        let (sure, language) = match (self.ambiguous_fa.contains(form), self.ambiguous_ar.contains(form)) {
            (false, false) => (Some(kind), None),
            (false, true) => (in_persian.then_some(kind), Some(Language::Fa)),
            (true, false) => (in_arabic.then_some(kind), Some(Language::Ar)),
            (true, true) => (None, None),
        };
        let unsure = self.is_unsure(form).then_some((NameKind::Bare, None));
        unsure.into_iter().chain(sure.map(|kind| (kind, language)))
    }

    /// The forms by which it is known, with how each names it.
    fn forms(&self) -> impl Iterator<Item = (String, NameKind, Option<Language>)> {
        let names = [&self.name_fa, &self.name_ar, &self.name_en].into_iter().flatten().cloned();
        // «Erdoğan» is «Erdogan» too.
        let typed = self.name_en.iter().chain(&self.also_en).filter(|n| !n.is_ascii()).map(|n| bare(n));
        let also = [&self.also_fa, &self.also_ar, &self.also_en].into_iter().flatten().cloned();
        let last = self.last_fa.iter().chain(&self.last_ar);
        let (short, last): (Vec<&String>, Vec<&String>) = last.partition(|n| rawi_text::key(n).chars().count() <= SHORT);
        let bare = self.bare_fa.iter().chain(&self.bare_ar).chain(short);
        let full = names.chain(typed).chain(also).map(|form| (form, NameKind::Full));
        full.chain(last.into_iter().map(|form| (form.clone(), NameKind::Last)))
            .chain(bare.map(|form| (form.clone(), NameKind::Bare)))
            .flat_map(|(form, kind)| self.by_language(&form, kind).map(move |(kind, language)| (form.clone(), kind, language)))
            .chain(self.apart_fa.iter().chain(&self.apart_ar).map(|form| (form.clone(), NameKind::Apart, None)))
    }

    /// All forms of its adjective.
    fn adjectives(&self) -> Vec<String> {
        let article = rawi_lang::grammar(Language::Ar).map_or("", |g| g.article.as_str());
        let owned: &[String] = rawi_lang::grammar(Language::Fa).map_or(&[], |g| &g.possessives);
        let plain = self.adjective_fa.iter().chain(&self.adjective_en).cloned();
        // «همتای ایرانی‌اش» (his Iranian counterpart): looked up without its joiner.
        let his = self.adjective_fa.iter().flat_map(|a| owned.iter().map(move |o| format!("{a}{o}")));
        let arabic = self.adjective_ar.iter().flat_map(|a| [a.clone(), format!("{article}{a}")]);
        plain.chain(his).chain(arabic).collect()
    }

    /// What the registry keeps of it.
    fn entry(self, kind: EntryKind) -> Entry {
        let also = [&self.also_fa, &self.also_ar, &self.also_en].into_iter().flatten();
        Entry {
            kind,
            adjectives: [("fa", self.adjective_fa.first()), ("ar", self.adjective_ar.first())]
                .into_iter()
                .filter_map(|(code, adjective)| Some((code, adjective?.clone())))
                .collect(),
            also: also.filter(|name| !self.is_unsure(name)).cloned().collect(),
            id: self.id,
            names: [("en", self.name_en), ("fa", self.name_fa), ("ar", self.name_ar)]
                .into_iter()
                .filter_map(|(code, name)| Some((code.to_owned(), name?)))
                .collect(),
            wikidata: self.wikidata,
            code: self.code,
            state: self.state,
            terms: self
                .term
                .into_iter()
                .map(|t| Term { office: t.office, of: t.state.or(t.organization), start: t.start, end: t.end })
                .collect(),
            sources: self.source,
            is_channel: self.kind_of.as_deref() == Some("channel"),
            is_agency: self.kind_of.as_deref() == Some("agency"),
        }
    }
}

impl OfficeRow {
    /// The forms by which a text gives it, Persian ones with their link to what follows too.
    fn forms(&self, office: usize) -> impl Iterator<Item = (String, OfficeForm)> {
        let joined = |form: &String| rawi_lang::grammar(Language::Fa).and_then(|g| g.with_ezafe(form));
        let (fa, ar) = (Language::Fa, Language::Ar);
        let lists = [(&self.fa, fa, false), (&self.ar, ar, false), (&self.bare_fa, fa, true), (&self.bare_ar, ar, true)];
        lists.into_iter().flat_map(move |(list, language, bare)| {
            let both = list.iter().flat_map(move |form| std::iter::once(form.clone()).chain(joined(form)));
            both.map(move |form| (form, OfficeForm { office, bare, language }))
        })
    }

    /// The words for several who hold it.
    fn plurals(&self, office: usize) -> impl Iterator<Item = (String, usize)> {
        self.plural_fa.iter().chain(&self.plural_ar).map(move |form| (form.clone(), office))
    }

    /// What the registry keeps of it.
    fn office(self) -> Office {
        Office {
            forms: [
                ("en", Some(&self.name_en)),
                ("fa", self.fa.first().or(self.bare_fa.first())),
                ("ar", self.ar.first().or(self.bare_ar.first())),
            ]
            .into_iter()
            .filter_map(|(code, form)| Some((code, form?.clone())))
            .collect(),
            id: self.id,
            name: self.name_en,
            of: self.state.or(self.organization),
            code: self.code,
            many: self.many,
            local: self.local,
        }
    }
}
