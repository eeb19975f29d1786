//! The whole results of the worked cases, as the guide gives them now: nobody wrote them, and they claim nothing but
//! that a change shows. What people expect stands in the cases.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may")]

mod support;

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use sgii_guide::assess;
use sgii_guide::case::Case;
use sgii_guide::edition::POLICY;
use support::cases;
use support::snapshot::snapshot;

const FILE: &str = "tests/snapshots/cases.txt";
const COMMAND: &str = "UPDATE=1 cargo test --test snapshots";

#[test]
fn the_snapshots_are_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let current: String = cases().iter().map(section).collect();
    if env::var_os("UPDATE").is_some() {
        return fs::write(path, current).unwrap();
    }
    let changed = changed(&fs::read_to_string(path).unwrap_or_default(), &current);
    assert!(changed.is_empty(), "{FILE} is stale:\n{changed}\nRun `{COMMAND}` and review what it changes");
}

/// The snapshot of a case, under its name.
fn section(case: &Case) -> String {
    format!("# {}\n{}\n", case.name, snapshot(&assess(&POLICY, case.incident())))
}

/// The lines that are in one text alone, each with its case, and `-` before what was committed, `+` before what is new.
fn changed(committed: &str, current: &str) -> String {
    let [committed, current] = [committed, current].map(lines);
    let gone = committed.difference(&current).map(|(case, line)| (case, line, '-'));
    let new = current.difference(&committed).map(|(case, line)| (case, line, '+'));
    let mut changed: Vec<_> = gone.chain(new).collect();
    changed.sort_unstable();
    changed.iter().map(|(case, line, mark)| format!("{mark} {case}: {line}\n")).collect()
}

/// Each line with the case under whose name it stands.
fn lines(text: &str) -> BTreeSet<(&str, &str)> {
    let sections = text.split("# ").filter_map(|section| section.split_once('\n'));
    sections
        .flat_map(|(case, section)| section.lines().filter(|line| !line.is_empty()).map(move |line| (case, line)))
        .collect()
}

#[test]
fn a_line_that_changes_is_shown_with_its_case() {
    let [old, new] = ["# one\nask: a\n\n# two\nask: a\n", "# one\nask: a\n\n# two\nask: a b\n"];
    assert_eq!((changed(old, old), changed(old, new)), (String::new(), "- two: ask: a\n+ two: ask: a b\n".to_owned()));
}
