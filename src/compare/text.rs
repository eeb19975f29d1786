//! A comparison for a board to read: results, then what is said.

use std::fmt::Write;

use super::results::Spoken;
use super::version::Version;
use super::{Diff, Stamp};
use crate::say::lists::quoted;

/// Where a reader sees what is written differently.
const WRITTEN: &str = "For what is written in rules, steps, words and sources, compare the review packs: \
                       `git diff docs/generated/review.md`.";

/// The comparison of two policies, the former first.
pub(super) fn text(diff: &Diff, versions: [&Version; 2]) -> String {
    if diff.same {
        return "no change".to_owned();
    }
    let mut text = opening(diff);
    let spoken = Spoken { versions };
    let parts = [spoken.moves(&diff.moves), spoken.said(&diff.said)];
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let _ = write!(text, "\n{part}");
    }
    text.trim_end().to_owned()
}

/// What is compared, whether rules and words are the same, and which questions only one of the two asks.
fn opening(diff: &Diff) -> String {
    let mut text = String::from("# What changed\n\n");
    let named = |stamp: &Stamp| format!("`{}`, edition {}", stamp.name, stamp.edition);
    let _ = writeln!(text, "Before: {}. Now: {}.", named(&diff.old), named(&diff.new));
    let hash_line = |name: &str, old: &str, new: &str| {
        let short = |hash: &str| hash.chars().take(12).collect::<String>();
        if old == new {
            format!("The {name}: unchanged ({}).", short(new))
        } else {
            format!("The {name}: changed ({} to {}).", short(old), short(new))
        }
    };
    let _ = writeln!(text, "{}", hash_line("rules", &diff.old.rules, &diff.new.rules));
    let _ = writeln!(text, "{}", hash_line("words", &diff.old.words, &diff.new.words));
    let _ = writeln!(text, "\n{WRITTEN}");
    if !(diff.only_old.is_empty() && diff.only_new.is_empty()) {
        let _ = writeln!(text, "\n{}", questions(diff));
    }
    text
}

/// How results are compared if the questions differ.
fn questions(diff: &Diff) -> String {
    let only = |ids: &[String], when: &str| (!ids.is_empty()).then(|| format!("Asked only {when}: {}. ", quoted(ids)));
    let only = [only(&diff.only_old, "before"), only(&diff.only_new, "now")].into_iter().flatten().collect::<String>();
    format!(
        "{only}Questions are matched by identifier. Answer sets are counted over the questions of both together; where \
         one policy does not ask a question, its answer changes nothing there."
    )
}
