//! Actors from the JSON of a Wikidata query.

use std::collections::BTreeMap;

use rawi_model::ActorKind;
use serde_json::Value;

use super::address::is_wikidata;
use super::correction::{Added, Correction};
use crate::error::{RecordError, Result};

/// The additions that the JSON of a Wikidata query makes: SPARQL results, or the plain list of objects that the query
/// page also saves. The column `item` has the Wikidata id; `itemLabel` and `label_fa`, `label_ar`, `label_en` have names.
/// Rows of one item are taken together; those without a name are left out.
///
/// # Errors
/// Where this is no such JSON.
///
/// ```
/// use rawi_record::correct::wikidata;
/// // "Negar Daryani", invented
/// let json = r#"[{"item": "http://www.wikidata.org/entity/Q17", "itemLabel": "Negar Daryani", "label_fa": "نگار دریانی"}]"#;
/// let added = wikidata(json, rawi_model::ActorKind::Person).unwrap();
/// assert_eq!(added[0].subject(), "Q17");
/// ```
pub fn wikidata(json: &str, kind: ActorKind) -> Result<Vec<Correction>> {
    let no = |why: &str| RecordError::Correction(why.to_owned());
    let whole: Value = serde_json::from_str(json.trim_start_matches('\u{FEFF}')).map_err(|e| no(&format!("no JSON: {e}")))?;
    let rows = whole.pointer("/results/bindings").unwrap_or(&whole).as_array();
    let rows = rows.ok_or_else(|| no("no result of a Wikidata query: neither `results.bindings` nor a list"))?;
    let mut items: BTreeMap<u64, Added> = BTreeMap::new();
    for (number, row) in rows.iter().enumerate() {
        let item = row.get("item").and_then(text).and_then(|i| i.rsplit('/').next()).filter(|i| is_wikidata(i));
        let item = item.ok_or_else(|| no(&format!("row {} has no `item` with a Wikidata id", number + 1)))?;
        let place = item[1..].parse().map_err(|_| no(&format!("row {}: `{item}` is no Wikidata id", number + 1)))?;
        let added = items.entry(place).or_insert_with(|| Added { kind, wikidata: Some(item.to_owned()), ..Added::default() });
        let own = ["fa", "ar", "en"].into_iter().filter_map(|l| Some((l, text(row.get(format!("label_{l}"))?)?)));
        for (language, name) in own.chain(row.get("itemLabel").and_then(label)) {
            if !name.trim().is_empty() && !is_wikidata(name) {
                added.names.entry(language.to_owned()).or_insert_with(|| name.trim().to_owned());
            }
        }
    }
    let named = items.into_values().filter(|added| !added.names.is_empty());
    Ok(named.filter_map(|object| Some(Correction::Add { subject: object.address()?, object })).collect())
}

/// The text of a cell: an object with `value`, or the text itself.
fn text(cell: &Value) -> Option<&str> {
    cell.get("value").unwrap_or(cell).as_str()
}

/// A label with its language; English where none is said and its letters are Latin.
fn label(cell: &Value) -> Option<(&str, &str)> {
    let name = text(cell)?;
    let latin = || if name.chars().all(|c| u32::from(c) < 0x250 || !c.is_alphabetic()) { "en" } else { "mul" };
    Some((cell.get("xml:lang").and_then(Value::as_str).unwrap_or_else(latin), name))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn results_of_a_query_become_additions() {
        let json = r#"{"head": {"vars": ["item", "itemLabel", "label_fa"]}, "results": {"bindings": [
            {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q20"}, "itemLabel": {"xml:lang": "ar", "type": "literal", "value": "ليلى المرجاني"}},
            {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q9"}, "itemLabel": {"value": "Q9"}},
            {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q20"}, "label_en": {"value": "Layla al-Marjani"}}]}}"#;
        let added = wikidata(json, ActorKind::Person).unwrap();
        let [Correction::Add { subject, object }] = added.as_slice() else { unreachable!("{added:?}") };
        assert_eq!(subject, "Q20");
        assert_eq!(object.names.keys().collect::<Vec<_>>(), ["ar", "en"]);
        for wrong in ["", "{}", "[{\"item\": \"x\"}]", "[1]", "[{\"item\": \"Q99999999999999999999999\"}]"] {
            assert!(wikidata(wrong, ActorKind::Person).is_err(), "{wrong}");
        }
    }
}
