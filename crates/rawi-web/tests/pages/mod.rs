//! Pages as they are answered.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use rawi_model::Reading;

use super::*;

const READINGS: &str = include_str!("../../../rawi-record/tests/data/readings.jsonl");

fn readings() -> Vec<Reading> {
    READINGS.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A server on a record of the readings; it ends with the test.
struct Site {
    folder: tempfile::TempDir,
    port: u16,
}

impl Site {
    fn new(readings: &[Reading]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path: PathBuf = folder.path().join("rawi.db");
        let mut record = Record::create_or_open(&path).unwrap();
        for reading in readings {
            record.put(reading).unwrap();
        }
        drop(record);
        let server = Server::bind(&path, Port::Free).unwrap();
        assert_eq!(server.address(), format!("http://127.0.0.1:{}/", server.port));
        let port = server.port;
        std::thread::spawn(move || server.run());
        Self { folder, port }
    }

    /// The answer to a request: its head and its body.
    fn ask(&self, method: &str, path: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> String {
        let (head, body) = self.ask("GET", path, &format!("localhost:{}", self.port));
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        body
    }

    fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(&self.get(path)).unwrap()
    }
}

#[test]
fn only_requests_to_this_machine_are_answered() {
    let site = Site::new(&readings());
    let port = site.port;
    for host in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}"), format!("LOCALHOST:{port}")] {
        let (head, _) = site.ask("GET", "/", &host);
        assert!(head.starts_with("HTTP/1.1 200"), "{host}: {head}");
        for line in [
            "content-security-policy: default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "content-type: text/html; charset=utf-8",
        ] {
            assert!(head.contains(line), "{head}");
        }
    }
    for host in
        ["example.org".to_owned(), format!("example.org:{port}"), "localhost".to_owned(), format!("localhost:{}", port ^ 1), String::new()]
    {
        for path in ["/", "/documents.json", "/style.css", "/document/1.json"] {
            let (head, body) = site.ask("GET", path, &host);
            assert!(head.starts_with("HTTP/1.1 403"), "{host}: {head}");
            assert!(!body.contains("news/fa"), "{host}: {path}");
        }
    }
    let (head, _) = site.ask("POST", "/documents", &format!("localhost:{port}"));
    assert!(head.starts_with("HTTP/1.1 405"), "{head}");
}

#[test]
fn every_page_has_its_data() {
    let site = Site::new(&readings());
    for (page, count) in [("documents", 4), ("statements", 11), ("contacts", 5), ("events", 4), ("timeline", 13)] {
        let html = site.get(&format!("/{page}"));
        assert!(html.contains(&format!("href=\"/{page}.json\"")), "{page}");
        assert!(!html.contains("<script") && !html.contains(" style=") && !html.contains("<style"), "{page}");
        let data = site.json(&format!("/{page}.json"));
        assert_eq!(data["total"], count, "{page}");
        assert_eq!(data["rows"].as_array().unwrap().len(), count, "{page}");
    }
    for (row, reading) in readings().iter().enumerate() {
        let back: Reading = serde_json::from_str(&site.get(&format!("/document/{}.json", row + 1))).unwrap();
        assert_eq!(&back, reading);
    }
    // "border river", with the Arabic keyboard's yeh
    let found = site.json("/search.json?q=%D8%B1%D9%88%D8%AF%D8%AE%D8%A7%D9%86%D9%87%20%D9%85%D8%B1%D8%B2%D9%8A");
    assert_eq!(found["total"], 1);
    assert!(site.get("/search?q=%D8%B1%D9%88%D8%AF%D8%AE%D8%A7%D9%86%D9%87").contains("<mark>رودخانه</mark>"));
    assert!(site.get("/search?q=").contains("Type words"));
    assert!(site.get("/style.css").contains("prefers-color-scheme"));
}

#[test]
fn forms_narrow_the_lists() {
    let site = Site::new(&readings());
    assert_eq!(site.json("/statements.json?speaker=wadi&audience=&via=&page=1")["total"], 3);
    assert_eq!(site.json("/statements.json?since=2024-05&until=2024-05")["total"], 2);
    assert_eq!(site.json("/contacts.json?with=rudi&and=wadi&status=planned")["total"], 1);
    assert_eq!(site.json("/contacts.json?kind=call")["total"], 1);
    assert_eq!(site.json("/documents.json?language=ar&genre=letter")["total"], 1);
    assert_eq!(site.json("/timeline.json?who=rudi")["total"], 6);
    // What a user may type is no error.
    for odd in ["since=never", "page=-3", "page=99999999999", "kind=xyz", "speaker=%00%22%27", "words=%22%28%2A", "other=1"] {
        for page in ["documents", "statements", "contacts", "events", "timeline", "search"] {
            site.get(&format!("/{page}?{odd}"));
            site.get(&format!("/{page}.json?{odd}"));
        }
    }
    assert!(site.get("/statements?speaker=wadi").contains("value=\"wadi\""));
}

#[test]
fn a_document_is_shown_from_right_to_left_with_its_marks() {
    let site = Site::new(&readings());
    let page = site.get("/document/2");
    assert!(page.contains("<div class=\"document\" dir=\"rtl\">") && page.contains("<article lang=\"ar\">"));
    // Every statement and contact has one anchor in the text and one row, each leading to the other.
    let reading = &readings()[1];
    for (kind, count) in [('s', reading.statements.len()), ('c', reading.contacts.len())] {
        for i in 0..count {
            for (what, times) in
                [(format!("id=\"at-{kind}{i}\""), 1), (format!("id=\"row-{kind}{i}\""), 1), (format!("href=\"#at-{kind}{i}\""), 1)]
            {
                assert_eq!(page.matches(&what).count(), times, "{what}");
            }
            assert!(page.contains(&format!("href=\"#row-{kind}{i}\"")), "{kind}{i}");
        }
    }
    // A statement inside a statement: the inner words bear both.
    assert!(page.contains("class=\"mark s1 s2 words\" href=\"#row-s2\""), "{page}");
    assert!(page.contains("via \u{2068}مصدر مطلع\u{2069} via \u{2068}صحيفة النخلة\u{2069}"));
    assert!(!page.split('<').any(|tag| tag.matches(" class=").count() > 1), "one class attribute a tag");
    // The marks leave the text as it is.
    let article = page.split_once("<article").unwrap().1.split_once("</article>").unwrap().0;
    let mut text = String::new();
    let mut inside = true;
    for c in article.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let plain = |s: &str| s.split_whitespace().collect::<String>();
    assert_eq!(plain(&text), plain(&reading.document.text));
    let css = site.get("/document/2.css");
    assert!(css.contains(".document:has(.s3:hover) .s3") && css.contains("#at-c1:target"));
    let note = site.get("/document/3");
    assert!(note.contains("decode/lossy"));
}

#[test]
fn what_is_not_there_is_not_found() {
    let site = Site::new(&readings()[..1]);
    for path in ["/document/9", "/document/9.json", "/document/x", "/document/1.xml", "/nothing", "/document/99999999999999999999"] {
        let (head, _) = site.ask("GET", path, &format!("localhost:{}", site.port));
        assert!(head.starts_with("HTTP/1.1 404"), "{path}: {head}");
    }
}

#[test]
fn nothing_of_the_news_becomes_markup() {
    let mut reading = readings().swap_remove(2);
    let evil = "<script>alert(1)</script>\"'&<b>";
    reading.document.title = Some(evil.to_owned());
    reading.document.text = format!("{evil} {}", reading.document.text);
    reading.document.url = Some("javascript:alert(1)".to_owned());
    reading.document.source = format!("{evil}.txt");
    reading.document.blocks.clear();
    for actor in &mut reading.actors {
        actor.name = evil.to_owned();
    }
    for statement in &mut reading.statements {
        statement.id = evil.to_owned();
        statement.basis = evil.to_owned();
        statement.content[0].start = 0;
    }
    let site = Site::new(&[reading]);
    for path in
        ["/", "/document/1", "/statements", "/contacts", "/timeline", "/search?q=alert", "/search?q=%3Cscript%3E", "/document/%3Cscript%3E"]
    {
        let (_, body) = site.ask("GET", path, &format!("localhost:{}", site.port));
        assert!(!body.contains("<script") && !body.contains("<b>\"") && !body.contains("javascript:"), "{path}: {body}");
    }
}

#[test]
fn spans_that_do_not_fit_are_no_fault() {
    let mut reading = readings().swap_remove(0);
    reading.document.text = reading.document.text.chars().take(40).collect();
    for block in &mut reading.document.blocks {
        block.span.end = u32::MAX;
    }
    reading.statements[0].content[0].end = u32::MAX;
    reading.contacts[0].evidence[0].start = 3;
    let site = Site::new(&[reading]);
    assert!(site.get("/document/1").contains("row-s2"));
}

#[test]
fn a_port_that_is_taken_is_told() {
    let site = Site::new(&readings());
    let path = site.folder.path().join("rawi.db");
    assert!(matches!(Server::bind(&path, Port::This(site.port)), Err(ServerError::Port { .. })));
    let next = Server::bind(&path, Port::Free).unwrap();
    assert_ne!(next.port, site.port);
    assert!(matches!(Server::bind(&path.with_extension("none"), Port::Free), Err(ServerError::Record(RecordError::Missing(_)))));
}
