//! Reading a phrase, word by word.

use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_model::ActorKind;
use rawi_text::{ByteSpan, TokenKind};

use super::Phrase;
use super::opening::opening;
use super::word::{
    NAME, aside, behind_particle, given_name, government, head_of, is_called_after, is_local, is_longer, is_to_definite, last_word,
    last_words, named_after, office_end_of, tidy, whole, word_of,
};
use crate::entry::EntryKind;
use crate::name::{FAMILY, GIVEN, NISBA, NameWords, PLACE, SURE};
use crate::post::{Counterpart, Post};
use crate::registry::{Known, NameKind, Registry};

/// What heads a phrase that names no single person, whoever's name stands in it.
const NOBODY: u64 = Class::Body.bit()
    | Class::Outlet.bit()
    | Class::Paper.bit()
    | Class::PluralHead.bit()
    | Class::Unnamed.bit()
    | Class::AnaphorPlural.bit();

/// From what likeness on a word is one of names.
const LIKELY: u8 = 2;

/// Within how many tokens a phrase points to what was told before.
const DEICTIC: usize = 4;

/// Within how many tokens a phrase of several has their number: «بیش از ۸۰ نماینده».
const COUNTED: usize = 3;

/// How many words introduce somebody: «یک», «یکی از», and not another one, «یکی دیگر از».
const ONE: usize = 2;

/// How many words tell of a likeness: «همتای عمانی».
const LIKENESS: usize = 2;

/// What takes the place of a name.
const STANDS_IN: u64 = Class::Anaphor.bit()
    | Class::AnaphorPlural.bit()
    | Class::Demonstrative.bit()
    | Class::Indefinite.bit()
    | Class::Quantity.bit()
    | Class::Unnamed.bit()
    | Class::Role.bit()
    | Class::Title.bit();

/// Where behind one who is named "and" stands before another one: «سالم الکعبی معاون وزیر | و ناصر الخوری …».
fn next_person(p: &Passage<'_>, tokens: &Range<usize>) -> Option<usize> {
    let first = p.person_at(tokens.start).filter(|_| p.grammar.article.is_empty())?;
    let named = |k: usize| p.person_at(k).is_some_and(|end| end > k + 1 && end <= tokens.end);
    let other =
        |k: &usize| p.is(*k, Class::Conjunction) && (named(k + 1) || p.is(k + 1, Class::Title) && named(p.end_of(k + 1, Class::Title)));
    (first..tokens.end).find(other)
}

impl Phrase {
    /// Reads what a phrase says.
    pub(crate) fn read(registry: &Registry, p: &Passage<'_>, tokens: Range<usize>, skip: usize) -> Self {
        let tokens = tokens.start..next_person(p, &tokens).unwrap_or(tokens.end);
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
        phrase.unnamed = p.is(start, Class::Unnamed) && Self::stays_unnamed(p, p.end_of(start, Class::Unnamed)..tokens.end);
        phrase.indefinite = p.is(start, Class::Indefinite);
        phrase.demonstrative = p.is(start, Class::Demonstrative);
        phrase.deictic = p.find(start..tokens.end.min(start + DEICTIC), |k| p.is(k, Class::Demonstrative)).is_some();
        let article = p.grammar.article.as_str();
        phrase.definite =
            phrase.demonstrative || !article.is_empty() && p.tokens.word(start).get(skip..).is_some_and(|w| w.starts_with(article));
        let words = NameWords::of(p.grammar.language, registry);
        let word = |k: usize| p.tokens.kind(k) == TokenKind::Word && !p.any(k, STANDS_IN) && p.name_at(k).is_none();
        let no_name = |word: &str| words.is_in_no_name(word) && (tokens.len() == 1 || words.known_word(word) & SURE == 0);
        let someone = |k: usize| p.is_actor(k) || p.is_of_person(k) || p.is(k, Class::Role);
        phrase.nobody = word(start) && no_name(p.tokens.word(start)) && !tokens.clone().any(someone);
        phrase.tell(registry, p, &tokens, skip);
        if phrase.tell_kin(p, &tokens, skip) {
            return phrase;
        }
        phrase.counterpart = Counterpart::at(registry, p, start, skip);
        let head = if phrase.demonstrative { start + 1 } else { start };
        let body = head < tokens.end && p.any(head, Class::Body.bit() | Class::Outlet.bit());
        phrase.body = body.then(|| word_of(p, head, if head == start { skip } else { 0 }));
        let behind = behind_particle(p, start, skip);
        // «یک استاد دانشگاه»: an office, and no title before a name.
        let lead = if p.any(start, Class::Indefinite.bit() | Class::Demonstrative.bit()) { start + 1 } else { start };
        let mut i = start;
        let mut titled = false;
        let mut joint = false;
        let mut first_role = None;
        let mut last_title = None;
        let mut office_end = 0;
        // Where the name of a body ends that holds a person's.
        let mut body_end = 0;
        let mut over = false;
        // Whether it begins with a word that is in no name: «روند | رو به رشد».
        let mut blank = false;
        let mut whole_name = false;
        // Whether an office has closed a Persian name.
        let mut over_name = false;
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
            if let Some(close) = first_role.and_then(|_| government(registry, p, i, tokens.end)) {
                phrase.words.extend((i..close).map(|k| word_of(p, k, 0)));
                i = close;
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
                    // «نقوی | حسینی» is another family than «نقوی».
                    let longer = known.kind == NameKind::Last && article.is_empty() && is_longer(registry, p, close);
                    // «سالم النخلي مساعد | الكندي»: whose office he holds.
                    let whole = |one: &Range<usize>| one.len() > 1 && one.end <= i && first_role.is_none_or(|role| role >= one.end);
                    let other = !article.is_empty() && person.as_ref().is_some_and(whole);
                    if !of_body && !complement && !part && !longer && !other {
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
                // «مدير جمرك مطار | الملك سالم»
                let called = p.is(i - 1, Class::Body) || words.is_namesake(p.tokens.word(i - 1), p.grammar);
                if called && !article.is_empty() && !p.is_definite(i - 1) {
                    let name = p.end_of(i, Class::Title).max(i + 1);
                    let close = p.person_at(name).or_else(|| p.name_at(name)).unwrap_or(name + 1).min(tokens.end);
                    // «مطار الملك سالم | الدولي»
                    let close = (close..tokens.end).find(|&k| !p.is_definite(k) || p.is(k, Class::Title)).unwrap_or(tokens.end);
                    phrase.words.extend((i..close).map(|k| word_of(p, k, 0)));
                    office_end = office_end.max(close);
                    body_end = close;
                    i = close;
                    continue;
                }
            }
            // «رئیس دانشگاه | شهید سالم نوری»: who is honoured by the name of a place does not hold its offices.
            if let Some(close) = first_role.filter(|_| article.is_empty()).and_then(|role| named_after(registry, p, role, i, tokens.end)) {
                phrase.words.extend((i..close).map(|k| word_of(p, k, 0)));
                body_end = close;
                i = close;
                continue;
            }
            let (glued_title, glued_role) = if i == start { behind } else { (None, false) };
            let office = p.is(i, Class::Role) && first_role.is_none() && (i == start || i == lead);
            // «کنگره ۶۵۰۰ شهید استان»: counted, and no title.
            let counted = i > start && p.tokens.kind(i - 1) == TokenKind::Number;
            // «دکتر سالم نوری | استاد دانشگاه»: behind a Persian name an office ends it, and what looks like a title is of that office.
            over_name |= article.is_empty() && p.is(i, Class::Role) && named.as_ref().is_some_and(|n| n.end == i);
            if p.is(i, Class::Title) && !office && !counted && !over_name || glued_title.is_some() {
                let end = glued_title.unwrap_or_else(|| p.end_of(i, Class::Title));
                titled = true;
                last_title = Some(end);
                i = end.max(i + 1);
                continue;
            }
            // «بندر بن | سلطان»: what a link joins is of the name.
            let linked = i > start && !article.is_empty() && p.is(i - 1, Class::NameLink);
            if p.is(i, Class::Role) && !linked || glued_role {
                let skip = if glued_role { skip } else { p.skip(i) };
                // An office inside another one's title is none of his: «معاون وزیر».
                // «معاون اول | رئیس جمهور»
                let inner = article.is_empty()
                    && first_role.is_some_and(|role| (role..i).all(|k| p.tokens.is_word(k) && !p.is(k, Class::Conjunction)));
                if i == start || !inner && !p.any(i - 1, Class::Role.bit() | Class::Preposition.bit()) {
                    phrase.heads.insert(head_of(p, i, skip));
                }
                if first_role.is_none() {
                    first_role = Some(i);
                    phrase.post = Post::at(registry, p, i, skip, tokens.end).filter(|post| {
                        let one = post.office.is_some_and(|office| !registry.offices[office].many);
                        !(one && is_local(p, post.end, tokens.end))
                    });
                    office_end = phrase.post.as_ref().map_or(0, |post| office_end_of(post, p, tokens.end));
                }
            }
            // «رهبر ارکستر …» is another office than «رهبر».
            if p.is(i, Class::Body) && i >= office_end {
                office_end = 0;
            }
            // «الأمين العام المساعد | للأمم المتحدة»
            over |= is_to_definite(p, i);
            // «وزارت خارجه کشورمان» is no other state's.
            let own = p.is(i, Class::StateSelf) && phrase.body.is_some();
            if p.is(i, Class::Generic) && i > start && !own {
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
                // «المديرية العامة للجوازات» is «الجوازات».
                let to = |d: &String| Some(word.strip_prefix(d.as_str())?.strip_prefix(d.as_str())?.to_owned());
                let owned = phrase.body.is_some() && i > start && p.name_at(i).is_none() && !p.is_of_person(i);
                let word = p.grammar.dative.iter().filter(|_| owned).find_map(to).unwrap_or(word);
                blank |= named.is_none() && no_name(&word);
                let before_role = first_role.is_none() && !blank;
                let after_title = last_title.is_some_and(|t| i >= t && first_role.is_none_or(|r| r < t || r > i));
                // Behind a known office and its state only a name is left.
                let after_office = office_end > 0 && i >= office_end && !over && first_role.is_some() && !p.is(i, Class::Body);
                // «فرمانده هوافضای سپاه | پاسداران», «مدیر بندر | صحار»
                let known = words.known_word(&word);
                let place = article.is_empty() && known & PLACE != 0;
                // «مدير مطار الملك سالم | بصحار»
                let sited = |g: &String| word.strip_prefix(g.as_str()).is_some_and(|rest| words.known_word(rest) & PLACE != 0);
                let place = place || !article.is_empty() && known & SURE == 0 && p.grammar.prepositions.iter().any(sited);
                // «وزیر نیروی عراق و | سفیر تونس»: another one's office.
                let second = p.is(i, Class::Role) && i > start && p.is(i - 1, Class::Conjunction);
                let after_office = after_office && !place && !second && (p.is_of_person(i) || words.looks(&word) > 0 || known & SURE != 0);
                let nameless = phrase.indefinite || phrase.demonstrative || p.is(start, Class::Relation) && (i < start + LIKENESS || whose);
                if (before_role || after_title || after_office)
                    && !nameless
                    && !whole_name
                    && !over_name
                    && !p.any(i, Class::Reflexive.bit() | Class::Anaphor.bit())
                    && !no_name(&word)
                {
                    phrase.name_words.insert(word.clone());
                    named.get_or_insert(i..i + 1).end = i + 1;
                }
                phrase.words.insert(word);
            }
            i += 1;
        }
        // «یک سینماگر»: whoever he is.
        let noun = p.end_of(start, Class::Indefinite);
        let several = |k: usize| p.grammar.plural_nouns.iter().any(|end| p.tokens.word(k).ends_with(end.as_str()));
        if article.is_empty()
            && phrase.indefinite
            && phrase.heads.is_empty()
            && person.is_none()
            && (noun < tokens.end && noun - start <= ONE)
            && !p.is_classed(noun)
            && !several(noun)
        {
            phrase.heads.insert(word_of(p, noun, 0));
        }
        if !p.any(start, NOBODY) {
            person = match person {
                // Behind a title words are taken for a name already.
                None if !titled => first_role.and_then(|role| {
                    (body_end.max(role + 1)..tokens.end)
                        .find_map(|k| Some(k..given_name(registry, p, k, tokens.end, true).filter(|n| n.1 == 0)?.0))
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
            // «كان | عبد العزيز يصور نفسه …»
            let behind = |one: &Range<usize>| one.len() > 1 && no_name(p.tokens.word(one.start));
            person = person.map(|one| if behind(&one) { one.start + 1..one.end } else { one });
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
        if let Some(name) = named.clone().filter(|_| first_role.is_some() && phrase.entry.is_none() && phrase.body.is_none()) {
            let open = opening(registry, p, name.clone());
            if open.start > name.start {
                phrase.name_words = open.clone().map(|k| word_of(p, k, 0)).collect();
                person = Some(open.clone()).filter(|open| !open.is_empty());
                named.clone_from(&person);
            }
        }
        // «سالم نوری | سه‌شنبه گفت», «سالم نوری | دیگر داور مسابقه»: what tells when, or of another one, ends a Persian name.
        if let Some(name) = named.as_mut().filter(|_| article.is_empty() && phrase.entry.is_none()) {
            let apart = |k: usize| {
                let word = p.tokens.word(k);
                (no_name(word) || p.is_time(k) || p.any(k, Class::Quantity.bit() | Class::Indefinite.bit()))
                    && words.known_word(word) & SURE == 0
            };
            while name.len() > 1 && apart(name.end - 1) {
                name.end -= 1;
                phrase.name_words.remove(&word_of(p, name.end, 0));
            }
        }
        // «وصف وزير الخارجية الإيراني | المفاوضات بأنها …»: a definite word that is not known in names is the verb's object.
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
        // «السفير | المصري»: of which state he is, though others are called so.
        let state = phrase.post.as_ref().filter(|post| post.of_entry().is_some()).map_or(0, |post| post.end);
        if phrase.entry.is_none() && named.as_ref().is_some_and(|n| n.len() == 1 && n.end == state) {
            phrase.name_words.clear();
            named = None;
        }
        let shown = |n: Range<usize>| ByteSpan {
            start: p.tokens.raw_from(n.start, if n.start == start { skip } else { 0 }),
            end: p.tokens.span(n).end,
        };
        let known = |k: usize| words.known_word(p.tokens.word(k)) & SURE != 0 || words.looks(p.tokens.word(k)) >= LIKELY;
        phrase.sure = phrase.entry.is_some()
            || titled
            || named.clone().is_some_and(|mut n| n.len() > 1 || n.any(|k| p.is_of_person(k) || p.speaks_alone(k) || known(k)));
        phrase.name = named.map(|n| tidy(shown(n).of(p.raw)));
        // «الأردن والعراق»: two states that speak as one.
        phrase.plural |= joint;
        // «یک مقام در دفتر سالم نوری»: an official of Salem Nouri's office is not he.
        let other = |entry: usize| phrase.unnamed && registry.entries[entry].kind == EntryKind::Person;
        phrase.entry = phrase.entry.filter(|&entry| !joint && !other(entry));
        phrase.kind = phrase.kind_of(registry, p, start);
        // «مسقط: …»: a town, and nobody's name.
        let town = |k: usize| words.known_word(p.tokens.word(k)) & (PLACE | GIVEN | FAMILY) == PLACE;
        if phrase.kind == ActorKind::Person && tokens.len() == 1 && phrase.entry.is_none() && town(start) {
            phrase.kind = ActorKind::Place;
        }
        // «۸۰ نماینده», «بیش از ۸۰ نماینده», «۶۰ نفر»: several, and nobody's office or name.
        let number = (start..tokens.end.min(start + COUNTED)).find(|&k| p.tokens.kind(k) == TokenKind::Number);
        let office = |k: usize| k + 1 < tokens.end && p.is(k + 1, Class::Role) && !(start..k).any(|k| p.is(k, Class::Role));
        let counted = number.is_some_and(|k| k == start || office(k));
        if counted && phrase.kind == ActorKind::Person {
            phrase.are_people();
        }
        if phrase.kind != ActorKind::Person && phrase.entry.is_none() && phrase.heads.is_empty() && !titled {
            phrase.name_words = phrase.words.clone();
        }
        phrase
    }

    /// Notes that it tells of one by another's name, which is then none of his, where it does: «وکیل | سالم نوری», «زوجة | سالم النخلي».
    fn tell_kin(&mut self, p: &Passage<'_>, tokens: &Range<usize>, skip: usize) -> bool {
        let behind = p.end_of(tokens.start, Class::Kin);
        let name = if p.is(behind, Class::Former) { behind + 1 } else { behind };
        let other = name < tokens.end && (p.person_at(name).is_some() || p.name_at(name).is_some_and(|end| p.is_of_person(end - 1)));
        let titled = p.grammar.article.is_empty() && p.is(name, Class::Title);
        if !p.is(tokens.start, Class::Kin) || !other && !titled {
            return false;
        }
        self.heads.insert(head_of(p, tokens.start, skip));
        self.words =
            tokens.clone().filter(|&k| p.tokens.is_word(k)).map(|k| word_of(p, k, if k == tokens.start { skip } else { 0 })).collect();
        self.kind = ActorKind::Person;
        true
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

    /// Whether what stands behind a word for a source without a name gives none: little, or where it stands, «مصادر مطلعة | في الميناء».
    fn stays_unnamed(p: &Passage<'_>, behind: Range<usize>) -> bool {
        /// How many words describe a source.
        const FEW: usize = 3;
        behind.len() <= FEW || behind.take(FEW).any(|k| p.is(k, Class::Preposition))
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
