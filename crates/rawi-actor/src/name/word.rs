//! What is known of words as parts of persons' names: lists of our own, and words of names in Wikidata.

use std::sync::OnceLock;

use rawi_lang::Grammar;
use rawi_model::Language;
use rawi_text::{fold, key};
use serde::Deserialize;

use crate::entry::EntryKind;
use crate::registry::Registry;

/// A name given to a person.
pub(crate) const GIVEN: u16 = 1;
/// A family name.
pub(crate) const FAMILY: u16 = 2;
/// Either, of another language.
pub(crate) const FOREIGN: u16 = 4;
/// A word of somebody's name in Wikidata.
const WIKIDATA: u16 = 8;
/// A word of several persons' names in Wikidata.
pub(crate) const OFTEN: u16 = 16;
/// A word of a name in the registry.
pub(crate) const REGISTRY: u16 = 32;
/// Holds a name together: «بن».
pub(crate) const LINK: u16 = 64;
/// Stands before a name.
pub(crate) const TITLE: u16 = 128;
/// A town, a country, a club.
pub(crate) const PLACE: u16 = 256;
/// What is called after persons: a street, a hospital.
pub(crate) const NAMESAKE: u16 = 512;
/// Surely a word of names.
pub(crate) const SURE: u16 = GIVEN | FAMILY | FOREIGN | OFTEN | REGISTRY;

/// What names no person.
pub(crate) const NO_PERSON: u16 = PLACE | TITLE | NAMESAKE;

const SLOTS: usize = 1 << 17;

/// The bits of a slot for what is known.
const KNOWN: u32 = 0x3FF;

/// The words of names in one language: a table from a word's hash to what is known of it.
#[derive(Debug)]
pub(crate) struct NameWords {
    /// The upper 22 bits of a hash and the 10 bits of what is known; 0 for an empty slot.
    slots: Vec<u32>,
    /// What family names end with, folded, without those too short to tell anything.
    pub(crate) endings: Vec<String>,
    /// What letters that follow one another tell.
    letters: &'static [u8],
    /// The hashes of words that are in no name, in their order.
    no_name: Vec<u32>,
    /// What is named after who leads it, folded: «دولت».
    government: Vec<String>,
    honour: Vec<String>,
}

/// What is told by the letters of a word.
pub mod letters {
    /// The table of a language has two to the power of so many places.
    pub const BITS: u32 = 15;
    /// What 1 in the table is worth, as the logarithm of odds: one part in so many.
    pub const SCALE: f32 = 24.0;
    /// How many degrees are told apart.
    pub const DEGREES: u8 = 6;
    /// From these odds on a word has the next degree.
    const ODDS: [i32; DEGREES as usize - 1] = [-72, -28, 8, 36, 72];

    /// The degree of odds.
    pub(super) fn degree(odds: i32) -> u8 {
        ODDS.iter().filter(|&&o| odds >= o).count() as u8
    }

    /// The places of two, three and four letters that follow one another in a word, its ends being letters too.
    pub fn places(word: &str) -> impl Iterator<Item = usize> {
        let mut last = 1_u64;
        word.chars().map(|c| c as u32 as u8).chain([2]).enumerate().flat_map(move |(before, letter)| {
            last = last << 8 | u64::from(letter);
            (2..=4).take(before + 1).map(move |n| {
                let packed = n << (8 * n) | last & ((1 << (8 * n)) - 1);
                (packed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)) as usize
            })
        })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    given: Vec<String>,
    family: Vec<String>,
    foreign: Vec<String>,
    affix: Vec<String>,
    link: Vec<String>,
    title: Vec<String>,
    place: Vec<String>,
    namesake: Vec<String>,
    government: Vec<String>,
    honour: Vec<String>,
    no_name: Vec<String>,
}

const WORDS: &str = include_str!("../../../rawi-lang/data/shared/name_word.txt");
const FA: &str = include_str!("../../../rawi-lang/data/fa/name.toml");
const AR: &str = include_str!("../../../rawi-lang/data/ar/name.toml");

impl NameWords {
    /// The words of a language.
    ///
    /// # Panics
    /// Never: the files are part of the program, and a test loads them.
    pub(crate) fn of(language: Language, registry: &Registry) -> &'static Self {
        static TABLES: [OnceLock<NameWords>; 2] = [OnceLock::new(), OnceLock::new()];
        let (table, toml) = if language == Language::Ar { (&TABLES[1], AR) } else { (&TABLES[0], FA) };
        table.get_or_init(|| match toml::from_str(toml) {
            Ok(file) => Self::new(&file, language, registry),
            Err(error) => unreachable!("name.toml: {error}"),
        })
    }

    fn new(file: &File, language: Language, registry: &Registry) -> Self {
        let endings = file.affix.iter().filter(|a| key(a).chars().count() > 2).map(|a| key(a)).collect();
        let letters: &[u8] = if language == Language::Ar {
            include_bytes!("../../../rawi-lang/data/ar/name.letters")
        } else {
            include_bytes!("../../../rawi-lang/data/fa/name.letters")
        };
        let mut no_name: Vec<u32> = file.no_name.iter().map(|w| hash(key(w).as_bytes())).collect();
        no_name.sort_unstable();
        let government = file.government.iter().map(|w| fold(w)).collect();
        let honour = file.honour.iter().map(|w| fold(w)).collect();
        let mut words = Self { slots: vec![0; SLOTS], endings, letters, no_name, government, honour };
        for line in WORDS.lines().filter(|l| !l.starts_with('#')) {
            match line.strip_prefix('+') {
                Some(word) => words.add(word, WIKIDATA | OFTEN),
                None => words.add(line, WIKIDATA),
            }
        }
        let lists = [
            (&file.given, GIVEN),
            (&file.family, FAMILY),
            (&file.foreign, FOREIGN),
            (&file.link, LINK),
            (&file.title, TITLE),
            (&file.place, PLACE),
            (&file.namesake, NAMESAKE),
        ];
        for (list, bit) in lists {
            for word in list {
                words.add(&key(word), bit);
            }
        }
        for entry in registry.entries.iter().filter(|e| e.kind == EntryKind::Person) {
            for word in entry.names.get(language.code()).into_iter().flat_map(|name| name.split_whitespace()) {
                words.add(&fold(word), REGISTRY);
            }
        }
        words
    }

    fn add(&mut self, word: &str, bits: u16) {
        let hash = hash(word.as_bytes());
        if let Some(at) = self.slot(hash) {
            self.slots[at] |= hash & !KNOWN | u32::from(bits);
        }
    }

    /// Where a hash stands, or could: the table is far from full.
    fn slot(&self, hash: u32) -> Option<usize> {
        let first = (hash.wrapping_mul(0x9E37_79B1) >> 15) as usize;
        (0..64).map(|step| (first + step) % SLOTS).find(|&at| self.slots[at] == 0 || (self.slots[at] ^ hash) & !KNOWN == 0)
    }

    /// Whether the word with this hash is in no name.
    pub(crate) fn is_no_name(&self, hash: u32) -> bool {
        self.no_name.binary_search(&hash).is_ok()
    }

    /// Whether a folded word is in no name.
    pub(crate) fn is_in_no_name(&self, word: &str) -> bool {
        self.is_no_name(hash(word.as_bytes()))
    }

    /// What is known of a folded word.
    pub(crate) fn known_word(&self, word: &str) -> u16 {
        self.known(hash(word.as_bytes()))
    }

    /// Whether things are called after persons that a folded word names, a particle before it or not: «لمركز» (of the centre).
    pub(crate) fn is_namesake(&self, word: &str, grammar: &Grammar) -> bool {
        let is = |word: &str| self.known_word(word) & NAMESAKE != 0;
        let mut glued = grammar.conjunctions.iter().chain(&grammar.prepositions).filter_map(|g| word.strip_prefix(g.as_str()));
        is(word) || !grammar.article.is_empty() && glued.any(is)
    }

    /// Whether a folded word is a government, which is named after who leads it.
    pub(crate) fn is_government(&self, word: &str) -> bool {
        self.government.iter().any(|g| g == word)
    }

    /// Whether a folded word stands before the names of those whom places are called after.
    pub(crate) fn is_honour(&self, word: &str) -> bool {
        self.honour.iter().any(|h| h == word)
    }

    /// How much a word looks like one of names, by its letters.
    pub(crate) fn looks(&self, word: &str) -> u8 {
        letters::degree(letters::places(word).map(|at| i32::from(self.letters.get(at).map_or(0, |b| b.cast_signed()))).sum())
    }

    /// The words of names that a list has, as they are folded: for training.
    pub(crate) fn listed() -> impl Iterator<Item = &'static str> {
        WORDS.lines().filter(|l| !l.starts_with('#')).map(|l| l.strip_prefix('+').unwrap_or(l))
    }

    /// What is known of the word with this hash.
    pub(crate) fn known(&self, hash: u32) -> u16 {
        self.slot(hash).map_or(0, |at| (self.slots[at] & KNOWN) as u16)
    }
}

/// The hash of a folded word.
pub(crate) fn hash(word: &[u8]) -> u32 {
    let mut state: u64 = 0x51_7C_C1_B7_27_22_0A_95;
    let mut mix = |eight: u64| {
        state = (state ^ eight).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        state ^= state >> 29;
    };
    let (chunks, rest) = word.as_chunks::<8>();
    for chunk in chunks {
        mix(u64::from_le_bytes(*chunk));
    }
    if !rest.is_empty() {
        mix(rest.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)));
    }
    (state >> 16) as u32 | (KNOWN + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names_are_known() {
        let fa = NameWords::of(Language::Fa, Registry::shared());
        assert_ne!(fa.known(hash(fold("علیرضا").as_bytes())) & GIVEN, 0);
        assert_eq!(fa.known(hash(fold("می\u{200C}گویند").as_bytes())), 0);
        let ar = NameWords::of(Language::Ar, Registry::shared());
        assert_ne!(ar.known(hash(fold("القحطاني").as_bytes())) & FAMILY, 0);
    }
}
