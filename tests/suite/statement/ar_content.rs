//! Sentences that were once read wrongly, Arabic: where what is said begins and ends.

#[test]
fn participles_that_end_what_was_said() {
    let check = |body, wanted| super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // one that takes neither a clause nor a bare object
    check(
        "قال سالم النخلي إن الجسر جاهز، مناشداً بدوره التجار فتح أسواقهم.",
        &[("سالم النخلي", "الجسر جاهز"), ("سالم النخلي", "التجار فتح")],
    );
    let asked = "قال سالم النخلي إن الجسر جاهز، ومطالباً رجال الأعمال بضخ أموال في بناء السفن.";
    check(asked, &[("سالم النخلي", "الجسر جاهز"), ("سالم النخلي", "رجال الأعمال بضخ")]);
    assert!(!super::told(&format!("افتتاح الجسر\n\n{asked}"))[0].1.contains("رجال الأعمال"), "{asked}");
    // whom it asks, with no preposition or a name in quotation marks behind
    check(
        "قال سالم النخلي إن الجسر جاهز، مطالبا وزارة النقل القيام بدورها في الطريق.",
        &[("سالم النخلي", "الجسر جاهز"), ("سالم النخلي", "وزارة النقل القيام")],
    );
    check("قال السكان إن الجسر مغلق، مطالبين \"المرفأ\" بفتح الطريق.", &[("السكان", "الجسر مغلق"), ("السكان", "\"المرفأ\" بفتح")]);
    // what it says stands in quotation marks
    check(
        "قالت الوزارة، في بيان، إنها فتحت الجسر، مؤكدةً \"الاستمرار في العمل كل يوم\".",
        &[("الوزارة", "إنها فتحت الجسر"), ("الوزارة", "الاستمرار")],
    );
    // several
    check(
        "وأشار الأهالي إلى أن الطريق مغلق، مناشدين الجهات المعنية بفتح الجسر.",
        &[("الأهالي", "الطريق مغلق"), ("الأهالي", "الجهات المعنية")],
    );
    // behind when and where
    check("قال سالم النخلي إن الجسر جاهز، نافياً بدوره بروز خلافات حول الموعد.", &[("سالم النخلي", "الجسر"), ("سالم النخلي", "بروز خلافات")]);
}

#[test]
fn quotations_in_which_the_reporter_goes_on() {
    let check = |body, wanted| super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    let wanted = [("سالم النخلي", "تنتظر السفن"), ("سالم النخلي", "أنه يتوقع")];
    // nobody closed it
    check("وقال سالم النخلي: «تنتظر السفن أمام الميناء منذ شهر، مشيرا إلى أنه يتوقع فتح الجسر الأسبوع المقبل.", &wanted);
    // it closes behind what he tells
    check("وقال سالم النخلي: «تنتظر السفن أمام الميناء منذ شهر، مشيرا إلى أنه يتوقع فتح الجسر الأسبوع المقبل».", &wanted);
    // of another the quotation tells itself
    check(
        "وقال سالم النخلي: «تنتظر السفن، وقال لنا الوزير كلاما طيبا، مشيرا إلى أنه يتوقع فتح الجسر الأسبوع المقبل».",
        &[("سالم النخلي", "تنتظر السفن")],
    );
    // another clause goes on with what is quoted
    let found = super::told("افتتاح الجسر\n\nوأكد سالم النخلي أن \"الطريق إلى الميناء بات صعبا\"، وأن التجار ينتظرون الجسر.");
    assert!(found.iter().any(|(who, said)| who == "سالم النخلي" && said.contains("ينتظرون الجسر")), "{found:?}");
}

#[test]
fn what_was_told_before_speech() {
    let check = |body, wanted| super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    check(
        "بدوره، اتهم زعيم المعارضة، سالم النخلي، الحكومة بإهمال الجسر، قائلا: \"تذهبون إلى السوق كل يوم ولا ترون الطريق\".",
        &[("سالم النخلي", "الحكومة بإهمال"), ("سالم النخلي", "تذهبون إلى السوق")],
    );
    check(
        "وأكد مدير الميناء سالم النخلي تعرضه لضغوط من التجار، قائلا إن العديد منهم نصحوه بذلك.",
        &[("سالم النخلي", "تعرضه لضغوط"), ("سالم النخلي", "العديد منهم")],
    );
    // what he comments on is no statement
    check("وعلق سالم النخلي على البيان، قائلا: \"إن الجسر مفتوح أمام الجميع منذ أمس\".", &[("سالم النخلي", "إن الجسر")]);
}

#[test]
fn subjects_before_their_verbs() {
    let check = |body, wanted| super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // in a clause
    check("وصلت السفن أمس. يذكر أن مسؤولا في الميناء أكد للصحيفة أن الجسر جاهز.", &[("مسؤولا", "الجسر جاهز")]);
    check("وصلت السفن أمس، إلا أن مصادر داخل الميناء أشارت إلى أن الجسر مغلق.", &[("مصادر", "الجسر مغلق")]);
    check("ولم يعرف من فتح الجسر مع أن الشرطة أعلنت في البدء أن أحد العمال فتحه.", &[("الشرطة", "أحد العمال")]);
    // at the head of a summary
    super::check("منظمات الصيادين تحذر من موجة جفاف في القرى", "وصلت السفن أمس.", &[("منظمات الصيادين", "من موجة")]);
    super::check("مواطنة عمانية تطالب بفتح الجسر أمام الناس", "وصلت السفن أمس.", &[("مواطنة عمانية", "بفتح الجسر")]);
    // a thing
    super::check("صور جديدة تؤكد وقوع أضرار في الجسر", "وصلت السفن أمس.", &[]);
    // an object with the mark of its case, whatever letter follows
    check(
        "وأظهر استطلاع جديد انخفاضاً في عدد الزوار، إذ قال سالم النخلي إن الجسر مغلق.",
        &[("استطلاع جديد", "انخفاض"), ("سالم النخلي", "الجسر مغلق")],
    );
    // a paper in which somebody speaks
    check("ونشرت صحيفة «المرفأ» افتتاحية تتحدث فيها عن أزمة الجسر.", &[("صحيفة المرفأ", "عن أزمة الجسر")]);
    check("وكتب مدير الميناء سالم النخلي عبر حسابه مجموعة من التغريدات زعم فيها أن الجسر مغلق.", &[("سالم النخلي", "الجسر مغلق")]);
}

#[test]
fn verbs_that_hold_their_object() {
    let check = |body, wanted| super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // he who spoke before goes on
    check(
        "رفض سالم النخلي تأجيل موعد السباق ووصفه بأنه خطوة متأخرة.",
        &[("سالم النخلي", "تأجيل موعد السباق"), ("سالم النخلي", "بأنه خطوة")],
    );
    check("وعقد المدير سالم النخلي اجتماعا مع اللاعبين وطالبهم بالانضباط في التدريب.", &[("سالم النخلي", "بالانضباط")]);
    // the subject behind it
    check("ولدى وصول السفينة، وصفتها صحيفة \"المرفأ\" بأنها \"أكبر سفن الموسم\".", &[("المرفأ", "بأنها \"أكبر")]);
    check("وتأخر الحارس عن العمل، واتهمته السلطات بالإهمال في فتح المعبر.", &[("السلطات", "بالإهمال")]);
    // told of in passing: the report goes on with him who spoke before
    check(
        "قال خالد الكندي إن الجسر جاهز. وكان المشروع الذي وصفه الوزير سالم النخلي بأنه \"مفتاح الموسم\" قد تأخر. وأضاف أن السد جاهز.",
        &[("خالد الكندي", "الجسر"), ("سالم النخلي", "بأنه"), ("خالد الكندي", "السد")],
    );
    // a noun with the same letters
    check("ذاعت شهرة السفينة، عبر وصفها بـ\"المنارة\"، بين البحارة.", &[]);
    check("وهذه وصفة لخفض كلفة الري في القرى.", &[]);
}

#[test]
fn in_what_it_was_said() {
    let ends = |body: &str, last: &str| {
        let found = super::told(&format!("افتتاح الجسر\n\n{body}"));
        assert!(found.iter().any(|(_, said)| said.ends_with(last)), "{body}\n{found:?}");
    };
    ends("وأكد سالم النخلي أن السد جاهز، وذلك في كلمة ألقاها أمام التجار.", "السد جاهز");
    ends("ودعا سالم النخلي إلى \"التعاون\" مع \"تجار السوق\" وذلك في ختام الموسم.", "تجار السوق");
}

#[test]
fn subjects_and_their_verbs_far_apart() {
    let check = |body, wanted| super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // a verb behind a comma is that of the clause before it
    let one = "قال سالم النخلي إن الشركة، الواقعة على البحر، رفضت تأجيل الموسم.";
    let found = super::told(&format!("افتتاح الجسر\n\n{one}"));
    assert!(found.iter().any(|(who, said)| who == "سالم النخلي" && said.ends_with("تأجيل الموسم.")), "{found:?}");
    // not behind what leads over to another one of the reporter's
    check(
        "قال سالم النخلي إن الجسر جاهز للسفن الكبيرة، ومع ذلك، أكد أن الموسم بعيد.",
        &[("سالم النخلي", "الجسر جاهز"), ("سالم النخلي", "الموسم بعيد")],
    );
    // the reporter goes on with another one who reports
    let found = super::told("افتتاح الجسر\n\nأكد مدير الميناء سالم النخلي وصول السفن، كما نقلت الصحيفة صورا منها.");
    assert!(found.iter().all(|(_, said)| !said.contains("الصحيفة")), "{found:?}");
}

#[test]
fn short_quotations() {
    let check = |body, wanted| super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    check(
        "قال سالم النخلي إن الجسر جاهز. وأضاف النخلي «هذا ببساطة وهم»، مضيفا أن الطريق مفتوح.",
        &[("سالم النخلي", "الجسر"), ("سالم النخلي", "هذا ببساطة"), ("سالم النخلي", "الطريق")],
    );
    // a participle with the verb before it
    check(
        "قال سالم النخلي إن الجسر جاهز.\nوأضاف متسائلا \"أين هي السفن التي تنقل التمر\".",
        &[("سالم النخلي", "الجسر"), ("سالم النخلي", "أين هي")],
    );
}
