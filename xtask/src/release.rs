//! The release folder: what a school takes and hosts, what is said of it, and the SHA-256 of every file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::build::{MADE, pages};
use crate::plan::{LeftOut, Step};
use crate::schedule::Load;
use crate::site::Site;
use crate::{package, shell};

/// Leaves everything in `target/response-guide/`, once the pages and the npm package have been made.
pub const MAKE: &[Step] = &[
    REVIEW_PACK,
    RELEASE,
    Step::new("release folder by sha256sum", check_sums).needs(&[RELEASE]),
    Step::new("files that its documents name", check_documents).needs(&[RELEASE]),
];

const REVIEW_PACK: Step = Step::new("review pack", review).takes(Load::Machine);
const RELEASE: Step = Step::new("release folder", make).needs(&[REVIEW_PACK, MADE, package::TARBALL]);

/// What of `dist/` is released, besides the pages. Anything else may have come to lie there.
const BUILT: [&str; 4] = ["worker.js", "guide.webmanifest", "embed.js", "headers"];

/// What is released as it stands in the repository. The other documents in `docs/` are for who works on the guide.
const GIVEN: [&str; 9] = [
    "SECURITY.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "www/contacts.example.json",
    "docs/accessibility.md",
    "docs/embedding.md",
    "docs/for-it-staff.md",
    "docs/leaks.md",
    "docs/prove-it.md",
];

/// The documents that send somebody to the other files.
const SENDING: [&str; 4] = ["SECURITY.md", "embedding.md", "for-it-staff.md", "prove-it.md"];

/// The npm tools that have a hand in the bytes of the pages.
const NPM_TOOLS: [&str; 3] = ["binaryen", "esbuild", "terser"];

const SUMS: &str = "SHA256SUMS";
const TOOLCHAIN: &str = "TOOLCHAIN.txt";
const REVIEW: &str = "review.html";

fn folder(site: &Site) -> PathBuf {
    site.root.join("target/response-guide")
}

/// Where the review pack is written anew, away from the one in the repository.
fn review_folder(site: &Site) -> PathBuf {
    site.root.join("target/review")
}

fn review(site: &Site) -> Result<()> {
    let within = review_folder(site);
    for name in ["docs/generated", "dist"] {
        fs::create_dir_all(within.join(name)).context("could not make a folder for the review pack")?;
    }
    let manifest = site.root.join("Cargo.toml");
    let mut cargo = site.cargo();
    cargo.current_dir(within).args(["run", "--quiet", "--bin", "sgii", "--manifest-path"]).arg(manifest);
    shell::hush(cargo.args(["--", "review"]).arg(site.root.join("policy/cases")))
}

fn make(site: &Site) -> Result<()> {
    let folder = folder(site);
    if folder.exists() {
        fs::remove_dir_all(&folder).context("could not empty the release folder")?;
    }
    fs::create_dir_all(&folder).context("could not make the release folder")?;
    for from in sources(site)? {
        let name = from.file_name().with_context(|| format!("{} has no name", from.display()))?;
        copy(&from, &folder.join(name))?;
    }
    write(&folder.join(TOOLCHAIN), &toolchain(site)?)?;
    write(&folder.join(SUMS), &sums(&folder)?)?;
    shell::say(&folder.display().to_string());
    Ok(())
}

/// Every file and folder that goes in as it is.
fn sources(site: &Site) -> Result<Vec<PathBuf>> {
    let built = pages(site)?.into_iter().chain(BUILT.map(str::to_owned)).map(|name| site.dist().join(name));
    let given = GIVEN.map(|name| site.root.join(name));
    let made = [review_folder(site).join("dist").join(REVIEW), package::tarball(site)];
    Ok(built.chain(given).chain(made).collect())
}

/// What is right in a folder.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

/// Copies a file, or a folder with all that it holds.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        fs::copy(from, to).with_context(|| format!("could not copy {}", from.display()))?;
        return Ok(());
    }
    fs::create_dir_all(to).with_context(|| format!("could not make {}", to.display()))?;
    for inner in list(from)? {
        let name = inner.file_name().with_context(|| format!("{} has no name", inner.display()))?;
        copy(&inner, &to.join(name))?;
    }
    Ok(())
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("could not write {}", file.display()))
}

/// What the pages were made from and with, as each tool tells of itself.
pub fn toolchain(site: &Site) -> Result<String> {
    let said = |program: &str, argument: &str| shell::read(site.wasm_program(program)?.arg(argument));
    let mut describe = site.program("git");
    let source = shell::read(describe.args(["describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]));
    let source = source.unwrap_or_else(|_| "not known: built outside git\n".to_owned());
    let lock = fs::read_to_string(site.root.join("package-lock.json")).context("could not read package-lock.json")?;
    let parts = [format!("source {source}"), said("rustc", "-vV")?, said("wasm-bindgen", "--version")?, locked(&lock)?];
    Ok(parts.concat())
}

/// The npm tools' versions, a line each, as the lock file has them.
fn locked(lock: &str) -> Result<String> {
    let lock: Value = serde_json::from_str(lock).context("package-lock.json is no JSON")?;
    let version = |tool: &str| lock.pointer(&format!("/packages/node_modules~1{tool}/version")).and_then(Value::as_str);
    let line = |tool| Ok(format!("{tool} {}\n", version(tool).with_context(|| format!("no {tool} is locked"))?));
    NPM_TOOLS.into_iter().map(line).collect()
}

/// A line for each file but the list itself, in the order of their names, as `sha256sum` reads it.
fn sums(folder: &Path) -> Result<String> {
    let line = |name: &String| {
        let bytes = fs::read(folder.join(name)).with_context(|| format!("could not read {name}"))?;
        Ok(format!("{}  {name}\n", HEXLOWER.encode(&Sha256::digest(bytes))))
    };
    files(folder)?.iter().filter(|name| *name != SUMS).map(line).collect()
}

/// The path of every file within a folder, with `/` on any machine.
pub fn files(folder: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for path in list(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(files(&path)?.iter().map(|inner| format!("{name}/{inner}")));
        } else {
            found.insert(name);
        }
    }
    Ok(found)
}

/// The very command that the documents tell people to run.
fn check_sums(site: &Site) -> Result<()> {
    if shell::find("sha256sum").is_none() {
        bail!(LeftOut("there is no `sha256sum` on this machine".to_owned()));
    }
    verify(site, &folder(site))
}

fn verify(site: &Site, folder: &Path) -> Result<()> {
    shell::hush(site.program("sha256sum").current_dir(folder).args(["--check", "--strict", "--quiet", SUMS]))
}

fn check_documents(site: &Site) -> Result<()> {
    let folder = folder(site);
    let files = files(&folder)?;
    for name in SENDING {
        let text = fs::read_to_string(folder.join(name)).with_context(|| format!("could not read {name}"))?;
        let absent = absent(&text, &files);
        if !absent.is_empty() {
            bail!("{name} names what is not released: {}", absent.join(", "));
        }
    }
    Ok(())
}

/// The code spans of a document that name a file which is not there.
fn absent<'a>(document: &'a str, files: &BTreeSet<String>) -> Vec<&'a str> {
    spans(document).filter_map(named).filter(|name| !is_among(name, files)).collect()
}

/// What stands between two backticks within a line.
fn spans(document: &str) -> impl Iterator<Item = &str> {
    document.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The file that a code span names, if it names one of a release. The repository keeps the documents in `docs/`.
fn named(span: &str) -> Option<&str> {
    let name = span.strip_prefix("docs/").unwrap_or(span).trim_end_matches('/');
    // What somebody writes of their own.
    if name == "contacts.json" {
        return None;
    }
    let within = BUILT.iter().any(|built| name.split('/').next() == Some(built));
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_file = ["html", "js", "json", "md", "tgz", "txt", "webmanifest"].contains(&end);
    (within || name == SUMS || is_file && !stem.is_empty() && !name.contains(['/', ' '])).then_some(name)
}

/// Whether a name is a file's, a folder's, or that of a file within a folder.
fn is_among(name: &str, files: &BTreeSet<String>) -> bool {
    files
        .iter()
        .any(|file| file == name || file.starts_with(&format!("{name}/")) || file.ends_with(&format!("/{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("sgii-release-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("headers"))?;
        write(&folder.join("guide.html"), "abc")?;
        write(&folder.join("headers/a"), "")?;
        write(&folder.join(SUMS), &sums(&folder)?)?;
        Ok(folder)
    }

    #[test]
    fn every_file_but_the_list_is_listed_by_its_name() -> Result<()> {
        let listed = sums(&scratch("listed")?)?;
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(listed, format!("{abc}  guide.html\n{empty}  headers/a\n"));
        Ok(())
    }

    #[test]
    fn a_changed_byte_is_told() -> Result<()> {
        let (folder, site) = (scratch("changed")?, Site::at("."));
        verify(&site, &folder)?;
        write(&folder.join("headers/a"), "b")?;
        let told = verify(&site, &folder).err().map_or_else(String::new, |told| told.to_string());
        assert!(told.contains("headers/a: FAILED"), "{told}");
        assert!(!told.contains("guide.html: FAILED"), "{told}");
        Ok(())
    }

    #[test]
    fn a_file_that_is_gone_is_told() -> Result<()> {
        let (folder, site) = (scratch("gone")?, Site::at("."));
        fs::remove_file(folder.join("guide.html"))?;
        assert!(verify(&site, &folder).is_err());
        Ok(())
    }

    #[test]
    fn a_document_that_names_what_is_not_released_is_caught() {
        let files = ["guide.html", "headers/strict/_headers", "prove-it.md"].map(str::to_owned).into();
        let document =
            "`guide.html`, `headers/strict`, `headers/`, `docs/prove-it.md`, `contacts.json`, `.js`, `dist/x.html`";
        assert_eq!(absent(document, &files), [""; 0]);
        let document = "`guide.htm`, `guide-local.html`, `headers/loose`, `SHA256SUMS`, `docs/leaks.md`, `a b.js`";
        let missing = ["guide-local.html", "headers/loose", "SHA256SUMS", "leaks.md"];
        assert_eq!(absent(document, &files), missing);
    }

    #[test]
    fn a_tool_that_is_not_locked_is_missed() {
        let entry = |tool: &str| format!(r#""node_modules/{tool}": {{ "version": "1.2.3" }}"#);
        let lock = |tools: &[&str]| {
            let entries: Vec<_> = tools.iter().map(|tool| entry(tool)).collect();
            format!(r#"{{ "packages": {{ {} }} }}"#, entries.join(","))
        };
        assert_eq!(locked(&lock(&NPM_TOOLS)).ok().as_deref(), Some("binaryen 1.2.3\nesbuild 1.2.3\nterser 1.2.3\n"));
        assert!(locked(&lock(&["binaryen", "terser"])).is_err());
    }
}
