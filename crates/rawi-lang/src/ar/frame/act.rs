//! # What it reads
//! An act of speech whose complement is a phrase: after a preposition that the verb takes, or a bare object.
//!
//! Example: «دعا الاتحاد إلى تمديد الموسم.» (the federation called for the season to be extended)
//!
//! # What it leaves
//! Verbs with a clause after them (`ar/verb-clause`).

use std::ops::Range;

use rawi_model::Form;
use rawi_text::TokenKind;

use super::apart;
use super::asked::{asked, heads_asked};
use crate::ar;
use crate::frame::Frame;
use crate::{Attribution, Class, CueClass, CueHit, Part, Passage, Place, Reach, Subject};

/// «دعا … إلى …»
pub(super) const ACT: Frame = Frame { id: "ar/act", read };

/// What asks and is not asked, alone behind a second verb.
const ASKER: u64 = Class::Title.bit() | Class::Role.bit() | Class::Body.bit() | Class::Unnamed.bit() | Class::Anaphor.bit();

/// Who speaks, and is nobody's object.
const PERSON: u64 = Class::Title.bit() | Class::Role.bit() | Class::Unnamed.bit() | Class::PluralHead.bit();

/// What opens a clause within a complement: «تطلعه إلى أن …».
const OPENS: u64 = Class::Clause.bit() | Class::NotClause.bit();

/// How far behind the head of a complement the clause may open that it tells, in tokens.
const CLAUSE: usize = 6;

/// The longest name that two commas set off, in tokens.
const NAME: usize = 14;

/// How far behind a subject that is no sure actor its object may stand, in tokens.
const NEAR: usize = 12;

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    let (mut subject, from) = super::speaker(p, cue, place);
    if subject == Subject::None {
        return None;
    }
    // «الجماهير التي طالبت اللاعب بـ…», «الفكرة التي ترجع الظاهرة إلى …»: behind a relative pronoun stands whom the verb acts on.
    let relative = cue.at > place.sentence.start && p.is(cue.at - 1, Class::Object) && !(cue.at >= 2 && p.is_time(cue.at - 2));
    let holds_object = p.holds_object(cue);
    if relative && !holds_object && matches!(&subject, Subject::Phrase { tokens, .. } if tokens.start >= cue.end) {
        return None;
    }
    // The verbs of acts are everyday verbs too: only one who is surely an actor, or has a name of two words and more, is
    // taken for the subject; a verb without one goes on with a speaker where it is set off.
    match &subject {
        // «صور جديدة تؤكد وقوع أضرار»: what speaks before its verb is one who can.
        Subject::Phrase { tokens, .. } if tokens.start < cue.at => {
            let many = ar::is_plural(p, cue);
            if cue.part == Part::Present
                && !many
                && tokens.len() > 1
                && !ar::speaker_head(p, tokens.start)
                && tokens.start != place.paragraph.start
                && !tokens.clone().any(|k| p.person_at(k).is_some())
            {
                return None;
            }
        }
        // «لتلبية طلب الوزارة …»: amid its sentence the same letters are a noun, but behind what is definite.
        Subject::Phrase { tokens, .. }
            if p.tokens.kind(tokens.start) == TokenKind::Number && ar::counted(p, tokens.start, tokens.end).is_none()
                // «رفض وإدانة …»: two nouns.
                || p.is_noun_like(cue)
                    && !p.is_classed(tokens.start)
                    && p.person_at(tokens.start).is_none()
                    && p.name_at(tokens.start).is_none()
                    && p.grammar.conjunctions.iter().any(|c| rawi_text::begins(p.tokens.word(tokens.start), c))
                || p.is_noun_like(cue)
                    && super::is_amid(p, cue, place)
                    && !p.any(cue.at - 1, Class::Object.bit() | Class::Auxiliary.bit())
                    && !p.tokens.word(cue.at - 1).starts_with(p.grammar.article.as_str())
                    && !p.is_time(cue.at - 1) =>
        {
            return None;
        }
        Subject::Phrase { tokens, .. } => {
            let article = p.grammar.article.as_str();
            let name = cue.part == Part::Past && (2..=5).contains(&tokens.len()) && !p.tokens.word(tokens.start).starts_with(article);
            // A last name alone stands elsewhere too, or ends as such names do.
            let word = p.tokens.word(tokens.start);
            let last = tokens.len() == 1
                && !p.accusative(tokens.start)
                && (!word.starts_with(article)
                    || p.repeats(word)
                    || word.chars().count() > 5 && p.grammar.name_endings.iter().any(|e| word.ends_with(e.as_str())));
            // What it takes stands right behind its subject: «استبشر المزارعون بأول المطر».
            let close = (cue.part == Part::Past || cue.at == place.sentence.start)
                && tokens.len() <= 2
                && !p.is(tokens.start, Class::Demonstrative)
                && super::takes_complement(p, cue, from, place).is_some_and(|(_, open, _)| open == from);
            // «وأعرب العاملون في بيان عن …»: the nominative of several.
            let several = p.is_sound_plural(tokens.start);
            let amid = cue.part == Part::Present && super::is_amid(p, cue, place);
            if amid && p.person_at(tokens.start).is_none() && !p.is_actor(tokens.start) {
                return None;
            }
            // «أعلن الفرنسي ميشيل …», «أعرب اللاعب الدولي السابق سالم النخلي عن …»
            let named = |k: usize| p.person_at(k).is_some_and(|e| k == tokens.start + 1 || e == tokens.end);
            // «ويرفض سالم النخلي، مدير الميناء، فرضية …»
            let full = !amid
                && !holds_object
                && p.person_at(tokens.start).is_some_and(|e| e > tokens.start + 1 && e == tokens.end)
                && acts_near(p, cue, from, place);
            let person = full
                || cue.part == Part::Past
                    && tokens.len() > 1
                    && p.tokens.word(tokens.start).starts_with(article)
                    && (tokens.start + 1..tokens.end).any(named);
            // «"رئيس الاتحاد"، سالم النخلي، …»
            let quoted = cue.part == Part::Past && p.quote_at(tokens.start).is_some() && p.is_actor(tokens.start + 1);
            let seat = (cue.part == Part::Past || cue.cue.class == CueClass::Act) && ar::is_seat(p, tokens.start);
            let counted = p.tokens.kind(tokens.start) == TokenKind::Number;
            let sure = p.is_actor(tokens.start) || quoted || seat || counted;
            if !sure && !name && !last && !close && !several && !person && !is_alone(p, cue, tokens, from, place) {
                return None;
            }
        }
        // «أصدر المركز نداء، دعا فيه الأطباء إلى …»: he who issued it.
        _ if is_resumed(p, cue) => {}
        // «قال … إن …، حيث أشار إلى مقتل …»
        _ if cue.part == Part::Past && cue.cue.class == CueClass::Say && is_led(p, cue) => {}
        // «وبشأن الزيارة، أكد استمرار العمل …», «لكنه رفض التعليق»
        _ if super::is_topical(p, cue, place) || ar::carried::is_turn(p, cue) => {}
        // «واشنطن تتعهد بالتعاون وتعترف بالأخطاء»
        _ if ar::carried::is_coordinated(p, cue, place) => {}
        _ if cue.part == Part::Present && !ar::asked(p, cue, cue.end)
            || cue.part == Part::Past
                && cue.skip == 0
                && cue.at > place.sentence.start
                && !p.is(cue.at - 1, Class::Adverb)
                // «كذلك، أشاد بـ…»
                && !(cue.cue.intransitive && cue.at >= 2 && p.is_comma(cue.at - 1) && p.is(cue.at - 2, Class::Adverb))
                && !(p.is_comma(cue.at - 1) && ar::asked(p, cue, cue.end)) =>
        {
            return None;
        }
        _ => {}
    }
    // «يعتبر النخلي مؤيدا لـ…», «تعتبر صحار من المدن …», «الميناء الذي يعتبر الأكبر», «السوق تعتبر الأكبر»: he is held to be so.
    let thing = || matches!(&subject, Subject::Phrase { tokens, .. } if !p.is_actor(tokens.start) && p.person_at(tokens.start).is_none() && !ar::is_seat(p, tokens.start) && !ar::is_plural(p, cue));
    let told = || p.any(from, Class::Preposition.bit() | Class::Reflexive.bit()) || p.accusative(from) && !p.is_definite(from + 1);
    let held = || cue.cue.names && (relative || !is_before(&subject, cue) || thing() || told());
    if cue.part == Part::Present
        && cue.cue.class == CueClass::Say
        && cue.cue.takes_object
        && (p.tanwin(from) && !p.is(from, Class::Adverb) || held())
    {
        return None;
    }
    let limit = super::complement_end(p, cue.end, place);
    let opened = super::takes_complement(p, cue, from, place).filter(|&(_, open, _)| open < limit).map(|(_, _, start)| start);
    // «دعا إلى التعاون، وذلك في ختام زيارته»: the reporter tells when and why.
    let about = opened.unwrap_or(from).max(from) + 1;
    // «دعا إلى "التعاون" وذلك في ختام زيارته»
    let this = |k: usize| p.is(k + 1, Class::Demonstrative) && p.skip(k + 1) > 0 && k + 2 < limit;
    let closes = |k: usize| p.quotes.iter().any(|q| q.closed && q.close == k);
    let limit = p.find(about..limit, |k| (p.is_comma(k) || closes(k)) && this(k)).map_or(limit, |k| k + usize::from(!p.is_comma(k)));
    // «أعلن الوزير عزمه زيارة الميناء، كما تصل سفينة أخرى»: a clause of the reporter's own.
    let limit = apart::own_clause(p, about, limit).unwrap_or(limit);
    let limit =
        if cue.cue.class == CueClass::Act { apart::told_apart(p, about, limit, opened.is_some(), place).unwrap_or(limit) } else { limit };
    // «دعا الخطيب … وحث الشباب على …»: what stands alone before the complement of a second verb is asked, and asks not.
    if let Subject::Phrase { tokens, beside, .. } = &subject
        && cue.cue.takes_object
        && cue.skip > 0
        && beside.is_empty()
        && tokens.start >= cue.end
        && tokens.len() == 1
        && p.tokens.word(tokens.start).starts_with(p.grammar.article.as_str())
        && !p.any(tokens.start, ASKER)
        && !p.cues_in(place.sentence.start..cue.at).is_empty()
        && opened.is_some_and(|start| start <= from + 1)
    {
        return attribution(p, cue, Subject::Carried, p.trim(opened.unwrap_or(from)..limit));
    }
    // «شكر المحافظ على دعمه»: with a verb that needs one, the one phrase before its preposition is the object.
    if cue.cue.transitive
        && !holds_object
        && let Subject::Phrase { tokens, beside, .. } = &subject
        && tokens.start >= cue.end
        && beside.is_empty()
        && opened.is_some_and(|start| start <= tokens.end + usize::from(p.is_mark(tokens.end)))
        // «هنأ مجلس الوزراء سلطنة عمان على …», «شكر محافظ الأحساء على …»
        && !(tokens.start + 1..tokens.end).any(|k| {
            let own = k == tokens.start + 1 && p.is(tokens.start, Class::Role) && !p.tokens.word(tokens.start).starts_with(&p.grammar.article);
            p.is(k, Class::Title) && !p.is(k - 1, Class::Title) || p.name_at(k).is_some() && !own
        })
    {
        let whole = p.trim(tokens.start..limit);
        return if cue.skip > 0 || cue.at > place.sentence.start { attribution(p, cue, Subject::Carried, whole) } else { None };
    }
    let object = opened.and_then(|start| object(p, cue, from, start)).filter(|_| matches!(subject, Subject::Phrase { .. }));
    // «أكدت الصحيفة، عزم الحملة على …»: a bare noun of no shape.
    let tells = object.is_none()
        && cue.cue.class == CueClass::Say
        && cue.cue.takes_object
        && opened.is_some_and(|start| tells_object(p, cue, &subject, from, start));
    let opened = opened.filter(|_| !tells);
    // «دعت اللجنة أمس الأطباء إلى …»
    let from = if opened.is_some() { super::behind_adverbs(p, cue, from) } else { from };
    let whom = asked(p, cue, from).filter(|&(_, open)| opened == Some(open)).map(|(head, _)| head);
    let from = whom.unwrap_or(from);
    let start = match opened {
        // «كشفت اللجنة العليا لتحسين | أوضاع المزارعين عن …»: nobody is asked, and all before the preposition is the subject.
        Some(start) if cue.cue.class == CueClass::Say && is_more(p, &subject, from, start) => {
            if let Subject::Phrase { tokens, .. } = &mut subject {
                tokens.end = start;
            }
            start
        }
        Some(start) if object.is_some() => object.unwrap_or(start),
        // «دعا المركز الأطباء إلى …»: those who are asked belong to what is said.
        Some(start)
            if matches!(&subject, Subject::Phrase { .. })
                && (from > cue.end || whom.is_some())
                && from < start
                && is_phrase(p, from)
                // «ختم النخلي تصريحه | بالدعوة إلى …»
                && !(cue.cue.class == CueClass::Say && !cue.cue.takes_object && p.owner(from).is_some())
                && !cue.cue.intransitive =>
        {
            from
        }
        // «، مطالبين الحكومة بإصلاح الطريق»: a participle has no subject behind it.
        Some(start)
            if subject == Subject::Carried
                && start > cue.end
                && (ar::asked(p, cue, cue.end) || cue.part == Part::Participle && heads_asked(p, cue)) =>
        {
            cue.end
        }
        // «، ويؤكد أهمية العمل على …», «، ويدعو أصحاب السفن إلى …»
        Some(start)
            if subject == Subject::Carried
                && start > cue.end
                && cue.cue.takes_object
                && is_phrase(p, cue.end)
                && !p.is(cue.end, Class::Demonstrative)
                && ar::carried::is_coordinated(p, cue, place) =>
        {
            cue.end
        }
        // «وكان المدير قد شكر العمال على …»
        Some(start) if cue.cue.transitive && is_before(&subject, cue) && start > cue.end && is_phrase(p, cue.end) => cue.end,
        Some(start) if subject == Subject::Carried && is_resumed(p, cue) && cue.end + 1 < start && is_phrase(p, cue.end + 1) => cue.end + 1,
        Some(start) => start,
        None if holds_object => return None,
        // «، مطالبا وزارة النقل القيام بدورها»
        None if cue.part == Part::Participle && heads_asked(p, cue) => cue.end,
        None if cue.cue.takes_object || reveals(p, cue, &subject, from) => match &subject {
            // After the subject and what is put in between, the object; a verb with one phrase has a carried speaker.
            Subject::Phrase { tokens, beside, .. } if tokens.start >= cue.end => {
                // «رفض السفير سالم، مساعد الوزير، تصريحات …»: the object stands behind what is set off.
                // «أكد النخلي لوكالة «المرفأ» سداد الديون»
                let from = super::behind_adverbs(p, cue, behind_site(p, ar::told_to(p, from, limit)));
                // «استنكر السفير سالم النخلي الأمين العام لاتحاد الموانئ، التأخير الذي …»
                let other = Class::Role.bit() | Class::Title.bit() | Class::Object.bit() | Class::Body.bit();
                let apposed = || (from + 2..limit.min(from + NAME)).any(|k| p.is_comma(k)) || p.person_at(from + 1).is_some();
                let ended = || cue.cue.class == CueClass::Act && p.is_definite(from + 1) && !p.any(from + 1, other) && !apposed();
                let named = p.is_comma(from) && (!beside.is_empty() || ended()) && p.quote_at(from + 1).is_none();
                let from = if named { from + 1 } else { set_off(p, from, limit) };
                let near = if p.is_actor(tokens.start) { limit } else { limit.min(from + NEAR) };
                let right = is_phrase(p, from) && !p.is_mark(from) || is_what(p, from);
                let noun =
                    p.find(from..near, |k| p.is_verbal_noun(k) && !p.is(k - 1, Class::Preposition)).map(|k| if right { from } else { k });
                // «انتقد النخلي، في كلمة ألقاها أمس، "الموقف الرسمي، بصورة عامة"»
                let quoted = || p.quote_at(from).is_some_and(|q| q.closed && q.inside().len() > 2 && q.close < limit);
                match noun.or_else(|| ((!p.is_mark(from) || quoted()) && p.trim(from..limit).len() >= 2).then_some(from)) {
                    Some(start) => start,
                    None if p.any(tokens.start, PERSON) || p.person_at(tokens.start).is_some() => return None,
                    None => return attribution(p, cue, Subject::Carried, p.trim(tokens.start..limit)),
                }
            }
            // «الهيئة تكشف لـ«المرفأ» أسباب …», «ألقى النخلي كلمة شكر فيها | الحضور»
            // «نافيا بدوره | بروز خلافات»
            _ if cue.part == Part::Participle => super::behind_adverbs(p, cue, ar::addressee(p, cue.end).unwrap_or(cue.end)),
            // «وكانت الهيئة قد رفضت، أمس، أحكاما …»
            _ if is_before(&subject, cue) => super::behind_adverbs(p, cue, ar::addressee(p, cue.end).unwrap_or(from)),
            _ => ar::addressee(p, cue.end).unwrap_or(cue.end),
        },
        None => return None,
    };
    if start <= ar::addressee(p, cue.end).unwrap_or(cue.end)
        && matches!(&subject, Subject::Phrase { tokens, .. } if tokens.start >= cue.end)
    {
        subject = Subject::Carried;
    }
    attribution(p, cue, subject, p.trim(start..limit))
}

/// Whether what a verb takes stands right behind its subject, or behind what a comma sets off.
fn acts_near(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, place: &Place) -> bool {
    let at = super::behind_adverbs(p, cue, from);
    let at = at + usize::from(p.is_comma(at));
    let glued = p.grammar.prepositions.iter().any(|g| p.tokens.word(at).starts_with(g.as_str()));
    let object = || cue.cue.takes_object && is_phrase(p, at) && !glued;
    object() || super::takes_complement(p, cue, from, place).is_some_and(|(_, open, _)| open == at)
}

/// The object of a verb that goes before the preposition it takes too: «أكدت الصحيفة | فشل الحملة على المدينة», «أعلنت الجماعة في بيان
/// أمس | مسؤوليتها عن الهجوم».
fn object(p: &Passage<'_>, cue: &CueHit<'_>, from: usize, start: usize) -> Option<usize> {
    /// What is put in between begins with one of these.
    const ASIDE: u64 = Class::Preposition.bit() | Class::Adverb.bit();
    if !cue.cue.takes_object || cue.cue.class != CueClass::Say || from >= start {
        return None;
    }
    let noun = |k: usize| (p.is_verbal_noun(k) || p.is_owned_noun(k) || p.is_definite_act(k) && k + 1 == start) && p.skip(k) == 0;
    let dative = p.grammar.dative_in(p.tokens.word(from)) > 0 || p.grammar.dative.iter().any(|d| d == p.tokens.word(from));
    let aside = p.is_mark(from) || p.any(from, ASIDE) || dative;
    // Behind an indefinite noun another one belongs to it: «في حفل افتتاح الميناء».
    let free = |k: usize| {
        // «أكدت الوزارة في بيان | مقتل …», «… في بيان لها | استشهادهم …»
        let told = |k: usize| ar::is_told(p, k) && p.is(k - 1, Class::Preposition);
        let told = told(k - 1) && p.is_verbal_noun(k) || k > 2 && p.is(k - 1, Class::Back) && told(k - 2);
        let ended = p.is_mark(k - 1) || p.is_time(k - 1) || p.is(k - 1, Class::Adverb) || told;
        ended || p.tokens.word(k - 1).starts_with(p.grammar.article.as_str())
    };
    let near = (from..start).take_while(|&k| p.cues_in(k..k + 1).is_empty() || noun(k));
    if noun(from) { Some(from) } else { near.filter(|_| aside).find(|&k| k > from && noun(k) && free(k)) }
}

/// Whether a bare noun behind a subject is the object of its verb, long before what else could open the complement.
fn tells_object(p: &Passage<'_>, cue: &CueHit<'_>, subject: &Subject, from: usize, start: usize) -> bool {
    let Subject::Phrase { tokens, .. } = subject else { return false };
    let at = super::behind_adverbs(p, cue, from);
    let comma = p.is_comma(at);
    let at = at + usize::from(comma);
    tokens.start < from && start > at + if comma { 1 } else { MORE } && heads_object(p, at)
}

/// Whether a bare noun stands at a token that no comma soon behind it makes a name: «…، فشل الحملة في …», not «…، سالم النخلي، …».
fn heads_object(p: &Passage<'_>, at: usize) -> bool {
    /// The longest name, in tokens.
    const NAME: usize = 5;
    let named = || (at + 1..p.tokens.len().min(at + NAME)).take_while(|&k| !p.is(k, Class::Preposition)).any(|k| p.is_comma(k));
    p.is_verbal_noun(at) || is_bare_noun(p, at) && !named()
}

/// Whether an indefinite noun stands at a token that is nobody's name.
fn is_bare_noun(p: &Passage<'_>, k: usize) -> bool {
    let word = p.tokens.word(k);
    let glued = || p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).any(|g| word.starts_with(g.as_str()));
    p.is_verbal_noun(k)
        || is_phrase(p, k)
            && !p.is_classed(k)
            && !word.starts_with(p.grammar.article.as_str())
            && p.name_at(k).is_none()
            && !p.is_of_person(k)
            && !p.tanwin(k)
            && p.cues_in(k..k + 1).is_empty()
            && !glued()
}

/// How many words of a subject may stand behind what was told for it.
const MORE: usize = 4;

/// Whether nothing but more words of a subject of several words stands between it and what opens the complement.
fn is_more(p: &Passage<'_>, subject: &Subject, from: usize, start: usize) -> bool {
    let other = |k: usize| p.person_at(k).is_some() || p.is_time(k) || p.is(k, Class::Public);
    let plain = |k: usize| is_phrase(p, k) && !other(k) && p.cues_in(k..k + 1).is_empty();
    let ended = |k: usize| p.behind_person(k) || p.name_at(k).is_some();
    let whole = |tokens: &std::ops::Range<usize>| tokens.len() > 1 && tokens.end == from && !(from..start).any(ended);
    matches!(subject, Subject::Phrase { tokens, beside, .. } if beside.is_empty() && whole(tokens))
        && (1..=MORE).contains(&start.saturating_sub(from))
        && (from..start).all(plain)
}

/// Where the object of a verb begins behind what commas set off from its subject: «أعلنت الكشافة، الجناح الشبابي للنادي، إطلاقها …»,
/// «أكدت مصادر للمرفأ، وصول …».
fn set_off(p: &Passage<'_>, from: usize, limit: usize) -> usize {
    /// The longest of them, in tokens.
    const LONGEST: usize = 14;
    let object = |k: usize| {
        let name = p.name_at(k).is_some() || p.person_at(k).is_some() || p.tokens.word(k).starts_with(p.grammar.article.as_str());
        p.is_verbal_noun(k) || p.owner(k).is_some() && !name && !p.is_classed(k)
    };
    let to = |word: &str| p.grammar.dative.iter().any(|d| word.starts_with(d.as_str()));
    let dative = p.is(from, Class::Preposition) && to(p.tokens.word(from)) || p.grammar.dative_in(p.tokens.word(from)) > 0;
    if !p.is_comma(from) && !dative {
        return from;
    }
    let commas = (from..limit.min(from + LONGEST)).filter(|&k| p.is_comma(k));
    let behind = |k: usize| object(k) || is_what(p, k) || dative && is_phrase(p, k);
    let mut heads = commas.clone().map(|k| k + 1).filter(|&k| heads_object(p, k));
    // «وناشد النخلي، جميع السائقين أخذ الحذر»
    let near = |k: usize| k == from + 1 && (heads_object(p, k) || p.any(k, Class::Quantity.bit() | Class::Public.bit()));
    commas.map(|k| k + 1).find(|&k| behind(k) || near(k)).or_else(|| heads.next()).unwrap_or(from)
}

/// Whether the one phrase between a verb with which nobody is acted on and what it takes can only be who speaks: «وأعرب النخلي مدير
/// مركز الزوار في الجزيرة عن شكره», «ودعت اللجان في بيان إلى …».
fn is_alone(p: &Passage<'_>, cue: &CueHit<'_>, tokens: &Range<usize>, from: usize, place: &Place) -> bool {
    let told = p.is(from, Class::Preposition) && ar::is_told(p, from + 1);
    let set_off = cue.skip > 0 || !super::is_amid(p, cue, place);
    // «أشاد زوار المعرض من مختلف الأعمار بتنوع …»
    let site = |open: usize| p.is(from, Class::Preposition) && (from..open).all(|k| p.tokens.is_word(k));
    let right = |open: usize| open == from || p.is_comma(from) && open == from + 1 || site(open);
    let opens = || super::takes_complement(p, cue, from, place).is_some_and(|(_, open, _)| told || cue.cue.intransitive && right(open));
    cue.part == Part::Past && set_off && !p.tanwin(tokens.start) && opens()
}

/// Where the object begins behind where its subject is: «نفى المكتب في الجزيرة، الأخبار …».
pub(super) fn behind_site(p: &Passage<'_>, from: usize) -> usize {
    if !p.is(from, Class::Site) {
        return from;
    }
    let article = p.grammar.article.as_str();
    let object = |k: usize| {
        let noun = p.tokens.word(k).starts_with(article) || p.name_at(k).is_some() || p.is_verbal_noun(k);
        let noun = noun || p.tokens.word(k + 1).starts_with(article);
        is_phrase(p, k) && !p.any(k, PERSON) && p.person_at(k).is_none() && noun
    };
    let plain = p.tokens.is_word(from + 1) && !p.is_classed(from + 1) && p.is_comma(from + 2) && object(from + 3);
    let Some(end) = p.name_at(from + 1).or(plain.then_some(from + 2)) else { return from };
    // «أعلنت الجماعة في الجزيرة - النخيل، إغلاق …», «… - النخيل - اليوم، إغلاق …»
    let end = p.name_at(end + 1).filter(|_| p.is_dash(end)).map_or(end, |name| name + usize::from(p.is_dash(name)));
    if p.is_comma(end) && object(end + 1) { end + 1 } else { end }
}

/// Whether a noun right behind one who can surely speak is what he reveals: «كشفت وزارة المياه | عدد المشتركين».
fn reveals(p: &Passage<'_>, cue: &CueHit<'_>, subject: &Subject, from: usize) -> bool {
    let Subject::Phrase { tokens, .. } = subject else { return false };
    let person = || tokens.clone().any(|k| p.person_at(k).is_some());
    cue.cue.reveals && (p.is_actor(tokens.start) || person()) && is_bare_noun(p, ar::addressee(p, from).unwrap_or(from))
}

/// Whether a verb goes on with what its subject issued: «…، دعا فيه».
fn is_resumed(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    cue.part == Part::Past && cue.at > 0 && p.is_comma(cue.at - 1) && p.is(cue.end, Class::Back) || ar::carried::takes_up(p, cue)
}

/// Whether a subject stands before its verb.
fn is_before(subject: &Subject, cue: &CueHit<'_>) -> bool {
    matches!(subject, Subject::Phrase { tokens, .. } if tokens.start < cue.at)
}

/// Whether a word behind a comma leads over to a verb: «…، حيث أشار».
fn is_led(p: &Passage<'_>, cue: &CueHit<'_>) -> bool {
    let leads = |k: usize| p.is_comma(k - 1) && p.grammar.meanwhile.iter().any(|w| w == p.tokens.word(k));
    cue.skip == 0 && cue.at > 1 && leads(cue.at - 1)
}

/// Whether a clause stands for an object at a token: «نفى الوزير | ما نشرته الصحيفة».
fn is_what(p: &Passage<'_>, i: usize) -> bool {
    p.grammar.what.iter().any(|w| w == p.tokens.word(i))
}

/// Whether a noun phrase without a preposition begins at a token.
pub(super) fn is_phrase(p: &Passage<'_>, i: usize) -> bool {
    p.tokens.is_word(i)
        && !p.any(i, Class::Preposition.bit() | Class::Adverb.bit() | Class::Clause.bit() | Class::Conjunction.bit() | Class::Object.bit())
}

fn attribution(p: &Passage<'_>, cue: &CueHit<'_>, subject: Subject, whole: std::ops::Range<usize>) -> Option<Attribution> {
    /// The longest preposition, in letters.
    const SHORT: usize = 3;
    let (content, form) = match super::end::quoted(p, whole.start, whole.end) {
        Some(inside) => (super::without_opener(p, inside), Form::Direct),
        // «أعرب عن أمله في أن …»: what is hoped is told in a clause.
        None if cue.cue.class == CueClass::Say || cue.cue.informs || whole.clone().take(CLAUSE).any(|k| p.any(k, OPENS)) => {
            let form = super::clause_form(p, &whole);
            (whole, form)
        }
        None => (whole, Form::Paraphrase),
    };
    // «تؤكد الأرقام على ذلك», «أكدت ذلك والدتها»: what only points back says nothing.
    let words: Vec<usize> = content.clone().filter(|&k| p.tokens.is_word(k)).collect();
    let points = matches!(words[..], [first, last] if p.is(last, Class::Demonstrative) && (p.tokens.word(first).chars().count() <= SHORT || p.name_at(first).is_some()) || p.is(first, Class::Demonstrative) && !p.is_definite(last));
    (content.len() >= 2 && !points).then(|| Attribution {
        basis: ACT.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        relayed_by: None,
        audience: None,
        content,
        rest: None,
        form,
        reach: Reach::Closed,
    })
}
