//! A statement told inside another's statement.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId};
use rawi_lang::{Class, CueClass, Part, Place, Subject};
use rawi_model::{ActorKind, Form, Plover};
use rawi_text::{Quote, TokenKind};

use super::Draft;
use crate::reader::Scene;

/// The fewest words of a content that is told inside another.
const FEWEST: usize = 4;

/// The letter in which indefinite nouns end, folded.
const YEH: char = '\u{6CC}';

/// Finds in the content of a statement what its speaker tells that another said: a definite speaker of its own, a verb of
/// speech and a clause. Where a document or medium tells nothing but that, the inner statement stands for both.
pub(crate) fn tell(scene: &Scene<'_>, cast: &mut Cast<'_>, drafts: &mut Vec<Draft>, outer: usize) {
    for content in drafts[outer].content.clone() {
        tell_in(scene, cast, drafts, outer, content);
    }
}

fn tell_in(scene: &Scene<'_>, cast: &mut Cast<'_>, drafts: &mut Vec<Draft>, outer: usize, content: Range<usize>) {
    let p = scene.passage;
    let Some(speaker) = drafts[outer].speaker else { return };
    let mut from = content.start;
    let arabic = !p.grammar.article.is_empty();
    for sentence in rawi_text::sentences(p.tokens, content.clone()) {
        let place = Place { paragraph: content.clone(), sentence: sentence.clone() };
        // The inner one who goes on: «إن الطرفين رفضا الموعد، مؤكدين أن …».
        let mut last: Option<MemberId> = None;
        for cue in p.cues_in(sentence.clone()) {
            if cue.at < from {
                continue;
            }
            let Some(mut found) = p.grammar.frames.iter().find_map(|f| (f.read)(p, cue, &place)) else { continue };
            // Behind «؛» and «، اما» the outer one speaks again.
            let but = |k: usize| p.is(k, Class::Conjunction) && p.tokens.word(k).chars().nth(1).is_some();
            // «، همه این‌ها …»
            let all = |k: usize| p.is(k, Class::Quantity);
            let again =
                |&k: &usize| p.tokens.is_mark(k, '\u{61B}') && !p.is(k + 2, Class::Clause) || p.is_comma(k) && (but(k + 1) || all(k + 1));
            if found.form == Form::Indirect
                && p.grammar.article.is_empty()
                && let Some(mark) = found.content.clone().find(again)
            {
                found.content = p.trim(found.content.start..mark);
            }
            if let Some(inner) = last.filter(|_| arabic && found.subject == Subject::Carried && cue.part == Part::Participle) {
                from = found.content.end;
                drafts.push(Draft {
                    basis: found.basis,
                    cue: found.cue,
                    lemma: found.lemma,
                    speaker: Some(inner),
                    audience: Vec::new(),
                    via: vec![speaker],
                    content: vec![found.content],
                    form: found.form,
                    event: None,
                    within: Some(outer),
                    also: Vec::new(),
                    headline: drafts[outer].headline,
                });
                continue;
            }
            let Subject::Phrase { tokens, skip, beside } = &found.subject else { continue };
            let phrase = cast.phrase(p, tokens.clone(), *skip);
            let known = phrase.entry().map(|e| cast.registry().entries[e].kind);
            // In what is given whole, a name of some words is one too.
            let whole = drafts[outer].form == Form::Document && phrase.kind() == ActorKind::Person && (3..=4).contains(&tokens.len());
            let definite = whole && phrase.has_name() && !p.any(tokens.start, UNSURE)
                || phrase.has_name() && (known.is_some_and(|k| k != EntryKind::State) || p.any(tokens.start, PERSON))
                || !beside.is_empty()
                // «رایزن ما گزارش داده که …»
                || phrase.is_role() && tokens.len() >= 2 && !phrase.is_indefinite()
                || cast.find(&phrase).is_some();
            // «الجزیره اعلام کرد که یک منبع گفته است که …», «دولت می‌گوید …»: a source or body that has no name of its own.
            let body = p.is(tokens.start, Class::Body) && phrase.kind() == ActorKind::Organization && !phrase.is_plural();
            let source = phrase.is_unnamed() || phrase.is_role() && phrase.is_indefinite();
            let whole = !tokens.clone().any(|k| p.is_finite(k));
            // «به مواردی استناد می‌کرد که …» tells of the object.
            let object = found.cue.as_ref().is_some_and(|c| c.0.start > tokens.end && p.tokens.word(c.0.start - 1).ends_with(YEH));
            let says = |i: usize| p.grammar.cues.list[i].class == CueClass::Say || p.grammar.cues.list[i].bare;
            let says = found.index.is_some_and(says) && !object;
            let words = found.content.clone().filter(|&k| p.tokens.is_word(k)).count();
            // «قال السفير إن إيران رفضت …»: an act of speech that heads what is told; a state is sure enough to do it.
            let acts = matches!(found.form, Form::Paraphrase | Form::Indirect)
                && drafts[outer].form == Form::Indirect
                && tokens.start <= content.start + 1
                && found.index.is_some_and(|i| {
                    let cue = &p.grammar.cues.list[i];
                    cue.offer || cue.event.as_ref().is_some_and(|e| e.plover != Plover::Support)
                });
            // «الألبان العرقيين أقسموا …», «شورشیان سوگند خورده‌اند …»
            let head = p.tokens.word(tokens.start);
            let ends = |all: &[String]| all.iter().any(|e| head.ends_with(e.as_str()));
            let g = p.grammar;
            let definite_plural =
                !g.article.is_empty() && head.starts_with(g.article.as_str()) && (ends(&g.oblique_plurals) || ends(&g.plural_endings));
            let several = ends(&g.plural_nouns) || definite_plural;
            let people = p.is(tokens.start, Class::PluralHead) || several && !p.is(tokens.start, Class::VerbalNoun);
            // «حدود … خواستند که»: of whom a request comes in a clause must be sure.
            let asks = found.form == Form::Indirect && found.index.is_some_and(|i| p.grammar.cues.list[i].whom.is_some());
            let sure = !asks || p.is_actor(tokens.start) || p.person_at(tokens.start).is_some();
            let one = sure && (phrase.has_name() || p.any(tokens.start, PERSON)) && !phrase.is_plural();
            // «تركيا واليونان وافقتا على …», «الجانبين التركي واليوناني …»
            let both = phrase.is_plural() && (p.name_at(tokens.start).is_some() || definite_plural);
            let definite = definite || acts && (one || people || both) && !phrase.is_indefinite();
            // «نوری گفت: آمریکایی‌ها اذعان کردند که …»
            let this = p.is(tokens.start, Class::Demonstrative);
            let told = people && !this && !arabic && found.form == Form::Indirect && found.basis.ends_with("/verb-ke");
            let sourced = !definite && whole && says && (source || body || told);
            let full = matches!(found.form, Form::Direct | Form::Indirect) && !found.basis.ends_with("/act");
            // «قال السفير إن النخلي أكد أن …», «إن الوزير أكد على …»: whoever heads what is told, and surely speaks.
            let speech = arabic && cue.part == Part::Past && cue.cue.class == CueClass::Say && tokens.start <= content.start + 1;
            let person = p.person_at(tokens.start) == Some(tokens.end);
            let office = phrase.is_role() && !phrase.is_indefinite() && !phrase.is_plural();
            let state = known == Some(EntryKind::State);
            let definite = definite || speech && (person || office || state && full);
            let full = full || speech && definite && !state;
            // «إن سليماني «شدد على …»»: the quotation that holds his words holds the verb too.
            let held = |q: &&Quote| q.open >= tokens.end && q.open < cue.at && (q.close..found.content.end).all(|k| p.is_mark(k));
            let quote = p.quote_around(found.content.start).filter(held);
            let inside = found.content.start..quote.map_or(found.content.end, |q| q.close.min(found.content.end));
            let inner_of_paper = (quote.is_some() || matches!(cast.members[speaker].kind, ActorKind::Document | ActorKind::Media))
                && covers(&content, &found.content)
                && !sourced;
            if !(definite || sourced)
                || p.tanwin(tokens.start)
                || p.tokens.kind(tokens.start) == TokenKind::Number
                // «بلاده رفضت …»: his own side is no other.
                || acts && p.any(tokens.start, Class::Quantity.bit() | Class::StateSelf.bit())
                || phrase.is_pronoun()
                || words < if acts { FEWEST / 2 } else { FEWEST }
                || !(full || inner_of_paper || acts || quote.is_some())
                || found.content == content
            {
                continue;
            }
            let inner = cast.join(&phrase);
            if inner == speaker {
                continue;
            }
            from = found.content.end;
            // Through whom the outer one came is added once it is settled.
            let mut via = vec![speaker];
            if inner_of_paper {
                via.extend(drafts[outer].via.iter().copied());
            }
            let draft = Draft {
                basis: found.basis,
                cue: found.cue,
                lemma: found.lemma,
                speaker: Some(inner),
                audience: Vec::new(),
                via,
                content: vec![inside],
                form: if quote.is_some() { Form::Direct } else { found.form },
                event: None,
                within: Some(outer),
                also: Vec::new(),
                headline: drafts[outer].headline,
            };
            if inner_of_paper {
                drafts[outer] = Draft { within: None, ..draft };
                return;
            }
            drafts.push(draft);
            last = Some(inner);
        }
    }
}

/// What opens no name.
const UNSURE: u64 =
    Class::Indefinite.bit() | Class::Quantity.bit() | Class::Demonstrative.bit() | Class::Conversant.bit() | Class::Adverb.bit();
const PERSON: u64 = Class::Title.bit() | Class::Role.bit();

/// Whether an inner content is all that the outer one says, but for who says it.
fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    inner.len() * 10 >= outer.len() * 6
}
