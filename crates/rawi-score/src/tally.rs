//! What is counted.

use std::ops::AddAssign;

/// How many there are, were read, and were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Items {
    pub(crate) found: usize,
    /// Items with the right speaker, day or value.
    pub(crate) right: usize,
    pub(crate) gold: usize,
    pub(crate) read: usize,
}

impl AddAssign for Items {
    fn add_assign(&mut self, other: Self) {
        self.found += other.found;
        self.right += other.right;
        self.gold += other.gold;
        self.read += other.read;
    }
}

/// The counts of some documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) documents: usize,
    pub(crate) genre: usize,
    pub(crate) statements: Items,
    pub(crate) chain: usize,
    pub(crate) form: usize,
    pub(crate) contacts: Items,
    /// Items contacts that have a day.
    pub(crate) days: usize,
    pub(crate) dates: Items,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.genre += other.genre;
        self.statements += other.statements;
        self.chain += other.chain;
        self.form += other.form;
        self.contacts += other.contacts;
        self.days += other.days;
        self.dates += other.dates;
    }
}

/// The counts of one rule, optional items among them: what a rule reads of them is right or wrong like everything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RuleTally {
    pub(crate) read: usize,
    /// Of these, what is there.
    pub(crate) found: usize,
    /// Of the found, those with the right speaker; all contacts that are found.
    pub(crate) right: usize,
    /// Of the right statements, those with the right chain.
    pub(crate) chain: usize,
    /// Of the found statements, those with the right form.
    pub(crate) form: usize,
}

impl AddAssign for RuleTally {
    fn add_assign(&mut self, other: Self) {
        self.read += other.read;
        self.found += other.found;
        self.right += other.right;
        self.chain += other.chain;
        self.form += other.form;
    }
}
