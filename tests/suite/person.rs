//! Names of persons against annotated sets: precision, recall and F1 by exact and by overlapping span, of rules alone and of
//! what the reader uses. Where the sets are at hand, no figure may fall under its floor in `gold/floor.toml`.
//!
//! A text is rebuilt from its tokens with blanks between them; of sets without documents, 25 sentences make one text. What is
//! found has no titles; where a set counts a title to the name («جناب خان»), the span overlaps and is not exact. A gold
//! span is found if one that was found overlaps it, and one that was found is right if a gold span overlaps it.

#![allow(clippy::print_stdout, clippy::cast_precision_loss, reason = "a test tells its figures")]

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use rawi_actor::Registry;
use rawi_actor::name::{PersonName, by_rule, people};
use rawi_lang::{Passage, grammar};
use rawi_model::{Document, Language};
use rawi_read::Reader;
use rawi_suite::{root, shared};
use rawi_text::Tokens;

/// How many sentences of a set without documents make one text.
const TOGETHER: usize = 25;

type Sentence = Vec<(String, String)>;

/// A text, with the places of the names that are marked in it.
struct Text {
    text: String,
    names: Vec<Range<usize>>,
}

fn text_of(sentences: &[Sentence]) -> Text {
    let mut text = String::new();
    let mut names: Vec<Range<usize>> = Vec::new();
    for sentence in sentences {
        let mut inside = false;
        for (token, tag) in sentence {
            let start = text.len();
            text.push_str(token);
            let person = tag.to_lowercase().contains("per");
            match names.last_mut() {
                Some(last) if person && inside && tag.starts_with(['I', 'i']) => last.end = text.len(),
                _ if person => names.push(start..text.len()),
                _ => {}
            }
            inside = person;
            text.push(' ');
        }
        text.push('\n');
    }
    Text { text, names }
}

/// Files with a token and its tag on each line, and empty lines between sentences.
fn tagged(files: &[PathBuf]) -> Vec<Text> {
    let mut texts = Vec::new();
    for file in files {
        let mut sentences: Vec<Sentence> = vec![Vec::new()];
        for line in fs::read_to_string(file).expect("a set").lines() {
            let mut parts = line.split_whitespace();
            match (parts.next(), parts.next()) {
                (Some(token), Some(tag)) => sentences.last_mut().expect("one").push((token.to_owned(), tag.to_owned())),
                _ if sentences.last().is_some_and(|s| !s.is_empty()) => sentences.push(Vec::new()),
                _ => {}
            }
        }
        texts.extend(sentences.chunks(TOGETHER).map(text_of));
    }
    texts
}

fn documents(file: &PathBuf) -> Vec<Text> {
    let lines = zstd::decode_all(fs::File::open(file).expect("a set")).expect("zstd");
    let document = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).expect("json");
        text_of(&serde_json::from_value::<Vec<Sentence>>(value["sentences"].clone()).expect("sentences"))
    };
    String::from_utf8(lines).expect("utf-8").lines().map(document).collect()
}

fn folder(path: &PathBuf) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(path).expect("a set").filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    files
}

/// What was found of what is marked.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    gold: usize,
    found: usize,
    met: usize,
    right: usize,
    exact: usize,
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}

impl Tally {
    fn add(&mut self, gold: &[Range<usize>], found: &[Range<usize>]) {
        let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        self.gold += gold.len();
        self.found += found.len();
        self.met += gold.iter().filter(|g| found.iter().any(|f| meet(g, f))).count();
        self.right += found.iter().filter(|f| gold.iter().any(|g| meet(g, f))).count();
        self.exact += found.iter().filter(|f| gold.contains(f)).count();
    }

    fn overlap(self) -> (f64, f64) {
        (self.right as f64 / self.found.max(1) as f64, self.met as f64 / self.gold.max(1) as f64)
    }

    fn exact(self) -> (f64, f64) {
        (self.exact as f64 / self.found.max(1) as f64, self.exact as f64 / self.gold.max(1) as f64)
    }
}

type Finder = fn(&Passage<'_>, &Registry) -> Vec<PersonName>;

fn measure(texts: &[Text], language: Language, finder: Finder) -> Tally {
    let mut tally = Tally::default();
    for text in texts {
        let tokens = Tokens::new(&text.text);
        let mut passage = Passage::new(&text.text, &tokens, grammar(language).expect("a grammar"));
        Registry::shared().mark(&mut passage);
        let found: Vec<Range<usize>> = finder(&passage, Registry::shared())
            .into_iter()
            .map(|n| tokens.raw_from(n.tokens.start, n.skip) as usize..tokens.span(n.tokens).end as usize)
            .collect();
        tally.add(&text.names, &found);
    }
    tally
}

fn check(name: &str, texts: &[Text], language: Language) {
    let floors = fs::read_to_string(root().join("gold/floor.toml")).expect("gold/floor.toml");
    let floors: BTreeMap<String, toml::Value> = toml::from_str(&floors).expect("gold/floor.toml");
    for (way, finder) in [("rules", by_rule as Finder), ("learned", people as Finder)] {
        let tally = measure(texts, language, finder);
        let ((p, r), (ep, er)) = (tally.overlap(), tally.exact());
        let (overlap, exact) = (f1(p, r), f1(ep, er));
        println!(
            "{name:14} {way:8} {:6} names: overlap P {p:.3} R {r:.3} F1 {overlap:.3}; exact P {ep:.3} R {er:.3} F1 {exact:.3}",
            tally.gold
        );
        if way == "learned" {
            for (key, value) in [("overlap", overlap), ("exact", exact)] {
                let least = floors["person"][&format!("{name}_{key}")].as_float().expect("a floor");
                assert!(value >= least, "{name}: {key} is {value:.4}, its floor {least}");
            }
        }
    }
}

#[test]
fn persons_are_found_in_peyma() {
    let Some(set) = shared("data/annotated/ner_fa_peyma/peyma_nsurl2019.jsonl.zst") else { return };
    let texts = documents(&set);
    check("peyma", &texts, Language::Fa);
    // The first 150 documents were looked at while the recogniser was made.
    check("peyma_unseen", &texts[150..], Language::Fa);
}

#[test]
fn persons_are_found_in_arman() {
    let Some(set) = shared("data/annotated/ner_fa_arman") else { return };
    let files: Vec<PathBuf> = folder(&set).into_iter().filter(|f| f.to_string_lossy().contains("fold")).collect();
    check("arman", &tagged(&files), Language::Fa);
}

#[test]
fn persons_are_found_in_anercorp() {
    let Some(set) = shared("data/annotated/ner_ar_anercorp") else { return };
    let test = tagged(&[set.join("ANERCorp_CamelLab_test.txt")]);
    check("anercorp_test", &test, Language::Ar);
    // The first third of the training part was looked at.
    let mut all = tagged(&[set.join("ANERCorp_CamelLab_train.txt")]);
    let third = all.len() / 3;
    all.extend(test);
    check("anercorp", &all, Language::Ar);
    check("anercorp_unseen", &all[third..], Language::Ar);
}

#[test]
fn persons_are_found_in_aqmar() {
    let Some(set) = shared("data/annotated/ner_ar_aqmar") else { return };
    check("aqmar", &tagged(&folder(&set)), Language::Ar);
}

/// The actors of a text, each with the words that mention it.
fn mentioned(text: &str) -> Vec<(String, Vec<String>)> {
    let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
    reading.actors.into_iter().map(|a| (a.name, a.mentions.into_iter().map(|m| m.text).collect())).collect()
}

#[test]
fn a_speaker_is_mentioned_wherever_he_is_named() {
    // "Farhad Karimi, the head of the water company, said: the dam is ready. The project, which Karimi opened last year, is on the
    // river. Ali Ahmadi was born in this village."
    let fa = mentioned(
        "فرهاد کریمی رئیس شرکت آب گفت: سد آماده است.\nاین طرح که کریمی سال گذشته افتتاح کرد روی رودخانه است.\nعلی احمدی در این روستا به دنیا آمد.",
    );
    let speaker = fa.iter().find(|a| a.0.contains("کریمی")).expect("the speaker");
    assert!(speaker.1.iter().any(|m| m == "کریمی"), "{fa:?}");
    assert!(!fa.iter().any(|a| a.0.contains("احمدی")), "{fa:?}");
    // "Salem al-Harbi, director of the port, said the ships have arrived. The workers thanked al-Harbi."
    let ar = mentioned("قال سالم الحربي مدير الميناء إن السفن وصلت.\nوشكر العمال سالم الحربي على عمله في الميناء.");
    let speaker = ar.iter().find(|a| a.0.contains("الحربي")).expect("the speaker");
    assert!(speaker.1.iter().any(|m| m == "سالم الحربي"), "{ar:?}");
}

/// The names of those who speak in a text, one a statement.
fn speakers(text: &str) -> Vec<String> {
    let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
    let name = |key: &str| reading.actors.iter().find(|a| a.key == key).map(|a| a.name.clone());
    reading.statements.iter().map(|s| s.speaker.as_deref().and_then(name).unwrap_or_default()).collect()
}

#[test]
fn a_speaker_has_his_whole_name() {
    let cases = [
        // "The press conference of Bahram Nikrad was held. Nikrad said: the bridge is open."
        ("نشست خبری بهرام نیک\u{200C}راد برگزار شد.\nنیک\u{200C}راد گفت: پل باز است.", "بهرام نیک\u{200C}راد"),
        // "Qotb al-Din Sadeghi, Ala al-Din Ghasemi said"
        ("قطب\u{200C}الدین صادقی نیز در این نشست گفت: موزه باز است.", "قطب\u{200C}الدین صادقی"),
        ("علاالدین قاسمی پیش از آغاز مسابقه گفت: زمین آماده است.", "علاالدین قاسمی"),
        // "Luna Martel, who studies rivers"
        ("\"لونا مارتل\"(Luna Martel)، پژوهشگر رودخانه\u{200C}ها گفت: آب پاک است.", "لونا مارتل"),
        // "The spokesman of the water company said … the spokesman of this company added"
        ("سخنگوی شرکت آب گفت: مخزن پر است.\nسخنگوی این شرکت افزود: لوله\u{200C}ها نو است.", "سخنگوی شرکت آب"),
        // "The spokesman of the centre, Rafat al-Bustani"
        ("وأوضح المتحدث الرسمي للمركز رأفت البستاني أن المعرض مفتوح.\nوأكد البستاني أن الدخول مجاني.", "رأفت البستاني"),
        // "The engineer Said al-Umari explained … al-Umari said"
        ("وأوضح مدير المشاريع بشركة المياه الوطنية المهندس سعيد العمري أن المحطة جاهزة.\nوقال العمري إن العمل مستمر.", "سعيد العمري"),
    ];
    for (text, name) in cases {
        let found = speakers(text);
        assert!(!found.is_empty() && found.iter().all(|f| f == name), "{text}\n{found:?}");
    }
}

#[test]
fn a_namesake_is_another_person() {
    // Each has the last name, or as his first the last name, of a person whom the registry knows.
    let cases = [
        ("هوشنگ نصیرزاده کارشناس آب گفت: سد پر است.\nنصیرزاده افزود: رود آرام است.", "هوشنگ نصیرزاده"),
        ("نصرالله کوهستانی مدیرکل ورزش گفت: استخر باز است.", "نصرالله کوهستانی"),
        ("تورج دهقانی زنگنه در این نشست گفت: پرواز آغاز شد.\nزنگنه ادامه داد: فرودگاه آماده است.", "تورج دهقانی زنگنه"),
        ("وأوضح المهندس مسفر المالكي المتحدث الإعلامي أن الطريق مفتوح.\nوقال المالكي إن العمل انتهى.", "مسفر المالكي"),
        ("مدیر کمیته امداد امام خمینی شهرستان رودبار گفت: خانه\u{200C}ها ساخته شد.", "مدیر کمیته امداد امام خمینی شهرستان رودبار"),
    ];
    for (text, name) in cases {
        let found = speakers(text);
        assert!(!found.is_empty() && found.iter().all(|f| f == name), "{text}\n{found:?}");
    }
}

#[test]
fn many_names_on_a_long_line_are_found_in_time_that_grows_with_it() {
    let text = "آقای بهرام نیک\u{200C}راد و خانم مریم سپهری ".repeat(4000); // Mr Bahram Nikrad and Mrs Maryam Sepehri
    let tokens = Tokens::new(&text);
    let mut passage = Passage::new(&text, &tokens, grammar(Language::Fa).expect("a grammar"));
    Registry::shared().mark(&mut passage);
    let found = people(&passage, Registry::shared());
    assert!(found.len() > 6000, "{}", found.len());
    assert!(found.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
}
