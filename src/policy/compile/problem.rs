//! What is wrong with a policy: collected, never only the first.

use std::cell::RefCell;
use std::fmt;

/// One file of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, as it is to stand in complaints.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// One thing that is wrong, and where. Shown as `file:line: complaint`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in the policy's words, and what was expected.
    pub complaint: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.complaint)
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub file: &'a File,
    pub offset: usize,
}

impl Place<'_> {
    /// What is wrong here.
    pub fn problem(self, complaint: impl Into<String>) -> Problem {
        let before = self.file.text.bytes().take(self.offset);
        let line = 1 + before.filter(|byte| *byte == b'\n').count();
        Problem { file: self.file.name.clone(), line, complaint: complaint.into() }
    }
}

/// The problems found so far.
#[derive(Default)]
pub(super) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub fn add(&self, at: Place<'_>, complaint: impl Into<String>) {
        self.0.borrow_mut().push(at.problem(complaint));
    }

    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    pub fn sorted(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        problems.sort();
        problems.dedup();
        problems
    }
}

/// What is said of a folder without files.
pub(super) fn no_file(folder: &str) -> Problem {
    Problem { file: folder.to_owned(), line: 1, complaint: "there is no file that ends in `.toml`".to_owned() }
}

/// Words in backticks, for "expected one of …".
pub(super) fn listed<I: IntoIterator<Item: AsRef<str>>>(words: I) -> String {
    let quoted: Vec<_> = words.into_iter().map(|word| format!("`{}`", word.as_ref())).collect();
    quoted.join(", ")
}
