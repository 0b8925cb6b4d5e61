//! Day and place of a contact.

use rawi_model::{Contact, ContactKind};

use super::read;

/// Kind, day and place of each contact of a text.
fn told(text: &str) -> Vec<(ContactKind, Option<String>, Option<String>)> {
    let day = |c: &Contact| Some(c.date.as_ref()?.as_day()?.to_string());
    read(text).contacts.iter().map(|c| (c.kind, day(c), c.place.clone())).collect()
}

#[test]
fn a_place_behind_is_nearer_than_one_before() {
    let places = |text| told(text).into_iter().map(|c| c.2).collect::<Vec<_>>();
    let text = "جرى ذلك في مسقط بعد اجتماع عقد في القاهرة بين وزير الري المصري نبيل الحارثي وسفير تونس.";
    assert_eq!(places(text), [Some("القاهرة".to_owned())]);
    // behind a glued letter
    assert_eq!(places("استقبل وزير النقل العماني في قصره بجدة أمس وزير النقل القطري."), [Some("جدة".to_owned())]);
    // a call has none
    assert_eq!(places("تلقى وزير النقل العماني اتصالا هاتفيا من تاجر في تونس هو سالم النخلي."), [None]);
}

#[test]
fn a_day_may_head_the_line_of_a_chronicle() {
    let text = "- 1 مارس (آذار) : الرئيس المصري يزور تونس.\n- 12 مايو: وزير النقل العماني يلتقي وزير النقل القطري سالم النخلي.";
    let days: Vec<_> = told(text).into_iter().filter_map(|c| c.1).collect();
    assert_eq!(days, ["2024-03-01", "2024-05-12"]);
    let text = "۱۲ اردیبهشت: وزیر نیروی عمان با سفیر تونس دیدار کرد.";
    assert_eq!(told(text)[0].1.as_deref(), Some("2024-05-01"));
}
