//! The reports of one event, side by side, for people and as a table.

use std::fmt::Write;

use rawi_record::query::{Comparison, Credit, Said, SaidRow, Text};

use crate::output::{Style, isolate};
use crate::table::Row;
use crate::text::{date, put_event};

/// For people.
pub(crate) fn text(c: &Comparison, style: Style) -> String {
    let mut out = String::new();
    put_event(&mut out, &c.event, style);
    for text in &c.texts {
        out.push('\n');
        put_text(&mut out, text, style);
    }
    let (together, alone): (Vec<_>, Vec<_>) = c.said.iter().partition(|row| row.tellings.len() > 1);
    heading(&mut out, "said, as read in several reports", style, together.is_empty());
    for row in together {
        let topics: Vec<&str> = row.topics.iter().map(String::as_str).collect();
        let lacking =
            if row.lacking.is_empty() { String::new() } else { format!("  {}", style.faint(&format!("not in {}", items(&row.lacking)))) };
        let _ = writeln!(out, "  {} {}{lacking}{}", isolate(&row.speaker), topics.join(", "), elsewhere(row, style));
        row.tellings.iter().for_each(|s| put_said(&mut out, s, style));
    }
    heading(&mut out, "said, as read in one report alone", style, alone.is_empty());
    for row in alone {
        for said in &row.tellings {
            let _ = writeln!(out, "  {}{}", isolate(&row.speaker), elsewhere(row, style));
            put_said(&mut out, said, style);
        }
    }
    heading(&mut out, "not aligned: too little is said to tell", style, c.not_aligned.is_empty());
    c.not_aligned.iter().for_each(|s| put_said(&mut out, s, style));
    heading(&mut out, "numbers that not all reports have", style, c.numbers.is_empty());
    for (number, having) in &c.numbers {
        let _ = writeln!(out, "  {number}  {}", items(having));
    }
    out
}

fn heading(out: &mut String, words: &str, style: Style, none: bool) {
    if !none {
        let _ = writeln!(out, "\n{}", style.strong(words));
    }
}

/// Where the words stand without having been read as said, and where that cannot be told.
fn elsewhere(row: &SaidRow, style: Style) -> String {
    let part = |label: &str, numbers: &[u32]| {
        if numbers.is_empty() { String::new() } else { format!("  {}", style.faint(&format!("{label} {}", items(numbers)))) }
    };
    part("words also stand in", &row.unread) + &part("cannot tell of", &row.unclear)
}

fn items(numbers: &[u32]) -> String {
    numbers.iter().map(|n| format!("[{}]", n + 1)).collect::<Vec<_>>().join(" ")
}

fn put_text(out: &mut String, text: &Text, style: Style) {
    let sides =
        if text.sides.is_empty() { String::new() } else { format!(" ({})", text.sides.iter().cloned().collect::<Vec<_>>().join(", ")) };
    for (n, report) in text.carried.iter().enumerate() {
        let head = if n == 0 { format!("[{}]", text.item + 1) } else { "   ".to_owned() };
        let outlet = report.outlet.as_ref().map_or_else(|| "no outlet known".to_owned(), |o| isolate(o));
        let published = report.published.as_ref().map_or_else(String::new, |p| format!(" · published {p}"));
        let side = if n == 0 { sides.as_str() } else { "" };
        let _ = writeln!(out, "  {head} {outlet}{side} · {}{published}  {}", report.language.code(), style.faint(&isolate(&report.source)));
    }
    let day = text.carried.iter().find_map(|r| r.date.as_ref()).map_or_else(|| "not read".to_owned(), date);
    let _ = writeln!(out, "      day           {day}");
    if let Some(status) = text.status {
        let _ = writeln!(out, "      status        {}", status.name());
    }
    for (label, value) in [("named first", &text.first), ("place", &text.place)] {
        let _ = writeln!(out, "      {label:<13} {}", value.as_ref().map_or_else(|| "not read".to_owned(), |v| isolate(v)));
    }
    let credit = match &text.credit {
        Credit::Carried(name) => Some(format!("an item of {}", isolate(name))),
        Credit::Named(name) => Some(format!("names {}", isolate(name))),
        Credit::Shared => Some("several outlets print the same; no agency is named".to_owned()),
        Credit::Unknown => None,
    };
    if let Some(credit) = credit {
        let _ = writeln!(out, "      source        {credit}");
    }
    for (speaker, topics) in text.topics.iter().filter(|t| !t.1.is_empty()) {
        let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
        let _ = writeln!(out, "      topics        {}: {}", isolate(speaker), topics.join(", "));
    }
}

fn put_said(out: &mut String, said: &Said, style: Style) {
    let cue = said.cue.as_ref().map_or_else(String::new, |cue| format!("{}: ", style.faint(&isolate(cue))));
    let _ = writeln!(out, "    [{}] {cue}{}", said.item + 1, isolate(&said.words));
    let _ = writeln!(out, "        {}", style.faint(&format!("{} {}", isolate(&said.source), said.statement)));
}

/// One thing said, as one report gives it.
pub(crate) struct Line {
    row: String,
    speaker: String,
    topics: String,
    lacking: String,
    said: Said,
}

/// What is said, one line for each report that has it; what is not aligned has no row.
pub(crate) fn lines(c: &Comparison) -> Vec<Line> {
    let rows = c.said.iter().enumerate().flat_map(|(n, row)| {
        row.tellings.iter().map(move |said| Line {
            row: (n + 1).to_string(),
            speaker: row.speaker.clone(),
            topics: row.topics.iter().cloned().collect::<Vec<_>>().join("; "),
            lacking: row.lacking.iter().map(|n| (n + 1).to_string()).collect::<Vec<_>>().join("; "),
            said: said.clone(),
        })
    });
    let open = c.not_aligned.iter().map(|said| Line {
        row: String::new(),
        speaker: said.speaker.clone().unwrap_or_default(),
        topics: String::new(),
        lacking: String::new(),
        said: said.clone(),
    });
    rows.chain(open).collect()
}

impl Row for Line {
    const HEADER: &'static [&'static str] =
        &["row", "speaker", "topics", "report", "lacking", "source", "statement", "language", "cue", "words"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.row.clone(),
            self.speaker.clone(),
            self.topics.clone(),
            (self.said.item + 1).to_string(),
            self.lacking.clone(),
            self.said.source.clone(),
            self.said.statement.clone(),
            self.said.language.code().to_owned(),
            self.said.cue.clone().unwrap_or_default(),
            self.said.words.clone(),
        ]
    }
}
