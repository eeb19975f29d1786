//! The mutants that nothing tells from the policy, each with a reason: `tests/mutation/survivors.txt`.

use std::collections::BTreeMap;

/// From mutant to reason. A line is a mutant, a bar and the reason; a line that begins with `#` is for the reader.
pub fn explained() -> BTreeMap<&'static str, &'static str> {
    let lines = include_str!("survivors.txt").lines();
    let entries = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let explained: Vec<_> = entries.map(|line| line.split_once(" | ").expect("a mutant, a bar and a reason")).collect();
    let unique: BTreeMap<_, _> = explained.iter().copied().collect();
    assert_eq!(unique.len(), explained.len(), "a mutant is listed twice");
    unique
}
