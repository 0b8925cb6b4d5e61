//! # What it reads
//! A nominal attribution before or within a sentence.
//!
//! Example: «بحسب مدير الميناء، تصل السفن غدا.» (according to the director of the port, the ships arrive tomorrow)
//!
//! # What it leaves
//! Who passes the words on and who says them is told by the entry's role and by who follows.

use crate::ar;
use crate::frame::AccordingFrame;
use crate::{Part, Passage};

/// «بحسب X، …»
pub const ACCORDING: AccordingFrame = AccordingFrame { id: "ar/according", phrase_end: source_end };

/// Where the name of a source ends: before a verb that tells what it says.
fn source_end(p: &Passage<'_>, start: usize, end: usize) -> usize {
    let stop = ar::phrase_end(p, start, end);
    let verb = |k: &usize| p.cues_in(*k..*k + 1).iter().any(|c| c.part == Part::Past && !p.is_noun_like(c)) && p.name_at(*k).is_none();
    (start + 1..stop).find(verb).unwrap_or(stop)
}
