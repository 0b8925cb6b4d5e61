//! What a word may open, wherever it stands: told once a word, so that most words are looked up in few lexicons.

use std::cell::RefCell;

use rawi_model::Language;
use rawi_text::{Memo, TokenKind, Tokens, begins};
use rawi_time::DateWords;

use crate::Grammar;
use crate::contact::{ContactGrammar, contact_grammar, glued_in};

/// How many words are kept from text to text, as a power of two.
const MEMO_BITS: u32 = 14;

/// What may begin with a word; that it does is told by the lexicons alone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Opening(u8);

impl Opening {
    /// A word or phrase of a closed class.
    pub(crate) const CLASS: u8 = 1;
    /// A form of a cue.
    pub(crate) const CUE: u8 = 2;
    /// A phrase that names a source: «به گفته», «بحسب».
    pub(crate) const ACCORDING: u8 = 4;
    /// A form of a word for a contact.
    pub(crate) const CONTACT: u8 = 8;
    /// A word or phrase around contacts.
    pub(crate) const AROUND: u8 = 16;
    /// A date.
    pub(crate) const DATE: u8 = 32;

    /// Whether one of these may begin with the word.
    pub(crate) fn is(self, what: u8) -> bool {
        self.0 & what != 0
    }

    fn of(word: &str, grammar: &Grammar, contacts: Option<&ContactGrammar>, dates: Option<&DateWords>) -> Self {
        let behind = |skip: usize| word.get(skip..).unwrap_or_default();
        let and = grammar.conjunctions.iter().filter(|c| begins(word, c)).map(String::len);
        let mut opening = Self::default();
        for rest in std::iter::once(0).chain(and).map(behind) {
            let mut add = |may: bool, what: u8| opening.0 |= if may { what } else { 0 };
            add(grammar.classes.may_begin(rest), Self::CLASS);
            add(grammar.cues.forms.may_begin(rest), Self::CUE);
            add(grammar.according.may_begin(rest), Self::ACCORDING);
            add(contacts.is_some_and(|contacts| contacts.words.around.may_begin(rest)), Self::AROUND);
        }
        let contact = |skip: usize| contacts.is_some_and(|contacts| contacts.may_begin(behind(skip)));
        if contact(0) || glued_in(grammar, word).any(contact) {
            opening.0 |= Self::CONTACT;
        }
        if dates.is_some_and(|dates| dates.may_open(word)) {
            opening.0 |= Self::DATE;
        }
        opening
    }
}

/// What each token of a text may open; nothing but words opens anything.
pub(crate) fn openings(tokens: &Tokens, grammar: &'static Grammar) -> Vec<Opening> {
    thread_local! {
        static MEMOS: [RefCell<Memo<Opening>>; 2] = const { [const { RefCell::new(Memo::EMPTY) }; 2] };
    }
    let contacts = contact_grammar(grammar.language);
    let dates = crate::date::words(grammar.language.code());
    MEMOS.with(|memos| {
        let mut memo = memos[usize::from(grammar.language == Language::Ar)].borrow_mut();
        memo.grow(MEMO_BITS);
        let of = |i: usize| match tokens.kind(i) {
            TokenKind::Word => memo.get(tokens, i, |word| Opening::of(word, grammar, contacts, dates)),
            _ => Opening::default(),
        };
        (0..tokens.len()).map(of).collect()
    })
}
