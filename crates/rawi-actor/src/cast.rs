//! Who is who in one document: the cast.
//!
//! Every phrase that names somebody is joined to one that was named before where its words allow it: a last name to
//! the full name that holds it, an office to the phrase that gave it, a known name to its entry in the registry.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_model::{Actor, ActorKind, Language, MentionKind, Names};
use rawi_text::{ByteSpan, CharIndex};

use crate::entry::EntryKind;
use crate::registry::Registry;

/// The index of a member of the cast.
pub type MemberId = usize;

/// One actor of the document.
#[derive(Clone, Debug, Default)]
pub struct Member {
    /// What it is.
    pub kind: ActorKind,
    /// The index of its registry entry.
    pub entry: Option<usize>,
    /// Names given by the data, for one whom the text does not name.
    given: Names,
    /// Whether a name is known and not only an office or description.
    pub named: bool,
    /// Folded words of all phrases that named it, without titles.
    words: BTreeSet<String>,
    /// Folded words that can be its name.
    pub(crate) name_words: BTreeSet<String>,
    /// Heads of the offices that it holds.
    heads: BTreeSet<String>,
    /// Where it is mentioned.
    pub mentions: Vec<(ByteSpan, MentionKind)>,
    /// The order of its last mention.
    last: usize,
}

/// What a phrase says of an actor.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that the words say or don't")]
pub struct Phrase {
    kind: ActorKind,
    entry: Option<usize>,
    words: BTreeSet<String>,
    name_words: BTreeSet<String>,
    heads: BTreeSet<String>,
    indefinite: bool,
    demonstrative: bool,
    generic: bool,
    pronoun: bool,
    plural: bool,
    unnamed: bool,
    span: ByteSpan,
    name_span: Option<ByteSpan>,
}

impl Phrase {
    /// Whether it names nobody but describes: an office, an occupation.
    pub fn is_role(&self) -> bool {
        !self.heads.is_empty() && self.name_words.is_empty() && self.entry.is_none()
    }

    /// Whether it is a pronoun for one person.
    pub fn is_pronoun(&self) -> bool {
        self.pronoun
    }

    /// Whether it stands for several who were named before: «الجانبان».
    pub fn is_plural(&self) -> bool {
        self.plural
    }

    /// The entry of the registry that it names.
    pub fn entry(&self) -> Option<usize> {
        self.entry
    }

    /// Whether it is a source that the text does not name.
    pub fn is_unnamed(&self) -> bool {
        self.unnamed
    }

    /// Whether it introduces somebody: «یک عضو …».
    pub fn is_indefinite(&self) -> bool {
        self.indefinite
    }

    /// What it names.
    pub fn kind(&self) -> ActorKind {
        self.kind
    }

    /// Whether it says a name.
    pub fn has_name(&self) -> bool {
        self.entry.is_some() || !self.name_words.is_empty()
    }
}

/// The actors of one document.
#[derive(Debug)]
pub struct Cast<'r> {
    registry: &'r Registry,
    /// Its members, by first mention in the order of reading.
    pub members: Vec<Member>,
    clock: usize,
}

impl<'r> Cast<'r> {
    /// An empty cast.
    pub fn new(registry: &'r Registry) -> Self {
        Self { registry, members: Vec::new(), clock: 0 }
    }

    /// The registry it draws on.
    pub fn registry(&self) -> &'r Registry {
        self.registry
    }

    /// Reads what a phrase says.
    pub fn phrase(&self, p: &Passage<'_>, tokens: Range<usize>, skip: usize) -> Phrase {
        let start = tokens.start;
        let mut phrase = Phrase { span: p.tokens.span(tokens.clone()), ..Phrase::default() };
        if start >= tokens.end {
            return phrase;
        }
        phrase.span.start = p.tokens.raw_from(start, skip);
        phrase.pronoun = p.is(start, Class::Anaphor) && p.end_of(start, Class::Anaphor) >= tokens.end;
        phrase.plural = p.is(start, Class::AnaphorPlural) && p.end_of(start, Class::AnaphorPlural) >= tokens.end;
        phrase.unnamed = p.is(start, Class::Unnamed) && p.end_of(start, Class::Unnamed) + 3 >= tokens.end;
        phrase.indefinite = p.is(start, Class::Indefinite);
        phrase.demonstrative = p.is(start, Class::Demonstrative);
        let mut i = start;
        let mut titled = false;
        let mut first_role = None;
        let mut last_title = None;
        let mut office_end = 0;
        while i < tokens.end {
            if let Some(end) = p.name_at(i).filter(|&e| e <= tokens.end) {
                let skip = usize::from(p.glued_at(i));
                if let Some((_, known)) = self.registry.at(p, i, skip) {
                    let of_body = i > start && p.any(start, Class::Body.bit() | Class::Outlet.bit());
                    if !of_body {
                        self.note_name(&mut phrase, p, i..end, known.entry, i == start || titled, first_role.is_some());
                    }
                }
            }
            if p.is(i, Class::Title) && !(p.is(i, Class::Role) && first_role.is_none() && i == start) {
                let end = p.end_of(i, Class::Title);
                titled = true;
                last_title = Some(end);
                i = end.max(i + 1);
                continue;
            }
            if p.is(i, Class::Role) {
                // An office inside another one's title is none of his: «معاون وزیر».
                if i == start || !p.any(i - 1, Class::Role.bit() | Class::Preposition.bit()) {
                    phrase.heads.insert(word_of(p, i, p.skip(i)));
                }
                first_role.get_or_insert(i);
                office_end = office_end.max(self.office_end(p, i, tokens.end));
            }
            if p.is(i, Class::Generic) && i > start {
                phrase.generic = true;
                i += 1;
                continue;
            }
            let closed = Class::Demonstrative.bit()
                | Class::Indefinite.bit()
                | Class::Conjunction.bit()
                | Class::Quantity.bit()
                | Class::Preposition.bit();
            if p.tokens.is_word(i) && (!p.any(i, closed) || p.is(i, Class::Role)) {
                let word = word_of(p, i, if i == start { skip } else { 0 });
                let before_role = first_role.is_none();
                let after_title = last_title.is_some_and(|t| i >= t && first_role.is_none_or(|r| r < t || r > i));
                // Behind a known office and its state only a name is left.
                let after_office = office_end > 0 && i >= office_end && first_role.is_some();
                if (before_role || after_title || after_office) && !phrase.indefinite && !phrase.demonstrative {
                    phrase.name_words.insert(word.clone());
                }
                phrase.words.insert(word);
            }
            i += 1;
        }
        phrase.kind = self.kind_of(p, &phrase, start);
        if phrase.kind != ActorKind::Person && phrase.entry.is_none() && phrase.heads.is_empty() && !titled {
            phrase.name_words = phrase.words.clone();
        }
        phrase
    }

    /// Where a known office with the state or body beside it ends; 0 where the office is not known.
    fn office_end(&self, p: &Passage<'_>, i: usize, limit: usize) -> usize {
        let Some((mut end, office)) = self.registry.office_at(p, i, p.skip(i)) else { return 0 };
        let mut of = self.registry.offices[office].of.is_some();
        while end < limit {
            match self.registry.state_at(p, end) {
                Some((next, _)) if next <= limit => {
                    end = next;
                    of = true;
                }
                _ if p.any(end, Class::StateSelf.bit() | Class::Inner.bit()) => end += 1,
                _ => break,
            }
        }
        if of { end } else { 0 }
    }

    fn note_name(&self, phrase: &mut Phrase, p: &Passage<'_>, at: Range<usize>, entry: usize, heads_phrase: bool, after_role: bool) {
        let kind = self.registry.entries[entry].kind;
        let person = kind == EntryKind::Person;
        // A state or body inside an office is not who speaks: «وزیر خارجه ایران»; a person named after one is.
        let whole = heads_phrase && !after_role;
        let known_person = phrase.entry.is_some_and(|e| self.registry.entries[e].kind == EntryKind::Person);
        if (person || whole) && !known_person {
            phrase.entry = Some(entry);
            phrase.name_span = Some(p.tokens.span(at));
        }
    }

    fn kind_of(&self, p: &Passage<'_>, phrase: &Phrase, start: usize) -> ActorKind {
        if phrase.unnamed {
            return ActorKind::Unnamed;
        }
        if let Some(entry) = phrase.entry {
            let kind = self.registry.entries[entry].kind;
            if kind == EntryKind::Person || phrase.heads.is_empty() {
                return kind.actor();
            }
        }
        if phrase.plural || p.is(start, Class::PluralHead) {
            return ActorKind::Group;
        }
        if p.is(start, Class::Outlet) {
            return ActorKind::Media;
        }
        if p.is(start, Class::Body) {
            return ActorKind::Organization;
        }
        if p.is(start, Class::Paper) {
            return ActorKind::Document;
        }
        ActorKind::Person
    }

    /// Joins a phrase to a member of the cast, or makes a new one.
    pub fn join(&mut self, phrase: &Phrase) -> MemberId {
        let found = self.find(phrase);
        let id = found.unwrap_or_else(|| {
            self.members.push(Member { kind: phrase.kind, entry: phrase.entry, ..Member::default() });
            self.members.len() - 1
        });
        self.enrich(id, phrase);
        id
    }

    /// Gives a member what a phrase says of it.
    pub fn enrich(&mut self, id: MemberId, phrase: &Phrase) {
        self.clock += 1;
        let member = &mut self.members[id];
        member.last = self.clock;
        let kind = if phrase.pronoun || phrase.plural {
            MentionKind::Pronoun
        } else if phrase.is_role() {
            MentionKind::Role
        } else {
            MentionKind::Name
        };
        if !member.mentions.iter().any(|(s, _)| *s == phrase.span) && !phrase.span.is_empty() {
            member.mentions.push((phrase.span, kind));
        }
        if kind == MentionKind::Pronoun {
            return;
        }
        if member.entry.is_none() && phrase.entry.is_some() {
            member.entry = phrase.entry;
            if let Some(entry) = phrase.entry {
                member.kind = self.registry.entries[entry].kind.actor();
            }
        }
        member.named |= phrase.has_name();
        member.words.extend(phrase.words.iter().cloned());
        member.name_words.extend(phrase.name_words.iter().cloned());
        member.heads.extend(phrase.heads.iter().cloned());
    }

    /// The member that a phrase names, if one of the cast fits; the one mentioned last where several do.
    pub fn find(&self, phrase: &Phrase) -> Option<MemberId> {
        if phrase.words.is_empty() && phrase.entry.is_none() {
            return None;
        }
        let fits = |m: &Member| -> bool {
            if let (Some(a), Some(b)) = (phrase.entry, m.entry) {
                if a == b {
                    return true;
                }
                // Two entries of the registry are two actors.
                return false;
            }
            let plain = |k: ActorKind| matches!(k, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
            if phrase.unnamed || plain(m.kind) != plain(phrase.kind) {
                return phrase.unnamed && m.kind == ActorKind::Unnamed && phrase.words == m.words;
            }
            if phrase.is_role() {
                let heads = phrase.heads.iter().any(|h| m.heads.contains(h));
                return heads
                    && (phrase.words.is_subset(&m.words)
                        || phrase.generic && phrase.heads.len() == phrase.words.len()
                        || phrase.demonstrative && phrase.words.is_subset(&m.words));
            }
            if phrase.name_words.is_empty() {
                return phrase.words.is_subset(&m.words);
            }
            let names = &phrase.name_words;
            !m.name_words.is_empty() && (names.is_subset(&m.name_words) || m.name_words.is_subset(names))
                || !m.named && !m.words.is_empty() && m.heads.iter().any(|h| phrase.heads.contains(h)) && m.words.is_subset(&phrase.words)
                // A name that stood behind an office without a title: «وزير الخارجية اليمني رياض ياسين … ياسين».
                || phrase.heads.is_empty() && names.is_subset(&m.words) && !m.heads.is_empty()
        };
        (0..self.members.len()).filter(|&i| fits(&self.members[i])).max_by_key(|&i| self.members[i].last)
    }

    /// A member made from an entry of the registry, mentioned or not.
    pub fn of_entry(&mut self, entry: usize) -> MemberId {
        if let Some(id) = self.members.iter().position(|m| m.entry == Some(entry)) {
            return id;
        }
        self.members.push(Member { kind: self.registry.entries[entry].kind.actor(), entry: Some(entry), named: true, ..Member::default() });
        self.members.len() - 1
    }

    /// Takes one member for another: all that is said of `from` is said of `into`.
    pub fn merge(&mut self, into: MemberId, from: MemberId) {
        if into == from {
            return;
        }
        let gone = std::mem::take(&mut self.members[from]);
        let member = &mut self.members[into];
        member.entry = member.entry.or(gone.entry);
        member.named |= gone.named;
        member.words.extend(gone.words);
        member.name_words.extend(gone.name_words);
        member.heads.extend(gone.heads);
        member.mentions.extend(gone.mentions);
        member.last = member.last.max(gone.last);
    }

    /// The actors as readings show them, for the members in use: by first mention, with the key of each member.
    pub fn actors(
        &self,
        raw: &str,
        index: &CharIndex<'_>,
        language: Language,
        used: &BTreeSet<MemberId>,
    ) -> (Vec<Actor>, BTreeMap<MemberId, String>) {
        let mut order: Vec<MemberId> = used.iter().copied().collect();
        order.sort_by_key(|&id| (self.members[id].mentions.iter().map(|(s, _)| s.start).min().unwrap_or(u32::MAX), id));
        let mut keys = BTreeMap::new();
        let mut actors = Vec::new();
        for (n, &id) in order.iter().enumerate() {
            let key = format!("a{n}");
            actors.push(self.actor(&self.members[id], key.clone(), raw, index, language));
            keys.insert(id, key);
        }
        (actors, keys)
    }

    fn actor(&self, member: &Member, key: String, raw: &str, index: &CharIndex<'_>, language: Language) -> Actor {
        let mut mentions = member.mentions.clone();
        mentions.sort_by_key(|(s, _)| (s.start, s.end));
        let entry = member.entry.map(|e| &self.registry.entries[e]);
        let names: Names = entry.map_or_else(|| member.given.clone(), |e| e.names.clone());
        let said = |kind| mentions.iter().filter(|(_, k)| *k == kind).map(|(s, _)| s.of(raw)).max_by_key(|t| t.chars().count());
        let name = names
            .get(language.code())
            .map(String::as_str)
            .or_else(|| said(MentionKind::Name))
            .or_else(|| said(MentionKind::Role))
            .or_else(|| said(MentionKind::Pronoun))
            .unwrap_or("");
        let kind = if member.kind == ActorKind::Person && !member.named && entry.is_none() && !member.heads.is_empty() {
            ActorKind::Office
        } else {
            member.kind
        };
        Actor {
            key,
            kind,
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            registry: entry.map(|e| e.id.clone()),
            wikidata: entry.and_then(|e| e.wikidata.clone()),
            code: entry.and_then(|e| e.code.clone()),
            office: None,
            of: entry.and_then(|e| e.state.clone()),
            mentions: mentions
                .into_iter()
                .map(|(span, kind)| rawi_model::Mention { span: index.chars(span), text: span.of(raw).to_owned(), kind })
                .collect(),
            names,
        }
    }

    /// The person mentioned last.
    pub fn last_person(&self) -> Option<MemberId> {
        let person = |m: &Member| matches!(m.kind, ActorKind::Person | ActorKind::Office) && !m.mentions.is_empty();
        (0..self.members.len()).filter(|&i| person(&self.members[i])).max_by_key(|&i| self.members[i].last)
    }

    /// Whether a description speaks of an office that a member can't hold: he has one with another head.
    pub fn is_other_office(&self, id: MemberId, phrase: &Phrase) -> bool {
        let member = &self.members[id];
        !member.heads.is_empty()
            && !phrase.demonstrative
            && !phrase.heads.iter().any(|h| member.heads.contains(h))
            && member.heads.len() > 1
    }

    /// Whether a phrase gives other offices than those by which a member is known.
    pub fn is_apart(&self, id: MemberId, phrase: &Phrase) -> bool {
        let heads = &self.members[id].heads;
        !heads.is_empty() && !phrase.heads.is_empty() && heads.is_disjoint(&phrase.heads)
    }

    /// A member whom the text does not name, under a name of the data: an interviewee.
    pub fn nameless(&mut self, names: &Names, kind: ActorKind) -> MemberId {
        self.members.push(Member { kind, given: names.clone(), ..Member::default() });
        self.members.len() - 1
    }
}

/// The folded word at a token, without glued particles and article, so that «الرئيس» and «رئيس» are one.
pub(crate) fn word_of(p: &Passage<'_>, i: usize, skip: usize) -> String {
    let word = p.tokens.word(i);
    let word = word.get(skip.max(usize::from(p.glued_at(i)))..).unwrap_or(word).to_owned();
    match word.strip_prefix(p.grammar.article.as_str()) {
        Some(rest) if !p.grammar.article.is_empty() && rest.chars().count() >= 3 => rest.to_owned(),
        _ => word,
    }
}
