//! Entries added, removed and changed, as lists under headings.

use std::fmt::Write;

use crate::compare::{Change, Changed, Field};

/// The parts, in order, each with the kinds of entry that belong to it.
const PARTS: &[(&str, &[&str])] = &[
    ("Questions", &["question"]),
    ("Readings", &["reading"]),
    ("Rules", &["scope rule", "response rule", "recording rule", "typology rule", "typology needs"]),
    ("Steps, never-items and scripts", &["never", "step", "script"]),
    ("Sources", &["source"]),
];

/// The last part, with every kind that no other has.
const REST: &str = "Edition and other words";

/// Every part that has something in it.
pub(super) fn entries(entries: &[Changed]) -> String {
    let parts = PARTS.iter().map(|(heading, kinds)| part(heading, entries, |kind| kinds.contains(&kind)));
    let rest = part(REST, entries, |kind| !PARTS.iter().any(|(_, kinds)| kinds.contains(&kind)));
    parts.chain([rest]).flatten().collect::<Vec<_>>().join("\n")
}

fn part(heading: &str, entries: &[Changed], is_own: impl Fn(&str) -> bool) -> Option<String> {
    let own: String = entries.iter().filter(|entry| is_own(entry.kind)).map(one).collect();
    (!own.is_empty()).then(|| format!("## {heading}\n\n{own}"))
}

fn one(entry: &Changed) -> String {
    let id = if entry.id.is_empty() { String::new() } else { format!(" `{}`", entry.id) };
    let change = match entry.change {
        Change::Added => "added",
        Change::Removed => "removed",
        Change::Changed => "changed",
        Change::Rechecked => "checked again",
        Change::Moved => "in another order",
    };
    let mut text = format!("- {}{id}: {change}\n", entry.kind);
    entry.fields.iter().for_each(|field| {
        let _ = write!(text, "{}", told(field));
    });
    text
}

fn told(field: &Field) -> String {
    let name = field.name;
    match (&field.old, &field.new) {
        (Some(old), Some(new)) => format!("  - {name}, before: {}\n  - {name}, now: {}\n", flat(old), flat(new)),
        (None, Some(only)) | (Some(only), None) => format!("  - {name}: {}\n", flat(only)),
        (None, None) => String::new(),
    }
}

/// Sentences in one line.
fn flat(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Version;
    use crate::edition::{LOGIC, WORDING};
    use crate::policy::Policy;

    #[test]
    fn every_kind_of_entry_has_a_part() {
        let policy = Policy { logic: LOGIC.clone(), words: WORDING.clone() };
        let version = Version { name: String::new(), files: Vec::new(), policy };
        for entry in crate::compare::entries::entries(&version) {
            let changed = Changed { kind: entry.kind, id: entry.id, change: Change::Changed, fields: Vec::new() };
            let text = entries(std::slice::from_ref(&changed));
            assert!(text.starts_with("## ") && text.ends_with(&one(&changed)), "no part has a {}", changed.kind);
        }
    }
}
