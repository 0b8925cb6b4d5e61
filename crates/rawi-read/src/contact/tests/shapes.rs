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

#[test]
fn who_is_named_with_a_bare_office_is_the_one_of_the_headline() {
    let text = "وزير النقل يجري مباحثات مع نظيره الإيطالي\n\nأجرى وزير النقل سالم النخلي مباحثات أمس مع وزير النقل الإيطالي ماركو بيني.";
    one(text, ContactKind::Talks, Status::Held, &["النخلي", "بيني"]);
}

#[test]
fn a_session_is_held_with_somebody_behind_its_preposition() {
    one("این خبر پس از جلسه فوری وزیر نیرو با سفیر تونس منتشر شد.", ContactKind::Meeting, Status::Held, &["وزیر نیرو", "تونس"]);
    none("شهردار پس از جلسه شورای شهر با انتشار بیانیه\u{200c}ای از مردم سپاس گفت.");
    none("وزیر نیرو در نشست خبری مشترک با همتای تونسی خود از سد گفت.");
}

#[test]
fn this_outlet_is_an_outlet() {
    let text = "سالم الکعبی، وزیر نیرو در گفت\u{200c}وگو با این شبکه گفت: آب کافی است.";
    one(text, ContactKind::Interview, Status::Held, &["الکعبی"]);
}

#[test]
fn each_other_says_that_both_are_named() {
    let text = "سفیر تونس پس از دیدار وزیر نیرو و سفیر عراق با یکدیگر گفت: کار خوب است.";
    one(text, ContactKind::Meeting, Status::Held, &["وزیر نیرو", "سفیر عراق"]);
}

#[test]
fn several_with_offices_between_commas_are_met() {
    let text = "سالم الکعبی با ناصر الخوری، وزیر نیرو، سعید البوسعیدی، وزیر راه و حمد الحارثی، وزیر آب دیدار کرد.";
    one(text, ContactKind::Meeting, Status::Held, &["الکعبی", "الخوری", "البوسعیدی", "الحارثی"]);
    let text = "سالم الکعبی با ناصر الخوری رئیس بنادر تونس و سعید البوسعیدی رئیس گمرک تونس دیدار کرد.";
    one(text, ContactKind::Meeting, Status::Held, &["الکعبی", "الخوری", "البوسعیدی"]);
}

#[test]
fn each_of_two_who_travel_is_a_guest() {
    for text in ["وزیر نیرو و وزیر راه عمان به تونس سفر کردند.", "سالم الکعبی و ناصر الخوری عازم تونس شدند."]
    {
        let reading = read(text);
        assert_eq!(reading.contacts.iter().filter(|c| c.kind == ContactKind::Visit).count(), 2, "{text}: {:?}", reading.contacts);
    }
}

#[test]
fn one_through_whom_a_message_goes_may_stand_before_it() {
    let text = "تونس از طریق عمان پیامی را به عراق فرستاد.";
    one(text, ContactKind::Message, Status::Held, &["تونس", "عراق", "عمان"]);
}

#[test]
fn one_message_that_is_denied_is_one() {
    let text = "خبرگزاری گفت تونس پیامی به عراق فرستاد. سخنگو گفت: خبر پیام تونس به عراق صحت ندارد.";
    one(text, ContactKind::Message, Status::Denied, &["تونس", "عراق"]);
    one("عمان خبر پیام تونس به عراق درباره سد را تکذیب کرد.", ContactKind::Message, Status::Denied, &["تونس", "عراق"]);
}

#[test]
fn an_outlet_may_hold_an_interview() {
    let text = "وقال سالم النخلي في مقابلة أجرتها معه صحيفة «المرفأ» إن الميناء جاهز.";
    one(text, ContactKind::Interview, Status::Held, &["النخلي"]);
}

#[test]
fn a_last_visit_is_a_visit() {
    let text = "وقال وزير النقل سالم النخلي خلال زيارته الأخيرة لتونس إن العمل مستمر.";
    one(text, ContactKind::Visit, Status::Held, &["النخلي", "تونس"]);
}

#[test]
fn an_office_between_commas_hides_nobody() {
    let text = "وكان سالم النخلي، وزير النقل العماني، التقى نظيره القطري ناصر الخوري أمس.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
}

#[test]
fn who_acted_in_the_sentence_before_goes_on_acting() {
    let text = "قال سالم النخلي إن العمل مستمر. كما التقى وزير النقل ناصر الخوري.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    let reading = read("وصل وزير النقل العماني سالم النخلي إلى الدوحة، حيث التقى أمير دولة قطر الشيخ ناصر الخوري.");
    let meeting = reading.contacts.iter().find(|c| c.kind == ContactKind::Meeting).unwrap();
    assert_eq!(meeting.parties.len(), 2);
    assert!(super::mentioned(&reading, meeting, 0).iter().any(|n| n.contains("النخلي")));
    assert!(super::mentioned(&reading, meeting, 1).iter().any(|n| n.contains("الخوري")));
}

#[test]
fn a_communications_office_calls_nobody() {
    none("أعلن مكتب الاتصال بوزارة النقل موعد السباق.");
    none("يزداد الاتصال المجتمعي بين وزارة النقل وأهالي القرية.");
}

#[test]
fn a_name_may_stand_behind_the_state_of_an_office() {
    let text = "التقى وزير النقل العماني سالم النخلي أمس وزير التجارة في تونس ناصر الخوري.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
}
