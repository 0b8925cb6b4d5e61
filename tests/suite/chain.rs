//! Through whom words reached a document, how far a source reaches, how they are given, and that they count once.

use rawi_model::{Document, Reading};
use rawi_read::Reader;

/// Reads a text of an outlet; of one that is not known where its name is empty.
fn read(outlet: &str, text: &str) -> Reading {
    let outlet = Some(outlet.to_owned()).filter(|o| !o.is_empty());
    Reader::new().read(Document { text: text.to_owned(), outlet, ..Document::default() }, None)
}

/// A statement as speaker, those who passed it on and form: as read, and as wanted.
type Read<'r> = (&'r str, Vec<&'r str>, String);
type Wanted<'w> = (&'w str, &'w [&'w str], &'w str);

/// The statements of a text as speaker, those who passed it on and form.
fn check(outlet: &str, text: &str, wanted: &[Wanted<'_>]) {
    let reading = read(outlet, text);
    let name = |key: &str| reading.actor(key).map_or("", |a| a.name.as_str());
    let found: Vec<Read<'_>> = reading
        .statements
        .iter()
        .map(|s| {
            let via = s.via.iter().map(|k| name(k)).collect();
            (s.speaker.as_deref().map_or("", name), via, format!("{:?}", s.form).to_lowercase())
        })
        .collect();
    let fits = |(f, w): (&Read<'_>, &Wanted<'_>)| {
        f.0.contains(w.0) && f.1.len() == w.1.len() && f.1.iter().zip(w.1).all(|(f, w)| f.contains(w)) && f.2 == w.2
    };
    assert!(found.len() == wanted.len() && found.iter().zip(wanted).all(fits), "{text}\n{found:#?}");
}

#[test]
fn arabic_sources() {
    let check = |text: &str, wanted: &[Wanted<'_>]| check("okaz", &format!("افتتاح الجسر الجديد\n\n{text}"), wanted); // opening of the new bridge
    let said = "قال وزير النقل إن الجسر جاهز للعبور.";
    // an agency in the date line is the source of the whole report, the paper itself is not
    for line in ["عكاظ – واس\n", "جدة - واس\n", "واس- جدة: ", "الرياض (واس) - "] {
        check(&format!("{line}{said} وأضاف أن الطريق مفتوحة."), &[("وزير النقل", &["السعودية"][..], "indirect"); 2]);
    }
    // a town is no paper, and who wrote the report does not speak
    check(&format!("سعيد الحربي- عكاظ- الرياض: {said}"), &[("وزير النقل", &[], "indirect")]);
    // told to a medium
    for told in ["لرويترز", "لوكالة رويترز", "في مقابلة مع قناة «رويترز»", "في تصريح صحافي لوكالة رويترز", "في بيان نقلته وكالة رويترز"]
    {
        check(&format!("قال وزير النقل {told} إن الجسر جاهز للعبور."), &[("وزير النقل", &["رويترز"], "indirect")]);
    }
    // speech goes on under another description; another speaker has no part in it
    check(
        "قال سالم الحربي لرويترز إن الجسر جاهز للعبور. وأضاف مدير المشروع أن الطريق مفتوحة.\nوقال وزير النقل إن الرسوم ألغيت.",
        &[("الحربي", &["رويترز"], "indirect"), ("مدير", &["رويترز"], "indirect"), ("وزير النقل", &[], "indirect")],
    );
    // the source is named once more at the end
    check(&format!("{said}\nالمصدر: رويترز"), &[("وزير النقل", &["رويترز"], "indirect")]);
    // a name in quotation marks that nobody knows is the paper's own
    check("قال وزير النقل في اتصال مع «السنابل» إن الجسر جاهز للعبور.", &[("وزير النقل", &[], "indirect")]);
}

#[test]
fn arabic_posts() {
    let check = |text: &str, wanted: &[Wanted<'_>]| check("naya_foriraq", text, wanted);
    check("⭐️\nرويترز عن مسؤول تركي: الجسر جاهز للعبور منذ أمس", &[("مسؤول تركي", &["رويترز"], "direct")]);
    check("⭐️\nوزير النقل لرويترز: الجسر جاهز للعبور منذ أمس", &[("وزير النقل", &["رويترز"], "direct")]);
}

#[test]
fn persian_sources() {
    let check = |text: &str, wanted: &[Wanted<'_>]| check("isna", &format!("افتتاح پل تازه\n{text}"), wanted); // opening of the new bridge
    let said = "وزیر راه گفت: پل تازه آماده است.\nوی افزود: راه نیز باز است.";
    // a bare name at the head of the report is a medium's; the press office of a body is a source too
    check(&format!("به گزارش ایسنا و به نقل از پل‌نامه، {said}"), &[("وزیر راه", &["پل‌نامه"][..], "direct"); 2]);
    check(
        "به گزارش ایسنا به نقل از روابط عمومی استانداری خراسان رضوی، پل تازه باز شد.\nوزیر راه گفت: پل تازه آماده است.",
        &[("وزیر راه", &["استانداری خراسان"], "direct")],
    );
    // told to a medium, on whatever occasion
    for told in ["به خبرگزاری رویترز", "در گفت‌وگوی زنده با شبکه الجزیره", "در گفت و گوی ویژه خبری سیمای مرکز بندر"]
    {
        let via = told.rsplit(' ').next().expect("a word");
        check(&format!("به گزارش ایسنا، وزیر راه {told} گفت: پل تازه آماده است."), &[("وزیر راه", &[via], "direct")]);
    }
    // with its own name the outlet takes the word again
    check(
        "به گزارش ایسنا، به نقل از رویترز، وزیر راه گفت: پل تازه آماده است.\nبه گزارش ایسنا، شهردار بندر روز دوشنبه گفت: راه باز است.",
        &[("وزیر راه", &["رویترز"], "direct"), ("شهردار بندر", &[], "direct")],
    );
    // who quotes another passes his words on
    check("سخنگوی وزارت راه از قول وزیر راه گفت که پل تازه آماده است.", &[("وزیر راه", &["سخنگوی"], "indirect")]);
    // a fact told in a phrase
    check("وزیر راه از آماده شدن پل تازه خبر داد.", &[("وزیر راه", &[], "indirect")]);
    check("وزیر راه خواستار باز شدن پل تازه شد.", &[("وزیر راه", &[], "paraphrase")]);
}

#[test]
fn persian_posts() {
    let check = |text: &str, wanted: &[Wanted<'_>]| check("akhbarefori", text, wanted);
    // a post that opens with a medium's name is that medium's report, unless several speak in it line by line
    check(
        "♦️\nرویترز: پل تازه از فردا باز می‌شود\n🔹\nوزیر راه گفت که همه چیز آماده است.",
        &[("رویترز", &[], "direct"), ("وزیر راه", &["رویترز"], "indirect")],
    );
    check(
        "♦️\n🔹\nرویترز: پل تازه از فردا باز می‌شود\n🔹\nوزیر راه: همه چیز آماده است.\n🔹\nشهردار بندر: راه باز است برادران.",
        &[("رویترز", &[], "direct"), ("وزیر راه", &[], "direct"), ("شهردار بندر", &[], "direct")],
    );
}

#[test]
fn arabic_forms() {
    let check = |text: &str, wanted: &[Wanted<'_>]| check("okaz", &format!("افتتاح الجسر الجديد\n\n{text}"), wanted);
    // all of the clause is quoted, or a part of it
    check("قال وزير النقل إنه «جاهز للعبور منذ يوم أمس».", &[("وزير النقل", &[], "direct")]);
    check("قال وزير النقل إن الجسر «جاهز للعبور» منذ أمس.", &[("وزير النقل", &[], "indirect")]);
    // what is hoped is told in a clause
    check("وأعرب وزير النقل عن أمله في أن يفتح الجسر غدا.", &[("وزير النقل", &[], "indirect")]);
    check("وأعرب وزير النقل عن شكره لعمال الجسر الجديد.", &[("وزير النقل", &[], "paraphrase")]);
}

#[test]
fn headlines_count_once() {
    // both sayings of the headline stand in the body
    let text = "شهردار بندر: پل تازه آماده است/ راه ساحلی باز می‌ماند\nشهردار بندر گفت: پل تازه برای عبور همه خودروها و کامیون‌ها و اتوبوس‌ها از فردا صبح آماده است.\n\
                وی افزود: راه ساحلی همه زمستان باز می‌ماند.";
    let reading = read("isna", text);
    let also: Vec<usize> = reading.statements.iter().map(|s| s.also.len()).collect();
    assert_eq!(also, [1, 1], "{:#?}", reading.statements);
}

#[test]
fn the_outlet_of_a_text_without_one() {
    // he told it to another, and this one reports
    let told = "وزیر نیرو در گفت‌وگو با خبرگزاری رویترز گفت که سد پر است.\nبه گزارش ایسنا، وزیر نیرو افزود: آب کافی است.";
    check("", told, &[("وزیر نیرو", &["رویترز"], "indirect"), ("وزیر نیرو", &[], "direct")]);
    let here = "سد پر شد\nبه گزارش خبرنگار ایسنا منطقه قم، وزیر نیرو در جمع کشاورزان گفت: آب کافی است.";
    check("", here, &[("وزیر نیرو", &[], "direct")]);
}

#[test]
fn an_outlet_that_names_itself_again() {
    // what another told it ends where it takes the word again, wherever its name is told
    check(
        "",
        "باران در عمان\n\nبارندگی سراسر کشور را گرفت.\n\nبه گزارش ایسنا به نقل از خبرگزاری اسپوتنیک، وزیر نیروی عمان گفت: سدها پر است.\n\nبه گزارش ایسنا، کارشناسان نیز نظر دادند.\n\nفرماندار ساحل نیز گفت: باران ادامه دارد.",
        &[("وزیر نیروی عمان", &["اسپوتنیک"], "direct"), ("فرماندار ساحل", &[], "direct")],
    );
}
