//! # What it reads
//! An act of speech told in a phrase that stands before the verb or between its parts.
//!
//! Example: «سفیر از میزبانی مسقط قدردانی کرد.» (the ambassador thanked Muscat for its hospitality); «وزیر خواستار بازگشایی
//! گذرگاه شد.» (the minister called for the reopening of the crossing)
//!
//! # What it leaves
//! Verbs whose complement is not opened by a word that they take.

use std::ops::Range;

use rawi_model::Form;

use crate::contact::ContactForm;
use crate::fa::YEH;
use crate::frame::Frame;
use crate::{Attribution, Class, CueClass, CueHit, Part, Passage, Place, Reach, Subject, fa};

/// «از … قدردانی کرد»
pub(super) const ACT: Frame = Frame { id: "fa/act", read };

/// The longest complement, in tokens.
const LONGEST: usize = 60;

/// The longest object that goes with the phrase behind it, in tokens.
const OBJECT: usize = 12;

/// The longest verb before its «که», in tokens.
const VERB: usize = 4;

fn read(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Attribution> {
    if cue.cue.class == CueClass::Deem || matches!(cue.part, Part::Passive | Part::Perfect) || super::in_another(p, cue, place) {
        return None;
    }
    let object = cue.at > place.sentence.start && p.is(cue.at - 1, Class::Object);
    let split = cue.part == Part::Noun;
    // «ادامه گفت‌وگوها را خواستار شد»
    let told = if split { between(p, cue, place) } else { None };
    let (content, tokens) = match told {
        None if !split || object => (before(p, cue, place)?, cue.at..cue.end),
        told => told?,
    };
    // «به آن اشاره کرد»: a complement that only points back says nothing.
    let points = |k: usize| p.is(k, Class::Demonstrative);
    if content.len() <= 3 && points(content.start + 1) || content.len() == 1 && points(content.start) {
        return None;
    }
    // «سفیر خود را فراخواند»: a contact, or none, and no words.
    let asks = cue.cue.event.as_ref().is_some_and(|e| e.plover == rawi_model::Plover::Request) && p.is(content.end, Class::Object);
    if asks && (content.start..content.end.min(content.start + VERB)).any(|k| p.is(k, Class::Envoy)) {
        return None;
    }
    if receives(p, cue, &content) {
        return None;
    }
    let subject = next_subject(p, place, &content).unwrap_or_else(|| super::who(p, cue, place, content.start.min(cue.at)));
    if !super::can_act(p, cue, &subject) {
        return None;
    }
    Some(Attribution {
        basis: ACT.id,
        cue: Some((tokens, cue.skip)),
        lemma: cue.cue.lemma.clone(),
        index: Some(cue.index),
        subject,
        relayed_by: None,
        audience: None,
        content,
        rest: None,
        form: if cue.cue.informs { Form::Indirect } else { Form::Paraphrase },
        reach: Reach::Closed,
    })
}

/// Whether a guest is received and nothing is welcomed: «از وزیر نیروی عمان استقبال کرد».
fn receives(p: &Passage<'_>, cue: &CueHit<'_>, content: &Range<usize>) -> bool {
    let Some(grammar) = crate::contact_grammar(rawi_model::Language::Fa) else { return false };
    let host = |form: &ContactForm| grammar.words.list[form.word].roles[0] == rawi_model::PartyRole::Host;
    let contact = grammar.words.forms.longest(p.tokens, cue.at, 0).is_some_and(|hit| hit.values.iter().any(host));
    let guest = content.start + 1;
    let person = p.any(guest, Class::Role.bit() | Class::Title.bit() | Class::Relation.bit()) || p.person_at(guest).is_some();
    contact && person && fa::phrase_end(p, guest, content.end) == content.end
}

/// The complement before the verb: from the last word that opens one, back to its clause.
pub(super) fn before(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<Range<usize>> {
    let opener = super::opener(p, cue, place).map_or(0, |k| k + 1);
    let floor = place.sentence.start.max(cue.at.saturating_sub(LONGEST)).max(opener);
    let object = cue.at.checked_sub(1).filter(|&k| k > floor && p.is(k, Class::Object) && cue.cue.takes_object);
    // «حمایت خود را از … اعلام کرد»
    if let Some(object) = object.is_none().then(|| own(p, cue, floor)).flatten() {
        return Some(p.trim(object..cue.at));
    }
    if let Some(marker) = object.or_else(|| apart(p, cue, floor)) {
        let start = object_start(p, floor, marker);
        // «این کار امنیت منطقه را تهدید می‌کند»: who is threatened with words can hear them.
        let threatens = cue.cue.event.as_ref().is_some_and(|e| e.plover == rawi_model::Plover::Threaten);
        if threatens && !p.is_actor(start) && p.person_at(start).is_none() && p.name_at(start).is_none() && !super::several(p, start) {
            return None;
        }
        return (start < marker).then_some(start..marker);
    }
    // «با توجه به …», «پیامی به شهردار»: of another phrase.
    let inner = |k: usize| (k.saturating_sub(2)..k).any(|j| p.is(j, Class::Preposition) && p.end_of(j, Class::Preposition) > k);
    // «به گفته …», «به نظر می‌رسد»
    let cites = |k: usize| super::cites(p, k) || p.is(k, Class::NotCue);
    // «در توییتی از دیدار دو وزیر خبر داد», «با صدور بیانیه‌ای از …», and not «در پیامی به شهردار».
    let dative = |k: usize| p.grammar.dative.iter().any(|d| d == p.tokens.word(k)) && p.is(k - 1, Class::Occasion);
    let issued = |k: usize| k > floor + 2 && p.is(k - 3, Class::Preposition) && !p.is_classed(k - 2);
    let in_paper = |k: usize| k > floor + 1 && (p.is(k - 2, Class::Preposition) || issued(k)) && !dative(k);
    let paper = |k: usize| p.any(k - 1, Class::Occasion.bit() | Class::Paper.bit()) && p.tokens.word(k - 1).ends_with(YEH) && !in_paper(k);
    // «بسیاری از ناشران»
    let some = |k: usize| p.is(k - 1, Class::Indefinite) && p.end_of(k - 1, Class::Indefinite) > k;
    let other = |k: usize| inner(k) || cites(k) || paper(k) || some(k);
    let opens = |k: usize| cue.cue.takes.iter().any(|t| opens_with(p, k, t)) && !(k > floor && other(k));
    // The complement is the nearest phrase that is opened by such a word and is not itself inside another one's clause.
    let start = (floor..cue.at).rev().filter(|&k| p.quote_around(k).is_none()).find(|&k| opens(k))?;
    // «از مرگ نوری، از مداحان شهر، خبر داد»: what commas set off tells more of the phrase before.
    let aside = p.is_comma(cue.at - 1) && start > floor && p.is_comma(start - 1);
    let told = |&k: &usize| opens(k) && p.tokens.word(k) == p.tokens.word(start) && p.quote_around(k).is_none();
    let start = (floor..start).rev().filter(|_| aside).find(told).unwrap_or(start);
    // «از سیاست کشوری که در کار دیگران دخالت می‌کند | انتقاد کرد»: what holds a clause begins before its «که».
    let verb = cue.at.checked_sub(1).map(|k| if p.is_comma(k) { k - 1 } else { k }).filter(|&k| p.is_finite(k));
    let that = verb.and_then(|_| (floor + 1..start).rev().find(|&k| p.is(k, Class::Clause) && p.quote_around(k).is_none()));
    let start = that.and_then(|that| (floor..that).rev().find(|&k| opens(k) && p.quote_around(k).is_none())).unwrap_or(start);
    let start =
        (floor..start).rev().take_while(|&k| !p.is_comma(k) && !p.is(k, Class::Clause)).filter(|&k| opens(k)).last().unwrap_or(start);
    // «همتای خود را به تهران دعوت کرد»: the object before the phrase goes with it.
    let behind = start.checked_sub(1).filter(|&k| k > floor && p.is(k, Class::Object) && cue.cue.takes_object);
    let object = |marker: usize| {
        let whole = || fa::object(p, floor, marker).map(|(_, object)| object);
        let object = fa::nearest(p, floor, marker).or_else(whole)?;
        // What holds a clause or a phrase of its own is told apart from its subject by nothing.
        let plain = !(object..marker).any(|k| p.is(k, Class::Clause)) && !p.is(object, Class::Preposition);
        (plain && marker - object <= OBJECT).then_some(object)
    };
    let start = behind.and_then(object).unwrap_or(start);
    let mut content = p.trim(start..cue.at);
    // «از همکاری آنها تشکر و قدردانی کرد»: the noun before «و» is of the verb.
    if content.len() > 4 && p.is(content.end - 1, Class::Conjunction) {
        content = p.trim(content.start..content.end - 2);
    }
    (content.len() >= 2).then_some(content)
}

/// The marker of an object near before a cue, in the cue's own clause.
fn marker(p: &Passage<'_>, cue: &CueHit<'_>, floor: usize, most: usize) -> Option<usize> {
    let near = (floor + 1..cue.at).rev().take(most).take_while(|&k| !p.is_comma(k) && !p.is_finite(k));
    near.into_iter().find(|&k| p.is(k, Class::Object)).filter(|_| cue.cue.takes_object && !p.is(cue.at - 1, Class::Conjunction))
}

/// Where an object of the speaker's own begins that goes on behind its marker: «| حمایت خود را از این طرح اعلام کرد».
fn own(p: &Passage<'_>, cue: &CueHit<'_>, floor: usize) -> Option<usize> {
    /// The longest phrase behind it, in tokens.
    const LONGEST: usize = 30;
    /// The longest such object, in tokens: a noun, its adjective, and «خود».
    const SHORT: usize = 3;
    let marker = marker(p, cue, floor, LONGEST).filter(|_| cue.cue.class == CueClass::Say)?;
    let told = p.is(marker - 1, Class::Reflexive) && p.is(marker + 1, Class::Preposition);
    // «به جمع میزبانان پیوست و | حمایت خود را …»
    let verb = (floor..marker).rev().take(SHORT + 2).find(|&k| p.is_finite(k) && p.is(k + 1, Class::Conjunction));
    let start = verb.map_or_else(|| object_start(p, floor, marker), |verb| verb + 2);
    (told && start + 1 < marker && marker - start <= SHORT).then_some(start)
}

/// The marker of an object from which only how or where it is done parts the verb: «این اقدام را | به‌شدت محکوم کرد», «حمله را |
/// در نشستی محکوم کرد».
fn apart(p: &Passage<'_>, cue: &CueHit<'_>, floor: usize) -> Option<usize> {
    /// The longest such words, in tokens.
    const LONGEST: usize = 8;
    let marker = marker(p, cue, floor, LONGEST).filter(|_| cue.cue.event.is_some() && cue.cue.class == CueClass::Act)?;
    let start = marker + 1 + usize::from(p.quote_at(marker + 1).is_some());
    let how = p.is(start, Class::Adverb) && p.end_of(start, Class::Adverb) == cue.at;
    let own = |k: usize| cue.cue.takes.iter().any(|t| opens_with(p, k, t));
    // «به زندان محکوم کرد»: what stands behind «به» is of the verb.
    let dative = p.grammar.dative.iter().any(|d| d == p.tokens.word(start)) && p.end_of(start, Class::Preposition) == start + 1;
    let phrase = p.is(start, Class::Preposition) && !dative && !(start..cue.at).any(own);
    (how || phrase).then_some(marker)
}

fn opens_with(p: &Passage<'_>, k: usize, word: &str) -> bool {
    let key = word;
    let mut at = 0;
    let mut i = k;
    while at < key.len() && i < k + 3 {
        let w = p.tokens.word(i);
        if !key[at..].starts_with(w) || w.is_empty() {
            return false;
        }
        at += w.len();
        i += 1;
    }
    at == key.len()
}

/// Where the object before را begins: after the subject's phrase, a comma, or another verb and «و».
fn object_start(p: &Passage<'_>, floor: usize, marker: usize) -> usize {
    // «بر صلح تأکید کرد و | مسئولیت همه را یادآور شد»
    let floor = verb_before(p, floor, marker).map_or(floor, |verb| verb + 2);
    if let Some(quote) = p.quotes.iter().find(|q| q.depth == 0 && q.close + 1 == marker && q.open >= floor) {
        return quote.open + 1;
    }
    fa::object(p, floor, marker).map_or(floor, |(_, start)| start)
}

/// The verb of the clause before the one that an object belongs to, which «و» joins to it, and not one that tells of the object:
/// «سخنانی که چاپ شد و بازتاب داشت را».
pub(super) fn verb_before(p: &Passage<'_>, floor: usize, marker: usize) -> Option<usize> {
    // «…، ساخت و مرمت خانه‌ها را»: a noun in the form of a verb.
    let heads = |k: usize| k == floor || p.is_comma(k - 1);
    let joins = |&k: &usize| p.is_finite(k) && p.is(k + 1, Class::Conjunction) && !heads(k) && p.quote_around(k).is_none();
    (floor..marker).rev().find(joins).filter(|_| !p.is_finite(marker - 1))
}

/// Who does what is done to an object, where he stands behind «و» and the verb of the clause before:
/// «او از پیروزی سخن گفت و مقام‌های عمان | این سخنان را رد کردند».
fn next_subject(p: &Passage<'_>, place: &Place, content: &Range<usize>) -> Option<Subject> {
    let marker = Some(content.end).filter(|&k| p.is(k, Class::Object))?;
    let verb = verb_before(p, place.sentence.start, marker).filter(|verb| verb + 2 < content.start)?;
    let (Subject::Phrase { tokens, skip, beside }, _) = fa::object(p, verb + 2, marker)? else { return None };
    let people = super::acts(p, tokens.start) || p.is(tokens.start, Class::PluralHead) || super::several(p, tokens.start);
    let plain = !(verb..content.start).any(|k| p.is(k, Class::Clause)) && !tokens.clone().any(|k| p.is(k, Class::Preposition));
    (people && plain).then_some(Subject::Phrase { tokens, skip, beside })
}

/// The complement between noun and verb: «خواستار … شد».
fn between(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place) -> Option<(Range<usize>, Range<usize>)> {
    let verb = p.verb_after(cue.end, cue.index).filter(|&k| k < place.sentence.end)?;
    if cue.cue.held {
        return held(p, cue, place, verb - 1).map(|content| (content, cue.at..cue.end));
    }
    let content = p.trim(cue.end..verb);
    // «خواستار آن شد که …»: what it points to is told behind the verb.
    if content.len() == 1
        && p.is(content.start, Class::Demonstrative)
        && let Some(that) = (verb + 1..place.sentence.end.min(verb + VERB)).find(|&k| p.is(k, Class::Clause))
    {
        let told = p.trim(that + 1..super::told_end(p, cue, that + 1, place));
        return (told.len() > 1).then_some((told, cue.at..cue.end));
    }
    (!content.is_empty()).then_some((content, cue.at..cue.end))
}

/// The complement of a noun that heads the object of its verb: «شهردار دستور | بازگشایی پل | را داد».
fn held(p: &Passage<'_>, cue: &CueHit<'_>, place: &Place, marker: usize) -> Option<Range<usize>> {
    /// What stands before no head of an object.
    const NOT: u64 = Class::Preposition.bit() | Class::VerbalNoun.bit() | Class::Demonstrative.bit();
    let heads = cue.at == place.sentence.start || !p.any(cue.at - 1, NOT);
    let content = cue.end..marker;
    // «دستور آن را داد»
    let points = content.len() <= 2 && p.is(content.start, Class::Demonstrative);
    (heads && !points && !content.is_empty()).then_some(content)
}
