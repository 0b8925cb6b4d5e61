//! Readings of invented news, made by hand: water, trade, sport, visas.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::unwrap_used)]

use rawi_model::Reading;

pub const READINGS: &str = include_str!("../data/readings.jsonl");

/// Four readings: a Persian read-out and an Arabic report of one meeting, a Persian sports report, an Arabic letter.
pub fn readings() -> Vec<Reading> {
    READINGS.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The readings again and again under other sources: `count` of them.
pub fn many(count: usize) -> Vec<Reading> {
    let four = readings();
    (0..count)
        .map(|n| {
            let mut reading = four[n % four.len()].clone();
            reading.document.source = format!("news/{n:05}.txt");
            reading.document.id = format!("{n:016x}");
            reading
        })
        .collect()
}

/// Every row of every table of a record, as text: two records are alike when these are.
pub fn dump(path: &std::path::Path) -> Vec<String> {
    let db = rusqlite::Connection::open(path).unwrap();
    let mut select = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let tables: Vec<String> = select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut lines = Vec::new();
    // The search tables' own storage depends on how the work was divided; what they find is compared elsewhere.
    for table in tables.iter().filter(|t| !t.contains("_search")) {
        let mut select = db.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY 1, 2")).unwrap();
        let width = select.column_count();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..width).map(|i| format!("{:?}", row.get_ref(i).unwrap())).collect();
            lines.push(format!("{table}|{}", cells.join("|")));
        }
    }
    lines
}
