//! Where whom or what an Arabic verb acts on begins behind a subject that is whole.

use super::gender::is_feminine_relation;
use super::phrase::{definite, is_seat};
use crate::{Class, Passage};

/// Whether what a verb acts on begins behind a subject that is whole: a state, «هنأ مجلس الوزراء | سلطنة عمان على …», a body behind a seat or
/// an office, «دعت واشنطن | السلطات الإيرانية إلى …», «طالب وزير المياه العماني | الحكومة بـ…», a verbal noun, «رفضت الحكومة | الانسحاب من …».
pub(super) fn acted_on(p: &Passage<'_>, start: usize, k: usize) -> bool {
    let free = p.glued_at(k) == 0 && p.skip(k) == 0 && p.tokens.is_word(k);
    if free && (is_somebody_else(p, start, k) || is_unlike(p, start, k)) {
        return true;
    }
    let plain = free && p.person_at(k).is_none();
    // «عزت أمانة المنطقة الشرقية | كثرة التحويلات إلى …»
    let feminine = p.tokens.list.get(k).is_some_and(|t| t.raw.of(p.raw).ends_with('\u{629}')) && !definite(p, k) && !p.is_classed(k);
    let glued = |k: usize| p.grammar.prepositions.iter().any(|g| p.tokens.word(k).starts_with(g.as_str()));
    let joined = glued(k) || p.grammar.conjunctions.iter().any(|c| p.tokens.word(k).starts_with(c.as_str()));
    let thing = feminine && !joined && plain && !p.is_of_person(k) && p.name_at(k).is_none() && k > start + 1
        && p.any(start, Class::Role.bit() | Class::Body.bit())
        // «المتحدث باسم المحافظة حكمة النخلي أن …»: a name.
        && !p.is(k + 1, Class::NameLink)
        && !(k + 1..k + 4).any(|j| p.is(j, Class::Clause) && !glued(j));
    // «استنكر أهالي صحار | التأخير الذي …»
    let site = p.name_at(k - 1) == Some(k) || is_seat(p, k - 1);
    let event = site && k == start + 2 && p.is(start, Class::PluralHead) && definite(p, k) && !is_feminine_relation(p, k);
    if event && plain {
        return true;
    }
    let whole = definite(p, k - 1) && !p.any(k - 1, Class::Title.bit()) && p.person_at(k - 1).is_none_or(|e| e <= k);
    if !plain || p.name_at(start).is_some_and(|e| e > k) {
        return false;
    }
    let state = !definite(p, k) && crate::seat::country_at(p, k).is_some();
    // «أبدى أعضاء الغرفة | ملاحظات على …»
    let ends = p.grammar.plural_nouns.iter().any(|e| p.tokens.word(k).ends_with(e.as_str()));
    let several = ends && !definite(p, k) && k > start + 1 && !joined && !p.is_classed(k) && !p.is_of_person(k) && p.name_at(k).is_none();
    let body = definite(p, k) && p.is(k, Class::Body) && !is_feminine_relation(p, k);
    let office = p.is(start, Class::Role) && !definite(p, start) && k > start + 1 && whole;
    let seat = k == start + 1 && is_seat(p, start);
    // «وطالب "النخيل" | الهيئة العامة بـ…»
    let quoted = p.quote_at(start).is_some_and(|q| q.closed && q.close + 1 == k) && definite(p, k) && p.is(k, Class::Body);
    // «اتهمت الوزارة العمانية | تنظيم النخيل بـ…», «اتهمت السلطات التركية | الموساد بـ…»
    let nisba = p.grammar.adjective_endings.iter().any(|e| p.tokens.word(k).ends_with(e.as_str()));
    let known = p.name_at(k).is_some_and(|e| e > k + 1 || definite(p, k) && !nisba) && !p.any(k, Class::Title.bit() | Class::Role.bit());
    let other = k > start + 1 && p.is(start, Class::Body) && (known || p.is(k, Class::Body) && !definite(p, k));
    whole && (state || p.is_definite_act(k) || other || thing || several) || body && (office || seat) || quoted
}

/// Whether another one begins behind a subject that is whole: «طالب رئيس النادي | وزارة المياه بـ…» (the head of the club demanded of the
/// ministry of water), «دعت الغرفة | الأمين العام للاتحاد إلى …», «حذر أهالي صحار | البلدية من …».
fn is_somebody_else(p: &Passage<'_>, start: usize, k: usize) -> bool {
    const BODY: u64 = Class::Body.bit() | Class::PluralHead.bit() | Class::Indefinite.bit() | Class::Generic.bit();
    let office = p.any(start, Class::Role.bit() | Class::Kin.bit());
    let place = (start + 1..k).any(|j| p.name_at(j) == Some(k)) || is_seat(p, k - 1);
    let whole = (definite(p, k - 1) || place && k > start + 1) && !p.any(k - 1, Class::Title.bit() | Class::NameLink.bit());
    let seat = k == start + 1 && is_seat(p, start);
    if p.name_at(start).is_some_and(|e| e > k) || !(whole || seat) || p.any(k, Class::Inner.bit() | Class::Title.bit()) {
        return false;
    }
    let body = p.is(k, Class::Body) && (!definite(p, k) || place || seat);
    // «المركز الإعلامي»: an adjective.
    let adjective = definite(p, k) && p.grammar.adjective_endings.iter().any(|e| p.tokens.word(k).ends_with(e.as_str()));
    let role = p.is(k, Class::Role) && !adjective;
    // «مكتب الرئيس العماني سالم النخلي», «أحد سكان الحي سالم النخلي»
    let his = p.is(start, Class::Indefinite) || (start..k).any(|j| p.any(j, Class::Role.bit() | Class::Title.bit()));
    let person = p.person_at(k).is_some_and(|e| e > k + 1) && !his;
    // «دعا وكيل أمانة صحار | سكان الحي إلى …», «حذر فرع الوزارة بصحار | جميع المنشآت من …»
    let group = p.any(k, Class::PluralHead.bit() | Class::Quantity.bit()) && !definite(p, k);
    (body || group) && (office || seat || p.any(start, BODY)) || (role || person) && (seat || p.any(start, BODY) && !office)
}

/// Whether a definite noun is none of the adjectives of the one word before it: of the masculine behind a body of the feminine, «اعتبرت
/// الحكومة | الحادث مؤشرا …», or behind several without the article, whose last letter stands with nothing that completes them, «طالب
/// مواطنون | البلدية بـ…».
fn is_unlike(p: &Passage<'_>, start: usize, k: usize) -> bool {
    if k != start + 1 || !definite(p, k) || p.person_at(k).is_some() || p.name_at(start).is_some_and(|end| end > k) {
        return false;
    }
    let ends = |i: usize, ends: &[char]| p.tokens.list[i].raw.of(p.raw).ends_with(ends);
    // «الجهة العليا», «الحكومة الأولى», «الهيئة الأكبر», «الشركة الأم»
    let elative = p.tokens.word(k).strip_prefix(p.grammar.article.as_str()).is_some_and(|w| w.starts_with('\u{627}'));
    let feminine = ['\u{629}', '\u{627}', '\u{649}', '\u{621}', '\u{62A}', '\u{64A}'];
    // «الحكومة المعترف بها»
    let of_it =
        |g: &String| p.tokens.word(k + 1).strip_prefix(g.as_str()).is_some_and(|rest| p.grammar.possessives.iter().any(|e| e == rest));
    let told = p.grammar.prepositions.iter().any(of_it);
    let body = p.is(start, Class::Body) && definite(p, start) && !told && ends(start, &['\u{629}']) && !ends(k, &feminine) && !elative;
    let word = p.tokens.word(start);
    let several =
        p.is(start, Class::PluralHead) && !definite(p, start) && p.grammar.plural_endings.iter().any(|e| word.ends_with(e.as_str()));
    body || several
}

/// Whether a definite plural of the feminine stands behind a definite body: none of its adjectives, «دمرت الكتيبة | التحصينات».
pub(super) fn is_feminine_plural_object(p: &Passage<'_>, start: usize, k: usize) -> bool {
    let word = p.tokens.word(k);
    let plural = word.chars().count() > 5 && p.grammar.plural_nouns.iter().any(|e| word.ends_with(e.as_str()));
    let own = p.tokens.word(k - 1);
    let several = p.grammar.plural_nouns.iter().any(|e| own.ends_with(e.as_str())) || p.is(start, Class::PluralHead);
    p.is(start, Class::Body)
        && definite(p, start)
        && definite(p, k)
        && definite(p, k - 1)
        && plural
        && !several
        && p.name_at(start).is_none_or(|e| e <= k)
}
