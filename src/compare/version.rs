//! A policy to compare: a folder, or a git revision.

use std::path::Path;
use std::process::Command;

use serde::Serialize;

use crate::policy::Policy;
use crate::policy::compile::sha256::sha256;
use crate::policy::compile::{self, File};
use crate::policy::register::Register;
use crate::text::decoded;

/// Where a revision keeps its policy.
const FOLDER: &str = "policy";

/// A policy, and what it is called in the comparison.
pub struct Version {
    /// The name by which the caller gave it.
    pub name: String,
    /// The compiled policy.
    pub policy: Policy,
}

/// Which policy this is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stamp {
    /// The name by which the caller gave it.
    pub name: String,
    /// Its edition.
    pub edition: String,
    /// SHA-256 of the rules in their canonical form.
    pub rules: String,
    /// SHA-256 of every text of the entries.
    pub words: String,
    /// SHA-256 of the files, comments and all.
    pub files: String,
}

impl Version {
    /// Compiles a policy.
    ///
    /// # Errors
    ///
    /// Every problem of the policy, one a line.
    pub fn new(name: &str, files: &[File]) -> Result<Self, String> {
        let policy = compile::compile(files).map_err(|problems| {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            format!("`{name}` is refused, by the compiler as it is now:\n{}", problems.join("\n"))
        })?;
        Ok(Self { name: name.to_owned(), policy })
    }

    /// Finds a policy: a folder, or a revision of the repository that `at` is in.
    ///
    /// # Errors
    ///
    /// When it is neither, or cannot be read or compiled.
    pub fn find(name: &str, at: &Path) -> Result<Self, String> {
        let folder = at.join(name);
        let files = if folder.is_dir() {
            compile::folder(&folder).map_err(|error| error.to_string())?
        } else {
            revision(name, at)?
        };
        if files.is_empty() {
            return Err(format!("`{name}` has no policy: expected files that end in `.toml`"));
        }
        Self::new(name, &files)
    }

    /// Which policy this is.
    pub fn stamp(&self) -> Stamp {
        let edition = &self.policy.edition;
        Stamp {
            name: self.name.clone(),
            edition: edition.id.to_string(),
            rules: edition.rules.to_string(),
            words: said(&self.policy),
            files: edition.sha256.to_string(),
        }
    }

    /// The identifiers of its questions, in order.
    pub(super) fn questions(&self) -> Vec<String> {
        self.policy.questions.iter().map(|question| question.id.to_string()).collect()
    }
}

/// SHA-256 of every text, with its entry before it.
fn said(policy: &Policy) -> String {
    let mut texts = Vec::new();
    policy.visit(&mut |facts| {
        texts.push(facts.path());
        texts.extend(facts.texts().map(ToString::to_string));
    });
    sha256(texts.into_iter().map(|text| format!("{text}\n")))
}

/// The policy's files at a revision.
fn revision(name: &str, at: &Path) -> Result<Vec<File>, String> {
    let neither = |why: String| {
        format!(
            "`{name}` is neither a folder nor a git revision ({why}): expected a folder of policy files that end in \
             `.toml`, or a revision such as `HEAD~1` whose `{FOLDER}/` has them"
        )
    };
    let commit = format!("{name}^{{commit}}");
    let commit = git(at, &["rev-parse", "--verify", "--end-of-options", &commit]).map_err(neither)?;
    let commit = commit.trim();
    let listed = git(at, &["ls-tree", "--full-tree", "--name-only", "-z", commit, &format!("{FOLDER}/")])?;
    let mut paths: Vec<&str> = listed.split('\0').filter(|path| path.ends_with(".toml")).collect();
    paths.sort_unstable();
    let file = |path: &str| Ok(File { name: path.to_owned(), text: git(at, &["show", &format!("{commit}:{path}")])? });
    paths.into_iter().map(file).collect()
}

/// What git prints, or the first line of its complaint.
fn git(at: &Path, arguments: &[&str]) -> Result<String, String> {
    let ran = Command::new("git").arg("-C").arg(at).args(arguments).output();
    let output = ran.map_err(|error| format!("git cannot be run: {error}"))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(complaint.lines().next().unwrap_or("git gives no reason").to_owned());
    }
    decoded(output.stdout).map_err(|why| format!("git {}: {why}", arguments.join(" ")))
}
