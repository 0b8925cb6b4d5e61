//! # What it reads
//! A nominal attribution before or within a sentence.
//!
//! Example: «به گفته رئیس بندر، کشتی‌ها فردا می‌رسند.» (according to the head of the port, the ships arrive tomorrow)
//!
//! # What it leaves
//! Who passes the words on and who says them is told by the entry's role and by who follows.

use crate::fa;
use crate::frame::AccordingFrame;

/// «به گفته X، …»
pub const ACCORDING: AccordingFrame = AccordingFrame { id: "fa/according", phrase_end: fa::phrase_end };
