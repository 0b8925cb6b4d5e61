//! What is put in comes back as it was, and nothing is there twice.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

mod common;

use std::path::Path;

use proptest::prelude::*;
use rawi_model::Reading;
use rawi_record::{Entry, Put, Record, RecordError};
use rawi_text::CharSpan;
use rawi_time::{Basis, Dated, Day, Value};

fn record(folder: &tempfile::TempDir) -> Record {
    Record::create_or_open(&folder.path().join("rawi.db")).unwrap()
}

#[test]
fn gives_back_what_was_put_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = record(&folder);
    for reading in common::readings() {
        assert_eq!(record.put(&reading).unwrap(), Put::New);
    }
    for reading in &common::readings() {
        let back = record.document(&reading.document.source).unwrap();
        assert_eq!(serde_json::to_string(&back).unwrap(), serde_json::to_string(reading).unwrap());
        assert_eq!(&record.document(&reading.document.id).unwrap(), reading);
    }
    record.check().unwrap();
    assert_eq!(record.document("ab.txt").unwrap().document.source, "news/fa/ab.txt");
    assert_eq!(record.document("17").unwrap().document.source, "news/ar/miyah.jsonl#17");
    assert!(matches!(record.document(".txt"), Err(RecordError::Ambiguous { sources, .. }) if sources.len() == 2));
    assert!(matches!(record.document("nowhere"), Err(RecordError::NoDocument(_))));
    assert!(matches!(record.document(""), Err(RecordError::NoDocument(_))));
}

#[test]
fn a_changed_document_is_replaced_and_an_unchanged_one_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rawi.db");
    let mut record = record(&folder);
    let readings = common::readings();
    for reading in &readings {
        record.put(reading).unwrap();
    }
    let before = common::dump(&path);
    for reading in &readings {
        assert_eq!(record.put(reading).unwrap(), Put::Unchanged);
    }
    assert_eq!(common::dump(&path), before);

    // The second document becomes other words, with one statement left, and loses the actors of the first.
    let mut other = readings[3].clone();
    other.document.source = readings[1].document.source.clone();
    other.document.sha256 = "00".repeat(32);
    other.contacts.clear();
    assert_eq!(record.put(&other).unwrap(), Put::Changed);
    assert_eq!(record.document(&other.document.source).unwrap(), other);
    let counts = record.counts().unwrap();
    let statements: usize = [&readings[0], &other, &readings[2], &readings[3]].iter().map(|r| r.statements.len()).sum();
    assert_eq!((counts.documents, counts.statements as usize), (4, statements));
    assert!(record.search("القياس", rawi_record::query::Page::first(9)).unwrap().is_empty());
    record.check().unwrap();

    // And back again: the rows are those of before, but for the numbers of statements, contacts and lone actors.
    assert_eq!(record.put(&readings[1]).unwrap(), Put::Changed);
    assert_eq!(common::dump(&path).len(), before.len() + names_left(&path, &before));
    for reading in &readings {
        assert_eq!(&record.document(&reading.document.source).unwrap(), reading);
    }
    record.check().unwrap();
}

/// The words of names are a vocabulary: they stay when the document that brought them goes.
fn names_left(path: &Path, before: &[String]) -> usize {
    let count = |lines: &[String]| lines.iter().filter(|l| l.starts_with("name|")).count();
    count(&common::dump(path)) - count(before)
}

#[test]
fn an_actor_of_the_registry_goes_with_its_last_document() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rawi.db");
    let mut record = record(&folder);
    let readings = common::readings();
    record.put(&readings[0]).unwrap();
    assert_eq!(common::dump(&path).iter().filter(|l| l.starts_with("actor|")).count(), 3);
    let mut bare = readings[0].clone();
    bare.document.sha256 = "11".repeat(32);
    bare.actors.clear();
    record.put(&bare).unwrap();
    assert!(!common::dump(&path).iter().any(|l| l.starts_with("actor|") || l.starts_with("actor_name|")));
    record.check().unwrap();
}

#[test]
fn the_same_inputs_give_the_same_rows() {
    let folder = tempfile::tempdir().unwrap();
    let readings = common::many(40);
    let dumps: Vec<Vec<String>> = [1usize, 7, 40]
        .iter()
        .map(|&batch| {
            let path = folder.path().join(format!("{batch}.db"));
            for part in readings.chunks(batch) {
                let mut record = Record::create_or_open(&path).unwrap();
                let mut import = record.import().unwrap();
                for reading in part {
                    import.put(&Entry::new(reading.clone())).unwrap();
                }
                import.finish().unwrap();
            }
            common::dump(&path)
        })
        .collect();
    assert_eq!(dumps[0], dumps[1]);
    assert_eq!(dumps[0], dumps[2]);
}

#[test]
fn what_is_not_finished_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = record(&folder);
    let readings = common::readings();
    let mut import = record.import().unwrap();
    import.put(&Entry::new(readings[0].clone())).unwrap();
    drop(import);
    assert_eq!(record.counts().unwrap().documents, 0);
    let mut import = record.import().unwrap();
    import.put(&Entry::new(readings[1].clone())).unwrap();
    import.finish().unwrap();
    assert_eq!(record.counts().unwrap().documents, 1);
    assert_eq!(record.known(&readings[1].document.source).unwrap().as_deref(), Some(readings[1].document.sha256.as_str()));
    assert_eq!(record.known(&readings[0].document.source).unwrap(), None);
}

fn any_date() -> impl Strategy<Value = Option<Dated>> {
    let value = prop_oneof![
        Just(None),
        (-700_000i32..700_000).prop_map(|d| Some(Value::Day(Day(d)))),
        (1i32..3000, 1u8..13).prop_map(|(y, m)| Some(Value::Month(y, m))),
        (1i32..3000).prop_map(|y| Some(Value::Year(y))),
    ];
    let day = || proptest::option::of((-700_000i32..700_000).prop_map(Day));
    let basis = proptest::collection::vec(prop_oneof![Just(Basis::Written), Just(Basis::Url), Just(Basis::Paired)], 0..3);
    proptest::option::of((value, day(), day(), basis).prop_map(|(value, earliest, latest, basis)| Dated { value, earliest, latest, basis }))
}

fn any_span() -> impl Strategy<Value = CharSpan> {
    (any::<u32>(), any::<u32>()).prop_map(|(start, end)| CharSpan { start, end })
}

prop_compose! {
    /// One of the four readings with anything at all in its free places: words, spans, dates, keys that lead nowhere.
    fn any_reading()(
        of in 0usize..4,
        text in ".{0,80}",
        title in proptest::option::of(".{0,20}"),
        name in ".{0,20}",
        key in proptest::option::of("a[0-9]"),
        keys in proptest::collection::vec("(a[0-3]|x|)", 0..4),
        spans in proptest::collection::vec(any_span(), 0..4),
        dates in (any_date(), any_date(), any_date()),
        confidence in 0f32..1.0,
    ) -> Reading {
        let mut reading = common::readings().swap_remove(of);
        reading.document.text = text;
        reading.document.title = title;
        reading.document.published = dates.0;
        reading.document.outlet.clone_from(&key);
        for actor in reading.actors.iter_mut().filter(|a| a.registry.is_none()) {
            actor.name.clone_from(&name);
            actor.names.insert("xx".to_owned(), name.clone());
        }
        for s in &mut reading.statements {
            s.speaker.clone_from(&key);
            s.audience.clone_from(&keys);
            s.via.clone_from(&keys);
            s.content.clone_from(&spans);
            s.also.clone_from(&spans);
            s.date.clone_from(&dates.1);
            s.confidence = confidence;
        }
        for c in &mut reading.contacts {
            c.date.clone_from(&dates.2);
            c.evidence.clone_from(&spans);
            c.via.clone_from(&keys);
            for p in &mut c.parties {
                p.actor = keys.first().cloned().unwrap_or_default();
            }
        }
        reading
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn any_reading_comes_back(readings in proptest::collection::vec(any_reading(), 1..4)) {
        let folder = tempfile::tempdir().unwrap();
        let mut record = record(&folder);
        for (n, reading) in readings.iter().enumerate() {
            let mut reading = reading.clone();
            reading.document.sha256 = n.to_string();
            record.put(&reading).unwrap();
            prop_assert_eq!(record.document(&reading.document.source).unwrap(), reading);
        }
        record.check().unwrap();
        record.timeline(&rawi_record::query::TimelineFilter::default()).unwrap();
        record.search("ا", rawi_record::query::Page::default()).unwrap();
    }
}
