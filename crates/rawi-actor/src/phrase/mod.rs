//! What a noun phrase says of an actor: names, titles, offices, pronouns.

mod opening;
mod read;
mod word;

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_lang::Passage;
use rawi_model::ActorKind;
use rawi_text::ByteSpan;

pub(crate) use self::word::{given_name, is_to_definite, last_words, tidy, word_of};
use crate::post::{Counterpart, Post};
use crate::registry::Registry;

/// What a phrase says of an actor.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that the words say or don't")]
pub struct Phrase {
    pub(crate) kind: ActorKind,
    pub(crate) entry: Option<usize>,
    pub(crate) words: BTreeSet<String>,
    pub(crate) name_words: BTreeSet<String>,
    pub(crate) heads: BTreeSet<String>,
    /// The word that heads the name of a body.
    pub(crate) body: Option<String>,
    pub(crate) indefinite: bool,
    pub(crate) demonstrative: bool,
    /// Whether it names what was told before: «سخنگوی این وزارتخانه».
    pub(crate) deictic: bool,
    /// Whether it points to one who is known: «این منبع», «المصدر».
    pub(crate) definite: bool,
    pub(crate) generic: bool,
    /// Whether it says that the office is held no more.
    pub(crate) former: bool,
    /// Whether it begins with a word that is in no name and names nobody behind it.
    nobody: bool,
    /// Whether what it gives for a name is surely one.
    sure: bool,
    /// Whether a sentence begins with it.
    pub(crate) leads: bool,
    /// Whether some word of it has the article.
    pub(crate) told: bool,
    /// Whether its first word means any official: «المسؤول».
    pub(crate) any_official: bool,
    /// The state that it tells, by its index in the registry, and the words that do.
    pub(crate) state: Option<usize>,
    pub(crate) state_words: BTreeSet<String>,
    pub(crate) pronoun: bool,
    pub(crate) plural: bool,
    pub(crate) latter: bool,
    pub(crate) unnamed: bool,
    pub(crate) span: ByteSpan,
    /// The words that can be a name, without titles and office.
    pub(crate) name: Option<String>,
    /// The office that it gives.
    pub(crate) post: Option<Post>,
    /// The likeness by which it tells of somebody.
    pub(crate) counterpart: Option<Counterpart>,
}

impl Phrase {
    /// Where it stands.
    pub fn span(&self) -> ByteSpan {
        self.span
    }

    /// Whether it names nobody but describes: an office, an occupation.
    pub fn is_role(&self) -> bool {
        !self.heads.is_empty() && self.name_words.is_empty() && self.entry.is_none()
    }

    /// Whether it is a full name that no registry knows, and nothing beside it.
    pub fn is_bare(&self) -> bool {
        self.heads.is_empty() && self.entry.is_none() && self.name_words.len() > 1 && self.words.len() == self.name_words.len()
    }

    /// Whether it is nobody's name, however it stands: «مرتب» (always), «توضیحاتی درباره آب» (explanations), «كونها» (as it is).
    pub fn is_nobody(&self) -> bool {
        self.nobody
    }

    /// Whether it gives an office that the registry knows: «وزیر اطلاعات».
    pub fn is_known_office(&self) -> bool {
        self.post.as_ref().is_some_and(|post| post.office.is_some())
    }

    /// Whether it is an office of one word.
    pub fn is_one_word(&self) -> bool {
        self.words.len() == 1
    }

    /// Whether a sentence begins with it.
    pub fn leads(&self) -> bool {
        self.leads
    }

    /// Whether it is a pronoun for one person.
    pub fn is_pronoun(&self) -> bool {
        self.pronoun
    }

    /// Whether it points to the one named last: «الأخير».
    pub fn is_latter(&self) -> bool {
        self.latter
    }

    /// Whether it points with «این», «هذا».
    pub fn is_demonstrative(&self) -> bool {
        self.demonstrative
    }

    /// Whether it stands for several who were named before: «الجانبان».
    pub fn is_plural(&self) -> bool {
        self.plural
    }

    /// Takes it for several people, whoever is named in it.
    pub fn are_people(&mut self) {
        self.kind = ActorKind::Group;
        self.entry = None;
        self.name_words.clear();
        self.name = None;
    }

    /// Takes it for a place, whoever is named in it: «مسجد سالم النخلي».
    pub fn is_site(&mut self) {
        self.kind = ActorKind::Place;
        self.name_words.clear();
        self.name = None;
    }

    /// Takes it for one who serves the person who is named in it: «مشاور ترامپ».
    pub fn serves(&mut self) {
        self.kind = ActorKind::Office;
        self.entry = None;
        self.name_words.clear();
        self.name = None;
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

    /// Whether it says what is surely a name: «موضوعی» (a matter) may only stand where names do.
    pub fn is_surely_named(&self) -> bool {
        self.sure && self.has_name()
    }

    /// Whether it may be a name of one whom nothing else tells: no office, no entry of the registry, no source without a name.
    pub(crate) fn is_plain(&self) -> bool {
        let bare = self.heads.is_empty() && self.entry.is_none() && self.body.is_none();
        bare && self.kind == ActorKind::Person && !(self.pronoun || self.plural || self.unnamed || self.demonstrative || self.indefinite)
    }

    /// Takes it for the short name of a body whose full name begins with a word.
    pub(crate) fn is_body(&mut self, head: &str) {
        self.kind = ActorKind::Organization;
        self.body = Some(head.to_owned());
        self.words.insert(head.to_owned());
        self.name_words.clone_from(&self.words);
    }

    /// Takes it for an entry of the registry.
    pub(crate) fn is_entry(&mut self, registry: &Registry, entry: usize) {
        self.kind = registry.entries[entry].kind.actor();
        self.entry = Some(entry);
    }

    /// Takes all of some tokens for the name.
    pub(crate) fn is_called(&mut self, p: &Passage<'_>, name: Range<usize>) {
        self.name_words = name.clone().map(|k| word_of(p, k, 0)).collect();
        self.words.extend(self.name_words.iter().cloned());
        self.name = Some(tidy(p.tokens.span(name).of(p.raw)));
    }

    /// Takes over the office that another phrase gives: one that stands beside the name.
    pub(crate) fn holds(&mut self, office: Self) {
        // Where a clause follows without a comma its words are none of the office.
        if !office.has_name() {
            self.words.extend(office.words);
        }
        self.heads.extend(office.heads);
        self.state = self.state.or(office.state);
        self.state_words.extend(office.state_words);
        self.post = office.post;
    }
}
