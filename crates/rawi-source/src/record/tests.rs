use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

fn with(fields: &[(&str, &str)], json: &str) -> Result<Option<RawDocument>, SourceError> {
    let fields: BTreeMap<String, String> = fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    read(&Place::line("a.jsonl", 4), json.as_bytes(), &Columns::new(&fields), "application/jsonl")
}

fn one(json: &str) -> RawDocument {
    with(&[], json).unwrap().unwrap()
}

#[test]
fn the_contract() {
    let raw = one(
        r#"{"id": 12, "title": "سفر وزیر", "text": "وزیر امور خارجه راهی شد.", "published": "2023-06-21", "url": "u", "outlet": "o", "lang": "fa-IR"}"#,
    );
    let document = raw.document;
    assert_eq!(document.source, "a.jsonl#12");
    assert_eq!(document.text, "سفر وزیر\n\nوزیر امور خارجه راهی شد."); // "The minister's journey / The foreign minister set out."
    assert_eq!(document.title.as_deref(), Some("سفر وزیر"));
    assert_eq!((document.url.as_deref(), document.outlet.as_deref(), document.language), (Some("u"), Some("o"), Language::Fa));
    assert_eq!(raw.published.as_deref(), Some("2023-06-21"));
    assert!(document.blocks.is_empty() && raw.notes.is_empty());
}

#[test]
fn a_title_that_the_text_begins_with_is_not_doubled() {
    let raw = one(r#"{"title": "دیدار دو سفیر", "body": " دیدار دو سفیر\nدو سفیر دیدار کردند."}"#);
    assert_eq!(raw.document.text, " دیدار دو سفیر\nدو سفیر دیدار کردند.");
    assert_eq!(raw.document.source, "a.jsonl#4");
}

#[test]
fn other_names_and_their_order() {
    let raw = one(r#"{"excerpt": "خلاصه", "content": "", "full_text": "المتن", "link": "l", "source": {"id": null, "name": "وكالة"}}"#);
    assert_eq!(raw.document.text, "المتن");
    assert_eq!((raw.document.url.as_deref(), raw.document.outlet.as_deref()), (Some("l"), Some("وكالة")));
    let raw = one(r#"{"title": "ت", "abstract": "چکیده", "paragraphs": ["بند یک", "", "بند دو"]}"#);
    assert_eq!(raw.document.text, "ت\n\nچکیده\n\nبند یک\n\nبند دو");
    let raw = one(r#"{"date_extracted": "2015-07-21 02:51:32", "text": "خبر"}"#);
    assert_eq!(raw.published.as_deref(), Some("2015-07-21 02:51:32"));
    assert_eq!(raw.notes[0].code, "published/crawled");
    let raw = one(r#"{"date_extracted": "2015-07-21", "date_shown": "15:25 · 31 Mordad 1405", "text": "خبر"}"#);
    assert_eq!(raw.published.as_deref(), Some("15:25 · 31 Mordad 1405"));
}

#[test]
fn mapped_columns() {
    let json = r#"{"matn": "متن", "text": "x", "title": "ت", "kod": "k1"}"#;
    let raw = with(&[("text", "matn"), ("title", ""), ("id", "kod")], json).unwrap().unwrap();
    assert_eq!((raw.document.text.as_str(), raw.document.title, raw.document.source.as_str()), ("متن", None, "a.jsonl#k1"));
    // A column may serve twice.
    let raw = with(&[("text", "title")], json).unwrap().unwrap();
    assert_eq!(raw.document.text, "ت");
}

#[test]
fn lists_of_parts() {
    let raw = one(r#"{"id": 5, "text": ["وزیر ", {"type": "bold", "text": "گفت"}, ": بله ", {"type": "link", "text": "t.me/x"}]}"#);
    assert_eq!(raw.document.text, "وزیر گفت: بله t.me/x");
    let raw = one(r#"{"content": [{"type": "p", "text": "بند یک"}, {"type": "img", "src": "x"}, {"type": "p", "text": "بند دو"}]}"#);
    assert_eq!(raw.document.text, "بند یک\n\nبند دو");
    assert_eq!(one(r#"{"text": ["یک", "دو"]}"#).document.text, "یک\n\nدو");
}

#[test]
fn times_as_numbers() {
    assert_eq!(one(r#"{"text": "a", "date": 1687348800}"#).published.as_deref(), Some("2023-06-21T12:00:00Z"));
    assert_eq!(one(r#"{"text": "a", "date": 1687348800000}"#).published.as_deref(), Some("2023-06-21T12:00:00Z"));
    assert_eq!(one(r#"{"text": "a", "date": 20230621}"#).published.as_deref(), Some("20230621"));
}

#[test]
fn without_text() {
    for json in [r#"{"id": 1}"#, r#"{"text": " \n"}"#, r#"{"text": null, "title": "t"}"#, r#"{"text": []}"#, "{}"] {
        assert!(with(&[], json).unwrap().is_none(), "{json}");
    }
}

#[test]
fn mended_records() {
    let raw = one(r#"{"text": "گل \ud83c\ud83c\udf39"}"#);
    assert_eq!(raw.document.text, "گل \u{FFFD}🌹");
    assert_eq!(raw.notes[0].code, "record/mended");
    let raw = one("{\"text\": \"a\tb\", \"n\": NaN}");
    assert_eq!((raw.document.text.as_str(), raw.notes.len()), ("a\tb", 0));
}

#[test]
fn refused_records() {
    let cut = with(&[], r#"{"id": 3, "text": "وزیر گ"#).unwrap_err();
    assert_eq!(cut.to_string(), "a.jsonl:4: the JSON record is cut short");
    let bad = with(&[], r#"{"id" 3}"#).unwrap_err();
    assert_eq!(bad.to_string(), "a.jsonl:4: not a JSON record: expected `:` at column 7");
    for json in ["[1]", "\"text\"", "12", "word", "{} {}"] {
        assert!(matches!(with(&[], json), Err(SourceError::BadRecord { .. })), "{json}");
    }
}

#[test]
fn other_encodings() {
    // windows-1256: "the minister said that the talks were useful and would go on"
    let text = b"\xe6\xde\xc7\xe1 \xc7\xe1\xe6\xd2\xed\xd1 \xc7\xe4 \xc7\xe1\xe3\xcd\xc7\xcf\xcb\xc7\xca \xdf\xc7\xe4\xca \xe3\xdd\xed\xcf\xc9 \xe6\xd3\xca\xca\xe6\xc7\xd5\xe1 \xed\xe6\xe3 \xc7\xe1\xcb\xe1\xc7\xcb\xc7\xc1 \xdd\xed \xc7\xe1\xda\xc7\xd5\xe3\xc9";
    let line = [&b"{\"text\": \""[..], text, b"\"}"].concat();
    let raw = read(&Place::line("a.jsonl", 1), &line, &Columns::new(&BTreeMap::new()), "application/jsonl").unwrap().unwrap();
    assert!(raw.document.text.starts_with("وقال الوزير ان المحادثات كانت مفيدة"), "{}", raw.document.text);
    assert_eq!(raw.notes[0].code, "decode/legacy");
}

proptest! {
    #[test]
    fn hostile_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&Place::line("a", 1), &bytes, &Columns::new(&BTreeMap::new()), "x");
    }

    #[test]
    fn hostile_json_never_panics(json in r#"\{"(text|id|title|paragraphs)": ?["\[{][a-z"\\ud8c,:{}\[\] گ\n]{0,40}"?\}?"#) {
        let _ = with(&[], &json);
    }
}
