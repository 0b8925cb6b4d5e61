//! Who travels, where to, and where from.

use rawi_model::{ContactKind, Status};

use super::{none, one, read};

const VISIT: ContactKind = ContactKind::Visit;
const MEETING: ContactKind = ContactKind::Meeting;
const HELD: Status = Status::Held;

/// How many visits a text tells of, and whether all are of one status.
fn visits(text: &str, status: Status, count: usize) {
    let reading = read(text);
    let visits: Vec<_> = reading.contacts.iter().filter(|c| c.kind == VISIT).collect();
    assert_eq!(visits.len(), count, "{text}: {visits:?}");
    assert!(visits.iter().all(|c| c.status == status && c.parties.len() == 2), "{text}: {visits:?}");
}

#[test]
fn an_arab_visits_several_states() {
    visits("زار سالم النخلي الكويت وقطر والعراق.", HELD, 3);
    visits("قال المتحدث إن وزير النقل التونسي سيزور اعتبارا من اليوم كلا من الكويت وقطر والعراق.", Status::Planned, 3);
    visits("جاءت زيارة خاطفة لوزير النقل التونسي لكل من الكويت وقطر.", HELD, 2);
    visits("وزير المياه التونسي سالم النخلي ووزير النقل العماني ناصر الخوري سيزوران قطر قريبا.", Status::Planned, 2);
}

#[test]
fn a_visit_ends_where_its_place_is_left_in_arabic() {
    one("غادر وزير النقل العماني سالم النخلي أمس الجمهورية التونسية بعد زيارة رسمية لها.", VISIT, HELD, &["سالم النخلي", "تونس"]);
    one("غادر وزير النقل العماني سالم النخلي تونس بعد زيارة عمل.", VISIT, HELD, &["سالم النخلي", "تونس"]);
}

#[test]
fn an_arab_state_receives() {
    one("استقبلت تونس وزير النقل العماني سالم النخلي.", VISIT, HELD, &["سالم النخلي", "تونس"]);
    one("استقبلت تونس أمس وزير النقل العماني سالم النخلي.", VISIT, HELD, &["سالم النخلي", "تونس"]);
}

#[test]
fn a_body_in_a_state_calls_in_an_envoy() {
    one("وكانت وزارة المياه في تونس قد استدعت السفير العراقي.", MEETING, HELD, &["وزارة المياه", "السفير العراقي"]);
}

#[test]
fn an_arabic_capital_or_a_place_in_quotation_marks_is_visited() {
    one("بحث سالم النخلي الملف لدى زيارته العاصمة العمانية أمس.", VISIT, HELD, &["سالم النخلي", "عمان"]);
    one("قال المتحدث إن سالم النخلي زار \"تونس\" أمس.", VISIT, HELD, &["سالم النخلي", "تونس"]);
    one("وصل وزير النقل العماني سالم النخلي إلى \"تونس\" أمس.", VISIT, HELD, &["سالم النخلي", "تونس"]);
}

#[test]
fn an_arab_arrives_in_a_seat_of_two_words() {
    one("وصل سالم النخلي إلى إسلام آباد أمس.", VISIT, HELD, &["سالم النخلي", "باكستان"]);
    // with a wish between verb and subject; an envoy told with where he is sent
    one("وصل بحفظ الله ورعايته وزير المياه سالم النخلي أمس إلى تونس.", VISIT, HELD, &["سالم النخلي", "تونس"]);
    one("يشار إلى أن المبعوث العماني الخاص إلى أفريقيا، وصل أمس إلى تونس.", VISIT, HELD, &["المبعوث العماني", "تونس"]);
}

#[test]
fn what_stands_behind_and_is_no_persian_place() {
    one(
        "وی درباره سفر اخیر معاون وزیر نیروی عراق به تهران و همسویی وزیران گفت: خوب بود.",
        VISIT,
        HELD,
        &["معاون وزیر نیروی عراق", "ایران"],
    );
}

#[test]
fn who_is_like_another_travels_himself() {
    let text = "قال المتحدث إن الوزير التونسي زار مسقط أمس. ويزور نظيره الأردني سالم النخلي قطر غدا.";
    let reading = read(text);
    assert_eq!(reading.contacts.len(), 2, "{:?}", reading.contacts);
    // what came before a journey was his who makes it
    one("وتأتي جولة سيرغي لافروف بعد أن زار تونس.", VISIT, HELD, &["لافروف", "تونس"]);
}

#[test]
fn a_guest_from_abroad_in_a_city_visits_its_state() {
    one("وزیر نیروی عمان وارد بصره شد.", VISIT, HELD, &["وزیر نیروی عمان", "بصره"]);
    one("سعید الشکیلی، وزیر نیروی عمان، وارد بصره شد.", VISIT, HELD, &["سعید الشکیلی", "بصره"]);
    one("وصل وزير المياه العماني سالم النخلي أمس إلى البصرة.", VISIT, HELD, &["سالم النخلي", "البصرة"]);
    // at home, and where an envoy lives
    none("وزیر نیروی عراق وارد بصره شد.");
    none("سفیر عمان وارد بصره شد.");
}

#[test]
fn who_receives_a_person_by_name_is_a_person() {
    one("رضا کرمانی از مهدی جوادی استقبال کرد.", MEETING, HELD, &["رضا کرمانی", "مهدی جوادی"]);
    one("رضا کرمانی میزبان مهدی جوادی بود.", MEETING, HELD, &["رضا کرمانی", "مهدی جوادی"]);
    none("مردم بندر از مهدی جوادی استقبال کردند.");
}

#[test]
fn what_ended_was_held() {
    let call = ContactKind::Call;
    let both = ["سعید الشکیلی", "مهرداد پارسانسب"];
    one("پایان تماس تلفنی سعید الشکیلی و مهرداد پارسانسب", call, HELD, &both);
    one("پس از پایان تماس تلفنی سعید الشکیلی و مهرداد پارسانسب، نشستی برگزار خواهد شد.", call, HELD, &both);
}

#[test]
fn a_letter_goes_to_him_who_is_told_behind_its_writer() {
    let text = "تسلم وزير المياه العماني من السفير التونسي رسالة من الوزير سالم النخلي إلى رئيس الهيئة ناصر الخوري.";
    one(text, ContactKind::Letter, HELD, &["ناصر الخوري", "سالم النخلي"]);
}

#[test]
fn who_leaves_for_a_place_visits_it_unless_it_is_his_home() {
    let to = |rest: &str, status| one(&format!("وزیر نیروی عراق {rest}"), VISIT, status, &["وزیر نیروی عراق", "عمان"]);
    to("صبح امروز تهران را به مقصد مسقط ترک کرد.", HELD);
    to("فردا تهران را به مقصد مسقط ترک می\u{200C}کند.", Status::Planned);
    none("وزیر نیروی عراق صبح امروز تهران را به مقصد بغداد ترک کرد.");
    none("وزیر نیروی عراق گندم را به مقصد مسقط بار کرد.");
}

#[test]
fn a_base_that_is_looked_at_is_no_outlet() {
    let base = |text: &str| one(text, VISIT, HELD, &["وزیر نیروی عراق", "پایگاه هوایی رود"]);
    base("وزیر نیروی عراق از پایگاه هوایی رود بازدید کرد.");
    base("بازدید وزیر نیروی عراق از پایگاه هوایی رود");
}
