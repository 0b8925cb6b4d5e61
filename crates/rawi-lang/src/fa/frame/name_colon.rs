//! # What it reads
//! A line that names its speaker before a colon, as headlines and channels write.
//!
//! Example: «سرمربی تیم: برای برد آمده‌ایم» (the coach: we have come to win)
//!
//! # What it leaves
//! Labels («منبع:», «تاریخ:») and lines whose words before the colon hold a verb.

use crate::fa;
use crate::frame::LineFrame;

/// «X: …»
pub const NAME_COLON: LineFrame = LineFrame { id: "fa/name-colon", subject: fa::subject, speech_end: fa::speech_end };
