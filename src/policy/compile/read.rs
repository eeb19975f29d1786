//! Parses policy files, and finds the entries of each kind in them.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{File, Place, Problems};
use super::record::Record;
use crate::files::{LONGEST, too_long};
use crate::say::lists::quoted;

/// Every kind of entry. The last five are single tables in a file, the others arrays of tables.
const KINDS: [&str; 27] = [
    "nation",
    "term",
    "source",
    "group",
    "question",
    "reading",
    "scope",
    "response",
    "recording",
    "typology",
    "value",
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
    "looking",
    "edition",
    "typology-needs",
    "label",
    "page",
    "condition",
];

/// The kinds of interface texts. Names in braces in them are places for values.
pub(super) const INTERFACE: [&str; 3] = ["label", "page", "condition"];

/// A policy file, parsed as far as it is valid TOML.
pub(super) struct Document<'a> {
    file: &'a File,
    table: Spanned<DeTable<'a>>,
}

pub(super) fn documents<'a>(files: &'a [File], problems: &Problems) -> Vec<Document<'a>> {
    files.iter().map(|file| document(file, problems)).collect()
}

fn document<'a>(file: &'a File, problems: &Problems) -> Document<'a> {
    let table = parsed(file, problems);
    for (key, _) in table.get_ref().iter().filter(|(key, _)| !KINDS.contains(&key.get_ref().as_ref())) {
        let complaint = format!("unknown kind of entry `{}`, expected one of {}", key.get_ref(), quoted(KINDS));
        problems.add(Place { file, offset: key.span().start }, complaint);
    }
    let known = table.get_ref().iter().filter(|(key, _)| KINDS.contains(&key.get_ref().as_ref()));
    for (key, _) in known.filter(|(_, value)| !is_entries(value)) {
        let complaint = format!("`{0}` is not an entry, expected `[[{0}]]` with its fields below", key.get_ref());
        problems.add(Place { file, offset: key.span().start }, complaint);
    }
    Document { file, table }
}

/// A file, parsed as far as it is valid TOML; empty if it is too long.
pub(super) fn parsed<'a>(file: &'a File, problems: &Problems) -> Spanned<DeTable<'a>> {
    let is_too_long = file.text.len() > LONGEST;
    if is_too_long {
        problems.add(Place { file, offset: 0 }, too_long(LONGEST));
    }
    let (table, errors) = DeTable::parse_recoverable(if is_too_long { "" } else { &file.text });
    for error in errors {
        let offset = error.span().map_or(0, |span| span.start);
        problems.add(Place { file, offset }, format!("not TOML: {}", error.message()));
    }
    table
}

fn is_entries(value: &Spanned<DeValue<'_>>) -> bool {
    let items = value.get_ref().as_array();
    value.get_ref().is_table() || items.is_some_and(|items| items.iter().all(|item| item.get_ref().is_table()))
}

impl<'a> Document<'a> {
    /// The end of the file.
    pub fn end(&self) -> Place<'a> {
        Place { file: self.file, offset: self.file.text.trim_end().len() }
    }

    /// Every entry whose texts have only terms in braces. The sentences about looking are left out: they are quotations
    /// from other entries.
    pub fn with_terms(&'a self, problems: &'a Problems) -> impl Iterator<Item = Record<'a>> {
        let kinds = KINDS.iter().filter(|kind| !["term", "looking"].contains(kind) && !INTERFACE.contains(kind));
        kinds.flat_map(|kind| self.records(kind, problems))
    }

    /// The entries of one kind, in order.
    pub fn records(&'a self, kind: &'static str, problems: &'a Problems) -> Vec<Record<'a>> {
        let tables = match self.table.get_ref().get(kind).map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::Array(items), _)) => {
                items.iter().filter_map(|item| item.get_ref().as_table().map(|table| (table, item.span()))).collect()
            }
            Some((DeValue::Table(table), span)) => vec![(table, span)],
            _ => Vec::new(),
        };
        tables.into_iter().map(|(table, span)| Record::new(kind, self.file, table, span, problems)).collect()
    }
}
