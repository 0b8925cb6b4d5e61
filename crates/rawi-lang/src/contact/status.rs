//! Whether a contact took place, is to come, is wished for, denied or called off.

use std::ops::Range;

use rawi_model::{ContactKind, Status};

use super::{Around, ContactGrammar, ContactHit, ContactPart, Encounter, Shape, Side};
use crate::{Class, Passage};

impl ContactGrammar {
    /// Whether the contact took place, as the sentence tells it.
    pub fn status(&self, p: &Passage<'_>, hit: &ContactHit<'_>, told: &Encounter, clause: Range<usize>) -> Status {
        let part = told.part.unwrap_or(hit.part);
        let has = |class: Around| self.any(p, clause.clone(), class);
        // A present behind a clause word says what is to be: «أن يلتقي».
        let first = told.part.map_or(hit.at, |_| told.evidence.start);
        let wished =
            part == ContactPart::Present && first > 0 && p.is(first - 1, Class::Clause) && p.tokens.word(first - 1).chars().count() <= 2;
        match if wished { ContactPart::Wish } else { part } {
            ContactPart::Denied => Status::Denied,
            // «من المستبعد أن يلتقي»
            ContactPart::Wish if self.before(p, first - 1, Around::RuledOut).is_some() => Status::Denied,
            ContactPart::Wish if has(Around::Proposed) && !has(Around::Planned) => Status::Proposed,
            ContactPart::Future | ContactPart::Wish => Status::Planned,
            // «وزیر به عراق می‌رود»: a Persian present tells of a journey to come.
            ContactPart::Present if hit.word.kind == ContactKind::Visit && told.part.is_none() && p.grammar.article.is_empty() => {
                Status::Planned
            }
            _ => {
                let line =
                    (clause.start..first).rev().find(|&k| p.tokens.kind(k) == rawi_text::TokenKind::Break).map_or(clause.start, |k| k + 1);
                let near = line.max(first.saturating_sub(6))..first;
                let close = |class: Around| self.any(p, near.clone(), class);
                // A noun is to come where that is said beside it, a verb where its clause says so.
                let beside = clause.start.max(first.saturating_sub(BESIDE))..clause.end.min(told.evidence.end + BESIDE);
                // In Persian the verb of the clause may be far behind: «… با حضور کارشناسان دو کشور برگزار خواهد شد».
                let verb = || {
                    // «نشست بررسی سفر … برگزار می‌شود»: the verb belongs to the noun before.
                    let closed = Class::Preposition.bit() | Class::Adverb.bit() | Class::Conjunction.bit() | Class::Clause.bit();
                    let owner = |k: usize| p.tokens.is_word(k) && !p.any(k, closed | Class::Object.bit());
                    if hit.word.kind == ContactKind::Visit && hit.at > clause.start && owner(hit.at - 1) {
                        return false;
                    }
                    let behind = told.evidence.end..clause.end.min(told.evidence.end + FAR);
                    let verb = behind.into_iter().find(|&k| self.around(p, k, Around::Verb).is_some());
                    verb.is_some_and(|k| self.any(p, k..k + 2, Around::Planned))
                };
                // «للاجتماع مع نظيره»
                let glued = || self.words.forms.longest(p.tokens, hit.at, 0).is_none() && !p.grammar.article.is_empty();
                let to = |k: usize| p.grammar.dative.iter().any(|d| p.tokens.word(k).starts_with(d.as_str()));
                // «تكملة لزيارة سالم إلى تونس», «بيان لاجتماع الوزراء مع …»: who acts is told behind it.
                let of = || {
                    let behind = matches!(told.sides.first(), Some((Side::Phrase { tokens, .. }, _)) if tokens.start >= hit.end);
                    // «توجه إلى تونس للقاء سالم النخلي»: whom it is meant for.
                    behind && (hit.word.shape != Shape::Object || hit.word.kind == ContactKind::Visit || !told.basis.ends_with("/noun-of"))
                };
                let noun = matches!(part, ContactPart::Noun | ContactPart::Suffixed);
                let past = noun && self.any(p, hit.end..(hit.end + 1).min(clause.end), Around::Past);
                let purpose = noun && told.part.is_none() && !past && (self.aim_before(p, hit).is_some() || glued() && to(hit.at) && !of());
                // «سيلتقي»
                let meets = |k: usize| {
                    let found = self.words.forms.longest(p.tokens, k, 0);
                    found.is_some_and(|h| h.values.iter().any(|f| f.part == ContactPart::Future))
                };
                // «جولة من المحادثات ستبدأ»: a verb of the future right behind it; «ستستضيف مسقط محادثات بين …»: right before it.
                let starts = |k: usize| !p.grammar.article.is_empty() && self.is_future(p.tokens.word(k));
                let hosts = |k: usize| starts(k) || !p.grammar.article.is_empty() && meets(k);
                // «عقب لقاء …»: what stands before it tells of what came then.
                // «عقب عقد لقاء …»: so does what stands before the verbal noun that holds it.
                let held = || {
                    let verb = hit.at.checked_sub(1).filter(|&k| hit.word.verbs.iter().any(|v| v == p.tokens.word(k)))?;
                    self.before(p, verb, Around::After)
                };
                let after = noun && told.part.is_none() && self.before(p, hit.at, Around::After).or_else(held).is_some();
                let during = noun && told.part.is_none() && self.before(p, hit.at, Around::During).is_some();
                // In Persian another clause may begin behind a comma: «در سایه مذاکرات …، فردا جلسه‌ای برگزار می‌شود».
                // «وارد تهران شده و قرار است …»: so it does behind "and" where that is to come.
                let and = |k: usize| p.is(k, Class::Conjunction) && self.around(p, k + 1, Around::Planned).is_some();
                let stop = (told.evidence.end..beside.end).find(|&k| p.grammar.article.is_empty() && (p.is_comma(k) || and(k)));
                let beside = beside.start..stop.unwrap_or(beside.end);
                // «لقاء سالم غدا أنه استكمال لمباحثات …»: so does a clause word with a pronoun.
                let clause_word = |k: usize| {
                    let word = p.tokens.word(k);
                    p.is(k, Class::Clause) && word.chars().count() > 2 && p.grammar.possessives.iter().any(|e| word.ends_with(e.as_str()))
                };
                let closes = |k: usize| p.is_comma(k) || !p.grammar.article.is_empty() && clause_word(k);
                let comma = (beside.start..first).rev().find(|&k| closes(k)).map_or(beside.start, |k| k + 1);
                let beside = comma..beside.end;
                let soon = match part {
                    _ if purpose => true,
                    _ if after => false,
                    _ if noun => {
                        // «المحادثات التي ستعقد بين …»
                        // «ستعقد جولة المحادثات بين …»
                        let ahead = (beside.start.max(hit.at.saturating_sub(RELATIVE))..hit.at).any(hosts);
                        // «سيعقد خلال زيارته لتونس لقاء مع …»: its own verb, with when or where between.
                        let near = clause.start.max(hit.at.saturating_sub(BESIDE))..hit.at;
                        let own = |k: usize| starts(k) && hit.word.verbs.iter().any(|v| p.tokens.word(k).ends_with(v.as_str()));
                        let ahead = ahead || near.rev().take_while(|&k| !p.is_mark(k)).any(own);
                        // «سيلتقي خلال زيارته …»
                        let journey = during && hit.word.kind == ContactKind::Visit && !p.grammar.article.is_empty();
                        let ahead = ahead || journey && (clause.start.max(first.saturating_sub(BESIDE))..first).any(meets);
                        let inside = ahead || (hit.end..told.evidence.end.min(hit.end + RELATIVE)).any(starts);
                        // «سينقل الرسالة خلال لقائه …», «وعلى هامش اللقاء مع …، سيبحث …»
                        let held = during && !p.grammar.article.is_empty();
                        let [he, she] = &self.words.present;
                        let will = |k: usize| {
                            let verb = p.tokens.word(k).strip_prefix(self.words.future.as_str());
                            !p.is_classed(k)
                                && !p.is_of_person(k)
                                && p.name_at(k).is_none()
                                && !p.behind_person(k + 1)
                                && verb.is_some_and(|w| {
                                    w.chars().count() >= 4 && [he, she].iter().any(|letter| w.starts_with(letter.as_str()))
                                })
                        };
                        let inside = inside
                            || held
                                && (first.saturating_sub(RELATIVE + 1).max(clause.start)..first)
                                    .rev()
                                    .take_while(|&k| !p.is_mark(k))
                                    .any(will);
                        let fronted = held && first <= clause.start + RELATIVE;
                        let stop = told.evidence.end + usize::from(fronted && p.is_comma(told.evidence.end));
                        let inside = inside || fronted && (hosts(stop) || will(stop));
                        let behind = inside || (told.evidence.end..beside.end).take_while(|&k| !p.is_mark(k)).any(starts);
                        behind || self.any(p, beside, Around::Planned) || p.grammar.article.is_empty() && verb()
                    }
                    _ => has(Around::Planned),
                };
                // What is called off or denied is said behind the noun too: «مذاکرات ایران و عمان لغو شد».
                let end = told.evidence.end.max(hit.end);
                // «خبر انتقال پیام … را تکذیب کرد»: the verb stands behind what it denies.
                // «خبر پیام … صحت ندارد»: so does what is said of it at the end.
                let last = |k: usize| self.around(p, k, Around::Denied).is_some_and(|e| e > k + 1 && (e >= clause.end || p.is_mark(e)));
                let object = |k: usize| k < end + 3 || (end..k).any(|o| p.is(o, Class::Object)) || last(k);
                let far = end.saturating_sub(1)..clause.end.min(end + FAR).max(end + 3);
                let behind = |class: Around| {
                    let noun = part == ContactPart::Noun && p.grammar.article.is_empty();
                    // «لغو نشده است»: it still is to be.
                    let stands = |k: usize| {
                        self.around(p, k, class).is_some_and(|e| self.around(p, k, Around::Planned).is_none_or(|more| more <= e))
                    };
                    noun && far.clone().any(|k| object(k) && stands(k))
                };
                if close(Around::Cancelled) || behind(Around::Cancelled) {
                    Status::Cancelled
                } else if close(Around::Denied) || behind(Around::Denied) {
                    Status::Denied
                } else if close(Around::Proposed) && part != ContactPart::Past && !after && !during {
                    Status::Proposed
                } else if part != ContactPart::Past && soon {
                    Status::Planned
                } else {
                    Status::Held
                }
            }
        }
    }
}

/// How far from a contact noun words tell that it is still to come, in tokens.
const BESIDE: usize = 8;

/// How far behind a noun the verb of a relative clause stands, in tokens.
const RELATIVE: usize = 3;

/// How far behind it the verb of its clause is looked for, in tokens.
const FAR: usize = 24;
