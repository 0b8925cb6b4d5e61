//! Offices as people ask for them: «وزير الخارجية الإيراني», «وزیر خارجه ایران», "Iranian foreign minister".

use rawi_lang::{Class, Passage};
use rawi_model::Language;
use rawi_text::{Tokens, fold};

use crate::entry::EntryKind;
use crate::registry::Registry;

/// What somebody asks for who types a name or an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// An office of the registry, by its id, with the id of its state or body where the words give one.
    Office {
        /// The office.
        office: String,
        /// The state or body.
        of: Option<String>,
    },
    /// An office or occupation that the registry does not know: «مدير الميناء».
    Role,
    /// An entry of the registry by one of its full names, with its address: «أنجيلا ميركل».
    Entry(String),
    /// Anything else: a name.
    Name,
}

impl Registry {
    /// What a whole phrase asks for, in any of the three languages.
    ///
    /// ```
    /// use rawi_actor::{Asked, Registry};
    /// let registry = Registry::shared();
    /// let minister = Asked::Office { office: "foreign_minister".to_owned(), of: Some("OM".to_owned()) };
    /// assert_eq!(registry.asked("وزير الخارجية العماني"), minister);
    /// assert_eq!(registry.asked("وزیر خارجه عمان"), minister);
    /// assert_eq!(registry.asked("Omani foreign minister"), minister);
    /// assert_eq!(registry.asked("مدير الميناء"), Asked::Role); // the director of the port
    /// assert_eq!(registry.asked("سالم الكندي"), Asked::Name);
    /// ```
    pub fn asked(&self, phrase: &str) -> Asked {
        let either = [Language::Ar, Language::Fa].into_iter().find_map(|language| self.office_asked(phrase, language));
        let found = either.or_else(|| self.english_office(phrase));
        if let Some((office, of)) = found {
            let of = of.map(|of| self.entries[of].id.clone()).or_else(|| self.offices[office].of.clone());
            return Asked::Office { office: self.offices[office].id.clone(), of };
        }
        if let Some(entry) = self.called(phrase) {
            return Asked::Entry(self.entries[entry].address());
        }
        let heads = |language| rawi_lang::grammar(language).is_some_and(|_| self.is_role(phrase, language));
        if [Language::Fa, Language::Ar].into_iter().any(heads) { Asked::Role } else { Asked::Name }
    }

    /// The office that all words of a Persian or Arabic phrase give, with its state.
    fn office_asked(&self, phrase: &str, language: Language) -> Option<(usize, Option<usize>)> {
        let tokens = Tokens::new(phrase);
        let passage = Passage::new(phrase, &tokens, rawi_lang::grammar(language)?);
        let (end, form) = self.office_form_at(&passage, 0, 0)?;
        if end == tokens.len() {
            return (!form.bare || self.offices[form.office].of.is_some()).then_some((form.office, None));
        }
        let (close, state) = self.state_at(&passage, end)?;
        (close == tokens.len()).then_some((form.office, Some(state)))
    }

    /// The same of an English phrase: "foreign minister of Oman", "Oman's foreign minister", "Omani foreign minister".
    fn english_office(&self, phrase: &str) -> Option<(usize, Option<usize>)> {
        const ALIKE: [(&str, &str); 4] =
            [("spokesperson", "spokesman"), ("spokeswoman", "spokesman"), ("defense", "defence"), ("labor", "labour")];
        let alike = |word: &str| ALIKE.iter().find(|a| a.0 == word).map_or(word.to_owned(), |a| a.1.to_owned());
        let folded = fold(phrase.trim()).replace('\u{2019}', "'");
        let words: Vec<String> = folded.split_whitespace().map(alike).collect();
        let asked = words.join(" ");
        let asked = asked.strip_prefix("the ").unwrap_or(&asked);
        let mut offices: Vec<(usize, String)> = self.offices.iter().enumerate().map(|(at, o)| (at, fold(&o.name))).collect();
        offices.sort_by_key(|(at, name)| (std::cmp::Reverse(name.len()), *at));
        offices.iter().find_map(|(at, name)| {
            if asked == name {
                return Some((*at, None));
            }
            let behind = asked.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix(" of "));
            let before = || asked.strip_suffix(name.as_str()).and_then(|rest| rest.strip_suffix(' '));
            let state = behind.or_else(before)?;
            let state = state.strip_suffix("'s").or_else(|| state.strip_suffix('\'')).unwrap_or(state);
            Some((*at, Some(self.state_called(state.strip_prefix("the ").unwrap_or(state))?)))
        })
    }

    /// Whether a phrase is headed by an office or occupation and gives no name that is known.
    fn is_role(&self, phrase: &str, language: Language) -> bool {
        let Some(grammar) = rawi_lang::grammar(language) else { return false };
        let tokens = Tokens::new(phrase);
        let mut passage = Passage::new(phrase, &tokens, grammar);
        self.mark(&mut passage);
        let person = |i: usize| passage.name_at(i).and_then(|_| self.at(&passage, i, usize::from(passage.glued_at(i))));
        let named = (0..tokens.len()).filter_map(person).any(|(_, known)| self.entries[known.entry].kind == EntryKind::Person);
        tokens.len() > 1 && passage.is(0, Class::Role) && !passage.is(0, Class::Title) && !named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(phrase: &str) -> Option<(String, Option<String>)> {
        match Registry::shared().asked(phrase) {
            Asked::Office { office, of } => Some((office, of)),
            _ => None,
        }
    }

    #[test]
    fn offices_in_three_languages() {
        let is = |phrase: &str, id: &str, of: Option<&str>| {
            assert_eq!(office(phrase), Some((id.to_owned(), of.map(ToOwned::to_owned))), "{phrase}");
        };
        for phrase in [
            "وزير الخارجية الإيراني",
            "وزير خارجية إيران",
            "وزیر امور خارجه ایران",
            "Iran's foreign minister",
            "The Foreign Minister of Iran",
        ] {
            is(phrase, "foreign_minister", Some("IR"));
        }
        for phrase in ["نائب وزير الخارجية الإيراني", "معاون وزیر خارجه ایران", "Iranian deputy foreign minister"]
        {
            is(phrase, "deputy_foreign_minister", Some("IR"));
        }
        is("سخنگوی وزارت خارجه ایران", "foreign_ministry_spokesman", Some("IR"));
        is("Iranian foreign ministry spokesperson", "foreign_ministry_spokesman", Some("IR"));
        is("وزير الخارجية", "foreign_minister", None);
        is("foreign minister", "foreign_minister", None);
        is("president of the United States", "president", Some("US"));
        assert_eq!(office("وزير الخارجية ظريف"), None);
        assert_eq!(office("Iran"), None);
        assert_eq!(Registry::shared().asked(""), Asked::Name);
    }
}
