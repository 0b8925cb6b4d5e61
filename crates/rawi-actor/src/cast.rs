//! Who is who in one document: the cast.
//!
//! Every phrase that names somebody is joined to one that was named before where its words allow it: a last name to
//! the full name that holds it, an office to the phrase that gave it, a known name to its entry in the registry.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rawi_lang::Passage;
use rawi_model::{ActorKind, Language, MentionKind, Names};
use rawi_text::ByteSpan;

use crate::phrase::{Phrase, word_of};
use crate::post::{Counterpart, Of, Post};
use crate::registry::Registry;
use crate::settle::Setting;
use crate::short::Shorts;

/// The ending of feminine adjectives, folded.
pub(crate) const FEMININE: char = '\u{647}';

/// The ending of feminine adjectives of relation, folded: «الخارجية».
const RELATED: &str = "\u{6CC}\u{647}";

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
    pub(crate) given: Names,
    /// Whether a name is known and not only an office or description.
    pub named: bool,
    /// Whether it is told as one or some of many: «أحد الخبراء» (one of the experts), «یک نماینده» (a member of parliament).
    pub(crate) unsaid: bool,
    /// Folded words of all phrases that named it, without titles.
    pub(crate) words: BTreeSet<String>,
    /// Folded words that can be its name.
    pub(crate) name_words: BTreeSet<String>,
    /// Heads of the offices that it holds.
    pub(crate) heads: BTreeSet<String>,
    /// The words that head its names where it is a body.
    pub(crate) bodies: BTreeSet<String>,
    /// The words for papers of its own that the text names, «بيان الرئاسة», and the order of their mention.
    pub(crate) papers: BTreeMap<String, usize>,
    /// What of its mentions is its name, the fullest so far.
    pub(crate) called: Option<String>,
    /// Its longest mention that does not point back.
    pub(crate) described: Option<ByteSpan>,
    /// Whether that names what was told before.
    deictic: bool,
    /// The offices that it is said to hold.
    pub(crate) posts: Vec<Post>,
    /// The likeness by which it was told first.
    pub(crate) counterpart: Option<Counterpart>,
    /// Where it is mentioned.
    pub mentions: Vec<(ByteSpan, MentionKind)>,
    /// The order of its last mention.
    last: usize,
}

/// Whether a name is the end of a fuller one, its parts joined in another way, «فرجی‌راد», «عبدالرضا فرجی راد»; or the first half of its
/// last word, «موسوی», «محمدعلی موسوی‌مبارکه»; or that word without its Arabic article, «زیدی», «علی الزیدی».
pub(crate) fn is_respelt(full: &str, name: &str) -> bool {
    /// A shorter name, in letters, may be the end of another.
    const SHORT: usize = 5;
    /// A shorter half, in letters, may be no name.
    const HALF: usize = 4;
    let last = full.rsplit(char::is_whitespace).next().unwrap_or(full);
    if last.len() < full.len() && last.strip_prefix(name).is_some_and(|rest| rest.starts_with('\u{200C}')) {
        return name.chars().count() >= HALF;
    }
    let article = rawi_lang::grammar(rawi_model::Language::Ar).map_or("", |g| g.article.as_str());
    if last.len() < full.len() && last.strip_prefix(article) == Some(name) && last != name {
        return name.chars().count() >= HALF;
    }
    if full.chars().next_back() != name.chars().next_back() || full.chars().count() < name.chars().count() {
        return false;
    }
    let name = rawi_text::key(name);
    let parts = |c: char| c.is_whitespace() || c == '\u{200C}';
    let ends =
        || full.char_indices().filter(|&(at, _)| at == 0 || full[..at].ends_with(parts)).any(|(at, _)| rawi_text::key(&full[at..]) == name);
    name.chars().count() >= SHORT && ends()
}

/// The actors of one document.
#[derive(Debug)]
pub struct Cast<'r> {
    pub(crate) registry: &'r Registry,
    /// Its members, by first mention in the order of reading.
    pub members: Vec<Member>,
    clock: usize,
    /// Members that turned out to be one.
    pub(crate) same: Vec<(MemberId, MemberId)>,
    /// Persons who are named in full somewhere in the text, in use or not.
    pub(crate) named: Vec<Phrase>,
    pub(crate) setting: Setting,
    /// The words by which the text names bodies for short.
    pub(crate) shorts: Shorts,
    /// The outlet of the document.
    outlet: Option<usize>,
}

impl<'r> Cast<'r> {
    /// An empty cast of a document of an outlet, by its index in the registry, or of one that is not known.
    pub fn new(registry: &'r Registry, outlet: Option<usize>) -> Self {
        Self {
            registry,
            outlet,
            members: Vec::new(),
            clock: 0,
            same: Vec::new(),
            named: Vec::new(),
            setting: Setting::default(),
            shorts: Shorts::default(),
        }
    }

    /// The registry it draws on.
    pub fn registry(&self) -> &'r Registry {
        self.registry
    }

    /// Reads what a phrase says.
    pub fn phrase(&self, p: &Passage<'_>, tokens: Range<usize>, skip: usize) -> Phrase {
        let mut phrase = Phrase::read(self.registry, p, tokens.clone(), skip);
        if let Some(head) = self.shorts.head(&phrase) {
            phrase.is_body(head);
        }
        if let Some(outlet) = self.own_outlet(p, &tokens) {
            phrase.is_entry(self.registry, outlet);
        }
        phrase
    }

    /// The document's outlet, where words in quotation marks are its name, everyday words though they may be: «علمت "الوطن" …»
    /// ("The Homeland" has learnt).
    fn own_outlet(&self, p: &Passage<'_>, tokens: &Range<usize>) -> Option<usize> {
        let quote = (tokens.start.saturating_sub(1)..tokens.end).take(2).find_map(|k| p.quote_at(k))?;
        let name = || quote.inside().map(|k| p.tokens.word(k)).collect::<Vec<_>>().join(" ");
        let whole = quote.closed && tokens.end <= quote.close + 1;
        self.outlet.filter(|&outlet| whole && self.registry.is_called(outlet, &name()))
    }

    /// Whether a member is a person of whom a name or an office is told.
    pub fn is_told(&self, id: MemberId) -> bool {
        let member = &self.members[id];
        member.kind == ActorKind::Person && (member.named || !member.heads.is_empty())
    }

    /// Joins a phrase to a member of the cast, or makes a new one.
    pub fn join(&mut self, phrase: &Phrase) -> MemberId {
        let found = self.find(phrase);
        let id = found.unwrap_or_else(|| self.join_apart(phrase));
        if found.is_some() {
            self.enrich(id, phrase);
        } else {
            self.complete(id, phrase);
        }
        if let Some(beside) = self.office_beside(phrase) {
            self.enrich(id, &beside);
        }
        id
    }

    /// The same name with the office that stands beside it: «سالم نوری، سفیر عمان | دیروز گفت» (Salem Nouri, the ambassador of Oman, |
    /// said yesterday).
    fn office_beside(&self, phrase: &Phrase) -> Option<Phrase> {
        let behind = |n: &Phrase| n.post.as_ref().is_some_and(|post| post.span.start >= n.span.end);
        let same = |n: &&Phrase| n.span == phrase.span && n.name_words == phrase.name_words && behind(n);
        self.named.iter().find(same).filter(|_| phrase.has_name() && phrase.post.is_none()).cloned()
    }

    /// Makes a new member of a phrase, whichever other one it would fit: one of two who speak together.
    pub fn join_apart(&mut self, phrase: &Phrase) -> MemberId {
        self.members.push(Member { kind: phrase.kind, entry: phrase.entry, ..Member::default() });
        let id = self.members.len() - 1;
        self.enrich(id, phrase);
        self.members[id].unsaid = phrase.indefinite;
        id
    }

    /// Gives a member what a phrase says of it.
    pub fn enrich(&mut self, id: MemberId, phrase: &Phrase) {
        self.clock += 1;
        let member = &mut self.members[id];
        member.last = self.clock;
        let kind = if phrase.pronoun || phrase.plural {
            MentionKind::Pronoun
        } else if phrase.is_role() || phrase.counterpart.is_some() && phrase.name_words.is_empty() {
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
        // «سخنگوی وزارت آب … سخنگوی این وزارتخانه»: what names all is told, whichever is longer.
        let fuller = |d: ByteSpan| member.deictic && !phrase.deictic || d.len() < phrase.span.len() && (member.deictic || !phrase.deictic);
        if !phrase.demonstrative && member.described.is_none_or(fuller) {
            member.described = Some(phrase.span);
            member.deictic = phrase.deictic;
        }
        member.named |= phrase.has_name();
        member.unsaid &= phrase.indefinite || !phrase.has_name();
        // «یک مقام سیاسی ژاپن …»: he is named now.
        if member.kind == ActorKind::Unnamed && phrase.kind == ActorKind::Person && !phrase.name_words.is_empty() {
            member.kind = ActorKind::Person;
        }
        if let Some(name) = &phrase.name
            && member.called.as_ref().is_none_or(|called| is_fuller(called, name, member.mentions.len()))
        {
            member.called = Some(name.clone());
        }
        member.words.extend(phrase.words.iter().cloned());
        member.name_words.extend(phrase.name_words.iter().cloned());
        member.heads.extend(phrase.heads.iter().cloned());
        member.bodies.extend(phrase.body.clone());
        if let Some(post) = phrase.post.as_ref().filter(|post| !member.posts.iter().any(|p| p.of == post.of && p.is_like(post))) {
            // «الوزير الليبي» (the Libyan minister) says less than «وزير الداخلية الليبي» (Libya's minister of the interior).
            let one_of_many = |p: &Post| p.office.is_some_and(|o| self.registry.offices[o].many) && !p.words.contains(' ');
            let known = post.office.is_some() && post.words.contains(' ');
            let less = member.posts.iter().position(|p| known && p.of == post.of && one_of_many(p));
            member.posts.insert(less.unwrap_or(member.posts.len()), post.clone());
        }
        member.counterpart = member.counterpart.or(phrase.counterpart);
    }

    /// The member that a phrase names, if one of the cast fits; the one mentioned last where several do.
    pub fn find(&self, phrase: &Phrase) -> Option<MemberId> {
        if phrase.words.is_empty() && phrase.entry.is_none() {
            return None;
        }
        let document = phrase.kind == ActorKind::Document && phrase.definite && !phrase.words.is_empty();
        let paper = |m: &Member| phrase.words.iter().map(|w| m.papers.get(w).copied()).min().flatten().filter(|_| document);
        let fits = |m: &Member| -> bool {
            match (phrase.entry, m.entry) {
                // Two entries of the registry are two actors.
                (Some(a), Some(b)) => return a == b,
                // «هوشنگ نصیرزاده» is not «عزیز نصیرزاده».
                (Some(entry), None) if self.registry.is_namesake(entry, &m.name_words) => return false,
                (None, Some(entry)) if self.registry.is_namesake(entry, &phrase.name_words) => return false,
                // «المجلس العسكري في عمان» is not Oman.
                (Some(entry), None)
                    if self.registry.entries[entry].kind == crate::EntryKind::State && phrase.body.is_none() && !m.bodies.is_empty() =>
                {
                    return false;
                }
                _ => {}
            }
            // «بيان الرئاسة … البيان»
            if paper(m).is_some() {
                return true;
            }
            let plain = |k: ActorKind| matches!(k, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
            if phrase.unnamed || plain(m.kind) != plain(phrase.kind) {
                let same = phrase.words == m.words || phrase.definite && phrase.words.is_subset(&m.words);
                return phrase.unnamed && m.kind == ActorKind::Unnamed && same;
            }
            if let Some(counterpart) = phrase.counterpart.filter(|_| phrase.name_words.is_empty()) {
                return m.counterpart.is_some_and(|c| c.state == counterpart.state);
            }
            if phrase.is_role() {
                let heads = phrase.heads.iter().any(|h| m.heads.contains(h));
                // «مسؤول تأسيس الغرف الإيرانية … المسؤول الإيراني»: in whichever gender.
                let within = phrase.words.iter().all(|w| m.words.contains(w) || m.words.contains(&format!("{w}{FEMININE}")));
                return heads
                    && (within
                        || phrase.generic && phrase.heads.len() == phrase.words.len()
                        || phrase.demonstrative && phrase.words.is_subset(&m.words));
            }
            // «جيش النخيل» is not «إذاعة جيش النخيل».
            // «الخارجية العمانية» is «وزارة الخارجية العمانية»: what is said of a body heads its phrase.
            // «نمایندگی ایران» is not Iran.
            let other = |body: &String| !(m.bodies.contains(body) || body.ends_with(RELATED) && m.words.contains(body));
            if phrase.body.as_ref().is_some_and(|body| (m.kind == ActorKind::State || !m.bodies.is_empty()) && other(body)) {
                return false;
            }
            if phrase.name_words.is_empty() {
                return phrase.words.is_subset(&m.words);
            }
            let names = &phrase.name_words;
            !m.name_words.is_empty() && (names.is_subset(&m.name_words) || m.name_words.is_subset(names))
                || !m.named
                    && !m.words.is_empty()
                    && m.heads.iter().any(|h| phrase.heads.contains(h))
                    && m.words.is_subset(&phrase.words)
                    && !self.means_another(m, phrase)
                || phrase.entry.or(m.entry).is_none()
                    && m.called.as_ref().zip(phrase.name.as_ref()).is_some_and(|(a, b)| is_respelt(a, b) || is_respelt(b, a))
                // A name that stood behind an office without a title: «وزير الخارجية اليمني رياض ياسين … ياسين».
                || phrase.heads.is_empty() && names.is_subset(&m.words) && !m.heads.is_empty()
        };
        let last = |&i: &usize| paper(&self.members[i]).unwrap_or(self.members[i].last);
        (0..self.members.len()).filter(|&i| fits(&self.members[i])).max_by_key(last)
    }

    /// Whether an office that stands alone is told of another by his name in the same words, while a phrase adds a state: of «وزير
    /// النقل سالم النخلي» and «وزير النقل القطري ناصر الخوري» the first is «وزير النقل».
    fn means_another(&self, m: &Member, phrase: &Phrase) -> bool {
        let unsaid = |post: &Post| post.of == Of::Unsaid;
        let Some(post) = m.posts.last().filter(|post| unsaid(post)) else { return false };
        let said = phrase.post.as_ref().is_some_and(|own| !unsaid(own) && own.is_like(post));
        let told =
            |n: &Phrase| n.post.as_ref().is_some_and(|p| unsaid(p) && p.is_like(post)) && n.name_words.is_disjoint(&phrase.name_words);
        said && self.named.iter().any(told)
    }

    /// Notes a paper that a member issued, by the token of its word.
    pub fn issued(&mut self, id: MemberId, p: &Passage<'_>, paper: usize) {
        self.members[id].papers.insert(word_of(p, paper, p.skip(paper)), self.clock);
    }

    /// A member made from an entry of the registry, mentioned or not.
    pub fn of_entry(&mut self, entry: usize) -> MemberId {
        if let Some(id) = self.members.iter().position(|m| m.entry == Some(entry)) {
            return id;
        }
        self.members.push(Member { kind: self.registry.entries[entry].kind.actor(), entry: Some(entry), named: true, ..Member::default() });
        self.members.len() - 1
    }

    /// Whoever holds an office for a state, told among others who do for theirs, «وزرای خارجه ایران و | عمان» (the foreign ministers of Iran
    /// and Oman); `span` where the state stands. Nothing where the office has no word in the language.
    pub fn seated(&mut self, (office, state): (usize, usize), span: ByteSpan, language: Language) -> Option<MemberId> {
        let words = self.registry.offices[office].forms.get(language.code())?.clone();
        let heads = words.split(' ').next().map(rawi_text::key).into_iter().collect();
        let post = Post { words, span, office: Some(office), of: Of::Entry(state), at: None, end: 0 };
        let counterpart = Some(Counterpart { state, adjective: span });
        let mentions = vec![(span, MentionKind::Role)];
        self.members.push(Member { kind: ActorKind::Person, heads, posts: vec![post], counterpart, mentions, ..Member::default() });
        Some(self.members.len() - 1)
    }

    /// One of several who are told by their likeness to another, «نظيريه السعودي | والقطري» (his Saudi and Qatari counterparts).
    pub fn likened_to(&mut self, state: usize, adjective: ByteSpan) -> MemberId {
        let mentions = vec![(adjective, MentionKind::Role)];
        let counterpart = Some(Counterpart { state, adjective });
        self.members.push(Member { kind: ActorKind::Person, counterpart, mentions, ..Member::default() });
        self.members.len() - 1
    }

    /// Notes that one member is another, to be settled when all is read.
    pub fn take_for_one(&mut self, into: MemberId, from: MemberId) {
        self.same.push((into, from));
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
        member.bodies.extend(gone.bodies);
        member.called = member.called.take().or(gone.called);
        member.described = member.described.or(gone.described);
        member.posts.extend(gone.posts);
        member.mentions.extend(gone.mentions);
        member.last = member.last.max(gone.last);
    }

    /// Whether two members may be one: a word of their names is the same.
    pub fn is_alike(&self, a: MemberId, b: MemberId) -> bool {
        let (a, b) = (&self.members[a], &self.members[b]);
        a.named && b.named && a.name_words.iter().any(|word| word.chars().count() > 2 && b.name_words.contains(word))
    }

    /// The person mentioned last.
    pub fn last_person(&self) -> Option<MemberId> {
        let person = |m: &Member| matches!(m.kind, ActorKind::Person | ActorKind::Office) && !m.mentions.is_empty();
        (0..self.members.len()).filter(|&i| person(&self.members[i])).max_by_key(|&i| self.members[i].last)
    }

    /// A member whom the text does not name, under a name of the data: an interviewee.
    pub fn nameless(&mut self, names: &Names, kind: ActorKind) -> MemberId {
        self.members.push(Member { kind, given: names.clone(), ..Member::default() });
        self.members.len() - 1
    }
}

/// Whether a name tells more than the one by which a member is called. Behind a last name that has stood alone what follows is no name:
/// «النخلي», and later «النخلي ليعلن».
fn is_fuller(called: &str, name: &str, mentions: usize) -> bool {
    /// After how many mentions a name has been told whole.
    const TOLD: usize = 3;
    let [last_called, last] = [called, name].map(|name| name.split_whitespace().next_back().unwrap_or_default());
    let goes_on = last_called == last || called.contains(' ') && name.starts_with(called);
    called.chars().count() < name.chars().count() && (mentions < TOLD || goes_on || !name.contains(last_called))
}
