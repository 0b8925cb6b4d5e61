//! Arabic talks and meetings: where the words of the other party end, and what is no party.

use rawi_model::{ContactKind, Status};

use super::{none, one, read};

const MEETING: ContactKind = ContactKind::Meeting;
const HELD: Status = Status::Held;

#[test]
fn several_behind_and_are_counted() {
    // A meeting between the ambassador and leaders of the Palm party.
    let text = "عقد اجتماع في مسقط بين السفير العماني سالم النخلي وقيادات من حزب النخيل.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "قيادات من حزب النخيل"]);
}

#[test]
fn what_is_talked_about_has_its_own_complement() {
    // The minister reviewed the agreement with Qatar.
    none("استعرض وزير المياه سالم النخلي خلال المؤتمر الاتفاق المائي مع قطر.");
    // The talks proved how much the cooperation between Tunisia and Oman matters.
    none("أثبتت المباحثات أهمية التعاون بين تونس وعمان.");
}

#[test]
fn definite_talks_are_told_at_which_something_was_said() {
    // Nakhli said during the talks with his Tunisian counterpart that the port was ready.
    let text = "قال وزير المياه العماني سالم النخلي خلال المحادثات مع نظيره التونسي ناصر الخوري إن الميناء جاهز.";
    one(text, ContactKind::Talks, Status::Held, &["النخلي", "الخوري"]);
    // Asked about the talks with the company, Nakhli said nothing.
    none("سئل سالم النخلي عن رأيه في المفاوضات مع شركة المرفأ.");
}

#[test]
fn talks_with_a_state_are_told_by_a_verb() {
    // The minister said that he was holding direct talks with Tunisia.
    let text = "قال وزير النقل العماني سالم النخلي إنه يجري محادثات مباشرة مع تونس.";
    one(text, ContactKind::Talks, Status::Held, &["النخلي", "تونس"]);
}

#[test]
fn a_president_with_an_adjective_stands_beside_another_office() {
    // The Tunisian president Khoury met the minister of water of Oman.
    let text = "التقى الرئيس التونسي ناصر الخوري وزير المياه العماني.";
    one(text, ContactKind::Meeting, Status::Held, &["الخوري", "وزير المياه العماني"]);
}

#[test]
fn who_is_one_of_those_met_does_not_act() {
    // The ambassador said that he had visited Muscat and met ministers, among them Faris Kaabi.
    let text = "قال السفير سالم النخلي إنه عاد، والتقى الرئيس العماني ناصر الخوري، وثلة من مساعديه، وبينهم رئيس الهيئة فارس الكعبي.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
}

#[test]
fn an_office_apart_is_neither_an_adverb_nor_cut_at_its_preposition() {
    // The prime minister of Iraq met Kaabi.
    let text = "نخست وزیر عراق با سالم الکعبی دیدار کرد.";
    one(text, ContactKind::Meeting, Status::Held, &["نخست وزیر عراق", "الکعبی"]);
    // The head of the world's inter-parliamentary union met Kaabi.
    let text = "رئیس اتحادیه جهانی بین المجالس با سالم الکعبی دیدار کرد.";
    one(text, ContactKind::Meeting, Status::Held, &["رئیس اتحادیه جهانی بین المجالس", "الکعبی"]);
}

#[test]
fn an_arabic_noun_behind_other_words() {
    let parties = ["سالم النخلي", "وزير النقل"];
    one("قال سالم النخلي، بعد خروجه من اجتماع مع وزير النقل، إن الماء كاف.", MEETING, HELD, &parties);
    one("وأوضح سالم النخلي أنه عقد مع وزير النقل جلسة مشاورات.", MEETING, HELD, &parties);
    one("قال سالم النخلي عن اجتماعه المقرر في الثالث من حزيران المقبل بوزير النقل إنه مهم.", MEETING, Status::Planned, &parties);
    let text = "تبدأ قمة «النخيل» بين وزير النقل العماني ووزير المياه التونسي.";
    one(text, ContactKind::Talks, HELD, &["وزير النقل العماني", "وزير المياه التونسي"]);
    // the sentence goes on with the one who acted in it
    let text = "ناقش الوزير سالم النخلي الخطة مع الرئيس ناصر الخوري، كما التقى في تونس وزير النقل.";
    assert!(read(text).contacts.iter().any(|c| c.kind == MEETING && c.parties.len() == 2), "{text}");
}

#[test]
fn a_persian_relative_clause_stands_before_the_verb() {
    // The ambassador will talk with the minister about the water that is at the border.
    let text = "سالم الکعبی با ناصر الخوری درباره نگرانی\u{200C}هایی که در مرز دو کشور وجود دارد گفت\u{200C}وگو خواهد کرد.";
    one(text, ContactKind::Talks, Status::Planned, &["سالم الکعبی", "ناصر الخوری"]);
    // a name of three words before its office
    let text = "فلورا ماریانا گاندا رئیس اتحادیه تجار با وزیر نیرو دیدار کرد.";
    one(text, MEETING, HELD, &["گاندا", "وزیر نیرو"]);
}

#[test]
fn an_arabic_office_ends_before_the_other_party() {
    let both = ["سالم النخلي", "ناصر الخوري"];
    one("اجتمع سالم النخلي وزير المياه بوزير النقل ناصر الخوري.", MEETING, HELD, &both);
    one("اجتمع سالم النخلي وزير المياه بناصر الخوري وزير النقل.", MEETING, HELD, &both);
    let three = ["سالم النخلي", "ناصر الخوري", "سعيد البلوشي"];
    one("اجتمع الوزير سالم النخلي مع وزير المياه القطري ناصر الخوري والتونسي سعيد البلوشي.", MEETING, HELD, &three);
    // the envoy to Tunisia arrived in Doha, and met the minister there
    let reading = read("وصل المبعوث الخاص إلى تونس سالم النخلي أمس إلى الدوحة حيث التقى وزير المياه ناصر الخوري.");
    let kinds: Vec<_> = reading.contacts.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [ContactKind::Visit, MEETING], "{:?}", reading.contacts);
}

#[test]
fn a_likeness_is_named_elsewhere() {
    // He called his Tunisian counterpart; the day before he had met his Tunisian counterpart Said Balushi.
    let text = "أجرى وزير المياه القطري سالم النخلي اتصالا هاتفيا بنظيره التونسي.\nوالتقى النخلي نظيره التونسي سعيد البلوشي قبل يوم.";
    let reading = read(text);
    let other: Vec<_> = reading.contacts.iter().map(|c| c.parties[1].actor.clone()).collect();
    assert_eq!(other.len(), 2, "{:?}", reading.contacts);
    assert_eq!(other[0], other[1]);
}

#[test]
fn a_persian_name_stands_behind_an_office() {
    one("رضا کرمانی با وزیر نیروی عراق، مهدی جوادی دیدار کرد.", MEETING, HELD, &["رضا کرمانی", "مهدی جوادی"]);
    one("عمان در حال کار است، اما رضا کرمانی در دیدار با مهدی جوادی آب خواست.", MEETING, HELD, &["رضا کرمانی", "مهدی جوادی"]);
    // «زیدی» is «الزیدی»
    let reading = read("علی الزیدی، وزیر نیروی عراق، به تهران رفت. آقای زیدی با مهدی جوادی دیدار کرد.");
    assert_eq!(reading.contacts.iter().map(|c| c.parties[0].actor.as_str()).collect::<std::collections::BTreeSet<_>>().len(), 1);
}
