//! Opening a file: telling a record from anything else, and bringing an older layout up to date.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::{RecordError, Result};
use crate::schema::{APPLICATION_ID, STEPS};

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(30);

/// The newest layout that this program knows.
#[allow(clippy::cast_possible_wrap)]
const KNOWN: i64 = STEPS.len() as i64;

/// Opens a record for writing; a missing or empty file becomes a record.
pub(crate) fn open_for_writing(path: &Path) -> Result<Connection> {
    let connection = Connection::open(whole(path)).map_err(|e| cannot_open(path, &e))?;
    prepare(&connection, path)?;
    let layout = layout(&connection, path)?;
    connection.pragma_update(None, "journal_mode", "wal").map_err(|e| cannot_open(path, &e))?;
    connection.pragma_update(None, "synchronous", "normal")?;
    if layout < KNOWN { take_steps(connection, path) } else { Ok(connection) }
}

/// Opens a record for reading alone.
pub(crate) fn open_for_reading(path: &Path) -> Result<Connection> {
    if !path.exists() {
        return Err(RecordError::Missing(path.to_owned()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(whole(path), flags).map_err(|e| cannot_open(path, &e))?;
    prepare(&connection, path)?;
    let found = match layout(&connection, path) {
        // A record on a read-only medium: the index of the write-ahead log cannot be made there, and is not needed.
        Err(RecordError::Open { .. }) if path.is_file() => {
            let fixed = Connection::open_with_flags(fixed_address(path), flags).map_err(|e| cannot_open(path, &e))?;
            prepare(&fixed, path)?;
            return match layout(&fixed, path)? {
                KNOWN => Ok(fixed),
                0 => Err(RecordError::NotARecord(path.to_owned())),
                _ => Err(RecordError::Older(path.to_owned())),
            };
        }
        found => found?,
    };
    match found {
        0 => Err(RecordError::NotARecord(path.to_owned())),
        KNOWN => Ok(connection),
        _ => Err(RecordError::Older(path.to_owned())),
    }
}

fn prepare(connection: &Connection, path: &Path) -> Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(96);
    // A plan is made once and not again for each value that is bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|e| cannot_open(path, &e))?;
    connection.pragma_update(None, "foreign_keys", true).map_err(|e| cannot_open(path, &e))?;
    connection.pragma_update(None, "cache_size", -16_000).map_err(|e| cannot_open(path, &e))?;
    Ok(())
}

/// How many steps the file has taken; none for a new file.
fn layout(connection: &Connection, path: &Path) -> Result<i64> {
    let ask = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i64>(0)).map_err(|e| cannot_open(path, &e));
    let application = ask("PRAGMA application_id")?;
    let found = ask("PRAGMA user_version")?;
    if application == 0 && found == 0 && ask("SELECT count(*) FROM sqlite_schema")? == 0 {
        return Ok(0);
    }
    if application != APPLICATION_ID || found < 1 {
        return Err(RecordError::NotARecord(path.to_owned()));
    }
    if found > KNOWN {
        return Err(RecordError::Newer { path: path.to_owned(), found, known: KNOWN });
    }
    Ok(found)
}

/// Takes the steps that are missing, all or none of them.
fn take_steps(mut connection: Connection, path: &Path) -> Result<Connection> {
    let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again under the lock: another program may have come first.
    let taken = layout(&step, path)?;
    for (number, next) in STEPS.iter().enumerate().skip(usize::try_from(taken).unwrap_or(0)) {
        step.execute_batch(next.sql)?;
        if let Some(fill) = next.fill {
            fill(&step)?;
        }
        step.execute("INSERT INTO step (number, name) VALUES (?1, ?2)", (number as u32 + 1, next.name))?;
    }
    step.pragma_update(None, "application_id", APPLICATION_ID)?;
    step.pragma_update(None, "user_version", KNOWN)?;
    step.commit()?;
    Ok(connection)
}

fn cannot_open(path: &Path, error: &rusqlite::Error) -> RecordError {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => RecordError::NotARecord(path.to_owned()),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => RecordError::Busy,
        _ => {
            let reason = if path.is_dir() { "it is a folder".to_owned() } else { plain(error) };
            RecordError::Open { path: path.to_owned(), reason }
        }
    }
}

/// What `SQLite` says, without the path that the caller names anyway.
fn plain(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(code, _) => code.to_string().to_lowercase(),
        other => other.to_string(),
    }
}

/// The whole path, so that no name of a file is taken for one of `SQLite`'s own addresses.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The address of a file that nobody changes while it is open.
fn fixed_address(path: &Path) -> String {
    let path = whole(path);
    let mut address = "file:".to_owned();
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => address.push(char::from(byte)),
            // Writing to a string does not fail.
            other => drop(write!(address, "%{other:02X}")),
        }
    }
    address + "?immutable=1"
}
