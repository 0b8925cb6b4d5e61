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

#[test]
fn a_present_of_contact_is_no_part_of_a_name() {
    let text = "النخلي يستقبل الحارثي\n\nاستقبل وزير النقل سالم النخلي أمس وزير المياه ناصر الحارثي.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الحارثي"]);
}

#[test]
fn a_name_between_commas_is_that_of_the_office_or_likeness_before() {
    let text = "بحث وزير النقل سالم النخلي، في اتصال هاتفي بنظيره القطري، ناصر الخوري، حركة الموانئ.";
    one(text, ContactKind::Call, Status::Held, &["النخلي", "الخوري"]);
    let text = "التقى وزير النقل سالم النخلي نائب رئيس الوزراء ووزير المياه، الشيخ ناصر الخوري، في صور.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
}

#[test]
fn a_last_name_before_an_office_is_another_one() {
    let text = "وصل وزير النقل سالم النخلي أمس. والتقى النخلي رئيس الهيئة ناصر الخوري.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
}

#[test]
fn he_of_whom_a_speaker_tells_acts_at_the_contact() {
    let text = "صرح المتحدث حمد الحارثي أن وزير النقل سالم النخلي بحث حركة الموانئ، في اتصال هاتفي مع وزير المياه ناصر الخوري.";
    one(text, ContactKind::Call, Status::Held, &["النخلي", "الخوري"]);
}

#[test]
fn behind_and_the_subject_goes_on_and_not_who_was_met() {
    let text = "أجرى وزير النقل سالم النخلي لقاء مع سفير قطر ناصر الخوري، وعقد اجتماعا مع مدير الميناء حمد الحارثي.";
    let reading = read(text);
    let first: Vec<_> = reading.contacts.iter().map(|c| super::mentioned(&reading, c, 0).join(" ")).collect();
    assert_eq!(first.len(), 2, "{:?}", reading.contacts);
    assert!(first.iter().all(|n| n.contains("النخلي")), "{first:?}");
}

#[test]
fn what_relates_to_a_body_calls_nobody() {
    none("يشدد الخبراء على أن العمل يتصل بإدارة المعلومات.");
    none("ولم يتسن الاتصال بوزارة النقل للتعليق.");
    none("كتب مؤسس مجلة الرسالة الأستاذ سالم النخلي عن الأدب.");
}

#[test]
fn a_verb_of_the_future_behind_the_noun_tells_of_what_is_to_come() {
    one("جولة جديدة من المحادثات بين قطر وتونس ستبدأ في صور.", ContactKind::Talks, Status::Planned, &["قطر", "تونس"]);
}

#[test]
fn what_is_done_on_a_journey_to_come_is_to_come() {
    let text = "سيصل وزير النقل العماني سالم النخلي غدا إلى تونس. ويلتقي خلال الزيارة وزير المياه ناصر الخوري.";
    let reading = read(text);
    assert_eq!(reading.contacts.len(), 2, "{:?}", reading.contacts);
    assert!(reading.contacts.iter().all(|c| c.status == Status::Planned), "{:?}", reading.contacts);
}

#[test]
fn an_interview_about_the_future_was_held() {
    let text = "وقال وزير النقل سالم النخلي عن الموسم المقبل في حوار مع صحيفة «المرفأ» إن الميناء جاهز.";
    one(text, ContactKind::Interview, Status::Held, &["النخلي", "المرفأ"]);
}

#[test]
fn a_journey_to_come_and_what_is_to_be_done_on_it_are_one() {
    let text = "سيزور وزير النقل العماني سالم النخلي تونس. وقال المتحدث إن الاتفاق جاهز قبل زيارة النخلي إلى تونس.";
    one(text, ContactKind::Visit, Status::Planned, &["النخلي", "تونس"]);
}

#[test]
fn the_next_sentence_may_tell_day_and_place() {
    let text = "التقى وزير النقل العماني سالم النخلي وزير المياه القطري ناصر الخوري. وعقد اللقاء عصر أمس في العاصمة القطرية الدوحة.";
    let meeting = one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    assert_eq!(meeting.date.unwrap().as_day().unwrap().to_string(), "2024-05-19");
    assert_eq!(meeting.place.as_deref(), Some("الدوحة"));
    let text = "سالم الکعبی با ناصر الخوری، وزیر نیرو دیدار کرد. این دیدار دیروز در دوحه برگزار شد.";
    let meeting = one(text, ContactKind::Meeting, Status::Held, &["الکعبی", "الخوری"]);
    assert_eq!(meeting.date.unwrap().as_day().unwrap().to_string(), "2024-05-19");
}

#[test]
fn a_visit_may_name_the_visitor_behind_the_letter_that_means_to() {
    let text = "جاء ذلك خلال زيارة غير معلنة لوزير النقل العماني سالم النخلي إلى تونس.";
    one(text, ContactKind::Visit, Status::Held, &["النخلي", "تونس"]);
}

#[test]
fn since_when_there_was_none_is_no_day_of_the_visit() {
    let visit = one("زار وزير النقل العماني سالم النخلي تونس لأول مرة منذ عام 2016.", ContactKind::Visit, Status::Held, &["النخلي", "تونس"]);
    assert_eq!(visit.date, None);
}

#[test]
fn one_who_goes_to_meet_somebody_meets_him() {
    one("سالم الکعبی، وزیر نیرو دیروز به دیدار ناصر الخوری، سفیر قطر رفت.", ContactKind::Meeting, Status::Held, &["الکعبی", "الخوری"]);
}

#[test]
fn he_of_whom_a_relative_clause_tells_gave_the_interview() {
    let text = "سعید البوسعیدی درباره سخنان سالم الکعبی که در گفت\u{200c}وگو با شبکه ساحل از سد گفته بود، سکوت کرد.";
    one(text, ContactKind::Interview, Status::Held, &["الکعبی"]);
}

#[test]
fn a_state_that_is_an_everyday_word_is_one_among_states() {
    one("در نشست چهارجانبه عراق، تونس، قطر و ایران، سند امضا شد.", ContactKind::Meeting, Status::Held, &["عراق", "تونس", "قطر", "ایران"]);
}

#[test]
fn at_what_contact_he_did_it_belongs_to_no_office() {
    let text = "سالم الکعبی، وزیر نیروی عمان در جریان سفر به تهران با ناصر الخوری دیدار کرد.";
    let reading = read(text);
    let visit = reading.contacts.iter().find(|c| c.kind == ContactKind::Visit).unwrap();
    assert!(super::mentioned(&reading, visit, 0).iter().any(|n| n.contains("الکعبی")));
}

#[test]
fn a_plan_behind_and_is_not_of_the_arrival() {
    let text = "سالم الکعبی، وزیر نیروی عمان وارد تهران شده و قرار است با ناصر الخوری، وزیر راه دیدار کند.";
    let reading = read(text);
    let status = |kind| reading.contacts.iter().find(|c| c.kind == kind).map(|c| c.status);
    assert_eq!(status(ContactKind::Visit), Some(Status::Held), "{:?}", reading.contacts);
    assert_eq!(status(ContactKind::Meeting), Some(Status::Planned), "{:?}", reading.contacts);
}

#[test]
fn a_city_of_a_government_goes_on_behind_and() {
    one("محادثات إيران وعمان بشأن الموانئ أحرزت تقدما.", ContactKind::Talks, Status::Held, &["إيران", "عمان"]);
    one("بدأ سالم النخلي، رئيس برلمان تونس، زيارة مفاجئة إلى الجزائر.", ContactKind::Visit, Status::Held, &["النخلي", "الجزائر"]);
    one("المفاوضات التي ستعقد في صور بين قطر وتونس", ContactKind::Talks, Status::Planned, &["قطر", "تونس"]);
}

#[test]
fn a_last_name_beside_a_word_of_contact_is_a_name() {
    one("لافروف يلتقي بوريل في صور", ContactKind::Meeting, Status::Held, &["لافروف", "بوريل"]);
    one("زيارة لافروف إلى تونس", ContactKind::Visit, Status::Held, &["لافروف", "تونس"]);
    let text = "سفر لاوروف به تونس";
    let visit = one(text, ContactKind::Visit, Status::Held, &["لاوروف", "تونس"]);
    assert!(super::mentioned(&read(text), &visit, 0).iter().all(|n| !n.contains("سفر")));
    one("دیدار دوجانبه لاوروف و سفیر تونس", ContactKind::Meeting, Status::Held, &["لاوروف", "سفیر تونس"]);
}

#[test]
fn two_last_names_side_by_side_are_two() {
    let text = "تحدث سيرغي لافروف أمام الطلبة. وزار لافروف تركيا أمس.";
    one(text, ContactKind::Visit, Status::Held, &["لافروف", "تركيا"]);
    one("یک سفیر دیروز با لاوروف و بوریل دیدار کرد.", ContactKind::Meeting, Status::Held, &["سفیر", "لاوروف", "بوریل"]);
}

#[test]
fn last_names_are_told_apart_behind_and() {
    let text = "تحدث الوزراء سالم النخلي وناصر الخوري وحمد الحارثي أمام الطلبة. وعقد لقاء ثلاثي بين النخلي والخوري والحارثي في صور.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري", "الحارثي"]);
}

#[test]
fn one_likeness_may_name_several() {
    let text = "اللقاء الذي جمع وزير النقل سالم النخلي بنظيره القطري ناصر الخوري والتونسي حمد الحارثي في صور كان طويلا.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري", "الحارثي"]);
}

#[test]
fn places_are_visited() {
    one("زار وزير النقل سالم النخلي متحف الساحل أمس.", ContactKind::Visit, Status::Held, &["النخلي", "متحف الساحل"]);
    one("قام وزير النقل سالم النخلي بزيارة لمتحف الساحل.", ContactKind::Visit, Status::Held, &["النخلي", "متحف الساحل"]);
    one("قال وزير النقل سالم النخلي خلال زيارته متحف الساحل إن العمل مستمر.", ContactKind::Visit, Status::Held, &["النخلي", "متحف الساحل"]);
    one(
        "سالم الکعبی، وزیر نیرو در بازدید از بخش\u{200c}های گوناگون بندر بزرگ صور گفت: کار خوب است.",
        ContactKind::Visit,
        Status::Held,
        &["الکعبی", "بندر"],
    );
    one("بازدید سفیر تونس از موزه آب", ContactKind::Visit, Status::Held, &["سفیر تونس", "موزه آب"]);
    one("سفیر تونس دیروز از موزه آب دیدار کرد.", ContactKind::Visit, Status::Held, &["سفیر تونس", "موزه آب"]);
    none("وصلت عشرات السفن إلى ميناء صور أمس.");
    none("طرح وزیر نیرو به مجلس می\u{200c}آید.");
}

#[test]
fn the_seat_to_which_one_travels_is_the_place() {
    let visit = one("وصل وزير النقل سالم النخلي إلى الدوحة بعد اجتماع في فيينا.", ContactKind::Visit, Status::Held, &["النخلي", "قطر"]);
    assert_eq!(visit.place.as_deref(), Some("الدوحة"));
    let text = "عقد وزير النقل سالم النخلي في قصره بالرياض اجتماعا مع السفير ناصر الخوري.";
    let meeting = one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    assert_eq!(meeting.place.as_deref(), Some("الرياض"));
    let text = "يزور وزير النقل سالم النخلي، اليوم الاثنين، العاصمة القطرية الدوحة لأول مرة.";
    let visit = one(text, ContactKind::Visit, Status::Held, &["النخلي", "قطر"]);
    assert_eq!(visit.place.as_deref(), Some("الدوحة"));
}

#[test]
fn a_pronoun_behind_a_conjunction_acts() {
    let text = "سالم الکعبی، وزیر نیرو امروز در بندر بود و وی با سفیر تونس دیدار کرد.";
    one(text, ContactKind::Meeting, Status::Held, &["الکعبی", "سفیر تونس"]);
}

#[test]
fn those_on_one_side_all_take_part() {
    let text = "اجتماع وزراء التجارة العرب والأمين العام للمجلس مع وزير النقل القطري ناصر الخوري في الدوحة";
    let meeting = one(text, ContactKind::Meeting, Status::Held, &["وزراء", "الخوري", "الأمين"]);
    assert_eq!(meeting.parties.len(), 3);
    let text = "استقبل وزير النقل سالم النخلي في مكتبه أمس سفير قطر ناصر الخوري، إلى جانب سفير تونس حمد الحارثي.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري", "الحارثي"]);
    one("التقى وزير النقل سالم النخلي كلا من سفير قطر وسفير تونس.", ContactKind::Meeting, Status::Held, &["النخلي", "قطر", "تونس"]);
    let text = "اجتماع وزير النقل سالم النخلي مع ناصر الخوري الذي سيشارك فيه أيضا السفير حمد الحارثي طويل.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري", "الحارثي"]);
}

#[test]
fn offices_in_a_row_are_several_people() {
    let text = "وزیر نیرو با سفیر تونس، سفیر عراق و سفیر عمان دیدار کرد.";
    one(text, ContactKind::Meeting, Status::Held, &["وزیر نیرو", "تونس", "عراق", "عمان"]);
    let text = "وزیر نیرو در دیدار با سفیر تونس، سفیر عراق و سفیر عمان گفت: کار خوب است.";
    one(text, ContactKind::Meeting, Status::Held, &["وزیر نیرو", "تونس", "عراق", "عمان"]);
    let text = "نشستی با حضور وزیر نیرو، سفیر تونس و استاندار خوزستان برگزار شد.";
    one(text, ContactKind::Meeting, Status::Held, &["وزیر نیرو", "تونس", "خوزستان"]);
}

#[test]
fn a_session_may_be_described_before_its_parties() {
    one("سخنگو به جلسه غیرعلنی مجلس با سفیر تونس اشاره کرد.", ContactKind::Meeting, Status::Held, &["مجلس", "تونس"]);
    let text = "سخنگو به مذاکرات فشرده و طولانی وزیر نیرو با سفیر تونس اشاره کرد.";
    one(text, ContactKind::Talks, Status::Held, &["وزیر نیرو", "تونس"]);
    one("انتظار می\u{200c}رود سالم الکعبی، وزیر نیرو به تونس سفر کند.", ContactKind::Visit, Status::Planned, &["الکعبی", "تونس"]);
}

#[test]
fn one_met_in_a_city_may_stand_behind_it() {
    let text = "صرح وزير النقل سالم النخلي إثر لقائه في الدوحة نظيره القطري ناصر الخوري أن العمل مستمر.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    one("وشارك وزير النقل سالم النخلي في اجتماع مع السفير ناصر الخوري.", ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
}

#[test]
fn he_whose_counterpart_is_met_acts() {
    let text = "وصل وزير النقل سالم النخلي إلى الدوحة. وقد التقى نظيره القطري ناصر الخوري.";
    let reading = read(text);
    let meeting = reading.contacts.iter().find(|c| c.kind == ContactKind::Meeting).unwrap();
    assert!(super::mentioned(&reading, meeting, 0).iter().any(|n| n.contains("النخلي")));
}

#[test]
fn one_who_is_received_is_met() {
    one("استقبال سالم نوری، وزیر نیرو از ناصر الخوری، سفیر عمان", ContactKind::Meeting, Status::Held, &["نوری", "الخوری"]);
    assert!(read("استقبال وزیر نیرو از طرح سفیر عمان").contacts.is_empty());
    assert!(read("وزیر نیرو با استقبال از سخنان سفیر عمان گفت: کار خوب است.").contacts.is_empty());
}

#[test]
fn a_welcome_behind_talks_is_no_part_of_a_side() {
    let text = "سخنگو گفت: از آغاز مذاکرات میان عراق و کشورهای عربی استقبال می\u{200C}کنیم.";
    let reading = read(text);
    let key = &reading.contacts[0].parties[1].actor;
    let name = reading.actors.iter().find(|a| a.key == *key).map(|a| a.name.as_str());
    assert_eq!(name, Some("کشورهای عربی"), "{:?}", reading.contacts);
}

#[test]
fn a_state_behind_an_office_holds_no_talks_itself() {
    let text = "گفت\u{200C}وگوی پسر پادشاه عمان با ناصر الخوری درباره آب";
    one(text, ContactKind::Call, Status::Held, &["پادشاه عمان", "ناصر الخوری"]);
    none("ممنوعیت سفر وزیر نیرو به عراق تمدید شد.");
}

#[test]
fn what_came_after_the_end_of_a_visit_came_after_the_visit() {
    let text = "وزیر نیروی عمان پس از پایان سفر به چین، کار تازه\u{200C}ای آغاز کرد.";
    one(text, ContactKind::Visit, Status::Held, &["وزیر نیروی عمان", "چین"]);
}
