//! Who wants to know how far a reading is.

/// Told when each stage of a reading is done; `()` does not want to know, and costs nothing.
pub trait Watch {
    /// A stage is done.
    fn done(&mut self, stage: &'static str);
}

impl Watch for () {
    #[inline]
    fn done(&mut self, _stage: &'static str) {}
}
