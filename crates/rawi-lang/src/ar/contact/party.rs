//! Where the words of a party begin and end.

use std::ops::Range;

use super::joined::is_joined;
use super::{BARE, LONGEST};
use crate::contact::{self, Around, ContactGrammar, ContactPart, Side};
use crate::{Class, Part, Passage, ar};

/// How far into the name of a body or its states a known name is looked for, in tokens.
const BODY: usize = 3;

/// A phrase that is a party, and one past its last token with what stands beside it. `skip` are bytes of a preposition
/// glued to its first word.
pub(super) fn party(p: &Passage<'_>, g: &ContactGrammar, start: usize, skip: usize, limit: usize) -> Option<(Side, usize)> {
    if start >= limit || p.is_mark(start) && p.quote_at(start).is_none() {
        return None;
    }
    // «مع كل من الوزير والسفير»
    if let Some(from) = g.around(p, start, Around::EachOf).filter(|_| skip == 0) {
        return party(p, g, from, 0, limit);
    }
    // «مباحثات الرئيسين | سالم وناصر»: behind the word for two they are named.
    let pair = g.words.around.longest(p.tokens, start, skip).filter(|h| h.values.contains(&Around::Pair)).map(|h| h.end);
    let named = |&k: &usize| p.name_at(k).is_some() || p.person_at(k).is_some() || super::ends_a_name(p, k, p.tokens.word(k));
    if let Some(from) = pair.filter(|&k| k + 1 < limit && p.glued_at(k) == 0).filter(named) {
        return party(p, g, from, 0, limit);
    }
    // «أصحاب السمو والمعالي وزراء الخارجية»: honours name nobody.
    let honours = g.words.around.longest(p.tokens, start, skip).filter(|h| h.values.contains(&Around::Honours) && h.end < limit);
    if let Some(from) = honours.map(|h| h.end).filter(|&k| contact::is_actor(p, g, k)) {
        return party(p, g, from, 0, limit);
    }
    // Of «لـ«المرفأ»» the letter is left out.
    let (start, skip) = if skip > 0 && p.tokens.word(start).len() == skip { (start + 1, 0) } else { (start, skip) };
    let closed = Class::Preposition.bit() | Class::Object.bit() | Class::Clause.bit() | Class::Conjunction.bit() | Class::Resume.bit();
    if skip == 0 && p.any(start, closed) && !p.any(start, Class::Role.bit() | Class::Title.bit()) {
        return None;
    }
    // «إلى إسلام آباد أمس»: a seat of government of several words.
    if let Some(end) = crate::seat_at(p, start, skip).map(|seat| seat.0).filter(|&end| end > start + 1 && end <= limit) {
        return Some((Side::Phrase { tokens: start..end, skip, beside: Vec::new() }, end));
    }
    // «عدد من المسؤولين», «رؤساء تحرير الصحف»: whom a word for people counts belongs to it.
    // «مسؤولين من بينهم …»: nobody is counted.
    let others = |e: usize| g.around(p, e - 1, Around::Including).is_some() || g.around(p, e - 1, Around::Purpose).is_some();
    let counted = g.words.around.longest(p.tokens, start, skip).filter(|h| h.values.contains(&Around::People)).map(|h| h.end);
    let people = counted.filter(|&e| skip == 0 || e > start + 1).filter(|&e| {
        if others(e) {
            return false;
        }
        let open = e < limit && p.tokens.is_word(e) && !p.any(e, closed) && !is_joined(p, g, e);
        open && p.tokens.word(start).get(skip..).is_some_and(|word| !word.starts_with(p.grammar.article.as_str()))
    });
    let mut end = people.unwrap_or(start);
    // A set phrase of a class that would end the phrase («نائب خادم الحرمين») goes on.
    while end < limit {
        let stop = ar::phrase_end(p, end, limit).max(end + 1).min(limit);
        end = stop;
        // «صاحب السمو الملكي، الأمير …»: after a title without a name the comma divides nothing.
        if end + 1 < limit && p.is_comma(end) && ends_in_title(p, start, end) && p.is(end + 1, Class::Title) && p.skip(end + 1) == 0 {
            end = ar::phrase_end(p, end + 1, limit).max(end + 2).min(limit);
        }
        let goes_on = end < limit && !p.is_mark(end) && p.any(end, Class::Role.bit() | Class::Title.bit()) && !p.any(end, closed);
        // «النائب الثاني لرئيس مجلس الوزراء»: the letter that means "to" inside an office.
        let inner = end < limit
            && !p.is_mark(end)
            && p.grammar.dative_in(p.tokens.word(end)) > 0
            && p.tokens.word(end - 1).starts_with(p.grammar.article.as_str())
            && end > start + 1
            && p.is(end - 2, Class::Role)
            && !p.behind_person(end);
        // «رئيس المكتب السياسي لحركة النخيل سالم النخلي»: the body whose office it is.
        let body = |skip: usize| p.grammar.classes.any(p.tokens, end, skip, |h| h.values.contains(&Class::Body));
        let of_body = end + 1 < limit
            && p.is(start, Class::Role)
            && p.skip(start) == skip
            && p.tokens.word(start).get(skip..).is_some_and(|word| !word.starts_with(p.grammar.article.as_str()))
            && p.tokens.word(end - 1).starts_with(p.grammar.article.as_str())
            && p.grammar.dative.iter().any(|d| p.tokens.word(end).starts_with(d.as_str()) && body(d.len()))
            && p.name_at(end + 1).is_some();
        // «وزراء خارجية الدول الست لمجلس التعاون»: the body to which several belong.
        let several = || g.words.around.longest(p.tokens, start, skip).is_some_and(|h| h.values.contains(&Around::People));
        let theirs = end < limit
            && !p.is_mark(end)
            && p.grammar
                .dative
                .iter()
                .any(|d| p.tokens.word(end).starts_with(d.as_str()) && usize::from(p.glued_at(end)) == d.len() && body(d.len()))
            && p.tokens.word(end - 1).starts_with(p.grammar.article.as_str())
            && p.name_at(end).is_some()
            && several();
        if theirs {
            end = p.name_at(end).unwrap_or(end + 1).min(limit);
            break;
        }
        if !goes_on && !inner && !of_body {
            break;
        }
    }
    // «نظرائه | في دول مجلس التعاون»: whose they are.
    let of = g.words.around.longest(p.tokens, start, skip).filter(|h| h.values.contains(&Around::Counterparts) && h.end == end);
    let inside = || g.around(p, end, Around::In).or_else(|| p.is(end, Class::Preposition).then_some(end + 1));
    let body = of.and_then(|_| inside()).filter(|&k| k < limit && (p.name_at(k).is_some() || g.around(p, k, Around::Bodies).is_some()));
    let named = |k: usize| (k..limit.min(k + BODY)).find_map(|n| p.name_at(n));
    let end = body.map_or(end, |k| named(k).unwrap_or_else(|| ar::phrase_end(p, k, limit)));
    // «مع المسؤولين المصريين «مخاوف» واشنطن»: what is quoted behind several people is none of them.
    let quoted = |k: usize| p.quote_at(k).is_some() && p.tokens.word(k - 1).starts_with(p.grammar.article.as_str());
    let end = g.around(p, start, Around::People).and_then(|_| (start + 1..end).find(|&k| quoted(k))).unwrap_or(end);
    let end = next_actor_in(p, g, start, end).unwrap_or(end);
    let said = |k: usize| {
        k > start + 1
            && !p.is_classed(k)
            && p.name_at(k).is_none()
            && p.cues_in(k..k + 1).iter().any(|c| matches!(c.part, Part::Past | Part::Present))
    };
    let verb = |k: usize| g.around(p, k, Around::Verb).is_some() || g.is_verb(p, k) || g.is_future(p.tokens.word(k)) || said(k);
    // Behind a name a definite word with "and" glued to it begins another: «نظيريه الأمريكي سالم والقطري ناصر».
    let and = |k: usize| {
        p.grammar.conjunctions.iter().any(|c| p.tokens.word(k).strip_prefix(c.as_str()).is_some_and(|r| r.starts_with(&p.grammar.article)))
    };
    let name = (start..end).find_map(|k| p.name_at(k).filter(|&e| e > k + 1));
    let end = name.and_then(|from| (from..end).find(|&k| and(k))).unwrap_or(end);
    // «قادة ورؤساء وفود دول المجلس»: two words for people have one complement.
    let heads = |k: usize| {
        let people = |skip: usize, at| {
            g.words.around.longest(p.tokens, at, skip).is_some_and(|h| h.end == at + 1 && h.values.contains(&Around::People))
        };
        k == start + 1
            && !p.tokens.word(start).starts_with(p.grammar.article.as_str())
            && people(skip, start)
            && p.grammar.conjunctions.iter().any(|c| people(c.len(), k))
    };
    let each = |k: usize| g.around(p, k, Around::EachOf).is_some();
    // «مع الكتل السياسية بإقالة الوزير»: what is asked for is no part of several people.
    let people = g.around(p, start, Around::People).is_some();
    let done = |k: usize| {
        people
            && p.grammar
                .prepositions
                .first()
                .is_some_and(|b| p.is_verbal_noun_behind(k, b.len()) && p.tokens.word(k).starts_with(b.as_str()))
    };
    let ends = |k: usize| is_joined(p, g, k) && !heads(k) || verb(k) || is_topic(p, g, k) || each(k) || done(k);
    let end = (start + 1..end).find(|&k| ends(k)).unwrap_or(end);
    // «يستقبل ملك البحرين بالرياض»: where it was belongs to nobody's office but an envoy's.
    let place = |k: usize| {
        let glued = p.grammar.prepositions.iter().find(|g| p.tokens.word(k).starts_with(g.as_str()));
        !p.is_classed(k) && glued.is_some_and(|g| crate::seat_at(p, k, g.len()).is_some_and(|s| s.0 >= end))
    };
    let end = if p.is(start, Class::Envoy) { end } else { (start + 2..end).find(|&k| place(k)).unwrap_or(end) };
    // «نقيب صيادي جزيرة أرواد خالد بحلاق»: a word of an unknown place between an office and a name.
    let office =
        p.is(start, Class::Role) && end < limit && p.tokens.is_word(end) && !p.is_classed(end) && !is_joined(p, g, end) && !verb(end);
    let end = if office { p.person_at(end + 1).filter(|&close| close <= limit && p.glued_at(end + 1) == 0).unwrap_or(end) } else { end };
    // «وزير التجارة في مالي سالم النخلي»: the name stands behind the state of the office.
    if let Some(name) = named_in(p, g, start..end, limit) {
        return Some((Side::Phrase { tokens: name.clone(), skip: 0, beside: std::iter::once(start..end).collect() }, name.end));
    }
    let tokens = contact::without_companions(p, g, start..end);
    if tokens.is_empty() || tokens.len() > LONGEST || !can_be(p, g, &tokens, skip) {
        return None;
    }
    if let Some(head) = contact::head_of(p, g, &tokens, limit) {
        let close = ar::phrase_end(p, head, limit);
        let plain = || (head + 2..=head + BARE).contains(&close).then(|| (Side::plain(head..close), close));
        if let Some(found) = party(p, g, head, 0, limit).or_else(plain) {
            return Some(found);
        }
    }
    // «نائب رئيس الوزراء ووزير الخارجية، الشيخ سالم النخلي، …»: one who holds two offices.
    let nameless = is_nameless(p, &tokens, skip);
    // What stands beside a name has no preposition glued to it.
    let office = |second: Option<Range<usize>>| std::iter::once(tokens.clone()).filter(|_| skip == 0).chain(second).collect();
    if let Some((second, name)) = two_offices(p, g, end, limit).filter(|_| nameless) {
        let close = name.end + usize::from(p.is_comma(name.end) && name.end < limit);
        return Some((Side::Phrase { tokens: name, skip: 0, beside: office(Some(second)) }, close));
    }
    if let Some(name) = name_set_off(p, end, limit).filter(|_| nameless) {
        let close = name.end + usize::from(p.is_comma(name.end) && name.end < limit);
        return Some((Side::Phrase { tokens: name, skip: 0, beside: office(None) }, close));
    }
    let (mut beside, close) = beside(p, g, end, limit);
    let (tokens, office) = contact::split_name(p, tokens);
    beside.extend(office);
    Some((Side::Phrase { tokens, skip: skip.max(p.skip(start)), beside }, close))
}

/// Whether a phrase is an office or a likeness without a name, behind so many bytes of a glued preposition: «بنظيره العماني».
fn is_nameless(p: &Passage<'_>, tokens: &Range<usize>, skip: usize) -> bool {
    let office = |c: &Class| matches!(c, Class::Relation | Class::Role);
    let heads = p.any(tokens.start, Class::Relation.bit() | Class::Role.bit())
        || p.grammar.classes.any(p.tokens, tokens.start, skip, |h| h.values.iter().any(office));
    heads && !tokens.clone().any(|k| p.is_of_person(k))
}

/// A second office that "and" joins to one, and the titled name set off by a comma behind both.
fn two_offices(p: &Passage<'_>, g: &ContactGrammar, and: usize, limit: usize) -> Option<(Range<usize>, Range<usize>)> {
    if and + 1 >= limit || !is_joined(p, g, and) || !p.is(and, Class::Role) {
        return None;
    }
    let end = ar::phrase_end(p, and, limit);
    let title = end + 1;
    if !p.is_comma(end) || title >= limit || !p.is(title, Class::Title) || p.skip(title) > 0 || (and..end).any(|k| p.is_of_person(k)) {
        return None;
    }
    let start = p.end_of(title, Class::Title);
    let close = p.person_at(start).filter(|&close| close <= limit)?;
    Some((and..end, start..close))
}

/// The name between commas behind an office or a likeness: «نظيره العماني، سالم النخلي، …».
fn name_set_off(p: &Passage<'_>, comma: usize, limit: usize) -> Option<Range<usize>> {
    let at = comma + 1;
    if !p.is_comma(comma) || at >= limit || p.glued_at(at) > 0 {
        return None;
    }
    let end = p.person_at(at).filter(|&end| end <= limit)?;
    let closed = p.is_mark(end) || p.any(end, Class::Preposition.bit() | Class::Clause.bit() | Class::Adverb.bit());
    (end == limit || closed).then_some(at..end)
}

/// The name behind an office and the state in which it is held, or to which an envoy goes: «وزير التجارة في مالي | سالم النخلي»,
/// «المبعوث الخاص إلى مالي | سالم النخلي».
fn named_in(p: &Passage<'_>, g: &ContactGrammar, office: Range<usize>, limit: usize) -> Option<Range<usize>> {
    let envoy = || (p.is(office.start, Class::Envoy) && p.is(office.end, Class::Preposition)).then_some(office.end + 1);
    let at = g.around(p, office.end, Around::In).or_else(envoy).filter(|&at| at < limit && p.is(office.start, Class::Role))?;
    let name = p.name_at(at).filter(|&name| name < limit && p.glued_at(at) == 0 && p.person_at(at).is_none())?;
    let close = p.person_at(name).filter(|&close| close > name + 1 && close <= limit && p.glued_at(name) == 0)?;
    (!office.into_iter().any(|k| p.is_of_person(k))).then_some(name..close)
}

/// The same, with the body whose office it is: «الأمين العام لمجلس التعاون».
pub(super) fn office_party(p: &Passage<'_>, g: &ContactGrammar, start: usize, limit: usize) -> Option<(Side, usize)> {
    let (side, end) = party(p, g, start, 0, limit)?;
    let Side::Phrase { tokens, skip, beside } = side else { return None };
    let office = end == tokens.end && tokens.clone().any(|k| p.is(k, Class::Role));
    if !office || end >= limit || p.name_at(end).is_none() || p.glued_at(end) == 0 || p.skip(end) > 0 || is_joined(p, g, end) {
        return Some((Side::Phrase { tokens, skip, beside }, end));
    }
    let more = p.name_at(end).unwrap_or(end + 1).min(limit);
    let stop = ar::phrase_end(p, more.saturating_sub(1).max(end), limit).max(more);
    let (beside, close) = self::beside(p, g, stop, limit);
    Some((Side::Phrase { tokens: tokens.start..stop, skip, beside }, close))
}

/// Whether what is talked about, or what for, begins behind a party: «مع الوزير المصري العلاقات», «مع نظيره لمناقشة …».
pub(super) fn is_topic(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    let article = p.grammar.article.as_str();
    let word = p.tokens.word(k);
    let to = p.grammar.dative.iter().find(|d| word.starts_with(d.as_str())).map_or(0, String::len);
    // «إلى الدوحة للقاء الوزراء»
    let contact = || g.words.forms.longest(p.tokens, k, to).is_some_and(|h| h.values.iter().any(|f| f.part == ContactPart::Noun));
    if to > 0 && !p.is(k, Class::Inner) && (p.is_verbal_noun_behind(k, to) || contact()) {
        return true;
    }
    // «مجلس التعاون»: behind a word without the article it completes that word, unless that ends a name, «بحث النخلي الوضع مع …».
    let before = p.tokens.word(k - 1);
    let named = || p.behind_person(k) || p.is_of_person(k - 1) || p.name_at(k - 1) == Some(k) || super::ends_a_name(p, k - 1, before);
    g.around(p, k, Around::Topic).is_some() && (!word.starts_with(article) || before.starts_with(article) || named())
}

/// Whether a title that names nobody yet is the last of a phrase.
pub(super) fn ends_in_title(p: &Passage<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|k| p.is(k, Class::Title) && p.end_of(k, Class::Title) == end)
}

pub(super) fn can_be(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>, skip: usize) -> bool {
    let words = tokens.clone().filter(|&k| p.tokens.is_word(k)).count();
    // «سوف يجري الوزير محادثات»: a contact is nobody.
    if tokens.len() == 1 && g.words.forms.longest(p.tokens, tokens.start, 0).is_some() {
        return false;
    }
    // «في مقر سفارة | خادم الحرمين الشريفين»: whose embassy it is.
    let before = tokens.start.wrapping_sub(1);
    if skip == 0 && p.is(before, Class::Body) && !p.tokens.word(before).starts_with(p.grammar.article.as_str()) {
        return false;
    }
    if skip > 0 || (tokens.start..tokens.end.min(tokens.start + 2)).any(|k| contact::is_actor(p, g, k)) {
        return true;
    }
    let number = p.tokens.kind(tokens.start) == rawi_text::TokenKind::Number;
    let word = p.tokens.word(tokens.start);
    words > 0
        && words <= BARE
        && !number
        && !p.any(tokens.start, Class::Adverb.bit() | Class::Demonstrative.bit() | Class::Quantity.bit())
        && !p.is_verbal_noun(tokens.start)
        && word.chars().count() >= 3
}

/// Where another actor begins inside a run of titles and names: at a word of relation, or at a title after a title and
/// name.
pub(super) fn next_actor_in(p: &Passage<'_>, g: &ContactGrammar, start: usize, end: usize) -> Option<usize> {
    let mut named = false;
    let mut person_end = None;
    let mut i = start;
    while i < end {
        if i > start && p.is(i, Class::Relation) {
            return Some(i);
        }
        if let Some(close) = p.name_at(i) {
            if i > start
                && person_end.is_some_and(|e| i >= e)
                && !p.is(i, Class::Title)
                && !p.is(i - 1, Class::Title)
                && close > i + 1
                && p.glued_at(i) == 0
                && named
                // «رئيس مجلس الوزراء»: behind a word without the article a name completes it.
                && (person_end == Some(i) || p.behind_person(i) || p.tokens.word(i - 1).starts_with(p.grammar.article.as_str()))
            {
                return Some(i);
            }
            person_end = Some(close);
        }
        // «أمير دولة قطر الشيخ سالم»: the word for a state is no title of its name.
        if i > start && g.around(p, i, Around::StateHead).is_some() && p.name_at(i + 1).is_some() {
            i += 1;
            continue;
        }
        // «وكيل جامعة الملك خالد | الدكتور سالم النخلي»: a body's name names nobody.
        if p.is(i, Class::Title) && i > start && p.is(i - 1, Class::Body) && !p.tokens.word(i - 1).starts_with(p.grammar.article.as_str()) {
            let close = p.end_of(i, Class::Title).max(i + 1);
            i = p.name_at(close).unwrap_or(close + 1).min(end);
            person_end = None;
            continue;
        }
        if p.is(i, Class::Title) && (i != start) && named && !p.any(i - 1, Class::Title.bit() | Class::Role.bit()) {
            return Some(i);
        }
        if p.is(i, Class::Title) {
            let close = p.end_of(i, Class::Title);
            named |= close < end && p.tokens.is_word(close) && !p.any(close, Class::Title.bit() | Class::Role.bit());
            i = close.max(i + 1);
            continue;
        }
        // «الرئيس التونسي سالم النخلي | وزير المالية ناصر الخوري»: a name between two offices, and another behind both.
        let other = |k: usize| p.person_at(k).is_some_and(|close| close > k + 1 && close <= end);
        if i > start + 1
            && p.is(i, Class::Role)
            && p.skip(i) == 0
            && p.behind_person(i)
            && p.is(start, Class::Role)
            && !p.is(start, Class::Title)
            && (i + 1..end).any(other)
        {
            return Some(i);
        }
        // «رئيس مجلس الوزراء»: behind a word without the article they complete it.
        let completes =
            !p.tokens.word(i - usize::from(i > start)).starts_with(p.grammar.article.as_str()) && i > start && !p.behind_person(i);
        if i > start && named && !completes && g.around(p, i, Around::People).is_some() && p.is(i, Class::PluralHead) {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// In a phrase that names two without a title between, where the second begins: at an office behind a definite word
/// («وزير الخارجية المصري وزير الدفاع …»), or behind a name that has an office of its own («رئيس الوزراء سالم النخلي وزير الدفاع …»).
pub(super) fn second_office(p: &Passage<'_>, tokens: &Range<usize>) -> Option<usize> {
    let article = p.grammar.article.as_str();
    // «الرئيس الروسي بوتين | وزير خارجية …»: with an adjective a title is an office.
    let told = p.tokens.word(tokens.start + 1).starts_with(article);
    let office = p.is(tokens.start, Class::Role) && (told || !p.is(tokens.start, Class::Title));
    // «الأمير سالم النخلي الرئيس العماني ناصر الخوري»: so do an office and a name behind a name.
    let another = |k: usize| {
        let name = (k + 1..tokens.end.min(k + 4)).find(|&n| !p.tokens.word(n).starts_with(article)).filter(|&n| p.glued_at(n) == 0);
        p.any(k, Class::Role.bit() | Class::Title.bit())
            && p.behind_person(k)
            && name.is_some_and(|n| p.person_at(n).is_some() || p.name_at(n).is_some())
    };
    if let Some(k) = (tokens.start + 2..tokens.end).find(|&k| another(k)) {
        return Some(k);
    }
    (tokens.start + 2..tokens.end).find(|&k| {
        p.any(k, Class::Role.bit() | Class::Title.bit())
            && !p.any(k - 1, Class::Role.bit() | Class::Title.bit())
            && (p.tokens.word(k - 1).starts_with(article) || office && (p.behind_person(k) || p.name_at(k - 1) == Some(k)))
            && !p.tokens.word(k).starts_with(article)
    })
}

/// Phrases set off by commas behind a phrase: «X، وزير …،».
pub(super) fn beside(p: &Passage<'_>, _g: &ContactGrammar, stop: usize, limit: usize) -> (Vec<Range<usize>>, usize) {
    let mut out = Vec::new();
    let mut at = stop;
    while at + 1 < limit && p.is_comma(at) && p.any(at + 1, Class::Role.bit() | Class::Title.bit()) && p.skip(at + 1) == 0 {
        let end = p.find(at + 1..limit, |k| p.is_comma(k)).unwrap_or(limit);
        // Without a closing comma the phrase is no insertion.
        if end >= limit || end - at > 14 {
            break;
        }
        out.push(at + 1..end);
        at = end;
    }
    (out, at.max(stop))
}
