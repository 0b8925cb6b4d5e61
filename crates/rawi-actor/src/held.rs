//! Which offices the members of the cast hold, as far as the text and the registry tell: «معاون وزیر راه» (the deputy minister of roads) is
//! not «وزیر نیرو» (the minister of energy).

use crate::cast::{Cast, MemberId};
use crate::entry::EntryKind;
use crate::phrase::Phrase;
use crate::post::Post;

impl Cast<'_> {
    /// Whether a member can be meant by a definite word for any official, «المسؤول المصري»: nothing tells him to be of another state.
    pub fn is_official(&self, id: MemberId, phrase: &Phrase) -> bool {
        let member = &self.members[id];
        let known = member.entry.and_then(|entry| self.registry.home_of(entry));
        let said = member.posts.iter().find_map(Post::of_entry);
        let own = member.words.iter().any(|w| phrase.state_words.contains(w));
        let fits = phrase.state.is_none_or(|state| own || said.or(known) == Some(state));
        let alone = phrase.words.len() == phrase.heads.len() + phrase.state_words.len();
        phrase.any_official && !phrase.unnamed && alone && fits && self.is_told(id) && member.named
    }

    /// The registry's entry of the state for which a member speaks: itself, or that of its office or body.
    pub fn state_of(&self, id: MemberId) -> Option<usize> {
        let member = &self.members[id];
        let said = || member.posts.iter().filter_map(Post::of_entry).find_map(|of| self.home(of));
        let likened = || Some(member.counterpart.as_ref()?.state);
        member.entry.and_then(|entry| self.home(entry)).or_else(said).or_else(likened)
    }

    /// The registry's entry of the state for which a member speaks who is nobody of a body of several states.
    pub fn citizen_of(&self, id: MemberId) -> Option<usize> {
        let member = &self.members[id];
        let body = |of| self.home(of).is_none();
        let serves = member.posts.iter().filter_map(Post::of_entry).any(body) || member.entry.is_some_and(|entry| self.serves_body(entry));
        self.state_of(id).filter(|_| !serves)
    }

    /// The same of one whom a phrase names: «وزیر نیروی عمان» (Oman's minister of energy).
    pub fn citizen_in(&self, phrase: &Phrase) -> Option<usize> {
        let post = || phrase.post.as_ref().and_then(Post::of_entry).and_then(|of| self.home(of));
        phrase.state.or_else(post).or_else(|| self.citizen(phrase.entry()?))
    }

    /// The same of an entry of the registry.
    pub fn citizen(&self, entry: usize) -> Option<usize> {
        if self.serves_body(entry) { None } else { self.home(entry) }
    }

    /// Whether a person of the registry holds or held an office of a body that is no state's, as an envoy of the United Nations.
    fn serves_body(&self, entry: usize) -> bool {
        let terms = &self.registry.entries[entry].terms;
        terms.iter().filter_map(|term| self.registry.index_of(term.of.as_deref()?)).any(|of| self.home(of).is_none())
    }

    /// Whether a member holds an office whose head is such a word: «سفیر» (ambassador).
    pub fn has_office(&self, id: MemberId, is: impl Fn(&str) -> bool) -> bool {
        self.members[id].heads.iter().any(|head| is(head))
    }

    /// The state that an entry of the registry is, or to which it belongs.
    pub(crate) fn home(&self, entry: usize) -> Option<usize> {
        if self.registry.entries[entry].kind == EntryKind::State { Some(entry) } else { self.registry.home_of(entry) }
    }

    /// Whether a member may hold the office that a phrase tells: it is of his state, and the registry knows nobody who held it.
    pub fn may_hold(&self, id: MemberId, phrase: &Phrase) -> bool {
        let Some((post, of)) = phrase.post.as_ref().and_then(|post| Some((post, post.of_entry()?))) else { return true };
        let known = post.office.is_some_and(|office| self.registry.is_held(office, of));
        let state = Some(of).filter(|&of| self.registry.entries[of].kind == EntryKind::State);
        !known && state.zip(self.state_of(id)).is_none_or(|(state, own)| state == own)
    }

    /// Whether two are described by offices with a head in common.
    pub fn is_like_office(&self, a: MemberId, b: MemberId) -> bool {
        !self.members[a].heads.is_disjoint(&self.members[b].heads)
    }

    /// Whether a description speaks of an office that a member can't hold: he has one with another head, or both are offices of
    /// the registry that differ.
    pub fn is_other_office(&self, id: MemberId, phrase: &Phrase) -> bool {
        /// How often one is named of whom a whole text tells.
        const OFTEN: usize = 4;
        let heads = &self.members[id].heads;
        let other = heads.len() > 1 && !phrase.heads.iter().any(|h| heads.contains(h));
        let often = self.members[id].mentions.len() >= OFTEN;
        // «پسر سالم نوری» is not «سالم نوری».
        let of_him = self.members[id].name_words.iter().any(|word| phrase.words.contains(word));
        !phrase.demonstrative && (other && !often && !self.is_alone(id) || of_him || self.cannot_hold(id, phrase))
    }

    /// Whether nobody else is named in full in the text.
    fn is_alone(&self, id: MemberId) -> bool {
        let names = &self.members[id].name_words;
        let same = |n: &Phrase| n.name_words.len() < 2 || n.name_words.is_subset(names) || names.is_subset(&n.name_words);
        self.members[id].named && self.named.iter().all(same)
    }

    /// Whether a phrase names one whom the registry knows to be of another state than the office by which a member is described.
    pub fn is_foreign(&self, id: MemberId, phrase: &Phrase) -> bool {
        let own = phrase.entry.and_then(|entry| self.home(entry));
        let state = self.state_of(id);
        own.is_some() && state.is_some() && state != own
    }

    /// Whether a description gives an office of the registry while a member holds others.
    pub fn cannot_hold(&self, id: MemberId, phrase: &Phrase) -> bool {
        let member = &self.members[id];
        // «سفیر تونس» is none whom the registry knows for an Omani.
        let home = member.entry.and_then(|entry| self.home(entry));
        let of = phrase.post.as_ref().and_then(Post::of_entry).and_then(|of| self.home(of));
        if home.zip(of).is_some_and(|(home, of)| home != of) {
            return true;
        }
        let known = |post: &Post| post.office.filter(|&o| !self.registry.offices[o].many);
        if let Some(office) = phrase.post.as_ref().and_then(known) {
            let terms = member.entry.map_or(&[][..], |e| &self.registry.entries[e].terms);
            let said: Vec<usize> = member.posts.iter().filter_map(known).collect();
            let held = said.contains(&office) || terms.iter().any(|t| t.office == self.registry.offices[office].id);
            if !(held || said.is_empty() && terms.is_empty()) {
                return true;
            }
        }
        false
    }

    /// Whether a phrase gives other offices than those by which a member is known.
    pub fn is_apart(&self, id: MemberId, phrase: &Phrase) -> bool {
        let heads = &self.members[id].heads;
        !heads.is_empty() && !phrase.heads.is_empty() && heads.is_disjoint(&phrase.heads)
    }
}
