//! How sure a rule is, measured on the annotated documents.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    rule: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    right: u16,
    read: u16,
}

/// How sure a rule is: the share that it had right in annotated documents, cautiously; none where it was not counted.
pub(crate) fn of(rule: &str) -> Option<f32> {
    static SHARES: OnceLock<BTreeMap<String, f32>> = OnceLock::new();
    let shares = SHARES.get_or_init(|| {
        let file: File = toml::from_str(include_str!("../data/confidence.toml")).unwrap_or(File { rule: Vec::new() });
        let share = |row: &Row| (f32::from(row.right) + 1.0) / (f32::from(row.read) + 2.0);
        file.rule.into_iter().map(|row| (row.id.clone(), (share(&row) * 100.0).round() / 100.0)).collect()
    });
    shares.get(rule).copied()
}
