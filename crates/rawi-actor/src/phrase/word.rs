//! The words of a phrase: where a name ends in it, and as what they are kept.

use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_text::{TokenKind, begins};

use crate::name::{FAMILY, FOREIGN, GIVEN, NameWords, PLACE, SURE};
use crate::post::{Of, Post};
use crate::registry::Registry;

/// How many words of a name follow a given name at most.
pub(super) const NAME: usize = 3;

/// How many tokens behind its opening bracket an aside ends at most.
const ASIDE: usize = 4;

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
pub(super) fn last_word(p: &Passage<'_>, name: &Range<usize>, end: usize) -> usize {
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
pub(crate) fn is_to_definite(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    p.grammar.dative.iter().any(|d| word.strip_prefix(d.as_str()).is_some_and(|rest| rest.starts_with(d.as_str())))
}

/// The word of an office behind the glued letter that means "to" and has swallowed one of its article: «للرئيس» (to the president)
/// is «رئيس».
fn definite_office<'a>(p: &'a Passage<'_>, k: usize, skip: usize) -> Option<&'a str> {
    let article = p.grammar.article.as_str();
    let half = article.get(article.len() / 2..).filter(|_| skip > 0 && is_to_definite(p, k))?;
    let bare = p.tokens.word(k).get(skip..)?.strip_prefix(half)?;
    p.grammar.classes.get(&format!("{article}{bare}")).contains(&Class::Role).then_some(bare)
}

/// What stands at a token behind a preposition glued to it, which no class of the passage tells: where a title ends there,
/// and whether an office or a likeness begins: «بسمو …», «بنائب …», «بنظيره …».
pub(super) fn behind_particle(p: &Passage<'_>, start: usize, skip: usize) -> (Option<usize>, bool) {
    if skip <= p.skip(start) || p.grammar.article.is_empty() {
        return (None, false);
    }
    let hits = p.grammar.classes.all(p.tokens, start, skip);
    let office = |c: &Class| matches!(c, Class::Role | Class::Relation);
    let role = hits.iter().any(|h| h.values.iter().any(office)) || definite_office(p, start, skip).is_some();
    let title = hits.iter().filter(|h| h.values.contains(&Class::Title)).map(|h| h.end).max();
    (title.filter(|_| !role), role)
}

/// Whether a Persian office is that of a place within its state, told behind it: «فرمانده سپاه | ناحیه ساحل», «رئیس سازمان بسیج | سازندگی
/// استان فارس».
pub(super) fn is_local(p: &Passage<'_>, from: usize, limit: usize) -> bool {
    let place = |k: usize| p.is(k, Class::Site) && !p.is(k, Class::Body) && p.name_at(k).is_none();
    p.grammar.article.is_empty() && p.find(from..limit, place).is_some()
}

/// Whether a person's name goes on behind a known last name that ends before a token: «نقوی | حسینی».
pub(super) fn is_longer(registry: &Registry, p: &Passage<'_>, end: usize) -> bool {
    let words = NameWords::of(p.grammar.language, registry);
    p.is_of_person(end) && p.person_at(end).is_none() && words.known_word(p.tokens.word(end)) & SURE != 0
}

/// Whether what stands before a known name is called after it.
pub(super) fn is_called_after(registry: &Registry, p: &Passage<'_>, start: usize, name: usize) -> bool {
    let words = NameWords::of(p.grammar.language, registry);
    let head = (start..name).rev().take(3).find(|&k| !p.is(k, Class::Title));
    head.is_some_and(|k| p.tokens.is_word(k) && words.is_namesake(p.tokens.word(k), p.grammar))
}

/// One past the name of one who is honoured by the name of a Persian place or body of which an office is: «رئیس دانشگاه | شهید سالم نوری»,
/// «مدیر بیمارستان | امام رضا(ع)».
pub(super) fn named_after(registry: &Registry, p: &Passage<'_>, role: usize, title: usize, limit: usize) -> Option<usize> {
    /// How far before the name the word for the place stands, in tokens: «دانشگاه علوم پزشکی | شهید …».
    const NEAR: usize = 4;
    let words = NameWords::of(p.grammar.language, registry);
    let plain = |k: &usize| p.tokens.is_word(*k) && p.person_at(*k).is_none() && !p.is(*k, Class::Title);
    let called = (role + 1..title).rev().take(NEAR).take_while(plain).any(|k| words.is_namesake(p.tokens.word(k), p.grammar));
    if !called || !words.is_honour(p.tokens.word(title)) {
        return None;
    }
    let mut name = title;
    while p.is(name, Class::Title) && name < limit {
        name = p.end_of(name, Class::Title).max(name + 1);
    }
    Some(p.person_at(name).or_else(|| p.name_at(name)).unwrap_or(name + 1).min(limit)).filter(|_| name < limit)
}

/// One past the name of who leads a government that an office belongs to: «المتحدث باسم | حكومة نتنياهو», «معاون | دولت روحانی»;
/// only of one who is known to have led one, since a spokesman's own name stands there as well.
pub(super) fn government(registry: &Registry, p: &Passage<'_>, at: usize, limit: usize) -> Option<usize> {
    /// Offices of those who lead governments.
    const LEADERS: [&str; 2] = ["president", "prime_minister"];
    if !NameWords::of(p.grammar.language, registry).is_government(p.tokens.word(at)) {
        return None;
    }
    let mut name = at + 1;
    // «إدارة الرئيس جو بايدن»
    while name < limit && p.any(name, Class::Title.bit() | Class::Role.bit()) {
        name = p.end_of(name, Class::Title).max(p.end_of(name, Class::Role)).max(name + 1);
    }
    let (end, known) = registry.at(p, name, 0)?;
    let led = registry.entries[known.entry].terms.iter().any(|term| LEADERS.contains(&term.office.as_str()));
    Some(p.person_at(name).unwrap_or(end).max(end)).filter(|&end| led && end <= limit)
}

/// The token that closes a short aside which opens at a token and names nobody: «امام | (ره)».
pub(super) fn aside(p: &Passage<'_>, open: usize, limit: usize) -> Option<usize> {
    if p.tokens.kind(open) != TokenKind::Mark('(') {
        return None;
    }
    let close = (open + 1..limit.min(open + ASIDE)).find(|&k| p.tokens.kind(k) == TokenKind::Mark(')')).unwrap_or(limit);
    let named = |k: usize| p.name_at(k).is_some() || p.person_at(k).is_some();
    (close <= open + ASIDE && !(open + 1..close).any(named)).then_some(close)
}

/// A name with the words beside it of which one part was told as a person's: «قطب‌الدین | صادقی» (Qotb al-Din Sadeghi), where the
/// phrase has nothing but these (`alone`), and behind an office «رأفت | الصباغ», whose first word is a given name.
pub(super) fn whole(registry: &Registry, p: &Passage<'_>, one: Range<usize>, tokens: &Range<usize>, alone: bool) -> Range<usize> {
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
    fn words(text: &str) -> Vec<&str> {
        text.split(|c: char| c.is_whitespace() || matches!(c, '«' | '»' | '"' | '“' | '”')).filter(|w| !w.is_empty()).collect()
    }
    let open = name.rfind(['(', '[']).filter(|&at| !name[at..].trim_end_matches([')', ']']).contains([')', ']']));
    match open.map(|at| words(&name[..at])) {
        Some(before) if before.len() > 1 => before.join(" "),
        // «صحيفة (سكاي)»: the name itself.
        Some(_) => words(&name.replace(['(', ')', '[', ']'], " ")).join(" "),
        None => words(name).join(" "),
    }
}

/// Where an office ends whose state or body is said; 0 where it is not.
pub(super) fn office_end_of(post: &Post, p: &Passage<'_>, limit: usize) -> usize {
    let mut end = post.end;
    while end < limit && p.any(end, Class::StateSelf.bit() | Class::Inner.bit()) {
        end += 1;
    }
    if post.office.is_some() && post.of != Of::Unsaid { end } else { 0 }
}

/// The word that heads an office, a Persian one of several words as one: «مدیرکل», «مدیر کل».
pub(super) fn head_of(p: &Passage<'_>, i: usize, skip: usize) -> String {
    let end = p.end_of(i, Class::Role);
    if !p.grammar.article.is_empty() || end == i + 1 && !p.tokens.word(i).contains('\u{200C}') {
        return word_of(p, i, skip);
    }
    (i..end).map(|k| word_of(p, k, if k == i { skip } else { 0 })).collect::<String>().replace('\u{200C}', "")
}

/// The folded word at a token, without glued particles and article, so that «الرئيس» and «رئيس» are one.
pub(crate) fn word_of(p: &Passage<'_>, i: usize, skip: usize) -> String {
    let word = p.tokens.word(i);
    let skip = skip.max(usize::from(p.glued_at(i)));
    if let Some(bare) = definite_office(p, i, skip) {
        return bare.to_owned();
    }
    let word = word.get(skip..).unwrap_or(word);
    // «ابن معمر» is one with «فيصل بن معمر».
    let link = |rest: &&str| p.is(i, Class::NameLink) && p.grammar.classes.get(rest).contains(&Class::NameLink);
    if let Some(rest) = word.strip_prefix('\u{627}').filter(link) {
        return rest.to_owned();
    }
    match word.strip_prefix(p.grammar.article.as_str()) {
        Some(rest) if !p.grammar.article.is_empty() && rest.chars().count() >= 3 => rest.to_owned(),
        _ => p.grammar.without_ezafe(word).to_owned(),
    }
}
