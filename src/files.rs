//! The files of a folder, read so that none of them can hold the reader up: what is not a regular file, or is longer
//! than any file of a policy could be, is refused by name.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::{error, fmt};

use crate::text;
use crate::visible::on_one_line;

/// How long a file may be, in bytes. The longest of the policy's own is a twentieth of it.
pub const LONGEST: usize = 1 << 20;

/// How long all files of a folder may be together, in bytes.
const LONGEST_TOGETHER: usize = 4 * LONGEST;

/// A file or folder that cannot be read, and why. Shown as `path: why`.
#[derive(Debug)]
pub struct Unreadable {
    path: PathBuf,
    why: String,
}

impl Unreadable {
    fn new(path: &Path, why: impl ToString) -> Self {
        Self { path: path.to_owned(), why: why.to_string() }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", on_one_line(&self.path.to_string_lossy()), self.why)
    }
}

impl error::Error for Unreadable {}

/// The texts of the files in a folder that end in `.toml`, each with its path, in the order of their names.
///
/// # Errors
///
/// When the folder or one of its files cannot be read, or is too long.
pub fn toml(folder: &Path) -> Result<Vec<(PathBuf, String)>, Unreadable> {
    let mut left = LONGEST_TOGETHER;
    let mut texts = Vec::new();
    for path in paths(folder).map_err(|error| Unreadable::new(folder, error))? {
        let text = text(&path)?;
        left = left.checked_sub(text.len()).ok_or_else(|| Unreadable::new(folder, too_long(LONGEST_TOGETHER)))?;
        texts.push((path, text));
    }
    Ok(texts)
}

fn paths(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    Ok(paths)
}

fn text(path: &Path) -> Result<String, Unreadable> {
    let bytes = bytes(path).map_err(|error| Unreadable::new(path, error))?;
    if bytes.len() > LONGEST {
        return Err(Unreadable::new(path, too_long(LONGEST)));
    }
    text::decoded(bytes).map_err(|why| Unreadable::new(path, why))
}

/// The content of a file, up to the first byte that makes it too long.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    expect_file(path)?;
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Refuses what is not a regular file before it is opened: a pipe would wait for somebody at its other end.
///
/// # Errors
///
/// When there is something else at the path, or nothing.
pub fn expect_file(path: &Path) -> io::Result<()> {
    let found = fs::metadata(path)?;
    if found.is_file() {
        return Ok(());
    }
    let what = if found.is_dir() { "a folder" } else { "a pipe, a socket or a device" };
    Err(io::Error::other(format!("{what}, expected a file")))
}

/// The complaint about a text that is longer than any policy.
pub fn too_long(longest: usize) -> String {
    format!("more than {} MiB, which no policy needs", longest >> 20)
}
