//! Sentences that were once read wrongly: who speaks, and the words with which what he says begins.

use rawi_model::{Document, Form, Genre};
use rawi_read::Reader;

/// The speakers and the beginnings of the statements of a text, in order.
fn told(text: &str) -> Vec<(String, String)> {
    let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
    let named = |key: &Option<String>| {
        let actor = reading.actors.iter().find(|a| Some(&a.key) == key.as_ref());
        actor.map_or_else(String::new, |a| a.name.clone())
    };
    reading.statements.iter().map(|s| (named(&s.speaker), s.content[0].of(&reading.document.text).to_owned())).collect()
}

/// Every statement under a headline, as speaker and first words.
fn check(headline: &str, body: &str, wanted: &[(&str, &str)]) {
    let found = told(&format!("{headline}\n\n{body}"));
    let fits = |(f, w): (&(String, String), &(&str, &str))| f.0.contains(w.0) && f.1.starts_with(w.1);
    assert!(found.len() == wanted.len() && found.iter().zip(wanted).all(fits), "{body}\n{found:?}");
}

#[test]
fn arabic() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // "the minister that" is no dual, "the two ministers"
    check("وقال الوزير إن الجسر سيفتح غدا.", &[("الوزير", "الجسر سيفتح")]);
    // a verb that takes an object and a clause: the minister promised, the commander threatened
    check(
        "قال سالم الحربي إن الجسر جاهز.\nووعد الوزير بأن الطريق ستفتح غدا. وتوعد القائد بأن الرد قادم.",
        &[("سالم الحربي", "الجسر"), ("الوزير", "الطريق"), ("القائد", "الرد")],
    );
    // who is described does not speak
    check(
        "قال وزير النقل إن الجسر جاهز.\nووصف الجسر القديم بأنه خطر على الناس.",
        &[("وزير النقل", "الجسر جاهز"), ("وزير النقل", "بأنه خطر")],
    );
    // to whom it was said stands before the subject
    check("وقال لـ«المرفأ» مدير الميناء فهد العوني إن السفن وصلت.", &[("فهد العوني", "السفن")]);
    // two verbs, one speaker
    check("قال وزير النقل إن الجسر جاهز.\nومضى يقول إن العمل مستمر.", &[("وزير النقل", "الجسر"), ("وزير النقل", "العمل")]);
    // whose document it is speaks
    check("وجاء في بيان الوزارة أن السد جاهز للعمل.", &[("الوزارة", "السد")]);
    // a source at the end of its sentence
    check("ستفتح الطريق مساء اليوم، حسبما أفاد مصدر في الشرطة.", &[("مصدر", "ستفتح")]);
    // "here" is no "congratulated", and "he reached" no "informed"
    check("وهنا تكون الطريق أقصر على الناس. وتبلغ مساحة السوق ألف متر.", &[]);
}

#[test]
fn arabic_shapes() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // a participle that heads its sentence goes on with the one before
    check("قال وزير النقل سالم النخلي إن الجسر جاهز. مشيرا إلى أن العمل مستمر.", &[("سالم النخلي", "الجسر"), ("سالم النخلي", "العمل")]);
    // what is told of stands before the verb, and is nobody who speaks
    check(
        "قال وزير النقل سالم النخلي إن الجسر جاهز. وحول الأسواق التي تقيمها الغرفة في الصيف أشار إلى أن الخطة جاهزة.",
        &[("سالم النخلي", "الجسر"), ("سالم النخلي", "الخطة")],
    );
    // behind a conjunction that is written as a preposition a verb is a verb
    check("يأتي ذلك بعدما أكد وزير النقل سالم النخلي أن الجسر جاهز.", &[("سالم النخلي", "الجسر")]);
    check("وسبق أن كشف وزير النقل سالم النخلي أن الجسر جاهز.", &[("سالم النخلي", "الجسر")]);
    // "between" that is "explained", and "across" that is "expressed"
    check("من جهته بين مدير الميناء المهندس فهد العوني أن السفن وصلت.", &[("فهد العوني", "السفن")]);
    check("وعبر مدير الميناء عن سعادته بعودة السفن.", &[("مدير الميناء", "عن سعادته")]);
    // what the subject did, and what is set off, before the clause
    check("وقال المدير الذي رفض الإفصاح عن اسمه إن السفن وصلت.", &[("المدير", "السفن")]);
    check("وقال سالم النخلي، في مؤتمر صحفي أعلن فيه موعد السباق، أمس، إن السفن وصلت.", &[("سالم النخلي", "السفن")]);
    check("وأكد المتحدث باسم «الميناء» النهري، رصد عشرين سفينة في اتجاه «المرفأ».", &[("المتحدث", "رصد")]);
    check("طالب المركز، اليوم الجمعة، الدول العربية بإدخال السفن إلى الميناء.", &[("المركز", "الدول العربية بإدخال")]);
    // an object behind a definite body
    check("أدانت الحكومة النهرية القرارات الجديدة في الميناء.", &[("الحكومة النهرية", "القرارات")]);
    // what is asked, in a word with its preposition
    check("ووجه مدير الميناء بفتح تحقيق في الحادث.", &[("مدير الميناء", "بفتح")]);
    // two who speak in one sentence
    check(
        "وأكد سالم النخلي أن الميناء مفتوح كل يوم فيما قال مدير الميناء فهد العوني إن الحركة عادية.",
        &[("سالم النخلي", "الميناء مفتوح كل يوم"), ("فهد العوني", "الحركة")],
    );
    // a verb with its own complement before another that has the colon
    check("وأعرب سالم النخلي عن قلقه، قائلا: «الماء قليل هذا العام».", &[("سالم النخلي", "عن قلقه"), ("سالم النخلي", "الماء قليل")]);
    // "as he said" closes what was said, and "he also said" opens it
    check("هناك مؤشرات على تحسن السوق هذا العام، كما أوضح فهد العوني.", &[("فهد العوني", "هناك")]);
    check("وصلت السفن أمس كما قال مدير الميناء فهد العوني إن الحركة عادية.", &[("فهد العوني", "الحركة")]);
    // a source that closes what was said, and the reporter goes on
    check("يدرك الطرفان أن العمل في الميناء يحتاج إلى وقت طويل، وفق صحيفة المرفأ، خاصة وأن السفن كثيرة.", &[("المرفأ", "يدرك الطرفان")]);
}

#[test]
fn arabic_speakers() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // "says that" is no verb for two
    check("والمدير يقول إن الجسر مفتوح للناس. ويضيف أن العمل مستمر.", &[("المدير", "الجسر"), ("المدير", "العمل")]);
    // the name stands behind where the office is held
    check("وقال مدير الميناء في صحار المهندس سالم النخلي إن السفن وصلت أمس.", &[("سالم النخلي", "السفن")]);
    check("ودعا الأمين العام لاتحاد الموانئ، فهد العوني، إلى تمديد الموسم.", &[("فهد العوني", "إلى تمديد")]);
    // what commas set off between a subject and its verb, or its clause
    check("وزير النقل، سالم النخلي، يؤكد أن الجسر جاهز للعمل.", &[("سالم النخلي", "الجسر جاهز")]);
    check("شرطة المرور، من جانبها، ذكرت أن الطريق مفتوحة.", &[("شرطة المرور", "الطريق")]);
    check("وأوضحت الوزيرة، التي زارت الميناء أمس، أنها راضية عن العمل.", &[("الوزيرة", "أنها راضية")]);
    // a verb that looks like a preposition, a name that looks like one, a document that looks like a verbal noun
    check("وبين مدير الميناء أن السفن وصلت أمس.", &[("مدير الميناء", "السفن")]);
    check("وأكد اللواء علي النخلي أن الطريق مفتوحة.", &[("علي النخلي", "الطريق")]);
    check("كشف تقرير لاتحاد الموانئ أن السفن زادت هذا العام.", &[("تقرير", "السفن")]);
    check("وقال عدد من التجار إن السوق مزدحمة اليوم.", &[("عدد من التجار", "السوق")]);
    // those who are asked, and those who are told of, do not speak
    check(
        "وقال سالم النخلي إن الجسر جاهز.\nودعا المشاركين إلى الحضور مبكرا.",
        &[("سالم النخلي", "الجسر"), ("سالم النخلي", "المشاركين إلى")],
    );
    check("وكان الأمير سالم النخلي زار الجسر أمس، وأكد سموه أن العمل مستمر.", &[("سالم النخلي", "العمل")]);
    // the one who spoke goes on behind where and when
    check(
        "وقال سالم النخلي إن الجسر جاهز.\nوذكر أن الطريق مفتوحة.\nوفي ختام حديثه أكد أن العمل مستمر.",
        &[("سالم النخلي", "الجسر"), ("سالم النخلي", "الطريق"), ("سالم النخلي", "العمل")],
    );
    // nouns that look like verbs, and who wrote a report
    check("وشهد الشهر رفض 103 طلبات من الشركات. وتأتي الزيارة لتلبية طلب السكان بأن تفتح الطريق.", &[]);
    check("سالم النخلي – المرفأ – صحار: وصلت السفن إلى الميناء أمس.", &[]);
}

#[test]
fn arabic_boundaries() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // the one who speaks behind what takes up the talks
    check("عقد الوزيران محادثات، شدد خلالها الطرفان على أهمية فتح الجسر.", &[("الطرفان", "على أهمية")]);
    // whose kindness it was is told of with his own work, and is no speaker
    check("وأبدى المدرب سعادته بالعودة إلى النادي، وقال إن الفريق جاهز.", &[("المدرب", "سعادته"), ("المدرب", "الفريق جاهز")]);
    // what a body is for belongs to its name, and so does "Arab"
    check("كشفت اللجنة العليا لتحسين أوضاع المزارعين عن مطالب المزارعين.", &[("اللجنة العليا لتحسين أوضاع المزارعين", "عن مطالب")]);
    check("أكدت المنظمة العربية لتطوير صناعة الألبان أن السوق مفتوحة.", &[("المنظمة العربية لتطوير صناعة الألبان", "السوق مفتوحة")]);
    // a family name before the preposition of the verb
    check("وأشار رامي منير المقاطي إلى أن الميناء مفتوح.", &[("رامي منير المقاطي", "الميناء")]);
    // how it is said ends the name
    check("ونفت لجنة السباق بشدة أن يكون الموعد قد تغير.", &[("لجنة السباق", "يكون الموعد")]);
    // "this confirms", "was not surprising", "was accused": nobody's words
    check("وهذا يؤكد أهمية الجسر للناس في المدينة.", &[]);
    check("ولم يكن الأمر مستغربا من أهل المدينة. وكانت الطريق التي اتُّهم النادي بإغلاقها مفتوحة.", &[]);
    // the body whose office it is belongs to the office
    check("وقال المستشار القانوني لوزارة المياه سالم الحربي إن السد جاهز.", &[("سالم الحربي", "السد")]);
    // when it was said stands between commas
    check("وأشاد سالم الحربي، اليوم السبت، بجهود العاملين في الميناء.", &[("سالم الحربي", "بجهود")]);
    check("وكان وزير النقل، سالم الحربي، أكد أن الجسر جاهز.", &[("سالم الحربي", "الجسر جاهز")]);
    // those on whom a body calls
    check("ودعت الهيئة العامة للسباق الجمهور إلى حضور الحفل.", &[("الهيئة العامة للسباق", "الجمهور")]);
    // what has a cue of its own is told apart, by the source that leads
    check(
        "ووفقا لوزارة المياه، فإن السد جاهز للعمل، مشيرة إلى أن القناة ستفتح غدا.",
        &[("وزارة المياه", "السد جاهز"), ("وزارة المياه", "القناة")],
    );
    // the reporter tells again what is said behind a colon
    check("وقال سالم الحربي: بدأ العمل في الجسر، مشيرا إلى أن الطريق ستفتح غدا.", &[("سالم الحربي", "بدأ"), ("سالم الحربي", "الطريق")]);
    // a mark that is left open ends with its line
    check(
        "وقال سالم الحربي إن \"الجسر جاهز منذ أمس.\nوأكد فهد العوني أن \"الميناء مفتوح للسفن كلها\".",
        &[("سالم الحربي", "الجسر"), ("فهد العوني", "الميناء")],
    );
    // whom words were taken from
    check("قناة المرفأ تنقل عن مدير الميناء أن السفن وصلت أمس.", &[("مدير الميناء", "السفن")]);
    // what a body that is whole by itself announces is no part of its name
    check("أعلنت السلطات المحلية حالة الطوارئ من أجل البحث عن السفينة.", &[("السلطات المحلية", "حالة الطوارئ")]);
    check("وجدد سالم الحربي التأكيد على أن الجسر جاهز.", &[("سالم الحربي", "التأكيد على")]);
    check("وهنأ السفير المنتخب على هذا الإنجاز.", &[("السفير", "المنتخب على")]);
    // a quotation right behind the word for saying has its own words
    check(
        "وأشار سالم الحربي إلى أن الجسر جاهز، قائلا \"يجب أن نعمل معا من أجل فتح الطريق\".",
        &[("سالم الحربي", "الجسر جاهز"), ("سالم الحربي", "يجب أن نعمل")],
    );
    check(
        "وأشار سالم الحربي إلى أن الجسر جاهز للعمل، قائلا: \"يجب أن نعمل معا من أجل فتح الطريق\".",
        &[("سالم الحربي", "الجسر جاهز"), ("سالم الحربي", "يجب أن نعمل")],
    );
    // a name right before its verb
    check("وكان رئيس النادي المقرب من أهل المدينة سالم الحربي أكد أمس أن الملعب جاهز.", &[("سالم الحربي", "الملعب جاهز")]);
    // "is held to be", "it is believed": nobody's words
    check("ويعتبر الجسر القديم مؤيدا بأعمدة من حجر. ويعتقد أنها أقدم من المدينة.", &[]);
    // where the news is from, and those whom a list names
    assert!(told("النمسا: حظر السيارات القديمة في المدن\n\nبدأ العمل بالقرار أمس في المدن كلها.").is_empty());
    // one who speaks where no frame fits is still the last who spoke
    check(
        "قال سالم الحربي إن الجسر جاهز.\nوقال مدير الميناء فهد العوني وصلت السفن كلها.\nوأضاف أن العمل مستمر.",
        &[("سالم الحربي", "الجسر"), ("فهد العوني", "العمل")],
    );
}

#[test]
fn arabic_contents() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // "continued, saying that"
    check("وتابع المدير قائلا إن الجسر جاهز للعمل.", &[("المدير", "الجسر")]);
    // the reporter goes on behind the quotation
    check(
        "وقال المدرب: «المباراة ودية لكنها مهمة لنا جميعا» وحثهم على اللعب.",
        &[("المدرب", "المباراة ودية لكنها مهمة لنا جميعا"), ("المدرب", "على اللعب")],
    );
    // another verb behind what leads over to it
    check(
        "وبينت المديرة أن المطالب كثيرة، في حين قال سالم النخلي إن الأمر مهم.",
        &[("المديرة", "المطالب كثيرة"), ("سالم النخلي", "الأمر مهم")],
    );
    // who is asked, behind what commas set off and before what he is asked for in a word
    check("طالب سالم النخلي، منسق الإغاثة، وزارة النقل بفتح الميناء للسفن.", &[("سالم النخلي", "وزارة النقل بفتح")]);
    // speech that nothing opens
    check("وقال سالم النخلي لقد بدأ العمل في الجسر.", &[("سالم النخلي", "لقد بدأ")]);
    // who passes it on, and from whom
    check("وعلمت صحيفة المرفأ من مصدر في الوزارة أن الجسر سيفتح غدا.", &[("مصدر", "الجسر")]);
    // a source between commas, and one whose clause is taken up
    check("ستفتح الطريق للناس في مطلع الشهر المقبل، وفق ما كشفت عنه وزارة النقل أمس، بعد عام من العمل.", &[("وزارة النقل", "ستفتح")]);
    check("وبحسب مرصد النخيل، وهو هيئة مقرها صحار، فإن الأمطار ستزيد هذا العام.", &[("مرصد النخيل", "الأمطار")]);
    // an object without a preposition, and another who speaks
    check("وتوقعت «الأرصاد» هطول أمطار على الجبال.", &[("الأرصاد", "هطول")]);
    check(
        "وأكدت الوزارة وصول السفينة إلى الميناء، والبلدية تؤكد أهمية العمل.",
        &[("الوزارة", "وصول السفينة إلى الميناء"), ("البلدية", "أهمية")],
    );
    check("أصدر مركز النخيل نداء، دعا فيه المزارعين إلى ترشيد المياه.", &[("مركز النخيل", "المزارعين إلى")]);
    // an object before the preposition that the verb takes too
    check("وأعلن نادي النخيل في بيان أمس مسؤوليته عن تأخر المباراة.", &[("نادي النخيل", "مسؤوليته عن")]);
    // a participle with an object of its own
    check("وقال سالم الحربي إن الجسر جاهز، واصفا العمل بأنه كبير.", &[("سالم الحربي", "الجسر جاهز"), ("سالم الحربي", "بأنه كبير")]);
    // the source at the end is not said
    check("وقال سالم الحربي إن الجسر جاهز للسيارات، بحسب صحيفة المرفأ.", &[("سالم الحربي", "الجسر جاهز للسيارات")]);
}

#[test]
fn arabic_objects() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // whom the verb acts on
    check("قال سالم الحربي إن الجسر جاهز. واتهم الشركة بتأخير العمل.", &[("سالم الحربي", "الجسر جاهز"), ("سالم الحربي", "الشركة بتأخير")]);
    check("وكتب الجمهور الذي طالب الحكم بسرعة الرد. وهي الفكرة التي ترجع الجسر إلى زمن قديم.", &[]);
    check("دعا كافة المشاركين إلى زيارة السوق.", &[]);
    // nobody in the news
    check("ويعتقد البعض أن الجسر قديم. وقال تعالى: «وجعلنا من الماء كل شيء حي».", &[]);
    check("وجاء الناس من كل المدن حيث يعتقدون أن السوق أرخص.", &[]);
    // another who speaks behind a word that sets against
    check(
        "وقال سالم الحربي إن الجسر جاهز بينما تحدثت صحيفة المرفأ عن أعمال باقية.",
        &[("سالم الحربي", "الجسر جاهز"), ("صحيفة المرفأ", "عن أعمال")],
    );
    // a time of day, and one of several things
    check("وأبان رامي المقاطي ورود بلاغ عند الساعة 10:30 صباح اليوم.", &[]);
    check("للجسر حارتان.\nالأول: حارة السيارات الكبيرة في المدينة.", &[]);
    // what is done after something else
    check("وسجل اللاعب سالم الحربي هدفا جميلا بعد أن عاد إلى الملعب.", &[]);
}

#[test]
fn arabic_names() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // the name behind an office with a place
    check("وأكد القيادي في حركة «النخيل» المحلية، رامي المقاطي، أن الجسر جاهز.", &[("رامي المقاطي", "الجسر جاهز")]);
    check("ولفت محلل الشؤون المحلية في القناة الثانية، رامي المقاطي، إلى أن الجسر جاهز.", &[("رامي المقاطي", "الجسر جاهز")]);
    check("ونقلت صحيفة المرفأ عن رئيس لجنة المياه في صحار، رامي المقاطي، قوله إن السد جاهز.", &[("رامي المقاطي", "السد جاهز")]);
    // he of whom the sentence before tells
    check(
        "وقال سالم الحربي إن الجسر جاهز.\nبدوره، يسعى وزير النقل فهد العوني إلى فتح الطريق. وقال إن العمل مستمر.",
        &[("سالم الحربي", "الجسر جاهز"), ("فهد العوني", "العمل مستمر")],
    );
    // a body that its noun takes up
    check("أطلقت شركة المرفأ للنقل، أمس، رحلات جديدة. وقالت الشركة إن الرحلات يومية.", &[("شركة المرفأ للنقل", "الرحلات يومية")]);
    // both
    check("وأوضح كل من سالم الحربي وفهد العوني أن الجسر جاهز.", &[("سالم الحربي", "الجسر جاهز")]);
}

#[test]
fn arabic_sources() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // a person whom nobody knows, with what commas set off behind him and without
    check("وبحسب سالم الحربي، أحد منظمي المعرض، فإن آلاف الناس زاروه.", &[("سالم الحربي", "آلاف الناس")]);
    check("ووفقا لسالم الحربي فإن آلاف الناس زاروا المعرض.", &[("سالم الحربي", "آلاف الناس")]);
    // the body that issued a paper
    check("ووفقا لدراسة نشرتها مجلة الميناء، فإن السفن زادت هذا العام.", &[("مجلة الميناء", "السفن زادت")]);
}

#[test]
fn arabic_first_sentence() {
    // in the first sentence of a text, without a headline, a participle goes on with its subject
    let found = told("زار وزير النقل سالم الحربي الميناء أمس، موضحا أن العمل يبدأ غدا.");
    assert!(found.len() == 1 && found[0].0 == "سالم الحربي", "{found:?}");
}

#[test]
fn arabic_askers() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // a noun of the other gender behind a verb is whom it acts on
    check(
        "طالب سالم النخلي البلدية بفتح الطريق. وطالب الحكومة بدعم المزارعين.",
        &[("سالم النخلي", "البلدية"), ("سالم النخلي", "الحكومة بدعم")],
    );
    check("قالت الوزارة إن الجسر جاهز. ودعت الاتحاد الرياضي إلى زيارته.", &[("الوزارة", "الجسر"), ("الوزارة", "الاتحاد")]);
    // and so is a plural in the accusative
    check("قال سالم النخلي إن الجسر جاهز. وطالب المواطنين بالصبر.", &[("سالم النخلي", "الجسر"), ("سالم النخلي", "المواطنين")]);
    // he from whom a call came
    check(
        "وتلقى الوزير اتصالا هاتفيا من سمو الشيخ سالم بن خالد النخلي وزير المياه عبر فيه عن تهنئته. وعبر سموه عن تقديره للعمل.",
        &[("سالم بن خالد", "عن تهنئته"), ("سالم بن خالد", "عن تقديره")],
    );
}

#[test]
fn arabic_bounds() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // a pronoun on the word that opens the clause stays, behind a colon and within a quotation
    check("وقال سالم النخلي: إنه شكر العمال على ما بنوه.", &[("سالم النخلي", "إنه")]);
    // where and when stand before what a verb takes
    check("وأشاد وزير النقل سالم النخلي في تصريح صحفي بالجهود التي بذلت.", &[("سالم النخلي", "بالجهود")]);
    // «… again the stress that», and another clause that leads over
    check(
        "صرح سالم النخلي بأن الجسر جاهز، مجددا التأكيد أن الطريق مفتوحة، حيث أشار إلى وصول القطار.",
        &[("سالم النخلي", "الجسر جاهز"), ("سالم النخلي", "الطريق مفتوحة"), ("سالم النخلي", "إلى وصول")],
    );
    // a comma alone opens what is said
    check("وقال مدير الميناء سالم النخلي، تصل السفن الجديدة إلى الميناء غدا.", &[("سالم النخلي", "تصل")]);
    // marks typed for the other direction, and a medium that passes a saying on
    check("وقال سالم النخلي ” نفتح الطريق الجديدة غدا إن شاء الله “.", &[("سالم النخلي", "نفتح")]);
    check("ونقلت صحيفة «المرفأ» قول سالم النخلي: «نفتح الطريق الجديدة غدا إن شاء الله».", &[("سالم النخلي", "نفتح")]);
    // the relative verb of an indefinite noun is nobody's word
    check("سيبحث مجلس المدينة قراراً يرفض الطريق القديمة.", &[]);
    // a name that looks like a conjunction
    check("وقال لويس فان دورن إن الجسر جاهز. وقال فان دورن: «نفتح الطريق الجديدة غدا».", &[("فان دورن", "الجسر"), ("فان دورن", "نفتح")]);
    // whose words they are is no part of them, and the marks of the last letter are
    let found = told("خبر\n\nوأكد سالم النخلي أن الجسر \"جاهز للعبور منذ صباح أمس\"، وفقا لتقارير البلدية.");
    assert!(found[0].1.ends_with("أمس"), "{found:?}");
    let found = told("خبر\n\nوأكد سالم النخلي أن الجسر سيكون «جاهزاً للعبور غداً».");
    assert!(found[0].1.contains("غداً"), "{found:?}");
}

#[test]
fn arabic_several() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // a verb in the plural that names nobody is no single person's
    check(
        "قالت دراسة حديثة إن النوم مفيد. وقد قسم الباحثون مجموعة من المتطوعين إلى قسمين. وأوضحوا أن النائمين أكثر راحة.",
        &[("دراسة", "النوم"), ("الباحثون", "النائمين")],
    );
    check(
        "قال سالم النخلي إن الجسر جاهز. وناقش المسؤولان خطة الطريق، حيث شددا على ضرورة العمل معا.",
        &[("سالم النخلي", "الجسر"), ("المسؤولان", "على ضرورة")],
    );
    // officials are several, whatever their case
    check("لكن مسؤولي الميناء قالوا إن السفن تصل غدا.", &[("مسؤولي الميناء", "السفن")]);
}

#[test]
fn arabic_speakers_apart() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // a definite plural acts, and no indefinite noun goes on with it
    check(
        "طالب الموظفون المسرحون هيئة الميناء بالعودة إلى العمل. وأعرب العاملون في بيانهم عن أسفهم.",
        &[("الموظفون المسرحون", "هيئة الميناء"), ("العاملون", "عن أسفهم")],
    );
    // a name that looks like a verb, and a long one in quotation marks
    check("وأضافت رؤى أن الجسر جاهز.", &[("رؤى", "الجسر")]);
    check("وذكرت «سواحل جنوب الخليج العربي وشرق أفريقيا» أن السفن تصل غدا.", &[("سواحل", "السفن")]);
    // when and where between commas before what was told
    check("وأفاد مدير الميناء سالم النخلي في بيان، مساء أمس، بوصول السفن الجديدة.", &[("سالم النخلي", "بوصول")]);
    // what follows a report that a clause tells more of
    check("ووفقا للتقرير الذي أعدته الهيئة فقد زادت السفن في الميناء.", &[("تقرير", "زادت")]);
    // a short quotation right behind its speaker
    check("وقال سالم النخلي للصحيفة أمس «سنمضي في بناء الجسر» وغادر المدينة.", &[("سالم النخلي", "")]);
}

#[test]
fn arabic_clauses() {
    let check = |body, wanted| check("افتتاح الجسر الجديد", body, wanted); // opening of the new bridge
    // a prayer is words of its own
    check(
        "هنأ مدير الميناء سالم النخلي العمال بالعيد، سائلا الله تعالى أن يعيده عليهم بالخير.",
        &[("سالم النخلي", "العمال"), ("سالم النخلي", "يعيده")],
    );
    // a quotation longer than its sentence
    let found = told("خبر\n\nوأضاف سالم النخلي أنه «علينا أن نعمل معا من أجل الميناء. بدأنا البناء أمس». وغادر المدينة.");
    assert!(found[0].1.ends_with("بدأنا البناء أمس»"), "{found:?}");
    // the reporter goes on behind what was said in a phrase
    let found = told("خبر\n\nأعلن وزير النقل سالم النخلي عزمه زيارة الميناء، كما تستعد البلدية لحفل كبير.");
    assert!(found[0].1.ends_with("زيارة الميناء"), "{found:?}");
    // what is told of stands before the verb, its object right behind it
    check(
        "قال سالم النخلي إن الجسر جاهز. وبشأن السوق القديمة، أكد استمرار العمل على ترميمها.",
        &[("سالم النخلي", "الجسر"), ("سالم النخلي", "استمرار")],
    );
    // a known body is whole before its object
    check("أدانت الحكومة العراقية الغارات على القرية.", &[("الحكومة العراقية", "الغارات")]);
    // between dashes stands when it was said
    check("ورفع سالم النخلي - في ختام تصريحه - أصدق التهاني لأهالي المدينة.", &[("سالم النخلي", "أصدق")]);
}

#[test]
fn persian() {
    let check = |body, wanted| check("افتتاح پل تازه", body, wanted); // opening of the new bridge
    // the object stands right behind the subject
    check("وزیر این طرح را مزیت دیگر بیان کرده و گفت: آب کافی است و راه باز است.", &[("وزیر", "این طرح را"), ("وزیر", "آب کافی")]);
    // a request without که
    check(
        "شهردار از کارکنان خواست در کار پل شتاب کنند و با اشاره به هزینه گفت: پول آماده است.",
        &[("شهردار", "در کار"), ("شهردار", "پول")],
    );
    // an act told inside another's clause
    check(
        "وزیر نیرو با بیان اینکه شورا از مردم قدردانی می‌کند و کار پیش می‌رود، گفت: آب کافی است و راه باز است.",
        &[("وزیر نیرو", "آب کافی")],
    );
    // a source behind a source
    check("به گزارش خبرگزاری رود از بندر به نقل از روابط عمومی اداره بندر، سالم نوری گفت: اسکله آماده است.", &[("سالم نوری", "اسکله")]);
    // a clause behind «که» has a speaker of its own, before it or in it
    check("این کار در جایی است که مهندسان بندر گفتند اسکله تا بهار آماده می‌شود.", &[("مهندسان", "اسکله تا بهار")]);
    check(
        "وزیر راه گفت: پل آماده است.\nدر حالی که شورا تأکید می‌کند راه تازه هنوز بسته است، شهردار گفت: راه باز است.",
        &[("وزیر راه", "پل آماده"), ("شورا", "راه تازه"), ("شهردار", "راه باز")],
    );
    // what a noun takes up again is the reporter's
    check("وزیر نیرو گفت آب سد امسال کافی است؛ ادعایی که کارشناسان نمی‌پذیرند.", &[("وزیر نیرو", "آب سد")]);
    // a comma for a colon, and one that is none
    check("مدیر بندر گفت، کشتی‌های تازه از فردا به اسکله می‌رسند.", &[("مدیر بندر", "کشتی‌های تازه")]);
    check("مدیر بندر این را گفت، سپس به اسکله رفت و با کارگران ناهار خورد.", &[]);
    // behind «و» what is said next has a verb of its own
    check(
        "مدیر بندر تأکید کرد که کشتی نباید به اسکله برسد و گفت: هوا بد است و دریا موج دارد.",
        &[("مدیر بندر", "کشتی نباید"), ("مدیر بندر", "هوا بد")],
    );
    // an object told from its subject; reading aloud is no judgement
    check("سالم نوری نیز این سفر را به‌موقع خواند. او نامه‌ای را برای مهمانان خواند.", &[("سالم نوری", "این سفر را")]);
    check("مدیر بندر گفت: راه باز است.\nمدیر بندر کار پل را مهم دانست.", &[("مدیر بندر", "راه باز"), ("مدیر بندر", "کار پل را")]);
    check("سالم نوری از تأخیر کشتی انتقاد کرد و آن را بی‌سابقه خواند.", &[("سالم نوری", "از تأخیر"), ("سالم نوری", "آن را")]);
    check("مریم هوسپیان شمار داوران را هشت نفر اعلام کرد.", &[("مریم هوسپیان", "شمار داوران را")]);
    check("مریم هوسپیان نتیجه را دیروز اعلام کرد که شنبه بود.", &[("مریم هوسپیان", "شنبه بود")]);
    // the object before a phrase goes with it
    check("مریم هوسپیان تهران را به بدعهدی متهم کرد.", &[("مریم هوسپیان", "تهران را")]);
    // the paper speaks for those whose it is, and not for those of whom it tells
    check(
        "شورای بندر گفت که راه باز است.\nدر بخشی از این بیانیه درباره کار وزیر راه آمده است: اسکله از آن مردم است.",
        &[("شورای بندر", "راه باز"), ("شورای بندر", "اسکله از آن")],
    );
    // a medium to which words were told says nothing itself
    check("سالم نوری در گفت‌وگو با خبرگزاری رود، در پاسخ به پرسشی درباره کار پل آزادی گفت: پل آماده است.", &[("سالم نوری", "پل آماده")]);
    // a perfect without its auxiliary
    check("سازمان بنادر اعلام کرده کشتی‌ها از فردا به اسکله می‌رسند.", &[("سازمان بنادر", "کشتی‌ها")]);
    // whoever follows says it
    check("به گفته دو نفر که در جلسه بودند، کشتی‌ها فردا به اسکله می‌رسند.", &[("دو نفر", "کشتی‌ها")]);
    // «نیز» tells of another
    check(
        "سالم نوری گفت: اسکله آماده است.\nمعاون شهردار نیز در این دیدار گفت: راه باز است و پول داریم.",
        &[("سالم نوری", "اسکله"), ("معاون شهردار", "راه باز")],
    );
    // what a relative clause tells of an object is not said
    check("سالم نوری نامه‌هایی را می‌پذیرد که مهر شورا داشته باشند.", &[]);
    // a sheet of what a thing is like
    check("جنس: چوب گردو\nاندازه: دو متر\nرنگ: آبی روشن\nکاربرد: میز و نیمکت", &[]);
    // prices are nobody's words
    check("دلار: ۱,۵۱۴ ریال\nیورو: ۱,۷۲۴ ریال", &[]);
}

#[test]
fn persian_speakers() {
    let check = |body, wanted| check("افتتاح", body, wanted); // opening
    // another's name in somebody's office
    check("سالم نوری، مسئول دفتر راشد کندی، گفت که اسکله از فردا باز می‌شود.", &[("سالم نوری", "اسکله")]);
    // a number before those who speak
    check("دو منبع در گمرک گفتند که مرز فردا باز می‌شود.", &[("دو منبع", "مرز")]);
    // the verb joined to its noun
    check("کارشناسان معتقدند که آب رود کافی است.", &[("کارشناسان", "آب")]);
    // a name in Latin letters beside the name
    check("دکتر \"سالم نوری\"(Salem Nuri) گفت: آب رود کافی است.", &[("سالم نوری", "آب")]);
    // behind a verb and «و» people begin a clause of their own
    check("آب رود کم شده و مقامات شهر بارها گفته‌اند که باید چاه کند.", &[("مقامات شهر", "باید")]);
    // behind «در حالی … که» too
    check("این خبر در حالی منتشر می‌شود که وزیر راه پیش از این گفته بود که پل ماند.", &[("وزیر راه", "پل")]);
    // the body whose statement was told of before
    check(
        "سازمان بنادر با انتشار پیامی کار اسکله را شرح نداد.\nدر این بیانیه آمده است: اسکله آماده است و کشتی‌ها می‌آیند.",
        &[("سازمان بنادر", "اسکله")],
    );
    // who was asked answers
    check(
        "خبرنگار رود از مدیر بندر پرسید آیا اسکله تازه آماده شده است؟ او پاسخ داد: «بله، اسکله آماده است.»",
        &[("خبرنگار رود", "آیا"), ("مدیر بندر", "بله")],
    );
    // behind a verb and «و» a name, too
    check("کار پل سخت است و بهرام نیک‌راد معتقد است که باید زودتر آغاز شود.", &[("نیک‌راد", "باید")]);
    // «به اظهار نظر» names nobody, nor does «با توجه به تأکید …»
    check("مدیر بندر حاضر به اظهار نظر در این باره نشد.", &[]);
    // a name of letters
    check("سخنگوی شرکت آر.کی.تی گفت که بازار خوب است.", &[("سخنگوی شرکت آر.کی.تی", "بازار")]);
    // «ما» is no name
    check("ما با این کار موافقت کرده‌ایم، اما شهرداری بارها اعلام کرده است که پول ندارد.", &[("شهرداری", "پول")]);
    // the name of a body may be long before what is told of
    check("مدیرعامل سازمان ملی زمین و مسکن این طرح را گامی بزرگ دانست.", &[("زمین و مسکن", "این طرح")]);
    // before «آن را» all is the subject
    check("موج دریا بلند است؛ شرایطی که مدیر بندر آن را «خطرناک» توصیف کرد.", &[("مدیر بندر", "آن را")]);
}

#[test]
fn persian_contents() {
    let check = |body, wanted| check("افتتاح", body, wanted); // opening
    // what is set off behind the name is not said
    check("به گفته سالم نوری، مدیر بندر ساحل، اسکله فردا باز می‌شود.", &[("سالم نوری", "اسکله")]);
    // a comma in what is said closes no name
    check(
        "سالم نوری گفت: آب کافی است.\nبه گفته وی ساخت اسکله، آبراه و پل تازه آغاز شده است.",
        &[("سالم نوری", "آب"), ("سالم نوری", "ساخت اسکله")],
    );
    // the reporter speaks again
    let found = told("افتتاح\n\nسالم نوری گفت: اسکله آماده است.\nاین اسکله سه سال پیش آغاز شد و پول آن را شهر داد.");
    assert!(found.len() == 1 && !found[0].1.contains('\n'), "{found:?}");
    // a clause that another verb of speech closes
    check(
        "سالم نوری گفت: اسکله آماده است.\nوی با بیان این‌که اداره هواشناسی باران پیش‌بینی کرده است گفت: کشتی‌ها بمانند.",
        &[("سالم نوری", "اسکله"), ("سالم نوری", "کشتی‌ها")],
    );
    // what can be mentioned is not said
    check("بندر دوستانی دارد که از میان آنها می‌توان به «نوری»، «دریا» و «آسمان» اشاره کرد.", &[]);
    // under what circumstances he speaks is not what he says
    check("مدیر بندر در حالی از صادرات سخن می‌گوید که مرز بسته است.", &[("مدیر بندر", "از صادرات")]);
    // behind its object the clause tells of that
    check("مدیر بندر طرح خود را مطرح کرد که هرگز اجرا نشد.", &[("مدیر بندر", "طرح خود")]);
    check("مدیر بندر این پرسش را مطرح کرد که چرا آب کم است.", &[("مدیر بندر", "چرا آب")]);
    // a quotation in the name of what is announced is nobody's words
    check("مدیر بندر برندگان جشنواره «دریا و آسمان و ماه روشن» را که فردا برگزار می‌شود، اعلام کرد.", &[]);
    // on what paper he told it
    check("مدیر بندر در توییتی از گشایش اسکله خبر داد.", &[("مدیر بندر", "از گشایش اسکله")]);
    // the same speaker goes on without «که»
    check("مدیر بندر گفت که دریا آرام است و تأکید کرد کشتی‌ها فردا به راه می‌افتند.", &[("مدیر بندر", "دریا"), ("مدیر بندر", "کشتی‌ها")]);
    check("مدیر بندر گفت که دریا آرام است و امروز در نشستی هم گفت که کشتی‌ها می‌آیند.", &[("مدیر بندر", "دریا"), ("مدیر بندر", "کشتی‌ها")]);
    // how and where it is done parts the object from its verb
    check("وزارت خارجه عمان حمله به کشتی ساحل را به‌شدت محکوم کرد.", &[("وزارت خارجه عمان", "حمله به کشتی")]);
    check("وزارت خارجه عمان این کار را در بیانیه‌ای محکوم کرد.", &[("وزارت خارجه عمان", "این کار")]);
    check("دادگاه بندر سالم نوری را به سه ماه زندان محکوم کرد.", &[]);
    // what is one's own goes on behind its marker
    check("سالم نوری با انتشار پیامی حمایت خود را از این طرح اعلام کرد.", &[("سالم نوری", "حمایت خود را از این طرح")]);
    // what is agreed to, and not what is told of it
    check("شورای بندر با ساخت اسکله‌ای موافقت کرد که کشتی‌های بزرگ را جای دهد.", &[("شورای بندر", "با ساخت اسکله‌ای")]);
    check("شورای بندر با این پیشنهاد موافقت کرد که اسکله فردا باز شود.", &[("شورای بندر", "اسکله فردا")]);
    // a request of few words, and another behind it
    check("سالم نوری از کارگران خواست شکیبا باشند و گفت که پول فردا می‌رسد.", &[("سالم نوری", "شکیبا"), ("سالم نوری", "پول فردا")]);
    // a clause on what he means has a verb of its own before his
    check("سالم نوری با یادآوری سخن پدرش که می‌گفت «دریا نان است» گفت: کشتی‌ها فردا می‌روند.", &[("سالم نوری", "کشتی‌ها")]);
    // a comma before «که»
    check("سازمان بنادر هشدار داده است، که دریا فردا موج دارد.", &[("سازمان بنادر", "دریا فردا")]);
    // things do no acts of speech
    check("ارزش کالاهای بندر از مرز هزار سکه گذشت و افزایش بها را تأیید کرد.", &[]);
}

#[test]
fn persian_plurals() {
    let check = |body, wanted| check("افتتاح", body, wanted); // opening
    // one man does not speak in the plural, unless he is honoured
    check("سالم نوری گفت: اسکله آماده است.\nامروز در این شهر از باران هشدار دادند.", &[("سالم نوری", "اسکله")]);
    check(
        "آیت‌الله سالم نوری فرمودند: اسکله آماده است.\nدر این شهر از کارگران تشکر کردند.",
        &[("سالم نوری", "اسکله"), ("سالم نوری", "از کارگران")],
    );
    // behind a phrase that no comma closes those speak whose verb is in the plural
    check("علاوه بر این پژوهشگران می‌گویند که آب دریا گرم‌تر شده است.", &[("پژوهشگران", "آب دریا")]);
}

#[test]
fn persian_sources() {
    let check = |body, wanted| check("افتتاح", body, wanted); // opening
    // a source without a name that a medium tells of, and a body
    check(
        "شبکه ساحل اعلام کرد که یک منبع آگاه گفته است که اسکله فردا باز می‌شود.",
        &[("شبکه ساحل", "یک منبع آگاه"), ("یک منبع آگاه", "اسکله")],
    );
    check("سالم نوری گفت: دولت می‌گوید که آب امسال کافی است. ما تشنه‌ایم.", &[("سالم نوری", "دولت"), ("دولت", "آب امسال")]);
    // what another verb of speech takes up, and to whom it is said
    check("سالم نوری در پاسخ به این که برخی رسانه‌ها مدعی شده‌اند که اسکله خراب است، گفت: اسکله سالم است.", &[("سالم نوری", "اسکله سالم")]);
    check("رئیس دادگاه خطاب به متهم گفت: پول شهر کجاست؟", &[("رئیس دادگاه", "پول")]);
    // another answers behind «اما»
    check(
        "سالم نوری گفت پل تازه شهر فردا باز نمی‌شود، اما کاوه راد پاسخ داد: «پل از امروز باز است.»",
        &[("سالم نوری", "پل تازه شهر فردا باز نمی‌شود"), ("کاوه راد", "پل از")],
    );
    // some of many, a nickname, the office of an office, and a clause that is nobody
    check("بسیاری از ناشران از گرانی کاغذ انتقاد کردند.", &[("بسیاری از ناشران", "از گرانی")]);
    check(
        "گمرک ساحل اعلام کرد: «هزینه تازه‌ای در کار نیست». این نهاد پذیرفت که شیوه کار تغییر کرده است.",
        &[("گمرک ساحل", "هزینه"), ("نهاد", "شیوه")],
    );
    check("روابط عمومی شهرداری گشایش پل را تبریک گفت.", &[("روابط عمومی شهرداری", "گشایش پل")]);
    // who opens a sentence tells what others do in it, unless a colon gives them the word
    check("به گفته سالم نوری، شورای بندر گفته است که آب امسال کافی است.", &[("سالم نوری", "شورای بندر گفته"), ("شورای بندر", "آب امسال")]);
    check("به گفته سالم نوری از شرکت ساحل، کشتی‌ها فردا به بندر می‌رسند.", &[("سالم نوری", "کشتی‌ها")]);
    check("بنا به گفته سالم نوری، کشتی‌ها فردا به بندر می‌رسند.", &[("سالم نوری", "کشتی‌ها")]);
    // a body behind what opens the sentence
    check("در همین راستا شرکت بندر ساحل گفت که راه باز است.", &[("شرکت بندر ساحل", "راه باز")]);
    // what a medium has written, but not where the report begins with it
    check("مدیر بندر به شهر آمد.\nدریا آرام بود.\nباران بارید. به نوشته رویترز، اسکله فردا باز می‌شود.", &[("رویترز", "اسکله")]);
}

#[test]
fn persian_posts() {
    let said = |text: &str| {
        let reading = Reader::new().read(Document { text: text.to_owned(), genre: Genre::Post, ..Document::default() }, None);
        reading.statements.iter().map(|s| s.content[0].of(&reading.document.text).to_owned()).collect::<Vec<_>>()
    };
    // what others do in the lines of a post, the one tells whose words it gives
    let told = said("سالم نوری: اسکله تازه آماده است\n🔹\nدریای ما می‌گوید هیچ کشتی در راه نمی‌ماند.\n🔹\nباران هم می‌آید.");
    assert!(told.len() == 1 && told[0].ends_with("می‌آید."), "{told:?}");
    // who is known takes the word
    let told = said("سالم نوری: اسکله تازه آماده است\n🔹\nمدیر بندر گفت که هیچ کشتی در راه نمی‌ماند.");
    assert!(told.len() == 2, "{told:?}");
    // a word of labels before no colon, and a line that says the headline again
    let told = said("سالم نوری: اسکله تازه آماده است\n🔹\nواقعیت این است که باران می‌آید.\n🔹\nاسکله تازه آماده است.\n🔹\nپول هم داریم.");
    assert!(told.len() == 1 && told[0].ends_with("پول هم داریم."), "{told:?}");
}

#[test]
fn persian_offices() {
    let check = |body, wanted| check("افتتاح پل تازه", body, wanted); // opening of the new bridge
    // who speaks for a state is not the state, and whose name he is known by is not he
    check("آلمان طرح تازه را تأیید کرد. سخنگوی دولت آلمان گفت: راه باز است.", &[("آلمان", "طرح تازه"), ("سخنگوی دولت آلمان", "راه باز")]);
    check("آلمان کار پل را مهم خواند.\nسخنگوی وزارت نیرو گفت: راه باز است.", &[("آلمان", "کار پل"), ("سخنگوی وزارت نیرو", "راه باز")]);
    check("دبیر ستاد دیدار رهبر انقلاب گفت: راه باز است.", &[("دبیر ستاد دیدار رهبر انقلاب", "راه باز")]);
}

#[test]
fn persian_headlines() {
    let body = "کار اسکله از پارسال آغاز شد و تا نوروز آینده به پایان می‌رسد، و پس از آن کشتی‌های بزرگ هم به بندر می‌آیند.";
    // whose words a headline tells
    for (headline, speaker) in [
        ("ادعای روزنامه ساحل: اسکله تازه زود باز می‌شود", "روزنامه ساحل"),
        ("هشدار تازه مدیر بندر: دریا موج دارد", "مدیر بندر"),
        ("درخواست مدیر بندر از ناخداها: امروز در اسکله بمانید", "مدیر بندر"),
        ("انتقاد ماهیگیران از گرانی تور: دیگر سودی نمی‌ماند", "ماهیگیران"),
    ] {
        let found = told(&format!("{headline}\n\n{body}"));
        assert!(found.len() == 1 && found[0].0 == speaker, "{headline}\n{found:?}");
    }
}

#[test]
fn persian_forms() {
    let form = |text: &str| {
        let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
        reading.statements.iter().map(|s| s.form).collect::<Vec<_>>()
    };
    // what is told of in a phrase is a report, and what is done in one is not
    assert_eq!(form("وزیر ورزش از ساخت سه ورزشگاه تازه خبر داد."), [Form::Indirect]);
    assert_eq!(form("وزیر ورزش از میزبانی مسقط قدردانی کرد."), [Form::Paraphrase]);
}
