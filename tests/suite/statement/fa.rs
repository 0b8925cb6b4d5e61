//! Sentences that were once read wrongly, Persian.

use rawi_model::{Document, Form, Genre};
use rawi_read::Reader;

use super::{check, told};

#[test]
fn sentences() {
    let check = |body, wanted| super::check("افتتاح پل تازه", body, wanted); // opening of the new bridge
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
fn speakers() {
    let check = |body, wanted| super::check("افتتاح", body, wanted); // opening
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
fn contents() {
    let check = |body, wanted| super::check("افتتاح", body, wanted); // opening
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
fn plurals() {
    let check = |body, wanted| super::check("افتتاح", body, wanted); // opening
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
fn sources() {
    let check = |body, wanted| super::check("افتتاح", body, wanted); // opening
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
        &[("گمرک ساحل", "هزینه"), ("گمرک ساحل", "شیوه")],
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
fn posts() {
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
fn offices() {
    let check = |body, wanted| super::check("افتتاح پل تازه", body, wanted); // opening of the new bridge
    // who speaks for a state is not the state, and whose name he is known by is not he
    check("آلمان طرح تازه را تأیید کرد. سخنگوی دولت آلمان گفت: راه باز است.", &[("آلمان", "طرح تازه"), ("سخنگوی دولت آلمان", "راه باز")]);
    check("آلمان کار پل را مهم خواند.\nسخنگوی وزارت نیرو گفت: راه باز است.", &[("آلمان", "کار پل"), ("سخنگوی وزارت نیرو", "راه باز")]);
    check("دبیر ستاد دیدار رهبر انقلاب گفت: راه باز است.", &[("دبیر ستاد دیدار رهبر انقلاب", "راه باز")]);
}

#[test]
fn headlines() {
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
fn forms() {
    let form = |text: &str| {
        let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
        reading.statements.iter().map(|s| s.form).collect::<Vec<_>>()
    };
    // what is told of in a phrase is a report, and what is done in one is not
    assert_eq!(form("وزیر ورزش از ساخت سه ورزشگاه تازه خبر داد."), [Form::Indirect]);
    assert_eq!(form("وزیر ورزش از میزبانی مسقط قدردانی کرد."), [Form::Paraphrase]);
}

#[test]
fn short_forms() {
    let check = |body, wanted| super::check("گزارش بندر", body, wanted); // a report of the harbour
    // an occupation that is also a title, and the name that follows
    check(
        "یک استاد دانشگاه گفت: آب دریا کم می‌شود.\nبه گزارش رود، سالم نوری در نشست دانشجویان گفت: راه چاره داریم.\nاین استاد دانشگاه تصریح کرد: وقت تنگ است.",
        &[("سالم نوری", "آب دریا"), ("سالم نوری", "راه چاره"), ("سالم نوری", "وقت")],
    );
    // the first half of a family name, and one that another's begins with
    check(
        "سالم نوری\u{200C}پناه گفت: اسکله آماده است.\nنوری در پایان گفت: راه باز است.",
        &[("نوری\u{200C}پناه", "اسکله"), ("نوری\u{200C}پناه", "راه باز")],
    );
    // what is headed by a body is not the state beside it; the body that spoke
    check(
        "ایران اعلام کرد که مرز باز است.\nگمرک ایران اعلام کرد که کالا آماده است.\nاین نهاد افزود که کارکنان آماده‌اند.",
        &[("ایران", "مرز باز"), ("گمرک ایران", "کالا"), ("گمرک ایران", "کارکنان")],
    );
    // what describes a source goes with it
    check("رود به نقل از یک منبع دیپلماتیک گزارش داد که گفت‌وگوها ادامه دارد.", &[("یک منبع دیپلماتیک", "گفت‌وگوها")]);
    // the states of those who hold an office
    check("وزرای خارجه عمان، عراق و کویت با انتشار بیانیه‌ای تأخیر کشتی‌ها را محکوم کردند.", &[("عمان، عراق و کویت", "تأخیر")]);
    // what stands before the verb is what it tells
    check(
        "مدیر بندر از ساخت اسکله تازه شهر خبر داده بود که هنوز آغاز نشده است. شهردار بر حمایت از کارگران تأکید کرد؛ کاری که لازم بود.",
        &[("مدیر بندر", "از ساخت"), ("شهردار", "بر حمایت")],
    );
    // two given names joined
    check("به گزارش رود، محمدنعیم امینی فرد در نشست امروز گفت: مردم آب ندارند.", &[("محمدنعیم امینی فرد", "مردم")]);
}

#[test]
fn torn_lines() {
    // a tag is a word of its sentence
    let found = told("پل آماده است\nسالم نوری، مدیر بندر و رئیس شورای شهر و سازمان آب در\n#گفتگو\nبا رود:\n🔹\nپل از فردا باز می‌شود.");
    assert!(found.len() == 1 && found[0].0 == "سالم نوری" && found[0].1.starts_with("پل از فردا"), "{found:?}");
}

#[test]
fn acts() {
    // what «آن» points to is told behind the verb
    check("نشست", "حزب رودخانه با صدور بیانیه‌ای خواستار آن شد که دولت سد را باز کند.", &[("حزب رودخانه", "دولت سد")]);
    // two names of states, of which the last is the object
    check("نشست", "ترکمنستان گرجستان را مسئول این تأخیر دانست.", &[("ترکمنستان", "گرجستان را مسئول")]);
    // one who does something in what another tells
    check(
        "نشست",
        "منابع آگاه گفتند عمان و گرجستان درباره حق‌آبه به توافق نرسیدند.",
        &[("منابع آگاه", "عمان و گرجستان"), ("عمان و گرجستان", "درباره حق‌آبه")],
    );
}
