//! Contacts whose sides are told otherwise than before a verb and behind a preposition.

use rawi_model::{ContactKind, PartyRole, Status};

use super::{none, one, read};

const MEETING: ContactKind = ContactKind::Meeting;
const HELD: Status = Status::Held;

/// Who took part in each contact of a text, by the names of the actors.
fn parties(text: &str) -> Vec<Vec<String>> {
    let reading = read(text);
    let name = |key: &String| reading.actors.iter().find(|a| a.key == *key).unwrap().name.clone();
    reading.contacts.iter().map(|c| c.parties.iter().map(|p| name(&p.actor)).collect()).collect()
}

#[test]
fn receptions_and_banquets() {
    // who waits stands behind the words of place
    let met = one(
        "وكان في استقبال وزير النقل ناصر الحارثي لدى وصوله المطار سفير عمان سالم الخوري ومدير الموانئ.",
        MEETING,
        HELD,
        &["ناصر الحارثي", "سالم الخوري", "مدير الموانئ"],
    );
    assert_eq!(met.parties.iter().map(|p| p.role).collect::<Vec<_>>(), [PartyRole::Guest, PartyRole::Host, PartyRole::Host]);
    one(
        "وكان في وداع وزير النقل ناصر الحارثي لدى مغادرته المطار سفير عمان سالم الخوري.",
        ContactKind::Ceremony,
        HELD,
        &["ناصر الحارثي", "سالم الخوري"],
    );
    // who was only present
    none("وكان في الاستقبال مدير الموانئ سالم الخوري وسفير عمان.");
    one(
        "أقام وزير النقل العماني ناصر الحارثي مأدبة عشاء تكريما لوزير المياه سالم الخوري والوفد المرافق له.",
        ContactKind::Ceremony,
        HELD,
        &["ناصر الحارثي", "سالم الخوري"],
    );
    // «بالوزير» behind the word that tells when
    let found = parties("زار وزير النقل العماني ناصر الحارثي تونس، والتقى خلالها بوزير المياه سالم الخوري.");
    assert!(found.iter().any(|p| p.iter().any(|n| n.contains("الخوري"))), "{found:?}");
}

#[test]
fn states_are_told_by_their_adjectives() {
    one("قمة مصرية - أردنية في مسقط غدا", ContactKind::Talks, Status::Planned, &["مصر", "الأردن"]);
    one("وعقد في مسقط اجتماع وزاري عماني تونسي عراقي.", MEETING, HELD, &["عمان", "تونس", "العراق"]);
    // what is still done for talks is none
    none("قال وزير المياه ناصر الحارثي إن العمل قائم على استئناف المفاوضات العمانية التونسية.");
}

#[test]
fn who_travels() {
    // a delegation travels, and is told by what it is of
    one("تأتي زيارة وفد من اتحاد الكتاب إلى تونس بعد شهر.", ContactKind::Visit, HELD, &["وفد من اتحاد الكتاب", "تونس"]);
    // the light verb of the future behind "and"
    let found = parties("يتوجه وزير النقل العماني ناصر الحارثي إلى تونس، وسيجري محادثات مع سفير العراق.");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0][0], found[1][0], "{found:?}");
    // what he travels for
    let found = parties("توجه وزير النقل العماني ناصر الحارثي إلى تونس لإجراء محادثات مع سفير العراق.");
    assert!(found.iter().any(|p| p[0].contains("الحارثي") && p[1].contains("سفير العراق")), "{found:?}");
    one("سيتوجه ناصر الحارثي بعد ذلك إلى مقر الوزارة للقاء سفير العراق.", MEETING, Status::Planned, &["ناصر الحارثي", "سفير العراق"]);
    // an everyday word that is a state's name too
    one("يزور ناصر الحارثي قطر.", ContactKind::Visit, HELD, &["الحارثي", "قطر"]);
    // the place of another visit
    let found = parties("توجه وزير النقل ناصر الحارثي فور انتهاء زيارته إلى تونس إلى دولة قطر.");
    assert!(found.iter().any(|p| p[1] == "قطر"), "{found:?}");
    // a visit that something else follows took place
    one("جاء ذلك استكمالا لزيارة وزير النقل العماني ناصر الحارثي إلى تونس.", ContactKind::Visit, HELD, &["الحارثي", "تونس"]);
}

#[test]
fn counterparts() {
    one(
        "بحث وزير النقل العماني ناصر الحارثي مع نظرائه الخليجيين الأمن البحري والموانئ.",
        MEETING,
        HELD,
        &["ناصر الحارثي", "نظرائه الخليجيين"],
    );
    one(
        "التقى وزير النقل العماني ناصر الحارثي نظراءه في دول مجلس التعاون أمس.",
        MEETING,
        HELD,
        &["ناصر الحارثي", "نظراءه في دول مجلس التعاون"],
    );
    one(
        "قال وزير النقل ناصر الحارثي إن الجولة تشمل لقاء بينه ونظيره التونسي سالم الخوري.",
        MEETING,
        HELD,
        &["ناصر الحارثي", "سالم الخوري"],
    );
    // honours are no part of a name
    one("اجتمع وزير النقل العماني ناصر الحارثي بأصحاب السمو والمعالي وزراء الموانئ.", MEETING, HELD, &["ناصر الحارثي", "وزراء الموانئ"]);
    // what is told at a press conference is told
    one(
        "قال وزير النقل ناصر الحارثي في مؤتمر صحفي عقب اجتماع مع سفير العراق إن الميناء جاهز.",
        MEETING,
        HELD,
        &["ناصر الحارثي", "سفير العراق"],
    );
}

#[test]
fn a_headline_that_sums_up_is_no_contact_of_its_own() {
    let text = "الحارثي يلتقي الخوري والنخلي\n\nالتقى وزير النقل ناصر الحارثي أمس سفير العراق سالم الخوري.\nواجتمع ناصر \
                الحارثي مع سفير تونس هلال النخلي.";
    assert!(parties(text).iter().all(|p| p.len() == 2), "{:?}", parties(text));
}

#[test]
fn persian_people_in_the_plural_and_those_present() {
    one("نشست وزرای نیروی ایران، روسیه و چین در بصره", MEETING, HELD, &["ایران", "روسیه", "چین"]);
    one("دیدار وزرای نیروی عراق و تونس در بصره", MEETING, HELD, &["عراق", "تونس"]);
    one("نشست کمیسیون آب با حضور وزیر نیروی عراق و سفیر تونس دیروز برگزار شد.", MEETING, HELD, &["وزیر نیروی عراق", "سفیر تونس"]);
    one("وزیر نیروی عراق و سفیر تونس در نشستی دوستانه، برنامه\u{200C}ها را بررسی کردند.", MEETING, HELD, &["وزیر نیروی عراق", "سفیر تونس"]);
    one("وزیر نیروی عراق و سفیر تونس در نشستی درباره آب توافق کردند.", MEETING, HELD, &["وزیر نیروی عراق", "سفیر تونس"]);
    // what is done there names nobody
    one(
        "وزیر علوم عراق در دیدار اعضای شورای شهر بصره با بیان این نکته از همکاری سپاس گفت.",
        MEETING,
        HELD,
        &["وزیر علوم عراق", "اعضای شورای شهر بصره"],
    );
    // an envoy who comes to a ministry meets it
    one("دیروز سفیر تونس به وزارت علوم آمد.", MEETING, HELD, &["سفیر تونس", "وزارت علوم"]);
}

#[test]
fn persian_names_in_quotation_marks_and_offices_of_one_kind() {
    one("«سالم کندی» معاون وزیر نیروی عراق با وزیر علوم تونس دیدار کرد.", MEETING, HELD, &["سالم کندی", "وزیر علوم تونس"]);
    let text = "سالم کندی معاون وزیر نیروی عراق که برای رایزنی به تهران سفر کرده است، با معاون وزیر نیرو دیدار کرد.";
    assert!(parties(text).contains(&vec!["سالم کندی".to_owned(), "معاون وزیر نیرو".to_owned()]), "{:?}", parties(text));
    // what may be is to come, and the words that say so are nobody
    one("وزیر نیروی عراق ممکن است به زودی به تونس سفر کند.", ContactKind::Visit, Status::Planned, &["وزیر نیروی عراق", "تونس"]);
    one("وزیر نیروی عراق به سفیر تونس نامه\u{200C}ای زده است.", ContactKind::Letter, HELD, &["وزیر نیروی عراق", "سفیر تونس"]);
    // an ambassador of another state is not he who spoke before
    let text = "محمدجواد ظریف وزیر امور خارجه ایران گفت: هوا خوب است.\nسفیر تونس در دیدار با وزیر علوم عراق گفت: آب کافی است.";
    assert_eq!(parties(text), [["سفیر تونس", "وزیر علوم عراق"]]);
}

#[test]
fn what_is_talked_about_is_no_part_of_a_name() {
    let text = "قال وزير الخارجية الروسي سيرغي لافروف إن الماء كاف.\nومن المقرر أن يبحث لافروف الوضع في المنطقة مع نظيره السعودي \
                عادل الجبير.";
    assert_eq!(parties(text), [["سيرغي لافروف", "عادل الجبير"]]);
    one("قال ناصر الحارثي خلال لقائه مع الرئيس بوتين تحيات الملك سالم إن الماء كاف.", MEETING, HELD, &["ناصر الحارثي", "بوتين"]);
    one("التقى وزير المياه ناصر الحارثي ممثلي حركة النخيل للمرة الأولى في مسقط.", MEETING, HELD, &["ناصر الحارثي", "ممثلي حركة النخيل"]);
}

#[test]
fn persians_who_are_counted_take_part() {
    // a group of merchants met the minister; he met, wrote to and received some of them
    one("گروهی از تاجران عمان با وزیر نیرو دیدار کردند.", ContactKind::Meeting, Status::Held, &["گروهی از تاجران عمان", "وزیر نیرو"]);
    one("وزیر نیرو با جمعی از قایقرانان مسقط دیدار کرد.", ContactKind::Meeting, Status::Held, &["وزیر نیرو", "جمعی از قایقرانان مسقط"]);
    one("وزیر نیرو به جمعی از قایقرانان مسقط نامه نوشت.", ContactKind::Letter, Status::Held, &["وزیر نیرو", "جمعی از قایقرانان مسقط"]);
    let text = "وزیر نیرو در دیدار با تعدادی از قایقرانان مسقط گفت: آب کافی است.";
    one(text, ContactKind::Meeting, Status::Held, &["وزیر نیرو", "تعدادی از قایقرانان مسقط"]);
    // a delegation is no count of what it looks at
    one("رئیس سازمان بنادر در رأس هیئتی از بندر ساحل بازدید کرد.", ContactKind::Visit, Status::Held, &["رئیس سازمان بنادر", "بندر ساحل"]);
}
