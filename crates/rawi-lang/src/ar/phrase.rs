//! Who speaks in an Arabic sentence: the noun phrase after the verb, or before it, and where it ends.

use std::ops::Range;

use crate::{Class, CueClass, CueHit, Part, Passage, Subject};

/// The longest noun phrase that is taken for a subject, in tokens.
const LONGEST: usize = 16;

const ENDS: u64 = Class::Preposition.bit()
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

/// What may stand before a subject: «لكن», «غير أن».
const LEADS: u64 = Class::Adverb.bit() | Class::NotClause.bit() | Class::Conjunction.bit();

/// Who surely speaks behind a pronoun that takes up an occasion: «شدد خلالها الطرفان».
const AGREED: u64 = Class::AnaphorPlural.bit() | Class::Role.bit() | Class::Title.bit();

/// The subject after a verb: «قال الوزير».
pub(crate) fn subject_after(p: &Passage<'_>, cue: &CueHit<'_>, end: usize) -> Subject {
    let mut i = cue.end;
    while i < end {
        i = if p.is_comma(i) {
            i + 1
        } else if p.is(i, Class::Adverb) && !p.is(i, Class::Role) {
            p.end_of(i, Class::Adverb)
        } else if let Some(after) = addressee(p, i) {
            after
        } else if p.is(i, Class::Quantity) && p.is(i + 1, Class::Preposition) && (p.is_actor(i + 2) || p.person_at(i + 2).is_some()) {
            // «كل من الوزير والسفير»
            i + 2
        } else if p.is(i, Class::Back) && i == cue.end && cue.skip == 0 && p.any(i + 1, AGREED) {
            // «محادثات، شدد خلالها الطرفان على …»
            i + 1
        } else {
            break;
        }
    }
    // «ومضى يقول», «وتابع موضحا»: two verbs, and no subject.
    let verb = p.name_at(i).is_none() && !p.is_actor(i) && !p.cues_in(i..i + 1).is_empty();
    if i >= end || p.any(i, ENDS) && !p.any(i, Class::Unnamed.bit()) || is_complement(p, cue, i) {
        return Subject::Carried;
    }
    // «أبدى تحفظه على …», «ختم حديثه بأن …»
    let own = cue.cue.takes_object && !p.is_classed(i) || p.any(i, Class::Occasion.bit() | Class::ToldIn.bit());
    if own && !definite(p, i) && p.owner(i).is_some() && !is_kin(p, i) && p.name_at(i).is_none() && p.person_at(i).is_none() {
        return Subject::Carried;
    }
    if verb || p.is_verbal_noun(i) || is_plural(p, cue) || has_glued_article(p, i) || p.tanwin(i) || asked(p, cue, i) {
        return Subject::Carried;
    }
    if p.is(i, Class::Opening) {
        return Subject::Carried;
    }
    let stop = phrase_end(p, i, end);
    // A complement with a glued preposition, or one who is addressed, ends the phrase: «أشاد الوزير بموقف …», «أوضح سالم لخالد أن …».
    // «معالي الأمين العام لمجلس …»: the office stands behind its titles.
    let mut office = i;
    while office < stop && p.is(office, Class::Title) && !p.is(office, Class::Role) {
        office = p.end_of(office, Class::Title);
    }
    let named = !p.any(i, Class::Role.bit() | Class::Body.bit()) && !p.is(office, Class::Role);
    let body = p.is(i, Class::Body);
    let ends = |k: usize| is_complement(p, cue, k) && !(body && has_glued_article(p, k)) || named && is_glued(p, k);
    let stop = (i + 1..stop).find(|&k| ends(k) && !is_office_of(p, i, k)).unwrap_or(stop);
    // «حذر الكندي | مسقط من …»: whom the verb acts on stands behind the name.
    let seat = |k: &usize| named && p.person_at(i).is_some() && p.glued_at(*k) == 0 && crate::seat::seat_at(p, *k, 0).is_some();
    let stop = (i + 1..stop).find(seat).unwrap_or(stop);
    // «اتهمت بكين | الفلبين بـ…», «هنأ مجلس الوزراء | سلطنة عمان»: two known names.
    let first = p.name_at(i).or_else(|| is_seat(p, i).then_some(i + 1)).filter(|&e| cue.cue.takes_object && e < stop);
    let second =
        |e: &usize| p.glued_at(*e) == 0 && p.skip(*e) == 0 && p.name_at(*e).is_some_and(|c| c > e + 1 || !definite(p, *e) || is_seat(p, i));
    let stop = first.filter(second).unwrap_or(stop);
    // «دعت الهيئة العامة | المواطنين إلى …»
    let asks = cue.cue.class == CueClass::Act && cue.cue.takes_object;
    let whom = |k: &usize| {
        asks && (definite(p, k - 1) || has_glued_article(p, k - 1) || p.behind_person(*k)) && (p.is(*k, Class::Public) || is_oblique(p, *k))
    };
    let stop = (i + 1..stop).find(whom).unwrap_or(stop);
    let stop = if cue.cue.takes_object {
        bare_object(p, i, stop, end).or_else(|| behind_last_name(p, i, stop)).or_else(|| behind_feminine(p, i, stop)).unwrap_or(stop)
    } else {
        stop
    };
    // «وأرجع ذلك إلى …»: what only points back is the object.
    if stop <= i || stop == i + 1 && p.is(i, Class::Demonstrative) {
        return Subject::Carried;
    }
    if stop - i > LONGEST && !is_long_office(p, cue, i..stop) {
        // «قال مسؤول بالأمم المتحدة يتولى الإشراف على … إن …»
        let named = (i + 1..i + LONGEST).find(|&k| p.glued_at(k) > 0 && p.name_at(k).is_some()).and_then(|k| p.name_at(k));
        let head = p.any(i, Class::Role.bit() | Class::Unnamed.bit()) && !definite(p, i);
        return match named.filter(|_| head && cue.cue.class == CueClass::Say) {
            Some(stop) => Subject::Phrase { tokens: i..stop, skip: p.skip(i), beside: Vec::new() },
            None => Subject::None,
        };
    }
    Subject::Phrase { tokens: i..stop, skip: p.skip(i), beside: besides(p, &(i..stop), end) }
}

/// Whether a long phrase is one who holds several offices: it begins with one, and its clause or a colon follows a name.
fn is_long_office(p: &Passage<'_>, cue: &CueHit<'_>, phrase: Range<usize>) -> bool {
    /// The longest of them, in tokens.
    const OFFICES: usize = 32;
    let next = if p.is_comma(phrase.end) { phrase.end + 1 } else { phrase.end };
    let opens = p.is(next, Class::Clause) || p.tokens.is_mark(phrase.end, ':') || is_complement(p, cue, next);
    let office = p.any(phrase.start, Class::Role.bit() | Class::Title.bit());
    phrase.len() <= OFFICES && opens && office && (phrase.start + 1..=phrase.end).any(|k| p.behind_person(k))
}

/// How far behind an office the name of its holder may stand, in tokens.
const FAR: usize = 14;

/// The name of the one who holds the office that a phrase names, behind where he holds it: «مدير الميناء في صحار المهندس سالم».
fn far_name(p: &Passage<'_>, start: usize, stop: usize, end: usize) -> Option<Range<usize>> {
    /// What heads the phrase of another.
    const OTHER: u64 = Class::Role.bit() | Class::Relation.bit() | Class::Occasion.bit() | Class::Paper.bit();
    /// Behind what the phrase of an office does not go on.
    const OVER: u64 = Class::Clause.bit() | Class::Object.bit() | Class::Conjunction.bit() | Class::Saying.bit() | Class::Negation.bit();
    let office = (start..stop).any(|k| p.is(k, Class::Role));
    if !office || (start..stop).any(|k| p.person_at(k).is_some() || p.behind_person(k)) || p.behind_person(stop) {
        return None;
    }
    if let Some(named) = behind_body(p, stop, end) {
        return Some(named);
    }
    let mut k = stop;
    let mut far = end.min(stop + FAR);
    while k < far {
        let person = p.person_at(k).filter(|&e| e >= k + 2);
        let titled = p.is(k, Class::Title) && p.person_at(p.end_of(k, Class::Title)).is_some();
        // «جامعة الملك عبدالعزيز»: the name of a body holds one too.
        let own = !p.any(k - 1, Class::Preposition.bit() | Class::Title.bit() | Class::NameLink.bit());
        if k > stop && p.glued_at(k) == 0 && p.skip(k) == 0 && own && (titled || person.is_some()) {
            let close = phrase_end(p, k, end);
            return (close > k).then_some(k..close);
        }
        // Right behind the office the object may stand so too: «أعلن رئيس النادي، تعاقد النادي، مع …».
        let opens = |close: usize| {
            p.tokens.is_mark(close, ':') || p.is(close + 1, Class::Clause) || p.quote_at(close + 1).is_some_and(|q| q.inside().len() > 4)
        };
        if let Some(name) = set_off_name(p, k, end).filter(|name| k > stop || opens(name.end) || p.person_at(k + 1).is_some()) {
            return Some(name);
        }
        // «نائب القائد، الذي أشرف على العملية، سالم النخلي، …»: a relative clause goes before it.
        if p.is(k, Class::Object) && k > stop {
            k = (k + 1..end.min(k + FAR)).find(|&j| p.is_comma(j))?;
            set_off_name(p, k, end)?;
            far = k + 1;
            continue;
        }
        // «القيادي في حركة «النخيل» …»
        if let Some(quote) = p.quote_at(k).filter(|q| q.closed && q.inside().len() <= 4 && k > stop) {
            k = quote.close + 1;
            continue;
        }
        let comma = p.is_comma(k) && (p.person_at(k + 1).is_some() || p.any(k + 1, Class::Title.bit() | Class::Site.bit()));
        // «المشرف العام | على الإدارة، …»: what the office is over.
        let over = k == stop && stop <= start + 2 && definite(p, k + 1);
        let site = !p.is(k, Class::Preposition) || p.is(k, Class::Site) || over;
        if p.any(k, OVER | OTHER) || !site || p.is_mark(k) && !comma && !p.tokens.is_mark(k, ')') && !p.tokens.is_mark(k, '(') {
            return None;
        }
        if !p.cues_in(k..k + 1).is_empty() || p.is_time(k) || p.quote_at(k).is_some_and(|q| q.inside().len() > 4) {
            return None;
        }
        k += 1;
    }
    None
}

/// The name that two commas set off behind an office, known as one or not: «مراسل الشؤون المحلية في القناة، سالم النخلي، …».
fn set_off_name(p: &Passage<'_>, comma: usize, end: usize) -> Option<Range<usize>> {
    /// The most words of such a name, with its titles.
    const WORDS: usize = 6;
    let at = comma + 1;
    if !p.is_comma(comma) || at >= end {
        return None;
    }
    let close = (at..end.min(at + WORDS + 1)).find(|&k| p.is_mark(k)).filter(|&k| p.is_comma(k) || p.tokens.is_mark(k, ':'))?;
    let titled = p.is(at, Class::Title);
    let plain = |k: usize| {
        p.tokens.is_word(k)
            && !p.any(k, ENDS)
            && (!p.is_classed(k) || p.any(k, Class::Title.bit() | Class::NameLink.bit()))
            && p.cues_in(k..k + 1).is_empty()
            && !p.is_time(k)
    };
    let name = titled || (2..=4).contains(&(close - at)) && !definite(p, at) && p.skip(at) == 0 && !p.is_verbal_noun(at) && !p.tanwin(at);
    (name && close >= at + 2 && (at..close).all(plain)).then_some(at..close)
}

/// Whether a word is an office or a body with a possessive, who speaks: «زعيمهم».
fn is_kin(p: &Passage<'_>, i: usize) -> bool {
    const HEADS: [Class; 4] = [Class::Role, Class::Body, Class::Title, Class::PluralHead];
    let stem = p.owner(i).and_then(|e| p.tokens.word(i).strip_suffix(e)).unwrap_or_default();
    let heads = |word: &str| p.grammar.classes.get(word).iter().any(|c| HEADS.contains(c));
    // «حكومته», of «حكومة».
    let feminine = |word: &str| p.grammar.classes.get(&rawi_text::fold(word)).iter().any(|c| HEADS.contains(c));
    heads(stem) || stem.strip_suffix('\u{62A}').is_some_and(|s| feminine(&format!("{s}\u{629}")))
}

/// The name behind a body that is named after somebody: «المتحدث الرسمي | لمركز الملك سالم للإغاثة | رائد النخلي».
fn behind_body(p: &Passage<'_>, stop: usize, end: usize) -> Option<Range<usize>> {
    let to = |d: &String| p.tokens.word(stop).strip_prefix(d.as_str()).is_some_and(|w| is_body(p.grammar.classes.get(w)));
    if !p.grammar.dative.iter().any(to) {
        return None;
    }
    let free = |k: &usize| !p.is_mark(*k) && !p.any(*k, Class::Clause.bit() | Class::Adverb.bit()) && p.cues_in(*k..*k + 1).is_empty();
    let named = |k: usize| {
        let name = p.person_at(k).is_some_and(|e| e >= k + 2);
        name && p.glued_at(k) == 0
            && p.skip(k) == 0
            && !p.any(k - 1, Class::Preposition.bit() | Class::NameLink.bit())
            && !titled_body(p, k)
    };
    let at = (stop + 2..end.min(stop + FAR)).take_while(free).find(|&k| named(k))?;
    let close = phrase_end(p, at, end);
    (close > at).then_some(at..close)
}

/// Whether a name stands behind a title behind a body, whose name it is part of: «مركز الملك | سالم».
fn titled_body(p: &Passage<'_>, k: usize) -> bool {
    let body = |j: usize| {
        p.is(j, Class::Body)
            || p.grammar.dative.iter().any(|d| p.tokens.word(j).strip_prefix(d.as_str()).is_some_and(|w| is_body(p.grammar.classes.get(w))))
    };
    p.any(k - 1, Class::Title.bit() | Class::Role.bit()) && k >= 2 && body(k - 2)
}

/// Whether those whom a verb acts on stand right behind it: a definite plural in the accusative, «ودعا المرشحين إلى …».
pub(crate) fn asked(p: &Passage<'_>, cue: &CueHit<'_>, i: usize) -> bool {
    // «كافة المشاركين»
    let i = if p.is(i, Class::Quantity) { i + 1 } else { i };
    // «ودعا الشبابَ إلى …»
    cue.cue.class == CueClass::Act && cue.cue.takes_object && (is_oblique(p, i) || p.is(i, Class::Public) && !definite(p, i))
        || definite(p, i) && p.fatha(i)
}

/// Whether a definite plural in a case that no subject has begins at a token: «المرشحين».
fn is_oblique(p: &Passage<'_>, i: usize) -> bool {
    let word = p.tokens.word(i);
    definite(p, i)
        && word.chars().count() > 6
        && p.grammar.oblique_plurals.iter().any(|e| word.ends_with(e.as_str()))
        && !p.is_classed(i)
        && p.name_at(i).is_none()
        && p.person_at(i).is_none()
}

/// Whether a verb has the form for two or several: its subject stands before it.
pub(crate) fn is_plural(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    let dual =
        cue.part == Part::Past && p.accusative(cue.end - 1) && !p.tokens.word(cue.end - 1).ends_with(&rawi_text::key(&cue.cue.lemma));
    dual || p.grammar.plural_endings.iter().any(|e| p.tokens.word(cue.end - 1).ends_with(e.as_str()))
}

/// Whether a preposition is glued before the article: «للسلام», «بالقرار».
fn has_glued_article(p: &Passage<'_>, i: usize) -> bool {
    let (word, article) = (p.tokens.word(i), p.grammar.article.as_str());
    let short = article.char_indices().nth(1).map_or("", |(at, _)| &article[at..]);
    p.name_at(i).is_none()
        && p.grammar.prepositions.iter().any(|g| {
            word.strip_prefix(g.as_str()).is_some_and(|rest| rest.starts_with(article) || g.as_str() == short && rest.starts_with(short))
        })
}

/// Whether a word is one that stands in the text by itself too, with a preposition glued before it.
fn is_glued(p: &Passage<'_>, i: usize) -> bool {
    let word = p.tokens.word(i);
    !p.is(i, Class::Inner)
        && p.grammar
            .prepositions
            .iter()
            .any(|g| word.strip_prefix(g.as_str()).is_some_and(|rest| rest.chars().count() >= 3 && p.says(rest)))
}

/// Whether a word names the body whose office heads a phrase: «المستشار القانوني | لوزارة المياه».
fn is_office_of(p: &Passage<'_>, start: usize, i: usize) -> bool {
    let behind = |d: &String| p.tokens.word(i).strip_prefix(d.as_str()).is_some_and(|w| is_body(p.grammar.classes.get(w)));
    let is_body = p.skip(i) == 0 && p.grammar.dative.iter().any(behind);
    // «مركز الملك سلمان»: a name within the name of the body is nobody's here.
    let holds = (i + 1..i + 4).any(|k| p.any(k, Class::Title.bit() | Class::Role.bit()));
    is_body && !holds && p.is(start, Class::Role) && !(start..=i).any(|k| p.person_at(k).is_some() || p.behind_person(k))
}

fn is_body(classes: &[Class]) -> bool {
    classes.contains(&Class::Body) && !classes.contains(&Class::Outlet)
}

/// Whether a word is the verb's complement and no subject: a glued preposition that the verb takes.
fn is_complement(p: &Passage<'_>, cue: &CueHit<'_>, i: usize) -> bool {
    let word = p.tokens.word(i);
    // «وجه الوزير الشكر إلى …»: a word that the verb takes as it stands.
    if word.chars().count() > 2 && !p.is(i, Class::Preposition) && !p.is_of_person(i) && cue.cue.takes.iter().any(|t| t == word) {
        return true;
    }
    p.name_at(i).is_none()
        && (!p.is_classed(i) || p.is(i, Class::Preposition))
        && p.grammar.prepositions.iter().any(|g| {
            let taken = word.len() > g.len() + 3 && cue.cue.takes.contains(g);
            // A word that stands more than once with the letter and never without it begins with it: «بهنيا».
            taken
                && word
                    .strip_prefix(g.as_str())
                    .is_some_and(|rest| rest.starts_with(p.grammar.article.as_str()) || p.says(rest) || !p.repeats(word))
        })
}

/// The subject before a verb: headlines and nominal sentences («مركز النخيل يدعو …»), or the noun that a relative
/// pronoun takes up («…، الذي اقترح …»).
pub(crate) fn subject_before(p: &Passage<'_>, cue: &CueHit<'_>, from: usize) -> Subject {
    /// What heads a phrase that names somebody.
    const SURE: u64 = Class::Role.bit() | Class::Title.bit() | Class::Body.bit() | Class::Unnamed.bit();
    if cue.at > from && p.is(cue.at - 1, Class::Object) {
        let mut stop = cue.at - 1;
        while stop > from && p.is_mark(stop - 1) {
            stop -= 1;
        }
        let start = (from..stop).rev().find(|&k| p.is_comma(k) || p.any(k, ENDS)).map_or(from, |k| k + 1);
        let set_off = stop < cue.at - 1 && start > from && p.is_comma(start - 1) && stop - start <= 4;
        // «… والحارس سالم النخلي، الذي أكد أن …»: a name right before it.
        if cue.part == Part::Past
            && cue.cue.class == CueClass::Say
            && let Some(name) =
                (start.max(stop.saturating_sub(LONGEST))..stop).rev().find(|&k| p.person_at(k) == Some(stop) && k + 1 < stop)
            && !p.any(start, Class::Role.bit() | Class::Title.bit())
        {
            return Subject::Phrase { tokens: name..stop, skip: 0, beside: Vec::new() };
        }
        let sure = p.name_at(start).is_some() || p.any(start, SURE);
        if start < stop && stop - start <= LONGEST && (set_off || sure) {
            return Subject::Phrase { tokens: start..stop, skip: 0, beside: Vec::new() };
        }
        return Subject::None;
    }
    // «أما مدير الميناء، فأكد أن …»
    let mut head = from;
    while head > 0 && !p.tokens.is_mark(head - 1, '.') && p.tokens.kind(head - 1) != rawi_text::TokenKind::Break && cue.at - head < LONGEST
    {
        head -= 1;
    }
    if cue.skip > 0 && cue.part != Part::Participle && p.is(head, Class::Topic) {
        let start = head + 1;
        let stop = phrase_end(p, start, cue.at);
        let near = (stop..cue.at).all(|k| !p.cues_in(k..k + 1).iter().any(|c| c.at < cue.at));
        if near && stop > start && !p.any(start, ENDS) {
            return Subject::Phrase { tokens: start..stop, skip: p.skip(start), beside: beside(p, stop, cue.at) };
        }
    }
    if cue.part == Part::Participle || cue.skip > 0 {
        return Subject::Carried;
    }
    if let Some(subject) = set_off_subject(p, cue, from) {
        return subject;
    }
    // «ألقى المدير كلمة أشاد فيها بـ…»: what stands before the verb is taken up behind it.
    if p.is(cue.end, Class::Back) && cue.part == Part::Past {
        return Subject::Carried;
    }
    let mut start = from;
    while start < cue.at && (p.is_mark(start) && p.quote_at(start).is_none() || p.any(start, LEADS)) {
        let ends = [Class::Adverb, Class::NotClause, Class::Conjunction].map(|c| if p.is(start, c) { p.end_of(start, c) } else { 0 });
        start = ends.into_iter().max().unwrap_or(0).max(start + 1);
    }
    // «وأضاف سال»: a verb is nobody.
    if start < cue.at && p.name_at(start).is_none() && p.cues_in(start..start + 1).iter().any(|c| c.at < cue.at && c.part != Part::Noun) {
        return Subject::Carried;
    }
    // «وكان المدير ذكر أن», «وكان المدير قد ذكر أن»: the subject stands between the two verbs.
    let helped = p.is(start, Class::Auxiliary) && start + 1 < cue.at;
    if helped {
        start += 1;
    }
    // «وهذا يؤكد أن …»: what was told, and nobody.
    if p.is(start, Class::Demonstrative) && start + 1 == cue.at {
        return Subject::None;
    }
    // «وكان زعيم الحزب المقرب من … سالم النخلي دعا …»: a name right before its verb.
    if helped
        && cue.part == Part::Past
        && p.behind_person(cue.at)
        && let Some(name) = (start..cue.at).find(|&k| p.person_at(k) == Some(cue.at))
        && phrase_end(p, start, cue.at) < name
    {
        return Subject::Phrase { tokens: name..cue.at, skip: 0, beside: Vec::new() };
    }
    let stop = phrase_end(p, start, cue.at);
    let head = helped || cue.part == Part::Present || stop - start <= if p.is_actor(start) { 10 } else { 6 };
    let mut verb = stop;
    while verb < cue.at && p.is(verb, Class::Adverb) {
        verb = p.end_of(verb, Class::Adverb);
    }
    // «سليماني «شدد على …»»: the verb may open a quotation.
    // «مكتب الإعلام في غزة يتحدث عن …»: where it is stands between.
    if p.is(verb, Class::Site) && verb + 2 == cue.at && p.is_actor(start) && p.name_at(verb + 1) == Some(cue.at) {
        verb = cue.at;
    }
    let meets = verb == cue.at || stop + 1 == cue.at && p.quote_at(stop).is_some();
    let meets = meets && !(start..stop).any(|k| p.tanwin(k));
    // «وشهد الشهر رفض …»: before a past verb stands none but one who can speak.
    let free = is_plural(p, cue) && !p.accusative(cue.end - 1) || cue.part != Part::Past && (stop == start + 1 || p.accusative(start));
    let speaks = helped || free || speaker_head(p, start) || (start..stop).any(|k| p.person_at(k).is_some());
    if meets
        && speaks
        && stop > start
        && stop - start <= LONGEST
        && !p.any(start, ENDS | Class::VerbalNoun.bit() | Class::FullText.bit())
        && head
    {
        return Subject::Phrase { tokens: start..stop, skip: seat_skip(p, start), beside: Vec::new() };
    }
    Subject::Carried
}

/// The subject at the head of a sentence, with what commas set off between it and its verb: «وزير النقل، سالم الحارثي، يؤكد أن …»,
/// «الشرطة، من جانبها، ذكرت أن …».
fn set_off_subject(p: &Passage<'_>, cue: &CueHit<'_>, from: usize) -> Option<Subject> {
    /// How far before its verb such a subject may begin, in tokens.
    const FARTHEST: usize = 40;
    // «…، قد دعا»
    let mut at = cue.at;
    while at > 0 && p.is(at - 1, Class::Adverb) && p.end_of(at - 1, Class::Adverb) == at {
        at -= 1;
    }
    if at == 0 || !p.is_comma(at - 1) || from < cue.at && p.tokens.is_mark(from.saturating_sub(1), ':') {
        return None;
    }
    let ends =
        |k: usize| matches!(p.tokens.kind(k), rawi_text::TokenKind::Break | rawi_text::TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | ':'));
    let head = (cue.at.saturating_sub(FARTHEST)..cue.at).rev().find(|&k| ends(k)).map_or(0, |k| k + 1);
    if head + FARTHEST < cue.at {
        return None;
    }
    let start = (head..cue.at).find(|&k| p.tokens.is_word(k) || p.quote_at(k).is_some())?;
    // «وكان وزير النقل، سالم الحارثي، أكد …»
    let start = if p.is(start, Class::Auxiliary) { start + 1 } else { start };
    if p.any(start, ENDS) || !(p.is_actor(start) || p.person_at(start).is_some()) || !p.cues_in(start..start + 1).is_empty() {
        return None;
    }
    let stop = phrase_end(p, start, cue.at);
    let mut besides: Vec<Range<usize>> = far_name(p, start, stop, cue.at).into_iter().collect();
    let mut at = besides.last().map_or(stop, |n| n.end);
    besides.extend(beside(p, at, cue.at));
    // «وزير النقل، سالم النخلي، يؤكد …»: a name that is not known.
    let name = at + 1..cue.at - 1;
    if besides.is_empty() && p.is(start, Class::Role) && p.is_comma(at) && (2..=4).contains(&name.len()) {
        let plain = |k: usize| p.tokens.is_word(k) && !p.any(k, ENDS) && p.cues_in(k..k + 1).is_empty();
        besides.extend(name.clone().all(plain).then_some(name));
    }
    at = besides.last().map_or(at, |b| b.end);
    // Where he is, «في حكومة …», and what is set off: adverbs, a relative clause.
    let between = at..cue.at;
    let site = |k: usize| p.is_comma(k) || p.any(k, Class::Site.bit() | Class::Adverb.bit() | Class::Object.bit());
    let plain = p.cues_in(start..cue.at).iter().all(|c| c.part == Part::Noun);
    (stop > start && stop - start <= LONGEST && plain && (between.is_empty() || site(between.start))).then_some(Subject::Phrase {
        tokens: start..stop,
        skip: p.skip(start),
        beside: besides,
    })
}

/// Whether the seat of a government stands at a token.
pub(crate) fn is_seat(p: &Passage<'_>, i: usize) -> bool {
    crate::seat::seat_at(p, i, seat_skip(p, i)).is_some()
}

/// The bytes of a conjunction before the seat of a government: «ومدريد».
fn seat_skip(p: &Passage<'_>, i: usize) -> usize {
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

/// What tells more of the one whom a phrase names: the name of an office's holder, and what commas set off.
pub(crate) fn besides(p: &Passage<'_>, phrase: &Range<usize>, end: usize) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = far_name(p, phrase.start, phrase.end, end).into_iter().collect();
    let close = out.last().map_or(phrase.end, |name| name.end);
    out.extend(beside(p, close, end));
    out
}

/// Phrases set off by commas behind a phrase: «X، المتحدث باسم …،».
fn beside(p: &Passage<'_>, stop: usize, end: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = stop;
    while at + 1 < end && p.is_comma(at) {
        let close = phrase_end(p, at + 1, end).max(at + 2);
        // «رئيس الوزراء، بنيامين نتنياهو، …»: a name between commas.
        let name = (p.name_at(at + 1).is_some() || p.person_at(at + 1).is_some()) && p.is_comma(close);
        if !name && !p.any(at + 1, Class::Role.bit() | Class::Title.bit()) {
            break;
        }
        out.push(at + 1..close.min(at + 1 + LONGEST));
        at = close;
    }
    out
}

/// The comma that closes a few plain words behind the comma at a token: «سالم النخلي، منسق الإغاثة، …».
pub(crate) fn set_off_words(p: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    const OPENS: u64 = Class::Clause.bit() | Class::Object.bit() | Class::Conjunction.bit() | Class::Adverb.bit() | Class::Negation.bit();
    let comma = (at + 2..end.min(at + LONGEST)).find(|&k| p.is_mark(k)).filter(|&k| p.is_comma(k) && k > at + 2)?;
    let plain = |k: usize| !p.any(k, OPENS) && !p.is_time(k) && p.cues_in(k..k + 1).is_empty();
    let noun = !p.is(at + 1, Class::Preposition) && p.skip(at + 1) == 0 && !p.is_verbal_noun(at + 1);
    (noun && (at + 1..comma).all(plain)).then_some(comma)
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
    while i < end {
        if let Some(close) = p.posted(start, i, end) {
            i = close;
            continue;
        }
        // «مصدر في وزارة المياه»: where a source stands goes with it.
        if p.is(start, Class::Unnamed) && i > start && p.is(i, Class::Preposition) && p.is(i + 1, Class::Body) && p.skip(i + 1) == 0 {
            i += 2;
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
        // «… المرافق لولي العهد | معالي وزير النقل»: a title before an office is another one's.
        if i > start + 1 && p.is(i, Class::Title) && definite(p, i - 1) && !p.is(i - 1, Class::Title) {
            let office = p.end_of(i, Class::Title);
            if p.is(office, Class::Role) && !p.is(office, Class::Title) && !p.is(i, Class::Role) {
                return i;
            }
        }
        if i > start
            && ((p.any(i, ENDS) || p.is(i, Class::Opening)) && !p.is(i, Class::Inner)
                || begins_cue(p, i)
                || is_addressee(p, i) && !is_office_of(p, start, i) && !is_purpose(p, start, i)
                || p.is(i, Class::Demonstrative)
                || p.tanwin(i)
                || is_owned(p, i)
                || is_object(p, start, i)
                || is_behind_sources(p, start, i)
                || is_behind_definite(p, start, i)
                || p.is(i, Class::Quantity) && definite(p, i - 1)
                || is_plain_object(p, i)
                // «دعا المركز الأمم المتحدة إلى …»
                || i == start + 1 && p.is(start, Class::Generic) && is_other_name(p, i)
                || p.is_verbal_noun(i) && (i > start + 1 || definite(p, start) || !p.any(start, Class::Role.bit() | Class::Body.bit())))
        {
            return i;
        }
        if let Some(quote) = p.quote_at(i) {
            if quote.closed && quote.close < end && quote.close - i <= 5 {
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

fn definite(p: &Passage<'_>, i: usize) -> bool {
    // «آلمهم» (it hurt them) is folded to the same letters.
    p.tokens.word(i).starts_with(p.grammar.article.as_str()) && !p.tokens.list[i].raw.of(p.raw).starts_with('\u{622}')
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
fn bare_object(p: &Passage<'_>, start: usize, stop: usize, end: usize) -> Option<usize> {
    let quoted = p.quote_at(start).map(|q| q.close + 1);
    let known = p.name_at(start).or_else(|| p.person_at(start));
    let close = quoted.or(known).filter(|&c| c > start && c < stop)?;
    let opens = |k: usize| p.is(k, Class::Clause) || p.tokens.is_mark(k, ':') || p.quote_at(k).is_some_and(|q| q.inside().len() >= 6);
    let clause = (close..end.min(close + 8)).any(opens);
    let more = definite(p, close) || p.any(close, MORE) || p.person_at(close).is_some() || p.name_at(close).is_some() || p.is_mark(close);
    (!clause && !more).then_some(close)
}

/// Where the object begins behind a definite feminine body and its adjectives: «أدانت الحكومة العراقية | الغارات التركية».
fn behind_feminine(p: &Passage<'_>, start: usize, stop: usize) -> Option<usize> {
    let feminine = |k: usize| p.tokens.list[k].raw.of(p.raw).ends_with('\u{629}');
    if !p.is(start, Class::Body) || !definite(p, start) || !feminine(start) || p.name_at(start).is_some_and(|e| e > start + 1) {
        return None;
    }
    let other = (start + 1..stop).find(|&k| !(definite(p, k) && feminine(k)))?;
    let noun = definite(p, other) && !p.is_classed(other) && p.name_at(other).is_none() && p.person_at(other).is_none();
    (other > start + 1 && noun).then_some(other)
}

/// Where the object begins behind a last name alone, which the text holds elsewhere too: «ثمن العمري | الدور الكبير».
fn behind_last_name(p: &Passage<'_>, start: usize, stop: usize) -> Option<usize> {
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
    ended && p.is(i, Class::Body) && definite(p, i) && p.name_at(i).is_none() && (alone || !(start..i).any(|k| p.any(k, HEADS)))
}

/// Whether an indefinite noun stands behind a body that is definite by itself, and so whole: «أعلنت السلطات المحلية | حالة الطوارئ».
fn is_behind_definite(p: &Passage<'_>, start: usize, i: usize) -> bool {
    let whole = p.any(start, Class::Body.bit() | Class::Generic.bit() | Class::PluralHead.bit()) && definite(p, start);
    let word = p.tokens.word(i);
    let joined = p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).any(|g| word.starts_with(g.as_str()));
    let plain = p.tokens.is_word(i) && !p.is_classed(i) && !definite(p, i) && !joined && p.person_at(i).is_none() && p.name_at(i).is_none();
    whole && plain && !p.is_of_person(i) && (definite(p, i - 1) || has_glued_article(p, i - 1))
}

/// Whether a noun stands behind unnamed sources and their adjectives: «وصفت وسائل إعلام محلية | كلام الوزير بأنه …».
fn is_behind_sources(p: &Passage<'_>, start: usize, i: usize) -> bool {
    let feminine = |k: usize| p.tokens.list[k].raw.of(p.raw).ends_with('\u{629}');
    let plain = !definite(p, i) && !p.is_classed(i) && p.person_at(i).is_none() && p.name_at(i).is_none();
    p.is(start, Class::Unnamed) && i > start + 1 && p.tokens.is_word(i) && feminine(i - 1) && !feminine(i) && plain
}

/// Those to whom it was said, between a cue and what is said: «قال لـ«المرفأ» المدير», «قال المدير لوكالة المرفأ إن».
pub(crate) fn audience(p: &Passage<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let at = p.find(from..end, |k| p.is(k, Class::Clause) || is_addressee(p, k) || quoted_addressee(p, k).is_some())?;
    if p.is(at, Class::Clause) {
        return None;
    }
    let close = quoted_addressee(p, at).unwrap_or_else(|| match p.name_at(at) {
        Some(close) if p.glued_at(at) > 0 => close,
        None if p.person_at(at).is_some() => p.person_at(at).unwrap_or(at + 1),
        _ => quoted_name(p, at, phrase_end(p, at, end).min(at + LONGEST)),
    });
    // Of «لـ«…»» the letter is left out.
    let start = if p.quote_at(at + 1).is_some() { at + 1 } else { at };
    Some(start..close)
}

/// Where a phrase ends with the quoted name that follows its noun: «لمجلة «المرفأ»».
fn quoted_name(p: &Passage<'_>, at: usize, end: usize) -> usize {
    let quote = p.quote_at(at + 1).filter(|q| q.closed && q.inside().len() <= 4);
    quote.filter(|_| end <= at + 1).map_or(end, |q| q.close + 1)
}

/// One past those to whom it was said, where they stand before the subject: «قال لـ«المرفأ» المدير».
fn addressee(p: &Passage<'_>, i: usize) -> Option<usize> {
    quoted_addressee(p, i).or_else(|| p.name_at(i).filter(|_| is_addressee(p, i)))
}

/// One past a quoted name behind the letter that means "to": «لـ«المرفأ»».
fn quoted_addressee(p: &Passage<'_>, i: usize) -> Option<usize> {
    let letter = p.tokens.is_word(i) && p.grammar.prepositions.iter().any(|g| g == p.tokens.word(i));
    p.quote_at(i + 1).filter(|q| letter && q.closed && q.inside().len() <= 4).map(|q| q.close + 1)
}

/// Whether a word is one to whom it is said, with a glued «ل»: «لهنية», «لوكالة».
fn is_addressee(p: &Passage<'_>, i: usize) -> bool {
    let to = p.grammar.dative.iter().any(|d| p.tokens.word(i).starts_with(d.as_str()));
    to && (p.name_at(i).is_some() || p.person_at(i).is_some()) && p.skip(i) == 0 && p.glued_at(i) > 0
        || !p.is_classed(i) && p.name_at(i).is_none() && p.tokens.is_word(i) && p.grammar.dative_in(p.tokens.word(i)) > 0
}

/// Where speech without quotation marks ends within its paragraph: before the sentence in which the reporter speaks
/// again.
pub(crate) fn speech_end(p: &Passage<'_>, sentences: &[Range<usize>], from: usize, end: usize) -> usize {
    for sentence in sentences.iter().filter(|s| s.start > from && s.start < end) {
        if p.is(sentence.start, Class::Resume) {
            return sentence.start;
        }
        let opens = |c: &CueHit<'_>| {
            p.quote_around(c.at).is_none()
                && c.at <= sentence.start + 4
                && p.find(c.end..sentence.end.min(c.end + 14), |k| {
                    p.is(k, Class::Clause) || p.tokens.is_mark(k, ':') || p.quote_at(k).is_some()
                })
                .is_some()
        };
        if p.cues_in(sentence.clone()).iter().any(opens) {
            return sentence.start;
        }
    }
    end
}
