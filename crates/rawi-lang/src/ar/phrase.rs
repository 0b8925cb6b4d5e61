//! Arabic noun phrases: where they end, and what stands at their words.

use rawi_text::{Quote, behind};

use super::audience::is_addressee;
use super::object::is_feminine_plural_object;
use crate::{Class, Part, Passage};

/// The longest noun phrase that is taken for a subject, in tokens.
pub(super) const LONGEST: usize = 16;

/// The longest name in quotation marks before a clause, in tokens.
const QUOTED: usize = 9;

pub(super) const ENDS: u64 = Class::Preposition.bit()
    | Class::Object.bit()
    | Class::Clause.bit()
    | Class::Adverb.bit()
    | Class::Resume.bit()
    | Class::Conjunction.bit()
    | Class::Saying.bit()
    | Class::Addressing.bit()
    | Class::Back.bit();

/// What goes on with a phrase behind a person's name.
const MORE: u64 = Class::Role.bit() | Class::Title.bit() | Class::NameLink.bit() | Class::Inner.bit() | Class::Envoy.bit();

/// Whether a preposition is glued before the article: «للسلام», «بالقرار».
pub(crate) fn has_glued_article(p: &Passage<'_>, i: usize) -> bool {
    let (word, article) = (p.tokens.word(i), p.grammar.article.as_str());
    let short = article.char_indices().nth(1).map_or("", |(at, _)| &article[at..]);
    p.name_at(i).is_none()
        && p.grammar.prepositions.iter().any(|g| {
            word.strip_prefix(g.as_str()).is_some_and(|rest| rest.starts_with(article) || g.as_str() == short && rest.starts_with(short))
        })
}

/// Whether a word is one that stands in the text by itself too, with a preposition glued before it.
pub(super) fn is_glued(p: &Passage<'_>, i: usize) -> bool {
    let word = p.tokens.word(i);
    !p.is(i, Class::Inner)
        && p.grammar
            .prepositions
            .iter()
            .any(|g| word.strip_prefix(g.as_str()).is_some_and(|rest| rest.chars().count() >= 3 && p.says(rest)))
}

/// Whether a word names the body whose office heads a phrase: «المستشار القانوني | لوزارة المياه».
pub(super) fn is_office_of(p: &Passage<'_>, start: usize, i: usize) -> bool {
    let behind = |d: &String| p.tokens.word(i).strip_prefix(d.as_str()).is_some_and(|w| is_body(p.grammar.classes.get(w)));
    let is_body = p.skip(i) == 0 && p.grammar.dative.iter().any(behind);
    // «مركز الملك سلمان»: a name within the name of the body is nobody's here.
    let holds = (i + 1..i + 4).any(|k| p.any(k, Class::Title.bit() | Class::Role.bit()));
    // «الأمانة العامة | لمجلس التعاون»
    let seat = i == start + 2 && p.is(start, Class::Body) && definite(p, start) && definite(p, start + 1);
    // «لقائه برئيس المكتب السياسي | لحركة …»
    let glued = |g: &String| p.tokens.word(start).strip_prefix(g.as_str()).is_some_and(|w| p.grammar.classes.get(w).contains(&Class::Role));
    let role = || p.is(start, Class::Role) || p.grammar.prepositions.iter().any(glued);
    is_body && !holds && (seat || role()) && !(start..=i).any(|k| p.person_at(k).is_some() || p.behind_person(k))
}

pub(super) fn is_body(classes: &[Class]) -> bool {
    classes.contains(&Class::Body) && !classes.contains(&Class::Outlet)
}

/// Whether the seat of a government stands at a token.
pub(crate) fn is_seat(p: &Passage<'_>, i: usize) -> bool {
    crate::seat::seat_at(p, i, seat_skip(p, i)).is_some()
}

/// The bytes of a conjunction before the seat of a government: «ومدريد».
pub(super) fn seat_skip(p: &Passage<'_>, i: usize) -> usize {
    let word = p.tokens.word(i);
    let glued = p.grammar.conjunctions.iter().find(|c| rawi_text::begins(word, c)).map_or(0, String::len);
    if p.skip(i) == 0 && glued > 0 && crate::seat::seat_at(p, i, glued).is_some() { glued } else { p.skip(i) }
}

/// Whether the head of a phrase before its verb can be one who speaks.
pub(crate) fn speaker_head(p: &Passage<'_>, i: usize) -> bool {
    p.is_actor(i)
        || p.person_at(i).is_some()
        || is_seat(p, i)
        || definite(p, i)
        || p.quote_at(i).is_some()
        || p.is(i, Class::Demonstrative) && p.is_actor(i + 1)
}

/// One past the last token of the noun phrase that begins at a token.
pub(crate) fn phrase_end(p: &Passage<'_>, start: usize, end: usize) -> usize {
    if let Some(class) = [Class::Anaphor, Class::AnaphorPlural].into_iter().find(|&c| p.is(start, c)) {
        return p.end_of(start, class).min(end);
    }
    // A long known name is whole: what follows it is no part of it, but for further names of a person.
    if let Some(close) = p.name_at(start).filter(|&e| e >= start + 3 && e < end && p.tokens.word(e).chars().count() > 3) {
        let last = definite(p, close) && !p.is_classed(close) && p.name_at(close).is_none() && p.cues_in(close..close + 1).is_empty();
        return if last && p.person_at(start).is_some_and(|e| e > close) { close + 1 } else { close };
    }
    // «عدد من التجار»
    let mut i = if p.is(start, Class::Indefinite) { p.end_of(start, Class::Indefinite).max(start) } else { start };
    if i > start && p.tokens.word(i - 1) == p.tokens.word(start) {
        i = start;
    }
    let first = i;
    let several = p.is_sound_plural(start) && !p.any(start, Class::Role.bit() | Class::Unnamed.bit());
    while i < end {
        if let Some(close) = p.posted(start, i, end) {
            i = close;
            continue;
        }
        // «مصدر في وزارة المياه»: where a source stands goes with it.
        if let Some(close) = stands_in(p, start, i) {
            i = close;
            continue;
        }
        // Behind a person's name only what tells more of him goes on: an office, a title, words in brackets or commas.
        let known = |i: usize| (start..i).any(|k| p.name_at(k).is_some_and(|e| e > i && e <= end));
        if i > start
            && p.behind_person(i)
            && !p.is(i - 1, Class::Role)
            && !p.any(i, MORE)
            && !p.is_mark(i)
            && p.person_at(i).is_none()
            && !known(i)
        {
            return i;
        }
        // «طالب الموظفون المسرحون | هيئة الميناء بـ…»: no indefinite noun follows such a plural, and no feminine one.
        if i > start && several && p.tokens.is_word(i) && is_other_noun(p, i) {
            return i;
        }
        // «… المرافق لولي العهد | معالي وزير النقل»: a title before an office is another one's.
        if i > start + 1 && p.is(i, Class::Title) && definite(p, i - 1) && !p.is(i - 1, Class::Title) {
            let office = p.end_of(i, Class::Title);
            if p.is(office, Class::Role) && !p.is(office, Class::Title) && !p.is(i, Class::Role) {
                return i;
            }
        }
        // «الرئيس سالم | الرئيس الكندي»: the same office behind a name is another one's.
        if i > start && p.behind_person(i) && p.is(i, Class::Role) && p.tokens.word(i) == p.tokens.word(start) {
            return i;
        }
        // «اتهم مكتب الكندي | النخلي»: two whom the registry knows.
        let known = |k: usize| p.name_at(k) == Some(i) && p.person_at(k).is_some_and(|e| e >= i);
        if i > start && p.name_at(i).is_some() && p.glued_at(i) == 0 && p.skip(i) == 0 {
            let person = |k: usize| p.person_at(i).is_some() || p.person_at(k).is_some_and(|e| e > i);
            if (start..i).any(|k| known(k) && person(k)) {
                return i;
            }
        }
        // «وأشار المهندس القحطاني | ليبين أن …»
        let so = |d: &String| behind(p.tokens.word(i), d).map(|rest| p.grammar.cues.forms.get(rest));
        if i > start && p.grammar.dative.iter().filter_map(so).flatten().any(|f| f.part == Part::Present) {
            return i;
        }
        // «المقاومة الشعبية | الشهيد سالم»: whom the body's verb acts on.
        if i > start && p.is(i, Class::Title) && p.is(start, Class::Body) && definite(p, start) && !p.is(i, Class::Role) {
            return i;
        }
        if i > start
            && ((p.any(i, ENDS) || p.is(i, Class::Opening)) && !p.is(i, Class::Inner)
                || begins_cue(p, i)
                || is_to_outlet(p, i) && !p.is(start, Class::Paper)
                || is_addressee(p, i) && !is_office_of(p, start, i) && !is_purpose(p, start, i)
                || p.is(i, Class::Demonstrative)
                // «قال ضابط كبير | وهو يتفقد السفن»
                || p.is(i, Class::Anaphor) && p.skip(i) > 0
                || p.tanwin(i)
                || is_told_object(p, i)
                || is_owned(p, i)
                || is_object(p, start, i)
                || is_behind_sources(p, start, i)
                || is_behind_definite(p, start, i)
                || p.is(i, Class::Quantity) && definite(p, i - 1)
                || is_another(p, start, i)
                || is_plain_object(p, i)
                || is_feminine_plural_object(p, start, i)
                // «دعا المركز الأمم المتحدة إلى …»
                || i == start + 1 && p.is(start, Class::Generic) && is_other_name(p, i)
                // «عدد من | أفراد الحي»: the letters of a verbal noun; «مدير عام | تعليم الساحل».
                || p.is_verbal_noun(i) && !p.is(i - 1, Class::NameLink) && i > first && (i > p.end_of(start, Class::Role).max(start + 1) || definite(p, start) || !p.any(start, Class::Role.bit() | Class::Body.bit())))
        {
            return i;
        }
        if let Some(quote) = p.quote_at(i) {
            // «وأضاف النخلي | «هذا غير صحيح»، …»: behind a person's name some words are what he says.
            let last = |k: usize| p.is_last_name(k) || p.speaks_alone(k);
            if i > start && (p.behind_person(i) || last(i - 1)) && is_said(p, quote) {
                return i;
            }
            // «وذكرت «سواحل الشرق الأوسط وشمال أفريقيا» أن …»: one that opens a clause may be longer.
            // «ذكرت "كتيبة الشهيد سالم بن علي النخلي"، …»: so may the name of a body.
            let opens = p.is(quote.close + 1, Class::Clause) || p.is(i + 1, Class::Body) && !p.is(i + 2, Class::Clause);
            let heads = i == start && quote.close - i <= QUOTED && opens;
            if quote.closed && quote.close < end && (quote.close - i <= 5 || heads) {
                i = quote.close + 1;
                continue;
            }
            return i;
        }
        // Titles in a row, with a comma between: «صاحب السمو الملكي، الأمير محمد».
        if p.is_comma(i) && p.is(i + 1, Class::Title) && (start..i).any(|k| p.is(k, Class::Title) && p.end_of(k, Class::Title) == i) {
            i += 1;
            continue;
        }
        // «المهندس/ سالم النخلي»
        if p.tokens.is_mark(i, '/')
            && (start..i).any(|k| p.is(k, Class::Title) && p.end_of(k, Class::Title) == i)
            && p.tokens.is_word(i + 1)
        {
            i += 1;
            continue;
        }
        // The stop of a short title: «د. أسامة».
        if p.tokens.is_mark(i, '.') && i > start && p.tokens.word(i - 1).chars().nth(1).is_none() && p.tokens.is_word(i + 1) {
            i += 1;
            continue;
        }
        if p.is_mark(i) {
            // The prefix «لـ«…»» is glued to a quotation; brackets hold a by-name.
            if p.tokens.is_mark(i, '(')
                && i > start
                && let Some(close) = (i + 1..end.min(i + 6)).find(|&k| p.tokens.is_mark(k, ')'))
            {
                i = close + 1;
                continue;
            }
            return i;
        }
        let whole = [Class::Unnamed, Class::Role].into_iter().find(|&c| p.is(i, c)).map_or(i + 1, |c| p.end_of(i, c));
        i = whole.max(i + 1);
    }
    end
}

/// Whether a short quotation is rather said than a by-name: it holds several words, or opens speech, and a mark follows it.
pub(super) fn is_said(p: &Passage<'_>, quote: &Quote) -> bool {
    let several = quote.inside().filter(|&k| p.tokens.is_word(k)).count() > 2;
    let named = (quote.open + 1..quote.close).any(|k| p.name_at(k).is_some() || p.person_at(k).is_some());
    quote.closed && p.is_mark(quote.close + 1) && (several && !named || p.is(quote.open + 1, Class::Opening))
}

/// One past the first word of where a source without a name stands: «مسؤول | في حركة النخيل», «مصادر | في الميناء».
fn stands_in(p: &Passage<'_>, start: usize, i: usize) -> Option<usize> {
    let at = i + 1;
    if let Some(close) = body_in(p, start, i) {
        return Some(close);
    }
    // «قيادي | في حركة النخيل», «ضابط كبير | في الجيش»
    let adjective = |k: usize| {
        p.tokens.is_word(k) && p.classes_at(k) & !Class::Role.bit() == 0 && !definite(p, k) && !p.is_of_person(k) && !p.is_finite(k)
    };
    let place = p.name_at(at).is_some() || is_seat(p, at);
    let office = p.is(start, Class::Role) && !definite(p, start) && p.owner(start).is_none();
    let office = office && i <= start + 2 && (start + 1..i).all(adjective);
    let some = office && (p.is(at, Class::Body) || definite(p, at) && !place);
    if i <= start || !some && !p.any(start, Class::Unnamed.bit() | Class::PluralHead.bit()) || p.skip(at) > 0 {
        return None;
    }
    let among = |list: &[String]| list.iter().any(|w| w == p.tokens.word(i));
    // «تحدثت وسائل إعلام | عن الجبهة»: of what it tells.
    let about = p.is(i, Class::Site) && p.skip(i) == 0 && !among(&p.grammar.within) && !among(&p.grammar.partitive);
    if p.is(start, Class::Unnamed) && p.is(i, Class::Preposition) && p.is(at, Class::Body) && !about {
        return Some(at + 1);
    }
    if !among(&p.grammar.within) {
        return None;
    }
    // «قال مسؤول في المؤتمر إن»: an occasion.
    let word = p.tokens.word(at).strip_prefix(p.grammar.article.as_str()).unwrap_or_default();
    let told = is_told(p, at) || p.grammar.classes.get(word).iter().any(|c| TOLD & c.bit() != 0);
    let site = p.is(at, Class::Body) || p.name_at(at).is_some() || definite(p, at);
    // «المحللون | في المتوسط»
    let aside = p.is(i, Class::Adverb) && p.end_of(i, Class::Adverb) > at;
    (site && !told && !aside && !p.is_time(at)).then(|| p.name_at(at).unwrap_or(at + 1))
}

/// One past where a body is, before its clause: «المجلس العسكري | في صحار | إن …», «قسم التأهيل | في وزارة المياه | أن …».
fn body_in(p: &Passage<'_>, start: usize, i: usize) -> Option<usize> {
    let at = i + 1;
    let within = p.grammar.within.iter().any(|w| w == p.tokens.word(i)) && p.skip(at) == 0 && p.glued_at(at) == 0;
    if i <= start + 1
        || !within
        || !p.is(start, Class::Body)
        || p.is(start, Class::Outlet)
        || is_told(p, at)
        || p.name_at(start).is_some_and(|e| e >= i)
    {
        return None;
    }
    let body = p.is(at, Class::Body) && !definite(p, at) && definite(p, at + 1);
    let close = p.name_at(at).or(body.then_some(at + 2))?;
    let opens = p.is(close, Class::Clause) || p.is_comma(close) && p.is(close + 1, Class::Clause) || p.tokens.is_mark(close, ':');
    (opens && !(start..i).any(|k| p.person_at(k).is_some())).then_some(close)
}

/// Whether a call, a letter or a talk stands at a token, in the accusative too: «اتصالا».
pub(crate) fn is_told(p: &Passage<'_>, k: usize) -> bool {
    p.any(k, TOLD) || is_told_object(p, k)
}

/// A paper, and an occasion on which somebody speaks.
const TOLD: u64 = Class::Paper.bit() | Class::Occasion.bit() | Class::ToldIn.bit();

/// Whether a call, a letter or a talk stands at a token with the ending of an object: «تلقى الأمير | اتصالا».
fn is_told_object(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    let stem = || p.grammar.accusatives.iter().find_map(|a| word.strip_suffix(rawi_text::fold(a).as_str()));
    p.accusative(k) && stem().is_some_and(|w| p.grammar.classes.get(w).iter().any(|c| TOLD & c.bit() != 0))
}

/// Whether an outlet with its article is addressed: «للقناة».
fn is_to_outlet(p: &Passage<'_>, i: usize) -> bool {
    let article = p.grammar.article.as_str();
    let rest = p.grammar.dative.iter().find_map(|d| behind(behind(p.tokens.word(i), d)?, d));
    rest.is_some_and(|rest| p.grammar.classes.get(&format!("{article}{rest}")).contains(&Class::Outlet))
}

/// Whether a noun begins at a token that cannot go on with a definite plural of persons.
fn is_other_noun(p: &Passage<'_>, i: usize) -> bool {
    let named = p.person_at(i).is_some() || p.name_at(i).is_some() && !p.is(i, Class::Body);
    let plain = p.tokens.kind(i) == rawi_text::TokenKind::Word;
    // «دعا المتظاهرون | النخلي إلى …»
    if named {
        return p.glued_at(i) == 0 && p.person_at(i).is_some();
    }
    let plural = p.grammar.plural_nouns.iter().any(|e| p.tokens.word(i).ends_with(e.as_str()));
    let word = p.tokens.word(i);
    let glued = p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).any(|g| rawi_text::begins(word, g));
    plain && !glued && !p.is(i, Class::Inner) && (!definite(p, i) || plural || p.is(i, Class::Public))
}

/// Whether a body's name goes on with what it is for: «المنظمة العربية | لتطوير صناعة الألبان».
fn is_purpose(p: &Passage<'_>, start: usize, i: usize) -> bool {
    let letter = p.grammar.dative.iter().find(|d| p.tokens.word(i).starts_with(d.as_str()));
    i >= start + 2 && p.is(start, Class::Body) && letter.is_some_and(|letter| p.is_verbal_noun_behind(i, letter.len()))
}

/// Whether a known name begins at a token that is no adjective of the noun before it: «المنظمة العربية».
fn is_other_name(p: &Passage<'_>, i: usize) -> bool {
    p.glued_at(i) == 0 && p.name_at(i).is_some_and(|close| close > i + 1 || !definite(p, i))
}

/// Whether a participle or another reporting verb begins at a token.
fn begins_cue(p: &Passage<'_>, i: usize) -> bool {
    p.cues_in(i..i + 1).iter().any(|c| c.part == Part::Participle || c.skip > 0)
}

pub(super) fn definite(p: &Passage<'_>, i: usize) -> bool {
    p.is_definite(i)
}

/// Whether an object that belongs to the one who acts begins at a token: «أعلن النادي تعاقده», «جددت الوزارة دعوتها».
fn is_owned(p: &Passage<'_>, i: usize) -> bool {
    p.name_at(i).is_none()
        && p.person_at(i).is_none()
        && !p.is(i - 1, Class::Title)
        // «المدير عبدالله» is no «المدير سعادته».
        && (!p.is(i - 1, Class::Role) || p.tokens.word(i).chars().count() > 4 && !p.is_of_person(i))
        && (definite(p, i - 1) || p.behind_person(i) || is_own_speech(p, i))
        && !definite(p, i)
        && p.owner(i).is_some()
}

/// Whether a word is somebody's own speech, a noun that no office is called after: «واختتم أمين الغرفة | كلمته».
fn is_own_speech(p: &Passage<'_>, i: usize) -> bool {
    let word = p.tokens.word(i);
    let stem = p.owner(i).and_then(|e| word.strip_suffix(e)).unwrap_or_default();
    let feminine = || stem.strip_suffix('\u{62A}').map(|s| format!("{s}\u{647}"));
    let told = |word: &str| p.grammar.classes.get(word).iter().any(|c| matches!(c, Class::ToldIn | Class::Speech));
    told(stem) || feminine().is_some_and(|s| told(&s))
}

/// Where the object of a verb begins within a phrase: at an indefinite noun behind what can only end the subject, a quoted
/// name or one that is known, where no clause follows: «توقعت «الأرصاد» هطول …».
pub(super) fn bare_object(p: &Passage<'_>, start: usize, stop: usize, end: usize) -> Option<usize> {
    let quoted = p.quote_at(start).map(|q| q.close + 1);
    let known = p.name_at(start).or_else(|| p.person_at(start));
    let close = quoted.or(known).filter(|&c| c > start && c < stop)?;
    let opens = |k: usize| p.is(k, Class::Clause) || p.tokens.is_mark(k, ':') || p.quote_at(k).is_some_and(|q| q.inside().len() >= 6);
    let clause = (close..end.min(close + 8)).any(opens);
    let more = definite(p, close) || p.any(close, MORE) || p.person_at(close).is_some() || p.name_at(close).is_some() || p.is_mark(close);
    (!clause && !more).then_some(close)
}

/// Where the object begins behind a definite feminine body and its adjectives: «أدانت الحكومة العراقية | الغارات التركية».
pub(super) fn behind_feminine(p: &Passage<'_>, start: usize, stop: usize) -> Option<usize> {
    let feminine = |k: usize| p.tokens.list[k].raw.of(p.raw).ends_with('\u{629}');
    // «دانت الفصائل النهرية | التأخير»: so is a plural that such an adjective tells of.
    let several = definite(p, start) && start + 1 < stop && definite(p, start + 1) && feminine(start + 1);
    if !p.is(start, Class::Body) || !(feminine(start) || several) {
        return None;
    }
    // «رفضت وزارة الخارجية السودانية | التصريحات الأميركية»
    if !definite(p, start) {
        let other = (start + 2..stop).find(|&k| !(definite(p, k) && feminine(k)))?;
        let noun = definite(p, other) && !p.is_classed(other) && p.name_at(other).is_none() && p.person_at(other).is_none();
        return (other > start + 2 && definite(p, start + 1) && noun).then_some(other);
    }
    // «أدانت الحكومة العراقية | الغارات التركية»: a name that is known is whole.
    if let Some(close) = p.name_at(start).filter(|&e| e > start + 1) {
        let other = close < stop && definite(p, close) && !feminine(close) && !p.is_classed(close) && p.name_at(close).is_none();
        return (other && p.person_at(close).is_none()).then_some(close);
    }
    let other = (start + 1..stop).find(|&k| !(definite(p, k) && feminine(k)))?;
    let noun = definite(p, other) && !p.is_classed(other) && p.name_at(other).is_none() && p.person_at(other).is_none();
    (other > start + 1 && noun).then_some(other)
}

/// Where the object begins behind a last name alone, which the text holds elsewhere too: «ثمن العمري | الدور الكبير».
pub(super) fn behind_last_name(p: &Passage<'_>, start: usize, stop: usize) -> Option<usize> {
    let word = p.tokens.word(start);
    let plain = stop > start + 1 && definite(p, start) && definite(p, start + 1) && !p.is_classed(start) && p.name_at(start).is_none();
    let name = plain && p.grammar.name_endings.iter().any(|e| word.ends_with(e.as_str())) && p.person_at(start + 1).is_none();
    (name && p.repeats(word)).then_some(start + 1)
}

/// Whether an indefinite plural stands behind a definite word: it belongs to no noun phrase, «نقل الأمير للرئيس تحيات الملك».
fn is_plain_object(p: &Passage<'_>, i: usize) -> bool {
    let word = p.tokens.word(i);
    let plural = word.chars().count() > 4 && p.grammar.plural_nouns.iter().any(|e| word.ends_with(e.as_str()));
    let glued = p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).any(|c| word.starts_with(c.as_str()));
    plural
        && !glued
        && !definite(p, i)
        && definite(p, i - 1)
        && !p.is_classed(i)
        && p.person_at(i).is_none()
        && p.name_at(i).is_none()
        && p.skip(i) == 0
}

/// Whether a definite body behind a plain name is whom the verb acts on: «طالب أبو زيد البرلمان بـ…».
fn is_object(p: &Passage<'_>, start: usize, i: usize) -> bool {
    const HEADS: u64 = Class::Role.bit() | Class::Body.bit() | Class::Outlet.bit() | Class::PluralHead.bit() | Class::Unnamed.bit();
    let ended = definite(p, i - 1) || p.behind_person(i) || p.person_at(start).is_some();
    let alone = i == start + 1 && definite(p, start) && p.is(start, Class::Role);
    // «طالب مجلس محافظة الميناء | الحكومة بـ…»
    let adjective = p.tokens.list.get(i).is_some_and(|t| t.raw.of(p.raw).ends_with("\u{64A}\u{629}"));
    let body = p.is(start, Class::Body) && !definite(p, start) && definite(p, i - 1) && i > start + 1 && !adjective;
    // «حملت الفصائل النهرية | الإدارة المسؤولية»
    let several = p.is(start, Class::PluralHead);
    let whole = definite(p, start) && !adjective && (several || p.is(start, Class::Body) && !p.is(i, Class::Generic));
    let alone = alone || body || whole;
    ended && p.is(i, Class::Body) && definite(p, i) && p.name_at(i).is_none() && (alone || !(start..i).any(|k| p.any(k, HEADS)))
}

/// Whether an indefinite noun stands behind a body that is definite by itself, and so whole: «أعلنت السلطات المحلية | حالة الطوارئ».
fn is_behind_definite(p: &Passage<'_>, start: usize, i: usize) -> bool {
    /// What is whole where it is definite.
    const WHOLE: u64 = Class::Body.bit() | Class::Generic.bit() | Class::PluralHead.bit() | Class::Unnamed.bit() | Class::Paper.bit();
    // «أعلنت وزارة المياه | حجم الضرر»: so is one that a definite noun makes so, before another such pair.
    let pair =
        || i > start + 1 && p.is(start, Class::Body) && !p.is(start, Class::Outlet) && definite(p, i + 1) && !p.is(i - 1, Class::Title);
    // «أكد سالم النخلي نائب الوزير العماني | سداد الديون»
    let held = || p.person_at(start).is_some_and(|e| e < i && (e..i).any(|k| p.is(k, Class::Role)));
    let whole = p.any(start, WHOLE) && definite(p, start) || pair() || held();
    let word = p.tokens.word(i);
    let joined = p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).any(|g| word.starts_with(g.as_str()));
    let plain = p.tokens.is_word(i) && !p.is_classed(i) && !definite(p, i) && !joined && p.person_at(i).is_none() && p.name_at(i).is_none();
    // «التقرير الـ51»
    let plain = plain && word != p.grammar.article && p.tokens.word(i - 1) != p.grammar.article;
    whole && plain && !p.is_of_person(i) && (definite(p, i - 1) || has_glued_article(p, i - 1))
}

/// Whether somebody else begins behind a body that is definite by itself: «اتهمت اللجنة | رئيس الاتحاد بـ…».
fn is_another(p: &Passage<'_>, start: usize, i: usize) -> bool {
    let role = p.is(i, Class::Role) && !p.is(i, Class::Inner) && !definite(p, i) && p.skip(i) == 0 && p.person_at(i).is_none();
    role && p.is(start, Class::Body) && !p.is(start, Class::Outlet) && definite(p, i - 1)
}

/// Whether a noun stands behind unnamed sources and their adjectives: «وصفت وسائل إعلام محلية | كلام الوزير بأنه …».
fn is_behind_sources(p: &Passage<'_>, start: usize, i: usize) -> bool {
    let feminine = |k: usize| p.tokens.list[k].raw.of(p.raw).ends_with('\u{629}');
    let plain = !definite(p, i) && !p.is_classed(i) && p.person_at(i).is_none() && p.name_at(i).is_none();
    p.is(start, Class::Unnamed) && i > start + 1 && p.tokens.is_word(i) && feminine(i - 1) && !feminine(i) && plain
}
