//! Entries of a kind that no part of the pack shows in its own way, so that a new kind is before the board from its first day.

use super::document::{Block, Entry, Line, Part};
use super::speech::{all_said, cited, nations, rests_on};
use super::when::condition;
use crate::policy::register::{Facts, Register};
use crate::policy::set::Set;

/// The kinds that have a part, a table or a heading of their own.
const SHOWN: [&str; 26] = [
    "edition",
    "nation",
    "term",
    "group",
    "question",
    "reading",
    "rule/scope",
    "rule/response",
    "rule/recording",
    "rule/typology",
    "value/scope",
    "value/response",
    "value/recording",
    "value/typology",
    "unpublished",
    "never",
    "step",
    "route",
    "person",
    "line",
    "call",
    "contradiction",
    "contact",
    "notice",
    "source",
    "label",
];

/// What stands beside them: the page's own texts in a table, and the list of sentences about looking, which repeats others.
const BESIDE: [&str; 3] = ["page", "condition", "looking"];

/// The other entries; nothing where there are none.
pub(super) fn part(register: &dyn Register) -> Option<Part> {
    let mut entries = Vec::new();
    register.visit(&mut |facts| {
        if !SHOWN.contains(&facts.kind) && !BESIDE.contains(&facts.kind) {
            entries.push(Block::Entry(entry(&facts)));
        }
    });
    (!entries.is_empty()).then_some(Part { heading: "Other entries", blocks: entries })
}

fn entry(facts: &Facts<'_>) -> Entry {
    let mut fields = facts.fields.iter();
    let first = fields.next().map_or_else(Vec::new, |(_, texts)| all_said(texts.list()));
    let entry = fields
        .fold(Entry::new(facts.path(), first), |entry, (name, texts)| entry.with_all(name, all_said(texts.list())));
    let entry = match facts.when.and_then(condition) {
        Some(when) => entry.with_items("Shown", vec![Line::plain(when.lead)], when.items),
        None if facts.nations != Set::every() => entry.with("In", Line::plain(nations(facts.nations)).then(".")),
        None => entry,
    };
    match facts.basis {
        Some(basis) => entry.with("Basis", rests_on(facts.nations, basis, facts.cites)),
        None if facts.cites.is_empty() => entry,
        None => entry.with("From", cited(facts.cites)),
    }
}
