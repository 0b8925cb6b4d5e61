//! What is said to an outlet is an interview.

use rawi_model::{ContactKind, Status};

use super::{none, one};

/// Asserts that a text tells of one interview with these parties.
fn asked(text: &str, parties: &[&str]) {
    one(text, ContactKind::Interview, Status::Held, parties);
}

#[test]
fn an_arabic_statement_is_made_to_the_outlet_behind_the_letter() {
    asked("وقال وزير المياه سالم النخلي لوكالة فرانس برس: إن السد جاهز.", &["النخلي", "فرانس برس"]);
    asked("وكان وزير المياه سالم النخلي قد صرح لوكالة «رويترز» البريطانية بأن السد جاهز.", &["النخلي", "رويترز"]);
    asked("وقال وزير المياه سالم النخلي لـ\"الوطن\"، إن السد جاهز.", &["النخلي", "الوطن"]);
    // an outlet named at the head of a text is its own
    asked("قال وزير المياه سالم النخلي في حديث لـ«الشرق الأوسط» إن السد جاهز.", &["النخلي"]);
    asked("يقول مدير الميناء سالم النخلي، في تصريحات إلى \"الوطن\" إن السد جاهز.", &["النخلي"]);
    // the article is written as one with the letter
    asked("وقال وزير المياه سالم النخلي للجزيرة إن السد جاهز.", &["النخلي", "الجزيرة"]);
    asked("وقال وزير المياه سالم النخلي للصحيفة المحلية إن السد جاهز.", &["النخلي"]);
    // another verb stands between
    asked("وأوضح سالم النخلي لـ«الشرق الأوسط» طالبا عدم تصويره، أن السد جاهز.", &["النخلي", "الشرق الأوسط"]);
}

#[test]
fn what_an_outlet_passes_on_was_not_said_to_it() {
    none("وقال وزير المياه سالم النخلي في تصريحات نقلتها وكالة رويترز إن السد جاهز.");
    none("وقال سالم النخلي، وفقا لوكالة رويترز، إن السد جاهز.");
    none("وقال سالم النخلي المدير العام لصحيفة المرفأ إن السد جاهز.");
}

#[test]
fn a_persian_statement_is_made_to_the_outlet_before_its_verb() {
    asked("سالم الکعبی سخنگوی بندر پیش\u{200C}تر به اسپوتنیک گفته بود که اسکله آماده است.", &["الکعبی", "اسپوتنیک"]);
    asked("سالم الکعبی به خبرگزاری رویترز گفت: اسکله آماده است.", &["الکعبی", "رویترز"]);
    // his name may stand in quotation marks
    asked("«سالم الکعبی» در گفتگو با شبکه خبری العالم تاکید کرد، هدف سفر پرواز است.", &["الکعبی"]);
}

#[test]
fn a_coach_is_interviewed_though_matches_are_no_contacts() {
    asked("سالم الکعبی در گفت\u{200C}وگو با رویترز درباره تیم ملی والیبال گفت: تمرین خوب است.", &["الکعبی"]);
    none("تیم ملی والیبال در دیدار با تیم عراق به میدان رفت.");
}
