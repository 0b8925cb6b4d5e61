//! Who speaks in an Arabic sentence: the noun phrase after the verb, or before it.

use std::ops::Range;

use rawi_text::TokenKind;

use super::aside::{beside, besides, far_name, is_kin};
use super::audience::{addressee, is_to_all};
use super::gender::disagrees;
use super::governed::governed_end;
use super::object::acted_on;
use super::phrase::{
    ENDS, LONGEST, bare_object, behind_feminine, behind_last_name, definite, has_glued_article, is_glued, is_office_of, is_said, is_seat,
    phrase_end, seat_skip, speaker_head,
};
use crate::{Class, CueClass, CueHit, Part, Passage, Subject};

/// What may stand before a subject: «لكن», «غير أن».
const LEADS: u64 = Class::Adverb.bit() | Class::NotClause.bit() | Class::Conjunction.bit();

/// What heads a phrase that names somebody.
const SURE: u64 = Class::Role.bit() | Class::Title.bit() | Class::Body.bit() | Class::Unnamed.bit();

/// Who surely speaks behind a pronoun that takes up an occasion: «شدد خلالها الطرفان».
const AGREED: u64 = Class::AnaphorPlural.bit() | SURE | Class::PluralHead.bit();

/// The subject after a verb: «قال الوزير».
pub(crate) fn subject_after(p: &Passage<'_>, cue: &CueHit<'_>, end: usize) -> Subject {
    let takes_object = (cue.cue.takes_object || cue.cue.requests()) && !p.holds_object(cue);
    let acts = takes_object || cue.cue.class == CueClass::Deem && !p.holds_object(cue);
    let mut i = cue.end;
    while i < end {
        i = if p.is_comma(i) {
            i + 1
        } else if p.is(i, Class::Adverb) && !p.is(i, Class::Role) && !is_taken_noun(p, cue, i) {
            p.end_of(i, Class::Adverb)
        } else if let Some(after) = addressee(p, i) {
            after
        } else if p.is(i, Class::Quantity) && p.is(i + 1, Class::Preposition) && (p.is_actor(i + 2) || p.person_at(i + 2).is_some()) {
            // «كل من الوزير والسفير»
            i + 2
        } else if p.is(i, Class::Back) && i == cue.end && cue.skip == 0 && p.any(i + 1, AGREED) && !(acts && p.is(i + 1, Class::Body)) {
            // «محادثات، شدد خلالها الطرفان على …»
            i + 1
        } else {
            break;
        }
    }
    if let Some(tokens) = counted(p, i, end) {
        return Subject::Phrase { tokens, skip: 0, beside: Vec::new() };
    }
    // «ومضى يقول», «وتابع موضحا»: two verbs, and no subject.
    let verb = p.name_at(i).is_none() && !p.is_actor(i) && !p.cues_in(i..i + 1).is_empty();
    // «وقالت متحدثة باسم الشرطة», «وقالت متحدثة عسكرية إن …»
    // «وأوصى إمام الجامع …» is no «أمام».
    let role = || p.is(i, Class::Role) && (!p.is(i, Class::Preposition) || p.tokens.list[i].raw.of(p.raw).starts_with('\u{625}'));
    let office = p.is(i, Class::Unnamed) || role() && (p.is(i + 1, Class::Inner) || !p.is(i + 1, Class::Preposition));
    if i >= end || p.any(i, ENDS) && !office || is_complement(p, cue, i) {
        return Subject::Carried;
    }
    // «وقال «الطريق مفتوح الآن».»
    let bare = cue.part == Part::Past && cue.skip > 0 && cue.cue.class == CueClass::Say && cue.cue.takes.iter().any(|t| t == ":");
    if bare && i == cue.end && p.quote_at(i).is_some_and(|q| is_said(p, q)) {
        return Subject::Carried;
    }
    // «أبدى تحفظه على …», «ختم حديثه بأن …»
    let own = cue.cue.takes_object && !p.is_classed(i) || p.any(i, Class::Occasion.bit() | Class::ToldIn.bit());
    if own && !definite(p, i) && p.owner(i).is_some() && !is_kin(p, i) && p.name_at(i).is_none() && p.person_at(i).is_none() {
        return Subject::Carried;
    }
    // «أظهرت نتائج الدراسة أن …»
    let paper = || {
        let close = phrase_end(p, i, end);
        p.is(i, Class::Paper) && (p.is(close, Class::Clause) || p.is_comma(close) && p.is(close + 1, Class::Object))
    };
    // «وقالت أنوار النخلي إن …», «وأعرب أعضاء الغرفة عن …»
    let several = || p.is_broken_plural(i) && (!cue.cue.takes_object || p.is(i, Class::PluralHead));
    if verb
        || p.is_verbal_noun(i) && !paper() && !several()
        || is_plural(p, cue)
        || has_glued_article(p, i)
        || p.tanwin(i)
        || p.holds_object(cue) && p.accusative(i)
        || asked(p, cue, i)
    {
        return Subject::Carried;
    }
    if p.is(i, Class::Opening) || is_to_all(p, i) {
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
    // «أشادت الوزارة بالعمل»: nobody is acted on, and the first word with the letter is what the verb takes.
    // «طالبت هيئة الميناء بالساحل | بفتح الطريق», «دعت المديرية العامة للدفاع المدني | الجميع إلى …»: where and for what the body is.
    let taken = |k: usize| is_complement(p, cue, k) && !p.grammar.dative.iter().any(|d| p.tokens.word(k).starts_with(d.as_str()));
    let sits = |k: usize| has_glued_article(p, k) && (cue.cue.class != CueClass::Act || !taken(k) || (k + 1..stop).any(taken));
    let body = |k: usize| p.is(i, Class::Body) && !cue.cue.intransitive && !p.holds_object(cue) && sits(k);
    let ends = |k: usize| is_complement(p, cue, k) && !body(k) || named && is_glued(p, k);
    let stop = (i + 1..stop).find(|&k| ends(k) && !is_office_of(p, i, k)).unwrap_or(stop);
    // «حذر الكندي | مسقط من …»: whom the verb acts on stands behind the name.
    let seat = |k: &usize| named && p.person_at(i).is_some() && p.glued_at(*k) == 0 && crate::seat::seat_at(p, *k, 0).is_some();
    let stop = (i + 1..stop).find(seat).unwrap_or(stop);
    // «اتهمت بكين | الفلبين بـ…», «هنأ مجلس الوزراء | سلطنة عمان»: two known names.
    let first = p.name_at(i).or_else(|| is_seat(p, i).then_some(i + 1)).filter(|&e| cue.cue.takes_object && e < stop);
    let second =
        |e: &usize| p.glued_at(*e) == 0 && p.skip(*e) == 0 && p.name_at(*e).is_some_and(|c| c > e + 1 || !definite(p, *e) || is_seat(p, i));
    let stop = first.filter(second).unwrap_or(stop);
    // «رفضت أنقرة | لعب دور رائد»
    let joined = p.grammar.conjunctions.iter().any(|c| rawi_text::begins(p.tokens.word(i + 1), c));
    let object =
        is_seat(p, i) && !joined && !definite(p, i + 1) && p.person_at(i).is_none() && !p.is_classed(i + 1) && p.name_at(i + 1).is_none();
    let stop = if cue.cue.takes_object && object && i + 1 < stop { i + 1 } else { stop };
    let stop = if acts || cue.cue.class == CueClass::Act { (i + 1..stop).find(|&k| acted_on(p, i, k)).unwrap_or(stop) } else { stop };
    // «دعت الهيئة العامة | المواطنين إلى …», «حذرت وزارة العمل | المسافرين من …», not «دعا خادم الحرمين الشريفين إلى …»
    let asks = cue.cue.class == CueClass::Act && takes_object;
    let whom = |k: &usize| {
        let behind = definite(p, k - 1) || has_glued_article(p, k - 1) || p.behind_person(*k);
        let warned = || ends_oblique(p, *k) && !ends_oblique(p, k - 1) && definite(p, *k) && p.is(*k, Class::Public);
        behind && (asks && (p.is(*k, Class::Public) || is_oblique(p, *k)) || warned())
    };
    let stop = (p.end_of(i, Class::Role).max(p.name_at(i).unwrap_or(i)).max(i + 1)..stop).find(whom).unwrap_or(stop);
    // «وصف النخلي | الموسم بـ…», «خاطب النخلي | الكندي»: he who speaks elsewhere under his last name alone.
    let mut last = i;
    while last < stop && (p.is(last, Class::Title) || p.is(last, Class::Role) && definite(p, last)) {
        last = p.end_of(last, Class::Title).max(last + 1);
    }
    // «الفصائل النهرية»: an adjective.
    let adjective = definite(p, last) && definite(p, last + 1) && super::gender::is_feminine_noun(p, last + 1);
    let single = p.person_at(last).is_none_or(|e| e == last + 1);
    let known = || p.speaks_alone(last) || single && p.is_last_name(last);
    let alone = acts && stop > last + 1 && !adjective && known() && p.name_at(last).is_none_or(|e| e == last + 1);
    let more = Class::Role.bit() | Class::Title.bit() | Class::NameLink.bit() | Class::Conjunction.bit();
    let stop = if alone && p.tokens.is_word(last + 1) && !p.any(last + 1, more) { last + 1 } else { stop };
    let stop = if takes_object {
        bare_object(p, i, stop, end).or_else(|| behind_last_name(p, i, stop)).or_else(|| behind_feminine(p, i, stop)).unwrap_or(stop)
    } else {
        stop
    };
    // «وأرجع ذلك إلى …»: what only points back is the object.
    // «ووعد كذلك | "بقول الحقيقة"»: only what opens the quotation is left.
    // «ووصف هذا النوع من العقود بأنه …»
    let points = p.is(i, Class::Demonstrative) && (stop == i + 1 || acts && !p.is_actor(i + 1));
    if stop <= i || points || !(i..stop).any(|k| p.tokens.is_word(k)) {
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
    let named = besides(p, &(i..stop), end);
    // «كشف العقيد المتقاعد، سالم النخلي، …»: what tells more of a title is no name.
    let title = p.end_of(i, Class::Title);
    let described = p.is(i, Class::Title) && !p.is(i, Class::Role) && title < stop && (title..stop).all(|k| definite(p, k));
    let stop = if described && named.first().is_some_and(|name| name.start == stop + 1 && !definite(p, name.start)) { title } else { stop };
    Subject::Phrase { tokens: i..stop, skip: p.skip(i), beside: named }
}

/// People or bodies that a number counts: «طالبت | 3 منظمات دولية | …», «دعا نحو | 40 خبيرا | …».
pub(crate) fn counted(p: &Passage<'_>, i: usize, end: usize) -> Option<Range<usize>> {
    let about = p.grammar.about.iter().any(|w| w == p.tokens.word(i));
    let of = usize::from(about && p.grammar.partitive.iter().any(|w| w == p.tokens.word(i + 1)));
    let number = i + usize::from(about) + of;
    let people = || p.grammar.counted.iter().any(|w| w == p.tokens.word(number + 1));
    if !matches!(p.tokens.kind(number), TokenKind::Number) || !people() {
        return None;
    }
    let adjective = |&k: &usize| {
        let word = p.tokens.word(k);
        let shaped = p.grammar.adjective_endings.iter().any(|e| word.ends_with(e.as_str()));
        shaped && !p.is_classed(k) && p.name_at(k).is_none() && p.person_at(k).is_none() && !word.starts_with(p.grammar.article.as_str())
    };
    let close = (number + 2..end).take_while(adjective).last().map_or(number + 2, |k| k + 1);
    (close <= end).then_some(number..close)
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

/// Whether those whom a verb acts on stand right behind it: a definite plural in the accusative, «ودعا المرشحين إلى …».
pub(crate) fn asked(p: &Passage<'_>, cue: &CueHit<'_>, i: usize) -> bool {
    if cue.cue.intransitive {
        return definite(p, i) && p.fatha(i);
    }
    // «أبلغ نظيره العماني أن …»: whose counterpart he is acts.
    if p.is(i, Class::Relation) && i == cue.end && (cue.cue.transitive || cue.cue.takes_object) {
        return true;
    }
    // «كافة المشاركين»
    let i = if p.is(i, Class::Quantity) { i + 1 } else { i };
    // «ودعا الشبابَ إلى …»
    // «وطالب المواطنين بـ…»
    let public = p.is(i, Class::Public);
    // «ودعا الشعب إلى …»: he who spoke before goes on.
    let goes_on = cue.skip > 0 || cue.at > 0 && p.is(cue.at - 1, Class::Adverb);
    let alone = public && goes_on && cue.cue.takes_object && definite(p, i) && super::gender::is_feminine(p, cue) == Some(false);
    let oblique = is_oblique(p, i) || public && definite(p, i) && ends_oblique(p, i);
    // «وطالب الجميع ببذل الجهد»
    let all = p.is(i, Class::Conversant) && definite(p, i);
    // «طالب الوزراء والمسؤولين بـ…»: those who are joined to them are in the accusative.
    let joined = definite(p, i) && super::governed::joins_definite(p, i + 1) && ends_oblique(p, i + 1);
    cue.cue.class == CueClass::Act && (oblique || joined || alone || cue.cue.takes_object && (all || public && !definite(p, i)))
        || definite(p, i) && p.fatha(i)
        || disagrees(p, cue, i)
}

/// Whether a definite plural in a case that no subject has begins at a token: «المرشحين».
fn is_oblique(p: &Passage<'_>, i: usize) -> bool {
    let word = p.tokens.word(i);
    definite(p, i)
        && word.chars().count() > 6
        && ends_oblique(p, i)
        && !p.is_classed(i)
        && p.name_at(i).is_none()
        && p.person_at(i).is_none()
}

fn ends_oblique(p: &Passage<'_>, i: usize) -> bool {
    p.grammar.oblique_plurals.iter().any(|e| p.tokens.word(i).ends_with(e.as_str()))
}

/// Whether a verb has the form for two or several: its subject stands before it.
pub(crate) fn is_plural(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    let ending = p.accusative(cue.end - 1) && !p.holds_object(cue);
    let dual = cue.part == Part::Past && ending && !p.tokens.word(cue.end - 1).ends_with(&rawi_text::key(&cue.cue.lemma));
    dual || p.grammar.plural_endings.iter().any(|e| p.tokens.word(cue.end - 1).ends_with(e.as_str()))
}

/// Whether what looks like an adverb is a noun with the letter that a verb takes, before what tells more of it: «وتعهدت باستمرار الدعم»,
/// «أشاد الوزير بالإجماع العربي», «أفاد مراسلنا باستمرار العمل».
pub(crate) fn is_taken_noun(p: &Passage<'_>, cue: &CueHit<'_>, i: usize) -> bool {
    let rest = |t: &String| p.tokens.word(i).strip_prefix(t.as_str()).filter(|_| t.chars().count() == 1);
    let noun = |t: &String| {
        rest(t)
            .is_some_and(|rest| rest.starts_with(p.grammar.article.as_str()) && cue.cue.intransitive || p.is_verbal_noun_behind(i, t.len()))
    };
    let told = definite(p, i + 1) || matches!(p.tokens.kind(i + 1), TokenKind::Number) && cue.cue.intransitive;
    (cue.cue.class == CueClass::Act || cue.cue.intransitive) && told && cue.cue.takes.iter().any(noun)
}

/// Whether a word is the verb's complement and no subject: a glued preposition that the verb takes.
fn is_complement(p: &Passage<'_>, cue: &CueHit<'_>, i: usize) -> bool {
    let word = p.tokens.word(i);
    // «وجه الوزير الشكر إلى …»: a word that the verb takes as it stands.
    if word.chars().count() > 2
        && !p.is(i, Class::Preposition)
        && (cue.cue.only || !p.is_of_person(i))
        && cue.cue.takes.iter().any(|t| t == word)
    {
        return true;
    }
    // «اعترف النادي الساحلي بتأخر العمل»
    let noun = |g: &String| !cue.cue.only && !p.grammar.dative.contains(g) && p.is_verbal_noun_behind(i, g.len());
    let known = |g: &String| i == cue.end && usize::from(p.glued_at(i)) == g.len();
    (p.name_at(i).is_none() || p.grammar.prepositions.iter().any(known))
        && (!p.is_classed(i) || p.is(i, Class::Preposition))
        && p.grammar.prepositions.iter().any(|g| {
            let taken = word.len() > g.len() + 3 && cue.cue.takes.contains(g);
            // A word that stands more than once with the letter and never without it begins with it: «بهنيا».
            taken
                && word
                    .strip_prefix(g.as_str())
                    .is_some_and(|rest| rest.starts_with(p.grammar.article.as_str()) || p.says(rest) || !p.repeats(word) || noun(g))
        })
}

/// The subject before a verb: headlines and nominal sentences («مركز النخيل يدعو …»), or the noun that a relative
/// pronoun takes up («…، الذي اقترح …»).
pub(crate) fn subject_before(p: &Passage<'_>, cue: &CueHit<'_>, from: usize) -> Subject {
    if cue.at > from && p.is(cue.at - 1, Class::Object) {
        let mut stop = cue.at - 1;
        while stop > from && p.is_mark(stop - 1) {
            stop -= 1;
        }
        let heads = |k: usize| k == from || p.is_mark(k - 1) || p.any(k - 1, ENDS);
        let verb = |k: usize| heads(k) && p.cues_in(k..k + 1).iter().any(|c| c.part == Part::Past);
        let start = (from..stop).rev().find(|&k| p.is_comma(k) || p.any(k, ENDS) || verb(k)).map_or(from, |k| k + 1);
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
        return named_before(p, cue, from, stop).unwrap_or(Subject::None);
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
    // «و يقول ناشطون»: a conjunction that stands apart.
    let apart = |k: usize| p.grammar.conjunctions.iter().any(|c| c == p.tokens.word(k));
    // «يشار إلى أن الصحيفة ذكرت …»
    let retold = |k: usize| cue.part == Part::Past && p.is(k, Class::Resume) && p.end_of(k, Class::Resume) > k + 1;
    let leads = |k: usize| p.any(k, LEADS) || apart(k) || retold(k);
    // «الجدير بالذكر، أن الهيئة أعلنت أن …»
    let reminds =
        |k: usize| k == from && p.is(k, Class::Clause) && p.skip(k) == 0 && cue.part == Part::Past && cue.cue.class == CueClass::Say;
    while start < cue.at && (p.is_mark(start) && p.quote_at(start).is_none() || leads(start) || reminds(start)) {
        let ends = [Class::Adverb, Class::NotClause, Class::Conjunction, Class::Resume]
            .map(|c| if p.is(start, c) { p.end_of(start, c) } else { 0 });
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
    // «أن عددا من الخبراء حذروا»: behind such a word the subject is in the accusative.
    let governed = start > 0 && (p.any(start - 1, Class::Clause.bit() | Class::Resume.bit()) || leads(start - 1));
    let stop = if governed { governed_end(p, start, cue.at) } else { phrase_end(p, start, cue.at) };
    // «المكتب السياسي | لـ"حركة النخيل" قال …»: whose body it is, and not to whom it speaks.
    let stop = addressee(p, stop).filter(|&end| end <= cue.at && p.is(start, Class::Body) && p.is_mark(end - 1)).unwrap_or(stop);
    let head = helped || cue.part == Part::Present || stop.saturating_sub(start) <= if p.is_actor(start) { 10 } else { 6 };
    let mut verb = stop;
    while verb < cue.at && p.is(verb, Class::Adverb) {
        verb = p.end_of(verb, Class::Adverb);
    }
    let plain = |k: usize| p.tokens.is_word(k) && !p.is_classed(k) && !definite(p, k) && p.person_at(k).is_none();
    // «سليماني «شدد على …»»: the verb may open a quotation.
    // «مكتب الإعلام في غزة يتحدث عن …»: where it is stands between.
    if p.is(verb, Class::Site) && verb + 2 == cue.at && p.is_actor(start) && (p.name_at(verb + 1) == Some(cue.at) || plain(verb + 1)) {
        verb = cue.at;
    }
    if is_sited(p, cue, verb) && p.any(start, SURE) {
        verb = cue.at;
    }
    let meets = verb == cue.at || stop + 1 == cue.at && p.quote_at(stop).is_some();
    let meets = meets && (governed || !(start..stop).any(|k| p.tanwin(k)));
    // «وشهد الشهر رفض …»: before a past verb stands none but one who can speak.
    let free = is_plural(p, cue) && !p.accusative(cue.end - 1) || cue.part != Part::Past && (stop == start + 1 || p.accusative(start));
    let says = cue.part == Part::Present && cue.cue.class == CueClass::Say && p.any(start, SURE);
    let speaks = helped || free || says || speaker_head(p, start) || (start..stop).any(|k| p.person_at(k).is_some());
    if meets
        && speaks
        && stop > start
        && stop - start <= LONGEST
        && !p.any(start, ENDS | Class::VerbalNoun.bit() | Class::FullText.bit())
        && head
    {
        return Subject::Phrase { tokens: start..stop, skip: seat_skip(p, start), beside: Vec::new() };
    }
    behind_clause(p, cue, from).map_or(Subject::Carried, |tokens| Subject::Phrase { tokens, skip: 0, beside: Vec::new() })
}

/// Who stands between a word that opens a clause and a past verb: «وبحسب الوكالة فإن | الوزير العماني | اتهم الشركة بـ…».
fn behind_clause(p: &Passage<'_>, cue: &CueHit<'_>, from: usize) -> Option<Range<usize>> {
    let opens = (from.max(cue.at.saturating_sub(LONGEST))..cue.at).rev().find(|&k| p.is(k, Class::Clause))?;
    let start = opens + 1;
    let someone = start < cue.at && (p.is_actor(start) || p.person_at(start).is_some() || is_seat(p, start));
    (cue.part == Part::Past && someone && phrase_end(p, start, cue.at) == cue.at).then_some(start..cue.at)
}

/// Whether nothing but where one speaks stands between his phrase and a verb with its clause: «المكتب الإعلامي | في الميناء | يقول إن …».
fn is_sited(p: &Passage<'_>, cue: &CueHit<'_>, from: usize) -> bool {
    /// The longest such words, in tokens.
    const SITE: usize = 8;
    const OVER: u64 = Class::Object.bit() | Class::Clause.bit() | Class::Conjunction.bit() | Class::Adverb.bit() | Class::Negation.bit();
    let plain = |k: usize| p.tokens.is_word(k) && !p.any(k, OVER) && p.cues_in(k..k + 1).is_empty();
    let addressed = p.grammar.dative.iter().any(|d| p.tokens.word(from).starts_with(d.as_str())) && from + 1 == cue.at;
    let opens = p.is(cue.end, Class::Clause) || addressee(p, cue.end).is_some_and(|after| p.is(after, Class::Clause));
    (p.is(from, Class::Site) && cue.at > from + 1 || addressed)
        && cue.cue.class == CueClass::Say
        && cue.part != Part::Participle
        && opens
        && cue.at <= from + SITE
        && (from..cue.at).all(plain)
}

/// Whom a relative clause takes up behind what tells more of him, «مع سالم النخلي، مدير الأسواق في «المرفأ»، الذي أكد أن …», or
/// one with the article, «من النجم سالم الذي قال إن …».
fn named_before(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, stop: usize) -> Option<Subject> {
    /// How far before the clause he may be named, in tokens.
    const FAR: usize = 24;
    /// The longest name that no list knows, in tokens.
    const NAME: usize = 5;
    if cue.part != Part::Past || cue.cue.class != CueClass::Say || !p.is(cue.end, Class::Clause) {
        return None;
    }
    let subject = |tokens: Range<usize>| Some(Subject::Phrase { tokens, skip: 0, beside: Vec::new() });
    let role = |k: usize| p.any(k, Class::Role.bit() | Class::Title.bit());
    // «زار نيجيريا التي قالت إنها …»
    let whole =
        |k: &usize| p.name_at(*k) == Some(stop) && !p.any(k.saturating_sub(1), SURE | Class::PluralHead.bit() | Class::Generic.bit());
    if let Some(name) = (from.max(stop.saturating_sub(NAME))..stop).find(whole) {
        return Some(Subject::Phrase { tokens: name..stop, skip: usize::from(p.glued_at(name)), beside: Vec::new() });
    }
    let named = |k: &usize| p.person_at(*k).is_some_and(|e| e > k + 1 && p.is_comma(e) && role(e + 1));
    if let Some(name) = (from.max(stop.saturating_sub(FAR))..stop).rev().find(named) {
        return subject(name..p.person_at(name)?);
    }
    let start = (from..stop).rev().find(|&k| p.is_comma(k) || p.any(k, ENDS))? + 1;
    let person = start < stop && stop - start <= NAME && definite(p, start) && !definite(p, stop - 1);
    let plain = |k: usize| p.tokens.is_word(k) && p.skip(k) == 0 && p.cues_in(k..k + 1).is_empty();
    (person && (start..stop).all(plain)).then(|| subject(start..stop)).flatten()
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
    // «…، إلا أن المتحدث باسم الميناء، سالم النخلي، أكد …»
    // «يذكر أن مدير الميناء، سالم النخلي، جدد …»
    let resumed = |k: usize| super::governed::is_resumed(p, k);
    let below = |k: usize| (cue.cue.class == CueClass::Say || resumed(k)) && p.any(k, Class::Clause.bit() | Class::NotClause.bit());
    let head = (cue.at.saturating_sub(FARTHEST)..cue.at).rev().find(|&k| ends(k) || below(k)).map_or(0, |k| k + 1);
    if head + FARTHEST < cue.at {
        return None;
    }
    let start = (head..cue.at).find(|&k| p.tokens.is_word(k) || p.quote_at(k).is_some())?;
    // «وكان وزير النقل، سالم الحارثي، أكد …»
    let helped = p.is(start, Class::Auxiliary);
    let start = start + usize::from(helped);
    let stop = phrase_end(p, start, cue.at);
    // «وكان موتا، أحد لاعبي النادي، صرح …»: a name that is not known.
    let named = helped && (1..=2).contains(&stop.saturating_sub(start)) && p.is_comma(stop) && !(start..stop).any(|k| p.is_classed(k));
    let someone = p.is_actor(start) || p.person_at(start).is_some() || named;
    if p.any(start, ENDS) || !someone || !p.cues_in(start..start + 1).is_empty() {
        return None;
    }
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
    let plain = plain && (head == 0 || !below(head - 1) || (!besides.is_empty() || p.behind_person(at)) && between.len() <= 1);
    (stop > start && stop - start <= LONGEST && plain && (between.is_empty() || site(between.start))).then_some(Subject::Phrase {
        tokens: start..stop,
        skip: p.skip(start),
        beside: besides,
    })
}
