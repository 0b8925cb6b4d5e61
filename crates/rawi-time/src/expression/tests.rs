use proptest::prelude::*;
use rawi_text::Tokens;

use super::*;
use crate::words::{Customs, MonthDay, Proclitics, Row, Sign, Word};
use crate::{Context, Settled, settle};

fn row(word: Word, forms: &[&str]) -> Row {
    Row { forms: forms.iter().map(|&f| f.to_owned()).collect(), word, not_after: Vec::new(), not_before: Vec::new() }
}

fn month(calendar: CalendarName, number: u8, sign: Sign) -> Word {
    Word::Month { calendar, number, sign, marked: false }
}

/// A few words of both languages, enough for every shape.
pub(crate) fn words(arabic: bool) -> DateWords {
    use CalendarName::{Gregorian, Islamic, Persian};
    let rows = [
        row(month(Persian, 1, Sign::Firm), &["فروردین"]),
        row(month(Persian, 2, Sign::Firm), &["اردیبهشت"]),
        row(month(Persian, 3, Sign::Firm), &["خرداد"]),
        row(month(Persian, 4, Sign::Common), &["تیر"]),
        row(month(Persian, 7, Sign::Common), &["مهر"]),
        row(month(Gregorian, 3, Sign::Common), &["مارس"]),
        row(month(Gregorian, 5, Sign::Weak), &["می"]),
        row(month(Gregorian, 7, Sign::Firm), &["يوليو", "تموز"]),
        row(month(Gregorian, 10, Sign::Firm), &["أكتوبر", "تشرين الأول"]),
        row(month(Islamic, 7, Sign::Common), &["رجب", "رجب\u{200C}المرجب"]),
        row(month(Islamic, 10, Sign::Firm), &["شوال"]),
        row(Word::MonthWord, &["ماه", "شهر"]),
        row(Word::MonthSuffix, &["ماه"]),
        row(Word::Weekday(0), &["شنبه", "السبت"]),
        row(Word::Weekday(1), &["یکشنبه", "الأحد"]),
        row(Word::Weekday(2), &["دوشنبه", "الاثنين"]),
        row(Word::Weekday(6), &["جمعه", "الجمعة"]),
        row(Word::Day { shift: 0, loose: true }, &["امروز", "اليوم"]),
        row(Word::Day { shift: -1, loose: false }, &["دیروز", "أمس", "شب گذشته"]),
        row(Word::Part { trailing: true }, &["عصر", "صبح", "شب", "مساء"]),
        row(Word::DayWord, &["روز", "يوم"]),
        row(Word::Unit { unit: Unit::Week, count: None, pointed: true }, &["هفته", "الأسبوع"]),
        row(Word::Unit { unit: Unit::Month, count: None, pointed: true }, &["ماه", "الشهر"]),
        row(Word::Unit { unit: Unit::Year, count: None, pointed: true }, &["سال", "العام"]),
        row(Word::Unit { unit: Unit::Day, count: None, pointed: false }, &["روز", "أيام"]),
        row(Word::Unit { unit: Unit::Day, count: Some(2), pointed: false }, &["يومين"]),
        row(Word::Shift(-1), &["گذشته", "الماضي"]),
        row(Word::Shift(0), &["جاری", "الجاري"]),
        row(Word::Shift(1), &["آینده", "المقبل"]),
        row(Word::AgoAfter(-1), &["پیش"]),
        row(Word::AgoBefore, &["قبل"]),
        row(Word::Number { value: 3, ordinal: false }, &["سه", "ثلاثة"]),
        row(Word::Number { value: 5, ordinal: true }, &["پنجم", "الخامس"]),
        row(Word::Number { value: 22, ordinal: true }, &["بیست و دوم", "الثاني والعشرين"]),
        row(Word::Year, &["سال", "عام"]),
        row(Word::Era(Islamic), &["هـ", "ق"]),
        row(Word::Era(Gregorian), &["م"]),
        row(Word::Era(Persian), &["ش"]),
        row(Word::Of, &["من"]),
        row(Word::And, &["و"]),
        row(Word::To, &["تا", "إلى"]),
        row(Word::Equals, &["برابر با", "الموافق"]),
        row(Word::Preposition, &["در", "في"]),
        row(Word::Season(1), &["تابستان", "صيف"]),
        row(Word::Published, &["تاریخ انتشار"]),
        row(Word::Every, &["هر", "كل"]),
        row(Word::Or, &["یا"]),
        row(Word::Between, &["بین", "بين"]),
        row(Word::SameYear, &["همان سال"]),
        row(Word::BareWeekday(3), &["ثلاثاء"]),
        row(Word::Nth(-1), &["آخرین", "آخر", "الأخير"]),
        row(Word::Months(6), &["شش\u{200C}ماهه"]),
        row(Word::Decade(None), &["دهه"]),
        row(Word::Decade(Some(80)), &["الثمانينيات"]),
        row(Word::Occasion, &["انتخابات"]),
        row(Word::Counted, &["نفر"]),
        row(Word::Portion(Portion { at: 2, of: 3 }), &["اواخر", "أواخر"]),
        row(Word::Portion(Portion { at: 0, of: 4 }), &["الربع الأول"]),
        row(Word::Number { value: 1000, ordinal: false }, &["هزار", "ألف"]),
        row(Word::Number { value: 300, ordinal: false }, &["سیصد"]),
        row(Word::Named { calendar: Islamic, month: 10, day: MonthDay::Number(1) }, &["عید فطر", "عيد الفطر"]),
        row(Word::Named { calendar: Islamic, month: 9, day: MonthDay::Last(6) }, &["روز قدس"]),
    ];
    let (hijri, civil) = if arabic { (Islamic, Gregorian) } else { (Persian, Persian) };
    let forms = if arabic { ["و", "ب", "ل"].map(String::from).to_vec() } else { Vec::new() };
    let proclitics = Proclitics { forms, merging: arabic.then(|| ("ال".to_owned(), "ل".to_owned())) };
    DateWords::new(&rows, &proclitics, Customs { hijri, civil, short_years: !arabic })
}

fn read(arabic: bool, text: &str, on: Option<&str>) -> Vec<(String, Settled)> {
    let tokens = Tokens::new(text);
    let on = on.map(|d| d.parse().unwrap());
    let context = if arabic { Context::arabic(on) } else { Context::persian(on) };
    let settled = settle(&find(&tokens, &words(arabic)), &context);
    settled.into_iter().map(|s| (s.span(&tokens, text).of(text).to_owned(), s)).collect()
}

fn spans(arabic: bool, text: &str) -> Vec<String> {
    read(arabic, text, None).into_iter().map(|r| r.0).collect()
}

#[test]
fn a_date_line_before_a_colon_is_no_speech() {
    assert_eq!(spans(true, "الوطن - مسقط: هطلت اليوم أمطار"), ["اليوم"]);
    for speech in ["قال الوزير: اليوم أفضل", ": اليوم أفضل", "- : اليوم أفضل"] {
        assert!(spans(true, speech).is_empty(), "{speech}");
    }
}

#[test]
fn spans_hold_the_whole_expression() {
    for (arabic, text, found) in [
        (false, "دیدار هیأت - 31 / خرداد / 1402", vec!["31 / خرداد / 1402"]),
        (false, "وی روز یکشنبه ۲۶ اردیبهشت ماه تلفنی گفت\u{200C}وگو کرد.", vec!["روز یکشنبه ۲۶ اردیبهشت ماه"]),
        (false, "صبح امروز (دوشنبه) و روز جمعه (۷ تیر) آمد.", vec!["صبح امروز (دوشنبه)", "روز جمعه (۷ تیر)"]),
        (false, "شب گذشته ۱۳ تیرماه رفت.", vec!["شب گذشته ۱۳ تیرماه"]),
        (false, "بیست و دوم خرداد سال ۱۳۹۷ و ۵-۹-۹۷", vec!["بیست و دوم خرداد سال ۱۳۹۷", "۵-۹-۹۷"]),
        (false, "یکشنبه هفته گذشته، سه روز پیش، خرداد سال گذشته", vec!["یکشنبه هفته گذشته", "سه روز پیش", "خرداد سال گذشته"]),
        (false, "از ۱۲ تا ۱۵ تیر", vec!["۱۲ تا ۱۵ تیر"]),
        (true, "مساء اليوم الجمعة والاثنين المقبل", vec!["مساء اليوم الجمعة", "الاثنين المقبل"]),
        (true, "في 27 يوليو (تموز) الجاري وفي 23 يوليو/تموز", vec!["27 يوليو (تموز) الجاري", "23 يوليو/تموز"]),
        (true, "في 17-01-1437 هـ الموافق 30 أكتوبر 2015م", vec!["17-01-1437 هـ", "30 أكتوبر 2015م"]),
        (true, "الخامس من تشرين الأول، قبل ثلاثة أيام", vec!["الخامس من تشرين الأول", "قبل ثلاثة أيام"]),
        (true, "يعود للسبت ثم للأحد ل12 يوليو 921م", vec!["لسبت", "لأحد", "12 يوليو 921م"]),
        (true, "أمس (الأحد) في صيف 2006", vec!["أمس (الأحد)", "صيف 2006"]),
        (false, "از ۲۸ خرداد تا ۵ تیر و شنبه تا دوشنبه", vec!["۲۸ خرداد تا ۵ تیر", "شنبه تا دوشنبه"]),
        (false, "آخرین شنبه خرداد ۱۳۹۸ و اواخر تیر ۱۳۹۸", vec!["آخرین شنبه خرداد ۱۳۹۸", "اواخر تیر ۱۳۹۸"]),
        (false, "شش\u{200C}ماهه پنجم سال ۱۳۹۸", vec!["سال ۱۳۹۸"]),
        (false, "سال هزار و سیصد و پنج", vec!["سال هزار و سیصد"]),
        (false, "انتخابات ۹۶ و دهه ۶۰ و سال\u{200C}های ۱۳۹۰", vec!["۹۶", "دهه ۶۰"]),
        (false, "عید فطر ۱۳۹۸ و عید فطر هر سال", vec!["عید فطر ۱۳۹۸"]),
        (true, "آخر ثلاثاء من يوليو 2015 وليل السبت - الأحد", vec!["آخر ثلاثاء من يوليو 2015", "السبت", "الأحد"]),
        (true, "الربع الأول من عام 2014 والثمانينيات", vec!["الربع الأول من عام 2014", "الثمانينيات"]),
    ] {
        assert_eq!(spans(arabic, text), found, "{text}");
    }
}

#[test]
fn what_is_no_date() {
    for (arabic, text) in [
        (false, "هر جمعه سه روز در مهر و محبت گذشت و ۱۵ می رسد."),
        (false, "در چهار سال و ۵ ماه، قانون ۱۲/۳۴۵ و نتیجه ۲-۱-۳ و شماره ۰۲۱-۸۸۷۷-۱۲۳۴"),
        (false, "وزیر گفت: امروز کشور به کار نیاز دارد."),
        (true, "مارس الرياضة ثلاثة أيام كل الجمعة، واليوم يبدو الأمر سهلا."),
        (true, "بنسبة 20.5% من 1.2.3.4 إلى 2015.5"),
    ] {
        assert_eq!(spans(arabic, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn places_in_the_text() {
    let tokens = Tokens::new("گزارش\n\n۱۵ فروردین ۱۳۹۷\n\n۱۷ رجب\u{200C}المرجب ۱۴۳۹\nتاریخ انتشار: ۲ خرداد ۱۳۹۸");
    let found = find(&tokens, &words(false));
    let seen: Vec<_> = found.iter().map(|e| (e.line, e.beside, e.dateline, e.labelled)).collect();
    assert_eq!(seen, [(1, false, true, false), (2, true, true, false), (3, false, true, true)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn any_text_is_read_in_order_and_inside(
        parts in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "۱۵", "31", "0", "1402", "99999999999", "۱۴۳۹", "2015", "9999", "/", "-", "(", ")", "،", ":", "«", "»", "\n", ".", "خرداد", "تیر",
                    "رجب", "يوليو", "تموز", "شنبه", "الأحد", "امروز", "اليوم", "أمس", "عصر", "روز", "يوم", "هفته", "ماه", "سال", "العام", "گذشته",
                    "الماضي", "المقبل", "پیش", "قبل", "سه", "پنجم", "عام", "هـ", "ه", "م", "ش", "من", "و", "تا", "إلى", "الموافق", "در", "في",
                    "صيف", "تاریخ انتشار", "وال", "والأحد", "\u{200C}", "\u{FDFA}", "\u{64B}", "😀", "یا", "می",
                    "بین", "همان سال", "ثلاثاء", "آخرین", "الأخير", "شش\u{200C}ماهه", "دهه", "الثمانينيات", "انتخابات", "نفر", "اواخر", "الربع الأول",
                    "هزار", "سیصد", "عید فطر", "روز قدس", "۹۶", "1347-1340",
                ]).prop_map(String::from),
                "\\PC{0,3}",
            ],
            0..40,
        ),
        glue in any::<bool>(),
        on in -3_000_000i32..3_000_000,
        known in any::<bool>(),
    ) {
        let text = parts.join(if glue { "" } else { " " });
        let tokens = Tokens::new(&text);
        for arabic in [false, true] {
            let found = find(&tokens, &words(arabic));
            let context = if arabic { Context::arabic(known.then_some(crate::Day(on))) } else { Context::persian(known.then_some(crate::Day(on))) };
            let mut at = 0;
            for (e, s) in found.iter().zip(settle(&found, &context)) {
                prop_assert!(e.tokens.start >= at && e.tokens.start < e.tokens.end && e.tokens.end <= tokens.len());
                at = e.tokens.end;
                let span = s.span(&tokens, &text);
                prop_assert!(!span.is_empty() && text.get(span.range()).is_some());
                if let (Some(a), Some(b)) = (s.dated.earliest, s.dated.latest) {
                    prop_assert!(a <= b);
                }
            }
        }
    }
}
