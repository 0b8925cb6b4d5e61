//! The shapes in which Arabic attributes words, one file each, in the order in which they are tried.

mod according;
mod act;
mod apart;
mod asked;
mod between;
mod end;
mod fronted;
mod name_colon;
mod quote_name;
mod quote_verb;
mod relay;
mod unlike;
mod verb_clause;
mod verb_colon;

use std::ops::Range;

use rawi_model::Form;
use rawi_text::{Quote, TokenKind};

use crate::{Class, CueClass, CueHit, Frame, Part, Passage, Place, Subject, ar};

use self::between::behind_adverbs;
use self::end::complement_end;
use self::fronted::{is_amid, is_fronted, is_topical};
use self::unlike::{is_of_another, is_subjunctive};
pub use according::ACCORDING;
pub use name_colon::NAME_COLON;

/// All frames that start from a verb.
pub const FRAMES: &[Frame] = &[quote_verb::QUOTE_VERB, relay::RELAY, verb_colon::VERB_COLON, verb_clause::VERB_CLAUSE, act::ACT];

/// Who speaks with a cue, and where the complement may begin.
fn speaker(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> (Subject, usize) {
    let (subject, from) = who(p, cue, place);
    // «يعتقد البعض أن …», «قال تعالى»: nobody in the news.
    let nobody = matches!(&subject, Subject::Phrase { tokens, .. } if p.is(tokens.start, Class::Conversant))
        // «وقال آخرون إن …»
        && !(cue.part == Part::Past && matches!(&subject, Subject::Phrase { tokens, .. } if p.is(tokens.start, Class::Unnamed)));
    // «قال 38% إنهم …», «أعلن كل من …»: how many, and not who.
    let counts = |k: usize| p.tokens.kind(k) == TokenKind::Number && p.name_at(k).is_none() || p.is(k, Class::Quantity);
    let nobody = nobody || matches!(&subject, Subject::Phrase { tokens, .. } if tokens.len() == 1 && counts(tokens.start));
    // «… حيث يعتقدون أن …»: those of whom the clause tells.
    let told = subject == Subject::Carried && cue.part == Part::Present && cue.skip == 0 && ar::is_plural(p, cue);
    // «أظهر الصياد أنه …» tells what he did.
    let sources = Class::Paper.bit() | Class::Outlet.bit();
    let paper = !cue.cue.paper || matches!(&subject, Subject::Phrase { tokens, .. } if p.any(tokens.start, sources));
    (if nobody || told || !paper { Subject::None } else { subject }, from)
}

/// The same, whoever it is.
fn who(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> (Subject, usize) {
    if cue.part == Part::Participle {
        // «لم يكن مستغربا», «24 متهما»: what somebody is, and nothing he says.
        let counted = cue.at > 0 && matches!(p.tokens.kind(cue.at - 1), TokenKind::Number);
        if cue.at > place.sentence.start && cue.skip == 0 && (counted || p.is(cue.at - 1, Class::Auxiliary)) {
            return (Subject::None, cue.end);
        }
        // A participle goes on with a speaker after a comma or a quotation; else it is an adjective or a noun.
        let set_off =
            cue.at > 0 && (p.is_mark(cue.at - 1) || p.is(cue.at - 1, Class::Adverb)) || p.accusative(cue.at) || p.is(cue.at, Class::Saying);
        return (if set_off { Subject::Carried } else { Subject::None }, cue.end);
    }
    if is_of_another(p, cue, place) {
        return (Subject::None, cue.end);
    }
    // «بعد رفض السلطات»: behind a preposition the same letters are a noun.
    let behind = Class::Adverb.bit() | Class::Conjunction.bit();
    // «مصادر للميادين تكشف أن …», «وفي بيان لها قالت الغرفة إن …»: one that has its noun.
    let whole = |k: usize| {
        ar::has_glued_article(p, k) || p.is(k, Class::Back) && p.grammar.dative.iter().any(|d| p.tokens.word(k).starts_with(d.as_str()))
    };
    if cue.skip == 0
        && cue.at > place.sentence.start
        && p.is(cue.at - 1, Class::Preposition)
        && !p.any(cue.at - 1, behind)
        && !whole(cue.at - 1)
    {
        return (Subject::None, cue.end);
    }
    // «عبر وصفه بـ…»: with the ending of an object the same letters are a noun that is somebody's.
    let behind = Class::Object.bit() | Class::Adverb.bit() | Class::Conjunction.bit() | Class::Auxiliary.bit();
    let said = |k: usize| p.is_mark(k) || p.any(k, behind) || p.grammar.what.iter().any(|w| w == p.tokens.word(k));
    if cue.part == Part::Past && cue.skip == 0 && p.holds_object(cue) && cue.at > place.sentence.start && !said(cue.at - 1) {
        return (Subject::None, cue.end);
    }
    // «يرفض أن يقول إن …»: what is not said, or not yet.
    if cue.part == Part::Present && cue.skip == 0 && cue.at > place.sentence.start && is_subjunctive(p, cue.at) {
        return (Subject::None, cue.end);
    }
    // «العلاقات التي يصفها التجار بالجيدة»: what is held of a thing, and said by nobody in the news.
    if cue.part == Part::Present && p.holds_object(cue) && cue.at > place.sentence.start && p.is(cue.at - 1, Class::Object) {
        return (Subject::None, cue.end);
    }
    // «قرارا يرفض الاتفاق»: it tells of the indefinite noun before it.
    if cue.part == Part::Present
        && cue.skip == 0
        && cue.at > place.sentence.start
        && p.tanwin(cue.at - 1)
        && !p.is(cue.at - 1, Class::Adverb)
        // «ينشر تقريرا يدعو فيه إلى …»
        && !p.is(cue.end, Class::Back)
    {
        return (Subject::None, cue.end);
    }
    // «وسبق للوزير أن قال …»
    if let Some(subject) = ar::carried::preceded(p, cue, place) {
        return (subject, cue.end);
    }
    // «بغداد تفتح المعبر وترحب بالزوار»
    if let Some(tokens) = ar::carried::heads_present(p, cue, place) {
        return (Subject::Phrase { skip: p.skip(tokens.start), tokens, beside: Vec::new() }, cue.end);
    }
    // «لكنه رفض التعليق»
    let article = p.grammar.article.as_str();
    // «، ويدعو أصحاب السفن إلى …»
    let owned = |k: usize| !p.is_actor(k) && (p.tokens.word(k + 1).starts_with(article) || p.name_at(k + 1).is_some());
    let object = |k: usize| act::is_phrase(p, k) && p.person_at(k).is_none() && (p.tokens.word(k).starts_with(article) || owned(k));
    if ar::carried::is_turn(p, cue) || cue.cue.takes_object && object(cue.end) && ar::carried::is_coordinated(p, cue, place) {
        return (Subject::Carried, cue.end);
    }
    // «أصدرت الغرفة بيانا دعت فيه التجار إلى …»
    if let Some(issuer) = ar::carried::issuer(p, cue, place) {
        return (issuer, cue.end + 1);
    }
    // «تلقى اتصالا من وزير المياه عبر فيه عن …»
    if let Some(sender) = ar::carried::sender(p, cue, place) {
        return (sender, cue.end);
    }
    if ar::is_other_present(p, cue, clause_start(p, cue, place)) {
        return (Subject::None, cue.end);
    }
    let before = ar::subject_before(p, cue, clause_start(p, cue, place));
    if let Subject::Phrase { .. } = before {
        return (before, cue.end);
    }
    // «يذكر أن قياديا في الغرفة أكد أن …»
    if let Some(subject) = ar::governed(p, cue).or_else(|| ar::heads_line(p, cue, place)).or_else(|| ar::heads_sentence(p, cue, place)) {
        return (subject, cue.end);
    }
    // «وهذا يهدد …»
    if before == Subject::None && cue.at > 0 && p.is(cue.at - 1, Class::Demonstrative) {
        return (Subject::None, cue.end);
    }
    // A verb amid its sentence that nothing sets off belongs to a clause of its own.
    let amid = is_amid(p, cue, place);
    let after = ar::subject_after(p, cue, place.sentence.end);
    let from = match &after {
        Subject::Phrase { tokens, beside, .. } => beside.last().map_or(tokens.end, |b| b.end),
        _ => cue.end,
    };
    let noun = p.is_noun_like(cue) || cue.part == Part::Present;
    let lost = amid
        && after == Subject::Carried
        && !ar::carried::takes_up(p, cue)
        && (noun || !is_fronted(p, cue, place))
        && !is_topical(p, cue, place);
    let after = if lost { Subject::None } else { after };
    (after, from)
}

/// Where the clause of a cue begins: at the last comma before it, or the head of its sentence.
fn clause_start(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> usize {
    if cue.at > place.sentence.start && p.is(cue.at - 1, Class::Object) {
        return place.sentence.start;
    }
    let comma = (place.sentence.start..cue.at).rev().find(|&k| p.is_comma(k) || p.tokens.is_mark(k, ':'));
    comma.map_or(place.sentence.start, |k| k + 1)
}

/// How far behind its subject the word stands that alone opens a cue's complement, in tokens.
const NEAR: usize = 6;

/// How a complement is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    /// By a clause word; the content begins after it.
    Clause,
    /// By a preposition, the quotation itself, or nothing.
    Phrase,
}

/// The complement of a cue after a token: how it is opened, the first token of what opens it, and of the content.
fn takes_complement(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, place: &Place) -> Option<(Opener, usize, usize)> {
    if cue.cue.only {
        // «وجه الوزير الشكر إلى …»: before anything else that could be reported.
        let from = behind_adverbs(p, cue, from);
        let near = place.sentence.end.min(from + NEAR);
        // «وجه الوزير بفتح تحقيق»: a verbal noun with its preposition; the short ones have many shapes.
        let glued = |t: &str, k: usize| {
            let word = p.tokens.word(k);
            let short = || (2..=SHORTEST).contains(&word[t.len()..].chars().count()) && !p.is_classed(k) && p.name_at(k).is_none();
            t.chars().count() == 1 && word.starts_with(t) && (p.is_verbal_noun_behind(k, t.len()) || short())
        };
        let taken = |k: usize| cue.cue.takes.iter().any(|t| t == p.tokens.word(k) || glued(t, k));
        let stops = |k: &usize| {
            p.is(*k, Class::Clause) && !taken(*k)
                || p.is(*k, Class::NotClause)
                || p.is_mark(*k)
                || p.cues_in(*k..*k + 1).iter().any(|c| c.at > cue.at)
        };
        let open = (from..near).take_while(|k| !stops(k)).find(|&k| taken(k))?;
        if p.is(open, Class::Clause) {
            return Some((Opener::Clause, open, open + 1));
        }
        return Some(clause_within(p, cue, open).unwrap_or((Opener::Phrase, open, open)));
    }
    // «نقلت الوكالة عن مصادر …»: whose words they are, and not what is said.
    if cue.cue.relays.as_ref().is_some_and(|word| cue.cue.takes.contains(word) && p.tokens.word(from) == word) {
        return None;
    }
    // «مشيدا في هذا الصدد بما …»
    let from = behind_adverbs(p, cue, from);
    // «نقلت الوكالة عن "مصادر في الميناء"، وصول …»: the marks name whose words are passed on.
    let source = |open: usize| p.quote_at(open).is_some() && cue.cue.relays.as_deref() == Some(p.tokens.word(open - 1));
    clause_after(p, cue, from, place)
        // «أفاد مراسلنا في الميناء بتوقف العمل، فيما تبحث السفن عن مرسى»: with nobody acted on the nearest word opens it.
        .or_else(|| {
            let near = complement(p, cue, from, place, cue.cue.intransitive);
            let quoted = near.is_none_or(|(_, open, _)| cue.cue.class == CueClass::Act && p.quote_at(open).is_some());
            // «طالب خلال اجتماعه بإقالة المدير «وكل من أخطأ»»: before some words of it in quotation marks.
            let glued = if quoted { complement(p, cue, from, place, true) } else { None };
            glued.filter(|g| near.is_none_or(|n| g.1 < n.1)).or(near)
        })
        .filter(|&(_, open, _)| open == 0 || !source(open))
        // «كما يصفها ضباط، يبدو أنها …»: what somebody is called stands near.
        .filter(|&(_, open, _)| open <= from + NEAR || !p.holds_object(cue))
}

/// The longest relative clause between a subject and what it says, in tokens.
const ASIDE: usize = 24;

/// The longest of the short verbal nouns, in letters.
const SHORTEST: usize = 4;

/// How far behind a subject what a verb takes may stand where when and where come between, in tokens.
const FAR: usize = 14;

/// The fewest words of a quotation that alone is what is said, where it ends the sentence.
const SHORT: usize = 2;

/// The fewest words of a quotation right behind its speaker.
const FEWEST: usize = 4;

/// Whether what is said may follow a verb with nothing between: one that goes before a colon.
fn speaks_bare(cue: &CueHit<'_>) -> bool {
    cue.part == Part::Past && cue.skip > 0 && !cue.cue.only && cue.cue.takes.iter().any(|t| t == ":")
}

/// Whether a word that opens a clause belongs to the cue, «أن», «بأن»: one with a pronoun stays with the content, «أنه».
fn is_bare(p: &Passage<'_>, cue: &CueHit<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    p.grammar.bare_clauses.iter().any(|c| c == word) || cue.cue.takes.iter().any(|t| t == word)
}

/// Whether a word that opens a clause opens the complement of a cue: a verb that takes a phrase alone has it near, «طالب الاتحاد الحكومة
/// أن …», and not in a clause on something else, «تطالب بالسيطرة على البحر وهو طريق يعتقد أنه …».
fn opens_clause(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, k: usize) -> bool {
    let word = p.tokens.word(k);
    let clause = |t: &String| p.grammar.classes.get(t).contains(&Class::Clause) && word.contains(t.as_str());
    let taken = |t: &String| clause(t) || t.chars().count() == 1 && word.starts_with(t.as_str());
    cue.cue.class != CueClass::Act || k <= from + NEAR || cue.cue.takes.iter().any(taken)
}

/// A clause after what is only circumstance: «قال … في حديث لـ«المرفأ» إن …».
fn clause_after(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, place: &Place) -> Option<(Opener, usize, usize)> {
    let limit = place.sentence.end.min(from + 40);
    let aside = |c: &CueHit<'_>| c.at == from && goes_with(p, c) || is_noun(p, c) || declines(p, c);
    let mut k = from;
    while k < limit {
        // «تابع الوزير قائلا إن …»: one cue in two words.
        if p.is(k, Class::Saying) {
            k += 1;
            continue;
        }
        let taken = cue.cue.takes.iter().any(|t| t == p.tokens.word(k));
        let occasion = p.is(k, Class::Preposition) && p.is(k + 1, Class::Occasion);
        // «أوضحت المرأة، التي تحدثت إلى الصحيفة، أنها …», «قال الوزير، في كلمة أعلن فيها موعد السباق، أمس، إن …»
        if p.is_comma(k) && p.any(k + 1, Class::Object.bit() | Class::Preposition.bit()) {
            let bare = |j: usize| p.is_comma(j) && p.is(j + 1, Class::Clause) && p.skip(j + 1) == 0;
            let relative = p.is(k + 1, Class::Object);
            let next = || p.find(k + 2..place.sentence.end.min(k + ASIDE), |j| p.is_comma(j)).filter(|_| relative);
            if let Some(close) = p.find(k + 2..place.sentence.end.min(k + ASIDE), bare).or_else(next) {
                // «وقال المصدر، الذي طلب عدم ذكر اسمه، «…»»
                let said = |q: &Quote| q.closed && q.inside().len() >= FEWEST;
                if relative && cue.part == Part::Past && speaks_bare(cue) && p.quote_at(close + 1).is_some_and(said) {
                    return Some((Opener::Phrase, close + 1, close + 1));
                }
                k = close + 1;
                continue;
            }
        }
        // «وقال القائد الذي رفض الإفصاح عن اسمه إن …»: what he did, and no clause of its own.
        if p.is(k, Class::Object)
            && let Some(own) = p.cues_in(k + 1..k + 2).first()
            && (k == from || own.cue.class != CueClass::Say && cue.cue.takes.iter().any(|t| t == ":"))
            && cue.part == Part::Past
            && !p.is(own.end, Class::Clause)
            && !cue.cue.takes_object
        {
            k = own.end;
            continue;
        }
        if p.is(k, Class::Clause) && p.skip(k) > 0 && p.quote_around(k).is_none() {
            return None;
        }
        if p.is(k, Class::Clause) && p.quote_around(k).is_none() {
            let bare = is_bare(p, cue, k);
            return opens_clause(p, cue, from, k).then_some((Opener::Clause, k, if bare { k + 1 } else { k }));
        }
        let long = p.quote_at(k).is_some_and(|q| q.inside().len() >= 6 && !is_title(p, k));
        if long
            || p.tokens.is_mark(k, ':')
            || taken && !occasion
            || p.is(k, Class::NotClause)
            || p.cues_in(k..k + 1).iter().any(|c| c.at >= cue.end && !aside(c))
        {
            return None;
        }
        k = p.quote_at(k).map_or(k + 1, |q| q.close + 1);
    }
    None
}

/// Whether what looks like a verb or participle between a subject and its clause is a noun or adjective: «في مدينة صحار», «بعد نقل السفن».
fn is_noun(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    let behind = p.is(cue.at - 1, Class::Preposition) && !p.any(cue.at - 1, Class::Adverb.bit() | Class::Conjunction.bit());
    let taken = |k: usize| p.is(k, Class::Clause) || p.quote_at(k).is_some() || cue.cue.takes.iter().any(|t| t == p.tokens.word(k));
    let plural = |e: &String| p.tokens.word(cue.end - 1).ends_with(e.as_str());
    let circumstance = p.accusative(cue.at) || p.tanwin(cue.at) || p.grammar.oblique_plurals.iter().any(plural);
    let named = cue.part == Part::Participle && !circumstance && !p.is_mark(cue.at - 1);
    cue.skip == 0 && cue.part != Part::Present && (behind || named) && !taken(cue.end)
}

/// Whether a participle tells that somebody would not be named: «قال مسؤول طالبا عدم ذكر اسمه إن …».
fn declines(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    cue.part == Part::Participle && p.accusative(cue.at) && p.is(cue.end, Class::VerbalNoun) && !p.is_mark(cue.at - 1)
}

/// Whether a participle only goes on with the verb before it: «رد الوزير قائلا إن».
fn goes_with(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    // «وأضاف مستدركا أن»
    cue.part == Part::Participle && (p.is(cue.at, Class::Adverb) || p.accusative(cue.at) && p.is(cue.end, Class::Clause))
}

fn complement(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, place: &Place, with_glued: bool) -> Option<(Opener, usize, usize)> {
    let limit = place.sentence.end.min(from + 40);
    let asked = if with_glued { asked::asked(p, cue, from).map(|(_, open)| open) } else { None };
    let set_off = cue.at == place.sentence.start || p.is_mark(cue.at - 1) || p.is(cue.at - 1, Class::Adverb);
    let circumstance = p.is(from, Class::Preposition) && (set_off || cue.skip > 0);
    let first = short_quote(p, from).filter(|_| cue.part == Part::Participle).unwrap_or(from);
    let mut k = from;
    while k < limit {
        if p.is(k, Class::NotClause) && k > from && !cue.cue.takes.iter().any(|t| t == p.tokens.word(k)) {
            k = p.end_of(k, Class::NotClause);
            continue;
        }
        // «…، فيما تبحث السفن عن مرسى»: a clause of the reporter's own.
        if p.is_comma(k) && apart::leads_over(p, k + 1) {
            return None;
        }
        if p.is(k, Class::Clause) && p.skip(k) > 0 && p.quote_around(k).is_none() {
            return None;
        }
        if p.is(k, Class::Clause) && p.quote_around(k).is_none() {
            // A pronoun on the clause word stays with the content: «أنه».
            let bare = is_bare(p, cue, k);
            if opens_clause(p, cue, from, k) {
                return Some((Opener::Clause, k, if bare { k + 1 } else { k }));
            }
            if !with_glued {
                return None;
            }
            k += 1;
            continue;
        }
        if p.is(k, Class::Saying) {
            k += 1;
            continue;
        }
        if k == from && cue.cue.takes_object && (p.is_verbal_noun(k) || p.is_owned_noun(k)) && !is_of_purpose(p, cue, k) {
            return Some((Opener::Phrase, k, k));
        }
        if let Some(quote) = p.quote_at(k).filter(|q| q.closed && is_title(p, k)) {
            k = quote.close + 1;
            continue;
        }
        if let Some(quote) = p.quote_at(k) {
            // «وأضاف النخلي «هذا وهم»، مضيفا أن …»
            let next = quote.close + 2;
            let goes_on = p.is_comma(next - 1) && p.cues_in(next..next + 1).iter().any(|c| c.part == Part::Participle);
            let ends = quote.closed && (quote.close + 1 >= place.sentence.end || p.tokens.is_mark(quote.close + 1, '.') || goes_on);
            let said = cue.cue.class == CueClass::Say
                && from > cue.end
                && quote.close < place.sentence.end
                && ends
                && p.trim(quote.inside()).len() >= SHORT
                // «أكد المدير، وصول السفن إلى «المرفأ»»
                && !(cue.cue.takes_object && (from..k).any(|j| p.is_comma(j)));
            let name = p.person_at(k + 1).is_some_and(|e| e + 1 >= quote.close) || p.name_at(k + 1).is_some_and(|e| e + 1 >= quote.close);
            // «قالوا "إن الربح كان متوقعا"، لكن …»
            let clause = quote.closed && cue.cue.class == CueClass::Say && p.is(k + 1, Class::Clause) && quote.inside().len() > SHORT;
            // «قال الوزير للصحفيين "لقد فوجئنا بهذا"، مؤكدا …»
            let own = quote.closed
                && cue.cue.class == CueClass::Say
                && !cue.cue.takes_object
                && (p.is(k + 1, Class::Opening) || p.first_person(quote.inside()))
                && quote.inside().len() > SHORT;
            // «وقال المدير للصحيفة "سنمضي في استكمال العمل" وسيبدأ …»
            let words = || quote.inside().filter(|&j| p.tokens.is_word(j)).count();
            let behind = p.any(k - 1, Class::Outlet.bit() | Class::Body.bit());
            let told = || (quote.close..place.sentence.end.min(quote.close + FAR)).any(|j| p.is(j, Class::Clause));
            let near = k <= from + NEAR && from > cue.end || k == cue.end && ends;
            // «وقال في مقابلة مع وكالة المرفأ "…" في ما يتعلق بالنهر»
            let near = near || from == cue.end && p.is(from, Class::Site) && ar::is_told(p, from + 1) && k <= from + FAR;
            let near = near && quote.closed && speaks_bare(cue) && !behind && words() >= FEWEST && !told();
            // «واصفا إياه "بالمختلف هذا العام"»
            let pronoun =
                k == cue.end + 1 && from == cue.end && p.owner(from).is_some() && p.tokens.word(from).chars().count() <= SHORTEST + 1;
            let deemed = quote.closed && cue.cue.class == CueClass::Deem && pronoun;
            if (quote.inside().len() >= 6 || said || clause || own || near || deemed) && !name {
                return Some((Opener::Phrase, k, k));
            }
            k = quote.close + 1;
            continue;
        }
        // «وقال لقد بدأنا العمل»: speech that nothing opens but its first word.
        if k == from && p.is(k, Class::Opening) && cue.cue.class == CueClass::Say && speaks_bare(cue) {
            return Some((Opener::Clause, k, k));
        }
        let glued = |t: &str| {
            if !p.tokens.word(k).starts_with(t) || p.tokens.word(k).len() <= t.len() + 3 {
                return false;
            }
            // «أشاد الوزير بالجهود وبـ…», not «أشاد بالعمل قائلا …»
            let bare = p.cues_in(k + 1..k + 2).is_empty();
            let first = cue.cue.intransitive && k == from && bare;
            if !with_glued && !first
                || cue.cue.intransitive && !bare
                || p.is_classed(k) && !p.is(k, Class::Preposition) && !ar::is_taken_noun(p, cue, k)
            {
                return false;
            }
            // «رحبت الوزارة، في بيان، بعمان»
            let name = p.name_at(k).is_some() && !(p.is_comma(k - 1) && usize::from(p.glued_at(k)) == t.len());
            t.chars().count() == 1 && !name
        };
        // «أفاد مدير المكتب، نقلا عن مسؤول، أن …»: whose words they are; «كشف التقرير الصادر حديثا عن الوزارة …»: whose paper it is.
        let issued = |j: usize| p.grammar.issued.iter().any(|w| w == p.tokens.word(j));
        let plain = |t: &str| {
            p.tokens.word(k) == t
                && !(k > 0 && p.according_at(k - 1).is_some_and(|hit| hit.end > k))
                && !(k > cue.end && (issued(k - 1) || issued(k - 2) && p.tokens.is_word(k - 1)))
        };
        // «أشاد الأمير في تصريح صحفي بالجهود …»: behind where and when, what is surely a noun with its preposition.
        let far = |t: &str| {
            if !(circumstance || cue.cue.intransitive) || k > from + FAR || !glued(t) {
                return false;
            }
            let rest = p.tokens.word(k).strip_prefix(t).unwrap_or_default();
            let number = matches!(p.tokens.kind(k + 1), TokenKind::Number);
            let owned = cue.cue.intransitive && (number || p.tokens.word(k + 1).starts_with(p.grammar.article.as_str()));
            let definite = rest.starts_with(p.grammar.article.as_str());
            let sure = definite || p.is_verbal_noun_behind(k, t.len());
            (sure || owned) && (!p.is_mark(k - 1) || p.is_comma(k - 1) && sure)
        };
        if cue.cue.takes.iter().any(|t| plain(t) || (k <= first + 1 || Some(k) == asked) && glued(t) || far(t)) {
            if let Some(clause) = clause_within(p, cue, k) {
                return Some(clause);
            }
            let next = k + 1;
            if p.quote_at(next).is_some_and(|q| q.inside().len() >= 4) {
                return Some((Opener::Phrase, next, next));
            }
            return Some((Opener::Phrase, k, k));
        }
        if p.cues_in(k..k + 1).iter().any(|c| (c.part != Part::Present || c.skip > 0) && !is_noun(p, c)) {
            return None;
        }
        k += 1;
    }
    None
}

/// The clause within what a verb takes, which is the content: «على أن …», «بالتأكيد على أن …».
fn clause_within(p: &Passage<'_>, cue: &CueHit<'_>, open: usize) -> Option<(Opener, usize, usize)> {
    let next = open + 1 + usize::from(p.is(open + 1, Class::Site));
    p.is(next, Class::Clause).then(|| (Opener::Clause, open, if is_bare(p, cue, next) { next + 1 } else { next }))
}

/// Whether a quotation is the title of a paper, behind its noun and a colon or none: «في مقال بعنوان «…»», «تحت عنوان: «…»».
fn is_title(p: &Passage<'_>, quote: usize) -> bool {
    let behind = quote - usize::from(quote > 0 && p.tokens.is_mark(quote - 1, ':'));
    behind > 0 && p.grammar.listing.iter().any(|word| word == p.tokens.word(behind - 1))
}

/// Where a name in quotation marks closes that opens at a token: «مطالبين "النادي" بـ…».
fn short_quote(p: &Passage<'_>, at: usize) -> Option<usize> {
    p.quote_at(at).filter(|q| q.closed && q.inside().len() <= SHORT).map(|q| q.close)
}

/// Whether a noun belongs to the one before it, for which something is: «كشفت اللجنة العليا لتحسين | أوضاع المزارعين عن …».
fn is_of_purpose(p: &Passage<'_>, cue: &CueHit<'_>, k: usize) -> bool {
    let purpose = |d: &String| p.tokens.word(k - 1).starts_with(d.as_str()) && p.is_verbal_noun_behind(k - 1, d.len());
    k > cue.end && p.grammar.dative.iter().any(purpose)
}

/// How a clause is given: word for word where, behind its «إنّه», all of it stands in quotation marks.
fn clause_form(p: &Passage<'_>, content: &Range<usize>) -> Form {
    let start = if p.is(content.start, Class::Clause) { content.start + 1 } else { content.start };
    let whole = |q: &Quote| q.closed && q.inside().len() > 3 && (q.close + 1..content.end).all(|k| p.is_mark(k));
    if start > content.start && p.quote_at(start).is_some_and(whole) { Form::Direct } else { Form::Indirect }
}

/// A content without the clause word that opens the quotation it begins with: ««أن الدول …»».
fn without_opener(p: &Passage<'_>, content: Range<usize>) -> Range<usize> {
    let bare = p.is(content.start, Class::Clause) && p.grammar.bare_clauses.iter().any(|c| c == p.tokens.word(content.start));
    if bare && content.len() > 2 { content.start + 1..content.end } else { content }
}
