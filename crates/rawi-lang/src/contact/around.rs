//! The closed classes of words around contacts.

use serde::Deserialize;

/// A closed class of words around contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Around {
    /// Those who come along: «هیأت همراه».
    Companion,
    /// Each other.
    Each,
    /// Opens both parties: «میان», «بين».
    Between,
    /// Heads a plural that takes part as one side: «وفد», «جمعی از».
    People,
    /// An outlet or its people: the contact is an interview.
    Press,
    /// Journalists in the plural: what is said to them is no contact.
    Journalists,
    /// Stands before talks that are a topic and not told: «درباره مذاکرات با …».
    About,
    /// The same before a noun with both parties: «درباره مذاکرات ایران و عمان».
    Concerning,
    /// The contact is still to come.
    Planned,
    /// Stands before a contact noun that says what something else is done for: «برای دیدار با …».
    Purpose,
    /// The contact is wished or called for.
    Proposed,
    /// The contact is denied.
    Denied,
    /// What is to be behind it is ruled out: «من المستبعد أن».
    RuledOut,
    /// Tells when words appeared, and nothing of the contact: «الصادرة».
    Issued,
    /// Says that it is one more: «تماس جدید».
    Anew,
    /// The contact is called off.
    Cancelled,
    /// The sentence tells of something else: sports, a wedding.
    Other,
    /// Stands before the noun when the one who acts stands outside: «در دیدار با …».
    Opener,
    /// A verb that ends a noun phrase.
    Verb,
    /// A light verb, whose noun stands before it: «ارائه داد».
    Light,
    /// Completes a preposition to a set phrase that names no party: «به مناسبت».
    Occasion,
    /// Gives the head of a delegation: «به ریاست», «برئاسة».
    Head,
    /// Says that it was by telephone: «تلفنی», «هاتفيا».
    Phone,
    /// Says that those who are named with it were only present: «حضر الاستقبال …».
    Attend,
    /// Stands between a verb and its object and tells when: «خلالها».
    Meanwhile,
    /// Opens the one through whom a message goes: «از طریق».
    Through,
    /// Opens a place.
    In,
    /// Heads a place without a name in the tables: «قصر».
    Seat,
    /// Heads the name of a state: «جمهوری».
    StateHead,
    /// Stands before a contact that took place: «پس از», «عقب».
    After,
    /// Makes one word with the noun behind it: «تفاهم نامه».
    Compound,
    /// An adjective or pronoun behind a contact noun, which is nobody's name: «اخیر».
    Manner,
    /// Heads one who serves another, who is named behind it: «نماینده».
    Serves,
    /// Says that somebody is invited: «دعوت».
    Invites,
    /// Two who were named before: «الوزيران».
    Pair,
    /// Several of the same office in other states, who are named behind it: «نظيريه».
    Counterparts,
    /// Honours of several, behind which they are told: «أصحاب السمو والمعالي».
    Honours,
    /// Heads the states or the body to which several belong: «دول».
    Bodies,
    /// What is talked about: it ends a party («بحث مع الوزير العلاقات»).
    Topic,
    /// A committee of two states: «کمیسیون مشترک».
    Joint,
    /// Says that each of several was met for himself: «دیدارهای جداگانه».
    Separate,
    /// An adjective that says that it is over: «السابقة».
    Past,
    /// Says who else takes part: «سيشارك فيه».
    Joins,
    /// A noun with a preposition of its own, behind which no party stands: «همکاری با».
    Governs,
    /// Names some of those who were told in the plural: «از جمله».
    Including,
    /// A verb that only says when another one is: «كان».
    Auxiliary,
    /// Stands before a contact at which something else was wished for: «خلال لقائه».
    During,
    /// A verb by which an arrival is still to come: «می‌شود».
    Coming,
    /// Opens what an office is over: «المشرف على …».
    Over,
    /// Counts those behind it one by one: «كل من».
    EachOf,
    /// Says that a contact took place: «جرى», «برگزار شد».
    Held,
    /// Opens the day since when there was none: «منذ».
    Since,
    /// A verb of going behind one who is met: «به دیدار … رفت».
    Goes,
    /// Adds one more to those who take part: «إلى جانب».
    Also,
    /// Says that those behind it took part: «با حضور».
    Presence,
    /// Heads what one visits: a place, or those who suffer in it: «متحف», «المصابين».
    Site,
    /// A quarter of the sky behind the name of a state, of which it makes a part: «شرقی».
    Quarter,
    /// Says behind a contact noun that it was the speaker's own: «مذاکرات ما با …».
    Mine,
    /// In a letter, the letter that it answers: «رسالتكم».
    YourLetter,
}
