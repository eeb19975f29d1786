//! Contacts for a guide as it is hosted: a folder with its pages, and the worker that keeps them and knows each by its
//! SHA-256.
//!
//! Each page and the worker can be restored to what was published from themselves: a page by emptying its places for
//! contacts, the worker from a comment at its end. So a folder can be filled in whatever state an earlier run has left
//! it, even if that was stopped half-way or only one page was filled.

use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use std::process;

use super::files::{self, Changes};
use super::{page, told};
use crate::policy::compile::sha256::sha256;
use crate::publish::contacts::{Contacts, Guide};

/// The English pages. Each page has the same block for contacts.
const PAGES: [&str; 2] = ["guide.html", "guide-nowasm.html"];

/// The service worker, which keeps the pages on a device and refuses any that it does not know.
const WORKER: &str = "worker.js";

/// The comment in a changed worker before its list of the published pages.
const PUBLISHED: &str = "\n// Without contacts: ";

/// A copy of the folder, with these contacts in its pages and the worker that knows them; and the SHA-256 of each page
/// without and with them, and of the worker that was written.
///
/// # Errors
///
/// If a file cannot be read or written, a page is not a whole guide, the worker is not the one that was published with
/// it, or the copy would be inside the folder.
pub fn fill(folder: &Path, contacts: &Contacts, out: &Path) -> Result<String, String> {
    let in_place = is_in_place(folder, out)?;
    let filled = Filled::of(folder, contacts)?;
    if in_place {
        filled.write(&[], folder, out)?;
    } else {
        let copied: Vec<_> = files::all(folder)?.into_iter().filter(|path| !filled.has(path)).collect();
        if out.exists() { filled.write(&copied, folder, out)? } else { filled.write_new(&copied, folder, out)? }
    }
    for (name, text) in &filled.files {
        files::expect(&out.join(name), text)?;
    }
    Ok(filled.said(out))
}

/// The files to write.
struct Filled {
    /// The pages and, last, the worker: names and texts.
    files: Vec<(String, String)>,
    /// The SHA-256 of each page as it is published.
    published: Vec<String>,
}

impl Filled {
    fn of(folder: &Path, contacts: &Contacts) -> Result<Self, String> {
        let mut worker = self::worker(folder)?;
        let mut filled = Self { files: Vec::new(), published: Vec::new() };
        let mut known = Vec::new();
        for name in pages(folder, &worker)? {
            let path = folder.join(&name);
            let page = page(&path)?;
            let guide = Guide::read(&page).map_err(|error| told(&path, &error))?;
            let (published, text) = (guide.published(), guide.with(contacts));
            let before = entry(&name, &published);
            if !worker.contains(&before) {
                return Err(told(
                    &folder.join(WORKER),
                    &format!("was not published with {name}: take both from one release"),
                ));
            }
            worker = worker.replace(&before, &entry(&name, &text));
            known.push(before);
            filled.published.push(sha256([published]));
            filled.files.push((name, text));
        }
        if *contacts != Contacts::default() {
            worker = worker + PUBLISHED + &known.join(",");
        }
        filled.files.push((WORKER.to_owned(), worker));
        Ok(filled)
    }

    fn has(&self, path: &Path) -> bool {
        self.files.iter().any(|(name, _)| path == Path::new(name))
    }

    /// Writes them, and copies of other files, into an existing folder.
    fn write(&self, copied: &[PathBuf], folder: &Path, out: &Path) -> Result<(), String> {
        let mut changes = Changes::default();
        for path in copied {
            let from = folder.join(path);
            let mut file = File::open(&from).map_err(|error| told(&from, &error))?;
            changes.stage(&out.join(path), &mut file)?;
        }
        for (name, text) in &self.files {
            changes.stage(&out.join(name), &mut text.as_bytes())?;
        }
        changes.make()
    }

    /// Writes them into a new folder, which appears only once it is complete.
    fn write_new(&self, copied: &[PathBuf], folder: &Path, out: &Path) -> Result<(), String> {
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        let unfinished = out.with_file_name(format!(".{name}-{}", process::id()));
        fs::create_dir_all(&unfinished).map_err(|error| told(&unfinished, &error))?;
        let written = self.write(copied, folder, &unfinished);
        let moved = written.and_then(|()| fs::rename(&unfinished, out).map_err(|error| told(out, &error)));
        if moved.is_err() {
            let _ = fs::remove_dir_all(&unfinished);
        }
        moved
    }

    fn said(&self, out: &Path) -> String {
        let hashes =
            self.files.iter().map(|(name, text)| (name, format!("{}  {}", sha256([text]), out.join(name).display())));
        let published = self.published.iter().map(Some).chain([None]);
        let lines = hashes.zip(published).map(|((name, line), published)| match published {
            Some(hash) => format!("{hash}  {name} without contacts\n{line}"),
            None => line,
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The worker as it was published.
fn worker(folder: &Path) -> Result<String, String> {
    let path = folder.join(WORKER);
    let text = String::from_utf8(files::read(&path)?).map_err(|error| told(&path, &error))?;
    let Some((worker, published)) = text.rsplit_once(PUBLISHED) else { return Ok(text) };
    Ok(published.split(',').fold(worker.to_owned(), |worker, entry| with(&worker, entry)))
}

/// A worker that knows a file by this entry in place of the one that it has.
fn with(worker: &str, entry: &str) -> String {
    let old = entry.rsplit_once(':').and_then(|(name, _)| worker.get(worker.find(name)?..)?.get(..entry.len()));
    old.map_or_else(|| worker.to_owned(), |old| worker.replace(old, entry))
}

/// The English pages, and those in other languages that the worker keeps.
fn pages(folder: &Path, worker: &str) -> Result<Vec<String>, String> {
    let names = files::names(folder)?;
    let names = names.iter().filter_map(|path| path.to_str()).filter(|name| name.ends_with(".html"));
    let translated = names.filter(|name| !PAGES.contains(name) && worker.contains(&format!("\"{name}\":")));
    let mut pages: Vec<_> = PAGES.into_iter().chain(translated).map(str::to_owned).collect();
    pages.sort();
    Ok(pages)
}

/// A file as the worker lists it.
fn entry(name: &str, text: &str) -> String {
    format!("\"{name}\":\"{}\"", sha256([text]))
}

/// Whether the folder to write is the one that is read. A folder inside it is refused: it would be copied into itself.
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
