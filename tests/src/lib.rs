//! What the tests of the whole share: the documents of a folder, read.

use std::path::{Path, PathBuf};

use rawi_model::Reading;
use rawi_read::Reader;

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// A file or folder of the further documents that may stand beside the repository; where it is absent, says so and gives none.
#[allow(clippy::print_stdout, reason = "a test that is left out says so")]
pub fn shared(path: &str) -> Option<PathBuf> {
    let place = root().join("../shared").join(path);
    if !place.exists() {
        println!("skipped: no {path} beside the repository");
        return None;
    }
    Some(place)
}

/// Reads every document under some paths, in order; documents that can't be read are left out.
pub fn read(paths: &[PathBuf]) -> Vec<Reading> {
    let reader = Reader::new();
    rawi_source::open(paths, rawi_source::SourceOptions::default())
        .filter_map(Result::ok)
        .map(|raw| reader.read(raw.document, raw.published.as_deref()))
        .collect()
}
