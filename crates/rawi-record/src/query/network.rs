//! Who had contact with whom, and how often.

use std::collections::BTreeMap;

use serde::Serialize;

use super::events::{EventFilter, EventRow};
use super::row::ActorRef;
use crate::error::{RecordError, Result};
use crate::record::Record;

/// Actors and the contacts between them, each event counted once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Network {
    /// Who, in the order of their ids.
    pub actors: Vec<Node>,
    /// Between whom, the most contacts first.
    pub ties: Vec<Edge>,
}

/// One actor of a network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Node {
    /// The id that corrections or the registry give it, else its name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Option<rawi_model::ActorKind>,
    /// In how many events it took part.
    pub events: u32,
}

/// The contacts between two actors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edge {
    /// The place of the one in the list of actors.
    pub source: usize,
    /// The place of the other.
    pub target: usize,
    /// How many events.
    pub weight: u32,
    /// How many of each kind.
    pub kinds: BTreeMap<&'static str, u32>,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// How many events in each month.
    pub months: BTreeMap<String, u32>,
}

/// Sides beyond these are left out: a summit's list is no contact of each with each.
const SIDES: usize = 8;

impl Record {
    /// The network of the events that are wanted. Those who are not named are left out.
    pub fn network(&self, filter: &EventFilter) -> Result<Network> {
        let mut actors: BTreeMap<String, Node> = BTreeMap::new();
        let mut names: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        let mut ties: BTreeMap<(String, String), Edge> = BTreeMap::new();
        self.each_event::<RecordError>(filter, |event| {
            let sides: Vec<(String, &ActorRef)> = sides(&event);
            for (id, actor) in &sides {
                let node = actors.entry(id.clone()).or_insert_with(|| Node {
                    id: id.clone(),
                    name: actor.name.clone(),
                    kind: actor.kind,
                    events: 0,
                });
                node.events += 1;
                *names.entry(id.clone()).or_default().entry(actor.name.clone()).or_default() += 1;
            }
            for (n, (one, _)) in sides.iter().enumerate() {
                for (other, _) in &sides[n + 1..] {
                    let pair = if one < other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) };
                    count(ties.entry(pair).or_insert_with(Edge::empty), &event);
                }
            }
            Ok(())
        })?;
        // Of the names that the reports give somebody, the most frequent one.
        for (id, node) in &mut actors {
            let most = names.get(id).and_then(|n| n.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(*name))));
            node.name = most.map(|m| m.0.clone()).unwrap_or_default();
        }
        let place: BTreeMap<&String, usize> = actors.keys().enumerate().map(|(at, id)| (id, at)).collect();
        let mut ties: Vec<Edge> = ties.into_iter().map(|((a, b), edge)| Edge { source: place[&a], target: place[&b], ..edge }).collect();
        ties.sort_by_key(|tie| (std::cmp::Reverse(tie.weight), tie.source, tie.target));
        Ok(Network { actors: actors.into_values().collect(), ties })
    }
}

impl Edge {
    fn empty() -> Self {
        Self { source: 0, target: 0, weight: 0, kinds: BTreeMap::new(), from: None, to: None, months: BTreeMap::new() }
    }
}

fn count(edge: &mut Edge, event: &EventRow) {
    edge.weight += 1;
    *edge.kinds.entry(event.kind.name()).or_default() += 1;
    let Some(day) = &event.day_from else { return };
    if edge.from.as_ref().is_none_or(|from| day < from) {
        edge.from = Some(day.clone());
    }
    if edge.to.as_ref().is_none_or(|to| day > to) {
        edge.to = Some(day.clone());
    }
    if let Some(month) = day.get(..7) {
        *edge.months.entry(month.to_owned()).or_default() += 1;
    }
}

/// The sides of an event, each once, with their ids.
fn sides(event: &EventRow) -> Vec<(String, &ActorRef)> {
    let mut sides: Vec<(String, &ActorRef)> = Vec::new();
    for party in event.parties.iter().take(SIDES) {
        let actor = &party.actor;
        if actor.kind == Some(rawi_model::ActorKind::Unnamed) {
            continue;
        }
        let id = actor.identity.clone().or_else(|| actor.registry.clone()).unwrap_or_else(|| crate::words::search_form(&actor.name));
        if !id.is_empty() && sides.iter().all(|s| s.0 != id) {
            sides.push((id, actor));
        }
    }
    sides
}
