//! Puts contacts from a file into a guide on a disk.

mod files;
mod hosted;

use std::ffi::OsStr;
use std::fmt::Display;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::Zoned;

use super::guide::ALTERED;
use super::{Contacts, Guide};
use crate::policy::compile::sha256::sha256;
use crate::text;
use files::Changes;

/// The longest file of contacts, in bytes: all of them, with everything as long as it may be, take a quarter of it.
const LONGEST: u64 = 1 << 16;

/// Puts the contacts of one file into the page of another as they are today, writes the result to a third, and says the
/// SHA-256 of the page without and with them. Given the folder of a guide as it is hosted, it does so for its pages,
/// and says the SHA-256 of the worker that now knows them.
///
/// # Errors
///
/// If a file cannot be read or written, the guide is not whole, or anything is wrong with the contacts: every such
/// thing, a line each. Nothing is written then.
pub fn install(guide: &Path, contacts: &Path, out: &Path) -> Result<String, String> {
    let contacts = read(contacts)?;
    let said = if guide.is_dir() { hosted::fill(guide, &contacts, out) } else { fill(guide, &contacts, out) }?;
    Ok(said + &contacts.warnings())
}

fn read(path: &Path) -> Result<Contacts, String> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| told(path, &error))?;
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| told(path, &error))?;
    if bytes.len() as u64 > LONGEST {
        return Err(told(path, &format!("is longer than {LONGEST} bytes, expected six contacts at most")));
    }
    let text = text::decoded(bytes).map_err(|error| told(path, &error))?;
    Contacts::read(&text, Zoned::now().date())
        .map_err(|wrong| wrong.iter().map(|complaint| told(path, complaint)).collect::<Vec<_>>().join("\n"))
}

fn fill(path: &Path, contacts: &Contacts, out: &Path) -> Result<String, String> {
    let page = page(path)?;
    let guide = Guide::read(&page).map_err(|error| told(path, &error))?;
    let filled = guide.with(contacts);
    let mut changes = Changes::default();
    changes.stage(out, &mut filled.as_bytes())?;
    changes.make()?;
    files::expect(out, &filled)?;
    let (before, after) = (sha256([guide.published()]), sha256([filled]));
    Ok(format!("{before}  without contacts\n{after}  {}", out.display()))
}

/// The text of a page. A file that ends in the middle of a character is refused.
fn page(path: &Path) -> Result<String, String> {
    String::from_utf8(files::read(path)?).map_err(|_| told(path, &ALTERED))
}

fn told(path: &Path, error: &dyn Display) -> String {
    format!("{}: {error}", path.display())
}

/// Where a page with contacts goes unless somebody says otherwise: `guide-local.html` beside `guide.html`, and for a
/// folder `dist-local` beside `dist`, also where `dist` is spelled `.`.
pub fn beside(guide: &Path) -> PathBuf {
    if guide.is_dir() {
        return match guide.canonicalize() {
            Ok(named) if guide.file_name().is_none() => local(&named, named.file_name(), ""),
            _ => local(guide, guide.file_name(), ""),
        };
    }
    local(guide, guide.file_stem(), ".html")
}

fn local(guide: &Path, name: Option<&OsStr>, ending: &str) -> PathBuf {
    let name = name.unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix("-local").unwrap_or(&name);
    guide.with_file_name(format!("{name}-local{ending}"))
}
