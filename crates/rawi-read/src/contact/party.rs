//! Who the parties are.

use std::ops::Range;

use rawi_actor::{Cast, EntryKind, MemberId, Phrase};
use rawi_lang::{Around, Class, ContactHit, ContactPart, Side, seat_at};
use rawi_model::{ActorKind, ContactKind, Form};
use rawi_text::ByteSpan;

use super::find::Run;
use super::subject;

/// How far behind a party a relative clause about it may begin, in tokens.
const RELATIVE: usize = 10;

/// How far into a phrase the word may stand that heads one who serves another, in tokens.
const SERVES: usize = 3;

/// How far before a contact word the name of the one who acts may stand, in tokens.
const NEAR: usize = 3;

/// How far before an Arabic contact word the name of a known person who acts may begin, in tokens.
const BEFORE: usize = 4;

/// How far before a pronoun the one whom it means may be named in its sentence, in tokens.
const SENTENCE: usize = 40;

/// One side as it is understood, before it is joined to the cast.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that the words say or don't")]
pub(super) struct Named {
    phrase: Option<Phrase>,
    besides: Vec<Phrase>,
    /// The member that it means; none for one who is new.
    pub(super) found: Option<MemberId>,
    relation: bool,
    people: bool,
    /// Whether it is one of two whom the cast holds as one.
    apart: bool,
    /// Whether no word class and no table tells that it is somebody.
    pub(super) doubtful: bool,
}

impl Named {
    /// One who is known already and not named here.
    pub(super) fn known(member: MemberId) -> Self {
        Self { phrase: None, besides: Vec::new(), found: Some(member), relation: false, people: false, apart: false, doubtful: false }
    }

    /// The registry's entry of the state whose it is, as far as its member or its words tell; none of who serves several states.
    pub(super) fn citizen_of(&self, cast: &Cast<'_>) -> Option<usize> {
        let told = || self.phrase.iter().chain(&self.besides).find_map(|phrase| cast.citizen_in(phrase));
        self.found.and_then(|member| cast.citizen_of(member)).or_else(told)
    }

    /// A place or body that is named here.
    pub(super) fn place(cast: &Cast<'_>, phrase: Phrase) -> Self {
        // «اصفهان» is no body of that city.
        let found = cast.find(&phrase).filter(|&m| phrase.kind() != ActorKind::Place || cast.members[m].kind == ActorKind::Place);
        let apart = phrase.kind() == ActorKind::Place && found.is_none();
        Self { phrase: Some(phrase), besides: Vec::new(), found, relation: false, people: false, apart, doubtful: false }
    }

    /// Takes two apart whose joint phrase the cast holds as one: «وزیر نیروی عراق و سفیر تونس … گفتند».
    /// With a verb nobody meets himself: «معاون وزیر نیروی عراق با معاون وزیر نیرو دیدار کرد».
    pub(super) fn part(cast: &Cast<'_>, first: &mut Self, second: &mut Self, verb: bool) {
        let (Some(member), Some(one), Some(other)) = (first.found, &first.phrase, &second.phrase) else { return };
        let holds = |span: ByteSpan, phrase: &Phrase| span.start <= phrase.span().start && phrase.span().end <= span.end;
        let joint = cast.members[member].mentions.iter().any(|(span, _)| holds(*span, one) && holds(*span, other));
        if second.found != Some(member) {
            return;
        }
        if joint && !cast.members[member].named {
            for named in [first, second] {
                (named.found, named.apart) = (None, true);
            }
        } else if verb && one.span() != other.span() && other.is_role() && one.has_name() != other.has_name() {
            (second.found, second.apart) = (None, true);
        }
    }

    /// Joins it to the cast: the member, and whether an office or relation is all that is known of him.
    pub(super) fn join(self, cast: &mut Cast<'_>) -> (MemberId, bool) {
        let Some(phrase) = self.phrase else { return (self.found.unwrap_or_default(), false) };
        let member = match self.found {
            Some(member) => {
                cast.enrich(member, &phrase);
                member
            }
            None if self.apart => cast.join_apart(&phrase),
            None => cast.join(&phrase),
        };
        for beside in &self.besides {
            cast.enrich(member, beside);
        }
        let office = phrase.is_role() && self.besides.iter().all(Phrase::is_role);
        (member, self.relation || (office || self.people) && !cast.members[member].named)
    }
}

/// Whom a phrase names; none where it can be nobody.
pub(super) fn named(
    run: &Run<'_, '_>,
    cast: &mut Cast<'_>,
    tokens: &Range<usize>,
    skip: usize,
    beside: &[Range<usize>],
    hit: &ContactHit<'static>,
) -> Option<Named> {
    let p = run.scene.passage;
    let counterparts =
        run.grammar.words.around.longest(p.tokens, tokens.start, skip).is_some_and(|h| h.values.contains(&Around::Counterparts));
    let (named, skip) = named_part(p, tokens, skip, counterparts);
    let start = named.start;
    let mut phrase = cast.phrase(p, named.clone(), skip);
    // «خانواده سالم الکعبی», «مراجع عظام سالم و …»: people are not the one whose they are, or who heads their list.
    let people = run.grammar.words.around.longest(p.tokens, start, skip).is_some_and(|h| h.values.contains(&Around::People));
    let person = phrase.kind() == ActorKind::Person && phrase.entry().is_none() && p.person_at(start).is_none();
    // «وزراء الدول الست لمجلس التعاون»: nor the body to which they belong.
    let whole = p.grammar.classes.any(p.tokens, start, skip, |h| h.values.contains(&Class::Body));
    let body = phrase.kind() == ActorKind::Organization && tokens.len() > 2 && !whole && cast.registry().at(p, start, skip).is_none();
    if people && (person || body) {
        phrase.are_people();
    }
    if phrase.is_pronoun() {
        let found = antecedent(run, cast, tokens.start)?;
        return Some(Named { phrase: Some(phrase), ..Named::known(found) });
    }
    let heads = run.grammar.words.around.longest(p.tokens, start, skip).is_some_and(|h| h.values.contains(&Around::StateHead));
    // «المشاورات بين تونس والمملكة»: the outlet's own state.
    if tokens.len() == 1
        && heads
        && let Some(state) = run.state(cast, &Side::Phrase { tokens: tokens.clone(), skip, beside: Vec::new() })
    {
        return Some(Named::known(state));
    }
    // «مباحثات مع الجانب العماني»: a side is its state.
    let side = tokens.len() == 2 && heads;
    if side && cast.registry().adjective_at(p, start + 1).is_some_and(|(end, _)| end == tokens.end) {
        return run.state(cast, &Side::Phrase { tokens: tokens.clone(), skip, beside: Vec::new() }).map(Named::known);
    }
    // «پیامی به تهران», «محادثات بين واشنطن وموسكو»: a seat of government stands for its state.
    if hit.word.kind != ContactKind::Meeting
        && seat_at(p, start, skip).is_some_and(|(end, _)| end == tokens.end)
        && let Some(member) = run.state(cast, &Side::Phrase { tokens: tokens.clone(), skip, beside: Vec::new() })
    {
        return Some(Named::known(member));
    }
    // «جمعی از قایقرانان»: words that count people tell who they are.
    let counted = people && tokens.len() > 2;
    if phrase.is_plural() && !counted || matches!(phrase.kind(), ActorKind::Document | ActorKind::Place) {
        return None;
    }
    // Between parties an everyday word that is a state's name too is the state: «ایران و عمان».
    let state = cast
        .registry()
        .at(p, start, skip)
        .filter(|(end, known)| *end == tokens.end && cast.registry().entries[known.entry].kind == EntryKind::State);
    if let Some((_, known)) = state {
        let found = cast.of_entry(known.entry);
        return Some(Named { phrase: Some(phrase), ..Named::known(found) });
    }
    // What stands beside a name tells of its bearer; beside an office it may give the name.
    let near = start..tokens.end.min(start + SERVES);
    let serves = people || p.person_at(start).is_none() && run.grammar.any(p, near, Around::Serves);
    // «مشاور سالم الکعبی، وزیر نیرو»: the office is that of the one who is served.
    let own = |b: &Phrase| !(serves && tokens.clone().any(|k| p.person_at(k) == Some(tokens.end)) && b.is_role());
    let besides = beside.iter().map(|b| cast.phrase(p, b.clone(), 0)).filter(|b| own(b) && (!phrase.has_name() || b.entry().is_none()));
    // «ممثلين عن الرئيس سالم النخلي»: whoever is named beside several people is none of them.
    let besides: Vec<Phrase> = besides.filter(|_| !people).collect();
    // «فرستادگان ترامپ», «مشاور ترامپ»: they are not he.
    let whose = phrase.entry().is_some_and(|e| cast.registry().entries[e].kind == EntryKind::Person);
    if serves && tokens.len() > 1 && whose {
        phrase.serves();
    }
    let beside_name = || besides.iter().filter(|b| !b.is_role()).find_map(|b| cast.find(b));
    let found = cast.find(&phrase).or_else(|| if phrase.has_name() { None } else { beside_name() });
    // «برخی نمایندگان»: several are not one who is named elsewhere.
    let several = people || p.is(start, Class::PluralHead) || p.any(start, Class::Indefinite.bit()) && p.is(start + 1, Class::PluralHead);
    let found = found.filter(|&m| !several || cast.members[m].kind != ActorKind::Person);
    // «رئيس جمهورية مصر العربية» is no outlet of that name.
    let is = |kind: EntryKind| phrase.entry().is_some_and(|e| cast.registry().entries[e].kind == kind);
    if p.is(start, Class::Role) && is(EntryKind::Media) {
        return None;
    }
    let sure =
        Class::Title.bit() | Class::Role.bit() | Class::Relation.bit() | Class::Body.bit() | Class::PluralHead.bit() | Class::Unnamed.bit();
    let marked = p.person_at(start).is_some_and(|end| end == tokens.end && end > start + 1)
        || p.any(start, sure)
        || p.is(tokens.start, Class::Relation)
        || people
        || skip > p.skip(start) && run.is_sure_behind(start, skip);
    // A stray letter is nobody.
    if !marked && p.tokens.is_word(start) && p.name_at(start).is_none() && p.tokens.word(start).chars().nth(1).is_none() {
        return None;
    }
    let bare = !phrase.is_role() && phrase.entry().is_none() && !marked && besides.is_empty();
    // A bare phrase that nothing else in the text takes for somebody is a topic more often than a name.
    let known = found.is_some() || bare && cast.knows(&phrase);
    if bare && !known && !run.may_be_name(tokens, hit) {
        return None;
    }
    let relation = p.is(start, Class::Relation) && besides.iter().all(Phrase::is_role);
    Some(Named { phrase: Some(phrase), besides, found, relation, people, apart: false, doubtful: bare && !known })
}

/// Where the name begins behind a word of relation and its adjective: «نظيره العماني هلال الحارثي».
fn named_part(p: &rawi_lang::Passage<'_>, tokens: &Range<usize>, skip: usize, counterparts: bool) -> (Range<usize>, usize) {
    let from = (tokens.start + 2).min(tokens.end);
    // «نظرائه الخليجيين العلاقات»: several are named by full names or not at all; «نظرائه في دول المجلس» tells whose they are.
    if counterparts && from < tokens.end && p.person_at(from).is_none() {
        let more = |&k: &usize| {
            p.grammar
                .conjunctions
                .iter()
                .any(|c| p.tokens.word(k).strip_prefix(c.as_str()).is_some_and(|w| w.starts_with(&p.grammar.article)))
        };
        let end = from + (from..tokens.end).take_while(more).count();
        return (if p.is(tokens.start + 1, Class::Preposition) { tokens.clone() } else { tokens.start..end }, skip);
    }
    if !p.is(tokens.start, Class::Relation) {
        return (tokens.clone(), skip);
    }
    // «نظرائه القطري والأميركي والسعودي»: of none of them a name is told.
    if from < tokens.end
        && p.grammar
            .conjunctions
            .iter()
            .any(|c| p.tokens.word(from).strip_prefix(c.as_str()).is_some_and(|w| w.starts_with(&p.grammar.article)))
    {
        return (tokens.clone(), skip);
    }
    let words = (from..tokens.end).filter(|&k| p.tokens.is_word(k)).count();
    match words {
        // «همتای عمانی هرگونه همکاری»
        _ if from < tokens.end && p.any(from, Class::Indefinite.bit() | Class::Quantity.bit() | Class::Demonstrative.bit()) => {
            (tokens.start..from, skip)
        }
        0 | 1 if from >= tokens.end || p.name_at(from).is_none() => (tokens.clone(), skip),
        // More words than a name has, or a state among them, go on with the sentence.
        _ if p.name_at(from).is_none() && (words >= 5 || (from..tokens.end).any(|k| p.name_at(k).is_some())) => (tokens.start..from, skip),
        _ => (from..tokens.end, 0),
    }
}

/// The one whom a pronoun means: who spoke last before it, else the person mentioned last.
fn antecedent(run: &Run<'_, '_>, cast: &mut Cast<'_>, at: usize) -> Option<MemberId> {
    // «… زيارة يقوم بها المعلم التقى الأخير …»: a person named in the sentence before it.
    let p = run.scene.passage;
    let begins =
        (at.saturating_sub(SENTENCE)..at).rev().find(|&k| p.tokens.is_mark(k, '.') || p.tokens.is_mark(k, ':')).map_or(0, |k| k + 1);
    let part = run.scene.blocks.iter().find(|b| b.tokens.contains(&at)).map_or(at, |b| b.tokens.start);
    for k in (begins.max(part).max(at.saturating_sub(SENTENCE))..at).rev() {
        let registry = cast.registry();
        let known = p.name_at(k).and_then(|_| registry.at(p, k, usize::from(p.glued_at(k))));
        if let Some(entry) = known.map(|(_, known)| known.entry).filter(|&e| registry.entries[e].kind == EntryKind::Person) {
            return Some(cast.of_entry(entry));
        }
        if let Some(end) = p.person_at(k).filter(|&end| end > k + 1 && end <= at) {
            let phrase = cast.phrase(p, k..end, usize::from(p.glued_at(k)));
            return Some(cast.join(&phrase));
        }
        // The last name of one who is named elsewhere.
        let alone = at - k <= NEAR && p.tokens.is_word(k) && !p.is_classed(k) && p.glued_at(k) == 0 && !p.is_comma(k + 1);
        let named = alone.then(|| cast.find(&cast.phrase(p, k..k + 1, 0))).flatten();
        if let Some(member) = named.filter(|&m| cast.members[m].kind == ActorKind::Person && cast.members[m].named) {
            return Some(member);
        }
    }
    let spoke = run.statements.iter().filter(|s| s.start() <= at).filter_map(|s| s.speaker).next_back();
    spoke.filter(|&m| matches!(cast.members[m].kind, ActorKind::Person | ActorKind::Office)).or_else(|| cast.last_person())
}

/// The one who acts without being named in the clause: who speaks in the sentence, else the one who acted or spoke
/// just before; in a headline the text's first speaker.
pub(super) fn carried(
    run: &Run<'_, '_>,
    cast: &mut Cast<'_>,
    hit: &ContactHit<'static>,
    sentence: &Range<usize>,
    other: Option<MemberId>,
) -> Option<MemberId> {
    // «وعلى هامش اللقاء مع …، سيلتقي سالم نظيره»: where the contact is told first the main clause tells who acts.
    if subject::is_fronted(hit, sentence)
        && let Some(m) = subject::of_main_clause(run, cast, hit, sentence).filter(|&m| Some(m) != other)
    {
        return Some(m);
    }
    let before_verb = named_before(run, cast, hit, sentence).filter(|&m| Some(m) != other);
    let in_clause = subject::of_clause(run, cast, hit, sentence).filter(|&m| Some(m) != other);
    let able = |m: &MemberId| {
        Some(*m) != other
            && matches!(
                cast.members[*m].kind,
                ActorKind::Person | ActorKind::Office | ActorKind::Organization | ActorKind::State | ActorKind::Group
            )
    };
    let p = run.scene.passage;
    let near = run.drafts.last().filter(|d| sentence.contains(&d.evidence.start));
    // «… الوزير الذي يزور مصر»: the noun before the relative word acts.
    if hit.at > 0 && p.is(hit.at - 1, Class::Object) && !p.grammar.article.is_empty() {
        return near.filter(|d| hit.at - d.evidence.end.min(hit.at) <= RELATIVE).and_then(|d| d.members().last()).filter(able);
    }
    // «زيارة سالم إلى مصر، إذ سيلتقي …»: who visits goes on acting.
    let finite = !matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed);
    let goes_on = finite && hit.at > 0 && !p.grammar.article.is_empty() && p.is(hit.at - 1, Class::Conjunction);
    if let Some(guest) = near.filter(|d| goes_on && d.kind == ContactKind::Visit).map(|d| d.parties[0].0).filter(able) {
        return Some(guest);
    }
    // «زيارة سالم إلى مصر واجتماعه مع …», «توجه سالم إلى مصر للاجتماع مع …»: the one who acted just before.
    let dative = || {
        hit.part == ContactPart::Noun
            && !p.grammar.article.is_empty()
            && (p.grammar.dative.iter().any(|d| p.tokens.word(hit.at).starts_with(d.as_str()))
                || run.grammar.before(p, hit.at, Around::Purpose).is_some())
    };
    // «يعقد سالم اجتماعا مع … خلال زيارة عمل لقطر», «يتوجه سالم إلى مصر، وسيجري محادثات مع …»
    let goes_on = || near.is_some_and(|d| d.basis.contains("/verb-") || d.basis.contains("/light-")) && acts_on(run, hit, sentence);
    if (hit.part == ContactPart::Suffixed || dative() || goes_on())
        && let Some(acted) = near.map(|d| d.parties[0].0).filter(able)
    {
        return Some(acted);
    }
    // «وبدأ سالم نهاره بلقاء …»: a person who is named right before.
    let before = (hit.at.saturating_sub(BEFORE).max(sentence.start)..hit.at).rev().find_map(|k| {
        let (end, known) = p.name_at(k).and_then(|_| cast.registry().at(p, k, usize::from(p.glued[k])))?;
        let person =
            cast.registry().entries[known.entry].kind == EntryKind::Person && end <= hit.at && (k == 0 || !p.is(k - 1, Class::Preposition));
        // «لقاء مع الوزير سالم، وعقد اجتماعا مع …»: behind "and" he acts no more.
        let and = |k: usize| p.grammar.conjunctions.first().is_some_and(|c| p.tokens.word(k).starts_with(c.as_str()));
        // «مع نظيره سالم، إنه بحث …»: nor behind a clause word.
        // «جولة سالم بعد أن زار تونس»: what came before was his.
        let after = |k: usize| k > 0 && run.grammar.around(p, k - 1, Around::After).is_some();
        let closed = |k: usize| and(k) || p.is(k, Class::Clause) && !after(k);
        (person && !(end..hit.at).any(closed)).then_some(known.entry)
    });
    if let Some(entry) = before.filter(|_| !p.grammar.article.is_empty() && !opens_clause(p, hit.at)) {
        return Some(cast.of_entry(entry)).filter(|m| Some(*m) != other);
    }
    if let Some(member) = last_name(run, cast, hit, sentence).filter(|&m| Some(m) != other) {
        return Some(member);
    }
    if in_clause.is_some() {
        return in_clause;
    }
    let inside = run.statements.iter().find(|s| s.content.iter().any(|c| c.contains(&hit.at)));
    // «قال سالم إن الوزير أنهى جولته وزار مصر»: in what is told it is the one with whom it opens who goes on; so he does with a
    // noun, «قال سالم إن الوزير بحث الملف، في اتصال مع …».
    let noun = matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed);
    let and = noun || p.grammar.conjunctions.iter().any(|c| p.tokens.word(hit.at).starts_with(c.as_str()));
    if let Some(said) = inside.filter(|s| and && !p.grammar.article.is_empty() && s.form == Form::Indirect && s.start() < hit.at) {
        let at = said.start();
        let named =
            p.any(at, Class::Role.bit() | Class::Title.bit()) && p.skip(at) == 0 || p.person_at(at).is_some() && p.glued_at(at) == 0;
        let end = (p.grammar.phrase_end)(p, at, hit.at);
        // «الرئيس سيعقد»: no verb belongs to the one who acts.
        let verb = |&k: &usize| run.grammar.is_verb(p, k) || run.grammar.is_future(p.tokens.word(k));
        // «الوزير السوري ركز في زيارته»: behind a definite office an unknown word is its verb.
        let article = p.grammar.article.as_str();
        let known = |k: usize| p.is_classed(k) || p.is_of_person(k) || p.name_at(k).is_some() || p.tokens.word(k).starts_with(article);
        let unknown = |&k: &usize| noun && !known(k) && p.tokens.word(k - 1).starts_with(article);
        let words = at..(at + 1..end).find(|k| verb(k) || unknown(k)).unwrap_or(end);
        let phrase = cast.phrase(p, words.clone(), 0);
        let sure = !noun || !phrase.has_name() || words.into_iter().any(|k| p.is_of_person(k) || p.name_at(k).is_some());
        if sure && named && matches!(phrase.kind(), ActorKind::Person | ActorKind::Office) && !phrase.is_pronoun() {
            return Some(cast.join(&phrase)).filter(|m| Some(*m) != other);
        }
    }
    // «کارشناسی از تونس به عراق می‌آید»: of himself the one who is quoted speaks in the first person.
    let other_one = |s: &&crate::statement::Draft| p.grammar.article.is_empty() && s.form == Form::Direct;
    if inside.as_ref().is_some_and(other_one) && !speaks_of_himself(run, sentence) {
        return None;
    }
    if let Some(speaker) = inside.and_then(|s| s.speaker).filter(able) {
        return Some(speaker);
    }
    let cue = |s: &crate::statement::Draft| s.cue.as_ref().map_or(s.start(), |c| c.0.start);
    let here = run.statements.iter().find(|s| sentence.contains(&cue(s))).and_then(|s| s.speaker).filter(able);
    if here.is_some() {
        return here;
    }
    let part = run.scene.blocks.iter().find(|b| b.tokens.contains(&hit.at))?;
    let first_part = run.scene.blocks.iter().find(|b| b.is_told()).is_some_and(|b| b.tokens == part.tokens);
    let opens = sentence.start <= part.tokens.start + 2;
    if first_part && opens && hit.at <= sentence.start + 2 {
        let next = run.statements.iter().filter(|s| s.start() > hit.at).filter_map(|s| s.speaker).find(able);
        if next.is_some() {
            return next;
        }
    }
    // «أوفدت الحكومة نائب الوزير سالم النخلي إلى أربيل حيث التقى …»: the one who is named before it in the sentence.
    if let Some(m) = before_verb {
        return Some(m);
    }
    // Carried over from the sentence before, in the same part.
    let told = run.drafts.iter().rev().find(|d| part.tokens.contains(&d.evidence.start)).map(|d| (d.evidence.start, d.parties[0].0));
    let spoke =
        run.statements.iter().rev().find(|s| part.tokens.contains(&cue(s)) && cue(s) < hit.at).and_then(|s| Some((cue(s), s.speaker?)));
    let before = [told, spoke].into_iter().flatten().max_by_key(|c| c.0).map(|c| c.1).filter(able);
    let near = told.is_some_and(|told| told.0 >= sentence.start);
    let main = if near { None } else { subject::of_main_clause(run, cast, hit, sentence) };
    let main = main.filter(|&m| Some(m) != other).or(before);
    main.or_else(|| subject::of_sentence_before(run, cast, hit, sentence).filter(|&m| Some(m) != other))
}

/// Whether a Persian sentence is told in the first person: «در دیدار با سفیر گفتم».
fn speaks_of_himself(run: &Run<'_, '_>, sentence: &Range<usize>) -> bool {
    let p = run.scene.passage;
    sentence.clone().any(|k| run.grammar.words.mine.contains(p.tokens.word(k))) || p.first_person(sentence.clone())
}

/// Whether a word opens another clause with the one who acted in the clause before: «ناقش النخلي الخطة مع الرئيس سالم، كما التقى …».
fn opens_clause(p: &rawi_lang::Passage<'_>, at: usize) -> bool {
    at > 1 && p.is(at - 1, Class::Adverb) && p.is_comma(at - 2)
}

/// Whether an Arabic contact noun goes on with the one who acted before: behind a word of time, or with a verb to which "and" is glued.
fn acts_on(run: &Run<'_, '_>, hit: &ContactHit<'static>, sentence: &Range<usize>) -> bool {
    let p = run.scene.passage;
    if p.grammar.article.is_empty() || hit.part != ContactPart::Noun {
        return false;
    }
    let holds = |word: &str| run.grammar.is_future(word) || hit.word.verbs.iter().any(|v| v == word);
    let and = |k: usize| p.grammar.conjunctions.iter().any(|c| p.tokens.word(k).strip_prefix(c.as_str()).is_some_and(holds));
    run.grammar.before(p, hit.at, Around::During).is_some() || (hit.at.saturating_sub(NEAR).max(sentence.start)..hit.at).any(and)
}

/// The person of whom the text tells by one word right before an Arabic contact word, with at most its preposition
/// between: «أشار النخلي في لقاء مع …».
fn last_name(run: &Run<'_, '_>, cast: &Cast<'_>, hit: &ContactHit<'static>, sentence: &Range<usize>) -> Option<MemberId> {
    let p = run.scene.passage;
    if p.grammar.article.is_empty() {
        return None;
    }
    let k = (hit.at.saturating_sub(NEAR).max(sentence.start)..hit.at).rev().find(|&k| !p.is(k, Class::Preposition))?;
    let closed = Class::Preposition.bit() | Class::Role.bit() | Class::Title.bit() | Class::Inner.bit();
    if !p.tokens.is_word(k) || p.is_classed(k) || p.glued_at(k) > 0 || k > 0 && p.any(k - 1, closed) {
        return None;
    }
    let phrase = cast.phrase(p, k..k + 1, 0);
    cast.find(&phrase).filter(|&m| cast.members[m].kind == ActorKind::Person && cast.members[m].named)
}

/// The one with an office or title who is named last before a finite verb in the middle of an Arabic sentence.
fn named_before(run: &Run<'_, '_>, cast: &mut Cast<'_>, hit: &ContactHit<'static>, sentence: &Range<usize>) -> Option<MemberId> {
    let p = run.scene.passage;
    // A glued "and" goes on with the one who acted before.
    let and = p.grammar.conjunctions.iter().any(|c| p.tokens.word(hit.at).starts_with(c.as_str()));
    let noun = matches!(hit.part, ContactPart::Noun | ContactPart::Suffixed);
    if p.grammar.article.is_empty() || noun || and || hit.at == 0 || p.is_mark(hit.at - 1) || opens_clause(p, hit.at) {
        return None;
    }
    let somebody = Class::Role.bit() | Class::Title.bit();
    let closed = somebody | Class::Preposition.bit() | Class::Relation.bit();
    let at = (sentence.start..hit.at).rev().find(|&k| p.any(k, somebody) && p.skip(k) == 0 && (k == 0 || !p.any(k - 1, closed)))?;
    let end = (p.grammar.phrase_end)(p, at, hit.at);
    let end = (at + 1..end).find(|&k| run.grammar.is_verb(p, k)).unwrap_or(end);
    let phrase = cast.phrase(p, at..end, 0);
    let office = phrase.is_role() && end > at + 2;
    (phrase.has_name() && phrase.kind() == ActorKind::Person || office).then(|| cast.join(&phrase))
}

impl Run<'_, '_> {
    /// Whether a word of an office, a title or a people begins behind a glued preposition: «بوزير», «للرئيس».
    fn is_sure_behind(&self, at: usize, skip: usize) -> bool {
        let p = self.scene.passage;
        let sure = [Class::Role, Class::Title, Class::Relation, Class::Body, Class::PluralHead, Class::Envoy];
        let article = p.grammar.article.as_str();
        let word = p.tokens.word(at);
        // «للرئيس» has lost a letter of its article.
        let whole = word
            .get(skip..)
            .filter(|w| !article.is_empty() && w.starts_with(&article[article.len() / 2..]) && !w.starts_with(article))
            .map(|w| format!("{article}{}", &w[article.len() / 2..]));
        p.grammar.classes.any(p.tokens, at, skip, |h| h.values.iter().any(|c| sure.contains(c)))
            || whole.is_some_and(|w| p.grammar.classes.get(&w).iter().any(|c| sure.contains(c)))
            || self.grammar.words.around.longest(p.tokens, at, skip).is_some_and(|h| h.values.contains(&Around::People))
    }

    /// Whether a phrase that no class and no table tells can be a name: two to four words, or a word that stands in a
    /// headline or post and that is one of a name elsewhere.
    fn may_be_name(&self, tokens: &Range<usize>, hit: &ContactHit<'static>) -> bool {
        let p = self.scene.passage;
        let words = tokens.clone().filter(|&k| p.tokens.is_word(k)).count();
        let short =
            self.scene.is_post || self.scene.blocks.iter().any(|b| b.role == rawi_model::BlockRole::Headline && b.tokens.contains(&hit.at));
        let closed = Class::Generic.bit() | Class::Paper.bit() | Class::Label.bit() | Class::Adverb.bit() | Class::Preposition.bit();
        (words >= 2 || short && p.is_of_person(tokens.start))
            && words <= 4
            && !p.any(tokens.start, closed)
            && (hit.word.kind != rawi_model::ContactKind::Talks || hit.part != ContactPart::Noun)
    }
}
