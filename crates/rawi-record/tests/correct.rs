//! Corrections: what they do, that they hold for what comes later, that undone ones leave nothing.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

mod common;

use std::path::Path;

use proptest::prelude::*;
use rawi_model::{ActorKind, Names};
use rawi_record::correct::{Added, Correction};
use rawi_record::query::{ContactFilter, StatementFilter, TimelineFilter};
use rawi_record::{Record, RecordError};
use rusqlite::Connection;

const RUDI: &str = "person/bahram-rudi";
const WADI: &str = "person/salim-alwadi";
const NEGAR: &str = "person:نگار دریانی";
const LAYLA: &str = "person:لیلی المرجانی";
const NASIR: &str = "person:ناصر الصافی";

fn record(folder: &tempfile::TempDir) -> Record {
    Record::create_or_open(&folder.path().join("rawi.db")).unwrap()
}

fn full() -> (tempfile::TempDir, Record) {
    let folder = tempfile::tempdir().unwrap();
    let mut record = record(&folder);
    for reading in common::readings() {
        record.put(&reading).unwrap();
    }
    (folder, record)
}

/// The statements of a speaker, with the name under which each shows him.
fn said(record: &Record, speaker: &str) -> Vec<(String, String)> {
    let filter = StatementFilter { speaker: Some(speaker.to_owned()), ..StatementFilter::default() };
    let rows = record.statements(&filter).unwrap();
    rows.into_iter().map(|r| (format!("{}/{}", r.document.source.rsplit('/').next().unwrap(), r.id), r.speaker.unwrap().name)).collect()
}

fn places(record: &Record, speaker: &str) -> Vec<String> {
    said(record, speaker).into_iter().map(|s| s.0).collect()
}

fn merge(a: &str, b: &str) -> Correction {
    Correction::Merge { subject: a.to_owned(), object: b.to_owned() }
}

fn not_same(a: &str, b: &str) -> Correction {
    Correction::NotSame { subject: a.to_owned(), object: b.to_owned() }
}

fn rename(a: &str, name: &str) -> Correction {
    Correction::Rename { subject: a.to_owned(), object: name.to_owned() }
}

fn split(a: &str, name: Option<&str>) -> Correction {
    Correction::Split { subject: a.to_owned(), object: name.map(ToOwned::to_owned) }
}

fn add(kind: ActorKind, names: &[(&str, &str)], wikidata: Option<&str>) -> Correction {
    let names: Names = names.iter().map(|(l, n)| ((*l).to_owned(), (*n).to_owned())).collect();
    let object = Added { kind, names, wikidata: wikidata.map(ToOwned::to_owned) };
    Correction::Add { subject: object.address().unwrap(), object }
}

#[test]
fn merged_actors_are_found_and_shown_as_one() {
    let (_folder, mut record) = full();
    let (negar, layla) = (places(&record, "نگار دریانی"), places(&record, "ليلى المرجاني"));
    assert!(!negar.is_empty() && !layla.is_empty());
    record.correct(&merge(NEGAR, LAYLA), Some("یکی هستند")).unwrap(); // "they are one"
    let both: Vec<String> = [negar, layla].concat();
    for name in ["نگار دریانی", "ليلى المرجاني", NEGAR, LAYLA] {
        assert_eq!(places(&record, name), both, "{name}");
        assert!(said(&record, name).iter().all(|s| s.1 == "نگار دریانی"), "{name}");
    }
    let shown = record.document("risala.txt").unwrap();
    assert!(shown.actors.iter().any(|a| a.name == "نگار دریانی") && !shown.actors.iter().any(|a| a.name == "ليلى المرجاني"));
    // Shown as an actor of the registry, by its name in the language of each document.
    record.correct(&merge(RUDI, NEGAR), None).unwrap();
    assert!(said(&record, "Bahram Rudi").iter().any(|s| s.0.starts_with("risala") && s.1 == "بهرام رودي"));
    assert!(said(&record, "Bahram Rudi").iter().any(|s| s.0.starts_with("varzesh") && s.1 == "بهرام رودی"));
    assert_eq!(said(&record, "ليلى المرجاني"), said(&record, RUDI));
    let shown = record.document("risala.txt").unwrap();
    let one = shown.actors.iter().find(|a| a.name == "بهرام رودي").unwrap();
    assert_eq!((one.registry.as_deref(), one.names.get("en").map(String::as_str)), (Some(RUDI), Some("Bahram Rudi")));
    record.check().unwrap();
}

#[test]
fn split_takes_back_a_merge_or_parts_one_document() {
    let (_folder, mut record) = full();
    let all = places(&record, WADI);
    assert_eq!(all, ["ab.txt/s2", "miyah.jsonl#17/s0", "miyah.jsonl#17/s2"]);
    record.correct(&merge(WADI, NASIR), None).unwrap();
    record.correct(&split(NASIR, None), None).unwrap();
    assert_eq!(places(&record, WADI), all);
    let again = record.correct(&merge(WADI, NASIR), None).unwrap();
    assert_eq!(places(&record, WADI), places(&record, NASIR));
    record.undo_correction(again).unwrap();
    assert_eq!(places(&record, WADI), all);
    assert!(matches!(record.correct(&split(NEGAR, None), None), Err(RecordError::Correction(_))));
    let one = record.actor_address("سالم الوادي", Some("ab.txt")).unwrap();
    assert_eq!(one, format!("{WADI}@news/fa/ab.txt"));
    assert_eq!(record.name_in(&one).unwrap().as_deref(), Some("سالم الوادی"));
    record.correct(&split(&one, Some("سالم الوادی")), None).unwrap();
    assert_eq!(places(&record, WADI), all[1..]);
    assert_eq!(places(&record, "Salim al-Wadi"), all[1..]);
    assert_eq!(places(&record, &one), all[..1]);
    // Both still bear the name that both documents give them.
    assert_eq!(places(&record, "سالم الوادي"), all);
    assert!(record.document("ab.txt").unwrap().actors.iter().all(|a| a.registry.as_deref() != Some(WADI)));
    record.correct(&rename(&one, "سالم وادی شاعر"), None).unwrap(); // "the poet"
    assert_eq!(said(&record, "شاعر"), [("ab.txt/s2".to_owned(), "سالم وادی شاعر".to_owned())]);
    let filter = ContactFilter { with: vec![one.clone(), RUDI.to_owned()], ..ContactFilter::default() };
    assert_eq!(record.contacts(&filter).unwrap().len(), 1);
}

#[test]
fn a_pair_that_is_not_the_same_is_never_joined() {
    let (_folder, mut record) = full();
    let (negar, layla) = (places(&record, NEGAR), places(&record, LAYLA));
    record.correct(&merge(NEGAR, NASIR), None).unwrap();
    record.correct(&merge(LAYLA, NASIR), None).unwrap();
    assert_eq!(places(&record, LAYLA), places(&record, NEGAR));
    let parted = record.correct(&not_same(NEGAR, LAYLA), None).unwrap();
    assert_eq!(places(&record, NEGAR), negar);
    assert_eq!(places(&record, LAYLA), layla);
    for wrong in [merge(LAYLA, NEGAR), merge(NASIR, NEGAR), not_same(RUDI, RUDI), not_same(NEGAR, LAYLA)] {
        assert!(matches!(record.correct(&wrong, None), Err(RecordError::Correction(_))), "{wrong:?}");
    }
    record.undo_correction(parted).unwrap();
    assert_eq!(places(&record, LAYLA), places(&record, NEGAR));
    assert!(matches!(record.undo_correction(parted), Err(RecordError::Correction(_))));
    assert!(matches!(record.undo_correction(99), Err(RecordError::NoCorrection(99))));
    assert_eq!(record.corrections().unwrap().iter().map(|e| e.undone.is_some()).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn an_added_actor_is_found_by_all_its_names() {
    let (_folder, mut record) = full();
    let negar = places(&record, NEGAR);
    let names = [("fa", "نگار دریانی"), ("ar", "نكار درياني"), ("en", "Negar Daryani")];
    record.correct(&add(ActorKind::Person, &names, Some("Q17")), None).unwrap();
    for name in ["نكار درياني", "Daryani", "negar daryani", "Q17"] {
        assert_eq!(places(&record, name), negar, "{name}");
    }
    let found = record.actors_called("Daryani").unwrap();
    assert_eq!((found.len(), found[0].id.as_str(), found[0].statements as usize), (1, "Q17", negar.len()));
    let one = record.document("varzesh.html").unwrap().actors.into_iter().find(|a| a.name == "نگار دریانی").unwrap();
    assert_eq!((one.wikidata.as_deref(), one.names.len()), (Some("Q17"), 3));
    // A namesake makes the name lead to neither.
    let other = record.correct(&add(ActorKind::Person, &[("fa", "نگار دریانی")], Some("Q18")), None).unwrap();
    assert!(places(&record, "Q17").is_empty() && places(&record, "Daryani").is_empty());
    assert_eq!(places(&record, "نگار دریانی"), negar);
    record.undo_correction(other).unwrap();
    assert_eq!(places(&record, "Q17"), negar);
    // An office of that name is somebody else.
    record.correct(&add(ActorKind::Office, &[("ar", "ليلى المرجاني"), ("en", "the chair")], None), None).unwrap();
    assert!(places(&record, "chair").is_empty());
}

#[test]
fn an_added_actor_is_the_one_of_the_registry_with_its_wikidata_id() {
    let correction = add(ActorKind::Person, &[("en", "S. Wadi the Elder"), ("ur", "سالم")], Some("Q40"));
    let mut seen = Vec::new();
    for first in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let mut record = record(&folder);
        if first {
            record.correct(&correction, None).unwrap();
        }
        for mut reading in common::readings() {
            for actor in reading.actors.iter_mut().filter(|a| a.registry.as_deref() == Some(WADI)) {
                actor.wikidata = Some("Q40".to_owned());
            }
            record.put(&reading).unwrap();
        }
        if !first {
            record.correct(&correction, None).unwrap();
        }
        assert_eq!(places(&record, "Elder"), ["ab.txt/s2", "miyah.jsonl#17/s0", "miyah.jsonl#17/s2"]);
        assert_eq!((said(&record, "Elder"), said(&record, "Q40")), (said(&record, WADI), said(&record, "wadi")));
        let one = record.document("ab.txt").unwrap().actors.into_iter().find(|a| a.registry.as_deref() == Some(WADI)).unwrap();
        assert_eq!((one.name.as_str(), one.names.get("en").map(String::as_str)), ("سالم الوادی", Some("Salim al-Wadi")));
        assert_eq!(one.names.len(), 4);
        seen.push(answers(&record));
    }
    assert_eq!(seen[0], seen[1]);
}

#[test]
fn names_that_fit_several_or_none_are_told() {
    let (_folder, mut record) = full();
    assert_eq!(record.actor_address("Rudi", None).unwrap(), RUDI);
    assert_eq!(record.actor_address("لیلی المرجاني", None).unwrap(), LAYLA);
    assert_eq!(record.actor_address(LAYLA, None).unwrap(), LAYLA);
    for none in ["بهمن", "person/nobody", "person:بهمن", "Q5", "", "؟"] {
        assert!(matches!(record.actor_address(none, None), Err(RecordError::NoActor(_))), "{none}");
    }
    assert!(matches!(record.actor_address("ليلى", Some("ab.txt")), Err(RecordError::NoActor(_))));
    assert!(matches!(record.actor_address("ليلى", Some("none.txt")), Err(RecordError::NoDocument(_))));
    assert_eq!(record.actor_address("مصدر مطلع", None).unwrap(), "unnamed:مصدر مطلع@news/ar/miyah.jsonl#17");
    record.correct(&rename(NASIR, "ليلى المرجاني"), None).unwrap();
    let Err(RecordError::SeveralActors { fits, .. }) = record.actor_address("ليلى المرجاني", None) else { unreachable!() };
    assert_eq!(fits, [LAYLA, NASIR]);
}

#[test]
fn an_older_record_is_brought_up_to_date() {
    let (folder, record) = full();
    let path = folder.path().join("rawi.db");
    drop(record);
    let before = common::dump(&path);
    Connection::open(&path)
        .unwrap()
        .execute_batch(
            "DROP TABLE event_correction; DROP TABLE event_report; DROP TABLE event; DROP TABLE clue_block; DROP TABLE clue; DROP VIEW shown; DROP VIEW seen; DROP VIEW apart; DROP VIEW everywhere; DROP TABLE identity_name; DROP TABLE identity; \
             DROP TABLE alias; DROP TABLE correction; DROP INDEX actor_address; DROP INDEX actor_wikidata; \
             ALTER TABLE actor DROP COLUMN address; DELETE FROM step WHERE number >= 3; PRAGMA user_version = 2;",
        )
        .unwrap();
    assert!(matches!(Record::open(&path), Err(RecordError::Older(_))));
    drop(Record::create_or_open(&path).unwrap());
    assert_eq!(common::dump(&path), before);
}

/// All that a record answers about actors.
fn answers(record: &Record) -> Vec<String> {
    let names = ["Rudi", "الوادي", "دریانی", "المرجاني", "ناصر", "نو", "مصدر مطلع", "رئيسة", RUDI, WADI, NEGAR, LAYLA, NASIR, "Q7"];
    let mut all = Vec::new();
    for name in [""].into_iter().chain(names) {
        let speaker = StatementFilter { speaker: Some(name.to_owned()), ..StatementFilter::default() };
        let audience = StatementFilter { audience: Some(name.to_owned()), ..StatementFilter::default() };
        all.push(serde_json::to_string(&record.statements(&speaker).unwrap()).unwrap());
        all.push(serde_json::to_string(&record.statements(&audience).unwrap()).unwrap());
        let with = ContactFilter { with: vec![name.to_owned()], ..ContactFilter::default() };
        all.push(serde_json::to_string(&record.contacts(&with).unwrap()).unwrap());
        let who = TimelineFilter { who: Some(name.to_owned()), ..TimelineFilter::default() };
        all.push(serde_json::to_string(&record.timeline(&who).unwrap()).unwrap());
        all.push(serde_json::to_string(&record.actors_called(name).unwrap()).unwrap());
    }
    for reading in common::readings() {
        all.push(serde_json::to_string(&record.document(&reading.document.source).unwrap()).unwrap());
    }
    all
}

fn any_actor() -> impl Strategy<Value = String> {
    let base = prop_oneof![Just(RUDI), Just(WADI), Just(NEGAR), Just(LAYLA), Just(NASIR), Just("media/cheshmeh")];
    let source = prop_oneof![3 => Just(""), 1 => Just("@news/fa/ab.txt"), 1 => Just("@news/ar/miyah.jsonl#17")];
    (base, source).prop_map(|(base, source)| format!("{base}{source}"))
}

fn any_correction() -> impl Strategy<Value = Correction> {
    let name = || prop_oneof![Just("نام نو"), Just("ناصر الصافي"), Just("Bahram")];
    prop_oneof![
        4 => (any_actor(), any_actor()).prop_map(|(a, b)| merge(&a, &b)),
        1 => (any_actor(), any_actor()).prop_map(|(a, b)| not_same(&a, &b)),
        2 => (any_actor(), proptest::option::of(name())).prop_map(|(a, n)| split(&a, n)),
        2 => (any_actor(), name()).prop_map(|(a, n)| rename(&a, n)),
        2 => (name(), name(), proptest::option::of(Just("Q7"))).prop_map(|(a, b, q)| add(ActorKind::Person, &[("fa", a), ("en", b)], q)),
    ]
}

fn fresh(path: &Path) -> Record {
    Record::create_or_open(path).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Undone corrections leave nothing behind; those that hold say the same whether they came before the documents or after.
    #[test]
    fn undone_is_never_done(steps in proptest::collection::vec((any_correction(), any::<bool>()), 1..8)) {
        let (folder, mut record) = full();
        let before = answers(&record);
        let mut kept = Vec::new();
        let mut undo = Vec::new();
        for (correction, stays) in &steps {
            if let Ok(id) = record.correct(correction, None) {
                if *stays { kept.push((id, correction.clone())) } else { undo.push(id) }
            }
        }
        for id in undo {
            record.undo_correction(id).unwrap();
        }
        let now = answers(&record);
        // In another record they are there before the first document is.
        let mut other = fresh(&folder.path().join("other.db"));
        let held: Vec<(Correction, Option<String>)> = kept.iter().map(|(_, c)| (c.clone(), None)).collect();
        other.take_corrections(&held).unwrap();
        prop_assert_eq!(other.take_corrections(&held).unwrap(), 0);
        for reading in common::readings() {
            other.put(&reading).unwrap();
        }
        prop_assert_eq!(&answers(&other), &now);
        for (id, _) in kept {
            record.undo_correction(id).unwrap();
        }
        prop_assert_eq!(answers(&record), before);
        record.check().unwrap();
    }
}
