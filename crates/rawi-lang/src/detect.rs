//! Which language a paragraph is in.
//!
//! Letters that one language alone has decide first; where a keyboard of the other script wrote them, the commonest
//! function words do.

use rawi_model::Language;
use rawi_text::{Lexicon, Tokens};
use std::sync::OnceLock;

/// How many letters of a text are looked at.
const ENOUGH: usize = 800;

/// The letters that tell one language from its neighbours, as escapes where they look alike.
fn letter(c: char) -> Option<(Language, u32)> {
    Some(match c {
        '\u{67E}' | '\u{686}' | '\u{698}' | '\u{6AF}' => (Language::Fa, 3), // peh, tcheh, jeh, gaf
        '\u{6CC}' | '\u{6A9}' => (Language::Fa, 1),                         // Persian yeh and kaf
        '\u{629}' => (Language::Ar, 3),                                     // teh marbuta
        '\u{64A}' | '\u{643}' => (Language::Ar, 1),                         // Arabic yeh and kaf
        '\u{623}' | '\u{625}' | '\u{649}' => (Language::Ar, 2),             // alef with hamza, alef maksura
        '\u{679}' | '\u{688}' | '\u{6D2}' | '\u{6BA}' | '\u{6C1}' | '\u{6BE}' => (Language::Ur, 4),
        '\u{6CE}' | '\u{6C6}' | '\u{695}' | '\u{6B5}' | '\u{6D5}' => (Language::Ckb, 4),
        '\u{69A}' | '\u{681}' | '\u{685}' | '\u{6CD}' | '\u{693}' | '\u{696}' | '\u{6BC}' => (Language::Ps, 4),
        _ => return None,
    })
}

fn function_words() -> &'static Lexicon<Language> {
    static WORDS: OnceLock<Lexicon<Language>> = OnceLock::new();
    WORDS.get_or_init(|| {
        Lexicon::new(include_str!("../data/shared/function_word.txt").lines().filter_map(|line| {
            let (code, word) = line.split_once(' ')?;
            Some((word, Language::from_code(code)?))
        }))
    })
}

/// The language of a paragraph or text.
///
/// ```
/// use rawi_lang::detect::detect;
/// use rawi_model::Language;
/// assert_eq!(detect("وزیر نیرو گفت که آب کافی است"), Language::Fa); // "… said that there is enough water"
/// assert_eq!(detect("وزير نيرو گفت كه آب كافي است"), Language::Fa); // the same on an Arabic keyboard
/// assert_eq!(detect("قال الوزير إن المياه كافية"), Language::Ar);
/// ```
pub fn detect(text: &str) -> Language {
    const RANKED: [Language; 5] = [Language::Fa, Language::Ar, Language::Ur, Language::Ckb, Language::Ps];
    let cut = text.char_indices().nth(ENOUGH).map_or(text.len(), |(i, _)| i);
    let text = &text[..cut];
    let mut points = [0u32; RANKED.len()];
    let mut add = |language: Language, n: u32| {
        if let Some(i) = RANKED.iter().position(|&l| l == language) {
            points[i] += n;
        }
    };
    let (mut arabic, mut latin) = (0, 0);
    for c in text.chars() {
        match c {
            '\u{620}'..='\u{6FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => arabic += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ => {}
        }
        if let Some((language, n)) = letter(c) {
            add(language, n);
        }
    }
    if arabic == 0 || latin > arabic * 4 {
        return if latin > 0 { Language::En } else { Language::Other };
    }
    let tokens = Tokens::new(text);
    let words = function_words();
    for i in 0..tokens.len() {
        for language in words.all(&tokens, i, 0).into_iter().filter(|h| h.end == i + 1).flat_map(|h| h.values) {
            add(*language, 6);
        }
        // The Arabic article tells where no other letter does.
        if tokens.word(i).starts_with("\u{627}\u{644}") && tokens.word(i).len() > 8 {
            add(Language::Ar, 2);
        }
    }
    let best = (0..RANKED.len()).max_by_key(|&i| (points[i], RANKED.len() - i)).unwrap_or(0);
    if points[best] == 0 { Language::Other } else { RANKED[best] }
}
