//! The state that is visited.

use rawi_actor::{Cast, MemberId};
use rawi_lang::{Around, Class, Passage, Side, seat_at};
use rawi_text::ByteSpan;

use super::find::Run;
use crate::statement;

impl Run<'_, '_> {
    /// The state that a phrase or its seat of government names.
    pub(super) fn state(&self, cast: &mut Cast<'_>, side: &Side) -> Option<MemberId> {
        let p = self.scene.passage;
        let Side::Phrase { tokens, skip, .. } = side else { return None };
        let first = skip;
        // «إلى "مسقط"»
        let mut i = tokens.start + usize::from(p.quote_at(tokens.start).is_some());
        let mut skip = *skip;
        let around = &self.grammar.words.around;
        // «للعاصمة التركية أنقرة»
        let whole = || {
            p.tokens
                .word(i)
                .get(skip..)
                .is_some_and(|rest| around.get(&with_article(self.scene.passage, rest)).contains(&Around::StateHead))
        };
        let heads = around.longest(p.tokens, i, skip).is_some_and(|h| h.values.contains(&Around::StateHead)) || skip > 0 && whole();
        if heads && i + 1 < tokens.end {
            i += 1;
            skip = 0;
        }
        let registry = cast.registry();
        let entry = if let Some((_, known)) =
            registry.at(p, i, skip).filter(|(_, known)| registry.entries[known.entry].kind == rawi_actor::EntryKind::State)
        {
            // «آذربایجان شرقی» is a province.
            let part = registry.at(p, i, skip).is_some_and(|(end, _)| self.grammar.around(p, end, Around::Quarter).is_some());
            if part && p.grammar.article.is_empty() {
                return None;
            }
            self.seat_of_told(i, skip, known.entry).unwrap_or(known.entry)
        } else if let Some((_, entry)) = registry.state_at(p, i).filter(|_| i > tokens.start) {
            // «العاصمة العراقية بغداد»
            entry
        } else if let Some(entry) = registry.find(p.tokens.word(i).get(skip..)?, Some(rawi_actor::EntryKind::State)).filter(|_| skip > 0) {
            // «الكويت وقطر»: an everyday word that is a state's name too.
            entry
        } else if let Some(entry) = self.before_adverb(tokens, i, skip) {
            entry
        } else if let Some(entry) = self.behind_double(i, skip).or_else(|| self.own(cast, tokens.start, *first)) {
            entry
        } else {
            let (_, id) = seat_at(p, i, skip)?;
            registry.entries.iter().position(|e| e.kind == rawi_actor::EntryKind::State && e.id == id)?
        };
        let member = cast.of_entry(entry);
        let span = ByteSpan {
            start: p.tokens.raw_from(tokens.start, if i == tokens.start { skip } else { 0 }),
            end: p.tokens.span(tokens.start..i + 1).end,
        };
        let mentions = &mut cast.members[member].mentions;
        if !mentions.iter().any(|(s, _)| s.start < span.end && span.start < s.end) {
            mentions.push((span, rawi_model::MentionKind::Name));
        }
        Some(member)
    }

    /// The state whose seat of government bears the name of another state, where the text tells of it nearby: «عمان» beside «الأردن».
    fn seat_of_told(&self, at: usize, skip: usize, named: usize) -> Option<usize> {
        /// How many tokens are looked at to each side, and at the beginning.
        const NEAR: usize = 40;
        let p = self.scene.passage;
        let (_, id) = seat_at(p, at, skip)?;
        let registry = rawi_actor::Registry::shared();
        let state = |k: usize| registry.at(p, k, usize::from(p.glued_at(k))).map(|(_, known)| known.entry);
        let entry = registry.entries.iter().position(|e| e.kind == rawi_actor::EntryKind::State && e.id == id)?;
        let near = (0..NEAR).chain(at.saturating_sub(NEAR)..at + NEAR).filter(|&k| k < p.tokens.len() && p.name_at(k).is_some());
        (entry != named && near.into_iter().any(|k| state(k) == Some(entry))).then_some(entry)
    }

    /// The state of the outlet, which it calls by no name: «به کشورمان» (to our country), «إلى المملكة» (to the kingdom).
    fn own(&self, cast: &mut Cast<'_>, at: usize, skip: usize) -> Option<usize> {
        let p = self.scene.passage;
        let heads = |word: &String| self.grammar.words.around.get(word).contains(&Around::StateHead);
        let word = p.tokens.word(at).get(skip..).map(|rest| with_article(self.scene.passage, rest)).filter(heads);
        let ours = p.is(at, Class::StateSelf);
        if !ours && word.is_none() {
            return None;
        }
        let registry = cast.registry();
        let outlet = self.scene.outlet.or_else(|| {
            let member = statement::own_outlet(self.scene, cast)?;
            cast.members[member].entry
        });
        let home = registry.home_of(outlet?)?;
        let entry = &registry.entries[home];
        let called = |name: &String, word: &str| rawi_text::fold(name).strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        let whole = || word.is_some_and(|word| entry.also.iter().chain(entry.names.values()).any(|name| called(name, &word)));
        (ours || whole()).then_some(home)
    }

    /// The state that is named up to a word of time, where both together name an outlet: «روسيا | اليوم».
    fn before_adverb(&self, tokens: &std::ops::Range<usize>, at: usize, skip: usize) -> Option<usize> {
        let p = self.scene.passage;
        let registry = rawi_actor::Registry::shared();
        let longer = registry.at(p, at, skip).is_some_and(|(end, _)| end > tokens.end && p.is(tokens.end, Class::Adverb));
        longer.then(|| registry.find(p.tokens.word(at).get(skip..)?, Some(rawi_actor::EntryKind::State)))?
    }

    /// The state behind a glued preposition that has swallowed a letter of the article: «للأردن».
    fn behind_double(&self, at: usize, skip: usize) -> Option<usize> {
        let p = self.scene.passage;
        let rest = p.tokens.word(at).get(skip..)?;
        let name = with_article(self.scene.passage, rest);
        if name == rest {
            return None;
        }
        let registry = rawi_actor::Registry::shared();
        let seat = || {
            let id = rawi_lang::seat_of(&name)?;
            registry.entries.iter().position(|e| e.kind == rawi_actor::EntryKind::State && e.id == id)
        };
        registry.find(&name, Some(rawi_actor::EntryKind::State)).or_else(seat)
    }
}

/// A word behind a glued preposition that may have swallowed a letter of its article: «للمملكة» as «المملكة».
pub(super) fn with_article(p: &Passage<'_>, rest: &str) -> String {
    let article = p.grammar.article.as_str();
    let half = article.get(article.len() / 2..).filter(|half| !half.is_empty() && !rest.starts_with(article));
    half.and_then(|half| rest.strip_prefix(half)).map_or_else(|| rest.to_owned(), |bare| format!("{article}{bare}"))
}
