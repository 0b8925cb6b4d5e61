//! Names in a form that both scripts share: consonants alone, letters of one sound alike.

use rawi_text::fold;

/// The consonants of a word, alike for the spellings of both languages; the folded word itself where they are too few to
/// tell anything.
///
/// ```
/// use rawi_event::skeleton;
/// assert_eq!(skeleton("پوتین"), skeleton("بوتين")); // "Putin", in Persian and in Arabic
/// assert_eq!(skeleton("عراقچی"), skeleton("عراقجي"));
/// assert_ne!(skeleton("الوادي"), skeleton("الصافي"));
/// ```
pub fn skeleton(word: &str) -> String {
    let folded = fold(word);
    let mut letters: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.len() > 4 && letters.starts_with(&['\u{627}', '\u{644}']) {
        letters.drain(..2);
    }
    letters.dedup();
    let mut out: Vec<char> = Vec::with_capacity(letters.len());
    for (at, &letter) in letters.iter().enumerate() {
        let last = at + 1 == letters.len() && at > 1;
        let Some(sound) = sound(letter, at == 0, last) else { continue };
        if out.last() == Some(&'\u{62A}') && sound == '\u{634}' {
            // «تش» is «چ».
            out.pop();
            out.push('\u{62C}');
        } else {
            out.push(sound);
        }
    }
    if out.len() < 2 { folded } else { out.into_iter().collect() }
}

/// The letter that stands for a sound; none for vowels within a word, and for the ending «ة», «ت», «ه».
fn sound(letter: char, first: bool, last: bool) -> Option<char> {
    Some(match letter {
        '\u{627}' | '\u{622}' | '\u{623}' | '\u{625}' | '\u{648}' | '\u{6CC}' | '\u{64A}' | '\u{626}' | '\u{624}' | '\u{621}' => {
            return first.then_some('\u{627}');
        }
        '\u{629}' | '\u{62A}' | '\u{647}' | '\u{637}' | '\u{62D}' if last => return None,
        '\u{67E}' => '\u{628}',
        '\u{686}' | '\u{698}' | '\u{6AF}' | '\u{63A}' => '\u{62C}',
        '\u{630}' | '\u{636}' | '\u{638}' => '\u{632}',
        '\u{62B}' | '\u{635}' => '\u{633}',
        '\u{637}' | '\u{629}' => '\u{62A}',
        '\u{62D}' => '\u{647}',
        '\u{6A4}' => '\u{641}',
        other => other,
    })
}
