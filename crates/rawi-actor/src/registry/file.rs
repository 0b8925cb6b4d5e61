//! The registry's files, as they are written.

use serde::Deserialize;

use crate::entry::EntryKind;

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../rawi-lang/data/shared/registry/", $name)))
    };
}

/// A registry file that does not hold what it should.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {source}")]
pub struct Error {
    file: &'static str,
    source: toml::de::Error,
}

/// The blocks of all files: those of actors with their kinds, and those of offices.
pub(super) type Rows = (Vec<(EntryKind, Row)>, Vec<OfficeRow>);

/// Reads all files.
pub(super) fn rows() -> Result<Rows, Error> {
    let files = [file!("state.toml"), file!("organization.toml"), file!("media.toml"), file!("person.toml"), file!("office.toml")];
    let mut rows: Vec<(EntryKind, Row)> = Vec::new();
    let mut offices = Vec::new();
    for (file, text) in files {
        let parsed: File = toml::from_str(text).map_err(|source| Error { file, source })?;
        rows.extend(parsed.state.into_iter().map(|r| (EntryKind::State, r)));
        rows.extend(parsed.organization.into_iter().map(|r| {
            let kind = if r.kind.as_deref() == Some("group") { EntryKind::Group } else { EntryKind::Organization };
            (kind, r)
        }));
        rows.extend(parsed.media.into_iter().map(|r| (EntryKind::Media, r)));
        rows.extend(parsed.person.into_iter().map(|r| (EntryKind::Person, r)));
        offices.extend(parsed.office);
    }
    Ok((rows, offices))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct File {
    state: Vec<Row>,
    organization: Vec<Row>,
    media: Vec<Row>,
    person: Vec<Row>,
    office: Vec<OfficeRow>,
}

/// One block of any of the files of actors; which keys stand in it depends on the file.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) kind: Option<String>,
    pub(super) kind_of: Option<String>,
    pub(super) code: Option<String>,
    pub(super) wikidata: Option<String>,
    pub(super) state: Option<String>,
    pub(super) name_en: Option<String>,
    pub(super) name_fa: Option<String>,
    pub(super) name_ar: Option<String>,
    pub(super) also_fa: Vec<String>,
    pub(super) also_ar: Vec<String>,
    pub(super) also_en: Vec<String>,
    pub(super) bare_fa: Vec<String>,
    pub(super) bare_ar: Vec<String>,
    pub(super) apart_fa: Vec<String>,
    pub(super) apart_ar: Vec<String>,
    pub(super) ambiguous_fa: Vec<String>,
    pub(super) ambiguous_ar: Vec<String>,
    pub(super) last_fa: Vec<String>,
    pub(super) last_ar: Vec<String>,
    pub(super) adjective_fa: Vec<String>,
    pub(super) adjective_ar: Vec<String>,
    pub(super) adjective_en: Vec<String>,
    pub(super) source: Vec<String>,
    pub(super) host: Vec<String>,
    pub(super) term: Vec<TermRow>,
}

#[derive(Debug, Deserialize)]
pub(super) struct TermRow {
    pub(super) office: String,
    pub(super) state: Option<String>,
    pub(super) organization: Option<String>,
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    pub(super) source: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OfficeRow {
    pub(super) id: String,
    pub(super) code: Option<String>,
    pub(super) many: bool,
    pub(super) local: bool,
    pub(super) name_en: String,
    pub(super) state: Option<String>,
    pub(super) organization: Option<String>,
    pub(super) fa: Vec<String>,
    pub(super) ar: Vec<String>,
    pub(super) bare_fa: Vec<String>,
    pub(super) bare_ar: Vec<String>,
    pub(super) plural_fa: Vec<String>,
    pub(super) plural_ar: Vec<String>,
}
