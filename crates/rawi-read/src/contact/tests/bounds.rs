//! Who is nobody, where a clause ends, and which day is another's.

use rawi_model::{ContactKind, Status};

use super::{none, one, read};

#[test]
fn what_is_nobody_takes_no_part() {
    // a plain message, a picture, a case: no one of them meets, writes or travels
    none("این نمایش، پیامی روشن به بازیکنان داشت.");
    none("تصویری از بازسازی پل در دیدار با مهندسان دیده شد.");
    none("آن\u{200C}ها می\u{200C}خواستند یک پرونده را ببندند و با توپ پر به چین سفر کنند.");
    none("معلوم نیست سالم هم به سوئیس سفر کند یا نه.");
    // «قابل للتجديد» is no verb, and a decision writes no letter
    none("تعاقد النادي مع المدرب لموسم قابل للتجديد وجرت مراسم التوقيع بمركز الأمير سالم.");
    none("وقال الوزير إن القرار يبعث رسالة واضحة لتونس والأردن.");
    // the newspaper itself
    none("«المرفأ» التقت سالم النخلي مدير الميناء.");
}

#[test]
fn people_are_not_the_one_whose_they_are() {
    let met = one(
        "استاندار هرمزگان با خانواده شهید سالم کرمی دیدار کرد.",
        ContactKind::Meeting,
        Status::Held,
        &["استاندار هرمزگان", "خانواده شهید سالم کرمی"],
    );
    assert_eq!(met.parties.len(), 2);
}

#[test]
fn a_clause_between_them_parts_party_and_verb() {
    none("مدیر با همکاران خود ارتباط برقرار کرد و گفت که درباره چه چیزی می\u{200C}توانند مذاکره کنند.");
    // a relative clause about the party has one verb of its own, and tells of him
    let reading = read("وزیر نیرو با سفیر عراق که به مسقط سفر کرده است دیدار کرد.");
    let kinds: Vec<_> = reading.contacts.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [ContactKind::Meeting, ContactKind::Visit], "{:?}", reading.contacts);
    let name = |key: &str| reading.actors.iter().find(|a| a.key == *key).map(|a| a.name.clone());
    assert_eq!(name(&reading.contacts[1].parties[0].actor).as_deref(), Some("سفیر عراق"));
}

#[test]
fn an_office_goes_on_behind_what_it_is_over() {
    one(
        "التقى وزير المياه اليمني في تونس أمس مبعوث الأمين العام إلى اليمن الدكتور سالم النخلي.",
        ContactKind::Meeting,
        Status::Held,
        &["وزير المياه", "سالم النخلي"],
    );
    one(
        "استقبل المستشار في الديوان الملكي المشرف العام على مركز المياه الدكتور سالم النخلي، أمس، وزيرة الإعلام التونسية.",
        ContactKind::Meeting,
        Status::Held,
        &["سالم النخلي", "وزيرة الإعلام"],
    );
    one("التقى وزير النقل مدير جامعة الملك سعود.", ContactKind::Meeting, Status::Held, &["وزير النقل", "مدير جامعة الملك سعود"]);
}

#[test]
fn what_is_ruled_out_or_past_is_told_so() {
    let reading = read("من المستبعد أن يلتقي وزير النقل العماني وزير المياه التونسي في مسقط.");
    assert_eq!(reading.contacts.first().map(|c| c.status), Some(Status::Denied));
    one(
        "عقد وزير النقل أمس اجتماعا مع سفير تونس وناقشا الملفات المتعلقة بالفترة المقبلة.",
        ContactKind::Meeting,
        Status::Held,
        &["وزير النقل", "سفير تونس"],
    );
    // two presidents of named states are not the two who met before
    let reading = read("التقى وزير النقل العماني سفير تونس. ولم يستبعد السفير أن يبحث الرئيسان الأردني والتونسي الملف.");
    assert_eq!(reading.contacts.len(), 1, "{:?}", reading.contacts);
}

#[test]
fn the_day_is_the_contacts_own() {
    let day = |text: &str| read(text).contacts.first().and_then(|c| c.date.as_ref()?.value).map(|v| v.to_string());
    // the day of the report
    assert_eq!(day("روزنامه ساحل پنجشنبه گزارش داد وزیر نیروی عراق به تهران سفر می\u{200C}کند."), None);
    // the day of what was talked about
    assert_eq!(day("وزیر نیرو در دیدار با سفیر عراق درباره نشست روز جمعه گفت: آب کافی است."), None);
    // the day of the papers
    assert_eq!(day("ركزت الصحف الصادرة اليوم على زيارة وزير النقل العماني إلى تونس."), None);
    // what is said at a meeting is said on its day
    assert_eq!(day("أعلن أمس وزير النقل أن الميناء سيفتح قريبا، خلال لقاء مع نظيره العماني في مسقط.").as_deref(), Some("2024-05-19"));
    // the headline has the day of the lead
    assert_eq!(day("الوزير النخلي يستقبل سفير تونس\n\nأكد وزير النقل سالم النخلي، اليوم، أهمية الميناء.").as_deref(), Some("2024-05-20"));
}

#[test]
fn a_day_to_come_in_its_words_makes_it_planned() {
    let reading = read("وزیر نیرو پیش از سفر هفته آینده\u{200C}اش به عراق گفت: آب کافی است.");
    assert_eq!(reading.contacts.first().map(|c| c.status), Some(Status::Planned), "{:?}", reading.contacts);
}

#[test]
fn each_who_travels_visits_each_state() {
    let visits = |text: &str| read(text).contacts.iter().filter(|c| c.kind == ContactKind::Visit && c.parties.len() == 2).count();
    assert_eq!(visits("وزیر نیرو فردا به دوحه و مسقط سفر می\u{200C}کند."), 2);
    assert_eq!(visits("سفر وزیر نیرو و رئیس بندر به عراق"), 2);
    assert_eq!(visits("وزیر نیرو فردا به دوحه سفر می\u{200C}کند."), 1);
}

#[test]
fn another_arabic_clause_begins_behind_and() {
    let text = "استقبل الأمير سالم النخلي سفير العراق، وتلقى رسالة من الرئيس التونسي ناصر الخوري.";
    let reading = read(text);
    let kinds: Vec<_> = reading.contacts.iter().map(|c| (c.kind, c.parties.len())).collect();
    assert_eq!(kinds, [(ContactKind::Meeting, 2), (ContactKind::Letter, 2)], "{text}");
    // a contact is no host
    none("واستضاف الفندق قمة تناقش مياه النهر وسالم النخلي.");
    // a last name goes on with no word that is of no name
    let text = "قال سالم النخلي وناصر الخوري إن الماء كاف. وقال ناصر الخوري إن اللقاء بين النخلي والخوري تمحور حول النهر.";
    assert!(read(text).contacts.iter().all(|c| c.parties.len() == 2), "{text}");
}

#[test]
fn what_is_done_at_an_arabic_meeting_to_come() {
    let parties = ["سالم النخلي", "ناصر الخوري"];
    one("سينقل سالم النخلي خلال لقائه مع ناصر الخوري رسالة مهمة.", ContactKind::Meeting, Status::Planned, &parties);
    one("قال سالم النخلي خلال لقائه مع ناصر الخوري إن الماء كاف.", ContactKind::Meeting, Status::Held, &parties);
    // what was not called off is still to be
    one("سفر وزیر نیروی عراق به تهران لغو نشده است.", ContactKind::Visit, Status::Planned, &["وزیر نیروی عراق", "ایران"]);
}

#[test]
fn the_words_that_tell_of_several_arabs_are_whole() {
    let held = (ContactKind::Meeting, Status::Held);
    one("التقى سالم النخلي نظراءه من دول مجلس التعاون الخليجي.", held.0, held.1, &["سالم النخلي", "نظراءه من دول مجلس التعاون"]);
    one("ناقش سالم النخلي مع نظرائه في دول الخليج العمل معا.", held.0, held.1, &["سالم النخلي", "نظرائه في دول الخليج"]);
    let text = "اجتمع سالم النخلي مع وزراء خارجية الدول الست لمجلس التعاون الخليجي.";
    one(text, held.0, held.1, &["سالم النخلي", "وزراء خارجية الدول الست لمجلس التعاون"]);
}

#[test]
fn an_office_behind_an_arabic_name_is_another_ones_where_nobody_else_is_told() {
    one("التقى سالم النخلي رئيس هيئة المياه.", ContactKind::Meeting, Status::Held, &["سالم النخلي", "رئيس هيئة المياه"]);
}

#[test]
fn arabs_known_by_their_last_names() {
    let held = (ContactKind::Meeting, Status::Held);
    // with a light verb, before a place, and behind "and"
    one("عقد لافروف اجتماعا مع وزير المياه سالم النخلي.", held.0, held.1, &["لافروف", "سالم النخلي"]);
    one("قال المتحدث إن الوزير سعيد. زار لافروف تونس.", ContactKind::Visit, Status::Held, &["لافروف", "تونس"]);
    one("قال المتحدث إن لقاء لافروف وغوتيريش في جنيف مهم.", held.0, held.1, &["لافروف", "غوتيريش"]);
    // a given name behind a title is no last name
    assert!(read("قال النائب مقداد الخفاجي إن الماء كاف.").actors.iter().all(|a| a.wikidata.is_none()));
}

#[test]
fn what_is_done_or_talked_about_behind_a_party_is_no_part_of_it() {
    let letter = |text: &str| one(text, ContactKind::Letter, Status::Held, &["وزیر نیرو", "رئیس شورای بنادر"]);
    let named = |contact: &rawi_model::Contact, text: &str| {
        let reading = read(text);
        let key = &contact.parties[1].actor;
        reading.actors.iter().find(|a| a.key == *key).map(|a| a.name.clone())
    };
    for text in [
        "وزیر نیرو با ارسال نامه\u{200C}ای به رئیس شورای بنادر و انتشار بیانیه از کار سد گفت.",
        "وزیر نیرو در نامه\u{200C}ای به رئیس شورای بنادر درخواست تخصیص آب کرد.",
        "وزیر نیرو در نامه\u{200C}ای به رئیس شورای بنادر حدود ده برنامه را برشمرد.",
    ] {
        assert_eq!(named(&letter(text), text).as_deref(), Some("رئیس شورای بنادر"), "{text}");
    }
    let met = ["نمایندگان اتحادیه", "امام جمعه"];
    one("نمایندگان اتحادیه خواستار دیدار با امام جمعه و طرح چند موضوع شدند.", ContactKind::Meeting, Status::Proposed, &met);
}

#[test]
fn one_word_beside_people_is_of_them() {
    let met = |who: &str| {
        let text = format!("سالم الکعبی در دیدار {who} شورای آب، این شورا را ستود.");
        one(&text, ContactKind::Meeting, Status::Held, &["سالم الکعبی", &format!("{who} شورای آب")])
    };
    met("رئیس و اعضای");
    met("مسئولان و کارکنان");
}

#[test]
fn people_are_told_by_what_they_are() {
    let met = |who: &str| {
        let text = format!("وزیر نیرو در نشست با {who} بندر گفت: کار خوب است.");
        one(&text, ContactKind::Meeting, Status::Held, &["وزیر نیرو", who]);
    };
    for who in ["سفرا و کارداران", "افسران", "زنان فعال", "کارکنان", "استانداران"] {
        met(who);
    }
}

#[test]
fn who_took_the_picture_met_nobody() {
    let both = ["وزیر نیرو", "سفیر عراق"];
    let met = one("دیدار وزیر نیرو با سفیر عراق  عکس: سالم الکعبی", ContactKind::Meeting, Status::Held, &both);
    assert_eq!(met.evidence[0].end, 28);
}
