//! What the reports of one event give to each side, laid beside one another.

use std::collections::BTreeSet;

use rawi_model::Language;

use crate::feature::Features;
use crate::party::{PartyClue, may_be_one};

/// Something said, as one report gives it.
#[derive(Clone, Debug)]
pub struct Telling {
    /// The number of the report.
    pub report: u32,
    /// Who said it.
    pub speaker: Option<PartyClue>,
    /// The language of the report.
    pub language: Language,
    /// What it is about.
    pub features: Features,
}

/// Things said that are one, by their places; those that could not be laid beside any other stand alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aligned {
    /// The places of what is one, each of another report, in their order.
    pub rows: Vec<Vec<usize>>,
    /// The places of what says too little to be laid beside anything.
    pub open: Vec<usize>,
}

/// Things said beyond these are not compared.
const MOST: usize = 400;

/// Lays tellings of several reports side by side: by speaker and by what they are about, the most alike first.
pub fn align(tellings: &[Telling]) -> Aligned {
    let count = tellings.len().min(MOST);
    let (told, mut open): (Vec<usize>, Vec<usize>) = (0..count).partition(|&at| tellings[at].features.is_telling());
    open.extend(count..tellings.len());
    let mut pairs = Vec::new();
    for (n, &a) in told.iter().enumerate() {
        for &b in &told[n + 1..] {
            let (one, other) = (&tellings[a], &tellings[b]);
            let same = matches!((&one.speaker, &other.speaker), (Some(x), Some(y)) if may_be_one(x, y));
            if one.report == other.report || !same {
                continue;
            }
            let (score, enough) = one.features.likeness(&other.features, one.language == other.language);
            if enough {
                pairs.push((std::cmp::Reverse(score), a, b));
            }
        }
    }
    pairs.sort_unstable();
    let mut rows: Vec<Vec<usize>> = told.iter().map(|&at| vec![at]).collect();
    for (_, a, b) in pairs {
        let (Some(x), Some(y)) = (rows.iter().position(|r| r.contains(&a)), rows.iter().position(|r| r.contains(&b))) else { continue };
        let reports = |row: &[usize]| row.iter().map(|&at| tellings[at].report).collect::<BTreeSet<_>>();
        if x != y && reports(&rows[x]).is_disjoint(&reports(&rows[y])) {
            let moved = std::mem::take(&mut rows[x.max(y)]);
            rows[x.min(y)].extend(moved);
        }
    }
    rows.retain(|r| !r.is_empty());
    for row in &mut rows {
        row.sort_by_key(|&at| (tellings[at].report, at));
    }
    rows.sort_by_key(|r| (std::cmp::Reverse(r.len()), r.first().copied()));
    Aligned { rows, open }
}
