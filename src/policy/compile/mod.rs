//! The compiler: policy files to tables, or to every problem they have.
//!
//! Runs in the build script, where any problem fails the build, and natively, where other policies are
//! read: to check them, to compare two, to try a changed one.

mod axes;
mod canonical;
mod check;
mod cover;
mod draft;
mod emit;
mod entries;
mod fold;
mod gates;
mod language;
mod names;
mod problem;
mod read;
mod record;
pub(crate) mod sha256;
mod simplify;
mod terms;

use std::path::{Path, PathBuf};

use super::Policy;
use crate::files::{self, Unreadable};
use draft::Draft;
pub use emit::{logic_source, words_source};
#[allow(unused_imports, reason = "the build script reads the policy in English alone")]
pub use language::{ENGLISH, Fallen, Translation, categories, language, template};
use problem::Problems;
pub use problem::{File, Problem};

/// Compiles a policy.
///
/// # Errors
///
/// Every problem of the policy, in the order of its files and lines.
pub fn compile(files: &[File]) -> Result<Policy, Vec<Problem>> {
    if files.is_empty() {
        return Err(vec![problem::no_file("policy")]);
    }
    let problems = Problems::default();
    let documents = read::documents(files, &problems);
    let draft = Draft::read(&documents, &problems);
    if !problems.is_empty() {
        return Err(problems.sorted());
    }
    let logic = draft.logic();
    check::all(&draft, &logic, &problems);
    if problems.is_empty() { Ok(draft.policy(logic, files)) } else { Err(problems.sorted()) }
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
