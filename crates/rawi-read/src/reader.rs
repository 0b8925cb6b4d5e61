//! The pipeline.

use std::collections::{BTreeMap, BTreeSet};

use rawi_actor::{Cast, MemberId, Registry};
use rawi_lang::{Grammar, Passage, detect, grammar};
use rawi_model::{Document, Language, Reading};
use rawi_text::{CharIndex, Tokens};

use crate::statement::Draft;
use crate::watch::Watch;
use crate::{block, contact, date, genre, statement};

/// Reads documents. It holds nothing but the languages and the registry, and can be shared by threads.
///
/// ```
/// use rawi_model::Document;
/// use rawi_read::Reader;
/// // "The head of the chamber of commerce said: exports have grown this year."
/// let text = "رئیس اتاق بازرگانی گفت: صادرات امسال بیشتر شده است.".to_owned();
/// let reading = Reader::new().read(Document { text, ..Document::default() }, None);
/// assert_eq!(reading.statements[0].content[0].of(&reading.document.text), "صادرات امسال بیشتر شده است.");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    registry: &'static Registry,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

/// What the stages share about one document.
pub(crate) struct Scene<'t> {
    pub(crate) passage: &'t Passage<'t>,
    pub(crate) blocks: &'t [block::Part],
    pub(crate) outlet: Option<usize>,
    pub(crate) is_post: bool,
}

impl Reader {
    /// A reader with the languages and the registry of the program.
    pub fn new() -> Self {
        Self { registry: Registry::shared() }
    }

    /// Reads one document. `published` is the source's own word on the day of publication, in whatever form it has.
    pub fn read(self, document: Document, published: Option<&str>) -> Reading {
        self.read_watched(document, published, &mut ())
    }

    /// Reads one document, and tells when each stage is done: `language`, `tokens`, `words` (what they are), `names`,
    /// `parts`, `dates`, `statements`, `contacts`, `genre and actors`.
    pub fn read_watched(self, mut document: Document, published: Option<&str>, watch: &mut impl Watch) -> Reading {
        let text = std::mem::take(&mut document.text);
        let language = language_of(&text, document.language);
        document.language = language;
        watch.done("language");
        let Some(grammar) = grammar(language) else {
            document.text = text;
            return Reading { document, ..Reading::default() };
        };
        let mut reading = self.read_in(&mut document, &text, published, grammar, watch);
        document.text = text;
        reading.document = document;
        reading
    }

    fn read_in(
        self,
        document: &mut Document,
        text: &str,
        published: Option<&str>,
        grammar: &'static Grammar,
        watch: &mut impl Watch,
    ) -> Reading {
        let tokens = Tokens::new(text);
        let index = CharIndex::new(text);
        watch.done("tokens");
        let mut passage = Passage::new(text, &tokens, grammar);
        watch.done("words");
        self.registry.mark(&mut passage);
        for name in rawi_actor::name::people(&passage, self.registry) {
            passage.mark_person(name.tokens, name.skip);
        }
        self.registry.part_namesakes(&mut passage);
        watch.done("names");
        let outlet = document
            .outlet
            .as_deref()
            .and_then(|o| self.registry.outlet(o))
            .or_else(|| document.url.as_deref().and_then(|u| self.registry.outlet_of_url(u)));
        let is_post = genre::is_post(document, text, &passage, outlet.map(|o| &self.registry.entries[o]));
        let parts = block::parts(document, &index, &passage, is_post);
        watch.done("parts");
        let found = date::find(document, &mut passage, published, &parts, self.registry);
        document.published.clone_from(&found.published);
        if document.title.is_none() {
            document.title = block::title(&parts, text);
        }
        watch.done("dates");

        let mut cast = Cast::new(self.registry, outlet);
        cast.survey(&passage);
        let scene = Scene { passage: &passage, blocks: &parts, outlet, is_post };
        let (mut drafts, mut whole) = statement::find(&scene, &mut cast);
        statement::said_again(&scene, &mut cast, &drafts);
        statement::tell_events(&scene, &cast, &mut drafts);
        watch.done("statements");
        let mut contacts = contact::find(&scene, &mut cast, &drafts);
        watch.done("contacts");
        let outlet_member = scene.outlet.map(|entry| cast.of_entry(entry)).or_else(|| {
            statement::own_outlet(&scene, &mut cast).filter(|&m| {
                // The source says whose it is, by a name that is not known: no outlet that is known.
                document.outlet.is_none() || cast.members[m].entry.is_none()
            })
        });
        contact::leave_out_outlet(&mut contacts, &cast, outlet_member);

        let told = outlet_member.and_then(|m| cast.members[m].entry);
        let home = scene.outlet.or(told).and_then(|o| self.registry.home_of(o));
        let day = document.published.as_ref().and_then(rawi_time::Dated::as_day).map(|d| d.to_string());
        let into = cast.settle(&passage, rawi_actor::Setting { home, day });
        for draft in &mut drafts {
            draft.follow(&into);
        }
        whole.follow(&into);
        statement::once(&scene, &mut drafts);
        statement::carry(grammar, &mut drafts, &whole);
        let outlet_member = outlet_member.map(|m| into[m]);
        statement::leave_out_outlet(&mut drafts, outlet_member);
        for contact in &mut contacts {
            contact.follow(&into);
        }
        document.genre = genre::genre(&cast, &passage, &parts, is_post, &drafts, &contacts);
        contact::again(&mut contacts, &cast);
        let mut used = members(&drafts, &contacts, outlet_member);
        cast.mention(&passage, &mut used);
        let (actors, keys) = cast.actors(text, &index, grammar.language, &used);
        document.outlet = outlet_member.and_then(|m| keys.get(&m).cloned()).or(document.outlet.take());
        document.blocks = parts.iter().map(|part| rawi_model::Block { span: index.chars(part.span), role: part.role }).collect();
        contact::date(&mut contacts, &found.dates, found.published.as_ref().and_then(rawi_time::Dated::as_day));
        let contacts = contact::finish(contacts, &keys, &index, text);
        let statements = statement::finish(drafts, &keys, &index, &passage, &contacts);
        let notes = date::notes(&found, text);
        let dates = date::finish(&found, &index, text);
        watch.done("genre and actors");
        Reading { document: Document::default(), actors, dates, statements, contacts, notes }
    }
}

fn members(drafts: &[Draft], contacts: &[contact::Draft], outlet: Option<MemberId>) -> BTreeSet<MemberId> {
    let said = drafts.iter().flat_map(|d| d.speaker.iter().chain(&d.audience).chain(&d.via).copied());
    let met = contacts.iter().flat_map(|c| c.parties.iter().map(|p| p.0).chain(c.via.iter().copied()));
    said.chain(met).chain(outlet).collect()
}

/// The keys of members, as readings show them.
pub(crate) type Keys = BTreeMap<MemberId, String>;

/// How many bytes tell the language of a text.
const ENOUGH: usize = 1500;

/// The language of most of a text: the given one where it is read, else the one of most paragraphs by length.
fn language_of(text: &str, given: Language) -> Language {
    if matches!(given, Language::Fa | Language::Ar) {
        return given;
    }
    let mut lengths: BTreeMap<Language, usize> = BTreeMap::new();
    let mut seen = 0;
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        *lengths.entry(detect::detect(line)).or_default() += line.len();
        seen += line.len();
        if seen > ENOUGH {
            break;
        }
    }
    lengths.into_iter().filter(|(l, _)| *l != Language::Other).max_by_key(|&(_, n)| n).map_or(Language::Other, |(l, _)| l)
}
