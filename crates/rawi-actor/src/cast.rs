//! Who is who in one document: the cast.
//!
//! Every phrase that names somebody is joined to one that was named before where its words allow it: a last name to
//! the full name that holds it, an office to the phrase that gave it, a known name to its entry in the registry.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rawi_lang::{Class, Passage, contact_grammar};
use rawi_model::{ActorKind, MentionKind, Names};
use rawi_text::{ByteSpan, TokenKind};

use crate::pair::Alone;
use crate::phrase::{Phrase, given_name, last_words, word_of};
use crate::post::{Counterpart, Of, Post};
use crate::registry::Registry;
use crate::settle::Setting;
use crate::short::Shorts;

/// How many tokens before a name its office may begin.
const OFFICE: usize = 8;

/// What heads a phrase that ends with a name.
const HEADS: u64 = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();

/// The ending of feminine adjectives, folded.
const FEMININE: char = '\u{647}';

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

/// The office that a comma sets off before a name: «رئيس اتحاد الموانئ في صحار، | الدكتور سالم الكندي».
fn office_before(p: &Passage<'_>, name: usize) -> Option<Range<usize>> {
    /// What heads the phrase of another, or a clause.
    const OTHER: u64 = Class::Role.bit()
        | Class::Title.bit()
        | Class::Relation.bit()
        | Class::Occasion.bit()
        | Class::Clause.bit()
        | Class::Conjunction.bit()
        | Class::Object.bit();
    let comma = name.checked_sub(1).filter(|&k| p.is_comma(k))?;
    let far = comma.saturating_sub(FAR);
    // «المتحدث باسم وكالة الموانئ (الأنواء)، …»
    let inner = |k: usize| matches!(p.tokens.kind(k), TokenKind::Mark('(' | ')' | '"' | '«' | '»'));
    let free = |k: usize| (!p.is_mark(k) || inner(k)) && p.cues_in(k..k + 1).is_empty() && p.person_at(k).is_none();
    let from = (far..comma).rev().take_while(|&k| free(k)).last()?;
    (from..comma).filter(|&k| p.is(k, Class::Role)).find_map(|k| {
        let close = (p.grammar.phrase_end)(p, k, comma);
        (close..comma).all(|k| !p.any(k, OTHER)).then_some(k..close)
    })
}

/// The office behind a name: «سالم الكندي، رئيس الاتحاد», «أحمد النخلي رئيس البرلمان», «"سالم کندی" معاون رئیس‌جمهور».
fn office_behind(p: &Passage<'_>, name: Range<usize>) -> Option<Range<usize>> {
    let mut start = name.end;
    if matches!(p.tokens.kind(start), TokenKind::Mark('»' | '"' | '”')) {
        start += 1;
    }
    // «"سالم کندی"(Salem Kandi)»
    if p.tokens.is_mark(start, '(')
        && let Some(close) = (start + 1..p.tokens.len().min(start + NEAR + 2)).find(|&k| p.tokens.is_mark(k, ')'))
    {
        start = close + 1;
    }
    let comma = p.is_comma(start);
    let start = if comma { start + 1 } else { start };
    // «استقبل سالم النخلي | رئيس البلدية»: whom an Arabic verb acts on stands behind who acts.
    let acts = || {
        let before = name.start.checked_sub(1).filter(|&k| p.tokens.is_word(k));
        let says = |k: usize| p.cues_in(k..k + 1).iter().any(|c| !c.cue.takes_object);
        // «استقبل الأمير فيصل بن سالم | أمير منطقة صحار»: his title is his office.
        let own = (name.start.saturating_sub(1)..name.end)
            .any(|k| p.any(k, Class::Title.bit() | Class::Role.bit()) && word_of(p, k, p.skip(k)) == word_of(p, start, 0));
        let other = Class::Preposition.bit() | Class::Title.bit() | Class::Adverb.bit();
        before.is_some_and(|k| !own && !says(k) && !p.any(k, other))
    };
    if !p.is(start, Class::Role) || !comma && (p.skip(start) > 0 || !p.grammar.article.is_empty() && acts()) {
        return None;
    }
    let close = (p.grammar.phrase_end)(p, start, p.tokens.len().min(start + OFFICE));
    // «نوری وزیر نیرو را …»
    (comma || !p.is(close, Class::Object)).then_some(start..close)
}

/// Whether a name is the end of a fuller one, its parts joined in another way, «فرجی‌راد», «عبدالرضا فرجی راد»; or the first half of its
/// last word, «موسوی», «محمدعلی موسوی‌مبارکه».
fn is_respelt(full: &str, name: &str) -> bool {
    /// A shorter name, in letters, may be the end of another.
    const SHORT: usize = 5;
    /// A shorter half, in letters, may be no name.
    const HALF: usize = 4;
    let last = full.rsplit(char::is_whitespace).next().unwrap_or(full);
    if last.len() < full.len() && last.strip_prefix(name).is_some_and(|rest| rest.starts_with('\u{200C}')) {
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

/// How far from a name its office may stand, in tokens.
const NEAR: usize = 4;

/// How far from the head of a sentence the one stands of whom it tells, in tokens.
const LEAD: usize = 2;

/// How many tokens before a comma the office may begin that it sets off.
const FAR: usize = 16;

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
    shorts: Shorts,
}

impl<'r> Cast<'r> {
    /// An empty cast.
    pub fn new(registry: &'r Registry) -> Self {
        Self {
            registry,
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
        let mut phrase = Phrase::read(self.registry, p, tokens, skip);
        if let Some(head) = self.shorts.head(&phrase) {
            phrase.is_body(head);
        }
        phrase
    }

    /// Reads the bodies that a text names in full, and the persons who are, with the office before the name and beside it.
    pub fn survey(&mut self, p: &Passage<'_>) {
        self.shorts = Shorts::of(self.registry, p);
        let alone = Alone::of(self.registry, p);
        for at in 0..p.tokens.len() {
            let full = p.person_at(at).filter(|&end| end > at + 1);
            let given = || given_name(self.registry, p, at, p.tokens.len(), false).map(|(end, skip)| (end, Some(skip)));
            // «وزير الإسكان ماجد الحقيل», «النائب العام للدولة شاي نيتسان»: what the whole phrase of an office tells to be a name.
            let office = || self.office_of_somebody(p, at).map(|end| (end, None));
            let pair = || alone.full_name(p, at).map(|end| (end, None));
            let Some((end, glued)) = full.map(|end| (end, None)).or_else(given).or_else(pair).or_else(office) else { continue };
            let start = Self::head(p, at, end).unwrap_or(at);
            let skip = glued.filter(|_| start == at).unwrap_or(p.skip(start).max(usize::from(p.glued_at(start))));
            let mut phrase = self.phrase(p, start..end, skip);
            if full.is_none() && alone.full_name(p, at) == Some(end) {
                phrase.is_called(p, at..end);
            }
            if phrase.post.is_none()
                && let Some(office) = office_behind(p, start..end)
            {
                phrase.holds(self.phrase(p, office, 0));
            } else if (phrase.heads.is_empty() || p.is(start, Class::Title))
                && let Some(office) = office_before(p, start).filter(|_| !p.grammar.article.is_empty() || p.is_comma(end))
                && let office = self.phrase(p, office, 0)
                && !office.has_name()
            {
                phrase.holds(office);
            }
            if phrase.has_name() && !phrase.name_words.is_empty() {
                phrase.leads = (start.saturating_sub(LEAD)..=start)
                    .any(|k| k == 0 || matches!(p.tokens.kind(k - 1), TokenKind::Break | TokenKind::Mark('.')));
                self.named.push(phrase);
            }
        }
    }

    /// One past the phrase of an Arabic office that begins at a token and ends with a name of several words that is known as one by
    /// its place alone.
    fn office_of_somebody(&self, p: &Passage<'_>, at: usize) -> Option<usize> {
        if p.grammar.article.is_empty() || !p.is(at, Class::Role) {
            return None;
        }
        let end = (p.grammar.phrase_end)(p, at, p.tokens.len().min(at + FAR));
        // «رئيس الوزراء العراقي | يزور طهران»
        let meets = |k: usize| contact_grammar(p.grammar.language).is_some_and(|g| g.is_verb(p, k));
        if (at..end).any(|k| p.person_at(k).is_some() || meets(k)) || !p.cues_in(at..end).is_empty() {
            return None;
        }
        let given = |k: usize| given_name(self.registry, p, k, end, true).is_some_and(|(close, skip)| close == end && skip == 0);
        (last_words(self.registry, p, at, end).is_some() || (at + 1..end).any(given)).then_some(end)
    }

    /// The first token of the phrase that ends with a name and holds no other: «وزير النقل العراقي | عماد الزبيدي».
    fn head(p: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
        // «رئیس سازمان بنادر و | سالم کندی»: another than who holds that office.
        let title = || (at.saturating_sub(NEAR)..at).find(|&k| p.is(k, Class::Title) && p.end_of(k, Class::Title) >= at);
        if p.skip(at) > 0 || at > 0 && p.is(at - 1, Class::Conjunction) && title().is_none() {
            return None;
        }
        let heads = |&k: &usize| p.any(k, HEADS) && (p.grammar.phrase_end)(p, k, end) == end;
        // «شهردار ساحل حفظ میراث | سالم کندی را وظیفه خواند»: whom the object tells of holds no office of the subject.
        let behind =
            if p.tokens.is_mark(end, '(') { p.find(end..end + NEAR, |k| p.tokens.is_mark(k, ')')).map_or(end, |k| k + 1) } else { end };
        if p.is(behind, Class::Object) {
            return title();
        }
        let free = (at.saturating_sub(OFFICE)..at).rev().take_while(|&k| p.person_at(k).is_none_or(|e| e > at)).last().unwrap_or(at);
        (free..at).find(heads)
    }

    /// The person named last in full before a phrase, if it is not one of those given.
    pub fn named_before(&mut self, phrase: &Phrase, but: Option<MemberId>) -> Option<MemberId> {
        let last = self.named.iter().rfind(|n| n.span.start < phrase.span.start)?.clone();
        let member = self.find(&last);
        if member.is_some() && member == but { None } else { Some(self.join(&last)) }
    }

    /// The one full name in the text that holds all words of a shorter one.
    fn full_name(&self, phrase: &Phrase) -> Option<usize> {
        let respelt = |n: &Phrase| n.name.as_ref().zip(phrase.name.as_ref()).is_some_and(|(full, name)| is_respelt(full, name));
        let longer =
            |n: &Phrase| n.name_words.len() > phrase.name_words.len() && (phrase.name_words.is_subset(&n.name_words) || respelt(n));
        let first = self.named.iter().position(longer)?;
        let same =
            |n: &Phrase| n.name_words.is_subset(&self.named[first].name_words) || self.named[first].name_words.is_subset(&n.name_words);
        self.named.iter().filter(|n| longer(n)).all(same).then_some(first)
    }

    /// Whether a phrase is a part of somebody's full name that the text has elsewhere: «ترامپ» where «دونالد ترامپ» stands too.
    pub fn knows(&self, phrase: &Phrase) -> bool {
        !phrase.name_words.is_empty() && self.full_name(phrase).is_some()
    }

    /// Gives a member the full name that the text has for it.
    pub fn complete(&mut self, id: MemberId, phrase: &Phrase) {
        if phrase.entry.is_some() || phrase.kind != ActorKind::Person {
            return;
        }
        // «سخنگوی این وزارتخانه»: one who is named with such an office; or the same office in the same words.
        let holds = |n: &Phrase| n.heads.iter().any(|h| phrase.heads.contains(h));
        let only = phrase.generic && phrase.heads.len() == phrase.words.len();
        let fits = |n: &Phrase| holds(n) && (only || phrase.words.len() > 1 && phrase.words.is_subset(&n.words));
        let described = || {
            let first = self.named.iter().position(fits)?;
            let names = &self.named[first].name_words;
            let one = |n: &Phrase| n.name_words.is_subset(names) || names.is_subset(&n.name_words);
            let role = phrase.is_role() && !phrase.demonstrative;
            (role && self.named.iter().filter(|n| fits(n)).all(one)).then_some(first)
        };
        if let Some(full) = if phrase.name_words.is_empty() { described() } else { self.full_name(phrase) } {
            let full = self.named[full].clone();
            self.enrich(id, &full);
        }
    }

    /// The one person named in the text whom a definite Arabic office means that stands alone, «الوزير المصري», or is told in more
    /// words, «نائب الأمين العام للاتحاد»: those named before it are asked first.
    pub fn holder_told(&self, phrase: &Phrase) -> Option<Phrase> {
        if !phrase.is_role() || !phrase.told || phrase.demonstrative || phrase.former || phrase.counterpart.is_some() {
            return None;
        }
        // An office of a state that the registry knows has had several holders.
        let seat = phrase.post.as_ref().and_then(|post| Some((post.office?, post.of))).filter(|s| s.1 != Of::Unsaid);
        let sits = |n: &Phrase| seat.is_none() || n.post.as_ref().is_some_and(|post| post.office.map(|o| (o, post.of)) == seat);
        let rest = || phrase.words.iter().filter(|w| !phrase.heads.contains(*w) && !phrase.state_words.contains(*w));
        // «المسؤول العماني»: he of that state, whatever his office.
        let official = phrase.any_official && phrase.state.is_some();
        let fits = |n: &Phrase| {
            let office = |w: &&String| !n.name_words.contains(*w) && !n.state_words.contains(*w);
            let more = || n.words.iter().filter(office).filter(|w| !n.heads.contains(*w));
            let shorter = rest().all(|w| n.words.contains(w) && !n.name_words.contains(w));
            let longer = || more().next().is_some() && more().all(|w| phrase.words.contains(w));
            let heads = n.heads.iter().any(|h| phrase.heads.contains(h)) || official && !n.heads.is_empty();
            heads && (shorter || longer()) && sits(n) && !n.former
        };
        let one = |found: Vec<&Phrase>| {
            let first = *found.first()?;
            let same = |n: &&Phrase| n.name_words.is_subset(&first.name_words) || first.name_words.is_subset(&n.name_words);
            found.iter().all(same).then(|| found.iter().max_by_key(|n| n.name_words.len()).map(|n| (*n).clone())).flatten()
        };
        let fit: Vec<&Phrase> = self.named.iter().filter(|n| fits(n)).collect();
        // «الوزير العماني»: one of that state, else one of whom nobody says of which he is.
        let own: Vec<&Phrase> = fit.iter().filter(|n| phrase.state.is_none() || self.state_told(n) == phrase.state).copied().collect();
        let fit = if own.is_empty() && !official { fit.into_iter().filter(|n| self.state_told(n).is_none()).collect() } else { own };
        let (before, behind): (Vec<&Phrase>, Vec<&Phrase>) = fit.into_iter().partition(|n| n.span.start < phrase.span.start);
        if before.is_empty() && !official { one(behind) } else { one(before) }
    }

    /// The state of one who is named, by the words or the registry.
    fn state_told(&self, named: &Phrase) -> Option<usize> {
        named.state.or_else(|| self.registry.index_of(self.registry.entries[named.entry?].state.as_deref()?))
    }

    /// Whether a member is a person of whom a name or an office is told.
    pub fn is_told(&self, id: MemberId) -> bool {
        let member = &self.members[id];
        member.kind == ActorKind::Person && (member.named || !member.heads.is_empty())
    }

    /// Joins a phrase to a member of the cast, or makes a new one.
    pub fn join(&mut self, phrase: &Phrase) -> MemberId {
        let Some(id) = self.find(phrase) else {
            let id = self.join_apart(phrase);
            self.complete(id, phrase);
            return id;
        };
        self.enrich(id, phrase);
        id
    }

    /// Makes a new member of a phrase, whichever other one it would fit: one of two who speak together.
    pub fn join_apart(&mut self, phrase: &Phrase) -> MemberId {
        self.members.push(Member { kind: phrase.kind, entry: phrase.entry, ..Member::default() });
        let id = self.members.len() - 1;
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
            member.posts.push(post.clone());
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
