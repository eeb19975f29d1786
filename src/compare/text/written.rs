//! Entries added, removed and changed, as lists under headings.

use std::fmt::Write;

use crate::compare::{Change, Changed, Field};

/// The parts, in order, each with the kinds of entry that belong to it. The last takes every other.
const PARTS: &[(&str, &[&str])] = &[
    ("Questions", &["question"]),
    ("Readings", &["reading"]),
    ("Rules", &["scope rule", "response rule", "recording rule", "typology rule", "typology needs"]),
    ("Steps, never-items and scripts", &["never", "step", "script"]),
    ("Sources", &["source"]),
    ("Edition and other words", &["edition", "value", "open point", "group", "nation", "term", "notice"]),
];

/// Every part that has something in it.
pub(super) fn entries(entries: &[Changed]) -> String {
    let parts = PARTS.iter().filter_map(|(heading, kinds)| {
        let own: String = entries.iter().filter(|entry| kinds.contains(&entry.kind)).map(one).collect();
        (!own.is_empty()).then(|| format!("## {heading}\n\n{own}"))
    });
    parts.collect::<Vec<_>>().join("\n")
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
