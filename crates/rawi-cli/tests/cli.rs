//! The command from outside: what it prints, how it ends.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};

use assert_cmd::Command;

const PERSIAN: &str = "وزیر نیرو: آب رودخانه را با هم اندازه می\u{200C}گیریم\n\n\
بهرام رودی وزیر نیرو امروز در ساری با سالم الوادی دیدار کرد. وی گفت: «ایستگاه\u{200C}های تازه می\u{200C}سازیم.»\n";
const ARABIC: &str = "رسالة بشأن التأشيرات\n\nقالت رئيسة الغرفة ليلى المرجاني إن التجار الصغار ينتظرون التأشيرة أربعين يوماً.\n";

fn rawi(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("rawi").unwrap();
    command.current_dir(folder);
    command
}

/// A folder with a text, a page, a file of records with a cut line, and a file of another kind.
fn news() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let news = folder.path().join("news");
    fs::create_dir_all(news.join("ar")).unwrap();
    fs::write(news.join("ab.txt"), PERSIAN).unwrap();
    fs::write(news.join("ar/risala.txt"), ARABIC).unwrap();
    let record = |id: u32, text: &str| serde_json::json!({"id": id, "title": "خبر", "matn": text, "date": "2024-09-05"}).to_string();
    let lines = [record(1, PERSIAN), r#"{"id": 2, "matn": "بری"#.to_owned(), record(3, ARABIC)];
    fs::write(news.join("posts.jsonl"), lines.join("\n")).unwrap();
    fs::write(news.join("photo.png"), [0x89, b'P']).unwrap();
    folder
}

fn stdout(command: &mut Command, code: i32) -> String {
    String::from_utf8(command.assert().code(code).get_output().stdout.clone()).unwrap()
}

fn stderr(command: &mut Command, code: i32) -> String {
    String::from_utf8(command.assert().code(code).get_output().stderr.clone()).unwrap()
}

#[test]
fn reads_in_order_with_any_number_of_threads() {
    let folder = news();
    let mut many = String::new();
    for n in 0..3000 {
        many += &serde_json::json!({"id": n, "text": format!("{PERSIAN}{n}")}).to_string();
        many.push('\n');
    }
    fs::write(folder.path().join("many.jsonl"), many).unwrap();
    let one = stdout(rawi(folder.path()).args(["read", "many.jsonl", "news/ar", "--format", "jsonl", "--threads", "1"]), 0);
    assert_eq!(one.lines().count(), 3001);
    for (n, line) in one.lines().take(3000).enumerate() {
        assert!(line.contains(&format!("\"source\":\"many.jsonl#{n}\"")), "{n}");
    }
    for threads in ["2", "7"] {
        let several = stdout(rawi(folder.path()).args(["read", "many.jsonl", "news/ar", "--format", "jsonl", "--threads", threads]), 0);
        assert!(several == one, "{threads} threads");
    }
}

#[test]
fn one_line_for_each_fault_and_everything_else_read() {
    let folder = news();
    let mut command = rawi(folder.path());
    command.args(["read", "news", "none.txt", "--field", "text=matn", "--format", "jsonl"]);
    let output = command.assert().code(1).get_output().clone();
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 4);
    let faults = String::from_utf8(output.stderr).unwrap();
    let faults: Vec<&str> = faults.lines().collect();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults[0].starts_with("rawi: news/posts.jsonl:2: "), "{faults:?}");
    assert!(faults[1].starts_with("rawi: none.txt: "), "{faults:?}");
}

#[test]
fn reading_for_people_isolates_names_and_has_no_codes() {
    let folder = news();
    let text = stdout(rawi(folder.path()).args(["read", "news/ab.txt"]), 0);
    assert!(text.contains("\u{2068}news/ab.txt\u{2069}"), "{text}");
    assert!(!text.contains('\u{1B}'));
    assert_eq!(text.matches('\u{2068}').count(), text.matches('\u{2069}').count());
    let piped = stdout(rawi(folder.path()).args(["read", "-"]).write_stdin(PERSIAN), 0);
    assert!(piped.contains("\u{2068}-\u{2069}"), "{piped}");
}

#[test]
fn adds_what_is_new_or_changed() {
    let folder = news();
    let add = |code| stdout(rawi(folder.path()).args(["add", "news", "--field", "text=matn", "--threads", "3"]), code);
    assert!(add(1).contains("4 new, 0 changed, 0 unchanged, 1 failed"));
    assert!(add(1).contains("0 new, 0 changed, 4 unchanged, 1 failed"));
    fs::write(folder.path().join("news/ab.txt"), format!("{PERSIAN}\nپایان.\n")).unwrap();
    fs::remove_file(folder.path().join("news/posts.jsonl")).unwrap();
    assert!(add(0).contains("0 new, 1 changed, 1 unchanged, 0 failed"));
    // What is gone from the inputs stays in the record.
    assert_eq!(stdout(rawi(folder.path()).args(["search", "التأشيرة", "--format", "jsonl"]), 0).lines().count(), 2);
    let again = stdout(rawi(folder.path()).args(["add", "news", "--again"]), 0);
    assert!(again.contains("0 new, 2 changed, 0 unchanged"), "{again}");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| name == "news" || name == "rawi.db"), "{left:?}");
}

#[test]
fn a_name_that_stands_twice_is_taken_once() {
    let folder = news();
    let two = [serde_json::json!({"id": 1, "text": PERSIAN}).to_string(), serde_json::json!({"id": 1, "text": ARABIC}).to_string()];
    fs::write(folder.path().join("two.jsonl"), two.join("\n")).unwrap();
    for (threads, what) in [("1", "1 new, 0 changed, 0 unchanged, 1 failed"), ("4", "0 new, 0 changed, 1 unchanged, 1 failed")] {
        let mut command = rawi(folder.path());
        let output = command.args(["add", "two.jsonl", "--threads", threads]).assert().code(1).get_output().clone();
        assert!(String::from_utf8(output.stdout).unwrap().contains(what));
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("rawi: two.jsonl#1: a second document of this name"));
    }
}

#[test]
fn finds_words_and_prints_them_in_each_format() {
    let folder = news();
    rawi(folder.path()).args(["add", "news/ab.txt", "news/ar"]).assert().success();
    // The word with its non-joiner, asked without it and with the Arabic keyboard's yeh.
    let text = stdout(rawi(folder.path()).args(["search", "ايستگاههاي", "ساري"]), 0);
    assert!(text.contains("news/ab.txt"), "{text}");
    let line = stdout(rawi(folder.path()).args(["search", "رودخانه", "--format", "jsonl"]), 0);
    let row: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(row["document"]["source"], "news/ab.txt");
    let hit = &row["snippet"]["hits"][0];
    let (start, end) = (hit["start"].as_u64().unwrap() as usize, hit["end"].as_u64().unwrap() as usize);
    assert_eq!(PERSIAN.chars().skip(start).take(end - start).collect::<String>(), "رودخانه");
    let table = stdout(rawi(folder.path()).args(["search", "رودخانه", "--format", "csv"]), 0);
    assert!(table.starts_with("source,title,outlet,published,") && table.matches("\r\n").count() == 2, "{table}");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(&reader.records().next().unwrap().unwrap()[0], "news/ab.txt");
    assert_eq!(stdout(rawi(folder.path()).args(["search", "نیست"]), 0), "");
}

#[test]
fn lists_and_shows_what_the_record_holds() {
    let folder = news();
    rawi(folder.path()).args(["add", "news/ab.txt", "news/ar"]).assert().success();
    for command in ["statements", "contacts", "timeline"] {
        for format in ["text", "jsonl", "csv"] {
            let printed = stdout(rawi(folder.path()).args([command, "--format", format, "--since", "2020", "--until", "2030-06-30"]), 0);
            assert!(format != "csv" || printed.contains("source"), "{printed}");
        }
    }
    let read = stdout(rawi(folder.path()).args(["read", "news/ab.txt", "--format", "jsonl"]), 0);
    assert_eq!(stdout(rawi(folder.path()).args(["show", "ab.txt", "--format", "jsonl"]), 0), read);
    assert_eq!(stdout(rawi(folder.path()).args(["show", "ab.txt"]), 0), stdout(rawi(folder.path()).args(["read", "news/ab.txt"]), 0));
    assert!(stdout(rawi(folder.path()).args(["show", "ab.txt", "--format", "csv"]), 0).starts_with("source,"));
    assert!(stderr(rawi(folder.path()).args(["show", ".txt"]), 2).contains("several documents"));
    assert!(stderr(rawi(folder.path()).args(["show", "x.txt"]), 4).contains("no document `x.txt`"));
}

#[test]
fn ends_by_kind_of_fault() {
    let folder = news();
    let path = folder.path();
    let one = |args: &[&str], code: i32| {
        let line = stderr(rawi(path).args(args), code);
        assert!(line.starts_with("rawi: ") && line.lines().count() == 1, "{line}");
        line
    };
    assert!(one(&["read", "none.txt"], 4).contains("none.txt"));
    fs::create_dir(path.join("empty")).unwrap();
    assert!(one(&["read", "empty"], 4).contains("no document"));
    assert!(one(&["search", "آب"], 3).contains("rawi.db: no such record"));
    assert!(one(&["statements", "--record", "news/ab.txt"], 3).contains("not a record"));
    assert!(one(&["add", "news", "--record", "news/ab.txt"], 3).contains("not a record"));
    assert_eq!(fs::read_to_string(path.join("news/ab.txt")).unwrap(), PERSIAN);
    assert!(one(&["add", "news", "--record", "none/rawi.db"], 3).contains("none/rawi.db"));
    assert!(one(&["serve", "--record", "none.db"], 3).contains("none.db"));
    assert!(one(&["man", "nothing"], 2).contains("nothing"));
    for wrong in [
        &["read"] as &[&str],
        &["nothing"],
        &["read", "news", "--field", "text"],
        &["read", "news", "--field", "body=x"],
        &["read", "news", "--threads", "0"],
        &["timeline", "--since", "yesterday"],
        &["contacts", "--kind", "dinner"],
        &["search"],
    ] {
        rawi(path).args(wrong).assert().code(2);
    }
}

#[test]
fn every_command_has_help_with_examples_and_a_page() {
    let folder = news();
    let help = stdout(rawi(folder.path()).arg("--help"), 0);
    for command in [
        "read",
        "add",
        "search",
        "statements",
        "contacts",
        "events",
        "compare",
        "timeline",
        "network",
        "actor",
        "show",
        "open",
        "serve",
        "score",
        "completions",
        "man",
    ] {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
        let own = stdout(rawi(folder.path()).args([command, "--help"]), 0);
        assert!(own.contains("Examples:") && own.contains(&format!("rawi {command}")), "{command}");
        let page = stdout(rawi(folder.path()).args(["man", command]), 0);
        assert!(page.contains(".SH EXAMPLES") && page.contains(&format!("rawi\\-{command}")), "{page}");
    }
    let page = stdout(rawi(folder.path()).arg("man"), 0);
    for code in 0..=4 {
        assert!(help.contains(&format!("\n  {code}  ")) && page.contains(&format!("\\&  {code}  ")), "{code}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(stdout(rawi(folder.path()).args(["completions", shell]), 0).contains("timeline"));
    }
}

#[test]
fn a_closed_output_ends_quietly() {
    let folder = news();
    let record = serde_json::json!({"text": PERSIAN.repeat(40)}).to_string() + "\n";
    fs::write(folder.path().join("long.jsonl"), record.repeat(400)).unwrap();
    rawi(folder.path()).args(["add", "long.jsonl"]).assert().success();
    for args in
        [&["read", "long.jsonl", "--format", "jsonl"] as &[&str], &["search", "وزیر", "--limit", "400", "--format", "jsonl"], &["man"]]
    {
        let mut child = process(folder.path(), args);
        let mut out = child.stdout.take().unwrap();
        let _ = out.read(&mut [0; 10]).unwrap();
        drop(out);
        let mut complaint = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
        assert_eq!((child.wait().unwrap().code(), complaint.as_str()), (Some(0), ""), "{args:?}");
    }
}

fn process(folder: &Path, args: &[&str]) -> Child {
    let mut command = Process::new(assert_cmd::cargo::cargo_bin("rawi"));
    command.current_dir(folder).args(args).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn opens_a_folder_and_serves_its_record() {
    let folder = news();
    let mut child = process(folder.path(), &["open", "news", "--no-browser"]);
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let address = lines.map(Result::unwrap).find_map(|line| Some(line.split_once("http://")?.1.trim_end_matches('/').to_owned())).unwrap();
    assert!(address.starts_with("127.0.0.1:"));
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET /documents.json HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(answer.contains("\"total\":4") || answer.contains("\"total\":2"), "{answer}");
    assert!(folder.path().join("news.rawi.db").exists());
    assert!(!folder.path().join("news/rawi.db").exists());
}

#[test]
fn a_killed_add_goes_on_where_it_stopped() {
    let folder = news();
    let mut many = String::new();
    for n in 0..4000 {
        many += &serde_json::json!({"id": n, "text": format!("{PERSIAN}{ARABIC}{n}")}).to_string();
        many.push('\n');
    }
    fs::write(folder.path().join("many.jsonl"), many).unwrap();
    for turn in 0..8 {
        let mut child = process(folder.path(), &["add", "many.jsonl", "--threads", "2"]);
        std::thread::sleep(std::time::Duration::from_millis(turn * 40));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let summary = stdout(rawi(folder.path()).args(["add", "many.jsonl"]), 0);
    let found = stdout(rawi(folder.path()).args(["search", "رودخانه", "--limit", "9999", "--format", "jsonl"]), 0);
    let mut sources: Vec<u32> = found
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["document"]["source"].as_str().unwrap()[11..].parse().unwrap())
        .collect();
    sources.sort_unstable();
    assert_eq!(sources, (0..4000).collect::<Vec<_>>(), "{summary}");
}

#[test]
fn cleans_line_by_line() {
    let folder = news();
    let clean = |args: &[&str], input: &str| stdout(rawi(folder.path()).arg("clean").args(args).write_stdin(input), 0);
    let damaged = "\u{FEFF}او كتاب ها را میکرد\r\n\nقال الرئيس  إن المياه كافية\nگروههای ١٢";
    assert_eq!(clean(&[], damaged), "او کتاب\u{200C}ها را می\u{200C}کرد\r\n\nقال الرئيس إن المياه كافية\nگروه\u{200C}های ١٢");
    assert_eq!(clean(&["--joiner", "strip", "--letters", "keep"], "می\u{200C}کرد كتاب"), "میکرد كتاب");
    assert_eq!(clean(&["--digits", "persian", "-"], "12 ١٢\n"), "۱۲ ۱۲\n");
    assert_eq!(clean(&["--lang", "ar", "--letters", "arabic"], "می کرد"), "مي كرد");
    // Files follow one another, each beginning a line of its own.
    fs::write(folder.path().join("one.txt"), "میکرد").unwrap();
    assert_eq!(clean(&["one.txt", "one.txt"], ""), "می\u{200C}کرد\nمی\u{200C}کرد");
    // A line longer than what is held at once.
    let long = "او میکرد ".repeat(1 << 20);
    let out = clean(&[], &format!("{long}\nمیکرد\n"));
    assert_eq!((out.lines().count(), out.matches("می\u{200C}کرد").count()), (2, (1 << 20) + 1));
}

#[test]
fn cleaning_checked_tells_place_and_reason() {
    let folder = news();
    fs::write(folder.path().join("one.txt"), "وزیر نیرو\nاو نمیکرد\n").unwrap();
    let told = stdout(rawi(folder.path()).args(["clean", "--check", "one.txt"]), 1);
    assert_eq!(told, "one.txt:2:4: \u{2068}نمیکرد\u{2069} -> \u{2068}نمی\u{200C}کرد\u{2069} (joiner deleted, verb prefix)\n");
    assert_eq!(stdout(rawi(folder.path()).args(["clean", "--check"]).write_stdin("او نمی\u{200C}کرد\n"), 0), "");
}

#[test]
fn cleaning_leaves_what_it_cannot_read() {
    let folder = news();
    fs::write(folder.path().join("bad.txt"), b"ab\n\xFF\xFE\n\xDA\xA9\n").unwrap();
    let output = rawi(folder.path()).args(["clean", "bad.txt", "none.txt"]).assert().code(1).get_output().clone();
    assert_eq!(output.stdout, b"ab\n\xFF\xFE\n\xDA\xA9\n");
    let faults = String::from_utf8(output.stderr).unwrap();
    let faults: Vec<&str> = faults.lines().collect();
    assert!(faults[0].starts_with("rawi: bad.txt:2: not in UTF-8"), "{faults:?}");
    assert!(faults[1].starts_with("rawi: none.txt: ") && faults.len() == 2, "{faults:?}");
    assert!(stderr(rawi(folder.path()).args(["clean", "none.txt"]), 4).starts_with("rawi: none.txt: "));
}

#[test]
fn reads_dates_and_converts_days() {
    let folder = news();
    let date = |args: &[&str]| stdout(rawi(folder.path()).arg("date").args(args), 0);
    let json = |args: &[&str]| -> serde_json::Value { serde_json::from_str(date(&[args, &["--format", "json"]].concat()).trim()).unwrap() };
    let day = json(&["۱۷ رجب ۱۴۳۹", "--country", "IR"]);
    assert_eq!((&day["value"], &day["earliest"], &day["persian"]), (&"2018-04-04".into(), &"2018-04-03".into(), &"1397-01-15".into()));
    let range = json(&["از", "۲۸", "خرداد", "تا", "۵", "تیر", "--on", "2019-07-10"]);
    assert_eq!(
        (&range["text"], &range["value"], &range["latest"]),
        (&"۲۸ خرداد تا ۵ تیر".into(), &serde_json::Value::Null, &"2019-06-26".into())
    );
    assert_eq!(json(&["أمس الأول", "--on", "2015-07-23"])["value"], "2015-07-21");
    assert_eq!(json(&["1399-11-07", "--from", "persian"])["gregorian"], "2021-01-26");
    assert_eq!(
        date(&["1437/1/17", "--from", "hijri"]),
        "\u{2068}1437/1/17\u{2069}  Friday 2015-10-30 · persian 1394-08-08 · islamic 1437-01-17 (written)\n"
    );
    assert!(date(&["17-01-1437 هـ الموافق 12 أكتوبر 2015م"]).contains("the other calendar has another day"));
    assert!(stderr(rawi(folder.path()).args(["date", "1399-13-07", "--from", "persian"]), 2).contains("no day"));
    assert!(stderr(rawi(folder.path()).args(["date", "آب"]), 4).contains("no date"));
}

#[test]
fn scores_readings_against_annotations() {
    let folder = news();
    let gold = folder.path().join("gold");
    fs::create_dir(&gold).unwrap();
    let note = |doc: &str, speaker: &str| {
        serde_json::json!({"doc": doc, "lang": "ar", "genre": "report", "actors": {"a": {"names": [speaker]}},
            "statements": [{"speaker": "a", "cue": "قالت", "content": ["التجار", "يوماً."], "form": "indirect"}]})
        .to_string()
    };
    fs::write(gold.join("1.json"), note("../news/ar/risala.txt", "ليلى المرجاني")).unwrap();
    let json: serde_json::Value =
        serde_json::from_str(&stdout(rawi(folder.path()).args(["score", "gold", "--format", "json"]), 0)).unwrap();
    assert_eq!((&json["statements_attributed"]["f1"], &json["by_language"]["ar"]["documents"]), (&1.0.into(), &1.into()));
    assert_eq!(json["by_rule"]["ar/verb-clause"]["right"], 1);
    fs::write(gold.join("2.json"), note("../news/ar/risala.txt", "سالم الوادي")).unwrap();
    fs::write(gold.join("3.json"), note("nothing", "سالم الوادي")).unwrap();
    let mut command = rawi(folder.path());
    let output = command.args(["score", "gold", "--misses"]).assert().code(1).get_output().clone();
    let (out, faults) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(out.contains("wrong speaker (ar/verb-clause): ") && out.contains("التجار الصغار"), "{out}");
    assert!(faults.starts_with("rawi: gold/3.json: no document `nothing`") && faults.lines().count() == 1, "{faults}");
    let mut command = rawi(folder.path());
    let output = command.args(["score", "gold/1.json", "gold/2.json", "--confidence"]).assert().code(0).get_output().clone();
    let (table, told) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(table.contains("id = \"ar/verb-clause\"\nright = 1\nread = 2\n"), "{table}");
    assert_eq!(told, "rawi: ar/verb-clause: 0.50 is below 0.6: it must not ship\n");
    assert!(stderr(rawi(folder.path()).args(["score", "none.json"]), 4).starts_with("rawi: none.json: "));
}
