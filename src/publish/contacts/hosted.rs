//! Contacts for a guide as it is hosted: a folder with its pages, and the worker that keeps them and knows each by its SHA-256.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{Contacts, told};
use crate::policy::compile::sha256::sha256;

/// The English pages. Each page has the same block for contacts.
const PAGES: [&str; 2] = ["guide.html", "guide-nowasm.html"];

/// What keeps the pages on a device, and refuses any that it does not know.
const WORKER: &str = "worker.js";

/// A copy of the folder, with these contacts in its pages and the worker that knows them; and the SHA-256 of each page without
/// and with them, and of the worker that was written.
///
/// # Errors
///
/// If a file cannot be read or written, a page is not a guide, the worker does not know a page as it stands beside it, or the
/// copy would be inside the folder.
pub fn install(folder: &Path, contacts: &Contacts, out: &Path) -> Result<String, String> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(|error| told(&path, &error))
    };
    let in_place = is_in_place(folder, out)?;
    let mut worker = read(WORKER)?;
    let mut written = Vec::new();
    let mut said = Vec::new();
    for name in pages(folder, &worker)? {
        let page = read(&name)?;
        let refused = |error: String| told(&folder.join(&name), &error);
        let empty = Contacts::default().fill(&page).map_err(refused)?;
        let filled = contacts.fill(&page).map_err(refused)?;
        let known = entry(&name, &page);
        if !worker.contains(&known) {
            return Err(told(&folder.join(WORKER), &format!("does not know {name} as it stands beside it")));
        }
        worker = worker.replace(&known, &entry(&name, &filled));
        let path = out.join(&name);
        said.push(format!("{}  {name} without contacts\n{}  {}", sha256([&empty]), sha256([&filled]), path.display()));
        written.push((path, filled));
    }
    let path = out.join(WORKER);
    said.push(format!("{}  {}", sha256([&worker]), path.display()));
    written.push((path, worker));
    if !in_place {
        copy(folder, out)?;
    }
    for (path, text) in written {
        fs::write(&path, text).map_err(|error| told(&path, &error))?;
    }
    Ok(said.join("\n"))
}

/// The English pages, and those in other languages that the worker keeps.
fn pages(folder: &Path, worker: &str) -> Result<Vec<String>, String> {
    let names = entries(folder)?;
    let names = names.iter().filter_map(|path| path.file_name()?.to_str()).filter(|name| name.ends_with(".html"));
    let translated = names.filter(|name| !PAGES.contains(name) && worker.contains(&format!("\"{name}\":")));
    let mut pages: Vec<_> = PAGES.into_iter().chain(translated).map(str::to_owned).collect();
    pages.sort();
    Ok(pages)
}

/// A file as the worker lists it.
fn entry(name: &str, text: &str) -> String {
    format!("\"{name}\":\"{}\"", sha256([text]))
}

/// Whether the folder to write is the one that is read. One inside it would be copied into itself.
fn is_in_place(folder: &Path, out: &Path) -> Result<bool, String> {
    let (read, written) = (whole(folder), whole(out));
    if read != written && written.starts_with(&read) {
        return Err(told(out, &"is inside the folder that is copied, expected one beside it, or that folder itself"));
    }
    Ok(read == written)
}

/// The one path of a folder however it is spelled, also of one that is still to be made.
fn whole(folder: &Path) -> PathBuf {
    let here = Path::new(".").canonicalize().unwrap_or_default();
    folder.components().fold(here, |mut path, part| {
        if part == Component::ParentDir {
            path.pop();
        } else {
            path.push(part);
        }
        path.canonicalize().unwrap_or(path)
    })
}

/// Everything else goes with the pages as it is.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|error| told(to, &error))?;
    for path in entries(from)? {
        let beside = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &beside)?;
        } else {
            fs::copy(&path, &beside).map_err(|error| told(&beside, &error))?;
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    entries.map_err(|error| told(folder, &error))
}
