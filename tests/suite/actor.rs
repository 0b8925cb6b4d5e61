//! Who is who in one document: last names, offices, pronouns, counterparts, joint and unnamed speakers, in the cases of
//! `cases/actor/{fa,ar}.toml`.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use rawi_model::{Actor, ActorKind, Document, MentionKind, Reading};
use rawi_read::Reader;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The shape that it is about.
    kind: String,
    text: String,
    /// The day of publication, ISO 8601.
    published: Option<String>,
    /// The outlet, as a source gives it.
    outlet: Option<String>,
    /// Whether it is not read right yet; such cases are counted, and one that comes right is to lose this mark.
    #[serde(default)]
    open: bool,
    /// By what name each statement's speaker is known.
    speakers: Option<Vec<String>>,
    /// Which office each statement's speaker holds, empty for none.
    offices: Option<Vec<String>>,
    /// By what names each contact's parties are known.
    parties: Option<Vec<Vec<String>>>,
}

/// Whether a name is one of an actor's: in the registry, or in a place that names it or gives its office.
fn is_called(actor: &Actor, name: &str) -> bool {
    let mentions = actor.mentions.iter().filter(|m| m.kind != MentionKind::Pronoun).map(|m| m.text.as_str());
    let names = actor.names.values().map(String::as_str).chain([actor.name.as_str()]).chain(mentions);
    let wanted = rawi_text::key(name);
    names.map(rawi_text::key).any(|n| n == wanted)
}

fn actor<'r>(reading: &'r Reading, key: Option<&str>) -> Option<&'r Actor> {
    reading.actors.iter().find(|a| Some(a.key.as_str()) == key)
}

/// What is wrong with a case, if anything.
fn fault(case: &Case) -> Option<String> {
    let text = case.text.trim().to_owned();
    let document = Document { text, outlet: case.outlet.clone(), ..Document::default() };
    let reading = Reader::new().read(document, case.published.as_deref());
    let speakers: Vec<Option<&Actor>> = reading.statements.iter().map(|s| actor(&reading, s.speaker.as_deref())).collect();
    let called = |found: Option<&Actor>, name: &String| found.is_some_and(|a| is_called(a, name));
    let right = |wanted: &Vec<String>| wanted.len() == speakers.len() && speakers.iter().zip(wanted).all(|(f, w)| called(*f, w));
    if !case.speakers.as_ref().is_none_or(right) {
        return Some(format!("speakers {:?}", speakers.iter().map(|s| s.map_or("", |a| &a.name)).collect::<Vec<_>>()));
    }
    let offices: Vec<&str> =
        speakers.iter().map(|s| actor(&reading, s.and_then(|a| a.office.as_deref())).map_or("", |o| &o.name)).collect();
    if case.offices.as_ref().is_some_and(|wanted| *wanted != offices) {
        return Some(format!("offices {offices:?}"));
    }
    let parties: Vec<Vec<Option<&Actor>>> =
        reading.contacts.iter().map(|c| c.parties.iter().map(|p| actor(&reading, Some(&p.actor))).collect()).collect();
    let each = |found: &Vec<Option<&Actor>>, wanted: &Vec<String>| {
        found.len() == wanted.len() && wanted.iter().all(|w| found.iter().any(|f| called(*f, w)))
    };
    let right = |wanted: &Vec<Vec<String>>| wanted.len() == parties.len() && parties.iter().zip(wanted).all(|(f, w)| each(f, w));
    (!case.parties.as_ref().is_none_or(right)).then(|| {
        format!("parties {:?}", parties.iter().map(|c| c.iter().map(|p| p.map_or("", |a| &a.name)).collect()).collect::<Vec<Vec<_>>>())
    })
}

fn check(language: &str, toml: &str) {
    let file: File = toml::from_str(toml).expect("cases");
    let told = |c: &Case, fault: &str| format!("{}: {}\n    {fault}", c.kind, c.text.trim());
    let judged: Vec<(&Case, Option<String>)> = file.case.iter().map(|c| (c, fault(c))).collect();
    let right = judged.iter().filter(|(_, fault)| fault.is_none()).count();
    println!("{language}: {right} of {} cases right", judged.len());
    let wrong = judged.iter().filter(|(c, _)| !c.open).filter_map(|(c, fault)| Some(told(c, fault.as_deref()?)));
    let mended = judged.iter().filter(|(c, fault)| c.open && fault.is_none()).map(|(c, _)| told(c, "is right, and marked as open"));
    let faults: Vec<String> = wrong.chain(mended).collect();
    assert!(faults.is_empty(), "{language}: {} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn persian() {
    check("fa", include_str!("../cases/actor/fa.toml"));
}

#[test]
fn arabic() {
    check("ar", include_str!("../cases/actor/ar.toml"));
}

#[test]
fn one_of_many_is_unnamed() {
    for (text, kinds) in [
        ("وقال أحد المهندسين إن السد جاهز.", [ActorKind::Unnamed]),
        ("ويرى معظم الخبراء أن السوق هادئة.", [ActorKind::Unnamed]),
        ("وقال مدير السد سالم النخلي إن السد جاهز.", [ActorKind::Person]),
        ("یک نماینده مجلس گفت: آب کافی است.", [ActorKind::Unnamed]),
        ("برخی از کارشناسان می\u{200C}گویند که آب کافی است.", [ActorKind::Unnamed]),
        ("سالم نوری، نماینده مجلس، گفت: آب کافی است.", [ActorKind::Person]),
    ] {
        let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
        let found: Vec<_> = reading.statements.iter().filter_map(|s| Some(actor(&reading, s.speaker.as_deref())?.kind)).collect();
        assert_eq!(found, kinds, "{text}");
    }
}
