//! The shapes in which Arabic tells of a contact, one file each, in the order in which they are tried.

mod addressed;
mod between;
mod in_letter;
mod light_noun;
mod noun_of;
mod noun_with;
mod verb_object;
mod verb_with;

use std::ops::Range;

use crate::contact::{self, Around, ContactGrammar, ContactHit, ContactRule, Encounter, Side, contact_grammar};
use crate::{Class, Part, Passage, ar};

/// All rules that start from a contact word.
pub const CONTACTS: &[ContactRule] = &[
    verb_object::VERB_OBJECT,
    verb_with::VERB_WITH,
    between::BETWEEN,
    light_noun::LIGHT_NOUN,
    in_letter::IN_LETTER,
    addressed::ADDRESSED,
    noun_with::NOUN_WITH,
    noun_of::NOUN_OF,
];

/// The longest noun phrase of a party, in tokens.
const LONGEST: usize = 30;
/// The most words of a party that no word class tells: a bare name.
const BARE: usize = 4;
/// How far behind the first party the other may stand, in tokens.
const FAR: usize = 40;
/// The most parties beyond the first two.
const MOST: usize = 6;

fn grammar() -> Option<&'static ContactGrammar> {
    contact_grammar(rawi_model::Language::Ar)
}

/// A phrase that is a party, and one past its last token with what stands beside it. `skip` are bytes of a preposition
/// glued to its first word.
fn party(p: &Passage<'_>, g: &ContactGrammar, start: usize, skip: usize, limit: usize) -> Option<(Side, usize)> {
    if start >= limit || p.is_mark(start) && p.quote_at(start).is_none() {
        return None;
    }
    // Of «لـ«المرفأ»» the letter is left out.
    let (start, skip) = if skip > 0 && p.tokens.word(start).len() == skip { (start + 1, 0) } else { (start, skip) };
    let closed = Class::Preposition.bit() | Class::Object.bit() | Class::Clause.bit() | Class::Conjunction.bit() | Class::Resume.bit();
    if skip == 0 && p.any(start, closed) && !p.any(start, Class::Role.bit() | Class::Title.bit()) {
        return None;
    }
    // «عدد من المسؤولين», «رؤساء تحرير الصحف»: whom a word for people counts belongs to it.
    let people = g.around(p, start, Around::People).filter(|&e| {
        let open = e < limit && p.tokens.is_word(e) && !p.any(e, closed) && !is_joined(p, g, e);
        open && !p.tokens.word(start).starts_with(p.grammar.article.as_str())
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
        if !goes_on && !inner {
            break;
        }
    }
    let end = next_actor_in(p, g, start, end).unwrap_or(end);
    let said = |k: usize| {
        k > start + 1
            && !p.is_classed(k)
            && p.name_at(k).is_none()
            && p.cues_in(k..k + 1).iter().any(|c| matches!(c.part, Part::Past | Part::Present))
    };
    let verb = |k: usize| g.around(p, k, Around::Verb).is_some() || g.is_verb(p, k) || said(k);
    // Behind a name a definite word with "and" glued to it begins another: «نظيريه الأمريكي سالم والقطري ناصر».
    let and = |k: usize| {
        p.grammar.conjunctions.iter().any(|c| p.tokens.word(k).strip_prefix(c.as_str()).is_some_and(|r| r.starts_with(&p.grammar.article)))
    };
    let name = (start..end).find_map(|k| p.name_at(k).filter(|&e| e > k + 1));
    let end = name.and_then(|from| (from..end).find(|&k| and(k))).unwrap_or(end);
    let end = (start + 1..end).find(|&k| is_joined(p, g, k) || verb(k) || is_topic(p, g, k)).unwrap_or(end);
    // «نقيب صيادي جزيرة أرواد خالد بحلاق»: a word of an unknown place between an office and a name.
    let office =
        p.is(start, Class::Role) && end < limit && p.tokens.is_word(end) && !p.is_classed(end) && !is_joined(p, g, end) && !verb(end);
    let end = if office { p.person_at(end + 1).filter(|&close| close <= limit && p.glued_at(end + 1) == 0).unwrap_or(end) } else { end };
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
    let (mut beside, close) = beside(p, g, end, limit);
    let (tokens, office) = contact::split_name(p, tokens);
    beside.extend(office);
    Some((Side::Phrase { tokens, skip: skip.max(p.skip(start)), beside }, close))
}

/// Whether what is talked about, or what for, begins behind a party: «مع الوزير المصري العلاقات», «مع نظيره لمناقشة …».
fn is_topic(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    let article = p.grammar.article.as_str();
    let word = p.tokens.word(k);
    let to = p.grammar.dative.iter().find(|d| word.starts_with(d.as_str())).map_or(0, String::len);
    if to > 0 && !p.is(k, Class::Inner) && p.is_verbal_noun_behind(k, to) {
        return true;
    }
    // «مجلس التعاون»: behind a word without the article it completes that word.
    g.around(p, k, Around::Topic).is_some() && (!word.starts_with(article) || p.tokens.word(k - 1).starts_with(article))
}

/// The same, with the body whose office it is: «الأمين العام لمجلس التعاون».
fn office_party(p: &Passage<'_>, g: &ContactGrammar, start: usize, limit: usize) -> Option<(Side, usize)> {
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

/// Whether a title that names nobody yet is the last of a phrase.
fn ends_in_title(p: &Passage<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|k| p.is(k, Class::Title) && p.end_of(k, Class::Title) == end)
}

fn can_be(p: &Passage<'_>, g: &ContactGrammar, tokens: &Range<usize>, skip: usize) -> bool {
    let words = tokens.clone().filter(|&k| p.tokens.is_word(k)).count();
    // «سوف يجري الوزير محادثات»: a contact is nobody.
    if tokens.len() == 1 && g.words.forms.longest(p.tokens, tokens.start, 0).is_some() {
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
fn next_actor_in(p: &Passage<'_>, g: &ContactGrammar, start: usize, end: usize) -> Option<usize> {
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
                && !p.any(i, Class::Title.bit())
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
        if p.is(i, Class::Title) && (i != start) && named && !p.any(i - 1, Class::Title.bit() | Class::Role.bit()) {
            return Some(i);
        }
        if p.is(i, Class::Title) {
            let close = p.end_of(i, Class::Title);
            named |= close < end && p.tokens.is_word(close) && !p.any(close, Class::Title.bit() | Class::Role.bit());
            i = close.max(i + 1);
            continue;
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
/// («وزير الخارجية المصري وزير الدفاع …»).
fn second_office(p: &Passage<'_>, tokens: &Range<usize>) -> Option<usize> {
    let article = p.grammar.article.as_str();
    (tokens.start + 2..tokens.end).find(|&k| {
        p.any(k, Class::Role.bit() | Class::Title.bit())
            && !p.any(k - 1, Class::Role.bit() | Class::Title.bit())
            && p.tokens.word(k - 1).starts_with(article)
            && !p.tokens.word(k).starts_with(article)
    })
}

/// Whether a word with a glued "and" begins another actor: «ونظيره», «ووزير».
fn is_joined(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> bool {
    let word = p.tokens.word(k);
    let Some(and) = p.grammar.conjunctions.iter().find(|c| word.len() > c.len() + 3 && word.starts_with(c.as_str())) else { return false };
    let classes = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();
    if p.name_at(k).is_some() && usize::from(p.glued_at(k)) == and.len() || p.skip(k) == and.len() && p.any(k, classes) {
        return true;
    }
    g.words.around.longest(p.tokens, k, and.len()).is_some_and(|h| h.values.contains(&Around::People))
        || g.around(p, k, Around::Companion).is_some()
}

/// Phrases set off by commas behind a phrase: «X، وزير …،».
fn beside(p: &Passage<'_>, _g: &ContactGrammar, stop: usize, limit: usize) -> (Vec<Range<usize>>, usize) {
    let mut out = Vec::new();
    let mut at = stop;
    while at + 1 < limit && p.is_comma(at) && p.any(at + 1, Class::Role.bit() | Class::Title.bit()) {
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

/// The bytes of one of the glued prepositions of a word's takes, where somebody begins behind it: «بوزير», «للرئيس».
fn glued_actor(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, k: usize) -> Option<usize> {
    let word = p.tokens.word(k);
    // «لوكالة» (to the agency) counts among prepositions.
    if p.tokens.kind(k) != rawi_text::TokenKind::Word || p.is(k, Class::Preposition) && p.grammar.dative_in(word) == 0 {
        return None;
    }
    // «اجتماع … برئاسة مصر»
    if g.around(p, k, Around::Head).is_some() {
        return None;
    }
    let article = p.grammar.article.as_str();
    hit.takes().iter().filter(|t| t.chars().count() == 1).find_map(|t| {
        let rest = word.strip_prefix(t.as_str())?;
        let skip = t.len();
        // «لـ«المرفأ»»
        if rest.is_empty() && p.quote_at(k + 1).is_some_and(|q| q.closed) {
            return Some(skip);
        }
        if rest.chars().count() < 2 {
            return None;
        }
        if p.name_at(k).is_some() && usize::from(p.glued_at(k)) >= skip {
            return Some(usize::from(p.glued_at(k)));
        }
        let classes = [Class::Role, Class::Title, Class::Relation, Class::Body, Class::Anaphor, Class::PluralHead];
        let is = |skip: usize| {
            p.grammar.classes.all(p.tokens, k, skip).iter().any(|h| h.values.iter().any(|c| classes.contains(c)))
                || g.words
                    .around
                    .longest(p.tokens, k, skip)
                    .is_some_and(|h| h.values.iter().any(|c| matches!(c, Around::People | Around::Press)))
        };
        // «للرئيس» is ل and الرئيس: both letters go, the article's rest is taken for the word.
        let double = rest.starts_with(&article[article.len() / 2..]) && !rest.starts_with(article);
        let plain = is(skip)
            || double && {
                let whole = format!("{article}{}", &rest[article.len() / 2..]);
                p.grammar.classes.get(&whole).iter().any(|c| classes.contains(c))
            };
        let state = hit.word.kind == rawi_model::ContactKind::Visit && (double || crate::seat_at(p, k, skip).is_some());
        (plain || state).then_some(skip)
    })
}

/// The bytes of a glued preposition of a word's takes before a definite noun.
fn glued_definite(p: &Passage<'_>, hit: &ContactHit<'_>, k: usize) -> Option<usize> {
    let letters = hit.takes().iter().filter(|t| t.chars().count() == 1);
    letters.filter(|t| p.tokens.word(k).strip_prefix(t.as_str()).is_some_and(|r| r.starts_with(&p.grammar.article))).map(String::len).next()
}

/// The other party after a preposition that the word takes, within a range; one past it too.
fn other(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, from: usize, limit: usize) -> Option<(Side, usize)> {
    other_near(p, g, hit, from, limit, limit)
}

/// The same, where its preposition stands before `near`.
fn other_near(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, from: usize, near: usize, limit: usize) -> Option<(Side, usize)> {
    let near = near.min(limit).min(from + FAR);
    // «أول زيارة لرئيس أوروبي إلى قطر»: a visit is to the place.
    if hit.word.kind == rawi_model::ContactKind::Visit {
        let to = (from..near).take_while(|&k| !g.is_verb(p, k)).find_map(|k| g.takes(p, hit, k));
        if let Some(found) = to.and_then(|after| party(p, g, after, 0, limit)) {
            return Some(found);
        }
    }
    let mut k = from;
    while k < near {
        let tells = || g.around(p, k, Around::Verb).is_some() && g.around(p, k, Around::Topic).is_some();
        if k != hit.at && (g.is_verb(p, k) || tells()) {
            return None;
        }
        if let Some(after) = g.takes(p, hit, k)
            && let Some(found) = party(p, g, after, 0, limit)
        {
            return Some(found);
        }
        if let Some(skip) = glued_actor(p, g, hit, k)
            && let Some(found) = party(p, g, k, skip, limit)
        {
            return Some(found);
        }
        // «يناقش الاجتماع الاتفاق الذي أبرم مع قطر»
        if hit.word.loose && p.is(k, Class::Object) {
            return None;
        }
        if points(p, hit, k) {
            return None;
        }
        if let Some(quote) = p.quote_at(k) {
            k = quote.close.max(k);
        }
        k += 1;
    }
    None
}

/// Whether the other ones are pointed at, who are named elsewhere: «اتصال سالم بهذين الحزبين».
fn points(p: &Passage<'_>, hit: &ContactHit<'_>, k: usize) -> bool {
    let demonstrative = |skip: usize| p.grammar.classes.all(p.tokens, k, skip).iter().any(|h| h.values.contains(&Class::Demonstrative));
    hit.takes().iter().any(|t| t.chars().count() == 1 && p.tokens.word(k).starts_with(t.as_str()) && demonstrative(t.len()))
}

/// The one who acts, after a verb; one past him.
fn subject_after(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, from: usize, limit: usize) -> Option<(Side, usize)> {
    let mut i = from;
    while i < limit && (p.is_comma(i) || p.is(i, Class::Adverb) && !p.is(i, Class::Role)) {
        i = if p.is_comma(i) { i + 1 } else { p.end_of(i, Class::Adverb) };
    }
    if g.takes(p, hit, i).is_some() || glued_actor(p, g, hit, i).is_some() && p.name_at(i).is_none_or(|_| p.glued_at(i) > 0) {
        return None;
    }
    // «التقت، أمس الاثنين بفاس، عمدة المدينة»: behind words of time one word with a preposition glued to it is a place.
    let place = i > from
        && i + 1 < limit
        && p.is_comma(i + 1)
        && !p.is_classed(i)
        && p.grammar.prepositions.iter().any(|g| p.tokens.word(i).strip_prefix(g.as_str()).is_some_and(|rest| rest.chars().count() >= 3));
    let (side, end) = party(p, g, if place { i + 2 } else { i }, 0, limit)?;
    // The other party with a glued preposition ends him: «اتصل سالم بالوزير».
    let Side::Phrase { tokens, skip, beside } = side else { return None };
    let letter = |k: usize| {
        hit.word
            .takes
            .iter()
            .filter(|t| t.chars().count() == 1)
            .any(|t| p.tokens.word(k).strip_prefix(t.as_str()).is_some_and(|r| r.starts_with(&p.grammar.article)))
    };
    match (tokens.start + 1..tokens.end).find(|&k| !p.is(k, Class::Inner) && (letter(k) || glued_actor(p, g, hit, k).is_some())) {
        Some(k) => Some((Side::Phrase { tokens: tokens.start..k, skip, beside: Vec::new() }, k)),
        None => Some((Side::Phrase { tokens, skip, beside }, end)),
    }
}

/// The one whom a relative pronoun before a verb takes up: «الوزير سالم النخلي، الذي يزور …».
fn taken_up(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, start: usize) -> Option<Side> {
    if hit.at <= start + 1 || !p.is(hit.at - 1, Class::Object) {
        return None;
    }
    let mut stop = hit.at - 1;
    while stop > start && p.is_comma(stop - 1) {
        stop -= 1;
    }
    let named = Class::Role.bit() | Class::Title.bit();
    (start.max(stop.saturating_sub(LONGEST))..stop).find_map(|k| {
        let heads = p.any(k, named) || p.person_at(k).is_some() || p.name_at(k).is_some();
        if !heads || k > start && p.any(k - 1, named) {
            return None;
        }
        let (side, end) = party(p, g, k, p.skip(k), stop)?;
        (end == stop).then_some(side)
    })
}

/// The one who acts, before a verb: he whom a relative pronoun takes up, or he between whom and the verb nothing stands, in
/// headlines and nominal sentences.
fn subject_before(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, start: usize) -> Option<Side> {
    let word = p.tokens.word(hit.at);
    if start >= hit.at
        || p.grammar.conjunctions.iter().any(|c| word.starts_with(c.as_str())) && g.words.forms.longest(p.tokens, hit.at, 0).is_none()
    {
        return None;
    }
    if let Some(side) = taken_up(p, g, hit, start) {
        return Some(side);
    }
    let start = (start..hit.at).rev().find(|&k| p.is(k, Class::Clause)).map_or(start, |k| k + 1);
    let comma = (start..hit.at).rev().find(|&k| p.is_comma(k) || p.tokens.is_mark(k, '-'));
    for from in comma.map(|c| c + 1).into_iter().chain([start]) {
        let mut i = from;
        while i < hit.at
            && (p.is_mark(i) && p.quote_at(i).is_none() || p.any(i, Class::Adverb.bit() | Class::Resume.bit()) && !p.is(i, Class::Role))
        {
            i = if p.is_mark(i) { i + 1 } else { p.end_of(i, Class::Adverb).max(p.end_of(i, Class::Resume)).min(hit.at) };
        }
        // A short word between («قد») or one of the future («سوف») is no part of the name.
        let short = |k: usize| g.around(p, k, Around::Planned) == Some(hit.at) || p.tokens.word(k).chars().count() <= 2;
        let end = if hit.at > i + 1 && short(hit.at - 1) { hit.at - 1 } else { hit.at };
        if i < end
            && let Some((side, stop)) = party(p, g, i, 0, end)
            && stop == end
        {
            return Some(side);
        }
    }
    None
}

/// The next actor behind adverbials: «… في قصر السلام بجدة مساء اليوم، رئيس …».
fn next_actor(p: &Passage<'_>, g: &ContactGrammar, from: usize, limit: usize) -> Option<(Side, usize)> {
    let article = p.grammar.article.as_str();
    let mut inside = false;
    let mut k = from;
    while k < limit.min(from + FAR) {
        if g.is_verb(p, k) {
            return None;
        }
        if p.is(k, Class::Clause)
            || p.is(k, Class::Object)
            || p.any(k, Class::Resume.bit())
            || p.cues_in(k..k + 1).iter().any(|c| c.skip > 0)
        {
            return None;
        }
        if p.is_mark(k) || p.is(k, Class::Adverb) && !p.is(k, Class::Role) {
            inside = false;
            k = if p.is_mark(k) { p.quote_at(k).map_or(k + 1, |q| q.close + 1) } else { p.end_of(k, Class::Adverb).max(k + 1) };
            continue;
        }
        if p.is(k, Class::Preposition) && !p.is(k, Class::Role) {
            inside = true;
            // The noun behind the preposition belongs to it.
            k += 2;
            continue;
        }
        if !inside && (k == from || p.is_mark(k - 1) || p.is(k - 1, Class::Adverb)) && is_bare_name(p, g, k, limit) {
            return office_party(p, g, k, limit);
        }
        let person = (p.name_at(k).is_some() || k > from && p.person_at(k).is_some_and(|end| end > k + 1)) && p.glued_at(k) == 0;
        // «مجلس الوزراء»: people with the article behind a word without it complete that word.
        let completes = p.tokens.word(k).starts_with(article) && k > from && p.tokens.is_word(k - 1) && {
            let before = p.tokens.word(k - 1);
            !p.is(k - 1, Class::Adverb)
                && !before.starts_with(article)
                && !p.grammar.prepositions.iter().any(|g| before.starts_with(g.as_str()))
        };
        let people = g.around(p, k, Around::People).is_some() && !completes;
        // «بمقر سفارة خادم الحرمين»: so does an office behind a plain one.
        let owned = k > from && p.tokens.is_word(k - 1) && !p.is_classed(k - 1) && !completes_nothing(p, k - 1) && p.is(k, Class::Role);
        let actor =
            !owned && p.any(k, Class::Title.bit() | Class::Role.bit() | Class::Relation.bit()) && p.skip(k) == 0 || person || people;
        let closed = !inside
            || p.tokens.word(k - 1).starts_with(article)
            || p.name_at(k - 1).is_some()
            || p.grammar.prepositions.iter().any(|g| p.tokens.word(k - 1).starts_with(g.as_str()))
            || p.any(k, Class::Title.bit());
        if actor && closed {
            return office_party(p, g, k, limit);
        }
        k += 1;
    }
    None
}

/// Whether a word is definite or a name, or has a preposition glued to it, so that no noun behind it completes it.
fn completes_nothing(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    word.starts_with(p.grammar.article.as_str())
        || p.behind_person(k + 1)
        || p.name_at(k).is_some()
        || p.grammar.prepositions.iter().any(|g| word.starts_with(g.as_str()))
}

/// Whether words that no class tells are a name: a few before an office set off by a comma, or alone up to the next mark.
fn is_bare_name(p: &Passage<'_>, g: &ContactGrammar, k: usize, limit: usize) -> bool {
    if p.tokens.kind(k) != rawi_text::TokenKind::Word || p.is_verbal_noun(k) || contact::is_actor(p, g, k) {
        return false;
    }
    let stop = ar::phrase_end(p, k, limit);
    let office = p.is_comma(stop) && p.any(stop + 1, Class::Role.bit() | Class::Title.bit());
    (2..=BARE).contains(&(stop - k)) && office
}

/// A first party without what a glued preposition opens: «استقبال الملك لرئيس الوزراء».
fn before_glued(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, side: Side, end: usize) -> (Side, usize) {
    let Side::Phrase { tokens, skip, beside } = side else { return (side, end) };
    let visit = hit.word.kind == rawi_model::ContactKind::Visit;
    // The preposition inside a title comes first: «النائب الثاني لرئيس مجلس الوزراء لمصر».
    let opens = |k: usize| {
        let place = !visit || p.name_at(k).is_some() && p.glued_at(k) > 0 || k + 1 == tokens.end;
        place && !p.is(k, Class::Inner) && glued_actor(p, g, hit, k).is_some()
    };
    match (tokens.start + 1..tokens.end).rev().find(|&k| opens(k)) {
        Some(cut) => (Side::Phrase { tokens: tokens.start..cut, skip, beside: Vec::new() }, cut),
        None => (Side::Phrase { tokens, skip, beside }, end),
    }
}

/// The party joined to another by a glued "and", right behind it.
fn joined(p: &Passage<'_>, g: &ContactGrammar, k: usize, limit: usize) -> Option<(Side, usize)> {
    if !is_joined(p, g, k) || g.around(p, k, Around::Companion).is_some() {
        return None;
    }
    let and = p.grammar.conjunctions.iter().find(|c| p.tokens.word(k).starts_with(c.as_str())).map_or(0, String::len);
    party(p, g, k, and, limit)
}

/// Those who are joined to the last party, one after another: «… ومصر والسودان». Several who are not named only come along.
fn all_joined(p: &Passage<'_>, g: &ContactGrammar, last: &Side, mut end: usize, limit: usize) -> (Vec<Side>, usize) {
    let mut more = Vec::new();
    // «سفير عمان لدى إيطاليا ومالطا»: a bare name goes on with the one before it.
    let bare = matches!(last, Side::Phrase { tokens, .. } if p.name_at(tokens.start) == Some(tokens.end) || crate::seat_at(p, tokens.start, 0).is_some() || tokens.len() == 1);
    let somebody = Class::Role.bit() | Class::Title.bit() | Class::Relation.bit();
    while more.len() < MOST
        && let at = end + usize::from(end + 1 < limit && p.is_comma(end))
        && at < limit
        && !p
            .grammar
            .conjunctions
            .iter()
            .any(|c| g.words.around.longest(p.tokens, at, c.len()).is_some_and(|h| h.values.contains(&Around::People)))
        && (bare || p.any(at, somebody) || p.person_at(at).is_some())
        && let Some((side, close)) = joined(p, g, at, limit)
    {
        more.push(side);
        end = close;
    }
    (more, end)
}

/// One more who takes part, told in a relative clause: «… الذي سيشارك فيه أيضا الوزير».
fn joins_in(p: &Passage<'_>, g: &ContactGrammar, at: usize, limit: usize) -> Option<Side> {
    let verb = at + 1;
    if verb >= limit || !p.is(at, Class::Object) {
        return None;
    }
    let mut k = g.around(p, verb, Around::Joins)?;
    while k < limit && (p.any(k, Class::Adverb.bit()) || is_resumed(p, k)) {
        k = p.end_of(k, Class::Adverb).max(k + 1);
    }
    contact::is_actor(p, g, k).then(|| party(p, g, k, 0, limit))?.map(|found| found.0)
}

/// Whether a side takes up both sides of the contact told before: «الجانبان», «الوزيران».
fn is_pair(p: &Passage<'_>, g: &ContactGrammar, side: &Side) -> bool {
    let pair = |k: usize| p.is(k, Class::AnaphorPlural) || g.around(p, k, Around::Pair).is_some();
    matches!(side, Side::Phrase { tokens, .. } if pair(tokens.start))
}

/// Of several who are named by their states, the first state: «وزيري خارجية قطر | وتونس».
fn first_state(p: &Passage<'_>, g: &ContactGrammar, first: Side, second: &Side) -> Side {
    let (Side::Phrase { tokens, .. }, Side::Phrase { tokens: other, .. }) = (&first, second) else { return first };
    let people = g.around(p, tokens.start, Around::People).is_some() || p.is(tokens.start, Class::PluralHead);
    let state = (tokens.start + 1..tokens.end).find(|&k| p.name_at(k) == Some(tokens.end));
    match state {
        Some(k) if people && p.name_at(other.start) == Some(other.end) => Side::plain(k..tokens.end),
        _ => first,
    }
}

/// Where a contact's clause ends: before the next verb of speech that a glued "and" or a comma sets off.
fn limit(p: &Passage<'_>, hit: &ContactHit<'_>, end: usize) -> usize {
    let cue = p.cues_in(hit.end..end).iter().find(|c| c.skip > 0 || c.at > 0 && p.is_mark(c.at - 1)).map_or(end, |c| c.at);
    // «قناة "سي ان ان"»: a name in quotation marks holds no clause.
    let quoted = |k: usize| p.quote_around(k).is_some_and(|q| q.open > hit.at && q.close - q.open <= BARE + 1);
    let mark = (hit.end..end).find(|&k| p.tokens.is_mark(k, ':') || p.is(k, Class::Clause) && !quoted(k)).unwrap_or(end);
    let quote = p.quote_around(hit.at).map_or(end, |q| q.close);
    // «…، وسيشارك …»: another verb of the future begins another clause.
    let and = p.grammar.conjunctions.first().map_or("", String::as_str);
    let future = grammar().map_or("", |g| g.words.future.as_str());
    let begins = |k: usize| {
        p.is_comma(k - 1) && p.tokens.word(k).strip_prefix(and).and_then(|w| w.strip_prefix(future)).is_some_and(|w| w.chars().count() >= 4)
    };
    let next = (hit.end + 1..end).find(|&k| begins(k)).unwrap_or(end);
    cue.min(mark).min(quote).min(next)
}

/// Whether a preposition with a pronoun stands at a token: «بها».
fn is_resumed(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    p.tokens.is_word(k)
        && p.grammar.prepositions.iter().any(|g| word.strip_prefix(g.as_str()).is_some_and(|rest| (1..=2).contains(&rest.chars().count())))
        && p.grammar.possessives.iter().any(|e| word.ends_with(e.as_str()))
}

/// Whether a noun takes up a contact that was told before: «هذا اللقاء».
fn is_known(p: &Passage<'_>, hit: &ContactHit<'_>) -> bool {
    hit.at > 0 && p.is(hit.at - 1, Class::Demonstrative)
}

fn encounter_of(
    basis: &'static str,
    hit: &ContactHit<'_>,
    first: Side,
    second: Side,
    more: Vec<Side>,
    evidence: Range<usize>,
) -> Encounter {
    let mut told = encounter(basis, hit, first, second, evidence);
    told.sides.extend(more.into_iter().map(|side| (side, hit.word.roles[1])));
    told
}

fn encounter(basis: &'static str, hit: &ContactHit<'_>, first: Side, second: Side, evidence: Range<usize>) -> Encounter {
    Encounter { basis, sides: vec![(first, hit.word.roles[0]), (second, hit.word.roles[1])], evidence, part: None }
}
