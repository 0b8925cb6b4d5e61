//! How far a source reaches: to the end of what its speaker says, and over a whole report where it is named at its head.

use std::collections::BTreeMap;

use rawi_actor::MemberId;
use rawi_lang::Grammar;

use super::Draft;

/// Where in a document a medium becomes the one from which all the report comes, and which.
#[derive(Clone, Debug, Default)]
pub(crate) struct Whole {
    from: Vec<(usize, Option<MemberId>)>,
    /// Names under which the outlet speaks of itself.
    own: Vec<MemberId>,
}

impl Whole {
    /// From a token on, a medium or the reporter himself.
    pub(super) fn note(&mut self, token: usize, medium: Option<MemberId>) {
        self.from.push((token, medium));
    }

    /// A name under which the outlet speaks of itself.
    pub(super) fn leave_out(&mut self, own: MemberId) {
        self.own.push(own);
    }

    /// Whether no medium is noted but the document's own outlet.
    pub(super) fn is_but(&self, own: Option<MemberId>) -> bool {
        self.from.iter().all(|(_, medium)| medium.is_none() || *medium == own)
    }

    /// Which of the notes holds at a token.
    fn at(&self, token: usize) -> Option<usize> {
        self.from.iter().rposition(|(from, _)| *from <= token)
    }

    /// Puts in place of each member the one that it turned out to be.
    pub(crate) fn follow(&mut self, into: &[MemberId]) {
        self.from.iter_mut().flat_map(|(_, medium)| medium).chain(&mut self.own).for_each(|m| *m = into[*m]);
    }
}

/// Whether the words of a statement go on with what was said before: «وأضاف», «وی افزود».
fn goes_on(grammar: &Grammar, draft: &Draft) -> bool {
    !draft.lemma.is_empty() && grammar.cues.list.iter().any(|c| c.goes_on && c.lemma == draft.lemma)
}

/// Gives statements without a source of their own the one by which their speaker's words came before, else that of the
/// whole report; what is told inside another statement came through all through whom that came.
pub(crate) fn carry(grammar: &Grammar, drafts: &mut [Draft], whole: &Whole) {
    let mut runs: BTreeMap<MemberId, Vec<MemberId>> = BTreeMap::new();
    let mut last: Option<MemberId> = None;
    let mut from = None;
    for draft in drafts.iter_mut().filter(|d| d.within.is_none()) {
        let Some(speaker) = draft.speaker else { continue };
        let note = whole.at(draft.start());
        // Where the reporter takes the word again, what came before is over.
        if from.replace(note) != Some(note) {
            runs.clear();
        }
        // Under another name or description he goes on too.
        let same = last.filter(|_| goes_on(grammar, draft)).and_then(|before| runs.get(&before)).filter(|via| !via.contains(&speaker));
        match runs.get(&speaker).or(same) {
            _ if !draft.via.is_empty() => {}
            Some(via) => draft.via.clone_from(via),
            None => draft.via.extend(note.and_then(|n| whole.from[n].1).filter(|&medium| medium != speaker)),
        }
        if !draft.via.is_empty() {
            runs.insert(speaker, draft.via.clone());
        }
        last = Some(speaker);
    }
    for draft in drafts.iter_mut() {
        draft.via.retain(|m| !whole.own.contains(m));
    }
    for i in 0..drafts.len() {
        let Some(outer) = drafts[i].within else { continue };
        for medium in drafts[outer].via.clone() {
            if drafts[i].speaker != Some(medium) && !drafts[i].via.contains(&medium) {
                drafts[i].via.push(medium);
            }
        }
    }
}
