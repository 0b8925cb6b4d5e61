//! Where a name opens behind an Arabic office whose own words were taken for its first.

use std::ops::Range;

use rawi_lang::{Class, Passage};

use super::word::is_to_definite;
use crate::name::{FOREIGN, GIVEN, NameWords, PLACE, SURE};
use crate::registry::Registry;

/// More words than a name has without a link.
const LONG: usize = 4;

/// A name behind an office without the words of that office before it: «المدير العام لليونسكو | إيرينا بوكوفا» (the director general of
/// Unesco), «المستشار القانوني | بدر إسحاق» (the legal adviser), «مدير جمعية الثقافة والفنون بجدة | عمر الجاسر» (the head of the society at
/// Jeddah). Nothing is left where the words are none of a name.
pub(super) fn opening(registry: &Registry, p: &Passage<'_>, name: Range<usize>) -> Range<usize> {
    let words = NameWords::of(p.grammar.language, registry);
    let article = p.grammar.article.as_str();
    if article.is_empty() {
        return name;
    }
    let known = |k: usize| words.known_word(p.tokens.word(k));
    let definite = |k: usize| p.tokens.word(k).starts_with(article);
    // «المتحدثة | باسم بوينغ»: and no Basim.
    let inner = name.start > 0 && p.is(name.start, Class::Inner) && p.is(name.start - 1, Class::Role);
    if is_to_definite(p, name.start) && known(name.start) & SURE == 0 || inner {
        let end = name.end;
        // «مدير المركز المساعد للتطوير والتقنية | علي زعلة»
        let and = |k: usize| {
            p.grammar.conjunctions.iter().any(|c| p.tokens.word(k).strip_prefix(c.as_str()).is_some_and(|w| w.starts_with(article)))
        };
        let open = (name.start + 1..end).find(|&k| !definite(k) && !and(k) || known(k) & SURE != 0).unwrap_or(end);
        return if inner && open > name.start + 1 { end..end } else { open..end };
    }
    let first = p.tokens.word(name.start);
    let mut glued = p.grammar.conjunctions.iter().chain(&p.grammar.prepositions).filter_map(|g| first.strip_prefix(g.as_str()));
    let to_definite = known(name.start) & SURE == 0 && glued.clone().any(|rest| rest.starts_with(article));
    let placed = |rest: &str| words.known_word(rest) & PLACE != 0 || p.grammar.classes.get(rest).contains(&Class::Body);
    let strange = known(name.start) & SURE == 0 && (definite(name.start) || glued.any(placed));
    // «مدير الفريق | الأول لكرة القدم بنادي هجر | فؤاد المسلم»
    let long = name.len() > LONG && known(name.start) & GIVEN == 0 && !name.clone().any(|k| p.is(k, Class::NameLink));
    let given = |&k: &usize| known(k) & (GIVEN | FOREIGN) != 0 && known(k) & PLACE == 0 && p.tokens.is_word(k);
    let open = (name.start + 1..name.end).find(given).filter(|_| strange || to_definite || long);
    // «مدير الكرة | بالفيصلي | مدلج المدلج»: with no name's first word.
    let other = || (name.start + 1..name.end).find(|&k| !definite(k)).unwrap_or(name.end);
    open.or_else(|| to_definite.then(other)).map_or(name.clone(), |open| open..name.end)
}
