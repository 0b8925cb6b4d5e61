//! Several who met, told together: by the states they act for, by a plural, or one after another.

use rawi_model::{ContactKind, Status};

use super::{none, one, read};

const MEETING: ContactKind = ContactKind::Meeting;
const CALL: ContactKind = ContactKind::Call;
const TALKS: ContactKind = ContactKind::Talks;
const VISIT: ContactKind = ContactKind::Visit;
const HELD: Status = Status::Held;
const PLANNED: Status = Status::Planned;

#[test]
fn two_arabs_who_stand_before_their_verb() {
    // the two meet in Muscat
    one("وزير النقل العماني ونظيره القطري يلتقيان في مسقط", MEETING, HELD, &["وزير النقل العماني", "وزير النقل القطري"]);
    one("سالم النخلي وناصر الخوري يجتمعان غدا في مسقط.", MEETING, PLANNED, &["سالم النخلي", "ناصر الخوري"]);
    // two states go over things all the time
    none("العراق وتونس يبحثان التعاون في المياه.");
}

#[test]
fn who_talks_with_his_counterpart_in_arabic() {
    let parties = ["وزير النقل العماني", "وزير النقل القطري"];
    one("بحث وزير النقل العماني ونظيره القطري في مسقط سبل التعاون.", MEETING, HELD, &parties);
    // two who agree on something in a call of theirs
    one("اتفق وزير النقل العماني ونظيره القطري خلال اتصال هاتفي على فتح الميناء.", CALL, HELD, &parties);
    one("بحث وزير النقل العماني ونظيره القطري، خلال مكالمة هاتفية أمس، المياه في العراق.", CALL, HELD, &parties);
    one("قال المتحدث إن وزير النقل العماني ونظيره القطري بحثا في مكالمة هاتفية فتح الميناء.", CALL, HELD, &parties);
    // the other one may stand before the noun
    one("سيعقد وزير النقل العماني مع نظيره القطري محادثات في مسقط.", TALKS, PLANNED, &parties);
}

#[test]
fn arabs_who_are_told_by_their_states() {
    one("عقد وزراء خارجية قطر وتركيا ومصر اجتماعا في مسقط.", MEETING, HELD, &["قطر", "تركيا", "مصر"]);
    one("جاء ذلك بعد اجتماع وزيري المياه العراقي والتونسي في مسقط.", MEETING, HELD, &["العراقي", "التونسي"]);
    one("عقد الوزيران العراقي والتونسي اجتماعا في مسقط.", MEETING, HELD, &["العراقي", "التونسي"]);
    let text = "جاء ذلك في اتصال هاتفي جرى بين الوزيرين العماني سالم النخلي والتونسي ناصر الخوري.";
    one(text, CALL, HELD, &["سالم النخلي", "ناصر الخوري"]);
    let text = "قال سالم النخلي بعد لقاء عقده مع نظيريه التونسي ناصر الخوري والأردني فهد الحارثي إن الماء كاف.";
    assert!(read(text).contacts.iter().any(|c| c.parties.len() == 3), "{text}");
    one("قمة بين الرئيسين العراقي سالم النخلي ونظيره التونسي ناصر الخوري", TALKS, HELD, &["سالم النخلي", "ناصر الخوري"]);
}

#[test]
fn guests_behind_those_who_are_not_named() {
    let text = "استقبل أمير المنطقة أمس الأمراء والعلماء ورئيس الغرفة سالم النخلي ومدير الجامعة ناصر الخوري.";
    one(text, MEETING, HELD, &["أمير المنطقة", "الأمراء", "سالم النخلي", "ناصر الخوري"]);
    // what is asked for is no part of several people
    let contact = one("طالب مدير الغرفة خلال اجتماعه مع الكتل السياسية بإقالة الوزير.", MEETING, HELD, &["مدير الغرفة", "الكتل السياسية"]);
    assert_eq!(contact.parties.len(), 2);
}

#[test]
fn an_arab_who_tells_of_himself_with_a_light_verb() {
    let text = "سالم النخلي: لقد أجريت مكالمة مثمرة مع وزير النقل ناصر الخوري.";
    one(text, CALL, HELD, &["سالم النخلي", "ناصر الخوري"]);
    one("قال سالم النخلي: «تلقيت اتصالا من وزير النقل».", CALL, HELD, &["سالم النخلي", "وزير النقل"]);
    // the letter of "and" may be the verb's own
    one("وزير النقل العماني وجه رسالة إلى نظيره القطري.", ContactKind::Letter, HELD, &["وزير النقل العماني", "وزير النقل القطري"]);
}

#[test]
fn where_arabs_arrive_and_where_they_meet() {
    one("وصل وزير النقل العماني إلى مطار بغداد الدولي في زيارة رسمية.", VISIT, HELD, &["وزير النقل العماني", "بغداد"]);
    one("زيارة وزير النقل التونسي إلى عدن كانت ناجحة.", VISIT, HELD, &["وزير النقل التونسي", "عدن"]);
    one("يأتي التقرير في وقت يزور فيه وزير النقل التونسي سالم النخلي العراق.", VISIT, HELD, &["سالم النخلي", "العراق"]);
    one("بدأ وزير النقل التونسي، سالم النخلي، أمس الأحد، زيارة رسمية إلى العراق.", VISIT, HELD, &["سالم النخلي", "العراق"]);
    let text = "شدد سالم النخلي خلال لقائه اليوم بالرياض المدير العام ناصر الخوري على الحل.";
    one(text, MEETING, HELD, &["سالم النخلي", "ناصر الخوري"]);
    one("قال السفير سالم النخلي خلال لقاء مع العاهل الأردني إن الماء كاف.", MEETING, HELD, &["سالم النخلي", "العاهل الأردني"]);
}

#[test]
fn persians_who_are_told_by_their_states() {
    one("چند روز از دیدار نخست\u{200c}وزیران هند و پاکستان در بصره می\u{200c}گذرد.", MEETING, HELD, &["هند", "پاکستان"]);
    one("رؤسای جمهور عراق و ترکیه دیدار و درباره آب گفت\u{200c}وگو کردند.", TALKS, HELD, &["عراق", "ترکیه"]);
    one("وزیر نیروی عراق با وزیران نیروی تونس و مصر دیدار کرد.", MEETING, HELD, &["وزیر نیروی عراق", "تونس", "مصر"]);
    one("نشست سه\u{200c}جانبه ایران، عراق و قطر برگزار شد.", MEETING, HELD, &["ایران", "عراق", "قطر"]);
    one("شنبه چند دور مذاکره بین ایران و تونس برگزار شد.", TALKS, HELD, &["ایران", "تونس"]);
}

#[test]
fn a_persian_party_in_quotation_marks_with_an_office() {
    let text = "سالم کندی روز یکشنبه در دیدار با «ناصر خوری» وزیر نیروی تونس گفت: آب کافی است.";
    one(text, MEETING, HELD, &["سالم کندی", "ناصر خوری"]);
    let text = "سالم کندی روز یکشنبه در دیدار «دریا اورسی» سفیر تونس با تاکید بر همکاری گفت: آب کافی است.";
    one(text, MEETING, HELD, &["سالم کندی", "دریا اورسی"]);
    one("سفر «سالم کندی» وزیر نیروی عراق به تونس پایان یافت.", VISIT, HELD, &["سالم کندی", "تونس"]);
}

#[test]
fn persians_who_come_with_a_delegation() {
    one("دیدار سالم کندی و هیئت همراه با سفیر تونس", MEETING, HELD, &["سالم کندی", "سفیر تونس"]);
    let text = "در دیدار وزیر نیروی عراق و هیأت همراه با وزیر راه تونس بر همکاری تاکید شد.";
    one(text, MEETING, HELD, &["وزیر نیروی عراق", "وزیر راه تونس"]);
}

#[test]
fn a_persian_journey_before_another_verb() {
    let text = "وزیر نیروی عراق که به تونس سفر کرده، از آب گفت.";
    one(text, VISIT, HELD, &["وزیر نیروی عراق", "تونس"]);
    one("سالم کندی، وزیر نیروی عراق، در آستانه سفر به تونس گفت: آب کافی است.", VISIT, PLANNED, &["سالم کندی", "تونس"]);
    one("وزیر نیروی عراق با وزیر راه تونس رایزنی تلفنی کرد.", CALL, HELD, &["وزیر نیروی عراق", "وزیر راه تونس"]);
    assert!(!read("وزیر نیروی عراق به اصفهان سفر کرد.").contacts.is_empty());
}

#[test]
fn several_who_are_met_for_their_states_in_arabic() {
    let text = "سيلتقي سالم النخلي وزراء خارجية بريطانيا وفرنسا وألمانيا.";
    one(text, MEETING, PLANNED, &["سالم النخلي", "بريطانيا", "فرنسا", "ألمانيا"]);
    one("قال سالم النخلي في اجتماعه مع وزيري خارجية تونس وقطر إن الماء كاف.", MEETING, HELD, &["سالم النخلي", "تونس", "قطر"]);
}

#[test]
fn arabs_whom_a_dash_joins() {
    let text = "قال سالم النخلي إن الماء كاف. وقال ناصر الخوري إنه قليل. وتتناول مباحثات النخلي – الخوري مياه النهر.";
    one(text, TALKS, HELD, &["سالم النخلي", "ناصر الخوري"]);
}

#[test]
fn people_are_not_the_one_for_whom_they_come() {
    one("جاء استقبال تونس لممثلين عن الرئيس السابق سالم النخلي أمس.", VISIT, HELD, &["ممثلين", "تونس"]);
}

#[test]
fn four_states_behind_a_word_that_counts_them_in_arabic() {
    let states = ["العراق", "تونس", "قطر", "مصر"];
    one("تحدث سالم النخلي عن اجتماع رباعي لكل من العراق وتونس وقطر ومصر.", MEETING, HELD, &states);
    one("قال سالم النخلي إنه يرحب بقمة ثلاثية جمعته مع كل من العراق وقطر.", TALKS, HELD, &["سالم النخلي", "العراق", "قطر"]);
}

#[test]
fn several_on_one_side() {
    let text = "عقد اجتماع وزير المياه سالم النخلي، ووزير النقل ناصر الخوري، ووزير المالية فهد الحارثي، بالسفير العراقي.";
    one(text, MEETING, HELD, &["سالم النخلي", "السفير العراقي", "ناصر الخوري", "فهد الحارثي"]);
    let text = "ملاقات سالم الکعبی با ناصر الخوری، وزیر نیرو و دکتر رضا کرمانی رئیس بندر انجام شد.";
    one(text, MEETING, HELD, &["سالم الکعبی", "ناصر الخوری", "رضا کرمانی"]);
}

#[test]
fn two_arabs_who_call_a_third() {
    let text = "قال المتحدث إن سالم النخلي وناصر الخوري أجريا اتصالا هاتفيا مع وزير المياه.";
    one(text, CALL, HELD, &["سالم النخلي", "ناصر الخوري", "وزير المياه"]);
}

#[test]
fn two_items_of_a_list_are_two_contacts() {
    // the speaker of Qatar's parliament was welcomed by the vice speaker; delegations talked with Salim al-Kaabi
    let text = "\u{1F539}\nرئیس مجلس قطر مورد استقبال نایب رئیس مجلس قرار گرفت\n\u{1F539}\nهیئت\u{200C}های ویژه با سالم الکعبی گفت\u{200C}وگو کردند";
    assert_eq!(read(text).contacts.len(), 2, "{:?}", read(text).contacts);
}

#[test]
fn another_one_named_behind_and_is_himself() {
    let text = "معاون وزیر نیروی عمان با ناصر الخوری دیدار کرد.\nسالم الکعبی معاون وزیر نیروی عمان و ناصر الخوری معاون وزیر نیروی تونس، \
                در قالب نشست، بر همکاری تاکید کردند.";
    one(text, ContactKind::Meeting, Status::Held, &["معاون وزیر نیروی عمان", "ناصر الخوری"]);
}

#[test]
fn who_speaks_of_himself_and_others_is_the_speaker() {
    let text = "سفیر تونس افزود: ما در سفر به عراق از کار سد آگاه شدیم.";
    one(text, ContactKind::Visit, Status::Held, &["سفیر تونس", "عراق"]);
}
