//! `rawi events`, `rawi event`, `rawi compare` and `rawi network` from outside.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

/// One meeting of invented ministers, told in Persian and in Arabic, and another one four days later.
const TEXTS: [(&str, &str); 3] = [
    (
        "ab.jsonl",
        r#"{"id": "1", "published": "2024-09-05", "text": "بهرام رودی، وزیر نیرو، امروز در ساری با سالم الوادی، وزیر آبیاری عراق، دیدار کرد."}"#,
    ),
    (
        "miyah.jsonl",
        r#"{"id": "1", "published": "2024-09-05", "text": "التقى وزير الموارد المائية سالم الوادي، اليوم، وزير الطاقة الإيراني بهرام رودي في ساري."}"#,
    ),
    (
        "later.jsonl",
        r#"{"id": "1", "published": "2024-09-09", "text": "بهرام رودی، وزیر نیرو، امروز در ساری با سالم الوادی، وزیر آبیاری عراق، دیدار کرد."}"#,
    ),
];

fn rawi(folder: &Path, args: &[&str], code: i32) -> String {
    let mut command = Command::cargo_bin("rawi").unwrap();
    let output = command.current_dir(folder).args(args).assert().code(code).get_output().clone();
    String::from_utf8(if code == 0 { output.stdout } else { output.stderr }).unwrap()
}

fn events(folder: &Path, more: &[&str]) -> Vec<Value> {
    let args = [&["events", "--format", "jsonl"], more].concat();
    rawi(folder, &args, 0).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn lists_corrects_compares_and_draws() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    for (name, text) in TEXTS {
        fs::write(path.join(name), text).unwrap();
    }
    rawi(path, &["add", "."], 0);
    let before = events(path, &[]);
    assert_eq!(before.iter().map(|e| e["reports"].as_array().unwrap().len()).collect::<Vec<_>>(), [2, 1]);
    let id = |at: usize| before[at]["id"].as_str().unwrap().to_owned();
    assert!(rawi(path, &["events"], 0).contains(&id(0)));
    assert!(rawi(path, &["events", "--format", "csv"], 0).starts_with("event,kind,"));
    assert!(rawi(path, &["events", "show", &id(0)], 0).contains("day"));
    assert!(rawi(path, &["compare", &id(0)], 0).contains("named first"));
    assert!(rawi(path, &["compare", &id(0), "--format", "csv"], 0).starts_with("row,speaker,"));
    for (format, end) in [("svg", "</svg>"), ("gexf", "</gexf>"), ("graphml", "</graphml>")] {
        assert!(rawi(path, &["network", "--format", format], 0).trim_end().ends_with(end));
    }
    assert!(rawi(path, &["compare", "nothing"], 4).contains("no event"));
    let said = rawi(path, &["event", "merge", &id(0), &id(1), "--note", "یک دیدار"], 0);
    assert!(said.starts_with("1  merge"), "{said}");
    assert_eq!(events(path, &[]).len(), 1);
    assert!(rawi(path, &["event", "log"], 0).contains("merge"));
    assert!(rawi(path, &["event", "undo", "1"], 0).contains("undone"));
    assert_eq!(events(path, &[]), before);
    rawi(path, &["event", "split", &id(0), "miyah.jsonl#1"], 0);
    assert_eq!(events(path, &[]).len(), 3);
    assert!(rawi(path, &["event", "split", &id(0), "nowhere.txt"], 2).contains("no report"));
}

#[test]
fn compare_tells_who_only_announces() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let planned = r#"{"id": "1", "published": "2024-09-05", "text": "من المقرر أن يلتقي وزير الطاقة الإيراني بهرام رودي اليوم وزير الموارد المائية سالم الوادي لبحث حصص المياه ومواعيد الصيد في البحيرة المشتركة."}"#;
    for (name, text) in TEXTS.iter().take(2).chain(&[("before.jsonl", planned)]) {
        fs::write(path.join(name), text).unwrap();
    }
    rawi(path, &["add", "."], 0);
    let all = events(path, &[]);
    assert_eq!(all.len(), 1, "{all:?}");
    let compared = rawi(path, &["compare", all[0]["id"].as_str().unwrap()], 0);
    assert_eq!(compared.matches("status        planned").count(), 1, "{compared}");
}

#[test]
fn an_agency_that_a_copy_names_in_its_midst_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let met = "التقى وزير الموارد المائية سالم الوادي، اليوم، وزير الطاقة الإيراني بهرام رودي في ساري.";
    let rest = "وبحث الجانبان مياه النهر المشترك وتنظيف مجراه قبل موسم الزراعة. ".repeat(8);
    let source = "ونقلت وكالة رويترز عن الوادي أن السد سيفتح غدا. ";
    let text = serde_json::json!({ "id": "1", "published": "2024-09-05", "text": format!("{met} {rest}{source}{rest}") });
    fs::write(path.join("miyah.jsonl"), text.to_string()).unwrap();
    rawi(path, &["add", "."], 0);
    let id = events(path, &[])[0]["id"].as_str().unwrap().to_owned();
    let compared = rawi(path, &["compare", &id], 0);
    assert!(compared.contains("names \u{2068}رويترز"), "{compared}");
}
