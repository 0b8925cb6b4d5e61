//! What a frame is: one shape in which a language attributes words to a speaker.

use std::ops::Range;

use rawi_model::Form;
use rawi_text::TokenKind;

use crate::{Class, CueClass, CueHit, Passage};

/// Who speaks, as the sentence says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A noun phrase.
    Phrase {
        /// Its tokens.
        tokens: Range<usize>,
        /// Bytes of glued particles before its first word, in the folded form.
        skip: usize,
        /// Noun phrases beside it that name the same: «X، وزیر …،».
        beside: Vec<Range<usize>>,
    },
    /// The one who spoke before, or the sentence's subject.
    Carried,
    /// Nobody that could be meant: the shape does not hold.
    None,
}

/// How far a content may go on after its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It ends where it ends.
    Closed,
    /// Speech without quotation marks that runs to the end of its paragraph and may go on in the next.
    Open,
}

/// One attribution that a frame found.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The frame's id.
    pub basis: &'static str,
    /// The tokens of the cue, and the bytes of a glued conjunction before it.
    pub cue: Option<(Range<usize>, usize)>,
    /// The cue's dictionary form.
    pub lemma: String,
    /// The index of the cue in the grammar's list.
    pub index: Option<usize>,
    /// Who speaks.
    pub subject: Subject,
    /// Who passes the words on, where the frame itself names him.
    pub relayed_by: Option<Range<usize>>,
    /// Whom it is said to.
    pub audience: Option<Range<usize>>,
    /// The tokens of the content.
    pub content: Range<usize>,
    /// What stands behind the cue where the content stands before it: «این را سندی خواند که | راه را باز می‌کند».
    pub rest: Option<Range<usize>>,
    /// How it is given.
    pub form: Form,
    /// Whether it may go on.
    pub reach: Reach,
}

/// One shape of attribution. Its id is the path of its file: `fa/verb-colon` is `src/fa/frame/verb_colon.rs`.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The id that readings show as `basis`.
    pub id: &'static str,
    /// Tries the shape on a cue within its sentence (a range of tokens) and paragraph.
    pub read: fn(&Passage<'_>, &CueHit<'_>, &Place) -> Option<Attribution>,
}

/// Where a cue stands.
#[derive(Clone, Debug)]
pub struct Place {
    /// The tokens of its paragraph.
    pub paragraph: Range<usize>,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
}

/// Where speech without quotation marks ends within its paragraph; by language.
pub(crate) type SpeechEnd = fn(&Passage<'_>, &[Range<usize>], usize, usize) -> usize;

/// The direct speech that begins at a token after a colon: the quotation that opens there, or all up to where the
/// reporter speaks again.
pub(crate) fn direct(p: &Passage<'_>, start: usize, place: &Place, speech_end: SpeechEnd) -> Option<(Range<usize>, Reach)> {
    if let Some(inside) = quoted(p, start, place.paragraph.end) {
        return Some((inside, Reach::Closed));
    }
    let mut start = start;
    let mut paragraph = place.paragraph.clone();
    if start >= paragraph.end {
        // The speech stands on the next line.
        start = (start..p.tokens.len()).find(|&k| p.tokens.is_word(k) || p.quote_at(k).is_some())?;
        let end = (start..p.tokens.len()).find(|&k| p.tokens.kind(k) == TokenKind::Break).unwrap_or(p.tokens.len());
        if let Some(inside) = quoted(p, start, end) {
            return Some((inside, Reach::Closed));
        }
        paragraph = start..end;
    }
    let sentences = rawi_text::sentences(p.tokens, paragraph.clone());
    let end = speech_end(p, &sentences, start, paragraph.end);
    let content = p.trim(start..end);
    (!content.is_empty()).then_some((content, if end == paragraph.end { Reach::Open } else { Reach::Closed }))
}

/// The words between the marks of a quotation that opens at a token and is all that is said: it closes where its
/// sentence, clause or line ends, or where the reporter goes on: «گفت: «…» و افزود …».
pub(crate) fn quoted(p: &Passage<'_>, start: usize, limit: usize) -> Option<Range<usize>> {
    /// How far behind the quotation the next verb of speech stands, in tokens.
    const NEXT: usize = 4;
    let quote = p.quote_at(start)?;
    if !quote.closed || quote.inside().is_empty() {
        return None;
    }
    let after = quote.close + 1;
    let stops = matches!(p.tokens.kind(quote.close - 1), TokenKind::Mark('.' | '!' | '?' | '\u{61F}'));
    let says = |c: &CueHit<'_>| c.cue.class == CueClass::Say && c.part.is_active() && p.quote_around(c.at).is_none();
    let goes_on = || p.is(after, Class::Conjunction) && p.cues_in(after..limit.min(after + NEXT)).iter().any(says);
    let ends = after >= limit || p.is_mark(after) || quote.close >= limit || stops || goes_on();
    let most = quote.inside().len() * 10 >= p.trim(start..limit.max(after)).len() * 7;
    let words = quote.inside().filter(|&k| p.tokens.is_word(k)).count();
    (words >= 3 && (ends || most)).then(|| quote.inside())
}

/// Reads a paragraph that is a message set in; by language.
pub(crate) type SetIn = fn(&Passage<'_>, &Range<usize>) -> Option<Attribution>;

/// A line that names its speaker before a colon.
#[derive(Clone, Copy, Debug)]
pub struct LineFrame {
    /// The id that readings show as `basis`.
    pub id: &'static str,
    pub(crate) subject: fn(&Passage<'_>, Range<usize>) -> Subject,
    pub(crate) speech_end: SpeechEnd,
    /// The same for a message of a network set in, whose speaker stands behind his words.
    pub(crate) set_in: Option<SetIn>,
}

impl LineFrame {
    /// Reads a message of a network that was set in between the lines of a report.
    pub fn set_in(&self, p: &Passage<'_>, paragraph: &Range<usize>) -> Option<Attribution> {
        self.set_in.and_then(|read| read(p, paragraph))
    }

    /// The most words of what a label tells.
    const LABELLED: usize = 6;
    /// The most tokens before the colon.
    const LONGEST: usize = 16;
    /// The most where they also tell on which occasion it is said: «سالم نوری، … و …، در گفت‌وگو با رود: …».
    const TOLD_IN: usize = 32;

    /// Reads a paragraph; `short` says that it is a headline or a line of a post, where a bare name may stand.
    pub fn read(&self, p: &Passage<'_>, paragraph: &Range<usize>, short: bool) -> Option<Attribution> {
        let head = (paragraph.start..paragraph.end).find(|&k| p.tokens.is_word(k) || p.quote_at(k).is_some())?;
        let colon = p.find(head..paragraph.end.min(head + Self::TOLD_IN), |k| p.tokens.is_mark(k, ':'))?;
        let told_in = || (head..colon).any(|k| p.any(k, Class::Interview.bit() | Class::ToldIn.bit()));
        if colon > head + Self::LONGEST && !(p.person_at(head).is_some() && told_in()) {
            return None;
        }
        let sure = Class::Title.bit()
            | Class::Role.bit()
            | Class::Unnamed.bit()
            | Class::PluralHead.bit()
            | Class::AnaphorPlural.bit()
            | Class::Body.bit()
            | Class::Outlet.bit();
        // «ساعت ۹:۱۵» is a time.
        if colon > head && [colon - 1, colon + 1].iter().all(|&k| p.tokens.kind(k) == TokenKind::Number) {
            return None;
        }
        let words = (head..colon).filter(|&k| p.tokens.is_word(k)).count();
        let named = p.name_at(head).is_some() || p.person_at(head).is_some() || p.any(head, sure);
        // «یک فعال سیاسی: …», and not «سه روز مراسم بدرقه در شهر: …»
        let named = named || p.is(head, Class::Indefinite) && (words <= 4 || p.any(head + 1, sure));
        let plain = short && words <= 12 && !p.any(head, Class::Label.bit() | Class::Preposition.bit() | Class::Demonstrative.bit());
        // «دفتر وزیر نوشت تعهد شامل این موارد است:»: the verb tells what is said.
        let told =
            || p.grammar.article.is_empty() && p.cues_in(head..colon).iter().any(|c| c.part.is_active() && p.quote_around(c.at).is_none());
        if colon == head || !(named || plain) || told() || p.is(head, Class::Label) || p.cues_in(head..colon).iter().any(|c| c.end == colon)
        {
            return None;
        }
        if (head..colon).any(|k| matches!(p.tokens.kind(k), TokenKind::Number) && !named)
            || !p.tokens.is_word(head) && p.quote_at(head).is_none()
        {
            return None;
        }
        let subject = (self.subject)(p, head..colon);
        let Subject::Phrase { tokens, beside, .. } = &subject else { return None };
        let owned = || p.any(head, Class::Speech.bit() | Class::Paper.bit()) && p.grammar.article.is_empty();
        // A bare name stands alone, or tells the occasion: «X در دیدار با Y: …».
        let alone = tokens.end == colon
            || beside.last().is_some_and(|b| b.end == colon)
            || (tokens.end..colon.min(tokens.end + 4)).any(|k| p.any(k, Class::Occasion.bit() | Class::Label.bit()))
            // «هشدار نوری | به ناخداها: …»
            || owned() && tokens.start > head && p.is(tokens.end, Class::Preposition)
            // «فلان لـ«المرفأ»: …»
            || p.grammar.dative.iter().any(|d| d == p.tokens.word(tokens.end)) && p.quote_at(tokens.end + 1).is_some();
        if !named && (tokens.len() > 5 || !alone) || tokens.start != head && p.quote_at(head).is_none() && !owned() {
            return None;
        }
        let place = Place { paragraph: paragraph.clone(), sentence: paragraph.clone() };
        // A name in bold may be torn from its words: «NAME», «:», «…» on lines of their own.
        let start = (colon + 1..paragraph.end).find(|&k| p.tokens.kind(k) != TokenKind::Break && !p.is_dash(k)).unwrap_or(colon + 1);
        let (content, reach) = direct(p, start, &place, self.speech_end)?;
        // «ادویه: نمک و فلفل»: what nobody known says holds a verb.
        let short = content.clone().filter(|&k| p.tokens.is_word(k)).count() <= Self::LABELLED;
        let verb = || content.clone().any(|k| p.is_finite(k) || p.first_person(k..k + 1));
        if !named && short && !p.is(head, Class::Speech) && p.grammar.article.is_empty() && !verb() {
            return None;
        }
        let enough = content.clone().filter(|&k| p.tokens.kind(k) == TokenKind::Word && !p.is_time(k)).count() >= 3;
        enough.then(|| Attribution {
            basis: self.id,
            cue: Some((head..colon, 0)),
            lemma: String::new(),
            index: None,
            subject,
            relayed_by: None,
            audience: None,
            content,
            rest: None,
            form: Form::Direct,
            reach,
        })
    }
}

/// A nominal attribution: «به گفته …», «بحسب …».
#[derive(Clone, Copy, Debug)]
pub struct AccordingFrame {
    /// The id that readings show as `basis`.
    pub id: &'static str,
    pub(crate) phrase_end: fn(&Passage<'_>, usize, usize) -> usize,
}

impl AccordingFrame {
    /// The one who is named after a nominal attribution that ends before `start`.
    pub fn source(&self, p: &Passage<'_>, start: usize, limit: usize) -> Option<Range<usize>> {
        let end = (self.phrase_end)(p, start, limit);
        (end > start).then_some(start..end)
    }
}
