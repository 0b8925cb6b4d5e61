//! Sentences that were once read wrongly: who speaks, and the words with which what he says begins.

mod ar;
mod ar_content;
mod ar_object;
mod ar_source;
mod ar_speaker;
mod fa;
mod fa_content;
mod fa_speaker;

use rawi_model::Document;
use rawi_read::Reader;

/// The speakers and the beginnings of the statements of a text, in order.
fn told(text: &str) -> Vec<(String, String)> {
    let reading = Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None);
    let named = |key: &Option<String>| {
        let actor = reading.actors.iter().find(|a| Some(&a.key) == key.as_ref());
        actor.map_or_else(String::new, |a| a.name.clone())
    };
    reading.statements.iter().map(|s| (named(&s.speaker), s.content[0].of(&reading.document.text).to_owned())).collect()
}

/// Every statement under a headline, as speaker and first words.
fn check(headline: &str, body: &str, wanted: &[(&str, &str)]) {
    let found = told(&format!("{headline}\n\n{body}"));
    let fits = |(f, w): (&(String, String), &(&str, &str))| f.0.contains(w.0) && f.1.starts_with(w.1);
    assert!(found.len() == wanted.len() && found.iter().zip(wanted).all(fits), "{body}\n{found:?}");
}
