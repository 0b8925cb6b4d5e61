//! Whether a contact took place, is to come, is wished for, denied or called off.

use std::ops::Range;

use rawi_model::Status;

use super::{Around, ContactGrammar, ContactHit, ContactPart, Encounter};
use crate::{Class, Passage};

impl ContactGrammar {
    /// Whether the contact took place, as the sentence tells it.
    pub fn status(&self, p: &Passage<'_>, hit: &ContactHit<'_>, told: &Encounter, clause: Range<usize>) -> Status {
        let part = told.part.unwrap_or(hit.part);
        let has = |class: Around| self.any(p, clause.clone(), class);
        // A present behind a clause word says what is to be: «أن يلتقي».
        let first = told.part.map_or(hit.at, |_| told.evidence.start);
        let wished =
            part == ContactPart::Present && first > 0 && p.is(first - 1, Class::Clause) && p.tokens.word(first - 1).chars().count() <= 2;
        match if wished { ContactPart::Wish } else { part } {
            ContactPart::Denied => Status::Denied,
            ContactPart::Wish if has(Around::Proposed) && !has(Around::Planned) => Status::Proposed,
            ContactPart::Future | ContactPart::Wish => Status::Planned,
            _ => {
                let near = clause.start.max(first.saturating_sub(6))..first;
                let close = |class: Around| self.any(p, near.clone(), class);
                // A noun is to come where that is said beside it, a verb where its clause says so.
                let beside = clause.start.max(first.saturating_sub(BESIDE))..clause.end.min(told.evidence.end + BESIDE);
                let soon = if part == ContactPart::Noun { self.any(p, beside, Around::Planned) } else { has(Around::Planned) };
                // What is called off or denied is said behind the noun too: «مذاکرات ایران و عمان لغو شد».
                let end = told.evidence.end.max(hit.end);
                let behind = |class: Around| {
                    part == ContactPart::Noun && p.grammar.article.is_empty() && self.any(p, end.saturating_sub(1)..end + 3, class)
                };
                if close(Around::Cancelled) || behind(Around::Cancelled) {
                    Status::Cancelled
                } else if close(Around::Denied) || behind(Around::Denied) {
                    Status::Denied
                } else if close(Around::Proposed) && part != ContactPart::Past {
                    Status::Proposed
                } else if part != ContactPart::Past && soon {
                    Status::Planned
                } else {
                    Status::Held
                }
            }
        }
    }
}

/// How far from a contact noun words tell that it is still to come, in tokens.
const BESIDE: usize = 8;
