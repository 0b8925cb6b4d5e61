//! Which language a paragraph is in.
//!
//! Letters and function words that one language alone has tell Urdu, Kurdish and Pashto. Persian and Arabic are told apart
//! by how their letters follow one another, which neither a keyboard nor lost joiners change.

use std::sync::OnceLock;

use rawi_model::Language;
use rustc_hash::FxHashMap;

/// How many letters of a text are looked at, and how many words where they leave no doubt.
const ENOUGH: usize = 800;
const ENOUGH_WORDS: usize = 24;
/// What leaves no doubt between Persian and Arabic.
const SURE: i32 = 15 * JOINER;
/// The languages that words are marked with; the last is what is none of them.
const MARKED: [Language; 7] = [Language::Fa, Language::Ar, Language::En, Language::Ur, Language::Ckb, Language::Ps, Language::Other];
const FA: usize = 0;
const AR: usize = 1;
const EN: usize = 2;
/// Those that are told by their own letters and words.
const OWN: std::ops::Range<usize> = 3..7;

/// What a non-joiner says for Persian, as much as three letters that are seven times as frequent there.
const JOINER: i32 = 20;
/// What a letter of the Persian keyboard says for Persian, and one of the Arabic keyboard against it: little, since either
/// language is typed on either.
const PERSIAN_KEY: i32 = 5;
const ARABIC_KEY: i32 = -2;

/// Where the Arabic block begins, and how many letters are looked up in it.
const BLOCK: u32 = 0x600;
const LETTERS: usize = 256;
/// The most different letters in the triples.
const CLASSES: usize = 64;

/// What the data files say.
struct Data {
    /// For each letter of the Arabic block the languages that it marks, one bit each.
    letters: [u8; LETTERS],
    /// For each function word the languages that it marks.
    words: FxHashMap<String, u8>,
    /// For each letter of the Arabic block its place in the triples; 0 is the edge of a word, and a letter without place.
    class: [u8; LETTERS],
    /// For three letters in a row how much they say for Persian.
    triples: Vec<i8>,
}

fn bit(code: &str) -> u8 {
    let language = Language::from_code(code).unwrap_or_default();
    MARKED.iter().position(|&l| l == language).map_or(0, |i| 1 << i)
}

fn place(c: char) -> Option<usize> {
    let at = u32::from(c).wrapping_sub(BLOCK) as usize;
    (at < LETTERS).then_some(at)
}

/// The rows of a data file: a first field, and the rest.
fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '))
}

fn data() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| {
        let mut data =
            Data { letters: [0; LETTERS], words: FxHashMap::default(), class: [0; LETTERS], triples: vec![0; CLASSES * CLASSES * CLASSES] };
        for (code, letters) in rows(include_str!("../data/shared/letter.txt")) {
            for at in letters.chars().filter_map(place) {
                data.letters[at] |= bit(code);
            }
        }
        for (code, word) in rows(include_str!("../data/shared/function_word.txt")) {
            *data.words.entry(word.chars().map(common).collect()).or_default() |= bit(code);
        }
        let mut classes = 0;
        for (triple, weight) in rows(include_str!("../data/shared/letter_triple.txt")) {
            let mut index = 0;
            for c in triple.chars() {
                let class = place(c).map_or(0, |at| {
                    if data.class[at] == 0 && classes + 1 < CLASSES {
                        classes += 1;
                        data.class[at] = classes as u8;
                    }
                    usize::from(data.class[at])
                });
                index = index * CLASSES + class;
            }
            data.triples[index] = weight.parse().unwrap_or(0);
        }
        data
    })
}

/// One letter for those that the two keyboards differ in.
fn common(c: char) -> char {
    match c {
        '\u{64A}' | '\u{649}' => '\u{6CC}', // yeh
        '\u{643}' => '\u{6A9}',             // kaf
        '\u{671}' => '\u{627}',             // alef with wasla
        c => c,
    }
}

/// What a text shows of its language.
#[derive(Default)]
struct Seen {
    /// Words of Arabic letters, and those of them that mark each language.
    words: usize,
    marked: [usize; MARKED.len()],
    /// How much more is said for Persian than for Arabic.
    persian: i32,
    /// Letters of Arabic, of plain Latin, of other Latin, and of any other script.
    arabic: usize,
    latin: usize,
    accented: usize,
    foreign: usize,
    latin_words: usize,
}

impl Seen {
    fn of(text: &str) -> Self {
        let mut seen = Self::default();
        let mut word = String::new();
        for c in text.chars().take(ENOUGH) {
            match c {
                // What stands within a word and is none of its letters: elongation, marks, the joiners.
                '\u{640}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200D}' => {}
                '\u{200C}' => seen.persian += if word.is_empty() { 0 } else { JOINER },
                '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}' | '\u{6EE}'..='\u{6EF}' | '\u{6FA}'..='\u{6FC}' | '\u{6FF}' => {
                    seen.arabic += 1;
                    seen.persian += match c {
                        '\u{6CC}' | '\u{6A9}' => PERSIAN_KEY,
                        '\u{64A}' | '\u{643}' | '\u{649}' => ARABIC_KEY,
                        _ => 0,
                    };
                    seen.put(&mut word, common(c));
                }
                // The shapes of letters as characters of their own.
                '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                    seen.arabic += 1;
                    rawi_text::fold(c.encode_utf8(&mut [0; 4])).chars().filter(|c| c.is_alphabetic()).for_each(|c| seen.put(&mut word, c));
                }
                'a'..='z' | 'A'..='Z' => {
                    seen.latin += 1;
                    seen.put(&mut word, c.to_ascii_lowercase());
                }
                '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
                    seen.accented += 1;
                    seen.put(&mut word, c);
                }
                _ => {
                    seen.foreign += usize::from(c.is_alphabetic());
                    seen.end(&mut word);
                    if seen.words >= ENOUGH_WORDS && seen.persian.abs() >= SURE {
                        break;
                    }
                }
            }
        }
        seen.end(&mut word);
        seen
    }

    /// Adds a letter; a word ends where the script changes.
    fn put(&mut self, word: &mut String, c: char) {
        if word.chars().next_back().is_some_and(|last| place(last).is_some() != place(c).is_some()) {
            self.end(word);
        }
        word.push(c);
    }

    fn end(&mut self, word: &mut String) {
        if word.is_empty() {
            return;
        }
        let data = data();
        let mut marks = data.words.get(word.as_str()).copied().unwrap_or(0);
        if word.chars().next().and_then(place).is_some() {
            self.words += 1;
            let (mut before, mut last) = (0, 0);
            for (n, at) in word.chars().map(place).chain([None]).enumerate() {
                marks |= at.map_or(0, |at| data.letters[at]);
                let class = at.map_or(0, |at| usize::from(data.class[at]));
                if n > 0 {
                    self.persian += i32::from(data.triples[(before * CLASSES + last) * CLASSES + class]);
                }
                (before, last) = (last, class);
            }
        } else {
            self.latin_words += 1;
        }
        for (language, count) in self.marked.iter_mut().enumerate() {
            *count += usize::from(marks >> language & 1);
        }
        word.clear();
    }

    /// The language that is told by letters and words of its own: at least three words in ten show it, and more than show
    /// Persian or Arabic.
    fn own(&self) -> Option<Language> {
        let best = OWN.max_by_key(|&i| (self.marked[i], std::cmp::Reverse(i)))?;
        let count = self.marked[best];
        let enough = count >= self.words.min(2) && count * 10 >= self.words * 3;
        (count > 0 && enough && count > self.marked[FA].max(self.marked[AR])).then_some(MARKED[best])
    }

    fn latin(&self) -> Language {
        let other = self.accented * 30 > self.latin || self.foreign > self.latin || (self.latin_words >= 6 && self.marked[EN] == 0);
        if self.latin == 0 || other { Language::Other } else { Language::En }
    }
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
    let seen = Seen::of(text);
    if seen.arabic == 0 || seen.latin + seen.accented > seen.arabic * 4 {
        return seen.latin();
    }
    seen.own().unwrap_or(match seen.persian {
        1.. => Language::Fa,
        0 => Language::Other,
        _ => Language::Ar,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_of_seven_kinds() {
        for (language, lines) in [
            (Language::Fa, &["مرز بازرگان بسته شد", "باران شدید در راه است", "من هم بدون سپاه", "مرز بازرگان بسته شد 10 درصد"][..]),
            (Language::Ar, &["أمطار غزيرة على الساحل", "افتتاح معبر حدودي جديد", "احمد يزرع الزيتون", "وزیر المیاه یفتتح السد"]),
            // "the minister said that the road is open", "new bridge in Lahore"
            (Language::Ur, &["وزیر نے کہا کہ سڑک کھلی ہے", "لاہور میں نیا پل"]),
            // "the minister said the road is open", "rain in Sulaymaniyah"
            (Language::Ckb, &["وەزیر وتی ڕێگاکە کراوەیە", "باران لە سلێمانی دەبارێت"]),
            // "the minister said that the road is open", "the minister of water of the city"
            (Language::Ps, &["وزیر وویل چې لار خلاصه ده", "د ښار د اوبو وزیر"]),
            (Language::En, &["The minister said that the road is open", "New bridge"]),
            (
                Language::Other,
                &[
                    "",
                    "123 !",
                    "Министр открыл мост",
                    "Le ministre a inauguré le pont",
                    "Yeni köprü açıldı",
                    "השר פתח את הגשר",
                    "مىنىستىر يېڭى كۆۋرۈكنى ئاچتى",
                ],
            ),
        ] {
            for line in lines {
                assert_eq!(detect(line), language, "{line}");
            }
        }
    }

    #[test]
    fn keyboards_joiners_and_shapes_make_no_difference() {
        // "the books of the village's library are read"
        for line in [
            "کتاب\u{200C}های کتابخانهٔ روستا خوانده می\u{200C}شود",
            "كتابهاي كتابخانه روستا خوانده ميشود",
            "کتاب های کتابخانه روستا خوانده می شود",
        ] {
            assert_eq!(detect(line), Language::Fa, "{line}");
        }
        assert_eq!(
            detect(
                "\u{FEB3}\u{FEE0}\u{FEE4}\u{FE8E}\u{FEE5} \u{648}\u{635}\u{644} \u{625}\u{644}\u{649} \u{627}\u{644}\u{642}\u{631}\u{64A}\u{629}"
            ),
            Language::Ar
        );
    }
}
