//! Shapes in which the acting side, the other one or the day is easily missed.

use rawi_model::{ContactKind, Status};

use super::{none, one, read};

#[test]
fn whoever_speaks_in_the_first_person_acts() {
    one("سالم النخلي: التقيت بوزير النقل ناصر الخوري في صور.", ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    one("سالم الکعبی گفت: دیروز با وزیر نیرو دیدار کردم.", ContactKind::Meeting, Status::Held, &["الکعبی", "وزیر نیرو"]);
    none("دیروز با وزیر نیرو دیدار کردم.");
}

#[test]
fn several_offices_that_one_met_are_met_one_by_one() {
    let reading = read("سالم النخلي: التقيت بالرئيس ورئيس الوزراء ورئيس مجلس النواب.");
    assert_eq!(reading.contacts.len(), 3, "{:?}", reading.contacts);
    assert!(reading.contacts.iter().all(|c| c.parties.len() == 2));
}

#[test]
fn a_verb_of_time_before_the_verb_hides_nobody() {
    let text = "وأضاف المتحدث أن وزير النقل سالم النخلي كان قد أجرى اتصالا مع رئيس الهيئة ناصر الخوري.";
    one(text, ContactKind::Call, Status::Held, &["النخلي", "الخوري"]);
}

#[test]
fn both_may_stand_before_the_noun_or_behind_words_that_open_both() {
    let text = "أجرى وزير النقل سالم النخلي، ووزير المياه ناصر الخوري، محادثات أمس.";
    let talks = one(text, ContactKind::Talks, Status::Held, &["النخلي", "الخوري"]);
    assert_eq!(talks.date.unwrap().as_day().unwrap().to_string(), "2024-05-19");
    let text = "أشاد المدير بالاجتماع الذي جمع بين الوزير سالم النخلي والسفير ناصر الخوري.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    let text = "خبرگزاری از دیدار سالم الکعبی، وزیر نیروی عمان و ناصر الخوری، وزیر راه قطر خبر داد.";
    one(text, ContactKind::Meeting, Status::Held, &["الکعبی", "الخوری"]);
}

#[test]
fn a_visit_may_be_the_object_of_another_verb() {
    one("ألغى وزير النقل العماني سالم النخلي زيارته إلى تونس.", ContactKind::Visit, Status::Cancelled, &["النخلي", "تونس"]);
}

#[test]
fn the_holder_of_an_office_may_stand_behind_what_it_is_over() {
    let text = "استعرض المشرف العام على مركز الموانئ الدكتور سالم النخلي أمس مع وزير المياه ناصر الخوري خطة العمل.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    let text = "استقبل مدير المكتب الدكتور سالم النخلي، ومدير الفرع ناصر الخوري، ظهر أمس، بفرع الوزارة وفدا تونسيا.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "وفدا"]);
}

#[test]
fn a_seat_of_government_stands_for_its_state() {
    let text = "وزیر نیروی عراق پیامی از طریق عمان به تهران فرستاده است.";
    one(text, ContactKind::Message, Status::Held, &["وزیر نیروی عراق", "تهران", "عمان"]);
}

#[test]
fn a_persian_present_tells_of_a_journey_to_come() {
    one("وزیر نیروی عراق به تونس می\u{200C}رود.", ContactKind::Visit, Status::Planned, &["وزیر نیروی عراق", "تونس"]);
    one("وزیر نیروی عراق عازم تونس می\u{200C}شود.", ContactKind::Visit, Status::Planned, &["وزیر نیروی عراق", "تونس"]);
    one("وزیر نیروی عراق به تونس رفت.", ContactKind::Visit, Status::Held, &["وزیر نیروی عراق", "تونس"]);
}

#[test]
fn several_who_travel_are_not_the_one_who_spoke() {
    none("سالم الکعبی گفت: گردشگران زیادی از راه دریا به تونس سفر می\u{200C}کنند.");
}

#[test]
fn a_month_without_a_year_is_the_next_one_of_what_is_to_come() {
    let visit = one("أعلن وزير النقل سالم النخلي عزمه زيارة تونس في يوليو.", ContactKind::Visit, Status::Planned, &["النخلي", "تونس"]);
    assert_eq!(visit.date.and_then(|d| d.value).map(|v| v.to_string()).as_deref(), Some("2024-07"));
}

#[test]
fn a_day_that_the_status_rules_out_is_another_matters() {
    // "The transport minister Salem al-Nakhli announced on 3 April 2024 that he intends to visit Tunis."
    let visit =
        one("أعلن وزير النقل سالم النخلي في 3 أبريل 2024 عزمه زيارة تونس.", ContactKind::Visit, Status::Planned, &["النخلي", "تونس"]);
    assert_eq!(visit.date, None);
    // "The energy minister of Iraq went to Tunis before the meeting of 3 July 2024."
    let visit =
        one("وزیر نیروی عراق پیش از نشست ۳ ژوئیه ۲۰۲۴ به تونس رفت.", ContactKind::Visit, Status::Held, &["وزیر نیروی عراق", "تونس"]);
    assert_eq!(visit.date, None);
}
