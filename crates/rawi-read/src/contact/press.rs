//! Whether somebody speaks with the press.

use rawi_actor::Cast;
use rawi_lang::{Around, Class, Encounter, Side};

use super::find::Run;

impl Run<'_, '_> {
    /// Whether a side is an outlet or its people.
    pub(super) fn is_press(&self, cast: &Cast<'_>, side: &Side) -> bool {
        let p = self.scene.passage;
        let Side::Phrase { tokens, skip, beside } = side else { return false };
        // «سالم الکعبی، خبرنگار ساحل»
        if beside.iter().any(|b| self.grammar.around(p, b.start, Around::Press).is_some()) {
            return true;
        }
        let phrase = cast.phrase(p, tokens.clone(), *skip);
        // «در گفت‌وگو با فارس»: an everyday word that is an outlet's name too.
        // «مع «الشرق»»
        let (at, skip) = if p.quote_at(tokens.start).is_some() { (tokens.start + 1, &0) } else { (tokens.start, skip) };
        // «محادثات بين موسكو والرياض»: behind "and" it is the seat of a government.
        let and = p.grammar.conjunctions.iter().any(|c| p.tokens.word(at).starts_with(c.as_str()));
        if *skip > 0 && and && rawi_lang::seat_at(p, at, *skip).is_some() {
            return false;
        }
        let outlet = cast
            .registry()
            .at(p, at, *skip)
            .is_some_and(|(_, known)| cast.registry().entries[known.entry].kind == rawi_actor::EntryKind::Media);
        if outlet && tokens.len() <= 3 {
            return true;
        }
        phrase.kind() == rawi_model::ActorKind::Media && !p.is(tokens.start, Class::Role)
            || p.is(tokens.start, Class::Outlet)
            || (tokens.start..tokens.end.min(tokens.start + 2)).any(|k| self.grammar.around(p, k, Around::Press).is_some())
            || self.glued_press(tokens.start, *skip)
    }

    fn glued_press(&self, at: usize, skip: usize) -> bool {
        skip > 0
            && self.grammar.words.around.longest(self.scene.passage.tokens, at, skip).is_some_and(|h| h.values.contains(&Around::Press))
    }

    /// Whether a press conference is told: journalists in the plural.
    pub(super) fn has_journalists(&self, encounter: &Encounter) -> bool {
        let p = self.scene.passage;
        let names = |k: usize| self.grammar.around(p, k, Around::Journalists).is_some();
        encounter
            .sides
            .iter()
            .any(|(side, _)| matches!(side, Side::Phrase { tokens, .. } if (tokens.start..tokens.end.min(tokens.start + 3)).any(names)))
    }
}
