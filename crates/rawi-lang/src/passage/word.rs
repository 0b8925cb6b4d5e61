//! What is known of the words of a text.

use std::ops::Range;

use rawi_text::{Quote, TokenKind, begins, ends};

use super::{CueHit, Passage, SPEAKERS};
use crate::Class;

impl Passage<'_> {
    /// One past the last token of the known name that begins at a token.
    pub fn name_at(&self, i: usize) -> Option<usize> {
        self.names.get(i).copied().flatten()
    }

    /// One past the last token of the person's name that begins at a token, known or not.
    pub fn person_at(&self, i: usize) -> Option<usize> {
        self.people.get(i).copied().flatten().map(|end| end as usize)
    }

    /// Whether the name of a person ends right before a token.
    pub fn behind_person(&self, i: usize) -> bool {
        self.behind.get(i).copied().unwrap_or(false)
    }

    /// Whether a token belongs to the name of a person.
    pub fn is_of_person(&self, i: usize) -> bool {
        self.named.get(i).copied().unwrap_or(false)
    }

    /// Notes that the name of a person stands in a range, behind so many bytes of glued particles.
    pub fn mark_person(&mut self, mut range: Range<usize>, glued: usize) {
        // «سالم النخلي بأن …»: with a preposition glued to it the word opens a clause and ends no name.
        let clause = |k: usize| {
            let word = self.tokens.word(k);
            self.is(k, Class::Clause) && self.grammar.prepositions.iter().any(|g| word.starts_with(g.as_str()))
        };
        // «سالم نوری ایجاد بازار را …», «نوری در شبکه ساحل»: what a Persian name ends before.
        let noun = |k: usize| self.is(k, Class::VerbalNoun) && !self.tokens.word(k).ends_with(crate::fa::YEH);
        let persian = self.grammar.article.is_empty();
        let over = |k: usize| if persian { noun(k) || self.is(k, Class::Preposition) } else { clause(k) };
        range.end = (range.start + 1..range.end).find(|&k| over(k)).unwrap_or(range.end);
        if let (Some(slot), Some(behind)) = (self.people.get_mut(range.start), self.behind.get_mut(range.end)) {
            // «لويس فان جال», «حسين علي أميري»: parts of a name, and no words that open or end a phrase.
            if !self.grammar.article.is_empty() && range.len() > 1 {
                // «قال فان جال»: «فإن» has its hamza mostly, and heads no name.
                if !self.tokens.list[range.start].raw.of(self.raw).contains('\u{625}') {
                    if self.bits[range.start] & Class::Clause.bit() != 0 && glued == 0 {
                        self.skips[range.start] = 0;
                    }
                    self.bits[range.start] &= !Class::Clause.bit();
                }
                for k in range.start + 1..range.end {
                    let yeh = self.tokens.list[k].raw.of(self.raw).ends_with(['\u{64A}', '\u{6CC}']);
                    self.bits[k] &= !(Class::Clause.bit() | if yeh { Class::Preposition.bit() } else { 0 });
                }
            }
            self.named[range.clone()].fill(true);
            if self.grammar.article.is_empty() && range.len() > 1 && self.bits[range.end - 1] == 0 {
                self.lasts.insert(self.tokens.word(range.end - 1));
            }
            *slot = Some(range.end as u32);
            // A single word may be but the first of a name.
            *behind = range.len() > 1;
            self.glued[range.start] = self.glued[range.start].max(glued as u8);
        }
    }

    /// Whether a word has the Arabic article: «الميناء» (the harbour), and not «أليئور», whose hamza is its own.
    pub fn is_definite(&self, i: usize) -> bool {
        let article = self.grammar.article.as_str();
        !article.is_empty()
            && begins(self.tokens.word(i), article)
            && !self.tokens.list[i].raw.of(self.raw).starts_with(['\u{622}', '\u{623}', '\u{625}'])
    }

    /// The bytes of glued prepositions before the known name that begins at a token.
    pub fn glued_at(&self, i: usize) -> u8 {
        self.glued.get(i).copied().unwrap_or(0)
    }

    /// Whether a word or phrase of the class begins at a token.
    pub fn is(&self, i: usize, class: Class) -> bool {
        self.any(i, class.bit())
    }

    /// Whether a word or phrase of one of the classes (a sum of [`Class::bit`]s) begins at a token.
    pub fn any(&self, i: usize, classes: u64) -> bool {
        self.bits.get(i).is_some_and(|b| b & classes != 0)
    }

    /// Whether a word of any closed class begins at a token.
    pub fn is_classed(&self, i: usize) -> bool {
        self.bits.get(i).is_some_and(|b| *b != 0)
    }

    /// The classes (a sum of [`Class::bit`]s) of which a word or phrase begins at a token.
    pub fn classes_at(&self, i: usize) -> u64 {
        self.bits.get(i).copied().unwrap_or(0)
    }

    /// The phrases of several words that have a class, by place: the first token, the class, one past the last token.
    pub fn phrases(&self) -> &[(usize, Class, usize)] {
        &self.ends
    }

    /// One past the last token of the longest phrase of the class that begins at a token.
    pub fn end_of(&self, i: usize, class: Class) -> usize {
        let from = self.ends.partition_point(|e| e.0 < i);
        self.ends[from..].iter().take_while(|e| e.0 == i).filter(|e| e.1 == class).map(|e| e.2).max().unwrap_or(i + 1)
    }

    /// The bytes of a glued conjunction that were taken off for the classes of a token.
    pub fn skip(&self, i: usize) -> usize {
        self.skips.get(i).map_or(0, |&s| usize::from(s))
    }

    /// The outermost quotation that holds a token.
    pub fn quote_around(&self, i: usize) -> Option<&Quote> {
        match self.quoted.get(i) {
            Some(&n) if n > 0 => self.quotes.get(n as usize - 1),
            _ => None,
        }
    }

    /// The quotation that opens at a token.
    pub fn quote_at(&self, i: usize) -> Option<&Quote> {
        // Nothing but a mark opens one.
        if !matches!(self.tokens.kind(i), TokenKind::Mark(_)) {
            return None;
        }
        self.quotes.binary_search_by_key(&i, |q| q.open).ok().map(|at| &self.quotes[at])
    }

    /// The cues whose first token lies in a range.
    pub fn cues_in(&self, range: Range<usize>) -> &[CueHit<'static>] {
        // Most often one token is asked for, at which none begins.
        if range.len() == 1 && !self.cued.get(range.start).copied().unwrap_or(false) {
            return &[];
        }
        let start = self.cues.partition_point(|c| c.at < range.start);
        let end = self.cues.partition_point(|c| c.at < range.end);
        &self.cues[start..end.max(start)]
    }

    /// Whether a folded word stands in the text more than once.
    pub fn repeats(&self, word: &str) -> bool {
        (0..self.tokens.len()).filter(|&i| self.tokens.word(i) == word).nth(1).is_some()
    }

    /// Whether a word is the last one of a person's name elsewhere in the text.
    pub fn is_last_name(&self, i: usize) -> bool {
        let word = self.tokens.word(i);
        let mut lasts = self.behind.iter().skip(1).enumerate().filter(|(_, behind)| **behind).map(|(last, _)| last);
        self.tokens.is_word(i) && lasts.any(|k| k != i && self.tokens.word(k) == word)
    }

    /// Whether an actor surely begins at a token: a known name, a title, an office, a body, a pronoun, a source without
    /// a name.
    pub fn is_actor(&self, i: usize) -> bool {
        const SURE: u64 = Class::Title.bit()
            | Class::Role.bit()
            | Class::Body.bit()
            | Class::Outlet.bit()
            | Class::Unnamed.bit()
            | Class::PluralHead.bit()
            | Class::Anaphor.bit()
            | Class::AnaphorPlural.bit()
            | Class::Paper.bit()
            | Class::Generic.bit()
            | Class::Indefinite.bit();
        self.any(i, SURE)
            || self.names.get(i).is_some_and(Option::is_some)
            || self.quote_at(i).is_some_and(|q| self.names.get(q.open + 1).is_some_and(Option::is_some))
    }

    /// One past the place behind a preposition at which the envoy who heads a phrase is posted: «سفیر ایران | در مسقط».
    pub fn posted(&self, head: usize, at: usize, end: usize) -> Option<usize> {
        let place = at + 1;
        if at <= head || place >= end || !self.is(head, Class::Envoy) || !self.is(at, Class::Preposition) {
            return None;
        }
        let city = crate::seat::seat_at(self, place, 0).map(|(close, _)| close);
        // «دیدار سفیر عمان | با ظریف»
        city.or_else(|| self.name_at(place).filter(|_| !self.is_of_person(place))).filter(|&close| close <= end)
    }

    /// Whether a Persian word tells of a paper or word that is issued: «اطلاعیه‌ای», «پیامی».
    pub fn is_new_paper(&self, i: usize) -> bool {
        let said = self.any(i, Class::Occasion.bit() | Class::Paper.bit()) && self.end_of(i, Class::Occasion) <= i + 1;
        said && self.tokens.word(i).ends_with(crate::fa::YEH)
    }

    /// Whether a verbal noun begins at a token, by the lexicon or by its shape.
    pub fn is_verbal_noun(&self, i: usize) -> bool {
        let word = self.tokens.word(i);
        self.is(i, Class::VerbalNoun)
            || self.name_at(i).is_none()
                && self.person_at(i).is_none()
                && !self.any(i, SPEAKERS)
                && !word.starts_with(self.grammar.article.as_str())
                && self.grammar.verbal_noun_shapes.iter().any(|s| fits(s, word))
    }

    /// Whether a token has the shape of a verbal noun but its hamza above, as plurals and names have it: «أعضاء», «أنوار», not «إعداد».
    pub fn is_broken_plural(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| t.raw.of(self.raw).starts_with('\u{623}')) && !self.is(i, Class::VerbalNoun)
    }

    /// Whether a verbal noun with the article stands at a token: «الانسحاب», «الاستغناء», not «التركية» or «الأتراك».
    pub fn is_definite_act(&self, i: usize) -> bool {
        let bare = self.tokens.word(i).strip_prefix(self.grammar.article.as_str()).filter(|w| !w.is_empty());
        let raw = self.tokens.list.get(i).map_or("", |t| t.raw.of(self.raw));
        let adjective = raw.ends_with("\u{64A}\u{629}") || raw.contains('\u{623}');
        let known = self.name_at(i).is_some() || self.is_classed(i) || self.is_of_person(i);
        let listed = |w: &str| self.grammar.classes.get(w).contains(&Class::VerbalNoun);
        !known && bare.is_some_and(|w| listed(w) || !adjective && self.is_verbal_form(w))
    }

    /// Whether a verbal noun of the lexicon stands at a token with a possessive: «إطلاقها».
    pub fn is_owned_noun(&self, i: usize) -> bool {
        let bare = self.owner(i).and_then(|e| self.tokens.word(i).strip_suffix(e)).filter(|w| w.chars().count() >= 4);
        bare.is_some_and(|w| {
            self.grammar.verbal_noun_shapes.iter().chain(&self.grammar.owned_noun_shapes).any(|s| fits(s, w))
                || self.grammar.classes.get(w).contains(&Class::VerbalNoun)
        })
    }

    /// The ending of a word that says to whom a thing belongs: «تعاقدها».
    pub fn owner(&self, i: usize) -> Option<&'static str> {
        let word = self.tokens.list.get(i)?.raw.of(self.raw);
        let ending = self.grammar.possessives.iter().map(String::as_str).rfind(|e| ends(word, e))?;
        (!self.grammar.not_possessives.iter().any(|e| ends(word, e))).then_some(ending)
    }

    /// Whether a verbal noun stands behind so many bytes of glued letters: «لمناقشة» (to discuss).
    pub fn is_verbal_noun_behind(&self, i: usize, skip: usize) -> bool {
        let classed = || self.grammar.classes.any(self.tokens, i, skip, |h| h.values.contains(&Class::VerbalNoun));
        let shaped = |word: &str| self.grammar.verbal_noun_shapes.iter().chain(&self.grammar.glued_noun_shapes).any(|s| fits(s, word));
        self.name_at(i).is_none() && (self.tokens.word(i).get(skip..).is_some_and(shaped) || classed())
    }

    /// Whether a folded word is a verbal noun, by the lexicon or by its shape, whatever stands around it.
    pub(super) fn is_verbal_form(&self, word: &str) -> bool {
        self.grammar.classes.get(word).contains(&Class::VerbalNoun) || self.grammar.verbal_noun_shapes.iter().any(|s| fits(s, word))
    }

    /// Whether a token is a name by its spelling, the text having the other word of these letters too: «علي» beside «على».
    pub fn is_spelt_as_name(&self, i: usize) -> bool {
        let spelt = |i: usize| self.tokens.list[i].raw.of(self.raw);
        let Some(name) = self.grammar.spelt_names.iter().find(|name| spelt(i) == name.as_str()) else { return false };
        let other = |k: usize| self.tokens.word(k) == self.tokens.word(i) && spelt(k) != name.as_str();
        *self.apart.get_or_init(|| (0..self.tokens.len()).any(other))
    }

    /// Whether a folded word stands in the text by itself.
    pub fn says(&self, word: &str) -> bool {
        self.vocabulary.get_or_init(|| (0..self.tokens.len()).map(|i| self.tokens.word(i)).collect()).contains(word)
    }

    /// Whether a word is written with the mark of an indefinite accusative: no subject of a verb has it.
    pub fn tanwin(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| self.grammar.marked_accusatives.iter().any(|a| self.ends_with(t, a)))
    }

    /// Whether an Arabic word is a definite plural in the case of a subject: «الباحثون».
    pub fn is_sound_plural(&self, i: usize) -> bool {
        let (word, article) = (self.tokens.word(i), self.grammar.article.as_str());
        let long = || word.chars().count() > 6 && !self.accusative(i) && self.name_at(i).is_none() && self.person_at(i).is_none();
        !article.is_empty()
            && word.starts_with(article)
            && self.grammar.plural_endings.iter().any(|e| word.ends_with(e.as_str()))
            && !self.grammar.not_plurals.iter().any(|w| w == word)
            && long()
    }

    /// Whether a word is written with the short vowel of the accusative: «الشبابَ» (the youth, whom somebody calls on).
    pub fn fatha(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| self.ends_with(t, "\u{64E}"))
    }

    pub(super) fn ends_with(&self, token: &rawi_text::Token, ending: &str) -> bool {
        // The mark may stand behind the last letter, outside the token's letters.
        let Range { start, end } = token.raw.range();
        let (bytes, ending) = (self.raw.as_bytes(), ending.as_bytes());
        let around = &bytes[start.max(end.saturating_sub(ending.len()))..bytes.len().min(end + ending.len())];
        around.windows(ending.len()).any(|letters| letters.last() == ending.last() && letters == ending)
    }

    /// Whether a word is written with the ending of an indefinite accusative, by the language's letters for it.
    pub fn accusative(&self, i: usize) -> bool {
        self.tokens.list.get(i).is_some_and(|t| self.grammar.accusatives.iter().any(|a| ends(t.raw.of(self.raw), a)))
    }

    /// Whether a token belongs to a date.
    pub fn is_time(&self, i: usize) -> bool {
        self.timed.get(i).copied().unwrap_or(false)
    }

    /// Notes that a range names a time: it is skipped like an adverb and is nobody's name.
    pub fn mark_time(&mut self, range: Range<usize>) {
        let end = range.end.min(self.bits.len());
        self.timed[range.start.min(end)..end].fill(true);
        let Some(first) = self.bits.get_mut(range.start) else { return };
        *first |= Class::Adverb.bit();
        let at = self.ends.partition_point(|e| e.0 < range.start);
        self.ends.insert(at, (range.start, Class::Adverb, range.end));
        self.names[range.start..end].fill(None);
        // «فجر اليوم» (at dawn today) holds a form of a verb.
        if self.cued[range.start..end].iter().any(|&cued| cued) {
            self.cued[range.start..end].fill(false);
            self.cues.retain(|c| !range.contains(&c.at));
        }
    }

    /// Whether a token is a comma of either script.
    pub fn is_comma(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Mark('\u{60C}' | ',' | '\u{61B}' | ';'))
    }

    /// Whether a token is a dash of any length.
    pub fn is_dash(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Mark('-' | '\u{2013}' | '\u{2014}'))
    }

    /// Whether a token is a mark of any kind or the end of a line.
    pub fn is_mark(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Mark(_) | TokenKind::Break)
    }

    /// The first token in a range, outside quotations, for which something holds.
    pub fn find(&self, range: Range<usize>, holds: impl Fn(usize) -> bool) -> Option<usize> {
        let around = self.quoted.get(range.start).copied().unwrap_or(0);
        range.into_iter().find(|&i| self.quoted.get(i).copied().unwrap_or(0) == around && holds(i))
    }

    /// A range without the marks at its ends.
    pub fn trim(&self, mut range: Range<usize>) -> Range<usize> {
        while range.start < range.end && self.is_mark(range.start) && self.quote_at(range.start).is_none_or(|q| q.close >= range.end) {
            range.start += 1;
        }
        while range.start < range.end && self.is_mark(range.end - 1) && !self.ends_speech(range.end - 1) {
            range.end -= 1;
        }
        range
    }

    /// Whether a mark may stand as the last of a content: a full stop, a question mark, a mark that closes.
    pub(super) fn ends_speech(&self, i: usize) -> bool {
        matches!(self.tokens.kind(i), TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '»' | '”' | ')' | ']' | '}' | '…' | '%' | '\u{66A}'))
    }

    /// Whether somebody speaks of himself in a range: verbs or pronouns of the first person.
    pub fn first_person(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|i| {
            let word = self.tokens.word(i);
            self.tokens.kind(i) == TokenKind::Word
                && (self.grammar.first_person.iter().any(|w| w == word)
                    || word.chars().count() >= 4
                        && self.grammar.first_person_endings.iter().any(|e| word.ends_with(e.as_str()))
                        && !self.grammar.like_first_person.contains(word))
        })
    }
}

/// Whether a word has a shape: letter by letter, a full stop for any.
fn fits(shape: &str, word: &str) -> bool {
    let (mut a, mut b) = (shape.chars(), word.chars());
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(x), Some(y)) if x == '.' || x == y => {}
            _ => return false,
        }
    }
}
