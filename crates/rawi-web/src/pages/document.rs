//! One document: its text with statements and contacts marked, and their rows beside it.
//!
//! A mark leads to its row and a row to its mark. Pointing at one sets off the other: the style that does so is made
//! for each document, since the pages hold no script.

use std::fmt::Write;

use maud::{Markup, html};
use rawi_model::{Block, BlockRole, MentionKind, Reading};
use rawi_record::query::{ContactRow, StatementRow};
use rawi_text::CharSpan;

use super::part::{code, contact_facts, date, day, direction, facts, parties, who};
use super::{Frame, frame};
use crate::mark::{Piece, cut};

/// Something that is marked in the text.
enum Mark<'a> {
    /// A statement's words, by its place in the list.
    Words(usize),
    /// The same words elsewhere.
    Also(usize),
    /// The words that attribute a statement.
    Cue(usize),
    /// What tells of a contact.
    Contact(usize),
    /// An actor's name or role.
    Actor(&'a str),
}

/// The page of a document.
pub(crate) fn document(row: i64, reading: &Reading, statements: &[StatementRow], contacts: &[ContactRow]) -> Markup {
    let d = &reading.document;
    let title = d.title.as_deref().unwrap_or(&d.source);
    let outlet = d.outlet.as_deref().map(|key| reading.actor(key).map_or(key, |a| a.name.as_str()));
    let body = html! {
        div.document dir=(direction(d.language)) {
            article lang=[code(d.language)] { (text(reading, statements, contacts)) }
            aside dir="ltr" {
                p.facts {
                    span.tag { (d.genre.name()) } " " span.tag { (d.language.code()) } " "
                    @if let Some(published) = d.published.as_ref().map(date).filter(|p| !p.is_empty()) { span.day { (published) } " " }
                    @if let Some(outlet) = outlet { bdi { (outlet) } " " }
                    bdi.source { (d.source) }
                    @if let Some(url) = d.url.as_deref().filter(|u| u.starts_with("https://") || u.starts_with("http://")) {
                        " " a href=(url) rel="noreferrer noopener external" { "original" }
                    }
                }
                @if !contacts.is_empty() {
                    h2 { "Contacts" }
                    ul.rows {
                        @for (i, c) in contacts.iter().enumerate() {
                            li id={ "row-c" (i) } class={ "row c" (i) } {
                                p.who { (parties(c)) (day(&c.day)) }
                                p.facts { a.place href={ "#at-c" (i) } { (c.id) } " " (contact_facts(c)) }
                            }
                        }
                    }
                }
                @if !statements.is_empty() {
                    h2 { "Statements" }
                    ul.rows {
                        @for (i, s) in statements.iter().enumerate() {
                            li id={ "row-s" (i) } class={ "row s" (i) } {
                                p.who { (who(s)) (day(&s.day)) }
                                p.words dir=(direction(d.language)) lang=[code(d.language)] { (shortened(&s.words)) }
                                p.facts { a.place href={ "#at-s" (i) } { (s.id) } " " (facts(s, "")) }
                            }
                        }
                    }
                }
                @if statements.is_empty() && contacts.is_empty() { p.empty { "No statement and no contact was found in this document." } }
                @if !reading.notes.is_empty() {
                    h2 { "Notes" }
                    ul.notes { @for note in &reading.notes { li { code { (note.code) } " " bdi { (note.text) } } } }
                }
            }
        }
    };
    let (data, style) = (format!("/document/{row}.json"), format!("/document/{row}.css"));
    frame(&Frame { title, path: "", data: Some(&data), style: Some(&style), words: "" }, &body)
}

/// The style that sets off a mark's row and a row's marks.
pub(crate) fn ties(statements: usize, contacts: usize) -> String {
    let mut style = String::new();
    for (kind, count) in [('s', statements), ('c', contacts)] {
        for i in 0..count {
            let it = format!("{kind}{i}");
            // Writing to a string does not fail.
            let _ = writeln!(
                style,
                ".document:has(.{it}:hover) .{it}, .document:has(.{it}:focus-within) .{it}, \
                 .document:has(#at-{it}:target) .{it}, .document:has(#row-{it}:target) .{it} {{ background-color: var(--lit); }}"
            );
        }
    }
    style
}

/// The text with its marks, block by block.
fn text(reading: &Reading, statements: &[StatementRow], contacts: &[ContactRow]) -> Markup {
    let d = &reading.document;
    let mut marks: Vec<(CharSpan, Mark<'_>)> = Vec::new();
    for (i, c) in reading.contacts.iter().enumerate() {
        marks.extend(c.evidence.iter().map(|&span| (span, Mark::Contact(i))));
    }
    for (i, s) in reading.statements.iter().enumerate() {
        marks.extend(s.content.iter().map(|&span| (span, Mark::Words(i))));
        marks.extend(s.also.iter().map(|&span| (span, Mark::Also(i))));
        marks.extend(s.cue.iter().map(|cue| (cue.span, Mark::Cue(i))));
    }
    for a in &reading.actors {
        let named = a.mentions.iter().filter(|m| m.kind != MentionKind::Pronoun);
        marks.extend(named.map(|m| (m.span, Mark::Actor(&a.name))));
    }
    let blocks = paragraphs(&d.text, &d.blocks);
    let places: Vec<u32> = blocks.iter().flat_map(|b| [b.span.start, b.span.end]).collect();
    let spans: Vec<CharSpan> = marks.iter().map(|m| m.0).collect();
    let pieces = cut(&d.text, &spans, &places);
    let shown = Shown { marks: &marks, statements, contacts };
    let mut rest = pieces.as_slice();
    let mut seen = Vec::new();
    html! {
        @for block in &blocks {
            @let (before, inside) = take(&mut rest, block.span);
            @if before.iter().any(|p| !p.text.trim().is_empty()) { p { (shown.pieces(before, &mut seen)) } }
            @if inside.iter().any(|p| !p.text.trim().is_empty()) {
                @match block.role {
                    BlockRole::Headline => h1 class="headline" { (shown.pieces(inside, &mut seen)) },
                    role => p class=(role.name()) { (shown.pieces(inside, &mut seen)) },
                }
            }
        }
        @if rest.iter().any(|p| !p.text.trim().is_empty()) { p { (shown.pieces(rest, &mut seen)) } }
    }
}

/// The pieces before a block and in it, taken from the rest.
fn take<'p, 't>(rest: &mut &'p [Piece<'t>], block: CharSpan) -> (&'p [Piece<'t>], &'p [Piece<'t>]) {
    let (before, after) = rest.split_at(rest.partition_point(|p| p.start < block.start));
    let (inside, after) = after.split_at(after.partition_point(|p| p.start < block.end));
    *rest = after;
    (before, inside)
}

/// The blocks in order and without overlap; a text without blocks is cut at its lines.
fn paragraphs(text: &str, blocks: &[Block]) -> Vec<Block> {
    let mut list: Vec<Block> = blocks.iter().filter(|b| b.span.start < b.span.end).cloned().collect();
    list.sort_by_key(|b| (b.span.start, b.span.end));
    let mut at = 0;
    list.retain(|b| {
        let fits = b.span.start >= at;
        if fits {
            at = b.span.end;
        }
        fits
    });
    if list.is_empty() {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.chars().count() as u32;
            list.push(Block { span: CharSpan { start, end }, role: BlockRole::Body });
            start = end;
        }
    }
    list
}

/// The marks of a text with the rows that tell about them.
struct Shown<'a> {
    marks: &'a [(CharSpan, Mark<'a>)],
    statements: &'a [StatementRow],
    contacts: &'a [ContactRow],
}

impl Shown<'_> {
    /// Pieces as markup. `seen` are the anchors that stand already: each stands once.
    fn pieces(&self, pieces: &[Piece<'_>], seen: &mut Vec<String>) -> Markup {
        html! {
            @for piece in pieces {
                @for anchor in self.anchors(piece, seen) { span.anchor id=(anchor) {} }
                @let classes = self.classes(piece);
                @match self.inmost(piece) {
                    Some((target, tip)) => a class={ "mark " (classes) } href=(target) title=(tip) { (piece.text) },
                    None if classes.is_empty() => (piece.text),
                    None => span class=(classes) title=[self.named(piece)] { (piece.text) },
                }
            }
        }
    }

    /// The names of the statements and contacts that begin here for the first time.
    fn anchors(&self, piece: &Piece<'_>, seen: &mut Vec<String>) -> Vec<String> {
        let mut new = Vec::new();
        for &mark in &piece.begins {
            let name = match self.marks[mark].1 {
                Mark::Words(i) => format!("at-s{i}"),
                Mark::Contact(i) => format!("at-c{i}"),
                _ => continue,
            };
            if !seen.contains(&name) {
                seen.push(name.clone());
                new.push(name);
            }
        }
        new
    }

    fn classes(&self, piece: &Piece<'_>) -> String {
        let mut classes: Vec<String> = Vec::new();
        for &mark in &piece.marks {
            match self.marks[mark].1 {
                Mark::Words(i) => classes.extend(["words".to_owned(), format!("s{i}")]),
                Mark::Also(i) => classes.extend(["also".to_owned(), format!("s{i}")]),
                Mark::Cue(i) => classes.extend(["cue".to_owned(), format!("s{i}")]),
                Mark::Contact(i) => classes.extend(["contact".to_owned(), format!("c{i}")]),
                Mark::Actor(_) => classes.push("named".to_owned()),
            }
        }
        classes.sort_unstable();
        classes.dedup();
        classes.join(" ")
    }

    /// The row to which a piece leads, that of the shortest mark over it, and what it says in short.
    fn inmost(&self, piece: &Piece<'_>) -> Option<(String, String)> {
        let length = |mark: usize| self.marks[mark].0.end - self.marks[mark].0.start;
        let rows = piece.marks.iter().copied().filter(|&mark| !matches!(self.marks[mark].1, Mark::Actor(_)));
        match self.marks[rows.min_by_key(|&mark| (length(mark), std::cmp::Reverse(mark)))?].1 {
            Mark::Words(i) | Mark::Also(i) | Mark::Cue(i) => Some((format!("#row-s{i}"), said(self.statements.get(i)?))),
            Mark::Contact(i) => Some((format!("#row-c{i}"), met(self.contacts.get(i)?))),
            Mark::Actor(_) => None,
        }
    }

    fn named(&self, piece: &Piece<'_>) -> Option<&str> {
        piece.marks.iter().rev().find_map(|&mark| match self.marks[mark].1 {
            Mark::Actor(name) => Some(name),
            _ => None,
        })
    }
}

/// A statement in short. Each name is isolated, since a tip holds no markup.
fn said(row: &StatementRow) -> String {
    let isolate = |name: &str| format!("\u{2068}{name}\u{2069}");
    let mut words = row.speaker.as_ref().map_or_else(|| "nobody named".to_owned(), |a| isolate(&a.name));
    for (word, list) in [("to", &row.audience), ("via", &row.via)] {
        for one in list {
            let _ = write!(words, " {word} {}", isolate(&one.name));
        }
    }
    let _ = write!(words, "\n{} · {} · {:.2}", row.form.name(), row.basis, row.confidence);
    words
}

/// A contact in short.
fn met(row: &ContactRow) -> String {
    let names: Vec<String> = row.parties.iter().map(|p| format!("\u{2068}{}\u{2069}", p.actor.name)).collect();
    format!("{}: {}\n{} · {} · {:.2}", row.kind.name(), names.join(" – "), row.status.name(), row.basis, row.confidence)
}

/// The beginning of long words.
fn shortened(words: &str) -> String {
    const MOST: usize = 240;
    match words.char_indices().nth(MOST) {
        None => words.to_owned(),
        Some((end, _)) => {
            let whole = words[..end].rfind(char::is_whitespace).filter(|&at| at > 0).unwrap_or(end);
            format!("{} …", words[..whole].trim_end())
        }
    }
}
