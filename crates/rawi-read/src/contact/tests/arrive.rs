//! Arabic visits: who goes where, whom a relative clause tells of, and whether it took place.

use rawi_model::{ContactKind, Status};

use super::{mentioned, one, read};

/// The contacts of a text: their kinds, status and parties by words that must be in a mention of each.
fn all(text: &str, expected: &[(ContactKind, Status, &[&str])]) {
    let reading = read(text);
    assert_eq!(reading.contacts.len(), expected.len(), "{text}: {:?}", reading.contacts);
    for (contact, (kind, status, parties)) in reading.contacts.iter().zip(expected) {
        assert_eq!((contact.kind, contact.status), (*kind, *status), "{text}");
        assert_eq!(contact.parties.len(), parties.len(), "{text}: {:?}", contact.parties);
        for (i, words) in parties.iter().enumerate() {
            let names = mentioned(&reading, contact, i);
            assert!(names.iter().any(|n| n.contains(words)), "{text}: {words} is not in {names:?}");
        }
    }
}

#[test]
fn a_state_named_by_an_everyday_word_is_visited() {
    // The minister opened the market during a working visit to Qatar.
    let visit = (ContactKind::Visit, Status::Held);
    one("افتتح وزير المياه سالم النخلي السوق خلال زيارة عمل لقطر أمس.", visit.0, visit.1, &["النخلي", "قطر"]);
    // The visit of Faris Kaabi to Qatar came a month later.
    one("أتت زيارة فارس الكعبي لقطر بعد شهر.", visit.0, visit.1, &["الكعبي", "قطر"]);
    // He spoke of the last visit of the minister to Tunisia.
    one("تحدث التقرير عن الزيارة الأخيرة لوزير النقل العماني سالم النخلي إلى تونس.", visit.0, visit.1, &["النخلي", "تونس"]);
}

#[test]
fn who_arrives_stands_behind_the_place() {
    // The Tunisian minister of water arrived in Muscat yesterday.
    let text = "وصل إلى مسقط أمس وزير المياه التونسي ناصر الخوري.";
    one(text, ContactKind::Visit, Status::Held, &["الخوري", "عمان"]);
    // A delegation of the chamber of trade arrived in the Omani capital Muscat.
    let text = "وصل إلى العاصمة العمانية مسقط مساء أمس وفد من الغرفة التجارية التونسية.";
    one(text, ContactKind::Visit, Status::Held, &["وفد من الغرفة", "عمان"]);
}

#[test]
fn a_relative_clause_tells_of_the_second_of_two() {
    let meeting = (ContactKind::Meeting, Status::Held);
    // The minister received the minister of transport, who is visiting Muscat.
    let text = "استقبل وزير المياه العماني ناصر الخوري وزير النقل التونسي سالم النخلي الذي يزور مسقط حاليا.";
    all(text, &[(meeting.0, meeting.1, &["الخوري", "النخلي"]), (ContactKind::Visit, Status::Held, &["النخلي", "عمان"])]);
    // The president met the minister, who arrived in Cairo yesterday.
    let text = "التقى الرئيس التونسي ناصر الخوري وزير النقل العماني سالم النخلي الذي وصل القاهرة أمس.";
    all(text, &[(meeting.0, meeting.1, &["الخوري", "النخلي"]), (ContactKind::Visit, Status::Held, &["النخلي", "مصر"])]);
}

#[test]
fn whom_a_state_or_its_city_receives_visits_it() {
    // Trade grew after Muscat received the Tunisian minister of transport.
    let text = "تحسنت التجارة بعد استقبال مسقط لوزير النقل التونسي سالم النخلي.";
    one(text, ContactKind::Visit, Status::Held, &["النخلي", "عمان"]);
}

#[test]
fn who_arrives_to_meet_somebody_visits() {
    // The Omani minister arrived in Doha to meet the ministers.
    let text = "وصل الوزير العماني إلى الدوحة للقاء وزراء المياه العرب.";
    all(
        text,
        &[
            (ContactKind::Visit, Status::Held, &["الوزير العماني", "قطر"]),
            (ContactKind::Meeting, Status::Planned, &["الوزير العماني", "وزراء المياه العرب"]),
        ],
    );
}

#[test]
fn what_was_held_or_proposed_is_told_so() {
    // After a meeting was held with the ministers, the ambassador said the port was ready.
    let text = "قال السفير سالم النخلي عقب عقد اجتماع مع وزير النقل ناصر الخوري إن الميناء جاهز.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    // Hind Khoury proposed that the minister pay a visit to Tunisia.
    let text = "اقترحت هند الخوري أن يقوم وزير النقل العماني سالم النخلي بزيارة رسمية لتونس في نهاية العام.";
    one(text, ContactKind::Visit, Status::Proposed, &["النخلي", "تونس"]);
    // The minister means to visit Tunisia.
    let text = "أعلنت وزيرة السياحة العمانية هند الخوري، أمس، اعتزامها زيارة تونس قريبا.";
    one(text, ContactKind::Visit, Status::Planned, &["الخوري", "تونس"]);
}
