//! Letters and places: from bytes to text, and from text to one normal form whose every piece leads back to the words
//! as they are written.
//!
//! Here belong decoding, spans, folding, tokens, words, sentences and quotation marks, and the look-up of words in a text.
//! What a word means belongs to the languages.

mod decode;
mod fold;
mod heads;
mod lexicon;
mod memo;
mod mojibake;
mod quote;
mod sentence;
mod span;
mod token;
mod word;

pub use decode::{Decoded, decode, utf8};
pub use fold::{Normal, bare, fold, fold_char, key};
pub use heads::Heads;
pub use lexicon::{Hit, Lexicon};
pub use memo::Memo;
pub use mojibake::{Mojibake, is_garbled, mojibake};
pub use quote::{Quote, nest, quotes};
pub use sentence::{first_sentence, is_bullet, paragraphs, sentences};
pub use span::{ByteSpan, CharIndex, CharSpan};
pub use token::{Token, TokenKind, Tokens, begins, behind, ends};
pub use word::{Word, words};
