//! # What it reads
//! A reporting verb or participle whose complement is a clause after إنّ or أنّ, or a quotation.
//!
//! Example: «وأكدت الوزيرة أن المعبر مفتوح، مشيرة إلى أن الرسوم خُفضت.» (the minister stressed that the crossing is open,
//! pointing out that the fees were lowered)
//!
//! # What it leaves
//! Complements that are phrases (`ar/act`).

use rawi_model::Form;

use super::Opener;
use crate::frame::Frame;
use crate::{Attribution, Class, CueClass, CueHit, Part, Passage, Place, Reach, Subject, ar};

/// «قال … إن …»
pub(super) const VERB_CLAUSE: Frame = Frame { id: "ar/verb-clause", read };

/// What heads the phrase of a person.
const PERSON: u64 = Class::Role.bit() | Class::Title.bit() | Class::Anaphor.bit() | Class::Unnamed.bit();

/// What heads the phrase of one who speaks.
const SPEAKS: u64 = PERSON | Class::Body.bit() | Class::Outlet.bit() | Class::Indefinite.bit();

/// Behind what a past verb may stand amid its sentence.
const AMID: u64 = Class::Object.bit() | Class::Auxiliary.bit() | Class::Adverb.bit();

/// Speech that a comma alone opens: «وقال مدير الميناء سالم النخلي، تصل السفن غدا», «وتابع، إذا زاد الطلب …».
fn bare(p: &Passage<'_>, cue: &CueHit<'_>, subject: &Subject, from: usize, place: &Place) -> Option<(Opener, usize, usize)> {
    /// The fewest tokens of such speech.
    const FEWEST: usize = 5;
    /// What tells more of the one who speaks, or when and where.
    const OTHER: u64 = Class::Preposition.bit()
        | Class::Adverb.bit()
        | Class::Object.bit()
        | Class::Clause.bit()
        | Class::Role.bit()
        | Class::Title.bit()
        | Class::Body.bit()
        | Class::Anaphor.bit()
        | Class::Conjunction.bit()
        | Class::Unnamed.bit();
    let at = from + 1;
    let speaks = match subject {
        Subject::Phrase { tokens, .. } => tokens.start >= cue.end && (p.is_actor(tokens.start) || p.person_at(tokens.start).is_some()),
        _ => from == cue.end,
    };
    let article = p.tokens.word(at).starts_with(p.grammar.article.as_str());
    let own = !p.any(at, OTHER)
        && !article
        && !cue.cue.takes_object
        && p.person_at(at).is_none()
        && p.name_at(at).is_none()
        && p.cues_in(at..at + 1).is_empty();
    let long = place.sentence.end > at + FEWEST;
    // «وقال الوزير، سالم النخلي، …»
    let named = (at..place.sentence.end.min(at + FEWEST)).any(|k| p.is_comma(k));
    let opens = super::speaks_bare(cue) && p.is_comma(from) && p.tokens.is_word(at) && p.quote_at(at).is_none();
    (opens && speaks && own && long && !named).then_some((Opener::Clause, at, at))
}

/// Where a quotation closes with which what was said begins, and behind which the reporter goes on: «أن «…»، حيث …», «أن «…» رغم …».
fn behind_quote(p: &Passage<'_>, start: usize, end: usize) -> Option<usize> {
    /// How far behind its head the quotation may open, in tokens.
    const HEAD: usize = 2;
    /// The fewest tokens of such a quotation.
    const FEWEST: usize = 5;
    let quote = (start..end.min(start + HEAD + 1)).find_map(|k| p.quote_at(k))?;
    let comma = p.is_comma(quote.close + 1);
    let next = quote.close + 1 + usize::from(comma);
    let word = p.tokens.word(next);
    let meanwhile = p.grammar.meanwhile.iter().any(|w| w == word);
    let conjunction = p.is(next, Class::Conjunction) && p.end_of(next, Class::Conjunction) == next + 1;
    let leads = if meanwhile { comma && p.is_finite(next + 1) } else { conjunction || p.grammar.turns.iter().any(|w| w == word) };
    (quote.closed && quote.inside().len() >= FEWEST && next < end && leads).then_some(quote.close + 1)
}

/// Who describes, and where what he describes begins, before the clause: «وصف النخلي | القرار بأنه خطوة», «ووصف | الحزب بأنه صغير»; none
/// where the verb holds it, «وصفه بأنه …».
fn described(p: &Passage<'_>, cue: &CueHit<'_>, subject: Subject, open: usize) -> (Subject, Option<usize>) {
    let letter = |t: &String| t.chars().count() == 1 && p.tokens.word(open).starts_with(t.as_str());
    let quotes = p.quote_at(open).is_some();
    let deems = cue.cue.class == CueClass::Deem && (quotes || cue.cue.takes.iter().any(letter));
    // «…، معتبرا | القرار "خطوة مهمة"»
    let holds = cue.cue.names && quotes && cue.part == Part::Participle;
    if !deems && !holds || p.holds_object(cue) {
        return (subject, None);
    }
    let behind = |at: usize| {
        let at = super::behind_adverbs(p, cue, at);
        let at = at + usize::from(p.is_comma(at) && at + 1 < open);
        // «وصف النخلي، المدير العام للميناء، | القرار بأنه …»
        let his = p.is_comma(at.saturating_sub(1)) && p.any(at, Class::Role.bit() | Class::Title.bit());
        let next = (at..open).find(|&k| his && p.is_comma(k) && super::act::is_phrase(p, k + 1)).map_or(at, |k| k + 1);
        (next < open && super::act::is_phrase(p, next) && !p.is(next, Class::Back)).then_some(next)
    };
    match subject {
        Subject::Phrase { ref tokens, ref beside, .. } if tokens.start >= cue.end => {
            // «وصف نتنياهو | الهجوم بأنه …»
            let name = p.person_at(tokens.start).filter(|&e| e < tokens.end && p.is_definite(e) && !p.is_classed(e));
            let end = beside.last().map_or(name.unwrap_or(tokens.end), |b| b.end);
            if let Some(object) = behind(end) {
                let tokens = tokens.start..name.unwrap_or(tokens.end);
                return (Subject::Phrase { tokens, skip: p.skip(cue.end), beside: beside.clone() }, Some(object));
            }
            // One phrase alone is what is described, where no person speaks.
            if p.any(tokens.start, PERSON) { (subject, None) } else { (Subject::Carried, Some(tokens.start)) }
        }
        subject => (subject, behind(ar::addressee(p, cue.end).unwrap_or(cue.end))),
    }
}

/// Whether what a verb acts on stands before a quotation that is but a part of what is said: «دعا النخلي | التجار إلى "العمل معا"».
fn acts_on(p: &Passage<'_>, cue: &CueHit<'_>, subject: &Subject, from: usize, open: usize) -> bool {
    /// What is no object, or is told and not acted on: «أخبر النخلي الصحيفة "…"».
    const NOT: u64 = Class::Saying.bit() | Class::Back.bit() | Class::Outlet.bit();
    let at = match subject {
        Subject::Phrase { .. } => super::act::behind_site(p, from),
        _ => ar::addressee(p, cue.end).unwrap_or(cue.end),
    };
    let at = super::behind_adverbs(p, cue, at);
    let at = at + usize::from(p.is_comma(at));
    let acts = (cue.cue.takes_object || cue.cue.class == CueClass::Act) && !cue.cue.informs;
    // «أكد النخلي هذه المعلومات قائلا "…"»
    let says = p.is(open - 1, Class::Saying);
    acts && !says && at < open && super::act::is_phrase(p, at) && !p.any(at, NOT)
}

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    let (subject, from) = super::speaker(p, cue, place);
    // «السعودية، التي تعتبر نفسها …، هي أن»: what one holds oneself to be is no clause.
    if subject == Subject::None || p.is(cue.end, Class::Reflexive) {
        return None;
    }
    // «وفي إحصائية جديدة ذكر المركز العربي أن …»
    let surely = || {
        let someone = match &subject {
            // «وقبيل سفره كشف النخلي أنه …»
            Subject::Phrase { tokens, .. } if tokens.start == cue.end => {
                p.any(cue.end, SPEAKS) || p.person_at(cue.end).is_some() || tokens.len() == 1 && p.is(tokens.end, Class::Clause)
            }
            _ => false,
        };
        someone && super::is_fronted(p, cue, place) && !p.is(cue.at - 1, Class::Preposition)
    };
    // «لتلبية طلب السكان بأن …»: amid its sentence the same letters are a noun.
    if p.is_noun_like(cue)
        && super::is_amid(p, cue, place)
        && !surely()
        && !p.any(cue.at - 1, AMID)
        // «بعد أن زعم …»
        && !(p.is(cue.at - 1, Class::Clause) && cue.at >= 2 && p.is(cue.at - 2, Class::Preposition))
        && !p.tokens.word(cue.at - 1).starts_with(&p.grammar.article)
    {
        return None;
    }
    let complement = super::takes_complement(p, cue, from, place);
    let (opener, open, start) = complement.or_else(|| bare(p, cue, &subject, from, place))?;
    // In the present tense a doubtful subject stands right before its clause: «ترى الأوساط التجارية، أن …», «يجادل النخلي قائلا إن …».
    if let (Part::Present, Subject::Phrase { tokens, .. }) = (cue.part, &subject)
        && tokens.start >= cue.end
        && !p.is_actor(tokens.start)
        && p.person_at(tokens.start).is_none()
        && open > tokens.end
        && !(open == tokens.end + 1 && (p.is_comma(tokens.end) || p.is(tokens.end, Class::Saying)) && p.skip(open) == 0)
    {
        return None;
    }
    let is_quote = p.quote_at(open).is_some();
    let (subject, described) = described(p, cue, subject, open);
    if is_quote && described.is_none() && acts_on(p, cue, &subject, from, open) && (super::act::ACT.read)(p, cue, place).is_some() {
        return None;
    }
    if opener != Opener::Clause && !is_quote || super::apart::told_before_saying(p, cue, open, place) {
        return None;
    }
    let end = super::complement_end(p, start, place);
    // «قال «…» وذلك في إشارة إلى …»: the reporter tells what was meant.
    let told = p.quote_at(start).filter(|q| q.closed && p.is(q.close + 1, Class::Demonstrative) && p.skip(q.close + 1) > 0);
    let end = told.map_or(end, |q| end.min(q.close + 1));
    let end = behind_quote(p, start, end).unwrap_or(end);
    // «وفيما وصفه الوزير بأنه «معركة» سمحت …»: what was called so is told of beyond the quotation.
    let named = p.quote_at(start).or_else(|| p.quote_at(start + 1)).filter(|q| q.closed && q.close < end && p.holds_object(cue));
    let end = named.map_or(end, |q| q.close + 1);
    // «وأضاف أنه «… . …»»: a quotation that begins in the clause and is longer than its sentence.
    let open = |q: &&rawi_text::Quote| {
        q.closed
            && q.depth == 0
            && q.open >= start
            && q.open < end
            && q.close >= end
            && q.close < place.paragraph.end
            && q.open <= start + 2
    };
    let end = if p.quote_at(start).is_none() { p.quotes.iter().find(open).map_or(end, |q| q.close + 1) } else { end };
    let (content, form) = if let Some(start) = described {
        (p.trim(start..end), Form::Paraphrase)
    } else if let Some(inside) = super::end::quoted(p, start, end) {
        (super::without_opener(p, inside), Form::Direct)
    } else {
        let content = p.trim(start..end);
        let form = if cue.cue.class == CueClass::Deem { Form::Paraphrase } else { super::clause_form(p, &content) };
        (content, form)
    };
    (content.len() >= 2).then(|| Attribution {
        basis: VERB_CLAUSE.id,
        cue: Some((cue.at..cue.end, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        relayed_by: None,
        audience: ar::audience(p, cue.end, content.start),
        content,
        rest: None,
        form,
        reach: Reach::Closed,
    })
}
