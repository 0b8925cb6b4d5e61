//! Words that stand twice count once.

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_actor::Cast;
use rawi_lang::Passage;
use rawi_model::{ActorKind, BlockRole};

use super::Draft;
use crate::reader::Scene;

/// The share, in percent, of a headline's words that must stand in a statement for both to be one.
const SAME: usize = 70;

/// The same share where the names of the speakers differ.
const ALL: usize = 90;

/// The same share of the shorter of two statements, one of which tells its speaker by his office.
const SAID: usize = 65;

/// The fewest words that can tell this.
const FEW: usize = 4;

/// Takes out statements of the headline whose words stand in the body too, and notes for every statement where a pull
/// quote or the headline says its words again.
pub(crate) fn once(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let p = scene.passage;
    if !drafts.iter().any(|d| d.headline) && scene.blocks.iter().all(|part| part.role != BlockRole::PullQuote) {
        return;
    }
    let bags: Vec<BTreeSet<&str>> = drafts.iter().map(|d| words(p, &d.content)).collect();
    let mut gone = vec![false; drafts.len()];
    for i in 0..drafts.len() {
        if !drafts[i].headline {
            continue;
        }
        // A headline of several sayings, «… / …», may have each in a statement of its own.
        let sayings: Vec<Range<usize>> = drafts[i].content.iter().flat_map(|c| sayings(p, c.clone())).collect();
        let twins: Vec<Option<usize>> = sayings
            .iter()
            .map(|saying| {
                let bag = words(p, std::slice::from_ref(saying));
                let body = || (0..drafts.len()).filter(|&j| !drafts[j].headline);
                let said = body().find(|&j| drafts[j].speaker == drafts[i].speaker && holds(&bag, &bags[j], SAME));
                // Words that stand there just as they are were said by the same, under whatever name.
                said.or_else(|| body().find(|&j| bag.len() >= FEW && holds(&bag, &bags[j], ALL)))
            })
            .collect();
        if let Some(twins) = twins.into_iter().collect::<Option<Vec<usize>>>().filter(|t| !t.is_empty()) {
            for (j, saying) in twins.into_iter().zip(sayings) {
                drafts[j].also.push(saying);
            }
            gone[i] = true;
        }
    }
    for part in scene.blocks.iter().filter(|part| part.role == BlockRole::PullQuote) {
        let bag = words(p, std::slice::from_ref(&part.tokens));
        if let Some(j) = (0..drafts.len()).find(|&j| !gone[j] && holds(&bag, &bags[j], SAME)) {
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

/// Takes one who is told by his office alone in the lead of a Persian text for him who is named where the same words stand again: «کارشناس بندر گفت: … . …
/// سالم نوری گفت: …».
pub(crate) fn said_again(scene: &Scene<'_>, cast: &mut Cast<'_>, drafts: &[Draft]) {
    /// How many statements may be of the lead.
    const LEAD: usize = 4;
    /// The fewest words that tell this.
    const MANY: usize = 7;
    let p = scene.passage;
    if !p.grammar.article.is_empty() {
        return;
    }
    let person = |cast: &Cast<'_>, d: &Draft| d.speaker.filter(|&m| d.within.is_none() && cast.members[m].kind == ActorKind::Person);
    for (i, lead) in drafts.iter().enumerate().take(LEAD) {
        let Some(office) = person(cast, lead).filter(|&m| !cast.members[m].named && cast.members[m].entry.is_none()) else { continue };
        let bag = words(p, &lead.content);
        let same = |d: &&Draft| {
            let other = words(p, &d.content);
            let (small, large) = if bag.len() < other.len() { (&bag, &other) } else { (&other, &bag) };
            d.start() >= lead.end() && small.len() >= MANY && holds(small, large, SAID)
        };
        let named = |d: &&Draft| person(cast, d).is_some_and(|m| cast.members[m].named);
        if let Some(member) = drafts[i + 1..].iter().filter(named).find(same).and_then(|d| d.speaker) {
            cast.take_for_one(member, office);
        }
    }
}

/// The first letters of the words that mean something, without article and what is glued before it.
fn words<'p>(p: &'p Passage<'_>, ranges: &[Range<usize>]) -> BTreeSet<&'p str> {
    /// How many letters are compared: endings differ.
    const LETTERS: usize = 5;
    let article = p.grammar.article.as_str();
    let long = |k: &usize| p.tokens.is_word(*k) && p.tokens.word(*k).len() > 4;
    let stem = |k: usize| {
        let word = p.tokens.word(k);
        let bare =
            if article.is_empty() { None } else { word.get(..6).and_then(|head| head.find(article)).map(|at| &word[at + article.len()..]) };
        let word = bare.filter(|rest| rest.len() > 4).unwrap_or(word);
        word.char_indices().nth(LETTERS).map_or(word, |(at, _)| &word[..at])
    };
    ranges.iter().flat_map(Clone::clone).filter(long).map(stem).collect()
}

/// Whether so many in a hundred of some words stand among others.
fn holds(small: &BTreeSet<&str>, large: &BTreeSet<&str>, share: usize) -> bool {
    !small.is_empty() && small.intersection(large).count() * 100 >= share * small.len()
}

/// The sayings of a headline, between strokes.
fn sayings(p: &Passage<'_>, content: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = content.start;
    for k in content.start..=content.end {
        if k == content.end || p.tokens.is_mark(k, '/') {
            let saying = p.trim(start..k);
            if !saying.is_empty() {
                out.push(saying);
            }
            start = k + 1;
        }
    }
    out
}
