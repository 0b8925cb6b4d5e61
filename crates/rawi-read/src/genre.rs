//! What kind of text a document is.

use rawi_actor::Entry;
use rawi_lang::Passage;
use rawi_model::{BlockRole, ContactKind, Document, Form, Genre, Status};
use rawi_text::TokenKind;

use crate::block::Part;
use crate::contact;
use crate::statement::Draft;

/// The longest post, in bytes of text.
const POST: usize = 6000;

/// Whether a document is a channel's short item: by its address, its outlet, or the marks that channels use.
pub(crate) fn is_post(document: &Document, text: &str, p: &Passage<'_>, outlet: Option<&Entry>) -> bool {
    if text.len() > POST || !document.blocks.is_empty() {
        return false;
    }
    let by_url = document.url.as_deref().is_some_and(|u| u.contains("//t.me/"));
    let by_outlet = outlet.is_some_and(|e| e.is_channel) && document.title.is_none();
    let list = &p.tokens.list;
    let signed =
        (0..list.len()).any(|k| p.tokens.is_mark(k, '@') && (k == 0 || list[k - 1].kind == TokenKind::Break || list.len() - k <= 4));
    let bullets = list
        .iter()
        .enumerate()
        .filter(|(k, t)| matches!(t.kind, TokenKind::Mark('\u{1F300}'..='\u{1FAFF}')) && (*k == 0 || list[k - 1].kind == TokenKind::Break))
        .count();
    by_url || by_outlet || signed && text.len() < POST / 2 || bullets >= 1 && text.len() < POST / 2
}

/// The genre, from the parts and from what was found in them.
pub(crate) fn genre(parts: &[Part], is_post: bool, statements: &[Draft], contacts: &[contact::Draft]) -> Genre {
    if is_post {
        return Genre::Post;
    }
    if parts.iter().any(|part| part.role == BlockRole::Question) {
        return Genre::Interview;
    }
    let told: Vec<&Part> = parts.iter().filter(|part| part.is_told()).collect();
    let whole = statements.iter().any(|s| s.form == Form::Document);
    if whole {
        return Genre::Letter;
    }
    // A read-out tells of one meeting or call at its head, and half of its statements at least are of the parties.
    let head = told.iter().take(3).next_back().map_or(0, |part| part.tokens.end);
    let about = contacts.iter().find(|c| {
        matches!(c.kind, ContactKind::Meeting | ContactKind::Call | ContactKind::Visit)
            && c.status == Status::Held
            && c.evidence.start < head
            && c.parties.len() >= 2
    });
    if let Some(contact) = about {
        let speakers: Vec<_> = statements.iter().filter_map(|s| s.speaker).collect();
        let by_parties = speakers.iter().filter(|&&s| contact.parties.iter().any(|party| party.0 == s)).count();
        if by_parties * 2 >= speakers.len() {
            return Genre::Readout;
        }
    }
    if statements.is_empty() && contacts.is_empty() { Genre::Other } else { Genre::Report }
}
