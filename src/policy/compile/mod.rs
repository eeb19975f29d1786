//! The compiler: policy files to tables, or to every problem they have.
//!
//! It runs in the build script, where any problem fails the build, and in native programs, which read other policies:
//! to check one, to compare two, to try a mutant.

mod axes;
mod canonical;
mod check;
mod cover;
mod emit;
mod entries;
mod fold;
mod gates;
mod language;
mod names;
mod places;
mod problem;
mod read;
mod record;
pub(crate) mod sha256;
mod simplify;
mod terms;

use std::path::{Path, PathBuf};

use super::Policy;
use crate::files::{self, Unreadable};
pub use emit::source;
use entries::Reader;
#[allow(unused_imports, reason = "the build script reads the policy in English alone")]
pub use language::{ENGLISH, Fallen, Translation, categories, language, template};
use places::Places;
use problem::Problems;
pub use problem::{File, Problem};
use read::Document;

/// Compiles a policy.
///
/// # Errors
///
/// Every problem of the policy, in the order of its files and lines.
///
/// ```
/// use sgii_guide::policy::compile::{File, compile};
///
/// let text = "[[step]]\nid = \"call\"\ntiming = \"soon\"\n".to_owned();
/// let problems = compile(&[File { name: "70-now.toml".to_owned(), text }]).err().unwrap_or_default();
///
/// let complaint = "step `call` has `soon` as `timing`, expected one of `now`, `today`, `before-closing`, `follow-up`";
/// assert!(problems.iter().any(|problem| problem.line == 3 && problem.complaint == complaint));
/// ```
pub fn compile(files: &[File]) -> Result<Policy, Vec<Problem>> {
    let problems = Problems::default();
    let documents = read::documents(files, &problems);
    let Some(end) = documents.last().map(Document::end) else { return Err(vec![problem::no_file("policy")]) };
    let (policy, places) = Reader::new(&documents, Places::new(end, &problems), &problems).policy();
    if !problems.is_empty() {
        return Err(problems.sorted());
    }
    let policy = axes::with_rows(policy);
    check::all(&policy, &places);
    if problems.is_empty() { Ok(stamped(axes::simplified(policy), files)) } else { Err(problems.sorted()) }
}

/// A policy with the hashes of its rules and of its files.
fn stamped(mut policy: Policy, files: &[File]) -> Policy {
    policy.edition.rules = emit::digest([canonical::rules(&policy).as_bytes()]).into();
    policy.edition.sha256 = emit::digest(files.iter().map(|file| file.text.as_bytes())).into();
    policy
}

/// The files of a policy folder, in the order of their names.
///
/// # Errors
///
/// When the folder or one of its files cannot be read, or they are longer than any policy.
pub fn folder(path: &Path) -> Result<Vec<File>, Unreadable> {
    let folder = path.file_name().unwrap_or_default().to_string_lossy();
    let named = |(path, text): (PathBuf, String)| {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        File { name: format!("{folder}/{file}"), text }
    };
    Ok(files::toml(path)?.into_iter().map(named).collect())
}
