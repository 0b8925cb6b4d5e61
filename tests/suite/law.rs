//! What holds for every text, however strange.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::prelude::*;
use rawi_model::{Document, Reading};
use rawi_read::Reader;
use rawi_suite::{read, root};
use rawi_text::CharSpan;

fn reading(text: &str) -> Reading {
    Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None)
}

fn check(reading: &Reading) {
    let text = &reading.document.text;
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let inside = |s: &CharSpan| assert!(s.start <= s.end && s.end <= length, "{s:?} of {length}");
    let keys: BTreeSet<&String> = reading.actors.iter().map(|a| &a.key).collect();
    for mention in reading.actors.iter().flat_map(|a| &a.mentions) {
        inside(&mention.span);
        assert_eq!(mention.span.of(text), mention.text);
    }
    for date in &reading.dates {
        inside(&date.span);
        assert_eq!(date.span.of(text), date.text);
    }
    let ids: BTreeSet<&String> = reading.statements.iter().map(|s| &s.id).collect();
    for (n, s) in reading.statements.iter().enumerate() {
        assert_eq!(s.id, format!("s{n}"));
        assert!(!s.content.is_empty());
        s.content.iter().chain(&s.also).for_each(inside);
        s.cue.iter().for_each(|c| inside(&c.span));
        assert!(s.speaker.iter().chain(&s.audience).chain(&s.via).all(|k| keys.contains(k)));
        assert!(s.within.iter().all(|w| ids.contains(w)));
    }
    for c in &reading.contacts {
        c.evidence.iter().for_each(inside);
        assert!(c.parties.iter().all(|p| keys.contains(&p.actor)));
    }
}

/// Words that rules turn on, and what breaks them.
fn piece() -> impl Strategy<Value = String> {
    let words = "گفت که وی افزود: « » “ ” \" { وقال الوزير إن أن مشددا على ، ؛ . ؟ ! : :: \n \n\n 🔹 @ # ◀ به گفته بحسب نقلا عن خواستار شد را دانست \
         دعا إلى رئيس رئیس وزیر آقای الدكتور «» متن کامل نامه والسلام دیدار کرد استقبل التقى ۱۵ فروردین ۱۳۹۷ 1446 هـ أمس امروز (دوشنبه) ( ) \u{200C} \u{202B} \
         \u{FEFF} a Z 9 ـ لـ لـ« ﷲ ﻣﺤﻤﺪ 😀 \u{301} و ف ل ب";
    let list: Vec<String> = words.split(' ').map(str::to_owned).collect();
    prop_oneof![8 => proptest::sample::select(list), 2 => "[ا-ی]{1,8}", 1 => ".{0,4}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_text_is_read(pieces in proptest::collection::vec(piece(), 0..80), glue in "[ ]{0,1}") {
        let text = pieces.join(if glue.is_empty() { "" } else { " " });
        let one = reading(&text);
        check(&one);
        prop_assert_eq!(one, reading(&text));
    }
}

/// The words of all bundled articles, in order.
fn words() -> &'static [String] {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let articles = read(&[root().join("examples"), root().join("gold/texts.jsonl")]);
        articles.iter().flat_map(|r| r.document.text.split(' ').map(str::to_owned)).collect()
    });
    &WORDS
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]
    // Rules look before and behind words that a cut may have taken away.
    #[test]
    fn any_stretch_of_an_article_is_read(from in any::<proptest::sample::Index>(), length in 1_usize..40, turn in 0_usize..40) {
        let words = words();
        let from = from.index(words.len());
        let mut stretch = words[from..words.len().min(from + length)].to_vec();
        let turn = turn % stretch.len();
        stretch.rotate_left(turn);
        check(&reading(&stretch.join(" ")));
    }
}

#[test]
fn bundled_articles_obey_the_laws_in_any_thread() {
    let paths: Vec<PathBuf> = vec![root().join("examples")];
    let one = read(&paths);
    assert!(one.len() >= 14);
    one.iter().for_each(check);
    let texts: Vec<String> = one.iter().map(|r| serde_json::to_string(r).expect("json")).collect();
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let paths = paths.clone();
            std::thread::spawn(move || read(&paths))
        })
        .collect();
    for thread in threads {
        let again: Vec<String> = thread.join().expect("thread").iter().map(|r| serde_json::to_string(r).expect("json")).collect();
        assert_eq!(again, texts);
    }
}

#[test]
fn lost_joiners_change_nothing_much() {
    for one in read(&[root().join("examples/fa")]) {
        let bare: String = one.document.text.chars().filter(|&c| c != '\u{200C}').collect();
        let other = reading(&bare);
        if one.document.blocks.iter().any(|b| b.role == rawi_model::BlockRole::Kicker)
            || one.document.media_type == "text/html"
            || one.document.url.is_some()
        {
            continue;
        }
        let difference = one.statements.len().abs_diff(other.statements.len());
        assert!(difference <= 1, "{}: {} and {} statements", one.document.source, one.statements.len(), other.statements.len());
    }
}

#[test]
fn a_long_line_and_a_deep_nest_are_read_in_time() {
    check(&reading(&"وقال الوزير إن المياه كافية، مشددا على أن السد جاهز. ".repeat(4000)));
    check(&reading(&"«".repeat(20_000)));
    check(&reading(&"گفت: ".repeat(20_000)));
    check(&reading(&"وی گفت\n".repeat(20_000)));
}
