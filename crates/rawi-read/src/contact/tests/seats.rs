//! Those who hold one office, each for his state, and who are told by their likeness to another.

use rawi_model::{ActorKind, ContactKind, Status};

use super::{one, read};

const MEETING: ContactKind = ContactKind::Meeting;
const HELD: Status = Status::Held;
const PLANNED: Status = Status::Planned;

/// Whether nobody in the one contact of a text is a state, and how many they are.
fn persons(text: &str, count: usize) {
    let reading = read(text);
    let [contact] = &reading.contacts[..] else { panic!("{text}: {:?}", reading.contacts) };
    let kind = |key: &String| reading.actors.iter().find(|a| a.key == *key).map(|a| a.kind);
    assert_eq!(contact.parties.len(), count, "{text}: {:?}", contact.parties);
    assert!(contact.parties.iter().all(|p| kind(&p.actor) != Some(ActorKind::State)), "{text}: {:?}", reading.actors);
}

#[test]
fn several_ministers_are_whoever_holds_the_office() {
    // the foreign ministers of Oman and Tunisia met in Muscat
    persons("وزرای خارجه عمان و تونس در مسقط دیدار کردند.", 2);
    persons("التقى وزيرا خارجية عمان وتونس في مسقط.", 2);
    persons("عقد الرئيسان العراقي والتونسي اجتماعا في مسقط.", 2);
    // where the registry has no such office it is the states that are told
    one("وزیران نیروی عمان و تونس در مسقط دیدار کردند.", MEETING, HELD, &["عمان", "تونس"]);
}

#[test]
fn counterparts_are_named_one_by_one() {
    // the Omani minister of water met his Tunisian and Qatari counterparts
    let text = "التقى وزير المياه العماني سالم النخلي نظيريه التونسي والقطري في مسقط.";
    one(text, MEETING, HELD, &["سالم النخلي", "التونسي", "القطري"]);
    persons(text, 3);
    let text = "التقى وزير المياه العماني سالم النخلي نظيريه التونسي ناصر الخوري والقطري فهد الحارثي.";
    one(text, MEETING, HELD, &["سالم النخلي", "ناصر الخوري", "فهد الحارثي"]);
}

#[test]
fn states_of_a_headline_are_the_persons_of_the_text() {
    let text = "لقاء عماني تونسي قطري\n\nسيعقد وزير الخارجية العماني سالم النخلي لقاء مع نظيريه التونسي والقطري.";
    one(text, MEETING, PLANNED, &["سالم النخلي", "التونسي", "القطري"]);
}

#[test]
fn arabs_who_travel_together() {
    let reading = read("سالم النخلي وناصر الخوري يصلان إلى مسقط.");
    assert_eq!(reading.contacts.iter().filter(|c| c.kind == ContactKind::Visit).count(), 2, "{:?}", reading.contacts);
    let reading = read("سالم النخلي وناصر الخوري يتوجهان إلى مسقط للقاء وزير المياه العماني.");
    assert!(reading.contacts.iter().any(|c| c.kind == MEETING && c.parties.len() == 3), "{:?}", reading.contacts);
}

#[test]
fn what_an_arab_is_to_hold_during_a_visit() {
    let reading = read("سيعقد سالم النخلي خلال زيارته لتونس لقاء مع ناصر الخوري.");
    assert!(reading.contacts.iter().any(|c| c.kind == MEETING && c.status == PLANNED), "{:?}", reading.contacts);
}

#[test]
fn what_a_persian_goes_to_do() {
    // the minister came to Muscat for a fair and a meeting with the governor
    let text = "وزیر نیروی تونس برای شرکت در نمایشگاه آب و دیدار با استاندار بصره عازم عراق شد.";
    let reading = read(text);
    assert!(reading.contacts.iter().any(|c| c.kind == MEETING && c.status == PLANNED), "{text}: {:?}", reading.contacts);
    one("وزیر نیروی تونس جهت دیدار با سفیر عراق به بندر رفت.", MEETING, PLANNED, &["وزیر نیروی تونس", "سفیر عراق"]);
}

#[test]
fn persians_who_are_to_meet() {
    // Tunisia and Iraq will meet in Geneva on Friday
    one("تونس و عراق جمعه در ژنو دیدار خواهند کرد.", MEETING, PLANNED, &["تونس", "عراق"]);
}

#[test]
fn whom_a_persian_asks_in_a_call() {
    // the minister asked the ambassador in a call on Monday night to open the border
    let text = "وزیر نیروی تونس در تماس تلفنی دوشنبه شب از سفیر عراق خواست مرز را باز کند.";
    one(text, ContactKind::Call, HELD, &["وزیر نیروی تونس", "سفیر عراق"]);
    let text = "وزیر نیروی تونس در تماس تلفنی کوتاه خود، به سفیر عراق گفت که آب کافی است.";
    one(text, ContactKind::Call, HELD, &["وزیر نیروی تونس", "سفیر عراق"]);
}

#[test]
fn two_offices_of_two_states_are_of_two() {
    // the Iraqi minister is to meet Tunisia's minister of transport
    one("سيلتقي الوزير العراقي وزير النقل التونسي سالم النخلي.", MEETING, PLANNED, &["الوزير العراقي", "سالم النخلي"]);
    // Oman is no other word in Persian
    one("وزرای نیروی تونس و عمان دیدار کردند.", MEETING, HELD, &["تونس", "عمان"]);
}

#[test]
fn a_subject_ends_where_somebody_enters() {
    let reading = read("رئیس مجلس تونس وارد بغداد شد و با سفیر عمان دیدار کرد.");
    assert!(reading.actors.iter().all(|a| !a.name.contains("وارد")), "{:?}", reading.actors);
}
