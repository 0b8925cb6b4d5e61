//! The other party behind the preposition that a contact word takes.

use super::FAR;
use super::party::party;
use crate::contact::{Around, ContactGrammar, ContactHit, ContactPart, Side};
use crate::{Class, Passage};

/// How far behind a word that alone tells no contact a bare name is the other party, in tokens.
const LOOSE: usize = 6;

/// The other party after a preposition that the word takes, within a range; one past it too.
pub(super) fn other(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, from: usize, limit: usize) -> Option<(Side, usize)> {
    other_near(p, g, hit, from, limit, limit)
}

/// The same, where its preposition stands before `near`.
pub(super) fn other_near(
    p: &Passage<'_>,
    g: &ContactGrammar,
    hit: &ContactHit<'_>,
    from: usize,
    near: usize,
    limit: usize,
) -> Option<(Side, usize)> {
    let near = near.min(limit).min(from + FAR);
    // «أول زيارة لرئيس أوروبي إلى قطر»: a visit is to the place.
    if hit.word.kind == rawi_model::ContactKind::Visit {
        // «توجه فور انتهاء زيارته إلى تونس إلى قطر»: the place of another visit.
        let own = |k: &usize| *k == from || !g.is_noun(p, k - 1);
        let to = (from..near).take_while(|&k| !g.is_verb(p, k)).filter(own).find_map(|k| g.takes(p, hit, k));
        if let Some(found) = to.and_then(|after| party(p, g, after, 0, limit)) {
            return Some(found);
        }
    }
    let mut k = from;
    while k < near {
        let tells = || g.around(p, k, Around::Verb).is_some() && g.around(p, k, Around::Topic).is_some();
        if k != hit.at && (g.is_verb(p, k) || tells()) {
            return None;
        }
        // «يبحث، في اتصال بنظيره، الملف، مع تزايد المخاوف»: far behind a word that alone tells no contact nobody stands without a word
        // that says so.
        let far = |after: usize| hit.word.loose && k > from + LOOSE && !crate::contact::is_actor(p, g, after) && !p.is_of_person(after);
        if let Some(after) = g.takes(p, hit, k).filter(|&after| !far(after) && (k == from || !is_topics(p, g, k, after)))
            && let Some(found) = party(p, g, after, 0, limit)
        {
            return Some(found);
        }
        if let Some(skip) = glued_actor(p, g, hit, k)
            && let Some(found) = party(p, g, k, skip, limit)
        {
            return Some(found);
        }
        // «يناقش الاجتماع الاتفاق الذي أبرم مع قطر»
        if hit.word.loose && p.is(k, Class::Object) {
            return None;
        }
        if points(p, hit, k) {
            return None;
        }
        if let Some(quote) = p.quote_at(k) {
            k = quote.close.max(k);
        }
        k += 1;
    }
    None
}

/// Whether what is talked about has its own complement behind its adjectives: «استعرض الوزير الاتفاق النووي | مع قطر».
fn is_topics(p: &Passage<'_>, g: &ContactGrammar, k: usize, after: usize) -> bool {
    /// How many adjectives may stand behind the noun.
    const ADJECTIVES: usize = 2;
    let article = |n: &usize| p.tokens.word(*n).starts_with(p.grammar.article.as_str());
    let near = (k.saturating_sub(ADJECTIVES + 1)..k).rev().take_while(article);
    let topic = near.into_iter().any(|n| g.around(p, n, Around::Topic).is_some());
    let person = p.any(after, Class::Role.bit() | Class::Title.bit() | Class::Relation.bit() | Class::AnaphorPlural.bit())
        || p.is_of_person(after)
        || g.around(p, after, Around::People).is_some()
        || g.around(p, after, Around::EachOf).is_some();
    topic && !person
}

/// The bytes of one of the glued prepositions of a word's takes, where somebody begins behind it: «بوزير», «للرئيس».
pub(super) fn glued_actor(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, k: usize) -> Option<usize> {
    let word = p.tokens.word(k);
    // «لوكالة» (to the agency) counts among prepositions.
    if p.tokens.kind(k) != rawi_text::TokenKind::Word || p.is(k, Class::Preposition) && p.grammar.dative_in(word) == 0 {
        return None;
    }
    // «اجتماع … برئاسة مصر»
    if g.around(p, k, Around::Head).is_some() {
        return None;
    }
    let article = p.grammar.article.as_str();
    hit.takes().iter().filter(|t| t.chars().count() == 1).find_map(|t| {
        let rest = word.strip_prefix(t.as_str())?;
        let skip = t.len();
        // «وزير الخارجية بجمهورية ألمانيا»: the state of an office.
        let state = g.words.around.longest(p.tokens, k, skip).is_some_and(|h| h.values.contains(&Around::StateHead));
        if state && hit.word.kind != rawi_model::ContactKind::Visit {
            return None;
        }
        // «لـ«المرفأ»»
        if rest.is_empty() && p.quote_at(k + 1).is_some_and(|q| q.closed) {
            return Some(skip);
        }
        if rest.chars().count() < 2 {
            return None;
        }
        let noun = matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed);
        let named = p.name_at(k).is_some() || !noun && p.person_at(k).is_some_and(|end| end > k + 1);
        if named && usize::from(p.glued_at(k)) >= skip {
            return Some(usize::from(p.glued_at(k)));
        }
        let site = || g.words.around.longest(p.tokens, k, skip).is_some_and(|h| h.values.contains(&Around::Site));
        if hit.word.kind == rawi_model::ContactKind::Visit && site() {
            return Some(skip);
        }
        let classes = [Class::Role, Class::Title, Class::Relation, Class::Body, Class::Anaphor, Class::PluralHead];
        let is = |skip: usize| {
            p.grammar.classes.any(p.tokens, k, skip, |h| h.values.iter().any(|c| classes.contains(c)))
                || g.words
                    .around
                    .longest(p.tokens, k, skip)
                    .is_some_and(|h| h.values.iter().any(|c| matches!(c, Around::People | Around::Press)))
        };
        // «للرئيس» is ل and الرئيس: both letters go, the article's rest is taken for the word.
        let double = rest.starts_with(&article[article.len() / 2..]) && !rest.starts_with(article);
        let plain = is(skip)
            || double && {
                let whole = format!("{article}{}", &rest[article.len() / 2..]);
                p.grammar.classes.get(&whole).iter().any(|c| classes.contains(c)) || g.words.around.get(&whole).contains(&Around::People)
            };
        let state = hit.word.kind == rawi_model::ContactKind::Visit && (double || crate::seat::country_behind(p, k, skip).is_some());
        (plain || state).then_some(skip)
    })
}

/// The bytes of a glued preposition of a word's takes before a definite noun.
pub(super) fn glued_definite(p: &Passage<'_>, hit: &ContactHit<'_>, k: usize) -> Option<usize> {
    let letters = hit.takes().iter().filter(|t| t.chars().count() == 1);
    letters.filter(|t| p.tokens.word(k).strip_prefix(t.as_str()).is_some_and(|r| r.starts_with(&p.grammar.article))).map(String::len).next()
}

/// Whether the other ones are pointed at, who are named elsewhere: «اتصال سالم بهذين الحزبين».
pub(super) fn points(p: &Passage<'_>, hit: &ContactHit<'_>, k: usize) -> bool {
    let demonstrative = |skip: usize| p.grammar.classes.any(p.tokens, k, skip, |h| h.values.contains(&Class::Demonstrative));
    hit.takes().iter().any(|t| t.chars().count() == 1 && p.tokens.word(k).starts_with(t.as_str()) && demonstrative(t.len()))
}

/// A first party without what a glued preposition opens: «استقبال الملك لرئيس الوزراء».
pub(super) fn before_glued(p: &Passage<'_>, g: &ContactGrammar, hit: &ContactHit<'_>, side: Side, end: usize) -> (Side, usize) {
    let Side::Phrase { tokens, skip, beside } = side else { return (side, end) };
    let visit = hit.word.kind == rawi_model::ContactKind::Visit;
    // The preposition inside a title comes first: «النائب الثاني لرئيس مجلس الوزراء لمصر».
    let opens = |k: usize| {
        let place = !visit || p.name_at(k).is_some() && p.glued_at(k) > 0 || k + 1 == tokens.end;
        place && !p.is(k, Class::Inner) && glued_actor(p, g, hit, k).is_some()
    };
    match (tokens.start + 1..tokens.end).rev().find(|&k| opens(k)) {
        Some(cut) => (Side::Phrase { tokens: tokens.start..cut, skip, beside: Vec::new() }, cut),
        None => (Side::Phrase { tokens, skip, beside }, end),
    }
}

/// One past a state, with or without a word that heads its name, or its seat of government, in quotation marks or without:
/// «دولة قطر», «الدوحة».
pub(super) fn is_place(p: &Passage<'_>, g: &ContactGrammar, k: usize) -> Option<usize> {
    if let Some(quote) = p.quote_at(k).filter(|q| q.closed) {
        return is_place(p, g, k + 1).filter(|&end| end == quote.close).map(|end| end + 1);
    }
    let at = g.around(p, k, Around::StateHead).unwrap_or(k);
    if p.glued_at(at) > 0 { None } else { crate::seat::country_at(p, at) }
}
