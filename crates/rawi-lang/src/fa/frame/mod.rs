//! The shapes in which Persian attributes words, one file each, in the order in which they are tried.

mod according;
mod act;
mod deem;
mod name_colon;
mod passive;
mod quote_verb;
mod verb_bare;
mod verb_colon;
mod verb_ke;

use std::ops::Range;

use rawi_text::TokenKind;

use crate::{Class, CueClass, CueHit, Frame, Part, Passage, Place, Subject};

pub use according::ACCORDING;
pub use name_colon::NAME_COLON;

/// All frames that start from a verb.
pub const FRAMES: &[Frame] =
    &[verb_colon::VERB_COLON, verb_ke::VERB_KE, quote_verb::QUOTE_VERB, verb_bare::VERB_BARE, deem::DEEM, act::ACT, passive::PASSIVE];

/// What can be the head of a subject that stands behind «و».
const HEADS: u64 = Class::Role.bit() | Class::Title.bit() | Class::Unnamed.bit() | Class::Anaphor.bit();

/// What else can be behind «و» and another verb.
const OTHERS: u64 = Class::PluralHead.bit() | Class::Body.bit() | Class::Role.bit();

/// The clause before a cue: from the head of its sentence, where Persian has its subject, or from behind another verb of
/// speech where «و» and a subject of its own follow: «شایسته‌فر … را دعوت کرد و وزیر راه عمان گفت».
fn clause(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Range<usize> {
    let own = |k: usize| {
        let head = p.any(k, HEADS) || p.name_at(k).is_some();
        head && !p.is(super::phrase_end(p, k, cue.at), Class::Object)
    };
    let verbs = p.cues_in(place.sentence.start..cue.at).iter().rev().filter(|c| p.quote_around(c.at).is_none());
    let behind = verbs.filter(|c| c.end < cue.at && p.is(c.end, Class::Conjunction)).map(|c| c.end + 1).find(|&k| own(k));
    let plain = |k: usize| p.is(k, Class::Conjunction) && p.quote_around(k).is_none();
    // «تولید حرام دانسته شده و مقامات بارها اعلام کرده‌اند»: behind any verb people or a body begin a clause of their own.
    let known = |k: usize| p.name_at(k).is_some() || p.person_at(k).is_some();
    let heads = |k: usize| (p.any(k, OTHERS) || several(p, k) || known(k)) && !p.is(super::phrase_end(p, k, cue.at), Class::Object);
    let behind_it = |k: usize| if p.is(k + 1, Class::Adverb) && !p.is(k + 1, Class::Role) { p.end_of(k + 1, Class::Adverb) } else { k + 1 };
    // «این گزارش در حالی منتشر می‌شود که | وزیر پیش از این گفته بود»
    let plain_that = |k: usize| p.is(k, Class::Clause) && k > place.sentence.start && p.is_finite(k - 1) && p.quote_around(k).is_none();
    let that = || {
        let at = (place.sentence.start..cue.at).find(|&k| p.is(k, Class::NotClause))?;
        (at..cue.at)
            .find(|&k| plain_that(k))
            .filter(|&k| p.is_actor(k + 1) || p.person_at(k + 1).is_some())
            .map(|k| k + 1)
            .filter(|&k| !(k..cue.at).any(|k| p.is_finite(k)))
    };
    let from = behind.or_else(that).unwrap_or(place.sentence.start);
    let near = (from + 1..cue.at).rev().take_while(|&k| !p.is_mark(k));
    let other = near.into_iter().find(|&k| plain(k) && p.is_finite(k - 1) && heads(behind_it(k)));
    other.map_or(from, behind_it)..cue.at
}

/// Behind which «که» of its sentence a cue stands with no verb, comma or bracket between: «جایی که | مقام‌ها اعلام کردند».
fn opener(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<usize> {
    /// The letters of «که», by which it is told from «اینکه».
    const LETTERS: usize = 2;
    // «در پاسخ به این که …», «در پاسخ به این سوال که …»
    let quoted = p.quote_at(cue.end).is_some();
    let asked = |k: usize| !quoted && k > 1 && p.is(k - 1, Class::Question) && p.is(k - 2, Class::Demonstrative);
    let plain = |k: usize| p.tokens.word(k).chars().count() == LETTERS && !(k > 0 && p.is(k - 1, Class::Demonstrative)) && !asked(k);
    // «که … نرسد و گفت»: behind «و» the main clause goes on.
    if cue.at > 0 && p.is(cue.at - 1, Class::Conjunction) {
        return None;
    }
    let inside = p.quote_around(cue.at).map(|q| q.open);
    // «پس از آن است که | نوری، معاون وزیر، گفت»: the office between commas goes with the name behind «که».
    let comma =
        cue.at.checked_sub(1).filter(|&k| p.is_comma(k)).and_then(|last| (place.sentence.start..last).rev().find(|&k| p.is_comma(k)));
    let post = comma.filter(|&k| p.any(k + 1, Class::Role.bit() | Class::Title.bit()) && p.quote_around(k).map(|q| q.open) == inside);
    if let Some(comma) = post {
        let before = (place.sentence.start + 1..comma).rev().take(NAMED).take_while(|&k| p.tokens.is_word(k) && !p.is_finite(k));
        let behind = |&k: &usize| p.is(k, Class::Clause) && plain(k) && k + 1 < comma && !p.any(k + 1, OPENS);
        return before.into_iter().find(behind);
    }
    let near = (place.sentence.start..cue.at).rev().filter(|&k| p.quote_around(k).map(|q| q.open) == inside);
    let stops = |k: usize| p.is_mark(k) && p.quote_at(k).is_none() && !p.quotes.iter().any(|q| q.close == k) || p.is_finite(k);
    near.take_while(|&k| !stops(k)).find(|&k| p.is(k, Class::Clause)).filter(|&k| k > place.sentence.start && plain(k))
}

/// Who speaks before a cue.
fn speaker(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Subject {
    if cue.cue.paper
        && let Some(paper) = super::paper(p, clause(p, cue, place))
    {
        return paper;
    }
    match who(p, cue, place, cue.at) {
        Subject::Carried if let Some(asked) = asked(p, cue, place) => asked,
        Subject::Carried if cue.plural => those_before(p, cue, place).unwrap_or(Subject::Carried),
        // «آمار گمرک از این حکایت دارد که …»: a thing says nothing.
        Subject::Phrase { tokens, .. } if p.is(tokens.start, Class::VerbalNoun) && !acts(p, tokens.start) => Subject::None,
        // «این سخنان تازه نمایندگان را نگران کرد و آنها پرسیدند …»
        // «انتخاب این نام امری عادی است زیرا معتقدند …»: those are others.
        Subject::Phrase { tokens, .. }
            if cue.plural
                && !is_somebody(p, &tokens)
                && !p.is(tokens.end, Class::Clause)
                && (tokens.end..cue.at).any(|k| is_verb(p, k) && p.quote_around(k).is_none()) =>
        {
            those_before(p, cue, place).unwrap_or(Subject::None)
        }
        found if !speaks(p, &found) => those_before(p, cue, place).filter(|_| cue.plural).unwrap_or(Subject::None),
        found => found,
    }
}

/// Who answers a question that stands between him and the cue: «نوری در پاسخ به این که آب چه شد؟ | گفت: …».
fn asked(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Subject> {
    const ASKS: char = '\u{61F}';
    if !p.trim(place.sentence.start..cue.at).is_empty() {
        return None;
    }
    let before = place.paragraph.start..cue.at;
    let mark = before.clone().rev().find(|&k| !p.tokens.is_mark(k, '»')).filter(|&k| p.tokens.is_mark(k, ASKS))?;
    let ends = |k: &usize| matches!(p.tokens.kind(*k), TokenKind::Mark('.' | '!' | ASKS) | TokenKind::Break);
    let start = (before.start..mark).rev().find(ends).map_or(before.start, |k| k + 1);
    let told = (start..mark).any(|k| p.is(k, Class::Clause));
    let someone = p.is_actor(start) || p.person_at(start).is_some() || p.is_surname(start);
    (told && someone).then(|| super::subject(p, start..mark))
}

/// Those who stand right before a plural verb, behind a phrase that no comma closes: «علاوه بر این | محققان می‌گویند».
fn those_before(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Subject> {
    const NOT: u64 = Class::Preposition.bit() | Class::Conjunction.bit() | Class::Object.bit() | Class::Quantity.bit();
    let people = |k: usize| (p.is(k, Class::PluralHead) || several(p, k)) && !p.is_finite(k) && !p.is(k, Class::Adverb);
    let near = (place.sentence.start + 1..cue.at).rev().take_while(|&k| !p.is_mark(k) && !p.is_finite(k) && !p.is(k, Class::Object));
    let heads =
        |&k: &usize| people(k) && !p.any(k - 1, NOT | Class::Role.bit()) && !people(k - 1) && super::phrase_end(p, k, cue.at) == cue.at;
    near.filter(heads).last().map(|head| super::phrase(head..cue.at))
}

/// Who speaks before a token; where the sentence begins with what speaks not, who heads the clause nearest to the cue.
fn who(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place, end: usize) -> Subject {
    match speaker_before(p, cue, place, end) {
        Subject::Phrase { tokens, skip, beside } if !is_somebody(p, &tokens) => {
            nearer(p, tokens.end, end).unwrap_or(Subject::Phrase { tokens, skip, beside })
        }
        found => found,
    }
}

/// Who surely heads a clause that a verb and «که» or a conjunction part from what stands before: «کار به جایی رسید که | برخی هنرمندان
/// گفتند», «آب کم شد اما | پژوهشگران می‌گویند».
/// So does a pronoun right before the verb: «این کار مخالفانی دارد، زیرا | آنان معتقدند».
fn nearer(p: &Passage<'_>, from: usize, end: usize) -> Option<Subject> {
    /// The longest name that nothing tells to be one, in tokens.
    const NAME: usize = 2;
    let pronoun = end.checked_sub(1).filter(|&k| k > from && p.any(k, Class::Anaphor.bit() | Class::AnaphorPlural.bit()));
    if let Some(at) = pronoun.filter(|&k| !p.is(k - 1, Class::Preposition)) {
        return Some(super::phrase(at..end));
    }
    let verb = |k: usize| p.is_finite(k) || p.is_comma(k) && p.is_finite(k - 1);
    let opens = |&k: &usize| p.any(k, Class::Clause.bit() | Class::Conjunction.bit()) && verb(k - 1) && p.quote_around(k).is_none();
    let whole = |k: usize, tokens: &Range<usize>| p.is(k, Class::Conjunction) && tokens.end == end && tokens.len() <= NAME;
    (from + 1..end).rev().filter(opens).find_map(|k| match super::subject(p, k + 1..end) {
        Subject::Phrase { tokens, skip, beside } if acts(p, tokens.start) || several(p, tokens.start) || whole(k, &tokens) => {
            Some(Subject::Phrase { tokens, skip, beside })
        }
        _ => None,
    })
}

/// Whether a phrase surely tells of somebody: a name, an office, a body, people, or who speaks alone elsewhere.
fn is_somebody(p: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let start = tokens.start;
    let known = |k: usize| acts(p, k) || p.is_surname(k) || several(p, k) || p.name_at(k).is_some();
    let this = p.is(start, Class::Demonstrative) && known(start + 1);
    known(start) || this || p.quote_at(start).is_some() || tokens.clone().any(|k| p.is_of_person(k))
}

/// Who speaks, before the words that stand between him and his cue.
fn speaker_before(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place, end: usize) -> Subject {
    let whole = || {
        let clause = clause(p, cue, place).start.min(end)..end;
        let head = last_head(p, clause.clone()).unwrap_or(clause.start);
        super::subject(p, head..end)
    };
    let Some(opener) = opener(p, cue, place).filter(|&k| k < end) else { return whole() };
    // «از سالم نوری که | این طرح را پیشنهاد داد»: behind «که» stands what he said.
    if opener + 1 == end {
        let person = (place.sentence.start..opener).rev().take(NAMED).find(|&k| p.person_at(k) == Some(opener));
        return person.map_or_else(whole, |start| super::phrase(start..opener));
    }
    match super::subject(p, opener + 1..end) {
        Subject::Carried => before_opener(p, place, opener).unwrap_or_else(whole),
        // «که هر دو خواستند»: those of whom it is told before.
        Subject::Phrase { tokens, .. } if p.is(tokens.start, Class::Quantity) => whole(),
        // «نوری با انتقاد از کسانی که آب نداشتند | گفت»: the clause behind «که» names nobody.
        Subject::Phrase { tokens, .. } if !acts(p, tokens.start) && !p.is(tokens.start, Class::Demonstrative) => match whole() {
            Subject::Phrase { tokens, skip, beside } if acts(p, tokens.start) => Subject::Phrase { tokens, skip, beside },
            _ => super::subject(p, opener + 1..end),
        },
        own => own,
    }
}

/// Whether a token begins what can act: a known or unknown name, an office, a body, people or a pronoun.
fn acts(p: &Passage<'_>, at: usize) -> bool {
    p.is_actor(at) || p.person_at(at).is_some()
}

/// Whether a preposition belongs to the words of a nominal attribution: «به گفته …», «به نقل از …».
fn cites(p: &Passage<'_>, k: usize) -> bool {
    /// The longest such words, in tokens.
    const LONGEST: usize = 3;
    (k.saturating_sub(LONGEST)..=k).any(|j| p.cited_at(j).is_some_and(|hit| hit.end > k))
}

/// Whether a word is a noun in the plural, of people most often: «کارشناسان».
pub(crate) fn several(p: &Passage<'_>, k: usize) -> bool {
    /// Its fewest letters.
    const PLURAL: usize = 5;
    let word = p.tokens.word(k);
    p.grammar.plural_nouns.iter().any(|e| word == e || word.chars().count() >= PLURAL && word.ends_with(e.as_str()))
}

/// Whether the act is told in a clause that another verb of speech takes up: «با بیان اینکه … قدردانی می‌کند، گفت:».
fn in_another(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    // «… را باز کند یا نه، گفت: …», «… امیدی دارد گفت: …»
    let ended = |k: usize| p.is_comma(k) || is_verb(p, k);
    let closes = |c: &CueHit<'_>| c.at > cue.end && ended(c.at - 1) && (p.tokens.is_mark(c.end, ':') || p.is(c.end, Class::Clause));
    let opens = |k: usize| p.is(k, Class::Clause) && p.quote_around(k).is_none();
    (place.sentence.start..cue.at).any(opens) && p.cues_in(cue.end..place.sentence.end).iter().any(closes)
}

/// Whether a subject can evaluate or do an act of speech: no thing («ارزش معاملات») and no clause. Who is not known to be somebody does it
/// with no other verb between, and in the past unless a single word may be his name («عمان بر این تأکید دارد»): «این رمز از داده‌ها پشتیبانی می‌کند».
fn can_act(p: &Passage<'_>, cue: &CueHit<'_>, subject: &Subject) -> bool {
    let Subject::Phrase { tokens, .. } = subject else { return true };
    let clause = |k: usize| (is_verb(p, k) || p.is(k, Class::Clause)) && p.quote_around(k).is_none();
    let word = p.tokens.word(tokens.start);
    let name = tokens.len() == 1 && p.is(tokens.end, Class::Preposition) && !word.ends_with(super::YEH) && !word.is_ascii();
    if !is_somebody(p, tokens) && (cue.part == Part::Present && !name || (tokens.end..cue.at).any(clause)) {
        return false;
    }
    let start = if p.is(tokens.start, Class::Indefinite) { p.end_of(tokens.start, Class::Indefinite) } else { tokens.start };
    // «این موضوع», «این اظهارات»
    let start = if p.is(start, Class::Demonstrative) { start + 1 } else { start };
    let occasion = tokens.len() == 1 && p.is(start, Class::Occasion);
    !p.any(start, Class::VerbalNoun.bit() | Class::Impersonal.bit()) && !occasion && speaks(p, subject)
}

/// Whether a word is a verb of its own, and no participle: «به علل مطرح | شده | اشاره کرد».
fn is_verb(p: &Passage<'_>, k: usize) -> bool {
    p.is_finite(k) && !p.tokens.word(k).ends_with('\u{647}')
}

/// Whether a subject is neither something said («این اظهارات») nor a clause.
fn speaks(p: &Passage<'_>, subject: &Subject) -> bool {
    let Subject::Phrase { tokens, .. } = subject else { return true };
    let said = p.is(tokens.start, Class::Demonstrative) && p.is(tokens.start + 1, Class::Speech);
    // «این نهاد» is no verb.
    let noun = |k: usize| p.any(k, Class::Generic.bit() | Class::Body.bit());
    let verb = |k: usize| p.is_finite(k) && p.name_at(k).is_none() && !p.is_of_person(k) && !noun(k);
    let someone = p.quote_at(tokens.start).is_some() || p.is_actor(tokens.start) || p.person_at(tokens.start).is_some();
    !said && (someone || p.name_at(tokens.start).is_some() || !(tokens.start + 1..tokens.end).any(verb))
}

/// Whether the clause tells under what circumstances he speaks and not what he says: «وزیر در حالی از صادرات سخن می‌گوید که …».
fn in_circumstance(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> bool {
    let before = (place.sentence.start..cue.at).rev().take_while(|&k| !p.is(k, Class::Clause) && !p.is_finite(k));
    before.into_iter().any(|k| p.is(k, Class::NotClause) && p.quote_around(k).is_none())
}

/// What begins no subject.
const OPENS: u64 = Class::Preposition.bit()
    | Class::Adverb.bit()
    | Class::Clause.bit()
    | Class::Conjunction.bit()
    | Class::Addressing.bit()
    | Class::Demonstrative.bit();

/// Where behind the last comma another clause begins, with a subject of its own and no verb but the cue: «اگر آب کم شود،
/// شهردار گفت».
fn last_head(p: &Passage<'_>, clause: Range<usize>) -> Option<usize> {
    /// The longest subject that is no known actor, in tokens.
    const SHORT: usize = 3;
    let comma = clause.clone().rev().find(|&k| p.is_comma(k) && p.quote_around(k).is_none())?;
    // «…، اما کارشناسان گفتند»
    let but = p.is(comma + 1, Class::Conjunction) && p.tokens.word(comma + 1).chars().nth(1).is_some();
    let own = comma + 1 + usize::from(but)..clause.end;
    let verb = |mut range: Range<usize>| range.any(|k| p.quote_around(k).is_none() && (p.is_finite(k) || p.first_person(k..k + 1)));
    let other = p.any(own.start, OPENS);
    let short = own.len() <= SHORT && !own.clone().any(|k| p.is(k, Class::Preposition));
    let sure = p.is_actor(own.start) || p.person_at(own.start).is_some() || several(p, own.start) || short;
    // «وزیر که دیروز آمده بود، گفت»: what is set off tells of the one before it.
    let told = p.find(clause.start..comma, |k| p.is(k, Class::Clause)).is_some_and(|k| k > clause.start && p.is_actor(clause.start));
    (!own.is_empty() && sure && !other && !told && verb(clause.start..comma) && !verb(own.clone())).then_some(own.start)
}

/// The name or noun before «که» of which its clause tells: «رسولی که از شورا خواسته بود», «؛ مقام‌هایی که از او خواسته‌اند».
fn before_opener(p: &Passage<'_>, place: &Place, opener: usize) -> Option<Subject> {
    let ends_there = |&k: &usize| p.name_at(k).or_else(|| p.person_at(k)) == Some(opener);
    let named = (place.sentence.start..opener).rev().take(NAMED).find(ends_there);
    // «سؤال مجری که پرسیده بود»
    let known = |k: usize| p.is_mark(k - 1) && p.tokens.word(k).ends_with('\u{6CC}') || p.is(k, Class::Role);
    let noun = opener.checked_sub(1).filter(|&k| k > 0 && known(k));
    named.or(noun).map(|start| super::phrase(start..opener))
}

/// The longest name before «که», in tokens.
const NAMED: usize = 5;

/// Where what a cue gives without marks ends: with its clause, or earlier where the cue stands in a clause beside the main
/// one («در حالی که رسانه‌ها می‌گویند …، سفیر گفت»), and a request before «و این».
fn told_end(p: &Passage<'_>, cue: &CueHit<'_>, start: usize, place: &Place) -> usize {
    let end = clause_end(p, start, place);
    let plain = |k: &usize| p.quote_around(*k).is_none();
    if cue.cue.event.as_ref().is_some_and(|e| e.plover == rawi_model::Plover::Request) {
        let takes_up = |&k: &usize| p.is(k, Class::Conjunction) && p.is(k + 1, Class::Demonstrative) && !p.is(k + 2, Class::Object);
        return (start + 2..end).filter(plain).find(takes_up).unwrap_or(end);
    }
    if opener(p, cue, place).is_none() {
        return end;
    }
    // «در واکنش به این که وزیر گفته است آب کم است، | اظهار کرد: …»
    let main = |c: &CueHit<'_>| {
        let comma = (start + 2..c.at).rev().find(|&k| p.is_comma(k));
        let head = |comma: usize| p.is_actor(comma + 1) || p.person_at(comma + 1).is_some();
        let colon = p.tokens.is_mark(c.end, ':') && c.part.is_active();
        let closes = |comma: usize| head(comma) || colon && is_verb(p, comma - 1);
        let bare = || (colon && c.at > start + 2 && is_verb(p, c.at - 1)).then_some(c.at);
        comma.filter(|&k| closes(k)).or_else(bare).filter(|_| c.cue.class == CueClass::Say && plain(&c.at))
    };
    p.cues_in(start..end).iter().find_map(main).unwrap_or(end)
}

/// Where the clause of an indirect statement that begins at a token ends: before «و افزود که» and «و با اشاره به … گفت:»,
/// by which the same speaker goes on, else with the sentence.
fn clause_end(p: &Passage<'_>, start: usize, place: &Place) -> usize {
    let goes_on = |c: &CueHit<'_>| {
        let colon = p.tokens.is_mark(c.end, ':');
        // «… و تأکید کرد پل فردا باز می‌شود»
        let bare =
            || c.cue.bare && c.part == Part::Past && p.is(c.at - 1, Class::Conjunction) && p.is_finite(c.at - 2) && p.tokens.is_word(c.end);
        if c.at <= start + 2 || p.quote_around(c.at).is_some() || !colon && !p.is(c.end, Class::Clause) && !bare() {
            return None;
        }
        let with = |&k: &usize| p.is(k, Class::Conjunction) && p.is(k + 1, Class::Preposition);
        let and = Some(c.at - 1).filter(|&k| p.is(k, Class::Conjunction));
        // «… است و امروز در نشستی هم گفت که …»
        let plain = |k: usize| p.is(k, Class::Conjunction) && p.tokens.word(k).chars().nth(1).is_none();
        let later = |&k: &usize| plain(k) && p.is_finite(k - 1) && super::subject(p, k + 1..c.at) == Subject::Carried;
        let says = c.part.is_active() && c.cue.class == CueClass::Say;
        let near = || (start + 2..c.at).rev().take_while(|&k| !p.is_mark(k));
        let apart = || near().filter(|_| says).take_while(|&k| !p.is_finite(k)).find(later);
        and.or_else(|| near().filter(|_| colon).find(with)).or_else(apart)
    };
    let end = p.cues_in(start..place.sentence.end).iter().find_map(goes_on).unwrap_or(place.sentence.end);
    // «…، اما شهردار پاسخ داد: …»
    let answered = |&k: &usize| {
        let but = p.is_comma(k) && p.is(k + 1, Class::Conjunction) && p.tokens.word(k + 1).chars().nth(1).is_some();
        let someone = but && p.quote_around(k).is_none() && (p.is_actor(k + 2) || p.person_at(k + 2).is_some());
        someone && p.cues_in(k + 2..end).iter().any(|c| c.cue.class == CueClass::Say && p.tokens.is_mark(c.end, ':'))
    };
    let end = (start + 2..end).find(answered).unwrap_or(end);
    // «… است اما روزنامه ساحل گزارش داد …»: what another is told to have said.
    let objected = |&k: &usize| {
        let but = p.is(k, Class::Conjunction) && p.tokens.word(k).chars().nth(1).is_some() && p.is_finite(k - 1);
        let someone = but && p.quote_around(k).is_none() && (p.name_at(k + 1).is_some() || p.person_at(k + 1).is_some());
        let says = |c: &CueHit<'_>| c.cue.class == CueClass::Say && c.part == Part::Past && p.quote_around(c.at).is_none();
        someone && p.cues_in(k + 1..end).iter().any(says)
    };
    let end = (start + 2..end).find(objected).unwrap_or(end);
    // «…؛ ادعایی که شهردار آن را رد کرد»: the reporter speaks again.
    let taken_up = |&k: &usize| {
        let noun = k + 1;
        p.tokens.is_mark(k, '\u{61B}') && p.tokens.word(noun).ends_with('\u{6CC}') && p.is(noun + 1, Class::Clause)
    };
    let end = (start + 2..end).filter(|&k| p.quote_around(k).is_none()).find(taken_up).unwrap_or(end);
    // A quotation of several sentences is told to its end: «گزارش داد که وزیر گفته است: «…. …»».
    let open = p.quote_around(end.saturating_sub(1)).filter(|q| q.closed && q.open > start && q.close < place.paragraph.end);
    open.map_or(end, |q| q.close + 1)
}
