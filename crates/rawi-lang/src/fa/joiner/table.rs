//! What is known of words: the counted forms of `joiner.txt` and the endings of `joiner.toml`, made ready for look-up.

use std::sync::OnceLock;

use serde::Deserialize;

use super::hashed::Hashed;
use super::letter::Hash;
use crate::Error;

/// A glued word is cut where at least this share of its spellings has the joiner.
const CUT: f32 = 0.75;
/// The same where the glued spelling is right as well, as that of most endings is.
const CUT_HABIT: f32 = 0.95;
/// A glued spelling so rare is damage, and no habit of writing.
const SURE: f32 = 0.98;
/// Two words are joined where at least this share of their spellings has the joiner.
const JOIN: f32 = 0.5;
/// As [`SURE`], for two words.
const SURELY_APART: f32 = 0.9;
/// How often a word must have been seen to be the stem of unseen ones.
const KNOWN: u32 = 2;

/// What is known of a word or piece.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// Where it is cut: bit n, after n letters. Nothing where it stays as it is.
    pub(super) cuts: u32,
    /// Some of the constants below.
    pub(super) flags: u32,
}

/// It may begin an unseen form.
pub(super) const STEM: u32 = 1;
/// It stands as it is in texts.
pub(super) const SEEN: u32 = 1 << 1;
/// Something is joined to its end.
pub(super) const LEFT: u32 = 1 << 2;
/// It is joined to something.
pub(super) const RIGHT: u32 = 1 << 3;
/// It follows the prefix of the present.
pub(super) const VERB: u32 = 1 << 4;
/// Written glued it is a habit as well as damage.
pub(super) const HABIT: u32 = 1 << 5;
/// The habit is a common one.
pub(super) const OFTEN: u32 = 1 << 12;
/// It is a prefix of the present.
pub(super) const VERBAL: u32 = 1 << 6;
/// It is an ending of the plural.
pub(super) const PLURAL: u32 = 1 << 7;
/// It is an ending of degree.
pub(super) const DEGREE: u32 = 1 << 8;
/// It is an ending that follows a silent he.
pub(super) const AFTER_HE: u32 = 1 << 9;
/// It is a last piece with figures of its own.
pub(super) const ENDING: u32 = 1 << 10;
/// It is a first piece with figures of its own.
pub(super) const OPENING: u32 = 1 << 11;

/// What becomes of two words side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pair {
    /// They stay apart.
    #[default]
    Apart,
    /// They are joined.
    Joined,
    /// They are joined, and to see them apart is a sign of damage.
    Surely,
}

/// How readily a piece joins what it has not been seen with, of one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ready {
    /// Where they stand glued.
    pub(super) glued: f32,
    /// Where they stand apart.
    pub(super) apart: f32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Endings {
    he: String,
    verbal: Vec<String>,
    person: Vec<String>,
    object: Vec<String>,
    plural: Vec<String>,
    degree: Vec<String>,
    after_he: Vec<String>,
}

/// All that is known.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) words: Hashed<Word>,
    pub(super) pairs: Hashed<Pair>,
    pub(super) endings: Hashed<Ready>,
    pub(super) openings: Hashed<Ready>,
    pub(super) stems: Hashed<bool>,
    /// The letter after which endings are set off.
    pub(super) he: u8,
    /// Endings of verbs with and without a pronoun: their letters' number and hash.
    pub(super) verb_endings: Vec<(usize, Hash)>,
    /// The prefixes of the present: the same.
    pub(super) verbal: Vec<(usize, Hash)>,
}

/// The table, loaded when it is first asked for.
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| match Table::load(include_str!("../../../data/fa/joiner.toml"), include_str!("../../../data/fa/joiner.txt")) {
        Ok(table) => table,
        Err(error) => unreachable!("{error}"),
    })
}

/// The key of an ending that follows a silent he or another letter.
pub(super) fn ending_key(hash: Hash, after_he: bool) -> Hash {
    Hash(hash.0 ^ if after_he { 0x1234_5678_9ABC_DEF1 } else { 0 })
}

/// A form of the table: how often, and where it is cut.
struct Form {
    hash: Hash,
    joined: u32,
    glued: u32,
    cuts: u32,
    /// No ending is set off but after he.
    plain: bool,
    /// An ending is set off after he, which is seldom glued on purpose.
    after_he: bool,
}

impl Table {
    /// Reads the data.
    pub(super) fn load(endings: &str, forms: &str) -> Result<Self, Error> {
        let rules: Endings = toml::from_str(endings).map_err(|source| Error::Toml { file: "joiner.toml", source })?;
        let mut table = Self {
            words: Hashed::new(90_000),
            pairs: Hashed::new(30_000),
            endings: Hashed::new(1000),
            openings: Hashed::new(3000),
            stems: Hashed::new(600),
            he: rules.he.as_bytes().chunks_exact(2).next().map_or(0, |pair| super::letter::code(pair[0], pair[1])),
            verb_endings: Vec::new(),
            verbal: rules.verbal.iter().map(|v| (v.len() / 2, Hash::of(v))).collect(),
        };
        let flagged = [(&rules.verbal, VERBAL), (&rules.plural, PLURAL), (&rules.degree, DEGREE), (&rules.after_he, AFTER_HE)];
        for (list, flag) in flagged {
            for word in list {
                table.words.entry(Hash::of(word)).flags |= flag | if flag == VERBAL { LEFT } else { RIGHT };
            }
        }
        for person in &rules.person {
            for object in &rules.object {
                let ending = format!("{person}{object}");
                table.verb_endings.push((ending.len() / 2, Hash::of(&ending)));
            }
        }
        table.counted(forms)?;
        Ok(table)
    }

    fn counted(&mut self, text: &str) -> Result<(), Error> {
        let mut forms: Vec<Form> = Vec::with_capacity(32_000);
        let mut together: Vec<(Hash, u32)> = Vec::with_capacity(40_000);
        let mut apart: Vec<(Hash, u32)> = Vec::with_capacity(8000);
        let mut section = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with('[') {
                section = line;
                continue;
            }
            let mut cells = line.split(' ');
            let word = cells.next().unwrap_or_default();
            let mut number = || cells.next().and_then(number);
            let done = match section {
                "[form]" => number().map(|joined| {
                    let glued = number().unwrap_or(0);
                    forms.push(self.form(word, joined, glued, &mut together));
                }),
                "[pair]" => line.split(' ').nth(1).zip(line.split(' ').nth(2).and_then(self::number)).map(|(second, n)| {
                    apart.push((Hash::of(word).beside(Hash::of(second)), n));
                }),
                "[word]" => number().map(|n| {
                    self.words.entry(Hash::of(word)).flags |= SEEN | if n >= KNOWN { STEM } else { 0 };
                }),
                "[ending]" => {
                    let kind = line.split(' ').nth(1);
                    ready(line.split(' ').skip(2)).zip(kind).map(|(ready, kind)| {
                        *self.endings.entry(ending_key(Hash::of(word), kind == "h")) = ready;
                        self.words.entry(Hash::of(word)).flags |= RIGHT | ENDING;
                    })
                }
                "[opening]" => ready(line.split(' ').skip(1)).map(|ready| {
                    *self.openings.entry(Hash::of(word)) = ready;
                    self.words.entry(Hash::of(word)).flags |= LEFT | OPENING;
                }),
                "[stem]" => {
                    *self.stems.entry(Hash::of(word)) = true;
                    Some(())
                }
                _ => None,
            };
            if done.is_none() {
                return Err(Error::Entry { file: "joiner.txt", entry: line.to_owned(), what: format!("not a line of {section}") });
            }
        }
        self.settle_forms(forms);
        self.settle_pairs(together, apart);
        Ok(())
    }

    /// Reads one form: its pieces, and their neighbours.
    fn form(&mut self, word: &str, joined: u32, glued: u32, together: &mut Vec<(Hash, u32)>) -> Form {
        let (mut whole, mut piece, mut before) = (Hash::default(), Hash::default(), None);
        let (mut cuts, mut letters, mut last) = (0u32, 0u32, 0);
        let (mut plain, mut after_he) = (true, false);
        let bytes = word.as_bytes();
        let mut at = 0;
        loop {
            if at >= bytes.len() || bytes[at] == b'+' {
                let more = at < bytes.len();
                let entry = self.words.entry(piece);
                entry.flags |= if more { LEFT } else { 0 };
                if let Some((before, he)) = before {
                    entry.flags |= RIGHT;
                    // An ending glued to another letter than he is often written so on purpose.
                    let ending = entry.flags & (PLURAL | DEGREE | AFTER_HE) != 0;
                    plain &= !ending || he;
                    after_he |= ending && he;
                    together.push((Hash::beside(before, piece), joined));
                    if self.verbal.iter().any(|v| v.1 == before) {
                        self.words.entry(piece).flags |= VERB;
                    }
                }
                if !more {
                    break;
                }
                before = Some((piece, last == self.he));
                piece = Hash::default();
                cuts |= 1u32.checked_shl(letters).unwrap_or(0);
                at += 1;
            } else {
                last = super::letter::code(bytes[at], bytes[at + 1]);
                whole = whole.with(last);
                piece = piece.with(last);
                letters += 1;
                at += 2;
            }
        }
        Form { hash: whole, joined, glued, cuts: if letters < 32 { cuts } else { 0 }, plain, after_he }
    }

    /// Of all spellings of the same letters, which one is right where they stand glued.
    fn settle_forms(&mut self, mut forms: Vec<Form>) {
        forms.sort_unstable_by_key(|form| (form.hash.0, std::cmp::Reverse(form.joined), form.cuts));
        for same in forms.chunk_by(|a, b| a.hash == b.hash) {
            let best = &same[0];
            let joined: u32 = same.iter().map(|form| form.joined).sum();
            let share = share(joined, best.glued);
            let entry = self.words.entry(best.hash);
            entry.flags |= STEM;
            if share >= if best.plain { CUT } else { CUT_HABIT } {
                entry.cuts = best.cuts;
                if share < SURE || !best.plain {
                    entry.flags |= HABIT | if share < SURE && !best.after_he { OFTEN } else { 0 };
                }
            } else {
                entry.flags |= SEEN;
            }
        }
    }

    /// Whether two words are joined where they stand apart.
    fn settle_pairs(&mut self, mut together: Vec<(Hash, u32)>, mut apart: Vec<(Hash, u32)>) {
        together.sort_unstable_by_key(|pair| pair.0.0);
        apart.sort_unstable_by_key(|pair| pair.0.0);
        for &(pair, _) in &apart {
            *self.pairs.entry(pair) = Pair::Apart;
        }
        for same in together.chunk_by(|a, b| a.0 == b.0) {
            let pair = same[0].0;
            let joined: u32 = same.iter().map(|p| p.1).sum();
            let apart = apart.binary_search_by_key(&pair.0, |p| p.0.0).map_or(0, |at| apart[at].1);
            let share = share(joined, apart);
            *self.pairs.entry(pair) = match share {
                _ if share >= SURELY_APART => Pair::Surely,
                _ if share >= JOIN => Pair::Joined,
                _ => Pair::Apart,
            };
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share of counts")]
fn share(part: u32, rest: u32) -> f32 {
    part as f32 / (part + rest).max(1) as f32
}

fn number(cell: &str) -> Option<u32> {
    cell.parse().ok()
}

/// The four counts of an ending or opening as shares; one more against it, since few may be chance.
fn ready<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Ready> {
    let mut cells = cells.map(number);
    let mut part = || {
        let (joined, other) = (cells.next()??, cells.next()??);
        Some(if joined >= 4 { share(joined, other + 1) } else { 0.0 })
    };
    Some(Ready { glued: part()?, apart: part()? })
}
