//! Paths and folders into files, in the order of their names.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::error::{Place, SourceError};
use crate::kind::{Kind, Packing, by_name, may_look};
use crate::sources::Counts;

/// A file to read; the path `-` is standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) kind: Kind,
    pub(crate) packing: Packing,
}

/// Gives the files of some paths one by one. Folders are gone through depth first and sorted by name; only one folder's
/// listing at each depth is held.
pub(crate) struct Walk {
    given: std::vec::IntoIter<PathBuf>,
    /// The rest of each open folder, innermost last.
    open: Vec<std::vec::IntoIter<PathBuf>>,
    counts: Arc<Counts>,
}

impl Walk {
    pub(crate) fn new(paths: Vec<PathBuf>, counts: Arc<Counts>) -> Self {
        Self { given: paths.into_iter(), open: Vec::new(), counts }
    }

    /// A path named by hand: whatever cannot be read is an error.
    fn named(&mut self, path: PathBuf) -> Option<Result<Found, SourceError>> {
        if path.as_os_str() == "-" {
            return Some(Ok(Found { path, kind: Kind::Look, packing: Packing::Look }));
        }
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => return Some(Err(SourceError::from_io(Place::file(&path), error))),
        };
        if metadata.is_dir() {
            return self.enter(&path).err().map(Err);
        }
        match by_name(&path) {
            (Some(kind), packing) => Some(Ok(Found { path, kind, packing })),
            (None, packing) if !metadata.is_file() || may_look(&path) => {
                let packing = if packing == Packing::None { Packing::Look } else { packing };
                Some(Ok(Found { path, kind: Kind::Look, packing }))
            }
            (None, _) => Some(Err(SourceError::UnknownKind { place: Place::file(&path) })),
        }
    }

    /// A path met in a folder: hidden files, other kinds and links to folders are passed over.
    fn met(&mut self, path: PathBuf) -> Option<Result<Found, SourceError>> {
        let fault = |error| Some(Err(SourceError::from_io(Place::file(&path), error)));
        let link = match fs::symlink_metadata(&path) {
            Ok(metadata) => metadata.file_type(),
            Err(error) => return fault(error),
        };
        if link.is_dir() {
            return self.enter(&path).err().map(Err);
        }
        let (Some(kind), packing) = by_name(&path) else {
            self.counts.files.fetch_add(1, Ordering::Relaxed);
            return None;
        };
        if link.is_symlink() {
            match fs::metadata(&path) {
                Ok(metadata) if metadata.is_dir() => return None,
                Ok(_) => {}
                Err(error) => return fault(error),
            }
        }
        Some(Ok(Found { path, kind, packing }))
    }

    fn enter(&mut self, folder: &Path) -> Result<(), SourceError> {
        let list = || -> io::Result<Vec<PathBuf>> {
            let mut names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
            names.retain(|name| !is_hidden(name));
            names.sort_unstable();
            Ok(names.into_iter().map(|name| folder.join(name)).collect())
        };
        let paths = list().map_err(|error| SourceError::from_io(Place::file(folder), error))?;
        self.open.push(paths.into_iter());
        Ok(())
    }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

impl Iterator for Walk {
    type Item = Result<Found, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let found = match self.open.last_mut().map(Iterator::next) {
                Some(Some(path)) => self.met(path),
                Some(None) => {
                    self.open.pop();
                    continue;
                }
                None => {
                    let path = self.given.next()?;
                    self.named(path)
                }
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

/// How much there is to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extent {
    /// Files.
    pub files: u64,
    /// Their bytes as they lie on disk, packed where they are packed; standard input counts nothing.
    pub bytes: u64,
}

/// Measures what [`open`](crate::open) would read, for a progress bar; faults are left for the reading to tell.
pub fn measure(paths: &[PathBuf]) -> Extent {
    let mut extent = Extent::default();
    for found in Walk::new(paths.to_vec(), Arc::default()).flatten() {
        extent.files += 1;
        extent.bytes += fs::metadata(&found.path).map_or(0, |m| m.len());
    }
    extent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(paths: &[PathBuf]) -> (Vec<String>, Vec<SourceError>) {
        let (mut names, mut errors) = (Vec::new(), Vec::new());
        for found in Walk::new(paths.to_vec(), Arc::default()) {
            match found {
                Ok(found) => names.push(found.path.to_string_lossy().into_owned()),
                Err(error) => errors.push(error),
            }
        }
        (names, errors)
    }

    #[test]
    fn sorted_recursive_without_hidden_and_other_files() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("b/.git")).unwrap();
        fs::create_dir_all(root.join("b/c")).unwrap();
        for name in ["z.txt", "a.jsonl.zst", "b/2.html", "b/1.htm", "b/c/x.json", "b/.git/h.txt", ".h.txt", "p.pdf", "b.txt"] {
            fs::write(root.join(name), "x").unwrap();
        }
        let (names, errors) = walk(&[root.to_owned()]);
        let names: Vec<_> = names.iter().map(|n| n.strip_prefix(&format!("{}/", root.display())).unwrap()).collect();
        assert_eq!(names, ["a.jsonl.zst", "b/1.htm", "b/2.html", "b/c/x.json", "b.txt", "z.txt"]);
        assert!(errors.is_empty());
        assert_eq!(measure(&[root.to_owned()]), Extent { files: 6, bytes: 6 });
    }

    #[test]
    fn named_by_hand() {
        let folder = tempfile::tempdir().unwrap();
        let (csv, bare, gone) = (folder.path().join("a.csv"), folder.path().join("notes"), folder.path().join("gone.txt"));
        fs::write(&csv, "x").unwrap();
        fs::write(&bare, "x").unwrap();
        let (names, errors) = walk(&[csv, bare, gone, PathBuf::from("-")]);
        assert_eq!(names.len(), 2);
        assert!(matches!(&errors[..], [SourceError::UnknownKind { .. }, SourceError::NotFound { .. }]));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_above_is_no_trap() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(folder.path().join("a/x.txt"), "x").unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("a/up")).unwrap();
        let (names, errors) = walk(&[folder.path().to_owned()]);
        assert_eq!((names.len(), errors.len()), (1, 0));
    }
}
