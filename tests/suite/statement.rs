//! Sentences that were once read wrongly: who speaks, and the words with which what he says begins.

use rawi_model::Document;
use rawi_read::Reader;

/// The speakers and the beginnings of the statements of a text, in order.
fn told(text: &str) -> Vec<(String, String)> {
    let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
    let named = |key: &Option<String>| {
        let actor = reading.actors.iter().find(|a| Some(&a.key) == key.as_ref());
        actor.map_or_else(String::new, |a| a.name.clone())
    };
    reading.statements.iter().map(|s| (named(&s.speaker), s.content[0].of(&reading.document.text).to_owned())).collect()
}

/// Every statement under a headline, as speaker and first words.
fn check(headline: &str, body: &str, wanted: &[(&str, &str)]) {
    let found = told(&format!("{headline}\n\n{body}"));
    let fits = |(f, w): (&(String, String), &(&str, &str))| f.0.contains(w.0) && f.1.starts_with(w.1);
    assert!(found.len() == wanted.len() && found.iter().zip(wanted).all(fits), "{body}\n{found:?}");
}

#[test]
fn arabic() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // "the minister that" is no dual, "the two ministers"
    check("وقال الوزير إن الجسر سيفتح غدا.", &[("الوزير", "الجسر سيفتح")]);
    // a verb that takes an object and a clause: the minister promised, the commander threatened
    check(
        "قال سالم الحربي إن الجسر جاهز.\nووعد الوزير بأن الطريق ستفتح غدا. وتوعد القائد بأن الرد قادم.",
        &[("سالم الحربي", "الجسر"), ("الوزير", "الطريق"), ("القائد", "الرد")],
    );
    // who is described does not speak
    check(
        "قال وزير النقل إن الجسر جاهز.\nووصف الجسر القديم بأنه خطر على الناس.",
        &[("وزير النقل", "الجسر جاهز"), ("وزير النقل", "بأنه خطر")],
    );
    // to whom it was said stands before the subject
    check("وقال لـ«المرفأ» مدير الميناء فهد العوني إن السفن وصلت.", &[("فهد العوني", "السفن")]);
    // two verbs, one speaker
    check("قال وزير النقل إن الجسر جاهز.\nومضى يقول إن العمل مستمر.", &[("وزير النقل", "الجسر"), ("وزير النقل", "العمل")]);
    // whose document it is speaks
    check("وجاء في بيان الوزارة أن السد جاهز للعمل.", &[("الوزارة", "السد")]);
    // a source at the end of its sentence
    check("ستفتح الطريق مساء اليوم، حسبما أفاد مصدر في الشرطة.", &[("مصدر", "ستفتح")]);
    // "here" is no "congratulated", and "he reached" no "informed"
    check("وهنا تكون الطريق أقصر على الناس. وتبلغ مساحة السوق ألف متر.", &[]);
}

#[test]
fn persian() {
    let check = |body, wanted| check("افتتاح پل تازه", body, wanted); // opening of the new bridge
    // the object stands right behind the subject
    check("وزیر این طرح را مزیت دیگر بیان کرده و گفت: آب کافی است و راه باز است.", &[("وزیر", "آب کافی")]);
    // a request without که
    check(
        "شهردار از کارکنان خواست در کار پل شتاب کنند و با اشاره به هزینه گفت: پول آماده است.",
        &[("شهردار", "در کار"), ("شهردار", "پول")],
    );
    // an act told inside another's clause
    check(
        "وزیر نیرو با بیان اینکه شورا از مردم قدردانی می‌کند و کار پیش می‌رود، گفت: آب کافی است و راه باز است.",
        &[("وزیر نیرو", "آب کافی")],
    );
    // a source behind a source
    check("به گزارش خبرگزاری رود از بندر به نقل از روابط عمومی اداره بندر، سالم نوری گفت: اسکله آماده است.", &[("سالم نوری", "اسکله")]);
    // prices are nobody's words
    check("دلار: ۱,۵۱۴ ریال\nیورو: ۱,۷۲۴ ریال", &[]);
}
