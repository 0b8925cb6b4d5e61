//! What the letters of a word tell: whether it looks like one of names.

use std::collections::BTreeMap;
use std::path::Path;

use rawi_actor::name::letters::{BITS, SCALE, places};
use rawi_actor::name::{known, listed};
use rawi_lang::grammar;
use rawi_model::Language;
use rawi_text::Tokens;

use crate::data::Result;
use crate::train::Dice;
use crate::{raw, weights_path};

/// How often a word must stand in raw news to be one of no name.
const OFTEN: usize = 3;

/// Learns from the words of names in the lists, and from those of raw news that are in no list:
/// `crates/rawi-lang/data/fa/name.letters`.
pub(crate) fn learn(language: Language, data: &Path) -> Result<()> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for text in raw(language, data)? {
        let tokens = Tokens::new(&text);
        let words = (0..tokens.len()).map(|i| tokens.word(i));
        for word in words.filter(|w| w.len() >= 6 && w.chars().all(|c| ('\u{621}'..='\u{6D3}').contains(&c))) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    let article = &grammar(language).ok_or("no grammar")?.article;
    let bare = |word: &str| (!article.is_empty()).then(|| word.strip_prefix(article.as_str())).flatten().unwrap_or(word).to_owned();
    let unknown = |w: &str| known(language, w) == 0 && known(language, &bare(w)) == 0;
    let mut words: Vec<(String, bool)> = listed().map(|w| (bare(w), true)).collect();
    words.extend(counts.iter().filter(|(w, n)| **n >= OFTEN && unknown(w)).map(|(w, _)| (bare(w), false)));
    words.retain(|(w, _)| w.chars().count() > 2);
    words.sort();
    words.dedup();
    let mut weights = vec![0.0_f32; 1 << BITS];
    let mut dice = Dice(7);
    for round in 0..8_u8 {
        for i in (1..words.len()).rev() {
            words.swap(i, dice.below(i + 1));
        }
        let rate = 0.08 / (1.0 + f32::from(round));
        let mut right = 0;
        for (word, name) in &words {
            let at: Vec<usize> = places(word).collect();
            let odds: f32 = at.iter().map(|&a| weights[a]).sum();
            right += usize::from((odds > 0.0) == *name);
            let step = rate * (f32::from(u8::from(*name)) - 1.0 / (1.0 + (-odds).exp()));
            for a in at {
                weights[a] += step - rate * 0.0005 * weights[a];
            }
        }
        println!("round {round}: {right} of {} words right", words.len());
    }
    let bytes: Vec<u8> = weights.iter().map(|w| ((w * SCALE).round().clamp(-127.0, 127.0) as i8).cast_unsigned()).collect();
    std::fs::write(weights_path(language).with_file_name("name.letters"), bytes)?;
    Ok(())
}
