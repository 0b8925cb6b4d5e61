//! Arabic contacts whose one side stands far from the other, or is told in another clause or sentence.

use rawi_model::{ContactKind, Status};

use super::{one, read};

const HELD: Status = Status::Held;
const PLANNED: Status = Status::Planned;

#[test]
fn who_acts_in_the_clause_goes_on_acting() {
    let both = ["سالم النخلي", "ناصر الخوري"];
    one("سينتقل وزير المياه سالم النخلي غدا إلى الدوحة حيث سيلتقي نظيره العماني ناصر الخوري.", ContactKind::Meeting, PLANNED, &both);
    let text = "غادر وزير المياه سالم النخلي جمهورية مصر بعد زيارة عمل التقى خلالها بوزير الزراعة ناصر الخوري.";
    let kinds: Vec<_> = read(text).contacts.iter().map(|c| (c.kind, c.status, c.parties.len())).collect();
    assert_eq!(kinds, [(ContactKind::Visit, HELD, 2), (ContactKind::Meeting, HELD, 2)]);
    // he, and not the state of the clause before
    one("أكد سالم النخلي أمس أنه يدرس دورا يمكن أن تلعبه تونس عندما يلتقي نظيره العماني ناصر الخوري.", ContactKind::Meeting, HELD, &both);
    // «خلالها» is nobody
    let reading = read("أعلن وزير المياه سالم النخلي أنه سيزور مسقط غدا، يجري خلالها مباحثات مع وزير الزراعة ناصر الخوري.");
    assert!(reading.contacts.iter().any(|c| c.kind == ContactKind::Talks && c.status == PLANNED), "{:?}", reading.contacts);
}

#[test]
fn who_acted_in_the_sentence_before_goes_on_acting() {
    for text in [
        "وصل وزير المياه سالم النخلي إلى الدوحة أمس.\nوكان في استقباله لدى وصوله وزير الزراعة ناصر الخوري.",
        "وصل وزير المياه سالم النخلي إلى الدوحة أمس.\nوسيلتقي، اليوم، نظيره العماني ناصر الخوري.",
        "وصل وزير المياه سالم النخلي إلى الدوحة أمس.\nكما سيعقد اجتماعا ثلاثيا مع نظيره العماني ناصر الخوري.",
    ] {
        let reading = read(text);
        let meets = reading.contacts.iter().find(|c| c.kind == ContactKind::Meeting).unwrap_or_else(|| panic!("{text}"));
        let visits = reading.contacts.iter().find(|c| c.kind == ContactKind::Visit).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(meets.parties[0].actor, visits.parties[0].actor, "{text}");
    }
}

#[test]
fn the_object_stands_behind_time_and_place() {
    let meeting = ContactKind::Meeting;
    let both = ["سالم النخلي", "ناصر الخوري"];
    // whose embassy it is receives nobody
    one(
        "استقبل وزير المياه سالم النخلي، أمس بمقر سفارة خادم الحرمين الشريفين في روما، مستشار وزير الزراعة ناصر الخوري.",
        meeting,
        HELD,
        &both,
    );
    one("التقى وزير المياه سالم النخلي، في تونس، مساعدة وزير الزراعة هدى الخوري.", meeting, HELD, &["سالم النخلي", "هدى الخوري"]);
    one("سيزور سالم النخلي من 6 إلى 8 آب تونس.", ContactKind::Visit, PLANNED, &["سالم النخلي", "تونس"]);
    one("محادثات في مسقط أمس، بين وزير المياه سالم النخلي ونظيره التونسي ناصر الخوري.", ContactKind::Talks, HELD, &both);
}

#[test]
fn a_name_between_commas_is_that_of_the_office_before_it() {
    let meeting = ContactKind::Meeting;
    let both = ["سالم النخلي", "ناصر الخوري"];
    one("التقى رئيس هيئة المياه، سالم النخلي، وزير الزراعة ناصر الخوري.", meeting, HELD, &both);
    one("التقى وفد من الهيئة، على رأسه سالم النخلي، وزير الزراعة ناصر الخوري.", meeting, HELD, &both);
    one("واستقبل رئيس البلدية سالم النخلي وزير الزراعة العماني أمس.", meeting, HELD, &["سالم النخلي", "وزير الزراعة العماني"]);
    one("استقبل الأمير سالم النخلي الرئيس العماني ناصر الخوري في الرياض.", meeting, HELD, &both);
    let both = ["سالم النخلي", "ناصر الخوري"];
    one("ستستضيف مسقط محادثات بين سالم النخلي وناصر الخوري.", ContactKind::Talks, PLANNED, &both);
    one("من المرجح أن تجرى محادثات بين سالم النخلي وناصر الخوري.", ContactKind::Talks, PLANNED, &both);
    one("ومن المؤمل أن يزور سالم النخلي وزير المياه العماني تونس يوم الأحد.", ContactKind::Visit, PLANNED, &["سالم النخلي", "تونس"]);
}

#[test]
fn those_whom_a_meeting_brings_together_are_its_sides() {
    one("قمة جمعت الرئيس سالم النخلي بقادة دول المغرب في الصيف.", ContactKind::Talks, HELD, &["سالم النخلي", "قادة دول المغرب"]);
    one(
        "اللقاء الثلاثي الذي يجمع في الدوحة، غدا، وزراء خارجية عمان وتونس والأردن.",
        ContactKind::Meeting,
        PLANNED,
        &["عمان", "تونس", "الأردن"],
    );
    one(
        "هذا استكمال لقمة مع قادة دول المغرب استضافها الرئيس سالم النخلي في الصيف.",
        ContactKind::Talks,
        HELD,
        &["سالم النخلي", "قادة دول المغرب"],
    );
    // who meets a group that holds others meets the group
    one("عقد سالم النخلي لقاءات خاصة مع وفد يضم سفير تونس.", ContactKind::Meeting, HELD, &["سالم النخلي", "وفد"]);
}

#[test]
fn a_place_is_visited_without_a_preposition() {
    let visit = ContactKind::Visit;
    one("زيارة وزير المياه سالم النخلي دولة قطر كانت مفيدة.", visit, HELD, &["سالم النخلي", "قطر"]);
    one("قام وزير المياه سالم النخلي بزيارة القاهرة للبدء بدراسة السدود.", visit, HELD, &["سالم النخلي", "القاهرة"]);
    one("زيارة وزير المياه سالم النخلي للعاصمة التركية أنقرة كانت مفيدة.", visit, HELD, &["سالم النخلي", "للعاصمة التركية"]);
    // «روسيا اليوم» is an outlet elsewhere
    one("وعندما يزور وزير المياه سالم النخلي روسيا اليوم يحمل معه ملف السدود.", visit, HELD, &["سالم النخلي", "روسيا"]);
}

#[test]
fn a_side_is_its_state_and_a_topic_is_no_name() {
    one("أجرى وزير المياه سالم النخلي مباحثات مع الجانب المصري في القاهرة.", ContactKind::Talks, HELD, &["سالم النخلي", "الجانب المصري"]);
    let both = ["سالم النخلي", "ناصر الخوري"];
    one("وبحث النخلي الوضع مع وزير الزراعة ناصر الخوري. وقال سالم النخلي إن الماء كاف.", ContactKind::Meeting, HELD, &both);
}

#[test]
fn an_arabic_office_without_a_name_goes_on_acting() {
    let both = ["وزير النقل التونسي", "ناصر الخوري"];
    one("يسعى وزير النقل التونسي خلال اجتماعاته مع ناصر الخوري إلى فتح الميناء.", ContactKind::Meeting, HELD, &both);
}

#[test]
fn an_arab_goes_on_receiving() {
    let text = "استقبل الأمير سالم النخلي وزير المياه ناصر الخوري.\n\nكما استقبل رئيس الغرفة فهد الحارثي.";
    let reading = read(text);
    assert_eq!(reading.contacts.len(), 2, "{:?}", reading.contacts);
    assert_eq!(reading.contacts[0].parties[0].actor, reading.contacts[1].parties[0].actor);
}
