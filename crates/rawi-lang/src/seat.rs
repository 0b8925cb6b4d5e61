//! The cities whose names the news uses for governments, and others in which statesmen are received, from the table of states.

use std::sync::OnceLock;

use rawi_text::Lexicon;
use serde::Deserialize;

use crate::{Error, Passage};

#[derive(Debug, Deserialize)]
struct File {
    state: Vec<Entry>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Entry {
    id: String,
    name_fa: Option<String>,
    name_ar: Option<String>,
    also_fa: Vec<String>,
    also_ar: Vec<String>,
    apart_fa: Vec<String>,
    apart_ar: Vec<String>,
    capital_fa: Option<String>,
    capital_ar: Option<String>,
    also_capital_fa: Vec<String>,
    also_capital_ar: Vec<String>,
    city_fa: Vec<String>,
    city_ar: Vec<String>,
}

/// The city of a government that begins at a token, after `skip` bytes of its folded form: one past its last token, and
/// the registry id of the state.
///
/// # Panics
/// Never: the table is part of the program, and a test loads it.
pub fn seat_at(p: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, &'static str)> {
    seats().longest(p.tokens, i, skip).map(|h| (h.end, h.values[0].as_str()))
}

/// The city that begins at a token, after `skip` bytes of its folded form, and is no government's: one past its last token, and the
/// registry id of its state: «بصره» (Basra) is Iraq's.
pub fn city_at(p: &Passage<'_>, i: usize, skip: usize) -> Option<(usize, &'static str)> {
    static CITIES: OnceLock<Lexicon<String>> = OnceLock::new();
    let cities = CITIES.get_or_init(|| lexicon(|s| s.city_fa.into_iter().chain(s.city_ar).collect()));
    cities.longest(p.tokens, i, skip).map(|h| (h.end, h.values[0].as_str()))
}

/// One past the last token of a city that begins at a token, a government's or another.
pub(crate) fn city_end(p: &Passage<'_>, i: usize, skip: usize) -> Option<usize> {
    seat_at(p, i, skip).or_else(|| city_at(p, i, skip)).map(|city| city.0)
}

/// The registry id of the state whose government has its seat in a city, by the city's folded name in one word.
pub fn seat_of(name: &str) -> Option<&'static str> {
    seats().get(name).first().map(String::as_str)
}

/// One past the last token of the name of a state, or of the city of its government, that begins at a token.
pub(crate) fn country_at(p: &Passage<'_>, i: usize) -> Option<usize> {
    country_behind(p, i, 0)
}

/// The same behind so many bytes of what is glued to it, everyday words among them: «لقطر» (to Qatar).
pub(crate) fn country_behind(p: &Passage<'_>, i: usize, skip: usize) -> Option<usize> {
    static STATES: OnceLock<Lexicon<String>> = OnceLock::new();
    static APART: OnceLock<Lexicon<String>> = OnceLock::new();
    let states = STATES.get_or_init(|| lexicon(|s| s.name_fa.into_iter().chain(s.name_ar).chain(s.also_fa).chain(s.also_ar).collect()));
    // «آذربایجان شرقی»: a province of Iran.
    let apart = APART.get_or_init(|| lexicon(|s| s.apart_fa.into_iter().chain(s.apart_ar).collect()));
    if apart.longest(p.tokens, i, skip).is_some() {
        return None;
    }
    states.longest(p.tokens, i, skip).map(|h| h.end).or_else(|| seat_at(p, i, skip).map(|(end, _)| end))
}

fn seats() -> &'static Lexicon<String> {
    static SEATS: OnceLock<Lexicon<String>> = OnceLock::new();
    SEATS.get_or_init(|| {
        lexicon(|s| s.capital_fa.into_iter().chain(s.capital_ar).chain(s.also_capital_fa).chain(s.also_capital_ar).collect())
    })
}

/// The names that a function takes from the entries of states, with the ids of these.
fn lexicon(names: fn(Entry) -> Vec<String>) -> Lexicon<String> {
    let file = match load() {
        Ok(file) => file,
        Err(error) => unreachable!("{error}"),
    };
    Lexicon::new(file.state.into_iter().flat_map(|s| {
        let id = s.id.clone();
        names(s).into_iter().map(move |n| (n, id.clone()))
    }))
}

fn load() -> Result<File, Error> {
    toml::from_str(include_str!("../data/shared/registry/state.toml")).map_err(|source| Error::Toml { file: "state.toml", source })
}

#[cfg(test)]
mod tests {
    use rawi_model::Language;
    use rawi_text::Tokens;

    use super::*;

    #[test]
    fn a_seat_names_its_state() {
        let text = "وزیر به مسقط رفت"; // the minister went to Muscat
        let tokens = Tokens::new(text);
        let p = Passage::new(text, &tokens, crate::grammar(Language::Fa).unwrap());
        assert_eq!(seat_at(&p, 2, 0), Some((3, "OM")));
        assert_eq!(city_at(&p, 2, 0), None);
    }
}
