use proptest::prelude::*;

use super::*;

fn mended(line: &str) -> String {
    Mender::new(Options::default()).mend(line).to_owned()
}

#[test]
fn signs_are_put_right() {
    for (line, right) in [
        ("\u{FEFF}کتاب\u{200F} ما", "کتاب ما"),
        ("کتاب\u{A0}ما", "کتاب ما"),
        ("کتاب  ما", "کتاب ما"),
        ("  کتاب ما  \r\n", "  کتاب ما  \r\n"),
        ("می\u{200C}\u{200C}کرد", "می\u{200C}کرد"),
        ("کتاب\u{200C} ما \u{200C}است\u{200C}.", "کتاب ما است."),
        ("می\u{200B}کرد", "می\u{200C}کرد"),
        ("کتـــاب", "کتاب"),
        ("سنة 1446 هـ في مكة", "سنة 1446 هـ في مكة"),
        ("ﻛﺘﺎﺏ ﻣﺤﻤﺪ گفت", "کتاب محمد گفت"),
        ("كتاب خوبي است كه می\u{200C}خوانیم", "کتاب خوبی است که می\u{200C}خوانیم"),
        ("۱۲ و 12 و ١٢", "۱۲ و 12 و ١٢"),
        ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
    ] {
        assert_eq!(mended(line), right);
    }
}

#[test]
fn only_what_is_asked_for() {
    let with = |options: Options, line: &str| Mender::new(options).mend(line).to_owned();
    let keep = Options { joiners: Joiners::Keep, letters: Letters::Keep, ..Options::default() };
    assert_eq!(with(keep, "میکرد كتاب\u{200C} را"), "میکرد كتاب\u{200C} را");
    assert_eq!(with(Options { joiners: Joiners::Strip, ..keep }, "می\u{200C}کرد"), "میکرد");
    assert_eq!(with(Options { digits: Digits::Persian, ..keep }, "12 ٣"), "۱۲ ۳");
    assert_eq!(with(Options { digits: Digits::Latin, ..keep }, "۱۲ ٣"), "12 3");
    assert_eq!(with(Options { letters: Letters::Arabic, ..keep }, "کی"), "كي");
    assert_eq!(with(Options { language: Some(Language::Ar), ..Options::default() }, "می کرد"), "می کرد");
}

#[test]
fn changes_tell_place_words_and_reason() {
    let line = "او كتاب\u{A0}ها را نمیتوانستهاند";
    let changes = Mender::new(Options { language: Some(Language::Fa), ..Options::default() }).changes(line);
    let told: Vec<(&str, String, String)> = changes
        .iter()
        .map(|c| {
            let reasons: Vec<String> = c.reasons.iter().map(ToString::to_string).collect();
            (c.span.of(line), c.new.replace('\u{200C}', "+"), reasons.join("; "))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("كتاب\u{A0}ها", "کتاب+ها".to_owned(), "letter of the other keyboard; space for joiner, plural; odd space".to_owned()),
            ("نمیتوانستهاند", "نمی+توانسته+اند".to_owned(), "joiner deleted, verb prefix; joiner deleted, ending after he".to_owned()),
        ]
    );
}

fn piece() -> impl Strategy<Value = String> {
    let words = "می کرد میکرد گروههای ها كتاب هاي علي ة في الى ۱۲ 12 ٣ ـ هـ لـ ﻻ ﷲ ﷺ ﻣ 😀 a . « » \u{200C} \u{200C}\u{200C} \u{200B} \u{200D} \u{200F} \u{202B} \
                 \u{FEFF} \u{A0} \u{2009} \u{64E} \u{301} \u{AD} \u{61C} \t";
    let list: Vec<String> = words.split(' ').map(str::to_owned).collect();
    prop_oneof![8 => proptest::sample::select(list), 1 => Just(" ".to_owned()), 2 => "[ا-ی\u{200C} ]{1,8}", 1 => "\\PC{0,4}"]
}

fn options() -> impl Strategy<Value = Options> {
    let joiners = proptest::sample::select(vec![Joiners::Restore, Joiners::Restore, Joiners::Keep, Joiners::Strip]);
    let letters = proptest::sample::select(vec![Letters::Auto, Letters::Auto, Letters::Keep, Letters::Persian, Letters::Arabic]);
    let digits = proptest::sample::select(vec![Digits::Keep, Digits::Persian, Digits::Arabic, Digits::Latin]);
    let language = proptest::sample::select(vec![None, None, Some(Language::Fa), Some(Language::Ar)]);
    (joiners, letters, digits, language).prop_map(|(joiners, letters, digits, language)| Options { joiners, letters, digits, language })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn mended_lines_are_whole(pieces in proptest::collection::vec(piece(), 0..30), glue in "[ ]{0,2}", options in options()) {
        let line = pieces.join(&glue).replace('\n', "");
        let mut mender = Mender::new(options);
        let once = mender.mend(&line).to_owned();
        prop_assert_eq!(mender.mend(&once), once.as_str());
        // Letters and digits are the same but for their shape.
        let bare = |t: &str| rawi_text::fold(t).chars().filter(|c| !c.is_whitespace() && *c != '\u{61C}').collect::<String>();
        prop_assert_eq!(bare(&once), bare(&line));
        // The changes are the difference.
        let (mut at, mut made) = (0, String::new());
        for change in mender.changes(&line) {
            made.push_str(&line[at..change.span.start as usize]);
            made.push_str(&change.new);
            at = change.span.end as usize;
        }
        made.push_str(&line[at..]);
        prop_assert_eq!(made, once);
    }
}
