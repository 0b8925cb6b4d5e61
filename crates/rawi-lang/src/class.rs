//! What a word does in a sentence: the closed classes, from `word.toml`.

use rawi_text::Lexicon;
use serde::Deserialize;

use crate::Error;

/// A closed class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Opens an answer: «پاسخ», «ج».
    Answer,
    /// Opens the one by whom something is done: «از سوی», «من قبل».
    Agent,
    /// Opens an addressee: «خطاب به» (addressing).
    Addressing,
    /// Heads the name of a body that speaks: «وزارت», «اتحاد».
    Body,
    /// An adverb or adverbial that ends a noun phrase or is skipped before one.
    Adverb,
    /// A pronoun, or an honorific used as one, for one person: «وی», «سموه».
    Anaphor,
    /// The same for several: «طرفین», «الجانبان».
    AnaphorPlural,
    /// Words that only lines outside the text have: «انتهای پیام», «جميع الحقوق محفوظة».
    Boilerplate,
    /// Opens a clause of speech: «که», «أن».
    Clause,
    /// Closes a letter: «والسلام», «مع خالص التحية».
    Closing,
    /// Joins or opposes.
    Conjunction,
    /// Honours whom a letter addresses, beside his name: «گرامی», «المحترم».
    Courtesy,
    /// «این», «هذا».
    Demonstrative,
    /// Heads an office that is held at a place: «سفیر … در مسقط».
    Envoy,
    /// Says that an office is held no more: «سابق», «الأسبق».
    Former,
    /// A formula at the head of a letter that addresses nobody: «بسم الله الرحمن الرحیم».
    Formula,
    /// Announces words given whole: «متن کامل», «نص البيان».
    FullText,
    /// One of those who talk: «من», «شما», or nobody in the news: «البعض» (some); no source to be named.
    Conversant,
    /// A noun that takes up a body named before: «الحركة» (the movement).
    Generic,
    /// An event that a headline tells, and nobody's words: «مقتل».
    Incident,
    /// «یک», «أحد».
    Indefinite,
    /// Makes the past stem behind it nobody's verb: «می‌توان … اشاره کرد» (one may mention).
    Impersonal,
    /// A verb that helps another one, with the subject between or behind them: «كان … قد قال».
    Auxiliary,
    /// Goes on with a noun phrase where its kind of word would end one: «باسم» in «المتحدث باسم الوزارة».
    Inner,
    /// Tells of one by another's name: «همسر», «والد», «محامي».
    Kin,
    /// A word for an interview with the preposition that follows: «گفت‌وگو با», «حوار مع».
    Interview,
    /// Opens a line that is no speech: «منبع:», «المصدر:».
    Label,
    /// Has the form of [`Class::Clause`] and opens none: «بعد أن».
    NotClause,
    /// What several issue as one: «بیانیه مشترک», «البيان المشترك».
    JointPaper,
    /// A name that differs from a preposition in its last letter alone: «علي», «على».
    Lookalike,
    /// Links the parts of a name: «بن».
    NameLink,
    /// Says no: «لم».
    Negation,
    /// Holds the form of a cue and is none: «گفت و گو» (talk).
    NotCue,
    /// Marks an object, or opens a relative clause on the noun before: «را», «الذي».
    Object,
    /// Opens speech that no colon and no clause word goes before: «لقد».
    Opening,
    /// An occasion on which somebody speaks: «دیدار», «لقاء».
    Occasion,
    /// Heads an outlet's name: «روزنامه», «وكالة».
    Outlet,
    /// By it a writer speaks of himself, outside quotations: columns.
    OwnVoice,
    /// A document that speaks: «بیانیه», «البيان».
    Paper,
    /// Heads a plural that speaks as one: «نمایندگان».
    PluralHead,
    /// A preposition.
    Preposition,
    /// A preposition with the pronoun that takes up a noun: «فيه».
    Back,
    /// «همه», «جميع».
    Quantity,
    /// A noun of relation to another actor: «همتای» (counterpart of).
    Relation,
    /// Points back to the subject: «خود», «نفسه».
    Reflexive,
    /// Those on whom, or that on which, a verb with an object acts: «المواطنين», «السبب».
    Public,
    /// Opens a question: «سوال», «س».
    Question,
    /// With it the reporter speaks again: «به گزارش», «يذكر أن».
    Resume,
    /// Heads an office or occupation: «وزیر», «رئيس».
    Role,
    /// Opens a letter.
    Salutation,
    /// Heads the name of one whose words follow: «ادعای», «تصريح».
    Speech,
    /// Says that one more does the same: «نیز», «بدوره».
    Too,
    /// After a name that words are passed on from: «قوله».
    Saying,
    /// The outlet's or speaker's own state: «کشورمان», «بلاده».
    StateSelf,
    /// Opens a line of tags.
    Tags,
    /// A title or honour before a name: «آقای», «الدكتور».
    Title,
    /// A source that is not named: «منبع آگاه».
    Unnamed,
    /// A preposition behind which stands where an office is held, «مدير الميناء في صحار»; in Persian a noun that another
    /// completes, «وزارت».
    Site,
    /// Points to the one named last: «الأخير».
    Latter,
    /// Opens the one of whom a sentence tells: «أما … فـ».
    Topic,
    /// Names the source of a whole text at its end: «منبع», «المصدر».
    Source,
    /// On which occasion something is told to a medium: «گفت‌وگو», «تصريح».
    ToldIn,
    /// Opens the medium to which it is told: «با», «إلى».
    ToldTo,
    /// A verbal noun that is what is said and not who says it: «حدوث», «استعداده».
    VerbalNoun,
}

impl Class {
    /// Its bit in a set of classes.
    pub const fn bit(self) -> u64 {
        1 << self as u64
    }
}

/// The closed classes of one language.
pub type Classes = Lexicon<Class>;

#[derive(Debug, Deserialize)]
pub(crate) struct ClassFile {
    pub(crate) class: Vec<ClassEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClassEntry {
    pub(crate) name: Class,
    pub(crate) forms: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    pub(crate) example: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs the examples"))]
    pub(crate) word: String,
}

pub(crate) fn parse(file: &'static str, toml: &str) -> Result<ClassFile, Error> {
    toml::from_str(toml).map_err(|source| Error::Toml { file, source })
}

pub(crate) fn lexicon(file: &ClassFile) -> Classes {
    Lexicon::new(file.class.iter().flat_map(|c| c.forms.iter().map(|f| (f.as_str(), c.name))))
}
