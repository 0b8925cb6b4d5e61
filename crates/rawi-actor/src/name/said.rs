//! Names that a verb of speech tells whole: between it and what it opens stands who speaks and nothing else,
//! «وأوضح الدكتور سمعان باتريك مدير المرصد أن …» (Dr Simon Patrick, head of the observatory, explained that …).

use std::ops::Range;

use rawi_lang::{Class, CueClass, CueHit, Passage, contact_grammar};
use rawi_text::TokenKind;

use super::PersonName;
use super::word::{NO_PERSON, NameWords, PLACE, SURE};
use crate::phrase::is_to_definite;

/// How many words such a name has at most.
const WORDS: usize = 5;

/// How long the phrase of an office before it is at most, in tokens.
const OFFICE: usize = 14;

/// How much a word must look like one of names where it is known of none.
const LOOKS: u8 = 2;

/// How long a quotation is at least that gives speech and no name, in tokens.
const SPEECH: usize = 6;

/// What goes on behind who speaks.
const GOES_ON: u64 = Class::Preposition.bit() | Class::Role.bit() | Class::Object.bit();

/// What a word of a name may be elsewhere: «صديقي» (my friend).
const NAMELY: u64 = Class::NameLink.bit() | Class::Salutation.bit() | Class::Closing.bit() | Class::Label.bit();

/// Makes whole the names in `found`, and adds those that no other sign tells.
pub(super) fn complete(p: &Passage<'_>, words: &NameWords, found: &mut Vec<PersonName>) {
    if p.grammar.article.is_empty() {
        return;
    }
    let mut added = false;
    for cue in p.cues_in(0..p.tokens.len()) {
        if cue.cue.class != CueClass::Say || cue.cue.transitive || !cue.part.is_active() {
            continue;
        }
        let said = Said { p, words, found };
        let Some(name) = said.bare(cue).or_else(|| said.behind_office(cue.end)) else { continue };
        let overlaps = |n: &PersonName| n.tokens.start < name.end && name.start < n.tokens.end;
        // «قال سالم لسامر الخريشا إن …»: to whom, and not who.
        if found.iter().any(|n| overlaps(n) && (n.skip > 0 || n.tokens.start < name.start || n.tokens.end > name.end)) {
            continue;
        }
        found.retain(|n| !overlaps(n));
        found.push(PersonName { tokens: name, skip: 0 });
        added = true;
    }
    if added {
        found.sort_by_key(|name| name.tokens.start);
    }
}

/// What stands behind one verb.
struct Said<'s, 't> {
    p: &'s Passage<'t>,
    words: &'s NameWords,
    found: &'s [PersonName],
}

impl Said<'_, '_> {
    /// The name of several words right behind the verb, or behind titles: «قال سمعان باتريك إن …».
    fn bare(&self, cue: &CueHit<'_>) -> Option<Range<usize>> {
        let p = self.p;
        let mut first = cue.end;
        while p.is(first, Class::Title) {
            first = p.end_of(first, Class::Title).max(first + 1);
            first += usize::from(matches!(p.tokens.kind(first), TokenKind::Mark('.' | '/')));
        }
        let mut end = first;
        while end < first + WORDS && self.is_word(end) {
            end += 1;
        }
        // «السويدي | زلاتان …»: what tells of him is definite.
        let named = (first..end).find(|&k| self.is_named(k));
        let start = named.filter(|&k| k > first && self.is_definite(k - 1)).unwrap_or(first);
        // «جيمي فولر | المؤسس المشارك»: an office that is not known.
        let office = (start + 1..end).find(|&k| self.is_definite(k) && !self.is_known(k) && k + 1 < end);
        let last = |k: usize| self.opens(k) || p.any(k, GOES_ON) || p.is_comma(k);
        // «عبد المنعم | السيد مدير المرصد»: a title behind a name is its last word.
        let titled = p.is(end, Class::Title) && p.end_of(end, Class::Title) == end + 1 && self.is_free(end) && last(end + 1);
        let titled = titled && end > start && office.is_none();
        end += usize::from(titled);
        let opens = self.opens(end) || office.is_some();
        let end = office.unwrap_or(end);
        if end < start + 2 || p.is(end - 1, Class::NameLink) {
            return None;
        }
        let sure = (opens || titled || last(end) && self.is_named(start) && !cue.cue.takes_object) && (start..end).all(|k| self.looks(k));
        sure.then_some(start..end)
    }

    /// The name at the end of an office's phrase, right before the clause: «أوضح المتحدث باسم وزارة العمل تيسير المفرج، أن …».
    fn behind_office(&self, verb: usize) -> Option<Range<usize>> {
        let p = self.p;
        let role = if p.is(verb, Class::Title) { p.end_of(verb, Class::Title).max(verb + 1) } else { verb };
        let role = if p.is(verb, Class::Role) { verb } else { role };
        if !p.is(role, Class::Role) {
            return None;
        }
        let ends = |k: usize| self.opens(k) || !p.tokens.is_word(k) || self.is_told_at(k) || self.is_spoken_to(k);
        let end = (role + 1..p.tokens.len().min(role + OFFICE)).find(|&k| ends(k))?;
        let said = self.opens(end);
        if !said && !p.is_comma(end) && !self.is_told_at(end) && !self.is_spoken_to(end) {
            return None;
        }
        let last = if self.is_definite(end - 1) { end - 1 } else { end };
        let count = (role + 2..last).rev().take_while(|&k| self.can_follow(k) && !self.is_definite(k)).count();
        // «تيسير المفرج»: a given name may be a verbal noun as well, which as such no clause follows.
        let noun = |k: usize| last < end && p.is_verbal_noun(k) && self.is_plain(k);
        let start = if count == 0 && noun(last - 1) { last - 1 } else { last - count };
        let whole = (2..=WORDS).contains(&(end - start)) && start < last && self.can_follow(end - 1);
        // «مدير الكرة بالفيصلي | مدلج النخلي»
        let of = |g: &String| p.tokens.word(start - 1).strip_prefix(g.as_str()).is_some_and(|w| w.starts_with(p.grammar.article.as_str()));
        let behind = self.is_definite(start - 1) || is_to_definite(p, start - 1) || p.grammar.prepositions.iter().any(of);
        let looks = |k: usize| self.looks(k) || p.is_verbal_noun(k);
        // «رانية القيرواني لـ«المرفأ»»: to whom it is said follows a name alone.
        let looks =
            if p.is_comma(end) && !said { (start..end).all(|k| self.looks(k)) } else { looks(start) && (said || (start..end).any(looks)) };
        let sure = looks && (self.is_known(start) || !self.is_glued(start));
        (whole && behind && sure).then_some(start..end)
    }

    /// Whether a word can be one of a name behind an office.
    fn can_follow(&self, k: usize) -> bool {
        let (p, grammar) = (self.p, self.p.grammar);
        let word = p.tokens.word(k);
        let mut letters = grammar.prepositions.iter().chain(&grammar.conjunctions).chain(&grammar.dative);
        let glued = letters.any(|g| {
            let rest = word.strip_prefix(g.as_str());
            let place = |rest: &str| self.words.known_word(rest) & (PLACE | SURE) != 0;
            rest.is_some_and(|rest| rest.starts_with(grammar.article.as_str()) || !grammar.classes.get(rest).is_empty() || place(rest))
        });
        let glued = glued || is_to_definite(p, k);
        let known = self.known(k);
        let plain = p.classes_at(k) & !NAMELY == 0 && p.name_at(k).is_none() && known & NO_PERSON == 0;
        let place = known & PLACE != 0 && known & SURE == 0;
        // «مدير الميناء سالم النخلي | زار …»
        let verb = contact_grammar(p.grammar.language).is_some_and(|contact| contact.is_verb(p, k));
        self.is_free(k) && !place && !verb && (plain || self.is_named(k)) && (self.is_known(k) || !glued)
    }

    /// Whether it is told at a token on what occasion it is said: «في تصريح».
    fn is_told_at(&self, k: usize) -> bool {
        self.p.is(k, Class::Preposition) && self.p.any(k + 1, Class::Occasion.bit() | Class::ToldIn.bit())
    }

    /// Whether one to whom it is said stands at a token: «لوكالة الأنباء», «لـ«المرفأ»».
    fn is_spoken_to(&self, k: usize) -> bool {
        let (word, grammar) = (self.p.tokens.word(k), self.p.grammar);
        self.p.tokens.is_word(k) && (grammar.dative_in(word) > 0 || grammar.dative.iter().any(|d| d == word))
    }

    /// Whether a word can be one of a name: it does nothing else that is known.
    fn is_word(&self, k: usize) -> bool {
        let p = self.p;
        let plain = p.classes_at(k) & !NAMELY == 0 && p.name_at(k).is_none() && self.known(k) & NO_PERSON == 0;
        self.is_free(k) && (plain || self.is_named(k)) && (self.is_known(k) || !self.is_glued(k))
    }

    fn is_free(&self, k: usize) -> bool {
        self.is_plain(k) && !self.p.is_verbal_noun(k) && self.p.tokens.word(k).chars().nth(2).is_some()
    }

    fn is_plain(&self, k: usize) -> bool {
        let p = self.p;
        let word = p.tokens.kind(k) == TokenKind::Word && p.glued_at(k) == 0 && p.skip(k) == 0;
        word && !p.is_time(k) && !p.tanwin(k) && p.cues_in(k..k + 1).is_empty()
    }

    /// Whether a word begins with letters that may be another one before it: «للصحفيين», «بكلمات», «والضفدع».
    fn is_glued(&self, k: usize) -> bool {
        let (word, grammar) = (self.p.tokens.word(k), self.p.grammar);
        let mut letters = grammar.prepositions.iter().chain(&grammar.conjunctions).chain(&grammar.dative);
        letters.any(|g| {
            word.strip_prefix(g.as_str()).is_some_and(|rest| rest.starts_with(grammar.article.as_str()) || rest.chars().count() > 3)
        }) && self.words.looks(word) < LOOKS
    }

    /// Whether a word of speech or what introduces it stands at a token.
    fn opens(&self, k: usize) -> bool {
        let p = self.p;
        let speech = || p.quote_at(k).is_some_and(|quote| quote.close >= k + SPEECH);
        p.is(k, Class::Clause) || p.is_comma(k) && p.is(k + 1, Class::Clause) || p.tokens.is_mark(k, ':') || speech()
    }

    fn is_named(&self, k: usize) -> bool {
        self.found.iter().any(|n| n.tokens.contains(&k))
    }

    fn is_known(&self, k: usize) -> bool {
        self.known(k) & SURE != 0 || self.is_named(k)
    }

    fn known(&self, k: usize) -> u16 {
        self.words.known_word(self.p.tokens.word(k))
    }

    fn looks(&self, k: usize) -> bool {
        self.is_known(k) || self.words.looks(self.p.tokens.word(k)) >= LOOKS
    }

    fn is_definite(&self, k: usize) -> bool {
        self.p.is_definite(k)
    }
}
