//! Words that stand twice count once.

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_model::BlockRole;

use super::Draft;
use crate::reader::Scene;

/// The share, in percent, of a headline's words that must stand in a statement for both to be one.
const SAME: usize = 70;

/// Takes out statements of the headline whose words stand in the body too, and notes for every statement where a pull
/// quote or the headline says its words again.
pub(crate) fn once(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let p = scene.passage;
    if !drafts.iter().any(|d| d.headline) && scene.blocks.iter().all(|part| part.role != BlockRole::PullQuote) {
        return;
    }
    let words = |ranges: &[Range<usize>]| -> BTreeSet<&str> {
        ranges
            .iter()
            .flat_map(std::clone::Clone::clone)
            .filter(|&k| p.tokens.is_word(k) && p.tokens.word(k).len() > 4)
            .map(|k| p.tokens.word(k))
            .collect()
    };
    let bags: Vec<BTreeSet<&str>> = drafts.iter().map(|d| words(&d.content)).collect();
    let holds =
        |small: &BTreeSet<&str>, large: &BTreeSet<&str>| !small.is_empty() && small.intersection(large).count() * 100 >= SAME * small.len();
    let mut gone = vec![false; drafts.len()];
    for i in 0..drafts.len() {
        if !drafts[i].headline {
            continue;
        }
        let twin = (0..drafts.len())
            .find(|&j| j != i && !drafts[j].headline && drafts[j].speaker == drafts[i].speaker && holds(&bags[i], &bags[j]));
        if let Some(j) = twin {
            let places = drafts[i].content.clone();
            drafts[j].also.extend(places);
            gone[i] = true;
        }
    }
    for part in scene.blocks.iter().filter(|part| part.role == BlockRole::PullQuote) {
        let bag = words(std::slice::from_ref(&part.tokens));
        if let Some(j) = (0..drafts.len()).find(|&j| !gone[j] && holds(&bag, &bags[j])) {
            drafts[j].also.push(p.trim(part.tokens.clone()));
        }
    }
    // What was told inside a statement that is gone stands for itself.
    let place: Vec<Option<usize>> = gone
        .iter()
        .scan(0, |n, &g| {
            Some((!g).then(|| {
                *n += 1;
                *n - 1
            }))
        })
        .collect();
    let mut keep = gone.iter().map(|g| !g);
    drafts.retain(|_| keep.next().unwrap_or(true));
    for draft in drafts {
        draft.within = draft.within.and_then(|w| place[w]);
    }
}
