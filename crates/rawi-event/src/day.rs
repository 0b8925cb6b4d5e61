//! When a contact was, as far as one document says.

use rawi_time::{Dated, Day};
use serde::{Deserialize, Serialize};

/// When a contact was, as far as one document says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// On this day.
    On(Day),
    /// Within these days.
    Within(Day, Day),
    /// The document does not say; it was published on this day.
    Published(Day),
    /// Nothing is known.
    Open,
}

impl When {
    /// From the date of a contact and that of its document; a stretch longer than this many days says too little.
    pub(crate) fn new(date: Option<&Dated>, published: Option<&Dated>) -> Self {
        const LONG: i32 = 31;
        let reach = |d: &Dated| {
            let settled = d.as_day();
            Some((d.earliest.or(settled)?, d.latest.or(settled)?))
        };
        if let Some(date) = date {
            match (date.as_day(), reach(date)) {
                (Some(day), None) => return Self::On(day),
                (Some(day), Some((a, b))) if a == b => return Self::On(day),
                (_, Some((a, b))) if a <= b && b.0.saturating_sub(a.0) <= LONG => return Self::Within(a, b),
                // A year or a season: an earlier time, and no day of it.
                _ => return Self::Open,
            }
        }
        published.and_then(Dated::as_day).map_or(Self::Open, Self::Published)
    }

    /// The name as it stands in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::On(_) => "on",
            Self::Within(..) => "within",
            Self::Published(_) => "published",
            Self::Open => "open",
        }
    }

    /// The day by which it stands among others.
    pub(crate) fn first(self) -> Option<Day> {
        match self {
            Self::On(day) | Self::Published(day) | Self::Within(day, _) => Some(day),
            Self::Open => None,
        }
    }

    /// The last day on which it can have been.
    pub(crate) fn last(self) -> Option<Day> {
        match self {
            Self::Within(_, day) => Some(day),
            other => other.first(),
        }
    }
}
