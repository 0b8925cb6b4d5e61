//! One reading held against what careful readers found in the document.

use std::collections::BTreeMap;

use rawi_model::{Contact, Reading, Statement};
use rawi_text::CharSpan;
use serde::Serialize;

use crate::gold::{Gold, GoldContact, GoldStatement};
use crate::name::{names, same};
use crate::pair::{overlap, pair};
use crate::tally::{Items, RuleTally, Tally};

/// What is wrong with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// It is there and was not read.
    Missed,
    /// It was read and is not there.
    False,
    /// Somebody else said it.
    Speaker,
    /// It came through others.
    Chain,
    /// It is given otherwise.
    Form,
    /// It was on another day, or the date means another.
    Day,
    /// The document is of another genre.
    Genre,
}

/// One thing that a reading has wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Miss {
    /// The document as its annotator calls it.
    pub document: String,
    /// `statement`, `contact`, `date` or `document`.
    pub item: &'static str,
    /// What is wrong.
    pub fault: Fault,
    /// The rule that read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What the annotation says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gold: Option<String>,
    /// What the reading says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// The words of the document.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// What came of one document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judged {
    pub(crate) tally: Tally,
    pub(crate) rules: BTreeMap<String, RuleTally>,
    pub(crate) misses: Vec<Miss>,
}

/// Holds a reading against the annotation of its document.
pub(crate) fn judge(gold: &Gold, reading: &Reading) -> Judged {
    let mut court = Court { gold, reading, out: Judged::default() };
    court.out.tally.documents = 1;
    let genre = reading.document.genre.name();
    court.out.tally.genre = usize::from(gold.genre.as_deref() == Some(genre));
    if court.out.tally.genre == 0 {
        court.miss("document", Fault::Genre, None, gold.genre.clone(), Some(genre.to_owned()), &[]);
    }
    court.statements();
    court.contacts();
    court.dates();
    court.out
}

struct Court<'g> {
    gold: &'g Gold,
    reading: &'g Reading,
    out: Judged,
}

impl Court<'_> {
    fn miss(&mut self, item: &'static str, fault: Fault, rule: Option<&str>, gold: Option<String>, read: Option<String>, at: &[CharSpan]) {
        let text = &self.reading.document.text;
        let words = at.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
        let (document, rule) = (self.gold.doc.clone(), rule.map(str::to_owned));
        self.out.misses.push(Miss { document, item, fault, rule, gold, read, words });
    }

    fn who(&self, keys: &[String]) -> String {
        keys.iter().filter_map(|key| names(self.reading, key).into_iter().next()).collect::<Vec<_>>().join(", ")
    }

    fn speaks(&self, a: &GoldStatement, b: &Statement) -> bool {
        b.speaker.as_deref().is_some_and(|key| same(self.gold.names(&a.speaker), &names(self.reading, key)))
    }

    fn same_chain(&self, a: &GoldStatement, b: &Statement) -> bool {
        let via: Vec<Vec<String>> = b.via.iter().map(|key| names(self.reading, key)).collect();
        a.via.len() == via.len() && a.via.iter().all(|x| via.iter().any(|y| same(self.gold.names(x), y)))
    }

    fn statements(&mut self) {
        let (gold, read) = (&self.gold.statements, &self.reading.statements);
        let pairs = pair(gold.len(), read.len(), |i, j| match overlap(&gold[i].content, &read[j].content) {
            some if some > 0.0 => some * if self.speaks(&gold[i], &read[j]) { 1.001 } else { 1.0 },
            none => none,
        });
        let mut tally = count(gold.iter().map(|s| s.optional), read.len(), &pairs);
        let (mut chains, mut forms) = (0, 0);
        for &(i, j) in &pairs {
            let (a, b) = (&gold[i], &read[j]);
            let form = a.form == b.form.name();
            let speaker = self.speaks(a, b);
            let chain = speaker && self.same_chain(a, b);
            let rule = self.out.rules.entry(b.basis.clone()).or_default();
            *rule += RuleTally { read: 0, found: 1, right: speaker.into(), chain: chain.into(), form: form.into() };
            if a.optional {
                continue;
            }
            tally.right += usize::from(speaker);
            chains += usize::from(chain);
            forms += usize::from(form);
            let said = b.speaker.as_ref().map(|key| self.who(std::slice::from_ref(key)));
            let (rule, at) = (Some(b.basis.as_str()), a.content.as_slice());
            if !speaker {
                self.miss("statement", Fault::Speaker, rule, Some(a.speaker.clone()), said, at);
            } else if !chain {
                self.miss("statement", Fault::Chain, rule, Some(a.via.join(", ")), Some(self.who(&b.via)), at);
            }
            if !form {
                self.miss("statement", Fault::Form, rule, Some(a.form.clone()), Some(b.form.name().to_owned()), at);
            }
        }
        for a in left(gold, &pairs, |p| p.0).filter(|a| !a.optional) {
            self.miss("statement", Fault::Missed, None, Some(a.speaker.clone()), None, &a.content);
        }
        for b in left(read, &pairs, |p| p.1) {
            let said = b.speaker.as_ref().map(|key| self.who(std::slice::from_ref(key)));
            self.miss("statement", Fault::False, Some(&b.basis), None, said, &b.content);
        }
        for b in read {
            self.out.rules.entry(b.basis.clone()).or_default().read += 1;
        }
        let out = &mut self.out.tally;
        (out.statements, out.chain, out.form) = (tally, chains, forms);
    }

    fn meets(&self, a: &GoldContact, b: &Contact) -> bool {
        let kind = |kind: &str| if kind == "talks" { "meeting".to_owned() } else { kind.to_owned() };
        let parties: Vec<Vec<String>> = b.parties.iter().map(|p| names(self.reading, &p.actor)).collect();
        let there: Vec<&[String]> = a.parties.iter().map(|key| self.gold.names(key)).collect();
        kind(&a.kind) == kind(b.kind.name())
            && there.iter().all(|x| parties.iter().any(|y| same(x, y)))
            && parties.iter().all(|y| there.iter().any(|x| same(x, y)))
    }

    fn contacts(&mut self) {
        let (gold, read) = (&self.gold.contacts, &self.reading.contacts);
        let pairs = pair(gold.len(), read.len(), |i, j| f64::from(u8::from(self.meets(&gold[i], &read[j]))));
        let mut tally = count(gold.iter().map(|c| c.optional), read.len(), &pairs);
        let mut days = 0;
        let told = |contact: &Contact, who: String| Some(format!("{} {who}", contact.kind.name()));
        for &(i, j) in &pairs {
            let (a, b) = (&gold[i], &read[j]);
            let value = b.date.as_ref().and_then(|d| d.value).map(|v| v.to_string());
            let wanted = a.date.as_deref().filter(|day| !day.is_empty());
            let dated = wanted.is_some_and(|day| head(value.as_deref().unwrap_or("")) == head(day));
            let rule = self.out.rules.entry(b.basis.clone()).or_default();
            *rule += RuleTally { read: 0, found: 1, right: 1, chain: 0, form: 0 };
            if a.optional || wanted.is_none() {
                continue;
            }
            days += 1;
            tally.right += usize::from(dated);
            if !dated {
                self.miss("contact", Fault::Day, Some(&b.basis), a.date.clone(), value, &a.evidence);
            }
        }
        for a in left(gold, &pairs, |p| p.0).filter(|a| !a.optional) {
            self.miss("contact", Fault::Missed, None, Some(format!("{} {}", a.kind, a.parties.join(", "))), None, &a.evidence);
        }
        for b in left(read, &pairs, |p| p.1) {
            let who = self.who(&b.parties.iter().map(|p| p.actor.clone()).collect::<Vec<_>>());
            self.miss("contact", Fault::False, Some(&b.basis), None, told(b, who), &b.evidence);
        }
        for b in read {
            self.out.rules.entry(b.basis.clone()).or_default().read += 1;
        }
        let out = &mut self.out.tally;
        (out.contacts, out.days) = (tally, days);
    }

    fn dates(&mut self) {
        let (gold, read) = (&self.gold.dates, &self.reading.dates);
        let pairs = pair(gold.len(), read.len(), |i, j| overlap(std::slice::from_ref(&gold[i].span), std::slice::from_ref(&read[j].span)));
        let mut tally = count(gold.iter().map(|d| d.optional), read.len(), &pairs);
        for &(i, j) in pairs.iter().filter(|p| !gold[p.0].optional) {
            let wanted = gold[i].value.as_deref().filter(|value| !value.is_empty());
            let value = read[j].dated.value.map(|v| v.to_string());
            let right = wanted == value.as_deref().map(head);
            tally.right += usize::from(right);
            if !right {
                self.miss("date", Fault::Day, None, wanted.map(str::to_owned), value, &[gold[i].span]);
            }
        }
        for a in left(gold, &pairs, |p| p.0).filter(|a| !a.optional) {
            self.miss("date", Fault::Missed, None, a.value.clone(), None, &[a.span]);
        }
        for b in left(read, &pairs, |p| p.1) {
            self.miss("date", Fault::False, None, None, b.dated.value.map(|v| v.to_string()), &[b.span]);
        }
        self.out.tally.dates = tally;
    }
}

/// The day of a time: its first ten characters.
fn head(value: &str) -> &str {
    value.get(..10).unwrap_or(value)
}

/// What is there, was read and was found, without what is optional; nothing of it is right yet.
fn count(optional: impl Iterator<Item = bool>, read: usize, pairs: &[(usize, usize)]) -> Items {
    let optional: Vec<bool> = optional.collect();
    let beside = pairs.iter().filter(|p| optional[p.0]).count();
    Items { found: pairs.len() - beside, right: 0, gold: optional.iter().filter(|o| !**o).count(), read: read - beside }
}

/// The items that no pair holds.
fn left<'i, T>(items: &'i [T], pairs: &'i [(usize, usize)], side: fn(&(usize, usize)) -> usize) -> impl Iterator<Item = &'i T> {
    items.iter().enumerate().filter(move |(i, _)| !pairs.iter().any(|p| side(p) == *i)).map(|(_, item)| item)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::tally::Items;

    fn gold() -> Gold {
        serde_json::from_value(json!({"doc": "d", "genre": "report",
            "actors": {"n": {"names": ["سالم نوری"]}, "b": {"names": ["بهار"]}, "rud": {"names": ["رود"]}},
            "statements": [
                {"speaker": "n", "content": {"start": 0, "end": 10}, "form": "direct", "via": ["rud"]},
                {"speaker": "b", "content": {"start": 20, "end": 30}, "form": "direct"},
                {"speaker": "b", "content": {"start": 40, "end": 50}, "form": "direct", "optional": true},
                {"speaker": "b", "content": {"start": 60, "end": 70}, "form": "direct"}],
            "contacts": [{"kind": "talks", "parties": ["n", "b"], "date": "2024-05-02"}, {"kind": "call", "parties": ["n", "b"]}],
            "dates": [{"start": 0, "end": 4, "value": null}, {"start": 10, "end": 14, "value": "2024-05-02"}]}))
        .unwrap()
    }

    fn reading() -> Reading {
        let mut reading = Reading::default();
        reading.document.text = "آب ".repeat(40); // "water"
        reading.document.genre = serde_json::from_value(json!("post")).unwrap();
        let actor = |key: &str, name: &str| json!({"key": key, "kind": "person", "name": name, "mentions": []});
        reading.actors = serde_json::from_value(json!([actor("a0", "نوري"), actor("a1", "بهار"), actor("a2", "دریا")])).unwrap();
        let said = |speaker: &str, start: u32, form: &str| {
            json!({"id": "s", "speaker": speaker, "audience": [], "cue": null, "content": [{"start": start, "end": start + 9}],
                "form": form, "via": [], "date": null, "event": null, "contact": null, "within": null, "basis": "fa/x", "confidence": 1})
        };
        let said = [said("a0", 0, "direct"), said("a2", 20, "indirect"), said("a1", 40, "direct"), said("a1", 80, "direct")];
        reading.statements = serde_json::from_value(json!(said)).unwrap();
        let parties = ["a0", "a1"].map(|key| json!({"actor": key, "role": "participant"}));
        let met = json!({"id": "c0", "kind": "meeting", "parties": parties, "date": null, "place": null, "evidence": [], "via": [],
            "event": null, "basis": "fa/contact/x", "confidence": 1});
        reading.contacts = serde_json::from_value(json!([met])).unwrap();
        reading
    }

    #[test]
    fn each_fault_is_told_and_what_is_optional_left_out() {
        let judged = judge(&gold(), &reading());
        let tally = judged.tally;
        assert_eq!((tally.genre, tally.chain, tally.form, tally.days), (0, 0, 1, 1));
        assert_eq!(tally.statements, Items { found: 2, right: 1, gold: 3, read: 3 });
        assert_eq!(tally.contacts, Items { found: 1, right: 0, gold: 2, read: 1 });
        assert_eq!(tally.dates, Items { found: 0, right: 0, gold: 2, read: 0 });
        assert_eq!(judged.rules["fa/x"], RuleTally { read: 4, found: 3, right: 2, chain: 1, form: 2 });
        let told: Vec<(&str, Fault)> = judged.misses.iter().map(|m| (m.item, m.fault)).collect();
        let statement = |fault| ("statement", fault);
        let said = [Fault::Chain, Fault::Speaker, Fault::Form, Fault::Missed, Fault::False].map(statement);
        let met = [("contact", Fault::Day), ("contact", Fault::Missed)];
        let dates = [("date", Fault::Missed), ("date", Fault::Missed)];
        assert_eq!(told, [&[("document", Fault::Genre)], &said[..], &met, &dates].concat());
        assert_eq!(judged.misses[2].words, " آب آب آب ");
    }
}
