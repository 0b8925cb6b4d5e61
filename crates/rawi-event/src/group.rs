//! Which contacts are one event: a pure function of the set of contacts.
//!
//! Contacts of one kind whose sides are the same belong to one thread; in it, copies of one text are one item, and items
//! are events by their days. A document that names a day says when an event was; one that does not joins the event of the
//! day on which it was published, else of the day before (a newspaper's also of the one before that). Two days are never joined through a third report;
//! but a visit may last for days.
//!
//! What is far off has no say: whether two contacts are one event depends on those that lead from one to the other by
//! [`blocks`] and days within [`reach`] alone, so that a record can look at these and leave the rest.

use std::collections::{BTreeMap, BTreeSet};

use rawi_model::{ContactKind, Status};
use rawi_time::Day;

use crate::clue::Clue;
use crate::day::When;
use crate::item::copies;
use crate::party::{PartyClue, same_party};

/// How many days two contacts of a block may lie apart and still have to do with each other.
pub fn reach() -> i32 {
    4
}

/// A place where contacts meet that may be one.
pub type Block = String;

/// Sides beyond these are not paired: a summit's long list.
const SIDES: usize = 8;

/// The places where a contact meets those that may be one with it: a kind with a pair of sides. Two states whose talks go
/// on for months meet by the day.
pub fn blocks(clue: &Clue) -> BTreeSet<Block> {
    let head = format!("{}{}", clue.family(), clue.course());
    let mut blocks = BTreeSet::new();
    let sides = &clue.parties[..clue.parties.len().min(SIDES)];
    for (n, one) in sides.iter().enumerate() {
        for other in &sides[n + 1..] {
            let day = if one.state && other.state { clue.first().map_or_else(String::new, |d| d.to_string()) } else { String::new() };
            for (a, b) in one.tokens().iter().flat_map(|a| other.tokens().into_iter().map(move |b| (*a, b))) {
                let (a, b) = if a <= b { (a, b) } else { (b, a) };
                blocks.insert(format!("{head}|{a}|{b}|{day}"));
            }
        }
    }
    if let ([one], false) = (sides, clue.sketch.is_empty()) {
        blocks.extend(one.tokens().iter().map(|a| format!("{head}|{a}")));
    }
    blocks
}

/// One event: the places of its contacts in what was given, each with the number of its item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventOf {
    /// Contact and item, in the order of items.
    pub members: Vec<(usize, u32)>,
    /// The days of the event, as far as its reports know them.
    pub days: Option<(Day, Day)>,
    /// The kind that most reports give it.
    pub kind: ContactKind,
    /// Held where any report says so.
    pub status: Status,
}

/// What a user said of two reports, by their addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Their events are one.
    One(String, String),
    /// The first is of another event than the second, and so are its copies.
    Two(String, String),
}

/// The events of some contacts, as users corrected them.
///
/// The order of the contacts does not matter, and the same contacts give the same events.
pub fn events(clues: &[Clue], said: &[Said]) -> Vec<EventOf> {
    let mut order: Vec<usize> = (0..clues.len()).collect();
    order.sort_by(|&a, &b| clues[a].report.cmp(&clues[b].report));
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for thread in threads(clues, &order) {
        sets.extend(by_day(clues, &items(clues, &thread)));
    }
    corrected(clues, &mut sets, said);
    let mut found: Vec<EventOf> = sets.iter().filter(|s| !s.is_empty()).map(|set| event(clues, set)).collect();
    found.sort_by(|a, b| leader(clues, a).cmp(leader(clues, b)));
    found
}

/// The report after which an event is called: the first by day, then by name.
fn leader<'c>(clues: &'c [Clue], event: &EventOf) -> &'c str {
    event.members.first().map_or("", |m| clues[m.0].report.as_str())
}

/// Contacts of one kind whose sides are the same, as long as their days lie within reach of one another.
fn threads(clues: &[Clue], order: &[usize]) -> Vec<Vec<usize>> {
    let mut union = Union::new(clues.len());
    let mut by_block: BTreeMap<Block, Vec<usize>> = BTreeMap::new();
    for &at in order {
        for block in blocks(&clues[at]) {
            by_block.entry(block).or_default().push(at);
        }
    }
    // Reports of more sides join those of fewer, and those of sides less known those of sides who are known, only where all
    // of these are one another's.
    let mut wider: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for list in by_block.values_mut() {
        list.sort_by_key(|&at| (clues[at].first(), at_report(clues, at)));
        let mut latest: Vec<usize> = Vec::new();
        for &at in list.iter() {
            latest.retain(|&seen| near(&clues[seen], &clues[at]));
            let mut alike = false;
            for seen in &mut latest {
                if !same_contact(&clues[*seen], &clues[at]) {
                    if may_be(&clues[at], &clues[*seen]) {
                        wider.entry(at).or_default().insert(*seen);
                    } else if may_be(&clues[*seen], &clues[at]) {
                        wider.entry(*seen).or_default().insert(at);
                    }
                    continue;
                }
                match clues[*seen].parties.len().cmp(&clues[at].parties.len()) {
                    std::cmp::Ordering::Equal => union.join(*seen, at),
                    std::cmp::Ordering::Less => drop(wider.entry(at).or_default().insert(*seen)),
                    std::cmp::Ordering::Greater => drop(wider.entry(*seen).or_default().insert(at)),
                }
                // The latest of those with the very same sides stands for them.
                if same_sides(&clues[*seen], &clues[at]) {
                    *seen = at;
                    alike = true;
                }
            }
            if !alike {
                latest.push(at);
            }
        }
    }
    for (wide, narrow) in wider {
        let one = narrow.iter().all(|&a| narrow.iter().all(|&b| same_contact(&clues[a], &clues[b])));
        if one {
            for a in narrow {
                union.join(wide, a);
            }
        }
    }
    union.sets(order)
}

fn at_report(clues: &[Clue], at: usize) -> &str {
    &clues[at].report
}

fn near(one: &Clue, other: &Clue) -> bool {
    match (one.last(), other.first()) {
        (Some(a), Some(b)) => b.0.saturating_sub(a.0) <= reach(),
        (a, b) => a == b,
    }
}

fn same_sides(one: &Clue, other: &Clue) -> bool {
    let ids = |c: &Clue| c.parties.iter().map(|p| (p.id.clone(), p.words.clone())).collect::<BTreeSet<_>>();
    one.when.last() == one.when.first() && other.when.last() == other.when.first() && ids(one) == ids(other)
}

/// Whether two contacts have the same sides: each side of the one that names fewer is a side of the other.
fn same_contact(one: &Clue, other: &Clue) -> bool {
    if one.family() != other.family() || one.course() != other.course() {
        return false;
    }
    if let (Some(a), Some(b)) = (one.writer(), other.writer())
        && !same_party(a, b)
    {
        return false;
    }
    let (few, many) = if one.parties.len() <= other.parties.len() { (one, other) } else { (other, one) };
    if few.parties.len() < 2 {
        // One side alone says little: only a copy is the same.
        return few.parties.len() == many.parties.len() && matched(few, many) == few.parties.len() && copies(&few.sketch, &many.sketch);
    }
    matched(few, many) == few.parties.len()
}

/// Whether the sides of one, some of them known by office or last name alone, may be those of the other.
fn may_be(vague: &Clue, clear: &Clue) -> bool {
    let sides = vague.parties.len();
    let fits = |p: &PartyClue, q: &PartyClue| same_party(p, q) || p.may_be(q);
    let writers = vague.writer().zip(clear.writer()).is_none_or(|(a, b)| fits(a, b));
    let kind = vague.family() == clear.family() && vague.course() == clear.course();
    let vaguely = vague.parties.iter().any(|p| !p.perhaps.is_empty());
    vaguely && kind && writers && sides > 1 && sides == clear.parties.len() && fitting(vague, clear, fits) == sides
}

/// How many sides of one are sides of the other.
fn matched(few: &Clue, many: &Clue) -> usize {
    fitting(few, many, same_party)
}

fn fitting(few: &Clue, many: &Clue, fits: impl Fn(&PartyClue, &PartyClue) -> bool) -> usize {
    let mut left: Vec<&PartyClue> = many.parties.iter().collect();
    let mut count = 0;
    for side in &few.parties {
        if let Some(at) = left.iter().position(|p| fits(side, p)) {
            left.swap_remove(at);
            count += 1;
        }
    }
    count
}

/// One text and its copies.
#[derive(Debug)]
struct Item {
    members: Vec<usize>,
    when: When,
    planned: bool,
}

/// The items of a thread: each contact goes to the first text of which it is a copy, if that is of about the same day.
fn items(clues: &[Clue], thread: &[usize]) -> Vec<Item> {
    /// How many days later a copy may be printed.
    const LATE: i32 = 2;
    let mut list = thread.to_vec();
    list.sort_by_key(|&at| (clues[at].published, at_report(clues, at)));
    let mut items: Vec<Item> = Vec::new();
    for at in list {
        let clue = &clues[at];
        let fits = |item: &&mut Item| {
            let first = &clues[item.members[0]];
            let late = |a: Option<Day>, b: Option<Day>| matches!((a, b), (Some(a), Some(b)) if (b.0 - a.0).abs() <= LATE);
            (late(first.published, clue.published) || first.published == clue.published)
                && (first.when.first() == clue.when.first() || late(first.when.first(), clue.when.first()))
                && copies(&first.sketch, &clue.sketch)
        };
        match items.iter_mut().find(fits) {
            Some(item) => {
                // The earliest that names a day knows it best: later prints of it keep its «today».
                if !matches!(item.when, When::On(_)) && matches!(clue.when, When::On(_)) && item.when.first() >= clue.when.first() {
                    item.when = clue.when;
                }
                item.planned &= clue.status == Status::Planned;
                item.members.push(at);
            }
            None => items.push(Item { members: vec![at], when: clue.when, planned: clue.status == Status::Planned }),
        }
    }
    items
}

/// The events of a thread, by the days of its items.
fn by_day(clues: &[Clue], items: &[Item]) -> Vec<Vec<usize>> {
    let anew = |i: &Item| i.members.iter().any(|&m| clues[m].anew);
    let states = |i: &Item| clues[i.members[0]].parties.iter().all(|p| p.state);
    // Three or more seldom meet twice within two days.
    let many = |i: &Item| clues[i.members[0]].parties.len() > 2 && !states(i) && !anew(i);
    let on = |i: &Item| if let When::On(day) = i.when { Some(day) } else { None };
    let held: BTreeSet<Day> = items.iter().filter(|i| !i.planned).filter_map(on).collect();
    let told = |day: Day, printed: Day| {
        items.iter().any(|i| i.when == When::On(day) && i.members.iter().any(|&m| clues[m].published == Some(printed)))
    };
    // A paper that prints an agency's «today» a day late, beside papers that say «yesterday» on the same morning.
    let late = |item: &Item, day: Day| {
        let first = &clues[item.members[0]];
        !first.post && !item.planned && first.published == Some(day) && told(day.plus(-1), day) && !told(day, day.plus(1))
    };
    // What was announced for a day of which nobody tells, and later of the next, was put off till then.
    let put_off = |item: &Item, day: Day| {
        let printed = |i: &Item| clues[i.members[0]].published;
        let later = || items.iter().any(|i| on(i) == Some(day.plus(1)) && printed(i) > printed(item));
        let apart = item.planned && !states(item) && !anew(item) && !held.contains(&day);
        apart && (held.contains(&day.plus(1)) || many(item) && later())
    };
    let settled = |item: &Item, day: Day| {
        if late(item, day) {
            day.plus(-1)
        } else if put_off(item, day) {
            day.plus(1)
        } else {
            day
        }
    };
    let anchors: BTreeSet<Day> = items.iter().filter_map(|i| Some(settled(i, on(i)?))).collect();
    let mut sets: BTreeMap<(u8, Option<Day>, Option<Day>), Vec<usize>> = BTreeMap::new();
    let mut free: Vec<(Day, bool, &Item)> = Vec::new();
    let mut alone = Vec::new();
    for item in items {
        let key = match item.when {
            When::On(day) => Some((0, Some(settled(item, day)), None)),
            When::Within(a, b) => {
                let one = |days: &BTreeSet<Day>| {
                    let mut fits = days.range(a..=b);
                    fits.next().filter(|_| fits.next().is_none()).copied()
                };
                match one(&anchors).or_else(|| one(&held)) {
                    Some(day) => Some((0, Some(day), None)),
                    None => Some((2, Some(a), Some(b))),
                }
            }
            When::Published(day) => {
                let post = clues[item.members[0]].post;
                let days = if item.planned { [0, 1, 2] } else { [0, -1, if post { -1 } else { -2 }] };
                // A paper may announce in the morning what took place the day before.
                let stale = item.planned && many(item) && !post;
                // One more than was told of before is none of those.
                let days = if states(item) || anew(item) { [0; 3] } else { days };
                let anchor = days.into_iter().chain(stale.then_some(-1)).map(|d| day.plus(d)).find(|d| anchors.contains(d));
                if anchor.is_none() {
                    free.push((day, item.planned, item));
                    continue;
                }
                anchor.map(|day| (0, Some(day), None))
            }
            When::Open => None,
        };
        match key {
            Some(key) => sets.entry(key).or_default().extend(&item.members),
            None => alone.push(item.members.clone()),
        }
    }
    // Those that name no day and find none: a day and the one after it are one.
    free.sort_by_key(|f| f.0);
    let mut start: Option<Day> = None;
    for (day, _, item) in free {
        let span = i32::from(!states(item));
        let from = start.filter(|s| day.0 - s.0 <= span && !anew(item)).unwrap_or(day);
        start = Some(from);
        sets.entry((1, Some(from), None)).or_default().extend(&item.members);
    }
    let visit = clues.get(items.first().map_or(0, |i| i.members[0])).is_some_and(|c| c.family() == 'v');
    let sets = if visit && !items.iter().any(states) { stays(sets) } else { sets.into_values().collect() };
    sets.into_iter().chain(alone).collect()
}

/// Visits of days that follow one another are one: nobody comes back the day after he left.
fn stays(sets: BTreeMap<(u8, Option<Day>, Option<Day>), Vec<usize>>) -> Vec<Vec<usize>> {
    let (mut days, stretches): (Vec<_>, Vec<_>) = sets.into_iter().partition(|(key, _)| key.2.is_none());
    days.sort_by_key(|(key, _)| key.1);
    let mut stays: Vec<(Option<Day>, Vec<usize>)> = Vec::new();
    for ((_, day, _), members) in days {
        match stays.last_mut() {
            Some((Some(last), stay)) if day.is_some_and(|day| day.0 - last.0 <= 1) => {
                *last = day.unwrap_or(*last);
                stay.extend(members);
            }
            _ => stays.push((day, members)),
        }
    }
    stays.into_iter().map(|(_, members)| members).chain(stretches.into_iter().map(|(_, members)| members)).collect()
}

/// Applies what users said, in its order.
fn corrected(clues: &[Clue], sets: &mut Vec<Vec<usize>>, said: &[Said]) {
    if said.is_empty() {
        return;
    }
    let by_report: BTreeMap<&str, usize> = clues.iter().enumerate().map(|(at, c)| (c.report.as_str(), at)).collect();
    let set_of = |sets: &[Vec<usize>], report: &str| {
        let at = *by_report.get(report)?;
        Some((sets.iter().position(|s| s.contains(&at))?, at))
    };
    for one in said {
        let (Said::One(one_report, other) | Said::Two(one_report, other)) = one;
        let (Some((a, at)), Some((b, rest))) = (set_of(sets, one_report), set_of(sets, other)) else { continue };
        match one {
            Said::One(..) if a != b => {
                let moved = std::mem::take(&mut sets[b]);
                sets[a].extend(moved);
            }
            Said::Two(..) if a == b && at != rest => {
                let follows = |m: usize| m == at || m != rest && copies(&clues[m].sketch, &clues[at].sketch);
                let (gone, stay) = sets[a].iter().partition(|&&m| follows(m));
                sets[a] = stay;
                sets.push(gone);
            }
            _ => {}
        }
    }
}

/// The items of an event, of which no document is in two: it is one text, however often it tells of the contact.
fn texts(clues: &[Clue], set: &[usize]) -> Vec<Vec<usize>> {
    let mut texts: Vec<Vec<usize>> = Vec::new();
    for item in items(clues, set) {
        let shares = |text: &Vec<usize>| text.iter().any(|&a| item.members.iter().any(|&b| clues[a].source() == clues[b].source()));
        let mut same = (0..texts.len()).filter(|&t| shares(&texts[t])).collect::<Vec<_>>().into_iter();
        let Some(first) = same.next() else {
            texts.push(item.members);
            continue;
        };
        for other in same.rev() {
            let moved = texts.remove(other);
            texts[first].extend(moved);
        }
        texts[first].extend(item.members);
        texts[first].sort_by_key(|&at| (clues[at].published, at_report(clues, at)));
    }
    texts
}

/// An event of these contacts: its items numbered in the order of their first publication.
fn event(clues: &[Clue], set: &[usize]) -> EventOf {
    let mut members = Vec::with_capacity(set.len());
    for (number, text) in texts(clues, set).iter().enumerate() {
        members.extend(text.iter().map(|&m| (m, number as u32)));
    }
    // What was announced for a day says less of it than what was told of it on the day itself.
    let held = |m: &usize| clues[*m].status == Status::Held;
    let told = |wanted: fn(When) -> Option<(Day, Day)>, all: bool| {
        let days = || members.iter().filter(|m| all || held(&m.0)).filter_map(|m| wanted(clues[m.0].when));
        Some((days().map(|d| d.0).min()?, days().map(|d| d.1).max()?))
    };
    let posts = || {
        let days = || members.iter().filter(|m| held(&m.0) && clues[m.0].post).filter_map(|m| clues[m.0].published);
        Some((days().min()?, days().max()?))
    };
    let on = |w| if let When::On(d) = w { Some((d, d)) } else { None };
    let within = |w| if let When::Within(a, b) = w { Some((a, b)) } else { None };
    let printed = |w| if let When::Published(d) = w { Some((d, d)) } else { None };
    let mut kinds: BTreeMap<ContactKind, usize> = BTreeMap::new();
    for m in &members {
        *kinds.entry(clues[m.0].kind).or_default() += 1;
    }
    let kind = kinds.iter().max_by_key(|(kind, count)| (**count, std::cmp::Reverse(**kind))).map_or(ContactKind::Meeting, |k| *k.0);
    let rank =
        |s: Status| [Status::Held, Status::Planned, Status::Proposed, Status::Cancelled, Status::Denied].iter().position(|&o| o == s);
    let status = members.iter().map(|m| clues[m.0].status).min_by_key(|&s| rank(s)).unwrap_or_default();
    let days = told(on, false).or_else(posts).or_else(|| told(on, true)).or_else(|| told(printed, true)).or_else(|| told(within, true));
    EventOf { members, days, kind, status }
}

/// Sets that grow together.
struct Union(Vec<usize>);

impl Union {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    fn sets(mut self, order: &[usize]) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &at in order {
            sets.entry(self.root(at)).or_default().push(at);
        }
        sets.into_values().collect()
    }
}
