//! The documents: what they name is there, and the first of them stays short.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may")]

use std::fs;
use std::path::{Path, PathBuf};

/// The folders that a path in backticks begins with.
const FOLDERS: [&str; 8] = ["docs/", "package/", "policy/", "src/", "tests/", "tools/", "www/", "xtask/"];

/// The most lines that the README may have: it is read by people who have not decided to read on.
const README_LINES: usize = 100;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every document that is written by hand.
fn documents() -> Vec<PathBuf> {
    let beside = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "tests/README.md"].map(|name| root().join(name));
    let docs = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    beside.into_iter().chain(docs.filter(|path| path.extension().is_some_and(|end| end == "md"))).collect()
}

/// Where the links of a text lead that stay within the repository.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let linked = linked.map(|link| link.split('#').next().unwrap_or_default());
    linked.filter(|link| !link.is_empty() && !link.contains("://"))
}

/// The paths that stand in backticks. One with a star or braces stands for several.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let spans = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    spans.filter(|span| FOLDERS.iter().any(|folder| span.starts_with(folder)) && !span.contains(['*', '{', ' ']))
}

/// What a document names that is not there.
fn missing(folder: &Path, text: &str) -> Vec<String> {
    let links = links(text).map(|link| (link, folder.join(link)));
    let paths = paths(text).map(|path| (path, root().join(path)));
    links.chain(paths).filter(|(_, path)| !path.exists()).map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_file_that_a_document_names_is_there() {
    for document in documents() {
        let text = fs::read_to_string(&document).unwrap();
        let missing = missing(document.parent().unwrap(), &text);
        assert!(missing.is_empty(), "{} names what is not there: {missing:?}", document.display());
    }
}

#[test]
fn a_file_that_is_not_there_is_noticed() {
    let text = "[here](README.md#top), [gone](gone.md) or <https://a.example>: `src/lib.rs`, `src/gone.rs`, `src/*.rs`";
    assert_eq!(missing(root(), text), ["gone.md", "src/gone.rs"]);
}

#[test]
fn the_readme_stays_short() {
    let lines = fs::read_to_string(root().join("README.md")).unwrap().lines().count();
    assert!(lines <= README_LINES, "{lines} lines: move what not everybody needs to docs/");
}
