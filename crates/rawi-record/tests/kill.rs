//! Killed at any moment, a record is whole, and the work goes on where it stopped.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

mod common;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use rawi_record::{Entry, Record};

const CHILD: &str = "RAWI_TEST_RECORD";
const DOCUMENTS: usize = 3000;
const KILLS: u64 = 24;

/// The work that is killed: it does nothing unless it is told its record.
#[test]
fn child() {
    if let Some(path) = std::env::var_os(CHILD) {
        import(Path::new(&path));
    }
}

fn import(path: &Path) {
    let mut record = Record::create_or_open(path).unwrap();
    let mut import = record.import().unwrap();
    for reading in common::many(DOCUMENTS) {
        import.put(&Entry::new(reading)).unwrap();
    }
    import.finish().unwrap();
}

#[test]
fn a_record_is_whole_after_any_kill() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("whole.db");
    import(&whole);

    let path = folder.path().join("killed.db");
    let readings = common::many(DOCUMENTS);
    let mut kills = 0;
    let mut last = 0;
    for turn in 0..=KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child"])
            .env(CHILD, &path)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Early, late, and between: the first turns fall into the making of the file.
        // The last turn is left to end.
        std::thread::sleep(Duration::from_millis(if turn < 10 { turn * 3 } else { 40 + turn * 37 % 300 }));
        if turn == KILLS {
            assert!(child.wait().unwrap().success());
            break;
        }
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success());
            break;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        kills += 1;
        if !path.exists() {
            continue;
        }
        let record = Record::create_or_open(&path).unwrap();
        record.check().unwrap();
        let count = record.counts().unwrap().documents as usize;
        assert!(count >= last && count <= DOCUMENTS, "{count} after {last}");
        // Documents come in order, each with all its rows.
        for reading in count.checked_sub(1).map(|n| &readings[n]).into_iter().chain(readings.first().filter(|_| count > 0)) {
            assert_eq!(&record.document(&reading.document.source).unwrap(), reading);
        }
        if let Some(next) = readings.get(count) {
            assert!(record.known(&next.document.source).unwrap().is_none());
        }
        last = count;
    }
    assert!(kills > 5, "{kills}");
    assert_eq!(common::dump(&path), common::dump(&whole));
    let (killed, whole) = (Record::open(&path).unwrap(), Record::open(&whole).unwrap());
    assert_eq!(killed.counts().unwrap(), whole.counts().unwrap());
    let page = rawi_record::query::Page::first(20);
    assert_eq!(killed.search("رودخانه", page).unwrap(), whole.search("رودخانه", page).unwrap());
    killed.check().unwrap();
}
