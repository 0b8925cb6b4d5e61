//! Addresses: how a correction calls an actor, so that it holds for what is read later too.
//!
//! | address | whom it means |
//! |---|---|
//! | `person/bahram-rudi` | the actor of the registry with this id |
//! | `person:نگار دریانی` | whoever is of this kind and has this name (folded), in any document |
//! | `Q123456` | the actor with this Wikidata id |
//!
//! With `@` and the source of a document behind it, an address means the actor of that document alone.

use rawi_model::ActorKind;
use rusqlite::Connection;

use crate::column::named;
use crate::error::Result;
use crate::words::search_form;

/// The address of an actor.
pub(crate) fn of(kind: ActorKind, registry: Option<&str>, name: &str) -> String {
    registry.map_or_else(|| format!("{}:{}", kind.name(), search_form(name)), ToOwned::to_owned)
}

/// An address without its document, and the source of that.
pub(crate) fn parts(address: &str) -> (&str, Option<&str>) {
    address.split_once('@').map_or((address, None), |(base, source)| (base, Some(source)))
}

/// The kind and the folded name, where an address has them.
pub(crate) fn named_by(address: &str) -> Option<(ActorKind, &str)> {
    let (kind, name) = parts(address).0.split_once(':')?;
    Some((named(kind).ok()?, name)).filter(|(_, name)| !name.is_empty())
}

/// The id in the registry, where an address is one.
pub(crate) fn registry(address: &str) -> Option<&str> {
    let base = parts(address).0;
    let (kind, id) = base.split_once('/')?;
    (named::<ActorKind>(kind).is_ok() && !id.is_empty()).then_some(base)
}

/// Whether this is a Wikidata id.
///
/// ```
/// use rawi_record::correct::is_wikidata;
/// assert!(is_wikidata("Q42") && !is_wikidata("Qom"));
/// ```
pub fn is_wikidata(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// An address as a user wrote it, its name folded; none where it is a mere name.
pub(crate) fn read(typed: &str) -> Option<String> {
    let (base, source) = parts(typed.trim());
    let base = if is_wikidata(base) || registry(base).is_some() {
        base.to_owned()
    } else {
        let (kind, name) = named_by(base)?;
        of(kind, None, name)
    };
    let lacking = base.ends_with(':') || source == Some("");
    (!lacking).then(|| source.map_or_else(|| base.clone(), |source| format!("{base}@{source}")))
}

/// Gives the actors of an older layout their addresses.
pub(crate) fn fill(db: &Connection) -> Result<()> {
    let mut select = db.prepare("SELECT id, kind, registry, name FROM actor")?;
    let mut update = db.prepare("UPDATE actor SET address = ?2 WHERE id = ?1")?;
    let rows = select.query_map([], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?, row.get::<_, String>(3)?))
    })?;
    for (id, kind, registry, name) in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        update.execute((id, of(named(&kind)?, registry.as_deref(), &name)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_names() {
        assert_eq!(read("person/bahram-rudi").as_deref(), Some("person/bahram-rudi"));
        assert_eq!(read(" person:نگار دريانى ").as_deref(), Some("person:نگار دریانی"));
        assert_eq!(read("media:رود@news/a@b.txt").as_deref(), Some("media:رود@news/a@b.txt"));
        assert_eq!(read("Q17").as_deref(), Some("Q17"));
        for name in ["نگار", "Q", "km/h", "person:", "person/", "person:؟", "Q1@", "", "a:b"] {
            assert_eq!(read(name), None, "{name}");
        }
        assert_eq!(parts("person:x@a@b"), ("person:x", Some("a@b")));
    }
}
