//! The file: made, opened again, told from other files.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

mod common;

use std::fs;

use rawi_record::{Record, RecordError};
use rusqlite::Connection;

#[test]
fn other_files_are_no_records() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("text.db"), "این متن است و پروندهٔ پایگاه داده نیست. ".repeat(40)).unwrap();
    Connection::open(path("other.db")).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    fs::write(path("empty.db"), "").unwrap();
    fs::create_dir(path("folder.db")).unwrap();
    for name in ["text.db", "other.db"] {
        let before = fs::read(path(name)).unwrap();
        assert!(matches!(Record::create_or_open(&path(name)), Err(RecordError::NotARecord(_))), "{name}");
        assert!(matches!(Record::open(&path(name)), Err(RecordError::NotARecord(_))), "{name}");
        assert_eq!(fs::read(path(name)).unwrap(), before, "{name} is left as it was");
    }
    assert!(matches!(Record::open(&path("empty.db")), Err(RecordError::NotARecord(_))));
    assert!(matches!(Record::open(&path("none.db")), Err(RecordError::Missing(_))));
    assert!(matches!(Record::create_or_open(&path("folder.db")), Err(RecordError::Open { .. })));
    assert!(matches!(Record::create_or_open(&path("none/rawi.db")), Err(RecordError::Open { .. })));
    Record::create_or_open(&path("empty.db")).unwrap();
    Record::open(&path("empty.db")).unwrap();
}

#[test]
fn a_newer_record_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rawi.db");
    drop(Record::create_or_open(&path).unwrap());
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    for error in [Record::create_or_open(&path).unwrap_err(), Record::open(&path).unwrap_err()] {
        assert!(matches!(error, RecordError::Newer { found: 99, .. }), "{error}");
    }
}

#[test]
fn steps_are_named_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rawi.db");
    drop(Record::create_or_open(&path).unwrap());
    let db = Connection::open(&path).unwrap();
    let steps: String = db.query_row("SELECT group_concat(name) FROM (SELECT name FROM step ORDER BY number)", [], |r| r.get(0)).unwrap();
    assert_eq!(steps, "readings,search,corrections,events,spellings");
    let application: i64 = db.query_row("PRAGMA application_id", [], |r| r.get(0)).unwrap();
    assert_eq!(&application.to_be_bytes()[4..], b"rawi");
    let loose: i64 = db
        .query_row("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'", [], |r| {
            r.get(0)
        })
        .unwrap();
    assert_eq!(loose, 0, "every table is strict");
}

#[test]
fn a_reader_sees_whole_batches_while_another_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rawi.db");
    let mut writer = Record::create_or_open(&path).unwrap();
    let reader = Record::open(&path).unwrap();
    let readings = common::readings();
    let mut import = writer.import().unwrap();
    import.put(&rawi_record::Entry::new(readings[0].clone())).unwrap();
    assert_eq!(reader.counts().unwrap().documents, 0);
    import.finish().unwrap();
    assert_eq!(reader.counts().unwrap().documents, 1);
}

#[cfg(unix)]
#[test]
fn a_record_in_a_folder_that_nobody_may_write_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("a b%c");
    fs::create_dir(&inner).unwrap();
    let path = inner.join("rawi.db");
    Record::create_or_open(&path).unwrap().put(&common::readings()[0]).unwrap();
    let files: Vec<_> = fs::read_dir(&inner).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert_eq!(files, ["rawi.db"], "a record at rest is one file");
    fs::set_permissions(&inner, fs::Permissions::from_mode(0o555)).unwrap();
    let counts = Record::open(&path).unwrap().counts();
    fs::set_permissions(&inner, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(counts.unwrap().documents, 1);
}
