use proptest::prelude::*;

use super::*;

/// The non-joiner written `+`.
fn shown(text: &str) -> String {
    restored(text).replace('\u{200C}', "+")
}

#[test]
fn both_kinds_of_loss_are_mended() {
    for (damaged, whole) in [
        ("میکرد", "می+کرد"),
        ("می کرد", "می+کرد"),
        ("گروههای", "گروه+های"),
        ("گروه های", "گروه+های"),
        ("بینالمللی", "بین+المللی"),
        ("خامنهای", "خامنه+ای"),
        ("گفتگوي خامنه اي", "گفتگوي خامنه+اي"),
        ("کرده اند و میکرد", "کرده+اند و می+کرد"),
        ("نمیتوانستهاند", "نمی+توانسته+اند"),
        ("مِیکُرد", "مِی+کُرد"),
    ] {
        assert_eq!(shown(damaged), whole);
    }
}

#[test]
fn what_is_right_is_left_alone() {
    for text in [
        "تنها شهرهای دیگر",
        "خانه ما بزرگ است.",
        "میدان میهن میراث میوه",
        "می\u{200C}کرد",
        "می، کرد",
        "می  کرد",
        "قال الرئيس علي أكبر هاشمي في بيان أمس إن",
        "",
        "\n\n",
    ] {
        assert_eq!(restored(text), text);
    }
}

#[test]
fn a_habit_is_left_where_joiners_are_kept() {
    assert_eq!(shown("کتابهای ما را می\u{200C}خوانند"), "کتابهای ما را می+خوانند");
    assert_eq!(shown("کتابهای ما را میخوانند"), "کتاب+های ما را می+خوانند");
}

fn piece() -> impl Strategy<Value = String> {
    let words = "می نمی میکرد کرد ها های گروه گروههای گروه\u{200C}های خانه ای خانهای اند شدهاند کتابهای بین المللی بینالمللی تر بزرگ بزرگتر را ، . \n \u{200C} ۱۲ a";
    let list: Vec<String> = words.split(' ').map(str::to_owned).collect();
    prop_oneof![6 => proptest::sample::select(list), 2 => "[ا-ی\u{200C} ]{1,12}", 1 => "\\PC{0,4}"]
}

proptest! {
    #[test]
    fn mended_text_is_whole(pieces in proptest::collection::vec(piece(), 0..40), glue in "[ ]{0,1}") {
        let text = pieces.join(&glue);
        let once = restored(&text).into_owned();
        prop_assert_eq!(restored(&once), once.as_str());
        let bare = |t: &str| t.chars().filter(|c| !matches!(c, '\u{200C}' | ' ' | '\u{A0}')).collect::<String>();
        prop_assert_eq!(bare(&once), bare(&text));
    }
}
