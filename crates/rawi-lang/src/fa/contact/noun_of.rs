//! # What it reads
//! A contact noun followed by its parties: «دیدار X با Y», «گفت‌وگوی تلفنی X و Y», «گفت‌وگو میان X و Y»; and «در دیدار Y»,
//! where the other one is the subject of the clause.
//!
//! Example: «دیدار وزیر ورزش عمان با استاندار هرمزگان» (meeting of Oman's minister of sports with the governor of
//! Hormozgan)
//!
//! # What it leaves
//! Nouns with one party whose other one the clause does not name, except where they are a headline.

use crate::contact::{self, Around, ContactHit, ContactPart, ContactRule, Encounter, Shape, Side};
use crate::{Class, Passage, Place};

/// How many words may tell of what kind a contact was before its parties.
const ADJECTIVES: usize = 5;

/// «دیدار X با Y»
pub(super) const NOUN_OF: ContactRule = ContactRule { id: "fa/contact/noun-of", read };

fn read(p: &Passage<'_>, hit: &ContactHit<'_>, place: &Place) -> Option<Encounter> {
    let g = super::grammar()?;
    if hit.part != ContactPart::Noun || matches!(hit.word.shape, Shape::Of | Shape::Object) || super::is_known(p, hit) {
        return None;
    }
    // «درباره مذاکرات ایران و عمان»: talks that are a topic.
    let before = |class| g.before(p, hit.at - usize::from(hit.at > 0 && p.quote_at(hit.at - 1).is_some()), class).is_some();
    let talks = hit.word.kind == rawi_model::ContactKind::Talks && !hit.word.loose;
    if talks && before(Around::Concerning) {
        return None;
    }
    let start = contact::clause_start(p, hit.at, &place.sentence);
    let limit = super::limit(p, hit, place.sentence.end);
    if let Some(from) = (hit.end..limit.min(hit.end + 3)).find_map(|k| g.around(p, k, Around::Between)) {
        if let Some((sides, end)) = super::several(p, from, limit) {
            return Some(super::encounter_of(NOUN_OF.id, hit, sides, hit.at..end));
        }
        if let Some((first, second, end)) = super::apposed(p, g, from, limit) {
            return Some(super::encounter(NOUN_OF.id, hit, first, second, hit.at..end));
        }
        let end = super::phrase_end(p, from, limit);
        // «دیدار میان سفیر عراق و سفیر عمان | بوده است», «از گفت‌وگو میان عراق و عمان | استقبال کرد»
        let noun =
            |k: usize| k > from + 1 && g.around(p, k, Around::Light).is_some() && !p.is_of_person(k - 1) && p.name_at(k - 1).is_none();
        let verb = (from + 1..end).find(|&k| super::is_verb(p, g, k));
        let end = verb.map_or(end, |k| k - usize::from(noun(k)));
        let (first, second) = super::pair(p, g, from..end, 2)?;
        return Some(super::encounter(NOUN_OF.id, hit, first, second, hit.at..end));
    }
    let mut i = hit.end;
    while i < limit && p.is(i, Class::Adverb) && !contact::is_actor(p, g, i) {
        i = p.end_of(i, Class::Adverb);
    }
    // «گفت‌وگوهای روادید ایران و عمان», «گفت‌وگوی ویژه سالم الکعبی با …»: what the talks are about, or of what kind, stands
    // before the parties.
    if !contact::is_actor(p, g, i) {
        let named = |k: usize| p.name_at(k).is_some() || p.person_at(k).is_some() && hit.word.kind != rawi_model::ContactKind::Talks;
        let plain = |k: usize| p.tokens.is_word(k) && !p.any(k, Class::Preposition.bit() | Class::Conjunction.bit() | Class::Object.bit());
        // «گفت‌وگوی پسر پادشاه عمان با …»: behind an office stands the state whose it is.
        let from = (i..limit.min(i + 3)).find(|&k| !plain(k) || named(k) || p.is(k, Class::Role)).filter(|&k| named(k));
        // «مذاکرات فشرده و طولانی وزیر نیرو با …»
        let somebody =
            |k: usize| p.any(k, Class::Role.bit() | Class::Title.bit() | Class::Body.bit() | Class::PluralHead.bit()) && p.skip(k) == 0;
        let described = || {
            let word = |k: &usize| plain(*k) || p.is(*k, Class::Conjunction) && *k > i;
            let k = (i..limit.min(i + ADJECTIVES)).take_while(|k| word(k) || somebody(*k)).find(|&k| somebody(k))?;
            let (_, end) = super::party(p, g, k, limit)?;
            g.takes(p, hit, end).map(|_| k)
        };
        i = from.or_else(described).unwrap_or(i);
    }
    // «گفت‌وگویی «بسیار خوب» با …»: of what kind it was may be quoted.
    if p.quote_at(i).is_some_and(|q| q.closed && (q.open + 1..q.close).any(|k| g.around(p, k, Around::Manner).is_some())) {
        return None;
    }
    // «نامه‌ای سرگشاده خطاب به Y»: the other party alone is named.
    if g.takes(p, hit, i).is_some() {
        return None;
    }
    // «گفت‌وگوی جدی سالم و ناصر»
    let whole = p.name_at(i).is_some() || p.any(i, Class::Role.bit() | Class::Title.bit());
    let manner = g.around(p, i, Around::Manner);
    let manner = manner.filter(|&k| k < limit && !whole && (contact::is_actor(p, g, k) || p.is_of_person(k)));
    i = manner.unwrap_or(i);
    if let Some((sides, end)) = super::several(p, i, limit).filter(|_| !hit.word.across) {
        return Some(super::encounter_of(NOUN_OF.id, hit, sides, hit.at..end));
    }
    // «سفر احتمالی یک مقام عمانی به تهران»
    if !contact::is_actor(p, g, i) && p.is(i + 1, Class::Indefinite) {
        i += 1;
    }
    // «در گفت‌وگوی ویژه خبری شبکه ساحل»
    if hit.word.kind == rawi_model::ContactKind::Interview
        && g.around(p, hit.end, Around::Press).is_some()
        && let Some(before) = super::opener(p, g, hit)
    {
        let (outlet, end) = super::party(p, g, hit.end, limit)?;
        return Some(super::encounter(NOUN_OF.id, hit, super::acting(p, g, start, before), outlet, hit.at..end));
    }
    // «دیدار اخیرش با …», «تماس بسیار خوبی با …»
    // «سفر هفته آینده‌اش به …»
    let plain = || p.is_time(i) || g.around(p, i, Around::Manner).is_some() || p.any(i, Class::Quantity.bit() | Class::Adverb.bit());
    if !contact::is_actor(p, g, i) && plain() {
        return None;
    }
    if let Some((first, second, end)) = super::apposed(p, g, i, limit).filter(|f| !hit.word.across && g.takes(p, hit, f.2).is_none()) {
        return Some(super::encounter(NOUN_OF.id, hit, first, second, hit.at..end));
    }
    // «بازدید ۱۰ ساعته استاندار»
    if p.tokens.kind(i) == rawi_text::TokenKind::Number && hit.word.kind == rawi_model::ContactKind::Visit {
        return None;
    }
    let (first, end) = super::party(p, g, i, limit)?;
    // «به دیدار ناصر الخوری رفت»: the subject met him.
    let meeting = hit.word.kind == rawi_model::ContactKind::Meeting && !hit.word.across;
    if meeting && hit.at > start && p.is(hit.at - 1, Class::Preposition) && g.around(p, end, Around::Goes).is_some() {
        return match super::subject(p, g, start..hit.at - 1) {
            Side::Both => None,
            subject => Some(super::encounter(NOUN_OF.id, hit, subject, first, hit.at..end + 1)),
        };
    }
    // «پیام مکتوب و منسوب به …»
    if hit.word.shape == Shape::To && g.before(p, end, Around::Governs).is_some() {
        return None;
    }
    // «دیدار سالم و ناصر با یکدیگر»: both are named already.
    // «در دیدار سفیر عراق با بیان اینکه …»: nor is anybody named behind what is done there.
    let each = |after: usize| g.around(p, after, Around::Each).is_some() || g.around(p, after, Around::Occasion).is_some();
    if let Some(after) = g.takes(p, hit, end).filter(|&after| !each(after)) {
        let (second, end) = super::party(p, g, after, limit).or_else(|| super::site(p, g, hit, after, limit))?;
        // «سفر سالم به تهران و همسویی وزیران»: behind "and" what is no place is not visited.
        let place = crate::seat::country_at(p, after).filter(|&k| hit.word.kind == rawi_model::ContactKind::Visit && k < end);
        let and = |k: usize| p.is(k, Class::Conjunction) && crate::seat::country_at(p, k + 1).is_none();
        let (second, end) = place.filter(|&k| and(k)).map_or((second, end), |k| (Side::plain(after..k), k));
        // «جلسه شورا با انتشار بیانیه‌ای», «جلسه شورا با شرکت ۱۷ نماینده»: what is done at it is nobody.
        let number = |k: usize| p.tokens.kind(k) == rawi_text::TokenKind::Number;
        let somebody = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if contact::is_actor(p, g, tokens.start));
        if hit.word.across && (!somebody(&first) || p.is_verbal_noun(after) || number(after + 1)) {
            return None;
        }
        // «استقبال مردم از وزیر نیرو», «استقبال وزیر نیرو از طرح»: one person receives another.
        let person = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if super::is_person(p, tokens.start));
        if super::receives(hit) && !(i == hit.end && person(&first) && person(&second)) {
            return None;
        }
        let visit = hit.word.kind == rawi_model::ContactKind::Visit;
        if let Some((mut sides, close)) = super::enumerated(p, g, after, limit, super::THREE).filter(|_| !visit) {
            let mut told = super::encounter(NOUN_OF.id, hit, first, sides.remove(0), hit.at..close);
            told.sides.extend(sides.into_iter().map(|side| (side, hit.word.roles[1])));
            return Some(told);
        }
        let (second, more) = super::apart(p, g, second);
        // «سفر سالم و ناصر به عراق»: each of them travels.
        let visitors = match &first {
            Side::Phrase { tokens, .. } if hit.word.kind == rawi_model::ContactKind::Visit => super::pair(p, g, tokens.clone(), 2),
            _ => None,
        };
        let (first, other) = visitors.map_or((first, None), |(a, b)| (a, Some(b)));
        let mut told = super::encounter(NOUN_OF.id, hit, first, second, hit.at..end);
        told.sides.extend(other.map(|side| (side, hit.word.roles[0])));
        told.sides.extend(more.into_iter().map(|side| (side, hit.word.roles[1])));
        if !visit {
            told.sides.extend(super::listed(p, g, &told.sides[1].0, end, limit).into_iter().map(|side| (side, hit.word.roles[1])));
        }
        return Some(told);
    }
    if hit.word.across {
        return None;
    }
    // Place or time may stand before the preposition: «سفر وزیر در هفته آینده به مسقط».
    // «در دیدار رئیس و اعضای شورا»: one word beside people is of them.
    let people = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if g.around(p, tokens.start, Around::People).is_some());
    let alone = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if tokens.len() == 1 && p.name_at(tokens.start).is_none());
    if let Side::Phrase { tokens, .. } = &first
        && let Some((a, b)) = super::pair(p, g, tokens.clone(), 2).filter(|(a, b)| !(alone(a) && people(b)))
    {
        // «رئیس قوه در دیدار X و Y گفت»: whoever stands before the opener received both.
        // «شرکت در دیدار ایران و روسیه»: states meet one another.
        let office = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if p.any(tokens.start, Class::Role.bit() | Class::PluralHead.bit()) || g.around(p, tokens.start, Around::People).is_some());
        let meets = hit.word.kind == rawi_model::ContactKind::Meeting && office(&a) && office(&b);
        let inside = |k: &usize| meets && g.around(p, *k, Around::In).is_some();
        let host = super::opener(p, g, hit).filter(inside).map(|before| super::acting(p, g, start, before));
        if let Some(host @ Side::Phrase { .. }) = host
            && matches!(&host, Side::Phrase { tokens, .. } if p.any(tokens.start, Class::Role.bit() | Class::Title.bit()) || p.person_at(tokens.start).is_some())
        {
            let mut told = super::encounter(NOUN_OF.id, hit, host, a, hit.at..end);
            told.sides.push((b, hit.word.roles[1]));
            return Some(told);
        }
        return Some(super::encounter(NOUN_OF.id, hit, a, b, hit.at..end));
    }
    let meets = hit.word.shape == Shape::With && !hit.word.loose && hit.word.kind != rawi_model::ContactKind::Talks;
    // «در دیدار «سالم الکعبی» سفیر عمان»: an office stands beside a name in quotation marks.
    let first_sure = matches!(&first, Side::Phrase { tokens, beside, .. } if contact::is_actor(p, g, tokens.start) || p.quote_around(tokens.start).is_some() && !beside.is_empty());
    // «دیدار رئیس‌جمهور از کشور چین» is no meeting.
    if !meets || !first_sure || manner.is_some() || g.around(p, end, Around::About).is_some() {
        return None;
    }
    // «رهبر … در دیدار Y»: the host is the subject; a headline «دیدار Y» leaves him to the text.
    let host = match super::opener(p, g, hit) {
        Some(before) => super::acting(p, g, start, before),
        None if hit.at == start && place.paragraph.start == start => Side::Carried,
        None => return None,
    };
    Some(super::encounter(NOUN_OF.id, hit, host, first, hit.at..end))
}
