//! Who acts where the contact word names him not.

use rawi_model::{ContactKind, Status};

use super::{none, one};

#[test]
fn a_verb_of_the_first_person_may_stand_apart_from_its_noun() {
    let both = ["الکعبی", "تونس"];
    let head = "سالم الکعبی، وزیر نیروی عمان گفت: ";
    let says = |what: &str, kind, status| one(&format!("{head}{what}"), kind, status, &both);
    says("نامه\u{200C}ای را برای وزیر نیروی تونس ارسال کردیم.", ContactKind::Letter, Status::Held);
    says("جلسه مشترکی با وزیر نیروی تونس برگزار کرده\u{200C}ایم.", ContactKind::Meeting, Status::Held);
    says("در دیداری که با وزیر نیروی تونس داشتیم موضوع آب مطرح شد.", ContactKind::Meeting, Status::Held);
    says("گفت\u{200C}وگوهایی که با وزیر نیروی تونس داریم خوب است.", ContactKind::Talks, Status::Held);
    says("مذاکرات ما با وزیر نیروی تونس در مسقط انجام شد.", ContactKind::Talks, Status::Held);
    says("فردا با وزیر نیروی تونس دیدار خواهیم کرد.", ContactKind::Meeting, Status::Planned);
    one(&format!("{head}در سفر اخیرم به تونس این را گفتم."), ContactKind::Visit, Status::Held, &both);
    one(&format!("{head}سفرم به تونس خوب بود."), ContactKind::Visit, Status::Held, &both);
    none(&format!("{head}در این کار با وزیر نیروی تونس مشورت می\u{200C}کنیم."));
}

#[test]
fn who_is_quoted_acts_in_the_first_person_alone() {
    none("سالم الکعبی، وزیر نیروی عمان گفت: یکی از کارشناسان برای داوری به عراق می\u{200C}آید.");
    let text = "سالم الکعبی، وزیر نیروی عمان گفت: در دیدار با وزیر نیروی تونس خواستار همکاری شدیم.";
    one(text, ContactKind::Meeting, Status::Held, &["الکعبی", "تونس"]);
}

#[test]
fn he_whose_thing_stands_before_the_opener_acts() {
    let text = "موضع وزیر خارجه عمان در دیدار سفیر تونس روشن بود.";
    one(text, ContactKind::Meeting, Status::Held, &["وزیر خارجه عمان", "سفیر تونس"]);
    let text = "سالم الکعبی گفت این\u{200C}که وزیر نیروی عراق در دیدار با سفیر تونس از آب گفت درست است.";
    one(text, ContactKind::Meeting, Status::Held, &["وزیر نیروی عراق", "سفیر تونس"]);
}

#[test]
fn a_journey_has_its_end_and_its_relative_clause() {
    let text = "وزیر نیروی عراق در پایان سفر خود به تونس بر همکاری تأکید کرد.";
    one(text, ContactKind::Visit, Status::Held, &["وزیر نیروی عراق", "تونس"]);
    let text = "سالم الکعبی، وزیر نیروی عمان که روز گذشته وارد تونس شد، از آب گفت.";
    one(text, ContactKind::Visit, Status::Held, &["الکعبی", "تونس"]);
    one("سفر احتمالی وزیر نیروی عراق به تونس", ContactKind::Visit, Status::Planned, &["وزیر نیروی عراق", "تونس"]);
    none("وزیر نیرو در سفر استانی به آذربایجان شرقی از سد بازدید نکرد.");
    let text = "نشست سه جانبه امروز مسئولان امنیتی عراق-تونس-ترکیه برگزار شد.";
    one(text, ContactKind::Meeting, Status::Held, &["عراق", "تونس", "ترکیه"]);
}

#[test]
fn the_main_clause_tells_who_acts() {
    let head = "قال وزير المياه العماني سالم النخلي إن التجارة بخير.\n";
    let told = |what: &str, kind, parties: &[&str]| one(&format!("{head}{what}"), kind, Status::Held, parties);
    told("وكان النخلي يتحدث خلال زيارة إلى طهران.", ContactKind::Visit, &["النخلي", "إيران"]);
    told("وبعد زيارة إلى قطر، وافق النخلي على التجارة.", ContactKind::Visit, &["النخلي", "قطر"]);
    let text = "وخلال لقائه وزير المياه الفرنسي، ناصر الخوري، عرض النخلي وقائع التجارة.";
    told(text, ContactKind::Meeting, &["النخلي", "الخوري"]);
    told("ولدى وصوله القاهرة، شكر النخلي الحاضرين.", ContactKind::Visit, &["النخلي", "مصر"]);
}

#[test]
fn two_may_meet_in_one_phrase() {
    let text = "به گزارش ایسنا، سالم الکعبی و ناصر الخوری در مسقط با یکدیگر دیدار کردند.";
    one(text, ContactKind::Meeting, Status::Held, &["الکعبی", "الخوری"]);
    let text = "سالم الکعبی وزیر نیروی عراق و ناصر الخوری معاون وزیر راه تونس با یکدیگر دیدار کردند.";
    one(text, ContactKind::Meeting, Status::Held, &["الکعبی", "الخوری"]);
    let text = "وكان سالم النخلي وناصر الخوري قد عقدا أمس اجتماعا في صور.";
    one(text, ContactKind::Meeting, Status::Held, &["النخلي", "الخوري"]);
    let text = "انتهت أعمال الاجتماع المشترك لوزراء المياه العرب ووزير النقل العماني سالم النخلي.";
    one(text, ContactKind::Meeting, Status::Held, &["وزراء المياه", "النخلي"]);
    let text = "أعلن المتحدث عن لقاء في الثالث من آب المقبل بين وزير المياه سالم النخلي ونظيره التركي ناصر الخوري.";
    one(text, ContactKind::Meeting, Status::Planned, &["النخلي", "الخوري"]);
    let text = "جاء ذلك خلال محادثات أجراها سالم النخلي، وزير المياه العماني، والرئيس التونسي ناصر الخوري، في صور.";
    one(text, ContactKind::Talks, Status::Held, &["النخلي", "الخوري"]);
    let text = "وفي ختام «الحوار الاستراتيجي» المصري الأردني قال الوزير إن التجارة بخير.";
    one(text, ContactKind::Talks, Status::Held, &["مصر", "الأردن"]);
}

#[test]
fn what_another_did_in_talks_is_not_told_of_the_subject() {
    none("وبدأت تونس التي لم تشارك في المحادثات الدفع باتجاه علاقات أفضل مع قطر.");
}

#[test]
fn a_name_in_quotation_marks_acts_without_an_office() {
    let both = ["سالم الکعبی", "سفیر تونس"];
    one("«سالم الکعبی» در دیدار با سفیر تونس گفت: کار خوب است.", ContactKind::Meeting, Status::Held, &both);
    one("«سالم الکعبی» دیروز در گفت\u{200C}وگو با خبرنگار رود گفت: کار خوب است.", ContactKind::Interview, Status::Held, &both[..1]);
}

#[test]
fn an_office_between_name_and_contact_ends_before_it() {
    let text = "سالم الکعبی، رئیس شورای شهر در دیدار با گبریلا بارن، رئیس اتحادیه رود گفت: کار خوب است.";
    one(text, ContactKind::Meeting, Status::Held, &["سالم الکعبی", "گبریلا بارن"]);
}

#[test]
fn a_verb_in_the_middle_of_a_speech_has_its_own_subject() {
    none("سالم الکعبی، وزیر نیروی عمان گفت: کاری کرده\u{200C}اند که هرکس به عراق می\u{200C}آید باید آب بیاورد.");
    let text = "سالم الکعبی دیروز وارد تونس شد. سپس با سفیر عراق دیدار کرد.";
    let met = super::read(text).contacts.into_iter().filter(|c| c.kind == ContactKind::Meeting).count();
    assert_eq!(met, 1, "{text}");
}
