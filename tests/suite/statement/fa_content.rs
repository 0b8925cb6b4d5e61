//! Sentences that were once read wrongly, Persian: where what is said begins and ends.

use rawi_model::Document;
use rawi_read::Reader;

/// The pieces of the only statement of a sentence.
fn pieces(body: &str) -> Vec<String> {
    let text = format!("افتتاح اسکله تازه\n\n{body}");
    let reading = Reader::new().read(Document { text, ..Document::default() }, None);
    let [statement] = reading.statements.as_slice() else { panic!("{body}: {:?}", reading.statements) };
    statement.content.iter().map(|c| c.of(&reading.document.text).to_owned()).collect()
}

#[test]
fn what_tells_more_of_it_behind_the_verb() {
    assert_eq!(pieces("رضا کریمی این بندر را شهری توصیف کرد که هرگز نمی‌خوابد."), ["این بندر را شهری", "هرگز نمی‌خوابد."]);
    assert_eq!(pieces("رضا کریمی این بندر را شهری آرام توصیف کرد."), ["این بندر را شهری آرام"]);
    assert_eq!(super::told("افتتاح اسکله تازه\n\nرضا کریمی این بندر را شهری خواند که هرگز نمی‌خوابد، تصریح کرد: راه باز است.").len(), 2);
    // under what circumstances he says it
    assert_eq!(pieces("رضا کریمی در حالی اسکله را آماده خواند که باران می‌بارید.").len(), 1);
}

#[test]
fn what_must_be_is_another_verb_than_that_of_speech() {
    // with or without a comma the clause of "must" is over: "stressing that the fare must come down, said: …"
    assert_eq!(pieces("رضا کریمی با تأکید بر این که کرایه باید کم شود گفت: اسکله آماده است."), ["اسکله آماده است."]);
    assert_eq!(pieces("رضا کریمی با بیان اینکه رانندگان باید زودتر برسند افزود: اسکله آماده است."), ["اسکله آماده است."]);
    // "it must be said that the port is quiet"
    assert!(super::told("افتتاح اسکله تازه\n\nدرباره این بندر باید گفت: شهری آرام است.").is_empty());
}

#[test]
fn and_so_on_ends_no_sentence() {
    let list = "رضا کریمی به ساخت اسکله، انبار، راه و ... اشاره کرد.";
    assert_eq!(pieces(list), ["به ساخت اسکله، انبار، راه و ..."]);
    assert!(super::told("افتتاح اسکله تازه\n\nاز کارها می‌توان به ساخت اسکله، راه و ... اشاره کرد.").is_empty());
}
