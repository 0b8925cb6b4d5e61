//! Text mended as an editor would: invisible characters, odd spaces, letters of the other keyboard, lost joiners.
//!
//! A line is mended by itself, in steps: what was decoded wrongly once, what is wrong in any language (`sign`), letters and digits (`letter`), and in
//! Persian the joiners ([`joiner`]). Each step says what it changes and why, so that every change leads
//! back to its place in the line as it stood. Mending mended text changes nothing.

mod change;
mod letter;
mod sign;
#[cfg(test)]
mod tests;

use rawi_model::Language;

pub use change::Change;

use crate::detect::detect;
use crate::joiner::{self, Edit, Kind, Loss, Restorer};

/// What becomes of joiners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joiners {
    /// Lost ones come back, odd ones go.
    #[default]
    Restore,
    /// They stay as they stand.
    Keep,
    /// They are taken out.
    Strip,
}

/// What becomes of letters that the two keyboards write differently.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// Persian ones in Persian lines; others stay.
    #[default]
    Auto,
    /// They stay.
    Keep,
    /// Persian ones everywhere.
    Persian,
    /// Arabic ones everywhere.
    Arabic,
}

/// What becomes of digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// They stay.
    #[default]
    Keep,
    /// ۰۱۲۳
    Persian,
    /// ٠١٢٣
    Arabic,
    /// 0123
    Latin,
}

/// What is mended, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Joiners.
    pub joiners: Joiners,
    /// Letters.
    pub letters: Letters,
    /// Digits.
    pub digits: Digits,
    /// The language of all lines, if it is known.
    pub language: Option<Language>,
}

/// Why something is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// A joiner was lost.
    Lost(Loss, Kind),
    /// The line was decoded wrongly once.
    Mojibake,
    /// A joiner beside a space, at an edge, or beside another.
    OddJoiner,
    /// Joiners are taken out.
    Stripped,
    /// A byte order mark inside a text.
    ByteOrderMark,
    /// A character that only tells the direction or where to break a line.
    Control,
    /// A space of another width, or several for one.
    OddSpace,
    /// A letter drawn out.
    Tatweel,
    /// A letter coded by its shape.
    Shape,
    /// A letter of the other keyboard.
    Keyboard,
    /// A digit of another script.
    Digit,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match self {
            Self::Lost(Loss::Deleted, kind) => return write!(f, "joiner deleted, {}", kind.name()),
            Self::Lost(Loss::Space, kind) => return write!(f, "space for joiner, {}", kind.name()),
            Self::Mojibake => "decoded wrongly once",
            Self::OddJoiner => "odd joiner",
            Self::Stripped => "joiner",
            Self::ByteOrderMark => "byte order mark",
            Self::Control => "invisible control",
            Self::OddSpace => "odd space",
            Self::Tatweel => "tatweel",
            Self::Shape => "presentation form",
            Self::Keyboard => "letter of the other keyboard",
            Self::Digit => "digits",
        };
        f.write_str(name)
    }
}

/// Mends one line after another, with the same memory.
///
/// ```
/// use rawi_lang::mend::{Mender, Options};
/// let mut mender = Mender::new(Options::default());
/// // "groups of the book": Arabic letters, a joiner that became a space
/// assert_eq!(mender.mend("گروه هاي كتاب"), "گروه\u{200C}های کتاب");
/// assert_eq!(mender.mend("كتاب في البيت"), "كتاب في البيت"); // Arabic: "a book in the house"
/// ```
#[derive(Debug)]
pub struct Mender {
    options: Options,
    restorer: Option<Restorer>,
    respelled: change::Step,
    signs: change::Step,
    letters: change::Step,
    edits: Vec<Edit>,
    out: String,
}

impl Mender {
    /// A mender.
    pub fn new(options: Options) -> Self {
        let restorer = match (options.joiners, options.language) {
            (Joiners::Restore, None) => Some(Restorer::new()),
            (Joiners::Restore, Some(Language::Fa)) => Some(Restorer::persian()),
            _ => None,
        };
        let [respelled, signs, letters] = Default::default();
        Self { options, restorer, respelled, signs, letters, edits: Vec::new(), out: String::new() }
    }

    /// The line mended. It may end in its line's end; within it there should be none.
    pub fn mend<'a>(&'a mut self, line: &'a str) -> &'a str {
        self.steps(line);
        let line = self.letters.result(self.signs.result(self.respelled.result(line)));
        if self.edits.is_empty() {
            return line;
        }
        self.out.clear();
        joiner::apply(line, &self.edits, &mut self.out);
        &self.out
    }

    /// What is changed in the line, in the order of its places, each with the whole words it stands in.
    pub fn changes(&mut self, line: &str) -> Vec<Change> {
        let mended = self.mend(line).to_owned();
        let mut joiners = change::Step::default();
        for edit in &self.edits {
            joiners.patch(edit.span.start as usize, edit.span.end as usize, edit.replacement().len(), Reason::Lost(edit.loss, edit.kind));
        }
        change::changes(line, &mended, &[&self.respelled, &self.signs, &self.letters, &joiners])
    }

    fn steps(&mut self, line: &str) {
        self.respelled.begin();
        for found in rawi_text::mojibake(line) {
            self.respelled.put(line, found.range.start, found.range.end, found.text.chars(), Reason::Mojibake);
        }
        self.respelled.end(line);
        let line = self.respelled.result(line);
        sign::mend(line, self.options.joiners, &mut self.signs);
        let line = self.signs.result(line);
        let mut language = self.options.language;
        let ask = || *language.get_or_insert_with(|| detect(line));
        letter::mend(line, self.options.letters, self.options.digits, ask, &mut self.letters);
        let line = self.letters.result(line);
        self.edits.clear();
        if let Some(restorer) = &mut self.restorer {
            restorer.edits(line, &mut self.edits);
            if !self.edits.is_empty() && *language.get_or_insert_with(|| detect(line)) != Language::Fa {
                self.edits.clear();
            }
        }
    }
}
