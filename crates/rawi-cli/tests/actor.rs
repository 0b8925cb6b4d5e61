//! `rawi actor` from outside.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const PERSIAN: &str = "وزیر نیرو: آب رودخانه را با هم اندازه می\u{200C}گیریم\n\n\
بهرام رودی، وزیر نیرو، امروز در ساری با سالم الوادی دیدار کرد. وی گفت: «ایستگاه\u{200C}های تازه می\u{200C}سازیم.»\n";
const ARABIC: &str = "رسالة بشأن التأشيرات\n\nقالت رئيسة الغرفة ليلى المرجاني إن التجار الصغار ينتظرون التأشيرة أربعين يوماً.\n";

/// A folder whose record holds both texts.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ab.txt"), PERSIAN).unwrap();
    fs::write(folder.path().join("risala.txt"), ARABIC).unwrap();
    rawi(folder.path(), &["add", "ab.txt", "risala.txt"], 0);
    folder
}

/// What a command prints, to standard output where it ends well and to standard error where it does not.
fn rawi(folder: &Path, args: &[&str], code: i32) -> String {
    let mut command = Command::cargo_bin("rawi").unwrap();
    let output = command.current_dir(folder).args(args).assert().code(code).get_output().clone();
    String::from_utf8(if code == 0 { output.stdout } else { output.stderr }).unwrap()
}

/// The id of the one actor that is called so.
fn id(folder: &Path, name: &str) -> String {
    let line = rawi(folder, &["actor", "list", name, "--format", "jsonl"], 0);
    assert_eq!(line.lines().count(), 1, "{line}");
    serde_json::from_str::<serde_json::Value>(&line).unwrap()["id"].as_str().unwrap().to_owned()
}

fn statements(folder: &Path, speaker: &str) -> usize {
    rawi(folder, &["statements", "--speaker", speaker, "--format", "jsonl"], 0).lines().count()
}

#[test]
fn merges_splits_renames_and_undoes() {
    let folder = folder();
    let path = folder.path();
    let before = rawi(path, &["timeline", "--format", "csv"], 0) + &rawi(path, &["show", "ab.txt", "--format", "jsonl"], 0);
    let (rudi, layla) = (id(path, "رودي"), id(path, "المرجاني"));
    let counts = (statements(path, &rudi), statements(path, &layla));
    assert!(counts.0 > 0 && counts.1 > 0);
    assert!(rawi(path, &["actor", "merge", "رودی", "المرجانی", "--note", "آزمایش"], 0).starts_with("1  merge  "));
    assert_eq!(statements(path, "المرجاني"), counts.0 + counts.1);
    assert!(rawi(path, &["show", "risala.txt"], 0).contains("رودی"));
    rawi(path, &["actor", "split", &layla], 0);
    assert_eq!(statements(path, &layla), counts.1);
    rawi(path, &["actor", "rename", &layla, "ليلى مرجان"], 0);
    assert!(rawi(path, &["statements", "--speaker", "مرجان"], 0).contains("ليلى مرجان"));
    rawi(path, &["actor", "not-same", &rudi, &layla], 0);
    assert!(rawi(path, &["actor", "merge", &rudi, &layla], 2).contains("not the same"));
    rawi(path, &["actor", "rename", "المرجاني", "الكاتبة", "--document", "risala.txt"], 0);
    assert_eq!(statements(path, "الكاتبة"), counts.1);
    for number in ["5", "3", "1", "2", "4"] {
        assert!(rawi(path, &["actor", "undo", number], 0).contains("undone"));
    }
    let after = rawi(path, &["timeline", "--format", "csv"], 0) + &rawi(path, &["show", "ab.txt", "--format", "jsonl"], 0);
    assert_eq!(after, before);
    let log = rawi(path, &["actor", "log", "--format", "jsonl"], 0);
    let kinds: Vec<serde_json::Value> = log.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap()).collect();
    assert_eq!(
        kinds.iter().map(|k| k["correction"].as_str().unwrap()).collect::<Vec<_>>(),
        ["merge", "split", "rename", "not-same", "rename"]
    );
    assert!(kinds.iter().all(|k| k["undone"].is_string()) && kinds[0]["note"] == "آزمایش");
    assert_eq!(rawi(path, &["actor", "log"], 0).matches("(undone ").count(), 5);
    assert!(rawi(path, &["actor", "log", "--format", "csv"], 0).starts_with("id,at,correction,subject,object,note,undone\r\n1,"));
}

#[test]
fn adds_exports_and_imports() {
    let folder = folder();
    let path = folder.path();
    let layla = id(path, "المرجاني");
    let (kind, name) = layla.split_once(':').unwrap();
    rawi(path, &["actor", "add", "--kind", kind, "--ar", name, "--en", "Layla al-Marjani"], 0);
    assert_eq!(statements(path, "marjani"), statements(path, &layla));
    rawi(path, &["actor", "rename", &id(path, "رودی"), "بهرام رودی، وزیر"], 0);
    rawi(path, &["actor", "split", &layla, "--document", "risala.txt"], 0);
    let exported = rawi(path, &["actor", "export"], 0);
    fs::write(path.join("all.csv"), &exported).unwrap();
    assert_eq!(rawi(path, &["actor", "import", "all.csv"], 0), "0 new, 3 known\n");
    // Another record, in which the corrections are before the documents.
    fs::write(path.join("empty.txt"), "-").unwrap();
    rawi(path, &["add", "empty.txt", "--record", "other.db"], 0);
    assert_eq!(rawi(path, &["actor", "import", "all.csv", "--record", "other.db"], 0), "3 new, 0 known\n");
    rawi(path, &["add", "ab.txt", "risala.txt", "--record", "other.db"], 0);
    assert_eq!(rawi(path, &["actor", "export", "--record", "other.db"], 0), exported);
    for format in ["text", "jsonl", "csv"] {
        let told = |record: &str| rawi(path, &["statements", "--format", format, "--record", record], 0);
        assert_eq!(told("other.db").lines().count(), told("rawi.db").lines().count());
        assert_eq!(told("other.db").contains("بهرام رودی، وزیر"), told("rawi.db").contains("بهرام رودی، وزیر"));
    }
    // A table of names, and the result of a query.
    fs::write(path.join("names.csv"), "fa,ar,en,kind\nاتاق بازرگانی,غرفة التجارة,Chamber of Trade,organization\n").unwrap();
    assert_eq!(rawi(path, &["actor", "import", "names.csv"], 0), "1 new, 0 known\n");
    assert!(rawi(path, &["actor", "list", "chamber"], 0).contains("غرفة التجارة"));
    let query = r#"{"results": {"bindings": [{"item": {"value": "http://www.wikidata.org/entity/Q17"},
        "itemLabel": {"xml:lang": "en", "value": "Negar Daryani"}, "label_fa": {"value": "نگار دریانی"}}]}}"#;
    fs::write(path.join("query.json"), query).unwrap();
    assert_eq!(rawi(path, &["actor", "import", "query.json"], 0), "1 new, 0 known\n");
    assert_eq!(rawi(path, &["actor", "import", "query.json"], 0), "0 new, 1 known\n");
    assert_eq!(id(path, "Daryani"), "Q17");
    assert!(rawi(path, &["actor", "list", "Q17", "--format", "csv"], 0).contains("Q17,person,نگار دریانی,نگار دریانی,,Negar Daryani,"));
}

#[test]
fn a_killed_import_leaves_all_or_nothing() {
    let folder = folder();
    let path = folder.path();
    let rows: Vec<String> = (0..3000).map(|n| format!("نام {n},اسم {n},Name {n}")).collect(); // "name", numbered
    fs::write(path.join("names.csv"), format!("fa,ar,en\n{}\n", rows.join("\n"))).unwrap();
    for turn in 0..10 {
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("rawi"));
        let mut child = child.current_dir(path).args(["actor", "import", "names.csv"]).stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(turn * 15));
        let _ = child.kill();
        child.wait().unwrap();
        // Another program opens what was left, and writes.
        assert!(rawi(path, &["add", "ab.txt"], 0).contains("1 unchanged"));
        let held = rawi(path, &["actor", "export"], 0).lines().count() - 1;
        assert!(held == 0 || held == 3000, "{held}");
        assert_eq!(rawi(path, &["statements", "--speaker", "Name 7"], 0), "");
    }
    rawi(path, &["actor", "import", "names.csv"], 0);
    assert_eq!(id(path, "Name 2999"), "person:نام 2999");
}

#[test]
fn one_clear_line_for_each_fault() {
    let folder = folder();
    let path = folder.path();
    let fault = |args: &[&str], code: i32| {
        let line = rawi(path, args, code);
        assert!(line.starts_with("rawi: ") && line.lines().count() == 1, "{line}");
        line
    };
    assert!(fault(&["actor", "list", "هیچکس"], 4).contains("no actor"));
    assert!(fault(&["actor", "merge", "رودی", "هیچکس"], 4).contains("هیچکس"));
    assert!(fault(&["actor", "merge", "رودی", "رودی"], 2).contains("one already"));
    assert!(fault(&["actor", "split", "رودی"], 2).contains("stands alone"));
    assert!(fault(&["actor", "split", "رودی", "--document", "none.txt"], 4).contains("no document"));
    assert!(fault(&["actor", "undo", "7"], 4).contains("no correction 7"));
    assert!(fault(&["actor", "rename", "رودی", " "], 2).contains("empty"));
    assert!(fault(&["actor", "add", "--fa", "؟"], 2).contains("needs a name"));
    assert!(fault(&["actor", "add", "--fa", "نگار", "--wikidata", "17"], 2).contains("Wikidata"));
    assert!(fault(&["actor", "log", "--record", "none.db"], 3).contains("no such record"));
    assert!(fault(&["actor", "add", "--fa", "نگار", "--record", "none.db"], 3).contains("no such record"));
    let rudi = id(path, "رودی");
    let name = rudi.split_once(':').unwrap().1;
    rawi(path, &["actor", "rename", "المرجاني", name], 0);
    assert!(fault(&["actor", "rename", name, "x"], 2).contains("several actors"));
    assert!(fault(&["actor", "import", "none.csv"], 4).contains("none.csv"));
    assert!(fault(&["actor", "import", "ab.txt"], 2).contains("neither"));
    for (text, place) in [
        ("a,b\n1,2\n", "bad.csv:1:"),
        ("fa,kind\nنگار,person\nنگار,ship\n", "bad.csv:3: `ship`"),
        ("correction,subject,object\nmerge,person:نگار,\n", "bad.csv:2:"),
        ("correction,subject,object\nmarry,person:نگار,Q1\n", "bad.csv:2: `marry`"),
        ("correction,subject,object\nmerge,نگار,Q1\n", "bad.csv:2: `نگار`"),
    ] {
        fs::write(path.join("bad.csv"), text).unwrap();
        let line = fault(&["actor", "import", "bad.csv"], 2);
        assert!(line.contains(place), "{line}");
    }
    fs::write(path.join("bad.json"), "{}").unwrap();
    assert!(fault(&["actor", "import", "bad.json"], 2).contains("bad.json"));
    // Nothing of what failed is there.
    assert_eq!(rawi(path, &["actor", "log"], 0).lines().count(), 1);
}

#[test]
fn each_has_help_with_examples() {
    let folder = tempfile::tempdir().unwrap();
    let help = rawi(folder.path(), &["actor", "--help"], 0);
    for command in ["list", "merge", "split", "rename", "not-same", "add", "import", "export", "log", "undo"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
        let own = rawi(folder.path(), &["actor", command, "--help"], 0);
        assert!(own.contains("Examples:") && own.contains(&format!("rawi actor {command}")), "{command}");
    }
    for without in [&["actor"] as &[&str], &["actor", "merge", "x"], &["actor", "add"], &["actor", "undo", "x"]] {
        rawi(folder.path(), without, 2);
    }
}

#[test]
fn offices_and_other_scripts_find_their_holders() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    // "Omani minister of sport Tariq al-Kindi said the race is open. The deputy minister said the harbour is ready."
    let ar = "قال وزير الرياضة العماني طارق الكندي إن السباق مفتوح.\nوقال نائب وزير الرياضة العماني سالم الحارثي إن الميناء جاهز.\n";
    fs::write(path.join("ar.txt"), ar).unwrap();
    // "Tariq Kindi, Oman's minister of sport, said: the race begins tomorrow."
    fs::write(path.join("fa.txt"), "طارق کندی، وزیر ورزش عمان، گفت: مسابقه فردا آغاز می\u{200C}شود.\n").unwrap();
    rawi(path, &["add", "ar.txt", "fa.txt"], 0);
    for office in ["وزير الرياضة العماني", "وزیر ورزش عمان", "Omani sports minister", "sports minister of Oman", "sports minister"]
    {
        assert_eq!(statements(path, office), 2, "{office}");
    }
    assert_eq!(statements(path, "الحارثي"), 1);
    assert_eq!(statements(path, "Iranian sports minister"), 0);
    let alike = rawi(path, &["actor", "alike", "--format", "csv"], 0);
    assert_eq!(alike.replace('\r', ""), "fa,ar,by\nperson:طارق کندی,person:طارق الکندی,office/sports_minister/OM\n");
}
