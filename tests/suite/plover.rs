//! What words do: examples of the data files, the table of CAMEO, and a hundred records of PLOVER's gold standard.
//!
//! A record is right where a statement of its sentence, or for CONSULT a contact, has the record's type. Records with an odd number in the
//! file (counted from 0 the even ones) were used to find what is missing; the others were only counted.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::BTreeMap;

use rawi_lang::LANGUAGES;
use rawi_model::{Document, Event, Language, Reading};
use rawi_read::Reader;
use rawi_suite::root;
use serde::Deserialize;

#[derive(Deserialize)]
struct Record {
    id: String,
    event: String,
    spoken: bool,
    fa: String,
    ar: String,
}

impl Record {
    /// The type in PLOVER of today.
    fn plover(&self) -> &str {
        match self.event.as_str() {
            "DEMAND" => "REQUEST",
            "DISAPPROVE" | "INVESTIGATE" => "ACCUSE",
            name => name,
        }
    }
}

fn floors() -> BTreeMap<String, toml::Value> {
    toml::from_str(&std::fs::read_to_string(root().join("gold/floor.toml")).expect("floor")).expect("floor")
}

fn read(text: &str, language: Language) -> Reading {
    Reader::new().read(Document { text: text.to_owned(), language, ..Document::default() }, None)
}

fn types(reading: &Reading) -> Vec<&'static str> {
    let said = reading.statements.iter().filter_map(|s| s.event.as_ref());
    said.chain(reading.contacts.iter().filter_map(|c| c.event.as_ref())).map(|e| e.plover.name()).collect()
}

/// The share of a count.
fn share(right: usize, all: usize) -> f64 {
    f64::from(u32::try_from(right).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all.max(1)).unwrap_or(u32::MAX))
}

#[test]
fn records_have_their_type() {
    let text = std::fs::read_to_string(root().join("tests/cases/plover/records.jsonl")).expect("records");
    let records: Vec<Record> = text.lines().map(|line| serde_json::from_str(line).expect("record")).collect();
    assert_eq!(records.len(), 100);
    let floors = floors();
    for (code, language) in [("fa", Language::Fa), ("ar", Language::Ar)] {
        let read: Vec<Vec<&str>> = records.iter().map(|r| types(&read(if code == "fa" { &r.fa } else { &r.ar }, language))).collect();
        let right = |(r, found): &(&Record, &Vec<&str>)| found.contains(&r.plover());
        let count = |keep: &dyn Fn(usize, &Record) -> bool| {
            let kept: Vec<_> = records.iter().zip(&read).enumerate().filter(|(i, (r, _))| keep(*i, r)).map(|(_, pair)| pair).collect();
            (kept.iter().filter(|pair| right(pair)).count(), kept.len())
        };
        let (all, tuned, held, spoken) =
            (count(&|_, _| true), count(&|i, _| i % 2 == 0), count(&|i, _| i % 2 == 1), count(&|_, r| r.spoken));
        let given: usize = read.iter().map(Vec::len).sum();
        let fits: usize = records.iter().zip(&read).map(|(r, found)| found.iter().filter(|f| **f == r.plover()).count()).sum();
        println!(
            "{code}: right {all:?}, tuned {tuned:?}, held {held:?}, spoken {spoken:?}; of {given} types given {fits} are the record's"
        );
        let wrong = records.iter().zip(&read).enumerate().filter(|(i, pair)| i % 2 == 0 && !right(pair));
        for (_, (r, found)) in wrong {
            println!("  not: {} {found:?}", r.id);
        }
        let least = floors["plover"][code].as_float().expect("floor");
        assert!(share(all.0, all.1) >= least, "{code}: {all:?}, the floor is {least}");
    }
}

/// The modes of the manual's verbal types.
const MODES: &[(&str, &[&str])] = &[
    ("AGREE", &[]),
    ("CONSULT", &["visit", "third-party", "multilateral", "phone"]),
    ("SUPPORT", &[]),
    ("CONCEDE", &[]),
    ("REQUEST", &["assist", "change", "yield", "meet"]),
    ("ACCUSE", &["disapprove", "investigate", "allege"]),
    ("REJECT", &["assist", "change", "yield", "meet"]),
    ("THREATEN", &["restrict", "arrest", "relations", "expel", "territory", "violence"]),
];

/// The rows of the table: code, type and mode; empty where the code has none.
fn table() -> BTreeMap<String, (String, String)> {
    let text = std::fs::read_to_string(root().join("tests/cases/plover/cameo.tsv")).expect("cameo.tsv");
    let mut rows = BTreeMap::new();
    for line in text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_digit())) {
        let mut cells = line.split('\t').map(str::to_owned);
        let (code, kind, mode) = (cells.next().expect("code"), cells.next().expect("type"), cells.next().expect("mode"));
        assert!(rows.insert(code, (kind, mode)).is_none(), "twice: {line}");
    }
    rows
}

/// What is wrong with an event, by the table: a code that is unknown or of another type, a mode that is none of its type's.
fn fault(table: &BTreeMap<String, (String, String)>, event: &Event) -> Option<String> {
    let name = event.plover.name();
    let modes = MODES.iter().find(|m| m.0 == name)?.1;
    if event.mode.as_deref().is_some_and(|m| !modes.contains(&m)) {
        return Some(format!("{event:?}: no mode of the type"));
    }
    let Some(code) = &event.cameo else { return None };
    match table.get(code) {
        None => Some(format!("{event:?}: no code of CAMEO")),
        Some((kind, _)) if kind != name => Some(format!("{event:?}: the table has {kind}")),
        Some((_, mode)) if !mode.is_empty() && event.mode.as_deref().is_some_and(|m| m != mode) => {
            Some(format!("{event:?}: the table has {mode}"))
        }
        _ => None,
    }
}

#[test]
fn every_code_has_its_row() {
    let table = table();
    // 20 classes; all have a row, and the codes below a code have it too.
    for class in 1..=20 {
        assert!(table.keys().any(|code| code.starts_with(&format!("{class:02}"))), "{class:02}");
    }
    for code in table.keys().filter(|c| c.len() == 4) {
        assert!(table.contains_key(&code[..3]), "{code} without {}", &code[..3]);
    }
    let Some(source) = rawi_suite::shared("data/plover/CAMEO2PLOVER-2021.txt") else { return };
    let text = std::fs::read_to_string(source).expect("table");
    let codes = text.lines().filter_map(|l| l.split_once(':')).filter(|(c, _)| c.len() > 2 && c.chars().all(|c| c.is_ascii_digit()));
    let mut differs = Vec::new();
    for (code, rest) in codes {
        let kind = rest.split([',', '#']).next().unwrap_or_default().trim();
        let (ours, _) = table.get(code).unwrap_or_else(|| panic!("{code} is missing"));
        if ours != kind {
            differs.push(code);
        }
    }
    assert_eq!(differs, ["055", "163"], "rows that the manual puts elsewhere");
}

#[test]
fn codes_agree_with_the_table() {
    let table = table();
    let of_files = LANGUAGES.iter().flat_map(|row| {
        let cues = rawi_lang::grammar(row.language).expect("a grammar").cues.list.iter().filter_map(|c| c.event.clone());
        cues.chain(row.event_examples().expect("the data files load").into_iter().map(|(_, event)| event)).collect::<Vec<_>>()
    });
    let read = rawi_suite::read(&[root().join("examples"), root().join("gold/texts.jsonl")]);
    let of_contacts = read.iter().flat_map(|r| r.contacts.iter().filter_map(|c| c.event.clone()));
    let faults: Vec<String> = of_files.chain(rawi_lang::narrowed()).chain(of_contacts).filter_map(|e| fault(&table, &e)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn examples_do_what_they_say() {
    for row in &LANGUAGES {
        let examples = row.event_examples().expect("the data files load");
        let does = |text: &str, event: &Event| {
            read(text, row.language).statements.iter().any(|s| s.event.as_ref().is_some_and(|e| e.plover == event.plover))
        };
        let wrong: Vec<&str> = examples.iter().filter(|(text, event)| !does(text, event)).map(|(text, _)| text.as_str()).collect();
        assert!(wrong.is_empty(), "{}: not read as they should: {wrong:#?}", row.language.code());
    }
}

#[test]
fn deeds_are_those_of_the_speaker() {
    for (language, text, wanted) in [
        // the state for which he speaks
        (Language::Fa, "وزارت امور خارجه ایران گفت: جمهوری اسلامی این نرخ را نخواهد پذیرفت.", &["REJECT"][..]),
        (Language::Ar, "وقالت الخارجية العمانية إن عمان مستعدة لاستضافة البطولة.", &["AGREE"]),
        // a paper tells of its state and does not speak for it
        (Language::Fa, "روزنامه ساحل نوشت که عمان آماده میزبانی مسابقه است.", &[]),
        // what closes a predicate stands far behind it, and before another verb
        (Language::Fa, "نماینده عمان گفت: عمان آماده گفت‌وگو با همه همسایگان درباره حق‌آبه است.", &["AGREE"]),
        (Language::Fa, "نماینده عمان گفت: از این پرسش‌ها صد پرسش آماده طرح است.", &[]),
        // a thing is judged; under a negation or in a question it is not
        (Language::Ar, "وقال المندوب الجورجي إن الرسوم الجديدة غير مقبولة.", &["REJECT"]),
        (Language::Fa, "سفیر مالزی گفت: آیا این نرخ پذیرفتنی نیست؟", &[]),
        (Language::Fa, "سفیر مالزی گفت: روابط ما بر پایه عدم دخالت در امور دیگران است.", &[]),
        (Language::Fa, "نماینده گرجستان نرخ تازه را ناعادلانه خواند.", &["ACCUSE"]),
        // whom somebody asks; God is asked in prayer
        (Language::Fa, "رئیس صنف ماهیگیران گفت: از شهرداری می‌خواهیم اسکله را باز کند.", &["REQUEST"]),
        (Language::Fa, "رئیس صنف ماهیگیران گفت: از خداوند می‌خواهیم باران ببارد.", &[]),
        // stressing the need of a thing calls for it where it is a ceasefire or the like
        (Language::Ar, "وشدد رئيس البلدية على ضرورة وقف الهجمات على الصيادين.", &["REQUEST"]),
        (Language::Ar, "وشدد رئيس البلدية على ضرورة زراعة النخيل في الشوارع.", &[]),
        // negated consent
        (Language::Fa, "شورای شهر با گران شدن بلیت قطار موافقت نکرد.", &["REJECT"]),
        (Language::Ar, "ولم يوافق رئيس النادي على بيع الملعب.", &["REJECT"]),
        // a clause of «که» that ends before the predicate; the state for which he speaks, called by «this country»
        (Language::Fa, "گرجستان اعلام کرد از طرحی که هدف آن آبیاری است حمایت خواهد کرد.", &["AGREE"]),
        (Language::Fa, "وزارت راه گرجستان اعلام کرد این کشور از این طرح حمایت خواهد کرد.", &["AGREE"]),
        (Language::Ar, "وقالت وزارة النقل الجورجية إن البلاد ستدعم هذه الخطة.", &["AGREE"]),
        (Language::Ar, "وقال الناطق باسم وزارة النقل إن الوزارة ستقدم حافلات للقرى.", &["AGREE"]),
        // what commas set off behind a name tells whose side he is on
        (Language::Fa, "سالم زنگارباف، نماینده ارشد صیادان، گفت صیادان نرخ تازه در بندر را نخواهند پذیرفت.", &["REJECT"]),
        // what is announced in a noun is a deed of the one who announces it, and no medium's
        (Language::Fa, "وزیر راه از امضای تفاهم‌نامه‌ای با عمان خبر داد.", &["SUPPORT"]),
        (Language::Ar, "وأعلنت شرطة الميناء تشكيل لجنة تحقيق في حريق المستودع.", &["ACCUSE"]),
        // a verb that thanks, and orders with a letter
        (Language::Ar, "ووجه وزير النقل بفتح المعبر ليلا.", &["REQUEST"]),
        (Language::Ar, "ووجه وزير النقل الشكر إلى المهندسين.", &["SUPPORT"]),
        // who inquires, and who is ready to impose something
        (Language::Fa, "پلیس بندر گفت: درباره آتش‌سوزی انبار تحقیق می‌کنیم.", &["ACCUSE"]),
        (Language::Ar, "وقالت البلدية إنها مستعدة لفرض حظر التجول الليلي.", &["THREATEN"]),
        // an offer that a Persian sentence tells at its end
        (
            Language::Fa,
            "عمان پیشنهاد کرد دو کشتی باری را که سال‌ها در بندر خصب مانده بودند و صاحبی نداشتند به گرجستان تحویل دهد.",
            &["AGREE"],
        ),
        // what looks like a refusal and is none; what is denied
        (Language::Fa, "نماینده گرجستان گفت: ما کمک همسایگان را فراموش نخواهیم کرد.", &[]),
        (Language::Fa, "نماینده گرجستان گفت: ما این نرخ را امضا نخواهیم کرد.", &["REJECT"]),
        (Language::Fa, "سفیر مالزی گفت: این اقدام نقض قرارداد نیست، بلکه در چارچوب آن است.", &[]),
        (Language::Ar, "وقال المندوب الجورجي: لن نرفض دعوة النادي.", &["AGREE"]),
        // of what stands between quotation marks a long part is his own words, and a short one may be a name
        (
            Language::Ar,
            "وقال المندوب الجورجي إن على تركيا \"أن تفتح المعبر\"، وإنه \"لن يقبل رسوم العبور الجديدة على الشاحنات القادمة من الميناء\".",
            &["REQUEST"],
        ),
        (Language::Ar, "وقال المندوب الجورجي إنه \"لن يقبل رسوم العبور الجديدة على الشاحنات القادمة من الميناء\".", &["REJECT"]),
        (Language::Ar, "وقال المندوب الجورجي إن صحيفة \"لن نقبل\" تصدر كل شهر.", &[]),
        // a paper does nothing by what it tells of its state
        (Language::Fa, "روزنامه عمانی ساحل نوشت که عمان با این طرح موافقت کرده است.", &[]),
        // another of his state does it
        (Language::Ar, "وقالت الخارجية الروسية إن سيرغي لافروف لن يقبل رسوم العبور.", &["REJECT"]),
        (Language::Ar, "وقالت الخارجية العمانية إن سيرغي لافروف لن يقبل رسوم العبور.", &[]),
        // a masdar with whose it is, behind another or a word of measure
        (Language::Ar, "وأعلن المهندسون تأييدهم لخطة البلدية.", &["SUPPORT"]),
        (Language::Ar, "وأعرب مدير الميناء عن خالص التهاني للفريق.", &["SUPPORT"]),
        (Language::Fa, "وزیر کشاورزی بر پایبندی خود به قرارداد آب تأکید کرد.", &["AGREE"]),
        // an envoy who is called in
        (Language::Ar, "استدعت وزارة الثقافة أمس السفير الأردني.", &["ACCUSE"]),
    ] {
        assert_eq!(types(&read(text, language)), wanted, "{text}");
    }
}
