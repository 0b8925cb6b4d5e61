//! What a noun phrase says of an actor: names, titles, offices, pronouns.

use std::collections::BTreeSet;
use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_model::ActorKind;
use rawi_text::{ByteSpan, TokenKind, begins};

use crate::entry::EntryKind;
use crate::name::{FAMILY, FOREIGN, GIVEN, NISBA, NameWords, PLACE, SURE};
use crate::post::{Counterpart, Of, Post};
use crate::registry::{Known, NameKind, Registry};

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
    indefinite: bool,
    pub(crate) demonstrative: bool,
    /// Whether it names what was told before: «سخنگوی این وزارتخانه».
    pub(crate) deictic: bool,
    /// Whether it points to one who is known: «این منبع», «المصدر».
    pub(crate) definite: bool,
    pub(crate) generic: bool,
    /// Whether it says that the office is held no more.
    pub(crate) former: bool,
    /// Whether it is one word that is in no name.
    nobody: bool,
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

/// What heads a phrase that names no single person, whoever's name stands in it.
const NOBODY: u64 = Class::Body.bit()
    | Class::Outlet.bit()
    | Class::Paper.bit()
    | Class::PluralHead.bit()
    | Class::Unnamed.bit()
    | Class::AnaphorPlural.bit();

/// How many words of a name follow a given name at most.
const NAME: usize = 3;

/// Within how many tokens a phrase points to what was told before.
const DEICTIC: usize = 4;

/// How many words tell of a likeness: «همتای عمانی».
const LIKENESS: usize = 2;

impl Phrase {
    /// Whether it names nobody but describes: an office, an occupation.
    pub fn is_role(&self) -> bool {
        !self.heads.is_empty() && self.name_words.is_empty() && self.entry.is_none()
    }

    /// Whether it is a full name that no registry knows, and nothing beside it.
    pub fn is_bare(&self) -> bool {
        self.heads.is_empty() && self.entry.is_none() && self.name_words.len() > 1 && self.words.len() == self.name_words.len()
    }

    /// Whether it is one word that is nobody's name, however it stands: «مرتب» (always), «كونها» (as it is).
    pub fn is_nobody(&self) -> bool {
        self.nobody
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

    /// Reads what a phrase says.
    pub(crate) fn read(registry: &Registry, p: &Passage<'_>, tokens: Range<usize>, skip: usize) -> Self {
        let mut phrase = Phrase { span: p.tokens.span(tokens.clone()), ..Phrase::default() };
        // ««الأونروا»»: what stands in quotation marks heads its phrase as well.
        let quote = |k: &usize| matches!(p.tokens.kind(*k), TokenKind::Mark('«' | '"' | '“' | '”'));
        let quoted = p.quote_at(tokens.start).map(|q| q.close);
        let head = tokens.clone().find(|k| !quote(k)).unwrap_or(tokens.start);
        // «"تیم کوک" مدیر شرکت»: a person's name may begin with a word for a body.
        let person = p.is(head, Class::Body) && quoted.is_some_and(|close| close - head <= NAME && p.is(close + 1, Class::Role));
        let tokens = if person { tokens } else { head..tokens.end };
        let start = tokens.start;
        if start >= tokens.end {
            return phrase;
        }
        if phrase.span.start == p.tokens.span(start..start + 1).start {
            phrase.span.start = p.tokens.raw_from(start, skip);
        }
        phrase.pronoun = p.is(start, Class::Anaphor) && p.end_of(start, Class::Anaphor) >= tokens.end;
        phrase.latter = phrase.pronoun && p.is(start, Class::Latter);
        phrase.plural = p.is(start, Class::AnaphorPlural) && p.end_of(start, Class::AnaphorPlural) >= tokens.end;
        phrase.unnamed = p.is(start, Class::Unnamed) && p.end_of(start, Class::Unnamed) + 3 >= tokens.end;
        phrase.indefinite = p.is(start, Class::Indefinite);
        phrase.demonstrative = p.is(start, Class::Demonstrative);
        phrase.deictic = p.find(start..tokens.end.min(start + DEICTIC), |k| p.is(k, Class::Demonstrative)).is_some();
        let article = p.grammar.article.as_str();
        phrase.definite =
            phrase.demonstrative || !article.is_empty() && p.tokens.word(start).get(skip..).is_some_and(|w| w.starts_with(article));
        let word = |k: usize| p.tokens.kind(k) == TokenKind::Word && !p.is_classed(k) && p.name_at(k).is_none();
        phrase.nobody = tokens.len() == 1 && word(start) && NameWords::of(p.grammar.language, registry).is_in_no_name(p.tokens.word(start));
        phrase.tell(registry, p, &tokens, skip);
        phrase.counterpart = Counterpart::at(registry, p, start);
        let head = if phrase.demonstrative { start + 1 } else { start };
        let body = head < tokens.end && p.any(head, Class::Body.bit() | Class::Outlet.bit());
        phrase.body = body.then(|| word_of(p, head, if head == start { skip } else { 0 }));
        let behind = behind_particle(p, start, skip);
        let mut i = start;
        let mut titled = false;
        let mut joint = false;
        let mut first_role = None;
        let mut last_title = None;
        let mut office_end = 0;
        let mut over = false;
        let mut whole_name = false;
        let mut named: Option<Range<usize>> = None;
        let mut person: Option<Range<usize>> = None;
        while i < tokens.end {
            // «امام (ره)», «نوری (Nuri)»: what honours or transcribes a name is none of it.
            if let Some(close) = aside(p, i, tokens.end).filter(|_| i > start) {
                // «"ناتان اسنیادکی"(Nathan Sniadecki) پروفسور ارشد»: what is transcribed is whole.
                whole_name |= !phrase.name_words.is_empty() && (i + 1..close).all(|k| p.tokens.word(k).is_ascii());
                i = close + 1;
                continue;
            }
            let mut complement = false;
            if p.name_at(i).is_some_and(|e| e <= tokens.end) {
                let skip = usize::from(p.glued_at(i));
                if let Some((close, known)) = registry.at(p, i, skip) {
                    complement = i > start && phrase.is_complement(registry, p, i, known, first_role);
                    if complement && known.kind == NameKind::Full {
                        phrase.words.extend((i..close).map(|k| word_of(p, k, 0)));
                        i = close;
                        continue;
                    }
                    let of_body = i > start && p.any(start, Class::Body.bit() | Class::Outlet.bit());
                    // «سرپرست کمیته امداد | امام خمینی»: the body's name.
                    if first_role.is_some()
                        && registry.entries[known.entry].kind == EntryKind::Person
                        && is_called_after(registry, p, start, i)
                    {
                        let close = p.name_at(i).unwrap_or(i + 1);
                        phrase.words.extend((i..close).map(|k| word_of(p, k, 0)));
                        i = close;
                        continue;
                    }
                    let state = |e: usize| registry.entries[e].kind == EntryKind::State;
                    let linked = p.glued_at(i) > 0 || p.tokens.is_word(i.wrapping_sub(1)) && p.is(i - 1, Class::Conjunction);
                    joint |= linked && first_role.is_none() && state(known.entry) && phrase.entry.is_some_and(state);
                    // «السعودية للكهرباء» in quotation marks is not Saudi Arabia.
                    let part = i == start && quoted.is_some_and(|close| p.name_at(i).is_some_and(|end| end < close));
                    if !of_body && !complement && !part {
                        phrase.note_name(registry, known.entry, i == start || titled, first_role.is_some());
                    }
                }
            }
            // «همتای عمانی | مهرآیین»: whose counterpart he is.
            let whose = article.is_empty() && p.is(start, Class::Relation) && !(start..i).any(|k| p.is(k, Class::Reflexive));
            if let Some(end) =
                p.person_at(i).filter(|&e| e <= tokens.end && !p.any(start, NOBODY) && !p.is(i, Class::Body) && !whose && !complement)
            {
                person.get_or_insert(i..end);
            }
            // «السفير العماني في مسقط ناصر الكلباني»: the place at which he is posted is no name.
            if let Some(close) = first_role.and_then(|role| p.posted(role, i, tokens.end)) {
                phrase.words.extend((i + 1..close).map(|k| word_of(p, k, 0)));
                office_end = office_end.max(close);
                i = close;
                continue;
            }
            // «أمير دولة قطر»: the word for a state is no title of its name; «مدير جامعة الملك خالد»: nor does one who is named hold it.
            if first_role.is_some() && p.is(i, Class::Title) && i > start {
                let state = |&(_, known): &(usize, Known)| registry.entries[known.entry].kind == EntryKind::State;
                if registry.at(p, i + 1, 0).as_ref().is_some_and(state) {
                    i += 1;
                    continue;
                }
                if p.is(i - 1, Class::Body) && !article.is_empty() && !p.tokens.word(i - 1).starts_with(article) {
                    let name = p.end_of(i, Class::Title).max(i + 1);
                    let close = p.person_at(name).or_else(|| p.name_at(name)).unwrap_or(name + 1).min(tokens.end);
                    phrase.words.extend((i..close).map(|k| word_of(p, k, 0)));
                    office_end = office_end.max(close);
                    i = close;
                    continue;
                }
            }
            let (glued_title, glued_role) = if i == start { behind } else { (None, false) };
            if p.is(i, Class::Title) && !(p.is(i, Class::Role) && first_role.is_none() && i == start) || glued_title.is_some() {
                let end = glued_title.unwrap_or_else(|| p.end_of(i, Class::Title));
                titled = true;
                last_title = Some(end);
                i = end.max(i + 1);
                continue;
            }
            if p.is(i, Class::Role) || glued_role {
                let skip = if glued_role { skip } else { p.skip(i) };
                // An office inside another one's title is none of his: «معاون وزیر».
                if i == start || !p.any(i - 1, Class::Role.bit() | Class::Preposition.bit()) {
                    phrase.heads.insert(head_of(p, i, skip));
                }
                if first_role.is_none() {
                    first_role = Some(i);
                    phrase.post = Post::at(registry, p, i, skip, tokens.end);
                    office_end = phrase.post.as_ref().map_or(0, |post| office_end_of(post, p, tokens.end));
                }
            }
            // «رهبر ارکستر …» is another office than «رهبر».
            if p.is(i, Class::Body) && i >= office_end {
                office_end = 0;
            }
            // «الأمين العام المساعد | للأمم المتحدة»
            over |= is_to_definite(p, i);
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
                let after_office = office_end > 0 && i >= office_end && !over && first_role.is_some() && !p.is(i, Class::Body);
                let nameless = phrase.indefinite || phrase.demonstrative || p.is(start, Class::Relation) && (i < start + LIKENESS || whose);
                if (before_role || after_title || after_office)
                    && !nameless
                    && !whole_name
                    && !p.any(i, Class::Reflexive.bit() | Class::Anaphor.bit())
                {
                    phrase.name_words.insert(word.clone());
                    named.get_or_insert(i..i + 1).end = i + 1;
                }
                phrase.words.insert(word);
            }
            i += 1;
        }
        if !p.any(start, NOBODY) {
            person = match person {
                // Behind a title words are taken for a name already.
                None if !titled => first_role.and_then(|role| {
                    (role + 1..tokens.end).find_map(|k| Some(k..given_name(registry, p, k, tokens.end, true).filter(|n| n.1 == 0)?.0))
                }),
                // «سامر | الخريشا»: a given name goes on with a family name.
                Some(one) if one.len() == 1 => {
                    let known = given_name(registry, p, one.start, tokens.end, true).map_or(one.end, |n| n.0);
                    Some(one.start..known.max(last_word(p, &one, tokens.end)))
                }
                some => some,
            };
            if person.is_none() && !titled {
                person = first_role.and_then(|role| last_words(registry, p, role, tokens.end));
            }
            let alone = !titled && first_role.is_none_or(|role| person.as_ref().is_some_and(|one| role > one.start));
            person = person.map(|one| whole(registry, p, one, &tokens, alone));
            // «العقيد حاتم كريم | الفلاحي»: what can only be more of a name.
            let more = |k: usize| {
                let word = p.tokens.word(k);
                p.tokens.is_word(k)
                    && !p.is_classed(k)
                    && p.name_at(k).is_none()
                    && p.cues_in(k..k + 1).is_empty()
                    && word.starts_with(article)
                    && word.ends_with(NISBA)
                    && registry.state_at(p, k).is_none()
            };
            if let Some(name) = person.as_mut().filter(|n| !article.is_empty() && n.end + 1 == tokens.end && more(n.end)) {
                name.end += 1;
            }
        }
        // A name that was told as a person's is all of his name: «وزير النقل | عماد الزبيدي».
        if let Some(span) = person.clone().filter(|_| !phrase.unnamed && !phrase.indefinite) {
            phrase.name_words = span.clone().map(|k| word_of(p, k, if k == start { skip } else { 0 })).collect();
            named = Some(span);
        }
        // «وصف وزير الخارجية الإيراني | المفاوضات بأنها …»: a definite word that is not known in names is the verb's object.
        let words = NameWords::of(p.grammar.language, registry);
        let object = |n: &Range<usize>| {
            let word = p.tokens.word(n.start);
            office_end > 0
                && n.start >= office_end
                && word.starts_with(article)
                && !word.ends_with(NISBA)
                && words.known_word(word) & SURE == 0
        };
        if phrase.entry.is_none() && !article.is_empty() && person.is_none() && named.as_ref().is_some_and(object) {
            phrase.name_words.clear();
            named = None;
        }
        let shown = |n: Range<usize>| ByteSpan {
            start: p.tokens.raw_from(n.start, if n.start == start { skip } else { 0 }),
            end: p.tokens.span(n).end,
        };
        phrase.name = named.map(|n| tidy(shown(n).of(p.raw)));
        // «الأردن والعراق»: two states that speak as one.
        phrase.plural |= joint;
        phrase.entry = phrase.entry.filter(|_| !joint);
        phrase.kind = phrase.kind_of(registry, p, start);
        if phrase.kind != ActorKind::Person && phrase.entry.is_none() && phrase.heads.is_empty() && !titled {
            phrase.name_words = phrase.words.clone();
        }
        phrase
    }

    /// Notes what an Arabic phrase tells beside a name: whether it is definite, and of which state.
    fn tell(&mut self, registry: &Registry, p: &Passage<'_>, tokens: &Range<usize>, skip: usize) {
        let article = p.grammar.article.as_str();
        if article.is_empty() {
            return;
        }
        self.told = tokens.clone().any(|k| p.tokens.word(k).starts_with(article) || is_to_definite(p, k)) || self.definite;
        let bare = p.tokens.word(tokens.start).get(skip..).and_then(|word| word.strip_prefix(article));
        self.any_official = bare.is_some_and(|word| p.grammar.classes.get(word).contains(&Class::Unnamed));
        self.former = tokens.clone().any(|k| p.is(k, Class::Former));
        let state = (tokens.start + 1..tokens.end).find_map(|k| Some((k, registry.state_at(p, k).filter(|s| s.0 <= tokens.end)?)));
        if let Some((at, (end, state))) = state {
            self.state = Some(state);
            self.state_words = (at..end).map(|k| word_of(p, k, 0)).collect();
        }
    }

    fn note_name(&mut self, registry: &Registry, entry: usize, heads_phrase: bool, after_role: bool) {
        let kind = registry.entries[entry].kind;
        let person = kind == EntryKind::Person;
        // A state or body inside an office is not who speaks: «وزیر خارجه ایران»; a person named after one is.
        let whole = heads_phrase && !after_role;
        let known_person = self.entry.is_some_and(|e| registry.entries[e].kind == EntryKind::Person);
        if (person || whole) && !known_person {
            self.entry = Some(entry);
        }
    }

    /// Whether a person's last name only completes the office before it: «مسئول ستاد | نوری», «مستشار | ظريف»; or the office by which
    /// he is known does: «دبیر ستاد بدرقه | رهبر انقلاب» (the secretary of the staff for the leader's farewell).
    fn is_complement(&self, registry: &Registry, p: &Passage<'_>, i: usize, known: Known, role: Option<usize>) -> bool {
        let named = |role: usize| (role + 1..i).any(|k| p.name_at(k).is_some() || p.person_at(k).is_some());
        let inner = role.is_some_and(|role| i > role + 1 && !named(role)) && p.grammar.article.is_empty();
        if inner && known.kind == NameKind::Full && p.is(i, Class::Role) && p.tokens.is_word(i - 1) {
            return true;
        }
        let Some(role) = role.filter(|_| known.kind == NameKind::Last && registry.entries[known.entry].kind == EntryKind::Person) else {
            return false;
        };
        let article = p.grammar.article.as_str();
        let titled = (role..i).any(|k| p.is(k, Class::Title) && p.end_of(k, Class::Title) == i);
        let definite = !article.is_empty() && p.tokens.word(i - 1).starts_with(article);
        let apart = !p.tokens.is_word(i - 1) || p.name_at(i - 1).is_some() || registry.state_at(p, i - 1).is_some();
        let office = self.post.as_ref().is_some_and(|post| post.office.is_some() && post.end == i);
        let head = i == role + 1 && p.is(role, Class::Role) && !article.is_empty() && definite;
        !(titled || definite || apart || office || head)
    }

    fn kind_of(&self, registry: &Registry, p: &Passage<'_>, start: usize) -> ActorKind {
        if self.unnamed {
            return ActorKind::Unnamed;
        }
        if let Some(entry) = self.entry {
            let kind = registry.entries[entry].kind;
            if kind == EntryKind::Person || self.heads.is_empty() {
                return kind.actor();
            }
        }
        if self.plural || p.is(start, Class::PluralHead) {
            return ActorKind::Group;
        }
        // «این روزنامه»
        let start = if self.demonstrative { start + 1 } else { start };
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
}

/// One past a name that begins with a given name, of words that can be its family's, and the bytes of a particle glued
/// before it. Where a name is `expected`, behind an office, a definite word can: «المتحدث باسم الوزارة سامر | الخريشا».
pub(crate) fn given_name(registry: &Registry, p: &Passage<'_>, i: usize, limit: usize, expected: bool) -> Option<(usize, usize)> {
    let words = NameWords::of(p.grammar.language, registry);
    let known = |k: usize| words.known_word(p.tokens.word(k));
    let plain = |k: usize| p.tokens.is_word(k) && !p.is_classed(k) && p.name_at(k).is_none();
    let free = |k: usize| plain(k) && p.cues_in(k..k + 1).is_empty();
    let is_given = |word: &str| {
        let known = words.known_word(word);
        known & (GIVEN | FOREIGN) != 0 && known & PLACE == 0
    };
    // Most words are none that a name could begin with and go on.
    if !plain(i) || i + 1 >= limit || !plain(i + 1) {
        return None;
    }
    let word = p.tokens.word(i);
    // «لسامر الخريشا»: to Samer al-Kharisha.
    let glued = || p.grammar.dative.iter().find(|d| begins(word, d) && word.len() > d.len() + 4 && is_given(&word[d.len()..]));
    let skip = if is_given(word) { 0 } else { glued().filter(|_| !p.grammar.article.is_empty())?.len() };
    if !free(i) {
        return None;
    }
    let article = p.grammar.article.as_str();
    let family = |k: usize| {
        let word = p.tokens.word(k);
        known(k) & (FAMILY | FOREIGN) != 0
            || p.speaks_alone(k) && words.endings.iter().any(|e| word.ends_with(e.as_str()) && word.len() > e.len() + 2)
            || expected && !article.is_empty() && word.starts_with(article)
    };
    let namely = |&k: &usize| free(k) && known(k) & PLACE == 0 && (family(k) || known(k) & GIVEN != 0);
    let more = (i + 1..limit.min(i + 1 + NAME)).take_while(namely).count();
    (more > 0 && family(i + more)).then_some((i + 1 + more, skip))
}

/// The words that end an Arabic phrase of an office behind a definite one, and look like names: nothing else goes on with it,
/// «المتحدثة باسم الشرطة | لوبا سامري».
pub(crate) fn last_words(registry: &Registry, p: &Passage<'_>, role: usize, end: usize) -> Option<Range<usize>> {
    /// How much each must look like a word of names.
    const LOOKS: u8 = 2;
    let (words, article) = (NameWords::of(p.grammar.language, registry), p.grammar.article.as_str());
    let definite = |k: usize| p.tokens.word(k).starts_with(article) || is_to_definite(p, k);
    let looks = |k: usize| words.known_word(p.tokens.word(k)) & SURE != 0 || words.looks(p.tokens.word(k)) >= LOOKS;
    let plain = |k: &usize| {
        p.tokens.is_word(*k)
            && !p.is_classed(*k)
            && p.name_at(*k).is_none()
            && p.glued_at(*k) == 0
            && p.cues_in(*k..*k + 1).is_empty()
            && !definite(*k)
            && !p.is_verbal_noun(*k)
            && !p.tanwin(*k)
            && looks(*k)
    };
    let count = (role + 1..end).rev().take_while(plain).count();
    let start = end - count;
    ((2..=NAME).contains(&count) && !article.is_empty() && start > role + 1 && definite(start - 1)).then_some(start..end)
}

/// One past the last word of an Arabic phrase, where a name of one word stands before it and nothing but a name can follow:
/// «وزير الطاقة صالح | خبري». A definite word may be the verb's object.
fn last_word(p: &Passage<'_>, name: &Range<usize>, end: usize) -> usize {
    let article = p.grammar.article.as_str();
    let k = name.end;
    let plain = k + 1 == end
        && p.tokens.is_word(k)
        && !p.is_classed(k)
        && p.name_at(k).is_none()
        && p.cues_in(k..k + 1).is_empty()
        && p.glued_at(k) == 0
        && !p.is_verbal_noun(k);
    let definite = |k: usize| p.tokens.word(k).starts_with(article) || is_to_definite(p, k);
    if plain && !article.is_empty() && !definite(k) && !definite(name.start) { end } else { name.end }
}

/// Whether a definite word stands behind the glued letter that means "to": «للوسطاء» (to the mediators).
fn is_to_definite(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    p.grammar.dative.iter().any(|d| word.strip_prefix(d.as_str()).is_some_and(|rest| rest.starts_with(d.as_str())))
}

/// What stands at a token behind a preposition glued to it, which no class of the passage tells: where a title ends there,
/// and whether an office begins: «بسمو …», «بنائب …».
fn behind_particle(p: &Passage<'_>, start: usize, skip: usize) -> (Option<usize>, bool) {
    if skip <= p.skip(start) || p.grammar.article.is_empty() {
        return (None, false);
    }
    let hits = p.grammar.classes.all(p.tokens, start, skip);
    let role = hits.iter().any(|h| h.values.contains(&Class::Role));
    let title = hits.iter().filter(|h| h.values.contains(&Class::Title)).map(|h| h.end).max();
    (title.filter(|_| !role), role)
}

/// Whether what stands before a known name is called after it.
fn is_called_after(registry: &Registry, p: &Passage<'_>, start: usize, name: usize) -> bool {
    let words = NameWords::of(p.grammar.language, registry);
    let head = (start..name).rev().take(3).find(|&k| !p.is(k, Class::Title));
    head.is_some_and(|k| p.tokens.is_word(k) && words.is_namesake(p.tokens.word(k), p.grammar))
}

/// The token that closes a short aside which opens at a token and names nobody: «امام | (ره)».
fn aside(p: &Passage<'_>, open: usize, limit: usize) -> Option<usize> {
    if p.tokens.kind(open) != TokenKind::Mark('(') {
        return None;
    }
    let close = (open + 1..limit.min(open + ASIDE)).find(|&k| p.tokens.kind(k) == TokenKind::Mark(')')).unwrap_or(limit);
    let named = |k: usize| p.name_at(k).is_some() || p.person_at(k).is_some();
    (close <= open + ASIDE && !(open + 1..close).any(named)).then_some(close)
}

/// How many tokens behind its opening bracket an aside ends at most.
const ASIDE: usize = 4;

/// A name with the words beside it of which one part was told as a person's: «قطب‌الدین | صادقی» (Qotb al-Din Sadeghi), where the
/// phrase has nothing but these (`alone`), and behind an office «رأفت | الصباغ», whose first word is a given name.
fn whole(registry: &Registry, p: &Passage<'_>, one: Range<usize>, tokens: &Range<usize>, alone: bool) -> Range<usize> {
    let words = NameWords::of(p.grammar.language, registry);
    let article = p.grammar.article.as_str();
    let known = |k: usize| words.known_word(p.tokens.word(k));
    let plain = |k: usize| p.tokens.is_word(k) && !p.is_classed(k) && p.name_at(k).is_none() && p.cues_in(k..k + 1).is_empty();
    let given =
        |k: usize| known(k) & (GIVEN | FOREIGN) != 0 && known(k) & PLACE == 0 && !p.tokens.list[k].raw.of(p.raw).ends_with('\u{649}');
    let Range { mut start, mut end } = one;
    if start > tokens.start && end - start < NAME && p.glued_at(start) == 0 {
        let before = start - 1;
        let looks = known(before) != 0 || words.looks(p.tokens.word(before)) >= 3;
        let first = alone && article.is_empty() && before == tokens.start && end - start == 1 && looks;
        if plain(before) && p.glued_at(before) == 0 && (first || given(before)) {
            start = before;
        }
    }
    // «استفن | اینس», and not «منتظری دفاع» (Montazeri defence).
    let follows = |k: usize| plain(k) && registry.state_at(p, k).is_none() && (known(k) & SURE != 0 || words.looks(p.tokens.word(k)) >= 2);
    let single = start == tokens.start && end - start == 1 && end + 1 == tokens.end && p.name_at(start).is_none();
    if alone && article.is_empty() && single && follows(end) {
        end += 1;
    }
    start..end
}

/// A name as it is shown, without quotation marks and what a bracket at its end adds: «"ساندار پیچای"(Sundar Pichai)».
pub(crate) fn tidy(name: &str) -> String {
    let quote = |c: char| matches!(c, '«' | '»' | '"' | '“' | '”');
    let words =
        |text: &str| text.split(|c: char| c.is_whitespace() || quote(c)).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let open = name.rfind(['(', '[']).filter(|&at| !name[at..].trim_end_matches([')', ']']).contains([')', ']']));
    match open.map(|at| words(&name[..at])) {
        Some(before) if before.len() > 1 => before.join(" "),
        // «صحيفة (سكاي)»: the name itself.
        Some(_) => words(&name.replace(['(', ')', '[', ']'], " ")).join(" "),
        None => words(name).join(" "),
    }
}

/// Where an office ends whose state or body is said; 0 where it is not.
fn office_end_of(post: &Post, p: &Passage<'_>, limit: usize) -> usize {
    let mut end = post.end;
    while end < limit && p.any(end, Class::StateSelf.bit() | Class::Inner.bit()) {
        end += 1;
    }
    if post.office.is_some() && post.of != Of::Unsaid { end } else { 0 }
}

/// The word that heads an office, a Persian one of several words as one: «مدیرکل», «مدیر کل».
fn head_of(p: &Passage<'_>, i: usize, skip: usize) -> String {
    let end = p.end_of(i, Class::Role);
    if !p.grammar.article.is_empty() || end == i + 1 && !p.tokens.word(i).contains('\u{200C}') {
        return word_of(p, i, skip);
    }
    (i..end).map(|k| word_of(p, k, if k == i { skip } else { 0 })).collect::<String>().replace('\u{200C}', "")
}

/// The folded word at a token, without glued particles and article, so that «الرئيس» and «رئيس» are one.
pub(crate) fn word_of(p: &Passage<'_>, i: usize, skip: usize) -> String {
    let word = p.tokens.word(i);
    let word = word.get(skip.max(usize::from(p.glued_at(i)))..).unwrap_or(word).to_owned();
    match word.strip_prefix(p.grammar.article.as_str()) {
        Some(rest) if !p.grammar.article.is_empty() && rest.chars().count() >= 3 => rest.to_owned(),
        _ => p.grammar.without_ezafe(&word).to_owned(),
    }
}
