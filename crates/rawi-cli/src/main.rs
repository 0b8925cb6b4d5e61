//! The command `rawi`.
fn main() {}
