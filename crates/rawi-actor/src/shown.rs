//! The actors of a document as its reading shows them: members in use, the offices that they held, and their states.

use std::collections::{BTreeMap, BTreeSet};

use rawi_model::{Actor, ActorKind, Language, Mention, MentionKind, Names};
use rawi_text::{ByteSpan, CharIndex};

use crate::cast::{Cast, Member, MemberId};
use crate::entry::Entry;
use crate::phrase::tidy;
use crate::settle::Seat;

/// The actors that a reading shows, as they are gathered.
struct Shown<'c, 'r, 't> {
    cast: &'c Cast<'r>,
    raw: &'t str,
    index: &'c CharIndex<'t>,
    language: Language,
    actors: Vec<Actor>,
    /// The keys of entries of the registry.
    entries: BTreeMap<usize, String>,
    /// The keys of offices, with their words where they are of a place in the state.
    seats: BTreeMap<(Seat, Option<String>), String>,
}

impl Cast<'_> {
    /// The actors as readings show them: the members in use by first mention, then the offices and states that belong to
    /// them; with the key of each member.
    pub fn actors(
        &self,
        raw: &str,
        index: &CharIndex<'_>,
        language: Language,
        used: &BTreeSet<MemberId>,
    ) -> (Vec<Actor>, BTreeMap<MemberId, String>) {
        let mut order: Vec<MemberId> = used.iter().copied().collect();
        order.sort_by_key(|&id| (self.members[id].mentions.iter().map(|(s, _)| s.start).min().unwrap_or(u32::MAX), id));
        let mut shown = Shown { cast: self, raw, index, language, actors: Vec::new(), entries: BTreeMap::new(), seats: BTreeMap::new() };
        let mut keys = BTreeMap::new();
        for &id in &order {
            keys.insert(id, shown.member(&self.members[id]));
        }
        for (at, &id) in order.iter().enumerate() {
            shown.belonging(at, &self.members[id]);
        }
        (shown.actors, keys)
    }
}

impl Shown<'_, '_, '_> {
    fn push(&mut self, actor: Actor) -> String {
        let key = format!("a{}", self.actors.len());
        self.actors.push(Actor { key: key.clone(), ..actor });
        key
    }

    /// Shows a member; gives its key.
    fn member(&mut self, member: &Member) -> String {
        let mut mentions = member.mentions.clone();
        mentions.sort_by_key(|(s, _)| (s.start, s.end));
        let alone = |seat: &Seat| !self.cast.registry.offices[seat.0].many;
        let seat = self.cast.seat(member).filter(|_| member.is_described()).filter(alone);
        let entry = member.entry.map(|e| &self.cast.registry.entries[e]);
        let names: Names = match (entry, seat) {
            (Some(entry), _) => entry.names.clone(),
            (None, Some(seat)) => self.cast.registry.office_names(seat),
            (None, None) => member.given.clone(),
        };
        let name = self.name(member, &mentions);
        let only_office = member.kind == ActorKind::Person && !member.named && entry.is_none() && !member.heads.is_empty();
        let somebody = member.unsaid && entry.is_none() && seat.is_none() && matches!(member.kind, ActorKind::Person | ActorKind::Office);
        let key = self.push(Actor {
            key: String::new(),
            kind: match member.kind {
                _ if somebody => ActorKind::Unnamed,
                _ if only_office => ActorKind::Office,
                kind => kind,
            },
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            registry: entry.map(Entry::address).or_else(|| seat.map(|s| self.cast.registry.seat_address(s))),
            wikidata: entry.and_then(|e| e.wikidata.clone()),
            code: entry.and_then(|e| e.code.clone()),
            office: None,
            of: None,
            mentions: mentions.into_iter().map(|(span, kind)| self.mention(span, kind)).collect(),
            names,
        });
        if let Some(entry) = member.entry {
            self.entries.insert(entry, key.clone());
        } else if let Some(seat) = seat {
            self.seats.insert((seat, None), key.clone());
        }
        key
    }

    /// The best name: the registry's in the document's language, else the fullest in the text; of a counterpart the office.
    fn name(&self, member: &Member, mentions: &[(ByteSpan, MentionKind)]) -> String {
        let registry = self.cast.registry;
        let code = self.language.code();
        let registered = || member.entry.map_or(&member.given, |e| &registry.entries[e].names).get(code).cloned();
        let called = || member.called.clone().filter(|_| member.kind == ActorKind::Person);
        let likened = || {
            let counterpart = member.counterpart.as_ref().filter(|_| member.is_described())?;
            Some(registry.with_state(&member.post()?.words, counterpart.state, code, counterpart.adjective.of(self.raw)))
        };
        let described = || member.described.filter(|d| !d.is_empty()).map(|d| d.of(self.raw).to_owned());
        let said = || mentions.iter().map(|(s, _)| s.of(self.raw)).max_by_key(|t| t.chars().count()).map(str::to_owned);
        registered().unwrap_or_else(|| tidy(&called().or_else(likened).or_else(described).or_else(said).unwrap_or_default()))
    }

    fn mention(&self, span: ByteSpan, kind: MentionKind) -> Mention {
        Mention { span: self.index.chars(span), text: span.of(self.raw).to_owned(), kind }
    }

    /// Gives an actor the office that it held and the state or body that it belongs to.
    fn belonging(&mut self, at: usize, member: &Member) {
        let registry = self.cast.registry;
        let seat = self.cast.held(member);
        if let Some(seat) = seat {
            let actor = &mut self.actors[at];
            actor.code = actor.code.take().or_else(|| registry.seat_code(seat));
        }
        let of = match seat {
            Some((_, of)) => Some(of),
            None => member.entry.and_then(|e| registry.index_of(registry.entries[e].state.as_deref()?)),
        };
        let of = of.map(|of| self.entry(of));
        // «زاکانی»: of which town he is mayor the registry doesn't know.
        let untold = |seat: &Seat| registry.offices[seat.0].local && member.posts.iter().all(|p| p.office != Some(seat.0));
        if let Some(seat) = seat.filter(|seat| !untold(seat)) {
            let office = self.seat(seat, member, of.clone());
            if office != self.actors[at].key {
                self.actors[at].office = Some(office);
            }
        }
        self.actors[at].of = of.filter(|of| *of != self.actors[at].key);
    }

    /// The key of a state or body of the registry.
    fn entry(&mut self, entry: usize) -> String {
        if let Some(key) = self.entries.get(&entry) {
            return key.clone();
        }
        let of = &self.cast.registry.entries[entry];
        let key = self.push(Actor {
            kind: of.kind.actor(),
            name: of.names.get(self.language.code()).cloned().unwrap_or_default(),
            names: of.names.clone(),
            registry: Some(of.address()),
            wikidata: of.wikidata.clone(),
            code: of.code.clone(),
            ..Actor::default()
        });
        self.entries.insert(entry, key.clone());
        key
    }

    /// The key of an office; it is mentioned where its holder's words give it.
    fn seat(&mut self, seat: Seat, member: &Member, of: Option<String>) -> String {
        let registry = self.cast.registry;
        let posts = || member.posts.iter().filter(|p| p.office == Some(seat.0));
        // «أمير منطقة صحار»: of a place in his state, which is not his.
        let told = posts().next().filter(|_| registry.offices[seat.0].local);
        let place = (seat, told.map(|post| post.words.clone()));
        if let Some(key) = self.seats.get(&place) {
            return key.clone();
        }
        let names = if told.is_some() { Names::new() } else { registry.office_names(seat) };
        let spans = posts().map(|p| p.span);
        let key = self.push(Actor {
            kind: ActorKind::Office,
            name: told.map_or_else(|| names.get(self.language.code()).cloned().unwrap_or_default(), |post| tidy(&post.words)),
            names,
            registry: Some(registry.seat_address(seat)),
            code: registry.seat_code(seat),
            of,
            mentions: spans.map(|span| self.mention(span, MentionKind::Role)).collect(),
            ..Actor::default()
        });
        self.seats.insert(place, key.clone());
        key
    }
}
