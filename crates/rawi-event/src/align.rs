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
    let mut pairs = Vec::new();
    for a in 0..count {
        for b in a + 1..count {
            let (one, other) = (&tellings[a], &tellings[b]);
            let same = matches!((&one.speaker, &other.speaker), (Some(x), Some(y)) if may_be_one(x, y));
            if one.report == other.report || !same {
                continue;
            }
            let (score, enough) = one.features.likeness(&other.features, one.language == other.language);
            let telling = one.features.is_telling() && other.features.is_telling();
            if enough && (telling || one.features == other.features) {
                pairs.push((std::cmp::Reverse(score), a, b));
            }
        }
    }
    pairs.sort_unstable();
    let mut rows: Vec<Vec<usize>> = (0..count).map(|at| vec![at]).collect();
    for (_, a, b) in pairs {
        let (Some(x), Some(y)) = (rows.iter().position(|r| r.contains(&a)), rows.iter().position(|r| r.contains(&b))) else { continue };
        let reports = |row: &[usize]| row.iter().map(|&at| tellings[at].report).collect::<BTreeSet<_>>();
        if x != y && reports(&rows[x]).is_disjoint(&reports(&rows[y])) {
            let moved = std::mem::take(&mut rows[x.max(y)]);
            rows[x.min(y)].extend(moved);
        }
    }
    rows.retain(|r| !r.is_empty());
    let (mut rows, open): (Vec<Vec<usize>>, Vec<Vec<usize>>) =
        rows.into_iter().partition(|r| r.len() > 1 || tellings[r[0]].features.is_telling());
    let open = open.into_iter().flatten().chain(count..tellings.len()).collect();
    for row in &mut rows {
        row.sort_by_key(|&at| (tellings[at].report, at));
    }
    rows.sort_by_key(|r| (std::cmp::Reverse(r.len()), r.first().copied()));
    Aligned { rows, open }
}
