//! Who answers in an interview: the one whom its headline or introduction names.

use std::ops::Range;

use rawi_actor::{Cast, MemberId, Phrase};
use rawi_lang::{Class, Passage, Place, Subject};
use rawi_model::{ActorKind, BlockRole};

use crate::block::Part;
use crate::reader::Scene;

const SURE: u64 = Class::Title.bit() | Class::Role.bit();
/// The most tokens of a name at the head of a headline or an introduction.
const NAME: usize = 4;

/// Who answers. The words before his turns lead to the full name in the lines before the first question; without them those
/// lines alone tell, and where they name nobody he is an interviewee without a name.
pub(crate) fn interviewee(scene: &Scene<'_>, cast: &mut Cast<'_>, label: Option<Range<usize>>) -> MemberId {
    let p = scene.passage;
    let before = scene.blocks.iter().take_while(|part| part.role != BlockRole::Question);
    let intro: Vec<&Part> = before.filter(|part| part.is_told() && part.role != BlockRole::Answer).collect();
    if let Some(label) = label {
        let full = intro.iter().find_map(|part| full_name(scene, &part.tokens, &label));
        if let Some(full) = full {
            let phrase = cast.phrase(p, full, 0);
            cast.join(&phrase);
        }
        let phrase = cast.phrase(p, label, 0);
        return cast.join(&phrase);
    }
    let (headlines, body): (Vec<&Part>, Vec<&Part>) = intro.iter().partition(|part| part.role == BlockRole::Headline);
    let headed = headlines.iter().filter_map(|part| headed(p, part));
    // «سالم النخلي: …»: the text tells of him below.
    let told = |name: &Range<usize>| body.iter().any(|part| names_last(p, &part.tokens, name.end) > 0);
    let (told, other): (Vec<_>, Vec<_>) = headed.partition(told);
    let read = |cast: &Cast<'_>, names: Vec<Range<usize>>| names.into_iter().map(|n| cast.phrase(p, n, 0)).collect::<Vec<_>>();
    let mut phrases = read(cast, told);
    phrases.extend(intro.iter().filter_map(|part| met(scene, cast, part)).filter(Phrase::is_surely_named));
    let other = read(cast, other);
    phrases.extend(other.iter().cloned());
    phrases.extend(intro.iter().filter_map(|part| titled(scene, cast, part)));
    let quoted: Vec<(Phrase, bool)> = intro.iter().flat_map(|part| quoted(scene, cast, part)).collect();
    phrases.extend(quoted.iter().filter(|(_, known)| *known).map(|(phrase, _)| phrase.clone()));
    phrases.extend(body.iter().filter_map(|part| opening(scene, cast, part)));
    phrases.extend(often(p, &headlines, &body).map(|name| cast.phrase(p, name, 0)));
    let quoted: Vec<Phrase> = quoted.into_iter().map(|(phrase, _)| phrase).collect();
    phrases.extend(quoted.iter().filter(|phrase| phrase.is_surely_named()).cloned());
    let person = |phrase: &&Phrase| phrase.has_name() && matches!(phrase.kind(), ActorKind::Person | ActorKind::Office);
    let office = |phrase: &&Phrase| phrase.is_role();
    match phrases.iter().find(person).or_else(|| other.iter().find(office)).or_else(|| quoted.first()) {
        Some(phrase) => cast.join(phrase),
        None => cast.nameless(&p.grammar.interviewee, ActorKind::Unnamed),
    }
}

/// How often the last word of a name that ends before a token stands in some tokens.
fn names_last(p: &Passage<'_>, part: &Range<usize>, end: usize) -> usize {
    let last = p.tokens.word(end - 1);
    // «والنخلي»
    let is_last = |word: &str| word == last || p.grammar.conjunctions.iter().any(|c| word.strip_prefix(c.as_str()) == Some(last));
    part.clone().filter(|&k| k + 1 != end && p.tokens.is_word(k) && is_last(p.tokens.word(k))).count()
}

/// The full name of whom the introduction tells: one of the headline that is said again, else the one that is said most often.
fn often(p: &Passage<'_>, headlines: &[&Part], body: &[&Part]) -> Option<Range<usize>> {
    let full = |part: &&Part| part.tokens.clone().filter_map(|k| Some(k..p.person_at(k).filter(|&end| end > k + 1)?)).collect::<Vec<_>>();
    let again = |name: &Range<usize>| body.iter().map(|part| names_last(p, &part.tokens, name.end)).sum::<usize>();
    let most = |names: Vec<Range<usize>>| names.into_iter().filter(|n| again(n) > 0).rev().max_by_key(again);
    most(headlines.iter().flat_map(full).collect()).or_else(|| most(body.iter().flat_map(full).collect()))
}

/// The last name of a label with the word before it: «آرپینه | ملکمیان».
fn full_name(scene: &Scene<'_>, part: &Range<usize>, label: &Range<usize>) -> Option<Range<usize>> {
    let p = scene.passage;
    let last = label.clone().rev().find(|&k| p.tokens.is_word(k))?;
    let at = p.find(part.clone(), |k| p.tokens.word(k) == p.tokens.word(last))?;
    let first = at.checked_sub(1).filter(|&k| k >= part.start && p.tokens.is_word(k) && !p.is_classed(k));
    (label.len() == 1).then_some(first?..at + 1)
}

/// «گفت‌وگو با …», «حوار مع …»: who follows the word for an interview.
fn met(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Option<Phrase> {
    let p = scene.passage;
    // «التقيناه في مقهى …»: nobody is named behind a pronoun.
    let names = |after: usize| p.is(after - 1, Class::Preposition) && !p.is(after, Class::Preposition);
    let at = p.find(part.tokens.clone(), |k| p.is(k, Class::Interview) && names(p.end_of(k, Class::Interview)))?;
    let after = p.end_of(at, Class::Interview);
    let told = |k: usize| p.name_at(k).is_some() || p.person_at(k).is_some() || p.any(k, SURE);
    let start = p.find(after..part.tokens.end.min(after + 6), told).unwrap_or(after);
    // «گفت‌وگو با سالم نوری | رئیس باشگاه»
    let bare = (after..start).len() == 2 && (after..start).all(|k| p.tokens.is_word(k) && !p.is_classed(k));
    let start = if bare && p.is(start, Class::Role) { after } else { start };
    let end = (p.grammar.phrase_end)(p, start, part.tokens.end);
    (end > start).then(|| cast.phrase(p, start..end, p.skip(start)))
}

/// «الدكتورة نجاة بلقاسم: …», «سالم النخلي لـ«المرفأ»: …»: who stands before the colon of the headline.
fn headed(p: &Passage<'_>, part: &Part) -> Option<Range<usize>> {
    let Subject::Phrase { tokens, .. } = p.grammar.line.read(p, &part.tokens, true)?.subject else { return None };
    (tokens.len() <= NAME || p.any(tokens.start, SURE)).then_some(tokens)
}

/// The first title.
fn titled(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Option<Phrase> {
    let p = scene.passage;
    let start = p.find(part.tokens.clone(), |k| p.is(k, Class::Title) && !p.is(k, Class::Role))?;
    let end = (p.grammar.phrase_end)(p, start, part.tokens.end);
    let phrase = cast.phrase(p, start..end, p.skip(start));
    (phrase.kind() == ActorKind::Person).then_some(phrase)
}

/// Whom the introduction quotes, and whether their words are known as a person's name.
fn quoted(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Vec<(Phrase, bool)> {
    let p = scene.passage;
    let place = Place { paragraph: part.tokens.clone(), sentence: part.tokens.clone() };
    let subjects = p.cues_in(part.tokens.clone()).iter().filter_map(|cue| {
        let found = p.grammar.frames.iter().find_map(|f| (f.read)(p, cue, &place))?;
        match found.subject {
            // «گروه فرهنگ: …»: the desk that signs is nobody's name.
            Subject::Phrase { tokens, .. } if p.tokens.is_mark(tokens.end, ':') && tokens.end < cue.at => None,
            // «قال الأمين العام للحزب، | سالم النخلي: …»
            Subject::Phrase { tokens, skip, beside } => {
                let known = tokens.clone().any(|k| p.person_at(k).is_some() || p.is_of_person(k));
                let whole = cast.phrase(p, tokens, skip);
                let named = beside.into_iter().map(|name| cast.phrase(p, name, 0)).find(Phrase::has_name);
                Some(named.filter(|_| !whole.has_name()).map_or((whole, known), |named| (named, true)))
            }
            _ => None,
        }
    });
    subjects.filter(|(phrase, _)| !phrase.is_pronoun()).collect()
}

/// Who stands at the head of the introduction, behind the desk that signs it: «گروه فرهنگ: نسرین بهرامی‌کیا هفت سال است …».
fn opening(scene: &Scene<'_>, cast: &Cast<'_>, part: &Part) -> Option<Phrase> {
    let p = scene.passage;
    let head = part.tokens.start;
    let colon = (head..part.tokens.end.min(head + 2 * NAME)).find(|&k| p.tokens.is_mark(k, ':'));
    let start = p.trim(colon.map_or(head, |k| k + 1)..part.tokens.end).start;
    let mut end = (p.grammar.phrase_end)(p, start, part.tokens.end);
    // Behind the first and last name the sentence goes on: «… هفت سال است که».
    if end > start + 2 && p.name_at(start).is_none() {
        end = start + 2;
    }
    (p.name_at(start).is_some() || colon.is_some() && end == start + 2 && !p.is_classed(start) && !p.is_classed(start + 1))
        .then(|| cast.phrase(p, start..end, p.skip(start)))
}
