//! What words do, in PLOVER and CAMEO: the predicates and topics of `event.toml`.

use std::collections::BTreeMap;

use rawi_model::{Event, Plover};
use rawi_text::Lexicon;
use serde::Deserialize;

use crate::Error;

/// Whose deed a predicate must tell, for the words to do anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whose {
    /// The speaker's own side: «ما آماده‌ایم» (we are ready).
    Own,
    /// Another actor, who is named beside it: «آمریکا باید …» (America must …).
    Other,
    /// Nobody's: the head of what somebody voices, «أبدى استعداده» (voiced his readiness).
    Voiced,
    /// A thing's, which the speaker judges by it: «این طرح پذیرفتنی نیست» (this plan is not acceptable).
    Thing,
    /// The same as one word of a judgement: «این حمله را جنایت خواند» (called the attack a crime).
    Deemed,
}

/// What an act of speech is about, as far as its mode depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Topic {
    /// A meeting, talks, a visit.
    Meet,
    /// Mediation.
    Mediate,
    /// The settling of a dispute: a plan, a proposal for peace.
    Settle,
    /// Help, support, cooperation.
    Assist,
    /// Reform, elections, rights, resignation.
    Change,
    /// The release of persons or property.
    Release,
    /// Relief from sanctions and restrictions.
    Relief,
    /// Access for observers, inspectors and aid.
    Access,
    /// A ceasefire, a withdrawal.
    Calm,
    /// Sanctions, boycott, embargo.
    Sanction,
    /// The breaking of relations or of talks.
    Relations,
    /// Force.
    Force,
    /// A curfew or blockade.
    Block,
    /// Crime and corruption.
    Crime,
    /// The breach of human rights.
    Rights,
    /// Aggression and the breach of a ceasefire.
    Aggression,
    /// What another has asked for.
    Demand,
    /// God, who is asked in prayer.
    Prayer,
    /// A pardon.
    Forgive,
    /// A treaty or an agreement on paper.
    Treaty,
}

/// The mode and the CAMEO code of a type for a topic. `suite/plover.rs` holds them against the table of CAMEO.
const TOPICS: &[(Plover, Topic, Option<&str>, &str)] = &[
    (Plover::Agree, Topic::Meet, None, "036"),
    (Plover::Agree, Topic::Mediate, None, "038"),
    (Plover::Agree, Topic::Settle, None, "037"),
    (Plover::Agree, Topic::Assist, None, "033"),
    (Plover::Agree, Topic::Change, None, "034"),
    (Plover::Agree, Topic::Release, None, "0353"),
    (Plover::Agree, Topic::Relief, None, "0354"),
    (Plover::Agree, Topic::Access, None, "0355"),
    (Plover::Agree, Topic::Calm, None, "0356"),
    (Plover::Request, Topic::Meet, Some("meet"), "106"),
    (Plover::Request, Topic::Mediate, Some("meet"), "108"),
    (Plover::Request, Topic::Settle, Some("meet"), "107"),
    (Plover::Request, Topic::Assist, Some("assist"), "103"),
    (Plover::Request, Topic::Change, Some("change"), "104"),
    (Plover::Request, Topic::Release, Some("yield"), "1053"),
    (Plover::Request, Topic::Relief, Some("yield"), "1054"),
    (Plover::Request, Topic::Access, Some("yield"), "1055"),
    (Plover::Request, Topic::Calm, Some("yield"), "1056"),
    (Plover::Reject, Topic::Meet, Some("meet"), "125"),
    (Plover::Reject, Topic::Mediate, Some("meet"), "126"),
    (Plover::Reject, Topic::Settle, Some("meet"), "127"),
    (Plover::Reject, Topic::Assist, Some("assist"), "122"),
    (Plover::Reject, Topic::Change, Some("change"), "123"),
    (Plover::Reject, Topic::Release, Some("yield"), "1243"),
    (Plover::Reject, Topic::Relief, Some("yield"), "1244"),
    (Plover::Reject, Topic::Access, Some("yield"), "1245"),
    (Plover::Reject, Topic::Calm, Some("yield"), "1246"),
    (Plover::Threaten, Topic::Sanction, Some("restrict"), "1312"),
    (Plover::Threaten, Topic::Relations, Some("relations"), "1313"),
    (Plover::Threaten, Topic::Meet, Some("relations"), "134"),
    (Plover::Threaten, Topic::Mediate, Some("relations"), "135"),
    (Plover::Threaten, Topic::Access, Some("expel"), "136"),
    (Plover::Threaten, Topic::Block, Some("restrict"), "1323"),
    (Plover::Threaten, Topic::Force, Some("violence"), "138"),
    (Plover::Accuse, Topic::Crime, Some("allege"), "1121"),
    (Plover::Accuse, Topic::Rights, Some("allege"), "1122"),
    (Plover::Accuse, Topic::Aggression, Some("allege"), "1123"),
];

/// One predicate.
#[derive(Clone, Debug)]
pub struct EventWord {
    /// What it does.
    pub event: Event,
    /// Whose deed it must be.
    pub whose: Whose,
    /// Whether its form itself is of the first person: «سندعم» (we shall support).
    pub first: bool,
    /// The folded words one of which must close it later in its clause: «آماده … است» (is ready for …).
    pub closes: Vec<String>,
    /// What the sentence must be about, one of these, where the predicate alone tells too little: «بر لزوم … تأکید کرد» (stressed the need of …).
    pub needs: Vec<Topic>,
    /// The folded word that must stand before the one whom it asks: «از همه می‌خواهیم» (we ask of all).
    pub whom: Option<String>,
}

/// What the words of one language do.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// Its predicates.
    pub words: Lexicon<EventWord>,
    /// Its words for what an act is about.
    pub topics: Lexicon<Topic>,
    /// Its words behind which a predicate tells no deed of the sentence: «که», «الذي» (that, who), «چرا» (why).
    pub below: Lexicon<()>,
    /// What looks like a predicate and does nothing: «فراموش نخواهیم کرد» (we shall not forget).
    pub idle: Lexicon<()>,
    /// Its words for a state that was named before: «این کشور», «البلاد» (this country).
    pub home: Lexicon<()>,
}

/// What becomes of an event by what it is about: its mode and code, where the topic settles them.
pub fn narrow(plover: Plover, topic: Topic) -> Option<Event> {
    let event = |plover, mode: Option<&str>, cameo: &str| Event { plover, mode: mode.map(str::to_owned), cameo: Some(cameo.to_owned()) };
    match (plover, topic) {
        // Who calls for sanctions opposes the one they are to hit (CAMEO 113); who accepts a demand yields.
        (Plover::Request, Topic::Sanction) => Some(event(Plover::Accuse, Some("disapprove"), "113")),
        // Who takes his observers away threatens (CAMEO 136), who takes his soldiers away yields.
        (Plover::Concede, Topic::Access) => Some(event(Plover::Threaten, Some("expel"), "136")),
        // Who is ready to forgive supports.
        (Plover::Agree, Topic::Forgive) => Some(event(Plover::Support, None, "056")),
        (Plover::Agree, Topic::Demand) => Some(event(Plover::Concede, None, "080")),
        _ => TOPICS.iter().find(|row| (row.0, row.1) == (plover, topic)).map(|row| event(row.0, row.2, row.3)),
    }
}

/// What an offer or an oath does: it agrees where it is about a meeting, help or peace, and threatens where about force.
pub fn offered(topic: Topic) -> Option<Event> {
    if topic == Topic::Force {
        return narrow(Plover::Threaten, topic);
    }
    let agrees = matches!(
        topic,
        Topic::Meet | Topic::Mediate | Topic::Settle | Topic::Assist | Topic::Calm | Topic::Relief | Topic::Release | Topic::Access
    );
    agrees.then(|| narrow(Plover::Agree, topic)).flatten()
}

/// All types with mode and code that a topic can give, for a test against the table of CAMEO.
pub fn narrowed() -> impl Iterator<Item = Event> {
    TOPICS.iter().map(|&(plover, _, mode, cameo)| Event { plover, mode: mode.map(str::to_owned), cameo: Some(cameo.to_owned()) })
}

/// Which word of a stem is inflected.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum End {
    First,
    Last,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventFile {
    inflects: End,
    first: Vec<String>,
    below: Vec<String>,
    idle: Vec<String>,
    home: Vec<String>,
    tense: BTreeMap<String, Vec<String>>,
    pub(crate) word: Vec<WordEntry>,
    topic: Vec<TopicEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordEntry {
    pub(crate) plover: Plover,
    pub(crate) mode: Option<String>,
    pub(crate) cameo: Option<String>,
    whose: Whose,
    #[serde(default)]
    forms: Vec<String>,
    #[serde(default)]
    stems: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    closes: Vec<String>,
    #[serde(default)]
    needs: Vec<Topic>,
    whom: Option<String>,
    pub(crate) example: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicEntry {
    name: Topic,
    forms: Vec<String>,
}

impl WordEntry {
    pub(crate) fn event(&self) -> Event {
        Event { plover: self.plover, mode: self.mode.clone(), cameo: self.cameo.clone() }
    }
}

/// The predicates with all their forms: one word of a stem goes into the templates of its tense.
pub(crate) fn events(file: &'static str, data: &EventFile) -> Result<Events, Error> {
    let mut words = Vec::new();
    for entry in &data.word {
        let value = EventWord {
            event: entry.event(),
            whose: entry.whose,
            first: false,
            closes: entry.closes.iter().map(|w| rawi_text::key(w)).collect(),
            needs: entry.needs.clone(),
            whom: entry.whom.as_deref().map(rawi_text::key),
        };
        words.extend(entry.forms.iter().map(|f| (f.clone(), value.clone())));
        for (tense, stems) in &entry.stems {
            let templates = data.tense.get(tense).ok_or_else(|| Error::Entry {
                file,
                entry: entry.example.clone(),
                what: format!("`{tense}` is no tense of this file"),
            })?;
            for stem in stems {
                let (before, verb, after) = match data.inflects {
                    End::First => stem.split_once(' ').map_or(("", stem.as_str(), ""), |(verb, after)| ("", verb, after)),
                    End::Last => stem.rsplit_once(' ').map_or(("", stem.as_str(), ""), |(before, verb)| (before, verb, "")),
                };
                words.extend(templates.iter().map(|t| {
                    let value = EventWord { first: data.first.contains(t), ..value.clone() };
                    (format!("{before} {} {after}", t.replace("{}", verb)), value)
                }));
            }
        }
    }
    let topics = data.topic.iter().flat_map(|t| t.forms.iter().map(|f| (f.as_str(), t.name)));
    let plain = |list: &[String]| Lexicon::new(list.iter().map(|f| (f.clone(), ())));
    Ok(Events {
        words: Lexicon::new(words),
        topics: Lexicon::new(topics),
        below: plain(&data.below),
        idle: plain(&data.idle),
        home: plain(&data.home),
    })
}
