//! # What it reads
//! A nominal attribution before or within a sentence.
//!
//! Example: «بحسب مدير الميناء، تصل السفن غدا.» (according to the director of the port, the ships arrive tomorrow)
//!
//! # What it leaves
//! Who passes the words on and who says them is told by the entry's role and by who follows.

use crate::ar;
use crate::frame::AccordingFrame;

/// «بحسب X، …»
pub const ACCORDING: AccordingFrame = AccordingFrame { id: "ar/according", phrase_end: ar::phrase_end };
