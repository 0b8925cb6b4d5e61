//! The sides of an encounter as parties of a contact.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, Known, MemberId};
use rawi_lang::{Around, Class, ContactHit, ContactPart, Encounter, Passage, Shape, Side, city_at, seat_at};
use rawi_model::{ActorKind, ContactKind, PartyRole};
use rawi_text::ByteSpan;

use super::find::Run;
use super::outlet;
use super::party::{self, Named};
use super::seats;
use crate::statement;

/// How far behind an Arabic contact noun the people may be named who met for their states, in tokens.
const PEOPLE: usize = 14;

/// The sides of an encounter as members of the cast.
pub(super) struct Sides {
    pub(super) parties: Vec<(MemberId, PartyRole)>,
    pub(super) kind: ContactKind,
    pub(super) vague: Vec<MemberId>,
}

impl Run<'_, '_> {
    /// The sides of an encounter as parties; none where it can be no contact.
    pub(super) fn sides(
        &self,
        cast: &mut Cast<'_>,
        hit: &ContactHit<'static>,
        encounter: &Encounter,
        sentence: &Range<usize>,
    ) -> Option<Sides> {
        let encounter = &seats::each(self, encounter, sentence);
        let kind = if encounter.basis.contains("/noun-") { hit.word.noun_kind } else { hit.word.kind };
        let spoken = matches!(kind, ContactKind::Meeting | ContactKind::Talks);
        let around = encounter.evidence.start.min(hit.at)..encounter.evidence.end.max(hit.end);
        let kind = if spoken && self.by_phone(around, sentence) { ContactKind::Call } else { kind };
        let mut sides = Sides { parties: Vec::new(), kind, vague: Vec::new() };
        if encounter.sides.iter().any(|s| s.0 == Side::Both) {
            let encounters = [ContactKind::Meeting, ContactKind::Call, ContactKind::Talks];
            let last = self.drafts.iter().rev().find(|d| d.parties.len() >= 2 && encounters.contains(&d.kind))?;
            sides.parties = last.parties.iter().map(|p| (p.0, hit.word.roles[0])).collect();
            return Some(sides);
        }
        if self.has_journalists(encounter) {
            return None;
        }
        // «زيارته إلى الرياض»: a place that is an outlet's name too.
        let asked = |side: &Side| kind != ContactKind::Visit && (is_quoted(self.scene.passage, hit, side) || self.is_press(cast, side));
        let press: Vec<bool> = encounter.sides.iter().map(|(side, _)| asked(side)).collect();
        if press.contains(&true) {
            sides.kind = ContactKind::Interview;
            sides.parties = self.interview(cast, kind, hit, encounter, sentence, &press)?;
            return Some(sides);
        }
        if kind == ContactKind::Interview || self.passes_name(cast, hit, encounter) {
            return None;
        }
        // The other party is named in the sentence and is looked up first, so that the one who acts is not taken for it.
        let [(acting, acting_role), (other, other_role), more @ ..] = &encounter.sides[..] else { return None };
        if hit.word.envoy && !self.is_envoy(other) {
            return None;
        }
        // «سفیر عراق به وزارت خارجه آمد»: who comes to a body of his host's meets it.
        let comes = kind == ContactKind::Visit && !hit.word.sites && self.is_envoy(acting) && self.is_body(other);
        let kind = if comes { ContactKind::Meeting } else { kind };
        sides.kind = kind;
        if let Some(parties) = self.guest_of_state(cast, hit, encounter, sentence) {
            return Some(Sides { parties, kind: ContactKind::Visit, vague: Vec::new() });
        }
        let mut second = match kind {
            ContactKind::Visit => match self.abroad(cast, [acting, other], hit, sentence) {
                Some(state) => Named::known(state),
                None => self.visited(cast, other, hit)?,
            },
            _ => self.side(cast, other, hit, sentence, None)?,
        };
        if kind == ContactKind::Meeting && self.is_place(cast, other, &second) {
            return None;
        }
        let carried = matches!(acting, Side::Carried | Side::Speaker);
        // «گفت‌وگو با سالم الکعبی، کارشناس بنادر»: a heading that names but the other one is an interview's.
        let heads = carried && hit.word.loose && kind == ContactKind::Call && hit.part == ContactPart::Noun && hit.at == sentence.start;
        if heads {
            let (member, _) = second.join(cast);
            sides.kind = ContactKind::Interview;
            sides.parties.push((member, PartyRole::Participant));
            return (cast.members[member].kind == ActorKind::Person).then_some(sides);
        }
        let mut first = self.side(cast, acting, hit, sentence, second.found)?;
        Named::part(cast, &mut first, &mut second, hit.part != ContactPart::Noun);
        // «X و Y دیدار کردند»: two of whom nothing else is known met where a plural verb says so.
        let each_other = hit.part != ContactPart::Noun && are_names(self.scene.passage, acting, other);
        if second.doubtful && (first.doubtful && !each_other || carried) || first.found.is_some() && first.found == second.found {
            return None;
        }
        if *acting == Side::Carried
            && encounter.basis.ends_with("/verb-with")
            && !self.goes_on_acting(cast, &first, hit, encounter, sentence)
        {
            return None;
        }
        let first_doubtful = first.doubtful;
        let ((second, second_vague), (first, first_vague)) = (second.join(cast), first.join(cast));
        // Who travels is known for somebody: «نفت به چین می‌رود» is no visit.
        let unknown = first_doubtful && (!self.scene.is_post || encounter.basis.ends_with("/noun-with"));
        let crowd = |side: &Side| matches!(side, Side::Phrase { tokens, .. } if self.grammar.around(self.scene.passage, tokens.start, Around::People).is_some());
        let guest = !unknown && (cast.members[first].kind != ActorKind::Organization || first_vague || crowd(acting));
        // «إنه يجري محادثات مع قطر»: a verb tells that they were held.
        let held = encounter.by_light_verb();
        if kind == ContactKind::Visit && !guest || !self.can_meet(cast, kind, hit, [first, second], (carried, held)) {
            return None;
        }
        // Several people or states do not speak by telephone unless that is said.
        let several = |m: MemberId| matches!(cast.members[m].kind, ActorKind::State | ActorKind::Group | ActorKind::Organization);
        let many = several(first) || several(second) || crowd(acting) || crowd(other);
        if hit.word.loose && kind == ContactKind::Call && kind != hit.word.kind && many {
            sides.kind = hit.word.kind;
        }
        sides.parties = vec![(first, *acting_role), (second, *other_role)];
        sides.vague = [(first, first_vague), (second, second_vague)].into_iter().filter(|v| v.1).map(|v| v.0).collect();
        self.join_more(cast, hit, more, sentence, &mut sides);
        if *acting == Side::Carried {
            let beside = self.travel_with(first, sentence);
            sides.parties.extend(beside.into_iter().filter(|&m| m != second).map(|m| (m, *acting_role)));
        }
        Some(sides)
    }

    /// Those with whom one travels in a sentence to meet somebody: «سالم النخلي وناصر الحارثي يتوجهان إلى مسقط للقاء السلطان».
    fn travel_with(&self, guest: MemberId, sentence: &Range<usize>) -> Vec<MemberId> {
        let Some(last) = self.drafts.last().filter(|d| d.kind == ContactKind::Visit && sentence.contains(&d.evidence.start)) else {
            return Vec::new();
        };
        let journey = self.drafts.iter().rev().take_while(|d| d.evidence == last.evidence && d.parties.get(1) == last.parties.get(1));
        let guests: Vec<MemberId> = journey.filter_map(|d| Some(d.parties.first()?.0)).collect();
        if guests.contains(&guest) { guests.into_iter().filter(|&m| m != guest).collect() } else { Vec::new() }
    }

    /// The parties of an interview: whoever speaks with an outlet, and the outlet; the document's own is taken out later.
    fn interview(
        &self,
        cast: &mut Cast<'_>,
        kind: ContactKind,
        hit: &ContactHit<'static>,
        encounter: &Encounter,
        sentence: &Range<usize>,
        press: &[bool],
    ) -> Option<Vec<(MemberId, PartyRole)>> {
        let asks =
            matches!(kind, ContactKind::Talks | ContactKind::Interview) || kind == ContactKind::Call && hit.part == ContactPart::Noun;
        let (other, _) = encounter.sides.iter().zip(press).find(|(_, p)| !**p).map(|(s, _)| s)?;
        let named = if asks { self.side(cast, other, hit, sentence, None)? } else { return None };
        if named.doubtful {
            return None;
        }
        let speaker = named.join(cast).0;
        let mut outlets = encounter.sides.iter().zip(press).filter(|(_, p)| **p);
        let outlet = outlets.find_map(|((side, _), _)| outlet::of_side(self.scene, cast, side));
        Some(std::iter::once(speaker).chain(outlet).map(|m| (m, PartyRole::Participant)).collect())
    }

    /// The guest and the state that receives him, or whose city does: «استقبال مسقط لوزير النقل» is his visit.
    fn guest_of_state(
        &self,
        cast: &mut Cast<'_>,
        hit: &ContactHit<'static>,
        encounter: &Encounter,
        sentence: &Range<usize>,
    ) -> Option<Vec<(MemberId, PartyRole)>> {
        let p = self.scene.passage;
        let [(host, PartyRole::Host), (guest, PartyRole::Guest)] = &encounter.sides[..] else { return None };
        let (Side::Phrase { tokens, skip: 0, .. }, Side::Phrase { tokens: next, .. }) = (host, guest) else { return None };
        let registry = cast.registry();
        let known = |(end, known): (usize, Known)| registry.entries[known.entry].kind == EntryKind::State && end == tokens.end;
        let state = registry.at(p, tokens.start, 0).is_some_and(known) || seat_at(p, tokens.start, 0).is_some_and(|s| s.0 == tokens.end);
        // «استقبلت تونس أمس وزير النقل»
        let adverbial = |k: usize| p.is_comma(k) || p.is_time(k) || p.is(k, Class::Adverb);
        let behind = next.start >= tokens.end && (tokens.end..next.start).all(adverbial);
        if p.grammar.article.is_empty() || hit.word.envoy || !state || !behind || self.tells_of_sports() {
            return None;
        }
        let guest = self.side(cast, guest, hit, sentence, None).filter(|n| !n.doubtful)?.join(cast).0;
        let able = matches!(cast.members[guest].kind, ActorKind::Person | ActorKind::Office | ActorKind::Group);
        let host = self.state(cast, host).filter(|_| able)?;
        Some(vec![(guest, PartyRole::Guest), (host, PartyRole::Host)])
    }

    /// Whether the one who acts with a Persian verb is named before it in its sentence, or nothing but a time stands there: «هرکس به ایران
    /// می‌آید» tells of nobody.
    fn goes_on_acting(
        &self,
        cast: &Cast<'_>,
        first: &Named,
        hit: &ContactHit<'static>,
        encounter: &Encounter,
        sentence: &Range<usize>,
    ) -> bool {
        let p = self.scene.passage;
        let at = encounter.evidence.start.min(hit.at);
        let before = (sentence.start..at).rfind(|&k| p.tokens.is_mark(k, ':')).map_or(sentence.start, |k| k + 1)..at;
        let adverbial = |k: usize| p.is_mark(k) || p.is_time(k) || p.any(k, Class::Adverb.bit() | Class::Conjunction.bit());
        let words = p.tokens.span(before.clone());
        let named = |m: MemberId| cast.members[m].mentions.iter().any(|(span, _)| words.start <= span.start && span.end <= words.end);
        !p.grammar.article.is_empty() || first.found.is_some_and(named) || before.into_iter().all(adverbial)
    }

    /// Whether the other side is the state in which one meets: «التقى الوزير بمصر طلبة الجامعة».
    fn is_place(&self, cast: &Cast<'_>, other: &Side, named: &Named) -> bool {
        let p = self.scene.passage;
        let Side::Phrase { tokens, skip, .. } = other else { return false };
        let state = named.found.is_some_and(|m| cast.members[m].kind == ActorKind::State);
        let within = p.grammar.prepositions.first().is_some_and(|g| p.tokens.word(tokens.start).starts_with(g.as_str()));
        state && *skip > 0 && within && !p.grammar.article.is_empty()
    }

    /// Whether two can have a contact of a kind with each other.
    fn can_meet(
        &self,
        cast: &Cast<'_>,
        kind: ContactKind,
        hit: &ContactHit<'static>,
        [first, second]: [MemberId; 2],
        (carried, held): (bool, bool),
    ) -> bool {
        let entry = |m: MemberId| cast.members[m].entry;
        let state = |m: MemberId| cast.members[m].kind == ActorKind::State;
        let both = state(first) && state(second);
        // «دیدار وزرای خارجه ایران و عمان»: it is people who meet.
        let people =
            |k: usize| self.grammar.around(self.scene.passage, k, Around::People).is_some() || self.scene.passage.is(k, Class::PluralHead);
        // «دیدار اخیر وزرای خارجه …»
        // «اللقاء الذي يجمع في مسقط وزراء خارجية …»
        let near = if self.scene.passage.grammar.article.is_empty() { 2 } else { PEOPLE };
        let noun = hit.part == ContactPart::Noun && !held && !(hit.end..self.scene.passage.tokens.len().min(hit.end + near)).any(people);
        if first == second || entry(first).is_some() && entry(first) == entry(second) {
            return false;
        }
        match kind {
            ContactKind::Visit => {
                // Nobody is a guest at home, and a state travels nowhere.
                let entries = &cast.registry().entries;
                let home =
                    entry(first).zip(entry(second)).is_some_and(|(guest, host)| entries[guest].state.as_ref() == Some(&entries[host].id));
                let serves = || cast.citizen_of(first).is_some_and(|home| entry(second) == Some(home));
                !home && !state(first) && !serves()
            }
            ContactKind::Meeting => {
                // «تهران میزبان وزیر است»: a state receives nobody at a meeting, and is nobody's guest; yet it calls in envoys.
                let hosting = hit.word.roles.contains(&PartyRole::Host) && (state(first) && !hit.word.envoy || state(second));
                let teams = both && (hit.word.teams && noun || self.tells_of_sports());
                !(hosting || teams || both && hit.word.loose && noun)
            }
            // «رایزنی‌های ایران و عراق»: what two states do all the time is not told; «گفت‌وگو با ایران»: with a state one who
            // only spoke last holds no talks.
            ContactKind::Talks | ContactKind::Call => !(noun && (both && hit.word.loose || carried && state(second))),
            _ => !(both && hit.word.loose && noun),
        }
    }

    /// Joins those to the parties who took part beside the first two.
    fn join_more(
        &self,
        cast: &mut Cast<'_>,
        hit: &ContactHit<'static>,
        more: &[(Side, PartyRole)],
        sentence: &Range<usize>,
        sides: &mut Sides,
    ) {
        for (side, role) in more {
            let named = match sides.kind {
                ContactKind::Visit if *role == PartyRole::Host => self.visited(cast, side, hit),
                _ => self.side(cast, side, hit, sentence, None).filter(|n| !n.doubtful),
            };
            let Some(named) = named else { continue };
            let (member, vague) = named.join(cast);
            if !sides.parties.iter().any(|p| p.0 == member) {
                sides.parties.push((member, *role));
                sides.vague.extend(vague.then_some(member));
            }
        }
    }

    /// Whom a side means.
    fn side(
        &self,
        cast: &mut Cast<'_>,
        side: &Side,
        hit: &ContactHit<'static>,
        sentence: &Range<usize>,
        other: Option<MemberId>,
    ) -> Option<Named> {
        match side {
            Side::Phrase { tokens, skip, beside } => match seats::seated(self, cast, side, sentence) {
                Some(member) => Some(Named::known(member)),
                None => party::named(self, cast, tokens, *skip, beside, hit),
            },
            Side::Carried => party::carried(self, cast, hit, sentence, other).map(Named::known),
            Side::Speaker => self.speaks(cast, hit.at, sentence).map(Named::known),
            Side::Both => None,
        }
    }

    /// Whose words stand at a token: a person or office.
    fn speaks(&self, cast: &Cast<'_>, at: usize, sentence: &Range<usize>) -> Option<MemberId> {
        let said = self.statements.iter().rev().find(|s| s.content.iter().any(|c| c.contains(&at)));
        // «وی با بیان اینکه دیدار من با … گفت: …»: else the sentence's.
        let here = |s: &&statement::Draft| s.cue.as_ref().is_some_and(|c| sentence.contains(&c.0.start));
        let persian = self.scene.passage.grammar.article.is_empty();
        let said = said.or_else(|| self.statements.iter().find(here).filter(|_| persian));
        said?.speaker.filter(|&m| matches!(cast.members[m].kind, ActorKind::Person | ActorKind::Office))
    }

    /// The state in one of whose cities a guest from another state arrives: «وزیر نیروی عمان وارد بصره شد» visits Iraq. An envoy lives
    /// there.
    fn abroad(
        &self,
        cast: &mut Cast<'_>,
        [guest, city]: [&Side; 2],
        hit: &ContactHit<'static>,
        sentence: &Range<usize>,
    ) -> Option<MemberId> {
        let p = self.scene.passage;
        let Side::Phrase { tokens, skip, .. } = city else { return None };
        // «قال الوزير إن فريقا فنيا سيزور بوشهر»: he who is not told with the verb may be another.
        if *guest == Side::Carried && hit.part != ContactPart::Suffixed {
            return None;
        }
        let (end, id) = city_at(p, tokens.start, *skip).filter(|(end, _)| *end <= tokens.end)?;
        let entry = cast.registry().entries.iter().position(|e| e.kind == EntryKind::State && e.id == id)?;
        let envoy = |word: &str| p.grammar.classes.get(word).contains(&Class::Envoy);
        let named = self.side(cast, guest, hit, sentence, None)?;
        let lives = self.is_envoy(guest) || named.found.is_some_and(|member| cast.has_office(member, envoy));
        // «عراقچی وارد نجف شد»: a last name that is known.
        let known = || match guest {
            Side::Phrase { tokens, skip, .. } => {
                cast.registry().at(p, tokens.start, *skip).filter(|f| f.0 == tokens.end).and_then(|f| cast.citizen(f.1.entry))
            }
            _ => None,
        };
        named.citizen_of(cast).or_else(known).filter(|&home| home != entry && !lives)?;
        let state = cast.of_entry(entry);
        let span = ByteSpan { start: p.tokens.raw_from(tokens.start, *skip), end: p.tokens.span(tokens.start..end).end };
        cast.members[state].mentions.push((span, rawi_model::MentionKind::Name));
        Some(state)
    }

    /// What is visited: a state, or its seat of government; else a place or body.
    fn visited(&self, cast: &mut Cast<'_>, side: &Side, hit: &ContactHit<'static>) -> Option<Named> {
        if let Some(state) = self.state(cast, side) {
            return Some(Named::known(state));
        }
        let p = self.scene.passage;
        let Side::Phrase { tokens, skip, .. } = side else { return None };
        let site = self.grammar.words.around.longest(p.tokens, tokens.start, *skip).is_some_and(|h| h.values.contains(&Around::Site));
        // «وصل إلى مطار بغداد الدولي»: who arrives there arrives in its state.
        if site && !hit.word.sites {
            let heads = |k: usize| self.grammar.around(p, k, Around::StateHead).is_some();
            let seat = (tokens.start + 1..tokens.end).find(|&k| !heads(k)).filter(|&k| seat_at(p, k, 0).is_some())?;
            return self.state(cast, &Side::Phrase { tokens: seat..seat + 1, skip: 0, beside: Vec::new() }).map(Named::known);
        }
        // «زيارة عدن», «سفر به اصفهان»
        let city = city_at(p, tokens.start, *skip).is_some_and(|city| city.0 == tokens.end);
        let site = site || city;
        // «وارد شهر شد»: a place is told by more than its kind.
        if !hit.word.sites || !site && hit.word.shape != Shape::From || tokens.len() == 1 && !city && !self.is_definite(tokens.start, *skip)
        {
            return None;
        }
        let mut phrase = cast.phrase(p, tokens.clone(), *skip);
        if phrase.is_pronoun() || phrase.is_demonstrative() || phrase.is_plural() || phrase.kind() == ActorKind::Document {
            return None;
        }
        // «از پایگاه هوایی بازدید کرد»: a word for a place may be one for an outlet too.
        if phrase.entry().is_none() && (!p.is(tokens.start, Class::Body) || site && p.is(tokens.start, Class::Outlet)) {
            phrase.is_site();
        }
        Some(Named::place(cast, phrase))
    }

    /// Whether a word has the article behind so many bytes of what is glued to it.
    fn is_definite(&self, at: usize, skip: usize) -> bool {
        let p = self.scene.passage;
        let article = p.grammar.article.as_str();
        !article.is_empty() && p.tokens.word(at).get(skip..).is_some_and(|word| word.starts_with(article))
    }

    /// Whether an envoy stands at the head of a side: «السفير العماني».
    fn is_envoy(&self, side: &Side) -> bool {
        let p = self.scene.passage;
        matches!(side, Side::Phrase { tokens, .. } if (tokens.start..tokens.end.min(tokens.start + 2)).any(|k| p.is(k, Class::Envoy)))
    }

    /// Whether a ministry or another body stands at the head of a side.
    fn is_body(&self, side: &Side) -> bool {
        let p = self.scene.passage;
        matches!(side, Side::Phrase { tokens, .. } if p.is(tokens.start, Class::Body) && !p.is(tokens.start, Class::Role))
    }

    /// Whether the words between a Persian noun and its preposition name somebody: «سفر هوسپیان به تهران».
    fn passes_name(&self, cast: &Cast<'_>, hit: &ContactHit<'static>, encounter: &Encounter) -> bool {
        let p = self.scene.passage;
        let Some((Side::Phrase { tokens, .. }, _)) = encounter.sides.last() else { return false };
        // «سفر ونس به سوئیس»: one word that is no adjective.
        let one = hit.word.kind == ContactKind::Visit && tokens.start == hit.end + 2 && {
            let word = p.tokens.word(hit.end);
            let ending = p.grammar.ezafe.iter().any(|e| e.chars().next_back().is_some_and(|c| word.ends_with(c)));
            p.tokens.is_word(hit.end) && !p.is_classed(hit.end) && !ending && self.grammar.around(p, hit.end, Around::Manner).is_none()
        };
        let closed = Class::Preposition.bit() | Class::Agent.bit();
        let named = (hit.end..tokens.start).take_while(|&k| !p.any(k, closed)).any(|k| p.is_of_person(k));
        p.grammar.article.is_empty()
            && encounter.basis.ends_with("/noun-with")
            && (one
                || named
                || (hit.end..tokens.start).any(|k| !p.is_classed(k) && p.tokens.is_word(k) && cast.knows(&cast.phrase(p, k..k + 1, 0))))
    }

    /// Whether the words that tell of a contact say that it was by telephone: «تلفنی درباره آب گفت‌وگو کردند».
    fn by_phone(&self, words: Range<usize>, sentence: &Range<usize>) -> bool {
        let p = self.scene.passage;
        // In Persian such words stand before the verb, among what it is about.
        let from = if p.grammar.article.is_empty() { sentence.start.max(words.start.saturating_sub(8)) } else { words.start };
        from < words.end && self.grammar.any(p, from..words.end, Around::Phone)
    }

    /// Whether the text has several words of what is no contact: a meeting of two countries is a match then.
    pub(super) fn tells_of_sports(&self) -> bool {
        *self.sports.get_or_init(|| {
            let p = self.scene.passage;
            (0..p.tokens.len()).filter(|&k| self.grammar.around(p, k, Around::Other).is_some()).nth(1).is_some()
        })
    }
}

/// Whether a side behind a noun for talk is named in quotation marks, as an outlet is: «در گفت‌وگو با «خبر بندر»».
fn is_quoted(p: &Passage<'_>, hit: &ContactHit<'_>, side: &Side) -> bool {
    let whole = |t: &Range<usize>| p.quote_at(t.start).is_some_and(|q| q.close + 1 == t.end);
    hit.word.loose && hit.part == ContactPart::Noun && matches!(side, Side::Phrase { tokens, .. } if whole(tokens))
}

/// Whether two sides stand beside each other as names do: «سالم الکعبی و ناصر الخوری».
fn are_names(p: &Passage<'_>, first: &Side, second: &Side) -> bool {
    let (Side::Phrase { tokens: a, .. }, Side::Phrase { tokens: b, .. }) = (first, second) else { return false };
    let name = |r: &Range<usize>| {
        (2..=3).contains(&r.len())
            && r.clone().all(|k| p.tokens.is_word(k) && !p.any(k, Class::Preposition.bit() | Class::Adverb.bit() | Class::Quantity.bit()))
    };
    a.end + 1 == b.start && p.is(a.end, Class::Conjunction) && name(a) && name(b)
}
