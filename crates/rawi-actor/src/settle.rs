//! Who is meant by an office or a likeness, once the whole document is known.
//!
//! «نظيره العماني» (his Omani counterpart) is whoever holds the same office for Oman: a member of the cast who does, else
//! the one whom the registry knows to have held it on that day, else the office itself.

use std::collections::{BTreeMap, BTreeSet};

use rawi_lang::Passage;
use rawi_model::ActorKind;

use crate::cast::{Cast, Member, MemberId};
use crate::post::{Of, Post};

/// When and from where a document is.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The state in which its outlet is at home, by its index in the registry.
    pub home: Option<usize>,
    /// The day of publication, ISO 8601.
    pub day: Option<String>,
}

/// An office and the state or body that it belongs to, by their indices in the registry.
pub(crate) type Seat = (usize, usize);

impl Cast<'_> {
    /// Settles who is meant in a passage by offices and likenesses; gives for each member the one that it turned out to be.
    pub fn settle(&mut self, passage: &Passage<'_>, setting: Setting) -> Vec<MemberId> {
        self.setting = setting;
        let mut into: Vec<MemberId> = (0..self.members.len()).collect();
        for (one, other) in std::mem::take(&mut self.same) {
            let one = into[one];
            self.merge(one, other);
            into[other] = one;
        }
        for id in 0..self.members.len() {
            self.give_post(id);
        }
        for (id, place) in into.iter_mut().enumerate() {
            if let Some(other) = self.known_by_office(id).or_else(|| self.known_by_likeness(id)) {
                self.merge(other, id);
                *place = other;
                continue;
            }
            if let Some(other) = self.likened(id) {
                self.merge(other, id);
                *place = other;
                continue;
            }
            if !self.members[id].is_described() {
                continue;
            }
            let found = self
                .holder_here(id)
                .or_else(|| self.holder_named(id))
                .or_else(|| self.holder_known(id))
                .or_else(|| self.holder_met(id))
                .or_else(|| self.holder_unsaid(id));
            if let Some(other) = found.filter(|&other| other != id) {
                self.merge(other, id);
                *place = other;
            }
        }
        for (id, place) in into.iter_mut().enumerate().filter(|(id, place)| *id == **place) {
            if let Some(other) = self.known_by_name(id, passage) {
                self.merge(other, id);
                *place = other;
            }
        }
        self.join_known(&mut into);
        self.join_called(&mut into);
        for id in 0..into.len() {
            let mut last = into[id];
            while into[last] != last {
                last = into[last];
            }
            into[id] = last;
        }
        into
    }

    /// Joins those who turned out to be one of the registry: «لافروف» in the headline, and the minister who bears that name.
    fn join_known(&mut self, into: &mut [MemberId]) {
        let mut first: BTreeMap<usize, MemberId> = BTreeMap::new();
        for (id, place) in into.iter_mut().enumerate() {
            let Some(entry) = self.members[id].entry else { continue };
            let other = *first.entry(entry).or_insert(id);
            if other != id {
                self.merge(other, id);
                *place = other;
            }
        }
    }

    /// Joins persons who turned out to be called by the same full name: «سالم نوری», and the ambassador of whom that is told later.
    fn join_called(&mut self, into: &mut [MemberId]) {
        let mut first: BTreeMap<String, MemberId> = BTreeMap::new();
        for (id, place) in into.iter_mut().enumerate() {
            let member = &self.members[id];
            let full = |name: &&String| member.kind == ActorKind::Person && member.named && name.contains(' ');
            let Some(name) = member.called.as_ref().filter(full) else { continue };
            let other = *first.entry(rawi_text::key(name)).or_insert(id);
            let apart = self.members[other].entry.zip(member.entry).is_some_and(|(one, other)| one != other);
            if other != id && !apart {
                self.merge(other, id);
                *place = other;
            }
        }
    }

    /// Takes one whose name may be a namesake's for the person of the registry where he has the office that this one held:
    /// «سفير السعودية في مصر أحمد قطان», «وزير الدفاع الأمريكي كارتر». Gives the member that is this person already.
    fn known_by_office(&mut self, id: MemberId) -> Option<MemberId> {
        let member = &self.members[id];
        let name = member.called.as_deref().filter(|_| member.entry.is_none() && member.is_person())?;
        let seat = self.seat(member).or_else(|| self.home_seat(member))?;
        let day = self.setting.day.as_deref()?;
        let namesake = self.registry().namesake(name).filter(|&entry| self.registry().holds(entry, seat, day));
        let holder = || self.registry().holder(seat.0, seat.1, day).filter(|&entry| self.registry().is_last_name(entry, name));
        let entry = namesake.or_else(holder)?;
        Some(self.takes(id, entry)).filter(|&other| other != id)
    }

    /// Takes one told by his likeness to another for him who held the other's office for his own state: «عباس عراقچی … همتای عمانی».
    fn known_by_likeness(&mut self, id: MemberId) -> Option<MemberId> {
        let member = &self.members[id];
        let state = member.counterpart.filter(|_| member.entry.is_none() && !member.named && member.posts.is_empty())?.state;
        let at = member.first_mention();
        let last = |m: &Member| m.mentions.iter().map(|(s, _)| s.start).filter(|&s| s < at).max();
        let like = self.members.iter().filter(|m| m.is_person() && m.entry.is_some()).max_by_key(|m| last(m))?;
        let (office, of) = last(like).and_then(|_| self.held(like))?;
        let entry = self.registry().holder(office, state, self.setting.day.as_deref()?).filter(|_| of != state)?;
        Some(self.takes(id, entry)).filter(|&other| other != id)
    }

    /// Whom a name means that is also another word: the person of the registry whom the document tells of, «عارف: …» where Mohammad
    /// Reza Aref is told with his office, or who held one on that day of a state that the document names, «كيري» (John Kerry) where it
    /// tells of the Americans; an agency or a state, «مهر: …» (Mehr, also "kindness"), «قطر: …» (Qatar, also "diameter").
    fn known_by_name(&mut self, id: MemberId, passage: &Passage<'_>) -> Option<MemberId> {
        let member = &self.members[id];
        let name = member.called.as_deref().filter(|_| member.entry.is_none() && member.is_person() && member.posts.is_empty())?;
        if let Some(entry) = self.registry().namesake(name) {
            let known = self.members.iter().position(|m| m.entry == Some(entry));
            // «تيريزا هاينز كيري … كيري»: who bears the name too is told.
            let last = |end: usize| self.registry().namesake(passage.tokens.word(end - 1)) == Some(entry);
            let fuller = |k: usize| passage.person_at(k).is_some_and(|end| end > k + 1 && last(end) && passage.name_at(k) != Some(end));
            let alone = member.name_words.len() == name.split_whitespace().count() && !(0..passage.tokens.len()).any(fuller);
            let speaks = known.is_none() && alone && self.speaks_for_another(entry, passage);
            return if speaks { Some(self.takes(id, entry)).filter(|&other| other != id) } else { known };
        }
        let entry = self.registry().agency_or_state(name)?;
        Some(self.takes(id, entry)).filter(|&other| other != id)
    }

    /// Whether one of the registry held an office on the day for a state that a passage names, not that of the outlet.
    fn speaks_for_another(&self, entry: usize, passage: &Passage<'_>) -> bool {
        let Some(day) = self.setting.day.as_deref() else { return false };
        let seats: Vec<Seat> = self.registry().seats(entry, day).filter(|seat| self.setting.home != Some(seat.1)).collect();
        let named = |k: usize| self.registry().state_at(passage, k).is_some_and(|(_, state)| seats.iter().any(|seat| seat.1 == state));
        !seats.is_empty() && (0..passage.tokens.len()).any(named)
    }

    /// Makes a member the one of an entry; who is it already, where somebody is.
    fn takes(&mut self, id: MemberId, entry: usize) -> MemberId {
        if let Some(other) = self.members.iter().position(|m| m.entry == Some(entry)) {
            return other;
        }
        self.members[id].entry = Some(entry);
        self.members[id].kind = self.registry().entries[entry].kind.actor();
        id
    }

    /// Gives a counterpart the office of the one whose counterpart he is: of those before him the last with an office of
    /// another state, else of those who are named with one.
    fn give_post(&mut self, id: MemberId) {
        let member = &self.members[id];
        let Some(counterpart) = member.counterpart.as_ref().filter(|_| member.posts.is_empty()) else { return };
        let at = member.first_mention();
        let state = Of::Entry(counterpart.state);
        let belongs = |post: &Post| post.of != state;
        let other = |m: &&Member| {
            m.first_mention() < at && (m.post().is_some_and(belongs) || self.held(m).is_some_and(|seat| Of::Entry(seat.1) != state))
        };
        let like = self.members.iter().filter(other).max_by_key(|m| m.mentions.iter().map(|(s, _)| s.start).filter(|&s| s < at).max());
        // Whose office the registry alone tells: who holds it for the other state is found by that.
        if like.is_some_and(|m| m.post().is_none()) {
            return;
        }
        let named = || self.named.iter().filter(|n| n.span.start < at).filter_map(|n| n.post.as_ref()).rfind(|post| belongs(post));
        if let Some(post) = like.and_then(Member::post).or_else(named) {
            let post = Post { of: state, span: counterpart.adjective, ..post.clone() };
            self.members[id].posts.push(post);
        }
    }

    /// The member who is said to hold the office by which another is described.
    fn holder_here(&self, id: MemberId) -> Option<MemberId> {
        let (post, words) = (self.members[id].post()?, &self.members[id].words);
        let of = match post.of {
            Of::Own => self.setting.home.map_or(Of::Own, Of::Entry),
            of => of,
        };
        let holds = |m: &Member| {
            m.posts.iter().any(|p| {
                p.is_like(post)
                    && self.is_same_of_many(post, words, (p, &m.words, &m.name_words))
                    && match (of, p.of) {
                        (Of::Entry(a), Of::Entry(b)) => a == b,
                        (Of::Own, Of::Entry(_) | Of::Own) => true,
                        _ => false,
                    }
            })
        };
        let who = |m: &Member| m.is_person() && holds(m);
        let mut named = (0..self.members.len()).filter(|&m| m != id && !self.members[m].is_described() && who(&self.members[m]));
        match (named.next(), named.next()) {
            (Some(one), None) => Some(one),
            (Some(_), Some(_)) => None,
            _ => (0..id).find(|&m| self.members[m].is_described() && who(&self.members[m])),
        }
    }

    /// The one who is named elsewhere with the same likeness, «نظيره الجزائري … نظيره الجزائري رشيد بومدين», where nobody else is.
    fn likened(&self, id: MemberId) -> Option<MemberId> {
        let member = &self.members[id];
        let state = member.counterpart.filter(|_| member.entry.is_none() && !member.named && member.is_person())?.state;
        let mut like = self.named.iter().filter(|n| n.counterpart.is_some_and(|c| c.state == state)).map(|n| self.find(n));
        let first = like.next()??;
        (first != id && like.all(|other| other == Some(first))).then_some(first)
    }

    /// One who is named with that office somewhere in the text: the member gets his name.
    fn holder_named(&mut self, id: MemberId) -> Option<MemberId> {
        let member = &self.members[id];
        let post = member.post()?;
        let holds = |n: &&crate::Phrase| {
            // «نظيره الجزائري رشيد بومدين … نظيره الجزائري»
            let counterparts = n.counterpart.zip(member.counterpart).is_some_and(|(a, b)| a.state == b.state);
            let like = |p: &Post| {
                let same = p.of == post.of || post.of == Of::Own || p.of == Of::Own;
                same && p.is_like(post) && self.is_same_of_many(post, &member.words, (p, &n.words, &n.name_words))
            };
            counterparts || n.post.as_ref().is_some_and(like)
        };
        let mut fit = self.named.iter().filter(holds);
        let first = fit.next()?.clone();
        if fit.any(|n| !n.name_words.is_subset(&first.name_words) && !first.name_words.is_subset(&n.name_words)) {
            return None;
        }
        if let Some(member) = self.find(&first).filter(|&m| m != id) {
            return Some(member);
        }
        self.enrich(id, &first);
        Some(id)
    }

    /// The one whom the registry knows to have held the office on that day.
    fn holder_known(&mut self, id: MemberId) -> Option<MemberId> {
        let (office, of) = self.seat(&self.members[id]).or_else(|| self.home_seat(&self.members[id]))?;
        let entry = self.registry().holder(office, of, self.setting.day.as_deref()?)?;
        Some(self.takes(id, entry))
    }

    /// The one person of the document of whom the registry knows that he held the office, where it can't tell of that day.
    fn holder_met(&mut self, id: MemberId) -> Option<MemberId> {
        let seat = self.seat(&self.members[id]).or_else(|| self.home_seat(&self.members[id]))?;
        let day = self.setting.day.as_deref();
        let met = self.members.iter().filter_map(|m| m.entry).chain(self.named.iter().filter_map(|n| n.entry));
        let mut held = met.filter(|&entry| self.registry().may_hold(entry, seat, day));
        let one = held.next()?;
        if held.any(|entry| entry != one) {
            return None;
        }
        Some(self.takes(id, one))
    }

    /// The one person of the document with that office of which it isn't said whose it is: «قال وزير الصحة ناصر الخوري … وأضاف وزير الصحة
    /// العماني». In the press of another state that is not his.
    fn holder_unsaid(&self, id: MemberId) -> Option<MemberId> {
        let member = &self.members[id];
        let post = member.post()?;
        let (office, of) = (post.office?, post.of_entry()?);
        if self.registry().offices[office].many || self.setting.home == Some(of) {
            return None;
        }
        let holds = |m: &Member| m.posts.iter().any(|p| p.office == Some(office));
        let mut others = (0..self.members.len()).filter(|&m| m != id && holds(&self.members[m]));
        let one = others.next().filter(|&m| m < id && self.members[m].named && self.members[m].entry.is_none())?;
        let unsaid = self.members[one].posts.iter().all(|p| p.of == Of::Unsaid);
        (unsaid && others.next().is_none()).then_some(one)
    }

    /// Whether an office that several hold is told in words that can mean the same: «نماینده مردم ساحل» and «نماینده ساحل», but
    /// not «استاندار تهران» and «فرماندار تهران».
    fn is_same_of_many(&self, post: &Post, words: &BTreeSet<String>, other: (&Post, &BTreeSet<String>, &BTreeSet<String>)) -> bool {
        let (its, told, names) = other;
        let many = post.office.is_some_and(|office| self.registry().offices[office].many);
        let of = |post: &Post| match post.of {
            Of::Own => self.setting.home.map_or(Of::Own, Of::Entry),
            of => of,
        };
        match (of(post), of(its)) {
            _ if !many => true,
            (Of::Unsaid, Of::Unsaid) => words.is_subset(told) || told.difference(names).all(|word| words.contains(word)),
            (Of::Unsaid, _) | (_, Of::Unsaid) => post.of != Of::Own && its.of != Of::Own && words.is_subset(told),
            (of, its) => of == its,
        }
    }

    /// The office that a member is said to hold, where words tell whose it is.
    pub(crate) fn seat(&self, member: &Member) -> Option<Seat> {
        let post = member.post()?;
        let of = match post.of {
            Of::Entry(of) => of,
            Of::Own => self.setting.home?,
            Of::Unsaid => return None,
        };
        Some((post.office?, of))
    }

    /// An office of which the words don't say whose it is: that of the outlet's own state.
    fn home_seat(&self, member: &Member) -> Option<Seat> {
        Some((member.post().filter(|post| post.of == Of::Unsaid)?.office?, self.setting.home?))
    }

    /// The office that a member held: by the words, else by the registry on the day of publication.
    pub(crate) fn held(&self, member: &Member) -> Option<Seat> {
        let registry = self.registry();
        let known = || {
            let entry = member.entry?;
            let day = self.setting.day.as_deref()?;
            let mut seats = registry.seats(entry, day);
            let first = seats.next();
            let said = member.post().and_then(|p| p.office);
            seats.find(|seat| Some(seat.0) == said).or(first)
        };
        self.seat(member).or_else(known)
    }
}

impl Member {
    /// Whether it is known by an office or a likeness alone.
    pub(crate) fn is_described(&self) -> bool {
        self.is_person() && !self.named && self.entry.is_none() && !self.posts.is_empty()
    }

    fn is_person(&self) -> bool {
        matches!(self.kind, ActorKind::Person | ActorKind::Office)
    }

    /// Its office, one whose state is told before others.
    pub(crate) fn post(&self) -> Option<&Post> {
        self.posts
            .iter()
            .find(|p| matches!(p.of, Of::Entry(_)))
            .or_else(|| self.posts.iter().find(|p| p.of == Of::Own))
            .or(self.posts.first())
    }

    fn first_mention(&self) -> u32 {
        self.mentions.iter().map(|(s, _)| s.start).min().unwrap_or(u32::MAX)
    }
}
