//! The line that says from where and by whom a report comes: «عين اليوم – واس», «لندن (رويترز) - …», «ایرنا - …».

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId};
use rawi_lang::{Class, Passage};
use rawi_model::{ActorKind, BlockRole};
use rawi_text::TokenKind;

use crate::block::Part;
use crate::reader::Scene;

/// The media of a date line, and where the report begins behind it.
pub(super) struct Dateline {
    /// In the order of the line.
    pub(super) media: Vec<MemberId>,
    /// The token where the report begins; the end of the line where it stands alone.
    pub(super) text: usize,
}

/// The longest date line, in tokens.
const LONGEST: usize = 24;
/// The most words between two of its marks: a place, a writer's name, a day.
const PIECE: usize = 5;

/// The date line at the head of a report, where it names an agency.
pub(super) fn read(scene: &Scene<'_>, cast: &mut Cast<'_>, part: &Part) -> Option<Dateline> {
    let p = scene.passage;
    let first = scene.blocks.iter().find(|b| b.is_told() && b.role != BlockRole::Headline)?;
    if scene.is_post || part.tokens != first.tokens {
        return None;
    }
    let line = part.tokens.clone();
    let mut media = Vec::new();
    let mut at = line.start;
    loop {
        let start = (at..line.end).find(|&k| p.tokens.is_word(k)).unwrap_or(line.end);
        let open = at == line.start || (at..start).any(|k| parts(p, k));
        let end = (start..line.end).find(|&k| !p.tokens.is_word(k)).unwrap_or(line.end);
        let next = (end..line.end).find(|&k| p.tokens.is_word(k)).unwrap_or(line.end);
        let closed = next == line.end || (end..next).any(|k| parts(p, k));
        let medium = medium(scene, cast, start..end, Naming::Bare).filter(|_| open && closed && end <= line.start + LONGEST);
        let plain = open && closed && is_plain(p, start..end) && end <= line.start + LONGEST;
        if start == end || medium.is_none() && !plain {
            // The report begins behind the last mark of the line.
            let text = if start == end { line.end } else { (at..start).rfind(|&k| parts(p, k)).map_or(start, |k| k + 1) };
            return (!media.is_empty() && (open || start == end)).then_some(Dateline { media, text });
        }
        media.extend(medium);
        // Behind a colon that follows the agency nothing more of the line stands.
        let colon = (end..next).find(|&k| p.tokens.is_mark(k, ':')).filter(|_| !media.is_empty());
        if let Some(colon) = colon {
            return Some(Dateline { media, text: colon + 1 });
        }
        at = end;
    }
}

/// The medium that the last lines of a document name as their source: «منبع: ایسنا», «المصدر: رويترز», «(رويترز)».
pub(super) fn signature(scene: &Scene<'_>, cast: &mut Cast<'_>) -> Option<MemberId> {
    /// How many lines at the end of a document may name it.
    const LAST: usize = 5;
    let p = scene.passage;
    for part in scene.blocks.iter().rev().take(LAST) {
        let Some(head) = part.tokens.clone().find(|&k| p.tokens.is_word(k)) else { continue };
        let labelled = p.is(head, Class::Source);
        let start = if labelled { p.end_of(head, Class::Source) } else { head };
        let Some(start) = (start..part.tokens.end).find(|&k| p.tokens.is_word(k)) else { continue };
        let end = (start..part.tokens.end).find(|&k| !p.tokens.is_word(k)).unwrap_or(part.tokens.end);
        let alone = (end..part.tokens.end).all(|k| !p.tokens.is_word(k)) && part.tokens.start > scene.blocks[0].tokens.start;
        if labelled || alone && !p.tokens.is_mark(head.saturating_sub(1), '#') {
            let found = medium(scene, cast, start..end, if labelled { Naming::Sure } else { Naming::Bare });
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// Whether a mark parts the words of a date line.
fn parts(p: &Passage<'_>, k: usize) -> bool {
    matches!(p.tokens.kind(k), TokenKind::Mark(':' | '-' | '\u{2013}' | '\u{2014}' | '\u{640}' | '/' | '|' | '(' | ')' | '[' | ']'))
}

/// Whether words can be a place, a name or a day in a date line.
fn is_plain(p: &Passage<'_>, piece: Range<usize>) -> bool {
    const SPEECH: u64 = Class::Resume.bit() | Class::Demonstrative.bit() | Class::Clause.bit();
    piece.len() <= PIECE && p.cues_in(piece.clone()).is_empty() && !piece.clone().any(|k| p.any(k, SPEECH))
        || piece.clone().all(|k| p.is_time(k))
}

/// How words name a medium.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// Behind a label, or in brackets: whatever name it is.
    Sure,
    /// Alone between marks: an agency, the outlet itself, or with the word for what it is; «الرياض» is a town.
    Bare,
}

/// The medium that words name whole; what a page's buttons left in Latin letters before it aside.
fn medium(scene: &Scene<'_>, cast: &mut Cast<'_>, piece: Range<usize>, naming: Naming) -> Option<MemberId> {
    let p = scene.passage;
    let registry = cast.registry();
    let buttons = piece.clone().take_while(|&k| p.tokens.word(k).is_ascii()).count();
    let start = if buttons < piece.len() { piece.start + buttons } else { piece.start };
    let piece = start..piece.end;
    let headed = p.is(start, Class::Outlet) && piece.len() <= PIECE;
    let bracketed = start > 0 && p.tokens.is_mark(start - 1, '(') && p.tokens.is_mark(piece.end, ')');
    for at in piece.clone().take(if headed { piece.len() } else { 1 }) {
        if let Some((end, known)) = registry.at(p, at, 0)
            && (end == piece.end || headed)
            && registry.entries[known.entry].kind == EntryKind::Media
        {
            let own = scene.outlet == Some(known.entry);
            let sure = headed || own || bracketed || naming == Naming::Sure || registry.entries[known.entry].is_agency;
            return sure.then(|| cast.of_entry(known.entry));
        }
    }
    if !headed || !p.cues_in(piece.clone()).is_empty() {
        return None;
    }
    let phrase = cast.phrase(p, piece, 0);
    (phrase.kind() == ActorKind::Media).then(|| cast.join(&phrase))
}
