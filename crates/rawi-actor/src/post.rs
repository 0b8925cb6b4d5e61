//! Posts: the office that words give to somebody, and the state or body that it belongs to.

use rawi_lang::{Class, Passage};
use rawi_text::ByteSpan;

use crate::cast::FEMININE;
use crate::name::NISBA;
use crate::registry::Registry;

/// How many tokens behind its head the state of an office that the registry does not know may stand.
const FAR: usize = 5;

/// To whom an office belongs, as far as the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// A state or body of the registry, by its index.
    Entry(usize),
    /// The outlet's or the speaker's own state: «کشورمان» (our country).
    Own,
    /// Nobody says.
    Unsaid,
}

/// An office in a text: «وزیر نیروی عمان» (Oman's minister of energy).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Post {
    /// Its words, without those of the state.
    pub(crate) words: String,
    /// Where it stands, with the state.
    pub(crate) span: ByteSpan,
    /// Its index in the registry.
    pub(crate) office: Option<usize>,
    pub(crate) of: Of,
    /// Where an envoy is posted, folded.
    pub(crate) at: Option<String>,
    /// One past its last token.
    pub(crate) end: usize,
}

impl Post {
    /// The state or body of the registry to which the words say that the office belongs, by its index.
    pub(crate) fn of_entry(&self) -> Option<usize> {
        if let Of::Entry(of) = self.of { Some(of) } else { None }
    }
}

/// One who is told by his likeness to another: «نظيره العماني» (his Omani counterpart).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counterpart {
    /// The state, by its index in the registry.
    pub(crate) state: usize,
    /// Where its adjective stands.
    pub(crate) adjective: ByteSpan,
}

impl Post {
    /// The office that begins at a token, behind so many bytes of glued particles.
    pub(crate) fn at(registry: &Registry, p: &Passage<'_>, i: usize, skip: usize, limit: usize) -> Option<Self> {
        let known = registry.office_form_at(p, i, skip).filter(|(end, _)| *end <= limit);
        let (close, office) = match known {
            Some((end, form)) => (end, Some(form)),
            None => (Self::unknown_end(registry, p, i, limit)?, None),
        };
        let (mut end, mut of) = (close, Of::Unsaid);
        let mut another = false;
        // «الأمير | تركي بن …»: an adjective of the state would have the article.
        let called = || close == i + 1 && !p.grammar.article.is_empty() && p.is_definite(i) && !p.is_definite(close);
        if let Some((next, state)) = registry.state_at(p, end).filter(|(next, _)| *next <= limit && !called()) {
            (end, of) = (next, Of::Entry(state));
        } else if end < limit && p.is(end, Class::StateSelf) {
            (end, of) = (p.end_of(end, Class::StateSelf).min(limit), Of::Own);
        } else if Self::goes_on(p, end, limit) || office.is_some_and(|form| form.bare) && Self::is_of_another(p, end, limit) {
            // The registry's office it is not.
            another = true;
        } else if let Some(of_body) =
            office.and_then(|form| registry.offices[form.office].of.as_deref()).and_then(|id| registry.index_of(id))
        {
            of = Of::Entry(of_body);
        }
        if p.is(close, Class::Former) || p.is(end, Class::Former) {
            return None;
        }
        // «الرئيس» alone is any president.
        if office.is_some_and(|form| form.bare) && of == Of::Unsaid {
            return None;
        }
        let office = office.filter(|_| !another);
        let words = p.tokens.span(i..close);
        let start = p.tokens.raw_from(i, skip);
        let words = ByteSpan { start, end: words.end }.of(p.raw).to_owned();
        let span = ByteSpan { start, end: p.tokens.span(i..end).end };
        let posted = p.posted(i, end, limit).map(|close| p.tokens.span(end + 1..close).of(p.raw));
        Some(Self { words, span, office: office.map(|form| form.office), of, at: posted.map(rawi_text::key), end })
    }

    /// Whether an adjective makes another office of what ends before it: «رئيس السلطة | المحلية» (the head of the local authority).
    fn goes_on(p: &Passage<'_>, end: usize, limit: usize) -> bool {
        let related = || p.tokens.word(end).trim_end_matches(FEMININE).ends_with(NISBA);
        let known = || p.is_classed(end) || p.name_at(end).is_some() || p.person_at(end).is_some();
        end < limit && p.is_definite(end) && related() && !known()
    }

    /// Whether a body or a word that is not known stands behind the words of a Persian office: «رهبر | ارکستر» (the orchestra's leader),
    /// «رهبر | این گروه» (the leader of this group).
    fn is_of_another(p: &Passage<'_>, end: usize, limit: usize) -> bool {
        let known = || {
            p.is_classed(end) && !p.any(end, Class::Body.bit() | Class::Demonstrative.bit())
                || p.name_at(end).is_some()
                || p.person_at(end).is_some()
        };
        end < limit && p.grammar.article.is_empty() && p.tokens.is_word(end) && !known()
    }

    /// Where an office ends that only the state behind it tells: «رئیس فدراسیون شنای عمان».
    fn unknown_end(registry: &Registry, p: &Passage<'_>, i: usize, limit: usize) -> Option<usize> {
        let closed = Class::Preposition.bit() | Class::Title.bit() | Class::Conjunction.bit() | Class::Adverb.bit();
        let stops = |k: usize| !p.tokens.is_word(k) || p.any(k, closed);
        (i + 1..limit.min(i + 1 + FAR)).take_while(|&k| !stops(k)).find(|&k| registry.state_at(p, k).is_some() || p.is(k, Class::StateSelf))
    }

    /// Whether both are one office, of whichever state.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        // «سفیر ایران در لندن» is not «سفیر ایران در دمشق».
        if self.at.is_some() && other.at.is_some() && self.at != other.at {
            return false;
        }
        match (self.office, other.office) {
            (Some(a), Some(b)) => a == b,
            _ => rawi_text::key(&self.words) == rawi_text::key(&other.words),
        }
    }
}

impl Counterpart {
    /// The counterpart that begins at a token, behind so many bytes of glued particles.
    pub(crate) fn at(registry: &Registry, p: &Passage<'_>, i: usize, skip: usize) -> Option<Self> {
        let behind = || {
            let hits = p.grammar.classes.all(p.tokens, i, skip);
            hits.iter().filter(|h| skip > 0 && h.values.contains(&Class::Relation)).map(|h| h.end).max()
        };
        let end = if p.is(i, Class::Relation) { p.end_of(i, Class::Relation) } else { behind()? };
        let (next, state) = registry.state_at(p, end)?;
        Some(Self { state, adjective: p.tokens.span(end..next) })
    }
}
