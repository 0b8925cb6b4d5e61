//! `rawi actor add`: an actor with its names.

use clap::Args;
use clap::builder::PossibleValuesParser;
use rawi_model::{ActorKind, Names};
use rawi_record::correct::{Added, Correction, is_wikidata};

use crate::command::correction::Target;
use crate::failure::{Done, Failure};

const EXAMPLES: &str = "\
Examples:
  rawi actor add --fa 'نگار دریانی' --ar 'نكار درياني' --en 'Negar Daryani'
  rawi actor add --kind organization --ar 'غرفة التجارة' --fa 'اتاق بازرگانی'";

/// The kinds that an actor can be added with.
pub(super) const KINDS: [ActorKind; 7] =
    [ActorKind::Person, ActorKind::Office, ActorKind::Organization, ActorKind::State, ActorKind::Group, ActorKind::Media, ActorKind::Place];

/// Add an actor with its names
///
/// Whoever is of this kind and is called by one of these names in a document is then this actor, found by all its names.
/// A name that two were added with leads to neither of them.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
#[group(id = "names", args = ["fa", "ar", "en"], required = true, multiple = true)]
pub(super) struct Add {
    /// What it is
    #[arg(long, value_name = "KIND", default_value = "person", value_parser = PossibleValuesParser::new(KINDS.map(ActorKind::name)))]
    kind: String,
    /// Its Persian name
    #[arg(long, value_name = "NAME")]
    fa: Option<String>,
    /// Its Arabic name
    #[arg(long, value_name = "NAME")]
    ar: Option<String>,
    /// Its English name
    #[arg(long, value_name = "NAME")]
    en: Option<String>,
    /// Its Wikidata id
    #[arg(long, value_name = "QID")]
    wikidata: Option<String>,
    #[command(flatten)]
    target: Target,
}

impl Add {
    pub(super) fn run(self) -> Done {
        let names = [("fa", self.fa), ("ar", self.ar), ("en", self.en)];
        let names = names.into_iter().filter_map(|(language, name)| Some((language.to_owned(), name?.trim().to_owned())));
        let correction = addition(&self.kind, names.collect(), self.wikidata).map_err(Failure::Usage)?;
        let mut record = self.target.open()?;
        self.target.correct(&mut record, &correction)
    }
}

/// The correction that adds an actor; what is wrong with it otherwise.
pub(super) fn addition(kind: &str, mut names: Names, wikidata: Option<String>) -> Result<Correction, String> {
    let kind = KINDS.into_iter().find(|k| k.name() == kind).ok_or_else(|| format!("`{kind}` is no kind of actor"))?;
    names.retain(|_, name| !name.is_empty());
    if let Some(wrong) = wikidata.as_deref().filter(|id| !is_wikidata(id)) {
        return Err(format!("`{wrong}` is no Wikidata id"));
    }
    let object = Added { kind, names, wikidata };
    let named = object.names.values().any(|name| name.chars().any(char::is_alphanumeric));
    let subject = object.address().filter(|_| named).ok_or("an actor needs a name")?;
    Ok(Correction::Add { subject, object })
}
