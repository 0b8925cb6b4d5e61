//! What turned out to be one contact, or none, once it was settled who is who.

use rawi_actor::Cast;
use rawi_model::{ContactKind, Status};

use super::Draft;
use super::once::{family, join};

/// Joins contacts whose parties turned out to be the same, and leaves out those whose sides turned out to be one.
pub(crate) fn again(drafts: &mut Vec<Draft>, cast: &Cast<'_>) {
    drafts.retain(|d| d.kind == ContactKind::Interview || d.parties.len() < 2 || d.members().any(|m| m != d.parties[0].0));
    let mut at = 1;
    while at < drafts.len() {
        match (0..at).find(|&held| are_one(&drafts[held], &drafts[at])) {
            Some(held) => {
                let gone = drafts.remove(at);
                let denied = is_denied(&drafts[held], &gone);
                join(&mut drafts[held], gone, cast);
                if denied {
                    drafts[held].status = Status::Denied;
                }
            }
            None => at += 1,
        }
    }
}

fn are_one(a: &Draft, b: &Draft) -> bool {
    let encounter = |d: &Draft| matches!(d.kind, ContactKind::Meeting | ContactKind::Call | ContactKind::Talks);
    let kinds = family(a.kind) == family(b.kind) || (a.loose || b.loose) && encounter(a) && encounter(b);
    let role = |d: &Draft, m| d.parties.iter().find(|p| p.0 == m).map(|p| p.1);
    kinds
        && (a.status == b.status || a.headline != b.headline || is_denied(a, b))
        && a.parties.len() == b.parties.len()
        && a.members().all(|m| b.has(m) && (!a.is_directed() || role(a, m) == role(b, m)))
        && b.members().all(|m| a.has(m))
}

/// Whether what one says of a message, a call or a visit is denied by the other: «رویترز گفت پیامی به … فرستاد … این خبر کذب است».
fn is_denied(a: &Draft, b: &Draft) -> bool {
    let single = matches!(a.kind, ContactKind::Message | ContactKind::Letter | ContactKind::Call | ContactKind::Visit);
    single && a.kind == b.kind && (a.status == Status::Denied) != (b.status == Status::Denied)
}
