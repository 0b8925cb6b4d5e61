use rawi_lang::contact_grammar;
use rawi_model::{Contact, ContactKind, Document, Language, PartyRole, Reading, Status};

use crate::Reader;

mod acting;
mod arrive;
mod beyond;
mod bounds;
mod gathered;
mod goes_on;
mod seats;
mod several;
mod shapes;
mod told;
mod travel;
mod where_and_when;

fn read(text: &str) -> Reading {
    Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, Some("2024-05-20"))
}

/// The names by which a party is mentioned in the text.
fn mentioned(reading: &Reading, contact: &Contact, party: usize) -> Vec<String> {
    let key = &contact.parties[party].actor;
    let actor = reading.actors.iter().find(|a| a.key == *key).unwrap();
    actor.mentions.iter().map(|m| m.text.clone()).chain([actor.name.clone()]).collect()
}

/// The one contact of a text, its kind, status and parties by words that must be in a mention of each.
fn one(text: &str, kind: ContactKind, status: Status, parties: &[&str]) -> Contact {
    let reading = read(text);
    let [contact] = &reading.contacts[..] else { panic!("{text}: {} contacts {:?}", reading.contacts.len(), reading.contacts) };
    assert_eq!((contact.kind, contact.status), (kind, status), "{text}");
    assert_eq!(contact.parties.len(), parties.len(), "{text}: {:?}", contact.parties);
    for (i, words) in parties.iter().enumerate() {
        let names = mentioned(&reading, contact, i);
        assert!(names.iter().any(|n| n.contains(words)), "{text}: {words} is not in {names:?}");
    }
    contact.clone()
}

fn none(text: &str) {
    let reading = read(text);
    assert!(reading.contacts.is_empty(), "{text}: {:?}", reading.contacts);
}

#[test]
fn every_example_of_the_data_is_read() {
    let mut wrong = Vec::new();
    for language in [Language::Fa, Language::Ar] {
        for example in contact_grammar(language).unwrap().examples() {
            let reading = read(&example.text);
            let fits = |c: &&Contact| {
                c.kind == example.kind
                    && c.parties.len() == example.parties.len()
                    && example.parties.iter().enumerate().all(|(i, words)| {
                        let key = |s: &str| rawi_text::key(s);
                        mentioned(&reading, c, i).iter().any(|m| key(m).contains(&key(words)) || key(words).contains(&key(m)))
                    })
            };
            if !reading.contacts.iter().any(|c| fits(&c)) {
                let found: Vec<_> = reading
                    .contacts
                    .iter()
                    .map(|c| (c.kind, (0..c.parties.len()).map(|i| mentioned(&reading, c, i)).collect::<Vec<_>>()))
                    .collect();
                wrong.push(format!("{}: {} gives {found:?}", example.entry, example.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn persian_verbs_and_nouns_give_both_parties() {
    // the governor met the ambassador of Tajikistan and his delegation in Muscat
    let met = one(
        "استاندار هرمزگان در مسقط با سفیر تاجیکستان و هیئت همراه دیدار کرد.",
        ContactKind::Meeting,
        Status::Held,
        &["استاندار هرمزگان", "سفیر تاجیکستان"],
    );
    assert_eq!(met.place.as_deref(), Some("مسقط"));
    assert_eq!(met.event.unwrap().cameo.as_deref(), Some("040"));
    // a city that is no capital
    let met = one("وزیر نیرو در ژنو با سفیر عراق دیدار کرد.", ContactKind::Meeting, Status::Held, &["وزیر نیرو", "سفیر عراق"]);
    assert_eq!(met.place.as_deref(), Some("ژنو"));
    // two verbs share one light verb
    one("وزیر نیرو با سفیر عراق دیدار و درباره آب گفت\u{200C}وگو کرد.", ContactKind::Meeting, Status::Held, &["وزیر نیرو", "سفیر عراق"]);
    // the non-joiner is lost
    one("وزیر نیرو شنبه با سفیر عراق تلفنی گفتوگو کرد.", ContactKind::Call, Status::Held, &["وزیر نیرو", "سفیر عراق"]);
    one("گفت\u{200C}وگوی تلفنی وزیر نیرو با سفیر عراق", ContactKind::Call, Status::Held, &["وزیر نیرو", "سفیر عراق"]);
    one("وزیر ورزش و سفیر عمان دیروز تلفنی گفت\u{200C}وگو کردند.", ContactKind::Call, Status::Held, &["وزیر ورزش", "سفیر عمان"]);
    one("وزیر نیرو در دیدار همتای عراقی خود گفت: آب کافی است.", ContactKind::Meeting, Status::Held, &["وزیر نیرو", "همتای عراقی خود"]);
    // the one who is named in a phrase that is taken up, and not the speaker
    one(
        "سفیر با اشاره به سخنان وزیر نیرو در دیدار با استاندار بصره گفت: آب کافی است.",
        ContactKind::Meeting,
        Status::Held,
        &["وزیر نیرو", "استاندار بصره"],
    );
    // the name of the other one in quotation marks
    one(
        "وزیر نیرو بامداد پنجشنبه در دیدار با «سهراب نیک\u{200C}راد» دبیر همایش گفت: «آب کافی است.»",
        ContactKind::Meeting,
        Status::Held,
        &["وزیر نیرو", "سهراب نیک\u{200C}راد"],
    );
}

#[test]
fn arabic_verbs_and_nouns_give_both_parties() {
    let met = one(
        "استقبل الأمير سالم بن خالد أمير منطقة النخيل - حفظه الله - في مكتبه مساء أمس، معالي مدير الجامعة الدكتور ناصر الريماوي والوفد المرافق له.",
        ContactKind::Meeting,
        Status::Held,
        &["سالم بن خالد", "ناصر الريماوي"],
    );
    assert_eq!((met.parties[0].role, met.parties[1].role), (PartyRole::Host, PartyRole::Guest));
    assert_eq!(met.event.unwrap().mode.as_deref(), Some("visit"));
    one("وزير النقل يلتقي نظيره العماني", ContactKind::Meeting, Status::Held, &["وزير النقل", "نظيره العماني"]);
    one("واتصل وزير النقل بالسفير العماني أمس.", ContactKind::Call, Status::Held, &["وزير النقل", "السفير العماني"]);
    one("اتصال هاتفي بين وزير النقل ونظيره القطري", ContactKind::Call, Status::Held, &["وزير النقل", "نظيره القطري"]);
    one("زيارة وزير النقل للأردن", ContactKind::Visit, Status::Held, &["وزير النقل", "الأردن"]);
    let received = one("تلقى وزير النقل اتصالا هاتفيا من سفير تونس.", ContactKind::Call, Status::Held, &["وزير النقل", "سفير تونس"]);
    assert_eq!(received.parties[1].role, PartyRole::Initiator);
}

#[test]
fn what_is_told_twice_is_one_contact() {
    one(
        "دیدار نیک\u{200C}راد با سفیر عراق\n\nسهراب نیک\u{200C}راد، وزیر نیرو، دیروز با سفیر عراق دیدار کرد.\n\nوزیر نیرو در این دیدار گفت: آب کافی است.",
        ContactKind::Meeting,
        Status::Held,
        &["نیک\u{200C}راد", "سفیر عراق"],
    );
    one(
        "وزير النقل يجري مكالمة هاتفية مع نظيره الأردني\n\nأجرى وزير النقل ليث الشمالي اليوم مكالمة هاتفية مع نظيره الأردني سامر الخزاعي.",
        ContactKind::Call,
        Status::Held,
        &["ليث الشمالي", "سامر الخزاعي"],
    );
}

#[test]
fn a_contact_to_come_denied_or_called_off_says_so() {
    one("وزیر نیرو قرار است هفته آینده با سفیر عراق دیدار کند.", ContactKind::Meeting, Status::Planned, &["وزیر نیرو", "سفیر عراق"]);
    one("وزیر نیرو با سفیر عراق دیدار نکرد.", ContactKind::Meeting, Status::Denied, &["وزیر نیرو", "سفیر عراق"]);
    one("سفر وزیر نیرو به عراق لغو شد.", ContactKind::Visit, Status::Cancelled, &["وزیر نیرو", "عراق"]);
    let planned =
        one("سيلتقي وزير النقل العماني سفير تونس غدا.", ContactKind::Meeting, Status::Planned, &["وزير النقل العماني", "سفير تونس"]);
    assert_eq!(planned.event.unwrap().plover, rawi_model::Plover::Agree);
}

#[test]
fn what_is_no_contact_is_left() {
    none("تیم ملی در نخستین دیدار خود با قطر مساوی کرد.");
    none("وزیر نیرو در نشست خبری با خبرنگاران گفت: آب کافی است.");
    none("حضر الاستقبال مدير المكتب والدكتور سالم النخلي.");
    none("در این دیدار آب و برق بررسی شد.");
    none("يلتقي الفريق الأول نظيره في الدوري غدا.");
}

#[test]
fn a_name_is_the_party_and_not_what_it_is_like() {
    // the minister met his Omani counterpart, Said al-Busaidi
    one("وزیر نیرو با همتای عمانی خود، سعید البوسعیدی، دیدار کرد.", ContactKind::Meeting, Status::Held, &["وزیر نیرو", "سعید البوسعیدی"]);
    // two of whom nothing else is known
    one("سالم الکعبی و ناصر الخوری در تهران دیدار کردند.", ContactKind::Meeting, Status::Held, &["سالم الکعبی", "ناصر الخوری"]);
}

#[test]
fn a_delegation_is_its_head() {
    let parties = ["استاندار هرمزگان", "سعید البوسعیدی"];
    one("استاندار هرمزگان با هیأت عمانی به ریاست سعید البوسعیدی دیدار کرد.", ContactKind::Meeting, Status::Held, &parties);
    let parties = ["سعید البوسعیدی", "استاندار هرمزگان"];
    one("هیأت عمانی به ریاست سعید البوسعیدی با استاندار هرمزگان دیدار کرد.", ContactKind::Meeting, Status::Held, &parties);
    let parties = ["وزير النقل", "هلال الحارثي"];
    one("استقبل وزير النقل أمس وفداً عمانياً برئاسة الدكتور هلال الحارثي في مكتبه.", ContactKind::Meeting, Status::Held, &parties);
}

#[test]
fn the_outlet_is_the_second_party_of_an_interview() {
    one(
        "به گزارش ایسنا، رئیس سازمان شیلات در گفت\u{200C}وگو با شبکه ساحل از بازار ماهی گفت.",
        ContactKind::Interview,
        Status::Held,
        &["رئیس سازمان شیلات", "ساحل"],
    );
    // journalists and the document's own outlet are none
    one(
        "به گزارش ایسنا، رئیس سازمان شیلات در گفت\u{200C}وگو با ایسنا از بازار ماهی گفت.",
        ContactKind::Interview,
        Status::Held,
        &["رئیس سازمان شیلات"],
    );
}

#[test]
fn arrivals_welcomes_and_calls_told_by_an_adverb() {
    one("وزیر نیروی عراق صبح امروز وارد تهران شد.", ContactKind::Visit, Status::Held, &["وزیر نیروی عراق", "تهران"]);
    let welcomed = one(
        "وزیر نیروی عراق در فرودگاه مورد استقبال استاندار خوزستان قرار گرفت.",
        ContactKind::Meeting,
        Status::Held,
        &["وزیر نیروی عراق", "استاندار خوزستان"],
    );
    assert_eq!(welcomed.parties[0].role, PartyRole::Guest);
    one("وزیر نیرو و سفیر عمان تلفنی درباره آب گفت\u{200C}وگو کردند.", ContactKind::Call, Status::Held, &["وزیر نیرو", "سفیر عمان"]);
    one(
        "بحث وزير الزراعة السوداني، هاتفياً، مع وزير الري اليمني حركة الجراد.",
        ContactKind::Call,
        Status::Held,
        &["وزير الزراعة", "وزير الري"],
    );
    one(
        "وزير الري السوري نادر الخطيب لنظيره العراقي في اتصال هاتفي: المياه كافية",
        ContactKind::Call,
        Status::Held,
        &["نادر الخطيب", "نظيره العراقي"],
    );
}

#[test]
fn all_who_are_met_are_parties() {
    let kind = ContactKind::Meeting;
    one(
        "التقى وزير النقل العماني أمس وزير الري الأردني ليث الشمالي ووزير المياه التونسي ناصر الريماوي.",
        kind,
        Status::Held,
        &["وزير النقل العماني", "ليث الشمالي", "ناصر الريماوي"],
    );
    one("وزیر نیرو با رئیس\u{200C}جمهور عراق و سفیر تونس دیدار کرد.", kind, Status::Held, &["وزیر نیرو", "عراق", "سفیر تونس"]);
    // each of several calls is one of its own
    let calls = read("تلقى وزير النقل اتصالين هاتفيين أمس من وزير الري الأردني، ووزير المياه التونسي.").contacts;
    assert_eq!(calls.iter().map(|c| (c.kind, c.parties.len())).collect::<Vec<_>>(), [(ContactKind::Call, 2); 2]);
}

#[test]
fn names_of_parties_are_whole() {
    one(
        "استقبل الرئيس المصري عبد الفتاح النخلي أمس وزير النقل سالم الحربي.",
        ContactKind::Meeting,
        Status::Held,
        &["عبد الفتاح النخلي", "سالم الحربي"],
    );
    one(
        "قال الوزير عقب لقائه بنائب وزير النقل التونسي إن الميناء جاهز.",
        ContactKind::Meeting,
        Status::Held,
        &["الوزير", "نائب وزير النقل"],
    );
    one("گفت\u{200C}وگوی تلفنی وزیران نیروی قطر و عراق", ContactKind::Call, Status::Held, &["قطر", "عراق"]);
}

#[test]
fn sessions_fathers_and_outlets_are_no_contacts() {
    none("عقدت الحكومة اجتماعا طارئا على مستوى الوزراء برئاسة مصر.");
    none("تعيين سعود بن قابل بن بريك الزايدي على وظيفة سفير بوزارة الخارجية.");
    // an outlet is spoken with, and nobody in its stead
    one(
        "سالم الکعبی، مدیرکل بنادر، در گفت\u{200C}وگو با سهراب نیک\u{200C}راد، خبرنگار ایسنا، از بازار ماهی گفت.",
        ContactKind::Interview,
        Status::Held,
        &["سالم الکعبی", "ایسنا"],
    );
}

#[test]
fn a_visit_told_by_its_noun_has_its_seat_of_government() {
    one("وكانت آخر زيارة قام بها وزير النقل سالم النخلي لموسكو في الربيع.", ContactKind::Visit, Status::Held, &["سالم النخلي", "موسكو"]);
    let met = one("التقى وزير النقل سفير تونس في العاصمة الإيطالية روما.", ContactKind::Meeting, Status::Held, &["وزير النقل", "سفير تونس"]);
    assert_eq!(met.place.as_deref(), Some("روما"));
    // a city that is no capital, before the time and behind the office
    let met = one(
        "استقبل وزير النقل العماني في جدة أمس وزير النقل القطري.",
        ContactKind::Meeting,
        Status::Held,
        &["وزير النقل العماني", "وزير النقل القطري"],
    );
    assert_eq!(met.place.as_deref(), Some("جدة"));
}

#[test]
fn envoys_are_called_in() {
    let summoned = |text, parties: &[&str]| one(text, ContactKind::Meeting, Status::Held, parties);
    summoned("ایتالیا سفیر تونس را احضار کرد.", &["ایتالیا", "سفیر تونس"]);
    summoned("ایتالیا و فنلاند سفیر تونس را احضار کردند.", &["ایتالیا", "سفیر تونس", "فنلاند"]);
    summoned("ایتالیا این کار را نادرست خواند و وزارت خارجه این کشور سفیر تونس را فراخواند.", &["وزارت خارجه", "سفیر تونس"]);
    none("تونس سفیر خود را از عراق فراخواند.");
}

#[test]
fn he_who_tells_of_a_meeting_was_there() {
    let text = "وزیر نیرو گفت: ما دو جلسه با حضور وزیران آب عمان برگزار کردیم.";
    one(text, ContactKind::Meeting, Status::Held, &["وزیر نیرو", "وزیران آب عمان"]);
    one("تونس از طریق عمان به عراق پیام داد.", ContactKind::Message, Status::Held, &["تونس", "عراق", "عمان"]);
}

#[test]
fn what_a_noun_governs_and_what_is_talked_about_are_no_parties() {
    let kind = ContactKind::Talks;
    one("وزیر نیرو درباره همکاری با تونس با سفیر عراق رایزنی کرد.", kind, Status::Held, &["وزیر نیرو", "سفیر عراق"]);
}

#[test]
fn occasions_and_topics_are_no_parties() {
    none("رئیس سازمان در پیامی به مناسبت روز آب از همکاران سپاس گفت.");
    none("طرح تازه مورد استقبال مردم قرار گرفت.");
    none("كتب المحلل أن العودة إلى طاولة المفاوضات مع تونس ضرورية.");
}

#[test]
fn odd_input_is_read_without_panic() {
    for text in [
        "",
        " ",
        "دیدار",
        "دیدار با",
        "با دیدار کرد",
        "لقاء",
        "استقبل",
        "و",
        "«دیدار با»",
        "لقائه مع ",
        "بلقاء",
        "للقاء و",
        "اتصل ب",
        "زيارة إلى",
        "دیدار دیدار با با و و",
    ] {
        let _ = read(text);
    }
}
