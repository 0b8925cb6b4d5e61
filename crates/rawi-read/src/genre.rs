//! What kind of text a document is.

use rawi_actor::{Cast, Entry, MemberId};
use rawi_lang::{Class, Passage};
use rawi_model::{ActorKind, BlockRole, ContactKind, Document, Form, Genre, Status};
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
    // An article with a title may end with a line of the channel that carries it.
    let needed = if document.title.is_some() { 2 } else { 1 };
    by_url || by_outlet || signed && text.len() < POST / 2 || bullets >= needed && text.len() < POST / 2
}

/// The genre, from the parts and from what was found in them.
pub(crate) fn genre(
    cast: &Cast<'_>,
    p: &Passage<'_>,
    parts: &[Part],
    is_post: bool,
    statements: &[Draft],
    contacts: &[contact::Draft],
) -> Genre {
    if is_post {
        return Genre::Post;
    }
    if parts.iter().any(|part| part.role == BlockRole::Question) {
        return Genre::Interview;
    }
    if statements.iter().any(|s| s.form == Form::Document) {
        return Genre::Letter;
    }
    let head = head(parts);
    let opens = |c: &&contact::Draft| {
        matches!(c.kind, ContactKind::Meeting | ContactKind::Call | ContactKind::Visit)
            && c.status == Status::Held
            && c.evidence.start < head
            && c.parties.len() >= 2
            // «بازدید وزیر از بندر»: what somebody says where he looks at a place is a report.
            && (c.kind != ContactKind::Visit || c.members().any(|m| cast.members[m].kind == ActorKind::State))
    };
    if contacts.iter().find(opens).is_some_and(|c| is_theirs(cast, c, statements)) {
        return Genre::Readout;
    }
    // «به گزارش خبرگزاری رود، …»: a report in which nobody speaks.
    let reported = |part: &Part| part.is_told() && p.is(part.tokens.start, Class::Resume) && p.according_at(part.tokens.start).is_some();
    let told = !statements.is_empty() || !contacts.is_empty() || parts.iter().any(reported);
    if told { Genre::Report } else { Genre::Other }
}

/// Where the head of a document ends, in tokens: behind its first paragraphs, and not far into a long one.
fn head(parts: &[Part]) -> usize {
    /// How far into the text it reaches.
    const FAR: usize = 90;
    let told = || parts.iter().filter(|part| part.is_told());
    let text = told().find(|part| part.role != BlockRole::Headline).map_or(0, |part| part.tokens.start);
    told().take(5).last().map_or(0, |part| part.tokens.end.min(text + FAR))
}

/// Whether a report tells of one meeting or call: at least half of those who are quoted by name are its parties. Whoever is
/// called by his office alone may be one of them, as may a name where a party is told by office alone.
fn is_theirs(cast: &Cast<'_>, contact: &contact::Draft, statements: &[Draft]) -> bool {
    let is_party = |m: MemberId| contact.parties.iter().any(|party| party.0 == m || cast.is_alike(party.0, m));
    let is_role = |m: MemberId| !cast.members[m].named && !matches!(cast.members[m].kind, ActorKind::Unnamed | ActorKind::Media);
    let mut unnamed = contact.parties.iter().filter(|party| is_role(party.0)).count();
    let mut others: Vec<MemberId> = Vec::new();
    let (mut by_parties, mut by_others) = (0, 0);
    for speaker in statements.iter().filter_map(|s| s.speaker) {
        if is_party(speaker) {
            by_parties += 1;
        } else if !is_role(speaker) {
            if !others.contains(&speaker) && unnamed > 0 && cast.members[speaker].kind == ActorKind::Person {
                unnamed -= 1;
                others.push(speaker);
            }
            if others.contains(&speaker) {
                by_parties += 1;
            } else {
                by_others += 1;
            }
        }
    }
    by_parties >= by_others
}
