//! Readings scored against annotations.
//!
//! A statement is found when its content overlaps an annotated one by at least half (intersection over union), attributed
//! when the speaker is the same too. Items marked optional are neither missed nor counted as false.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rawi_model::{Actor, MentionKind, Reading};
use unicode_normalization::UnicodeNormalization;

use crate::gold::Annotation;

/// The figures of a set of documents, each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Deserialize)]
pub struct Figures {
    /// The share of documents with the right genre.
    pub genre: f64,
    /// F1 of statements found with the right speaker.
    pub attributed: f64,
    /// Of these, the share with the right chain.
    pub chain: f64,
    /// Of the statements found, the share with the right form.
    pub form: f64,
    /// F1 of contacts.
    pub contacts: f64,
    /// F1 of dates with the right value.
    pub dates: f64,
}

const TITLES: &[&str] = &[
    "اقای",
    "السید",
    "سید",
    "حضرت",
    "ایت",
    "ایت‌الله",
    "الله",
    "ایه",
    "دکتر",
    "الدکتور",
    "امام",
    "حاج",
    "شهید",
    "اللواء",
    "سردار",
    "معالی",
    "جناب",
    "سیاده",
    "العظمی",
    "mr",
    "dr",
    "the",
    "al",
];

fn words(name: &str) -> BTreeSet<String> {
    let folded: String = name
        .nfkc()
        .map(|c| match c {
            'ي' | 'ى' | 'ئ' => 'ی',
            'ك' => 'ک',
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ة' | 'ۀ' => 'ه',
            'ؤ' => 'و',
            c => c,
        })
        .filter(|c| rawi_text::fold_char(*c).is_some())
        .collect();
    let all: Vec<String> = folded
        .to_lowercase()
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| !w.is_empty())
        .map(|w| if w.starts_with("ال") && w.chars().count() > 4 { w.chars().skip(2).collect() } else { w.to_owned() })
        .collect();
    let plain: BTreeSet<String> = all.iter().filter(|w| !TITLES.contains(&w.as_str())).cloned().collect();
    if plain.is_empty() { all.into_iter().collect() } else { plain }
}

fn same(a: &[String], b: &[String]) -> bool {
    let sorted = |w: &BTreeSet<String>| {
        let mut letters: Vec<char> = w.iter().flat_map(|w| w.chars()).collect();
        letters.sort_unstable();
        letters
    };
    let b: Vec<_> = b.iter().map(|n| words(n)).collect();
    a.iter()
        .map(|n| words(n))
        .any(|x| b.iter().any(|y| !x.is_empty() && !y.is_empty() && (x.is_subset(y) || y.is_subset(&x) || sorted(&x) == sorted(y))))
}

fn names(actor: &Actor) -> Vec<String> {
    let mentions = actor.mentions.iter().filter(|m| m.kind != MentionKind::Pronoun).map(|m| m.text.clone());
    std::iter::once(actor.name.clone()).chain(actor.names.values().cloned()).chain(mentions).filter(|n| !n.is_empty()).collect()
}

fn overlap(a: &[Range<usize>], b: &[Range<usize>]) -> f64 {
    let set = |r: &[Range<usize>]| -> BTreeSet<usize> { r.iter().flat_map(Clone::clone).collect() };
    let (a, b) = (set(a), set(b));
    let value = count(a.intersection(&b).count()) / count(a.union(&b).count()).max(1.0);
    if value >= 0.5 { value } else { 0.0 }
}

/// One-to-one pairs, the best first.
fn pair(gold: usize, found: usize, score: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let mut rows: Vec<(f64, usize, usize)> =
        (0..gold).flat_map(|i| (0..found).map(move |j| (i, j))).map(|(i, j)| (score(i, j), i, j)).filter(|r| r.0 > 0.0).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut used_gold, mut used_found, mut out) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (_, i, j) in rows {
        if !used_gold.contains(&i) && !used_found.contains(&j) {
            used_gold.insert(i);
            used_found.insert(j);
            out.push((i, j));
        }
    }
    out
}

#[derive(Default)]
struct Tally {
    hit: usize,
    gold: usize,
    read: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        if self.hit == 0 {
            return if self.gold == 0 && self.read == 0 { 1.0 } else { 0.0 };
        }
        let (p, r) = (count(self.hit) / count(self.read), count(self.hit) / count(self.gold));
        2.0 * p * r / (p + r)
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn share(a: usize, b: usize) -> f64 {
    if b == 0 { 1.0 } else { count(a) / count(b) }
}

/// Scores readings against the annotations of the same documents.
pub fn score(gold: &[Annotation], readings: &[Reading]) -> Figures {
    let name = |source: &str| source.rsplit('#').next().unwrap_or(source).rsplit('/').next().unwrap_or(source).to_owned();
    let by_name: BTreeMap<String, &Reading> = readings.iter().map(|r| (name(&r.document.source), r)).collect();
    let empty = Reading::default();
    let (mut attributed, mut contacts, mut dates) = (Tally::default(), Tally::default(), Tally::default());
    let (mut genre, mut found, mut form, mut chain) = (0, 0, 0, 0);
    for g in gold {
        let r = by_name.get(&g.document).copied().unwrap_or(&empty);
        genre += usize::from(r.document.genre.name() == g.genre);
        let who = |key: &str| r.actor(key).map(names).unwrap_or_default();
        let spans =
            |spans: &[rawi_text::CharSpan]| -> Vec<Range<usize>> { spans.iter().map(|s| s.start as usize..s.end as usize).collect() };

        let speaks = |i: usize, j: usize| r.statements[j].speaker.as_deref().is_some_and(|s| same(&g.statements[i].speaker, &who(s)));
        let pairs = pair(g.statements.len(), r.statements.len(), |i, j| {
            overlap(std::slice::from_ref(&g.statements[i].content), &spans(&r.statements[j].content))
                * if speaks(i, j) { 1.001 } else { 1.0 }
        });
        attributed.gold += g.statements.iter().filter(|s| !s.optional).count();
        attributed.read += r.statements.len() - pairs.iter().filter(|p| g.statements[p.0].optional).count();
        for (i, j) in pairs.into_iter().filter(|p| !g.statements[p.0].optional) {
            let (a, b) = (&g.statements[i], &r.statements[j]);
            found += 1;
            form += usize::from(a.form == b.form.name());
            if speaks(i, j) {
                attributed.hit += 1;
                let via: Vec<Vec<String>> = b.via.iter().map(|k| who(k)).collect();
                chain += usize::from(a.via.len() == via.len() && a.via.iter().all(|x| via.iter().any(|y| same(x, y))));
            }
        }

        let pairs = pair(g.contacts.len(), r.contacts.len(), |i, j| {
            let kind = |k: &str| if k == "talks" { "meeting".to_owned() } else { k.to_owned() };
            let (a, b) = (&g.contacts[i], &r.contacts[j]);
            let parties: Vec<Vec<String>> = b.parties.iter().map(|p| who(&p.actor)).collect();
            let covered = a.parties.iter().all(|x| parties.iter().any(|y| same(x, y)));
            let clean = parties.iter().all(|y| a.parties.iter().any(|x| same(x, y)));
            if kind(&a.kind) == kind(b.kind.name()) && covered && clean { 1.0 } else { 0.0 }
        });
        contacts.hit += pairs.iter().filter(|p| !g.contacts[p.0].optional).count();
        contacts.gold += g.contacts.iter().filter(|c| !c.optional).count();
        contacts.read += r.contacts.len() - pairs.iter().filter(|p| g.contacts[p.0].optional).count();

        let pairs = pair(g.dates.len(), r.dates.len(), |i, j| {
            let span = r.dates[j].span;
            overlap(std::slice::from_ref(&g.dates[i].place), std::slice::from_ref(&(span.start as usize..span.end as usize)))
        });
        let right = |&(i, j): &(usize, usize)| g.dates[i].value == r.dates[j].dated.value.map(|v| v.to_string());
        dates.hit += pairs.iter().filter(|p| !g.dates[p.0].optional).filter(|p| right(p)).count();
        dates.gold += g.dates.iter().filter(|d| !d.optional).count();
        dates.read += r.dates.len() - pairs.iter().filter(|p| g.dates[p.0].optional).count();
    }
    Figures {
        genre: share(genre, gold.len()),
        attributed: attributed.f1(),
        chain: share(chain, attributed.hit),
        form: share(form, found),
        contacts: contacts.f1(),
        dates: dates.f1(),
    }
}
