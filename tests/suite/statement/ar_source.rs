//! Arabic sentences whose speaker stands apart from the verb: who issued a paper, whom a message set in names, those who go on.

fn check(body: &str, wanted: &[(&str, &str)]) {
    super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
}

/// What is read behind a statement of the minister of water.
fn behind(body: &str, wanted: &[(&str, &str)]) {
    let all: Vec<(&str, &str)> = [("خالد الصالحي", "الماء")].iter().chain(wanted).copied().collect();
    check(&format!("قال وزير المياه خالد الصالحي إن الماء كاف.\n{body}"), &all);
}

#[test]
fn who_issued_a_paper() {
    // behind a speaker of his own, with an object and with a clause
    behind("وأصدرت الجمعية الزراعية بيانا طالبت فيه التجار بخفض الأسعار.", &[("الجمعية الزراعية", "التجار بخفض")]);
    behind("ولاحقا، أصدر المركز الملاحي بيانا أعلن فيه أن الميناء مفتوح.", &[("المركز الملاحي", "الميناء")]);
    // what was issued has an adjective, or an occasion behind it
    behind("وألقى المدير كلمة طويلة عبر فيها عن شكره للمتطوعين.", &[("المدير", "عن شكره")]);
    behind("وألقت الدكتورة سارة النخلي كلمة بهذه المناسبة قالت فيها إن السوق مفتوحة.", &[("سارة النخلي", "السوق")]);
    // the name far behind the office
    behind("وألقى الملحق الثقافي في السفارة الدكتور سالم النخلي كلمة أثنى فيها على البرنامج.", &[("سالم النخلي", "على البرنامج")]);
    // who speaks to several goes on himself
    behind("كما وجه كلمة للشباب أكد فيها أن العمل مستمر.", &[("خالد الصالحي", "العمل")]);
}

#[test]
fn messages_set_in() {
    let tweet = "\"نعمل مع الصيادين على فتح الميناء قبل الشتاء\"مدير الميناء سالم النخلي لـ #المرفأ#صحار pic.example.com/a1b2";
    behind(tweet, &[("سالم النخلي", "نعمل مع الصيادين")]);
    // the report goes on with him who spoke before
    behind(&format!("{tweet}\nوأضاف أن السد جاهز."), &[("سالم النخلي", "نعمل مع الصيادين"), ("خالد الصالحي", "السد")]);
    // a name that nobody knows, behind where the office is held
    behind(
        "\"السفن تصل إلى الميناء منذ الصباح الباكر\"مراسل #المرفأ في #صحار كندور سمبول#صحار#عمان pic.example.com/a1b2",
        &[("كندور سمبول", "السفن")],
    );
    // a title that goes on behind a quotation, and one without tags
    behind("\"سفينة كبيرة تصل غدا إلى صحار\".. مدير الميناء يستقبل البحارة#صحار pic.example.com/a1b2", &[]);
}

#[test]
fn sources_that_point_back() {
    behind("ووفقا له، فإن السد جاهز منذ أيام.", &[("خالد الصالحي", "السد")]);
    behind("وبحسب ما أكد، يبدأ العمل في السد غدا.", &[("خالد الصالحي", "يبدأ")]);
    behind("وبحسب ما تابع الصالحي، يبدأ العمل في السد غدا.", &[("خالد الصالحي", "يبدأ")]);
    // whom a masculine body's verb goes on with
    check("أحصى نادي السيارات ألف سيارة في السوق.\nوأشار إلى أن الطريق مفتوح.", &[("نادي السيارات", "الطريق")]);
}

#[test]
fn those_who_go_on_with_a_participle() {
    // several, with and without an article
    check("وتظاهر آلاف السكان في المدينة، مطالبين بإصلاح الطريق.", &[("السكان", "بإصلاح")]);
    check("وقام مزارعون عمانيون، أمس، بإغلاق الطريق، مطالبين الحكومة بخفض الرسوم.", &[("مزارعون عمانيون", "الحكومة بخفض")]);
    // a newspaper that told something
    check("وكانت صحيفة \"المرفأ\" العمانية قد تناولت أسعار السمك، معتبرة أن الموسم جيد.", &[("صحيفة المرفأ", "الموسم")]);
    // those who are asked belong to what is said
    behind("وأضاف أن السد جاهز، داعيا الغرف التجارية إلى التعاون.", &[("خالد الصالحي", "السد"), ("خالد الصالحي", "الغرف")]);
}

#[test]
fn what_one_is_held_to_be() {
    behind("وتعتبر صحار من المدن الكبيرة على الساحل.", &[]);
    behind("وزار الوفد صحار التي تعتبر أكبر موانئ الساحل.", &[]);
    behind("وتعتبر سارة النخلي أن السوق مفتوحة.", &[("سارة النخلي", "السوق")]);
}

#[test]
fn where_an_act_begins() {
    // a word that looks like an adverb, behind where one is; a clause of the reporter's own holds another preposition
    behind("وأفاد مراسلنا في الميناء باستمرار العمل.", &[("مراسلنا", "باستمرار")]);
    behind("وأفاد مراسلنا في الميناء بوصول السفن، فيما تبحث القوارب عن مرسى.", &[("مراسلنا", "بوصول")]);
    behind("وأفادت مصادر محلية عن وصول السفينة.", &[("مصادر محلية", "عن وصول")]);
    // whose words one passes on is no complement
    behind("وأفاد مدير المكتب سالم النخلي، نقلا عن مسؤول، أن السفينة وصلت.", &[("سالم النخلي", "السفينة")]);
    // an object in quotation marks behind an aside
    behind("وانتقد سالم النخلي، في كلمة ألقاها أمس، \"تأخر العمل في الميناء\".", &[("سالم النخلي", "تأخر العمل")]);
    // whom a verb without an object warns, and whom one calls on behind a comma
    behind("وحذرت وزارة العمل المواطنين من التأخر.", &[("وزارة العمل", "المواطنين من")]);
    behind("وناشد سالم النخلي، جميع السائقين أخذ الحذر وعدم السرعة.", &[("سالم النخلي", "جميع السائقين")]);
    // what others confirm is no part of their name
    behind("ونقلت صحيفة المرفأ عن مسؤولين عمانيين تأكيدهم أن الميناء مفتوح.", &[("مسؤولين عمانيين", "الميناء")]);
}

#[test]
fn names_behind_ranks_and_bodies() {
    behind("وقال العقيد في احتياط خفر السواحل ورئيس الميناء سابقا، سالم النخلي، إن السفن وصلت.", &[("سالم النخلي", "السفن")]);
    behind("وقال العقيد في احتياط خفر السواحل، سالم النخلي إن السفن وصلت.", &[("سالم النخلي", "السفن")]);
    // the marks set off a name of a place
    behind("ونقلت الصحيفة، عن قيادة الدفاع المدني في \"مرفأ\" صحار، قولها إن السفن وصلت.", &[("قيادة الدفاع المدني", "السفن")]);
    // what alone is conveyed names nobody
    behind("ورفع خالص التعازي لأهل الفقيد.", &[("خالد الصالحي", "خالص التعازي")]);
    // a definite body, and another on which it acts
    behind("وحملت الفصائل النهرية الإدارة مسؤولية تأخر السفن.", &[("الفصائل النهرية", "الإدارة")]);
    behind("وطالب المتظاهرون الحكومة بفتح الميناء قبل الشتاء.", &[("المتظاهرون", "الحكومة بفتح")]);
    // the day of another text that was set in
    behind(
        "وأكد المدير سالم النخلي أن السد جاهز.  اليوم 12:05   9 أيلول  وكان رئيس الغرفة، خالد الكندي، أكد أن الأسعار ستنخفض.",
        &[("سالم النخلي", "السد"), ("خالد الكندي", "الأسعار")],
    );
    // any one who may say so
    behind("وقد يقول قائل إن السفن تأخرت.", &[]);
}

#[test]
fn results_and_figures() {
    let check = |body, wanted| super::check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    check("أظهرت نتائج الاستطلاع، الذي شمل ألف تاجر، أن السوق جيدة.", &[("نتائج الاستطلاع", "السوق جيدة")]);
    check("وأظهرت أرقام رسمية أن السفن كثيرة.", &[("أرقام رسمية", "السفن كثيرة")]);
    // a report with its number
    check("وأوضح التقرير الـ51 للغرفة أن السفن كثيرة.", &[("التقرير الـ51", "السفن كثيرة")]);
    // results that somebody tells
    check("أعلنت الغرفة نتائج المسابقة المائية أمس.", &[("الغرفة", "نتائج المسابقة")]);
}
