//! Whole files through the public interface.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use rawi_source::{ErrorKind, RawDocument, SourceError, SourceOptions, open, open_reader, pieces};
use tempfile::TempDir;

fn options(max_bytes: u64) -> SourceOptions {
    let mut options = SourceOptions::default();
    options.max_bytes = max_bytes;
    options
}

fn read(paths: &[PathBuf], options: SourceOptions) -> (Vec<RawDocument>, Vec<SourceError>) {
    let (mut documents, mut errors) = (Vec::new(), Vec::new());
    for item in open(paths, options) {
        match item {
            Ok(document) => documents.push(document),
            Err(error) => errors.push(error),
        }
    }
    (documents, errors)
}

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn texts(documents: &[RawDocument]) -> Vec<&str> {
    documents.iter().map(|raw| raw.document.text.as_str()).collect()
}

fn below(folder: &TempDir, source: &str) -> String {
    Path::new(source).strip_prefix(folder.path()).unwrap().to_string_lossy().into_owned()
}

/// So many records in Persian: "the minister said, number …".
fn records(count: usize) -> String {
    let record = |i: usize| format!("{{\"id\": {i}, \"text\": \"وزیر گفت، شماره {i} {}\"}}\n", i * 7919);
    (0..count).map(record).collect::<Vec<_>>().concat()
}

#[test]
fn a_folder_of_all_kinds_goes_on_after_every_fault() {
    let folder = tempfile::tempdir().unwrap();
    file(&folder, "1.txt", "سفیر آمد.".as_bytes());
    file(&folder, "2.txt", b"");
    file(
        &folder,
        "3.jsonl",
        "{\"id\": \"a\", \"text\": \"یک\"}\n\n{\"text\": \"دو\r\n{\"text\": \"سه\"}\r\n[]\n{\"id\": 9}\n{\"text\": \"چها".as_bytes(),
    );
    file(&folder, "4.html", "<h1>وصول السفير</h1><p>وصل السفير الجديد إلى المدينة.</p>".as_bytes());
    file(&folder, "5.json", "[{\"text\": \"پنج\"},\n {\"id\": \"x\", \"text\": \"شش {[\"}, 7, {\"te".as_bytes());
    file(&folder, "6.json", "{\n  \"text\": \"هفت\"\n}\n".as_bytes());
    file(&folder, "7.pdf", b"%PDF");
    let mut sources = open(&[folder.path().to_owned()], SourceOptions::default());
    let (mut documents, mut errors) = (Vec::new(), Vec::new());
    for item in sources.by_ref() {
        match item {
            Ok(raw) => documents.push(format!("{} {}", below(&folder, &raw.document.source), raw.document.text.replace('\n', "|"))),
            Err(error) => errors.push(below(&folder, &error.to_string())),
        }
    }
    assert_eq!(
        documents,
        [
            "1.txt سفیر آمد.",
            "3.jsonl#a یک",
            "3.jsonl#4 سه",
            "4.html وصول السفير||وصل السفير الجديد إلى المدينة.",
            "5.json#1 پنج",
            "5.json#x شش {[",
            "6.json#1 هفت",
        ]
    );
    assert_eq!(
        errors,
        [
            "2.txt: holds no text",
            "3.jsonl:3: the JSON record is cut short",
            "3.jsonl:5: not a JSON record: not an object",
            "3.jsonl:7: the JSON record is cut short",
            "5.json record 3: not a JSON record: not an object",
            "5.json record 4: the JSON record is cut short",
        ]
    );
    let skipped = sources.skipped();
    assert_eq!((skipped.empty_records, skipped.other_files), (1, 1));
    assert!(sources.bytes_read() > 0);
}

#[test]
fn packed_files_and_files_cut_in_the_middle() {
    let folder = tempfile::tempdir().unwrap();
    let plain = records(20_000);
    let zst = zstd::encode_all(plain.as_bytes(), 3).unwrap();
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(plain.as_bytes()).unwrap();
    let gz = gz.finish().unwrap();
    let two_members = [&gz[..], &gz[..]].concat();
    for (name, bytes, count) in [("a.jsonl.zst", &zst, 20_000), ("a.jsonl.gz", &gz, 20_000), ("b.ndjson.gz", &two_members, 40_000)] {
        let (documents, errors) = read(&[file(&folder, name, bytes)], SourceOptions::default());
        assert_eq!((documents.len(), errors.len()), (count, 0), "{name}");
    }
    for (name, bytes) in [("c.jsonl.zst", &zst[..zst.len() / 2]), ("c.jsonl.gz", &gz[..gz.len() / 2])] {
        let (documents, errors) = read(&[file(&folder, name, bytes)], SourceOptions::default());
        assert!(documents.len() > 100 && documents.len() < 20_000, "{name}: {}", documents.len());
        assert!(matches!(&errors[..], [SourceError::BadArchive { .. }]), "{name}: {errors:?}");
        assert_eq!(errors[0].kind(), ErrorKind::Unreadable);
    }
    // Under a name that promises what the bytes do not hold.
    let (documents, errors) =
        read(&[file(&folder, "d.txt.gz", b"no archive"), file(&folder, "d.html.zst", b"none")], SourceOptions::default());
    assert_eq!((documents.len(), errors.len()), (0, 2));
}

#[test]
fn what_is_too_large_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let long = "ا".repeat(3000);
    let lines = format!("{{\"text\": \"یک\"}}\n{{\"text\": \"{long}\"}}\n{{\"text\": \"سه\"}}\n{{\"text\": \"{long}\"}}");
    let array = format!("[{{\"text\": \"یک\"}}, {{\"text\": \"{long}\"}}, {{\"text\": \"سه\"}}]");
    let paths =
        [file(&folder, "a.jsonl", lines.as_bytes()), file(&folder, "b.json", array.as_bytes()), file(&folder, "c.txt", long.as_bytes())];
    let (documents, errors) = read(&paths, options(1000));
    assert_eq!(texts(&documents), ["یک", "سه", "یک", "سه"]);
    assert_eq!(documents[1].document.source, format!("{}#3", paths[0].display()));
    assert_eq!(errors.len(), 4);
    assert!(errors.iter().all(|error| error.kind() == ErrorKind::TooLarge));
    assert_eq!(errors[0].place().line, Some(2));
    assert_eq!(errors[2].place().record, Some(2));
    // A line of exactly the limit is read.
    let (documents, errors) = read(&[file(&folder, "e.jsonl", b"{\"text\": \"abcde\"}\n{\"text\": \"abcdef\"}\n")], options(17));
    assert_eq!((documents.len(), errors.len()), (1, 1));
}

#[test]
fn by_look() {
    let given = |bytes: &[u8]| open_reader("-", std::io::Cursor::new(bytes.to_vec()), SourceOptions::default()).collect::<Vec<_>>();
    let only = |bytes: &[u8]| given(bytes).remove(0).unwrap().document;
    assert_eq!(only("\u{FEFF}  {\"id\": 3, \"text\": \"یک\"}".as_bytes()).source, "-#3");
    assert_eq!(given(records(50).as_bytes()).len(), 50);
    assert_eq!(only("[{\"text\": \"یک\"}]".as_bytes()).media_type, "application/json");
    assert_eq!(only("<html><body><p>وصل السفير إلى المدينة.</p></body></html>".as_bytes()).text, "وصل السفير إلى المدينة.");
    let plain = only("[بیروت] سفیر آمد.\n".as_bytes());
    assert_eq!((plain.source.as_str(), plain.text.as_str(), plain.media_type.as_str()), ("-", "[بیروت] سفیر آمد.\n", "text/plain"));
    let packed = zstd::encode_all(records(3).as_bytes(), 1).unwrap();
    assert_eq!(given(&packed).len(), 3);
    assert!(matches!(&given(b"")[..], [Err(SourceError::Empty { .. })]));
}

#[test]
fn the_outlet_given_by_hand_fills_gaps_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "a.jsonl", "{\"text\": \"یک\"}\n{\"text\": \"دو\", \"channel\": \"k\"}".as_bytes());
    let mut options = SourceOptions::default();
    options.outlet = Some("نمونه".to_owned());
    let (documents, _) = read(&[path], options);
    let outlets: Vec<_> = documents.iter().map(|raw| raw.document.outlet.as_deref()).collect();
    assert_eq!(outlets, [Some("نمونه"), Some("k")]);
}

#[test]
fn pieces_give_the_same_documents() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "a.jsonl", records(200).as_bytes());
    let (documents, _) = read(std::slice::from_ref(&path), SourceOptions::default());
    let apart: Vec<RawDocument> = pieces(&[path], SourceOptions::default())
        .flat_map(|piece| std::thread::spawn(|| piece.unwrap().read().unwrap()).join().unwrap())
        .collect();
    assert_eq!(documents, apart);
}

#[test]
fn hostile_files_never_panic() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = 7_u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    })
    .take(20_000)
    .collect();
    let brackets: Vec<u8> = noise.iter().map(|b| b"[]{}\",:\\ \nntx1\xD9\xEF"[usize::from(b % 16)]).collect();
    for (name, bytes) in [("noise", &noise), ("brackets", &brackets)] {
        for extension in ["txt", "html", "jsonl", "json", "txt.gz", "jsonl.zst", "json.gz"] {
            let (_, errors) = read(&[file(&folder, &format!("{name}.{extension}"), bytes)], SourceOptions::default());
            assert!(errors.iter().all(|error| error.to_string().len() < 600));
        }
        let _ = open_reader("-", std::io::Cursor::new(bytes.clone()), SourceOptions::default()).count();
    }
}
