//! Contacts of real documents, found by search and joined by hand, against the events that come out.
//!
//! A report counts as read where its document has a contact of that kind near the place; which contacts are read, and with whom,
//! is for other tests. Pairs of reports are counted: those of one event that are joined, and those of two that are.

#![allow(clippy::print_stdout, reason = "a test tells its figures")]

use std::collections::{BTreeMap, BTreeSet};

use rawi_read::Reader;
use rawi_record::query::EventFilter;
use rawi_record::{Entry, Record};
use rawi_suite::shared;

/// How far from the place that was noted the evidence may stand.
const NEAR: u32 = 220;

/// The least that may come out: pairs rightly joined, of those whose contacts were read.
const PRECISION: f64 = 0.95;
const F1: f64 = 0.88;
/// The same, of contacts that were read with all the sides that the registry knows.
const F1_OF_SIDES: f64 = 0.96;

struct Told {
    event: usize,
    day: String,
    /// Its sides that the registry knows.
    sides: Vec<String>,
    kind: char,
    document: String,
    place: u32,
    arabic: bool,
}

/// A contact that was read.
struct Contact {
    /// Its address.
    report: String,
    kind: char,
    /// Who its sides are, or may be.
    sides: BTreeSet<String>,
    /// Where it is told.
    spans: Vec<(u32, u32)>,
}

fn family(kind: &str) -> char {
    match kind {
        "talks" => 'm',
        "message" => 'l',
        other => other.chars().next().unwrap_or(' '),
    }
}

fn gold() -> Vec<Told> {
    let mut told = Vec::new();
    for (event, line) in include_str!("../cases/event/gold.tsv").lines().filter(|l| !l.starts_with('#')).enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        for report in &cells[3..] {
            let (document, place) = report.split_once('@').expect(line);
            told.push(Told {
                event,
                day: cells[1].to_owned(),
                sides: cells[2].split('+').filter(|s| !s.starts_with('?')).map(str::to_owned).collect(),
                kind: family(cells[0]),
                document: document.to_owned(),
                place: place.parse().expect(line),
                arabic: document.starts_with("saudi") || document.starts_with("naya"),
            });
        }
    }
    told
}

/// A document as the gold calls it: the file's name without its ending, and the record.
fn called(source: &str) -> Option<String> {
    let (path, record) = source.rsplit_once('#')?;
    let name = path.rsplit('/').next()?.split('.').next()?;
    Some(format!("{name}#{record}"))
}

#[test]
fn real_contacts_become_events() {
    let (Some(papers), Some(channels)) = (shared("data/ar/saudinewsnet"), shared("data/telegram")) else { return };
    let gold = gold();
    let wanted: BTreeSet<&str> = gold.iter().map(|t| t.document.as_str()).collect();
    let reader = Reader::new();
    let folder = std::env::temp_dir().join(format!("rawi-suite-event-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("folder");
    let mut record = Record::create_or_open(&folder.join("rawi.db")).expect("record");
    let mut import = record.import().expect("record");
    let mut places: BTreeMap<String, Vec<Contact>> = BTreeMap::new();
    for raw in rawi_source::open(&[papers, channels], rawi_source::SourceOptions::default()).filter_map(Result::ok) {
        let Some(name) = called(&raw.document.source).filter(|n| wanted.contains(n.as_str())) else { continue };
        let reading = reader.read(raw.document, raw.published.as_deref());
        for (c, clue) in reading.contacts.iter().zip(rawi_event::clues(&reading)) {
            let spans = c.evidence.iter().map(|s| (s.start, s.end)).collect();
            let sides = clue.parties.into_iter().flat_map(|p| p.id.into_iter().chain(p.perhaps)).collect();
            let contact = Contact { report: clue.report, kind: family(c.kind.name()), sides, spans };
            places.entry(name.clone()).or_default().push(contact);
        }
        import.put(&Entry::new(reading)).expect("record");
    }
    import.finish().expect("record");
    let mut event_of: BTreeMap<String, String> = BTreeMap::new();
    for event in record.events(&EventFilter::default()).expect("events") {
        for r in event.reports {
            event_of.insert(format!("{}@{}", r.contact, r.source), event.id.clone());
        }
    }
    drop(record);
    let _ = std::fs::remove_dir_all(&folder);

    // The nearest of those that lack the fewest sides, and how many it lacks.
    let found: Vec<Option<(usize, &str)>> = gold
        .iter()
        .map(|t| {
            let off = |spans: &[(u32, u32)]| spans.iter().map(|s| s.0.saturating_sub(t.place).max(t.place.saturating_sub(s.1))).min();
            let near = places.get(&t.document)?.iter().filter(|c| c.kind == t.kind);
            let near = near.filter_map(|c| Some((off(&c.spans).filter(|o| *o <= NEAR)?, c)));
            let of = |c: &Contact| t.sides.iter().filter(|s| !c.sides.contains(*s)).count();
            near.map(|(off, c)| (of(c), off, c.report.as_str())).min().map(|c| (c.0, c.2))
        })
        .collect();
    let (mut right, mut wrong, mut missed, mut unread, mut across, mut across_all) = (0u32, 0u32, 0u32, 0u32, 0u32, 0u32);
    let (mut other_day, mut missed_of_sides) = (0u32, 0u32);
    for a in 0..gold.len() {
        for b in a + 1..gold.len() {
            let one = gold[a].event == gold[b].event;
            let (Some((lacks, x)), Some((lacking, y))) = (found[a], found[b]) else {
                unread += u32::from(one);
                continue;
            };
            if x == y {
                continue;
            }
            let joined = event_of.get(x) == event_of.get(y);
            let languages = gold[a].arabic != gold[b].arabic;
            right += u32::from(one && joined);
            missed += u32::from(one && !joined);
            missed_of_sides += u32::from(one && !joined && lacks == 0 && lacking == 0);
            wrong += u32::from(!one && joined);
            other_day += u32::from(!one && joined && gold[a].day != gold[b].day);
            across += u32::from(one && joined && languages);
            across_all += u32::from(one && languages);
        }
    }
    let (right_f, wrong_f, missed_f, unread_f) = (f64::from(right), f64::from(wrong), f64::from(missed), f64::from(unread));
    let precision = right_f / (right_f + wrong_f).max(1.0);
    let f1 = |missed: f64| 2.0 * right_f / (2.0 * right_f + wrong_f + missed);
    let whole = found.iter().flatten().filter(|f| f.0 == 0).count();
    println!("reports: {} noted, {} read as contacts, {whole} with their sides", gold.len(), found.iter().flatten().count());
    println!("pairs: {right} right, {wrong} wrong ({other_day} of two days), {missed} missed, {unread} of contacts that were not read");
    println!("across languages: {across} of {across_all} pairs that were read");
    let of_sides = f1(f64::from(missed_of_sides));
    println!("precision {precision:.3}, F1 of contacts read {:.3}, with their sides {of_sides:.3}", f1(missed_f));
    println!("F1 of all {:.3}", f1(missed_f + unread_f));
    assert!(precision >= PRECISION && f1(missed_f) >= F1 && of_sides >= F1_OF_SIDES);
}
