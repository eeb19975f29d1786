//! The problems of a policy. All are collected, so that an author sees them at once.

use std::cell::{Cell, RefCell};
use std::fmt;

use crate::visible::on_one_line;

/// One file of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, as it is to stand in complaints.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// One thing that is wrong, and where. Shown on one line, as `file:line:column: complaint`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// What is wrong, in the policy's words, and what was expected.
    pub complaint: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, complaint } = self;
        write!(f, "{}:{line}:{column}: {}", on_one_line(file), on_one_line(complaint))
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub file: &'a File,
    pub offset: usize,
}

impl Place<'_> {
    /// A problem at this place.
    pub fn problem(self, complaint: impl Into<String>) -> Problem {
        let before = self.file.text.get(..self.offset).unwrap_or(&self.file.text);
        let on_the_line = before.rsplit('\n').next().unwrap_or_default();
        let (line, column) = (1 + before.matches('\n').count(), 1 + on_the_line.chars().count());
        Problem { file: self.file.name.clone(), line, column, complaint: complaint.into() }
    }
}

/// How many problems are listed. It is enough for a translation in which everything is missing; an author with more
/// mends those first.
const MOST: usize = 2_000;

/// The problems found so far: those that are listed, and the number of all.
#[derive(Default)]
pub(super) struct Problems {
    first: RefCell<Vec<Problem>>,
    count: Cell<usize>,
}

impl Problems {
    pub fn add(&self, at: Place<'_>, complaint: impl Into<String>) {
        self.count.set(self.count() + 1);
        if self.count() <= MOST {
            self.first.borrow_mut().push(at.problem(complaint));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// The listed problems in the order of files and lines, followed by how many are not listed.
    pub fn sorted(self) -> Vec<Problem> {
        let more = self.count().saturating_sub(MOST);
        let mut problems = self.first.into_inner();
        problems.sort();
        problems.dedup();
        let last = problems.last().filter(|_| more > 0).cloned();
        problems.extend(last.map(|last| Problem { complaint: format!("{more} more problems are not listed"), ..last }));
        problems
    }
}

/// The problem of a folder without files.
pub(super) fn no_file(folder: &str) -> Problem {
    Problem {
        file: folder.to_owned(),
        line: 1,
        column: 1,
        complaint: "there is no file that ends in `.toml`".to_owned(),
    }
}
