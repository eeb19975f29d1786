//! Files that are changed together: all of them, or none.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::told;
use crate::files::expect_file;

/// Files written beside those that they will replace. A reader finds each file as it was before or as it is after. If
/// the changes are dropped, nothing has happened.
#[derive(Default)]
pub struct Changes {
    staged: Vec<Staged>,
    /// Folders that were made for them, outer ones first.
    folders: Vec<PathBuf>,
}

struct Staged {
    path: PathBuf,
    file: AtomicWriteFile,
    /// The former content of the file, if it existed.
    before: Option<Vec<u8>>,
    /// The names in its folder before anything was put beside it.
    beside: Vec<PathBuf>,
}

impl Changes {
    /// Writes a file to the disk, to be moved to its path later. If the path is a link, its target will change. An
    /// existing file keeps its permissions, and its owner if possible.
    ///
    /// # Errors
    ///
    /// If the file cannot be written, or the one in its place cannot or must not.
    pub fn stage(&mut self, path: &Path, content: &mut dyn Read) -> Result<(), String> {
        self.ready(path, content).map_err(|error| told(path, &error))
    }

    fn ready(&mut self, path: &Path, content: &mut dyn Read) -> io::Result<()> {
        let path = if path.is_symlink() { path.canonicalize()? } else { path.to_owned() };
        let before = path.exists().then(|| read_to_change(&path)).transpose()?;
        self.make_folder(folder(&path))?;
        let beside = listed(folder(&path))?;
        let mut file = AtomicWriteFile::open(&path)?;
        io::copy(content, &mut file)?;
        file.sync_all()?;
        self.staged.push(Staged { path, file, before, beside });
        Ok(())
    }

    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing = folder.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        let mut missing: Vec<_> = missing.map(Path::to_owned).collect();
        missing.reverse();
        self.folders.append(&mut missing);
        fs::create_dir_all(folder)
    }

    /// Moves every file to its path.
    ///
    /// # Errors
    ///
    /// If one cannot be moved. Those that were moved before it are restored.
    pub fn make(mut self) -> Result<(), String> {
        let mut made = Vec::new();
        for Staged { path, file, before, beside } in std::mem::take(&mut self.staged) {
            if let Err(error) = file.commit() {
                sweep(&path, &beside);
                return Err([told(&path, &error)].into_iter().chain(take_back(made)).collect::<Vec<_>>().join("\n"));
            }
            made.push((path, before));
        }
        Ok(())
    }
}

impl Drop for Changes {
    /// Removes the folders that were made, unless they are in use.
    fn drop(&mut self) {
        self.staged.clear();
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Removes a file that could not be moved to its path.
fn sweep(path: &Path, beside: &[PathBuf]) {
    let start = format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy());
    let new = listed(folder(path)).unwrap_or_default().into_iter().filter(|name| !beside.contains(name));
    for name in new.filter(|name| name.to_string_lossy().starts_with(&start)) {
        let _ = fs::remove_file(folder(path).join(name));
    }
}

/// The folder that a file is in.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Restores the former files, with a complaint for each that could not be.
fn take_back(made: Vec<(PathBuf, Option<Vec<u8>>)>) -> Vec<String> {
    let back = |(path, before): (PathBuf, Option<Vec<u8>>)| {
        let done = match before {
            Some(bytes) => overwrite(&path, &bytes),
            None => fs::remove_file(&path),
        };
        Some(told(&path, &format!("is changed already and cannot be put back, run this again: {}", done.err()?)))
    };
    made.into_iter().rev().filter_map(back).collect()
}

fn overwrite(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = AtomicWriteFile::open(path)?;
    io::copy(&mut &*bytes, &mut file)?;
    file.commit()
}

/// The content of a file that may be written. One that is marked as read-only is left alone, though it could be
/// replaced.
fn read_to_change(path: &Path) -> io::Result<Vec<u8>> {
    expect_file(path)?;
    File::options().write(true).open(path)?;
    fs::read(path)
}

/// The content of a file.
///
/// # Errors
///
/// If it is none, or cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    expect_file(path).and_then(|()| fs::read(path)).map_err(|error| told(path, &error))
}

/// Whether a file is as it was just written.
///
/// # Errors
///
/// If it is not.
pub fn expect(path: &Path, text: &str) -> Result<(), String> {
    if read(path)? == text.as_bytes() {
        return Ok(());
    }
    Err(told(path, &"was changed by somebody else at the same time: run this again"))
}

/// Every file of a folder and of those in it, by its path from there, in the order of their names.
///
/// # Errors
///
/// If anything in it is neither, or is a link to a folder, which could lead round in a circle.
pub fn all(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    gather(folder, Path::new(""), &mut files)?;
    Ok(files)
}

fn gather(folder: &Path, below: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    for name in names(&folder.join(below))? {
        let (relative, path) = (below.join(&name), folder.join(below).join(&name));
        if !path.is_dir() {
            expect_file(&path).map_err(|error| told(&path, &error))?;
            files.push(relative);
        } else if path.is_symlink() {
            return Err(told(&path, &"a link to a folder, expected files and folders"));
        } else {
            gather(folder, &relative, files)?;
        }
    }
    Ok(())
}

/// The names in a folder, in their order.
///
/// # Errors
///
/// If it cannot be listed.
pub fn names(folder: &Path) -> Result<Vec<PathBuf>, String> {
    listed(folder).map_err(|error| told(folder, &error))
}

fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().into()));
    let mut names: Vec<PathBuf> = names.collect::<io::Result<_>>()?;
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_moved_before_a_failure_is_put_back_and_nothing_is_left() -> Result<(), Box<dyn std::error::Error>> {
        let folder = std::env::temp_dir().join(format!("sgii-changes-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("a"), "before")?;
        let mut changes = Changes::default();
        for name in ["a", "b", "below/c", "d"] {
            changes.stage(&folder.join(name), &mut &b"after"[..])?;
        }
        fs::create_dir_all(folder.join("d/in the way"))?;
        let complaint = changes.make().err().unwrap_or_default();
        assert!(complaint.starts_with(&told(&folder.join("d"), &"Is a directory")), "{complaint}");
        assert_eq!((listed(&folder)?, fs::read(folder.join("a"))?), (vec!["a".into(), "d".into()], b"before".to_vec()));
        Ok(fs::remove_dir_all(folder)?)
    }
}
