//! How far a source reaches: to the end of what its speaker says, and over a whole report where it is named at its head.

use rawi_actor::MemberId;
use rawi_lang::Grammar;

use super::Draft;

/// Where in a document a medium becomes the one from which all the report comes, and which.
#[derive(Clone, Debug, Default)]
pub(crate) struct Whole {
    from: Vec<(usize, Option<MemberId>)>,
}

impl Whole {
    /// From a token on, a medium or the reporter himself.
    pub(super) fn note(&mut self, token: usize, medium: Option<MemberId>) {
        self.from.push((token, medium));
    }

    /// Whether no medium is noted but the document's own outlet.
    pub(super) fn is_but(&self, own: Option<MemberId>) -> bool {
        self.from.iter().all(|(_, medium)| medium.is_none() || *medium == own)
    }

    fn at(&self, token: usize) -> Option<MemberId> {
        self.from.iter().rfind(|(from, _)| *from <= token).and_then(|(_, medium)| *medium)
    }

    /// Puts in place of each member the one that it turned out to be.
    pub(crate) fn follow(&mut self, into: &[MemberId]) {
        self.from.iter_mut().flat_map(|(_, medium)| medium).for_each(|m| *m = into[*m]);
    }
}

/// Whether the words of a statement go on with what was said before: «وأضاف», «وی افزود».
fn goes_on(grammar: &Grammar, draft: &Draft) -> bool {
    !draft.lemma.is_empty() && grammar.cues.list.iter().any(|c| c.goes_on && c.lemma == draft.lemma)
}

/// Gives statements without a source of their own the one by which their speaker's words came before, else that of the
/// whole report; what is told inside another statement came through all through whom that came.
pub(crate) fn carry(grammar: &Grammar, drafts: &mut [Draft], whole: &Whole) {
    let mut run: Option<(MemberId, Vec<MemberId>)> = None;
    for draft in drafts.iter_mut().filter(|d| d.within.is_none()) {
        let Some(speaker) = draft.speaker else { continue };
        match &run {
            _ if !draft.via.is_empty() => {}
            Some((of, via)) if *of == speaker || goes_on(grammar, draft) && !via.contains(&speaker) => draft.via.clone_from(via),
            _ => draft.via.extend(whole.at(draft.start()).filter(|&medium| medium != speaker)),
        }
        run = Some((speaker, draft.via.clone()));
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
