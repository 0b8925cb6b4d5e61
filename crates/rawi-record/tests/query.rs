//! Questions to a record, in both keyboards' letters.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

mod common;

use rawi_model::{ContactKind, Genre, Language};
use rawi_record::query::{ContactFilter, DocumentFilter, Page, StatementFilter, TimelineFilter, TimelineRow, parse_since, parse_until};
use rawi_record::{Record, RecordError};

fn full() -> (tempfile::TempDir, Record) {
    let folder = tempfile::tempdir().unwrap();
    let mut record = Record::create_or_open(&folder.path().join("rawi.db")).unwrap();
    for reading in common::readings() {
        record.put(&reading).unwrap();
    }
    (folder, record)
}

fn said(record: &Record, filter: StatementFilter) -> Vec<String> {
    let rows = record.statements(&filter).unwrap();
    assert_eq!(record.count_statements(&filter).unwrap() as usize, rows.len());
    rows.into_iter().map(|r| format!("{}/{}", r.document.source.rsplit('/').next().unwrap(), r.id)).collect()
}

fn by(name: &str) -> StatementFilter {
    StatementFilter { speaker: Some(name.to_owned()), ..StatementFilter::default() }
}

#[test]
fn words_are_found_however_they_are_typed() {
    let (_folder, record) = full();
    let found = |words: &str| {
        let found = record.search(words, Page::default()).unwrap();
        assert_eq!(record.count_found(words).unwrap() as usize, found.len());
        found.into_iter().map(|f| f.document.source).collect::<Vec<_>>()
    };
    // "we measure": with the non-joiner, without it; "border river" in Arabic letters; "technical committee" without marks.
    for words in ["می\u{200C}گیریم", "میگیریم", "رودخانه مرزي", "«رودخانه مرزی»", "ايستگاههاي تازه", "رودخان*"]
    {
        assert_eq!(found(words), ["news/fa/ab.txt"], "{words}");
    }
    for words in ["لجنة فنية", "لجنه فنیه", "لجنةً فنيّةً"] {
        assert_eq!(found(words), ["news/ar/miyah.jsonl#17"], "{words}");
    }
    assert_eq!(found("«مرزی رودخانه»"), [""; 0]);
    assert_eq!(found("؟!"), [""; 0]);
    assert_eq!(found("\" ( * OR AND ^"), [""; 0]);
    let best = &record.search("القياس", Page::first(1)).unwrap()[0];
    let text = record.document(&best.document.source).unwrap().document.text;
    assert_eq!(best.snippet.span.of(&text), best.snippet.text);
    assert!(best.snippet.hits.iter().all(|h| h.of(&text).ends_with("قياس")));
    assert!(!best.snippet.hits.is_empty());
}

#[test]
fn speakers_are_found_by_any_of_their_names() {
    let (_folder, record) = full();
    let all = ["ab.txt/s2", "miyah.jsonl#17/s0", "miyah.jsonl#17/s2"];
    for name in ["سالم الوادی", "سالم الوادي", "الوادي", "Salim al-Wadi", "WADI salim", "wadi"] {
        assert_eq!(said(&record, by(name)), all, "{name}");
    }
    // Each word must be a word of one name.
    assert!(said(&record, by("سالم رودی")).is_empty());
    assert!(said(&record, by("الواد")).is_empty());
    assert!(said(&record, by("«»")).is_empty());
    // A role, or a name that only the text gives, holds in the document that gives it.
    assert_eq!(said(&record, by("وزير الموارد المائية")), ["miyah.jsonl#17/s0", "miyah.jsonl#17/s2"]);
    assert_eq!(said(&record, by("وزیر منابع آب نخلستان")), all);
    assert_eq!(said(&record, by("وزیر منابع آب نخلستان سالم")), [""; 0]);
    assert_eq!(said(&record, by("رئیس فدراسیون")), [""; 0]);
    assert_eq!(said(&record, by("ليلي المرجاني")), ["risala.txt/s0", "risala.txt/s1"]);
}

#[test]
fn audience_chain_words_and_days() {
    let (_folder, record) = full();
    let filter = |audience: &str, via: &str, words: &str| StatementFilter {
        audience: Some(audience.to_owned()),
        via: Some(via.to_owned()),
        words: Some(words.to_owned()),
        ..StatementFilter::default()
    };
    assert_eq!(said(&record, filter("رودی", "", "")), ["ab.txt/s2"]);
    assert_eq!(said(&record, filter("", "النخلة", "")), ["miyah.jsonl#17/s0", "miyah.jsonl#17/s1", "miyah.jsonl#17/s2"]);
    assert_eq!(said(&record, filter("مصدر مطلع", "صحيفه النخله", "الاتفاق")), ["miyah.jsonl#17/s2"]);
    assert_eq!(said(&record, filter("", "", "التأشيرة")), ["risala.txt/s0", "risala.txt/s1"]);
    let days =
        |since: &str, until: &str| StatementFilter { since: parse_since(since), until: parse_until(until), ..StatementFilter::default() };
    assert_eq!(said(&record, days("2024-05", "2024-05")), ["risala.txt/s0", "risala.txt/s1"]);
    assert_eq!(said(&record, days("2024-09-06", "2024-09-06")), ["miyah.jsonl#17/s1", "miyah.jsonl#17/s2", "miyah.jsonl#17/s3"]);
    assert_eq!(said(&record, days("2025", "")), [""; 0]);
    let page = StatementFilter { page: Page { limit: Some(2), offset: 1 }, ..by("الوادي") };
    let rows = record.statements(&page).unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].day.basis.as_deref(), rows[0].day.from.as_deref()), (Some("contact"), Some("2024-09-05")));
    assert_eq!(rows[1].via.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["مصدر مطلع", "صحيفة النخلة"]);
    assert_eq!((rows[1].day.basis.as_deref(), rows[1].day.from.as_deref()), (Some("published"), Some("2024-09-06")));
}

#[test]
fn contacts_by_party_kind_and_day() {
    let (_folder, record) = full();
    let ids = |filter: ContactFilter| {
        let rows = record.contacts(&filter).unwrap();
        assert_eq!(record.count_contacts(&filter).unwrap() as usize, rows.len());
        rows.into_iter().map(|r| format!("{}/{}", r.document.source.rsplit('/').next().unwrap(), r.id)).collect::<Vec<_>>()
    };
    let with = |names: &[&str]| ContactFilter { with: names.iter().map(|n| (*n).to_owned()).collect(), ..ContactFilter::default() };
    assert_eq!(ids(with(&["Rudi", "الوادي"])), ["ab.txt/c0", "miyah.jsonl#17/c0", "miyah.jsonl#17/c1"]);
    assert_eq!(ids(with(&["رودی", "کاویان"])), [""; 0]);
    assert_eq!(ids(ContactFilter { kind: Some(ContactKind::Call), ..ContactFilter::default() }), ["varzesh.html/c0"]);
    let october = ContactFilter { since: parse_since("2024-10-10"), until: parse_until("2024-10-20"), ..ContactFilter::default() };
    assert_eq!(ids(october), ["miyah.jsonl#17/c1"]);
}

#[test]
fn the_timeline_is_in_order_of_day() {
    let (_folder, record) = full();
    let rows = record.timeline(&TimelineFilter::default()).unwrap();
    let shown: Vec<String> = rows
        .iter()
        .map(|row| match row {
            TimelineRow::Statement(s) => format!("{} {}", s.day.from.as_deref().unwrap(), s.id),
            TimelineRow::Contact(c) => format!("{} {}", c.day.from.as_deref().unwrap(), c.id),
        })
        .collect();
    assert_eq!(shown[0], "2024-05-02 c0");
    assert!(shown.is_sorted_by_key(|s| s[..10].to_owned()));
    // Nothing of the sports report has a day.
    assert_eq!(shown.len(), 4 + 6 + 3);
    let filter = TimelineFilter {
        who: Some("Rudi".to_owned()),
        since: parse_since("2024-09"),
        until: parse_until("2024-09-30"),
        ..TimelineFilter::default()
    };
    assert_eq!(record.timeline(&filter).unwrap().len(), 2 + 3);
    assert_eq!(record.count_timeline(&filter).unwrap(), 5);
}

#[test]
fn documents_by_words_language_genre_and_day() {
    let (_folder, record) = full();
    let sources = |filter: DocumentFilter| {
        let rows = record.documents(&filter).unwrap();
        assert_eq!(record.count_documents(&filter).unwrap() as usize, rows.len());
        rows.into_iter().map(|r| r.document.source).collect::<Vec<_>>()
    };
    assert_eq!(sources(DocumentFilter::default()).len(), 4);
    assert_eq!(
        sources(DocumentFilter { language: Some(Language::Ar), genre: Some(Genre::Letter), ..DocumentFilter::default() }),
        ["news/ar/risala.txt"]
    );
    assert_eq!(sources(DocumentFilter { words: Some("ساری".into()), ..DocumentFilter::default() }).len(), 2);
    assert_eq!(sources(DocumentFilter { until: parse_until("2024-06"), ..DocumentFilter::default() }), ["news/ar/risala.txt"]);
    assert_eq!(record.documents(&DocumentFilter::default()).unwrap()[1].statements, 4);
    assert!(matches!(record.document_row("x"), Err(RecordError::NoDocument(_))));
}
